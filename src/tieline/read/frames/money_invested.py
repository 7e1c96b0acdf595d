"""Verbs of money put into a country: by firms and investors, or by states into works, funds and the central bank there."""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.read.frames.deposits import bank_behind
from tieline.read.frames.givers import headed
from tieline.read.frames.money_sides import giver_of, receiver_led_to, sum_behind
from tieline.read.frames.senses import FIRMS
from tieline.read.frames.verb_clause import VerbClause, VerbRoles, has_money
from tieline.read.story.document import trades
from tieline.read.words.money import kind_of_money


def put_into(clause: VerbClause) -> VerbRoles | None:
    """As in "Slovakia has put 140 million into 12 projects in Vietnam": invested, or given where the words say so."""
    money = sum_behind(clause)
    if clause.passive or money is None or _INTO.match(clause.sentence.text, money.end) is None:
        return None
    giver = giver_of(clause)
    bank = bank_behind(clause.sentence, clause.token.idx, giver)
    receiver = receiver_led_to(clause, giver=giver) or bank
    firm = clause.subject is not None and clause.subject.lemma in FIRMS
    if giver is None and firm:
        giver = home_of_firms(clause) or "WLD"  # "Companies put a total of 139 trillion soums into Uzbekistan"
    if giver is None or receiver is None or not (giver == "WLD" or trades(giver)):
        return None
    cause = _CAUSE.match(clause.sentence.text, money.end)
    told = "debt" if bank is not None else None if firm else "aid" if cause else kind_of_money(clause.sentence.text)
    return VerbRoles(giver, receiver, "in", indicator=told if told in {"aid", "debt"} else "investment")


_CAUSE = re.compile(
    r"[^.;]{0,40}?\binto\s+(?:[\w()-]+\s+){0,6}?(?:funds?|program(?:me)?s?|purchases?|relief|budget|training|schools?|hospitals?|reconstruction|repairs?|recovery)\b",
    re.IGNORECASE,
)
"""What is paid for and earns nothing."""

_INTO = re.compile(r"[^.;]{0,60}?\binto\b")


def home_of_firms(clause: VerbClause) -> str | None:
    """As in "Investors from Kuwait", "Companies based in Kenya": where the subject's firms are from."""
    if clause.subject is None or clause.subject.lemma not in FIRMS:
        return None
    led = _FIRMS_OF.match(clause.sentence.text, clause.subject.idx + len(clause.subject))
    return next((m.code for m in clause.sentence.mentions if led and m.start == led.end() and trades(m.code)), None)


_FIRMS_OF = re.compile(r"\s+(?:(?:which\s+are\s+)?(?:based|registered)\s+in|from|of)\s+(?:the\s+)?")


def brought_by_investors(clause: VerbClause) -> VerbRoles | None:
    """As in "Foreign investors brought $2.9 billion into Uganda": invested."""
    firm = clause.subject is not None and clause.subject.lemma in FIRMS
    return put_into(clause) if firm else None


def put_by_firms(clause: VerbClause) -> VerbRoles | None:
    """As in "Chinese investors registered $1.3 billion in the country", "Kenyan firms have put $1.7 billion into Tanzania"."""
    if clause.subject is None or clause.subject.lemma not in FIRMS or not has_money(clause):
        return None
    last = clause.memory.frame
    host = last.partner if last is not None and last.indicator == "investment" else None
    who = clause.who or home_of_firms(clause)
    if host is None and (listed := headed(clause.sentence, clause.memory)) is not None:
        host = listed.partner
        its = any(c.lower in {"its", "their"} for c in clause.subject.children)
        who = who or (clause.memory.glanced or clause.memory.subject if its else None)
    owned = clause.near.first("of") if clause.token.lemma in {"hold", "own"} else None
    where = clause.near.first("in", "into", "for") or owned or host
    if where is None and clause.token.lemma in {"hold", "own"}:
        return None  # "Kenyan banks hold $3 billion in deposits, more than Uganda's"
    return VerbRoles(who, where, "in")
