"""Queries as a person reads them in a terminal: each once, long lists of values by their first ones and how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.text import Text

from tieline.model import lazy_re as re

_LISTED: Final = 6
"""Values of a list from which on it is shortened."""
_MOST: Final = 4
"""Queries that are shown."""
_LINES: Final = 40
"""Lines of a query that are shown."""
_VALUES = re.compile(r"'[^']*'|\b\d{6,}\b")
"""What may differ between two queries that ask the same of others."""
_VALUE: Final = r"(?:'(?:[^']|'')*'|-?\d+(?:\.\d+)?|\((?:[^()']|'(?:[^']|'')*')*\))"
_LIST = re.compile(rf"{_VALUE}(?:,\s*{_VALUE}){{{_LISTED},}}")
_ONE = re.compile(_VALUE)


def queries_view(queries: Sequence[str]) -> list[Text]:
    """The queries below a table: those that differ in their values alone once; JSON has them all, and whole."""
    once = list(dict.fromkeys(queries))
    first = list({_VALUES.sub("?", sql): sql for sql in reversed(once)}.values())[::-1]
    shown = [_beginning(short_lists(sql)) for sql in first[:_MOST]]
    parts = [part for sql in shown for part in (Text(""), Text(sql))]
    notes = ["them whole"] if any(sql not in once for sql in shown) else []
    if len(once) > len(shown):
        notes.append(f"{len(once) - len(shown):,} more like {'it' if len(shown) == 1 else 'them'}")
    more = [Text(""), Text(f"--format jsonl has {' and '.join(notes)}", "dim")] if notes else []
    return [Text("The query" if len(shown) == 1 else "The queries", "bold"), *parts, *more]


def _beginning(sql: str) -> str:
    """The first lines of a long query, and how many are left."""
    lines = sql.splitlines()
    more = len(lines) - _LINES
    return sql if more < _LINES // 4 else "\n".join([*lines[:_LINES], f"... {more} more lines"])


def short_lists(sql: str) -> str:
    """A query with long lists of values cut short.

    >>> short_lists("SELECT * FROM t WHERE a IN ('b', 'c') AND x IN (1, 2, 3, 4, 5, 6, 7, 8)")
    "SELECT * FROM t WHERE a IN ('b', 'c') AND x IN (1, 2, ... 8 values)"
    """

    def cut(found: re.Match[str]) -> str:
        values = _ONE.findall(found[0])
        return f"{values[0]}, {values[1]}, ... {len(values):,} values"

    return _LIST.sub(cut, sql)
