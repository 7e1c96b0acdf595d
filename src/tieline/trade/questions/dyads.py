"""What two countries trade with each other, line by line: as reported, as the partner has it, or reconciled.

A figure that the reporter does not give is filled in with the partner's, marked `mirror`; where neither gives one in a
period that the dataset covers, the line says `not-reported`. That is not a zero, which somebody states, and not a figure
that the publisher withholds or has lost (`missing`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from tieline.ledger import Ledger, sql_literal
from tieline.model.flows import pair_key
from tieline.model.periods import Period, PeriodError
from tieline.trade.figures.asking import Question, State, flags_of, state_of
from tieline.trade.figures.marking import Marks, Series
from tieline.trade.figures.partial import flag_sums
from tieline.trade.figures.rows import SOURCE, scan_of
from tieline.trade.figures.slices import of_bloc
from tieline.trade.figures.steps import behind, steps

ONE_SIDE = "one-side-only"
"""Of a reconciled figure that rests on one country's word."""
LineBasis = Literal["reported", "mirror", "reconciled"]
_ACROSS = {"exports": "imports", "imports": "exports", "trade": "trade", "balance": "balance"}
"""What a partner's flow is from the reporter's side, a balance with its sign turned. Of re-exports, re-imports and domestic
exports there is none: the goods that one country re-exports are in the other's imports, and in nothing that it re-exports."""
_MONTHS: Mapping[str, int] = {"year": 12, "quarter": 3, "month": 1}
_DIRECTED = ("exports", "imports")
_ORDER = ("exports", "imports", "re-exports", "re-imports", "domestic-exports", "trade", "balance")


@dataclass(frozen=True, slots=True, kw_only=True)
class TradeLine:
    """One figure of a dyad.

    Attributes:
        reporter: Whose flow it is.
        flow: Seen from the reporter, also where the partner states it.
        product: HS codes joined by commas; None for all products.
        period: ISO.
        value_usd: In US dollars; None where `state` is no figure.
        valuation: Of whoever states it: a mirror figure of exports is CIF.
        basis: `reported` by the reporter, `mirror` of what the partner reports, or `reconciled` from both.
        flags: What is odd about it: marks of its rows and of its series, and how it was made.
    """

    reporter: str
    partner: str
    flow: str
    product: str | None
    period: str
    value_usd: float | None
    valuation: str
    basis: LineBasis
    dataset: str
    vintage: str
    flags: tuple[str, ...] = ()

    @property
    def state(self) -> State:
        """A figure, a zero that is stated, one that is missing or can't be made, or nothing reported."""
        return state_of(self.value_usd, self.flags)

    @property
    def key(self) -> tuple[str, str, str]:
        """Which figure it is, whoever states it."""
        return (self.dataset, self.flow, self.period)


def dyad_sql(question: Question) -> str:
    """The query behind the lines, with its values written in."""
    return f"WITH {steps(question)}\nSELECT * FROM lines ORDER BY dataset, period_start, reporter, flow, vintage"


_EVIDENCE = (
    "row_id, dataset, vintage, publisher, reporter, partner, flow, period, classification, edition, code, value_usd, value,\n"
    "    unit, rate, rate_source, valuation, basis, flags, origin, citation, url"
)


def evidence_sql(question: Question, *, each_code: int | None = None) -> str:
    """The query that gives the rows behind the lines, each with its file and line."""
    return (
        f"WITH {behind(question, each_code=each_code)}\nSELECT {_EVIDENCE}\n"
        "FROM behind ORDER BY dataset, period_start, reporter, flow, code, vintage"
    )


