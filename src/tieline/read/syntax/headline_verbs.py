"""Verbs of rising and falling that the parser takes for nouns in a line that has no other verb: "Kenya-Rwanda trade slumps to $310m".

"Peru summons Bolivian envoy" is another such line.  Such a word agrees with the noun before it ("trade slumps", "exports slump"), and a number or a time stands behind it. It is made
the verb of the line, and that noun its subject.
"""

from __future__ import annotations

from typing import Final

from tieline.model.movement import FALL, RISE, forms_of
from tieline.read.syntax.tokens import Parsed, Token

_MOVING: Final = RISE | FALL | {"halve", "double", "triple"}
_THIRD: Final = {forms_of(verb)[1]: verb for verb in _MOVING}
"""The verbs by the form that goes with one noun: "slumps"."""
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ENVOYS: Final = frozenset(
    "ambassador envoy diplomat commissioner consul attaché attache charge chargé official".split()
)
_PHRASE: Final = 7
"""Words behind "summons" among which the envoy is."""
_ENDS: Final = frozenset(", : ; as after amid while despite - \u2013 \u2014".split())
_LEADS_ON: Final = frozenset("to by from above below in on for over past sharply again last this".split())
_INSIDE: Final = frozenset({"compound", "amod", "poss", "det", "nmod", "nummod", "punct"})
_NAMES: Final = frozenset({"NNP", "NNPS"})


def with_headline_verb(parsed: Parsed) -> Parsed:
    """The sentence, with the verb of a headline told as one where the parser had a noun."""
    for word in parsed.tokens:
        if word.tag in _FINITE and word.dep == "pobj" and _is_lost(word):
            _lift(word)  # "sales to Norway shrank", of which the parser made a "Norway shrank"
        elif word.lower == "summons" and (envoy := _envoy_behind(word)) is not None:
            _call_in(word, envoy)  # "Peru summons Bolivian envoy", of which the parser made a phrase
    verb = _verb_of(parsed)
    if verb is None:
        return parsed
    verb.lemma, verb.pos = _THIRD.get(verb.lower, verb.lower), "VERB"
    verb.tag = "VBZ" if verb.lower in _THIRD else "VBP"
    if verb.dep == "pobj":
        _lift(verb)
        return parsed
    subject = _noun_before(verb)
    if subject.head is verb and subject.dep in _INSIDE:
        for child in [c for c in verb.children if c.i < subject.i and c.dep in _INSIDE]:
            _hang(child, subject)
        subject.dep = "nsubj"
    return parsed


def _envoy_behind(word: Token) -> Token | None:
    """Whom somebody calls in, who stands right before the word: a name or its ministry, not "a court summons"."""
    before = word.doc[word.i - 1] if word.i else word
    named = before.tag in _NAMES or before.text[0].isupper() or before.lower in {"ministry", "government"}
    if before is word or not named or before.head is not word or before.dep not in _INSIDE | {"nsubj"}:
        return None
    if any(c.dep == "det" for c in word.children if c.i < word.i):
        return None
    for noun in word.doc[word.i + 1 : word.i + _PHRASE]:
        if noun.tag[:2] == "NN" and noun.lemma in _ENVOYS:
            return noun if word in (noun.head, noun) or word.head is noun else None
        if noun.dep not in _INSIDE | {"case"}:
            return None
    return None


def _call_in(verb: Token, envoy: Token) -> None:
    """Make "summons" the verb of its line, what stands before it its subject, and the envoy its object."""
    verb.tag, verb.pos, verb.lemma = "VBZ", "VERB", "summon"
    name = verb.doc[verb.i - 1]
    for child in [c for c in verb.children if c.i < name.i and c.dep in _INSIDE]:
        _hang(child, name)
    name.dep = "nsubj"
    if verb.head is envoy:
        envoy.children.remove(verb)
        above = envoy.head
        verb.head, verb.dep = (verb if above is envoy else above), envoy.dep
        if above is not envoy:
            above.children[above.children.index(envoy)] = verb
        envoy.head = verb
        verb.children.append(envoy)
        verb.children.sort(key=lambda child: child.i)
    envoy.dep = "dobj"


