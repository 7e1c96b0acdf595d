"""Shifts and bursts against dated breaks, placebo series and simulations: `make eval-ties`.

Reads ICEWS 2018 between countries and the list of breaks where the project's data folder is (TIES_DATA, else ../shared/data/ties).
The settings were chosen by `fit_ties.py` on simulated dyads and on counts of the years 2002 to 2012, not on these breaks. But 2018
is no blind test: it had been run, and its missed breaks looked at, before that script was written. `ruptures` (the group bench) is run beside ours on the same simulations, with its
default cost and penalty 3 log(n) var; plain negative binomial cuts (`ties_plain.py`) beside ours on 2018.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
from ties_plain import plain_cuts

import tieline
from tieline.ties import cutting, shifts
from tieline.ties.asking import Ask
from tieline.ties.changes import Change
from tieline.ties.channels import channel_series
from tieline.ties.series import Series

DATA = Path(os.environ.get("TIES_DATA", Path(__file__).resolve().parents[2] / "shared/data/ties"))
CHANNELS = {"coop": ("contact", "deeds"), "conf": ("friction", "blows")}
NEAR = 14
TURNS = (("UKR", "RUS", "2014"), ("RUS", "PRK", "2014"), ("CHN", "PRK", "2014"), ("GEO", "RUS", "2008"))


def calibrate() -> None:
    """Simulated series without a change: how many get one."""
    draw = np.random.default_rng(1)
    for n, shortest in ((13, 2), (24, 4), (43, 4), (120, 4)):
        found = [
            bool(
                cutting.cuts_of(
                    draw.negative_binomial(size, size / (size + mean), n).astype(float), np.ones(n), shortest
                )
            )
            for mean in (1, 3, 8, 20, 60)
            for size in (1, 3, 10, 50)
            for _ in range(40)
        ]
        print(f"simulated, no change, {n} periods: a shift in {np.mean(found):.1%} of series (under 5%)")


def simulated_shifts() -> None:
    """Known shifts in simulated series of changing exposure, with seasons: found within two periods, beside ruptures."""
    draw = np.random.default_rng(2)
    cases = []
    for ratio in (2.0, 3.0, 5.0):
        for _ in range(60):
            n, place, size, mean = 52, int(draw.integers(10, 42)), 5.0, float(draw.choice([3, 8, 20]))
            season = 1 + 0.2 * np.sin(2 * np.pi * np.arange(n) / 52 + draw.uniform(0, 2 * np.pi))
            volume = season * np.exp(draw.normal(0, 0.25, n))
            level = np.where(np.arange(n) < place, mean, mean * ratio) * volume
            cases.append(
                (
                    ratio,
                    place,
                    draw.negative_binomial(size, size / (size + level)).astype(float),
                    volume / volume.mean(),
                )
            )
    try:
        import ruptures  # noqa: PLC0415
    except ImportError:
        ruptures = None
    for ratio in (2.0, 3.0, 5.0):
        mine = [case for case in cases if case[0] == ratio]
        ours = [(place, [cut.place for cut in cutting.cuts_of(counts, volume, 4)]) for _, place, counts, volume in mine]
        told = f"simulated shift of {ratio:g} times: {_scored(ours)}"
        if ruptures is not None:
            theirs = [
                (
                    place,
                    ruptures.Pelt(model="l2", min_size=4)
                    .fit(counts)
                    .predict(pen=3 * np.log(len(counts)) * counts.var())[:-1],
                )
                for _, place, counts, _ in mine
            ]
            told += f"; ruptures {ruptures.__version__}, Pelt with l2: {_scored(theirs)}"
        print(told)


def _scored(found: list[tuple[int, list[int]]]) -> str:
    """How many shifts are found within two periods, how far off they are, and how many others are told."""
    near = [min(errors) for place, cuts in found if (errors := [abs(cut - place) for cut in cuts]) and min(errors) <= 2]
    others = sum(abs(cut - place) > 2 for place, cuts in found for cut in cuts)
    off = f", {np.mean(near):.2f} periods off" if near else ""
    return f"found {len(near) / len(found):.0%}{off}, others {others / len(found):.2f} a series"


def breaks_2018() -> None:
    """The 22 breaks of 2018, weekly, both directions together."""
    breaks = list(csv.DictReader((DATA / "breaks_2018.csv").open(encoding="utf-8")))
    with tempfile.TemporaryDirectory() as folder:
        desk = tieline.open(Path(folder) / "ledger", bundled=False)
        at = time.process_time()
        desk.load(DATA / "icews18_interstate_named.csv.gz")
        print(f"loading: {time.process_time() - at:.2f} CPU s")
        at = time.process_time()
        series = channel_series(desk.ledger, Ask(by="week", directed=False, least=40))
        print(
            f"channels of all dyads by week: {time.process_time() - at:.2f} CPU s; {len(series)} series of 40 acts or more, friction and blows together"
        )
    at = time.process_time()
    found: dict[tuple[str, str, str], list[Change]] = {(one.source, one.target, one.channel): [] for one in series}
    for change in shifts.changes_of_all(series):
        found[change.series.source, change.series.target, change.series.channel].append(change)
    print(f"shifts of all series: {time.process_time() - at:.2f} CPU s")
    kinds = Counter(change.kind for changes in found.values() for change in changes)
    print(
        f"shifts a series {kinds['shift'] / len(found):.2f} (at most 0.4), bursts {kinds['burst'] / len(found):.2f} (at most 1.0)"
    )
    shift_hits, hits, also, chance_shift, chance = 0, 0, 0, 0.0, 0.0
    for line in breaks:
        day, pair = date.fromisoformat(line["date"]), sorted((line["iso3_a"], line["iso3_b"]))
        other = line.get("also_date") or ""
        marks = [change for channel in CHANNELS[line["channel"]] for change in found.get((*pair, channel), [])]
        near = [change for change in marks if change.at is not None and abs((change.at - day).days) <= NEAR]
        by_shift = any(change.kind == "shift" for change in near)
        if other and not by_shift:
            also += any(
                change.kind == "shift" and change.at and abs((change.at - date.fromisoformat(other)).days) <= NEAR
                for change in marks
            )
        shift_hits, hits = shift_hits + by_shift, hits + bool(near)
        chance_shift += _chance([change for change in marks if change.kind == "shift"])
        chance += _chance(marks)
        told = ", ".join(f"{change.kind} {change.at} {change.series.channel}" for change in near) or "nothing near"
        print(f"  {line['iso3_a']}-{line['iso3_b']} {line['date']} {line['channel']}: {told}")
    print(f"breaks of {len(breaks)} by a shift within two weeks: {shift_hits} (12; by chance {chance_shift:.1f})")
    if also:
        print(
            f"  {also} more by a shift within two weeks of the other date (also_date) that the list gives, not counted"
        )
    print(f"by a shift or a burst: {hits} (16; by chance {chance:.1f})")
    plain_2018(series, breaks)
    draw = np.random.default_rng(3)
    placebo = {id(change.series) for change in shifts.changes_of_all(_shuffled(series, draw)) if change.kind == "shift"}
    print(f"placebo, weeks shuffled: a shift in {len(placebo) / len(series):.1%} of series (under 5%)")


def plain_2018(series: list[Series], breaks: list[dict[str, str]]) -> None:
    """The same breaks by plain negative binomial cuts (`ties_plain.py`), which nothing is chosen by: beside ours, at several prices."""
    large = [one for one in series if one.acts.sum() >= 40]
    n = len(large[0].acts)
    prices = (2 * np.log(n), 10.0, 3 * np.log(n))
    for exposed in (False, True):
        found: dict[tuple[str, str, str], list[list[date]]] = {}
        for one in large:
            volume = one.total / one.total.mean() if exposed else np.ones(n)
            cuts = plain_cuts(one.acts, volume, prices)
            found[one.source, one.target, one.channel] = [[one.starts[place] for place in places] for places in cuts]
        for at, price in enumerate(prices):
            days = {key: each[at] for key, each in found.items()}
            told = [
                any(
                    abs((day - date.fromisoformat(line["date"])).days) <= NEAR
                    for channel in CHANNELS[line["channel"]]
                    for day in days.get((*sorted((line["iso3_a"], line["iso3_b"])), channel), [])
                )
                for line in breaks
            ]
            print(
                f"plain negative binomial, {'with' if exposed else 'without'} exposure, price {price:.1f}: {sum(told)} of {len(breaks)}, {np.mean([len(each) for each in days.values()]):.2f} shifts a series"
            )


def history() -> None:
    """Known turns in ICEWS by year, North Korea between China and Russia, and Russia's wood in the EU."""
    with tempfile.TemporaryDirectory() as folder:
        desk = tieline.open(folder, bundled=False)
        desk.load(DATA / "icews_dyad_year_2002_2014.csv.gz")
        for one, other, year in TURNS:
            marks = [line for line in desk.shifts(one, other, by="year").objects() if (line["date"] or "")[:4] == year]
            told = ", ".join(
                f"{line['kind']} of {line['channel']} {line['before']:g} to {line['after']:g}" for line in marks
            )
            print(f"  {one}-{other} {year}: {told or 'nothing'}")
        (pivot,) = desk.pivot("PRK", "CHN", "RUS", around="2014", by="year")
        shares = ", ".join(
            f"{code} {a:.1%} to {b:.1%}" for code, (a, b) in pivot.shares.items() if code in {"JPN", "RUS", "CHN"}
        )
        print(f"  PRK from CHN to RUS 2014: {pivot.outcome} (a lean or diversification at most); {shares}")
    wood = DATA.parent / "trade/samples/comtrade_EU27_wood_HS4_bilateral.csv.gz"
    if wood.exists():
        with tempfile.TemporaryDirectory() as folder:
            desk = tieline.open(folder, bundled=False)
            desk.load(wood)
            for line in desk.shifts("EU", "RUS", by="year", product="wood").objects():
                print(
                    f"  EU wood (HS 44), Russia's share: {line['kind']} {line['date'][:4]}, {line['before']:.1%} to {line['after']:.1%}"
                )


