"""The flows that a document's claims need: fetched with one query, then asked dataset by dataset."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from tieline.check.quantities import Codes, Leg, Quantity, Scope, valid_code
from tieline.ledger import FLOW_SCHEMA, Ledger, flows_among, sql_literal
from tieline.model.hs import expand
from tieline.model.periods import Period, PeriodError

if TYPE_CHECKING:
    import pyarrow as pa

COLUMNS = tuple(FLOW_SCHEMA.names)
"""The columns of a flow, in the ledger's order."""
WEIGHTS = {"t": 1000.0, "kg": 1.0, "lb": 0.45359237}
"""Units of weight, in kilograms: rows of money have their net weight beside it."""
COPY_FLAG = "suspected-copy"
RATE = "exchange rate"
"""What stands as the flow of a row that is a rate the user gave."""


Told = tuple[dict[str, Any], str]
"""The columns of a row, and the query that gives it again."""


@dataclass(slots=True, eq=False)
class Row:
    """A flow as the check uses it; not changed once it is made (not frozen: that would triple the time of making one).

    What is only shown is made when it is asked for: a batch of thousands of claims has rows by the hundred thousand, and
    shows a few of them.

    Attributes:
        copied: It is suspected to be a copy of another year's row.
        told: Its columns and query, or how to make them.
        value: Its level, in `unit`.
        usd: The same in US dollars.
        net_kg: Its weight.
    """

    pair: int
    reporter: str
    partner: str
    flow: str
    period: Period
    product: str | None
    hs: tuple[str, ...]
    copied: bool
    told: Told | Callable[[], Told] = field(repr=False)
    value: float | None
    unit: str | None
    usd: float | None
    net_kg: float | None = None

    def _told(self) -> Told:
        if callable(self.told):
            self.told = self.told()
        return self.told

    @property
    def cells(self) -> dict[str, Any]:
        """All its columns, ready to be shown."""
        return self._told()[0]

    @property
    def sql(self) -> str:
        """The query that gives a sum of rows again; empty for a row that is stored."""
        return self._told()[1]

    @property
    def row_id(self) -> str:
        """Its identity."""
        return str(self.cells["row_id"])

    @property
    def whole(self) -> bool:
        """It is about all products."""
        return not self.product and not self.hs

    def with_cells(self, cells: dict[str, Any]) -> Row:
        """The row with other columns."""
        value, unit, usd = cells["value"], cells["unit"], cells["value_usd"]
        return replace(self, told=(cells, self.sql), value=value, unit=unit, usd=usd)

    def level(self, unit: str) -> float | None:
        """The level in a unit; US dollars also from `value_usd`, a weight from `net_kg`."""
        if unit == "USD" and self.usd is not None:
            return float(self.usd)
        if self.unit == unit and self.value is not None:
            return float(self.value)
        return self.net_kg / WEIGHTS[unit] if unit in WEIGHTS and self.net_kg else None

    def number(self, name: str) -> float | None:
        """A published percentage (`change_pct`, `share_pct`)."""
        value = self.cells[name]
        return None if value is None else float(value)


@dataclass(frozen=True, slots=True)
class Panel:
    """The flows of one dataset at one vintage, by reporter, partner and flow. Rows suspected to be copies are set aside.

    `worlds` has the figures of all partners, by country, flow, products and year, where they were asked for: each is made
    when it is called; `some` has those of too few partners to be taken for all, with what the country states of all (`WLD`).
    `theirs` names those of `worlds` that the partners state, not the country. `few` has the reporters and codes asked for of
    which the dataset has few headings (`listings`).
    """

    dataset: str
    vintage: str
    series: dict[tuple[str, str, str], list[Row]] = field(default_factory=dict)
    pairs: dict[int, list[Row]] = field(default_factory=dict)
    worlds: dict[tuple[str, str, Scope, str], Callable[[], dict[str, Row]]] = field(default_factory=dict)
    reporters: list[int] = field(default_factory=list)
    few: set[tuple[str, Codes]] = field(default_factory=set)
    some: dict[tuple[str, str, Scope, str], Callable[[], dict[str, Row]]] = field(default_factory=dict)
    theirs: set[tuple[str, str, Scope, str]] = field(default_factory=set)

    def add(self, row: Row) -> None:
        """Put a row where it is looked for."""
        self.pairs.setdefault(row.pair, []).append(row)
        if not row.copied:
            self.series.setdefault((row.reporter, row.partner, row.flow), []).append(row)

    def emptied(self) -> Panel:
        """The same without its rows, for others made of them."""
        return replace(self, series={}, pairs={})

    def known_on(self, day: date) -> bool:
        """Its vintage was released by that day; of a year or month, all of it. One without a vintage is not known to be."""
        try:
            return (
                bool(self.vintage)
                and Period.parse(self.vintage[:7] if self.vintage[-1:].isalpha() else self.vintage).end <= day
            )
        except PeriodError:
            return False

    def rows(self, leg: Leg) -> list[Row]:
        """The rows of a leg, all products and periods, without those that are set aside."""
        return self.series.get((leg.reporter, leg.partner, leg.flow), [])

    def pair_rows(self, quantity: Quantity) -> list[Row]:
        """All rows of the pair, either way, with those set aside."""
        return self.pairs.get(quantity.pair, [])

    def speaks_of(self, quantity: Quantity, period: Period) -> bool:
        """It has a row of the pair in the period."""
        return any(row.period.overlaps(period) for row in self.pair_rows(quantity))


