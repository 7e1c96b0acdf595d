"""WITS (World Bank): Comtrade's figures by reporter, partner and HS6 product, as its advanced query exports them.

Units: thousand US dollars; here US dollars. Leading zeros of codes are lost, and got back here. Source:
https://wits.worldbank.org. WITS does not say CIF or FOB.
"""

from __future__ import annotations

from tieline.trade.files.sheets import Sheet
from tieline.trade.layouts.cells import country_code
from tieline.trade.layouts.plan import Coded, Leg, Number, Plan
from tieline.trade.layouts.readers import first_of, flow_word, hs_code, iso_period

REQUIRED = (
    "nomenclature",
    "reporteriso3",
    "productcode",
    "partneriso3",
    "year",
    "tradeflowname",
    "tradevaluein1000usd",
)
_AREAS = {"OAS": "TWN", "UNS": "NES", "BUN": "BUNKERS", "FRE": "FREEZONES", "SPE": "SPECIAL"}
"""WITS's own codes: other Asia not elsewhere specified (Taiwan, as in Comtrade), unspecified, bunkers, free zones, special categories.
They are from use, not checked against a list of the World Bank's."""
_PARTED = 2006
"""`SER` stands for Serbia, and before this year for Serbia and Montenegro."""


def wits(sheet: Sheet) -> Plan:
    """The plan of a WITS file."""
    cells: dict[str, str | Coded | None] = {
        "reporter": Coded(("reporteriso3", "year"), country_of_wits),
        "partner": Coded(("partneriso3", "year"), country_of_wits),
        "flow": Coded(("tradeflowname",), flow_word),
        "period": Coded(("year",), iso_period),
        "unit": "USD",
        "basis": "reported",
        "classification": Coded(("nomenclature",), lambda text: "SITC" if text[:1].upper() == "S" else "HS"),
        "edition": Coded(("nomenclature",), lambda text: text.upper() if len(text) == 2 else None),
        "code": Coded(("productcode", "nomenclature"), _code),
    }
    numbers = {"value_usd": Number("tradevaluein1000usd", 1000.0)}
    weight = first_of(sheet.columns, "netweightinkgm", "netweight")
    if weight:
        numbers["net_kg"] = Number(weight, zero_is_missing=True)
    return Plan("wits", (Leg(cells, numbers),), publisher="World Bank, WITS")


def country_of_wits(text: str, year: str) -> str:
    """The country of a code of WITS in a year.

    Raises:
        ValueError: no country has this code.

    >>> country_of_wits("OAS", "2015"), country_of_wits("SER", "2003"), country_of_wits("ROM", "2015")
    ('TWN', 'SCG', 'ROU')
    """
    plain = text.upper()
    if plain == "SER" and iso_period(year) < str(_PARTED):
        return "SCG"
    return country_code(_AREAS.get(plain, plain))


def _code(text: str, nomenclature: str) -> str:
    return text.strip() if nomenclature[:1].upper() == "S" else hs_code(text)
