"""Speed and memory of ties over time, against what they may cost; ends with 1 if a figure is missed.

Each figure is taken in a fresh interpreter: CPU seconds of the program, and the most memory it held. ICEWS 2018 between
countries is read where the project's data folder is (TIES_DATA, else ../shared/data/ties), else a file of the same size
is made. GDELT's ten million rows are made (`gdelt_rows.py`).
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from gdelt_rows import write_rows

DATA = Path(os.environ.get("TIES_DATA", Path(__file__).resolve().parents[2] / "shared/data/ties"))
ICEWS = DATA / "icews18_interstate_named.csv.gz"
GDELT_ROWS = 10_000_000
_MEASURED = """
import json, resource
{before}
start = resource.getrusage(resource.RUSAGE_SELF)
{work}
end = resource.getrusage(resource.RUSAGE_SELF)
peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(json.dumps({{"cpu": end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime, "mb": peak / 1024, "n": n}}))
"""
_SERIES = "from tieline.ties.asking import Ask\nfrom tieline.ties.channels import channel_series\nimport tieline\nledger = tieline.open({ledger!r}, bundled=False).ledger"
_ASK = "Ask(by='week', directed=False, least={least})"


def measured(work: str, before: str = "import tieline") -> dict[str, float]:
    """One fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _MEASURED.format(before=before, work=work)],
        check=True,
        capture_output=True,
        text=True,
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _load(ledger: Path, file: Path) -> str:
    return f"(loaded,) = tieline.open({str(ledger)!r}, bundled=False).load({str(file)!r})\nn = loaded.rows"


def _named(folder: Path) -> Path:
    """ICEWS between countries, or a made file of as many rows."""
    if ICEWS.exists():
        return ICEWS
    made = folder / "made.CSV"
    write_rows(made, 550_000, first_day="2018-01-01", days=304)
    return made


def _cold(ledger: Path, one: str, other: str) -> tuple[float, float]:
    """CPU and wall seconds of the command, the best of three: other work of the machine makes them longer, never shorter."""
    taken = []
    for _ in range(3):
        before, at = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(
            [Path(sys.executable).parent / "tieline", "ties", one, other, "--by", "week", "--ledger", ledger],
            check=True,
            capture_output=True,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        taken.append((cpu, time.perf_counter() - at))
    return min(cpu for cpu, _ in taken), min(wall for _, wall in taken)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, help="where ledgers and made files lie meanwhile; else a temporary one")
    parser.add_argument("--rows", type=int, default=GDELT_ROWS, help="rows of the made GDELT file")
    given = parser.parse_args()
    lines: list[tuple[str, float, float, str]] = []
    with tempfile.TemporaryDirectory(dir=given.folder) as name:
        folder = Path(name)
        file, ledger = _named(folder), folder / "ledger"
        found = measured(_load(ledger, file))
        lines.append((f"load and code {found['n']:,.0f} rows", found["cpu"], 6, "CPU s"))
        series = _SERIES.format(ledger=str(ledger))
        found = measured(f"n = len(channel_series(ledger, {_ASK.format(least=1)}))", series)
        lines.append((f"channels of all dyads by week: {found['n']:,.0f} series", found["cpu"], 5, "CPU s"))
        found = measured(
            f"from tieline.ties.shifts import changes_of_all\nseries = channel_series(ledger, {_ASK.format(least=40)})\n"
            "n = len(series)\nchanges_of_all(series)",
            series,
        )
        lines.append((f"shifts of {found['n']:,.0f} series, one core", found["cpu"], 60, "CPU s"))
        cpu, wall = _cold(ledger, "RUS", "UKR")
        lines.append((f"one dyad, cold ({wall:.1f} s by the clock)", cpu, 1.5, "CPU s"))
        write_rows(folder / "events.CSV", given.rows)
        found = measured(_load(folder / "gdelt", folder / "events.CSV"))
        lines.append((f"load {found['n']:,.0f} rows of GDELT ({found['cpu']:.0f} CPU s)", found["mb"], 1536, "MB"))
        asked = f"n = len(tieline.open({str(folder / 'gdelt')!r}).ties('USA', 'CHN', by='week').objects())"
        found = measured(asked)
        lines.append((f"ask them for a dyad ({found['cpu']:.1f} CPU s)", found["mb"], 1536, "MB"))
    for what, cost, most, unit in lines:
        print(f"{what:<56}{cost:>9.2f} {unit:<6}{'under' if cost < most else 'NOT under'} {most:g}")
    return 0 if all(cost < most for _, cost, most, _ in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
