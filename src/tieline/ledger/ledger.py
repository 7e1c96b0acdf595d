"""The ledger: what was read, loaded and found, added to and never overwritten."""

from __future__ import annotations

import dataclasses
import difflib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

import pyarrow as pa
import pyarrow.compute as pc

from tieline.ledger.act_loads import ACT_TABLES, ActLoads
from tieline.ledger.bulk import FlowLoads
from tieline.ledger.failures import storage
from tieline.ledger.folder import make_folder, read_mark
from tieline.ledger.loads import Load, Mark, load_of
from tieline.ledger.queries import Parameters, Snapshots, run
from tieline.ledger.rows import (
    AnyClaim,
    Known,
    Read,
    claim_of,
    flows_table,
    known_of,
    overrule_of,
    overrules_table,
    readings_table,
    reads_tables,
    verdict_of,
    verdicts_table,
)
from tieline.ledger.scan import Scan
from tieline.ledger.schema import (
    CLAIMS,
    CODES,
    CONVERSIONS,
    DISTANCES,
    DOCUMENTS,
    EARLIER_FLOW_COLUMNS,
    FLOW_SCHEMA,
    FLOWS,
    LOADS,
    MARKS,
    OVERRULES,
    READINGS,
    ROLL_CALLS,
    TABLES,
    VERDICTS,
)
from tieline.ledger.tables import GrowingTable
from tieline.ledger.versions import StoredDocument, stored_document
from tieline.ledger.whole_files import whole_sums
from tieline.ledger.withdrawing import take_out
from tieline.model.documents import content_hash
from tieline.model.errors import MissingDataError, UsageError
from tieline.model.flows import Flow
from tieline.model.overrules import Overrule
from tieline.model.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Added:
    """How many documents were new (or new versions, or read anew with another outcome), and their claims."""

    documents: int
    claims: int


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset at one vintage: `rows` of `countries` countries, from the period `first` to `last` (ISO).

    Attributes:
        holds: What its rows are: `trade` (flows), `acts` dated to the day, or `ties` (counts, alliances, votes by year).
    """

    name: str
    publisher: str
    vintage: str
    rows: int
    first: str
    last: str
    countries: int
    holds: str = "trade"


class Ledger:
    """A folder of Delta tables. Several processes may add to it and read it at once.

    A method that reads shows the last whole commits: a document always with all of its claims.
    Every method may raise LedgerError (exit code 4): the disk is full, a file can't be read or written.

    Attributes:
        path: The folder.
        bundled: Whether it shall hold the facts that come with tieline.
    """

    def __init__(self, path: Path, mark: dict[str, Any]) -> None:
        self.path = path
        self.bundled = bool(mark.get("bundled", True))
        self._snapshots = Snapshots(path)
        self._documents, self._claims, self._flows, self._verdicts, self._readings, self._loads, self._marks = (
            GrowingTable(path, spec) for spec in (DOCUMENTS, CLAIMS, FLOWS, VERDICTS, READINGS, LOADS, MARKS)
        )

    @classmethod
    def create(cls, path: str | Path, *, bundled: bool = True) -> Self:
        """Make a ledger in a new or empty folder; one that is there is opened.

        Raises:
            LedgerError: the folder holds something else, or its ledger was made by a newer version.
        """
        folder = Path(path).absolute()
        ledger = cls(folder, make_folder(folder, bundled=bundled))
        for spec in TABLES:
            GrowingTable(folder, spec).make()
        return ledger

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """Open a ledger.

        Raises:
            MissingDataError: there is none.
            LedgerError: the folder is something else, was made by a newer version, or is damaged.
        """
        folder = Path(path).absolute()
        return cls(folder, read_mark(folder))

    def add_reads(
        self, reads: Iterable[Read], *, reader: str | None = None, warnings: Mapping[str, Sequence[str]] | None = None
    ) -> Added:
        """Add documents, each with all claims read in it. What is there already is not added again.

        The claims are committed before the documents: whoever sees a document sees its claims.
        A version that was read before with another outcome gets the new claims in place of the former.

        Args:
            reads: Documents and their claims.
            reader: Which reader read them: `known` gives back what the same reader has read.
            warnings: What that reader said of a version, by its id.

        Raises:
            UnreadableInputError: a text can't be stored; nothing of the batch was added.
        """
        now = datetime.now(UTC)
        given, claims = reads_tables(reads, now)
        documents = self._documents.missing(given)
        self._claims.insert(_claims_of(documents, claims))
        added = self._documents.insert(documents)
        if reader is not None:
            self._readings.insert(readings_table(given, claims, reader, warnings or {}, now))
        return Added(added.num_rows, _claims_of(added, claims).num_rows)

    def known(self, names: Iterable[str], *, reader: str | None = None) -> dict[str, Known]:
        """What the ledger has under these ids of documents: the last version of each.

        With the claims and warnings of that version where the `reader` of that name has read it, and what counts of it
        is what that reader found.
        """
        held = self._rows("SELECT version_id FROM documents WHERE id IN (SELECT unnest($1::VARCHAR[]))", [list(names)])
        if not held:  # as in most cases: texts and claims are not looked at
            return {}
        rows = self._rows(
            """WITH mine AS (SELECT * FROM all_documents WHERE version_id IN (SELECT unnest($1::VARCHAR[]))),
            told AS (
                SELECT version_id, reading, list(json) AS claims FROM claim_rows
                WHERE version_id IN (SELECT unnest($1::VARCHAR[])) GROUP BY ALL
            )
            SELECT mine.*, r.claims AS claim_ids, r.warnings AS reader_warnings, told.claims
            FROM mine JOIN version_index v USING (version_id)
            LEFT JOIN reading_rows r ON r.version_id = mine.version_id AND r.reading = v.reading AND r.reader = $2
            LEFT JOIN told ON told.version_id = mine.version_id AND told.reading = v.reading""",
            [[row["version_id"] for row in held], reader or ""],
        )
        return {row["id"]: known_of(row) for row in rows}

    def add_flows(self, flows: pa.Table | Iterable[Flow]) -> int:
        """Add flows, one commit for each dataset and vintage; give how many were new.

        Raises:
            UsageError: a table lacks columns of FLOW_SCHEMA or has other types.
        """
        table = flows if isinstance(flows, pa.Table) else flows_table(flows)
        lacking = [name for name in EARLIER_FLOW_COLUMNS if name not in table.column_names]
        if lacking:
            raise UsageError(
                f"a table of flows without {', '.join(lacking)}; FLOW_SCHEMA lists the columns it must have"
            )
        for field in FLOW_SCHEMA:
            if field.name not in table.column_names:
                table = table.append_column(field, pa.nulls(table.num_rows, field.type))
        try:
            table = table.select(FLOW_SCHEMA.names).cast(FLOW_SCHEMA)
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
            raise UsageError(f"a table of flows with a column of another type than FLOW_SCHEMA's: {error}") from error
        nameless = [name for name in ("row_id", *FLOWS.scope) if table[name].null_count]
        if nameless:
            raise UsageError(f"a table of flows with nulls in {', '.join(nameless)}, which name the rows")
        recorded = pa.repeat(pa.scalar(datetime.now(UTC), FLOWS.schema.field("recorded").type), table.num_rows)
        return len(self._flows.insert(table.append_column("recorded", recorded)))

    @property
    def flow_loads(self) -> FlowLoads:
        """Loads of whole files into the table of flows."""
        return FlowLoads(self._flows)

    def add_load(self, load: Load) -> None:
        """Note a file that was loaded whole, once."""
        prints = json.dumps({period: [rows, f"{mark:016x}"] for period, (rows, mark) in load.prints.items()})
        row = {name: getattr(load, name) for name in LOADS.schema.names if name not in {"recorded", "prints"}}
        row |= {
            "problems": list(load.problems),
            "notes": list(load.notes),
            "prints": prints,
            "recorded": datetime.now(UTC),
        }
        self._loads.insert(pa.Table.from_pylist([row], LOADS.schema))

    def load(self, load_id: str) -> Load | None:
        """The file that was loaded under this id."""
        found = self._rows("SELECT * EXCLUDE (recorded) FROM loads WHERE load_id = $1", [load_id])
        return load_of(found[0]) if found else None

    def loads(self, *, dataset: str | None = None, vintage: str | None = None) -> list[Load]:
        """Files that were loaded, in the order of loading: all, or those of a dataset, at a vintage."""
        found = self._rows(
            "SELECT * EXCLUDE (recorded) FROM loads WHERE coalesce(dataset = $1, true) AND coalesce(vintage = $2, true) "
            "ORDER BY recorded, file",
            [dataset, vintage],
        )
        return [load_of(row) for row in found]

    def add_marks(self, marks: Iterable[Mark]) -> int:
        """Note what is doubtful about flows; give how many of the marks were new."""
        now = datetime.now(UTC)
        rows = [
            {name: getattr(mark, name) for name in MARKS.schema.names if name != "recorded"} | {"recorded": now}
            for mark in marks
        ]
        return len(self._marks.insert(pa.Table.from_pylist(rows, MARKS.schema))) if rows else 0

    def add_references(self, table: str, rows: pa.Table) -> int:
        """Add rows of a table of reference (`codes`, `conversions`, `distances`, `roll_calls`); give how many were new.

        Args:
            table: Which one.
            rows: In its columns, without the first (the identity) and `recorded`.
        """
        spec = {spec.name: spec for spec in (CODES, CONVERSIONS, DISTANCES, ROLL_CALLS)}[table]
        (key,) = spec.key
        given = rows.to_pylist()
        ids = [content_hash(table, *(None if x is None else str(x) for x in row.values()))[:24] for row in given]
        rows = rows.append_column(key, pa.array(ids, pa.string()))
        rows = rows.append_column(
            "recorded", pa.array([datetime.now(UTC)] * len(rows), spec.schema.field("recorded").type)
        )
        return len(GrowingTable(self.path, spec).insert(_once(rows.select(spec.schema.names).cast(spec.schema), key)))

    def act_loads(self, table: str = "events") -> ActLoads:
        """Loads of whole files into the table of acts (`events`) or of yearly counts (`tie_counts`)."""
        return ActLoads(GrowingTable(self.path, ACT_TABLES[table]))

    def add_verdicts(self, verdicts: Iterable[Verdict]) -> int:
        """Add verdicts; give how many were new. The same outcome from the same rows is one verdict.

        One that comes back after another (an overrule was lifted, a check as known on a day was followed by one of today)
        is recorded anew, so that the last recorded is the one that holds.
        """
        given = verdicts_table(verdicts, datetime.now(UTC))
        added = self._verdicts.insert(given)
        if len(added) < len(given):
            held = self._rows(
                "SELECT arg_max(verdict_id, recorded) AS last FROM verdict_rows "
                "WHERE claim_id IN (SELECT unnest($1::VARCHAR[])) GROUP BY claim_id, dataset, vintage",
                [given["claim_id"].unique().to_pylist()],
            )
            last = pa.array([row["last"] for row in held], pa.string())
            self._verdicts.add_again(given.filter(pc.invert(pc.is_in(given["verdict_id"], last))))
        return len(added)

    def add_overrule(self, overrule: Overrule) -> Overrule:
        """Note what a person says against a verdict or a claim; give it as it was recorded."""
        now = datetime.now(UTC)
        told = dataclasses.replace(overrule, recorded=now.isoformat(timespec="microseconds"))
        GrowingTable(self.path, OVERRULES).insert(overrules_table([told], now))
        return told

    def withdraw(self, key: str, reason: str) -> StoredDocument:
        """Take the text of a story out of the ledger, of this version; hash, claims and verdicts stay.

        Args:
            key: The document's id, URL or version_id.
            reason: Why; the document says so from now on.

        Raises:
            MissingDataError: there is none.
        """
        stored = self.document(key)
        if stored.document.withdrawn is None:
            take_out(self.path, stored.version_id, reason)
            self._snapshots, self._documents = Snapshots(self.path), GrowingTable(self.path, DOCUMENTS)
        return self.document(stored.version_id)

    def overrules(self, *, claim_id: str | None = None) -> list[Overrule]:
        """What persons said, lifted words too, in the order of recording: all, or on a claim."""
        rows = self._rows("SELECT * FROM overrules WHERE coalesce(claim_id = $1, true) ORDER BY recorded", [claim_id])
        return [overrule_of(row) for row in rows]

    def documents(self, *, all_versions: bool = False) -> list[StoredDocument]:
        """Documents in the order of recording: the last version of each, or all versions."""
        view = "all_documents" if all_versions else "documents"
        return [stored_document(row) for row in self._rows(f"SELECT * FROM {view} ORDER BY recorded, id, version")]

    def document(self, key: str) -> StoredDocument:
        """The document with this id, URL (its last version) or version_id.

        Raises:
            MissingDataError: there is none; names those that look alike.
        """
        found = self._rows(
            "SELECT * FROM all_documents WHERE $1 IN (id, url, version_id) "
            "ORDER BY version_id = $1 DESC, latest DESC, recorded DESC LIMIT 1",
            [key],
        )
        if not found:
            raise MissingDataError(f"no document {key!r} in {self.path}.{self._alike(key)}")
        return stored_document(found[0])

    def claims(self, *, document: str | None = None, all_versions: bool = False) -> list[AnyClaim]:
        """Claims in the order of the text: all, or those of one document (id, URL or version_id).

        Raises:
            MissingDataError: there is no such document.
        """
        if document is not None:
            where, given = "version_id = $1", [self.document(document).version_id]
            if all_versions:
                where = "version_id IN (SELECT a.version_id FROM all_documents a JOIN all_documents b USING (address) WHERE b.version_id = $1)"
        else:
            where, given = "true" if all_versions else "latest", []
        order = "document, version, quote_start, quote_end, claim_id"
        return [
            claim_of(row)
            for row in self._rows(f"SELECT json, version_id FROM all_claims WHERE {where} ORDER BY {order}", given)
        ]

    def claim(self, claim_id: str) -> AnyClaim:
        """The claim with this id, of any version.

        Raises:
            MissingDataError: there is none.
        """
        found = self._rows(
            "SELECT json, version_id FROM claim_rows SEMI JOIN document_rows USING (version_id, reading) "
            "WHERE claim_id = $1 LIMIT 1",
            [claim_id],
        )
        if not found:
            raise MissingDataError(
                f"no claim {claim_id!r} in {self.path}; `tieline show DOCUMENT` lists the claims of one"
            )
        return claim_of(found[0])

    def verdict(self, key: str) -> Verdict:
        """The verdict whose id starts with `key`.

        Raises:
            MissingDataError: there is none.
            UsageError: there are several.
        """
        found = (
            self._rows("SELECT * FROM verdicts WHERE starts_with(verdict_id, $1) ORDER BY verdict_id", [key])
            if key
            else []
        )
        if not found:
            raise MissingDataError(f"no verdict {key!r} in {self.path}; `tieline check` prints the ids of verdicts")
        if len(found) > 1:
            several = ", ".join(row["verdict_id"] for row in found[:5])
            raise UsageError(f"{key!r} starts the ids of {len(found)} verdicts ({several}); give more of it")
        return verdict_of(found[0])

    def verdicts(self, *, claim_id: str | None = None, document: str | None = None) -> list[Verdict]:
        """Verdicts, older ones too: all, those on a claim, or those on any version of a document.

        In the order of the text; `superseded` says that the document has a newer version.

        Raises:
            MissingDataError: there is no such document.
        """
        where, given = ["true"], []
        if claim_id is not None:
            given.append(claim_id)
            where.append(f"claim_id = ${len(given)}")
        if document is not None:
            given.append(self.document(document).document.id)
            where.append(f"document = ${len(given)}")
        order = "document, recorded, quote_start, claim_id, dataset NULLS LAST, vintage"
        sql = f"SELECT json, recorded, superseded FROM verdicts WHERE {' AND '.join(where)} ORDER BY {order}"
        return [verdict_of(row) for row in self._rows(sql, given)]

    def datasets(self) -> list[Dataset]:
        """The datasets that the flows are from, by name and vintage."""
        rows = self._rows("""
            WITH pairs AS (
                SELECT dataset, vintage, pair, period, min(publisher) AS publisher, any_value(reporter) AS one,
                    any_value(partner) AS other, count(*) AS rows, min(period_start) AS first, max(period_end) AS last
                FROM flows GROUP BY dataset, vintage, pair, period
            )
            SELECT dataset AS name, min(publisher) AS publisher, vintage, sum(rows)::BIGINT AS rows,
                arg_min(period, first) AS first, arg_max(period, last) AS last,
                len(list_distinct(list(DISTINCT one) || list(DISTINCT other)).list_filter(lambda code: code <> 'WLD'))
                    AS countries
            FROM pairs GROUP BY dataset, vintage ORDER BY dataset, vintage""")
        return [Dataset(**row) for row in rows]

    def holds(self, names: Iterable[str]) -> dict[str, int]:
        """How many flows or events of these datasets there are; others are not looked at."""
        sql = (
            "SELECT dataset, count(*) AS n FROM (SELECT dataset FROM flows UNION ALL SELECT dataset FROM events) "
            "WHERE dataset IN (SELECT unnest($1::VARCHAR[])) GROUP BY dataset"
        )
        return {row["dataset"]: row["n"] for row in self._rows(sql, [sorted(names)])}

    def counts(self) -> dict[str, int]:
        """How many there are: `documents` (stories), `versions` of them, `claims` of the last ones, `flows`, `verdicts`."""
        return self._rows("""
            SELECT (SELECT count(*) FILTER (latest) FROM version_index) AS documents,
                (SELECT count(*) FROM version_index) AS versions, (SELECT count(*) FROM claims) AS claims,
                (SELECT count(*) FROM flows) AS flows, (SELECT count(DISTINCT verdict_id) FROM verdict_rows) AS verdicts""")[
            0
        ]

    def query(self, sql: str, params: Parameters = (), *, scan: Scan | None = None) -> pa.Table:
        """Run one SELECT of DuckDB's SQL over the last whole commits.

        The views are `documents`, `claims` (of the last versions), `flows`, `verdicts`, and `all_documents`, `all_claims`.

        Args:
            sql: With `?`, `$1` or `$name` where a parameter goes.
            params: A sequence for `?` and `$1`, a mapping for `$name`.
            scan: Which rows of `flows` the query will ask for, so that files without them need not be opened. The answer is
                the same without it.

        Raises:
            UsageError: the SQL is not one SELECT or can't be run.
        """
        return run(self._snapshots.connection(scan), sql, params, self.path)

    def recall(self, sql: str, params: Parameters = ()) -> pa.Table:
        """As `query`; the answer is kept and given again until something is added. For small ones that every question needs."""
        connection = self._snapshots.connection()  # empties `answers` if something was added
        key = (sql, repr(params))
        if key not in self._snapshots.answers:
            self._snapshots.answers[key] = run(connection, sql, params, self.path)
        return self._snapshots.answers[key]

    def sums(self, by: tuple[str, str], scan: Scan, *, flow: str, prefix: int | None = None) -> pa.Table | None:
        """`value_usd` of a flow added up by two text columns, of one dataset at one vintage between two days.

        Args:
            by: The columns: `reporter`, `partner`, `code`.
            scan: With a dataset, a vintage and both days.
            flow: Which one.
            prefix: Take so many digits of the second column.

        Returns:
            `row`, `column`, `value`; None where rows must be looked at one by one, which is for `query`.
        """
        (dataset,), vintage, first, last = scan.datasets, scan.vintage, scan.first, scan.last
        if vintage is None or first is None or last is None:
            return None
        files = self._snapshots.files(scan)
        wanted = {"dataset": dataset, "vintage": vintage, "flow": flow}
        with storage(self.path):
            return whole_sums(files, by, prefix=prefix, wanted=wanted, days=(first, last)) if files else None

    def _rows(self, sql: str, params: Parameters = ()) -> list[dict[str, Any]]:
        return list(self.query(sql, params).to_pylist())

    def _alike(self, key: str) -> str:
        held = self._rows("SELECT id, url FROM documents")
        names = {name for row in held for name in row.values() if name}
        near = [name for name in sorted(names) if key and key in name][:3] or difflib.get_close_matches(key, names, 3)
        if near:
            return f" Did you mean {' or '.join(near)}?"
        return (
            f" It holds {len(held)} other{'s' if len(held) > 1 else ''}; `tieline documents` lists them."
            if held
            else " It holds no documents yet."
        )


def _once(rows: pa.Table, key: str) -> pa.Table:
    seen: set[str] = set()
    keep = [not (each in seen or seen.add(each)) for each in rows[key].to_pylist()]  # type: ignore[func-returns-value]
    return rows.filter(pa.array(keep))


def _claims_of(documents: pa.Table, claims: pa.Table) -> pa.Table:
    key = ["version_id", "reading"]
    return claims.filter(pc.is_in(_joined(claims, key), _joined(documents, key)))


def _joined(table: pa.Table, names: list[str]) -> pa.ChunkedArray:
    return pc.binary_join_element_wise(*(table[name] for name in names), "/")
