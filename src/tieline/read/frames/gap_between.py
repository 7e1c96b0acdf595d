"""A balance told by the two flows that it lies between: "the excess of imports over exports", "the gap between exports and imports"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import FLOWS, Frame

_FLOW: Final = r"(?:exports?|imports?|purchases|sales|shipments|deliveries)"
_GAP: Final = re.compile(
    rf"\b(?:(?P<excess>excess|surplus)\s+of\s+(?:[\w'’.-]+\s+){{0,4}}?(?P<one>{_FLOW})\b[^.;:,\d]{{0,40}}?\bover\s+(?:[\w'’.-]+\s+){{0,3}}?(?P<two>{_FLOW})"
    rf"|(?P<gap>gap|imbalance|shortfall)\s+between\s+(?:[\w'’.-]+\s+){{0,4}}?(?P<first>{_FLOW})\b[^.;:,\d]{{0,40}}?\band\s+(?:[\w'’.-]+\s+){{0,3}}?(?P<second>{_FLOW}))\b",
    re.IGNORECASE,
)
_OWNED: Final = re.compile(r"(?:['’]s?)?\s+(?:[a-z-]+\s+){0,2}")


def as_gaps(sentence: Sentence, frames: list[Frame]) -> list[Frame]:
    """The frames of a sentence, with one balance in the place of two flows of which the words tell how far they lie apart."""
    for found in _GAP.finditer(sentence.text):
        name = "excess" if found["excess"] else "gap"
        one, two = ("one", "two") if found["excess"] else ("first", "second")
        flows = [f for f in frames if f.token.idx in {found.start(one), found.start(two)} and f.indicator in FLOWS]
        head = next((t for t in sentence.tokens if t.idx == found.start(name)), None)
        if head is None or not flows or found[one].lower()[0] == found[two].lower()[0]:
            continue
        first, last = flows[0], flows[-1]
        reporter = _owner(sentence, found.start(name)) or first.reporter or last.reporter
        partner = next((f.partner for f in reversed(flows) if f.partner not in {None, reporter}), None)
        more = first.token.idx == found.start(one) and first.indicator == "exports" and name == "excess"
        gap = replace(
            first, token=head, indicator="balance", reporter=reporter, partner=partner, good=first.good or last.good,
            start=min(first.start, head.idx), end=max(last.end, found.end()), sign=1 if more else -1, inferred=(), weak=False,
        )  # fmt: skip
        inside = [f for f in frames if not found.start() <= f.token.idx < found.end()]
        frames = sorted([*inside, gap], key=lambda f: f.token.i)
    return frames


def without_partners_called(frames: list[Frame]) -> list[Frame]:
    """As in "the gap with its largest trade partner widened to $6 billion": the noun only says who the partner of the flow before it is."""
    others = {f.token.i for f in frames if not f.verb}
    return [f for f in frames if f.token.lemma not in _CALLING or not _calls_partner(f, others)]


def _calls_partner(frame: Frame, others: set[int]) -> bool:
    word = frame.token.head
    if frame.token.dep != "compound" or word.lemma != "partner":
        return False
    for _ in range(_STEPS_OUT):
        if word.head is word or word.dep not in {"pobj", "prep", "conj", "appos", "compound"}:
            return False
        word = word.head
        if word.i in others and word.i < frame.token.i:
            return True
    return False


_CALLING: Final = frozenset({"trade", "trading"})
_STEPS_OUT: Final = 4


def _owner(sentence: Sentence, start: int) -> str | None:
    """Whose balance it is, where a country stands before the word as its owner."""
    before = [m for m in sentence.mentions if m.end <= start and trades(m.code)]
    last = before[-1] if before else None
    if last is None or _OWNED.fullmatch(sentence.text, last.end, start) is None:
        return None
    return last.code if last.use == "adjective" or sentence.text[last.end : last.end + 1] in {"'", "’"} else None
