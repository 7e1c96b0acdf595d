"""What keeps figures from contradicting a claim: that its pair or its time is the reader's conclusion, that a total is a sum.

A contradiction (or a near miss) under such a doubt is `ambiguous`, and says why; support is not put in doubt, for a number that
is borne out to its last digit was hardly read of the wrong pair.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tieline.check.all_partners import all_in_doubt
from tieline.check.answers import changes, levels
from tieline.check.as_told import BY_WEIGHT, DOMESTIC, LIFTED, QUANTITIES, SENT_ON
from tieline.check.currency import is_rate
from tieline.check.guesses import before_quote, sentence_of
from tieline.check.named import countries_in
from tieline.check.other_side import NEAR_MISS, OTHER_SIDE, is_indirect, is_near_miss, why_open
from tieline.check.pace import against_the_like, against_the_others, lacks_the_others
from tieline.check.panel import Panel
from tieline.check.part_sums import by_extract, by_sum
from tieline.check.parts import Judged, tolerance_of
from tieline.check.phrases import subject
from tieline.check.ranks import against_the_place
from tieline.check.set_apart import DENIED, NOT_MEANT, PAST, RANKED_PACE, SOLE, TWO_FLOWS, made_up_of, set_apart
from tieline.check.setting import Setting
from tieline.check.sides import side_in_doubt
from tieline.check.some_goods import LEFT_OUT, some_goods_only
from tieline.check.spans import own_clause
from tieline.check.tails import UNJUDGED, unjudged_in
from tieline.check.told_money import in_local_dollars
from tieline.check.undated import ANOTHER_TIME, is_far_from_over, part_of_a_year, time_in_doubt
from tieline.check.unread import OTHER_WORDS, UNREAD, change_not_read
from tieline.model import lazy_re as re
from tieline.model.claims import Event, Measure, Trend
from tieline.model.periods import Period
from tieline.model.verdicts import Part, WhyOpen
from tieline.model.vocabulary import VerdictWord

Figure = Measure | Trend
_LEFT_OPEN: VerdictWord = "ambiguous"
OFF_END = 1.5
"""So many times what was reached in any year since then is no question of when it ended."""
_TRADE = re.compile(
    r"\b(?:export|import|trade|sale|sell|sold|bought|buy|purchas|ship|suppl|surplus|deficit|shortfall|gap|balance|deliver|took|taken|market|"
    r"customer|commerce|turnover|earn|cost|sent|traded)\w*",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"\b(?:lost|losing|loses?|loss(?:es)? of|damages? of|forgone|foregone)\b(?=[^.;,]{0,40}?\d)"
    r"|\b(?:lost|forgone|foregone)\s+(?:exports?|imports?|trade|sales|business)\b",
    re.IGNORECASE,
)
_OWN_GOODS = re.compile(
    r"\b(?:of|in)\s+(?P<whose>[A-Z]\w+(?:\s[A-Z]\w+)?)\s+(?:(?:made|manufactured|farm|industrial)\s+)?(?:goods|products|merchandise|wares)\b"
)
_OF_ANOTHER = re.compile(
    r"(?:percent|per cent|pct|%|half|third|quarter|fifth|sixth|tenth|most)\s+of\s+(?:which|it|them|that|this|these|those|any|such)\b",
    re.IGNORECASE,
)
_TRANSIT = re.compile(
    r"\b(?:go(?:es)?|pass(?:es|ed)?|flow(?:s|ed)?|mov(?:es?|ed)|travel(?:s|led|ed)?|transit(?:s|ed)?|handled)\s+(?:through|via|across|by)\b"
    r"|\bin transit\b|\bthrough (?:the |its )?(?:ports?|harbou?rs?)\b",
    re.IGNORECASE,
)
_SENT_ON = re.compile(r"\bre-?(?:-|\s)?exports?\b|\bre-?exported\b|\btransshipments?\b", re.IGNORECASE)
_DOMESTIC = re.compile(
    r"\bdomestic exports\b|\b(?:excluding|excludes|without|net of|leaving out|not (?:counting|including)|apart from)\s+(?:the\s+)?re-?\s?exports?\b",
    re.IGNORECASE,
)
_QUANTITIES = re.compile(
    r"\bvolumes? of (?:(?:its|their|the|such|all)\s+)?(?:exports|imports|shipments|sales)\b|\b(?:export|import|shipment) volumes?\b",
    re.IGNORECASE,
)


def doubt_of(setting: Setting, claims: Sequence[Figure | Event], text: str | None) -> str | None:
    """Why a claim can't be contradicted by figures on what it was read as; None where nothing keeps it."""
    claim = setting.claim
    denied = set_apart(claim, setting.before, setting.clause[len(setting.before) :])
    if denied is not None:
        return denied
    another = part_of_a_year(setting, text)
    if another is not None:
        return another
    side = side_in_doubt(claim, claims, text) or all_in_doubt(claim, claims, text)
    if side is not None:
        return side
    if _buys_its_own(claim):
        return "the words call the goods its own, and tell of what it bought"
    if _is_no_flow(claim, text):
        return "the words do not tell that this is what was traded, and with whom"
    whole = _whole_untold(claim)
    if whole is not None:
        return whole
    clause = own_clause(setting.words, claim.quote.exact)
    some = some_goods_only(claim, setting.before, clause)
    if some is not None:
        return some
    if _LOST.search(clause) and _has_level(claim):
        return "the words tell of a loss, and the figures are of what was traded"
    weighed = f"{before_quote(claim, text)[-30:]}{clause}"
    if (BY_WEIGHT.search(weighed) or _QUANTITIES.search(weighed)) and not _has_level(claim):
        return QUANTITIES
    if _DOMESTIC.search(f"{before_quote(claim, text)}{clause}"):
        return DOMESTIC
    if _SENT_ON.search(f"{before_quote(claim, text)[-12:]}{claim.quote.exact}"):
        return SENT_ON
    if _TRANSIT.search(clause) and not _has_level(claim):
        return "the words may speak of goods on their way through"
    return time_in_doubt(setting, claims, text) or change_not_read(claim, claims)


