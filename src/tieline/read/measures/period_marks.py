"""Of which time a figure may be: the periods that come into question, and what speaks for each.

"Exports came to 420 million" may be of the time that its sentence names first, of the one behind it, of the time of the
figure before, or of the one that the story began with; rules (`periods`) give one answer, these marks weigh it against
the others (`period_choice`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.periods import Period
from tieline.read.measures.draft_slots import Draft
from tieline.read.story.document import Sentence
from tieline.read.story.memory import Memory
from tieline.read.when.calendar import months_in
from tieline.read.when.resolver import TimeMention

_LATELY: Final = 5
_SHORTEST: Final = 10
_MONTH: Final = 28
_STEPS: Final = (6, 20, 45, 90)
_LEAD: Final = re.compile(r"([\w-]+)\s+(?:the\s+)?$", re.IGNORECASE)
_LEADS: Final = frozenset(
    "in of for from since to by during than over with between until after before against at on last this and or was were is".split()
)
_PARTED: Final = re.compile(
    r"[;:]|,\s+(?:which|who|while|when|where|whereas|but|and|although|though)\b|\b(?:while|whereas|but)\b"
)
_COMMA: Final = re.compile(r",\s")
_OPENING: Final = 30
_NOW: Final = re.compile(r"\b(?:now|currently|at present|today|already|so far|to date)\b", re.IGNORECASE)
_ONCE: Final = re.compile(r"\b(?:had|once|previously|earlier|used to|before that|back then|ago)\b", re.IGNORECASE)
_TO_COME: Final = re.compile(
    r"\b(?:will|would|expect\w*|plan\w*|target\w*|aim\w*|forecast\w*|project\w*|by)\b", re.IGNORECASE
)
_ANNUAL: Final = re.compile(r"\b(?:annual(?:ly)?|a year|per year|yearly|every year|each year)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A time that a figure may be of, with the marks that speak for or against it."""

    period: Period | None
    marks: dict[str, float]


def candidates(
    draft: Draft,
    sentence: Sentence,
    memory: Memory,
    rule: tuple[Period | None, bool],
    spoken_of: Period | None,
    published: Period | None,
) -> list[Candidate]:
    """The times that come into question for a draft, that of the rules first: those named in its sentence, those of the figures told before.

    `rule` is the period of the rules and whether it was carried over, `spoken_of` the one that the story speaks of.
    """
    told = [each for each in memory.told if each.period is not None]
    named = [t for t in sentence.times if t.period is not None and t.period.days >= _SHORTEST]
    often = Counter(each.period for each in told)
    lately = [each.period for each in told[: -_LATELY - 1 : -1]]
    first = told[0].period if told else None
    most = often.most_common(1)[0][0] if often else None
    found = dict.fromkeys([rule[0], *(t.period for t in named), *lately, spoken_of, first, most])
    scene = _Scene(draft, sentence, memory, rule, spoken_of, published, tuple(named), tuple(lately), first, most)
    return [Candidate(p, _marks(scene, p)) for p in found if p is not None or p == rule[0]]


@dataclass(frozen=True, slots=True)
class _Scene:
    draft: Draft
    sentence: Sentence
    memory: Memory
    rule: tuple[Period | None, bool]
    spoken_of: Period | None
    published: Period | None
    named: tuple[TimeMention, ...]
    lately: tuple[Period | None, ...]
    first: Period | None
    most: Period | None

    @property
    def kind(self) -> str:
        """What the draft tells."""
        draft = self.draft
        if draft.share is not None and draft.level is None:
            return "share"
        if draft.level is None:
            return "change"
        return "level" if draft.change is None and draft.change_value is None else "level and change"


def _marks(scene: _Scene, period: Period | None) -> dict[str, float]:
    rule, carried = scene.rule
    kind = scene.kind
    found: set[str] = set()
    if period == rule:
        how = "none" if rule is None else "carried" if carried else "said"
        found |= {"rule", f"rule {how}", f"rule {how} of a {kind}", f"rule {how} in {scene.draft.frame.indicator}"}
        if scene.named:
            found.add(f"rule {how} beside times")
    if period is None:
        return dict.fromkeys(sorted(found), 1.0)
    here = [t for t in scene.named if t.period == period]
    for time in here[:2]:
        found |= set(_marks_of_mention(scene, time))
    found.add("said" if here else "not said")
    if not here:
        found |= {f"not said, {kind}", "not said beside times" if scene.named else "not said, none named"}
    found |= set(_marks_of_story(scene, period, said=bool(here)))
    found |= set(_marks_of_length(scene, period, said=bool(here)))
    return dict.fromkeys(sorted(found), 1.0)


