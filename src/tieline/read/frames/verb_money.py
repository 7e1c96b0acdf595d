"""Who gave, lent, owed, invested or sent home money, and who went where: the sides of the other verbs."""

from __future__ import annotations

from typing import Any

from tieline.model import lazy_re as re
from tieline.model.money import CARGO
from tieline.read.frames.deposits import bank_behind
from tieline.read.frames.givers import headed
from tieline.read.frames.money_verbs import giver_of, receiver_behind, receiver_led_to, receiver_told
from tieline.read.frames.phrase import DESCRIPTION, IN_ALL, object_of
from tieline.read.frames.senses import FIRMS, GIVEN_SUM, SHARE_OF_ITS
from tieline.read.frames.subjects import country_of_phrase
from tieline.read.frames.verb_clause import NEAR_PLACE, VerbClause, VerbRoles, counts_people, has_money
from tieline.read.frames.verb_goods import VISITORS
from tieline.read.story.memory import described_country, facing, other_of
from tieline.read.words.trade import words


def gift_of(clause: VerbClause) -> VerbRoles | None:
    """As in "Norway gave Malawi 2 million", "was donated by Japan": the giver, the receiver."""
    behind = clause.token.idx + len(clause.token)
    if clause.token.lemma == "provide" and re.match(r"\s+for\b", clause.sentence.text[behind:]):
        return None
    if clause.passive:
        giver = clause.near.first("by", "from") or clause.agent
        if clause.token.lemma == "invest":
            return VerbRoles(giver, clause.near.first("in", "into") or _invested_in(clause), "in")
        return VerbRoles(giver, clause.near.first("to", "for"), "to") if giver else None
    if clause.token.lemma in _SUMS and not _gives_sum(clause):
        return None
    preps = (
        ("with", "in", "at", "into", "to", "for")
        if clause.token.lemma == "deposit"
        else ("in", "into")
        if clause.token.lemma == "invest"
        else ("in", "into", "to", "for")
    )
    giver = giver_of(clause)
    dative = receiver_behind(clause) if clause.token.lemma != "deposit" else None
    receiver = dative or clause.near.first(*preps) or clause.object_country or _whose_donor(clause)
    if clause.token.lemma == "deposit":
        receiver = bank_behind(clause.sentence, clause.token.idx, clause.who) or receiver
    if clause.who is not None:
        receiver = receiver or receiver_led_to(clause, giver=giver)
    receiver = receiver or _receiver_described(clause) or _same_receiver(clause)
    if (
        receiver is None
        and clause.token.lemma == "invest"
        and _ELSEWHERE.search(clause.sentence.text, clause.token.idx)
    ):
        return None
    receiver = receiver or receiver_told(clause)
    if receiver is None and clause.token.lemma in {"lend", "loan"} and giver is not None and has_money(clause):
        pair = clause.memory.pair  # "China at first lent about $65 million", of the two that the story is about
        receiver = other_of(pair, giver) if pair and giver in pair else None
    if giver is None and clause.token.lemma == "invest" and clause.subject is not None:
        named = (clause.subject.lemma, *(c.lower for c in clause.subject.children))
        giver = "WLD" if not {"foreigner", "foreign", "overseas"}.isdisjoint(named) else None
    return VerbRoles(giver, receiver, "to") if receiver or clause.token.lemma not in _SUMS else None


_ELSEWHERE = re.compile(r"\bin\s+(?:(?:its|the|a|an|their|plant|factory|new|in|at)\s+){0,4}[A-Z][a-z]+")
"""As in "will invest 2 billion in its plant in Leipzig": a place at home, or one that is not known."""
_SUMS = words("pledge announce allocate earmark contribute")


def _gives_sum(clause: VerbClause) -> bool:
    """As in "pledged another $5 million to Malawi": what is given is a sum, and nothing that has one."""
    behind = (f for f in clause.sentence.figures if f.start > clause.token.idx)
    first = next(behind, None)
    if first is None or first.kind != "money" or GIVEN_SUM.search(clause.sentence.text[: first.start]) is None:
        return False
    return _OF_OTHER.match(clause.sentence.text, first.end) is None


_OF_OTHER = re.compile(
    r"\s+(?:(?:worth\s+)?(?:of|in)\s+(?:[\w-]+\s+){0,3}?(?:tariffs?|dut(?:y|ies)|invest\w+|exports?|imports?|sales?|goods|purchases|deals?|contracts?|loans?|credits?|bonds?|bailout|arms|weapons)|(?:-\w+\s+)?(?:deals?|contracts?|loans?|order|bid|takeover|profit|loss|plan|project|purchase|investment|acquisition)\b)"
)


