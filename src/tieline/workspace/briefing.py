"""What a brief says of two countries: sentences by templates from the ledger, each with its quote or rows."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from tieline.ledger import claims_known, documents_known
from tieline.model.countries import display
from tieline.model.errors import MissingDataError
from tieline.model.flows import pair_key
from tieline.model.periods import Period
from tieline.report.brief import Brief, Section, Sentence
from tieline.report.charts import ties_svg
from tieline.report.wording import amount, style_of
from tieline.ties.coding import CHANNELS
from tieline.ties.reports import reports_of
from tieline.ties.same_acts import Report, ToldAct, told_acts
from tieline.ties.timelines import entry_rows_sql
from tieline.trade.asking import RELEASED

if TYPE_CHECKING:
    from tieline.workspace.tie_desk import TieDesk

_MOST = 8
_DONE = {"happened": "", "scheduled": "planned: "}


def brief_of(desk: TieDesk, pair: tuple[str, str], known: date | None, *, explain: bool = False) -> Brief:
    """The brief of a dyad.

    Raises:
        MissingDataError: the ledger has neither figures nor claims nor acts of the two.
    """
    day = known.isoformat() if known else None
    names = " and ".join(display(code) for code in pair)
    changed, chart, reported = _changes(desk, pair, day)
    figures, claims = _flows(desk, pair, day), _claims(desk, pair, day)
    trade, others = _trade(figures), _trade_of_others(desk, figures, day)
    acts = [_act(act) for act in told_acts(reports_of(desk._existing(), pair, known))]  # noqa: SLF001
    said = [_said(row) for row in claims if row["kind"] != "event"]
    if not any((changed, figures, claims, chart)):
        raise MissingDataError(
            f"the ledger has nothing of {names}{f' that was known on {day}' if day else ''}; `tieline read` takes press, `tieline load` figures and events"
        )
    sections = (
        Section("What changed", tuple(changed), listed=True),
        Section("Trade", tuple(trade + others), listed=True),
        Section("Acts", tuple(acts), listed=True),
        Section("What the press claims, and what the figures say", tuple(said), listed=True),
        Section(
            "What is not known",
            tuple(_unknown(names, changed, reported=reported, trade=trade, acts=acts, others=others)),
            listed=True,
        ),
        Section("Queries", tuple(_queries(pair)) if explain else (), listed=True),
    )
    return Brief(f"{names}: a brief", f"As known on {day}." if day else "From all that the ledger has.",
                 tuple(section for section in sections if section.sentences), chart)  # fmt: skip


def _changes(desk: TieDesk, pair: tuple[str, str], day: str | None) -> tuple[list[Sentence], str, bool]:
    told: list[tuple[str, Sentence]] = []
    chart, reported = "", False
    for by in ("month", "year"):
        try:
            report = desk.ties(*pair, by=by, as_known_on=day)
        except MissingDataError:
            continue
        reported = reported or any(line["channel"] in CHANNELS for line in report.objects())
        chart = chart or ties_svg(report.title, report.objects())
        try:
            found = desk.shifts(*pair, by=by, as_known_on=day)
        except MissingDataError:
            continue
        for line in found.objects():
            lasting = _lasting(
                line,
                [
                    each["period"]
                    for each in report.objects()
                    if each["dataset"] == line["dataset"] and each["value"] is not None
                ],
            )
            stayed = f", {lasting}" if line["channel"] in CHANNELS else ""
            text = f"{_moved(line, by)}{stayed}, in the dataset {line['dataset']}."
            between = " and ".join(line["interval"])
            told.append((line["date"], Sentence(text, f"Begun between {between}; the acts: tieline ties {pair[0]} {pair[1]} --by {by} --dataset {line['dataset']} --explain.")))  # fmt: skip
    told.sort(key=lambda one: one[0], reverse=True)
    return [sentence for _, sentence in told[:_MOST]], chart, reported


def _moved(line: dict[str, Any], by: str) -> str:
    """What changed, from what to what, and when, in words."""
    one, other, before, after = display(line["source"]), display(line["target"]), line["before"], line["after"]
    way = "rose" if after > before else "fell"
    when = f"in {Period.parse(line['date'][: 4 if by == 'year' else 7]).words()}"
    if line["channel"] == "trade-dependence":
        return f"{other}'s share in the trade of {one} {way} from {before:.1%} to {after:.1%} {when}"
    if line["channel"] == "formal-ties" and line["dataset"].endswith(("-kappa", "-agreement")):
        what = (
            "Agreement in UN votes beyond chance (kappa)"
            if line["dataset"].endswith("-kappa")
            else "Agreement in UN votes"
        )
        return f"{what} {way} from {before:.2f} to {after:.2f} {when}"
    if line["channel"] == "formal-ties":
        return f"A formal tie of {one} and {other} {'began' if after > before else 'ended'} {when}"
    return f"{line['channel'].capitalize()} {way} from {before:,.1f} to {after:,.1f} a {by} {when}"


def _lasting(line: dict[str, Any], periods: list[str]) -> str:
    """Whether the new level stayed; of a burst in the last period that is held this can't be told."""
    if line["kind"] == "shift":
        return "and stayed there"
    ended = any(period > line["interval"][1][: len(period)] for period in periods)
    return "for a moment" if ended else "the last one held: it is too early to tell whether it lasts"


