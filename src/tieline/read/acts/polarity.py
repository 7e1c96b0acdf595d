"""Whether a verb is denied by a word beside it, and which verb lends it "will", "may" or "must"."""

from __future__ import annotations

from typing import Final

from tieline.read.syntax.tokens import Token

_NEVER: Final = frozenset({"never", "hardly", "barely"})


def is_negated(verb: Token) -> bool:
    """As in "did not", "never", "no longer"."""
    return any(c.dep == "neg" or c.lower in _NEVER for c in verb.children) or is_no_longer(verb)


def is_no_longer(verb: Token) -> bool:
    """What was done till now: "no longer recognises"."""
    return any(c.lower == "longer" and any(g.lower == "no" for g in c.children) for c in verb.children)


def lending(verb: Token) -> Token | None:
    """The first of the verbs that share one modal: "recall" of "would recall its envoy, close the border and impose tariffs"."""
    node = verb
    while node.dep == "conj" and node.head.pos in {"VERB", "AUX"} and _is_bare(node):
        node = node.head
    bare = verb.tag in {"VB", "VBP"} or verb.lower == verb.lemma  # "would expel the envoy and cut off aid"
    if node == verb or node.tag != "VB" or not bare:
        return None
    return node if any(c.dep == "aux" and c.tag == "MD" for c in node.children) else None


def is_contrasted(verb: Token) -> bool:
    """The "not" before it goes no further: "would not close the border but recall its envoy"."""
    return any(c.dep == "cc" and c.lower == "but" for c in verb.head.children)


def _is_bare(verb: Token) -> bool:
    """A verb without a subject or an auxiliary of its own."""
    return not any(c.dep in {"nsubj", "nsubjpass", "aux", "auxpass", "expl", "mark"} for c in verb.children)
