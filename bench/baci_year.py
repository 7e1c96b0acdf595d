"""Make a year of a table like BACI: 226 economies, 5,000 HS6 products, about 10.6 million rows; nothing in it is real.

Trade falls off with the rank of both economies and differs by product, as real trade does, so that a few pairs have
thousands of rows and most have few. The same year gives the same file.
"""

from __future__ import annotations

import argparse
import zipfile
from pathlib import Path

import duckdb

from tieline.model.countries import countries

ECONOMIES, PRODUCTS = 226, 5000
DENSITY = 2.2
"""Chosen so that there are about 10.6 million rows."""

_ROWS = """
SELECT $year AS t, i.m AS i, j.m AS j, p.k AS k,
    round(exp((hash(i.m, j.m, p.k, $year) % 1000003) / 1000003.0 * 14 - 4), 3) AS v,
    CASE WHEN hash(i.m, j.m, p.k, 2) % 25 = 0 THEN 'NA'
        ELSE round(exp((hash(i.m, j.m, p.k, 3) % 1000003) / 1000003.0 * 14 - 5), 3)::VARCHAR END AS q
FROM e i, e j, p
WHERE i.m <> j.m AND (hash(i.m, j.m, p.k) % 1000003) / 1000003.0
    < least(0.95, $density * exp(-i.n / 45.0 - j.n / 45.0) / (1 + (hash(p.k) % 10)::DOUBLE / 3.0))
ORDER BY i, j, k
"""


def make(folder: Path, year: int) -> Path:
    """Write the year as BACI's CSV; a file that is there stays."""
    path = folder / f"BACI_HS17_Y{year}_V202401b.csv"
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    codes = [int(each.m49) for each in countries() if each.m49 and each.kind in {"state", "territory"}][:ECONOMIES]
    with duckdb.connect() as engine:
        engine.execute("SET memory_limit = '2GB'")
        engine.execute(
            "CREATE TABLE e AS SELECT unnest($1::INTEGER[]) AS m, unnest(range($2)) AS n", [codes, len(codes)]
        )
        engine.execute(
            "CREATE TABLE p AS SELECT format('{:02d}{:04d}', 1 + r // 52, (r % 52) * 190 + 10) AS k "
            "FROM (SELECT unnest(range($1)) AS r)",
            [PRODUCTS],
        )
        rows = engine.sql(_ROWS, params={"year": year, "density": DENSITY})
        unfinished = path.with_suffix(".part")
        rows.write_csv(str(unfinished), header=True)
        unfinished.replace(path)
    return path


def zipped(path: Path) -> Path:
    """The same in an archive, as CEPII gives it."""
    archive = path.with_suffix(".zip")
    if not archive.exists():
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
            file.write(path, path.name)
    return archive


def main() -> None:
    """Make the years that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("years", nargs="*", type=int, default=[2022])
    given = parser.parse_args()
    for year in given.years:
        print(zipped(make(given.folder, year)))


if __name__ == "__main__":
    main()
