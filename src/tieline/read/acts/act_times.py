"""Which time of a sentence is an act's: the one that hangs on its own words, never on the verb of saying or on what was asked.

What happened is not dated after the story, and what is planned not before it.  `seasons` reads "in the spring", "three years
ago", "the next day".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from functools import cached_property
from typing import Any

from tieline.model import lazy_re as re
from tieline.model.periods import Period
from tieline.model.vocabulary import EventModality
from tieline.read.acts.doers import SPEAKING
from tieline.read.acts.lent_times import is_of_a_deed, is_of_a_name, is_of_a_reason, is_of_what_followed, said_then
from tieline.read.acts.modality import SAYING
from tieline.read.acts.seasons import hanging_times, seasons
from tieline.read.acts.time_shapes import cleft, date_when, joined_days
from tieline.read.story.document import Sentence, Story
from tieline.read.syntax.tokens import Token
from tieline.read.when.resolver import TimeMention

_UNTIL = re.compile(r"\b(?:until|till|before|through|planned for)\s+(?:the\s+end\s+of\s+)?$", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|['’]\d\d\b|\blast year|\bnext year")
_WHEN = re.compile(r",?\s+(?:the\s+(?:day|month|year)\s+)?when\b")
_HELD = frozenset("schedule plan set slate expect hold launch begin start open arrange".split())
"""Participles that tell the time of what they hang on: "the talks scheduled next month"."""
_WAYS = frozenset({"way", "step", "measure", "possibility", "option", "mean"})
_DIRECT = 2
"""Steps from a time to a verb that it hangs on itself: "visited in July"."""
_CALLING = frozenset("call describe reject dismiss condemn denounce criticise criticize welcome praise".split())
"""Who says what he thinks of something and then does something, has no day for the first: "called it unfair and summoned"."""
_ONE_BREATH = 8
"""Words between two deeds of one day."""
_BESIDE = 4
"""How far a time is held to stand from the clause that tells what happened at it."""


class ActTimes:
    """The times of one sentence, by the acts that they date; `before` is the date of the act told last, on which "the next day" hangs."""

    def __init__(self, sentence: Sentence, story: Story, before: Period | None = None) -> None:
        """Bind the sentence and its story."""
        self.sentence, self.story, self.before = sentence, story, before

    @cached_property
    def _times(self) -> list[TimeMention]:
        hanging = hanging_times(self.sentence.text, self.sentence.times, self.story.published, self.before)
        found = seasons(self.sentence.text, hanging, self.story.published, ahead=False)
        return joined_days((t for t in found if t.period is not None), self.sentence.text)

    @cached_property
    def _times_ahead(self) -> list[TimeMention]:
        return [
            t
            for t in seasons(self.sentence.text, self._times, self.story.published, ahead=True)
            if t.period is not None
        ]

    def of(
        self, cluster: Iterable[Any], *, modality: EventModality = "happened", content: frozenset[int] = frozenset()
    ) -> tuple[Period | None, TimeMention | None]:
        """The date of the act that the tokens of its cluster (verb, light verb, noun) tell.

        `content` are the places of the words that say what is asked, offered or refused.
        """
        own = {t.i for t in cluster}
        best: tuple[int, TimeMention] | None = None
        for time in self._times_ahead if modality == "scheduled" else self._times:
            if (
                time.role in {"duration", "vague"}
                or (time.role == "base" and time.kind != "weekday")
                or (time.kind == "since" and not _WHEN.match(self.sentence.text, time.end))
            ):
                continue
            if _UNTIL.search(self.sentence.text, max(0, time.start - 14), time.start):
                continue
            if modality == "scheduled" and said_then(self.sentence.tokens, time, self.sentence.text) is not None:
                continue  # "said on Thursday it would recall": done at another time
            depth = None if self._of_another(time, own) else self._depth(time, own, content)
            if depth is not None and (best is None or depth < best[0]):
                done = any(t.tag == "VBD" for t in cluster)
                settled = self._settled(date_when(time), modality, own=depth <= _DIRECT, deed=not content, done=done)
                best = (depth, settled) if settled is not None else best
        return (best[1].period, best[1]) if best else (None, None)

    def _of_another(self, time: TimeMention, own: set[int]) -> bool:
        """A time is another act's: "condemned Monday's transit", "ended sanctions imposed two years ago"."""
        tokens = self.sentence.tokens
        if is_of_a_reason(tokens, time, own) or is_of_what_followed(tokens, time, own):
            return True
        if is_of_a_deed(tokens, time, own, self.sentence.text) or is_of_a_name(tokens, time, own):
            return True
        inside = [t for t in tokens if time.start <= t.idx < time.end]
        if not inside or inside[0].i in own:
            return False
        published = self.story.published
        if inside[-1].dep == "poss" and inside[-1].head.i not in own:
            return published is None or time.period is None or time.period.start <= published.end
        if time.kind not in {"year", "month", "week"} or inside[0].i == 0:
            return False
        before = inside[0].nbor(-1)
        told = before if before.tag == "VBN" else next((a for a in before.ancestors if a.tag == "VBN"), None)
        if told is None or told.dep != "acl" or told.i in own or told.lemma in _HELD:
            return False
        return any(a.i in own for a in told.ancestors)

    def _depth(self, time: TimeMention, own: set[int], content: frozenset[int]) -> int | None:
        """How far a time stands from the act's words; None where it is another clause's."""
        if content and time.kind not in {"weekday", "day"}:
            head = next((t for t in self.sentence.tokens if time.start <= t.idx < time.end), None)
            if head is not None and head.i in content:
                return None
        depth = _distance(self.sentence, time, own)
        return depth if depth is not None else _when(self.sentence, time, own) or cleft(self.sentence, time, own)

    def _settled(
        self, time: TimeMention, modality: EventModality, *, own: bool, deed: bool, done: bool
    ) -> TimeMention | None:
        """The time of something planned lies ahead, of something done behind, whatever the words around it seemed to say."""
        date, published = time.period, self.story.published
        if date is None or published is None:
            return time
        late = modality in {"happened", "denied"} and date.start > published.end
        early = modality == "scheduled" and date.end < published.start
        if not (late or early):
            return time
        if time.kind == "weekday":
            shift = timedelta(days=-7 if late else 7)
            return replace(time, period=Period(date.start + shift, date.end + shift))
        if own and time.kind in {"month", "day", "interval"} and not _YEAR.search(time.text):
            other = date.shifted_years(-1 if late else 1)
            nearer = abs(other.start - published.start) < abs(date.start - published.start)
            if time.kind == "month" or nearer or (late and done and time.kind == "day"):
                return replace(time, period=other)
        return None if late and (time.kind == "year" or not (own and deed and _YEAR.search(time.text))) else time


