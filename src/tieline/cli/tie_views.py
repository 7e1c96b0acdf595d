"""Ties over time in a terminal of 80 columns: sparklines of channels, lists of shifts, a pivot with what speaks for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.text import Text

from tieline.cli.trade_views import grid, name_of, percent
from tieline.cli.views import shortened
from tieline.report.tables import plain
from tieline.report.wording import minus

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tieline.workspace import Changes, Pivots, Ranking, TieReport, Timeline

_BARS = "▁▂▃▄▅▆▇█"
_WIDE = 36
_MOST = 60
_WHAT, _SAID_BY = 90, 24
"""So much is shown of what happened, and of who says so."""


def sparkline(values: Sequence[float | None], width: int = _WIDE) -> str:
    """Values as bars; what is not covered is a gap, a zero a dot.

    >>> sparkline([0, 1, None, 4])
    '·▃ █'
    """
    if len(values) > width:
        values = _thinned(values, width)
    top = max((value for value in values if value is not None), default=0) or 1
    return "".join(
        " " if value is None else "·" if value == 0 else _BARS[min(int(value / top * 8), 7)] for value in values
    )


def _thinned(values: Sequence[float | None], width: int) -> list[float | None]:
    """As many means of neighbours as there is room for."""
    out: list[float | None] = []
    for at in range(width):
        part = [v for v in values[at * len(values) // width : (at + 1) * len(values) // width] if v is not None]
        out.append(sum(part) / len(part) if part else None)
    return out


def ties_view(reports: Sequence[TieReport]) -> RenderableType:
    """Each channel in one line: its course, its mean, its highest period."""
    (report,) = reports
    parts: list[RenderableType] = [Text(plain(report.title), "bold")]
    key = lambda line: (line["dataset"], line["source"], line["target"])  # noqa: E731
    for (dataset, source, target), group in groupby(sorted(report, key=key), key=key):
        table = grid(["Channel", "Course"], ["Mean", "Top"], ["in"])
        lines = list(group)
        for channel, mine in groupby(lines, key=lambda line: line["channel"]):
            rows = list(mine)
            values = [row["value"] for row in rows]
            told = [value for value in values if value is not None]
            top = max(rows, key=lambda row: row["value"] if row["value"] is not None else -1)
            table.add_row(
                channel,
                sparkline(values),
                _number(sum(told) / len(told)) if told else "",
                _number(top["value"]),
                _short(top["period"]),
            )
        span = f"{_short(lines[0]['period'])} to {_short(lines[-1]['period'])}"
        heading = Text.assemble(
            (f"{name_of(source)} to {name_of(target)}", "bold"), (f"  {plain(dataset)}, {span}", "dim")
        )
        parts += [Text(""), heading, table]
    legend = "contact, friction: days (acts where a dataset counts years); deeds, blows: acts. A dot is a zero, a gap a period without any report of the dataset."
    return Group(*parts, Text(""), Text(legend, "dim"))


def _short(period: str) -> str:
    return period.split("/", maxsplit=1)[0]


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.2f}"


def changes_view(reports: Sequence[Changes]) -> RenderableType:
    """Shifts and bursts, a line each."""
    (report,) = reports
    table = grid(["Date", "Dyad", "Channel", "Kind"], ["Before", "After"], ["Set in"])
    lines = [line for line in report if line["kind"] != "none"]
    for line in lines[:_MOST]:
        table.add_row(
            line["date"],
            f"{line['source']}-{line['target']}",
            line["channel"],
            line["kind"],
            _number(line["before"]),
            _number(line["after"]),
            _set_in(line["interval"]),
        )
    more = [Text(f"and {len(lines) - _MOST} more", "dim")] if len(lines) > _MOST else []
    none = sum(line["kind"] == "none" for line in report)
    quiet = [Text(f"{none} series without a mark", "dim")] if none else []
    empty = [Text("no series has a shift or a burst")] if not lines else []
    legend = [Text(""), Text(_CHANGES_LEGEND, "dim")] if lines else []
    return Group(Text(plain(report.title), "bold"), Text(""), *([table] if lines else empty), *more, *quiet, *legend)


_CHANGES_LEGEND = (
    "Before and after: the level of a period (contact, friction: days, or acts where a dataset counts years; deeds, blows: "
    "acts). A shift lasts, a burst is over in a few periods. Set in: between these days."
)


def _set_in(interval: Sequence[str] | None) -> str:
    """Two days as short as they go.

    >>> _set_in(["2018-05-01", "2018-06-30"]), _set_in(["2010-01-01", "2013-12-31"]), _set_in(["2018-03-05", "2018-03-05"])
    ('05-01 to 06-30', '2010-01-01 to 2013-12-31', '03-05')
    """
    if not interval:
        return ""
    first, last = interval[0], interval[-1]
    short = first[:4] == last[:4]
    ends = dict.fromkeys(day[5:] if short else day for day in (first, last))
    return " to ".join(ends)


def ranking_view(reports: Sequence[Ranking]) -> RenderableType:
    """Dyads in order."""
    (report,) = reports
    parts: list[RenderableType] = [Text(plain(report.title), "bold")]
    for dataset, group in groupby(report, key=lambda line: line["dataset"]):
        table = grid(["Rank", "Dyad"], ["First half", "Second half", "Change"], [])
        for line in group:
            dyad = f"{name_of(line['source'])}, {name_of(line['target'])}"
            table.add_row(
                str(line["rank"]),
                dyad,
                _number(line["before"]),
                _number(line["after"]),
                minus(f"{line['change']:+.2f}"),
            )
        parts += [Text(""), Text(plain(dataset), "bold"), table]
    return Group(*parts, Text(""), Text("Means of a month, in the first and the second half of the time.", "dim"))


def timeline_view(reports: Sequence[Timeline]) -> RenderableType:
    """One line an entry."""
    (report,) = reports
    table = grid(["Date", "Who", "What"], [], ["Said by"])
    for line in report:
        said = line["said_by"] or line["dataset"]
        stands = line["modality"] + (f", then {line['became']}" if line["became"] else "")
        modality = "" if stands in {"happened", "actual"} else f"[{stands}] "
        often = f" ({line['reports']} reports)" if line["reports"] > 1 else ""
        table.add_row(
            line["date"] or "?",
            f"{line['source']}-{line['target']}",
            Text(shortened(f"{modality}{line['what']}", _WHAT) + often),
            shortened(said, _SAID_BY),
        )
    return Group(Text(plain(report.title), "bold"), Text(""), table)


_SAID = {
    "moved": "the odds of the new partner rose beyond chance",
    "from_fell": "the old partner's share fell",
    "to_rose": "the new partner's share rose",
    "agrees": "another channel moved the same way",
    "lasted": "it lasted in two of the three following periods",
    "most": "no other partner rose more",
}


def _channels(channels: Mapping[str, int]) -> str:
    """What each other channel says, in brackets."""
    words = {1: "the same way", 0: "neither", -1: "the other way"}
    return f" ({', '.join(f'{name} {words[way]}' for name, way in channels.items())})" if channels else ""


_SIGNS: Mapping[bool | None, str] = {True: "yes", False: "no", None: "not known"}


def pivots_view(reports: Sequence[Pivots]) -> RenderableType:
    """The outcome, what was required, and the shares."""
    (report,) = reports
    parts: list[RenderableType] = [Text(plain(report.title), "bold")]
    for pivot in report:
        heading = Text.assemble((f"\n{pivot.outcome}", "bold"), (f"  {plain(pivot.dataset)}, around {pivot.at}", "dim"))
        parts.append(heading)
        if pivot.move is None or pivot.interval is None:
            continue
        rate = (
            ""
            if pivot.base_rate is None
            else f"; as large a move in {percent(pivot.base_rate)} of {pivot.placebos} other partners and times"
        )
        odds = f"{pivot.move:+.2f} ({pivot.interval[0]:+.2f} to {pivot.interval[1]:+.2f})"
        parts.append(Text(f"log-odds {minus(odds)}{rate}"))
        checks = grid(["", "What is required"], [], [])
        for name, met in pivot.said.items():
            checks.add_row(_SIGNS[met], _SAID[name] + (_channels(pivot.channels) if name == "agrees" else ""))
        first, (share_before, share_after) = next(iter(pivot.shares.items()))
        if first != pivot.new and share_after - share_before > 0:
            parts.append(
                Text(
                    f"{name_of(first)} rose more: {percent(share_before)} to {percent(share_after)} of its cooperation"
                )
            )
        shares = grid(["Partner"], ["Before", "After"], [])
        listed = list(pivot.shares.items())
        shown = dict([*listed[:4], *((code, pivot.shares[code]) for code in (pivot.old, pivot.new))])
        for code, (before, after) in shown.items():
            shares.add_row(name_of(code), percent(before), percent(after))
        parts += [checks, Text("Shares of its cooperation:", "dim"), shares]
    return Group(*parts)


def line_of(values: Sequence[Any]) -> str:
    """A sparkline of any numbers."""
    return sparkline([None if value is None else float(value) for value in values])
