"""Frames of verbs: who sold, bought, lent or owed what to whom.

Each indicator, and each verb of its own kind, has a small function of the clause; `_BY_LEMMA` and `_BY_INDICATOR` are
the tables of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.money import CARGO, COUNTED
from tieline.model.vocabulary import Indicator
from tieline.read.frames.gear_given import gear_got, named_in
from tieline.read.frames.groups import faced_by_group, listed_with
from tieline.read.frames.money_debts import borrowed, forgiven, owed_by, paid_back
from tieline.read.frames.money_gifts import gift_of, handed_over, promised, supported_with
from tieline.read.frames.money_invested import brought_by_investors, put_by_firms, put_into
from tieline.read.frames.money_moves import (
    gets_from_investors,
    invested_by_all,
    money_moved,
    received,
    sent_money,
    taken_from_all,
)
from tieline.read.frames.phrase import IN_ALL, object_of
from tieline.read.frames.senses import GOODS_FOR_GOODS, NO_TAKING
from tieline.read.frames.verb_clause import (
    VerbClause,
    VerbRoles,
    compares_amounts,
    counts_first,
    counts_people,
    has_money,
    is_share,
    verb_clause_of,
)
from tieline.read.frames.verb_earned import brought_in, earned_from
from tieline.read.frames.verb_goods import (
    brings_cargo,
    consumption_of,
    exports_of,
    got,
    imports_of,
    let_in,
    lifted,
    spent_by_visitors,
    spent_on,
    taken,
    taken_in,
    tariff_of,
    trade_of,
)
from tieline.read.frames.verb_money import (
    gets_cargo,
    gets_remittances,
    holidays_taken,
    remittances_received,
    sent_home,
    tourists_of,
    travelled,
    travellers_sent,
    visited,
)
from tieline.read.frames.verb_moves import (
    brought_into,
    came_into,
    cost_of,
    crossed,
    gone_to,
    pumped,
    reached,
    sends_goods,
    smuggled,
    weapons_given,
)
from tieline.read.story.document import Sentence
from tieline.read.story.goods import Good, good_of_phrase
from tieline.read.story.memory import FLOWS, Frame, Memory
from tieline.read.syntax.tokens import Token
from tieline.read.words.money import FORGIVING, MOVING, PROMISING
from tieline.read.words.trade import CONDITIONAL_VERBS, EARNING_VERBS, NOUN_ANCHORS, VERB_ANCHORS, words

_PAYING = words("pay give present provide grant absorb pour plough pump")
"""Verbs of trade only beside a sum or a quantity."""
_PAID_NO_GOODS = re.compile(
    r"\s+(?:back|off)\b|(?:[^.;,]|[.,](?=\d)){0,40}?\bfor\s+(?:an?|its|their|the|\d[\d.]*\s?(?:%|per\s?cent|percent))\s+(?:of\s+)?(?:[\w-]+\s+){0,4}?(?:stakes?|shareholdings?|shares?|company|firm|bank|mine|licen[cs]es?|concession)\b"
)
"""Behind "paid": a debt, or a part of a firm."""
_FLOWS_THEMSELVES = words(
    "trade turnover export import deficit surplus gap investment commerce tourism project contract"
)
"""What is brought to a level is no cargo: "to bring trade to 2 billion"."""
_GIVING = words("give present provide grant")
_YIELDING = words("bring earn fetch yield generate net")
_GOODS_MOVED = words("trade leave enter come arrive take")
"""With all the world, where the clause says so of goods as such."""
_SECURITIES = words(
    "share stock bond note debenture security stake warrant eurobond treasury bill certificate futures option equity unit subsidiary division company business operation interest holding refinery airline hotel bank"
)
"""What is sold on an exchange, or with a firm, and is no trade between countries."""


_BUYS_UP = words("pick snap scoop")
_BOUGHT_UP = re.compile(r"\s+up\s+(?:(?:about|some|nearly|almost|over|more than|another|only|just)\s+)?[\d$]")
"""Behind a verb that means to buy: "picked up 195,900 tons"."""
_GOING = words("come arrive cross")
"""What people do who travel, and cargo too."""


def verb_frame(sentence: Sentence, token: Token, goods: list[Good], memory: Memory) -> Frame | None:
    """The frame of a verb of trade; None where it means something else."""
    clause = verb_clause_of(sentence, token, memory)
    indicator, lemma = _sense(token.lemma, clause)
    if lemma in _YIELDING and clause.subject is not None and NOUN_ANCHORS.get(clause.subject.lemma) in FLOWS:
        return None  # "exports brought in 148 mln dlrs": the sum is that of the noun
    roles = (_BY_LEMMA.get(lemma) or _BY_INDICATOR[indicator])(clause)
    if roles is None:
        return None
    indicator = roles.indicator or indicator
    if roles.matter is not None and roles.matter.lemma in _SECURITIES:
        return None
    if lemma in CONDITIONAL_VERBS and clause.object is not None and clause.object.lemma in _FLOWS_THEMSELVES:
        return None
    partner = roles.partner if roles.partner != roles.reporter else None
    if (faced := faced_by_group(clause, indicator, roles)) is not None:
        return Frame(
            token, "imports" if indicator == "exports" else "exports", faced, None, _good_of_verb(sentence, roles.matter, goods),
            start=min(clause.subject.left_edge.idx, token.idx), end=max(clause.near.end, token.idx + len(token)), verb=True, group=True,
            inferred=() if faced == partner else ("reporter",),
        )  # fmt: skip
    if not _means_trade(lemma, sentence, token, memory, roles.reporter, partner):
        return None
    several = listed_with(clause, indicator, roles)
    partner = None if several else partner
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
        whole=(begins and (clause.near.whole or _in_all(sentence, clause)))
        or (partner == "WLD" and lemma in _GOODS_MOVED),
        group=partner is None
        and (
            (lemma == "trade" and begins and _AND_NEIGHBOURS.search(_subject(clause)) is not None)
            or (indicator in FLOWS and (bool(several) or (clause.near.group and roles.reporter is not None)))
        ),
        partners=several,
        inferred=("reporter",) if lemma == "get gear" and not named_in(sentence, roles.reporter) else (),
        weak=lemma in CONDITIONAL_VERBS,
        partner_prep=roles.prep,
    )


def _subject(clause: VerbClause) -> str:
    return clause.sentence.text[clause.subject.left_edge.idx : clause.token.idx]


_AND_NEIGHBOURS = re.compile(r"\band\s+(?:its|their)\s+(?:[\w-]+\s+){0,2}(?:neighbou?r\w*|partners|allies)\b")
"""As in "Chad and its neighbours traded": with a group."""


def _in_all(sentence: Sentence, clause: VerbClause) -> bool:
    return IN_ALL.match(sentence.text[: clause.subject.left_edge.idx]) is not None


def paid_to_seller(memory: Memory, sentence: Sentence, reporter: str | None) -> bool:
    """As in "Ethiopia earned 141 million from electricity exports. Djibouti paid 48 million": what was sold just before."""
    flow = memory.flow
    just = flow is not None and sentence.index - memory.flow_sentence <= 1
    return just and flow is not None and flow.indicator == "exports" and reporter not in {None, flow.reporter}


def _means_trade(
    lemma: str, sentence: Sentence, token: Token, memory: Memory, reporter: str | None, partner: str | None
) -> bool:
    """A verb of many senses needs a country and a figure beside it, a payment a sum, a debt both sides."""
    if lemma in {"owe", "lend"} and not (reporter and partner):
        return False
    if lemma == "exchange" and not GOODS_FOR_GOODS.search(sentence.text, token.idx):
        return False
    if lemma in _BUYS_UP and not _BOUGHT_UP.match(sentence.text, token.idx + len(token)):
        return False
    if lemma == "take" and NO_TAKING.match(sentence.text, token.idx + len(token)):
        return False
    if lemma == "pay" and _PAID_NO_GOODS.match(sentence.text, token.idx + len(token)):
        return False
    if lemma == "pay" and partner is None and not re.search(r"\bfor\b", sentence.text):
        return paid_to_seller(memory, sentence, reporter)
    if lemma in _PAYING and not any(
        (f.kind in {"money", "quantity"} and f.unit != "people") or (lemma not in _GIVING and is_share(sentence, f))
        for f in sentence.figures
    ):
        return False
    if lemma in CONDITIONAL_VERBS and lemma != "reach":
        return bool((reporter or partner) and (sentence.figures or (reporter and partner and compares_amounts(token))))
    return True


def _sense(lemma: str, clause: VerbClause) -> tuple[Indicator, str]:
    """What a verb tells in its clause, and the verb that it then stands for."""
    for verbs, means, indicator, stands_for in _OTHER_SENSES:
        if lemma in verbs and means(clause):
            return indicator, stands_for or lemma
    return VERB_ANCHORS.get(lemma) or EARNING_VERBS[lemma], lemma


def _provides_as_sold(clause: VerbClause) -> bool:
    """As in "Russia supplied 1.96 million barrels, Iraq exported 830,000, the UAE provided 203,000 bpd": sold like what was told before it."""
    sold = any(t.lemma in _SOLD_BEFORE and t.pos == "VERB" for t in clause.sentence.tokens if t.i < clause.token.i)
    behind = next((f for f in clause.sentence.figures if f.start > clause.token.idx), None)
    return sold and behind is not None and behind.unit in CARGO and not clause.passive


_SOLD_BEFORE = words("supply export ship sell deliver")


_OTHER_SENSES: Final[tuple[tuple[frozenset[str], Callable[[VerbClause], bool], Indicator, str | None], ...]] = (
    (
        words("bring pour pump channel"),
        lambda clause: brought_by_investors(clause) is not None,
        "investment",
        "put into",
    ),
    (words("take bring get receive draw"), lambda clause: taken_from_all(clause) is not None, "other", "take money"),
    (words("send transfer wire remit"), lambda clause: sent_money(clause) is not None, "other", "send money"),
    (words("pay"), lambda clause: paid_back(clause) is not None, "debt", "pay back"),
    (words("pump"), lambda clause: not has_money(clause) or counts_first(clause), "exports", None),
    (words("bring"), lambda clause: brought_into(clause) is not None, "imports", "bring into"),
    (
        words("bring"),
        lambda clause: taken_in(clause) is not None and (clause.near.first("from") is not None or brings_cargo(clause)),
        "imports",
        "take",
    ),
    (
        words("earn make fetch net bring receive get collect"),
        lambda clause: earned_from(clause) is not None,
        "exports",
        "earn from",
    ),
    (words("spend"), spent_by_visitors, "tourism", None),
    (
        words("send pledge promise commit offer announce"),
        lambda clause: weapons_given(clause) is not None,
        "aid",
        "give weapons",
    ),
    (words("send"), sends_goods, "exports", "ship"),
    (words("provide"), _provides_as_sold, "exports", "ship"),
    (words("send"), lambda clause: clause.sentence.of_travel and counts_people(clause), "tourism", "send travellers"),
    (_GOING, counts_people, "tourism", "travel"),
    (words("take spend"), holidays_taken, "tourism", "travel"),
    (words("receive get attract draw obtain"), gets_from_investors, "investment", "get from investors"),
    (words("receive get"), gets_remittances, "other", "get remittances"),
    (words("receive get"), lambda clause: gear_got(clause) is not None, "aid", "get gear"),
    (words("receive"), gets_cargo, "imports", "get"),
    (
        words("receive get obtain draw attract secure"),
        lambda clause: received(clause) is not None,
        "aid",
        "receive money",
    ),
    (MOVING, lambda clause: money_moved(clause) is not None, "other", "move money"),
    (words("put"), lambda clause: put_into(clause) is not None, "investment", "put into"),
)
"""Verbs that tell another flow in some clauses: "Canada sent 428,000 tourists", "Germany received 1.2 million tonnes of oil"."""
_Read = Callable[[VerbClause], VerbRoles | None]
_BY_LEMMA: Final[Mapping[str, _Read]] = {
    "earn from": earned_from, "make": earned_from, "reach": reached, "owe": owed_by, "visit": visited, "put": put_by_firms, "hold": put_by_firms, "own": put_by_firms, "register": put_by_firms, "commit": lambda clause: put_by_firms(clause) or promised(clause), "inject": put_by_firms,
    "spend": spent_on, "hand": handed_over, "send": sent_home, "remit": sent_home, "bring": brought_in, "bring into": brought_into, "earn": brought_in,
    "fetch": brought_in, "smuggle": smuggled, "pump": pumped,
    "give weapons": weapons_given, "get gear": gear_got, "travel": travelled, "lift": lifted, "leave": crossed, "enter": crossed, "take": taken, "let": let_in, "receive money": received, "move money": money_moved, "flow": money_moved, "move": money_moved, **dict.fromkeys(words("obtain secure"), received), "put into": put_into, "send money": sent_money, "take money": taken_from_all, "pay back": paid_back, **dict.fromkeys(PROMISING, promised), **dict.fromkeys(words("wire transfer"), lambda clause: sent_home(clause) or promised(clause)), **dict.fromkeys(FORGIVING, forgiven), "borrow": borrowed, "repay": borrowed, **dict.fromkeys(words("support help assist"), supported_with), **dict.fromkeys(words("finance fund"), lambda clause: supported_with(clause) or promised(clause)), "get remittances": remittances_received, "get from investors": invested_by_all, "send travellers": travellers_sent, "come": came_into, "cost": cost_of, "go": gone_to, "get": got, "arrive": came_into,
}  # fmt: skip
_BY_INDICATOR: Final[Mapping[Indicator, _Read]] = {
    "exports": exports_of,
    "imports": imports_of,
    "trade": trade_of,
    "investment": gift_of,
    "debt": gift_of,
    "aid": gift_of,
    "tourism": tourists_of,
    "tariff": tariff_of,
    "consumption": consumption_of,
}


def _good_of_verb(sentence: Sentence, matter: Token | None, goods: list[Good]) -> Good | None:
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
