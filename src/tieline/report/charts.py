"""Charts as SVG, made of text: one small panel a channel, so that none is netted against another."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Any

from tieline.model.periods import Period
from tieline.report.tables import html_table

_WIDTH, _PANEL, _GAP, _LEFT, _TOP = 780, 74, 30, 210, 80
_NAME = 25
"""Letters of a dataset's name that there is room for."""
_COLOURS = {
    "contact": "#1f6f8b", "deeds": "#2e8b57", "friction": "#c77d0a", "blows": "#b3261e", "formal-ties": "#5b5b8b",
    "trade-dependence": "#6b5b95", "all acts": "#9a9a9a",
}  # fmt: skip
_WIDEST = 72
"""How wide a period is at most: a single one is a bar, not a panel full of colour."""
_MARK = 90
"""How far apart the periods named below a panel stand at least."""


_STYLE = (
    "body{font:15px/1.45 system-ui,sans-serif;margin:1.5rem auto;max-width:50rem;padding:0 1rem;color:#222}svg{max-width:100%;height:auto}"
    "summary{cursor:pointer;margin:1rem 0;font-weight:600}.figures{overflow-x:auto}table{border-collapse:collapse;font-size:.85rem}th,td{text-align:left;padding:.15rem .7rem .15rem 0;border-bottom:1px solid #ddd}"
)
_HATCHED = (
    '<defs><pattern id="none" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#fff"/><line x1="0" y1="0" x2="0" y2="6" stroke="#bbb" stroke-width="2"/></pattern></defs>'
)


def ties_svg(title: str, lines: Iterable[Mapping[str, Any]]) -> str:
    """The channels of a dyad over time: bars of each period; one without coverage is hatched, never drawn as zero.

    Args:
        title: What stands above.
        lines: As `TieReport.objects()` has them.
    """
    key = ("dataset", "source", "target", "channel")
    rows = with_exposure(in_order(lines))
    panels = [
        (names, list(group)) for names, group in groupby(rows, key=lambda line: tuple(line[name] for name in key))
    ]
    height = _TOP + len(panels) * (_PANEL + _GAP) + 24
    size = f'viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="system-ui, sans-serif" font-size="12" role="img">',
        f"<title>{escape(title)}</title>",
        _HATCHED,
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
        f'<text x="16" y="28" font-size="17" font-weight="600" fill="#222">{escape(title)}</text>',
        *(
            f'<text x="16" y="{y}" font-size="11" fill="#666">{escape(line)}</text>'
            for y, line in zip((46, 61), _legend(rows), strict=True)
        ),
    ]
    for at, (names, mine) in enumerate(panels):
        parts += _panel(names, mine, _TOP + at * (_PANEL + _GAP))
    return "\n".join([*parts, "</svg>"]) + "\n"


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
        out += [dict(row) | {"channel": "all acts", "value": _volume(row)} for row in first if exposed]
    return out


def _volume(row: Mapping[str, Any]) -> float | None:
    return None if row["value"] is None else row["exposure"]


_MEANINGS = (
    (("contact", "friction"), "days, or acts by year"), (("deeds", "blows"), "acts"), (("all acts",), "the country's with anybody"),
    (("formal-ties",), "0 or 1, or agreement"), (("trade-dependence",), "share in exports or imports"),
)  # fmt: skip


def _legend(rows: Sequence[Mapping[str, Any]]) -> tuple[str, str]:
    """What the bars of the channels that are there stand for; what numbers and hatching are."""
    there = {row["channel"] for row in rows}
    told = [
        f"{', '.join(name for name in names if name in there)}: {meaning}"
        for names, meaning in _MEANINGS
        if there & set(names)
    ]
    gaps = " Hatched: no report of the dataset." if any(row["value"] is None for row in rows) else ""
    return f"{'; '.join(told)}.", f"The number is the highest.{gaps}"


