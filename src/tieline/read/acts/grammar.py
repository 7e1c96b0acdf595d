"""Subject, object, prepositions and phrases of a clause, through passives, relative clauses, coordination and counted nouns."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from tieline.read.acts.brokers import is_broker
from tieline.read.words.actors import COUNTING, CROWDS, DAYS, RELATIVES, STATE_NOUNS
from tieline.read.words.acts import Rule

_CLAUSES = frozenset({"relcl", "ccomp", "advcl", "parataxis"})
TEXTS = frozenset(
    "commentary editorial article statement letter message broadcast report note telegram resolution speech motion declaration communique "
    "dispatch decision decree law regulation order bill".split()
)
_NEVER_PASSIVE = frozenset({"gather", "assemble", "rally", "march", "resort", "arrive"})
_MOVERS = frozenset({"lead", "cause", "prompt", "force", "drive", "oblige", "enable", "help"})


def subject_of(verb: Any) -> tuple[Any, bool]:
    """(subject, passive) of a verb; None where it has none. Of a joined verb its first one's, of "after receiving" the main verb's."""
    for child in verb.children:
        if child.dep in {"nsubj", "nsubjpass", "csubj"}:
            return child, child.dep == "nsubjpass" or _bare_participle(verb)
    if _reduced(verb):
        return verb.nbor(-1), True
    if any(c.dep == "auxpass" for c in verb.children):
        before = _inverted(verb)
        if before is None and verb.dep in {"xcomp", "conj", "advcl", "ccomp"} and verb.head != verb:
            before = subject_of(verb.head)[0]
        return before, True
    if verb.head == verb:
        return None, verb.tag == "VBN" and verb.dep == "ROOT"
    return _borrowed(verb, verb.head)


def _bare_participle(verb: Any) -> bool:
    """A participle with its agent that the parse takes for the sentence's verb: "the accords signed by the two cover fruit"."""
    deps = {c.dep for c in verb.children}
    return verb.tag == "VBN" and "agent" in deps and deps.isdisjoint({"aux", "auxpass", "dobj"})


def meant_object(verb: Any, obj: Any) -> Any:
    """The object of a verb; a "them" of a joined one is what the first has: "imposed sanctions and lifted them"."""
    if obj is None or obj.lower != "them" or verb.dep != "conj" or verb.head.pos != "VERB":
        return obj
    first = object_of(verb.head)
    return first if first is not None and first.tag == "NNS" else obj


def _reduced(verb: Any) -> bool:
    """A participle right behind its noun that the parse takes for a verb of its own: "a treaty concluded between"."""
    if (
        verb.tag not in {"VBN", "VBD"}
        or verb.dep not in {"advcl", "dep", "conj"}
        or verb.i == 0
        or verb.i + 1 >= len(verb.doc)
    ):
        return False
    return verb.nbor(-1).pos == "NOUN" and verb.nbor(1).lower in {"between", "by"}


def _borrowed(verb: Any, head: Any) -> tuple[Any, bool]:
    """The subject that a verb without one of its own takes from the word it hangs on."""
    if verb.dep == "acl":
        return _modified(verb, head)
    if verb.dep in {"acomp", "attr", "oprd"} and verb.pos in {"ADJ", "VERB"}:
        return subject_of(head)
    if verb.dep == "relcl":
        return head, False
    if verb.dep == "conj" and head.pos in {"VERB", "AUX", "ADJ"}:
        above = _finite_above(head) if verb.tag == "VBD" and head.tag in {"VB", "VBG"} else None
        subject, passive = subject_of(above if above is not None else head)
        return (subject, passive and verb.tag == "VBN")
    if verb.dep in {"xcomp", "advcl"} and head.pos in {"VERB", "AUX", "ADJ"}:
        moved = next((c for c in head.children if c.dep == "dobj"), None) if head.lemma in _MOVERS else None
        if moved is not None:
            return moved, False
        subject, passive = subject_of(head)
        if subject is not None and subject.lower == "it" and any(c.dep == "acomp" for c in head.children):
            return None, False  # "it was feasible to develop"
        if verb.dep == "advcl" and verb.tag == "VBN" and not any(c.dep == "aux" for c in verb.children):
            return subject, True
        if verb.dep == "advcl" and passive and head.lemma not in {"send", "dispatch"}:
            return agent_of(head), False
        return subject, False
    if verb.dep == "pcomp" and head.head != head:
        return subject_of(head.head) if head.head.pos in {"VERB", "AUX"} else (head.head, False)
    if (
        verb.dep == "ccomp"
        and verb.tag == head.tag == "VBD"
        and verb.i > head.i
        and verb.left_edge.nbor(-1).text == ","
    ):
        return subject_of(head)  # "said that it had begun, praised Chad, and promised"
    if verb.dep in {"ccomp", "dep"} and head.pos in {"VERB", "AUX"} and verb.tag in {"VBG", "VBN"}:
        return subject_of(head)
    return None, False


