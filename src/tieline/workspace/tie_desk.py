"""The verbs of a desk that ask for ties over time: channels, shifts and bursts, pivots, ranks, timelines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from tieline.model.countries import display
from tieline.model.errors import MissingDataError, UsageError
from tieline.workspace.tie_results import Changes, Pivots, Ranking, TieReport, Timeline
from tieline.workspace.trade_results import Behind
from tieline.workspace.trade_words import country_code, dyad, known_on, span

if TYPE_CHECKING:
    from tieline.ledger import Ledger
    from tieline.report.brief import Brief
    from tieline.ties.channels import Ask, Series

_NONE = (
    "the ledger has no acts{about}; `tieline load FILE` takes event files (ICEWS, GDELT, POLECAT, Phoenix, PLOVER), and "
    "`tieline read` takes them from the press"
)
_MOST_ROWS = 10_000


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
        ask = _ask(by, pair, since, until, channel, dataset, as_known_on)
        ledger = self._existing()
        series = _series(ledger, ask)
        lines = [line for one in series for line in _lines(one)]
        lines += _dependence(self, pair, ask, channel) if ask.by == "year" else []
        if not lines:
            raise MissingDataError(_NONE.format(about=f" between {display(pair[0])} and {display(pair[1])}"))
        title = f"Ties of {display(pair[0])} and {display(pair[1])}, by {by}"
        return TieReport(
            title, tuple(lines), (_sql(ledger, ask),), _coverage_notes(series), behind=_behind(ledger, ask)
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
        ask = replace(_ask(by, codes, since, until, channel, dataset, as_known_on), directed=directed, least=least)
        ledger = self._existing()
        series = _series(ledger, ask)
        if not series:
            about = " between ".join(["", " and ".join(map(display, codes))]) if codes else ""
            raise MissingDataError(_NONE.format(about=f"{about}, or fewer than {least} in every series (--least)"))
        lines = [
            {
                "source": one.source, "target": one.target, "channel": one.channel, "kind": change.kind,
                "date": change.at and change.at.isoformat(),
                "interval": [day.isoformat() for day in change.interval] if change.interval else None,
                "before": change.before, "after": change.after, "dataset": one.dataset,
            }
            for one in series
            for change in changes_of(one, with_none=with_none)
        ]  # fmt: skip
        title = f"Shifts and bursts{f' of {chr(32).join(map(display, codes))}' if codes else ''}, by {by}"
        tested = sum(1 for one in series if (one.coverage > 0).sum() > 0)
        notes = (f"{tested} series of {least} acts or more were tested", *_coverage_notes(series))
        return Changes(title, tuple(lines), (_sql(ledger, ask),), notes, behind=_behind(ledger, ask))

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
        found = []
        for each in dict.fromkeys((by, "year")):
            ask = replace(_ask(each, (one,), None, None, (), dataset, as_known_on), directed=False)
            series = _series(ledger, ask)
            for name in dict.fromkeys(s.dataset for s in series):
                mine = [s for s in series if s.dataset == name]
                years = (
                    name not in {s["dataset"] for s in ledger.query("SELECT DISTINCT dataset FROM events").to_pylist()}
                    and name != "press"
                )
                if years != (each == "year"):
                    continue
                starts = next(iter(mine)).starts
                given = span(around, around)[0] if around else None
                days = [given] if given else list(starts[2:-1])
                trade = _trade_change(self, one, old, new, given)
                tried = [pivot_of(mine, one, old, new, day, trade=trade) for day in days]
                told = [p for p in tried if p.move is not None] or tried[:1]
                found.append(max(told, key=lambda p: p.move if p.move is not None else float("-inf"))) if told else None
        if not found:
            raise MissingDataError(_NONE.format(about=f" of {display(one)}"))
        title = f"{display(one)}: from {display(old)} to {display(new)}"
        return Pivots(title, tuple(found))

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
            _ask("month", codes, since, until, (by,), dataset, as_known_on), directed=False, least=10 if change else 1
        )
        ledger = self._existing()
        series = _series(ledger, ask) or _series(ledger, replace(ask, by="year"))
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
        return Ranking(f"Dyads by {'change of ' if change else ''}{by}", tuple(lines), (_sql(ledger, ask),))

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
        from tieline.ties.timelines import entries  # noqa: PLC0415

        pair = dyad(source, target)
        first, last = span(since, until)
        lines = entries(
            self._existing(), pair, since=first, until=last, datasets=tuple(dataset), known_on=known_on(as_known_on)
        )
        if not lines:
            raise MissingDataError(_NONE.format(about=f" or figures of {display(pair[0])} and {display(pair[1])}"))
        return Timeline(f"{display(pair[0])} and {display(pair[1])}", tuple(lines))

    def brief(self, source: str, target: str, *, as_known_on: str | None = None) -> Brief:
        """One page on two countries, each sentence with its quote or rows.

        Raises:
            MissingDataError: the ledger has nothing of the two.
        """
        from tieline.workspace.briefing import brief_of  # noqa: PLC0415

        return brief_of(self, dyad(source, target), known_on(as_known_on))


def _ask(
    by: str, codes: tuple[str, ...], since: str | None, until: str | None, channel: Sequence[str], dataset: Sequence[str],
    as_known_on: str | None,
) -> Ask:  # fmt: skip
    from tieline.ties.channels import BY, CHANNELS_ORDER, Ask  # noqa: PLC0415
    from tieline.ties.coding import CHANNELS  # noqa: PLC0415

    if by not in BY:
        raise UsageError(f"by {by!r}; allowed: {', '.join(BY)}")
    for name in channel:
        if name not in CHANNELS_ORDER:
            raise UsageError(f"no channel {name!r}; allowed: {', '.join(CHANNELS_ORDER)}")
    first, last = span(since, until)
    wanted = tuple(channel) or CHANNELS
    names = (dataset,) if isinstance(dataset, str) else tuple(dataset)
    return Ask(
        by=by, countries=codes, channels=wanted, datasets=names, since=first, until=last, known_on=known_on(as_known_on)
    )


def _series(ledger: Ledger, ask: Ask) -> list[Series]:
    from tieline.ties.channels import channel_series  # noqa: PLC0415

    return channel_series(ledger, ask)


def _lines(one: Series) -> list[dict[str, Any]]:
    return [
        {
            "source": one.source, "target": one.target, "channel": one.channel, "period": one.period(at).iso,
            "value": float(one.value[at]) if one.coverage[at] > 0 else None, "exposure": float(one.exposure[at]),
            "coverage": round(float(one.coverage[at]), 4), "dataset": one.dataset,
        }
        for at in range(len(one.starts))
    ]  # fmt: skip


def _dependence(desk: Any, pair: tuple[str, str], ask: Ask, channel: Sequence[str]) -> list[dict[str, Any]]:
    """Each country's share of the other in its trade, both flows, by year; where the ledger has figures."""
    if channel and "trade-dependence" not in channel:
        return []
    try:
        standings = desk.dependence(*pair, since=ask.since and str(ask.since.year), until=ask.until and str(ask.until.year),
                                    as_known_on=ask.known_on and ask.known_on.isoformat())  # fmt: skip
    except (MissingDataError, UsageError):
        return []
    found: dict[tuple[str, str, str, str], list[Any]] = {}
    for line in standings:
        if line.share is not None:
            found.setdefault((line.dataset, line.reporter, line.partner, line.period), []).append(line)
    return [
        {"source": one, "target": other, "channel": "trade-dependence", "period": period,
         "value": round(max(line.share for line in lines), 6), "exposure": None, "coverage": 1.0, "dataset": dataset}
        for (dataset, one, other, period), lines in sorted(found.items())
    ]  # fmt: skip


