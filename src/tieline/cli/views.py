"""What a person sees in a terminal of 80 columns. Nothing rests on colour: each verdict has a sign and a word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from tieline.model.claims import Event, Measure, Trend
from tieline.model.countries import UnknownCountryError, display
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.model.verdicts import Verdict
from tieline.model.vocabulary import VerdictWord
from tieline.report.findings import Finding, findings, summary
from tieline.report.tables import plain
from tieline.report.wording import amount, known_words, minus, plural, signed_percent, style_of

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tieline.workspace import Checked, Reading

Claim = Measure | Trend | Event
COLOURS: dict[VerdictWord | None, str] = {
    "contradicted": "bold red",
    "sources-disagree": "magenta",
    "imprecise": "yellow",
    "supported-with-context": "green",
    "supported": "green",
}
_LABEL = 17
_QUOTE = 200


def check_view(checked: Sequence[Checked]) -> RenderableType:
    """Each document with its claims, and under each claim what was claimed, what was found, and the nearest truth."""
    parts: list[RenderableType] = []
    for one in checked:
        noted, acts = findings(one.claims, one.verdicts)
        parts += [Text(""), *heading(one.document), *findings_view(noted)]
        parts += [*acts_table(acts), *closing(one, summary(noted, acts)), *where_to_find(noted, one.document.id)]
    return Group(*parts) if parts else Text("Nothing was checked.")


def closing(checked: Checked, counted: str) -> list[RenderableType]:
    """What came out in a line, and by which day statistics had to be released, if that was asked."""
    known = known_words(verdict.as_known_on for verdict in checked.verdicts)
    return [Text(plain(counted), "bold"), *([Text(plain(known), "dim")] if known else [])]


def heading(document: Document) -> list[RenderableType]:
    """The document's name, outlet and date over a line."""
    about = (document.outlet, document.published.words() if document.published else "no date")
    line = Text(" · ".join([plain(document.id), *(plain(part) for part in about if part)]), "bold")
    return [line, Rule(style="dim")]


def _grid() -> Table:
    grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
    grid.add_column(width=_LABEL, no_wrap=False)
    grid.add_column(ratio=1)
    return grid


def _sign(verdict: VerdictWord | None) -> RenderableType:
    """The sign, and beside it the word, which hangs where it needs two lines."""
    style, colour = style_of(verdict), COLOURS.get(verdict, "dim")
    cell = Table.grid(padding=(0, 1, 0, 0))
    cell.add_column(width=2)
    cell.add_column()
    cell.add_row(Text(style.sign, colour), Text(style.label, colour))
    return cell


def findings_view(noted: Sequence[Finding]) -> list[RenderableType]:
    """The claims of a story. Where several lack figures, each says why; what would decide them is told claim by claim."""
    short = _without_figures(noted) > 1
    return [finding_view(finding, short=short) for finding in noted]


def where_to_find(noted: Sequence[Finding], document: str) -> list[RenderableType]:
    """Where it is told which files would decide claims without figures, if `findings_view` left that out."""
    if _without_figures(noted) < 2:
        return []
    said = f"Which files would decide those without figures, and where they may be had: tieline show '{plain(document)}#...'"
    first = next(finding for finding in noted if _lacks_figures(finding))
    return [Text(said.replace("#...", f"#{first.claim.claim_id.rpartition('#')[2]}"), "dim")]


def _without_figures(noted: Sequence[Finding]) -> int:
    return sum(map(_lacks_figures, noted))


def _lacks_figures(finding: Finding) -> bool:
    return bool(finding.outcome and finding.outcome.help and finding.reasons != (finding.outcome.help,))


def finding_view(finding: Finding, *, short: bool = False) -> RenderableType:
    """A claim with its outcome, what was found where, and the nearest truth; `short`: without what would decide it."""
    grid = _grid()
    outcome, each = finding.outcome, finding.by_dataset
    body: list[RenderableType] = [Text(f"“{shortened(finding.claim.quote.exact)}”")]
    if outcome is None:
        body.append(Text(claim_words(finding.claim), "dim"))
    else:
        telling = [verdict for verdict in each if verdict.verdict != "no-data"] or list(each[:1])
        body += [_against(outcome, verdict, with_sign=len(telling) > 1) for verdict in telling]
        silent = [plain(verdict.dataset) for verdict in each if verdict not in telling]
        body += [Text(f"≠ {plain(each.sentence)}", "yellow") for each in finding.mismatches]
        reasons = finding.reasons if short and _lacks_figures(finding) else None
        body += [
            *truth_lines(outcome, reasons),
            *([Text(f"nothing on it in {', '.join(silent)}", "dim")] if silent else []),
        ]
    grid.add_row(_sign(finding.verdict), Group(*body))
    return Padding(grid, (0, 0, 1, 0))


def _against(outcome: Verdict, verdict: Verdict, *, with_sign: bool) -> Text:
    line = Text()
    if with_sign:
        style = style_of(verdict.verdict)
        line.append(f"{style.sign} {style.label}: ", COLOURS.get(verdict.verdict, "dim"))
    line.append("claimed ", "dim").append(minus(plain(verdict.claimed or outcome.claimed)) or "-")
    line.append("  found ", "dim").append(minus(plain(verdict.found)) or "nothing")
    return line.append(f"  {plain(verdict.dataset)}", "dim")


