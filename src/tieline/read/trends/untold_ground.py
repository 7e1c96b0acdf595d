"""What a direction that no rule tells must have, however likely its words are: something of trade that moves, and that it is told as a fact.

As in "where I grew up", "lower prices", "called for trade to grow", "trade has hardly suffered": none of them is a trend.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.directions import token_direction
from tieline.read.frames.subjects import subject_of
from tieline.read.numbers.figures import Figure
from tieline.read.story.modality import taken_back
from tieline.read.syntax.tokens import Token
from tieline.read.trends.clauses import is_wish
from tieline.read.trends.times import modality_at
from tieline.read.trends.told_as_fact import foretold, is_expected
from tieline.read.trends.untold_flows import Flow
from tieline.read.trends.untold_marks import Scene
from tieline.read.words.trade import NOUN_ANCHORS, TIE_NOUNS

_VERBS: Final = frozenset({"VERB", "AUX"})
_APART: Final = frozenset({"advcl", "conj", "parataxis"})
_TOLD: Final = frozenset({"actual", "estimate", "forecast"})
_OF_TRADE: Final = frozenset(
    {"flow", "good", "ties", "country", "balance", "investment", "aid", "debt", "tourism", "other"}
)
_STAND_IN: Final = frozenset(
    "it they this that which those these both volume value amount number figure total share sum buyer demand market dealing cargo bill".split()
)
"""Words that may stand for a flow told before."""
_LEVELS: Final = frozenset({"level", "high", "low", "year", "month", "season", "time"})
_PERSONS: Final = frozenset({"i", "he", "she", "you", "who"})
_TALKS: Final = frozenset({"talk", "negotiation", "agreement", "accord", "deal", "effort", "growth"})
_ACTS: Final = frozenset("end stop halt suspend close shut snub sever cut curb curtail slash ban".split())
"""What somebody does to a flow is an act, and a flow that ends is none that moves."""
_HARDLY: Final = frozenset({"hardly", "barely", "scarcely"})
_LIMIT: Final = re.compile(r"\s+(?:[\w'-]+\s+){0,2}?than\s+(?:[a-z]+\s+)?\S{0,3}\d")
"""Behind a word of size, a level that was never passed: "never been higher than 10 million dollars"."""
_PASSED: Final = re.compile(
    r"\b(?:against|since|from|below|under|off|than|after|before)\s+(?:(?:its|their|the|an?)\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
"""Before a record of long ago: "against a peak of 42 percent"."""
_RANKED: Final = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|2nd|3rd|[4-9]th|10th)[\s-]+(?:(?:highest|largest|biggest|strongest|best|lowest|smallest|most)\s+(?:[\w-]+\s+){0,3})?(?:(?:on|in)\s+)?$",
    re.IGNORECASE,
)
"""Before a word of what is no record: "the second highest value on record"."""
_BEHIND: Final = 25
_NEAR: Final = 60
_OF_MONEY: Final = re.compile(
    r"\b(?:prices?|reserves|bonds?|stocks|shares|index|inflation|interest rates?|exchange rates?|profits?|currency|gdp)\b",
    re.IGNORECASE,
)
"""Near a word that moves: it is these that move."""
_BEFORE: Final = 3


def verb_of(token: Token) -> Token:
    """The verb of a word's clause; the word itself where there is none."""
    return next((t for t in (token, *token.ancestors) if t.pos in _VERBS), token)


def is_of_trade(token: Token, scene: Scene) -> bool:
    """What moves is a flow, goods, ties, a country or its people, or stands for such; no price, and no gap is a movement itself."""
    if token.lemma in NOUN_ANCHORS or token.lemma in TIE_NOUNS or token.lemma in _ACTS:
        return False
    if token.dep in {"amod", "compound"}:  # "a record harvest"
        of_trade = not _kinds([token.head, *_below([token.head])], scene).isdisjoint(_OF_TRADE)
        return of_trade or token.head.lemma in _STAND_IN | _LEVELS
    if _OF_MONEY.search(scene.sentence.text, max(0, token.idx - _NEAR), token.idx + _NEAR) is not None:
        return False
    above = _above(token)
    around = [*above, *(c for c in token.children if c.dep not in _APART)]
    around += _below([token, *around])
    subjects = (subject_of(verb)[0] for verb in (token, *above) if verb.pos in _VERBS)
    subject = next((each for each in subjects if each is not None), None)
    if subject is not None:
        if scene.kind(subject) == "price" or subject.lower in _PERSONS or subject.lemma in _TALKS:
            return False
        around += [subject, *subject.children]
    return not _kinds(around, scene).isdisjoint(_OF_TRADE) or any({t.lower, t.lemma} & _STAND_IN for t in around)


def _kinds(tokens: list[Token], scene: Scene) -> set[str]:
    return {scene.kind(token) for token in tokens}


def _below(tokens: list[Token]) -> list[Token]:
    """What stands behind the prepositions of words."""
    preps = [p for token in tokens for p in token.children if p.dep in {"prep", "agent"}]
    return [c for p in preps for c in p.children if c.dep in {"pobj", "pcomp"}]


def _above(token: Token) -> list[Token]:
    """The words that a word hangs on, up to the verb of its clause."""
    found = []
    for above in token.ancestors:
        found.append(above)
        if above.pos in _VERBS:
            break
    return found


def is_refused(token: Token, flow: Flow, scene: Scene) -> bool:
    """As in "the rise in exports came to an end": rules know such a name of a movement, and have told nothing by it; or the sentence takes it back."""
    named = token.pos in {"NOUN", "ADJ"} or token.dep == "amod"
    seen = flow.frame is not None and named and token_direction(token) != 0
    end = len(scene.sentence.text)
    return seen or taken_back(scene.sentence, Figure(end, end, "percent", 0.0, None, end))


def is_of_named_ties(token: Token, scene: Scene) -> bool:
    """Ties are what moves, or what is moved: no "where I grew up" beside them."""
    verb = verb_of(token)
    subject = subject_of(verb)[0]
    around = [*_above(token), *token.children, *verb.children, *([subject] if subject is not None else [])]
    return "ties" in _kinds([*around, *_below([token, *around])], scene)


def is_told_so(token: Token, way: str, scene: Scene) -> bool:
    """The direction is told as a fact, an estimate or a forecast, and no figure shows it."""
    if modality_at(scene.sentence, token) not in _TOLD or _is_denied(token, way):
        return False
    text = scene.sentence.text
    if way.startswith("record") and (_PASSED.search(text[: token.idx]) or _LIMIT.match(text, token.idx + len(token))):
        return False
    if way.startswith("record") and _RANKED.search(text, 0, token.idx) is not None:
        return False
    verb = verb_of(token)
    if verb.pos == "VERB" and is_wish(verb) and not is_expected(verb) and not foretold(verb):
        return False
    return way not in {"up", "down"} or not _is_counted(token, scene)


def _is_denied(token: Token, way: str) -> bool:
    """As in "this is not yet a record"; "has not moved" and "has never been higher" are told so."""
    if way == "flat":
        return False
    beside = [c for t in (token, verb_of(token)) for c in t.children]
    return any((c.dep == "neg" and c.lower != "never") or c.lower in _HARDLY for c in beside)


def _is_counted(token: Token, scene: Scene) -> bool:
    """As in "dropped by almost a half", "a fifth less": by how much is told, as a measure has it."""
    end = token.idx + len(token)
    parts = [f for f in scene.sentence.figures if f.kind in {"percent", "points", "multiple"}]
    return any(
        0 <= f.start - end < _BEHIND or 0 <= token.idx - f.end < _BEFORE or f.start <= token.idx < f.end for f in parts
    )
