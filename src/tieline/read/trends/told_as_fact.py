"""Whether what a verb does to a flow, or its movement, is told as a fact: not hoped, feared, promised, asked or set as a condition."""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.model.movement import CUT, RAISE
from tieline.read.syntax.tokens import Token
from tieline.read.trends.clauses import is_wish
from tieline.read.words.trade import FORECAST_WORDS, words

_RAISED = RAISE | CUT | words("increase expand step accelerate widen develop")


def is_planned(verb: Token) -> bool:
    """As in "trade will be expanded by the commissioner": what somebody is going to do to a flow."""
    passive = any(c.dep in {"nsubjpass", "auxpass"} for c in verb.children)
    return passive and verb.lemma in _RAISED and any(c.tag == "MD" for c in verb.children)


def is_threat(verb: Token) -> bool:
    """As in "will cut supplies unless the debt is paid"."""
    return any(
        c.dep == "advcl" and any(m.dep == "mark" and m.lower == "unless" for m in c.children) for c in verb.children
    )


def is_target(verb: Token) -> bool:
    """As in "set themselves a target: lifting trade", "a plan that envisages lifting trade"."""
    laid_down = verb.dep in {"xcomp", "ccomp", "acl"} and verb.head.lemma in _ENVISAGE
    return verb.tag == "VBG" and (laid_down or _A_TARGET.search(verb.doc.text[: verb.idx]) is not None)


_A_TARGET = re.compile(r"\b(?:target|goal|aim|objective|ambition|task)s?\b[^.;:]{0,30}:\s*$", re.IGNORECASE)
_ENVISAGE = frozenset("envisage envision foresee stipulate".split())
_TRAVELLED = frozenset(
    "come arrive visit travel go fly cross stay choose welcome receive host see draw get enter attract".split()
)


def is_expected(verb: Token) -> bool:
    """As in "the deal is expected to lift trade"."""
    told = verb.head
    return verb.dep == "xcomp" and (told.lemma == "likely" or (told.tag == "VBN" and told.lemma in FORECAST_WORDS))


def is_promised(verb: Token) -> bool:
    """As in "a pact that will lift trade": what is to come of something else."""
    return verb.dep == "relcl" and any(c.tag == "MD" for c in verb.children)


def is_asked(verb: Token) -> bool:
    """As in "would not say whether the fund would lift aid": what is not told as a fact."""
    return any(c.dep == "mark" and c.lower == "whether" for c in verb.children)


def is_condition(verb: Token) -> bool:
    """As in "if trade picks up, jobs will come"; in "if trade is growing, the reason is gas" it is a fact."""
    told = any(c.dep == "mark" and c.lower == "if" for c in verb.children)
    return told and _GIVEN_AS_FACT.search(verb.doc.text, verb.idx) is None


_GIVEN_AS_FACT = re.compile(r",\s+(?:it\s+(?:is|was)|this\s+(?:is|was)|that\s+is|the\s+(?:[a-z]+\s+)?reason)\b")


def foretold(verb: Token) -> bool:
    """As in "exports are expected to rise"; not "room for trade to grow"."""
    if any(c.dep == "mark" and c.lower == "for" for c in verb.children):
        return False  # "room for trade to grow"
    return verb.head.lemma in FORECAST_WORDS | {"set", "due", "be"}


def is_hoped(token: Token) -> bool:
    """As in "hopes to attract more visitors": more of them are wanted."""
    verb = token.head
    if verb.lemma not in _TRAVELLED:
        return True
    return token.dep not in {"nsubj", "dobj"} or is_wish(verb) or any(c.tag == "MD" for c in verb.children)


def is_awaited(token: Token) -> bool:
    """As in "expects more visitors to come"."""
    verb = token.head
    return verb.tag == "VB" and verb.dep in {"xcomp", "ccomp"} and verb.head.lemma in FORECAST_WORDS


def is_feared(noun: Token) -> bool:
    """As in "fears of a fall in exports": a movement that is only thought of."""
    return noun.dep == "pobj" and noun.head.head.lemma in _THOUGHT


_THOUGHT = frozenset("fear hope risk threat danger prospect chance possibility warning".split())
