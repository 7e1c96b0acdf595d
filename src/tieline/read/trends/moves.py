"""Which way a flow moves: by the verb it is subject or object of, by a noun or an adjective of its phrase, by a record."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Direction
from tieline.read.frames.directions import token_direction
from tieline.read.story.denied import is_denied
from tieline.read.story.document import Sentence
from tieline.read.story.memory import Frame
from tieline.read.syntax.tokens import Token
from tieline.read.trends.beside import AS_THOUGHT, RANK_MOVED, STANDS, UNCHANGED, UP_FROM, goes_up, of_year_before
from tieline.read.trends.caused import caused, is_bare, is_measure
from tieline.read.trends.clauses import Move, by_verb, comes_to_end, is_wish, strength_of
from tieline.read.trends.gap_ways import moves_a_gap
from tieline.read.trends.records import record_in
from tieline.read.trends.seen import noticed, seen_to_move
from tieline.read.trends.spoken_of import beside_verb, is_matter, is_of_fact, is_past, which_moved
from tieline.read.trends.told_as_fact import (
    foretold,
    is_asked,
    is_awaited,
    is_condition,
    is_expected,
    is_feared,
    is_hoped,
    is_planned,
    is_promised,
    is_target,
    is_threat,
)
from tieline.read.words.trade import FORECAST_WORDS, NOUN_ANCHORS, TARGET_WORDS


def move_of(sentence: Sentence, frame: Frame) -> Move | None:
    """Which way a frame moves: by the verb it is subject or object of, or a noun or adjective in its phrase."""
    text, token = sentence.text, frame.token
    if _is_of_a_share(token) or _MULTIPLIED.match(text, frame.end) or _HIT_WITH.match(text, frame.end):
        return None
    if token.lemma == "export" and token.tag == "NN" and _MAIN_GOOD.search(text[: token.idx]):
        return None
    if RANK_MOVED.search(text, frame.end, frame.end + _BESIDE_NEAR) or _BY_WHICH.search(text[: frame.start]):
        return None
    if (
        (same := UNCHANGED.search(text, frame.end, frame.end + _FLAT_NEAR))
        and of_year_before(text, same)
        and not _flow_between(token, same.start())
    ):
        return Move("flat", token, same.group())
    if (record := _record_of(text, frame)) is not None:
        return record
    if (
        (beside := UP_FROM.search(text, frame.end, frame.end + _BESIDE_NEAR))
        and of_year_before(text, beside)
        and not _flow_between(token, beside.start())
    ):
        up = goes_up(beside)
        return Move("up" if up else "down", token, beside["much"] or beside["less"])
    if AS_THOUGHT.search(text, frame.end, frame.end + _BESIDE_NEAR):
        return None
    stands = STANDS.match(text, frame.end)
    if stands is not None and of_year_before(text, stands) and not _flow_between(token, stands.end()):
        up = (stands["way"] or stands["side"]).lower() in {"up", "above", "over"}
        return Move("up" if up else "down", token, stands["much"])
    if (seen := seen_to_move(sentence, frame)) is not None:
        return seen
    sure = not {"reporter", "partner"} <= set(frame.inferred)
    told = _modifier_move(token, frame.indicator, sure=sure) or noticed(token) or _governed(sentence, frame)
    return told or which_moved(sentence, frame)


def _record_of(text: str, frame: Frame) -> Move | None:
    """The words of a record at the frame's phrase, or behind it."""
    token = frame.token
    behind = text[frame.start : min(len(text), frame.end + 130)]
    cut = re.search(r";|,\s+(?:while|whereas|but)\b|\bwhile\b", behind)
    lead = re.split(r"[,;]\s", text[max(0, frame.start - 30) : frame.start])[-1]
    told = record_in(lead + behind[: cut.start() if cut else None])
    if told is None or _is_of_another(token, frame, told[1], lead) or _is_of_no_flow(told[1], lead + behind):
        return None
    worst = frame.indicator == "balance" and _WORST.match(told[1].group()) is not None
    return Move(_WORSE.get(told[0], told[0]) if worst else told[0], token, told[1].group().strip(), record=True)


