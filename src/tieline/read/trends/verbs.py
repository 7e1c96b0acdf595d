"""Which way a verb of trade moves: "has been buying ever more seed", "has never sold so few"; "only Chad buys more" compares."""

from __future__ import annotations

from typing import Any

from tieline.model import lazy_re as re
from tieline.read.story.denied import is_denied
from tieline.read.story.document import Sentence
from tieline.read.story.memory import Frame
from tieline.read.syntax.tokens import Token
from tieline.read.trends.beside import UNCHANGED
from tieline.read.trends.clauses import Move, is_wish
from tieline.read.trends.members import MARKETS
from tieline.read.trends.records import record_in
from tieline.read.words.trade import MORE_OR_LESS


def verb_move(sentence: Sentence, frame: Frame) -> Move | None:
    """As in "has been buying ever more seed", "sold ..., hardly changed from the year before"."""
    found = UNCHANGED.search(sentence.text, frame.token.idx)
    if found and found.start() - frame.token.idx < 160:
        return Move("flat", frame.token, found.group())
    far = _BEFORE if _NEVER_BEFORE.match(sentence.text) else 30
    around = sentence.text[max(0, frame.token.idx - far) : frame.token.idx + 100]
    if (least := record_in(around)) and _SO_FEW.search(least[1].group()):
        return Move(least[0], frame.token, least[1].group(), record=True)
    if best := _A_RECORD.match(sentence.text, frame.token.idx + len(frame.token)):
        return Move("record_high", frame.token, best["record"] or best["most"], record=True)
    if is_denied(frame.token) or any(c.dep == "mark" and c.lower == "if" for c in frame.token.children):
        return None
    if is_wish(frame.token):
        return None
    if (amount := _IN_AMOUNTS.search(sentence.text, frame.token.idx)) and amount.start() - frame.token.idx < _CLOSE_BY:
        return Move("up" if amount["up"] else "down", frame.token, amount.group())
    told = next((word for word in _amounts(frame.token) if not _counts_some(sentence, word)), None)
    if told is None:
        return None
    if _held_against_another(sentence, frame, told):
        return None
    if told.lower == "more" and (ever := _THAN_EVER.match(sentence.text, told.idx)):
        return Move("record_high", frame.token, ever.group(), record=True)
    return Move("up" if told.lower == "more" else "down", told, None)


def _held_against_another(sentence: Sentence, frame: Frame, more: Any) -> bool:
    """As in "only Chad buys more", "buys more from it than from Togo": two countries compared, no movement."""
    than = _THAN.search(sentence.text, more.idx)
    if than is not None:
        return any(0 <= m.start - than.end() <= _FROM_THE for m in sentence.mentions) or bool(
            re.match(
                r"\s+(?:(?:it|they) \w+ )?(?:from |to |by |in )?(?:(?:those|that) (?:of|from|to) )?(?:any(?:one|body)?|all|every(?:one|body)?|the rest|others?|no(?:body)?)\b(?! (?:year|month|quarter|season|time))",
                sentence.text[than.end() :],
            )
        )
    subject = next((c for c in frame.token.children if c.dep in {"nsubj", "nsubjpass"}), None)
    if subject is not None and "reporter" in frame.inferred and subject.tag == "NNS" and subject.lemma in MARKETS:
        return True  # "almost all the main markets bought more from Kenya"
    return subject is not None and any(
        t.lower in {"only", "nobody", "none", "no"} for t in (subject, *subject.children)
    )


_IN_AMOUNTS = re.compile(
    r"\b(?:ever\s+|much\s+|far\s+|increasingly\s+)?(?:(?P<up>larger|greater|bigger|growing|rising|increasing)|smaller|shrinking|dwindling|falling)\s+(?:amounts|volumes|quantities|numbers)\b(?!\s+than\b)",
    re.IGNORECASE,
)
"""Behind a verb of trade: "is importing ever larger amounts of oil"."""
_CLOSE_BY = 60
_A_RECORD = re.compile(
    r"\s+(?:in|up|out)?\s*(?P<most>record|unprecedented)\s+(?:volumes?|amounts?|quantit(?:y|ies)|numbers?)\b|\s+(?:in|up|out)?\s*an? (?P<record>(?:new |all-time )?record|unprecedented)\s+(?:[$€£]|[A-Z]{2,3}\$|\d)",
    re.IGNORECASE,
)
_SO_FEW = re.compile(r"\b(?:so|as|that) (?:few|little|many|much)\b", re.IGNORECASE)
_BEFORE = 120
_NEVER_BEFORE = re.compile(r"\W*never\s+before\b", re.IGNORECASE)
_THAN = re.compile(r"\bthan\b(?! (?:ever|at any time))")
_FROM_THE = 22
_THAN_EVER = re.compile(r"more\b[^.;]{0,60}?\bthan (?:ever(?: before)?|at any time)\b", re.IGNORECASE)


def _amounts(verb: Token) -> list[Token]:
    """The words "more", "less" and "fewer" that a verb of trade has as its object, or beside it; of a passive, before its subject."""
    objects = [c for c in verb.children if c.dep in {"dobj", "advmod", "npadvmod", "nsubjpass"}]
    inside = [
        c for obj in objects for c in (obj, *obj.children) if c is obj or c.dep in {"amod", "advmod", "det", "nummod"}
    ]
    inside += [c for word in inside if word.dep == "amod" for c in word.children if c.dep == "advmod"]
    return [word for word in inside if word.lower in MORE_OR_LESS and (word.i > verb.i or _is_sold(word))]


def _is_sold(word: Token) -> bool:
    """As in "more cars than ever are being exported": what the verb does it to."""
    return bool(word.dep == "amod" and word.head.dep == "nsubjpass")


def _counts_some(sentence: Sentence, word: Token) -> bool:
    """As in "300 more", "more than 20": a figure is there."""
    return any(abs(f.start - word.idx) < _BESIDE for f in sentence.figures)


_BESIDE = 12
