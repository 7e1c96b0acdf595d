"""The way that a level or share is said to have gone: "rose to $8 billion from $11 billion", "sank to $8 billion", "more than the $9 billion of 2013".

The numbers of such a claim are judged by themselves, and all may be right while the words between them are wrong. Where the
reader made the direction a claim of its own, that is judged instead.
"""

from __future__ import annotations

from dataclasses import replace

from tieline.check.answers import Answer, changes
from tieline.check.gaps import balance_moved_to
from tieline.check.intervals import Tolerance, in_words, tolerance, worded
from tieline.check.panel import Panel
from tieline.check.parts import Judged, share_answers
from tieline.check.phrases import percent
from tieline.check.setting import Setting
from tieline.check.share_moves import points_told
from tieline.check.trends import FLAT_PCT, direction_verdict
from tieline.check.ways import AMOUNT, MOVE, OVER_YEARS, Told, Way, way_to
from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend
from tieline.model.periods import Period
from tieline.model.precision import shortest_digits, significant
from tieline.model.verdicts import Part
from tieline.model.vocabulary import VerdictWord

_MOVED = re.compile(rf"{MOVE}(?:to|from)\s+{AMOUNT}")
_TIMES = {"doubl": 100.0, "tripl": 200.0, "trebl": 200.0, "quadrupl": 300.0, "halv": -50.0}
_TIMES_TO = re.compile(
    rf"\b(?:(?:more|less) than\s+|almost\s+|nearly\s+|about\s+|over\s+)?(?P<times>(?:doubl|tripl|trebl|quadrupl|halv)(?:ed|es|ing))\b[^.;,]{{0,30}}?\b(?:to|from)\s+{AMOUNT}",
    re.IGNORECASE,
)
_SHARE_TO = re.compile(rf"{MOVE}to\s+{AMOUNT}")
_THAN_KNOWN = re.compile(
    r"\b(?:(?P<up>more|higher|larger|above|up|over)|(?P<down>less|lower|smaller|fewer|below|down|under)|(?P<flat>as much as|equal to|matching|unchanged from))\s+"
    r"(?:(?:than|on|from)\s+)?(?:the|its|their)\s+(?:[A-Z]{1,3})?[$€£¥]?\s?(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>million|billion|trillion|mln|bln|m|bn|percent|per\s+cent|pct|%)?(?:\s+dollars)?\s+"
    r"(?:(?:(?:it|they)\s+(?:had\s+)?)?(?:worth|sold|bought|exported|imported|shipped|recorded|seen|registered|took|taken)\s+)?(?:of|in|for|from)?\s*"
    r"(?:(?P<year>(?:19|20)\d\d)|(?:a|the) (?:year (?:before|earlier)|(?:previous|prior|preceding) year))\b",
    re.IGNORECASE,
)
_AS_BEFORE = re.compile(
    r",\s+(?:(?:almost |exactly |just )?(?P<flat>the same as|as (?:they|it) (?:had been|were|was)|(?:little )?unchanged (?:from|on)|as much as))\s+"
    r"(?:in\s+)?(?:(?P<year>(?:19|20)\d\d)|(?:a|the) (?:year (?:before|earlier)|(?:previous|prior|preceding) year))\b",
    re.IGNORECASE,
)
_STRONGLY = re.compile(
    r"\b(?P<how>sharply|steeply|strongly|rapidly|dramatically|slightly|marginally)\s+(?:up|down|higher|lower)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|never|instead of|rather than|without)\b|n['’]t\b", re.IGNORECASE)


def way_told(words: str) -> Way | None:
    """Whether words have a figure go up or down from one end to the other; None where they tell neither or both.

    >>> way_told("Peru's exports rose to $8 billion in 2014 from $11 billion"), way_told("$8 billion, down from $11 billion")
    ('up', 'down')
    >>> way_told("exports came to $8 billion, compared with $11 billion") is None, way_told("did not fall to $8 billion from $11 billion") is None
    (True, True)
    """
    found: set[Way] = {_way_of(each) for each in _MOVED.finditer(words)}
    times = times_told(words)
    found |= {"up" if times.low > 0 else "down"} if times is not None else set()
    if len(found) != 1 or _DENIED.search(words):
        return None
    return found.pop()


