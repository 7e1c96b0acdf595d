"""Deficits and surpluses as the words of a claim have them, where its number may have the other sign."""

from __future__ import annotations

from dataclasses import replace

from tieline.check.named import countries_in
from tieline.check.ways import AMOUNT, Way
from tieline.check.worded_comparisons import BOUGHT, SOLD
from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend
from tieline.model.precision import significant

_DEFICIT, _SURPLUS = re.compile(r"deficit|shortfall", re.IGNORECASE), re.compile(r"surplus", re.IGNORECASE)


def gap_told(words: str) -> int | None:
    """Whether words speak of a deficit (-1) or a surplus (1); None where they speak of neither or both.

    >>> gap_told("its trade deficit"), gap_told("a surplus"), gap_told("the balance of trade")
    (-1, 1, None)
    """
    deficit, surplus = _DEFICIT.search(words), _SURPLUS.search(words)
    return None if bool(deficit) == bool(surplus) else -1 if deficit else 1


def with_its_sign(claim: Measure) -> Measure:
    """A balance with the sign of its own words, where they say first whose it is: "South Korea's $7 billion surplus with Chile".

    >>> from tieline.model.claims import Quote
    >>> words = "South Korea's $7 billion surplus with Chile"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 43), indicator="balance", reporter="KOR", partner="CHL",
    ...                 value=-7e9, unit="USD")
    >>> with_its_sign(claim).value
    7000000000.0
    """
    told = gap_told(claim.quote.exact)
    if claim.indicator != "balance" or claim.value is None or told is None or claim.value * told >= 0:
        return claim
    named = countries_in(claim.quote.exact)
    its_own = bool(named) and named[0] == claim.reporter and "reporter" not in claim.inferred
    return replace(claim, value=-claim.value) if its_own and claim.value_max is None else claim


_GAP = re.compile(r"\b(?:(?P<balance>balance)|imbalances?|deficits?|surplus(?:es)?|shortfalls?|gaps?)\b", re.IGNORECASE)
_SIZE_MOVES = re.compile(r"\b(?:widen|narrow|shr[aiu]nk|clos(?:e|ed|es|ing)\b)", re.IGNORECASE)
_BETTER = re.compile(r"\b(?:improv|strengthen)(?:e|ed|es|s|ing|ement)?\b", re.IGNORECASE)
_WORSE = re.compile(r"\b(?:deteriorat(?:e|ed|es|ing|ion)|(?:worsen|weaken)(?:s|ed|ing)?)\b", re.IGNORECASE)

_TO_A_GAP = re.compile(rf"(?:{_BETTER.pattern}|{_WORSE.pattern})[^.,;]{{0,25}}?\s+(?:in)?to\s+$", re.IGNORECASE)


def moves_with_its_sign(words: str) -> bool:
    """What moves is a balance, which is better the higher it is, and not the size of a gap.

    >>> moves_with_its_sign("its trade balance improved"), moves_with_its_sign("its trade deficit improved")
    (True, False)
    >>> moves_with_its_sign("its trade balance deteriorated to a deficit of $8 million"), moves_with_its_sign("the imbalance grew")
    (True, False)
    """
    first = _GAP.search(words)
    return first is not None and first["balance"] is not None and _SIZE_MOVES.search(words) is None


def balance_way(words: str) -> Way | None:
    """Which way a balance is told to have gone by a word for how well it goes; None where none is, or both are.

    >>> balance_way("its trade balance improved to a deficit of $8 million"), balance_way("its trade deficit improved")
    ('up', None)
    """
    better, worse = _BETTER.search(words), _WORSE.search(words)
    if bool(better) == bool(worse) or not moves_with_its_sign(words):
        return None
    return "up" if better else "down"


def balance_moved_to(before: str) -> Way | None:
    """Which way a balance is told to have gone to the gap that the words before lead to: "its trade balance improved to"."""
    return balance_way(before) if _TO_A_GAP.search(before) else None


def as_balance_moved(claim: Measure | Trend) -> Measure | Trend:
    """A balance that is told to have improved went up, and one that worsened went down, whatever its sign.

    >>> from tieline.model.claims import Quote
    >>> words = "its trade balance with Chile worsened by $9 million"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 51), indicator="balance", reporter="PER", partner="CHL",
    ...                 change_value=9e6, unit="USD")
    >>> as_balance_moved(claim).change_value
    -9000000.0
    """
    way = balance_way(claim.quote.exact) if claim.indicator == "balance" else None
    if way is None:
        return claim
    sign = 1 if way == "up" else -1
    if isinstance(claim, Trend):
        return replace(claim, direction=way) if claim.direction in {"up", "down"} else claim
    ranged = claim.change_max is not None or claim.change_value_max is not None
    return claim if ranged else replace(
        claim,
        change_pct=None if claim.change_pct is None else sign * abs(claim.change_pct),
        change_value=None if claim.change_value is None else sign * abs(claim.change_value),
    )  # fmt: skip


