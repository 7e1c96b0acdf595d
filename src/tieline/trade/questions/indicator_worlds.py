"""Indicators that hold a country against the world of its dataset, or a partner against all: by name, as `indicator_lines`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tieline.ledger import Ledger
from tieline.model.countries import countries, country
from tieline.model.errors import UsageError
from tieline.trade.figures.asking import Question
from tieline.trade.figures.blocs import bloc_members, bloc_of, deputies
from tieline.trade.figures.partial import SUMMED, flag_wholes
from tieline.trade.figures.pipeline import Pipeline
from tieline.trade.figures.tellers import FEWEST, FLAG
from tieline.trade.figures.vintages import vintages
from tieline.trade.indicators.advantage import COLUMNS, advantages_in
from tieline.trade.indicators.concentration import hhi
from tieline.trade.indicators.frames import Stored, given_by
from tieline.trade.indicators.intensity import trade_intensity
from tieline.trade.indicators.year_flows import sums_of_codes, year_of_flows
from tieline.trade.questions.indicator_lines import (
    Computed,
    IndicatorLine,
    Wanted,
    last_years,
    line_of,
    of_two,
)
from tieline.trade.questions.standings import Standing, standings, standings_sql


def advantage_lines(ledger: Ledger, wanted: Wanted) -> Computed:
    """RCA (Balassa), symmetric and normalised (Yu) of the reporter's exports, by product."""
    question, lines, queries, notes = wanted.question, [], [], []
    code = _one_code(question, "rca", f"none for all of --digits digits ({wanted.digits})")
    for dataset, year in last_years(ledger, question, "exports").items():
        world = _world(ledger, question, dataset, year, digits=len(code) or wanted.digits)
        given = given_by(world.source, COLUMNS)
        found = advantages_in(given, question.reporter).to_pylist()
        countries_of = found[0]["countries"] if found else 0
        if not found or countries_of < FEWEST or world.silent:
            notes += [world.passed_over(countries_of)] if found else []
            continue
        rows, summed = [row for row in found if row["product"].startswith(code)], sums_of_codes(world.source, given)
        made = [
            world.line(question, name, row[name], product=row["product"], note=f"exports {row['value_usd']:,.0f} USD",
                       summed=summed("") or summed(row["product"]))
            for row in rows for name in ("rca", "rsca", "nrca")
        ]  # fmt: skip
        lines += flag_wholes(ledger, made) if summed("") else made
        if rows:
            queries.append(world.source.pipeline.shown())
            notes.append(world.told(countries_of))
    return Computed(tuple(lines), tuple(queries), (question,), tuple(notes))


_OF_TWO = """
SELECT sum(value) FILTER (country = $one AND partner = $two) AS pair, sum(value) FILTER (country = $one) AS own,
    sum(value) FILTER (partner = $two) AS of_partner, sum(value) AS world, count(DISTINCT country) AS countries,
    bool_or(summed) AS summed
FROM given"""


def intensity_lines(ledger: Ledger, wanted: Wanted) -> Computed:
    """Trade intensity of the reporter's exports to the partner: (x_ij / X_i) / (x_wj / X_w)."""
    question, lines, queries, notes = of_two(wanted, "intensity"), [], [], []
    code = _one_code(question, "intensity", "none for all products")
    steps = Pipeline().then("answer", _OF_TWO, one=question.reporter, two=question.partner)
    for dataset, year in last_years(ledger, question, "exports").items():
        world = _world(ledger, question, dataset, year, by="partner", product=code)
        whole = world.source.pipeline.joined(steps)
        (row,) = world.source.query(steps).to_pylist()
        if row["countries"] < FEWEST or world.silent:
            notes.append(world.passed_over(row["countries"]))
            continue
        if not row["own"] or not row["of_partner"]:
            continue
        value = trade_intensity(row["pair"] or 0.0, row["own"], row["of_partner"], row["world"])
        note = f"{row['pair'] or 0:,.0f} of {row['own']:,.0f} USD, against {row['of_partner']:,.0f} of {row['world']:,.0f} USD"
        lines.append(world.line(question, "intensity", value, note=note, summed=row["summed"]))
        queries.append(whole.shown())
        notes.append(world.told(row["countries"]))
    return Computed(tuple(lines), tuple(queries), (question,), tuple(notes))


def _one_code(question: Question, name: str, or_none: str) -> str:
    code = question.product or ""
    if code and not code.isdigit():
        raise UsageError(f"{name} of {code}: give one code, or {or_none}")
    return code


@dataclass(frozen=True, slots=True)
class _World:
    """The exports of all countries in a year, and the members of a bloc that are not among them.

    Attributes:
        period: As the dataset has it: an average of several years is one period.
    """

    source: Stored
    dataset: str
    year: int
    period: str
    silent: tuple[str, ...]

    def line(
        self, question: Question, name: str, value: float, *, note: str, summed: bool, product: str | None = None
    ) -> IndicatorLine:
        """A line about the world's year; `summed`: some figure behind it is a sum of codes."""
        basis = "mirror" if self.source.pipeline.parameters["flow"] == "imports" else "reported"
        made = line_of(
            question, "exports", name, value, "ratio", self.dataset, self.year, product=product, note=note, basis=basis,
            vintage=str(self.source.pipeline.parameters["vintage"]),
        )  # fmt: skip
        return replace(made, period=self.period, flags=(SUMMED,) if summed else ())

    def told(self, exporters: int) -> str:
        """Who the world is."""
        return (
            f"{self.dataset}, {self.period}: the world is the {exporters} countries that the dataset has as exporters."
        )

    def passed_over(self, exporters: int) -> str:
        """Why there is no world to hold a country against."""
        if self.silent:
            return f"{self.dataset}, {self.period}: passed over, since {', '.join(self.silent)} report no exports by partner."
        s = "" if exporters == 1 else "s"
        return f"{self.dataset}, {self.period}: passed over, with {exporters} exporter{s} it has no world to hold a country against."


