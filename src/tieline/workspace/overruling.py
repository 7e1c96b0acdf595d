"""A person's word against a verdict or a claim, put into the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tieline.check.overruling import Words
from tieline.model.errors import UsageError
from tieline.model.overrules import Overrule
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
        UsageError: it says nothing or two things at once, gives no reason, or a field or verdict that is not allowed; nothing
            holds that could be lifted.
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
    dataset = of.dataset if of else None
    if lift and not Words.of(ledger.overrules()).holds(claim, dataset):
        against = f" against {dataset}" if dataset else ""
        raise UsageError(f"nothing is said of {claim.claim_id}{against} that could be lifted")
    word: VerdictWord | None = verdict
    return ledger.add_overrule(
        Overrule(
            claim_id=claim.claim_id, version=claim.version, kind=claim.kind, start=claim.quote.start, end=claim.quote.end,
            dataset=dataset, verdict=word, fields=given, reason=reason.strip(), by=by.strip(), lifted=lift,
        )
    )  # fmt: skip
