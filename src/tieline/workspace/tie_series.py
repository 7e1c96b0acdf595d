"""Series of ties for the verbs of a desk: what was asked, the series, their lines, notes and the acts behind them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tieline.model.errors import UsageError
from tieline.ties.asking import TRADE
from tieline.workspace.asked_datasets import known_datasets
from tieline.workspace.asked_times import When, known_on, span
from tieline.workspace.found import Behind
from tieline.workspace.trade_words import allowed_words

if TYPE_CHECKING:
    from tieline.ledger import Ledger
    from tieline.ties.asking import Ask
    from tieline.ties.series import Series

_MOST_ROWS = 10_000
_THIN = 0.5
"""The share of its days under which a period's coverage is told as thin."""


def ask_of(
    ledger: Ledger, by: str, codes: tuple[str, ...], since: When | None, until: When | None, channel: str | Sequence[str],
    dataset: str | Sequence[str], as_known_on: When | None, *, directed: bool = True, least: int = 1,
) -> Ask:  # fmt: skip
    """What a caller wants, understood or refused."""
    from tieline.ties.asking import BY, CHANNELS_ORDER, Ask  # noqa: PLC0415
    from tieline.ties.coding import CHANNELS  # noqa: PLC0415

    if by not in BY:
        raise UsageError(f"by {by!r}; allowed: {', '.join(BY)}")
    first, last = span(since, until)
    wanted = allowed_words("channel", channel, CHANNELS_ORDER) or (*CHANNELS, "formal-ties")
    names = known_datasets(ledger, dataset, ties=True)
    return Ask(
        by=by, countries=codes, channels=wanted, datasets=names, since=first, until=last, known_on=known_on(as_known_on),
        directed=directed, least=least,
    )  # fmt: skip


def with_goods(ask: Ask, channel: str | Sequence[str], product: str | None) -> Ask:
    """What is asked, with the goods in whose trade the shares are.

    Args:
        ask: Of which series.
        channel: The channels that the caller named; none for all.
        product: The goods, as codes or words; None for all trade.
    """
    from tieline.workspace.trade_words import product_asked  # noqa: PLC0415

    if product is None:
        return ask
    goods = product_asked(product)
    if channel and TRADE not in channel:
        raise UsageError(f"--product {product!r} is of trade, and {', '.join(ask.channels)} are not: --channel {TRADE}")
    if ask.by != "year":
        raise UsageError(f"--product {product!r} is of trade, whose shares are told by year: --by year")
    return replace(ask, goods=goods["codes"], classification=goods["classification"])


def goods_words(ask: Ask) -> str:
    """The goods behind a title, where trade dependence is in some alone."""
    from tieline.workspace.trade_words import product_words  # noqa: PLC0415

    return f", trade in {product_words(ask.goods, ask.classification)}" if ask.goods else ""


def series_of(ledger: Ledger, ask: Ask) -> list[Series]:
    """The series of counts and of formal ties that are asked for."""
    from tieline.ties.channels import channel_series  # noqa: PLC0415

    return channel_series(ledger, ask)


def lines_of(one: Series) -> list[dict[str, Any]]:
    """A series as lines, one a period; a period without coverage has no value."""
    return [
        {
            "source": one.source, "target": one.target, "channel": one.channel, "period": one.period(at).iso,
            "value": float(one.value[at]) if one.coverage[at] > 0 else None, "exposure": float(one.exposure[at]),
            "coverage": round(float(one.coverage[at]), 4), "dataset": one.dataset,
            "acts": float(one.acts[at]) if one.coverage[at] > 0 and one.unit == "count" else None, "flow": None, "flags": None,
        }
        for at in range(len(one.starts))
    ]  # fmt: skip


def year_counts(ledger: Ledger, ask: Ask) -> tuple[str, ...]:
    """The datasets that count the acts of a year, where years are asked for."""
    from tieline.ties.channel_sql import channels_counted_sql  # noqa: PLC0415

    rows = ledger.query(channels_counted_sql(ledger, ask)).to_pylist() if ask.by == "year" else []
    return tuple(dict.fromkeys(row["dataset"] for row in rows))


def kinds_told(ledger: Ledger, ask: Ask) -> dict[tuple[str, str, str, str], dict[str, dict[str, int]]]:
    """What the deeds and blows of a dyad are made of."""
    from tieline.ties.channel_sql import kinds_sql  # noqa: PLC0415
    from tieline.ties.kinds import counted_kinds  # noqa: PLC0415

    return counted_kinds(ledger.query(kinds_sql(ledger, ask)).to_pylist())


def with_goldstein(ledger: Ledger, ask: Ask, lines: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The lines with the sum of Goldstein's values; null where the dataset gives none."""
    from tieline.ties.asking import period_from  # noqa: PLC0415
    from tieline.ties.channel_sql import goldstein_sql  # noqa: PLC0415

    key = ("dataset", "source", "target", "channel", "period")
    rows = ledger.query(goldstein_sql(ledger, ask)).to_pylist()
    sums = {
        tuple({**row, "period": period_from(row["start"], ask.by).iso}[name] for name in key): row["goldstein"]
        for row in rows
    }
    told = {row["dataset"] for row in rows if row["goldstein"] is not None}

    def of(line: dict[str, Any]) -> float | None:
        found = sums.get(tuple(line[name] for name in key), 0.0)
        return None if line["value"] is None or line["dataset"] not in told or found is None else round(found, 2)

    return [line | {"goldstein": of(line)} for line in lines]


def coverage_notes(series: Sequence[Series]) -> tuple[str, ...]:
    """Which datasets are thin, or change their volume by half or more."""
    notes = []
    counted = [one for one in series if one.unit == "count"]
    for name in dict.fromkeys(one.dataset for one in counted):
        one = next(each for each in counted if each.dataset == name)
        thin = [at for at, covered in enumerate(one.coverage) if 0 < covered < _THIN]
        told = one.total[one.coverage >= _THIN]
        if len(thin) == 1:
            period, covered = one.period(thin[0]).iso, one.coverage[thin[0]]
            notes.append(f"{name}: {period} is covered for {covered:.0%} of its days alone")
        elif thin:
            notes.append(f"{name}: {len(thin)} periods are covered for less than half of the days")
        if len(told) > 3 and told.max() > 1.5 * max(told.min(), 1) and name != "press":
            notes.append(
                f"{name}: it reports between {told.min():,.0f} and {told.max():,.0f} acts a {one.by}; levels are held against that"
            )
    return tuple(notes)


def sql_of(ledger: Ledger, ask: Ask) -> str:
    """The query that gives the acts behind the series."""
    from tieline.ties.channel_sql import rows_sql  # noqa: PLC0415

    return rows_sql(ledger, ask)


def behind_of(ledger: Ledger, ask: Ask, *, of: Collection[str] = ()) -> Behind:
    """The acts behind the series, asked for when they are wanted; only those between countries `of`, if given."""
    where = f" WHERE source IN ({_listed(of)}) AND target IN ({_listed(of)})" if of else ""
    return Behind(
        rows=lambda: list(ledger.query(f"SELECT * FROM ({sql_of(ledger, ask)}){where} LIMIT {_MOST_ROWS}").to_pylist())
    )


def _listed(codes: Collection[str]) -> str:
    return ", ".join(f"'{code}'" for code in sorted(codes))
