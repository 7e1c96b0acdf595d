"""Statistics that are written oddly or wrongly: read where they can mean one thing only, else said with file and line."""

from __future__ import annotations

import gzip
import zipfile

import pytest

import tieline
from tieline.model.errors import UnreadableInputError, UsageError
from tieline.trade import load_flows

TABLE = "reporter_iso,flow_desc,partner_iso,cmd_code,primary_value,ref_year\n"
ROWS = ["FRA,Import,RUS,4403,2.5,2021", "FRA,Import,NA,0101,1250,2021", "DE,Export,PRK,44,0,2021"]


def read(tmp_path, content, name="table.csv"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    loading = load_flows(path)
    rows = [row for table in loading.tables for row in table.to_pylist()]
    return loading, rows


def three(rows):
    return [(row["reporter"], row["partner"], row["code"], row["value_usd"]) for row in rows]


@pytest.mark.parametrize(
    "content",
    [
        TABLE + "\n".join(ROWS),
        (TABLE + "\n".join(ROWS)).replace(",", ";"),
        (TABLE + "\n".join(ROWS)).replace(",", ";").replace("2.5", "2,5"),
        (TABLE + "\n".join(ROWS)).replace(",", "\t"),
        "\ufeff" + TABLE + "\n".join(ROWS),
        (TABLE + "\n".join(ROWS)).encode("utf-16"),
        TABLE + "\n".join(ROWS).replace("1250", '"1,250"'),
        (TABLE + "\n".join(ROWS)).replace(",", ";").replace("1250", "1 250,0"),
        TABLE + "\n".join(ROWS).replace("0101", "101"),
        TABLE + "\n".join(ROWS).replace("0101", "101.0").replace("2021", "2021.0"),
        TABLE + "\n".join(f'"{row}"'.replace(",", '","') for row in ROWS),
        "note," + TABLE + "\n".join(f'"a ""note"" of\ntwo, lines",{row}' for row in ROWS),
        (TABLE + "\n".join(ROWS)).upper(),
        TABLE.replace("_", " ") + "\n".join(ROWS),
    ],
    ids=["plain", "semicolon", "decimal comma", "tab", "mark", "utf-16", "thousands", "blanks in numbers", "lost zero",
         "float codes", "quoted", "lines in cells", "capitals", "blanks in headings"],
)  # fmt: skip
def test_odd_but_clear(tmp_path, content):
    loading, rows = read(tmp_path, content)
    assert loading.problems == []
    assert three(rows) == [("FRA", "RUS", "4403", 2.5), ("FRA", "NAM", "0101", 1250.0), ("DEU", "PRK", "44", 0.0)]


@pytest.mark.parametrize(
    ("cells", "values", "left_out", "told"),
    [
        (["1.234", "1.5", "12.345"], [1.234, 1.5, 12.345], [], False),  # points as they stand
        (["1.234", "1.234.567", "12"], [1234, 1_234_567, 12], [], True),
        (["1.234", "12", "1.234,5"], [1234, 12, 1234.5], [], True),
        (["1,234", "10,17", "0,5"], [1.234, 10.17, 0.5], [], True),  # commas that part no thousands
        (["1,234", "1,234.5", "1,234,567"], [1234, 1234.5, 1_234_567], [], False),
        (["1.234", "10,17", "1.5"], [10.17, 1.5], [2], False),  # both marks: what may be either is left out
        (["1.5", "2.25", "1.234.567"], [1.5, 2.25, 1_234_567], [], False),
    ],
)
def test_a_decimal_comma_beyond_doubt_holds_for_its_column(tmp_path, cells, values, left_out, told):
    """In a tab-separated file; what each cell is worth follows from the marks of the column alone, worked out by hand."""
    rows = [f"FRA\tImport\tRUS\t{4403 + at}\t{cell}\t2021" for at, cell in enumerate(cells)]
    loading, found = read(tmp_path, "\n".join([TABLE.strip().replace(",", "\t"), *rows]))
    assert [row["value_usd"] for row in found] == values
    assert [problem.line for problem in loading.problems] == left_out
    assert any("decimal comma" in note for note in loading.notes) == told


def test_the_line_is_right_behind_cells_with_line_ends(tmp_path):
    content = "note," + TABLE + "\n".join(f'"of\ntwo lines",{row}' for row in ROWS)
    _, rows = read(tmp_path, content)
    assert [row["line"] for row in rows] == [2, 4, 6]


def test_a_line_end_in_a_cell_far_down_the_file(tmp_path, monkeypatch):
    monkeypatch.setattr("tieline.trade.files.sheets.HEAD", 400)
    many = [f"note,FRA,Import,RUS,{code:06},2.5,2021" for code in range(1000)]
    content = "note," + TABLE + "\n".join([*many, '"of\ntwo lines",DEU,Import,RUS,4403,2.5,2021', ""])
    loading, rows = read(tmp_path, content)
    assert (loading.problems, len(rows), rows[-1]["line"], rows[-1]["reporter"]) == ([], 1001, 1002, "DEU")


def test_bad_cells_of_very_many_kinds_are_told_in_a_few_messages(tmp_path):
    many = [f"FRA,Import,RUS,4403,much{at},2021" for at in range(1000)]
    loading, _ = read(tmp_path, TABLE + "\n".join([*ROWS, *many]))
    assert len(loading.problems) == 101
    assert sum("of further kinds: 900 rows" in problem.reason for problem in loading.problems) == 1


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("XYZ,Import,RUS,4403,2.5,2021", "XYZ"),
        ("FRA,Sale,RUS,4403,2.5,2021", "flow 'Sale'; known are"),
        ("FRA,Import,RUS,wood,2.5,2021", "'wood' is no HS code"),
        ("FRA,Import,RUS,4403,much,2021", "'much' is no number"),
        ("FRA,Import,RUS,4403,-7,2021", "negative"),
        ("FRA,Import,RUS,4403,inf,2021", "number"),
        ("FRA,Import,RUS,4403,2.5,21", "period '21'"),
        ("FRA,Import,RUS,4403,2.5,202113", "no such month"),
        ("FRA,Import,RUS,4403,2.5", "5 cells where the header has 6"),
        ("FRA,Import,RUS,4403,1,250,2021", "7 cells where the header has 6"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_with_its_line(tmp_path, row, words):
    loading, rows = read(tmp_path, TABLE + "\n".join([ROWS[0], row, "", *ROWS[1:], ""]))
    assert [found["line"] for found in rows] == [2, 5, 6]
    (problem,) = loading.problems
    assert (problem.line, problem.file) == (3, "table.csv")
    assert words in problem.reason
    assert "1 row left out" in problem.reason


def test_many_bad_rows_of_a_kind_are_one_message(tmp_path):
    loading, rows = read(tmp_path, TABLE + "\n".join([*ROWS, *["FRA,Import,XYZ,4403,1,2021"] * 500]))
    (problem,) = loading.problems
    assert len(rows) == 3
    assert "500 rows left out (lines 5, 6, 7, 8, 9 and 495 more)" in problem.reason


def test_rows_of_one_figure_that_differ_are_both_left_out_and_shown(tmp_path):
    loading, rows = read(tmp_path, TABLE + "\n".join([*ROWS, "FRA,Import,RUS,4403,3.5,2021", ROWS[2]]))
    (problem,) = loading.problems
    assert three(rows) == [("FRA", "NAM", "0101", 1250.0), ("DEU", "PRK", "44", 0.0)]
    assert (problem.line, "FRA imports RUS 4403 2021: another value than in line 2: 2.5 and 3.5" in problem.reason) == (
        5,
        True,
    )
    assert "1 rows are there twice" in loading.notes[0]


def archive(tmp_path, parts=None):
    path = tmp_path / "made.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in (parts or {}).items():
            file.writestr(name, text)
    return path.read_bytes()


@pytest.mark.parametrize(
    ("name", "make", "words"),
    [
        ("shifted.csv", lambda _: TABLE + "\n".join("1," + row.rpartition(",")[0] for row in ROWS), "no row could be read.*column is shifted"),
        ("cut.zip", lambda folder: archive(folder, {"a.csv": TABLE + "\n".join(ROWS * 500)})[:-200], "damaged or cut short.*download it again"),
        ("cut.csv.gz", lambda _: gzip.compress((TABLE + "\n".join(ROWS * 500)).encode())[:-20], "damaged or cut short"),
        ("empty.zip", archive, "empty zip"),
        ("book.xlsx", lambda folder: archive(folder, {"[Content_Types].xml": "x"}), "Excel workbook; save the sheet as CSV"),
        ("page.csv", lambda _: "<html>Too many requests", "web page"),
        ("answer.json", lambda _: '{"error": "no such key"}', "message of the service: no such key"),
        ("cut.json", lambda _: '{"data": [{"period": 20', "damaged JSON"),
        ("half.csv", lambda _: "reporter_iso,flow_desc,partner_iso,primary_value\nFRA,Import,RUS,1", "cmd_code.*missing.*Columns found"),
        ("mine.csv", lambda _: "land,wert\nDE,3", "no layout that is known.*land, wert.*--mapping"),
        ("table.parquet", lambda _: b"PAR1 no parquet PAR1", "damaged Parquet"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_loaded_says_why_and_leaves_nothing(tmp_path, name, make, words):
    content = make(tmp_path)
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(UnreadableInputError, match=f"(?s){words}"):
        list(load_flows(path).tables)
    desk = tieline.open(tmp_path / "ledger", bundled=False)
    report = desk.load(path)
    assert [problem.name.endswith(name) for problem in report.problems] == [True]
    assert desk.ledger.counts()["flows"] == 0
    assert not list((desk.ledger.path / "flows").glob("*.parquet"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("reporter = ", "no TOML"),
        ('reporter = "KAZ"', "partner, flow, period, value is not mapped"),
        ('reprter = "KAZ"', "unknown key 'reprter'"),
        ('reporter="XYZ"\npartner="RUS"\nflow="exports"\nperiod="2021"\nvalue="v"', "reporter: unknown country code"),
        ('reporter="KAZ"\npartner={ columm="p" }\nflow="exports"\nperiod="2021"\nvalue="v"', "partner names no column"),
        ('reporter="KAZ"\npartner="RUS"\nflow="exports"\nperiod="2021"\nvalue="v"\nvaluation="ddp"', "valuation 'ddp'"),
    ],
)
def test_a_mapping_that_cannot_be_used(tmp_path, text, words):
    (tmp_path / "map.toml").write_text(text)
    (tmp_path / "t.csv").write_text("v,p\n1,RU\n")
    with pytest.raises(UsageError, match=words):
        load_flows(tmp_path / "t.csv", mapping=tmp_path / "map.toml")


def test_a_mapping_that_names_a_column_which_is_not_there(tmp_path):
    (tmp_path / "map.toml").write_text('reporter="KAZ"\npartner="RUS"\nflow="exports"\nperiod="2021"\nvalue="worth"')
    (tmp_path / "t.csv").write_text("v,p\n1,RU\n")
    with pytest.raises(UnreadableInputError, match=r"no column 'worth'.*Columns found: v, p"):
        load_flows(tmp_path / "t.csv", mapping=tmp_path / "map.toml")


def test_a_column_of_products_that_a_layout_of_totals_does_not_know_is_no_total(tmp_path):
    for heading in ("hs", "HTS", "Product", "commodity code"):
        table = f"year,importer,exporter,value_usd,{heading}\n2010,RUS,PRK,1000,TOTAL\n2010,RUS,CHN,5,87\n"
        loading, rows = read(tmp_path, table)
        assert [(row["partner"], row["code"], row["value_usd"]) for row in rows] == [("PRK", "", 1000)]
        (problem,) = loading.problems
        assert (problem.line, f"the column '{heading}' tells of one product" in problem.reason) == (3, True)
    _, rows = read(tmp_path, "year,importer,exporter,value_usd,note\n2010,RUS,PRK,1000,27\n")
    assert len(rows) == 1
    with pytest.raises(UnreadableInputError, match="'hts' tells of one product"):
        read(tmp_path, "year\torigin\tdest\thts\texport_val\timport_val\n2015\tusa\tdeu\t0101\t100\t200\n")


def test_a_cell_without_a_value_is_missing_and_no_zero(tmp_path):
    table = "year,importer,exporter,value_usd\n2010,RUS,PRK,1000\n2010,RUS,CHN,NA\n2010,RUS,KOR,\n2010,RUS,JPN,0\n"
    path = tmp_path / "totals.csv"
    path.write_text(table + "2010,RUS,ITA,3000\n")
    desk = tieline.open(tmp_path / "ledger", bundled=False)
    report = desk.load(path)
    assert not report.problems
    assert "2 rows kept as missing (lines 3, 4)" in " ".join(note for one in report.loaded for note in one.notes)
    found = {line.partner: (line.value_usd, line.share, line.state) for line in desk.partners("RUS")}
    assert found == {
        "ITA": (3000, 0.75, "figure"), "PRK": (1000, 0.25, "figure"), "JPN": (0, 0, "zero"),
        "CHN": (None, None, "missing"), "KOR": (None, None, "missing"),
    }  # fmt: skip
    (line,) = (one for one in desk.trade("RUS", "WLD") if one.flow == "imports")
    assert (line.value_usd, line.state) == (None, "incomplete")
    with pytest.raises(UnreadableInputError, match="no value in the cell"):
        read(tmp_path, "year,importer,exporter,value_usd\n2010,RUS,CHN,\n2010,RUS,KOR,NA\n")


MARKED = """
dataset = "d"
reporter = "DEU"
partner = { column = "Partner" }
flow = "exports"
period = { column = "Year" }
value = { column = "Value" }
missing = [-9, "c", ":"]
"""


@pytest.mark.parametrize(
    ("parts", "values"), [("", [5, None, None, None, 7]), ("adds_up = true", [5, None, None, None, None])]
)
def test_marks_of_what_is_withheld_are_named_by_the_mapping(tmp_path, parts, values):
    """Of Spain one row has a figure and one has none: of two that should be alike the figure counts, of two parts there is no sum."""
    (tmp_path / "m.toml").write_text(MARKED + parts)
    cells = (("FRA", "5"), ("ITA", "c"), ("POL", ":"), ("AUT", "-9"), ("ESP", "7"), ("ESP", "c"))
    table = tmp_path / "t.csv"
    table.write_text("Partner,Year,Value\n" + "".join(f"{who},2020,{cell}\n" for who, cell in cells))
    loading = load_flows(table, mapping=tmp_path / "m.toml")
    rows = [row for each in loading.tables for row in each.to_pylist()]
    found = {row["partner"]: (row["value_usd"], row["flags"]) for row in rows}
    whole = dict(zip(("FRA", "ITA", "POL", "AUT", "ESP"), values, strict=False))
    assert found == {who: (value, "" if value else "missing") for who, value in whole.items()}
    assert not loading.problems
    (tmp_path / "m.toml").write_text(MARKED.replace('"c"', "true"))
    with pytest.raises(UsageError, match="missing True; write numbers and texts"):
        load_flows(table, mapping=tmp_path / "m.toml")


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (("1.234", "12.500", "100.000"), True),
        (("1.234", "12.5", "100.000"), False),
        (("1.234", "1500", "100.000"), False),
        (("1", "2", "3"), False),
    ],
)
def test_points_that_may_part_thousands_are_told_where_no_cell_settles_it(tmp_path, cells, told):
    for mark in ",;":
        table = TABLE.replace(",", mark) + "".join(
            f"FRA,Import,{who},44,{cell},2021\n".replace(",", mark)
            for who, cell in zip(("RUS", "DEU", "ITA"), cells, strict=True)
        )
        loading, rows = read(tmp_path, table)
        assert sorted(row["value_usd"] for row in rows) == sorted(map(float, cells))
        assert any("written as 1.234" in note for note in loading.notes) == told


def test_a_name_in_a_column_of_codes_and_a_title_above_the_headings_are_told_for_what_they_are(tmp_path):
    loading, rows = read(tmp_path, "year,importer,exporter,value_usd\n2010,Kazakhstan,PRK,1\n2010,RUS,PRK,1\n")
    assert len(rows) == 1
    assert "'Kazakhstan' is a name, and this column has codes: write KAZ" in loading.problems[0].reason
    with pytest.raises(UnreadableInputError, match="lines of a title stand above the headings"):
        read(tmp_path, "Trade of Germany\nSource: us\n" + TABLE + ROWS[0] + "\n")
