"""Acts between states against event datasets: the same pair, the same PLOVER type, within a window of days.

Found on the day that the claim gives, or the day beside it (datasets date an act by its first report, newsrooms by their
own clock), it is `supported`: corroborated. Found within `WINDOW_DAYS` of it, it is `imprecise`: another date. Not found,
or not covered by the dataset, it is `no-data`, never `contradicted`: that a program found no report is no proof.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tieline.check.act_words import deed_words
from tieline.check.assemble import blank_verdict
from tieline.check.outcome import outcome_of
from tieline.check.phrases import country, listed
from tieline.ledger import Ledger, sql_literal
from tieline.model.claims import Event
from tieline.model.documents import Document
from tieline.model.periods import Period, PeriodError
from tieline.model.verdicts import Part, Reading, Verdict
from tieline.model.vocabulary import QUAD_CLASSES, VerdictWord

BESIDE_DAYS = 1
WINDOW_DAYS = 30
UNDATED_DAYS = 30
"""An act that a story does not date is looked for in so many days before its publication."""
_MOST_DAYS = 3
NOTHING_LOADED = (
    "No event dataset is in the ledger, so acts between states can't be looked up. A file of ICEWS, GDELT or POLECAT "
    "would decide: tieline load FILE"
)
_QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
_ROW = "event_id AS row_id, dataset, vintage, date, source, target, source_actor, target_actor, cameo, type, mode, place, url"


@dataclass(frozen=True, slots=True)
class Covered:
    """An event dataset at a vintage, and the days it covers."""

    dataset: str
    vintage: str
    first: date
    last: date
    machine: bool


def act_verdicts(
    stories: Iterable[tuple[Sequence[Any], Document | None]],
    ledger: Ledger,
    *,
    dataset: Sequence[str] | None = None,
    as_known_on: date | None = None,
) -> dict[str, list[Verdict]]:
    """The verdicts of every act by its claim's id: one for each event dataset, then the outcome over all.

    Args:
        stories: Claims with their document, for its date of publication; other kinds of claims are passed over.
        ledger: Where the events are; it is asked twice for all acts.
        dataset: Names of datasets to use; all by default.
        as_known_on: Use only vintages that were released by that day.
    """
    acts = [(claim, document) for claims, document in stories for claim in claims if isinstance(claim, Event)]
    if not acts:
        return {}
    covered = _covered(ledger, dataset, as_known_on)
    windows = {claim.claim_id: _days(claim, document) for claim, document in acts}
    rows = _rows([(claim, windows[claim.claim_id]) for claim, _ in acts], ledger) if covered else {}
    return {claim.claim_id: _verdicts(claim, windows[claim.claim_id], covered, rows) for claim, _ in acts}


def _verdicts(
    claim: Event, days: Period | None, covered: Sequence[Covered], rows: Mapping[tuple[str, str], list[dict[str, Any]]]
) -> list[Verdict]:
    if claim.modality != "happened":
        reason = f"The act is told as {claim.modality}; event datasets hold acts that happened."
        return [dataclasses.replace(blank_verdict(claim, "not-checkable"), help=reason)]
    if not covered:
        return [dataclasses.replace(blank_verdict(claim, "no-data"), help=NOTHING_LOADED)]
    if days is None:
        reason = (
            "Neither the claim nor the story gives a date to look for; give the date of publication with --published."
        )
        return [dataclasses.replace(blank_verdict(claim, "no-data"), help=reason)]
    found = [_against(claim, days, each, rows) for each in covered]
    return [*found, act_outcome(claim, found)]


def act_outcome(claim: Event, found: Sequence[Verdict]) -> Verdict:
    """The outcome of an act over the event datasets: one that has it is enough."""
    here = [verdict for verdict in found if verdict.verdict == "supported"]
    return outcome_of(claim, here or found)


def _days(claim: Event, document: Document | None) -> Period | None:
    """The days on which the act was, as far as the claim tells; else those before publication."""
    if claim.date is not None:
        return claim.date
    published = document.published if document else None
    return Period(published.end - timedelta(days=UNDATED_DAYS), published.end) if published else None


def _covered(ledger: Ledger, names: Sequence[str] | None, known: date | None) -> list[Covered]:
    rows = ledger.query(
        "SELECT dataset, coalesce(vintage, '') AS vintage, min(date) AS first, max(date) AS last, bool_or(machine) AS machine "
        "FROM events GROUP BY ALL ORDER BY dataset, vintage DESC"
    ).to_pylist()
    found = [Covered(**row) for row in rows if not names or row["dataset"] in names]
    return [each for each in found if known is None or _released(each.vintage, known)]


def _released(vintage: str, day: date) -> bool:
    try:
        return bool(vintage) and Period.parse(vintage[:7] if vintage[-1:].isalpha() else vintage).end <= day
    except PeriodError:
        return False


def _rows(acts: Sequence[tuple[Event, Period | None]], ledger: Ledger) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """The events of the pairs in the windows of all acts, by dataset and vintage."""
    margin = timedelta(days=WINDOW_DAYS)
    asked = {
        (a, b, days.start - margin, days.end + margin)
        for claim, days in acts
        if days is not None
        for a, b in ((claim.actor, claim.target), (claim.target, claim.actor))
    }
    if not asked:
        return {}
    given = [list(column) for column in zip(*sorted(asked), strict=True)]
    table = ledger.query(
        f"SELECT DISTINCT {', '.join(f'e.{name}' for name in _ROW.split(', '))}\n"
        "FROM events e JOIN (SELECT unnest($1::VARCHAR[]) AS source, unnest($2::VARCHAR[]) AS target, "
        "unnest($3::DATE[]) AS first, unnest($4::DATE[]) AS last) w\n"
        "ON e.source = w.source AND e.target = w.target AND e.date BETWEEN w.first AND w.last\n"
        "ORDER BY date, row_id",
        given,
    )
    found: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in table.to_pylist():
        found[row["dataset"], row["vintage"] or ""].append(row)
    return found


def _against(
    claim: Event, days: Period, covered: Covered, rows: Mapping[tuple[str, str], list[dict[str, Any]]]
) -> Verdict:
    """The verdict of an act against one dataset at a vintage."""
    near = [
        row
        for row in rows.get((covered.dataset, covered.vintage), ())
        if _same_sides(claim, row) and _off(row["date"], days) <= WINDOW_DAYS
    ]
    same = [row for row in near if row["type"] == claim.type]
    like = [row for row in near if row["type"] != claim.type and _same_class(claim, row)]
    then = [row for row in same if _off(row["date"], days) <= BESIDE_DAYS]
    chosen = then or sorted(same, key=lambda row: (_off(row["date"], days), row["date"]))[:1]
    word: VerdictWord = "supported" if then else "imprecise" if chosen else "no-data"
    readings = (
        _reading("same-type", claim, days, covered, same, chosen=bool(chosen)),
        _reading("same-class", claim, days, covered, like, chosen=False),
    )
    part = Part(name="act", verdict=word, claimed=_when(claim, days), note=_note(claim, days, covered, chosen, like))
    return dataclasses.replace(
        blank_verdict(claim, word),
        dataset=covered.dataset,
        vintage=covered.vintage or None,
        parts=(part,),
        found=f"{claim.type}, {_dates(chosen)}" if chosen else None,
        nearest=_nearest(claim, covered, chosen) if chosen else None,
        help=part.note if word == "no-data" else None,
        readings=readings,
        rows=tuple(_shown(row) for row in (chosen or like)),
        sql=(readings[0].sql,) if chosen else tuple(reading.sql for reading in readings),
        sources=tuple(dict.fromkeys(str(row["url"]) for row in chosen if row["url"])) or (covered.dataset,),
    )


def _same_sides(claim: Event, row: Mapping[str, Any]) -> bool:
    sides = (row["source"], row["target"])
    return sides == (claim.actor, claim.target) or (claim.reciprocal and sides == (claim.target, claim.actor))


def _same_class(claim: Event, row: Mapping[str, Any]) -> bool:
    return QUAD_CLASSES.get(row["type"]) == QUAD_CLASSES[claim.type]


def _off(day: date, days: Period) -> int:
    """How many days a day lies outside a period; 0 inside."""
    return max((days.start - day).days, (day - days.end).days, 0)


def _reading(
    name: str, claim: Event, days: Period, covered: Covered, rows: Sequence[Mapping[str, Any]], *, chosen: bool
) -> Reading:
    margin = timedelta(days=WINDOW_DAYS)
    sides = [(claim.actor, claim.target), *([(claim.target, claim.actor)] if claim.reciprocal else [])]
    types = sorted(
        each for each, quad in QUAD_CLASSES.items() if quad == QUAD_CLASSES[claim.type] and each != claim.type
    )
    wanted = [claim.type] if name == "same-type" else types
    sql = (
        f"SELECT * RENAME (event_id AS row_id)\nFROM events\nWHERE dataset = {sql_literal(covered.dataset)} "
        f"AND coalesce(vintage, '') = {sql_literal(covered.vintage)}\n"
        f"  AND (source, target) IN ({', '.join(f'({sql_literal(a)}, {sql_literal(b)})' for a, b in sides)})\n"
        f"  AND type IN ({', '.join(map(sql_literal, wanted))})\n"
        f"  AND date BETWEEN DATE {sql_literal((days.start - margin).isoformat())} AND DATE {sql_literal((days.end + margin).isoformat())}\n"
        "ORDER BY date, event_id"
    )
    between = f"{country(claim.actor)} {'and' if claim.reciprocal else 'to'} {country(claim.target)}"
    what = claim.type if name == "same-type" else f"other {_QUADS[QUAD_CLASSES[claim.type]]}"
    why = (
        "The same type between the same two."
        if name == "same-type"
        else "Programs and newsrooms often give one act neighbouring types; such acts are shown, and decide nothing."
    )
    return Reading(
        label=f"{what}, {between}, {WINDOW_DAYS} days around {_when(claim, days)}",
        result={"acts": float(len(rows))} if rows else {},
        chosen=chosen,
        inferred=() if claim.date is not None else ("date",),
        rows=tuple(str(row["row_id"]) for row in rows),
        sql=sql,
        name=name,
        why=why,
    )


def _note(
    claim: Event, days: Period, covered: Covered, chosen: Sequence[Mapping[str, Any]], like: Sequence[Mapping[str, Any]]
) -> str:
    """Corroborated, other date, not found or not covered, in words."""
    if chosen:
        off = min(_off(row["date"], days) for row in chosen)
        return "corroborated" if off <= BESIDE_DAYS else f"other date: {off} days off"
    if days.end < covered.first or days.start > covered.last:
        return f"Not covered: {covered.dataset} goes from {covered.first} to {covered.last}."
    near = [row for row in like if _off(row["date"], days) <= BESIDE_DAYS]
    kinds = ", ".join(sorted({str(row["type"]) for row in near}))
    beside = f" It has {kinds} between the two then." if near else ""
    return f"Not found: {covered.dataset} has no {claim.type} of this pair within {WINDOW_DAYS} days.{beside}"


def _nearest(claim: Event, covered: Covered, chosen: Sequence[Mapping[str, Any]]) -> str:
    coded = ", coded by a program from news," if covered.machine else ""
    return f"{covered.dataset}{coded} has {deed_words(claim)} on {_dates(chosen)}."


def _dates(rows: Sequence[Mapping[str, Any]]) -> str:
    days = list(dict.fromkeys(row["date"] for row in rows))
    more = len(days) - _MOST_DAYS
    told = [*_days_told(days[:_MOST_DAYS]), *([f"{more} more {'day' if more == 1 else 'days'}"] if more > 0 else [])]
    return listed(told)


def _days_told(days: Sequence[date]) -> list[str]:
    """Days in words, the month and the year with the last of each month alone.

    >>> _days_told([date(2018, 1, 23), date(2018, 1, 24), date(2018, 2, 2)])
    ['23', '24 January 2018', '2 February 2018']
    """
    after = [*days[1:], None]
    return [
        str(day.day) if then and (day.year, day.month) == (then.year, then.month) else Period.of_day(day).words()
        for day, then in zip(days, after, strict=True)
    ]


def _when(claim: Event, days: Period) -> str:
    return days.words() if claim.date is not None else f"the {UNDATED_DAYS} days before publication"


def _shown(row: Mapping[str, Any]) -> dict[str, Any]:
    """An event as a report shows rows."""
    shown = {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
    return shown | {"period": shown["date"], "publisher": None, "citation": None}
