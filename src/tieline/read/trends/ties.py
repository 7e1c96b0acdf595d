"""Ties that grow or cool: relations, friendship, cooperation of a pair, as a trend `other`."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.model.claims import Quote, Trend
from tieline.model.confidence import CONFIDENCE
from tieline.model.vocabulary import Direction, FigureModality
from tieline.read.story.document import Sentence, Story
from tieline.read.story.memory import Memory
from tieline.read.trends.clauses import strength_of
from tieline.read.trends.quarrels import quarrel_in
from tieline.read.trends.tie_moves import TURNS, tie_move
from tieline.read.trends.tie_pairs import THE_TWO, as_the_story_has_it, pair_of, with_a_third, with_each
from tieline.read.trends.times import modality_at, period_near
from tieline.read.words.trade import NOUN_ANCHORS, TIE_NOUNS

_CLOSER = re.compile(
    r"\b(?:draw(?:s|ing|n)?|drew|mov(?:e|es|ed|ing)|grow(?:s|ing|n)?|grew|com(?:e|es|ing)|came)\s+(?:(?:ever|much|steadily|even)\s+)?closer\b|\b(?:work(?:s|ed|ing)?|cooperat(?:e|es|ed|ing))\s+(?:together\s+|with each other\s+)?(?:more and more|ever more|(?:more|ever more) closely)\b|\bdrift(?:s|ed|ing)? apart\b",
    re.IGNORECASE,
)


_MAYBE: Final = re.compile(
    r"\b(?:can|could|should|must|would|might|how\s+(?:the|to)|whether|ways?\s+to|want(?:s|ed)?\s+to|agreed\s+to|to)\s+(?:[\w-]+\s+){0,3}?$",
    re.IGNORECASE,
)
"""Before "work more closely" that is looked into, or aimed at."""


def read_ties(sentence: Sentence, story: Story, memory: Memory) -> list[Trend]:
    """Ties that grow or cool: a trend `other` of the pair."""
    out = []
    pair_here = pair_of(sentence, story, memory)
    if pair_here is None:
        return []
    closer = _CLOSER.search(sentence.text)
    if closer and _are_countries(sentence, closer.start()) and not _MAYBE.search(sentence.text, 0, closer.start()):
        direction: Direction = "down" if "apart" in closer.group().lower() else "up"
        subject = [m for m in sentence.mentions if m.end <= closer.start()]
        if (
            len({m.code for m in subject}) >= 2
            or (subject and any(m.start > closer.end() for m in sentence.mentions))
            or memory.pair
        ):
            start = subject[-2].start if len(subject) >= 2 else subject[0].start if subject else 0
            out.append(
                _tie(
                    sentence,
                    story,
                    pair_here,
                    direction,
                    start,
                    closer.end(),
                    None,
                    modality_at(sentence, next(t for t in sentence.tokens if t.idx >= closer.start())),
                )
            )
    if not out and (quarrel := quarrel_in(sentence)) is not None:
        two, way, verb, first, last = quarrel
        out.append(_tie(sentence, story, two, way, first, last, strength_of(verb), modality_at(sentence, verb)))
    for token in sentence.tokens:
        if token.lemma not in TIE_NOUNS or token.pos not in {"NOUN", "PROPN"} or token.dep in {"compound", "amod"}:
            continue
        if re.search(r"\b(?:trade|economic exchange)\b", sentence.text[token.left_edge.idx : token.idx], re.IGNORECASE):
            continue
        verb, direction = tie_move(token)
        if any(other.lemma in NOUN_ANCHORS for other in token.conjuncts):
            continue
        if verb is None:
            continue
        left = [m for m in sentence.mentions if token.left_edge.idx - 40 <= m.start <= token.idx + 60]
        third = with_a_third(sentence, token, pair_here) if out else None
        of_two = THE_TWO.search(sentence.text, token.idx, token.idx + 40) is not None
        if third is None and (
            out or (not of_two and len({m.code for m in left}) == 1 and left[0].code not in pair_here)
        ):
            continue
        first, last = min(verb.idx, token.left_edge.idx), max(verb.idx + len(verb), token.idx + len(token))
        owner = next((c for c in verb.children if c.dep == "nsubj"), None)
        if owner is not None:
            first = min(first, owner.left_edge.idx)
        own = {m.code for m in sentence.mentions if token.left_edge.idx <= m.start <= token.right_edge.idx}
        pair = third or (pair_here if len(own) > 1 else as_the_story_has_it(pair_here, memory))
        if (turned := TURNS.match(sentence.text, verb.idx)) is not None:
            last = max(last, turned.end())
        told = strength_of(verb), modality_at(sentence, verb)
        each = with_each(sentence, token, pair, memory)
        out.extend(_tie(sentence, story, one, direction, first, last, *told) for one in each)
    return out


def _are_countries(sentence: Sentence, start: int) -> bool:
    """Those that move closer are countries, their ties, or "the two": no quarrel that "came closer", no "move closer to" somebody."""
    word = next(t for t in sentence.tokens if t.idx >= start)
    if _A_STEP.search(sentence.text[:start]):
        return False  # "one more move closer to the island"
    verb, subject = word, None
    while subject is None and verb.pos in {"VERB", "AUX"}:
        subject = next((c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}), None)
        if subject is None and (verb.head == verb or verb.dep not in {"xcomp", "conj", "relcl", "acl", "advcl", "aux"}):
            return verb.dep != "ROOT" or verb is not word or _right_before(sentence, start)
        verb = verb.head if subject is None else verb
    if subject is None:
        return _right_before(sentence, start)
    inside = [subject, *subject.conjuncts]
    return any(t.lemma in TIE_NOUNS | _SIDES or t.pos == "PRON" or sentence.mention_at(t) is not None for t in inside)


_A_STEP: Final = re.compile(r"\b(?:a|one|more|another|first|next|big|further|final|the)\s+$")


def _right_before(sentence: Sentence, start: int) -> bool:
    """As in "After years of drift, Cuba and Algeria are drawing closer", where the parser sees no subject."""
    before = [m for m in sentence.mentions if m.end <= start]
    return bool(before) and _AUXILIARIES.fullmatch(sentence.text, before[-1].end, start) is not None


_AUXILIARIES: Final = re.compile(
    r"\s+(?:(?:is|are|was|were|has|have|had|been|being|will|be|now|also|slowly|again)\s+)*"
)
_SIDES: Final = frozenset(
    "two country side nation neighbour neighbor government capital state leader people both pair foe rival ally".split()
)


def _tie(
    sentence: Sentence,
    story: Story,
    pair: tuple[str, str],
    direction: Direction,
    first: int,
    last: int,
    strength: str | None,
    modality: FigureModality,
) -> Trend:
    period, _ = period_near(sentence, first, last)
    return Trend(
        document=story.document.id, version=story.document.version_id, quote=Quote.of(story.document.text, sentence.start + first, sentence.start + last),
        indicator="other", reporter=pair[0], partner=pair[1], period=period, direction=direction, strength=strength, modality=modality, confidence=CONFIDENCE["ties"],
    )  # fmt: skip
