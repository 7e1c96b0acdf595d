"""Talks and visits that name their parties sideways: by the joint body that meets, the place, a hyphen, the act that they stand beside."""

from __future__ import annotations

from tieline.read.acts.dates import Dating
from tieline.read.acts.grammar import prepositions
from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.acts.sides import Act
from tieline.read.story.document import Sentence
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import JOINT_BODIES
from tieline.read.words.rule import Rule

_OF_BOTH = frozenset({"bilateral", "two-way", "intergovernmental", "inter-governmental"})
LENGTHS = frozenset({"day", "hour", "week", "round", "series", "month"})
"""What talks come in: "after three days of talks"."""
HOLDING = frozenset({"hold", "begin", "conduct", "open", "conclude"})


class Talks:
    """Finds the parties of one sentence's talks; `told` holds the acts of its verbs by token."""

    parties: Parties
    dating: Dating
    told: dict[int, Act]
    sentence: Sentence

    def _companion(self, token: Token, rule: Rule) -> Act | None:
        """The talks or the visit in which another act was done: "complained during a visit here last month"."""
        if (
            rule.type != "CONSULT"
            or token.dep != "pobj"
            or token.head.lower not in {"during", "at", "after", "in", "on"}
        ):
            return None
        verb = token.head.head
        act = self.told.get(verb.i)
        if (
            act is None
            or act.type == "CONSULT"
            or act.modality != "happened"
            or not (
                any(c.lower in {"a", "an", "telephone", "phone", "video"} for c in token.children)
                or (token.lower == "talks" and not any(c.dep in {"det", "poss"} for c in token.children))
            )
        ):
            return None
        date, _ = self.dating.of([token])
        if date is None:
            date, _ = self.dating.of([verb])
        return Act(
            rule.type,
            rule.mode,
            act.actors,
            act.targets,
            "happened",
            date,
            rule.mutual,
            token.left_edge.idx,
            token.right_edge.idx + len(token.right_edge),
        )

    def _complained_of(self, token: Token) -> tuple[list[Party], list[Party]]:
        """Who did it where somebody complains of it: "protested to Peru over the seizure of 80 Kenyan trucks"."""
        if token.dep != "pobj" or token.head.lower not in {"at", "over", "about", "against", "for"}:
            return [], []
        act = next((self.told[a.i] for a in token.ancestors if a.i in self.told), None)
        if act is None:
            act = next((a for a in self.told.values() if a.type == "ACCUSE"), None)
        if act is None or act.type not in {"ACCUSE", "REQUEST"}:
            return [], []
        mine = {p.code for p in act.actors}
        own = [p for c in token.children if c.lower == "of" for o in c.children for p in self.parties.inside(o)]
        return (list(act.targets), list(act.actors)) if any(p.code in mine for p in own) else ([], [])

    def _joint_body(self, token: Token) -> Token | None:
        """The body of both sides that meets: "a session of the intergovernmental commission"."""
        of = next((c for c in token.children if c.lower == "of"), None)
        bodies = [o for o in of.children if o.lemma in JOINT_BODIES] if of is not None else []
        return next((o for o in bodies if any(t.lower in _OF_BOTH | {"joint", "mixed"} for t in o.lefts)), None)

    def _bilateral(self, token: Token) -> bool:
        """Talks that are the two countries' own without naming them: "in recent bilateral talks"."""
        met = any(act.type == "CONSULT" for act in self.told.values())
        return not met and any(c.lower in _OF_BOTH for c in token.children)

    def _at_home(self, token: Token) -> bool:
        """Talks without a party, held in a place of one of the two countries: "talks held in Lima in May ended without result"."""
        held = [c for c in token.children if c.dep == "acl" and c.lemma in HOLDING]
        if token.dep == "nsubjpass" and token.head.lemma in HOLDING:
            held.append(token.head)
        if not held or any(c.dep in {"poss", "det"} or c.lower == "of" for c in token.children):
            return False
        if any(act.type == "CONSULT" for act in self.told.values()):
            return False
        places = (self.parties.place(inner) for verb in held for _, inner in prepositions(verb, {"in", "at"}))
        return any(p is not None and p.code in (self.parties.pair or ()) for p in places)

    def _hyphened(self, token: Token) -> list[Party]:
        """As in "the EU-South Africa summit", "U.S.-China talks": the two names before the noun."""
        end, of = token.idx, next((c for c in token.children if c.lower == "of"), None)
        body = next((o for o in of.children if o.lemma in JOINT_BODIES), None) if of is not None else None
        if body is not None:  # "a meeting of the Peru-Chile commission"
            end = body.idx
        left = [m for m in self.parties.named if token.left_edge.idx <= m.start < end]
        if len(left) < 2 or left[-1].code == left[-2].code:
            return []
        joined = self.sentence.text[left[-2].end : left[-1].start].strip() in {"-", "–", "—", "/"}
        return [Party(m.code, None, m.start, m.end) for m in left[-2:]] if joined else []


def by_telephone(verb: Token) -> bool:
    """As in "discussed trade during a telephone call": both are far from each other."""
    said = (o for c in verb.children if c.dep == "prep" and c.lower in _CALLING for o in c.children if o.dep == "pobj")
    return any(o.lower in _PHONES or any(c.lower in _PHONES for c in o.lefts) for o in said)


_CALLING = frozenset({"during", "in", "by", "over"})
_PHONES = frozenset({"telephone", "phone"})