def _finite_above(infinitive: Any) -> Any:
    """The verb that a past tense joined to an infinitive or a gerund goes on: "rejected an offer to mediate and withdrew its envoy"."""
    if infinitive.dep not in {"acl", "xcomp", "advcl", "pcomp"} or (
        infinitive.dep == "acl" and infinitive.tag == "VBG"
    ):
        return None
    return next((a for a in infinitive.ancestors if a.tag == "VBD"), None)


def _inverted(verb: Any) -> Any:
    return next((c for c in verb.children if c.dep in {"attr", "dobj"} and c.i < verb.i), None)


def _modified(verb: Any, head: Any) -> tuple[Any, bool]:
    """The subject of a participle or infinitive behind a noun: the noun, or the verb whose object the noun is ("made a promise to")."""
    if verb.tag == "VBN":
        return head, verb.lemma not in _NEVER_PASSIVE and not _main_verb(verb, head)
    owner = next((c for c in head.children if c.dep == "poss"), None)
    if head.lemma in TEXTS and verb.tag == "VBG":
        return (owner, False) if owner is not None else subject_of(head.head)
    thing = head.pos == "NOUN" and head.dep in {"dobj", "pobj"} and head.lemma not in STATE_NOUNS | CROWDS
    if thing and verb.tag == "VBG" and verb.nbor(-1).text == "," and (above := _verb_above(head)) is not None:
        return subject_of(above)  # "answered a question, denouncing Japan"
    infinitive = any(c.dep == "aux" and c.lower == "to" for c in verb.children)
    if owner is None and head.lemma == "decision":  # "the U.S. decision to impose"
        owner = next((c for c in head.lefts if c.dep in {"compound", "amod"} and c.text[0].isupper()), None)
    if infinitive and owner is not None:
        return owner, False
    if infinitive and head.dep in {"dobj", "attr", "pobj"} and head.head.pos == "VERB":
        return (owner, False) if owner is not None else subject_of(head.head)
    return head, False


def _verb_above(noun: Any) -> Any:
    """The verb whose object a noun is, or is part of."""
    return next((a for a in noun.ancestors if a.pos == "VERB"), None)


def _main_verb(verb: Any, head: Any) -> bool:
    """The sentence's own verb that the parse takes for a participle: "The envoy to Chad, Ana Vella, called on the premier"."""
    alone = head.dep == "ROOT" and head.pos in {"NOUN", "PROPN"} and any(c.dep == "appos" for c in head.children)
    return alone and verb.nbor(-1).text == "," and not any(c.dep == "agent" for c in verb.children)


def agent_of(verb: Any) -> Any:
    """The "by" phrase of a passive."""
    for child in verb.children:
        if child.dep == "agent" or (child.dep == "prep" and child.lower == "by"):
            return next((o for o in child.children if o.dep == "pobj"), None)
    return None


def object_of(verb: Any) -> Any:
    """The direct object; of a relative clause without one the noun it hangs on ("a request that X turned down")."""
    given = [c for c in verb.rights if c.dep == "dobj" and c.pos in {"NOUN", "PROPN"}]
    if (
        len(given) > 1 and given[0].pos == "PROPN" and given[1].left_edge.nbor(-1).text != ","
    ):  # "handed President Vella a letter"
        return given[-1]
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


def _behind_verdict(verb: Any) -> Any:
    """The object that the parse draws into the verdict before it: "dismissed as groundless a Chinese claim", "lifted for good the ban"."""
    for child in verb.rights:
        if child.dep == "prep" and child.lower in {"as", "for"}:
            for noun in child.children:
                det = next((c for c in noun.lefts if c.dep in {"det", "poss"}), None)
                if noun.dep == "pobj" and det is not None and noun.left_edge.pos == "ADJ" and noun.left_edge.i < det.i:
                    return noun
    return None


def antecedent(verb: Any, obj: Any) -> Any:
    """The noun that a relative clause is about where the parse takes the last one of its phrase: "duties on rice, which Peru imposed"."""
    clause = next((a for a in (verb, *verb.ancestors) if a.dep == "relcl"), None)
    if clause is None or obj is None or clause.head != obj or obj.dep != "pobj" or obj.head.dep != "prep":
        return None
    return obj.head.head if obj.head.head.pos == "NOUN" else None


