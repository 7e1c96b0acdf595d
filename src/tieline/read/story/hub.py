"""The one country whose trade, guests or money a story goes through partner by partner, and on which side it stands.

A country becomes the hub of a kind of flow once figures of two different others with it have been told, and more than
any other country has.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final, Literal

from tieline.model.claims import Measure
from tieline.model.vocabulary import FLOW_DIRECTIONS

Side = Literal["reporter", "partner"]
_FEWEST: Final = 2
_MOST: Final = 0.75


@dataclass(slots=True)
class Hub:
    """With whom each country's figures have been told so far, by kind of flow.

    `first_guess` is the owner by the story's words, `chances` how likely each country is to be it, `only_faced` those named behind "to" or "from" alone, `leanings` tells when asked who is spoken of as a seller and who as a buyer (`story.leanings`), `faced_most` the one other country that it is about (`story.owner`);
    `placed` is where each country stood last, `met` in how many of the `many` figures each was.
    """

    first_guess: str | None = None
    chances: dict[str, float] = field(default_factory=dict)
    only_faced: frozenset[str] = frozenset()
    leanings: Callable[[], dict[str, float]] = dict
    faced_most: str | None = None
    faced: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    units: dict[str, set[str | None]] = field(default_factory=lambda: defaultdict(set))
    placed: dict[str, tuple[str, Side]] = field(default_factory=dict)
    met: Counter[str] = field(default_factory=Counter)
    many: int = 0
    goods: Counter[tuple[str, bool]] = field(default_factory=Counter)
    sides: Counter[tuple[str, str, Side]] = field(default_factory=Counter)

    def note(self, measures: Iterable[Measure]) -> None:
        """Keep the sides of what was told, as far as the words told one of them."""
        for measure in measures:
            one, two = measure.reporter, measure.partner
            if one is None or {"reporter", "partner"} <= set(measure.inferred):
                continue
            kind = _kind(measure.indicator)
            if measure.value is not None or measure.change_value is not None:
                self.units[kind].add(measure.unit)
            if two is None:
                continue
            self.many += 1
            self.met.update({one, two})
            self.placed[one], self.placed[two] = (measure.indicator, "reporter"), (measure.indicator, "partner")
            if measure.indicator in {"exports", "imports"}:
                self.goods[one, measure.indicator == "exports"] += 1
                self.goods[two, measure.indicator == "imports"] += 1
            self.faced[kind][one].add(two)
            self.faced[kind][two].add(one)
            self.sides[kind, one, "reporter"] += 1
            self.sides[kind, two, "partner"] += 1

    @property
    def owner(self) -> str | None:
        """The country that all figures are of, by the story's words, as long as what it tells does not speak against it."""
        borne_out = self.first_guess is not None and self.met[self.first_guess] >= _MOST * self.many
        return self.first_guess if borne_out else None

    @property
    def about(self) -> str | None:
        """The owner of a story that goes through many, none of which it faces more than the others."""
        return self.owner if self.faced_most is None else None

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

    def has_told(self, indicator: str, one: str, two: str) -> bool:
        """A figure of this kind between the two has been told."""
        return two in self.faced.get(_kind(indicator), {}).get(one, ())

    def sells(self, code: str) -> bool | None:
        """Whether a country was told as the seller of goods more often than as the buyer; None if neither."""
        sold, bought = self.goods[code, True], self.goods[code, False]
        return None if sold == bought else sold > bought

    def one_way(self, code: str) -> bool:
        """A country was told as the seller of goods alone, or as the buyer alone, more than once."""
        sold, bought = self.goods[code, True], self.goods[code, False]
        return min(sold, bought) == 0 and max(sold, bought) >= _FEWEST

    def gives(self, indicator: str, code: str) -> bool | None:
        """Whether a country was told more often as who gives, in flows of this kind, than as who takes; None if neither."""
        kind = _kind(indicator)
        gave, took = self.sides[kind, code, "reporter"], self.sides[kind, code, "partner"]
        return None if gave == took else gave > took

    def told_in(self, indicator: str, unit: str | None) -> bool:
        """Figures of this kind of flow have been told in the unit."""
        return unit in self.units.get(_kind(indicator), ())

    def side(self, indicator: str, code: str) -> Side:
        """The side on which a country stood more often."""
        kind = _kind(indicator)
        return "reporter" if self.sides[kind, code, "reporter"] >= self.sides[kind, code, "partner"] else "partner"


def _kind(indicator: str) -> str:
    return "goods" if indicator in FLOW_DIRECTIONS else indicator
