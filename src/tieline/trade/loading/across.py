"""One figure in two pieces of a load: found when all pieces are written, since a piece is only compared with itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tieline.ledger import offline_duckdb, sql_literal, storage

_NAMING = "pair, reporter, partner, flow, period, classification, edition, code, product, detail, unit"
_NUMBERS = "value_usd, value, quantity, net_kg"
_MOST_PAIRS = 5000
MEMORY = "400MB"


def repeated_across(
    files: Sequence[Path], pairs: Sequence[int], folder: Path, *, adds_up: bool = False
) -> tuple[int, list[dict[str, Any]]]:
    """Take out of staged files what is there twice: one copy stays of equal rows, none of rows that differ.

    Args:
        files: The files of one load.
        pairs: The pairs that are in more than one of them.
        folder: Where the engine may put what does not fit into memory.
        adds_up: Rows of one figure are parts of it: the first has their sum, and the others are taken out.

    Returns:
        How many rows were taken out, and the rows that differ, two and more of each figure, by their lines; none where they add up.
    """
    where = f"WHERE pair IN ({', '.join(map(str, pairs))})" if len(pairs) <= _MOST_PAIRS else ""
    with storage(folder), offline_duckdb() as engine:
        engine.execute(f"SET memory_limit = '{MEMORY}'")
        engine.execute(f"SET temp_directory = {sql_literal(str(folder / 'temporary'))}")
        rows = f"read_parquet({sql_literal([str(file) for file in files])}, filename = true, file_row_number = true)"
        engine.execute(f"""CREATE TEMP TABLE keys AS
            SELECT hash({_NAMING}) AS key FROM {rows} {where} GROUP BY key HAVING count(*) > 1""")
        engine.execute(f"""CREATE TEMP TABLE again AS
            SELECT filename, file_row_number, line, reporter, flow, partner, code, period, value_usd, value,
                {"1" if adds_up else f"count(DISTINCT hash({_NUMBERS})) OVER figure"} AS kinds, row_number() OVER figure AS place,
                {", ".join(f"sum({name}) OVER figure AS sum_{name}" for name in _NUMBERS.split(", "))}
            FROM {rows} SEMI JOIN keys ON keys.key = hash({_NAMING}) {where}
            WINDOW figure AS (PARTITION BY {_NAMING} ORDER BY line
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)""")
        same = engine.execute("SELECT count(*) FROM again WHERE kinds = 1 AND place > 1").fetchall()[0][0]
        found = (
            engine.sql("SELECT * FROM again WHERE kinds > 1 ORDER BY code, period, line").to_arrow_table().to_pylist()
        )
        whole = ", ".join(
            f"CASE WHEN a.place = 1 THEN sum_{name} ELSE n.{name} END AS {name}" for name in _NUMBERS.split(", ")
        )
        summed = f" REPLACE ({whole})"
        if same or found:
            for file in files:
                beside = file.with_suffix(".rest")
                engine.execute(f"""COPY (
                    SELECT n.* EXCLUDE (file_row_number){summed if adds_up else ""}
                    FROM read_parquet({sql_literal([str(file)])}, file_row_number = true) n
                    LEFT JOIN (FROM again WHERE filename = {sql_literal(str(file))}) a USING (file_row_number)
                    WHERE a.place IS NULL OR (a.kinds = 1 AND a.place = 1)
                    ORDER BY n.pair, n.line) TO {sql_literal(str(beside))}
                    (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 65536)""")
                beside.replace(file)
    return same, found
