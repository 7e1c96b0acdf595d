"""A file becomes sorted Parquet files that no reader sees yet; one commit of the ledger then makes them part of it."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow.parquet as pq

from tieline.ledger import StagedFile, returning_memory, storage
from tieline.model.errors import UnreadableInputError
from tieline.model.periods import Period
from tieline.trade.files.result import Problem, no_rate_notes
from tieline.trade.layouts.plan import Coded, Plan
from tieline.trade.loading.across import repeated_across
from tieline.trade.loading.batches import Otherwise, Way, batches
from tieline.trade.loading.mapping import Mapped, Mapper
from tieline.trade.loading.pieces import (
    ROWS,
    Keys,
    Rows,
    Texts,
    added_up,
    order_of,
    pairs_of,
    parts_apart,
    prints,
    series_of,
    told_beside,
    twice,
)
from tieline.trade.loading.rates import convert
from tieline.trade.loading.reasons import Reasons
from tieline.trade.loading.writing import write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tieline.trade.files.sheets import Sheet


@dataclass(slots=True)
class Staged:
    """What a file gave.

    Attributes:
        files: Parquet files in the columns of the ledger's flows, each sorted by pair.
        rows: How many rows could be read.
        left_out: How many could not.
        repeated: How many were there twice, word for word, and taken once.
        problems: Why, many of a kind as one.
        prints: For each period its number of rows and their fingerprint.
        notes: What is odd about the rows that were read.
    """

    files: list[StagedFile] = field(default_factory=list)
    rows: int = 0
    left_out: int = 0
    repeated: int = 0
    problems: list[Problem] = field(default_factory=list)
    prints: dict[str, tuple[int, int]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def discard(self) -> None:
        """Take the files away: they are not wanted."""
        for file in self.files:
            file.path.unlink(missing_ok=True)
        self.files.clear()


def stage(
    sheet: Sheet,
    plan: Plan,
    folder: Path,
    *,
    constants: Mapping[str, str | None],
    recorded: int,
    tick: Callable[[int], object],
) -> Staged:
    """Read a file and write its flows.

    Args:
        sheet: The file.
        plan: How its rows become flows.
        folder: Where to write.
        constants: Text columns that all rows share (`dataset`, `vintage`, `load_id`, ...).
        recorded: Microseconds since 1970.
        tick: Told how many rows were read.

    Raises:
        UnreadableInputError: the file is damaged, or no row of it can be read; nothing is left in the folder.
    """
    marked = any(number.decimal for leg in plan.legs for number in leg.numbers.values())
    way = Way(typed=not marked)  # the CSV reader knows the point alone
    while True:
        run = _Run(sheet, plan, folder, constants, recorded, way)
        try:
            with returning_memory(), run.cleared():
                run.read(tick)
            if plan.of_parts is None or run.wholes or not run.staged.rows:
                return run.staged
            run.staged.discard()
            plan = plan.of_parts
        except Otherwise as other:
            (way,) = other.args


class _Run:
    """One reading of a file, from its start."""

    def __init__(
        self, sheet: Sheet, plan: Plan, folder: Path, constants: Mapping[str, str | None], recorded: int, way: Way
    ) -> None:
        self.sheet, self.plan, self.folder, self.recorded, self.way = sheet, plan, folder, recorded, way
        self.staged = Staged(notes=list(plan.notes))
        self.reasons, self.cells = Reasons(), Reasons()
        comma = sheet.delimiter == ";"
        self.mappers = [Mapper(leg, way, decimal_comma=comma) for leg in plan.legs]
        self.gathered = [Rows() for _ in plan.legs]
        self.constants = [
            {**{n: c for n, c in leg.cells.items() if not isinstance(c, Coded)}, **constants} for leg in plan.legs
        ]
        self.series: list[list[Keys]] = [[] for _ in plan.legs]
        self.shared: set[int] = set()
        self.wholes = False
        self.unpriced: Counter[tuple[str, str]] = Counter()

    @contextmanager
    def cleared(self) -> Iterator[None]:
        """What was written is taken away if the reading fails."""
        try:
            yield
        except BaseException:
            self.staged.discard()
            raise

    def read(self, tick: Callable[[int], object]) -> None:
        """Read the file and write its pieces."""

        def wrong(line: int, reason: str) -> None:
            self.cells.add(reason, [line])

        with batches(self.sheet, self.plan.texts, self.plan.numbers, self.way, wrong) as found:
            for batch in found:
                tick(len(batch.lines))
                for mapper, rows in zip(self.mappers, self.gathered, strict=True):
                    rows.add(mapper.map(batch, self.reasons))
                if sum(rows.count for rows in self.gathered) >= ROWS:
                    self.write()
        self.write()
        self.compare_pieces()
        self.finish()

    def write(self) -> None:
        """Write what was gathered, one file for each leg."""
        for at, rows in enumerate(self.gathered):
            if not rows.count:
                continue
            texts = Texts(self.constants[at], self.mappers[at].texts)
            self.piece(texts, rows.taken(), leg=at)

    def piece(self, texts: Texts, rows: Mapped, leg: int) -> None:
        """Write rows as one file."""
        if self.plan.legs[leg].rate is not None:
            self.unpriced.update(convert(texts, rows))
        details, d = texts.of("detail", rows)
        self.wholes = self.wholes or (not details[0] if d is None else any(not details[at] for at in np.unique(d)))
        pairs = pairs_of(texts, rows)
        order, key = order_of(texts, rows, pairs)
        if "other_names" in rows.codes and parts_apart(texts, rows, order, key):
            order, key = order_of(texts, rows, pairs)
        if rows.missing.any() and not self.plan.adds_up:
            kept = ~told_beside(rows, order, key)
            order, key = order[kept], key[kept]
        found = twice(rows, order, key)
        if found is not None and self.plan.adds_up:
            rows, order = added_up(rows, order, key)
            pairs = pairs_of(texts, rows)
        elif found is not None:
            self.staged.repeated += int(found.same.sum())
            self.tell_differing(texts, rows, order, found.differ)
            bad = found.differ | np.append(found.differ[1:], False)
            order = order[~(found.same | bad)]
        del key, found
        if not len(order):
            return
        left = rows if len(order) == len(rows.lines) else _only(rows, order)
        for period, (count, mark) in prints(texts, left).items():
            before = self.staged.prints.get(period, (0, 0))
            self.staged.prints[period] = (before[0] + count, (before[1] + mark) % 2**64)
        path = self.folder / f"load-{uuid.uuid4()}.parquet"
        low, high = int(pairs[order].min()), int(pairs[order].max())
        self.staged.files.append(StagedFile(path, len(order), (low, high), _span(texts, left)))
        with storage(self.folder):
            write(path, texts, rows, order, pairs, self.recorded)
        self.staged.rows += len(order)
        here = series_of(texts, rows, order, pairs)
        shared = here[np.isin(here, np.concatenate(self.series[leg]))] if self.series[leg] else here[:0]
        self.shared.update((shared // 2).tolist())
        self.series[leg].append(here)

    def compare_pieces(self) -> None:
        """Find figures that are in two pieces: of pairs that are in more than one."""
        if not self.shared:
            return
        files = [file.path for file in self.staged.files]
        same, differing = repeated_across(files, sorted(self.shared), self.folder, adds_up=self.plan.adds_up)
        self.staged.repeated += 0 if self.plan.adds_up else same
        self.staged.rows -= same + len(differing)
        self.staged.left_out += len(differing)
        for row in differing[:20]:
            words = " ".join(str(row[name]) for name in ("reporter", "flow", "partner", "code", "period") if row[name])
            value = row["value"] if row["value_usd"] is None else row["value_usd"]
            reason = f"{words}: {value:,.10g}, and another value in another line; neither was taken"
            self.staged.problems.append(Problem(self.sheet.member.name, row["line"], reason))
        if same or differing:
            self.staged.files = [
                StagedFile(file.path, pq.read_metadata(file.path).num_rows, file.pairs, file.days)
                for file in self.staged.files
            ]

    def tell_differing(self, texts: Texts, rows: Mapped, order: np.ndarray, differ: np.ndarray) -> None:
        """Two rows of one file that contradict each other: neither is taken."""
        for place in np.flatnonzero(differ)[:20]:
            first, second = int(order[place - 1]), int(order[place])
            main = rows.numbers.get("value_usd", rows.numbers.get("value"))
            values = "" if main is None else f": {main[first]:,.10g} and {main[second]:,.10g}"
            what = " ".join(
                text for name in ("reporter", "flow", "partner", "code", "period") if (text := _text(texts, rows, name, first))
            )  # fmt: skip
            self.staged.problems.append(
                Problem(
                    self.sheet.member.name,
                    int(rows.lines[second]),
                    f"{what}: another value than in line {rows.lines[first]}{values}; neither was taken",
                )
            )
        count = int(differ.sum())
        self.staged.left_out += count * 2
        if count > 20:
            reason = f"{count - 20} further pairs of rows of one figure differ; none of them was taken"
            self.staged.problems.append(Problem(self.sheet.member.name, None, reason))

    def finish(self) -> None:
        """Tell what was left out; refuse a file of which nothing is left."""
        name = self.sheet.member.name
        blank = sum(mapper.blank.rows for mapper in self.mappers)
        named = any(number.marks for leg in self.plan.legs for number in leg.numbers.values())
        if (
            blank and blank >= self.staged.rows and not named
        ):  # a column that holds no figure at all is another one than was meant
            self.staged.rows = 0
            for mapper in self.mappers:
                self.reasons.take(mapper.blank)
        self.staged.left_out += self.reasons.rows + self.cells.rows
        for line, reason in [*self.cells.told(), *self.reasons.told()]:
            self.staged.problems.append(Problem(name, line, reason))
        self.staged.problems.sort(key=lambda problem: problem.line or 0)
        if self.staged.repeated:
            self.staged.notes.append(f"{self.staged.repeated} rows are there twice, word for word; each was taken once")
        self.staged.notes += [
            f"{column}: read with a decimal comma, as some of its cells can't be read otherwise (1.234 is 1234 there)"
            for column in sorted(self.way.commas)
        ]
        self.staged.notes += no_rate_notes(self.unpriced)
        self.staged.notes += dict.fromkeys(note for mapper in self.mappers for note in mapper.notes())
        if not self.staged.rows and not self.staged.problems:
            self.staged.notes.append("it has headings and no row below them: nothing was loaded")
        if not self.staged.rows and self.staged.problems:
            first = self.staged.problems[0]
            raise UnreadableInputError(
                f"{name}: no row could be read. Line {first.line}: {first.reason}. If a column is shifted or a heading "
                "stands over the wrong cells, put that right; a table of your own is described by a mapping file"
            )


def _only(rows: Mapped, places: np.ndarray) -> Mapped:
    return Mapped(
        {name: codes[places] for name, codes in rows.codes.items()},
        {name: values[places] for name, values in rows.numbers.items()},
        rows.lines[places],
        rows.missing[places],
    )


def _text(texts: Texts, rows: Mapped, name: str, at: int) -> str | None:
    known, codes = texts.of(name, rows)
    return known[0 if codes is None else int(codes[at])]


def _span(texts: Texts, rows: Mapped) -> tuple[str, str]:
    known, codes = texts.of("period", rows)
    present = known if codes is None else [known[int(at)] for at in np.unique(codes)]
    periods = [Period.parse(each or "") for each in present]
    return min(p.start for p in periods).isoformat(), max(p.end for p in periods).isoformat()
