"""What a figure may tell that the rules have given up: the answers that come into question, and what speaks for each.

"Sugar alone brought in 40 million, and Italy took another 12 percent" hangs on no word of trade that a rule knows; that
figures of the sentence before were exports, that the words before it are of goods and none of profits, speak for exports
all the same.  One answer is always that the figure is no measure at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.directions import direction_word
from tieline.read.frames.slots import Slot, Slotted
from tieline.read.frames.subjects import subject_of
from tieline.read.measures.draft_slots import Draft
from tieline.read.measures.figure_frames import clause_of
from tieline.read.measures.taking_scene import BEFORE, TOLD, WORD, Scene
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.goods import goods_in
from tieline.read.story.memory import FLOWS, Frame, Memory
from tieline.read.words.given_up import ABOUT, COUNTED, LEADS
from tieline.read.words.trade import DOMESTIC, NOUN_ANCHORS, VERB_ANCHORS

_NEAR: Final = 25
_SMALL: Final = 10_000
_BESIDE: Final = 3
_SLOTS: Final[tuple[Slot, ...]] = ("level", "change", "change_value", "share", "base")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a given-up figure may be: a number more of a draft, a measure of its own, or (without a slot) none."""

    slotted: Slotted | None
    marks: dict[str, float]
    indicator: Indicator | None = None
    draft: Draft | None = None


def answers(
    sentence: Sentence, figure: Figure, frames: Sequence[Frame], drafts: Sequence[Draft], memory: Memory
) -> list[Answer]:
    """The answers for one figure, beside the drafts that were made of others of its sentence; the first is none."""
    scene = Scene.of(sentence, figure, frames, drafts, memory)
    indicators = scene.indicators()
    slots = scene.slots() if indicators or scene.beside else []
    if not slots:
        return [Answer(None, {})]
    found = [Answer(None, _none(scene))]
    for draft in scene.beside:
        found += [Answer(s, _joined(scene, draft, s), draft=draft) for s in slots if _has_room(draft, s, figure)]
    for indicator in indicators:
        found += [
            Answer(s, _own(scene, indicator, s), indicator=indicator) for s in slots if not scene.second(s, slots)
        ]
    return found


def _has_room(draft: Draft, slotted: Slotted, figure: Figure) -> bool:
    match slotted.slot:
        case "level":
            return draft.level is None and (draft.change_value is None or draft.change_value.figure.unit == figure.unit)
        case "base":
            return draft.base_level is None and draft.level is not None and draft.level.kind == figure.kind
        case "change":
            return draft.change is None
        case "change_value":
            return draft.change_value is None and (draft.level is None or draft.level.unit == figure.unit)
        case "share":
            return draft.share is None
    return False


def _none(scene: Scene) -> dict[str, float]:
    """What speaks for a figure that is no measure."""
    text, figure = scene.sentence.text, scene.figure
    near = scene.before + " | " + scene.behind
    named = [m for m in scene.sentence.mentions if trades(m.code)]
    here = [m for m in named if scene.since <= m.start < scene.until]
    domestic = DOMESTIC.search(text) is not None
    marks = {
        "none": True,
        f"none: {scene.kind}": True,
        "none: domestic near": domestic and DOMESTIC.search(near) is not None,
        "none: domestic": domestic,
        "none: small sum": figure.kind == "money" and abs(figure.value) < _SMALL,
        "none: small count": figure.kind == "quantity" and abs(figure.value) < _SMALL,
        "none: a rate": figure.per is not None,
        "none: fraction": figure.fraction,
        "none: nobody named": not named,
        "none: nobody named near": not here,
        "none: goods": bool(goods_in(scene.sentence)),
        "none: no word of trade": not scene.cues,
        "none: no word of trade near": not any(scene.near(at) for at, _, _ in scene.cues),
        "none: frame": bool(scene.frames),
        "none: refused": any(f.start <= figure.start <= f.end for f in scene.frames),
        "none: others told": bool(scene.drafts),
        "none: told just before": scene.age == 1,
        "none: told long ago": scene.age > TOLD,
        "none: nothing told": not scene.memory.told and not scene.drafts,
        "none: headline": scene.sentence.part == "headline",
        "none: time": bool(scene.sentence.times),
        "none: alike told": any(d.level is not None and d.level.unit == figure.unit for d in scene.drafts),
        "none: slot open": scene.worded.slot == "none",
    }
    about = {word: pattern for word, pattern in ABOUT.items() if pattern.search(text)}
    marks |= _of_subject(scene, about)
    marks |= {f"none: {word} near": True for word, pattern in about.items() if pattern.search(near)}
    marks |= {f"none: {word}": True for word in about}
    marks |= {f"none: leads {word}": True for word, pattern in LEADS.items() if pattern.search(scene.before)}
    marks |= {f"none: counts {word}": True for word, pattern in COUNTED.items() if pattern.match(scene.behind)}
    marks |= {f"none: {word}": True for word in _words_round(scene)}
    marks[f"none: unit {figure.unit}"] = True
    return _held(marks)


