"""Bodies that several states have under one name ("the Foreign Office", "the DFA"), and whose one is meant where a text names it bare.

It is that of the country in front of it, of the capital behind it, of the one whose own the story has called it, of the
state where the story is told; the one that the press of the world means by it comes last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.names.mentions import Mention

_USUAL: Final[Mapping[str, str | None]] = {
    "Foreign Office": "GBR",
    "Home Office": "GBR",
    "Ministry of External Affairs": None,
    "External Affairs Ministry": None,
    "Ministry of Foreign Affairs": None,
    "Department of Foreign Affairs": None,
    "DFA": None,
    "MOFA": None,
    "MoFA": None,
}
"""Each name with the state whose body it is where nothing else tells."""
BODIES: Final = frozenset(_USUAL)
_CALLED_SO: Final[Mapping[str, frozenset[str]]] = {
    "Foreign Office": frozenset({"GBR", "DEU", "PAK", "BGD"}),
    "Home Office": frozenset({"GBR"}),
}
"""States of which the press calls the ministry so, even where the usual one is named beside it."""
_BODY: Final = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(BODIES, key=len, reverse=True))})(?![\w-])")
_BEFORE: Final = re.compile(r"(?:['’]s?)?\s+$")
_BEHIND: Final = re.compile(r"\s+(?:spokes\w+\s+)?(?:of|in|at)\s+(?:the\s+)?$")


def _owner_beside(text: str, found: re.Match[str], mentions: Sequence[Mention]) -> Mention | None:
    """The country right in front of a body or behind its "of" or "in"."""
    for mention in mentions:
        if mention.end <= found.start() and _BEFORE.fullmatch(text, mention.end, found.start()):
            return mention
        if found.end() <= mention.start and _BEHIND.fullmatch(text, found.end(), mention.start):
            return mention
    return None


def bodies_owned(sentences: Iterable[tuple[str, Sequence[Mention]]]) -> dict[str, str]:
    """Whose each body is by the first place where a story names it with its country."""
    owned: dict[str, str] = {}
    for text, mentions in sentences:
        for found in _BODY.finditer(text):
            owner = _owner_beside(text, found, mentions)
            if owner is not None:
                owned.setdefault(found.group(), owner.code)
    return owned


def bodies_in(
    text: str, mentions: Sequence[Mention], owned: Mapping[str, str], home: str | None, named: Mapping[str, int]
) -> Iterator[Mention]:
    """The bodies that a sentence names without their country, each as that of its state; none where nothing tells it.

    `owned` is whose each is by the story, `home` the state where it is told, `named` how often it names each country.
    """
    for found in _BODY.finditer(text):
        if any(m.start < found.end() and found.start() < m.end for m in mentions):
            continue
        beside = _owner_beside(text, found, mentions)
        if beside is not None and beside.end <= found.start():
            continue
        code = beside.code if beside is not None else owned.get(found.group()) or _at(found.group(), home, named)
        if code is not None:
            yield Mention(found.start(), found.end(), code, "abbreviation")


def _at(body: str, home: str | None, named: Mapping[str, int]) -> str | None:
    usual = _USUAL[body]
    here = home is not None and (not usual or home in _CALLED_SO[body] or not named.get(usual))
    return home if here else usual
