"""What one coding of an act is beside another: who visited whom, and how often a dataset reports an act.

A dataset has the two sides of a report as two rows: 042, *A makes a visit to B*, and 043, *B hosts a visit of A*; talks as a row
each way. They tell one act. The host's row is turned round into the visitor's before anything is put together, so that direction and
code are always those of one row; and what is coded both ways counts as often as the one way that has it more often.
"""

from __future__ import annotations

from typing import Final

_HOSTS: Final = "starts_with(coalesce(cameo, ''), '043') OR (coalesce(cameo, '') = '' AND mode = 'receive')"

DOER: Final = f"CASE WHEN {_HOSTS} THEN target ELSE source END"
"""SQL: who acts: the visitor, not the host."""
OTHER: Final = f"CASE WHEN {_HOSTS} THEN source ELSE target END"
ACTOR: Final = f"CASE WHEN {_HOSTS} THEN target_actor ELSE source_actor END"
CODE: Final = f"CASE WHEN {_HOSTS} AND coalesce(cameo, '') <> '' THEN '042' ELSE coalesce(cameo, '') END"
MODE: Final = f"CASE WHEN {_HOSTS} THEN 'visit' ELSE coalesce(mode, '') END"
"""SQL: the mode, of what was turned round that of a visit."""
MUTUAL: Final = "type = 'CONSULT' AND NOT (starts_with(coalesce(cameo, ''), '042') OR (coalesce(cameo, '') = '' AND mode = 'visit'))"
"""SQL, on rows that were turned round: both do it alike, whichever stands first (talks, calls, a meeting elsewhere); a visit has a visitor."""
REPORTS: Final = "greatest(count(*) FILTER (given < taken), count(*) FILTER (given > taken))"
"""SQL: how often an act is reported, of rows with the countries as they were coded (`given`, `taken`)."""


def as_done(source: str, target: str, cameo: str, mode: str = "") -> tuple[str, str, str, str]:
    """The same of one row: who acts, on whom, code and mode.

    >>> as_done("PRK", "RUS", "043"), as_done("RUS", "PRK", "042"), as_done("PRK", "RUS", "", "receive")
    (('RUS', 'PRK', '042', 'visit'), ('RUS', 'PRK', '042', ''), ('RUS', 'PRK', '', 'visit'))
    """
    if cameo.startswith("043"):
        return target, source, "042", "visit"
    if not cameo and mode == "receive":
        return target, source, "", "visit"
    return source, target, cameo, mode


def mutual(plover: str, cameo: str, mode: str = "") -> bool:
    """Whether both do it alike, of a row that was turned round.

    >>> mutual("CONSULT", "042"), mutual("CONSULT", "040"), mutual("CONSULT", "", "visit"), mutual("ACCUSE", "110")
    (False, True, False, False)
    """
    return plover == "CONSULT" and not (cameo.startswith("042") or (not cameo and mode == "visit"))
