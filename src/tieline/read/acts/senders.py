"""Who sent the person that acts ("the special envoy of President Ruto", "on behalf of the king"), and who acts for no state any more."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re

_WHO: Final = r"(?P<who>(?:(?:the|his|her|its) )?(?:[\w’'.-]+ ){0,7}?[\w’'.-]*[\w’'])"
_BEHALF: Final = re.compile(
    rf"\b(?:[Oo]n|[Ii]n) behalf of {_WHO}(?=\s*(?:[,.;:)]|$)| (?:to|in|at|on|with|and|has|have|had|will|signed|met|handed|told|said|asked|for)\b)"
)
_ENVOY_OF: Final = re.compile(
    rf"\b(?:(?:special|personal) (?:envoy|representative|emissary)|envoy|emissary) (?:of|from) {_WHO}(?=\s*(?:[,.;:)]|$)| [a-z]+ed\b| (?:met|has|had|will|in|to|on|held|left|said|told)\b)"
)
_OWN_ENVOY: Final = re.compile(
    r"(?P<who>(?:(?:the|The) )?(?:[\w’'.-]+ ){0,4}?[\w’.-]+?)['’]s? (?:special|personal) (?:envoy|representative|emissary)\b"
)
_OFFICE: Final = re.compile(
    r"\b(?:president|premier|minister|chancellor|king|queen|emir|sultan|pope|leader|secretary|chairman|chief|general|marshal|prince|crown)\b|[A-Z]\w+ [A-Z]\w+",
    re.IGNORECASE,
)
_FORMER: Final = re.compile(
    r"^(?:(?:the|a|an|one|two)\s+)?(?:[\w.]+(?:['’]s)?\s+){0,2}?(?:former|ex|retired|ousted|exiled|one-time)[\s-](?!Soviet|Yugoslav)",
    re.IGNORECASE,
)
_FORMER_BEFORE: Final = re.compile(r"\b(?:former|ex|retired|ousted|exiled|one-time)[\s-]$", re.IGNORECASE)
_SENT: Final = re.compile(r"\b(?:envoy|emissary|representative|mediator|negotiator)\b", re.IGNORECASE)


def sender_of(clause: str) -> str | None:
    """Who sent the person of a clause, as written: an official, not the bare state, which is the actor itself.

    >>> sender_of("The special envoy of President William Ruto met the premier")
    'President William Ruto'
    >>> sender_of("On behalf of the king, Foreign Minister Safadi signed the book"), sender_of("Kenya's special envoy met the premier")
    ('the king', None)
    """
    for pattern in (_BEHALF, _ENVOY_OF, _OWN_ENVOY):
        found = pattern.search(clause)
        if found and _OFFICE.search(found["who"]):
            return found["who"]
    return None


def of_no_office(person: str | None, before: str = "") -> bool:
    """Somebody who held an office once and is sent by nobody; `before` are the words in front of the phrase.

    >>> of_no_office("the former president of Ghana"), of_no_office("president Mahama", "The former ")
    (True, True)
    >>> of_no_office("former president Mahama, the special envoy"), of_no_office(None)
    (False, False)
    """
    if person is None or _SENT.search(person):
        return False
    return _FORMER.match(person) is not None or _FORMER_BEFORE.search(before) is not None
