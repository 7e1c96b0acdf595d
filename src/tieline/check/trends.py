"""The verdict of a trend: a direction and its strength, a record; ranks and comparisons have rooms of their own.

Thresholds, in percent of the base, adjustable here and written down in `docs/verdicts.md`:

- a rise or fall counts from half a percent; less is flat, and contradicts a rise;
- "rapidly", "sharply" and the like ask for 15% or more, and for more than the trade with all partners of the country whose
  exports or imports are told (of two-way trade: of either country), "slightly" for less than 5% (`strength`);
- "flat" allows up to 2% either way; up to 5% it is imprecise;
- a record has rules of its own (`records`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace

from tieline.check.answers import Answer, changes, levels
from tieline.check.asking import wholes_of
from tieline.check.comparisons import judge_comparison
from tieline.check.currency import at_rates
from tieline.check.gaps import gap_told
from tieline.check.panel import Panel
from tieline.check.parts import ANOTHER_WAY, CONTRADICTORY, Judged
from tieline.check.phrases import claimed_words, listed, owner, subject
from tieline.check.ranked_records import judge_ranked_record
from tieline.check.ranks import judge_rank
from tieline.check.record_moves import judge_record_move
from tieline.check.records import judge_record
from tieline.check.setting import Setting
from tieline.check.since import judge_since
from tieline.check.since_words import told_since
from tieline.check.strength import USUAL, Strength
from tieline.model import lazy_re as re
from tieline.model.claims import Trend
from tieline.model.verdicts import Part
from tieline.model.vocabulary import VerdictWord

FLAT_PCT = 0.5
STEADY_PCT = 2.0
LOOSE_PCT = 5.0

_STRONG = re.compile(
    r"rapid|sharp|remarkabl|dramatic|signific|substantial|strong|steep|great|massive|huge|vast|soar|surg|rocket|boom|balloon|mushroom|explod|crash|"
    r"plung|plummet|slump|collaps|tumbl|drastic|explos|exponential|considerabl|markedl|marked|fast|quick|brisk|robust|"
    r"smart|hefty|deep|heav|impressive|spectacular|double-digit|jump|leap",
    re.IGNORECASE,
)
_SLIGHT = re.compile(
    r"slight|modest|margin|a little|hardly|scarcely|gentl|minor|small|edg(?:ed|ing)|inch|crept|creep|dipp|barely|mild",
    re.IGNORECASE,
)


def judge_trend(setting: Setting, panel: Panel) -> list[Judged]:
    """Judge a trend against a panel: its direction, or the side that a comparison takes."""
    claim = setting.claim
    if not isinstance(claim, Trend):
        return []
    if claim.compared_with is not None and claim.compared_with.rank is not None and claim.direction is None:
        return [judge_rank(claim, setting, panel)]
    if claim.direction is None:
        return [judge_comparison(claim, setting, panel)]
    of_a_change = judge_record_move(setting, panel)
    if of_a_change:
        return of_a_change
    if claim.direction in {"record_high", "record_low"}:
        return judge_ranked_record(setting, panel) or [
            judge_record(
                claim.direction, setting, panel, Part(name="direction", verdict="no-data", claimed=claimed_words(claim))
            )
        ]
    part = Part(name="direction", verdict="no-data", claimed=claimed_words(claim))
    since = told_since(claim.direction, setting.told, setting.period)
    if since is not None:
        return [
            judge_since(
                replace(part, claimed=f"{claim.direction}, {since.words}"),
                since,
                setting,
                panel,
                up=claim.direction == "up",
            )
        ]
    answers = _moves(setting, panel)
    if not answers:
        return [Judged(part, "change_pct")]
    first = [answer for answer in answers if answer.tier == answers[0].tier]
    asks, of_all = setting.strength, _of_all(setting, panel) if is_strong(claim.strength) else {}
    most = (max if claim.direction == "up" else min)(of_all.values(), default=None)

    def judged(answer: Answer) -> VerdictWord:
        return direction_verdict(claim.direction or "flat", claim.strength, answer.number, asks, most)

    words = {judged(answer) for answer in first}
    others = {judged(answer) for answer in answers if answer.tier > first[0].tier}
    low, high = _bounds(claim.direction, claim.strength, asks)
    part = replace(part, found=answers[0].number, low=low, high=high, note=_note(claim, setting, words, of_all))
    verdict = words.pop() if len(words) == 1 else "ambiguous"
    if verdict == "ambiguous":
        part = replace(part, note=CONTRADICTORY, why="rows")
    if verdict == "contradicted" and others & {"supported"}:
        part, verdict = replace(part, note=ANOTHER_WAY, why="way"), "ambiguous"
    if answers[0].wider and verdict != "supported":
        part = replace(part, found=None, note="the dataset has a wider group of products only")
        verdict = "no-data"
    gap = _other_gap(claim, setting, panel)
    if gap is not None:
        part, verdict = replace(part, note=gap), "contradicted"
    return [Judged(replace(part, verdict=verdict), "change_pct", tuple(answers))]


def _moves(setting: Setting, panel: Panel) -> list[Answer]:
    """The changes behind a direction: in the money that it is told in where rates are given, else as the figures are stated."""
    asked, money = (setting.quantity, setting.period, setting.base), setting.money
    turned = at_rates(panel, setting, money, lambda p: changes(p, *asked, money)) if money else []
    return turned or changes(panel, *asked)


def _other_gap(claim: Trend, setting: Setting, panel: Panel) -> str | None:
    """A surplus is said to move where there was a deficit, or the other way."""
    now = levels(panel, setting.quantity, setting.period) if setting.quantity.flow == "balance" else []
    told = gap_told(claim.quote.exact)
    if not now or told is None or now[0].number * told > 0:
        return None
    return "there was a surplus, no deficit" if told < 0 else "there was a deficit, no surplus"


def _of_all(setting: Setting, panel: Panel) -> dict[str, float]:
    """The change of the trade with all partners in the same flow, by country; without those that the dataset lacks."""
    if not setting.strength.above_all:
        return {}
    found = {
        whole.reporter: changes(panel, whole, setting.period, setting.base) for whole in wholes_of(setting.quantity)
    }
    return {who: answers[0].number for who, answers in found.items() if answers}


def _note(claim: Trend, setting: Setting, words: set[VerdictWord], of_all: Mapping[str, float]) -> str | None:
    """What a strong word was held against beside its own percentage."""
    if not is_strong(claim.strength) or not setting.strength.above_all or "contradicted" in words:
        return None
    wholes = wholes_of(setting.quantity)
    if not wholes:
        return None
    flow = setting.quantity.flow
    known = [f"{subject(whole)} {of_all[whole.reporter]:+.1f}%" for whole in wholes if whole.reporter in of_all]
    lacking = [owner(whole.reporter) for whole in wholes if whole.reporter not in of_all]
    notes = [f"held against {listed(known)}"] if known else []
    if lacking:
        notes.append(f"the dataset does not have {listed(lacking)} {flow} with all partners to compare it with")
    return "; ".join(notes)


def direction_verdict(
    direction: str, strength: str | None, change: float, asks: Strength = USUAL, of_all: float | None = None
) -> VerdictWord:
    """Judge a change in percent by a direction and the word for its strength.

    Args:
        direction: `up`, `down` or `flat`.
        strength: The claim's own word.
        change: In percent of the base.
        asks: What words of strength ask for.
        of_all: The change of the trade with all partners that it must be more than, if it is known.

    >>> direction_verdict("up", "rapidly", 31.9), direction_verdict("up", "rapidly", 4.0), direction_verdict("up", None, -11.4)
    ('supported', 'imprecise', 'contradicted')
    >>> direction_verdict("up", "rapidly", 20.0, of_all=25.0)
    'imprecise'
    >>> direction_verdict("flat", None, 1.2), direction_verdict("down", "slightly", -9.0)
    ('supported', 'imprecise')
    """
    if direction == "flat":
        return "supported" if abs(change) <= STEADY_PCT else "imprecise" if abs(change) <= LOOSE_PCT else "contradicted"
    along = change if direction == "up" else -change
    if along < FLAT_PCT:
        return "contradicted"
    if is_strong(strength):
        rest = of_all if direction == "up" or of_all is None else -of_all
        short = along < asks.strong_pct or (asks.above_all and rest is not None and along <= rest)
        return "imprecise" if short else "supported"
    if strength and _SLIGHT.search(strength):
        return "supported" if along < asks.slight_pct else "imprecise"
    return "supported"


def asks_for(setting: Setting) -> dict[str, float | bool]:
    """What the claim's word of strength was held to ask for, to be kept with the verdict; empty for a claim without one."""
    word = setting.claim.strength if isinstance(setting.claim, Trend) else None
    return asdict(setting.strength) if word and (is_strong(word) or _SLIGHT.search(word)) else {}


def is_strong(strength: str | None) -> bool:
    """The word asks for a strong rise or fall."""
    return bool(strength and _STRONG.search(strength))


def _bounds(direction: str, strength: str | None, asks: Strength) -> tuple[float | None, float | None]:
    """The interval of changes, in percent, that the words allow."""
    if direction == "flat":
        return -STEADY_PCT, STEADY_PCT
    strong = is_strong(strength)
    slight = bool(strength and not strong and _SLIGHT.search(strength))
    near, far = (asks.strong_pct if strong else FLAT_PCT), (asks.slight_pct if slight else None)
    return (near, far) if direction == "up" else (-far if far is not None else None, -near)
