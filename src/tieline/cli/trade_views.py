"""Answers about trade in a terminal of 80 columns: a figure, a zero, a missing one and no report look different."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.table import Table
from rich.text import Text

from tieline.cli.sql_view import queries_view
from tieline.model.countries import UnknownCountryError, display
from tieline.model.periods import Period
from tieline.report.tables import plain
from tieline.report.wording import MINUS

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tieline.workspace import TradeReport

SIDES = ("exports", "imports")
BASES = {"mirror": "*", "reconciled": "†", "reported": ""}
"""Marks behind a figure; a letter m would be read as million."""
_LEGEND = {
    "*": "*  mirror: the partner's figure of the other flow, with the partner's valuation",
    "†": "†  reconciled from both countries' figures",
    "0": "0  a zero that is stated",
    "missing": "missing  a figure that the publisher withholds or does not have, or without a rate to US dollars",
    "incomplete": "incomplete  some months, quarters or members of a bloc are not there: no sum is made",
    "not reported": "not reported  the dataset has the period, and of this flow no figure of either country",
}
_FLAGS = {
    "sum-of-codes": "added up from the codes of products, as the dataset gives no total",
    "some-codes-only": "only some products were loaded, so that it is not all that was traded",
    "aggregate": "the publisher added it up from parts",
    "few-reporters": "few countries report in this dataset; the share is in what they say of one that does not, not in all its trade",
    "sum-of-months": "added up from months",
    "sum-of-quarters": "added up from quarters",
    "suspected-copy": "the dataset repeats another year's figures; they decide nothing",
    "copied-year": "all figures of the period repeat another's",
    "doubtful-base": "the change is on a year that repeats another's figures",
    "jump": "far from the years beside it",
    "parts-differ": "its parts add up to something else",
    "total-differs": "the stated total is another than its parts",
    "gap": "nothing is reported of the period, between others of which something is",
    "edition-break": "the edition of the codes changes here",
    "editions-differ": "the codes are of two editions",
    "suspected-kor-prk": "the other Korea may be meant",
    "one-side-only": "one country alone gives a figure: the reconciled one is that, at FOB",
    "cif-assumed": "the import is taken for CIF, which the dataset does not tell",
    "sum-of-partners": "added up over the partners, as no figure for the world is given",
    "re-exports-within": "what the exporter re-exports is in it; the importer lists it by origin",
    "beyond-freight": "freight and insurance don't explain the gap",
    "bloc": "the sum over the members of that time",
    "members-silent": "some members report nothing",
    "membership-changes": "a member joined or left",
    "levels-differ": "codes of another length add up to more",
    "no-rate": "in another currency, and no rate is given",
    "quantity-only": "a quantity is stated, and no value",
    "quantity-estimated": "the quantity is an estimate",
    "weight-estimated": "the weight is an estimate",
    "withheld": "some codes are withheld",
}
"""What the flags say, for people; one that is not here stands for itself."""
_TIMES = 10
QUIET = {"missing", "incomplete", "not-reported", "sum-of-codes"}


def money(value: float | None) -> str:
    """A value in full dollars."""
    return "" if value is None else f"{value:,.0f}".replace("-", MINUS)


def percent(share: float | None) -> str:
    """A share of 0 to 1 in percent; what is not nothing is not shown as nothing."""
    if share is None:
        return ""
    return "<0.1%" if 0 < share < 0.0005 else f"{100 * share:.1f}%"


def change(fraction: float | None) -> str:
    """A change in percent, with its sign and one decimal; a growth beyond all proportion as how many times it is."""
    if fraction is not None and fraction >= _TIMES:
        return f"×{fraction + 1:,.0f}"
    return "" if fraction is None else f"{100 * fraction:+,.1f}%".replace("-", MINUS)


class Footnotes:
    """Letters for the flags of a table, told below it."""

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}
        self.used: set[str] = set()

    def of(self, flags: Iterable[str]) -> str:
        """The letters of these flags; the silent members of a bloc share one."""
        flags = dict.fromkeys("members-silent" if flag.startswith("no-report-") else flag for flag in flags)
        letters = [self._letters.setdefault(flag, _letter(len(self._letters))) for flag in flags]
        return " ".join(sorted(letters, key=lambda letter: (len(letter), letter)))

    def lines(self) -> list[Text]:
        """What the signs and letters mean."""
        said = [text for sign, text in _LEGEND.items() if sign in self.used]
        return [Text(line, "dim") for line in [*said, *(_told(sign, flag) for flag, sign in self._letters.items())]]


def _told(sign: str, flag: str) -> str:
    words = _FLAGS.get(flag)
    return f"{sign}  {flag}{f': {words}' if words else ''}"


def _letter(number: int) -> str:
    return chr(ord("a") + number) if number < 12 else f"a{number}"


def name_of(code: str) -> str:
    """A country's name; the code where it has none."""
    try:
        return display(code)
    except UnknownCountryError:
        return code


def period_name(iso: str) -> str:
    """A period as short as it goes: 2014, 2014-03, 2014 Q1."""
    period = Period.parse(iso)
    return f"{period.start.year} Q{(period.start.month + 2) // 3}" if period.precision == "quarter" else iso


