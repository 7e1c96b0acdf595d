"""The layouts of statistics files that can be loaded, and how they are told apart by their headers."""

from __future__ import annotations

from dataclasses import dataclass

from tieline.model.errors import UnreadableInputError, UsageError
from tieline.trade import figures, pair_totals
from tieline.trade.files import Opened


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout: its name, what it holds, the columns that it must have, and one of which it must have.

    `endings` are the kinds of file: `csv`, `parquet`.
    """

    name: str
    about: str
    required: tuple[str, ...]
    one_of: tuple[str, ...] = ()
    endings: tuple[str, ...] = ("csv",)

    def missing(self, columns: tuple[str, ...]) -> tuple[str, ...]:
        """The columns that a header lacks for this layout."""
        lacking = tuple(name for name in self.required if name not in columns)
        if self.one_of and not any(name in columns for name in self.one_of):
            lacking += (" or ".join(self.one_of),)
        return lacking


LAYOUTS: dict[str, Layout] = {
    layout.name: layout
    for layout in (
        Layout(
            "figures",
            "published figures with their citations, one a row",
            figures.REQUIRED,
            figures.NUMBERS,
        ),
        Layout(
            "pair-totals",
            "total imports by pair of countries and year, in US dollars",
            pair_totals.REQUIRED,
            endings=("csv", "parquet"),
        ),
    )
}


def layout_of(opened: Opened, name: str | None = None) -> Layout:
    """Give the layout named, or the one that the header fits.

    Raises:
        UsageError: no layout has this name.
        UnreadableInputError: the header lacks a column; the message names it, the columns found and the layouts known.
    """
    if name is not None and name not in LAYOUTS:
        raise UsageError(f"there is no layout {name!r}; known: {', '.join(LAYOUTS)}")
    candidates = [LAYOUTS[name]] if name else list(LAYOUTS.values())
    for layout in candidates:
        kind = "parquet" if opened.text is None else "csv"
        if not layout.missing(opened.columns) and kind in layout.endings:
            return layout
    nearest = min(candidates, key=lambda layout: len(layout.missing(opened.columns)) / len(layout.required))
    lacking = nearest.missing(opened.columns)
    found = ", ".join(opened.columns) or "none"
    known = "; ".join(f"{each.name} ({', '.join((*each.required, *_either(each)))})" for each in LAYOUTS.values())
    if not lacking:
        raise UnreadableInputError(
            f"{opened.name}: the layout {nearest.name} is read from {' and '.join(nearest.endings)} files only"
        )
    if name is None and len(lacking) > len(nearest.required) / 2:
        raise UnreadableInputError(
            f"{opened.name} has no layout that is known. Columns found: {found}. Layouts: {known}"
        )
    missing = (
        f"the column {lacking[0]} is missing" if len(lacking) == 1 else f"the columns {', '.join(lacking)} are missing"
    )
    raise UnreadableInputError(
        f"{opened.name}: {missing} for the layout {nearest.name}. Columns found: {found}. Layouts: {known}"
    )


def _either(layout: Layout) -> tuple[str, ...]:
    return (" or ".join(layout.one_of),) if layout.one_of else ()
