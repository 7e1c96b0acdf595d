"""What the workspace gives back about trade: lines of a dyad, standings of partners, products, codes, doubts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from tieline.report.tables import Type
from tieline.workspace.found import Found, Rows, settled, value_of
from tieline.workspace.topmost import Left

if TYPE_CHECKING:
    from tieline.trade.figures.wordbook import CodeFound
    from tieline.trade.mirror.mirror import Mirror
    from tieline.trade.questions.baskets import BasketLine  # noqa: F401 -- named in a string
    from tieline.trade.questions.dyads import TradeLine
    from tieline.trade.questions.indicator_lines import IndicatorLine  # noqa: F401 -- named in a string
    from tieline.trade.questions.standings import Standing  # noqa: F401 -- named in a string

TRADE_COLUMNS: dict[str, Type] = {
    "reporter": "text", "partner": "text", "flow": "text", "product": "text", "period": "text", "value_usd": "number",
    "valuation": "text", "basis": "text", "dataset": "text", "vintage": "text", "flags": "text",
}  # fmt: skip
MIRROR_COLUMNS: dict[str, Type] = {
    "export_usd": "number", "import_usd": "number", "gap_usd": "number", "ratio": "number", "band_low": "number",
    "band_high": "number", "band": "text", "margin": "number", "margin_from": "text", "import_fob_usd": "number",
    "asymmetry": "number", "reconciled_usd": "number", "weight": "number", "re_exports_usd": "number", "domestic_usd": "number",
    "ratio_domestic": "number",
}  # fmt: skip
STANDING_COLUMNS: dict[str, Type] = {
    "reporter": "text", "partner": "text", "flow": "text", "period": "text", "value_usd": "number", "share": "number",
    "rank": "whole", "hhi": "number", "dataset": "text", "vintage": "text", "basis": "text", "flags": "text",
}  # fmt: skip
BASKET_COLUMNS: dict[str, Type] = {
    "reporter": "text", "partner": "text", "flow": "text", "product": "text", "text": "text", "period": "text",
    "value_usd": "number", "share": "number", "rank": "whole", "change": "number", "contribution": "number",
    "dataset": "text", "vintage": "text", "basis": "text", "flags": "text",
}  # fmt: skip
CODE_COLUMNS: dict[str, Type] = {
    "code": "text", "classification": "text", "editions": "text", "text": "text", "words": "text", "wider": "text",
    "source": "text",
}  # fmt: skip
FLAG_COLUMNS: dict[str, Type] = dict.fromkeys(
    ("flag", "dataset", "vintage", "reporter", "partner", "flow", "classification", "code", "period", "detail"), "text"
)
INDICATOR_COLUMNS: dict[str, Type] = {
    "indicator": "text", "reporter": "text", "partner": "text", "flow": "text", "product": "text", "classification": "text",
    "period": "text",
    "value": "number", "unit": "text", "note": "text", "dataset": "text", "vintage": "text", "basis": "text", "flags": "text",
}  # fmt: skip


@dataclass(frozen=True, repr=False)
class TradeReport(Found["TradeLine"]):
    """The trade of a dyad.

    Attributes:
        growth: Each line's growth over the same period a year before, as a fraction.
        mirrors: Where both countries' figures were asked for: their gap, asymmetry, margin, and the reconciled figure.
    """

    columns: ClassVar[Mapping[str, Type]] = TRADE_COLUMNS
    brief: ClassVar[Sequence[str]] = tuple(TRADE_COLUMNS)
    growth: Mapping[TradeLine, float] = field(default_factory=dict)
    mirrors: tuple[Mirror, ...] = ()


@dataclass(frozen=True, repr=False)
class MirrorReport(TradeReport):
    """The trade of a dyad with both countries' figures held against each other: beside each line its gap and band.

    `band` says where the ratio of imports to exports lies: `inside` `band_low` to `band_high`, `above` or `below`.
    """

    columns: ClassVar[Mapping[str, Type]] = TRADE_COLUMNS | MIRROR_COLUMNS
    brief: ClassVar[Sequence[str]] = (*TRADE_COLUMNS, "gap_usd", "ratio", "band", "asymmetry")

    def mirror_of(self, line: TradeLine) -> Mirror | None:
        """The two figures of a line's flow and period."""
        return self._by_key.get(line.key)

    @cached_property
    def _by_key(self) -> dict[tuple[str, str, str], Mirror]:
        reporter = self.lines[0].reporter if self.lines else ""
        return {
            (x.export.dataset, "exports" if x.exporter == reporter else "imports", x.period): x for x in self.mirrors
        }

    def objects(self) -> Rows:
        """The lines with what they are held against."""
        return [
            {name: value_of(line, name) for name in TRADE_COLUMNS} | mirror_row(self.mirror_of(line))
            for line in self.lines
        ]

    def pairs(self) -> Rows:
        """The two figures of each flow and period side by side, a row each."""
        return [
            {"exporter": x.exporter, "importer": x.importer, "product": x.product, "period": x.period}
            | mirror_row(x)
            | {"dataset": x.export.dataset, "vintage": x.export.vintage}
            for x in self.mirrors
        ]


