"""The country of a body that the press names without it, where it stands in a sentence: "Gazprom sold 26 billion cubic metres"."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import GROUP
from tieline.read.words.state_bodies import STATE_BODIES


def body_at(text: str, offset: int) -> str | None:
    """The country of the company, bank or agency whose name holds the word that begins at an offset.

    Parties and armed groups, commissions and courts trade nothing.

    >>> body_at("Saudi Aramco cut prices", 6), body_at("Exports fell", 0)
    ('SAU', None)
    """
    if not text[offset : offset + 1].isupper():
        return None
    named = (m for m in GROUP.finditer(text) if m.start() <= offset < m.end())
    return next((STATE_BODIES.get(m.group()) for m in named), None)


_TRADES: Final = frozenset(
    "export import ship supply deliver buy purchase pump send owe lend invest provide pay".split()
)
"""Verbs beside which a company stands for its country; what one "sells" may be its shares, or oil at home."""


def trading_body(text: str, subject: Token) -> str | None:
    """As in "Gazprom exported 26 billion cubic metres to Turkey": the home of a company that trades, of none that only says so."""
    trades = subject.dep == "nsubj" and subject.head.lemma in _TRADES
    return body_at(text, subject.idx) if trades else None


_FLOW: Final = r"(?:exports?|suppl(?:y|ies)|deliver(?:y|ies)|shipments?|imports?)\b"
_FLOWS_OF: Final = re.compile(
    rf"(?:['’]s?\s+(?:[a-z]+\s+){{0,3}}?{_FLOW}"
    rf"|,?\s+(?:has\s+|had\s+|have\s+)?(?:increased|raised|boosted|cut|reduced|doubled|tripled|expanded|lowered|halved|stepped\s+up)\s+(?:(?:its|their|the)\s+)?(?:[a-z]+\s+){{0,3}}?{_FLOW})"
)
"""Behind a company: what it trades with other countries is told ("Gazprom's gas supplies", "Sonatrach raised its exports")."""


def bodies_trading(text: str) -> list[tuple[int, int, str]]:
    """Start, end and country of the companies whose own flows a text tells.

    >>> bodies_trading("Gazprom raised its gas supplies to Turkey. Gazprom met Eni.")
    [(0, 7, 'RUS')]
    """
    named = ((m, STATE_BODIES.get(m.group())) for m in GROUP.finditer(text))
    return [(m.start(), m.end(), code) for m, code in named if code is not None and _FLOWS_OF.match(text, m.end())]
