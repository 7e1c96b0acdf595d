"""What else a claim may be about where the reader carried a country, the goods or the period over from another sentence.

Carried fields are the reader's conclusion, not the story's words. Each other thing that the story names in their place is a
reading of the claim, tried before the figures contradict it (`variants`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tieline.check.named import countries_in
from tieline.check.phrases import owner, product, singular, subject
from tieline.check.quantities import Quantity, scope_of
from tieline.model import lazy_re as re
from tieline.model.claims import Event, Measure, Trend
from tieline.model.periods import Period

Figure = Measure | Trend
_SENTENCE_END = re.compile(r"[.!?][\"'”’]?\s+(?=[A-Z\"'“‘])|\n")
_FARTHEST = 400
_MOST = 2


@dataclass(frozen=True, slots=True)
class Guess:
    """Another quantity or period that a claim may be about; `tried` says what is meant then."""

    name: str
    tried: str
    quantity: Quantity
    period: Period | None = None


def guesses_of(claim: Figure, own: Quantity, claims: Sequence[Figure | Event], text: str | None) -> list[Guess]:
    """Every other quantity, for a claim whose countries were carried over; of the goods too, which go with them."""
    if claim.compared_with is not None or not {"reporter", "partner"} & set(claim.inferred):
        return []
    if own.partner == "WLD":
        return _named_before(claim, own, claims) if "partner" in claim.inferred else []
    return [
        *_other_owner(claim, own),
        *_named_beside(claim, own, text),
        *_all_partners(claim, own),
        *_goods_before(claim, own, claims),
    ]


def periods_spoken(claim: Figure, claims: Sequence[Figure | Event], period: Period) -> list[Period]:
    """The other periods of the same length that the story tells of the pair."""
    pair = {claim.reporter, claim.partner}
    told = {
        each.period
        for each in claims
        if isinstance(each, Measure | Trend)
        and each.period is not None
        and {each.reporter, each.partner} == pair
        and each.period.precision == period.precision
    }
    return sorted(told - {period}, key=lambda each: each.start, reverse=True)


def of_periods(own: Quantity, periods: Sequence[Period]) -> list[Guess]:
    """The same quantity in other periods that the story speaks of."""
    return [
        Guess("told-period", f"it is one of {period.words()}, of which the story tells too", own, period)
        for period in periods
    ]


def sentence_of(claim: Figure, text: str | None) -> str:
    """The sentence that a claim stands in; its quote alone where the text does not have it."""
    quote = claim.quote
    if text is None or text[quote.start : quote.end] != quote.exact:
        return quote.exact
    return f"{before_quote(claim, text)}{_SENTENCE_END.split(text[quote.start : quote.end + _FARTHEST], maxsplit=1)[0]}"


def before_quote(claim: Figure, text: str | None) -> str:
    """The words of the sentence before those quoted."""
    quote = claim.quote
    if text is None or text[quote.start : quote.end] != quote.exact:
        return ""
    return _SENTENCE_END.split(text[max(0, quote.start - _FARTHEST) : quote.start + 1])[-1][:-1]


def sentence_before(claim: Figure, text: str | None) -> str:
    """The sentence before the one that a claim stands in."""
    if text is None or text[claim.quote.start : claim.quote.end] != claim.quote.exact:
        return ""
    start = claim.quote.start - len(before_quote(claim, text))
    told = [each for each in _SENTENCE_END.split(text[max(0, start - _FARTHEST) : start]) if each.strip()]
    return told[-1] if told else ""


def _other_owner(claim: Figure, own: Quantity) -> list[Guess]:
    """The other country's exports, imports or balance."""
    if not {"reporter", "partner"} <= set(claim.inferred) or own.flow == "trade":
        return []
    other = replace(own, reporter=own.partner, partner=own.reporter)
    flow = "balance of trade" if own.flow == "balance" else own.flow
    return [Guess("other-side", f"the figure is one of {owner(other.reporter)} {flow}", other)]


def _named_beside(claim: Figure, own: Quantity, text: str | None) -> list[Guess]:
    """Another country that the sentence names, in the place of the one that was carried over, and as the one whose figure it is."""
    named = dict.fromkeys(countries_in(sentence_of(claim, text)))
    others = [code for code in named if code not in {own.reporter, own.partner, "WLD"}][:_MOST]
    found: list[tuple[str, str]] = []
    if "partner" in claim.inferred:
        found += [(own.reporter, code) for code in others]
    if "reporter" in claim.inferred and own.flow != "trade":
        whom = own.reporter if "partner" in claim.inferred else own.partner
        found += [(code, whom) for code in others]
    asked = [replace(own, reporter=reporter, partner=partner) for reporter, partner in found]
    return [
        Guess("named-partner", f"{subject(each.all_products())} {'is' if singular(each) else 'are'} meant", each)
        for each in asked
    ]


def _named_before(claim: Figure, own: Quantity, claims: Sequence[Figure | Event]) -> list[Guess]:
    """For the trade with all partners, those that the story told of just before."""
    before = [c for c in claims if isinstance(c, Measure | Trend) and c.quote.start < claim.quote.start]
    last = sorted(before, key=lambda each: each.quote.start, reverse=True)
    named = dict.fromkeys(code for each in last for code in (each.partner, each.reporter))
    others = [code for code in named if code not in {None, own.reporter, "WLD"}][:_MOST]
    asked = [replace(own, partner=str(code)) for code in others]
    return [
        Guess("named-partner", f"{subject(each)} {'is' if singular(each) else 'are'} meant", each) for each in asked
    ]


def _of_a_partner(claim: Figure, own: Quantity) -> bool:
    """A share of all exports or imports: that of all partners together would be all of it."""
    if not isinstance(claim, Measure) or claim.share_pct is None or claim.value is not None:
        return False
    return own.scope.whole and "total" in str(claim.share_of)


def _all_partners(claim: Figure, own: Quantity) -> list[Guess]:
    """The trade with all partners, where the story named the partner elsewhere."""
    if "partner" not in claim.inferred or _of_a_partner(claim, own):
        return []
    return [Guess("all-partners", "the trade with all partners is meant", own.with_world())]


def _goods_before(claim: Figure, own: Quantity, claims: Sequence[Figure | Event]) -> list[Guess]:
    """The goods that the story told of just before."""
    if not own.scope.whole:
        return []
    before = [c for c in claims if isinstance(c, Measure | Trend) and c.quote.start < claim.quote.start]
    last = max(before, key=lambda each: each.quote.start, default=None)
    if last is None or not last.product or not {last.reporter, last.partner} & {own.reporter, own.partner}:
        return []
    tried = f"{product(last.product)} is meant"
    return [Guess("told-goods", tried, replace(own, scope=scope_of(last.product, last.hs)))]
