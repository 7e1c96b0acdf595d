"""Claims in words, written from rows of flows: true, nearly true, false and undecidable, with what a reader should get.

Whoever writes a claim knows its truth from the rows alone: no code of the reader or the check is used here. A `Case` says
which verdicts are right for its class; `fields` are the claim's own, for scoring the reader and the check apart.
"""

from __future__ import annotations

import math
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

NAMES = {
    "DEU": "Germany", "FRA": "France", "NAM": "Namibia", "VNM": "Vietnam", "CHL": "Chile", "KEN": "Kenya", "JPN": "Japan",
    "CIV": "Ivory Coast", "TUR": "Turkey", "PER": "Peru", "POL": "Poland", "IDN": "Indonesia", "MEX": "Mexico",
    "EGY": "Egypt", "PRK": "North Korea", "RUS": "Russia", "CHN": "China", "SRB": "Serbia",
}  # fmt: skip
PRODUCTS = {"cars": "8703", "coffee": "0901", "textiles": "50-63", "crude oil": "2709"}
SUPPORTED = frozenset({"supported", "supported-with-context"})
_OF_IMPORTS = re.compile(r"\b[Ii]mport(?:s|ed)\b|\bbought\b")
RIGHT = {
    "true": SUPPORTED,
    "near": frozenset({"imprecise", "contradicted"}),
    "false": frozenset({"contradicted"}),
    "no-data": frozenset({"no-data"}),
}
"""The verdicts that are right for a class."""
UP = ("rose", "grew", "increased", "climbed", "went up")
DOWN = ("fell", "declined", "decreased", "dropped", "went down")
HEDGES = {
    "about": ("about", "around", "some", "roughly", "approximately"),
    "almost": ("almost", "nearly", "close to", "just under"),
    "over": ("more than", "over", "at least", "just over"),
    "under": ("less than", "under", "up to"),
}
Key = tuple[str, str, str | None, int]


class World(NamedTuple):
    """Flows by exporter, importer, product (None: all) and year, in US dollars; a partner `WLD` is all of them."""

    levels: dict[Key, float]

    def level(self, key: Key) -> float | None:
        return self.levels.get(key)


@dataclass(frozen=True)
class Case:
    """A text of one sentence, its class, what is wrong with it, and the claim that it makes."""

    text: str
    published: str
    kind: str
    shape: str
    slip: str = ""
    fields: dict[str, Any] = field(default_factory=dict, hash=False)


def made_world(seed: int = 11) -> World:
    """A made world: every pair trades both ways, the first of `YEARS` to the last, in all products of the table."""
    draw = random.Random(seed)  # noqa: S311
    levels: dict[Key, float] = {}
    for a in NAMES:
        for b in NAMES:
            if a == b:
                continue
            size = 10 ** draw.uniform(6, 10.5)
            shares = {product: draw.uniform(0.05, 0.22) for product in PRODUCTS}
            for year in YEARS:
                size *= math.exp(
                    draw.choice([-1, 1]) * draw.choice([draw.uniform(0.02, 0.045), draw.uniform(0.1, 0.8)])
                )
                levels[a, b, None, year] = round(size)
                for product, share in shares.items():
                    levels[a, b, product, year] = round(size * share * draw.uniform(0.7, 1.3))
    for a in NAMES:
        for year in YEARS:
            levels[a, "WLD", None, year] = sum(levels[a, b, None, year] for b in NAMES if b != a)
            levels["WLD", a, None, year] = sum(levels[b, a, None, year] for b in NAMES if b != a)
    return World(levels)


BASE = "size of the base"
"""A slip in the first of two levels: the claim of the last one is true by itself."""
YEARS = range(2009, 2015)


def printed(value: float, digits: int, how: Callable[[float], float] = round) -> float:
    step = 10.0 ** (math.floor(math.log10(abs(value))) - digits + 1)
    return float(f"{how(value / step) * step:.12g}")


