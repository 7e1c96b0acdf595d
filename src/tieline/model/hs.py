"""HS codes as the lexicon and its users write them: chapters, headings, subheadings, and ranges of any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tieline.model import lazy_re as re

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Codes = tuple[str, ...]

_RESERVED = "77"  # a chapter that the HS keeps free
CODE = re.compile(r"\d\d(?:\d\d){0,2}")


def bounds_of(code: str) -> tuple[str, str]:
    """Give the first and the last code of a range; a code alone is both.

    Raises:
        ValueError: it is no HS code.
    """
    low, dash, high = code.partition("-")
    high = high if dash else low
    if not (CODE.fullmatch(low) and CODE.fullmatch(high) and len(low) == len(high) and low <= high):
        raise ValueError(f"not an HS code or a range of them: {code!r}")
    return low, high


def covers(codes: Sequence[str], code: str) -> bool:
    """Tell whether an HS code lies inside a list of codes and ranges; what is no HS code ("TOTAL") lies in none.

    >>> covers(["50-63"], "6109"), covers(["2709"], "27"), covers(["27"], "270900")
    (True, False, True)
    """
    bounds = [bounds_of(each) for each in codes]
    return bool(CODE.fullmatch(code)) and any(
        len(code) >= len(low) and low <= code[: len(low)] <= high for low, high in bounds
    )


def expand(codes: Iterable[str]) -> frozenset[str]:
    """Spell ranges out.

    >>> sorted(expand(["50-53", "2709"]))
    ['2709', '50', '51', '52', '53']
    """
    spans = [(bounds_of(code), len(bounds_of(code)[0])) for code in codes]
    return frozenset(
        f"{number:0{width}d}" for (low, high), width in spans for number in range(int(low), int(high) + 1)
    ) - {_RESERVED}


def same_scope(a: Iterable[str], b: Iterable[str]) -> bool:
    """Tell whether two lists of codes are the same, ranges spelt out and order aside.

    >>> same_scope(["50-52"], ["52", "51", "50"]), same_scope(["27"], ["2709"])
    (True, False)
    """
    return expand(a) == expand(b)
