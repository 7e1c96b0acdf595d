"""Rows as a workbook for spreadsheets (XLSX): numbers are numbers, years are years, text is never run as a formula."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

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
    "ratio": "0.00", "band_low": "0.00", "band_high": "0.00", "margin": "0.0%", "asymmetry": "0.00", "weight": "0.00",
}  # fmt: skip


def workbook(sheets: Mapping[str, Sequence[Row]], columns: Mapping[str, Sequence[str]]) -> bytes:
    """Write a workbook, a sheet for each name.

    Args:
        sheets: The rows of each sheet.
        columns: The columns of a sheet, where they are not those of its first row.

    Raises:
        MissingDataError: the writer is not installed, or a sheet has no room for the rows.
    """
    try:
        import xlsxwriter  # noqa: PLC0415
    except ImportError as error:
        raise MissingDataError("no writer of workbooks is installed; `pip install 'tieline[xlsx]'` adds it") from error
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})  # the same rows are the same file
        head = book.add_format({"bold": True, "bottom": 1})
        forms = {name: book.add_format({"num_format": form}) for name, form in _FORMS.items()}
        for title, rows in sheets.items():
            if len(rows) > MOST_ROWS:
                raise MissingDataError(f"{len(rows):,} rows are more than a sheet holds; use --format csv")
            names = list(columns.get(title, ())) or list(rows[0] if rows else ())
            sheet = book.add_worksheet(re.sub(r"[\[\]:*?/\\]", " ", title)[:31])
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, names, head)
            for at, name in enumerate(names):
                widest = len(name)
                for line, row in enumerate(rows, 1):
                    value = _cell(name, row.get(name))
                    widest = max(widest, len(f"{value:,.0f}" if isinstance(value, float) else str(value)))
                    if value is not None:
                        form = forms.get("year" if isinstance(value, int) and name == "period" else name)
                        (sheet.write_string if isinstance(value, str) else sheet.write)(line, at, value, form)
                sheet.set_column(at, at, min(widest + 2, _WIDEST))
            if rows and names:
                sheet.autofilter(0, 0, len(rows), len(names) - 1)
    return out.getvalue()


def _cell(name: str, value: Any) -> Any:
    """What stands in a cell: a number, yes or no, or text; a year is a whole number."""
    if isinstance(value, bool | int | float) or value is None:
        return value
    if name == "period" and re.fullmatch(r"\d{4}", str(value)):
        return int(value)
    return plain(value)
