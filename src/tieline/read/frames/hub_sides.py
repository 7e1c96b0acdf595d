"""Sides that were only inferred, put right by the country that the story's figures are of.

"Poland imported 36 percent of the Moldovan wine, the Czech Republic 24 percent": a list is of the partners of one
country, the story's owner (`story.owner`) or, as far as it has been told, its hub (`story.hub`).  Two of its partners
have no flow between them that the words do not name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.ranked import BUYERS, SELLERS
from tieline.read.story.document import Sentence, trades
from tieline.read.story.hub import Hub, Side
from tieline.read.story.memory import FLOWS, MERCHANDISE, Frame

_ONE_WAY: Final = frozenset({"investment", "aid", "debt", "other", "tourism"})
_BOTH: Final = 2


def through_hub(frame: Frame, sentence: Sentence, told: Hub, before: Iterable[Frame]) -> Frame:
    """The frame with the owner or the hub in place of a side that was only inferred; as it is where the words name both.

    A side that the sentence names, or with whom several others have been told, gives way to the owner alone.
    `before` are the frames of the sentence that stand before this one.
    """
    if _in_the_whole(frame, sentence, before):
        return replace(frame, partner="WLD", inferred=tuple(dict.fromkeys((*frame.inferred, "partner"))))
    if frame.reporter == "WLD" and "indicator" in frame.inferred and frame.partner not in {None, told.owner}:
        return frame  # "El Salvador had an increase of 2 percent", of remittances from everywhere
    if told.owner is not None:
        return _with_owner(frame, told.owner, told, sentence, before)
    hub = told.of(frame.indicator)
    if hub is not None and _turned(frame, hub, told) and not _its_own(frame, sentence):
        return replace(frame, reporter=frame.partner, partner=frame.reporter)
    if hub is None or hub in frame.pair or len(frame.pair) < _BOTH or not trades(hub):
        return frame
    named = {m.code for m in sentence.mentions}
    sides: dict[Side, str] = {"reporter": str(frame.reporter), "partner": str(frame.partner)}
    guessed = [side for side, code in sides.items() if side in frame.inferred and code not in named]
    if len(guessed) != 1 or told.others(frame.indicator, sides[guessed[0]]) >= _BOTH:
        return frame
    return _facing(frame, hub, guessed[0], told)


def _in_the_whole(frame: Frame, sentence: Sentence, before: Iterable[Frame]) -> bool:
    """As in "All its exports rose, although milk powder brought in 3 million less": of the trade with all, told just before."""
    if frame.indicator not in MERCHANDISE or frame.partner in {None, "WLD"}:
        return False
    whole = any(f.whole and f.partner == "WLD" and f.reporter == frame.reporter for f in before)
    return whole and all(m.code != frame.partner for m in sentence.mentions)


def _facing(frame: Frame, hub: str, guessed: Side, told: Hub) -> Frame:
    """The frame with the hub on the side that was guessed, or opposite to it where that is its place in flows of one way."""
    keep: Side = "partner" if guessed == "reporter" else "reporter"
    other = frame.partner if keep == "partner" else frame.reporter
    if frame.indicator in _ONE_WAY and told.side(frame.indicator, hub) == keep:
        keep = guessed
    reporter, partner = (other, hub) if keep == "reporter" else (hub, other)
    return replace(frame, reporter=reporter, partner=partner)


def _with_owner(frame: Frame, owner: str, told: Hub, sentence: Sentence, before: Iterable[Frame]) -> Frame:
    if _turned(frame, owner, told) and not _its_own(frame, sentence):
        return replace(frame, reporter=frame.partner, partner=frame.reporter)
    if frame.indicator == "tariff" or told.faced_most in frame.pair:
        return frame
    if owner in {frame.reporter, frame.partner}:
        return replace(frame, partner="WLD") if _at_large(frame, owner, told, sentence) else frame
    if _its_own(frame, sentence) and any(f.pair == frame.pair for f in before):
        return frame  # "Spain's exports to Morocco fell and its imports rose": of the same two
    if frame.verb and frame.partner is None and not frame.group and frame.indicator in FLOWS:
        return replace(frame, partner=owner, inferred=(*frame.inferred, "partner"))  # "Tonga supplied 6 million worth"
    guessed: list[Side] = [side for side in _SIDES if side in frame.inferred]
    if not guessed or (guessed == ["partner"] and frame.partner in {None, "WLD"}):
        return frame
    row = "indicator" in frame.inferred
    if row and guessed == ["partner"] and told.has_told(frame.indicator, owner, str(frame.partner)):
        return frame  # "Bangladesh's exports to the US fell 24.8%, Vietnam's 23.5%": beside the owner, and not to it
    if row and guessed == ["reporter"] and _stands_beside(frame, owner, told, sentence, before):
        return replace(frame, reporter=frame.partner, partner=owner)
    return _facing(frame, owner, guessed[0], told)


def _its_own(frame: Frame, sentence: Sentence) -> bool:
    """As in "Japan sent 20 percent of its exports there": whose they are, the sentence names."""
    named = any(m.code == frame.reporter and m.end <= frame.start for m in sentence.mentions)
    return named and not frame.verb and _ITS.match(sentence.text, frame.start) is not None


_ITS: Final = re.compile(r"(?:its|their)\b")


def _stands_beside(row: Frame, owner: str, told: Hub, sentence: Sentence, before: Iterable[Frame]) -> bool:
    """Whom the row took as the reporter is one of its own kind: "Ukraine bought 5 million bottles, Poland 3 million"."""
    if any(f.reporter == row.reporter and f.partner == owner and f.indicator == row.indicator for f in before):
        return True
    return not _SAID.search(sentence.text) and told.placed.get(str(row.reporter)) == (row.indicator, "reporter")


_SAID: Final = re.compile(rf"\b(?:{SELLERS}|{BUYERS})\b", re.IGNORECASE)
"""Words that tell which side the rows are on."""


def _at_large(frame: Frame, owner: str, told: Hub, sentence: Sentence) -> bool:
    """A flow of the owner, whose partner was carried over, in a story that goes through many: with all of them."""
    if told.about != owner or frame.reporter != owner or frame.indicator not in MERCHANDISE or frame.verb:
        return False
    if frame.good is not None:
        return False
    carried = "partner" in frame.inferred and "indicator" not in frame.inferred and frame.partner not in {None, "WLD"}
    named = any(m.code == frame.partner for m in sentence.mentions)
    return carried and not named and _BACK.search(sentence.text) is None


_BACK: Final = re.compile(
    r"\b(?:there|bilateral|mutual|two[- ]way|the two|both|between|each other|in return|that (?:country|market)|"
    r"the (?:latter|former|neighbou?r\w*)|them|it)\b",
    re.IGNORECASE,
)
"""Words by which a sentence goes on with the partner spoken of last."""


_SIDES: Final[tuple[Side, Side]] = ("reporter", "partner")


def _turned(frame: Frame, hub: str, told: Hub) -> bool:
    """Both sides were carried over, and the hub stands as the partner: "a third of the volume exported" was sold by it."""
    carried = {"reporter", "partner"} <= set(frame.inferred) and frame.indicator in FLOWS
    return carried and frame.partner == hub and told.sells(hub) == (frame.indicator == "exports") and told.one_way(hub)
