"""The acts and yearly values behind an answer about ties, in a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.text import Text

from tieline.cli.trade_views import grid
from tieline.report.tables import plain

if TYPE_CHECKING:
    from rich.console import RenderableType


def acts_behind_view(queries: Sequence[str], rows: Sequence[Mapping[str, Any]], most: int) -> RenderableType:
    """Each act with its day, its type, its id and dataset, and the query that gives them all."""
    table = grid(["Date", "Who", "What", "Dataset"], [], ["Id"])
    for row in rows[:most]:
        told = row.get("type") or "statement"
        value = "" if row.get("value") is None else f" {row['value']:,.4g}"
        code = f" ({row['cameo']})" if row.get("cameo") else ""
        table.add_row(
            str(row["date"]), f"{row['source']}-{row['target']}", f"{row.get('channel') or told}: {told}{code}{value}",
            plain(row["dataset"]), str(row["act"]),
        )  # fmt: skip
    more = f"and {len(rows) - most:,} more; --format jsonl gives them all" if len(rows) > most else ""
    asked = [part for sql in queries for part in (Text(""), Text(sql))]
    return Group(
        Text(""), Text("What is behind", "bold"), table, *([Text(more, "dim")] if more else []), Text(""),
        Text("The query", "bold"), *asked,
    )  # fmt: skip
