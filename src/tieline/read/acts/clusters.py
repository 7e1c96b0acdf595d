"""Which words of a sentence lend their times to an act: its verb, the light verb and the raising verbs above it, the deed it goes on from."""

from __future__ import annotations

from tieline.read.acts.modality import SAYING, Standing
from tieline.read.syntax.tokens import Token

_ONE_BREATH = 12
"""Words between two deeds that the sentence tells as one."""
_LETTING = frozenset({"let", "allow", "permit"})
"""What is let is done when it is let: "let the lorries cross on Monday"."""
_DECISIONS = frozenset("decision decree law regulation order bill".split())
"""What is adopted on the day on which it does what it says: "in May adopted a decree raising duties"."""


def cluster_of(token: Token, how: Standing, obj: Token | None) -> list[Token]:
    """The tokens whose times are the act's: verb, light verb, raising verbs above it."""
    cluster = [token]
    node = token
    while node not in (how.token, node.head):
        node = node.head
        if node.lemma not in SAYING:
            cluster.append(node)
    if obj is not None:
        cluster.append(obj)
    if token.dep == "acl" and token.tag == "VBG" and token.head.lemma in _DECISIONS:
        cluster.append(token.head.head)
    if token.dep == "acomp":
        cluster.append(token.head)
    counted = any(c.dep == "npadvmod" for c in token.head.children)  # "a day after threatening": another day
    if token.dep == "pcomp" and token.head.lower in {"by", "after", "on"} and not counted:
        cluster.append(token.head.head)
    if token.dep == "pcomp" and token.head.lower == "in" and token.head.head.lemma == "join":
        cluster.append(token.head.head)  # "joined the world on Tuesday in condemning"
    if token.lemma in _LETTING:
        cluster += [c for c in token.children if c.dep in {"ccomp", "xcomp"} and c.i > token.i]
    if token.dep in {"acl", "relcl"} and _is_of_a_row(token.head):
        cluster.append(token.head.head)  # "the last king to visit Fiji was Vella in 1992"
    if token.dep == "conj" and token.head.pos == "VERB" and token.i - token.head.i < 4:
        cluster.append(token.head)
    return cluster


def while_it(token: Token) -> bool:
    """A deed with which something came about, on its day: "ties cooled in 1991 as Peru shut its embassy"."""
    first = token.head
    beside = token.dep == "advcl" and first.tag == token.tag == "VBD" and first.lemma not in SAYING
    return beside and any(c.dep == "mark" and c.lower == "as" for c in token.children)


def goes_on(token: Token) -> bool:
    """A deed that goes on from the one before it, of one day: "left its old line on 8 March and backed the plan"."""
    first = token.head
    return (
        first.tag == token.tag == "VBD"
        and token.i - first.i < _ONE_BREATH
        and first.lemma not in SAYING
        and not any(c.dep in {"nsubj", "nsubjpass", "advmod"} for c in token.children)
    )


def _is_of_a_row(noun: Token) -> bool:
    """The first, last or only one who did something, by whom the sentence tells when."""
    return (
        noun.dep == "nsubj"
        and noun.head.lemma == "be"
        and any(c.lower in {"first", "last", "only", "latest"} for c in noun.lefts)
    )
