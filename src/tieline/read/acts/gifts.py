"""Aid told beside another verb: the gift that somebody gives thanks for, and the goods that come where they are needed.

"Thanked Japan for the rice donated in May"; "tents donated by Oman arrived in Fiji"; "a plane with blankets landed in Fiji".
"""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.model.claims import Event
from tieline.read.acts.dates import Dating
from tieline.read.acts.doers import agent_of
from tieline.read.acts.grammar import object_of, prepositions
from tieline.read.acts.modality import standing
from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.acts.roles import Roles
from tieline.read.acts.sides import Act
from tieline.read.acts.whereabouts import is_under_way
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import STATELY
from tieline.read.words.acts import CLASSES

_GIVEN = frozenset(
    "donate give provide supply send deliver hand grant extend contribute gift present offer lend".split()
)
_COMING = frozenset("arrive reach land dock come".split())
_FREE = frozenset("aid assistance relief humanitarian emergency medical donated".split())
_GOODS = CLASSES["AID"] | frozenset(
    "aid relief supply goods cargo tent blanket medicine flour grain shipment consignment".split()
)
_SENT = _GOODS | frozenset(
    "plane helicopter truck doctor rescuer team engineer firefighter nurse equipment soldier expert boat".split()
)
_CARRIERS = frozenset("plane aircraft ship vessel jet convoy truck helicopter airlift flight cargo train".split())
_TROOPS = frozenset("troop soldier force peacekeeper army battalion unit brigade marine contingent".split())
_CARRYING = frozenset({"carry", "bring", "bear", "transport", "load", "deliver"})


