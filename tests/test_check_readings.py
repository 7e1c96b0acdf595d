"""Readings of a claim: which are tried, how likely each is, what it gives, and what it does to the verdict."""

from __future__ import annotations

import dataclasses

import pytest

from test_check_support import flow, measure, story
from tieline.check import check_claims
from tieline.ledger import Ledger
from tieline.model.errors import UnreadableInputError
from tieline.model.rates import Rates


@pytest.fixture
def against(tmp_path):
    def check(claim, *flows, **more):
        ledger = Ledger.create(tmp_path / f"ledger-{len(list(tmp_path.iterdir()))}")
        ledger.add_flows(flows)
        verdicts = check_claims([claim], ledger, document=story(), **more)
        return next((v for v in verdicts if v.dataset), verdicts[-1])

    return check


def names(verdict):
    return {reading.name: reading.result.get("value", reading.result.get("change_pct")) for reading in verdict.readings}


def oil(hs, value, **more):
    return flow(product=None, hs=(hs,), hs_edition="H4", value=value, **more)


def test_oil_is_crude_crude_and_products_or_all_mineral_fuel(against):
    rows = [oil("2709", 30e6), oil("2710", 12e6), oil("27", 50e6)]
    claim = measure(product="oil", hs=("2709",), value=30e6, digits={"value": 2})
    found = against(claim, *rows)
    assert names(found) == {"own-figures": 30e6, "wider-products": 42e6, "widest-products": 50e6}
    assert sum(reading.prior for reading in found.readings) == pytest.approx(1, abs=0.01)
    assert (found.parts[0].least, found.parts[0].most) == (30e6, 50e6)
    wide = against(dataclasses.replace(claim, value=42e6), *rows)
    assert wide.verdict == "ambiguous"
    assert wide.parts[0].note == "it holds if oil is read as HS 2709, 2710: $42 million"
    assert against(dataclasses.replace(claim, value=70e6), *rows).verdict == "contradicted"


def months(year, level, first=1, last=12):
    return [flow(reporter="JPN", partner="PER", period=f"{year}-{m:02d}", value=level) for m in range(first, last + 1)]


def test_a_year_may_be_fiscal_and_one_unsaid_the_last_twelve_months(against):
    rows = [*months(2013, 10e6), *months(2014, 20e6), *months(2015, 40e6, last=2)]
    claim = measure(reporter="JPN", partner="PER", period="2013", value=150e6, digits={"value": 3})
    found = against(claim, *rows)
    assert names(found) == {"own-figures": 120e6, "fiscal-year": 150e6}  # April 2013 to March 2014
    assert found.verdict == "contradicted"
    assert "it holds if the year is Japan's fiscal year" in found.parts[0].note
    unsaid = measure(reporter="JPN", partner="PER", period=None, value=240e6, digits={"value": 3})
    assert (
        names(against(unsaid, *rows))["trailing-year"] == 10 * 20e6 + 2 * 40e6
    )  # to February 2015, published in March


def test_china_is_tried_with_hong_kong_and_exports_without_what_was_sent_on(against):
    rows = [
        flow(reporter="CHN", partner="PER", value=100e6),
        flow(reporter="HKG", partner="PER", value=30e6),
        flow(reporter="CHN", partner="PER", flow="re-exports", value=20e6),
    ]
    found = against(measure(reporter="CHN", partner="PER", value=130e6, digits={"value": 3}), *rows)
    assert names(found) == {"own-figures": 100e6, "with-hong-kong": 130e6, "domestic-exports": 80e6}
    assert found.verdict == "contradicted"
    joint = next(reading for reading in found.readings if reading.name == "with-hong-kong")
    assert len(joint.rows) == 2
    assert "'HKG'" in joint.sql


def test_the_sql_of_every_reading_gives_its_rows_again(tmp_path):
    ledger = Ledger.create(tmp_path / "ledger")
    ledger.add_flows(
        [
            flow(reporter="CHN", partner="PER", value=100e6),
            flow(reporter="HKG", partner="PER", value=30e6),
            flow(reporter="PER", partner="CHN", flow="imports", value=120e6),
        ]
    )
    (found, _) = check_claims([measure(reporter="CHN", partner="PER", value=100e6)], ledger, document=story())
    assert {reading.name for reading in found.readings} == {"own-figures", "mirror", "reconciled", "with-hong-kong"}
    for reading in found.readings:
        assert set(ledger.query(reading.sql)["row_id"].to_pylist()) == set(reading.rows)


