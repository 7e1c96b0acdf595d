"""The readings of a claim in a terminal: how it was understood, how likely each is, what it gives, and why it was tried."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from tieline.cli.views import acts_table, finding_view, heading
from tieline.model.verdicts import Part, Reading, Verdict
from tieline.report.findings import Finding, findings, summary
from tieline.report.tables import plain
from tieline.report.wording import inferred_words

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tieline.workspace import Checked


def explained_view(checked: Sequence[Checked]) -> RenderableType:
    """As `check_view`, with every reading of each claim."""
    parts: list[RenderableType] = []
    for one in checked:
        noted, acts = findings(one.claims, one.verdicts)
        parts += [Text(""), *heading(one.document)]
        for finding in noted:
            parts += [finding_view(finding), *_readings_of(finding)]
        parts += [*acts_table(acts), Text(plain(summary(noted, acts)), "bold")]
    return Group(*parts) if parts else Text("Nothing was checked.")


def _readings_of(finding: Finding) -> Iterable[RenderableType]:
    for verdict in finding.by_dataset:
        if any(reading.result for reading in verdict.readings):
            yield Padding(
                Group(Text(f"Read in {plain(verdict.dataset)} as", "bold"), *reading_lines(verdict)), (0, 0, 1, 2)
            )


def reading_lines(verdict: Verdict) -> Iterable[Text]:
    """A line for each reading with its prior and result, the reason below it, and the spread of each part."""
    for reading in verdict.readings:
        yield reading_line(reading)
        if reading.why:
            yield Text(f"      {plain(reading.why)}", "dim")
    supplied = tuple(dict.fromkeys(name for reading in verdict.readings for name in reading.inferred))
    if supplied:
        yield Text(f"  the claim does not say: {inferred_words(supplied)}", "dim")
    yield from (Text(plain(line)) for line in map(spread_of, verdict.parts) if line)


def reading_line(reading: Reading) -> Text:
    """A reading in a line; the one that the verdict rests on is marked."""
    mark = "▸" if reading.chosen else "▹"
    result = ", ".join(f"{name} {number:,.10g}" for name, number in reading.result.items()) or "no rows"
    prior = "" if reading.prior is None else f"{reading.prior:4.0%} "
    return Text(f"{mark} {prior}{plain(reading.label)}: {result}")


def spread_of(part: Part) -> str:
    """The least and the most that any reading gives for a part; empty where all agree."""
    if part.least is None or part.most is None or part.most - part.least <= 1e-9 * max(abs(part.least), abs(part.most)):
        return ""
    return f"{part.name}: {part.least:,.10g} to {part.most:,.10g} over all readings"
