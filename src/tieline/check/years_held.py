"""Which years of a pair a dataset lacks between its first one and the claim's."""

from __future__ import annotations

from tieline.check.panel import Panel
from tieline.check.setting import Setting


def years_lacking(panel: Panel, setting: Setting) -> list[str]:
    """The years between the dataset's first of the pair and the claim's for which it has no row of the pair."""
    have = {row.period.start.year for row in panel.pair_rows(setting.quantity) if not row.copied}
    lacking = [year for year in range(min(have, default=0), setting.period.start.year) if have and year not in have]
    runs: list[list[int]] = []
    for year in lacking:
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return [
        f"{run[0]} to {run[-1]}" if len(run) > 2 else text
        for run in runs
        for text in ([""] if len(run) > 2 else map(str, run))
    ]
