"""Whether all goods of a dataset were loaded, or some: a sum of codes is a whole only where all codes are there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from tieline.ledger import Ledger, sql_literal
from tieline.model.hs import Codes, expand
from tieline.model.product_table import headings
from tieline.trade.figures.blocs import ever, is_bloc
from tieline.trade.figures.vintages import about_datasets

FLAG = "some-codes-only"
"""Of a figure for all products, or for a chapter, that is the sum of the few products that were loaded."""
MOST = 0.75
"""This part of the headings that all editions of the HS have inside some codes must be there for a whole: none has them all."""
_HEADING = 4
_GOODS = (
    "(classification = 'HS' AND code >= '84' AND code < '86') OR (classification = 'SITC' AND code >= '7' AND code < '8')",
    "code <> '' AND (classification = 'HS' AND code < '25' OR classification = 'SITC' AND code < '2')",
    "(classification = 'HS' AND code >= '28' AND code < '40') OR (classification = 'SITC' AND code >= '5' AND code < '6')",
)
"""Machinery, food, chemicals: every country that tells of all its imports has all three."""


class _Stated(Protocol):
    """A line, and whose figures it rests on."""

    @property
    def dataset(self) -> str: ...
    @property
    def reporter(self) -> str: ...
    @property
    def partner(self) -> str | None: ...
    @property
    def basis(self) -> str: ...


def told_in_part(ledger: Ledger, lines: Iterable[_Stated]) -> frozenset[tuple[str, str | None, str]]:
    """Which of the lines rest on some products alone, by dataset, whose figures they are (None: all) and basis.

    Each is so where its dataset is (`loaded_in_part`), or whoever states it tells of some of its imports alone: extracts of
    single products of one country may lie in a dataset beside all goods of another.
    """
    of = {(line.dataset, _teller(line), line.basis) for line in lines}
    partial = loaded_in_part(ledger, {dataset for dataset, *_ in of})
    plain = set(about_datasets(ledger, sorted({dataset for dataset, *_ in of}))["plain_datasets"]) if of else set()
    narrow = {
        (dataset, who): _narrow(ledger, dataset, who)
        for dataset, who in {(dataset, who) for dataset, who, _ in of if who and dataset not in partial | plain}
    }
    return frozenset(one for one in of if one[0] in partial or narrow.get((one[0], one[1] or ""), False))


def lists_in_part(ledger: Ledger, lines: Iterable[_Stated], codes: Codes) -> frozenset[tuple[str, str | None, str]]:
    """Which of the lines, sums over HS codes inside `codes`, rest on few of their headings or subheadings: extracts of a chapter.

    Of those that are told in part (`told_in_part`), who states them lists fewer than `MOST` of the headings in the ledger, of
    any partner, flow and year; or a heading that is asked for may lack subheadings (`_lacks_subheadings`).
    """
    wanted, single = headings(codes), sorted(code for code in expand(codes) if len(code) == _HEADING)
    if len(wanted) < 2 and not single:
        return frozenset()
    return frozenset(
        key for key in told_in_part(ledger, lines)
        if len(listed_headings(ledger, *key[:2], codes) & wanted) < MOST * len(wanted)
        or any(_lacks_subheadings(ledger, *key[:2], heading) for heading in single)
    )  # fmt: skip


def _lacks_subheadings(ledger: Ledger, dataset: str, who: str | None, heading: str) -> bool:
    """It is not known that all of a heading was loaded.

    It was if it stands there as such, if most headings of its chapter do, so that the chapter was loaded, or if a loaded table
    of codes tells that its subheadings are there.
    """
    chapter = (heading[: _HEADING // 2],)
    there = _listed(ledger, dataset, who, (heading,), "code")
    if not there or heading in there:
        return False
    inside = headings(chapter)
    if inside and len(listed_headings(ledger, dataset, who, chapter) & inside) >= MOST * len(inside):
        return False
    known: dict[str, set[str]] = {}
    for row in ledger.rows(
        "SELECT DISTINCT coalesce(edition, '') AS edition, code FROM codes WHERE classification = 'HS' AND length(code) = 6 "
        f"AND starts_with(code, {sql_literal(heading)})"
    ):
        known.setdefault(row["edition"], set()).add(row["code"])
    loaded = {code[:6] for code in there}
    return not any(len(loaded & subheadings) >= MOST * len(subheadings) for subheadings in known.values())


def listed_headings(ledger: Ledger, dataset: str, who: str | None, codes: Codes) -> frozenset[str]:
    """The headings of the HS inside some codes of which a dataset has rows, stated by a country or bloc (None: by any)."""
    return _listed(ledger, dataset, who, codes, f"left(code, {_HEADING})")


def _listed(ledger: Ledger, dataset: str, who: str | None, codes: Codes, what: str) -> frozenset[str]:
    inside = " OR ".join(
        f"starts_with(code, {sql_literal(code)})" for code in sorted({code[:4] for code in expand(codes)})
    )
    names = f" AND list_contains({sql_literal(sorted(ever(who)) if is_bloc(who) else [who])}, reporter)" if who else ""
    sql = (
        f"SELECT DISTINCT {what} AS listed FROM flows "
        f"WHERE dataset = {sql_literal(dataset)} AND classification = 'HS' AND length(code) >= 4 AND ({inside}){names}"
    )
    return frozenset(ledger.query(sql)["listed"].to_pylist())


def is_in_part(line: _Stated, partial: frozenset[tuple[str, str | None, str]]) -> bool:
    """Whether a line is one of those."""
    return (line.dataset, _teller(line), line.basis) in partial


def loaded_in_part(ledger: Ledger, datasets: Iterable[str]) -> frozenset[str]:
    """Those datasets of which no code of machinery, of food or of chemicals is in the ledger.

    Every country's trade, and so every whole dataset, has all three (HS 84 and 85, 1 to 24, 28 to 39; SITC 7, 0 and 1, 5). A
    dataset of totals alone has no codes and is whole.
    """
    return frozenset(
        name for name in set(datasets)
        if _any(ledger, name, "code <> ''") and not all(_any(ledger, name, some) for some in _GOODS)
    )  # fmt: skip


def _teller(line: _Stated) -> str | None:
    """Whose figures a line rests on; None for all partners, or for both sides."""
    who = {"reported": line.reporter, "mirror": line.partner}.get(line.basis)
    return None if who == "WLD" else who


def _narrow(ledger: Ledger, dataset: str, who: str) -> bool:
    """No country of these tells of all its imports, though it tells of some by product."""
    names = sorted(ever(who)) if is_bloc(who) else [who]
    own = f"list_contains({sql_literal(names)}, reporter) AND flow = 'imports'"
    some = _any(ledger, dataset, f"{own} AND code <> ''")
    return some and not all(_any(ledger, dataset, f"{own} AND ({goods})") for goods in _GOODS)


def _any(ledger: Ledger, name: str, which: str) -> bool:
    sql = f"SELECT 1 FROM flows WHERE dataset = {sql_literal(name)} AND ({which}) LIMIT 1"
    return bool(len(ledger.query(sql)))
