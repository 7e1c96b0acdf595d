"""`tieline load` into a ledger: whole or not at all, once, several releases side by side, doubts beside the figures."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import tieline
from tieline.trade.loading import pieces

SHARED = Path(__file__).parents[2] / "shared/data/trade"
HEADER = "t,i,j,k,v,q\n"


@pytest.fixture
def desk(tmp_path):
    return tieline.open(tmp_path / "ledger", bundled=False)


def baci(folder: Path, rows: str, year=2022, version="202401b", name="") -> Path:
    path = folder / (name or f"BACI_HS17_Y{year}_V{version}.csv")
    path.write_text(HEADER + rows)
    return path


def figures(desk, where="true", columns="reporter, partner, code, period, value_usd, vintage"):
    return desk.ledger.query(f"SELECT {columns} FROM flows WHERE {where} ORDER BY ALL").to_pylist()


def values(desk, where="true"):
    return [row["value_usd"] for row in figures(desk, where)]


def parquet_files(desk):
    return sorted(path.name for path in (desk.ledger.path / "flows").glob("*.parquet"))


ROWS = "2022,643,408,270900,1,1\n2022,408,643,030613,2,1\n2022,156,408,270900,3,1\n"


def test_a_file_is_loaded_once_and_known_by_its_content(tmp_path, desk):
    path = baci(tmp_path, ROWS)
    (first,) = desk.load(path)
    (again,) = desk.load(path)
    assert (first.rows, first.new, again.rows, again.new) == (3, 3, 3, 0)
    assert "loaded before" in again.notes[-1]
    (copy,) = desk.load(baci(tmp_path, ROWS, name="copy of BACI_HS17_Y2022_V202401b.csv"))
    assert (copy.new, values(desk)) == (0, [3000.0, 2000.0, 1000.0])
    assert len(parquet_files(desk)) == 1
    (load,) = [load for load in desk.ledger.loads() if load.new_rows]
    assert (load.dataset, load.vintage, load.rows, load.first_period) == ("baci-hs17", "2024-01b", 3, "2022")


def test_two_files_that_overlap(tmp_path, desk):
    desk.load(baci(tmp_path, ROWS))
    (more,) = desk.load(baci(tmp_path, ROWS + "2022,842,484,870323,9,9\n", name="more_HS17_V202401b.csv"))
    assert (more.rows, more.new, values(desk)) == (4, 1, [3000.0, 2000.0, 1000.0, 9000.0])
    before = parquet_files(desk)
    other = ROWS.replace("270900,1,1", "270900,1.25,1") + "2022,4,8,010110,1,1\n"
    report = desk.load(baci(tmp_path, other, name="other_HS17_V202401b.csv"))
    (problem,) = report.problems
    for words in ("1 figure differs", "baci-hs17 at the vintage 2024-01b", "RUS exports PRK 270900 2022",
                  "1,250 in other_HS17_V202401b.csv:2", "1,000 in BACI_HS17_Y2022_V202401b.csv:2", "--vintage"):  # fmt: skip
        assert words in problem.reason
    assert (parquet_files(desk), len(values(desk))) == (before, 4)


def test_releases_lie_side_by_side(tmp_path, desk):
    desk.load(baci(tmp_path, ROWS))
    desk.load(baci(tmp_path, ROWS.replace("270900,1,1", "270900,1.25,1"), version="202501"))
    where = "reporter = 'RUS'"
    assert [(row["vintage"], row["value_usd"]) for row in figures(desk, where)] == [
        ("2024-01b", 1000.0),
        ("2025-01", 1250.0),
    ]


def test_rows_are_sorted_by_pair_in_pieces_and_found_twice_in_one_file(tmp_path, desk, monkeypatch):
    monkeypatch.setattr("tieline.trade.loading.staging.ROWS", 4)
    monkeypatch.setattr("tieline.trade.loading.batches._BLOCK", 64)
    rows = "".join(f"2022,{i},{j},{k},{i + j},1\n" for i in (8, 12, 24) for j in (4, 20) for k in ("010110", "270900"))
    wrong = "2022,8,4,010110,77,1\n2022,24,20,270900,44,1\n"  # the first differs, the second is the same again
    (loaded,) = desk.load(baci(tmp_path, rows + wrong))
    assert [problem.partition(":")[0] for problem in loaded.problems] == ["line 2", "line 14"]
    assert ("there twice" in loaded.notes[0], loaded.rows) == (True, 11)
    for file in parquet_files(desk):
        pairs = pq.read_table(desk.ledger.path / "flows" / file)["pair"].to_pylist()
        assert pairs == sorted(pairs)
    stored = figures(desk, columns="pair, load_id")
    assert len({row["load_id"] for row in stored}) == 1
    assert loaded.rows == len(stored)
    assert len(parquet_files(desk)) > 1
    assert pieces.ROWS > 4


def test_parts_of_a_figure_add_up_whichever_piece_they_are_in(tmp_path, desk, monkeypatch):
    monkeypatch.setattr("tieline.trade.loading.staging.ROWS", 5)
    monkeypatch.setattr("tieline.trade.loading.batches._BLOCK", 32)
    (tmp_path / "own.toml").write_text(
        'dataset = "own"\nreporter = "KAZ"\npartner = { column = "to" }\nflow = "exports"\nperiod = { column = "year" }\n'
        'code = { column = "hs" }\nvalue = { column = "value" }\nadds_up = true\n'
    )
    parts = [
        ("RUS", year, "2701", value) for value in (7, 7, 9, 11) for year in (2020, 2021)
    ]  # equal ones are parts too
    table = "to,year,hs,value\n" + "".join(",".join(map(str, part)) + "\n" for part in (*parts, *parts))
    (tmp_path / "own.csv").write_text(table)
    (loaded,) = desk.load(tmp_path / "own.csv", mapping=tmp_path / "own.toml")
    assert (loaded.problems, loaded.rows) == ((), 2)
    sold = [line for line in desk.trade("KAZ", "RUS", product="2701") if line.flow == "exports"]
    assert [line.value_usd for line in sold] == [68, 68]


def test_an_archive_with_tables_and_papers(tmp_path, desk):
    path = tmp_path / "BACI_HS17_V202401b.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Readme.txt", "About these data")
        archive.writestr(
            "country_codes_V202401b.csv", "country_code,country_name,country_iso2,country_iso3\n4,Afghanistan,AF,AFG\n"
        )
        archive.writestr("product_codes_HS17_V202401b.csv", 'code,description\n010121,"Horses"\n')
        for year in (2021, 2022):
            archive.writestr(f"BACI_HS17_Y{year}_V202401b.csv", HEADER + ROWS.replace("2022,", f"{year},"))
    report = desk.load(path)
    assert [(one.layout, one.new) for one in report] == [
        ("table", 0),
        ("table", 1),
        ("baci", 3),
        ("baci", 3),
        ("paper", 0),
    ]
    assert not report.problems
    assert {row["period"] for row in figures(desk)} == {"2021", "2022"}
    assert figures(desk, "period = '2021'", "DISTINCT origin")[0]["origin"].startswith(f"{path.name}/BACI_HS17_Y2021")
    folder = tmp_path / "years"
    folder.mkdir()
    baci(folder, ROWS.replace("2022,", "2020,"), year=2020)
    baci(folder, ROWS.replace("2022,", "2019,"), year=2019)
    (folder / "book.xlsx").write_bytes(b"PK\x03\x04 cut short")
    report = desk.load(folder)
    assert [one.new for one in report] == [3, 3]
    assert [(problem.name.rpartition("/")[2], "Excel" in problem.reason) for problem in report.problems] == [
        ("book.xlsx", True)
    ]


@pytest.mark.parametrize("at", ["writing", "marking", "committing"])
def test_a_load_that_is_killed_leaves_nothing_that_is_seen(tmp_path, desk, at):
    desk.load(baci(tmp_path, ROWS))
    later = baci(tmp_path, ROWS.replace("2022,", "2021,"), year=2021)
    places = {
        "writing": "tieline.trade.loading.writing.pq.ParquetWriter.write_table",
        "marking": "tieline.ledger.Ledger.add_marks",
        "committing": "deltalake.DeltaTable.create_write_transaction",
    }
    code = f"""
