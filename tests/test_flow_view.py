"""The view `flows`: one identity and one set of columns, however little of a row is stored; ledgers of the first format."""

from __future__ import annotations

import json
from dataclasses import replace

import pyarrow as pa
import pytest
from deltalake import write_deltalake

from ledger_samples import flows
from tieline.ledger import FLOW_SCHEMA, Ledger, flows_table
from tieline.ledger.flow_view import filled_flows
from tieline.ledger.schema import EARLIER_FLOW_COLUMNS
from tieline.ledger.tables import offline_duckdb

FLOWS = [
    replace(flow, **more)
    for flow, more in zip(
        flows(),
        (
            {"value": 1e16, "value_usd": 1e16},
            {"value": 0.1 + 0.2, "unit": "EUR"},
            {"value": 1e-7, "product": "Käse", "hs": ("0406", "2106"), "hs_edition": "H4"},
            {"value": None, "unit": None, "change_pct": -14.9},
            {"share_pct": 1 / 3, "partner": "FRA"},
            {"value": 123456789012345680.0, "vintage": ""},
            {"value": 5e-324, "dataset": "it's"},
        ),
        strict=False,
    )
]


def test_a_row_without_its_identity_gets_the_one_that_the_figure_has():
    bare = flows_table(FLOWS)
    bare = bare.set_column(1, "row_id", pa.nulls(len(bare), pa.string()))
    with offline_duckdb() as engine:
        engine.register("bare", bare)
        rows = engine.sql(filled_flows("bare")).to_arrow_table().to_pylist()
    assert [row["row_id"] for row in rows] == [flow.row_id for flow in FLOWS]


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ({"classification": "HS", "edition": "H4", "code": "27"}, {"hs": "27", "hs_edition": "H4", "product": None}),
        ({"classification": "SITC", "edition": "S3", "code": "3"}, {"hs": "", "hs_edition": None, "product": "SITC 3"}),
        ({"classification": "SITC", "code": ""}, {"hs": "", "product": None, "code": ""}),
        ({"hs": "2709,2710", "hs_edition": "H5"}, {"classification": "HS", "edition": "H5", "code": "2709,2710"}),
        ({"unit": "USD", "value_usd": 7.0}, {"value": 7.0}),
        ({"unit": "EUR", "value_usd": 7.0}, {"value": None}),
        ({"origin": "a.zip/b.csv", "line": 12}, {"origin": "a.zip/b.csv:12", "basis": "reported", "valuation": "unknown"}),
        ({"period_start": "2014-01-01", "period_end": "2014-03-31"}, {"freq": "Q"}),
        ({"period_start": "2014-02-01", "period_end": "2014-02-28"}, {"freq": "M"}),
        ({"period_start": "2014-01-01", "period_end": "2014-06-30"}, {"freq": ""}),
    ],
)  # fmt: skip
def test_what_follows_from_other_columns_is_filled_in(stored, shown):
    row = {**dict.fromkeys(FLOW_SCHEMA.names), "reporter": "RUS", "partner": "PRK", **stored}
    for name in ("period_start", "period_end"):
        row[name] = pa.scalar(row[name]).cast(pa.date32()).as_py() if row[name] else None
    with offline_duckdb() as engine:
        engine.register("bare", pa.Table.from_pylist([row], FLOW_SCHEMA))
        (full,) = engine.sql(filled_flows("bare")).to_arrow_table().to_pylist()
    assert {name: full[name] for name in shown} == shown


def test_a_ledger_of_the_first_format_is_read_and_grows(tmp_path):
    folder = tmp_path / "ledger"
    folder.mkdir()
    (folder / "ledger.json").write_text('{"format": 1, "bundled": false, "made_by": "tieline 0.0"}')
    old = flows_table(flows()).select(EARLIER_FLOW_COLUMNS)
    recorded = pa.array([0] * len(old), pa.timestamp("us", tz="UTC"))
    write_deltalake(folder / "flows", old.append_column("recorded", recorded))

    ledger = Ledger.open(folder)
    count = "SELECT count(*) AS n, count(code) AS codes FROM flows WHERE basis = 'reported'"
    assert ledger.query(count).to_pylist() == [{"n": 60, "codes": 60}]
    assert json.loads((folder / "ledger.json").read_text())["format"] == 1
    ledger = Ledger.create(folder)
    assert ledger.add_flows(flows()) == 0
    assert ledger.add_flows(flows(years=[2010])) == 6
    assert ledger.query(count).to_pylist() == [{"n": 66, "codes": 66}]
    assert json.loads((folder / "ledger.json").read_text())["format"] == 2
