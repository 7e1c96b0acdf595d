"""What goes to standard error: problems, warnings, notes and progress. Standard output is for results alone."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

from tieline.read.intake import Unreadable
from tieline.report.tables import plain
from tieline.report.wording import plural

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

    def close(self, total: int) -> None:
        """Say how often the warnings that were left out came, and how many of `total` inputs failed."""
        for warning, count in self._alike.items():
            if count > _MOST_ALIKE:
                self.note(f"... and {plural(count - _MOST_ALIKE, 'more document')}: {warning}")
        if self.problems:
            self.note(f"{self.problems} of {plural(total, 'input')} could not be read")

    @contextmanager
    def progress(self, what: str, *, quiet: bool = False) -> Iterator[Callable[[int], None]]:
        """Show a count on standard error while the work lasts, if that is a terminal; gives the function that counts."""
        if quiet or not sys.stderr.isatty():
            yield lambda _: None
            return
        from rich.console import Console  # noqa: PLC0415
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415
        from rich.text import Text  # noqa: PLC0415

        console = Console(file=sys.stderr)
        columns = (SpinnerColumn(), TextColumn(what), TextColumn("{task.completed:,.0f}"), TimeElapsedColumn())
        with Progress(*columns, console=console, transient=True) as bar:
            task = bar.add_task(what, total=None)
            self._line = lambda text: console.print(Text(text), soft_wrap=True)
            try:
                yield lambda count: bar.advance(task, count)
            finally:
                self._line = _to_stderr


def _to_stderr(text: str) -> None:
    stream: TextIO = sys.stderr
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding) + "\n")
    stream.flush()