def given_in_passive(verb: Any) -> Any:
    """What somebody is given, offered or denied in the passive: "a loan" of "Fiji was offered a loan"."""
    if verb.tag != "VBN" or not any(c.dep == "auxpass" for c in verb.children):
        return None
    return next((c for c in verb.rights if c.dep == "dobj" and c.pos in {"NOUN", "PROPN"} and c.text not in DAYS), None)


def particle_object(verb: Any, particle: str) -> Any:
    """The object behind a particle that the parse takes for a preposition: "called in the envoy"."""
    for child in verb.children:
        if child.lower == particle and child.dep == "prep":
            return next((o for o in child.children if o.dep == "pobj"), None)
    return None


def domain(verb: Any) -> Iterator[Any]:
    """The tokens behind a verb that belong to its clause, in order; of a predicate those of its "be"."""
    if verb.dep == "acomp" and verb.head.lemma == "be":
        yield from (t for c in verb.head.rights if c != verb and c.dep not in _CLAUSES for t in c.subtree)
    for child in verb.children:
        if child.dep in _CLAUSES or (child.dep == "conj" and child.pos in {"VERB", "AUX"}):
            continue
        yield child
        yield from domain(child)


@lru_cache(maxsize=64)
def words_behind(verb: Any) -> frozenset[str]:
    """The words behind a verb that belong to its clause, in small letters: each of its rules asks for them."""
    return frozenset(token.lower for token in domain(verb))


def prepositions(verb: Any, words: frozenset[str] | set[str]) -> Iterator[tuple[str, Any]]:
    """(preposition, its object) in the clause behind a verb, those of a noun joined too."""
    for token in sorted(domain(verb), key=lambda t: t.i):
        if (
            token.lower in words
            and token.dep in {"prep", "dative", "agent", "prt", "pcomp"}
            and token.i > verb.i - 12
            and not is_broker(token)
        ):
            for child in token.children:
                if child.dep in {"pobj", "advmod", "pcomp"}:
                    yield token.lower, child


def objects_match(rule: Rule, head: Any) -> bool:
    """The object's own words, those joined to it or counted by it ("5 million dollars of aid") are of the kind that the rule wants."""
    if rule.objects is None:
        return True
    if head is None:
        return False
    lemmas = {head.lemma, head.lower}
    beside = [c for c in head.head.children if c.lower == "in" and c.i == head.i + 1] if _is_sum(head) else []
    for child in (*head.children, *beside):
        if child.dep in {"conj", "compound", "nmod", "appos"}:
            titled = head.lemma == "general" and child.dep == "compound"  # "consul general"
            lemmas |= {child.lemma} if child.dep in {"conj", "appos"} or titled else set()
        elif child.dep == "prep" and (child.lower == "of" or (child.lower == "in" and _is_sum(head))):
            for obj in child.children:
                lemmas |= {obj.lemma} if obj.dep == "pobj" and (child.lower, obj.lemma) != ("in", "support") else set()
                lemmas |= {c.lemma for c in obj.children if c.dep == "conj"}
    return bool(lemmas & rule.objects)


def _is_sum(head: Any) -> bool:
    """A sum, of which "in" tells what it is: "$2bn in aid"."""
    return head.text[0].isdigit() or head.lemma in {"million", "billion", "trillion"}


def counted(token: Any) -> Any:
    """What is counted: "diplomats" of "a group of diplomats"."""
    if token.lemma not in COUNTING:
        return None
    for child in token.children:
        if child.dep == "prep" and child.lower == "of":
            return next((o for o in child.children if o.dep == "pobj"), None)
    return None


def joined(token: Any) -> Iterator[Any]:
    """The nouns joined to one by "and" or in a list, the nearest first."""
    for child in token.children:
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


def domain_of(verb: Any) -> Iterator[Any]:
    """The words of a verb's own clause, without its subject, its agent and other clauses."""
    for child in verb.children:
        if child.dep in {"nsubj", "nsubjpass", "agent", "relcl", "ccomp", "advcl", "parataxis", "acl"}:
            continue
        if child.dep == "conj" and child.pos in {"VERB", "AUX"}:
            continue
        yield child
        yield from domain_of(child)


def within(token: Any) -> Iterator[Any]:
    """The tokens of a phrase in order, without its relative and participial clauses."""
    for child in token.lefts:
        if child.dep != "relcl":
            yield from within(child)
    yield token
    for child in token.rights:
        if child.dep not in {"relcl", "appos", "advcl"} and not any(
            c.lower == "to" and c.dep == "aux" for c in child.children
        ):
            yield from within(child)
