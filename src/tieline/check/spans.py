"""From when to when a change is told, where the words of a claim say so and its fields don't.

"Quadrupled between 2007 and 2014" compares 2014 with 2007, "has doubled since 2005" the year told with 2005, and "rose in
2014 after falling by a quarter a year earlier" tells of a fall in 2013.
"""

from __future__ import annotations

from dataclasses import replace

from tieline.check.named_bases import base_named, year_of_base_level
from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend
from tieline.model.english import number
from tieline.model.periods import Period
from tieline.model.precision import significant

_YEAR = r"((?:19|20)\d\d)"
_BETWEEN = re.compile(rf"\b(?:between|from)\s+{_YEAR}\s+(?:and|to|through|until|till)\s+{_YEAR}\b", re.IGNORECASE)
_STRETCH = re.compile(
    rf"\b(?:in|over|during|for|through)\s+(?:the\s+)?(?:years\s+)?{_YEAR}\s?(?:[-–—/]|to|until)\s?{_YEAR}(?![-/\w])",
    re.IGNORECASE,
)
"""Between which years a yearly average is told: "during the 2004-2014 period"."""
_SINCE = re.compile(rf"(.{{0,60}})\bsince\s+{_YEAR}\b", re.IGNORECASE | re.DOTALL)
_YEARS = re.compile(
    r"(.{0,60})\b(?:in|over|within|during)\s+(?:the\s+)?(?:past\s+|last\s+|previous\s+)?(?P<count>a|\w+)\s+(?P<unit>years|decades?)\b"
    r"(?!\s+(?:ago|earlier|before|to)\b(?!\s+(?:(?:19|20)\d\d|(?:[A-Z]{1,3})?[$€£¥]\s?\d|[\d.,]+\s+(?:million|billion))))",
    re.IGNORECASE | re.DOTALL,
)
_THE_LAST = frozenset({"the", "past", "last", "previous"})
_LED_BY_YEARS = re.compile(
    r"\W{0,3}()(?:In|Over|Within|During)\s+(?:the\s+)?(?:past\s+|last\s+|previous\s+)?(?P<count>a|\w+)\s+(?P<unit>years|decades?)\b"
    r"(?!\s+(?:ago|earlier|before|of|when|that|to\b(?!\s+(?:19|20)\d\d)))[^.;:]{0,40}\Z"
)
_THAN_IN = re.compile(
    r"\b(?:more|less|fewer|higher|lower|larger|smaller|bigger)\b[^.;:]{0,60}?\bthan\s+(?:(?:it|they)\s+)?(?:(?:did|was|were|had)\s+(?:been\s+)?)?(?:in|during)\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_AS_IN = re.compile(
    r"\b(?:twice|half|times|third|quarter)\b[^.;:,]{0,60}?\bas\s+(?:much|many|large|big|high|great)\b[^.;:,]{0,60}?\bas\s+(?:(?:it|they)\s+(?:did|was|were|had)\s+)?"
    r"(?:in|during)\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_OF_RECORDS = re.compile(
    r"\b(?:any|first|high\w*|low\w*|most|least|\w+est|worst|best|record|peak|level"
    r"|(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+(?:straight\s+|consecutive\s+|annual\s+|yearly\s+|such\s+)*(?:rise|increase|gain|growth|fall|drop|decline|decrease|year|time))\b[^,;]*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:after|having(?=\s+\w+(?:ed|isen|allen|own|unk)\b))\s+(?:(?:a|an|the|having)\s+)?(?:\w+(?:ing|ed|isen|allen|own|unk)\b|[\w.%-]+\s+(?:percent|per cent|pct)\b|rise|fall|drop|gain|decline|"
    r"growth|increase|decrease|jump|slump|surge)(?:[^.;]|\.\d)*?\b(?:a year (?:earlier|before)|the (?:year before|previous year|prior year|"
    r"year earlier))\W*$",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:and|after|following|but)\s+(?:[\w-]+\s+){0,4}?(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?:percent|per cent|pct|%)\s+(?:in\s+)?"
    r"(?:(?P<before>the (?:year before|previous year|prior year|preceding year|year earlier)|a year (?:earlier|before))"
    r"|the (?:year after|following year|next year)|a year later)\b",
    re.IGNORECASE,
)
_MOVED_BY = re.compile(
    r"\b(?:half|halv\w+|doubl\w+|tripl\w+|quadrupl\w+|(?:a|one|two|three|four)[ -](?:thirds?|quarters?|fifths?|tenths?))\b",
    re.IGNORECASE,
)
_LEVEL_OF = re.compile(
    r"(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?:percent|per cent|pct|%)\s+(?:below|above|under|over|(?:less|more|lower|higher) than)\s+"
    r"(?:the|its|their)\s+(?:(?:level|figure|total|peak|record|value)\s+(?:of|in|for)\s+)?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_FROM_PEAK = re.compile(
    r"\b(?:down|up|off|lower|higher|less|more)\b[^.;]{0,40}?\b(?:from|than)\s+(?:its|their|the|a)\s+(?:(?P<before>(?:19|20)\d\d)\s+)?"
    r"(?:all-time\s+)?(?:record\s+)?(?:peak|high|low|record|level|figure|total)\s+of\s+[^.;]{1,30}?(?:\s+in\s+(?P<behind>(?:19|20)\d\d))?(?=$|[.,;\s])",
    re.IGNORECASE,
)
_WORTH_THEN = re.compile(
    r"(?:\bworth|,\s+at|,\s+which\s+(?:were|was|stood\s+at|had\s+been|had\s+stood\s+at|came\s+to|amounted\s+to|total+ed))\s+[^.;,]{0,12}?(?P<number>\d[\d,]*(?:\.\d+)?)[^;,]{0,24}?\bin\s+(?P<year>(?:19|20)\d\d),"
    r"[^;]*?\b(?:(?:the\s+(?:following|next)\s+year|the\s+year\s+after|a\s+year\s+later)|in\s+(?P<later>(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
_STANDS = re.compile(
    r"\b(?:is|are|was|were|remain(?:s|ed)?|stands?|stood)\s+(?:[\w-]+\s+){0,3}?(?:(?:down|up)\b[^.;,]{0,40}?\bfrom|(?:[\w.%-]+\s+){0,5}?(?:lower|higher|less|more|smaller|larger|bigger)\s+than"
    r"(?:\s+(?:it|they)\s+(?:was|were))?(?:\s+in)?|(?:twice|double|[\w.-]+\s+times)\s+what\s+(?:it|they)\s+(?:was|were)\s+in)\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_AFTER_A_MOVE = re.compile(
    r"\bafter\s+(?:a|an|the|its|their|having|\w+ing)\b[^.;]{0,60}?\bin\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
TIMES_AS = (
    r"\b(?:times|twice|double|triple|half|\w+fold)\b[^.;,]{0,40}?\b(?:as|than|of|those|that|what)(?:\s+(?:they|it|those|that))?"
    r"(?:\s+(?:was|were))?"
)
"""What stands before the year that a multiple is told of: "four times as large as it was"."""
_TIMES_THAT_OF = re.compile(rf"{TIMES_AS}\s+(?:in|of)\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_NEXT_CLAUSE = re.compile(r"[,;]?\s+(?:while|whereas|but|although|though)\b|;", re.IGNORECASE)
_YEARLY = re.compile(
    r"\b(?:(?:a|per|each|every) year\b(?! (?:earlier|ago|before|since))|annually|yearly|annual(?:ised|ized)? (?:[a-z]+ ){0,2}?(?:average|rate|growth|pace)|yearly (?:average|rate|growth|pace)|"
    r"average annual)",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"([\d.,]+)\s*(?:percent|per cent|pct|%)", re.IGNORECASE)


def own_clause(words: str, quoted: str) -> str:
    """The words up to the next clause behind those quoted, which tells of something else.

    >>> own_clause("exports fell in 2014 while imports rose for the first time since 2009", "exports fell")
    'exports fell in 2014'
    """
    return quoted + _NEXT_CLAUSE.split(words[len(quoted) :], maxsplit=1)[0]


def is_yearly(words: str) -> bool:
    """A change over several years is told for each of them: "grew by an average of 7 percent a year between 2005 and 2014".

    >>> is_yearly("grew 7 percent a year between 2005 and 2014"), is_yearly("grew 7 percent from a year earlier")
    (True, False)
    """
    return _YEARLY.search(words) is not None


def told_span(
    claim: Measure | Trend, words: str, period: Period | None, before: str = ""
) -> tuple[Period | None, Period] | None:
    """The period and the base that the words of a change name; None where they name none, or the claim has a base.

    Args:
        claim: A change, or a direction.
        words: Those quoted, and the rest of their sentence.
        period: That of the claim.
        before: The words of the sentence before those quoted.

    >>> from tieline.model.claims import Quote
    >>> words = "exports to Peru more than doubled between 2007 and 2014"
    >>> claim = Trend(document="d", version="v", quote=Quote(words, 0, 55), indicator="exports", reporter="CHL", partner="PER", direction="up")
    >>> [each.iso for each in told_span(claim, words, None)]
    ['2014', '2007']
    """
    if isinstance(claim, Measure):
        changes = claim.change_pct is not None or claim.change_value is not None
        if not changes or (claim.base is not None and "base" not in claim.inferred):
            return None
    elif claim.direction not in {"up", "down"}:
        return None
    quoted = claim.quote.exact
    words = own_clause(words, quoted)
    between = _BETWEEN.search(words) or (_STRETCH.search(words) if is_yearly(words) else None)
    lead = _BETWEEN.match(before.strip()) if between is None else None
    if lead:
        first, last = (Period.of_year(int(year)) for year in lead.groups())
        if first.start < last.end and period in {None, last, Period(first.start, last.end)}:
            return last, first
    if between:
        first, last = (Period.of_year(int(year)) for year in between.groups())
        whole = Period(first.start, last.end) if first.start < last.end else None
        inside = between.end() <= len(quoted) and period in {None, last}
        if whole is not None and (period == whole or inside):
            return last, first
    than = _THAN_IN.search(words) or _AS_IN.search(words)
    named = Period.of_year(int(than["year"])) if than else base_named(words, before)
    if named is not None and (period is None or (period.precision == "year" and named.end < period.start)):
        return None if than and period is None else (period, named)
    since = _SINCE.search(words)
    if since and not _OF_RECORDS.search(since.group(1)):
        base = Period.of_year(int(since.group(2)))
        near = since.end() <= len(quoted) or not words[len(quoted) : since.start(2) - len("since ")].strip(" ,")
        if period is not None and period.start == base.start and period.whole_years and period.end > base.end:
            return Period.of_year(period.end.year), base
        if near and (period is None or (period.precision == "year" and period.start > base.end)):
            return period, base
    return None


def years_back(claim: Measure | Trend, words: str, before: str = "") -> int:
    """Over how many years up to its period the words of a change without a base say that it went; 0 where they don't.

    Args:
        claim: The change.
        words: Those quoted, and the rest of their sentence.
        before: The words of the sentence before those quoted: "In ten years | exports have more than tripled".

    >>> from tieline.model.claims import Quote
    >>> words = "exports have more than quadrupled in nine years"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 47), indicator="exports", reporter="CHL", partner="PER", change_pct=300.0)
    >>> years_back(claim, words)
    9
    >>> words = "exports rose 5 percent, the most in nine years"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 46), indicator="exports", reporter="CHL", partner="PER", change_pct=5.0)
    >>> years_back(claim, words)
    0
    """
    if not isinstance(claim, Measure) or claim.change_pct is None or (claim.base and "base" not in claim.inferred):
        return 0
    found = _YEARS.search(own_clause(words, claim.quote.exact)) or _LED_BY_YEARS.match(before)
    if found is None or _OF_RECORDS.search(found.group(1)):
        return 0
    told, decades = found.group("count").lower(), found.group("unit").lower().startswith("decade")
    one = told == "a" or (decades and told in _THE_LAST)  # "over the past decade"
    return (1 if one else number(told) or 0) * (10 if decades else 1)


def of_the_year_beside(claim: Measure, words: str) -> Measure:
    """A second change of a sentence, of the year before or after that of the first.

    "... after falling by a quarter a year earlier", "fell 6 percent in 2012 and another 4 percent the year after".

    >>> from tieline.model.claims import Quote
    >>> words = "exports fell 6 percent in 2012 and another 4 percent"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 52), indicator="exports", reporter="KEN", partner="UGA",
    ...                 change_pct=-4.0, period=Period.of_year(2012), base=Period.of_year(2011))
    >>> of_the_year_beside(claim, words + " the year after").period.iso
    '2013'
    """
    change, period = claim.change_pct, claim.period
    if (
        change is None
        or period is None
        or period.precision != "year"
        or claim.base not in {None, period.shifted_years(-1)}
    ):
        return claim
    named = _YEAR_NAMED.findall(words)
    if named and period.iso not in named:
        return claim  # the reader has told the year beside already
    for found in _BESIDE.finditer(words):
        before, own = words[: found.start()], float(found["number"].replace(",", "")) == abs(change)
        first = _PERCENT.search(before)
        other = first is not None and _number(first.group(1)) != abs(change)
        if own and (other or (first is None and _MOVED_BY.search(before))):
            step = -1 if found["before"] else 1
            return replace(claim, period=period.shifted_years(step), base=period.shifted_years(step - 1))
    return _behind_after(claim)


def _worth_later(words: str, then: Period) -> Period | None:
    """The year of a change that a level of an earlier one stands before: "worth $1 billion in 2013, grew a tenth in 2014"."""
    worth = _WORTH_THEN.search(words)
    if worth is None:
        return None
    return Period.of_year(int(worth["later"])) if worth["later"] else then.shifted_years(1)


_YEAR_NAMED = re.compile(r"\b(?:19|20)\d\d\b")


def _number(printed: str) -> float:
    return float(printed.strip(".,").replace(",", "") or 0)


def told_from_peak(claim: Measure | Trend, words: str) -> Period | None:
    """The year of a peak that a change is told from, whose level is that of the peak.

    >>> from tieline.model.claims import Quote
    >>> words = "exports were down a seventh from their 2013 peak of $3.26 billion"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 65), indicator="exports", reporter="ZAF", partner="MOZ",
    ...                 value=3.26e9, unit="USD", change_pct=-14.3)
    >>> told_from_peak(claim, words).iso
    '2013'
    """
    if not isinstance(claim, Measure) or claim.value is None or claim.change_pct is None:
        return None
    worth = _WORTH_THEN.search(words)
    if worth is not None and significant(worth["number"]) == significant(abs(claim.value)):
        return Period.of_year(int(worth["year"]))  # "worth $1 billion in 2013, grew a tenth the following year"
    then = year_of_base_level(claim.value, words)
    if then is not None:
        return then
    found = next((each for each in _FROM_PEAK.finditer(words) if each["before"] or each["behind"]), None)
    return Period.of_year(int(found["before"] or found["behind"])) if found else None


def of_another_year(claim: Measure, words: str) -> Measure:
    """A claim without the year that its words give to another figure, or with the one that they hold it against.

    "Recovered by 10 percent after a drop of 6 percent in 2013" is of a later year, "16 percent below the 2012 level" against 2012.

    >>> from tieline.model.claims import Quote
    >>> words = "imports recovered by 10 percent"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 31), indicator="imports", reporter="CHN", partner="RUS",
    ...                 change_pct=10.0, period=Period.of_year(2013), base=Period.of_year(2012))
    >>> of_another_year(claim, words + " after a drop of 6 percent in 2013").period is None
    True
    """
    period, change = claim.period, claim.change_pct
    state = _STANDS.search(words) if change is not None and claim.value is None else None
    if state and period is None and claim.base is None:  # "is a third smaller than it was in 2011": by now
        return replace(claim, base=Period.of_year(int(state["year"])))
    if period is None or period.precision != "year" or claim.base not in {None, period.shifted_years(-1)}:
        return claim
    if state and claim.base is not None and state["year"] == claim.base.iso and "period" in claim.inferred:
        return replace(claim, period=None)  # "are down by a quarter from 2012"
    peak = told_from_peak(claim, words)
    if peak is not None:
        later = period if period.start > peak.end else _worth_later(words, peak)
        return replace(claim, period=later, base=peak, inferred=claim.inferred if later else _guessing(claim))
    for found in _LEVEL_OF.finditer(words):
        year = int(found["year"])
        if change is not None and _number(found["number"]) == abs(change) and claim.value is None:
            later = period if period.start.year > year + 1 else None
            inferred = claim.inferred if later else _guessing(claim)
            return replace(claim, period=later, base=Period.of_year(year), inferred=inferred)
    held = _TIMES_THAT_OF.search(words) if change is not None and claim.value is None else None
    if held and int(held["year"]) == period.start.year:  # "four times as large as in 2000"
        return replace(claim, period=None, base=period, inferred=_guessing(claim))
    for found in _AFTER_A_MOVE.finditer(words):
        own = change is None or any(_number(each) == abs(change) for each in _PERCENT.findall(words[: found.start()]))
        if own and int(found["year"]) == period.start.year and found["year"] not in words[: found.start()]:
            return replace(claim, period=None, base=None, inferred=_guessing(claim))
    return claim


def _guessing(claim: Measure) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*claim.inferred, "period")))


def _behind_after(claim: Measure) -> Measure:
    """As in "rose in 2014 after falling by a quarter a year earlier"."""
    words, change, period = claim.quote.exact, claim.change_pct, claim.period
    tail = _AFTER.search(words)
    if tail is None or change is None or claim.value is not None or period is None or period.precision != "year":
        return claim
    head = {float(each.strip(".,").replace(",", "") or 0) for each in _PERCENT.findall(words[: tail.start()])}
    if not head or abs(change) in head or claim.base not in {None, period.shifted_years(-1)}:
        return claim
    return replace(claim, period=period.shifted_years(-1), base=period.shifted_years(-2))
