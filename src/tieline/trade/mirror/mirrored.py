"""The lines of a dyad held against each other: four figures, their gap, and one reconciled figure with both its parents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from tieline.ledger import Ledger
from tieline.model.errors import UsageError
from tieline.trade.figures.points import Point
from tieline.trade.mirror.mirror import Mirror, distance, of_points
from tieline.trade.mirror.reliability import Reliability, reliability
from tieline.trade.questions.dyads import ONE_SIDE, TradeLine

BEYOND = "beyond-freight"
"""Of two figures that are further apart than freight and insurance explain."""
ASSUMED = "cif-assumed"
"""Of a reconciled figure from whose import, of which the dataset does not tell the valuation, freight was taken off as of a CIF one."""
_FLOWS: tuple[Literal["exports", "imports"], ...] = ("exports", "imports")


def mirrors(
    ledger: Ledger, lines: Sequence[TradeLine], *, margin: float | None = None, reconcile: bool = False
) -> list[Mirror]:
    """Each flow and period of which lines with both bases were asked for, in the order of the lines.

    Lines that the publisher reconciled have no mirror and are passed over; so are trade and balance.

    Args:
        ledger: For distances, and to weigh the reporters.
        lines: Of one dyad, the partner's beside the reporter's.
        margin: Freight and insurance as a share of the FOB value; None for the estimate by distance where CEPII's distances
            are loaded, else 10 percent.
        reconcile: Fill `reconciled_usd`.

    Raises:
        UsageError: a margin that is negative or above 1.
    """
    if margin is not None and not 0 <= margin <= 1:
        raise UsageError(f"margin {margin}; allowed is a share of the FOB value from 0 to 1 (0.1 for 10 percent)")
    found: dict[tuple[str, str, str], dict[str, TradeLine]] = {}
    for line in lines:
        if line.flow in _FLOWS and line.basis != "reconciled":
            found.setdefault(line.key, {})[line.basis] = line
    if not found:
        return []
    one, other = lines[0].reporter, lines[0].partner
    km, border = distance(ledger, one, other)
    weights: dict[str, Reliability] = {}
    made = []
    for (dataset, flow, period), sides in found.items():
        if dataset not in weights:
            vintage = max(line.vintage for line in lines if line.dataset == dataset)
            known = reconcile or (margin is None and km)
            weights[dataset] = (
                reliability(ledger, dataset, vintage, first=date.min, last=date.max, margin=margin)
                if known
                else Reliability()
            )
        share, how = (margin, "constant") if margin is not None else weights[dataset].margins.of(km, contiguous=border)
        seller, buyer = (one, other) if flow == "exports" else (other, one)
        own, across = (
            _point(sides.get("reported"), lines[0], flow, dataset, period),
            _point(sides.get("mirror"), lines[0], flow, dataset, period, across=True),
        )
        export, counterpart = (own, across) if flow == "exports" else (across, own)
        weight = weights[dataset].weight(seller, buyer) if reconcile else None
        made.append(of_points(export, counterpart, margin=share, margin_from=how, weight=weight))
    return made


def reconciled_lines(lines: Iterable[TradeLine], found: Iterable[Mirror]) -> Iterator[TradeLine]:
    """One line in the place of two: FOB, basis `reconciled`, with the flags of both parents."""
    made = {key_of(mirror): mirror for mirror in found}
    done: set[tuple[str, str, str]] = set()
    given = list(lines)
    parents: dict[tuple[str, str, str], list[TradeLine]] = {}
    for line in given:
        parents.setdefault(line.key, []).append(line)
    for line in given:
        mirror = made.get((line.dataset, _sold(line), line.period))
        if mirror is None or line.flow not in _FLOWS or line.basis == "reconciled":
            yield line
        elif line.key not in done:
            done.add(line.key)
            both = parents[line.key]
            if mirror.reconciled_usd is None:
                yield line
                continue
            flags = dict.fromkeys(f for each in both if each.value_usd is not None for f in each.flags)
            more: tuple[str, ...] = () if mirror.basis == "both" else (ONE_SIDE,)
            more += (
                (ASSUMED,) if mirror.margin and mirror.counterpart.valuation == "unknown" and mirror.import_fob else ()
            )
            yield replace(
                line, value_usd=mirror.reconciled_usd, valuation=_valuation(mirror), basis="reconciled",
                vintage=max(each.vintage for each in both), flags=(*flags, *more),
            )  # fmt: skip


def beyond_freight(lines: Iterable[TradeLine], found: Iterable[Mirror]) -> list[TradeLine]:
    """The lines, those of two figures that freight does not explain flagged."""
    far = {key_of(mirror) for mirror in found if mirror.in_band is False}
    return [
        replace(line, flags=(*line.flags, BEYOND)) if (line.dataset, _sold(line), line.period) in far else line
        for line in lines
    ]


def key_of(mirror: Mirror) -> tuple[str, str, str]:
    """Dataset, exporter and period: by these a mirror and its lines find each other."""
    return (mirror.export.dataset, mirror.exporter, mirror.period)


def _sold(line: TradeLine) -> str:
    return line.reporter if line.flow == "exports" else line.partner if line.flow == "imports" else ""


def _valuation(mirror: Mirror) -> str:
    """FOB, but for what one side alone says of a valuation that is not known."""
    alone = mirror.export if mirror.basis == "exporter-only" else None
    return alone.valuation if alone is not None else "FOB"


def _point(
    line: TradeLine | None, like: TradeLine, flow: str, dataset: str, period: str, *, across: bool = False
) -> Point:
    turned: Mapping[str, Literal["exports", "imports"]] = {"exports": "imports", "imports": "exports"}
    said = turned[flow] if across else turned[turned[flow]]
    return Point(
        reporter=like.partner if across else like.reporter, partner=like.reporter if across else like.partner, flow=said,
        product=like.product or "", classification="HS", edition=None, period=period,
        value_usd=line.value_usd if line else None, state=_STATES[line.state] if line else "not-reported", dataset=dataset,
        vintage=line.vintage if line else like.vintage, valuation=line.valuation if line else "unknown",
        flags=line.flags if line else (),
    )  # fmt: skip


_STATES: Mapping[str, Literal["reported", "zero", "missing", "not-reported", "incomplete"]] = {
    "figure": "reported", "zero": "zero", "missing": "missing", "incomplete": "incomplete", "not-reported": "not-reported",
}  # fmt: skip
