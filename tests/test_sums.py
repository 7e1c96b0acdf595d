"""Sums that are kept of files: the same answers from them as from the rows, whether they are there, lost or can't be kept."""

import random
import shutil
from datetime import date
from pathlib import Path

import duckdb
import pytest

from tieline.ledger import Scan, queries, scan
from tieline.model.countries import country, members
from tieline.trade.figures.bloc_series import bloc_series
from tieline.trade.indicators.concentration import dependences
from tieline.trade.indicators.year_flows import year_of_flows
from tieline.workspace import open_desk
from trade_samples import FIJI, MALTA, PERU, row, write

DATASET = "baci-hs17"
UNION = sorted(members("EU", date(2021, 1, 1)))[:6]
SIDES = [*UNION, "FJI", "PER", "USA"]
CODES = ["010121", "270900", "440310", "847130"]


@pytest.fixture(scope="module")
def rows():
    """(year, exporter, importer, code, thousand USD): a world in which some sell nothing to some, and Fiji is silent in 2021."""
    draw = random.Random(7)  # noqa: S311
    return [
        (year, one, other, code, draw.randint(1, 900))
        for year in (2020, 2021)
        for one in SIDES
        for other in SIDES
        for code in CODES
        if one != other and draw.random() < 0.7 and (year, one) != (2021, "FJI")
    ]


@pytest.fixture
def desk(rows, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(scan, "SMALL", 0)
    monkeypatch.setattr(queries, "SMALL", 0)
    made = open_desk("ledger", bundled=False)
    for year in (2020, 2021):
        lines = [
            ",".join((str(t), country(i).m49, country(j).m49, k, str(v), "NA")) for t, i, j, k, v in rows if t == year
        ]
        Path(f"BACI_HS17_Y{year}_V202401b.csv").write_text("\n".join(["t,i,j,k,v,q", *lines]) + "\n")
        assert not made.load(f"BACI_HS17_Y{year}_V202401b.csv").problems
    Path("own.csv").write_text("reporter,partner,flow,period,value,unit,dataset\nFJI,PER,exports,2020,5,USD,own\n")
    made.load("own.csv")
    made.load(write("a.csv", [row("2020", FIJI, "X", MALTA, 70, "27"), row("202001", FIJI, "M", PERU, 4)]))
    return open_desk("ledger", bundled=False)


@pytest.fixture(params=["kept", "lost", "not to be written"])
def kept(request, desk):
    sums = desk.ledger.path / "sums"
    assert len(list(sums.glob("*.parquet"))) == 3
    if request.param != "kept":
        shutil.rmtree(sums)
    if request.param == "not to be written":
        sums.write_text("a file where the folder would be")
    return desk


def test_the_sums_are_those_of_the_rows(kept):
    by = "dataset, vintage, reporter, partner, flow, freq, period, classification, edition, valuation, basis, flags, length(code)"
    rows = f"SELECT {by}, sum(value_usd), count(*) FROM flows GROUP BY ALL ORDER BY ALL"
    sums = (
        f"SELECT {by.replace('length(code)', 'digits')}, sum(usd), sum(rows) FROM flow_sums GROUP BY ALL ORDER BY ALL"
    )
    truth = [tuple(each.values()) for each in kept.ledger.query(rows).to_pylist()]
    assert len(truth) > 100
    for how in (None, Scan(totals="all"), Scan(totals="same")):
        assert [tuple(each.values()) for each in kept.ledger.query(sums, scan=how).to_pylist()] == truth


def test_a_blocs_totals_come_off_the_sums_as_they_do_off_the_rows(kept, rows):
    """Added up by plain Python: the EU's members of the file with outsiders; none of the rest reports, so that it is incomplete."""
    assert {x.value_usd for x in kept.trade("EU", "USA", dataset=DATASET)} == {None}
    with duckdb.connect() as engine:
        engine.execute("CREATE TABLE r (t INT, i VARCHAR, j VARCHAR, k VARCHAR, v INT)")
        engine.executemany("INSERT INTO r VALUES (?, ?, ?, ?, ?)", rows)
        sold = dict(
            engine.execute(
                "SELECT t::VARCHAR, sum(v) * 1000 FROM r WHERE i IN ('BEL', 'BGR') AND j = 'USA' GROUP BY t"
            ).fetchall()
        )
        own = dict(
            engine.execute(
                "SELECT t::VARCHAR, sum(v) * 1000 FROM r WHERE i = 'USA' AND j = 'PER' GROUP BY t"
            ).fetchall()
        )
    for dataset in (DATASET, None):
        found = {x.period: x for x in kept.trade("USA", "PER", dataset=dataset) if x.flow == "exports"}
        assert {period: x.value_usd for period, x in found.items()} == own
        # no chemicals in the file: not all that a country trades
        assert {x.flags for x in found.values()} == {("sum-of-codes", "some-codes-only")}
    points = bloc_series(kept.ledger, "EU", "USA", dataset=DATASET, flow="exports", since="2020", until="2021")
    parts = {p.point.period: sum(v or 0 for who, v in p.parts if who in {"BEL", "BGR"}) for p in points}
    assert parts == sold
    assert set(members("EU", date(2021, 1, 1))) - set(UNION) == set(points[1].missing)


def test_partners_and_all_dyads_are_the_same_with_and_without_the_sums(kept, rows):
    bought = {}
    for year, one, other, _, value in rows:
        if (year, other) == (2021, "PER"):
            bought[one] = bought.get(one, 0) + value * 1000
    for dataset in (DATASET, None):
        standings = kept.partners("PER", year=2021, flow="imports", dataset=dataset)
        assert {x.partner: x.value_usd for x in standings if x.dataset == DATASET} == bought
    found = dependences(year_of_flows(kept.ledger, 2021, dataset=DATASET, by="partner")).to_pylist()
    whole = sum(v * 1000 for t, i, _, _, v in rows if (t, i) == (2021, "PER"))
    mine = {x["partner"]: x["share"] for x in found if x["country"] == "PER"}
    assert sum(mine.values()) == pytest.approx(1)
    assert mine["USA"] == pytest.approx(
        sum(v * 1000 for t, i, j, _, v in rows if (t, i, j) == (2021, "PER", "USA")) / whole
    )


def test_the_printed_query_runs_as_it_stands(kept):
    report = kept.trade("USA", "PER")
    (sql,) = report.sql
    assert "flow_sums" in sql
    assert {r["value_usd"] for r in kept.ledger.query(sql).to_pylist()} >= {
        x.value_usd for x in report if x.dataset == DATASET and x.state == "figure"
    }
    assert {r["code"] for r in report.evidence() if r["dataset"] == DATASET} == set(CODES)
