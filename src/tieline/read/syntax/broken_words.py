"""Words that the end of a printed line has broken, as copies of PDFs have them: "im-⏎ports" is "imports".

The text keeps its length: the word is put together where it ends, and blanks before it stand for what it is shorter by.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re

_BROKEN = re.compile(r"(?<![\w-])(?P<first>[A-Za-z][a-z’']*)-(?P<gap>[ \t]*\r?\n[ \t]*)(?P<rest>[a-z]+)(?![\w-])")
_LEADS: Final = frozenset(
    "re co ex non pre pro anti semi self well high low long short mid cross year month week day two three four five six ten half "
    "free fair full part first second third single double multi inter intra state government export import trade oil gas coal "
    "labour labor land sea air rice food cash duty tax tariff value price cost market world war peace sub trans bi tri quasi "
    "vice old new large small big fast slow hard soft far near post over under out in on off up down so all much most more less "
    "best better ill cold hot dry fresh ready home foreign private public rail road ship third debt job time hi e".split()
)
"""What leads a compound that keeps its hyphen: "high-⏎quality"."""


def with_words_mended(text: str) -> str:
    r"""Put broken words together; compounds stay as they are.

    >>> with_words_mended("Fiji's im-\nports rose.")
    "Fiji's   imports rose."
    >>> with_words_mended("It sold high-\nquality oil, and oil-\nrich Chad wheat.")
    'It sold high-\nquality oil, and oil-\nrich Chad wheat.'
    """
    return _BROKEN.sub(lambda found: _mended(found, text), text) if "-\n" in text or "-\r\n" in text else text


def _mended(found: re.Match[str], text: str) -> str:
    first, rest = found["first"], found["rest"]
    compound = first.lower() in _LEADS or f"{first}-{rest}" in text
    if compound or (_stands_alone(first, text) and not _stands_alone(first + rest, text)):
        return found[0]
    return " " * (1 + len(found["gap"])) + first + rest


def begin_of_broken(text: str, place: int) -> int:
    r"""Where a word begins in the text as given, of which `place` is the begin once it is put together.

    >>> begin_of_broken("Fiji's im-\nports rose.", 9), begin_of_broken("Fiji's imports rose.", 7)
    (7, 7)
    """
    near = _BROKEN.finditer(text, max(0, place - _NEAR), place + _NEAR)
    return next((found.start() for found in near if found.start() < place < found.end()), place)


_NEAR = 60


def _stands_alone(word: str, text: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) is not None
