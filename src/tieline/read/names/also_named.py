"""Countries that a text names by a short form, a company or a province, beside those that it names in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from tieline.read.names.bodies import bodies_trading
from tieline.read.names.halves import cut_short
from tieline.read.names.lower_case import small_names
from tieline.read.names.provinces import provinces_traded_with, provinces_trading

Named = tuple[int, int, str]
_REACH: Final = 160
"""Characters within which a province's trading partner is named before it."""


def also_named(text: str, known: Sequence[Named], clear: Mapping[str, int]) -> list[Named]:
    """Start, end and code of such names that overlap none of the `known`; `clear` counts the countries named in full.

    >>> also_named("Mexico exported $99 billion to Texas.", [(0, 6, "MEX")], {"MEX": 1})
    [(31, 36, 'USA')]
    """
    found = [*cut_short(text, clear), *bodies_trading(text), *_provinces(text, known), *small_names(text)]
    found += [one for one in provinces_trading(text, clear) if one not in found]
    return [one for one in found if not any(start <= one[0] < end for start, end, _ in known)]


def _provinces(text: str, known: Sequence[Named]) -> list[Named]:
    """Those that another country, named in the same sentence before them, trades with."""
    return [
        (start, end, code)
        for start, end, code in provinces_traded_with(text)
        if any(
            0 <= start - until < _REACH and other != code and ". " not in text[until:start] for _, until, other in known
        )
    ]
