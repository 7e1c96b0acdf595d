"""All releases of a dataset as one table: of each figure its newest release.

An office that gives out each month alone has no release with a whole year in it. A claim that no release decides alone is held
against all of them together; a record, or a first time, always is, for the years before may stand in older ones. A change whose two
levels stand in one release is never taken from two: a revision would pass for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from tieline.check.panel import Panel, Row
from tieline.check.setting import Setting
from tieline.check.spans import own_clause
from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend

_FIRST_TIME = re.compile(r"\bfirst time\b", re.IGNORECASE)


def together(releases: Sequence[Panel]) -> Panel:
    """One table of several releases of a dataset, which are given with the newest first."""
    made = Panel(releases[0].dataset, releases[0].vintage)
    for release in reversed(releases):
        made.worlds.update(release.worlds)
        made.theirs.update(release.theirs)
        made.few.update(release.few)
    made.reporters.extend(dict.fromkeys(each for release in releases for each in release.reporters))
    known: set[tuple[object, ...]] = set()
    for release in releases:
        new = [row for rows in release.pairs.values() for row in rows if _figure(row) not in known]
        known.update(map(_figure, new))
        for row in new:
            made.add(row)
    return made


def of_all_years(setting: Setting) -> bool:
    """The claim is on all years that there are: a record, or a first time."""
    claim = setting.claim
    record = isinstance(claim, Trend) and claim.direction in {"record_high", "record_low"}
    changed = isinstance(claim, Measure) and (claim.change_pct is not None or claim.change_value is not None)
    first = not changed and _FIRST_TIME.search(own_clause(setting.words, claim.quote.exact)) is not None
    return record or first


def _figure(row: Row) -> tuple[object, ...]:
    """What a row is a figure of."""
    return (row.reporter, row.partner, row.flow, row.period, row.product, row.hs, row.unit)
