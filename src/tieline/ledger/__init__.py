"""Delta tables in one folder, queried by DuckDB: append-only, nothing overwritten."""

from tieline.ledger.act_loads import ActLoads
from tieline.ledger.buffers import column_of, numbers_of, returning_memory, texts_by
from tieline.ledger.bulk import FlowLoads
from tieline.ledger.failures import storage
from tieline.ledger.flow_view import flows_among, flows_of_goods, of_pairs
from tieline.ledger.ledger import Ledger
from tieline.ledger.literals import sql_literal
from tieline.ledger.loads import Load, Mark
from tieline.ledger.rows import flows_table
from tieline.ledger.scan import Scan
from tieline.ledger.schema import FLOW_SCHEMA, STORED_FLOWS
from tieline.ledger.staged import StagedFile, read_staged, write_staged
from tieline.ledger.statistics import Dataset
from tieline.ledger.stories import Added
from tieline.ledger.sums import FIGURE, SAME
from tieline.ledger.tables import offline_duckdb
from tieline.ledger.versions import StoredDocument, claims_known, documents_known

__all__ = [
    "FIGURE",
    "FLOW_SCHEMA",
    "SAME",
    "STORED_FLOWS",
    "ActLoads",
    "Added",
    "Dataset",
    "FlowLoads",
    "Ledger",
    "Load",
    "Mark",
    "Scan",
    "StagedFile",
    "StoredDocument",
    "claims_known",
    "column_of",
    "documents_known",
    "flows_among",
    "flows_of_goods",
    "flows_table",
    "numbers_of",
    "of_pairs",
    "offline_duckdb",
    "read_staged",
    "returning_memory",
    "sql_literal",
    "storage",
    "texts_by",
    "write_staged",
]
