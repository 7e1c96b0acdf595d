"""Files that a question need not open: the same answers with them, without them, and without what is kept to tell."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from tieline.ledger import Scan
from tieline.ledger import scan as scanning
from tieline.model.flows import pair_key
from tieline.trade.indicators.advantage import advantages
from tieline.trade.indicators.frames import Stored
from tieline.trade.indicators.year_flows import year_of_flows
from tieline.workspace import open_desk

FIJI, MALTA, PERU = ("242", "FJI"), ("470", "MLT"), ("604", "PER")
ROWS = [
    (year, one[0], other[0], code, 10 * year % 97 + len(code) + int(one[0]) % 7)
    for year in (2020, 2021, 2022)
    for one, other in ((FIJI, MALTA), (MALTA, FIJI), (PERU, MALTA), (FIJI, PERU))
    for code in ("270900", "100630", "847130")
    if (year, one) != (2021, PERU)
]
DATASET = "baci-hs17"


@pytest.fixture
def ledger(tmp_path, monkeypatch):
    monkeypatch.setattr(scanning, "SMALL", 0)
    for year in (2020, 2021, 2022):
        lines = [",".join(map(str, (t, i, j, k, v, "NA"))) for t, i, j, k, v in ROWS if t == year]
        path = tmp_path / f"BACI_HS17_Y{year}_V202401b.csv"
        path.write_text("\n".join(["t,i,j,k,v,q", *lines]) + "\n")
        assert not open_desk(tmp_path / "ledger", bundled=False).load(path).problems
    return open_desk(tmp_path / "ledger", bundled=False).ledger


SCANS = [
    Scan(pairs=(pair_key("FJI", "MLT"),)),
    Scan(pairs=(pair_key("PER", "MLT"), pair_key("FJI", "CHN"))),
    Scan(pairs=(pair_key("FJI", "CHN"),)),
    Scan(datasets=(DATASET,), vintage="2024-01b", first=date(2021, 1, 1), last=date(2021, 12, 31)),
    Scan(pairs=(pair_key("MLT", "PER"),), datasets=("other",)),
    Scan(),
]


@pytest.mark.parametrize("scan", SCANS, ids=range(len(SCANS)))
@pytest.mark.parametrize("how", ["kept", "taken away", "damaged", "not to be written"])
def test_a_query_has_the_same_answer_whatever_is_not_opened(ledger, scan, how):
    kept = ledger.path / "pairs"
    assert len(list(kept.glob("*.npy"))) == 3
    if how != "kept":
        shutil.rmtree(kept)
    if how == "damaged":
        kept.mkdir()
        for file in (ledger.path / "flows").glob("*.parquet"):
            (kept / f"{file.stem}.npy").write_bytes(b"no numbers")
    if how == "not to be written":
        kept.write_text("a file where the folder would be")
    keys = ", ".join(map(str, scan.pairs)) or "pair"
    where = f"pair IN ({keys}) AND period_start >= DATE '{scan.first or date.min}' AND period_end <= DATE '{scan.last or date.max}'"
    where += f" AND dataset IN ({', '.join(repr(name) for name in scan.datasets) or 'dataset'})"
    sql = f"SELECT period, reporter, partner, code, value_usd FROM flows WHERE {where} ORDER BY ALL"
    assert ledger.query(sql, scan=scan).equals(ledger.query(sql))


def test_only_the_files_that_have_a_pair_are_opened(ledger):
    files = ledger._snapshots.files
    assert len(files(Scan(pairs=(pair_key("PER", "MLT"),)))) == 2  # Peru sold nothing in 2021, and Malta nothing to it
    assert len(files(Scan(pairs=(pair_key("FJI", "MLT"),)))) == 3
    assert len(files(Scan(first=date(2021, 1, 1), last=date(2022, 1, 1)))) == 2


@pytest.mark.parametrize("digits", [6, 2])
def test_sums_of_whole_files_are_those_of_sql(ledger, digits):
    source = year_of_flows(ledger, 2022, dataset=DATASET, digits=digits)
    assert source.sums() is not None

    def told(flows):
        return {(row["country"], row["product"]): row for row in advantages(flows).to_pylist()}

    whole, asked = told(source), told(Stored(ledger, source.pipeline))
    assert whole.keys() == asked.keys()
    for place, row in whole.items():
        assert {k: v for k, v in row.items() if not isinstance(v, str)} == pytest.approx(
            {k: v for k, v in asked[place].items() if not isinstance(v, str)}
        )
    assert year_of_flows(ledger, 2022, dataset=DATASET, flow="imports", digits=digits).sums() is None  # no row is one
