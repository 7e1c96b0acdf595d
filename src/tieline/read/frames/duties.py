"""Who puts a duty on whom, where a clause of its own tells it: "the tariffs that Ottawa has put on goods from Chad and Peru".

Whoever puts, charges or collects it levies it; whose goods it is on, or who faces it, bears it: of several each one.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Any, Final

from tieline.model import lazy_re as re
from tieline.read.frames.phrase import object_of
from tieline.read.frames.subjects import country_of_phrase, subject_of
from tieline.read.names.mentions import Mention
from tieline.read.names.stand_ins import stand_ins, words_of
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import Frame, Memory

LEVIES: Final = frozenset(
    {"put", "impose", "place", "slap", "levy", "charge", "introduce", "collect", "announce", "apply", "threaten", "set", "clap", "enact"}
)  # fmt: skip
"""What whoever levies a duty does with it."""
BEARS: Final = frozenset(
    {"face", "incur", "pay", "attract", "bear", "subject", "suffer", "encounter", "confront", "escape"}
)
"""What those do whose goods are taxed."""
_DEALT: Final = frozenset({"hand", "give", "deal", "hit", "slap", "saddle", "threaten", "punish"})
"""What is done to them with a duty."""
_ON: Final = re.compile(
    r"(?:\s+(?:of\s+(?:up\s+to\s+)?[\d.]+\s?(?:%|per\s?cent|pct|percent)|provisionally|also|now))*\s+(?:on|against)\s+(?:the\s+)?"
)
_GOODS_FROM: Final = re.compile(
    r"(?:[\w-]+(?:,|\s+and)?\s+){1,5}?(?:(?:that|which)\s+)?(?:(?:come|comes|coming|came|imported|shipped|originating|made)\s+)?(?:from|in|of)\s+(?:the\s+)?"
)
_AND: Final = re.compile(
    r"(?:,?\s+and|,|,?\s+as\s+well\s+as)\s+(?:(?:those|goods|products|that)\s+)?(?:from\s+)?(?:the\s+)?"
)


def levied_in_clause(frame: Frame, sentence: Sentence, memory: Memory) -> Frame | None:
    """The duty with who puts it on whom, as the clause that hangs on it, or that it is the subject of, tells."""
    if frame.indicator != "tariff" or frame.verb:
        return None
    if frame.reporter is not None and frame.partner is None and (bearer := _bearer(frame, sentence, memory)):
        return replace(frame, partner=bearer)
    levier, behind = _in_relative(frame, sentence, memory)
    if levier is None:
        levier, behind = _by_agent(frame, sentence), frame.token.idx + len(frame.token)
    if levier is None or not trades(levier):
        return None
    borne = [code for code in taxed_behind(sentence, behind) if code != levier]
    if not borne:
        return None
    inferred = tuple(name for name in frame.inferred if name not in {"reporter", "partner"})
    told = replace(frame, reporter=levier, inferred=inferred)
    if len(borne) == 1:
        return replace(told, partner=borne[0], partners=(), group=False)
    return replace(told, partner=None, partners=tuple(borne), group=True)


def _in_relative(frame: Frame, sentence: Sentence, memory: Memory) -> tuple[str | None, int]:
    """As in "the tariffs that Ottawa has put on ...": who, and where its verb ends."""
    clauses = (c for c in frame.token.children if c.dep in {"relcl", "acl"} and c.lemma in LEVIES)
    verb = next(clauses, None)
    if verb is None:
        return None, 0
    subject = next((c for c in verb.children if c.dep == "nsubj" and c.lower not in {"that", "which"}), None)
    if subject is None:
        return None, 0
    span = (subject.left_edge.idx, verb.idx)
    named = (m.code for m in sentence.mentions if span[0] <= m.start < span[1])
    who = country_of_phrase(sentence, subject, memory) or next(named, None) or _led_by(sentence.text[slice(*span)])
    return who, verb.idx + len(verb)


def _led_by(words: str) -> str | None:
    """As in "the Trump administration": the one country whose leader is named.

    >>> _led_by("the Trump administration"), _led_by("the importers")
    ('USA', None)
    """
    found = stand_ins(words, words_of(words))
    return next(iter(found)) if len(found) == 1 else None


def _by_agent(frame: Frame, sentence: Sentence) -> str | None:
    """As in "A levy on goods from Chad and Peru will be collected by Ottawa"."""
    verb = frame.token.head if frame.token.dep == "nsubjpass" else None
    if verb is None or verb.lemma not in LEVIES:
        return None
    agents = (object_of(c) for c in verb.children if c.dep == "agent")
    named = (sentence.mention_at(noun) for noun in agents if noun is not None)
    return next((m.code for m in named if m is not None), None)


def taxed_behind(sentence: Sentence, behind: int) -> list[str]:
    """As in "on goods from Chad and Peru", "on Chadian and Peruvian steel": whose goods are taxed, one by one."""
    on = _ON.match(sentence.text, behind)
    if on is None:
        return []
    named = [m for m in sentence.mentions if m.start >= on.end() and trades(m.code)]
    if not named:
        return []
    led = named[0].start == on.end() or _GOODS_FROM.fullmatch(sentence.text, on.end(), named[0].start) is not None
    return list(dict.fromkeys(m.code for m in row_of(sentence, named))) if led else []


def row_of(sentence: Sentence, named: list[Mention]) -> list[Mention]:
    """The first of some names, and those that a comma or an "and" joins to it."""
    joined = takewhile(lambda two: _AND.fullmatch(sentence.text, two[0].end, two[1].start), pairwise(named))
    return [named[0], *(then for _, then in joined)]


def _bearer(frame: Frame, sentence: Sentence, memory: Memory) -> str | None:
    """As in "Malta faces an 11 percent Brazilian tariff": the subject of a verb that says who bears the duty."""
    verb: Any = frame.token.head if frame.token.dep in {"dobj", "pobj"} else None
    verb = verb.head if verb is not None and verb.dep == "prep" else verb
    if verb is None or verb.lemma not in BEARS | _DEALT:
        return None
    subject, passive = subject_of(verb)
    if verb.lemma not in BEARS and not passive:
        return None  # "was handed a 12 percent tariff"
    bearer = country_of_phrase(sentence, subject, memory) if subject is not None else None
    return bearer if bearer is not None and bearer != frame.reporter and trades(bearer) else None
