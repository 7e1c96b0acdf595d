"""The subject or the agent of a verb in the parse: through joined verbs, participles, infinitives, relative clauses and what the parse misreads."""

from __future__ import annotations

from typing import Any

from tieline.model.english import MONTH_NAMES
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import CROWDS, DAYS, STATE_NOUNS

TEXTS = frozenset(
    "commentary editorial article statement letter message broadcast report note telegram resolution speech motion declaration communique "
    "dispatch decision decree law regulation order bill".split()
)
CAUSING = frozenset("have get order command".split())
"""Who does so to have something done does it."""
ORDERS = frozenset({"order", "instruction"})
_NEVER_PASSIVE = frozenset({"gather", "assemble", "rally", "march", "resort", "arrive"})
_LEADS = frozenset({"since", "after", "before", "until"})
_RANKED = frozenset({"first", "second", "third", "last", "latest", "only", "one"})
"""What one is who does something: "was the first to recognise Estonia"."""
_STATES = frozenset({"state", "country", "nation", "government", "member", "republic", "capital"})
_MOVERS = frozenset({"lead", "cause", "prompt", "force", "drive", "oblige", "enable", "help"})


def subject_of(verb: Token) -> tuple[Any, bool]:
    """(subject, passive) of a verb; None where it has none. Of a joined verb its first one's, of "after receiving" the main verb's."""
    for child in verb.children:
        if child.dep in {"nsubj", "nsubjpass", "csubj"}:
            if (sender := _sender(verb, child, verb.head)) is not None:
                return sender
            return child, child.dep == "nsubjpass" or _bare_participle(verb) or _caused(verb)
    if _reduced(verb):
        return verb.nbor(-1), True
    if any(c.dep == "auxpass" for c in verb.children):
        before = _inverted(verb) or _ordered(verb)
        if before is None and verb.dep in {"xcomp", "conj", "advcl", "ccomp"} and verb.head != verb:
            before = subject_of(verb.head)[0]
        return before, True
    if verb.head == verb:
        return None, verb.tag == "VBN" and verb.dep == "ROOT"
    return _borrowed(verb, verb.head)


def _sender(verb: Token, place: Token, prep: Token) -> tuple[Any, bool] | None:
    """Who speaks in a participle behind the place that something goes to: "sent a note to Nairobi demanding".

    None where the name is no such place: the participle hangs on the subject of the main clause, or on what is sent.
    """
    right_behind = verb.tag == "VBG" and verb.i == place.i + 1 and place.pos == "PROPN"
    if not right_behind or verb.lemma not in SPEAKING or prep.lower not in _TOWARDS or prep.head == prep:
        return None
    head = prep.head
    above = _verb_above(head) if head.pos == "NOUN" and head.lemma in TEXTS | _SENT_OUT else head
    if above is None or above.pos != "VERB":
        return None
    subject, passive = subject_of(above)
    return None if subject is None else (agent_of(above) if passive else subject, False)


SPEAKING = frozenset(
    "demand ask seek request urge call warn accuse protest condemn complain express threaten propose offer invite insist plead appeal".split()
)
_TOWARDS = frozenset({"to", "in", "at", "with", "for"})
_SENT_OUT = frozenset(
    "protest envoy emissary delegation team mission request demand complaint cable demarche démarche memorandum".split()
)


def _bare_participle(verb: Token) -> bool:
    """A participle with its agent that the parse takes for the sentence's verb: "the accords signed by the two cover fruit"."""
    deps = {c.dep for c in verb.children}
    return verb.tag == "VBN" and "agent" in deps and deps.isdisjoint({"aux", "auxpass", "dobj"})


def _caused(verb: Token) -> bool:
    """A participle of what somebody has done by others: "had troops reinforced", "ordered the embassy closed"."""
    alone = {c.dep for c in verb.children}.isdisjoint({"aux", "auxpass", "dobj"})
    tags = {"VBN", "VBD"} if verb.head.lemma in {"have", "get"} else {"VBN"}
    return verb.tag in tags and verb.dep == "ccomp" and verb.head.lemma in CAUSING and alone


