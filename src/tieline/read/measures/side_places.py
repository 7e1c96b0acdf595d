"""How the names of countries stand to a figure: between which figures, led by which words, in which part of the clause.

What speaks for a pair is told by the role that each country would have in it ("seller led by from", "buyer acts"), so
that exports and imports, loans and gifts, learn from each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.directions import direction_word
from tieline.read.measures.side_scene import WORLD
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.syntax.tokens import Token
from tieline.read.words.parties import GETTING, GIVING
from tieline.read.words.trade import NOUN_ANCHORS, VERB_ANCHORS

ROLES: Final[Mapping[str, tuple[str, str]]] = {
    "exports": ("seller", "buyer"),
    "imports": ("buyer", "seller"),
    "trade": ("one", "other"),
    "balance": ("holder", "faced"),
    "investment": ("giver", "taker"),
    "aid": ("giver", "taker"),
    "debt": ("giver", "taker"),
    "other": ("sender", "receiver"),
    "tourism": ("host", "guest"),
    "tariff": ("levier", "bearer"),
    "production": ("maker", "user"),
    "consumption": ("user", "maker"),
}
"""What reporter and partner do."""
_STEPS: Final = 6
_LEAD: Final = re.compile(r"(\w+)\s+(?:the\s+)?$", re.IGNORECASE)
_PREPOSITIONS: Final = frozenset("to from with in by for of and into among between no".split())
_ACTS: Final = re.compile(
    r"\s+(?:has\s+|had\s+|alone\s+|also\s+)?(?!and\b|with\b|at\b|in\b|to\b|for\b|was\b|were\b)[a-z]+(?:ed|s|t|ght|ok|ve)\b"
)
_PARTS: Final = frozenset({"compound", "amod", "nmod", "appos", "conj", "det", "nummod", "dep"})
"""A name that stands so belongs to the word above it."""
_BY_NAME: Final = frozenset(
    {"be", "become", "remain", "stand", "rank", "come", "follow", "lead", "top", "account", "make"}
)
"""Verbs without a kind, each of which tells by itself who its subject is likely to be."""


@dataclass(frozen=True, slots=True)
class Places:
    """How the countries of a sentence stand to a figure, or to several of one draft: marks for each of them.

    `beside` are those that are named between the figures before and behind, `first` the one that is named first of all.
    """

    told: Mapping[str, tuple[str, ...]]
    beside: frozenset[str]
    first: str | None

    @classmethod
    def of(cls, figures: Sequence[Figure], sentence: Sentence) -> Places:
        """By the names between the figures before and behind those of the draft."""
        text, named = sentence.text, [m for m in sentence.mentions if trades(m.code)]
        start, end = min(f.start for f in figures), max(f.end for f in figures)
        own = {f.start for f in figures}
        since = max((f.end for f in sentence.figures if f.end <= start and f.start not in own), default=0)
        until = min((f.start for f in sentence.figures if f.start >= end), default=len(text))
        before = [m for m in named if since <= m.start < start]
        behind = [m for m in named if start <= m.start < until]
        told: dict[str, list[str]] = {}
        for way, found in (("before", before[::-1]), ("behind", behind)):
            for n, mention in enumerate(found):
                told.setdefault(mention.code, []).extend(_marks_of(mention, way, sentence, nearest=n == 0))
        beside = frozenset(told)
        for mention in named:
            if not since <= mention.start < until:
                told.setdefault(mention.code, []).extend(f"apart {mark}" for mark in _in_clause(mention, sentence))
        marks = {code: tuple(found) for code, found in told.items()}
        return cls(marks, beside, named[0].code if named else None)

    def marks(self, sides: tuple[str, str | None], indicator: str) -> dict[str, float]:
        """What speaks for a pair in its roles, by name."""
        roles = ROLES[indicator]
        found = [f"{roles[0]} and {'world' if sides[1] == WORLD else 'group' if sides[1] is None else 'country'}"]
        for role, code in zip(roles, sides, strict=True):
            found += [f"{role} {mark}" for mark in self.told.get(str(code), ())]
            found += [f"{role} first named"] if code == self.first else []
        return dict.fromkeys(found, 1.0)


def _marks_of(mention: Mention, way: str, sentence: Sentence, *, nearest: bool) -> list[str]:
    text = sentence.text
    lead = _LEAD.search(text[: mention.start])
    word = lead.group(1).lower() if lead else "no"
    tail = text[mention.end : mention.end + 2]
    return [
        way if nearest else f"farther {way}",
        f"{way} led by {word if word in _PREPOSITIONS else 'a word'}",
        f"{way} as {mention.use}",
        *([f"{way} owns"] if tail.startswith(("'", "\u2019")) else []),
        *([f"{way} acts"] if _ACTS.match(text, mention.end) else []),
        *(f"{way} {mark}" for mark in _in_clause(mention, sentence)),
    ]


def _in_clause(mention: Mention, sentence: Sentence) -> list[str]:
    """What a name is in its clause: the subject of a verb of buying, behind "to" of a word of selling, the owner of imports."""
    token = next((t for t in sentence.tokens if mention.start <= t.idx < mention.end), None)
    if token is None:
        return []
    for _ in range(_STEPS):
        if token.dep not in _PARTS or token.head is token:
            break
        if token.dep in {"amod", "compound", "nmod"} and (kind := _kind(token.head.lemma)) != "else":
            return [f"of {kind}", f"of the word {token.head.lemma}"]
        token = token.head
    told = _relation(token)
    return [f"{told[0]} {_kind(told[1].lemma)}", f"{told[0]} the word {told[1].lemma}"] if told is not None else []


def _relation(token: Token) -> tuple[str, Token] | None:
    """How a name hangs on the word above it, and that word."""
    head = token.head
    match token.dep:
        case "poss":
            return "owner of", head
        case "nsubj":
            return "subject of", head
        case "nsubjpass":
            return "passive of", head
        case "dobj" | "dative" | "iobj" | "attr":
            return "object of", head
        case "pobj":
            return f"{head.lower if head.lower in _PREPOSITIONS else 'a word'} behind", head.head
        case "agent":
            return "by behind", head
    return None


@lru_cache(maxsize=4096)
def _kind(lemma: str) -> str:
    """What a word is of, as far as that tells who has which role.

    >>> _kind("buy"), _kind("shipment"), _kind("lend"), _kind("soar"), _kind("tree")
    ('imports', 'exports', 'debt', 'movement', 'else')
    """
    told = VERB_ANCHORS.get(lemma) or NOUN_ANCHORS.get(lemma)
    if told is not None:
        return str(told)
    if lemma in GIVING:
        return "giving"
    if lemma in GETTING:
        return "getting"
    if lemma in _BY_NAME:
        return lemma
    return "movement" if direction_word(lemma) else "else"
