"""What must stand in a sentence for a word of trade to mean trade: "taxes on imports", but no tax; asked before parsing.

A word of many senses needs a figure of the right kind, or certain words beside it.  The rules of `nouns` and
`verbs` ask for more, once the sentence is parsed; nothing here may ask for what they do not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.money import CARGO
from tieline.read.story.document import Sentence
from tieline.read.story.goods import goods_in
from tieline.read.words.money import FORGIVING, OF_DEBT, PROMISING, kind_of_money
from tieline.read.words.trade import CONDITIONAL_VERBS, MORE_OR_LESS, NOUN_ANCHORS, words

OF_TRADE: Final = re.compile(
    r"\b(?:economic|commercial|commodity|merchandise|trade|trading|bilateral|mutual)\s+exchanges?\b|exchanges? of goods|exchanges (?:between|with)\b[^.;]{3,80}?(?:worth|total|amount|reach|\bto |rose|fell|grew|valued)[^.;]{0,40}?\d",
    re.IGNORECASE,
)
FLOW_OF_GOODS: Final = re.compile(r"flows? of (?:goods|trade|merchandise|products|commerce)\b", re.IGNORECASE)
WITH_SOMEONE: Final = re.compile(r"\s+(?:between|with|across)\b")
FROM_ABROAD: Final = re.compile(r"\b(?:export|overseas|foreign)\s+$", re.IGNORECASE)
TO_SOMEONE: Final = re.compile(
    r"\s+(?:(?:sold|shipped|sent|going|exported|delivered|bound)\s+)?(?:to|for|from|into)\s+(?:the\s+)?(?=[A-Z])"
)
"""Behind "volumes": of goods that go to a country, or come from one."""
AT_BORDER: Final = re.compile(r"\b(?:import|export|customs|border|countervailing)[\s-]+$", re.IGNORECASE)
ON_IMPORTS: Final = re.compile(
    r"e?s?\s+on\s+(?:(?:[\w-]+\s+){0,3}?(?:imports?|exports?|shipments|imported)"
    r"|(?:all\s+|most\s+|some\s+)?(?-i:[A-Z])[\w-]+\s+(?:[\w-]+\s+){0,2}?(?:goods|products|commodities|merchandise))\b",
    re.IGNORECASE,
)
STATE_BONDS: Final = re.compile(
    r"\b(?:treasur(?:y|ies)|government (?:bonds?|debt|securities)|sovereign (?:bonds?|debt)|(?:treasury|state) (?:bonds?|bills?|notes?|securities))\b",
    re.IGNORECASE,
)
"""What one country holds of another's debt."""
GOODS_FOR_GOODS: Final = re.compile(r"\b(?:worth|goods|products|commodities|barter)\b")
NO_TAKING: Final = re.compile(
    r"\s+(?:it|them)\s+(?:from|to|beyond|above|past|over)\s+(?:[a-z]+\s+){0,2}(?:US)?[$€£]?\d"
    r"|\s+the\s+(?:[a-z-]+\s+)?(?:total|tally|figure|sum)\b|\s+(?:an?\s+|the\s+)?(?:\w+\s+)?(?:part|place|action|steps?|measures?|note|over|up|off|effect|account|care|advantage|office|power|time|lead|view|shape|hold|charge)\b"
)
FIRMS: Final = words(
    "investor company firm business conglomerate group enterprise fund bank entrepreneur corporation carmaker manufacturer sector"
)

