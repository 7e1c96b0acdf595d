"""Verbs of giving and investing: who gave, promised, put, poured or invested a sum, and to whom or in whose land."""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.read.frames.deposits import bank_behind
from tieline.read.frames.money_sides import (
    DIRECT,
    NEAR_SUM,
    NO_GIFT,
    described_before,
    giver_of,
    kind_round_sum,
    last_given,
    receiver_behind,
    receiver_led_to,
    receiver_told,
    sum_behind,
)
from tieline.read.frames.phrase import DESCRIPTION, object_of
from tieline.read.frames.senses import GIVEN_SUM
from tieline.read.frames.verb_clause import NEAR_PLACE, VerbClause, VerbRoles, has_money
from tieline.read.story.document import trades
from tieline.read.story.memory import other_of
from tieline.read.words.money import kind_of_money
from tieline.read.words.trade import words

_IN_A_BANK = words("deposit place park")
"""Verbs of money that lies with the central bank of another."""


def gift_of(clause: VerbClause) -> VerbRoles | None:
    """As in "Norway gave Malawi 2 million", "was donated by Japan": the giver, the receiver."""
    behind = clause.token.idx + len(clause.token)
    if clause.token.lemma == "provide" and re.match(r"\s+for\b", clause.sentence.text[behind:]):
        return None
    if clause.passive:
        giver = clause.near.first("by", "from") or clause.agent
        if clause.token.lemma == "invest":
            return VerbRoles(giver, clause.near.first("in", "into") or _invested_in(clause), "in")
        if giver is not None and clause.who not in {None, giver} and _sum_follows(clause):
            return VerbRoles(giver, clause.who, "to")  # "Jordan was granted 340 million euros by Germany"
        return VerbRoles(giver, clause.near.first("to", "for"), "to") if giver else None
    if clause.token.lemma in _SUMS and not _gives_sum(clause):
        return None
    preps = (
        ("with", "in", "at", "into", "to", "for")
        if clause.token.lemma in _IN_A_BANK
        else ("in", "into")
        if clause.token.lemma == "invest"
        else ("in", "into", "to", "for")
    )
    giver = giver_of(clause)
    dative = receiver_behind(clause) if clause.token.lemma not in _IN_A_BANK else None
    receiver = dative or clause.near.first(*preps) or clause.object_country or _whose_donor(clause)
    if clause.token.lemma in _IN_A_BANK:
        bank = bank_behind(clause.sentence, clause.token.idx, clause.who)
        if bank is None and clause.token.lemma != "deposit":
            return None
        receiver = bank or receiver
    if clause.who is not None and _sum_follows(clause):
        receiver = receiver or receiver_led_to(clause, giver=giver)
    receiver = receiver or _receiver_described(clause) or _same_receiver(clause)
    if (
        receiver is None
        and clause.token.lemma == "invest"
        and _ELSEWHERE.search(clause.sentence.text, clause.token.idx)
    ):
        return None
    receiver = receiver or receiver_told(clause)
    if receiver is None and last_given(clause)[0] is None and _to_others(clause):
        return None
    if receiver is None and clause.token.lemma in {"lend", "loan"} and giver is not None and has_money(clause):
        pair = clause.memory.pair  # "China at first lent about $65 million", of the two that the story is about
        receiver = other_of(pair, giver) if pair and giver in pair else None
    if giver is None and clause.token.lemma == "invest" and clause.subject is not None:
        named = (clause.subject.lemma, *(c.lower for c in clause.subject.children))
        giver = "WLD" if not {"foreigner", "foreign", "overseas"}.isdisjoint(named) else None
    return VerbRoles(giver, receiver, "to") if receiver or clause.token.lemma not in _SUMS else None


def _sum_follows(clause: VerbClause) -> bool:
    """A sum stands right behind the verb: what it gives, no approval of it; of a passive the subject receives it."""
    money = sum_behind(clause)
    begin = clause.token.idx + len(clause.token)
    return money is not None and DIRECT.fullmatch(clause.sentence.text, begin, money.start) is not None


