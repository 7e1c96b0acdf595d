"""Verbs of debts: who owes, borrowed or paid back, and who lent, forgave or put off; who lent reports."""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.read.frames.money_sides import (
    giver_of,
    last_given,
    receiver_behind,
    sum_behind,
)
from tieline.read.frames.subjects import country_of_phrase
from tieline.read.frames.verb_clause import VerbClause, VerbRoles, has_money
from tieline.read.names.mentions import Mention
from tieline.read.story.document import trades
from tieline.read.story.memory import facing
from tieline.read.words.money import OF_DEBT
from tieline.read.words.trade import words


def owed_by(clause: VerbClause) -> VerbRoles:
    """Who lent reports: "B owes A 2 bln dlrs" is a loan of A to B."""
    if clause.passive:  # "American banks are owed 22 billion"
        last = clause.memory.frame
        told = last.partner if last is not None and last.indicator == "debt" and last.partner != clause.who else None
        lender = clause.near.first("to") if clause.who is None or clause.who == told else None
        if lender is not None:  # "of this 1.1 billion is owed to China"
            return VerbRoles(lender, _debtor_before(clause, lender) or (told if told != lender else None), "to")
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


def _debtor_before(clause: VerbClause, lender: str) -> str | None:
    """As in "Of Fiji's foreign debt ... is owed to Chile": whose debt it is."""
    text = clause.sentence.text
    before = (m for m in clause.sentence.mentions if m.end <= clause.token.idx and m.code != lender)
    return next((m.code for m in before if trades(m.code) and _ITS_DEBT.match(text, m.end)), None)


_OF_THAT = re.compile(r"\bof (?:that|this|it)\b")


def _bank_of(clause: VerbClause) -> str | None:
    """As in "owes China's Exim Bank 14.2 billion": whose the lender is."""
    for child in clause.token.children:
        if child.dep in {"dobj", "dative", "nsubj"} and child.i > clause.token.i and child.lemma.lower() in _LENDERS:
            return country_of_phrase(clause.sentence, child, clause.memory)
    return None


_LENDERS = words("bank fund lender creditor agency company exim")

_FOREIGN = frozenset({"foreign", "western", "international", "overseas", "commercial"})


def forgiven(clause: VerbClause) -> VerbRoles | None:
    """As in "Moscow forgave Vietnam $9.5 billion", "rescheduled 160 million dollars of debt owed by Zaire": a debt, of who lent."""
    text = clause.sentence.text
    if (
        not has_money(clause)
        or OF_DEBT.search(text) is None
        or (clause.token.lemma in _TWO_WORDS and not _particle(clause))
    ):
        return None
    lender = (clause.near.first("by") or clause.agent) if clause.passive else giver_of(clause)
    debtor = receiver_behind(clause) or clause.near.first("to", "for") or _debtor_named(clause, lender)
    if lender is None or debtor is None or lender == debtor:
        lender, debtor = _known_two(clause, lender, debtor)
    if lender is None or debtor is None or not (trades(lender) and trades(debtor)):
        return None
    return VerbRoles(lender, debtor, "to", indicator="debt")


_TWO_WORDS = words("write roll convert swap")


def _particle(clause: VerbClause) -> bool:
    behind = clause.sentence.text[clause.token.idx + len(clause.token) :]
    if clause.token.lemma == "write":
        return re.match(r"[^.;]{0,40}?\b(?:off|down)\b", behind) is not None
    if clause.token.lemma == "roll":
        return re.match(r"[^.;]{0,12}?\bover\b", behind) is not None
    return re.search(r"\bdebts?\b", behind) is not None


def _debtor_named(clause: VerbClause, lender: str | None) -> str | None:
    """As in "wrote off $32 billion of Cuba's debt", "debt owed by Zaire"."""
    behind = [m for m in clause.sentence.mentions if m.start > clause.token.idx and m.code not in {lender, "SUN"}]
    if clause.passive:
        behind = [m for m in clause.sentence.mentions if m.code not in {lender, "SUN"}]
    return next((m.code for m in behind if _owes(clause, m)), None)


def _owes(clause: VerbClause, mention: Mention) -> bool:
    text = clause.sentence.text
    return bool(_ITS_DEBT.match(text, mention.end) or _OWED_BY.search(text[: mention.start]))


