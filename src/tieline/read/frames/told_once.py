"""Flows that two words of a sentence tell, the verb and the noun that hangs on it: they are told once.

"61,200 tourists visited Fiji", "rescheduled 160 million dollars of debt": the word that says more stays.
"""

from __future__ import annotations

from typing import Any

from tieline.read.story.memory import Frame
from tieline.read.syntax.tokens import Token
from tieline.read.words.money import FORGIVING


def told_once(frames: list[Frame]) -> list[Frame]:
    """Without the nouns that are the subject or the object of a verb of the same flow ("61,200 tourists visited Fiji")."""
    verbs = {(f.token.i, f.indicator, f.reporter, f.partner) for f in frames if f.verb and f.token.lemma != "spend"}
    own = {f.token.i for f in frames if f.verb and f.token.lemma in {"come", "arrive", "enter", "leave", "go"}}
    frames = _travel_once(frames)
    owing = [
        f.token.idx for f in frames if f.verb and f.token.lemma in _ON_DEBTS and None not in (f.reporter, f.partner)
    ]
    if owing:
        frames = [f for f in frames if f.verb or not _of_sum_of(owing[0], f)]
    return [
        f
        for f in frames
        if f.verb
        or f.token.dep not in {"nsubj", "nsubjpass", "dobj", "pobj"}
        or not any(
            (word.i, f.indicator, f.reporter, f.partner) in verbs or (f.token.lemma == "good" and word.i in own)
            for word in _heads_of(f.token)
        )
    ]


def _of_sum_of(verb: int, noun: Frame) -> bool:
    """As in "rescheduled 160 million of debt", "lent Chad 558 million in budget support": what the sum of the verb is called."""
    return noun.token.idx > verb and (noun.indicator == "debt" or noun.token.lemma in _GIVEN_IN)


_ON_DEBTS = FORGIVING | {"borrow", "repay", "lend"}
_GIVEN_IN = frozenset({"support", "funding", "financing", "contribution", "commitment"})


def _travel_once(frames: list[Frame]) -> list[Frame]:
    """Of the guests and the verb that they hang on the one that names from where; the verb where neither does.

    "Fiji received 61,200 tourists ... while growth from Chile slowed", "8 percent fewer tourists arrived from Chile".
    """
    out = list(frames)
    for verb in (f for f in frames if f.verb and f.indicator == "tourism" and f.partner == "WLD"):
        for noun in (f for f in frames if f.indicator == "tourism" and not f.verb and f.token.dep in _ROLES):
            if noun.token.head.i == verb.token.i and noun.reporter == verb.reporter and verb in out and noun in out:
                out.remove(noun if "partner" in noun.inferred else verb)
    return out


_ROLES = frozenset({"nsubj", "nsubjpass", "dobj"})


def _heads_of(token: Token) -> tuple[Any, ...]:
    """The word that a noun hangs on, and of "a total of 61,200 tourists" the one that the total does."""
    head = token.head
    return (head, head.head.head) if head.dep == "prep" else (head,)
