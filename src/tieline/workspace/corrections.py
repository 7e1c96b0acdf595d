"""Corrected fields of a claim, as a person types them, to values of the claims contract; what can't be is refused.

What a field may hold is told by the claim's own types: a word of a closed vocabulary, a number, a time, a country.
"""

from __future__ import annotations

import math
import typing
from collections.abc import Callable, Mapping
from typing import Any, Literal

from tieline.model.claims import Event, Measure, Trend, claim_from_json
from tieline.model.errors import UsageError
from tieline.model.money import ISO_4217, QUANTITY_UNITS, currency_of, unit_of
from tieline.model.periods import Period, PeriodError
from tieline.workspace.trade_words import country_code, product_codes

_FIXED = frozenset({
    "claim_id", "document", "kind", "quote", "confidence", "inferred", "digits", "same_as", "bounds", "compared_with",
})  # fmt: skip
_EMPTY = frozenset({"", "none", "null"})
_COUNTRIES = frozenset({"reporter", "partner", "actor", "target", "on_behalf_of"})
_LISTS = frozenset({"sources", "scope"})
_YES_NO = {"true": True, "yes": True, "false": False, "no": False}


def corrected(claim: Measure | Trend | Event, fields: Mapping[str, str]) -> dict[str, Any]:
    """The fields with their values as JSON has them.

    Args:
        claim: The claim as it was read.
        fields: Names of fields and what they should hold, as text; an empty one (or `none`) leaves the field empty.

    Raises:
        UsageError: there is no such field, it can't hold that, or the claim could not stand with it.
    """
    said = claim.to_json()
    allowed = sorted(set(said) - _FIXED)
    kinds = typing.get_type_hints(type(claim))
    given: dict[str, Any] = {}
    for name, text in fields.items():
        if name not in allowed:
            raise UsageError(f"no field {name!r} of a {claim.kind} can be corrected; allowed: {', '.join(allowed)}")
        given[name] = _value(name, text.strip(), kinds[name])
    try:
        claim_from_json(said | given, version=claim.version)
    except (ValueError, TypeError) as error:
        raise UsageError(f"the corrected claim can't be: {error}") from error
    return given


def _value(name: str, text: str, kind: Any) -> Any:
    parts = typing.get_args(kind) or (kind,)
    if text.casefold() in _EMPTY:
        if type(None) not in parts and name not in _LISTS:
            raise UsageError(f"{name} can't be left empty; give what it should have been")
        return [] if name in _LISTS else None
    if name in _COUNTRIES:
        return country_code(text)
    if name in _LISTS:
        return [part.strip() for part in text.split(",")]
    if name in _READ:
        return _READ[name](text)
    if words := _words(kind):
        return _word(name, text, words)
    if float in parts:
        return _number(name, text)
    if bool in parts:
        return _YES_NO[_word(name, text, tuple(_YES_NO))]
    if Period in parts:
        return _time(name, text)
    return text


def _words(kind: Any) -> tuple[str, ...]:
    """The words of a closed vocabulary, if the type is one."""
    for part in (kind, *typing.get_args(kind)):
        if typing.get_origin(part) is Literal:
            return typing.get_args(part)
    return ()


def _word(name: str, text: str, words: tuple[str, ...]) -> str:
    found = next((word for word in words if word.casefold() == text.casefold()), None)
    if found is None:
        raise UsageError(f"{name} can't be {text!r}; allowed: {', '.join(words)}")
    return found


def _number(name: str, text: str) -> float:
    try:
        number = float(text)
    except ValueError as error:
        raise UsageError(f"{name} is a number, and {text!r} is none; write it as 10200000 or -2.4") from error
    if not math.isfinite(number):
        raise UsageError(f"{name} is a number, and {text!r} is none; leave it empty if it is not known")
    return number


def _time(name: str, text: str) -> str:
    try:
        return Period.parse(text).iso
    except PeriodError as error:
        said = "give a year (2014), a month (2014-03), a day, or two of them with a slash between (2012-01/2012-06)"
        raise UsageError(f"{name} {text!r} is no time; {said}") from error


def _unit(text: str) -> str:
    """A currency's code, or a unit of the claims contract.

    >>> _unit("usd"), _unit("dollars"), _unit("tonnes"), _unit("percent")
    ('USD', 'USD', 't', 'percent')
    """
    if text.upper() in ISO_4217:
        return text.upper()
    if text in {*QUANTITY_UNITS.values(), "percent", "ratio"}:
        return text
    measured = unit_of(text)
    found = currency_of(text) or (measured[0] if measured and measured[1] == 1 else None)
    if found is None:
        known = ", ".join(sorted({*filter(None, QUANTITY_UNITS.values()), "percent", "ratio"}, key=str.casefold))
        raise UsageError(f"unit {text!r} is not known; give the code of a currency (USD, EUR), or one of {known}")
    return found


_READ: dict[str, Callable[[str], Any]] = {"hs": lambda text: list(product_codes(text)) or None, "unit": _unit}
"""Fields that are read by a rule of their own."""
