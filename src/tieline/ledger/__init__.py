"""Delta tables in one folder, queried by DuckDB: append-only, nothing overwritten."""
