"""Figures of public files, read where they lie; skipped where they are not at hand."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

import tieline
from tieline.trade.figures.bloc_series import bloc_series
from tieline.trade.figures.series import flow_series
from tieline.trade.indicators.advantage import advantages
from tieline.trade.indicators.growth import growth
from tieline.trade.mirror.mirror import mirror

TRADE = Path(__file__).parents[2] / "shared/data/trade"
SAMPLES = TRADE / "samples"
pytestmark = pytest.mark.skipif(not TRADE.exists(), reason="the public files are not at hand")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    desk = tieline.open(tmp_path_factory.mktemp("figures") / "ledger", bundled=False)
    for name in ("comtrade_v1_web_TradeData_2022.csv", "comtrade_EU27_wood_HS4_bilateral.csv.gz"):
        desk.load(SAMPLES / name)
    desk.load(TRADE / "oec_bilateral_totals_1963_2014.parquet")
    return desk.ledger


def test_china_and_north_korea_in_2022(ledger):
    one, two = mirror(ledger, "CHN", "PRK", dataset="comtrade", margin=0.1)
    assert (one.export.value_usd, one.export.valuation, one.basis) == (894_039_906, "FOB", "exporter-only")
    assert (two.counterpart.value_usd, two.counterpart.valuation, two.basis) == (133_677_748, "CIF", "mirror-only")


def test_russia_from_north_korea(ledger):
    points = flow_series(
        ledger, "RUS", "PRK", dataset="oec_bilateral_totals_1963_2014", flows=["imports"], since="1997", until="2014"
    ).points
    there = {point.period: point for point in points}
    assert (there["2013"].value_usd, there["2014"].value_usd) == (9_281_974, 10_026_641)
    assert round(growth(points)[-1].pct, 1) == 8.0
    assert "suspected-copy" in there["1998"].flags
    assert (there["2008"].state, there["2008"].marks[0][:3]) == ("not-reported", "gap")


@pytest.mark.parametrize(("code", "before", "after"), [("4403", 28.9, 3.4), ("4705", 39.1, 4.5)])
def test_the_share_of_russia_in_the_eus_wood(ledger, code, before, after):
    ask = {"dataset": "comtrade", "product": code, "since": "2021", "until": "2022"}
    russia, world = (bloc_series(ledger, "EU", partner, **ask) for partner in ("RUS", "WLD"))
    shares = [100 * one.point.value_usd / all_.point.value_usd for one, all_ in zip(russia, world, strict=True)]
    assert [round(share, 1) for share in shares] == [before, after]


def test_the_union_of_27_has_its_shares_before_2020_too(ledger):
    ask = {"dataset": "comtrade", "product": "4403", "since": "2018", "until": "2022"}
    russia, world = (bloc_series(ledger, "EU27_2020", partner, **ask) for partner in ("RUS", "WLD"))
    shares = [100 * one.point.value_usd / all_.point.value_usd for one, all_ in zip(russia, world, strict=True)]
    assert [round(share, 1) for share in shares] == [40.8, 38.0, 38.2, 28.9, 3.4]  # added up by hand from the file


PUBLISHED = {
    ("afg", "0011"): 0.2312238, ("afg", "0012"): 0.285438688, ("ago", "0011"): 0.1777917, ("ago", "0013"): 0.002076625,
    ("aia", "0012"): 0.002581853, ("alb", "0014"): 0.01582754, ("and", "0011"): 2.4825815, ("and", "0015"): 3.815013019,
}  # fmt: skip
"""RCA as printed in the article "How To Use This Package" of economiccomplexity 1.5.0 (M. Vargas)."""


def test_published_advantages():
    import pandas as pd  # noqa: PLC0415

    text = gzip.decompress((SAMPLES / "world_trade_avg_1998_2000_sitc4.csv.gz").read_bytes())
    found = advantages(pd.read_csv(io.BytesIO(text), dtype={"product": str})).to_pylist()
    ours = {(row["country"], row["product"]): row["rca"] for row in found}
    assert {cell: ours[cell] for cell in PUBLISHED} == pytest.approx(PUBLISHED, rel=1e-6)
