"""The Observatory of Economic Complexity: bulk files by year, origin, destination and product, and its API's CSV.

Units: US dollars. A row has the origin's exports to the destination and, in bulk files, its imports from it. Products of
the API are HS codes behind the number of their section (`168471` is 8471 in section 16). Source: https://oec.world.
Valuation is not said.
"""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.trade.files.sheets import Sheet
from tieline.trade.layouts.cells import country_code
from tieline.trade.layouts.plan import Coded, Leg, Number, Plan
from tieline.trade.layouts.readers import EDITION_OF_YEAR, first_of, hs_code, iso_period, sitc_code

REQUIRED = ("year", "origin", "dest", "export_val")
API_REQUIRED = ("Year", "Exporter Country ID", "Importer Country ID", "Trade Value")
_PRODUCTS = ("hs92", "hs96", "hs02", "hs07", "hs12", "hs17", "sitc", "sitc4", "hs6", "hs4")
_AREAS = {"XXA": "NES", "XXB": "NES", "XXC": "NES", "XXD": "NES", "XXE": "NES", "XXF": "NES", "XXG": "NES"}


def oec_bulk(sheet: Sheet) -> Plan:
    """The plan of a bulk file."""
    product = first_of(sheet.columns, *_PRODUCTS)
    sitc = product is not None and product.startswith("sitc")
    edition = "S2" if sitc else EDITION_OF_YEAR.get((product or "")[2:]) if product else None

    def leg(flow: str, column: str) -> Leg:
        cells: dict[str, str | Coded | None] = {
            "reporter": Coded(("origin",), _country),
            "partner": Coded(("dest",), _country),
            "flow": flow,
            "period": Coded(("year",), iso_period),
            "unit": "USD",
            "basis": "reconciled",
            "classification": ("SITC" if sitc else "HS") if product else "",
            "edition": edition,
            "code": Coded((product,), sitc_code if sitc else hs_code) if product else "",
        }
        return Leg(cells, {"value_usd": Number(column)}, sparse=True)

    legs = [leg("exports", "exportval")]
    if "importval" in sheet.columns:
        legs.append(leg("imports", "importval"))
    return Plan("oec", tuple(legs), publisher="Observatory of Economic Complexity")


def oec_api(sheet: Sheet) -> Plan:
    """The plan of a table of its API."""
    product = first_of(sheet.columns, "hs6id", "hs4id", "hs2id")
    named = re.search(r"hs_?(\d{2})", sheet.member.own_name, re.IGNORECASE)
    digits = int(product[2]) if product else 0

    def code(text: str) -> str:
        if not re.fullmatch(rf"\d{{1,2}}\d{{{digits}}}", text.strip()):
            raise ValueError(f"{text!r} is no product of the OEC's API: a section and {digits} digits of the HS")
        return text.strip()[-digits:]

    cells: dict[str, str | Coded | None] = {
        "reporter": Coded(("exportercountryid",), _country),
        "partner": Coded(("importercountryid",), _country),
        "flow": "exports",
        "period": Coded(("year",), iso_period),
        "unit": "USD",
        "basis": "reconciled",
        "classification": "HS" if product else "",
        "edition": EDITION_OF_YEAR.get(named[1]) if named else None,
        "code": Coded((product,), code) if product else "",
    }
    numbers = {"value_usd": Number("tradevalue")}
    return Plan("oec", (Leg(cells, numbers),), publisher="Observatory of Economic Complexity")


def _country(text: str) -> str:
    """Three letters, or five with the continent before them (`asprk`)."""
    plain = text.strip().upper()
    plain = plain[-3:] if len(plain) == 5 else plain
    return country_code(_AREAS.get(plain, plain))