def _to_others(clause: VerbClause) -> bool:
    """As in "donated $2 million to the city museum": to nobody abroad, as far as is told."""
    to = (object_of(c) for c in clause.token.children if c.dep in {"prep", "dative"} and c.lower == "to")
    return any(
        noun is not None
        and noun.pos in {"NOUN", "PROPN"}
        and not DESCRIPTION.match(clause.sentence.text, noun.left_edge.idx)
        for noun in to
    )


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


def promised(clause: VerbClause) -> VerbRoles | None:
    """As in "has promised Eswatini 1.5 million dollars", "transferred $10 million to Gaza"; both sides must be told."""
    money = sum_behind(clause)
    if clause.passive and _sum_follows(clause):  # "Togo was promised 20 million dollars by Japan"
        giver, receiver = clause.agent or clause.near.first("by"), clause.who
        told = giver is not None and receiver not in {None, giver} and trades(giver)
        return VerbRoles(giver, receiver, "to", indicator=kind_round_sum(clause, "aid")) if told else None
    if clause.passive or money is None:
        return None
    dative = receiver_behind(clause)
    if dative is None and NO_GIFT.match(clause.sentence.text, money.end):
        return None
    if (
        dative is None
        and DIRECT.fullmatch(clause.sentence.text, clause.token.idx + len(clause.token), money.start) is None
    ):
        return None
    giver = giver_of(clause)
    receiver = (
        dative or receiver_led_to(clause, giver=giver) or described_before(clause, giver) or receiver_told(clause)
    )
    if giver is None or receiver is None or giver == receiver or not trades(giver):
        return None
    kind = kind_round_sum(clause, "aid")
    return VerbRoles(giver, receiver, "to", indicator=kind)


def supported_with(clause: VerbClause) -> VerbRoles | None:
    """As in "Finland will support Ukraine with 29 million euros", "It has supported the country with $30 billion": aid."""
    money = sum_behind(clause)
    if money is None or _WITH_SUM.search(clause.sentence.text, clause.token.idx, money.start) is None:
        return None
    if clause.passive:  # "a country supported by Norway with $550 million a year"
        giver, receiver = clause.agent or clause.near.first("by"), clause.who
        if giver is None or receiver in {None, giver} or not trades(giver):
            return None
        kind = kind_of_money(clause.sentence.text[money.start : money.end + NEAR_SUM])
        return VerbRoles(giver, receiver, "to", indicator="debt" if kind == "debt" else "aid")
    giver = giver_of(clause)
    receiver = clause.object_country or described_before(clause, giver) or _place_of_work(clause, giver)
    if giver is None or receiver is None or giver == receiver or not trades(giver):
        return None
    kind = kind_of_money(clause.sentence.text[money.start : money.end + NEAR_SUM])
    return VerbRoles(giver, receiver, "to", indicator="debt" if kind == "debt" else "aid")


def _place_of_work(clause: VerbClause, giver: str | None) -> str | None:
    """As in "will finance a power station in Chad with 50 million dinars", of a place that is not known that of whom the money was for."""
    if clause.object is None or clause.token.lemma not in _FINANCING:
        return None
    begin, end = clause.token.idx, getattr(sum_behind(clause), "start", 0)
    here = (m.code for m in clause.sentence.mentions if begin < m.start < end and m.code != giver and trades(m.code))
    last = last_given(clause)[1]
    return next(here, last if last != giver else None)


_FINANCING = words("finance fund")

_WITH_SUM = re.compile(
    r"\bwith\s+(?:(?:an?|another|about|some|over|more|than|nearly|almost|additional|further|total|of|up|to|the|around|grant|loan)\s+)*$"
)


def handed_over(clause: VerbClause) -> VerbRoles | None:
    """As in "handed over 20 tons of rice to the Myanmar Red Cross"."""
    behind = clause.token.idx + len(clause.token)
    if re.match(r"\s+over\b", clause.sentence.text[behind:]) is None or clause.passive:
        return None
    return VerbRoles(clause.who, clause.near.first("to"), "to", clause.object)