def _same_receiver(clause: VerbClause) -> str | None:
    """As in "The United States gave Malawi $350 million in aid. Britain provided 72 million": who received just before."""
    last = clause.memory.frame
    just = last is not None and last.indicator == "aid" and clause.sentence.index - clause.memory.frame_sentence <= 1
    alone = not any(c.dep in {"prep", "dative"} and c.lower in {"to", "for"} for c in clause.token.children)
    if last is None or not just or not alone or not has_money(clause) or last.partner == clause.who:
        return None
    return last.partner


def _whose_donor(clause: VerbClause) -> str | None:
    """As in "Australia remained the biggest donor to the country, giving 600 million a year": the country before the verb."""
    lead = clause.sentence.text[: clause.token.idx]
    found = _GIVER_TO.search(lead)
    if found is None:
        return None
    named = next((m.code for m in clause.sentence.mentions if m.start == found.end()), None)
    last = clause.memory.frame
    if named is None and last is not None and DESCRIPTION.match(clause.sentence.text, found.end()):
        named = last.partner if last.indicator in {"aid", "debt", "investment"} else None
    return named if named != clause.who else None


_GIVER_TO = re.compile(r"\b(?:donor|lender|creditor|investor|contributor)s?\s+(?:to|in|of)\s+")


def _receiver_described(clause: VerbClause) -> str | None:
    """As in "India invested 300 million in the country": who received what was told before."""
    last = clause.memory.frame
    given = clause.object is not None and DESCRIPTION.match(clause.sentence.text, clause.object.left_edge.idx)
    if given and last is not None and last.indicator in {"investment", "aid", "debt"} and last.partner != clause.who:
        return last.partner  # "Denmark gave the country 25 million"
    if (
        clause.near.described not in {"in", "into", "to"}
        or last is None
        or last.indicator not in {"investment", "aid", "debt"}
    ):
        return None
    return last.partner if last.partner != clause.who else None


def _invested_in(clause: VerbClause) -> str | None:
    """As in "was invested in the economy of Kazakhstan"."""
    behind = [m for m in clause.sentence.mentions if 0 < m.start - clause.token.idx < NEAR_PLACE]
    return behind[0].code if behind else None


def owed_by(clause: VerbClause) -> VerbRoles:
    """Who lent reports: "B owes A 2 bln dlrs" is a loan of A to B."""
    if clause.passive:  # "American banks are owed 22 billion"
        last = clause.memory.frame
        told = last.partner if last is not None and last.indicator == "debt" and last.partner != clause.who else None
        debtor = clause.near.first("by") or clause.agent or told
        return VerbRoles(
            clause.who, debtor or (facing(clause.memory, clause.sentence, clause.who) if clause.who else None)
        )
    owed = (clause.sentence.mention_at(c) for c in clause.token.children if c.dep in {"dobj", "dative"})
    lender = clause.near.first("in", "into", "to", "for") or next((m.code for m in owed if m is not None), None)
    lender = lender or _bank_of(clause)
    it = any(c.dep in {"dobj", "dative"} and c.lower in {"it", "them"} for c in clause.token.children)
    if (
        lender is None
        and clause.who is not None
        and (it or (clause.object is not None and _OF_THAT.search(clause.sentence.text, clause.token.idx)))
    ):
        lender = facing(
            clause.memory, clause.sentence, clause.who
        )  # "owes it 480 million", "still owed 24 million of that"
    if lender is None and clause.object is not None and any(c.lower in _FOREIGN for c in clause.object.children):
        lender = "WLD"
    return VerbRoles(lender, clause.who, "to")


_OF_THAT = re.compile(r"\bof (?:that|this|it)\b")


def _bank_of(clause: VerbClause) -> str | None:
    """As in "owes China's Exim Bank 14.2 billion": whose the lender is."""
    for child in clause.token.children:
        if child.dep in {"dobj", "dative", "nsubj"} and child.i > clause.token.i and child.lemma.lower() in _LENDERS:
            return country_of_phrase(clause.sentence, child, clause.memory)
    return None


_LENDERS = words("bank fund lender creditor agency company exim")
_FOREIGN = frozenset({"foreign", "western", "international", "overseas", "commercial"})


def gets_remittances(clause: VerbClause) -> bool:
    """As in "Bangladesh got 842 million dollars from the country", where remittances were spoken of just before."""
    last = clause.memory.frame
    told = last is not None and last.indicator == "other"
    just = clause.sentence.index - clause.memory.frame_sentence <= _STILL_TOLD
    sender = clause.near.first("from") is not None or clause.near.described == "from"
    return told and just and sender and has_money(clause) and not clause.passive


def remittances_received(clause: VerbClause) -> VerbRoles:
    """Where the money comes from, and who gets it."""
    sender = clause.near.first("from")
    if sender is None:
        until = clause.token.idx
        sender = described_country(clause.near.description, clause.who, clause.memory, clause.sentence, until)
    return VerbRoles(sender, clause.who, "from")


