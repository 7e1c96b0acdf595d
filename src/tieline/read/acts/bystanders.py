"""Countries that a phrase names beside those it is about: the forum where something is held, the topic of talks, the place of an invitation.

"Cancelled their meeting on the sidelines of the UN assembly" turns nobody at the UN down; "talks with leaders on EU and NATO
membership" are with neither; "an invitation to a meeting in Lima" is whoever's who gave it.
"""

from __future__ import annotations

from typing import Any, Final

from tieline.model.countries import country
from tieline.read.acts.brokers import is_broker
from tieline.read.names.mentions import Mention
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import STATE_NOUNS

_MARGINS: Final = frozenset({"sideline", "sidelines", "margin", "margins", "fringe", "fringes"})
_OCCASIONS: Final = frozenset("summit assembly conference forum meeting session gathering congress".split())
_TOPICS: Final = frozenset({"on", "about", "regarding", "concerning"})


def is_beside(phrase: Token, name: Any, mention: Mention) -> bool:
    """A name inside a phrase tells only where or about what something is held."""
    if phrase.lemma == "invitation" and mention.place:
        return True
    body = country(mention.code).kind == "organisation" or mention.code == "EU"
    node = name
    while node != phrase and node.head is not node:
        above = node.head
        if node.dep == "prep" and is_broker(node):
            return True
        if node.dep == "prep" and node.lower in {"on", "at", "in"}:
            held = next((o for o in node.children if o.dep == "pobj"), None)
            if held is not None and (held.lemma in _MARGINS or (body and held.lemma.lower() in _OCCASIONS)):
                return True
        if node.dep == "prep" and node.lower in _TOPICS and above.tag == "NNS" and above.lemma in STATE_NOUNS:
            return True
        node = above
    return False


_SUFFERED: Final = frozenset(
    "blocking jailing arrest detention killing murder beheading execution banning expulsion deportation imprisonment abduction "
    "kidnapping seizure sentencing conviction harassment suspension shooting torture assassination".split()
)
"""Deeds that the one behind "of" has done to him."""


def sufferer(deed: Token) -> Token | None:
    """Who suffers the deed that somebody condemns: "the jailing of Omani reporters in Chad"."""
    if deed.lemma not in _SUFFERED or any(c.dep in {"poss", "amod", "compound"} for c in deed.lefts):
        return None
    of = (o for c in deed.children if c.dep == "prep" and c.lower == "of" for o in c.children if o.dep == "pobj")
    return next(of, None)
