"""Frames of nouns: "exports", "trade deficit", "aid" with their countries, their product and their sign.

A noun that only looks like one of trade is passed over: "trade minister", "balance of power", an exchange of views.
"""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.deposits import bank_behind
from tieline.read.frames.group_rows import with_bloc
from tieline.read.frames.noun_gifts import gift_sides
from tieline.read.frames.noun_goods import good_of_noun
from tieline.read.frames.noun_senses import (
    WORTH_MOVED,
    after_cargo,
    is_of_buyer,
    means_trade,
    of_cargo,
    placed_by_owner,
)
from tieline.read.frames.noun_sides import told_by_clause
from tieline.read.frames.phrase import Near, look_round
from tieline.read.frames.roles import Roles, roles_of_noun
from tieline.read.frames.traffic import TRAFFIC, traffic_sides
from tieline.read.frames.works import built_by, is_of_works
from tieline.read.story.document import Sentence
from tieline.read.story.goods import Good
from tieline.read.story.memory import Frame, Memory
from tieline.read.syntax.tokens import Token
from tieline.read.words.trade import DOWN_NOUNS, NOUN_ANCHORS, OWED, UP_NOUNS, WEAK_NOUNS, words

_CARRIERS = words(
    "volume value total figure growth turnover earning revenue receipt bill sale flow level amount relation traffic deficit surplus gap balance imbalance shortfall partner share statistic datum performance situation position picture request income line facility rate quota"
)
"""Nouns that a word of trade may stand before and still be what the phrase is about ("export earnings")."""
_OTHER_TRADE = re.compile(
    r"\b(?:capital|wholesale|retail|stock|share|equity|securities|bond|currency|futures|slave|insider|fair|free|world|global)[\s-]+$",
    re.IGNORECASE,
)
"""Before "trade", "exports", "sales": what crosses no border, or is money alone."""
_WITH_ALL = re.compile(r"\b(?:current[- ]account\b[^.;,]{0,24}|payments\)?\s+)$", re.IGNORECASE)
"""Before "surplus": the balance of everything with everyone."""
_BALANCE_OF_TRADE = re.compile(r"trade balance|balance of (?:foreign |bilateral |mutual )?trade", re.IGNORECASE)
_IN_THE_RED = re.compile(r"\b(?:negative|passive|adverse|unfavou?rable)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_SIGNED_BALANCE = re.compile(
    r"\b(?:negative|positive|passive|adverse|unfavou?rable|favou?rable)\s+(?:(?:trade|commercial|bilateral)\s+)?$",
    re.IGNORECASE,
)
"""Before "balance": it is that of a trade."""
_MAIN = re.compile(r"\b(?:main|top|leading|biggest|largest|chief|principal)\s+(?:foreign\s+)?$")
"""Before "export": what a country sells most of, to whomever."""
_FOREIGN_TRADE = re.compile(
    r"\b(?:foreign|external|overall|total)\s+trade\s+$|\b(?:foreign|external)\s+$", re.IGNORECASE
)
"""Before "deficit", before "trade": that with all."""
_WITH_PARTS = re.compile(
    r",?\s+(?:including|of which|made up of|consisting of|with)\b[^;]{0,60}\b(?:surplus|deficit|gap|shortfall|billion|million|mln|bn)\b[^;]{0,30}\bwith\b",
    re.IGNORECASE,
)
"""Behind "surplus": what of it is with one country."""
_NEGATIVE = frozenset({"deficit", "shortfall", "gap", "imbalance"})
_TELLING = frozenset({"say", "report", "announce", "add", "note", "revise", "estimate", "predict"})
_LONGEST_START = 14


