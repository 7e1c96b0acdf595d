"""Whose flow a word moves that no rule has taken: the flows that come into question, and what speaks for each.

A flow is an indicator with its two sides.  Each indicator that the sentence, or the story before it, speaks of is offered between all
pairs that come into question for a figure at the word's place (`tieline.read.measures.side_marks`), with the marks and trees of those, and
with what the words of trade near the word say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tieline.model.vocabulary import Indicator
from tieline.read.measures.draft_slots import Draft
from tieline.read.measures.side_choice import scored
from tieline.read.measures.side_marks import Candidate, candidates
from tieline.read.measures.side_places import Places
from tieline.read.measures.side_scene import WORLD
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import trades
from tieline.read.story.memory import FLOWS, Frame
from tieline.read.syntax.tokens import Token
from tieline.read.trends.untold_marks import Scene, relation
from tieline.read.words.trade import TIE_NOUNS

_LATELY: Final = 3
_MOST: Final = 4
_NO_FLOW: Final[frozenset[Indicator]] = frozenset({"tariff"})
_UNSAID: Final = ("reporter", "partner")
Key = tuple[str, str | None, str | None]
"""What moves, and between whom."""


@dataclass(frozen=True, slots=True)
class Flow:
    """An indicator between two, with the marks that speak for it; `frame` is the word of trade that has said so, if one has."""

    indicator: Indicator
    reporter: str
    partner: str | None
    marks: dict[str, float]
    frame: Frame | None

    @property
    def key(self) -> Key:
        """The flow in one form: what A sells to B is what B buys from A, trade has no direction."""
        return key_of(self.indicator, self.reporter, self.partner)


def key_of(indicator: str, reporter: str | None, partner: str | None) -> Key:
    """A flow in its one form.

    >>> key_of("exports", "KEN", "PAK") == key_of("imports", "PAK", "KEN")
    True
    """
    if indicator in FLOWS:
        return ("flow", reporter, partner) if indicator == "exports" else ("flow", partner, reporter)
    if indicator in {"trade", "balance"} and str(reporter) > str(partner):
        return (indicator, partner, reporter)
    return (indicator, reporter, partner)


def flows_at(scene: Scene, token: Token) -> list[Flow]:
    """The flows that a word may move."""
    found: list[Flow] = []
    place = Figure(token.idx, token.idx + len(token), "percent", 0.0, None, token.idx)
    places = Places.of([place], scene.sentence)
    for indicator in _indicators(scene):
        frame = _nearest(scene, token, indicator)
        draft = _draft(scene, token, indicator, frame, place)
        if draft is None:
            continue
        pairs = candidates(draft, scene.sentence, scene.story, scene.memory, places)
        for pair, sure in zip(pairs, scored(pairs), strict=True):
            marks = pair.marks | {"side trees": sure}
            marks |= dict.fromkeys(_marks(scene, token, indicator, pair, frame), 1.0)
            found.append(Flow(indicator, pair.sides[0], pair.sides[1], marks, frame))
    return found


def _indicators(scene: Scene) -> list[Indicator]:
    """What may move: what the sentence speaks of, what the story has spoken of last, and ties where those are named."""
    memory = scene.memory
    here: list[Indicator] = [f.indicator for f in scene.told.frames]
    here += [m.indicator for m in scene.told.measures]
    here += ["other"] if any(t.lemma in TIE_NOUNS for t in scene.sentence.tokens) else []
    before: list[Indicator] = [f.indicator for f in (memory.frame, memory.flow, memory.base) if f is not None]
    before += [told.indicator for told in reversed(memory.told[-_LATELY:])]
    every: list[Indicator] = [*here, *before, *(("exports", "trade") if not here else ())]
    return list(dict.fromkeys(each for each in every if each not in _NO_FLOW))[:_MOST]


def _nearest(scene: Scene, token: Token, indicator: str) -> Frame | None:
    own = [f for f in scene.told.frames if f.indicator == indicator]
    return min(own, key=lambda f: abs(f.token.i - token.i), default=None)


def _draft(scene: Scene, token: Token, indicator: Indicator, frame: Frame | None, place: Figure) -> Draft | None:
    """As yet between whom the nearest word of trade is, else between whom the story spoke of last."""
    memory = scene.memory
    if frame is not None:
        reporter, partner, good, group = frame.reporter, frame.partner, frame.good, frame.group
    else:
        told = next(
            (t for t in reversed(memory.told) if t.indicator == indicator), memory.told[-1] if memory.told else None
        )
        reporter, partner = told.sides_as(indicator) if told is not None else (None, WORLD)
        good, group = None, False
    ranked = [m.code for m in scene.sentence.mentions if trades(m.code)]
    reporter = (
        reporter
        or memory.hub.owner
        or memory.teller
        or next(iter(ranked), None)
        or next(iter(scene.story.pair or ()), None)
    )
    if reporter is None:
        return None
    carried = Frame(
        token, indicator, reporter, partner, good, token.idx, token.idx + len(token), group=group, inferred=_UNSAID
    )
    return Draft(carried, figures=[place])


def _marks(scene: Scene, token: Token, indicator: Indicator, pair: Candidate, frame: Frame | None) -> Iterator[str]:
    """How a flow stands to the word, to the words of trade near it, and to what was told before."""
    reporter, partner = pair.sides
    key = key_of(indicator, reporter, partner)
    yield from _marks_of_kind(scene, token, indicator, frame)
    for each in scene.told.frames:
        how = relation(token, each.token)
        told = key_of(each.indicator, each.reporter, each.partner)
        open_sides = sorted({"reporter", "partner"} & set(each.inferred))
        if told == key:
            yield from ("a frame says so", f"a frame {how} says so", f"a frame open in {open_sides} says so")
            if each is frame:
                yield "the nearest says so"
        elif each.indicator == indicator:
            for side, code, own in (("reporter", reporter, each.reporter), ("partner", partner, each.partner)):
                said = "said" if side not in each.inferred else "open"
                yield f"{side} {said} {'alike' if code == own else 'otherwise'}{' by the nearest' if each is frame else ''}"
    yield from _marks_of_told(scene, key)
    both = {reporter, partner}
    yield f"of the story's two {sum(c in (scene.story.pair or ()) for c in both)}"
    here = set(scene.named)
    if both == here:
        yield "the only two named"
    yield f"named of it {sum(c in here for c in both)} of {min(len(here), 3)}"
    kind = "world" if partner == WORLD else "group" if partner is None else "country"
    yield from (f"{kind} for {indicator}", f"{kind}, named {min(len(here - {reporter}), 2)}")
    if indicator == "other" and scene.memory.pair is not None and both == set(scene.memory.pair):
        yield "ties of the pair spoken of"


def _marks_of_kind(scene: Scene, token: Token, indicator: str, frame: Frame | None) -> Iterator[str]:
    """What speaks for an indicator."""
    kinds = {f"word {token.lemma}", f"kind {scene.kind(token)}"}
    subject = next((c for c in token.children if c.dep in {"nsubj", "nsubjpass"}), None)
    if subject is not None:
        kinds |= {f"subject {scene.kind(subject)}", f"subject word {subject.lemma}"}
    kinds |= {f"{c.dep} {scene.kind(c)}" for c in token.children if c.dep in {"dobj", "compound", "amod", "poss"}}
    if token.head is not token:
        kinds.add(f"{token.dep} under {scene.kind(token.head)}")
    kinds.add("frame " + (relation(token, frame.token) if frame is not None else "none"))
    last = scene.memory.told[-1].indicator if scene.memory.told else "none"
    kinds |= {f"last {last}", f"ties {'ties' in scene.whole}"}
    yield f"{indicator}"
    yield from (f"{indicator}: {kind}" for kind in sorted(kinds))
    if frame is not None:
        nearest = min(scene.told.frames, key=lambda f: abs(f.token.i - token.i))
        yield f"{'nearest' if nearest.indicator == indicator else 'farther'} kind"


def _marks_of_told(scene: Scene, key: Key) -> Iterator[str]:
    memory, index = scene.memory, scene.sentence.index
    frames: Sequence[tuple[str, Frame | None]] = (("last", memory.frame), ("flow", memory.flow), ("base", memory.base))
    for name, frame in frames:
        if frame is not None and key_of(frame.indicator, frame.reporter, frame.partner) == key:
            yield f"as the {name} frame"
    for n, told in enumerate(reversed(memory.told[-_LATELY:])):
        if key_of(told.indicator, told.reporter, told.partner) == key:
            where = "here" if told.sentence == index else "before"
            yield from (f"told {where}", *([f"told last {where}"] if n == 0 else []))
    for trend in scene.told.trends:
        if key_of(trend.indicator, trend.reporter, trend.partner) == key:
            yield "moved here"