GIVEN_SUM: Final = re.compile(
    r"\b(?:pledg|announc|allocat|earmark|contribut)(?:e|es|ed|ing)\s+(?:(?:about|some|nearly|almost|over|more than|up to|another|an additional|an extra|a further|a total of|the|further)\s+)*$",
    re.IGNORECASE,
)
"""Before a sum that is given, and no sum of something else: "pledged another $5 million"."""
IN_A_BANK: Final = re.compile(
    r"\b(?:central bank|national bank|reserve bank|state bank|bank of\s+[A-Z]|monetary agency|(?:roll(?:s|ed|ing)?|rollover|renew(?:s|ed|ing)?|extend(?:s|ed|ing)?|placed?|placing)\b[^.;]{0,40}\bdeposits?)\b",
    re.IGNORECASE,
)
"""Where one state's deposit lies with another."""
IN_A_BANK_ONLY: Final = words("place park")
"""Verbs that are of money there alone."""
CONTRACTS_WORTH: Final = re.compile(
    r"\bcontracts?\s+(?:[a-z]+\s+){0,3}?(?:worth|valued at|totall?ing|for|of|with a (?:total|combined) (?:value|worth) of)\s+(?:[a-z]+\s+){0,3}(?:[A-Z]{1,3})?[$€£¥\d]|\d[\w.]*(?:\s(?:million|billion|mln|bln))?(?:\s[a-z]+)?\s+(?:worth of|in)\s+(?:[a-z]+\s+){0,2}contracts\b"
)
GONE_TO: Final = re.compile(r"\b(?:went|goes|go|gone)\s+(?:\w+\s+)?to\s+(?:the\s+)?[A-Z]")
"""Of goods: "went mainly to the Netherlands"."""
GOODS_WORTH: Final = re.compile(r"\b(?:goods|products|cargo|merchandise)\s+(?:worth|valued at)\b", re.IGNORECASE)
_GOODS_COST: Final = re.compile(r"\b(?:from|goods|products)\b[^.;]{0,60}\bcost\b", re.IGNORECASE)
SHARE_OF_ITS: Final = re.compile(r"\s+of\s+(?:its|their|the|all)\s")
"""Behind a percentage: "sent 38 percent of its kiwifruit to China"."""

_EARNINGS: Final = re.compile(r"\b(?!export\b)[a-z]+\s+(?:export\s+)?earnings\s+from\b")
_Needs = Callable[[Sentence, int], bool]
"""Of a sentence, and of how many sentences ago trade was spoken of."""

_SPOKEN: Final = 3
"""Sentences for which "orders" and "flows" stay those of trade that were spoken of."""
_ORDERS = re.compile(r"\borders\b", re.IGNORECASE)
_ORDERS_FROM_ABROAD = re.compile(FROM_ABROAD.pattern.removesuffix("$") + "orders", re.IGNORECASE)
_VOLUMES = re.compile(r"\bvolumes?" + TO_SOMEONE.pattern, re.IGNORECASE)
_BUSINESS = re.compile(r"\bbusiness(?:es)?" + WITH_SOMEONE.pattern, re.IGNORECASE)
_TAX = re.compile(AT_BORDER.pattern.removesuffix("$") + r"tax|\btax(?:es)?" + ON_IMPORTS.pattern, re.IGNORECASE)
_TRADE_BALANCE = re.compile(r"\bbalances?\b(?!\s+of\s+(?:payments|power)\b)", re.IGNORECASE)
_HOLIDAYS: Final = re.compile(r"\b(?:holidays?|vacations?)\b", re.IGNORECASE)
_TAKEN = re.compile(r"\b(?:take|takes|took|taken|taking)\b(?!" + NO_TAKING.pattern + ")", re.IGNORECASE)
_FIRM = re.compile(rf"\b(?:{'|'.join(FIRMS)}|companie|businesse|entitie)s?\b", re.IGNORECASE)
_UP_SO_MUCH = re.compile(r"\b(?:pick|snap|scoop)\w*\s+up\s+(?:[a-z]+\s+)?[\d$]", re.IGNORECASE)
_MADE_FROM = re.compile(r"\b(?:made|makes?|making)\b[^.;]{0,60}\d[^;]{0,30}\bfrom\b", re.IGNORECASE)
_LET_IN = re.compile(r"\blet(?:s|ting)?\s+in\b", re.IGNORECASE)
_HOME = re.compile(r"\b(?:home|back)\b", re.IGNORECASE)
_OVER = re.compile(r"\bover\b", re.IGNORECASE)
_LESS = re.compile(rf"\b(?:{'|'.join(MORE_OR_LESS)})\b", re.IGNORECASE)