def rank_lines(ledger: Ledger, wanted: Wanted) -> Computed:
    """The partner's rank among the reporter's partners of the last year, or who is the largest."""
    question, lines = wanted.question, []
    alone = replace(question, partner=None)
    found = standings(ledger, alone, last=question.since is None)
    for one in found:
        if (
            one.rank is None
            or (question.partner or "") not in {one.partner, ""}
            or (not question.partner and one.rank > 1)
        ):
            continue
        if one.flow in wanted.flows:
            line = line_of(question, one.flow, "rank", float(one.rank), "rank", one.dataset, int(one.period[:4]), vintage=one.vintage,
                         note=f"{'largest ' if one.rank == 1 else ''}of {one.partners} partners, {one.value_usd:,.0f} USD")  # fmt: skip
            lines.append(replace(line, partner=one.partner, basis=one.basis, flags=one.flags))
    return Computed(tuple(lines), (standings_sql(alone, last=question.since is None),), (alone,))


def partner_concentration_lines(ledger: Ledger, wanted: Wanted) -> Computed:
    """HHI, normalised HHI and the effective number of partners of the last year."""
    question, lines = replace(wanted.question, partner=None), []
    last = question.since is None
    by: dict[tuple[str, str, str], list[Standing]] = {}
    for one in standings(ledger, question, last=last):
        by.setdefault((one.dataset, one.flow, one.period), []).append(one)
    for (dataset, flow, period), places in by.items():
        values, summed = values_of(places, flow), any("sum-of-codes" in place.flags for place in places)
        if flow in wanted.flows and any(values.values()):
            of = hhi(values)
            for name, value, unit in (
                ("hhi", of.hhi, "share"), ("hhi-normalised", of.normalised, "share"), ("effective-number", of.effective, "number"),
            ):  # fmt: skip
                line = line_of(question, flow, name, value, unit, dataset, int(period[:4]), vintage=places[0].vintage,
                             note=f"of {of.number} partners")  # fmt: skip
                flags = (*((FLAG,) if FLAG in places[0].flags else ()), *(("sum-of-codes",) if summed else ()))
                lines.append(replace(line, basis=places[0].basis, flags=flags))
    return Computed(tuple(lines), (standings_sql(question, last=last),), (question,))


def _world(ledger: Ledger, question: Question, dataset: str, year: int, **how: Any) -> _World:
    """All exports of a year; of a dataset that has imports alone, these as its partners' exports. A bloc is one country in it."""
    known = vintages(ledger, dataset, as_known_on=question.as_known_on)
    vintage = known[0] if known else ""
    place = {"dataset": dataset, "vintage": vintage, "first": date(year, 1, 1), "last": date(year, 12, 31)}
    mirrored = not ledger.query(_HAS_EXPORTS, [dataset, vintage]).to_pylist()
    bloc = bloc_of(question)
    silent: tuple[str, ...] = ()
    if bloc is not None:
        mine = bloc_members(bloc.code, date(year, 12, 31))
        now = sorted({*mine, bloc.code, *deputies(bloc.code, date(year, 12, 31))})
        side = "partner" if mirrored else "reporter"
        told = ledger.query(_MEMBERS.format(side=side), {**place, "now": now})["member"].to_pylist()
        for one, others in deputies(bloc.code, date(year, 12, 31)).items():
            told += others if one in told and not {*others} & {*told} else ()
        silent = tuple(sorted({*mine} - {*told}))
        if bloc.code in told and country(bloc.code).kind == "dissolved":  # it is one reporter here, as it was
            bloc, silent = None, ()
    source = year_of_flows(
        ledger, year, dataset=dataset, vintage=vintage, flow="imports" if mirrored else "exports", mirrored=mirrored,
        classification=question.classification, bloc=bloc.code if bloc else None, **how,
    )  # fmt: skip
    periods = ledger.query(_PERIOD, place)["period"].to_pylist()
    return _World(source, dataset, year, periods[0] if periods else str(year), silent)


_HAS_EXPORTS = "SELECT 1 FROM flows WHERE dataset = $1 AND vintage = $2 AND flow = 'exports' LIMIT 1"
_IN_YEAR = "FROM flows WHERE dataset = $dataset AND vintage = $vintage AND freq = 'A' AND period_start BETWEEN $first AND $last"
_PERIOD = f"SELECT period {_IN_YEAR} LIMIT 1"
_MEMBERS = (
    f"SELECT DISTINCT {{side}} AS member {_IN_YEAR} AND list_contains($now::VARCHAR[], {{side}}) AND partner <> 'WLD'"
)


def values_of(places: Sequence[Standing], flow: str) -> dict[str, float]:
    """What each partner has of a flow, groups of them left out."""
    groups = {one.code for one in countries() if one.kind in {"organisation", "world"}}
    told = [one for one in places if one.flow == flow and one.value_usd is not None and one.partner not in groups]
    return {one.partner: one.value_usd or 0.0 for one in told}