def _words_round(scene: Scene) -> list[str]:
    """The words beside a figure, the verb of its clause and the subject of that."""
    near = [f"word {w.lower()} before" for w in WORD.findall(scene.before)[-_BESIDE:] if w.islower()]
    near += [f"word {w.lower()} behind" for w in WORD.findall(scene.behind)[:_BESIDE] if w.islower()]
    return [*near, *(f"{role} {lemma}" for role, lemma in _clause_words(scene))]


def _clause_words(scene: Scene) -> list[tuple[str, str]]:
    token = next((t for t in scene.sentence.tokens if t.idx + len(t) > scene.figure.core), None)
    verb = clause_of(token) if token is not None else None
    if verb is None:
        return []
    subject = subject_of(verb)[0]
    common = subject is not None and subject.pos == "NOUN"
    return [("verb", verb.lemma), *([("subject", subject.lemma)] if subject is not None and common else [])]


def _of_subject(scene: Scene, about: Mapping[str, re.Pattern[str]]) -> dict[str, bool]:
    """What the clause of the figure is of, by its subject ("output of cars", "the bank's profit", "they") and its verb."""
    token = next((t for t in scene.sentence.tokens if t.idx + len(t) > scene.figure.core), None)
    verb = clause_of(token) if token is not None else None
    subject = subject_of(verb)[0] if verb is not None else None
    if verb is None or subject is None or not verb.left_edge.idx <= subject.idx:
        return {"none: no subject": True}
    start, end = subject.left_edge.idx, min(subject.idx + len(subject) + _NEAR, verb.idx)
    words = scene.sentence.text[start : max(end, subject.idx + len(subject))]
    of_country = any(m.start <= subject.idx < m.end for m in scene.sentence.mentions)
    goods = any(g.start <= subject.idx < g.end for g in goods_in(scene.sentence))
    marks = {
        "none: subject is a country": of_country,
        "none: subject is a name": subject.pos == "PROPN" and not of_country,
        "none: subject is a pronoun": subject.pos == "PRON",
        "none: subject is goods": goods,
        "none: subject is a word of trade": subject.lemma in NOUN_ANCHORS,
        "none: subject is domestic": DOMESTIC.search(words) is not None,
        "none: subject is something": subject.pos == "NOUN" and subject.lemma not in NOUN_ANCHORS and not goods,
        "none: verb of trade": verb.lemma in VERB_ANCHORS,
        "none: verb of movement": direction_word(verb.lower) != 0,
        "none: verb of being": verb.lemma in {"be", "stand", "come", "reach", "amount", "total"},
    }
    return marks | {f"none: subject of {word}": True for word, pattern in about.items() if pattern.search(words)}


