"""What stands around a time expression: whether the words are a time at all, and what part they play."""

from __future__ import annotations

from tieline.model import lazy_re as re

_BACK = 90  # characters looked at before a mention
_SCALE = (
    r"(?:mln|bln|[mb]n|million|billion|trillion|crore|lakh|thousand|pct|per\s?cent|%|tonn?es|tons|[km]?t\b|kg\b|kilos|lit(?:re|er)s|[bm]cm\b|barrels|bpd|dollars?|dlrs?|euros?"
    r"|yen|won|yuan|rupees|pounds|marks|francs|rou?bles|people|visitors|tourists|arrivals|passengers)"
)
_NUMBER = rf"(?:(?:US\s?|A|C|NZ|HK|S)?[$€£¥₹]\s?\d[\d.,]*(?:[mb]n?|tr?n|k)?\b|(?:[A-Z]{{2,3}}\.?\s?)?\d[\d.,]*\s*{_SCALE}|(?:\d[\d.,]*\s+)?(?:half|nothing|zero))"

_HEDGES = (
    r"(?:(?:a|an|the|just|only|some|about|around|nearly|almost|roughly|approximately|more|less|than|over|under|record|an?\s+estimated"
    r"|estimated|previous|initial|targeted|revised|deficits?|surplus|gap|shortfall|of|figures?|total|level|as|much|many|little)\s+){0,5}"
)

