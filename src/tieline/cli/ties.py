"""`tieline ties`, `shifts`, `pivot`, `timeline` and `rank`: how ties change over time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from tieline.cli.answers import answer, shape_of
from tieline.cli.app import F, cli, example, ledger_option, output_options
from tieline.cli.messages import Messages
from tieline.cli.output import ENDINGS, write_bytes, write_file
from tieline.cli.pivot_view import pivots_view
from tieline.cli.tie_views import changes_view, ranking_view, ties_view, timeline_view
from tieline.model.errors import UsageError
from tieline.workspace import Changes, Desk, GoldsteinReport, Pivots, Ranking, TieReport, Timeline

_BY = click.Choice(["week", "month", "quarter", "year"])
_CHANNEL = click.Choice(["contact", "deeds", "friction", "blows", "formal-ties", "trade-dependence"])


def time_options(function: F) -> F:
    """Add `--since`, `--until`, `--dataset` and `--as-known-on`."""
    for name, metavar, said in (
        ("--as-known-on", "DATE", "Only what was published or released by that day."),
        ("--until", "DATE", "The last day (2018-10-31, 2018)."),
        ("--since", "DATE", "The first day (2018-01-01, 2018)."),
    ):
        function = click.option(name, metavar=metavar, help=said)(function)
    return click.option(
        "--dataset", multiple=True, metavar="NAME", help="Only this dataset; acts of the press are `press`."
    )(function)


def channel_option(function: F) -> F:
    """Add `--channel`."""
    return click.option(
        "--channel", multiple=True, type=_CHANNEL, help="Only this channel; may be given several times."
    )(function)


def goods_option(function: F) -> F:
    """Add `--product`."""
    return click.option(
        "--product",
        metavar="CODES",
        help="Trade dependence in these goods: codes (44; SITC 333) or words (wood); else in all trade.",
    )(function)


def explain_option(function: F) -> F:
    """Add `--explain`."""
    return click.option("--explain", is_flag=True, help="Print the acts behind the figures, and the SQL.")(function)


@cli.command(
    short_help="Show the ties of two countries over time.",
    epilog=example(
        "tieline ties RUS PRK --by year",
        "tieline ties RUS PRK --channel contact --since 2018",
        "tieline ties RUS PRK -o ties.svg",
        "tieline ties RUS PRK --by year -o ties.png",
    ),
)
@click.argument("source")
@click.argument("target")
@click.option("--by", type=_BY, default="quarter", show_default=True, help="Periods.")
@channel_option
@goods_option
@click.option("--goldstein", is_flag=True, help="Also the sums of Goldstein's values, for comparison alone.")
@time_options
@explain_option
@ledger_option
@output_options
def ties(
    *, source: str, target: str, folder: Path, format_: str | None, path: Path | None, explain: bool, **asked: Any
) -> None:
    """Show the channels between SOURCE and TARGET, both directions, period by period.

    Contact and friction are days, deeds and blows kinds of act by day; nothing is netted. Each dataset stands by itself, acts read from
    the press as `press`. A file ending in .svg or .png gets a chart, one in .html a chart and the figures below it.
    """
    desk = Desk(folder, create=False)
    if path is not None and format_ is None and not explain and path.suffix.lower() in _CHARTS:
        _write_chart(desk.ties(source, target, **asked), path)
        return
    if path is not None and format_ is None and path.suffix.lower() not in ENDINGS:
        charts = "; --explain goes with figures alone" if explain else f", a chart as {', '.join(_CHARTS[:3])}"
        raise UsageError(
            f"{path}: no format goes with this ending; figures are written as {', '.join(ENDINGS)}{charts}"
        )
    kind = GoldsteinReport if asked["goldstein"] else TieReport
    answer(lambda: desk.ties(source, target, **asked), shape_of(kind, "Ties", ties_view), format_, path, explain)


_CHARTS = (".svg", ".png", ".html", ".htm")


def _write_chart(report: TieReport, path: Path) -> None:
    from tieline.report.charts import ties_page, ties_svg  # noqa: PLC0415
    from tieline.report.pictures import png_of  # noqa: PLC0415

    messages = Messages()
    for note in report.notes:
        messages.note(note)
    ending, lines = path.suffix.lower(), report.objects()
    if ending in {".svg", ".png"}:
        chart = ties_svg(report.title, lines, report.by_year)
        write_file(path, chart) if ending == ".svg" else write_bytes(path, png_of(chart))
    else:
        write_file(path, ties_page(report.title, lines, report.by_year, report.notes))


@cli.command(
    short_help="Find lasting changes and bursts in ties.",
    epilog=example(
        "tieline shifts RUS PRK --by month",
        "tieline shifts --country RUS --channel friction",
        "tieline shifts EU RUS --by year --channel trade-dependence --product wood",
        "tieline shifts --by week --all",
    ),
)
@click.argument("countries", nargs=-1)
@click.option("--country", metavar="COUNTRY", help="Every dyad of this country.")
@click.option("--by", type=_BY, default="week", show_default=True, help="Periods.")
@channel_option
@goods_option
@click.option("--all", "with_none", is_flag=True, help="Also a line for each series that was tested and has no mark.")
@click.option("--directed", is_flag=True, help="Each direction by itself; else both together.")
@click.option(
    "--least", type=click.IntRange(min=1), default=40, show_default=True, help="Only series with so many acts."
)
@time_options
@explain_option
@ledger_option
@output_options
def shifts(
    *, countries: tuple[str, ...], country: str | None, folder: Path, format_: str | None, path: Path | None, explain: bool, **asked: Any
) -> None:  # fmt: skip
    """Find shifts (a level that lasts) and bursts (a leap) between two COUNTRIES, of one, or in every dyad.

    Levels are held against the volume of the dataset, which moves by half within a year.
    """
    if country is not None and countries:
        raise UsageError("give a dyad, or --country, not both")
    codes = (country,) if country is not None else countries
    if len(codes) == 1 and country is None:
        raise UsageError(f"a dyad has two countries; every dyad of {codes[0]}: --country {codes[0]}")
    desk = Desk(folder, create=False)
    answer(lambda: desk.shifts(*codes, **asked), shape_of(Changes, "Shifts", changes_view), format_, path, explain)


@cli.command(
    short_help="Tell whether a country moved from one partner to another.",
    epilog=example("tieline pivot PRK --from CHN --to RUS --around 2014"),
)
@click.argument("country")
@click.option("--from", "from_", metavar="COUNTRY", required=True, help="The partner it may have left.")
@click.option("--to", metavar="COUNTRY", required=True, help="The partner it may have turned to.")
@click.option("--around", metavar="DATE", help="The time of the move; by default that of the largest one.")
@click.option("--by", type=_BY, default="quarter", show_default=True, help="Periods.")
@click.option("--dataset", multiple=True, metavar="NAME", help="Only this dataset.")
@click.option("--as-known-on", metavar="DATE", help="Only what was published or released by that day.")
@explain_option
@ledger_option
@output_options
def pivot(
    *,
    country: str,
    from_: str,
    to: str,
    folder: Path,
    format_: str | None,
    path: Path | None,
    explain: bool,
    **asked: Any,
) -> None:
    """Tell whether COUNTRY turned from one partner to another: pivot, lean, diversification, burst, mixed, no change.

    Both sides must move in their own right, another channel must agree, and it must last; the base rate stands beside it.
    """
    desk = Desk(folder, create=False)
    answer(
        lambda: desk.pivot(country, from_, to, **asked),
        shape_of(Pivots, "Pivot", pivots_view),
        format_,
        path,
        explain=explain,
    )


@cli.command(
    short_help="List acts and figures of two countries by date.",
    epilog=example("tieline timeline RUS PRK --since 2014", "tieline timeline RUS PRK --dataset press"),
)
@click.argument("source")
@click.argument("target")
@time_options
@explain_option
@ledger_option
@output_options
def timeline(
    *, source: str, target: str, folder: Path, format_: str | None, path: Path | None, explain: bool, **asked: Any
) -> None:
    """List what happened, is planned and was said between SOURCE and TARGET, with the figures, each with who says so."""
    desk = Desk(folder, create=False)
    answer(
        lambda: desk.timeline(source, target, **asked),
        shape_of(Timeline, "Timeline", timeline_view),
        format_,
        path,
        explain=explain,
    )


@cli.command(
    short_help="Rank dyads by a channel or its change.",
    epilog=example("tieline rank --by contact", "tieline rank --by friction --change --country RUS"),
)
@click.option("--by", type=_CHANNEL, default="contact", show_default=True, help="The channel.")
@click.option("--change", is_flag=True, help="By what moved most between the first and the second half of the time.")
@click.option("--country", metavar="COUNTRY", help="Only dyads of this country.")
@goods_option
@click.option("--most", type=click.IntRange(min=1), default=50, show_default=True, help="So many of each dataset.")
@time_options
@explain_option
@ledger_option
@output_options
def rank(*, folder: Path, format_: str | None, path: Path | None, explain: bool, **asked: Any) -> None:
    """Rank the dyads of the ledger by a channel, or by how much it changed."""
    desk = Desk(folder, create=False)
    answer(lambda: desk.rank(**asked), shape_of(Ranking, "Rank", ranking_view), format_, path, explain=explain)
