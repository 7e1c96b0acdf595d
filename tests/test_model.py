"""The nouns: periods and their laws, claims as the contract's JSON, identities by content, what becomes of parts."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieline.model.claims import Comparison, Event, Measure, Quote, Trend, claim_from_json
from tieline.model.documents import Document, content_hash
from tieline.model.flows import Flow, pair_key
from tieline.model.money import currency_of, unit_of
from tieline.model.periods import Period, PeriodError
from tieline.model.verdicts import Part, Reading, Verdict, verdict_from_json, worst
from tieline.model.vocabulary import RATED

SCHEMA = Path(__file__).resolve().parents[2] / "shared" / "contract" / "claims.schema.json"
DAYS = st.dates(date(1850, 1, 1), date(2150, 12, 31))
PERIODS = st.one_of(
    DAYS.map(Period.of_day),
    st.builds(Period.of_month, st.integers(1850, 2150), st.integers(1, 12)),
    st.builds(Period.of_quarter, st.integers(1850, 2150), st.integers(1, 4)),
    st.builds(Period.of_half, st.integers(1850, 2150), st.integers(1, 2)),
    st.builds(Period.of_year, st.integers(1850, 2150)),
    st.tuples(DAYS, DAYS).map(lambda d: Period(min(d), max(d))),
)


@pytest.mark.parametrize(
    ("text", "iso", "precision", "days"),
    [
        ("2014", "2014", "year", 365),
        ("2016", "2016", "year", 366),
        ("2014-02", "2014-02", "month", 28),
        ("2014-03-17", "2014-03-17", "day", 1),
        ("2014-01/2014-03", "2014-01/2014-03", "quarter", 90),
        ("2014-07/2014-12", "2014-07/2014-12", "half", 184),
        ("2014-01/2014-12", "2014", "year", 365),
        ("2013/2014", "2013/2014", "interval", 730),
        ("2014-01-01/2014-01-31", "2014-01", "month", 31),
        ("2014-05-09/2014-05-11", "2014-05-09/2014-05-11", "interval", 3),
        ("2014-02/2014-04", "2014-02/2014-04", "interval", 89),
    ],
)
def test_periods_are_read_and_written(text, iso, precision, days):
    period = Period.parse(text)
    assert (period.iso, period.precision, period.days) == (iso, precision, days)


@pytest.mark.parametrize("text", ["", "14", "2014-13", "2014-02-30", "2014/2013", "1/2/3", "March 2014", "2014-W05"])
def test_what_is_no_period_is_refused(text):
    with pytest.raises(PeriodError):
        Period.parse(text)


@given(PERIODS)
def test_a_period_survives_its_own_words(period):
    assert Period.parse(period.iso) == period
    assert Period(period.start, period.end) in period
    assert period.start in period
    assert period.words()
    assert not period.before().overlaps(period)
    assert period.before().end + timedelta(days=1) == period.start


@given(PERIODS, PERIODS)
def test_containment_is_an_order(one, other):
    assert ((one in other) and (other in one)) == (one == other)
    assert not (one in other and not one.overlaps(other))


@given(PERIODS, st.integers(-40, 40))
def test_a_year_later_has_the_same_precision(period, years):
    moved = period.shifted_years(years)
    if period.whole_months:
        assert (moved.precision, moved.start.month, moved.end.month) == (
            period.precision,
            period.start.month,
            period.end.month,
        )
        assert moved.shifted_years(-years) == period


QUOTE = Quote.of("Trade grew 5 percent.", 0, 20)
CLAIMS = [
    Measure(
        document="d",
        version="v",
        quote=QUOTE,
        indicator="exports",
        reporter="CHL",
        partner="PRT",
        product="copper",
        hs=("2603", "74"),
        period=Period.parse("2031-01/2031-06"),
        base=Period.parse("2030-01/2030-06"),
        value=180e6,
        unit="USD",
        change_pct=12.5,
        sources=("customs",),
        bounds={"change_pct": "almost"},
        bound="almost",
        digits={"value": 3},
    ),
    Measure(
        document="d",
        version="v",
        quote=QUOTE,
        indicator="trade",
        reporter="CHL",
        partner=None,
        change_value=-6.5,
        unit="USD",
        inferred=("period",),
        scope=("services",),
    ),
    Trend(
        document="d",
        version="v",
        quote=QUOTE,
        indicator="trade",
        reporter="CHL",
        partner="WLD",
        direction="record_high",
        strength="sharply",
    ),
    Trend(
        document="d",
        version="v",
        quote=QUOTE,
        indicator="imports",
        reporter="CHL",
        partner="PRT",
        direction=None,
        compared_with=Comparison("imports", "CHL", None, Period.parse("2030"), 2),
    ),
    Event(
        document="d",
        version="v",
        quote=QUOTE,
        actor="URY",
        target="EST",
        type="CONSULT",
        mode="meet",
        date=Period.parse("2031-08-04"),
        modality="declined",
    ),
]


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda c: f"{c.kind}-{c.quote.exact[:5]}")
def test_a_claim_survives_its_json(claim):
    data = json.loads(json.dumps(claim.to_json()))
    assert claim_from_json(data, version="v") == claim
    assert claim_from_json(data, version="v").claim_id == claim.claim_id == data["claim_id"]
    if SCHEMA.exists():
        jsonschema.validate(data, json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_a_claim_needs_a_number_and_a_quote():
    with pytest.raises(ValueError, match="without a number"):
        Measure(document="d", version="v", quote=QUOTE, indicator="trade", reporter="CHL", partner="PRT")
    with pytest.raises(ValueError, match="no such slice"):
        Quote.of("short", 2, 9)
    with pytest.raises(ValueError, match="unknown kind"):
        claim_from_json({"kind": "guess"})


def test_identity_goes_by_content():
    one = Document("a", "text", url="http://x/1")
    assert one.version_id == Document("a", "text", url="http://x/1").version_id
    assert one.version_id != Document("a", "other", url="http://x/1").version_id
    assert one.address == Document("b", "other", url="http://x/1").address
    assert content_hash("a", None) != content_hash("a", "") != content_hash("", "a")
    assert content_hash("ab", "c") != content_hash("a", "bc")


def test_a_row_of_statistics_is_its_figure():
    row = {
        "publisher": "p",
        "dataset": "d",
        "vintage": "2015",
        "reporter": "PRK",
        "partner": "RUS",
        "flow": "exports",
        "period": Period.parse("2014"),
    }
    assert Flow(**row, value=1.0).row_id == Flow(**row, value=1.0, origin="other.csv:3").row_id
    assert Flow(**row, value=1.0).row_id != Flow(**row, value=2.0).row_id


@given(*[st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=6)] * 4)
def test_a_pair_has_one_number(a, b, c, d):
    assert pair_key(a, b) == pair_key(b, a)
    assert (pair_key(a, b) == pair_key(c, d)) == ({a, b} == {c, d} and sorted((a, b)) == sorted((c, d)))
    assert 0 <= pair_key(a, b) < 2**63


@pytest.mark.parametrize(("one", "other"), list(product(RATED, RATED)))
def test_the_worst_part_decides(one, other):
    assert worst([one, other]) == worst([other, one]) == max(one, other, key=RATED.index)


def test_a_verdict_survives_its_json():
    verdict = Verdict(
        claim_id="c",
        document="d",
        kind="measure",
        quote={"exact": "x"},
        dataset="k",
        vintage="2015",
        verdict="imprecise",
        parts=(Part(name="level", verdict="imprecise", claimed=1.0, found=1.1, low=0.9, high=1.05),),
        readings=(Reading(label="r", result={"value": 1.1}, chosen=True, rows=("1",), sql="select 1"),),
        rows=({"row_id": "1"},),
        sql=("select 1",),
    )
    assert verdict_from_json(json.loads(json.dumps(verdict.to_json()))) == verdict


@pytest.mark.parametrize(
    ("word", "country", "code"),
    [
        ("dlrs", None, "USD"),
        ("dollars", "CAN", "CAD"),
        ("crowns", "NOR", "NOK"),
        ("crowns", None, None),
        ("stg", None, "GBP"),
        ("XOF", None, "XOF"),
        ("AUS$", None, "AUD"),
        ("rupees", "LKA", "LKR"),
        ("¥", None, "JPY"),
        ("apples", None, None),
    ],
)
def test_currencies(word, country, code):
    assert currency_of(word, country) == code


@pytest.mark.parametrize(
    ("word", "unit"),
    [
        ("tonnes", ("t", 1.0)),
        ("kt", ("t", 1000.0)),
        ("bpd", ("bbl", 1.0)),
        ("bcm", ("m3", 1e9)),
        ("tourists", ("people", 1.0)),
        ("gwh", ("GWh", 1.0)),
        ("smiles", None),
    ],
)
def test_units(word, unit):
    assert unit_of(word) == unit
