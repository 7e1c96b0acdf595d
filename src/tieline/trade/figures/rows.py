"""The rows that a question to the flows reads, beside the codes that they belong to: the first of the steps of `steps`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tieline.ledger import Scan, of_pairs, sql_literal
from tieline.model.flows import pair_key
from tieline.trade.figures.asking import Question
from tieline.trade.figures.blocs import bloc_of
from tieline.trade.figures.conditions import column_of, conditions, in_list, levels, single_codes, sum_conditions
from tieline.trade.figures.vintages import LEVEL

KEY = "dataset, reporter, partner, flow, freq, period"
_CODE = "regexp_full_match(a.code, '[0-9]*')"
ROW = "row_id, publisher, origin, citation, url, value, unit, rate, rate_source"
"""What names a row and its source, which a figure does not need."""
SOURCE = "publisher, origin, citation, url, load_id"
"""What names the source alone."""
_READ = (
    "pair", "dataset", "vintage", "reporter", "partner", "flow", "freq", "period", "period_start", "period_end", "product",
    "classification", "edition", "code", "detail", "value", "unit", "value_usd", "change_pct", "share_pct", "valuation", "basis", "flags",
)  # fmt: skip
"""What a figure does need of the view `flows`."""
# few rows have any: DISTINCT in place of a list would keep a table of every group
FLAGS = "array_to_string(list_sort(list_distinct(list(flags) FILTER (flags <> ''))), ',') AS flags"
SUMS = f"""sum({{0}}) AS usd, count({{0}}) AS told, sum({{1}})::BIGINT AS rows, bool_or(unpriced) AS unpriced,
        min(valuation) AS low, max(valuation) AS high, min(basis) AS basis, {FLAGS}"""
_NO_DOLLARS = "value_usd IS NULL AND value IS NOT NULL"
_MONEY = "regexp_full_match(coalesce(unit, ''), '[A-Z]{3}')"
_UNPRICED = f"{_NO_DOLLARS} AND {_MONEY}"
_FLAGGED = f"""CASE WHEN {_NO_DOLLARS} AND NOT {_MONEY}
        THEN concat_ws(',', nullif(flags, ''), 'quantity-only') ELSE flags END AS flags"""
"""The flags of a row; tons are no money in want of a rate."""
_CHAPTER = 2
"""Digits of the codes by which rows are told apart where they are asked in parts."""
_IN_PAIR = 3
"""Letters of a country's code; the key of a pair does not tell `EU15` from `EU`."""


def scan_of(question: Question, each_code: int | None = None, *, rows: bool = False) -> Scan:
    """What the steps of a question read, so that files without it need not be opened.

    Args:
        question: What is asked.
        each_code: As the steps are asked.
        rows: Rows are looked at behind the figures too.
    """
    columns = () if rows else _READ
    stored = question.plain and not rows
    scan = Scan(
        _pairs(question), question.datasets, question.vintage, *_days(question), columns=columns, stored=stored
    )  # fmt: skip
    sums = by_sums(question, each_code)
    if bloc_of(question) is not None:  # which members tell of anything is asked of all pairs
        return replace(scan, totals="all", summed=question.plain_datasets if sums and not rows else ())
    if sums:
        return replace(scan, totals="same", summed=question.plain_datasets if not rows else ())
    return replace(scan, totals="same") if question.split else scan


def _days(question: Question) -> tuple[date | None, date | None]:
    """The first and the last day that the rows may be of; those of a slice may end later, but not start."""
    first, last, part = question.since, question.until, question.slice
    if part is None:
        return first, last
    return max(filter(None, [first, date(part.year, 1, 1)])), min(filter(None, [last, date(part.year, 12, 31)]))


def by_sums(question: Question, each_code: int | None) -> bool:
    """Totals of plain datasets are read off the sums that are kept of their files."""
    return bool(question.plain_datasets) and not question.codes and not each_code and question.by == "year"


def scan_of_last_years(question: Question) -> Scan:
    """What the query for the last years reads."""
    scan = scan_of(question)
    return scan if question.codes else replace(scan, totals=scan.totals or "same")


