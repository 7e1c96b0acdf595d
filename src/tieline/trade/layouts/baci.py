"""CEPII's BACI: exports of each pair of countries by HS6 product, reconciled from both sides' reports, all editions.

Units: thousand US dollars (FOB) and metric tons; here US dollars and kilograms. The edition and the version stand in the
file's name (`BACI_HS17_Y2022_V202401b.csv`). Codes lose their leading zeros in some tools, and get them back here.
Source: https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37; Gaulier and Zignago (2010), CEPII working
paper 2010-23.
"""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.trade.files.sheets import Sheet
from tieline.trade.layouts.cells import country_code
from tieline.trade.layouts.plan import Coded, Leg, Number, Plan
from tieline.trade.layouts.readers import EDITION_OF_YEAR, first_of, hs_code, iso_period

REQUIRED = ("t", "i", "j", "v")
ONE_OF = ("k", "hs6")
_NAME = re.compile(r"HS(\d{2})", re.IGNORECASE)
_VERSION = re.compile(r"_V(\d{4})(\d{2})([a-z]?)", re.IGNORECASE)


def baci(sheet: Sheet) -> Plan:
    """The plan of a year of BACI."""
    product = first_of(sheet.columns, *ONE_OF) or "k"
    named = _NAME.search(sheet.member.own_name) or _NAME.search(sheet.member.name)
    edition = EDITION_OF_YEAR.get(named[1]) if named else None
    version = _VERSION.search(sheet.member.own_name) or _VERSION.search(sheet.member.name)
    cells: dict[str, str | Coded | None] = {
        "reporter": Coded(("i",), country_code),
        "partner": Coded(("j",), country_code),
        "flow": "exports",
        "period": Coded(("t",), iso_period),
        "unit": "USD",
        "basis": "reconciled",
        "valuation": "FOB",
        "classification": "HS",
        "edition": edition,
        "code": Coded((product,), _code),
    }
    numbers = {"value_usd": Number("v", 1000.0)}
    if "q" in sheet.columns:
        numbers["net_kg"] = Number("q", 1000.0)
    notes = () if edition else ("the file's name does not say which edition of the HS it has (as in BACI_HS17_...)",)
    return Plan(
        dataset=f"baci-hs{named[1]}" if named else "baci",
        legs=(Leg(cells, numbers),),
        vintage=f"{version[1]}-{version[2]}{version[3].casefold()}" if version else "",
        publisher="CEPII",
        notes=notes,
    )


def _code(text: str) -> str:
    return hs_code(text, 6)
