"""The rows that a question to the flows reads, beside the codes that they belong to: the first of the steps of `figure_steps`."""

from __future__ import annotations

from tieline.ledger import Scan, sql_literal
from tieline.model.flows import pair_key
from tieline.model.products import expand
from tieline.trade.asking import RELEASED, Question
from tieline.trade.blocs import bloc_of

KEY = "dataset, reporter, partner, flow, freq, period"
_CODE = "regexp_full_match(a.code, '[0-9]*')"
ROW = "row_id, publisher, origin, citation, url, value, unit, rate, rate_source"
"""What names a row and its source, which a figure does not need."""
_FREQS = {"year": ("A", "Q", "M"), "quarter": ("Q", "M"), "month": ("M",)}
_IN_PAIR = 3
"""Letters of a country's code; the key of a pair does not tell `EU15` from `EU`."""
_WHOLE = ("detail = ''", "(value IS NOT NULL OR value_usd IS NOT NULL OR (change_pct IS NULL AND share_pct IS NULL))")
"""Parts of a row and bare changes are no figures."""


def scan_of(question: Question) -> Scan:
    """Which rows the steps of a question read, so that files without them need not be opened."""
    pairs = (
        _pairs(question) if bloc_of(question) is None else ()
    )  # which members of a bloc tell of anything is asked of all
    return Scan(pairs, question.datasets, question.vintage, question.since, question.until)


def last_years_sql(question: Question) -> str:
    """The query for the first day of the last year that each dataset has of each flow of a country, whoever states it."""
    rows = _flows("dataset, flow, reporter, period_start", question, None)
    return f"""SELECT dataset, (flow = 'exports') = (reporter IN {_in(_sides(question))}) AS sold, max(date_trunc('year', period_start))::DATE AS last
FROM ({rows}) WHERE flow IN ('exports', 'imports') GROUP BY ALL"""


def row_steps(question: Question, each_code: int | None, more: str = "") -> tuple[str, ...]:
    """From the flows to rows beside the code that they belong to."""
    files = question.from_files
    # a column of a file that need not be unpacked is time saved
    key, unpriced = (
        (KEY.replace("freq", "'A' AS freq"), "false")
        if question.plain
        else (KEY, "value_usd IS NULL AND value IS NOT NULL")
    )
    columns = f"""{key}, vintage, period_start, classification, edition, code, value_usd,
        {unpriced} AS unpriced, valuation, basis, flags{more}"""
    once_only = files is not None and bool(question.datasets) and set(question.datasets) <= set(files)
    # a pair's rows are few, and kept; of a country's millions only the sums are
    kept = "MATERIALIZED" if question.partner is not None and not once_only else "NOT MATERIALIZED"
    asked = f"asked AS {kept} (\n    {_flows(columns, question, each_code)}\n)"
    known = "(SELECT dataset FROM loads WHERE rows > 0)" if files is None else _in(files)
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
    wanted = _single(question) + ([] if group.isdigit() else [group])
    is_code = "true" if question.plain else _CODE
    goal = "w.code"
    if each_code:  # a group that was published as one figure stays a product of its own
        goal = (
            f"left(a.code, {each_code})"
            if question.plain
            else f"CASE WHEN {_CODE} THEN left(a.code, {each_code}) ELSE a.code END"
        )
    fits = [f"({is_code} OR a.code = {'a.code' if each_code else 'w.code'})"]
    fits += [f"length(a.code) >= {each_code}"] if each_code else []
    beside = f" JOIN (SELECT unnest({sql_literal(wanted)}) AS code) w ON starts_with(a.code, w.code)"
    if not question.codes:
        goal, beside = goal.replace("w.code", "''"), ""
        fits[0] = "true" if each_code else is_code
    return (
        asked,
        f"once AS NOT MATERIALIZED ({once}\n)",
        f"fits AS NOT MATERIALIZED (\n    SELECT a.*, {goal} AS goal FROM once a{beside}\n    WHERE {' AND '.join(fits)}\n)",
    )


def _flows(columns: str, question: Question, each_code: int | None) -> str:
    """The rows that are read at all: of a pair, by which the flows lie sorted, or of a country on either side.

    The two sides are two scans: of one scan with OR every column of every row would be unpacked.
    """
    rest = "".join(f" AND {each}" for each in conditions(question, each_code))
    keys = _pairs(question)
    if keys:
        sides = [f"pair = {keys[0]}" if len(keys) == 1 else f"pair IN ({', '.join(map(str, keys))})"]
        names = sorted({*_sides(question), question.reporter, str(question.partner)})
        if any(len(name) > _IN_PAIR for name in names):  # of a long code the start alone is in the key
            sides = [f"{sides[0]} AND reporter IN {_in(names)} AND partner IN {_in(names)}"]
    else:
        names = _sides(question)
        one = f"IN {_in(names)}" if len(names) > 1 else f"= {sql_literal(names[0])}"
        sides = [f"reporter {one}", f"partner {one} AND NOT reporter {one}"]
    return "\n    UNION ALL\n    ".join(f"SELECT {columns}\n    FROM flows\n    WHERE {side}{rest}" for side in sides)


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


def conditions(question: Question, each_code: int | None) -> list[str]:
    """The conditions for rows of whatever countries, as SQL."""
    where = [] if question.plain else [f"list_contains({sql_literal(_FREQS[question.by])}, freq)", *_WHOLE]
    if question.codes:
        chapters = {code[:2] for code in _single(question)}
        where.append(
            f"left(code, {min(map(len, chapters))}) IN {_in({c[: min(map(len, chapters))] for c in chapters})}"
        )
    elif not question.plain:
        where.append("(product IS NULL OR code <> '')")
    if question.codes or each_code:
        where += (
            []
            if question.plain and question.classification == "HS"
            else [f"classification = {sql_literal(question.classification)}"]
        )
    if question.since:
        where.append(f"period_start >= {sql_literal(question.since)}")
    if question.until:
        where.append(f"period_end <= {sql_literal(question.until)}")
    if question.datasets:
        where.append(f"dataset IN {_in(question.datasets)}")
    if question.vintage is not None:
        where.append(f"vintage = {sql_literal(question.vintage)}")
    if question.as_known_on:
        where.append(f"{RELEASED} <= '{question.as_known_on.isoformat()}'")
    return where


def _single(question: Question) -> list[str]:
    """The codes asked for one by one; ranges are a thing of the HS."""
    return sorted(expand(question.codes) if question.classification == "HS" else question.codes)


def _in(texts: object) -> str:
    return f"({', '.join(map(sql_literal, sorted(texts)))})"  # type: ignore[call-overload]
