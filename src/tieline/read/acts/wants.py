"""Talks, visits and truces that somebody wants and nobody is told to have held."""

from __future__ import annotations

from typing import Final

from tieline.read.syntax.tokens import Token

_WANTING: Final = frozenset(
    "urge advocate demand want seek propose suggest recommend favour favor encourage oppose await expect need require advise counsel".split()
)
_HOPING: Final = frozenset("call push press hope appeal wait ask plead argue lobby pray long".split())
"""Verbs whose wish is behind "for"."""
_WISHES: Final = frozenset(
    "importance need necessity urgency possibility prospect idea hope demand call appeal chance desirability value".split()
)
"""Nouns of what is wished for or thought of."""
_GOING_ON: Final = frozenset(
    "resumption continuation restart start opening beginning holding launch revival round return".split()
)
"""What may stand between: "urged the resumption of talks"."""


def is_wanted(noun: Token) -> bool:
    """The deed that a noun names is what a verb or a noun of wishing above it asks for."""
    node = noun
    while node.dep == "pobj" and node.head.dep == "prep" and node.head.head.lemma in _GOING_ON:
        node = node.head.head
    head = node.head
    if node.dep == "dobj":
        return head.lemma in _WANTING and head.pos == "VERB"
    if node.dep == "pobj":
        above = head.head
        return (head.lower == "for" and above.lemma in _HOPING) or (
            head.lower in {"of", "for"} and above.lemma in _WISHES
        )
    return False