def _of_kind(*kinds: str) -> _Needs:
    return lambda sentence, _: any(f.kind in kinds for f in sentence.figures)


def _of_people(sentence: Sentence, _since: int) -> bool:
    return any(f.unit == "people" for f in sentence.figures)


def _amount(sentence: Sentence, _since: int) -> bool:
    return bool(sentence.figures) or _LESS.search(sentence.text) is not None


def _of_money_between(sentence: Sentence, since: int) -> bool:
    """A sum, and two countries or a story that has just told of some flow."""
    if not any(f.kind == "money" for f in sentence.figures):
        return False
    if since <= _SPOKEN or len({m.code for m in sentence.mentions}) > 1:
        return True
    before = sentence.before
    return before is not None and len({m.code for m in before.mentions}) > 1 and kind_of_money(before.text) is not None


def more_of_goods(sentence: Sentence, start: int = 0) -> bool:
    """More, less or fewer of some good: "is sending fewer cars", "got less pork"; ships, aircraft and arms are sent for other ends."""
    return any(
        g.start > start
        and _LESS_BEFORE.search(sentence.text, start, g.start)
        and not any(code.startswith(_SENT_TO_FIGHT) for code in g.hs or ())
        for g in goods_in(sentence)
    )


_LESS_BEFORE = re.compile(
    rf"\b(?:{'|'.join(MORE_OR_LESS)})\s+(?:and\s+(?:{'|'.join(MORE_OR_LESS)})\s+)?(?:of\s+(?:its|their)\s+)?(?:(?!than\b)[a-z-]+\s+){{0,2}}$",
    re.IGNORECASE,
)
_SENT_TO_FIGHT: Final = ("8710", "88", "89", "93")


def _sent(sentence: Sentence, _since: int) -> bool:
    if _LESS.search(sentence.text) is not None and more_of_goods(sentence):
        return True
    if sentence.of_travel and any(f.unit == "people" for f in sentence.figures):
        return True
    if any(f.kind in {"money", "quantity"} or SHARE_OF_ITS.match(sentence.text, f.end) for f in sentence.figures):
        return True
    if _since <= 1 and any(f.kind == "money" for f in sentence.figures):
        return True
    return _HOME.search(sentence.text) is not None and bool(sentence.figures)