def noun_frame(sentence: Sentence, token: Token, goods: list[Good], memory: Memory) -> Frame | None:
    """The frame of a noun of trade; None where it means something else."""
    lemma = token.lower if token.tag == "VBG" else token.lemma
    if token.tag == "NNP" and token.dep == "nsubj" and token.head.lemma in _TELLING:
        return None  # "Commerce said", "Trade reported": a ministry
    if not means_trade(lemma, sentence, token, memory) or _modifies_another(sentence, token):
        return None
    if lemma not in OWED and _OTHER_TRADE.search(sentence.text[: token.idx]):
        return None
    if lemma == "order" and (is_of_buyer(token) or placed_by_owner(sentence, token, memory)):
        lemma = "purchase"
    indicator = NOUN_ANCHORS[lemma]
    begin = token.head.head if token.dep == "pobj" and token.head.head.lemma == "balance" else _carrier_of(token)
    near = look_round(sentence, begin)
    if lemma == "arrival" and (of_cargo(sentence, token, goods) or after_cargo(sentence, memory)):
        indicator = "imports"
    roles = roles_of_noun(indicator, lemma, near, sentence, token, memory=memory)
    if lemma in TRAFFIC:
        between = traffic_sides(near, sentence, memory)
        if between is None:
            return None
        roles = between
    gift = gift_sides(roles, indicator, lemma, near, sentence, token, memory=memory)
    roles = gift or told_by_clause(roles, indicator, lemma, near, sentence, token, memory=memory)
    moved = WORTH_MOVED.match(sentence.text, token.idx + len(token)) if lemma == "good" else None
    if (near.pair and lemma in {"shipment", "flow", "delivery"}) or (
        moved and moved["both"] and ("hands" in moved["both"] or not near.by_prep)
    ):
        indicator = "trade"  # "cross-border shipments" go both ways
    if moved and not moved["both"] and (origin := _came_from(sentence, moved.end())) is not None:
        roles = roles._replace(reporter=origin, partner=None)
    if lemma == "deposit" and (bank := bank_behind(sentence, token.idx, roles.reporter)) is not None:
        roles = roles._replace(partner=bank)
    if lemma == "inflow" and _INVESTED.search(sentence.text[: token.idx]):
        indicator = "investment"
    if is_of_works(lemma, sentence):
        roles, indicator = built_by(roles, sentence, token, memory), "other"
    left = begin.left_edge
    return Frame(
        token,
        indicator,
        roles.reporter,
        roles.partner,
        good_of_noun(sentence, token, near, goods, indicator),
        start=left.idx if token.i - left.i < _LONGEST_START else token.idx,
        end=max(near.end, token.idx + len(token)),
        sign=-1 if lemma in _NEGATIVE or (lemma == "balance" and _tells_red(sentence, token)) else 1,
        inferred=("reporter", "partner") if near.pair and not near.left else (),
        whole=near.whole or _is_whole(sentence, token, lemma, indicator, roles, begin.left_edge.idx),
        group=near.group
        or bool(_several_partners(near))
        or (indicator == "tourism" and _of_region(sentence, token))
        or with_bloc(indicator, roles.partner, sentence, token),
        partners=_several_partners(near),
        weak=_is_weak(sentence, token, lemma, left.idx),
        partner_prep=roles.prep,
    )


def _is_whole(sentence: Sentence, token: Token, lemma: str, indicator: Indicator, roles: Roles, start: int) -> bool:
    """A flow that the words call all of a country's: "total", "main export", "foreign trade", a surplus whose parts follow."""
    before, alone = sentence.text[: token.idx], roles.partner is None
    if indicator == "balance":
        parts = alone and _WITH_PARTS.match(sentence.text, token.idx + len(token)) is not None
        if parts or _WITH_ALL.search(before):
            return True
    if indicator in {"investment", "other"} and _TOTAL_OF.search(sentence.text[:start]):
        return True
    main = lemma == "export" and token.dep == "attr" and _MAIN.search(before) is not None
    return alone and (main or _FOREIGN_TRADE.search(sentence.text[start : token.idx]) is not None)


def _is_weak(sentence: Sentence, token: Token, lemma: str, start: int) -> bool:
    """A noun that means trade only at times, with no word beside it that makes it so."""
    before = sentence.text[: token.idx]
    if lemma not in WEAK_NOUNS or _OUTBOUND.search(sentence.text[start : token.idx]):
        return False
    if lemma == "gap":
        return _TRADE_BEFORE.search(before) is None
    if lemma == "balance":
        of_trade = _BALANCE_OF_TRADE.search(sentence.text, max(0, token.idx - 8), token.idx + 18)
        return of_trade is None and _SIGNED_BALANCE.search(before) is None
    return True


_INVESTED = re.compile(r"\b(?:investment|FDI)\s+$")
_TOTAL_OF = re.compile(r"\b(?:total|overall|combined|aggregate)\s+(?:[\w-]+\s+){0,3}of\s+$", re.IGNORECASE)


def _of_region(sentence: Sentence, token: Token) -> bool:
    """As in "South Asian visitors": of several countries without a code."""
    return _REGION.search(sentence.text[: token.idx]) is not None


_REGION = re.compile(
    r"\b(?:(?:Middle|Far)\s+Eastern|(?:South|East|Southeast|South-East|Central|West|North|Western|Eastern|Northern|Southern)(?:ern)?\s+(?:Asian|European|African|American)|African|Asian|European|Arab|Latin\s+American|Nordic|Scandinavian|Gulf|long-haul|regional)\s+(?:tourist\s+|visitor\s+)?$"
)


