"""Reading beside others: documents a second, memory, several processes, the first claim of a cold start.

In one run, on the same texts and the same core: tieline, spaCy's full small pipeline at its documented settings
(`nlp.pipe(texts)`), and quantulum3 (`parser.parse(text)`, installed as its page says, without its optional classifier).
Each contestant works in a fresh process of its own in every round, so that neither's settings nor memory touch
another's; they take turns; every process loads what it needs and warms up on a few texts before the clock starts.
Printed are medians of the rounds after a first one to warm the disk and the processor up.

Files of JSON Lines may be named; by default those of ../shared/data/press where they are there, else tests/gold/dev.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PRESS = ROOT.parent / "shared" / "data" / "press"
DEFAULTS = (("reuters_documents.jsonl", "stories with figures", 3.0), ("reuters_general.jsonl", "general news", 12.0))
GOLD = ROOT / "tests" / "gold" / "dev" / "documents.jsonl"
MOST_MEMORY_MB = 700
MOST_COLD_SECONDS = 3.0
LEAST_OF_TWO = 1.8
WARM_UP = 8
TIELINE = (sys.executable, "-c", "from tieline.cli.main import main; main()")


@dataclass(frozen=True)
class Texts:
    """A set of texts, and how many times as fast as spaCy they shall be read."""

    name: str
    lines: list[str]
    target: float | None = None


def some(lines: list[str], most: int) -> list[str]:
    """At most so many, taken evenly."""
    return lines[:: -(-len(lines) // most)] if len(lines) > most else lines


def texts_of(files: list[Path], most: int) -> list[Texts]:
    """The sets to read."""
    known = {name: (label, target) for name, label, target in DEFAULTS}
    chosen = files or [PRESS / name for name in known if (PRESS / name).is_file()]
    found = []
    for file in chosen:
        label, target = known.get(file.name, (None, None))
        lines = some(file.read_text(encoding="utf-8").splitlines(), most)
        found.append(Texts(f"{label} ({file.name})" if label else file.name, lines, target))
    return found or [Texts("tests/gold/dev", GOLD.read_text(encoding="utf-8").splitlines() * 4)]


# ------------------------------------------------------------------ in the process of a contestant


def of_tieline(records: list[dict[str, Any]]) -> int:
    """Read them all; give the number of claims."""
    from tieline.model.documents import Document  # noqa: PLC0415  a contestant loads nothing of another's
    from tieline.model.periods import Period  # noqa: PLC0415
    from tieline.read import read_documents  # noqa: PLC0415

    documents = [
        Document(r["id"], r["text"], Period.parse(r["published"]) if r.get("published") else None, r.get("outlet"), "en")
        for r in records
    ]  # fmt: skip
    return sum(len(result.claims) for result in read_documents(documents))


def of_spacy() -> Callable[[list[dict[str, Any]]], int]:
    """The full pipeline; gives the number of sentences."""
    import spacy  # noqa: PLC0415

    from tieline.read.syntax.parser import DEFAULT_MODEL  # noqa: PLC0415

    nlp = spacy.load(DEFAULT_MODEL)
    return lambda records: sum(1 for doc in nlp.pipe([r["text"] for r in records]) for _ in doc.sents)


def of_quantulum(records: list[dict[str, Any]]) -> int:
    """Find the quantities of each text."""
    from quantulum3 import parser  # noqa: PLC0415

    return sum(len(parser.parse(r["text"])) for r in records)


def contest(name: str, file: str) -> None:
    """Do the work and print what it took."""
    with open(file, encoding="utf-8") as lines:  # noqa: PTH123 -- nothing more is imported than must be
        records = [json.loads(line) for line in lines]
    work = of_spacy() if name == "spaCy" else of_tieline if name == "tieline" else of_quantulum
    work(records[:WARM_UP])
    began, cpu = time.perf_counter(), time.process_time()
    found = work(records)
    took, used = time.perf_counter() - began, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    print(json.dumps({"seconds": took, "cpu": used, "found": found, "peak_mb": peak}))


# ------------------------------------------------------------------ in the process that compares


def on_one_core(core: int | None) -> Callable[[], None] | None:
    """What pins a new process to a core, where that can be done."""
    if core is None:
        return None
    return lambda: os.sched_setaffinity(0, {core})


def run(name: str, file: Path, core: int | None) -> dict[str, float]:
    """One contestant in a fresh process."""
    done = subprocess.run(
        [sys.executable, __file__, "--contestant", name, str(file)],
        check=True, capture_output=True, text=True, preexec_fn=on_one_core(core),
    )  # fmt: skip
    return dict(json.loads(done.stdout.splitlines()[-1]))


def rounds_of(texts: Texts, folder: Path, core: int | None, rounds: int, sample: int) -> dict[str, dict[str, float]]:
    """Medians of the rounds, by contestant."""
    whole, part = folder / "whole.jsonl", folder / "part.jsonl"
    whole.write_text("\n".join(texts.lines) + "\n", encoding="utf-8")
    chosen = some(texts.lines, sample)
    part.write_text("\n".join(chosen) + "\n", encoding="utf-8")
    contestants = [("tieline", whole, len(texts.lines)), ("spaCy", whole, len(texts.lines))]
    if installed("quantulum3"):
        contestants.append(("quantulum3", part, len(chosen)))
    found: dict[str, list[dict[str, float]]] = {name: [] for name, _, _ in contestants}
    for turn in range(rounds + 1):
        for name, file, count in contestants:
            measured = run(name, file, core)
            if turn:
                found[name].append(measured | {"rate": count / measured["seconds"], "count": count})
    return {
        name: {key: statistics.median(one[key] for one in all_of) for key in all_of[0]}
        for name, all_of in found.items()
    }  # fmt: skip


def several(texts: list[Texts], folder: Path, rounds: int) -> dict[int, dict[str, float]]:
    """`tieline read --jobs 1` on one core against `--jobs 2` on two: seconds a document beyond what any start costs.

    The start is taken out by reading the texts once and then four times: what 3 times the texts cost more.
    """
    lines = [line for each in texts for line in each.lines][: 240 if rounds > 1 else 100]
    sizes = {}
    for times in (1, 4):
        sizes[times] = folder / f"times{times}.jsonl"
        with sizes[times].open("w", encoding="utf-8") as file:
            for turn in range(times):
                file.writelines(
                    json.dumps(json.loads(line) | {"id": f"{turn}-{number}"}) + "\n"
                    for number, line in enumerate(lines)
                )
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    took: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for _ in range(rounds):
        for jobs in (1, 2):
            for times, file in sizes.items():
                took.setdefault((jobs, times), []).append(command(file, jobs, set(cores[:jobs])))
    found = {}
    for jobs in (1, 2):
        few, many = (statistics.median(s for s, _ in took[jobs, times]) for times in (1, 4))
        found[jobs] = {
            "rate": 3 * len(lines) / (many - few), "whole": 4 * len(lines) / many, "count": 4 * len(lines),
            "peak_mb": max(mb for _, mb in took[jobs, 4]), "peak_of_few": max(mb for _, mb in took[jobs, 1]),
        }  # fmt: skip
    return found


def command(file: Path, jobs: int, cores: set[int]) -> tuple[float, float]:
    """Seconds of one `tieline read --no-record`, and the memory of its largest process."""
    pin = (lambda: os.sched_setaffinity(0, cores)) if cores else None
    began = time.perf_counter()
    with subprocess.Popen(
        [*TIELINE, "read", str(file), "--no-record", "--jobs", str(jobs)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=pin,  # noqa: PLW1509
    ) as process:  # fmt: skip
        peak = 0.0
        while process.poll() is None:
            peak = max([peak, *map(memory_mb, [process.pid, *children(process.pid)])])
            time.sleep(0.05)
    return time.perf_counter() - began, peak


def children(parent: int) -> list[int]:
    """The processes that a process has started."""
    try:
        return [int(word) for word in Path(f"/proc/{parent}/task/{parent}/children").read_text("utf-8").split()]
    except OSError:
        return []


def memory_mb(process: int) -> float:
    """The most memory that a process had so far."""
    try:
        status = Path(f"/proc/{process}/status").read_text("utf-8")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM:")), 0.0)


def cold_start(folder: Path, rounds: int) -> list[float]:
    """Seconds from the start of `tieline read` on one short document, with a new ledger, to its end."""
    story = folder / "story.txt"
    story.write_text("Fiji's exports to Malta rose 5 percent to $3 million in 2014.", encoding="utf-8")
    found = []
    for turn in range(rounds + 1):
        began = time.perf_counter()
        done = subprocess.run(
            [*TIELINE, "read", str(story), "--published", "2015-01-01", "--ledger", str(folder / f"ledger{turn}")],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        if turn:
            found.append(time.perf_counter() - began)
        if not done.stdout.count("\n"):
            raise SystemExit("the short document gave no claim")
    return found


def installed(name: str) -> bool:
    """The package is there."""
    try:
        version(name)
    except PackageNotFoundError:
        return False
    return True


def met(good: bool) -> str:  # noqa: FBT001
    """One word."""
    return "met" if good else "MISSED"


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("documents", type=Path, nargs="*", help="JSON Lines of documents")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--most", type=int, default=300, help="so many texts of a set, evenly taken, for all")
    parser.add_argument("--sample", type=int, default=40, help="so many texts of a set for quantulum3")
    parser.add_argument("--contestant", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.contestant:
        contest(given.contestant, given.documents[0])
        return 0
    from tieline.read.syntax.parser import DEFAULT_MODEL  # noqa: PLC0415

    core = min(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None
    packages = ("tieline", "spacy", DEFAULT_MODEL.replace("_", "-"), "numpy", "quantulum3")
    versions = ", ".join(f"{name} {version(name)}" if installed(name) else f"{name} absent" for name in packages)
    print(f"reading: Python {platform.python_version()}, {versions}\n"
          f"{'one core each' if core is not None else 'cores not pinned'}, a fresh process each, "
          f"median of {given.rounds} rounds after one to warm up\n")  # fmt: skip
    sets = texts_of(given.documents, given.most)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"{'':<58}{'texts':>6}{'a second':>10}{'peak MB':>9}{'tieline is':>12}  target")
        for texts in sets:
            found = rounds_of(texts, folder, core, given.rounds, given.sample)
            own = found["tieline"]["rate"]
            for who, values in found.items():
                ratio, target = own / values["rate"], texts.target if who == "spaCy" else None
                said = f"{ratio:>11.2f}x" if who != "tieline" else f"{'':>12}"
                if who == "tieline":
                    said += f"  < {MOST_MEMORY_MB} MB: {met(values['peak_mb'] < MOST_MEMORY_MB)}"
                elif target:
                    said += f"  {target:g}x: {met(ratio >= target)}"
                label = f"{texts.name}, {who}"
                print(
                    f"{label:<58}{values['count']:>6.0f}{values['rate']:>10.1f}{values['peak_mb']:>9.0f}{said}",
                    flush=True,
                )
        print(f"of a larger set every n-th text, at most {given.most}; for quantulum3 at most {given.sample}\n")
        sums = several(sets, folder, min(given.rounds, 2))
        ratio = sums[2]["rate"] / sums[1]["rate"]
        print(
            f"{'tieline read --no-record':<58}{'texts':>6}{'a second':>10}{'peak MB':>9}{'of a quarter':>14}{'with start':>12}"
        )
        for jobs, v in sums.items():
            print(f"{f'--jobs {jobs}, as many cores':<58}{v['count']:>6}{v['rate']:>10.1f}{v['peak_mb']:>9.0f}"
                  f"{v['peak_of_few']:>14.0f}{v['whole']:>12.1f}")  # fmt: skip
        most = max(v["peak_mb"] for v in sums.values())
        print(f"two processes are {ratio:.2f} of one; target {LEAST_OF_TWO}: {met(ratio >= LEAST_OF_TWO)}")
        print(f"largest process {most:.0f} MB; target under {MOST_MEMORY_MB}: {met(most < MOST_MEMORY_MB)}\n")
        cold = statistics.median(cold_start(folder, given.rounds))
        print(f"first claim of a cold start, recorded in a new ledger: {cold:.2f} s; "
              f"target under {MOST_COLD_SECONDS:g}: {met(cold < MOST_COLD_SECONDS)}")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
