"""Which country a phrase stands for when it acts or is acted upon: a state, its officials and arms, its media, a pronoun."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

from tieline.model import lazy_re as re
from tieline.model.countries import country
from tieline.read.acts.bodies import called_by_country, is_person_of, is_state_run, of_contest
from tieline.read.acts.bystanders import is_beside
from tieline.read.acts.grammar import counted, joined, within
from tieline.read.acts.listed import MEMBERS, Listed
from tieline.read.acts.named import ADJOINED, Party
from tieline.read.acts.pronouns import Pronouns
from tieline.read.names.mentions import Mention
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import (
    ARMED,
    CROWDS,
    DAYS,
    JOINT_BODIES,
    MEDIA_NOUNS,
    OTHER,
    PAIR,
    PEOPLES,
    PRIVATE,
    STATE_NOUNS,
    STATE_RUN,
    is_aircraft,
)

_MANY = frozenset({"dozen", "hundred", "thousand", "score"})
_OFFICES = frozenset(
    {"minister", "president", "premier", "king", "leader", "chancellor", "secretary", "commander", "envoy", "governor"}
)
_HELPERS = frozenset(
    "spokesman spokeswoman spokesperson aide adviser advisor envoy deputy minister secretary chief".split()
)
"""Whoever serves somebody is of his country."""
_COLLEAGUES = frozenset({"colleague", "counterpart", "host", "guest"})
_ABROAD = re.compile(
    r"the (?:ambassador|high commissioner|envoy|consul|attach[eé]|charg[eé] d)|(?:commercial|economic|trade) counsel",
    re.IGNORECASE,
)
_FLOWS = frozenset(
    "trade export import sale investment economy currency market price output goods product oil gas rule law regulation fight dispute "
    "row case tariff duty quota sanction subsidy budget deadline debate".split()
)
"""What an organisation has and is not: "EU trade went down", "WTO rules oblige"."""
_GUARDING = frozenset({"guard", "troop", "force", "patrol"})
"""Who stands at a border is of one of its two countries."""
_ARMS = frozenset(
    "troop force soldier warship ship boat fleet frigate submarine warplane plane jet aircraft bomber fighter helicopter gunboat vessel "
    "artillery missile tank bulldozer drone squadron destroyer cruiser corvette minesweeper battery convoy gunship airman sailor gunner "
    "infantry trawler".split()
)
_BODIES = frozenset(
    "ministry department office bureau agency council committee chamber board court institute secretariat service".split()
)
_FIELD = re.compile(
    r" (?:of|for) (?:the )?(?:[A-Z][\w-]+(?:, (?=[A-Z][\w-]+(?:,| and) )| (?:and |& )?(?=[A-Z])|(?![\w-])))+"
)
"""Behind the name of a body: what it is for, in capitals ("of Foreign Affairs and Trade")."""
_STANDING_BY = frozenset(
    {"ally", "rival", "foe", "enemy", "adversary", "friend", "neighbour", "neighbor", "partner", "backer", "patron"}
)
"""What one country is to another: whose ally it is does not act by it."""
_OFFICIAL = frozenset(
    "government ministry defence defense military diplomatic official presidential palace cabinet".split()
)
"""Whose "sources" speak for a state."""
_ENLISTED = frozenset({"doctor", "surgeon", "nurse", "expert", "driver", "cook", "technician"})
_SERVICES = frozenset({"army", "navy", "military", "government"})
_OFFICIAL_BANKS = frozenset({"central", "reserve", "national", "export", "import", "development", "eximbank"})


class Parties(Listed, Pronouns):
    """Finds parties in one sentence."""

    def of(self, token: Token, *, any_noun: bool = False) -> list[Party]:
        """The parties of a phrase by its head, those joined by "and" included."""
        found: list[Party] = self._of_one_office(token)
        if found:
            return found
        for head in (token, *joined(token)):
            found += self._one(head, any_noun=any_noun)
        return list({(p.code, p.person): p for p in found}.values())

    def _one(self, token: Token, *, any_noun: bool) -> list[Party]:
        if token.pos == "PRON" or token.tag in {"WDT", "WP$"}:
            return self.pronoun(token, any_noun=any_noun)
        if token.text in DAYS:
            named = next((c for c in reversed(token.lefts) if c.dep in {"compound", "nmod", "poss"}), None)
            return self._one(named, any_noun=any_noun) if named is not None else []
        person = next((p for p in self.persons if p.start <= token.idx < p.end), None)
        if person is None and (token.pos == "PROPN" or token.lemma in _COLLEAGUES):
            beside = next((c for c in token.children if c.dep == "appos" and c.i > token.i), None)
            placed = (p for p in self.persons if p.country or token.lemma in _COLLEAGUES)
            person = next((p for p in placed if beside is not None and p.start <= beside.idx < p.end), None)
            if person is not None and beside is not None and token.idx < person.start < beside.left_edge.idx:
                person = None  # "the president of Chad, invited by the premier of Fiji, Ana Vella"
        if person is not None:
            here = self._of_his(token) or self.here() or self.home()
            if here and person.country is None and person.office and _ABROAD.match(person.words):
                here = self.other(here)  # an ambassador where the story is told is the other country's
            return [Party(person.country or here, person.words, person.start, person.end, "person")]
        appositions = {c.idx for c in token.children if c.dep == "appos"} if token.lemma in MEDIA_NOUNS else set()
        for start, end, outlet in self.media:
            if start <= token.idx < end or any(start <= a < end for a in appositions):
                return [Party(outlet.state, self.sentence.text[start:end], start, end, "media")]
        mention = self.named_at(token)
        if mention is not None and (
            mention.use != "adjective" or token.dep not in {"amod", "compound", "nmod", "poss"}
        ):
            return [
                Party(
                    mention.code,
                    None,
                    mention.start,
                    mention.end,
                    "crowd" if _are_people(mention, token) and mention.code not in PEOPLES else "state",
                )
            ]
        served = (self.served(token) or self.titled(token)) if token.pos == "PROPN" else None
        if served is not None:
            return [Party(served, token.text, token.left_edge.idx, token.idx + len(token), "person")]
        if token.pos == "PROPN" and (behind := self._behind_country(token)):
            return behind
        return self._noun(token, any_noun=any_noun)

    def _of_his(self, token: Token) -> str | None:
        """Whose helper somebody is who is told by him alone: "his spokesman Ibrahim Kalin"."""
        whose = next((c for c in token.lefts if c.dep == "poss" and c.lower in {"his", "her"}), None)
        return self.possessor(whose) if whose is not None and token.lemma in _HELPERS else None

    def _behind_country(self, name: Any) -> list[Party]:
        """Who is named behind the country that he or it acts for: "Malaysia's Anwar", "Namibia's power utility NamPower"."""
        owner = next((c for c in name.lefts if c.dep == "poss"), None)
        mention = self.named_at(owner) if owner is not None else None
        if owner is None or mention is None:
            return []
        if is_state_run(name):
            return [Party(mention.code, None, mention.start, name.idx + len(name), "organ")]
        if not called_by_country(name, owner) or of_contest(self.sentence.text):
            return []
        if not is_person_of(self.story.text, name.text):
            return []
        end = name.idx + len(name)
        words = re.sub(r"^['’]s?\s+", "", self.sentence.text[mention.end : end])
        return [Party(mention.code, words, mention.start, end, "person")]

    def _of_one_office(self, token: Token) -> list[Party]:
        """Two who hold the same office, each in one of the two countries: "Foreign ministers Ana Vella and Bo Lind"."""
        offices = [token] if token.tag in {"NNS", "NNPS"} else [c for c in token.children if c.dep == "compound"]
        if not any(o.tag in {"NNS", "NNPS"} and o.lemma in _OFFICES for o in offices) or self.pair is None:
            return []
        if token in offices:  # "ministers" with both names beside it
            token = next((c for c in token.children if c.dep == "appos" and c.pos == "PROPN"), token)
        other = [c for c in token.children if c.dep == "conj" and c.pos == "PROPN"]
        if token.pos != "PROPN" or len(other) != 1 or any(c.dep == "conj" for c in other[0].children):
            return []
        known = [self._known(one) for one in (token, other[0])]
        first, second = self.pair if known[0] != self.pair[1] and known[1] != self.pair[0] else self.pair[::-1]
        if any(code not in {None, *self.pair} for code in known):
            return []
        sides = ((first, token), (second, other[0]))
        return [
            Party(
                code, self.sentence.text[one.left_edge.idx : one.idx + len(one)], one.idx, one.idx + len(one), "person"
            )
            for code, one in sides
        ]

    def _known(self, token: Token) -> str | None:
        person = next((p for p in self.persons if p.start <= token.idx < p.end), None)
        return person.country if person is not None else None

    def _noun(self, token: Token, *, any_noun: bool) -> list[Party]:
        text, left = self.sentence.text, token.left_edge
        start, end = left.idx, token.idx + len(token)
        lemma = token.lemma if token.tag != "NNPS" else token.lower.removesuffix("s")
        known = (
            self._of_member(token) or self.several(token) or self.half_named(token, start, end) or self.listed(token)
        )
        if known:
            return known
        both = PAIR.match(text, start)
        if (
            both
            and not self._of_one_country(start, end)
            and (both.end() >= end or (lemma in STATE_NOUNS and not self.some_of(token, both)))
        ):
            return self.both(start, end)
        if lemma in JOINT_BODIES and any(t.lower in {"joint", "bilateral", "intergovernmental"} for t in token.lefts):
            return self.both(start, end)
        hyphened = self._hyphened_body(token) if lemma in JOINT_BODIES else []
        if hyphened:
            return hyphened
        inner = counted(token)
        if inner is not None:
            found = self.of(inner, any_noun=any_noun)
            people = lemma in _MANY  # "hundreds of Vietnamese"
            return [replace(p, kind="crowd") if people and p.kind == "state" else p for p in found]
        kind = "organ" if is_aircraft(token.text) else _kind(lemma)
        if _lends_officially(token) and (lemma == "bank" or self.owners(token)):
            kind = "organ"
        if lemma in MEDIA_NOUNS and any(t.lower in STATE_RUN for t in token.doc[left.i : token.i]):
            kind = "media"
        if kind in {"other", "private"} and (lemma in OTHER or _speaks_officially(token) or is_state_run(token)):
            kind = "organ"
        if lemma in _STANDING_BY and token.tag in {"NNS", "NNPS", "NN"} and (self.owners(token) or _is_ones_own(left)):
            return self._called(token)
        owners = self.owners(token) or self.led_by(token) or self.heads(token)
        owners = owners or (self._of_person(token) if kind == "organ" else [])
        if owners:
            return self._owned(token, owners, kind, any_noun=any_noun)
        described = self.described(token) if kind == "organ" and left.lower == "the" else None
        if described is not None:
            return [Party(described, None, start, end)]
        at_border = lemma in _GUARDING and any(c.lower == "border" for c in token.lefts)
        if kind in {"organ", "armed"} and (lemma in OTHER or at_border or _is_of_many(token)):
            return [] if _is_of_many(token) else [Party(None, text[start:end], start, end, "organ")]
        if kind == "organ" and (left.lower in {"the", "its", "his", "her", "their"} or token.tag in {"NNP", "NNPS"}):
            possessive = _is_ones_own(left)
            code = self.possessor(left) if possessive else self.named_before(token)
            return [Party(code, text[start:end], start, end, kind)]
        return []

    def _of_one_country(self, start: int, end: int) -> bool:
        """As in "two Indian ministers": not one of each of two countries."""
        return (
            len({m.code for m in self.named if start <= m.start < end and m.use in {"adjective", "abbreviation"}}) == 1
        )

    def _hyphened_body(self, token: Token) -> list[Party]:
        """Both countries of a body that has their names: "the Peru-Chile border committee"."""
        left = [m for m in self.named if token.left_edge.idx <= m.start < token.idx]
        joined_up = [
            (a, b)
            for a, b in pairwise(left)
            if self.sentence.text[a.end : b.start] in {"-", "–", "—"} and a.code != b.code
        ]
        return [Party(m.code, None, m.start, m.end) for m in joined_up[0]] if len(joined_up) == 1 else []

    def _owned(self, token: Token, owners: list[str], kind: str, *, any_noun: bool) -> list[Party]:
        """What belongs to countries, as far as it may act; members of an organisation and its trade do not act for it."""
        bodies = [country(owner).kind == "organisation" for owner in owners]
        if token.lemma in MEMBERS and any(bodies):
            beside = self._named_beside(token)
            return self.of(beside) if beside is not None else []  # "EU member Poland", "four more EU members"
        if kind in {"other", "private", "crowd"} and token.lemma not in _FLOWS and all(bodies):
            kind = "organ"
        if kind == "other" and not any_noun:
            return []
        start, end = token.left_edge.idx, self._with_its_field(token)
        words = self.sentence.text[start:end] if kind in {"organ", "media"} and not _is_nobody(token) else None
        return [Party(owner, words if len(owners) == 1 else None, start, end, kind) for owner in owners]

    def _with_its_field(self, body: Token) -> int:
        """The end of a body's name, with what it is for: "the Kenyan Ministry of Defence", "the US Department of State"."""
        end = body.idx + len(body)
        named = _FIELD.match(self.sentence.text, end) if body.lemma.lower() in _BODIES else None
        return named.end() if named is not None else end

    def _called(self, token: Token) -> list[Party]:
        """Who is called another's ally or rival, not the other: "the UAE is among U.S. allies that back it", "Iran's rival, Oman"."""
        beside = self._named_beside(token)
        if beside is not None:
            return self.of(beside)
        if token.dep != "pobj" or token.head.lower not in {"among", "of"}:
            return []
        verb = next((a for a in token.ancestors if a.pos in {"VERB", "AUX"}), None)
        subject = (
            next((c for c in verb.children if c.dep == "nsubj"), None)
            if verb is not None and verb.lemma == "be"
            else None
        )
        return self.of(subject) if subject is not None and subject.pos == "PROPN" else []

    def _named_beside(self, role: Token) -> Token | None:
        """The country whose name stands behind what it is to another: "Ukraine's neighbour Poland", "Russian ally Belarus"."""
        beside = next((c for c in role.children if c.dep == "appos" and self.named_at(c) is not None), None)
        after = role.doc[role.i + 1 : role.i + 2]
        right = next((t for t in after if t.pos == "PROPN" and (m := self.named_at(t)) and m.use == "name"), None)
        if beside is not None or right is None:
            return beside
        named = self.named_at(right)
        inside = [t for t in role.doc[right.i :] if named is not None and t.idx < named.end]
        return inside[-1]

    def _of_member(self, token: Token) -> list[Party]:
        """A country that is called a member of something: "EU and NATO member Poland"."""
        beside = self._named_beside(token) if token.lemma in MEMBERS else None
        return self.of(beside) if beside is not None else []

    def _of_person(self, token: Token) -> list[str]:
        """The country of the person whose office or envoy it is: "Vella's office"."""
        owner = next((c for c in token.children if c.dep == "poss" and c.pos == "PROPN"), None)
        person = next((p for p in self.persons if owner is not None and p.start <= owner.idx < p.end), None)
        return [person.country] if person is not None and person.country else []

    def inside(self, token: Token, *, without: set[str | None] | None = None) -> list[Party]:
        """The countries anywhere in a phrase, relative clauses aside, by name, by person, or by pronoun."""
        skip = without or set()
        found: list[Party] = []
        for inner in within(token):
            mention = self.named_at(inner)
            if mention is not None and ADJOINED.match(self.sentence.text, mention.end):
                continue
            person = next((p for p in self.persons if p.start <= inner.idx < p.end), None)
            code = mention.code if mention else person.country if person else None
            if mention is not None and (_is_of_one_beside(inner) or is_beside(token, inner, mention)):
                continue  # "imploring India's neighbours"
            one = inner.tag != "NNS" and inner.lemma in {"country", "nation"}
            if code is None and one and inner.dep == "poss" and len(skip) == 1:
                code = (
                    self.other_of_all(skip) if inner.left_edge.lower == "the" else None
                )  # "praised the country's help"
            if code is None and inner.lower in {"its", "their"} and inner.dep == "poss":
                beyond = inner.head.lemma in {"neighbour", "neighbor"}  # "barred its neighbour's flour"
                code = self.other_of_all(skip) if beyond else self.owner_before(inner, skip)
            if code and code not in skip and all(p.code != code for p in found):
                a, b = (mention.start, mention.end) if mention else (inner.idx, inner.idx + len(inner))
                found.append(Party(code, None, a, b))
        return found


