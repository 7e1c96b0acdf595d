"""Nouns with more senses than that of trade, and when they have it: an exchange of goods and none of views, a gap in trade and none in a budget."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from tieline.model import lazy_re as re
from tieline.model.money import CARGO
from tieline.read.frames.directions import token_direction
from tieline.read.frames.firm_sales import sold_by_firm
from tieline.read.frames.senses import (
    AT_BORDER,
    CONTRACTS_WORTH,
    FLOW_OF_GOODS,
    FROM_ABROAD,
    IN_A_BANK,
    OF_TRADE,
    ON_IMPORTS,
    STATE_BONDS,
    TO_SOMEONE,
    WITH_SOMEONE,
)
from tieline.read.frames.state_bonds import are_holdings_of_bonds
from tieline.read.frames.traffic import TRAFFIC, means_traffic
from tieline.read.frames.works import is_of_works, of_builders
from tieline.read.story.document import Sentence
from tieline.read.story.goods import Good, goods_in
from tieline.read.story.memory import FLOWS, Memory
from tieline.read.syntax.tokens import Token
from tieline.read.words.tallies import MISHAPS
from tieline.read.words.trade import VERB_ANCHORS, words

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
WORTH_MOVED = re.compile(
    r"\s+(?:worth|valued at|for|to the value of)\s[^,;]{3,60}?\s(?:that\s+)?(?:(?P<both>crossed|passed|moved|changed\s+hands|(?:were|was|are|is|had been|have been)\s+(?:traded|exchanged))|entered|c[ao]mes?(?:\s+in)?|came\s+in|went|left|flowed)\b",
    re.IGNORECASE,
)
"""The same behind their worth; what crosses a border may go either way."""
_MOVED = re.compile(
    r"\s+(?:that\s+(?:were\s+|are\s+)?)?(?:trucked|moved|brought|flown|transported|hauled|carried|entering|coming|going|crossing|arriving|bound|destined|entered|came|went|crossed)\b"
)
"""Behind "goods": they cross a border."""
_INVESTED = re.compile(r"\b(?:investment|FDI|foreign-invested)\s+$")
_WITH_CAPITAL = re.compile(
    r"\s+(?:(?:in|of|by|from)\s+[\w ]{3,40}?)?(?:,?\s+)?(?:with\s+(?:[\w-]+\s+){1,2}(?:capital|participation|investment)s?,?\s+)?(?:worth|valued at|totall?ing|with (?:a |the )?(?:total |combined |overall )?(?:registered |invested |investment )?(?:capital|value))\b"
)
"""Beside "project": one that money was put into."""
_OF_VALUE = re.compile(r"^[^.;]{0,40}\b(?:worth|valued at|(?:total|combined|overall) value)\b")
"""Behind the projects of builders: what they come to."""
_TRAVELLERS = re.compile(r"tourist|visitor|travell?er|passenger|holidaymaker", re.IGNORECASE)


def means_trade(lemma: str, sentence: Sentence, token: Token, memory: Memory) -> bool:
    """A noun of many senses has the one of trade here."""
    means = _MEANS_TRADE.get(lemma)
    return means is None or means(sentence, token, memory)


def _exchange(sentence: Sentence, token: Token, _memory: Memory) -> bool:
    return OF_TRADE.search(sentence.text[max(0, token.idx - 14) : token.idx + 140]) is not None


def _flow(sentence: Sentence, token: Token, memory: Memory) -> bool:
    """A flow of goods, or any flow soon after trade was spoken of."""
    return bool(FLOW_OF_GOODS.match(sentence.text[token.idx :])) or memory.frame_sentence >= sentence.index - 2


def _business(sentence: Sentence, token: Token, _memory: Memory) -> bool:
    return WITH_SOMEONE.match(sentence.text[token.idx + len(token) :]) is not None


def _tax(sentence: Sentence, token: Token, _memory: Memory) -> bool:
    """As in "export tax", "a tax on imports of steel"."""
    text = sentence.text
    return AT_BORDER.search(text[: token.idx]) is not None or ON_IMPORTS.match(text, token.idx + len(token)) is not None


def _tourist(sentence: Sentence, token: Token, _memory: Memory) -> bool:
    """Travellers as such, and not those of one bus: "a coach with 42 Chinese tourists overturned"."""
    few = any(f.unit == "people" and f.value < _A_BUSLOAD and f.start <= token.idx for f in sentence.figures)
    return not (few and _MISHAP.search(sentence.text))


_A_BUSLOAD = 500
_MISHAP = re.compile(
    rf"\b(?:{MISHAPS}|ferry|killed|killing|injur\w+|wounded|died|dead|arrested|detained)\b",
    re.IGNORECASE,
)


def _traveller(sentence: Sentence, _token: Token, _memory: Memory) -> bool:
    """A passenger, a guest or a departure in a story about travellers."""
    return sentence.of_travel and any(f.unit == "people" for f in sentence.figures)


def _transfer(sentence: Sentence, token: Token, memory: Memory) -> bool:
    """Money sent home: "cash transfers from Saudi Arabia", or any transfers soon after remittances were spoken of."""
    if re.search(r"\b(?:cash|money|family|worker|private|personal)\s+$", sentence.text[: token.idx], re.IGNORECASE):
        return True
    if token.tag == "NNS" and _FROM_ABROAD.match(sentence.text, token.idx + len(token)):
        return True
    if token.lemma == "inflow" and re.search(
        r"\b(?:investment|FDI|remittances?)\s+$", sentence.text[: token.idx], re.IGNORECASE
    ):
        return True
    alone = not any(c.dep == "compound" for c in token.children)
    if alone and re.search(r"\bremittances?\b", sentence.text[: token.idx], re.IGNORECASE):
        return True
    last = memory.frame if sentence.index - memory.frame_sentence <= _JUST_SPOKEN else None
    return alone and last is not None and last.indicator == "other"


_FROM_ABROAD = re.compile(r"\s+from\s+(?:abroad|overseas|migrants?|workers)\b")


def _visits(sentence: Sentence, token: Token, _memory: Memory) -> bool:
    """As in "the number of visits to Greece", of a story about travellers: many, each of a traveller."""
    counted = any(f.unit == "people" or f.kind == "percent" for f in sentence.figures)
    return sentence.of_travel and counted and _NUMBER_OF.search(sentence.text[: token.idx]) is not None


_NUMBER_OF = re.compile(
    r"\b(?:number|total|volume|count|share|per\s?cent|%)\s+of\s+(?:all\s+)?(?:[\w-]+\s+){0,2}$|(?:^\W*|(?:,|\bbut|\bwhile|\band)\s+)$",
    re.IGNORECASE,
)


def _trip(sentence: Sentence, token: Token, _memory: Memory) -> bool:
    """As in "made 3.5 million trips": many, each of a traveller."""
    people = [f for f in sentence.figures if f.unit == "people" and f.start < token.idx]
    return any(token.idx < f.end for f in people) or (bool(people) and token.head.lemma in {"make", "take"})


def _earning(sentence: Sentence, token: Token, memory: Memory) -> bool:
    """As in "Sri Lanka's tea earnings from Iran": of a product, or from a country soon after exports; export earnings are those of the exports."""
    left = token.left_edge.idx
    if any(left <= g.start < token.idx for g in goods_in(sentence)):
        return True
    sold = memory.frame is not None and memory.frame.indicator == "exports"
    led = _FROM.match(sentence.text, token.idx + len(token)) if sold else None
    just = sentence.index - memory.frame_sentence <= _JUST_TOLD
    if any(c.dep == "poss" and c.pos == "NOUN" for c in token.children):
        return False  # "the firm's earnings from Chile"
    return just and led is not None and any(m.start == led.end() for m in sentence.mentions)


_FROM = re.compile(r"\s+from\s+(?:the\s+)?")
_JUST_TOLD = 2


def _state_bonds(sentence: Sentence, token: Token, _memory: Memory) -> bool:
    """As in "Ireland's holdings of U.S. Treasuries": what one state is owed by another."""
    bonds = _BONDS_OF.match(sentence.text, token.idx + len(token)) is not None
    return bonds or are_holdings_of_bonds(sentence, token)


_BONDS_OF = re.compile(r"\s+of\s+(?:the\s+)?(?:[A-Z][\w.]+\s+){0,2}" + STATE_BONDS.pattern, re.IGNORECASE)


def _order(sentence: Sentence, token: Token, memory: Memory) -> bool:
    """Export orders, and any orders soon after they were spoken of."""
    if token.tag != "NNS":
        return False
    if FROM_ABROAD.search(sentence.text[: token.idx]):
        return True
    just = sentence.index - memory.frame_sentence <= _JUST_SPOKEN
    told = any(f is not None and f.token.lemma == "order" for f in (memory.frame, memory.base))
    flow = memory.frame is not None and memory.frame.indicator in FLOWS
    placed = flow and (is_of_buyer(token) or _placed_by(sentence, token))
    return (told or placed) and just


def _placed_by(sentence: Sentence, token: Token) -> bool:
    """As in "Rwanda's orders fell", "orders from Tanzania climbed to 24 billion", after a flow was told: of those goods."""
    if not any(f.kind in {"money", "percent"} and f.start > token.idx for f in sentence.figures):
        return False
    led = _FROM.match(sentence.text, token.idx + len(token))
    owns = any(c.dep == "poss" and sentence.mention_at(c) is not None for c in token.children)
    return owns or (led is not None and any(m.start == led.end() for m in sentence.mentions))


def is_of_buyer(token: Token) -> bool:
    """As in "Sudan cut its orders by 20 percent": those that it placed."""
    return any(c.dep == "poss" and c.lower in {"its", "their"} for c in token.children)


def placed_by_owner(sentence: Sentence, token: Token, memory: Memory) -> bool:
    """As in "Rwanda's orders fell", after what Kenya sells was told: those that the owner placed."""
    told = memory.frame
    if told is None or told.indicator not in FLOWS or sentence.index - memory.frame_sentence > _JUST_SPOKEN:
        return False
    seller = told.reporter if told.indicator == "exports" else told.partner
    owner = next((m for c in token.children if c.dep == "poss" and (m := sentence.mention_at(c)) is not None), None)
    return owner is not None and seller not in {None, "WLD", owner.code}


def _volume(sentence: Sentence, token: Token, memory: Memory) -> bool:
    """As in "volumes to Egypt shrank 55%", after a flow was told: of those goods."""
    just = sentence.index - memory.frame_sentence <= _JUST_SPOKEN or any(
        t.lemma in VERB_ANCHORS or t.lemma in {"export", "import"} for t in sentence.tokens if t.i < token.i
    )
    alone = not any(c.dep == "compound" for c in token.children)
    return just and alone and TO_SOMEONE.match(sentence.text, token.idx + len(token)) is not None


def _intake(sentence: Sentence, token: Token, memory: Memory) -> bool:
    """As in "Egypt raised its intake of Kenyan tea by 12 percent", after a flow was told: of no students."""
    if any(
        c.dep == "compound" and not any(g.start <= c.idx < g.end for g in goods_in(sentence)) for c in token.children
    ):
        return False
    told = memory.frame is not None and memory.frame.indicator in FLOWS
    return told and sentence.index - memory.frame_sentence <= _JUST_SPOKEN


def _sanction(sentence: Sentence, token: Token, _memory: Memory) -> bool:
    """Sanctions that are told by the value of the goods under them."""
    return any(f.kind == "money" and _WORTH_IN.fullmatch(sentence.text[f.end : token.idx]) for f in sentence.figures)


def _goods(sentence: Sentence, token: Token, memory: Memory) -> bool:
    behind = token.idx + len(token)
    moved = _MOVED.match(sentence.text, behind) or WORTH_MOVED.match(sentence.text, behind)
    if token.lower != "goods":
        return False
    return moved is not None or _worth_of_made(sentence, token, memory) or _bound_for(sentence, token, memory)


def _bound_for(sentence: Sentence, token: Token, memory: Memory) -> bool:
    """As in "Kenyan goods to Uganda dropped to 125 billion", "goods to South Sudan went down" after a flow was told: what is sold there."""
    led = _TO.match(sentence.text, token.idx + len(token))
    if led is None or not any(m.start == led.end() and m.use == "name" for m in sentence.mentions):
        return False
    made = any(m.end == token.idx - 1 and m.use == "adjective" for m in sentence.mentions)
    flow = memory.frame is not None and memory.frame.indicator in FLOWS
    told = made or (flow and sentence.index - memory.frame_sentence <= _JUST_SPOKEN)
    if not told:
        told = any(t.lemma in {"export", "import"} for t in sentence.tokens if t.i < token.i)
    node = token.head if token.dep == "pobj" and token.head.head.lemma == "value" else None
    subject = token if node is None else node.head
    moves = subject.dep in {"nsubj", "nsubjpass"} and bool(
        token_direction(subject.head) or subject.head.lemma in _COMES_TO
    )
    return told and moves and any(f.kind in {"money", "percent"} and f.start > token.idx for f in sentence.figures)


_TO = re.compile(r"\s+(?:bound\s+for|to)\s+(?:the\s+)?")
_COMES_TO = words("be total reach amount stand come exceed hit account go")


def _worth_of_made(sentence: Sentence, token: Token, memory: Memory) -> bool:
    """As in "584 million dollars of Vietnamese exports and 357 million worth of Cambodian goods", told by no verb of trade."""
    spoken = memory.frame is not None and memory.frame.indicator in FLOWS | {"trade"}
    made = next((m for m in sentence.mentions if m.end == token.idx - 1 and m.use == "adjective"), None)
    sums = [f for f in sentence.figures if f.kind == "money"]
    if not spoken or made is None or not any(_WORTH_OF.fullmatch(sentence.text, f.end, made.start) for f in sums):
        return False
    node = token
    for _ in range(_STEPS_OUT):
        node = node.head
        if node.lemma in VERB_ANCHORS:
            return False
    return True


_WORTH_OF = re.compile(r"\s+(?:worth\s+)?of\s+")
_STEPS_OUT = 5


def _project(sentence: Sentence, token: Token, _memory: Memory) -> bool:
    behind = sentence.text[token.idx + len(token) :]
    if _INVESTED.search(sentence.text[: token.idx]) is not None or _WITH_CAPITAL.match(behind) is not None:
        return True
    return is_of_works("project", sentence) and _OF_VALUE.search(behind) is not None


def _deposit(sentence: Sentence, _token: Token, memory: Memory) -> bool:
    """As in "Saudi deposits at the Central Bank of Egypt", and those spoken of just before."""
    if not any(f.kind == "money" for f in sentence.figures):
        return False
    last = memory.frame if sentence.index - memory.frame_sentence <= _JUST_SPOKEN else None
    return IN_A_BANK.search(sentence.text) is not None or (last is not None and last.token.lemma == "deposit")


def _contract(sentence: Sentence, token: Token, _memory: Memory) -> bool:
    """As in "Korean builders won contracts worth $2 billion in Kuwait": works, and no goods sold or bought."""
    told = CONTRACTS_WORTH.search(sentence.text)
    if told is None or not told.start() <= token.idx < told.end():
        return False
    if token.tag != "NNS" and not of_builders(sentence):
        return False  # "a contract worth 7.5 million": mostly an order for goods
    if any(f.start > token.idx and _ORDERED_FROM.match(sentence.text, f.end) for f in sentence.figures[:_TWO]):
        return False
    return _OF_GOODS_SOLD.search(sentence.text[max(0, token.idx - _LEAD) : token.idx]) is None


_OF_GOODS_SOLD = re.compile(
    r"\b(?:arms|weapons?|defen[cs]e|military|supply|purchase|sales?|export|import|gas|oil|lng|wheat|grain|futures|delivery)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_ORDERED_FROM = re.compile(r"\s+from\b")
_TWO = 2
_LEAD = 40


def _support(sentence: Sentence, token: Token, memory: Memory) -> bool:
    """As in "military support for Ukraine worth 200 million", "doubled its contribution to 64 million" after aid was told: a sum that is given."""
    if not any(f.kind == "money" for f in sentence.figures):
        return False
    last = memory.frame if sentence.index - memory.frame_sentence <= _JUST_SPOKEN else None
    if last is not None and last.indicator in {"aid", "debt"}:
        return True
    lead = sentence.text[max(0, token.left_edge.idx) : token.idx]
    behind = _GIVEN_TO.match(sentence.text, token.idx + len(token))
    to = behind is not None and any(m.start == behind.end() for m in sentence.mentions)
    return _OF_AID.search(lead) is not None or (to and _TELLS_AID.search(sentence.text) is not None)


def _part_of_loan(sentence: Sentence, _token: Token, memory: Memory) -> bool:
    """As in "the first tranche of 15 million", after a loan or aid was told, or of one: no bonds that a firm has issued."""
    last = memory.frame if sentence.index - memory.frame_sentence <= _JUST_SPOKEN else None
    told = last is not None and last.indicator in {"aid", "debt"}
    return (told or _OF_LOAN.search(sentence.text) is not None) and _ISSUED.search(sentence.text) is None


_OF_LOAN = re.compile(r"\b(?:loans?|aid|credits?|support|assistance|package|bail-?out|repay\w*)\b", re.IGNORECASE)
_ISSUED = re.compile(r"\b(?:eurobonds?|warrants?|notes|shares|issue)\b", re.IGNORECASE)
_OF_AID = re.compile(
    r"\b(?:military|financial|humanitarian|budget(?:ary)?|development|emergency|relief|aid|defen[cs]e|macro-financial|reconstruction)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_TELLS_AID = re.compile(
    r"\b(?:aid|relief|humanitarian|military|donors?|donat\w+|refugees|victims|pledg\w+)\b", re.IGNORECASE
)
_GIVEN_TO = re.compile(r"\s+(?:to|for)\s+(?:the\s+)?")


def _arrival(sentence: Sentence, token: Token, _memory: Memory) -> bool:
    if of_cargo(sentence, token, goods_in(sentence)):
        return True
    if sentence.of_travel or any(f.unit == "people" for f in sentence.figures):
        return True
    return _TRAVELLERS.search(sentence.text) is not None or (token.tag == "NNS" and _from_country(sentence, token))


def of_cargo(sentence: Sentence, token: Token, goods: list[Good]) -> bool:
    """As in "crude oil arrivals", "Saudi arrivals came to 7.9 million tonnes": goods arrive, and nobody travels."""
    if any(f.unit == "people" for f in sentence.figures):
        return False
    left = token.left_edge.idx
    return any(left <= g.start < token.idx for g in goods) or any(f.unit in CARGO for f in sentence.figures)


def after_cargo(sentence: Sentence, memory: Memory) -> bool:
    """As in "China's imports of Saudi crude rose. Arrivals from Russia dropped": of the product spoken of last."""
    last = memory.frame if sentence.index - memory.frame_sentence <= _JUST_SPOKEN else None
    told = last is not None and last.indicator in FLOWS and last.good is not None
    return told and not sentence.of_travel and not any(f.unit == "people" for f in sentence.figures)


def _from_country(sentence: Sentence, token: Token) -> bool:
    behind = token.idx + len(token)
    return any(
        sentence.text[behind : m.start].strip() in {"from", "from the"} for m in sentence.mentions if m.start > behind
    )


def _gap(sentence: Sentence, token: Token, memory: Memory) -> bool:
    """No deficit of a budget, nor "the deficit" where a budget was spoken of."""
    lead = sentence.text[token.left_edge.idx : token.idx]
    if _OF_TRADE_GAP.search(lead):
        return True
    if _OF_BUDGET.search(sentence.text) or _BUDGET_LEAD.search(lead):
        return False
    return sentence.index - memory.budget_sentence > _JUST_SPOKEN or _TRADES.search(sentence.text) is not None


def _balance(_sentence: Sentence, token: Token, _memory: Memory) -> bool:
    following = [t.lower for t in token.doc[token.i + 1 : token.i + 3]]
    return following not in (["of", "payments"], ["of", "power"])


_MEANS_TRADE: Final[Mapping[str, Callable[[Sentence, Any, Memory], bool]]] = {
    "exchange": _exchange,
    **dict.fromkeys(TRAFFIC, means_traffic),
    "flow": _flow,
    "business": _business,
    "arrival": _arrival,
    "tourist": _tourist,
    "visitor": _tourist,
    "holidaymaker": _tourist,
    "project": _project,
    "tax": _tax,
    "passenger": _traveller,
    "departure": _traveller,
    "guest": _traveller,
    "trip": _trip,
    "daytrip": _visits,
    "visit": _visits,
    "transfer": _transfer,
    "inflow": _transfer,
    "earning": _earning,
    "deposit": _deposit,
    **dict.fromkeys(("tranche", "instalment", "installment"), _part_of_loan),
    **dict.fromkeys(("contribution", "pledge", "commitment", "support", "funding", "financing"), _support),
    "contract": _contract,
    "order": _order,
    "sale": lambda sentence, token, _: not sold_by_firm(sentence, token),
    "volume": _volume,
    **dict.fromkeys(("intake", "offtake"), _intake),
    "holding": _state_bonds,
    "sanction": _sanction,
    "good": _goods,
    "balance": _balance,
    "deficit": _gap,
    "surplus": _gap,
    "shortfall": _gap,
}
"""Nouns with other senses, and when they have the one of trade."""
