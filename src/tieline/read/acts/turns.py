"""Turns of speech that change the type of an act: a promise of harm is a threat, an announced favour a promise, a "must" a demand."""

from __future__ import annotations

from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.model.vocabulary import EventType
from tieline.read.acts.doers import subject_of
from tieline.read.acts.grammar import object_of, objects_match
from tieline.read.acts.modality import SAYING, Standing
from tieline.read.acts.phrases import is_handed_over
from tieline.read.acts.polarity import is_negated
from tieline.read.acts.senses import GROWN
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import RELATIVES
from tieline.read.words.acts import verb_rules
from tieline.read.words.rule import Rule

HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE"})
FRIENDLY = frozenset({"SUPPORT", "AID", "CONCEDE", "COOPERATE", "RETREAT"})
_ENDING = frozenset({"stop", "halt", "cease", "end"})
_PROMISING = frozenset({"vow", "pledge", "promise", "swear", "ready", "prepared", "offer"})
_TALKING = frozenset(
    [
        "attend",
        "participate",
        "take",
        "visit",
        "meet",
        "go",
        "travel",
        "join",
        "come",
        "sit",
        "talk",
        "speak",
        "hold",
        "receive",
        "host",
    ]
)


_CALLED_OFF = re.compile(
    r"\bbut\b[^.;]*\b(?:postponed|cancell?ed|called off|scrapped|put off|shelved|delayed|abandoned)\b", re.IGNORECASE
)


def called_off(text: str, token: Token, top: Token) -> bool:
    """What had been planned and was given up: "had been due to open a bridge, but the ceremony has been postponed"."""
    verbs = (token, top, top.head)
    planned = any(c.lower == "had" and c.dep == "aux" for v in verbs for c in v.children)
    return planned and _CALLED_OFF.search(text, token.idx) is not None


def content_verb(token: Token) -> Token | None:
    """The infinitive that says what is asked, offered or refused."""
    for child in token.children:
        if (
            child.dep in {"xcomp", "ccomp", "advcl", "acl"}
            and child.i > token.i
            and any(c.dep == "aux" and c.lower == "to" for c in child.children)
        ):
            return child
    return None


def is_talks(token: Token | None) -> bool:
    """An infinitive of meeting or attending."""
    return token is not None and token.lemma in _TALKING


def turned(
    token: Token, rule: Rule, how: Standing, subject: Token | None, *, own: bool = True
) -> tuple[EventType, str, Standing]:
    """The type, mode and standing of an act after its turn of speech."""
    if rule.type == "AGREE" and token.lemma in _PROMISING and hostile_content(token):
        return "THREATEN", "threaten", how
    if rule.type == "AGREE" and token.lemma in _PROMISING and _withheld(token):
        return "REJECT", "refuse", how
    if rule.type == "THREATEN" and rule.mode == "warn" and _shields(token):
        return "AGREE", "offer", how
    if rule.type == "REQUEST" and token.lemma == "ask" and _to_come(content_verb(token)):
        return "AGREE", "invite", how
    if how.modality == "scheduled" and (rule.type in HOSTILE or rule.mode in _TAKEN_BACK):
        if not own:
            return rule.type, rule.mode, how
        if _conditional(how.token) or _conditional(token) or _said_by(how.token, {"warn", "threaten", "vow"}):
            return "THREATEN", "threaten", replace(how, modality="happened")
        said = _own_word(how.token, subject, {"say", "declare", "insist"}) and rule.type in HOSTILE - {"SANCTION"}
        if said and any(c.lower in {"will", "would", "'ll"} for c in token.children):
            return "THREATEN", "threaten", replace(how, modality="happened")
    if how.modality == "scheduled" and rule.type in FRIENDLY - {"CONCEDE"} and _own_word(how.token, subject, SAYING):
        return "AGREE", rule.mode, replace(how, modality="happened")
    return rule.type, rule.mode, how


def _withheld(vow: Token) -> bool:
    """Talks or recognition that somebody vows not to give: "vowed never to recognise Chad"."""
    for verb in vow.children:
        if verb.dep == "xcomp" and is_negated(verb):
            rules = [r for r in verb_rules().get(verb.lemma, []) if objects_match(r, object_of(verb))]
            if any(r.type in {"CONSULT", "AGREE"} or r.mode == "recognise" for r in rules[:1]):
                return True
    return False


def _shields(warning: Token) -> bool:
    """Who warns that he will stand by another threatens somebody else: "warned that it is bound to defend Chad"."""
    for clause in warning.children:
        if clause.dep != "ccomp" or not any(
            c.dep in {"nsubj", "nsubjpass"} and c.lower in _ITSELF for c in clause.children
        ):
            continue
        for verb in (clause, *(c for c in clause.children if c.dep == "xcomp")):
            obj = object_of(verb)
            if verb.lemma in _SHIELDING and obj is not None and not any(c.lower in _ITS for c in obj.lefts):
                return True
    return False


_SHIELDING = frozenset({"defend", "protect", "shield", "assist", "help"})
_ITSELF = frozenset({"it", "they", "he", "she", "we"})
_ITS = frozenset({"its", "their", "his", "her", "our"})


def _to_come(content: Token | None) -> bool:
    """Who is asked to come is invited: "asked the premier to come to the summit in Quito"."""
    if content is None:
        return False
    return content.lemma in {"visit", "attend"} or (
        content.lemma == "come" and any(c.dep == "prep" and c.lower in {"to", "for"} for c in content.children)
    )


