"""`tieline indicator`: revealed advantage, intensity, dependency and the other indicators of trade."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Group
from rich.text import Text

from tieline.cli.answers import answer, shape_of
from tieline.cli.app import cli, example, ledger_option, output_options
from tieline.cli.trade_views import QUIET, Footnotes, block_title, grid, money, name_of, period_name
from tieline.cli.trading import product_option, question_options, span_options
from tieline.report.tables import plain
from tieline.report.wording import MINUS
from tieline.workspace import Desk, Indicators
from tieline.workspace.indicator_words import NAMES, indicator_word

if TYPE_CHECKING:
    from rich.console import RenderableType

_MOST = 30
_UNITS = {"percent": "%", "percent a year": "% a year", "percentage points": " points"}


class _Indicator(click.Choice[str]):
    """The name of an indicator, or what else it is called."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        named = indicator_word(str(value))
        return super().convert(named if named in NAMES else value, param, ctx)


@cli.command(
    short_help="Compute an indicator: RCA, intensity, dependency, ...",
    epilog=example(
        "tieline indicator rca RUS --product 44 --year 2022",
        'tieline indicator rca AFG --product "SITC 0611"',
        "tieline indicator intensity RUS PRK",
        "tieline indicator similarity RUS KAZ --digits 4",
        "tieline indicator dependency EU --product 4403 --year 2021",
        "tieline indicator contribution RUS CHN --since 2019 --flow exports",
        "tieline indicator record RUS PRK --flow imports --format xlsx -o record.xlsx",
    ),
)
@click.argument("name", type=_Indicator(NAMES), metavar="INDICATOR")
@click.argument("reporter")
@click.argument("partner", required=False)
@product_option
@click.option("--year", metavar="YEAR", help="The year; by default the last one of each dataset.")
@span_options
@click.option("--flow", type=click.Choice(["exports", "imports"]), help="Only exports, or only imports.")
@click.option(
    "--digits", type=click.IntRange(1, 6),
    help="Of the codes by which goods are told apart: 2, 4, 6 of the HS [default: 2], 1 to 5 of the SITC [default: 1].",
)  # fmt: skip
@click.option(
    "--by", type=click.Choice(["year", "quarter", "month"]), default="year", show_default=True,
    help="Periods of growth and records.",
)  # fmt: skip
@click.option("--production", type=float, metavar="USD", help="Production at home, for CDI2 of one country.")
@click.option(
    "--thresholds", type=float, nargs=3, default=(0.4, 0.5, 1.0), show_default=True, metavar="CDI1 CDI2 CDI3",
    help="Above which an indicator of dependency counts.",
)  # fmt: skip
@question_options
@ledger_option
@output_options
def indicator(
    *, name: str, reporter: str, partner: str | None, digits: int | None, folder: Path, format_: str | None, path: Path | None,
    explain: bool, **asked: Any,
) -> None:  # fmt: skip
    """Compute INDICATOR of the trade of REPORTER, or of REPORTER and PARTNER.

    \b
    of one country:  rca (Balassa, symmetric, normalised), dependency (CDI1 to CDI3)
    of two:          intensity, complementarity, similarity, growth (and CAGR),
                     balance, record (highest or lowest since)
    of either:       concentration (HHI), composition and its change,
                     contribution to growth, rank

    Each dataset is taken by itself. The formula is printed with the values.
    """  # noqa: D301 -- click's mark for lines that stay as they are
    shape = shape_of(Indicators, "Indicators", lambda found: indicators_view(found, _MOST))
    desk = Desk(folder, create=False)
    answer(
        lambda: desk.indicator(name, reporter, partner, digits=digits, **asked),  # type: ignore[arg-type]
        shape, format_, path, explain,
    )  # fmt: skip


def indicators_view(reports: Sequence[Indicators], most: int | None = None) -> RenderableType:
    """The values of each dataset and flow; those of one product or period stand beside each other."""
    (report,) = reports
    notes = Footnotes()
    parts: list[RenderableType] = [Text(plain(report.title), "bold")]
    for (dataset, flow), group in groupby(report, key=lambda x: (x.dataset, x.flow)):
        lines = list(group)
        heading = block_title(dataset, (x.vintage for x in lines))
        if flow:
            heading.append(f"\n{flow.capitalize()}, {', '.join(sorted({period_name(x.period) for x in lines})[-1:])}")
        parts += [Text(""), heading, _table(report, lines[:most], notes)]
        if most and len(lines) > most:
            parts.append(Text(f"and {len(lines) - most} more; --format csv gives them all", "dim"))
    return Group(*parts, Text(""), *notes.lines(), Text(f"Formula: {report.formula}.", "dim"))


def _table(report: Indicators, lines: Sequence[Any], notes: Footnotes) -> RenderableType:
    """A row for each line; where several indicators are of one thing, they stand beside each other in one row."""
    rows = {
        key: list(group)
        for key, group in groupby(lines, key=lambda x: (x.period, x.product, x.partner, x.note, x.flags))
    }
    names = [line.indicator for line in next(iter(rows.values()))]
    beside = len(names) > 1 and all([x.indicator for x in group] == names for group in rows.values())
    products = len({x.product for x in lines}) > 1
    table = grid(
        ["Period", *([] if beside else ["Indicator"]), *(["Code"] if products else [])],
        names if beside else ["Value"],
        ["Note"],
    )
    for group in rows.values() if beside else ([line] for line in lines):
        line = group[0]
        goods = [plain(line.product or "")] if products else []
        said = _shortened(report.texts.get(line.product, "")) if products and line.product else ""
        who = name_of(line.partner) + ": " if line.indicator == "rank" and line.partner else ""
        basis = "" if line.basis in {"reported", "reconciled"} or line.basis in line.note else line.basis
        letters = notes.of(flag for flag in line.flags if flag not in QUIET or flag == "sum-of-codes")
        text = "; ".join(filter(None, [plain(said), who + plain(line.note), basis]))
        table.add_row(
            period_name(line.period), *([] if beside else [line.indicator]), *goods, *map(_value, group),
            " ".join(filter(None, [text, letters])),
        )  # fmt: skip
    return table


_LONG = 40


def _shortened(text: str) -> str:
    """What a code is called, cut where it is long, and so that it is seen.

    >>> _shortened("crude petroleum oil"), _shortened("fish and crustaceans, molluscs and other invertebrates")
    ('crude petroleum oil', 'fish and crustaceans, molluscs and othe…')
    """
    return text if len(text) <= _LONG else f"{text[: _LONG - 1].rstrip()}…"


def _value(line: Any) -> str:
    """A value in its unit: dollars whole, ranks and yes or no bare, percentages with one decimal, ratios with three digits."""
    value, unit = line.value, line.unit
    if value is None:
        return "not known"
    if unit == "USD":
        return money(value)
    if unit in {"rank", "yes (1) or no (0)"}:
        return f"{value:.0f}"
    text = f"{value:+.1f}" if unit.startswith("percent") and line.indicator != "complementarity" else f"{value:,.4g}"
    return f"{text}{_UNITS.get(unit, '')}".replace("-", MINUS)
