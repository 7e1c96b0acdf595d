"""The commands about trade: what they print in each format, their exit codes, and the rows behind."""

import csv
import io
import json
import re
import zipfile

import pytest

from tieline.workspace import open_desk
from trade_samples import write_all

KEYS = {
    "trade": ["reporter", "partner", "flow", "product", "period", "value_usd", "valuation", "basis", "dataset", "vintage", "flags"],
    "partners": ["reporter", "partner", "flow", "period", "value_usd", "share", "rank", "hhi", "dataset", "vintage", "basis", "flags"],
    "products": ["reporter", "partner", "flow", "product", "text", "period", "value_usd", "share", "rank", "change",
                 "contribution", "dataset", "vintage", "basis", "flags"],
    "codes": ["code", "classification", "editions", "text", "words", "wider", "source"],
    "flags": ["flag", "dataset", "vintage", "reporter", "partner", "flow", "classification", "code", "period", "detail"],
}  # fmt: skip
KEYS["dependence"] = KEYS["partners"]
CALLS = {
    "trade": ["trade", "FJI", "MLT"],
    "partners": ["partners", "FJI"],
    "dependence": ["dependence", "FJI", "--on", "MLT"],
    "products": ["products", "FJI", "MLT"],
    "codes": ["codes", "oil"],
    "flags": ["flags"],
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    folder = tmp_path_factory.mktemp("trade")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert not open_desk("ledger", bundled=False).load(*write_all()).problems
    return folder / "ledger"


@pytest.fixture
def loaded(tieline, ledger, monkeypatch):
    """The command line over a ledger with the samples, in a terminal of 80 columns."""
    monkeypatch.setenv("TIELINE_LEDGER", str(ledger))
    monkeypatch.setenv("COLUMNS", "80")
    return tieline


def test_every_command_speaks_every_format(loaded):
    for name, call in CALLS.items():
        as_lines = loaded(*call, "--format", "jsonl")
        assert as_lines.exit_code == 0, as_lines.stderr
        objects = [json.loads(line) for line in as_lines.stdout.splitlines()]
        assert all(list(each) == KEYS[name] for each in objects), name
        rows = list(csv.DictReader(io.StringIO(loaded(*call, "--format", "csv").stdout)))
        heads = [list(row) for row in rows]
        assert heads == [KEYS[name]] * len(objects)
        assert loaded(*call, "--format", "json").stdout.strip().startswith("[")
        table = loaded(*call, "--format", "table")
        assert table.exit_code == 0, table.stderr
        assert all(len(line) <= 80 for line in table.stdout.splitlines())
        assert loaded(*call, "-o", f"{name}.xlsx").exit_code == 0
        assert zipfile.is_zipfile(f"{name}.xlsx")


def test_the_table_tells_zero_missing_and_not_reported_apart(loaded):
    printed = loaded("trade", "FJI", "MLT", "--format", "table").stdout
    comtrade = printed.split("\ncomtrade ")[1].split("\n\n")[0]
    assert re.search(r"^2021 +156 +\+56\.0% +not reported", comtrade, re.MULTILINE)
    assert re.search(r"^2022 +0 +−100\.0% +60", comtrade, re.MULTILINE)
    assert re.search(r"^2005 .* missing", printed, re.MULTILINE)
    for told in ("0  a zero that is stated", "missing  a figure", "not reported  the dataset"):
        assert told in printed


def test_mirror_shows_both_sides_with_their_gap(loaded):
    printed = loaded("trade", "FJI", "MLT", "--mirror", "--dataset", "comtrade", "--format", "table").stdout
    assert "FJI says" in printed
    assert "Exports, Fiji to Malta; band 1 to 1.20 (freight 10%, constant)" in printed
    assert re.search(r"^2020 +100 +110 +10 +1\.10 +inside +0\.00", printed, re.MULTILINE)
    ask = ("trade", "MLT", "FJI", "--mirror", "--dataset", "comtrade", "--until", "2020", "--margin", "0.02")
    told = [json.loads(line) for line in loaded(*ask, "--format", "jsonl").stdout.splitlines()]
    held = [row for row in told if row["flow"] == "imports"]  # the ratio is import over export from either side
    assert {(x["basis"], x["ratio"], x["band_high"], x["band"], x["margin_from"]) for x in held} == {
        (basis, 1.1, 1.04, "above", "constant") for basis in ("reported", "mirror")
    }
    assert loaded(*ask, "-o", "mirror.xlsx").exit_code == 0
    with zipfile.ZipFile("mirror.xlsx") as book:
        assert '<sheet name="Mirror"' in book.read("xl/workbook.xml").decode()


def test_revisions_show_what_became_of_a_figure(loaded):
    printed = loaded("trade", "FJI", "MLT", "--revisions", "--format", "table").stdout
    assert re.search(r"exports +2021 +2023-07-13 +150\n +2024-01-15 +156 +\+4\.0%", printed)


@pytest.mark.parametrize("call", [("flags", "--explain"), ("codes", "oil", "--explain")])
def test_what_is_looked_up_has_its_query_too(loaded, ledger, call):
    for line in loaded(*call).stdout.splitlines():
        found = json.loads(line)
        assert isinstance(found["rows"], list)
        if found["sql"]:
            open_desk(ledger, create=False).ledger.query(found["sql"][0])


def test_explain_gives_rows_and_a_query_that_runs(loaded):
    call = ("trade", "FJI", "MLT", "--product", "27", "--explain")
    printed = loaded(*call, "--format", "table").stdout
    assert "TradeData [2023-07-13].csv:11" in printed
    assert "WITH asked AS" in printed
    first = json.loads(loaded(*call, "--format", "jsonl", "--dataset", "comtrade").stdout.splitlines()[0])
    assert [row["origin"] for row in first["rows"]] == ["TradeData [2023-07-13].csv:11"]
    assert first["sql"][0].startswith("WITH asked")
    assert loaded(*call, "--format", "csv").exit_code == 2


def test_a_workbook_has_typed_columns_and_its_sources(loaded):
    assert loaded("trade", "FJI", "MLT", "--dataset", "comtrade", "--explain", "-o", "trade.xlsx").exit_code == 0
    with zipfile.ZipFile("trade.xlsx") as book:
        names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
        first, texts = (book.read(f"xl/worksheets/sheet{at}.xml").decode() for at in (1, 2))
    assert names == ["Trade", "Sources", "Query", "Rows"]
    assert re.search(r'<c r="E2" s="\d+"><v>2020</v>', first)  # a year and a value are numbers, a name is a text
    assert re.search(r'<c r="F2" s="\d+"><v>100</v>', first)
    assert re.search(r'<c r="A2" t="inlineStr"><is><t>FJI</t>', first)  # row by row: texts stand in their cells
    assert "TradeData [2023-07-13].csv" in texts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["--product", "2709"], ["--product", "HS 27.09"]),
        (["--product", "27"], ["--product", "chapter 27"]),
        (["--since", "2020-01", "--until", "2021-12"], ["--since", "2020-Q1", "--until", "Q4 2021"]),
    ],
)
def test_codes_and_times_are_taken_as_economists_write_them(loaded, one, other):
    plain, written = (loaded("trade", "FJI", "MLT", "--dataset", "baci-hs17", *each) for each in (one, other))
    assert plain.exit_code == 0
    assert written.stdout == plain.stdout != ""


