"""The earlier year that a change is told against by words in front of it or behind: "Since 2005, exports have risen", "five times those of 1995".

Where the reader took that year for the change's own, or for that of the level beside it, it becomes the base again.
"""

from __future__ import annotations

from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend
from tieline.model.movement import DOWN_FORMS, UP_FORMS
from tieline.model.periods import Period
from tieline.model.precision import significant

_YEAR = r"(?:19|20)\d\d"
_LED = re.compile(
    rf"\W{{0,3}}(?:[Ss]ince|[Cc]ompared\s+(?:with|to)|[Rr]elative\s+to)\s+(?P<year>{_YEAR}),?\s[^.;,:]{{0,80}}\Z"
)
_BY_NOW = re.compile(r"\b(?:ha(?:s|ve|d)|['’]ve|are|is|was|were|stands?|stood)\b", re.IGNORECASE)
_OF_THOSE = re.compile(
    r"\b(?:times|twice|double|triple|quadruple|half|\w+fold)\s+(?:as\s+(?:much|many|large|big|high|great)\s+)?"
    r"(?:(?:as|those|that|what|the|their|its|levels?|figures?|totals?|values?|amounts?|it|they|was|were|had|been|sold|bought)\s+)+"
    rf"(?:(?:of|in|for|from)\s+)?(?P<year>{_YEAR})\b",
    re.IGNORECASE,
)
_AMOUNT = r"(?:[A-Z]{1,3})?[$€£¥]?\s?(?P<number>\d[\d,]*(?:\.\d+)?)"
_STARTS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        (
            rf"\bsince\s+(?P<year>{_YEAR}),?\s+when\s+(?:it|they|the\s+\w+)\s+(?:had\s+)?(?:stood\s+at|was|were|been|come\s+to|came\s+to|amounted\s+to|totall?ed|reached|had\s+been)\s+"
            rf"(?:(?:just|only|about|some|nearly|almost|over|a\s+mere|worth)\s+)*{_AMOUNT}"
        ),
        rf"\b(?:from|since)\s+(?:a|its|their|the)\s+(?P<year>{_YEAR})\s+(?:trough|low|high|peak|record|total|level|figure|base)\s+of\s+(?:(?:just|only|about|some|nearly)\s+)?{_AMOUNT}",
    )
)
_FROM_LITTLE = re.compile(
    rf"\bto\s+[^.;,]{{2,24}}?\bin\s+(?P<year>{_YEAR})\s+from\s+(?:a\s+(?:mere|paltry|scant|meagre)|(?:just|only|barely|little\s+more\s+than))\s+{_AMOUNT}(?![^.;,]{{0,24}}?\b(?:in|of)\s+{_YEAR})",
    re.IGNORECASE,
)
_BETWEEN_TO = re.compile(
    rf"\b(?:{UP_FORMS}|{DOWN_FORMS})\b[^.;$€£¥]{{0,60}}?\b(?:between|from)\s+(?P<first>{_YEAR})\s+(?:and|to)\s+(?P<last>{_YEAR}),?\s+(?:reaching|(?:up\s+|down\s+)?to)\s+{_AMOUNT}",
    re.IGNORECASE,
)
_ITS_YEAR = rf"[^.;,\d]{{0,24}}?\b(?:in|of|for|during)\s+(?P<year>{_YEAR})\b"


def _year(printed: str) -> Period:
    return Period.of_year(int(printed))


def base_named(words: str, before: str) -> Period | None:
    """The year that a sentence holds a change against; None where it names none so.

    >>> base_named("exports have risen 81 percent to $176 billion in 2014", "Since 2005, ").iso
    '2005'
    >>> base_named("exports were almost 5.5 times those of 1995", "In 2014 ").iso
    '1995'
    >>> base_named("exports rose 3 percent in 2014", "Since 2005, ") is None
    True
    """
    led = _LED.match(before)
    if led is not None and _BY_NOW.search(before[led.end("year") :] + words):
        return Period.of_year(int(led["year"]))
    those = _OF_THOSE.search(words)
    return Period.of_year(int(those["year"])) if those is not None else None


def year_of_base_level(value: float, words: str) -> Period | None:
    """The year of a level that is told as the start of a change: "have doubled since 2011, when they stood at $664 million"; else None."""
    for found in (found for form in _STARTS for found in form.finditer(words)):
        if significant(found["number"]) == significant(abs(value)):
            return Period.of_year(int(found["year"]))
    return None


