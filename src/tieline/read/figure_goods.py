"""The product said with a figure itself: "worth of cars", "tonnes of rice", "46 percent consisted of textiles"."""

from __future__ import annotations

import re
from typing import Any

from tieline.read.figure_frames import clause_of
from tieline.read.figures import Figure
from tieline.read.frame_subjects import subject_of
from tieline.read.goods import Good, good_of_phrase
from tieline.read.slots import Slotted
from tieline.read.story import Sentence


def good_at(sentence: Sentence, figure: Figure, goods: list[Good], slotted: Slotted) -> Good | None:
    """The product said with the figure itself: "worth of cars", "tonnes of rice", "46 percent consisted of textiles"."""
    text = sentence.text
    m = re.match(
        r"(?:\s+of\s+\d[\d.]*[\s-]?(?:kilo\w*|kg|pounds?|lbs?|lit\w+))?(?:-|'s?)?\s*(?:worth\s+)?of\s+|\s+worth\s+of\s+|\s+in\s+(?=[a-z]+\b(?!\s+\d))",
        text[figure.end :],
    )
    if m and figure.kind in {"money", "quantity"}:
        head = _phrase_head(sentence, figure.end + m.end())
        good = good_of_phrase(sentence, head, goods) if head is not None else None
        if good is not None and ("in" not in m.group().split() or good.hs):
            return good
    worth = re.search(
        r"([A-Za-z]+)\s+(?:worth|valued at)\s+(?:about |some |nearly |more than |over )?$", text[: figure.start]
    )
    if worth and figure.kind == "money":
        head = _phrase_head(sentence, worth.start(1))
        if head is not None and head.idx <= worth.start(1) and (good := good_of_phrase(sentence, head, goods)):
            return good
    spent = re.match(r"\s+(?:for|on)\s+", text[figure.end :]) if figure.kind == "money" else None
    if spent and (head := _phrase_head(sentence, figure.end + spent.end())) is not None:
        good = good_of_phrase(sentence, head, goods)
        if good is not None and good.hs:
            return good
    if slotted.slot == "share":
        behind = next((g for g in goods if g.start >= figure.end), None)
        if behind is not None and re.fullmatch(
            r"\s+(?:of (?:it|them|that) )?(?:was |were )?", text[figure.end : behind.start]
        ):
            return behind
        m = re.match(
            r"[^.;]{0,40}?\b(?:consist(?:ed|ing|s)? of|(?:was|were|is|are) (?:made up of )?|went to|came from|compris\w+)\s+",
            text[figure.end :],
        )
        if m:
            head = _phrase_head(sentence, figure.end + m.end())
            if head is not None and (good := good_of_phrase(sentence, head, goods)):
                return good
        beside = [g for g in goods if g.end <= figure.start and not text[g.end : figure.start].strip()]
        if beside:
            return beside[-1]
        token = next((t for t in sentence.tokens if t.idx + len(t) > figure.core), None)
        verb = clause_of(token) if token is not None else None
        subject = (
            next((c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}), None) if verb is not None else None
        )
        if subject is None and verb is not None and verb.dep == "advcl":
            subject = subject_of(verb)[0]
        if (
            subject is not None
            and subject.idx < figure.start
            and not sentence.mention_at(subject)
            and not any(f.start <= subject.idx < f.end for f in sentence.figures)
        ):
            return good_of_phrase(sentence, subject, goods)
    m = re.search(
        r"(?:,|;|\band\b|:)\s+([A-Za-z][\w -]{2,30}?)\s+(?:by |at |for |,? ?too: ?)?$",
        text[max(0, figure.start - 50) : figure.start],
    )
    if (
        m
        and figure.kind == "money"
        and (
            inside := [
                g for g in goods if g.end <= figure.start and figure.start - g.end < 12 and g.start >= figure.start - 50
            ]
        )
    ):
        return inside[-1]
    return None


def _phrase_head(sentence: Sentence, offset: int) -> Any:
    """The head noun of the phrase that starts at an offset."""
    token = next((t for t in sentence.tokens if t.idx + len(t) > offset), None)
    steps = 0
    while token is not None and steps < 7:
        nxt = token.nbor(1) if token.i + 1 < len(token.doc) else None
        is_inner = (
            token.pos in {"ADJ", "DET", "NUM", "PART", "PRON"}
            or token.text in {"'s", "-", ".", "'"}
            or (token.dep in {"compound", "amod", "nmod", "poss", "det"} and token.head.i > token.i)
            or sentence.mention_at(token)
        )
        if not is_inner or nxt is None:
            break
        token = nxt
        steps += 1
    return token if token is not None and token.pos in {"NOUN", "PROPN"} else None
