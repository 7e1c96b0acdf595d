"""What was loaded: flows and acts from files, the loads that brought them, what is doubtful, and the tables that come with them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa

from tieline.ledger.act_loads import ACT_TABLES, ActLoads
from tieline.ledger.bulk import FlowLoads
from tieline.ledger.failures import storage
from tieline.ledger.loads import Load, Mark, load_of
from tieline.ledger.queried import Queried
from tieline.ledger.rows import flows_table
from tieline.ledger.scan import Scan
from tieline.ledger.schema import (
    CODES,
    CONVERSIONS,
    DISTANCES,
    EARLIER_FLOW_COLUMNS,
    FLOW_SCHEMA,
    FLOWS,
    LOADS,
    MARKS,
    ROLL_CALLS,
)
from tieline.ledger.tables import GrowingTable
from tieline.ledger.whole_files import whole_sums
from tieline.model.documents import content_hash
from tieline.model.errors import UsageError
from tieline.model.flows import Flow


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


class Statistics(Queried):
    """Flows, acts and what is known of them."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._flows, self._loads, self._marks = (GrowingTable(path, spec) for spec in (FLOWS, LOADS, MARKS))

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
        wanted = set(names)
        counts = {name: rows for name, rows in self._snapshots.datasets().items() if name in wanted}
        sql = (
            "SELECT dataset, count(*) AS n FROM events WHERE dataset IN (SELECT unnest($1::VARCHAR[])) GROUP BY dataset"
        )
        for row in self._rows(sql, [sorted(wanted)]):
            counts[row["dataset"]] = counts.get(row["dataset"], 0) + row["n"]
        return counts

    def flow_datasets(self) -> tuple[str, ...]:
        """The names of the datasets that the flows are from; no row is looked at."""
        return tuple(sorted(self._snapshots.datasets()))

    def sums_by_digits(self, pairs: Sequence[int] = ()) -> str:
        """What stands behind FROM for flows added up by length of code, as in the view `flow_sums`; for `query`.

        Their columns: `dataset`, `vintage`, `pair`, `reporter`, `partner`, `flow`, `freq`, `period`, `period_start`,
        `classification`, `edition`, `digits`; `usd` (the sum of `value_usd`), `codes` (how many rows), `copied` (some are
        suspected to be copies), `lacking` (some have no `value_usd`). One sum may stand there in several pieces.

        Args:
            pairs: Only rows of these pairs; of all by default.
        """
        return self._snapshots.sums(pairs)

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


def _once(rows: pa.Table, key: str) -> pa.Table:
    seen: set[str] = set()
    keep = [not (each in seen or seen.add(each)) for each in rows[key].to_pylist()]  # type: ignore[func-returns-value]
    return rows.filter(pa.array(keep))
