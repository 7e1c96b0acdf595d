"""Readings beyond a claim's most direct meaning: other goods, another year, with Hong Kong, both sides reconciled.

Each is the same claim with another quantity, period or table of figures, judged by the same rules. One that supports what the
direct reading contradicts makes the part `ambiguous` if its weight is `DOUBT` or more, else it is only noted; none turns a figure into support, and none decides where the direct
reading finds nothing.
"""

from __future__ import annotations

import dataclasses
import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from tieline.check.answers import Answer
from tieline.check.asking import with_hong_kong
from tieline.check.panel import Panel, Row
from tieline.check.parts import Judged
from tieline.check.phrases import amount, country, percent, scope_words
from tieline.check.priors import weight_of
from tieline.check.quantities import Scope
from tieline.check.setting import Setting
from tieline.model.claims import Measure, Trend
from tieline.model.periods import Period
from tieline.model.verdicts import Part, WhyOpen
from tieline.model.vocabulary import VerdictWord

DOUBT = 0.2
"""A reading of this weight or more (see `priors`) puts a contradiction in doubt."""
GUESSED = frozenset({"told-period", "other-side", "named-partner", "all-partners", "told-goods"})
"""Readings in the place of what the reader carried over from another sentence."""
_WIDER = frozenset({"wider-products", "widest-products"})
Judge = Callable[[Setting, Panel], list[Judged]]
Spot = tuple[str, str, str, Period, str | None, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Variant:
    """A claim understood otherwise. `origins` has the stated rows behind each row that was made from several."""

    name: str
    tried: str
    setting: Setting
    panel: Panel
    origins: dict[str, tuple[Row, ...]] = dataclasses.field(default_factory=dict)


def with_variants(setting: Setting, panel: Panel, judged: Sequence[Judged], judge: Judge) -> list[Judged]:
    """The parts with the answers of every other reading added, and the spread over all of them."""
    answered = [each for each in judged if each.part.found is not None and each.part.name != "rank"]
    if not answered:
        return list(judged)
    found: dict[str, list[tuple[Part, Answer]]] = {}
    for variant in variants_of(setting, panel):
        for each in judge(variant.setting, variant.panel):
            if each.chosen is not None:
                found.setdefault(each.part.name, []).append((each.part, as_variant(each.chosen, variant)))
    claim = setting.claim
    unit = (claim.unit if isinstance(claim, Measure) and claim.unit not in {None, "percent"} else None) or "USD"
    return [_joined(each, found.get(each.part.name, []), unit) if each in answered else each for each in judged]


def variants_of(setting: Setting, panel: Panel) -> list[Variant]:
    """Every other reading that the figures of a panel can answer."""
    return [
        *_other_goods(setting, panel),
        *_other_years(setting, panel),
        *counted_with_hong_kong(setting, panel),
        *_both_sides(setting, panel),
        *without_re_exports(setting, panel),
        *by_weight(setting, panel),
        *_guessed(setting, panel),
    ]


def as_variant(answer: Answer, variant: Variant) -> Answer:
    """An answer under the name of the reading that gave it, with the stated rows behind it."""
    rows = [row for each in answer.rows for row in variant.origins.get(each.row_id, (each,))]
    return replace(
        answer,
        rows=tuple({row.row_id: row for row in rows}.values()),
        label=f"{answer.label}; {variant.tried}",
        tier=answer.tier + 100,
        name=variant.name,
        tried=variant.tried,
    )


def _told(key: str, number: float, unit: str) -> str:
    """A reading's number in words."""
    return percent(number, signed=key == "change_pct") if key.endswith("pct") else amount(number, unit)


def _joined(each: Judged, found: Sequence[tuple[Part, Answer]], unit: str) -> Judged:
    """A part with the answers of its variants; `ambiguous` where one supports what the direct reading contradicts."""
    known = [(round(a.number, 9), {row.row_id for row in a.rows}) for a in each.answers]
    new = [(part, a) for part, a in found if (round(a.number, 9), {row.row_id for row in a.rows}) not in known]
    answers = (*each.answers, *(answer for _, answer in new))
    numbers = [answer.number for answer in answers]
    part = replace(each.part, least=min(numbers), most=max(numbers))
    holds = [answer for told, answer in new if told.verdict == "supported"]
    if part.verdict == "imprecise":  # a near miss under a guess, where another guess holds
        wider = [answer for answer in holds if answer.name in _WIDER]
        if wider and not any(answer.name in GUESSED for answer in holds):
            number = _told(each.key, wider[0].number, unit)
            part = replace(part, note=f"it holds if {wider[0].tried}: {number}", why="reading")
        holds = [answer for answer in holds if answer.name in GUESSED]
    nearly = part.verdict == "contradicted" and not holds
    if nearly:  # "oil" of $4,596 for crude and of $640.8 million with fuels, where $640 million is told
        holds = [answer for told, answer in new if told.verdict == "imprecise" and answer.name in _WIDER]
    if part.verdict in {"contradicted", "imprecise"} and holds:
        likely = max(holds, key=lambda answer: weight_of(answer.name))
        verdict: VerdictWord = "ambiguous" if weight_of(likely.name) >= DOUBT else part.verdict
        so = "it nearly holds" if nearly else "it holds"
        told = _told(each.key, likely.number, unit)
        why: WhyOpen | None = None if nearly else "reading"
        part = replace(part, verdict=verdict, note=f"{so} if {likely.tried}: {told}", why=why)
    return replace(each, part=part, answers=answers)


def _other_goods(setting: Setting, panel: Panel) -> Iterable[Variant]:
    """The wider groups of HS codes that the product's word is used for."""
    scope = setting.quantity.scope
    for place, codes in enumerate(scope.readings[1:], 1):
        wider = Scope(None, (codes,))
        name = "wider-products" if place == 1 else "widest-products"
        tried = f"{scope.words or 'the product'} is read as {scope_words(wider, codes)}"
        yield Variant(name, tried, replace(setting, quantity=replace(setting.quantity, scope=wider)), panel)


def _other_years(setting: Setting, panel: Panel) -> Iterable[Variant]:
    """The reporter's fiscal year, and the last twelve months where the claim names no year; months are needed for either."""
    if setting.period.precision != "year":
        return
    months = [row for row in panel.pair_rows(setting.quantity) if row.period.days < 180]
    if not months:
        return
    from tieline.read.when.fiscal import FISCAL_YEARS, fiscal_year  # noqa: PLC0415 -- the reader is heavy, and seldom needed here

    who = setting.quantity.reporter
    if who in FISCAL_YEARS:
        year = fiscal_year(who, setting.period.start.year)
        tried = f"the year is {country(who)}'s fiscal year, {year.words()}"
        yield Variant("fiscal-year", tried, replace(setting, period=year, base=year.shifted_years(-1)), panel)
    if "period" in setting.inferred and setting.published is not None:
        ends = [row.period.end for row in months if row.period.end < setting.published]
        if ends:
            after = max(ends) + timedelta(days=1)
            if after.month == 1:  # the calendar year itself
                return
            year = Period(after.replace(year=after.year - 1), max(ends))
            tried = f"the last twelve months are meant, {year.words()}"
            yield Variant("trailing-year", tried, replace(setting, period=year, base=year.shifted_years(-1)), panel)


def _guessed(setting: Setting, panel: Panel) -> Iterable[Variant]:
    """What else may be meant where the reader carried something over from another sentence."""
    back = setting.period.start.year - setting.base.start.year
    for guess in setting.guesses:
        asked = replace(setting, quantity=guess.quantity)
        if guess.period is not None:
            asked = replace(asked, period=guess.period, base=guess.period.shifted_years(-back))
        yield Variant(guess.name, guess.tried, asked, panel)


def counted_with_hong_kong(setting: Setting, panel: Panel) -> Iterable[Variant]:
    """China with Hong Kong, added up where both have a figure."""
    for other in with_hong_kong(setting.quantity):
        theirs = panel.pair_rows(other)
        if not theirs:
            continue
        made, origins = _made(
            panel, setting, _found_in({_spot(row, {"HKG": "CHN"}): row for row in theirs}), operator.add
        )
        if origins:
            yield Variant("with-hong-kong", "Hong Kong is counted with China", setting, made, origins)


def _both_sides(setting: Setting, panel: Panel) -> Iterable[Variant]:
    """The mean of the two sides' figures."""
    if setting.quantity.partner == "WLD":
        return
    turned = {"exports": "imports", "imports": "exports"}
    there = {_spot(row): row for row in _asked_rows(panel, setting)}

    def other_side(row: Row) -> Row | None:
        key = _spot(row)
        return there.get((key[1], key[0], turned.get(key[2], ""), *key[3:]))

    made, origins = _made(panel, setting, other_side, lambda a, b: (a + b) / 2)
    if origins:
        yield Variant("reconciled", "the mean of both sides' figures is taken", setting, made, origins)


def without_re_exports(setting: Setting, panel: Panel) -> Iterable[Variant]:
    """Exports without what was only sent on, where a dataset states re-exports."""
    again = {_spot(row): row for row in panel.pair_rows(setting.quantity) if row.flow == "re-exports"}
    if not again:
        return

    def sent_on(row: Row) -> Row | None:
        key = _spot(row)
        return again.get((*key[:2], "re-exports", *key[3:])) if row.flow == "exports" else None

    made, origins = _made(panel, setting, sent_on, operator.sub)
    if origins:
        yield Variant("domestic-exports", "re-exports are left out", setting, made, origins)


def by_weight(setting: Setting, panel: Panel) -> Iterable[Variant]:
    """The change of the net weight, for a change without money."""
    claim = setting.claim
    money = isinstance(claim, Measure) and (
        claim.value is not None or claim.change_pct is None or claim.unit is not None
    )
    weighed = [] if money else [row for row in _asked_rows(panel, setting) if row.net_kg]
    if not weighed:
        return
    made = panel.emptied()
    origins: dict[str, tuple[Row, ...]] = {}
    for row in weighed:
        cells = row.cells | {
            "value": (row.net_kg or 0.0) / 1000, "unit": "t", "value_usd": None, "change_pct": None, "share_pct": None,
            "row_id": f"{row.row_id}-t",
        }  # fmt: skip
        made.add(row.with_cells(cells))
        origins[str(cells["row_id"])] = (row,)
    yield Variant("volume", "the change is one of tonnage", setting, made, origins)


def _found_in(table: Mapping[Spot, Row]) -> Callable[[Row], Row | None]:
    return lambda row: table.get(_spot(row))


def _spot(row: Row, names: dict[str, str] | None = None) -> Spot:
    """What two rows share that can be added up or set against each other."""
    known = names or {}
    return (
        known.get(row.reporter, row.reporter),
        known.get(row.partner, row.partner),
        row.flow,
        row.period,
        row.product,
        row.hs,
    )


def _asked_rows(panel: Panel, setting: Setting) -> list[Row]:
    """The rows of the pair in the periods that are asked for; for a record, of all."""
    rows = panel.pair_rows(setting.quantity)
    if isinstance(setting.claim, Trend) and setting.claim.direction in {"record_high", "record_low"}:
        return rows
    return [row for row in rows if row.period.overlaps(setting.period) or row.period.overlaps(setting.base)]


def _made(
    panel: Panel, setting: Setting, other: Callable[[Row], Row | None], join: Callable[[float, float], float]
) -> tuple[Panel, dict[str, tuple[Row, ...]]]:
    """A panel whose rows of the pair are joined with another row each; those without one are left out."""
    made = panel.emptied()
    origins: dict[str, tuple[Row, ...]] = {}
    for row in _asked_rows(panel, setting):
        beside = other(row)
        if beside is None or row.copied or beside.copied:
            continue
        one, two = row.level("USD"), beside.level("USD")
        if one is None or two is None:
            continue
        total = join(one, two)
        name = f"{row.row_id}+{beside.row_id}"
        cells = row.cells | {
            "row_id": name, "value": total, "unit": "USD", "value_usd": total, "change_pct": None, "share_pct": None,
        }  # fmt: skip
        made.add(row.with_cells(cells))
        origins[name] = (row, beside)
    return made, origins
