"""The verdict of a comparison of two flows: which is said to be the larger, or how many times the one is the other.

Two levels of one dataset stand side by side, both counted in the most direct way. Another way that turns the order makes
it `ambiguous`. A number of times in words ("twice", "three times", "a third of") has the tolerance of a multiple in words,
a printed one ("2.3 times") that of its digits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tieline.check import phrases
from tieline.check.answers import Answer, levels
from tieline.check.apart_by import apart_told
from tieline.check.asking import compared_quantity
from tieline.check.intervals import HEDGE, PART, Tolerance, in_words, part_of, tolerance
from tieline.check.named import countries_in
from tieline.check.other_side import is_indirect
from tieline.check.panel import Panel
from tieline.check.parts import ANOTHER_WAY, Judged
from tieline.check.phrases import in_period, subject
from tieline.check.setting import Setting
from tieline.check.spans import own_clause
from tieline.model import lazy_re as re
from tieline.model.claims import Trend
from tieline.model.english import number
from tieline.model.hedges import bound_of
from tieline.model.verdicts import Part
from tieline.model.vocabulary import VerdictWord

_SMALLER = re.compile(
    r"\b(?:(?:yet|has|have) to (?:reach|match|equal|catch|rival)|still (?:dwarfed|far)|dwarfed by|pales?|nowhere near|smaller|less than|lower|"
    r"below|behind|lags?|lagged|lagging|trails?|trailed|short of|fraction of|not (?:as|so) (?:big|large|much|great|high))\b"
    r"|\b(?:less|fewer)\b.*\bthan\b",
    re.IGNORECASE,
)
_LARGER = re.compile(
    r"\b(?:exceed(?:s|ed|ing)?|larger|bigger|greater|higher|more than|higher than|above|ahead of|surpass(?:es|ed|ing)?|"
    r"overt(?:akes?|ook|aken)|outstrip(?:s|ped)?|outweigh(?:s|ed)?|dwarfs|outpac(?:es|ed)|topped|tops)\b|\bmore\b.*\bthan\b",
    re.IGNORECASE,
)
_AN_AMOUNT = re.compile(r"\b(?:more|less|fewer|higher|lower) than\s+(?:[$€£¥]|\d|half\b)", re.IGNORECASE)
_TOGETHER = re.compile(r"\b(?:combined|together)\b", re.IGNORECASE)
_AND_ANOTHER = re.compile(
    r"\s+(?:and|plus|or)\s+(?:(?:to|from|with)\s+)?(?P<name>[A-Z][\w.]*(?:\s[A-Z]\w+)*)(?=[.,;]|$|\s+(?:in|last)\b)"
)
_TIMES = re.compile(
    rf"(?:\b(?P<hedge>{HEDGE})\s+)?\b(?:(?P<twice>twice)|(?P<part>{PART})"
    r"|(?P<number>\d+(?:\.\d+)?|[a-z]+) times|(?P<percent>\d+(?:\.\d+)?)\s*(?:percent|per cent|pct|%)(?=\s+(?P<way>more|less|fewer|larger|bigger|higher|smaller|lower)\b))\s+"
    r"(?:as (?:much|many|large|big|high|great)|more|less|fewer|smaller|lower|larger|bigger|higher|greater|(?:the )?(?:size|value|amount|volume|level)|of what|that|those|what|its|their"
    r"|(?-i:[A-Z])[\w.]+(?:\s(?-i:[A-Z])[\w.]+)*['’]s?)(?=\W|$)",
    re.IGNORECASE,
)


def judge_comparison(claim: Trend, setting: Setting, panel: Panel) -> Judged:
    """Two levels side by side; which of them the claim says is the larger, and by how much, is read off its words."""
    part = Part(name="rank", verdict="no-data", claimed="comparison")
    other = claim.compared_with
    if other is None or other.rank is not None:
        return Judged(replace(part, note="ranks need the figures of all partners"), "value")
    if with_several(setting):
        note = "it is a comparison with several countries; only one with one other is checked"
        return Judged(replace(part, verdict="not-checkable", note=note), "value")
    period = other.period or setting.period
    quantity = compared_quantity(claim, setting.quantity)
    ours, theirs = levels(panel, setting.quantity, setting.period), levels(panel, quantity, period)
    if not ours or not theirs:
        lacking = subject(quantity) if ours else subject(setting.quantity)
        note = f"{panel.dataset} lacks {lacking} {in_period(period)}; the figures of both sides are needed"
        return Judged(replace(part, note=note), "value", tuple(ours + theirs))
    part = replace(part, found=ours[0].number)
    times = _times_in(setting)
    if times is not None and theirs[0].number > 0:
        return _multiple(part, times, ours, theirs)
    smaller, larger = _sides_told(claim.quote.exact)
    if not smaller and not larger:
        smaller, larger = _sides_told(own_clause(setting.words, claim.quote.exact))
    if smaller == larger:
        note = "the words do not tell which side is said to be larger"
        return Judged(replace(part, verdict="not-checkable", note=note), "value", (ours[0], theirs[0]))
    part = replace(part, claimed="smaller" if smaller else "larger")
    low, high = (None, theirs[0].number) if smaller else (theirs[0].number, None)
    part = replace(part, low=low, high=high)

    apart = apart_told(own_clause(setting.words, claim.quote.exact))

    def judged(one: Answer, two: Answer) -> VerdictWord:
        if one.number == two.number or (one.number < two.number) != smaller:
            return "contradicted"
        return "supported" if apart is None else apart.allowed.verdict(abs(one.number - two.number))

    found = _over_ways(part, ours, theirs, judged)
    if apart is None:
        return found
    part = replace(
        found.part,
        note=found.part.note or f"they lie {phrases.amount(abs(ours[0].number - theirs[0].number), 'USD')} apart",
    )
    loose = part.verdict in {"contradicted", "imprecise"} and (ours[0].number < theirs[0].number) == smaller
    if loose and (is_indirect(setting, ours[0]) or ours[0].name != theirs[0].name):
        part = replace(part, verdict="ambiguous")  # between figures of two sides the amount is not sure
    return replace(found, part=part)


def _sides_told(words: str) -> tuple[bool, bool]:
    """Whether words have the first flow the smaller, and the larger."""
    said = _AN_AMOUNT.sub("", words)
    return _SMALLER.search(said) is not None, _LARGER.search(said) is not None


def with_several(setting: Setting) -> bool:
    """The other side is more than one country: "more to Ireland than to China, India and Brazil combined", "than to Peru and Chile"."""
    clause = own_clause(setting.words, setting.claim.quote.exact)
    _, than, other = clause.partition(" than ")
    another = (
        next((each for each in _AND_ANOTHER.finditer(other) if countries_in(each["name"])), None) if than else None
    )
    named = another is not None and bool(countries_in(other[: another.start()]))
    return bool(_TOGETHER.search(clause)) or named


def times_told(setting: Setting) -> bool:
    """The claim says how many times the one side is the other."""
    return _times_in(setting) is not None


def _times_in(setting: Setting) -> re.Match[str] | None:
    """The last number of times in the quoted words, behind which the other side stands; else the first behind them."""
    quoted = list(_TIMES.finditer(setting.claim.quote.exact))
    return quoted[-1] if quoted else _TIMES.search(setting.words)


def _multiple(part: Part, times: re.Match[str], ours: list[Answer], theirs: list[Answer]) -> Judged:
    """One level said to be so many times the other."""
    allowed = _allowed(times)
    if allowed is None:
        note = "the words do not tell how many times the one is the other"
        return Judged(replace(part, verdict="not-checkable", note=note), "value", (ours[0], theirs[0]))
    size = theirs[0].number
    part = replace(
        part,
        claimed=times.group().lower(),
        low=allowed.low * size,
        high=allowed.high * size,
        note=f"{phrases.times(ours[0].number / size)} the other",
    )
    return _over_ways(
        part,
        ours,
        theirs,
        lambda one, two: allowed.verdict(one.number / two.number) if two.number else "contradicted",
    )


def _allowed(times: re.Match[str]) -> Tolerance | None:
    """How many times the words allow."""
    hedge = bound_of(times.group("hedge"))
    printed, part = times.group("number"), times.group("part")
    if times.group("percent"):
        said = tolerance(float(times.group("percent")), len(times.group("percent").replace(".", "")), hedge)
        said = said.mirrored() if times.group("way").lower() in {"less", "fewer", "smaller", "lower"} else said
        return Tolerance(*(1 + end / 100 for end in (said.low, said.high, said.loose_low, said.loose_high)))
    if printed and "." in printed:
        return tolerance(float(printed), len(printed.replace(".", "")), hedge)
    if part:
        said = in_words(part_of(part), "fraction", hedge)
        return Tolerance(*(end / 100 for end in (said.low, said.high, said.loose_low, said.loose_high)))
    count = 2.0 if times.group("twice") else float(printed) if printed.isdigit() else float(number(printed) or 0)
    if not count:
        return None
    if hedge in {"over", "at_least", "under", "at_most"}:
        return tolerance(count, len(f"{count:.0f}"), hedge)
    said = in_words((count - 1) * 100, "multiple", hedge)
    return Tolerance(*(1 + end / 100 for end in (said.low, said.high, said.loose_low, said.loose_high)))


def _over_ways(
    part: Part, ours: list[Answer], theirs: list[Answer], judged: Callable[[Answer, Answer], VerdictWord]
) -> Judged:
    """The verdict of the most direct way of both; rows that contradict each other, or another way that holds, make it `ambiguous`."""
    first = {
        judged(one, two) for one in ours if one.tier == ours[0].tier for two in theirs if two.tier == theirs[0].tier
    }
    others = {judged(one, two) for one in ours for two in theirs if one.tier and two.tier and one.name == two.name}
    verdict: VerdictWord = first.pop() if len(first) == 1 else "ambiguous"
    if verdict == "contradicted" and "supported" in others:
        verdict = "ambiguous"
        part = replace(part, note=ANOTHER_WAY, why="way")
    return Judged(replace(part, verdict=verdict), "value", (ours[0], theirs[0]))
