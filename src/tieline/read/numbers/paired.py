"""Two numbers of which one has the unit of both: "from 72 to 247 million euros", "from 40 to 33 percent"."""

from __future__ import annotations

from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.model.countries import resolve
from tieline.model.money import currency_of, money_of_sign
from tieline.read.numbers.patterns import FROM_TO
from tieline.read.numbers.scan import RANGES, Figure, make_figure, number_of


def from_to(text: str) -> list[Figure]:
    """As in "from 72 to 247 million euros", "from $2 to $3 billion", "to $3.4 million from $2.8": the scale and the currency of one number serve the other."""
    out = []
    for m in FROM_TO.finditer(text):
        if m["symbol"]:
            out.append(
                make_figure(
                    m.start("symbol"), m.end("m"), "money", money_of_sign(m["symbol"]), (m["m"], m["t"]), (None, None)
                )
            )
            continue
        if m["sign"]:
            money = money_of_sign(m["sign"])
            out.append(make_figure(m.start("sign"), m.end("k"), "money", money, (m["k"], m["u"]), (None, None)))
            continue
        nation = resolve(m["nation"].strip()) if m["nation"].strip() else ()
        unit = currency_of(m["coin"].rstrip("."), nation[0] if len(nation) == 1 else None)
        out.append(make_figure(m.start("n"), m.end("n"), "money", unit, (m["n"], m["s"]), (None, None)))
    return out


def percents_from_to(text: str) -> list[Figure]:
    """As in "its share went from 40 to 33 percent": the first of the two is a percentage as well, but for a range.

    >>> [f.value for f in percents_from_to("shrank to 80 from 92 per cent")]
    [80.0]
    >>> percents_from_to("duties ranging from 4 to 9 percent")
    []
    """
    out = []
    for m in _PERCENTS_FROM_TO.finditer(text):
        if RANGES.search(text[: m.start()] + "from ") or _YEARLY.search(text[: m.start()]):
            continue
        which = "n" if m["n"] else "m"
        value, digits = number_of(m[which])
        if value <= _ALL:
            begin, end = m.span(which)
            out.append(Figure(begin, end, "percent", value, "percent", begin, digits=digits))
    return out


_HEDGE = r"(?:(?:about|around|some|just|only|nearly|almost|roughly|over|under|less than|more than)\s+)?"
_SIGN = r"(?:\s?%|[\s-](?:per\s?cent|pct)\b)"
_PERCENTS_FROM_TO = re.compile(
    rf"\bfrom\s+{_HEDGE}(?P<n>\d{{1,3}}(?:\.\d+)?)(?=\s+(?:(?:in|during|for)\s+[\w\s]{{3,20}}?\s+)?to\s+{_HEDGE}\d{{1,3}}(?:\.\d+)?{_SIGN})"
    rf"|\bto\s+{_HEDGE}(?P<m>\d{{1,3}}(?:\.\d+)?)(?=\s+from\s+{_HEDGE}\d{{1,3}}(?:\.\d+)?{_SIGN})",
    re.IGNORECASE,
)
_ALL = 100
_YEARLY = re.compile(r"\b(?:by|growth|rise|increase|fall|drop)\s+$", re.IGNORECASE)
"""Before "from 3 to 5 percent": a change told as a range."""


def sharing_unit(text: str, known: list[Figure]) -> list[Figure]:
    """As in "7.8 and 7.7 bcm in 2015 and 2016", "18.9, 10.8 and 7.8 percent": unit and scale of the last number of a row serve all.

    Two sums or weights are a row only where the words deal them out one by one.

    >>> [(f.value, f.unit) for f in sharing_unit("620 and 680 tonnes, respectively", [Figure(8, 18, "quantity", 680.0, "t", 8)])]
    [(620.0, 't')]
    >>> [f.value for f in sharing_unit("by 6.1, -3.2 and 4.5 percent", [Figure(17, 28, "percent", 4.5, "percent", 17)])]
    [6.1, -3.2]
    """
    out: list[Figure] = []
    for last in known:
        if last.kind not in {"money", "quantity", "percent"} or not text.endswith(" and ", 0, last.core):
            continue
        row, told = _ROW.search(text[: last.core]), _NUMBER_OF_NEXT.match(text, last.core)
        if row is None or told is None or _NO_ROW.search(text[: row.start()]):
            continue
        items = list(_ITEM.finditer(row["row"]))
        two = not text.startswith(",", row.end("row"))
        paired = two and (
            _ONE_BY_ONE.search(text) is not None
            or (last.kind == "percent" and _DEALS_OUT.search(text[: row.start()]) is not None)
        )
        shown, _ = number_of(told["n"])
        if not shown or (len(items) == 1 and not paired) or (len(items) > 1 and not _evenly(items, shown)):
            continue
        for item in items:
            begin, end = row.start("row") + item.start(), row.start("row") + item.end()
            if any(f.start < end and begin < f.end and not _is_bare(f, item["n"]) for f in known):
                continue
            number, digits = number_of(item["n"])
            if last.kind == "percent" and "," in item["n"]:
                continue  # "from Latvia, 7,382, and 19 per cent fewer from Serbia"
            value = number if last.kind == "percent" else number * last.value / shown
            minus = bool(item["minus"])
            signed = minus or last.signed or any(each["minus"] for each in items)
            out.append(
                replace(
                    last, start=begin, core=begin, end=end, digits=digits, signed=signed,
                    value=-value if minus else value,
                )
            )  # fmt: skip
    return out


def _is_bare(figure: Figure, printed: str) -> bool:
    """A sum that was read without the scale that the row gives it: the first of "$41, $12 and $63 million"."""
    return figure.kind == "money" and figure.value == number_of(printed)[0]


def _evenly(items: list[re.Match[str]], shown: float) -> bool:
    """The numbers of a row are of one size: no date, no count of something else stands first."""
    numbers = [number_of(item["n"])[0] for item in items]
    return max(*numbers, shown) <= _OF_ONE_SIZE * max(1.0, min(*numbers, shown))


_DEALS_OUT = re.compile(
    r"\b(?:by|of|for|with|were|was|are|rose|grew|fell|shrank|sank|took|made\s+up|bought|held|had|[a-z]+(?:ed|ing))\s+(?:(?:by|about|some|nearly|almost|over|only|just)\s+)*$"
)
_OF_ONE_SIZE = 1000
_NUM = r"(?!(?:19|20)\d\d\b(?!\.\d))(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
_ITEM = re.compile(rf"[$£€]?(?P<minus>[-−](?=\d))?(?P<n>{_NUM})")
_ROW = re.compile(rf"(?<![\w.,$£€-])(?P<row>(?:[$£€]?[-−]?{_NUM},\s)*[$£€]?[-−]?{_NUM}),?\sand\s$")
_NO_ROW = re.compile(
    r"\b(?:between|both|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?|chapters?|articles?|numbers?|aged|G|No\.?)\s+$",
    re.IGNORECASE,
)
"""Before numbers that are the ends of a range, days or headings."""
_NUMBER_OF_NEXT = re.compile(r"[$£€]?[-−]?(?P<n>\d[\d,]*(?:\.\d+)?)")
_ONE_BY_ONE = re.compile(r"\brespectively\b|\bin\s+(?:19|20)\d\d\s+and\s+(?:19|20)\d\d\b")