def _joined(scene: Scene, draft: Draft, slotted: Slotted) -> dict[str, float]:
    """What speaks for a number more of a draft."""
    after = draft.figures[-1].end <= scene.figure.start
    start, end = (draft.figures[-1].end, scene.figure.start) if after else (scene.figure.end, draft.figures[0].start)
    between = scene.sentence.text[start:end]
    named = [m for m in scene.sentence.mentions if start <= m.start < end]
    way = "after" if after else "ahead"
    touching = not any(start <= f.start < end for f in scene.sentence.figures)
    told = {
        f"join {way}": True,
        f"join {slotted.slot} {way}": True,
        "join: bracket": between.strip() == "(",
        "join: country between": bool(named),
        "join: goods between": any(start <= g.start < end for g in goods_in(scene.sentence)),
        "join: clause between": re.search(r"[;:]|\b(?:while|whereas|but)\b", between) is not None,
        "join: comma between": "," in between,
        "join: and between": re.search(r"\band\b", between) is not None,
        "join: far": len(between) > BEFORE,
        "join: close": len(between) < _NEAR,
        "join: figure between": not touching,
        "join: share of level": slotted.slot == "share" and draft.level is not None,
        "join: change of level": slotted.slot == "change" and draft.level is not None,
        "join: change of share": slotted.slot == "change" and draft.share is not None,
    }
    return _held(told) | _of_slot(scene, slotted) | _of_indicator(scene, draft.frame.indicator, "join")


def _own(scene: Scene, indicator: Indicator, slotted: Slotted) -> dict[str, float]:
    """What speaks for a measure of its own."""
    return {"own": 1.0, f"own {slotted.slot}": 1.0} | _of_slot(scene, slotted) | _of_indicator(scene, indicator, "own")


def _of_slot(scene: Scene, slotted: Slotted) -> dict[str, float]:
    last = scene.beside[0] if scene.beside else None
    slots = _slots_of(last) if last is not None else {scene.memory.slot}
    worded = scene.worded.slot
    marks = {
        f"{scene.kind} {slotted.slot}": True,
        "slot as worded": slotted.slot == worded,
        f"slot as worded {slotted.slot}": slotted.slot == worded,
        "slot as last": slotted.slot in slots,
        f"slot as last {slotted.slot}": slotted.slot in slots,
        "fraction is share": scene.figure.fraction and slotted.slot == "share",
        "of behind share": slotted.slot == "share" and scene.behind.startswith(" of "),
        "share is said": slotted.slot == "share" and re.search(r"\bshares?\b", scene.before) is not None,
        "movement is said": slotted.slot in {"change", "change_value"}
        and any(direction_word(w) for w in WORD.findall(scene.before[-BEFORE // 2 :])),
    }
    return _held(marks)


def _of_indicator(scene: Scene, indicator: Indicator, how: str) -> dict[str, float]:
    kin = FLOWS if indicator in FLOWS else frozenset({indicator})
    at = scene.figure.start
    ahead = [f for f in scene.frames if f.token.idx < at]
    later = [f for f in scene.frames if f.token.idx >= at]
    told = [t.indicator for t in scene.memory.told]
    here = [d.frame.indicator for d in scene.drafts]
    words = [(n, i, weak) for n, i, weak in scene.cues if i in kin]
    first = [i for n, i, weak in scene.cues if n < at and scene.near(n)]
    marks = {
        f"{how} {indicator}": True,
        f"{scene.kind} of {indicator}": True,
        "frame before": bool(ahead) and ahead[-1].indicator in kin,
        "frame behind": bool(later) and later[0].indicator in kin,
        "only frame": bool(scene.frames) and all(f.indicator in kin for f in scene.frames),
        "told here": indicator in here,
        "told beside": any(d.frame.indicator in kin for d in scene.beside[:1]),
        "told last": bool(told) and not here and told[-1] in kin and scene.age <= 1,
        "told lately": bool(told) and not here and told[-1] in kin and scene.age > 1,
        "told mostly": bool(told) and sum(i in kin for i in told) * 2 > len(told),
        "word near before": bool(first) and first[-1] in kin,
        "strong word near": any(scene.near(n) and not weak for n, _, weak in words),
        "weak word near": any(scene.near(n) and weak for n, _, weak in words),
        "word in sentence": bool(words),
        "no word of it": not words,
    }
    marks = {f"{how}: {name}": told for name, told in marks.items() if told}
    kind = "a flow" if indicator in FLOWS else indicator
    marks |= {f"{kind}: {word}": True for word in _words_round(scene)}
    marks[f"{kind}: unit {scene.figure.unit}"] = True
    return _held(marks)


def _held(marks: dict[str, bool]) -> dict[str, float]:
    return {name: 1.0 for name, told in marks.items() if told}


def _slots_of(draft: Draft) -> set[str]:
    return {name for name in _SLOTS if getattr(draft, "base_level" if name == "base" else name) is not None}
