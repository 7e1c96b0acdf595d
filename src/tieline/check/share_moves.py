"""Shares that moved over some years: by how many points of their whole, and of which year the share is that they came to."""

from __future__ import annotations

from dataclasses import replace

from tieline.check.ways import AMOUNT, MOVE
from tieline.model import lazy_re as re
from tieline.model.claims import Measure
from tieline.model.periods import Period

_SHARE_POINTS = re.compile(
    r"\b(?P<way>(?:rose|risen|grew|grown|climbed|increased|gained|jumped|widened|up|rise|rises)|(?:fell|fallen|slipped|dropped|declined|shrank|decreased|slid|dipped|lost|down|eased))\s+(?:by\s+)?"
    r"(?:(?:about|almost|nearly|some|just|over|more than)\s+)?(?P<number>\d+(?:\.\d+)?)\s+(?:percentage\s+|percent\s+)?points?\b",
    re.IGNORECASE,
)
_LOSES = frozenset("fell fallen slipped dropped declined shrank decreased slid dipped lost down eased".split())


def points_told(words: str) -> float | None:
    """By how many points of its whole a share is told to have moved, with its sign; None where the words don't tell.

    >>> points_told("slipped by 2.6 percentage points to 8.8 percent"), points_told("rose to 8.8 percent")
    (-2.6, None)
    """
    found = _SHARE_POINTS.search(words)
    if found is None:
        return None
    number = float(found["number"])
    return -number if found["way"].lower() in _LOSES else number


_MOVED_TO_SHARE = re.compile(rf"{MOVE}to\s+{AMOUNT}\s*(?:percent|per cent|pct|%)", re.IGNORECASE)


def share_at_its_end(claim: Measure, words: str) -> Measure:
    """A share that moved over some years is that of the last of them: "slipped by 2 points to 9 percent between 2010 and 2014".

    >>> from tieline.model.claims import Quote
    >>> words = "Peru's share of exports fell to 9 percent between 2010 and 2014"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 63), indicator="exports", reporter="KEN", partner="PER", share_pct=9.0,
    ...                 share_of="reporter_total_exports", period=Period.parse("2010/2014"))
    >>> share_at_its_end(claim, words).period.iso, share_at_its_end(claim, words).base.iso
    ('2014', '2010')
    """
    period = claim.period
    if claim.share_pct is None or claim.value is not None or period is None or period.start.year >= period.end.year:
        return claim
    if points_told(words) is None and not _MOVED_TO_SHARE.search(words):
        return claim
    base = Period.of_year(period.start.year)
    if period.whole_years:
        if re.search(rf"\b(?:between|from)\s+{base.iso}\s+(?:and|to|through)\s+{period.end.year}\b", words) is None:
            return claim
        return replace(claim, period=Period.of_year(period.end.year), base=base)
    if re.search(rf"\bsince\s+{base.iso}\b", words) is None:
        return claim
    return replace(claim, period=None, base=base)
