"""Claims made from made flows, true, nearly true, false and undecidable, over many pairs, digits and words.

The check must give each class its verdict and may not support one untrue claim; a checker with a flat tolerance fails.
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from dataclasses import dataclass

import pytest

from test_check_support import flow, measure, story, trend
from tieline.check import check_claims
from tieline.ledger import Ledger
from tieline.model.claims import Measure, Trend
from tieline.model.precision import step_of

COUNTRIES = ["DEU", "FRA", "NAM", "VNM", "USA", "CHL", "KEN", "JPN", "CIV", "NLD", "TUR", "PER"]
PRODUCTS = {"cars": "8703", "coffee": "0901", "textiles": "50-63", "crude oil": "2709"}
YEARS = range(2010, 2015)
ROUNDS = 90
FLOOR = 0.97
SUPPORTED = {"supported", "supported-with-context"}
WANTED = {
    "true": SUPPORTED,
    "near": {"imprecise", "contradicted"},
    "false": {"contradicted"},
    "undecidable": {"no-data"},
}


@dataclass(frozen=True)
class World:
    """Made flows: levels[(reporter, partner, flow, product or None, year)] in US dollars."""

    levels: dict[tuple[str, str, str, str | None, int], float]
    pairs: list[tuple[str, str]]


@pytest.fixture(scope="module")
def world() -> World:
    draw = random.Random(20150317)  # noqa: S311
    levels = {}
    pairs = [(a, b) for i, a in enumerate(COUNTRIES) for b in COUNTRIES[i + 1 :] if draw.random() < 0.7]
    for a, b in pairs:
        for which in ("exports", "imports"):
            size = 10 ** draw.uniform(5.5, 11)
            shares = [draw.uniform(0.05, 0.3) for _ in PRODUCTS]
            for year in YEARS:
                size *= math.exp(draw.choice([-1, 1]) * draw.uniform(0.03, 0.6))
                levels[a, b, which, None, year] = round(size)
                for product, share in zip(PRODUCTS, shares, strict=True):
                    levels[a, b, which, product, year] = round(size * share * draw.uniform(0.8, 1.2))
    return World(levels, pairs)


@pytest.fixture(scope="module")
def ledger(world, tmp_path_factory):
    made = Ledger.create(tmp_path_factory.mktemp("made") / "ledger")
    made.add_flows(
        flow(reporter=a, partner=b, flow=which, product=product, hs=(PRODUCTS[product],) if product else (),
             period=year, value=value)
        for (a, b, which, product, year), value in world.levels.items()
    )  # fmt: skip
    return made


def printed(value: float, digits: int, how=round) -> float:
    step = 10.0 ** (math.floor(math.log10(abs(value))) - digits + 1)
    return float(f"{how(value / step) * step:.12g}")


class Maker:
    """Makes claims about one flow of the world."""

    def __init__(self, world: World, draw: random.Random) -> None:
        self.world, self.draw = world, draw
        self.a, self.b = draw.choice(world.pairs)
        self.which = draw.choice(["exports", "imports"])
        self.product = draw.choice([None, *PRODUCTS])
        self.year = draw.choice(YEARS[1:])
        self.value = self.level()
        self.growth = (self.value / self.level(year=self.year - 1) - 1) * 100

    def level(self, which=None, product="same", year=None) -> float:
        product = self.product if product == "same" else product
        return self.world.levels[self.a, self.b, which or self.which, product, year or self.year]

    def claim(self, **given) -> Measure:
        side = {"reporter": self.a, "partner": self.b, "indicator": self.which}
        if self.draw.random() < 0.4:  # the same flow, told from the other side
            other = "imports" if self.which == "exports" else "exports"
            side = {"reporter": self.b, "partner": self.a, "indicator": other}
        hs = (PRODUCTS[self.product],) if self.product else None
        return measure(**({**side, "product": self.product, "hs": hs, "period": str(self.year)} | given))

    def true(self) -> list[Measure | Trend]:
        d = self.draw.choice([1, 2, 3, 4])
        plain = printed(self.value, d)
        claims: list[Measure | Trend] = [
            self.claim(value=plain, digits={"value": d}),
            self.claim(value=printed(self.value, 2), digits={"value": 2}, bound="about"),
            self.claim(
                value=printed(self.value, 2, math.floor),
                digits={"value": 2},
                bound=self.draw.choice(["over", "at_least"]),
            ),
            self.claim(
                value=printed(self.value, 2, math.ceil),
                digits={"value": 2},
                bound=self.draw.choice(["under", "at_most"]),
            ),
        ]
        up = printed(self.value, 2, math.ceil)
        if up - self.value <= 0.04 * up:
            claims.append(self.claim(value=up, digits={"value": 2}, bound="almost"))
        if abs(self.growth) > 1:
            change = printed(self.growth, self.draw.choice([2, 3]))
            claims.append(self.claim(change_pct=change, value=plain, digits={"value": d}))
            direction = "up" if self.growth > 0 else "down"
            strength = "sharply" if abs(self.growth) > 15.1 else "slightly" if abs(self.growth) < 4.9 else None
            base = self.claim(value=1.0)
            claims.append(
                trend(indicator=base.indicator, reporter=base.reporter, partner=base.partner, product=base.product,
                      hs=base.hs, period=str(self.year), direction=direction, strength=strength)
            )  # fmt: skip
        both = self.level("exports") + self.level("imports")
        claims.append(
            self.claim(indicator="trade", reporter=self.b, partner=self.a, value=printed(both, 3), digits={"value": 3})
        )
        gap = self.level("exports") - self.level("imports")
        claims.append(
            self.claim(indicator="balance", reporter=self.a, partner=self.b, value=printed(gap, 3), digits={"value": 3})
        )
        if self.product:
            share = printed(self.value / self.level(product=None) * 100, 2)
            claims.append(self.share(share))
        return claims

    def share(self, share: float) -> Measure:
        whole = f"reporter_{self.which}_{'to' if self.which == 'exports' else 'from'}_partner"
        return self.claim(
            reporter=self.a,
            partner=self.b,
            indicator=self.which,
            share_pct=share,
            share_of=whole,
            digits={"share_pct": 2},
        )

    def near(self) -> list[Measure | Trend]:
        d = self.draw.choice([2, 3, 4])
        plain = printed(self.value, d)
        step = step_of(plain, d)
        off = plain + self.draw.choice([-1, 1]) * self.draw.choice([2, 3, 4]) * step
        above, below = printed(self.value, 3, math.ceil), printed(self.value, 3, math.floor)
        claims = [self.claim(value=off, digits={"value": d})]
        if above - self.value > 0.02 * step:
            claims.append(self.claim(value=above, digits={"value": 3}, bound="over"))
        if self.value - below > 0.02 * step:
            claims.append(self.claim(value=below, digits={"value": 3}, bound="almost"))
        if abs(self.growth) > 20:
            points = self.draw.choice([-1, 1]) * self.draw.uniform(1.1, 4)
            claims.append(
                self.claim(change_pct=round(self.growth + points), value=plain, digits={"value": d, "change_pct": 2})
            )
        return claims

    def false(self) -> list[Measure | Trend]:
        d = self.draw.choice([2, 3])
        plain = printed(self.value, d)
        digits = {"value": d}
        bound = self.draw.choice([None, "about", "almost"])
        other = "imports" if self.which == "exports" else "exports"
        claims = [
            self.claim(value=plain * 1000, digits=digits, bound=bound),
            self.claim(value=plain / 1000, digits=digits, bound=bound),
            self.claim(
                value=plain * self.draw.uniform(3, 5),
                digits={},
                bound=self.draw.choice([None, "over", "under", "about"]),
            ),
            self.claim(
                value=plain / self.draw.uniform(3, 5),
                digits={},
                bound=self.draw.choice([None, "over", "under", "about"]),
            ),
        ]
        if far(self.value, self.level(other)):
            claims.append(
                self.claim(reporter=self.a, partner=self.b, indicator=other, value=plain, digits=digits, bound=bound)
            )
        if far(self.value, self.level(year=self.year - 1)):
            claims.append(self.claim(value=plain, digits=digits, period=str(self.year - 1)))
        both = self.level("exports") + self.level("imports")
        if far(self.value, both):
            claims.append(self.claim(indicator="trade", value=plain, digits=digits))
        if self.product and far(self.value, self.level(product=None)):
            claims.append(self.claim(product=None, hs=None, value=plain, digits=digits))
        if abs(self.growth) > 1:
            claims.append(self.claim(change_pct=-printed(self.growth, 2), value=plain, digits=digits))
            claims.append(self.claim(change_pct=printed(self.growth * 1.5, 2), value=plain, digits=digits))
            direction = "down" if self.growth > 0 else "up"
            base = self.claim(value=1.0)
            claims.append(
                trend(indicator=base.indicator, reporter=base.reporter, partner=base.partner, product=base.product,
                      hs=base.hs, period=str(self.year), direction=direction)
            )  # fmt: skip
        if self.product:
            share = self.value / both * 100
            if far(share, self.value / self.level(product=None) * 100):
                claims.append(self.share(printed(share, 2)))
        return claims

    def undecidable(self) -> list[Measure | Trend]:
        return [
            self.claim(value=self.value, period="2031"),
            self.claim(value=self.value, period=f"{self.year}-03"),
            self.claim(value=self.value, product="gizmos", hs=None),
            self.claim(value=self.value, product="wheat", hs=("1001",)),
            self.claim(value=self.value, unit="EUR"),
            self.claim(value=self.value, partner="MNG", reporter=self.a),
            self.claim(value=self.level(year=2010), period="2010", change_pct=3),
        ]


def far(a: float, b: float) -> bool:
    return max(a, b) / min(a, b) > 1.4


@pytest.fixture(scope="module")
def claims(world):
    draw = random.Random(7)  # noqa: S311
    made = defaultdict(list)
    for _ in range(ROUNDS):
        maker = Maker(world, draw)
        for kind in WANTED:
            made[kind] += getattr(maker, kind)()
    return made


@pytest.fixture(scope="module")
def table(claims, ledger):
    """What the check says of each class."""
    return {kind: list(zip(group, outcomes(group, ledger), strict=True)) for kind, group in claims.items()}


def outcomes(claims, ledger):
    return [verdict for verdict in check_claims(claims, ledger, document=story()) if verdict.dataset is None]


@pytest.mark.parametrize("kind", WANTED)
def test_each_class_gets_its_verdict(table, kind):
    found = Counter(verdict.verdict for _, verdict in table[kind])
    right = sum(count for word, count in found.items() if word in WANTED[kind])
    assert found.total() > 300
    wrong = [(c.to_json(), v.to_json()["parts"]) for c, v in table[kind] if v.verdict not in WANTED[kind]]
    assert right / found.total() >= FLOOR, (found, wrong[:3])


def test_no_untrue_claim_is_supported(table):
    untrue = [(c, v) for kind in ("near", "false", "undecidable") for c, v in table[kind] if v.verdict in SUPPORTED]
    assert [(c.to_json(), v.found) for c, v in untrue] == []


def test_every_decided_claim_has_its_sentence_and_rows(table):
    for kind in ("true", "near", "false"):
        for _, verdict in table[kind]:
            assert verdict.nearest
            assert verdict.nearest.endswith(".")
            assert verdict.rows
            assert verdict.sql
    assert all("tieline load" in verdict.help for _, verdict in table["undecidable"])


@pytest.mark.parametrize("flat", [0.01, 0.02, 0.05, 0.1, 0.25])
def test_a_flat_tolerance_fails(table, flat):
    """The same figures judged with one percentage for all: it supports untrue claims, or misses true ones."""

    def judged(verdict) -> str:
        gaps = [
            abs(part.found - part.claimed) / abs(part.claimed)
            for part in verdict.parts
            if isinstance(part.claimed, float | int)
        ]
        return "supported" if all(gap <= flat for gap in gaps) else "contradicted"

    def said(kind):
        return [
            judged(v) for c, v in table[kind] if isinstance(c, Measure) and all(p.found is not None for p in v.parts)
        ]

    supported_untrue = said("near").count("supported") + said("false").count("supported")
    true = said("true")
    assert supported_untrue > 0 or true.count("supported") / len(true) < FLOOR
