"""When an act happened: by its own time, else by that of what it is told with: a statement, the talks, an anniversary.

What an act asks, offers or threatens has a time of its own ("invited him to come in July").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tieline.model import lazy_re as re
from tieline.model.periods import Period
from tieline.model.vocabulary import EventModality
from tieline.read.acts.act_times import ActTimes
from tieline.read.acts.counted_dates import anniversary_of, apart
from tieline.read.acts.date_links import announced_date, occasion_date
from tieline.read.acts.time_shapes import date_when
from tieline.read.story.document import Sentence
from tieline.read.syntax.tokens import Token
from tieline.read.when.resolver import TimeMention
from tieline.read.words.acts import noun_rules
from tieline.read.words.rule import Rule

_ABOUT_ACTS = frozenset({"praise", "criticise", "congratulate", "back"})
_WRITTEN_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
CONTENT = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})
"""Types whose act has another as its content, with a time of its own."""
_STATEMENTS = frozenset({"statement", "letter", "note", "communique", "communiqué", "declaration", "message"})
_LASTING = frozenset({"SANCTION"})
"""Types of measures that go on, whose first day is told by "since"."""
_EFFECTIVE = re.compile(r"\beffective\s+(?:from\s+|on\s+|as\s+of\s+)?$", re.IGNORECASE)
_PRESENT = frozenset({"is", "are", "am", "'s", "’s", "'re"})


class Dating(ActTimes):
    """Dates the acts of one sentence."""

    def of_verb(self, token: Token, rule: Rule, modality: EventModality, cluster: list[Token]) -> Period | None:
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
            lent = modality == "scheduled" or rule.type == "CONSULT"
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

    def _of_statement(self, token: Token) -> Period | None:
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

    def on_the_way(self, token: Token, rule: Rule, cluster: list[Token]) -> bool:
        """A journey in the present continuous that a time dates after the story: "is coming to Riga on Friday"."""
        published = self.story.published
        if token.tag != "VBG" or published is None or not any(c.lower in _PRESENT for c in token.children):
            return False
        ahead = self.of_verb(token, rule, "scheduled", cluster)
        return ahead is not None and ahead.start > published.end

    def _at_once(self, cluster: list[Token], modality: EventModality) -> Period | None:
        """The date of the clause that says when: "will sign it when he visits Rome in May", "raised it when they met in May"."""
        clauses = [
            c for t in cluster for c in t.children if c.dep == "advcl" and any(g.lower == "when" for g in c.children)
        ]
        if modality != "scheduled":
            clauses = [c for c in clauses if c.lemma in {"tour", "visit", "travel", "meet"}]
        return self.of(clauses, modality=modality)[0] if clauses else None

    def _content_of(self, token: Token) -> frozenset[int]:
        """The words of the infinitive that says what is asked, offered or threatened."""
        verbs = [
            c for c in token.children if c.dep in {"xcomp", "ccomp"} and c.i > token.i and c.pos in {"VERB", "AUX"}
        ]
        return frozenset(t.i for verb in verbs for t in verb.subtree)

    def _of_what_is_praised(self, token: Token, time: TimeMention) -> bool:
        """A month behind an act that is praised or blamed dates that act: "hailed the visit in October"."""
        nouns = noun_rules()
        between = (t for t in self.sentence.tokens if token.idx < t.idx < time.start)
        vague = time.period is not None and time.period.days > 7
        return vague and any(t.pos == "NOUN" and t.lemma in nouns for t in between)

    def over(self, date: Period | None) -> bool:
        """What was ahead when something else was done lies behind by the story's date."""
        published = self.story.published
        return date is not None and published is not None and date.end < published.start


def date_by_place(sentence: Sentence, start: int, end: int) -> tuple[Period | None, TimeMention | None]:
    """Where the parse is no help: the only time inside the act's words."""
    inside = [
        t
        for t in sentence.times
        if start <= t.start and t.end <= end and t.period is not None and t.role in {"period", "point"}
    ]
    return (inside[0].period, inside[0]) if len(inside) == 1 else (None, None)