def gets_from_investors(clause: VerbClause) -> bool:
    """As in "the 3 billion euros that Serbia got from foreign investors"."""
    if clause.passive or clause.who is None or not has_money(clause):
        return False
    return _FROM_INVESTORS.match(clause.sentence.text, clause.token.idx + len(clause.token)) is not None


def invested_by_all(clause: VerbClause) -> VerbRoles:
    """Who invests as far as it is named ("from Chinese investors"), else all; in whom."""
    begin = clause.token.idx + len(clause.token)
    found = _FROM_INVESTORS.match(clause.sentence.text, begin)
    inside = (m.code for m in clause.sentence.mentions if found is not None and begin <= m.start < found.end())
    return VerbRoles(next(inside, "WLD"), clause.who, "from")


_FROM_INVESTORS = re.compile(r"[^.;,:]{0,50}?\bfrom\s+(?:[\w-]+\s+){0,2}investors\b")


def gets_cargo(clause: VerbClause) -> bool:
    """As in "Germany received 1.24 million tonnes of Kazakh oil": a cargo."""
    behind = clause.token.idx
    weighed = any(f.kind == "quantity" and f.unit in CARGO and f.start > behind for f in clause.sentence.figures)
    flow = clause.memory.flow
    told = flow is not None and clause.sentence.index - clause.memory.flow_sentence <= 1
    part = any(
        f.kind == "percent" and f.start > behind and SHARE_OF_ITS.match(clause.sentence.text, f.end)
        for f in clause.sentence.figures
    )
    return (weighed or (told and part)) and not clause.passive and clause.object is not None


def tourists_of(clause: VerbClause) -> VerbRoles | None:
    """As in "Kenya received 80,000 visitors from Uganda": the host, where they come from."""
    if not counts_people(clause):
        return None
    begin = clause.token.idx
    near = (
        m for m in clause.sentence.mentions if m.start > begin and ", " not in clause.sentence.text[begin : m.start]
    )
    behind = next((m.code for m in near), None)
    anybody = "WLD" if clause.object is not None and clause.object.lemma in VISITORS else None
    described = clause.subject is not None and clause.sentence.mention_at(clause.subject) is None
    host = clause.memory.host if described else None
    return VerbRoles(host or clause.who, clause.near.first("from") or behind or anybody)


def visited(clause: VerbClause) -> VerbRoles | None:
    """As in "410,000 Germans visited Turkey"."""
    return VerbRoles(clause.object_country, clause.who) if counts_people(clause) else None


def travelled(clause: VerbClause) -> VerbRoles | None:
    """As in "471,000 Thais travelled to Japan"; tourists without a country come from anywhere."""
    if not counts_people(clause):
        return None
    everybody = clause.subject is not None and clause.subject.lemma in {"people", "foreigner", "person"}
    everybody = everybody and IN_ALL.match(clause.sentence.text[: clause.subject.left_edge.idx]) is not None
    anybody = "WLD" if everybody or (clause.subject is not None and _are_visitors(clause.subject)) else None
    counted = _counted_people(clause) if clause.who is None else None
    if counted is not None:
        return VerbRoles(clause.near.first("to", "into", "in"), counted, "to")
    abroad = "WLD" if _WENT_ABROAD.match(clause.sentence.text, clause.token.idx + len(clause.token)) else None
    return VerbRoles(clause.near.first("to", "into", "in") or abroad, clause.who or anybody, "to")


def _counted_people(clause: VerbClause) -> str | None:
    """As in "a total of 8,204 Chinese tourists came": whose people are counted."""
    if clause.subject is None or not _are_visitors(clause.subject):
        return None
    inside = range(clause.subject.idx, clause.token.idx)
    return next(
        (m.code for m in clause.sentence.mentions if m.start in inside and m.use in {"adjective", "demonym"}), None
    )


_WENT_ABROAD = re.compile(r"\s+(?:abroad|overseas|to foreign countries)\b")


def _are_visitors(subject: Any) -> bool:
    """As in "visitors", "a total of 2.2 million foreign tourists"."""
    if subject.lemma in VISITORS:
        return True
    behind = (object_of(c) for c in subject.children if c.dep == "prep" and c.lower == "of")
    return any(noun is not None and noun.lemma in VISITORS for noun in behind)


def holidays_taken(clause: VerbClause) -> bool:
    """As in "214,000 Cambodians took holidays in Vietnam": a journey, and where to."""
    gone = clause.object is not None and clause.object.lemma in _HOLIDAYS
    return gone and counts_people(clause) and clause.near.first("in", "to") is not None


_HOLIDAYS = words("holiday vacation break trip")


def travellers_sent(clause: VerbClause) -> VerbRoles | None:
    """As in "Canada sent 428,000 tourists": to the host of the story's travellers."""
    return VerbRoles(clause.memory.host or clause.near.first("to"), clause.who, "to") if clause.who else None


