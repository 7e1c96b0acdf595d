"""Frames of verbs: who sold, bought, lent or owed what to whom.

Each indicator, and each verb of its own kind, has a small function of the clause; `_BY_LEMMA` and `_BY_INDICATOR` are
the tables of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from tieline.model.money import COUNTED
from tieline.model.vocabulary import Indicator
from tieline.read.figures import Figure
from tieline.read.frame_memory import FLOWS, Frame, Memory, described_country, facing, other_of
from tieline.read.frame_phrase import IN_ALL, Near, look_round, object_of
from tieline.read.frame_subjects import country_of_phrase, named_before, shares_verb, subject_of
from tieline.read.goods import Good, good_of_phrase, goods_in
from tieline.read.lexicon import CONDITIONAL_VERBS, MORE_OR_LESS, NOUN_ANCHORS, VERB_ANCHORS, words
from tieline.read.story import Sentence
from tieline.read.trade_senses import FIRMS, GOODS_FOR_GOODS, NO_TAKING

_PAYING = words("pay give present provide grant absorb pour plough pump")
"""Verbs of trade only beside a sum or a quantity."""
_FLOWS_THEMSELVES = words("trade turnover export import deficit surplus gap investment commerce tourism")
"""What is brought to a level is no cargo: "to bring trade to 2 billion"."""
_GIVING = words("give present provide grant")
_YIELDING = words("bring earn fetch yield generate net")
_SECURITIES = words(
    "share stock bond note debenture security stake warrant eurobond treasury bill certificate futures option equity unit subsidiary division company business operation interest holding refinery airline hotel bank"
)
"""What is sold on an exchange, or with a firm, and is no trade between countries."""
_CARGO = words("good shipment product export cargo supply delivery consignment")
"""What "reaches" a country when it is exported."""
_NEAR_OBJECT = 8
_NEAR_PLACE = 40
_NEAR_SUM = 26


@dataclass(frozen=True, slots=True)
class _Clause:
    """A verb with its subject, its object, and the countries round it; `who` is the subject's country."""

    sentence: Sentence
    token: Any
    near: Near
    subject: Any
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
        return None

    @property
    def object_country(self) -> str | None:
        """The country that the object names ("supplied Japan")."""
        mention = self.sentence.mention_at(self.object) if self.object is not None else None
        return mention.code if mention else None

    @property
    def matter(self) -> Any:
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
class _Roles:
    """Reporter, partner, the preposition of a partner, and the word for what is traded."""

    reporter: str | None
    partner: str | None
    prep: str | None = None
    matter: Any = None


def verb_frame(sentence: Sentence, token: Any, goods: list[Good], memory: Memory) -> Frame | None:
    """The frame of a verb of trade; None where it means something else."""
    lemma = token.lemma
    clause = _clause_of(sentence, token, memory)
    indicator = VERB_ANCHORS[lemma]
    if lemma == "pump" and not _has_money(clause):
        indicator = "exports"
    if lemma == "bring" and _takes_in(clause) is not None and _brings_in(clause) is None:
        indicator = "imports"
    if lemma in _YIELDING and clause.subject is not None and NOUN_ANCHORS.get(clause.subject.lemma) in FLOWS:
        return None  # "exports brought in 148 mln dlrs": the sum is that of the noun
    if lemma == "spend" and _spent_by_visitors(clause):
        indicator = "tourism"
    if lemma == "send" and _sends_goods(clause):
        indicator, lemma = "exports", "ship"
    roles = (_BY_LEMMA.get(lemma) or _BY_INDICATOR[indicator])(clause)
    if roles is None:
        return None
    if roles.matter is not None and roles.matter.lemma in _SECURITIES:
        return None
    if lemma in CONDITIONAL_VERBS and clause.object is not None and clause.object.lemma in _FLOWS_THEMSELVES:
        return None
    partner = roles.partner if roles.partner != roles.reporter else None
    if not _means_trade(lemma, sentence, token, roles.reporter, partner):
        return None
    begins = clause.subject is not None and clause.subject.i < token.i
    return Frame(
        token,
        indicator,
        roles.reporter,
        partner,
        _good_of_verb(sentence, roles.matter, goods),
        start=clause.subject.left_edge.idx if begins else token.idx,
        end=max(clause.near.end, token.idx + len(token)),
        verb=True,
        whole=clause.near.whole or IN_ALL.match(sentence.text[: clause.subject.left_edge.idx]) is not None
        if begins
        else False,
        weak=lemma in CONDITIONAL_VERBS,
        partner_prep=roles.prep,
    )


