"""The figures layout: one published figure a row, with its citation. For facts from reports, one file for many.

Columns, in any order: publisher, dataset, vintage, reporter, partner, flow, product, period, value, unit, change_pct,
share_pct, citation, url. Not needed: share_of, hs (codes beside the product's words), hs_edition, valuation, flags. Values
are plain numbers in `unit`, not scaled; percentages are in percent; `change_pct` is against the same period a year before,
as published. A column of another name is not read, and said so.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import cast, get_args

from tieline.model import lazy_re as re
from tieline.model.flows import Flow
from tieline.model.money import ISO_4217
from tieline.model.periods import Period
from tieline.model.vocabulary import FlowWord, ShareOf, Valuation
from tieline.trade.files.result import Problem
from tieline.trade.files.tables import Opened
from tieline.trade.layouts.cells import country_code, number, product_scope

REQUIRED = ("reporter", "partner", "flow", "period")
NUMBERS = ("value", "change_pct", "share_pct")
OPTIONAL = (
    "publisher", "dataset", "vintage", "product", *NUMBERS, "unit", "citation", "url",
    "share_of", "hs", "hs_edition", "valuation", "flags",
)  # fmt: skip
ELSEWHERE = {
    "hs": ("hs_code", "hscode", "code", "commodity_code", "cmdcode", "product_code", "hs6", "hs4", "hs2"),
    "product": ("commodity", "goods"),
}
"""What the columns of the product are called elsewhere: passed over, their rows would count as all products."""

_FLOWS = {"x": "exports", "export": "exports", "m": "imports", "import": "imports", "total trade": "trade",
          "rx": "re-exports", "re-export": "re-exports", "rm": "re-imports", "re-import": "re-imports", "dx": "domestic-exports"}  # fmt: skip
_UNIT = re.compile(r"[A-Za-z]{1,12}")


def read_figures(
    opened: Opened, problems: list[Problem], *, dataset: str | None = None, vintage: str | None = None
) -> Iterator[Flow]:
    """Read the rows of a figures file; a row that can't be read goes to `problems` and the rest goes on.

    Args:
        opened: The file, with its header known to fit.
        problems: Where the rows left out are noted.
        dataset: Stands for the file's own column; where neither is there, the file's name does.
        vintage: Stands for the file's own column.
    """
    columns = _named(opened.columns)
    rows = csv.reader(io.StringIO(opened.text or "", newline=""), delimiter=opened.delimiter)
    next(rows)
    before = rows.line_num
    while True:
        try:
            cells = next(rows, None)
        except csv.Error as error:
            problems.append(Problem(opened.name, rows.line_num, f"the row can't be parted into columns: {error}"))
            continue
        if cells is None:
            return
        line, before = before + 1, rows.line_num
        if not any(cell.strip() for cell in cells):
            continue
        try:
            if len(cells) > len(opened.columns) and any(cell.strip() for cell in cells[len(opened.columns) :]):
                raise ValueError(f"{len(cells)} cells where the header has {len(opened.columns)}")  # noqa: TRY301
            row = dict(zip(columns, (cell.strip() for cell in cells), strict=False))
            if dataset is not None or not row.get("dataset"):
                row["dataset"] = dataset or opened.stem
            if vintage is not None:
                row["vintage"] = vintage
            yield flow_of(row, origin=f"{opened.name}:{line}", decimal_comma=opened.delimiter == ";")
        except ValueError as error:
            problems.append(Problem(opened.name, line, str(error)))


def _named(columns: tuple[str, ...]) -> tuple[str, ...]:
    """The columns by the names of the layout."""
    meant = {
        next((name for name in others if name in columns), None): ours
        for ours, others in ELSEWHERE.items()
        if ours not in columns
    }
    return tuple(meant.get(name, name) for name in columns)


def unread(columns: tuple[str, ...]) -> tuple[str, ...]:
    """Columns that the layout does not know.

    >>> unread(("reporter", "partner", "flow", "period", "hs_code", "value", "remark"))
    ('remark',)
    """
    return tuple(name for name in _named(columns) if name and name not in {*REQUIRED, *OPTIONAL})


def flow_of(row: dict[str, str], *, origin: str, decimal_comma: bool = False) -> Flow:
    """Make a flow from the cells of a row.

    Raises:
        ValueError: a cell can't be read, or the row has no number at all; the message names the cell.

    >>> row = {"dataset": "d", "reporter": "NA", "partner": "ZAF", "flow": "X", "period": "2014", "value": "5", "unit": "USD"}
    >>> flow = flow_of(row, origin="a.csv:2")
    >>> flow.reporter, flow.flow, flow.value_usd
    ('NAM', 'exports', 5.0)
    """
    cell = {name: row.get(name) or "" for name in (*REQUIRED, *OPTIONAL)}
    word = cell["flow"].casefold()
    flow = _one_of(_FLOWS.get(word, word), get_args(FlowWord), "flow")
    numbers = {name: _number(name, cell[name], decimal_comma=decimal_comma) for name in NUMBERS}
    if all(value is None for value in numbers.values()):
        raise ValueError(f"no number in any of the columns {', '.join(NUMBERS)}")
    product, hs = _scope(cell["product"], cell["hs"])
    unit = cell["unit"].replace("US$", "USD") or None
    if unit and unit.upper() in ISO_4217:
        unit = unit.upper()
    if numbers["value"] is not None and (unit is None or not _UNIT.fullmatch(unit)):
        raise ValueError(f"unit {cell['unit']!r} of the value; allowed is a currency (USD) or t, kg, bbl, people")
    given = cell["share_of"].casefold()
    share_of = _one_of(given, get_args(ShareOf), "share_of") if given else _whole(flow, product)
    reporter, partner = country_code(cell["reporter"]), country_code(cell["partner"])
    if reporter == partner:
        raise ValueError(f"reporter and partner are the same country, {reporter}")
    return Flow(
        publisher=cell["publisher"],
        dataset=cell["dataset"],
        vintage=cell["vintage"],
        reporter=reporter,
        partner=partner,
        flow=cast("FlowWord", flow),
        period=Period.parse(cell["period"]),
        product=product,
        hs=hs,
        hs_edition=cell["hs_edition"] or None,
        value=numbers["value"],
        unit=unit if numbers["value"] is not None else None,
        value_usd=numbers["value"] if unit == "USD" else None,
        change_pct=numbers["change_pct"],
        share_pct=numbers["share_pct"],
        share_of=cast("ShareOf", share_of) if numbers["share_pct"] is not None else None,
        valuation=cast("Valuation", _one_of(cell["valuation"] or "unknown", get_args(Valuation), "valuation")),
        flags=tuple(re.split(r"[\s,;|]+", cell["flags"])) if cell["flags"] else (),
        citation=cell["citation"] or None,
        url=cell["url"] or None,
        origin=origin,
    )


def _scope(words: str, codes: str) -> tuple[str | None, tuple[str, ...]]:
    """The product by its words, its codes, or both: then the codes hold, and the words are kept as published."""
    named, by_words = product_scope(words)
    code, hs = product_scope(codes)
    if code is not None and not hs:
        raise ValueError(f"hs {codes!r} holds no HS codes; allowed are 2, 4 or 6 digits, with their leading zeros")
    return (named or code, hs) if hs else (named, by_words)


def _number(name: str, text: str, *, decimal_comma: bool) -> float | None:
    try:
        return number(text, decimal_comma=decimal_comma)
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None


def _one_of(text: str, allowed: tuple[str, ...], name: str) -> str:
    if text not in allowed:
        raise ValueError(f"{name} {text!r}; allowed: {', '.join(allowed)}")
    return text


def _whole(flow: str, product: str | None) -> str:
    """What a published share is a share of, where the row does not say: of the pair's flow, or of all partners' one."""
    if flow == "balance":
        return "other"
    if product is not None:
        return {"exports": "reporter_exports_to_partner", "imports": "reporter_imports_from_partner"}.get(flow, "other")
    return f"reporter_total_{flow}"
