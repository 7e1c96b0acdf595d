"""What speaks for an act that a word tells, which no rule has told: what the word is, what hangs on it and on what it hangs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.acts.doers import agent_of, subject_of
from tieline.read.acts.grammar import object_of
from tieline.read.acts.untold_scene import KINDS, Surroundings
from tieline.read.syntax.tokens import Token

_NEAR: Final = 4
_TELLING: Final = frozenset({"VERB", "NOUN", "ADJ", "ADV"})
"""Words of these kinds that stand so near are marks too."""
_QUOTES: Final = re.compile(r"[\"“”]")
_AUX: Final = frozenset({"aux", "auxpass", "neg", "prt", "mark"})
_ABOVE: Final = frozenset(
    {"xcomp", "ccomp", "advcl", "acl", "relcl", "conj", "pcomp", "pobj", "dobj", "nsubj", "nsubjpass", "attr"}
)


def word_marks(around: Surroundings, token: Token) -> dict[str, float]:
    """What speaks for an act that a word tells."""
    return dict.fromkeys(_of_word(around, token), 1.0)


def _of_word(around: Surroundings, token: Token) -> Iterator[str]:
    lemma, kind = token.lemma, around.kind(token)
    yield from around.word(token).marks()
    yield from _of_subject(around, token, kind)
    obj = object_of(token) if token.pos == "VERB" else None
    yield from _of_slot(around, "object", obj, lemma) if obj is not None else ("no object",)
    for child in token.children:
        if child.dep in _AUX:
            yield f"with {child.lower}"
        elif child.dep in {"prep", "agent", "dative"} and child.pos == "ADP":
            inner = next((c for c in child.children if c.dep in {"pobj", "pcomp"}), None)
            yield f"prep {child.lower}"
            if inner is not None:
                yield from _of_slot(around, f"prep {child.lower}", inner, lemma)
        elif child.dep in {"xcomp", "ccomp", "conj", "advcl"}:
            yield from (f"{child.dep} {around.kind(child)}", f"{child.dep} word {child.lemma}")
        elif child.dep in {"amod", "compound", "advmod", "acomp", "attr"}:
            yield f"{child.dep} {child.lower}"
        elif child.dep == "poss":
            yield from _of_slot(around, "owner", child, lemma)
    head = token.head
    if head is not token and token.dep in _ABOVE:
        yield from (f"{token.dep} under {head.lemma}", f"{token.dep} under kind {around.kind(head)}")
        if head.pos == "ADP":
            yield f"{head.lower} under {head.head.lemma}"
    yield from _beside(around, token)
    yield from _round(around, token, kind)


def _beside(around: Surroundings, token: Token) -> Iterator[str]:
    tokens, here = around.sentence.tokens, token.i
    for other in tokens[max(0, here - _NEAR) : here + _NEAR + 1]:
        if other is not token and other.pos in _TELLING:
            yield f"{'before' if other.i < here else 'behind'} {other.lemma}"


def _of_subject(around: Surroundings, token: Token, kind: str) -> Iterator[str]:
    subject, passive = subject_of(token) if token.pos == "VERB" else (None, False)
    if passive:
        yield "passive"
        agent = agent_of(token)
        if agent is not None:
            yield from _of_slot(around, "agent", agent, token.lemma)
    if subject is None:
        yield "no subject"
        return
    yield from _of_slot(around, "subject", subject, token.lemma)
    if around.of(subject):
        yield f"country does {kind}"


def _of_slot(around: Surroundings, slot: str, token: Token, lemma: str) -> Iterator[str]:
    found = around.of(token)
    who = found[0].kind if found else token.pos
    inside = (
        ""
        if found or not any(token.left_edge.idx <= p.start <= token.right_edge.idx for p in around.here.values())
        else " with a country"
    )
    yield from (f"{slot} {who}{inside}", f"{slot} {who} of {lemma}")
    if not found:
        yield from (
            f"{slot} word {token.lemma}",
            f"{slot} kind {around.kind(token)}",
            *(f"{slot} is {name}" for name, words in KINDS if token.lemma in words),
        )


def _round(around: Surroundings, token: Token, kind: str) -> Iterator[str]:
    text, memory = around.sentence.text, around.parties.memory
    yield from around.of_sentence
    yield f"named {min(len(around.here), 3)} {kind}"
    yield f"named before {min(sum(p.start < token.idx for p in around.here.values()), 2)}"
    if len(_QUOTES.findall(text[: token.idx])) % 2:
        yield "quoted"
    offset = around.sentence.start
    if any(e.quote.start - offset <= token.idx < e.quote.end - offset for e in around.told):
        yield "within an act told"
    if memory.acts:
        yield f"last act {memory.acts[-1][0].type}, {kind}"
    if any(e.type == kind for e in around.told):
        yield "its kind is told here"
    if any(e.type == kind and around.sentence.index - at <= 1 for e, at in memory.acts):
        yield "its kind was told before"
