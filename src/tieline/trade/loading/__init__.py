"""A plan carried out: rows of a file to sorted Parquet that one commit makes part of the ledger, with its marks of doubt."""
