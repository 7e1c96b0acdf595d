"""Whose somebody is who is introduced without a country, by a description of him in the sentence behind: "Premier Tamm ... The Estonian head of government".

It is his where the office is the same, where he is the last person named, and where no sentence that names him names the
country: "President Lema arrived in Lima.  The Peruvian president greeted him" speaks of two.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.story.document import Sentence
from tieline.read.story.people import People
from tieline.read.words.people import STATE_USES

_OFFICES: Final = (
    ("government", re.compile(r"prime minister|premier|head of (?:the )?government|chancellor|pm\b|government chief", re.IGNORECASE)),
    ("state", re.compile(r"(?<!vice )(?<!vice-)president|head of (?:the )?state|king|queen|emir|sultan|monarch|ruler", re.IGNORECASE)),
    ("foreign", re.compile(r"foreign (?:affairs )?minister|minister (?:of|for) foreign affairs|top diplomat|chief diplomat|head of diplomacy", re.IGNORECASE)),
)  # fmt: skip
"""Offices by the words for each of them."""
_WORDS: Final = re.compile(r"\s+((?:[a-z-]+\s+){1,4})")
_BEGINS: Final = re.compile(r"\W*The\s+")
_OTHERS: Final = re.compile(r"\b(?:him|her|his guest|his host|counterpart)\b")


def settle_described(people: People, sentences: Sequence[Sentence]) -> None:
    """Give people without a country that of the description right behind them."""
    for before, sentence in pairwise(sentences):
        told = _described(sentence)
        if told is None:
            continue
        kind, code = told
        met = people.find(before)
        last = met[0] if met else None
        if last is None or last.country is not None or _kind(last.words) != kind or people.find(sentence)[1:]:
            continue
        his = [s for s in sentences if last.name in s.text or last.name.split()[-1] in s.text.split()]
        if not any(m.code == code for s in his for m in s.mentions):
            people.settle(last.name, code)


def _kind(words: str) -> str | None:
    return next((kind for kind, office in _OFFICES if office.search(words)), None)


def _described(sentence: Sentence) -> tuple[str, str] | None:
    """The office and the country of whoever a sentence begins with: "The Estonian head of government said"."""
    first = sentence.mentions[0] if sentence.mentions else None
    if first is None or first.use not in STATE_USES or not _BEGINS.fullmatch(sentence.text[: first.start]):
        return None
    office = _WORDS.match(sentence.text, first.end)
    kind = _kind(office.group(1)) if office else None
    return (kind, first.code) if kind is not None and not _OTHERS.search(sentence.text) else None