def money(value: float, draw: random.Random) -> str:
    """A sum of dollars as papers print one, with all its digits."""
    for scale, long, short in ((1e9, "billion", "bn"), (1e6, "million", "m")):
        if value >= scale:
            number = f"{value / scale:.10g}"
            return draw.choice(
                [f"${number} {long}", f"US${number} {long}", f"{number} {long} dollars", f"${number}{short}",
                 f"{number} {long} U.S. dollars", f"USD {number} {long}"]
            )  # fmt: skip
    return draw.choice([f"${value:,.0f}", f"US${value:,.0f}", f"{value:,.0f} dollars"])


def percent(number: float, draw: random.Random) -> str:
    return draw.choice([f"{abs(number):g} percent", f"{abs(number):g} per cent", f"{abs(number):g}%"])


def possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


class Writer:
    """Writes about one flow of a world, chosen by the draw. `stated` is what countries state of themselves in it."""

    stated = "exports"

    def __init__(self, world: World, draw: random.Random) -> None:
        self.world, self.draw = world, draw
        while True:
            self.a, self.b = draw.sample(self.countries(), 2)
            self.year = draw.choice(self.years())
            if self.level() and self.level(year=self.year - 1) and self.level(a=self.b, b=self.a):
                break
        self.product = draw.choice(list(PRODUCTS))

    def countries(self) -> list[str]:
        return list(NAMES)

    def partners(self) -> list[str]:
        """All partners that the world has, named in sentences or not."""
        return self.countries()

    def years(self) -> list[int]:
        return list(YEARS)[1:]

    def all_years(self) -> list[int]:
        """All years that the figures have."""
        return list(YEARS)

    def level(self, **other: Any) -> float:
        a, b, product, year = (other.get(n, d) for n, d in
                               (("a", self.a), ("b", self.b), ("product", None), ("year", self.year)))  # fmt: skip
        return self.world.level((a, b, product, year)) or 0.0

    def trade(self, year: int | None = None) -> float:
        year = year or self.year
        return self.level(year=year) + self.level(a=self.b, b=self.a, year=year)

    def growth(self, now: float, before: float) -> float:
        return (now / before - 1) * 100

    def cases(self) -> Iterator[Case]:
        """Cases of every class about this flow."""
        for make in (self.levels, self.balances, self.changes, self.level_and_change, self.from_to, self.multiples,
                     self.shares, self.trends, self.ranks, self.comparisons, self.without_data):  # fmt: skip
            yield from make()

    def case(self, shape: str, kind: str, slip: str = "", **slots: Any) -> Case:
        """Fill a sentence; claim fields go by their names, words by their slots."""
        fields = slots.pop("fields", {})
        year = slots.pop("year", self.year)
        words = {
            "X": NAMES[self.a], "Xs": possessive(NAMES[self.a]), "Y": NAMES[self.b], "Ys": possessive(NAMES[self.b]),
            "y": year, "y0": year - 1, "p": self.product,
        } | slots  # fmt: skip
        if fields.get("indicator") == "exports" and _OF_IMPORTS.search(shape):  # the same flow, told of who buys
            fields = fields | {
                "indicator": "imports", "reporter": fields["partner"], "partner": fields["reporter"],
            }  # fmt: skip
        later = self.draw.choice([1, 1, 3]) if "{y}" in shape else 1  # "last year" is that before publication
        text = shape.format(**words)
        text = text[0].upper() + text[1:]
        return Case(text, f"{max(year, self.year) + later}-03-15", kind, shape, slip, {"period": str(year), **fields})

    def other(self, *but: str) -> str:
        return self.draw.choice([c for c in self.countries() if c not in {self.a, self.b, *but}])

    # ------------------------------------------------------------------------------------------------ levels

    def levels(self) -> Iterator[Case]:  # noqa: C901 -- one claim after the other
        draw = self.draw
        scopes = [
            (EXPORTS, None, self.level(), "exports"),
            (IMPORTS, None, self.level(), "exports"),
            (PRODUCT, self.product, self.level(product=self.product), "exports"),
            (TRADE, None, self.trade(), "trade"),
        ]
        for shapes, product, value, indicator in scopes:
            if not value:
                continue
            fields = {"indicator": indicator, "reporter": self.a, "partner": self.b, "product": product}

            def told(number: float, kind: str, slip: str = "", hedge: str | None = None, digits: int | None = None,
                     shapes: tuple[str, ...] = shapes, fields: dict[str, Any] = fields, **slots: Any) -> Case:  # fmt: skip
                word = f"{draw.choice(HEDGES[hedge])} " if hedge else ""
                claim = {**fields, "value": number, "unit": "USD", "bound": hedge} | slots.pop("claim", {})
                if digits:
                    claim["digits"] = {"value": digits}
                return self.case(draw.choice(shapes), kind, slip, V=word + money(number, draw), fields=claim, **slots)

            d = draw.choice([2, 3, 4])
            while d < 6 and round(printed(value, d) / 10.0 ** (math.floor(math.log10(value)) - d + 1)) % 10 == 0:
                d += 1  # what ends in a zero may be read as more exact than it was meant
            plain = printed(value, d)
            step = 10.0 ** (math.floor(math.log10(plain)) - d + 1)
            yield told(plain, "true")
            yield told(printed(value, 2), "true", hedge="about")
            yield told(printed(value, 2, math.floor), "true", hedge="over")
            yield told(printed(value, 2, math.ceil), "true", hedge="under")
            up = printed(value, 2, math.ceil)
            if up - value <= 0.04 * up:
                yield told(up, "true", hedge="almost")
            off = plain + draw.choice([-1, 1]) * draw.choice([2, 3, 4]) * step
            if round(off / step) % 10:
                yield told(off, "near", "units of the last digit")
            above, below = printed(value, 3, math.ceil), printed(value, 3, math.floor)
            if value - below > 0.001 * value:
                yield told(below, "near", "almost, and above", hedge="almost")
            if above - value > 0.001 * value:
                yield told(above, "near", "over, and below", hedge="over")
            yield told(plain * 1000 if value < 1e8 else plain / 1000, "false", "a slip of a thousand")
            yield told(printed(value * draw.uniform(2.5, 5), 3), "false", "size", draw.choice([None, "about", "over"]))
            yield told(printed(value / draw.uniform(2.5, 5), 3), "false", "size", draw.choice([None, "about", "over"]))
            if product is None and far(value, self.whole(indicator, self.year - 1)):
                yield told(plain, "false", "year", year=self.year - 1)
            if indicator == "exports":
                stranger = self.other()
                there = self.level(b=stranger, product=product)
                if there and far(value, there):
                    yield told(plain, "false", "partner", Y=NAMES[stranger], Ys=possessive(NAMES[stranger]),
                               claim={"partner": stranger})  # fmt: skip
                back = self.level(a=self.b, b=self.a, product=product)
                if back and far(value, back):
                    swapped = {"X": NAMES[self.b], "Xs": possessive(NAMES[self.b]), "Y": NAMES[self.a],
                               "Ys": possessive(NAMES[self.a])}  # fmt: skip
                    yield told(plain, "false", "the other way", **swapped,
                               claim={"reporter": self.b, "partner": self.a})  # fmt: skip
            if product is None and indicator == "trade" and far(self.level(), self.trade()):
                yield told(printed(self.level(), 3), "false", "one way for both")
            if product and far(self.level(), value):
                yield told(printed(self.level(), 3), "false", "scope")

    def whole(self, indicator: str, year: int) -> float:
        return self.trade(year) if indicator == "trade" else self.level(year=year)

    def balances(self) -> Iterator[Case]:
        gap = self.level() - self.level(a=self.b, b=self.a)
        if abs(gap) < 0.05 * self.trade():
            return
        word, wrong = ("surplus", "deficit") if gap > 0 else ("deficit", "surplus")
        number = printed(abs(gap), 3)
        claim = {"indicator": "balance", "reporter": self.a, "partner": self.b, "unit": "USD"}

        def told(size: float, word: str, kind: str, slip: str = "") -> Case:
            value = size * (1 if word == "surplus" else -1)
            return self.case(self.draw.choice(BALANCE), kind, slip, g=word, V=money(size, self.draw),
                             fields=claim | {"value": value})  # fmt: skip

        yield told(number, word, "true")
        yield told(number, wrong, "false", "the other sign")
        yield told(printed(number * 3, 3), word, "false", "size")

    # ----------------------------------------------------------------------------------------------- changes

    def changes(self) -> Iterator[Case]:
        draw = self.draw
        for shapes, product, indicator in ((CHANGE_X, None, "exports"), (CHANGE_M, None, "exports"),
                                           (CHANGE_P, self.product, "exports"), (CHANGE_T, None, "trade")):  # fmt: skip
            now, before = self.amounts(indicator, product)
            if not now or not before:
                continue
            change = self.growth(now, before)
            if abs(change) < 2 or abs(change) > 400:
                continue
            claim = {"indicator": indicator, "reporter": self.a, "partner": self.b, "product": product}

            def told(number: float, kind: str, slip: str = "", hedge: str | None = None,
                     shapes: tuple[str, ...] = shapes, claim: dict[str, Any] = claim) -> Case:  # fmt: skip
                word = f"{draw.choice(HEDGES[hedge])} " if hedge else ""
                return self.case(
                    draw.choice(shapes), kind, slip, v=draw.choice(UP if number > 0 else DOWN),
                    P=word + percent(number, draw), fields=claim | {"change_pct": number, "bound": hedge},
                )  # fmt: skip

            exact = round(change) if abs(change) >= 10 else round(change, 1)
            yield told(exact, "true")
            yield told(round(change, 1), "true")
            down = math.copysign(math.floor(abs(change)), change)
            if abs(down) >= 5:
                yield told(down, "true", hedge="over")
                above = math.copysign(math.ceil(abs(change)), change)
                if abs(above - change) > 0.05:
                    yield told(above, "near", "more than, and below", hedge="over")
                if abs(down - change) > 0.05:
                    yield told(down, "near", "almost, and above", hedge="almost")
            if abs(change) > 12:
                off = unround(round(change) + draw.choice([-1, 1]) * draw.choice([2, 3]))
                yield told(off, "near", "points")
            yield told(-exact, "false", "direction")
            yield told(math.copysign(round(abs(change) * 2.2 + 6), change), "false", "size")
            if indicator == "trade":
                one = self.growth(self.level(), self.level(year=self.year - 1))
                if 2 < abs(one) < 400 and abs(one - change) > max(0.4 * abs(change), 5):
                    yield told(round(one, 1), "false", "one way for both")

    def amounts(self, indicator: str, product: str | None) -> tuple[float, float]:
        if indicator == "trade":
            return self.trade(), self.trade(self.year - 1)
        return self.level(product=product), self.level(product=product, year=self.year - 1)

    def level_and_change(self) -> Iterator[Case]:
        draw = self.draw
        for shapes, indicator in ((BOTH_X, "exports"), (BOTH_T, "trade")):
            now, before = self.amounts(indicator, None)
            change = self.growth(now, before)
            if not 2 < abs(change) < 400:
                continue
            exact, value = (round(change) if abs(change) >= 10 else round(change, 1)), printed(now, 3)
            claim = {"indicator": indicator, "reporter": self.a, "partner": self.b, "unit": "USD"}

            def told(change: float, value: float, kind: str, slip: str = "", shapes: tuple[str, ...] = shapes,
                     claim: dict[str, Any] = claim) -> Case:  # fmt: skip
                return self.case(
                    draw.choice(shapes), kind, slip, v=draw.choice(UP if change > 0 else DOWN),
                    P=percent(change, draw), V=money(value, draw),
                    fields=claim | {"change_pct": change, "value": value},
                )  # fmt: skip

            yield told(exact, value, "true")
            yield told(-exact, value, "false", "right level, wrong direction")
            yield told(math.copysign(round(abs(change) * 2.2 + 6), change), value, "false", "right level, wrong change")
            yield told(exact, printed(now * 3, 3), "false", "right change, wrong level")
            if abs(change) > 12:
                yield told(unround(round(change) + draw.choice([-3, 3])), value, "near", "points")

    def from_to(self) -> Iterator[Case]:
        now, before = printed(self.level(), 3), printed(self.level(year=self.year - 1), 3)
        if not far(now, before):
            return
        claim = {"indicator": "exports", "reporter": self.a, "partner": self.b, "unit": "USD"}

        def told(first: float, last: float, kind: str, slip: str = "") -> Case:
            verb = self.draw.choice(UP if last > first else DOWN)
            return self.case(self.draw.choice(FROM_TO), kind, slip, v=verb, V0=money(first, self.draw),
                             V=money(last, self.draw), fields=claim | {"value": last})  # fmt: skip

        yield told(before, now, "true")
        yield told(now, before, "false", "the years the other way round")
        yield told(printed(before * 3, 3), now, "false", BASE)
        difference = printed(abs(self.level() - self.level(year=self.year - 1)), 3)
        for size, kind, slip in ((difference, "true", ""), (printed(difference * 3, 3), "false", "size")):
            verb = self.draw.choice(UP if now > before else DOWN)
            signed = size if now > before else -size
            yield self.case(self.draw.choice(DIFFERENCE), kind, slip, v=verb, V=money(size, self.draw),
                            fields=claim | {"change_value": signed})  # fmt: skip

    def multiples(self) -> Iterator[Case]:
        ratio = self.level() / self.level(year=self.year - 1)
        claim = {"indicator": "exports", "reporter": self.a, "partner": self.b}
        for words, low, high, change in (("more than doubled", 2.01, 2.4, 100), ("nearly doubled", 1.96, 1.995, 100),
                                         ("almost tripled", 2.9, 2.99, 200), ("more than halved", 0.39, 0.49, -50)):  # fmt: skip
            told = claim | {"change_pct": change, "bound": "over" if words.startswith("more") else "almost"}
            if low <= ratio <= high:
                yield self.case(self.draw.choice(MULTIPLE), "true", m=words, fields=told)
            elif (ratio < 1.5 and change > 0) or (ratio > 0.9 and change < 0):
                yield self.case(
                    self.draw.choice(MULTIPLE), "false", "size", m=words, fields=claim | {"change_pct": change}
                )

    # ------------------------------------------------------------------------------------------------ shares

    def shares(self) -> Iterator[Case]:
        draw = self.draw
        part, of_pair, world = self.level(product=self.product), self.level(), self.level(b="WLD")
        claim = {"indicator": "exports", "reporter": self.a, "partner": self.b}
        sides = [(SHARE_P, part, of_pair, {"product": self.product, "share_of": "reporter_exports_to_partner"}, self.trade()),
                 (SHARE_W, of_pair, world, {"share_of": "reporter_total_exports"}, self.level(a="WLD", b=self.b))]  # fmt: skip
        for shapes, top, bottom, more, wrong_whole in sides:
            if not top or not bottom:
                continue
            share = top / bottom * 100

            def told(number: float, kind: str, slip: str = "", hedge: str | None = None, shapes: tuple[str, ...] = shapes,
                     more: dict[str, Any] = more) -> Case:  # fmt: skip
                word = f"{draw.choice(HEDGES[hedge])} " if hedge else ""
                return self.case(draw.choice(shapes), kind, slip, P=word + percent(number, draw),
                                 fields=claim | more | {"share_pct": number, "bound": hedge})  # fmt: skip

            if share < 1.5:
                continue
            exact = round(share) if share >= 10 else round(share, 1)
            yield told(exact, "true")
            yield told(math.floor(share), "true", hedge="over")
            yield told(round(share, 1), "true")
            if share > 12:
                yield told(unround(round(share) + draw.choice([-3, 3])), "near", "points")
            yield told(min(97, round(share * 2.3 + 4)), "false", "size")
            if wrong_whole and far(share, top / wrong_whole * 100) and top / wrong_whole > 0.015:
                yield told(round(top / wrong_whole * 100, 1), "false", "share of the wrong whole")

    # ------------------------------------------------------------------------------------- words without numbers

    def changes_of_all(self, told: str) -> list[float]:
        """The changes of the trade with all partners that a rapid one is held against, in percent; none if one lacks."""

        def sold(who: str, year: int) -> float:
            return self.level(a=who, b="WLD", year=year)

        def bought(who: str, year: int) -> float:
            return self.level(a="WLD", b=who, year=year)

        def both(who: str, year: int) -> float:
            ways = sold(who, year), bought(who, year)
            return sum(ways) if all(ways) else 0.0

        wholes = {"exports": [(sold, self.a)], "imports": [(bought, self.b)], "trade": [(both, self.a), (both, self.b)]}
        found = [(whole(who, self.year), whole(who, self.year - 1)) for whole, who in wholes[told]]
        return (
            [(now / before - 1) * 100 for now, before in found] if all(now and before for now, before in found) else []
        )

    def trends(self) -> Iterator[Case]:
        draw = self.draw
        for shapes, indicator in ((TREND_X, "exports"), (TREND_M, "imports"), (TREND_T, "trade")):
            now, before = self.amounts("trade" if indicator == "trade" else "exports", None)
            change = self.growth(now, before)
            if abs(change) < 1:
                continue
            sides = (self.b, self.a) if indicator == "imports" else (self.a, self.b)
            claim = {"indicator": indicator, "reporter": sides[0], "partner": sides[1]}
            along, against = (UP, DOWN) if change > 0 else (DOWN, UP)
            word = "up" if change > 0 else "down"
            turned = "down" if change > 0 else "up"

            def told(verbs: tuple[str, ...], manner: str, direction: str, kind: str, slip: str = "",
                     shapes: tuple[str, ...] = shapes, claim: dict[str, Any] = claim) -> Case:  # fmt: skip
                fields = claim | {"direction": direction, "strength": manner.strip() or None}
                return self.case(draw.choice(shapes), kind, slip, v=draw.choice(verbs) + manner, fields=fields)

            yield told(along, "", word, "true")
            yield told(against, "", turned, "false", "direction")
            yield told(against, draw.choice([" sharply", " slightly"]), turned, "false", "direction")
            if abs(change) > 16:
                of_all = [each if change > 0 else -each for each in self.changes_of_all(indicator)]
                if of_all and abs(abs(change) - max(of_all)) > 1:
                    more = abs(change) > max(of_all)
                    yield told(
                        along,
                        draw.choice([" sharply", " rapidly"]),
                        word,
                        "true" if more else "near",
                        "" if more else "strength",
                    )
                yield told(along, draw.choice([" slightly", " modestly"]), word, "near", "strength")
            elif abs(change) < 4.8:
                yield told(along, draw.choice([" slightly", " modestly"]), word, "true")
                yield told(along, draw.choice([" sharply", " rapidly"]), word, "near", "strength")
        earlier = [level for y in self.all_years() if y < self.year and (level := self.level(year=y))]
        if len(earlier) >= 4:
            best = max(earlier)
            claim = {"indicator": "exports", "reporter": self.a, "partner": self.b, "direction": "record_high"}
            if self.level() > best:
                yield self.case(draw.choice(RECORD), "true", fields=claim)
            elif self.level() < 0.9 * best:
                yield self.case(draw.choice(RECORD), "false", "no record", fields=claim)

    def ranks(self) -> Iterator[Case]:
        order = sorted((c for c in self.partners() if c != self.a), key=lambda c: -self.level(b=c))
        if sum(self.level(b=c) > 0 for c in order) < 10:
            return
        words = ("largest", "second-largest", "third-largest")
        for place, word in enumerate(words):
            if order[place] not in NAMES or order[(place + 4) % 10] not in NAMES:
                continue
            partner = order[place]
            other = order[(place + 4) % 10]
            fields = {"indicator": "exports", "reporter": self.a}
            for who, kind in ((partner, "true"), (other, "false")):
                yield self.case(self.draw.choice(RANK), kind, "" if kind == "true" else "rank", r=word, Y=NAMES[who],
                                Ys=possessive(NAMES[who]),
                                fields=fields | {"partner": who, "rank": place + 1, "direction": None})  # fmt: skip

    def comparisons(self) -> Iterator[Case]:
        third = self.other()
        ours, theirs = self.level(), self.level(b=third)
        if not theirs or not far(ours, theirs):
            return
        first, second = (self.b, third) if ours > theirs else (third, self.b)
        for one, two, kind, slip in ((first, second, "true", ""), (second, first, "false", "the other way round")):
            yield self.case(
                self.draw.choice(COMPARE), kind, slip, Y=NAMES[one], Z=NAMES[two],
                fields={"indicator": "exports", "reporter": self.a, "partner": one, "larger_than": two, "direction": None},
            )  # fmt: skip

    def without_data(self) -> Iterator[Case]:
        draw = self.draw
        value = printed(self.level(), 3)
        claim = {"indicator": "exports", "reporter": self.a, "partner": self.b, "value": value, "unit": "USD"}
        yield self.case(draw.choice(EXPORTS), "no-data", "no such year", V=money(value, draw), year=2031, fields=claim)
        if not self.world.level((self.a, "MNG", None, self.year)):
            yield self.case(draw.choice(EXPORTS), "no-data", "no such partner", V=money(value, draw), Y="Mongolia",
                        Ys="Mongolia's", fields=claim | {"partner": "MNG"})  # fmt: skip
        yield self.case(draw.choice(PRODUCT), "no-data", "no such product", V=money(value, draw), p="wheat",
                        fields=claim | {"product": "wheat"})  # fmt: skip
        yield self.case(draw.choice(EXPORTS), "no-data", "no rate of the currency", V=f"{value / 1e6:.10g} million euros",
                        fields=claim | {"unit": "EUR"})  # fmt: skip