_RESIDENTS = words("worker earner migrant expatriate emigrant labourer national citizen compatriot they those")


def put_by_firms(clause: VerbClause) -> VerbRoles | None:
    """As in "Chinese investors registered $1.3 billion in the country", "Kenyan firms have put $1.7 billion into Tanzania"."""
    if clause.subject is None or clause.subject.lemma not in FIRMS or not has_money(clause):
        return None
    last = clause.memory.frame
    host = last.partner if last is not None and last.indicator == "investment" else None
    who = clause.who
    if host is None and (listed := headed(clause.sentence, clause.memory)) is not None:
        host = listed.partner
        its = any(c.lower in {"its", "their"} for c in clause.subject.children)
        who = who or (clause.memory.glanced or clause.memory.subject if its else None)
    return VerbRoles(who, clause.near.first("in", "into", "for") or host, "in")


def handed_over(clause: VerbClause) -> VerbRoles | None:
    """As in "handed over 20 tons of rice to the Myanmar Red Cross"."""
    behind = clause.token.idx + len(clause.token)
    if re.match(r"\s+over\b", clause.sentence.text[behind:]) is None or clause.passive:
        return None
    return VerbRoles(clause.who, clause.near.first("to"), "to", clause.object)


def sent_home(clause: VerbClause) -> VerbRoles | None:
    """Remittances: "Ethiopian workers in the Emirates sent home $600m"; the reporter is where the money comes from."""
    if clause.passive and _TRANSFERRED.search(clause.sentence.text) and has_money(clause):
        origin, end = clause.near.first("from"), clause.near.first("to")
        return VerbRoles(origin, end) if origin and end else None
    home = any(t.lower in {"home", "back"} for t in clause.token.children) or clause.token.lemma == "remit"
    told = clause.memory.frame is not None and clause.memory.frame.indicator == "other"
    home = home or (told and clause.sentence.index - clause.memory.frame_sentence <= _STILL_TOLD)
    by = clause.passive or any(c.dep == "agent" for c in clause.token.children)
    if by and home and clause.subject is not None and clause.subject.lemma in _MONEY:
        return _sent_home_by(clause)
    if not home or not has_money(clause) or clause.subject is None:
        return None
    people = clause.sentence.mention_at(clause.subject)
    if clause.subject.lemma not in _RESIDENTS and (people is None or people.use != "demonym"):
        return None
    host = next((m.code for m in clause.sentence.mentions if clause.subject.idx < m.start < clause.token.idx), None)
    before = [m for m in clause.sentence.mentions if m.end <= clause.subject.idx]
    own = [m for m in before if m.start >= clause.subject.left_edge.idx]  # "Bangladeshi wage earners"
    origin = next((m.code for m in own or before), None)
    origin = people.code if people is not None else origin
    host = host or clause.near.first("from")
    if host is None and (there := DESCRIPTION.search(clause.sentence.text, clause.subject.idx, clause.token.idx)):
        host = described_country(there.group(), origin, clause.memory, clause.sentence, clause.subject.idx)
    subject = clause.sentence.text[clause.subject.left_edge.idx : clause.token.idx]
    if host is None and _ABROAD.search(subject):
        host = "WLD"
    if host is None and origin is not None and _THERE.search(subject):
        host = next(
            (m.code for m in before if m.code != origin), None
        )  # "Qatar comes next as workers there sent 980 million"
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
    in_all = IN_ALL.match(clause.sentence.text[: clause.subject.left_edge.idx]) is not None
    if origin and host is None and pair and origin in pair and not in_all:
        host = other_of(pair, origin)
    return VerbRoles(host, origin)


_ABROAD = re.compile(r"\b(?:abroad|overseas|expatriates?|expats?|diaspora)\b", re.IGNORECASE)
_THERE = re.compile(r"\bthere\b")
_STILL_TOLD = 2
_TRANSFERRED = re.compile(
    r"\b(?:money[- ]transfers?|transfer (?:systems?|operators?)|remit\w*|migrants?|labou?r migrants?)\b", re.IGNORECASE
)
_MONEY = words("money fund cash sum amount saving remittance")


def _sent_home_by(clause: VerbClause) -> VerbRoles | None:
    """As in "money sent home by Hondurans in the United States jumped 25 pct"."""
    behind = [m for m in clause.sentence.mentions if 0 < m.start - clause.token.idx < NEAR_PLACE * 2]
    origin = next((m.code for m in behind if m.use in {"demonym", "adjective"}), None)
    host = clause.near.first("from", "in") or next((m.code for m in behind if m.code != origin), None)
    pair = clause.memory.pair
    if origin is None and host is not None and pair and host in pair:
        origin = other_of(pair, host)
    return VerbRoles(host, origin) if host != origin else None
