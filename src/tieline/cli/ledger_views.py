"""What a ledger holds, what was loaded into it, and countries, in a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.table import Table
from rich.text import Text

from tieline.cli.views import facts_table, text_table
from tieline.report.tables import plain
from tieline.report.wording import plural

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tieline.workspace import Contents, LoadReport


def load_view(reports: Sequence[LoadReport]) -> RenderableType:
    """The files loaded."""
    table = text_table(["File", "Layout", "Dataset"], ["Rows", "New"])
    for loaded in (one for report in reports for one in report):
        table.add_row(*(plain(x) for x in (loaded.file.rpartition("/")[2], loaded.layout, loaded.dataset or "as named in its rows")),
                      f"{loaded.rows:,}", f"{loaded.new:,}")  # fmt: skip
    return table


def contents_view(contents: Contents) -> RenderableType:
    """What the ledger holds."""
    counts = contents.counts
    versions = counts.get("versions", counts["documents"]) - counts["documents"]
    facts = {
        "documents": f"{counts['documents']:,}" + (f" (and {plural(versions, 'earlier version')})" if versions else ""),
        "claims": _tallied(counts["claims"], contents.claims),
        "verdicts": _tallied(sum(contents.verdicts.values()), contents.verdicts),
        "figures of trade": f"{counts['flows']:,}",
    } | {label: f"{counts[name]:,}" for name, label in _TABLES.items() if counts.get(name)}
    parts: list[RenderableType] = [Text(plain(contents.folder), "bold"), facts_table(facts)]
    for holds, title in _DATASETS.items():
        if datasets := [each for each in contents.rows() if each["holds"] == holds]:
            parts += [Text(""), _datasets_table(title, datasets)]
    return Group(*parts)


_TABLES = {
    "events": "acts", "tie_counts": "ties by year", "roll_calls": "roll calls", "codes": "product codes",
    "conversions": "code conversions", "distances": "distances",
}  # fmt: skip
_DATASETS = {"trade": "Figures of trade", "acts": "Acts", "ties": "Ties by year"}


def _datasets_table(title: str, datasets: Sequence[Mapping[str, Any]]) -> Table:
    table = text_table([title, "Released", "Period"], ["Rows", "Countries"])
    for each in datasets:
        years = each["first"] if each["first"] == each["last"] else f"{each['first']} to {each['last']}"
        name = Text(plain(each["name"])).append(f"\n{plain(each['publisher'])}" if each["publisher"] else "", "dim")
        table.add_row(name, each["vintage"] or "?", years, f"{each['rows']:,}", f"{each['countries']}")
    return table


def _tallied(total: int, kinds: Mapping[str, int]) -> str:
    return f"{total:,}" + (f" ({', '.join(f'{count:,} {name}' for name, count in kinds.items())})" if kinds else "")


def countries_view(rows: Sequence[Mapping[str, Any]]) -> RenderableType:
    """Countries found."""
    table = text_table(["Code", "Country", "Kind", "Found as", "Valid"])
    for row in rows:
        valid = (
            f"{row['valid_from'] or '…'} to {row['valid_to'] or 'now'}" if row["valid_from"] or row["valid_to"] else ""
        )
        codes = ", ".join(x for x in (row["code"], row["iso2"], row["m49"]) if x)
        table.add_row(codes, plain(row["name"]), row["kind"], f"{plain(row['matched'])} ({row['as']})", valid)
    return table
