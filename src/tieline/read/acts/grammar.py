"""Subject, object, prepositions and phrases of a clause, through passives, relative clauses, coordination and counted nouns."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from tieline.read.acts.brokers import is_broker
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import COUNTING, DAYS, RELATIVES
from tieline.read.words.acts import CLASSES
from tieline.read.words.rule import Rule

_CLAUSES = frozenset({"relcl", "ccomp", "advcl", "parataxis"})
_ELLIPTIC = frozenset({"one", "ones", "theirs", "his", "hers"})
_KINDS_IN_NAMES = frozenset({"Republic", "Kingdom", "Federation", "States", "Union", "Commonwealth", "Sultanate"})
"""Words of a country's name behind which the parse hangs what it is joined to."""
_SENT_OFFICES = frozenset({"secretary", "undersecretary", "adviser", "advisor", "premier"})
"""Offices whose holders are sent, named with them: "sent Deputy Foreign Secretary Bo Lind"."""
_GIVING = frozenset({"give", "hand", "send", "grant", "offer", "lend", "serve", "pass"})
_COMING_FROM = frozenset({"come", "originate", "hail"})


def meant_object(verb: Token, obj: Token | None) -> Token | None:
    """The object of a verb; a "them" of a joined one is what the first has: "imposed sanctions and lifted them"."""
    if obj is None or obj.lower != "them" or verb.dep != "conj" or verb.head.pos != "VERB":
        return obj
    first = object_of(verb.head)
    return first if first is not None and first.tag == "NNS" else obj


def object_of(verb: Token) -> Token | None:
    """The direct object; of a relative clause without one the noun it hangs on ("a request that X turned down")."""
    given = [c for c in verb.rights if c.dep == "dobj" and c.pos in {"NOUN", "PROPN"} and c.text not in DAYS]
    if (
        len(given) > 1 and given[0].pos == "PROPN" and given[1].left_edge.nbor(-1).text != ","
    ):  # "handed President Vella a letter"
        return given[-1]
    if len(given) > 1 and verb.lemma in _GIVING and given[1].left_edge.i == given[0].right_edge.i + 1:
        return given[1]  # "handed Chad's president a letter"
    for dep in ("dobj", "dative"):
        for child in verb.children:
            if child.dep == dep and child.pos != "ADP":
                if child.lower in RELATIVES and verb.dep != "ROOT":
                    clause = next((a for a in (verb, *verb.ancestors) if a.dep == "relcl"), None)
                    return clause.head if clause is not None else child
                return child
    for child in verb.rights:
        if child.dep in {"attr", "oprd", "npadvmod"} and child.pos in {"NOUN", "PROPN"} and child.text not in DAYS:
            return child
        if child.dep in {"ccomp", "xcomp", "oprd"} and child.pos in {"VERB", "AUX", "NOUN", "ADJ"}:
            inner = next(
                (c for c in child.children if c.dep == "nsubj" and verb.i < c.i and c.left_edge.i <= verb.i + 2), None
            )
            if inner is not None:
                return inner
    if verb.dep == "relcl" and any(c.dep in {"nsubj", "nsubjpass"} and c.lower not in RELATIVES for c in verb.children):
        return verb.head
    return _behind_verdict(verb)


def _behind_verdict(verb: Token) -> Token | None:
    """The object that the parse draws into the verdict before it: "dismissed as groundless a Chinese claim", "lifted for good the ban"."""
    for child in verb.rights:
        if child.dep == "prep" and child.lower in {"as", "for"}:
            for noun in child.children:
                det = next((c for c in noun.lefts if c.dep in {"det", "poss"}), None)
                if noun.dep == "pobj" and det is not None and noun.left_edge.pos == "ADJ" and noun.left_edge.i < det.i:
                    return noun
    return None


def antecedent(verb: Token, obj: Token | None) -> Token | None:
    """The noun that a relative clause is about where the parse takes the last one of its phrase: "duties on rice, which Peru imposed"."""
    if obj is None or obj.dep != "pobj" or obj.head.dep != "prep":
        return None
    clause = next((a for a in (verb, *verb.ancestors) if a.dep == "relcl"), None)
    if clause is None or clause.head != obj:
        return None
    return obj.head.head if obj.head.head.pos == "NOUN" else None


