"""Indicators of a ledger's flows by name: each asks for its figures, computes, and tells dataset, period and unit.

The formulas stand with the functions that compute: `advantage`, `composition`, `concentration`, `growth`, `intensity`,
`records`. A dataset is always taken by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import isfinite

from tieline.ledger import Ledger
from tieline.model.errors import UsageError
from tieline.trade.figures.asking import Question
from tieline.trade.figures.rows import last_years_sql, scan_of_last_years
from tieline.trade.figures.slices import Put
from tieline.trade.figures.tellers import FLAG, flag_few
from tieline.trade.figures.vintages import about_datasets
from tieline.trade.indicators.composition import similarity
from tieline.trade.indicators.concentration import hhi
from tieline.trade.indicators.intensity import complementarity
from tieline.trade.questions.goods import Goods, Key, Years, goods


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorLine:
    """One value of an indicator.

    Attributes:
        indicator: `rca`, `rsca`, ...
        partner: None for all.
        flow: `exports` or `imports`, seen from the reporter; empty where it is of both.
        product: A code; None for all products.
        period: ISO; of a change, the later one.
        value: In `unit`; None where it can't be had, and `note` says why.
        unit: `ratio`, `share`, `percent`, `percentage points`, `USD`, `rank`, `number`.
        note: What it is held against, or what is odd about it.
        flags: Of the figures behind.
        classification: Whose code `product` is.
    """

    indicator: str
    reporter: str
    partner: str | None
    flow: str
    product: str | None
    period: str
    value: float | None
    unit: str
    dataset: str
    vintage: str
    basis: str = "reported"
    note: str = ""
    flags: tuple[str, ...] = ()
    classification: str = "HS"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What an indicator is asked for.

    Attributes:
        question: Whose, with whom, which codes and time.
        digits: Of the product codes that goods are told apart by.
        flow: Only this one; None for both, or for the one that the indicator is of.
        production: At home, US dollars, for CDI2 of one country.
        thresholds: Above which each of CDI1, CDI2 and CDI3 counts.
    """

    question: Question
    digits: int = 2
    flow: str | None = None
    production: float | None = None
    thresholds: tuple[float, float, float] = (0.4, 0.5, 1.0)

    @property
    def flows(self) -> tuple[str, ...]:
        """The flows that are wanted."""
        return (self.flow,) if self.flow else ("exports", "imports")


@dataclass(frozen=True, slots=True)
class Computed:
    """Lines, the queries behind them, and the questions whose rows they rest on; `put` are queries to a part of the flows each."""

    lines: tuple[IndicatorLine, ...]
    queries: tuple[str, ...]
    questions: tuple[Question, ...]
    notes: tuple[str, ...] = ()
    put: tuple[Put, ...] = ()


Indicate = Callable[[Ledger, Wanted], Computed]


def of_two(wanted: Wanted, indicator: str) -> Question:
    """The question; raises UsageError without a second country."""
    if wanted.question.partner is None:
        raise UsageError(f"{indicator} is of two countries; name the other one behind the first")
    return wanted.question


def line_of(
    question: Question, flow: str, name: str, value: float | None, unit: str, dataset: str, year: int, *, vintage: str,
    product: str | None = None, note: str = "", basis: str = "reported",
) -> IndicatorLine:  # fmt: skip
    """A line about the countries of a question in a year."""
    return IndicatorLine(
        indicator=name, reporter=question.reporter, partner=question.partner, flow=flow, product=product or question.product,
        period=str(year), value=value if value is None or isfinite(value) else None, unit=unit, dataset=dataset,
        vintage=vintage, note=note, basis=basis,
    )  # fmt: skip


def last_years(ledger: Ledger, question: Question, flow: str) -> dict[str, int]:
    """The last year that each dataset has of a flow of the country, within the time asked for."""
    rows = ledger.query(last_years_sql(question), scan=scan_of_last_years(question)).to_pylist()
    return {row["dataset"]: row["last"].year for row in rows if row["sold"] == (flow == "exports")}


def of_year(question: Question, year: int, before: int = 0) -> Question:
    """The question for a year, and so many before it."""
    return replace(question, since=date(max(year - before, 1), 1, 1), until=date(year, 12, 31))


def recent_goods(ledger: Ledger, wanted: Wanted, before: int = 0) -> dict[Key, Goods]:
    """The goods of the last year of each dataset and flow, and of so many years before it: ten years are not read for one.

    Where the last years tell no codes, the last ones that do; of a first year that is asked for, that one too.
    """
    question = wanted.question
    if question.since is None:
        years = {
            (name, flow): year for flow in wanted.flows for name, year in last_years(ledger, question, flow).items()
        }
        if years:
            asked = replace(question, since=date(max(min(years.values()) - before, 1), 1, 1))
            few: Years = "last-two" if before else "last"
            found = goods(ledger, asked, wanted.digits, years=few, flows=wanted.flows)
            lacking = {name for name, _ in set(years) - {(name, flow) for name, flow, _ in found}}
            rest = goods(ledger, of_datasets(ledger, question, lacking), wanted.digits) if lacking else {}
            return {**rest, **found}
    return goods(ledger, question, wanted.digits, years="ends" if before else "last", flows=wanted.flows)


def of_datasets(ledger: Ledger, question: Question, names: Collection[str]) -> Question:
    """The same question to some datasets."""
    return replace(question, **about_datasets(ledger, sorted(names)))


