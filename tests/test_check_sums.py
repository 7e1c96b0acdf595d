"""Totals that no row states: added up where a dataset lists all goods, never where it holds a few."""

from __future__ import annotations

import pytest

import tieline
from test_check_support import flow, measure, story
from tieline.check import check_claims
from tieline.ledger import Ledger


def outcome(tmp_path, chapters, claim):
    ledger = Ledger.create(tmp_path / "ledger")
    ledger.add_flows(
        flow(hs=(f"{chapter:02d}",), product=None, hs_edition="H4", period=year, value=value)
        for chapter in chapters
        for year, value in ((2013, 1e6), (2014, 1.5e6))
    )
    found = check_claims([claim], ledger, document=story())[-1]
    return found, [ledger.query(sql) for sql in found.sql]


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (measure(value=144e6, digits={"value": 3}), "supported"),  # 96 chapters of 1.5 million
        (measure(value=1.5e6, digits={"value": 2}), "contradicted"),
        (measure(change_pct=50.0), "supported"),
        (measure(change_pct=-50.0), "contradicted"),
    ],
)
def test_a_dataset_of_all_chapters_has_a_total(tmp_path, claim, verdict):
    found, tables = outcome(tmp_path, [c for c in range(1, 98) if c != 77], claim)
    assert found.verdict == verdict
    assert {table["value_usd"].to_pylist()[0] for table in tables} & {96e6, 144e6}


def test_a_dataset_of_a_few_chapters_has_none(tmp_path):
    found, _ = outcome(tmp_path, [44, 47, 48], measure(value=4.5e6))
    assert found.verdict == "no-data"


@pytest.mark.parametrize(
    ("goods", "value", "verdict"),
    [("wood", 21e6, "supported"), ("wood", 90e6, "contradicted"), ("furniture", 90e6, "ambiguous")],
)
def test_headings_of_statistics_without_an_edition_are_a_chapter_where_they_are_there(tmp_path, goods, value, verdict):
    """All headings of wood are listed, and of chapter 94 two of six: their sum decides nothing."""
    codes = [*(f"44{heading:02d}" for heading in range(1, 22)), "9401", "9403"]
    lines = [f"CHN,Import,PRK,{code},1000000,2013" for code in codes]
    table = tmp_path / "table.csv"
    table.write_text("\n".join(["reporter_iso,flow_desc,partner_iso,cmd_code,primary_value,ref_year", *lines]))
    desk = tieline.open(tmp_path / "ledger", bundled=False)
    assert not desk.load(table).problems
    hs = {"wood": ("44",), "furniture": ("94",)}[goods]
    claim = measure(
        indicator="imports", reporter="CHN", partner="PRK", product=goods, hs=hs, period="2013", value=value
    )
    found = check_claims([claim], desk.ledger, document=story())[-1]
    assert found.verdict == verdict
    if goods == "wood":
        assert {"added up from 21 codes" in reading.label for reading in found.readings} == {True}
        assert sum(row["value_usd"] for sql in found.sql for row in desk.ledger.query(sql).to_pylist()) == 21e6
