"""Trade queries over made years of BACI's size, beside pandas, polars and econcomplex: CPU and memory.

Each answer is first held against every other's; only equal ones are timed. Each run is a fresh interpreter, medians of the
rounds are shown. tieline asks its ledger, the others a Parquet file of the same rows with the columns they need and the codes
as numbers, in BACI's own order (year, exporter, importer: a dyad's rows lie together there too) and, for a dyad, in none.

tieline reads totals off the sums that it keeps of each file when it is loaded; they are in what `trade_load.py` measures.

A folder that has a ledger from an earlier run is used again; a year takes some 40 seconds and 0.6 GB to make and load.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from baci_year import make, zipped
from trade_ways import QUESTIONS, Asked, Figures

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


def loaded(folder: Path, years: int) -> Path:
    """The ledger with so many years, in a folder of made years; years that an earlier run has loaded stay."""
    import tieline  # noqa: PLC0415

    path = folder / f"ledger-{years}"
    desk = tieline.open(path, bundled=False)
    there = {load.file for load in desk.ledger.loads()} if desk.exists else set()
    for year in range(LAST - years + 1, LAST + 1):
        archive = folder / f"BACI_HS17_Y{year}_V202401b.zip"
        if not any(archive.name in file for file in there):
            print(f"making and loading {year}", file=sys.stderr)
            desk.load(zipped(make(folder, year)))
    return path


def union(years: Iterable[int]) -> list[tuple[int, int]]:
    """Each year's members of the EU on its last day, as M49 numbers."""
    from tieline.model.countries import country, members  # noqa: PLC0415

    return [(year, int(str(country(who).m49))) for year in years for who in sorted(members("EU", date(year, 12, 31)))]


def prepared(folder: Path, years: int) -> dict[str, object]:
    """The ledger with so many years, and the same rows as one Parquet file."""
    ledger, csvs = loaded(folder, years), [make(folder, LAST - each) for each in range(years)]
    parquet, unsorted = (folder / f"{name}-{years}" for name in ("plain", "unsorted"))
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
        "union": union(range(LAST - years + 1, LAST + 1)),
        "fixed": sorted({who for _, who in union([LAST])}),
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


def asked(question: Asked, where: dict[str, object], rounds: int) -> Figures | None:
    """The medians of each tool; None where the answers differ."""
    runs: dict[str, list[dict[str, object]]] = {tool: [] for tool in question.tools}
    for _ in range(rounds):
        for tool, steps in question.tools.items():
            runs[tool].append(measured(steps, where))
    first = next(iter(runs.values()))[0]["answer"]
    if not all(same(first, run["answer"]) for each in runs.values() for run in each):
        return None
    return {
        tool: {key: statistics.median(float(str(run[key])) for run in each) for key in ("cpu", "all", "mb")}
        for tool, each in runs.items()
    }


def shown(question: Asked, found: Figures, years: int) -> None:
    """Print the figures of a question, and whether they are what is aimed at."""
    print(f"\n{question.title}; {years} {'year' if years == 1 else 'years'} in store; answers equal")
    print(f"{'':<28}{'CPU, s':>9}{'from cold':>11}{'peak, MB':>10}{'of tieline':>12}")
    ours = next(iter(found.values()))["cpu"]
    for tool, of in found.items():
        print(f"{tool:<28}{of['cpu']:>9.3f}{of['all']:>11.2f}{of['mb']:>10.0f}{of['cpu'] / ours:>11.1f}x")
    for aim, met in question.aims if years >= question.aimed_from else ():
        print(f"  {aim}: {'met' if met(found) else 'MISSED'}")


def main() -> int:
    """Print the tables; end with 1 if answers differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "tieline-bench")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--years", type=int, nargs="+", default=[1, 10])
    parser.add_argument("--only", metavar="WORDS", default="", help="only questions with these words in their title")
    given = parser.parse_args()
    try:
        packages = [f"{name} {version(name)}" for name in ("tieline", "duckdb", "pandas", "polars", "econcomplex")]
    except PackageNotFoundError as error:
        print(f"{error.name} is not installed: `make bench-trade` brings it")
        return 2
    print(f"{', '.join(packages)}; medians of {given.rounds}")
    grown: dict[str, dict[int, float]] = {}
    equal = True
    for years in given.years:
        where = prepared(given.folder, years)
        for question in (each for each in QUESTIONS if given.only in each.title):
            found = asked(question, where, given.rounds)
            if found is None:
                equal = False
                print(f"\n{question.title}; {years} years in store; answers DIFFER")
                continue
            shown(question, found, years)
            for tool, of in found.items():
                grown.setdefault(f"{tool}: {question.title}", {})[years] = of["cpu"]
    if len(given.years) > 1:
        print(f"\nCPU seconds with {' and '.join(map(str, given.years))} years in store")
        for name, cpu in grown.items():
            print(f"{name[:80]:<82}" + "".join(f"{cpu.get(years, float('nan')):>9.3f}" for years in given.years))
    return 0 if equal else 1


if __name__ == "__main__":
    sys.exit(main())
