"""Whether figures of trade in goods can decide a claim at all."""

from __future__ import annotations

from tieline.check.asking import FLOWS
from tieline.check.named import NAME
from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend
from tieline.model.precision import significant
from tieline.model.products import product_of
from tieline.model.vocabulary import VerdictWord

_OF_NO_TRADE = re.compile(
    r"(?:percent|per cent|pct|%)\s+of\s+[^.;,]{0,40}?\b(?:requirements?|needs|demand|consumption|output|production|harvest|crop|GDP|GNP|contract|revenues?)\b",
    re.IGNORECASE,
)
_LEAVES_OUT = re.compile(
    r"\bnon-(?:oil|petroleum|energy|fuel|resource|mineral|gold|food|farm|agricultural)\b"
    r"|\b(?:excluding|not counting|apart from)\s+(?:crude\s+)?(?:oil|petroleum|energy|fuels?|gold|gas|arms|aircraft|minerals)\b",
    re.IGNORECASE,
)
_SOME_OF = re.compile(
    r"\d\s*(?:million|billion|mln|bln)?(?:\s+(?:dollars|dlrs|euros))?\s+of\s+(?:the|these|those)\s+(?:purchases|sales|exports|imports|shipments|goods|trade)\b",
    re.IGNORECASE,
)
_PART_OF_FLOW = re.compile(
    r"(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?:million|billion|mln|bln|bn|m)?(?:\s+(?:dollars|dlrs|euros))?(?:\s+worth)?\s+of\s+"
    rf"(?:(?:the|its|their|that|this)\s+(?:[A-Z]{{1,3}})?[$€£¥]\s?\d|(?:the|its|their|{NAME}['’]s?)\s+(?:[a-z]+\s+)?(?i:exports\s+to|imports\s+from|sales\s+to|purchases\s+from)\s+(?:the\s+)?[A-Z])"
)
"""A sum that is some of a flow told in full behind it: "$127 million of Finland's exports to Peru", "$90 million of the $1.2 billion"."""

_THE_SUM = re.compile(r"\bthe\s+(?:[A-Z]{1,3})?[$€£¥]?\s?$")


def not_checked(claim: Measure | Trend) -> tuple[VerdictWord, str] | None:
    """Why no figure can decide a claim, if so: the unrated verdict and the reason, a sentence."""
    if claim.modality not in {"actual", "estimate"}:
        return "not-checkable", f"A {claim.modality} is not a statement about what was; figures can't decide it."
    other_basis = _other_basis(claim)
    if other_basis is not None:
        return "not-checkable", other_basis
    left_out = _LEAVES_OUT.search(claim.quote.exact)
    if left_out:
        return (
            "not-checkable",
            f"The claim leaves out some goods ({left_out.group()}); the datasets tell of all, or of those that are named.",
        )
    if isinstance(claim, Measure) and claim.value is not None and _is_some_of(claim, claim.value):
        return "not-checkable", "The claim is about a part of a flow, and does not tell which."
    if isinstance(claim, Measure) and claim.share_pct is not None and _OF_NO_TRADE.search(claim.quote.exact):
        return "not-checkable", "The claim is a share of something that trade figures do not measure."
    if claim.indicator == "other":
        return "not-checkable", "The claim names nothing that trade figures measure."
    if claim.indicator not in FLOWS:
        return "no-data", f"The ledger holds no dataset of {claim.indicator}; it holds trade in goods."
    if claim.partner is None and claim.indicator == "consumption":
        return "not-checkable", "Consumption from all origins can't be had from trade figures."
    if claim.partner is None:
        return "no-data", "The claim names no partner country that figures could be looked up for."
    if claim.partner == claim.reporter:
        return "not-checkable", "Reporter and partner are the same country."
    if isinstance(claim, Trend) and claim.direction is None and claim.compared_with is None:
        return "not-checkable", "The claim has no direction and nothing that it is compared with."
    return None


def _other_basis(claim: Measure | Trend) -> str | None:
    """That a claim is about services, adjusted figures or payments, which no customs figures measure."""
    product = product_of(claim.product) if claim.product else None
    if "both" in claim.scope:
        return "The claim is about goods and services together; the datasets hold trade in goods alone."
    if "services" in claim.scope or (product is not None and product.kind == "service"):
        return "The claim is about services; the datasets hold trade in goods."
    if "annualised" in claim.scope:
        return "The claim is about a rate for a whole year; the datasets hold the values of the months themselves."
    if {"real", "adjusted"} & set(claim.scope):
        return "The claim is about adjusted figures; the datasets hold values as they were reported."
    if "balance-of-payments" in claim.scope:
        return "The claim is on a balance-of-payments basis; the datasets hold customs figures."
    return None


def _is_some_of(claim: Measure, value: float) -> bool:
    if _SOME_OF.search(claim.quote.exact):
        return True
    if claim.product or claim.hs:
        return False
    number = significant(abs(value))
    words = claim.quote.exact
    parts = (found for found in _PART_OF_FLOW.finditer(words) if not _THE_SUM.search(words[: found.start()]))
    return any(significant(found["number"]) == number for found in parts)
