"""The grammar of time expressions: a rule for each form, as sources that `patterns` spells out and compiles.

A blank stands for any white space and `~` for any dash.  Names of months and days count only with a capital; the group
names of a rule are unique in the compiled pattern through the rule's name.
"""

from __future__ import annotations

from typing import Final

from tieline.read.when.atoms import (
    CALLED_FISCAL,
    DATED,
    DAY,
    DAYNAME,
    DAYSHORT,
    ENDS,
    FEW,
    FISCAL,
    MONTH,
    NTH,
    NTH_DAY,
    NUMBER,
    OF,
    ORDINAL,
    QUARTER,
    ROLE,
    WHICH_FISCAL,
    YEAR,
    YEAR2,
    month,
    yearish,
)
from tieline.read.when.words import UNITS

# name, the words or signs it may open with, and its source; the first that fits wins
RULES: Final[tuple[tuple[str, str], ...]] = (
    (
        "iso",
        rf"(?P<date>{YEAR2}-\d\d-\d\d)\b(?!-)|(?P<dot>\d?\d\.\d?\d\.{YEAR2})\b|(?P<slash>\d?\d/\d?\d/{YEAR2})\b",
    ),
    (
        "todate",
        rf"(?P<so>so far|thus far|to date|up (?:to|until|till) now|until now|till now)(?:,? (?:in|during))? (?:(?P<yr>{YEAR})|(?P<unit>this (?:year|month|quarter|week|decade)|the year|the current year))|(?:the )?(?:this )?(?P<ytd>year~to~date|year to date|(?-i:YTD))\b|(?:the|this) (?P<sofar>year|month|quarter) so far\b|(?P<yr1>{YEAR}) so far\b|(?<=since\s)(?P<beg>(?:the )?(?:start|beginning) of (?:the|this) year|the year (?:began|started|opened)|(?:the )?(?-i:New Year)(?:['’]s(?: Day| Eve)?)?)\b|(?P<jtd>{MONTH})~to~date",
    ),
    (
        "days",
        (
            rf"(?P<both>between |from )?{DATED}(?:(?P<m1>{MONTH}) ?(?P<d1>{DAY})(?:,? (?P<yr0>{YEAR})(?= ?~ ?[A-Z]| \w+ [A-Z]))?"
            rf"(?: ?~ ?| (?:to|through|until|till|(?P<and>and)) ){DATED}(?:(?P<m2>{MONTH}) ?)?(?P<d2>{DAY})"
            rf"|(?P<e1>{DAY})(?: (?P<m0>{MONTH}))?(?: ?~ ?| (?:to|through|until|till|(?P<and2>and)) )(?P<e2>{DAY}) (?P<m3>{MONTH}))(?:{OF}{yearish('')})?"
        ),
    ),
    (
        "day",
        (
            rf"(?:(?P<q>last|next|this) )?{DATED}(?:{month('1')} ?(?P<d1>{DAY})"
            rf"|(?:the )?(?P<d2>{DAY})(?: of)?[ -]{month('2')})\)?(?:(?:{OF}|-)(?!the {YEAR2}[-–/]\d\d ){yearish('')})?"
        ),
    ),
    (
        "months",
        (
            rf"(?P<the>the )?(?P<both>between |from )?(?:early~? |mid~|(?:the )?(?:start|beginning) of )?{month('1')}(?:,? (?:of )?{yearish('1')})?"
            rf"(?: ?[~/] ?| (?:(?:up )?to|through|thru|until|till|(?P<and>and)) (?:(?:the )?end(?:~| of )|late |early |mid~)?|~(?:to|through|thru|until)~){month('2')}(?!~? ?\d\d?\b(?!\d))"
            rf"(?: (?:period|quarter|half(?:[ ~]year)?|stretch|months))?(?:{OF}{yearish('2')}| \({yearish('3')}\))?"
        ),
    ),
    (
        "fromstart",
        rf"(?:(?:from|between) )?(?:the )?(?:start|beginning) of (?:the|this) year (?:up )?(?:to|through|until|till|and) (?:end~|(?:the )?(?:end|close) of )?{month('')}(?:{OF}{yearish('')})?",
    ),
    (
        "monthquarter",
        rf"(?:the )?{month('')}(?: (?P<yr1>{YEAR}))?(?: |~)(?P<unit>quarter|half(?:[ ~]year)?)\b(?! marathon)(?:{OF}{yearish('')})?",
    ),
    (
        "monthyear",
        rf"the {month('')}(?: (?P<yr1>{YEAR}))? year\b(?!~| (?:on|over|to|ago|before|earlier|after)\b)(?:{OF}{yearish('')})?",
    ),
    (
        "month",
        rf"(?:the month of )?(?:(?P<q>last|next|this|the coming|this coming|this past) )?{month('')}(?:{OF}{yearish('')})?",
    ),
    (
        "quarters",
        rf"(?:the )?(?:last |latest )?(?P<n>{NUMBER})(?: |~)quarters (?:to|through|ending(?: in| at| with)?)(?: the end of)? (?-i:Q(?P<k>[1-4])) (?P<yr>{YEAR})",
    ),
    (
        "partmonth",
        rf"(?:the )?(?P<ord>{ORDINAL})(?: |~)(?P<unit>half|third|week|fortnight) of {month('')}(?:{OF}{yearish('')})?",
    ),
    (
        "codes",
        (
            rf"(?-i:Q(?P<k1>[1-4]) ?(?:~| to | through ) ?Q?(?P<k2>[1-4]))\b(?:(?:[ /-]|,? (?:of |in ))?(?P<ya>{YEAR})|(?: ?['’])?(?P<y2>\d\d)(?!\w|[.,]\d|%))?"
            rf"|(?:the )?(?P<o1>first|second) (?:to|through) (?P<o2>second|third|fourth) quarters?\b(?:{OF}(?:the )?{yearish('')})?"
        ),
    ),
    (
        "part",
        (
            rf"(?:the )?(?:{yearish('0')}(?:'s|’s)? )?(?:(?P<fq>fiscal|financial) )?(?P<ord>{ORDINAL})(?: |~)(?:(?P<fp>fiscal|financial) )?(?P<unit>{QUARTER})\b(?! in a row| running)"
            rf"(?: period)?(?: \((?P<pa>{MONTH}) ?(?:~|to) ?(?P<pb>{MONTH})\))?(?:{OF}(?:the )?{yearish('')})?"
        ),
    ),
    (
        "code",
        (
            rf"(?:(?P<fq>fiscal|financial) )?(?-i:(?P<q1>[QH])(?P<k1>[1-4])|(?P<k2>[1-4])(?P<q2>[QH]))"
            rf"(?:(?:[ /-]|,? (?:of |in ))?(?P<yr>{YEAR})|[ /-]?(?-i:FY) ?['’]?(?P<f2>(?:20)?\d\d(?:[-–/]\d\d)?)|(?: ?['’])?(?P<y2>\d\d)(?!\w|[.,]\d|%))?(?![\w])"
        ),
    ),
    (
        "codem",
        rf"(?<![$€£¥]\x20)(?-i:(?<![A-Z]\x20)(?P<n>[2-9]|1[0-2])M)(?:(?:[ /-]|,? (?:of |in ))?(?P<yr>{YEAR})|(?: ?['’])?(?P<y2>\d\d)(?!\w|[.,]\d|%)| (?:of )?(?P<rel>last|this) year)",
    ),
    (
        "yearsto",
        rf"(?:the )?(?:(?P<n>{NUMBER})(?: |~)years?(?: period)?|decade) (?:to|through|ended|ending)(?: in| with| the end of)? (?P<yr>{YEAR})\b",
    ),
    ("codey", rf"(?P<yr>{YEAR2})[ -]?(?-i:(?P<q1>[QH])(?P<k1>[1-4]))\b"),
    (
        "opening",
        (
            rf"(?:the )?(?:{yearish('0')}(?:'s|’s) )?(?P<ord>first|last|final|opening|closing|initial)(?: |~)(?P<n>{NUMBER})(?: |~)(?P<unit>months?|quarters|weeks|days)\b"
            rf"(?: period)?(?: \((?P<pa>{MONTH}) ?(?:~|to) ?(?P<pb>{MONTH})\))?(?: (?:of|in|from|since) (?:the )?(?P<mrel>{ROLE} month)|{OF}(?:{month('')}(?:,? (?:of )?{yearish('m')})?|{yearish('')}))?"
        ),
    ),
    (
        "nthmonth",
        rf"(?:the )?(?P<nth>{NTH}) month (?:of|in) (?:{yearish('')}|the (?P<new>new )?year\b(?!~))",
    ),
    (
        "ofyear",
        rf"(?:the )?(?:(?:past|elapsed) (?={NUMBER}[ -]months (?:of|in) (?:this|the current|the) year\b))?(?<!\ba\s)(?P<n>{NUMBER})(?:(?: |~)months|~month(?: period| span| stretch)) (?:of|in) (?:the )?{yearish('')}(?! (?:to|ended|ending)\b)",
    ),
    (
        "daysto",
        (
            rf"(?:the |a )?(?:(?P<n>{NUMBER})(?: |~)(?P<unit>weeks?|days?)(?: period)?|(?P<one>week|fortnight)) (?:(?:up )?to|through|(?:that )?(?:ended|ending|ends)(?: on)?) "
            rf"(?:{DATED}(?:{month('1')} ?(?P<d1>{DAY})|(?:the )?(?P<d2>{DAY})(?: of)?[ -]{month('2')})\)?(?:{OF}{yearish('')})?|(?P<wd>{DAYNAME}))"
        ),
    ),
    (
        "ending",
        (
            rf"(?:the |a )?(?:(?:rolling |trailing )?(?P<n>{NUMBER})(?: |~)months?(?: period)?|(?P<ny>{NUMBER})(?: |~)years?(?: period)?|(?P<nq>{NUMBER})(?: |~)quarters|(?:(?:(?P<fi>fiscal|financial|crop|marketing) )?year|(?:(?:crop|marketing|selling|harvest|sugar|export|grain|coffee|tea) )?season)(?: {YEAR})?"
            r"|(?P<qq>quarter)|(?P<hh>half(?:[ ~]year)?)),? "
            r"(?:(?:up |leading (?:up )?)?to(?: and including)?(?: the end of)?|through|until|till|(?:that |which )?(?:ended|ending|ends)(?: on| in| at the end of)?) "
            rf"(?:end~|(?:late|mid|early)[ ~]|(?P<lq>last|this past) )?(?:(?P<d0>{DAY}) )?{month('')}(?: (?P<d>{DAY}))?(?:,? (?:of )?{yearish('')})?"
        ),
    ),
    (
        "fiscal",
        (
            rf"(?:{FISCAL} ?(?P<fy>{YEAR2}(?: ?[-–/] ?0?\d\d(?:\d\d)?)?)\b|(?-i:FY) ?['’]?(?P<f2>\d\d(?:[-–/]\d\d)?)\b"
            rf"|(?:(?:{WHICH_FISCAL}|the) )?(?P<fb>{YEAR2}(?:[-–/]0?\d\d(?:\d\d)?)?) (?:(?:fiscal|financial)(?: year)?|(?:budget|marketing|crop|government) year|(?-i:FY))\b"
            rf"|(?P<now>this time )?(?P<frel>{WHICH_FISCAL}|this) {CALLED_FISCAL}){ENDS}"
        ),
    ),
    (
        "same",
        (
            rf"(?:the |a |its )?(?P<how>same|corresponding|comparable|like|equivalent|matching|parallel|similar|analogous|identical|respective|reporting|reported|said|indicated|specified|reviewed|(?:this|that|these|those)(?= (?:{NUMBER} )?(?:period|span|months|weeks|days|stretch) (?:(?:of|in|from) )?(?:the (?:previous|prior|preceding) year|the year before|last year|(?:a|one) year (?:ago|earlier|before)|{YEAR})))"
            rf"(?: (?:(?P<ymid>{YEAR})|(?P<ye>year~(?:ago|earlier))|{NUMBER}(?:~(?:month|day|week))?))?"
            r" (?P<unit>period|time|month|quarter|half(?:[ ~]year)?|week|day|span|months|weeks|days|stretch|point|stage|season)\b"
            rf"(?:,? (?:(?:of|in|for|from|during) )?(?:(?P<back>(?:a|one) year (?:ago|earlier|before|previously)|year~(?:ago|earlier)"
            rf"|(?:the |a )?(?:previous|prior|preceding) year|the year (?:before|earlier)|last year|(?:the )?(?:last|previous) (?:fiscal|financial)(?: year)?)|(?:the year )?(?P<yr>{YEAR})|(?P<ty>this year)|(?P<pm>last|(?:the )?previous|(?:the )?prior) (?:month|quarter)))?"
        ),
    ),
    (
        "yoy",
        r"(?P<terms>on an annual basis|in annual (?:terms|comparison))\b|(?:on a )?(?:year~(?:on|over|to)~year|year (?:on|over) year|yr/yr|(?-i:y/y|Y/Y|yoy|YoY|YOY|y-o-y|Y-o-Y)|on~year|on year(?= (?:in|to|at|for|during)\b|[,.;]))\b(?!~| (?:earlier|before|ago)\b)|on the year\b(?!~| (?:to|earlier|before|ago)\b)",
    ),
    (
        "pop",
        (
            r"(?:(?P<terms>on a (?:monthly|quarterly|weekly) basis|in (?:monthly|quarterly) terms)|month~(?:on|over|to)~month|month on month|mth/mth|quarter~on~quarter|quarter~over~quarter|quarter on quarter|qtr/qtr|week~on~week"
            r"|on~month|on~quarter|on the (?:month|quarter|week)|(?-i:m/m|MoM|M/M|m-o-m|q/q|QoQ|Q/Q|q-o-q))\b(?! of)"
        ),
    ),
    (
        "yearago",
        r"the year before (?P<last>last)\b|(?:last|the (?:previous|preceding)) year['’]s (?:same|corresponding|comparable|equivalent) (?:period|months?|quarter|half|time)\b|(?:(?:the|its|a) )?(?:prior|previous|last)~year(?:['’]s)? (?:period|months?|quarter|figures?|levels?|half|total|season|number|time)\b|(?:the |its |that |a )?year(?:~| )(?:ago|earlier|before)(?:['’]s)?(?! (?:the|a|an|he|she|(?:it|they)(?! (?:was|were|had been|stood|came|totall?ed|amounted)\b)|his|its|their|being|last|that)\b)(?: (?:period|month|quarter|figure|level|half|total|number|time|week))?\b",
    ),
    (
        "ago",
        (
            rf"(?P<n>{NUMBER}|a|an|{FEW}|(?P<half>half an?))(?: |~)(?P<unit>years?|quarters?|months?|weeks?|days?|fortnights?|decades?|centur(?:y|ies)|hours?|minutes?|generations?)(?: or (?:so|two|more))?"
            rf" (?P<back>ago|earlier|before(?=\s*(?:[.,;:)]|$)| (?:and|but|when|as|in|to|that)\b)|previously|later|back|from now|hence)\b|(?P<long>(?:long|some time|years|months|weeks|days|decades|sometime) ago)\b"
            r"|the (?P<after>year|month|quarter|week) (?:after|that followed|thereafter)(?=\s*(?:[.,;:)]|$)| (?:and|but|when|as|in|to|it|they)\b)"
            r"|the (?P<before>month|quarter|week) (?:before|earlier)(?=\s*(?:[.,;:)]|$)| (?:and|but|when|as|in|to|it|they)\b)"
        ),
    ),
    (
        "past",
        (
            rf"(?P<way>(?:(?:the|its|his|their) (?:preceding|following|prior)|(?:(?:the|its|his|their) )?(?:past|last|previous|next|coming|latest|recent)))(?: |~)(?:(?P<n>{NUMBER}|few|several|couple of|many|{FEW}) )?(?P<unit>years|quarters|months|weeks|days|decades|hours|fortnight)\b"
            rf"|the (?P<one>past) (?P<unit1>year(?! (?:to|through|ended|ending)\b)|decade|quarter|month|week|half~century|century|day)\b|(?:over|in|during|for|within) (?:the )?(?P<over>last|next|coming) (?P<unit2>decade)\b"
        ),
    ),
    (
        "monthly",
        rf"(?P<n>{NUMBER})~month(?= (?:total |foreign |tourist |visitor |two~way |bilateral |merchandise )?(?:exports?|imports?|trade|arrivals|turnover|shipments|sales|purchases|total|figures?|deficit|surplus)\b)",
    ),
    (
        "stretch",
        rf"(?:(?P<the>the|these|those) (?P<n>{NUMBER})(?: |~)months?(?: (?:period|span|stretch))?|(?P<n1>{NUMBER}) months)\b(?! (?:(?:up|to|through|until|till)\b(?! (?:about |around |nearly |almost |some |over )?[\d$€£¥])|of|ended|ending|ends|from|since|before|after|earlier|ago|ahead))",
    ),
    (
        "weekday",
        (
            rf"(?:(?P<wb>last|next|this) week,? (?:on )?)?(?:(?P<q>last|next|this|the (?:previous|following)|this (?:past|coming)|the coming) )?(?P<wd>{DAYNAME}|{DAYSHORT})"
            rf"(?: (?:of |in )?(?P<wa>last|next|this) week\b|(?P<wk> week)(?=\s*(?:[.,;:)]|$)|\s+(?:in|at|with|for|to)\b))?(?: (?:morning|afternoon|evening|night))?"
        ),
    ),
    (
        "dayword",
        r"(?P<w>today|yesterday|tomorrow|tonight|overnight|this (?:morning|afternoon|evening)|last (?:night|evening)|(?:the )?day (?P<far>before yesterday|after tomorrow))\b",
    ),
    (
        "relative",
        (
            r"(?:(?P<time>this time) )?(?P<way>last|next|(?:this|that|the)(?: immediately)?(?: (?:same|current|running|outgoing|present|previous|preceding|prior|following|coming|past|whole|entire|full|latest|very))?|the (?:next|last))"
            rf"(?: calendar)? (?P<unit>year(?! (?:of )?{YEAR})|month|week|weekend|quarter|half(?:[ ~]year)?|decade|day|period)\b(?!~(?:on|to|over|old|long|end|ago|earlier|high|low))"
        ),
    ),
    (
        "yearover",
        r"(?:the |its )?(?P<fi>fiscal |financial )?year (?:(?:that )?(?:has )?just (?:ended|past|over|gone|finished)|(?:now )?(?:gone by|drawing to (?:a|its) close))\b",
    ),
    (
        "ownyear",
        (
            r"(?:the )?(?:(?P<rel>last|past|previous|current|present|new|next) )?(?P<whose>Iranian|Persian|Ethiopian|Nepal(?:i|ese))(?: calendar| fiscal)? year\b"
            r"(?:,? \(?(?P<yr>1[34]\d\d|20\d\d)\b\)?)?(?P<past> just past| just ended| that (?:has )?just ended)?"
        ),
    ),
    (
        "easternyear",
        r"(?:(?:the |its )?(?P<called>(?:(?:iranian|persian|solar|lunar|islamic|muslim|hij?ri|hij?rah?|shamsi) ){1,3})(?:calendar )?(?:year )?|(?:the )?year (?:of )?|(?<=in\s)|(?<=of\s)|(?<=since\s))(?P<yr>1[34]\d\d)(?![\w%/]|[.,]\d)",
    ),
    ("decade", r"(?:the )?(?:(?P<y>(?:1[5-9]|20)\d0)|['’]?(?P<y2>[3-9]0))['’]?s\b"),
    (
        "yearmonth",
        rf"(?P<both>between |from )(?P<a>{YEAR2}) (?:to|through|until|till|and) (?:(?:the )?end of )?{month('')},? (?P<yr>{YEAR})",
    ),
    (
        "years",
        rf"(?P<both>between |from )?(?P<a>{YEAR2})(?:(?: ?[-–] ?|/)0(?=\d\d(?!\d))| ?[-–/] ?| (?:to|through|until|till|(?P<and>and)) )(?P<b>{YEAR2}|\d\d(?!\d))(?![\w%]|[.,/-]\d| ?{UNITS}){ENDS}",
    ),
    ("yearlist", rf"(?P<list>{YEAR}(?:, {YEAR}){{0,8}},? (?:and|or|&) (?:in )?{YEAR})(?! ?{UNITS})"),
    (
        "endyear",
        r"(?:the )?(?:year~end|end~year)\b|(?:the )?(?P<e>end|start|beginning|middle|close|turn) of (?:the|this) (?P<unit>year|month|week|quarter|decade)\b",
    ),
    ("year", rf"(?:(?-i:CY) ?)?(?:(?:the )?year of )?(?P<yr>{YEAR})(?! ?{UNITS})"),
    (
        "ordinal",
        rf"the (?P<d>{NTH_DAY})\b(?: of (?P<om>(?:this|last|next|the|that) month)\b)?(?=\s*(?:[.,;:)\]!?]|$)|\s+(?:and|or|at|with|for|when|where|but|as|after|before|because|while|to|in)\b)",
    ),
    (
        "vague",
        r"recently|lately|shortly|soon(?! as)\b|in the (?:near|foreseeable|distant) future|in the long (?:run|term)|in (?:recent|past|coming|earlier|later) (?:years|months|weeks|days|decades|times)|(?:last|this|next) (?:spring|summer|autumn|fall|winter)\b",
    ),
    (
        "duration",
        rf"(?:{NUMBER}(?:~| to | or ))?(?P<n>{NUMBER}|{FEW}|a|an)(?: |~)(?P<unit>years?|quarters|months?|weeks?|days?|decades?|centur(?:y|ies)|hours?|minutes?)\b(?!~(?:old|highs?|lows?)| old\b| (?:highs?|lows?|peak|record)\b)",
    ),
)
