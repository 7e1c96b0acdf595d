"""All countries' flows of a year out of a ledger, as indicators that hold one against the world need them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pyarrow as pa

from tieline.ledger import Ledger, Scan, sql_literal
from tieline.model.countries import countries
from tieline.model.errors import UsageError
from tieline.trade.figures.blocs import bloc_members, deputies
from tieline.trade.figures.pipeline import Pipeline
from tieline.trade.figures.vintages import LEVEL_OF_LAYOUT, vintage_of
from tieline.trade.indicators.frames import Plainly, Stored

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
    WHERE {_WHERE} GROUP BY ALL
)
SELECT count(DISTINCT (level, edition)) AS kinds, min(level) AS level, bool_or(listed) AS listed,
    (SELECT list(DISTINCT who) FROM (SELECT reporter AS who FROM dyads UNION ALL SELECT partner FROM dyads)) AS names
FROM dyads
"""
# loaded files hold a code once for a pair, period and edition; of a bloc's members each pair is looked at by itself
_CELLS = f"""
SELECT {{country}} AS country, {{other}} AS partner, pair, code, coalesce(edition, '') AS edition, sum(value_usd) AS value FROM {{rows}}
WHERE {_WHERE} AND {_WORDS} AND value_usd IS NOT NULL AND NOT contains(code, ',') AND NOT list_contains($none::VARCHAR[], {{country}})
GROUP BY ALL
"""
_SINGLE = "NOT list_contains($none::VARCHAR[], partner)"
# what a country gives for all its partners counts in place of its partners
_ALL_OR_EACH = "QUALIFY (partner = 'WLD') = bool_or(partner = 'WLD') OVER (PARTITION BY country)"
_BY_PARTNER = f"SELECT country, partner, sum(value) AS value, bool_or(NOT exact) AS summed FROM wholes WHERE {_SINGLE} GROUP BY ALL"
_BY_PRODUCT = f"""
SELECT country, goal AS product, sum(value) AS value, bool_or(NOT exact) AS summed FROM (
    SELECT * FROM goods WHERE partner = 'WLD' OR {_SINGLE} {_ALL_OR_EACH}
) GROUP BY ALL
"""
# of who tells of all goods alone it is not known what they are; less than its parts no whole is, but for rounding
_WITH_REST = f"""
SELECT * FROM by_product
UNION ALL BY NAME
SELECT country, '' AS product, greatest(whole - coalesce(told, 0), 0) AS value, coalesce(told, 0) > whole * 1.01 OR of_codes AS summed FROM (
    SELECT country, sum(value) AS whole, bool_or(NOT exact) AS of_codes FROM (
        SELECT * FROM wholes WHERE {{speaker}} IN (SELECT {{speaker}} FROM goods) AND (partner = 'WLD' OR {_SINGLE}) {_ALL_OR_EACH}
    ) GROUP BY ALL
) LEFT JOIN (SELECT country, sum(value) AS told FROM by_product GROUP BY ALL) USING (country)
"""
_BLOC_ROWS = """(
    SELECT * REPLACE (CASE WHEN list_contains({now}, reporter) THEN {bloc} ELSE reporter END AS reporter,
        CASE WHEN list_contains({now}, partner) THEN {bloc} ELSE partner END AS partner) FROM {of}
    WHERE NOT (list_contains({now}, reporter) AND (list_contains({now}, partner) OR partner = 'WLD')) AND {bloc} NOT IN (reporter, partner)
        AND NOT list_contains({twice}, reporter)
)"""
_TOLD = "SELECT DISTINCT reporter FROM flow_sums WHERE dataset = $dataset AND vintage = $vintage AND period_start BETWEEN $first AND $last"


