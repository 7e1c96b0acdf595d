"""Bodies of a state under the names that a story gives them: "the Oman Fund for Rural Development (OFRD)", later "OFRD" or "the Fund"; "Oman's power utility Omgrid"."""

from __future__ import annotations

from collections.abc import Iterator

from tieline.model import lazy_re as re
from tieline.model.countries import country
from tieline.read.story.document import Story
from tieline.read.words.actors import GROUPS

_GIVEN = re.compile(
    r"(?P<name>(?:[A-Z][\w’'-]*|of|for|and|on|the|&)(?:\s+(?:[A-Z][\w’'-]*|of|for|and|on|the|&))+)\s\((?P<letters>[A-Z][A-Za-z&]{2,9})\)"
)
_BODIES = frozenset(
    "Fund Bank Agency Authority Ministry Commission Council Institute Administration Directorate Office Service Bureau Board".split()
)
"""What a body of a state is called by, companies left out."""
_RUN = r"(?:state|state-owned|state-run|national|power|electricity|gas|grid|railway|utility|oil)"
_COMPANY = r"(?:company|utility|corporation|operator|monopoly)"
_COMPANY_NAME = r"[A-Z][a-z]+[A-Za-z-]*"
_WORDS = r"(?:[a-z-]+ ){0,2}"
_CALLED = re.compile(
    rf"(?:[A-Z][\w.]+(?:['’]s?)? ){_WORDS}{_RUN} {_WORDS}{_COMPANY},? (?P<name>{_COMPANY_NAME})\b(?! [A-Z])"
    rf"|(?<![\w’'] )\b(?P<before>{_COMPANY_NAME}), (?:the |its )?[A-Z][\w.]+(?:['’]s?)? {_WORDS}{_RUN} {_WORDS}{_COMPANY}\b"
)
"""A company that a country owns or lives by: "Zambia's state power utility Zesco", "Zesco, the Zambian power company"."""
_HINT = re.compile(rf"\b{_COMPANY}\b")
_SHARED = 0.6
"""How many of the letters must begin a word of the name, in its order."""


def aliases(story: Story) -> dict[str, str]:
    """The letters, or "the Fund", by which the story goes on to name a state's body -> its country."""
    found = dict(_companies(story))
    if "(" not in story.text:
        return found
    for given in _GIVEN.finditer(story.text):
        body = next((w for w in given["name"].split() if w in _BODIES), None)
        letters = given["letters"]
        if body is None or "Monetary" in given["name"] or letters in GROUPS or not _spells(letters, given["name"]):
            continue
        owners = _named_in(story, *given.span("name"))
        if len(owners) == 1:
            code = owners.pop()
            found[letters] = found[f"the {body}"] = code
    return found


def _companies(story: Story) -> Iterator[tuple[str, str]]:
    """Companies that the story calls a country's own, by the names that it goes on to use, with the country."""
    for given in _CALLED.finditer(story.text) if _HINT.search(story.text) else ():
        name = given["name"] or given["before"]
        owners = _named_in(story, *given.span())
        if len(owners) == 1 and name not in GROUPS and not any(map(str.isdigit, name)):
            yield name, owners.pop()


def whole(name: str, text: str) -> Iterator[re.Match[str]]:
    """Where a name stands in a text as a word of its own.

    >>> [found.start() for found in whole("OFRD", "OFRD lends, MOFRD does not")]
    [0]
    """
    return re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) if name in text else iter(())


def _spells(letters: str, name: str) -> bool:
    """The letters begin words of the name, in its order.

    >>> _spells("OFRD", "Oman Fund for Rural Development"), _spells("FAO", "Oman Fund for Rural Development")
    (True, False)
    """
    initials = iter(word[0] for word in name.split() if word[0].isupper())
    capitals = [letter for letter in letters if letter.isupper()]
    return sum(letter in initials for letter in capitals) >= _SHARED * len(capitals)


def _named_in(story: Story, start: int, end: int) -> set[str]:
    """The states that a part of the text names."""
    return {
        m.code
        for s in story.sentences
        if s.start <= start < s.start + len(s.text)
        for m in s.mentions
        if start <= s.start + m.start and s.start + m.end <= end and country(m.code).kind != "organisation"
    }
