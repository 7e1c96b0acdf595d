"""The words before a number that make a bound of it: "almost 32 percent", "just under three times", "more than half". One table for reader and check."""

from __future__ import annotations

from collections.abc import Iterable

from tieline.model.vocabulary import Bound

_WORDS: dict[Bound, str] = {
    "almost": "just under | just short of | just shy of | slightly less than | a little less than | close to | nearly | almost | not quite | nearing | approaching",
    "at_least": "at least | no less than | no fewer than | not less than | a minimum of",
    "at_most": "no more than | not more than | up to | as much as | as many as | at most | a maximum of | a ceiling of | a high of",
    "over": "just over | just above | a little over | slightly more than | a little more than | well over | more than | over | above | in excess of | upward of | upwards of | greater than | higher than | beyond",
    "under": "less than | fewer than | under | below | lower than | short of",
    "about": "about | around | some | roughly | approximately | approx | an estimated | estimated at | estimated | circa | or so | in the region of | in the order of | on the order of | an average of | nearly some | an approximate",
}
BOUND_OF: dict[str, Bound] = {word.strip(): bound for bound, words in _WORDS.items() for word in words.split("|")}
"""What each of them makes of the number behind it."""


def pattern(words: Iterable[str]) -> str:
    r"""Some of the words as alternatives of a pattern, the longest first, with any blanks between their own.

    >>> pattern(["over", "just over"]) == r"just\s+over|over"
    True
    """
    longest = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(word.split()) for word in longest)


def bound_of(hedge: str | None) -> Bound | None:
    """The bound of a hedge as it was found; None where there is none, or it is no hedge.

    >>> bound_of("Just  under"), bound_of("well over"), bound_of(None)
    ('almost', 'over', None)
    """
    return BOUND_OF.get(" ".join((hedge or "").lower().split()))
