"""Which way ties go: by their verb, by what is said of them ("are on a good course"), by a noun ("a new strain in relations")."""

from __future__ import annotations

from typing import Any, Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Direction
from tieline.read.syntax.tokens import Token
from tieline.read.trends.clauses import is_wish

_TIE_UP = frozenset(
    "strengthen deepen grow warm improve expand flourish tighten intensify boost rekindle revive enhance cement consolidate broaden widen thaw upgrade reinforce bolster develop mend blossom thrive prosper patch repair".split()
)
_TIE_DOWN = frozenset(
    "cool fray deteriorate worsen sour weaken strain chill decline loosen erode freeze rupture nosedive plunge sink crumble suffer damage".split()
)
_STRAINS: Final[dict[str, Direction]] = {
    **dict.fromkeys(("strain", "chill", "deterioration", "worsening", "cooling", "rift", "freeze"), "down"),
    **dict.fromkeys(("thaw", "warming", "improvement", "strengthening", "deepening"), "up"),
}
"""Nouns of what becomes of ties: "a new strain in relations", "a thaw in ties"."""
_BRINGS: Final = frozenset(
    "cause continue persist bring create mark trigger produce provoke see lead spark reflect put place".split()
)
_STEPS: Final = frozenset("step measure".split())
_ASPECTS: Final = frozenset("begin start continue keep resume".split())
_MAY: Final = frozenset("can could should must need".split())
_STATE: Final = re.compile(
    r"\b(?:(?P<up>(?P<most>(?:closer|stronger|warmer|better|deeper) than (?:ever|at any time))|on (?:a|the) (?:good|right|positive|upward) (?:course|track|path|footing)|(?P<best>never) been (?:[as][so] (?:close|good|warm|strong)|closer|better|stronger|warmer)|(?:rarely|seldom) been (?:so (?:close|good|warm)|closer|better|stronger|warmer)|advanc(?:e|es|ed|ing)\b(?!\s+(?:to|on|toward))|gain(?:s|ed|ing)? in (?:weight|strength|importance|depth|substance)|mov(?:e|es|ed|ing) (?:forward|ahead)\b|(?:mov|ris|reach|enter|climb|rose|risen)\w* (?:up )?(?:to |on )?(?:a|an|another) (?:(?:new|higher|whole new|qualitatively new) )?(?:level|height|stage|phase)s?)"
    r"|(?P<down>(?P<least>(?:worse|colder|weaker|cooler) than (?:ever|at any time))|at (?:an?|their|its) (?:(?:historic|all-time|lowest|low|worst|record)[ -]?){1,3}(?:point|ebb|level|low)?|(?P<worst>never) been (?:[as][so] (?:bad|cold|poor|strained|tense)|worse|colder)|(?:com(?:e|es|ing)|came|are|is|were|was) under (?:\w+ )?(?:strain|pressure|stress)|(?:hit|reached|sank to|fell to|sunk to|fallen to) (?:a|an|their|its) (?:\w+ )?(?:(?:new|record|all-time|historic) low|low point)|br(?:oke|oken|eak|eaks) down|(?:put|puts|putting|placed) (?:\w+ )?strain on|(?:rarely|seldom) been (?:so (?:bad|cold|poor|strained|tense)|worse|colder)|on (?:a|the) (?:downward|bad|wrong) (?:course|track|path)))",
    re.IGNORECASE,
)
"""What is said of ties that grow or cool without a verb of it: "are on a good course", "have never been better"."""
TURNS: Final = re.compile(
    r"(?:gr[eo]w\w*|becom\w*|became|turn\w*|gets?|got|gotten|getting|go|goes|going|gone|went)\s+(?:(?:[a-z]+ly|even|ever|much|far|a (?:little|bit)|more(?: and more)?|very|rather|so|somewhat|still|quite|(?P<less>less(?: and less)?))\s+)*"
    r"(?:(?P<warm>warm(?:er)?|strong(?:er)?|better|friendl(?:y|ier)|deep(?:er)?|tight(?:er)?|cordial|close)"
    r"|(?:cold(?:er)?|cool(?:er)?|frost(?:y|ier)|ic(?:y|ier)|chill(?:y|ier)|bad|worse|from bad to worse|tense|strained|distant|sour|hostile|difficult|rock(?:y|ier)|weak(?:er)?|loose(?:r)?|bitter|fraught))\b",
    re.IGNORECASE,
)
"""From the verb of ties on: "have grown even colder", "became much warmer"."""


