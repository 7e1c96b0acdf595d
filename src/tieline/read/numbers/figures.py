"""Numbers in a sentence: money, quantities, percentages, multiples, each with its unit, bound, range and printed digits.

Wire style included: "mln dlrs", "22,201bn yen", "US$38.8 million", "4.1 lakh crore rupees", "pct", "$1bn-$1.2bn",
"nearly doubled", "a third".  A figure says only what is written; what it is about is found elsewhere.
"""

from __future__ import annotations

from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.model.countries import resolve
from tieline.model.money import (
    LETTERS,
    currency_of,
    money_of_sign,
    unit_of,
)
from tieline.read.numbers.again import as_much_again
from tieline.read.numbers.coded_money import coded_money
from tieline.read.numbers.counts import arms, bare, counts, goods_counted, travellers, unnamed
from tieline.read.numbers.exactly import without_rounded
from tieline.read.numbers.paired import from_to, percents_from_to, sharing_unit
from tieline.read.numbers.patterns import (
    FOLD,
    FRACTION,
    IN_EVERY,
    LETTER_MONEY,
    MONEY,
    MULTIPLE,
    OF_PERCENT,
    PARTS,
    PERCENT,
    QUANTITY,
    SMALL_NUMBERS,
    TIMES,
    ZERO,
)
from tieline.read.numbers.scan import Figure, FigureKind, clean, make_figure, number_of, scan
from tieline.read.numbers.weights import with_pounds_weighed
from tieline.read.numbers.wording import CONTAINER, EACH, PRICE, with_rate_of_average, with_words
from tieline.read.words.forms import forms
from tieline.read.words.trade import DOWN_VERBS, UP_VERBS

__all__ = ["Figure", "find_figures"]


def find_figures(text: str) -> list[Figure]:
    """All figures of a plain sentence, in order, without overlap.

    >>> [(f.kind, f.value, f.unit, f.bound) for f in find_figures("fell almost 32 pct to 10.2 mln dlrs")]
    [('percent', 32.0, 'percent', 'almost'), ('money', 10200000.0, 'USD', None)]
    >>> [(f.value, f.value_max) for f in find_figures("worth $1bn-$1.2bn")]
    [(1000000000.0, 1200000000.0)]
    """
    low = text.lower()
    if not (_DIGIT.search(text) or _NUMBER.search(low)):
        return []
    found = [
        *from_to(text),
        *travellers(text),
        *goods_counted(text),
        *with_pounds_weighed(text, _money(text)),
        *_letter_money(text),
        *coded_money(text),
        *(_zeros(text) if "zero" in low or "nil" in low or " no " in low else ()),
        *((*_percents(text), *percents_from_to(text)) if _PERCENT.search(low) else ()),
        *(arms(text) if any(word in low for word in _ARMED) else ()),
        *_quantities(text),
        *(_shares(text) if _SHARED.search(low) else ()),
        *(as_much_again(text) if " again" in low else ()),
        *(_fractions(text) if _PARTLY.search(low) else ()),
        *(_multiples(text) if _MANIFOLD.search(low) else ()),
    ]
    taken = _without_overlap(found)
    taken = _without_overlap([*taken, *counts(text, taken)])
    if not any(f.kind in {"money", "quantity"} for f in taken):
        taken = _without_overlap([*taken, *unnamed(text)])
    if " and " in text and (shared := sharing_unit(text, taken)):
        taken = _without_overlap([*shared, *(f for f in taken if all(f.start != g.start for g in shared))])
    last_money = [f for f in taken if f.kind in {"money", "quantity"}]
    if last_money:
        beside = [f for f in bare(text, last_money) if not any(f.start < g.end and g.start < f.end for g in taken)]
        taken = _without_overlap([*taken, *beside])
    told = [_with_minus(text, with_words(text, f)) for f in taken if not _is_beside(text, f)]
    return without_rounded(text, with_rate_of_average(text, told))


def _with_minus(text: str, figure: Figure) -> Figure:
    """As in "a balance of -2.1 billion dinars", "(-$300 million)": the sum with its sign."""
    if figure.kind != "money" or _MINUS.search(text[max(0, figure.core - 2) : figure.core]) is None:
        return figure
    return replace(figure, value=-abs(figure.value), signed=True)


_MINUS = re.compile(r"(?:^|[\s(])[-−]$")


def _zeros(text: str) -> list[Figure]:
    """As in "dropped to zero": no more of the goods, none of a duty."""
    kind: FigureKind = "quantity" if _DUTY.search(text) is None else "percent"
    unit = "percent" if kind == "percent" else None
    found = ((m.lastgroup or "n", m) for m in ZERO.finditer(text))
    return [Figure(m.start(told), m.end(told), kind, 0.0, unit, m.start(told)) for told, m in found]


_DUTY = re.compile(r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|taxe?s?|rates?|growth)\b", re.IGNORECASE)


_SIZED = re.compile(
    r"[\d.]+-(?:kilo(?:gram(?:me)?)?|kg|pound|lb|lit(?:er|re)|tonne|ton)\s(?:bags?|sacks?|bales?|bottles?|tanks?|cylinders?|trucks?)\b"
)
"""As in "2.1 million 60-kilo bags"."""


