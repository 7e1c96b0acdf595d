"""What goes to standard error: problems, warnings, notes and progress. Standard output is for results alone."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import TextIO

from tieline.read.pages.intake import Unreadable
from tieline.report.tables import plain
from tieline.report.wording import plural

_FEW = 20
"""Of so few documents no time left is estimated."""
SILENCE = 60.0
"""Seconds between two lines that say how far the work is, where there is no terminal."""
_FEW_NAMES = 5
_MOST_ALIKE = 10
"""So many warnings of one wording are printed with the document's name; of more, their number."""


class Messages:
    """Prints each problem once, counts them, and stops repeating a warning that many documents share."""

    def __init__(self) -> None:
        self.problems = 0
        self._alike: Counter[str] = Counter()
        self._line: Callable[[str], None] = _to_stderr

    def note(self, text: str) -> None:
        """Print a line for the user."""
        self._line(f"tieline: {plain(text)}")

    def tell(self, problems: list[Unreadable], since: int) -> int:
        """Print the problems that were added since the last call; give how many there are now."""
        for problem in problems[since:]:
            self.problems += 1
            self.note(f"{problem.name}: {problem.reason}")
        return len(problems)

    def warn(self, name: str, warnings: Iterable[str]) -> None:
        """Print a document's warnings."""
        for warning in warnings:
            self._alike[warning] += 1
            if self._alike[warning] <= _MOST_ALIKE:
                self.note(f"{name}: {warning}")

    def passed_over(self, files: Sequence[str]) -> None:
        """Say which files of a folder were not read, being no texts."""
        if files:
            self.note(
                f"{_some(files)}: passed over, being no text (a table, a picture, a PDF ...); stories are read from text and HTML"
            )

    def changed(self, ids: Sequence[str]) -> None:
        """Say which stories had another text before, for it may be another story of the same name."""
        if ids:
            self.note(
                f"{_some(ids)}: the ledger had another text of that name; this one is now the version that counts, the other stays. "
                "If it is another story, give its file another name"
            )

    def close(self, total: int) -> None:
        """Say how often the warnings that were left out came, and how many of `total` inputs failed."""
        for warning, count in self._alike.items():
            if count > _MOST_ALIKE:
                self.note(f"... and {plural(count - _MOST_ALIKE, 'more document')}: {warning}")
        if self.problems:
            self.note(f"{self.problems} of {plural(total, 'input')} could not be read")

    @contextmanager
    def progress(self, what: str, *, total: int | None = None, quiet: bool = False) -> Iterator[Callable[[int], None]]:
        """Show on standard error how far the work is; gives the function that counts.

        A terminal gets a bar with an estimate of the time left, if `total` is known; anything else a line a minute.
        """
        if not sys.stderr.isatty():
            yield _Minutes(self.note, what, total).count
            return
        if quiet:
            yield lambda _: None
            return
        from rich.console import Console  # noqa: PLC0415
        from rich.progress import (  # noqa: PLC0415
            BarColumn,
            MofNCompleteColumn,
            Progress,
            ProgressColumn,
            SpinnerColumn,
            TextColumn,
            TimeElapsedColumn,
            TimeRemainingColumn,
        )
        from rich.text import Text  # noqa: PLC0415

        console = Console(file=sys.stderr)
        columns: tuple[ProgressColumn, ...] = (SpinnerColumn(), TextColumn(what))
        if total is None or total < _FEW:
            columns += (TextColumn("{task.completed:,.0f}"), TimeElapsedColumn())
        else:
            columns += (BarColumn(bar_width=24), MofNCompleteColumn(), TimeElapsedColumn())
            columns += (TextColumn("time left"), TimeRemainingColumn())
        with Progress(*columns, console=console, transient=True, speed_estimate_period=60) as bar:
            task = bar.add_task(what, total=total)

            def count(done: int) -> None:
                bar.advance(task, done)
                shown = bar.tasks[0]
                if shown.total is not None and shown.completed > shown.total:  # a feed is more than one document
                    bar.update(task, total=shown.completed)

            self._line = lambda text: console.print(Text(text), soft_wrap=True)
            try:
                yield count
            finally:
                self._line = _to_stderr


def _some(names: Sequence[str]) -> str:
    """The first few names, and how many more there are."""
    more = len(names) - _FEW_NAMES
    return ", ".join(names[:_FEW_NAMES]) + (f" and {more} more" if more > 0 else "")


class _Minutes:
    """Says once a minute how far the work is."""

    def __init__(self, note: Callable[[str], None], what: str, total: int | None) -> None:
        self._note, self._what, self._total = note, what, total
        self._done = 0
        self._since = self._last = monotonic()

    def count(self, done: int) -> None:
        """Count, and speak if it is time."""
        self._done += done
        now = monotonic()
        if now - self._last < SILENCE:
            return
        self._last = now
        if self._total is None or self._done > self._total:
            self._note(f"{self._what}: {self._done:,} done")
            return
        left = (now - self._since) / self._done * (self._total - self._done) / 60
        about = "under a minute" if left < 1 else f"about {plural(round(left), 'minute')}"
        self._note(f"{self._what}: {self._done:,} of about {self._total:,} done, {about} left")


def _to_stderr(text: str) -> None:
    stream: TextIO = sys.stderr
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding) + "\n")
    stream.flush()
