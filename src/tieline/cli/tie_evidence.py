"""The acts and yearly values behind an answer about ties, in a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.text import Text

from tieline.cli.sql_view import queries_view
from tieline.cli.trade_views import grid, name_of
from tieline.model.cameo_words import cameo_words
from tieline.report.tables import plain
from tieline.report.wording import change_word, number

if TYPE_CHECKING:
    from rich.console import RenderableType


def contexts_view(told: Sequence[tuple[Any, Mapping[str, Any]]]) -> RenderableType:
    """What else moved when each level changed, and the acts and documents that weigh most, a few lines each; nothing without it."""
    parts: list[RenderableType] = []
    for line, more in told:
        context = more.get("context")
        if not context:
            continue
        parts.append(
            Text(
                f"\n{line['date']}, {line['channel']} ({change_word(line['kind'], line['before'], line['after'])}), {plain(line['dataset'])}",
                "bold",
            )
        )
        for country, others in context["others"].items():
            marks = ", ".join(
                f"{mark['source']}-{mark['target']} {'rose' if mark['after'] > mark['before'] else 'fell'}"
                for mark in others["marks"][:5]
            )
            if not others["tested"]:
                parts.append(Text(f"  no other partner of {name_of(country)} was tested in this channel"))
                continue
            many = f"{others['moved']} of {others['tested']} other partners of {name_of(country)} moved then too"
            parts.append(Text(f"  {many}{f': {marks}' if marks else ''}"))
        for act in context["acts"][:3]:
            often = f", {act['reports']} times" if act["reports"] > 1 else ""
            words = f": {told_as}" if (told_as := cameo_words(act["cameo"])) else ""
            who = f"{act['source']}-{act['target']}"
            parts.append(Text(f"  {act['date']} {who} {act['type'] or 'statement'}{words}{often}"))
        for document in context["documents"][:3]:
            claims = f"{document['claims']} claim{'s' if document['claims'] > 1 else ''}"
            parts.append(
                Text(
                    f"  {plain(document['document'])}, {plain(document['outlet'] or '')}, {document['published']}: {claims}"
                )
            )
    shares = any(more.get("context") and not more["context"]["others"] for _, more in told)
    if shares:
        parts.append(Text("\nShares of trade: whether those of other partners moved too is not tested", "dim"))
    return Group(*([Text("\nWhat else moved then", "bold"), *parts] if parts else []))


def acts_behind_view(queries: Sequence[str], rows: Sequence[Mapping[str, Any]], most: int) -> RenderableType:
    """Each act with its day, its type, its id and dataset, and the query that gives them all."""
    table = grid(["Date", "Who", "What", "Dataset"], [], [])
    table.add_column("Id", no_wrap=True)
    for row in rows[:most]:
        told = row.get("type") or "statement"
        value = "" if row.get("value") is None else f" {number(row['value'])}"
        code = f" {cameo_words(row['cameo'])} ({row['cameo']})" if row.get("cameo") else ""
        table.add_row(
            str(row["date"]), f"{row['source']}-{row['target']}", f"{row.get('channel') or told}: {told}{code}{value}",
            plain(row["dataset"]), str(row["act"]),
        )  # fmt: skip
    more = f"and {len(rows) - most:,} more; --format jsonl gives them all" if len(rows) > most else ""
    return Group(
        Text(""), Text("What is behind", "bold"), table, *([Text(more, "dim")] if more else []), Text(""), *queries_view(queries),
    )  # fmt: skip
