"""Deposits of one state with the central bank of another: whose money it is, and where it lies."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, trades

_OF: Final = re.compile(
    r"\b(?:at|with|in|into|to)\s+[^.;,]{0,40}?(?<!Import )(?<!Exim )(?<!Development )(?<!Commercial )(?<!Investment )\b[Bb]ank\s+of\s+(?:the\s+)?$"
)
_ITS: Final = re.compile(r"(?:'s)?\s+(?:central|national|state|reserve)\s+bank\b", re.IGNORECASE)
_REACH: Final = 90
_THE_BANK: Final = re.compile(
    r"\b(?:in|into|at|with|to)\s+the\s+(?:country's\s+)?(?:central|national|state|reserve)\s+bank\b"
)
_IN_FRONT: Final = re.compile(r"\W*In\s+(?:the\s+)?")


def lies_with(sentence: Sentence, mention: Mention) -> bool:
    """The central bank of a country is named as where money lies."""
    return _OF.search(sentence.text[: mention.start]) is not None or _ITS.match(sentence.text, mention.end) is not None


def bank_behind(sentence: Sentence, begin: int, giver: str | None) -> str | None:
    """The country whose central bank is named behind an offset: "at the Central Bank of Jordan", "with Jordan's central bank".

    The central bank alone is that of the place in front: "In Pakistan, it also put $3 billion into the central bank".
    """
    for mention in sentence.mentions:
        if not begin <= mention.start < begin + _REACH or mention.code == giver or not trades(mention.code):
            continue
        if lies_with(sentence, mention):
            return mention.code
    first = next((m for m in sentence.mentions if trades(m.code)), None)
    if first is not None and first.code != giver and _THE_BANK.search(sentence.text, begin, begin + _REACH):
        led = _IN_FRONT.fullmatch(sentence.text[: first.start]) and sentence.text[first.end : first.end + 1] == ","
        return first.code if led else None
    return None
