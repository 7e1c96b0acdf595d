"""What is said when a file of acts or of values by year meets what the ledger has of its dataset already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from tieline.ties.event_file import MOST, EventFile

if TYPE_CHECKING:
    from tieline.ledger import Ledger

_NAMED: Final = 3
"""Files that a note names."""


def other_values(ledger: Ledger, differing: Sequence[Mapping[str, Any]]) -> list[str]:
    """That yearly values differ from those held at the same release: which, where either stands, and how the new ones are told.

    Args:
        ledger: What knows the file of each load.
        differing: `ActLoads.differing`.
    """
    files = {load.load_id: load.file for load in ledger.loads(dataset=differing[0]["dataset"])} if differing else {}
    out = []
    for row in differing[:MOST]:
        held = f"{files.get(row['held_load'], 'an earlier file')}{_line(', line', row['held_line'])}"
        out.append(
            f"{_line('line', row['line'], ': ')}{row['channel']} of {row['source']}-{row['target']} in {row['period']} is {_value(row['value'])}, but "
            f"{row['dataset']} holds {_value(row['held'])} ({held}), which stays"
        )
    if differing:
        release = f"release {row['vintage']}" if row["vintage"] else "without a release"
        more = f" ({len(differing) - MOST:,} more are not listed)" if len(differing) > MOST else ""
        out.append(
            f"{len(differing):,} value(s) differ from those held of {row['dataset']} {release}{more}, and were not taken: if this is a corrected or newer file, "
            "load it again with --vintage and the day of its release; the newest release answers, and the older one stays for --as-known-on"
        )
    return out


def meetings(ledger: Ledger, dataset: str, release: str, found: EventFile, known: int) -> list[str]:
    """That a file has days in common with others of its dataset: which rows count once, and which release answers.

    Args:
        ledger: As it was before this load was noted.
        dataset: Of the file.
        release: Of the file.
        found: The file.
        known: How many of its rows were there at this release.
    """
    first, last = (day.isoformat() if day else "" for day in found.days)
    beside = [
        load
        for load in ledger.loads(dataset=dataset)
        if load.rows
        and load.first_period
        and load.last_period
        and load.first_period <= last
        and load.last_period >= first
    ]
    same = list(dict.fromkeys(load.file for load in beside if load.vintage == release))
    others = sorted({load.vintage for load in beside if load.vintage != release})
    out = []
    if known and same:
        more = f" and {len(same) - _NAMED} more" if len(same) > _NAMED else ""
        out.append(
            f"it overlaps with {', '.join(same[:_NAMED])}{more} of {dataset}: {known:,} of its rows are held already, count once, and are left out"
        )
    if others:
        named = ", ".join(each or "the one without a date" for each in others)
        span = f" for its days, {first} to {last}" if found.table == "events" else " for each value that it has"
        newest = release > others[-1]
        out.append(
            f"the ledger has other releases of {dataset} of the same days ({named}): "
            + (
                f"this one is the newest and answers{span}; for others the older ones stand"
                if newest
                else f"{others[-1]} is newer and answers where it has them"
            )
        )
    return out


def _line(before: str, line: int | None, after: str = "") -> str:
    return "" if line is None else f"{before} {line}{after}"


def _value(value: float | None) -> str:
    return "missing" if value is None else f"{value:,.10g}"
