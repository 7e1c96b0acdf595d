"""The layouts of statistics files that can be loaded, and how they are told apart by their headers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tieline.model.errors import UnknownLayoutError, UnreadableInputError, UsageError
from tieline.trade.files.sheets import Sheet, folded
from tieline.trade.layouts import (
    atlas,
    baci,
    comtrade,
    comtrade_old,
    country_products,
    cow,
    figures,
    oec,
    pair_totals,
    unctad,
    wits,
)
from tieline.trade.layouts.plan import Plan


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout: its name, what it holds, the columns that it must have, and one of which it must have.

    Headings are compared without case, blanks and joints. `plan` tells how rows become flows; None for the figures
    layout, whose rows are read one by one. `kinds` are the kinds of file: `csv`, `parquet`, `json`. With `exact` a file with
    other columns than these is of another layout: headings that any table may have.
    """

    name: str
    about: str
    required: tuple[str, ...]
    one_of: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ("csv", "parquet")
    plan: Callable[[Sheet], Plan] | None = None
    optional: tuple[str, ...] = ()
    exact: bool = False

    def missing(self, columns: tuple[str, ...]) -> tuple[str, ...]:
        """The columns that a header (folded) lacks for this layout."""
        lacking = tuple(name for name in self.required if folded(name) not in columns)
        if self.one_of and not any(folded(name) in columns for name in self.one_of):
            lacking += (" or ".join(self.one_of),)
        return lacking

    def fits(self, sheet: Sheet) -> bool:
        """The file has all columns that are needed, and is of a kind that is read."""
        known = {folded(name) for name in (*self.required, *self.one_of, *self.optional)}
        return (
            not self.missing(sheet.columns)
            and sheet.kind in self.kinds
            and not (self.exact and {folded(name) for name in sheet.given if name.strip()} - known)
        )


LAYOUTS: dict[str, Layout] = {
    layout.name: layout
    for layout in (
        Layout(
            "comtrade",
            "UN Comtrade since 2022: the API's JSON, the web's CSV, bulk files",
            comtrade.REQUIRED,
            kinds=("csv", "parquet", "json"),
            plan=comtrade.comtrade,
        ),
        Layout(
            "comtrade-old", "UN Comtrade until 2022, 35 columns", comtrade_old.REQUIRED, plan=comtrade_old.comtrade_old
        ),
        Layout(
            "comtrade-old-short",
            "the same as the old API headed it for machines, CSV or JSON",
            comtrade_old.SHORT_REQUIRED,
            kinds=("csv", "json"),
            plan=comtrade_old.comtrade_old,
        ),
        Layout(
            "comtrade-table",
            "UN Comtrade as a table of six columns",
            comtrade_old.TABLE_REQUIRED,
            plan=comtrade_old.bilateral_table,
        ),
        Layout("wits", "World Bank WITS, thousand US dollars", wits.REQUIRED, plan=wits.wits),
        Layout("atlas", "the Atlas of Economic Complexity, older files", atlas.REQUIRED, plan=atlas.atlas),
        Layout("atlas-new", "the Atlas of Economic Complexity, newer files", atlas.NEW_REQUIRED, plan=atlas.atlas),
        Layout("unctad", "UNCTAD's trade matrix by SITC section", unctad.REQUIRED, plan=unctad.unctad),
        Layout("cow", "Correlates of War, Dyadic Trade 4.0", cow.REQUIRED, plan=cow.cow_trade),
        Layout("oec", "the OEC's bulk files", oec.REQUIRED, plan=oec.oec_bulk),
        Layout("oec-api", "the OEC's API", oec.API_REQUIRED, plan=oec.oec_api),
        Layout("baci", "CEPII's BACI, one year of pairs and HS6 products", baci.REQUIRED, baci.ONE_OF, plan=baci.baci),
        Layout(
            "figures",
            "published figures with their citations, one a row",
            figures.REQUIRED,
            figures.NUMBERS,
            kinds=("csv",),
        ),
        Layout(
            "pair-totals",
            "total imports by pair of countries and year, in US dollars",
            pair_totals.REQUIRED,
            plan=pair_totals.pair_totals,
        ),
        Layout(
            "country-products",
            "exports of countries to the world by product, years and codes told by the file's name",
            country_products.REQUIRED,
            plan=country_products.country_products,
            optional=country_products.OPTIONAL,
            exact=True,
        ),
    )
}
"""The more particular before the more general: the first whose columns are all there is taken."""


def layout_of(sheet: Sheet, name: str | None = None) -> Layout:
    """Give the layout named, or the one that the header fits.

    Raises:
        UsageError: no layout has this name.
        UnreadableInputError: the header lacks a column; the message names it, the columns found and the layouts known.
    """
    if name is not None and name not in LAYOUTS:
        raise UsageError(f"there is no layout {name!r}; known: {', '.join(LAYOUTS)}")
    candidates = [LAYOUTS[name]] if name else list(LAYOUTS.values())
    for layout in candidates:
        if layout.fits(sheet):
            return layout
    nearest = min(candidates, key=lambda layout: len(layout.missing(sheet.columns)) / len(layout.required))
    lacking = nearest.missing(sheet.columns)
    found = ", ".join(sheet.given) or "none"
    known = "; ".join(f"{each.name} ({', '.join((*each.required, *_either(each)))})" for each in LAYOUTS.values())
    if not lacking and sheet.kind not in nearest.kinds:
        raise UnreadableInputError(
            f"{sheet.member.name}: the layout {nearest.name} is read from {' and '.join(nearest.kinds)} files only"
        )
    if not lacking or (name is None and len(lacking) > len(nearest.required) / 2):
        raise UnknownLayoutError(
            f"{sheet.member.name} has no layout that is known. Columns found: {found}. Layouts: {known}. Any other table "
            f"is described by a mapping file (--mapping){_title(sheet)}"
        )
    missing = (
        f"the column {lacking[0]} is missing" if len(lacking) == 1 else f"the columns {', '.join(lacking)} are missing"
    )
    raise UnknownLayoutError(
        f"{sheet.member.name}: {missing} for the layout {nearest.name}. Columns found: {found}. Layouts: {known}"
    )


def _title(sheet: Sheet) -> str:
    """That the first line may be a title, where it has one cell."""
    one = sum(bool(name.strip()) for name in sheet.given) == 1
    return (
        "; if lines of a title stand above the headings, take them away: the first line must be the headings"
        if one
        else ""
    )


def _either(layout: Layout) -> tuple[str, ...]:
    return (" or ".join(layout.one_of),) if layout.one_of else ()