def _tells_red(sentence: Sentence, token: Token) -> bool:
    """As in "a negative trade balance", "the trade balance was in the red"."""
    behind = token.idx + len(token)
    return bool(_IN_THE_RED.search(sentence.text[: token.idx]) or _RED_BEHIND.match(sentence.text, behind))


_RED_BEHIND = re.compile(r"[^.;,]{0,30}?\bin the red\b", re.IGNORECASE)
_OUTBOUND = re.compile(r"\b(?:outbound|overseas|outgoing|export)\s+$", re.IGNORECASE)
"""Before "shipments": they are exports, whatever is in them."""
_TRADE_BEFORE = re.compile(r"\b(?:trade|trading)\s+$", re.IGNORECASE)


def _came_from(sentence: Sentence, behind: int) -> str | None:
    """As in "goods worth 1.58 trillion came from China": who sold them."""
    lead = _FROM_NEXT.match(sentence.text, behind)
    return next((m.code for m in sentence.mentions if lead and m.start == lead.end()), None)


_FROM_NEXT = re.compile(r"\s+from\s+(?:the\s+)?")


def _several_partners(near: Near) -> tuple[str, ...]:
    """As in "exports to Peru and Chile": every one of them."""
    if near.pair:
        return ()
    named = (tuple(dict.fromkeys(m.code for m in near.by_prep.get(prep, []))) for prep in ("to", "with", "from"))
    return next((codes for codes in named if len(codes) > 1), ())


def _modifies_another(sentence: Sentence, token: Token) -> bool:
    """As in "trade minister", "export promotion office", "Trade Ministry": the word only tells which minister.

    A figure is nothing that it could modify: "imports rose to 3 billion dollars and exports 4 billion".
    """
    if token.pos == "PROPN" and token.text[0].isupper() and token.i > 0 and (token.dep == "compound" or _named(token)):
        return True
    if token.dep == "pobj" and token.head.lower == "of" and token.head.head.lemma in _OFFICES:
        return True  # "the department of trade"
    if token.dep not in {"compound", "nmod", "amod", "npadvmod"} or token.head.i <= token.i:
        return False
    head = token.head
    while head.dep == "compound" and head.head.i > head.i:
        head = head.head
    if any(f.start <= head.idx < f.end for f in sentence.figures):
        return False
    if NOUN_ANCHORS.get(token.lemma) == "aid" and head.lemma in _PROGRAMMES:
        return False
    if token.lemma in _SIGNED and head.lemma in _PAPERS:
        return False
    return (
        (head.lemma not in NOUN_ANCHORS or head.lemma in _OF_THEIR_OWN)
        and head.lemma not in _CARRIERS
        and not (token.lemma in _MOVED and head.lemma in _MOVES)
    )


_OF_THEIR_OWN = words("sanction tax contract deposit credit loan debt")
"""What stands before them only tells the kind: "export credits of 3 billion dollars" are owed, not sold."""
_MOVES = (UP_NOUNS | DOWN_NOUNS) - words("loss setback cut plus minus boom advance")
_MOVED = words("trade export import")
"""What stands before its own movement: "saw their trade rise by 43 percent"."""


_OFFICES = words("department ministry minister secretary board office chamber bureau directorate")
_PROGRAMMES = words("programme program strategy scheme package pledge commitment")
"""As in "a new aid strategy for Chad": what it is worth is the aid."""
_SIGNED = words("loan credit grant")
_PAPERS = words("agreement deal contract accord")
"""As in "a loan agreement with Tunisia worth 12 million": what is signed is the loan."""


def _carrier_of(token: Token) -> Token:
    """As in "Peru's export earnings from coffee": the noun whose phrase it is, and whose countries are those of the flow."""
    head = token
    while head.dep in {"compound", "nmod", "amod"} and head.head.i > head.i and head.head.pos in {"NOUN", "PROPN"}:
        head = head.head
    carries = head.lemma in _CARRIERS - {"partner"} and (head.lemma not in NOUN_ANCHORS or head.lemma in _OF_A_FLOW)
    return head if carries else token


_OF_A_FLOW = frozenset({"earning", "volume"})
"""Words of trade themselves, which only count the flow before them: "the trade volume with Thailand"."""


def _named(token: Token) -> bool:
    """As in "the Chamber of Commerce", "Department of Trade and Industry": a word of a name."""
    head = token.head
    while head.dep in {"conj", "prep", "pobj"} and head.head is not head and head.pos != "VERB":
        if head.pos == "PROPN" and head.text[0].isupper():
            return True
        head = head.head
    return bool(head.pos == "PROPN" and head.text[0].isupper() and head is not token)