def _ordered(verb: Token) -> Token | None:
    """What somebody gives orders about: "gave orders for the mission to be closed"."""
    given = verb.dep in {"advcl", "xcomp", "ccomp"} and verb.head.lemma in {"give", "issue"}
    what = next((c for c in verb.head.children if c.dep == "dobj" and c.lemma in ORDERS), None) if given else None
    behind = (o for c in what.children if c.lower == "for" for o in c.children) if what is not None else ()
    return next((o for o in behind if o.dep == "pobj"), None)


def _reduced(verb: Token) -> bool:
    """A participle right behind its noun that the parse takes for a verb of its own: "a treaty concluded between"."""
    if (
        verb.tag not in {"VBN", "VBD"}
        or verb.dep not in {"advcl", "dep", "conj"}
        or verb.i == 0
        or verb.i + 1 >= len(verb.doc)
    ):
        return False
    return verb.nbor(-1).pos == "NOUN" and verb.nbor(1).lower in {"between", "by"}


def _borrowed(verb: Token, head: Token) -> tuple[Any, bool]:
    """The subject that a verb without one of its own takes from the word it hangs on."""
    if verb.dep == "acl":
        return _modified(verb, head)
    if verb.dep in {"advcl", "conj"} and verb.tag == "VBD" and (began := _behind_since(verb, head)) is not None:
        return began, False
    if verb.dep in {"acomp", "attr", "oprd"} and verb.pos in {"ADJ", "VERB"}:
        return subject_of(head)
    if verb.dep == "relcl":
        return _of_relative(verb, head)
    if verb.dep == "conj" and head.pos in {"VERB", "AUX", "ADJ"}:
        above = head.head if verb.tag == "VBD" and _is_asked(head) else _verb_gone_on(verb, head)
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


def _is_asked(clause: Token) -> bool:
    """What somebody did not say, in a question: "did not say how many would leave but called it unfair"."""
    asking = (t for t in clause.subtree if t.i < clause.i and (t.tag in {"WRB", "WP"} or t.lower == "whether"))
    denied = any(c.dep == "neg" for c in clause.head.children)
    return clause.dep == "ccomp" and denied and next(asking, None) is not None


def _of_relative(verb: Token, head: Token) -> tuple[Any, bool]:
    """Whom a relative clause is about: its noun, or who is told to be first: "was the first to recognise Estonia"."""
    if head.lemma in _RANKED and head.dep == "attr" and any(c.lower == "to" for c in verb.lefts):
        return subject_of(head.head)
    ones = _first_ones(verb, head)
    return (head if ones is None else ones), False


def _first_ones(verb: Token, noun: Token) -> Token | None:
    """Who stands behind "be" for those that are counted by what they did: "the first states to recognise Estonia were Malta and"."""
    ranked = any(c.lower in _RANKED for c in noun.lefts) or noun.lower in _RANKED
    if (
        not ranked
        or noun.lemma not in _STATES
        or noun.dep != "nsubj"
        or noun.head.lemma != "be"
        or not any(c.lower == "to" for c in verb.lefts)
    ):
        return None
    return next((c for c in noun.head.children if c.dep == "attr" and c.pos in {"PROPN", "NOUN"}), None)


def _behind_since(verb: Token, head: Token) -> Token | None:
    """The subject that the parse hangs on the word which leads its clause in: "sold less since Lima, under pressure, stopped buying"."""
    if any(c.dep in {"mark", "cc"} and c.i < verb.i for c in (*verb.children, *head.children)):
        return None
    leads = (c for c in head.children if c.dep == "prep" and c.lower in _LEADS and head.i < c.i < verb.i)
    found = (o for c in leads for o in c.children if o.dep == "pobj" and o.pos == "PROPN")
    return next((o for o in found if o.text not in DAYS and o.text not in MONTH_NAMES), None)


