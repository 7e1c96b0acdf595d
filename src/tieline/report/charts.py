"""Charts as SVG, made of text: one small panel a channel, so that none is netted against another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from html import escape
from itertools import groupby
from textwrap import wrap
from typing import Any

from tieline.report.chart_axis import Axis
from tieline.report.tables import html_table
from tieline.report.tie_words import counted_words
from tieline.ties.coding import CHANNELS

_WIDTH, _PANEL, _GAP, _LEFT, _TOP = 780, 74, 30, 210, 80
_NAME = 25
"""Letters of a dataset's name that there is room for."""
_COLOURS = {
    "contact": "#1f6f8b", "deeds": "#2e8b57", "friction": "#c77d0a", "blows": "#b3261e", "formal-ties": "#5b5b8b",
    "trade-dependence": "#6b5b95", "all acts": "#9a9a9a",
}  # fmt: skip
_BEYOND = "#f3f3f3"
"""Where a dataset does not reach."""
_COURSE = 3
"""Periods from which a dataset has a course, beside which one of a single period is left out."""
_ALL = "all acts"
"""The panel of the exposure."""
_WHOLE = 0.9
"""The share of a period's days that must be covered for a bar of full colour."""
_TITLE, _CAPTION = 80, 128
"""Letters of a line of the title, and of the lines below it."""


_STYLE = (
    "body{font:15px/1.45 system-ui,sans-serif;margin:1.5rem auto;max-width:50rem;padding:0 1rem;color:#222}svg{max-width:100%;height:auto}"
    ".coverage{font-size:.85rem;color:#555;padding-left:1.2rem}"
    "summary{cursor:pointer;margin:1rem 0;font-weight:600}.figures{overflow-x:auto}table{border-collapse:collapse;font-size:.85rem}th,td{text-align:left;padding:.15rem .7rem .15rem 0;border-bottom:1px solid #ddd}"
)
_HATCHED = (
    '<defs><pattern id="none" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#fff"/><line x1="0" y1="0" x2="0" y2="6" stroke="#bbb" stroke-width="2"/></pattern></defs>'
)


def ties_svg(title: str, lines: Iterable[Mapping[str, Any]], by_year: Collection[str] = ()) -> str:
    """The channels of a dyad over time: bars of each period; one without coverage is hatched, never drawn as zero.

    The two directions of a channel of a dataset have one scale. All panels have one axis of time, but where the acts reach over less than half of it
    they have one of their own. A dataset that has one period alone, where others have more, is no course over time: it is named, and left out.

    Args:
        title: What stands above.
        lines: As `TieReport.objects()` has them.
        by_year: Datasets that count the acts of a year.
    """
    key = ("dataset", "source", "target", "channel")
    listed, single = _with_a_course(in_order(lines))
    rows = with_exposure(listed)
    panels = [
        (names, list(group)) for names, group in groupby(rows, key=lambda line: tuple(line[name] for name in key))
    ]
    axes = _axes(rows)
    head = _head(title, rows, axes, by_year, single)
    scales = {(names[0], names[3]): _scale(panels, names) for names, _ in panels}
    top = _TOP + 15 * (len(head) - 3)
    height = top + len(panels) * (_PANEL + _GAP) + 24
    size = f'viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="system-ui, sans-serif" font-size="12" role="img">',
        f"<title>{escape(title)}</title>",
        _HATCHED,
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
        *head,
    ]
    for at, (names, mine) in enumerate(panels):
        scale = _extremes(mine) if names[3] == _ALL else scales[names[0], names[3]]
        parts += _panel(names, mine, top + at * (_PANEL + _GAP), axes[names[0]], scale)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _with_a_course(rows: list[Mapping[str, Any]]) -> tuple[list[Mapping[str, Any]], list[str]]:
    """The lines of datasets that have more than one period, and what is said of each that has not; all, where none has."""
    periods: dict[str, set[str]] = {}
    for row in rows:
        periods.setdefault(row["dataset"], set()).add(row["period"])
    if max(map(len, periods.values()), default=0) < _COURSE:
        return rows, []
    single = {name: min(held) for name, held in periods.items() if len(held) == 1}
    told = [f"{name} (of {period} alone)" for name, period in single.items()]
    return [row for row in rows if row["dataset"] not in single], told


def _axes(rows: Sequence[Mapping[str, Any]]) -> dict[str, Axis]:
    """By dataset the axis of its panels: one for all, or one for those of acts and one for the others."""
    of_acts = {row["dataset"] for row in rows if row["channel"] in CHANNELS}
    sides = [[row for row in rows if (row["dataset"] in of_acts) is acts] for acts in (True, False)]
    one, acts, others = (_axis(some) for some in (rows, *sides))
    if acts is None or others is None or one is None or 2 * len(acts.names) >= len(one.names):
        acts = others = one
    found = {row["dataset"]: acts if row["dataset"] in of_acts else others for row in rows}
    return {name: axis for name, axis in found.items() if axis is not None}


