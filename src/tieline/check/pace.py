"""How one flow went beside another: whether it grew faster, as the words say, and whether the other went the same way; whether it is larger than others together."""

from __future__ import annotations

from dataclasses import replace

from tieline.check.answers import Answer, changes, levels
from tieline.check.intervals import in_words, tolerance
from tieline.check.likened import Likened, likened_in
from tieline.check.other_side import STILL_POINTS, is_indirect
from tieline.check.panel import Panel
from tieline.check.parts import Judged
from tieline.check.phrases import amount, capital, percent, subject
from tieline.check.put_together import together_in
from tieline.check.setting import Setting
from tieline.check.trends import FLAT_PCT
from tieline.model.claims import Trend
from tieline.model.precision import shortest_digits
from tieline.model.verdicts import Part


def judge_pace(setting: Setting, panel: Panel) -> list[Judged]:
    """Judge "faster than" and "slower than" by the changes of both flows; nothing where the words compare no two."""
    told = likened_in(setting.claim, setting.quantity, setting.clause)
    if told is None or told.how not in {"faster", "slower"}:
        return []
    part = Part(name="rank", verdict="no-data", claimed=f"{told.how} than {subject(told.other)}")
    own, other = _both(setting, panel, told)
    if own is None or other is None:
        return [Judged(replace(part, note=f"{panel.dataset} lacks {subject(told.other)}"), "change_pct")]
    sign = -1 if own.number < 0 else 1  # of two falls the steeper one is the faster
    ahead = own.number * sign > other.number * sign
    right = ahead == (told.how == "faster")
    if right and told.times is not None:
        quotient = own.number / other.number if other.number else 0.0
        right = in_words((told.times - 1) * 100, "multiple").verdict((quotient - 1) * 100) != "contradicted"
    sentence = f"{capital(subject(setting.quantity))} went {percent(own.number, signed=True)}, {subject(told.other)} {percent(other.number, signed=True)}"
    return [
        Judged(
            replace(part, verdict="supported" if right else "contradicted", found=own.number),
            "change_pct",
            (own, other),
            sentence,
        )
    ]


def against_the_like(setting: Setting, panel: Panel) -> str | None:
    """What the figures have against words that tell the same of a second flow: "rose, as did those to Peru", which fell."""
    told = likened_in(setting.claim, setting.quantity, setting.clause)
    if told is None or told.how in {"faster", "slower"}:
        return None
    if told.how in {"larger", "smaller", "passed"}:
        return _other_size(setting, panel, told)
    claim = setting.claim
    own = claim.direction == "up" if isinstance(claim, Trend) else (claim.change_pct or 0.0) > 0
    up = own if told.up is None else told.up
    _, other = _both(setting, panel, told)
    along = 0.0 if other is None else other.number if up else -other.number
    if other is not None and told.how == "other":
        same = along >= FLAT_PCT
        return (
            f"they set {subject(told.other)} apart, where it was {percent(other.number, signed=True)}" if same else None
        )
    if other is None or along >= FLAT_PCT or (along > -STILL_POINTS and is_indirect(setting, other)):
        return None
    return f"they tell {'the same' if told.up is None else 'a rise' if up else 'a fall'} of {subject(told.other)}, where it was {percent(other.number, signed=True)}"


def _other_size(setting: Setting, panel: Panel, told: Likened) -> str | None:
    """What the figures have against words that make one flow the larger or smaller: "making it a bigger supplier than Poland"."""
    now, then = (levels(panel, each, setting.period) for each in (setting.quantity, told.other))
    if not now or not then:
        return None
    if told.how == "passed":
        before = [levels(panel, each, setting.base) for each in (setting.quantity, told.other)]
        if now[0].number <= then[0].number:
            return f"they have it pass {subject(told.other)}, which were {amount(then[0].number, 'USD')}"
        ahead = all(before) and before[0][0].number > before[1][0].number
        return f"they have it pass {subject(told.other)}, which were smaller before too" if ahead else None
    if (now[0].number > then[0].number) == (told.how == "larger"):
        return None
    return f"they make it the {told.how}, and {subject(told.other)} were {amount(then[0].number, 'USD')}"


def against_the_others(setting: Setting, panel: Panel) -> str | None:
    """What the figures have against such words; None where they bear them out, or lack."""
    told = together_in(setting.claim, setting.quantity, f"{setting.before}{setting.words}")
    if told is None:
        return None
    now = levels(panel, setting.quantity, setting.period)
    found = [levels(panel, each, setting.period) for each in told.others]
    if not now or not all(found):
        return None
    rest = told.times * sum(each[0].number for each in found)
    if told.gap is not None:
        allowed = tolerance(told.gap, shortest_digits(told.gap))
        apart = now[0].number - rest
        right = allowed.verdict(apart if told.how == "more" else -apart) == "supported"
    elif told.how == "equal":
        whole = rest / told.times
        right = (
            in_words(told.times * 100, "fraction", told.hedge).verdict(100 * now[0].number / whole) != "contradicted"
        )
    else:
        right = (now[0].number > rest) == (told.how == "more")
    if right:
        return None
    others = " and ".join(
        f"{subject(each)} were {amount(level[0].number, 'USD')}" for each, level in zip(told.others, found, strict=True)
    )
    return f'"{told.words}", and {others}'


def lacks_the_others(setting: Setting, panel: Panel) -> str | None:
    """That a panel has nothing to judge such words by; None where it has."""
    told = together_in(setting.claim, setting.quantity, f"{setting.before}{setting.words}")
    if told is None or all(levels(panel, each, setting.period) for each in (setting.quantity, *told.others)):
        return None
    return f'"{told.words}": {panel.dataset} lacks figures to judge it by'


def _both(setting: Setting, panel: Panel, told: Likened) -> tuple[Answer | None, Answer | None]:
    """The changes of both flows, of which those of the most direct way are taken."""
    own = changes(panel, setting.quantity, setting.period, setting.base)
    other = changes(panel, told.other, setting.period, setting.base)
    return (own[0] if own else None), (other[0] if other else None)