def _verb_gone_on(verb: Token, head: Token) -> Token | None:
    """The verb that a joined one goes on, where the parse joins it to one inside: its subject is that of both."""
    if verb.tag == "VBG" and head.tag == "VB" and head.dep == "xcomp" and head.head.tag == "VBG":
        return head.head  # "by ordering Chad to cut its staff and seizing"
    return _finite_above(head) if verb.tag == "VBD" and head.tag in {"VB", "VBG", "VBP", "VBZ"} else None


def _finite_above(infinitive: Any) -> Token | None:
    """The verb that a past tense goes on which the parse joins to an infinitive, a gerund or a relative clause: "rejected an offer to mediate and withdrew its envoy", "froze a pact under which they share water, and banned"."""
    if infinitive.tag in {"VBP", "VBZ"}:
        past = {"VBD", "VBN"} if infinitive.dep == "relcl" and any(t.text == "," for t in infinitive.subtree) else set()
        return next((a for a in infinitive.ancestors if a.tag in past), None)
    if infinitive.dep not in {"acl", "xcomp", "advcl", "pcomp"} or (
        infinitive.dep == "acl" and infinitive.tag == "VBG"
    ):
        return None
    return next((a for a in infinitive.ancestors if a.tag == "VBD"), None)


def _inverted(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep in {"attr", "dobj"} and c.i < verb.i), None)


def _modified(verb: Token, head: Token) -> tuple[Any, bool]:
    """The subject of a participle or infinitive behind a noun: the noun, or the verb whose object the noun is ("made a promise to")."""
    if (sender := _sender(verb, head, head.head)) is not None:
        return sender
    if verb.tag == "VBN":
        return head, verb.lemma not in _NEVER_PASSIVE and not _main_verb(verb, head)
    owner = next((c for c in head.children if c.dep == "poss"), None)
    if head.lemma in TEXTS and verb.tag == "VBG":
        return (owner, False) if owner is not None else subject_of(head.head)
    thing = head.pos == "NOUN" and head.dep in {"dobj", "pobj"} and head.lemma not in STATE_NOUNS | CROWDS
    if (
        thing
        and verb.tag == "VBG"
        and verb.i > head.i
        and verb.nbor(-1).text == ","
        and (above := _verb_above(head)) is not None
    ):
        return subject_of(above)  # "answered a question, denouncing Japan"
    infinitive = any(c.dep == "aux" and c.lower == "to" for c in verb.children)
    if owner is None and head.lemma == "decision":  # "the U.S. decision to impose"
        owner = next((c for c in head.lefts if c.dep in {"compound", "amod"} and c.text[0].isupper()), None)
    if owner is None and head.lemma in {"decision", "move"}:  # "the decision by Lima to suspend"
        owner = agent_of(head)
    if infinitive and owner is not None:
        return owner, False
    if infinitive and head.dep in {"dobj", "attr", "pobj"} and head.head.pos == "VERB":
        return (owner, False) if owner is not None else subject_of(head.head)
    return head, False


def _verb_above(noun: Token) -> Token | None:
    """The verb whose object a noun is, or is part of."""
    return next((a for a in noun.ancestors if a.pos == "VERB"), None)


def _main_verb(verb: Token, head: Token) -> bool:
    """The sentence's own verb that the parse takes for a participle: "The envoy to Chad, Ana Vella, called on the premier"."""
    alone = head.dep == "ROOT" and head.pos in {"NOUN", "PROPN"} and any(c.dep == "appos" for c in head.children)
    return alone and verb.i > head.i and verb.nbor(-1).text == "," and not any(c.dep == "agent" for c in verb.children)


def agent_of(verb: Token) -> Token | None:
    """The "by" phrase of a passive."""
    for child in verb.children:
        if child.dep == "agent" or (child.dep == "prep" and child.lower == "by"):
            return next((o for o in child.children if o.dep == "pobj"), None)
    return None


def doer_of(verb: Token) -> Token | None:
    """Who does what a verb tells: its subject, of a passive its agent."""
    subject, passive = subject_of(verb)
    return agent_of(verb) if passive else subject