def ties_page(title: str, lines: Sequence[Mapping[str, Any]]) -> str:
    """A page with the chart and the figures below it; it needs nothing else.

    Args:
        title: What stands above.
        lines: As `TieReport.objects()` has them.
    """
    columns = list(lines[0]) if lines else []
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>\n{ties_svg(title, lines)}"
        f'<details><summary>The figures</summary><div class="figures">{html_table(lines, columns)}</div></details>\n</body></html>\n'
    )


def _level(value: float, channel: str) -> str:
    """A value of a channel; shares of trade in percent."""
    return (
        f"{100 * value:.3g}%" if channel == "trade-dependence" else f"{value:,.0f}" if value >= 1000 else f"{value:.4g}"
    )


def _panel(names: Sequence[str], rows: Sequence[Mapping[str, Any]], top: float) -> list[str]:
    dataset, source, target, channel = names
    colour = _COLOURS.get(channel, "#444")
    highest = max((row["value"] for row in rows if row["value"] is not None), default=0)
    lowest = min((row["value"] for row in rows if row["value"] is not None), default=0)
    highest = max(highest, 0) if highest > 0 or lowest < 0 else 1
    span = highest - min(lowest, 0)
    zero = top + _PANEL * highest / span
    step = min((_WIDTH - _LEFT - 24) / len(rows), _WIDEST)
    parts = [
        f'<text x="16" y="{top + 18}" font-weight="600" fill="{colour}">{escape(channel)}</text>',
        f'<text x="16" y="{top + 35}" fill="#333">{escape(source)}{"" if channel == "all acts" else f" to {escape(target)}"}</text>',
        f'<text x="16" y="{top + 51}" fill="#777">{escape(dataset if len(dataset) <= _NAME else dataset[: _NAME - 1] + "…")}<title>{escape(dataset)}</title></text>',
        f'<text x="{_LEFT - 8}" y="{top + 11}" text-anchor="end" fill="#777">{_level(highest, channel)}</text>',
        f'<line x1="{_LEFT}" y1="{zero:.1f}" x2="{_LEFT + step * len(rows):.1f}" y2="{zero:.1f}" stroke="#999"/>',
    ]
    for at, row in enumerate(rows):
        x, wide = _LEFT + at * step, max(step - (1 if step > 4 else 0), 0.6)
        told = f"{row['period']}: {'no report' if row['value'] is None else _level(row['value'], channel)}"
        if row["value"] is None:
            parts.append(
                f'<rect x="{x:.1f}" y="{top}" width="{wide:.1f}" height="{_PANEL}" fill="url(#none)"><title>{escape(told)}</title></rect>'
            )
        else:
            tall = abs(row["value"]) / span * _PANEL
            y = zero - tall if row["value"] > 0 else zero
            parts.append(
                f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{tall:.1f}" fill="{colour}"><title>{escape(told)}</title></rect>'
            )
    return [*parts, *_periods([short_period(row["period"]) for row in rows], step, top + _PANEL + 15)]


def short_period(iso: str) -> str:
    """A period of a series as short as it goes; a week by its first day.

    >>> [short_period(each) for each in ("2018", "2018-04/2018-06", "2018-04", "2018-01-01/2018-01-07")]
    ['2018', '2018 Q2', '2018-04', '2018-01-01']
    """
    period = Period.parse(iso)
    return (
        f"{period.start.year} Q{(period.start.month + 2) // 3}"
        if period.precision == "quarter"
        else iso.split("/", maxsplit=1)[0]
    )


def _periods(names: Sequence[str], step: float, y: float) -> Iterator[str]:
    """The first and the last period, and some between them, each below the middle of its bar."""
    right = _LEFT + step * len(names)
    yield f'<text x="{_LEFT}" y="{y}" fill="#777">{escape(names[0])}</text>'
    every = math.ceil(_MARK / step)
    for at in range(every, len(names), every):
        middle = _LEFT + (at + 0.5) * step
        if middle + _MARK <= right:
            yield f'<text x="{middle:.1f}" y="{y}" text-anchor="middle" fill="#777">{escape(names[at])}</text>'
    if len(names) > 1:
        yield f'<text x="{right:.0f}" y="{y}" text-anchor="end" fill="#777">{escape(names[-1])}</text>'
