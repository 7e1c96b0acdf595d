"""The one country whose trade, guests or money a story goes through partner by partner, and on which side it stands.

A country becomes the hub of a kind of flow once figures of two different others with it have been told, and more than
any other country has.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Literal

from tieline.model.claims import Measure

Side = Literal["reporter", "partner"]
_FEWEST: Final = 2
_GOODS: Final = frozenset({"exports", "imports", "trade", "balance"})


@dataclass(slots=True)
class Hub:
    """With whom each country's figures have been told so far, by kind of flow; `about` is the country that the story names by far most."""

    about: str | None = None
    faced: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    units: dict[str, set[str | None]] = field(default_factory=lambda: defaultdict(set))
    goods: Counter[tuple[str, bool]] = field(default_factory=Counter)
    sides: Counter[tuple[str, str, Side]] = field(default_factory=Counter)

    def note(self, measures: Iterable[Measure]) -> None:
        """Keep the sides of what was told, as far as the words told one of them."""
        for measure in measures:
            one, two = measure.reporter, measure.partner
            if one is None or two is None or {"reporter", "partner"} <= set(measure.inferred):
                continue
            kind = _kind(measure.indicator)
            if measure.value is not None or measure.change_value is not None:
                self.units[kind].add(measure.unit)
            if measure.indicator in {"exports", "imports"}:
                self.goods[one, measure.indicator == "exports"] += 1
                self.goods[two, measure.indicator == "imports"] += 1
            self.faced[kind][one].add(two)
            self.faced[kind][two].add(one)
            self.sides[kind, one, "reporter"] += 1
            self.sides[kind, two, "partner"] += 1

    def of(self, indicator: str) -> str | None:
        """The hub of flows of this kind; None as long as no country has faced more others than every other one."""
        ranked = sorted(
            ((len(others), code) for code, others in self.faced.get(_kind(indicator), {}).items() if code != "WLD"),
            reverse=True,
        )
        if not ranked or (self.about is not None and ranked[0][0] == self.others(indicator, self.about)):
            return self.about
        clear = bool(ranked) and ranked[0][0] >= _FEWEST and (len(ranked) == 1 or ranked[0][0] > ranked[1][0])
        return ranked[0][1] if clear else None

    def others(self, indicator: str, code: str) -> int:
        """With how many others a country's figures of this kind have been told."""
        return len(self.faced.get(_kind(indicator), {}).get(code, ()))

    def sells(self, code: str) -> bool | None:
        """Whether a country was told as the seller of goods more often than as the buyer; None if neither."""
        sold, bought = self.goods[code, True], self.goods[code, False]
        return None if sold == bought else sold > bought

    def one_way(self, code: str) -> bool:
        """A country was told as the seller of goods alone, or as the buyer alone, more than once."""
        sold, bought = self.goods[code, True], self.goods[code, False]
        return min(sold, bought) == 0 and max(sold, bought) >= _FEWEST

    def told_in(self, indicator: str, unit: str | None) -> bool:
        """Figures of this kind of flow have been told in the unit."""
        return unit in self.units.get(_kind(indicator), ())

    def side(self, indicator: str, code: str) -> Side:
        """The side on which a country stood more often."""
        kind = _kind(indicator)
        return "reporter" if self.sides[kind, code, "reporter"] >= self.sides[kind, code, "partner"] else "partner"


def _kind(indicator: str) -> str:
    return "goods" if indicator in _GOODS else indicator
