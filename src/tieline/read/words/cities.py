"""Cities that stand for the country they lie in where arms or crowds are at work: "shelled Sidon", "camped outside Goma".

A city is no state and never acts; what is done in it is done to its country.  Elsewhere the reader leaves cities alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.countries import surface_forms

AT_WORK: Final = frozenset(
    "troops soldiers tanks warplanes warships jets rockets missiles shells gunmen militants rebels guerrillas commandos army navy bombers "
    "bomber bombed bombing killed wounded shelled shelling gunships settlers demonstrators protesters peacekeepers militiamen marines "
    "warplane helicopters fighters raided stormed invaded besieged airstrike airstrikes".split()
)
"""Words of a text in which cities stand for their countries."""
_NAME = re.compile(r"[A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w’'-]+)?")


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    return {
        name: match.candidates[0]
        for name, match in surface_forms().items()
        if match.use == "city" and len(match.candidates) == 1 and not match.also_person
    }


def cities_in(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, country) of each city of one or two words.

    >>> list(cities_in("Tanks shelled Sidon, and Gaza City too."))
    [(14, 19, 'LBN'), (25, 34, 'PSE')]
    """
    known = _cities()
    for found in _NAME.finditer(text):
        words = re.sub(r"['’]s?$", "", found.group())
        first = words.split(" ")[0]
        for name in dict.fromkeys((words, first, words[len(first) + 1 :])):
            if name in known:
                start = found.start() + (words.rindex(name) if name != first else 0)
                yield start, start + len(name), known[name]
                break


def cities_at_work(text: str, words: AbstractSet[str]) -> set[str]:
    """The countries of a text's cities, where arms or crowds are at work in it."""
    return set() if words.isdisjoint(AT_WORK) else {code for _, _, code in cities_in(text)}
