"""Who acts or is acted upon where the clause of a verb leaves a side open: by who says it, whom he has met, who is told of it."""

from __future__ import annotations

from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.read.acts.grammar import object_of, prepositions
from tieline.read.acts.modality import SAYING
from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.acts.roles import Roles
from tieline.read.acts.sides import Act
from tieline.read.acts.trials import is_trial
from tieline.read.acts.turns import FRIENDLY, HOSTILE, hostile_content
from tieline.read.story.document import Story
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import OTHER, STATE_NOUNS, STATELY
from tieline.read.words.acts import CLASSES
from tieline.read.words.rule import Rule

_PACTS = frozenset("agreement accord deal pact treaty memorandum protocol convention".split())
_HELD = CLASSES["PROPERTY"] | frozenset(
    "vehicle truck lorry consignment shipment crew detainee prisoner hostage soldier seaman driver trader".split()
)
_PROMISING = frozenset({"promise", "pledge", "vow", "guarantee", "undertake", "swear"})
_BEGINNING = frozenset({"start", "begin", "happen", "come", "follow", "date"})
_ALIKE = (HOSTILE | {"ACCUSE", "REJECT"}, FRIENDLY | {"AGREE"})
"""Deeds of one kind, of which the second is on whom the first was."""
_CARRYING = frozenset({"convey", "deliver", "relay", "pass", "carry", "express", "reiterate", "bring"})
"""Whoever carries another's word speaks for him: "conveyed Beijing's readiness"."""


_WORDS = CLASSES["CONCERN"] | CLASSES["PROTEST"] | {"rejection", "gratitude", "thanks", "greeting", "condolence"}
_AT_HOME = frozenset({"SANCTION", "CONCEDE", "REQUEST", "REJECT", "ACCUSE"})
_GOVERNMENT = re.compile(r"[Tt]he (?:[a-z]+ )?(?:government|cabinet|junta|regime)")
"""Whose government it is that has no country: the one where the story is told."""
_TO_BORDER = frozenset({"on", "to", "into", "along", "at", "near", "across", "over"})
_BORDERS = frozenset({"border", "frontier", "boundary"})
_LANDS = frozenset(
    {"area", "territory", "zone", "land", "water", "island", "islet", "reef", "strip", "region", "section", "stretch"}
)
_DISPUTED = frozenset({"disputed", "contested", "claimed"})


_LATELY = 3
"""Sentences after a deed in which others do it "too"."""


def is_done_too(verb: Token) -> bool:
    """As in "is suspending aid too", "are also suspending aid", "has barred visitors as well"."""
    beside = {c.lower for c in verb.children if c.dep in {"advmod", "cc"}}
    well = any(t.lower == "well" and t.i and t.nbor(-1).lower == "as" for t in verb.subtree)
    return bool(beside & {"too", "also", "likewise", "similarly"}) or well


def _is_disputed(place: Token) -> bool:
    return place.lemma in _LANDS and any(c.lower in _DISPUTED for c in place.lefts)


