"""Records and peaks: a level held against all earlier years (months, quarters) that the dataset has, of which there must be three.

A record is the highest or lowest so far. What "peaked" or "bottomed out" has later years against it too: of those that were known.
"""

from __future__ import annotations

from dataclasses import replace

from tieline.check.answers import level_as, levels
from tieline.check.panel import Panel
from tieline.check.parts import Judged
from tieline.check.phrases import listed
from tieline.check.setting import Setting
from tieline.check.since import FEWEST_EARLIER, sign_of
from tieline.check.ways import AMOUNT
from tieline.check.years_held import years_lacking
from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend
from tieline.model.english import ANY_MONTH
from tieline.model.periods import Period
from tieline.model.precision import significant
from tieline.model.verdicts import Part
from tieline.model.vocabulary import VerdictWord

_TURNED = re.compile(
    r"\b(?:(?P<high>peak(?:ed|ing)(?: (?:at|in))?|peaks (?:at|in)|(?:hit|reach|touch)(?:ed|ing|es)? (?:(?:its|their|a) )(?:peak|all-time high))"
    r"|(?P<low>bottom(?:ed|ing) out|trough(?:ed|ing)|(?:hit|reach|touch)(?:ed|ing|es)? (?:(?:its|their|a) )(?:trough|low point|all-time low)))\b",
    re.IGNORECASE,
)

_AT_ANOTHER_TIME = re.compile(r"\b(?:after|before|since|until|as)\b[^.;,]*$", re.IGNORECASE)
_AN_AMOUNT = re.compile(rf"\s+(?:in\s+\d{{4}}\s+)?(?:at\s+|of\s+)?{AMOUNT}")


def judge_peak(setting: Setting, panel: Panel) -> list[Judged]:
    """Judge the words by which a level is said to have been the end of a rise or fall: "bottomed out at $3 billion in 2013"."""
    claim = setting.claim
    told = _TURNED.search(setting.clause)
    if not isinstance(claim, Measure) or claim.value is None or claim.change_pct is not None or told is None:
        return []
    if any(isinstance(each, Trend) and each.direction in {"record_high", "record_low"} for each in setting.beside):
        return []
    amount_behind = _AN_AMOUNT.match(setting.clause[told.end() :])
    ahead = setting.clause[: told.start()]
    if amount_behind is None and (len(ahead) < len(setting.before) or _AT_ANOTHER_TIME.search(ahead)):
        return []  # "after peaking the year before", "a year after prices peaked"
    if amount_behind is not None and significant(amount_behind["number"]) != significant(claim.value):
        return []
    part = Part(name="direction", verdict="no-data", claimed="peak" if told["high"] else "low point")
    return [judge_record("record_high" if told["high"] else "record_low", setting, panel, part)]


def judge_record(direction: str, setting: Setting, panel: Panel, part: Part) -> Judged:
    """Judge a level as the highest (`record_high`) or lowest of its years; `part` has the claim's words."""
    now = levels(panel, setting.quantity, setting.period)
    if not now:
        return Judged(part, "value")
    earlier = [
        answer
        for period in earlier_periods(setting, panel)
        if (answer := level_as(now[0], panel, setting.quantity, period))
    ]
    later = [
        answer for period in _later(setting, panel) if (answer := level_as(now[0], panel, setting.quantity, period))
    ]
    if len(earlier) + len(later) < FEWEST_EARLIER:
        note = f"a record needs at least {FEWEST_EARLIER} earlier {_spans(setting)}; the dataset has {len(earlier)}"
        return Judged(replace(part, note=note), "value")
    sign = sign_of(setting, now[0])
    mine, numbers = now[0].number * sign, [answer.number * sign for answer in (*earlier, *later)]
    best = max(numbers) if direction == "record_high" else min(numbers)
    beaten = mine >= best if direction == "record_high" else mine <= best
    close = abs(mine - best) <= 0.02 * abs(best)
    verdict: VerdictWord = "supported" if beaten else "imprecise" if close else "contradicted"
    rows = tuple(row for answer in (*earlier, now[0], *later) for row in answer.rows)
    behind = f" and {len(later)} later" if later else ""
    answer = replace(
        now[0], rows=rows, label=f"{now[0].label}, against {len(earlier)} earlier{behind} {_spans(setting)}"
    )
    lacking = years_lacking(panel, setting)
    part = replace(part, note=f"the dataset has nothing for {listed(lacking)}" if lacking else None)
    low, high = (best * sign, None) if (direction == "record_high") == (sign > 0) else (None, best * sign)
    return Judged(replace(part, verdict=verdict, found=now[0].number, low=low, high=high), "value", (answer,))


def _spans(setting: Setting) -> str:
    """The kind of periods that a record is held against."""
    return {"month": "months", "quarter": "quarters"}.get(setting.period.precision, "years")


_OF_ITS_KIND = re.compile(
    r"\b(?:for|of) (?:the|a|any) (?:month|quarter|season)\b"
    rf"|\bfor (?:any |a )?(?:{ANY_MONTH}|(?:first|second|third|fourth) quarter)\b",
    re.IGNORECASE,
)


def earlier_periods(setting: Setting, panel: Panel) -> list[Period]:
    """The same days of earlier years for which the pair has rows, the latest first; of a month or quarter, all those before it.

    A record "for May" or "for the month" is held against other Mays.
    """
    period = setting.period
    if period.precision in {"month", "quarter"} and not _OF_ITS_KIND.search(setting.words):
        found = [row.period for row in panel.pair_rows(setting.quantity) if row.period.end < period.start]
        start = min((each.start for each in found), default=period.start)
        earlier = []
        while (period := period.before()).start >= start:
            earlier.append(period)
        return earlier
    first = min((row.period.start.year for row in panel.pair_rows(setting.quantity)), default=setting.period.start.year)
    return [setting.period.shifted_years(-back) for back in range(1, setting.period.start.year - first + 1)]


def _later(setting: Setting, panel: Panel) -> list[Period]:
    """The later years for which the pair has rows, where the words tell of a peak; a record of its day is none for all time."""
    if setting.period.precision != "year" or not _TURNED.search(setting.clause):
        return []
    last = max((row.period.start.year for row in panel.pair_rows(setting.quantity)), default=setting.period.start.year)
    return [Period.of_year(year) for year in range(setting.period.start.year + 1, last + 1)]
