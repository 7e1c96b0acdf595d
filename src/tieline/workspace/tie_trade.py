"""Trade dependence as a channel: each country's share of the other in its trade, by year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from tieline.model.errors import MissingDataError, UsageError

if TYPE_CHECKING:
    from tieline.ties.channels import Ask, Series

CHANNEL = "trade-dependence"


def dependence_lines(desk: Any, pair: tuple[str, str], ask: Ask, channel: Sequence[str]) -> list[dict[str, Any]]:
    """Each country's share of the other in its trade, exports or imports, whichever is larger; a year without figures has no value."""
    if channel and CHANNEL not in channel:
        return []
    return [
        {"source": source, "target": target, "channel": CHANNEL, "period": str(year), "value": shares.get(str(year)), "exposure": None,
         "coverage": float(str(year) in shares), "dataset": dataset}
        for (dataset, source, target), shares in sorted(_shares(desk, pair, ask).items())
        for year in range(int(min(shares)), int(max(shares)) + 1)
    ]  # fmt: skip


def dependence_series(desk: Any, countries: tuple[str, ...], ask: Ask) -> list[Series]:
    """The same as series of a dyad, of all dyads of a country, or of all there are."""
    from tieline.ties.channels import Series  # noqa: PLC0415

    out = []
    for (dataset, source, target), shares in sorted(_shares(desk, countries, ask).items()):
        first, last = int(min(shares)[:4]), int(max(shares)[:4])
        starts = tuple(date(year, 1, 1) for year in range(first, last + 1))
        value = np.array([shares.get(str(day.year), 0.0) for day in starts])
        told = np.array([float(str(day.year) in shares) for day in starts])
        out.append(
            Series(dataset, source, target, CHANNEL, "year", starts, value, told, told, told, told, told, told, "share")
        )
    return out


def _shares(desk: Any, countries: tuple[str, ...], ask: Ask) -> dict[tuple[str, str, str], dict[str, float]]:
    """By dataset and directed dyad the shares of years; a bloc's too where it is named."""
    found: dict[tuple[str, str, str], dict[str, float]] = {}
    for line in _standings(desk, countries, ask):
        alone = line.partners < 2 and not line.of_world  # the whole is the partner itself: no share can be told
        wanted = line.dataset in ask.datasets if ask.datasets else True
        if line.share is not None and not alone and wanted and len(line.period) == len("2022"):
            one = found.setdefault((line.dataset, line.reporter, line.partner), {})
            one[line.period] = max(one.get(line.period, 0.0), round(line.share, 6))
    return found


def _standings(desk: Any, countries: tuple[str, ...], ask: Ask) -> Iterable[Any]:
    from tieline.trade.asking import Question  # noqa: PLC0415
    from tieline.workspace.trading import standings_of  # noqa: PLC0415

    ledger = desk._existing()  # noqa: SLF001
    reporters = countries
    if len(countries) < 2:
        where = f"WHERE '{countries[0]}' IN (reporter, partner)" if countries else ""
        sides = (
            f"SELECT unnest([reporter, partner]) AS code FROM (SELECT DISTINCT reporter, partner FROM flows {where})"
        )
        reporters = tuple(row["code"] for row in ledger.query(f"SELECT DISTINCT code FROM ({sides}) WHERE code <> 'WLD' ORDER BY 1").to_pylist())  # fmt: skip
    for one in reporters:
        others = [each for each in countries if each != one]
        question = Question(
            reporter=one,
            since=ask.since,
            until=ask.until,
            as_known_on=ask.known_on,
            datasets=ask.datasets,
        )
        try:
            yield from standings_of(ledger, [question], "", partners=others)
        except (MissingDataError, UsageError):
            continue


def trade_change(
    desk: Any, one: str, old: str, new: str, day: date, known_on: date | None
) -> tuple[float, float] | None:
    """Change of the share of trade with the old and the new partner, in points, two years before against two after."""
    changes = []
    for partner in (old, new):
        try:
            lines = [
                line
                for line in desk.dependence(one, partner, as_known_on=known_on and known_on.isoformat())
                if line.reporter == one and line.share is not None
            ]
        except (MissingDataError, UsageError):
            return None
        before = [line.share for line in lines if day.year - 2 <= int(line.period[:4]) < day.year]
        after = [line.share for line in lines if day.year <= int(line.period[:4]) < day.year + 2]
        if not before or not after:
            return None
        changes.append(100 * (sum(after) / len(after) - sum(before) / len(before)))
    return changes[0], changes[1]
