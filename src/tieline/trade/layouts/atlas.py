"""The Atlas of Economic Complexity (Growth Lab, Harvard): trade by pair and product, reconciled from both sides.

Units: US dollars, FOB. Two layouts: the older with `location_code`, `partner_code` and `hs_product_code`, the newer with
`country_iso3_code`, `partner_iso3_code` and `product_hs92_code` (or hs12, hs17, hs22, sitc). A row has the exports of the
location to the partner and its imports from it. Source: https://atlas.hks.harvard.edu/data-downloads.
"""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.trade.files.sheets import Sheet
from tieline.trade.layouts.cells import country_code
from tieline.trade.layouts.plan import Coded, Leg, Number, Plan
from tieline.trade.layouts.readers import EDITION_OF_YEAR, first_of, hs_code, iso_period, sitc_code

REQUIRED = ("location_code", "partner_code", "year", "export_value")
NEW_REQUIRED = ("country_iso3_code", "partner_iso3_code", "year", "export_value")
_PRODUCTS = (
    "hsproductcode", "sitcproductcode", "producths92code", "producths12code", "producths17code", "producths22code",
    "productsitccode", "productcode",
)  # fmt: skip
_OWN = {"ANS": "NES", "ROW": "NES"}


def atlas(sheet: Sheet) -> Plan:
    """The plan of an Atlas file, old or new."""
    columns = sheet.columns
    reporter = first_of(columns, "countryiso3code", "locationcode") or "locationcode"
    partner = first_of(columns, "partneriso3code", "partnercode") or "partnercode"
    product = first_of(columns, *_PRODUCTS)
    sitc = product is not None and "sitc" in product
    year = re.search(r"hs(\d{2})", product) if product else None
    edition = ("S2" if sitc else EDITION_OF_YEAR.get(year[1] if year else "92")) if product else None

    def leg(flow: str, column: str) -> Leg:
        cells: dict[str, str | Coded | None] = {
            "reporter": Coded((reporter,), _country),
            "partner": Coded((partner,), _country),
            "flow": flow,
            "period": Coded(("year",), iso_period),
            "unit": "USD",
            "basis": "reconciled",
            "valuation": "FOB",
            "classification": ("SITC" if sitc else "HS") if product else "",
            "edition": edition,
            "code": Coded((product,), sitc_code if sitc else _code) if product else "",
        }
        return Leg(cells, {"value_usd": Number(column)}, sparse=True)

    legs = [leg("exports", "exportvalue")]
    if "importvalue" in columns:
        legs.append(leg("imports", "importvalue"))
    return Plan(
        f"atlas-{edition.casefold()}" if edition else "atlas", tuple(legs), publisher="Harvard Growth Lab, Atlas"
    )


def _country(text: str) -> str:
    return country_code(_OWN.get(text.strip().upper(), text))


def _code(text: str) -> str:
    return "" if text.strip().casefold() == "total" else hs_code(text)
