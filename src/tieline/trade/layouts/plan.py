"""How a layout's rows become flows: which cells make which column. A layout gives a plan; `staging` carries it out.

Texts are read once for each different text, however many rows have it. Numbers are read as a column.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

TextReader = Callable[..., str | None]


@dataclass(frozen=True, slots=True)
class Coded:
    """A text column of flows, made from the texts of one or several columns of the file.

    `read` takes one text for each of `columns` (folded names) and gives the flow's text. It raises ValueError for what
    it can't read: the row is then left out, with that reason.
    """

    columns: tuple[str, ...]
    read: TextReader


@dataclass(frozen=True, slots=True)
class Number:
    """A number column of flows: the file's number times `factor`.

    Attributes:
        column: The file's column, by its folded name.
        factor: What one of the file's units is (1000 for thousands).
        missing: Numbers that stand for a figure that is not there (-9): the row is kept, without a figure, flagged
            `missing`.
        marks: Texts that stand for it (`c`, `:`); what stands for no number anywhere (an empty cell, `NA`) is one.
        negative: Whether a number below zero can be right.
        zero_is_missing: A zero stands for a figure that was not reported (weights in Comtrade).
        decimal: The decimal mark, where it is told: `,` or `.`; the other one parts thousands.
    """

    column: str
    factor: float = 1.0
    missing: frozenset[float] = frozenset()
    marks: frozenset[str] = frozenset()
    negative: bool = False
    zero_is_missing: bool = False
    decimal: str = ""


@dataclass(frozen=True, slots=True)
class Derived:
    """A text column of flows that follows from numbers: `choose` gives for each row the place of its text in `texts`."""

    columns: tuple[str, ...]
    texts: tuple[str, ...]
    choose: Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Leg:
    """One flow that a row gives. A row of a layout that has exports and imports side by side has two.

    Attributes:
        cells: The text columns of flows: a constant, None, or `Coded`. `reporter`, `partner`, `flow` and `period` are
            needed; `period` gives ISO text; `code` the digits, empty for all products.
        numbers: The number columns of flows: `value_usd` (or `value`, in `unit`), `quantity`, `net_kg`.
        derived: Text columns of flows that follow from numbers.
        rate: US dollars for one unit of `value`, as text, where the file is in another currency.
        other_names: Gives, for the texts of reporter and partner, under which other name of theirs the row stands
            (`exporter=FDR` for Germany), or None. Where there is a row under the own name too, the other is kept as
            its part, by this as its `detail`.
        own_trade: A row of a country with itself is right (goods that come back home).
        sparse: A row without a value gives no flow and is no problem (a layout with many columns of values).
    """

    cells: Mapping[str, str | Coded | None]
    numbers: Mapping[str, Number]
    derived: Mapping[str, Derived] = field(default_factory=dict)
    rate: Coded | None = None
    other_names: Coded | None = None
    own_trade: bool = True
    sparse: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """How a file is read.

    Attributes:
        dataset: The dataset's name, unless the user gives one.
        vintage: When the figures were released, where the file or its name says so: ISO or the publisher's own mark.
        publisher: Who published them.
        legs: The flows of a row.
        adds_up: Rows of the same reporter, partner, flow, product and period are parts that are added up (a customs
            table by office); otherwise two that differ contradict each other.
        notes: What the user should know about the file as a whole.
        key: What else decides what is read (a mapping file, a table of rates), for the identity of the load.
        of_parts: How the file is read instead if no row of it is a whole (has no `detail`).
    """

    dataset: str
    legs: tuple[Leg, ...]
    vintage: str = ""
    publisher: str = ""
    adds_up: bool = False
    notes: tuple[str, ...] = ()
    key: str = ""
    of_parts: Plan | None = None
    texts: tuple[str, ...] = field(init=False)
    numbers: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        texts: dict[str, None] = {}
        numbers: dict[str, None] = {}
        for leg in self.legs:
            for cell in (*leg.cells.values(), leg.rate, leg.other_names):
                if isinstance(cell, Coded):
                    texts |= dict.fromkeys(cell.columns)
            numbers |= {number.column: None for number in leg.numbers.values()}
            numbers |= {column: None for derived in leg.derived.values() for column in derived.columns}
        object.__setattr__(self, "texts", tuple(texts))
        object.__setattr__(self, "numbers", tuple(numbers))
