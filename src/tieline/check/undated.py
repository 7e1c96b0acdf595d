"""When a claim's time is not sure enough for figures to contradict it: not told, told elsewhere, told of long ago, not over yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from tieline.check.guesses import before_quote
from tieline.check.setting import Setting
from tieline.check.spans import own_clause
from tieline.model import lazy_re as re
from tieline.model.claims import Event, Measure, Trend
from tieline.model.movement import DOWN_FORMS, UP_FORMS
from tieline.model.precision import significant

Figure = Measure | Trend
HALF_A_YEAR = 183
"""Days after the end of a year from which on a movement that is told without a time may be one of the year that runs."""
NEARLY_OVER = 31
ANOTHER_TIME = "its words tell of another time than a whole year"
_FROM = re.compile(
    r"\bfrom\s+(?:(?:about|around|almost|nearly|some|just|over|under)\s+)*(?:[A-Z]{2,3})?[$€£¥]?\s?(?P<number>\d[\d,]*(?:\.\d+)?)"
)
_AGAINST = re.compile(
    r"\b(?:compared (?:with|to)|against|versus)\s+(?:(?:about|around|almost|nearly|some|just|over|under|only)\s+)*(?:[A-Z]{2,3})?[$€£¥]?\s?"
    r"(?P<number>\d[\d,]*(?:\.\d+)?)"
)
_DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:year|month|quarter|period|decade|half|earlier|before|previously|ago|last|then)\b",
    re.IGNORECASE,
)
_TO = re.compile(r"[^.;]{0,40}?\bto\b", re.IGNORECASE)
_DATED_END = re.compile(r"\blast (?:year|month|quarter)\b", re.IGNORECASE)
_UNDATED = re.compile(
    r"[^.;,]{0,24}\b(?:in|of|during)\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\b|[^.;,]{0,24}\b(?:a|the) (?:year|month|quarter) (?:earlier|before|ago)\b"
)
_ONCE = re.compile(
    r"(?<!no )(?<!as )\b(?:long(?!-| ?(?:term|haul|range|awaited|as)\b|er\b)|once(?! (?:again|more))|formerly|traditionally|historically|"
    r"in the past|at one time|used to|until (?:recently|then|now)|had (?:long )?been)\b",
    re.IGNORECASE,
)
_ONCE_WORTH = re.compile(
    r"\b(?:once|formerly|at one time|in the past)\s+(?:(?:worth|valued at|at|was|were|totall?ed|reached|came to|stood at)\s+)?"
    r"(?:(?:as much as|more than|over|about|around|some|nearly|almost|up to)\s+)*(?:[A-Z]{1,3})?[$€£¥]?\s?"
    r"(?P<number>\d[\d,]*(?:\.\d+)?)(?![^,;.]*\b(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
"""A level of an earlier time that is not told, beside which the sentence may name another: "once worth more than $1 billion a year"."""
_FOR_YEARS = re.compile(
    r"\b(?:stuck|stagnant|static|steady|stable|hover(?:ed|ing)|stagnat(?:ed|ing)|unchanged|flat)\s+(?:at|near|around)\s+(?:(?:about|around|some|nearly|almost|roughly)\s+)?(?:[A-Z]{1,3})?[$€£¥]?\s?"
    r"(?P<number>\d[\d,]*(?:\.\d+)?)[^.;,\d]{0,20}?\s+for\s+(?:(?:many|several|some|a few|a number of|the past few|years? and)\s+)?(?:years|decades)\b",
    re.IGNORECASE,
)
"""A level of the years before: "stuck at around $30 million for years"."""
_SOON = 40
_PART_OF_TIME = re.compile(
    r"\b(?:this|that|these|those|the same|same|the (?:corresponding|comparable|equivalent))\s+"
    r"(?:(?:(?:same|past|last|first|second|third|fourth|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\s+)?(?:months?|quarters?|weeks?|periods?)"
    r"|(?:first|second|last)\s+half)\b|\b(?:the same|same|the (?:corresponding|comparable|equivalent))\s+half\b"
    r"|\byear[- ]to[- ]date\b|\bso far\b|\bmonth[- ]on[- ]month\b|\b(?:straight|consecutive|successive|running)\s+(?:months?|quarters?|weeks?)\b"
    r"|\b(?:months?|quarters?|weeks?)\s+(?:in a row|running|in succession)\b",
    re.IGNORECASE,
)
_EACH_PART = re.compile(
    r"\b(?:every|each)\s+(?:quarter|month|half)\b[^.;]*?\bin\s+the\s+(?:first|second|third|fourth|last|final)\b",
    re.IGNORECASE,
)
"""Levels of parts of a year: "rose in every quarter of 2014, from $20 million in the first to $31 million in the last"."""
_MOVED_TO = re.compile(rf"\b(?:{UP_FORMS}|{DOWN_FORMS}|up|down)\b[^.;:]{{0,30}}?\bto\b", re.IGNORECASE)
_OVER_THE_YEARS = re.compile(
    r"\b(?:over|through|throughout) the (?:past |last |recent )?years\b|\b(?:in|over) recent years\b|\bfor years\b|\bover time\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|from|until|till|by|before|after)\b[^.;:!?\n\d]{0,60}\Z", re.IGNORECASE)
_FROM_A_PLACE = re.compile(
    r"\b(?:from|by|before|after)\s+(?:the\s+)?[A-Z][\w.]*(?:\s+(?:and\s+)?[A-Z][\w.]*)*(?:\s+[a-z]+){0,3}?\s+(?:in|during|for)\s+\Z"
)
"""A year that such a word stands before, and does not belong to: "imports from Finland in 2017"."""


def time_in_doubt(setting: Setting, claims: Sequence[Figure | Event], text: str | None) -> str | None:
    """Why figures of the period that a claim was read with can't contradict it; None where its time is told."""
    claim, period = setting.claim, setting.period
    clause = own_clause(setting.words, claim.quote.exact)
    if start_undated(claim, claims, clause):
        return "when it stood at that is not told"
    if setting.published is not None and period.end > setting.published:
        return f"{period.words()} was not over when the story was published"
    if _worth_once(claim, text):
        return "it is told of an earlier time, and not of which"
    if isinstance(claim, Trend) and re.search(rf"\b(?:some time |long |even )?before\s+{period.iso}\b", clause):
        return f"it is told of a time before {period.words()}, and not of which"
    if "period" not in (*setting.inferred, *claim.inferred):
        return None
    if _ONCE.search(f"{before_quote(claim, text)[-40:]}{clause}"):
        return "it is told of an earlier time, and not of which"
    if claim.period is not None and _OVER_THE_YEARS.search(clause) and isinstance(claim, Trend):
        return "from which year to which it went is not told"
    if "period" in setting.inferred:
        return _not_told(setting, claims)
    other = _told_of_another_length(claim, claims, text)
    if other is not None:
        return f"of when it is was carried over from another sentence, and the story tells of {other} too"
    if text is not None and _since_only(str(period.start.year), text):
        return f"the story tells of {period.start.year} only as the time since when, or until when, something is so"
    return None


