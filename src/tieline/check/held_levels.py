"""The words of a tail that hold a figure against an earlier level: "but stayed below the level of 2012", "short of the $360 million it had bought in 2010"."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from tieline.check.named import countries_in
from tieline.check.ways import Told
from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend
from tieline.model.periods import Period
from tieline.model.precision import significant

_SIDE = (
    r"\b(?:(?P<up>above|over|higher than|more than|beyond|up on|surpass(?:ing|ed)|exceed(?:ing|ed)|topp(?:ing|ed)"
    r"|(?:recover(?:ed|ing|s)?|rebound(?:ed|ing)?|(?:climbed|risen|rose|bounced|climbing|rising)\s+back)\s+to)"
    r"|(?P<down>below|under|beneath|(?:short|shy) of|lower than|less than|down on"
    r"|(?:without|(?:yet|fail(?:ed|ing)?|unable) to|(?:did|has|have|had) not(?: yet)?)\s+(?:regain|recover|return|reach|match|climb|rise|get)\w*(?:\s+back)?(?:\s+to)?)"
    r"|(?P<flat>as much as|the same as|equal to|matching|level with|unchanged from|return(?:ed|ing|s)?\s+to|(?:fell|fallen|slipped|dropped|falling)\s+back\s+to))\s+"
)
_LEVEL = r"(?:(?:all-time\s+)?(?:levels?|figures?|totals?|values?|marks?|amounts?|sums?|records?|peaks?|highs?))"
_DONE = r"(?:(?:(?:that\s+)?(?:it|they)\s+(?:had\s+)?)?(?:been\s+)?(?:worth|sold|bought|purchased|exported|imported|shipped|recorded|seen|registered|reached|set|earned|taken|was|were|stood)\s+)?"
_SUM = r"(?:[A-Z]{1,3})?[$€£¥]?\s?(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?:million|billion|trillion|mln|bln|m|bn)?(?:\s+dollars)?"
_YEAR = r"(?:19|20)\d\d"
_BEFORE = r"(?:a|the|its|their)\s+(?P<step>year|quarter|month)\s+(?:before|earlier)|(?:the\s+)?(?:previous|prior|preceding)\s+(?P<last>year|quarter|month)"
_HELD = re.compile(
    rf"{_SIDE}(?:(?:the|its|their|that|those)\s+(?:{_LEVEL}|{_SUM})\s+{_DONE}(?:(?:of|in|for|from|during)\s+)?(?:(?P<of>{_YEAR})|{_BEFORE})"
    rf"|(?:the|its|their)\s+(?P<then>{_YEAR})\s+{_LEVEL}"
    rf"|(?:(?:those|that)\s+)?(?:in|of)\s+(?:(?P<in>{_YEAR})|{_BEFORE.replace('<step>', '<step2>').replace('<last>', '<last2>')}))\b",
    re.IGNORECASE,
)
_TURNED = re.compile(r"(?:\b(?:not|never|no longer|no|nor)|n['’]t)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_SIZED = re.compile(
    r"(?:percent|per cent|pct|%|million|billion|points?|half|third|quarter|fifth|twice|times|\bas)\s*$", re.IGNORECASE
)
_APART = re.compile(
    r"(?:,\s+(?:(?:but|and|yet|though)\s+)?|\s(?:but|yet|though)\s+)(?:(?:still|well|far|just|slightly|comfortably|now|they|it|was|were|stayed|remained|remaining|staying|is|are)\s+)*$",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"(?:,|\b(?:while|whereas|though|although|but|and|as))\s+(?:[\w'’-]+\s+){0,3}?"
    r"(?P<subject>prices?|output|production|harvests?|crops?|demand|stocks?|imports|exports)\s+(?:[a-z]+\s+){0,3}$",
    re.IGNORECASE,
)
NOT_SINCE = re.compile(
    rf"(?:\bnot|n['’]t|\bnever)\s+(?:\w+\s+){{0,2}}?(?P<how>more|less|fewer)\b[^.;,]{{0,50}}?\bin\s+any\s+(?:other\s+)?year\s+since\s+(?P<year>{_YEAR})\b",
    re.IGNORECASE,
)

_HAD_BEEN = re.compile(
    rf"(?:\bhad|(?<=\w)['’]d)\s+(?:still\s+|even\s+)?(?:sold|bought|purchased|exported|imported|shipped|earned|spent|taken|been)\s+(?:(?P<more>more|higher|larger)|less|fewer|lower|smaller)\b"
    rf"(?!\s+than)[^.;,]{{0,40}}?\s(?:{_BEFORE}|in\s+{_YEAR})\b",
    re.IGNORECASE,
)

_UNDER_RECORD = re.compile(
    r"\b(?:(?:short|shy)\s+of|below|beneath|under|off|down\s+(?:from|on)|lower\s+than|less\s+than|miss(?:ed|ing|es)?)\s+(?:the|its|their)\s+(?:(?P<year>(?:19|20)\d\d)(?:['’]s)?\s+|previous\s+year['’]s\s+)?(?:all-time\s+|previous\s+)?(?:records?|peaks?|highs?)\b",
    re.IGNORECASE,
)


class Held(NamedTuple):
    """On which side of the level of which time a figure is told to lie."""

    how: Told
    base: Period
    words: str


def held_in(claim: Measure | Trend, period: Period, tail: str) -> Held | None:
    """The earlier level that the words behind a claim's figure hold it against; None where they hold it against none of the same flow.

    >>> from tieline.model.claims import Quote
    >>> words = "exports to Chile rose to $180 million"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 37), indicator="exports", reporter="KEN", partner="CHL",
    ...                 value=180e6, unit="USD")
    >>> year = Period.of_year(2014)
    >>> held = held_in(claim, year, " in 2014, but stayed below the level of 2012")
    >>> held.how, held.base.iso
    ('down', '2012')
    >>> held_in(claim, year, " in 2014, without regaining the 2012 level").how, held_in(claim, year, ", as much as in the previous year").base.iso
    ('down', '2013')
    >>> held_in(claim, year, ", above the $160 million it had sold in 2010").base.iso
    '2010'
    >>> held_in(claim, year, " and have recovered to their 2012 level").how
    'up'
    >>> held_in(claim, year, ", while those to Peru stayed below the level of 2012") is None
    True
    >>> held_in(claim, year, ", though coffee prices stayed below the level of 2012") is None
    True
    """
    for found in _HELD.finditer(tail):
        ahead = tail[: found.start()]
        if set(countries_in(ahead)) - {claim.reporter, claim.partner} or _TURNED.search(ahead) or _SIZED.search(ahead):
            return None
        other = _OF_ANOTHER.search(ahead)
        if other is not None and other["subject"].lower() != claim.indicator:
            return None
        value = claim.value if isinstance(claim, Measure) else None
        if found["number"] and value is not None and significant(found["number"]) == significant(abs(value)):
            return None  # it is the earlier level itself
        base = _base(period, found)
        if base is not None and base.end < period.start:
            return Held("up" if found["up"] else "down" if found["down"] else "flat", base, found.group())
    return None


def _base(period: Period, found: re.Match[str]) -> Period | None:
    year = found["of"] or found["then"] or found["in"]
    if year:
        return Period.of_year(int(year)) if period.precision == "year" else None
    step = (found["step"] or found["last"] or found["step2"] or found["last2"]).lower()
    if step == "year":
        return period.shifted_years(-1)
    return period.before() if period.precision == step else None


def as_it_had_been(claim: Trend, words: str) -> Trend:
    """A rise that was told of the time before is a fall since then: "bought less in 2014; it had bought more a year earlier".

    >>> from tieline.model.claims import Quote
    >>> words = "it had bought more"
    >>> claim = Trend(document="d", version="v", quote=Quote(words, 0, 18), indicator="imports", reporter="KEN", partner="CHL",
    ...               direction="up", period=Period.of_year(2014))
    >>> as_it_had_been(claim, words + " a year earlier").direction, as_it_had_been(claim, words + " from Peru").direction
    ('down', 'up')
    """
    found = _HAD_BEEN.search(words) if claim.direction in {"up", "down"} else None
    way = None if found is None else "up" if found["more"] else "down"
    if way is None or way != claim.direction:
        return claim
    return replace(claim, direction="down" if way == "up" else "up")


def short_of_the_record(claim: Trend, words: str) -> Trend:
    """What is "short of the record set in 2012" is none: it lies under the level of that year.

    >>> from tieline.model.claims import Quote
    >>> words = "exports to Chile"
    >>> claim = Trend(document="d", version="v", quote=Quote(words, 0, 16), indicator="exports", reporter="KEN", partner="CHL",
    ...               direction="record_high", strength="record")
    >>> short_of_the_record(claim, words + " were short of the record set in 2012").direction is None
    True
    """
    found = _UNDER_RECORD.search(words) if claim.direction == "record_high" else None
    if found is None:
        return claim
    if found["year"]:
        return replace(claim, period=Period.of_year(int(found["year"])))  # "short of their 2016 record"
    return replace(claim, direction=None, strength=None)


_AT = re.compile(
    rf"\s*,\s+(?:at|with|coming\s+(?:in\s+at|to)|reaching|totall?ing)\s+(?:(?:only|just|about|some|nearly|almost)\s+)*{_SUM}"
)


def _is_at(claim: Measure, tail: str) -> bool:
    """The claim's level is told behind the earlier one that it is held against: "short of the $980 million of 2017, | at $888 million"."""
    found = _AT.match(tail)
    return found is not None and claim.value is not None and significant(found["number"]) == significant(claim.value)


