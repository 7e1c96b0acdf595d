"""Deficits and surpluses as the words of a claim have them, where its number may have the other sign."""

from __future__ import annotations

from dataclasses import replace

from tieline.check.named import countries_in
from tieline.model import lazy_re as re
from tieline.model.claims import Measure

_DEFICIT, _SURPLUS = re.compile(r"deficit|shortfall", re.IGNORECASE), re.compile(r"surplus", re.IGNORECASE)


def gap_told(words: str) -> int | None:
    """Whether words speak of a deficit (-1) or a surplus (1); None where they speak of neither or both.

    >>> gap_told("its trade deficit"), gap_told("a surplus"), gap_told("the balance of trade")
    (-1, 1, None)
    """
    deficit, surplus = _DEFICIT.search(words), _SURPLUS.search(words)
    return None if bool(deficit) == bool(surplus) else -1 if deficit else 1


def with_its_sign(claim: Measure) -> Measure:
    """A balance with the sign of its own words, where they say first whose it is: "South Korea's $7 billion surplus with Chile".

    >>> from tieline.model.claims import Quote
    >>> words = "South Korea's $7 billion surplus with Chile"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 43), indicator="balance", reporter="KOR", partner="CHL",
    ...                 value=-7e9, unit="USD")
    >>> with_its_sign(claim).value
    7000000000.0
    """
    told = gap_told(claim.quote.exact)
    if claim.indicator != "balance" or claim.value is None or told is None or claim.value * told >= 0:
        return claim
    named = countries_in(claim.quote.exact)
    its_own = bool(named) and named[0] == claim.reporter and "reporter" not in claim.inferred
    return replace(claim, value=-claim.value) if its_own and claim.value_max is None else claim