def _is_lost(word: Token) -> bool:
    """A verb that the parser has hung on the preposition before it, with the name between as a part of it."""
    before = word.doc[word.i - 1] if word.i else word
    return (
        before.head is word
        and before.dep in _INSIDE
        and before.tag in _NAMES
        and word.head.dep == "prep"
        and word.head.i < before.i
    )


def _lift(verb: Token) -> None:
    """Make a lost verb that of its clause: its name goes to the preposition, the noun before that is its subject."""
    preposition = verb.head
    subject = preposition.head
    inside = [c for c in verb.children if c.i < verb.i]
    name = inside[-1]
    preposition.children.remove(verb)
    for child in inside:
        _hang(child, name if child is not name else preposition)
    name.dep = "pobj"
    over = subject.head
    if over is subject:
        verb.head, verb.dep = verb, "ROOT"
    else:
        over.children.remove(subject)
        mark = over if over.dep == "mark" else None
        verb.head, verb.dep = (over.head if mark is not None else over), ("advcl" if mark is not None else subject.dep)
        verb.head.children.append(verb)
        verb.head.children.sort(key=lambda child: child.i)
        if mark is not None:
            _hang(mark, verb)
    subject.head, subject.dep = verb, "nsubj"
    verb.children.append(subject)
    for child in [c for c in subject.children if c.i > verb.i]:
        _hang(child, verb)
    verb.children.sort(key=lambda child: child.i)


def _noun_before(word: Token) -> Token:
    """The noun that a verb behind its phrase has as subject: "sales to Norway tumble" is of the sales."""
    noun = word.doc[word.i - 1]
    if word.dep == "pobj" and _is_lost(word):
        return word.head.head
    while noun.dep == "pobj" and noun.head.i < noun.i and noun.head.head.i < noun.head.i:
        noun = noun.head.head
    return noun


def _verb_of(parsed: Parsed) -> Token | None:
    """The word that moves in the first clause of a line without another verb."""
    for word in parsed.tokens:
        if (word.tag in _FINITE and word.dep not in _INSIDE) or (
            word.lower in _ENDS and word.i > 0 and not _joins_names(word)
        ):
            return None
        if word.tag in {"NN", "NNS", "NNP", "NNPS", "VB"} and _moves(word):
            rest = parsed.tokens[word.i + 1 :]
            end = next((t.i for t in rest if t.lower in _ENDS), len(parsed.tokens))
            return None if any(t.tag in _FINITE for t in rest if t.i < end) else word
    return None


def _joins_names(word: Token) -> bool:
    """As in "Kenya-Rwanda trade"."""
    return (
        word.dep == "punct"
        and 0 < word.i < len(word.doc) - 1
        and word.doc[word.i - 1].tag in _NAMES
        and word.doc[word.i + 1].tag in _NAMES
    )


def _moves(word: Token) -> bool:
    if word.i == 0 or word.pos == "VERB":
        return False
    noun, last = _noun_before(word), word.i + 1 >= len(word.doc)
    if noun.tag not in {"NN", "NNS"} or (word.dep == "pobj" and not any(c.i < word.i for c in word.children)):
        return False
    apart = noun.i < word.i - 1  # "exports to Vietnam slumps", as lines in a hurry have it
    if last and not apart:
        return False  # "a trade surge", which tells of no flow
    agrees = (word.lower in _THIRD and (apart or noun.tag == "NN")) or (word.lower in _MOVING and noun.tag == "NNS")
    if not agrees or last:
        return agrees
    behind = word.doc[word.i + 1]
    return behind.lower in _LEADS_ON or behind.tag == "CD" or behind.text in {"$", "\u20ac", "\u00a3"}


def _hang(token: Token, head: Token) -> None:
    """Move a word with all that hangs on it under another one."""
    token.head.children.remove(token)
    token.head = head
    head.children.append(token)
    head.children.sort(key=lambda child: child.i)
