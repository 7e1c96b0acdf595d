"""What the workspace gives back about acts: each once, with its reports; and the same as files of event data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from tieline.model.errors import UsageError
from tieline.report.tables import Type, unique
from tieline.ties.same_acts import ToldAct
from tieline.workspace.found import Found, Rows

ACT_COLUMNS: dict[str, Type] = {
    "date": "text", "inferred": "yes", "actor": "text", "target": "text", "type": "text", "mode": "text", "modality": "text",
    "reciprocal": "yes", "reports": "whole", "documents": "whole", "first_said": "text", "outlets": "text", "became": "text",
    "planned": "text", "quote": "text", "act_id": "text",
}  # fmt: skip


def act_object(act: ToldAct) -> dict[str, Any]:
    """An act as a JSON object: what it is, and under `told` every report with its quote."""
    first = act.first
    return {
        "act_id": act.act_id,
        "date": act.date.iso if act.date else None,
        "inferred": act.inferred,
        "actor": first.actor,
        "actor_person": first.actor_person,
        "target": first.target,
        "type": first.type,
        "mode": first.mode,
        "modality": first.modality,
        "reciprocal": act.reciprocal,
        "became": act.became,
        "planned": act.planned,
        "reports": len(act.reports),
        "documents": len(act.documents),
        "told": [
            {
                "claim_id": report.claim_id, "document": report.claim.document, "outlet": report.outlet,
                "published": report.published.iso if report.published else None, "date": report.claim.date.iso if report.claim.date else None,
                "quote": report.claim.quote.exact, "sources": list(report.claim.sources),
            }
            for report in act.reports
        ],
    }  # fmt: skip


@dataclass(frozen=True, repr=False)
class Acts(Found[ToldAct]):
    """Acts read from the press, each once. Iterating gives them, with all their reports."""

    columns: ClassVar[Mapping[str, Type]] = ACT_COLUMNS
    brief: ClassVar[Sequence[str]] = ("date", "actor", "target", "type", "modality", "reports", "quote")

    def objects(self) -> Rows:
        """Each with every report."""
        return [act_object(act) for act in self.lines]

    def rows(self) -> Rows:
        """Flat rows: the quote is that of the first report."""
        return [_row(act) for act in self.lines]

    def exported(self, layout: str, *, inferred: bool = False) -> Iterator[str]:
        """The lines of a file of event data: of acts dated to the day.

        Args:
            layout: `plover` (JSON Lines) or `icews` (20 columns parted by tabs).
            inferred: Also acts whose day is concluded from that of publication.

        Raises:
            UsageError: there is no such layout.
        """
        from tieline.ties.export import LAYOUTS  # noqa: PLC0415

        if layout not in LAYOUTS:
            raise UsageError(f"acts can't be written as {layout!r}; allowed: {', '.join(LAYOUTS)}")
        return LAYOUTS[layout](self.datable(inferred=inferred))

    def datable(self, *, inferred: bool = False) -> list[ToldAct]:
        """The acts that a file of event data can hold: dated to the day."""
        from tieline.ties.export import dated_to_the_day  # noqa: PLC0415

        return [act for act in self.lines if dated_to_the_day(act, inferred=inferred)]


def _row(act: ToldAct) -> dict[str, Any]:
    said = act_object(act)
    first = act.reports[0]
    said |= {
        "first_said": first.published.iso if first.published else None,
        "outlets": _joined(report.outlet for report in act.reports),
        "quote": first.claim.quote.exact,
    }
    return {name: said[name] for name in ACT_COLUMNS}


def _joined(texts: Iterable[str | None]) -> str | None:
    return "; ".join(unique(texts)) or None
