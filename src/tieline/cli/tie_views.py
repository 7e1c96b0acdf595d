"""Ties over time in a terminal of 80 columns: sparklines of channels, lists of shifts, a pivot with what speaks for it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.text import Text

from tieline.cli.trade_views import grid, name_of, percent
from tieline.cli.views import shortened
from tieline.report.chart_axis import short_period
from tieline.report.charts import in_order
from tieline.report.tables import plain
from tieline.report.tie_words import counted_words
from tieline.report.wording import change_word, minus

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from tieline.workspace import Changes, Ranking, TieReport, Timeline

_BARS = "▁▂▃▄▅▆▇█"
_DAYS = ("contact", "friction")
"""Channels of days, of which there are seven a week at most."""
_WIDE = 28
_MOST = 60
_WHAT, _SAID_BY = 90, 24
"""So much is shown of what happened, and of who says so."""


def sparkline(values: Sequence[float | None], width: int = _WIDE) -> str:
    """Values as bars; what is not covered is a gap, a zero a dot, what is below zero a minus.

    >>> sparkline([0, 1, None, 4, -3])
    '·▃ █-'
    """
    if len(values) > width:
        values = _thinned(values, width)
    top = max((value for value in values if value is not None), default=0) or 1
    return "".join(
        " " if value is None else "·" if value == 0 else "-" if value < 0 else _BARS[min(int(value / top * 8), 7)]
        for value in values
    )


def _thinned(values: Sequence[float | None], width: int) -> list[float | None]:
    """As many means of neighbours as there is room for."""
    out: list[float | None] = []
    for at in range(width):
        part = [v for v in values[at * len(values) // width : (at + 1) * len(values) // width] if v is not None]
        out.append(sum(part) / len(part) if part else None)
    return out


def ties_view(reports: Sequence[TieReport]) -> RenderableType:
    """Each channel in one line: its course, its mean, its highest period, its last; the volume of all the country's acts below."""
    (report,) = reports
    parts: list[RenderableType] = [Text(plain(report.title), "bold")]
    key = lambda line: (line["dataset"], line["source"], line["target"])  # noqa: E731
    for (dataset, source, target), group in groupby(in_order(report), key=key):
        table = grid(["Channel", "Course"], ["Mean", "Top"], ["in"])
        table.add_column("Last", justify="right", no_wrap=True)
        lines = list(group)
        for channel, mine in groupby(lines, key=lambda line: line["channel"]):
            rows = list(mine)
            _course(table, channel, channel, [row["value"] for row in rows], rows)
            if any(_acts_differ(row) for row in rows):
                _course(table, Text("  acts", "dim"), "", [row["acts"] for row in rows], rows)
            if any(row.get("goldstein") is not None for row in rows):
                _course(table, Text("  Goldstein", "dim"), "", [row["goldstein"] for row in rows], rows)
        if any(row["exposure"] for row in rows):
            _course(
                table, Text("all acts", "dim"), "", [row["exposure"] if row["coverage"] else None for row in rows], rows
            )
        span = f"{short_period(lines[0]['period'])} to {short_period(lines[-1]['period'])}"
        heading = Text.assemble(
            (f"{name_of(source)} to {name_of(target)}", "bold"), (f"  {plain(dataset)}, {span}", "dim")
        )
        made_of = [
            Text(told, "dim")
            for channel in ("deeds", "blows")
            if (told := _kinds(report, (dataset, source, target, channel)))
        ]
        parts += [Text(""), heading, table, *made_of]
    return Group(*parts, Text(""), Text(_legend(report), "dim"))


def _kinds(report: TieReport, key: tuple[str, str, str, str]) -> str:
    """What the deeds or blows were, with their days; visits by level."""
    told = []
    for kind, counts in report.kinds.get(key, {}).items():
        levels = ", ".join(f"{level} {count}" for level, count in counts.items() if level != "all")
        told.append(f"{kind} {counts['all']}{f' ({levels})' if levels else ''}")
    return f"{key[-1]}, by days: {'; '.join(told)}" if told else ""


