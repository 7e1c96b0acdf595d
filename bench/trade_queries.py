"""Trade queries over made years of BACI's size, beside pandas, polars and econcomplex: CPU and memory.

Each answer is first held against every other's; only equal ones are timed. Each run is a fresh interpreter, medians of the
rounds are shown. tieline asks its ledger, the others a Parquet file of the same rows with the columns they need and the codes
as numbers, in BACI's own order (year, exporter, importer: a dyad's rows lie together there too) and, for a dyad, in none.

A folder that has a ledger from an earlier run is used again; a year takes some 40 seconds to make and load.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from baci_year import make, zipped

LAST = 2022
DATASET = "baci-hs17"
_MEASURED = """
import json, resource, time
{setup}
def cpu():
    own = resource.getrusage(resource.RUSAGE_SELF)
    return own.ru_utime + own.ru_stime
before = cpu()
{work}
took = cpu() - before
peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(json.dumps({{"cpu": took, "all": cpu(), "mb": peak / 1024, "answer": answer()}}))
"""
_TIELINE = """
import tieline
ledger = tieline.open({ledger!r}, bundled=False).ledger
from tieline.trade.series import flow_series
from tieline.trade.frames import year_of_flows
from tieline.trade.advantage import advantages
from tieline.trade.concentration import dependences
"""
_SUM = "round(float(sum(values)), 6)"

DYAD = {
    "tieline, open session": (
        _TIELINE + "flow_series(ledger, 'AGO', 'ALB', dataset={dataset!r}, flows=['exports'])",
        (
            "whole = flow_series(ledger, 'AFG', 'AGO', dataset={dataset!r}, flows=['exports'])\n"
            "parts = flow_series(ledger, 'AFG', 'AGO', dataset={dataset!r}, flows=['exports'], digits=2)"
        ),
        (
            "def answer(): return {{**{{p.period: round(p.value_usd, 2) for p in whole.points}},\n"
            "    **{{p.period + p.product: round(p.value_usd, 2) for p in parts.points if p.value_usd is not None}}}}"
        ),
    ),
    "polars, rows unsorted": (
        "import polars as pl",
        (
            "rows = (pl.scan_parquet({unsorted!r}).filter((pl.col('i') == 4) & (pl.col('j') == 24))"
            ".with_columns(pl.col('k').str.slice(0, 2).alias('c')).group_by('t', 'c').agg(pl.col('v').sum()).collect())"
        ),
        (
            "def answer():\n    found = {{}}\n    for t, c, v in rows.iter_rows():\n"
            "        found[str(t) + c] = round(v * 1000, 2)\n        found[str(t)] = found.get(str(t), 0) + v * 1000\n"
            "    return {{k: round(v, 2) for k, v in found.items()}}"
        ),
    ),
    "polars, in BACI's order": (
        "import polars as pl",
        (
            "rows = (pl.scan_parquet({parquet!r}).filter((pl.col('i') == 4) & (pl.col('j') == 24))"
            ".with_columns(pl.col('k').str.slice(0, 2).alias('c')).group_by('t', 'c').agg(pl.col('v').sum()).collect())"
        ),
        (
            "def answer():\n    found = {{}}\n    for t, c, v in rows.iter_rows():\n"
            "        found[str(t) + c] = round(v * 1000, 2)\n        found[str(t)] = found.get(str(t), 0) + v * 1000\n"
            "    return {{k: round(v, 2) for k, v in found.items()}}"
        ),
    ),
}
DEPENDENCE = {
    "tieline": (
        _TIELINE,
        "table = dependences(year_of_flows(ledger, {last}, dataset={dataset!r}, by='partner'))",
        (
            "def answer():\n    f = table.to_pydict()\n    values = [s * h for s, h in zip(f['share'], f['hhi'])]\n"
            f"    return {{{{'rows': len(values), 'sum': {_SUM}}}}}"
        ),
    ),
    "pandas": (
        "import pandas as pd",
        (
            "f = pd.read_parquet({parquet!r}, columns=['i', 'j', 'v'], filters=[('t', '==', {last})])\n"
            "f = f.groupby(['i', 'j'], as_index=False)['v'].sum()\n"
            "f['share'] = f['v'] / f.groupby('i')['v'].transform('sum')\n"
            "f['hhi'] = (f['share'] ** 2).groupby(f['i']).transform('sum')\n"
            "f['rank'] = f.groupby('i')['v'].rank(ascending=False, method='min')"
        ),
        (
            "def answer():\n    values = (f['share'] * f['hhi']).tolist()\n"
            f"    return {{{{'rows': len(values), 'sum': {_SUM}}}}}"
        ),
    ),
    "polars": (
        "import polars as pl",
        (
            "f = (pl.scan_parquet({parquet!r}).filter(pl.col('t') == {last}).group_by('i', 'j').agg(pl.col('v').sum())"
            ".with_columns(share=pl.col('v') / pl.col('v').sum().over('i'))"
            ".with_columns(hhi=(pl.col('share') ** 2).sum().over('i'), rank=pl.col('v').rank('min', descending=True).over('i'))"
            ".collect())"
        ),
        (
            "def answer():\n    values = (f['share'] * f['hhi']).to_list()\n"
            f"    return {{{{'rows': len(values), 'sum': {_SUM}}}}}"
        ),
    ),
}
ADVANTAGE = {
    "tieline": (
        _TIELINE,
        "table = advantages(year_of_flows(ledger, {last}, dataset={dataset!r}, digits=6))",
        (
            "def answer():\n    values = table['rca'].to_pylist()\n"
            f"    return {{{{'rows': len(values), 'sum': {_SUM}, 'most': round(max(values), 6)}}}}"
        ),
    ),
    "econcomplex": (
        "import pandas as pd, econcomplex",
        (
            "f = pd.read_parquet({parquet!r}, columns=['i', 'k', 'v'], filters=[('t', '==', {last})])\n"
            "matrix = f.groupby(['i', 'k'], as_index=False)['v'].sum().pivot(index='i', columns='k', values='v').fillna(0.0)\n"
            "rca = econcomplex.rca(matrix)"
        ),
        (
            "def answer():\n    values = rca.to_numpy()[matrix.to_numpy() > 0].tolist()\n"
            f"    return {{{{'rows': len(values), 'sum': {_SUM}, 'most': round(max(values), 6)}}}}"
        ),
    ),
}
QUERIES = {
    "a dyad's totals and chapters, all years": DYAD,
    "dependence and HHI of all dyads, one year": DEPENDENCE,
    "RCA of all countries and products, one year": ADVANTAGE,
}


def loaded(folder: Path, years: int) -> Path:
    """The ledger with so many years, in a folder of made years; years that an earlier run has loaded stay."""
    import tieline  # noqa: PLC0415

    path = folder / f"ledger-{years}"
    desk = tieline.open(path, bundled=False)
    there = {load.file for load in desk.ledger.loads()} if desk.exists else set()
    for year in range(LAST - years + 1, LAST + 1):
        archive = folder / f"BACI_HS17_Y{year}_V202401b.zip"
        if not any(archive.name in file for file in there):
            print(f"making and loading {year}", flush=True)
            desk.load(zipped(make(folder, year)))
    return path


def prepared(folder: Path, years: int) -> dict[str, object]:
    """The ledger with so many years, and the same rows as one Parquet file."""
    parquet, unsorted = (folder / f"{name}-{years}" for name in ("plain", "unsorted"))
    ledger, csvs = loaded(folder, years), [make(folder, LAST - each) for each in range(years)]
    if not parquet.exists():
        unsorted.mkdir(exist_ok=True)
        from tieline.ledger import offline_duckdb, sql_literal  # noqa: PLC0415

        for csv in csvs:
            with offline_duckdb() as engine:
                engine.execute("SET memory_limit = '1GB'")
                engine.execute(f"SET temp_directory = '{folder}/temp'")
                engine.execute(
                    f"COPY (SELECT t, i, j, k, v FROM read_csv('{csv}', types = {{'k': 'VARCHAR'}}, nullstr = ['NA', '']) "
                    f"ORDER BY hash(i, j, k)) TO '{unsorted}/{csv.stem}.parquet' (FORMAT parquet, COMPRESSION zstd)"
                )
        with offline_duckdb() as engine:
            engine.execute("SET memory_limit = '1GB'")
            rows = f"read_csv({sql_literal(sorted(map(str, csvs)))}, types = {{'k': 'VARCHAR'}}, nullstr = ['NA', ''])"
            engine.execute(
                f"COPY (SELECT t, i, j, k, v FROM {rows}) TO '{parquet}.part' (FORMAT parquet, COMPRESSION zstd)"
            )
        Path(f"{parquet}.part").replace(parquet)
    return {
        "ledger": str(ledger),
        "parquet": str(parquet),
        "unsorted": str(unsorted / "*.parquet"),
        "dataset": DATASET,
        "last": LAST,
    }


def measured(steps: tuple[str, str, str], given: dict[str, object]) -> dict[str, object]:
    """One fresh interpreter."""
    setup, work, answer = (each.format(**given) for each in steps)
    code = _MEASURED.format(setup=setup, work=work + "\n" + answer)
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def same(one: object, other: object) -> bool:
    """Two answers are equal within 1e-9 of their size, or half a cent."""
    if not isinstance(one, dict) or not isinstance(other, dict) or one.keys() != other.keys():
        return False
    return all(abs(one[key] - other[key]) <= max(1e-9 * abs(one[key]), 0.02) for key in one)


def main() -> int:
    """Print the tables; end with 1 if answers differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "tieline-bench")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--years", type=int, nargs="+", default=[1, 10])
    given = parser.parse_args()
    packages = []
    for name in ("tieline", "duckdb", "pandas", "polars", "econcomplex"):
        try:
            packages.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            print(f"{name} is not installed: pip install {name}")
            return 2
    print(f"{', '.join(packages)}; medians of {given.rounds}")
    equal = True
    for years in given.years:
        where = prepared(given.folder, years)
        for title, tools in QUERIES.items():
            runs: dict[str, list[dict[str, object]]] = {tool: [] for tool in tools}
            for _ in range(given.rounds):
                for tool, steps in tools.items():
                    runs[tool].append(measured(steps, where))
            first = next(iter(runs.values()))[0]["answer"]
            alike = all(same(first, run["answer"]) for each in runs.values() for run in each)
            equal &= alike
            print(f"\n{title}; {years} years in store; answers {'equal' if alike else 'DIFFER'}")
            if not alike:
                continue
            print(f"{'':<28}{'CPU, s':>9}{'from cold':>11}{'peak, MB':>10}{'of tieline':>12}")
            ours = 0.0
            for tool, each in runs.items():
                cpu, whole, mb = (
                    statistics.median(float(str(run[key])) for run in each) for key in ("cpu", "all", "mb")
                )
                ours = ours or cpu
                print(f"{tool:<28}{cpu:>9.3f}{whole:>11.2f}{mb:>10.0f}{cpu / ours:>11.1f}x")
    return 0 if equal else 1


if __name__ == "__main__":
    sys.exit(main())
