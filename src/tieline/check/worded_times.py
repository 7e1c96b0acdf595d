"""The year that the words of a claim give it where its fields have none or another: "a 1985 deficit", "after peaking in 2013, exports fell"."""

from __future__ import annotations

from dataclasses import replace

from tieline.check.spans import TIMES_AS
from tieline.check.two_times import left_behind
from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend
from tieline.model.english import ANY_MONTH
from tieline.model.periods import Period

Figure = Measure | Trend
_YEAR = re.compile(r"\b(?:in|of|for|during|throughout) ((?:19|20)\d\d)\b")
_YEAR_OF = re.compile(
    r"\b(?:a|an|its|their)\s+((?:19|20)\d\d)\s+(?:trade\s+)?(?:deficit|surplus|gap|shortfall)\b", re.IGNORECASE
)
_HELD_AGAINST = re.compile(
    r"\b(?:up|down|higher|lower|rising|falling) from\b[^.;]{0,40}$|\bcompared (?:with|to)\b[^.;]{0,40}$"
    rf"|{TIMES_AS}\s*$",
    re.IGNORECASE,
)
_OF_PART_OR_PEAK = re.compile(
    rf"\b(?:period|months?|quarter|half|weeks?|days?|end|start|beginning|middle|spring|summer|autumn|fall|winter|{ANY_MONTH.lower()})\s*$"
    r"|\bat\s+(?:its|their|the)\s+(?:peak|height|top|highest|lowest)\s*$",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"\b(?:against|versus|since|after|before)\b|\bthan(?:\s+(?:it|they)\s+(?:was|were|did|had been))?\s*$",
    re.IGNORECASE,
)
_WITH_ITS_YEAR = re.compile(r"\b(?:since|after|before)\s+(?:19|20)\d\d\b", re.IGNORECASE)


def in_its_year(claim: Figure, words: str, before: str) -> Figure:
    """The claim with the one year that its words name, and without one that is left behind.

    >>> from tieline.model.claims import Quote
    >>> words = "exports to Peru fell to $5 million"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 34), indicator="exports", reporter="KEN", partner="PER", value=5e6,
    ...                 unit="USD")
    >>> in_its_year(claim, words + " in 2014", "").period.iso
    '2014'
    >>> in_its_year(replace(claim, period=Period.of_year(2013)), words, "After peaking in 2013, ").period is None
    True
    """
    quoted = claim.quote.exact
    if claim.period is None:
        years = set(_YEAR.findall(words)) - years_held_against(words, quoted)
        if len(years) == 1:
            claim = replace(claim, period=Period.of_year(int(years.pop())), inferred=(*claim.inferred, "period"))
    if claim.period is not None and claim.period.iso in left_behind(before) and claim.period.iso not in quoted:
        claim = replace(claim, period=None, inferred=(*claim.inferred, "period"))
    own = {found.group(1) for found in _YEAR_OF.finditer(quoted)}
    if (
        len(own) == 1
        and claim.period is not None
        and not own & {str(claim.period.start.year), str(claim.period.end.year)}
    ):
        year = Period.of_year(int(own.pop()))  # "a 1985 deficit"
        return replace(claim, period=year, base=None) if isinstance(claim, Measure) else replace(claim, period=year)
    return claim


def years_held_against(words: str, quoted: str) -> set[str]:
    """The years that a claim's own figure is not of: "..., up from a quarter in 2010", "on the same months of 2012", "at its peak in 1982".

    >>> years_held_against("a third of its exports, up from a quarter in 2010", "a third of its exports")
    {'2010'}
    >>> years_held_against("exports are down 24 percent on the same months of 2012", "exports are down 24 percent on the same months of 2012")
    {'2012'}
    >>> years_held_against("its imports were the lowest since 2006 in 2013", "its imports")
    set()
    """
    years = set()
    for found in _YEAR.finditer(words):
        before = words[: found.start()]
        behind = _WITH_ITS_YEAR.sub("", before[len(quoted) :])  # "the lowest since 2006 in 2013"
        if _HELD_AGAINST.search(before) or _OF_PART_OR_PEAK.search(before) or _OTHER_TIME.search(behind):
            years.add(found.group(1))
    return years
