"""What somebody lets run out: a measure that is not prolonged is lifted, a treaty or a contract that is not renewed is given up.

"Decided not to prolong the ban on Fijian tuna", "let its duties on Fijian tuna lapse", "will stop levying duties on it", "will not renew the fishing accord with Fiji".
"""

from __future__ import annotations

from typing import Any

from tieline.model.vocabulary import EventModality
from tieline.read.acts.dates import Dating
from tieline.read.acts.grammar import object_of, prepositions
from tieline.read.acts.modality import standing
from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.acts.roles import Roles
from tieline.read.acts.sides import Act
from tieline.read.acts.spans import span_of
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import STATELY
from tieline.read.words.acts import CLASSES

RENEWING = frozenset("prolong extend renew continue".split())
ENDING = frozenset("lapse expire".split())
_LETTING = frozenset({"let", "allow"})
_LEVYING = frozenset("impose levy charge apply collect".split())
_STOPPING = frozenset("stop cease quit discontinue".split())
RUNNING_OUT = RENEWING | ENDING | _LEVYING | {"let"}
"""Words by which something is let run out."""
_MEASURES = CLASSES["CURBS"] | {"embargo", "closure", "blockade"}
_PACTS = CLASSES["AGREEMENT"] - {"statement", "letter", "notes", "document", "declaration"} | {"lease", "waiver"}
_WITH = frozenset({"with", "on", "against", "for", "from", "of", "to"})


class Lapses:
    """Reads what is let run out in one sentence."""

    def __init__(self, parties: Parties, roles: Roles, dating: Dating) -> None:
        """Bind the parties of the sentence and its times."""
        self.parties, self.roles, self.dating = parties, roles, dating

    def read(self, token: Token) -> Act | None:
        """The act that a verb of renewing with a "not", or of letting lapse, tells."""
        verb, obj = self._ended(token)
        if obj is None:
            return None
        actors, subject, passive = self.roles.actors(verb)
        actors = [p for p in actors if p.code and p.kind in STATELY]
        if passive or not actors:
            return None
        mine: set[str | None] = {p.code for p in actors}
        heads = [obj, *(o for _, o in prepositions(token, _WITH))]
        targets = next((found for o in heads if (found := self.parties.inside(o, without=mine))), [])[:1]
        targets = targets or self._known(obj, mine)
        if not targets:
            return None
        lifted = obj.lemma in _MEASURES
        aux = {c.lower for v in (token, verb) for c in v.children if c.dep == "aux"}
        how: EventModality = "scheduled" if lifted and aux & {"will", "would", "'ll"} else "happened"
        start, end = span_of(self.parties.sentence, token, (subject, obj), (*actors, *targets))
        date, _ = self.dating.of([token, verb], modality=how)
        both = tuple(actors), tuple(targets)
        if lifted:
            return Act("CONCEDE", "lift-sanctions", *both, how, date, mutual=False, start=start, end=end)
        return Act("REJECT", "withdraw", *both, how, date, mutual=False, start=start, end=end)

    def _ended(self, token: Token) -> tuple[Any, Any]:
        """(the verb whose subject it is, what runs out); (token, None) where nothing does."""
        if token.lemma in RENEWING and any(c.dep == "neg" for c in token.children):
            obj = object_of(token)
            above = token.head if token.dep == "xcomp" else token
            decided = above is token or (
                above.lemma in {"decide", "choose", "opt", "agree"} and standing(above) is not None
            )
            known = obj is not None and obj.lemma in _MEASURES | _PACTS and decided
            aux = {c.lower for c in token.children if c.dep == "aux"}
            return (
                (above, obj)
                if known and not aux & {"can", "could", "may", "might", "should", "must"}
                else (token, None)
            )
        if token.lemma in _LEVYING:
            return self._given_up(token)
        if token.lemma in ENDING and token.head.lemma in _LETTING and standing(token.head) is not None:
            obj = next((c for c in token.children if c.dep == "nsubj"), None) or object_of(token.head)
            return (token.head, obj) if obj is not None and obj.lemma in _MEASURES | _PACTS else (token, None)
        if token.lemma == "let" and standing(token) is not None:  # the parse may take "lapse" for a noun
            obj = object_of(token)
            said = any(t.lemma in ENDING and t.pos == "NOUN" for t in token.subtree)
            return (token, obj) if said and obj is not None and obj.lemma in _MEASURES | _PACTS else (token, None)
        return token, None

    def _given_up(self, token: Token) -> tuple[Any, Any]:
        """As in "will stop levying duties on Fijian tuna", "no longer imposes a duty on it"."""
        obj = object_of(token)
        stopped = token.dep == "xcomp" and token.tag == "VBG" and token.head.lemma in _STOPPING
        verb = token.head if stopped else token
        longer = any(c.lower == "longer" and any(g.lower == "no" for g in c.children) for c in token.children)
        if obj is None or obj.lemma not in _MEASURES or not (stopped or longer) or standing(verb) is None:
            return token, None
        return verb, obj

    def _known(self, obj: Token, mine: set[str | None]) -> list[Party]:
        """On whom the measure is of which the story has told: "decided not to prolong it"."""
        imposed = self.parties.memory.imposed
        if (
            imposed is None
            or mine != {imposed[0]}
            or not any(c.lower in {"the", "its", "this", "these"} for c in obj.children)
        ):
            return []
        return [Party(imposed[1], None, obj.idx, obj.idx + len(obj))]
