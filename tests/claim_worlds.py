"""Flows that claims are written from: a made world and its ledger, and the OEC's totals where they are at hand."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pyarrow.parquet as pq

from claim_words import NAMES, PRODUCTS, Key, World, Writer, made_world
from test_check_support import flow
from tieline.ledger import Ledger
from tieline.trade import load_flows

OEC = Path(__file__).parents[2] / "shared/data/trade/oec_bilateral_totals_1963_2014.parquet"
REAL_YEARS = range(2002, 2008)


class RealWriter(Writer):
    """Writes about totals of all goods; ranks are among all importers of the year, and it is these that state the figures."""

    stated = "imports"

    def years(self) -> list[int]:
        return list(REAL_YEARS)[1:]

    def all_years(self) -> list[int]:
        return [year for year in range(1963, REAL_YEARS[-1] + 1) if year != 1998]  # 1998 is a copy of 1997

    def partners(self) -> list[str]:
        return sorted({b for _, b, _, year in self.world.levels if year == self.year and b != "WLD"})


def made_ledger(folder: Path) -> tuple[World, Ledger]:
    world = made_world()
    ledger = Ledger.create(folder / "made")
    ledger.add_flows(
        flow(
            reporter=a, partner=b, product=product, hs=(PRODUCTS[product],) if product else (), period=year, value=value
        )
        for (a, b, product, year), value in world.levels.items()
        if "WLD" not in {a, b}  # the world is what the check has to add up
    )
    ledger.add_flows(  # what a country bought of all is stated: too few report for it to be added up from the other side
        flow(reporter=b, partner="WLD", flow="imports", period=year, value=value)
        for (a, b, _, year), value in world.levels.items()
        if a == "WLD"
    )
    return world, ledger


def real_ledger(folder: Path) -> tuple[World, Ledger]:
    ledger = Ledger.create(folder / "real")
    for table in load_flows(OEC).tables:
        ledger.add_flows(table)
    rows = pq.read_table(OEC, filters=[("exporter", "in", list(NAMES)), ("year", "<=", REAL_YEARS[-1])]).to_pylist()
    levels: dict[Key, float] = {}
    worlds: dict[Key, float] = defaultdict(float)
    for row in rows:
        a, b, year, value = row["exporter"], row["importer"], row["year"], float(row["value_usd"])
        worlds[a, "WLD", None, year] += value
        levels[a, b, None, year] = value
    bought = pq.read_table(OEC, filters=[("importer", "in", list(NAMES)), ("year", "<=", REAL_YEARS[-1])])
    for row in bought.to_pylist():
        worlds["WLD", row["importer"], None, row["year"]] += float(row["value_usd"])
    return World({**levels, **worlds}), ledger
