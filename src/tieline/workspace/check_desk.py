"""The part of the desk that checks: what is held against the figures, and whence it is taken."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tieline.model.documents import Document
from tieline.model.errors import MissingDataError, UsageError
from tieline.model.rates import Rates
from tieline.read.pages.intake import Given, Unreadable
from tieline.read.version import reader_version
from tieline.workspace.asked_datasets import known_datasets
from tieline.workspace.asked_times import When, known_on, period_asked
from tieline.workspace.inputs import Input, documents_of, is_address, refuse_addresses, text_document
from tieline.workspace.known import as_known
from tieline.workspace.ledger_folder import LedgerFolder
from tieline.workspace.opening import is_foreign, passing_ledger
from tieline.workspace.reading import Recorded, in_time, read_all, record_all
from tieline.workspace.results import Checked, CheckReport, Reading

if TYPE_CHECKING:
    from tieline.check.strength import Strength
    from tieline.ledger import Ledger


class CheckDesk(LedgerFolder):
    """The checks of a ledger's folder."""

    def check(
        self,
        *targets: Input,
        text: str | None = None,
        published: When | None = None,
        outlet: str | None = None,
        lang: str | None = None,
        dataset: str | Sequence[str] | None = None,
        as_known_on: When | None = None,
        rates: str | os.PathLike[str] | None = None,
        strength: Mapping[str, Any] | None = None,
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
            rates: A CSV file of exchange rates (currency, period, usd, source), for claims in other currencies.
            strength: What words of strength ask for: `strong_pct` (15), `slight_pct` (5), `above_all` (true).
            record: Put documents, claims and verdicts into the ledger.
            jobs: How many processes read; by default one for a few documents, else one for each core, up to four.
        """
        problems: list[Unreadable] = []
        given = Given(period_asked(published), outlet, lang)
        names = [dataset] if isinstance(dataset, str) else dataset
        known = known_on(as_known_on)
        found = self.checking(
            targets,
            given,
            problems,
            text=text,
            dataset=names,
            as_known_on=known,
            rates=rates,
            strength=strength,
            record=record,
            jobs=jobs,
        )
        return CheckReport(tuple(found), tuple(problems))

    def checking(
        self,
        targets: Sequence[Input],
        given: Given,
        problems: list[Unreadable],
        added: Recorded | None = None,
        *,
        text: str | None = None,
        dataset: Sequence[str] | None = None,
        as_known_on: date | None = None,
        rates: str | os.PathLike[str] | None = None,
        strength: Mapping[str, Any] | None = None,
        record: bool = True,
        jobs: int | None = None,
    ) -> Iterator[Checked]:
        """As `check`, one document after the other, each given when its verdicts are recorded.

        `problems` and `added` fill while it is checked.
        """
        from tieline.check import check_documents  # noqa: PLC0415

        table, asks = Rates.read(Path(rates)) if rates is not None else None, _strength(strength or {})
        if text is None and not any(is_file(target) for target in targets):
            self._must_exist(targets)
        with ExitStack() as until_done:
            ledger = self._figures(until_done, record=record)
            known_datasets(ledger, dataset)
            readings = self._to_check(
                targets, text, given, problems, added or Recorded(), ledger=ledger, record=record, jobs=jobs
            )
            checked = (
                Checked(r.document, r.claims, tuple(found), r.warnings)
                for some in in_time(readings)
                for r, found in zip(
                    some,
                    check_documents(
                        [(r.claims, r.document) for r in some],
                        ledger,
                        dataset=dataset,
                        as_known_on=as_known_on,
                        rates=table,
                        strength=asks,
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
            self.existing_ledger()
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
        added: Recorded,
        *,
        ledger: Ledger,
        record: bool,
        jobs: int | None,
    ) -> Iterator[Reading]:
        def taken(found: Iterable[Document | Unreadable]) -> Iterator[Reading]:
            known = as_known(ledger, found, reader_version(), added.changed)
            return record_all(ledger, known, problems, added, jobs) if record else read_all(known, problems, jobs)

        if text is not None:
            yield from taken(text_document(text, given))
        if not targets and text is None:
            yield from self._all_stored()
        for files, group in groupby(targets, key=is_file):
            if files:
                yield from taken(documents_of(list(group), given, added.passed_over))
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
            stored = self.existing_ledger().document(key)
        except MissingDataError as error:
            refuse_addresses([key])
            problems.append(Unreadable(key, f"is no file, and {error}", missing=True))
            return None
        return Reading(stored.document, tuple(self.ledger.claims(document=stored.version_id)))


def _strength(given: Mapping[str, Any]) -> Strength:
    """What words of strength ask for; raises UsageError for a name that is none of it."""
    from tieline.check.strength import Strength  # noqa: PLC0415

    allowed = [field.name for field in dataclasses.fields(Strength)]
    if wrong := [name for name in given if name not in allowed]:
        raise UsageError(f"no {wrong[0]!r} in strength; allowed: {', '.join(allowed)}")
    return Strength(**given)


def is_file(target: Input) -> bool:
    """Tell whether a target is read first (a file, a folder, a document, standard input), not looked up in the ledger."""
    if isinstance(target, Document) or target == "-":
        return True
    if is_address(target):
        return False
    return Path(target).exists() or isinstance(target, os.PathLike)
