"""The foot of a marked-up article: how its claims were checked, on what, and which text it was."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import tieline
from tieline.model.documents import Document
from tieline.model.verdicts import Verdict
from tieline.report.findings import Finding
from tieline.report.notes import link
from tieline.report.wording import known_words, period_words, series


def method_html(document: Document, noted: Sequence[Finding], verdicts: Sequence[Verdict]) -> str:
    """The foot of the page."""
    seen: dict[tuple[str, str], dict[str, str]] = {}
    for verdict in verdicts:
        for row in verdict.rows:
            key = (str(row.get("dataset") or ""), str(row.get("vintage") or ""))
            seen.setdefault(key, {k: str(row.get(k) or "") for k in ("publisher", "citation", "url")})
    datasets = []
    for (dataset, vintage), told in sorted(seen.items()):
        released = f", released {escape(period_words(vintage))}" if vintage else ""
        cited = link(told["url"], told["citation"] or told["url"])
        publisher = f"{escape(told['publisher'])}: " if told["publisher"] else ""
        datasets.append(f"<li>{publisher}<code>{escape(dataset)}</code>{released}{'. ' + cited if cited else ''}</li>")
    listed = f"<p>Held against:</p>\n<ul>{''.join(datasets)}</ul>\n" if datasets else ""
    made = sorted({v.tool_version for v in verdicts if v.tool_version} or {tieline.__version__})
    how = (
        "<p>Each claim is read as one or more questions to published statistics. A figure supports a claim when it lies "
        "within what the claim’s own words and printed digits allow (“$10.2 million” means $10.15 to $10.25 million). "
        "A verdict is about a statement against a dataset as it was released, never about a person; "
        "silence of the statistics is “no data”, never a contradiction.</p>\n"
        if noted
        else ""
    )
    known = known_words(verdict.as_known_on for verdict in verdicts)
    listed += f"<p>{escape(known)}</p>\n" if known else ""
    return (
        f'<footer class="method">\n<h2>How this was checked</h2>\n{how}{listed}'
        f'<p class="print-only">The queries behind each figure are in the HTML file, under “Evidence”.</p>\n'
        f'<p class="ids">Document <code>{escape(document.id)}</code>, SHA-256 of its text '
        f"<code>{document.text_sha256}</code>. tieline {escape(series(made))}.</p>\n</footer>"
    )
