"""Codes and marks in a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.text import Text

from tieline.cli.trade_views import block_title, grid
from tieline.report.tables import plain

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tieline.workspace import CodesFound, Flags


def codes_view(reports: Sequence[CodesFound]) -> RenderableType:
    """Codes with what they are called, and words for them."""
    (report,) = reports
    table = grid(["Code", "Edition", "Called", "Words", "Source"])
    for line in report:
        words = f"{line.words} (wider)" if line.reading == "wider" else line.words
        table.add_row(
            line.code, line.edition or line.classification, plain(line.text)[:120], plain(words), plain(line.source)
        )
    return Group(Text(plain(report.title), "bold"), table)


def flags_view(reports: Sequence[Flags]) -> RenderableType:
    """Marks, the kind and the place before the reason."""
    (report,) = reports
    if not len(report):
        return Text(f"{plain(report.title)}: none were found while loading.")
    parts: list[RenderableType] = [Text(plain(report.title), "bold")]
    for (dataset, vintage), group in groupby(report, key=lambda x: (x["dataset"], x["vintage"])):
        table = grid(["Flag", "About", "Period", "Why"])
        for mark in group:
            table.add_row(mark["flag"], _about(mark), mark["period"] or "all", plain(mark["detail"]))
        parts += [Text(""), block_title(dataset, [vintage]), table]
    return Group(*parts)


def _about(mark: Mapping[str, Any]) -> str:
    dyad = " ".join(mark[name] for name in ("reporter", "partner") if mark[name]) or "all"
    return " ".join(part for part in (dyad, mark["flow"], mark["code"]) if part)
