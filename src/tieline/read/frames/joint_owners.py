"""Owners that a noun of trade has in common: "both Kenya's and Peru's exports to Norway"."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import Frame

_TO_NOUN: Final = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,2}")
_AND: Final = re.compile(r"['’]s?,?\s+and\s+(?:the\s+)?")
_OR_COMMA: Final = re.compile(r"['’]s?(?:,|,?\s+and)\s+(?:the\s+)?")
"""Between the earlier ones of a row; a comma alone before the last joins none: "faster than Kenya's, Peru's exports grew"."""


def each_of(sentence: Sentence, frame: Frame) -> list[str]:
    """The countries of which each does what the verb tells: "Chad, Mali and Togo each sold Benin more than $3 million"; none where there is one."""
    named = [m for m in sentence.mentions if m.end <= frame.token.idx and trades(m.code)]
    if not frame.verb or not named or _EACH.fullmatch(sentence.text, named[-1].end, frame.token.idx) is None:
        return []
    row = [named[-1]]
    for mention in reversed(named[:-1]):
        if _LISTED.fullmatch(sentence.text, mention.end, row[-1].start) is None:
            break
        row.append(mention)
    codes = list(dict.fromkeys(m.code for m in reversed(row)))
    return codes if len(codes) > 1 and frame.reporter in codes and frame.partner not in codes else []


_EACH: Final = re.compile(r"\s+(?:each|both)\s+(?:(?:has|have|had)\s+)?(?:[a-z]+ly\s+)?")
_LISTED: Final = re.compile(r"(?:,|,?\s+and)\s+(?:the\s+)?")


def owners_of(sentence: Sentence, frame: Frame) -> list[str]:
    """The countries whose flow the noun tells of, in the order of the text; one alone where no other is joined to it."""
    own = [frame.reporter] if frame.reporter is not None else []
    if frame.verb or "reporter" in frame.inferred:
        return own
    named = [m for m in sentence.mentions if m.end <= frame.token.idx and trades(m.code)]
    if not named or _TO_NOUN.fullmatch(sentence.text, named[-1].end, frame.token.idx) is None:
        return own
    row = [named[-1]]
    for mention in reversed(named[:-1]):
        joined = _AND if len(row) == 1 else _OR_COMMA
        if joined.fullmatch(sentence.text, mention.end, row[-1].start) is None:
            break
        row.append(mention)
    codes = list(dict.fromkeys(m.code for m in reversed(row)))
    return codes if frame.reporter in codes and frame.partner not in codes else own
