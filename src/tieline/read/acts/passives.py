"""Who did what is told in the passive without an agent: by what the story told before, by what stands beside, by the other of a pair."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.countries import country
from tieline.read.acts.doers import CAUSING, ORDERS, agent_of
from tieline.read.acts.grammar import given_in_passive, prepositions
from tieline.read.acts.modality import SAYING
from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.acts.roles import Roles
from tieline.read.acts.tied import Tied
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import ARMED, OTHER, PRIVATE, STATE_NOUNS, STATELY
from tieline.read.words.acts import CLASSES, verb_rules
from tieline.read.words.rule import Rule

_UPON = re.compile(r"\b(?:on|against|from|for)\s+(?:[\w-]+\s+){0,2}$")
_COMMANDING = frozenset({"instruct", "direct", "decree"})
_TWO = 2
_NEAR = 50
"""Characters before a country in which a preposition tells that a measure is on it."""
_SELLING: Final = frozenset({"exporting", "shipping", "selling"})
MEASURES = CLASSES["SANCTIONS"] | CLASSES["BLOCKADE"]
_HELD = frozenset({"custody", "detention", "captivity", "prison", "jail"})
"""Where who dies is in somebody's hands: "died in Kenyan custody"."""
_FIRE = frozenset({"fire", "gunfire", "shelling", "bullet", "gun", "barrage"})
_BOMBS = frozenset({"bomb", "device", "mine", "landmine", "blast", "explosion", "rocket", "shell", "bomber", "sniper"})
_FIGHTS = frozenset("clash fighting skirmish firefight battle shootout gunfight gunbattle exchange".split())


def _by_others(verb: Token) -> bool:
    """Somebody did it who is no state: "three papers were signed by a bank"."""
    agent = agent_of(verb)
    return (
        agent is not None and agent.pos == "NOUN" and (agent.lemma in PRIVATE or agent.lemma not in STATE_NOUNS | OTHER)
    )


_SOON = 3
_THEIRS = frozenset("their these those its the diplomatic".split())


