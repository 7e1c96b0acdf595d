"""Partners and products in a terminal: ranks, shares, and what each has moved."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.text import Text

from tieline.cli.trade_views import (
    QUIET,
    Footnotes,
    block_title,
    change,
    grid,
    money,
    name_of,
    percent,
    period_name,
    state_cell,
)
from tieline.model.countries import country, display
from tieline.report.tables import plain
from tieline.report.wording import plural
from tieline.workspace.topmost import table_of

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tieline.workspace import Basket, Standings
    from tieline.workspace.topmost import Left


def standings_view(reports: Sequence[Standings], most: int | None = None) -> RenderableType:
    """Partners by rank, each dataset and flow by itself."""
    (report,) = reports
    notes = Footnotes()
    parts: list[RenderableType] = [Text(f"{plain(report.title)}, US dollars", "bold")]
    for (dataset, flow, period), group in groupby(report, key=lambda x: (x.dataset, x.flow, x.period)):
        lines = list(group)
        shown = lines[:most]
        table = grid(["Rank", "Partner"], ["US dollars", "Share"], ["Notes"])
        for line in shown:
            table.add_row(str(line.rank or ""), name_of(line.partner), state_cell(line, notes), percent(line.share),
                          notes.of(flag for flag in line.flags if flag not in QUIET or flag == "sum-of-codes"))  # fmt: skip
        heading = block_title(dataset, (x.vintage for x in lines)).append(
            f"\n{flow.capitalize()}, {period_name(period)}"
        )
        more, usd = _more(lines, most, report.left)
        if more:
            table.add_row("", f"and {more} more", money(usd), "", "")
        parts += [Text(""), heading, table, Text(_spread(lines[0]), "dim")]
    return Group(*parts, Text(""), *notes.lines())


def _more(lines: Sequence[Any], most: int | None, left: Left) -> tuple[int, float]:
    """How many lines of a table are not shown, and their sum: those behind the last one shown, and those left out before."""
    rest = [] if most is None else lines[most:]
    count, usd = left.get(table_of(lines[0]), (0, 0.0))
    return count + len(rest), usd + sum(line.value_usd or 0.0 for line in rest)


def _whole(line: Any) -> str:
    """What the shares are shares in."""
    if line.of_world:
        return "the world"
    return plural(line.partners, "country" if line.partners == 1 else "countrie")


def _spread(line: Any) -> str:
    if line.of_world and "bloc" in line.flags and country(line.reporter).kind in {"organisation", "dissolved"}:
        whole = f"what the members of {display(line.reporter, article=True)} report of all others"
    elif line.of_world:
        whole = f"the figure for the world that {name_of(line.reporter)} reports"
    elif line.basis == "mirror":
        whole = f"what {_whole(line)} in the dataset report{'s' if line.partners == 1 else ''} of it"
    else:
        whole = f"the sum of {plural(line.partners, 'partner')}"
    hhi = f". HHI {line.hhi:.3f}: as if there were {1 / line.hhi:.1f} equal partners" if line.hhi else ""
    return f"Shares in {whole}{hhi}."


def dependence_view(reports: Sequence[Standings]) -> RenderableType:
    """One partner's place year by year, both ways round."""
    (report,) = reports
    notes = Footnotes()
    parts: list[RenderableType] = [Text(f"{plain(report.title)}, US dollars", "bold")]
    key = lambda x: (x.reporter, x.dataset, x.flow)  # noqa: E731
    for (reporter, dataset, flow), group in groupby(report, key=key):
        lines = list(group)
        way = "to" if flow == "exports" else "from"
        heading = block_title(dataset, (x.vintage for x in lines))
        heading.append(f"\n{name_of(reporter)}'s {flow} {way} {name_of(lines[0].partner)}")
        table = grid(["Period"], ["US dollars", "Share", "Rank", "HHI"], ["Shares in", "Notes"])
        for line in lines:
            table.add_row(period_name(line.period), state_cell(line, notes), percent(line.share), str(line.rank or ""),
                          "" if line.hhi is None else f"{line.hhi:.3f}",
                          _whole(line), notes.of(f for f in line.flags if f not in QUIET or f == "sum-of-codes"))  # fmt: skip
        parts += [Text(""), heading, table]
    return Group(*parts, Text(""), *notes.lines())


def basket_view(reports: Sequence[Basket], most: int | None = None) -> RenderableType:
    """The products of a dyad by value."""
    (report,) = reports
    notes = Footnotes()
    parts: list[RenderableType] = [Text(f"{plain(report.title)}, US dollars", "bold")]
    for (dataset, flow, period), group in groupby(report, key=lambda x: (x.dataset, x.flow, x.period)):
        lines = list(group)
        table = grid(["Code", "Product"], ["US dollars", "Share", "Moved"], ["Notes"])
        for line in lines[:most]:
            moved = change(line.contribution).removesuffix("%")
            table.add_row(line.product, plain(report.texts.get(line.product, ""))[:60], state_cell(line, notes),
                          percent(line.share), moved, notes.of(f for f in line.flags if f not in QUIET))  # fmt: skip
        more, usd = _more(lines, most, report.left)
        if more:
            table.add_row("", f"and {more} more", money(usd), "", "", "")
        parts += [
            Text(""),
            block_title(dataset, (x.vintage for x in lines)).append(f"\n{flow.capitalize()}, {period_name(period)}"),
            table,
        ]
    legend = "Moved: percentage points that the product added to the growth of the whole over the year before."
    return Group(*parts, Text(""), *notes.lines(), Text(legend, "dim"))
