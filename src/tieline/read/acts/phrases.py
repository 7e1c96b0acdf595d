"""Turns of phrase in which a verb of the lexicon is no act of its rule: "went ahead with the sale", "presses forward", "submitted a list", "are free to"."""

from __future__ import annotations

from typing import Final

from tieline.read.syntax.tokens import Token
from tieline.read.words.acts import CLASSES
from tieline.read.words.rule import Rule

_ONWARD: Final = frozenset({"ahead", "forward", "onward", "onwards"})
_STATES_OF: Final = frozenset({"free", "close", "present", "secure"})
"""Adjectives that are spelt like a verb: "are free to take part", "was close to"."""
_WRONGS: Final = frozenset(
    "violation crime act offence offense error mistake mass murder massacre abuse atrocity breach".split()
)
_ITSELF: Final = frozenset({"itself", "himself", "herself", "themselves"})


def is_phrase(token: Token, rule: Rule, obj: Token | None) -> bool:
    """The verb goes with its particle or its object to another sense than the rule's."""
    lemma = token.lemma
    if token.pos == "ADJ" and lemma in _STATES_OF and obj is None:
        return True
    if lemma == "blame" and token.dep == "xcomp" and token.head.lemma == "be":
        return True  # "is to blame" for it
    if rule.mode == "force" and token.tag == "VBG" and token.dep == "advcl":
        return obj is not None and obj.pos == "PRON"  # what was told before forces him, not who told it
    if rule.mode == "offer" and lemma == "commit" and obj is not None and obj.lemma in _WRONGS:
        return True
    if rule.mode == "yield" and lemma == "submit":  # papers are submitted to anybody
        return obj is not None and obj.lower not in _ITSELF
    if rule.mode == "criticise" and lemma in {"call", "describe", "label", "term"}:
        return obj is not None and obj.lower == "what"  # "over what it called an incitement"
    if lemma == "go" and rule.mode == "visit":
        to = any(c.lower in {"to", "into"} and c.dep == "prep" for c in token.children)
        return _is_onward(token) and not to
    return lemma in {"press", "push", "forge"} and rule.type == "REQUEST" and _is_onward(token)


def _is_onward(verb: Token) -> bool:
    """Somebody carries on with what he does: "ahead with", "forward with"; nobody is pressed and no place is gone to."""
    after = verb.doc[verb.i + 1 : verb.i + 2]
    if any(t.lower in _ONWARD for t in (*verb.children, *after)):
        return True
    on = next((t for t in after if t.lower == "on"), None)
    return on is not None and any(t.lower == "with" for t in verb.doc[on.i + 1 : on.i + 2])


_HANDED: Final = frozenset("send ship deliver supply transfer give provide lend donate fly dispatch rush".split())
_MATERIEL: Final = CLASSES["ARMS"] | frozenset(
    "howitzer mortar system battery interceptor armour armor vehicle truck launcher radar munition launcher grenade warplane".split()
)
"""Weapons as things, which go to whoever is to have them; troops and fleets go where they are to stand."""
_PROMISING: Final = frozenset("offer pledge promise vow swear commit agree guarantee undertake".split())
_STANDING_AT: Final = frozenset("border frontier boundary coast line front waters sea strait zone base".split())


def is_handed_over(verb: Token, obj: Token | None) -> bool:
    """Weapons are given to somebody, not sent against him: "sent Laos ten tanks", "vowed to send missiles to Laos"."""
    if obj is None or verb.lemma not in _HANDED or not _is_materiel(obj):
        return False
    if any(c.dep == "dative" and c.pos == "PROPN" for c in verb.children) or _is_received(verb, obj):
        return True
    if verb.lemma == "send" and not any(c.dep in {"prep", "dative", "prt"} for c in (*verb.children, *obj.children)):
        return True  # "would send its howitzers": with nobody told against whom
    promised = verb.dep in {"xcomp", "ccomp"} and verb.head.lemma in _PROMISING
    receivers = [o for c in (*verb.children, *obj.children) if c.lower in {"to", "for"} for o in c.children]
    receivers = [o for o in receivers if o.dep == "pobj"]
    return promised and bool(receivers) and not any(o.lemma in _STANDING_AT for o in receivers)


def _is_materiel(obj: Token) -> bool:
    things = [obj, *(o for c in obj.children if c.lower == "of" for o in c.children)]
    return any(t.lemma in _MATERIEL for t in things)


def _is_received(verb: Token, obj: Token) -> bool:
    """A name right behind the verb, which the parse joins to the weapons: "sent Laos ten tanks"."""
    first = obj.left_edge
    given = [c for c in verb.rights if c.dep == "dobj"]
    if len(given) > 1 and given[0].pos == "PROPN":
        return True
    return (
        first.i == verb.i + 1
        and first.pos == "PROPN"
        and first.head is obj
        and first.dep in {"compound", "nmod"}
        and any(c.dep == "nummod" or c.lower in {"more", "new", "some"} for c in obj.lefts if c.i > first.i)
    )