_SENSES: Final[Mapping[str, _Needs]] = {
    **dict.fromkeys(CONDITIONAL_VERBS - NOUN_ANCHORS.keys() - {"reach", "exchange"}, _amount),
    **dict.fromkeys(words("hold own register inject"), lambda s, _: _FIRM.search(s.text) is not None and any(f.kind == "money" for f in s.figures)),
    **dict.fromkeys((PROMISING - {"transfer"}) | words("borrow repay obtain secure help assist"), _of_money_between),
    "put": lambda s, since: _of_money_between(s, since) or (_FIRM.search(s.text) is not None and any(f.kind == "money" for f in s.figures)),
    **dict.fromkeys(FORGIVING, lambda s, since: _of_money_between(s, since) and OF_DEBT.search(s.text) is not None),
    **dict.fromkeys(("flow", "move"), lambda s, since: since <= _SPOKEN or FLOW_OF_GOODS.search(s.text) is not None or (_of_money_between(s, since) and kind_of_money(s.text) is not None)),
    **dict.fromkeys(words("earn fetch sanction"), _of_kind("money")),
    "spend": lambda s, _since: any(f.kind == "money" or (f.unit == "people" and _HOLIDAYS.search(s.text)) for f in s.figures),
    **dict.fromkeys(words("bring pay give present provide absorb pour plough pump"), _of_kind("money", "quantity", "percent")),
    **dict.fromkeys(words("leave enter lift"), _of_kind("money", "quantity")),
    **dict.fromkeys(words("travel welcome passenger departure guest trip"), _of_people),
    **dict.fromkeys(words("visit daytrip"), lambda s, _: (s.of_travel and any(f.unit == "people" or f.kind == "percent" for f in s.figures)) or _of_people(s, 0)),
    "receive": lambda s, _: more_of_goods(s) or any(f.kind == "money" or f.unit == "people" or f.unit in CARGO or SHARE_OF_ITS.match(s.text, f.end) for f in s.figures),
    **dict.fromkeys(("come", "arrive"), lambda s, since: any(f.kind == "quantity" or (f.kind == "money" and GOODS_WORTH.search(s.text)) for f in s.figures) or _of_money_between(s, since)),
    "cross": _of_kind("quantity"),
    "cost": lambda s, _: any(f.kind == "money" for f in s.figures) and _GOODS_COST.search(s.text) is not None,
    "get": lambda s, since: more_of_goods(s) or any(f.unit in CARGO or (f.kind == "money" and (since <= _SPOKEN or "investors" in s.text or "from" in s.text)) or SHARE_OF_ITS.match(s.text, f.end) for f in s.figures),
    "go": lambda s, since: (GONE_TO.search(s.text) is not None and bool(s.figures)) or _of_money_between(s, since),
    "send": _sent,
    **dict.fromkeys(words("pick snap scoop"), lambda s, _: _UP_SO_MUCH.search(s.text) is not None),
    "let": lambda s, _: _LET_IN.search(s.text) is not None and any(f.kind in {"money", "quantity"} for f in s.figures),
    **dict.fromkeys(words("pledge announce allocate earmark contribute"), lambda s, _: any(f.unit == "weapons" or (f.kind == "money" and GIVEN_SUM.search(s.text[: f.start])) for f in s.figures)),
    **dict.fromkeys(words("contribution pledge commitment support funding financing tranche instalment installment"), _of_money_between),
    "deposit": lambda s, since: any(f.kind == "money" for f in s.figures) and (since <= _SPOKEN or IN_A_BANK.search(s.text) is not None),
    **dict.fromkeys(IN_A_BANK_ONLY, lambda s, _: any(f.kind == "money" for f in s.figures) and IN_A_BANK.search(s.text) is not None),
    "contract": lambda s, _: any(f.kind == "money" for f in s.figures) and CONTRACTS_WORTH.search(s.text) is not None,
    "hand": lambda s, since: _OVER.search(s.text) is not None and _amount(s, since),
    "take": lambda s, since: _TAKEN.search(s.text) is not None and _amount(s, since),
    "earning": lambda s, _: any(f.kind in {"money", "percent"} for f in s.figures) and _EARNINGS.search(s.text) is not None,
    "make": lambda s, _: any(f.kind == "money" for f in s.figures) and _MADE_FROM.search(s.text) is not None,
    "holding": lambda s, _: STATE_BONDS.search(s.text) is not None,
    "exchange": lambda s, _: OF_TRADE.search(s.text) is not None or GOODS_FOR_GOODS.search(s.text) is not None,
    "business": lambda s, _: _BUSINESS.search(s.text) is not None,
    "tax": lambda s, _: _TAX.search(s.text) is not None,
    "order": lambda s, since: (_ORDERS if since <= _SPOKEN else _ORDERS_FROM_ABROAD).search(s.text) is not None,
    "volume": lambda s, since: since <= _SPOKEN and bool(s.figures) and _VOLUMES.search(s.text) is not None,
    **dict.fromkeys(("intake", "offtake"), lambda s, since: since <= _SPOKEN and any(f.kind in {"percent", "multiple"} or f.unit in CARGO or f.kind == "money" for f in s.figures)),
    "balance": lambda s, _: _TRADE_BALANCE.search(s.text) is not None,
}  # fmt: skip


def may_mean_trade(word: str, sentence: Sentence, since: int) -> bool:
    """The sentence leaves room for a word of trade to mean trade; `since` counts the sentences from the last of trade.

    >>> from tieline.model.documents import Document
    >>> from tieline.read.story.document import build_story
    >>> story = build_story(Document("d", "Ghana cut the tax on imports of rice. Ghana cut the tax on beer.", None))
    >>> [may_mean_trade("tax", sentence, 9) for sentence in story.sentences]
    [True, False]
    """
    needs = _SENSES.get(word)
    return needs is None or needs(sentence, since)
