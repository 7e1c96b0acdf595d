"""What the rules of time expressions are made of: months, days, years, counts and parts of a year, as sources of patterns.

A blank stands for any white space and `~` for any dash, as `patterns` spells them out.
"""

from __future__ import annotations

from tieline.model.english import COUNTED, DAY_NAMES
from tieline.read.when.words import UNITS

MONTH = (
    r"(?-i:January|February|March|April|May|June?|July?|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE?|JULY?|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?)(?!\w)"
)
DAYNAME = rf"(?-i:{'|'.join(DAY_NAMES)}|{'|'.join(DAY_NAMES).upper()})\b"
DAYSHORT = r"(?-i:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\b\.?"
WEEKDAY = rf"(?:{DAYNAME}|{DAYSHORT})"
DATED = rf"(?:{WEEKDAY},? \(?)?"
PLAIN_DAY = rf"(?:0?[1-9]|[12]\d|3[01])(?!\w|[,.:]\d|~?(?:nation|member|year|day|point)|(?-i:-[a-z])| ?{UNITS})"
NTH_DAY = r"(?:(?:1|2|3)?(?:1st|2nd|3rd|[04-9]th)|1[1-3]th)"
DAY = rf"(?:{PLAIN_DAY}|{NTH_DAY}\b)"
YEAR = r"(?:1[5-9]\d\d|20\d\d|2100)(?![\w%]|[.,]\d|(?-i:-[a-z]))"
YEAR2 = r"(?:1[5-9]|20)\d\d"
NUMBER = r"(?:\d{1,3}|" + "|".join(word for word in COUNTED if word not in {"zero", "a", "an"}) + ")"
FEW = r"(?:a few|few|several|some|many|a couple of|a number of|recent|more than a few)"
ROLE = r"(?:last|next|that|the(?: (?:same|following|coming|previous|preceding|prior|current|present|past|outgoing|running))?|this(?: coming)?|previous)"
QUARTER = r"(?:quarter|qtr|trimester|half(?:[ ~]year)?|semester)"
ORDINAL = r"(?:first|second|third|fourth|last|final|closing|opening|latter|1st|2nd|3rd|4th)"
FIFTH_ON = r"(?:fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)"
NTH = rf"(?:first|opening|second|third|fourth|{FIFTH_ON}|last|final|1st|2nd|3rd|[4-9]th|1[0-2]th)"
WHICH_FISCAL = (
    r"(?:(?:the |its |their |this |that )?(?:last|next|previous|preceding|prior|past|coming|current|present|running|ongoing|outgoing|new"
    r"|(?:just|recently)[ ~](?:ended|concluded|completed|closed|finished)))"
)
CALLED_FISCAL = r"(?:(?:fiscal|financial)(?: year)?|budget year|(?-i:FY)\b)"
FISCAL = rf"(?:(?:{WHICH_FISCAL} |(?:the |its |their )?)(?:(?:fiscal|financial)(?: year)?|(?:budget|government|marketing|crop) year|FY|(?-i:MY))(?:,? ?\()?)"


def yearish(tag: str) -> str:
    """A year as the second half of an expression: `of 2014`, `last year`, `of fiscal 2014-15`."""
    return (
        rf"(?:(?:(?:the )?calendar year )?(?P<yr{tag}>{YEAR}(?![-–/]\d\d(?!\d|-)))"
        rf"|(?!the year (?:before|earlier|ago|after|to|ended|ending)\b)(?P<rel{tag}>{WHICH_FISCAL}(?= {CALLED_FISCAL})|{ROLE}|(?:its|their)(?= {CALLED_FISCAL}))"
        rf"(?:(?P<fr{tag}> {CALLED_FISCAL}(?! ?(?:year )?\(?{YEAR2}))|(?: calendar)? year)\b(?!~)"
        rf"|{FISCAL} ?(?P<fy{tag}>{YEAR2}(?: ?[-–/] ?0?\d\d(?:\d\d)?)?)\b|(?:the )?(?-i:FY) ?['’]?(?P<f2{tag}>\d\d(?:[-–/]\d\d)?)\b"
        rf"|(?:{WHICH_FISCAL} (?={YEAR2}[-–/]\d\d(?:\d\d)? {CALLED_FISCAL})|the )?(?P<fx{tag}>{YEAR2}[-–/]0?\d\d(?:\d\d)?)\b(?: {CALLED_FISCAL})?)"
    )


def month(tag: str) -> str:
    """A month by its name."""
    return rf"(?P<m{tag}>{MONTH})"


ENDS = rf"(?:,? (?:(?:that|which) )?(?:ended|ending)(?: in| on)? (?P<em>{MONTH})(?: {DAY})?| \((?:{MONTH})[-–/](?P<am>{MONTH})\))?"
OF = r"(?:,? (?:of |in |for |during )?|~|/)"
