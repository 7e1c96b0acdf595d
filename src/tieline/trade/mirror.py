"""Mirror statistics: what the exporter and the importer say of the same goods, and how far they are apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tieline.ledger import Ledger
from tieline.trade.series import By, Point

MARGIN = 0.10
"""Freight and insurance as a share of the FOB value, where nothing better is known (the IMF's Direction of Trade Statistics
used 10 percent until 2018, 6 percent since)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirror:
    """One direction of a dyad in one period: two of the four figures.

    Attributes:
        export: The exporter's figure (FOB as a rule).
        counterpart: The importer's (CIF as a rule).
        margin: Freight and insurance, a share of the FOB value.
        margin_from: `constant`, `distance`, or `none` where the importer counts FOB.
        import_fob: The importer's figure less the margin: import / (1 + margin); USD.
        gap_usd: import as published less export as published; USD.
        gap_pct: The same in percent of the export.
        asymmetry: |x - m| / ((x + m) / 2), x the export and m `import_fob`; 0 to 2.
        in_band: import / export lies between 1 and 1 + 2 x margin; None where a figure is not there.
        basis: `both`, `exporter-only`, `mirror-only` (the importer alone tells it) or `none`.
        reconciled_usd: FOB; None where there is no figure at all. See `reconcile`.
        weight: What the exporter's figure weighs in it, 0 to 1.
    """

    exporter: str
    importer: str
    product: str
    period: str
    export: Point
    counterpart: Point
    margin: float
    margin_from: str
    import_fob: float | None
    gap_usd: float | None
    gap_pct: float | None
    asymmetry: float | None
    in_band: bool | None
    basis: Literal["both", "exporter-only", "mirror-only", "none"]
    reconciled_usd: float | None = None
    weight: float | None = None


def mirror(
    ledger: Ledger,
    one: str,
    other: str,
    *,
    dataset: str,
    vintage: str | None = None,
    product: str = "",
    classification: str = "HS",
    by: By = "year",
    since: str | None = None,
    until: str | None = None,
    margin: float | None = None,
    reconcile: bool = False,
) -> list[Mirror]:
    """Both directions of a dyad, `one` to `other` first, period by period.

    Args:
        ledger: Whose flows, and distances if they were loaded.
        one: A country.
        other: Another.
        dataset: Its name in the ledger.
        vintage: None for the newest.
        product: A code; empty for all.
        classification: Whose code it is.
        by: The length of the periods.
        since: First period, ISO.
        until: Last period, ISO.
        margin: A constant share; None for the margin by distance where distances are loaded, else `MARGIN`.
        reconcile: Fill `reconciled_usd` with weights from the dataset's own mirror gaps.

    Raises:
        MissingDataError: no such dataset or vintage.
        UsageError: a margin that is negative or above 1.
    """
    raise NotImplementedError