def _axis(rows: Sequence[Mapping[str, Any]]) -> Axis | None:
    return Axis.of([row["period"] for row in rows], _LEFT, _WIDTH - _LEFT - 24) if rows else None


def _extremes(rows: Iterable[Mapping[str, Any]]) -> tuple[float, float]:
    """The lowest and the highest value."""
    told = [row["value"] for row in rows if row["value"] is not None]
    return min(told, default=0), max(told, default=0)


def _scale(
    panels: Sequence[tuple[tuple[Any, ...], list[Mapping[str, Any]]]], names: Sequence[str]
) -> tuple[float, float]:
    """The lowest and the highest value of a channel of a dataset, in any direction."""
    return _extremes(row for other, rows in panels if (other[0], other[3]) == (names[0], names[3]) for row in rows)


def _head(
    title: str, rows: Sequence[Mapping[str, Any]], axes: Mapping[str, Axis], by_year: Collection[str], single: Sequence[str]
) -> list[str]:  # fmt: skip
    """The title, what the bars stand for, and which datasets have no panel, in lines that fit."""
    wide = [
        f'<text x="16" y="{28 + 20 * at}" font-size="17" font-weight="600" fill="#222">{escape(line)}</text>'
        for at, line in enumerate(wrap(title, _TITLE))
    ]
    told = [
        line
        for text in (*_legend(rows, axes, by_year), *([f"No panel: {', '.join(single)}."] if single else []))
        for line in wrap(text, _CAPTION)
    ]
    below = 26 + 20 * len(wide)
    small = [
        f'<text x="16" y="{below + 15 * at}" font-size="11" fill="#666">{escape(line)}</text>'
        for at, line in enumerate(told)
    ]
    return [*wide, *small]


def in_order(lines: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The lines by dataset and direction: datasets of acts first, then those of trade, then those of formal ties."""
    listed = list(lines)
    places = {
        name: at for at, name in enumerate(("contact", "deeds", "friction", "blows", "trade-dependence", "formal-ties"))
    }
    first: dict[str, int] = {}
    for line in listed:
        at = places[line["channel"]]
        first[line["dataset"]] = min(first.get(line["dataset"], at), at)
    return sorted(listed, key=lambda line: (first[line["dataset"]], line["dataset"], line["source"], line["target"]))


def with_exposure(rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The lines in order, and behind the channels of acts of a direction the exposure as one more: `all acts` of the source with anybody.

    >>> line = {"dataset": "d", "source": "A", "target": "B", "channel": "contact", "period": "2014", "value": 1.0, "exposure": 9.0}
    >>> [(each["channel"], each["value"]) for each in with_exposure([line, line | {"channel": "friction", "value": None}])]
    [('contact', 1.0), ('friction', None), ('all acts', 9.0)]
    """
    out: list[Mapping[str, Any]] = []
    for _, group in groupby(rows, key=lambda row: (row["dataset"], row["source"], row["target"])):
        mine = list(group)
        first = [row for row in mine if row["channel"] == mine[0]["channel"]]
        exposed = any(row.get("exposure") for row in first)
        out += mine
        out += [dict(row) | {"channel": _ALL, "value": _volume(row)} for row in first if exposed]
    return out


def _volume(row: Mapping[str, Any]) -> float | None:
    return None if row["value"] is None else row["exposure"]


def _legend(rows: Sequence[Mapping[str, Any]], axes: Mapping[str, Axis], by_year: Collection[str]) -> tuple[str, str]:
    """What the bars of the channels that are there stand for; what numbers, hatching and pale colours are."""
    told = "; ".join(counted_words([row for row in rows if row["channel"] != _ALL], by_year))
    signs = ["The number is the highest of the channel, both directions on one scale; of all acts that of the country."]
    if len({axis.names for axis in axes.values()}) > 1:
        signs.append("Acts have an axis of time of their own.")
    if any(row["value"] is None for row in rows):
        signs.append("Hatched: no report of the dataset.")
    if any(map(_thin, rows)):
        signs.append(f"Pale bar: the dataset covers less than {_WHOLE:.0%} of the period's days.")
    reach: dict[tuple[str, ...], int] = Counter((row["dataset"], row["source"], row["channel"]) for row in rows)
    if any(many < len(axes[name].names) for (name, *_), many in reach.items()):
        signs.append("Grey ground: the dataset does not reach there.")
    return f"{told}.", " ".join(signs)


def _thin(row: Mapping[str, Any]) -> bool:
    """Whether a bar is of a period that is covered in part."""
    return row["value"] is not None and row.get("coverage", 1) < _WHOLE


def ties_page(
    title: str, lines: Sequence[Mapping[str, Any]], by_year: Collection[str] = (), notes: Sequence[str] = ()
) -> str:
    """A page with the chart, what must be said beside it, and the figures below it; it needs nothing else.

    Args:
        title: What stands above.
        lines: As `TieReport.objects()` has them.
        by_year: Datasets that count the acts of a year.
        notes: What a terminal has on standard error: thin coverage, what is not told and why.
    """
    columns = list(lines[0]) if lines else []
    said = f'<ul class="coverage">{"".join(f"<li>{escape(note)}</li>" for note in notes)}</ul>\n' if notes else ""
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>\n{ties_svg(title, lines, by_year)}{said}"
        f'<details><summary>The figures</summary><div class="figures">{html_table(lines, columns)}</div></details>\n</body></html>\n'
    )