class Gifts:
    """Reads the gifts of one sentence; `told` holds the acts of its verbs by token."""

    def __init__(self, parties: Parties, roles: Roles, dating: Dating, told: dict[int, Act]) -> None:
        """Bind the parties of the sentence, its times and what its verbs have told."""
        self.parties, self.roles, self.dating, self.told = parties, roles, dating, told

    def thanked(self, token: Token) -> Act | None:
        """A participle of giving within what somebody is thanked for."""
        giving = token.tag == "VBG" and token.dep == "pcomp"  # "thanked Oman for sending tents"
        given = token.tag in {"VBN", "VBD"} and token.dep in {"acl", "relcl"}
        if not (giving or given) or token.lemma not in _GIVEN:
            return None
        what = object_of(token) if giving else token.head
        thanks = next((self.told[a.i] for a in token.ancestors if a.i in self.told), None)
        if (
            thanks is None
            or (thanks.type, thanks.mode) != ("SUPPORT", "congratulate")
            or what is None
            or what.lemma not in _SENT
        ):
            return None
        if any(c.dep == "agent" for c in token.children):
            return None
        date, _ = self.dating.of([token])
        end = next((t.end for t in self.parties.sentence.times if t.period == date), token.idx + len(token))
        start = min(token.idx, what.left_edge.idx)
        return Act(
            "AID", "grant", thanks.targets, thanks.actors, "happened", date, mutual=False, start=start, end=max(end, token.idx + len(token))
        )  # fmt: skip

    def arrived(self, verb: Token) -> Act | None:
        """Goods given by one country that come to another, or its carrier with them."""
        if verb.lemma not in _COMING and not is_under_way(verb):
            return None
        subject, passive = self.roles.subject(verb)
        how = standing(verb)
        if subject is None or passive or how is None or how.modality not in {"happened", "scheduled"}:
            return None
        givers = self._givers(subject) or self._whence(verb, subject)
        places = [object_of(verb), *(inner for _, inner in prepositions(verb, {"in", "at", "to", "on"}))]
        mine = {p.code for p in givers}
        found = (self.parties.place(p) for p in places if p is not None)
        where = next((p for p in found if p is not None and p.code and p.code not in mine), None)
        if where is None:  # "reached a station in Afghanistan"
            inside = (p for place in places if place is not None for p in self.parties.inside(place, without=mine))
            where = next(inside, None)
        if givers and where is None:
            where = self._receiver(verb, mine)
        if not givers or where is None:
            return None
        date, _ = self.dating.of([verb], modality=how.modality)
        end = next((t.end for t in self.parties.sentence.times if t.period == date), where.end)
        return Act(
            "AID", "grant", tuple(givers), (where,), how.modality, date, mutual=False, start=subject.left_edge.idx, end=max(end, where.end)
        )  # fmt: skip

    def _givers(self, subject: Token) -> list[Party]:
        """Who has given the goods, or whose carrier brings them."""
        given = next((c for c in subject.children if c.dep == "acl" and c.lemma in _GIVEN), None)
        agent = agent_of(given) if given is not None else None
        goods = subject.lemma in _GOODS or subject.lower in _GOODS
        if agent is not None and goods:
            return [p for p in self.parties.of(agent) if p.code]
        words = {t.lemma for t in subject.subtree}
        laden = any(c.lemma in _CARRYING or c.lower == "with" for c in subject.children)
        owners = self.parties.owners(subject)
        if not owners:
            return self._origin(subject) if words & _OF_NEED or {t.lower for t in subject.subtree} & _OF_NEED else []
        if subject.lemma in _CARRIERS and laden and words & (_GOODS - _CARRIERS):
            return [Party(owners[0], None, subject.idx, subject.idx + len(subject), "organ")]
        free = bool({t.lower for t in subject.lefts} & _FREE)
        aid = goods and free
        return [Party(owners[0], None, subject.idx, subject.idx + len(subject), "organ")] if aid else []

    def _whence(self, verb: Token, subject: Token) -> list[Party]:
        """Who sends goods that are told to come from him: "more aid came from the Omani ministry", "is on its way from Fiji"."""
        words = {t.lemma for t in subject.subtree}
        free = bool(words & _OF_NEED) or self._last_gift() is not None
        if not free or not words & _GOODS or words & _TRADED:
            return []
        found = (p for _, inner in prepositions(verb, {"from"}) for p in self.parties.of(inner))
        return [p for p in found if p.code and p.kind in STATELY][:1]

    def _receiver(self, verb: Token, mine: set[str | None]) -> Party | None:
        """Who gets what comes without a word of where to: whoever the last gift was for."""
        last = self._last_gift()
        code = last.target if last is not None else None
        return Party(code, None, verb.idx, verb.idx + len(verb)) if code and code not in mine else None

    def _last_gift(self) -> Event | None:
        index = self.parties.sentence.index
        gifts = (e for e, at in reversed(self.parties.memory.acts) if e.type == "AID" and index - at <= _SOON)
        return next(gifts, None)

    def _origin(self, subject: Token) -> list[Party]:
        """As in "wagons with humanitarian aid from Kazakhstan": whence the goods or their carrier come."""
        for word in subject.subtree:
            if word.lower == "from" and word.dep == "prep":
                whence = next((c for c in word.children if c.dep == "pobj"), None)
                return [p for p in self.parties.of(whence) if p.code][:1] if whence is not None else []
        return []


_SOON = 2
"""Sentences after a gift in which what "came from" others is one too."""
_TRADED = frozenset({"import", "export", "purchase", "sale", "order"})
_OF_NEED = frozenset("aid relief humanitarian assistance donation tent blanket".split())
_ABOUT_TO = re.compile(
    r"going\s+to\s+(?!(?:the|an?|its|his|her|their|our|this|that|both|all|two|three|see|talks?|speak|meet|discuss|visit|travel|attend|hold|fly)\b)[a-z]"
)


def pays_no_visit(subject: Token | None, verb: Token) -> bool:
    """A carrier with its goods, or troops, visit nobody ("a plane carrying tents landed"), nor does who "is going to ban imports"."""
    words = verb.doc.text[verb.idx :]
    if _ABOUT_TO.match(words):
        return True
    return subject is not None and subject.lemma in _CARRIERS | _TROOPS
