"""Claims that a story tells again: a number in the headline, a direction that a measure shows, the same act in other words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Any

from tieline.model.claims import Event, Measure, Trend
from tieline.model.precision import step_of
from tieline.model.same_act import same_sides
from tieline.model.vocabulary import NUMBERS
from tieline.read.acts.retold import is_retold
from tieline.read.story.document import Sentence
from tieline.read.trends.shown import is_shown

Claim = Measure | Trend | Event


def _flow(claim: Measure | Trend) -> tuple[Any, ...]:
    """Exports of A to B and imports of B from A are one flow; trade has no direction."""
    a, b = claim.reporter, claim.partner
    if claim.indicator == "imports":
        return ("flow", b, a)
    if claim.indicator == "exports":
        return ("flow", a, b)
    if claim.indicator == "trade":
        return ("trade", *sorted((str(a), str(b))))
    return (claim.indicator, a, b)


def _is_told_otherwise(claim: Trend, measures: list[Measure]) -> bool:
    """A headline's direction that every change of the same flow in the story speaks against."""
    if claim.direction not in {"up", "down"} or not measures:
        return False
    changes = [each.change_pct or each.change_value for each in measures if each.product == claim.product]
    up = claim.direction == "up"
    return all(change is not None and change != 0 and (change > 0) != up for change in changes) and bool(changes)


def without_repeats(claims: list[tuple[Sentence, Claim]]) -> list[tuple[Sentence, Claim]]:
    """Drop what is told again: a measure's numbers in a headline, a direction that a measure shows, the same act."""
    kept: list[tuple[Sentence, Claim]] = []
    before: dict[Any, list[Any]] = defaultdict(list)  # kept, by what an earlier claim must share to tell the same
    shown: dict[Any, list[Measure]] = defaultdict(list)
    for _, claim in claims:
        if isinstance(claim, Measure):
            shown[_flow(claim)].append(claim)
    heard: dict[int, Sentence] = {}
    for sentence, claim in claims:
        key: Any
        if isinstance(claim, Measure):
            key = ("measure", _flow(claim))
            again = _heads if sentence.part == "headline" else _tells_again
            repeated = any(again(claim, k) for k in before[key])
        elif isinstance(claim, Trend):
            key = ("trend", frozenset({claim.reporter, claim.partner}))
            repeated = (claim.direction in {"up", "down"} and is_shown(claim, shown[_flow(claim)])) or (
                sentence.part == "headline"
                and not _is_told_otherwise(claim, shown[_flow(claim)])
                and bool(_told_alike(claim, before[key]) or shown[_flow(claim)] or (kept and _guesses_world(claim)))
            )
        else:
            key = ("event", frozenset({claim.actor, claim.target}))
            repeated = any(
                _same_act(claim, k, in_body=sentence.part == "body") and not _says_more(sentence, heard[id(k)])
                for k in before[key]
            )
            repeated = repeated or is_retold(claim, sentence, before[key])
            repeated = repeated or (sentence.part == "headline" and bool(before[key]))
        if not repeated:
            told = _dated(claim, kept) if isinstance(claim, Event) else claim
            heard[id(told)] = sentence
            kept.append((sentence, told))
            before[key].append(told)
    return kept


def _told_alike(claim: Trend, before: list[Trend]) -> bool:
    """A direction of the pair was told, or a rank of it where the claim is one."""
    return any((other.direction is None) is (claim.direction is None) for other in before)


def _same_act(claim: Event, other: Event, *, in_body: bool) -> bool:
    """Of two acts of one pair: the later one tells nothing new."""
    return (
        same_sides(claim, other)
        and claim.modality == other.modality
        and claim.type == other.type
        and (claim.mode == other.mode or not in_body)
        and (claim.date in {None, other.date} or not in_body)
    )


def _says_more(here: Sentence, there: Sentence) -> bool:
    """A second act of its kind in the story's body is one more where it is about something else than the first."""
    if here.part != "body" or there.part != "body" or here is there:
        return False
    return len(_matter(here) & _matter(there)) < _ALIKE


def _matter(sentence: Sentence) -> set[str]:
    """What a sentence is about: its nouns and verbs, without names and words of saying."""
    return {t.lemma for t in sentence.tokens or () if t.pos in {"NOUN", "VERB"} and len(t.lemma) > 2}


_ALIKE = 2
"""Words that two sentences share which tell of the same matter."""


def _dated(claim: Event, kept: list[tuple[Sentence, Claim]]) -> Event:
    """The act in the words that have its date, in place of those before that have none: they give up the person and who says it first."""
    for at, (_, other) in enumerate(kept if claim.date is not None else ()):
        if isinstance(other, Event) and other.date is None and _same_act(other, claim, in_body=True):
            del kept[at]
            return replace(
                claim, actor_person=claim.actor_person or other.actor_person, sources=other.sources or claim.sources
            )
    return claim


def _tells_again(claim: Measure, other: Measure) -> bool:
    """Of two measures of one flow."""
    if claim.period and other.period and claim.period != other.period:
        return False
    numbers = [(getattr(claim, name), getattr(other, name)) for name in NUMBERS]
    return all(a is None or (b is not None and abs(a - b) <= 0.005 * abs(b)) for a, b in numbers) and (
        claim.product == other.product or claim.product is None
    )


def _guesses_world(claim: Trend) -> bool:
    """A headline is short of its partner: what the story itself tells goes before a guess."""
    return claim.partner == "WLD" and "partner" in claim.inferred


def _heads(claim: Measure, other: Measure) -> bool:
    """The numbers of a headline are those of the story, rounded: "exports rose 15 per cent" for 14.9."""
    numbers = {name: (getattr(claim, name), getattr(other, name)) for name in NUMBERS}
    return all(
        mine is None or (theirs is not None and _rounds_to(theirs, mine, claim.digits.get(name)))
        for name, (mine, theirs) in numbers.items()
    )


def _rounds_to(number: float, printed: float, digits: int | None) -> bool:
    return number == printed or (printed != 0 and abs(number - printed) <= 0.5 * step_of(printed, digits))
