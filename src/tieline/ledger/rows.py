"""Nouns to table rows and back. What goes in comes out equal."""

from __future__ import annotations

import dataclasses
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pyarrow as pa

from tieline.ledger.schema import CLAIMS, DOCUMENTS, FLOW_SCHEMA, OVERRULES, READINGS, VERDICTS
from tieline.model.claims import Event, Measure, Trend, claim_from_json
from tieline.model.documents import Document, content_hash
from tieline.model.errors import UnreadableInputError
from tieline.model.flows import Flow, pair_key
from tieline.model.overrules import Overrule
from tieline.model.periods import Period
from tieline.model.verdicts import Verdict, verdict_from_json

AnyClaim = Measure | Trend | Event
_EMPTY = Document("", "").text_sha256
Read = tuple[Document, Sequence[AnyClaim]]


@dataclasses.dataclass(frozen=True, slots=True)
class Known:
    """A document that the ledger has.

    Attributes:
        claims: What was read in it, in the order of reading, and `warnings` what the reader said of it; None if the
            reader asked about has not read it.
    """

    document: Document
    claims: tuple[AnyClaim, ...] | None = None
    warnings: tuple[str, ...] = ()


def _dumps(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, default=str)


def _check(document: Document, claims: Sequence[AnyClaim]) -> None:
    for name in ("text", "raw", "id", "url", "outlet", "lang"):
        text = getattr(document, name) or ""
        if not text.isascii():
            try:
                text.encode()
            except UnicodeEncodeError as error:
                raise UnreadableInputError(
                    f"document {document.id!r}: its {name} holds half a character (U+{ord(text[error.start]):04X} at "
                    f"{error.start}), which no file can keep; put U+FFFD in its place and read it again"
                ) from error
    for claim in claims:
        if (claim.document, claim.version) != (document.id, document.version_id):
            raise ValueError(f"claim {claim.claim_id} is of another document or version than {document.id!r}")


def reads_tables(reads: Iterable[Read], recorded: datetime) -> tuple[pa.Table, pa.Table]:
    """The tables of documents and of claims, in the columns of `DOCUMENTS` and `CLAIMS`.

    Raises:
        UnreadableInputError: a text can't be stored as UTF-8.
        ValueError: a claim stands beside a document that it is not from.
    """
    documents: dict[tuple[str, str], dict[str, Any]] = {}
    rows: list[dict[str, Any]] = []
    for order, (document, given) in enumerate(reads):
        _check(document, given)
        claims = {claim.claim_id: claim for claim in given}
        reading = content_hash("reading", *sorted(claims))[:24]
        if (document.version_id, reading) in documents:
            continue
        moment = recorded + timedelta(microseconds=order)  # two versions in one batch keep their order
        documents[document.version_id, reading] = _document_row(document, reading, moment)
        rows += (_claim_row(claim, reading, moment) for claim in claims.values())
    return pa.Table.from_pylist(list(documents.values()), DOCUMENTS.schema), pa.Table.from_pylist(rows, CLAIMS.schema)


def _document_row(document: Document, reading: str, recorded: datetime) -> dict[str, Any]:
    return {
        "version_id": document.version_id,
        "reading": reading,
        "id": document.id,
        "address": document.address,
        "text": document.text,
        "raw": document.raw,
        "text_sha256": document.text_sha256,
        "published": document.published.iso if document.published else None,
        "published_from": document.published_from,
        "outlet": document.outlet,
        "outlet_from": document.outlet_from,
        "lang": document.lang,
        "lang_from": document.lang_from,
        "url": document.url,
        "warnings": list(document.warnings),
        "recorded": recorded,
    }


def document_of(row: dict[str, Any]) -> Document:
    """Read a document back from its row."""
    taken_out = not row["text"] and row["text_sha256"] != _EMPTY
    return Document(
        withdrawn=(row["text_sha256"], row["version_id"]) if taken_out else None,
        **{name: row[name] for name in ("id", "text", "outlet", "lang", "url", "published_from", "raw")},
        outlet_from=row.get("outlet_from"),  # a ledger of an earlier day has no such columns
        lang_from=row.get("lang_from"),
        published=Period.parse(row["published"]) if row["published"] else None,
        warnings=tuple(row["warnings"]),
    )


def _claim_row(claim: AnyClaim, reading: str, recorded: datetime) -> dict[str, Any]:
    data = claim.to_json()
    numbers = {name: getattr(claim, name, None) for name in ("value", "change_pct", "share_pct")}
    return (
        {name: data.get(name) for name in CLAIMS.schema.names}
        | numbers
        | {
            "version_id": claim.version,
            "reading": reading,
            "quote": claim.quote.exact,
            "quote_start": claim.quote.start,
            "quote_end": claim.quote.end,
            "json": _dumps(data),
            "recorded": recorded,
        }
    )


