"""Directions without a figure: trade that grows, ties that cool, records; and ranks and comparisons.

A direction is no trend where a measure of the same flow shows it; the caller drops those.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tieline.model.claims import Comparison, Quote, Trend
from tieline.model.periods import Period
from tieline.model.vocabulary import Direction, FigureModality, Indicator
from tieline.read.figures import Figure
from tieline.read.frames import Frame, Memory, memory_pair
from tieline.read.lexicon import FLAT_WORDS, FORECAST_WORDS, NOUN_ANCHORS, STRENGTH, TIE_NOUNS
from tieline.read.measure_periods import tells_a_record
from tieline.read.modality import figure_modality, taken_back
from tieline.read.slots import token_direction
from tieline.read.story import Sentence, Story

_TIE_UP = frozenset(
    [
        "strengthen",
        "deepen",
        "grow",
        "warm",
        "improve",
        "expand",
        "flourish",
        "tighten",
        "intensify",
        "boost",
        "rekindle",
        "revive",
        "enhance",
        "cement",
        "consolidate",
        "broaden",
        "widen",
        "thaw",
        "upgrade",
        "reinforce",
        "bolster",
        "develop",
        "mend",
        "blossom",
        "thrive",
    ]
)
_TIE_DOWN = frozenset(
    [
        "cool",
        "fray",
        "deteriorate",
        "worsen",
        "sour",
        "weaken",
        "strain",
        "chill",
        "decline",
        "loosen",
        "erode",
        "freeze",
        "rupture",
        "nosedive",
        "plunge",
        "sink",
        "crumble",
        "suffer",
    ]
)
_CAUSE_UP = frozenset(
    [
        "boost",
        "increase",
        "expand",
        "raise",
        "lift",
        "step",
        "strengthen",
        "enlarge",
        "double",
        "triple",
        "accelerate",
        "widen",
        "spur",
    ]
)
_CAUSE_DOWN = frozenset(
    ["reduce", "cut", "curb", "curtail", "slash", "lower", "halve", "shrink", "narrow", "trim", "dent", "hurt", "hit"]
)
_RECORD = re.compile(
    r"\b(?:record(?:[- ](?:high|level|volume|year|amount))?|all-time (?:high|peak)|highest (?:level )?(?:ever|on record|since records)|historic high|(?:new )?peak)\b",
    re.IGNORECASE,
)
_RECORD_LOW = re.compile(
    r"\b(?:record[- ]low|all-time low|lowest (?:level )?(?:ever|on record)|historic low)\b", re.IGNORECASE
)
_YEAR_HIGH = re.compile(
    r"\b(?:[\w-]+[- ]year high|highest (?:level )?(?:in|since|for)|strongest (?:in|since)|best (?:level|year|result) (?:in|since))\b",
    re.IGNORECASE,
)
_YEAR_LOW = re.compile(
    r"\b(?:[\w-]+[- ]year low|lowest (?:level )?(?:in|since|for)|weakest (?:in|since)|worst (?:level|year|result) (?:in|since))\b",
    re.IGNORECASE,
)
_CLOSER = re.compile(
    r"\b(?:draw(?:s|ing|n)?|drew|mov(?:e|es|ed|ing)|grow(?:s|ing|n)?|grew|com(?:e|es|ing)|came)\s+(?:(?:ever|much|steadily|even)\s+)?closer\b|\bdrift(?:s|ed|ing)? apart\b",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"\b(?P<rank>largest|biggest|top|main|leading|principal|number one|No\. 1|second[- ](?:largest|biggest)|third[- ](?:largest|biggest)|fourth[- ](?:largest|biggest)|fifth[- ](?:largest|biggest))\s+(?:(?:foreign|single|overseas|Asian|European|African|regional)\s+)?(?P<what>trade partner|trading partner|export market|export destination|market|supplier|source of imports|importer|buyer|customer|investor|creditor|donor)\b",
    re.IGNORECASE,
)
_RANKS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}
_LESSER = re.compile(
    r"\b(?:yet to (?:reach|match)|dwarfed by|far (?:below|behind|smaller than)|a fraction of|smaller than|less than|behind|pales|exceeds?|outstrips?|larger than|more than|overt(?:ake|ook)s?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Move:
    direction: Direction
    token: Any
    strength: str | None
    record: bool = False


def read_trends(sentence: Sentence, frames: list[Frame], taken: set[int], story: Story, memory: Memory) -> list[Trend]:
    """The trends of a sentence; `taken` holds the token indices of frames that measures already use."""
    out: list[Trend] = []
    if taken_back(sentence, Figure(len(sentence.text), len(sentence.text), "percent", 0.0, None, len(sentence.text))):
        return []
    compared = _comparison(sentence, frames, story)
    if compared is not None:
        return [compared]
    for frame in frames:
        if frame.indicator in {"aid", "debt", "tariff"} or frame.partner is None:
            continue
        if frame.verb:
            move = _verb_move(sentence, frame)
            if move is not None and frame.token.i not in taken:
                out.append(_trend(sentence, story, frame, move))
            continue
        if frame.weak and frame.indicator != "balance" and frame.good is None and frame.partner == "WLD":
            continue
        if (
            {"reporter", "partner"} <= set(frame.inferred)
            and sentence.index - memory.frame_sentence > 1
            and not _pair_said(sentence, frame)
        ):
            continue
        move = _move_of(sentence, frame)
        if move is not None and (frame.token.i not in taken or move.direction.startswith("record") or move.record):
            out.append(_trend(sentence, story, frame, move))
    out += _ties(sentence, story, memory)
    out += _rank(sentence, story)
    return out


_SAID = re.compile(r"\b(?:bilateral|two-way|mutual|between|each other|across|the two|both)\b", re.IGNORECASE)


def _pair_said(sentence: Sentence, frame: Frame) -> bool:
    """The phrase itself says that it is about the pair."""
    return bool(_SAID.search(sentence.text[max(0, frame.start - 5) : frame.end + 40]))


def _move_of(sentence: Sentence, frame: Frame) -> _Move | None:
    """Which way a frame moves: by the verb it is subject or object of, or a noun or adjective in its phrase."""
    text = sentence.text
    token = frame.token
    clause_text = text[max(0, frame.start - 30) : min(len(text), frame.end + 130)]
    cut = re.search(r";|,\s+(?:while|whereas|but)\b|\bwhile\b", clause_text[30:])
    clause_text = clause_text[: 30 + cut.start()] if cut else clause_text
    for pattern, direction in (
        (_RECORD_LOW, "record_low"),
        (_YEAR_LOW, "down"),
        (_YEAR_HIGH, "up"),
        (_RECORD, "record_high"),
    ):
        found = pattern.search(clause_text)
        if found:
            return _Move(direction, token, found.group().strip(), record=True)  # type: ignore[arg-type]
    if (modified := _modifier_move(token)) is not None:
        return modified
    head, top = token, token
    for _ in range(5):
        if head.dep in {"nsubj", "nsubjpass"} and head.head.pos in {"VERB", "AUX"}:
            return None if _is_wish(head.head) and not _foretold(head.head) else _by_verb(head.head, top)
        if head.dep == "dobj" and head.head.pos == "VERB":
            verb = head.head
            lemma = verb.lemma
            if way := token_direction(head) if head != token else 0:
                return None if _is_wish(verb) else _Move("up" if way > 0 else "down", head, _strength(head))
            if _is_wish(verb) or lemma not in _CAUSE_UP | _CAUSE_DOWN:
                return None
            return _Move("up" if lemma in _CAUSE_UP else "down", verb, _strength(verb))
        if head != token and (way := token_direction(head)) and head.pos == "NOUN":
            verb = head.head if head.head.pos == "VERB" else None
            if verb is not None and _is_wish(verb):
                return None
            return _Move("up" if way > 0 else "down", head, _strength(head))
        if head.head == head or head.pos in {"VERB", "AUX"}:
            return None
        if head.dep == "conj" or head.dep in {"pobj", "prep", "compound", "poss", "nmod", "amod", "appos"}:
            head = head.head
            if head.pos in {"NOUN", "ADP", "PROPN"}:
                continue
        return None
    return None


def _modifier_move(token: Any) -> _Move | None:
    """As in "shrinking trade", "reduced imports", "a growing deficit"."""
    for child in token.children:
        if child.dep in {"amod", "compound"} and child.tag in {"VBG", "VBN", "JJ", "NN"}:
            form = child.lower
            way = _MODIFIERS.get(form, 0)
            if not way and child.tag in {"VBG", "VBN"}:
                way = token_direction(child)
            if way:
                return _Move("up" if way > 0 else "down", child, _strength(child))
    return None


_MODIFIERS = {
    **dict.fromkeys("growing rising increasing increased expanding soaring surging burgeoning widening mounting booming climbing swelling expanded".split(), 1),
    **dict.fromkeys("shrinking falling declining decreasing reduced dwindling diminishing narrowing sinking plunging sagging diminished decreased dropping".split(), -1),
}  # fmt: skip
_UNCHANGED = re.compile(
    r"\b(?:(?:hardly|barely|little|scarcely|virtually|almost) (?:un)?changed|unchanged)\b", re.IGNORECASE
)


def _verb_move(sentence: Sentence, frame: Frame) -> _Move | None:
    """As in "has been buying ever more seed", "sold ..., hardly changed from the year before"."""
    found = _UNCHANGED.search(sentence.text, frame.token.idx)
    if found and found.start() - frame.token.idx < 160:
        return _Move("flat", frame.token, found.group())
    obj = next((c for c in frame.token.children if c.dep == "dobj"), None)
    if obj is None or any(c.dep == "neg" for c in frame.token.children):
        return None
    for child in obj.children:
        if (
            child.dep in {"amod", "advmod", "det", "nummod"}
            and child.lower in {"more", "less", "fewer"}
            and not any(abs(f.start - child.idx) < 12 for f in sentence.figures)
        ):
            return _Move("up" if child.lower == "more" else "down", obj, None)
    return None


def _foretold(verb: Any) -> bool:
    return verb.head.lemma in FORECAST_WORDS | {"set", "due", "be"}


def _by_verb(verb: Any, subject: Any) -> _Move | None:
    chain = [verb]
    for child in verb.children:
        if child.dep in {"xcomp", "acomp", "attr", "dobj", "conj", "prep", "advmod"} and child.i > subject.i:
            chain.append(child)
            if child.dep == "prep":
                chain += [c for c in child.children if c.dep == "pobj"]
    if any(c.dep == "neg" for c in verb.children):
        return None
    for node in chain:
        if any(c.dep == "neg" for c in node.children):
            return None
        if node != verb and node.dep == "conj" and any(c.dep == "nsubj" for c in node.children):
            continue
        if node.dep == "prep":
            continue
        lemma = node.lemma
        if (
            node != verb
            and node.dep in {"dobj", "attr", "pobj"}
            and verb.lemma
            not in {
                "see",
                "witness",
                "show",
                "experience",
                "record",
                "post",
                "be",
                "register",
                "enjoy",
                "suffer",
                "continue",
                "undergo",
                "have",
                "mark",
                "make",
            }
        ):
            continue
        if lemma in FLAT_WORDS or node.lower in FLAT_WORDS:
            return _Move("flat", node, _strength(node))
        if node.pos == "ADJ" and lemma not in {"high", "low", "higher", "lower", "up", "down"}:
            continue
        direction = token_direction(node) or {"high": 0, "low": 0}.get(lemma, 0)
        if direction:
            return _Move("up" if direction > 0 else "down", node, _strength(node) or _strength(verb))
    return None


_PROPOSE = frozenset("propose suggest consider discuss recommend advocate envisage favour favor support oppose avoid".split())


def _is_wish(verb: Any) -> bool:
    """As in "agreed to boost trade", "to increase exports": an aim, not a movement."""
    return (verb.tag == "VB" and any(c.dep == "aux" and c.lower == "to" for c in verb.children)) or (
        verb.tag == "VBG" and (verb.dep == "pcomp" or (verb.dep == "xcomp" and verb.head.lemma in _PROPOSE))
    )


def _strength(node: Any) -> str | None:
    near = [c for c in node.subtree if abs(c.i - node.i) < 6]
    for child in near:
        if child.lower in STRENGTH:
            return str(child.text)
    return None


def _trend(sentence: Sentence, story: Story, frame: Frame, move: _Move) -> Trend:
    first = min(frame.start, move.token.idx)
    last = max(frame.end, move.token.idx + len(move.token))
    subtree = [
        t
        for t in move.token.subtree
        if t.i > move.token.i and t.dep in {"advmod", "prt", "acomp"} and t.i - move.token.i < 5
    ]
    for t in subtree:
        last = max(last, t.idx + len(t))
    period, inferred = _period(sentence, first, last)
    direction = move.direction
    return Trend(
        document=story.document.id, version=story.document.version_id, quote=Quote.of(story.document.text, sentence.start + first, sentence.start + last),
        indicator=frame.indicator, reporter=frame.reporter or "", partner=frame.partner, product=frame.good.words if frame.good else None,
        hs=frame.good.hs or None if frame.good else None, period=period, direction=direction, strength=move.strength,
        modality=_modality(sentence, move.token), inferred=tuple(dict.fromkeys((*frame.inferred, *inferred))), confidence=0.6 if frame.inferred else 0.8,
    )  # fmt: skip


def _modality(sentence: Sentence, token: Any) -> FigureModality:
    return figure_modality(sentence, Figure(token.idx, token.idx + len(token), "percent", 0.0, None, token.idx))


def _period(sentence: Sentence, first: int, last: int) -> tuple[Period | None, tuple[str, ...]]:
    times = [
        t
        for t in sentence.times
        if t.role in {"period", "point"}
        and t.period is not None
        and t.kind not in {"weekday", "day"}
        and not tells_a_record(sentence, t)
    ]
    near = [t for t in times if first - 60 <= t.start <= last + 40]
    return (near[0].period, ()) if near else (None, ())


def _ties(sentence: Sentence, story: Story, memory: Memory) -> list[Trend]:
    """Ties that grow or cool: a trend `other` of the pair."""
    out = []
    pair_here = _pair_of(sentence, memory)
    if pair_here is None:
        return []
    closer = _CLOSER.search(sentence.text)
    if closer:
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
                    _modality(sentence, next(t for t in sentence.tokens if t.idx >= closer.start())),
                )
            )
    for token in sentence.tokens:
        if token.lemma not in TIE_NOUNS or token.pos not in {"NOUN", "PROPN"} or token.dep in {"compound", "amod"}:
            continue
        if re.search(r"\b(?:trade|economic exchange)\b", sentence.text[token.left_edge.idx : token.idx], re.IGNORECASE):
            continue
        verb, direction = _tie_move(token)
        if any(other.lemma in NOUN_ANCHORS for other in token.conjuncts):
            continue
        if verb is None:
            continue
        left = [m for m in sentence.mentions if token.left_edge.idx - 40 <= m.start <= token.idx + 60]
        if len({m.code for m in left}) == 1 and left[0].code not in pair_here:
            continue
        first, last = min(verb.idx, token.left_edge.idx), max(verb.idx + len(verb), token.idx + len(token))
        owner = next((c for c in verb.children if c.dep == "nsubj"), None)
        if owner is not None:
            first = min(first, owner.left_edge.idx)
        out.append(_tie(sentence, story, pair_here, direction, first, last, _strength(verb), _modality(sentence, verb)))
    return out[:1]


def _tie_move(token: Any) -> tuple[Any, Direction]:
    head = token
    for _ in range(4):
        parent = head.head
        if parent.pos == "VERB":
            lemma = parent.lemma
            if _is_wish(parent) or any(c.dep == "neg" for c in parent.children):
                return None, "up"
            if head.dep in {"dobj", "nsubj", "nsubjpass"}:
                if lemma in _TIE_UP:
                    return parent, "up"
                if lemma in _TIE_DOWN:
                    return parent, "down"
            return None, "up"
        if parent == head or parent.pos not in {"NOUN", "ADP"}:
            break
        head = parent
    for child in token.children:
        if child.dep == "amod" and child.tag in {"VBG", "VBN"}:
            lemma = child.lemma
            if lemma in _TIE_UP - {"develop", "cement"} and child.tag == "VBG":
                return child, "up"
            if lemma in _TIE_DOWN:
                return child, "down"
    return None, "up"


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
    period, _ = _period(sentence, first, last)
    return Trend(
        document=story.document.id, version=story.document.version_id, quote=Quote.of(story.document.text, sentence.start + first, sentence.start + last),
        indicator="other", reporter=pair[0], partner=pair[1], period=period, direction=direction, strength=strength, modality=modality, confidence=0.6,
    )  # fmt: skip


def _pair_of(sentence: Sentence, memory: Memory) -> tuple[str, str] | None:
    codes = list(dict.fromkeys(m.code for m in sentence.mentions if not m.place and m.code not in {"WLD", "UN"}))
    if len(codes) >= 2:
        return codes[0], codes[1]
    pair = memory_pair(memory, sentence)
    if pair and (not codes or codes[0] in pair):
        return pair
    return None


def _rank(sentence: Sentence, story: Story) -> list[Trend]:
    """As in "X's second largest trading partner": a trend without a direction, with the rank."""
    found = _RANK.search(sentence.text)
    if not found:
        return []
    what = found["what"].lower()
    indicator: Indicator = (
        "exports"
        if what in {"export market", "market", "buyer", "customer", "importer", "export destination"}
        else "imports"
        if what in {"supplier", "source of imports"}
        else "trade"
        if "trad" in what
        else "investment"
        if what == "investor"
        else "other"
    )
    lead = [
        m
        for m in sentence.mentions
        if m.end <= found.start() and re.fullmatch(r"(?:'s?)?\s+(?:\w+\s)?", sentence.text[m.end : found.start()])
    ]
    owner = lead[-1].code if lead else None
    others = [m.code for m in sentence.mentions if m.code != owner]
    if owner is None or not others or indicator == "other":
        return []
    rank = next((n for w, n in _RANKS.items() if found["rank"].lower().startswith(w)), 1)
    return [
        Trend(
            document=story.document.id, version=story.document.version_id,
            quote=Quote.of(story.document.text, sentence.start + lead[-1].start, sentence.start + found.end()), indicator=indicator, reporter=owner, partner=others[0],
            direction=None, compared_with=Comparison(indicator=indicator, reporter=owner, partner=None, rank=rank), confidence=0.6,
        )
    ]  # fmt: skip


def _comparison(sentence: Sentence, frames: list[Frame], story: Story) -> Trend | None:
    """As in "has yet to reach the scale of X's trade with C": one flow held against another, without a figure."""
    if sentence.figures:
        return None
    alike = [f for f in frames if not f.verb and f.reporter and f.partner]
    for first in alike:
        for second in alike:
            if (
                first.token.i < second.token.i
                and first.indicator == second.indicator
                and first.pair != second.pair
                and first.pair & second.pair
                and _LESSER.search(sentence.text[first.token.idx : second.token.idx])
            ):
                return Trend(
                    document=story.document.id, version=story.document.version_id,
                    quote=Quote.of(story.document.text, sentence.start + first.start, sentence.start + second.end), indicator=first.indicator, reporter=first.reporter or "",
                    partner=first.partner, direction=None, confidence=0.6,
                    compared_with=Comparison(indicator=second.indicator, reporter=second.reporter, partner=second.partner),
                )  # fmt: skip
    return None
