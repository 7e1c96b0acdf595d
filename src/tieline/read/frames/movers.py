"""People who move between two countries to stay: refugees, deportees, workers, students, and the papers that let them in.

"Uganda registered 1,520 refugees from South Sudan", "13,446 Haitians were deported", "Canada issued 52,165 study permits to
Chinese": a measure `other` of the host (or of who sends them away) with where they are from.  What a sentence leaves
open ("6,545 of them") is that of the movers told last.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.mover_anchors import BESIDE, NUMBER_OF, PAPER_UNITS, PHRASE, Anchor, anchors_of
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.memory import Frame, Memory, other_of
from tieline.read.words.movers import (
    NO_MOVERS,
    tells_movers,
)

MOVING: Final = "movers"
"""The mark of such a frame, in the place of the preposition of its partner."""
_REMEMBERED: Final = 3


def may_tell_movers(sentence: Sentence, *, near: bool) -> bool:
    """The words leave room for a count of movers; `near`: such a count was told just before."""
    if not (tells_movers(sentence.text) or (near and NO_MOVERS.search(sentence.text) is None)):
        return False
    counted = any(f.unit == "people" or f.unit in PAPER_UNITS or f.kind == "percent" for f in sentence.figures)
    return counted or _THE_NUMBER.search(sentence.text) is not None


_THE_NUMBER = re.compile(
    r"\b(?:number|flow|influx|exodus|stream|arrival|wave)s?\s+of\s+|migration\s+from\s+", re.IGNORECASE
)


def mover_frames(sentence: Sentence, memory: Memory, story: Story) -> list[Frame]:
    """The frames of the movers of a sentence, in order; none where those counted are travellers, soldiers or victims."""
    last = memory.frame if sentence.index - memory.frame_sentence <= _REMEMBERED else None
    told = last if last is not None and last.partner_prep == MOVING else None
    if not may_tell_movers(sentence, near=told is not None):
        return []
    text = sentence.text
    out: list[Frame] = []
    anchors = anchors_of(sentence, told=told is not None)
    for anchor in anchors:
        before = out[-1] if out else told
        origin, token = anchor.origin, sentence.token_at(anchor.start)
        known = before.partner if before is not None and anchor.row and origin is None else None
        host = _host(sentence, anchor, {a.nation for a in anchors if a.nation is not None}, known)
        if origin is None:
            again = before is not None and (anchor.row or host in {None, before.reporter}) and host != before.partner
            origin = before.partner if before is not None and again else None
            sender = next((m for m in sentence.mentions if m.end <= anchor.start and m.code != host), None)
            if origin is None and sender is not None and _SENT_OWN.fullmatch(text, sender.end, anchor.end):
                origin = sender.code
            origin = origin or (_back_from(sentence, anchor, host) if host is not None else None)
        if host is None and before is not None and origin is not None:
            host = before.reporter if origin != before.reporter else before.partner
        if host is None and origin is not None and _THERE.match(text, anchor.end):
            host = _place_before(sentence, origin)
        if host is None and origin is not None and _LEFT_THEIRS.search(text):
            host, origin = origin, "WLD"  # "3 million Venezuelans have left their country": for anywhere
        carried = host is not None and all(m.code != host for m in sentence.mentions)
        if host is None and origin is not None and _LEFT_HOME.search(sentence.text):
            host, carried = _of_story(sentence, story, origin), True
        if host is None or origin is None or host == origin or token is None:
            continue
        inferred = [name for name, given in (("reporter", carried), ("partner", anchor.origin is None)) if given]
        out.append(
            Frame(
                token,
                "other",
                host,
                origin,
                None,
                anchor.start,
                anchor.end,
                inferred=tuple(inferred),
                partner_prep=MOVING,
            )
        )
    return out


def without_travel(frames: list[Frame], movers: list[Frame], sentence: Sentence) -> list[Frame]:
    """The frames of a sentence that tells of movers: "arrivals" and who "came" are no tourists there, nor goods that were sent."""
    if not movers:
        return frames
    return [
        f
        for f in frames
        if f.indicator != "tourism"
        and not (f.verb and f.indicator in _NO_GOODS and f.good is None and not _of_a_sum(f, sentence))
    ]


def _of_a_sum(frame: Frame, sentence: Sentence) -> bool:
    """As in "Jordan, host to 670,000 Syrians, was granted 340 million euros by Germany": money is given there."""
    told = frame.indicator in {"aid", "debt"} and None not in frame.pair
    behind = frame.token.idx + len(frame.token)
    return told and any(f.kind == "money" and 0 < f.start - behind <= PHRASE for f in sentence.figures)


_THERE = re.compile(r"[^.;:]{0,60}?\bthere\b")


def _place_before(sentence: Sentence, origin: str) -> str | None:
    """The country named as a place in the sentences before: where "there" is."""
    line = sentence.before
    for _ in range(_REMEMBERED):
        if line is None:
            return None
        for mention in reversed(line.mentions):
            if mention.code != origin and trades(mention.code) and _IN.search(line.text[: mention.start]):
                return mention.code
        line = line.before
    return None


_IN = re.compile(r"\b(?:in|to)\s+(?:the\s+)?$", re.IGNORECASE)
_NO_GOODS: Final = frozenset({"exports", "imports", "aid", "other", "investment", "consumption"})


def _host(sentence: Sentence, anchor: Anchor, nations: Collection[Mention], known: str | None) -> str | None:
    """Where they are, whom they come to, or who sends them away: a country of the sentence that is not their own (nor `known`)."""
    text = sentence.text
    others = [
        m
        for m in sentence.mentions
        if m.code not in {anchor.origin, known} and trades(m.code) and m.start != anchor.start
    ]
    others = [m for m in others if m not in nations and not (anchor.start <= m.start < anchor.end)]
    if (
        giver := next((m for m in others if _OWN_PAPERS.match(text, m.end) and m.use == "adjective"), None)
    ) is not None:
        return giver.code
    behind = [m for m in others if m.start >= anchor.end]
    before = [m for m in others if m.end <= anchor.start]
    if anchor.row and (direct := next((m for m in behind if _DIRECT.fullmatch(text, anchor.end, m.start)), None)):
        return direct.code
    if anchor.row and before and BESIDE.fullmatch(text, before[-1].end, anchor.start):
        return before[-1].code  # "ahead of Jordan with 670,000"
    own = [
        m for m in before if not _LED.search(text[: m.start]) and not _OTHER_CLAUSE.search(text[m.end : anchor.start])
    ]
    own = [m for m in own if m.use not in {"adjective", "demonym"} or _OFFICE.match(text, m.end)]
    if own and (goal := _sent_to(sentence, anchor, own[-1], behind)) is not None:
        return goal.code
    if own and own[-1].use not in {"adjective", "demonym"}:
        return own[-1].code
    placed = next(
        (m for m in behind if _INTO.search(text[: m.start]) and not _AWAY.search(text[anchor.end : m.start])), None
    )
    if placed is not None:
        return placed.code
    if own:
        return own[-1].code
    led = next((m for m in reversed(before) if _INTO.search(text[: m.start])), None)
    if led is not None and not _AWAY.search(text[led.end : anchor.start]):
        return led.code
    if anchor.origin is None:
        return None
    left = next((m for m in behind if _OUT_OF.search(text[: m.start])), None)
    return left.code if left is not None else None


def _sent_to(sentence: Sentence, anchor: Anchor, own: Mention, behind: list[Mention]) -> Mention | None:
    """As in "India sent 202,000 students to American colleges": where a country's own students and workers go."""
    if _SENT_OWN.fullmatch(sentence.text, own.end, anchor.end) is None:
        return None
    return next((m for m in behind if _TO_PLACE.fullmatch(sentence.text, anchor.end, m.start)), None)


