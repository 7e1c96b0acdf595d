"""What a caller writes for a country, a product or a word of a vocabulary, understood or refused."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from typing import TypedDict

from tieline.model import lazy_re as re
from tieline.model.countries import UnknownCountryError, country, display, near_names, resolve
from tieline.model.errors import UsageError
from tieline.model.hs import expand
from tieline.model.product_table import describe, surface_forms
from tieline.model.products import product_of

_COUNTED_EU = re.compile(r"EU[\s-]?(\d{1,2})", re.IGNORECASE)
"""The Union by how many members it has, which is one of fixed members."""


def country_code(text: str) -> str:
    """A country by its code or one of its names.

    >>> country_code("rus"), country_code("North Korea"), country_code("EU27"), country_code("EU-28")
    ('RUS', 'PRK', 'EU27_2020', 'EU28')

    Raises:
        UsageError: nobody is called that, or several are.
    """
    counted = _COUNTED_EU.fullmatch(text.strip())
    code = text.strip().upper() if counted is None else f"EU{counted[1]}".replace("EU27", "EU27_2020")
    try:
        return country(code).code
    except UnknownCountryError:
        found = resolve(text)
    if len(found) > 1:
        names = " or ".join(f"{display(code)} ({code})" for code in found)
        raise UsageError(f"{text!r} is ambiguous: {names}; give the code")
    if not found:
        near = ", ".join(near_names(text))
        raise UsageError(
            f"no country is called {text!r}; {f'near it: {near}; ' if near else ''}give a name or an ISO code (RUS, RU, 643), "
            f"or look for it: tieline countries {text.strip() or 'NAME'}"
        )
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


def named(codes: Sequence[str]) -> str:
    """Countries as a sentence names them.

    >>> named(["RUS", "USA"])
    'Russia and the United States'
    """
    return " and ".join(display(code, article=True) for code in codes)


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
    >>> product_codes("HS 27.09"), product_codes("chapter 44"), product_codes("2709.00, heading 2711")
    (('2709',), ('44',), ('270900', '2711'))

    Raises:
        UsageError: no code and no known word.
    """
    given = (text or "").strip()
    if not given or given.casefold() in {"total", "all"}:
        return ()
    codes = tuple(bare_code(part.strip()) for part in given.split(","))
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
        raise UsageError(f"{text!r} names no product with HS codes; {_near_products(given)}")
    return found.hs


_DOTTED = r"\d\d(?:\.?\d\d)*"
_CODE = re.compile(
    rf"(?:(?:HS|chapters?|headings?|subheadings?|ch\.)[\s:]*)?({_DOTTED}(?:\s*[-–]\s*{_DOTTED})?)", re.IGNORECASE
)


def bare_code(text: str) -> str:
    """A code as statistics have it: `HS 44.03` is 4403; any other text as it is."""
    found = _CODE.fullmatch(text)
    return re.sub(r"[.\s]", "", found[1]).replace("–", "-") if found else text


def near_words(given: str) -> list[str]:
    """Words for products within some words, and such that look like them.

    >>> near_words("petrolum"), near_words("wood and articles")[:1]
    (['petroleum', 'petrol'], ['wood'])
    """
    import difflib  # noqa: PLC0415

    forms = surface_forms()
    within = [word for word in re.findall(r"[\w'-]+", given.casefold()) if (found := forms.get(word)) and found.hs]
    alike = difflib.get_close_matches(given.casefold()[:80], forms, n=3, cutoff=0.8)
    return [word for word in dict.fromkeys((*within, *alike)) if forms[word].hs]


def _near_products(given: str) -> str:
    """What else may be meant by words that name no product."""
    near = near_words(given)
    asked = near[0] if near else max(given.split(), key=len)
    hint = f"near it: {', '.join(near)}; " if near else ""
    return f"{hint}`tieline codes {shlex.quote(asked)}` looks for some, and a code (4403) or a range (50-63) is taken as it is"


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


def allowed_words(name: str, given: str | Sequence[str], words: Sequence[str]) -> tuple[str, ...]:
    """One word or several of a vocabulary.

    >>> allowed_words("kind", "measure", ("measure", "trend"))
    ('measure',)

    Raises:
        UsageError: one is not of it.
    """
    wanted = (given,) if isinstance(given, str) else tuple(given)
    for word in wanted:
        if word not in words:
            raise UsageError(f"no {name} {word!r}; allowed: {', '.join(words)}")
    return wanted
