"""Rows for people and programs: CSV, Markdown, HTML, JSON, JSON Lines, and flat rows of claims and verdicts."""

from __future__ import annotations

import csv
import html
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from tieline.model import lazy_re as re
from tieline.model.claims import Event, Measure, Trend
from tieline.model.verdicts import Verdict

Claim = Measure | Trend | Event
Row = Mapping[str, Any]
Type = Literal["text", "number", "whole", "yes"]

CLAIM_COLUMNS: dict[str, Type] = {
    "claim_id": "text", "document": "text", "kind": "text", "quote": "text", "start": "whole", "end": "whole",
    "modality": "text", "sources": "text", "indicator": "text", "reporter": "text", "partner": "text",
    "product": "text", "hs": "text", "period": "text", "base": "text", "value": "number", "unit": "text",
    "change_pct": "number", "change_value": "number", "share_pct": "number", "share_of": "text", "bound": "text",
    "direction": "text", "strength": "text", "actor": "text", "actor_person": "text", "target": "text",
    "type": "text", "mode": "text", "date": "text", "reciprocal": "yes", "inferred": "text", "confidence": "number",
}  # fmt: skip
VERDICT_COLUMNS: dict[str, Type] = {
    "verdict": "text", "quote": "text", "claimed": "text", "found": "text", "nearest": "text", "context": "text", "mismatches": "text", "overruled": "text",
    "dataset": "text", "vintage": "text", "as_known_on": "text", "document": "text", "kind": "text", "help": "text", "sources": "text",
    "citations": "text", "urls": "text", "claim_id": "text", "verdict_id": "text", "recorded": "text",
    "superseded": "yes", "sql": "text",
}  # fmt: skip

TOLD_COLUMNS = (
    "verdict", "quote", "claimed", "found", "nearest", "context", "overruled", "dataset", "vintage", "as_known_on", "citations",
)  # fmt: skip
"""Of a verdict in Markdown, which is read by people."""

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_FORMULA = ("=", "+", "@", "\t", "\r")


def claim_row(claim: Claim) -> dict[str, Any]:
    """One row of a table of claims; lists are joined, the quote's place stands beside its words."""
    said = claim.to_json()
    quote = said.pop("quote")
    said |= {"quote": quote["exact"], "start": quote["start"], "end": quote["end"]}
    return {name: _cell(said.get(name)) for name in CLAIM_COLUMNS}


def verdict_row(verdict: Verdict) -> dict[str, Any]:
    """One row of a table of verdicts, with the citations and addresses of the rows it rests on."""
    said = verdict.to_json()
    said["quote"] = verdict.quote.get("exact")
    said["mismatches"] = [each.sentence for each in verdict.mismatches]
    said["overruled"] = verdict.overruled.words() if verdict.overruled else None
    said["citations"] = unique(row.get("citation") for row in verdict.rows)
    said["urls"] = unique(row.get("url") for row in verdict.rows)
    return {name: _cell(said.get(name)) for name in VERDICT_COLUMNS}


def unique(values: Iterable[Any]) -> list[str]:
    """Give each text once, in the order of first mention; None and empty ones are left out.

    >>> unique(["a", None, "b", "a"])
    ['a', 'b']
    """
    return list(dict.fromkeys(str(value) for value in values if value))


def _cell(value: Any) -> Any:
    return "; ".join(str(part) for part in value) if isinstance(value, list | tuple) else value


def plain(value: Any) -> str:
    r"""A value as one line without control characters, so that no text from the press steers a terminal.

    >>> plain("a\x1b[31m\nb"), plain(None), plain(10.0)
    ('a�[31m b', '', '10')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _CONTROLS.sub("\ufffd", re.sub(r"[ \t\r\n\v\f]+", " ", str(value)).strip())


def csv_lines(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[str]:
    """CSV with a header. A text that a spreadsheet would run as a formula gets an apostrophe before it."""
    yield _csv(columns)
    for row in rows:
        yield _csv([_harmless(row.get(name)) for name in columns])


def _csv(values: Sequence[Any]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(values)
    return out.getvalue()


def _harmless(value: Any) -> Any:
    if isinstance(value, str) and value.startswith(_FORMULA) and not re.fullmatch(r"\+?[\d.,]+%?", value):
        return "'" + value
    return value


def markdown_lines(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[str]:
    """A Markdown table."""
    yield f"| {' | '.join(columns)} |\n"
    yield f"|{'|'.join(' --- ' for _ in columns)}|\n"
    for row in rows:
        cells = (
            plain(row.get(name)).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;") for name in columns
        )
        yield f"| {' | '.join(cells)} |\n"


def json_lines(objects: Iterable[Any]) -> Iterator[str]:
    """One JSON object a line."""
    for value in objects:
        yield json.dumps(value, ensure_ascii=False, default=str) + "\n"


def json_array(objects: Iterable[Any]) -> Iterator[str]:
    """One JSON array, an object a line."""
    between = "[\n"
    for value in objects:
        yield between + json.dumps(value, ensure_ascii=False, default=str)
        between = ",\n"
    yield "[]\n" if between == "[\n" else "\n]\n"


def html_table(rows: Iterable[Row], columns: Sequence[str], *, caption: str = "", most: int | None = None) -> str:
    """Give an HTML table; every text is escaped. Beyond `most` rows it says how many more there are."""
    given = list(rows)
    shown = given if most is None else given[:most]
    head = "".join(f"<th>{html.escape(name)}</th>" for name in columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{html.escape(plain(row.get(name)))}</td>" for name in columns) + "</tr>\n"
        for row in shown
    )
    more = f"<p>... and {len(given) - len(shown)} more</p>" if len(given) > len(shown) else ""
    title = f"<caption>{html.escape(caption)}</caption>" if caption else ""
    return f'<table class="tieline">{title}<thead><tr>{head}</tr></thead><tbody>\n{body}</tbody></table>{more}'