_SENT_OWN = re.compile(
    r"(?:\s+(?:has|have|had|also|last\s+year|alone))*\s+(?:sends?|sent|sending|has|have|had|keeps?|posted)\s+[^.;]{0,40}?\b(?:students?|workers?|labou?rers?|nurses?|maids?|teachers?|doctors?|engineers?|nationals|citizens)"
)
_OWN_PAPERS = re.compile(
    r"\s+(?:[a-z]+\s+){0,2}(?:visas?|permits?|citizenship|residency|nationality|passports?|asylum)\b"
)
"""Behind the adjective of whoever lets them in: "were granted Australian student visas"."""
_DIRECT = re.compile(r"\s+(?:(?:live|lived|work|worked|study|are|were)\s+)?(?:for|to|into|in)\s+(?:the\s+)?")
_TO_PLACE = re.compile(r"\s+(?:to|into|in)\s+(?:the\s+)?")
_OFFICE = re.compile(
    r"\s+(?:[a-z]+\s+){0,2}(?:authorit(?:y|ies)|police|government|officials?|army|navy|coast\s?guards?|guards?|ministry|universit(?:y|ies)|colleges?|schools?|campus(?:es)?|troops|courts?|embass(?:y|ies)|patrols?|agency|service|state|side)\b"
)
"""Behind an adjective: who acts for the country ("Turkish police")."""
_LED = re.compile(
    r"\b(?:from|with|in|into|to|at|by|of|for|on|between|against|after|through|via|than)\s+(?:the\s+)?(?:[a-z-]+\s+)?$"
)
_INTO = re.compile(
    r"\b(?:in|into|to|at|by|inside|for|reach(?:ed)?|enter(?:ed|ing)?)\s+(?:the\s+)?(?:neighbou?ring\s+|nearby\s+)?$"
)
_OUT_OF = re.compile(r"\b(?:from|of|leav(?:e|es|ing)|left)\s+(?:the\s+)?(?:neighbou?ring\s+)?$")
_OTHER_CLAUSE = re.compile(r"[;:]|\b(?:while|whereas|but)\b|,\s+and\s")
_AWAY = re.compile(r"[;:]|\b(?:while|whereas)\b|\.\s")


