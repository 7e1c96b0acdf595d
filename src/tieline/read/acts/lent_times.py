"""Times that stand beside an act and are none of its own: the day of saying, of what it answers or scolds, of what followed.

"Said on Thursday it would recall its envoy", "expelled two in connection with an attack April 19", "condemned a raid on Saturday by",
"invoked the 1998 treaty", "signed, followed by a lunch the next day".
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
        "raid shelling bombing bombardment incursion intrusion ambush assault strike action violation expulsion seizure "
        "massacre assassination kidnapping hijacking seizure launch fire collision".split()
    )
) - frozenset({"statement", "letter", "notes", "program", "programme", "document"})
_REASONS: Final = frozenset({"over", "after", "following", "since", "about", "despite"})
"""What leads to that for which something is done, or after which."""
_LONG: Final = frozenset({"day", "month", "year", "interval"})
_DAYS: Final = frozenset({"day", "weekday"})
_ANSWERS: Final = frozenset(
    "response reaction retaliation retaliate revenge avenge answer reprisal respond react".split()
)
"""What is "for" or "to" another's deed."""
_SCOLDING: Final = frozenset("condemn denounce deplore criticise criticize decry protest slam blast".split())
_BY: Final = re.compile(r"\s+by\b")
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
    if not inside or time.kind not in _LONG | _DAYS:
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
    answered = prep.lower in {"for", "to"} and prep.head.lemma in _ANSWERS
    if time.kind == "weekday":  # "recalled its envoy over the clash on Monday": the day of the recall
        return _is_first_told(deed) and (answered or prep.lower in _REASONS)
    return answered or prep.lower in _REASONS or (prep.lower == "with" and prep.head.lemma == "connection")


def _is_first_told(deed: Any) -> bool:
    """A deed that the sentence brings in with its day: "over a clash on Monday"."""
    return any(c.lower in {"a", "an"} for c in deed.lefts)


def is_of_a_deed(tokens: Sequence[Any], time: TimeMention, own: set[int], text: str) -> bool:
    """The day of a deed that somebody scolds: "condemned a raid on Saturday by the navy", "denounced the shelling by Chad on May 8"."""
    if time.kind not in _DAYS:
        return False
    for deed in tokens:
        scolded = deed.dep == "dobj" and deed.lemma in _DEEDS and deed.i not in own and deed.head.lemma in _SCOLDING
        if not scolded or not deed.head.idx < deed.idx < time.start:
            continue
        between = [t for t in tokens if deed.idx < t.idx < time.start]
        if any(t.pos == "VERB" or t.text in {",", ";"} for t in between):
            continue
        told = _is_first_told(deed) or _BY.match(text, time.end) is not None
        return told or any(t.lower == "by" for t in between)
    return False


def is_of_a_name(tokens: Sequence[Any], time: TimeMention, own: set[int]) -> bool:
    """A year by which something is called: "the 1998 treaty", "the 2003 ceasefire agreement"."""
    inside = [t for t in tokens if time.start <= t.idx < time.end]
    if time.kind != "year" or len(inside) != 1:
        return False
    thing = inside[0].head
    named = inside[0].dep in {"nummod", "compound", "amod", "nmod"} and thing.pos in {"NOUN", "PROPN"}
    return named and thing.i > inside[0].i and thing.i not in own


def is_of_what_followed(tokens: Sequence[Any], time: TimeMention, own: set[int]) -> bool:
    """The time of what is added behind "followed by": "agreed at a dinner, followed by a lunch the next day"."""
    for token in tokens:
        if token.lower in _NEXT and token.idx < time.start and token.i not in own and all(i < token.i for i in own):
            between = [t for t in tokens if token.i < t.i and t.idx < time.start]
            return not any(t.tag in {"VBD", "VBZ", "VBP"} or t.text == ";" for t in between)
    return False
