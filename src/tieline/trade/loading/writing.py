"""Write rows in order as one Parquet file, in the columns of the ledger's flows; texts go as codes and a dictionary."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from tieline.ledger import SAME, STORED_FLOWS
from tieline.model.periods import Period
from tieline.trade.loading.mapping import Codes, Mapped
from tieline.trade.loading.pieces import Keys, Texts

GROUP = 65_536
_EPOCH = date(1970, 1, 1)
_FREQUENCIES = {"year": "A", "quarter": "Q", "month": "M"}
_CODED = pa.dictionary(pa.int32(), pa.string())
_WRITTEN = pa.schema([field.with_type(_CODED) if pa.types.is_string(field.type) else field for field in STORED_FLOWS])
"""Texts go to Parquet as codes and a dictionary; what reads them sees texts."""


def write(path: Path, texts: Texts, rows: Mapped, order: npt.NDArray[np.intp], pairs: Keys, recorded: int) -> None:
    """Write rows in the columns of the ledger's flows.

    Args:
        path: The Parquet file to make.
        texts: Their text columns.
        rows: The rows.
        order: In which order, and which of them.
        pairs: `pair_key` of each row.
        recorded: Microseconds since 1970.
    """
    coded = [field.name for field in STORED_FLOWS if pa.types.is_string(field.type) or field.name == "recorded"]
    dates = _dates(texts.of("period", rows)[0])
    varied = _varied(rows)
    # one value for all rows is a few bytes: to set zstd up for them takes longer
    packed = {name: "zstd" if name in varied else "none" for name in STORED_FLOWS.names}
    alike: dict[tuple[str, int], pa.Array] = {}

    def column(name: str, part: npt.NDArray[np.intp]) -> pa.Array:
        if name in varied:
            return _column(name, texts, rows, part, pairs, dates, recorded)
        key = (name, len(part))
        if key not in alike:  # the same for each group of rows
            alike[key] = _column(name, texts, rows, part, pairs, dates, recorded)
        return alike[key]

    with pq.ParquetWriter(
        path, _WRITTEN, compression=packed, use_dictionary=[*coded, "period_start", "period_end"],
        write_statistics=["pair", "period_start", "period_end", "dataset", "vintage", "flow", "basis"], store_schema=False,
        column_encoding={"line": "DELTA_BINARY_PACKED"} | dict.fromkeys(rows.numbers, "BYTE_STREAM_SPLIT"),
    ) as writer:  # fmt: skip
        for start in range(0, len(order), 2 * GROUP):
            part = order[start : start + 2 * GROUP]
            columns = [column(name, part) for name in STORED_FLOWS.names]
            writer.write_table(pa.table(columns, schema=_WRITTEN), row_group_size=GROUP)
        writer.add_key_value_metadata({SAME: json.dumps(_same(texts, rows, dates))})


def _varied(rows: Mapped) -> set[str]:
    """The columns in which rows may differ."""
    found = {"pair", "line", *rows.numbers, *rows.codes}
    if "period" in rows.codes:
        found |= {"period_start", "period_end", "freq"}
    return found | ({"flags"} if rows.missing.any() else set())


def _same(texts: Texts, rows: Mapped, dates: dict[str, Codes]) -> dict[str, str | None]:
    """The columns that are the same in every row, and what is in them."""
    found: dict[str, str | None] = {}
    for field in STORED_FLOWS:
        name = field.name
        if pa.types.is_string(field.type):
            known, codes = texts.of(name, rows)
            if (codes is None or len(known) == 1) and not (name == "flags" and rows.missing.any()):
                found[name] = known[0]
        elif name not in {*dates, *rows.numbers, "pair", "line", "recorded"}:
            found[name] = None
    if found.get("period"):
        found |= {name: (_EPOCH + timedelta(days=int(days[0]))).isoformat() for name, days in dates.items()}
    if not texts.constants.get("freq"):  # it follows from the period
        found.pop("freq", None)
    return found


def _column(
    name: str, texts: Texts, rows: Mapped, part: npt.NDArray[np.intp], pairs: Keys, dates: dict[str, Codes], recorded: int
) -> pa.Array:  # fmt: skip
    kind = STORED_FLOWS.field(name).type
    if name == "pair":
        return pa.array(pairs[part])
    if name == "line":
        return pa.array(rows.lines[part])
    if name in rows.numbers:
        values = rows.numbers[name][part]
        return pa.array(values, mask=np.isnan(values))
    if name in dates:
        codes = rows.codes.get("period")
        days = np.repeat(dates[name], len(part)) if codes is None else dates[name][codes[part]]
        return pa.array(days, pa.int32()).cast(pa.date32())
    if name == "recorded":
        return pa.array(np.repeat(np.int64(recorded), len(part))).cast(kind)
    if not pa.types.is_string(kind):
        return pa.nulls(len(part), kind)
    kind = _CODED
    if name == "freq" and not texts.constants.get("freq"):
        known, codes = texts.of("period", rows)
        known = [_FREQUENCIES.get(Period.parse(each or "").precision, "") for each in known]
    else:
        known, codes = texts.of(name, rows)
    if name == "flags" and rows.missing.any():
        known = [*known, "missing"]
        codes = np.where(rows.missing, len(known) - 1, 0 if codes is None else codes).astype(np.int32)
    places = np.zeros(len(part), np.int32) if codes is None else codes[part]
    if known == [None]:
        return pa.nulls(len(part), kind)
    none = [at for at, text in enumerate(known) if text is None]
    indices = pa.array(places, pa.int32(), mask=np.isin(places, none) if none else None)
    return pa.DictionaryArray.from_arrays(indices, pa.array([text or "" for text in known], pa.string()))


def _dates(periods: Sequence[str | None]) -> dict[str, Codes]:
    known = [Period.parse(each or "") for each in periods]
    epoch = Period.parse("1970-01-01").start.toordinal()
    return {
        "period_start": np.array([each.start.toordinal() - epoch for each in known], np.int32),
        "period_end": np.array([each.end.toordinal() - epoch for each in known], np.int32),
    }