def _is_nobody(token: Token) -> bool:
    """Arms and men who are no person and no body that speaks ("warplanes", "troops"), or those that a question counts ("how many diplomats")."""
    asked = token.left_edge.tag in {"WRB", "WDT", "WP"}
    return asked or (token.tag in {"NNS", "NN"} and (token.lemma in _ARMS or is_aircraft(token.text)))


def _is_of_one_beside(name: Any) -> bool:
    """A country's name that tells whose neighbour or ally somebody else is."""
    role = name.head
    return name.dep in {"poss", "amod", "compound"} and role.i > name.i and role.lemma in _STANDING_BY


def _are_people(mention: Mention, token: Token) -> bool:
    """People, not their state: "the Kenyans", "some 5,000 Japanese"."""
    return mention.use == "demonym" or (mention.use == "adjective" and any(c.dep == "nummod" for c in token.children))


def _lends_officially(token: Token) -> bool:
    """A bank or a fund of a state: "the central bank", "the Kuwait Fund for Development"."""
    if token.lemma == "fund":
        return any(t.lower in {"development", "sovereign"} for t in token.subtree)
    return token.lemma == "bank" and any(t.lower in _OFFICIAL_BANKS for t in token.doc[token.left_edge.i : token.i])


def _speaks_officially(token: Token) -> bool:
    """Who is not named but stands for a state: "government sources", "army doctors"."""
    left = {t.lower for t in token.lefts}
    return (token.lemma == "source" and bool(left & _OFFICIAL)) or (token.lemma in _ENLISTED and bool(left & _SERVICES))


def _kind(lemma: str) -> str:
    if lemma in ARMED:
        return "armed"
    if lemma in STATE_NOUNS and lemma not in {"man", "bank", "board"}:
        return "organ"
    if lemma in CROWDS:
        return "crowd"
    return "private" if lemma in PRIVATE else "other"


def _is_ones_own(word: Token) -> bool:
    """A word that says whose something is without a name: "its", "their"."""
    return word.lower in {"its", "his", "her", "their"} and word.dep == "poss"


def _is_of_many(token: Token) -> bool:
    """Those of more states than the two that are spoken of: "the leaders of Gulf states", "ministers from ten countries"."""
    if token.tag not in {"NNS", "NNPS"}:
        return False
    behind = (o for c in token.children if c.lower in {"of", "from"} for o in c.children)
    return any(o.tag == "NNS" and o.lemma in MEMBERS and o.left_edge.lower not in _BOTH for o in behind)


_BOTH = frozenset({"the", "both", "two", "these", "their", "our"})
