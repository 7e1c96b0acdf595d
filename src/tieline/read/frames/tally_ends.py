"""Between whom the figure of a row is: by where the countries beside it stand, and by the end that its tally shares.

"In Montenegro, Russia ranks first with 426 million", "139,483 in Tanzania", "25,190 British": a country that no word
places stands at the end that the tally leaves open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.tallies import End, Tally, placed
from tieline.read.words.clauses import CLAUSE_BREAK
from tieline.read.words.tallies import NOUN, TAKES_IN

_NEAR: Final = 60
_TOUCHING: Final = 3
_LOOKED_AT: Final = 2
"""Countries before a figure that may be of its row."""
_OF_ONE: Final = re.compile(r"\b(?:its|their|his|her|our)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_FROM_ONE: Final = re.compile(
    r"\bfrom\s+(?:its|their|the|a|an|another|neighbou?ring)\s+(?:[a-z]+\s+){0,2}(?:neighbou?rs?|country|ally|republic|nation|state|kingdom)\b"
)
"""Behind the noun: a country that is only described; they are not from anywhere."""
_OWNS: Final = re.compile(r"['\u2019]s?\s+[a-z]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """Between whom a figure is, and where its words begin."""

    source: str
    target: str
    start: int


@dataclass(frozen=True, slots=True)
class TallyEnds:
    """The ends of the rows of one sentence."""

    sentence: Sentence
    tally: Tally

    def of(self, figure: Figure, since: int, until: int, last: Row | None) -> Row | None:
        """The row of a figure between the one before it and the one behind it; None where its ends are left open.

        `last` is the row before it in the sentence: an end that neither the words nor the tally give is as there.
        """
        before, after = self._beside(figure, since, until)
        if before and self._owns_another(before[-1], figure):
            return None
        ends = self._told(before, after)
        if ends is None:
            return None
        if not ends and not self._close(figure, since, until):
            return None
        source, target = ends.get("source"), ends.get("target")
        source = source or (self.tally.source if target != self.tally.source else None)
        target = target or (self.tally.target if source != self.tally.target else None)
        if last is not None and ends and not self.tally.open:
            source, target = source or last.source, target or last.target
        if source is None and self._here and _FROM_ONE.search(self.sentence.text, self.tally.start):
            return None
        if self._here and self.tally.kind != "put" and (source is None) != (target is None):
            source, target = source or "WLD", target or "WLD"
        if source is None or target is None or source == target:
            return None
        return Row(source, target, min([figure.start, *(m.start for m in before if m.code in {source, target})]))

    def _owns_another(self, mention: Mention, figure: Figure) -> bool:
        """As in "Kenya's inflation hit 11.7 per cent": the figure is of what the country has, which is no noun of a tally."""
        text = self.sentence.text
        if NOUN.search(text, mention.end, figure.start):
            return False
        return mention.use == "adjective" or _OWNS.match(text, mention.end) is not None

    @property
    def _here(self) -> bool:
        return self.tally.sentence == self.sentence.index

    def _close(self, figure: Figure, since: int, until: int) -> bool:
        """A figure without a country beside it is of the noun that stands near it; nobody else is named there."""
        if self.tally.kind == "ride":
            return True
        first = next((m.code for m in self.sentence.mentions if since <= m.start < until and trades(m.code)), None)
        if _OF_ONE.search(self.sentence.text[: self.tally.start]):
            return False  # "its investment in the country": whose stands before
        near = self._here and abs(figure.start - self.tally.start) < 2 * _NEAR
        return near and first in {None, self.tally.source, self.tally.target}

    def _beside(self, figure: Figure, since: int, until: int) -> tuple[list[Mention], list[Mention]]:
        """The countries before a figure and behind it that may be of its row."""
        if self.tally.kind == "ride":
            return [], []
        text = self.sentence.text
        named = [m for m in self.sentence.mentions if trades(m.code)]
        before = [
            m for m in named if since <= m.start < figure.start and not CLAUSE_BREAK.search(text, m.end, figure.start)
        ]
        after = [m for m in named if figure.end <= m.start < until and self._leads(figure, m)]
        if after and before and placed(self.sentence, before[-1]) == placed(self.sentence, after[0]):
            before = []  # "1,000 a week in Tanzania and 500 in Uganda": the first is of the figure before
        return before, after

    def _leads(self, figure: Figure, mention: Mention) -> bool:
        """As in "139,483 in Tanzania", "25,190 British"."""
        gap = self.sentence.text[figure.end : mention.start]
        if len(gap) >= _NEAR or "," in gap or CLAUSE_BREAK.search(gap):
            return False
        return placed(self.sentence, mention) is not None or (mention.use == "demonym" and len(gap) < _TOUCHING)

    def _told(self, before: Sequence[Mention], after: Sequence[Mention]) -> dict[End, str] | None:
        """Which countries of a row are at which end; None where the one nearest to its figure may be at either."""
        ends: dict[End, str] = {}
        nearest = [*before[-1:], *after[:1]]
        asked = [*after[:1], *before[: -_LOOKED_AT - 1 : -1]]
        for m in sorted(asked, key=lambda m: placed(self.sentence, m) is None):
            end = self._end_of(m, ahead=m in before)
            if end in ends and m.code != ends[end] and placed(self.sentence, m) is None:
                other: End = "target" if end == "source" else "source"
                end = other if other not in ends and m in before[-1:] else None
            if end is None:
                if m in nearest:
                    return None
            elif end not in ends and m.code not in ends.values():
                ends[end] = m.code
        return ends

    def _gets_too(self, mention: Mention) -> bool:
        """As in "Cash transfers to Nepal fell 5 per cent, while Senegal saw a 3 per cent decline": another who receives."""
        named = any(m.code == self.tally.target and m.end < mention.start for m in self.sentence.mentions)
        return named and _SEES.match(self.sentence.text, mention.end) is not None

    def _end_of(self, mention: Mention, *, ahead: bool) -> End | None:
        """Which end a country of a row stands at: by its own words, else the one that the tally leaves open."""
        told, tally = placed(self.sentence, mention), self.tally
        if mention.code in {tally.source, tally.target}:
            return "source" if mention.code == tally.source else "target"
        if told is None and tally.kind == "sent" and self._gets_too(mention):
            return "target"
        if told is None and mention.use == "demonym":
            told = "source"
        if told is None and tally.target is None and TAKES_IN.match(self.sentence.text, mention.end):
            told = "target"
        if told is not None:
            taken = tally.source if told == "source" else tally.target
            return None if tally.open and taken is not None else told
        if tally.open:
            return "target" if tally.target is None else "source"
        return (tally.led or "source") if ahead else None


_SEES: Final = re.compile(
    r"\s+(?:(?:can|could|may|might|will|would|is|was|has|had|also|expect(?:s|ed)?|likely|set|to)\s+)*"
    r"(?:sees?|saw|seen|receives?|received|gets?|got|records?|recorded|registers?|registered|posts?|posted)\b"
)
