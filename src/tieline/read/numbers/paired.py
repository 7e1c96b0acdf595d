"""Two numbers of which one has the unit of both: "from 72 to 247 million euros", "from 40 to 33 percent"."""

from __future__ import annotations

from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.model.countries import resolve
from tieline.model.money import currency_of
from tieline.read.numbers.patterns import FROM_TO
from tieline.read.numbers.scan import RANGES, Figure, make_figure, number_of


def from_to(text: str) -> list[Figure]:
    """As in "from 72 to 247 million euros": the scale and the currency of the second number serve the first."""
    out = []
    for m in FROM_TO.finditer(text):
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
    """As in "7.8 and 7.7 bcm in 2015 and 2016, respectively": the unit and the scale of the second number serve the first.

    >>> [(f.value, f.unit) for f in sharing_unit("620 and 680 tonnes, respectively", [Figure(8, 18, "quantity", 680.0, "t", 8)])]
    [(620.0, 't')]
    """
    out = []
    for m in _AND_THE_NEXT.finditer(text) if _ONE_BY_ONE.search(text) else ():
        next_one = next((f for f in known if f.core == m.end() and f.kind in {"money", "quantity"}), None)
        told = _NUMBER_OF_NEXT.match(text, m.end())
        taken = any(f.start < m.end("n") and m.start("n") < f.end for f in known)
        if next_one is None or told is None or taken or _BETWEEN.search(text[: m.start("n")]):
            continue
        number, digits = number_of(m["n"])
        shown, _ = number_of(told["n"])
        if shown:
            value = number * next_one.value / shown
            out.append(
                replace(next_one, start=m.start("n"), core=m.start("n"), end=m.end("n"), value=value, digits=digits)
            )
    return out


_AND_THE_NEXT = re.compile(r"(?<![\w.,$£€-])(?P<n>(?!(?:19|20)\d\d\b)\d[\d,]*(?:\.\d+)?)\s+and\s+(?=[$£€]?\d)")
_NUMBER_OF_NEXT = re.compile(r"[$£€]?(?P<n>\d[\d,]*(?:\.\d+)?)")
_ONE_BY_ONE = re.compile(r"\brespectively\b|\bin\s+(?:19|20)\d\d\s+and\s+(?:19|20)\d\d\b")
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