def _course(table: Table, name: str | Text, channel: str, values: Sequence[float | None], rows: Sequence[Mapping[str, Any]]) -> None:  # fmt: skip
    """A row of the table: what went on in a channel."""
    told = [value for value in values if value is not None]
    top = max(range(len(values)), key=lambda at: -math.inf if (value := values[at]) is None else value)
    mean = sum(told) / len(told) if told else None
    table.add_row(
        name, sparkline(values), *(_level(each, channel) for each in (mean, values[top])), short_period(rows[top]["period"]) if values[top] else "",
        _level(values[-1], channel) or "-",
    )  # fmt: skip


def _acts_differ(line: Mapping[str, Any]) -> bool:
    """Whether a line of days has its acts beside them."""
    return line["channel"] in _DAYS and line["acts"] != line["value"]


def _legend(report: TieReport) -> str:
    """What the figures of the channels that are there stand for."""
    told = "; ".join(counted_words(list(report), report.by_year))
    if any(_acts_differ(line) for line in report):
        told += "; acts: as coded, repeats too"
    return f"{told}. A dot is a zero, a minus below it, a gap a period without any report of the dataset."


def _level(value: float | None, channel: str) -> str:
    """A value of a channel: shares of trade in percent."""
    return percent(value) if channel == "trade-dependence" else _number(value)


def _number(value: float | None) -> str:
    if value is None:
        return ""
    if value >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else minus(f"{value:.2f}")


def changes_view(reports: Sequence[Changes]) -> RenderableType:
    """Shifts and bursts, a line each, by dataset."""
    (report,) = reports
    lines = [line for line in report if line["kind"] != "none"]
    parts: list[RenderableType] = [Text(plain(report.title), "bold")]
    for dataset, group in groupby(in_order(lines[:_MOST]), key=lambda line: line["dataset"]):
        table = grid(["Date", "Dyad", "Channel", "Kind"], ["Before", "After", "Acts"], ["Began within"])
        for line in group:
            first, last = line["interval"]
            table.add_row(
                _when(line["date"], first, last, line["until"]), f"{line['source']}-{line['target']}", line["channel"], change_word(line["kind"], line["before"], line["after"]),
                _level(line["before"], line["channel"]), _level(line["after"], line["channel"]), _in_acts(line), _between(first, last),
            )  # fmt: skip
        parts += [Text(""), Text(plain(dataset), "bold"), table]
    more = [Text(f"and {len(lines) - _MOST} more", "dim")] if len(lines) > _MOST else []
    none = sum(line["kind"] == "none" for line in report)
    quiet = [Text(f"{none} series without a mark", "dim")] if none else []
    empty = [Text(""), Text("no series has a shift, a burst or a drop")] if not lines else []
    legend = [Text(""), Text(_CHANGES_LEGEND, "dim")] if lines else []
    return Group(*parts, *empty, *more, *quiet, *legend)


def _in_acts(line: Mapping[str, Any]) -> str:
    """Both levels in acts as coded, where they are told in something else.

    >>> _in_acts({"before": 6.6, "after": 6.9, "acts_before": 40.0, "acts_after": 93.25}), _in_acts({"before": 5, "after": 9, "acts_before": 5, "acts_after": 9})
    ('40 to 93.2', '')
    """
    told = line["acts_before"], line["acts_after"]
    if None in told or told == (line["before"], line["after"]):
        return ""
    return " to ".join(_number(each) for each in told)


_CHANGES_LEGEND = (
    "Before and after: the level of a period (contact, friction: days, or acts where a dataset counts years; deeds, blows: "
    "kinds of act by day; trade-dependence: a share). Acts: the same as coded, repeats too; they have no bound as days have, and shifts are told from them and from kinds. A shift lasts, or to the date told, after which the level before was back; a burst, or a drop, is over "
    "in a few periods."
)


