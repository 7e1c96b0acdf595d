"""UN Comtrade, the API and files of 2022 and later: JSON, the web's CSV, bulk final and tariff-line files.

Units: US dollars, kilograms; quantities in the unit of their row. Imports are CIF and exports FOB where the reporter says
so (`cifvalue`, `fobvalue`). Source: https://comtradeplus.un.org. The headings come in camel case (the web, bulk files),
and in snake case from R packages; blanks and joints don't matter.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tieline.trade.files.sheets import Sheet
from tieline.trade.layouts.cells import country_code
from tieline.trade.layouts.plan import Coded, Derived, Leg, Number, Plan
from tieline.trade.layouts.readers import (
    day_in_name,
    first_of,
    flow_word,
    hs_code,
    iso_period,
    joined,
    sitc_code,
    truth,
)

REQUIRED = ("period", "reporterCode", "flowCode", "partnerCode", "cmdCode", "primaryValue")

_UNITS = {
    "2": "m2", "3": "MWh", "4": "m", "5": "u", "6": "pairs", "7": "l", "8": "kg", "9": "thousand u", "10": "packs",
    "11": "dozen", "12": "m3", "13": "carat",
}  # fmt: skip
"""Comtrade's codes of quantity units, for files without their names."""
_WHOLE = {"partner2code": {"", "0"}, "customscode": {"", "C00"}, "moscode": {"", "0"}, "motcode": {"", "0"}}
"""Which cells say that a row is a whole over second partners, customs procedures, modes of supply and of transport."""


def comtrade(sheet: Sheet) -> Plan:
    """The plan of a Comtrade file."""
    columns = sheet.columns
    tariff_line = "tariffline" in sheet.member.own_name.casefold().replace("-", "").replace("_", "")
    kind = first_of(columns, "classificationcode", "classificationsearchcode")
    cells: dict[str, str | Coded | None] = {
        "reporter": Coded(("reportercode",), country_code),
        "partner": Coded(("partnercode",), country_code),
        "flow": Coded(_with(columns, "flowcode", "typecode"), _goods),
        "period": Coded(("period",), iso_period),
        "unit": "USD",
        "basis": "reported",
        "classification": Coded((kind,), classification_of) if kind else "HS",
        "edition": Coded((kind,), _edition) if kind else None,
        "code": Coded(("cmdcode", *([kind] if kind else [])), _code),
        "detail": _detail(columns),
        "flags": _flags(columns),
        "quantity_unit": _unit(columns),
    }
    numbers = {"value_usd": Number("primaryvalue")}
    if "qty" in columns and cells["quantity_unit"]:
        numbers["quantity"] = Number("qty")
    if "netwgt" in columns:
        numbers["net_kg"] = Number("netwgt", zero_is_missing=True)
    derived = {}
    if {"cifvalue", "fobvalue"} <= set(columns):
        derived["valuation"] = Derived(("primaryvalue", "cifvalue", "fobvalue"), ("unknown", "CIF", "FOB"), valuation)
    plan = Plan(
        dataset="comtrade-tariff-line" if tariff_line else "comtrade",
        vintage=day_in_name(sheet.member.name),
        publisher="UN Comtrade",
        legs=(Leg(cells, numbers, derived=derived),),
    )
    if not tariff_line:
        return plan
    whole = Leg({**cells, "detail": Coded(("flowcode",), _part_of_flow)}, numbers, derived=derived)
    return replace(plan, of_parts=replace(plan, legs=(whole,), adds_up=True, notes=(_ADDED_UP,)))


_OF_FLOW = {"FM": "M", "MIP": "M", "MOP": "M", "XIP": "X", "XOP": "X"}
"""Flows that are a part of another one: foreign imports, and goods for inward and outward processing."""


_ADDED_UP = "no row of it is a whole: the rows of one figure, by second partner, customs procedure or mode of transport, were added up"


def valuation(value: np.ndarray, cif: np.ndarray, fob: np.ndarray) -> np.ndarray:
    """0 where it is not known, 1 where the value is the CIF value, 2 where it is the FOB value and not both."""
    is_cif, is_fob = value == cif, value == fob
    return np.where(is_cif & ~is_fob, 1, np.where(is_fob & ~is_cif, 2, 0))


def _with(columns: tuple[str, ...], *names: str) -> tuple[str, ...]:
    return tuple(name for name in names if name in columns)


def _goods(flow: str, kind: str = "C") -> str:
    if kind.upper() == "S":
        raise ValueError("a row of services (typeCode S); trade in goods alone is kept")
    return flow_word(_OF_FLOW.get(flow.upper(), flow))


def classification_of(code: str) -> str:
    """HS or SITC, by Comtrade's code of a classification; raises ValueError for another (BEC, services)."""
    letter = code[:1].upper()
    if letter in {"H", ""}:
        return "HS"
    if letter == "S":
        return "SITC"
    raise ValueError(f"classification {code!r}; HS (H0 to H6) and SITC (S1 to S4) are kept")


def _edition(code: str) -> str | None:
    return code.upper() if len(code) == 2 and code[1].isdigit() else None


def _code(text: str, kind: str = "H") -> str:
    return sitc_code(text) if kind[:1].upper() == "S" else hs_code(text)


def _part_of_flow(flow: str) -> str | None:
    return f"flow={flow.upper()}" if flow.upper() in _OF_FLOW else None


def _detail(columns: tuple[str, ...]) -> Coded:
    names = _with(columns, *_WHOLE)

    def read(flow: str, *cells: str) -> str | None:
        parts = [of_flow] if (of_flow := _part_of_flow(flow)) else []
        parts += [
            f"{name.removesuffix('code')}={cell}" for name, cell in zip(names, cells, strict=True) if cell not in _WHOLE[name]
        ]  # fmt: skip
        return " ".join(parts) or None

    return Coded(("flowcode", *names), read)


def _flags(columns: tuple[str, ...]) -> Coded | None:
    names = _with(columns, "isaggregate", "isqtyestimated", "isnetwgtestimated")
    words = {
        "isaggregate": "aggregate",
        "isqtyestimated": "quantity-estimated",
        "isnetwgtestimated": "weight-estimated",
    }

    def read(*cells: str) -> str:
        return joined(*(words[name] for name, cell in zip(names, cells, strict=True) if truth(cell)))

    return Coded(names, read) if names else None


def _unit(columns: tuple[str, ...]) -> Coded | None:
    if "qtyunitabbr" in columns:
        return Coded(("qtyunitabbr",), lambda text: None if text in {"", "N/A", "NA", "-1"} else text)
    if "qtyunitcode" in columns:
        return Coded(
            ("qtyunitcode",), lambda text: None if text in {"", "-1", "1"} else _UNITS.get(text, f"unit {text}")
        )
    return None