def times_told(words: str) -> Tolerance | None:
    """What a multiple told between the two ends of a move allows, in percent of change; None where none is told.

    >>> times_told("more than doubled to $4 million from $9 million").low, times_told("rose to $4 million") is None
    (100.0, True)
    """
    found = _TIMES_TO.search(words)
    if found is None:
        return None
    number = next(pct for stem, pct in _TIMES.items() if found["times"].lower().startswith(stem))
    kind, bound = worded(found.group(), abs(number)) or ("multiple", None)
    return in_words(number, kind, bound)


def judge_move(setting: Setting, panel: Panel) -> list[Judged]:
    """Judge the words for the way that a level or share went by the figures of both times; nothing where either lacks."""
    claim = setting.claim
    if not isinstance(claim, Measure) or claim.change_pct is not None or claim.change_value is not None:
        return []
    told = _told(claim, setting) if setting.level_at is None else None
    if told is None:
        return []
    way, base = told
    usual, setting = setting.base, replace(setting, base=base)
    if claim.value is not None and claim.unit is not None:
        answers, key = changes(panel, setting.quantity, setting.period, base, claim.unit), "change_pct"
    elif claim.share_pct is not None and claim.value is None:
        answers, key = _share_points(setting, panel), "share_points"
    else:
        return []
    if not answers or answers[0].wider:
        return []
    number = answers[0].number
    part = Part(name="direction", verdict="supported", claimed=way, found=number)
    own = claim.value if claim.value is not None else claim.share_pct
    then = _other_end(setting, base)
    ends = then is not None or (
        claim.base == base and "base" not in claim.inferred
    )  # both are told, and judged by themselves
    verdict = _verdict(way, number, claim.share_pct if key == "share_points" else None, ends=ends)
    if then is not None and own is not None and way != "flat":
        sign = 1 if way == "up" else -1
        times = times_told(claim.quote.exact)
        verdict = times.verdict(number) if times is not None and key == "change_pct" else verdict
        verdict = "contradicted" if (own - then) * sign < 0 and number * sign < 0 else verdict
    strong = (
        _STRONGLY.search(setting.clause) if key == "change_pct" and verdict == "supported" and way != "flat" else None
    )
    if strong is not None:
        verdict = direction_verdict(way, strong["how"], number, setting.strength)
    part = replace(part, verdict=verdict)
    against = None if base == usual else f"against {base.words()}"
    sentence = against if key == "change_pct" else _points(number, setting)
    return [Judged(part, key, tuple(answers), sentence)]


def judge_points(setting: Setting, panel: Panel) -> list[Judged]:
    """Judge by how many points of its whole a share is told to have moved: "rose by 3.3 percentage points to 33.8 percent"."""
    claim = setting.claim
    if not isinstance(claim, Measure) or claim.share_pct is None or claim.value is not None:
        return []
    told = points_told(setting.clause[len(setting.before) :])
    others = [each for each in setting.beside if isinstance(each, Measure) and each.share_pct is not None]
    if told is None or others:
        return []
    answers = _share_points(setting, panel)
    part = Part(name="change", verdict="no-data", claimed=told)
    if not answers or answers[0].wider:
        return [Judged(part, "share_points")]
    number = answers[0].number
    allowed = tolerance(told, shortest_digits(told))
    part = replace(part, verdict=allowed.verdict(number), found=number, low=allowed.low, high=allowed.high)
    return [Judged(part, "share_points", tuple(answers), _points(number, setting))]


def _verdict(way: Told, number: float, share: float | None, *, ends: bool) -> VerdictWord:
    """By a change in percent, or one in points of its whole for a `share`: with both ends told, the other way alone contradicts."""
    if way == "flat":
        return direction_verdict("flat", None, number)
    if ends:
        turned = number <= -FLAT_PCT if way == "up" else number >= FLAT_PCT
    else:
        turned = direction_verdict(way, None, 100 * number / share if share else number) == "contradicted"
    return "contradicted" if turned else "supported"


