"""What a clause denies: "did not fall by 9 percent", "neither rose nor", "failed to grow"; of it no figure and no movement is told.

A level that was not passed or not reached is told nonetheless, by its bound (`tieline.read.numbers.wording`).
"""

from __future__ import annotations

from typing import Final

from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.syntax.tokens import Token
from tieline.read.words.trade import DOWN_VERBS, UP_VERBS, words

_DENYING: Final = words("not n't never")
_LACKS: Final = words("fail refuse neglect decline")
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_TELLS: Final = (
    UP_VERBS | DOWN_VERBS
    | words("be total amount come stand reach hit go export import sell buy ship supply deliver purchase trade")
)  # fmt: skip
"""Verbs whose figure is none if they are denied; "did not include the $5 million" leaves one."""
_FARTHEST: Final = 8


def is_denied(verb: Token) -> bool:
    """Whether a verb is denied: by "not", "never", "fail to", or by subjects that "neither" and "nor" join."""
    if any(c.dep == "neg" or (c.dep == "advmod" and c.lower in _DENYING) for c in verb.children):
        return not any(c.lower in {"only", "just", "merely"} for c in verb.children if c.i < verb.i)
    if verb.dep == "xcomp" and verb.head.lemma in _LACKS and verb.head.pos == "VERB":
        return any(c.lower == "to" for c in verb.children)
    return _of_none(verb) or _of_nobody(verb)


def _of_nobody(verb: Token) -> bool:
    """As in "nobody expects exports to stop"."""
    told = verb.head if verb.dep in {"xcomp", "ccomp"} else None
    return told is not None and any(c.dep == "nsubj" and c.lower in {"nobody", "none"} for c in told.children)


def _of_none(verb: Token) -> bool:
    """As in "neither its exports to Mali nor those to Gambia grew", "none of its exports grew"."""
    before = [t for t in verb.doc if t.i < verb.i]
    none = next((t for t in before if t.lower == "none" and t.i + 1 < verb.i and verb.doc[t.i + 1].lower == "of"), None)
    if none is not None and not any(t.tag in _FINITE and t.head is not verb for t in before if t.i > none.i):
        return True
    neither = next((t for t in reversed(before) if t.lower == "neither"), None)
    if neither is None:
        return False
    between = [t for t in before if t.i > neither.i]
    return any(t.lower == "nor" for t in between) and not any(t.tag in _FINITE and t.head is not verb for t in between)


def figures_told(sentence: Sentence) -> list[Figure]:
    """The figures of a parsed sentence without those whose verb is denied."""
    return [
        f for f in sentence.figures if f.bound in {"at_most", "at_least", "under"} or not _figure_denied(sentence, f)
    ]


def _figure_denied(sentence: Sentence, figure: Figure) -> bool:
    node = next((t for t in sentence.tokens if t.idx + len(t) > figure.core), None)
    for _ in range(_FARTHEST):
        if node is None or (node.pos in {"VERB", "AUX"} and node.idx < figure.start):
            break
        if node.head is node:
            return False
        node = node.head
    return node is not None and node.lemma in _TELLS and node.pos in {"VERB", "AUX"} and is_denied(node)
