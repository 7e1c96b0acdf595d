"""Questions about trade put to the ledger: each gives its lines, its queries and the way to the rows behind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from tieline.model.countries import display
from tieline.model.errors import MissingDataError
from tieline.model.product_table import describe
from tieline.workspace.asked_datasets import known_datasets
from tieline.workspace.evidence import evidence_of, within
from tieline.workspace.topmost import Order, topmost
from tieline.workspace.trade_results import Basket, MirrorReport, Standings, TradeReport
from tieline.workspace.trade_words import product_words

if TYPE_CHECKING:
    from tieline.ledger import Ledger
    from tieline.trade.figures.asking import Question
    from tieline.trade.questions.dyads import TradeLine


def question_of(ledger: Ledger, dataset: str | Sequence[str] | None, **asked: Any) -> Question:
    """A question to a ledger, of the datasets that a caller names; raises UsageError for one that it does not have."""
    from tieline.trade.figures.asking import Question  # noqa: PLC0415
    from tieline.trade.figures.vintages import about_datasets  # noqa: PLC0415

    return Question(**about_datasets(ledger, known_datasets(ledger, dataset)), **asked)


L = TypeVar("L", bound=Any)


def trade_of(
    ledger: Ledger, question: Question, *, mirror: bool, revisions: bool, notes: tuple[str, ...] = (),
    reconciled: bool = False, margin: float | None = None,
) -> TradeReport:  # fmt: skip
    """The lines of a dyad; with `revisions`, the figures of which several vintages differ; with `reconciled`, one of two."""
    from tieline.trade.questions.baskets import SUMMED  # noqa: PLC0415
    from tieline.trade.questions.changes import flag_bases, year_on_year  # noqa: PLC0415
    from tieline.trade.questions.dyads import dyad_lines, dyad_sql, shown, year_before  # noqa: PLC0415
    from tieline.trade.questions.standings import standings_sql  # noqa: PLC0415
    from tieline.trade.questions.worlds import flag_blocs, without_world, world_lines  # noqa: PLC0415

    asked = replace(question, every_vintage=revisions)
    both = mirror or reconciled
    found = dyad_lines(ledger, asked, mirror=both, before=not revisions)
    each = None if both or revisions else without_world(ledger, year_before(asked), found)
    summed, counted = world_lines(ledger, each) if each else ([], ())
    found = sorted([*flag_blocs(ledger, asked, found), *summed], key=lambda line: line.dataset)
    found = found if revisions else flag_bases(found)
    lines = [line for line in found if shown(asked, line)]
    if not lines:
        raise _nothing(ledger, question)
    title = f"{_pair(question)}: {product_words(question.codes, question.classification)}, by {question.by}"
    if revisions:
        values: dict[tuple[Any, ...], set[Any]] = {}
        for line in lines:
            values.setdefault((*line.key, line.basis), set()).add(line.value_usd)
        lines = [line for line in lines if len(values[*line.key, line.basis]) > 1]
        if not lines:
            raise MissingDataError(
                f"{title}: no figure was revised, or the ledger has one release of each; "
                "load another with `tieline load FILE --vintage DATE`"
            )
        title += ", revised figures"
    queries = [dyad_sql(asked if revisions else year_before(asked))]
    behind = [(asked, [line for line in lines if SUMMED not in line.flags or "bloc" in line.flags])]
    if each and summed:
        queries.append(standings_sql(each))
        behind.append((each, [line for line in lines if SUMMED in line.flags and "bloc" not in line.flags]))
    report = TradeReport(
        title, tuple(lines), tuple(queries), (*notes, *counted, *silent_note(lines), *few_note(lines), *part_note(lines)),
        growth={} if revisions else year_on_year(found),
        behind=evidence_of(ledger, [within(one, some) for one, some in behind if some]),
    )  # fmt: skip
    return held_against(ledger, report, found, asked, reconciled=reconciled, margin=margin) if both else report


def held_against(
    ledger: Ledger,
    report: TradeReport,
    told: Sequence[TradeLine],
    question: Question,
    *,
    reconciled: bool,
    margin: float | None,
) -> MirrorReport:
    """A report of both countries' figures with their gaps; with `reconciled`, of one figure made of the two.

    `told` are its lines and those of the year before, which tell its changes.
    """
    from tieline.trade.mirror.mirrored import beyond_freight, mirrors, reconciled_lines  # noqa: PLC0415
    from tieline.trade.mirror.re_exports import re_exports_within, sent_on, with_re_exports  # noqa: PLC0415
    from tieline.trade.questions.changes import year_on_year  # noqa: PLC0415

    found = mirrors(ledger, told, margin=margin, reconcile=reconciled)
    if found:
        found = with_re_exports(found, sent_on(ledger, question))
    lines = re_exports_within(beyond_freight(told, found), found)
    if reconciled:
        lines = list(reconciled_lines(lines, found))
    asked = {line.period for line in report.lines}
    shown = tuple(line for line in lines if line.period in asked)
    return MirrorReport(
        report.title, shown, report.queries, (*report.notes, *within_note(shown)), report.behind,
        year_on_year(lines), tuple(one for one in found if one.period in asked),
    )  # fmt: skip


def standings_of(
    ledger: Ledger, questions: Iterable[Question], title: str, *, flow: str | None = None, partners: Sequence[str] = (),
    last: bool = False, notes: tuple[str, ...] = (), top: int | None = None,
) -> Standings:  # fmt: skip
    """The places of partners, of one country or of several; each question may show one partner of `partners`."""
    from tieline.trade.figures.blocs import is_bloc  # noqa: PLC0415
    from tieline.trade.figures.partial import flag_goods  # noqa: PLC0415
    from tieline.trade.questions.standings import standings, standings_sql  # noqa: PLC0415

    asked = [_of_last_years(ledger, question) if last else question for question in questions]
    chosen: list[str | None] = [*partners] or [None] * len(asked)
    found, queries = [], []
    asked = [
        replace(question, beside=one) if one and is_bloc(one) and not is_bloc(question.reporter) else question
        for question, one in zip(asked, chosen, strict=True)
    ]
    for question, one in zip(asked, chosen, strict=True):
        only = [one] if one else []
        found += standings(ledger, question, partners=only, last=last)
        queries.append(standings_sql(question, partners=only, last=last))
    lines = tuple(line for line in found if flow in {None, line.flow})
    lines = (
        tuple(flag_goods(ledger, asked[0], lines))
        if asked[0].codes
        else flagged_in_part(ledger, lines, only="sum-of-codes")
    )
    if not lines:
        raise _nothing(ledger, replace(asked[0], partner=chosen[0], beside=None))
    lines, left = topmost(lines, top)
    behind = evidence_of(ledger, [within(question, lines) for question in asked])
    told = (*notes, *silent_note(lines), *few_note(lines), *part_note(lines))
    return Standings(title, lines, tuple(queries), told, behind=behind, left=left)


def _nothing(ledger: Ledger, question: Question, what: str = "") -> MissingDataError:
    """That a question has no answer, and what would give it; raises UsageError where it can't have one."""
    from tieline.trade.figures.blocs import refuse_sides  # noqa: PLC0415
    from tieline.trade.figures.places import nothing_found  # noqa: PLC0415
    from tieline.trade.questions.dyads import covers  # noqa: PLC0415

    refuse_sides(question)
    return MissingDataError(what + nothing_found(question, covers(ledger, question) if question.partner else ()))


