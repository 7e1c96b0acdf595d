"""Countries that a text brings in without their names: by a leader, an armed group, an office, a city at war, state media."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.names.outlets import find_outlets, outlets
from tieline.read.words.actors import GROUP, GROUPS
from tieline.read.words.cities import cities_at_work
from tieline.read.words.people import LEADERS, OFFICE_OWNERS, leaders_in

_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_GROUP_WORDS: Final = frozenset(_WORD.findall(name.lower())[0] for name in GROUPS) - {"the"}
_STATE_MEDIA_WORDS: Final = frozenset(
    _WORD.findall(name.lower())[0] for name, one in outlets().items() if one.state
) - {"the"}
_LEADER_WORDS: Final = {name.lower(): code for name, code in LEADERS.items()}
_LEADERS_OF_WORD: Final[dict[str, list[str]]] = {word: [] for word in _LEADER_WORDS}
for _leader in LEADERS:
    _LEADERS_OF_WORD[_leader.lower()].append(_leader)
_LEADER_HINTS: Final = _LEADER_WORDS.keys() | frozenset(
    "jong jae geun sung xiaoping johnson assad ki-moon kim gadafi gaddafi gadhafi".split()
)
_TITLE_BEFORE = re.compile(
    r"\b(?:Presidents?|Minister|Premier|Chancellor|Secretary|Chairman|Leader|leader|Colonel|General|King|Mrs?\.?|Ms\.?) "
    r"(?:[A-Z][\w.-]* ){0,2}$"
)
_RULE_BEHIND = re.compile(r" (?:administration|government|regime)\b")
_TITLE_NEAR: Final = 60


def _titled(text: str, leader: str) -> bool:
    """A leader stands in a text with a title or before a government: "President Putin", "the Bush administration"."""
    return any(
        _TITLE_BEFORE.search(text[max(0, found.start() - _TITLE_NEAR) : found.start()])
        or _RULE_BEHIND.match(text, found.end())
        for found in re.finditer(rf"\b{re.escape(leader)}\b", text)
    )


def words_of(text: str) -> set[str]:
    """The words of a text in small letters, those joined by a hyphen and owners ("Putin's") alone too."""
    words = set(_WORD.findall(text.lower()))
    for word in [word for word in words if not word.isalpha()]:
        words.update(word.split("-"))
        if word.endswith("'s"):
            words.add(word[:-2])
    return words


_HALVES: Final = (
    (re.compile(r"\bNorth Korean?"), re.compile(r"\b[Tt]he South\b(?! (?:Korea|[A-Z]))"), "KOR"),
    (re.compile(r"\bSouth Korean?"), re.compile(r"\b[Tt]he North\b(?! (?:Korea|[A-Z]))"), "PRK"),
)
"""What "the South" or "the North" is beside the other Korea; of others it may be a part of the country."""


def halves_in(text: str, words: AbstractSet[str]) -> set[str]:
    """The Korea that a text names by its half alone.

    >>> halves_in("North Korea accused the South.", {"north", "korea", "accused", "the", "south"})
    {'KOR'}
    """
    if "korea" not in words and "korean" not in words:
        return set()
    return {code for named, half, code in _HALVES if named.search(text) and half.search(text)}


def stand_ins(text: str, words: AbstractSet[str]) -> set[str]:
    """The countries that leaders, groups and state media stand for who are named without them: "Putin", "the Hamas", "KCNA"."""
    found = () if words.isdisjoint(_GROUP_WORDS) else GROUP.findall(text)
    codes = {GROUPS[name] for name in found} | cities_at_work(text, words)
    codes |= halves_in(text, words)
    led = words & _LEADER_WORDS.keys()
    if led and any(_titled(text, name) for word in led for name in _LEADERS_OF_WORD[word]):
        codes |= {_LEADER_WORDS[word] for word in led}
    if "secretary" in words and (titled := OFFICE_OWNERS.search(text)) and titled.lastgroup:
        codes.add(titled.lastgroup)
    if not words.isdisjoint(_LEADER_HINTS):
        codes |= {code for _, code in leaders_in(text)}
    if not words.isdisjoint(_STATE_MEDIA_WORDS):
        codes |= {found.state for start, _, found in find_outlets(text) if found.state and text[:start][-1:] != "("}
    return codes