def _chance(marks: list[Change]) -> float:
    """The chance that a day of the 43 weeks lies within two weeks of a mark."""
    days = {
        day
        for change in marks
        if change.at
        for day in range(change.at.toordinal() - NEAR, change.at.toordinal() + NEAR + 1)
    }
    first, last = date(2018, 1, 1).toordinal(), date(2018, 10, 31).toordinal()
    return sum(first <= day <= last for day in days) / (last - first + 1)


def _shuffled(series: list[Series], draw: np.random.Generator) -> list[Series]:
    """The same weeks in another order, the same for all channels of a dyad."""
    orders: dict[tuple[str, str], np.ndarray] = {}
    out = []
    for one in series:
        order = orders.setdefault((one.source, one.target), draw.permutation(len(one.value)))
        out.append(
            replace(one, **{name: getattr(one, name)[order] for name in ("value", "acts", "kinds", "days", "total")})
        )
    return out


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calibrate", action="store_true", help="only the simulations that the settings rest on")
    asked = parser.parse_args()
    calibrate()
    simulated_shifts()
    if asked.calibrate:
        return
    if not (DATA / "breaks_2018.csv").exists():
        sys.exit(f"no {DATA / 'breaks_2018.csv'}: name the folder by TIES_DATA")
    breaks_2018()
    history()


if __name__ == "__main__":
    main()
