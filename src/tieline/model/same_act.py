"""When two claims tell the same act: the words of the law, for one document and for a ledger of many.

Who acts on whom is one way round, but for acts that both sides do alike: talks, visits and calls are the same told from
either side ("A received B", "B visited A"), a signing or a drill where the text says so.  Verbs of one family tell one act:
"criticised" and "accused" are the same scolding, a call and a meeting are two.
"""

from __future__ import annotations

from typing import Final

from tieline.model.claims import Event
from tieline.model.vocabulary import EventType

_FAMILIES: Final[dict[EventType, dict[str, str]]] = {
    "CONSULT": {"meet": "visit talks meet receive inaugurate", "phone": "phone"},
    "SUPPORT": {"sign": "sign ratify", "praise": "praise back express-support congratulate honour"},
    "AGREE": {"agree": "agree reach-agreement settle approve ready offer", "accept": "accept", "invite": "invite"},
    "AID": {"give": "grant present deposit debt", "help": "help build train evacuate", "arm": "arm military"},
    "ACCUSE": {"blame": "accuse criticise charge complain allege express-concern protest-note"},
    "REQUEST": {"ask": "call-on urge propose ask press-for demand appeal"},
    "REJECT": {"refuse": "refuse decline reject oppose dismiss turn-down", "cancel": "cancel break-off"},
    "THREATEN": {"threaten": "threaten warn ultimatum"},
    "SANCTION": {"sanctions": "sanctions ban suspend"},
    "ASSAULT": {"attack": "attack fire kill clash occupy"},
    "COERCE": {"seize": "seize board arrest", "block": "block blockade"},
    "MOBILIZE": {"deploy": "deploy reinforce"},
}
_OF_MODE: Final = {
    (kind, mode): family
    for kind, families in _FAMILIES.items()
    for family, modes in families.items()
    for mode in modes.split()
}
_MAIN: Final = {kind: next(iter(families)) for kind, families in _FAMILIES.items()}


def family_of(kind: EventType, mode: str | None) -> str:
    """The family of an act's mode; a mode of no family is one by itself, none is the type's main one.

    >>> family_of("CONSULT", "visit"), family_of("CONSULT", None), family_of("CONSULT", "phone"), family_of("RETREAT", None)
    ('meet', 'meet', 'phone', '')
    """
    return _OF_MODE.get((kind, mode), mode) if mode else _MAIN.get(kind, "")


def mutual(kind: EventType, *, reciprocal: bool = False) -> bool:
    """Whether an act has no direction: both sides do it alike.

    >>> mutual("CONSULT"), mutual("SUPPORT", reciprocal=True), mutual("SUPPORT")
    (True, True, False)
    """
    return kind == "CONSULT" or reciprocal


def same_sides(one: Event, other: Event) -> bool:
    """Whether two acts are of the same two parties, the same way round where it matters."""
    if (one.actor, one.target) == (other.actor, other.target):
        return True
    told_mutual = mutual(one.type, reciprocal=one.reciprocal) or mutual(other.type, reciprocal=other.reciprocal)
    return told_mutual and (one.actor, one.target) == (other.target, other.actor)