def given_in_passive(verb: Token) -> Token | None:
    """What somebody is given, offered or denied in the passive: "a loan" of "Fiji was offered a loan"."""
    if verb.tag != "VBN" or not any(c.dep == "auxpass" for c in verb.children):
        return None
    return next((c for c in verb.rights if c.dep == "dobj" and c.pos in {"NOUN", "PROPN"} and c.text not in DAYS), None)


def particle_object(verb: Token, particle: str) -> Token | None:
    """The object behind a particle that the parse takes for a preposition: "called in the envoy"."""
    for child in verb.children:
        if child.lower == particle and child.dep == "prep":
            return next((o for o in child.children if o.dep == "pobj"), None)
    return None


def domain(verb: Token) -> Iterator[Token]:
    """The tokens behind a verb that belong to its clause, in order; of a predicate those of its "be"."""
    if verb.dep == "acomp" and verb.head.lemma == "be":
        yield from (t for c in verb.head.rights if c != verb and c.dep not in _CLAUSES for t in c.subtree)
    for child in verb.children:
        if child.dep in _CLAUSES or (child.dep == "conj" and child.pos in {"VERB", "AUX"}):
            continue
        yield child
        yield from domain(child)


@lru_cache(maxsize=64)
def _behind(verb: Token) -> tuple[Any, ...]:
    """The words of `domain` as the sentence has them: each rule of a verb asks for them."""
    return tuple(sorted(domain(verb), key=lambda token: token.i))


@lru_cache(maxsize=64)
def words_behind(verb: Token) -> frozenset[str]:
    """The words behind a verb that belong to its clause, in small letters: each of its rules asks for them."""
    return frozenset([token.lower for token in _behind(verb)])


@lru_cache(maxsize=64)
def lemmas_behind(verb: Token) -> frozenset[str]:
    """The same words in their first form, so that a rule that asks for "loan" has "loans" too."""
    return frozenset([token.lemma for token in _behind(verb)])


def prepositions(verb: Token, words: frozenset[str] | set[str]) -> Iterator[tuple[str, Any]]:
    """(preposition, its object) in the clause behind a verb, those of a noun joined too."""
    for token in _behind(verb):
        if (
            token.lower in words
            and token.dep in {"prep", "dative", "agent", "prt", "pcomp"}
            and token.i > verb.i - 12
            and not is_broker(token)
            and not is_absolute(token)
        ):
            for child in token.children:
                if child.dep in {"pobj", "advmod", "pcomp"}:
                    yield token.lower, child


def is_absolute(prep: Token) -> bool:
    """A clause of its own behind "with": "with Peru abstaining", "with Fiji and Tonga opposed"."""
    if prep.lower != "with":
        return False
    clauses = [c for c in prep.children if c.dep == "pcomp"]
    clauses += [
        g for c in prep.children if c.dep == "pobj" for g in c.children if g.dep == "acl" and g.lemma in _VOTING
    ]
    return any(c.lemma in _VOTING or any(g.dep == "nsubj" for g in c.children) for c in clauses)


_VOTING = frozenset({"abstain", "vote", "oppose", "dissent"})


def objects_match(rule: Rule, head: Token | None) -> bool:
    """The object's own words, those joined to it or counted by it ("5 million dollars of aid") are of the kind that the rule wants."""
    if rule.objects is None:
        return True
    return head is not None and not rule.objects.isdisjoint(_lemmas_of_object(head))


@lru_cache(maxsize=64)
def _lemmas_of_object(head: Token) -> frozenset[str]:
    """An object's own words, those joined to it or counted by it, in their first form: each rule of its verb asks for them."""
    lemmas = {head.lemma, head.lower}
    if head.lower in _ELLIPTIC and (meant := _object_before(head)) is not None:
        lemmas.add(meant.lemma)
    beside = [c for c in head.head.children if c.lower == "in" and c.i == head.i + 1] if _is_sum(head) else []
    for child in (*head.children, *beside):
        if child.dep in {"conj", "compound", "nmod", "appos"}:
            titled = _is_title(child) or (
                child.dep == "compound" and head.lemma in {"general", "home"}
            )  # "consul general"
            lemmas |= {child.lemma} if child.dep in {"conj", "appos"} or titled else set()
            lemmas |= {"mission"} if _heads_mission(child) else set()
        elif child.dep == "prep" and (child.lower == "of" or (child.lower == "in" and _is_sum(head))):
            for obj in child.children:
                lemmas |= {obj.lemma} if obj.dep == "pobj" and (child.lower, obj.lemma) != ("in", "support") else set()
                lemmas |= {c.lemma for c in obj.children if c.dep == "conj"}
    return frozenset(lemmas)


