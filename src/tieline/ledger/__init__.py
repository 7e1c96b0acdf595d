"""Delta tables in one folder, queried by DuckDB: append-only, nothing overwritten."""

from tieline.ledger.ledger import Added, Dataset, Ledger
from tieline.ledger.rows import flows_table
from tieline.ledger.schema import FLOW_SCHEMA
from tieline.ledger.versions import StoredDocument

__all__ = ["FLOW_SCHEMA", "Added", "Dataset", "Ledger", "StoredDocument", "flows_table"]