def _governed(sentence: Sentence, frame: Frame) -> Move | None:
    """The way of the verb, or of the noun, that the phrase hangs on: "exports rose", "boosted exports", "a fall in exports"."""
    token = head = frame.token
    for _ in range(5):
        if head.lemma in _BANS or (head is not token and head.lemma in _COSTS):
            return None  # "its ban on imports was lifted", "reduce the cost of exports"
        if head.dep in {"nsubj", "nsubjpass"} and head.head.pos in {"VERB", "AUX"}:
            return _of_subject(head, token, frame.indicator)
        if head.dep == "dobj" and head.head.pos == "VERB":
            told = not is_measure(sentence, head.head, frame) and not is_bare(head.head, frame)
            return _of_object(head, token) if told else None
        if (
            head.lower in {"more", "less"}
            and head.dep == "dobj"
            and head.head.lemma in _EARNS
            and not is_denied(head.head)
        ):
            return None if is_wish(head.head) else Move("up" if head.lower == "more" else "down", head, None)
        if head != token and (way := token_direction(head)) and head.pos == "NOUN":
            verb = head.head if head.head.pos == "VERB" else None
            if (verb is not None and is_wish(verb)) or is_feared(head):
                return None
            return Move("up" if way > 0 else "down", head, strength_of(head))
        if head.head == head or head.pos in {"VERB", "AUX"}:
            return None
        if head.dep == "pobj" and (head.head.lower in _BESIDES or is_matter(head.head)):
            return None  # "the rise is due to a few deals, among them deliveries to Chad"
        if head.dep == "conj" or head.dep in {"pobj", "prep", "compound", "poss", "nmod", "amod", "appos"}:
            head = head.head
            if head.pos in {"NOUN", "ADP", "PROPN"} or head.lower in _STAND_IN or head.lower in {"more", "less"}:
                continue
        return None
    return None


def _of_subject(head: Token, token: Token, indicator: str) -> Move | None:
    """The way of a verb that has the flow, or its rise or fall, as its subject."""
    verb = head.head
    if (is_wish(verb) and not foretold(verb)) or is_condition(verb) or is_planned(verb):
        return None
    if indicator == "tourism" and head is token and verb.lemma in _RETURNS:
        return Move("up", verb, strength_of(verb))
    noun = token_direction(head) if head != token else 0
    if not noun and moves_a_gap(verb):
        return None
    if noun and (verb.lemma in _PACES or comes_to_end(verb)):
        return None  # "growth of trade slowed", "came to an end": no movement of now
    if noun and verb.lemma in _HAPPENS:
        ahead = any(c.tag == "MD" and c.lower in {"should", "will"} for c in verb.children)
        return Move("up" if noun > 0 else "down", head, strength_of(head), foretold=ahead)
    if noun and is_past(verb):
        return Move("up" if noun > 0 else "down", head, strength_of(head))  # "a slump in exports hit the carmakers"
    if (told := by_verb(verb, token)) is not None:
        return told
    if noun and is_of_fact(head, verb):
        return Move("up" if noun > 0 else "down", head, strength_of(head))
    return beside_verb(verb)


def _of_object(head: Token, token: Token) -> Move | None:
    """The way of a verb that has the flow, or its rise or fall, as its object."""
    verb = head.head
    if way := token_direction(head) if head != token else 0:
        return None if is_wish(verb) else Move("up" if way > 0 else "down", head, strength_of(head))
    if (is_wish(verb) and not is_expected(verb)) or is_promised(verb) or is_asked(verb):
        return None
    if is_threat(verb) or is_target(verb):
        return None
    way = caused(verb)
    return Move("up" if way > 0 else "down", verb, strength_of(verb)) if way else None