def last_years_sql(question: Question) -> str:
    """The query for the first day of the last year that each dataset has of each flow of a country, whoever states it."""
    columns, of = "dataset, flow, reporter, period_start", "flows" if question.codes else "flow_sums"
    return f"""SELECT dataset, (flow = 'exports') = (reporter IN {in_list(_sides(question))}) AS sold, max(date_trunc('year', period_start))::DATE AS last
FROM ({flows_read(columns, question, None, of)}) WHERE flow IN ('exports', 'imports') GROUP BY ALL"""


def years_sql(question: Question, *, totals: bool = False) -> str:
    """The query for the years in which rows of products start (or `totals` too), of each dataset and flow of a country, whoever states it."""
    goods = "" if totals else f" AND digits <> 0 AND classification = {sql_literal(question.classification)}"
    columns = "dataset, flow, reporter, period_start, classification, digits, rows"
    own = f"(reporter IN {in_list(_sides(question))})"
    return f"""SELECT dataset, (flow = 'exports') = {own} AS sold, year(period_start) AS year, bool_or({own}) AS own, sum(rows)::BIGINT AS rows
FROM ({flows_read(columns, question, None, "flow_sums")})
WHERE flow IN ('exports', 'imports'){goods} GROUP BY ALL"""


def codes_sql(question: Question, each_code: int) -> str:
    """The query for how many rows there are of the codes that start alike."""
    return f"""SELECT left(code, {min(each_code, _CHAPTER)}) AS start, count(*) AS rows
FROM ({flows_read("code", question, each_code)}) GROUP BY ALL ORDER BY ALL"""


def releases(question: Question, each_code: int | None) -> str:
    """The step that gives the newest release of each series and period by the sums: the rows of some codes do not tell it."""
    columns, where = f"{KEY}, vintage, digits, classification", " AND ".join(levels(question, each_code)) or "true"
    return f"""releases AS MATERIALIZED (
    SELECT {KEY}, max(vintage) AS vintage FROM ({flows_read(columns, question, None, "flow_sums")}) WHERE {where} GROUP BY ALL
)"""


def row_steps(
    question: Question, each_code: int | None, more: str = "", *, among: str | None = None
) -> tuple[str, ...]:  # fmt: skip
    """From the flows to rows beside the code that they belong to.

    Args:
        question: What is asked.
        each_code: A line for each code of so many digits.
        more: Columns beside those that a figure needs.
        among: What stands behind the table of flows to tell whose rows these are; None for those of the question's sides.
    """
    files = question.from_files
    key, unpriced = _plain_key(question) if question.plain else (f"{KEY}, vintage", _UNPRICED)
    told = question.plain and (bool(question.codes) or each_code is not None)  # of other codes there are no rows
    kind = f"{sql_literal(question.classification)} AS classification" if told else "classification"
    columns = f"""{key}, period_start, {kind}, {column_of("edition", question)}, code, value_usd,
        {unpriced} AS unpriced, {", ".join(column_of(name, question) for name in ("valuation", "basis"))},
        {column_of("flags", question) if question.plain else _FLAGGED}{more}"""
    once_only = files is not None and bool(question.datasets) and set(question.datasets) <= set(files)
    # a pair's rows are few, and kept; of a country's millions only the sums are
    kept = "MATERIALIZED" if question.partner is not None and not once_only else "NOT MATERIALIZED"
    asked = f"asked AS {kept} (\n    {flows_read(columns, question, each_code, among=among)}\n)"
    known = "(SELECT dataset FROM loads WHERE rows > 0)" if files is None else in_list(files)
    doubles = f"""
    SELECT * FROM asked WHERE dataset NOT IN {known}
    QUALIFY row_number() OVER (PARTITION BY {KEY}, vintage, classification, edition, code
        ORDER BY value_usd IS NULL, valuation, value_usd) = 1"""
    if files == ():
        once = doubles
    elif once_only:
        once = "\n    SELECT * FROM asked  -- from files, which have a code once"
    else:
        once = f"\n    SELECT * FROM asked WHERE dataset IN {known}\n    UNION ALL{doubles}"
    group = question.product or ""
    wanted = single_codes(question) + ([] if group.isdigit() or question.plain else [group])
    is_code = "true" if question.plain else _CODE
    goal = "w.code"
    if each_code:  # a group that was published as one figure stays a product of its own
        goal = (
            f"left(a.code, {each_code})"
            if question.plain
            else f"CASE WHEN {_CODE} THEN left(a.code, {each_code}) ELSE a.code END"
        )
    fits = [f"({is_code} OR a.code = {'a.code' if each_code else 'w.code'})"]
    fits += [f"length(a.code) >= {each_code}"] if each_code and not (question.plain and each_code <= LEVEL) else []
    beside = f" JOIN (SELECT unnest({sql_literal(wanted)}) AS code) w ON starts_with(a.code, w.code)"
    sizes = {len(code) for code in wanted}
    if question.plain and question.codes and not each_code and len(sizes) == 1:  # the conditions leave no other rows
        size = sizes.pop()
        goal, beside = f"left(a.code, {size})" if size == LEVEL or not question.once else "''", ""
        fits[0] = "true"
    if not question.codes:
        goal, beside = goal.replace("w.code", "''"), ""
        fits[0] = "true" if each_code else is_code
    return (
        asked,
        f"once AS NOT MATERIALIZED ({once}\n)",
        f"fits AS NOT MATERIALIZED (\n    SELECT a.*, {goal} AS goal FROM once a{beside}\n    WHERE {' AND '.join(fits)}\n)",
    )