def _clause_of(sentence: Sentence, token: Any, memory: Memory) -> _Clause:
    subject, passive = subject_of(token)
    who = country_of_phrase(sentence, subject, memory)
    hangs_on = token.dep in {"pcomp", "relcl", "xcomp", "acl", "advcl"} and not passive
    if who is None and hangs_on and (subject is None or subject.pos == "PRON"):
        who = named_before(sentence, token)
    named = next((c for c in token.children if c.dep in {"dobj", "dative", "oprd"}), None)
    return _Clause(sentence, token, look_round(sentence, token), subject, passive, who, named, memory)


def _means_trade(lemma: str, sentence: Sentence, token: Any, reporter: str | None, partner: str | None) -> bool:
    """A verb of many senses needs a country and a figure beside it, a payment a sum, a debt both sides."""
    if lemma in {"owe", "lend"} and not (reporter and partner):
        return False
    if lemma == "exchange" and not GOODS_FOR_GOODS.search(sentence.text, token.idx):
        return False
    if lemma == "take" and NO_TAKING.match(sentence.text, token.idx + len(token)):
        return False
    if lemma == "pay" and partner is None and not re.search(r"\bfor\b", sentence.text):
        return False
    if lemma in _PAYING and not any(
        f.kind in {"money", "quantity"} or (lemma not in _GIVING and _is_share(sentence, f)) for f in sentence.figures
    ):
        return False
    if lemma in CONDITIONAL_VERBS and lemma != "reach":
        return bool((reporter or partner) and (sentence.figures or (reporter and partner and compares_amounts(token))))
    return True


def compares_amounts(token: Any) -> bool:
    """As in "has been buying fewer soybeans", "sold more": which way a flow goes, without a figure."""
    return any(
        word.lower in MORE_OR_LESS and (word.head.i == token.i or word.head.dep in {"dobj", "nsubjpass"})
        for word in token.subtree
        if 0 <= word.i - token.i <= _NEAR_OBJECT
    )


def _is_share(sentence: Sentence, figure: Figure) -> bool:
    """As in "took 6 per cent of all exports"."""
    return figure.kind == "percent" and re.match(r"\s+of\b|[.,;]|$", sentence.text[figure.end :]) is not None


def _exports(clause: _Clause) -> _Roles:
    near, reporter, matter = clause.near, clause.who, clause.matter
    if clause.passive:
        reporter = near.first("by") or clause.agent or near.first("from") or clause.who
    partner = near.first("to", "into", "in") or _pronoun_behind(clause, "to") or _described_behind(clause, "to", "into")
    if partner is None and reporter and any(c.dep == "dative" and c.lower in _PRONOUNS for c in clause.token.children):
        partner = facing(clause.memory, clause.sentence, reporter)
    if partner is None and _abroad(clause):
        partner = "WLD"
    if partner is None and clause.object_country:
        partner = clause.object_country
        matter = next((c for c in clause.token.children if c.dep == "dobj" and c != clause.object), None)
    return _Roles(reporter, partner, "to", matter)


def _abroad(clause: _Clause) -> bool:
    """As in "sold 32 million tons of coal abroad"; "the lithium that Korea bought abroad" may have come from one country."""
    if clause.token.dep in {"relcl", "acl", "pcomp"}:
        return False
    begin = clause.token.idx + len(clause.token)
    found = re.match(r"(?:[^.;]|\.(?=\d)){0,80}?\b(?:abroad|overseas)\b", clause.sentence.text[begin:])
    return found is not None and not any(begin <= m.start < begin + found.end() for m in clause.sentence.mentions)


def _sends_goods(clause: _Clause) -> bool:
    """As in "sent it 22 million cubic metres a day": a cargo, and neither money nor people."""
    home = any(t.lower in {"home", "back"} for t in clause.token.children)
    behind = [f for f in clause.sentence.figures if f.start > clause.token.idx]
    counted = any(f.kind == "quantity" and f.unit in _CARGO_UNITS for f in behind)
    worth = any(f.kind == "money" for f in behind) and any(
        clause.token.idx < g.start < behind[0].start for g in goods_in(clause.sentence)
    )
    return (counted or worth) and not home


_CARGO_UNITS = frozenset({"t", "bbl", "m3", "cubic feet", "kWh", "MW", "litres", "kg", "TEU", "bags"})