def basket_of(
    ledger: Ledger, question: Question, digits: int, *, flow: str | None, year: str | None, top: int | None = None,
    sort: Order = "value",
) -> Basket:  # fmt: skip
    """The products of a dyad: of a year, or of the last one that each dataset has."""
    from tieline.trade.figures.tellers import flag_few  # noqa: PLC0415
    from tieline.trade.questions.baskets import SUMMED, basket_lines  # noqa: PLC0415

    found, put = basket_lines(ledger, question, digits, last=year is None)
    lines = tuple(line for line in found if flow in {None, line.flow} and year in {None, line.period})
    if not lines:
        raise _nothing(ledger, question, "no products: ")
    if question.partner == "WLD":
        lines = tuple(flag_few(ledger, lines))
    lines, left = topmost(lines, top, sort)
    kind = lines[0].classification
    texts = texts_of(ledger, kind, {line.product for line in lines})
    title = f"{_pair(question)}: products by {kind} codes"
    asked = replace(question, classification=kind)
    summed = [line for line in lines if SUMMED in line.flags]
    behind = evidence_of(
        ledger,
        [
            _of(ledger, within(replace(asked, partner=partner), some), {line.dataset for line in some})
            for partner, some in ((question.partner, [line for line in lines if SUMMED not in line.flags]), (None, summed)) if some
        ],
        digits if kind == "HS" else 1,
    )  # fmt: skip
    return Basket(
        title,
        lines,
        put=put,
        notes=(*silent_note(lines), *few_note(lines), *part_note(lines)),
        texts=texts,
        behind=behind,
        left=left,
    )


