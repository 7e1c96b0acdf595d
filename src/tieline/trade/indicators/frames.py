"""What indicators are computed from: a ledger's flows, any data frame, or a mapping; the numbers happen in DuckDB."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from tieline.ledger import Ledger, Scan, offline_duckdb, sql_literal
from tieline.model.countries import countries
from tieline.model.errors import UsageError
from tieline.trade.figures.blocs import bloc_members, deputies
from tieline.trade.figures.pipeline import Pipeline
from tieline.trade.figures.vintages import LEVEL_OF_LAYOUT, vintage_of


@dataclass(frozen=True, slots=True)
class Plainly:
    """How the flows are sums of two stored columns: which ones, how much of the second, and what it is called then."""

    by: tuple[str, str]
    prefix: int | None
    named: str


@dataclass(frozen=True, slots=True)
class Stored:
    """Flows in a ledger, as the columns an indicator needs: the last step of the pipeline gives them."""

    ledger: Ledger
    pipeline: Pipeline
    plainly: Plainly | None = None

    @property
    def scan(self) -> Scan:
        """Which rows of the ledger are read."""
        given = self.pipeline.parameters
        return Scan(
            datasets=(given["dataset"],),
            vintage=given["vintage"],
            first=given["first"],
            last=given["last"],
            totals="all",
        )

    def query(self, steps: Pipeline) -> pa.Table:
        """Run steps behind those that give the flows."""
        whole = self.pipeline.joined(steps)
        return self.ledger.query(whole.sql(), whole.parameters, scan=self.scan)

    def sums(self) -> pa.Table | None:
        """What the pipeline gives, added up from whole files; None where rows must be looked at one by one."""
        if self.plainly is None:
            return None
        by, flow = self.plainly.by, self.pipeline.parameters["flow"]
        found = self.ledger.sums(by, self.scan, flow=flow, prefix=self.plainly.prefix)
        return None if found is None else found.rename_columns(["country", self.plainly.named, "value"])


Source = Stored | Any
"""`Stored` flows, or a frame of Arrow, pandas or polars."""
Amounts = Mapping[str, float] | Any
"""What is how much: a mapping, or a frame with a column of keys and the column `value`. US dollars, or any one unit."""

_PLACE = """dataset = $dataset AND vintage = $vintage AND flow = $flow AND period_start BETWEEN $first AND $last"""
_BELOW = "starts_with(code, $product)"
_WHERE = (
    f"{_PLACE} AND {_BELOW} AND detail = '' AND freq = 'A' AND (classification IN ('', $classification) OR code = '')"
)
_WORDS = "(code <> '' OR product IS NULL)"  # goods in words only are no whole
# of ten million rows every condition costs: those that nothing would fail are not put
_LOOK = f"""
WITH dyads AS (
    SELECT reporter, partner, length(code) AS level, coalesce(edition, '') AS edition, bool_or(contains(code, ',')) AS listed FROM flows
    WHERE {_WHERE} AND length(code) >= $digits GROUP BY ALL
)
SELECT count(DISTINCT (level, edition)) AS kinds, min(level) AS level, bool_or(listed) AS listed,
    (SELECT list(DISTINCT who) FROM (SELECT reporter AS who FROM dyads UNION ALL SELECT partner FROM dyads)) AS names
FROM dyads
"""
# loaded files hold a code once for a pair, period and edition; a whole beside its parts is passed over, and the other way round
_CELLS = f"""
SELECT {{country}} AS country, {{other}} AS partner, {{product}} AS product, length(code) AS level, coalesce(edition, '') AS edition,
    sum(value_usd) AS value
