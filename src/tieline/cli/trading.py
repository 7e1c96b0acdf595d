"""`tieline trade`, `partners`, `dependence` and `products`: what the figures say about a dyad or a country."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from tieline.cli.answers import answer, shape_of
from tieline.cli.app import F, cli, example, ledger_option, output_options
from tieline.cli.mirror_view import mirror_view
from tieline.cli.standing_views import basket_view, dependence_view, standings_view
from tieline.cli.trade_views import revisions_view, trade_view
from tieline.model.errors import UsageError
from tieline.workspace import Basket, Desk, MirrorReport, Standings, TradeReport

_SIDES = click.Choice(["exports", "imports"])
_MOST = 20
"""So many partners or products of one table are shown in a terminal."""


def question_options(function: F) -> F:
    """Add what all questions share: `--dataset`, `--as-known-on` and `--explain`."""
    function = click.option(
        "--explain", is_flag=True, help="Print the rows behind the figures, each with its file and line, and the SQL."
    )(function)
    function = click.option(
        "--as-known-on",
        metavar="DATE",
        help="Only what was released by that day; what has no date of release is left out.",
    )(function)
    return click.option(
        "--dataset", multiple=True, metavar="NAME", help="Only this dataset; may be given several times."
    )(function)


def years_options(function: F) -> F:
    """Add `--since`, `--until`, and `--year` for both."""
    return click.option("--year", metavar="YEAR", help="One year, in the place of --since and --until.")(
        span_options(function)
    )


def span_options(function: F) -> F:
    """Add `--since` and `--until`."""
    function = click.option("--until", metavar="DATE", help="The last period (2022, 2022-06).")(function)
    return click.option("--since", metavar="DATE", help="The first period (2015, 2015-01).")(function)


def product_option(function: F) -> F:
    """Add `--product`."""
    return click.option(
        "--product",
        metavar="CODES",
        help="HS codes (27; 2709,2710; 50-63), SITC codes (SITC 333) or words (crude oil); else all.",
    )(function)


def top_option(function: F) -> F:
    """Add `--top`."""
    return click.option(
        "--top",
        type=click.IntRange(min=1),
        metavar="N",
        help="Only the first N of each; shares stay those of the whole.",
    )(function)


@cli.command(
    short_help="Show the trade of two countries.",
    epilog=example(
        "tieline trade RUS PRK",
        "tieline trade RUS PRK --product 27 --since 2015 --by month",
        "tieline trade CHN PRK --mirror --explain",
        'tieline trade Russia "North Korea" --format xlsx -o trade.xlsx',
    ),
)
@click.argument("reporter")
@click.argument("partner")
@product_option
@click.option(
    "--by", type=click.Choice(["year", "quarter", "month"]), default="year", show_default=True, help="Periods."
)
@years_options
@click.option("--mirror", is_flag=True, help="Both countries' figures side by side, with their gap.")
@click.option(
    "--reconciled", is_flag=True, help="One figure of both, FOB, weighted by how reliable either reporter is."
)
@click.option(
    "--margin",
    type=float,
    metavar="SHARE",
    help="Freight and insurance, of the FOB value [default: by distance, else 0.1].",
)
@click.option("--revisions", is_flag=True, help="The figures that differ between releases of a dataset.")
@question_options
@ledger_option
@output_options
def trade(
    *, reporter: str, partner: str, folder: Path, format_: str | None, path: Path | None, explain: bool, **asked: Any
) -> None:
    """Show what REPORTER exports to and imports from PARTNER, period by period.

    Countries are codes or names. A figure that the reporter does not give is filled in with the partner's and marked
    as mirror. A zero, a missing figure and no report at all are three different things.
    """
    several = [f"--{name}" for name in ("mirror", "reconciled", "revisions") if asked[name]]
    if len(several) > 1:
        raise UsageError(f"{' and '.join(several[:2])} are two questions; ask one")
    view: Callable[[list[Any]], Any] = (
        mirror_view if asked["mirror"] else revisions_view if asked["revisions"] else trade_view
    )
    held = asked["mirror"] or asked["reconciled"]
    answer(
        lambda: _desk(folder).trade(reporter, partner, **asked),
        shape_of(MirrorReport if held else TradeReport, "Trade", view),
        format_,
        path,
        explain,
    )


@cli.command(
    short_help="List a country's partners.",
    epilog=example(
        "tieline partners PRK",
        "tieline partners PRK --year 2014 --flow imports",
        "tieline partners CHN --product 27 --top 5",
    ),
)
@click.argument("reporter")
@click.option("--year", metavar="YEAR", help="The year; by default the last one of each dataset.")
@click.option("--flow", type=_SIDES, help="Only exports, or only imports.")
@product_option
@top_option
@question_options
@ledger_option
@output_options
def partners(
    *, reporter: str, folder: Path, format_: str | None, path: Path | None, explain: bool, **asked: Any
) -> None:
    """List REPORTER's partners by value, with share, rank and concentration (HHI).

    Of a country that reports nothing, the partners' figures are shown, marked as mirror.
    """
    shape = shape_of(Standings, "Partners", lambda found: standings_view(found, asked["top"] or _MOST))
    answer(lambda: _desk(folder).partners(reporter, **asked), shape, format_, path, explain)


@cli.command(
    short_help="Show how much of a country's trade is with one partner.",
    epilog=example("tieline dependence PRK --on CHN", "tieline dependence DEU --on RUS --product 27 --since 2010"),
)
@click.argument("reporter")
@click.option("--on", "on_", metavar="COUNTRY", required=True, help="The partner.")
@product_option
@years_options
@question_options
@ledger_option
@output_options
def dependence(
    *, reporter: str, on_: str, folder: Path, format_: str | None, path: Path | None, explain: bool, **asked: Any
) -> None:
    """Show the partner's share and rank in REPORTER's exports and imports year by year, and the other way round."""
    shape = shape_of(Standings, "Dependence", dependence_view)
    answer(lambda: _desk(folder).dependence(reporter, on_, **asked), shape, format_, path, explain)


@cli.command(
    short_help="List what two countries trade.",
    epilog=example(
        "tieline products RUS PRK",
        "tieline products RUS PRK --year 2014 --digits 4 --flow exports",
        "tieline products CHN WLD --digits 4 --sort moved --top 10",
    ),
)
@click.argument("reporter")
@click.argument("partner")
@click.option("--year", metavar="YEAR", help="The year; by default the last one of each dataset.")
@click.option("--flow", type=_SIDES, help="Only exports, or only imports.")
@click.option(
    "--digits", type=click.Choice(["2", "4", "6"]), default="2", show_default=True,
    help="Chapters, headings or subheadings of the HS.",
)  # fmt: skip
@click.option(
    "--sort", type=click.Choice(["value", "moved"]), default="value", show_default=True,
    help="The largest first, or what has moved the whole most, up or down.",
)  # fmt: skip
@top_option
@question_options
@ledger_option
@output_options
def products(
    *, reporter: str, partner: str, digits: str, folder: Path, format_: str | None, path: Path | None, explain: bool,
    **asked: Any,
) -> None:  # fmt: skip
    """List the products of REPORTER's exports to and imports from PARTNER, with their shares and what each has moved."""
    shape = shape_of(Basket, "Products", lambda found: basket_view(found, asked["top"] or _MOST))
    answer(
        lambda: _desk(folder).products(reporter, partner, digits=int(digits), **asked), shape, format_, path, explain
    )


def _desk(folder: Path) -> Desk:
    return Desk(folder, create=False)
