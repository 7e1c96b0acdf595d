"""The desk: a ledger's folder and what one does with it. Methods orchestrate; each room does its own work."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from tieline.model.errors import UsageError
from tieline.model.overrules import Overrule
from tieline.read.pages.intake import Given, Unreadable
from tieline.read.version import reader_version
from tieline.workspace.act_desk import ActDesk
from tieline.workspace.asked_times import When, period_asked
from tieline.workspace.brief_desk import BriefDesk
from tieline.workspace.check_desk import CheckDesk, is_file
from tieline.workspace.export_desk import ExportDesk
from tieline.workspace.finding import contents_of, find
from tieline.workspace.indicating import IndicatorDesk
from tieline.workspace.inputs import (
    Input,
    documents_of,
    expected,
    refuse_addresses,
    text_document,
)
from tieline.workspace.known import as_known
from tieline.workspace.ledger_results import Contents, LoadReport
from tieline.workspace.listing import ListDesk
from tieline.workspace.loading import load_files, refused
from tieline.workspace.overruling import put_overrule
from tieline.workspace.reading import Recorded, read_all, record_all
from tieline.workspace.replaying import with_replay
from tieline.workspace.results import Reading, ReadReport, Shown
from tieline.workspace.trade_desk import TradeDesk


def open_desk(folder: str | os.PathLike[str] | None = None, *, bundled: bool = True, create: bool = True) -> Desk:
    """Open the ledger in a folder, or make one there.

    Args:
        folder: The folder; by default that of TIELINE_LEDGER, else `tieline-ledger` in the current one.
        bundled: A new ledger holds the published facts that come with tieline.
        create: Make the ledger if there is none.

    Raises:
        MissingDataError: there is none, and `create` is false.
        LedgerError: the folder is no ledger, or can't be used.
    """
    desk = Desk(folder, bundled=bundled, create=create)
    _ = desk.ledger
    return desk


class Desk(CheckDesk, ListDesk, TradeDesk, IndicatorDesk, BriefDesk, ActDesk, ExportDesk):
    """A ledger's folder; nothing is opened or made before it is needed."""

    def __repr__(self) -> str:
        return f"tieline.open({str(self.folder)!r})"

    def read(
        self,
        *inputs: Input,
        text: str | None = None,
        published: When | None = None,
        outlet: str | None = None,
        lang: str | None = None,
        record: bool = True,
        jobs: int | None = None,
    ) -> ReadReport:
        """Read files, folders, `-` or documents, and record what they claim.

        Args:
            inputs: Paths of files and folders, `-` for standard input, or documents.
            text: A text to read.
            published: The date of those documents that give none, ISO.
            outlet: The outlet of those that give none.
            lang: The language of those that give none.
            record: Put documents and claims into the ledger; if not, none is needed.
            jobs: How many processes read; by default one for a few documents, else one for each core, up to four.

        Raises:
            UsageError: there is nothing to read, or `published` is no date.
        """
        if not inputs and text is None:
            raise UsageError("nothing to read; give paths, documents, `-` for standard input, or text=")
        problems: list[Unreadable] = []
        added = Recorded()
        given = Given(period_asked(published), outlet, lang)
        found = self.reading(inputs, given, problems, added, text=text, record=record, jobs=jobs)
        readings = tuple(found)
        return ReadReport(
            readings, tuple(problems), added.documents, added.claims, tuple(added.changed), tuple(added.passed_over)
        )

    def reading(
        self,
        inputs: Sequence[Input],
        given: Given,
        problems: list[Unreadable],
        added: Recorded | None = None,
        *,
        text: str | None = None,
        record: bool = True,
        jobs: int | None = None,
    ) -> Iterator[Reading]:
        """As `read`, one document after the other: each is given when it is recorded, so that memory is bounded.

        A document that is in the ledger, as the same reader has read it, is given from there. `problems` and `added`
        fill while it is read.
        """
        refuse_addresses(inputs)
        counts = added if added is not None else Recorded()
        texts = text_document(text, given) if text is not None else ()
        found = chain(texts, documents_of(inputs, given, counts.passed_over))
        if not record:
            return read_all(found, problems, jobs)
        return record_all(
            self.ledger, as_known(self.ledger, found, reader_version(), counts.changed), problems, counts, jobs
        )

    def expected(self, inputs: Sequence[Input]) -> int | None:
        """About how many documents `reading` or `checking` will give, for an estimate of the time; None if unknown."""
        if not inputs:
            return self.ledger.counts()["documents"] if self.exists else None
        stored = sum(not is_file(one) for one in inputs)
        files = expected([one for one in inputs if is_file(one)])
        return None if files is None else files + stored

    def load(
        self,
        *files: str | os.PathLike[str] | Any,
        layout: str | None = None,
        mapping: str | os.PathLike[str] | None = None,
        dataset: str | None = None,
        vintage: When | None = None,
        tick: Callable[[int], object] = lambda rows: rows,
    ) -> LoadReport:
        """Load statistics files, each whole or not at all. A file that was loaded before is known and adds nothing.

        Args:
            files: CSV, Parquet or JSON files, also gzipped; zip archives and folders of them; or `-` for standard input. Also data frames
                of Arrow, pandas or polars, whose columns are the headings of a layout; a frame is called as its dataset.
            layout: The layout's name; recognised by the header if not given.
            mapping: A mapping file (TOML) that describes a table of another layout.
            dataset: The dataset's name; by default the file's own column, or its name.
            vintage: When the statistics were released, ISO.
            tick: Called with the number of rows of each table that was recorded.
        """
        from tieline.ties.layouts import EVENT_LAYOUTS  # noqa: PLC0415
        from tieline.trade import LAYOUTS, MappingFile  # noqa: PLC0415

        refuse_addresses(os.fspath(file) for file in files if isinstance(file, str | os.PathLike))
        if layout is not None and layout not in (known := (*LAYOUTS, *(each.name for each in EVENT_LAYOUTS))):
            raise UsageError(f"no layout {layout!r}; allowed: {', '.join(known)}")
        released = period_asked(vintage, "vintage")
        described = MappingFile.read(Path(mapping)) if mapping is not None else None
        asked: dict[str, Any] = {
            "layout": layout, "mapping": described, "dataset": dataset, "vintage": released.iso if released else None,
        }  # fmt: skip
        if files and not self.exists and all(none := [refused(file, **asked) for file in files]):
            return LoadReport((), tuple(filter(None, none)))  # no ledger is made for what is none of ours
        found = [one for file in files for one in load_files(self.ledger, file, **asked, tick=tick)]
        return LoadReport(
            tuple(one for one in found if not isinstance(one, Unreadable)),
            tuple(one for one in found if isinstance(one, Unreadable)),
        )

    def show(self, key: str, *, again: bool = True, rates: str | os.PathLike[str] | None = None) -> Shown:
        """Find a document (id, address, version), a claim, or a verdict (its id or the start of it).

        Args:
            key: What is looked for.
            again: Of a verdict, check its claim again, and tell what would be otherwise today (`replay`).
            rates: A table of exchange rates for it, in the place of those recorded with the verdict.

        Raises:
            MissingDataError: there is nothing of that name.
        """
        found = find(self.existing_ledger(), key)
        return (
            with_replay(self.existing_ledger(), found, Path(rates) if rates is not None else None) if again else found
        )

    def overrule(
        self,
        key: str,
        *,
        verdict: str | None = None,
        fields: Mapping[str, str] | None = None,
        reason: str,
        by: str = "",
        lift: bool = False,
    ) -> Overrule:
        """Put a person's word against a verdict or a claim; later checks apply it, and show it as such.

        Args:
            key: A claim's id, or the start of a verdict's.
            verdict: The word that holds: of a claim, of the outcome over all datasets; of a verdict, against its dataset.
            fields: Corrected fields of the claim, as texts.
            reason: Why.
            by: Who says so.
            lift: What was said before no longer holds.

        Raises:
            MissingDataError: there is nothing of that name.
            UsageError: no reason, or not just one of `verdict`, `fields` and `lift`.
        """
        found = find(self.existing_ledger(), key)
        return put_overrule(self.ledger, found, verdict=verdict, fields=fields or {}, reason=reason, by=by, lift=lift)

    def contents(self) -> Contents:
        """What the ledger holds."""
        return contents_of(self.ledger, self.folder)