_ITS_DEBT = re.compile(r"(?:'s?)?\s+(?:[\w-]+\s+){0,3}?(?:debts?|loans?|arrears)\b")

_OWED_BY = re.compile(r"\b(?:owed by|debts? (?:of|from)|(?:lent|loaned|loans?) to|owing from)\s+(?:the\s+)?$")


def _known_two(clause: VerbClause, lender: str | None, debtor: str | None) -> tuple[str | None, str | None]:
    """The side that is open, of who lent to whom just before."""
    known = lender or debtor
    told = last_given(clause)
    before = clause.sentence.before
    if known is None and before is not None and _PAYS.search(before.text):
        named = list(dict.fromkeys(m.code for m in before.mentions if trades(m.code)))
        if len(named) == _TWO and clause.subject is not None and clause.sentence.mention_at(clause.subject) is None:
            return named[1], named[0]  # "Fiji must start to repay Chile. The country borrowed $115 million"
    if known not in told and before is not None and _TO_PAY.search(before.text):
        named = list(dict.fromkeys(m.code for m in before.mentions if trades(m.code)))
        if (
            len(named) == _TWO and known in named
        ):  # "Tonga must start to repay China. The kingdom borrowed $115 million"
            other = named[1 - named.index(str(known))]
            return (other, debtor) if debtor else (lender, other)
    if known is None or known not in told or told[0] == told[1]:
        return None, None
    return told


_TWO = 2

_PAYS = re.compile(r"\b(?:repay\w*|pay back|paying back|owe[sd]?|borrow\w*)\b")
_TO_PAY = re.compile(r"\b(?:repay\w*|pay back|paying back|owe[sd]?|debts?|loans?|lent|lend|lending|borrow\w*)\b")


def paid_back(clause: VerbClause) -> VerbRoles | None:
    """As in "paid back $120 million of its debt to Bulgaria": who lent, who pays."""
    behind = clause.sentence.text[clause.token.idx + len(clause.token) :]
    back = _BACK_OR_OFF.match(behind) and OF_DEBT.search(clause.sentence.text)
    return borrowed(clause) if back or _HIM_BACK.match(behind) else None


_HIM_BACK = re.compile(r"\s+(?:the\s+)?[A-Z]\w+(?:\s[A-Z]\w+){0,2}\s+back\s")
"""As in "must pay Chile back 1 billion dollars"."""
_BACK_OR_OFF = re.compile(r"\s+(?:back|off|down)\b")


def borrowed(clause: VerbClause) -> VerbRoles | None:
    """As in "the $500 million it borrowed from China's Exim Bank", "repaid Russia 450 million": who lent, who owes."""
    if not has_money(clause) or clause.passive:
        return None
    debtor = giver_of(clause)
    back = clause.token.lemma in _BACK
    lender = (receiver_behind(clause) if back else None) or clause.near.first(*(("to",) if back else ("from",)))
    lender = lender or (None if back else _bank_behind(clause, debtor)) or _lender_named(clause, debtor)
    if lender is None or debtor is None:
        lender, debtor = _known_two(clause, lender, debtor)
    if lender is None or debtor is None or lender == debtor or not (trades(lender) and trades(debtor)):
        return None
    return VerbRoles(lender, debtor, "from", indicator="debt")


_BACK = words("repay return service pay")


def _bank_behind(clause: VerbClause, debtor: str | None) -> str | None:
    """As in "borrowed 809 million euros from the Exim Bank of China"."""
    money = sum_behind(clause)
    named = (m for m in clause.sentence.mentions if money is not None and m.start >= money.end and m.code != debtor)
    return next(
        (m.code for m in named if money and _FROM_BANK.fullmatch(clause.sentence.text, money.end, m.start)), None
    )


_FROM_BANK = re.compile(r"[^.;]{0,40}?\bfrom\s+(?:[\w-]+\s+){0,5}?(?:(?:of|in)\s+)?(?:the\s+)?")


def _lender_named(clause: VerbClause, debtor: str | None) -> str | None:
    """As in "repaid $450 million of the Russian loan": whose the loan is."""
    text = clause.sentence.text
    return next(
        (
            m.code
            for m in clause.sentence.mentions
            if m.start > clause.token.idx and m.code != debtor and _ITS_DEBT.match(text, m.end)
        ),
        None,
    )