def _is_title(word: Token) -> bool:
    """As in "summoned French Ambassador Pierre Levy": the office before a name."""
    return (
        word.dep in {"compound", "nmod"}
        and word.head.pos == "PROPN"
        and word.lemma.lower() in CLASSES["ENVOY"] | _SENT_OFFICES
    )


def _heads_mission(word: Token) -> bool:
    """As in "summoned Omani Deputy Chief of Mission Ana Vella": who leads an embassy, before his name."""
    led = (o for c in word.rights if c.lower == "of" for o in c.children)
    return word.lower in {"chief", "head"} and word.head.pos == "PROPN" and any(o.lower == "mission" for o in led)


def _object_before(word: Token) -> Token | None:
    """What "one" or "theirs" stands for: the object before it: "recalled its envoy and expelled the Chadian one"."""
    return next(
        (t for t in reversed(word.doc[: word.i]) if t.dep in {"dobj", "oprd"} and t.pos in {"NOUN", "PROPN"}), None
    )


def _is_sum(head: Token) -> bool:
    """A sum, of which "in" tells what it is: "$2bn in aid"."""
    return head.text[0].isdigit() or head.lemma in {"million", "billion", "trillion"}


def counted(token: Token) -> Token | None:
    """What is counted: "diplomats" of "a group of diplomats"."""
    if token.lemma not in COUNTING:
        return None
    for child in token.children:
        if child.dep == "prep" and child.lower == "of":
            return next((o for o in child.children if o.dep == "pobj"), None)
    return None


def joined(token: Token) -> Iterator[Token]:
    """The nouns joined to one by "and" or in a list, the nearest first."""
    for child in token.children:
        if child.lower == "of" and token.text in _KINDS_IN_NAMES:  # "the Democratic Republic of Congo and Zambia"
            yield from (j for o in child.children if o.pos == "PROPN" for j in joined(o))
        if child.dep == "acl" and token.pos == "NOUN":  # "the Omani team led by Ana Vella and the Yemeni team"
            led = (o for c in child.children if c.dep == "agent" for o in c.children)
            yield from (j for o in led for j in joined(o) if j.lemma == token.lemma)
        listed = (
            child.dep == "appos" and token.pos == child.pos == "PROPN" and any(c.dep == "conj" for c in child.children)
        )
        beside = child.dep == "appos" and child.left_edge.i > 0 and child.left_edge.nbor(-1).lower == "and"
        if listed or beside or (child.dep == "conj" and child.pos in {"NOUN", "PROPN", "ADJ", "NUM", "PRON"}):
            yield child
            yield from joined(child)
        elif (
            child.dep == "appos" and child.pos == "PROPN" and token.pos == "NOUN"
        ):  # "the premier, Ana Vella, and his host"
            yield from (c for c in child.children if c.dep == "conj" and c.pos in {"NOUN", "PROPN"})


def domain_of(verb: Token) -> Iterator[Token]:
    """The words of a verb's own clause, without its subject, its agent and other clauses."""
    for child in verb.children:
        if child.dep in {"nsubj", "nsubjpass", "agent", "relcl", "ccomp", "advcl", "parataxis", "acl"}:
            continue
        if child.dep == "conj" and child.pos in {"VERB", "AUX"}:
            continue
        yield child
        yield from domain_of(child)


_BESIDE = frozenset({"along", "together", "alongside"})
"""Words that lead to others who do it too, not into the phrase: "opposed the motion along with Fiji"."""


def within(token: Token) -> Iterator[Token]:
    """The tokens of a phrase in order, without its relative and participial clauses but those of origin ("tea that comes from Chad")."""
    for child in token.lefts:
        if child.dep != "relcl":
            yield from within(child)
    yield token
    for child in token.rights:
        origin = child.dep == "relcl" and child.lemma in _COMING_FROM
        if origin or (
            child.dep not in {"relcl", "appos", "advcl"}
            and not ({child.lower, *(c.lower for c in child.lefts)} & _BESIDE)
            and not any(c.lower == "to" and c.dep == "aux" for c in child.children)
        ):
            yield from within(child)