def readings_table(
    documents: pa.Table, claims: pa.Table, reader: str, warnings: Mapping[str, Sequence[str]], recorded: datetime
) -> pa.Table:
    """The table of readings, from those of documents and claims."""
    read: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in claims.select(["version_id", "reading", "claim_id"]).to_pylist():
        read[row["version_id"], row["reading"]].append(row["claim_id"])
    rows = [
        row
        | {
            "reader": reader,
            "claims": read[row["version_id"], row["reading"]],
            "warnings": list(warnings.get(row["version_id"], ())),
            "recorded": recorded,
        }
        for row in documents.select(["version_id", "reading"]).to_pylist()
    ]
    return pa.Table.from_pylist(rows, READINGS.schema)


def known_of(row: dict[str, Any]) -> Known:
    """A document read back with its claims, from a row of `all_documents` with those of its reading beside it."""
    document = document_of(row)
    if row["claim_ids"] is None:
        return Known(document)
    claims = {claim.claim_id: claim for claim in (claim_of(row | {"json": text}) for text in row["claims"] or ())}
    if claims.keys() != set(row["claim_ids"]):
        return Known(document)  # read again what is not whole
    return Known(document, tuple(claims[name] for name in row["claim_ids"]), tuple(row["reader_warnings"] or ()))


def claim_of(row: dict[str, Any]) -> AnyClaim:
    """Read a claim back from its row; needs `json` and `version_id`."""
    return claim_from_json(json.loads(row["json"]), version=row["version_id"])


def verdicts_table(verdicts: Iterable[Verdict], recorded: datetime) -> pa.Table:
    """The verdicts as a table in the columns of `VERDICTS`."""
    rows = [
        {
            "verdict_id": verdict.verdict_id,
            "claim_id": verdict.claim_id,
            "document": verdict.document,
            "version_id": verdict.version,
            "dataset": verdict.dataset,
            "vintage": verdict.vintage,
            "verdict": verdict.verdict,
            "quote_start": verdict.quote.get("start"),
            "json": _dumps(verdict.to_json()),
            "recorded": recorded,
        }
        for verdict in verdicts
    ]
    return pa.Table.from_pylist(rows, VERDICTS.schema)


def verdict_of(row: dict[str, Any]) -> Verdict:
    """Read a verdict back from its row; needs `json`, `recorded` and `superseded`."""
    verdict = verdict_from_json(json.loads(row["json"]))
    recorded = row["recorded"].replace(tzinfo=UTC).isoformat(timespec="seconds")
    return dataclasses.replace(verdict, recorded=recorded, superseded=row["superseded"])


def overrules_table(overrules: Iterable[Overrule], recorded: datetime) -> pa.Table:
    """The overrules as a table in the columns of `OVERRULES`."""
    rows = [
        {
            "overrule_id": each.overrule_id,
            "claim_id": each.claim_id,
            "version_id": each.version,
            "kind": each.kind,
            "dataset": each.dataset,
            "verdict": each.verdict,
            "fields": _dumps(each.fields),
            "reason": each.reason,
            "by": each.by,
            "quote_start": each.start,
            "quote_end": each.end,
            "lifted": each.lifted,
            "recorded": recorded,
        }
        for each in overrules
    ]
    return pa.Table.from_pylist(rows, OVERRULES.schema)


def overrule_of(row: dict[str, Any]) -> Overrule:
    """Read an overrule back from its row."""
    return Overrule(
        claim_id=row["claim_id"],
        version=row["version_id"],
        kind=row["kind"],
        start=row["quote_start"],
        end=row["quote_end"],
        dataset=row["dataset"],
        verdict=row["verdict"],
        fields=json.loads(row["fields"]),
        reason=row["reason"],
        by=row["by"],
        lifted=row["lifted"],
        recorded=row["recorded"].replace(tzinfo=UTC).isoformat(timespec="microseconds"),
    )


def flows_table(flows: Iterable[Flow]) -> pa.Table:
    """The flows as a table in the columns of `FLOW_SCHEMA`, in the order given."""
    copied = [name for name in FLOW_SCHEMA.names if name in Flow.__dataclass_fields__]
    rows = [
        {name: getattr(flow, name) for name in copied}
        | {
            "pair": pair_key(flow.reporter, flow.partner),
            "row_id": flow.row_id,
            "period": flow.period.iso,
            "period_start": flow.period.start,
            "period_end": flow.period.end,
            "hs": ",".join(flow.hs),
            "flags": ",".join(flow.flags),
        }
        for flow in flows
    ]
    return pa.Table.from_pylist(rows, FLOW_SCHEMA)
