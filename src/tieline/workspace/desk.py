"""The desk: a ledger's folder and what one does with it. Methods orchestrate; each room does its own work."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from tieline.model.documents import Document
from tieline.model.errors import MissingDataError, UsageError
from tieline.model.periods import Period, PeriodError
from tieline.read.intake import Given, Unreadable
from tieline.read.version import reader_version
from tieline.workspace.act_desk import ActDesk
from tieline.workspace.finding import contents_of, find
from tieline.workspace.inputs import (
    LEDGER_MARK,
    Input,
    documents_of,
    expected,
    is_address,
    refuse_addresses,
    text_document,
)
from tieline.workspace.known import as_known
from tieline.workspace.loading import load_files
from tieline.workspace.opening import is_foreign, made, opened, passing_ledger
from tieline.workspace.reading import in_time, read_all, record_all
from tieline.workspace.results import Checked, CheckReport, Contents, LoadReport, Reading, ReadReport, Shown
from tieline.workspace.tie_desk import TieDesk
from tieline.workspace.trade_desk import TradeDesk

if TYPE_CHECKING:
    from tieline.ledger import Ledger

DEFAULT_FOLDER = "tieline-ledger"


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


class Desk(TradeDesk, TieDesk, ActDesk):
    """A ledger's folder; nothing is opened or made before it is needed."""

    def __init__(
        self, folder: str | os.PathLike[str] | None = None, *, bundled: bool = True, create: bool = True
    ) -> None:
        self.folder = Path(folder or os.environ.get("TIELINE_LEDGER") or DEFAULT_FOLDER)
        self._bundled = bundled
        self._create = create
        self._ledger: Ledger | None = None

    def __repr__(self) -> str:
        return f"tieline.open({str(self.folder)!r})"

    @property
    def exists(self) -> bool:
        """There is a ledger in the folder."""
        return (self.folder / LEDGER_MARK).exists()

    @property
    def ledger(self) -> Ledger:
        """The ledger, opened or made at first use."""
        if self._ledger is None:
            self._ledger = made(self.folder, bundled=self._bundled) if self._create else opened(self.folder)
        return self._ledger

    def read(
        self,
        *inputs: Input,
        published: str | Period | None = None,
        outlet: str | None = None,
        lang: str | None = None,
        record: bool = True,
        jobs: int | None = None,
    ) -> ReadReport:
        """Read files, folders, `-` or documents, and record what they claim.

        Args:
            inputs: Paths of files and folders, `-` for standard input, or documents.
            published: The date of those documents that give none, ISO.
            outlet: The outlet of those that give none.
            lang: The language of those that give none.
            record: Put documents and claims into the ledger; if not, none is needed.
            jobs: How many processes read; by default one for a few documents, else one for each core, up to four.
        """
        problems: list[Unreadable] = []
        added = [0, 0]
        found = self.reading(inputs, Given(day(published), outlet, lang), problems, added, record=record, jobs=jobs)
        readings = tuple(found)
        return ReadReport(readings, tuple(problems), added[0], added[1])

    def reading(
        self,
        inputs: Sequence[Input],
        given: Given,
        problems: list[Unreadable],
        added: list[int] | None = None,
        *,
        record: bool = True,
        jobs: int | None = None,
    ) -> Iterator[Reading]:
        """As `read`, one document after the other: each is given when it is recorded, so that memory is bounded.

        A document that is in the ledger, as the same reader has read it, is given from there. `problems` and `added`
        (new documents, new claims) fill while it is read.
        """
        refuse_addresses(inputs)
        counts = added if added is not None else [0, 0]
        found = documents_of(inputs, given)
        if not record:
            return read_all(found, problems, jobs)
        return record_all(self.ledger, as_known(self.ledger, found, reader_version()), problems, counts, jobs)

    def expected(self, inputs: Sequence[Input]) -> int | None:
        """About how many documents `reading` or `checking` will give, for an estimate of the time; None if unknown."""
        if not inputs:
            return self.ledger.counts()["documents"] if self.exists else None
        stored = sum(not _is_file(one) for one in inputs)
        files = expected([one for one in inputs if _is_file(one)])
        return None if files is None else files + stored

    def load(
        self,
        *files: str | os.PathLike[str],
        layout: str | None = None,
        mapping: str | os.PathLike[str] | None = None,
        dataset: str | None = None,
        vintage: str | None = None,
        tick: Callable[[int], object] = lambda rows: rows,
    ) -> LoadReport:
        """Load statistics files, each whole or not at all. A file that was loaded before is known and adds nothing.

        Args:
            files: CSV, Parquet or JSON files, also gzipped; zip archives and folders of them; or `-` for standard input.
            layout: The layout's name; recognised by the header if not given.
            mapping: A mapping file (TOML) that describes a table of another layout.
            dataset: The dataset's name; by default the file's own column, or its name.
            vintage: When the statistics were released, ISO.
            tick: Called with the number of rows of each table that was recorded.
        """
        from tieline.trade import LAYOUTS, MappingFile  # noqa: PLC0415

        refuse_addresses(os.fspath(file) for file in files)
        if layout is not None and layout not in LAYOUTS:
            raise UsageError(f"no layout {layout!r}; allowed: {', '.join(LAYOUTS)}")
        described = MappingFile.read(Path(mapping)) if mapping is not None else None
        found = [
            one
            for file in files
            for one in load_files(
                self.ledger, file, layout=layout, mapping=described, dataset=dataset, vintage=vintage, tick=tick
            )
        ]
        return LoadReport(
            tuple(one for one in found if not isinstance(one, Unreadable)),
            tuple(one for one in found if isinstance(one, Unreadable)),
        )

    def check(
        self,
        *targets: Input,
        text: str | None = None,
        published: str | Period | None = None,
        outlet: str | None = None,
        lang: str | None = None,
        dataset: str | Sequence[str] | None = None,
        as_known_on: str | date | None = None,
        record: bool = True,
        jobs: int | None = None,
    ) -> CheckReport:
        """Hold claims against the figures.

        Args:
            targets: Documents in the ledger (id, address or version), files, folders, or `-`; all of the ledger's
                documents if neither they nor `text` are given. Files are read first, and recorded.
            text: A text to read and check.
            published: The date of those documents that give none, ISO.
            outlet: The outlet of those that give none.
            lang: The language of those that give none.
            dataset: Only these datasets.
            as_known_on: Use only what was released by that day, ISO.
            record: Put documents, claims and verdicts into the ledger.
            jobs: How many processes read; by default one for a few documents, else one for each core, up to four.
        """
        problems: list[Unreadable] = []
        given = Given(day(published), outlet, lang)
        names = [dataset] if isinstance(dataset, str) else dataset
        known = _last_day(as_known_on)
        found = self.checking(
            targets, given, problems, text=text, dataset=names, as_known_on=known, record=record, jobs=jobs
        )
        return CheckReport(tuple(found), tuple(problems))

    def checking(
        self,
        targets: Sequence[Input],
        given: Given,
        problems: list[Unreadable],
        *,
        text: str | None = None,
        dataset: Sequence[str] | None = None,
        as_known_on: date | None = None,
        record: bool = True,
        jobs: int | None = None,
    ) -> Iterator[Checked]:
        """As `check`, one document after the other, each given when its verdicts are recorded."""
        from tieline.check import check_documents  # noqa: PLC0415

        if text is None and not any(_is_file(target) for target in targets):
            self._must_exist(targets)
        with ExitStack() as until_done:
            ledger = self._figures(until_done, record=record)
            held = ledger.holds(dataset) if dataset else {}
            for name in dataset or ():
                if name not in held:
                    known = sorted({d.name for d in ledger.datasets()})
                    raise UsageError(f"no dataset {name!r} in the ledger; it holds {', '.join(known) or 'none'}")
            readings = self._to_check(targets, text, given, problems, ledger=ledger, record=record, jobs=jobs)
            checked = (
                Checked(r.document, r.claims, tuple(found), r.warnings)
                for some in in_time(readings)
                for r, found in zip(
                    some,
                    check_documents(
                        [(r.claims, r.document) for r in some], ledger, dataset=dataset, as_known_on=as_known_on
                    ),
                    strict=True,
                )
            )
            if not record:
                yield from checked
                return
            for batch in in_time(checked):
                self.ledger.add_verdicts([verdict for one in batch for verdict in one.verdicts])
                yield from batch

    def _must_exist(self, keys: Sequence[Input]) -> None:
        """Where only the ledger's own documents are asked for, none is made."""
        try:
            self._existing()
        except MissingDataError as error:
            refuse_addresses(keys)
            raise MissingDataError(f"{keys[0]!s} is no file, and {error}" if keys else str(error)) from error

    def _figures(self, until_done: ExitStack, *, record: bool) -> Ledger:
        """Open the ledger with the figures; if nothing is recorded and there is none, one that is thrown away."""
        if record or self._ledger is not None or self.exists or is_foreign(self.folder):
            return self.ledger
        return until_done.enter_context(passing_ledger(bundled=self._bundled))

    def _to_check(
        self,
        targets: Sequence[Input],
        text: str | None,
        given: Given,
        problems: list[Unreadable],
        *,
        ledger: Ledger,
        record: bool,
        jobs: int | None,
    ) -> Iterator[Reading]:
        def taken(found: Iterable[Document | Unreadable]) -> Iterator[Reading]:
            known = as_known(ledger, found, reader_version())
            return record_all(ledger, known, problems, [0, 0], jobs) if record else read_all(known, problems, jobs)

        if text is not None:
            yield from taken(text_document(text, given))
        if not targets and text is None:
            yield from self._all_stored()
        for is_file, group in groupby(targets, key=_is_file):
            if is_file:
                yield from taken(documents_of(list(group), given))
            else:
                for key in group:
                    stored = self._stored(str(key), problems)
                    if stored is not None:
                        yield stored

    def _all_stored(self) -> Iterator[Reading]:
        stored = self.ledger.documents()
        if not stored:
            raise MissingDataError(f"nothing to check: the ledger {self.folder} holds no documents; give a file")
        for one in stored:
            yield Reading(one.document, tuple(self.ledger.claims(document=one.version_id)))

    def _stored(self, key: str, problems: list[Unreadable]) -> Reading | None:
        """A document of the ledger; what is neither there nor a file is a problem of that item alone."""
        try:
            stored = self._existing().document(key)
        except MissingDataError as error:
            refuse_addresses([key])
            problems.append(Unreadable(key, f"is no file, and {error}"))
            return None
        return Reading(stored.document, tuple(self.ledger.claims(document=stored.version_id)))

    def show(self, key: str) -> Shown:
        """Find a document (id, address, version), a claim, or a verdict (its id or the start of it).

        Raises:
            MissingDataError: there is nothing of that name.
        """
        return find(self._existing(), key)

    def _existing(self) -> Ledger:
        """The ledger that is there; none is made."""
        if self._ledger is None:
            self._ledger = opened(self.folder)
        return self._ledger

    def contents(self) -> Contents:
        """What the ledger holds."""
        return contents_of(self.ledger, self.folder)


def day(published: str | Period | None) -> Period | None:
    """Read a date that the caller gave; raise UsageError for what is none."""
    if published is None or isinstance(published, Period):
        return published
    try:
        return Period.parse(published)
    except PeriodError as error:
        raise UsageError(f"{published!r} is no date; give a day (2015-03-17), a month (2015-03) or a year") from error


def _last_day(text: str | date | None) -> date | None:
    """The last day of a period, or the day itself."""
    if text is None or isinstance(text, date):
        return text
    period = day(text)
    return period.end if period else None


def _is_file(target: Input) -> bool:
    if isinstance(target, Document) or target == "-":
        return True
    if is_address(target):
        return False
    return Path(target).exists() or isinstance(target, os.PathLike)