def test_a_change_without_money_may_be_one_of_tonnage(tmp_path):
    import pyarrow as pa  # noqa: PLC0415

    from tieline.ledger import flows_table  # noqa: PLC0415

    ledger = Ledger.create(tmp_path / "ledger")
    table = flows_table([flow(period="2013", value=10e6), flow(period="2014", value=11e6)])
    place = table.schema.get_field_index("net_kg")
    ledger.add_flows(table.set_column(place, "net_kg", pa.array([1e6, 1.5e6])))
    claim = measure(value=None, change_pct=50.0, base="2013", digits={"change_pct": 2})
    (found, _) = check_claims([claim], ledger, document=story())
    assert names(found) == {"own-figures": pytest.approx(10), "volume": pytest.approx(50)}
    assert found.verdict == "ambiguous"
    assert found.parts[0].note == "it holds if the change is one of tonnage: +50.0%"


def test_other_currencies_only_by_the_rates_that_the_user_gives(against, tmp_path):
    claim = measure(value=9e6, unit="EUR", digits={"value": 1})
    silent = against(claim, flow(value=12e6))
    assert silent.verdict == "no-data"
    assert "give a table of rates with --rates" in silent.help
    table = tmp_path / "rates.csv"
    table.write_text("currency,period,usd,source\nEUR,2014,1.329,central bank\n", encoding="utf-8")
    found = against(claim, flow(value=12e6), rates=Rates.read(table))
    assert found.verdict == "supported"
    assert "at 1.329 USD for 1 EUR in 2014 (central bank)" in found.readings[0].label
    (rate,) = (row for row in found.rows if row["flow"] == "exchange rate")
    assert (rate["product"], rate["period"], rate["value"], rate["citation"]) == ("EUR", "2014", 1.329, "central bank")
    assert rate["row_id"] in found.readings[0].rows
    assert all("exchange rate" not in sql for sql in found.sql)
    assert against(measure(value=9e6, unit="EUR", period="2013"), flow(value=12e6, period="2013"),
                   rates=Rates.read(table)).verdict == "no-data"  # fmt: skip


RATES = Rates.of([("EUR", "2013", 1.25, "bank"), ("EUR", "2014", 1.0, "bank"), ("CNY", "2014", 0.2, "bank")])
BOTH = (
    flow(value=10e6, period="2013"),
    flow(value=10e6),
    flow(flow="imports", value=30e6, period="2013"),
    flow(flow="imports", value=12e6),
)


@pytest.mark.parametrize(
    ("given", "rows", "verdict", "found"),
    [  # worked by hand: $10m of 2013 are 8 million euros, $10m of 2014 are 10
        ({"value": 10e6, "change_pct": 25.0, "unit": "EUR"}, BOTH, "supported", [10e6, 25.0]),
        ({"change_pct": 0.0, "value": 10e6, "unit": "EUR"}, BOTH, "contradicted", [10e6, 25.0]),
        ({"change_pct": 0.0}, BOTH, "supported", [0.0]),  # without a currency it is one of dollars
        ({"change_value": 2e6, "unit": "EUR"}, BOTH, "supported", [2e6]),
        ({"change_pct": -87.5, "value": -2e6, "unit": "EUR", "indicator": "balance"}, BOTH, "supported", [-2e6, -87.5]),
        ({"change_pct": 0.0, "unit": "CNY"}, BOTH, "no-data", [None]),  # no rate of 2013
        ({"share_pct": 20.0, "share_of": "reporter_total_exports"},  # 10 million yuan of $10m are 2 of 10
         (flow(value=10e6, unit="CNY"), flow(partner="WLD", value=10e6)), "supported", [20.0]),
        ({"share_pct": 40.0, "share_of": "reporter_total_exports"},  # both in one other currency: no rate is needed
         (flow(value=4e6, unit="GBP"), flow(partner="WLD", value=10e6, unit="GBP")), "supported", [40.0]),
    ],
)  # fmt: skip
def test_changes_shares_and_balances_are_of_amounts_at_the_rate_of_their_own_period(
    against, given, rows, verdict, found
):
    got = against(measure(**given), *rows, rates=RATES)
    assert got.verdict.startswith(verdict)  # with context or without
    assert [part.found for part in got.parts] == pytest.approx(found)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("currency,usd\nEUR,1.3\n", "has no column period"),
        ("currency,period,usd\nEUR,2014,much\n", "line 2"),
        ("currency,period,usd\nEUR,2014,-1\n", "a rate is above zero"),
    ],
)
def test_a_table_that_is_none_is_told_with_its_line(tmp_path, text, says):
    table = tmp_path / "rates.csv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableInputError, match=says):
        Rates.read(table)
