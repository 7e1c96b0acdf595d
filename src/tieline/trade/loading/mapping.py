"""Carry out a plan on a batch: each different text is read once, numbers as a column, what can't be read is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from tieline.trade.layouts.cells import decimal_mark, two_ways
from tieline.trade.layouts.cells import number as read_number
from tieline.trade.layouts.plan import Coded, Leg, Number
from tieline.trade.loading.batches import ABSENT, Batch, Lines, Otherwise, Way
from tieline.trade.loading.reasons import Reasons

Codes = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]
_TABLE = 1 << 22
"""Up to so many combinations of texts are looked up in a table, more are sorted."""


@dataclass(slots=True)
class Mapped:
    """Rows of one leg.

    Attributes:
        codes: For each text column that differs from row to row, the place of the row's text in `Mapper.texts`.
        numbers: NaN where there is none.
        missing: Which rows have a figure that the publisher marks as not there.
    """

    codes: dict[str, Codes]
    numbers: dict[str, Floats]
    lines: Lines
    missing: npt.NDArray[np.bool_]


class Mapper:
    """Reads batches by one leg.

    Attributes:
        texts: For each text column, the different texts that it has, in the order in which they came.
    """

    def __init__(self, leg: Leg, way: Way, *, decimal_comma: bool = False) -> None:
        self.leg = leg
        self._way = way
        self.texts: dict[str, list[str | None]] = {}
        self._places: dict[str, dict[str | None, int]] = {}
        self._read: dict[str, dict[str | tuple[str, ...], int]] = {}
        self._comma = decimal_comma
        self._coded = {name: cell for name, cell in leg.cells.items() if isinstance(cell, Coded)}
        if leg.rate is not None:
            self._coded["rate"] = leg.rate
        if leg.other_names is not None:
            self._coded["other_names"] = leg.other_names
        for name in self._coded:
            self.texts[name], self._places[name], self._read[name] = [], {}, {}
        for name, derived in leg.derived.items():
            self.texts[name] = list(derived.texts)
        self._reasons: list[str] = []
        self.blank = Reasons()
        """Rows without a value in the cell, which are kept as missing."""
        self._thousandths: dict[str, bool] = {}

    def map(self, batch: Batch, reasons: Reasons) -> Mapped:
        """The rows of a batch that can be read; the others go to `reasons`."""
        keep = np.ones(len(batch.lines), bool)
        codes: dict[str, Codes] = {}
        for name, cell in self._coded.items():
            codes[name] = found = self._column(name, cell, batch)
            for reason in np.unique(found[(found < 0) & keep]):
                rows = (found == reason) & keep
                reasons.add(self._reasons[-1 - int(reason)], batch.lines[rows])
                keep &= ~rows
        numbers: dict[str, Floats] = {}
        missing = np.zeros(len(keep), bool)
        for name, number in self.leg.numbers.items():
            numbers[name] = values = self._number(number, batch, keep, reasons)
            if number.missing:
                gone = np.isin(values, list(number.missing))
                missing |= gone
                values[gone] = np.nan
            if not number.negative:
                below = (values < 0) & keep
                reasons.add(
                    f"{number.column}: a negative value; trade is zero or more. A correction or a mark of a missing "
                    "figure must be said so in a mapping file",
                    batch.lines[below],
                )
                keep &= ~below
            if number.zero_is_missing:
                values[values == 0] = np.nan
            if number.factor != 1.0:
                values *= number.factor
        for name, derived in self.leg.derived.items():
            given = (self._number(Number(column), batch, keep, reasons) for column in derived.columns)
            codes[name] = np.asarray(derived.choose(*given), np.int32)
        self._drop_quantity_without_unit(codes, numbers)
        keep = self._distinct_sides(codes, keep, batch, reasons)
        self._demand_value(numbers, missing, keep, batch)
        if keep.all():
            return Mapped(codes, numbers, batch.lines, missing)
        return Mapped(
            {name: found[keep] for name, found in codes.items()},
            {name: found[keep] for name, found in numbers.items()},
            batch.lines[keep],
            missing[keep],
        )

    def notes(self) -> list[str]:
        """What is odd about the values that were read: columns all written as 1.234, of which nothing tells the thousands, and empty cells."""
        pointed = sorted({name for name, all_so in self._thousandths.items() if all_so} - self._way.commas)
        told = [
            f"{column}: all its values are written as 1.234 and were read with a decimal point, as no cell tells otherwise; if the "
            'point parts thousands, say decimal = "," in a mapping file (--mapping)'
            for column in pointed
        ]
        return [*told, *self.blank.kept()]

    def _drop_quantity_without_unit(self, codes: dict[str, Codes], numbers: dict[str, Floats]) -> None:
        """A quantity in no unit was not reported, whatever number stands there."""
        none = self._places.get("quantity_unit", {}).get(None)
        if none is not None and "quantity" in numbers:
            numbers["quantity"][codes["quantity_unit"] == none] = np.nan

    def _demand_value(
        self, numbers: dict[str, Floats], missing: npt.NDArray[np.bool_], keep: npt.NDArray[np.bool_], batch: Batch
    ) -> None:
        """A row without a value is one whose figure is missing; in a layout with many columns of values it is none."""
        main = "value_usd" if "value_usd" in numbers else "value"
        none = np.isnan(numbers[main]) & ~missing & keep
        for name in ("quantity", "net_kg"):
            if name in numbers and not self.leg.sparse:
                none &= ~(numbers[name] > 0)  # a quantity alone is a figure too
        if self.leg.sparse:
            keep &= ~none
        else:
            self.blank.add(f"{self.leg.numbers[main].column}: no value in the cell", batch.lines[none])
            missing |= none

    def _distinct_sides(
        self, codes: dict[str, Codes], keep: npt.NDArray[np.bool_], batch: Batch, reasons: Reasons
    ) -> npt.NDArray[np.bool_]:
        if self.leg.own_trade or "reporter" not in codes or "partner" not in codes:
            return keep
        of_reporter = np.array([self._places["partner"].get(text, -2) for text in self.texts["reporter"]], np.int32)
        same = (of_reporter[codes["reporter"]] == codes["partner"]) & keep
        if same.any():
            places, found = np.unique(codes["reporter"][same]), batch.lines
            for place in places:
                code = self.texts["reporter"][int(place)]
                rows = same & (codes["reporter"] == place)
                reasons.add(f"reporter and partner (importer and exporter) are the same country, {code}", found[rows])
        keep &= ~same
        return keep

    def _column(self, name: str, cell: Coded, batch: Batch) -> Codes:
        columns = [batch.columns[column] for column in cell.columns]
        if len(columns) == 1:
            table = self._table(name, cell, columns[0].dictionary.to_pylist())
            return table[_indices(columns[0])] if len(table) else np.zeros(0, np.int32)
        sizes = [len(column.dictionary) for column in columns]
        place = np.zeros(len(batch.lines), np.int64)
        for column, size in zip(columns, sizes, strict=True):
            place = place * size + _indices(column)
        texts = [column.dictionary.to_pylist() for column in columns]
        whole = int(np.prod(np.array(sizes, np.float64)))
        if whole <= _TABLE:
            present = np.flatnonzero(np.bincount(place, minlength=whole))
            table = np.zeros(whole, np.int32)
            table[present] = self._table(name, cell, [_unravel(int(at), sizes, texts) for at in present])
            return table[place]
        present, inverse = np.unique(place, return_inverse=True)
        return self._table(name, cell, [_unravel(int(at), sizes, texts) for at in present])[inverse]

    def _table(self, name: str, cell: Coded, given: Sequence[str | tuple[str, ...]]) -> Codes:
        """The place of each text, or of each texts of several columns; what was seen in a former batch is known."""
        known = self._read[name]
        found = list(map(known.get, given))
        if None in found:
            for at, key in enumerate(given):
                if found[at] is None:
                    found[at] = known[key] = self._place(name, cell, (key,) if isinstance(key, str) else key)
        return np.array(found, np.int32)

    def _place(self, name: str, cell: Coded, key: tuple[str, ...]) -> int:
        places, texts = self._places[name], self.texts[name]
        try:
            text = cell.read(*(part.strip() for part in key))
        except ValueError as error:
            self._reasons.append(str(error))
            return -len(self._reasons)
        place = places.setdefault(text, len(texts))
        if place == len(texts):
            texts.append(text)
        return place

    def _number(self, number: Number, batch: Batch, keep: npt.NDArray[np.bool_], reasons: Reasons) -> Floats:
        column = batch.columns[number.column]
        if pa.types.is_floating(column.type):
            values = np.array(column.to_numpy(zero_copy_only=False), np.float64)
            wild = np.isinf(values) & keep
            reasons.add(f"{number.column}: the value is no finite number", batch.lines[wild])
            keep &= ~wild
            if self._way.typed and self._is_whole_value(number) and _in_thousandths(values):
                raise Otherwise(replace(self._way, typed=False))  # how they are written must be looked at
            return values
        coded = column.dictionary_encode()
        table = np.full(len(coded.dictionary), np.nan)
        bad: dict[int, str] = {}
        for at, text in enumerate(coded.dictionary.to_pylist()):
            if text is None or text.strip() in ABSENT or text.strip() in number.marks:
                continue
            if self._is_whole_value(number) and text.strip() != "0":
                so = two_ways(text) and "." in text
                self._thousandths[number.column] = self._thousandths.get(number.column, True) and so
            try:
                value = read_number(text, decimal_comma=self._comma, decimal=self._decimal(number, text))
                table[at] = np.nan if value is None else value
            except ValueError as error:
                bad[at] = f"{number.column}: {error}"
        places = np.asarray(coded.indices.fill_null(0).to_numpy(zero_copy_only=False))
        values = table[places] if len(table) else np.full(len(column), np.nan)
        if column.null_count:
            values[np.asarray(column.is_null().to_numpy(zero_copy_only=False))] = np.nan
        if bad:
            wrong = np.isin(places, list(bad)) & keep
            for line, place in zip(batch.lines[wrong], places[wrong], strict=True):
                reasons.add(bad[int(place)], [int(line)])
            keep &= ~wrong
        return values

    def _is_whole_value(self, number: Number) -> bool:
        """A value in whole money, whose thousandths mean nothing."""
        return (
            not number.decimal
            and number.factor == 1.0
            and number in (self.leg.numbers.get("value_usd"), self.leg.numbers.get("value"))
        )

    def _decimal(self, number: Number, text: str) -> str:
        """The decimal mark of a cell: what the mapping names, or what the column's cells tell beyond doubt.

        Raises:
            Otherwise: this cell tells that the column is to be read another way, from the start.
            ValueError: the column has both marks, and this cell can be read in two ways.
        """
        if number.decimal:
            return number.decimal
        name, way, mark = number.column, self._way, decimal_mark(text)
        if name in way.mixed:
            if two_ways(text):
                raise ValueError(
                    f"{text.strip()!r} can be read in two ways, and the column has decimal points and decimal commas; "
                    "put one of them right"
                )
            return mark
        if name in way.commas:
            if mark == ".":
                raise Otherwise(replace(way, commas=way.commas - {name}, mixed=way.mixed | {name}))
            return ","
        if mark == ",":
            raise Otherwise(replace(way, typed=False, commas=way.commas | {name}))
        return ""


def _in_thousandths(values: Floats) -> bool:
    """All values but zeros lie between 1 and 1000 and are whole thousandths, some no whole numbers."""
    there = values[(values != 0) & ~np.isnan(values)]
    if not len(there) or there.min() < 1 or there.max() >= 1000:
        return False
    thousandths = there * 1000
    whole = np.abs(thousandths - np.round(thousandths)) < 1e-6
    return bool(whole.all() and (there != np.round(there)).any())


def _indices(column: pa.DictionaryArray) -> Codes:
    return np.asarray(column.indices.to_numpy(zero_copy_only=False))


def _unravel(at: int, sizes: list[int], texts: list[list[str]]) -> tuple[str, ...]:
    parts = []
    for size, known in zip(reversed(sizes), reversed(texts), strict=True):
        at, place = divmod(at, size)
        parts.append(known[place])
    return tuple(reversed(parts))
