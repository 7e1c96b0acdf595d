"""The verbs of a desk that ask for ties over time: channels, shifts and bursts, pivots, ranks, timelines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tieline.model.countries import display
from tieline.model.errors import MissingDataError, UsageError
from tieline.workspace.tie_results import Changes, Pivots, Ranking, TieReport, Timeline
from tieline.workspace.tie_series import (
    ask_of,
    behind_of,
    by_dataset,
    change_lines,
    coverage_notes,
    last_period_notes,
    lines_of,
    series_of,
    sql_of,
)
from tieline.workspace.tie_trade import CHANNEL as TRADE
from tieline.workspace.tie_trade import dependence_lines, dependence_series, trade_change
from tieline.workspace.trade_results import Behind
from tieline.workspace.trade_words import country_code, dyad, known_on, span

if TYPE_CHECKING:
    from tieline.ledger import Ledger
    from tieline.report.brief import Brief

_NONE = (
    "the ledger has no acts{about}; `tieline load FILE` takes event files (ICEWS, GDELT, POLECAT, Phoenix, PLOVER), and "
    "`tieline read` takes them from the press"
)


class TieDesk:
    """What a desk answers about ties over time. Countries are codes or names."""

    def _existing(self) -> Ledger:
        raise NotImplementedError

    def ties(
        self,
        source: str,
        target: str,
        *,
        by: str = "quarter",
        since: str | None = None,
        until: str | None = None,
        channel: Sequence[str] = (),
        dataset: Sequence[str] = (),
        as_known_on: str | None = None,
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

        Raises:
            MissingDataError: there are no acts of the two.
        """
        pair = dyad(source, target)
        ask = ask_of(by, pair, since, until, channel, dataset, as_known_on)
        ledger = self._existing()
        series = series_of(ledger, ask)
        lines = [line for one in series for line in lines_of(one)]
        lines += dependence_lines(self, pair, ask, channel) if ask.by == "year" else []
        if not lines:
            raise MissingDataError(_NONE.format(about=f" between {display(pair[0])} and {display(pair[1])}"))
        title = f"Ties of {display(pair[0])} and {display(pair[1])}, by {by}"
        return TieReport(
            title, tuple(lines), (sql_of(ledger, ask),), coverage_notes(series), behind=behind_of(ledger, ask)
        )

    def shifts(
        self,
        *countries: str,
        by: str = "week",
        since: str | None = None,
        until: str | None = None,
        channel: Sequence[str] = (),
        dataset: Sequence[str] = (),
        as_known_on: str | None = None,
        directed: bool = False,
        least: int = 40,
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
            with_none: Also one line for each series that was tested and has no mark.

        Raises:
            MissingDataError: there are no acts.
        """
        from dataclasses import replace  # noqa: PLC0415

        from tieline.ties.shifts import changes_of  # noqa: PLC0415

        codes = tuple(country_code(each) for each in countries)
        if len(codes) > 2:
            raise UsageError(f"{len(codes)} countries; give a dyad, one country, or none for every dyad")
        ask = replace(ask_of(by, codes, since, until, channel, dataset, as_known_on), directed=directed, least=least)
        ledger = self._existing()
        series = series_of(ledger, ask)
        if by == "year" and (TRADE in channel or (codes and not channel)):
            series += dependence_series(self, codes, ask)
        elif TRADE in channel:
            raise UsageError("trade dependence is told by year: --by year")
        if not series:
            about = " between ".join(["", " and ".join(map(display, codes))]) if codes else ""
            raise MissingDataError(_NONE.format(about=f"{about}, or fewer than {least} in every series (--least)"))
        found = [change for one in series for change in changes_of(one, with_none=with_none)]
        title = f"Shifts and bursts{f' of {chr(32).join(map(display, codes))}' if codes else ''}, by {by}"
        tested = sum(1 for one in series if (one.coverage > 0).sum() > 0)
        notes = (
            f"{tested} series of {least} acts or more, or of shares and ties by year, were tested",
            *coverage_notes(series),
            *last_period_notes(found),
        )
        return Changes(title, change_lines(found), (sql_of(ledger, ask),), notes, behind=behind_of(ledger, ask))

    def pivot(
        self,
        country: str,
        from_: str,
        to: str,
        *,
        around: str | None = None,
        by: str = "quarter",
        dataset: Sequence[str] = (),
        as_known_on: str | None = None,
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
        from dataclasses import replace  # noqa: PLC0415

        from tieline.ties.pivots import pivot_of  # noqa: PLC0415

        one, old, new = country_code(country), country_code(from_), country_code(to)
        if len({one, old, new}) < 3:
            raise UsageError("a pivot has three different countries: who, from whom and to whom")
        ledger = self._existing()
        given = span(around, around)[0] if around else None
        found = []
        for each in dict.fromkeys((by, "year")):
            ask = replace(ask_of(each, (one,), None, None, ("contact", "deeds"), dataset, as_known_on), directed=False)
            series = series_of(ledger, ask)
            for mine in by_dataset(ledger, series, yearly=each == "year"):
                days = [given] if given else list(mine[0].starts[2:-1])
                trade = trade_change(self, one, old, new, given)
                tried = [pivot_of(mine, one, old, new, day, trade=trade) for day in days]
                told = [p for p in tried if p.move is not None] or tried[:1]
                found.append(max(told, key=lambda p: p.move if p.move is not None else float("-inf"))) if told else None
        if not found:
            raise MissingDataError(_NONE.format(about=f" of {display(one)}"))
        title = f"{display(one)}: from {display(old)} to {display(new)}"
        partners = replace(
            ask_of("year", (one,), None, None, ("contact", "deeds"), dataset, as_known_on), directed=False
        )
        return Pivots(
            title, tuple(found), (sql_of(ledger, partners),), behind=behind_of(ledger, partners, of={one, old, new})
        )

    def rank(
        self,
        *,
        by: str = "contact",
        change: bool = False,
        since: str | None = None,
        until: str | None = None,
        country: str | None = None,
        dataset: Sequence[str] = (),
        as_known_on: str | None = None,
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
            most: So many of each dataset.
        """
        from dataclasses import replace  # noqa: PLC0415

        codes = (country_code(country),) if country else ()
        ask = replace(
            ask_of("month", codes, since, until, (by,), dataset, as_known_on), directed=False, least=10 if change else 1
        )
        ledger = self._existing()
        series = series_of(ledger, ask) or series_of(ledger, replace(ask, by="year"))
        rows = []
        for one in series:
            half = len(one.starts) // 2
            if one.channel != by or half < 1:
                continue
            before, after = float(one.value[:half].mean()), float(one.value[half:].mean())
            rows.append({"source": one.source, "target": one.target, "channel": by, "before": round(before, 3), "after": round(after, 3),
                         "change": round(after - before, 3), "dataset": one.dataset})  # fmt: skip
        if not rows:
            raise MissingDataError(_NONE.format(about=f" in the channel {by}"))

        def weight(row: dict[str, Any]) -> float:
            return float(abs(row["change"]) if change else row["before"] + row["after"])

        lines: list[dict[str, Any]] = []
        for name in sorted({str(row["dataset"]) for row in rows}):
            mine = sorted(
                (row for row in rows if row["dataset"] == name),
                key=lambda row: (-weight(row), row["source"], row["target"]),
            )
            lines += [{"rank": at} | row for at, row in enumerate(mine[:most], start=1)]
        return Ranking(
            f"Dyads by {'change of ' if change else ''}{by}",
            tuple(lines),
            (sql_of(ledger, ask),),
            behind=behind_of(ledger, ask),
        )

    def timeline(
        self,
        source: str,
        target: str,
        *,
        since: str | None = None,
        until: str | None = None,
        dataset: Sequence[str] = (),
        as_known_on: str | None = None,
    ) -> Timeline:
        """Acts and figures of two countries in one dated list, each with who says so.

        Raises:
            MissingDataError: the ledger has nothing of the two.
        """
        from tieline.ties.timelines import entries, entry_rows_sql  # noqa: PLC0415

        pair = dyad(source, target)
        first, last = span(since, until)
        lines = entries(
            self._existing(), pair, since=first, until=last, datasets=tuple(dataset), known_on=known_on(as_known_on)
        )
        if not lines:
            raise MissingDataError(_NONE.format(about=f" or figures of {display(pair[0])} and {display(pair[1])}"))
        sql, ledger = entry_rows_sql(pair), self._existing()
        behind = Behind(rows=lambda: list(ledger.query(sql).to_pylist()))
        return Timeline(f"{display(pair[0])} and {display(pair[1])}", tuple(lines), (sql,), behind=behind)

    def brief(self, source: str, target: str, *, as_known_on: str | None = None, explain: bool = False) -> Brief:
        """One page on two countries, each sentence with its quote or rows.

        Args:
            source: One country.
            target: The other.
            as_known_on: Nothing that was published or released later.
            explain: With a last section of the queries that give the rows behind.

        Raises:
            MissingDataError: the ledger has nothing of the two.
        """
        from tieline.workspace.briefing import brief_of  # noqa: PLC0415

        return brief_of(self, dyad(source, target), known_on(as_known_on), explain=explain)
