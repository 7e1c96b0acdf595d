"""Whose trade with whom a claim is about, where the reader carried a side over: when figures on that pair can't contradict it.

A side that another sentence named is the reader's conclusion. It is safe where nobody else can be meant: the sentence names
both countries, or every pair that the story tells of has the side that was concluded. Else what the figures would rate against
the claim is `ambiguous`.
"""

from __future__ import annotations

from collections.abc import Sequence

from tieline.check.guesses import before_quote, sentence_of
from tieline.check.named import countries_in, without_countries
from tieline.check.phrases import country, listed
from tieline.model import lazy_re as re
from tieline.model.claims import Event, Measure, Trend

Figure = Measure | Trend
OF_THE_TWO = re.compile(
    r"\b(?:bilateral|two-way|mutual|both (?:countries|sides|nations)|(?:the|their) two (?:countries|nations|neighbo)|between them|each other)",
    re.IGNORECASE,
)
_REGION = re.compile(
    r"\b(?:(?:(?:South|North|West|East|Central|Southern|Northern|Western|Eastern|Southeast|South-East|Latin|Sub-Saharan|Middle)\s+)?(?:Africa|Asia|Europe)"
    r"|(?:South|Latin|Central)\s+America|the (?:Americas|Caribbean|Gulf|Maghreb|Balkans|Baltics|Caucasus|Middle East)|Oceania|Scandinavia|"
    r"(?:the )?(?:Arab|Gulf|African|Asian|European|Latin American|Pacific|Baltic|Nordic|Balkan) (?:countries|states|nations|world|continent))\b"
)
_IT = re.compile(r"\W{0,2}(?:it|they|the country)\b", re.IGNORECASE)
_SEVERAL = "whose trade with whom is meant was carried over from another sentence, and the story tells of several pairs"


def side_in_doubt(claim: Figure, claims: Sequence[Figure | Event], text: str | None) -> str | None:
    """Why another country may be meant than the one that was carried over; None where no other can be."""
    if (
        claim.compared_with is not None
        and _IT.match(claim.quote.exact)
        and claim.reporter not in countries_in(claim.quote.exact)
    ):
        return "the words do not name the country whose trade is compared"
    concluded = [name for name in ("reporter", "partner") if name in claim.inferred and getattr(claim, name)]
    if not concluded:
        return None
    sentence = sentence_of(claim, text)
    named = set(countries_in(sentence)) - {"WLD"}
    beside = _partners_beside(claim, claims, text) if "partner" not in concluded else set()
    strangers = sorted(named - {claim.reporter, claim.partner, *_held_against(claim), *beside})
    if strangers:
        return f"the sentence names {listed([country(code) for code in strangers])} too, and does not tell whose trade with whom is meant"
    region = _region_meant(claim, sentence) if "partner" in concluded else None
    if region is not None:
        return f"the sentence speaks of {region}, and does not tell whose trade with whom is meant"
    both = {claim.reporter, claim.partner}
    pairs = _pairs_told(claims)
    if len(concluded) > 1 and OF_THE_TWO.search(sentence):
        return _SEVERAL if pairs - {frozenset(both)} and not both <= named else None
    for name in concluded:
        side = getattr(claim, name)
        if side in named or side == "WLD":
            continue
        if any(side not in pair for pair in pairs):
            return _SEVERAL
    return _SEVERAL if len(concluded) > 1 and not both & named and len(pairs) > 1 else None


_THOSE_TO = re.compile(r"\b(?:those|that)\s+(?:to|from|with)\s+(?:the\s+)?\Z", re.IGNORECASE)


def _partners_beside(claim: Figure, claims: Sequence[Figure | Event], text: str | None) -> set[str | None]:
    """The partners of the same country in the same sentence, where a claim is of "those to" another: "exports to Peru rose while those to Chile fell"."""
    if text is None or not _THOSE_TO.search(before_quote(claim, text)):
        return set()
    start = claim.quote.start - len(before_quote(claim, text))
    return {
        each.partner
        for each in claims
        if isinstance(each, Measure | Trend)
        and start <= each.quote.start < claim.quote.start
        and each.reporter == claim.reporter
        and each.indicator == claim.indicator
        and not {"reporter", "partner"} & set(each.inferred)
    }


def _region_meant(claim: Figure, sentence: str) -> str | None:
    """A part of the world where the partner is not named: "trade between Africa and China", told in Nairobi."""
    for words in (claim.quote.exact, sentence):
        region = _REGION.search(without_countries(words))
        if region is not None and claim.partner not in countries_in(words):
            return region.group()
    return None


def _held_against(claim: Figure) -> set[str | None]:
    """The countries that the claim itself holds its own against."""
    other = claim.compared_with
    return {other.reporter, other.partner} if other is not None else set()


def _pairs_told(claims: Sequence[Figure | Event]) -> set[frozenset[str]]:
    """The pairs of countries whose trade the story tells of."""
    figures = [each for each in claims if isinstance(each, Measure | Trend)]
    return {frozenset((each.reporter, each.partner)) for each in figures if each.partner not in {None, "WLD"}}
