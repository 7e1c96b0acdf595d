"""When an act happened: the time that belongs to the act's own clause, never to the verb of saying or to what was asked.

What an act asks, offers or threatens has a time of its own ("invited him to come in July"); what happened is not dated after
the story, and what is planned not before it.  `seasons` reads "in the spring", "three years ago", "the next day".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cached_property
from typing import Any

from tieline.model import lazy_re as re
from tieline.model.periods import Period
from tieline.model.vocabulary import EventModality
from tieline.read.acts.counted_dates import anniversary_of, apart
from tieline.read.acts.date_links import announced_date, cleft, date_when, joined_days, occasion_date
from tieline.read.acts.seasons import hanging_times, seasons
from tieline.read.story.document import Sentence, Story
from tieline.read.when.resolver import TimeMention
from tieline.read.words.acts import Rule, noun_rules

_UNTIL = re.compile(r"\b(?:until|till|before|through|planned for)\s+(?:the\s+end\s+of\s+)?$", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|['’]\d\d\b|\blast year|\bnext year")
_ABOUT_ACTS = frozenset({"praise", "criticise", "congratulate", "back"})
_WHEN = re.compile(r",?\s+when\b")
_WRITTEN_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
CONTENT = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})
"""Types whose act has another as its content, with a time of its own."""
_STATEMENTS = frozenset({"statement", "letter", "note", "communique", "communiqué", "declaration", "message"})
_HELD = frozenset("schedule plan set slate expect hold launch begin start open arrange".split())
"""Participles that tell the time of what they hang on: "the talks scheduled next month"."""
_WAYS = frozenset({"way", "step", "measure", "possibility", "option", "mean"})
_LASTING = frozenset({"SANCTION"})
"""Types of measures that go on, whose first day is told by "since"."""
_EFFECTIVE = re.compile(r"\beffective\s+(?:from\s+|on\s+|as\s+of\s+)?$", re.IGNORECASE)
_PRESENT = frozenset({"is", "are", "am", "'s", "’s", "'re"})
_DIRECT = 2
"""Steps from a time to a verb that it hangs on itself: "visited in July"."""
_BESIDE = 4
"""How far a time is held to stand from the clause that tells what happened at it."""


class Dating:
    """Dates the acts of one sentence; `before` is the date of the act told last, on which "the next day" hangs."""

    def __init__(self, sentence: Sentence, story: Story, before: Period | None = None) -> None:
        """Bind the sentence and its story."""
        self.sentence, self.story, self.before = sentence, story, before

    @cached_property
    def _times(self) -> list[TimeMention]:
        hanging = hanging_times(self.sentence.times, self.story.published, self.before)
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
            depth = None if self._of_another(time, own) else self._depth(time, own, content)
            if depth is not None and (best is None or depth < best[0]):
                settled = self._settled(date_when(time), modality, own=depth <= _DIRECT, deed=not content)
                best = (depth, settled) if settled is not None else best
        return (best[1].period, best[1]) if best else (None, None)

    def of_verb(self, token: Any, rule: Rule, modality: EventModality, cluster: list[Any]) -> Period | None:
        """The date of the act of a verb, by its rule and what became of it; `cluster` as in `of`."""
        if rule.type == "SUPPORT":
            anniversary = anniversary_of(self.sentence, self.story, token)
            if anniversary is not None:
                return anniversary
        content = self._content_of(token) if rule.type in CONTENT else frozenset()
        past = modality == "declined" and any(c.lower == "had" and c.dep == "aux" for t in cluster for c in t.children)
        date, time = self.of(cluster, modality="happened" if past else modality, content=content)
        if date is None:
            date = self._of_statement(token)
        if date is None and modality == "happened" and rule.type in _LASTING:
            date = self._in_force(cluster)
        if date is None and modality == "happened":
            above = [t for t in cluster if t.pos == "VERB"]
            dates = (occasion_date(self, t, rule.type) for t in above)
            date = next((d for d in dates if d is not None), None) or announced_date(self, token, rule.type)
        if date is None:
            lent = modality == "scheduled" or rule.mode == "visit"
            date = apart(self, token) or (self._at_once(cluster, modality) if lent else None)
        if time is not None and rule.mode in _ABOUT_ACTS and self._of_what_is_praised(token, time):
            date = None
        if "year" in rule.flags:
            years = [
                t.period
                for t in self.sentence.times
                if t.period is not None and t.period.whole_years and t.period.precision == "year"
            ]
            written = _WRITTEN_YEAR.search(self.sentence.text, token.idx)
            return years[0] if years else Period.of_year(int(written[0])) if written else date
        if date is None and modality == "declined":
            date, _ = date_by_place(self.sentence, 0, len(self.sentence.text))
        return date

    def _in_force(self, cluster: Sequence[Any]) -> Period | None:
        """From when a measure has been in force: "has banned fish since March 1", "imposed a duty effective March 1"."""
        own = {t.i for t in cluster}
        perfect = any(c.lemma == "have" and c.dep == "aux" for t in cluster for c in t.children)
        for time in self._times:
            effective = _EFFECTIVE.search(self.sentence.text, max(0, time.start - 20), time.start)
            alone = perfect and len(self._times) == 1
            since = time.kind == "since" and (alone or self._depth(time, own, frozenset()) is not None)
            if since or effective:
                return date_when(time).period
        return None

    def _of_statement(self, token: Any) -> Period | None:
        """The day of the statement in which something is said: "in a statement issued on Monday, Malta condemned"."""
        texts = [
            o
            for c in token.children
            if c.dep == "prep" and c.lower == "in"
            for o in c.children
            if o.lemma in _STATEMENTS
        ]
        told = [c for o in texts for c in o.children if c.dep == "acl" and c.tag == "VBN"]
        return self.of(told)[0] if told else None

    def on_the_way(self, token: Any, rule: Rule, cluster: list[Any]) -> bool:
        """A journey in the present continuous that a time dates after the story: "is coming to Riga on Friday"."""
        published = self.story.published
        if token.tag != "VBG" or published is None or not any(c.lower in _PRESENT for c in token.children):
            return False
        ahead = self.of_verb(token, rule, "scheduled", cluster)
        return ahead is not None and ahead.start > published.end

    def _at_once(self, cluster: list[Any], modality: EventModality) -> Period | None:
        """The date of the clause that says when: "will sign it when he visits Rome in May", "went there when he toured Asia in May"."""
        clauses = [
            c for t in cluster for c in t.children if c.dep == "advcl" and any(g.lower == "when" for g in c.children)
        ]
        if modality != "scheduled":
            clauses = [c for c in clauses if c.lemma in {"tour", "visit", "travel"}]
        return self.of(clauses, modality=modality)[0] if clauses else None

    def _content_of(self, token: Any) -> frozenset[int]:
        """The words of the infinitive that says what is asked, offered or threatened."""
        verbs = [
            c for c in token.children if c.dep in {"xcomp", "ccomp"} and c.i > token.i and c.pos in {"VERB", "AUX"}
        ]
        return frozenset(t.i for verb in verbs for t in verb.subtree)

    def _of_what_is_praised(self, token: Any, time: TimeMention) -> bool:
        """A month behind an act that is praised or blamed dates that act: "hailed the visit in October"."""
        nouns = noun_rules()
        between = (t for t in self.sentence.tokens if token.idx < t.idx < time.start)
        vague = time.period is not None and time.period.days > 7
        return vague and any(t.pos == "NOUN" and t.lemma in nouns for t in between)

    def over(self, date: Period | None) -> bool:
        """What was ahead when something else was done lies behind by the story's date."""
        published = self.story.published
        return date is not None and published is not None and date.end < published.start

    def _of_another(self, time: TimeMention, own: set[int]) -> bool:
        """A time is another act's: "condemned Monday's transit", "ended sanctions imposed two years ago"."""
        inside = [t for t in self.sentence.tokens if time.start <= t.idx < time.end]
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

    def _settled(self, time: TimeMention, modality: EventModality, *, own: bool, deed: bool) -> TimeMention | None:
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
            if time.kind == "month" or nearer:
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
                node.dep == "conj" and node.pos == "VERB"
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


def _what(clause: Any) -> bool:
    """A clause that stands for a thing: "raided what Lima called a base on Monday"."""
    return clause.dep == "ccomp" and any(c.lower == "what" for c in clause.children)


def _is_purpose(verb: Any) -> bool:
    """What ways and steps are for."""
    return verb.dep in {"relcl", "acl"} and verb.head.lemma in _WAYS and any(c.lower == "to" for c in verb.children)


def date_by_place(sentence: Sentence, start: int, end: int) -> tuple[Period | None, TimeMention | None]:
    """Where the parse is no help: the only time inside the act's words."""
    inside = [
        t
        for t in sentence.times
        if start <= t.start and t.end <= end and t.period is not None and t.role in {"period", "point"}
    ]
    return (inside[0].period, inside[0]) if len(inside) == 1 else (None, None)
