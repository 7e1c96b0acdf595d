"""Figures that are reached, passed or held against another, told as a change or with a bound that they don't have.

"Fell below $13 billion" names a level, "its share climbed above a third" a share, and "well below the $263 billion of 2011"
tells what that level was, to its last digit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from tieline.check.ways import AMOUNT
from tieline.model import lazy_re as re
from tieline.model.claims import Measure
from tieline.model.periods import Period
from tieline.model.precision import significant
from tieline.model.shares import TOTALS

_T = TypeVar("_T")
_SHARE_OF = re.compile(r"\b(?:share|slice|portion|proportion) of (?:all |total |the )?$", re.IGNORECASE)
_TO_A_LEVEL = re.compile(
    r"\b(?:to|above|below|past|over|beyond|under)\s+(?:(?:about|almost|nearly|just over|just under|some)\s+)?(?:\d|an?\b|one\b|half\b|two\b|three\b)",
    re.IGNORECASE,
)
_BEYOND = re.compile(
    r"\b(?:below|beneath|above|past|beyond|short of|(?:slipped|fell|dropped|dipped|sank|slid|fallen|sunk|slipping|falling|dropping)\s+(?:just\s+)?under)"
    r"\s+(?:the\s+)?(?:[A-Z]{2,3})?[$€£¥]?\d",
    re.IGNORECASE,
)
_SHORT_OF = re.compile(
    r"[$€£¥]?(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?:million|billion|trillion)?(?:\s+(?:dollars|euros))?\s+"
    r"(?P<way>short of|shy of|below|under|above|over|less than|lower than|more than|higher than)\s+(?:the|its|their)\s+"
    r"(?:all-time\s+)?(?:record|peak|high|level|figure|total)\s+(?:\w+\s+)?(?:in|of)\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_THE_FIGURE = re.compile(
    r"\b(?:below|above|under|over|than)\s+the\s+(?:[A-Z]{2,3})?[$€£¥]?(?P<number>\d[\d,]*(?:\.\d+)?)\b"
    r"(?!\s*(?:million|billion|trillion|percent|dollars|[ -])*\s*(?:mark|level|threshold|line|barrier))",
    re.IGNORECASE,
)


def beyond_a_level(claim: Measure) -> Measure:
    """What "fell below $13 billion" or "climbed above it" names is a level, and no change.

    >>> from tieline.model.claims import Quote
    >>> words = "Japan's exports to Australia fell below $13 billion in 2014"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 59), indicator="exports", reporter="JPN", partner="AUS",
    ...                 change_value=-13e9, unit="USD", bound="under", bounds={"change_value": "under"})
    >>> beyond_a_level(claim).value, beyond_a_level(claim).change_value
    (13000000000.0, None)
    """
    if claim.change_value is None or claim.value is not None or not _BEYOND.search(claim.quote.exact):
        return claim
    return replace(
        claim,
        value=abs(claim.change_value),
        value_max=claim.change_value_max,
        change_value=None,
        change_value_max=None,
        base=None,
        digits=_renamed(claim.digits, "change_value", "value"),
        bounds=_renamed(claim.bounds, "change_value", "value"),
    )


_IN_A_GAP = re.compile(
    r"\b(?:in|into)\s+(?P<gap>deficit|surplus)\b[^.;]{0,40}?,?\s+by\s+(?:[\w-]+\s+){0,3}?\S*\d", re.IGNORECASE
)


def gap_by(claim: Measure, before: str) -> Measure:
    """What a country is "in deficit by" is the gap, and no change of it: "remains in | deficit with Vietnam, by $1.57 billion".

    >>> from tieline.model.claims import Quote
    >>> words = "deficit with Vietnam, by $1.57 billion"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 38), indicator="balance", reporter="POL", partner="VNM",
    ...                 change_value=1.57e9, unit="USD")
    >>> gap_by(claim, "Poland remains in ").value, gap_by(claim, "Poland's ").value
    (-1570000000.0, None)
    """
    found = _IN_A_GAP.search(before + claim.quote.exact) if claim.indicator == "balance" else None
    if found is None or claim.change_value is None or claim.value is not None:
        return claim
    sign = -1 if found["gap"].lower() == "deficit" else 1
    return replace(
        claim, value=sign * abs(claim.change_value), change_value=None, change_value_max=None, base=None,
        digits=_renamed(claim.digits, "change_value", "value"), bounds=_renamed(claim.bounds, "change_value", "value"),
    )  # fmt: skip


_ADDED = re.compile(
    rf"\b(?P<way>add(?:ed|ing)|put(?:ting)?\s+on|gain(?:ed|ing)|shed(?:ding)?)\s+{AMOUNT}(?!\s*(?:million|billion|mln|bln)?\s*(?:of|in|worth)\s+(?!(?:19|20)\d\d\b))",
    re.IGNORECASE,
)
_MISSED = re.compile(
    rf"\b(?:miss(?:ed|ing)?|undershot|undershooting|(?:fell|fallen|falling)\s+short\s+of)\s+(?:the|its|their)\b[^.;,]{{0,50}}?\bby\s+{AMOUNT}",
    re.IGNORECASE,
)


def added_to(claim: Measure, words: str) -> Measure:
    """What a flow "added" or "shed" is its change, and no level: "exports put on $284 million in 2017".

    >>> from tieline.model.claims import Quote
    >>> words = "exports to Chile put on $284 million in 2017"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 44), indicator="exports", reporter="PER", partner="CHL",
    ...                 value=284e6, unit="USD")
    >>> added_to(claim, words).change_value, added_to(claim, words).value
    (284000000.0, None)
    """
    if claim.change_value is not None and claim.change_value > 0 and (missed := _MISSED.search(words)) is not None:
        short = significant(missed["number"]) == significant(claim.change_value)
        return replace(claim, change_value=-claim.change_value) if short and claim.indicator != "balance" else claim
    if claim.value is None or claim.change_pct is not None or claim.change_value is not None or claim.share_pct:
        return claim
    found = _ADDED.search(words)
    if found is None or significant(found["number"]) != significant(abs(claim.value)) or claim.indicator == "balance":
        return claim
    return replace(
        claim, change_value=-abs(claim.value) if found["way"].lower().startswith("shed") else abs(claim.value), value=None,
        change_value_max=claim.value_max, value_max=None,
        digits=_renamed(claim.digits, "value", "change_value"), bounds=_renamed(claim.bounds, "value", "change_value"),
    )  # fmt: skip


def share_that_moved(claim: Measure, before: str) -> Measure:
    """What "China's share of South Africa's exports climbed above a third" names is the share; one that rose by so much is none.

    >>> from tieline.model.claims import Quote
    >>> words = "South Africa's exports climbed above a third"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 44), indicator="exports", reporter="ZAF", partner="CHN",
    ...                 change_pct=33.3)
    >>> share_that_moved(claim, "China's share of ").share_pct, share_that_moved(claim, "In 2013, ").share_pct
    (33.3, None)
    """
    whole = TOTALS.get(claim.indicator)
    if claim.change_pct is None or claim.value is not None or whole is None or not _SHARE_OF.search(before):
        return claim
    if not _TO_A_LEVEL.search(claim.quote.exact):
        return replace(claim, indicator="other")
    return replace(
        claim,
        share_pct=abs(claim.change_pct),
        share_max=claim.change_max,
        share_of=whole,
        change_pct=None,
        change_max=None,
        base=None,
        digits=_renamed(claim.digits, "change_pct", "share_pct"),
        bounds=_renamed(claim.bounds, "change_pct", "share_pct"),
    )


def short_of_a_mark(claim: Measure, words: str) -> Measure:
    """What "$11 million short of the record set in 2011" names is a difference from that year, no level.

    >>> from tieline.model.claims import Quote
    >>> words = "They were $11 million"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 21), indicator="imports", reporter="UGA", partner="KEN",
    ...                 value=11e6, unit="USD")
    >>> short = short_of_a_mark(claim, words + " short of the record set in 2011")
    >>> short.change_value, short.base.iso, short.period
    (-11000000.0, '2011', None)
    """
    if (
        claim.value is None
        or claim.change_value is not None
        or claim.change_pct is not None
        or claim.share_pct is not None
    ):
        return claim
    found = _SHORT_OF.search(words)
    if found is None or not f"{abs(claim.value):.0f}".startswith(re.sub(r"[,.]", "", found["number"])):
        return claim
    year = Period.of_year(int(found["year"]))
    above = found["way"].lower() in {"above", "over", "more than", "higher than"}
    moved = {"value": "change_value"}
    return replace(
        claim,
        change_value=abs(claim.value) if above else -abs(claim.value),
        change_value_max=claim.value_max,
        value=None,
        value_max=None,
        period=claim.period if claim.period is not None and claim.period.start > year.end else None,
        base=year,
        digits={moved.get(name, name): digits for name, digits in claim.digits.items()},
        bounds={moved.get(name, name): bound for name, bound in claim.bounds.items()},
        inferred=tuple(dict.fromkeys((*claim.inferred, "period"))),
    )


def without_false_bound(claim: Measure, words: str) -> Measure:
    """A known figure that another one lies below or above has no bound: "well below the $263 billion of 2011".

    >>> from tieline.model.claims import Quote
    >>> words = "down from the year before and well below the $263 billion of 2011"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 65), indicator="exports", reporter="BRA", partner="WLD",
    ...                 value=263e9, unit="USD", bound="under", bounds={"value": "under"})
    >>> without_false_bound(claim, words).bounds
    {}
    """
    name = "value" if claim.value is not None else "share_pct"
    number = claim.value if claim.value is not None else claim.share_pct
    if number is None or claim.bounds.get(name, claim.bound) not in {"over", "under"}:
        return claim
    found = _THE_FIGURE.search(words)
    if found is None or significant(found["number"]) != significant(number if name == "value" else f"{number:g}"):
        return claim
    return replace(claim, bound=None, bounds={k: v for k, v in claim.bounds.items() if k != name})


def _renamed(told: Mapping[str, _T], old: str, new: str) -> dict[str, _T]:
    """What is told by field, with one field's name for another's."""
    return {new if name == old else name: each for name, each in told.items()}