def state_cell(line: Any, notes: Footnotes) -> str:
    """A figure with its basis, or the word for what is there in its place."""
    if line.value_usd is None:
        word = str(line.state).replace("-", " ")
        notes.used.add(word)
        return word
    notes.used |= {BASES[line.basis], "" if line.value_usd else "0"}
    return f"{money(line.value_usd)}{BASES[line.basis]:1}"


def block_title(dataset: str, vintages: Iterable[str]) -> Text:
    """A dataset with its vintages over its table."""
    known = sorted({vintage for vintage in vintages if vintage})
    said = f"released {', '.join(known[-3:])}" if known else "release not known"
    return Text.assemble((plain(dataset), "bold"), (f"  {said}", "dim"))


def trade_view(reports: Sequence[TradeReport]) -> RenderableType:
    """A dyad's exports and imports period by period, each dataset by itself."""
    (report,) = reports
    notes = Footnotes()
    parts: list[RenderableType] = [Text(f"{plain(report.title)}, US dollars", "bold")]
    for dataset, group in groupby(report, key=lambda line: line.dataset):
        lines = list(group)
        parts += [Text(""), block_title(dataset, (line.vintage for line in lines))]
        flows = [
            flow
            for flow in dict.fromkeys((*SIDES, *(line.flow for line in lines)))
            if any(x.flow == flow for x in lines)
        ]
        parts += [_flows_table(report, lines, flows[at : at + 2], notes) for at in range(0, len(flows), 2)]
    return Group(*parts, Text(""), *notes.lines())


def _flows_table(report: TradeReport, lines: Sequence[Any], flows: Sequence[str], notes: Footnotes) -> Table:
    several = len({line.vintage for line in lines if line.value_usd is not None}) > 1
    more = ["Released", "Notes"] if several else ["Notes"]  # of several releases each row tells its own
    table = grid(["Period"], [name for flow in flows for name in (flow.capitalize(), "Change")], more)
    for period in dict.fromkeys(line.period for line in lines):
        cells: list[str] = []
        flags: list[str] = []
        for flow in flows:
            found = next((x for x in lines if (x.period, x.flow) == (period, flow)), None)
            grown = report.growth.get(found) if found else None
            cells += [state_cell(found, notes) if found else "", change(grown)]
            flags += [flag for flag in (found.flags if found else ()) if flag not in QUIET or flag == "sum-of-codes"]
        if any(cells):
            told = {x.vintage or "not known" for x in lines if x.period == period and x.value_usd is not None}
            released = [", ".join(sorted(told))] if several else []
            table.add_row(period_name(period), *cells, *released, notes.of(dict.fromkeys(flags)))
    return table


def revisions_view(reports: Sequence[TradeReport]) -> RenderableType:
    """The vintages of each figure that was revised, and what became of it."""
    (report,) = reports
    table = grid(["Dataset", "Flow", "Period", "Released"], ["US dollars", "Revised by"])
    former: Any = None
    for line in sorted(report, key=lambda x: (*x.key, x.basis, x.vintage)):
        same = former is not None and (former.key, former.basis) == (line.key, line.basis)
        moved = same and former.value_usd and line.value_usd is not None
        by = change(line.value_usd / former.value_usd - 1) if moved else ""
        told = ["", "", ""] if same else [plain(line.dataset), line.flow, period_name(line.period)]
        table.add_row(*told, line.vintage or "not known", state_cell(line, Footnotes()), by)
        former = line
    return Group(Text(plain(report.title), "bold"), Text(""), table)


def evidence_view(queries: Sequence[str], rows: Sequence[Mapping[str, Any]], most: int) -> RenderableType:
    """The rows behind an answer with their places, and the query that gives it."""
    table = grid(["Row, and where it is from", "Code"], ["US dollars"])
    for row in rows[:most]:
        what = f"{plain(row['dataset'])}: {row['reporter']} {row['flow']} {row['partner']} {row['period']}"
        place = plain(row.get("origin") or row.get("citation") or "")
        own = _in_own_money(row)
        table.add_row(f"{what}\n  {place}{own}", row["code"] or "all", money(row["value_usd"]) or "null")
    more = (
        [Text(f"and {len(rows) - most:,} more rows; --format xlsx or jsonl gives them all", "dim")]
        if len(rows) > most
        else []
    )
    behind: list[RenderableType] = [Text(""), Text("The rows behind", "bold"), table, *more] if rows else []
    return Group(*behind, Text(""), *queries_view(queries))


def _in_own_money(row: Mapping[str, Any]) -> str:
    """A value in another currency, with the rate by which it became dollars and whose rate that is."""
    value, unit, rate = row.get("value"), row.get("unit"), row.get("rate")
    if value is None or unit in {None, "USD"}:
        return ""
    said = f"at {rate:.6g} ({plain(row.get('rate_source') or 'source not told')})" if rate is not None else "no rate"
    return f"\n  {value:,.10g} {plain(unit)}, {said}"


def grid(texts: Sequence[str], numbers: Sequence[str] = (), more: Sequence[str] = ()) -> Table:
    """A table without lines: texts, numbers to the right, then what may be folded."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for name in texts:
        table.add_column(name, overflow="fold")
    for name in numbers:
        table.add_column(name, justify="right", no_wrap=True)
    for name in more:
        table.add_column(name, overflow="fold")
    return table
