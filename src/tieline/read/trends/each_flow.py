"""The flows that one verb tells of: with each country of its subject, each partner of a list, and the other half of "but less to"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Direction
from tieline.read.frames.frames import Frame
from tieline.read.story.document import Sentence, trades
from tieline.read.trends.clauses import Move

_TWO: Final = 2


def but_less_to(sentence: Sentence, frame: Frame, move: Move) -> list[tuple[Frame, Move]]:
    """As in "sold more salmon to Poland but less to Russia": the other half of what the verb tells."""
    found = _OTHER_HALF.search(sentence.text, move.token.idx)
    whom = next((m for m in sentence.mentions if found and m.start == found.end()), None)
    if found is None or whom is None or not trades(whom.code) or whom.code in frame.pair or frame.reporter is None:
        return []
    if (found["to"].lower() == "to") != (frame.indicator == "exports") or frame.indicator not in {"exports", "imports"}:
        return []
    word = next((t for t in sentence.tokens if t.idx == found.start("way")), None)
    way: Direction = "up" if found["way"].lower() == "more" else "down"
    other = replace(frame, partner=whom.code, start=word.idx if word else frame.start, end=whom.end)
    return [(other, Move(way, word, None))] if word is not None else []


_OTHER_HALF = re.compile(
    r"\b(?:and|but|while)\s+(?:(?:much|far|also)\s+)?(?P<way>more|less|fewer)\s+(?P<to>to|from)\s+(?:the\s+)?",
    re.IGNORECASE,
)


def each_partner(frame: Frame) -> list[Frame]:
    """As in "is buying more wheat from Togo and Chad": the flow with each partner of a list."""
    listed = frame.partners if frame.partners and frame.partner in {None, *frame.partners} else (frame.partner,)
    return [replace(frame, partner=partner) for partner in listed if partner != frame.reporter or partner is None]


def each_subject(sentence: Sentence, frame: Frame) -> list[Frame]:
    """As in "Turkey and Germany bought less": the flow of each country that the verb has as its subject."""
    subject = next((c for c in frame.token.children if c.dep == "nsubj"), None)
    named = [sentence.mention_at(t) for t in (subject, *subject.conjuncts)] if subject is not None else []
    codes = list(dict.fromkeys(m.code for m in named if m is not None and trades(m.code)))
    if len(codes) < _TWO or len(codes) != len(named) or frame.reporter not in codes or frame.partner in codes:
        return [frame]
    return [replace(frame, reporter=code) for code in codes]