def _whole_untold(claim: Figure) -> str | None:
    """A share of something that another sentence told of, or a level that may be that of a share's whole."""
    if not isinstance(claim, Measure) or claim.share_pct is None:
        return None
    if _OF_ANOTHER.search(claim.quote.exact) or {"reporter", "partner"} <= set(claim.inferred):
        return "of what it is a share is told elsewhere"
    if claim.value is not None and claim.share_of in {None, "other"} and "partner" in claim.inferred:
        return "the level may be that of the whole which the share is of"
    return None


def _buys_its_own(claim: Figure) -> bool:
    """What a country imports is not called its own: "purchases of 58.6 billion dollars in Japanese goods" are none of Japan's."""
    told = [
        code for found in _OWN_GOODS.finditer(claim.quote.exact + " goods") for code in countries_in(found["whose"])
    ]
    return claim.indicator == "imports" and claim.reporter in told and claim.partner not in told


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


def with_doubt(setting: Setting, panel: Panel, judged: Sequence[Judged], panels: Sequence[Panel] = ()) -> list[Judged]:
    """The parts, those in doubt that the figures would rate against the claim as `ambiguous`.

    A near miss against figures of the other side stays one, and says so.
    """
    doubted = []
    words = unjudged_in(setting, judged)
    tail = f"{UNJUDGED}: {words}" if words is not None else None
    for each in judged:
        part, why = each.part, None
        named: WhyOpen | None = None
        against = part.verdict in {"contradicted", "imprecise"}
        if against or (part.verdict == "supported" and (is_far_from_over(setting) or _of_something_else(setting))):
            told = each.chosen is not None and LIFTED.get(each.chosen.name) == setting.doubt
            told = told or (against and setting.doubt == UNREAD)
            why = None if told else setting.doubt
        if why is None and part.verdict == "contradicted":
            why = by_sum(setting, panel, each) or by_extract(setting, panel, each)
        if why is None and against:
            why = _in_other_money(setting, each) or in_local_dollars(setting.claim, part)
        if why is None and part.verdict == "contradicted" and _between_untold_years(setting, panel, part):
            why = "from which year to which it went is not told"
        if why is None and part.verdict == "contradicted" and is_near_miss(setting, each):
            part = replace(part, verdict="imprecise", note=NEAR_MISS, why=None)
        if why is None and part.verdict == "contradicted":
            why = why_open(setting, panel, each, panels)
        if why is None and part.verdict == "supported":
            why, named = _against_support(setting, panel)
            why = why or tail
        if why is not None:
            part = replace(part, verdict=_LEFT_OPEN, note=why, why=named)
        elif part.verdict == "imprecise" and part.note is None and is_indirect(setting, each.chosen):
            part = replace(part, note=OTHER_SIDE)
        doubted.append(replace(each, part=part))
    return doubted


