"""Tables that come with statistics: codes of products, conversions between editions, distances, codes of countries.

Recognised by their headings, as statistics are. They hold no flows; the ledger keeps them for those who ask for the words
of a code, for a margin by distance, for a code of another edition.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from tieline.model import lazy_re as re
from tieline.model.errors import UnreadableInputError
from tieline.model.flows import pair_key
from tieline.trade.files.sheets import Sheet, folded
from tieline.trade.layouts.cells import country_code
from tieline.trade.layouts.readers import EDITION_OF_YEAR, hs_code, truth
from tieline.trade.loading.batches import Way, batches
from tieline.trade.loading.reasons import Reasons

Row = dict[str, Any]
_EDITION_OF_STEP = {
    "1962": "S1", "1976": "S2", "1988": "S3", "1992": "H0", "1996": "H1", "2002": "H2", "2007": "H3", "2012": "H4",
    "2017": "H5", "2022": "H6",
}  # fmt: skip
"""Years that stand for editions in tables of conversions; 1962, 1976 and 1988 are the SITC's."""
_FORMER = {"PAL": "PSE"}
"""CEPII's own codes of countries."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A kind of table.

    Attributes:
        name: As what it is told.
        table: The ledger's table that keeps it; None for one that is only compared with our own.
        required: Its headings.
        row: Makes a row of the ledger's table; raises ValueError.
        alone: Whether the table has no other headings: those that it has are in many tables of other things.
    """

    name: str
    table: str | None
    required: tuple[str, ...]
    row: Callable[[Row, Sheet], Row | None]
    alone: bool = False

    def fits(self, columns: Collection[str]) -> bool:
        """Whether a table with these headings, folded, is one of the kind."""
        mine = {folded(name) for name in self.required}
        return mine == set(columns) if self.alone else mine <= set(columns)


def _un_code(cells: Row, sheet: Sheet) -> Row:
    given = cells.get("edition") or sheet.member.own_name
    year = re.search(r"HS(?:19|20)(\d{2})", given)
    direct = re.search(r"\b(H[0-6]|S[1-4])\b", given.split(".")[0])
    edition = EDITION_OF_YEAR.get(year[1]) if year else direct[1] if direct else None
    code = cells["id"]
    return {
        "classification": "SITC" if edition and edition[0] == "S" else "HS",
        "edition": edition,
        "code": "" if code == "TOTAL" else code,
        "text": cells["text"].removeprefix(f"{code} - "),
        "parent": None if cells["parent"] in {"#", "-1", ""} else cells["parent"].replace("TOTAL", ""),
        "unit": cells.get("standardunitabbr", "").replace("n/a", "") or None,
        "leaf": truth(cells.get("isleaf", "")),
    }


def _plain_code(cells: Row, sheet: Sheet) -> Row:
    year = re.search(r"HS(\d{2})(?!\d)", sheet.member.own_name)
    parent = cells.get("parent")
    return {
        "classification": "HS",
        "edition": EDITION_OF_YEAR.get(year[1]) if year else None,
        "code": hs_code(str(cells.get("hscode") or cells.get("code") or ""), 6 if "code" in cells else None),
        "text": cells["description"],
        "parent": None if parent is None else parent.replace("TOTAL", ""),
        "unit": None,
        "leaf": None,
    }


def _conversion(cells: Row, _sheet: Sheet) -> Row:
    found = re.fullmatch(r"(\d{4}) to (\d{4})", cells["adjustment"])
    if not found or not set(found.groups()) <= set(_EDITION_OF_STEP):
        raise ValueError(
            f"adjustment {cells['adjustment']!r}; known are years of editions ({', '.join(_EDITION_OF_STEP)})"
        )
    edition, former = (_EDITION_OF_STEP[year] for year in found.groups())

    def code(text: str, of: str) -> str:
        return hs_code(text, 6) if of[0] == "H" else text.strip()

    return {
        "edition": edition,
        "code": code(cells["codeafter"], edition),
        "former_edition": former,
        "former_code": code(cells["codebefore"], former),
        "relation": cells["relationship"],
    }


