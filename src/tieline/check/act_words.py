"""An act as a clause of a sentence: who did what to whom, with the type that event datasets have it under."""

from __future__ import annotations

from typing import Final

from tieline.check.phrases import country
from tieline.model.claims import Event

_DOING: Final = {
    "AGREE": "promising or agreeing something with", "CONSULT": "meeting or talking with", "SUPPORT": "siding or signing with",
    "CONCEDE": "giving way to", "COOPERATE": "working with", "AID": "giving aid to", "RETREAT": "pulling back before",
    "REQUEST": "asking or demanding something of", "ACCUSE": "accusing or criticising", "REJECT": "refusing something to", "THREATEN": "threatening",
    "PROTEST": "protesting against", "SANCTION": "punishing or breaking with", "MOBILIZE": "showing force to",
    "COERCE": "coercing", "ASSAULT": "attacking",
}  # fmt: skip
"""What the types of PLOVER stand for, each wide enough for all that is coded under it."""


def deed_words(claim: Event) -> str:
    """The act, as far as a dataset tells it.

    >>> from tieline.model.claims import Quote
    >>> claim = Event(document="d", version="v", quote=Quote("accused Ottawa", 0, 14), type="ACCUSE", actor="SAU", target="CAN")
    >>> deed_words(claim)
    'Saudi Arabia accusing or criticising Canada (ACCUSE)'
    """
    actor, target = country(claim.actor), country(claim.target)
    if claim.reciprocal:
        return f"{claim.type} between {actor} and {target}"
    doing = _DOING.get(claim.type)
    return f"{actor} {doing} {target} ({claim.type})" if doing else f"{claim.type} by {actor} towards {target}"