def _when(sentence: Sentence, time: TimeMention, own: set[int]) -> int | None:
    """A time that a clause with "when" tells of: "in May 2021, when Peru recalled its envoy"."""
    if not _WHEN.match(sentence.text, time.end):
        return None
    for token in sentence.tokens:
        if token.i in own and token.dep in {"relcl", "advcl"} and any(c.lower == "when" for c in token.children):
            return _BESIDE if time.end <= token.idx else None
    return None


def _distance(sentence: Sentence, time: TimeMention, own: set[int]) -> int | None:
    """Steps from a time up to a token of the cluster; None where another clause or act lies between."""
    tokens = [t for t in sentence.tokens if time.start <= t.idx < time.end]
    if not tokens:
        return None
    node = next((t for t in tokens if not time.start <= t.head.idx < time.end), tokens[0])
    done = time.kind in {"weekday", "day"} and time.period is not None and time.period.days == 1
    for steps in range(1, 9):
        if node.i in own:
            return steps
        head = node.head
        if head == node:
            return None
        if done and head.i not in own and _is_purpose(head):
            node = head.head  # "looked at ways to widen trade on Saturday": the day of the looking
            continue
        if head.i in own:
            if (node.dep in {"ccomp", "relcl", "advcl", "pcomp"} and not _what(node)) or (
                node.dep == "conj" and node.pos == "VERB" and not (done and _in_one_breath(node, time))
            ):
                return None
            return steps
        if node.pos in {"VERB", "AUX"} and node.dep in {
            "ccomp",
            "pcomp",
            "relcl",
            "advcl",
            "acl",
            "ROOT",
            "parataxis",
            "conj",
        }:
            return None
        node = head
    return None


def _in_one_breath(verb: Token, time: TimeMention) -> bool:
    """A deed that goes on from the first, with the day of both behind it: "fired on and damaged a tanker on Monday"."""
    first = verb.head
    told = (
        verb.tag == first.tag == "VBD" and verb.lemma not in SAYING and first.lemma not in SAYING | SPEAKING | _CALLING
    )
    near = verb.i - first.i <= _ONE_BREATH and time.start > verb.idx
    return told and near and {c.dep for c in verb.children}.isdisjoint({"nsubj", "nsubjpass", "advcl", "conj"})


def _what(clause: Token) -> bool:
    """A clause that stands for a thing: "raided what Lima called a base on Monday"."""
    return clause.dep == "ccomp" and any(c.lower == "what" for c in clause.children)


def _is_purpose(verb: Token) -> bool:
    """What ways and steps are for."""
    return verb.dep in {"relcl", "acl"} and verb.head.lemma in _WAYS and any(c.lower == "to" for c in verb.children)
