"""Values as DuckDB's SQL has them: the one place where text is quoted."""

from __future__ import annotations

from datetime import date
from typing import Any


def sql_literal(value: Any) -> str:
    """A value as SQL has it: texts and days quoted, numbers bare, lists in brackets.

    >>> sql_literal("d'Ivoire"), sql_literal(date(2014, 1, 1)), sql_literal(None), sql_literal(2)
    ("'d''Ivoire'", "DATE '2014-01-01'", 'NULL', '2')
    >>> sql_literal(["a", "b"])
    "['a', 'b']"
    """
    if value is None:
        return "NULL"
    if isinstance(value, bool | int | float):
        return str(value)
    if isinstance(value, date):
        return f"DATE '{value.isoformat()}'"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(sql_literal, value))}]"
    return "'" + str(value).replace("'", "''") + "'"
