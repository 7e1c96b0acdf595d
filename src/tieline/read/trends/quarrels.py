"""Quarrels of two countries that worsen or ease: "the dispute between Fiji and Samoa is getting worse", "tensions have eased"."""

from __future__ import annotations

from typing import Any, Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Direction
from tieline.read.story.document import Sentence
from tieline.read.trends.clauses import is_wish


def may_quarrel(text: str) -> bool:
    """The words tell of a quarrel that worsens or eases (asked before the sentence is parsed)."""
    found = _A_QUARREL.search(text)
    return found is not None and _WORSENS.search(text, found.end()) is not None


def quarrel_in(sentence: Sentence) -> tuple[tuple[str, str], Direction, Any, int, int] | None:
    """The two whose quarrel moves, what becomes of their ties, the verb that tells it, and where; None where it is not of two."""
    for token in sentence.tokens:
        if token.lemma not in _QUARRELS or token.dep != "nsubj" or token.head.pos not in {"VERB", "AUX"}:
            continue
        verb = token.head
        moved = _WORSENS.match(sentence.text, verb.idx)
        phrase = token.left_edge.idx, token.right_edge.idx
        if _WITH_ONE.match(sentence.text, token.idx + len(token)):
            continue  # "tension with Chad, a friend of Togo, has grown"
        own = list(dict.fromkeys(m.code for m in sentence.mentions if phrase[0] <= m.start <= phrase[1]))
        if moved is None or is_wish(verb) or any(c.dep == "neg" or c.tag == "MD" for c in verb.children):
            continue
        if len(own) == _PAIR:
            return (own[0], own[1]), "up" if moved["eased"] else "down", verb, phrase[0], moved.end()
    return None


_WITH_ONE: Final = re.compile(r"s?\s+with\s+(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?,\s+(?:an?|the|its|whose|which)\b")
_PAIR: Final = 2
_QUARRELS: Final = frozenset(
    "dispute row tension conflict rift standoff feud quarrel spat crisis hostility friction".split()
)
_A_QUARREL: Final = re.compile(rf"\b(?:{'|'.join(sorted(_QUARRELS))})s?\b", re.IGNORECASE)
_WORSENS: Final = re.compile(
    r"(?:(?:is|are|was|were|has|have|been|got|gets?|getting|gotten|grew|grown|growing|become|became|becoming|turned)\s+){0,3}(?:[a-z]+ly\s+)?"
    r"(?:(?P<eased>eas(?:ed|es|ing)|abat(?:ed|es|ing)|subsid(?:ed|es|ing)|defus(?:ed|es|ing)|calmed|calming)"
    r"|worse(?:n(?:ed|s|ing)?)?|escalat(?:ed|es|ing)|(?:deep|wid)en(?:ed|s|ing)|sharpen(?:ed|s|ing)|heighten(?:ed|s|ing)|mount(?:ed|s|ing)|intensif(?:ied|ies|ying)|flar(?:ed|es|ing)(?:\s+up)?|r(?:ose|isen|ising|ises)|gr(?:ew|own|owing|ows)|increas(?:ed|es|ing))\b",
    re.IGNORECASE,
)
"""From the verb of a quarrel on."""
