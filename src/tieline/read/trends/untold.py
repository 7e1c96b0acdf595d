"""Directions that no rule has told: the likeliest of them, by what was learned from annotated stories.

Each word of content that no rule has taken may tell that something went up or down, stayed, or was at a record, or nothing
(a multinomial regression over `untold_marks`); and each flow that the sentence or the story speaks of may be what moved (a conditional logit
over `untold_flows`).  Told is what is likely enough with both: its direction is marked as inferred, and its confidence is how likely it is.
`tools/fit_trends.py` finds the weights.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

from tieline.model.claims import Quote, Trend
from tieline.model.vocabulary import Direction
from tieline.read.frames.subjects import subject_of
from tieline.read.learned import linear
from tieline.read.learned.classes import load
from tieline.read.learned.trees import chances
from tieline.read.story.goods import goods_in
from tieline.read.syntax.tokens import Token
from tieline.read.trends.clauses import strength_of
from tieline.read.trends.moving_words import is_moving, may_move
from tieline.read.trends.times import modality_at, period_near
from tieline.read.trends.untold_flows import Flow, flows_at, key_of
from tieline.read.trends.untold_ground import is_of_named_ties, is_of_trade, is_refused, is_told_so, verb_of
from tieline.read.trends.untold_marks import Scene

ENOUGH: Final = 0.45
"""How likely a direction must be, with its flow, to be told: of stories held out, one in two of them is right."""
NOTHING: Final = "nothing"
"""The class of a word that tells no direction."""
WORDS: Final = Path(__file__).parent / "untold_words.npz"
FLOWS: Final = Path(__file__).parent / "untold_flows.json"
_FAR: Final = 120


@dataclass(frozen=True, slots=True)
class _Guess:
    token: Token
    direction: Direction
    flow: Flow
    chance: float


def trends_untold(scene: Scene) -> list[Trend]:
    """The directions of a sentence beside those that rules have told of it, the likeliest first."""
    if not scene.is_of_ties:
        return []
    kept: list[_Guess] = []
    told = {(key_of(t.indicator, t.reporter, t.partner)) for t in scene.told.trends}
    for guess in sorted(_guesses(scene), key=lambda guess: -guess.chance):
        if guess.flow.key in told or any(_one_phrase(guess.token, other.token) for other in kept):
            continue  # rules tell each flow of a sentence once
        told.add(guess.flow.key)
        kept.append(guess)
    found = [_trend(guess, scene) for guess in kept]
    return [trend for trend in found if not any(_tells_the_same(trend, other) for other in scene.told.trends)]


def _tells_the_same(trend: Trend, other: Trend) -> bool:
    """A rule has told the direction in the same words."""
    return (
        trend.direction == other.direction
        and trend.quote.start < other.quote.end
        and other.quote.start < trend.quote.end
    )


def _guesses(scene: Scene) -> Iterator[_Guess]:
    model, start = load(WORDS), scene.sentence.start
    for token in scene.sentence.tokens:
        if not may_move(token) or not is_moving(token) or not is_of_trade(token, scene):
            continue
        if any(t.quote.start <= start + token.idx < t.quote.end for t in scene.told.trends):
            continue
        of_ways = model.chances(scene.marks(token))
        way = max((w for w in of_ways if w != NOTHING), key=of_ways.__getitem__)
        if of_ways[way] < ENOUGH:
            continue
        if not is_told_so(token, way, scene):
            continue
        flow, sure = likeliest(flows_at(scene, token))
        if flow is None or (flow.indicator == "other" and flow.frame is None and not is_of_named_ties(token, scene)):
            continue
        if of_ways[way] * sure >= ENOUGH and not is_refused(token, flow, scene):
            yield _Guess(token, cast("Direction", way), flow, of_ways[way] * sure)


def likeliest(flows: Sequence[Flow]) -> tuple[Flow | None, float]:
    """The likeliest of several flows, and how likely it is; what A sells to B and what B buys from A count together."""
    if not flows:
        return None, 0.0
    sure = chances([linear.weight(flow.marks, FLOWS) for flow in flows])
    of_key: dict[Any, float] = defaultdict(float)
    for flow, chance in zip(flows, sure, strict=True):
        of_key[flow.key] += chance
    key = max(of_key, key=of_key.__getitem__)
    best = max((n for n, flow in enumerate(flows) if flow.key == key), key=sure.__getitem__)
    return flows[best], of_key[key]


def _one_phrase(one: Token, other: Token) -> bool:
    """One hangs on the other: "a sharp fall", "has begun to recover"."""
    return any(
        low.head is high and low.dep not in {"conj", "advcl", "relcl", "ccomp", "parataxis"}
        for low, high in ((one, other), (other, one))
    )


def _trend(guess: _Guess, scene: Scene) -> Trend:
    sentence, token, flow = scene.sentence, guess.token, guess.flow
    first, last = _words_of(guess)
    here = {m.code for m in sentence.mentions}
    inferred = ["direction", *(["indicator"] if flow.frame is None else [])]
    inferred += [side for side, code in (("reporter", flow.reporter), ("partner", flow.partner)) if code not in here]
    good = flow.frame.good if flow.frame is not None else None
    good = good or next((each for each in goods_in(sentence) if first <= each.start < last), None)
    modality = modality_at(sentence, token)
    period, dated = period_near(sentence, first, last, wide=guess.direction.startswith("record"))
    if period is None and modality == "actual" and flow.indicator != "other" and _is_past(token, scene):
        period, dated = scene.memory.period, ("period",) if scene.memory.period is not None else ()
    document = scene.story.document
    return Trend(
        document=document.id, version=document.version_id,
        quote=Quote.of(document.text, sentence.start + first, sentence.start + last),
        indicator=flow.indicator, reporter=flow.reporter, partner=flow.partner,
        product=good.words if good else None, hs=(good.hs or None) if good else None,
        period=period, direction=guess.direction, strength=strength_of(token), modality=modality,
        inferred=tuple(dict.fromkeys((*inferred, *dated))), confidence=round(guess.chance, 2),
    )  # fmt: skip


def _is_past(token: Token, scene: Scene) -> bool:
    """Told as past, without a time of its own."""
    times = (t for t in scene.sentence.times if t.role in {"period", "base", "vague"} and t.kind != "weekday")
    return bool(verb_of(token).tag == "VBD") and next(times, None) is None


def _words_of(guess: _Guess) -> tuple[int, int]:
    """From the word of trade, or the subject, to the word that tells the direction, whichever comes first."""
    token, frame = guess.token, guess.flow.frame
    first, last = token.idx, token.idx + len(token)
    verb = verb_of(token)
    subject = subject_of(verb)[0]
    ends = [token, *(c for c in token.children if c.dep in {"prt", "acomp", "advmod", "dobj"} and c.i - token.i < _FEW)]
    ends += [verb] if abs(verb.i - token.i) < _MANY else []
    if subject is not None and abs(subject.i - token.i) < _MANY:
        ends += [subject, subject.left_edge]
    if frame is not None and abs(frame.token.idx - token.idx) < _FAR:
        first, last = min(first, frame.start), max(last, frame.end)
    return min(first, *(t.idx for t in ends)), max(last, *(t.idx + len(t) for t in ends))


_FEW: Final = 5
_MANY: Final = 25
