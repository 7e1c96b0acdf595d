"""The axis of time that all panels of a chart share: where a period stands, and which are named below."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tieline.model.periods import Period
from tieline.ties.asking import By, starts_of

_WIDEST = 72
"""How wide a period is at most: a single one is a bar, not a panel full of colour."""
_LETTER = 7.0
"""How wide a letter of a period's name is, at most."""
_APART = 14
"""How far apart the names of two periods stand at least."""
_ROUND = (1, 2, 5, 10, 20, 25, 50, 100)
"""So many years may lie between two that are named: what people count in."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Periods side by side, from the first of any panel to the last.

    Attributes:
        names: The periods, in short.
        places: By first day the place of a period.
        left: Where the first begins.
        step: How wide one is.
    """

    names: tuple[str, ...]
    places: dict[date, int]
    left: float
    step: float

    @classmethod
    def of(cls, periods: Sequence[str], left: float, width: float) -> Axis:
        """The axis of ISO periods of one length, as wide as `width` at most."""
        parsed = [Period.parse(each) for each in dict.fromkeys(periods)]
        starts = starts_of(min(one.start for one in parsed), max(one.start for one in parsed), _by(parsed[0]))
        names = tuple(_short(start, _by(parsed[0])) for start in starts)
        return cls(names, {start: at for at, start in enumerate(starts)}, left, min(width / len(starts), _WIDEST))

    def x(self, period: str) -> float:
        """Where a period begins."""
        return self.left + self.places[Period.parse(period).start] * self.step

    @property
    def right(self) -> float:
        """Where the last one ends."""
        return self.left + len(self.names) * self.step

    def labels(self) -> Iterator[tuple[float, str, str]]:
        """The first and the last period, and as many round ones between them as there is room for: x, anchor, name."""
        yield self.left, "start", self.names[0]
        if len(self.names) < 2:
            return
        end = self.right - self._wide(self.names[-1])
        if end < self.left + self._wide(self.names[0]) + _APART:
            return
        taken = self.left + self._wide(self.names[0])
        for at in self._between():
            middle, half = self.left + (at + 0.5) * self.step, self._wide(self.names[at]) / 2
            if middle - half >= taken + _APART and middle + half <= end - _APART:
                yield middle, "middle", self.names[at]
                taken = middle + half
        yield self.right, "end", self.names[-1]

    def _between(self) -> list[int]:
        """Places that may be named between the first and the last: of years the round ones."""
        least = math.ceil((self._wide(self.names[0]) + _APART) / self.step)
        if not self.names[0].isdigit():
            every = math.ceil((1.5 * self._wide(self.names[0]) + _APART) / self.step - 0.5)
            return list(range(every, len(self.names) - 1, every))
        every = next((each for each in _ROUND if each >= least), least)
        return [at for at, name in enumerate(self.names[:-1]) if at and int(name) % every == 0]

    @staticmethod
    def _wide(name: str) -> float:
        return len(name) * _LETTER


def _by(period: Period) -> By:
    """Of which length a period of a series is."""
    named: dict[str, By] = {"year": "year", "quarter": "quarter", "month": "month"}
    return named.get(period.precision, "week")


def _short(start: date, by: By) -> str:
    if by == "quarter":
        return f"{start.year} Q{(start.month + 2) // 3}"
    return start.isoformat()[: {"year": 4, "month": 7, "week": 10}[by]]


def short_period(iso: str) -> str:
    """A period of a series as short as it goes; a week by its first day.

    >>> [short_period(each) for each in ("2018", "2018-04/2018-06", "2018-04", "2018-01-01/2018-01-07")]
    ['2018', '2018 Q2', '2018-04', '2018-01-01']
    """
    period = Period.parse(iso)
    return _short(period.start, _by(period))
