"""Made rows in GDELT 1.0's layout: 58 columns parted by tabs, the volumes of countries and kinds of act uneven as in the press.

A third of the rows lacks a second country, a third is within one country, one in ten tells an act of the day again.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import duckdb

_COUNTRIES = (
    "USA CHN RUS GBR FRA DEU JPN IND ISR IRN TUR SYR UKR PAK KOR PRK AUS CAN ITA ESP EGY SAU IRQ AFG BRA MEX NGA ZAF KEN POL "
    "GRC VNM PHL IDN THA MYS SGP NZL BGD LKA NPL MMR SDN ETH SOM LBY DZA MAR TUN JOR LBN QAT ARE KWT YEM COL VEN ARG CHL PER "
    "CUB NLD BEL CHE AUT SWE NOR DNK FIN IRL PRT CZE HUN ROU BGR SRB HRV GEO ARM AZE KAZ UZB BLR UGA TZA GHA SEN COD RWA ZWE"
).split()
_CODES = (
    "010 020 030 036 040 042 043 046 050 051 057 060 061 070 071 080 084 090 100 110 111 112 120 130 138 140 141 150 160 163 "
    "170 172 173 180 190 193 195"
).split()


def write_rows(path: Path, rows: int, *, first_day: str = "2014-01-01", days: int = 365, seed: float = 0.5) -> None:
    """Write a file of events.

    Args:
        path: The file.
        rows: How many.
        first_day: The first day, ISO.
        days: Over how many days they lie.
        seed: Of DuckDB's generator, -1 to 1; the same gives the same file.
    """
    cells = ["''"] * 58
    filled = {
        0: "n", 1: "strftime(day, '%Y%m%d')", 2: "strftime(day, '%Y%m')", 3: "year(day)", 4: "year(day) + 0.5",
        5: "one || 'GOV'", 6: "'MINISTER OF ' || one", 7: "one", 12: "'GOV'", 15: "CASE WHEN two <> '' THEN two || 'GOV' ELSE '' END",
        16: "CASE WHEN two <> '' THEN 'PRESIDENT OF ' || two ELSE '' END", 17: "two", 25: "1", 26: "code", 27: "code[1:3]",
        28: "code[1:2]", 29: "1 + code[1:2]::INTEGER // 6", 30: "3.4", 31: "10", 32: "1", 33: "10", 34: "2.51", 49: "4",
        50: "'Suva, Central, Fiji'", 51: "one[1:2]", 53: "-18.13", 54: "178.42", 56: "strftime(day, '%Y%m%d')",
        57: "'http://example.org/news/world/' || n || '/ministers-meet-for-talks-on-trade-and-security.html'",
    }  # fmt: skip
    for at, sql in filled.items():
        cells[at] = sql
    told = ", ".join(f"({sql})::VARCHAR AS c{at}" for at, sql in enumerate(cells))
    names, codes = (f"[{', '.join(repr(each) for each in listed)}]" for listed in (_COUNTRIES, _CODES))
    with duckdb.connect(":memory:", config={"threads": "1"}) as engine:
        engine.execute("SELECT setseed(?)", [seed])
        engine.execute(f"""COPY (
            WITH drawn AS (
                SELECT range AS n, DATE '{first_day}' + (range * {days} // {rows})::INTEGER AS day,
                    pow(random(), 2.2) AS a, pow(random(), 2.2) AS b, pow(random(), 1.5) AS c, random() AS kind FROM range({rows})
            ), named AS (
                SELECT n, day, {names}[1 + floor(a * {len(_COUNTRIES)})::INTEGER] AS one, {codes}[1 + floor(c * {len(_CODES)})::INTEGER] AS code,
                    CASE WHEN kind < 0.33 THEN '' WHEN kind < 0.66 THEN {names}[1 + floor(a * {len(_COUNTRIES)})::INTEGER]
                        ELSE {names}[1 + floor(b * {len(_COUNTRIES)})::INTEGER] END AS two
                FROM drawn
            ) SELECT {told} FROM named
        ) TO '{path}' (DELIMITER '\t', HEADER false, QUOTE '')""")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--rows", type=int, default=10_000_000)
    asked = parser.parse_args()
    write_rows(asked.path, asked.rows)