@pytest.mark.parametrize(
    ("call", "code", "said"),
    [
        (["trade", "FJI", "MLT", "--since", "1990", "--until", "1991"], 4, "tieline load"),
        (["trade", "FJI", "MLT", "--by", "month"], 4, "comtrade (years, 2020 to 2022"),
        (["trade", "FJI", "MLT", "--product", "87"], 4, "It may be in UN Comtrade"),
        (["partners", "CHL"], 4, "no figures of Chile"),
        (["dependence", "FJI", "--on", "CHL"], 4, "no figures of Fiji with Chile"),
        (["products", "FJI", "CHL"], 4, "no products"),
        (["codes", "xyzzy"], 4, "H6.json"),
        (["trade", "FJI", "korea"], 2, "ambiguous"),
        (["trade", "FJI", "FJI"], 2, "a dyad has two"),
        (["trade", "FJI", "MLT", "--product", "happiness"], 2, "tieline codes happiness"),
        (["trade", "FJI", "MLT", "--dataset", "none"], 2, "it holds baci-hs17, comtrade, cow-trade"),
        (["trade", "FJI", "MLT", "--since", "soon"], 2, "is no date"),
        (["partners", "FJI", "--year", "2020-03"], 2, "is no year"),
        (["trade", "FJI", "MLT", "--year", "2020-03"], 2, "is no year"),
        (["trade", "FJI", "MLT", "--year", "2020", "--since", "2019"], 2, "a year and a time"),
        (["dependence", "FJI", "--on", "WLD"], 2, "dependence is on one partner"),
        (["flags", "--flag", "odd"], 2, "allowed: copied-year"),
        (["trade", "EU", "MLT"], 4, "No member of EU tells of it"),
        (["trade", "FJI", "MLT", "--mirror", "--revisions"], 2, "two questions"),
        (["trade", "FJI", "MLT", "--year", "2010-2012"], 2, "--since 2010 --until 2012"),
        (["trade", "FJI", "MLT", "--product", "petrolum"], 2, "near it: petroleum"),
        (["trade", "FJI", "MLT", "--product", "44.3"], 2, "names no product"),
        (["trade", "FJI", "MLT", "--from", "2010"], 2, "Did you mean '--since'?"),
        (["partners", "FJI", "--since", "2010"], 2, "Did you mean '--year'?"),
        (["dependence", "FJI"], 2, "for example: tieline dependence PRK --on CHN"),
        (["trades", "FJI", "MLT"], 2, "Did you mean 'trade'"),
        (["--ledger", "x", "trade", "FJI", "MLT"], 2, "options go behind it: tieline trade ... --ledger"),
        (["codes", "2709", "--edition", "H9"], 2, "no table of codes of edition 'H9'"),
    ],
)
def test_a_wrong_call_ends_with_2_and_no_data_with_4(loaded, call, code, said):
    done = loaded(*call)
    assert (done.exit_code, done.stdout) == (code, "")
    assert said in done.stderr


def test_a_word_is_read_narrowly_and_the_wider_readings_are_told(loaded):
    done = loaded("trade", "FJI", "MLT", "--product", "oil", "--format", "jsonl")
    assert {json.loads(line)["product"] for line in done.stdout.splitlines()} == {"2709"}
    assert "in a wider sense it is HS 2709, 2710 or HS 27" in done.stderr


def test_without_a_ledger_none_is_made(tieline, tmp_path):
    assert tieline("trade", "RUS", "PRK").exit_code == 4
    assert tieline("codes", "oil").exit_code == 0
    assert list(tmp_path.iterdir()) == []
