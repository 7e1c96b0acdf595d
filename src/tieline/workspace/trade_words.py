"""What a caller writes for a country, a product or a time, understood or refused."""

from __future__ import annotations

import re
from datetime import date
from typing import TypedDict

from tieline.model.countries import UnknownCountryError, country, display, resolve
from tieline.model.errors import UsageError
from tieline.model.periods import Period, PeriodError
from tieline.model.products import describe, expand, product_of


def country_code(text: str) -> str:
    """A country by its code or one of its names.

    >>> country_code("rus"), country_code("North Korea")
    ('RUS', 'PRK')

    Raises:
        UsageError: nobody is called that, or several are.
    """
    try:
        return country(text.strip().upper()).code
    except UnknownCountryError as error:
        unknown = error
    found = resolve(text)
    if len(found) > 1:
        names = " or ".join(f"{display(code)} ({code})" for code in found)
        raise UsageError(f"{text!r} is ambiguous: {names}; give the code")
    if not found:
        raise UsageError(f"{unknown}; `tieline countries {text}` looks for it") from unknown
    return found[0]


def dyad(reporter: str, partner: str) -> tuple[str, str]:
    """The two countries of a dyad.

    Raises:
        UsageError: they are one.
    """
    one, other = country_code(reporter), country_code(partner)
    if one == other:
        raise UsageError(f"{reporter!r} and {partner!r} are the same country; a dyad has two")
    return one, other


_SITC = re.compile(r"SITC(?:[\s:]+(.*))?", re.IGNORECASE)


class ProductAsked(TypedDict):
    """The codes that are asked for, none for all products, and whose codes they are."""

    codes: tuple[str, ...]
    classification: str


def product_asked(text: str | None) -> ProductAsked:
    """What a caller means by a product: HS codes or words as `product_codes`; `SITC 0611`, or `SITC` for all its codes.

    >>> product_asked("SITC 333, 0611"), product_asked("2709")["classification"]
    ({'codes': ('333', '0611'), 'classification': 'SITC'}, 'HS')

    Raises:
        UsageError: no code and no known word.
    """
    found = _SITC.fullmatch((text or "").strip())
    if found is None:
        return {"codes": product_codes(text), "classification": "HS"}
    codes = tuple(part.strip() for part in (found[1] or "").split(",") if part.strip())
    if wrong := [code for code in codes if not (code.isdecimal() and len(code) <= 5)]:
        raise UsageError(f"{wrong[0]!r} is no SITC code; give 1 to 5 digits, or a list of such codes (SITC 333,0611)")
    return {"codes": codes, "classification": "SITC"}


def product_codes(text: str | None) -> tuple[str, ...]:
    """HS codes for a code, a range, a list of them, or the press's word; none for all products.

    >>> product_codes("27"), product_codes("2709, 2711"), product_codes("crude oil"), product_codes("all products")
    (('27',), ('2709', '2711'), ('2709',), ())

    Raises:
        UsageError: no code and no known word.
    """
    given = (text or "").strip()
    if not given or given.casefold() in {"total", "all"}:
        return ()
    codes = tuple(part.strip() for part in given.split(","))
    if all(part.replace("-", "").isdigit() for part in codes):
        try:
            expand(codes)
        except ValueError as error:
            raise UsageError(
                f"{text!r} is no HS code: give 2, 4 or 6 digits, a range (50-63) or a list (2709,2710)"
            ) from error
        return codes
    found = product_of(given)
    if found is not None and found.kind == "generic":
        return ()
    if found is None or not found.hs:
        raise UsageError(f"{text!r} names no product with HS codes; `tieline codes {given.split()[-1]}` looks for some")
    return found.hs


def wider_note(text: str | None) -> tuple[str, ...]:
    """That a word was read narrowly, where it has wider readings.

    >>> wider_note("oil")
    ("'oil' is read as HS 2709; in a wider sense it is HS 2709, 2710 or HS 27",)
    """
    given = (text or "").strip()
    found = product_of(given) if given and not given[0].isdigit() else None
    if found is None or not found.wider:
        return ()
    wider = " or ".join(f"HS {', '.join(codes)}" for codes in found.wider)
    return (f"{given!r} is read as HS {', '.join(found.hs)}; in a wider sense it is {wider}",)


def product_words(codes: tuple[str, ...], classification: str = "HS") -> str:
    """What codes are called, with the codes.

    >>> product_words(("2709",)), product_words(()), product_words(("333",), "SITC")
    ('crude petroleum oil (HS 2709)', 'all products', 'SITC 333')
    """
    if not codes:
        return "all products"
    if classification != "HS":
        return f"{classification} {', '.join(codes)}"
    said = describe(codes[0]) if len(codes) == 1 else None
    return f"{said} (HS {codes[0]})" if said else f"HS {', '.join(codes)}"


def span(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    """The first and the last day of a time given by two periods, both of them in it.

    Raises:
        UsageError: one is no date, or they are the wrong way round.
    """
    first, last = (_period(name, text) for name, text in (("since", since), ("until", until)))
    if first and last and last.end < first.start:
        raise UsageError(f"the time asked for ends ({until}) before it starts ({since})")
    return (first.start if first else None), (last.end if last else None)


def one_year(year: int | str | None) -> tuple[str | None, date | None, date | None]:
    """A year as text, with its first and last day; nothing for None.

    Raises:
        UsageError: it is no year.
    """
    if year is None:
        return None, None, None
    text = str(year).strip()
    if not (len(text) == 4 and text.isdecimal()):
        raise UsageError(f"{text!r} is no year; give one as 2014")
    return text, *span(text, text)


def _period(name: str, text: str | None) -> Period | None:
    try:
        return Period.parse(text) if text else None
    except PeriodError as error:
        raise UsageError(f"{name} {text!r} is no date; give a year (2015), a month (2015-03) or a day") from error


def known_on(text: str | None) -> date | None:
    """The last day of what was known; raises UsageError for what is no date."""
    found = _period("as known on", text)
    return found.end if found else None
