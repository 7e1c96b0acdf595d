"""A dyad's series: totals and parts never add up twice; missing, zero and not reported stay apart; every figure has its rows."""

from __future__ import annotations

from datetime import date

import pytest

import tieline
from tieline.ledger import Ledger
from tieline.model.errors import MissingDataError, UsageError
from tieline.model.flows import pair_key
from tieline.trade.figures.series import flow_series, revisions, vintages

EMPTY = {"classification": "HS", "edition": "H5", "valuation": "FOB", "basis": "reported", "detail": "", "flags": ""}


def flow(period, code="", usd=0.0, *, reporter="RUS", partner="PRK", flow="exports", vintage="2020", **more):
    """A row as a loader leaves it."""
    first = {4: f"{period}-01-01", 7: f"{period}-01"}[len(period)]
    start = date.fromisoformat(first)
    end = date(start.year, 12, 31) if len(period) == 4 else date(start.year, start.month, 28)
    row = {
        "pair": pair_key(reporter, partner), "dataset": "d", "vintage": vintage, "publisher": "p", "reporter": reporter,
        "partner": partner, "flow": flow, "period": period, "period_start": start, "period_end": end, "unit": "USD",
        "freq": "A" if len(period) == 4 else "M", "code": code, "value_usd": usd, "value": usd,
    }  # fmt: skip
    row = EMPTY | row | more
    row["row_id"] = ".".join(
        str(row[n]) for n in ("vintage", "reporter", "partner", "flow", "period", "code", "detail", "edition")
    )
    return row


def ledger_of(folder, rows) -> Ledger:
    import pyarrow as pa  # noqa: PLC0415

    from tieline.ledger import FLOW_SCHEMA  # noqa: PLC0415

    ledger = tieline.open(folder, bundled=False).ledger
    full = [{name: row.get(name) for name in FLOW_SCHEMA.names} for row in rows]
    ledger.add_flows(pa.Table.from_pylist(full, FLOW_SCHEMA))
    return ledger


CASES = {
    "a whole beside its parts": ([flow("2014", "", 100), flow("2014", "27", 60), flow("2014", "270112", 60)], "", 100, "reported"),
    "parts of two levels": ([flow("2014", "27", 60), flow("2014", "270112", 60), flow("2014", "03", 5)], "", 65, "reported"),
    "a chapter from its codes": ([flow("2014", "270112", 40), flow("2014", "270900", 20)], "27", 60, "reported"),
    "a part of a row": ([flow("2014", "", 100), flow("2014", "", 70, detail="mot=1000")], "", 100, "reported"),
    "two editions": ([flow("2014", "270112", 60), flow("2014", "270112", 60, edition="H4")], "", 60, "reported"),
    "a whole in two classifications": (
        [flow("2014", "", 60), flow("2014", "", 60, classification="SITC", edition="S3")], "", 60, "reported",
    ),
    "goods in words": ([flow("2014", "27", 60), flow("2014", "", 3, product="fish")], "", 60, "reported"),
    "zero": ([flow("2014", "", 0.0)], "", 0, "zero"),
    "withheld": ([flow("2014", "", None)], "", None, "missing"),
    "a part withheld": ([flow("2014", "27", 60), flow("2014", "03", None)], "", None, "incomplete"),
    "twelve months": ([flow(f"2014-{m:02}", "", 1.0) for m in range(1, 13)], "", 12, "reported"),
    "eleven months": ([flow(f"2014-{m:02}", "", 1.0) for m in range(1, 12)], "", None, "incomplete"),
    "a year beside its months": ([flow("2014", "", 100), flow("2014-01", "", 9)], "", 100, "reported"),
    "nothing": ([flow("2013", "", 5)], "", None, "not-reported"),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "product", "usd", "state"), CASES.values(), ids=CASES)
def test_a_figure_is_one_level_of_one_length(tmp_path, rows, product, usd, state):
    ledger = ledger_of(tmp_path / "ledger", rows)
    series = flow_series(
        ledger, "RUS", "PRK", dataset="d", flows=["exports"], product=product, since="2014", until="2014"
    )
    (point,) = series.points
    assert (point.value_usd, point.state) == (usd, state)
    behind = series.rows(ledger, point).to_pylist()
    assert sum(row["value_usd"] or 0 for row in behind) == (usd or point.partial_usd or 0)
    assert len(behind) == point.rows
    assert ledger.query(series.sql).num_rows == (state != "not-reported")


def test_a_product_that_is_not_listed_is_no_zero(tmp_path):
    ledger = ledger_of(tmp_path / "ledger", [flow("2013", "27", 5), flow("2014", "03", 7), flow("2016", "27", 8)])
    points = flow_series(ledger, "RUS", "PRK", dataset="d", flows=["exports"], digits=2).points
    told = {(p.product, p.period): (p.state, p.value_usd, "not-listed" in p.flags) for p in points}
    assert told["27", "2014"] == ("not-reported", None, True)
    assert told["27", "2015"] == ("not-reported", None, False)
    assert told["03", "2014"] == ("reported", 7.0, False)


def test_half_of_two_way_trade_is_no_total(tmp_path):
    rows = [flow("2013", "", 5), flow("2013", "", 3, flow="imports"), flow("2014", "", 7)]
    ledger = ledger_of(tmp_path / "ledger", rows)
    trade = flow_series(ledger, "RUS", "PRK", dataset="d", flows=["trade", "balance"]).points
    assert [(p.flow, p.period, p.value_usd, p.partial_usd, p.state) for p in trade] == [
        ("trade", "2013", 8.0, None, "reported"), ("trade", "2014", None, 7.0, "incomplete"),
        ("balance", "2013", 2.0, None, "reported"), ("balance", "2014", None, None, "incomplete"),
    ]  # fmt: skip


def test_one_figure_of_both_sides_is_told_from_either(tmp_path):
    ledger = ledger_of(tmp_path / "ledger", [flow("2014", "270112", 60, basis="reconciled")])
    points = flow_series(ledger, "PRK", "RUS", dataset="d", flows=["imports"]).points
    assert [(p.value_usd, p.basis, p.reporter) for p in points] == [(60.0, "reconciled", "PRK")]
    assert ledger.query(points[0].sql)["reporter"].to_pylist() == ["RUS"]


def test_vintages_stand_side_by_side(tmp_path):
    ledger = ledger_of(
        tmp_path / "ledger", [flow("2014", "", 5, vintage="2016-02"), flow("2014", "", 6, vintage="2018")]
    )
    assert vintages(ledger, "d") == ["2018", "2016-02"]
    ask = {"dataset": "d", "flows": ["exports"]}
    assert [s.points[0].value_usd for s in revisions(ledger, "RUS", "PRK", **ask)] == [5.0, 6.0]
    known = flow_series(ledger, "RUS", "PRK", as_known_on=date(2016, 2, 29), **ask)
    assert (known.vintage, known.points[0].value_usd) == ("2016-02", 5.0)
    for call, error, words in (
        ({"as_known_on": date(2016, 2, 28)}, MissingDataError, "released by 2016-02-28"),
        ({"vintage": "2019"}, MissingDataError, "there are 2018, 2016-02"),
        ({"dataset": "e"}, MissingDataError, "there are d"),
        ({"by": "week"}, UsageError, "'week' is not allowed"),
        ({"since": "x"}, UsageError, "not a period"),
    ):
        with pytest.raises(error, match=words):
            flow_series(ledger, "RUS", "PRK", **(ask | call))