def _reach(clause: _Clause) -> _Roles | None:
    """As in "shipments that reached Japan"."""
    if clause.object_country is None or clause.subject is None:
        return None
    noun = clause.subject
    if noun.lower in {"that", "which"} and noun.head.dep == "relcl":
        noun = noun.head.head
    if noun.lemma not in _CARGO:
        return None
    return _Roles(clause.who or country_of_phrase(clause.sentence, noun, clause.memory), clause.object_country)


def _imports(clause: _Clause) -> _Roles:
    reporter, partner = (
        clause.who,
        clause.near.first("from") or _pronoun_behind(clause, "from") or _described_behind(clause, "from"),
    )
    if clause.passive:
        reporter = clause.near.first("by") or clause.agent
        partner = partner or (clause.who if clause.who != reporter else None)
    if partner is None and _abroad(clause):
        partner = "WLD"
    if partner is None and clause.object is not None:
        span = [t.idx for t in clause.object.subtree if t.i - clause.object.i < _NEAR_OBJECT]
        inside = (m for m in clause.sentence.mentions if span[0] <= m.start <= span[-1])
        joined = {t.idx for t in clause.object.subtree if t.dep == "conj"}
        named = (
            m.code
            for m in inside
            if m.code != reporter
            and not shares_verb(clause.sentence, m)
            and not any(m.start <= at < m.end for at in joined)
        )
        partner = next(named, None)
    return _Roles(reporter, partner, "from", clause.matter)


_PRONOUNS = frozenset({"it", "them"})


def _pronoun_behind(clause: _Clause, prep: str) -> str | None:
    """As in "bought $480 million worth of goods from it": the one that faces the subject."""
    for word in clause.token.doc[clause.token.i + 1 : clause.token.i + _REACH]:
        if word.lower in _PRONOUNS and word.i > 0 and word.nbor(-1).lower == prep:
            return facing(clause.memory, clause.sentence, clause.who) if clause.who else None
    return None


_REACH = 14
"""Words behind a verb in which a pronoun may stand for its partner."""


def _trade(clause: _Clause) -> _Roles:
    both = clause.near.by_prep.get("between", [])
    if clause.passive and len(both) > 1:  # "goods worth 174 mln dlrs were traded between A and B"
        return _Roles(both[0].code, both[1].code, "between")
    return _Roles(clause.who, clause.near.first("with"), "with", clause.matter)


def _gift(clause: _Clause) -> _Roles | None:
    behind = clause.token.idx + len(clause.token)
    if clause.token.lemma == "provide" and re.match(r"\s+for\b", clause.sentence.text[behind:]):
        return None
    if clause.passive:
        giver = clause.near.first("by", "from") or clause.agent
        if clause.token.lemma == "invest":
            return _Roles(giver, clause.near.first("in", "into") or _invested_in(clause), "in")
        return _Roles(giver, clause.near.first("to", "for"), "to") if giver else None
    return _Roles(clause.who, clause.near.first("in", "into", "to", "for") or clause.object_country, "to")


def _invested_in(clause: _Clause) -> str | None:
    """As in "was invested in the economy of Kazakhstan"."""
    behind = [m for m in clause.sentence.mentions if 0 < m.start - clause.token.idx < _NEAR_PLACE]
    return behind[0].code if behind else None


def _owe(clause: _Clause) -> _Roles:
    """Who lent reports: "B owes A 2 bln dlrs" is a loan of A to B."""
    if clause.passive:  # "American banks are owed 22 billion"
        debtor = clause.near.first("by") or clause.agent
        return _Roles(
            clause.who, debtor or (facing(clause.memory, clause.sentence, clause.who) if clause.who else None)
        )
    owed = (clause.sentence.mention_at(c) for c in clause.token.children if c.dep in {"dobj", "dative"})
    lender = clause.near.first("in", "into", "to", "for") or next((m.code for m in owed if m is not None), None)
    if lender is None and clause.object is not None and any(c.lower in _FOREIGN for c in clause.object.children):
        lender = "WLD"
    return _Roles(lender, clause.who, "to")


_FOREIGN = frozenset({"foreign", "western", "international", "overseas", "commercial"})


def _counts_people(clause: _Clause) -> bool:
    return any(f.kind == "quantity" and f.unit == "people" for f in clause.sentence.figures)


