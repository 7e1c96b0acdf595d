"""Figures looked at a second time, with what the annotation says of them: what `fit_takes.py` learns from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from choice_fit import Example
from fit_sides import SAME, as_flow, by_rules_alone
from tieline.evaluate.gold import Story
from tieline.evaluate.texts import document, json_lines
from tieline.model.documents import Document
from tieline.model.vocabulary import NUMBERS
from tieline.read import read_documents
from tieline.read.frames.frames import Frame
from tieline.read.frames.slots import Slotted, slot_of
from tieline.read.measures import second_look
from tieline.read.measures.draft_slots import Draft
from tieline.read.measures.drafts import drafts_of
from tieline.read.measures.second_look import Made
from tieline.read.measures.taking_marks import Answer, answers
from tieline.read.measures.taking_scene import given_up
from tieline.read.measures.taking_sides import pairs_of, unsided
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.document import Story as Told
from tieline.read.story.memory import FLOWS, Memory

Fields = dict[str, Any]
_FIELD = {
    "level": "value",
    "base": "value",
    "change": "change_pct",
    "change_value": "change_value",
    "share": "share_pct",
}


@dataclass(frozen=True)
class Look:
    """A figure: its answers and, for one that may be a measure of its own (the answers `own`), the pairs.

    `given_up` tells that no rule had taken it, `wanted` that the annotation has it.
    """

    answers: Example
    sides: Example | None
    own: frozenset[int]
    given_up: bool
    wanted: bool


@dataclass(frozen=True)
class Seen:
    """A figure of a body, with the drafts made of others of its sentence; `given_up` tells that no rule had taken it."""

    figure: Figure
    sentence: Sentence
    frames: Sequence[Frame]
    drafts: Sequence[Draft]
    story: Told
    memory: Memory
    given_up: bool

    def answers(self) -> list[Answer]:
        """What it may be."""
        return answers(self.sentence, self.figure, self.frames, self.drafts, self.memory)


def _watched(document: Document, watch: Callable[[Seen], None]) -> None:
    """Read a document by the rules alone, and show every figure of its body with the drafts beside it."""

    def look(
        made: list[Made], sentence: Sentence, frames: Sequence[Frame], story: Told, memory: Memory, _: Any
    ) -> list[Made]:
        drafts = [draft for draft, _ in made]
        if sentence.part == "body":
            for figure in given_up(sentence, drafts):
                watch(Seen(figure, sentence, frames, drafts, story, memory, given_up=True))
            for figure in (f for draft in drafts for f in draft.figures if f.kind != "points"):
                rest = [d for draft in drafts if (d := _without(draft, figure)).figures]
                before = _before(memory, sentence, rest)
                watch(Seen(figure, sentence, frames, rest, story, before, given_up=False))
        return made

    with by_rules_alone(), patch.object(second_look, "look_again", look):
        list(read_documents([document]))


def _without(draft: Draft, figure: Figure) -> Draft:
    """The draft as if the figure had not been taken."""
    rest = replace(draft, figures=[f for f in draft.figures if f.start != figure.start])
    for name in ("level", "share", "base_level"):
        if (found := getattr(rest, name)) is not None and found.start == figure.start:
            setattr(rest, name, None)
    for name in ("change", "change_value"):
        if (slotted := getattr(rest, name)) is not None and slotted.figure.start == figure.start:
            setattr(rest, name, None)
    return rest


def _before(memory: Memory, sentence: Sentence, rest: Sequence[Draft]) -> Memory:
    """The memory as if of its sentence only these drafts had been told."""
    here = {(d.frame.indicator, d.frame.reporter, d.frame.partner) for d in rest}
    told = [t for t in memory.told if t.sentence != sentence.index or (t.indicator, t.reporter, t.partner) in here]
    slots = [s for d in rest for s in ("share", "level", "change") if getattr(d, s) is not None]
    return replace(memory, told=told, slot=slots[0] if slots else memory.slot)


def looks_of(story: Story) -> list[Look]:
    """The figures of an annotated story; those that only optional entries have are left out."""
    found: list[Look] = []

    def watch(seen: Seen) -> None:
        entries = _entries(seen.figure, seen.sentence, story)
        wanted = [e for e in entries if not e.get("optional")]
        if bool(entries) == bool(wanted):
            offered = seen.answers()
            right = _right(offered, wanted, seen.sentence, story)
            own = frozenset(n for n, a in enumerate(offered) if a.indicator is not None)
            sides = _sides(offered, right, own, wanted, seen)
            marks = tuple(a.marks for a in offered)
            found.append(Look(Example(marks, right), sides, own, seen.given_up, bool(wanted)))

    if story.document is not None:
        _watched(story.document, watch)
    return found


def nothing_in(path: Path) -> list[Look]:
    """The given-up figures of stories that name no pair of countries, each of which is nothing."""
    found: list[Look] = []

    def watch(seen: Seen) -> None:
        if seen.given_up and sum(map(trades, seen.story.counts)) < _PAIR:
            offered = seen.answers()
            right = (True, *(False for _ in offered[1:]))
            marks = tuple(a.marks for a in offered)
            found.append(Look(Example(marks, right), None, frozenset(), given_up=True, wanted=False))

    for row in json_lines(path):
        _watched(document(row["id"], row), watch)
    return found


_PAIR = 2


def _entries(figure: Figure, sentence: Sentence, story: Story) -> list[Fields]:
    start, end = sentence.start + figure.start, sentence.start + figure.end
    return [
        dict(entry)
        for entry in story.entries["measure"]
        if (span := entry.get("span")) is not None
        and span[0] < end
        and start < span[1]
        and any(_same(abs(figure.value), abs(told)) for name in NUMBERS for told in _numbers(entry, name))
    ]


def _numbers(entry: Any, name: str) -> list[float]:
    given = [entry.get(name), *(entry.get(f"{name}_alt") or [])]
    return [float(number) for number in given if isinstance(number, (int, float))]


def _same(one: float, two: float) -> bool:
    return abs(one - two) <= SAME * abs(two)


def _has(entry: Fields, slotted: Slotted) -> bool:
    figure, told = slotted.figure, _numbers(entry, _FIELD[slotted.slot])
    if slotted.slot not in {"change", "change_value"}:
        return any(_same(abs(figure.value), abs(number)) for number in told)
    way = slotted.direction or (1 if figure.value > 0 else -1)
    return any(_same(figure.value if figure.signed else way * abs(figure.value), number) for number in told)


def _of_kind(indicator: str, entry: Fields) -> bool:
    told = {entry["indicator"], *(entry.get("indicator_alt") or [])}
    return indicator in told or (indicator in FLOWS and not told.isdisjoint(FLOWS))


def _pairs(indicator: str, entry: Fields) -> set[tuple[str | None, str | None]]:
    wanted: set[tuple[str | None, str | None]] = set()
    for told in [entry["indicator"], *(entry.get("indicator_alt") or [])]:
        for partner in [entry.get("partner"), *(entry.get("partner_alt") or [])]:
            wanted |= as_flow(indicator, told, entry.get("reporter"), partner)
    return wanted


def _right(offered: Sequence[Answer], wanted: Sequence[Fields], sentence: Sentence, story: Story) -> tuple[bool, ...]:
    """A number more of the measure that has its other numbers; else one of its own; else nothing."""

    def joins(answer: Answer, entry: Fields) -> bool:
        draft, slotted = answer.draft, answer.slotted
        if draft is None or slotted is None or not _has(entry, slotted) or not _of_kind(draft.frame.indicator, entry):
            return False
        if any(entry == e for f in draft.figures for e in _entries(f, sentence, story)):
            return True
        sides = (draft.frame.reporter, draft.frame.partner)
        return slotted.slot == "base" and sides in _pairs(draft.frame.indicator, entry)

    right = [any(joins(answer, entry) for entry in wanted) for answer in offered]
    if not any(right):
        right = [
            a.slotted is not None
            and a.indicator is not None
            and any(_has(e, a.slotted) and _of_kind(a.indicator, e) for e in wanted)
            for a in offered
        ]
    return (not any(right), *right[1:])


def _sides(
    offered: Sequence[Answer],
    right: Sequence[bool],
    own: frozenset[int],
    wanted: Sequence[Fields],
    seen: Seen,
) -> Example | None:
    """The pairs for the first right answer, where that is a measure of its own."""
    answer = next((offered[n] for n in sorted(own) if right[n]), None)
    if answer is None or answer.indicator is None or answer.slotted is None:
        return None
    draft = unsided(answer, seen.figure, seen.sentence, seen.memory)
    pairs = pairs_of(draft, seen.figure, seen.sentence, seen.story, seen.memory)
    entries = [e for e in wanted if _has(e, answer.slotted) and _of_kind(answer.indicator, e)]
    sought = set().union(*(_pairs(answer.indicator, e) for e in entries))
    return Example(tuple(p.marks for p in pairs), tuple(p.sides in sought for p in pairs))


def reasons_of(story: Story) -> Counter[tuple[str, str]]:
    """Where the figures of a story were given up by the rules, and whether the annotation has them."""
    counts: Counter[tuple[str, str]] = Counter()

    def watch(seen: Seen) -> None:
        entries = _entries(seen.figure, seen.sentence, story)
        label = "not" if not entries else "annotated" if any(not e.get("optional") for e in entries) else "optional"
        counts[_reason(seen) if seen.given_up else "taken", label] += 1

    if story.document is not None:
        _watched(story.document, watch)
    return counts


def _reason(seen: Seen) -> str:
    if not seen.frames:
        return "no word of trade"
    if any(seen.figure in draft.figures for draft in drafts_of(seen.sentence, list(seen.frames), seen.memory)):
        return "measure without a side, or refused"
    return (
        "neither level, change nor share"
        if slot_of(seen.sentence, seen.figure).slot == "none"
        else "no word of trade of its own"
    )
