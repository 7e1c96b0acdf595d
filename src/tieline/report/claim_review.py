"""Verdicts as schema.org ClaimReview in JSON-LD, for the pages of fact checkers.

One ClaimReview for each claim that the figures decide, on a scale of five (`SCALE`); where datasets disagree there is a word
and no number. What is open (no data, not checkable, ambiguous) is no review and is left out. Fields that search engines
ask for: `claimReviewed`, `reviewRating.alternateName` and `url`, the address of the page that holds the review.
A claim is made by whom its sentence names as the speaker, else by the outlet: a speaker carried over from another sentence is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tieline.check.guesses import before_quote
from tieline.check.named import countries_in
from tieline.model.claims import Event
from tieline.model.documents import Document
from tieline.model.verdicts import Verdict
from tieline.model.vocabulary import VerdictWord
from tieline.report.findings import DECIDED, Claim, findings
from tieline.report.wording import known_words, style_of

SCALE: dict[VerdictWord, int] = {
    "supported": 5,
    "supported-with-context": 4,
    "imprecise": 3,
    "contradicted": 1,
}
"""5 the figures support it, 4 so do they, but what it leaves out changes the picture, 3 near, but outside what its words allow,
1 they say otherwise. 2 is not given; `sources-disagree` has no number."""
BEST, WORST = 5, 1
_MOST = 300


def claim_reviews(
    document: Document,
    claims: Sequence[Claim],
    verdicts: Sequence[Verdict],
    *,
    author: str | None = None,
    author_url: str | None = None,
    page_url: str | None = None,
) -> list[dict[str, Any]]:
    """The reviews of a document's claims, one object each, in the order of the text.

    Args:
        document: The story.
        claims: Its claims.
        verdicts: Their verdicts.
        author: Who publishes the review; tieline only did the sums.
        author_url: The publisher's address.
        page_url: The address of the page that holds the reviews.
    """
    noted, _ = findings(claims, verdicts)
    found = []
    for finding in noted:
        outcome = finding.outcome
        if outcome is None or outcome.verdict not in DECIDED:
            continue
        review: dict[str, Any] = {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "identifier": outcome.verdict_id,
            "claimReviewed": _claimed(document, finding.claim),
            "itemReviewed": _item(document, finding.claim),
            "reviewRating": _rating(outcome),
        }
        if page_url:
            review["url"] = f"{page_url}#note-{finding.number}"
        if author:
            review["author"] = {"@type": "Organization", "name": author} | ({"url": author_url} if author_url else {})
        if outcome.recorded:
            review["datePublished"] = outcome.recorded[:10]
        told = outcome.nearest or outcome.found
        known = known_words([outcome.as_known_on])
        if told or known:
            review["reviewBody"] = " ".join(part for part in (told, *outcome.context, known) if part)
        if outcome.sources:
            review["citation"] = list(outcome.sources)
        found.append(review)
    return found


def _rating(outcome: Verdict) -> dict[str, Any]:
    style = style_of(outcome.verdict)
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": style.label, "ratingExplanation": style.meaning}
    if outcome.overruled is not None:
        rating["ratingExplanation"] = outcome.overruled.words()
    if outcome.verdict in SCALE:
        rating |= {"ratingValue": SCALE[outcome.verdict], "bestRating": BEST, "worstRating": WORST}
    return rating


def _item(document: Document, claim: Claim) -> dict[str, Any]:
    """The claim, who makes it (the nearest speaker, else the outlet), and where it appeared."""
    said: dict[str, Any] = {"@type": "Claim"}
    if claim.sources and "sources" not in claim.inferred and not isinstance(claim, Event):
        said["author"] = {"@type": "Thing", "name": claim.sources[0]}
    elif document.outlet:
        said["author"] = {"@type": "Organization", "name": document.outlet}
    if document.published:
        said["datePublished"] = document.published.iso
    appearance: dict[str, Any] = {"@type": "CreativeWork", "identifier": document.id}
    if document.url:
        appearance["url"] = document.url
    if document.outlet:
        appearance["publisher"] = {"@type": "Organization", "name": document.outlet}
    return said | {"appearance": appearance}


def _claimed(document: Document, claim: Claim) -> str:
    """The words of the claim; with those before them in their sentence where they alone don't name its countries."""
    words, lead = claim.quote.exact, ""
    if not isinstance(claim, Event):
        told = {claim.reporter, claim.partner} - {None, _WORLD}
        if not told <= {*countries_in(words)}:
            lead = before_quote(claim, document.text)
    return _short(f"{lead}{words}")


_WORLD = "WLD"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST else line[: _MOST - 1].rsplit(" ", 1)[0] + "…"