class OpenSides:
    """Fills the open sides of one sentence's acts; `told` holds the acts of its verbs by token."""

    def __init__(self, parties: Parties, roles: Roles, story: Story, told: dict[int, Act]) -> None:
        """Bind the parties of the sentence, its story and what its verbs have told."""
        self.parties, self.roles, self.story, self.told = parties, roles, story, told

    def filled(
        self, token: Token, rule: Rule, obj: Token | None, actors: list[Party], targets: list[Party], *, passive: bool
    ) -> tuple[list[Party], list[Party]]:
        """Both sides of an act, the open one filled if anything tells it."""
        if not actors and not passive and token.lemma in _CARRYING and obj is not None:
            owner = next((c for c in obj.children if c.dep == "poss"), None)
            actors = [p for p in self.parties.of(owner) if p.code] if owner is not None else []
            targets = self.roles.targets(token, rule, None, actors) if actors else targets
        actors, targets = self._conveyed(token, obj, actors, targets)
        if targets and not actors and passive and token.dep == "conj" and (first := self.told.get(token.head.i)):
            meant = {p.code for p in targets} <= {p.code for p in first.targets}
            actors = list(first.actors) if meant else []  # "was called in and asked for an explanation"
        if rule.type in {"SANCTION", "CONCEDE"} and obj is not None:
            actors, targets = self._told_of(obj, actors, targets)
        if actors and not targets:
            actors, targets = self._at_home(token, rule, obj, actors)
        if actors and not targets and rule.type in {"ASSAULT", "COERCE", "MOBILIZE"}:
            targets = [] if is_trial(token, obj) else self._charging(token, actors)
        if actors and not targets and rule.type in {"MOBILIZE", "ASSAULT"}:
            targets = self._over_border(token, actors)
        pact = obj is not None and (obj.lemma in _PACTS or (passive and obj.lemma == "contract"))
        if actors and not targets and rule.mode == "sign" and pact:
            targets = self._partner(token, actors)
        if actors and not targets and rule.mode in {"release", "return"} and obj is not None and obj.lemma in _HELD:
            targets = self._held_before(actors, obj)
        if actors and not targets and rule.mode == "ratify" and obj is not None and obj.lemma in _PACTS:
            targets = self._signed_with(actors, obj)
        if actors and not targets and "imposed" in rule.slots:
            mine = {p.code for p in actors}
            cut = [a for at, a in self.told.items() if at < token.i and a.type == "SANCTION"][-1:]
            targets = [p for a in cut if {p.code for p in a.actors} == mine for p in a.targets]
        if actors and not targets and token.dep == "conj":
            targets = self._carried(token, rule, actors)
        if actors and not targets:
            alike = self._promised_alike(token, actors) if rule.mode == "offer" else []
            targets = alike or (self._done_before(token, rule, actors) if is_done_too(token) else [])
        if actors and not targets and rule.type in FRIENDLY:
            targets = [p for p in self._told_to(token) if p.code not in {a.code for a in actors}]
        return actors, targets

    def _conveyed(
        self, token: Token, obj: Token | None, actors: list[Party], targets: list[Party]
    ) -> tuple[list[Party], list[Party]]:
        """Both sides of a word that is carried from one to another; those that were found otherwise."""
        senders = self._sent_by(obj) if token.lemma in _CARRYING else []
        if not senders:
            return actors, targets
        heard = [p for o in self._heard(token) for p in self.parties.of(o) if p.code]
        return senders, [p for p in heard if p.code not in {s.code for s in senders}] or targets

    def _sent_by(self, word: Token | None) -> list[Party]:
        """Whose word it is that somebody carries: "conveyed the condemnation of the Sudanese government"."""
        if word is None or word.lemma not in _WORDS:
            return []
        of = (o for c in word.children if c.lower in {"of", "from"} for o in c.children if o.lemma in STATE_NOUNS)
        return [p for o in of for p in self.parties.of(o) if p.code][:1]

    def _heard(self, token: Token) -> list[Token]:
        """To whom something is conveyed."""
        return [o for _, o in prepositions(token, {"to"})] + [c for c in token.children if c.dep == "dative"]

    def _told_of(self, obj: Token, actors: list[Party], targets: list[Party]) -> tuple[list[Party], list[Party]]:
        """Whose "the government" is that has taken or lifts the measure of which the story told: "the last government introduced the tariffs"."""
        imposed = self.parties.memory.imposed
        open_one = len(actors) == 1 and _GOVERNMENT.match(actors[0].person or "") is not None
        if imposed is None or not open_one or obj.lemma not in CLASSES["CURBS"] or imposed[1] == actors[0].code:
            return actors, targets
        known = any(c.lower in {"the", "this", "these", "its", "their"} for c in obj.children)
        if not known or not (actors[0].code is None or actors[0].code == imposed[0]) or any(p.code for p in targets):
            return actors, targets
        return [replace(actors[0], code=imposed[0])], [Party(imposed[1], None, obj.idx, obj.idx + len(obj))]

    def _carried(self, token: Token, rule: Rule, actors: list[Party]) -> list[Party]:
        """On whom a second deed is, told right behind a first one of its kind: "expelled the envoy of Chad and banned all trade", "accused the South of spying and vowed to retaliate"."""
        mine = {p.code for p in actors}
        before = [a for at, a in self.told.items() if at < token.i and {p.code for p in a.actors} == mine]
        if not before or not all(p.code for p in before[-1].targets):
            return []
        last = before[-1]
        if rule.type in {"AGREE", "THREATEN"}:
            meant = last.type in HOSTILE | {"ACCUSE"} and hostile_content(token)
        else:
            alike = next((kinds for kinds in _ALIKE if rule.type in kinds), frozenset())
            meant = rule.objects is not None and last.type in alike and self._goes_on(token, last)
        return list(last.targets) if meant else []

    def _promised_alike(self, token: Token, actors: list[Party]) -> list[Party]:
        """To whom the last of several promises, all others with it: "Peru pledged tanks, Chile promised shells and Bolivia vowed guns to Fiji"."""
        verbs = [t for t in token.doc[token.i + 1 :] if t.pos == "VERB" and t.lemma in _PROMISING | {"offer"}]
        row = [t for t in verbs if t.head is token or t.head in verbs or token.head is t or token.head in verbs]
        if not row or object_of(token) is None or any(c.dep == "dative" for c in token.children):
            return []
        heard = [p for _, o in prepositions(row[-1], {"to"}) for p in self.parties.of(o) if p.code]
        mine = {p.code for p in actors}
        return heard if len(heard) == 1 and heard[0].code not in mine else []

    def _done_before(self, token: Token, rule: Rule, actors: list[Party]) -> list[Party]:
        """On whom the same deed of somebody else was, told right before: "is suspending its aid too"."""
        mine, index = {p.code for p in actors}, self.parties.sentence.index
        beside = {m.code for m in self.parties.named} - mine
        for event, at in reversed(self.parties.memory.acts):
            if index - at <= _LATELY and (event.type, event.mode) == (rule.type, rule.mode) and event.target:
                alone = {event.actor, event.target}.isdisjoint(mine) and not beside - {event.target, event.actor}
                return [Party(event.target, None, token.idx, token.idx + len(token))] if alone else []
        return []

    def _goes_on(self, token: Token, last: Act) -> bool:
        """The first deed is told by a verb that a second one is joined to, and nobody else is named behind it."""
        heads = {token.head.i, *(c.i for c in token.head.children if c.dep == "conj")}
        joined = any(self.told.get(i) is last for i in heads)
        mine = {p.code for p in (*last.actors, *last.targets)}
        return joined and all(m.code in mine for m in self.parties.named if m.start > token.idx)

    def _at_home(
        self, token: Token, rule: Rule, obj: Token | None, actors: list[Party]
    ) -> tuple[list[Party], list[Party]]:
        """Officials without a country: those who come to what was taken for their home are the other one's, "the government" is its."""
        met = rule.type == "CONSULT" and ("place" in rule.flags or rule.mode == "receive")
        if met and all(self.parties.unplaced(p) for p in actors):
            open_ones = [replace(p, code=None) for p in actors]
            return open_ones, self.roles.targets(token, rule, obj, open_ones)
        scene = self.story.scene
        home = rule.type in _AT_HOME and scene in (self.story.pair or ())
        home = home and (rule.objects is not None or rule.type in {"REQUEST", "REJECT", "ACCUSE"})
        if home and all(p.code is None and _GOVERNMENT.fullmatch(p.person or "") for p in actors):
            ours = [replace(p, code=scene) for p in actors]
            return ours, self.roles.targets(token, rule, obj, ours)
        return actors, []

    def speaking(self, token: Token) -> list[Party]:
        """Who speaks where the parse joins his second verb to what he said first: "said the loan mattered and thanked Japan"."""
        first = token.head
        if token.dep != "conj" or token.tag != "VBD" or first.dep != "ccomp" or first.head.lemma not in SAYING:
            return []
        found, _, passive = self.roles.actors(first.head)
        return [] if passive else [p for p in found if p.kind in STATELY]

    def calling(self, token: Token, actors: list[Party]) -> list[Party]:
        """Who has called an envoy in asks and says what is told as if the envoy did: "was called in and asked that Chad explain"."""
        first = self.told.get(token.head.i) if token.dep == "conj" else None
        own = any(c.dep in {"nsubj", "nsubjpass"} for c in token.children)
        if first is None or first.mode != "summon-envoy" or own or not any(c.dep == "ccomp" for c in token.children):
            return actors
        heard = {p.code for p in actors} <= {p.code for p in first.targets}
        return list(first.actors) if heard and token.lemma in {"ask", "tell", "request"} else actors

    def trailing(self, token: Token, subject: Token | None, actors: list[Party]) -> list[Party]:
        """Who does what trails behind a clause that the parse hangs on "it started": "it began when A cut ties with B, accusing it"."""
        late = token.dep == "advcl" and token.tag == "VBG" and token.head.lemma in _BEGINNING
        if not late or subject is None or subject.lower != "it":
            return actors
        before = [act for at, act in self.told.items() if token.head.i < at < token.i]
        return list(before[-1].actors) if before else actors

    def promising(self, token: Token, actors: list[Party]) -> list[Party]:
        """Whose official it is who promises what a country will do: "Vella promised that Malta would buy more"."""
        if token.lemma not in _PROMISING or len(actors) > 1:
            return actors
        doers = (g for c in token.children if c.dep == "ccomp" for g in c.children if g.dep == "nsubj")
        named = next((m for g in doers if (m := self.parties.named_at(g)) is not None), None)
        if named is None:
            return actors
        if not actors or not self.parties.unplaced(actors[0]):  # "Peru will buy more from Chile, the minister pledged"
            return self._of_bare_office(token, named.code, actors)
        self.parties.settle(actors[0].person or "", named.code)
        return [replace(actors[0], code=named.code)]

    def _of_bare_office(self, token: Token, code: str, actors: list[Party]) -> list[Party]:
        """Who "the minister" is behind what his country is to do: he is of that country, whomever the story had last."""
        bare = next((c for c in token.children if c.dep == "nsubj"), None)
        if bare is None or token.tag != "VBD" or bare.left_edge.lower != "the" or bare.i >= token.i + 2:
            return actors
        plain = bare.lemma in STATE_NOUNS | OTHER and self.parties.named_at(bare) is None
        if not plain or any(c.dep == "prep" for c in bare.children) or (actors and actors[0].code == code):
            return actors
        return [Party(code, None, bare.left_edge.idx, bare.idx + len(bare), "organ")]

    def _charging(self, token: Token, actors: list[Party]) -> list[Party]:
        """Who says that it was done, where nobody else is named: "Yerevan said that Azeri troops shelled a village"."""
        teller = token.head
        if token.dep != "ccomp" or teller.lemma not in SAYING:
            return []
        told, _, passive = self.roles.actors(teller)
        mine = {p.code for p in actors}
        return [] if passive else [p for p in told if p.code and p.kind in STATELY and p.code not in mine][:1]

    def _over_border(self, token: Token, actors: list[Party]) -> list[Party]:
        """Whose border it is to which one of the story's two sends troops: "sent soldiers into a disputed area"."""
        codes, own = {p.code for p in actors}, self.story.pair
        if own is None or len(codes) != 1 or not codes <= set(own):
            return []
        where = [o for _, o in prepositions(token, _TO_BORDER) if o.lemma in _BORDERS or _is_disputed(o)]
        others = {m.code for m in self.parties.named if m.start > token.idx} - {*own}
        if not where or others:
            return []
        code = next(c for c in own if c not in codes)
        return [Party(code, None, where[0].idx, where[0].idx + len(where[0]))]

    def _partner(self, token: Token, actors: list[Party]) -> list[Party]:
        """With whom a pact is signed that names nobody: whom the signer has met, else the other one of the story."""
        before = self.told.get(token.head.i) if token.dep == "conj" else None
        if before is not None and before.type == "CONSULT":
            return list(before.targets)
        own = self.story.pair
        codes = {p.code for p in actors}
        others = {m.code for m in self.parties.named if m.code not in (own or ())}
        if own is None or len(codes) != 1 or others or not codes <= set(own):
            return []
        code = next(c for c in own if c not in codes)
        return [Party(code, None, token.idx, token.idx + len(token))]

    def _held_before(self, actors: list[Party], obj: Token) -> list[Party]:
        """Whose the people or things are that are let go: "released the vehicles", of which the story has told."""
        if (
            not any(c.lower in {"the", "these", "those", "all"} for c in obj.children)
            or len({p.code for p in actors}) > 1
        ):
            return []
        code = self.parties.other(actors[0].code)
        return [Party(code, None, obj.idx, obj.idx + len(obj))] if code else []

    def _signed_with(self, actors: list[Party], obj: Token) -> list[Party]:
        """With whom the treaty was signed that a parliament ratifies: the story has just told it, or it is its two countries'."""
        if not any(c.lower in {"the", "this", "that"} for c in obj.children):
            return []
        mine = {p.code for p in actors}
        for event, _ in reversed(self.parties.memory.acts):
            sides = {event.actor, event.target}
            if event.type == "SUPPORT" and event.mode == "sign" and mine <= sides:
                other = next((c for c in (event.actor, event.target) if c not in mine), None)
                return [Party(other, None, obj.idx, obj.idx + len(obj))] if other else []
        return self._partner(obj, actors)

    def _told_to(self, token: Token) -> list[Party]:
        """Who is told of a favour to come: "told the Thai ambassador that Fiji would free the crew"."""
        teller = token.head
        if token.dep != "ccomp" or teller.lemma not in {"tell", "assure", "inform"}:
            return []
        heard = next((c for c in teller.children if c.dep in {"dobj", "dative"} and c.i < token.i), None)
        return [p for p in self.parties.of(heard) if p.code] if heard is not None else []

    def _of_talks_between(self, obj: Token) -> set[str | None]:
        """The two whose talks somebody else is the host of: "it hosted talks between Oman and Chad"."""
        between = (o for c in obj.children if c.lower == "between" for o in c.children if o.dep == "pobj")
        found = {p.code for o in between for p in self.parties.of(o)}
        return found if len(found) > 1 else set()

    def concerted(self, token: Token, rule: Rule, actors: list[Party]) -> list[Party]:
        """Who has coordinated with others what he did: "imposed sanctions, in actions coordinated with Kenya"."""
        if actors or rule.mode != "cooperate" or (token.dep, token.tag) != ("acl", "VBN"):
            return actors
        before = [act for at, act in self.told.items() if at < token.i]
        return list(before[-1].actors) if before else []

    def across(self, actors: list[Party], subject: Token | None, obj: Token | None) -> list[Party]:
        """Who "it" is not: the country on whose goods or people something is done: "it could raise the duty on Kenyan tea"."""
        if subject is None or obj is None or len(actors) != 1:
            return actors
        if (
            self.parties.unplaced(actors[0]) and self.parties.named_at(obj) is not None
        ):  # "Ana Vella, minister of trade, accused Lima"
            met = {p.code for p in self.parties.of(obj) if p.kind in STATELY and not self.parties.unplaced(p)}
            other = self.parties.other(actors[0].code)
            if actors[0].code not in met or other is None or other in met:
                return actors
            self.parties.settle(actors[0].person or "", other)
            return [replace(actors[0], code=other)]
        if subject.lower in {"he", "she"} and obj.pos != "PRON":  # "he urged Vella": he is no countryman of hers
            met = {p.code for p in self.parties.of(obj) if p.kind == "person" and not self.parties.unplaced(p)}
            other = self.parties.other(actors[0].code)
            return [replace(actors[0], code=other, person=None)] if met == {actors[0].code} and other else actors
        if subject.lower not in {"it", "they"}:
            return actors
        if subject.lower == "it" and (sides := self._of_talks_between(obj)) and actors[0].code in sides:
            others = [c for c in dict.fromkeys(self.parties.memory.recent) if c not in sides]
            return [replace(actors[0], code=others[0])] if len(others) == 1 else []
        on = (o for c in obj.children if c.dep == "prep" and c.lower in {"on", "against"} for o in c.children)
        done_to = {p.code for o in on for p in self.parties.inside(o)}
        other = self.parties.other(actors[0].code)
        return [replace(actors[0], code=other)] if actors[0].code in done_to and other else actors
