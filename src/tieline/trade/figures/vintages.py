"""Which releases of a dataset the ledger has, and which of them counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from tieline.ledger import Ledger, Scan
from tieline.model import lazy_re as re
from tieline.model.errors import MissingDataError
from tieline.model.periods import Period, PeriodError

LEVEL_OF_LAYOUT = {"baci": 6}
"""Layouts whose every row is a year of two countries and a code of so many digits, by their documentation."""
LEVEL = 6
"""Digits of the codes of all of them."""
_MAY_LACK = ("classification", "edition", "flags")
_ALIKE = ("flow", "valuation", "basis", *_MAY_LACK)
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")

# a dataset that came from files has the vintages of its files: hundreds of millions of rows are not looked at
_LOADED = (
    "SELECT DISTINCT coalesce(vintage, '') AS vintage FROM loads WHERE dataset = $1 AND rows > 0 ORDER BY vintage DESC"
)
_ADDED = "SELECT DISTINCT coalesce(vintage, '') AS vintage FROM flows WHERE dataset = $1 ORDER BY vintage DESC"
_FROM_FILES = "SELECT dataset, bool_and(list_contains($1::VARCHAR[], layout)) AS plain FROM loads WHERE rows > 0 GROUP BY dataset ORDER BY dataset"


def vintages(ledger: Ledger, dataset: str, *, as_known_on: date | None = None) -> list[str]:
    """The vintages of a dataset, newest first; with a day, those released by then (undated ones are not).

    A vintage of a month or a year (`2024-01`) was released by its last day at the latest, and counts from that day on.

    Raises:
        MissingDataError: there is no such dataset; the message names those there are.
    """
    found: list[str] = ledger.recall(_LOADED, [dataset])["vintage"].to_pylist()
    found = found or ledger.query(_ADDED, [dataset])["vintage"].to_pylist()
    if not found:
        known = ", ".join(ledger.flow_datasets()) or "none: `tieline load FILE` brings some"
        raise MissingDataError(f"no dataset {dataset!r} in {ledger.path}; there are {known}")
    if as_known_on is None:
        return found
    return [each for each in found if each and _released(each) <= as_known_on]


def alike(ledger: Ledger, dataset: str) -> dict[str, str | None]:
    """What stands in those columns of a dataset that are the same in all its rows, by the sums that are kept of its files.

    With `edition` and `classification` among them its codes are of one edition. An empty text stands for none.
    """
    # that they differ is known by two rows; of as many texts the least and the greatest take twice the time
    sql = f"SELECT DISTINCT {', '.join(_ALIKE)} FROM flow_sums WHERE dataset = $1"
    found = ledger.recall(sql, [dataset], scan=Scan(datasets=(dataset,), summed=(dataset,), totals="all"))
    stored = {
        name: {text or "" for text in found[name].to_pylist()} if name in _MAY_LACK else set(found[name].to_pylist())
        for name in _ALIKE
    }
    return {name: texts.pop() for name, texts in stored.items() if len(texts) == 1 and texts != {None}}


def alike_if_one_edition(ledger: Ledger, dataset: str) -> tuple[tuple[str, str | None], ...]:
    """The same, if the codes of a dataset are of one edition of one classification; else nothing.

    Columns that may lack a value are told as stored.
    """
    found = alike(ledger, dataset)
    return tuple(found.items()) if {"edition", "classification"} <= found.keys() else ()


def about_datasets(ledger: Ledger, datasets: Sequence[str]) -> dict[str, Any]:
    """The fields of a `Question` that tell which datasets it asks (none: all) and what their files promise.

    Of datasets that came from files a code is there once for a pair, period and edition; those of some layouts are plain as
    well: every row is a year of two countries, a value and a code of one length.
    """
    loaded = ledger.recall(_FROM_FILES, [list(LEVEL_OF_LAYOUT)]).to_pylist()
    plain = {row["dataset"] for row in loaded if row["plain"]}
    asked = tuple(datasets) or ledger.flow_datasets()
    return {
        "datasets": tuple(datasets),
        "from_files": tuple(row["dataset"] for row in loaded),
        "plain": bool(asked) and plain.issuperset(asked),
        "plain_datasets": tuple(name for name in asked if name in plain),
        "other_datasets": tuple(name for name in asked if name not in plain),
    }


def vintage_of(ledger: Ledger, dataset: str, vintage: str | None, as_known_on: date | None = None) -> str:
    """The vintage that is asked for, or the newest one.

    Raises:
        MissingDataError: no such dataset or vintage, or none that was known on that day.
    """
    found = vintages(ledger, dataset, as_known_on=as_known_on)
    if not found:
        raise MissingDataError(f"no vintage of {dataset!r} is known to have been released by {as_known_on}")
    if vintage is None:
        return found[0]
    if vintage not in found:
        raise MissingDataError(
            f"no vintage {vintage!r} of {dataset!r}; there are {', '.join(each or '(undated)' for each in found)}"
        )
    return vintage


def _released(vintage: str) -> date:
    """The last day a vintage may be of, as far as its text tells: `2024-01b` is of January 2024.

    >>> _released("2024-01-15").isoformat(), _released("2024-02b").isoformat(), _released("2024").isoformat()
    ('2024-01-15', '2024-02-29', '2024-12-31')
    """
    found = _DATE.match(vintage)
    try:
        return Period.parse(found[0]).end if found else date.max
    except PeriodError:
        return date.max