def _between_untold_years(setting: Setting, panel: Panel, part: Part) -> bool:
    """A change over some years that end at no time that is told ("over the past decade"), which went the same way."""
    rough = "period" in setting.inferred and setting.period.start.year - setting.base.start.year > 1
    claimed, found = part.claimed, part.found
    if (
        not rough
        or part.name != "change"
        or not isinstance(claimed, int | float)
        or found is None
        or claimed * found <= 0
    ):
        return False
    if _counts_years(setting):
        return _holds_a_year_before(setting, panel, claimed, float(found))
    return not _beyond_every_end(setting, panel, claimed)


_COUNTED_YEARS = re.compile(
    r"\b(?:in|over|within|during)\s+(?:the\s+)?(?:past\s+|last\s+|previous\s+)?(?!(?:many|several|some|recent|few|a|the|past|last)\b)\w+\s+years\b",
    re.IGNORECASE,
)


def _counts_years(setting: Setting) -> bool:
    """So many years up to the time of the story are told: "tripled in four years", "have doubled over the past five years"."""
    told = _COUNTED_YEARS.search(setting.clause)
    return told is not None and setting.base.precision == setting.period.precision == "year"


def _holds_a_year_before(setting: Setting, panel: Panel, claimed: float, found: float) -> bool:
    """The same number of years that ended a year earlier bears the change out, or may: where they lack, what is half as much again is told in vain."""
    then = changes(panel, setting.quantity, setting.period.shifted_years(-1), setting.base.shifted_years(-1))
    if not then or not isinstance(setting.claim, Measure):
        return 1 + claimed / 100 < OFF_END * (1 + found / 100)
    return tolerance_of(setting.claim, "change_pct").verdict(then[0].number) != "contradicted"


def _beyond_every_end(setting: Setting, panel: Panel, claimed: float) -> bool:
    """From a year that is told, no later year in the data comes near: what is claimed is one and a half times as far, or more."""
    base, words = setting.base, own_clause(setting.words, setting.claim.quote.exact)
    if base.precision != "year" or re.search(rf"\b(?:since|from|than|than in)\s+{base.iso}\b", words) is None:
        return False
    ends = range(base.start.year + 1, setting.period.start.year + 1)
    found = [
        1 + answers[0].number / 100
        for year in ends
        if (answers := changes(panel, setting.quantity, Period.of_year(year), base))
    ]
    told = 1 + claimed / 100
    if not found or told <= 0 or min(found) <= 0:
        return False
    return told >= OFF_END * max(found) or told * OFF_END <= min(found)


def _of_something_else(setting: Setting) -> bool:
    """The figures are none of what the words tell of, so that they can't bear it out either."""
    doubt = setting.doubt or ""
    return doubt in {
        SENT_ON,
        DOMESTIC,
        UNREAD,
        DENIED,
        NOT_MEANT,
        PAST,
        RANKED_PACE,
        SOLE,
        TWO_FLOWS,
        LEFT_OUT,
    } or doubt.startswith(ANOTHER_TIME)


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


def _against_support(setting: Setting, panel: Panel) -> tuple[str | None, WhyOpen | None]:
    """Why what the figures support is left open all the same."""
    if (level := _other_level(setting, panel)) is not None:
        return level, None
    why = against_the_like(setting, panel) or against_the_place(setting, panel) or against_the_others(setting, panel)
    if why is not None:
        return f"{OTHER_WORDS}: {why}", "words"
    return made_up_of(setting.claim, setting.clause[len(setting.before) :]) or lacks_the_others(setting, panel), None


def _is_no_flow(claim: Figure, text: str | None) -> bool:
    """Nothing in the sentence is a word of trade, and the partner was concluded: "tariffs on $300 million worth of Japanese goods"."""
    return (
        isinstance(claim, Measure)
        and claim.value is not None
        and "partner" in claim.inferred
        and not _TRADE.search(sentence_of(claim, text))
    )
