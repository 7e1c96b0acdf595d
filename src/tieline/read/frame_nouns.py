"""Frames of nouns: "exports", "trade deficit", "aid" with their countries, their product and their sign.

A noun that only looks like one of trade is passed over: "trade minister", "balance of power", an exchange of views.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from tieline.model.money import CARGO
from tieline.model.vocabulary import Indicator
from tieline.read.frame_memory import FLOWS, Frame, Memory
from tieline.read.frame_phrase import FINITE_TAGS, Near, look_round, object_of
from tieline.read.frame_rates import good_taxed
from tieline.read.frame_roles import roles_of_noun
from tieline.read.frame_subjects import sentence_subject
from tieline.read.goods import Good, good_of_phrase, goods_in
from tieline.read.lexicon import NOUN_ANCHORS, OWED, WEAK_NOUNS, words
from tieline.read.story import Sentence
from tieline.read.trade_senses import (
    AT_BORDER,
    FLOW_OF_GOODS,
    FROM_ABROAD,
    OF_TRADE,
    ON_IMPORTS,
    STATE_BONDS,
    WITH_SOMEONE,
)

_CARRIERS = words(
    "volume value total figure growth turnover earning revenue receipt bill sale flow level amount relation traffic deficit surplus gap balance imbalance shortfall partner share statistic datum performance situation position picture income line facility rate quota"
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
_FOREIGN = re.compile(r"\b(?:foreign|external|overseas|international|hard[- ]currency)\b", re.IGNORECASE)
_FOREIGN_TRADE = re.compile(
    r"\b(?:foreign|external|overall|total)\s+trade\s+$|\b(?:foreign|external)\s+$", re.IGNORECASE
)
"""Before "deficit", before "trade": that with all."""
_WITH_PARTS = re.compile(
    r",?\s+(?:including|of which|made up of|consisting of|with)\b[^;]{0,60}\b(?:surplus|deficit|gap|shortfall|billion|million|mln|bn)\b[^;]{0,30}\bwith\b",
    re.IGNORECASE,
)
"""Behind "surplus": what of it is with one country."""
_OF_TRADE_GAP = re.compile(
    r"\b(?:trade|trading|commercial|current|payments|merchandise|goods|visible|bilateral|agricultural|food)\b",
    re.IGNORECASE,
)
_BUDGET_LEAD = re.compile(r"\b(?:budget|fiscal|federal|government|public)\b", re.IGNORECASE)
_OF_BUDGET = re.compile(
    r"\b(?:budget|fiscal|federal)\s+(?:deficit|surplus|gap|shortfall)|deficit in the budget", re.IGNORECASE
)
_TRADES = re.compile(r"\b(?:trade|exports?|imports?|shipments)\b", re.IGNORECASE)
_WORTH_IN = re.compile(r"\s+(?:in|of|worth of)\s+(?:the\s+)?(?:trade\s+|tariff\s+|economic\s+)?")
_JUST_SPOKEN = 3
_MOVED = re.compile(
    r"\s+(?:that\s+(?:were\s+|are\s+)?)?(?:trucked|moved|brought|flown|transported|hauled|carried|entering|coming|going|crossing|arriving|bound|destined|entered|came|went|crossed)\b"
)
"""Behind "goods": they cross a border."""
_WORTH_MOVED = re.compile(
    r"\s+(?:worth|valued at)\s[^,;]{3,60}?\s(?:that\s+)?(?:(?P<both>crossed|passed|moved|(?:were|was|are|is|had been|have been)\s+(?:traded|exchanged))|entered|came|went|left|flowed)\b",
    re.IGNORECASE,
)
"""The same behind their worth; what crosses a border may go either way."""
_INVESTED = re.compile(r"\b(?:investment|FDI|foreign-invested)\s+$")
_WITH_CAPITAL = re.compile(
    r"\s+(?:in\s+[\w ]{3,30}?\s+)?(?:worth|valued at|totall?ing|with (?:a |the )?(?:total |combined |overall )?(?:registered |invested |investment )?(?:capital|value))\b"
)
"""Beside "project": one that money was put into."""
_TRAVELLERS = re.compile(r"tourist|visitor|travell?er|passenger|holidaymaker", re.IGNORECASE)
_NEW_PHRASE = re.compile(r"[,;:]|\b(?:of|and|to|in|with)\b")
"""What parts a product from the noun behind it: "oil and exports" are no oil exports."""
_NEGATIVE = frozenset({"deficit", "shortfall", "gap", "imbalance"})
_WITHOUT_GOODS: Final[frozenset[Indicator]] = frozenset({"investment", "debt", "aid", "tourism"})
_TELLING = frozenset({"say", "report", "announce", "add", "note", "revise", "estimate", "predict"})
_ON_REACH = 9
_LONGEST_START = 14
_LONGEST_VISIT = 24
_FARTHEST_GOOD = 28


def noun_frame(sentence: Sentence, token: Any, goods: list[Good], memory: Memory) -> Frame | None:
    """The frame of a noun of trade; None where it means something else."""
    lemma = token.lower if token.tag == "VBG" else token.lemma
    if token.tag == "NNP" and token.dep == "nsubj" and token.head.lemma in _TELLING:
        return None  # "Commerce said", "Trade reported": a ministry
    means_trade = _MEANS_TRADE.get(lemma)
    if (means_trade and not means_trade(sentence, token, memory)) or _modifies_another(sentence, token):
        return None
    if lemma not in OWED and _OTHER_TRADE.search(sentence.text[: token.idx]):
        return None
    indicator = NOUN_ANCHORS[lemma]
    begin = token.head.head if token.dep == "pobj" and token.head.head.lemma == "balance" else _carrier_of(token)
    near = look_round(sentence, begin)
    if lemma == "arrival" and (_of_cargo(sentence, token, goods) or _after_cargo(sentence, memory)):
        indicator = "imports"
    roles = roles_of_noun(indicator, lemma, near, sentence, token, memory=memory)
    if indicator == "tourism" and (visited := _visited(sentence, token)) is not None:
        roles = roles._replace(reporter=visited)
    if indicator == "investment" and roles.reporter is None and roles.partner and _from_all(sentence, token):
        roles = roles._replace(reporter="WLD")
    if lemma in {"remittance", "inflow"} and roles.reporter is None and roles.partner and token.dep == "nsubj":
        roles = roles._replace(reporter="WLD")
    if lemma == "trip" and roles.partner is None:
        origin = sentence_subject(sentence, token, memory)
        host = roles.reporter if roles.reporter != origin else memory.host
        roles = roles._replace(reporter=host if host != origin else None, partner=origin)
    if lemma in OWED and roles.reporter is None and _owed_abroad(sentence, token):
        roles = roles._replace(reporter="WLD")
    if roles.reporter is None and indicator in {"exports", "imports"} and (maker := _maker(sentence, token)):
        roles = roles._replace(reporter=maker)
    if roles.reporter is None and indicator == "balance":
        roles = roles._replace(reporter=_whose_clause(sentence, token) or _gapped_owner(sentence, token))
    moved = _WORTH_MOVED.match(sentence.text, token.idx + len(token)) if lemma == "good" else None
    if (near.pair and lemma in {"shipment", "flow", "delivery"}) or (moved and moved["both"] and not near.by_prep):
        indicator = "trade"  # "cross-border shipments" go both ways
    if moved and not moved["both"] and (origin := _came_from(sentence, moved.end())) is not None:
        roles = roles._replace(reporter=origin, partner=None)
    left = begin.left_edge
    parts = (
        indicator == "balance" and roles.partner is None and _WITH_PARTS.match(sentence.text, token.idx + len(token))
    )
    return Frame(
        token,
        indicator,
        roles.reporter,
        roles.partner,
        _good_of_noun(sentence, token, near, goods, indicator),
        start=left.idx if token.i - left.i < _LONGEST_START else token.idx,
        end=max(near.end, token.idx + len(token)),
        sign=-1 if lemma in _NEGATIVE or (lemma == "balance" and _IN_THE_RED.search(sentence.text[: token.idx])) else 1,
        inferred=("reporter", "partner") if near.pair and not near.left else (),
        whole=near.whole
        or bool(parts)
        or (roles.partner is None and _FOREIGN_TRADE.search(sentence.text[left.idx : token.idx]) is not None)
        or (indicator == "balance" and _WITH_ALL.search(sentence.text[: token.idx]) is not None),
        group=near.group or bool(_several_partners(near)),
        partners=_several_partners(near),
        weak=lemma in WEAK_NOUNS
        and _OUTBOUND.search(sentence.text[left.idx : token.idx]) is None
        and not (lemma == "gap" and _TRADE_BEFORE.search(sentence.text[: token.idx]))
        and not (lemma == "balance" and _BALANCE_OF_TRADE.search(sentence.text, max(0, token.idx - 8), token.idx + 18)),
        partner_prep=roles.prep,
    )


_OUTBOUND = re.compile(r"\b(?:outbound|overseas|outgoing|export)\s+$", re.IGNORECASE)
"""Before "shipments": they are exports, whatever is in them."""
_TRADE_BEFORE = re.compile(r"\b(?:trade|trading)\s+$", re.IGNORECASE)


def _owed_abroad(sentence: Sentence, token: Any) -> bool:
    """As in "a foreign debt of", "its 68 billion dlr debt to commercial banks"."""
    behind = token.idx + len(token)
    return bool(_FOREIGN.search(sentence.text[token.left_edge.idx : token.idx]) or _TO_ALL.match(sentence.text, behind))


_TO_ALL = re.compile(
    r"\s+to\s+(?:its\s+|the\s+)?(?:western|foreign|commercial|overseas|international|bank)\b", re.IGNORECASE
)


def _visited(sentence: Sentence, token: Any) -> str | None:
    """As in "tourists visiting Kenya", "visitors who came to Fiji"."""
    near = re.match(
        r"\s+(?:visiting|travelling to|traveling to|coming to|arriving in)\s+(?:the\s+)?",
        sentence.text[token.idx + len(token) :],
    )
    if near:
        at = token.idx + len(token) + near.end()
        return next((m.code for m in sentence.mentions if m.start == at), None)
    for clause in token.children:
        if clause.dep in {"acl", "relcl"} and clause.lemma in {
            "visit",
            "come",
            "travel",
            "arrive",
            "fly",
            "enter",
            "head",
        }:
            behind = [m for m in sentence.mentions if 0 < m.start - clause.idx < _LONGEST_VISIT]
            return behind[0].code if behind else None
    return None


def _maker(sentence: Sentence, token: Any) -> str | None:
    """As in "the shipment of 2 mln barrels will be made by the Saudis"."""
    if token.dep != "nsubjpass":
        return None
    for agent in token.head.children:
        named = object_of(agent) if agent.dep == "agent" else None
        if named is not None and (mention := sentence.mention_at(named)):
            return mention.code
    return None


def _came_from(sentence: Sentence, behind: int) -> str | None:
    """As in "goods worth 1.58 trillion came from China": who sold them."""
    lead = _FROM_NEXT.match(sentence.text, behind)
    return next((m.code for m in sentence.mentions if lead and m.start == lead.end()), None)


_FROM_NEXT = re.compile(r"\s+from\s+(?:the\s+)?")


def _from_all(sentence: Sentence, token: Any) -> bool:
    """As in "Foreign direct investment in Morocco reached 21.6 billion": the subject, and no investor is named."""
    subject = token.dep in {"nsubj", "nsubjpass"} and _FOREIGN_MONEY.search(sentence.text[token.left_edge.idx :])
    inside = {m.code for m in sentence.mentions if token.left_edge.idx <= m.start <= token.right_edge.idx}
    return bool(subject) and len(inside) == 1


_FOREIGN_MONEY = re.compile(r"\b(?:foreign|overseas|FDI|inward)\b", re.IGNORECASE)


def _whose_clause(sentence: Sentence, token: Any) -> str | None:
    """As in "the surplus Japan saw in its trade with Korea"."""
    for clause in token.children:
        if clause.dep == "relcl":
            for word in clause.children:
                if word.dep == "nsubj" and (mention := sentence.mention_at(word)):
                    return mention.code
    return None


def _gapped_owner(sentence: Sentence, token: Any) -> str | None:
    """As in "Germany posted a surplus of 31 billion and Japan a 76 billion dlr surplus": whose name stands before the phrase."""
    begin = token.left_edge.idx
    last = next((m for m in reversed(sentence.mentions) if m.end <= begin), None)
    if last is None or _NEXT_PHRASE.fullmatch(sentence.text[last.end : begin]) is None:
        return None
    return last.code if _JOINED.search(sentence.text[: last.start]) else None


_NEXT_PHRASE = re.compile(r"\s+|\s+(?:a|an|its)\s+")
_JOINED = re.compile(r"(?:,|;|\band|\bwhile|\bagainst|,\s+with)\s+(?:the\s+)?$")


def _several_partners(near: Near) -> tuple[str, ...]:
    """As in "exports to Peru and Chile": every one of them."""
    if near.pair:
        return ()
    named = (tuple(dict.fromkeys(m.code for m in near.by_prep.get(prep, []))) for prep in ("to", "with", "from"))
    return next((codes for codes in named if len(codes) > 1), ())


def _modifies_another(sentence: Sentence, token: Any) -> bool:
    """As in "trade minister", "export promotion office", "Trade Ministry": the word only tells which minister.

    A figure is nothing that it could modify: "imports rose to 3 billion dollars and exports 4 billion".
    """
    if token.pos == "PROPN" and token.text[0].isupper() and token.i > 0 and (token.dep == "compound" or _named(token)):
        return True
    if token.dep not in {"compound", "nmod", "amod", "npadvmod"} or token.head.i <= token.i:
        return False
    head = token.head
    while head.dep == "compound" and head.head.i > head.i:
        head = head.head
    if any(f.start <= head.idx < f.end for f in sentence.figures):
        return False
    if token.lemma in _SIGNED and head.lemma in _PAPERS:
        return False
    return (head.lemma not in NOUN_ANCHORS or head.lemma in {"sanction", "tax"}) and head.lemma not in _CARRIERS


_SIGNED = words("loan credit grant")
_PAPERS = words("agreement deal contract accord")
"""As in "a loan agreement with Tunisia worth 12 million": what is signed is the loan."""


def _carrier_of(token: Any) -> Any:
    """As in "Peru's export earnings from coffee": the noun whose phrase it is, and whose countries are those of the flow."""
    head = token
    while head.dep in {"compound", "nmod", "amod"} and head.head.i > head.i and head.head.pos in {"NOUN", "PROPN"}:
        head = head.head
    carries = head.lemma in _CARRIERS - {"partner"} and (head.lemma not in NOUN_ANCHORS or head.lemma == "earning")
    return head if carries else token


def _named(token: Any) -> bool:
    """As in "the Chamber of Commerce", "Department of Trade and Industry": a word of a name."""
    head = token.head
    while head.dep in {"conj", "prep", "pobj"} and head.head is not head and head.pos != "VERB":
        if head.pos == "PROPN" and head.text[0].isupper():
            return True
        head = head.head
    return bool(head.pos == "PROPN" and head.text[0].isupper() and head is not token)


def _exchange(sentence: Sentence, token: Any, _memory: Memory) -> bool:
    return OF_TRADE.search(sentence.text[max(0, token.idx - 14) : token.idx + 24]) is not None


def _flow(sentence: Sentence, token: Any, memory: Memory) -> bool:
    """A flow of goods, or any flow soon after trade was spoken of."""
    return bool(FLOW_OF_GOODS.match(sentence.text[token.idx :])) or memory.frame_sentence >= sentence.index - 2


def _business(sentence: Sentence, token: Any, _memory: Memory) -> bool:
    return WITH_SOMEONE.match(sentence.text[token.idx + len(token) :]) is not None


def _tax(sentence: Sentence, token: Any, _memory: Memory) -> bool:
    """As in "export tax", "a tax on imports of steel"."""
    text = sentence.text
    return AT_BORDER.search(text[: token.idx]) is not None or ON_IMPORTS.match(text, token.idx + len(token)) is not None


def _traveller(sentence: Sentence, _token: Any, _memory: Memory) -> bool:
    """A passenger, a guest or a departure in a story about travellers."""
    return sentence.of_travel and any(f.unit == "people" for f in sentence.figures)


def _transfer(sentence: Sentence, token: Any, memory: Memory) -> bool:
    """Money sent home: "cash transfers from Saudi Arabia", or any transfers soon after remittances were spoken of."""
    if re.search(r"\b(?:cash|money|family|worker)\s+$", sentence.text[: token.idx], re.IGNORECASE):
        return True
    alone = not any(c.dep == "compound" for c in token.children)
    if alone and re.search(r"\bremittances?\b", sentence.text[: token.idx], re.IGNORECASE):
        return True
    last = memory.frame if sentence.index - memory.frame_sentence <= _JUST_SPOKEN else None
    return alone and last is not None and last.indicator == "other"


def _trip(sentence: Sentence, token: Any, _memory: Memory) -> bool:
    """As in "made 3.5 million trips": many, each of a traveller."""
    return any(f.unit == "people" and f.start < token.idx < f.end for f in sentence.figures)


def _earning(sentence: Sentence, token: Any, _memory: Memory) -> bool:
    """As in "Sri Lanka's tea earnings from Iran": of a product; export earnings are those of the exports."""
    left = token.left_edge.idx
    return any(left <= g.start < token.idx for g in goods_in(sentence))


def _state_bonds(sentence: Sentence, token: Any, _memory: Memory) -> bool:
    """As in "Ireland's holdings of U.S. Treasuries": what one state is owed by another."""
    return _BONDS_OF.match(sentence.text, token.idx + len(token)) is not None


_BONDS_OF = re.compile(r"\s+of\s+(?:the\s+)?(?:[A-Z][\w.]+\s+){0,2}" + STATE_BONDS.pattern, re.IGNORECASE)


def _order(sentence: Sentence, token: Any, memory: Memory) -> bool:
    """Export orders, and any orders soon after they were spoken of."""
    if token.tag != "NNS":
        return False
    if FROM_ABROAD.search(sentence.text[: token.idx]):
        return True
    last = memory.frame
    return last is not None and last.token.lemma == "order" and sentence.index - memory.frame_sentence <= _JUST_SPOKEN


def _sanction(sentence: Sentence, token: Any, _memory: Memory) -> bool:
    """Sanctions that are told by the value of the goods under them."""
    return any(f.kind == "money" and _WORTH_IN.fullmatch(sentence.text[f.end : token.idx]) for f in sentence.figures)


def _goods(sentence: Sentence, token: Any, _memory: Memory) -> bool:
    behind = token.idx + len(token)
    return (
        token.lower == "goods"
        and (_MOVED.match(sentence.text, behind) or _WORTH_MOVED.match(sentence.text, behind)) is not None
    )


def _project(sentence: Sentence, token: Any, _memory: Memory) -> bool:
    behind = sentence.text[token.idx + len(token) :]
    return _INVESTED.search(sentence.text[: token.idx]) is not None or _WITH_CAPITAL.match(behind) is not None


def _arrival(sentence: Sentence, token: Any, _memory: Memory) -> bool:
    if _of_cargo(sentence, token, goods_in(sentence)):
        return True
    if sentence.of_travel or any(f.unit == "people" for f in sentence.figures):
        return True
    return _TRAVELLERS.search(sentence.text) is not None or (token.tag == "NNS" and _from_country(sentence, token))


def _of_cargo(sentence: Sentence, token: Any, goods: list[Good]) -> bool:
    """As in "crude oil arrivals", "Saudi arrivals came to 7.9 million tonnes": goods arrive, and nobody travels."""
    if any(f.unit == "people" for f in sentence.figures):
        return False
    left = token.left_edge.idx
    return any(left <= g.start < token.idx for g in goods) or any(f.unit in CARGO for f in sentence.figures)


def _after_cargo(sentence: Sentence, memory: Memory) -> bool:
    """As in "China's imports of Saudi crude rose. Arrivals from Russia dropped": of the product spoken of last."""
    last = memory.frame if sentence.index - memory.frame_sentence <= _JUST_SPOKEN else None
    told = last is not None and last.indicator in FLOWS and last.good is not None
    return told and not sentence.of_travel and not any(f.unit == "people" for f in sentence.figures)


def _from_country(sentence: Sentence, token: Any) -> bool:
    behind = token.idx + len(token)
    return any(
        sentence.text[behind : m.start].strip() in {"from", "from the"} for m in sentence.mentions if m.start > behind
    )


def _gap(sentence: Sentence, token: Any, memory: Memory) -> bool:
    """No deficit of a budget, nor "the deficit" where a budget was spoken of."""
    lead = sentence.text[token.left_edge.idx : token.idx]
    if _OF_TRADE_GAP.search(lead):
        return True
    if _OF_BUDGET.search(sentence.text) or _BUDGET_LEAD.search(lead):
        return False
    return sentence.index - memory.budget_sentence > _JUST_SPOKEN or _TRADES.search(sentence.text) is not None


def _balance(_sentence: Sentence, token: Any, _memory: Memory) -> bool:
    following = [t.lower for t in token.doc[token.i + 1 : token.i + 3]]
    return following not in (["of", "payments"], ["of", "power"])


_MEANS_TRADE: Final[Mapping[str, Callable[[Sentence, Any, Memory], bool]]] = {
    "exchange": _exchange,
    "flow": _flow,
    "business": _business,
    "arrival": _arrival,
    "project": _project,
    "tax": _tax,
    "passenger": _traveller,
    "departure": _traveller,
    "guest": _traveller,
    "trip": _trip,
    "transfer": _transfer,
    "inflow": _transfer,
    "earning": _earning,
    "order": _order,
    "holding": _state_bonds,
    "sanction": _sanction,
    "good": _goods,
    "balance": _balance,
    "deficit": _gap,
    "surplus": _gap,
    "shortfall": _gap,
}
"""Nouns with other senses, and when they have the one of trade."""


def _good_of_noun(sentence: Sentence, token: Any, near: Near, goods: list[Good], indicator: Indicator) -> Good | None:
    """The product of a noun: before it ("crude oil exports"), after "of", or "in oil", "on steel"."""
    of_a_balance = indicator == "balance" and token.lemma in {"deficit", "surplus", "balance"}
    if indicator in _WITHOUT_GOODS or (indicator == "balance" and not of_a_balance):
        return None
    before = _good_before(sentence, token, goods)
    if before is not None or of_a_balance:
        return before
    if token.lemma in {"export", "import", "shipment"} and (unknown := _unknown_before(sentence, token)) is not None:
        return unknown
    if token.dep == "attr" and (called := _called(sentence, token, goods)) is not None:
        return called
    head = near.of_head if indicator != "tariff" else None
    if head is None and indicator != "consumption":
        head = _on_what(sentence, token) if indicator == "tariff" else _behind(token, "in")
    if head is None or any(f.start <= head.idx < f.end for f in sentence.figures):
        return good_taxed(sentence, token.idx + len(token), goods) if indicator == "tariff" else None
    if sentence.mention_at(head) is not None and head.i + 1 < len(head.doc) and head.nbor(1).tag in {"NN", "NNS"}:
        head = head.nbor(1)  # "exports of Swiss watches", where the parser took the adjective for the noun
    good = good_of_phrase(sentence, head, goods)
    return good_taxed(sentence, token.idx + len(token), goods) if good is None and indicator == "tariff" else good


def _unknown_before(sentence: Sentence, token: Any) -> Good | None:
    """As in "India's tur imports": a good that the lexicon does not know, by its place."""
    word = token.nbor(-1) if token.i > 0 else None
    if (
        word is None
        or word.dep != "compound"
        or word.head.i != token.i
        or not word.text.islower()
        or word.lemma in _NO_GOOD
    ):
        return None
    return (
        good_of_phrase(sentence, word, []) if word.tag in {"NN", "NNS", "NNP", "NNPS"} and word.text.isalpha() else None
    )


_NO_GOOD = words(
    "service crossborder cross-border world market government industry state member transit border record net bulk spot two-way year month quarter week peak volume visible merchandise trade company private sector consumer land sea air rail farm country nation area zone region bloc union group home non-oil crop season sample trial outbound inbound outgoing incoming"
)


def _called(sentence: Sentence, token: Any, goods: list[Good]) -> Good | None:
    """As in "copper was the largest import"."""
    subject = next((c for c in token.head.children if c.dep == "nsubj"), None)
    found = good_of_phrase(sentence, subject, goods) if subject is not None and token.head.lemma == "be" else None
    return found if found is not None and found.hs else None


def _behind(token: Any, prep: str) -> Any:
    return next((object_of(c) for c in token.children if c.dep == "prep" and c.lower == prep), None)


def _on_what(sentence: Sentence, token: Any) -> Any:
    """What a tariff is on: "a duty of 22% on frozen chicken", "a surcharge on imports of tiles"."""
    for prep in ("on", "of", "for"):
        head = _behind(token, prep) if prep != "on" else _behind(token, "on") or _next_on(token)
        if head is None or any(f.start <= head.idx < f.end for f in sentence.figures):
            continue
        return (_behind(head, "of") or head) if head.lemma in {"import", "export", "sale", "shipment"} else head
    return None


def _next_on(token: Any) -> Any:
    """The object of an "on" that the parser hung elsewhere, close behind the tariff or its rate."""
    for word in token.doc[token.i + 1 : token.i + _ON_REACH]:
        if word.lower == "on" and word.dep == "prep":
            return object_of(word)
        if word.tag in FINITE_TAGS or word.text in {";", ":"}:
            return None
    return None


def _good_before(sentence: Sentence, token: Any, goods: list[Good]) -> Good | None:
    before = [g for g in goods if g.end <= token.idx and not _NEW_PHRASE.search(sentence.text[g.end : token.idx])]
    if not before or token.idx - before[-1].end >= _FARTHEST_GOOD:
        return None
    between = (t for t in token.doc if before[-1].end <= t.idx < token.idx)
    return None if any(t.tag in FINITE_TAGS for t in between) else before[-1]
