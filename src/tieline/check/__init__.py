"""Claims against flows: readings, one query, a verdict for each part, dataset and vintage, and the outcome over all."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from itertools import groupby

from tieline.check.assemble import blank_verdict, verdict_against
from tieline.check.outcome import outcome_of
from tieline.check.panel import Panel, fetch_panels
from tieline.check.setting import Setting, asked_for, not_checked, setting_of
from tieline.check.settle import nothing_loaded
from tieline.ledger import Ledger
from tieline.model.claims import Event, Measure, Trend
from tieline.model.documents import Document
from tieline.model.verdicts import Verdict
from tieline.model.vocabulary import RATED

__all__ = ["check_claims"]


def check_claims(
    claims: Sequence[Measure | Trend | Event],
    ledger: Ledger,
    *,
    document: Document | None = None,
    dataset: Sequence[str] | None = None,
) -> list[Verdict]:
    """Hold the claims of one document against the flows of a ledger.

    Args:
        claims: All claims of the document: those without a period are read with the periods of the others.
        ledger: Where the flows are; it is asked once for all claims.
        document: The document, for its date of publication.
        dataset: Names of datasets to use; all by default.

    Returns:
        For each claim in turn: a verdict for each dataset that has figures on the pair and period (from the newest
        vintage that decides), then one with `dataset` None, the outcome over all. The rules: `docs/verdicts.md`.
    """
    figures = [claim for claim in claims if not isinstance(claim, Event) and not_checked(claim) is None]
    panels = fetch_panels((quantity for claim in figures for quantity in asked_for(claim)), ledger, dataset)
    verdicts: list[Verdict] = []
    for claim in claims:
        why = not_checked(claim)
        if isinstance(claim, Event) or why is not None:
            word, reason = why or ("no-data", "")
            verdicts.append(dataclasses.replace(blank_verdict(claim, word), help=reason))
            continue
        setting = setting_of(claim, claims, document, panels)
        found = _against_each(setting, panels) if setting else []
        verdicts += [*found, outcome_of(claim, found, nothing_loaded(setting))]
    return verdicts


def _against_each(setting: Setting, panels: Sequence[Panel]) -> list[Verdict]:
    """The verdict of each dataset, from the newest vintage that decides, else from the newest that says something."""
    verdicts = []
    for _, vintages in groupby(panels, key=lambda panel: panel.dataset):
        said = [verdict for panel in vintages if (verdict := verdict_against(setting, panel)) is not None]
        if said:
            verdicts.append(next((verdict for verdict in said if verdict.verdict in RATED), said[0]))
    return verdicts
