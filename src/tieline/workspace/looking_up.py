"""Codes of products, and doubts about flows, looked up in the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tieline.model.countries import display
from tieline.model.errors import MissingDataError, UsageError
from tieline.workspace.found import MOST_ROWS, Behind, Rows
from tieline.workspace.trade_results import CodesFound, Flags
from tieline.workspace.trade_words import bare_code, near_words

if TYPE_CHECKING:
    from tieline.ledger import Ledger

_ONCE_PASSED_OVER = 5_000_000
"""Of loads with more rows than this earlier versions did not look for doubts."""


def codes_found(ledger: Ledger | None, text: str, edition: str | None) -> CodesFound:
    """Codes for a word, or words for a code."""
    from tieline.trade.figures.wordbook import codes_of  # noqa: PLC0415

    if edition is not None:
        edition = edition_asked(ledger, edition)
    queries: list[str] = []
    lines = tuple(codes_of(bare_code(text.strip()), ledger, edition=edition, queries=queries))
    if not lines:
        of = f"table of edition {edition}" if edition else "lexicon or the tables of codes that were loaded"
        near = ", ".join(near_words(text))
        raise MissingDataError(
            f"no code and no word {text!r} in the {of}; {f'near it: {near}; ' if near else ''}"
            "the UN's tables have more: https://comtradeapi.un.org/files/v1/app/reference/H6.json, `tieline load H6.json`"
        )
    names = dict.fromkeys(line.source for line in lines)
    return CodesFound(
        f"Codes for {text!r}", lines, tuple(queries), behind=Behind(sources=lambda: [{"file": name} for name in names])
    )


def edition_asked(ledger: Ledger | None, edition: str) -> str:
    """An edition of which a table was loaded, by its name: `H5`, or the year of the HS (`HS2017`, `17`).

    Raises:
        UsageError: no table of it was loaded; the message names those that were.
    """
    from tieline.trade.layouts.readers import EDITION_OF_YEAR  # noqa: PLC0415

    sql = "SELECT DISTINCT edition FROM codes WHERE edition IS NOT NULL ORDER BY edition"
    there = [row["edition"] for row in ledger.rows(sql)] if ledger is not None else []
    given = edition.strip().upper()
    digits = given.removeprefix("HS").strip()
    for name in (given, EDITION_OF_YEAR.get(digits[-2:], "") if len(digits) in {2, 4} and digits.isdecimal() else ""):
        if name in there:
            return name
    raise UsageError(
        f"no table of codes of edition {edition!r} was loaded; there are {', '.join(there) or 'none: `tieline load H6.json` brings one'}"
    )


def flags_of(ledger: Ledger, countries: Sequence[str], datasets: Sequence[str], flag: str | None) -> Flags:
    """Marks of doubt that loads have left."""
    from tieline.trade.figures.marking import KINDS, marks_sql  # noqa: PLC0415

    if flag is not None and flag not in KINDS:
        raise UsageError(f"no flag {flag!r}; allowed: {', '.join(KINDS)}")
    sql = marks_sql(countries=countries, datasets=datasets, flag=flag)
    rows = tuple(ledger.rows(sql))
    about = " and ".join(display(code) for code in countries)
    notes = tuple(_looked_at(ledger, datasets, {(row["dataset"], row["vintage"]) for row in rows}, about, flag))
    places = dict.fromkeys((row["dataset"], row["vintage"]) for row in rows)
    return Flags(
        f"Doubts about the figures{f' of {about}' if about else ''}", rows, (sql,), notes,
        behind=Behind(
            rows=lambda: _doubtful(ledger, rows), sources=lambda: [{"dataset": name, "vintage": vintage} for name, vintage in places]
        ),
    )  # fmt: skip


def _doubtful(ledger: Ledger, marks: Sequence[Mapping[str, Any]]) -> Rows:
    """The rows of flows that marks of two countries are about: of the period of the mark and the year before."""
    from tieline.model.flows import pair_key  # noqa: PLC0415
    from tieline.trade.questions.dyads import rows_of_sql  # noqa: PLC0415

    series = {
        (m["dataset"], m["vintage"], pair_key(m["reporter"], m["partner"]), m["reporter"], m["flow"], int(m["period"][:4]) - back)
        for m in marks if m["reporter"] and m["partner"] and m["flow"] and m["period"] for back in (0, 1)
    }  # fmt: skip
    return ledger.rows(f"{rows_of_sql(series)} LIMIT {MOST_ROWS}") if series else []


def _looked_at(
    ledger: Ledger, datasets: Sequence[str], marked: set[tuple[str, str]], about: str, flag: str | None
) -> Iterable[str]:
    """Of each loaded dataset without a mark that it was looked at, so that nothing said is not nothing known."""
    from tieline.trade.figures.marking import KINDS  # noqa: PLC0415
    from tieline.trade.loading.doubts import LEAST_YEARS  # noqa: PLC0415

    years: dict[tuple[str, str], set[str]] = {}
    rows: dict[tuple[str, str], int] = {}
    for load in ledger.loads():
        if load.rows and load.dataset and (not datasets or load.dataset in datasets):
            rows[load.dataset, load.vintage or ""] = rows.get((load.dataset, load.vintage or ""), 0) + load.rows
            years.setdefault((load.dataset, load.vintage or ""), set()).update(period[:4] for period in load.prints)
    for (dataset, vintage), known in sorted(years.items()):
        if (dataset, vintage) not in marked and known:
            named = f"{dataset}{f' {vintage}' if vintage else ''}, {min(known)} to {max(known)}"
            if rows[dataset, vintage] > _ONCE_PASSED_OVER and not ledger.flow_loads.has_sums(dataset, vintage):
                yield f"{named}: an earlier tieline loaded it without looking for doubts; the next file loaded into it makes up for that"
                continue
            of = f" of {about}" if about else ""
            few = len(known) < LEAST_YEARS and flag in {None, "jump", "suspected-kor-prk"}
            more = f"; jumps and mix-ups need {LEAST_YEARS} years, it has {len(known)}" if few else ""
            yield (f"{named}: looked at when it was loaded for {flag or ', '.join(KINDS)}; none found{of}{more}")
