"""A national customs table, or any other, described by a mapping file that the user writes (TOML).

```toml
dataset = "rus-customs"
publisher = "Federal Customs Service"
reporter = "RUS"                 # one country, or a column: { column = "country" }
partner = { column = "STRANA" }  # codes of any kind, or names
flow = { column = "NAPR", words = { "ИМ" = "imports", "ЭК" = "exports" } }
period = { column = "PERIOD", form = "%m/%Y" }  # of two: { columns = ["YEAR", "MONTH"], form = "%Y %m" }
code = { column = "TNVED", digits = 10 }
classification = "HS"
edition = "H5"
value = { column = "STOIM", unit = "USD", thousands = true }
net_kg = { column = "NETTO" }
quantity = { column = "KOL", unit = { column = "EDIZM" } }
valuation = { imports = "CIF", exports = "FOB" }
adds_up = true                   # several rows of one figure are parts of it
missing = [-9, "c", ":"]          # what stands for a figure that is withheld
decimal = ","                    # 1.234,50: else a point or what is beyond doubt
encoding = "windows-1251"        # where the file is neither UTF-8, UTF-16 nor Windows-1252

[rates]                          # US dollars for one unit of the currency, by period
source = "Bank of Russia, yearly average"
RUB.2021 = 0.01357
```

A value in another currency stays as it is, and becomes US dollars only by a rate, which stands beside it: of `[rates]`, or of a column
of the table, `value = { column = "STOIM", unit = "RUB", rate = "KURS" }`.
"""

from __future__ import annotations

import codecs
import hashlib
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

from tieline.model.errors import UnreadableInputError, UsageError
from tieline.model.periods import Period
from tieline.model.vocabulary import FlowWord, Valuation
from tieline.trade.files.sheets import Sheet, folded
from tieline.trade.layouts.cells import country_code
from tieline.trade.layouts.customs_rates import own_rate, rate_by_period
from tieline.trade.layouts.plan import Coded, Leg, Number, Plan
from tieline.trade.layouts.readers import flow_word, hs_code, iso_period, sitc_code
from tieline.trade.layouts.unctad import country_named

_KEYS = frozenset(
    "dataset publisher vintage reporter partner flow period code classification edition value net_kg quantity valuation "
    "adds_up missing rates citation detail basis decimal encoding".split()
)
_NEEDED = ("reporter", "partner", "flow", "period", "value")


@dataclass(frozen=True, slots=True)
class MappingFile:
    """A mapping file that was read."""

    name: str
    data: dict[str, Any]
    key: str

    @property
    def charset(self) -> str | None:
        """Of the files that it describes, where it says so."""
        return self.data.get("encoding")

    @classmethod
    def read(cls, path: Path) -> MappingFile:
        """Read a mapping file.

        Raises:
            UsageError: there is none, it is no TOML, or a key is unknown or missing.
        """
        try:
            content = path.read_bytes()
            data = tomllib.loads(content.decode("utf-8-sig"))
        except OSError as error:
            raise UsageError(f"the mapping {path} can't be read: {error.strerror}") from error
        except ValueError as error:
            raise UsageError(f"the mapping {path} is no TOML: {error}") from error
        odd = sorted(set(data) - _KEYS)
        if odd:
            raise UsageError(f"{path.name}: unknown key {odd[0]!r}; known are {', '.join(sorted(_KEYS))}")
        lacking = [key for key in _NEEDED if key not in data]
        if lacking:
            raise UsageError(f"{path.name}: {', '.join(lacking)} is not mapped; needed are {', '.join(_NEEDED)}")
        try:
            codecs.lookup(str(data.get("encoding", "utf-8")))
        except LookupError as error:
            raise UsageError(
                f'{path.name}: unknown encoding {data["encoding"]!r}; write "windows-1251", "gb18030", "latin-1", ...'
            ) from error
        return cls(path.name, data, hashlib.sha256(content).hexdigest()[:16])


