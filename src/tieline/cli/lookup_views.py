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

_FEW = 5
_LEXICON = "lexicon"


def codes_view(reports: Sequence[CodesFound]) -> RenderableType:
    """Codes with what they are called, and words for them."""
    (report,) = reports
    lexicon, tables = grid(["Code", "Called", "Words of the press"]), grid(["Code", "Editions", "Called"])
    for line in report:
        if line.source != _LEXICON:  # a table of codes need not tell of which edition it is
            tables.add_row(line.code, _run(line.editions) if line.editions else "not told", plain(line.text))
        else:
            said = [", ".join(line.words), f"in a wider sense: {', '.join(line.wider[:_FEW])}" if line.wider else ""]
            lexicon.add_row(line.code, plain(line.text), plain("; ".join(filter(None, said))))
    parts: list[RenderableType] = [Text(plain(report.title), "bold")]
    for name, table in (("By the lexicon", lexicon), ("By the tables of codes that were loaded", tables)):
        if table.row_count:
            parts += [Text(""), Text(name, "bold"), table]
    return Group(*parts)


def _run(editions: Sequence[str]) -> str:
    """Editions in a row as their first and last."""
    numbers = [int(each[1:]) for each in editions if each[1:].isdigit()]
    whole = len(numbers) == len(editions) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1))
    return f"{editions[0]}-{editions[-1]}" if whole else " ".join(editions)


def flags_view(reports: Sequence[Flags]) -> RenderableType:
    """Marks, the kind and the place before the reason."""
    (report,) = reports
    if not len(report):
        return Text(f"{plain(report.title)}: none on record.")
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