def _is_beside(text: str, figure: Figure) -> bool:
    """A price, or what one bag holds ("412,000 bags of 60 kilos"): no figure of trade."""
    if figure.kind == "money":
        price = PRICE.match(text, figure.end)
        return price is not None and not (figure.value >= _MILLION and EACH.match(text, figure.end))
    if _SIZED.match(text, figure.core):
        return True
    return figure.kind == "quantity" and CONTAINER.search(text[: figure.start]) is not None


_MILLION = 1e6
_NUMBER = re.compile(
    r"\d|\b(?:"
    + "|".join(sorted({*SMALL_NUMBERS, *PARTS, "half", "hundred", "thousand", "million", "billion"}))
    + r")\b"
    r"|(?:doubl|tripl|trebl|quadrupl|quintupl|halv)|fold\b|\bt(?:w|hr)ice\b|\ba (?:dozen|score)\b"
)
"""What every figure holds, in small letters: without it a sentence need not be searched for each kind of figure."""
_DIGIT = re.compile(r"\d")
_ARMED = ("tanks", "howitzer", "jets", "fighters", "warplanes", "copters", "drones", "missiles", "rockets", "shells", "frigates", "corvettes", "submarines", "rifles", "guns", "pistols", "mortars", "grenades", "launchers", "armoured", "armored")  # fmt: skip
"""One of these every count of weapons holds."""
_PERCENT = re.compile(r"%|cent|pc|p\.c")
_PARTLY = re.compile(r"half|halves|hundredth|third|quarter|fourth|fi?fth|sixth|seventh|eighth|ninth|tenth|majority")
_SHARED = re.compile(r"\s(?:in|(?:out\s+)?of)\s+(?:every|\d|" + "|".join(SMALL_NUMBERS) + ")")
_MANIFOLD = re.compile(r"oubl|ripl|rebl|rupl|ntupl|halv|fold|times|twice|thrice|in half")


def _without_overlap(figures: list[Figure]) -> list[Figure]:
    out: list[Figure] = []
    for figure in sorted(figures, key=lambda f: (f.start, -(f.end - f.start))):
        if not out or figure.start >= out[-1].end:
            out.append(figure)
    return out


def _money(text: str) -> list[Figure]:
    out = []
    for m in scan(MONEY, text):
        g = m.groupdict()
        if g["symbol"]:
            tail_number, tail_scale = g["n2"] or g["n3"], g["s2"] or g["s3"]
            unit = money_of_sign(g["symbol"])
            out.append(make_figure(m.start(), m.end(), "money", unit, (g["n1"], g["s1"]), (tail_number, tail_scale)))
            continue
        word, nation = g["coin"].rstrip(".").replace(" $", "$"), (g["nation"] or "").strip()
        if word.lower() in {"won", "mark", "marks", "crown", "pound", "real", "peso", "franc"} and not (
            g["t1"] or g["t0"] or nation or word.endswith("s") or "," in g["m1"] or word == "won"
        ):
            continue
        if word.lower() == "won" and not (g["t1"] or g["t0"] or nation or "," in g["m1"]):
            continue
        if g["m1"].lower().endswith("a") and not g["t1"]:
            continue
        countries = resolve(nation) if nation and nation != "clearing" else ()
        unit = currency_of(word, countries[0] if len(countries) == 1 else None)
        high = (g["m2"], g["t2"] or g["t3"])
        out.append(make_figure(m.start(), m.end(), "money", unit, (g["m1"], g["t1"] or g["t0"]), high))
    return out


def _letter_money(text: str) -> list[Figure]:
    """As in "P21.7 billion", "N5.2bn": the currency is that of the letter's first country, until a story tells."""
    return [
        make_figure(
            m.start(), m.end(), "money", next(iter(LETTERS[m["letter"]].values())), (m["n"], m["s"]), (None, None)
        )
        for m in LETTER_MONEY.finditer(text)
    ]