_OTHER_FLOW = {"exports": BOUGHT, "imports": SOLD}
_OWN_FLOW = {"exports": SOLD, "imports": BOUGHT}


def as_gap(claim: Measure, words: str) -> Measure:
    """The difference of what two countries sell each other is a balance, no change: "bought $8 billion more from Chile than it sold there".

    >>> from tieline.model.claims import Quote
    >>> words = "Peru bought $8 billion more from Chile than it sold there"
    >>> claim = Measure(document="d", version="v", quote=Quote(words[:38], 0, 38), indicator="imports", reporter="PER", partner="CHL",
    ...                 change_value=8e9, unit="USD", digits={"change_value": 1})
    >>> gap = as_gap(claim, words)
    >>> gap.indicator, gap.value, gap.change_value, gap.digits
    ('balance', -8000000000.0, None, {'value': 1})
    """
    if claim.indicator in {"balance", "trade"}:
        return _gap_of_both(claim, words)
    if claim.change_value is None or claim.value is not None or claim.indicator not in _OTHER_FLOW:
        return claim
    if claim.partner in {None, "WLD"} or claim.change_value_max is not None:
        return claim
    found = re.search(
        rf"\b(?P<way>more|less|fewer)\b(?!\s+than\s+[A-Z]{{0,3}}[$€£¥]?\d)[^.;]*?\bthan\s+(?:(?:it|they|the country)\s+(?:{_OTHER_FLOW[claim.indicator]})"
        rf"|(?P<who>(?:the\s+)?[A-Z][\w.]*(?:\s+[A-Z][\w.]*)*)\s+(?P<verb>\w+))\b(?P<rest>[^.;]*)",
        words,
    )
    if found is None or set(countries_in(found["rest"])) - {claim.reporter, claim.partner}:
        return claim
    if found["who"] is not None and not (
        countries_in(found["who"]) == [claim.partner]
        and re.fullmatch(f"{_OWN_FLOW[claim.indicator]}|did|does", found["verb"])
    ):
        return claim
    ahead = (claim.indicator == "exports") == (found["way"] == "more")
    return _as_level(claim, claim.change_value, ahead=ahead)


_MORE_THAN = re.compile(
    rf"(?:\b(?P<verb>(?:buy|sell|import|export|ship|purchas)ing|{SOLD}|{BOUGHT})\b[^.;]{{0,60}}?)?{AMOUNT}\s*(?:million|billion|mln|bln|m|bn)?\s+(?:worth\s+)?(?P<way>more|less)\b[^.;,]{{0,40}}?\bthan\s+(?:it|they|the country)\s+"
    rf"(?:(?P<sold>{SOLD})|(?P<bought>{BOUGHT}))\b",
    re.IGNORECASE,
)
_IN_THE_RED = re.compile(
    rf"\bin\s+the\s+(?P<colour>red|black)\b[^.;,]{{0,40}}?\bby\s+{AMOUNT}|{AMOUNT.replace('<number>', '<ahead>')}\s*(?:million|billion|mln|bln|m|bn)?\s+in\s+the\s+(?P<shade>red|black)\b",
    re.IGNORECASE,
)


def _gap_of_both(claim: Measure, words: str) -> Measure:
    """The size of a gap that was read as its change, or as trade: "a deficit, buying $8 million more than it sold", "in the red by $8 million"."""
    number = claim.change_value if claim.change_value is not None else claim.value
    if number is None or claim.change_pct is not None or claim.partner in {None, "WLD"}:
        return claim
    more = _MORE_THAN.search(words) if claim.indicator == "balance" and claim.value is None else None
    if more is not None and significant(more["number"]) == significant(abs(number)):
        return _as_level(claim, number, ahead=(more["bought"] is not None) == (more["way"].lower() == "more"))
    red = _IN_THE_RED.search(words) if claim.change_value is None else None
    if red is not None and significant(red["number"] or red["ahead"]) == significant(abs(number)):
        return _as_level(claim, number, ahead=(red["colour"] or red["shade"]).lower() == "black")
    return claim


def _as_level(claim: Measure, number: float, *, ahead: bool) -> Measure:
    return replace(
        claim,
        indicator="balance",
        value=abs(number) if ahead else -abs(number),
        change_value=None,
        base=None,
        digits={"value" if name == "change_value" else name: digits for name, digits in claim.digits.items()},
        bounds={"value" if name == "change_value" else name: bound for name, bound in claim.bounds.items()},
        inferred=tuple(name for name in claim.inferred if name != "base"),
    )
