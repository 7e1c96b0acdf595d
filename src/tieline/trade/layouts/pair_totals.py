"""Totals by pair: year, importer, exporter and the value in US dollars, all products; CSV or Parquet.

Each row becomes the importer's `imports` from the exporter. The layout in which one's own or others' totals (of the OEC,
of a central bank) are handed on.
"""

from __future__ import annotations

from tieline.trade.files.sheets import Sheet
from tieline.trade.layouts.cells import country_code
from tieline.trade.layouts.plan import Coded, Leg, Number, Plan
from tieline.trade.layouts.readers import iso_period

REQUIRED = ("year", "importer", "exporter", "value_usd")


def pair_totals(sheet: Sheet) -> Plan:
    """The plan of a file of totals; the dataset is the file's name without its ending."""
    cells: dict[str, str | Coded | None] = {
        "reporter": Coded(("importer",), country_code),
        "partner": Coded(("exporter",), country_code),
        "flow": "imports",
        "period": Coded(("year",), _year),
        "unit": "USD",
        "valuation": "unknown",
    }
    leg = Leg(
        cells, {"value_usd": Number("valueusd")}, other_names=Coded(("importer", "exporter"), _former), own_trade=False
    )
    return Plan(sheet.member.own_name.split(".")[0], (leg,))


def _former(importer: str, exporter: str) -> str | None:
    """The former codes in a row: FDR, the Federal Republic of Germany, in a table that has DEU too."""
    sides = (("importer", importer.upper()), ("exporter", exporter.upper()))
    parts = [f"{side}={code}" for side, code in sides if len(code) == 3 and code.isalpha() and _known(code) != code]
    return " ".join(parts) or None


def _known(code: str) -> str:
    try:
        return country_code(code)
    except ValueError:
        return code


def _year(text: str) -> str:
    period = iso_period(text)
    if len(period) != 4:
        raise ValueError(f"year {text!r}; allowed is a year of four digits")
    return period
