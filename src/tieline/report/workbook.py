"""Rows as a workbook for spreadsheets (XLSX): numbers are numbers, years are years, text is never run as a formula."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from itertools import chain
from typing import Any, BinaryIO

from tieline.model import lazy_re as re
from tieline.model.errors import MissingDataError
from tieline.report.tables import Row, plain

MOST_ROWS = 1_048_575
"""A sheet has no room for more rows below its header."""
_WIDEST = 60
_FORMS = {
    "value_usd": "#,##0", "change": "#,##0", "share": "0.0%", "contribution": "0.0%", "hhi": "0.0000",
    "change_pct": "0.0", "share_pct": "0.0", "year": "0",
    "export_usd": "#,##0", "import_usd": "#,##0", "gap_usd": "#,##0", "import_fob_usd": "#,##0", "reconciled_usd": "#,##0",
    "re_exports_usd": "#,##0", "domestic_usd": "#,##0", "ratio_domestic": "0.00",
    "ratio": "0.00", "band_low": "0.00", "band_high": "0.00", "margin": "0.0%", "asymmetry": "0.00", "weight": "0.00",
}  # fmt: skip


def write_workbook(
    out: BinaryIO, sheets: Mapping[str, Iterable[Row]], columns: Mapping[str, Sequence[str]]
) -> None:  # fmt: skip
    """Write a workbook, a sheet for each name, row by row: of a long sheet one row is in memory.

    Args:
        out: Where to.
        sheets: The rows of each sheet.
        columns: The columns of a sheet, where they are not those of its first row.

    Raises:
        MissingDataError: the writer is not installed, or a sheet has no room for the rows.
    """
    try:
        import xlsxwriter  # noqa: PLC0415
    except ImportError as error:
        raise MissingDataError("no writer of workbooks is installed; `pip install 'tieline[xlsx]'` adds it") from error
    settings = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with (
        tempfile.TemporaryDirectory(prefix="tieline-") as folder,
        xlsxwriter.Workbook(out, settings | {"tmpdir": folder}) as book,
    ):
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})  # the same rows are the same file
        head = book.add_format({"bold": True, "bottom": 1})
        forms = {name: book.add_format({"num_format": form}) for name, form in _FORMS.items()}
        for title, rows in sheets.items():
            _fill(
                book.add_worksheet(re.sub(r"[\[\]:*?/\\]", " ", title)[:31]), rows, columns.get(title, ()), head, forms
            )


def _fill(sheet: Any, rows: Iterable[Row], columns: Sequence[str], head: Any, forms: Mapping[str, Any]) -> None:
    """Write the rows of a sheet, each once and in order."""
    coming = iter(rows)
    first = next(coming, None)
    names = list(columns) or list(first or ())
    widest = {name: len(name) for name in names}
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, names, head)
    line = 0
    for line, row in enumerate([] if first is None else chain([first], coming), 1):
        if line > MOST_ROWS:
            raise MissingDataError(f"more than {MOST_ROWS:,} rows are more than a sheet holds; use --format csv")
        for at, name in enumerate(names):
            value = _cell(name, row.get(name))
            if value is None:
                continue
            widest[name] = max(widest[name], len(f"{value:,.0f}" if isinstance(value, float) else str(value)))
            form = forms.get("year" if isinstance(value, int) and name == "period" else name)
            (sheet.write_string if isinstance(value, str) else sheet.write)(line, at, value, form)
    for at, name in enumerate(names):
        sheet.set_column(at, at, min(widest[name] + 2, _WIDEST))
    if line and names:
        sheet.autofilter(0, 0, line, len(names) - 1)


def _cell(name: str, value: Any) -> Any:
    """What stands in a cell: a number, yes or no, or text; a year is a whole number."""
    if isinstance(value, bool | int | float) or value is None:
        return value
    if name == "period" and re.fullmatch(r"\d{4}", str(value)):
        return int(value)
    return plain(value)
