"""The evidence pack: everything behind the verdicts on a story in one zip archive, which opens without tieline."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import tieline
from tieline.model.documents import Document
from tieline.model.overrules import Overrule
from tieline.model.verdicts import Verdict
from tieline.report.article import article_html
from tieline.report.claim_review import claim_reviews
from tieline.report.findings import Claim, findings, summary
from tieline.report.provenance import provenance
from tieline.report.tables import VERDICT_COLUMNS, csv_lines, json_lines, verdict_row
from tieline.report.wording import known_words, style_of

_STAMP = (1980, 1, 1, 0, 0, 0)
"""The same contents give the same archive."""
_FILES = {
    "story.html": "the story with each claim marked and the evidence beside it; open it in a browser",
    "story.txt": "the text that quotes count in (UTF-8, offsets in code points)",
    "document.json": "where the story is from, its date, its hash",
    "claims.jsonl": "what the story claims, one JSON object a line",
    "verdicts.jsonl": "the verdicts with readings, parts, rows and queries, one JSON object a line",
    "verdicts.csv": "the same as a table",
    "rows.csv": "the rows of statistics that the verdicts rest on, as the ledger holds them",
    "queries.sql": "the queries that give these rows in the ledger they are from (DuckDB's SQL)",
    "overrules.jsonl": "what persons said against verdicts or claims",
    "claim-review.json": "the decided claims as schema.org ClaimReview",
    "provenance.json": "where each verdict comes from, as W3C PROV in JSON-LD",
}


def evidence_pack(
    document: Document, claims: Sequence[Claim], verdicts: Sequence[Verdict], overrules: Iterable[Overrule] = ()
) -> bytes:
    """The archive: story, claims, verdicts, rows, queries and a README with the hash of every file.

    Args:
        document: The story; of a withdrawn one the text is empty, and the pack has none.
        claims: Its claims.
        verdicts: Their verdicts.
        overrules: What persons said of them.
    """
    words = list(overrules)
    rows = list({str(row.get("row_id")): row for verdict in verdicts for row in verdict.rows}.values())
    names = list(dict.fromkeys(name for row in rows for name in row))
    files = {
        "story.html": article_html(document, claims, verdicts),
        "story.txt": document.text,
        "document.json": _json({k: v for k, v in document.to_json().items() if k != "text"}),
        "claims.jsonl": "".join(json_lines(claim.to_json() for claim in claims)),
        "verdicts.jsonl": "".join(json_lines(verdict.to_json() for verdict in verdicts)),
        "verdicts.csv": "".join(csv_lines(map(verdict_row, verdicts), tuple(VERDICT_COLUMNS))),
        "rows.csv": "".join(csv_lines(rows, names)) if rows else "",
        "queries.sql": _queries(verdicts),
        "overrules.jsonl": "".join(json_lines(word.to_json() for word in words)),
        "claim-review.json": _json(claim_reviews(document, claims, verdicts)),
        "provenance.json": _json(provenance(document, claims, verdicts, words)),
    }
    kept = {name: text.encode("utf-8", "surrogatepass") for name, text in files.items() if text}
    kept["README.md"] = _readme(document, claims, verdicts, kept).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(kept, key=lambda name: (name != "README.md", name)):
            archive.writestr(zipfile.ZipInfo(name, _STAMP), kept[name], zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _queries(verdicts: Sequence[Verdict]) -> str:
    told = []
    for verdict in verdicts:
        about = f"{verdict.claim_id}, {verdict.dataset or 'over all datasets'}: {verdict.verdict}"
        told += [f"-- {' '.join(about.split())}\n{sql.strip()};\n" for sql in verdict.sql if verdict.dataset]
    return "\n".join(told)


def _readme(
    document: Document, claims: Sequence[Claim], verdicts: Sequence[Verdict], files: Mapping[str, bytes]
) -> str:
    noted, acts = findings(claims, verdicts)
    where = ", ".join(x for x in (document.outlet, document.published.words() if document.published else None) if x)
    lines = [
        f"# Evidence on {document.id}",
        "",
        f"{where}{': ' if where and document.url else ''}{document.url or ''}".strip()
        or "No outlet, date or address is known.",
        "",
        " ".join(x for x in (summary(noted, acts), known_words(v.as_known_on for v in verdicts)) if x),
        "",
        "| claim | verdict | claimed | found |",
        "| --- | --- | --- | --- |",
    ]
    for finding in noted:
        outcome = finding.outcome
        overruled = outcome.overruled if outcome else None
        cells = (
            finding.claim.quote.exact,
            f"{style_of(finding.verdict).label}{f'. {overruled.words()}' if overruled else ''}",
            outcome and outcome.claimed,
            outcome and outcome.found,
        )
        lines.append(f"| {' | '.join(_cell(cell) for cell in cells)} |")
    lines += ["", "## What is in here", "", "| file | what | SHA-256 |", "| --- | --- | --- |"]
    lines += [
        f"| `{name}` | {_FILES[name]} | `{hashlib.sha256(files[name]).hexdigest()}` |"
        for name in _FILES
        if name in files
    ]
    told = "" if document.text else " The text was withdrawn; its hash, the claims' facts and the verdicts are kept."
    return "\n".join(
        [
            *lines,
            "",
            f"The SHA-256 of the story's text is `{document.text_sha256}`.{told} Nothing here needs tieline: the files are text, JSON and CSV.",
            (
                "A verdict is about a statement against a dataset at a vintage, never about a person. What the words mean and how they are "
                "reached stands in tieline's documentation under “Verdicts and tolerances”."
            ),
            f"Made by tieline {tieline.__version__}.",
            "",
        ]
    )


def _cell(text: Any) -> str:
    return " ".join(str(text or "").split()).replace("|", "\\|")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n"
