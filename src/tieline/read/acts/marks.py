"""Marks of the act between two parties: words by their place in the parse, votes of the rules, who the parties are.

What `model` weighs.  The parties' own words are masked, so that no country or leader can tell a type; a mark is a
short string, `place:word`, with a value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from tieline.read.acts.doers import doer_of, subject_of
from tieline.read.acts.grammar import object_of
from tieline.read.acts.paths import path_between, steps_from_path
from tieline.read.acts.votes import kind_of, votes
from tieline.read.names.mentions import find_mentions
from tieline.read.syntax.tokens import Token
from tieline.read.words.act_cues import cues
from tieline.read.words.actors import ARMED, CROWDS, PRIVATE, STATE_NOUNS

_WORDS: Final = frozenset({"VERB", "NOUN", "ADJ", "ADV", "AUX"})
_CLAUSES: Final = frozenset({"xcomp", "ccomp", "pcomp", "advcl", "acl", "relcl", "conj"})
_TURNS: Final = frozenset("will would shall may might could must should not n't never to be have".split())
_STEM: Final = 6
_FADING: Final = 0.8
"""What a word keeps of its weight with each step away from the path between the parties."""
_NEAR: Final = 1
_END: Final = 9
_KINDS: Final = (("armed", ARMED), ("crowd", CROWDS), ("state", STATE_NOUNS), ("private", PRIVATE))


def marks_of(
    text: str, tokens: Any, one: Token | None, other: Token | None, spans: list[tuple[int, int]]
) -> dict[str, float]:
    """The marks of the act between `one` and `other`, heads of the parties at `spans` (source, and target if any), with their values."""
    found: dict[str, float] = {}
    for mark, value in _marks(text, tokens, one, other, spans):
        found[mark] = max(found.get(mark, 0.0), value)
    return found


def _marks(
    text: str, tokens: Any, one: Token | None, other: Token | None, spans: list[tuple[int, int]]
) -> Iterator[tuple[str, float]]:
    masks = {t.i: "ST"[n] for n, (a, b) in enumerate(spans) for t in tokens if t.idx < b and t.idx + len(t) > a}
    told = votes(text, tokens, one, other, spans)
    whole = sum(told.values())
    ranked = sorted(told, key=lambda k: (-told[k], k))
    for kind in ranked:
        yield f"rule:{kind}", told[kind] / whole
    yield from ((f"first:{kind}", 1.0) for kind in ranked[:1])
    verbs = _verbs_of(tokens, one)
    receiving = [t for t in tokens if t.pos == "VERB" and other is not None and _receiver(t) == other]
    yield from _worded(tokens, masks, steps_from_path(tokens, one, other))
    for place, words in _places(one, other, verbs, receiving):
        for token in words:
            if token.i not in masks:
                yield from _placed(place, token)
    for verb in verbs:
        yield from _clause("g", verb, masks)
    for verb in receiving:
        yield from _clause("r", verb, masks)
    for side, head, span in zip("st", (one, other), [*spans, None][:2], strict=True):
        yield from _party(side, text, head, span)
    yield from _way(one, other)
    yield "bias", 1.0


def _verbs_of(tokens: Any, party: Any) -> list[Token]:
    return [t for t in tokens if t.pos in {"VERB", "AUX", "ADJ"} and party is not None and doer_of(t) == party]


def _receiver(verb: Token) -> Token | None:
    subject, passive = subject_of(verb)
    return subject if passive else object_of(verb)


def _places(
    one: Token | None, other: Token | None, verbs: list[Token], receiving: list[Token]
) -> Iterator[tuple[str, Iterable[Any]]]:
    above, below = path_between(one, other)
    yield "path", [*above[1:], *below[1:]]
    if above:
        yield "top", above[-1:]
    yield "do", verbs
    yield "get", receiving
    yield "what", [o for v in verbs if (o := object_of(v)) is not None]
    yield "then", [c for v in verbs for c in v.children if c.dep in _CLAUSES]
    if one is not None:
        yield "shead", [one.head]
    if other is not None:
        yield "thead", [other.head]


def _placed(place: str, token: Token) -> Iterator[tuple[str, float]]:
    yield f"{place}:{token.lemma}", 1.0
    yield f"{place}~{token.lemma[:_STEM]}", 0.5
    found = kind_of(token)
    if found is not None:
        yield f"{place}={found[0]}", 1.0
    kind = cues().get(token.lemma)
    if kind is not None:
        yield f"{place}-cue={kind}", 0.7


def _worded(tokens: Any, masks: dict[int, str], steps: dict[int, int]) -> Iterator[tuple[str, float]]:
    """Words wherever they stand (`w`), the less the farther from the path between the parties, those right on it again (`n`), and neighbours."""
    before, far_before = "^", _END
    for token in tokens:
        mask, far = masks.get(token.i), steps[token.i]
        word = mask or ("#" if token.pos in {"PROPN", "NUM"} else token.lemma)
        weight = _FADING**far
        if mask is None and token.pos in _WORDS:
            kind = cues().get(token.lemma)
            for place, value in (("w", weight), *([("n", 1.0)] if far <= _NEAR else [])):
                yield f"{place}:{word}", value
                yield f"{place}~{word[:_STEM]}", 0.5 * value
                if kind is not None:
                    yield f"{place}={kind}", 0.5 * value
        if word != before and token.pos != "PUNCT":
            yield f"{before}_{word}", 0.7 * max(weight, _FADING**far_before)
            before, far_before = word, far


def _clause(place: str, verb: Token, masks: dict[int, str]) -> Iterator[tuple[str, float]]:
    turns = sorted({c.lower for c in verb.children if c.dep in {"aux", "neg", "auxpass"}} & _TURNS)
    found = kind_of(verb)
    kind = found[0] if found is not None else "?"
    for turn in turns:
        yield f"{place}turn:{turn}", 1.0
        yield f"{place}turn:{turn}={kind}", 1.0
    for child in verb.children:
        if child.dep in {"prep", "prt", "advmod", "dative"}:
            yield f"{place}with:{verb.lemma}_{child.lower}", 1.0
            for inner in child.children:
                if inner.dep == "pobj" and inner.i not in masks:
                    yield f"{place}with:{child.lower}_{inner.lemma}", 0.7
                elif inner.i in masks:
                    yield f"{place}to:{child.lower}_{masks[inner.i]}", 1.0
        elif child.dep in {"dobj", "attr", "oprd"} and child.i not in masks:
            yield f"{place}obj:{verb.lemma}_{child.lemma}", 1.0
            yield from ((f"{place}obj-cue={k}={kind}", 1.0) for k in [cues().get(child.lemma)] if k)
        elif child.dep in {"xcomp", "ccomp"}:
            then = kind_of(child)
            yield f"{place}then:{verb.lemma}_{then[0] if then else '?'}", 1.0
            yield f"{place}then:{kind}_{then[0] if then else '?'}", 1.0
    if any(c.dep == "advcl" and any(g.lower in {"if", "unless", "until"} for g in c.children) for c in verb.children):
        yield f"{place}if", 1.0


def _party(side: str, text: str, head: Token | None, span: tuple[int, int] | None) -> Iterator[tuple[str, float]]:
    if head is None or span is None:
        yield f"{side}none", 1.0
        return
    for name, words in _KINDS:
        if head.lemma in words:
            yield f"{side}is:{name}", 0.7
            break
    else:
        yield f"{side}is:other", 0.7
    if head.pos == "NOUN":
        yield f"{side}head:{head.lemma}", 0.7
    if find_mentions(text[span[0] : span[1]], None):
        yield f"{side}country", 0.5


def _way(one: Token | None, other: Token | None) -> Iterator[tuple[str, float]]:
    if one is None or other is None:
        return
    above, below = path_between(one, other)
    if len(above) + len(below) <= 8:
        yield "way:" + ">".join(t.dep for t in above[:-1]) + "|" + "<".join(t.dep for t in below[:-1]), 0.7
    yield ("first" if one.i < other.i else "second"), 0.5