def unround(number: int) -> int:
    """A number beside it that ends in no zero: a zero at the end may be a rounded figure."""
    return number if number % 10 else number + (1 if number > 0 else -1)


def far(a: float, b: float) -> bool:
    return min(a, b) > 0 and max(a, b) / min(a, b) > 1.5


EXPORTS = (
    "{Xs} exports to {Y} were worth {V} in {y}.",
    "{X} exported {V} worth of goods to {Y} in {y}.",
    "In {y}, {Xs} exports to {Y} stood at {V}.",
    "{X} sold {V} worth of goods to {Y} in {y}.",
    "{Xs} exports to {Y} amounted to {V} in {y}, according to customs data.",
    "Shipments from {X} to {Y} came to {V} in {y}.",
    "Exports from {X} to {Y} hit {V} in {y}, official figures show.",
    "The value of {Xs} exports to {Y} was {V} in {y}.",
)
IMPORTS = (
    "{Ys} imports from {X} totaled {V} in {y}.",
    "{Y} imported {V} of goods from {X} in {y}.",
    "{Y} bought {V} worth of goods from {X} in {y}.",
    "Imports from {X} into {Y} were worth {V} in {y}.",
    "In {y} {Y} imported goods worth {V} from {X}.",
)
PRODUCT = (
    "{Xs} exports of {p} to {Y} were worth {V} in {y}.",
    "{Y} imported {V} worth of {p} from {X} in {y}.",
    "{Xs} {p} exports to {Y} totaled {V} in {y}.",
    "{X} shipped {V} worth of {p} to {Y} in {y}.",
    "{Ys} imports of {p} from {X} amounted to {V} in {y}.",
)
TRADE = (
    "Trade between {X} and {Y} was worth {V} in {y}.",
    "Bilateral trade between {X} and {Y} totaled {V} in {y}.",
    "Two-way trade between {X} and {Y} stood at {V} in {y}.",
    "{Xs} trade with {Y} amounted to {V} in {y}.",
    "Trade turnover between {X} and {Y} reached {V} in {y}.",
)
BALANCE = (
    "{X} had a trade {g} of {V} with {Y} in {y}.",
    "{Xs} trade {g} with {Y} was {V} in {y}.",
    "{X} ran a {V} trade {g} with {Y} in {y}.",
)
CHANGE_X = (
    "{Xs} exports to {Y} {v} {P} in {y}.",
    "{Xs} exports to {Y} {v} by {P} in {y} from a year earlier.",
    "Exports from {X} to {Y} {v} {P} year on year in {y}.",
    "In {y}, {Xs} exports to {Y} {v} {P}, the ministry said.",
    "{Xs} exports to {Y} {v} {P} last year.",
)
CHANGE_M = (
    "{Ys} imports from {X} {v} {P} in {y}.",
    "{Ys} imports of goods from {X} {v} by {P} in {y} compared with {y0}.",
)
CHANGE_P = (
    "{Xs} exports of {p} to {Y} {v} {P} in {y}.",
    "{Ys} {p} imports from {X} {v} {P} in {y}.",
)
CHANGE_T = (
    "Trade between {X} and {Y} {v} {P} in {y}.",
    "Bilateral trade between {X} and {Y} {v} by {P} in {y} from the previous year.",
    "{Xs} trade with {Y} {v} {P} in {y}.",
)
BOTH_X = (
    "{Xs} exports to {Y} {v} {P} to {V} in {y}.",
    "{Ys} imports from {X} {v} {P} from a year earlier to {V} in {y}.",
    "Exports from {X} to {Y} {v} by {P} in {y}, to {V}.",
)
BOTH_T = (
    "Trade between {X} and {Y} {v} {P} to {V} in {y}.",
    "Bilateral trade between {X} and {Y} {v} {P} in {y} to {V}.",
)
FROM_TO = (
    "{Xs} exports to {Y} {v} from {V0} in {y0} to {V} in {y}.",
    "Exports from {X} to {Y} {v} to {V} in {y} from {V0} in {y0}.",
)
DIFFERENCE = (
    "{Xs} exports to {Y} {v} by {V} in {y}.",
    "{Ys} imports from {X} {v} by {V} in {y} from a year earlier.",
)
MULTIPLE = ("{Xs} exports to {Y} {m} in {y}.", "{Ys} imports from {X} {m} in {y}.")
SHARE_P = (
    "{p} accounted for {P} of {Xs} exports to {Y} in {y}.",
    "{p} made up {P} of {Xs} exports to {Y} in {y}.",
    "In {y}, {P} of {Xs} exports to {Y} were {p}.",
)
SHARE_W = (
    "{Y} accounted for {P} of {Xs} exports in {y}.",
    "{Y} took {P} of {Xs} total exports in {y}.",
    "{Xs} exports to {Y} made up {P} of its total exports in {y}.",
)
TREND_X = ("{Xs} exports to {Y} {v} in {y}.", "Exports from {X} to {Y} {v} in {y}.")
TREND_M = ("{Ys} imports from {X} {v} in {y}.",)
TREND_T = ("Trade between {X} and {Y} {v} in {y}.", "{Xs} trade with {Y} {v} in {y}.")
RECORD = ("{Xs} exports to {Y} hit a record high in {y}.", "{Xs} exports to {Y} reached an all-time high in {y}.")
RANK = (
    "{Y} was {Xs} {r} export market in {y}.",
    "{Y} was the {r} export destination of {X} in {y}.",
)
COMPARE = (
    "{X} exported more to {Y} than to {Z} in {y}.",
    "{Xs} exports to {Y} exceeded its exports to {Z} in {y}.",
)
SHAPES = (
    *EXPORTS, *IMPORTS, *PRODUCT, *TRADE, *BALANCE, *CHANGE_X, *CHANGE_M, *CHANGE_P, *CHANGE_T, *BOTH_X, *BOTH_T, *FROM_TO,
    *DIFFERENCE, *MULTIPLE, *SHARE_P, *SHARE_W, *TREND_X, *TREND_M, *TREND_T, *RECORD, *RANK, *COMPARE,
)  # fmt: skip


def cases(world: World, rounds: int, seed: int = 7, writer: type[Writer] = Writer) -> list[Case]:
    """Cases of all classes about so many flows, each text once."""
    draw = random.Random(seed)  # noqa: S311
    found = [case for _ in range(rounds) for case in writer(world, draw).cases()]
    return list({case.text: case for case in found}.values())