def fetch_panels(quantities: Iterable[Quantity], ledger: Ledger, datasets: Sequence[str] | None = None) -> list[Panel]:
    """Fetch the flows of the pairs and products that are asked for, with one query.

    Returns:
        A panel for each dataset and vintage; of a dataset the newest vintage first.
    """
    asked = list(quantities)
    if not asked:
        return []
    where = ["detail = ''", _products(asked)]
    if datasets:
        where.append(f"dataset IN ({', '.join(sql_literal(name) for name in datasets)})")
    chapters = {scope: _chapters([scope]) for scope in {quantity.scope for quantity in asked}}
    goods = {(quantity.pair, two) for quantity in asked for two in chapters[quantity.scope]}
    flows = flows_among({q.pair for q in asked}, goods=goods, named=any(quantity.scope.words for quantity in asked))
    order = "pair, reporter, partner, flow, period_start, code, product, value_usd"
    table = ledger.query(f"SELECT {', '.join(COLUMNS)} FROM {flows} WHERE {' AND '.join(where)} ORDER BY {order}")
    panels: dict[tuple[str, str], Panel] = {}
    for key, row in _rows(table):
        if key not in panels:
            panels[key] = Panel(*key)
        panels[key].add(row)
    newest_first = sorted(panels.values(), key=lambda panel: panel.vintage, reverse=True)
    return sorted(newest_first, key=lambda panel: panel.dataset)


def _rows(table: pa.Table) -> Iterator[tuple[tuple[str, str], Row]]:
    """The rows of a table of flows, each with its dataset and vintage; what has no readable period is left out."""
    names = (
        "dataset", "vintage", "pair", "reporter", "partner", "flow", "period", "product", "hs", "flags", "value", "unit",
        "value_usd", "net_kg",
    )  # fmt: skip
    for place, cells in enumerate(zip(*(table[name].to_pylist() for name in names), strict=True)):
        dataset, vintage, pair, reporter, partner, flow, text, product, hs, flags, value, unit, usd, net_kg = cells
        period = period_of(text)
        if period is not None:
            copied = bool(flags) and COPY_FLAG in flags.split(",")
            named = _goods(product, hs)
            row = Row(
                pair, reporter, partner, flow, period, *named, copied, partial(_stored, table, place), value, unit, usd, net_kg
            )  # fmt: skip
            yield (dataset, vintage or ""), row


def _stored(table: pa.Table, place: int) -> Told:
    """The columns of a stored row."""
    cells = table.slice(place, 1).to_pylist()[0]
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in cells.items()}, ""


@lru_cache(maxsize=65_536)
def _goods(product: str | None, hs: str | None) -> tuple[str | None, Codes]:
    """A row's product in words, or what stands in the place of its codes and is none, and its HS codes."""
    codes = tuple(code for code in (hs or "").split(",") if valid_code(code))
    return product or (hs if hs and not codes else None) or None, codes


def _chapters(scopes: Iterable[Scope]) -> set[str]:
    """The HS chapters of every reading of products."""
    return {code[:2] for scope in scopes for reading in scope.readings for code in expand(reading)}


def _products(asked: Sequence[Quantity]) -> str:
    """The condition for rows of all products and for those of the chapters and words that are asked for."""
    scopes: set[Scope] = {quantity.scope for quantity in asked}
    chapters = _chapters(scopes)
    words = {scope.words.casefold() for scope in scopes if scope.words}
    terms = ["(coalesce(hs, '') = '' AND product IS NULL)"]
    if chapters:
        terms.append(f"substr(hs, 1, 2) IN ({', '.join(map(sql_literal, sorted(chapters)))})")
    if words:
        terms.append(f"lower(product) IN ({', '.join(map(sql_literal, sorted(words)))})")
    return f"({' OR '.join(terms)})"


@lru_cache(maxsize=4096)
def period_of(text: str) -> Period | None:
    """The period of a row; None if it is none."""
    try:
        return Period.parse(text)
    except PeriodError:
        return None