def rows_of_sql(series: Iterable[tuple[str, str, int, str, str, int]]) -> str:
    """The query for all rows of some series: dataset, vintage, pair of countries, reporter, flow, year."""
    given = ", ".join(f"({', '.join(map(sql_literal, each))})" for each in sorted(series))
    return (
        f"SELECT {_EVIDENCE}\nFROM flows\nSEMI JOIN (VALUES {given}) AS s(d, v, p, r, f, y)\n"
        "    ON (dataset, coalesce(vintage, ''), pair, reporter, flow, year(period_start)) = (d, v, p, r, f, y)\n"
        "WHERE detail = '' ORDER BY dataset, reporter, partner, flow, period, code"
    )


def year_before(question: Question) -> Question:
    """The question from a year earlier on; the same where it has no first day, or one within a period."""
    first = question.since
    if first is None or first.year == 1 or first.day > 1 or (first.month - 1) % _MONTHS[question.by]:
        return question
    return replace(question, since=first.replace(year=first.year - 1))


def shown(question: Question, line: TradeLine) -> bool:
    """Whether a line is of the time asked for, not of the year before."""
    first = question.since
    return first is None or year_before(question) == question or Period.parse(line.period).start >= first


def sources_sql(question: Question) -> str:
    """The query for the publishers, citations and files behind the lines."""
    return (
        f"WITH {behind(question, more=SOURCE)}\n"
        "SELECT DISTINCT dataset, vintage, publisher, citation, url, regexp_replace(origin, ':[0-9]+$', '') AS file FROM (\n"
        "    SELECT dataset, vintage, publisher, coalesce(citation, '') AS citation, coalesce(url, '') AS url, any_value(coalesce(origin, '')) AS origin\n"
        "    FROM behind GROUP BY dataset, vintage, publisher, citation, url, coalesce(load_id, origin)  -- of a load all rows are of one file\n"
        ") ORDER BY ALL"
    )


def dyad_lines(
    ledger: Ledger, question: Question, *, mirror: bool = False, before: bool = False
) -> list[TradeLine]:  # fmt: skip
    """The lines of a dyad, by dataset and period.

    Args:
        ledger: Where the flows are.
        question: With a partner.
        mirror: The partner's figure beside the reporter's, not only in its place.
        before: The lines of the year before the first one asked for too, as far as there are figures: to tell a change.
    """
    asked = year_before(question) if before else question
    rows = [row for part in of_bloc(ledger, asked) for row in ledger.rows(dyad_sql(part), scan=scan_of(part))]
    if question.codes:
        _flag_editions(rows)
    own = [_line(row, question) for row in rows if row["reporter"] == question.reporter]
    other = [_across(row, question) for row in rows if row["reporter"] != question.reporter and row["flow"] in _ACROSS]
    given = {line.key for line in own}
    turned = {(line.key, line.vintage, line.basis) for line in other if line.key not in given or line.basis == "mirror"}
    lines = own + [line for line in other if line.key not in given or (mirror and line.basis == "mirror")]
    if not question.every_vintage:
        lines += _unreported(ledger, question, [line for line in lines if shown(question, line)])
    lines = flag_sums(ledger, question, lines)
    lines = _marked(ledger, question, lines, turned)
    return sorted(
        lines, key=lambda one: (one.dataset, one.period, _ORDER.index(one.flow), one.basis != "reported", one.vintage)
    )


def _flag_editions(rows: Iterable[dict[str, Any]]) -> None:
    """Flag the first figure of a series whose codes are of another edition than those of the figure before."""
    former: dict[tuple[Any, ...], str] = {}
    for row in rows:
        series = (row["dataset"], row["reporter"], row["flow"])
        edition = row["edition"]
        if edition and former.setdefault(series, edition) != edition:
            row["flags"] = ",".join(filter(None, [row["flags"], "edition-break"]))
            former[series] = edition


def _line(row: Mapping[str, Any], question: Question) -> TradeLine:
    return TradeLine(
        reporter=question.reporter,
        partner=str(question.partner),
        flow=row["flow"],
        product=question.product,
        period=row["period"],
        value_usd=row["value_usd"],
        valuation=row["valuation"],
        basis="reconciled" if row["basis"] == "reconciled" else "reported",
        dataset=row["dataset"],
        vintage=row["vintage"] or "",
        flags=flags_of(row),
    )