FROM {{rows}}
WHERE {_WHERE} AND {_WORDS} AND value_usd IS NOT NULL AND length(code) >= $digits AND NOT contains(code, ',')
GROUP BY ALL
"""
_ONE_LEVEL = """
SELECT country, partner, product, value FROM cells
JOIN (SELECT country, partner, min((level, edition)) AS best FROM cells GROUP BY ALL) USING (country, partner)
WHERE (level, edition) = best AND NOT list_contains($none::VARCHAR[], country) AND ({partner})
"""
_SINGLE = "NOT list_contains($none::VARCHAR[], partner)"
# by product, what a country gives for all its partners counts in place of its partners
_OF_ALL = f"""
SELECT * FROM ({_ONE_LEVEL.format(partner=f"partner = 'WLD' OR {_SINGLE}")})
QUALIFY (partner = 'WLD') = bool_or(partner = 'WLD') OVER (PARTITION BY country)
"""
_BLOC_ROWS = """(
    SELECT * REPLACE (CASE WHEN list_contains({now}, reporter) THEN {bloc} ELSE reporter END AS reporter,
        CASE WHEN list_contains({now}, partner) THEN {bloc} ELSE partner END AS partner) FROM {of}
    WHERE NOT (list_contains({now}, reporter) AND (list_contains({now}, partner) OR partner = 'WLD')) AND {bloc} NOT IN (reporter, partner)
        AND NOT list_contains({twice}, reporter)
)"""
_TOLD = "SELECT DISTINCT reporter FROM flow_sums WHERE dataset = $dataset AND vintage = $vintage AND period_start BETWEEN $first AND $last"


def year_of_flows(
    ledger: Ledger,
    year: int,
    *,
    dataset: str,
    vintage: str | None = None,
    flow: str = "exports",
    digits: int = 0,
    by: str = "product",
    classification: str = "HS",
    product: str = "",
    mirrored: bool = False,
    bloc: str | None = None,
) -> Stored:
    """All countries' flows of a year: `country`, `product` (or `partner`) and `value` in US dollars.

    Of a dyad with several levels of codes the one nearest to `digits` counts, so that nothing is added twice. Withheld
    figures are not in it. Organisations and the world are no countries; by product, a country's figure for all its partners
    counts where it gives one.

    Args:
        ledger: Whose flows.
        year: Which year.
        dataset: Its name.
        vintage: None for the newest.
        flow: `exports` or `imports`, as reported (of BACI: `exports`).
        digits: Of the product codes.
        by: `product` or `partner`.
        classification: Whose codes.
        product: Only what is below this code; empty for all.
        mirrored: `country` is the partner: of `imports`, whose exports they are.
        bloc: Its members of the year's last day are one country, whose trade is that with the others.

    Raises:
        MissingDataError: no such dataset or vintage.
        UsageError: another word in `by`.
    """
    if by not in {"product", "partner"}:
        raise UsageError(f"by {by!r}; allowed are product and partner")
    given: dict[str, Any] = {
        "dataset": dataset, "vintage": vintage_of(ledger, dataset, vintage), "flow": flow, "digits": max(digits, len(product)),
        "first": date(year, 1, 1), "last": date(year, 12, 31), "classification": classification,
        "product": product,
    }  # fmt: skip
    none = sorted({each.code for each in countries() if each.kind in {"organisation", "world"}} - {bloc})
    country, other = ("partner", "reporter") if mirrored else ("reporter", "partner")
    rows = "{of}"
    if bloc is not None:
        now, twice = reporting_members(ledger, bloc, given)
        rows = _BLOC_ROWS.format(now=sql_literal(now), twice=sql_literal(twice), bloc=sql_literal(bloc), of="{of}")
    plain = _plain(ledger, given, none, by, country=country, rows=rows)
    if plain is not None:
        pipeline, known = plain
        by_code = known and bloc is None and not given["product"] and by == "product"
        return Stored(ledger, pipeline, Plainly((country, "code"), given["digits"], by) if by_code else None)
    rows = rows.format(of="flows")
    last = f"SELECT country, {by}, sum(value) AS value FROM one_level GROUP BY ALL"
    code = "left(code, $digits)" if by == "product" else "''"
    one_level = _OF_ALL if by == "product" else _ONE_LEVEL.format(partner=_SINGLE)
    cells = _CELLS.format(country=country, other=other, rows=rows, product=code)
    steps = (("cells", cells), ("one_level", one_level), ("given", last))
    return Stored(ledger, Pipeline(steps, {**given, "none": none}))


def reporting_members(ledger: Ledger, bloc: str, place: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """The members of a bloc on a year's last day, and of those who report for several of them, whose figures count twice.

    They do where one that they report for speaks itself.

    Args:
        ledger: Whose flows.
        bloc: Its code.
        place: `dataset`, `vintage`, `first` and `last` day.
    """
    on = place["last"]
    known = deputies(bloc, on)
    scan = Scan(datasets=(place["dataset"],), vintage=place["vintage"], first=place["first"], last=on, totals="all")
    told = set(
        ledger.query(_TOLD, {name: place[name] for name in ("dataset", "vintage", "first", "last")}, scan=scan)[
            "reporter"
        ].to_pylist()
        if known
        else ()
    )
    twice = [one for one, others in known.items() if one in told and told & set(others)]
    return sorted(bloc_members(bloc, on) | set(known)), twice


def _plain(
    ledger: Ledger, given: Mapping[str, Any], none: list[str], by: str, *, country: str, rows: str
) -> tuple[Pipeline, bool] | None:
    """One step instead of three, where all codes have one length and nothing but countries trades; None otherwise.

    And whether that is what the layout promises, so that no row need be looked at.
    """
    loads = "SELECT DISTINCT layout FROM loads WHERE dataset = $dataset AND vintage = $vintage"
    layouts = ledger.query(loads, {name: given[name] for name in ("dataset", "vintage")})["layout"].to_pylist()
    known = len(layouts) == 1 and layouts[0] in LEVEL_OF_LAYOUT and given["classification"] == "HS"
    if known:
        level, where = LEVEL_OF_LAYOUT[layouts[0]], f"{_PLACE} AND {_BELOW}" if given["product"] else _PLACE
    elif by == "product":
        look = ledger.query(_LOOK, given).to_pylist()[0]
        if look["kinds"] != 1 or not look["level"] or look["listed"] or set(none) & set(look["names"]):
            return None
        level, where = look["level"], f"{_WHERE} AND length(code) >= $digits"  # a whole may stand beside its parts
    else:
        return None
    if level < given["digits"]:
        return None
    key = (
        ("partner" if country == "reporter" else "reporter AS partner")
        if by == "partner"
        else "code AS product"
        if level == given["digits"]
        else "left(code, $digits) AS product"
    )
    # totals of two countries are kept, file by file
    of, usd = ("flow_sums", "usd") if known and by == "partner" and not given["product"] else ("flows", "value_usd")
    rows = rows.format(of=of)
    sql = f"SELECT {country} AS country, {key}, sum({usd}) AS value FROM {rows} WHERE {where} GROUP BY ALL HAVING sum({usd}) IS NOT NULL"
    return Pipeline((("given", sql),), {name: value for name, value in given.items() if f"${name}" in sql}), known


def compute(source: Source, columns: tuple[str, ...], steps: Pipeline) -> pa.Table:
    """Run steps over a source: their first reads `given`, which has these columns.

    Raises:
        UsageError: a frame that is none, that lacks a column, or whose `value` has nulls or negative numbers.
    """
    sums = source.sums() if isinstance(source, Stored) else None
    if isinstance(source, Stored) and sums is None:
        return source.query(steps)
    given = arrow(source, columns) if sums is None else sums
    with offline_duckdb() as engine:
        engine.register("given", given)
        return engine.sql(steps.sql(), params=dict(steps.parameters) or None).to_arrow_table()


def given_by(source: Source, columns: tuple[str, ...]) -> pa.Table:
    """The columns of a source as Arrow; errors as `compute`."""
    if not isinstance(source, Stored):
        return arrow(source, columns)
    sums = source.sums()
    return source.query(Pipeline()) if sums is None else sums


def arrow(frame: Any, columns: tuple[str, ...]) -> pa.Table:
    """A frame of any kind that narwhals knows, as Arrow, with the columns that are needed; raises UsageError."""
    import narwhals as nw  # noqa: PLC0415

    try:
        given = nw.from_native(frame, eager_only=True)
    except TypeError as error:
        raise UsageError(f"a {type(frame).__name__} is no data frame; give one of Arrow, pandas or polars") from error
    lacking = [name for name in columns if name not in given.columns]
    if lacking:
        raise UsageError(f"a frame without {', '.join(lacking)}; it needs the columns {', '.join(columns)}")
    table = given.select(*columns).to_arrow()
    if "value" in columns:
        _check(table["value"].to_pylist() if len(table) < 1000 else table["value"])
    return table


def amounts(source: Amounts, key: str = "product") -> dict[str, float]:
    """What is how much, from a mapping or a frame; equal keys are added up.

    >>> amounts({"27": 3, "01": 1})
    {'27': 3.0, '01': 1.0}
    """
    if isinstance(source, Mapping):
        _check(list(source.values()))
        return {name: float(value) for name, value in source.items()}
    table = arrow(source, (key, "value"))
    found: dict[str, float] = {}
    for name, value in zip(table[key].to_pylist(), table["value"].to_pylist(), strict=True):
        found[name] = found.get(name, 0.0) + float(value)
    return found


def _check(values: Any) -> None:
    if isinstance(values, list):
        bad = sum(value is None or value != value for value in values)  # noqa: PLR0124 -- NaN is not itself
        negative = any(value is not None and value < 0 for value in values)
    else:
        import pyarrow.compute as pc  # noqa: PLC0415

        bad = pc.sum(pc.is_null(values, nan_is_null=True)).as_py()
        negative = (pc.min(values).as_py() or 0) < 0
    if bad:
        raise UsageError(f"{bad} values are missing: leave those rows out if that is meant; missing is not zero")
    if negative:
        raise UsageError("a negative value: flows are zero or more")