def _of(ledger: Ledger, question: Question, names: set[str]) -> Question:
    """The question to some datasets alone."""
    from tieline.trade.figures.vintages import about_datasets  # noqa: PLC0415

    return replace(question, **about_datasets(ledger, sorted(names)))


def _of_last_years(ledger: Ledger, question: Question) -> Question:
    """A question for the last year of each dataset, without the years before all of them: ten years are not read for one."""
    from tieline.trade.figures.rows import last_years_sql, scan_of_last_years  # noqa: PLC0415

    if question.since is not None:
        return question
    days = [
        row["last"] for row in ledger.query(last_years_sql(question), scan=scan_of_last_years(question)).to_pylist()
    ]
    return replace(question, since=min(days)) if days else question


def silent_note(lines: Iterable[Any]) -> tuple[str, ...]:
    """Which members of a bloc report nothing, so that its sum is incomplete."""
    silent = sorted({flag.removeprefix("no-report-") for line in lines for flag in line.flags if "no-report-" in flag})
    names = ", ".join(display(code) for code in silent)
    return (
        (f"A bloc is the sum over its members; incomplete where a member reports nothing: {names}.",) if silent else ()
    )


def few_note(lines: Iterable[Any]) -> tuple[str, ...]:
    """Of which datasets few countries report, so that what they say of another is not all its trade."""
    few = sorted({line.dataset for line in lines if "few-reporters" in line.flags})
    said = (
        f"Of {', '.join(few)} few countries report: a share, rank or concentration marked few-reporters is in what they say of a country "
        "that does not report, not in all its trade; of one reporter it is always the whole."
    )
    return (said,) if few else ()


def within_note(lines: Iterable[Any]) -> tuple[str, ...]:
    """That exports have re-exports in them, which the importer counts elsewhere."""
    sellers = sorted(
        {
            line.reporter if line.flow == "exports" else line.partner
            for line in lines
            if "re-exports-within" in line.flags
        }
    )
    return tuple(
        f"{display(who)}'s exports have its re-exports in them, as the UN's rules have it; an importer counts these goods as imports from the "
        "country of origin. Where the dataset states re-exports or domestic exports, the ratio without them is given too."
        for who in sellers
    )


def flagged_in_part(ledger: Ledger, lines: tuple[L, ...], only: str | None = None) -> tuple[L, ...]:
    """The lines, those of datasets of which some products alone were loaded flagged; `only` those that have this flag."""
    from tieline.trade.figures.coverage import FLAG, is_in_part, told_in_part  # noqa: PLC0415

    partial = told_in_part(ledger, [line for line in lines if only is None or only in line.flags])
    return tuple(
        replace(line, flags=(*line.flags, FLAG))
        if is_in_part(line, partial) and FLAG not in line.flags and (only is None or only in line.flags)
        else line
        for line in lines
    )


def part_note(lines: Iterable[Any]) -> tuple[str, ...]:
    """Of which datasets a sum of codes is not to be taken for all trade."""
    names = sorted({line.dataset for line in lines if "some-codes-only" in line.flags})
    said = f"Of {', '.join(names)} only some products were loaded: what is marked some-codes-only is their sum, not all that was traded."
    return (said,) if names else ()


def texts_of(ledger: Ledger, classification: str, codes: set[str]) -> dict[str, str]:
    """What codes are called: our short words, else those of the newest table that was loaded."""
    from tieline.trade.figures.wordbook import SITC_SECTIONS  # noqa: PLC0415

    named = describe if classification == "HS" else SITC_SECTIONS.get
    texts = {code: text for code in codes if (text := named(code))}
    rows = ledger.query(
        "SELECT code, arg_max(text, edition) AS text FROM codes WHERE classification = $1 "
        "AND code IN (SELECT unnest($2::VARCHAR[])) GROUP BY code",
        [classification, sorted(codes)],
    ).to_pylist()
    return {row["code"]: row["text"].lstrip("- ") for row in rows} | texts  # customs tables indent by dashes


def _pair(question: Question) -> str:
    return f"{display(question.reporter)} with {display(str(question.partner))}"