_AHEAD = re.compile(
    r"\b(?:by|until|till|due(?:\s+(?:in|on|for))?|(?:scheduled|set|slated|planned|planning|billed|due|booked)\s+(?:for|on|in)"
    r"|expected\s+(?:in|on|by)|deadline(?:\s+of|,)?|as\s+(?:early|soon)\s+as|no\s+later\s+than"
    r"|take\s+effect\s+(?:on|in|from)|come\s+into\s+force\s+(?:on|in|from))\s+"
    r"(?:about\s+|around\s+|early\s+|late\s+|mid-?\s?|the\s+end\s+of\s+|(?:early|late)\s+in\s+)?$",
    re.IGNORECASE,
)
_LINK = r"(?:in|for|during|on|at|(?:that|those)\s+(?:of|in)|the\s+figures?\s+(?:for|in)|(?:(?:the|its|their)\s+)?levels?\s+(?:of|in))"
_DIRECT = re.compile(
    rf"(?:\b(?:compar(?:ed|es|ing)|comparison|contrasted)\s+(?:with|to)|\b(?:against|versus|vs\.?|(?<!later\s)(?<!earlier\s)(?<!sooner\s)(?<!more\s)(?<!less\s)(?<!rather\s)than|relative\s+to)"
    rf"|\b(?:below|above|beneath|beyond|from|off|under|over)\s+(?:its|their|the|a)\s+(?:[\w-]+\s+){{0,2}}(?:peak|high|low|trough|maximum)\s+(?:of|in|reached\s+in|hit\s+in|set\s+in)"
    rf"|(?:\bpct|percent|per\s?cent|%|\b(?:rise|fall|increase|decrease|drop|gain|decline)\s+of\s+an?\s+(?:half|third|quarter|fifth|sixth|tenth)|\bup|\bdown|\bpoints|\bhigher|\blower|\brise|\bfall|\bincrease|\bdecrease|\bdrop|\bgain|\bdecline)\s+on|\bor\s+[\d.]+\s?(?:pct|per\s?cent|%),\s+on|\babove|\bbelow"
    rf"|\b(?:up|down|more|less|higher|lower|rise|fall|rose|fell|grew|increase[sd]?|decrease[sd]?|drop(?:ped)?|gain(?:ed)?|declined?)\s+(?:by\s+|of\s+)?{_HEDGES}(?:{_NUMBER}|(?:half|third|quarter|fifth|sixth|tenth))(?:\s+(?:U\.S\.|[a-z]+)){{0,2}}\s+on"
    rf"|\b(?:exceed|surpass|pass|topp?|beat|outstripp?)(?:e?d|e?s|ing|en)?\s+(?:the|its|their)\s+(?:total|figure|level|amount|record|result)s?\s+(?:for|of|in|set\s+in)"
    rf"|\bwhat\s+(?:it|they|that|the\s+country)\s+(?:was|were|had(?:\s+been)?|did|sold|bought|sent|took|got|[a-z]+ed)"
    rf"|(?:\bdouble|\btwice|\btriple|\bhalf|\btimes)\s+(?:the|its|their)\s+(?:figure|level|total|amount|number)s?\s+(?:for|of|in))\s+(?:{_LINK}\s+)?(?:the\s+|its\s+)?$",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"\b(?:above|below|beyond|over|under|near|from|to|off|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|double|triple|twice|thrice|(?:half|thirds?|quarters?|fifths?|tenths?|times|percent|per\s?cent|pct)(?:\s+of)?)\s+(?:the\s+|its\s+|their\s+)?$",
    re.IGNORECASE,
)
_OF_LEVEL = re.compile(
    r"(?:['’]s)?\s+(?:levels?|figures?|totals?|mark|volumes?|amounts?|values?|numbers?|results?)\b", re.IGNORECASE
)
_FROM = re.compile(rf"(?<!effective\s)\b(?:from|(?P<over>over))\s+(?:{_LINK}\s+)?(?:the\s+|its\s+)?$", re.IGNORECASE)
_CHANGE = re.compile(
    r"(?:\bpct\b|percent|per\s?cent|%|\b(?:(?:up|down)\b|r[io]se|risen|fell|fall|fallen|gr[eo]w|grown|growth|jump|climb|drop|declin|decreas"
    r"|increas|gain|chang|high|low|unchanged|slump|surg|soar|widen|narrow|shr[aiu]nk|sl[iu]d|more|less|doubl|tripl|plung|plummet"
    r"|tumbl|reduc|improv|expan|contract))",
    re.IGNORECASE,
)
_ONWARD = re.compile(r"\s*(?:to|until|till|through|onwards?|on[,.])(?!\s+(?:US)?[$€£¥]?\d[\d,.]*)\b", re.IGNORECASE)
_AND_VALUE = re.compile(
    rf"\s*,?\s*(?:and|or)\s+{_HEDGES}{_NUMBER}(?:\s+(?!and\b|to\b|but\b)(?:[A-Za-z][\w-]*|U\.S\.)){{0,5}}\s*(?:in\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
_VALUE = re.compile(
    rf"\b(?:compar(?:ed|es|ing)\s+(?:with|to)|against|versus|vs\.?|from|(?:than|over|above|below)\s+the)\s+{_HEDGES}{_NUMBER}(?:\s+(?:and|or|for|worth)\s+{_HEDGES}{_NUMBER})?"
    r"(?:\s+(?!and\b|to\b|but\b|which\b|who\b|said\b|while\b)(?:[A-Za-z][\w-]*|U\.S\.)){0,6},?\s*(?:\(.{1,30}?\)\s*)?$",
    re.IGNORECASE,
)
_SET_OFF = re.compile(
    rf",\s+(?:(?:up|down)\s+)?from\s+{_HEDGES}{_NUMBER}(?:\s+(?!and\b|to\b)[A-Za-z][\w-]*){{0,3}},\s+(?:in\s+)?$",
    re.IGNORECASE,
)
"""An earlier level between commas, before a time that is not its own: "sold 107 million, up from 95 million, last year"."""
_TO_VALUE = re.compile(r"\s+to\s+(?:[a-z]+\s+){0,3}(?:US)?[$€£¥]?\d", re.IGNORECASE)
_COUNTED = re.compile(rf"{_NUMBER}(?:\s+(?:U\.S\.|[A-Za-z-]+)){{0,2}}\s+$", re.IGNORECASE)


_MODAL = re.compile(
    r"\b(?:will|would|shall|won['’]t|(?:is|are|be)\s+(?:due|set|scheduled|expected|planned|to)|(?:was|were)\s+(?:due|scheduled|expected)"
    r"|(?:plan|agree|expect|hope|intend|decide|promise|pledge|want|prepare)(?:s|e?d)?\s+to)\b(?P<between>(?:[^.,;:\d]|[.,]?\d){0,80})$",
    re.IGNORECASE,
)
_BACKWARD = re.compile(
    r"(?<!\bbe\s)\b(?:\w\w+ed|made|held|said|struck|took|fell|rose|began|met|told|won|since|which|who|after|if|than|from|and|but|while|that|as|against|forecast|retroactive)\b",
    re.IGNORECASE,
)


def sounds_ahead(text: str, at: int) -> bool:
    """The clause before speaks of the future, as far as its words alone tell; a parse knows better.

    >>> text = "The minister will visit on Friday"
    >>> sounds_ahead(text, 27), sounds_ahead("He said on Friday", 11)
    (True, False)
    """
    found = _MODAL.search(text[max(0, at - 110) : at])
    return bool(found) and not (found and _BACKWARD.search(found["between"]))


_TOLD_AS_PAST = re.compile(
    r"\b(?<!will have )(?:rose|fell|grew|reached|totall?ed|amounted|climbed|dropped|increased|decreased|declined|stood|had|was|were|received|shipped|sold|bought|brought|earned|sent|took|made|exported|imported|came|went)\b(?!(?:[^;.]|\.\d)*\b(?:will\b|would\b|to\s+(?-i:(?!the\b|its\b|that\b|a\b)[a-z])))(?:[^;.]|\.\d)*$",
    re.IGNORECASE,
)


def points_ahead(text: str, at: int) -> bool:
    """The words right before say that the time is still to come: "by", "scheduled for", "the deadline of"."""
    found = _AHEAD.search(text[max(0, at - 50) : at])
    if (
        found
        and found.group().lower().startswith(("by", "until", "till"))
        and (_TOLD_AS_PAST.search(text[max(0, at - 80) : at]) or _BY_THEN.match(text, at))
    ):
        return False
    return bool(found)


_BY_THEN = re.compile(
    r"[^;.]{3,120}?\b(?<!will )(?:(?:had|has|have)\s+(?!to\b)\w+|(?:was|were)\s+(?:[A-Z]{0,3}[$€£¥]?\d|worth|valued|at)|(?:stood|totall?ed|amounted|reached)\b)"
)
"""Behind "by June 20": what had happened by then."""
_THAN_IN = re.compile(
    r"\b(?:than|same as|as much as|as many as|as high as)\s+(?:(?:in|during|for|over)\s+)?(?:the\s+)?$", re.IGNORECASE
)


_THAN_WHAT = re.compile(
    r"\b(?:than\s+(?:the|its|their)\s+(?:value|volume|amount|number|level|figure|total|sum|quantity|tonnage|exports|imports|sales|shipments|deliveries|purchases|turnover)\b|as\s+(?:much|many)\s+as\s+(?:was|were|had\s+been|it|they)\s+(?:sold|bought|sent|brought|shipped|taken|[a-z]+ed)\b)"
    r"(?:\s+(?!and\b|but\b|while\b|which\b|who\b|said\b|if\b|when\b)[a-z'’-]+){0,7}\s+(?:in|during|over)\s+(?:the\s+)?$"
)
"""Before a time whose figure another one is held against: "three times greater than the value of what was supplied in 2021"."""
_FAR_BACK = 140


def has_base_cue(text: str, start: int, end: int, *, stretch: bool = False) -> bool:
    """Something is held against the time at this place (nothing is by "over" if it is a stretch of time).

    >>> text = "up 5 pct from 2013"
    >>> has_base_cue(text, 14, 18)
    True
    """
    before = text[max(0, start - _BACK) : start]
    if _THAN_IN.search(before):
        return True
    if _THAN_WHAT.search(text[max(0, start - _FAR_BACK) : start]):
        return True
    if _DIRECT.search(before) or (_OF_LEVEL.match(text, end) and _LEVEL.search(before)):
        return True
    if found := _FROM.search(before):
        if found["over"] and stretch:
            return False
        return bool(_CHANGE.search(before)) and not _ONWARD.match(text, end)
    if _SET_OFF.search(before):
        return False
    found = _VALUE.search(before)
    return bool(found) and not (found and found[0][:4].lower() == "from" and _TO_VALUE.match(text, end))


def carries_base(text: str, end: int, start: int) -> bool:
    """Between two times stands "and", a figure and "in": what was held against the first is held against both."""
    return start - end <= _BACK and bool(_AND_VALUE.fullmatch(text, end, start))


def counted_before(text: str, at: int) -> bool:
    """A figure stands right before: "2.78 billion a year ago"."""
    return bool(_COUNTED.search(text[max(0, at - 40) : at]))


_PLACED = re.compile(
    r"\b(?:in|since|until|till|during|through|throughout|last|next|late|early|mid|end|of|by|for|from|before|after|between|and|to|ended|ending|the|a|an|this|than|or)"
    r"[\s~‐‑–-]+$|\b(?:mid|end)-$|['’]s\s+$",
    re.IGNORECASE,
)
_PLACED_MAY = re.compile(
    r"\b(?:in|since|until|till|during|through|throughout|late|early|mid|by|of|end|from|between|than|against|before|after)[\s-]+$",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:in|since|during|until|through)\s+$")
_CAPITAL = re.compile(r"\s+(?-i:[A-Z][a-z]+)")


def reads_as_month(name: str, text: str, start: int, end: int) -> bool:
    """A month's name without day or year is a month here: not the verb, the modal, the first name or the company."""
    word, before = name.rstrip("."), text[max(0, start - 24) : start]
    if start and text[start - 1] in "-'’" and not re.search(r"(?i)\b(?:mid|end|early|late|pre|post)-$", before):
        return False
    after = text[end : end + 24]
    if word.lower() == "may":
        if text[end : end + 1] == "." and not re.match(r"\.(?:\s+[A-Z\"“]|\s*$)", after):
            return False
        if re.match(r"['’]s\s+(?:\w+\s+)?[$€£¥A-Z]{0,3}\s?\d", after) and _PLACED_MAY.search(before):
            return True
        if _OF_MONTH.match(after) and text[start : start + 1] == "M":
            return True  # "Japan's May exports"
        held = re.search(r"\b(?:up|down|higher|lower|more|less|percent|per\s?cent|%)\s+on\s+$", before) is not None
        return (held or bool(_PLACED_MAY.search(before))) and not re.match(
            r"(?i)\s+(?:be|have|not|also|well)\b|['’]s\b", after
        )
    if word.lower() == "march":
        goes_on = re.match(r"(?i)\s+(?:on|of|toward|towards)\b(?!\s+(?:this|last|next|\d))", after) is not None
        return _IN.search(before) is not None or (bool(_PLACED.search(before)) and not goes_on)
    if len(word) <= 4 and word.lower() not in {"june", "july"}:
        return bool(_PLACED.search(before)) or (name.endswith(".") and bool(re.match(r"\s+[a-z]", after)))
    if word in {"April", "June", "August"} and _CAPITAL.match(after):
        return bool(_PLACED.search(before)) or start == 0
    return True


_OF_MONTH = re.compile(
    r"\s+(?:(?:[a-z]+\s)?(?:exports|imports|shipments|sales|arrivals|trade|surplus|deficit|figures|data|total|level|remittances|deliveries))\b"
)
_STRONG = re.compile(
    r"(?:\b(?:in|since|during|until|till|throughout|calendar|years?|periods?|early|late|mid|end|before|after|through|between|summer|autumn|winter|spring|back in|as\s+(?:recently|early|late|far\s+back)\s+as|as\s+(?:at|of)|designat(?:ed?|ing)|proclaim(?:ed|s)?|declar(?:ed?|ing))[\s-]+"
    r"|\b(?:and|or|,)\s+in\s+)$",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"(?:(?:^|\b(?:of|for|by|from|to|than|with|against|over|versus|vs\.?|on|that|both|about|across|around|whole|all|of\sall|full-year|late\sin|million|billion|mln|bln|bn|reported|posted|recorded|registered)\s+)|\b(?:year|season|period|before|earlier),\s+|[(\[]|—\s?|–\s)$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:\b(?:the|a|an|its|their|his|her|this|our)\s+|['’]s?\s+|\b[A-Z][\w.]+\s+)$")
_NOT_YEAR = re.compile(
    r"(?:\b(?:more|less|fewer|other)\s+than|\b(?:total|number|sum|average|crowd|distance|workforce|price)\s+of"
    r"|\b(?:rose|fell|rise|fall|climbed|dropped|increased|grew|gained|slipped|jumped|down|up|close|declined|lost|eased|advanced)\s+(?:to|by|about)"
    r"|\b(?:points?|index|(?<!their )(?<!its )(?<!the )level)\s+(?:to|of|at)|(?<![A-Za-z])(?:US|Rs|Rp|kr|EUR|USD|GBP|JPY)\.?|[$€£¥₹₩])\s*$",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"\s+(?!(?:was|is|has|as|its|this|does|levels|figures|exports|imports|results|sales|highs|lows|prices|shipments|earnings|revenues|profits|across|versus)\b)"
    r"[a-z]+s\b"
)
_ROUND_YEARS = {"2000", "2050"}
_MEASURING = re.compile(r"\b(?:about|around|over|than|by|to)\s+$", re.IGNORECASE)
_WORD_AFTER = re.compile(r"['’]?s?[\s-]+[A-Za-z$]")


def reads_as_year(year: str, text: str, start: int, end: int) -> bool:
    """Four digits are a year here: in the place of one, and no quantity, price or clock time.

    >>> reads_as_year("2014", "exports in 2014 rose", 11, 15)
    True
    >>> reads_as_year("2014", "some 2014 sheep", 5, 9)
    False
    """
    before = text[max(0, start - 32) : start]
    if _NOT_YEAR.search(before):
        return False
    plural = bool(_PLURAL.match(text, end))
    round_number = int(year) % 50 == 0
    if _STRONG.search(before):
        return not (plural and round_number)
    if plural and round_number:
        return False
    if _WEAK.search(before):
        if start == 0:
            return bool(_WORD_AFTER.match(text, end))
        return not round_number or year in _ROUND_YEARS or not _MEASURING.search(before)
    return bool(_ARTICLE.search(before)) and bool(_WORD_AFTER.match(text, end)) and not round_number


_ODD_DAY = re.compile(r"\b(?:Good|Black|Easter|Ash|Palm|Bloody|Super|Maundy|Whit|Shrove|Cyber|Freaky)\s+$")
_PAPER = re.compile(
    r"\s+(?:Times|Mirror|Telegraph|Express|Mail|Sun|Herald|Island|Post|Independent|Business|Review|People|World|Agreement)\b"
)


def reads_as_day_name(name: str, text: str, start: int, end: int, *, marked: bool) -> bool:
    """A weekday is one here: no newspaper, no feast, and short forms only with a stop and a preposition."""
    before = text[max(0, start - 12) : start]
    if _ODD_DAY.search(before) or _PAPER.match(text, end):
        return False
    if name.rstrip(".").lower().endswith("day"):
        return True
    return name.endswith(".") and (
        marked or bool(re.search(r"(?i)\b(?:on|by|until|since|from|to|late|early)\s+$", before))
    )
