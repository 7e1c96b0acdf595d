"""What a brief says of two countries: sentences by templates from the ledger, each with its quote or rows."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from tieline.ledger import claims_known, documents_known
from tieline.model.errors import MissingDataError
from tieline.model.periods import Period
from tieline.report.brief import Brief, Section, Sentence
from tieline.ties.channel_sql import not_known_sql
from tieline.ties.reports import reports_of
from tieline.ties.same_acts import told_acts
from tieline.ties.timelines import entry_rows_sql
from tieline.trade.figures.asking import RELEASED
from tieline.workspace.brief_acts import coded_acts, unread
from tieline.workspace.brief_changes import channels_told
from tieline.workspace.brief_press import act_sections, claim_sentences, in_short
from tieline.workspace.brief_trade import figures_of, goods_of, left_out, other_partners, trade_sentences
from tieline.workspace.trade_words import named

if TYPE_CHECKING:
    from tieline.ledger import Ledger
    from tieline.workspace.tie_desk import TieDesk

_MOST_CHECKED = 50
"""Documents whose claims are checked for a brief; of more than these the claims that were not checked are said to be so."""


def brief_of(desk: TieDesk, pair: tuple[str, str], known: date | None, *, explain: bool = False) -> Brief:
    """The brief of a dyad.

    Raises:
        MissingDataError: the ledger has neither figures nor claims nor acts of the two.
    """
    day = known.isoformat() if known else None
    names, ledger = named(pair), desk.existing_ledger()
    channels = channels_told(desk, pair, day)
    changed, chart = list(channels.changed), channels.chart
    figures, claims = figures_of(ledger, pair, day), _claims(desk, pair, day)
    acts = told_acts(reports_of(ledger, pair, known))
    if not any((changed, figures, claims, chart)):
        raise MissingDataError(
            f"the ledger has nothing of {names}{f' that was known on {day}' if day else ''}; `tieline read` takes press, `tieline load` figures and events"
        )
    totals, products = trade_sentences(figures, goods_of(ledger, figures))
    others = other_partners(ledger, figures, day)
    said = claim_sentences([row for row in claims if row["kind"] != "event"])
    coded = coded_acts(ledger, pair, known)
    held = known is not None and ledger.query(not_known_sql(pair, known)).num_rows > 0
    sections = (
        Section("In short", (*totals[:1], *others[:1], *changed[: channels.short], *in_short(claims, acts))),
        Section("Trade", (*products, *totals[1:], *others[1:])),
        Section("What changed", tuple(changed[channels.short :]), listed=True),
        Section("How it stands", channels.levels, listed=True),
        Section("Deeds and blows of the last year that event datasets report most", tuple(coded), listed=True),
        *act_sections(acts),
        Section("What the press claims, and what the figures say", tuple(said), listed=True),
        Section(
            "What is not known",
            (
                *unread(ledger, pair, known),
                *_not_covered(names, channels.gaps),
                *_not_reported_since(names, channels.ends, known or _last_published(claims)),
                *_unknown(
                    names,
                    changed,
                    reported=channels.reported,
                    held=held,
                    trade=totals,
                    acts=bool(acts),
                    others=others,
                ),
                *channels.unsure,
                *left_out(ledger, pair, day),
            ),
            listed=True,
        ),
        Section("Queries", tuple(_queries(ledger, pair, known)) if explain else (), listed=True),
    )
    return Brief(f"{names[0].upper()}{names[1:]}: a brief", f"As known on {day}." if day else "From all that the ledger has.",
                 tuple(section for section in sections if section.sentences), chart)  # fmt: skip


def _claims(desk: TieDesk, pair: tuple[str, str], day: str | None) -> list[dict[str, Any]]:
    """Claims of the press with their document, and the verdict that tells most of them where they were checked."""
    known = date.fromisoformat(day) if day else None
    ledger = desk.existing_ledger()
    rows: list[dict[str, Any]] = ledger.query(
        f"""SELECT c.*, d.published, d.outlet FROM {claims_known(known)} c JOIN (SELECT id, any_value(published) AS published, any_value(outlet) AS outlet
            FROM {documents_known(known)} GROUP BY id) d ON d.id = c.document
        WHERE ((c.reporter = $1 AND c.partner = $2) OR (c.reporter = $2 AND c.partner = $1) OR (c.actor = $1 AND c.target = $2)
            OR (c.actor = $2 AND c.target = $1))
        ORDER BY coalesce(c.date, d.published), c.document, c.quote_start, c.claim_id""",
        list(pair),
    ).to_pylist()  # fmt: skip
    checked = f" AND {RELEASED} <= '{day}'" if day else ""
    held = ledger.query(
        f"""SELECT claim_id, dataset, verdict, json FROM verdicts WHERE NOT superseded AND list_contains($1, claim_id){checked}
        ORDER BY recorded, vintage NULLS FIRST, dataset""",
        [[row["claim_id"] for row in rows]],
    ).to_pylist()
    told = _telling((each["claim_id"], each["dataset"], each["verdict"], each["json"]) for each in held)
    return _checked(desk, [row | {"verdict": told.get(row["claim_id"])} for row in rows], day)


def _telling(verdicts: Iterable[tuple[str, str | None, str, str]]) -> dict[str, str]:
    """By claim the verdict that tells most: the last one of a dataset that agrees with the outcome over all, else that outcome.

    Where datasets disagree none of them has the last word; with no outcome over all the last one of a dataset stands.

    Args:
        verdicts: Claim, dataset (None: over all), verdict and JSON, the last ones last.
    """
    mine: dict[str, dict[str | None, tuple[str, str]]] = {}
    for claim, dataset, verdict, told in verdicts:
        of = mine.setdefault(claim, {})
        of.pop(dataset, None)
        of[dataset] = verdict, told
    out = {}
    for claim, of in mine.items():
        outcome, over_all = of.pop(None, (None, ""))
        agreeing = [told for verdict, told in of.values() if outcome in {None, verdict}]
        out[claim] = agreeing[-1] if agreeing else over_all
    return out


def _checked(desk: Any, rows: list[dict[str, Any]], day: str | None) -> list[dict[str, Any]]:
    """The claims, those of figures that nobody has checked yet held against the figures now; nothing is recorded."""
    open_ = {row["document"] for row in rows if not row["verdict"] and row["kind"] != "event"}
    if not open_ or len(open_) > _MOST_CHECKED:
        return rows
    verdicts = sorted(
        desk.check(*sorted(open_), as_known_on=day, record=False),
        key=lambda one: (one.vintage or "", one.dataset or ""),
    )
    told = _telling(
        (one.claim_id, one.dataset, one.verdict, json.dumps(one.to_json(), default=str)) for one in verdicts
    )
    return [row | {"verdict": row["verdict"] or told.get(row["claim_id"])} for row in rows]


def _queries(ledger: Ledger, pair: tuple[str, str], known: date | None) -> list[Sentence]:
    """What gives the rows again; each runs as it stands."""
    return [
        Sentence(
            "The acts, claims and flows of the two countries, by their ids.",
            " ".join(entry_rows_sql(ledger, pair, known_on=known).split()),
        )
    ]


def _last_published(claims: list[dict[str, Any]]) -> date | None:
    """The day of the latest story that makes a claim of the two."""
    days = [row["published"][:10] for row in claims if len(row["published"] or "") >= 10]
    return date.fromisoformat(max(days)) if days else None


def _not_reported_since(names: str, ends: dict[str, date], day: date | None) -> list[Sentence]:
    """From when on no event dataset has anything, where the brief goes further: the press alone tells of that time."""
    last = max(ends.values(), default=None)
    if last is None or day is None or last >= day:
        return []
    told = " and ".join(name for name, end in sorted(ends.items()) if end == last)
    text = f"How the channels of {names} stand after {Period.of_day(last).words()}: the event datasets held end there ({told})."
    return [Sentence(text, f"The last period with a value: tieline ties --dataset {told.split(' and ')[0]}.")]


def _not_covered(names: str, gaps: tuple[str, ...]) -> list[Sentence]:
    """Times between acts for which no dataset of acts has anything: what happened then is not known, and no zero."""
    if not gaps:
        return []
    text = f"What passed between {names} in {', '.join(gaps)}: no event dataset that is held covers that time."
    return [Sentence(text, "Between the first and the last period with a value: tieline ties by month, and by year.")]


def _unknown(
    names: str,
    changed: list[Sentence],
    *,
    reported: bool,
    held: bool,
    trade: list[Sentence],
    acts: bool,
    others: list[Sentence],
) -> list[Sentence]:
    asked = "Nothing was found in the ledger's table"
    out = []
    if not reported and held:
        pass  # what is held and why it is not told is said apart
    elif not reported:
        out.append(
            Sentence(
                f"No dataset of events reports acts of {names}; that is not to say there were none.", f"{asked} events."
            )
        )
    elif not changed:
        out.append(Sentence("No channel has a lasting change or a burst that can be told from chance; a change near the end is too early to tell.",
                            "tieline shifts by week or month, and by year, series of 40 acts or more."))  # fmt: skip
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