def at_its_own_year(claim: Measure, words: str) -> Measure:
    """A level with its own year, where the reader gave it the one that it is held against, and the change with that one as its base.

    >>> from tieline.model.claims import Quote
    >>> words = "sales, at $210 million in 2017, were 4.4 times those of 2010"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 60), indicator="exports", reporter="URY", partner="MAR",
    ...                 value=210e6, unit="USD", change_pct=340.0, period=Period.of_year(2010), inferred=("base",))
    >>> at_its_own_year(claim, words).period.iso, at_its_own_year(claim, words).base.iso
    ('2017', '2010')
    >>> words = "sales have doubled since 2011, when they stood at $664 million"
    >>> level = replace(claim, value=664e6, change_pct=None, period=Period.of_year(2017))
    >>> at_its_own_year(level, words).period.iso
    '2011'
    """
    if claim.value is None or claim.share_pct is not None:
        return claim
    number = significant(abs(claim.value))
    then = year_of_base_level(claim.value, words) if claim.change_pct is None else None
    if then is not None:
        return replace(claim, period=then, base=None)
    ends = _BETWEEN_TO.search(words)
    if ends is not None and significant(ends["number"]) == number and claim.period not in {None, _year(ends["last"])}:
        return replace(claim, period=_year(ends["last"]), base=_year(ends["first"]))
    little = _FROM_LITTLE.search(words) if claim.change_pct is None else None
    if (
        little is not None
        and significant(little["number"]) == number
        and claim.period == Period.of_year(int(little["year"]))
    ):
        return replace(claim, period=claim.period.shifted_years(-1), base=None)
    those = _OF_THOSE.search(words) if claim.change_pct is not None else None
    if those is None or claim.period != Period.of_year(int(those["year"])):
        return claim
    for printed in re.finditer(r"\d[\d,]*(?:\.\d+)?", words):
        if significant(printed.group()) == number:
            own = re.match(_ITS_YEAR, words[printed.end() : those.start()])
            year = Period.of_year(int(own["year"])) if own is not None else None
            return replace(claim, period=year, base=claim.period)
    return claim


def earlier_in_front(claim: Measure | Trend, before: str) -> Measure | Trend:
    """A figure whose sentence leads with the year before: "A year earlier they had grown | 6.4 percent".

    >>> from tieline.model.claims import Quote
    >>> claim = Measure(document="d", version="v", quote=Quote("6.4 percent", 0, 11), indicator="exports", reporter="TUR", partner="RUS",
    ...                 change_pct=6.4, period=Period.of_year(2014), base=Period.of_year(2013), inferred=("period", "base"))
    >>> earlier_in_front(claim, "A year earlier they had grown ").period.iso
    '2013'
    """
    period = claim.period
    carried = bool({"period", "base"} & set(claim.inferred))
    if period is None or not carried or _STEP_BACK.match(before) is None:
        return claim
    if isinstance(claim, Trend):
        return replace(claim, period=period.shifted_years(-1)) if "period" in claim.inferred else claim
    base = claim.base.shifted_years(-1) if claim.base is not None else None
    return replace(claim, period=period.shifted_years(-1), base=base)


_STEP_BACK = re.compile(
    r"\W{0,3}(?:(?:Just\s+|Only\s+)?[Aa]\s+year\s+(?:earlier|before)|The\s+year\s+before|(?:In|During)\s+the\s+(?:previous|preceding|prior)\s+year|The\s+(?:previous|preceding)\s+year),?\s[^.;:]{0,80}\Z"
)


_OF_BEFORE = re.compile(
    rf"\b(?:(?:the|a)\s+(?:previous|prior|preceding)\s+year['’]s|(?P<year>{_YEAR})['’]s)\s+(?P<number>\d+(?:\.\d+)?)\s?(?:percent|per\s+cent|pct|%)"
    rf"|(?:offset(?:ting)?|undo(?:ing)?|undid|revers(?:ed|ing)|recoup(?:ed|ing)|after|following|mak(?:ing|es)\s+up(?:\s+for)?|made\s+up(?:\s+for)?)\s+(?:[a-z]+\s+){{0,3}}?an?\s+(?P<other>\d+(?:\.\d+)?)\s?(?:percent|per\s+cent|pct|%)\s+[a-z]+\s+(?:(?:in|of)\s+(?P<then>{_YEAR})|(?:in\s+)?(?:the\s+(?:previous|prior|preceding)\s+year|the\s+year\s+before)|a\s+year\s+(?:earlier|before))\b",
    re.IGNORECASE,
)


def change_of_before(claim: Measure, words: str) -> Measure:
    """The change of an earlier year that another figure is told beside: "undoing some of the previous year's 14 percent fall".

    Beside a level of its own it is none of the claim's; alone it is one of that year.

    >>> from tieline.model.claims import Quote
    >>> words = "sales rose in 2017, undoing some of the previous year's 14 percent fall"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 71), indicator="exports", reporter="URY", partner="MAR",
    ...                 change_pct=-14.0, period=Period.of_year(2017), inferred=("base",))
    >>> change_of_before(claim, words).period.iso, change_of_before(replace(claim, value=5e6), words).change_pct is None
    ('2016', True)
    """
    period = claim.period
    if claim.change_pct is None or period is None or period.precision != "year":
        return claim
    for found in _OF_BEFORE.finditer(words):
        then = found["year"] or found["then"]
        year = Period.of_year(int(then)) if then else period.shifted_years(-1)
        if float(found["number"] or found["other"]) != abs(claim.change_pct) or year.end >= period.start:
            continue
        if claim.value is not None:
            return replace(claim, change_pct=None, change_max=None, base=None)
        return replace(claim, period=year, base=year.shifted_years(-1))
    return claim
