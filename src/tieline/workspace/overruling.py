"""A person's word against a verdict or a claim, put into the ledger; and a recorded verdict looked at again today."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tieline.model.claims import Event
from tieline.model.errors import UsageError
from tieline.model.overrules import Overrule
from tieline.model.rates import Rates
from tieline.model.verdicts import Verdict
from tieline.model.vocabulary import VERDICT_WORDS, VerdictWord
from tieline.workspace.corrections import corrected

if TYPE_CHECKING:
    from tieline.ledger import Ledger
    from tieline.workspace.results import Shown


def put_overrule(
    ledger: Ledger,
    shown: Shown,
    *,
    verdict: str | None,
    fields: Mapping[str, str],
    reason: str,
    by: str,
    lift: bool,
) -> Overrule:
    """Record a person's word on the claim or verdict that was found.

    Raises:
        UsageError: it says nothing or two things at once, gives no reason, or a field or verdict that is not allowed.
    """
    if shown.kind == "document" or len(shown.claims) != 1:
        raise UsageError(
            "a claim or a verdict can be overruled, and this is a document; `tieline show DOCUMENT` lists its claims"
        )
    if not reason.strip():
        raise UsageError("an overrule needs a reason in words: --reason TEXT")
    if sum((verdict is not None, bool(fields), lift)) != 1:
        raise UsageError("give one of: another verdict (--as), corrected fields of the claim (--field), or --lift")
    if verdict is not None and verdict not in VERDICT_WORDS:
        raise UsageError(f"no verdict {verdict!r}; allowed: {', '.join(VERDICT_WORDS)}")
    (claim,) = shown.claims
    given = corrected(claim, fields)
    of = shown.verdicts[0] if shown.kind == "verdict" else None
    word: VerdictWord | None = verdict
    return ledger.add_overrule(
        Overrule(
            claim_id=claim.claim_id, version=claim.version, kind=claim.kind, start=claim.quote.start, end=claim.quote.end,
            dataset=of.dataset if of else None, verdict=word, fields=given, reason=reason.strip(), by=by.strip(), lifted=lift,
        )
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Replay:
    """A recorded verdict beside what the same check gives with today's ledger and tieline.

    Attributes:
        today: The verdict of today; None where there would be none.
        differences: What is not the same, a sentence each; empty if nothing is.
        rows_kept: How many of the rows that it rested on are still in the ledger just as they were.
        rows: How many rows it rested on.
    """

    today: Verdict | None
    differences: tuple[str, ...]
    rows_kept: int
    rows: int

    def to_json(self) -> dict[str, Any]:
        """The replay as a JSON object."""
        return {
            "same": not self.differences,
            "differences": list(self.differences),
            "rows": self.rows,
            "rows_kept": self.rows_kept,
            "today": self.today.to_json() if self.today else None,
        }


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
