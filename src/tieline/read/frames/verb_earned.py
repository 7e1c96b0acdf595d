"""What a country earns by what it sells: "tea brought in $612 million", "Sri Lanka earned $1.5 billion from tea".

A verb that only says that money came in is one of trade where a good is what it came from, and its subject a country: it
sold the good to all, unless the clause names to whom.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.money_sides import kind_before
from tieline.read.frames.pointed import pointed_at
from tieline.read.frames.verb_clause import VerbClause, VerbRoles, has_money
from tieline.read.names.mentions import Mention
from tieline.read.story.document import trades
from tieline.read.story.goods import goods_in
from tieline.read.words.money import kind_of_money
from tieline.read.words.trade import NOUN_ANCHORS

_NEAR_SUM: Final = 60
_FAR: Final = 90


def brought_in(clause: VerbClause) -> VerbRoles | None:
    """As in "Dragon fruit alone brought home $612 million": what was sold is the subject, and the flow the story's last."""
    flow = clause.memory.flow
    if clause.passive or clause.subject is None or flow is None or not has_money(clause):
        return None
    total = _IN_ALL.search(clause.sentence.text)
    earned = clause.object_country
    if earned is not None and clause.who is None:  # "tea earned Kenya 138 billion"
        two = (flow.reporter, flow.partner)
        buyer = next((code for code in two if code != earned), None) if earned in two else None
        return VerbRoles(earned, "WLD" if total or buyer is None else buyer, None, clause.subject)
    if clause.who is not None and trades(clause.who) and _FROM_SELLING.search(clause.sentence.text, clause.token.idx):
        return VerbRoles(clause.who, "WLD", None, clause.object)
    sums = [f.start - clause.token.idx for f in clause.sentence.figures if f.kind == "money"]
    if not any(0 < gap < _NEAR_SUM for gap in sums):
        return None
    seller, buyer = (flow.reporter, flow.partner) if flow.indicator == "exports" else (flow.partner, flow.reporter)
    if clause.who is not None:
        lead = clause.sentence.text[: clause.token.idx]
        market = _MARKET.search(lead) is not None and seller not in {None, "WLD", clause.who}
        return VerbRoles(seller, clause.who, "to") if market else None  # "Germany, the largest market, brought in 2.7"
    return VerbRoles(seller, "WLD" if total else buyer, None, clause.subject)


_MARKET: Final = re.compile(
    r",\s+(?:the|its|their|[A-Z]\w+'s?)\s+(?:[\w-]+\s+){0,3}(?:market|buyer|customer|destination|importer)\b[^,]{0,40},\s+$"
)
"""Behind a country that buys, before the verb that says what it was worth."""
_IN_ALL: Final = re.compile(r"\b(?:in (?:total|all)|overall|altogether)\b", re.IGNORECASE)
_FROM_SELLING = re.compile(
    r"\bfrom\s+(?:the\s+(?:sale|export)\s+of\s+)?\d[\d,.]*\s+(?:million\s+)?(?:tons?|tonnes?|kilos?|kilograms?|bags|barrels|litres)\b"
)
"""As in "fetched $907 million from 248,000 tons of coffee"."""


def earned_from(clause: VerbClause) -> VerbRoles | None:
    """As in "Zambia made $6.4 billion from copper abroad": who sold, to whom as far as it is told, and what."""
    text, begin = clause.sentence.text, clause.token.idx
    source = (_FOR_ITS if clause.token.lemma in _GETS else _SOURCE).search(text, begin, begin + _FAR)
    if clause.passive or clause.who is None or not trades(clause.who) or source is None:
        return None
    between = [f for f in clause.sentence.figures if begin < f.start < source.start()]
    if not between or between[0].kind != "money" or between[0].start - begin > _NEAR_SUM:
        return None
    good = next((g for g in goods_in(clause.sentence) if g.start == source.end()), None)
    if good is None:
        return _paid_by_country(clause, source.end())
    word = next((t for t in clause.sentence.tokens if t.idx + len(t) >= good.end), None)
    if (
        word is None
        or word.lemma in NOUN_ANCHORS
        or word.nbor(1 if word.i + 1 < len(word.doc) else 0).lemma in NOUN_ANCHORS
    ):
        return None  # "from tea exports": the noun tells it
    buyer = _buyer_behind(clause, good.end) or pointed_at(clause, "to")
    return VerbRoles(clause.who, buyer if buyer not in {None, clause.who} else "WLD", "to", word)


def _paid_by_country(clause: VerbClause, place: int) -> VerbRoles | None:
    """As in "Uganda earned $580 million from Kenya": what it sold there, unless travel, rent or money sent home was spoken of."""
    place += len("the ") if clause.sentence.text.startswith("the ", place) else 0
    buyer = next((m for m in clause.sentence.mentions if m.start == place), None)
    if buyer is None or clause.token.lemma not in _EARNS or clause.sentence.of_travel:
        return None
    apart = buyer.use in {"adjective", "demonym"} or not trades(buyer.code) or buyer.code == clause.who
    text = clause.sentence.text
    told = kind_of_money(text[: clause.token.idx]) or kind_of_money(text[buyer.end :]) or kind_before(clause.sentence)
    if apart or _NO_SALE.match(text, buyer.end) or told == "other":
        return None
    return VerbRoles(clause.who, buyer.code, "from", None)


_EARNS: Final = frozenset({"earn", "net"})
_NO_SALE: Final = re.compile(r"(?:'s|\s+(?:by|through|for|in|as)\s+(?!(?:19|20)\d\d|[A-Z])|-)")
"""Behind the country: what the money was for."""


def _buyer_behind(clause: VerbClause, place: int) -> str | None:
    """As in "earned $300 million from flowers in the Netherlands", "from tea sold to Iran"."""
    named: list[Mention] = [m for m in clause.sentence.mentions if m.start >= place]
    if not named or not _TO.fullmatch(clause.sentence.text, place, named[0].start):
        return None
    return named[0].code


_TO: Final = re.compile(
    r"(?:(?:\s+(?:that|which))?(?:\s+(?:it|they|the country))?\s+(?:has\s+|have\s+|had\s+)?(?:sold|shipped|exported|sent|delivered|sales))?\s+(?:to|in)\s+(?:the\s+)?"
)
_GETS: Final = frozenset({"receive", "get", "collect"})
_FOR_ITS: Final = re.compile(
    r"\bfor\s+(?:its|their)\s+(?:(?:sales?|exports?|shipments)\s+of\s+)?(?:(?:all|raw|fresh|natural)\s+)*"
)
"""Before a good that was sold: "received $13 million for its gas"."""
_SOURCE: Final = re.compile(
    r"\bfrom\s+(?:(?:the|its|their)\s+)?(?:selling\s+|exporting\s+|(?:sales?|exports?|shipments)\s+of\s+)?(?:(?:all|its|their|raw|fresh)\s+)*"
)