def _known(day: str | None) -> str:
    """Released by the day; what has no date of release is left out, as in questions to trade."""
    return f" AND {RELEASED} <= '{day}'" if day else ""


def _flows(desk: TieDesk, pair: tuple[str, str], day: str | None) -> list[dict[str, Any]]:
    """Figures of the pair, of the last period of each dataset."""
    rows: list[dict[str, Any]] = desk._existing().query(  # noqa: SLF001
        f"""SELECT * FROM flows WHERE pair = {pair_key(*pair)} AND detail = '' AND value_usd IS NOT NULL{_known(day)}
        QUALIFY period_start = max(period_start) OVER (PARTITION BY dataset)
        ORDER BY period_start DESC, dataset, (product IS NOT NULL), value_usd DESC, row_id LIMIT {2 * _MOST}"""
    ).to_pylist()  # fmt: skip
    return rows


def _row_note(row: dict[str, Any]) -> str:
    cited = row["citation"] or row["publisher"] or row["origin"] or "no citation"
    address = f", {row['url']}" if row["url"] else ""
    return f"{row['dataset']}, {row['vintage'] or 'no vintage'}, row {row['row_id']}: {cited}{address}"


def _figure(row: dict[str, Any]) -> str:
    one, other = display(row["reporter"]), display(row["partner"])
    goods = f" of {row['product']}" if row["product"] else f" of HS {row['code']}" if row["code"] else ""
    side = {"exports": "to", "imports": "from"}.get(row["flow"], "with")
    what = f"{one}'s {row['flow']}{goods} {side} {other}"
    value = amount(row["value_usd"], "USD")
    if not row["change_pct"]:
        return f"{what} came to {value} in {row['period']}"
    way = "rose" if row["change_pct"] > 0 else "fell"
    return f"{what} {way} {abs(row['change_pct']):.1f} percent to {value} in {row['period']}"


def _trade(figures: list[dict[str, Any]]) -> list[Sentence]:
    return [Sentence(f"{_figure(row)}.", _row_note(row)) for row in figures]


def _trade_of_others(desk: TieDesk, figures: list[dict[str, Any]], day: str | None) -> list[Sentence]:
    """The trade of either with its largest other partners, in the datasets and periods of the pair's own totals."""
    out = []
    for whole in [row for row in figures if not row["product"] and not row["code"]][:_MOST]:
        rows = desk._existing().query(  # noqa: SLF001
            f"""SELECT * FROM flows WHERE dataset = $1 AND period = $2 AND flow = $3 AND reporter = $4 AND partner NOT IN ($5, 'WLD') AND product IS NULL
            AND code = '' AND detail = '' AND value_usd IS NOT NULL{_known(day)} ORDER BY value_usd DESC, row_id LIMIT 1""",
            [whole["dataset"], whole["period"], whole["flow"], whole["reporter"], whole["partner"]],
        ).to_pylist()  # fmt: skip
        for row in rows:
            if row["value_usd"] > 0 and whole["value_usd"] > 0:
                times = row["value_usd"] / whole["value_usd"]
                text = f"{_figure(row)}: {times:,.1f} times that with {display(whole['partner'])}."
                out.append(Sentence(text, f"{_row_note(row)}; beside {_row_note(whole)}"))
    return out