def part_of_a_year(setting: Setting, text: str | None) -> str | None:
    """A claim without a period whose words tell of months: "those months", "six months in a row", or a level of one quarter of each; a year's figure is none of them."""
    claim, period = setting.claim, setting.period
    if period.precision != "year":
        return None
    if (
        isinstance(claim, Measure)
        and claim.value is not None
        and _EACH_PART.search(own_clause(setting.words, claim.quote.exact))
    ):
        return ANOTHER_TIME
    if "period" not in setting.inferred:
        return None
    if not _PART_OF_TIME.search(f"{before_quote(claim, text)}{own_clause(setting.words, claim.quote.exact)}"):
        return None
    return f"{ANOTHER_TIME}, and {period.words()} was only the last year with figures"


def is_far_from_over(setting: Setting) -> bool:
    """The story was published long before the end of the period, of which it can't have had the figure."""
    return setting.published is not None and setting.period.end - setting.published > timedelta(NEARLY_OVER)


def _not_told(setting: Setting, claims: Sequence[Figure | Event]) -> str | None:
    """The period is one that the data have, and not the one right before the story."""
    claim, period, published = setting.claim, setting.period, setting.published
    pair = {claim.reporter, claim.partner}
    told = any(
        isinstance(each, Measure | Trend) and each.period == period and {each.reporter, each.partner} == pair
        for each in claims
    )
    if published is None or told or period.precision != "year":
        return None
    moves = (
        claim.direction is not None
        if isinstance(claim, Trend)
        else claim.change_pct is not None or claim.change_value is not None
    )
    moves = moves or (isinstance(claim, Measure) and _MOVED_TO.search(claim.quote.exact) is not None)
    late = (published - period.end).days > HALF_A_YEAR if moves else period.end.year < published.year - 1
    return f"of when it is is not told, and {period.words()} was only the last year with figures" if late else None


