"""Who a country trades with: partners by share and rank, dependence both ways."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from tieline.ledger import Ledger, sql_literal
from tieline.model.countries import countries, country, display
from tieline.model.errors import MissingDataError, UsageError
from tieline.model.periods import Period
from tieline.trade.figures.asking import Question
from tieline.trade.figures.points import rows_behind
from tieline.trade.figures.vintages import about_datasets, vintage_of
from tieline.trade.questions.standings import BasisChoice, Standing, standings

Side = Literal["exports", "imports"]
_OPPOSITE: dict[Side, Side] = {"exports": "imports", "imports": "exports"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerShare:
    """A partner's part in a country's flow in a year.

    Attributes:
        value_usd: US dollars.
        share: value / sum over all partners, 0 to 1.
        rank: 1 for the largest; equal ones have the same.
        hhi: Of all partners: sum of squared shares, 0 to 1.
        partners: How many there are with a value above zero.
        total_usd: The denominator.
        basis: `reported`, `reconciled`, or `mirror` where the country itself reports nothing that year.
        flags: `total-differs` where the stated world total is more than 1 percent off the sum of partners; flags of rows.
        sql: The SELECT that gives the rows behind `value_usd`.
    """

    reporter: str
    partner: str
    flow: Side
    product: str
    period: str
    value_usd: float | None
    share: float | None
    rank: int | None
    hhi: float | None
    partners: int
    total_usd: float | None
    basis: str
    dataset: str
    vintage: str
    flags: tuple[str, ...] = ()
    sql: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependence:
    """How much two countries need each other: each one's share in the other's trade.

    Attributes:
        of_reporter: The partner's part in the reporter's flow.
        of_partner: The reporter's part in the partner's opposite flow: the same goods seen from the other side.
        asymmetry: of_reporter.share less of_partner.share, -1 to 1; above 0 the reporter depends more.
    """

    of_reporter: PartnerShare
    of_partner: PartnerShare
    asymmetry: float | None


def partners(
    ledger: Ledger,
    reporter: str,
    *,
    dataset: str,
    vintage: str | None = None,
    year: int | None = None,
    flow: Side = "imports",
    product: str = "",
    basis: BasisChoice = "auto",
) -> list[PartnerShare]:
    """All partners of a country in a year (None: the last one there is), the largest first.

    `auto` takes the country's own figures, and where it has none that year its partners' (all of them: the two are
    never mixed). Organisations, `WLD` and areas that are no country are no partners; areas count in the total.

    Raises:
        MissingDataError: no such dataset or vintage, or nothing of that country.
    """
    return _shares(ledger, reporter, dataset, vintage, flow, product, basis, since=year, until=year, last=year is None)


def dependence(
    ledger: Ledger,
    reporter: str,
    on: str,
    *,
    dataset: str,
    vintage: str | None = None,
    flow: Side = "imports",
    product: str = "",
    since: int | None = None,
    until: int | None = None,
) -> list[Dependence]:
    """Partner dependence year by year, both ways (Hirschman 1945; the share form).

    Raises:
        MissingDataError: no such dataset or vintage, or nothing of that country.
    """
    code, other = country(reporter).code, country(on).code
    ours = {
        each.period: each
        for each in _shares(ledger, code, dataset, vintage, flow, product, "auto", only=other, since=since, until=until)
    }
    theirs = {
        each.period: each
        for each in _shares(
            ledger, other, dataset, vintage, _OPPOSITE[flow], product, "auto", only=code, since=since, until=until
        )
    }
    found = []
    for period in sorted({*ours, *theirs}):
        one = ours.get(period) or _nothing(theirs[period])
        two = theirs.get(period) or _nothing(one)
        known = one.share is not None and two.share is not None
        found.append(
            Dependence(
                of_reporter=one, of_partner=two, asymmetry=(one.share or 0.0) - (two.share or 0.0) if known else None
            )
        )
    return found


def _shares(
    ledger: Ledger, reporter: str, dataset: str, vintage: str | None, flow: Side, product: str, basis: BasisChoice, *,
    since: int | None = None, until: int | None = None, last: bool = False, only: str | None = None,
) -> list[PartnerShare]:  # fmt: skip
    if flow not in _OPPOSITE:
        raise UsageError(f"flow {flow!r}; a partner's share is of exports or imports")
    code = country(reporter).code
    question = Question(
        reporter=code, codes=tuple(filter(None, product.split(","))), since=date(since, 1, 1) if since else None,
        until=date(until, 12, 31) if until else None, vintage=vintage_of(ledger, dataset, vintage), **about_datasets(ledger, (dataset,)),
    )  # fmt: skip
    shown = standings(ledger, question, partners=[only] if only else [], last=last, basis=basis)
    groups = {each.code for each in countries() if each.kind in {"organisation", "world", "area"}}
    found = [
        _share(question, one)
        for one in shown
        if one.flow == flow and (one.partner == only or one.partner not in groups)
    ]
    if not found:
        which = f" of product {product}" if product else ""
        raise MissingDataError(
            f"{dataset!r} has no {flow} of {display(code)}{which}, neither its own figures nor its partners'; "
            "`tieline ledger` lists the datasets"
        )
    return found


def _share(question: Question, one: Standing) -> PartnerShare:
    flags = [flag for flag in one.flags if flag not in {"missing", "incomplete"}]
    if one.world_usd and one.total_usd and abs(one.world_usd / one.total_usd - 1) > 0.01:
        flags.append("total-differs")
    if one.value_usd is None:
        flags.append("withheld")
    flow: Side = "exports" if one.flow == "exports" else "imports"
    own = f"reporter = {sql_literal(one.reporter)} AND flow = '{flow}'"
    across = f"partner = {sql_literal(one.reporter)} AND flow = '{_OPPOSITE[flow]}'"
    sides = {"reported": own, "mirror": across}.get(one.basis, f"({own} OR {across})")
    span = Period.parse(one.period)
    year = replace(question, partner=one.partner, since=span.start, until=span.end)
    return PartnerShare(
        reporter=one.reporter, partner=one.partner, flow=flow, product=question.product or "", period=one.period,
        value_usd=one.value_usd, share=one.value_usd / one.total_usd if one.total_usd and one.value_usd is not None else None,
        rank=one.rank, hhi=one.hhi, partners=one.partners, total_usd=one.total_usd, basis=one.basis, dataset=one.dataset,
        vintage=one.vintage, flags=tuple(dict.fromkeys(flags)), sql=f"{rows_behind(year, None)}\nWHERE {sides}",
    )  # fmt: skip


def _nothing(mirror: PartnerShare) -> PartnerShare:
    """The other side's part, of which there is no figure."""
    return PartnerShare(
        reporter=mirror.partner, partner=mirror.reporter, flow=_OPPOSITE[mirror.flow], product=mirror.product,
        period=mirror.period, value_usd=None, share=None, rank=None, hhi=None, partners=0, total_usd=None,
        basis="not-reported", dataset=mirror.dataset, vintage=mirror.vintage,
    )  # fmt: skip