def _widest(name: str, size: int) -> tuple[tuple[str, str], ...]:
    """The steps from `cells` to what each pair gives below each code of so many digits, as `figures.steps` has it: that very code (`exact`), else the widest ones."""
    kinds, several, key = f"{name}_kinds", f"{name}_several", "country, partner, pair, goal"
    goal = f"left(code, {size})"
    return (
        (
            kinds,
            f"""SELECT * FROM (
    SELECT country, partner, pair, edition, {goal} AS goal, min(length(code)) = {size} AS exact, min(length(code)) < max(length(code)) AS mixed
    FROM cells WHERE length(code) >= {size} GROUP BY ALL
) QUALIFY row_number() OVER (PARTITION BY {key} ORDER BY exact DESC, edition DESC) = 1""",
        ),
        (
            f"{name}_fits",
            f"""SELECT * FROM (SELECT *, {goal} AS goal FROM cells WHERE length(code) >= {size})
JOIN {kinds} USING (country, partner, pair, edition, goal) WHERE NOT exact OR code = goal""",
        ),
        (several, f"SELECT {key}, code, value FROM {name}_fits WHERE mixed AND NOT exact"),
        (
            f"{name}_parts",
            f"""SELECT DISTINCT {key}, w.code FROM (
    SELECT {key}, code, unnest(list_transform(range(1, length(code)), lambda n: left(code, n))) AS above FROM {several}
) w JOIN {several} s USING ({key}) WHERE s.code = above""",
        ),
        (
            name,
            f"""SELECT {key}, value, exact FROM {name}_fits WHERE exact OR NOT mixed
UNION ALL BY NAME
SELECT {key}, value, false AS exact FROM {several} ANTI JOIN {name}_parts USING ({key}, code)""",
        ),
    )


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

    A figure of a dyad is the row of just that product, or where there is none the sum of the widest codes below it, so that
    nothing is added twice; `summed` tells which, where it is not the same for all. Withheld figures are not in it.
    Organisations and the world are no countries; by product, a country's figure for all its partners counts where it gives
    one, and what it trades besides (its figure for all products less those told apart) stands under the empty product.

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
        pipeline, known, level = plain
        by_code = known and bloc is None and not given["product"] and by == "product"
        plainly = Plainly((country, "code"), given["digits"], by) if by_code else None
        return Stored(ledger, pipeline, plainly, summed=level > given["digits"])
    cells = _CELLS.format(country=country, other=other, rows=rows.format(of="flows"))
    wholes = _widest("wholes", len(product))
    if by == "product":
        goods = _widest("goods", given["digits"])
        rest = _WITH_REST.format(speaker="partner" if mirrored else "country")
        steps = (("cells", cells), *wholes, *goods, ("by_product", _BY_PRODUCT), ("given", rest))
    else:
        steps = (("cells", cells), *wholes, ("given", _BY_PARTNER))
    pipeline = Pipeline(steps)
    text = pipeline.sql()
    given |= {"none": none}
    return Stored(ledger, Pipeline(steps, {name: value for name, value in given.items() if f"${name}" in text}))


def sums_of_codes(source: Stored, given: pa.Table) -> Callable[[str], bool]:
    """Which products are sums of codes for some country, and with the empty one whether all its trade is.

    Args:
        source: Of products.
        given: What it gives.
    """
    if "summed" in given.column_names:
        return set(given.filter(given["summed"])["product"].to_pylist()).__contains__
    return lambda product: not product or source.summed


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
) -> tuple[Pipeline, bool, int] | None:
    """One step instead of many, where all codes have one length and nothing but countries trades; None otherwise.

    And whether that is what the layout promises, so that no row need be looked at, and the length.
    """
    loads = "SELECT DISTINCT layout FROM loads WHERE dataset = $dataset AND vintage = $vintage"
    layouts = ledger.query(loads, {name: given[name] for name in ("dataset", "vintage")})["layout"].to_pylist()
    known = len(layouts) == 1 and layouts[0] in LEVEL_OF_LAYOUT and given["classification"] == "HS"
    if known:
        level, where = LEVEL_OF_LAYOUT[layouts[0]], f"{_PLACE} AND {_BELOW}" if given["product"] else _PLACE
    elif by == "product":
        look = ledger.query(_LOOK, {name: value for name, value in given.items() if name != "digits"}).to_pylist()[0]
        if look["kinds"] != 1 or not look["level"] or look["listed"] or set(none) & set(look["names"]):
            return None
        level, where = look["level"], _WHERE
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
    summed = f", {str(level > len(given['product'])).lower()} AS summed" if by == "partner" else ""
    sql = f"SELECT {country} AS country, {key}, sum({usd}) AS value{summed} FROM {rows} WHERE {where} GROUP BY ALL HAVING sum({usd}) IS NOT NULL"
    return (
        Pipeline((("given", sql),), {name: value for name, value in given.items() if f"${name}" in sql}),
        known,
        level,
    )