def _tourism(clause: _Clause) -> _Roles | None:
    if not _counts_people(clause):
        return None
    behind = next((m.code for m in clause.sentence.mentions if m.start > clause.token.idx), None)
    anybody = "WLD" if clause.object is not None and clause.object.lemma in _VISITORS else None
    described = clause.subject is not None and clause.sentence.mention_at(clause.subject) is None
    host = clause.memory.host if described else None
    return _Roles(host or clause.who, clause.near.first("from") or behind or anybody)


def _visit(clause: _Clause) -> _Roles | None:
    return _Roles(clause.object_country, clause.who) if _counts_people(clause) else None


def _travel(clause: _Clause) -> _Roles | None:
    """As in "471,000 Thais travelled to Japan"."""
    return _Roles(clause.near.first("to"), clause.who, "to") if _counts_people(clause) else None


def _lift(clause: _Clause) -> _Roles | None:
    """As in "the United States lifted 505,000 bpd": oil is lifted, and so is a ban, a duty or a limit."""
    oil = any(
        f.kind == "quantity" and f.unit in {"bbl", "t"} and f.start > clause.token.idx for f in clause.sentence.figures
    )
    return _imports(clause) if oil and (clause.object is None or clause.object.lemma not in _LIFTED) else None


_LIFTED = words(
    "ban tariff duty sanction restriction limit quota target output production ceiling price embargo curb export import"
)


def _tariff(clause: _Clause) -> _Roles:
    return _Roles(clause.who, clause.near.first("on", "against", "from"), "on", clause.matter)


def _consumption(clause: _Clause) -> _Roles:
    return _Roles(clause.who, clause.near.first("from"), None, clause.matter)


_RESIDENTS = words("worker migrant expatriate emigrant labourer national citizen compatriot they those")


def _of_firms(clause: _Clause) -> _Roles | None:
    """As in "Chinese investors registered $1.3 billion in the country", "Kenyan firms have put $1.7 billion into Tanzania"."""
    if clause.subject is None or clause.subject.lemma not in FIRMS or not _has_money(clause):
        return None
    last = clause.memory.frame
    host = last.partner if last is not None and last.indicator == "investment" else None
    return _Roles(clause.who, clause.near.first("in", "into", "for") or host, "in")


def _spend(clause: _Clause) -> _Roles | None:
    """As in "spending $35 billion on Chinese goods"."""
    if _spent_by_visitors(clause):
        return _Roles(clause.memory.host or clause.near.first("in"), clause.who or "WLD")
    on = next((object_of(c) for c in clause.token.children if c.dep == "prep" and c.lower == "on"), None)
    flow = clause.memory.flow
    if (
        on is None
        and flow is not None
        and flow.indicator == "imports"
        and flow.reporter == clause.who
        and _has_money(clause)
    ):
        return _Roles(clause.who, flow.partner, "from")  # "India had spent 3.6 billion euro in September"
    known = on is not None and any(g.start <= on.idx < g.end for g in goods_in(clause.sentence))
    if on is None or (on.lemma not in _CARGO | {"import", "ware"} and not known) or not _has_money(clause):
        return None
    seller = next((m.code for m in clause.sentence.mentions if on.left_edge.idx <= m.start < on.idx), None)
    seller = seller or clause.near.first("from") or _described_behind(clause, "from")
    matter = on if known else None
    return _Roles(clause.who, seller, "from", matter) if seller is not None and seller != clause.who else None


def _spent_by_visitors(clause: _Clause) -> bool:
    """As in "Americans spent about 3.69 billion" in a story about travellers: what they left in the country they came to."""
    if not clause.sentence.of_travel or clause.subject is None or clause.passive or not _has_money(clause):
        return False
    people = clause.sentence.mention_at(clause.subject)
    return clause.subject.lemma in _VISITORS or (people is not None and people.use in {"demonym", "adjective"})


_VISITORS = words("tourist visitor traveller traveler guest holidaymaker arrival")


def _described_behind(clause: _Clause, *preps: str) -> str | None:
    """As in "spent 870 million on tomatoes from the kingdom"."""
    if clause.near.described not in preps or clause.who is None:
        return None
    sells = clause.near.described == "from"
    return described_country(
        clause.near.description, clause.who, clause.memory, clause.sentence, clause.token.idx, sells=sells
    )


