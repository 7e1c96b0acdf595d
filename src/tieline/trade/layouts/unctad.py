"""UNCTAD's merchandise trade matrix: exports by pair and SITC section, in thousand US dollars.

Countries stand by name, sometimes run together (`KoreaDemPeoples`). Sections stand as `SITC3_MineralFuels`, or as codes;
`All` for all products. Source: https://unctadstat.unctad.org. FOB, as exports are; where a country does not report,
UNCTAD estimates.
"""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.model.countries import resolve
from tieline.trade.files.sheets import Sheet
from tieline.trade.layouts.cells import country_code
from tieline.trade.layouts.plan import Coded, Leg, Number, Plan
from tieline.trade.layouts.readers import iso_period, sitc_code

REQUIRED = ("year", "exporter", "importer", "sitc", "value_thousand_usd")
_SECTION = re.compile(r"SITC[\s_]?(\d{1,5})(?:[_\s].*)?", re.IGNORECASE)
_NAMES = {
    "Antiguaand Barbuda": "ATG", "Bosniaand Herzegovina": "BIH", "China Hong Kong SAR": "HKG", "China Macao SAR": "MAC",
    "China Taiwan Province": "TWN", "Congo": "COG", "Coted Ivoire": "CIV", "Dem Repofthe Congo": "COD", "Georgia": "GEO",
    "Guinea": "GIN", "Indonesia2002": "IDN", "Iran Islamic Republic": "IRN", "Korea Dem Peoples": "PRK",
    "Korea Republicof": "KOR", "Lao Peoples Dem Rep": "LAO", "Micronesia Fed Sts": "FSM", "Republicof Moldova": "MDA",
    "Saint Kittsand Nevis": "KNA", "Saint Pierreand Miquelon": "SPM", "Saint Vincentand Grenadines": "VCT",
    "Samoa": "WSM", "Sao Tomeand Pricipe": "STP", "Serbiaand Montenegro": "SCG", "Sint Bonaire": "BES",
    "Stateof Palestine": "PSE", "Sudan2011": "SDN", "TFYRof Macedonia": "MKD", "Tanzania United Republic": "TZA",
    "Trinidadand Tobago": "TTO", "Turksand Caicos": "TCA", "Wallisand Futuna": "WLF",
}  # fmt: skip
"""Names that UNCTAD runs together or that mean one country here and several elsewhere."""


def unctad(sheet: Sheet) -> Plan:  # noqa: ARG001
    """The plan of a trade matrix."""
    cells: dict[str, str | Coded | None] = {
        "reporter": Coded(("exporter",), country_named),
        "partner": Coded(("importer",), country_named),
        "flow": "exports",
        "period": Coded(("year",), iso_period),
        "unit": "USD",
        "basis": "reconciled",
        "valuation": "FOB",
        "classification": "SITC",
        "edition": "S3",
        "code": Coded(("sitc",), _section),
    }
    return Plan("unctad-matrix", (Leg(cells, {"value_usd": Number("valuethousandusd", 1000.0)}),), publisher="UNCTAD")


def country_named(text: str) -> str:
    """The country of a name as statistics write it, or of a code.

    Raises:
        ValueError: no country, or several, have this name.

    >>> country_named("KoreaDemPeoples"), country_named("Viet Nam"), country_named("Guinea")
    ('PRK', 'VNM', 'GIN')
    """
    plain = re.sub(r"(?<=[a-z.])(?=[A-Z])", " ", text.strip())
    if plain in _NAMES:
        return _NAMES[plain]
    for name in (plain, text.strip()):
        found = resolve(name)
        if len(found) == 1:
            return found[0]
    return country_code(text)


def _section(text: str) -> str:
    found = _SECTION.fullmatch(text.strip())
    return sitc_code(found[1] if found else text)
