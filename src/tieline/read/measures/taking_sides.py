"""Between whom a figure may be that the rules have given up: the pairs, by where their names stand to it.

To the marks of every open side (`side_marks`) come those of the role that a country would have ("seller led by from",
"buyer near behind"): no rule has answered, so that the words themselves must.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.measures.draft_slots import Draft, put
from tieline.read.measures.side_marks import Candidate, candidates
from tieline.read.measures.side_scene import WORLD
from tieline.read.measures.taking_marks import Answer
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.goods import goods_in
from tieline.read.story.memory import Frame, Memory

_PAIR: Final = 2
_LEAD: Final = re.compile(r"(\w+)\s+(?:the\s+)?$", re.IGNORECASE)
_PREPOSITIONS: Final = frozenset("to from with in by for of and into among between no".split())
_ACTS: Final = re.compile(
    r"\s+(?:has\s+|had\s+|alone\s+|also\s+)?(?!and\b|with\b|at\b|in\b|to\b|for\b|was\b|were\b)[a-z]+(?:ed|s|t|ght|ok|ve)\b"
)
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


def unsided(answer: Answer, figure: Figure, sentence: Sentence, memory: Memory) -> Draft:
    """The draft of an answer that is a measure of its own, as yet between whom the last figure was."""
    indicator = answer.indicator or "other"
    told = memory.told[-1] if memory.told else None
    reporter, partner = told.sides_as(indicator) if told is not None else (None, WORLD)
    ranked = [m.code for m in sentence.mentions if trades(m.code)]
    reporter = reporter or memory.hub.owner or memory.teller or next(iter(ranked), None)
    token = next((t for t in sentence.tokens if t.idx + len(t) > figure.core), sentence.tokens[0])
    frame = Frame(token, indicator, reporter, partner, None, 0, 0, inferred=("indicator", "reporter", "partner"))
    draft = Draft(frame, figures=[figure], later=True)
    if answer.slotted is not None:
        put(draft, answer.slotted, sentence, goods_in(sentence))
    return draft


def pairs_of(draft: Draft, figure: Figure, sentence: Sentence, story: Story, memory: Memory) -> list[Candidate]:
    """The pairs that a given-up figure may be between, with how their names stand to it."""
    places = _Places.of(figure, sentence)
    roles = ROLES[draft.frame.indicator]
    found = candidates(draft, sentence, story, memory)
    return [replace(each, marks=each.marks | places.marks(each, roles)) for each in found]


@dataclass(frozen=True, slots=True)
class _Places:
    """How the countries of a sentence stand to a figure: between which figures, and by which words."""

    near: Mapping[str, tuple[str, ...]]
    first: str | None
    many: bool

    @classmethod
    def of(cls, figure: Figure, sentence: Sentence) -> _Places:
        text = sentence.text
        since = max((f.end for f in sentence.figures if f.end <= figure.start), default=0)
        until = min((f.start for f in sentence.figures if f.start >= figure.end), default=len(text))
        named = [m for m in sentence.mentions if trades(m.code)]
        before = [m for m in named if since <= m.start < figure.start]
        behind = [m for m in named if figure.end <= m.start < until]
        near: dict[str, tuple[str, ...]] = {}
        for way, found in (("before", before[::-1]), ("behind", behind)):
            for n, mention in enumerate(found):
                lead = _LEAD.search(text[: mention.start])
                word = lead.group(1).lower() if lead else "no"
                tail = text[mention.end : mention.end + 2]
                told = [
                    way if n == 0 else f"farther {way}",
                    f"{way} led by {word if word in _PREPOSITIONS else 'a word'}",
                    f"{way} as {mention.use}",
                    *([f"{way} owns"] if tail.startswith(("'", "\u2019")) else []),
                    *([f"{way} acts"] if _ACTS.match(text, mention.end) else []),
                ]
                near[mention.code] = (*near.get(mention.code, ()), *told)
        return cls(near, named[0].code if named else None, len({m.code for m in named}) > _PAIR)

    def marks(self, pair: Candidate, roles: tuple[str, str]) -> dict[str, float]:
        """What speaks for a pair in its roles."""
        reporter, partner = pair.sides
        told = [
            f"{role} {mark}"
            for role, code in zip(roles, pair.sides, strict=True)
            for mark in self.near.get(str(code), ())
        ]
        told += [f"{role} first named" for role, code in zip(roles, pair.sides, strict=True) if code == self.first]
        told.append(f"{roles[0]} and {'world' if partner == WORLD else 'group' if partner is None else 'country'}")
        here = bool(self.near)
        both = {reporter, str(partner)} <= self.near.keys()
        told += ["both near"] if both else []
        told += ["near and left out"] if here and self.near.keys().isdisjoint({reporter, str(partner)}) else []
        if "rule" in pair.marks:
            told.append("as last, somebody near" if here else "as last, nobody near")
        elif "reporter of the rule" in pair.marks and str(partner) in self.near:
            told.append("partner near for that of the last")
        elif "partner of the rule" in pair.marks and reporter in self.near:
            told.append("reporter near for that of the last")
        return dict.fromkeys(told, 1.0)