def last_of_each(found: Mapping[Key, Goods], wanted: Wanted) -> Iterator[tuple[Key, Goods]]:
    """The last year of each dataset and flow."""
    last: dict[tuple[str, str], str] = {}
    for dataset, flow, period in found:
        last[dataset, flow] = max(period, last.get((dataset, flow), ""))
    for (dataset, flow), period in sorted(last.items()):
        if flow in wanted.flows:
            yield (dataset, flow, period), found[dataset, flow, period]


def line_of_goods(
    wanted: Wanted, key: Key, here: Goods, indicator: str, value: float | None, unit: str
) -> IndicatorLine:
    """A line about the goods of a flow in a year."""
    question = wanted.question
    flags = ["withheld"] if here.withheld else []
    return IndicatorLine(
        indicator=indicator, reporter=question.reporter, partner=question.partner, flow=key[1], product=None, period=key[2],
        value=value, unit=unit, dataset=key[0], vintage=here.vintage, basis=here.basis, flags=tuple(flags),
    )  # fmt: skip


def put_of(*found: Mapping[Key, Goods]) -> tuple[Put, ...]:
    """The queries that gave these goods, each once."""
    return tuple({put.sql: put for of_some in found for here in of_some.values() for put in here.put}.values())


def concentration_lines(ledger: Ledger, wanted: Wanted) -> Computed:
    """HHI, normalised HHI and the effective number of products."""
    found = recent_goods(ledger, wanted)
    lines = []
    for key, here in last_of_each(found, wanted):
        if has_some(here):
            of = hhi(here.values, "product")
            note = f"of {of.number} codes of {wanted.digits} digits"
            for name, value, unit in (
                ("hhi", of.hhi, "share"), ("hhi-normalised", of.normalised, "share"), ("effective-number", of.effective, "number"),
            ):  # fmt: skip
                lines.append(replace(line_of_goods(wanted, key, here, name, value, unit), note=note))
    return Computed(tuple(lines), (), (wanted.question,), put=put_of(found))


def fit_lines(ledger: Ledger, wanted: Wanted, indicator: str) -> Computed:
    """Finger-Kreinin similarity of two countries' exports, or Michaely complementarity of exports and imports."""
    question = of_two(wanted, indicator)
    sides = {"similarity": ("exports", "exports"), "complementarity": ("exports", "imports")}[indicator]
    alone = [replace(question, partner=None), replace(question, reporter=str(question.partner), partner=None)]
    lasts_of = [last_years(ledger, each, flow) for each, flow in zip(alone, sides, strict=True)]
    both = [min(lasts_of[0][name], lasts_of[1][name]) for name in lasts_of[0] if name in lasts_of[1]]
    if question.since is not None or not both:
        return _fit_lines(ledger, wanted, indicator, alone, sides)
    recent = [replace(each, since=date(min(both), 1, 1)) for each in alone]  # ten years are not read for one
    found = _fit_lines(ledger, wanted, indicator, recent, sides)
    told = {*(line.dataset for line in found.lines), *(note.partition(":")[0] for note in found.notes)}
    lacking = (lasts_of[0].keys() & lasts_of[1].keys()) - told
    if not lacking:
        return found
    rest = _fit_lines(ledger, wanted, indicator, [of_datasets(ledger, each, lacking) for each in alone], sides)
    lines = sorted((*found.lines, *rest.lines), key=lambda line: line.dataset)
    return Computed(
        tuple(lines), (), (*found.questions, *rest.questions), (*found.notes, *rest.notes), put=(*found.put, *rest.put)
    )


def _fit_lines(
    ledger: Ledger, wanted: Wanted, indicator: str, asked: Sequence[Question], sides: tuple[str, str]
) -> Computed:  # fmt: skip
    """The lines of all years that both countries' questions give."""
    question = wanted.question
    ours, theirs = (goods(ledger, each, wanted.digits) for each in asked)
    lines, notes = [], dict[str, None]()
    for (dataset, flow, period), here in sorted(ours.items()):
        there = theirs.get((dataset, sides[1], period))
        if flow != sides[0] or there is None or not has_some(here) or not has_some(there):
            continue
        if indicator == "similarity":
            value, unit = similarity(here.values, there.values), "share"
        else:
            value, unit = complementarity(here.values, there.values), "percent"
        line = line_of_goods(wanted, (dataset, flow, period), here, indicator, value, unit)
        told = (line, replace(line, flow=sides[1], basis=there.basis))
        if any(FLAG in each.flags for each in flag_few(ledger, told)):
            notes[f"{dataset}: passed over, with few reporters: what all trade with one of the two is not known."] = (
                None
            )
            continue
        basis = here.basis if here.basis == there.basis else f"{here.basis}, {there.basis}"
        note = (
            f"codes of {wanted.digits} digits; {question.reporter} {sides[0]}, {question.partner} {sides[1]}, with all"
        )
        lines.append(replace(line, basis=basis, note=note, flags=(*line.flags, *breaks_between(here, there))))
    lasts = {line.dataset: line.period for line in lines}
    kept = lines if question.since else [line for line in lines if line.period == lasts[line.dataset]]
    return Computed(tuple(kept), (), tuple(asked), (*notes,), put=put_of(ours, theirs))


def has_some(here: Goods) -> bool:
    """Anything of value is among the goods."""
    return sum(here.values.values()) > 0


def breaks_between(one: Goods, other: Goods) -> tuple[str, ...]:
    """The flag of goods by codes of two editions."""
    return ("edition-break",) if one.editions != other.editions else ()