def hostile_content(token: Token) -> bool:
    """What somebody vows or offers to do is harm."""
    verbs = verb_rules()
    for child in token.children:
        if child.dep in {"xcomp", "ccomp"} and not is_negated(child):
            subject, passive = subject_of(child)
            obj = subject if passive else object_of(child)
            rules = [r for r in verbs.get(child.lemma, []) if _plainly(r) and objects_match(r, obj)]
            if (
                any(
                    r.type in HOSTILE and child.lemma not in _ENDING
                    for r in rules[:1]
                    if not is_handed_over(child, obj)
                )
                or child.lemma in {"retaliate", "punish", "avenge"}
                or (child.lemma in {"respond", "answer", "reply", "react"} and token.lemma in {"vow", "swear"})
                or _aimed(child)
                or _under_condition(child)
            ):
                return True
            if any(g.lower == "war" and g.dep == "pobj" for c in child.children for g in c.children):
                return True
        if child.dep == "dobj" and child.lemma in _HARM:
            return True
        if child.dep == "dobj" and token.lemma in {"vow", "swear"} and child.lemma in _REPLIES:
            return True
    return False


_TAKEN_BACK = frozenset({"boycott", "cancel", "break-off", "withdraw", "walk-out"})
"""Refusals that one threatens with: "will cancel the visit if the demands are not met"."""
_HARM = frozenset("retaliation revenge sanction punishment attack reprisal vengeance retribution".split())
_REPLIES = frozenset({"response", "reply", "action", "answer", "countermeasure"})
"""What is vowed to one's foes: "vowed overwhelming responses"."""


def _aimed(verb: Token) -> bool:
    """A measure against somebody, whatever it is called: "impose retaliatory action against"."""
    hostile = any(r.type in HOSTILE for r in verb_rules().get(verb.lemma, []))
    return hostile and any(t.lower == "against" for t in verb.subtree)


def _plainly(rule: Rule) -> bool:
    """The rule asks for no more than its verb and its object."""
    alone = not rule.words and rule.particle is None
    return rule.objects is not None or (alone and rule.flags <= {"deed", "noenvoy", "place", "state", "mutual"})


def _under_condition(verb: Token) -> bool:
    """What hangs on an "unless" is no favour."""
    return any(t.lower == "unless" for t in verb.subtree)


def _conditional(verb: Token) -> bool:
    return any(
        c.dep == "advcl" and any(g.lower in {"if", "unless", "should"} and g.dep in {"mark", "aux"} for g in c.children)
        for c in verb.children
    )


def _said_by(verb: Token, lemmas: set[str]) -> bool:
    """A verb of warning governs the clause, or stands in it as a parenthesis ("Kampala has warned")."""
    if verb.dep == "ccomp" and verb.head.lemma in lemmas:
        return True
    return any(c.dep in {"parataxis", "ccomp"} and c.lemma in lemmas for c in verb.children)


def supposed(token: Token, how: Standing) -> bool:
    """A "would" with a condition that somebody else sets up is a supposition."""
    verbs = (token, how.token)
    would = any(c.lower == "would" for v in verbs for c in v.children)
    return would and any(
        c.dep == "advcl" and any(g.lower in {"if", "unless"} for g in c.children) for v in verbs for c in v.children
    )


def hinted(verb: Token, rule: Rule) -> Standing | None:
    """A harm that its doer says might be done: "could close its embassy, the minister threatened"."""
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    if rule.type not in HOSTILE or not aux & {"may", "might", "could"} or any(c.dep == "neg" for c in verb.children):
        return None
    sayer = next(iter(said_by(verb)), None)
    warned = sayer is not None and (
        sayer.lemma in {"warn", "threaten", "vow"} or (sayer.lemma in SAYING and _conditional(verb))
    )
    return Standing("scheduled", verb) if warned else None


def said_by(verb: Token) -> list[Token]:
    """The verb of saying or warning with which a promise or a threat is made: it is dated by its own words."""
    if verb.dep == "ccomp" and verb.head != verb:
        return [verb.head]
    beside = [
        c for c in verb.children if c.dep in {"parataxis", "ccomp"} and c.lemma in SAYING | {"warn", "threaten", "vow"}
    ]
    return beside[:1]


def _own_word(verb: Token, subject: Token | None, lemmas: set[str] | frozenset[str]) -> bool:
    """The actor says so himself: "Hungary has said it will support"."""
    head = verb.head
    if verb.dep != "ccomp" or head == verb or head.lemma not in lemmas or head.i > verb.i or subject is None:
        return False
    speaker = next((c for c in head.children if c.dep == "nsubj"), None)
    return speaker is not None and speaker.lower not in RELATIVES and subject.lower in {"it", "they", "he", "she", "we"}


__all__ = ["content_verb", "hinted", "hostile_content", "is_talks", "said_by", "supposed", "turned"]


def wants_of_another(token: Token) -> bool:
    """Somebody else is to do what is wanted: "wants Chile to pay"."""
    return any(
        c.dep == "dobj" or (c.dep in {"ccomp", "xcomp"} and any(g.dep in {"nsubj", "nsubjpass"} for g in c.children))
        for c in token.children
    )


GROWING = frozenset(
    "deepen expand strengthen boost improve develop build forge establish cooperate collaborate resume restore normalise normalize mend "
    "repair broaden widen enhance intensify upgrade cement foster promote increase step further advance tighten".split()
)


def growing(token: Token) -> bool:
    """What is wanted or planned is closer ties: "seek to deepen a partnership"."""
    content = content_verb(token)
    if content is None or content.lemma not in GROWING:
        return False
    return content.lemma in {"cooperate", "collaborate"} or any(
        c.dep == "dobj" and c.lemma in GROWN for c in content.children
    )
