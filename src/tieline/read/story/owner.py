"""The one country whose trade a story of several goes through, told by the whole of its words before any is parsed.

Its marks (`owner_marks`) are weighed as a conditional logit; who leads clearly is the owner, and how likely each country
is to be it counts where a side of a figure is open (`measures.side_choice`).
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp
from typing import Final

from tieline.read.story.document import Story, trades
from tieline.read.story.owner_marks import heads_story, marks_of, only_faced, owners_named

_FEWEST: Final = 3
_WEIGHTS: Final[dict[str, float]] = {
    "owns": 1.7, "first sentence": 1.4, "its office": 1.3, "sells": 1.2, "faces a market": 1.15, "named": 1.05, "scene": 1.0,
    "of that country": 0.9, "outlet": 0.85, "is a market": -0.75, "of its": 0.7, "buys": 0.7, "first of all": 0.65,
    "headline": 0.3, "row": -0.25, "heads": 0.7,
}  # fmt: skip
_CLEAR: Final = 0.8
"""What each mark weighs, and by how much the first must lead the second: found by `tools/fit_owner.py`, rounded."""
_LONG: Final = 4
"""Sentences with a country, in a story long enough to tell; of a shorter one, of two at least, the lead must be larger."""
_FEWEST_SENTENCES: Final = 2
_CLEAR_OF_FEW: Final = 1.5


def owner_chances(story: Story) -> dict[str, float]:
    """How likely each country that a story names is to be the one that its figures are of, the likeliest first."""
    weighed = {code: weight_of(found) for code, found in marks_of(story).items()}
    most = max(weighed.values(), default=0.0)
    odds = {code: exp(weight - most) for code, weight in weighed.items()}
    return {code: odds[code] / sum(odds.values()) for code in sorted(odds, key=lambda c: (-odds[c], c))}


def weight_of(marks: Mapping[str, float]) -> float:
    """What the marks of a country weigh together."""
    return sum(_WEIGHTS[mark] * value for mark, value in marks.items())


def owner_of_story(story: Story, chances: Mapping[str, float]) -> str | None:
    """The country that all the story's figures are of; None where it is about a pair alone or about nobody more than others."""
    several = sum(trades(code) for code in story.counts) >= _FEWEST
    naming = sum(bool(sentence.mentions) for sentence in story.sentences)
    if not several or naming < _FEWEST_SENTENCES or len(chances) < _FEWEST:
        return None
    ranked = list(chances.items())
    faced, owners = only_faced(story), owners_named(story)
    own = [each for each in ranked if each[0] not in faced]
    (code, first), (_, second) = (own if len(own) > 1 and own[0][0] in owners else ranked)[:2]
    return code if first >= second * exp(_CLEAR if naming >= _LONG else _CLEAR_OF_FEW) else None


def teller_of(story: Story) -> str | None:
    """The country whose flows need no owner: by the dateline or the outlet, else by a headline that owns a flow ("Steep fall in Swiss watch exports")."""
    if story.teller is not None:
        return story.teller
    told = {
        mention.code
        for sentence in story.sentences
        for mention in sentence.mentions
        if trades(mention.code) and heads_story(sentence, mention)
    }
    return told.pop() if len(told) == 1 else None


def faced_by(story: Story, owner: str | None) -> str | None:
    """The one other country that a story is about beside its owner; None where it goes through many.

    That one is named in the opening, and far more often than any further one.
    """
    others = [(code, n) for code, n in story.counts.most_common() if trades(code) and code != owner]
    if owner is None or not others:
        return None
    (other, often), further = others[0], others[1][1] if len(others) > 1 else 0
    much = often >= _MUCH * story.counts[owner] and often >= _MORE_THAN_FURTHER * further
    opening = [s for s in story.sentences if s.part == "headline"]
    opening += [s for s in story.sentences if s.part == "body"][:1]
    opens = any(m.code == other for s in opening for m in s.mentions)
    return other if much and (opens or often >= min(_OFTEN, _AS_MUCH * story.counts[owner])) else None


_MUCH: Final = 0.5
_AS_MUCH: Final = 0.75
_OFTEN: Final = 5
_MORE_THAN_FURTHER: Final = 2