def tie_move(token: Token) -> tuple[Any, Direction]:
    """The word that moves ties, None where nothing does, and the way."""
    head = token
    if token.head.lower in {"without", "despite"}:
        return None, "up"
    for _ in range(4):
        parent = head.head
        strain = next((c for c in parent.children if c.dep == "dobj" and c.lemma in _STRAINS), None)
        if parent.lemma in {"put", "place"} and head.dep in {"prep", "pobj"} and strain is not None:
            return (None if is_wish(parent) else parent), _STRAINS[strain.lemma]
        if parent.lemma in _STRAINS and parent.pos == "NOUN":
            verb = parent.head
            brought = verb.lemma in _BRINGS and parent.dep in {"dobj", "pobj", "nsubj"} and not is_wish(verb)
            return (parent if brought else None), _STRAINS[parent.lemma]
        subject = parent.pos in {"VERB", "AUX"} and head.dep in {"nsubj", "nsubjpass"}
        if subject and (state := _state_of(token, parent)) is not None:
            return state
        if parent.pos == "VERB":
            lemma = parent.lemma
            if any(c.lower in _MAY for c in parent.children if c.dep == "aux"):
                return None, "up"
            if head.dep in {"nsubj", "nsubjpass"} and lemma in _ASPECTS:
                moved = next((c for c in parent.children if c.dep == "xcomp"), parent)
                lemma = moved.lemma
            begun = parent.dep == "xcomp" and parent.head.lemma in _ASPECTS and not is_wish(parent.head)
            if (is_wish(parent) and not begun and not _is_under_way(parent)) or any(
                c.dep == "neg" for c in parent.children
            ):
                return None, "up"
            if head.dep in {"dobj", "nsubj", "nsubjpass"}:
                if lemma in _TIE_UP:
                    return parent, "up"
                if lemma in _TIE_DOWN:
                    return parent, "down"
            return _said_beside(token) if lemma in {"have", "enjoy"} and head is token else (None, "up")
        if parent == head or parent.pos not in {"NOUN", "ADP"}:
            break
        head = parent
    return _said_beside(token)


def _state_of(token: Token, verb: Token) -> tuple[Any, Direction] | None:
    """What is said of the ties without a verb of moving: "are on a good course", "have grown colder"."""
    told = _STATE.search(token.doc.text, max(token.idx, verb.idx - _BEFORE))
    if (
        told is not None
        and told.start() - verb.idx < _NEAR
        and not any(c.lower in _MAY or c.lemma in _MAY for c in verb.children if c.dep == "aux")
    ):
        way: Direction = "up" if told["up"] else "down"
        if _is_denied(verb, told):
            return None, way
        best, worst = told["best"] or told["most"], told["worst"] or told["least"]
        return verb, "record_high" if best else "record_low" if worst else way
    if (turned := TURNS.match(token.doc.text, verb.idx)) is not None:
        up = (turned["warm"] is not None) is not (turned["less"] is not None)
        stays = is_wish(verb) or any(c.dep == "neg" or c.lower in _MAY for c in verb.children)
        return (None if stays else verb), "up" if up else "down"
    return None


def _is_denied(verb: Token, told: re.Match[str]) -> bool:
    """As in "are not moving forward"; "have never been better" is no denial."""
    return not (told["best"] or told["worst"]) and any(c.dep == "neg" for c in verb.children)


def _said_beside(token: Token) -> tuple[Any, Direction]:
    """As in "warming ties", "ever closer ties", "the relations that had been damaged"."""
    for child in token.children:
        if child.dep == "relcl" and child.lemma in _TIE_DOWN and not any(c.dep == "neg" for c in child.children):
            return child, "down"
        if child.dep == "amod" and child.lower in _CLOSE and any(c.lower == "ever" for c in child.children):
            return child, "up"
        if child.dep == "amod" and child.tag in {"VBG", "VBN"}:
            lemma = child.lemma
            if lemma in _TIE_UP - {"develop", "cement"} and child.tag == "VBG":
                return child, "up"
            if lemma in _TIE_DOWN:
                return child, "down"
    return None, "up"


_CLOSE: Final = frozenset("closer stronger warmer better deeper".split())
_NEAR: Final = 30
_BEFORE: Final = 8
"""Characters of "never" or "seldom" before their verb."""


def _is_under_way(verb: Token) -> bool:
    """As in "they keep taking steps to mend ties": what is aimed at is being done."""
    taking = verb.head.head if verb.head.lemma in _STEPS else verb.head
    steps = any(c.lemma in _STEPS and c.dep == "dobj" for c in taking.children)
    return taking.lemma == "take" and steps and not is_wish(taking)
