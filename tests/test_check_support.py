"""Short ways to make claims, flows and ledgers for the tests of the check."""

from __future__ import annotations

import itertools
from typing import Any

from tieline.model.claims import Comparison, Measure, Quote, Trend
from tieline.model.documents import Document
from tieline.model.flows import Flow
from tieline.model.periods import Period

_PLACES = itertools.count()


def quote(words: str) -> Quote:
    start = next(_PLACES) * 1000
    return Quote(words, start, start + len(words))


def _fields(given: dict[str, Any]) -> dict[str, Any]:
    for name in ("period", "base"):
        if isinstance(given.get(name), str):
            given[name] = Period.parse(given[name])
    return {"document": "story", "version": "v1", "quote": quote(given.pop("words", "some words"))} | given


def measure(**given: Any) -> Measure:
    defaults = {"indicator": "exports", "reporter": "PRK", "partner": "RUS", "period": "2014"}
    if given.get("value") is not None:
        defaults["unit"] = "USD"
    return Measure(**_fields(defaults | given))


def trend(**given: Any) -> Trend:
    return Trend(**_fields({"indicator": "trade", "reporter": "PRK", "partner": "RUS", "direction": "up"} | given))


def flow(**given: Any) -> Flow:
    period = given.pop("period", "2014")
    value = given.get("value")
    defaults: dict[str, Any] = {
        "publisher": "Office", "dataset": "made", "vintage": "", "reporter": "PRK", "partner": "RUS", "flow": "exports",
        "period": Period.parse(str(period)), "unit": "USD" if value is not None else None,
        "value_usd": value if given.get("unit", "USD") == "USD" else None,
    }  # fmt: skip
    return Flow(**(defaults | given))


def story(published: str | None = "2015-03-17") -> Document:
    return Document("story", "text", Period.parse(published) if published else None)


def against(reporter: str, partner: str, indicator: str = "trade") -> Comparison:
    return Comparison(indicator=indicator, reporter=reporter, partner=partner)


def traded(
    levels: dict[tuple[str, str], tuple[float, ...]], first: int, months: dict[int, tuple[float, ...]]
) -> list[Flow]:
    """Yearly levels in millions, told alike by both sides, and months of Peru's exports to Kenya."""
    rows = [
        flow(dataset="customs", reporter=one, partner=other, flow=way, period=year, value=value * 1e6)
        for (seller, buyer), values in levels.items()
        for year, value in enumerate(values, start=first)
        for one, other, way in ((seller, buyer, "exports"), (buyer, seller, "imports"))
    ]
    return rows + [
        flow(dataset="customs", reporter="PER", partner="KEN", period=f"{year}-{month:02}", value=value * 1e6)
        for year, values in months.items()
        for month, value in enumerate(values, start=1)
    ]
