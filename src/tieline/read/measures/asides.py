"""Times that a sentence tells beside its figures: of a clause or an apposition without them, or of another figure."""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.read.measures.bases import past_conversion
from tieline.read.measures.draft_slots import Draft
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.syntax.tokens import Token
from tieline.read.when.resolver import TimeMention


def is_of_another(sentence: Sentence, time: TimeMention, figures: list[Figure]) -> bool:
    """As in "the price was 78.8 dollars a year ago, and 98 percent went to China": right behind a figure, in the clause before."""
    first = min(f.start for f in figures)
    if (
        time.end > first
        or _AGO.search(time.text) is None
        or _CLAUSE_ENDS.search(sentence.text, time.end, first) is None
    ):
        return False
    return any(f not in figures and 0 <= time.start - f.end <= _RIGHT_BEHIND for f in sentence.figures)


def is_of_move_before(sentence: Sentence, time: TimeMention, figures: list[Figure]) -> bool:
    """As in "dipped 4% to $2 million, after a revised rise of 6% in January": the time of another move, before this one."""
    end = max(f.end for f in figures)
    return time.start > end and _AFTER_MOVE.search(sentence.text[end : time.start]) is not None


def is_in_brackets(sentence: Sentence, time: TimeMention) -> bool:
    """As in "its deliveries (of the Soviet Union until 1991)": beside a country, in brackets that have no figure."""
    open_at = sentence.text.rfind("(", 0, time.start)
    shut = sentence.text.find(")", time.end)
    if open_at < 0 or shut < 0 or ")" in sentence.text[open_at : time.start] or "(" in sentence.text[time.end : shut]:
        return False
    inside = any(open_at < m.start < shut for m in sentence.mentions)
    return inside and not any(open_at < f.start < shut for f in sentence.figures)


_AFTER_MOVE = re.compile(
    r"\b(?:after|following)\s+(?:an?|the|its|their)\s[^;:]*\b(?:rise|increase|gain|jump|surge|growth|climb|advance|rebound|fall|drop|decline|decrease|dip|slump|slide|plunge|contraction)s?\s+(?:(?:seen|posted|recorded|registered|reported)\s+)?(?:in|for)\s+$",
    re.IGNORECASE,
)


def is_told_aside(sentence: Sentence, time: TimeMention, draft: Draft, figures: list[Figure]) -> bool:
    """The time is that of a clause without the figures: "..., which was opened in 2012, ...", "helped by a rise this year"."""
    inside = [t for t in sentence.tokens if t.idx < time.end and t.idx + len(t) > time.start]
    if not inside:
        return False
    end = past_conversion(sentence, max(f.end for f in figures))
    if RECORDED.fullmatch(sentence.text, end, max(end, time.start)):
        return False
    own = {t.i for t in sentence.tokens if any(f.start < t.idx + len(t) and t.idx < f.end for f in figures)}
    node = next((t for t in inside if t.head not in inside), inside[0])
    for _ in range(_DEEPEST):
        if node.head == node:
            return False
        if node.dep == "appos" and sentence.mention_at(node.head) and _comma_before(sentence, node):
            below = {t.i for t in node.subtree}
            if not own & below and draft.frame.token.i not in below and not _holds_figure(sentence, below):
                return True  # "China, the largest buyer last year, took 40 tonnes"
        own_subject = node.dep == "advcl" and any(c.dep in {"nsubj", "nsubjpass"} for c in node.children)
        if (node.dep in _ASIDE or own_subject) and node.pos in {"VERB", "AUX"}:
            below = {t.i for t in node.subtree}
            if own & below or draft.frame.token.i in below:
                return False
            return _comma_before(sentence, node) or not _narrows(sentence, node, draft, own)
        node = node.head
    return False


def _holds_figure(sentence: Sentence, below: set[int]) -> bool:
    return any(t.i in below and f.start <= t.idx < f.end for f in sentence.figures for t in sentence.tokens)


def _narrows(sentence: Sentence, verb: Token, draft: Draft, own: set[int]) -> bool:
    """A clause that belongs to the phrase of the figures or of their noun: "the rice that it bought last year"."""
    phrase = verb.head
    if (
        phrase.dep == "appos"
        and phrase.i not in own
        and phrase.i != draft.frame.token.i
        and _comma_before(sentence, phrase)
    ):
        return False  # "a deficit of 275 million, a situation that may get worse this year"
    while phrase.i not in own and phrase.i != draft.frame.token.i:
        if phrase.head == phrase or phrase.pos in {"VERB", "AUX"}:
            return False
        phrase = phrase.head
    begin = max(f.end for f in draft.figures)
    return not any(begin <= f.start < verb.idx for f in sentence.figures if f not in draft.figures)


def _comma_before(sentence: Sentence, verb: Token) -> bool:
    start = verb.left_edge.idx
    return sentence.text[:start].rstrip().endswith((",", "-", "("))


_AGO = re.compile(r"\b(?:ago|earlier|before)$")
_CLAUSE_ENDS = re.compile(r",\s+(?:and|but|while|whereas)\s|;\s")
RECORDED = re.compile(
    r"\s+(?:recorded|registered|posted|reported|seen|logged|booked)\s+(?:back\s+)?(?:in|for|during)\s+"
)
_ASIDE = frozenset({"relcl", "acl"})
_DEEPEST = 30
_RIGHT_BEHIND = 16
