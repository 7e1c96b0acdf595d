"""The likeliest time of a figure: weights over the marks of each that comes into question.

A conditional logit over the periods (`period_marks`), whose weights `tools/fit_periods.py` finds on annotated stories.
The answer of the rules is the strongest mark; another time takes its place only where it leads; one that its own sentence does not name is marked as inferred.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tieline.model.periods import Period
from tieline.read.learned import linear
from tieline.read.measures.bases import opens_with
from tieline.read.measures.draft_slots import Draft
from tieline.read.measures.period_marks import Candidate, candidates
from tieline.read.story.document import Sentence, Story
from tieline.read.story.memory import Memory
from tieline.read.when.calendar import months_in

When = tuple[Period | None, Period | None, tuple[str, ...]]
"""Period, base, and which of the two are inferred."""

_WEIGHTS: Final = Path(__file__).parent / "period_weights.json"
CLEAR: Final = 0.3
"""By how much another time must lead the one that the rules have carried over: its odds are a third better."""
CLEAR_OF_SAID: Final = 1.5
"""The same for a time that the rules have from the words of the sentence."""


def with_likely_period(
    told: When, draft: Draft, sentence: Sentence, story: Story, memory: Memory, spoken_of: Period | None
) -> When:
    """What the rules told of the time of a draft, or the time that is far likelier."""
    period, base, inferred = told
    rule, *others = candidates(draft, sentence, memory, (period, "period" in inferred), spoken_of, story.published)
    if opens_with(sentence) is not None:
        return told  # "In the previous year it sold 400 tons worth $4 million"
    said_base = base is not None and "base" not in inferred
    others = [each for each in others if not (said_base and each.period is not None and base in each.period)]
    best = max(others, key=weight, default=rule)
    if period is None and base is not None:
        return told  # "have risen by a third since 2009"
    if period is not None and "period" not in inferred and all(time.period != period for time in sentence.times):
        return told  # "January exports came to $9 million in 2018": rules have put it together of two
    clear = CLEAR if period in {None, spoken_of} else CLEAR_OF_SAID
    if best.period is None or weight(best) - weight(rule) < clear:
        return told
    if base is not None and not said_base:
        stepped = period is not None and base == period.before() and months_in(period) == months_in(best.period)
        base = best.period.before() if stepped else best.period.shifted_years(-1)
    rest = tuple(field for field in inferred if field != "period")
    said = any(time.period == best.period for time in sentence.times)
    return best.period, base, rest if said else ("period", *rest)


def weight(candidate: Candidate) -> float:
    """What the marks of a time weigh together."""
    return linear.weight(candidate.marks, _WEIGHTS)
