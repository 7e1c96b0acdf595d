"""Changes told behind two levels of one flow: "were $42 million in July against $31 million a year before, a growth of 35 percent".

The change leads from the earlier level to the later one, beside whichever it stands: it is of the later, and its base is
the time of the earlier.  Where both are printed their arithmetic proves it, and nothing is moved against it.
"""

from __future__ import annotations

from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.model.claims import Event, Measure, Trend
from tieline.read.measures.retold import level_with_change
from tieline.read.story.document import Sentence

Claim = Measure | Trend | Event
Told = tuple[Sentence, Claim]


def with_changes_between(claims: list[Told]) -> list[Told]:
    """The claims of a story, the changes between two levels of a sentence at the later one, with the earlier time as its base."""
    out = list(claims)
    for at, (sentence, claim) in enumerate(out):
        if not isinstance(claim, Measure) or claim.value is None or claim.period is None:
            continue
        for other, (beside, now) in enumerate(out):
            if beside is not sentence or other == at or not isinstance(now, Measure) or not _is_later(now, claim):
                continue
            if _moved(now, claim, held=_held_against(sentence, claim)):
                out[other] = (sentence, _with_own_base(level_with_change(now, claim), claim))
                out[at] = (sentence, _without_change(claim))
                break
            if _base_beside(sentence, now, claim):
                out[other] = (sentence, _with_own_base(now, claim))
                break
    return out


def _is_later(now: Measure, then: Measure) -> bool:
    """One flow of the same goods between the same two, told of a later time as long as the earlier one."""
    flow = (now.indicator, now.reporter, now.partner, now.modality)
    if (
        flow != (then.indicator, then.reporter, then.partner, then.modality)
        or now.period is None
        or then.period is None
    ):
        return False
    if now.product is not None and then.product is not None and now.product != then.product:
        return False
    apart = abs(now.period.days - then.period.days) <= _DAYS_APART
    return apart and then.period.end < now.period.start


_DAYS_APART = 3


def _moved(now: Measure, then: Measure, *, held: bool) -> bool:
    """The change that stands at the earlier level is what the two levels make, about so where the one is held against the other."""
    if then.change_pct is None or now.change_pct is not None or now.value is None or not then.value:
        return False
    if now.unit != then.unit or now.per != then.per or now.value * then.value <= 0:
        return False
    made = 100 * (abs(now.value) / abs(then.value) - 1)
    points, part = (_HELD_POINTS, _HELD_PART) if held else (_POINTS, _PART)
    return abs(made - then.change_pct) <= max(points, part * abs(then.change_pct))


_POINTS, _PART = 1.5, 0.1
_HELD_POINTS, _HELD_PART = 5, 0.3
"""Points, and part of the change, by which rounded levels may miss it."""


def _base_beside(sentence: Sentence, now: Measure, then: Measure) -> bool:
    """As in "rose by 31 percent in June, compared to exports of $66 million in May": the time of the level held against."""
    if now.change_pct is None or "base" not in now.inferred or now.base == then.period or then.change_pct is not None:
        return False
    return _held_against(sentence, then)


def _held_against(sentence: Sentence, then: Measure) -> bool:
    figure = next((f for f in sentence.figures if f.value == abs(then.value or 0)), None)
    return figure is not None and _AGAINST.search(sentence.text[: figure.start]) is not None


_AGAINST = re.compile(
    r"\b(?:compared\s+(?:to|with)|against|versus|following|from)\s+(?:(?:the|its|their|an?|about|some|nearly|almost|just|only|US)\s+)*"
    r"(?:(?:exports?|imports?|sales|shipments|trade|arrivals|deliveries|purchases|remittances|inflows?)\s+(?:of|worth)\s+)?(?:US\s)?$",
    re.IGNORECASE,
)


def _with_own_base(now: Measure, then: Measure) -> Measure:
    return replace(now, base=then.period, inferred=tuple(f for f in now.inferred if f not in {"base", "change_pct"}))


def _without_change(then: Measure) -> Measure:
    bounds = {field: word for field, word in then.bounds.items() if field != "change_pct"}
    digits = {field: count for field, count in then.digits.items() if field != "change_pct"}
    inferred = tuple(field for field in then.inferred if field != "base")
    return replace(then, change_pct=None, change_max=None, base=None, bounds=bounds, digits=digits, inferred=inferred)
