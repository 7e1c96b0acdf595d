"""The grammar of time expressions: one compiled pattern, tried where a word may open a date.

In the sources below a blank stands for any white space and `~` for any dash.  Names of months and days count only with
a capital; the group names of a rule are unique in the compiled pattern through the rule's name.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.when.words import NUMBERS, UNITS

_MONTH = (
    r"(?-i:January|February|March|April|May|June?|July?|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE?|JULY?|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?)(?!\w)"
)
_DAYNAME = (
    r"(?-i:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)\b"
)
_DAYSHORT = r"(?-i:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\b\.?"
_WEEKDAY = rf"(?:{_DAYNAME}|{_DAYSHORT})"
_DATED = rf"(?:{_WEEKDAY},? \(?)?"
_D = rf"(?:0?[1-9]|[12]\d|3[01])(?!\w|[,.:]\d|~?(?:nation|member|year|day|point)|(?-i:-[a-z])| ?{UNITS})"
_ORD = r"(?:(?:1|2|3)?(?:1st|2nd|3rd|[04-9]th)|1[1-3]th)"
_DAY = rf"(?:{_D}|{_ORD}\b)"
_YEAR = r"(?:1[5-9]\d\d|20\d\d|2100)(?![\w%]|[.,]\d|(?-i:-[a-z]))"
_YEAR2 = r"(?:1[5-9]|20)\d\d"
_N = r"(?:\d{1,3}|" + "|".join(word for word in NUMBERS if word not in {"zero", "a", "an"}) + ")"
_FEW = r"(?:a few|few|several|some|many|a couple of|a number of|recent|more than a few)"
_THIS = r"(?:this|the current|the present|the running)"
_ROLE = r"(?:last|next|that|the(?: (?:same|following|coming|previous|preceding|prior|current|present))?|this(?: coming)?|previous)"
_QUARTER = r"(?:quarter|qtr|half(?:[ ~]year)?|semester)"
_ORDINAL = r"(?:first|second|third|fourth|last|final|closing|opening|1st|2nd|3rd|4th)"
_FIFTH_ON = r"(?:fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)"
_NTH = rf"(?:first|opening|second|third|fourth|{_FIFTH_ON}|last|final|1st|2nd|3rd|[4-9]th|1[0-2]th)"
_FISCAL = r"(?:(?:the )?(?:(?:fiscal|financial)(?: year)?|(?:budget|government|marketing|crop) year)|FY)"


def _yearish(tag: str) -> str:
    """A year as the second half of an expression: `of 2014`, `last year`, `of fiscal 2014-15`."""
    return (
        rf"(?:(?:(?:the )?calendar year )?(?P<yr{tag}>{_YEAR}(?![-–/]\d\d(?!\d|-)))|(?!the year (?:before|earlier|ago|after|to|ended|ending)\b)(?P<rel{tag}>{_ROLE}|(?:its|their)(?: (?:current|new|last|previous))?(?= (?:fiscal|financial|budget)))(?:(?P<fr{tag}> (?:fiscal|financial)(?: year)?| budget year)|(?: calendar)? year)\b(?!~)"
        rf"|{_FISCAL} ?(?P<fy{tag}>{_YEAR2}(?: ?[-–/] ?\d\d(?:\d\d)?)?)\b|(?-i:FY) ?['’]?(?P<f2{tag}>\d\d(?:[-–/]\d\d)?)\b"
        rf"|(?:the )?(?P<fx{tag}>{_YEAR2}[-–/]\d\d(?:\d\d)?)\b(?: (?:fiscal|financial) year)?)"
    )


def _month(tag: str) -> str:
    return rf"(?P<m{tag}>{_MONTH})"


_ENDS = rf"(?:,? (?:(?:that|which) )?(?:ended|ending)(?: in| on)? (?P<em>{_MONTH})(?: {_DAY})?| \((?:{_MONTH})[-–/](?P<am>{_MONTH})\))?"
_OF = r"(?:,? (?:of |in |for |during )?|~|/)"

# name, the words or signs it may open with, and its source; the first that fits wins
RULES: Final[tuple[tuple[str, str], ...]] = (
    ("iso", rf"(?P<date>{_YEAR2}-\d\d-\d\d)\b(?!-)|(?P<dot>\d?\d\.\d?\d\.{_YEAR2})\b"),
    (
        "todate",
        rf"(?P<so>so far|thus far|to date)(?:,? (?:in|during))? (?:(?P<yr>{_YEAR})|(?P<unit>this (?:year|month|quarter|week|decade)|the year|the current year))|(?:the )?(?:this )?(?P<ytd>year~to~date|year to date|(?-i:YTD))\b|(?P<ysf>(?:the|this) year so far)\b|(?<=since\s)(?P<beg>(?:the )?(?:start|beginning) of (?:the|this) year|the year (?:began|started))\b|(?P<jtd>{_MONTH})~to~date",
    ),
    (
        "days",
        (
            rf"(?P<both>between )?{_DATED}(?:(?P<m1>{_MONTH}) ?(?P<d1>{_DAY})(?:,? (?P<yr0>{_YEAR})(?= ?~ ?[A-Z]| \w+ [A-Z]))?"
            rf"(?: ?~ ?| (?:to|through|until|till|(?P<and>and)) ){_DATED}(?:(?P<m2>{_MONTH}) ?)?(?P<d2>{_DAY})"
            rf"|(?P<e1>{_DAY})(?: (?P<m0>{_MONTH}))?(?: ?~ ?| (?:to|through|until|till|(?P<and2>and)) )(?P<e2>{_DAY}) (?P<m3>{_MONTH}))(?:{_OF}{_yearish('')})?"
        ),
    ),
    (
        "day",
        (
            rf"(?:(?P<q>last|next|this) )?{_DATED}(?:{_month('1')} ?(?P<d1>{_DAY})"
            rf"|(?:the )?(?P<d2>{_DAY})(?: of)?[ -]{_month('2')})\)?(?:(?:{_OF}|-)(?!the {_YEAR2}[-–/]\d\d ){_yearish('')})?"
        ),
    ),
    (
        "months",
        (
            rf"(?P<the>the )?(?P<both>between |from )?(?:(?:early~?|(?:the )?(?:start|beginning) of) )?{_month('1')}(?:,? (?:of )?{_yearish('1')})?"
            rf"(?: ?[~/] ?| (?:(?:up )?to|through|thru|until|till|(?P<and>and)) (?:(?:the )?end(?:~| of )|late |early |mid~)?){_month('2')}(?!~? ?\d\d?\b(?!\d))"
            rf"(?: (?:period|quarter|half(?:[ ~]year)?|stretch|months))?(?:{_OF}{_yearish('2')}| \({_yearish('3')}\))?"
        ),
    ),
    (
        "fromstart",
        rf"(?:(?:from|between) )?(?:the )?(?:start|beginning) of (?:the|this) year (?:up )?(?:to|through|until|till|and) (?:end~|(?:the )?(?:end|close) of )?{_month('')}(?:{_OF}{_yearish('')})?",
    ),
    (
        "month",
        rf"(?:the month of )?(?:(?P<q>last|next|this|the coming|this coming|this past) )?{_month('')}(?:{_OF}{_yearish('')})?",
    ),
    (
        "quarters",
        rf"(?:the )?(?:last |latest )?(?P<n>{_N})(?: |~)quarters (?:to|through|ending(?: in| at| with)?)(?: the end of)? (?-i:Q(?P<k>[1-4])) (?P<yr>{_YEAR})",
    ),
    (
        "part",
        (
            rf"(?:the )?(?:{_yearish('0')}(?:'s|’s)? )?(?P<ord>{_ORDINAL})(?: |~)(?P<unit>{_QUARTER})\b(?! in a row| running)"
            rf"(?: period)?(?: \((?P<pa>{_MONTH}) ?(?:~|to) ?(?P<pb>{_MONTH})\))?(?:{_OF}(?:the )?{_yearish('')})?"
        ),
    ),
    (
        "code",
        (
            rf"(?-i:(?P<q1>[QH])(?P<k1>[1-4])|(?P<k2>[1-4])(?P<q2>[QH]))"
            rf"(?:(?:[ /-]|,? (?:of |in ))?(?P<yr>{_YEAR})|['’]?(?P<y2>\d\d)(?!\w|[.,]\d|%))?(?![\w])"
        ),
    ),
    (
        "codem",
        rf"(?<![$€£¥]\x20)(?-i:(?<![A-Z]\x20)(?P<n>[2-9]|1[01])M)(?:[ /-]|,? (?:of |in ))?(?:(?P<yr>{_YEAR})|['’]?(?P<y2>\d\d)(?!\w|[.,]\d|%))",
    ),
    (
        "yearsto",
        rf"(?:the )?(?P<n>{_N})(?: |~)years? (?:to|through|ended|ending)(?: in| the end of)? (?P<yr>{_YEAR})\b",
    ),
    ("codey", rf"(?P<yr>{_YEAR2})[ -]?(?-i:(?P<q1>[QH])(?P<k1>[1-4]))\b"),
    (
        "opening",
        (
            rf"(?:the )?(?:{_yearish('0')}(?:'s|’s) )?(?P<ord>first|last|final|opening|closing)(?: |~)(?P<n>{_N})(?: |~)(?P<unit>months?|quarters|weeks|days)\b"
            rf"(?: period)?(?: (?:of|in|from|since) (?:the )?(?P<mrel>{_ROLE} month)|{_OF}(?:{_month('')}(?:,? (?:of )?{_yearish('m')})?|{_yearish('')}))?"
        ),
    ),
    (
        "nthmonth",
        rf"(?:the )?(?P<nth>{_NTH}) month (?:of|in) (?:{_yearish('')}|the (?P<new>new )?year\b(?!~))",
    ),
    ("ofyear", rf"(?:the )?(?P<n>{_N})(?: |~)months (?:of|in) (?:the )?{_yearish('')}(?! (?:to|ended|ending)\b)"),
    (
        "ending",
        (
            rf"(?:the |a )?(?:(?P<n>{_N})(?: |~)months?(?: period)?|(?P<nq>{_N})(?: |~)quarters|(?:(?:(?P<fi>fiscal|financial|crop|marketing) )?year|(?:(?:crop|marketing|selling|harvest|sugar|export|grain|coffee|tea) )?season)(?: {_YEAR})?"
            r"|(?P<qq>quarter)|(?P<hh>half(?:[ ~]year)?)),? "
            r"(?:(?:up |leading (?:up )?)?to(?: the end of)?|through|until|till|(?:that |which )?(?:ended|ending|ends)(?: on| in| at the end of)?) "
            rf"(?:end~|(?:late|mid|early)[ ~]|(?P<lq>last|this past) )?(?:(?P<d0>{_DAY}) )?{_month('')}(?: (?P<d>{_DAY}))?(?:,? (?:of )?{_yearish('')})?"
        ),
    ),
    (
        "fiscal",
        (
            rf"(?:{_FISCAL} ?(?P<fy>{_YEAR2}(?: ?[-–/] ?\d\d(?:\d\d)?)?)\b|(?-i:FY) ?['’]?(?P<f2>\d\d(?:[-–/]\d\d)?)\b"
            rf"|(?:the )?(?P<fb>{_YEAR2}(?:[-–/]\d\d(?:\d\d)?)?) (?:(?:fiscal|financial)(?: year)?|(?:budget|marketing|crop|government) year)\b"
            rf"|(?P<frel>last|next|previous|preceding|{_THIS}|the (?:last|next|previous|preceding|prior|coming|past)) (?:(?:fiscal|financial)(?: year)?|budget year)\b){_ENDS}"
        ),
    ),
    (
        "same",
        (
            rf"(?:the |a |its )?(?P<how>same|corresponding|comparable|like|equivalent|matching|parallel|similar|(?:this|that|these|those)(?= (?:{_N} )?(?:period|span|months|weeks|days|stretch) (?:(?:of|in|from) )?(?:the (?:previous|prior|preceding) year|the year before|last year|(?:a|one) year (?:ago|earlier|before)|{_YEAR})))"
            rf"(?: (?:(?P<ymid>{_YEAR})|(?P<ye>year~(?:ago|earlier))|{_N}(?:~(?:month|day|week))?))?"
            r" (?P<unit>period|time|month|quarter|half(?:[ ~]year)?|week|day|span|months|weeks|days|stretch)\b"
            rf"(?:,? (?:(?:of|in|for|from|during) )?(?:(?P<back>(?:a|one) year (?:ago|earlier|before|previously)|year~(?:ago|earlier)"
            rf"|(?:the |a )?(?:previous|prior|preceding) year|the year (?:before|earlier)|last year|(?:the )?(?:last|previous) (?:fiscal|financial)(?: year)?)|(?:the year )?(?P<yr>{_YEAR})|(?P<ty>this year)|(?P<pm>last|(?:the )?previous|(?:the )?prior) (?:month|quarter)))?"
        ),
    ),
    (
        "yoy",
        r"(?:on a )?(?:year~(?:on|over|to)~year|year (?:on|over) year|yr/yr|(?-i:y/y|Y/Y|yoy|YoY|YOY|y-o-y|Y-o-Y)|on~year)\b(?!~| (?:earlier|before|ago)\b)|on the year\b(?!~| (?:to|earlier|before|ago)\b)",
    ),
    (
        "pop",
        (
            r"(?:month~on~month|month~over~month|month on month|mth/mth|quarter~on~quarter|quarter~over~quarter|quarter on quarter|qtr/qtr|week~on~week"
            r"|on~month|on~quarter|on the (?:month|quarter|week)|(?-i:m/m|MoM|M/M|m-o-m|q/q|QoQ|Q/Q|q-o-q))\b(?! of)"
        ),
    ),
    (
        "yearago",
        r"the year before (?P<last>last)\b|(?:the |its |that |a )?year(?:~| )(?:ago|earlier|before)(?:['’]s)?(?! (?:the|a|an|he|she|(?:it|they)(?! (?:was|were|had been|stood|came|totall?ed|amounted)\b)|his|its|their|being|last|that)\b)(?: (?:period|month|quarter|figure|level|half|total|number|time|week))?\b",
    ),
    (
        "ago",
        (
            rf"(?P<n>{_N}|a|an|{_FEW}|(?P<half>half a))(?: |~)(?P<unit>years?|quarters?|months?|weeks?|days?|decades?|centur(?:y|ies)|hours?|minutes?|generations?)(?: or (?:so|two|more))?"
            rf" (?P<back>ago|earlier|before(?=\s*(?:[.,;:)]|$)| (?:and|but|when|as|in|to|that)\b)|previously|later|back|from now|hence)\b|(?P<long>(?:long|some time|years|months|weeks|days|decades|sometime) ago)\b"
            r"|the (?P<before>month|quarter|week) (?:before|earlier)(?=\s*(?:[.,;:)]|$)| (?:and|but|when|as|in|to|it|they)\b)"
        ),
    ),
    (
        "past",
        (
            rf"(?P<way>(?:(?:the|its|his|their) (?:preceding|following|prior)|(?:(?:the|its|his|their) )?(?:past|last|previous|next|coming|latest|recent)))(?: |~)(?:(?P<n>{_N}|few|several|couple of|many|{_FEW}) )?(?P<unit>years|quarters|months|weeks|days|decades|hours)\b"
            rf"|the (?P<one>past) (?P<unit1>year|decade|quarter|month|week|half~century|century|day)\b|(?:over|in|during|for|within) (?:the )?(?P<over>last|next|coming) (?P<unit2>decade)\b"
        ),
    ),
    (
        "monthly",
        rf"(?P<n>{_N})~month(?= (?:total |foreign |tourist |visitor |two~way |bilateral |merchandise )?(?:exports?|imports?|trade|arrivals|turnover|shipments|sales|purchases|total|figures?|deficit|surplus)\b)",
    ),
    (
        "stretch",
        rf"(?:(?P<the>the|these|those) (?P<n>{_N})(?: |~)months?(?: (?:period|span|stretch))?|(?P<n1>{_N}) months)\b(?! (?:(?:up|to|through|until|till)\b(?! (?:about |around |nearly |almost |some |over )?[\d$€£¥])|of|ended|ending|ends|from|since|before|after|earlier|ago|ahead))",
    ),
    (
        "weekday",
        (
            rf"(?:(?P<wb>last|next|this) week,? (?:on )?)?(?:(?P<q>last|next|this|the (?:previous|following)|this (?:past|coming)|the coming) )?(?P<wd>{_DAYNAME}|{_DAYSHORT})"
            rf"(?: (?:of |in )?(?P<wa>last|next|this) week\b)?(?: (?:morning|afternoon|evening|night))?"
        ),
    ),
    (
        "dayword",
        r"(?P<w>today|yesterday|tomorrow|tonight|overnight|this (?:morning|afternoon|evening)|last (?:night|evening)|(?:the )?day (?P<far>before yesterday|after tomorrow))\b",
    ),
    (
        "relative",
        (
            r"(?:(?P<time>this time) )?(?P<way>last|next|(?:this|that|the)(?: (?:same|current|present|previous|preceding|prior|following|coming|past|whole|entire|full|latest|very))?|the (?:next|last))"
            r"(?: calendar)? (?P<unit>year|month|week|weekend|quarter|half|decade|day|period)\b(?!~(?:on|to|over|old|long|end|ago|earlier|high|low))"
        ),
    ),
    ("decade", r"(?:the )?(?:(?P<y>(?:1[5-9]|20)\d0)|['’]?(?P<y2>[3-9]0))['’]?s\b"),
    (
        "yearmonth",
        rf"(?P<both>between |from )(?P<a>{_YEAR2}) (?:to|through|until|till|and) (?:(?:the )?end of )?{_month('')},? (?P<yr>{_YEAR})",
    ),
    (
        "years",
        rf"(?P<both>between |from )?(?P<a>{_YEAR2})(?: ?[-–/] ?| (?:to|through|until|till|(?P<and>and)) )(?P<b>{_YEAR2}|\d\d(?!\d))(?![\w%]|[.,/-]\d| ?{UNITS}){_ENDS}",
    ),
    ("yearlist", rf"(?P<list>{_YEAR}(?:, {_YEAR}){{0,8}},? (?:and|or|&) (?:in )?{_YEAR})(?! ?{UNITS})"),
    (
        "endyear",
        r"(?:the )?(?:year~end|end~year)\b|(?:the )?(?P<e>end|start|beginning|middle|close|turn) of (?:the|this) (?P<unit>year|month|week|quarter|decade)\b",
    ),
    ("year", rf"(?P<yr>{_YEAR})(?! ?{UNITS})"),
    (
        "ordinal",
        rf"the (?P<d>{_ORD})\b(?: of (?P<om>(?:this|last|next|the|that) month)\b)?(?=\s*(?:[.,;:)\]!?]|$)|\s+(?:and|or|at|with|for|when|where|but|as|after|before|because|while|to|in)\b)",
    ),
    (
        "vague",
        r"recently|lately|shortly|soon(?! as)\b|in the (?:near|foreseeable|distant) future|in the long (?:run|term)|in (?:recent|past|coming|earlier|later) (?:years|months|weeks|days|decades|times)|(?:last|this|next) (?:spring|summer|autumn|fall|winter)\b",
    ),
    (
        "duration",
        rf"(?:{_N}(?:~| to | or ))?(?P<n>{_N}|{_FEW}|a|an)(?: |~)(?P<unit>years?|quarters|months?|weeks?|days?|decades?|centur(?:y|ies)|hours?|minutes?)\b(?!~(?:old|highs?|lows?)| old\b| (?:highs?|lows?|peak|record)\b)",
    ),
)

# What an expression may open with: looked for before the rules are tried, for most words of a text open none.
_NAME = (
    r"(?-i:J[au]n|JAN|F[eE][bB]|Mar|MAR|Apr|APR|M[aA][yY]|JU[NL]|Jul|Aug|AUG|Sep|SEP|Oct|OCT|Nov|NOV|Dec|DEC"
    r"|Mon|MON|Tue|TUE|Wed|WED|Thu|THU|Fri|FRI|S[au][tn]|SAT|SUN)"
)
_UNIT = r"(?:years?|months?|quarters?|qtr|half|weeks?|weekend|days?|decades?|hours?|minutes?|centur|semester|generation|period|twelvemonth|seasons?)"
_WORD = (
    r"(?:first|second|third|fourth|last|final|closing|opening|same|corresponding|comparable|like|equivalent|matching|parallel"
    r"|similar|fiscal|financial|budget|government|marketing|crop|past|previous|preceding|prior|earlier|next|coming|following"
    r"|latest|recent|current|present|running|whole|entire|full|very|end|start|beginning|middle|close|turn|near|foreseeable"
    r"|distant|calendar|long|later|few|couple|number|time|morning|afternoon|evening|night|spring|summer|autumn|fall|winter)\b"
)
_COUNT = "|".join(word for word in NUMBERS if word not in {"a", "an", "zero"})
_OPEN = (
    rf"{_NAME}"
    rf"|(?:the|an?|this|that|these|those|in|its|his|their|so|from|between|over|for|during|within|last|next|past|coming|previous)"
    rf"\s+(?:(?:the|this)\s+)?(?:['’]?\d|{_NAME}|{_UNIT}|{_WORD}|far\b|(?:{_COUNT})\b)"
    rf"|(?:first|second|third|fourth|last|final|opening|closing)[\s~]+(?:\d|{_UNIT}|calendar|(?:{_COUNT})\b)"
    rf"|(?:the\s+)?{_FIFTH_ON}\s+month\s+(?:of|in)\b"
    r"|(?:1[5-9]|2[01])\d\d|[1-4][QH]|(?:[2-9]|1[01])m\s?(?:of\s)?['’]?\d\d|['’]?[3-9]0['’]?s\b|\d?\d\.\d?\d\.\d"
    rf"|(?:\d{{1,3}}(?:st|nd|rd|th)?|{_COUNT}|few|several|some|many|half|more|couple)[\s~/]+(?:\d|to\s|or\s|of\s|and\s|a\s|than\s|{_NAME}|{_UNIT}|(?:{_COUNT})\b)"
    r"|(?:year|month|quarter|qtr|week|mth|yr|day)s?[\s~/]|[ymq][/-]?o?[-/]?[ymq]\b|(?:ytd|fy|q[1-4]|h[12])\b|fy\s?['’]?\d|[qh][1-4]['’]"
    r"|on[\s~](?:the[\s~])?(?:a[\s~])?(?:year|month|quarter|week)|(?:thus|to)\s+(?:far|date)"
    rf"|(?:same|corresponding|comparable|like|equivalent|matching|parallel|similar|end|latest|following|recent)[\s~]+(?:\d|{_UNIT}|year|(?:{_COUNT})\b)"
    r"|(?:fiscal|financial|budget|government|marketing|crop)\s+(?:year|\d)|(?:long|some\s+time|sometime|decades)\s+ago"
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
