"""In which money a change is told that names none: in that of its own words, or of the sum told nearest to it.

"Exports fell 18 percent to 29 billion euros, after a drop of 6 percent the year before": the 6 percent are of amounts in euros, and
say little of the change of amounts in dollars, for the rate between the two moves by as much.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tieline.check.asking import FLOWS
from tieline.model import lazy_re as re
from tieline.model.claims import Event, Measure, Trend
from tieline.model.money import ISO_4217, currency_of
from tieline.model.verdicts import Part

_IN_TERMS = re.compile(
    r"\b(?:in|in terms of)\s+(?:U\.?S\.?\s+)?([a-z]+)[ -](?:terms|denominated)|\b([a-z]+)-denominated"
)
DOLLARS = "USD"
_LOCAL_DOLLARS = {
    "AUS": (0.9, 2.1), "BRN": (1.2, 2.3), "CAN": (0.9, 1.65), "FJI": (1.0, 2.6), "HKG": (7.0, 8.5), "NZL": (1.1, 2.6), "SGP": (1.2, 2.3),
    "TWN": (24.0, 42.0),
}  # fmt: skip
"""Countries with a dollar of their own, and how many of it an American one was worth, the least and the most of the years since 1985."""
_BARE = re.compile(r"(?<![A-Za-z.])\$\s?\d|(?<!American)(?<!U\.S\.)(?<!US)\s(?:dollars?|dlrs?)\b")


def in_the_money_told(claims: Sequence[Measure | Trend | Event], text: str | None) -> list[Measure | Trend | Event]:
    """The claims, changes without a currency with the one that they are told in, where that is not the dollar."""
    return [_with_money(claim, claims, text) for claim in claims]


def money_told(claim: Measure | Trend, claims: Sequence[Measure | Trend | Event], words: str) -> str | None:
    """The currency of a change or direction, ISO 4217: by its own words, else that of the nearest sum of trade.

    >>> from tieline.model.claims import Quote
    >>> words = "imports rose 5 percent in yuan terms"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 36), indicator="imports", reporter="CHN", partner="PER",
    ...                 change_pct=5.0)
    >>> money_told(claim, [claim], words)
    'CNY'
    """
    own = _IN_TERMS.search(words)
    if own:
        named = currency_of(own.group(1) or own.group(2))
        if named is not None:
            return named
    sums = [
        each
        for each in claims
        if isinstance(each, Measure)
        and each.unit in ISO_4217
        and each.indicator in FLOWS
        and {each.reporter, each.partner} & {claim.reporter, claim.partner}
    ]
    nearest = min(sums, key=lambda each: abs(each.quote.start - claim.quote.start), default=None)
    return nearest.unit if nearest is not None else None


def _with_money(
    claim: Measure | Trend | Event, claims: Sequence[Measure | Trend | Event], text: str | None
) -> Measure | Trend | Event:
    if not isinstance(claim, Measure) or claim.change_pct is None or claim.unit not in {None, "percent"}:
        return claim
    if claim.value is not None or claim.change_value is not None:
        return claim
    quote = claim.quote
    inside = text is not None and text[quote.start : quote.end] == quote.exact
    words = text[quote.start : quote.end + 40] if inside and text is not None else quote.exact
    money = money_told(claim, claims, words)
    if money is None or (money == DOLLARS and not _IN_TERMS.search(words)):
        return claim
    return replace(claim, unit=money, inferred=(*claim.inferred, "unit"))


def in_local_dollars(claim: Measure | Trend, part: Part) -> str | None:
    """A sum in dollars that are not said to be American, of a country with dollars of its own, in which it may hold.

    >>> from tieline.model.claims import Quote
    >>> words = "Sales to Fiji are worth $300 million"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 36), indicator="exports", reporter="NZL", partner="FJI",
    ...                 value=300e6, unit="USD")
    >>> in_local_dollars(claim, Part(name="level", verdict="contradicted", claimed=300e6, found=200e6))
    'the words do not tell whose dollars they are'
    """
    if not isinstance(claim, Measure) or claim.unit != DOLLARS or part.name not in {"level", "change-value"}:
        return None
    own = [_LOCAL_DOLLARS[code] for code in (claim.reporter, claim.partner) if code in _LOCAL_DOLLARS]
    if not own or not isinstance(part.claimed, int | float) or not part.found or not _BARE.search(claim.quote.exact):
        return None
    times = part.claimed / part.found
    return "the words do not tell whose dollars they are" if any(low <= times <= high for low, high in own) else None