import os, signal, pydoc, tieline, tieline.trade.loading.writing, tieline.ledger, deltalake
holder, name = {places[at]!r}.rsplit(".", 1)
setattr(pydoc.locate(holder), name, lambda *a, **k: os.kill(os.getpid(), signal.SIGKILL))
tieline.open({str(desk.ledger.path)!r}).load({str(later)!r})
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, env={**os.environ})
    assert done.returncode == -signal.SIGKILL
    fresh = tieline.open(desk.ledger.path)
    assert {row["period"] for row in figures(fresh)} == {"2022"}
    assert len(fresh.ledger.loads()) == 1
    (loaded,) = fresh.load(later)
    assert (loaded.new, len(figures(fresh))) == (3, 6)


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path, desk):
    desk.load(baci(tmp_path, ROWS))
    rows = "".join(
        f"2021,{i},{j},{k:06},{i * j + k / 7:.3f},1\n" for i in (8, 12, 24) for j in (4, 20) for k in range(3000)
    )
    path = baci(tmp_path, rows, year=2021)
    code = """
import resource, signal, sys, tieline
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (12_000, 12_000))
try:
    tieline.open(sys.argv[1]).load(sys.argv[2])
except Exception as error:
    print(type(error).__name__, error)
"""
    before = parquet_files(desk)
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code, str(desk.ledger.path), str(path)],
                          check=True, capture_output=True, text=True)  # fmt: skip
    assert done.stdout.startswith("LedgerError the disk is full")
    assert (parquet_files(desk), len(figures(desk))) == (before, 3)


