"""How long `import tieline` takes in a fresh interpreter, beside what any Python program pays.

Medians of 15 rounds; the imports take turns, so that a busy moment hits all of them.
"""

from __future__ import annotations

import platform
import statistics
import subprocess
import sys
import time
from importlib.metadata import version

ROUNDS = 15
TARGET_MS = 150
STATEMENTS = {
    "no import": "pass",
    "import json": "import json",
    "import click": "import click",
    "import tieline": "import tieline",
}
HEAVY = ("spacy", "duckdb", "pyarrow", "deltalake", "numpy", "trafilatura")


def milliseconds(statement: str) -> float:
    """One fresh interpreter, from its start to its end."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", statement], check=True)
    return (time.perf_counter() - start) * 1000


def main() -> int:
    """Print the table; end with 1 if the target is missed."""
    times: dict[str, list[float]] = {name: [] for name in STATEMENTS}
    for statement in STATEMENTS.values():
        milliseconds(statement)  # once for the disk's cache
    for _ in range(ROUNDS):
        for name, statement in STATEMENTS.items():
            times[name].append(milliseconds(statement))
    medians = {name: statistics.median(values) for name, values in times.items()}
    bare = medians["no import"]
    print(f"import time: Python {platform.python_version()}, tieline {version('tieline')}, click {version('click')}, "
          f"median of {ROUNDS} fresh interpreters")  # fmt: skip
    print(f"{'':<16}{'whole, ms':>12}{'import, ms':>12}{'x json':>9}{'x click':>9}")
    for name, value in medians.items():
        ratios = (f"{value / medians[other]:>9.2f}" for other in ("import json", "import click"))
        print(f"{name:<16}{value:>12.1f}{value - bare:>12.1f}{''.join(ratios)}")
    loaded = subprocess.run(
        [sys.executable, "-c", f"import sys, tieline; print(*[m for m in {HEAVY} if m in sys.modules])"],
        check=True, capture_output=True, text=True,
    ).stdout.strip()  # fmt: skip
    met = medians["import tieline"] < TARGET_MS and not loaded
    print(f"target: under {TARGET_MS} ms whole, nothing heavy loaded: {'met' if met else f'MISSED {loaded}'}")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
