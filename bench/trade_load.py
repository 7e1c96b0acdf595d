"""Load a year like BACI from its zip, beside DuckDB's bare CSV-to-Parquet of the same file: CPU and memory.

Each run is a fresh interpreter, the two take turns, medians of the rounds are shown. Both must have the same rows and the
same sum before the figures count. The ledger's load unpacks, hashes, sorts by pair, keeps each row's line, compares, notes
fingerprints and commits; the bare conversion reads the unpacked file and writes Parquet in its order.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from baci_year import make, zipped

TARGET_CPU, TARGET_MB = 2.2, 700
_MEASURED = """
import json, resource, sys
{work}
own = resource.getrusage(resource.RUSAGE_SELF)
peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))  # of this program alone
print(json.dumps({{"cpu": own.ru_utime + own.ru_stime, "mb": peak / 1024, "rows": rows}}))
"""
_BARE = """
import duckdb
engine = duckdb.connect()
engine.execute(f"COPY (FROM read_csv({csv!r}, nullstr = ['NA', ''])) TO {out!r} (COMPRESSION zstd)")
rows = 0
"""
_LOAD = """
import tieline
(loaded,) = tieline.open({ledger!r}, bundled=False).load({archive!r})
rows = loaded.new
"""
_IMPORTS = "import duckdb, pyarrow, deltalake, numpy, tieline\nrows = 0"


def measured(work: str) -> dict[str, float]:
    """One fresh interpreter."""
    code = _MEASURED.format(work=work)
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def same(archive_rows: int, ledger: Path, parquet: Path) -> bool:
    """Both outputs have the same rows and the same sum."""
    import duckdb  # noqa: PLC0415

    stored = f"read_parquet('{ledger}/flows/*.parquet')"
    one = duckdb.sql(f"SELECT count(*), round(sum(value_usd)) FROM {stored}").fetchall()[0]
    two = duckdb.sql(f"SELECT count(*), round(sum(v * 1000)) FROM read_parquet('{parquet}')").fetchall()[0]
    return one[0] == two[0] == archive_rows and abs(one[1] / two[1] - 1) < 1e-9


def main() -> int:
    """Print the table; end with 1 if a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "tieline-bench")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    csv = make(given.folder, 2022)
    archive = zipped(csv)
    found: dict[str, list[dict[str, float]]] = {"imports": [], "bare": [], "load": []}
    equal = True
    for _ in range(given.rounds):
        with tempfile.TemporaryDirectory(dir=given.folder) as folder:
            out, ledger = Path(folder) / "bare.parquet", Path(folder) / "ledger"
            found["imports"].append(measured(_IMPORTS))
            found["bare"].append(measured(_BARE.format(csv=str(csv), out=str(out))))
            found["load"].append(measured(_LOAD.format(ledger=str(ledger), archive=str(archive))))
            equal &= same(int(found["load"][-1]["rows"]), ledger, out)
            shutil.rmtree(ledger)
    median = {
        name: {key: statistics.median(run[key] for run in runs) for key in ("cpu", "mb")}
        for name, runs in found.items()
    }
    rows = int(found["load"][0]["rows"])
    ratio = median["load"]["cpu"] / median["bare"]["cpu"]
    packages = ", ".join(f"{name} {version(name)}" for name in ("tieline", "duckdb", "pyarrow", "deltalake", "numpy"))
    print(f"a year of {rows:,} rows, {csv.stat().st_size / 1e6:.0f} MB of CSV; {packages}; median of {given.rounds}")
    print(f"{'':<34}{'CPU, s':>8}{'peak, MB':>10}")
    for name, words in (
        ("imports", "imports alone"),
        ("bare", "DuckDB: CSV to Parquet"),
        ("load", "tieline: zip to ledger, sorted"),
    ):
        print(f"{words:<34}{median[name]['cpu']:>8.2f}{median[name]['mb']:>10.0f}")
    met = equal and ratio <= TARGET_CPU and median["load"]["mb"] < TARGET_MB
    print(
        f"ratio {ratio:.2f} (target {TARGET_CPU}), under {TARGET_MB} MB, same rows and sum: {'met' if met else 'MISSED'}"
    )
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
