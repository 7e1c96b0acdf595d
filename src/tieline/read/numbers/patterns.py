"""The regular expressions that find numbers: money, quantities, percentages, fractions, multiples, bare counts.

They are built from common parts (digits, number words, scales, currencies, units), so that each kind of figure reads
wire style ("10.2 mln dlrs", "US$1bn-$1.2bn", "32 pct") as it reads plain words ("a third", "twenty-five percent").
"""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.model.english import ANY_MONTH, CARDINALS
from tieline.model.money import (
    CURRENCY_WORDS,
    ISO_4217,
    LETTERS,
    QUANTITY_UNITS,
    SCALES,
    SYMBOLS,
)
from tieline.read.words.movers import PEOPLE_LIKE

SMALL_NUMBERS = {word: float(number) for word, number in CARDINALS.items()}
_SMALL_WORD = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ](?:one|two|three|four|five|six|seven|eight|nine)|"
    + "|".join(sorted(SMALL_NUMBERS, key=len, reverse=True))
    + ")"
)
_SPACED = r"(?:(?<!ary )(?<!arch )(?<!pril )(?<!May )(?<!June )(?<!July )(?<!August )(?<!ber )[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?![\d,]))"
"""Thousands set apart by blanks ("57 895 856"); behind the name of a month the first of them is a day."""
_DIGITS = (
    rf"(?:{_SPACED}|"
    r"\d{1,3}\.[ \u00a0]\d{1,2}(?=[\s-](?:million|billion|trillion|mln|bln|bn|per\s?cent|pct)\b)|\d{4,},\d{3}(?=\s?(?:million|billion|mln|bln|bn)\b)|\d{1,3},\d{1,2}(?=[\s-]?(?:(?:million|billion|trillion|mln|bln|bn|per\s?cent|pct)\b|%))|\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d{1,3}(?:['’]\d{3})+|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d+(?:\.\d+)?|\.\d+)"
)
_HALVES = rf"(?:{_SMALL_WORD}|\d{{1,2}})[- ]and[- ]a[- ]half(?=[\s-](?:hundred|thousand|million|billion|trillion|times|per\s?cent|pct)\b)"
"""As in "two and a half" billion."""
_SPELT = (
    rf"{_HALVES}|(?:\d{{1,3}}|{_SMALL_WORD})[- ]point[- ](?:\d{{1,2}}|{_SMALL_WORD})(?:[- ](?:\d|{_SMALL_WORD})\b)?"
)
_PLAIN = rf"(?:{_SPELT}|{_DIGITS}|{_SMALL_WORD})"
_PART = rf"(?:\d{{1,3}}(?:,\d{{3}})*|{_SMALL_WORD})"
_LAST = rf"{_PART}\b(?![.,]\d|-(?!hundred|thousand|million))"
_HUNDREDS = rf"(?:an?|{_PART})[\s-]hundred\b"
_BY_SCALES = (
    rf"(?:{_PART}[\s-](?:billion|bln)\b(?:\s{_PART}\s(?:million|mln)\b)?(?:\s{_PART}\sthousand\b)?\s{_LAST}(?![\s-](?:billion|bln|trillion))"
    rf"|{_PART}[\s-](?:million|mln)\b(?:\s{_PART}\sthousand\b)?\s(?:and\s)?{_LAST}(?![\s-](?:million|mln|billion|bln|trillion))"
    rf"|{_PART}[\s-]thousand\b\s(?:and\s)?{_LAST}(?![\s-](?:thousand|million|mln|billion|bln|trillion))"
    rf"|{_HUNDREDS}\s(?:and\s)?{_LAST}(?![\s-]hundred)|{_HUNDREDS}(?=\s(?:thousand|million|billion|trillion)\b))"
)
"""A number told scale by scale: "1 billion 477" million, "two hundred" million, "3 thousand 250"."""
_NUM = rf"(?:{_BY_SCALES}|{_PLAIN})"
_SCALE = (
    r"(?:lakh crore|thousand million|"
    + "|".join(sorted((s for s in SCALES if len(s) > 2), key=len, reverse=True))
    + r")\b\.?"
)
_TIGHT = r"(?:bn|mn|tn|trn|bln|mln|trln|bil|mil|mm|cr|m|b|k)\b"
_BEHIND_SIGN = rf"(?:{_SCALE}|{_TIGHT}|(?-i:T)\b)"
"""Of a sum that a sign of money opens ("$1.1T"), where no tonnes can be meant."""
_SYMBOL = (
    r"(?:(?-i:(?:"
    + "|".join(sorted(ISO_4217))
    + r")\$)|(?-i:"
    + "|".join(sorted(ISO_4217))
    + "|"
    + "|".join(re.escape(s) for s in sorted(SYMBOLS, key=len, reverse=True) if s.isalpha())
    + ")\\.?|"
    + "|".join(re.escape(s) for s in sorted(SYMBOLS, key=len, reverse=True) if not s.isalpha())
    + ")"
)
_NATION = r"(?:(?:U\.S\.|US|N\.Z\.|clearing|NZ|CFA|H\.K\.|Hong Kong|New Zealand|(?:New )?Taiwan|Singapore|Zimbabwe|Fiji|Brunei|Namibia|Jamaica|Bahamas|Barbados|Belize|Liberia|Guyana|Suriname|Solomon Islands|East Caribbean|(?-i:[A-Z][a-z]+(?:[ ](?:and[ ])?[A-Z][a-z]+){0,2}))[ ])?"
_COIN = (
    r"(?:(?-i:"
    + "|".join(sorted(ISO_4217))
    + ")|"
    + "|".join(sorted(map(re.escape, CURRENCY_WORDS), key=len, reverse=True))
    + r")\b\.?|(?-i:US)\s?\$(?!\s?\d)"
)
_UNIT = r"(?:" + "|".join(QUANTITY_UNITS) + r")\b"
_TO = r"\s?(?:-|–|—|to|and|or)\s?"
_ALONE_OR_SIGNED = r"(?:(?<![\w.,$£€])(?<!(?<!-)-)|(?<=[\s(][-−]))"
"""No number begins inside a word or behind a sign of money, but one may behind its own minus ("(-2.1 billion)") or a dash ("$4 million--12 more")."""
MONEY = re.compile(
    rf"(?<![\w.])(?P<symbol>{_SYMBOL})\s?(?P<n1>{_BY_SCALES}(?=\s(?:hundred|thousand|million|mln)\b)|{_DIGITS}|{_SMALL_WORD}(?=\s(?:million|billion|trillion)\b))(?:\s?-?(?P<s1>{_BEHIND_SIGN}))?(?:{_TO}(?:{_SYMBOL})\s?(?P<n2>{_DIGITS})(?:\s?-?(?P<s2>{_BEHIND_SIGN}))?|\s?(?:-|–|to)\s?(?P<n3>{_DIGITS})(?:\s?-?(?P<s3>{_BEHIND_SIGN})))?"
    rf"(?:\s(?P<after>US dollars|U\.S\. dollars|U\.S\. dlrs))?"
    rf"|{_ALONE_OR_SIGNED}(?P<m1>{_NUM}|(?:half )?a(?!\s(?-i:[A-Z]{{1,3}})\.?[$€£]?\s?\d))(?:[\s-]?(?P<t1>{_SCALE})|\s?(?P<t0>{_TIGHT}))?(?:{_TO}(?P<m2>{_NUM})(?:[\s-](?P<t2>{_SCALE})|(?P<t3>{_TIGHT}))?)?[\s-](?P<nation>{_NATION})(?P<coin>{_COIN})",
    re.IGNORECASE,
)
LETTER_MONEY = re.compile(
    rf"(?<![\w.])(?P<letter>[{''.join(LETTERS)}])(?P<n>{_DIGITS})\s?-?(?P<s>million|billion|trillion|bn|mn|tn|m|b)\b"
)
QUANTITY = re.compile(
    rf"(?<![\w.,$£€])(?<!(?<!-)-)(?P<n1>{_NUM}|half a|a(?=[\s-](?:hundred|thousand|million|billion)))(?:[\s-]?(?P<s1>{_SCALE})|(?:\s(?=mn|bn|tn))?(?P<s0>{_TIGHT}))?(?:{_TO}(?P<n2>{_NUM})(?:[\s-](?P<s2>{_SCALE}))?)?(?:\s\d{{1,3}}(?:\.\d+)?[\s-]?(?:kilo(?:gram(?:me)?)?|kg|pound|lb|lit(?:er|re)|tonne|ton)s?)?(?:[\s-]|(?<=\d)(?=(?:t|kt|kg|mt|bcm|mcm|mm3|bcfd?|mms?cfd?|kwh|mwh|gwh|twh|mw|gw)\b))(?:(?:foreign|international|overseas|new|more|additional|such)\s)?(?:(?!(?:and|or|but|from|to|of|in|by|with)\s)[A-Z][a-z]+\s)?(?P<unit>{_UNIT})",
    re.IGNORECASE,
)
ARMS = re.compile(
    rf"(?<![\w.,$£€-])(?P<n>{_NUM})\s(?:(?:[A-Z][\w-]*|[A-Z]*\d+[\w-]*|(?:main\s)?battle|fighter|combat|attack|transport|training|armou?red|self-propelled|anti-\w+|ballistic|cruise|air-defence|used|second-hand|modern|new|more|heavy|light)\s){{0,5}}"
    r"(?P<unit>tanks|howitzers|jets|fighters|warplanes|fighter-bombers|helicopters|drones|missiles|rockets|shells|frigates|corvettes|submarines|rifles|handguns|pistols|mortars|grenades|(?:machine|assault|anti-aircraft)\sguns|launchers|armou?red\s(?:vehicles|personnel\scarriers))\b"
)
"""Weapons by their number, with the names of their makes: "980 K2 tanks", "48 FA-50 fighter jets"."""
PERCENT = re.compile(
    rf"(?<![\w.,])(?P<sign>(?<![-–—])[-+−](?=\d))?(?P<n1>{_PLAIN}|a)(?:(?:\s?%|\s(?:per\s?cent|pct)(?=\s(?:to|and)\s))?{_TO}(?P<n2>{_PLAIN}))?(?:\s?%|[\s-](?:percentage[\s-](?P<points>points?)|per[\s-]?cent(?:age[\s-](?P<points2>points?))?|pct|p\.c\.)(?![a-z])|(?<=\d)(?:(?:p\.?|\s(?-i:p))c\b\.?(?![a-z])|per[\s-]?cent\b|pct\b))",
    re.IGNORECASE,
)
_OF_WORK = r"(?:[a-z]+\s)?(?:jobs?|posts|positions|vacancies|workers|employees|people|families|households|homes|houses|companies|firms|businesses|enterprises|projects|hectares|acres)\b"
BARE = re.compile(
    rf"{_ALONE_OR_SIGNED}(?P<n1>{_NUM})(?:{_TO}(?P<n2>{_DIGITS}))?(?:\s(?P<s1>million|billion|trillion|mln|bln|trln|thousand|crore|lakh|bn|mn|tn|trn)\b|(?P<s0>bn|mn|tn|m)\b)(?!\s{_OF_WORK})",
    re.IGNORECASE,
)
_PART_NAMES = "half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?"
OF_PERCENT = re.compile(
    rf"\b(?:(?P<count>an?|{_SMALL_WORD}|\d)[\s-](?P<part>{_PART_NAMES})|(?P<half>half))\s+(?:of\s+)?(?:an?|one|1)\s+(?:full\s+|single\s+)?(?:percentage[\s-](?P<points>point)|per\s?cent(?:age[\s-](?P<points2>point))?|pct|%)(?![a-z])",
    re.IGNORECASE,
)
"""A part of one percent: "eight-tenths of 1 percent", "half a percent"."""
PARTS = {
    "half": 50.0,
    "third": 100 / 3,
    "thirds": 100 / 3,
    "quarter": 25.0,
    "quarters": 25.0,
    "fourth": 25.0,
    "fourths": 25.0,
    "fifth": 20.0,
    "fifths": 20.0,
    "sixth": 100 / 6,
    "sixths": 100 / 6,
    "seventh": 100 / 7,
    "sevenths": 100 / 7,
    "eighth": 12.5,
    "eighths": 12.5,
    "ninth": 100 / 9,
    "ninths": 100 / 9,
    "tenth": 10.0,
    "tenths": 10.0,
}
_GOES_ON = r"\s*(?:[.,;:)]|$)|\s+(?:in|to|from|on|over|since|between|during|last|this|compared|against|within|after|before|while|as|because|year-on-year|amid)\b"
"""What may follow "more than half" where it is a number by itself: no noun, as in "more than half a million", "over half Peru's"."""
FRACTION = re.compile(
    r"\b(?:(?P<count>an?|one|two|three|four|five|six|seven|eight|nine)[\s-](?P<part>thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b(?!\s+(?:of\s+(?:the\s+)?(?:year\b(?!-)|\d{4})|to\s+(?:the\s+)?end|(?:year|month|quarter|season|time)s?\b|(?:consecutive|straight|successive|running)))"
    r"|(?<!first )(?<!second )(?<!latter )(?<!last )(?<!other )(?<!same )(?<!corresponding )(?<!previous )(?<!opening )(?P<half>half)(?=\s+(?:of\b|the\b(?!\s+year)|its\b|their\b|that\b|all\b|as much)))|(?<=by )(?P<byhalf>half)\b(?!-)|(?<=almost )(?P<almosthalf>half)\b|(?<= nearly )(?P<closehalf>half)\b(?!-)|(?<=about )(?P<abouthalf>half)\b|(?<=by nearly )(?P<nearlyhalf>half)\b"
    rf"|(?P<onehalf>\bone[\s-]half|(?<=by )a half)\b(?={_GOES_ON}|\s+of\b)|(?:(?<=more than )|(?<=less than )|(?<=at least )|(?<=over )|(?<=under )|(?<=close to )|(?<=up to )|(?<=roughly )|(?<=around ))(?P<boundhalf>half)\b(?={_GOES_ON}|\s+(?:are|were|is|was|came|come|comes|went|goes|go)\b)"
    rf"|(?:(?<=almost )|(?<=nearly )|(?<=close to )|(?<=about )|(?<=more than )|(?<=less than )|(?<=at least )|(?<=over )|(?<=under )|(?<=roughly )|(?<=around ))(?P<ahalf>a half)\b(?={_GOES_ON})|\b(?P<headhalf>(?-i:Half))(?=\s+(?:are|were|is|was|came|come|comes|went|goes|go)\b)"
    r"|(?:(?<=, or )|(?<=\btake )|(?<=\btook )|(?<=jump of )|(?<=rise of )|(?<=fall of )|(?<=drop of )|(?<=with ))(?P<lasthalf>half)(?=\s*(?:[.,;)]|$))"
    r"|\b(?P<majority>a majority)(?= of)",
    re.IGNORECASE,
)
IN_EVERY = re.compile(
    rf"\b(?P<n>{_SMALL_WORD}|\d{{1,2}})\s+(?:(?:in|out of)\s+(?:every\s+)?|of\s+every\s+|of\s+(?=(?:10|ten|100)\b))(?P<of>{_SMALL_WORD}|\d{{1,3}})\b(?=\s+(?:of|[a-z]+s|came|come|go|went|were|are)\b|\s*(?:[.,;:)]|$))"
    rf"|\b(?P<nn>{_SMALL_WORD}|\d{{1,2}})\s+[a-z]+s\s+(?:in\s+(?:every\s+)?|(?:out\s+)?of\s+every\s+|out\s+of\s+)(?P<nof>ten|10|(?:a\s+)?hundred|100|five)\b(?!\s+(?-i:[a-z]+s)\b(?<!ers))",
    re.IGNORECASE,
)
FOLD = {"doubl": 100.0, "tripl": 200.0, "trebl": 200.0, "quadrupl": 300.0, "quintupl": 400.0, "halv": -50.0}
_MONTH = rf"(?:{ANY_MONTH})"
_EARLIER = rf"(?:(?:a|the)\s+(?:year|month|quarter|season|{_MONTH}|(?:it|they|she|he)\s+(?:did|was|were|had|used))\b|(?:it|they)\s+(?:did|was|were|had|used)\b|last\b|(?:the\s+)?(?:previous|same|corresponding|preceding|prior)\b|in\b|before\b|(?:19|20)\d\d\b|{_MONTH}\b)"
_OF_BEFORE = rf"(?:(?:last|(?:the\s+)?previous|(?:the\s+)?preceding|(?:the\s+)?prior)\s+(?:year|month|quarter|season)|{_MONTH}|(?:19|20)\d\d)"
_LEVEL = r"(?:figures?|levels?|amount|volume|quantity|number|value|total|tally|sum|shipments|exports|imports|sales|purchases|intake|deliveries)"
MULTIPLE = re.compile(
    rf"\b(?P<verb>doubl|tripl|trebl|quadrupl|quintupl|halv)(?:ed|ing|es|e)\b(?![\s-]+(?:digits?|down|check|standard|tax|edged)\b)|(?P<cut>cut|cuts|cutting|slashed|slashing)\s+(?:(?:[\w-]+\s+){{1,4}})?in\s+half\b|\b(?P<fold>{_SMALL_WORD}|\d+(?:\.\d+)?)[- ]?fold\b",
    re.IGNORECASE,
)
TIMES = re.compile(
    rf"\b(?:(?P<n>{_PLAIN})\s+times|(?P<word>twice|thrice))\b"
    r"(?:(?P<more>\s+(?:more|higher|greater|larger|bigger|up)\b(?!\s+than\s+(?!a|last|in|the)))"
    r"|(?P<less>\s+(?:less|fewer|lower|smaller)\b(?!\s+than\s+(?!a|last|in|the)))"
    rf"|(?P<earlier>\s+(?:{_OF_BEFORE}['’]s|(?:its|their|the)\s+(?:(?:19|20)\d\d|{_MONTH}|{_OF_BEFORE}))\s+{_LEVEL}\b|\s+(?:its|their|the)\s+{_LEVEL}\s+(?:(?:for|of|in)\s+(?:the\s+)?(?:(?:19|20)\d\d|{_MONTH}|last|previous|preceding|same|corresponding)|(?:a|two|three|five|ten|\d+)\s+(?:years?|months?)\s+(?:ago|before|earlier)|when|before)\b)"
    rf"|(?P<again>\s+(?:(?:(?:that|those|(?:the|its|their) (?:level|figure|amount|volume|number|value|total))\s+(?:of|in)|as (?:much|many|high|large)\s+as(?:\s+in)?)\s+(?:the\s+)?(?:a year|last year|(?:the )?(?:previous|same|corresponding|year before|preceding)|(?:19|20)\d\d\b|{_MONTH}\b)"
    rf"|(?P<much>as\s+(?:much|many|high|large|big))(?:\s+(?!as\b|than\b)[\w'-]+){{0,7}}?\s+as\s+{_EARLIER}|what\s+(?:it|they|the\s+country)\s+(?:was|were|had(?:\s+been)?|did|[a-z]+ed|sold|bought|sent|took|got|spent|made)\b))"
    r"|(?P<so>\s+as\s+(?:much|many)\b(?=(?:\s+(?!as\b|than\b)[\w'-]+){1,8}(?:[,.;]|$)))"
    r"|(?P<moved>(?!\s+in\s+(?:a\s+row|succession))(?=\s*(?:[.,;)]|$|(?:to|from|on|in|compared|against|over|and|year)\b))))",
    re.IGNORECASE,
)
"""A number of times with what makes it a change: "2.5 times more", "twice as much as in May"; `moved` where only a verb does ("fell 2.5 times")."""
ZERO = re.compile(
    r"\b(?:fell|fallen|falls?|falling|dropp?(?:ed|s|ing)?|declin(?:ed|es|ing)|sank|sunk|shr[aiu]nk(?:ing)?|plung(?:ed|es|ing)|dwindl(?:ed|es|ing)|slump(?:ed|s|ing)|cut|reduced|down|went|gone|came|come)\s+"
    r"(?:back\s+|down\s+)?to\s+(?:almost\s+|nearly\s+|virtually\s+|practically\s+|close\s+to\s+)?(?P<n>zero|nil)\b(?!\s+per)"
    r"|\b(?:tariffs?|dut(?:y|ies)|rates?)(?:\s+(?:on|for)\s+[^.;:,\d]{3,60}?)?\s+(?:is|are|was|were|will\s+be|would\s+be|remains?|stands?\s+at|set\s+at|of|at)\s+(?:now\s+)?(?P<rate>zero|nil)\b(?!\s+per)"
    r"|\b(?P<free>zero)(?=[\s-](?:import\s+|customs\s+)?(?:tariffs?|dut(?:y|ies)|rates?)\b)|\b(?:attracts?|pays?|bears?|faces?)\s+(?P<none>no)(?=\s+(?:import\s+|customs\s+)?(?:tariffs?|dut(?:y|ies))\b)",
    re.IGNORECASE,
)
"""A flow that came to an end ("dropped to zero"), a duty that is none ("the tariff is zero", "pays no duty")."""
UNNAMED = re.compile(
    r"(?<![\w.,$£€-])(?P<n>\d+(?:\.\d+)?|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty)(?=\s[bt]))[\s](?P<s>million|billion|trillion|mln|bln)(?=\s*(?:[.,;)]|$|(?:by|in|this|last|next|from|to|a)\b))",
    re.IGNORECASE,
)
FROM_TO = re.compile(
    rf"\bfrom\s+(?P<n>{_DIGITS}|{_SMALL_WORD})(?=\s+to\s+(?:{_DIGITS}|{_SMALL_WORD})[\s-]?(?:(?P<s>{_SCALE})\s)?(?P<nation>{_NATION})(?P<coin>{_COIN}))"
    rf"|\bfrom\s+(?P<symbol>{_SYMBOL})\s?(?P<m>{_DIGITS})(?=\s+to\s+{_SYMBOL}\s?{_DIGITS}(?:\s?-?(?P<t>{_SCALE}|{_TIGHT})))"
    rf"|\bto\s+{_SYMBOL}\s?{_DIGITS}[\s-]?(?P<u>{_SCALE}|{_TIGHT})\s+from\s+(?P<sign>{_SYMBOL})\s?(?P<k>{_DIGITS})(?!\d|[\s-]?(?:{_SCALE}|{_TIGHT}))",
    re.IGNORECASE,
)
PEOPLE = re.compile(
    r"(?<![\w.,$£€-])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)? million)(?=\s+(?P<who>[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:s\b|(?:ese|sh|ch)\b(?=\s+(?:came|come|visit|travel|arriv|flew|went|cross|holiday)))))"
)
FEW_PEOPLE = re.compile(
    r"(?<![\w.,$£€-])(?P<n>[1-9]\d{2,5}|(?:(?<=nly )|(?<=ust )|(?<=total of )|(?<=ome ))[2-9]\d)(?=\s+(?P<who>[A-Z][a-z]+(?: [A-Z][a-z]+)?s)\b)"
)
"""The same of people without a comma in their number: "809 Danes visited", "only 52 Kenyans travelled"."""
FEW_MORE = re.compile(r"(?<=and )(?P<n>[2-9]\d)(?=\s+(?P<who>[A-Z][a-z]+(?: [A-Z][a-z]+)?s)\b)")
"""The next of such a row: "and 63 Danes"."""
NATION_MOVED = re.compile(
    rf"(?<![\w.,$£€-])(?P<n>\d{{1,3}}(?:,\d{{3}})+|[1-9]\d{{1,5}}|(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten) million)(?=\s+{PEOPLE_LIKE}{{0,2}}(?P<who>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\b)"
)
"""A count of people by their nation: of movers where the sentence tells of some."""
MOVED_COUNT = re.compile(
    r"(?<![\w.,$£€#-])(?P<n>\d{1,3}(?:,\d{3})+|[1-9]\d{1,5})(?=\s+(?:(?:(?:were|was|have\s+been|had\s+been)\s+(?:\w+\s+)?(?:returned|deported|repatriated|expelled|evacuated|resettled|sent|flown|taken|readmitted)\b)"
    r"|(?:through|across|via|by\s+way\s+of)\s+(?:the\s+)?[A-Z]|(?:went|left|crossed|came|returned)\s+(?:by|through|via|at|across|home|back)\b))"
)
"""A bare count of movers: "537 were returned", "698 through Kharlachi"."""
TRAVELLING = re.compile(
    r"\b(?:visit(?:ed|ing|s)?|travell?ed|arriv(?:ed|als?)|came|crossed|went|flew|holidayed|receiv(?:ed|es)|welcomed|hosted|attracted|drew|tourism|tourists?|stayed|made\s+trips|(?:took|spent|had)\s+(?:their\s+|a\s+)?(?:[a-z]+\s+)?(?:holidays?|vacations?)|on\s+(?:holiday|vacation))\b",
    re.IGNORECASE,
)
ALONE = re.compile(
    r"(?<![\w.,$£€#-])(?P<n>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)? million|(?:(?<=percent to )|(?<=per cent to )|(?<=% to )|(?<=percent at )|(?<=per cent at )|(?<=% at ))\d{1,3})(?![\d.,]*\d|\s*(?:%|per ?cent|pct|points)|[\s-]+(?:\w+\s)?(?:rooms?|jobs?|beds?|hotels?|flights?|seats?|nights?"
    r"|km|kilomet\w+|miles|tonnes?|tons?|barrels?|dollars?|dlrs?|euros?|yen|pesos?|rupees?|baht|yuan|won|workers|employees|firms|companies|businesses|deaths|cases|vehicles|cars|passports|visas)\b)"
)
GOODS_COUNT = re.compile(
    rf"(?<![\w.,$£€-])(?P<n>{_SPACED}|\d{{1,3}}(?:,\d{{3}})+|[1-9]\d{{2,5}}|{_DIGITS}\s(?:million|thousand|mln))\s(?P<what>(?:[a-z]+\s){{0,2}}(?:[a-z]+s|sheep|cattle|salmon|livestock))\b"
)
TRAVEL = re.compile(r"\b(?:tourists?|visitors?|visit(?:ing|ed)|arrivals|travell?ers)\b", re.IGNORECASE)
TRAVELLERS = re.compile(
    r"(?<=\b(?:to|of)\s)(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)? million)(?![\d,]*\d)(?=\s*(?:[.,;)]|$|(?:in|last|this|from|during|by|a|compared|against|while|and|up|down)\b))|(?:(?<=reached )|(?<=numbered )|(?<=totalled )|(?<=totaled )|(?<=stood at )|(?<=exceeded ))(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)? million)(?![\d,]*\d)(?=\s*(?:[.,;)]|$|(?:in|last|this|from|during|by|a|compared|against|while|and|up|down)\b))"
)
COUNT = re.compile(
    r"(?<![\w.,$£€-])(\d{1,3}(?:,\d{3})+)(?=\s+(?P<change>more|fewer|less)\b|\s+(?:was|were|have been|had been)\s+(?:shipped|sold|exported|imported|delivered|bought)\b)",
    re.IGNORECASE,
)
LISTED_PART = re.compile(
    rf"\s*\((?P<n1>{_SMALL_WORD}|\d{{1,2}}(?:\.\d+)?)\)|\s+(?:with|at)\s+(?P<n2>{_SMALL_WORD}|\d{{1,2}}(?:\.\d+)?)(?=\s+(?:each|apiece)\b)"
)
"""Behind the name of a country: "(12)", "with three each", in a list whose first percentage is told as one."""
UNTOLD = re.compile(
    rf"(?:(?P<counts>(?:\bper ?cent|\bpct|%)\s+to|\b(?:totall?ed|numbered|reached|came to|amounted to|stood at)|^\W*of (?:the|these|those|this|that)\b[^,]{{0,40}},)"
    rf"|(?P<deals>\b(?:took|takes|bought|buys|lifted|imported|purchased|received|absorbed|sold|shipped|sent|supplied|delivered|exported|with|whole|accounted\s+for|accounts\s+for|contributed|made\s+up)|(?P<name>(?-i:[A-Z][\w.]+))(?:\s+for)?)|\b(?:to|from|against|instead\s+of|and|revised)|\b(?:after|from|than|over)\s+(?:last\s+year|{_MONTH})'s)"
    rf"(?:\s+|(?<=\w)\s*[(:]\s*|\s+[-\u2013\u2014]\s+)(?:(?:only|just|another|some|about|nearly|almost|over)\s+)?(?P<n>\d{{1,3}}(?:,\d{{3}})+|{_DIGITS}\s(?:million|mln|billion|bln|lakh|crore)\b)"
    r"(?!\s*(?:%|per ?cent|pct|points))(?=\s*(?:[.,;)]|$|[-\u2013\u2014]\s|(?:and|in|last|this|next|from|during|while|of (?:these|those|them|which|that)|to|or|a (?:year|month|week|season)|the (?:year|month|week|season|previous|same|corresponding)|more|fewer|less|for|are|were|against|compared|under|amid|after|by|at|as|when|before|since|despite|because|thanks)\b))",
    re.IGNORECASE,
)
"""A number without its unit ("Spain took 193,000", "and France 71,000"): that of the figure before it, if a sentence near has one.

After `counts` it is a count whatever is told near it ("fell 8 pct to 41,300"): one of the goods spoken of, without a unit."""
