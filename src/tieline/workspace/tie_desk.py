"""The verbs of a desk that ask for ties over time: channels, shifts and bursts, pivots, ranks, timelines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tieline.model.countries import display
from tieline.model.errors import UsageError
from tieline.ties.asking import TRADE, YEARLY
from tieline.workspace.asked_times import When, span
from tieline.workspace.found import Behind
from tieline.workspace.ledger_folder import LedgerFolder
from tieline.workspace.tie_absence import no_acts, quiet_notes, unreleased_notes
from tieline.workspace.tie_results import Changes, GoldsteinReport, Pivots, Ranking, TieReport, Timeline
from tieline.workspace.tie_series import (
    ask_of,
    behind_of,
    coverage_notes,
    goods_words,
    kinds_told,
    lines_of,
    series_of,
    sql_of,
    with_goldstein,
    with_goods,
    year_counts,
)
from tieline.workspace.tie_trade import Dependence, dependence_of
from tieline.workspace.tie_trade_rows import SharesBehind
from tieline.workspace.trade_words import country_code, dyad, named, wider_note


class TieDesk(LedgerFolder):
    """What a desk answers about ties over time. Countries are codes or names."""

    def ties(
        self,
        source: str,
        target: str,
        *,
        by: str = "quarter",
        since: When | None = None,
        until: When | None = None,
        channel: str | Sequence[str] = (),
        dataset: str | Sequence[str] = (),
        as_known_on: When | None = None,
        product: str | None = None,
        goldstein: bool = False,
    ) -> TieReport:
        """The channels of a dyad, both directions apart, period by period.

        Args:
            source: One country.
            target: The other.
            by: `week`, `month`, `quarter` or `year`.
            since: The first day, ISO.
            until: The last day, ISO.
            channel: Only these (`contact`, `deeds`, `friction`, `blows`, `formal-ties`, `trade-dependence`).
            dataset: Only these datasets; acts read from the press are dataset `press`.
            as_known_on: Nothing that was published or released later.
            product: In the trade of which goods the shares of `trade-dependence` are: codes or words; all trade by default.
            goldstein: Also the sums of Goldstein's values, for comparison with other work: they weigh unlike things against
                each other, and nothing here is told from them.

        Raises:
            MissingDataError: there are no acts of the two.
        """
        pair = dyad(source, target)
        ask = with_goods(
            ask_of(self.existing_ledger(), by, pair, since, until, channel, dataset, as_known_on, least=0),
            channel,
            product,
        )
        ledger = self.existing_ledger()
        series = series_of(ledger, ask)
        lines = [line for one in series for line in lines_of(one)]
        wanted = ask.by == "year" and (not channel or TRADE in channel)
        trade = dependence_of(self, pair, ask) if wanted else Dependence()
        lines += trade.lines()
        if not lines:
            raise no_acts(f" between {named(pair)}", ledger, ask, notes=trade.notes)
        title = f"Ties of {named(pair)}, by {by}{goods_words(ask)}"
        lines = with_goldstein(ledger, ask, lines) if goldstein else lines
        return (GoldsteinReport if goldstein else TieReport)(
            title, tuple(lines), (sql_of(ledger, ask),), (*coverage_notes(series), *quiet_notes(series), *unreleased_notes(ledger, ask), *trade.notes, *wider_note(product)),
            behind=behind_of(ledger, ask), kinds=kinds_told(ledger, ask), trade=SharesBehind(ledger, trade),
            by_year=year_counts(ledger, ask),
        )  # fmt: skip

    def shifts(
        self,
        *countries: str,
        by: str = "week",
        since: When | None = None,
        until: When | None = None,
        channel: str | Sequence[str] = (),
        dataset: str | Sequence[str] = (),
        as_known_on: When | None = None,
        directed: bool = False,
        least: int = 40,
        product: str | None = None,
        with_none: bool = False,
    ) -> Changes:
        """Lasting changes of level and short bursts, of one dyad, of all of a country's, or of all there are.

        Args:
            countries: Two, one, or none for every dyad.
            by: `week`, `month`, `quarter` or `year`.
            since: The first day, ISO.
            until: The last day, ISO.
            channel: Only these.
            dataset: Only these datasets.
            as_known_on: Nothing that was published or released later.
            directed: Each direction by itself; else both together, the first of the two by its code as source.
            least: Only series with so many acts.
            product: In the trade of which goods the shares of `trade-dependence` are: codes or words; all trade by default.
            with_none: Also one line for each series that was tested and has no mark.

        Raises:
            MissingDataError: there are no acts.
        """
        from tieline.workspace.tie_changes import changes_asked  # noqa: PLC0415

        codes = tuple(country_code(each) for each in countries)
        if len(codes) > 2:
            raise UsageError(f"{len(codes)} countries; give a dyad, one country, or none for every dyad")
        ask = ask_of(
            self.existing_ledger(),
            by,
            codes,
            since,
            until,
            channel,
            dataset,
            as_known_on,
            directed=directed,
            least=least,
        )
        return changes_asked(self, with_goods(ask, channel, product), channel, wider_note(product), with_none=with_none)

    def pivot(
        self,
        country: str,
        from_: str,
        to: str,
        *,
        around: When | None = None,
        by: str = "quarter",
        dataset: str | Sequence[str] = (),
        as_known_on: When | None = None,
    ) -> Pivots:
        """Whether a country has moved from one partner to another, and what speaks for it.

        Args:
            country: Who.
            from_: The partner it may have left.
            to: The partner it may have turned to.
            around: The time of the move, ISO; by default that of the largest move.
            by: Periods; datasets that give years are taken by year.
            dataset: Only these datasets.
            as_known_on: Nothing that was published or released later.

        Raises:
            MissingDataError: there are no acts of the country.
        """
        from tieline.workspace.tie_pivots import pivots_asked  # noqa: PLC0415

        one, old, new = country_code(country), country_code(from_), country_code(to)
        if len({one, old, new}) < 3:
            raise UsageError("a pivot has three different countries: who, from whom and to whom")
        asks = {
            each: ask_of(
                self.existing_ledger(),
                each,
                (one,),
                None,
                None,
                ("contact", "deeds"),
                dataset,
                as_known_on,
                directed=False,
            )
            for each in dict.fromkeys((by, "year"))
        }
        return pivots_asked(self, (one, old, new), asks, span(around, around)[0] if around else None)

    def rank(
        self,
        *,
        by: str = "contact",
        change: bool = False,
        since: When | None = None,
        until: When | None = None,
        country: str | None = None,
        dataset: str | Sequence[str] = (),
        as_known_on: When | None = None,
        product: str | None = None,
        most: int = 50,
    ) -> Ranking:
        """Dyads by a channel: the most of it, or what moved most between the first and the second half of the time.

        Args:
            by: The channel.
            change: By the change, not by the level.
            since: The first day, ISO.
            until: The last day, ISO.
            country: Only dyads of this country.
            dataset: Only these datasets.
            as_known_on: Nothing that was published or released later.
            product: In the trade of which goods the shares of `trade-dependence` are: codes or words; all trade by default.
            most: So many of each dataset.
        """
        from tieline.workspace.tie_ranks import ranking_asked  # noqa: PLC0415

        codes = (country_code(country),) if country else ()
        period = "year" if by in YEARLY else "month"
        ask = ask_of(
            self.existing_ledger(),
            period,
            codes,
            since,
            until,
            (by,),
            dataset,
            as_known_on,
            directed=False,
            least=10 if change else 1,
        )
        return ranking_asked(self, with_goods(ask, by, product), wider_note(product), change=change, most=most)

    def timeline(
        self,
        source: str,
        target: str,
        *,
        since: When | None = None,
        until: When | None = None,
        dataset: str | Sequence[str] = (),
        as_known_on: When | None = None,
    ) -> Timeline:
        """Acts and figures of two countries in one dated list, each with who says so.

        Raises:
            MissingDataError: the ledger has nothing of the two.
        """
        from tieline.ties.timelines import MOST, entries, entry_rows_sql  # noqa: PLC0415
        from tieline.workspace.tie_entries import worded  # noqa: PLC0415

        pair, ledger = dyad(source, target), self.existing_ledger()
        ask = ask_of(ledger, "year", pair, since, until, (), dataset, as_known_on)
        times: dict[str, Any] = {
            "since": ask.since,
            "until": ask.until,
            "datasets": ask.datasets,
            "known_on": ask.known_on,
        }
        told = entries(ledger, pair, **times)
        lines = [worded(entry) for entry in told]
        if not lines:
            raise no_acts(f" or figures of {named(pair)}", ledger, ask)
        ids = {each for entry in told for each in entry["ids"]}
        said = {each for entry in told if entry["dataset"] == "press" for each in entry["ids"]}
        sql = entry_rows_sql(ledger, pair, **times, claims=said)
        behind = Behind(rows=lambda: [row for row in ledger.query(sql).to_pylist() if row["act"] in ids])
        full = sum("cameo" in entry for entry in told) >= MOST
        capped = (f"only the first {MOST:,} acts of datasets are listed; --since and --until choose",) if full else ()
        notes = (*capped, *unreleased_notes(ledger, ask))
        return Timeline(f"{display(pair[0])} and {display(pair[1])}", tuple(lines), (sql,), notes, behind=behind)
