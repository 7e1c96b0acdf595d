"""The note beside a claim: what is claimed and found, the verdict, the nearest truth, who says so, the evidence."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import urlsplit

from tieline.model.claims import Event, Trend
from tieline.model.countries import display
from tieline.model.verdicts import Reading, Verdict
from tieline.report.findings import DECIDED, Finding
from tieline.report.wording import (
    amount,
    inferred_words,
    minus,
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
        if outcome.overruled:
            said.append(
                f'<p class="overruled"><span aria-hidden="true">✎</span> {escape(outcome.overruled.words())}</p>'
            )
        if outcome.nearest and outcome.verdict != "supported":
            said.append(f'<p class="nearest">{escape(outcome.nearest)}</p>')
        if outcome.context:
            said.append(f'<p class="context"><b>Left out:</b> {escape(" ".join(outcome.context))}</p>')
        said += [f'<p class="help">{escape(reason)}</p>' for reason in finding.reasons]
    said += [
        f'<p class="mismatch"><b><span aria-hidden="true">≠</span> Does not fit:</b> {escape(minus(each.sentence))}</p>'
        for each in finding.mismatches
    ]
    said.append(_datasets(finding))
    said.append(_evidence(finding))
    verdict = finding.verdict or "unchecked"
    return f'<section class="note v-{verdict}" id="note-{number}">\n{chr(10).join(filter(None, said))}\n</section>'


def _facts(finding: Finding, best: Verdict | None) -> str:
    """Claimed, found, who says so, whose figures."""
    outcome, claim = finding.outcome, finding.claim
    claimed = minus(outcome.claimed) if outcome and outcome.claimed else f"“{' '.join(claim.quote.exact.split())}”"
    if isinstance(claim, Trend) and claim.direction and claim.indicator != "other":
        claimed = f"{claim.indicator} {claimed}"
    rows = [("Claimed", "", escape(claimed))]
    if outcome and outcome.found and not _datasets(finding):
        rows.append(("Found", ' class="found"', escape(minus(outcome.found))))
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
    pairs = (f"<div><dt>{name}</dt><dd{kind}>{html}</dd></div>" for name, kind, html in rows)
    return f"<dl>{''.join(pairs)}</dl>"


def _datasets(finding: Finding) -> str:
    """What each dataset says, where several decide."""
    if sum(v.verdict in DECIDED for v in finding.by_dataset) < 2:
        return ""
    rows = "".join(
        f'<li class="v-{v.verdict}"><span class="sign" aria-hidden="true">{style_of(v.verdict).sign}</span> '
        f"<code>{escape(v.dataset or '')}</code> {style_of(v.verdict).label.lower()}"
        f"{': ' + escape(minus(v.found)) if v.found else ''}</li>"
        for v in finding.by_dataset
    )
    return f'<ul class="each" aria-label="By dataset">{rows}</ul>'


def _evidence(finding: Finding) -> str:
    """Readings, rows and queries of each dataset; the outcome's own only where there is none."""
    outcome = finding.outcome
    shown = finding.by_dataset or ((outcome,) if outcome else ())
    blocks = []
    for verdict in shown:
        inside = _readings(verdict.readings) + _rows(verdict.rows) + _queries(verdict)
        if inside and len(shown) > 1:
            sign = f"{style_of(verdict.verdict).sign} {style_of(verdict.verdict).label.lower()}"
            head = f"<h4><code>{escape(verdict.dataset or '')}</code> {sign}</h4>{_help(verdict)}"
            decides = "decides" if verdict.verdict in DECIDED else "open"
            inside = f'<div class="{decides}">{head}{inside}</div>'
        blocks += [inside] if inside else []
    if outcome is None:
        return ""
    if outcome.help and (outcome.help,) != finding.reasons:
        wanted = _help(outcome)
        if not blocks:
            return f'<details name="evidence"><summary>What would decide it</summary>\n<div class="panel">{wanted}</div></details>'
        blocks.append(f"<h4>What would decide it</h4>{wanted}")
    if not blocks:
        return ""
    if finding.verdict == "supported" and outcome.nearest:
        blocks.insert(0, f'<p class="nearest">{escape(outcome.nearest)}</p>')
    readings = sum(len(v.readings) for v in shown)
    rows = len({str(row.get("row_id")) for v in shown for row in v.rows})
    counted = [plural(n, what) for n, what in ((readings, "reading"), (rows, "row")) if n]
    told = f'<span class="count">: {series(counted)}</span>' if counted else ""
    claim_id, verdict_id = escape(finding.claim.claim_id), outcome.verdict_id
    ids = f'<p class="ids">claim <code>{claim_id}</code>, verdict <code>{verdict_id}</code></p>'
    return (
        f'<details name="evidence"><summary>Evidence{told}</summary>\n'
        f'<div class="panel">{"".join(blocks)}{ids}</div></details>'
    )


def _help(verdict: Verdict) -> str:
    return f'<p class="help">{escape(verdict.help)}</p>' if verdict.help else ""


def _readings(readings: Iterable[Reading]) -> str:
    rows = []
    for reading in readings:
        found = series(_result(reading)) if reading.result else "nothing found"
        guessed = f" <i>({escape(inferred_words(reading.inferred))})</i>" if reading.inferred else ""
        kind = ' class="chosen"' if reading.chosen else ""
        prior = (
            f'<span class="prior" title="how likely this reading is to be meant, before any figure is looked at">{reading.prior:.0%}</span> '
            if reading.prior is not None
            else ""
        )
        why = f"<br><small>{escape(reading.why)}</small>" if reading.why else ""
        rows.append(f"<li{kind}>{prior}{escape(reading.label)}{guessed}: <b>{escape(found)}</b>{why}</li>")
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