def _level(value: float, channel: str) -> str:
    """A value of a channel; shares of trade in percent."""
    return (
        f"{100 * value:.3g}%" if channel == "trade-dependence" else f"{value:,.0f}" if value >= 1000 else f"{value:.4g}"
    )


def _panel(
    names: Sequence[str], rows: Sequence[Mapping[str, Any]], top: float, axis: Axis, scale: tuple[float, float]
) -> list[str]:
    dataset, source, target, channel = names
    colour = _COLOURS.get(channel, "#444")
    lowest, top_value = scale
    highest = max(top_value, 0) if top_value > 0 or lowest < 0 else 1
    zero = top + _PANEL * highest / (highest - min(lowest, 0))
    parts = [
        f'<text x="16" y="{top + 18}" font-weight="600" fill="{colour}">{escape(channel)}</text>',
        f'<text x="16" y="{top + 35}" fill="#333">{escape(source)}{"" if channel == _ALL else f" to {escape(target)}"}</text>',
        f'<text x="16" y="{top + 51}" fill="#777">{escape(dataset if len(dataset) <= _NAME else dataset[: _NAME - 1] + "…")}<title>{escape(dataset)}</title></text>',
        f'<text x="{_LEFT - 8}" y="{top + 11}" text-anchor="end" fill="#777">{_level(top_value, channel)}</text>',
        *_beyond(rows, top, axis),
        f'<line x1="{axis.left}" y1="{zero:.1f}" x2="{axis.right:.1f}" y2="{zero:.1f}" stroke="#999"/>',
    ]
    parts += [_bar(row, channel, colour, (top, zero, highest - min(lowest, 0)), axis) for row in rows]
    return [
        *parts,
        *(
            f'<text x="{x:.1f}" y="{top + _PANEL + 15}" text-anchor="{anchor}" fill="#777">{escape(name)}</text>'
            for x, anchor, name in axis.labels()
        ),
    ]


def _bar(row: Mapping[str, Any], channel: str, colour: str, scale: tuple[float, float, float], axis: Axis) -> str:
    """The bar of a period.

    Args:
        row: The period and its value.
        channel: Whose.
        colour: Of the channel.
        scale: The top of the panel, where zero is, and the value that the panel is tall.
        axis: Where the period stands.
    """
    top, zero, span = scale
    x, wide = axis.x(row["period"]), max(axis.step - (1 if axis.step > 4 else 0), 0.6)
    if row["value"] is None:
        told = f"{row['period']}: no report"
        return f'<rect x="{x:.1f}" y="{top}" width="{wide:.1f}" height="{_PANEL}" fill="url(#none)"><title>{escape(told)}</title></rect>'
    told = f"{row['period']}: {_level(row['value'], channel)}"
    if _thin(row):
        told, colour = f"{told}; {row['coverage']:.0%} of its days are covered", _pale(colour)
    tall = abs(row["value"]) / span * _PANEL
    y = zero - tall if row["value"] > 0 else zero
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{tall:.1f}" fill="{colour}"><title>{escape(told)}</title></rect>'


def _beyond(rows: Sequence[Mapping[str, Any]], top: float, axis: Axis) -> list[str]:
    """The ground before the first and behind the last period of a panel."""
    first, last = axis.x(rows[0]["period"]), axis.x(rows[-1]["period"]) + axis.step
    return [
        f'<rect x="{left:.1f}" y="{top}" width="{right - left:.1f}" height="{_PANEL}" fill="{_BEYOND}"/>'
        for left, right in ((axis.left, first), (last, axis.right))
        if right - left > axis.step / 2
    ]


def _pale(colour: str) -> str:
    """A colour half way to white.

    >>> _pale("#1f6f8b")
    '#8fb7c5'
    """
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{(part + 255) // 2:02x}" for part in parts)
