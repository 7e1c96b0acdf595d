"""Numbers in a sentence: money, quantities, percentages, multiples, each with its unit, bound, range and printed digits.

Wire style included: "mln dlrs", "22,201bn yen", "US$38.8 million", "4.1 lakh crore rupees", "pct", "$1bn-$1.2bn",
"nearly doubled", "a third".  A figure says only what is written; what it is about is found elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from tieline.model.countries import resolve
from tieline.model.money import (
    CURRENCY_WORDS,
    ISO_4217,
    QUANTITY_UNITS,
    SCALES,
    SYMBOLS,
    currency_of,
    scale_of,
    unit_of,
)
from tieline.model.products import surface_forms, weak_forms
from tieline.model.vocabulary import Bound, Rate

FigureKind = Literal["money", "quantity", "percent", "points", "multiple"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as written, at `start:end` of the sentence (bound words and currency included).

    Attributes:
        kind: `money`, `quantity`, `percent`, `points` (percentage points) or `multiple` (a change by a factor, in percent).
        value: Plain number in `unit`; percent for percent, points and multiples ("doubled" = 100, "a third" = 33.3).
        unit: ISO 4217 code, a unit of the contract, `percent`; None for money whose currency is not clear.
        signed: The words themselves give a sign ("halved" = -50).
        core: Where the number itself starts, after its bound words.
    """

    start: int
    end: int
    kind: FigureKind
    value: float
    unit: str | None
    core: int
    value_max: float | None = None
    bound: Bound | None = None
    digits: int = 1
    per: Rate | None = None
    signed: bool = False
    fraction: bool = False


_SMALL = {
    w: float(i)
    for i, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0, "ninety": 90.0}
_SMALL_WORD = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ](?:one|two|three|four|five|six|seven|eight|nine)|"
    + "|".join(sorted(_SMALL, key=len, reverse=True))
    + ")"
)
_DIGITS = r"(?:\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
_NUM = rf"(?:{_DIGITS}|{_SMALL_WORD})"
_SCALE = r"(?:lakh crore|" + "|".join(sorted((s for s in SCALES if len(s) > 2), key=len, reverse=True)) + r")\b\.?"
_TIGHT = r"(?:bn|mn|tn|trn|m|b|k)\b"
_SYMBOL = (
    r"(?:(?-i:"
    + "|".join(sorted(ISO_4217))
    + ")|"
    + "|".join(re.escape(s) for s in sorted(SYMBOLS, key=len, reverse=True) if not s.isalpha() or len(s) < 4)
    + ")"
)
_NATION = r"(?:(?:U\.S\.|US|NZ|CFA|H\.K\.|Hong Kong|New Zealand|[A-Z][a-z]+(?:ese|ian|an|ish|i|ss)|Trinidad)[ ])?"
_COIN = (
    r"(?:(?-i:"
    + "|".join(sorted(ISO_4217))
    + ")|"
    + "|".join(sorted(map(re.escape, CURRENCY_WORDS), key=len, reverse=True))
    + r")\b\.?"
)
_UNIT = r"(?:" + "|".join(QUANTITY_UNITS) + r")\b"
_TO = r"\s?(?:-|–|—|to|and|or)\s?"

