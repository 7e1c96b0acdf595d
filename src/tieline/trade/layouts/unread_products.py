"""A column of products that a layout of totals does not know: its rows are no figures for all products, and are not taken for such."""

from __future__ import annotations

from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.trade.files.sheets import Sheet
from tieline.trade.layouts.plan import Coded, Leg, Plan
from tieline.trade.layouts.readers import is_all_products

_SCHEME = r"(?:hs|hts|htsus|sitc|cn|ncm|cpc|bec|isic|naics|tnved|taric)\d{0,4}"
_PRODUCTS = re.compile(
    rf"{_SCHEME}(?:code|id|product)?|(?:product|commodity|cmd|goods|item|tariff|chapter|heading)s?(?:{_SCHEME})?(?:code|id|group|line|name|desc|description)?"
)
"""What a column of products is called, as `folded` has it: its words too are of one product."""


def totals_alone(plan: Plan, sheet: Sheet, layout: str) -> Plan:
    """The plan, of which rows that name a product are left out where it would read them as all products."""
    read = {*plan.texts, *plan.numbers}
    names = [name for name in sheet.columns if name not in read and _PRODUCTS.fullmatch(name)]
    if not names or any(leg.cells.get("code", "") != "" for leg in plan.legs):
        return plan
    given = dict(zip(sheet.columns, sheet.given, strict=False)).get(names[0], names[0])
    return replace(plan, legs=tuple(_refusing(leg, names[0], given, layout) for leg in plan.legs))


def _refusing(leg: Leg, column: str, given: str, layout: str) -> Leg:
    def code(text: str) -> str:
        if is_all_products(text):
            return ""
        raise ValueError(
            f"the column {given!r} tells of one product, and the layout {layout} reads figures for all products alone: describe "
            "the table by a mapping file (--mapping), or take the column away if it is of no product"
        )

    return replace(leg, cells={**leg.cells, "code": Coded((column,), code)})
