"""Where the words of a claim end: never in a country's adjective whose noun follows ("the 80% tariffs on Australian" barley)."""

from __future__ import annotations

from bisect import bisect_left

from tieline.model.claims import Quote
from tieline.read.story.document import Sentence

_FAR = 4
"""Words behind the adjective in which its noun stands."""


def to_its_noun(quote: Quote, sentence: Sentence, text: str) -> Quote:
    """The quote, up to the noun of the country's adjective that it ends in; the quote itself where it ends in none."""
    end = quote.end - sentence.start
    if sentence.tokens is None or not any(m.end == end and m.use in _DESCRIBING for m in sentence.mentions):
        return quote
    place = bisect_left(sentence.tokens, end, key=lambda t: t.idx) - 1
    word = sentence.tokens[place] if place >= 0 else None
    if word is None or word.dep not in {"amod", "compound", "nmod"} or not 0 < word.head.i - word.i <= _FAR:
        return quote
    noun = word.head
    if noun.pos not in {"NOUN", "PROPN"}:
        return quote
    return Quote.of(text, quote.start, sentence.start + noun.idx + len(noun))


_DESCRIBING = frozenset({"adjective", "demonym", "abbreviation"})
