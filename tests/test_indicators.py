"""Indicators against tables worked out by hand, from every kind of frame; and what they must refuse."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa
import pytest

from test_series import flow, ledger_of
from tieline.model.errors import UsageError
from tieline.trade.figures.points import Point
from tieline.trade.indicators.advantage import advantages, rsca
from tieline.trade.indicators.composition import composition, composition_change, similarity
from tieline.trade.indicators.concentration import dependences, hhi, strategic_dependency
from tieline.trade.indicators.growth import cagr, change, contributions, growth
from tieline.trade.indicators.intensity import balance, complementarity, trade_intensity
from tieline.trade.indicators.records import largest, rank, record_since
from tieline.trade.indicators.year_flows import year_of_flows

# exports:        fish  oil  steel |  sum
#   RUS             10   80     10 |  100
#   PRK             30    0     20 |   50
#   CHN             60   20    370 |  450
#   sum            100  100    400 |  600
EXPORTS = [
    ("RUS", "03", 10.0), ("RUS", "27", 80.0), ("RUS", "72", 10.0), ("PRK", "03", 30.0), ("PRK", "72", 20.0),
    ("CHN", "03", 60.0), ("CHN", "27", 20.0), ("CHN", "72", 370.0),
]  # fmt: skip
COLUMNS = ("country", "product", "value")


def frames(rows, columns):
    data = {name: [row[at] for row in rows] for at, name in enumerate(columns)}
    return {"arrow": pa.table(data), "pandas": pd.DataFrame(data)}


def point(period, usd, *, state=None, flags=(), marks=()):
    return Point(
        reporter="RUS", partner="PRK", flow="exports", product="", classification="HS", edition=None, period=period,
        value_usd=usd, state=state or ("reported" if usd is not None else "not-reported"), flags=flags, marks=marks,
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["arrow", "pandas", "ledger", "polars"])
def test_revealed_advantage(tmp_path, kind):
    if kind == "ledger":
        rows = [flow("2014", code, value, reporter=who, partner="DEU") for who, code, value in EXPORTS]
        rows.append(flow("2014", "270112", 80.0, reporter="RUS", partner="DEU"))  # a part, beside its chapter
        source = year_of_flows(ledger_of(tmp_path / "ledger", rows), 2014, dataset="d", digits=2)
    elif kind == "polars":
        source = pytest.importorskip("polars").DataFrame(EXPORTS, schema=list(COLUMNS), orient="row")
    else:
        source = frames(EXPORTS, COLUMNS)[kind]
    found = {(row["country"], row["product"]): row for row in advantages(source).to_pylist()}
    assert len(found) == len(EXPORTS)
    for cell, rca, nrca in (
        (("RUS", "27"), (80 / 100) / (100 / 600), 80 / 600 - 100 * 100 / 600**2),
        (("PRK", "03"), (30 / 50) / (100 / 600), 30 / 600 - 50 * 100 / 600**2),
        (("CHN", "72"), (370 / 450) / (400 / 600), 370 / 600 - 450 * 400 / 600**2),
    ):
        assert found[cell]["rca"] == pytest.approx(rca)
        assert found[cell]["nrca"] == pytest.approx(nrca)
        assert found[cell]["rsca"] == pytest.approx(rsca(rca))


@pytest.mark.parametrize("kind", ["arrow", "pandas"])
def test_dependence_of_all_on_all(kind):
    rows = [("RUS", "CHN", 60.0), ("RUS", "DEU", 30.0), ("RUS", "PRK", 10.0), ("PRK", "CHN", 9.0), ("FSM", "CHN", 0.0)]
    found = dependences(frames(rows, ("country", "partner", "value"))[kind]).to_pylist()
    assert [(r["country"], r["partner"], r["share"], r["rank"], r["partners"]) for r in found] == [
        ("PRK", "CHN", 1.0, 1, 1), ("RUS", "CHN", 0.6, 1, 3), ("RUS", "DEU", 0.3, 2, 3), ("RUS", "PRK", 0.1, 3, 3),
    ]  # fmt: skip
    assert [found[0]["hhi"], found[0]["hhi_normalised"], found[1]["hhi"], found[1]["effective"]] == pytest.approx(
        [1.0, 1.0, 0.46, 1 / 0.46]
    )
    one = hhi({"CHN": 60, "DEU": 30, "PRK": 10})
    assert (one.hhi, one.normalised) == pytest.approx((0.46, (0.46 - 1 / 3) / (2 / 3)))
    assert found[1]["hhi_normalised"] == pytest.approx(one.normalised)


def test_growth_against_the_same_period_and_its_doubts():
    points = [
        point("2012", 1e6), point("2013", 1.5e6, flags=("suspected-copy",)), point("2014", 3e6), point("2015", None),
        point("2016", 9e6), point("2017", 4.5e6),
    ]  # fmt: skip
    told = [(c.period, c.pct, c.note) for c in growth(points)]
    assert told == [
        ("2012", None, "no-base"), ("2013", 50.0, ""), ("2014", 100.0, "doubtful-base"), ("2015", None, "no-figure"),
        ("2016", None, "no-base"), ("2017", -50.0, ""),
    ]  # fmt: skip
    months = [point("2013-02", 2e5), point("2013-03", 9e5), point("2014-02", 3e5)]
    assert [(c.base, c.pct) for c in growth(months)][2] == ("2013-02", 50.0)
    assert [c.pct for c in growth(points, years=2)][2] == pytest.approx(200.0)
    assert change(500.0, 5.0) == change(500.0, 5.0, least=1e5)
    assert (change(500.0, 5.0).note, change(500.0, 5.0, least=1).note, change(5.0, 0.0).note) == (
        "small-base", "", "zero-base",
    )  # fmt: skip
    assert cagr(100, 161.051, 5) == pytest.approx(10.0)


def test_contributions_add_up_to_the_growth_of_the_whole():
    parts = contributions({"27": 60, "03": 40}, {"27": 90, "03": 30, "72": 5})
    assert list(parts.items()) == [("27", 30.0), ("03", -10.0), ("72", 5.0)]
    assert sum(parts.values()) == pytest.approx((125 / 100 - 1) * 100)


def test_composition_and_similarity():
    old, new = {"27": 60, "03": 40}, pd.DataFrame({"product": ["27", "27", "72"], "value": [20, 10, 70]})
    assert composition(new) == {"72": 0.7, "27": 0.3}
    assert composition_change(old, new) == pytest.approx({"72": 70.0, "03": -40.0, "27": -30.0})
    assert similarity(old, new) == pytest.approx(0.3)
    assert complementarity(old, new) == pytest.approx(30.0)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"exports": 50, "imports_within": 25}, (0.68, 0.8, 2.0, True)),
        ({"exports": 50, "imports_within": 300}, (0.68, 0.25, 2.0, False)),
        ({"exports": 0, "imports_within": 25}, (0.68, 0.8, None, True)),
        ({"exports": 50}, (0.68, None, 2.0, None)),
        ({"exports": 50, "production": 150}, (0.68, 0.5, 2.0, False)),
        ({"exports": 200, "thresholds": (0.9, 0.5, 1.0)}, (0.68, None, 0.5, False)),
    ],
)
def test_strategic_dependency(given, expected):
    found = strategic_dependency({"CHN": 80, "USA": 20}, **given)
    assert (found.cdi1, found.cdi2, found.cdi3, found.dependent) == (pytest.approx(expected[0]), *expected[1:])


def test_intensity_and_balance():
    assert trade_intensity(20, 100, 1000, 10000) == pytest.approx(2.0)
    assert (balance(10.0, 30.0).usd, balance(10.0, 30.0).normalised) == (-20.0, -0.5)
    assert balance(None, 3.0) is None


def test_ranks_and_records():
    parts = {"CHN": 90, "RUS": 5, "IND": 5, "DEU": 0}
    assert (rank(parts, "RUS"), largest(parts), largest({"CHN": 0})) == ((2, 3), ("CHN",), ())
    points = [
        point("2010", 9.0), point("2011", 4.0), point("2012", 7.0, flags=("suspected-copy",)), point("2013", None),
        point("2014", 6.0),
    ]  # fmt: skip
    high, low = record_since(points, "2014"), record_since(points, "2014", kind="low")
    assert (high.since, high.ever, high.holes) == ("2010", False, ("2012", "2013"))
    assert (low.since, record_since(points, "2011", kind="low").ever) == ("2011", True)
    assert record_since(points, "2013") is None
    assert record_since(points, "2010") is None


REFUSED = {
    "a missing value": (lambda: advantages(pd.DataFrame({"country": ["A"], "product": ["1"], "value": [None]})), "missing is not zero"),
    "a negative one": (lambda: hhi({"CHN": -1, "USA": 3}), "negative"),
    "no column": (lambda: advantages(pd.DataFrame({"country": ["A"], "value": [1.0]})), "without product"),
    "no frame": (lambda: advantages([1]), "no data frame"),
    "nothing": (lambda: composition({"27": 0}), "nothing"),
    "no base": (lambda: contributions({}, {"27": 1}), "base is nothing"),
    "a part above its whole": (lambda: trade_intensity(20, 10, 100, 1000), "more than its whole"),
    "not listed": (lambda: rank({"CHN": 1}, "RUS"), "not last"),
    "two series": (lambda: growth([point("2012", 1), Point(**{f: getattr(point("2013", 1), f) for f in Point.__slots__} | {"flow": "imports"})]), "2 series"),
    "no years": (lambda: cagr(1, 2, 0), "0 years"),
}  # fmt: skip


@pytest.mark.parametrize(("call", "words"), REFUSED.values(), ids=REFUSED)
def test_what_has_no_meaning_is_refused(call, words):
    with pytest.raises(UsageError, match=words):
        call()