def mirror_row(mirror: Mirror | None) -> dict[str, Any]:
    """The columns of MIRROR_COLUMNS; null where there is nothing to hold against each other."""
    if mirror is None:
        return dict.fromkeys(MIRROR_COLUMNS)
    low, high = mirror.band
    values = (
        mirror.export.value_usd, mirror.counterpart.value_usd, mirror.gap_usd, mirror.ratio, low, high, mirror.place, mirror.margin,
        mirror.margin_from, mirror.import_fob, mirror.asymmetry, mirror.reconciled_usd, mirror.weight, mirror.re_exports_usd,
        mirror.domestic_usd, mirror.ratio_domestic,
    )  # fmt: skip
    return dict(zip(MIRROR_COLUMNS, map(settled, values), strict=True))


@dataclass(frozen=True, repr=False)
class Standings(Found["Standing"]):
    """The partners of a country, or one partner's place in the course of time; `left` is what the first ones leave out."""

    columns: ClassVar[Mapping[str, Type]] = STANDING_COLUMNS
    brief: ClassVar[Sequence[str]] = tuple(STANDING_COLUMNS)
    left: Left = field(default_factory=dict)


@dataclass(frozen=True, repr=False)
class Basket(Found["BasketLine"]):
    """The products of a dyad; `texts` has what a code is called, `left` what the first ones leave out."""

    columns: ClassVar[Mapping[str, Type]] = BASKET_COLUMNS
    brief: ClassVar[Sequence[str]] = ("flow", "product", "text", "period", "value_usd", "share", "change", "dataset")
    texts: Mapping[str, str] = field(default_factory=dict)
    left: Left = field(default_factory=dict)

    def objects(self) -> Rows:
        """The lines with what their code is called."""
        return [
            {name: self.texts.get(line.product) if name == "text" else value_of(line, name) for name in BASKET_COLUMNS}
            for line in self.lines
        ]


@dataclass(frozen=True, repr=False)
class Indicators(Found["IndicatorLine"]):
    """The values of an indicator; `texts` has what a code is called, `formula` how it is computed."""

    columns: ClassVar[Mapping[str, Type]] = INDICATOR_COLUMNS
    brief: ClassVar[Sequence[str]] = ("indicator", "flow", "product", "period", "value", "unit", "note", "dataset")
    texts: Mapping[str, str] = field(default_factory=dict)
    formula: str = ""


@dataclass(frozen=True, repr=False)
class CodesFound(Found["CodeFound"]):
    """Codes of products with their words."""

    columns: ClassVar[Mapping[str, Type]] = CODE_COLUMNS
    brief: ClassVar[Sequence[str]] = tuple(CODE_COLUMNS)

    def rows_of(self, line: CodeFound, evidence: Iterable[Mapping[str, Any]]) -> Rows:  # noqa: ARG002
        """None: a code is no figure."""
        return []


_SERIES = ("dataset", "vintage", "reporter", "partner", "flow")


@dataclass(frozen=True, repr=False)
class Flags(Found[Mapping[str, Any]]):
    """Marks of doubt on flows."""

    columns: ClassVar[Mapping[str, Type]] = FLAG_COLUMNS
    brief: ClassVar[Sequence[str]] = tuple(FLAG_COLUMNS)

    def rows_of(self, line: Mapping[str, Any], evidence: Iterable[Mapping[str, Any]]) -> Rows:  # noqa: ARG002 -- all is by series
        """Those rows that a mark of two countries is about: of its period, and of the year before."""
        if not (line["partner"] and line["period"]):
            return []
        year = int(line["period"][:4])
        key = tuple(line[name] for name in _SERIES)
        return [row for back in (1, 0) for row in self._by_series.get((*key, year - back), ())]

    @cached_property
    def _by_series(self) -> dict[tuple[Any, ...], Rows]:
        found: dict[tuple[Any, ...], Rows] = {}
        for row in self.evidence():
            found.setdefault((*(row[name] or "" for name in _SERIES), int(row["period"][:4])), []).append(row)
        return found
