"""A size that the words of a level tell beside it and that was not read: such a claim is not borne out by its level alone."""

from __future__ import annotations

from collections.abc import Sequence

from tieline.check.ways import VERBS
from tieline.model import lazy_re as re
from tieline.model.claims import Event, Measure, Trend
from tieline.model.precision import significant

OTHER_WORDS = "other words of the sentence are not borne out"
"""How a note begins that keeps a claim from being supported, though its own figures are right."""
UNREAD = "the words tell of a change too that was not understood"
_MOVED_BY = re.compile(
    r"\b(?P<verb>[a-z]+)\s+(?:by\s+)?(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?:percent|per cent|pct|%)\s+to\s+(?:(?:about|around|almost|nearly|some|just over|just under)\s+)?"
    r"(?:[A-Z]{1,3})?[$€£¥]?\s?(?P<level>\d[\d,]*(?:\.\d+)?)"
)


def change_not_read(claim: Measure | Trend, claims: Sequence[Measure | Trend | Event]) -> str | None:
    """Why a level is not the whole of a claim: "careened 16.5 percent to $3.3 billion", of which the change is no claim.

    >>> from dataclasses import replace
    >>> from tieline.model.claims import Quote
    >>> words = "exports to Peru careened 16.5 percent to $3.3 billion"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 53), indicator="exports", reporter="CHL", partner="PER",
    ...                 value=3.3e9, unit="USD")
    >>> change_not_read(claim, [claim]) == UNREAD
    True
    >>> words = "exports to Peru came to $3.3 billion after duties went from 10 percent to 5"
    >>> change_not_read(replace(claim, quote=Quote(words, 0, len(words))), []) is None
    True
    """
    if not isinstance(claim, Measure) or claim.value is None or claim.change_pct is not None:
        return None
    found = _MOVED_BY.search(claim.quote.exact)
    if found is None or significant(found["level"]) != significant(claim.value):
        return None  # "a duty cut from 10 percent to 5" is no change of the level beside it
    if re.fullmatch(VERBS, found["verb"]):
        return None  # a verb that is known has a claim of its own, or none on purpose
    size = float(found["number"].replace(",", ""))
    read = {
        abs(number)
        for each in claims
        if isinstance(each, Measure)
        for number in (each.change_pct, each.share_pct, each.change_max, each.share_max)
        if number is not None
    }
    return None if size in read else UNREAD