def flows_read(
    columns: str, question: Question, each_code: int | None, of: str = "flows", *, among: str | None = None
) -> str:  # fmt: skip
    """The rows that are read at all: of a pair, by which the flows lie sorted, or of a country on either side.

    The two sides of one country are two scans: of one scan with OR every column of every row would be unpacked.
    """
    where = [*sum_conditions(question)] if of == "flow_sums" else conditions(question, each_code)
    names, keys, joined = _sides(question), _pairs(question), ""
    if among is not None:
        sides, joined = ["true"], f" {among}"
    elif len(keys) == 1:
        sides = [f"pair = {keys[0]}"]
    elif keys:
        sides, joined = ["true"], f" {of_pairs(keys)}"
    elif len(names) == 1:
        one = f"= {sql_literal(names[0])}"
        sides = [f"reporter {one}", f"partner {one} AND reporter <> {sql_literal(names[0])}"]
    else:  # of many names it is the other way round
        sides = [f"(reporter IN {in_list(names)} OR partner IN {in_list(names)})"]
    both = sorted({*names, question.reporter, str(question.partner)})
    # of a long code the start alone is in the key
    if keys and among is None and any(len(name) > _IN_PAIR for name in both):
        sides = [f"{sides[0]} AND reporter IN {in_list(both)} AND partner IN {in_list(both)}"]
    rest = "".join(f" AND {each}" for each in where)
    return "\n    UNION ALL\n    ".join(
        f"SELECT {columns}\n    FROM {of}{joined}\n    WHERE {side}{rest}" for side in sides
    )


def _pairs(question: Question) -> tuple[int, ...]:
    """The pairs of countries asked about; none where the rows of all partners are needed."""
    names = _sides(question)
    if question.partner is None or ("WLD" in {question.reporter, question.partner} and len(names) > 1):
        return ()
    other = question.partner if question.reporter in names else question.reporter
    return tuple(sorted({pair_key(name, other) for name in names}))


def _sides(question: Question) -> list[str]:
    """The country asked about; where one side is a bloc, that bloc and all who have been its members."""
    bloc = bloc_of(question)
    return [question.reporter] if bloc is None or bloc.beside else sorted({*bloc.codes, *bloc.ever})


def _plain_key(question: Question) -> tuple[str, str]:
    """Columns of plain rows, those that the question or the layout tells as they are told: a column that is not unpacked is time saved."""
    key = (
        KEY.replace("flow", column_of("flow", question))
        .replace("freq", "'A' AS freq")
        .replace("period", "year(period_start)::VARCHAR AS period")
    )
    if len(question.datasets) == 1:
        key = key.replace("dataset", f"{sql_literal(question.datasets[0])} AS dataset", 1)
    vintage = "vintage" if question.vintage is None else f"{sql_literal(question.vintage)} AS vintage"
    return f"{key}, {vintage}", "false"
