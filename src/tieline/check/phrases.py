"""The words of the check: countries, products, money and percentages as an English sentence has them."""

from __future__ import annotations

from tieline.check.quantities import Codes, Quantity, Scope
from tieline.model import countries
from tieline.model.claims import Trend
from tieline.model.periods import Period
from tieline.model.precision import rounded
from tieline.model.products import in_plural

_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "KRW": "₩", "INR": "₹"}
_UNITS = {
    "t": "metric tons",
    "kg": "kilograms",
    "lb": "pounds",
    "bbl": "barrels",
    "people": "people",
    "percent": "percent",
}
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def amount(value: float, unit: str | None, *, digits: int | None = 4) -> str:
    """An amount in words, to some significant digits (None: as given).

    >>> amount(10_170_000, "USD"), amount(250_000, "USD"), amount(-6.39e9, "CNY"), amount(12_346, "t")
    ('$10.17 million', '$250,000', '-CNY 6.39 billion', '12,350 metric tons')
    """
    sign, size = ("-" if value < 0 else ""), abs(float(value))
    if digits is not None and size:
        size = rounded(size, digits)
    for scale, name in _SCALES:
        if size >= scale:
            number = f"{_plain(size / scale)} {name}"
            break
    else:
        number = f"{size:,.0f}" if size >= 1000 or size.is_integer() else _plain(size)
    if unit is None:
        return sign + number
    if unit in _SYMBOLS:
        return f"{sign}{_SYMBOLS[unit]}{number}"
    money = len(unit) == 3 and unit.isupper()
    return f"{sign}{unit} {number}" if money else f"{sign}{number} {_UNITS.get(unit, unit)}"


def percent(value: float, *, signed: bool = False, digits: int | None = 1) -> str:
    """A percentage, by default with one decimal, of less than one with two digits; `digits` None prints it as given.

    >>> percent(31.94), percent(-11.4, signed=True), percent(32, signed=True, digits=None), percent(0.1537), percent(0.0)
    ('31.9%', '-11.4%', '+32%', '0.15%', '0.0%')
    """
    if digits == 1 and 0.005 <= abs(value) < 0.95:
        digits = 2 if abs(value) >= 0.095 else 3
    number = _plain(abs(value)) if digits is None else f"{abs(value):,.{digits}f}"
    sign = "-" if value < 0 else ("+" if signed else "")
    return f"{sign}{number}%"


def country(code: str) -> str:
    """A country's name as a sentence has it, with its article; a code that no table knows stays as it is."""
    try:
        return countries.display(code, article=True)
    except countries.UnknownCountryError:
        return code


def owner(code: str) -> str:
    """A country's name in the possessive."""
    try:
        return countries.possessive(code)
    except countries.UnknownCountryError:
        return f"{code}'s"


def subject(quantity: Quantity) -> str:
    """The quantity as the subject of a sentence ("North Korea's exports to Russia")."""
    a, b, goods = quantity.reporter, quantity.partner, quantity.scope.words
    goods = None if quantity.scope.whole or goods is None else product(goods)
    if quantity.flow == "trade":
        of = f" in {goods}" if goods else ""
        return f"{owner(a)} total trade{of}" if b == "WLD" else f"trade{of} between {country(a)} and {country(b)}"
    if quantity.flow == "balance":
        of = f" in {goods}" if goods else ""
        return f"{owner(a)} balance of trade{of} with {country(b)}"
    of = f" of {goods}" if goods else ""
    if b == "WLD":
        return f"{owner(a)} {quantity.flow}{of}" if goods else f"{owner(a)} total {quantity.flow}"
    return f"{owner(a)} {quantity.flow}{of} {'from' if quantity.flow == 'imports' else 'to'} {country(b)}"


def singular(quantity: Quantity) -> bool:
    """The subject takes "was", not "were"."""
    return quantity.flow in {"trade", "balance"}


def product(words: str) -> str:
    """Product words as they stand inside a sentence: "cars" for "Car"."""
    words = in_plural(words)
    return words[0].lower() + words[1:] if words[1:].islower() else words


def scope_words(scope: Scope, codes: Codes | None = None) -> str:
    """The products of a reading: "all products", or the HS codes."""
    if scope.whole:
        return "all products"
    return f"HS {', '.join(codes)}" if codes else f"listed as {scope.words}"


def in_period(period: Period) -> str:
    """The period as an adverbial: "in 2014", "from 2012 to 2014", "on 5 March 2014"."""
    if period.precision == "day":
        return f"on {period.words()}"
    return f"{'from' if period.precision == 'interval' else 'in'} {period.words()}"


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def listed(items: list[str], last: str = "and") -> str:
    """Items as a list in a sentence.

    >>> listed(["a", "b", "c"]), listed(["a"])
    ('a, b and c', 'a')
    """
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}"


def times(number: float) -> str:
    """How many times one thing is another.

    >>> times(1.9512), times(1234.5)
    ('1.95 times', '1,230 times')
    """
    return f"{_plain(rounded(number, 3))} times"


def _plain(number: float) -> str:
    text = f"{number:,.6f}".rstrip("0").rstrip(".")
    return text or "0"


def claimed_words(claim: Trend) -> str:
    """What a trend claims, in short: "up, rapidly"."""
    words = (claim.direction or "comparison").replace("_", " ")
    of_record = words.startswith("record") and "record" in (claim.strength or "")
    return f"{words}, {claim.strength}" if claim.strength and not of_record else words
