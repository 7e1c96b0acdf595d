"""UN Comtrade as it was until 2022: CSV of 35 columns. And bilateral tables of six columns, as R packages write them.

Units: US dollars, kilograms. Source: https://comtrade.un.org (the old site; files of it are in many archives). The old
files say CIF or FOB in no column that is filled as a rule: imports and exports have the valuation `unknown` there unless
one of the two columns has the value.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from tieline.trade.files.sheets import Sheet
from tieline.trade.layouts.cells import country_code
from tieline.trade.layouts.comtrade import classification_of, valuation
from tieline.trade.layouts.plan import Coded, Derived, Leg, Number, Plan
from tieline.trade.layouts.readers import flow_word, hs_code, iso_period, sitc_code

REQUIRED = (
    "Classification",
    "Period",
    "Trade Flow",
    "Reporter Code",
    "Partner Code",
    "Commodity Code",
    "Trade Value (US$)",
)
SHORT_REQUIRED = ("pfCode", "period", "rgCode", "rtCode", "ptCode", "cmdCode", "TradeValue")
"""The same columns as the old API headed them for machines (`head=M`), and in its JSON."""
_SHORT = {
    "classification": "pfcode", "tradeflow": "rgcode", "reportercode": "rtcode", "partnercode": "ptcode", "commoditycode": "cmdcode",
    "tradevalueus$": "tradevalue", "netweightkg": "netweight", "qty": "tradequantity", "qtyunit": "qtdesc", "flag": "estcode",
    "2ndpartnercode": "ptcode2", "customsproccode": "cstcode", "modeoftransportcode": "motcode",
    "ciftradevalueus$": "cifvalue", "fobtradevalueus$": "fobvalue",
}  # fmt: skip
TABLE_REQUIRED = ("reporter_iso", "flow_desc", "partner_iso", "cmd_code", "primary_value", "ref_year")
_SPECIAL = {"XX": "SPECIAL", "S19": "TWN"}
"""Codes that only Comtrade has, in its ISO columns."""
_FLAGS = {"2": "weight-estimated", "4": "quantity-estimated", "6": "quantity-estimated,weight-estimated"}


def comtrade_old(sheet: Sheet) -> Plan:
    """The plan of an old Comtrade file, whichever of the two heads it has."""
    short = "pfcode" in sheet.columns
    name = {long: brief if short else long for long, brief in _SHORT.items()}
    columns = {long for long, here in name.items() if here in sheet.columns}
    classification = name["classification"]
    cells: dict[str, str | Coded | None] = {
        "reporter": Coded((name["reportercode"],), country_code),
        "partner": Coded((name["partnercode"],), country_code),
        "flow": Coded((name["tradeflow"],), flow_word),
        "period": Coded(("period",), iso_period),
        "unit": "USD",
        "basis": "reported",
        "classification": Coded((classification,), classification_of),
        "edition": Coded((classification,), _edition),
        "code": Coded((name["commoditycode"], classification), _code),
        "detail": _detail(name, columns),
        "flags": Coded((name["flag"],), lambda text: _FLAGS.get(text, "")) if "flag" in columns else None,
    }
    numbers = {"value_usd": Number(name["tradevalueus$"])}
    if "netweightkg" in columns:
        numbers["net_kg"] = Number(name["netweightkg"], zero_is_missing=True)
    if {"qty", "qtyunit"} <= columns:
        cells["quantity_unit"] = Coded((name["qtyunit"],), _unit)
        numbers["quantity"] = Number(name["qty"])
    derived = {}
    if {"ciftradevalueus$", "fobtradevalueus$"} <= columns:
        derived["valuation"] = Derived(
            (name["tradevalueus$"], name["ciftradevalueus$"], name["fobtradevalueus$"]),
            ("unknown", "CIF", "FOB"),
            valuation,
        )
    return Plan("comtrade", (Leg(cells, numbers, derived=derived),), publisher="UN Comtrade")


def bilateral_table(sheet: Sheet) -> Plan:  # noqa: ARG001
    """The plan of a table of reporter, flow, partner, code, value and year (the R package comtradr's vignettes)."""
    cells: dict[str, str | Coded | None] = {
        "reporter": Coded(("reporteriso",), _country),
        "partner": Coded(("partneriso",), _country),
        "flow": Coded(("flowdesc",), flow_word),
        "period": Coded(("refyear",), iso_period),
        "unit": "USD",
        "basis": "reported",
        "classification": "HS",
        "code": Coded(("cmdcode",), hs_code),
    }
    return Plan("comtrade", (Leg(cells, {"value_usd": Number("primaryvalue")}),), publisher="UN Comtrade")


def _country(text: str) -> str:
    return country_code(_SPECIAL.get(text.strip(), text))


def _edition(text: str) -> str | None:
    plain = text.strip().upper()
    return plain if len(plain) == 2 and plain[0] in "HS" and plain[1].isdigit() else None


def _code(text: str, classification: str) -> str:
    return sitc_code(text) if classification[:1].upper() == "S" else hs_code(text)


def _unit(text: str) -> str | None:
    plain = text.strip()
    names = {
        "weight in kilograms": "kg",
        "number of items": "u",
        "volume in litres": "l",
        "area in square metres": "m2",
    }
    return None if plain.casefold() in {"", "no quantity", "n/a"} else names.get(plain.casefold(), plain)


def _detail(name: Mapping[str, str], columns: Collection[str]) -> Coded | None:
    wholes = {
        "2ndpartnercode": ("partner2", {"", "0"}),
        "customsproccode": ("customs", {"", "C00"}),
        "modeoftransportcode": ("mot", {"", "0"}),
    }
    names = tuple(each for each in wholes if each in columns)

    def read(*cells: str) -> str | None:
        parts = [f"{wholes[n][0]}={cell}" for n, cell in zip(names, cells, strict=True) if cell not in wholes[n][1]]
        return " ".join(parts) or None

    return Coded(tuple(name[each] for each in names), read) if names else None
