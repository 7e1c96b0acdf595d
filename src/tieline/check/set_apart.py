"""Words that deny, or that set one country apart from another: "not those to Peru", "but not to Vietnam", "neither", "has never".

A figure that stands behind such words may be borne out and the sentence untrue, and the other way round: where the claim does not
carry them, the figures decide nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from tieline.check.intervals import PART, part_of
from tieline.check.named import NAME, countries_in
from tieline.check.ways import AMOUNT
from tieline.model import lazy_re as re
from tieline.model.apart import INSTEAD
from tieline.model.claims import Measure, Trend
from tieline.model.periods import Period
from tieline.model.precision import significant

DENIED = "the words deny something, and what was not understood"
NOT_MEANT = "the words set the country apart from what they tell"
PAST = "the words tell of a time before"
SOLE = "the words tell of only one of the kind, which is not judged"
RANKED_PACE = "the words rank the pace of several flows, which is not judged"
TWO_FLOWS = "the words hold two flows against each other, which is not judged"
MADE_UP_OF = "the words tell of what goods it is made up, which is not judged"
_AS_MUCH_TO = re.compile(
    rf"\b(?:as|so)\s+(?:much|many|fast|quickly|strongly|sharply|steeply)\s+(?:[a-z]+\s+)?(?P<link>to|from|with)\s+{NAME}\s+as\s+(?P=link)\s+{NAME}"
)
_OF_IT_GOODS = re.compile(
    r"(?:,|\band|\bwith)\s+(?:(?:almost|nearly|virtually|practically|about|roughly|over|more than|less than)\s+)*"
    r"(?:(?:all|most|much|the bulk|the majority|half|(?:a|one|two|three|four)[ -](?:thirds?|quarters?|fifths?|tenths?)|[\d.]+\s?(?:percent|per cent|%))\s+of\s+(?:it|them|that|those)"
    r"|(?:almost\s+)?(?:entirely|exclusively|wholly|solely))\s+(?:(?:was|were|is|are|being|in|made up of|consisting of)\s+)?(?!(?:to|from|with|by|due|because)\b)[a-z]"
)
_ONLY_THESE = re.compile(
    rf"\b[Oo]nly\s+{NAME}(?:(?:,\s+|,?\s+and\s+){NAME})*\s+(?:bought|sold|took|imported|exported|purchased|spent|shipped|received|had|has|have)\b"
)
_LINKS = r"(?:(?:those|that|its|their|the|exports|imports|sales|shipments|purchases|to|from|with|of|in)\s+){0,4}"
_MEANT = re.compile(rf"(?P<name>{NAME})(?:['’]s)?,?\s+(?:and\s+)?(?:not|{INSTEAD}|like)\s+{_LINKS}$")
_APART = re.compile(rf"\b(?:not|{INSTEAD}|except(?: for)?|apart from|other than|excluding)\s+{_LINKS}(?P<name>{NAME})")
_ANOTHER_FIGURE = re.compile(
    rf"\b(?:rather than|instead of|and not|not)\s+(?:(?:by|to|at|of)\s+)?(?:(?:about|almost|around)\s+)?(?:{AMOUNT}|(?P<part>{PART}))",
    re.IGNORECASE,
)
_NEITHER = re.compile(
    r"\bneither\b.*\bnor\b|^\W*(?:no|not\s+(?:a|one)(?:\s+single)?)\s+(?:single\s+)?(?:year|month|quarter)\b[^.;]{0,40}?\b(?:has|have|had|saw|brought)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"(?:\b(?:did|do|does|has|have|had|was|were|is|are|could|would)\s+not|\b\w+n['’]t|\bnever|\bno longer|\bfail(?:ed|s)? to|\bwithout)\b"
    r"(?!\s+(?:includ|count|cover|account|giv|say|said|disclos|affect|prevent|stop|deter|mean|release|publish|specif|elaborat|only|yet\s+(?:publish|releas)))",
    re.IGNORECASE,
)
_NOT_MORE = re.compile(
    r"(?:\bnot|n['’]t|\bnever)\s+(?:\w+\s+){0,2}?(?:more|less|fewer|exceed|larger|bigger|smaller|surpass|overt)",
    re.IGNORECASE,
)
_ONCE = re.compile(
    rf"\b(?:once|formerly|previously|long|until recently|until then)\s+(?:its|their|the|(?:{NAME})['’]s)\s+(?:\w+-?)?(?:largest|biggest|top|main|leading)\b"
)
_SOLE = re.compile(
    r"\b(?:only|sole)\s+(?:[a-z]+\s+)?(?:country|nation|state|market|partner|buyer|customer|supplier|seller|one)\s+(?:that|which|to)\b|\balone\b"
)
_PEAK_BEFORE = re.compile(
    rf"\b(?:previous|old|earlier|former|prior|past)\s+(?:all-time\s+)?(?:peak|record|high|best|low|trough)\s+of\s+{AMOUNT}",
    re.IGNORECASE,
)
_HAVING = re.compile(r"\b[Hh]aving\s+[a-z]+$")
_FASTEST = re.compile(
    r"\b(?:grew|grown|rose|risen|fell|fallen|climbed|dropped|expanded|shrank|increased|declined)\s+(?:(?:by\s+)?the\s+)?(?:fastest|slowest|quickest|most|least)\b"
    r"(?!\s+(?:since|in\s+(?:\w+\s+)?(?:years|decades)|of\s+its))"
    r"|\b(?:fastest|slowest|quickest)[- ](?:growing|shrinking|expanding|rising|falling)\s+(?:\w+\s+)?(?:market|customer|buyer|destination|partner|supplier|source)\b"
)
_NOT_REACHED = re.compile(
    r"\b(?P<how>never|not|without|fail(?:ed|s|ing)? to|yet to|unable to|short of(?!\s+(?:the|its|their)\s+\S*\d[\w., ]{0,24}?\s(?:(?:it|they)\s+had\s+\w+\s+in|(?:of|\w+ed in))\s+(?:19|20)\d\d))(?!\s+(?:\w+\s+){0,2}?(?:less|fewer|under)\b)\s+(?:(?:ever|even|yet|been)\s+)?"
    r"(?:(?:reach|exceed|top|pass|surpass|cross|hit|break|breach|sold|sell|buy|bought|import|export|been)\w*\s+)?(?:(?:above|over|past|the|more than)\s+)*"
    rf"{AMOUNT}(?:[^.;,]{{0,40}}?\bbefore\s+(?P<year>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)

_NEVER_BELOW = re.compile(
    rf"\bnever\s+(?:(?:ever|once|yet|even)\s+)?(?:\w+\s+){{0,2}}?(?:below|under|beneath|short of|(?:less|fewer|lower)\s+than)\s+(?:the\s+)?{AMOUNT}",
    re.IGNORECASE,
)

_AT_NO_TIME = re.compile(
    rf"\b(?:at no (?:time|point|stage)|never|not once|in no (?:single )?year)\s+(?:since\s+(?:19|20)\d\d\s+)?(?:has|have|had|did|was|were)\s[^.;:,]{{3,80}}?\s"
    rf"(?:(?P<below>below|under|beneath|(?:less|fewer|lower)\s+than)|above|over|more\s+than|higher\s+than|exceed(?:ed)?|top(?:ped)?|pass(?:ed)?|reach(?:ed)?)\s+(?:the\s+)?{AMOUNT}",
    re.IGNORECASE,
)


def the_one_meant(claim: Measure | Trend, before: str) -> Measure | Trend:
    """The claim of the country named before "not": "Kenya's exports to Chile, not those to | Peru, fell by a third" are those to Chile.

    >>> from tieline.model.claims import Quote
    >>> words = "Peru, fell by a third in 2014"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 29), indicator="exports", reporter="KEN", partner="PER",
    ...                 change_pct=-33.3)
    >>> the_one_meant(claim, "Kenya's exports to Chile, not those to ").partner
    'CHL'
    """
    found = _MEANT.search(before)
    first = countries_in(claim.quote.exact)[:1] if found is not None else []
    meant = countries_in(found["name"]) if found is not None else []
    if len(meant) != 1 or not first or meant[0] in {claim.reporter, claim.partner}:
        return claim
    if first[0] == claim.partner:
        return replace(claim, partner=meant[0])
    return replace(claim, reporter=meant[0]) if first[0] == claim.reporter else claim


def not_reached(claim: Measure | Trend, words: str) -> Measure | Trend:
    """A level that is said not to have been reached is one that the figure lies under: "has yet to reach $30 million".

    >>> from tieline.model.claims import Quote
    >>> words = "exports to Peru failed to reach $30 million"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 43), indicator="exports", reporter="KEN", partner="PER",
    ...                 value=30e6, unit="USD")
    >>> not_reached(claim, words).bounds
    {'value': 'under'}
    """
    if not isinstance(claim, Measure) or claim.value is None or claim.change_pct is not None:
        return claim
    bound = claim.bounds.get("value", claim.bound)
    for found in _NOT_REACHED.finditer(words):
        if significant(found["number"]) == significant(claim.value):
            year = Period.of_year(int(found["year"]) - 1) if found["year"] else claim.period
            if bound in {"under", "at_most"}:
                return replace(claim, period=year, base=None)
            return replace(claim, bound=None, bounds={**claim.bounds, "value": "under"}, period=year, base=None)
    return claim


def never_passed(words: str, value: float) -> Literal["above", "below"] | None:
    """On which side of a level no year so far is told to have lain; None where the words tell nothing of all years.

    >>> never_passed("exports have never exceeded $100 million", 1e8), never_passed("exports did not exceed $100 million", 1e8)
    ('above', None)
    >>> never_passed("have never been less than $30 million", 3e7), never_passed("have never fallen below $30 million", 3e7)
    ('below', 'below')
    >>> never_passed("At no time have exports to Peru been above $30 million", 3e7)
    'above'
    >>> never_passed("were $50 million and have never exceeded $100 million", 5e7) is None
    True
    """
    above = (found for found in _NOT_REACHED.finditer(words) if found["how"].lower() == "never")
    if any(significant(found["number"]) == significant(value) for found in above):
        return "above"
    below = (found["number"] for found in _NEVER_BELOW.finditer(words))
    if any(significant(each) == significant(value) for each in below):
        return "below"
    for found in _AT_NO_TIME.finditer(words):
        if significant(found["number"]) == significant(value):
            return "below" if found["below"] else "above"
    return None


def set_apart(claim: Measure | Trend, before: str, clause: str) -> str | None:
    """Why figures decide nothing of a claim whose sentence denies something that it does not carry; None where it denies nothing.

    >>> from tieline.model.claims import Quote
    >>> words = "exports to Chile but not to Vietnam rose"
    >>> claim = Trend(document="d", version="v", quote=Quote(words, 0, 40), indicator="exports", reporter="KEN", partner="VNM",
    ...               direction="up")
    >>> set_apart(replace(claim, partner="CHL"), "Kenya's ", "exports to Chile, its fastest-growing market, rose") == RANKED_PACE
    True
    >>> set_apart(claim, "Kenya's ", words) == NOT_MEANT, set_apart(replace(claim, partner="CHL"), "Kenya's ", words) is None
    (True, True)
    """
    quoted = claim.quote.exact
    if _NEITHER.search(before + clause):
        return DENIED
    if claim.compared_with is not None and claim.compared_with.rank is None and _SOLE.search(before + quoted):
        return SOLE
    if claim.compared_with is not None and claim.compared_with.rank is not None and _ONCE.search(quoted):
        return PAST
    if isinstance(claim, Trend) and "period" in claim.inferred and _HAVING.search(quoted):
        return PAST
    if _AS_MUCH_TO.search(clause):
        return TWO_FLOWS
    if claim.compared_with is None and _ONLY_THESE.search(before + quoted):
        return SOLE
    peak = _PEAK_BEFORE.search(quoted) if isinstance(claim, Measure) and claim.value is not None else None
    if peak is not None and significant(peak["number"]) == significant(getattr(claim, "value", None) or 0.0):
        return PAST
    moves = claim.direction in {"up", "down"} if isinstance(claim, Trend) else claim.change_pct is not None
    if moves and _FASTEST.search(before + clause):
        return RANKED_PACE
    for found in _APART.finditer(before[-60:] + quoted):
        named = countries_in(found["name"])
        rest = (before[-60:] + quoted).replace(found.group(), " ", 1)
        if {claim.partner, claim.reporter} & set(named) - set(countries_in(before + rest)):
            return NOT_MEANT
    for found in _ANOTHER_FIGURE.finditer(quoted):
        if isinstance(claim, Measure) and _is_of(claim, found):
            return NOT_MEANT
    return DENIED if _NOT.search(quoted) and not _carries(claim) else None


def made_up_of(claim: Measure | Trend, clause: str) -> str | None:
    """That a tail tells of which goods a right figure is made up, of which the claim has none: "$44 million, almost all of it fish"; else None.

    >>> from tieline.model.claims import Quote
    >>> claim = Measure(document="d", version="v", quote=Quote("exports to Chile were $44 million", 0, 33), indicator="exports", reporter="KEN", partner="CHL",
    ...                 value=44e6, unit="USD")
    >>> made_up_of(claim, claim.quote.exact + ", almost all of it fish") is None, made_up_of(claim, claim.quote.exact + ", most of it to Lima") is None
    (False, True)
    """
    shares = isinstance(claim, Measure) and claim.share_pct is not None
    return MADE_UP_OF if not shares and _OF_IT_GOODS.search(clause, len(claim.quote.exact)) else None


def _is_of(claim: Measure, found: re.Match[str]) -> bool:
    """The claim's number is the one that the words set apart: "by half rather than by a third"."""
    told = [
        abs(each) for each in (claim.value, claim.change_pct, claim.change_value, claim.share_pct) if each is not None
    ]
    if found["part"]:
        return any(abs(each - part_of(found["part"])) < 0.5 for each in told)
    return any(significant(f"{each:g}") == significant(found["number"]) for each in told)


def _carries(claim: Measure | Trend) -> bool:
    """A denial that the claim has taken in: a bound ("have not fallen below" is at least that), a standstill, a record ("has never been higher"), a comparison."""
    if isinstance(claim, Measure):
        return not {claim.bounds.get("value", claim.bound), claim.bound}.isdisjoint({"under", "at_most", "at_least"})
    compares = claim.compared_with is not None and claim.compared_with.rank is None
    compares = compares and _NOT_MORE.search(claim.quote.exact) is None
    return compares or (claim.direction in {"flat", "record_high", "record_low", None} and claim.compared_with is None)
