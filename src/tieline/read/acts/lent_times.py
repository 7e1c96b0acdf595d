"""Times that stand beside an act and are none of its own: the day of saying, the day of what it answers, the day of what followed.

"Said on Thursday it would recall its envoy", "expelled two in connection with an attack April 19", "signed, followed by a lunch the next day".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from tieline.model import lazy_re as re
from tieline.read.acts.modality import SAYING
from tieline.read.syntax.tokens import Token
from tieline.read.when.resolver import TimeMention
from tieline.read.words.acts import CLASSES

_TELLING: Final = SAYING | frozenset("promise pledge vow warn threaten agree decide insist declare signal".split())
_ON: Final = re.compile(r"\s*(?:(?:on|in|late|early|last|earlier|this)\s*)*$", re.IGNORECASE)
_DEEDS: Final = (
    CLASSES["ATTACK"]
    | CLASSES["AGREEMENT"]
    | frozenset(
        "shooting clash murder killing poisoning coup test incident crash death arrest explosion blast riot protest election vote visit "
        "massacre assassination kidnapping hijacking seizure launch fire collision".split()
    )
) - frozenset({"statement", "letter", "notes", "program", "programme", "document"})
_REASONS: Final = frozenset({"over", "after", "following", "since", "about", "despite"})
"""What leads to that for which something is done, or after which."""
_LONG: Final = frozenset({"day", "month", "year", "interval"})
_NEXT: Final = frozenset({"followed", "preceded"})


def said_then(tokens: Sequence[Token], time: TimeMention, text: str) -> Token | None:
    """The verb of saying right before a time, whose clause begins behind it: "said on Thursday it would recall"."""
    for token in tokens:
        end = token.idx + len(token)
        if token.pos != "VERB" or token.lemma not in _TELLING or end > time.start:
            continue
        if _ON.match(text[end : time.start]) and any(
            c.dep == "ccomp" and c.i > token.i and c.idx >= time.end for c in token.children
        ):
            return token
    return None


def is_of_a_reason(tokens: Sequence[Any], time: TimeMention, own: set[int]) -> bool:
    """A date hangs on a deed that is only the reason: "recalled its envoy over a clash on April 20", "in connection with an attack April 19"."""
    inside = [t for t in tokens if time.start <= t.idx < time.end]
    if not inside or time.kind not in _LONG:
        return False
    before = inside[0].nbor(-1) if inside[0].i else inside[0]
    if before.dep == "prep" and before.i:
        before = before.nbor(-1)
    deed = before if before.lemma in _DEEDS else next((a for a in inside[0].ancestors if a.pos == "NOUN"), None)
    if deed is None or deed.lemma not in _DEEDS or deed.i in own or deed.i > inside[0].i:
        return False
    prep = deed.head
    if prep.dep != "prep" or prep.i > deed.i or not any(i < prep.i for i in own):
        return False
    return prep.lower in _REASONS or (prep.lower == "with" and prep.head.lemma == "connection")


def is_of_what_followed(tokens: Sequence[Any], time: TimeMention, own: set[int]) -> bool:
    """The time of what is added behind "followed by": "agreed at a dinner, followed by a lunch the next day"."""
    for token in tokens:
        if token.lower in _NEXT and token.idx < time.start and token.i not in own and all(i < token.i for i in own):
            between = [t for t in tokens if token.i < t.i and t.idx < time.start]
            return not any(t.tag in {"VBD", "VBZ", "VBP"} or t.text == ";" for t in between)
    return False
