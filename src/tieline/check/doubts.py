"""What keeps figures from contradicting a claim: that its pair or its time is the reader's conclusion, that a total is a sum.

A contradiction (or a near miss) under such a doubt is `ambiguous`, and says why; support is not put in doubt, for a number that
is borne out to its last digit was hardly read of the wrong pair.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tieline.check.answers import Answer, levels
from tieline.check.currency import is_rate
from tieline.check.guesses import before_quote, sentence_of
from tieline.check.other_side import instead_of_contradicted
from tieline.check.panel import Panel
from tieline.check.parts import Judged, tolerance_of
from tieline.check.phrases import subject
from tieline.check.setting import Setting
from tieline.check.sides import side_in_doubt
from tieline.check.spans import own_clause
from tieline.model import lazy_re as re
from tieline.model.claims import Event, Measure, Trend
from tieline.model.vocabulary import VerdictWord

Figure = Measure | Trend
_LEFT_OPEN: VerdictWord = "ambiguous"
OFF_LEVEL, OFF_POINTS, OFF_GAP, OFF_WHOLE = 0.1, 5.0, 0.1, 0.25
"""How far a sum over partners may be from a total that is told: of the level, in points of a change, a gap as part of the trade."""
_TRADE = re.compile(
    r"\b(?:export|import|trade|sale|sell|sold|bought|buy|purchas|ship|suppl|surplus|deficit|shortfall|gap|balance|deliver|took|taken|market|"
    r"customer|commerce|turnover|earn|cost|sent|traded)\w*",
    re.IGNORECASE,
)
_SOME_GOODS = re.compile(
    r"\b(?:in|of)\s+(?:these|those|such)\s+(?:products|goods|items|areas|sectors|categories|commodities)\b"
    r"|\b(?:in|of)\s+(?:manufactured|industrial|farm|agricultural|processed|finished|high-technology|high-tech|consumer|capital)\s+"
    r"(?:goods|products|items)\b|\b(?:in|of)\s+manufactures\b",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"(?:percent|per cent|pct|%|half|third|quarter|fifth|sixth|tenth|most)\s+of\s+(?:which|it|them|that|this|these|those|any|such)\b",
    re.IGNORECASE,
)
_QUANTITIES = re.compile(
    r"\bvolumes? of (?:(?:its|their|the|such|all)\s+)?(?:exports|imports|shipments|sales)\b|\b(?:export|import|shipment) volumes?\b"
    r"|\bby volume\b|\bin (?:volume|tonnage)(?: terms)?\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\bfrom\s+(?:(?:about|around|almost|nearly|some|just|over|under)\s+)*(?:[A-Z]{2,3})?[$€£¥]?\s?(?P<number>\d[\d,]*(?:\.\d+)?)"
)
_AGAINST = re.compile(
    r"\b(?:compared (?:with|to)|against|versus)\s+(?:(?:about|around|almost|nearly|some|just|over|under|only)\s+)*(?:[A-Z]{2,3})?[$€£¥]?\s?"
    r"(?P<number>\d[\d,]*(?:\.\d+)?)"
)
_DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:year|month|quarter|period|decade|half|earlier|before|previously|ago|last|then)\b",
    re.IGNORECASE,
)
_TO = re.compile(r"[^.;]{0,40}?\bto\b", re.IGNORECASE)
_DATED_END = re.compile(r"\blast (?:year|month|quarter)\b", re.IGNORECASE)
_UNDATED = re.compile(
    r"[^.;,]{0,24}\b(?:in|of|during)\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\b|[^.;,]{0,24}\b(?:a|the) (?:year|month|quarter) (?:earlier|before|ago)\b"
)


def doubt_of(setting: Setting, claims: Sequence[Figure | Event], text: str | None) -> str | None:
    """Why a claim can't be contradicted by figures on what it was read as; None where nothing keeps it."""
    claim = setting.claim
    side = side_in_doubt(claim, claims, text)
    if side is not None:
        return side
    if _is_no_flow(claim, text):
        return "the words do not tell that this is what was traded, and with whom"
    whole = _whole_untold(claim)
    if whole is not None:
        return whole
    clause = own_clause(setting.words, claim.quote.exact)
    if claim.product is None and _SOME_GOODS.search(clause):
        return "the words speak of some goods only"
    if _QUANTITIES.search(f"{before_quote(claim, text)[-30:]}{clause}") and not _has_level(claim):
        return "the words may speak of quantities, and the figures are of values"
    if _start_undated(claim, claims, clause):
        return "when it stood at that is not told"
    if setting.published is not None and setting.period.end > setting.published:
        return f"{setting.period.words()} was not over when the story was published"
    return None


def _whole_untold(claim: Figure) -> str | None:
    """A share of something that another sentence told of, or a level that may be that of a share's whole."""
    if not isinstance(claim, Measure) or claim.share_pct is None:
        return None
    if _OF_ANOTHER.search(claim.quote.exact) or {"reporter", "partner"} <= set(claim.inferred):
        return "of what it is a share is told elsewhere"
    if claim.value is not None and claim.share_of in {None, "other"} and "partner" in claim.inferred:
        return "the level may be that of the whole which the share is of"
    return None


