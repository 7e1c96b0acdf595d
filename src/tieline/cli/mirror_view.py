"""Both countries' figures of a flow in a terminal of 80 columns: gap, ratio, and whether freight explains it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.table import Table
from rich.text import Text

from tieline.cli.trade_views import BASES, QUIET, Footnotes, block_title, grid, money, name_of, period_name, state_cell
from tieline.model.vocabulary import FLOW_DIRECTIONS
from tieline.report.tables import plain

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tieline.workspace import MirrorReport

_FROM = {"constant": "constant", "distance": "by distance"}
_LEGEND = (
    "Gap and ratio: the importer's figure less, and over, the exporter's. Imports are as a rule CIF, exports FOB. "
    "Band: from 1 to 1 + 2 x freight and insurance, which explain a ratio inside it. "
    "Asym.: the difference over the mean of the two, freight taken off (0 to 2)."
)


def mirror_view(reports: Sequence[MirrorReport]) -> RenderableType:
    """Both countries' figures of each flow, how far apart they are, and whether that is inside the CIF/FOB band."""
    (report,) = reports
    notes = Footnotes()
    parts: list[RenderableType] = [Text(f"{plain(report.title)}, US dollars", "bold")]
    for dataset, group in groupby(report, key=lambda x: x.dataset):
        lines = list(group)
        parts += [Text(""), block_title(dataset, (line.vintage for line in lines))]
        for flow in dict.fromkeys(line.flow for line in lines):
            mine = [line for line in lines if line.flow == flow]
            found = {line.period: mirror for line in mine if (mirror := report.mirror_of(line)) is not None}
            parts += [Text(_heading(mine[0], found)), _table(mine, found, notes), *_without(found)]
    notes.used.discard("m")  # whose figure it is stands over the column
    return Group(*parts, Text(""), *notes.lines(), Text(_LEGEND, "dim"))


def _heading(line: Any, found: Mapping[str, Any]) -> str:
    """The flow with its way and its band: `Exports, Fiji to Malta; band 1 to 1.20 (freight 10%, constant)`."""
    one, other = name_of(line.reporter), name_of(line.partner)
    way = {"exports": f", {one} to {other}", "imports": f", {other} to {one}"}.get(line.flow, "")
    bands = [
        f"band 1 to {x.band[1]:.2f} (freight {100 * x.margin:.3g}%, {_FROM[x.margin_from]})" if x.margin_from in _FROM
        else "no band where imports are FOB: no freight is in them"
        for x in found.values() if x.ratio is not None
    ]  # fmt: skip
    return "; ".join([f"{line.flow.capitalize()}{way}", *dict.fromkeys(bands)])


def _table(lines: Sequence[Any], found: Mapping[str, Any], notes: Footnotes) -> Table:
    one, other = lines[0].reporter, lines[0].partner
    table = grid(["Period"], [f"{one} says", f"{other} says", "Gap", "Ratio"], ["Band"])
    table.add_column("Asym.", justify="right", no_wrap=True)
    table.add_column("Notes", overflow="fold")
    for period in dict.fromkeys(line.period for line in lines):
        here = [line for line in lines if line.period == period]
        own = next((x for x in here if x.basis != "mirror"), None)
        across = next((x for x in here if x.basis == "mirror"), None)
        single = own is not None and own.basis == "reconciled"
        flags = dict.fromkeys(flag for x in here for flag in x.flags if flag not in QUIET or flag == "sum-of-codes")
        table.add_row(
            period_name(period), _said(own, notes), "the same" if single else _said(across, notes, turns=lines[0].flow in FLOW_DIRECTIONS),
            *_held(found.get(period)), notes.of(flags),
        )  # fmt: skip
    return table


def _without(found: Mapping[str, Any]) -> list[Text]:
    """How much of an exporter's figures it only sent on, and the ratio without it: a line for each period that tells."""
    return [
        Text(
            f"{period_name(period)}: of {money(x.export.value_usd)} that {x.exporter} says {money(x.re_exports_usd)} re-exports; without them "
            + (
                f"{money(x.domestic_usd)}, ratio {x.ratio_domestic:.2f}"
                if x.ratio_domestic is not None
                else money(x.domestic_usd)
            ),
            "dim",
        )
        for period, x in found.items()
        if x.re_exports_usd is not None and x.domestic_usd is not None
    ]


def _said(line: Any, notes: Footnotes, *, turns: bool = True) -> str:
    if line is None and not turns:
        return ""
    if line is None:
        notes.used.add("not reported")
        return "not reported"
    return state_cell(line, notes).removesuffix(BASES["mirror"]).rstrip()


def _held(mirror: Any) -> tuple[str, str, str, str]:
    """Gap, ratio, where it lies by the band, asymmetry."""
    if mirror is None:
        return "", "", "", ""
    ratio, far = mirror.ratio, mirror.asymmetry
    place = mirror.place or "" if mirror.margin_from in _FROM else ""
    return (money(mirror.gap_usd), "" if ratio is None else f"{ratio:.2f}", place, "" if far is None else f"{far:.2f}")