def mapped(sheet: Sheet, mapping: MappingFile) -> Plan:
    """The plan of a file that a mapping describes.

    Raises:
        UnreadableInputError: the file has no column of a name that the mapping gives.
        UsageError: the mapping says what can't be.
    """
    data = mapping.data
    column = _Columns(sheet, mapping)
    value = _table(data["value"], mapping, "value")
    unit = column.cell(value.get("unit", "USD"), str.strip, "value.unit")
    sitc = str(data.get("classification", "HS")).upper() == "SITC"
    period = column.cell(data["period"], _period_of(data["period"]), "period")
    cells: dict[str, str | Coded | None] = {
        "reporter": column.cell(data["reporter"], _country, "reporter"),
        "partner": column.cell(data["partner"], _country, "partner"),
        "flow": column.cell(data["flow"], flow_word, "flow"),
        "period": period,
        "unit": unit,
        "basis": str(data.get("basis", "reported")),
        "classification": ("SITC" if sitc else "HS") if "code" in data else "",
        "edition": data.get("edition"),
        "code": column.cell(data["code"], _code_of(data["code"], sitc=sitc), "code") if "code" in data else "",
        "citation": data.get("citation"),
        "detail": column.cell(data["detail"], str.strip, "detail") if "detail" in data else None,
    }
    cells["valuation"] = _valuation(data.get("valuation", "unknown"), cells["flow"], mapping)
    missing, marks = _missing(data.get("missing", ()), mapping)
    decimal = data.get("decimal", "")
    if decimal not in {"", ",", "."}:
        raise UsageError(f'{mapping.name}: decimal {decimal!r}; write "," or "."')
    numbers: dict[str, Number] = {}
    for name in ("net_kg", "quantity"):
        if name in data:
            table = _table(data[name], mapping, name)
            numbers[name] = Number(column.name(table["column"]), _factor(table), missing, marks, decimal=decimal)
            if name == "quantity" and "unit" in table:
                cells["quantity_unit"] = column.cell(table["unit"], lambda text: text.strip() or None, "quantity.unit")
    figure = Number(
        column.name(value["column"]),
        _factor(value),
        missing,
        marks,
        negative=bool(value.get("negative", False)),
        decimal=decimal,
    )
    rate = None
    if unit == "USD":
        numbers = {"value_usd": figure, **numbers}
    else:
        numbers = {"value": figure, **numbers}
        by = next(
            (cell for cell in (cells["partner"], cells["flow"], cells["reporter"]) if isinstance(cell, Coded)), None
        )
        if "rate" in value:
            own = column.name(_table(value["rate"], mapping, "value.rate")["column"])
            rate = own_rate(own, unit, decimal)
            cells["rate_source"] = f"the table itself, column {_table(value['rate'], mapping, 'value.rate')['column']}"
        else:
            rate = rate_by_period(data.get("rates", {}), unit, period, by)
            cells["rate_source"] = data.get("rates", {}).get("source")
    return Plan(
        dataset=str(data.get("dataset", sheet.member.own_name.split(".")[0])),
        legs=(Leg(cells, numbers, rate=rate),),
        vintage=str(data.get("vintage", "")),
        publisher=str(data.get("publisher", "")),
        adds_up=bool(data.get("adds_up", False)),
        key=mapping.key,
    )


