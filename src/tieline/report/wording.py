"""Verdicts, figures and rows in the words that a reader of a report sees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tieline.model import lazy_re as re
from tieline.model.countries import display, possessive
from tieline.model.periods import Period, PeriodError
from tieline.model.precision import rounded
from tieline.model.vocabulary import VerdictWord

MINUS, THIN = "\N{MINUS SIGN}", "\N{NARROW NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Style:
    """How a verdict is shown: a sign and a line that differ without colour, a label, and what it means."""

    sign: str
    label: str
    meaning: str


STYLES: dict[VerdictWord, Style] = {
    "contradicted": Style("✗", "Contradicted", "the figures say otherwise"),
    "sources-disagree": Style("⇄", "Sources disagree", "one dataset supports it, another contradicts it"),
    "imprecise": Style("≈", "Imprecise", "the right size and sign, but outside what the words allow"),
    "supported-with-context": Style(
        "✓*", "Supported, with context", "true, but what it leaves out changes the picture"
    ),
    "supported": Style("✓", "Supported", "the figure lies within what the words and digits allow"),
    "ambiguous": Style("…", "Ambiguous", "it can be read in ways that the figures answer differently"),
    "no-data": Style("?", "No data", "no dataset in the ledger covers it"),
    "not-checkable": Style("–", "Not checkable", "opinion, the future, or nothing that statistics of goods decide"),
}
"""In the order in which a report names them, the gravest first."""

UNCHECKED = Style("·", "Not checked", "read, but not held against any figures")
COUNTED: dict[VerdictWord, str] = {
    "supported": "supported",
    "supported-with-context": "supported with context",
    "imprecise": "imprecise",
    "contradicted": "contradicted",
    "sources-disagree": "where sources disagree",
    "ambiguous": "ambiguous",
    "no-data": "without data",
    "not-checkable": "not checkable",
}
"""In the order in which a sentence counts them."""

MONEY = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
UNITS = {"t": "tonnes", "bbl": "barrels", "people": "people", "percent": "percent", "ratio": ""}
SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def style_of(verdict: VerdictWord | None) -> Style:
    """The verdict's style; that of an unchecked claim for None."""
    return STYLES[verdict] if verdict else UNCHECKED


def plural(count: int, noun: str) -> str:
    """The number with its noun.

    >>> plural(1, "claim"), plural(2, "reading")
    ('1 claim', '2 readings')
    """
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def series(items: Iterable[str]) -> str:
    """A list as a sentence has it.

    >>> series(["oil", "coal", "cars"])
    'oil, coal and cars'
    """
    *most, last = items
    return f"{', '.join(most)} and {last}" if most else last


def number(value: float) -> str:
    """Four digits of a number, or all those of a larger whole one."""
    return f"{rounded(value, 4):,.4g}" if abs(value) < 1000 else f"{value:,.0f}"


def amount(value: float, unit: str | None) -> str:
    """A level in words.

    >>> amount(10_170_000, "USD"), amount(250_000, "EUR"), amount(3_400, "t"), amount(-5e9, "KRW")
    ('$10.17 million', '€250,000', '3,400 tonnes', '−5 billion KRW')
    """
    sign = MINUS if value < 0 else ""
    size = rounded(abs(value), 4) if abs(value) >= SCALES[-1][0] else abs(value)
    scale, word = next(((s, w) for s, w in SCALES if size >= s), (1.0, ""))
    figure = f"{number(size / scale)} {word}".strip()
    if unit in MONEY:
        return f"{sign}{MONEY[unit]}{figure}"
    return f"{sign}{figure} {UNITS.get(unit or '', unit or '')}".strip()


def change_word(kind: str, before: float, after: float) -> str:
    """What a change of a tie is called: a burst that goes down is a drop.

    >>> change_word("burst", 60.9, 19), change_word("burst", 464, 1440), change_word("shift", 0.25, 0.07)
    ('drop', 'burst', 'shift')
    """
    return "drop" if kind == "burst" and after < before else kind


def minus(text: str) -> str:
    """The text with true minus signs before its numbers.

    >>> minus("-11.4% (kotra-2014)")
    '−11.4% (kotra-2014)'
    """
    return re.sub(r"(?<![\w)])-(?=[$€£¥]?\d)", MINUS, text)


def signed_percent(value: float) -> str:
    """A change in percent.

    >>> signed_percent(31.9), signed_percent(-11.44)
    ('+31.9%', '−11.4%')
    """
    return f"{MINUS if value < 0 else '+' if value > 0 else ''}{abs(value):,.1f}".removesuffix(".0") + "%"


def period_words(iso: str | None) -> str:
    """The period in words; the text itself where it is none."""
    if not iso:
        return ""
    try:
        return Period.parse(iso).words()
    except PeriodError:
        return iso


def inferred_words(names: Sequence[str]) -> str:
    """What a reading supplied that the claim does not say.

    >>> inferred_words(("period", "scope")), inferred_words(("scope",))
    ('period inferred, read as goods', 'read as goods')
    """
    fields = [name for name in names if name != "scope"]
    told = [f"{series(fields)} inferred"] if fields else []
    return ", ".join([*told, *(["read as goods"] if "scope" in names else [])])


def known_words(days: Iterable[str]) -> str:
    """That only what was released by a day was used, a sentence; empty where all was.

    >>> known_words(["", "2015-01-31"]), known_words([""])
    ('Checked with what was released by 31 January 2015.', '')
    """
    named = sorted({period_words(day) for day in days if day})
    return f"Checked with what was released by {series(named)}." if named else ""


def strength_words(asked: Mapping[str, Any]) -> str:
    """What a word of strength was held to ask for.

    >>> strength_words({"strong_pct": 15.0, "slight_pct": 5.0, "above_all": True})
    'asked: rapidly from 15% and more than with all partners, slightly under 5%'
    """
    more = " and more than with all partners" if asked.get("above_all") else ""
    return f"asked: rapidly from {asked['strong_pct']:g}%{more}, slightly under {asked['slight_pct']:g}%"


def row_title(row: Mapping[str, Any]) -> str:
    """What a row of statistics is about."""
    if row.get("type"):  # an act of an event dataset
        sides = [(display(str(row[side])), row.get(f"{side}_actor")) for side in ("source", "target")]
        actors = [f"{name} ({who})" if who else name for name, who in sides]
        return f"{' → '.join(actors)}: {row['type']}"
    reporter, partner = str(row.get("reporter") or ""), str(row.get("partner") or "")
    flow, product = str(row.get("flow") or ""), row.get("product") or ""
    goods = f"{flow} of {product}" if product else flow
    other = "the world" if partner == "WLD" else display(partner) if partner else ""
    joint = {"exports": "to", "imports": "from"}.get(flow, "with")
    whose = possessive(reporter) if reporter else ""
    return f"{whose} {goods} {joint} {other}".strip() if other else f"{whose} {goods}".strip()


def row_figures(row: Mapping[str, Any]) -> str:
    """The row's numbers, as published."""
    if row.get("type"):
        return ", ".join(str(row[name]) for name in ("mode", "cameo", "place") if row.get(name))
    said = []
    value, change, share = (_float(row.get(name)) for name in ("value", "change_pct", "share_pct"))
    if value is not None:
        said.append(amount(value, row.get("unit") or "USD"))
    if change is not None:
        said.append(signed_percent(change))
    if share is not None:
        said.append(f"{number(share)}% share")
    return ", ".join(said)


def _float(value: Any) -> float | None:
    try:
        found = float(value)
    except (TypeError, ValueError):
        return None
    return None if found != found else found  # noqa: PLR0124 -- NaN stands for a missing value in tables
