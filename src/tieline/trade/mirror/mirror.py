"""Mirror statistics: what the exporter and the importer say of the same goods, and how far they are apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tieline.ledger import Ledger
from tieline.model.countries import country
from tieline.model.errors import UsageError
from tieline.model.vocabulary import FlowWord
from tieline.trade.figures.series import By, Point, flow_series
from tieline.trade.figures.vintages import vintage_of
from tieline.trade.mirror.reliability import MARGIN, Reliability, reliability

__all__ = ["MARGIN", "Mirror", "distance", "mirror", "of_points"]
Basis = Literal["both", "exporter-only", "mirror-only", "none"]


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
        in_band: `ratio` lies in `band`, what freight explains; None where one is not there.
        basis: `both`, `exporter-only`, `mirror-only` (the importer alone tells it) or `none`.
        reconciled_usd: FOB: weight x export + (1 - weight) x import_fob, or the one figure that there is; None where none is.
            Both parents stand beside it.
        weight: What the exporter's figure weighs in it, 0 to 1.
        re_exports_usd: What of the export is re-exports, where the exporter states it (see `re_exports`).
        domestic_usd: The export without them.
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
    basis: Basis
    reconciled_usd: float | None = None
    weight: float | None = None
    re_exports_usd: float | None = None
    domestic_usd: float | None = None

    @property
    def ratio_domestic(self) -> float | None:
        """The importer's figure over the exporter's without re-exports, which an importer lists under the country of origin."""
        x, m = self.domestic_usd, self.counterpart.value_usd
        return m / x if x and m is not None else None

    @property
    def ratio(self) -> float | None:
        """The importer's figure over the exporter's, as published (CIF over FOB as a rule)."""
        x, m = self.export.value_usd, self.counterpart.value_usd
        return m / x if x and m is not None else None

    @property
    def band(self) -> tuple[float, float]:
        """From which to which ratio freight and insurance explain the gap: 1 to 1 + 2 x margin."""
        return 1.0, 1 + 2 * self.margin

    @property
    def place(self) -> Literal["inside", "above", "below"] | None:
        """Where the ratio lies, by the band; None where one figure is not there."""
        if self.ratio is None:
            return None
        low, high = self.band
        return "below" if self.ratio < low else "above" if self.ratio > high else "inside"


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
        UsageError: a margin that is negative or above 1; a dataset that has one figure of both sides.
    """
    if margin is not None and not 0 <= margin <= 1:
        raise UsageError(f"margin {margin}; allowed is a share of the FOB value from 0 to 1 (0.1 for 10 percent)")
    at = vintage_of(ledger, dataset, vintage)
    a, b = country(one).code, country(other).code
    sides = {
        code: flow_series(
            ledger, code, partner, dataset=dataset, vintage=at, product=product, classification=classification, by=by,
            since=since, until=until,
        ).points
        for code, partner in ((a, b), (b, a))
    }  # fmt: skip
    found = {(point.reporter, point.flow, point.period): point for points in sides.values() for point in points}
    if any(point.basis == "reconciled" for point in found.values()):
        raise UsageError(
            f"{dataset!r} has one figure that its publisher made of both sides; mirror figures need what each side reports"
        )
    km, border = distance(ledger, a, b)
    weights = Reliability()
    if reconcile or (margin is None and km):
        weights = reliability(ledger, dataset, at, first=date(1, 1, 1), last=date(9999, 12, 31), margin=margin)
    share = (margin, "constant") if margin is not None else weights.margins.of(km, contiguous=border)
    made = []
    for seller, buyer in ((a, b), (b, a)):
        weight = weights.weight(seller, buyer) if reconcile else None
        for period in sorted({key[2] for key in found}):
            export = found.get((seller, "exports", period)) or _absent(seller, buyer, "exports", period, found)
            counterpart = found.get((buyer, "imports", period)) or _absent(buyer, seller, "imports", period, found)
            made.append(of_points(export, counterpart, margin=share[0], margin_from=share[1], weight=weight))
    return made


def of_points(
    export: Point,
    counterpart: Point,
    *,
    margin: float = MARGIN,
    margin_from: str = "constant",
    weight: float | None = None,
) -> Mirror:
    """Hold an exporter's figure against the importer's of the same goods and period; see `Mirror` for the formulas.

    An importer's figure that is FOB has no freight in it: its margin is 0. One of unknown valuation is taken as CIF.
    """
    if counterpart.valuation == "FOB":
        margin, margin_from = 0.0, "none"
    x, m = export.value_usd, counterpart.value_usd
    fob = None if m is None else m / (1 + margin)
    both = x is not None and m is not None and fob is not None
    basis: Basis = "both" if both else "exporter-only" if x is not None else "mirror-only" if m is not None else "none"
    reconciled = None
    if weight is not None:
        reconciled = weight * (x or 0.0) + (1 - weight) * (fob or 0.0) if both else x if x is not None else fob
    return Mirror(
        exporter=export.reporter, importer=counterpart.reporter, product=export.product, period=export.period, export=export,
        counterpart=counterpart, margin=margin, margin_from=margin_from, import_fob=fob,
        gap_usd=m - x if x is not None and m is not None else None,
        gap_pct=(m / x - 1) * 100 if x and m is not None else None,
        asymmetry=abs(x - fob) / ((x + fob) / 2) if x is not None and fob is not None and x + fob else None,
        in_band=1 <= m / x <= 1 + 2 * margin if x and m is not None else None,
        basis=basis, reconciled_usd=reconciled,
        weight=weight if both else None if weight is None or basis == "none" else float(basis == "exporter-only"),
    )  # fmt: skip


def distance(ledger: Ledger, one: str, other: str) -> tuple[float | None, bool]:
    """Kilometres between two countries, and whether they touch; None where no table of distances has them."""
    sql = (
        "SELECT coalesce(weighted_km, km) AS km, contiguous FROM distances WHERE reporter = $1 AND partner = $2 LIMIT 1"
    )
    found = ledger.query(sql, [one, other]).to_pylist()
    return (found[0]["km"], bool(found[0]["contiguous"])) if found else (None, False)


def _absent(
    reporter: str,
    partner: str,
    flow: Literal["exports", "imports"],
    period: str,
    found: dict[tuple[str, FlowWord, str], Point],
) -> Point:
    like = next(iter(found.values()))
    return Point(
        reporter=reporter, partner=partner, flow=flow, product=like.product, classification=like.classification, edition=None,
        period=period, value_usd=None, state="not-reported", dataset=like.dataset, vintage=like.vintage,
    )  # fmt: skip
