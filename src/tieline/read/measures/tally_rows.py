"""Rows of a tally: a country with its count in a story that goes down what is counted between one country and others.

"Tanzania hosts the largest group with over 131,000", "the Brits were far ahead with 35.5%", "China (289,526)": no word of
trade stands there, the noun was told before (`story.tallies`), and with it the end that all rows share.  Only figures
that the rules have given up are rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.claims import Measure
from tieline.read.frames.directions import direction_at, token_direction
from tieline.read.frames.slots import Slotted, slot_of
from tieline.read.frames.tally_ends import Row, TallyEnds
from tieline.read.measures.draft_slots import Draft, put
from tieline.read.measures.second_look import Made
from tieline.read.measures.taking_scene import given_up
from tieline.read.numbers.counts import ENDS_COUNT
from tieline.read.numbers.figures import Figure
from tieline.read.numbers.scan import make_figure
from tieline.read.numbers.wording import with_words
from tieline.read.story.document import Sentence
from tieline.read.story.memory import Frame, Memory, told_of
from tieline.read.story.tallies import GOES_ON, Tally, behind
from tieline.read.words.tallies import KINDS, MISHAP, NO_TALLY, NOUN

_ALONE: Final = re.compile(
    r"(?<![\w.,$£€%-])(?:(?P<n>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?(?=\s(?:million|thousand)\b)|\d{2,3}(?![\d,.]*\d)|\d{5,})(?:\s(?P<s>million|thousand))?|(?P<half>half\s+a)\s(?P<hs>million))"
    r"(?!\s?%|\s?(?:per\s?cent|pct|million|billion|years?|months?|days?|weeks?|hours?|minutes?)\b|\s?(?:st\b|nd\b|rd\b|th\b|-))"
)
"""A count with no noun of its own."""
_LEAST: Final = 1e6
"""Smaller sums are those of people."""
_PEOPLE: Final = re.compile(r"\s+(?:passengers|people|travell?ers|persons)\b")
_BY: Final = re.compile(r"\bby\s+(?:(?:about|nearly|almost|over|more\s+than|some|only|just)\s+)*$")
_BRACKET: Final = re.compile(r"\s*\(\s*(?:or\s+)?")


def may_have_rows(sentence: Sentence, memory: Memory) -> bool:
    """It names what is counted between countries, or may go on with such a list."""
    return memory.tally is not None and sentence.index - memory.tally_sentence <= GOES_ON


def with_rows(
    made: list[Made],
    sentence: Sentence,
    memory: Memory,
    finish: Callable[[Draft], list[Measure]],
) -> list[Made]:
    """What was made of a sentence, with the rows of its tally; the tally is kept in mind."""
    tally = memory.tally
    if tally is None or sentence.index - memory.tally_sentence > GOES_ON or MISHAP.search(sentence.text):
        return made
    for draft in _Rows.of(sentence, tally, [draft for draft, _ in made]).drafts():
        if measures := finish(draft):
            memory.told += told_of(sentence, measures)
            memory.tally_sentence = sentence.index
            made = [*made, (draft, measures)]
            memory.tally = behind(tally, sentence)
    return made


@dataclass(frozen=True, slots=True)
class _Rows:
    """The figures of a sentence that may be rows, and all its figures, which part it."""

    sentence: Sentence
    tally: Tally
    figures: Sequence[Figure]
    bounds: Sequence[Figure]

    @classmethod
    def of(cls, sentence: Sentence, tally: Tally, drafts: Sequence[Draft]) -> _Rows:
        """The rows of a sentence beside the drafts that were made of it."""
        alone = list(_counts_alone(sentence, tally)) if "people" in KINDS[tally.kind].units else []
        left = [f for f in given_up(sentence, drafts) if _of_kind(f, tally)]
        every = sorted([*sentence.figures, *alone], key=lambda f: f.start)
        return cls(sentence, tally, sorted([*left, *alone], key=lambda f: f.start), every)

    def drafts(self) -> list[Draft]:
        """The measures in the making, in order."""
        out: list[Draft] = []
        last: Draft | None = None
        before: Row | None = None
        ends = TallyEnds(self.sentence, self.tally)
        for figure in self.figures:
            since, until = self._bounds_of(figure)
            if NO_TALLY.search(self.sentence.text, since, until):
                last = None
                continue
            slotted = self._slotted(figure)
            row = ends.of(figure, since, until, before)
            alone = row is None or not any(since <= m.start < figure.start for m in self.sentence.mentions)
            if alone and last is not None and slotted is not None and _joins(last, slotted):
                last.figures.append(figure)
                put(last, slotted, self.sentence, [])
                continue
            if alone and last is not None and _same_in_brackets(self.sentence, last, figure):
                last.figures.append(figure)
                put(last, Slotted(figure, "level" if figure.kind == "quantity" else "share"), self.sentence, [])
                continue
            last = self._draft(row, figure, slotted) if row is not None and slotted is not None else None
            before = row or before
            if last is not None:
                out.append(last)
        return out

    def _bounds_of(self, figure: Figure) -> tuple[int, int]:
        since = max((f.end for f in self.bounds if f.end <= figure.start), default=0)
        until = min((f.start for f in self.bounds if f.start >= figure.end), default=len(self.sentence.text))
        return since, until

    def _slotted(self, figure: Figure) -> Slotted | None:
        told = slot_of(self.sentence, figure)
        if figure.kind == "percent" and told.slot in {"none", "share"} and (way := self._way_of_list(figure)):
            return Slotted(figure, "change", way)
        if told.slot != "none":
            return told
        if figure.kind == "percent":
            way = direction_at(self.sentence, figure)
            return Slotted(figure, "change", way) if way else Slotted(figure, "share")
        return Slotted(figure, "level")

    def _way_of_list(self, figure: Figure) -> int:
        """As in "made fewer trips to: Egypt - by 11.0%, Germany - by 3.4%": the way that leads the list; 0 if none does."""
        if _BY.search(self.sentence.text[: figure.start]) is None:
            return 0
        ways = (way for t in self.sentence.tokens if t.idx < figure.start and (way := token_direction(t)))
        return next(reversed(list(ways)), 0)

    def _draft(self, row: Row, figure: Figure, slotted: Slotted) -> Draft | None:
        reporter, partner = self.tally.sides(row.source, row.target)
        if slotted.slot == "base":
            slotted = Slotted(figure, "level" if figure.kind in {"quantity", "money"} else "share")
        token = next((t for t in self.sentence.tokens if t.idx + len(t) > figure.core), None)
        if token is None:
            return None
        here = {m.code for m in self.sentence.mentions} | {"WLD"}
        inferred = [name for name, code in (("reporter", reporter), ("partner", partner)) if code not in here]
        if self.tally.sentence != self.sentence.index:
            inferred.insert(0, "indicator")
        frame = Frame(
            token,
            KINDS[self.tally.kind].indicator,
            reporter,
            partner,
            None,
            row.start,
            figure.end,
            inferred=tuple(inferred),
        )
        draft = Draft(frame, figures=[figure], later=True)
        put(draft, slotted, self.sentence, [])
        return draft


def _joins(last: Draft, slotted: Slotted) -> bool:
    match slotted.slot:
        case "change":
            return last.change is None and last.share is None
        case "change_value":
            return last.change_value is None
        case "base":
            return last.base_level is None and last.level is not None
    return False


def _same_in_brackets(sentence: Sentence, last: Draft, figure: Figure) -> bool:
    """As in "27 per cent (289,526)": a share and the count that it is."""
    between = sentence.text[last.figures[-1].end : figure.start]
    free = (
        (last.share is not None and last.level is None)
        if figure.kind == "quantity"
        else last.share is None and last.change is None
    )
    return free and _BRACKET.fullmatch(between) is not None


def _of_kind(figure: Figure, tally: Tally) -> bool:
    kind = KINDS[tally.kind]
    if figure.kind in {"percent", "multiple"}:
        return kind.parts
    if figure.kind == "money":
        return "money" in kind.units and abs(figure.value) >= _LEAST
    return figure.unit in kind.units


def _counts_alone(sentence: Sentence, tally: Tally) -> Iterator[Figure]:
    text = sentence.text
    for m in _ALONE.finditer(text):
        if any(f.start < m.end() and m.start() < f.end for f in sentence.figures):
            continue
        if any(t.start < m.end() and m.start() < t.end for t in sentence.times):
            continue
        if not (ENDS_COUNT.match(text, m.end()) or NOUN.match(text, m.end() + 1)):
            continue  # "guests from over 75 countries"
        number, scale = ("0.5", m["hs"]) if m["half"] else (m["n"], m["s"])
        unit = "people" if tally.kind != "ride" or _PEOPLE.match(text, m.end()) else None
        yield with_words(text, make_figure(m.start(), m.end(), "quantity", unit, (number, scale), (None, None)))
