"""Exchange rates that the user gives: tieline has none of its own, and guesses none."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from tieline.model.errors import UnreadableInputError
from tieline.model.periods import Period, PeriodError

COLUMNS = ("currency", "period", "usd")


@dataclass(frozen=True, slots=True)
class Rate:
    """US dollars for one unit of a currency, on the average of a period, and who says so."""

    usd: float
    source: str


@dataclass(frozen=True, slots=True)
class Rates:
    """A table of rates by currency and period."""

    table: Mapping[tuple[str, Period], Rate]

    @classmethod
    def read(cls, path: Path) -> Rates:
        """Read a CSV file with the columns currency (ISO 4217), period (ISO), usd (dollars for one unit) and, if wanted, source.

        Raises:
            UnreadableInputError: a column is missing, or a row is no rate; tells the line and what is allowed.
        """
        try:
            text = path.read_text(encoding="utf-8-sig")
        except OSError as error:
            why = "no such file" if isinstance(error, FileNotFoundError) else error.strerror or str(error)
            raise UnreadableInputError(f"the table of exchange rates {path} can't be read: {why}") from error
        except UnicodeDecodeError as error:
            raise UnreadableInputError(f"the table of exchange rates {path} is not UTF-8; save it as UTF-8") from error
        rows = csv.DictReader(text.splitlines())
        lacking = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
        if lacking:
            raise UnreadableInputError(
                f"the table of exchange rates {path} has no column {', '.join(lacking)}; "
                f"it needs {', '.join(COLUMNS)} (US dollars for one unit), and may have source"
            )
        table = {}
        for line, row in enumerate(rows, 2):
            try:
                currency, period, usd = (
                    row["currency"].strip().upper(),
                    Period.parse(row["period"].strip()),
                    float(row["usd"]),
                )
            except (AttributeError, TypeError, ValueError, PeriodError) as error:
                raise UnreadableInputError(f"{path}, line {line}: {dict(row)} is no exchange rate ({error})") from error
            if not (usd > 0 and math.isfinite(usd)) or not currency.isalpha():
                raise UnreadableInputError(
                    f"{path}, line {line}: {usd:g} US dollars for one {currency!r}; a rate is above zero, a currency three letters"
                )
            table[currency, period] = Rate(usd, (row.get("source") or path.name).strip())
        return cls(table)

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str, Any, str]]) -> Self | None:
        """A table of currency, period (ISO), US dollars for one unit and source; None if there is nothing in it."""
        table = {(currency, Period.parse(period)): Rate(float(usd), source) for currency, period, usd, source in rows}
        return cls(table) if table else None

    def rate(self, currency: str, period: Period) -> Rate | None:
        """The rate of just that period; None if the table has none."""
        return self.table.get((currency, period))
