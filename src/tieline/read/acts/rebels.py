"""Rebels, gangs and coups: who backs those of another country does that country no favour."""

from __future__ import annotations

from typing import Final

from tieline.read.acts.grammar import counted, joined
from tieline.read.syntax.tokens import Token

_REBELS: Final = frozenset(
    "rebel rebellion insurgent insurgency guerrilla militia militiaman militant terrorist terrorism separatist secessionist mercenary jihadist "
    "extremist gunman coup putsch gang smuggler smuggling trafficker faction aggression invasion occupation war".split()
)
"""Whom a state wrongly backs, by whoever says so."""
_LED: Final = frozenset("group force fighter leader army movement network organisation organization commander".split())
"""What may be theirs: "rebel groups"."""


def for_rebels(verb: Token) -> bool:
    """As in "backs the rebels", "arms rebel groups"; not in "backs the fight against the rebels"."""
    backed = [o for c in verb.children if c.dep == "dobj" for o in (c, counted(c), *joined(c)) if o is not None]
    led = [c for o in backed if o.lemma in _LED for c in o.lefts]
    return any(t.lemma in _REBELS for t in (*backed, *led))
