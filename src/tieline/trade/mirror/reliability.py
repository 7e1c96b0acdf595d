"""How far freight moves the importer's figure away, and how much either reporter's word weighs.

After Gaulier and Zignago (2010), BACI: International Trade Database at the Product-Level, CEPII working paper 2010-23: the
CIF/FOB ratio is regressed on gravity variables, and the absolute log gap of mirror figures is split into what the exporter and
what the importer adds to it. Its equations were read at second hand, in two implementations: the paper also uses squared distance,
landlocked countries, years and unit values for the margin, and works by product; here distance and contiguity are used, on totals. Its
errors and weights are made in another way, which `bench/mirror_weights.py` holds against ours (`docs/indicators.md` has what differs).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from tieline.ledger import Ledger
from tieline.trade.mirror.all_pairs import WITH_DISTANCES

if TYPE_CHECKING:
    import numpy as np

MARGIN = 0.10
"""Freight and insurance as a share of the FOB value, where nothing better is known: the ratio that the IMF's Direction of
Trade Statistics long used."""
MOST_MARGIN = 0.5
RATIOS = (0.5, 2.0)
"""Of figures further apart than this, freight is not the reason: they tell nothing of the margin."""
FEWEST = 50
"""Fewer twice reported pairs give no margin by distance, and no weights of their own."""
FLOOR = 0.02
"""The least error that a reporter is taken to have, as a log ratio: nobody's word counts for all."""
USUAL_ERROR = 0.2
"""Of a reporter that no partner's figures can be held against."""


@dataclass(frozen=True, slots=True)
class Margins:
    """ln(import / export) = constant + slope x ln(km) + border x contiguous, by least squares over twice reported pairs.

    Attributes:
        pairs: How many it was estimated from; 0 for none.
    """

    constant: float = 0.0
    slope: float = 0.0
    border: float = 0.0
    pairs: int = 0

    def of(self, km: float | None, *, contiguous: bool) -> tuple[float, str]:
        """The margin as a share of the FOB value, 0 to `MOST_MARGIN`, and where it is from: `distance` or `constant`."""
        from math import exp, log  # noqa: PLC0415

        if not self.pairs or not km:
            return MARGIN, "constant"
        raw = exp(self.constant + self.slope * log(km) + self.border * contiguous) - 1
        return min(max(raw, 0.0), MOST_MARGIN), "distance"


@dataclass(frozen=True, slots=True)
class Reliability:
    """The usual error of each reporter, as a log ratio, when it tells of its exports and of its imports."""

    margins: Margins = field(default_factory=Margins)
    exporter: Mapping[str, float] = field(default_factory=dict)
    importer: Mapping[str, float] = field(default_factory=dict)

    def weight(self, exporter: str, importer: str) -> float:
        """What the exporter's figure weighs: s(importer)^2 / (s(exporter)^2 + s(importer)^2), 0 to 1.

        The weights that give the sum of two independent reports the least variance.

        >>> Reliability(exporter={"DEU": 0.1}, importer={"TZA": 0.3}).weight("DEU", "TZA")
        0.9
        """
        own = self.exporter.get(exporter, USUAL_ERROR)
        other = self.importer.get(importer, USUAL_ERROR)
        return round(other**2 / (own**2 + other**2), 12)


def reliability(
    ledger: Ledger, dataset: str, vintage: str, *, first: date, last: date, margin: float | None
) -> Reliability:
    """Margins and errors from all pairs of a dataset that both sides report, in US dollars, all products.

    |ln(export / import at FOB)| of a pair and year = e(exporter) + f(importer), by least squares weighted with the log of
    the flow; s = e (or f), at least `FLOOR`. Half of the mean gap goes to each side, since only the sum of the two is seen.

    Args:
        ledger: Whose flows.
        dataset: Its name.
        vintage: Which one.
        first: First day.
        last: Last day.
        margin: A constant margin; None for the margin by distance.
    """
    given = {"dataset": dataset, "vintage": vintage, "product": "", "first": first, "last": last}
    table = ledger.query(WITH_DISTANCES.sql(), given)
    if len(table) < FEWEST:
        return Reliability()
    import numpy as np  # noqa: PLC0415

    columns: dict[str, Any] = {name: table[name].to_numpy() for name in ("exporter", "importer", "x", "m", "km")}
    border = np.array([bool(each) for each in table["contiguous"].to_pylist()])
    ratio = np.log(columns["m"] / columns["x"])
    km = np.nan_to_num(columns["km"].astype(float))
    margins = Margins() if margin is not None else _margins(ratio, km, border)
    freight = np.log1p([_freight(margins, margin, d, bool(b)) for d, b in zip(km, border, strict=True)])
    size = np.log(columns["x"] + columns["m"])
    exporters, at = np.unique(columns["exporter"], return_inverse=True)
    importers, by = np.unique(columns["importer"], return_inverse=True)
    left, right = errors_by_side(np.abs(ratio - freight), at, by, np.maximum(size, 1.0))
    return Reliability(
        margins, dict(zip(exporters.tolist(), left, strict=True)), dict(zip(importers.tolist(), right, strict=True))
    )


def _freight(margins: Margins, margin: float | None, km: float, border: bool) -> float:  # noqa: FBT001
    return margin if margin is not None else margins.of(km, contiguous=border)[0]


def _margins(ratio: np.ndarray, km: np.ndarray, border: np.ndarray) -> Margins:
    import numpy as np  # noqa: PLC0415

    use = (km > 0) & (ratio > np.log(RATIOS[0])) & (ratio < np.log(RATIOS[1]))
    if use.sum() < FEWEST:
        return Margins()
    terms = np.column_stack([np.ones(use.sum()), np.log(km[use]), border[use].astype(float)])
    found = np.linalg.lstsq(terms, ratio[use], rcond=None)[0]
    return Margins(float(found[0]), float(found[1]), float(found[2]), int(use.sum()))


def errors_by_side(
    gap: np.ndarray, at: np.ndarray, by: np.ndarray, weight: np.ndarray
) -> tuple[list[float], list[float]]:
    """Two-way effects by turns: each side's weighted mean of what the other leaves over."""
    import numpy as np  # noqa: PLC0415

    left = np.full(at.max() + 1, np.average(gap, weights=weight) / 2)
    right = np.full(by.max() + 1, np.average(gap, weights=weight) / 2)
    sums = np.bincount(at, weight), np.bincount(by, weight)
    for _ in range(50):
        left = np.bincount(at, weight * (gap - right[by])) / sums[0]
        right = np.bincount(by, weight * (gap - left[at])) / sums[1]
        shift = (np.average(left[at], weights=weight) - np.average(right[by], weights=weight)) / 2
        left, right = left - shift, right + shift
    return np.maximum(left, FLOOR).tolist(), np.maximum(right, FLOOR).tolist()
