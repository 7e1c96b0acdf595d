"""Statistics files to flows: the figures layout, totals by pair, and files that are neither."""

from __future__ import annotations

import gzip
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from tieline.ledger import FLOW_SCHEMA
from tieline.model.errors import UnreadableInputError, UsageError
from tieline.model.flows import Flow, pair_key
from tieline.model.periods import Period
from tieline.trade import bundled_flows, load_flows
from tieline.trade.layouts.cells import number

OEC = Path(__file__).parents[2] / "shared/data/trade/oec_bilateral_totals_1963_2014.parquet"


def rows_of(path: Path, **options: str):
    loading = load_flows(path, **options)
    tables = list(loading.tables)
    assert all(table.schema == FLOW_SCHEMA for table in tables)
    return loading, [row for table in tables for row in table.to_pylist()]


def write(folder: Path, text: str | bytes, name: str = "table.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


# ------------------------------------------------------------------------------------------------- figures


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_figures_in_any_order_of_columns_and_with_any_delimiter(tmp_path, delimiter, mark):
    header = ["Flow", "period", "partner", "REPORTER", "unit", "value", "product", "change_pct", "note"]
    cells = ["X", "2014-03", "842", "NA", "USD", '"1,234,567.5"', "crude oil", "-14.9", "kept aside"]
    path = write(tmp_path, f"{mark}{delimiter.join(header)}\n{delimiter.join(cells)}\n", "press.csv")
    loading, (row,) = rows_of(path)
    assert (loading.layout, loading.dataset, loading.problems) == ("figures", "press", [])
    assert (row["reporter"], row["partner"], row["flow"]) == ("NAM", "USA", "exports")
    assert (row["value"], row["value_usd"], row["change_pct"]) == (1_234_567.5, 1_234_567.5, -14.9)
    assert (row["product"], row["hs"], row["period"], row["dataset"]) == ("crude oil", "2709", "2014-03", "press")


def test_a_row_that_cannot_be_read_is_left_out_and_the_rest_goes_on(tmp_path):
    header = "reporter,partner,flow,period,value,unit,share_pct\n"
    bad = {
        "XYZ,FRA,exports,2014,1,USD,": "XYZ",
        "DEU,FRA,exports,2014,many,USD,": "many",
        "DEU,FRA,exports,14,1,USD,": "not a period",
        "DEU,FRA,sales,2014,1,USD,": "sales",
        "DEU,FRA,exports,2014,,,": "no number",
        "DEU,FRA,exports,2014,1,million USD,": "unit",
        "DEU,DEU,exports,2014,1,USD,": "same country",
        "DEU,FRA,exports,2014,1,USD,,,9": "cells",
        "DEU,FRA,exports,2014,nan,USD,": "no number",
    }
    path = write(tmp_path, header + "\n".join(bad) + "\n\nDEU,FRA,exports,2014,1,USD,3\n")
    loading, rows = rows_of(path)
    assert [row["value"] for row in rows] == [1.0]
    assert [problem.line for problem in loading.problems] == list(range(2, 2 + len(bad)))
    for problem, word in zip(loading.problems, bad.values(), strict=True):
        assert word in problem.reason
        assert str(problem).startswith("table.csv, line ")


def test_product_words_codes_and_totals(tmp_path):
    header = "reporter,partner,flow,period,product,value,unit,share_pct\n"
    products = ["textiles", "2709 2710", "TOTAL", "", "gizmos", "goods"]
    path = write(tmp_path, header + "".join(f"DEU,FRA,M,2014,{each},1,USD,5\n" for each in products))
    _, rows = rows_of(path)
    assert [row["hs"] for row in rows] == ["50-63", "2709,2710", "", "", "", ""]
    assert [row["product"] for row in rows] == ["textiles", "2709 2710", None, None, "gizmos", None]
    assert rows[0]["share_of"] == "reporter_imports_from_partner"
    assert rows[2]["share_of"] == "reporter_total_imports"


@pytest.mark.parametrize(
    ("text", "comma", "value"),
    [("1,234", False, 1234), ("10,17", True, 10.17), ("1.5", True, 1.5), ("1 234,5", True, 1234.5), ("−3%", False, -3),
     ("1,234,567", True, 1_234_567), ("", False, None)],
)  # fmt: skip
def test_numbers_as_people_write_them(text, comma, value):
    assert number(text, decimal_comma=comma) == value


@pytest.mark.parametrize(
    ("text", "comma"), [("1,234", True), ("1,23", False), ("inf", False), ("1_000", False), ("12,34,5", False)]
)
def test_numbers_that_are_refused(text, comma):
    with pytest.raises(ValueError, match=r"no number|two ways"):
        number(text, decimal_comma=comma)


def test_the_options_stand_for_the_columns(tmp_path):
    text = "dataset,vintage,reporter,partner,flow,period,value,unit\nold,2015,DEU,FRA,trade,2014,1,USD\n"
    _, (row,) = rows_of(write(tmp_path, text), dataset="new", vintage="2016-01-02")
    assert (row["dataset"], row["vintage"]) == ("new", "2016-01-02")
    loading, (row,) = rows_of(write(tmp_path, text))
    assert (loading.dataset, row["dataset"], row["vintage"]) == (None, "old", "2015")


def test_the_bundled_figures_are_those_of_the_reports():
    flows = {(f.dataset, f.partner, f.flow, f.product): f for f in bundled_flows()}
    assert len(flows) == 16
    exports = flows["kotra-2014", "RUS", "exports", None]
    assert (exports.value, exports.change_pct, exports.period.iso) == (10_170_000, 31.9, "2014")
    assert flows["kotra-2014", "RUS", "exports", "textiles"].share_pct == 46.2
    assert flows["kotra-2014", "RUS", "imports", "crude oil"].change_pct == -7.9
    assert flows["kotra-2013", "CHN", "trade", None].share_of == "reporter_total_trade"
    assert flows["kotra-2013", "WLD", "imports", None].value == 4_120_000_000
    assert all(f.citation and "Yonhap" in f.citation for f in flows.values())


# --------------------------------------------------------------------------------------------- totals by pair


def test_totals_become_imports_with_the_identity_of_flows(tmp_path):
    table = pa.table(
        {"year": [2014, 2013], "importer": ["RUS", "NAM"], "exporter": ["PRK", "USA"], "value_usd": [5, 7]}
    )
    pq.write_table(table, tmp_path / "totals_x.parquet")
    loading, rows = rows_of(tmp_path / "totals_x.parquet")
    assert (loading.layout, loading.dataset, loading.problems) == ("pair-totals", "totals_x", [])
    flow = Flow(publisher="", dataset="totals_x", vintage="", reporter="RUS", partner="PRK", flow="imports",
                period=Period.of_year(2014), value=5.0, unit="USD", value_usd=5.0)  # fmt: skip
    assert rows[0]["row_id"] == flow.row_id
    assert rows[0]["pair"] == pair_key("PRK", "RUS")
    assert (rows[0]["period_start"], rows[0]["period_end"]) == (flow.period.start, flow.period.end)
    assert [row["reporter"] for row in rows] == ["RUS", "NAM"]


def test_totals_as_csv_with_everything_that_may_be_wrong(tmp_path):
    lines = [
        "Year;Exporter;Importer;Value_USD",
        "2014;NA;ZA;1 000",
        "",
        "2014;XYZ;ZA;5",
        "2014;FR;DE",
        "20x4;FR;DE;4",
        "2014;FR;DE;abc",
        "2014;FR;DE;",
        "2014;FR;FR;5",
        "2013;DE;FR;-5",
        "2012;XYZ;FR;5.5",
        "2012;DE;FR;5.5",
    ]
    loading, rows = rows_of(write(tmp_path, "\n".join(lines)), dataset="mine", vintage="2020-01-01")
    assert {(r["partner"], r["reporter"], r["value"]) for r in rows} == {
        ("NAM", "ZAF", 1000.0), ("DEU", "FRA", 5.5), ("FRA", "DEU", None),
    }  # fmt: skip
    assert {(r["dataset"], r["vintage"]) for r in rows} == {("mine", "2020-01-01")}
    assert {r["reporter"]: r["origin"] for r in rows}["FRA"] == "table.csv:12"
    said = {problem.line: problem.reason for problem in loading.problems}
    assert sorted(said) == [4, 5, 6, 7, 9, 10]
    assert "XYZ" in said[4]
    assert "2 rows left out (lines 4, 11)" in said[4]


def test_a_year_that_repeats_another_is_flagged(tmp_path):
    codes = ["DEU", "FRA", "ITA", "ESP", "PRT"]
    pairs = [(a, b) for a in codes for b in codes if a != b]
    text = "year,importer,exporter,value_usd\n"
    for year, factor in ((1996, 3), (1997, 5), (1998, 5), (1999, 7)):
        text += "".join(f"{year},{a},{b},{factor * (at + 1)}\n" for at, (a, b) in enumerate(pairs))
    loading, rows = rows_of(write(tmp_path, text))
    assert {row["period"] for row in rows if row["flags"] == "suspected-copy"} == {"1998"}
    assert not loading.problems
    assert "1998 repeats 1997" in loading.notes[0]


@pytest.mark.skipif(not OEC.exists(), reason="the OEC totals are not on this machine")
def test_the_oec_totals():
    loading = load_flows(OEC)
    table = pa.concat_tables(loading.tables)
    assert table.num_rows > 770_000
    assert pc.unique(table.filter(pc.equal(table["flags"], "suspected-copy"))["period"]).to_pylist() == ["1998"]
    assert all("unknown country code" in problem.reason for problem in loading.problems)
    rows = table.filter(pc.and_(pc.equal(table["reporter"], "RUS"), pc.equal(table["partner"], "PRK"))).to_pylist()
    found = {row["period"]: row["value"] for row in rows}
    assert (found["2013"], found["2014"]) == (9_281_974, 10_026_641)


# ----------------------------------------------------------------------------------------- files of other kinds


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", ["empty"]),
        (b" \n\n", ["empty"]),
        (b"%PDF-1.7 ...", ["PDF"]),
        (b"\x89PNG\r\n", ["image"]),
        (b"PK\x03\x04 ...", ["Excel"]),
        (b'{"a": 1}', ["JSON"]),
        (b"a\0b,c\n", ["binary"]),
        (b"year,importer,exporter\n2014,RUS,PRK\n", ["value_usd", "missing", "importer, exporter", "figures", "pair-totals"]),
        (b"reporter,partner,flow,period\nDEU,FRA,exports,2014\n", ["value or change_pct or share_pct"]),
        (b"name,age\nx,3\n", ["no layout", "name, age", "figures", "pair-totals"]),
        (b"PAR1 this is no parquet", ["Parquet"]),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_says_why_and_what_can(tmp_path, content, words):
    with pytest.raises(UnreadableInputError) as error:
        load_flows(write(tmp_path, content))
    for word in words:
        assert word in str(error.value)


def test_folders_absent_files_and_unknown_layouts(tmp_path):
    with pytest.raises(UnreadableInputError, match="folder"):
        load_flows(tmp_path)
    with pytest.raises(UnreadableInputError, match="no file"):
        load_flows(tmp_path / "none.csv")
    with pytest.raises(UsageError, match="pair-totals"):
        load_flows(write(tmp_path, "a,b\n"), layout="unheard-of")
    with pytest.raises(UnreadableInputError, match="missing"):
        load_flows(write(tmp_path, "year,importer,exporter,value_usd\n"), layout="figures")


def test_gzip_is_read(tmp_path):
    text = "year,importer,exporter,value_usd\n2014,RUS,PRK,5\n"
    loading, rows = rows_of(write(tmp_path, gzip.compress(text.encode()), "t.csv.gz"))
    assert (loading.dataset, len(rows)) == ("t", 1)
