"""Why rows of a file were left out, or kept without a figure: many of a kind as one."""

from __future__ import annotations

from dataclasses import dataclass, field

from tieline.trade.files.result import lines_in_words
from tieline.trade.loading.batches import Lines


@dataclass(slots=True)
class Reasons:
    """Why rows were left out: for each reason how many, and the first lines; beyond `kinds` reasons the others as one."""

    found: dict[str, list[int]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    shown: int = 6
    kinds: int = 100

    def add(self, reason: str, lines: Lines | list[int]) -> None:
        """Note a reason for these lines."""
        if len(lines):
            if reason not in self.found and len(self.found) >= self.kinds:
                reason = "cells that can't be read, of further kinds"
            known = self.found.setdefault(reason, [])
            known.extend(int(line) for line in lines[: self.shown - len(known)])
            self.counts[reason] = self.counts.get(reason, 0) + len(lines)

    def take(self, others: Reasons) -> None:
        """Note what others have."""
        for reason, lines in others.found.items():
            self.add(reason, lines)
            self.counts[reason] += others.counts[reason] - len(lines)

    def told(self) -> list[tuple[int, str]]:
        """For each reason the first line, and the reason with the count and the lines of its rows."""
        return [(lines[0], f"{reason}: {count} left out ({words})") for reason, lines, count, words in self._in_words()]

    def kept(self) -> list[str]:
        """For each reason the count and the lines of its rows, which were kept as missing."""
        return [f"{reason}: {count} kept as missing ({words})" for reason, _, count, words in self._in_words()]

    def _in_words(self) -> list[tuple[str, list[int], str, str]]:
        told = []
        for reason, lines in self.found.items():
            count = self.counts[reason]
            many = f"{count} rows" if count > 1 else "1 row"
            known = [*dict.fromkeys(lines)]  # a row of two flows may be left out twice
            words = lines_in_words([*known, *[0] * (count - len(lines))], shown=min(5, len(known)))
            told.append((reason, lines, many, words))
        return told

    @property
    def rows(self) -> int:
        """How many rows were left out."""
        return sum(self.counts.values())