def _across(row: Mapping[str, Any], question: Question) -> TradeLine:
    """What the partner states, seen from the reporter."""
    line = _line(row, question)
    value = -line.value_usd if line.flow == "balance" and line.value_usd else line.value_usd
    basis: LineBasis = "mirror" if line.basis == "reported" else line.basis
    return replace(line, flow=_ACROSS[line.flow], value_usd=value, basis=basis)


def _unreported(ledger: Ledger, question: Question, lines: list[TradeLine]) -> list[TradeLine]:
    """A line for each period that the dataset covers, within the dyad's span or the one asked for, and nobody reports.

    Both directions are told of where either is: a flow that nobody reports in all that time is as silent as one of a year.
    """
    added = []
    for dataset in sorted({line.dataset for line in lines}):
        mine = [line for line in lines if line.dataset == dataset]
        like = next((line for line in mine if line.flow in _DIRECTED), None)
        if like is None:
            continue
        spans = sorted(Period.parse(line.period).start for line in mine)
        first, last = question.since or spans[0], question.until or spans[-1]
        covered = [p for p in _covered(ledger, dataset, question) if first <= p.start <= last]
        for flow in _DIRECTED:
            series = [line for line in mine if line.flow == flow]
            told = {line.period for line in series}
            vintage = max((line.vintage for line in series), default=like.vintage)
            added += [
                replace(
                    like, flow=flow, period=period.iso, value_usd=None, valuation="unknown", basis="reported",
                    vintage=vintage, flags=("not-reported",),
                )
                for period in covered
                if period.iso not in told
            ]  # fmt: skip
    return added


def _covered(ledger: Ledger, dataset: str, question: Question) -> list[Period]:
    """The periods of the asked length of which files of the dataset have figures, be it of some of their months alone."""
    size, found = _MONTHS[question.by], set()
    for name in {name for load in ledger.loads(dataset=dataset) for name in load.prints}:
        try:
            period = Period.parse(name)
        except PeriodError:
            continue
        length = _MONTHS.get(period.precision, 0)
        if 0 < length <= size:
            first = (period.start.month - 1) // size * size + 1
            found.add(Period.of_months(period.start.year, first, first + size - 1))
    return sorted(found, key=lambda period: period.start)


def _marked(
    ledger: Ledger, question: Question, lines: list[TradeLine], turned: Collection[tuple[Any, ...]]
) -> list[TradeLine]:
    """Lines with the marks that stand for their series and period: for the partner's where its row is `turned` round."""
    marks = Marks.about(ledger, {line.dataset for line in lines}, (question.reporter, str(question.partner)))
    marked = []
    for line in lines:
        across = (line.key, line.vintage, line.basis) in turned
        series = Series(
            dataset=line.dataset, vintage=line.vintage, period=line.period, product=line.product,
            reporter=line.partner if across else line.reporter, partner=line.reporter if across else line.partner,
            flow=_ACROSS.get(line.flow, line.flow) if across else line.flow,
        )  # fmt: skip
        more = marks.of(series, of_codes=line.product is not None or "sum-of-codes" in line.flags)
        marked.append(replace(line, flags=tuple(dict.fromkeys([*line.flags, *(mark["flag"] for mark in more)]))))
    return marked


def covers(ledger: Ledger, question: Question) -> list[dict[str, Any]]:
    """What the ledger has of a dyad at all: dataset, length of periods, first and last one, and how many rows."""
    return list(
        ledger.query(
            "SELECT dataset, freq, min(period) AS first, max(period) AS last, count(*) AS rows, "
            "max(length(code)) AS digits FROM flows "
            f"WHERE pair = {pair_key(question.reporter, str(question.partner))} GROUP BY ALL ORDER BY dataset, freq"
        ).to_pylist()
    )
