"""A file and how it is to be read: its layout, its plan, and the identity of the load that it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from tieline.ledger import Ledger, Mark, flows_table
from tieline.model.documents import content_hash
from tieline.model.flows import Flow
from tieline.trade.files.members import Member, content_hash_of
from tieline.trade.files.result import Problem
from tieline.trade.files.sheets import Sheet, look
from tieline.trade.files.tables import Opened
from tieline.trade.layouts.customs import MappingFile, mapped
from tieline.trade.layouts.figures import read_figures
from tieline.trade.layouts.known import layout_of
from tieline.trade.layouts.plan import Plan
from tieline.trade.layouts.unread_products import totals_alone
from tieline.trade.loading.copies import FLAG, Prints, copied_periods, flag_periods
from tieline.trade.loading.doubts import doubts
from tieline.trade.loading.staging import Staged, stage

VERSION = "1"
"""Of what loaders make of a file. With another, a file that was loaded is loaded anew (and compared with the former)."""


@dataclass(slots=True)
class Opening:
    """A file whose layout is known.

    Attributes:
        layout: The layout's name; `mapped` for one that a mapping file describes.
        dataset: The dataset's name; None where each row names its own.
    """

    sheet: Sheet
    layout: str
    plan: Plan | None
    dataset: str | None
    vintage: str | None
    _hash: str = field(default="", init=False)

    @property
    def name(self) -> str:
        """The file's name, in messages and rows."""
        return self.sheet.member.name

    @property
    def sha256(self) -> str:
        """The hash of the file on the disk (of the archive, for a member of one)."""
        self._hash = self._hash or content_hash_of(self.sheet.member.path)
        return self._hash

    @property
    def load_id(self) -> str:
        """The identity of the load: the same file read the same way into the same dataset and vintage."""
        key = self.plan.key if self.plan else ""
        inner = self.sheet.member.inner or ""
        told = (self.sha256, inner, self.layout, self.dataset or "", self.vintage or "", key)
        return content_hash("load", VERSION, *told)[:24]

    def stage(
        self,
        folder: Path,
        recorded: int,
        tick: Callable[[int], object] = lambda count: count,
        known: Prints | None = None,
    ) -> Staged:
        """Write its flows into the folder; nothing is left there if that fails.

        Args:
            folder: Where to write.
            recorded: Microseconds since 1970.
            tick: Told how many rows were read.
            known: The fingerprints of the periods that the ledger has of this dataset and vintage.
        """
        assert self.plan is not None  # noqa: S101
        constants: dict[str, str | None] = {
            "dataset": self.dataset,
            "vintage": self.vintage or "",
            "publisher": self.plan.publisher,
            "origin": self.name,
            "load_id": self.load_id,
        }
        staged = stage(self.sheet, self.plan, folder, constants=constants, recorded=recorded, tick=tick)
        copies = copied_periods(staged.prints, known or {})
        if copies:
            for file in staged.files:
                flag_periods(file.path, set(copies))
        staged.notes += [
            f"{period} repeats {original} to the last dollar; its rows are flagged {FLAG} and decide nothing"
            for period, original in copies.items()
        ]
        return staged

    def marks(self, files: Sequence[Path], ledger: Ledger) -> list[Mark]:
        """What is doubtful about staged flows, beside what the ledger has of their dataset and vintage."""
        return doubts(ledger, files, load_id=self.load_id, dataset=self.dataset or "", vintage=self.vintage or "")

    @property
    def headings(self) -> tuple[str, ...]:
        """The columns' names as a figures file has them."""
        return tuple(name.strip().casefold() for name in self.sheet.given)

    def figures(self, problems: list[Problem]) -> Iterable[Flow]:
        """The flows of a figures file, one by one."""
        with self.sheet.member.open() as stream:
            text = stream.read().decode(self.sheet.charset, errors="replace")
        opened = Opened(Path(self.name), self.headings, self.sheet.delimiter, text.lstrip("\ufeff\r\n"))
        return read_figures(opened, problems, dataset=self.dataset, vintage=self.vintage)

    def figures_tables(self, problems: list[Problem]) -> dict[tuple[str, str], pa.Table]:
        """The flows of a figures file as tables, by dataset and vintage; a figure that is there twice is taken once."""
        found: dict[tuple[str, str], dict[str, Flow]] = {}
        for flow in self.figures(problems):
            found.setdefault((flow.dataset, flow.vintage), {}).setdefault(flow.row_id, flow)
        return {scope: flows_table(flows.values()) for scope, flows in found.items()}


def open_member(
    member: Member,
    *,
    layout: str | None = None,
    mapping: MappingFile | None = None,
    dataset: str | None = None,
    vintage: str | None = None,
) -> Opening:
    """Look at a file and choose its layout.

    Raises:
        UnreadableInputError: it is empty, of another kind, or without a column that its layout needs.
        UsageError: no layout has this name, or the mapping does not fit.
    """
    sheet = look(member, mapping.charset if mapping else None)
    if mapping is not None:
        plan: Plan | None = mapped(sheet, mapping)
        name = "mapped"
    else:
        chosen = layout_of(sheet, layout)
        plan, name = (chosen.plan(sheet) if chosen.plan else None), chosen.name
        plan = totals_alone(plan, sheet, name) if plan is not None else None
    if plan is None:
        return Opening(sheet, name, None, dataset, vintage)
    return Opening(sheet, name, plan, dataset or plan.dataset, vintage if vintage is not None else plan.vintage)
