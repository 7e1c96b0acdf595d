"""Whether a verb is denied by a word beside it, and which verb lends it "will", "may" or "must"."""

from __future__ import annotations

from typing import Final

from tieline.read.syntax.tokens import Token

_NEVER: Final = frozenset({"never", "hardly", "barely"})


def is_negated(verb: Token) -> bool:
    """As in "did not", "never", "no longer"."""
    return any(c.dep == "neg" or c.lower in _NEVER or _is_no_longer(c) for c in verb.children)


def _is_no_longer(word: Token) -> bool:
    return word.lower == "longer" and any(c.lower == "no" for c in word.children)


def lending(verb: Token) -> Token | None:
    """The first of the verbs that share one modal: "recall" of "would recall its envoy, close the border and impose tariffs"."""
    node = verb
    while node.dep == "conj" and node.head.pos in {"VERB", "AUX"} and _is_bare(node):
        node = node.head
    if node == verb or node.tag != "VB" or verb.tag not in {"VB", "VBP"}:
        return None
    if is_negated(node) and any(c.dep == "cc" and c.lower == "but" for c in (*node.children, *verb.head.children)):
        return None  # "would not close the border but recall its envoy"
    return node if any(c.dep == "aux" and c.tag == "MD" for c in node.children) else None


def _is_bare(verb: Token) -> bool:
    """A verb without a subject or an auxiliary of its own."""
    return not any(c.dep in {"nsubj", "nsubjpass", "aux", "auxpass", "expl", "mark"} for c in verb.children)