def _trade_change(desk: Any, one: str, old: str, new: str, day: date | None) -> tuple[float, float] | None:
    """Change of the share of trade with the old and the new partner, in points, two years before against two after."""
    if day is None:
        return None
    changes = []
    for partner in (old, new):
        try:
            lines = [line for line in desk.dependence(one, partner) if line.reporter == one and line.share is not None]
        except (MissingDataError, UsageError):
            return None
        before = [line.share for line in lines if day.year - 2 <= int(line.period[:4]) < day.year]
        after = [line.share for line in lines if day.year <= int(line.period[:4]) < day.year + 2]
        if not before or not after:
            return None
        changes.append(100 * (sum(after) / len(after) - sum(before) / len(before)))
    return changes[0], changes[1]


def _coverage_notes(series: Sequence[Series]) -> tuple[str, ...]:
    """Which datasets are thin, or change their volume by half or more."""
    notes = []
    for name in dict.fromkeys(one.dataset for one in series):
        one = next(each for each in series if each.dataset == name)
        thin = int(((one.coverage > 0) & (one.coverage < 0.5)).sum())
        told = one.total[one.coverage > 0]
        if thin > 1:
            notes.append(f"{name}: {thin} periods are covered for less than half of their days")
        if len(told) > 3 and told.max() > 1.5 * max(told.min(), 1) and name != "press":
            notes.append(
                f"{name}: its volume changes from {told.min():.0f} to {told.max():.0f} acts a period; levels are held against it"
            )
    return tuple(notes)


def _sql(ledger: Ledger, ask: Ask) -> str:
    from tieline.ties.channels import rows_sql  # noqa: PLC0415

    return rows_sql(ledger, ask)


def _behind(ledger: Ledger, ask: Ask) -> Behind:
    return Behind(rows=lambda: list(ledger.query(f"{_sql(ledger, ask)} LIMIT {_MOST_ROWS}").to_pylist()))
