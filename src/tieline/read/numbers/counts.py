"""Numbers whose unit is not beside them: told by another figure, by the words after them, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.model.countries import resolve
from tieline.model.product_table import surface_forms, weak_forms
from tieline.read.numbers.patterns import (
    ALONE,
    ARMS,
    BARE,
    COUNT,
    FEW_MORE,
    FEW_PEOPLE,
    GOODS_COUNT,
    LISTED_PART,
    MOVED_COUNT,
    NATION_MOVED,
    PEOPLE,
    TRAVEL,
    TRAVELLERS,
    TRAVELLING,
    UNNAMED,
    UNTOLD,
)
from tieline.read.numbers.scan import Figure, make_figure, scan
from tieline.read.words.movers import tells_movers


def bare(text: str, known: list[Figure]) -> list[Figure]:
    """Scaled numbers without a unit take that of the nearest figure with one ("to 15.7 billion dlrs from 13.1 billion")."""
    out = []
    for m in scan(BARE, text):
        money = [f for f in known if f.kind == "money"] or known
        if not _in_brackets(
            text, m.start()
        ):  # "17.4 billion kronor ($2.4 billion), against 23.3 billion": not of dollars
            money = [f for f in money if not _in_brackets(text, f.start)] or money
        told = [f for f in known if f.end <= m.start()]
        if told and all(f.kind == "quantity" and f.unit for f in told) and not _WORTH.search(text[: m.start()]):
            money = told  # "30 million cubic metres to Brazil and 13 million to Argentina, earning $5 billion"
        nearest = min(money, key=lambda f: abs(f.start - m.start()))
        out.append(
            make_figure(
                m.start(),
                m.end(),
                nearest.kind,
                nearest.unit,
                (m["n1"], m["s1"] or m["s0"]),
                (m["n2"], m["s1"] or m["s0"] if m["n2"] else None),
            )
        )
    return out


_WORTH = re.compile(r"\b(?:worth|valued\s+at|for)\s+(?:(?:about|some|nearly|almost|over|around)\s+)*$")


def _in_brackets(text: str, at: int) -> bool:
    return text.rfind("(", 0, at) > text.rfind(")", 0, at)


def unnamed(text: str) -> list[Figure]:
    """As in "to bring this figure to 10 billion by 2030": money whose currency the sentence does not name."""
    return [
        make_figure(m.start(), m.end(), "money", None, (m["n"], m["s"]), (None, None)) for m in UNNAMED.finditer(text)
    ]


def goods_counted(text: str) -> list[Figure]:
    """As in "3,400 goats", "12,000 electric bicycles": a count of a product that the lexicon knows; it has no unit."""
    forms = surface_forms()
    out = []
    for m in GOODS_COUNT.finditer(text):
        if _YEAR.fullmatch(m["n"]) and _IN_TIME.search(text[: m.start()]):
            continue  # "in the same period of 2018 the beverage was"
        words = m["what"].split()
        for length in range(len(words), 0, -1):
            product = forms.get(" ".join(words[length - 1 :])) or forms.get(words[length - 1])
            if product is not None and product.kind == "goods" and words[length - 1] not in weak_forms():
                number, scale = (m["n"], None) if m["n"][-1].isdigit() else m["n"].rsplit(" ", 1)
                out.append(make_figure(m.start(), m.end("n"), "quantity", None, (number, scale), (None, None)))
                break
    return out


_YEAR = re.compile(r"(?:19|20)\d\d")
_IN_TIME = re.compile(r"\b(?:in|of|since|during|from|until|through|by|for|until|end|early|late|mid|[A-Z][a-z]+)[\s-]$")


def arms(text: str) -> list[Figure]:
    """As in "19 Caesar howitzers": weapons, each with its number."""
    return [
        make_figure(m.start(), m.end(), "quantity", "weapons", (m["n"], None), (None, None))
        for m in ARMS.finditer(text)
    ]


def travellers(text: str) -> list[Figure]:
    """As in "8,300 Thais visited": people counted by their nationality."""
    out = []
    for m in PEOPLE.finditer(text):
        if resolve(m["who"]) and TRAVELLING.search(text):
            number, _, scale = m.group(1).partition(" ")
            out.append(make_figure(m.start(), m.end(1), "quantity", "people", (number, scale or None), (None, None)))
    few = [m for m in FEW_PEOPLE.finditer(text) if not _YEAR.fullmatch(m["n"])]
    few += FEW_MORE.finditer(text) if few else []
    few = [m for m in few if resolve(m["who"])] if TRAVELLING.search(text) else []
    out += [make_figure(m.start(), m.end(), "quantity", "people", (m["n"], None), (None, None)) for m in few]
    for m in NATION_MOVED.finditer(text) if tells_movers(text) else ():
        named = m["who"] if resolve(m["who"]) else m["who"].partition(" ")[0]
        if resolve(named) and not (_YEAR.fullmatch(m["n"]) and _IN_TIME.search(text[: m.start()])):
            number, _, scale = m["n"].partition(" ")
            out.append(make_figure(m.start(), m.end("n"), "quantity", "people", (number, scale or None), (None, None)))
    return out


_ALL_MANKIND = 1e9


def counted_as_people(figures: list[Figure]) -> list[Figure]:
    """As in "the number of Syrians in Turkey has reached 1.9 million": no money that nobody names, where people are counted."""
    small = all(f.value < _ALL_MANKIND for f in figures if f.kind == "money")
    if small and all(f.kind != "money" or f.unit is None for f in figures):
        return [replace(f, kind="quantity", unit="people") if f.kind == "money" else f for f in figures]
    return figures


def visitors_alone(text: str, known: list[Figure], *, strictly: bool = False) -> list[Figure]:
    """Bare counts of a story about travellers ("the United States with 99,435"): people, where nothing else is named.

    `strictly`: in a story of something else, where no other noun may follow.
    """
    out: list[Figure] = []
    for m in MOVED_COUNT.finditer(text):
        year = _YEAR.fullmatch(m["n"]) and _IN_TIME.search(text[: m.start()])
        if not year and not any(f.start < m.end() and m.start() < f.end for f in known):
            out.append(make_figure(m.start("n"), m.end("n"), "quantity", "people", (m["n"], None), (None, None)))
    for m in ALONE.finditer(text):
        if any(f.start < m.end() and m.start() < f.end for f in [*known, *out]) or m["n"] in {"1,000", "100,000"}:
            continue
        if strictly and not ENDS_COUNT.match(text, m.end("n")):
            continue
        number, _, scale = m["n"].partition(" ")
        upper = _AND_UPPER.match(text, m.end("n")) if _BETWEEN.search(text[: m.start("n")]) else None
        end, high = (upper.end(), (upper["n"], None)) if upper is not None else (m.end("n"), (None, None))
        unit = "nights" if _of_nights(text[: m.start("n")]) else "people"
        out.append(make_figure(m.start("n"), end, "quantity", unit, (number, scale or None), high))
    return out


def _of_nights(lead: str) -> bool:
    """The last noun of travel before a count is one of nights: "arrivals rose to 89,500 and bed-nights to 720,000"."""
    told = _TRAVEL_NOUN.findall(lead)
    return bool(told) and told[-1].lower().endswith(("night", "nights", "stays"))


_TRAVEL_NOUN = re.compile(
    r"\b(?:(?:overnight|bed|guest|hotel|tourist)[ -])?(?:nights?|stays)\b|\b(?:tourists?|visitors?|arrivals|travell?ers|guests|holidaymakers|people|passengers)\b",
    re.IGNORECASE,
)


ENDS_COUNT = re.compile(
    r"\s*(?:[.,;:)]|$|[-\u2013\u2014]\s)|\s+(?:[A-Z]|(?:of|were|was|are|is|in|at|to|from|for|by|on|last|this|next|and|or|but|have|had|has|came|come|went|left|while|against|compared|than|a|the|during|since|after|before|between|more|fewer|as|so|new|people|persons|others|arrivals|undocumented|illegal|young|other)\b)"
)
"""Behind a count with no noun of its own."""
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_AND_UPPER = re.compile(r"\s+and\s+(?P<n>\d{1,3}(?:,\d{3})+)")


_LARGE = re.compile(r"\d(?:,\d{3}|\s[mblcMBLC])")
"""What a number without its unit holds: sentences without it need not be searched."""


def untold(
    text: str, known: list[Figure], countries: Collection[int], earlier: Callable[[], list[Figure]]
) -> list[Figure]:
    """As in "Spain took 193,000 and France 71,000": what is counted was told by a figure near it, or `earlier`.

    A name before the number is that of a country, which ends at one of `countries`: "Some 4,000 of them" are anything.
    A number with a scale ("4.4 mln") is of the last figure's unit, one without of the last quantity's.
    """
    out: list[Figure] = []
    told: list[Figure] | None = None
    for m in UNTOLD.finditer(text) if _LARGE.search(text) else ():
        if m["name"] and m.end("name") not in countries:
            continue
        seen = [*known, *out]
        if any(f.start < m.end("n") and m.start("n") < f.end for f in seen):
            continue
        number, _, scale = m["n"].partition(" ")
        kinds = {"quantity", "money"} if scale else {"quantity"}
        beside = [f for f in seen if f.kind in kinds]
        carried = not beside and bool(m["deals"] or m["counts"])
        if carried:
            told = earlier() if told is None else told
            beside = [f for f in told if f.kind in kinds][-1:]
        if (carried and any(f.unit == "people" for f in beside)) or not (beside or (m["counts"] and not scale)):
            continue
        model = min(beside, key=lambda f: abs(f.start - m.start("n")), default=None)
        kind, unit = (model.kind, model.unit) if model is not None else ("quantity", None)
        made = make_figure(m.start("n"), m.end("n"), kind, unit, (number, scale or None), (None, None))
        out.append(replace(made, per=model.per if model else None, carried=carried and model is not None))
    return out


def parts_listed(text: str, known: list[Figure], countries: Collection[int]) -> list[Figure]:
    """As in "China (24 percent), Japan (12), Kenya and Togo with three each": a part in a list of them, right behind its country."""
    out: list[Figure] = []
    for end in countries if "(" in text or "each" in text or "apiece" in text else ():
        before = [f for f in known if f.end <= end]
        part = LISTED_PART.match(text, end) if before and before[-1].kind == "percent" else None
        if part is not None and not any(f.start < part.end() and part.start() < f.end for f in known):
            name = "n1" if part["n1"] else "n2"
            out.append(
                make_figure(part.start(name), part.end(name), "percent", "percent", (part[name], None), (None, None))
            )
    return out


def counts(text: str, known: list[Figure]) -> list[Figure]:
    """Bare counts that a word beside them makes a quantity ("8,000 fewer", "21,300 were shipped")."""
    out = []
    if TRAVEL.search(text):
        for m in TRAVELLERS.finditer(text):
            number, _, scale = m.group().partition(" ")
            unit = "nights" if _of_nights(text[: m.start()]) else "people"
            out.append(make_figure(m.start(), m.end(), "quantity", unit, (number, scale or None), (None, None)))
    for m in COUNT.finditer(text):
        nearest = min((f for f in known if f.kind == "quantity"), key=lambda f: abs(f.start - m.start()), default=None)
        out.append(
            make_figure(
                m.start(),
                m.end(1),
                "quantity",
                nearest.unit if nearest and m["change"] else None,
                (m.group(1), None),
                (None, None),
            )
        )
    return out