def _hand(clause: _Clause) -> _Roles | None:
    """As in "handed over 20 tons of rice to the Myanmar Red Cross"."""
    behind = clause.token.idx + len(clause.token)
    if re.match(r"\s+over\b", clause.sentence.text[behind:]) is None or clause.passive:
        return None
    return _Roles(clause.who, clause.near.first("to"), "to", clause.object)


def _send_home(clause: _Clause) -> _Roles | None:
    """Remittances: "Ethiopian workers in the Emirates sent home $600m"; the reporter is where the money comes from."""
    home = any(t.lower in {"home", "back"} for t in clause.token.children) or clause.token.lemma == "remit"
    by = clause.passive or any(c.dep == "agent" for c in clause.token.children)
    if by and home and clause.subject is not None and clause.subject.lemma in _MONEY:
        return _sent_home_by(clause)
    if not home or not _has_money(clause) or clause.subject is None:
        return None
    people = clause.sentence.mention_at(clause.subject)
    if clause.subject.lemma not in _RESIDENTS and (people is None or people.use != "demonym"):
        return None
    host = next((m.code for m in clause.sentence.mentions if clause.subject.idx < m.start < clause.token.idx), None)
    origin = next((m.code for m in clause.sentence.mentions if m.end <= clause.subject.idx), None)
    origin = people.code if people is not None else origin
    pair = clause.memory.pair
    if origin is None and pair and host is not None:  # "those who live in Spain": as those spoken of before
        last = clause.memory.frame
        origin = (
            last.partner
            if last is not None and last.indicator == "other"
            else other_of(pair, host)
            if host in pair
            else None
        )
    if origin and host is None and pair and origin in pair:
        host = other_of(pair, origin)
    return _Roles(host, origin)


_MONEY = words("money fund cash sum amount saving remittance")


def _sent_home_by(clause: _Clause) -> _Roles | None:
    """As in "money sent home by Hondurans in the United States jumped 25 pct"."""
    behind = [m for m in clause.sentence.mentions if 0 < m.start - clause.token.idx < _NEAR_PLACE * 2]
    origin = next((m.code for m in behind if m.use in {"demonym", "adjective"}), None)
    host = clause.near.first("from", "in") or next((m.code for m in behind if m.code != origin), None)
    pair = clause.memory.pair
    if origin is None and host is not None and pair and host in pair:
        origin = other_of(pair, host)
    return _Roles(host, origin) if host != origin else None


def _brings_in(clause: _Clause) -> _Roles | None:
    """As in "Dragon fruit alone brought home $612 million": what was sold is the subject, and the flow the story's last."""
    flow = clause.memory.flow
    if clause.passive or clause.subject is None or flow is None or not _has_money(clause):
        return None
    earned = clause.object_country
    if earned is not None and clause.who is None:  # "tea earned Kenya 138 billion"
        buyer = other_of((str(flow.reporter), str(flow.partner)), earned) if earned in flow.pair else None
        total = re.search(r"\b(?:in (?:total|all)|overall|altogether)\b", clause.sentence.text[clause.token.idx :])
        return _Roles(earned, "WLD" if total or buyer is None else buyer, None, clause.subject)
    sums = [f.start - clause.token.idx for f in clause.sentence.figures if f.kind == "money"]
    if clause.who is not None or not any(0 < gap < _NEAR_SUM for gap in sums):
        return None
    seller, buyer = (flow.reporter, flow.partner) if flow.indicator == "exports" else (flow.partner, flow.reporter)
    return _Roles(seller, buyer, None, clause.subject)


def _smuggle(clause: _Clause) -> _Roles:
    goods = clause.subject if clause.passive else clause.object
    return _Roles(clause.near.first("from", "out"), clause.near.first("to", "into", "in"), "to", goods)


def _crosses(clause: _Clause) -> _Roles | None:
    """As in "167,000 tonnes of Vietnamese coal left the country", "goods worth 3 billion entered Kenya"."""
    noun = clause.subject
    if (
        noun is None
        or clause.passive
        or not any(f.kind in {"money", "quantity"} and f.unit != "people" for f in clause.sentence.figures)
    ):
        return None
    counted = any(f.kind == "quantity" and f.start <= noun.idx < f.end for f in clause.sentence.figures)
    if not counted and noun.lemma not in _CARGO:
        return None
    place = clause.object_country
    if place is None and (
        clause.object is None or clause.object.lemma not in {"country", "port", "kingdom", "island", "border"}
    ):
        return None
    made = next((m.code for m in clause.sentence.mentions if noun.left_edge.idx <= m.start < clause.token.idx), None)
    here = place or (made if clause.token.lemma == "leave" else None) or clause.who or clause.memory.subject
    if clause.token.lemma == "leave":
        return _Roles(here, clause.near.first("for", "to"), "to", noun)
    return _Roles(here, clause.near.first("from"), "from", noun)