def _marks_of_mention(scene: _Scene, time: TimeMention) -> list[str]:
    """Where a time stands to the figures of the draft."""
    text, figures = scene.sentence.text, scene.draft.figures
    start, end = min(f.start for f in figures), max(f.end for f in figures)
    own = {f.start for f in figures}
    if time.start >= end:
        way, begin, stop = "behind", end, time.start
    elif time.end <= start:
        way, begin, stop = "before", time.end, start
    else:
        way, begin, stop = "among", time.start, time.start
    others = sum(begin <= f.start < stop and f.start not in own for f in scene.sentence.figures)
    between = text[begin:stop]
    times = sum(t is not time and begin <= t.start < stop for t in scene.named)
    lead = _LEAD.search(text[: time.start])
    word = lead.group(1).lower() if lead else "no"
    word = word if word in _LEADS else "a word" if lead else "no word"
    far = next((str(n) for n in _STEPS if stop - begin <= n), "far")
    frame = scene.draft.frame
    with_noun = frame.end and min(abs(time.start - frame.end), abs(frame.start - time.end)) <= _STEPS[0]
    marks = [
        f"{way}",
        f"{way} at {far}",
        f"{way} led by {word}",
        f"{way} as {time.role}",
        f"{way} as {time.kind}",
        f"{time.role} of a {scene.kind}",
        f"{way} {scene.kind}",
        f"{way} past {min(others, 2)} figures",
        f"{way} past {min(times, 2)} times",
    ]
    if _PARTED.search(between):
        marks.append(f"{way} parted")
    elif _COMMA.search(between):
        marks.append(f"{way} past a comma")
    if time.start < _OPENING:
        marks += ["opens", f"opens past {min(others, 2)} figures"]
    if with_noun:
        marks.append("beside the noun")
    if len(scene.named) == 1:
        marks += ["alone", f"alone as {time.role}", f"alone as {time.kind}"]
    return marks


def _marks_of_story(scene: _Scene, period: Period, *, said: bool) -> list[str]:
    """How a time stands to those of the figures told before, and to the day of the story."""
    memory, sentence = scene.memory, scene.sentence
    how = "said" if said else "not said"
    last = memory.told[-1] if memory.told else None
    same = last is not None and last.sentence == sentence.index
    where = (
        "of this sentence"
        if same
        else "of the last one"
        if last is not None and last.sentence == sentence.index - 1
        else "before"
    )
    holds = {
        f"as the last told {where}, {how}": bool(scene.lately) and scene.lately[0] == period,
        f"told lately, {how}": period in scene.lately,
        f"as the first told, {how}": period == scene.first,
        f"told most, {how}": period == scene.most,
        f"spoken of, {how}": period == scene.spoken_of,
        "spoken of in a new paragraph": period == scene.spoken_of
        and sentence.before is not None
        and sentence.before.paragraph != sentence.paragraph,
        "nothing told": not scene.lately,
    }
    marks = [mark for mark, told in holds.items() if told]
    text = sentence.text
    if scene.published is not None:
        day = scene.published
        if period.start > day.end:
            marks += ["to come", "to come as said" if _TO_COME.search(text) else "to come unsaid"]
        elif period.end > day.end:
            marks += ["runs on", f"runs on, {how}", f"runs on, {scene.kind}"]
        else:
            years = day.start.year - period.end.year
            marks += [f"{min(years, 3)} years back, {how}"]
            if _NOW.search(text):
                marks.append(f"{min(years, 3)} years back, now")
        if period.end.year == day.start.year and _TO_COME.search(text):
            marks.append("this year, to come")
    if scene.spoken_of is not None:
        earlier = period.end < scene.spoken_of.start
        if earlier:
            marks += [f"earlier, {how}", *(["earlier, once"] if _ONCE.search(text) else [])]
        elif period.start > scene.spoken_of.end:
            marks.append(f"later, {how}")
    return marks


def _marks_of_length(scene: _Scene, period: Period, *, said: bool) -> list[str]:
    """How long a time is, by itself and beside those of others."""
    how = "said" if said else "not said"
    marks = [f"{_length(period)}, {how}", f"{_length(period)} of {scene.draft.frame.indicator}"]
    if _ANNUAL.search(scene.sentence.text):
        marks.append(f"{_length(period)}, yearly")
    for name, other in (
        ("rule", scene.rule[0]),
        ("spoken of", scene.spoken_of),
        ("last told", scene.lately[0] if scene.lately else None),
    ):
        if other is None or other == period:
            continue
        if period in other:
            marks.append(f"part of the {name}, {how}")
        elif other in period:
            marks.append(f"holds the {name}, {how}")
        elif _length(period) == _length(other):
            marks.append(f"as long as the {name}, {how}")
        else:
            marks.append(f"of another length than the {name}, {how}")
    return marks


def _length(period: Period) -> str:
    if not period.whole_months:
        return "days" if period.days < _MONTH else "odd"
    months = months_in(period)
    return {1: "month", 3: "quarter", 6: "half", 12: "year"}.get(months, "months" if months < 12 else "years")