def of_its_own_time(claim: Measure, words: str) -> Measure:
    """A figure without the time of the earlier level beside it, or with it, where it is that level.

    >>> from tieline.model.claims import Quote
    >>> words = "exports rose by a fifth in 2014 to $180 million, above the $160 million of 2012"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 79), indicator="exports", reporter="KEN", partner="CHL",
    ...                 value=180e6, unit="USD", change_pct=20.0, period=Period.of_year(2014), base=Period.of_year(2012))
    >>> of_its_own_time(claim, words).base is None, of_its_own_time(replace(claim, value=160e6, change_pct=None), words).period.iso
    (True, '2012')
    """
    time = claim.period or claim.base
    if time is None or time.precision != "year" or claim.indicator == "balance":
        return claim
    for found in _HELD.finditer(words):
        year = found["of"] or found["then"] or found["in"]
        if year is None or set(countries_in(words[: found.start()])) - {claim.reporter, claim.partner}:
            continue
        then = Period.of_year(int(year))
        own = claim.value is not None and found["number"] and significant(found["number"]) == significant(claim.value)
        if own and claim.change_pct is None and claim.share_pct is None and then in {claim.base, claim.period}:
            bounds = {name: bound for name, bound in claim.bounds.items() if name != "value"}
            return replace(claim, period=then, base=None, bound=None, bounds=bounds)
        if found["number"] and not own and time == then and _is_at(claim, words[found.end() :]):
            inferred = tuple(dict.fromkeys((*claim.inferred, "period")))
            return replace(claim, period=then.shifted_years(1), base=None, inferred=inferred)
        if claim.period is None:
            continue
        apart = _APART.search(words[: found.start()]) is not None
        if not own and apart and claim.change_pct is not None and claim.base == then and claim.period.start > then.end:
            return replace(claim, base=None)
    return claim