def _takes_in(clause: _Clause) -> _Roles | None:
    """As in "Vietnam took in 3.9 million tonnes of coal", "traders brought in goods from Uganda"."""
    if not any(c.dep == "prt" and c.lower == "in" for c in clause.token.children) or clause.passive:
        return None
    if _EARNS.search(clause.sentence.text, clause.token.idx):
        return None  # "took in 32 million dollars from selling power"
    counted = any(f.kind in {"money", "quantity"} and f.unit != "people" for f in clause.sentence.figures)
    if not counted and not (
        clause.token.dep == "relcl" and any(_is_share(clause.sentence, f) for f in clause.sentence.figures)
    ):
        return None
    return _Roles(clause.who, clause.near.first("from"), "from", clause.matter)


_EARNS = re.compile(
    r"\bin\s[^,;]{3,40}?\s(?:from|by|through)\s+(?:[\w-]+\s+){0,2}?(?:selling|exporting|exports|sales)\b"
)


def _let(clause: _Clause) -> _Roles | None:
    """As in "will let in only 50,000 head of Australian cattle"."""
    behind = clause.sentence.text[clause.token.idx + len(clause.token) :]
    counted = any(f.kind in {"money", "quantity"} and f.unit != "people" for f in clause.sentence.figures)
    if re.match(r"\s+in\b", behind) is None or not counted or clause.passive:
        return None
    seller = next(
        (m.code for m in clause.sentence.mentions if m.start > clause.token.idx and m.use == "adjective"), None
    )
    return _Roles(clause.who, clause.near.first("from") or seller, "from", clause.matter)


def _take(clause: _Clause) -> _Roles | None:
    if _EARNS.search(clause.sentence.text, clause.token.idx):
        return None
    return _takes_in(clause) or _imports(clause)


def _pump(clause: _Clause) -> _Roles | None:
    """Money pumped into a country is invested, gas pumped to it is sold; oil that is only pumped is neither."""
    if clause.near.first("to", "into", "in") is None:
        return None
    return _Roles(clause.who, clause.near.first("to", "into", "in"), "to", clause.object)


def _has_money(clause: _Clause) -> bool:
    return any(f.kind == "money" for f in clause.sentence.figures)


_Read = Callable[[_Clause], _Roles | None]
_BY_LEMMA: Final[Mapping[str, _Read]] = {
    "reach": _reach, "owe": _owe, "visit": _visit, "put": _of_firms, "hold": _of_firms, "own": _of_firms, "register": _of_firms, "commit": _of_firms, "inject": _of_firms,
    "spend": _spend, "hand": _hand, "send": _send_home, "remit": _send_home, "bring": _brings_in, "earn": _brings_in,
    "fetch": _brings_in, "smuggle": _smuggle, "pump": _pump,
    "travel": _travel, "lift": _lift, "leave": _crosses, "enter": _crosses, "take": _take, "let": _let,
}  # fmt: skip
_BY_INDICATOR: Final[Mapping[Indicator, _Read]] = {
    "exports": _exports,
    "imports": _imports,
    "trade": _trade,
    "investment": _gift,
    "debt": _gift,
    "aid": _gift,
    "tourism": _tourism,
    "tariff": _tariff,
    "consumption": _consumption,
}


def _good_of_verb(sentence: Sentence, matter: Any, goods: list[Good]) -> Good | None:
    """The product that the verb's matter names, or the "of" behind it ("2 bln dlrs worth of rice")."""
    if matter is None or sentence.mention_at(matter):
        return None
    good = good_of_phrase(sentence, matter, goods)
    counted = any(c.lower == "worth" for c in matter.subtree) or any(
        f.start <= matter.idx < f.end for f in sentence.figures
    )
    if good is not None and not counted:
        return good
    of = next((c for c in matter.subtree if c.dep == "prep" and c.lower == "of"), None)
    head = object_of(of) if of is not None else None
    if head is None and any(f.start <= matter.idx < f.end and f.unit not in COUNTED for f in sentence.figures):
        return None
    return good if head is None else good_of_phrase(sentence, head, goods)