def _percents(text: str) -> list[Figure]:
    out = []
    if _PARTLY.search(text.lower()):
        out += [_part_of_percent(m) for m in OF_PERCENT.finditer(text)]
    for m in scan(PERCENT, text):
        points = m["points"] or m["points2"]
        if m["n1"].lower() == "a" and not points:
            continue
        figure = make_figure(
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


def _part_of_percent(m: re.Match[str]) -> Figure:
    """As in "fell eight-tenths of 1 percent"."""
    count = number_of(m["count"])[0] if m["count"] else 1.0
    name = (m["part"] or "half").lower()
    part = 0.01 if name.startswith("hundredth") else PARTS[{"halves": "half"}.get(name, name)] / 100
    kind: FigureKind = "points" if m["points"] or m["points2"] else "percent"
    return Figure(m.start(), m.end(), kind, clean(round(count * part, 3)), "percent", m.start())


def _quantities(text: str) -> list[Figure]:
    out = []
    for m in scan(QUANTITY, text):
        unit = unit_of(m["unit"])
        if unit is None or (m["n1"].lower() in SMALL_NUMBERS and not m["s1"] and unit[0] in {"people", "units"}):
            continue
        if unit[0] == "people" and _YEAR.fullmatch(m["n1"]) and _IN_YEAR.search(text[: m.start()]):
            continue  # "over the eight months of 2015 visitors from India went up"
        figure = make_figure(
            m.start(), m.end(), "quantity", unit[0], (m["n1"], m["s1"] or m["s0"]), (m["n2"], m["s2"]), unit[1]
        )
        if re.fullmatch(r"bpd|mm?s?cmd|\w*cfd|\w+/d(?:ay)?", m["unit"], re.IGNORECASE):
            figure = replace(figure, per="day")
        out.append(figure)
    return out


_YEAR = re.compile(r"(?:19|20)\d\d")
_IN_YEAR = re.compile(
    r"\b(?:in|since|during|from|until|through|(?:months?|quarters?|half|halves|end|beginning|start|summer|winter|spring|autumn|year|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October)(?:\s+of)?)\s+$"
)


def _shares(text: str) -> list[Figure]:
    """As in "one in five", "three out of every ten", "seven crates in ten"."""
    out = []
    for m in IN_EVERY.finditer(text):
        share = number_of(m["n"] or m["nn"])[0]
        whole = number_of(_A_HUNDRED.sub("100", m["of"] or m["nof"]))[0]
        if 0 < share < whole <= 100:
            value = round(100 * share / whole, 1)
            out.append(Figure(m.start(), m.end(), "percent", value, "percent", m.start(), digits=2, fraction=True))
    return out


_A_HUNDRED = re.compile(r"(?:a\s+)?hundred", re.IGNORECASE)


def _fractions(text: str) -> list[Figure]:
    out = []
    for m in FRACTION.finditer(text):
        if m["majority"]:
            continue
        count = SMALL_NUMBERS.get(m["count"].lower(), 1.0) if m["count"] else 1.0
        part = PARTS[m["part"].lower()] if m["part"] else 50.0
        out.append(
            Figure(m.start(), m.end(), "percent", round(count * part, 1), "percent", m.start(), digits=2, fraction=True)
        )
    return out


def _multiples(text: str) -> list[Figure]:
    """As in "doubled", "rose threefold", "2.5 times more", "twice as much as in May", "fell 2.5 times": a change by a factor."""
    out = []
    for m in MULTIPLE.finditer(text):
        if m["verb"]:
            out.append(_multiple(m.start(), m.end(), FOLD[m["verb"].lower()], 1))
        elif m["cut"]:
            out.append(_multiple(m.start(), m.end(), FOLD["halv"], 1))
        else:
            number, digits = number_of(m["fold"])
            out.append(_multiple(m.start(), m.end(), _changed(number, _way_moved(text[: m.start()])), digits))
    last, last_way = 0, 0
    for m in TIMES.finditer(text) if _OFTEN.search(text) else ():
        number, digits = number_of(m["n"]) if m["n"] else ({"twice": 2.0, "thrice": 3.0}[m["word"].lower()], 1)
        way = _way_moved(text[: m.start()]) if m["moved"] is not None else -1 if m["less"] else 1
        if not way and last_way and _IN_A_ROW.fullmatch(text, last, m.start()):
            way = last_way
        last, last_way = m.end(), way
        if way and not (
            m["so"] and _THAN_WHAT.search(text, m.end())
        ):  # but "visited three times", "twice as much as Chile"
            end = m.end("much") if m["much"] else m.end()
            out.append(_multiple(m.start(), end, _changed(number, way), digits))
    return [figure for figure in out if figure.value]


def _changed(factor: float, way: int) -> float:
    """The change in percent: to so many times as much, or down to one part in so many."""
    return round(100 / factor - 100, 1) if way < 0 and factor > 0 else (factor - 1) * 100


def _multiple(start: int, end: int, value: float, digits: int) -> Figure:
    return Figure(start, end, "multiple", clean(value), "percent", start, digits=digits, signed=True)


_OFTEN = re.compile(r"\b(?:times|twice|thrice)\b", re.IGNORECASE)


def _way_moved(lead: str) -> int:
    """+1 or -1 of the last word before a factor that moves: "fell by nearly", "cut purchases"."""
    words = _WORDS.findall(lead[-_NEAR_FACTOR:])
    if words and words[-1] in {"up", "down"} and lead.endswith(" "):
        return 1 if words[-1] == "up" else -1
    for word in reversed(words):
        stems = forms(word.lower())
        if not UP_VERBS.isdisjoint(stems):
            return 1
        if not DOWN_VERBS.isdisjoint(stems):
            return -1
    return 0


_IN_A_ROW = re.compile(r"(?:\s+(?:[\w-]+\s+){0,4}[\w-]+)?(?:,?\s+and|,|;)\s+(?:(?!who\b|which\b)[a-z-]+\s+){1,4}")
"""Between two factors that one verb moves: "rose 8 times on the year, plastics 7 times"."""
_THAN_WHAT = re.compile(r"\b(?:as(?!\s+(?:much|many)\b)|than)\b")
_WORDS = re.compile(r"[A-Za-z-]+")
_NEAR_FACTOR = 30