def _has_level(claim: Figure) -> bool:
    return isinstance(claim, Measure) and claim.value is not None


def level_told_with(claim: Figure, claims: Sequence[Figure | Event], doubt: str | None) -> Measure | None:
    """The level of the same flow in the same words as a direction or record whose partner was carried over, or whose pair is in doubt."""
    if not isinstance(claim, Trend) or claim.partner == "WLD" or (doubt is None and "partner" not in claim.inferred):
        return None
    flow = (claim.indicator, claim.reporter, claim.partner)
    levels_told = (each for each in claims if isinstance(each, Measure) and each.value is not None)
    same = (m for m in levels_told if m.quote.start == claim.quote.start)
    return next((m for m in same if (m.indicator, m.reporter, m.partner) == flow), None)


def with_doubt(setting: Setting, panel: Panel, judged: Sequence[Judged]) -> list[Judged]:
    """The parts, those in doubt that the figures would rate against the claim as `ambiguous`."""
    doubted = []
    for each in judged:
        part, word, why = each.part, _LEFT_OPEN, None
        if part.verdict in {"contradicted", "imprecise"}:
            why = setting.doubt
        if why is None and part.verdict == "contradicted":
            why = _by_sum(setting, panel, each)
        if why is None and part.verdict in {"contradicted", "imprecise"}:
            why = _in_other_money(setting, each)
        if why is None and part.verdict == "contradicted":
            word, why = instead_of_contradicted(setting, panel, each) or (word, None)
        if why is None and part.verdict == "supported":
            why = _other_level(setting, panel)
        doubted.append(each if why is None else replace(each, part=replace(part, verdict=word, note=why)))
    return doubted


def _in_other_money(setting: Setting, each: Judged) -> str | None:
    """A direction told of sums in another money than the figures are in, for which no rates were given."""
    answer = each.chosen
    if setting.money is None or each.part.name != "direction" or answer is None:
        return None
    if any(is_rate(row.cells) or row.unit == setting.money for row in answer.rows):
        return None
    return f"it is told of sums in {setting.money}, and the figures are not (give a table of rates with --rates)"


def _other_level(setting: Setting, panel: Panel) -> str | None:
    """The level told with a direction is far from that of the pair it was read of: it is of another one."""
    told = setting.told_with
    if told is None or told.value is None:
        return None
    found = levels(panel, setting.quantity, told.period or setting.period, told.unit or "USD")
    if not found or tolerance_of(told, "value").verdict(found[0].number) != "contradicted":
        return None
    return f"the level told with it is not that of {subject(setting.quantity)}"


def _is_no_flow(claim: Figure, text: str | None) -> bool:
    """Nothing in the sentence is a word of trade, and the partner was concluded: "tariffs on $300 million worth of Japanese goods"."""
    return (
        isinstance(claim, Measure)
        and claim.value is not None
        and "partner" in claim.inferred
        and not _TRADE.search(sentence_of(claim, text))
    )


def _start_undated(claim: Figure, claims: Sequence[Figure | Event], words: str) -> bool:
    """A level that something moved from, or is held against, at no time that is told: "slumping from around $800 million to $200 million"."""
    if not isinstance(claim, Measure) or claim.value is None or claim.change_pct is not None:
        return False
    printed = f"{abs(claim.value):.0f}".rstrip("0")
    for found in _AGAINST.finditer(words):
        number = found["number"].replace(",", "").replace(".", "").strip("0")
        if number == printed and not _DATED.search(words, found.end()):
            return True
    for found in _FROM.finditer(claim.quote.exact):
        number = found["number"].replace(",", "").replace(".", "").strip("0")
        goes_to = _TO.match(
            claim.quote.exact, found.end()
        )  # "to $14.8 billion from $15.8 billion" is against the year before
        if number == printed and goes_to and not _UNDATED.match(claim.quote.exact, found.end()):
            guessed = claim.period is None or bool({"period", "base"} & set(claim.inferred))
            guessed = guessed or bool(_DATED_END.search(claim.quote.exact, goes_to.end()))
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


def _by_whole(answer: Answer, claimed: float | str | None) -> str | None:
    """A share whose whole is a sum over partners: what the sum lacks makes it too large, never too small."""
    summed = any(row.partner == "WLD" and row.sql for row in answer.rows)
    if not summed or not isinstance(claimed, int | float):
        return None
    low, high = (1 - OFF_WHOLE) * answer.number, (1 + OFF_LEVEL) * answer.number
    why = "its whole is a sum over the partners that the dataset has; what it lacks may explain the difference"
    return why if low <= claimed <= high else None


def _by_sum(setting: Setting, panel: Panel, each: Judged) -> str | None:
    """The figure is a sum over the partners that the dataset has, and not far from what is claimed."""
    answer, claimed = each.chosen, each.part.claimed
    quantity = setting.quantity
    if answer is not None and each.part.name == "share":
        return _by_whole(answer, claimed)
    if answer is None or quantity.partner != "WLD" or each.part.name == "rank":
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
