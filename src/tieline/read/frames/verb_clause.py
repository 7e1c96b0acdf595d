"""The clause of a verb of trade: its subject, its object, the countries round it, and what its figures are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.phrase import Near, look_round, object_of
from tieline.read.frames.senses import more_of_goods
from tieline.read.frames.subjects import (
    country_of_phrase,
    named_before,
    named_before_aside,
    named_right_before,
    shares_verb,
    subject_of,
)
from tieline.read.names.bodies import body_at
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.story.memory import Memory, described_country, facing
from tieline.read.syntax.tokens import Token
from tieline.read.words.trade import MORE_OR_LESS, words

CARGO = words("good shipment product export cargo supply delivery consignment")
"""What "reaches" a country when it is exported."""
NEAR_OBJECT = 8
NEAR_PLACE = 40


@dataclass(frozen=True, slots=True)
class VerbClause:
    """A verb with its subject, its object, and the countries round it; `who` is the subject's country."""

    sentence: Sentence
    token: Token
    near: Near
    subject: Token
    passive: bool
    who: str | None
    object: Any
    memory: Memory

    @property
    def agent(self) -> str | None:
        """The country behind "by"."""
        for child in self.token.children:
            named = object_of(child) if child.dep == "agent" else None
            if named is not None and (mention := self.sentence.mention_at(named)):
                return mention.code
            if named is not None and (body := body_at(self.sentence.text, named.idx)):
                return body
        return None

    @property
    def object_country(self) -> str | None:
        """The country that the object names ("supplied Japan")."""
        mention = self.sentence.mention_at(self.object) if self.object is not None else None
        return mention.code if mention else None

    @property
    def matter(self) -> Token | None:
        """The word for what is traded: the object, the subject of a passive, the noun of "the oil that it sold"."""
        relative = (
            self.token.dep == "relcl"
            and not self.passive
            and (self.object is None or self.object.pos == "PRON")
            and self.token.head.pos in {"NOUN", "PROPN"}
            and self.token.head != self.subject
        )
        if relative:
            return self.token.head
        return self.subject if self.passive else self.object


@dataclass(frozen=True, slots=True)
class VerbRoles:
    """Reporter, partner, the preposition of a partner, the word for what is traded, and the indicator where the clause tells it."""

    reporter: str | None
    partner: str | None
    prep: str | None = None
    matter: Any = None
    indicator: Indicator | None = None


def verb_clause_of(sentence: Sentence, token: Token, memory: Memory) -> VerbClause:
    """The clause of a verb, with its subject and the countries round it."""
    subject, passive = subject_of(token)
    who = country_of_phrase(sentence, subject, memory)
    hangs_on = token.dep in {"pcomp", "relcl", "xcomp", "acl", "advcl"} and not passive
    if who is None and hangs_on and (subject is None or subject.pos == "PRON"):
        who = named_before(sentence, token)
    if who is None and subject is None and not passive and token.tag != "VBN":
        who = named_right_before(sentence, token)
    if who is None and token.tag in {"VBN", "VBD"}:
        who = named_before_aside(sentence, token)
    named = next((c for c in token.children if c.dep in {"dobj", "dative", "oprd"}), None)
    near = look_round(sentence, token)
    for prep, found in near.by_prep.items():  # "invested 300 million in the country and the UAE 220 million"
        near.by_prep[prep] = [m for m in found if not shares_verb(sentence, m)]
    if not near.by_prep.get("in") and (place := _place_where(sentence, token)) is not None:
        near.by_prep["in"] = [place]
        if who == place.code:  # of "they" who is named before
            who = next((m.code for m in sentence.mentions if m.end < place.start and m.code != place.code), None)
    return VerbClause(sentence, token, near, subject, passive, who, named, memory)


def _place_where(sentence: Sentence, token: Token) -> Mention | None:
    """As in "a port in Togo, where Chinese firms invested 300 million": the country that "where" stands for."""
    where = next((c for c in token.children if c.lower == "where" and c.i < token.i), None)
    if where is None:
        return None
    return next((m for m in sentence.mentions if _JOINS.fullmatch(sentence.text, m.end, where.idx)), None)


_JOINS = re.compile(r",?\s+")
_SO_MUCH = frozenset({"few", "little", "many", "much"})


def compares_amounts(token: Token) -> bool:
    """As in "has been buying fewer soybeans", "sold more", "never bought so little", "buys twice as much": which way a flow goes, without a figure."""
    return any(
        (word.lower in MORE_OR_LESS or (word.lower in _SO_MUCH and any(c.lower in {"so", "as"} for c in word.children)))
        and (
            word.head.i == token.i
            or word.head.dep in {"dobj", "nsubjpass"}
            or (word.head.dep == "amod" and word.head.head.dep == "dobj")
        )
        for word in token.subtree
        if 0 <= word.i - token.i <= NEAR_OBJECT or (word.head.dep == "nsubjpass" and word.head.head.i == token.i)
    )


def moved_goods(clause: VerbClause) -> bool:
    """As in "is sending fewer cars to Chad", "got less pork from it": more or less of a good, without a figure."""
    return compares_amounts(clause.token) and more_of_goods(clause.sentence, clause.token.idx)


def is_share(sentence: Sentence, figure: Figure) -> bool:
    """As in "took 6 per cent of all exports"."""
    return figure.kind == "percent" and re.match(r"\s+of\b|[.,;]|$", sentence.text[figure.end :]) is not None


PRONOUNS = frozenset({"it", "them"})


def pronoun_behind(clause: VerbClause, prep: str) -> str | None:
    """As in "bought $480 million worth of goods from it": the one that faces the subject."""
    for word in clause.token.doc[clause.token.i + 1 : clause.token.i + _REACH]:
        if word.lower in PRONOUNS and word.i > 0 and word.nbor(-1).lower == prep:
            return facing(clause.memory, clause.sentence, clause.who) if clause.who else None
    return None


_REACH = 14
"""Words behind a verb in which a pronoun may stand for its partner."""


def counts_people(clause: VerbClause) -> bool:
    """The sentence counts people."""
    return any(f.kind == "quantity" and f.unit == "people" for f in clause.sentence.figures)


def described_behind(clause: VerbClause, *preps: str) -> str | None:
    """As in "spent 870 million on tomatoes from the kingdom"."""
    flow = clause.memory.flow
    who = clause.who
    if who is None and flow is not None and clause.passive and clause.near.described == "to":
        who = flow.reporter if flow.indicator == "exports" else flow.partner  # "consoles shipped to the country"
    if clause.near.described not in preps or who is None:
        return None
    sells = clause.near.described == "from"
    return described_country(
        clause.near.description, who, clause.memory, clause.sentence, clause.token.idx, sells=sells
    )


def counts_first(clause: VerbClause) -> bool:
    """As in "pumped 30 million cubic metres to Brazil, earning $5 billion": the first figure behind the verb is of goods."""
    begin = clause.token.idx + len(clause.token)
    first = next((f for f in clause.sentence.figures if f.start >= begin), None)
    return first is not None and first.kind == "quantity"


def has_money(clause: VerbClause) -> bool:
    """The sentence has a sum of money."""
    return any(f.kind == "money" for f in clause.sentence.figures)
