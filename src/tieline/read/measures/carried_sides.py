"""Whose a figure is where its flow was told before, and its own words name another country: "To Japan they rose by 4 percent".

A preposition that leads the sentence ("With Italy it was 2 billion") or hangs on a word for what was counted ("those from
Chile", "the figure for Peru") tells the side by the flow: exports go to their partner, remittances come from their reporter.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.frames import Frame, Memory
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.hub import Side
from tieline.read.words.leads import SIDE_BEHIND

_LED: Final = re.compile(
    r"(?:^\W*(?:(?:but|and|while|meanwhile|by contrast|in contrast),?\s+)?(?P<first>to|into|from|with|for)"
    r"|\b(?:those|that|the\s+(?:total|number|figures?|amount|volumes?|sum|value|count|flow|equivalent))\s+(?:(?:coming|arriving|going|sent|sold|shipped|bought)\s+)?(?P<behind>to|into|from|with|for)"
    r"|\bthose\s+(?P<within>in))"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(
    r"(?:\s+alone)?,?\s+(?:it|they|these|this|that|those|the\s+(?:figures?|total|number|amount|volumes?|sum|value|trend|rise|increase|fall|decline|drop|gap|deficit|surplus))\b",
    re.IGNORECASE,
)
"""Behind a country that the sentence begins with: what the story spoke of last."""
_BRACKET: Final = re.compile(r"\s*\(\s*(?:(?:about|some|nearly|almost|over|with|by|up|down|plus|minus)\s+)*[-+−]?")


def named_side(sentence: Sentence, figure: Figure, frame: Frame, memory: Memory) -> Frame | None:
    """The frame told before with the country that the figure's own words lead to; None where they lead to none.

    "Exports to India were 1.4 billion. To Japan they rose by 4 percent", "Those from Russia declined by 5 percent".
    """
    mention = next((m for m in reversed(sentence.mentions) if m.end <= figure.start and m.code not in frame.pair), None)
    if mention is None or not trades(mention.code) or mention.use in {"adjective", "demonym"}:
        return None
    led = _LED.search(sentence.text[: mention.start])
    if led is None or (led["first"] and not _GOES_ON.match(sentence.text, mention.end)):
        return None
    prep = (led["first"] or led["behind"] or led["within"]).lower()
    side = row_side(frame, memory) if prep == "for" else SIDE_BEHIND.get(frame.indicator, {}).get(prep)
    return _with(frame, side, mention) if side is not None else None


def first_of_row(sentence: Sentence, figure: Figure, frame: Frame, memory: Memory) -> Frame | None:
    """The frame of the country before a figure, where that of a row behind it was found."""
    if frame.verb and frame.token.idx > figure.end:
        return _subject_with_figure(sentence, figure, frame)
    if "indicator" not in frame.inferred or frame.start < figure.end:
        return None
    told = named_side(sentence, figure, frame, memory) or _before_bracket(sentence, figure, frame)
    at = next((m for m in reversed(sentence.mentions) if m.end <= figure.start), None)
    token = sentence.word_of(at) if at is not None else None
    if told is None or at is None or token is None:
        return None
    return replace(told, token=token, start=at.start, end=at.end)


def _subject_with_figure(sentence: Sentence, figure: Figure, frame: Frame) -> Frame | None:
    """As in "Only China, with $79 billion, and the United States, with $40 billion, took more": of the subject beside it."""
    mention = next((m for m in reversed(sentence.mentions) if m.end <= figure.start), None)
    if mention is None or mention.code == frame.partner or not trades(mention.code) or frame.reporter is None:
        return None
    if _WITH_IT.fullmatch(sentence.text, mention.end, figure.start) is None:
        return None
    beside = any(m.code == frame.reporter and m.end <= frame.token.idx for m in sentence.mentions)
    if not beside or frame.token.idx - figure.end > _SUBJECT_ENDS:
        return None
    return replace(frame, reporter=mention.code)


_SUBJECT_ENDS: Final = 60
_WITH_IT: Final = re.compile(r",?\s+(?:with|at)\s+|\s*\(\s*")


def _before_bracket(sentence: Sentence, figure: Figure, frame: Frame) -> Frame | None:
    """As in "came from Russia ($515 million), China ($474 million)": of the country before the bracket."""
    mention = before_bracket(sentence, figure, frame)
    listed = next((m for m in sentence.mentions if m.start == frame.start), None)
    if mention is None or listed is None:
        return None
    return _with(frame, "reporter" if listed.code == frame.reporter else "partner", mention)


def before_bracket(sentence: Sentence, figure: Figure, frame: Frame) -> Mention | None:
    """The country whose bracket a figure opens, if it is neither side of the frame."""
    mention = next((m for m in reversed(sentence.mentions) if m.end <= figure.start), None)
    if mention is None or mention.code in frame.pair or not trades(mention.code):
        return None
    return mention if _BRACKET.fullmatch(sentence.text, mention.end, figure.start) is not None else None


def _with(frame: Frame, side: Side, mention: Mention) -> Frame:
    other: Side = "partner" if side == "reporter" else "reporter"
    inferred = tuple(dict.fromkeys((*(name for name in frame.inferred if name != side), other)))
    told = replace(frame, inferred=inferred, whole=False)
    if side == "reporter":
        return replace(told, reporter=mention.code)
    return replace(told, partner=mention.code, group=False, partners=())


def row_side(frame: Frame, memory: Memory) -> Side:
    """The side that changes from row to row: not that of the story's hub, and what is counted with all is theirs."""
    hub = memory.hub.of(frame.indicator)
    if frame.partner == "WLD" or hub == frame.reporter:
        return "partner"
    return "reporter" if frame.reporter == "WLD" or hub == frame.partner else "partner"
