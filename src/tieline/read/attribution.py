"""Whose words each claim of a story is: the speakers of its sentence, of its part of it, or those carried over; never the outlet itself."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tieline.model import lazy_re as re
from tieline.model.claims import Event, Measure, Trend
from tieline.model.countries import lookup
from tieline.model.vocabulary import SPEECH_ACTS
from tieline.read.repeats import Claim
from tieline.read.story.document import Sentence, Story
from tieline.read.story.speakers import Speakers
from tieline.read.story.speech_reach import within_reach


@dataclass(slots=True)
class Attribution:
    """Who speaks in a story, sentence by sentence in the order in which it is read."""

    story: Story
    speakers: Speakers = field(default_factory=Speakers)
    _own: tuple[str, ...] = ()
    _inherited: tuple[str, ...] = ()

    def hear(self, sentence: Sentence) -> None:
        """Take up a parsed sentence, whose claims are asked for next."""
        self._own = self._without_outlet(self.speakers.of(sentence))
        carried = not self._own and sentence.part == "body"
        self._inherited = self.speakers.inherited(sentence) if carried else ()

    def told(self, claims: list[Measure | Trend]) -> None:
        """Keep of what the speaker of the sentence has given figures: more of it, told behind, may be his."""
        if self._own:
            self.speakers.told = frozenset(c.indicator for c in claims)

    def of_flow(self, claim: Measure | Trend, sentence: Sentence) -> Claim:
        """A figure or a trend with its speakers, which are marked as inferred where they are carried over."""
        own = self._of_part(claim, sentence)
        if own or not self._inherited or not self.speakers.may_have_told(claim.indicator, claim.modality):
            return replace(claim, sources=own)
        return replace(claim, sources=self._inherited, inferred=(*claim.inferred, "sources"))

    def of_act(self, act: Event, sentence: Sentence, *, aside: bool) -> Claim:
        """An act with its own sources and those who say the sentence; `aside` if it is told of a speaker by the way."""
        heard = within_reach(self._of_part(act, sentence), sentence, act.quote.start - sentence.start)
        return replace(act, sources=tuple(dict.fromkeys((*act.sources, *_of_others(act, heard, aside=aside)))))

    def _of_part(self, claim: Claim, sentence: Sentence) -> tuple[str, ...]:
        """Who says a claim, where one speaker of its sentence says this and another that."""
        return self._without_outlet(self.speakers.of_part(claim.quote.end - sentence.start, self._own))

    def _without_outlet(self, chain: tuple[str, ...]) -> tuple[str, ...]:
        outlet = (self.story.document.outlet or "").casefold()
        return tuple(s for s in chain if s.casefold() != outlet)


def _of_others(act: Event, own: tuple[str, ...], *, aside: bool) -> tuple[str, ...]:
    """Who says the sentence, without the actor himself where he speaks by the act or the act is told of him on the side."""
    own = tuple(source for source in own if not _FIGURES.search(source))
    if not own:
        return own
    himself = bool(act.actor_person and _same_name(own[0], act.actor_person))
    announced = _ANNOUNCED.search(act.quote.exact) is not None  # whoever announces a measure of his own takes it
    if announced or act.type in SPEECH_ACTS:
        named = lookup(own[0])
        himself = himself or (named is not None and act.actor in named.candidates)
    return own[1:] if himself and (announced or aside or act.type in SPEECH_ACTS) else own


_FIGURES = re.compile(r"\b(?:data|figures|statistics)\b", re.IGNORECASE)
"""What tells of trade and of no act."""
_ANNOUNCED = re.compile(r"\bannounc(?:ed|es|ing)\s+(?!that\b)", re.IGNORECASE)


def _same_name(a: str, b: str) -> bool:
    x, y = set(re.findall(r"\w+", a.casefold())), set(re.findall(r"\w+", b.casefold()))
    return bool(x and y) and len(x & y) >= 0.5 * min(len(x), len(y))