def _distance(cells: Row, _sheet: Sheet) -> Row | None:
    one, other = (
        country_code(_FORMER.get(text, text))
        for text in (cells.get("exporter") or cells.get("isoo") or "", cells.get("importer") or cells.get("isod") or "")
    )
    if one == other:
        return None  # a country's distance within itself
    return {
        "pair": pair_key(one, other),
        "reporter": one,
        "partner": other,
        "km": float(cells["dist"]),
        "weighted_km": float(cells["distw"]) if cells.get("distw") not in {None, "", ".", "nan"} else None,
        "contiguous": truth(cells["contig"].removesuffix(".0")),
        "common_language": truth(cells.get("comlangoff", "").removesuffix(".0")),
    }


def _country(cells: Row, _sheet: Sheet) -> None:
    """Only whether we know the code."""
    country_code(cells.get("countrycode") or cells.get("id") or "")


REFERENCES = (
    Reference("codes of products (UN)", "codes", ("id", "text", "parent"), _un_code),
    Reference("codes of products", "codes", ("hscode", "description"), _plain_code),
    Reference("codes of products (BACI)", "codes", ("code", "description"), _plain_code, alone=True),
    Reference(
        "conversions between editions",
        "conversions",
        ("code.after", "code.before", "Relationship", "adjustment"),
        _conversion,
    ),
    Reference("distances (CEPII)", "distances", ("exporter", "importer", "dist", "contig"), _distance),
    Reference("distances (CEPII)", "distances", ("iso_o", "iso_d", "dist", "contig"), _distance),
    Reference("codes of countries (BACI)", None, ("country_code", "country_name"), _country),
    Reference("codes of countries (UN)", None, ("id", "country", "iso_3"), _country),
)


def reference_of(sheet: Sheet) -> Reference | None:
    """What kind of table a sheet is; None if it is none of them."""
    return next((each for each in REFERENCES if each.fits(sheet.columns)), None)


def read_reference(sheet: Sheet, kind: Reference, problems: list[str]) -> tuple[int, pa.Table | None]:
    """Read a table: how many rows could be read, and the rows of the ledger's table.

    Args:
        sheet: The file.
        kind: What it is.
        problems: Where rows that can't be read are noted, with their lines, many of a kind as one.
    """
    source = sheet.member.own_name
    reasons, found, count = Reasons(), [], 0
    for line, cells in _cells(sheet, reasons):
        try:
            row = kind.row(cells, sheet)
        except ValueError as error:
            reasons.add(str(error), [line])
            continue
        count += 1
        if row is not None:
            found.append(row | {"source": source})
    problems += [f"line {line}: {reason}" for line, reason in reasons.told()]
    return count, pa.Table.from_pylist(found) if found else None


def _cells(sheet: Sheet, reasons: Reasons) -> Iterator[tuple[int, Row]]:
    if sheet.kind == "stata":
        yield from _stata(sheet)
        return
    with batches(
        sheet, sheet.columns, (), Way(careful=True), lambda line, reason: reasons.add(reason, [line])
    ) as parts:
        for part in parts:
            names = list(part.columns)
            for line, *texts in zip(part.lines, *(column.to_pylist() for column in part.columns.values()), strict=True):
                yield int(line), dict(zip(names, (text.strip() for text in texts), strict=True))


def _stata(sheet: Sheet) -> Iterator[tuple[int, Row]]:
    try:
        import pandas as pd  # noqa: PLC0415
    except ImportError:
        raise UnreadableInputError(
            f"{sheet.member.name} is a Stata file: `pip install tieline[pandas]` reads it, or save it as CSV"
        ) from None
    with sheet.member.open() as stream:
        frame = pd.read_stata(stream)
    frame.columns = [folded(str(name)) for name in frame.columns]
    for at, values in enumerate(frame.itertuples(index=False), start=1):
        yield at, {name: str(value) for name, value in zip(frame.columns, values, strict=True)}
