"""What stands round a frame whose roles its phrase leaves open: what was told before, the countries beside it, the story."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tieline.model import lazy_re as re
from tieline.read.frames.subjects import sentence_subject, shares_verb
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.memory import MERCHANDISE, Frame, Memory, other_of
from tieline.read.words.trade import OWED

FROM_BEFORE = re.compile(r"\bfrom (?:the )?$")
_REMEMBERED = 3
"""Sentences for which a frame stays the last one spoken of."""
_FAR_MORE = 2


@dataclass(frozen=True, slots=True)
class Around:
    """What stands round a frame: `before` in its sentence, `last` spoken of, and the `loose` countries beside it."""

    sentence: Sentence
    story: Story
    memory: Memory
    before: Frame | None
    last: Frame | None
    loose: tuple[Mention, ...]

    def subject(self, frame: Frame) -> str | None:
        """The country of the subject that governs the frame."""
        code = sentence_subject(self.sentence, frame.token, self.memory)
        return code if code is None or frame.indicator not in MERCHANDISE or trades(code) else None

    @property
    def last_of_trade(self) -> Frame | None:
        """What was spoken of last, but no duty: whoever levies one is not who sells."""
        return self.memory.flow if self.last is not None and self.last.indicator == "tariff" else self.last

    @property
    def trading_pair(self) -> tuple[str, str] | None:
        """The two countries spoken of last, of the whole story where those are no two that trade ("at the UN and the OSCE")."""
        pair = self.memory.pair
        return pair if pair is None or (trades(pair[0]) and trades(pair[1])) else self.story.pair

    @property
    def opens_anew(self) -> bool:
        """A paragraph begins, in a story that opens with its pair: whoever was spoken of in passing is left behind."""
        earlier = self.sentence.before
        return self.story.opens_with_pair and (earlier is None or earlier.paragraph != self.sentence.paragraph)

    def of_whole_story(self, code: str | None) -> str | None:
        """The country that the story is about, if it names one far more often than any other."""
        ranked = [(c, n) for c, n in self.story.counts.most_common(2) if trades(c)]
        alone = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] >= _FAR_MORE * ranked[1][1])
        return ranked[0][0] if ranked and alone and ranked[0][0] != code else None

    def other_of_story(self, code: str | None) -> str | None:
        """The other country of the story's pair, if the code is one of it."""
        pair = self.story.pair
        return other_of(pair, code) if pair and code in pair else None


def with_roles(frame: Frame, reporter: str | None, partner: str | None, *inferred: str) -> Frame:
    """The frame with these roles, of which the inferred ones come from outside its phrase."""
    every = tuple(dict.fromkeys((*frame.inferred, *inferred)))
    return replace(frame, reporter=reporter, partner=partner, inferred=every)


def if_sound(frame: Frame) -> Frame | None:
    """The frame unless its reporter is open, or its partner a guess where only a named one will do."""
    if frame.reporter is None or (
        frame.reporter == "WLD" and frame.indicator not in {"investment", "other", "tourism"}
    ):
        return None
    a_debt = frame.indicator == "debt" and frame.token.lemma in OWED
    if "partner" in frame.inferred and (frame.indicator == "consumption" or a_debt):
        return None
    return frame


def _one_of_several(last: Frame, sentence: Sentence) -> Frame:
    """As in "bought 300,000 tonnes from Russia, Romania and France. The shipments are of 180,000 tonnes from Russia, ...": with the first that is named again."""
    again = next((m.code for m in sentence.mentions if m.code in last.partners), None)
    return replace(last, partner=again, group=False) if again is not None else last


def look_around(frame: Frame, sentence: Sentence, story: Story, memory: Memory, before: Frame | None) -> Around:
    """What stands round a frame of a sentence; `before` is the last frame before it there."""
    if before is not None and (before.partner or before.group):
        last: Frame | None = before
    else:
        last = memory.frame if sentence.index - memory.frame_sentence <= _REMEMBERED else None
    if last is not None and last.verb and last.group and last.partners:
        last = _one_of_several(last, sentence)
    used = {frame.reporter, frame.partner}
    loose = tuple(
        m
        for m in sentence.mentions
        if m.code not in used and not m.place and trades(m.code) and not shares_verb(sentence, m)
    )
    return Around(sentence, story, memory, before, last, loose)
