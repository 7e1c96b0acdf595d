"""Whether figures without a time of their own are of the period that the story speaks of."""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.read.measures.draft_slots import Draft
from tieline.read.measures.figure_frames import clause_of
from tieline.read.story.document import Sentence
from tieline.read.when.resolver import TimeMention
from tieline.read.words.speakers import SAYING

_SUPERLATIVE = re.compile(
    r"\b(?:\w{3,}est|most|least|best|worst|record|high|low|first(?: time)?|time)\b[^;]{0,45}$", re.IGNORECASE
)


def tells_a_record(sentence: Sentence, time: TimeMention) -> bool:
    """As in "the smallest since 2009": how long there was no such figure, not what the figure is of."""
    return time.kind == "since" and _SUPERLATIVE.search(sentence.text[: time.start]) is not None


_ELSEWHEN = re.compile(
    r"\b(?:so far|to date|cumulative(?:ly)?|since|over the years|(?:last|this|next|past) (?:season|harvest|campaign|crop))\b",
    re.IGNORECASE,
)


_ONCE = re.compile(r"\b(?:used to|(?:was|were|had) once|once (?:was|were|had))\b[^;,]*$", re.IGNORECASE)


def may_inherit(draft: Draft, sentence: Sentence) -> bool:
    """Figures without a time are of the period spoken of, unless their words say that they are of another."""
    records = any(tells_a_record(sentence, t) for t in sentence.times)
    return (
        (records or not _ELSEWHEN.search(_own_part(sentence, draft)))
        and not _ONCE.search(sentence.text[: min(f.start for f in draft.figures)])
        and draft.frame.indicator != "tariff"
        and not stands_now(draft)
        and not _is_one_deed(draft, sentence)
        and not _is_at_present(draft, sentence)
        and not any(t.role == "vague" for t in sentence.times)
    )


def _own_part(sentence: Sentence, draft: Draft) -> str:
    """The sentence as far as no semicolon, and no end of a sentence inside quotation marks, parts it from the figures."""
    first = min(f.start for f in draft.figures)
    start = max((found.end() for found in PARTED.finditer(sentence.text, 0, first)), default=0)
    following = PARTED.search(sentence.text, max(f.end for f in draft.figures))
    return sentence.text[start : following.start() if following else len(sentence.text)]


PARTED = re.compile(r";\s|[a-z]{3}[.!?]\s+(?=[A-Z])")


def _is_at_present(draft: Draft, sentence: Sentence) -> bool:
    """As in "delivers 500,000 tonnes a year", "now takes 2 percent of its exports": a rate or a share as it is today."""
    rate = draft.level is not None and draft.level.per is not None and not _says_it_again(draft)
    now = _NOW.search(sentence.text[: min(f.start for f in draft.figures)]) is not None
    return (rate or now) and (_in_present_tense(draft) or _is_done_by_now(draft))


def _says_it_again(draft: Draft) -> bool:
    """As in "That equals 1.8 million barrels a day": the figure told just before, in other units."""
    verb = clause_of(draft.frame.token)
    subject = next((c for c in verb.children if c.dep == "nsubj"), None)
    return verb.lemma in _EQUALS and subject is not None and subject.lower in {"that", "this", "it", "which"}


_EQUALS = frozenset({"equal", "correspond", "amount", "translate", "work", "come", "represent", "average"})
_NOW = re.compile(r"\b(?:now|currently|at present|nowadays)\b[^.;]*$", re.IGNORECASE)


def _is_done_by_now(draft: Draft) -> bool:
    """As in "has cut its purchases to 20,000 barrels a day"."""
    verb = clause_of(draft.frame.token)
    return verb.tag == "VBN" and any(c.dep == "aux" and c.lower in {"has", "have"} for c in verb.children)


def _in_present_tense(draft: Draft) -> bool:
    verb = clause_of(draft.frame.token)
    tags = {verb.tag, *(c.tag for c in verb.children if c.dep in {"aux", "auxpass"})}
    return bool(tags & {"VBZ", "VBP"}) and not tags & {"MD", "VBN"}


def _is_one_deed(draft: Draft, sentence: Sentence) -> bool:
    """As in "On Monday the envoy handed over kits worth 2 million": money given on a day is of no month spoken of."""
    if draft.frame.indicator not in {"aid", "debt", "investment"}:
        return False
    days = [t for t in sentence.times if t.role == "point" and t.period is not None and t.period.days < _MONTH]
    return any(not _dates_words(sentence, t) for t in days)


def _dates_words(sentence: Sentence, time: TimeMention) -> bool:
    """The day is that of a saying ("said on Monday")."""
    inside = next((t for t in sentence.tokens if t.idx + len(t) > time.start), None)
    return inside is not None and clause_of(inside).lemma in SAYING


def stands_now(draft: Draft) -> bool:
    """As in "owes 9 billion dollars", "its 68 billion dlrs debt": what stands today is of no period spoken of."""
    if (
        draft.frame.indicator == "debt"
        and draft.level is not None
        and 0 <= draft.frame.token.idx - draft.level.end <= _TOUCHING
    ):
        return True
    verb = clause_of(draft.frame.token)
    tags = {verb.tag, *(c.tag for c in verb.children if c.dep in {"aux", "auxpass"})}
    if verb.lemma in {"lend", "borrow"}:
        return False  # "since 2000 China has lent 13 billion"
    return draft.frame.indicator == "debt" and bool(tags & {"VBZ", "VBP"}) and "MD" not in tags


_MONTH, _TOUCHING = 28, 12