class Passives(Tied):
    """Finds the doers of one sentence's passives."""

    parties: Parties
    roles: Roles

    def _by_nobody(
        self, token: Token, rule: Rule, obj: Token | None, targets: list[Party]
    ) -> tuple[list[Party], list[Party], bool]:
        """Who does alike what is told in the passive without an agent: "was signed between A and B", "bilateral talks are to be held"."""
        if targets and self._one_sided(token, rule):
            doer = self._tied(token, obj, {t.code for t in targets})
            if doer or len(targets) >= _TWO:
                return doer, targets if doer else [], True
        if len(targets) >= 2:
            return targets[:1], targets[1:], True
        doer = self._doer(token, targets)
        if doer:
            return doer, targets, True
        if rule.type == "CONSULT" and not targets and len(both := self._agents_in(token)) == _TWO:
            return both[:1], both[1:], True
        pair = self.parties.pair if not _by_others(token) else None
        own = rule.type == "CONSULT" and obj is not None and any(c.lower == "bilateral" for c in obj.children)
        if (
            rule.type == "CONSULT"
            and obj is not None
            and pair
            and not any(c.dep in {"det", "poss"} for c in obj.children)
        ):
            places = (self.parties.place(inner) for _, inner in prepositions(token, {"in", "at"}))
            own = own or any(p is not None and p.code in pair for p in places)
        if pair and not targets and (rule.type == "SUPPORT" or own):
            return [Party(pair[0], None, token.idx, token.idx)], [Party(pair[1], None, token.idx, token.idx)], True
        return [], [], False

    def _agents_in(self, token: Token) -> list[Party]:
        """Who did it with each other where the parse hangs them on the place: "was discussed in a conference by A of Oman and B of Fiji"."""
        heads = [inner for _, inner in prepositions(token, {"by"})]
        heads += [c for c in token.children if c.dep == "conj" and c.pos == "PROPN"] if heads else []
        found = [p for head in heads for p in self.parties.of(head) if p.code and p.kind in STATELY]
        return list({p.code: p for p in found}.values())

    def _agentless(
        self, token: Token, rule: Rule, obj: Token | None, targets: list[Party]
    ) -> tuple[list[Party], list[Party]]:
        """Who did what is told in the passive without an agent, and to whom."""
        actors: list[Party] = []
        if causers := self._causers(token, rule, {t.code for t in targets}):
            return causers, targets or self.roles.targets(token, rule, obj, causers)
        imposed = self.parties.memory.imposed
        if "list" in rule.flags and imposed and targets and imposed[0] not in {t.code for t in targets}:
            return [Party(imposed[0], None, token.idx, token.idx + len(token))], targets  # "Oman was added to it later"
        if not targets and imposed and self._of_measure(token, rule, obj):
            doer, target = (Party(code, None, token.idx, token.idx) for code in imposed)
            return [doer], [target]
        if len(targets) == 1 and rule.words == _SELLING:  # "barred from exporting to Chile"
            code = self.parties.other(targets[0].code)
            return targets, [Party(code, None, token.idx, token.idx)] if code else []
        if len(targets) == 1 and targets[0].code and self._done_on(rule, targets[0]):
            code = self.parties.other(targets[0].code)
            return [Party(code, None, token.idx, token.idx)] if code else [], targets
        if rule.type == "AID" and targets and (givers := self._givers(token, targets)):
            return givers, targets
        if not targets and rule.mode in {"return", "release"} and (holders := self._holders(token)) is not None:
            return holders
        if rule.type == "COERCE" and obj is not None and (freed := self._freed(obj)) is not None:
            doer, target = (Party(code, None, token.idx, token.idx) for code in freed)
            return [doer], [target]  # "freed 20 Fijians. They had been arrested in May"
        if rule.type in {"ASSAULT", "COERCE"}:
            actors = [p for p in self._harm_doer(token) if p.code not in {t.code for t in targets}]
            actors = actors or self._foe(token, targets)
            targets = targets or (self.parties.around(token, {p.code for p in actors}) if actors else [])
        if not actors and targets and rule.type == "SANCTION":
            actors = self._barred(token, rule, {t.code for t in targets})
        actors = actors or self._named_beside(token, rule, obj, targets)
        if not actors and rule.type in {"MOBILIZE", "RETREAT"} and obj is not None:
            own = [p for p in self.parties.of(obj) if p.code and p.kind in STATELY]
            actors = [p for p in own if p.code not in {t.code for t in targets}] or own
            targets = [t for t in targets if t.code not in {p.code for p in actors}]
            if actors and not targets:
                targets = self.roles.targets(token, rule, None, actors) or self._intercepted(token, actors)
        if not actors and targets and rule.type in {"SANCTION", "CONCEDE"} and obj is not None:
            actors = self._announcing(token, {t.code for t in targets})
        return actors, targets

    def _summoned(self, token: Token, rule: Rule, staff: Token | None) -> tuple[list[Party], list[Party]] | None:
        """Whose staff has to leave, and who says so: the envoys just summoned ("staff of their missions were declared")."""
        if rule.mode != "expel-diplomat" or staff is None or self.parties.inside(staff):
            return None
        if not any(t.lower in _THEIRS for t in staff.subtree):
            return None
        told = [(e, at) for e, at in self.parties.memory.acts if e.mode == "summon-envoy" and e.modality == "happened"]
        last = [e for e, at in told if (e.actor, at) == (told[-1][0].actor, told[-1][1])]
        if not last or self.parties.sentence.index - told[-1][1] > _SOON:
            return None
        doer = Party(last[0].actor, None, token.idx, token.idx + len(token))
        return [doer], [Party(e.target, None, token.idx, token.idx + len(token)) for e in last]

    def _givers(self, token: Token, targets: list[Party]) -> list[Party]:
        """From where it comes, else who gave last: "the boats will go to Fiji from Japan", "a similar boat was given to Fiji"."""
        mine = {t.code for t in targets}
        sent = [p for _, inner in prepositions(token, {"from"}) for p in self.parties.of(inner)]
        if sent := [p for p in sent if p.code and p.code not in mine and p.kind in STATELY]:
            return sent[:1]
        last = next((e for e, _ in reversed(self.parties.memory.acts) if e.type in {"AID", "AGREE"}), None)
        given = last is not None and last.actor and last.actor not in mine
        return [Party(last.actor, None, token.idx, token.idx)] if given and last is not None else []

    def _holders(self, token: Token) -> tuple[list[Party], list[Party]] | None:
        """Who has held whom, for who "was freed", what "was given back"."""
        told = (e for e, _ in reversed(self.parties.memory.acts) if e.type == "COERCE" and e.modality == "happened")
        held = next(told, None)
        if held is None:
            return None
        doer, target = (Party(code, None, token.idx, token.idx) for code in (held.actor, held.target))
        return [doer], [target]

    def _freed(self, obj: Token) -> tuple[str, str] | None:
        """Who has just let whom go, where "they" or "the men" are spoken of."""
        known = obj.lower == "they" or (obj.left_edge.lower == "the" and not self.parties.inside(obj))
        last = next((e for e, _ in reversed(self.parties.memory.acts)), None)
        let_go = last is not None and last.mode in {"release", "return"} and last.modality != "denied"
        if not known or not let_go or last is None or last.actor is None or last.target is None:
            return None
        return last.actor, last.target

    def _causers(self, token: Token, rule: Rule, others: set[str | None]) -> list[Party]:
        """Who has it done or orders it: "had troops reinforced", "ordered the mission closed", "gave orders for the mission to be closed"."""
        verb = token.head
        given = verb.lemma in {"give", "issue"} and any(c.dep == "dobj" and c.lemma in ORDERS for c in verb.children)
        if token.dep not in {"ccomp", "xcomp", "advcl"} or not (given or verb.lemma in CAUSING | _COMMANDING):
            return []
        found, _, passive = self.roles.actors(verb)
        own = [p for p in found if p.code and p.kind in STATELY]
        alone = rule.type in {"MOBILIZE", "RETREAT"} or {p.code for p in own}.isdisjoint(others)
        return own if not passive and alone else []

    def _barred(self, token: Token, rule: Rule, others: set[str | None]) -> list[Party]:
        """Where goods or people may not go any more: "was banned in Russia", "were barred from Fiji"."""
        if rule.mode not in {"ban", "suspend"}:
            return []
        bodies = [p for _, inner in prepositions(token, {"from"}) for p in self.parties.of(inner) if p.code]
        if bodies and all(country(p.code or "").kind == "organisation" for p in bodies):
            return [p for p in bodies if p.code not in others][:1]  # "was suspended from the Commonwealth"
        found = [p for _, inner in prepositions(token, {"in"}) if (p := self.parties.place(inner)) is not None]
        if rule.mode == "suspend":  # "were held up at the Chadian border"
            at = (o for _, o in prepositions(token, {"at", "on"}) if o.lemma in CLASSES["BORDER"])
            found += [p for o in at for p in self.parties.inside(o, without=others)]
        if rule.mode == "ban":
            found += [p for _, inner in prepositions(token, {"from"}) for p in self.parties.inside(inner)]
        return [p for p in found if p.code not in others][:1]

    def _named_beside(self, token: Token, rule: Rule, obj: Token | None, targets: list[Party]) -> list[Party]:
        """Who gives an honour, denies entry, calls in or expels an envoy, by whose it is or where it is done."""
        actors: list[Party] = []
        if rule.mode in {"honour", "deny-entry"}:
            words = {"with"} if rule.mode == "honour" else {"to", "into"}
            heads = [o for o in (given_in_passive(token), *(i for _, i in prepositions(token, words))) if o is not None]
            mine = {t.code for t in targets}
            actors = [p for head in heads for p in self.parties.inside(head, without=mine)][:1]
        if not actors and rule.mode in {"summon-envoy", "protest-note"}:
            posted = prepositions(obj, {"in", "to"}) if obj is not None else ()  # "the envoy in Lima was called in"
            called = (
                p
                for _, inner in (*prepositions(token, {"to", "in", "by", "at"}), *posted)
                for p in (*self.parties.of(inner), self.parties.place(inner))
            )
            actors = [p for p in called if p is not None and p.code and p.code not in {t.code for t in targets}][:1]
            actors = actors or self._protesting(token, rule, targets)
        if not actors and rule.mode == "expel-diplomat":
            left = (
                o for c in token.children if c.dep in {"xcomp", "advcl", "ccomp"} for o in c.children if o.dep == "dobj"
            )
            actors = [p for o in left if (p := self.parties.place(o)) and p.code not in {t.code for t in targets}][:1]
        if not actors and rule.mode == "expel-diplomat":
            subject, _ = self.roles.subject(token)  # "the envoy to Lima was given two days to leave"
            places = [
                *prepositions(token, {"from"}),
                *(found for o in (obj, subject) if o is not None for found in prepositions(o, {"in", "to"})),
            ]
            actors = [p for _, inner in places if (p := self.parties.place(inner))]
        return actors

    def _protesting(self, token: Token, rule: Rule, targets: list[Party]) -> list[Party]:
        """Who says that a protest has been sent, or the story's other country: "Peru said a note had been handed to Chile"."""
        if rule.mode != "protest-note" or len(targets) != 1:
            return []
        sayer = token.head if token.dep == "ccomp" and token.head.lemma in SAYING else None
        said = self.roles.actors(sayer)[0] if sayer is not None else []
        found = [p for p in said if p.code and p.code != targets[0].code and p.kind in STATELY]
        code = self.parties.other(targets[0].code) if not said and self.parties.story.pair else None
        return found or ([Party(code, None, token.idx, token.idx + len(token))] if code else [])

    def _intercepted(self, token: Token, actors: list[Party]) -> list[Party]:
        """Against whom forces are sent: "jets were scrambled to intercept Turkish aircraft"."""
        mine: set[str | None] = {p.code for p in actors}
        goals = (c for c in token.children if c.dep in {"xcomp", "advcl"} and c.i > token.i)
        met = (o for c in goals for o in c.children if o.dep == "dobj")
        return [p for o in met for p in self.parties.inside(o, without=mine)][:1]

    def _of_measure(self, token: Token, rule: Rule, obj: Token | None) -> bool:
        """The measure that the story told of is imposed or lifted: "the duties were imposed in 2021", "the ban was lifted"."""
        if rule.type not in {"SANCTION", "CONCEDE"} or obj is None:
            return False
        if "imposed" in rule.slots:  # "it was lifted in May"
            return obj.lower in {"it", "they"} and token.dep in {"ROOT", "ccomp", "conj"}
        if not rule.objects or obj.lemma not in MEASURES:
            return False
        known = any(c.lower in {"the", "this", "these", "that", "those"} for c in obj.children)
        return known and token.dep in {"ROOT", "ccomp", "conj", "advcl"} and not self.parties.inside(obj)

    def _done_on(self, rule: Rule, target: Party) -> bool:
        """A measure in the passive is on the country named, so that the other one of the pair has taken or lifted it."""
        if rule.type == "REJECT" or rule.mode == "expel-diplomat":
            return rule.type == "REJECT"
        before = self.parties.sentence.text[max(0, target.start - _NEAR) : target.start]
        return rule.type in {"SANCTION", "CONCEDE"} and bool(rule.objects) and _UPON.search(before) is not None

    def _harm_doer(self, token: Token) -> list[Party]:
        """Whose fire or raid it was in which people "were killed", or who did what is told in the clause with "when"."""
        for _, inner in prepositions(token, {"in", "during"}):
            if inner.lemma in _FIGHTS:
                foes = [
                    p for _, o in prepositions(inner, {"with"}) for p in self.parties.of(o, any_noun=True) if p.code
                ]
                if foes:
                    return foes
        for word, inner in prepositions(token, {"in", "during", "from", "after", "under", "to"}):
            if inner.lemma in _HELD and token.lemma in {"die", "perish"}:
                return [replace(p, kind="organ") for p in self.parties.of(inner, any_noun=True) if p.code]
            if inner.lemma in ARMED | _FIRE or inner.lemma in CLASSES["ATTACK"] or inner.lemma in CLASSES["TROOPS"]:
                doers = (o for _, o in prepositions(inner, {"by"}))  # "died in shelling by Chad"
                found = [p for one in (inner, *doers) for p in self.parties.of(one, any_noun=True) if p.code]
                if found and word != "after":
                    return found
        by = next((o for c in token.children if c.dep == "agent" for o in c.children), None)
        if by is not None and by.lemma in _BOMBS:  # "were killed by a roadside bomb in Chad"
            places = (self.parties.place(inner) for _, inner in prepositions(token, {"in", "outside", "near", "of"}))
            return [p for p in places if p is not None and p.code][:1]
        if token.lemma in {"fire", "launch", "shoot", "lob"}:
            places = (self.parties.place(inner) for _, inner in prepositions(token, {"from"}))
            return [p for p in places if p is not None]
        for clause in token.children:
            if clause.dep == "advcl" and any(c.lower in {"when", "as", "after"} for c in clause.children):
                rules = verb_rules().get(clause.lemma, [])
                if any(r.type == "ASSAULT" for r in rules):
                    found, _, passive = self.roles.actors(clause)
                    if not passive:
                        return [p for p in found if p.code and p.kind in STATELY | {"armed"}]
        return []

    def _foe(self, token: Token, targets: list[Party]) -> list[Party]:
        """Who fought where one of the story's two fell: "a Kenyan soldier was killed in a clash"."""
        fallen, own = {t.code for t in targets}, self.parties.story.pair
        if own is None or len(fallen) != 1 or not fallen <= {*own}:
            return []
        if not any(inner.lemma in _FIGHTS for _, inner in prepositions(token, {"in", "during"})):
            return []
        code = next(c for c in own if c not in fallen)
        return [Party(code, None, token.idx, token.idx)]

    def _doer(self, token: Token, targets: list[Party]) -> list[Party]:
        """Whose agreement it is that was "signed with Nepal": the subject of the main clause."""
        if len(targets) != 1 or token.dep != "acl":
            return []
        verb = next((a for a in token.ancestors if a.pos in {"VERB", "AUX"}), None)
        if verb is None:
            return []
        found, _, passive = self.roles.actors(verb)
        return [p for p in found if p.code and p.code != targets[0].code and not passive and p.kind in STATELY]
