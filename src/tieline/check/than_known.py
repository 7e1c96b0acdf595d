"""A known percentage that a figure is held against: "grew 8 percent, quicker than the 7 percent of 2013" tells a growth too, and a share after a share."""

from __future__ import annotations

from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.model.claims import Measure
from tieline.model.movement import FALL, RISE, UNSURE, any_form
from tieline.model.periods import Period
from tieline.model.shares import TOTALS

_PERCENT = r"(?:percent|per\s+cent|pct|%)"
_KNOWN = re.compile(
    rf"\bthan\s+(?:the|its|their)\s+(?P<number>\d+(?:\.\d+)?)\s*{_PERCENT}\s+(?:(?:(?:it|they)\s+(?:had\s+)?)?[a-z]+\s+)?(?:of|in|for)\s+(?:(?P<year>(?:19|20)\d\d)|a\s+year\s+(?:before|earlier)|the\s+(?:year\s+before|previous\s+year|prior\s+year))\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    rf"\b(?:(?P<up>{any_form(RISE - UNSURE)}|growth\s+of)|(?P<down>{any_form(FALL - UNSURE)}|contracted))\s+(?:by\s+)?(?:[a-z]+\s+){{0,2}}?\d+(?:\.\d+)?\s*{_PERCENT}(?!\s+of\b)",
    re.IGNORECASE,
)
_SHARE = re.compile(rf"{_PERCENT}\s+of\s+[^.;,]{{0,50}}?\b(?:exports|imports)\b|\bshare\b", re.IGNORECASE)


def of_its_kind(claim: Measure, sentence: str) -> Measure:
    """The known percentage of an earlier year is a growth behind a growth, and a share behind a share.

    >>> from tieline.model.claims import Quote
    >>> words = "Chile's exports to Peru grew 8 percent in 2014, quicker than the 7 percent of 2013"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, len(words)), indicator="exports", reporter="CHL", partner="PER",
    ...                 share_pct=7.0, share_of="reporter_total_exports", period=Period.of_year(2013))
    >>> known = of_its_kind(claim, words)
    >>> known.change_pct, known.share_pct, known.period.iso
    (7.0, None, '2013')
    """
    found = _KNOWN.search(sentence)
    if found is None or claim.value is not None or claim.change_value is not None:
        return claim
    head, number = sentence[: found.start()], float(found["number"])
    moved, share = _MOVED.search(head), _SHARE.search(head)
    year = Period.of_year(int(found["year"])) if found["year"] else claim.period
    rest = tuple(name for name in claim.inferred if name not in {"base", "period", "share_pct"})
    if claim.share_pct == number and moved is not None and share is None:
        return replace(
            claim, change_pct=number if moved["up"] else -number, share_pct=None, share_max=None, share_of=None, period=year,
            base=None, bound=None, bounds={}, digits={"change_pct": _digits(found["number"])}, inferred=rest,
        )  # fmt: skip
    whole = TOTALS.get(claim.indicator)
    if (
        claim.change_pct is not None
        and abs(claim.change_pct) == number
        and share is not None
        and moved is None
        and whole
    ):
        return replace(
            claim, share_pct=number, share_of=whole, change_pct=None, change_max=None, period=year, base=None, bound=None,
            bounds={}, digits={"share_pct": _digits(found["number"])}, inferred=rest,
        )  # fmt: skip
    return claim


def _digits(printed: str) -> int:
    return len(printed.replace(".", "").lstrip("0"))