class _Columns:
    """The file's columns, as a mapping names them."""

    def __init__(self, sheet: Sheet, mapping: MappingFile) -> None:
        self._sheet, self._mapping = sheet, mapping

    def name(self, given: str) -> str:
        if folded(given) not in self._sheet.columns:
            raise UnreadableInputError(
                f"{self._sheet.member.name} has no column {given!r}, which {self._mapping.name} names. Columns found: "
                f"{', '.join(self._sheet.given) or 'none'}{self._garbled()}"
            )
        return folded(given)

    def _garbled(self) -> str:
        """What to do where the columns' names may be letters of another charset."""
        by_default = self._sheet.charset == "cp1252" and not self._mapping.charset
        return (
            '. If they are garbled, name the file\'s charset in the mapping: encoding = "windows-1251"'
            if by_default
            else ""
        )

    def cell(self, given: Any, read: Callable[[str], str | None], what: str) -> str | Coded | None:
        """A constant, a column with its words, or several columns, read as one text with blanks between."""
        if isinstance(given, dict):
            words = {folded(word): meaning for word, meaning in given.get("words", {}).items()}

            def reading(*texts: str) -> str | None:
                return read(" ".join(str(words.get(folded(text), text)) for text in texts))

            names = given.get("columns", [given["column"]] if "column" in given else [])
            if not names or not isinstance(names, list):
                raise UsageError(
                    f'{self._mapping.name}: {what} names no column; write {{ column = "..." }} or {{ columns = ["...", "..."] }}'
                )
            return Coded(tuple(self.name(str(name)) for name in names), reading)
        try:
            return read(str(given))
        except ValueError as error:
            raise UsageError(
                f'{self._mapping.name}: {what}: {error}. A column is written {{ column = "..." }}'
            ) from error


def _table(given: Any, mapping: MappingFile, what: str) -> dict[str, Any]:
    if isinstance(given, str):
        return {"column": given}
    if not isinstance(given, dict) or "column" not in given:
        raise UsageError(f'{mapping.name}: {what} names no column; write {{ column = "..." }}')
    return given


def _missing(given: Any, mapping: MappingFile) -> tuple[frozenset[float], frozenset[str]]:
    """The numbers and the texts that stand for a figure that is not there."""
    each = given if isinstance(given, list | tuple) else [given]
    numbers, marks = set(), set()
    for one in each:
        if isinstance(one, bool) or not isinstance(one, int | float | str):
            raise UsageError(f'{mapping.name}: missing {one!r}; write numbers and texts, as [-9, "c", ":"]')
        try:
            numbers.add(float(one))
        except ValueError:
            marks.add(str(one).strip())
    return frozenset(numbers), frozenset(marks)


def _factor(table: dict[str, Any]) -> float:
    return float(table.get("factor", 1000 if table.get("thousands") else 1_000_000 if table.get("millions") else 1))


def _country(text: str) -> str:
    try:
        return country_code(text)
    except ValueError:
        try:
            return country_named(text)
        except ValueError as error:
            raise ValueError(f'{error}. Or give its code in the mapping: words = {{ "{text}" = "..." }}') from None


def _code_of(given: Any, *, sitc: bool) -> Callable[[str], str]:
    digits = given.get("digits") if isinstance(given, dict) else None
    return sitc_code if sitc else lambda text: hs_code(text, digits)


def _period_of(given: Any) -> Callable[[str], str]:
    form = given.get("form") if isinstance(given, dict) else None
    if not form:
        return iso_period

    def read(text: str) -> str:
        try:
            found = datetime.strptime(text.strip(), form)  # noqa: DTZ007
        except ValueError:
            raise ValueError(f"period {text!r} does not have the form {form!r}") from None
        if "%m" in form or "%b" in form or "%B" in form:
            return Period.of_month(found.year, found.month).iso
        return Period.of_year(found.year).iso

    return read


def _valuation(given: Any, flow: str | Coded | None, mapping: MappingFile) -> str | Coded | None:
    words = set(given.values()) if isinstance(given, dict) else {given}
    if not words <= set(get_args(Valuation)) or (isinstance(given, dict) and not set(given) <= set(get_args(FlowWord))):
        raise UsageError(f'{mapping.name}: valuation {given!r}; write "FOB", "CIF", or {{ imports = "CIF" }}')
    if not isinstance(given, dict):
        return str(given)
    if isinstance(flow, Coded):
        return Coded(flow.columns, lambda *texts: given.get(flow.read(*texts) or "", "unknown"))
    return str(given.get(flow or "", "unknown"))
