"""Votes of the rules on the type of the act between two parties: words of the lexicon of acts and of `words.act_cues`.

A word weighs by how near it stands to both parties in the parse, and whether its rule fits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from tieline.read.acts.conditions import fits
from tieline.read.acts.doers import doer_of, subject_of
from tieline.read.acts.grammar import object_of, particle_object
from tieline.read.acts.paths import upwards
from tieline.read.acts.turns import FRIENDLY
from tieline.read.names.mentions import find_mentions
from tieline.read.syntax.tokens import Token
from tieline.read.words.act_cues import cues
from tieline.read.words.actors import STATE_NOUNS
from tieline.read.words.acts import noun_rules, verb_rules

_FUTURE: Final = frozenset(["will", "would", "shall", "'ll", "’ll", "wo"])
_AHEAD: Final = frozenset(
    ["plan", "intend", "ready", "prepared", "willing", "promise", "pledge", "vow", "agree", "offer"]
)
_HARMFUL: Final = frozenset(["ASSAULT", "COERCE", "SANCTION", "MOBILIZE"])
_MOVING: Final = frozenset(
    ["arrive", "land", "fly", "go", "head", "leave", "depart", "return", "come", "expect", "due", "stop", "set"]
)
"""Verbs of a visit that mean much else where no official goes to a country."""
_PROTESTING: Final = frozenset(["protest", "demonstrate", "rally", "march", "riot", "demonstration"])
_BANNING: Final = frozenset(["ban", "bar", "prohibit", "outlaw", "forbid", "expel", "deport", "evict", "restrict"])
"""On a country a sanction; on people and parties at home coercion."""
_PROTESTERS: Final = frozenset(
    ["protester", "protestor", "demonstrator", "marcher", "rioter", "striker", "crowd", "activist"]
)
_LEADING: Final = frozenset(["AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"])
"""Types whose verb governs the verb of another act, which is then its content."""
_FIRST_FIT, _CUE, _NOUN, _LOOSE = 3.0, 1.6, 0.7, 0.8
_BY_SUBJECT, _ON_PATH, _FAR = 2.2, 1.8, 0.62


def votes(
    text: str, tokens: Any, one: Token | None, other: Token | None, spans: list[tuple[int, int]]
) -> dict[str, float]:
    """The votes by type on what `one` does to `other`, heads of the parties at `spans`."""
    counted: dict[str, float] = defaultdict(float)
    for kind, weight in _votes(text, tokens, one, other, spans):
        counted[kind] += weight
    return counted


def _votes(
    text: str, tokens: Any, one: Token | None, other: Token | None, spans: list[tuple[int, int]]
) -> Iterator[tuple[str, float]]:
    above, below = upwards(one), upwards(other)
    joint = next((t for t in above if t in below), None)
    path = [t for chain in (above, below) for t in chain[: chain.index(joint) + 1]] if joint is not None else []
    subject_verbs = [
        t for t in tokens if t.pos in {"VERB", "AUX", "ADJ"} and doer_of(t) is not None and doer_of(t) == one
    ]
    if one is not None and one.lemma in _PROTESTERS:
        yield "PROTEST", _FIRST_FIT
    for token in tokens:
        if _owed(token) and any(c == other or c in below for c in token.children if c.dep in {"nsubj", "nsubjpass"}):
            yield "REQUEST", _FIRST_FIT * _ON_PATH
            continue
        if any(a <= token.idx < b for a, b in spans[:1]):
            continue
        found = kind_of(token)
        if found is None:
            continue
        kind, weight = found
        if (
            kind == "SANCTION"
            and token.lemma in _BANNING
            and not any(find_mentions(text[a:b], None) for a, b in spans[1:])
        ):
            kind = "COERCE"
        if token in subject_verbs:
            weight *= _BY_SUBJECT
        if token in path:
            weight *= _ON_PATH
        else:
            ends = path or [p for p in (one, other) if p is not None]
            steps = min((_steps(token, p) for p in ends), default=3)
            weight *= _FAR ** min(steps, 5)
        if _content_of_speech(token):
            weight *= 0.45
        yield _standing_kind(token, kind), weight


def _owed(verb: Token) -> bool:
    """Somebody says what must be done."""
    must = any(c.dep == "aux" and c.lower in {"must", "should", "ought"} for c in verb.children)
    return must and verb.dep in {"ccomp", "conj", "parataxis"}


def _steps(token: Token, goal: Any) -> int:
    chain, others = upwards(token), upwards(goal)
    meet = next((t for t in chain if t in others), None)
    return chain.index(meet) + others.index(meet) if meet is not None else 6


def kind_of(token: Token) -> tuple[str, float] | None:
    """The type that a word tells, and how much that weighs."""
    lemma = token.lemma
    if lemma in _PROTESTING and token.pos in {"VERB", "NOUN"}:
        doer = doer_of(token) if token.pos == "VERB" else None
        official = doer is not None and (doer.lemma in STATE_NOUNS or doer.tag == "NNP")
        return ("ACCUSE" if official else "PROTEST"), _FIRST_FIT if token.pos == "VERB" else _CUE
    if token.pos in {"VERB", "AUX", "ADJ"} and lemma in verb_rules() and lemma not in {"be", "have"}:
        subject, passive = subject_of(token)
        obj = subject if passive else object_of(token)
        for rule in verb_rules()[lemma]:
            what = obj if obj is not None or rule.particle is None else particle_object(token, rule.particle)
            if fits(token, rule, what, passive=passive):
                if rule.mode == "visit" and lemma in _MOVING:
                    return rule.type, _LOOSE
                return ("THREATEN" if rule.type == "AGREE" and _of_harm(token) else rule.type), _FIRST_FIT
    kind = cues().get(lemma) or cues().get(token.lower)
    if token.pos in {"NOUN", "PROPN"}:
        if lemma in noun_rules():
            return noun_rules()[lemma][0].type, _NOUN * 1.5
        return (kind, _NOUN) if kind else None
    return (kind, _CUE) if kind and token.pos in {"VERB", "ADJ"} else None


def _of_harm(token: Token) -> bool:
    """What is promised or planned is harm."""
    contents = [c for c in token.children if c.dep in {"xcomp", "ccomp"}]
    return any((r := verb_rules().get(c.lemma)) is not None and r[0].type in _HARMFUL for c in contents)


def _content_of_speech(token: Token) -> bool:
    """The word stands inside what another act asks, offers, blames or refuses."""
    for above in token.ancestors:
        if above.pos in {"VERB", "ADJ"}:
            found = kind_of(above)
            if found is not None and found[0] in _LEADING:
                return True
    return False


def _standing_kind(token: Token, kind: str) -> str:
    """An act refused is REJECT, one to come a promise or a threat."""
    if token.pos not in {"VERB", "AUX", "ADJ"}:
        return kind
    words = {c.lower for c in token.children if c.dep in {"aux", "neg"}}
    ahead = bool(words & _FUTURE) or token.head.lemma in _AHEAD
    if words & {"not", "n't", "n’t", "never"} and kind in FRIENDLY | {"AGREE", "CONSULT"}:
        return "REJECT"
    if words & {"must", "should"}:
        return "REQUEST"
    if ahead and kind in _HARMFUL and token.head.lemma != "announce":
        return "THREATEN"
    return "AGREE" if ahead and kind in FRIENDLY | {"CONSULT"} else kind
