"""The note beside a claim: what is claimed and found, the verdict, the nearest truth, who says so, the evidence."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import urlsplit

from tieline.model.claims import Event
from tieline.model.countries import display
from tieline.model.verdicts import Reading, Verdict
from tieline.report.findings import Finding
from tieline.report.wording import (
    amount,
    period_words,
    plural,
    row_figures,
    row_title,
    series,
    signed_percent,
    style_of,
)


def link(url: str | None, text: str, more: str = "") -> str:
    """A link to a web address; the text alone where it is none, so that no other scheme gets into a report."""
    try:
        scheme = urlsplit(url or "").scheme.lower()
    except ValueError:
        scheme = ""
    if scheme not in {"http", "https"}:
        return escape(text)
    return f'<a href="{escape(url or "")}" rel="noopener noreferrer"{more}>{escape(text)}</a>'


def note_html(finding: Finding, *, marked: bool) -> str:
    """The note of a numbered claim; `marked` if its words are underlined in the text."""
    number, outcome, best = finding.number, finding.outcome, finding.best
    style = style_of(finding.verdict)
    back = f'<a class="num" href="#mark-{number}" aria-label="Back to the words of claim {number}">{number}</a>'
    head = (
        f"<h3>{back if marked else f'<span class=num>{number}</span>'} "
        f'<span id="verdict-{number}"><span class="sign" aria-hidden="true">{style.sign}</span> '
        f'<span class="word">{style.label}</span></span></h3>'
    )
    said = [head, _facts(finding, best)]
    if outcome:
        if outcome.nearest and outcome.verdict != "supported":
            said.append(f'<p class="nearest">{escape(outcome.nearest)}</p>')
        said += [f'<p class="context"><b>Left out:</b> {escape(c)}</p>' for c in outcome.context]
        if outcome.help:
            said.append(f'<p class="help">{escape(outcome.help)}</p>')
    said.append(_datasets(finding))
    said.append(_evidence(finding, best))
    verdict = finding.verdict or "unchecked"
    return f'<section class="note v-{verdict}" id="note-{number}">\n{chr(10).join(filter(None, said))}\n</section>'


def _facts(finding: Finding, best: Verdict | None) -> str:
    """Claimed, found, who says so, whose figures."""
    outcome, claim = finding.outcome, finding.claim
    claimed = outcome.claimed if outcome and outcome.claimed else f"“{' '.join(claim.quote.exact.split())}”"
    rows = [("Claimed", "", escape(claimed))]
    if outcome and outcome.found:
        rows.append(("Found", ' class="found"', escape(outcome.found)))
    rows.append(("Said by", "", escape(series(map(str, claim.sources)) if claim.sources else "the outlet itself")))
    cited = dict.fromkeys(
        tuple(str(row.get(k) or "") for k in ("dataset", "vintage", "url", "citation", "publisher"))
        for row in (best.rows if best else ())
    )
    figures = []
    for dataset, vintage, url, citation, publisher in cited:
        released = f", released {period_words(vintage)}" if vintage else ""
        source = f' title="{escape(citation or publisher)}"'
        there = link(url, dataset, source) if url else f"<span{source}>{escape(dataset)}</span>"
        figures.append(there + escape(released))
    if figures:
        rows.append(("Figures", "", "<br>".join(figures)))
    return f"<dl>{''.join(f'<dt>{name}</dt><dd{kind}>{html}</dd>' for name, kind, html in rows)}</dl>"


def _datasets(finding: Finding) -> str:
    """What each dataset says, where there are several."""
    if len(finding.by_dataset) < 2:
        return ""
    rows = "".join(
        f'<li class="v-{v.verdict}"><span class="sign" aria-hidden="true">{style_of(v.verdict).sign}</span> '
        f"<code>{escape(v.dataset or '')}</code> {style_of(v.verdict).label.lower()}"
        f"{': ' + escape(v.found) if v.found else ''}</li>"
        for v in finding.by_dataset
    )
    return f'<ul class="each" aria-label="By dataset">{rows}</ul>'


def _evidence(finding: Finding, best: Verdict | None) -> str:
    if best is None:
        return ""
    shown = [best] + [v for v in finding.by_dataset if v is not best and v.dataset != best.dataset and v.dataset]
    if best.dataset is None and len(shown) == 2 and shown[1].rows == best.rows:
        shown = [best]  # one dataset: its verdict is the outcome
    blocks = []
    rows = readings = 0
    for verdict in shown:
        inside = _readings(verdict.readings) + _rows(verdict.rows) + _queries(verdict)
        if inside:
            title = (
                f"<h4><code>{escape(verdict.dataset or '')}</code></h4>" if verdict.dataset and len(shown) > 1 else ""
            )
            blocks.append(title + inside)
            rows += len(verdict.rows)
            readings += len(verdict.readings)
    if not blocks:
        return ""
    if finding.verdict == "supported" and finding.outcome and finding.outcome.nearest:
        blocks.insert(0, f'<p class="nearest">{escape(finding.outcome.nearest)}</p>')
    counted = [plural(n, what) for n, what in ((readings, "reading"), (rows, "row")) if n]
    told = f": {series(counted)}" if counted else ""
    ids = f'<p class="ids">claim <code>{escape(finding.claim.claim_id)}</code>, verdict <code>{best.verdict_id}</code></p>'
    return f"<details><summary>Evidence{told}</summary>\n{''.join(blocks)}{ids}</details>"


def _readings(readings: Iterable[Reading]) -> str:
    rows = []
    for reading in readings:
        found = series(_result(reading)) if reading.result else "nothing found"
        guessed = f" <i>({escape(series(reading.inferred))} inferred)</i>" if reading.inferred else ""
        kind = ' class="chosen"' if reading.chosen else ""
        rows.append(f"<li{kind}>{escape(reading.label)}{guessed}: <b>{escape(found)}</b></li>")
    return f'<h5>Read as</h5><ul class="readings">{"".join(rows)}</ul>' if rows else ""


def _result(reading: Reading) -> list[str]:
    said = []
    for name, number in reading.result.items():
        if name.endswith("_pct"):
            word = {"change_pct": "", "share_pct": "share "}.get(
                name, f"{name.removesuffix('_pct').replace('_', ' ')} "
            )
            said.append(word + (signed_percent(number) if name != "share_pct" else f"{number:,.4g}%"))
        elif name == "value":
            said.append(amount(number, "USD"))
        else:
            said.append(f"{name.replace('_', ' ')} {number:,.4g}")
    return said


def _rows(rows: Iterable[dict[str, object]]) -> str:
    items = "".join(
        f"<tr><td>{escape(row_title(row))}, {escape(period_words(str(row.get('period') or '')))}</td>"
        f"<td>{escape(row_figures(row))}</td></tr>"
        for row in rows
    )
    return f'<h5>Rows</h5><table class="rows"><tbody>{items}</tbody></table>' if items else ""


def _queries(verdict: Verdict) -> str:
    queries = list(dict.fromkeys([*verdict.sql, *(r.sql for r in verdict.readings if r.chosen and r.sql)]))
    if not queries:
        return ""
    return '<h5 class="sql">Query</h5>' + "".join(f"<pre><code>{escape(q.strip())}</code></pre>" for q in queries)


def act_html(act: Event, paragraph: int | None) -> str:
    """An act in a line, with a way to its paragraph."""
    between = f"{display(act.actor)} {'and' if act.reciprocal else '→'} {display(act.target)}"
    how = f"{act.type.lower()} ({act.mode})" if act.mode else act.type.lower()
    when = act.date.words() if act.date else "date not told"
    state = "" if act.modality == "happened" else f", <b>{escape(act.modality)}</b>"
    quote = f"“{escape(' '.join(act.quote.exact.split()))}”"
    where = f'<a href="#p{paragraph}">{quote}</a>' if paragraph is not None else quote
    return f"<li><b>{escape(between)}</b>: {escape(how)}{state}, {escape(when)}. {where}</li>"