def _other_end(setting: Setting, base: Period) -> float | None:
    """The level, or share, that another claim of the sentence has of the same flow at the base."""
    claim = setting.claim
    of_level = isinstance(claim, Measure) and claim.value is not None
    same = (
        each.value if of_level else each.share_pct
        for each in setting.beside
        if isinstance(each, Measure)
        and (each.indicator, each.reporter, each.partner) == (claim.indicator, claim.reporter, claim.partner)
        and each.period == base
    )
    return next((value for value in same if value is not None), None)


def _told(claim: Measure, setting: Setting) -> tuple[Told, Period] | None:
    """Which way a figure is told to have gone, and since when; None where the words don't tell, or another claim has it."""
    year, clause = setting.period.shifted_years(-1), setting.clause
    sure = "base" not in claim.inferred or _other_end(setting, setting.base) is not None
    if claim.base is not None and claim.base == setting.base and sure:
        lead = balance_moved_to(setting.before) if claim.indicator == "balance" else None
        way = lead or way_told(claim.quote.exact)
        if way is not None:
            return way, setting.base
    behind = clause[len(setting.before) :]
    known = _THAN_KNOWN.search(behind) or _AS_BEFORE.search(behind)
    told = known.groupdict() if known is not None else {}
    of_a_share = (told.get("unit") or "").lower() in {"percent", "per cent", "pct", "%"}
    own = told.get("number") and significant(told["number"]) == _digits(claim, of_a_share=of_a_share)
    if of_a_share and (claim.share_pct is None or claim.value is not None):
        known = None  # a percentage is no level
    if known is not None and not own and not _DENIED.search(behind[: known.end()]):
        base = Period.of_year(int(known["year"])) if known["year"] else year
        if base.end < setting.period.start and (known["year"] is None or setting.period.precision == "year"):
            return ("up" if told.get("up") else "down" if told.get("down") else "flat"), base
    if setting.period.precision != "year" or any(_has_way(each, claim) for each in setting.beside):
        return None
    if claim.share_pct is not None and claim.value is None:
        number = f"{claim.share_pct:g}"
        found = {_way_of(each) for each in _SHARE_TO.finditer(claim.quote.exact) if each["number"] == number}
        one_ended = len(found) == 1 and not OVER_YEARS.search(clause)
        return (found.pop(), year) if one_ended else None
    if claim.value is None or claim.indicator == "balance" or claim.bounds.get("value", claim.bound) == "at_most":
        return None
    way = way_to(clause, significant(claim.value))
    return (way, year) if way is not None else None


def _digits(claim: Measure, *, of_a_share: bool) -> str | None:
    """The significant digits of a claim's share, or of its level."""
    number = claim.share_pct if of_a_share else claim.value
    return None if number is None else significant(f"{abs(number):g}" if of_a_share else number)


def _has_way(other: Measure | Trend, claim: Measure) -> bool:
    """Another claim of the sentence tells which way the same figure went."""
    same = (other.indicator, other.reporter, other.partner) == (claim.indicator, claim.reporter, claim.partner)
    moves = other.direction in {"up", "down", "flat"} if isinstance(other, Trend) else other.change_pct is not None
    return same and moves and other.period == claim.period


def _way_of(found: re.Match[str]) -> Way:
    return "up" if found["up"] else "down"


def _share_points(setting: Setting, panel: Panel) -> list[Answer]:
    """By how many points of its whole a share moved from the base to the period, both counted in the same way."""
    now, then = share_answers(setting, panel), share_answers(replace(setting, period=setting.base), panel)
    before = {answer.name: answer for answer in reversed(then)}
    return [
        replace(
            answer,
            number=answer.number - before[answer.name].number,
            rows=(*before[answer.name].rows, *answer.rows),
            label=f"{answer.label}, less that of {setting.base.words()}",
        )
        for answer in now
        if answer.name in before
    ]


def _points(number: float, setting: Setting) -> str:
    """How a share moved, behind the share itself."""
    size = percent(abs(number)).rstrip("%")
    return f"{size} points {'more' if number > 0 else 'less'} than in {setting.base.words()}"
