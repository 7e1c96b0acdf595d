"""How far two countries vote alike in the UN General Assembly, by year: agreement, and kappa, which takes chance away.

A vote is yes, abstention or no, in this order; only roll calls count in which both took part, and a pair needs `FEWEST` of
them in a year. With a weight of 1 for the same vote, one half for an abstention beside a yes or a no, and 0 for a yes beside a
no (as in Lijphart 1963; not checked):

- agreement A: the mean weight, 0 to 1;
- kappa = (A - E) / (1 - E), where E is the mean weight of two votes drawn at random, one from each country's own votes in those
  roll calls (Cohen's weighted kappa, 1968; not checked). 1 is the same votes throughout, 0 what chance gives, below 0 less than
  chance. A pair of which both always cast one and the same vote has no kappa: chance would have them agree fully.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import numpy as np
import pyarrow as pa

from tieline.model.documents import content_hash
from tieline.ties.series import Floats

FEWEST: Final = 10
WORDS: Final = {"yes": 0, "y": 0, "1": 0, "abstain": 1, "abstention": 1, "a": 1, "2": 1, "no": 2, "n": 2, "3": 2}
"""A vote as the tables write it, by word or by Voeten's number; what else stands there (absent, no member) is no vote."""
_WEIGHTS: Final = np.array([[1.0, 0.5, 0.0], [0.5, 1.0, 0.5], [0.0, 0.5, 1.0]])


def agreements(votes: np.ndarray) -> tuple[Floats, Floats, Floats]:
    """Agreement, kappa and the number of roll calls of each pair.

    Args:
        votes: n countries by m roll calls: 0 yes, 1 abstention, 2 no, -1 none.

    Returns:
        Three n by n arrays; kappa is nan where chance alone would have the two agree.

    >>> alike, kappa, both = agreements(np.array([[0, 0, 2, 2], [0, 0, 2, 0], [2, 2, 0, -1]]))
    >>> [round(float(x), 6) for x in (alike[0, 1], kappa[0, 1], alike[0, 2], kappa[0, 2], both[0, 2])]
    [0.75, 0.5, 0.0, -0.8, 3.0]
    """
    cast = np.stack([(votes == at).astype(float) for at in range(3)])
    voted = cast.sum(axis=0)
    both = voted @ voted.T
    with np.errstate(invalid="ignore", divide="ignore"):
        met = sum(_WEIGHTS[a, b] * (cast[a] @ cast[b].T) for a in range(3) for b in range(3)) / both
        own = np.stack([cast[a] @ voted.T for a in range(3)]) / both  # of the first, where the second voted too
        chance = sum(_WEIGHTS[a, b] * own[a] * own[b].T for a in range(3) for b in range(3))
        kappa = np.where(chance < 1 - 1e-12, (met - chance) / (1 - chance), np.nan)
    return met, kappa, both


def vote_batches(rows: pa.Table, named: dict[str, Any]) -> Iterator[pa.RecordBatch]:
    """Rows of `tie_counts`, a batch a year.

    Args:
        rows: Columns `year`, `call`, `country`, `vote` (0 to 2), one row a country and roll call, by year.
        named: `dataset`, `vintage`, `load` and `machine`.
    """
    years, calls, places, cast = (rows[name].to_numpy() for name in ("year", "call", "country", "vote"))
    for year in np.unique(years):
        of_year = years == year
        names, at = np.unique(places[of_year].astype(str), return_inverse=True)
        kinds, when = np.unique(calls[of_year].astype(str), return_inverse=True)
        votes = np.full((len(names), len(kinds)), -1)
        votes[at, when] = cast[of_year]
        met, kappa, both = agreements(votes)
        one, other = np.triu_indices(len(names), 1)
        enough = both[one, other] >= FEWEST
        for unit, values in (("agreement", met), ("kappa", kappa)):
            told = enough & np.isfinite(values[one, other])
            yield _batch(
                int(year), unit, names[one[told]].tolist(), names[other[told]].tolist(), values[one, other][told], named
            )


def _batch(
    year: int, unit: str, sources: list[str], targets: list[str], values: Floats, named: dict[str, Any]
) -> pa.RecordBatch:
    n, key = len(sources), (named["dataset"], named["vintage"], str(year), unit)
    columns = {
        "count_id": pa.array(
            [content_hash(*key, *pair)[:24] for pair in zip(sources, targets, strict=True)], pa.string()
        ),
        "dataset": pa.repeat(named["dataset"], n),
        "vintage": pa.repeat(named["vintage"], n),
        "load_id": pa.repeat(named["load"], n),
        "machine": pa.repeat(named["machine"], n),
        "source": pa.array(sources, pa.string()),
        "target": pa.array(targets, pa.string()),
        "channel": pa.repeat("formal-ties", n),
        "period": pa.repeat(str(year), n),
        "period_start": pa.repeat(pa.scalar(date(year, 1, 1)), n),
        "value": pa.array(np.round(values, 6)),
        "line": pa.nulls(n, pa.int64()),
        "unit": pa.repeat(unit, n),
    }
    return pa.RecordBatch.from_pydict(columns)