_MONEY = re.compile(
    rf"(?<![\w.])(?P<symbol>{_SYMBOL})\s?(?P<n1>{_DIGITS})(?:\s?-?(?P<s1>{_SCALE}|{_TIGHT}))?(?:{_TO}(?:{_SYMBOL})\s?(?P<n2>{_DIGITS})(?:\s?-?(?P<s2>{_SCALE}|{_TIGHT}))?|\s?(?:-|–|to)\s?(?P<n3>{_DIGITS})(?:\s?-?(?P<s3>{_SCALE}|{_TIGHT})))?"
    rf"(?:\s(?P<after>US dollars|U\.S\. dollars|U\.S\. dlrs))?"
    rf"|(?<![\w.,$£€-])(?P<m1>{_NUM}|(?:half )?a)(?:[\s-](?P<t1>{_SCALE})|\s?(?P<t0>{_TIGHT}))?(?:{_TO}(?P<m2>{_NUM})(?:[\s-](?P<t2>{_SCALE})|(?P<t3>{_TIGHT}))?)?[\s-](?P<nation>{_NATION})(?P<coin>{_COIN})",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    rf"(?<![\w.,$£€-])(?P<n1>{_NUM}|half a|a(?=[\s-](?:hundred|thousand|million|billion)))(?:[\s-](?P<s1>{_SCALE})|(?P<s0>{_TIGHT}))?(?:{_TO}(?P<n2>{_NUM})(?:[\s-](?P<s2>{_SCALE}))?)?(?:[\s-]|(?<=\d)(?=(?:t|kt|kg|mt|bcm|kwh|mwh|gwh|twh|mw)\b))(?:(?:foreign|international|overseas|new|more|additional|such)\s)?(?:[A-Z][a-z]+\s)?(?P<unit>{_UNIT})",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    rf"(?<![\w.,])(?P<sign>[-+−](?=\d))?(?P<n1>{_NUM}|a)(?:(?:\s?%)?{_TO}(?P<n2>{_NUM}))?(?:\s?%|[\s-](?:percentage[\s-](?P<points>points?)|per[\s-]?cent(?:age[\s-](?P<points2>points?))?|pct|p\.c\.)(?![a-z]))",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?<![\w.,$£€-])(?P<n1>{_DIGITS})(?:{_TO}(?P<n2>{_DIGITS}))?(?:\s(?P<s1>million|billion|trillion|mln|bln|trln|thousand|crore|lakh)\b|(?P<s0>bn|mn|tn|m)\b)",
    re.IGNORECASE,
)
_PARTS = {
    "half": 50.0,
    "third": 100 / 3,
    "thirds": 100 / 3,
    "quarter": 25.0,
    "quarters": 25.0,
    "fourth": 25.0,
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
_FRACTION = re.compile(
    r"\b(?:(?P<count>a|one|two|three|four|five|six|seven|eight|nine)[\s-](?P<part>thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b(?!\s+(?:of\s+(?:the\s+)?(?:year|\d{4})|month|(?:consecutive|straight)))"
    r"|(?<!first )(?<!second )(?<!latter )(?<!last )(?<!other )(?P<half>half)(?=\s+(?:of\b|the\b(?!\s+year)|its\b|their\b|that\b|all\b|as much)))|(?<=by )(?P<byhalf>half)\b(?!-)|(?<=almost )(?P<almosthalf>half)\b|(?<=about )(?P<abouthalf>half)\b"
    r"|\b(?P<majority>a majority)(?= of)",
    re.IGNORECASE,
)
_IN_EVERY = re.compile(
    rf"\b(?P<n>{_SMALL_WORD}|\d{{1,2}})\s+(?:in|out of)\s+(?:every\s+)?(?P<of>{_SMALL_WORD}|\d{{1,3}})\b(?=\s+(?:of\b|[a-z]+s\b))",
    re.IGNORECASE,
)
_FOLD = {"doubl": 100.0, "tripl": 200.0, "trebl": 200.0, "quadrupl": 300.0, "quintupl": 400.0, "halv": -50.0}
_MULTIPLE = re.compile(
    rf"\b(?P<verb>doubl|tripl|trebl|quadrupl|quintupl|halv)(?:ed|ing|es|e)\b(?!\s+(?:digit|down|check|standard|tax|edged))|\b(?P<fold>{_SMALL_WORD}|\d+(?:\.\d+)?)[- ]?fold\b"
    rf"|\b(?P<times>{_NUM})\s+times\s+(?P<more>more|higher|greater|larger|bigger|up)\b(?!\s+than\s+(?!a|last|in|the))",
    re.IGNORECASE,
)
_BOUND_BEFORE: list[tuple[str, Bound]] = [
    (
        r"just under|just short of|just shy of|slightly less than|a little less than|close to|nearly|almost|not quite|nearing|approaching",
        "almost",
    ),
    (r"at least|no less than|no fewer than|not less than|a minimum of", "at_least"),
    (
        r"no more than|not more than|not exceed(?:ing)?|up to up to|up to|as much as|as many as|at most|a maximum of|a ceiling of|a high of",
        "at_most",
    ),
    (
        r"just over|just above|a little over|slightly more than|a little more than|well over|more than|over|above|in excess of|upwards? of|exceed(?:ed|ing|s)?|surpass(?:ed|ing|es)?|topped|topping|greater than|higher than|beyond",
        "over",
    ),
    (r"less than|fewer than|under|below|lower than|short of", "under"),
    (
        r"about|around|some|roughly|approximately|approx\.?|an estimated|estimated at|estimated|circa|or so|in the region of|in the order of|on the order of|an average of|nearly some|an approximate",
        "about",
    ),
]
_BEFORE = re.compile(
    "|".join(f"(?P<b{i}>{pattern})" for i, (pattern, _) in enumerate(_BOUND_BEFORE)) + "", re.IGNORECASE
)
_BOUND_TAIL = re.compile(
    r"(?:^|[\s(\-])(?:"
    + "|".join(f"(?P<b{i}>{pattern})" for i, (pattern, _) in enumerate(_BOUND_BEFORE))
    + r")(?:\s+(?:by|to|a|an|the|record))?[\s-]*$",
    re.IGNORECASE,
)
_BOUND_AFTER = re.compile(
    r"\s+(?:(?P<atleast>or more|and above|plus\b|or higher)|(?P<about>or so|or thereabouts)|(?P<atmost>or less|or fewer))",
    re.IGNORECASE,
)
_PER = re.compile(
    r"\s*(?:(?:of\s+[\w ]{1,25}?\s)?(?:a|per|each|every|/)\s?(?P<a>day|month|year)\b(?!\s+(?:earlier|ago|before|later)|-)|(?P<b>daily|monthly|annually|yearly)\b|(?P<c>/(?:yr|d)\b)|(?P<d>per annum|p\.a\.))",
    re.IGNORECASE,
)


_PRICE = re.compile(
    r"\s*(?:(?:an?|per|each|/)\s*(?:metric |short |troy )?(?:tonnes?|tons?|barrels?|kg|kilo(?:gram)?s?|head|shares?|pounds?|lbs?|ounces?|gallons?|lit(?:re|er)s?|persons?|units?|bushels?|mmbtu|million btu|cubic met|megawatt|mwh|kwh|carat|dozen|piece|visitor|ticket|night)\b|apiece\b|each\b)",
    re.IGNORECASE,
)
"""A price is no quantity of trade."""


def find_figures(text: str) -> list[Figure]:
    """All figures of a plain sentence, in order, without overlap.

    >>> [(f.kind, f.value, f.unit, f.bound) for f in find_figures("fell almost 32 pct to 10.2 mln dlrs")]
    [('percent', 32.0, 'percent', 'almost'), ('money', 10200000.0, 'USD', None)]
    >>> [(f.value, f.value_max) for f in find_figures("worth $1bn-$1.2bn")]
    [(1000000000.0, 1200000000.0)]
    """
    found = [
        *_from_to(text),
        *_travellers(text),
        *_goods_counted(text),
        *_money(text),
        *_percents(text),
        *_quantities(text),
        *_fractions(text),
        *_multiples(text),
    ]
    taken = _without_overlap(found)
    if not any(f.kind in {"money", "quantity"} for f in taken):
        taken = _without_overlap([*taken, *_unnamed(text)])
    last_money = [f for f in taken if f.kind in {"money", "quantity"}]
    if last_money:
        bare = [f for f in _bare(text, last_money) if not any(f.start < g.end and g.start < f.end for g in taken)]
        taken = _without_overlap([*taken, *bare])
    taken = _without_overlap([*taken, *_counts(text, taken)])
    return [_with_words(text, f) for f in taken if not (f.kind == "money" and _PRICE.match(text, f.end))]


def _without_overlap(figures: list[Figure]) -> list[Figure]:
    out: list[Figure] = []
    for figure in sorted(figures, key=lambda f: (f.start, -(f.end - f.start))):
        if not out or figure.start >= out[-1].end:
            out.append(figure)
    return out


def _number(word: str) -> tuple[float, int]:
    """The number of a word or digits, and how many significant digits are printed."""
    low = word.lower().strip()
    if low in {"a", "half a"}:
        return (0.5 if low != "a" else 1.0), 1
    if low in _SMALL:
        return _SMALL[low], len(str(int(_SMALL[low])))
    parts = re.split(r"[- ]", low)
    if all(p in _SMALL for p in parts):
        return sum(_SMALL[p] for p in parts), 2
    plain = low.replace(",", "")
    value = float(plain)
    digits = plain.replace(".", "").lstrip("0") or "0"
    if "." not in plain and len(plain) > 2:
        digits = digits[:2] + digits[2:].rstrip("0") if len(digits) > 2 else digits
    return value, len(digits)


def _make(
    start: int,
    end: int,
    kind: FigureKind,
    unit: str | None,
    low: tuple[str, str | None],
    high: tuple[str | None, str | None],
    factor: float = 1.0,
) -> Figure:
    """A figure from number words and scale words; the scale of a range's upper end serves the lower one too."""
    value, digits = _number(low[0])
    scale_low, scale_high = low[1], high[1]
    value_max = None
    if high[0] is not None:
        value_max = _number(high[0])[0] * factor * (scale_of(scale_high) if scale_high else 1.0)
    scale = scale_low or scale_high
    value *= factor * (scale_of(scale) if scale else 1.0)
    if scale and "." not in low[0] and low[0].replace(",", "").isdigit():
        digits = len(low[0].replace(",", ""))
    return Figure(
        start,
        end,
        kind,
        _clean(value),
        unit,
        start,
        value_max=None if value_max is None else _clean(value_max),
        digits=digits,
        bound="between" if value_max is not None else None,
    )


def _clean(value: float) -> float:
    """Scaling in binary leaves dust (10.2 * 1e6 = 10199999.999...): round it off."""
    return float(f"{value:.12g}")


_JOINED = re.compile(r"\s(to|and|or)\s", re.IGNORECASE)
_TWO_LEVELS = re.compile(
    r"\b(?:by|from|of|at|with|[a-z]+ed|rose|fell|grew)\s+(?:about |around |some |just |only |nearly |almost |over |more than )?$",
    re.IGNORECASE,
)


def _scan(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Matches in order; of "by $1.4 billion to $17 billion" and "5 percent and 8 percent" the first number alone.

    Two numbers joined by a word are a range only after "between", or with "to" where neither a change nor a start is told.
    """
    position = 0
    while m := pattern.search(text, position):
        high = next((g for g in ("n2", "n3", "m2") if m.groupdict().get(g)), None)
        if high:
            gap = text[m.start() : m.start(high)]
            joined = _JOINED.findall(gap)
            between = re.search(r"\bbetween\s+$", text[: m.start()], re.IGNORECASE)
            told = _TWO_LEVELS.search(text[max(0, m.start() - 40) : m.start()])
            year = re.match(r"(?:1[89]|20)\d\d\s", text[m.start() :])
            if joined and ((year and not between) or (not between and (joined[-1].lower() != "to" or told))):
                cut = m.start() + [j.start() for j in _JOINED.finditer(gap)][-1]
                alone = pattern.fullmatch(text, m.start(), cut) or pattern.match(text, m.start(), cut)
                if alone is None or alone.end() > cut:
                    position = cut
                    continue
                yield alone
                position = cut
                continue
        yield m
        position = max(m.end(), m.start() + 1)


def _money(text: str) -> list[Figure]:
    out = []
    for m in _scan(_MONEY, text):
        g = m.groupdict()
        if g["symbol"]:
            tail_number, tail_scale = g["n2"] or g["n3"], g["s2"] or g["s3"]
            unit = SYMBOLS.get(g["symbol"]) or SYMBOLS.get(g["symbol"].upper()) or currency_of(g["symbol"].upper())
            out.append(_make(m.start(), m.end(), "money", unit, (g["n1"], g["s1"]), (tail_number, tail_scale)))
            continue
        word, nation = g["coin"].rstrip("."), (g["nation"] or "").strip()
        if word.lower() in {"won", "mark", "marks", "crown", "pound", "real", "peso", "franc"} and not (
            g["t1"] or g["t0"] or nation or word.endswith("s") or "," in g["m1"] or word == "won"
        ):
            continue
        if word.lower() == "won" and not (g["t1"] or g["t0"] or nation or "," in g["m1"]):
            continue
        if g["m1"].lower().endswith("a") and not g["t1"]:
            continue
        countries = resolve(nation) if nation else ()
        unit = currency_of(word, countries[0] if len(countries) == 1 else None)
        high = (g["m2"], g["t2"] or g["t3"])
        out.append(_make(m.start(), m.end(), "money", unit, (g["m1"], g["t1"] or g["t0"]), high))
    return out


def _percents(text: str) -> list[Figure]:
    out = []
    for m in _scan(_PERCENT, text):
        points = m["points"] or m["points2"]
        if m["n1"].lower() == "a" and not points:
            continue
        figure = _make(
            m.start(), m.end(), "points" if points else "percent", "percent", (m["n1"], None), (m["n2"], None)
        )
        plain = m["n1"].replace(",", "")
        digits = len(plain.replace(".", "").lstrip("0")) if plain.replace(".", "").isdigit() else figure.digits
        out.append(
            replace(
                figure,
                digits=max(1, digits),
                value=-figure.value if m["sign"] in {"-", "−"} else figure.value,
                signed=bool(m["sign"]),
            )
        )
    return out


def _quantities(text: str) -> list[Figure]:
    out = []
    for m in _scan(_QUANTITY, text):
        unit = unit_of(m["unit"])
        if unit is None or (m["n1"].lower() in _SMALL and not m["s1"] and unit[0] in {"people", "units"}):
            continue
        figure = _make(
            m.start(), m.end(), "quantity", unit[0], (m["n1"], m["s1"] or m["s0"]), (m["n2"], m["s2"]), unit[1]
        )
        if re.fullmatch(r"bpd|b/d", m["unit"], re.IGNORECASE):
            figure = replace(figure, per="day")
        out.append(figure)
    return out


def _fractions(text: str) -> list[Figure]:
    out = []
    for m in _IN_EVERY.finditer(text):
        share, whole = _number(m["n"])[0], _number(m["of"])[0]
        if 0 < share < whole <= 100:
            value = round(100 * share / whole, 1)
            out.append(Figure(m.start(), m.end(), "percent", value, "percent", m.start(), digits=2, fraction=True))
    for m in _FRACTION.finditer(text):
        if m["majority"]:
            continue
        count = _SMALL.get(m["count"].lower(), 1.0) if m["count"] else 1.0
        part = _PARTS[m["part"].lower()] if m["part"] else 50.0
        out.append(
            Figure(m.start(), m.end(), "percent", round(count * part, 1), "percent", m.start(), digits=2, fraction=True)
        )
    return out


def _multiples(text: str) -> list[Figure]:
    out = []
    for m in _MULTIPLE.finditer(text):
        if m["verb"]:
            value, digits = _FOLD[m["verb"].lower()], 1
        else:
            number, digits = _number(m["fold"] or m["times"])
            value = (number - 1) * 100 if m["fold"] or m["more"] else number
        if value:
            out.append(
                Figure(m.start(), m.end(), "multiple", _clean(value), "percent", m.start(), digits=digits, signed=True)
            )
    return out


def _bare(text: str, known: list[Figure]) -> list[Figure]:
    """Scaled numbers without a unit take that of the nearest figure with one ("to 15.7 billion dlrs from 13.1 billion")."""
    out = []
    for m in _scan(_BARE, text):
        money = [f for f in known if f.kind == "money"] or known
        nearest = min(money, key=lambda f: abs(f.start - m.start()))
        out.append(
            _make(
                m.start(),
                m.end(),
                nearest.kind,
                nearest.unit,
                (m["n1"], m["s1"] or m["s0"]),
                (m["n2"], m["s1"] or m["s0"] if m["n2"] else None),
            )
        )
    return out


_UNNAMED = re.compile(
    r"(?<![\w.,$£€-])(?P<n>\d+(?:\.\d+)?)[\s](?P<s>million|billion|trillion|mln|bln)(?=\s*(?:[.,;)]|$|(?:by|in|this|last|next|from|to|a)\b))",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    rf"\bfrom\s+(?P<n>{_DIGITS})(?=\s+to\s+{_DIGITS}[\s-]?(?:(?P<s>{_SCALE})\s)?(?P<nation>{_NATION})(?P<coin>{_COIN}))",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"(?<![\w.,$£€-])(\d{1,3}(?:,\d{3})+|\d+ million)(?=\s+(?P<who>[A-Z][a-z]+(?: [A-Z][a-z]+)?s)\s+(?:visited|travelled|traveled|arrived|came|crossed|went|flew|holidayed)\b)"
)


def _unnamed(text: str) -> list[Figure]:
    """As in "to bring this figure to 10 billion by 2030": money whose currency the sentence does not name."""
    return [_make(m.start(), m.end(), "money", None, (m["n"], m["s"]), (None, None)) for m in _UNNAMED.finditer(text)]


def _from_to(text: str) -> list[Figure]:
    """As in "from 72 to 247 million euros": the scale and the currency of the second number serve the first."""
    out = []
    for m in _FROM_TO.finditer(text):
        nation = resolve(m["nation"].strip()) if m["nation"].strip() else ()
        unit = currency_of(m["coin"].rstrip("."), nation[0] if len(nation) == 1 else None)
        out.append(_make(m.start("n"), m.end("n"), "money", unit, (m["n"], m["s"]), (None, None)))
    return out


_GOODS_COUNT = re.compile(
    rf"(?<![\w.,$£€-])(?P<n>\d{{1,3}}(?:,\d{{3}})+|[1-9]\d{{2,5}}|{_DIGITS}\s(?:million|thousand|mln))\s(?P<what>(?:[a-z]+\s){{0,2}}[a-z]+s)\b"
)


def _goods_counted(text: str) -> list[Figure]:
    """As in "3,400 goats", "12,000 electric bicycles": a count of a product that the lexicon knows; it has no unit."""
    forms = surface_forms()
    out = []
    for m in _GOODS_COUNT.finditer(text):
        words = m["what"].split()
        for length in range(len(words), 0, -1):
            product = forms.get(" ".join(words[length - 1 :])) or forms.get(words[length - 1])
            if product is not None and product.kind == "goods" and words[length - 1] not in weak_forms():
                number, _, scale = m["n"].partition(" ")
                out.append(_make(m.start(), m.end("n"), "quantity", None, (number, scale or None), (None, None)))
                break
    return out


def _travellers(text: str) -> list[Figure]:
    """As in "8,300 Thais visited": people counted by their nationality."""
    out = []
    for m in _PEOPLE.finditer(text):
        if resolve(m["who"]):
            number, _, scale = m.group(1).partition(" ")
            out.append(_make(m.start(), m.end(1), "quantity", "people", (number, scale or None), (None, None)))
    return out


_COUNT = re.compile(
    r"(?<![\w.,$£€-])(\d{1,3}(?:,\d{3})+)(?=\s+(?P<change>more|fewer|less)\b|\s+(?:was|were|have been|had been)\s+(?:shipped|sold|exported|imported|delivered|bought)\b)",
    re.IGNORECASE,
)


_TRAVEL = re.compile(r"\b(?:tourists?|visitors?|visit(?:ing|ed)|arrivals|travell?ers)\b", re.IGNORECASE)
_TRAVELLERS = re.compile(
    r"(?<=\b(?:to|of)\s)(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)? million)(?=\s*(?:[.,;)]|$|(?:in|last|this|from|during|by|a)\b))|(?<=reached )(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)? million)(?=\s*(?:[.,;)]|$|(?:in|last|this|from|during|by|a)\b))"
)


def _counts(text: str, known: list[Figure]) -> list[Figure]:
    """Bare counts that a word beside them makes a quantity ("8,000 fewer", "21,300 were shipped")."""
    out = []
    if _TRAVEL.search(text):
        for m in _TRAVELLERS.finditer(text):
            number, _, scale = m.group().partition(" ")
            out.append(_make(m.start(), m.end(), "quantity", "people", (number, scale or None), (None, None)))
    for m in _COUNT.finditer(text):
        nearest = min((f for f in known if f.kind == "quantity"), key=lambda f: abs(f.start - m.start()), default=None)
        out.append(
            _make(
                m.start(),
                m.end(1),
                "quantity",
                nearest.unit if nearest and m["change"] else None,
                (m.group(1), None),
                (None, None),
            )
        )
    return out


def _with_words(text: str, figure: Figure) -> Figure:
    """Take in the bound words before and after, and the rate."""
    start, end, bound, per = figure.start, figure.end, figure.bound, figure.per
    before = _BOUND_TAIL.search(text[max(0, start - 40) : start])
    if before:
        index = next(int(k[1:]) for k, v in before.groupdict().items() if v)
        if bound is None:
            bound = _BOUND_BEFORE[index][1]
        start = max(0, start - 40) + before.start(f"b{index}")
    elif bound == "between" and re.search(r"\bbetween\s+$", text[:start], re.IGNORECASE):
        start = re.search(r"\bbetween\s+$", text[:start], re.IGNORECASE).start()  # type: ignore[union-attr]
    after = _BOUND_AFTER.match(text, end)
    if after and bound is None:
        bound = "at_least" if after["atleast"] else "about" if after["about"] else "at_most"
        end = after.end()
    rate = _PER.match(text, end)
    if rate and figure.kind in {"money", "quantity"} and per is None:
        word = (rate["a"] or rate["b"] or rate["c"] or rate["d"] or "").lower()
        per = "day" if word.startswith(("day", "dai", "/d")) else "month" if word.startswith("month") else "year"
    return replace(figure, start=start, end=end, bound=bound, per=per)
