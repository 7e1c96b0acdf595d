"""A change told right behind the level that it led to: "came to $181 million in May. That was 2.7 percent more than in May 2018".

Level and change of one flow in one period are one fact: the level takes the change over and says so in `inferred`.
"""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.model.claims import Event, Measure, Trend
from tieline.read.measures.retold import level_with_change, moves_alone
from tieline.read.story.document import Sentence

Claim = Measure | Trend | Event
Told = tuple[Sentence, Claim]


def with_changes_behind(claims: list[Told]) -> list[Told]:
    """The claims of a story, levels with the change that the words "this is" tell of them behind."""
    out = list(claims)
    for told in claims:
        sentence, change = told
        if not isinstance(change, Measure) or not moves_alone(change):
            continue
        before = _spoken_of(sentence, change)
        several = sum(one[0] is sentence and isinstance(one[1], Measure) and moves_alone(one[1]) for one in claims) > 1
        if before is None or several:  # "8 percent less than in December but 5 percent more than a year before"
            continue
        levels = [
            one
            for one in out
            if one[0].index == before.index and isinstance(one[1], Measure) and _is_of(one[1], change)
        ]
        if (basis := _BASIS.search(sentence.text)) is not None:
            levels = [one for one in levels if _is_money(one[1]) == (basis["worth"] is not None)]
        last = levels[-1] if len(levels) == 1 else None
        if last is None or not isinstance(last[1], Measure):
            continue
        at = next(i for i, one in enumerate(out) if one is last)
        out[at] = (last[0], level_with_change(last[1], change))
        out = [one for one in out if one is not told]
    return out


def _spoken_of(sentence: Sentence, change: Measure) -> Sentence | None:
    """The sentence whose level "this" or "which" stands for."""
    at = sentence.text.find(f"{abs(change.change_pct or 0):g}")
    lead = sentence.text[: max(0, at)]
    if _THIS_IS.fullmatch(lead):
        return sentence.before
    return sentence if _WHICH_IS.search(lead) else None


def _is_of(level: Measure, change: Measure) -> bool:
    """A level of one flow between the same two, in the same period, without a change of its own."""
    flow = (level.indicator, level.reporter, level.partner, level.period, level.modality)
    if flow != (change.indicator, change.reporter, change.partner, change.period, change.modality):
        return False
    if level.period is None or level.bounds.get("value") in {"over", "at_least"}:
        return False  # "passed $30 billion" is no level that a change leads to
    if change.product is not None and level.product != change.product:
        return False
    alone = level.change_pct is None and level.change_value is None and level.per is None
    return level.value is not None and alone and (level.base is None or level.base == change.base)


def _is_money(claim: Claim) -> bool:
    unit = claim.unit if isinstance(claim, Measure) else None
    return unit is not None and len(unit) == _MONEY and unit.isupper()


_BASIS = re.compile(
    r"\b(?:in|by)\s+(?:(?P<worth>value|(?:money|dollar|value)\s+terms)|volume|quantity|weight|tonnage)\b", re.IGNORECASE
)
_MONEY = 3
_IS = r"(?:is|was|are|were|would\s+be|will\s+be|represent(?:s|ed)?|mark(?:s|ed)?|mean(?:s|t)?|amount(?:s|ed)?\s+to|correspond(?:s|ed)?\s+to|equal(?:s|led)?|constitut(?:es|ed))"
_THIS_IS = re.compile(
    rf"\W*(?:This|That|It|(?:The|This|That)\s+(?:figure|total|amount|sum|volume|value))\s+{_IS}\s+(?:(?:an?|the|about|some|nearly|almost|around|up|down|over|more\s+than|just|only|by)\s+|\w+\s+){{0,5}}",
)
_WHICH_IS = re.compile(rf",\s+which\s+{_IS}\s+(?:\w+\s+){{0,5}}$")