_EARNS = frozenset("earn make get receive gain take".split())
"""With "more" or "less" from a flow: "earned less from exports"."""
_COSTS = frozenset("cost price quality procedure paperwork rule delay regulation".split())
_BY_WHICH = re.compile(r"\bby\s+which\s+$")
"""Before a flow whose movement is the figure: "the 2 billion by which exports fell"."""
_BANS = frozenset(
    "ban embargo restriction curb sanction prohibition moratorium suspension limit quota cap ceiling barrier control".split()
)
"""What is put on a flow, and is lifted or tightened by those who put it there."""
_MAIN_GOOD = re.compile(
    r"\b(?:main|chief|top|leading|principal|biggest|largest|key|most\s+important|number\s+one)\s+$", re.IGNORECASE
)
"""Before "export": a good, and no flow."""
_HIT_WITH = re.compile(r"[^.;,]{0,40}?\b(?:hit|slapped)\s+with\s+(?:an?\s+)?[\d.]+\s?(?:%|per\s?cent|pct)")
"""Behind goods that a duty is put on, which tells no movement."""
_BESIDES = frozenset("among amongst like despite including besides except without".split())
_STAND_IN = frozenset({"those", "that"})
"""What stands for a flow told before: "exports to Chad rose and those to Togo slumped"."""


def _is_of_another(token: Token, frame: Frame, record: re.Match[str], lead: str) -> bool:
    """The words of a record stand behind another word of trade, or before the phrase and not at it ("hit a record $4 billion after exports fell")."""
    if record.start() >= len(lead):
        until = frame.start + record.start() - len(lead)
        return any(
            max(frame.end, token.idx + 1) <= t.idx < until and t.pos == "NOUN" and t.lemma in _FLOW_NOUNS
            for t in token.doc
        )
    return record.end() <= len(lead) and _AT_PHRASE.fullmatch(lead, record.end()) is None


def _is_of_no_flow(record: re.Match[str], text: str) -> bool:
    """As in "a record harvest", "Never before has Kenya shipped so much": of something else, or of a verb."""
    return _AT_HOME.match(text, record.end()) is not None or record.group().lower().startswith("never before")


_AT_HOME = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:harvests?|crops?|output|production|yields?|prices?|profits?|heat|drought|temperatures?|rain(?:s|fall)?|catch|inflation|unemployment)\b"
)
_FLOW_NOUNS = NOUN_ANCHORS.keys() - {"good", "order", "project", "supply", "contract", "deposit", "volume"}
"""Words of trade without those for what is traded."""
_AT_PHRASE = re.compile(r"(?:\s+[A-Za-z'’-]+){0,3}\s*")


def _modifier_move(token: Token, indicator: str, *, sure: bool) -> Move | None:
    """As in "shrinking trade", "reduced imports", "a growing deficit", "more visitors came"."""
    if token.dep == "pobj" and token.head.head.lemma in _CLAIMED:
        return None  # "claims about rising exports are untrue"
    if token.dep == "nsubj" and any(c.dep == "attr" and c.lemma in _WANTED for c in token.head.children):
        return None  # "growing trade with Chad is a priority"
    counted = any(child.tag == "CD" for child in token.children)
    for child in token.children:
        if child.dep == "amod" and child.lower == "fewer" and not counted and not _is_wanted(token):
            return Move("down", child, strength_of(child))
        if (
            child.dep == "amod"
            and child.lower == "more"
            and not counted
            and indicator == "tourism"
            and (is_awaited(token) or not is_hoped(token))
        ):
            return Move("up", child, None, foretold=is_awaited(token))
        if child.dep in {"amod", "compound"} and child.tag in {"VBG", "VBN", "JJ", "JJR", "NN"}:
            form = child.lower
            way = MODIFIERS.get(form, 0) or (COMPARATIVES.get(form, 0) if sure and _moves_alone(token) else 0)
            if not way and child.tag in {"VBG", "VBN"}:
                way = token_direction(child)
            if way:
                return Move("up" if way > 0 else "down", child, strength_of(child))
    return None