def _told_of_another_length(claim: Figure, claims: Sequence[Figure | Event], text: str | None) -> str | None:
    """A level whose month, quarter or year is told in no word of its sentence, in a story of the pair's months and years."""
    if not isinstance(claim, Measure) or claim.value is None or claim.period is None:
        return None
    start = claim.quote.start - len(before_quote(claim, text))
    pair = {claim.reporter, claim.partner}
    told = [
        each
        for each in claims
        if isinstance(each, Measure | Trend)
        and each.period is not None
        and "period" not in each.inferred
        and {each.reporter, each.partner} == pair
    ]
    if any(start <= each.quote.start <= claim.quote.end for each in told):
        return None
    others = [each.period for each in told if each.period and each.period.precision != claim.period.precision]
    return others[-1].words() if others else None


def _since_only(year: str, text: str) -> bool:
    """Every time the text names the year it is the end of a span that is open on the other side."""
    places = [found.start() for found in re.finditer(rf"\b{year}\b", text)]
    return bool(places) and all(
        _SINCE.search(text, max(0, at - 80), at) and not _FROM_A_PLACE.search(text, max(0, at - 80), at)
        for at in places
    )


def start_undated(claim: Figure, claims: Sequence[Figure | Event], words: str) -> bool:
    """A level that something moved from, or is held against, at no time that is told: "slumping from around $800 million to $200 million"."""
    if not isinstance(claim, Measure) or claim.value is None or claim.change_pct is not None:
        return False
    printed = significant(claim.value)
    for found in _AGAINST.finditer(words):
        if significant(found["number"]) == printed and not _DATED.search(words, found.end()):
            return True
    for found in _FROM.finditer(claim.quote.exact):
        goes_to = _TO.match(
            claim.quote.exact, found.end()
        )  # "to $14.8 billion from $15.8 billion" is against the year before
        if significant(found["number"]) == printed and goes_to and not _UNDATED.match(claim.quote.exact, found.end()):
            guessed = claim.period is None or bool({"period", "base"} & set(claim.inferred))
            guessed = guessed or bool(_DATED_END.search(claim.quote.exact, goes_to.end()))
            return guessed or any(_goes_on(claim, each) for each in claims)
    return False


def _worth_once(claim: Figure, text: str | None) -> bool:
    """The claim's own level is told of a time that is gone: "imports, once worth more than $1 billion a year, fell in 2014"."""
    if not isinstance(claim, Measure) or claim.value is None:
        return False
    words = f"{before_quote(claim, text)[-40:]}{claim.quote.exact}{_behind(claim, text)}"
    told = (found for form in (_ONCE_WORTH, _FOR_YEARS) for found in form.finditer(words))
    return any(significant(found["number"]) == significant(claim.value) for found in told)


def _behind(claim: Figure, text: str | None) -> str:
    return text[claim.quote.end : claim.quote.end + _SOON] if text else ""


def _goes_on(claim: Measure, other: Figure | Event) -> bool:
    """Another level of the same words is of the same time."""
    return (
        isinstance(other, Measure)
        and other is not claim
        and other.value not in {None, claim.value}
        and other.quote.start == claim.quote.start
        and other.period == claim.period
    )
