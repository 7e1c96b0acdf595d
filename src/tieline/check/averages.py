"""Over how many years, months or days a level is told for each of them: "averaged $133 million a year between 2014 and 2018"."""

from __future__ import annotations

from typing import Final

from tieline.check.spans import is_yearly, own_clause
from tieline.check.years_named import printed_in
from tieline.model import lazy_re as re
from tieline.model.claims import Measure
from tieline.model.periods import Period

_AVERAGE = re.compile(r"\b(?:averag(?:e|ed|es|ing)|(?:on|in) average|mean of)\b", re.IGNORECASE)
_OF_PARTS = re.compile(
    r"\b(?:(?P<adverb>monthly|weekly)|(?:a|per|every|each)\s+(?P<unit>month|week))\b(?!\s+(?:earlier|before|ago|later))",
    re.IGNORECASE,
)
_DAYS: Final = {"month": 30.44, "week": 7.0, "year": 365.25, "day": 1.0}


def parts_of(claim: Measure, period: Period, before: str, words: str) -> tuple[int, str]:
    """How many parts of a period a level is the mean of, and what they are; one where it is the level of all of it.

    >>> from tieline.model.claims import Quote
    >>> words = "exports averaged $133 million between 2014 and 2018"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 29), indicator="exports", reporter="KEN", partner="POL",
    ...                 value=133e6, unit="USD")
    >>> parts_of(claim, Period.parse("2014/2018"), "", words), parts_of(claim, Period.of_year(2018), "", words)
    ((5, 'year'), (1, 'year'))
    """
    per: str | None = claim.per
    sentence = before + own_clause(words, claim.quote.exact)
    if per is None and period.precision == "year":
        part = next((found for each in _beside(claim, sentence) if (found := _OF_PARTS.search(each))), None)
        if part is not None and _is_mean(claim, sentence):
            per = "month" if (part["adverb"] or part["unit"]).lower().startswith("month") else "week"
    if per is None and period.whole_years and period.precision != "year":
        per = "year" if _is_mean(claim, sentence) else None
    days = _DAYS.get(per or "")
    return (max(round(period.days / days), 1), per or "") if days else (1, per or "year")


def _is_mean(claim: Measure, sentence: str) -> bool:
    """Words of a mean stand before the claim's own number, or right behind it."""
    return any(_AVERAGE.search(each) or is_yearly(each) for each in _beside(claim, sentence))


def _beside(claim: Measure, sentence: str) -> tuple[str, ...]:
    """The words between the number before and the claim's own, and those behind it up to a comma."""
    printed, own = printed_in(claim, sentence)
    if own is None:
        return ()
    ahead = sentence[printed[own - 1].end() if own else 0 : printed[own].start()]
    return ahead, re.split(r"[,;]", sentence[printed[own].end() :], maxsplit=1)[0]
