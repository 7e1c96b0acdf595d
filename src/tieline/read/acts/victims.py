"""Who suffers the deed that somebody speaks of: "condemned the airstrikes on Gaza" charges whoever flew them, not Gaza.

The doer is who has done such a deed to the victim as the story told, or on whom others have just turned for it; else nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from tieline.read.acts.doers import agent_of
from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.syntax.tokens import Token
from tieline.read.words.acts import CLASSES

if TYPE_CHECKING:
    from tieline.read.acts.sides import Act

_STRIKES: Final = (
    CLASSES["ATTACK"] - frozenset({"campaign", "operation", "war", "missile", "rocket", "shell"})
) | frozenset(
    "occupation massacre annexation overthrow shelling aggression genocide storming bombing slaughter intrusion intervention invasion bombardment".split()
)
"""Deeds that nobody does to himself."""
_OF: Final = frozenset(
    "invasion occupation bombing shelling bombardment massacre annexation overthrow slaughter storming ambush genocide".split()
)
"""Blows of which "of" names the victim, not the doer."""
_ON: Final = frozenset({"on", "of", "against", "into", "in"})
_ABBREVIATED: Final = frozenset({"adjective", "abbreviation"})
_LATELY: Final = 3
"""Sentences after which others may still turn on who did it."""
_BLOWS: Final = frozenset({"ASSAULT", "COERCE", "THREATEN", "MOBILIZE"})
_TURNED_ON: Final = frozenset({"SANCTION", "ACCUSE"})


def is_strike(noun: Token | None) -> bool:
    """The noun names a blow that one country deals another."""
    return noun is not None and noun.lemma in _STRIKES


def warned_of(verb: Token) -> Token | None:
    """The blow that a warning is about, where nobody is told to whom it goes: "warned that an attack on Niger would mean war"."""
    heard = next((c for c in verb.children if c.dep in {"dobj", "dative"}), None)
    if verb.lemma not in {"warn", "caution"} or heard is not None:
        return heard if verb.lemma == "warn" and is_strike(heard) else None
    clauses = (c for c in verb.children if c.dep == "ccomp" and c.i > verb.i)
    return next((g for c in clauses for g in c.children if g.dep in {"nsubj", "nsubjpass"}), None)


def victims_of(strike: Token, parties: Parties) -> set[str] | None:
    """Countries that a blow hits by its words; None where its doer is told too, or nobody is named."""
    suffered: set[str] = set()
    for token in _phrase(strike):
        mention = parties.named_at(token)
        if mention is None:
            continue
        if token.i > strike.i:
            suffered.add(mention.code)
        elif token.dep != "compound" or token.head != strike or mention.use in _ABBREVIATED or strike.lemma == "attack":
            return None  # "the Russian attack", "Israel's raid"
        else:
            suffered.add(mention.code)  # "the Panama invasion"
    person = any(p.country for p in parties.persons if p.start <= strike.idx and p.end > strike.left_edge.idx)
    behind = [c for c in strike.children if c.dep == "prep" and c.i > strike.i]
    by = any(c.lower == "by" for c in behind) or agent_of(strike) is not None or _by_verb(strike)
    hit = all(c.lower in _ON and (c.lower != "of" or strike.lemma in _OF) for c in behind[:1])
    return suffered if suffered and hit and not by and not person else None


def _phrase(strike: Token) -> list[Token]:
    """The words of a blow, with what the parse hangs on its verb: "condemned the airstrikes on Gaza"."""
    behind = [
        c for c in strike.head.children if c.dep == "prep" and c.lower in {"on", "against"} and c.i == strike.i + 1
    ]
    return [*strike.subtree, *(t for c in behind for t in c.subtree)]


def _by_verb(strike: Token) -> bool:
    return any(c.lower == "by" and c.i > strike.i for c in strike.head.children)


def suffering(parties: Parties) -> set[str]:
    """Countries that the sentence names as hit by blows whose doers it leaves open."""
    tokens = parties.sentence.tokens or ()
    return {
        code for t in tokens if t.pos in {"NOUN", "PROPN"} and is_strike(t) for code in victims_of(t, parties) or ()
    }


def strikers(strike: Token, parties: Parties, mine: set[str], told: Iterable[Act] = ()) -> list[Party] | None:
    """Who is charged with a blow whose victims alone are named; None where it is not such a blow."""
    suffered = victims_of(strike, parties)
    if suffered is None or suffered <= mine:
        return None
    code = _struck_before(parties, mine, suffered) or turned_on(parties, mine | suffered, told)
    return [Party(code, None, strike.idx, strike.idx + len(strike))] if code else []


def _struck_before(parties: Parties, mine: set[str], suffered: set[str]) -> str | None:
    blows = (e for e, _ in reversed(parties.memory.acts) if e.type in _BLOWS and e.target in suffered)
    return next((e.actor for e in blows if e.actor and e.actor not in mine | suffered), None)


def turned_on(parties: Parties, apart: set[str], told: Iterable[Act] = ()) -> str | None:
    """On whom others have just turned, in this sentence or right before it: "Bolivia cut ties with Israel"."""
    for act in reversed([*told]):
        codes = {p.code for p in act.targets}
        if act.type in _TURNED_ON and len(codes) == 1 and apart.isdisjoint(codes):
            return next(iter(codes))
    index = parties.sentence.index
    sides = [(e.actor, e.target) for e, at in parties.memory.acts if index - at <= _LATELY and e.type in _TURNED_ON]
    for place, (actor, target) in reversed([*enumerate(sides)]):
        if actor not in apart and (target, actor) not in sides[:place]:  # who is turned on answers
            return target if target not in apart else None
    return None
