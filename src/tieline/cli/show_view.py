"""Everything behind a document, a claim or a verdict, in a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from tieline.cli.reading_view import reading_lines
from tieline.cli.views import COLOURS, Claim, acts_table, claim_words, facts_table, findings_view, heading, truth_lines
from tieline.model.verdicts import Verdict
from tieline.report.findings import findings, summary
from tieline.report.tables import plain
from tieline.report.wording import minus, period_words, plural, row_figures, row_title, strength_words, style_of

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tieline.workspace import Shown
    from tieline.workspace.results import Replay


def show_view(shown: Shown) -> RenderableType:
    """Everything behind a document, a claim or a verdict."""
    if shown.kind == "document":
        return _document_view(shown)
    parts: list[RenderableType] = [Text(""), *heading(shown.document)]
    for claim in shown.claims:
        parts += [_in_text(claim), Text(claim_words(claim), "cyan"), _claim_table(claim)]
    parts += _told_by(shown)
    if not shown.verdicts and shown.claims:
        parts.append(Text("Not checked yet: tieline check " + plain(shown.document.id), "dim"))
    for verdict in shown.verdicts:
        same = _same_of_one(verdict, shown.verdicts)
        parts += _as_above(verdict, same) if same else _behind(verdict)
    if shown.replay is not None:
        parts += _today(shown.replay)
    return Group(*parts)


def _today(replay: Replay) -> list[RenderableType]:
    """Whether the verdict would differ today."""
    kept = (
        f"{replay.rows_kept} of {plural(replay.rows, 'row')} still there as they were"
        if replay.rows
        else "it rests on no rows"
    )
    if not replay.differences:
        return [Text(f"\n= Checked again, it is the same today; {kept}.", "green")]
    lines = [Text(f"\n! Checked again, it would differ today; {kept}.", "yellow")]
    return [*lines, *(Text(f"  {plain(each)}") for each in replay.differences)]


def _document_view(shown: Shown) -> RenderableType:
    stored, document = shown.stored, shown.document
    version = f"{stored.version}{'' if stored.latest else ', there is a newer one'}"
    facts = {
        "address": document.url, "version": f"{version} ({stored.version_id})", "recorded": f"{stored.recorded:%Y-%m-%d %H:%M}",
        "date from": document.published_from, "outlet from": document.outlet_from,
        "language": document.lang and f"{document.lang}{f' (from {document.lang_from})' * bool(document.lang_from)}", "text": plural(len(document.text), "character"),
    }  # fmt: skip
    parts: list[RenderableType] = [Text(""), *heading(document), facts_table(facts)]
    parts += [Text(f"! {plain(warning)}", "yellow") for warning in document.warnings]
    parts.append(Text(""))
    noted, acts = findings(shown.claims, shown.verdicts)
    parts += [*findings_view(noted), *acts_table(acts), Text(plain(summary(noted, acts)), "bold")]
    parts += _elsewhere(shown)
    ids = [claim.claim_id for claim in shown.claims]
    if ids:
        parts.append(Text(f"Everything behind a claim: tieline show '{plain(ids[0])}' (the ids: --format csv)", "dim"))
    return Group(*parts)


def _told_by(shown: Shown) -> list[RenderableType]:
    """All who report the act of a claim, the first published first, and what became of it if it was a plan."""
    parts: list[RenderableType] = []
    for act in shown.acts:
        if len(act.reports) > 1:
            parts.append(Text(f"The same act is told by {plural(len(act.reports), 'report')}:"))
        for report in act.reports if len(act.reports) > 1 else ():
            said = ", ".join(plain(part) for part in (report.published and report.published.iso, report.outlet) if part)
            line = f"{plain(report.claim_id)}{f'  {said}' if said else ''}: “{plain(report.claim.quote.exact)}”"
            parts.append(Padding(Text(line, "dim"), (0, 0, 0, 2)))
        if act.became:
            parts.append(Text(f"What became of it: tieline show '{plain(act.became)}'"))
        if act.planned:
            parts.append(Text(f"It was planned before: tieline show '{plain(act.planned)}'"))
    return parts


def _elsewhere(shown: Shown) -> list[RenderableType]:
    """How many acts of a document others tell too."""
    told = sum(len(act.documents) > 1 for act in shown.acts)
    return (
        [Text(f"{plural(told, 'act')} told by other documents too: see `same_as` with --format json", "dim")]
        if told
        else []
    )


def _in_text(claim: Claim) -> Text:
    quote = claim.quote
    line = Text("…" if quote.start > len(quote.prefix) else "", "dim").append(_inline(quote.prefix), "dim")
    return line.append(_inline(quote.exact), "bold underline").append(f"{_inline(quote.suffix)}…", "dim")


def _inline(text: str) -> str:
    """As `plain`, with the spaces at the ends, for texts that stand side by side."""
    return f"{' ' * text[:1].isspace()}{plain(text)}{' ' * text[-1:].isspace()}" if text.strip() else " " * bool(text)


def _claim_table(claim: Claim) -> RenderableType:
    said = claim.to_json()
    quote = claim.quote
    known = {
        name: value
        for name, value in said.items()
        if value not in (None, [], {}, "") and name not in {"quote", "document"}
    }
    return facts_table(
        {"quote at": f"{quote.start} to {quote.end}", **{k.replace("_", " "): _joined(v) for k, v in known.items()}}
    )


def _joined(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {part}" for key, part in value.items() if part is not None)
    return ", ".join(str(part) for part in value) if isinstance(value, list) else str(value)


def _same_of_one(verdict: Verdict, among: Sequence[Verdict]) -> Verdict | None:
    """Of an outcome over all datasets: the verdict of the one dataset that it rests on, if it says the same."""
    if verdict.dataset is not None:
        return None
    told = (verdict.verdict, verdict.nearest, verdict.parts, verdict.readings, verdict.mismatches, verdict.superseded)
    return next(
        (
            v
            for v in among
            if v.dataset and told == (v.verdict, v.nearest, v.parts, v.readings, v.mismatches, v.superseded)
        ),
        None,
    )


def _as_above(verdict: Verdict, same: Verdict) -> list[RenderableType]:
    """An outcome that says what the one dataset says."""
    return [_title(verdict), Text(f"as by {plain(same.dataset)}", "dim"), _ids(verdict)]


def _title(verdict: Verdict) -> Text:
    against = (
        f"{verdict.dataset}, released {period_words(verdict.vintage) or 'on an unknown day'}"
        if verdict.dataset
        else "over all datasets"
    )
    style = style_of(verdict.verdict)
    title = Text(f"\n{style.sign} {style.label}", COLOURS.get(verdict.verdict, "dim"))
    title.append(f"  {plain(against)}", "bold")
    if verdict.superseded:
        title.append("  (of an earlier version of the document)", "yellow")
    return title


def _ids(verdict: Verdict) -> Text:
    when = f", recorded {verdict.recorded[:16].replace('T', ' ')}" if verdict.recorded else ""
    return Text(f"  {plain(f'verdict {verdict.verdict_id}{when}')}", "dim")


def _behind(verdict: Verdict) -> list[RenderableType]:
    """A verdict with its parts, readings, rows and queries."""
    parts: list[RenderableType] = [
        _title(verdict),
        Text(f"claimed {minus(plain(verdict.claimed)) or '-'}   found {minus(plain(verdict.found)) or 'nothing'}"),
    ]
    parts += truth_lines(verdict)
    for each in verdict.mismatches:
        parts.append(Text(f"≠ {plain(each.sentence)}", "yellow"))
        parts += [
            Padding(Text(f"“{plain(words)}” ({plain(document)})", "dim"), (0, 0, 0, 4))
            for words, document in zip(each.quotes, each.documents, strict=True)
        ]
    for part in verdict.parts:
        allowed = " to ".join("…" if end is None else f"{end:,.10g}" for end in (part.low, part.high))
        found = "-" if part.found is None else f"{part.found:,.10g}"
        note = f"; {part.note}" if part.note else ""
        line = (
            f"  {part.name}: {part.verdict}, claimed {_figure(part.claimed)} (allowed {allowed}), found {found}{note}"
        )
        parts.append(Text(plain(line)))
    if verdict.strength:
        parts.append(Text(f"  {strength_words(verdict.strength)}", "dim"))
    parts += reading_lines(verdict)
    for row in verdict.rows:
        parts.append(Text(f"  {plain(row_title(row))}, {period_words(row.get('period'))}: {plain(row_figures(row))}"))
        said = [Text(plain(row[name]), "dim") for name in ("citation", "url") if row.get(name)]
        parts += [Padding(line, (0, 0, 0, 4)) for line in said]
    parts += [Padding(Text(plain(sql), "dim"), (0, 0, 0, 2)) for sql in dict.fromkeys(verdict.sql)]
    return [*parts, _ids(verdict)]


def _figure(value: float | str | None) -> str:
    return "-" if value is None else f"{value:,.10g}" if isinstance(value, float | int) else value
