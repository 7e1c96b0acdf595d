"""Where a verdict comes from, as W3C PROV in JSON-LD: the terms are PROV-O's, under the namespace http://www.w3.org/ns/prov#.

Entities are the story, its claims, the dataset at its vintage, the rows of statistics, and the verdicts; activities are the
reading and the checks; agents are tieline, the outlet, the publishers of figures, and persons who overruled a verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

import tieline
from tieline.model.documents import Document
from tieline.model.overrules import Overrule
from tieline.model.verdicts import Verdict
from tieline.report.findings import Claim

CONTEXT: dict[str, Any] = {
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dcterms": "http://purl.org/dc/terms/",
    "tieline": "urn:tieline:",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    **{
        name: {"@id": f"prov:{name}", "@type": "@id"}
        for name in (
            "wasDerivedFrom", "wasGeneratedBy", "used", "wasAttributedTo", "wasAssociatedWith", "wasInvalidatedBy",
            "wasInformedBy", "hadPrimarySource",
        )
    },
    "generatedAtTime": {"@id": "prov:generatedAtTime", "@type": "xsd:dateTime"},
    "value": "prov:value",
    "url": {"@id": "dcterms:source", "@type": "@id"},
    "issued": "dcterms:issued",
}  # fmt: skip


def provenance(
    document: Document, claims: Sequence[Claim], verdicts: Sequence[Verdict], overrules: Iterable[Overrule] = ()
) -> dict[str, Any]:
    """The provenance of the verdicts on a document, as one JSON-LD object with a graph; each node stands once.

    Args:
        document: The story; its text is not in it, its hash is.
        claims: Its claims.
        verdicts: Their verdicts.
        overrules: What persons said of them.
    """
    nodes: dict[str, dict[str, Any]] = {}

    def put(name: str, kind: str | list[str], **more: Any) -> str:
        nodes.setdefault(
            name, {"@id": name, "@type": kind} | {k: v for k, v in more.items() if v not in (None, [], "")}
        )
        return name

    story = put(
        _id("document", document.version_id), "prov:Entity", label=document.id, url=_web(document.url),
        issued=document.published.iso if document.published else None, **{"tieline:text-sha256": document.text_sha256},
        wasAttributedTo=put(_id("outlet", document.outlet), "prov:Organization", label=document.outlet)
        if document.outlet
        else None,
    )  # fmt: skip
    program = put(_id("software", tieline.__version__), "prov:SoftwareAgent", label=f"tieline {tieline.__version__}")
    reading = put(
        _id("reading", document.version_id), "prov:Activity", label="reading", used=story, wasAssociatedWith=program
    )
    for claim in claims:
        put(
            _id("claim", claim.claim_id), "prov:Entity", label=" ".join(claim.quote.exact.split()), wasDerivedFrom=story,
            wasGeneratedBy=reading, **{"tieline:start": claim.quote.start, "tieline:end": claim.quote.end},
        )  # fmt: skip
    for verdict in verdicts:
        _verdict(verdict, put)
    for word in overrules:
        put(
            _id("overrule", word.overrule_id), "prov:Entity", label=word.reason, value=word.verdict,
            generatedAtTime=word.recorded, wasDerivedFrom=_id("claim", word.claim_id),
            wasAttributedTo=put(_id("person", word.by), "prov:Person", label=word.by) if word.by else None,
        )  # fmt: skip
    return {"@context": CONTEXT, "@graph": list(nodes.values())}


def _verdict(verdict: Verdict, put: Any) -> None:
    """The nodes of a verdict: the check, what it used, the rows and whose they are."""
    tool = verdict.tool_version or tieline.__version__
    program = put(_id("software", tool), "prov:SoftwareAgent", label=f"tieline {tool}")
    used = [_id("claim", verdict.claim_id)]
    for row in verdict.rows:
        name, vintage = str(row.get("dataset") or ""), str(row.get("vintage") or "")
        publisher = str(row.get("publisher") or "")
        dataset = put(
            _id("dataset", f"{name}@{vintage}"), "prov:Entity", label=name, issued=vintage or None,
            wasAttributedTo=put(_id("publisher", publisher), "prov:Organization", label=publisher) if publisher else None,
        )  # fmt: skip
        used.append(
            put(
                _id("row", str(row.get("row_id"))),
                "prov:Entity",
                wasDerivedFrom=dataset,
                url=_web(row.get("url")),
                label=row.get("citation") or None,
                value=row.get("value"),
            )
        )
    check = put(
        _id("check", verdict.verdict_id), "prov:Activity", label="check", used=list(dict.fromkeys(used)),
        wasAssociatedWith=program, **{"tieline:sql": list(verdict.sql)},
    )  # fmt: skip
    put(
        _id("verdict", verdict.verdict_id), "prov:Entity", label=verdict.nearest or verdict.found or verdict.verdict,
        value=verdict.verdict, wasGeneratedBy=check, wasDerivedFrom=list(dict.fromkeys(used)),
        generatedAtTime=verdict.recorded or None,
    )  # fmt: skip


def _id(kind: str, name: str) -> str:
    return f"urn:tieline:{kind}:{quote(name, safe='')}"


def _web(url: Any) -> str | None:
    return str(url) if url and str(url).startswith(("http://", "https://")) else None
