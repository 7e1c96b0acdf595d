"""All rules of the grammar in one compiled pattern, tried where a word may open a date."""

from __future__ import annotations

from functools import lru_cache

from tieline.model import lazy_re as re
from tieline.model.english import COUNTED
from tieline.read.when.atoms import FIFTH_ON
from tieline.read.when.grammar import RULES

# What an expression may open with: looked for before the rules are tried, for most words of a text open none.
_NAME = (
    r"(?-i:J[au]n|JAN|F[eE][bB]|Mar|MAR|Apr|APR|M[aA][yY]|JU[NL]|Jul|Aug|AUG|Sep|SEP|Oct|OCT|Nov|NOV|Dec|DEC"
    r"|Mon|MON|Tue|TUE|Wed|WED|Thu|THU|Fri|FRI|S[au][tn]|SAT|SUN)"
)
_UNIT = r"(?:years?|months?|quarters?|qtr|half|weeks?|weekend|days?|decades?|hours?|minutes?|centur|semester|trimester|generation|fortnight|period|twelvemonth|seasons?)"
_WORD = (
    r"(?:first|second|third|fourth|last|final|closing|opening|same|corresponding|comparable|like|equivalent|matching|parallel"
    r"|similar|analogous|identical|respective|prior~year|rolling|trailing|initial|outgoing|ongoing|just|recently|new|running|immediately|latter|Iranian|Persian|solar|lunar|Islamic|Muslim|Hij\w+|Hejri|Shamsi|fy|reporting|reported|said|indicated|specified|reviewed|Ethiopian|Nepal|New\s+Year|third|fiscal|financial|budget|government|marketing|crop|past|previous|preceding|prior|earlier|next|coming|following"
    r"|latest|recent|current|present|running|whole|entire|full|very|end|start|beginning|middle|close|turn|near|foreseeable"
    r"|distant|calendar|long|later|few|couple|number|time|morning|afternoon|evening|night|spring|summer|autumn|fall|winter)\b"
)
_COUNT = "|".join(word for word in COUNTED if word not in {"a", "an", "zero"})
_OPEN = (
    rf"{_NAME}"
    rf"|(?:the|an?|this|that|these|those|in|its|his|their|so|from|between|over|for|during|within|last|next|past|coming|previous)"
    rf"\s+(?:(?:the|this)\s+)?(?:['’]?\d|{_NAME}|{_UNIT}|{_WORD}|far\b|(?:{_COUNT})\b)"
    rf"|(?:first|second|third|fourth|last|final|opening|closing|latter|initial|rolling|trailing)[\s~]+(?:\d|{_UNIT}|calendar|third\b|(?:to|through)\s|(?:{_COUNT})\b)"
    rf"|(?:the\s+)?{FIFTH_ON}\s+month\s+(?:of|in)\b"
    r"|(?:1[3-9]|2[01])\d\d|\d?\d/\d?\d/\d\d|[1-4][QH]|(?:[2-9]|1[0-2])m\s?(?:of\s)?(?:['’]?\d\d|last|this)|['’]?[3-9]0['’]?s\b|\d?\d\.\d?\d\.\d"
    rf"|(?:\d{{1,3}}(?:st|nd|rd|th)?|{_COUNT}|few|several|some|many|half|more|couple)[\s~/]+(?:\d|to\s|or\s|of\s|and\s|a\s|than\s|{_NAME}|{_UNIT}|(?:{_COUNT})\b)"
    r"|(?:year|month|quarter|qtr|week|mth|yr|day)s?[\s~/]|[ymq][/-]?o?[-/]?[ymq]\b|(?:ytd|fy|q[1-4]|h[12])\b|fy\s?['’]?\d|[qh][1-4]['’]"
    r"|on[\s~](?:the[\s~])?(?:a[\s~])?(?:year|month|quarter|week)|(?:thus|to)\s+(?:far|date)|(?:up\s+)?(?:to|until|till)\s+now\b|new\s+year\b|(?:prior|previous|last)~year|[mc]y\s?(?:19|20)\d\d"
    r"|(?:on\s+an?|in)\s+(?:annual|monthly|quarterly|weekly)\s+(?:basis|terms|comparison)|(?:iranian|persian|ethiopian|nepal(?:i|ese))\s+(?:calendar|fiscal|year)"
    rf"|(?:same|corresponding|comparable|like|equivalent|matching|parallel|similar|analogous|identical|respective|end|latest|following|recent)[\s~]+(?:\d|{_UNIT}|year|(?:{_COUNT})\b)"
    r"|(?:fiscal|financial|budget|government|marketing|crop)\s+(?:year|\d|[qh][1-4]\b|first|second|third|fourth)|(?:current|ongoing|outgoing|previous|preceding|running|present|its|their|(?:just|recently)[\s~]\w+)\s+(?:fiscal|financial|budget|fy)\b|(?:solar|lunar|islamic|muslim|hij\w+|shamsi|iranian|persian)\s+(?:year|calendar|solar|hij|shamsi|1[34])|(?:long|some\s+time|sometime|decades)\s+ago"
    r"|(?:recently|lately|shortly|soon|today|yesterday|tomorrow|tonight|overnight|twelvemonth)\b"
)


_BEFORE = r"(?=[\w'’])(?:\b|(?=['’]\d))(?<![$€£¥₹₩#@])(?<![\d][.,:])"
_TEMPLATE = re.compile(r"\\.|\[[^\]]*\]|~| \??")
_DASHES = r"\-‐‑–—"


def _spell(found: re.Match[str]) -> str:
    sign = found[0]
    if sign[0] == "[":
        return sign.replace(" ", r"\s").replace("~", _DASHES)
    return {"~": f"[{_DASHES}]", " ": r"\s+", " ?": r"\s*"}.get(sign, sign)


@lru_cache(maxsize=1)
def _rules() -> tuple[re.Pattern[str], dict[int, tuple[str, tuple[tuple[str, int], ...]]]]:
    """All rules in one pattern, made for the first text in which a time may open: it takes a seventh of a second."""
    sources = [f"(?P<{name}>" + re.sub(r"\(\?P<(\w+)>", rf"(?P<{name}_\1>", source) + ")" for name, source in RULES]
    whole = _TEMPLATE.sub(_spell, rf"{_BEFORE}(?={_OPEN})(?:{'|'.join(sources)})")
    pattern = re.compile(whole, re.IGNORECASE)
    fields: dict[str, list[tuple[str, int]]] = {name: [] for name, _ in RULES}
    for group, index in pattern.groupindex.items():
        rule, _, field = group.partition("_")
        if field:
            fields[rule].append((field, index))
    return pattern, {pattern.groupindex[name]: (name, tuple(fields[name])) for name in fields}


_OPENING = re.compile(_TEMPLATE.sub(_spell, rf"{_BEFORE}(?={_OPEN.replace('(?-i:', '(?:').lower()})"))


def fields_of(found: re.Match[str]) -> tuple[str, tuple[tuple[str, int], ...]]:
    """The rule that an expression follows, and the names and numbers of its groups."""
    return _rules()[1][found.lastindex or 0]


def next_time(text: str, at: int) -> re.Match[str] | None:
    """The next time expression at or after a place.

    Where one may open is looked for in small letters: a pattern that need not mind them is found three times as fast.
    """
    small = text.lower()
    if len(small) != len(text):
        return _rules()[0].search(text, at)
    for opening in _OPENING.finditer(small, at):
        found = _rules()[0].match(text, opening.start())
        if found:
            return found
    return None