def test_a_load_whose_note_was_not_written_is_noted_by_the_next(tmp_path, desk, monkeypatch):
    path = baci(tmp_path, ROWS)
    with monkeypatch.context() as patch:
        patch.setattr("tieline.ledger.Ledger.add_load", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            desk.load(path)
    assert (len(figures(desk)), desk.ledger.loads()) == (3, [])
    (again,) = desk.load(path)
    assert (again.new, len(desk.ledger.loads()), len(figures(desk))) == (0, 1, 3)


def test_processes_that_load_the_same_and_the_contrary_at_once(tmp_path, desk):
    desk.load(baci(tmp_path, ROWS.replace("2022,", "2021,"), year=2021))
    same = baci(tmp_path, ROWS)
    other = baci(tmp_path, ROWS.replace("270900,1,1", "270900,1.25,1"), name="other_HS17_V202401b.csv")
    code = "import sys, tieline; report = tieline.open(sys.argv[1]).load(sys.argv[2]); sys.exit(len(report.problems))"
    started = [
        subprocess.Popen([sys.executable, "-W", "ignore", "-c", code, str(desk.ledger.path), str(path)])
        for path in (same, other, same)
    ]
    refused = [process.wait(120) for process in started]
    assert refused in ([0, 1, 0], [1, 0, 1])
    assert len(values(desk, "period = '2022'")) == 3
    assert len(parquet_files(desk)) == 2


def test_a_year_that_repeats_one_that_was_loaded_before_is_flagged(tmp_path, desk):
    rows = "".join(f"1997,{i},{j},010110,{i * j},1\n" for i in (8, 12, 24, 31) for j in (4, 20, 28))
    desk.load(baci(tmp_path, rows, year=1997))
    (copy,) = desk.load(baci(tmp_path, rows.replace("1997,", "1998,"), year=1998))
    assert "1998 repeats 1997" in copy.notes[0]
    assert {row["flags"] for row in figures(desk, "period = '1998'", "flags")} == {"suspected-copy"}
    assert {row["flags"] for row in figures(desk, "period = '1997'", "flags")} == {""}
    assert [
        mark["period"] for mark in desk.ledger.query("SELECT * FROM marks WHERE flag = 'copied-year'").to_pylist()
    ] == ["1998"]


REFERENCES = {
    "H5.json": (
        (
            '{"results": [{"id": "TOTAL", "text": "All", "parent": "#"}, {"id": "01", "text": "01 - Live animals", "parent": "TOTAL", '
            '"isLeaf": "0", "standardUnitAbbr": "n/a"}]}'
        ),
        "SELECT classification, edition, code, text, parent, unit FROM codes ORDER BY code",
        [("HS", "H5", "", "All", None, None), ("HS", "H5", "01", "Live animals", "", None)],
    ),
    "product_codes_HS92_V2024.csv": (
        'code,description\n10111,"Horses, pure-bred"\n',
        "SELECT edition, code, text FROM codes",
        [("H0", "010111", "Horses, pure-bred")],
    ),
    "steps.csv": (
        "code.after,code.before,Relationship,adjustment\n10512,10519,n:1,1996 to 1992\n10111,0015,1:1,1992 to 1988\n",
        "SELECT edition, code, former_edition, former_code, relation FROM conversions ORDER BY edition",
        [("H0", "010111", "S3", "0015", "1:1"), ("H1", "010512", "H0", "010519", "n:1")],
    ),
    "dist.csv": (
        "iso_o,iso_d,contig,comlang_off,dist,distw\nRUS,PRK,1,0,6400.5,6100\nRUS,RUS,0,1,1300,1200\n",
        "SELECT reporter, partner, km, weighted_km, contiguous, common_language FROM distances",
        [("RUS", "PRK", 6400.5, 6100.0, True, False)],
    ),
}


@pytest.mark.parametrize(("name", "case"), REFERENCES.items(), ids=REFERENCES)
def test_tables_that_come_with_statistics_are_kept(tmp_path, desk, name, case):
    text, sql, expected = case
    (tmp_path / name).write_text(text)
    (loaded,) = desk.load(tmp_path / name)
    (again,) = desk.load(tmp_path / name)
    assert (loaded.layout, loaded.problems, loaded.new, again.new) == ("table", (), len(expected), 0)
    assert [tuple(row.values()) for row in desk.ledger.query(sql).to_pylist()] == expected


# ---------------------------------------------------------------------------------------- figures of the real files


AVERAGE = """
reporter = { column = "country" }
partner = "WLD"
flow = "exports"
period = "1998/2000"
code = { column = "product" }
classification = "SITC"
edition = "S2"
value = { column = "value", thousands = true }
"""


@pytest.mark.skipif(not SHARED.exists(), reason="the real samples are not on this machine")
def test_the_other_real_files_come_in_whole(tmp_path, desk):
    report = desk.load(SHARED / "codes", SHARED / "concordance", SHARED / "samples/dist_cepii.dta")
    assert not report.problems
    assert [one.problems for one in report] == [()] * 6
    assert {one.file.rpartition("/")[2]: one.rows for one in report} == {
        "datahub_harmonized-system.csv": 6709, "un_hs_codes_H0_H6.csv.gz": 45_980, "un_reporters.csv": 255,
        "un_partners.csv": 310, "hs_adjacent_correlations_1992_2022.csv.gz": 63_728, "dist_cepii.dta": 50_176,
    }  # fmt: skip
    (tmp_path / "average.toml").write_text(AVERAGE)
    (average,) = desk.load(SHARED / "samples/world_trade_avg_1998_2000_sitc4.csv.gz", mapping=tmp_path / "average.toml")
    assert (average.rows, average.new, average.problems) == (124_336, 124_336, ())


@pytest.mark.skipif(not SHARED.exists(), reason="the real samples are not on this machine")
def test_the_figures_of_the_real_files(desk):
    samples = SHARED / "samples"
    report = desk.load(
        samples / "comtrade_v1_web_TradeData_2022.csv", samples / "comtrade_v1_EU27_wood_world_2018_2022.csv.gz"
    )
    assert not report.problems
    desk.load(samples / "comtrade_EU27_wood_HS4_bilateral.csv.gz", dataset="eu-wood")
    desk.load(SHARED / "oec_bilateral_totals_1963_2014.parquet", dataset="oec")
    north = "reporter = 'CHN' AND partner = 'PRK' AND period = '2022' AND code = ''"
    found = {
        row["flow"]: (row["value_usd"], row["valuation"]) for row in figures(desk, north, "flow, value_usd, valuation")
    }
    assert found == {"imports": (133_677_748.0, "CIF"), "exports": (894_039_906.0, "FOB")}
    old = "dataset = 'oec' AND reporter = 'RUS' AND partner = 'PRK' AND period IN ('2013', '2014')"
    assert values(desk, old) == [9_281_974.0, 10_026_641.0]
    copied = "SELECT DISTINCT period FROM marks WHERE flag = 'copied-year'"
    assert desk.ledger.query(copied).to_pylist() == [{"period": "1998"}]
    gaps = "SELECT period FROM marks WHERE flag = 'gap' AND dataset = 'oec' AND reporter IS NULL ORDER BY ALL"
    assert [row["period"] for row in desk.ledger.query(gaps).to_pylist()] == ["2008", "2009"]
    shares = desk.ledger.query(
        """WITH extra AS (
            SELECT code, period, partner, sum(value_usd) AS usd FROM flows
            WHERE dataset = 'eu-wood' AND flow = 'imports' AND code IN ('4403', '4705') AND period IN ('2021', '2022')
                AND partner <> 'WLD' AND partner NOT IN (SELECT DISTINCT reporter FROM flows WHERE dataset = 'eu-wood')
            GROUP BY ALL
        )
        SELECT code, period, round(100 * sum(usd) FILTER (partner = 'RUS') / sum(usd), 1) AS share
        FROM extra GROUP BY ALL ORDER BY ALL"""
    ).to_pylist()
    assert [row["share"] for row in shares] == [28.9, 3.4, 39.1, 4.5]


def test_a_column_of_commodities_tells_the_product_in_words_too(tmp_path, desk):
    path = tmp_path / "mine.csv"
    path.write_text("reporter,partner,flow,period,value,unit,commodity\nKEN,TZA,exports,2019,5,USD,odds and ends\n")
    (loaded,) = desk.load(path)
    assert (loaded.new, loaded.problems, loaded.notes) == (1, (), ())
    assert figures(desk, columns="product") == [{"product": "odds and ends"}]


@pytest.mark.parametrize("column", ["hs", "hs_code", "code"])
def test_the_codes_of_published_figures_are_their_scope_and_what_is_not_read_is_said(tmp_path, desk, column):
    path = tmp_path / "mine.csv"
    path.write_text(
        f"reporter,partner,flow,period,value,unit,{column},remark\n"
        "KEN,TZA,exports,2019,50000000,USD,0901,hulled\nKEN,TZA,exports,2019,70000000,USD,0902,\nKEN,TZA,exports,2019,9,USD,odds and ends,\n"
    )
    (loaded,) = desk.load(path)
    assert (loaded.new, loaded.notes) == (2, ("columns that this layout does not know were not read: remark",))
    assert "holds no HS codes" in loaded.problems[0]
    assert {(row["hs"], row["value_usd"]) for row in figures(desk, columns="hs, value_usd")} == {
        ("0901", 5e7),
        ("0902", 7e7),
    }
    (overall,) = [
        v
        for v in desk.check(
            text="Kenya exported coffee and tea worth $120 million to Tanzania in 2019.",
            published="2020-05-01",
            record=False,
        )
        if v.dataset is None
    ]
    assert (overall.verdict, overall.found) == ("supported", "$120 million")


@pytest.mark.parametrize(("told", "verdict"), [("$100 million", "ambiguous"), ("$200 million", "contradicted")])
def test_rows_that_contradict_each_other_are_both_shown_and_told_as_the_nearest_truth(tmp_path, desk, told, verdict):
    path = tmp_path / "mine.csv"
    path.write_text(
        "reporter,partner,flow,period,value,unit\nKEN,UGA,exports,2019,100000000,USD\nKEN,UGA,exports,2019,140000000,USD\n"
    )
    desk.load(path)
    text = f"Kenya exported goods worth {told} to Uganda in 2019."
    (overall,) = [v for v in desk.check(text=text, published="2020-05-01", record=False) if v.dataset is None]
    both = "Kenya's exports to Uganda were $100 million or $140 million in 2019: the dataset has both."
    assert (overall.verdict, overall.found, overall.nearest) == (verdict, "$100 million or $140 million", both)