def _claims(desk: TieDesk, pair: tuple[str, str], day: str | None) -> list[dict[str, Any]]:
    """Claims of the press with their document, and the verdict over all datasets where they were checked."""
    known = date.fromisoformat(day) if day else None
    checked = f" WHERE {RELEASED} <= '{day}'" if day else ""
    rows: list[dict[str, Any]] = desk._existing().query(  # noqa: SLF001
        f"""WITH held AS (SELECT claim_id, arg_max(json, dataset IS NOT NULL) AS verdict FROM verdicts{checked} GROUP BY claim_id)
        SELECT c.*, d.published, d.outlet, h.verdict FROM {claims_known(known)} c JOIN (SELECT id, any_value(published) AS published, any_value(outlet) AS outlet
            FROM {documents_known(known)} GROUP BY id) d ON d.id = c.document LEFT JOIN held h USING (claim_id)
        WHERE ((c.reporter = $1 AND c.partner = $2) OR (c.reporter = $2 AND c.partner = $1) OR (c.actor = $1 AND c.target = $2)
            OR (c.actor = $2 AND c.target = $1))
        ORDER BY coalesce(c.date, d.published), c.document, c.quote_start, c.claim_id""",
        list(pair),
    ).to_pylist()  # fmt: skip
    return rows


def _quote_note(row: dict[str, Any]) -> str:
    said = f", which names {', '.join(row['sources'])}" if row["sources"] else ""
    return f"“{' '.join(row['quote'].split())}”: {row['outlet'] or row['document']}, {row['published'] or 'no date'}{said}; claim {row['claim_id']}"


def _report_note(report: Report) -> str:
    claim = report.claim
    return _quote_note({
        "quote": claim.quote.exact, "outlet": report.outlet, "document": claim.document, "sources": claim.sources,
        "published": report.published and report.published.iso, "claim_id": report.claim_id,
    })  # fmt: skip


def _act(act: ToldAct) -> Sentence:
    """An act with the words of its first report, and a note of all of them."""
    first = act.first
    state = _DONE.get(first.modality, f"{first.modality}: ")
    when = "No date" if act.date is None or act.inferred else act.date.iso
    often = f" ({len(act.reports)} reports)" if len(act.reports) > 1 else ""
    text = f"{when}: {state}{display(first.actor)} to {display(first.target)}, {first.type.lower()}: “{' '.join(first.quote.exact.split())}”{often}."
    return Sentence(text, "; ".join(map(_report_note, act.reports)))


def _said(row: dict[str, Any]) -> Sentence:
    quote = f"“{' '.join(row['quote'].split())}”"
    if not row["verdict"]:
        return Sentence(f"{quote} was not held against figures.", _quote_note(row))
    held = json.loads(row["verdict"])
    nearest = f" {held['nearest']}" if held.get("nearest") else ""
    behind = "; ".join(_row_note(each) for each in held.get("rows", ())) or "no rows"
    return Sentence(
        f"{quote}: {style_of(held['verdict']).label.lower()}.{nearest}", f"{_quote_note(row)}. Figures: {behind}"
    )


def _queries(pair: tuple[str, str]) -> list[Sentence]:
    """What gives the rows again; each runs as it stands in `tieline query`."""
    return [
        Sentence(
            "The acts, claims and flows of the two countries, by their ids.", " ".join(entry_rows_sql(pair).split())
        )
    ]


def _unknown(
    names: str,
    changed: list[Sentence],
    *,
    reported: bool,
    trade: list[Sentence],
    acts: list[Sentence],
    others: list[Sentence],
) -> list[Sentence]:
    asked = "Nothing was found in the ledger's table"
    out = []
    if not reported:
        out.append(
            Sentence(
                f"No dataset of events reports acts of {names}; that is not to say there were none.", f"{asked} events."
            )
        )
    elif not changed:
        out.append(Sentence("No channel has a lasting change or a burst that can be told from chance; a change near the end is too early to tell.",
                            "tieline shifts, by month and by year, series of 40 acts or more."))  # fmt: skip
    if not trade:
        out.append(Sentence(f"No figures of trade between {names} are held.", f"{asked} flows."))
    elif not others:
        out.append(
            Sentence(
                "How this trade compares with that of other partners is not known.",
                f"{asked} flows for the same dataset and period.",
            )
        )
    if not acts:
        out.append(Sentence(f"No act between {names} was read in the press held here.", f"{asked} claims, kind event."))
    return out