def _back_from(sentence: Sentence, anchor: Anchor, host: str) -> str | None:
    """As in "Turkey took back 202 people from Greece": the other country behind them."""
    for mention in sentence.mentions:
        if mention.start >= anchor.end and mention.code != host and trades(mention.code):
            led = mention.use not in {"adjective", "demonym"} and _OUT_OF.search(sentence.text[: mention.start])
            return mention.code if led else None
    return None


_LEFT_THEIRS = re.compile(
    r"\b(?:left|fled|leaving|fleeing|emigrated\s+from|moved\s+out\s+of)\s+(?:their\s+(?:own\s+)?(?:home\s+)?(?:country|countries|homeland|nation)|the\s+country)\b"
)
_LEFT_HOME = re.compile(
    r"\b(?:deport\w*|expel\w*|repatriat\w*|resettl\w*|refugees?|asylum|\w*migra\w*|fled|flee\w*|evacuat\w*|home|back)\b",
    re.IGNORECASE,
)
"""Words that lead to the story's other country; who merely lives or works may do so at home."""


def _of_story(sentence: Sentence, story: Story, origin: str) -> str | None:
    """The story's other country, where the movers are of one of its two."""
    pair = story.pair
    if pair and origin in pair:
        return other_of(pair, origin)
    home = story.scene
    return home if home not in {None, origin} and any(m.code == origin for m in sentence.mentions) else None


def shows_direction(frame: Frame, sentence: Sentence) -> bool:
    """A frame may move up or down: of movers their number ("the number of refugees fell"), not they themselves ("were picked up")."""
    if frame.partner_prep != MOVING or frame.token.lower.endswith("migration"):
        return True
    return NUMBER_OF.search(sentence.text[: frame.start]) is not None


def movers_at(figure: Figure, frames: list[Frame]) -> Frame | None:
    """The frame of the movers that a figure counts: the noun inside it or right behind."""
    movers = [f for f in frames if f.partner_prep == MOVING]
    if figure.kind == "percent":
        return next((f for f in movers if f.start == figure.start), None)
    row = next((f for f in movers if _right_before(figure, f)), None)
    return row or next((f for f in movers if figure.start <= f.start < figure.end or _right_behind(figure, f)), None)


def _right_before(figure: Figure, frame: Frame) -> bool:
    """As in "Kyrgyz citizens 590,000 and Tajiks 870,000": nothing stands between the noun and its count."""
    return frame.end <= figure.start and frame.token.doc.text[frame.end : figure.start].isspace()


def _right_behind(figure: Figure, frame: Frame) -> bool:
    """The noun follows the figure, with no comma between them."""
    gap = frame.token.doc.text[figure.end : frame.start]
    return 0 < frame.start - figure.end <= PHRASE and not any(mark in gap for mark in ",;(")
