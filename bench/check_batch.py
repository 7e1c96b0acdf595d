"""10,000 claims against a BACI-sized decade in one batch, one claim cold, and one sentence read and checked: CPU, wall time, memory.

The decade is the made one of `trade_queries.py`. A folder `ledger-10` without it, or with a part of it, gets what is lacking
first: some ten minutes and 5 GB on the disk. Any other folder must be a ledger that holds flows of 2022.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from trade_queries import LAST, loaded

NAME, YEARS = "ledger-10", 10
COUNT, BATCH = 10_000, 10_000
PER_SECOND, MEGABYTES, COLD_SECONDS = 500.0, 1024.0, 2.0


def batch(folder: Path, count: int = COUNT) -> dict[str, float]:
    """Check so many claims, hand-made so that reading has no part in it."""
    import tieline  # noqa: PLC0415 -- its time counts
    from tieline.check import check_documents  # noqa: PLC0415
    from tieline.model.claims import Measure, Quote  # noqa: PLC0415
    from tieline.model.periods import Period  # noqa: PLC0415

    ledger = tieline.open(folder, bundled=False).ledger
    names = ledger.query("SELECT DISTINCT reporter FROM flows WHERE period_start = DATE '2022-01-01'")
    countries = sorted(names["reporter"].to_pylist())
    draw = random.Random(5)  # noqa: S311
    stories = []
    for number in range(count):
        a, b = draw.sample(countries, 2)
        change = draw.random() < 0.3
        claim = Measure(
            document=f"d{number}", version="v", quote=Quote("some words", 0, 10), indicator=draw.choice(["exports", "imports"]),
            reporter=a, partner=b, period=Period.of_year(draw.randint(2014, 2022)), unit="USD",
            value=None if change else float(draw.randint(10, 999)) * 1e6, change_pct=float(draw.randint(1, 90)) if change else None,
        )  # fmt: skip
        stories.append(([claim], None))
    before, start = time.process_time(), time.perf_counter()
    rated = 0
    for first in range(0, count, BATCH):
        found = check_documents(stories[first : first + BATCH], ledger)
        rated += sum(v.verdict not in {"no-data", "not-checkable"} for each in found for v in each if v.dataset is None)
    return {"cpu": time.process_time() - before, "wall": time.perf_counter() - start, "rated": rated, "mb": _peak()}


def cold(folder: Path) -> dict[str, float]:
    """Check one claim in a fresh process, from the first import on; made by hand as those of the batch are."""
    start, before = time.perf_counter(), time.process_time()
    import tieline  # noqa: PLC0415 -- its time counts
    from tieline.check import check_documents  # noqa: PLC0415
    from tieline.model.claims import Measure, Quote  # noqa: PLC0415
    from tieline.model.periods import Period  # noqa: PLC0415

    claim = Measure(
        document="d", version="v", quote=Quote("some words", 0, 10), indicator="exports", reporter="DEU", partner="FRA",
        period=Period.of_year(2020), unit="USD", value=5e9,
    )  # fmt: skip
    check_documents([([claim], None)], tieline.open(folder, bundled=False).ledger)
    return {"cpu": time.process_time() - before, "wall": time.perf_counter() - start, "mb": _peak()}


def sentence(folder: Path) -> dict[str, float]:
    """Read and check one sentence in a fresh process, which loads the parser too."""
    start, before = time.perf_counter(), time.process_time()
    import tieline  # noqa: PLC0415 -- its time counts

    tieline.open(folder, bundled=False).check(
        text="Germany's exports to France were worth $5 billion in 2020.", published="2021-03-01", record=False
    )
    return {"cpu": time.process_time() - before, "wall": time.perf_counter() - start, "mb": _peak()}


PARTS: dict[str, Callable[..., dict[str, float]]] = {"batch": batch, "cold": cold, "sentence": sentence}


def _peak() -> float:
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def ready(folder: Path) -> str | None:
    """Make the decade where it is to be made; what is wrong with the folder, if something is."""
    import tieline  # noqa: PLC0415

    if folder.name == NAME and not folder.is_symlink():
        loaded(folder.parent, YEARS)
        return None
    desk = tieline.open(folder, bundled=False)
    years = f"SELECT count(*) AS n FROM (SELECT 1 FROM flows WHERE period_start = DATE '{LAST}-01-01' LIMIT 1)"
    if desk.exists and desk.ledger.query(years).to_pylist()[0]["n"]:
        return None
    return (
        f"{folder} is no ledger with flows of {LAST}; give one with LEDGER=folder, or a folder named {NAME}, "
        f"where a decade is made (without LEDGER: bench-trade/{NAME})"
    )


def main() -> int:
    """Run both, each in a process of its own, and hold them against the targets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the ledger with the decade")
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--only", choices=list(PARTS), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.only:
        more = {"count": args.count} if args.only == "batch" else {}
        print(json.dumps(PARTS[args.only](args.folder, **more)))
        return 0
    lack = ready(args.folder)
    if lack:
        print(f"error: {lack}", file=sys.stderr)
        return 2
    found = {}
    for which in PARTS:
        command = [sys.executable, __file__, str(args.folder), "--count", str(args.count), "--only", which]
        found[which] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    many, one, told = (found[each] for each in PARTS)
    speed = args.count / many["wall"]
    print(f"{args.count:,} claims ({many['rated']:,} rated): {many['cpu']:.1f} s of CPU, {many['wall']:.1f} s, "
          f"{speed:.0f} a second (target {PER_SECOND:.0f}), {many['mb']:.0f} MB (target {MEGABYTES:.0f})")  # fmt: skip
    print(
        f"one claim, cold: {one['cpu']:.1f} s of CPU, {one['wall']:.1f} s (target {COLD_SECONDS:.0f}), {one['mb']:.0f} MB; "
        f"one sentence, read and checked, cold: {told['cpu']:.1f} s of CPU, {told['wall']:.1f} s, {told['mb']:.0f} MB"
    )
    return int(speed < PER_SECOND or many["mb"] > MEGABYTES or one["wall"] > COLD_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
