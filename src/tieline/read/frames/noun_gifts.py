"""Sides of money by what stands round its noun: to whom a verb gives it ("has given Sri Lanka credit lines"), whence it goes to all the world."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.phrase import Near
from tieline.read.frames.remitters import home_of_all, sent_from
from tieline.read.frames.roles import Roles
from tieline.read.frames.state_bonds import issuer_of_bonds
from tieline.read.frames.subjects import sentence_subject
from tieline.read.story.document import Sentence
from tieline.read.story.memory import Memory
from tieline.read.syntax.tokens import Token
from tieline.read.words.trade import words


def gift_sides(
    roles: Roles, indicator: Indicator, lemma: str, near: Near, sentence: Sentence, token: Token, *, memory: Memory
) -> Roles | None:
    """The sides of a gift whose receiver stands before its noun, and of remittances that go to all the world."""
    if indicator in _GIFTS and (dative := _given_to(roles, near, sentence, token, memory)) is not None:
        return dative
    if lemma == "remittance" and roles.partner is None and (origin := _sent_abroad(roles, sentence, token, memory)):
        return roles._replace(reporter=origin, partner="WLD")
    if lemma == "remittance" and near.first("to") is None and (origin := sent_from(sentence, token, memory)):
        return roles._replace(reporter=origin, partner=home_of_all(origin, memory))
    if lemma == "holding" and roles.partner is None:
        holder = roles.reporter or sentence_subject(sentence, token, memory)
        issuer = issuer_of_bonds(sentence)
        foreign = _FOREIGN.search(sentence.text[: token.idx]) is not None or holder == issuer
        return Roles("WLD" if foreign else holder, issuer, "of")
    if lemma == "debt" and roles.partner is None and roles.reporter is not None:
        roles = Roles(None, roles.reporter)
    if lemma == "debt" and roles.partner is not None and (creditor := _creditor(sentence, token)) is not None:
        return Roles(creditor, roles.partner, "to") if creditor != roles.partner else None
    lender = near.first("from") if lemma == "borrowing" else None
    owner = roles.partner if roles.partner != lender else roles.reporter
    if lender is not None and owner not in {None, lender}:
        return Roles(lender, owner, "from")  # "Mongolia's borrowing from China"
    return None


_FOREIGN: Final = re.compile(r"\b(?:foreign|overseas)\s+$", re.IGNORECASE)
"""Before "holdings": those of all the world."""
_GIFTS: Final = frozenset({"aid", "debt", "investment"})
_OUTWARD = re.compile(
    r"[^.;:]{0,90}?\b(?:send|sent|went|flow(?:ed|ing)?|transfer(?:red)?|going|leaving)\s+(?:(?:to\s+)?(?:foreign|other)\s+(?:destinations|countries)|abroad|overseas|out\s+of\s+the\s+(?:country|region|bloc))\b"
)
"""Behind money that workers send to all the world."""
_TO_OTHERS = re.compile(r"\s+(?:to\s+(?:other|foreign)\s+countries|abroad|overseas)\b")
"""Right behind it: "paid out $2 billion in remittances to other countries"."""


def _sent_abroad(roles: Roles, sentence: Sentence, token: Token, memory: Memory) -> str | None:
    """As in "Remittances that workers in Oman send to foreign countries": from where they are sent."""
    begin = token.idx + len(token)
    if roles.reporter is None and _TO_OTHERS.match(sentence.text, begin):
        return sentence_subject(sentence, token, memory)
    found = _OUTWARD.match(sentence.text, begin)
    if found is None or roles.reporter is not None:
        return roles.reporter if found is not None else None
    inside = {m.code for m in sentence.mentions if begin <= m.start < found.end()}
    return next(iter(inside)) if len(inside) == 1 else None


def _given_to(roles: Roles, near: Near, sentence: Sentence, token: Token, memory: Memory) -> Roles | None:
    """As in "has given Sri Lanka credit lines of $1 billion": the name before the noun is whom the verb gives it to."""
    name = near.left[0] if len(near.left) == 1 else None
    firms = (
        name is not None and _FIRMS_OF_IT.match(sentence.text, name.end) is not None
    )  # "granted Russian firms loans"
    if name is None or roles.partner is not None or (name.use in {"adjective", "demonym"} and not firms):
        return None
    verb = next((t for t in (token.head, token.head.head) if t.lemma in _GIVING and t.idx < name.start), None)
    if verb is None or _TO_NAME.fullmatch(sentence.text, verb.idx + len(verb), name.start) is None:
        return None
    if sentence.text[name.end : name.end + 1] in {"'", "\u2019"}:
        return None
    giver = sentence_subject(sentence, token, memory)
    return Roles(giver, name.code, "to") if giver not in {None, name.code} else None


_AND = re.compile(r",?\s+and\s+(?:to\s+)?(?:the\s+)?|,\s+(?:the\s+)?")
_OWED_TO = re.compile(
    r"[^.;:]{0,60}?\b(?:is|are|was|were)\s+(?:mostly\s+|mainly\s+)?(?:owed\s+to|due\s+to|held\s+by|in\s+the\s+hands\s+of)\s+(?:the\s+)?"
)
_HELD = re.compile(
    r"(?:\s+(?:\w+\s+)?(?:lenders|creditors|banks|companies))?\s+(?:now\s+)?(?:holds?|held|owns?|owned)\s+(?:[\w.,-]+\s+){1,6}?of\s+(?:the\s+)?$"
)


def _creditor(sentence: Sentence, token: Token) -> str | None:
    """As in "80 percent of Togo's debt is owed to Chile", "Chinese lenders hold 52 percent of Laos' external debt"."""
    led = _OWED_TO.match(sentence.text, token.idx + len(token))
    if led is not None:
        to = next((m for m in sentence.mentions if m.start == led.end()), None)
        several = to is not None and any(_AND.fullmatch(sentence.text, to.end, m.start) for m in sentence.mentions)
        return None if to is None or several else to.code
    owner = next((m for m in reversed(sentence.mentions) if m.end <= token.idx), None)
    if owner is None:
        return None
    before = (m for m in sentence.mentions if m.end < owner.start)
    return next((m.code for m in before if _HELD.fullmatch(sentence.text, m.end, owner.start)), None)


_GIVING = words("give grant offer extend lend provide award promise hand send")
_FIRMS_OF_IT = re.compile(r"\s+(?:firms|companies|banks|importers|exporters|farmers|refugees|businesses)\s+(?!of\b)")
_TO_NAME = re.compile(r"\s+(?:the\s+)?")