def _when(day: str, first: str, last: str, until: str | None = None) -> str:
    """The day; the year alone of what is told by year; of a level that came and went also its last day, or year.

    >>> _when("2018-03-05", "2018-03-05", "2018-03-18", "2018-04-30"), _when("2004-01-01", "2004-01-01", "2004-12-31", "2006-01-01")
    ('2018-03-05 to 04-29', '2004 to 2005')
    """
    cut = slice(4) if _whole_years(first, last) else slice(None)
    if until is None:
        return day[cut]
    ended = (date.fromisoformat(until) - timedelta(days=1)).isoformat()
    return f"{day[cut]} to {ended[cut].removeprefix(f'{day[:4]}-')}"


def _whole_years(first: str, last: str) -> bool:
    return first.endswith("-01-01") and last.endswith("-12-31")


def _between(first: str, last: str) -> str:
    """The time within which a change began, as short as it can be told.

    >>> _between("2013-01-01", "2017-12-31"), _between("2018-03-12", "2018-04-08"), _between("2017-12-01", "2018-01-31")
    ('2013 to 2017', '03-12 to 04-08', '2017-12-01 to 2018-01-31')
    >>> _between("2018-03-05", "2018-03-05"), _between("2014-01-01", "2014-12-31")
    ('03-05', '2014')
    """
    cut = slice(4) if _whole_years(first, last) else slice(5, None) if first[:4] == last[:4] else slice(None)
    return " to ".join(dict.fromkeys(day[cut] for day in (first, last)))


def ranking_view(reports: Sequence[Ranking]) -> RenderableType:
    """Dyads in order: each with its level, or with the two halves of the time in the unit that the change is in."""
    (report,) = reports
    parts: list[RenderableType] = [Text(plain(report.title), "bold")]
    legends: dict[str, None] = {}
    for dataset, group in groupby(report, key=lambda line: line["dataset"]):
        lines = list(group)
        columns, legend = _rank_columns(lines, changed=report.changed)
        table = grid(["Rank", "Dyad"], list(columns), [])
        for line in lines:
            dyad = f"{name_of(line['source'])}, {name_of(line['target'])}"
            told = ["" if line[name] is None else minus(_ranked(line, name)) for name in columns.values()]
            table.add_row(str(line["rank"]), dyad, *told)
        legends[legend] = None
        heading = Text.assemble((plain(dataset), "bold"), (f"  {report.halves.get(dataset, '')}", "dim"))
        parts += [Text(""), heading, table]
    return Group(*parts, *([Text("")] if legends else []), *(Text(legend, "dim") for legend in legends))


def _rank_columns(lines: Sequence[Mapping[str, Any]], *, changed: bool) -> tuple[dict[str, str], str]:
    """The columns of numbers that a table of ranks has, each with what is in it, and what is said of them below."""
    if not changed:
        return {"Mean": "level"}, "Mean: of a period, over all the time in which the dataset reports anything."
    if any(line["expected"] is not None for line in lines):
        acts = {"First": "acts_before", "Expected": "expected", "Second": "acts_after", "Change": "change"}
        return acts, _RANK_LEGEND
    return {
        "First half": "before",
        "Second half": "after",
        "Change": "change",
    }, "Means of a period, in the first and the second half of the time."


def _ranked(line: Mapping[str, Any], name: str) -> str:
    """A number of a rank: shares of trade in percent, their change in points."""
    share = line["channel"] == "trade-dependence"
    if name == "change":
        return f"{100 * line[name]:+.1f} pts" if share else f"{line[name]:+,.2f}"
    return _level(line[name], line["channel"])


_RANK_LEGEND = (
    "First, Second: acts a period as coded, repeats too, in the two halves of the time. Expected: the first half's at the dataset's volume of the second. "
    "Change: the second half's beyond what was expected."
)


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
            line["date"] or (f"~{line['published']}" if line["published"] else "?"),
            f"{line['source']}-{line['target']}",
            Text(shortened(f"{modality}{line['what']}", _WHAT) + often),
            shortened(said, _SAID_BY),
        )
    undated = (
        [Text(""), Text("~: no date is told, the day of publication stands in.", "dim")]
        if any(not line["date"] for line in report)
        else []
    )
    return Group(Text(plain(report.title), "bold"), Text(""), table, *undated)


def line_of(values: Sequence[Any]) -> str:
    """A sparkline of any numbers."""
    return sparkline([None if value is None else float(value) for value in values])
