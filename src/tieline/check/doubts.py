"""What keeps figures from contradicting a claim: that its pair or its time is the reader's conclusion, that a total is a sum.

A contradiction (or a near miss) under such a doubt is `ambiguous`, and says why; support is not put in doubt, for a number that
is borne out to its last digit was hardly read of the wrong pair.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tieline.check.answers import levels
from tieline.check.guesses import sentence_of
from tieline.check.named import countries_in
from tieline.check.panel import Panel
from tieline.check.parts import Judged, tolerance_of
from tieline.check.phrases import subject
from tieline.check.setting import Setting
from tieline.model.claims import Event, Measure, Trend

Figure = Measure | Trend
OFF_LEVEL, OFF_POINTS, OFF_GAP = 0.1, 5.0, 0.1
"""How far a sum over partners may be from a total that is told: of the level, in points of a change, a gap as part of the trade."""
_OF_THE_TWO = re.compile(
    r"\b(?:bilateral|two-way|mutual|both (?:countries|sides|nations)|(?:the|their) two (?:countries|nations|neighbo)|between them|each other)",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"\b(?:export|import|trade|sale|sell|sold|bought|buy|purchas|ship|suppl|surplus|deficit|shortfall|gap|balance|deliver|took|taken|market|"
    r"customer|commerce|turnover|earn|cost|sent|traded)\w*",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\bfrom\s+(?:(?:about|around|almost|nearly|some|just|over|under)\s+)*(?:[A-Z]{2,3})?[$€£¥]?\s?(?P<number>\d[\d,]*(?:\.\d+)?)"
)
_TO = re.compile(r"[^.;]{0,40}?\bto\b", re.IGNORECASE)
_UNDATED = re.compile(
    r"[^.;,]{0,24}\b(?:in|of|during)\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\b|[^.;,]{0,24}\b(?:a|the) (?:year|month|quarter) (?:earlier|before|ago)\b"
)


def doubt_of(setting: Setting, claims: Sequence[Figure | Event], text: str | None) -> str | None:
    """Why a claim can't be contradicted by figures on what it was read as; None where nothing keeps it."""
    claim = setting.claim
    if _pair_concluded(claim, claims, text):
        return "whose trade with whom is meant was carried over from another sentence, and the story tells of several pairs"
    if _is_no_flow(claim, text):
        return "the words do not tell that this is what was traded, and with whom"
    if _start_undated(claim, claims):
        return "when it stood at that is not told"
    if setting.published is not None and setting.period.end > setting.published:
        return f"{setting.period.words()} was not over when the story was published"
    return None


def level_told_with(claim: Figure, claims: Sequence[Figure | Event]) -> Measure | None:
    """The level of the same flow in the same words as a direction or record whose partner was carried over."""
    if not isinstance(claim, Trend) or "partner" not in claim.inferred or claim.partner == "WLD":
        return None
    flow = (claim.indicator, claim.reporter, claim.partner)
    levels_told = (each for each in claims if isinstance(each, Measure) and each.value is not None)
    same = (m for m in levels_told if m.quote.start == claim.quote.start)
    return next((m for m in same if (m.indicator, m.reporter, m.partner) == flow), None)


def with_doubt(setting: Setting, panel: Panel, judged: Sequence[Judged]) -> list[Judged]:
    """The parts, those in doubt that the figures would rate against the claim as `ambiguous`."""
    doubted = []
    for each in judged:
        against = each.part.verdict in {"contradicted", "imprecise"}
        why = setting.doubt if against else None
        if why is None and each.part.verdict == "contradicted":
            why = _by_sum(setting, panel, each)
        if why is None and each.part.verdict == "supported":
            why = _other_level(setting, panel)
        doubted.append(each if why is None else replace(each, part=replace(each.part, verdict="ambiguous", note=why)))
    return doubted


def _other_level(setting: Setting, panel: Panel) -> str | None:
    """The level told with a direction is far from that of the pair it was read of: it is of another one."""
    told = setting.told_with
    if told is None or told.value is None:
        return None
    found = levels(panel, setting.quantity, told.period or setting.period, told.unit or "USD")
    if not found or tolerance_of(told, "value").verdict(found[0].number) != "contradicted":
        return None
    return f"the level told with it is not that of {subject(setting.quantity)}"


def _pair_concluded(claim: Figure, claims: Sequence[Figure | Event], text: str | None) -> bool:
    """Both countries come from another sentence, of a story that tells of more than one pair."""
    if not {"reporter", "partner"} <= set(claim.inferred):
        return False
    sentence = sentence_of(claim, text)
    if _OF_THE_TWO.search(sentence) or {claim.reporter, claim.partner} & set(countries_in(sentence)):
        return False
    pairs = {
        frozenset((each.reporter, each.partner))
        for each in claims
        if isinstance(each, Measure | Trend) and each.partner is not None
    }
    return len(pairs) > 1


def _is_no_flow(claim: Figure, text: str | None) -> bool:
    """Nothing in the sentence is a word of trade, and the partner was concluded: "tariffs on $300 million worth of Japanese goods"."""
    return (
        isinstance(claim, Measure)
        and claim.value is not None
        and "partner" in claim.inferred
        and not _TRADE.search(sentence_of(claim, text))
    )


def _start_undated(claim: Figure, claims: Sequence[Figure | Event]) -> bool:
    """A level that something moved from, whose time is not told: "slumping from around $800 million to $200 million"."""
    if not isinstance(claim, Measure) or claim.value is None or claim.change_pct is not None:
        return False
    printed = f"{abs(claim.value):.0f}".rstrip("0")
    for found in _FROM.finditer(claim.quote.exact):
        number = found["number"].replace(",", "").replace(".", "").strip("0")
        goes_to = _TO.match(
            claim.quote.exact, found.end()
        )  # "to $14.8 billion from $15.8 billion" is against the year before
        if number == printed and goes_to and not _UNDATED.match(claim.quote.exact, found.end()):
            guessed = claim.period is None or bool({"period", "base"} & set(claim.inferred))
            return guessed or any(_goes_on(claim, each) for each in claims)
    return False


def _goes_on(claim: Measure, other: Figure | Event) -> bool:
    """Another level of the same words is of the same time."""
    return (
        isinstance(other, Measure)
        and other is not claim
        and other.value not in {None, claim.value}
        and other.quote.start == claim.quote.start
        and other.period == claim.period
    )


def _by_sum(setting: Setting, panel: Panel, each: Judged) -> str | None:
    """The figure is a sum over the partners that the dataset has, and not far from what is claimed."""
    answer, claimed = each.chosen, each.part.claimed
    quantity = setting.quantity
    if answer is None or quantity.partner != "WLD" or each.part.name in {"share", "rank"}:
        return None
    if not any(row.partner == "WLD" and row.sql for row in answer.rows):
        return None
    why = "the figure is a sum over the partners that the dataset has; what it lacks may explain the difference"
    if each.key == "change_pct":
        wanted = float(claimed) if isinstance(claimed, int | float) else 0.0
        return why if abs(answer.number - wanted) <= OFF_POINTS else None
    if not isinstance(claimed, int | float):
        return None
    if quantity.flow == "balance":
        trade = levels(panel, quantity.of("trade"), setting.period)
        return why if trade and abs(answer.number - claimed) <= OFF_GAP * trade[0].number else None
    if each.key == "change_value":
        now = levels(panel, quantity, setting.period)
        return why if now and abs(answer.number - claimed) <= OFF_GAP * abs(now[0].number) else None
    return why if abs(answer.number - claimed) <= OFF_LEVEL * abs(claimed) else None
