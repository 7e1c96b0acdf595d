"""A recorded verdict looked at again: what the same check gives with today's ledger and tieline."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tieline.model.claims import Event
from tieline.model.errors import UsageError
from tieline.model.rates import Rates
from tieline.model.verdicts import Verdict
from tieline.workspace.results import Replay, Shown

if TYPE_CHECKING:
    from tieline.ledger import Ledger


def replay(ledger: Ledger, shown: Shown, rates: Path | None = None) -> Replay:
    """Check the verdict's claim again as it was checked: the same story, dataset, day of knowledge, strength and rates.

    A table of rates that is given takes the place of those that were recorded with the verdict.
    """
    from tieline.check import check_claims  # noqa: PLC0415
    from tieline.check.currency import rates_of  # noqa: PLC0415
    from tieline.check.strength import Strength  # noqa: PLC0415

    (was,) = shown.verdicts
    claims = list(ledger.claims(document=was.version or shown.stored.version_id, all_versions=False))
    known = claims if any(claim.claim_id == was.claim_id for claim in claims) else [*shown.claims, *claims]
    found = check_claims(
        known, ledger, document=shown.document, dataset=[was.dataset] if was.dataset else None,
        as_known_on=date.fromisoformat(was.as_known_on) if was.as_known_on else None,
        rates=Rates.read(rates) if rates else rates_of(was.rows), strength=Strength(**was.strength),
    )  # fmt: skip
    today = next((v for v in found if v.claim_id == was.claim_id and v.dataset == was.dataset), None)
    kept = _kept(ledger, was)
    return Replay(today, tuple(_differences(was, today, kept)), kept, len(was.rows))


def _differences(was: Verdict, today: Verdict | None, kept: int) -> list[str]:
    if today is None:
        return [f"Today there would be no verdict against {was.dataset}."]
    told = []
    if today.verdict != was.verdict:
        told.append(f"The verdict would be {today.verdict}, and was {was.verdict}.")
    if today.found != was.found:
        told.append(f"The figures would give {today.found or 'nothing'}, and gave {was.found or 'nothing'}.")
    if today.vintage != was.vintage:
        told.append(f"The vintage would be {today.vintage or 'unknown'}, and was {was.vintage or 'unknown'}.")
    if today.overruled != was.overruled:
        told.append("A person has overruled it since." if today.overruled else "What overruled it was lifted.")
    if [m.sentence for m in today.mismatches] != [m.sentence for m in was.mismatches]:
        told.append("Other figures that don't fit it are known today.")
    if kept < len(was.rows):
        told.append(f"{len(was.rows) - kept} of its {len(was.rows)} rows are no longer in the ledger as they were.")
    if told and today.tool_version != was.tool_version:
        told.append(f"It was checked by tieline {was.tool_version}; this is {today.tool_version}.")
    return told


def _kept(ledger: Ledger, was: Verdict) -> int:
    """How many of the verdict's rows its own queries give again with the same figures; sums count with the rows they add."""
    from tieline.check.currency import is_rate  # noqa: PLC0415

    there: dict[str, Mapping[str, Any]] = {}
    sums: list[float] = []
    for sql in was.sql:
        try:
            rows = ledger.query(sql).to_pylist()
        except UsageError:
            continue
        there |= {str(row["row_id"]): row for row in rows if row.get("row_id")}
        sums += [float(row["value_usd"]) for row in rows if row.get("value_usd") is not None]
    return sum(is_rate(row) or _same(row, there, sums) for row in was.rows)  # a rate is kept with the verdict itself


def _same(row: Mapping[str, Any], there: Mapping[str, Mapping[str, Any]], sums: list[float]) -> bool:
    now = there.get(str(row.get("row_id")))
    if now is not None:
        return all(now.get(name) == row.get(name) for name in ("value", "value_usd", "change_pct", "share_pct"))
    value = row.get("value_usd")
    return (
        str(row.get("row_id")).startswith("sum-")
        and value is not None
        and any(abs(total - value) <= 1e-9 * abs(value) for total in sums)
    )


def with_replay(ledger: Ledger, shown: Shown, rates: Path | None = None) -> Shown:
    """What was found, and if it is a verdict on a claim of a story, what it would be today."""
    if shown.kind != "verdict" or (shown.claims and isinstance(shown.claims[0], Event) and not shown.verdicts):
        return shown
    return dataclasses.replace(shown, replay=replay(ledger, shown, rates))