def truth_lines(verdict: Verdict, reasons: Sequence[str] | None = None) -> Iterable[Text]:
    """The nearest truth, what the claim leaves out, or what would decide it (instead: `reasons` alone)."""
    if verdict.nearest:
        yield Text(f"→ {plain(verdict.nearest)}")
    if verdict.overruled:
        yield Text(f"✎ {plain(verdict.overruled.words())}", "magenta")
    known = verdict.nearest or ""
    yield from (Text(f"+ {plain(sentence)}", "dim") for sentence in verdict.context if sentence not in known)
    if verdict.help:
        told = " ".join(reasons) if reasons is not None else verdict.help
        yield Text(plain(told), "dim", overflow="fold")  # an address is cut nowhere


def acts_table(acts: Sequence[Finding]) -> list[RenderableType]:
    """The acts that a story tells and nothing was found on."""
    if not acts:
        return []
    grid = _grid()
    for act in acts:
        grid.add_row(Text("·   Act, told", "dim"), Text(f"“{shortened(act.claim.quote.exact)}”", "dim"))
    return [Padding(grid, (0, 0, 1, 0))]


def shortened(text: str, most: int = _QUOTE) -> str:
    """A text in one line, cut at a word."""
    line = plain(text)
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0] + " …"


def read_view(readings: Sequence[Reading]) -> RenderableType:
    """Each document with its claims: the words, and below them what they were understood to say."""
    parts: list[RenderableType] = []
    for reading in readings:
        parts += [Text(""), *heading(reading.document)]
        if not reading.claims:
            parts.append(Text("no claims", "dim"))
        grid = _grid()
        for claim in reading.claims:
            said = [Text(f"“{shortened(claim.quote.exact)}”"), Text(claim_words(claim), "cyan")]
            if claim.sources:
                said.append(Text(f"said by {plain(' ← '.join(claim.sources))}", "dim"))
            grid.add_row(Text(claim.kind.capitalize(), "bold"), Padding(Group(*said), (0, 0, 1, 0)))
        parts.append(grid)
    total = sum(len(reading.claims) for reading in readings)
    parts.append(Text(f"{plural(len(readings), 'document')}, {plural(total, 'claim')}", "bold"))
    return Group(*parts)


def claim_words(claim: Claim) -> str:
    """What a claim was understood to say, in a line.

    >>> from tieline.model.claims import Measure, Quote
    >>> claim_words(Measure(document="a", version="", quote=Quote("x", 0, 1), indicator="exports", reporter="PRK",
    ...     partner="RUS", product="cars", value=250000.0, unit="USD", bound="about"))
    'exports of cars, North Korea → Russia: about $250,000'
    """
    if isinstance(claim, Event):
        who = f"{_country(claim.actor)} {'↔' if claim.reciprocal else '→'} {_country(claim.target)}"
        act = " ".join(word for word in (claim.type, claim.mode and f"({claim.mode})") if word)
        return plain(", ".join(x for x in (who, act, claim.modality, _when(claim.date)) if x))
    goods = f"{claim.indicator} of {claim.product}" if claim.product else claim.indicator
    arrow = {"imports": "←", "trade": "↔"}.get(claim.indicator, "→")
    pair = (
        f"{_country(claim.reporter)} {arrow} {_country(claim.partner)}" if claim.partner else _country(claim.reporter)
    )
    about = ", ".join(x for x in (goods, pair, _when(claim.period)) if x)
    modality = "" if claim.modality == "actual" else f" ({claim.modality})"
    return plain(f"{about}: {_figures(claim)}{modality}")


def _figures(claim: Measure | Trend) -> str:
    if isinstance(claim, Trend):
        ranked = claim.compared_with
        if claim.direction is None and ranked is not None:
            return f"rank {ranked.rank}" if ranked.rank else f"compared with {_country(ranked.partner)}"
        return " ".join(word.replace("_", " ") for word in (claim.direction, claim.strength) if word)
    said = []
    if claim.value is not None:
        said.append(f"{claim.bound.replace('_', ' ')} " if claim.bound else "")
        said[-1] += amount(claim.value, claim.unit)
    if claim.change_pct is not None:
        said.append(signed_percent(claim.change_pct))
    if claim.change_value is not None:
        said.append(f"{'+' if claim.change_value > 0 else ''}{amount(claim.change_value, claim.unit)}")
    if claim.share_pct is not None:
        said.append(f"{claim.share_pct:g}% share")
    return ", ".join(said)


def _country(code: str | None) -> str:
    if not code:
        return "others"
    try:
        return "the world" if code == "WLD" else display(code)
    except UnknownCountryError:
        return code


def _when(period: Period | None) -> str:
    return period.words() if period else ""


def facts_table(facts: Mapping[str, Any]) -> RenderableType:
    """Names beside their values; what is empty is left out."""
    grid = _grid()
    for name, value in facts.items():
        if value not in (None, ""):
            grid.add_row(Text(name, "dim"), Text(plain(value)))
    return grid


def text_table(texts: Sequence[str], numbers: Sequence[str] = ()) -> Table:
    """A table without lines: columns of text, which fold, and columns of numbers to the right."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for name in texts:
        table.add_column(name, overflow="fold")
    for name in numbers:
        table.add_column(name, justify="right")
    return table
