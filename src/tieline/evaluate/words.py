"""Names and goods compared by their words, and the names by which a country speaks of itself."""

from __future__ import annotations

from functools import cache

from tieline.evaluate.fields import Fields, code, fold, span_of, words_of
from tieline.model import lazy_re as re
from tieline.model.countries import STANDS_FOR_STATE, surface_forms

_NO_CONTENT = frozenset(
    "a an and at by for in of on or the to its his her their s mr mrs ms said one das de der des die du el la le los".split()
)


def content_words(words: object) -> frozenset[str]:
    """The words that name something: no articles, prepositions, titles, no possessive.

    >>> sorted(content_words("the Ministry of Trade's office"))
    ['ministry', 'office', 'trade']
    """
    plain = fold(words).replace("'s", " ").replace("’s", " ")
    return frozenset(re.findall(r"\w+", plain)) - _NO_CONTENT


def same_name(one: object, other: object) -> bool:
    """At least half of the shorter name's content words stand in the other.

    >>> same_name("Trade Minister Ana Paz", "Paz"), same_name("the customs office", "the trade ministry")
    (True, False)
    """
    a, b = content_words(one), content_words(other)
    if not a or not b:
        return fold(one) == fold(other)
    return 2 * len(a & b) >= min(len(a), len(b))


def overlap(entry: Fields, claim: Fields) -> float:
    """How far two quotes cover each other, 0 to 1, as a share of the shorter; by words where a place is not known."""
    a, b = span_of(entry), span_of(claim)
    if a and b:
        common = min(a[1], b[1]) - max(a[0], b[0])
        return max(0, common) / max(1, min(a[1] - a[0], b[1] - b[0]))
    x, y = content_words(words_of(entry)), content_words(words_of(claim))
    return len(x & y) / max(1, min(len(x), len(y)))


@cache
def _own_names() -> dict[str, frozenset[str]]:
    """By code: names, adjectives, capitals and seats that mean that country alone, folded, without points."""
    found: dict[str, set[str]] = {}
    for form, match in surface_forms().items():
        owners = {code(candidate) for candidate in match.candidates}
        if len(owners) == 1 and match.use in STANDS_FOR_STATE:
            found.setdefault(str(owners.pop()), set()).add(_bare(form))
    return {owner: frozenset(names) for owner, names in found.items()}


def _bare(words: object) -> str:
    return " ".join(re.findall(r"[^\W_]+", fold(words).replace(".", "")))


def is_own_name(entry: Fields, claim: Fields, name: object) -> bool:
    """A source's name is that of the actor itself: the person who acted, the country, or one of its offices.

    >>> is_own_name({"actor": "FRA"}, {}, "the French foreign ministry"), is_own_name({"actor": "FRA"}, {}, "Reuters")
    (True, False)
    """
    if any(one.get("actor_person") and same_name(one["actor_person"], name) for one in (entry, claim)):
        return True
    actor = code(entry.get("actor")) or ""
    padded = f" {_bare(name)} "
    return any(f" {own} " in padded for own in {*_own_names().get(actor, ()), actor.casefold()})
