"""What is said when a file of acts or of values by year meets what the ledger has of its dataset already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tieline.ties.event_file import MOST

if TYPE_CHECKING:
    from tieline.ledger import Ledger


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


def _line(before: str, line: int | None, after: str = "") -> str:
    return "" if line is None else f"{before} {line}{after}"


def _value(value: float | None) -> str:
    return "missing" if value is None else f"{value:,.10g}"
