"""The first line of an event file: its cells, and the layout that they tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tieline.ties.layouts import EVENT_LAYOUTS, PHOENIX, EventLayout


def event_layout_of(first_line: str) -> EventLayout | None:
    """The layout whose headings the first line of a file has; None if it is none of them.

    >>> event_layout_of("date,source,relation,target,cameo,goldstein,quad,source_country,target_country").name
    'icews-named'
    >>> event_layout_of("a,b,c") is None
    True
    """
    cells = split_heading(first_line)
    found = {cell.casefold() for cell in cells}
    for layout in EVENT_LAYOUTS:
        if layout.columns:
            fits = len(cells) in layout.columns and len(cells) > 2 and _is_day(cells[1]) and _begins(cells, layout)
        elif layout.name == "plover":
            fits = first_line.lstrip("\ufeff [").startswith("{") and all(
                f'"{name}"' in first_line for name in layout.required
            )
        else:
            fits = {name.casefold() for name in layout.required} <= found
        if fits:
            return layout
    return None


@dataclass(frozen=True, slots=True)
class NoEventFile:
    """Why a file is none of events or ties, in words; `is_of_events` if its cells are those of one all the same, `is_near` if a layout is near."""

    words: str
    is_of_events: bool = False
    is_near: bool = False


def no_event_file(columns: Sequence[str]) -> NoEventFile:
    """Why a file of these columns is no file of events or ties: what the nearest layout lacks, or which layouts there are.

    >>> no_event_file(["rcid", "session", "short"]).words
    'As a file of events or ties it is nearest to un-roll-calls, and lacks date'
    >>> no_event_file(["1", "20180305", *["x"] * 58]).words
    'Its second cell is a day, as in files of events without headings, but it has 60 columns: gdelt-1 has 58 or 57, gdelt-2 has 61, phoenix-daily has 26'
    """
    if len(columns) > 2 and _is_day(columns[1]):
        told = [f"{one.name} has {' or '.join(map(str, one.columns))}" for one in EVENT_LAYOUTS if one.columns]
        words = f"Its second cell is a day, as in files of events without headings, but it has {len(columns)} columns: {', '.join(told)}"
        return NoEventFile(words, is_of_events=True)
    found = {name.casefold() for name in columns}
    headed = [layout for layout in EVENT_LAYOUTS if not layout.columns and layout.name != "plover"]
    lacking = {layout.name: [name for name in layout.required if name.casefold() not in found] for layout in headed}
    nearest = min(headed, key=lambda layout: len(lacking[layout.name]) / len(layout.required))
    if 2 * len(gone := lacking[nearest.name]) < len(nearest.required):
        words = f"As a file of events or ties it is nearest to {nearest.name}, and lacks {', '.join(gone)}"
        return NoEventFile(words, is_near=True)
    return NoEventFile(f"Files of events and ties: {', '.join(layout.name for layout in EVENT_LAYOUTS)}")


def split_heading(line: str) -> list[str]:
    """The cells of a heading, parted by tabs, else by semicolons or commas."""
    plain = line.lstrip("\ufeff").rstrip("\r\n")
    mark = delimiter_of(plain)
    return [cell.strip().strip('"') for cell in plain.split(mark)]


def delimiter_of(line: str) -> str:
    """What parts the cells of a line."""
    return "\t" if "\t" in line else ";" if line.count(";") > line.count(",") else ","


def _begins(cells: list[str], layout: EventLayout) -> bool:
    """The first cells of a file without headings: a number, or in Phoenix' files the year behind the day."""
    return cells[2] == cells[1][:4] if PHOENIX in layout.columns else cells[0].isdigit()


def _is_day(text: str) -> bool:
    return len(text) == len("20140317") and text.isdigit()