MODIFIERS = {
    **dict.fromkeys("growing rising increasing increased expanding soaring surging burgeoning widening mounting booming climbing swelling expanded".split(), 1),
    **dict.fromkeys("shrinking falling declining decreasing reduced dwindling diminishing narrowing sinking plunging sagging diminished decreased dropping".split(), -1),
}  # fmt: skip
COMPARATIVES = {
    **dict.fromkeys("higher larger bigger greater stronger".split(), 1),
    **dict.fromkeys("lower smaller weaker poorer".split(), -1),
}
_HELD_AGAINST = re.compile(r"[^;.]{0,60}?\bthan\b", re.IGNORECASE)


_CLAIMED = frozenset("claim rumour rumor allegation talk".split())
_WANTED = frozenset("priority aim goal task target objective ambition must challenge".split())


def _is_wanted(token: Token) -> bool:
    """As in "the region wants fewer loans"."""
    led = token.left_edge.i > 0 and token.doc[token.left_edge.i - 1].lemma in TARGET_WORDS | _ASKS
    return led or (token.dep == "dobj" and token.head.lemma in TARGET_WORDS | _ASKS)


def _moves_alone(token: Token) -> bool:
    """As in "lower exports to Japan left a gap": told as a fact, and not held against another country's ("larger imports than Togo")."""
    verb = token
    while verb.pos not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    if (
        is_wish(verb)
        or any(c.tag == "MD" for c in verb.children)
        or verb.lemma in TARGET_WORDS | FORECAST_WORDS | _ASKS
    ):
        return False
    return _HELD_AGAINST.match(token.doc.text, token.idx) is None


_ASKS = frozenset("press push call ask lobby appeal campaign strive look urge demand request require need".split())
_FLAT_NEAR, _BESIDE_NEAR = 55, 90
_WORST = re.compile(r"worst", re.IGNORECASE)
_WORSE: Final[dict[Direction, Direction]] = {"down": "up", "record_low": "record_high"}
"""Which way the size of a gap goes that is at its worst."""
_SHARES = frozenset(
    "share percentage proportion portion part percent % ratio fraction weight slice role importance".split()
)
_MULTIPLIED = re.compile(
    r"\s+(?:\w+\s+){1,3}?(?:\d[\d.,]*|(?:one|two|three) and a half|two|three|four|five|six|seven|eight|nine|ten)(?:\s+times|-?fold)\b"
    r"|\s+as a (?:share|percentage|proportion) of\b",
    re.IGNORECASE,
)
"""Behind a flow whose figure tells how it moved ("grew 3.7 times"), or whose share is what moves."""


def _is_of_a_share(token: Token) -> bool:
    """As in "Chad's share of Togo's imports fell", "5 percent of exports": no flow moves, or another one does."""
    preposition = token.head
    if token.dep == "poss" and token.head.lemma in _SHARES:
        return True
    return token.dep == "pobj" and preposition.lower in {"of", "in"} and preposition.head.lemma in _SHARES


def _flow_between(token: Token, end: int) -> bool:
    """Another word of trade or another clause stands between a flow and a place further on."""
    between = [t for t in token.doc if t.i > token.i and t.idx < end]
    return any(
        t.lower in {"while", "but", "whereas", ";"} or (t.pos == "NOUN" and t.lemma in NOUN_ANCHORS) for t in between
    )


_RETURNS = frozenset("return flock pour stream".split())
"""What travellers do who come in numbers again."""
_PACES = frozenset("slow ease moderate cool decelerate slacken lose weaken taper soften stall".split())
"""What a rise or a fall does that goes on at another pace."""
_HAPPENS = frozenset("follow continue occur".split())
"""What a rise does, so that the noun tells the movement: "a rise in trade should follow"."""
