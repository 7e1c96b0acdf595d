"""Some million rows at a time: put them in the order of their pairs, and find what is there twice.

A file of the ledger need not be sorted as a whole. Each piece is, in a Parquet file of its own, and all pieces of a
load are one commit: a dyad's rows lie together in each of them, and memory stays what one piece takes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from tieline.model.flows import country_number, pair_key
from tieline.trade.loading.mapping import Codes, Mapped

ROWS = 1_400_000
_KEY = ("flow", "period", "classification", "edition", "code", "product", "detail", "unit")
"""With the two countries, what names a figure: two rows that agree in these speak of the same thing."""
Keys = npt.NDArray[np.int64]


@dataclass(slots=True)
class Rows:
    """Rows of one leg, gathered from batches."""

    parts: list[Mapped] = field(default_factory=list)
    count: int = 0

    def add(self, part: Mapped) -> None:
        """Take the rows of a batch."""
        self.parts.append(part)
        self.count += len(part.lines)

    def taken(self) -> Mapped:
        """All of them as one; none are left."""
        parts, self.parts, self.count = self.parts, [], 0
        if len(parts) == 1:
            return parts[0]
        # column by column, each part's own let go: twice the rows at once would be the most memory of a load
        codes = {name: np.concatenate([part.codes.pop(name) for part in parts]) for name in list(parts[0].codes)}
        numbers = {name: np.concatenate([part.numbers.pop(name) for part in parts]) for name in list(parts[0].numbers)}
        return Mapped(
            codes,
            numbers,
            np.concatenate([part.lines for part in parts]),
            np.concatenate([part.missing for part in parts]),
        )


@dataclass(slots=True)
class Twice:
    """Rows of one figure: the places of two that follow each other in the order of `Sorted.order`."""

    same: npt.NDArray[np.bool_]
    differ: npt.NDArray[np.bool_]


class Texts:
    """The text columns of rows: constants, and lists of texts that codes point into."""

    def __init__(self, constants: Mapping[str, str | None], lists: Mapping[str, Sequence[str | None]]) -> None:
        self.constants = constants
        self.lists = lists

    def of(self, name: str, rows: Mapped) -> tuple[Sequence[str | None], Codes | None]:
        """The texts of a column, and which one each row has; None where all have the first."""
        if name in rows.codes:
            return self.lists[name], rows.codes[name]
        return [self.constants.get(name)], None


def pairs_of(texts: Texts, rows: Mapped) -> Keys:
    """`pair_key` of each row."""
    reporters, r = texts.of("reporter", rows)
    partners, p = texts.of("partner", rows)
    if len(reporters) * len(partners) > len(rows.lines):  # of few rows each is worked out
        low, high, _ = _sides(texts, rows)
        pairs: Keys = low * np.int64(27**6) + high
        return np.broadcast_to(pairs, len(rows.lines)).copy() if pairs.ndim == 0 else pairs
    known = np.array([[pair_key(one or "", other or "") for other in partners] for one in reporters], np.int64)
    zeros = np.zeros(len(rows.lines), np.int32)
    return known[zeros if r is None else r, zeros if p is None else p]


def _sides(texts: Texts, rows: Mapped) -> tuple[Keys, Keys, npt.NDArray[np.bool_]]:
    """The numbers of the two countries of each row, that of the first by name first, and whether that is the reporter."""
    reporters, r = texts.of("reporter", rows)
    partners, p = texts.of("partner", rows)
    places = {name: at for at, name in enumerate(sorted({name or "" for name in (*reporters, *partners)}))}
    first = np.array([places[name or ""] for name in reporters], np.int32)[0 if r is None else r]
    ahead = first <= np.array([places[name or ""] for name in partners], np.int32)[0 if p is None else p]
    one = np.array([country_number(name or "") for name in reporters], np.int64)[0 if r is None else r]
    other = np.array([country_number(name or "") for name in partners], np.int64)[0 if p is None else p]
    low = np.where(ahead, one, other)
    return low, one + other - low, ahead


def series_of(texts: Texts, rows: Mapped, order: npt.NDArray[np.intp], pairs: Keys) -> Keys:
    """The directed pairs that rows in their order have, each once: twice the pair, and one where the first reports."""
    _, r = texts.of("reporter", rows)
    ordered = pairs[order]
    changes = ordered[1:] != ordered[:-1]
    if r is not None:
        reporting = r[order]
        changes |= reporting[1:] != reporting[:-1]
    starts = order[np.flatnonzero(np.append(True, changes))]
    few = Mapped({name: rows.codes[name][starts] for name in ("reporter", "partner") if name in rows.codes}, {},
                 rows.lines[starts], rows.missing[starts])  # fmt: skip
    *_, ahead = _sides(texts, few)
    return np.unique(pairs[starts] * 2 + ahead)


def order_of(texts: Texts, rows: Mapped, pairs: Keys) -> tuple[npt.NDArray[np.intp], Keys]:
    """The order of the rows by pair, then by all that names a figure; and the key of each row in that order.

    Two rows with the same key speak of the same figure.
    """
    _, rank = np.unique(pairs, return_inverse=True) if len(pairs) < 1000 else _ranks(pairs)
    order = _by_rank(rank)
    width = int(rank.max()) + 1 if len(rank) else 1
    key = rank[order].astype(np.int64, copy=False)
    del rank
    for known, codes in (texts.of(name, rows) for name in ("reporter", *_KEY)):
        if codes is None:
            continue
        ranks = np.empty(len(known), np.int64)
        ranks[np.array(sorted(range(len(known)), key=lambda at: known[at] or ""), np.intp)] = np.arange(len(known))
        size = len(known)
        if width * size >= 2**62:
            _, key = np.unique(key, return_inverse=True)
            width = int(key.max()) + 1
        key *= size  # in place: of a piece each array more is twelve megabytes
        key += ranks[codes[order]]
        width *= size
    if len(key) > 1 and not (key[1:] > key[:-1]).all():
        again = np.argsort(key, kind="stable")
        order, key = order[again], key[again]
    return order, key


def _ranks(pairs: Keys) -> tuple[Keys, npt.NDArray[np.intp]]:
    """As np.unique with its inverse, for many rows of few pairs: runs of one pair are looked at once."""
    starts = np.flatnonzero(np.concatenate([[True], pairs[1:] != pairs[:-1]]))
    known, of_run = np.unique(pairs[starts], return_inverse=True)
    return known, np.repeat(of_run, np.diff(np.append(starts, len(pairs))))


def _by_rank(rank: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    if len(rank) and int(rank.max()) < 2**16:
        return np.argsort(rank.astype(np.uint16), kind="stable")  # a radix sort
    return np.argsort(rank, kind="stable")


def parts_apart(texts: Texts, rows: Mapped, order: npt.NDArray[np.intp], key: Keys) -> bool:
    """Give rows under another name of a country a `detail` where a row under its own name is there; whether any was."""
    known, codes = texts.of("other_names", rows)
    assert codes is not None  # noqa: S101
    again = np.flatnonzero(key[1:] == key[:-1])
    beside = np.zeros(len(key), bool)
    beside[order[again]] = beside[order[again + 1]] = True
    named = np.array([name is not None for name in known])
    part = beside & named[codes]
    if not part.any():
        return False
    texts.lists = {**texts.lists, "detail": [None, *known]}
    rows.codes["detail"] = np.where(part, codes + 1, 0).astype(np.int32)
    return True


def twice(rows: Mapped, order: npt.NDArray[np.intp], key: Keys) -> Twice | None:
    """Which rows repeat the figure of the row before them in the order, with the same numbers or with others."""
    again = np.flatnonzero(key[1:] == key[:-1])
    if not len(again):
        return None
    same = np.ones(len(again), bool)
    for values in rows.numbers.values():
        first, second = values[order[again]], values[order[again + 1]]
        same &= (first == second) | (np.isnan(first) & np.isnan(second))
    marks = np.zeros((2, len(key)), bool)
    marks[0, again[same] + 1] = True
    marks[1, again[~same] + 1] = True
    return Twice(marks[0], marks[1])


def told_beside(rows: Mapped, order: npt.NDArray[np.intp], key: Keys) -> npt.NDArray[np.bool_]:
    """Which rows, in their order, have no figure where another row of the same figure has it."""
    starts = np.flatnonzero(np.concatenate([[True], key[1:] != key[:-1]]))
    silent = rows.missing[order]
    told: npt.NDArray[np.bool_] = np.logical_or.reduceat(~silent, starts)
    beside: npt.NDArray[np.bool_] = silent & np.repeat(told, np.diff(np.append(starts, len(key))))
    return beside


def added_up(rows: Mapped, order: npt.NDArray[np.intp], key: Keys) -> tuple[Mapped, npt.NDArray[np.intp]]:
    """Rows in order, those of one figure added up; the line is that of the first."""
    starts = np.flatnonzero(np.concatenate([[True], key[1:] != key[:-1]]))
    first = order[starts]
    missing = np.logical_or.reduceat(rows.missing[order], starts)  # a sum is never made of a part
    numbers = {}
    for name, values in rows.numbers.items():
        if name == "rate":
            numbers[name] = values[first]
            continue
        sums = np.add.reduceat(np.nan_to_num(values[order]), starts)
        sums[np.logical_and.reduceat(np.isnan(values[order]), starts)] = np.nan
        if name in {"value", "value_usd"}:
            sums[missing] = np.nan
        numbers[name] = sums
    codes = {name: codes[first] for name, codes in rows.codes.items()}
    return Mapped(codes, numbers, rows.lines[first], missing), np.arange(len(first))


def prints(texts: Texts, rows: Mapped) -> dict[str, tuple[int, int]]:
    """For each period how many rows it has and a fingerprint of them, whatever their order: equal rows, equal print."""
    main = rows.numbers["value_usd" if "value_usd" in rows.numbers else "value"]
    with np.errstate(over="ignore"):
        total = np.nan_to_num(main).view(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        for at, name in enumerate(("reporter", "partner", "flow", "code", "product", "detail")):
            known, codes = texts.of(name, rows)
            hashed = np.array([_hash(f"{at}{text}") for text in known], np.uint64)
            total += hashed[0] if codes is None else hashed[codes]
        total ^= total >> np.uint64(29)
        total *= np.uint64(0xBF58476D1CE4E5B9)
        total ^= total >> np.uint64(32)
        periods, codes = texts.of("period", rows)
        if codes is None:
            return {periods[0] or "": (len(total), int(total.sum(dtype=np.uint64)))}
        order = np.argsort(codes, kind="stable")
        starts = (
            np.flatnonzero(np.concatenate([[True], np.diff(codes[order]) != 0])) if len(codes) else np.zeros(0, int)
        )
        sums = np.add.reduceat(total[order], starts) if len(starts) else total
        counts = np.diff(np.append(starts, len(codes)))
        return {
            periods[int(codes[order[start]])] or "": (int(count), int(value))
            for start, count, value in zip(starts, counts, sums, strict=True)
        }


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little")
