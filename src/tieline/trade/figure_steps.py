"""The named steps of SQL that answer a question to the flows: one figure for each series and period.

The steps, each a table that the next one reads:

- `asked`: rows of the countries and products in question, parts of a row (`detail`) and bare changes left out;
- `once`: of published figures that came from no file, and may be there in two currencies or valuations, one;
- `fits`: those rows beside each code asked for, finer codes under the code that they belong to;
- `cells`: their sums by length of code. Millions of rows become a few cells here; what follows looks at cells alone;
- `chosen`: how each figure is made: by the row of that very code, else by the widest codes below it; of several
  classifications and editions one, of several vintages the newest. So no total is counted together with its parts;
  where the very group of codes that is asked for was published as one figure, that figure counts;
- `several`, `parts`: where codes of several lengths make up a figure, these codes one by one, and those that a wider one
  among them holds already (a file may give one chapter, and of another its headings);
- `used`: the cells that are left;
- `points`: their sums by period as published;
- `lines`: the periods asked for: years as published, else of twelve months or four quarters. If some are missing the
  value is null and `missing_parts` says how many: a sum is never made of a part. `partial` is what there is.

Where one side is a bloc, the rows are those of all who have been its members, their lines are called `of_countries`, and
`bloc_steps` makes the bloc's `lines` of them. Whoever reads `lines` asks for a bloc as for a country.

Values are US dollars, FOB or CIF as published.
"""

from __future__ import annotations

from dataclasses import replace

from tieline.ledger import Scan, sql_literal
from tieline.model.flows import pair_key
from tieline.model.products import expand
from tieline.trade.asking import FREQ, RELEASED, Question
from tieline.trade.bloc_steps import bloc_steps, last_day, spells_step, was_member
from tieline.trade.blocs import Bloc, bloc_of

_KEY = "dataset, reporter, partner, flow, freq, period"
_CODE = "regexp_full_match(a.code, '[0-9]*')"
_ROW = "row_id, publisher, origin, citation, url, value, unit, rate, rate_source"
"""What names a row and its source, which a figure does not need."""
_ONE_VALUATION = "CASE WHEN min({0}) = max({1}) THEN min({0}) ELSE 'unknown' END AS valuation"
_FREQS = {"year": ("A", "Q", "M"), "quarter": ("Q", "M"), "month": ("M",)}
_WHOLE = ("detail = ''", "(value IS NOT NULL OR value_usd IS NOT NULL OR (change_pct IS NULL AND share_pct IS NULL))")
"""Parts of a row and bare changes are no figures."""
_PERIODS = {
    "year": "year(date_trunc('year', period_start))::VARCHAR",
    "quarter": (
        "strftime(date_trunc('quarter', period_start), '%Y-%m') || '/' || "
        "strftime(date_trunc('quarter', period_start) + INTERVAL 2 MONTH, '%Y-%m')"
    ),
}


def steps(question: Question, *, each_code: int | None = None) -> str:
    """The steps that answer a question: what stands between WITH and the SELECT that reads `lines`.

    Args:
        question: What is asked.
        each_code: A line for each code of so many digits, in place of one for the codes asked for.
    """
    bloc = bloc_of(question)
    chosen = _plain_choice(question) if question.plain else _choice(question)
    single = (*_rows(question, each_code), *chosen, *_figures(question, each_code))
    if bloc is None:
        return ",\n".join(single)
    spoken = _conditions(replace(question, codes=()), each_code)
    if question.codes or each_code:  # who tells of totals alone has said nothing of a product
        spoken += ["code <> ''", f"classification = {sql_literal(question.classification)}"]
    more = bloc_steps(bloc, question, each_code=each_code is not None, spoken=dict.fromkeys(spoken))
    return ",\n".join((*single, *more))


def behind(question: Question, *, each_code: int | None = None) -> str:
    """The steps to the rows that figures rest on: the last one, `behind`, has them with their sources and `goal`."""
    bloc = bloc_of(question)
    of_bloc = "" if bloc is None or bloc.beside else f" AND {_counted(question, bloc)}"
    rows = f"""behind AS (
    SELECT f.* FROM fits f JOIN chosen c USING ({_KEY}, vintage, goal, classification)
    {"" if question.plain else f"ANTI JOIN parts USING ({_KEY}, vintage, goal, code)"}
    WHERE f.edition IS NOT DISTINCT FROM c.edition AND (NOT c.exact OR f.code = f.goal){of_bloc}
)"""
    spells = () if bloc is None else (spells_step(bloc),)
    return ",\n".join((*spells, *_rows(question, each_code, more=f", {_ROW}"), *_choice(question), rows))


def _counted(question: Question, bloc: Bloc) -> str:
    """SQL for whether a row is in a bloc's sum, or in its own figure: one side was a member on the last day."""
    day, code = last_day(question, "f.period_start"), sql_literal(bloc.code)
    one, two = was_member("f.reporter", day), was_member("f.partner", day)
    both = f"{one} AND (f.partner = 'WLD' OR {two})" if bloc.other == "WLD" else f"{one} <> {two}"
    return f"({both} OR {code} IN (f.reporter, f.partner))"


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


def _flows(columns: str, question: Question, each_code: int | None) -> str:
    """The rows that are read at all: of a pair, by which the flows lie sorted, or of a country on either side.

    The two sides are two scans: of one scan with OR every column of every row would be unpacked.
    """
    rest = "".join(f" AND {each}" for each in _conditions(question, each_code))
    keys = _pairs(question)
    if keys:
        sides = [f"pair = {keys[0]}" if len(keys) == 1 else f"pair IN ({', '.join(map(str, keys))})"]
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
    return [question.reporter] if bloc is None or bloc.beside else sorted({bloc.code, *bloc.ever})


def _conditions(question: Question, each_code: int | None) -> list[str]:
    """What rows are read of these countries."""
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


def _rows(question: Question, each_code: int | None, more: str = "") -> tuple[str, ...]:
    """From the flows to rows beside the code that they belong to."""
    files = question.from_files
    # a column of a file that need not be unpacked is time saved
    key, unpriced = (
        (_KEY.replace("freq", "'A' AS freq"), "false")
        if question.plain
        else (_KEY, "value_usd IS NULL AND value IS NOT NULL")
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
    QUALIFY row_number() OVER (PARTITION BY {_KEY}, vintage, classification, edition, code
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


def _choice(question: Question) -> tuple[str, ...]:
    """From rows to cells, and which cells make a figure."""
    newest = "1" if question.every_vintage else f"rank() OVER (PARTITION BY {_KEY} ORDER BY vintage DESC)"
    group = question.product or ""
    whole = (
        ""
        if group.isdigit() or not group
        else f" AND (goal = {sql_literal(group)}) = bool_or(goal = {sql_literal(group)}) OVER (PARTITION BY {_KEY}, vintage)"
    )
    return (
        f"""cells AS MATERIALIZED (
    SELECT dataset, reporter, partner, flow, freq, any_value(period) AS period, vintage, period_start, classification, edition, goal,
        length(code) AS digits, code = goal AS exact, {_SUMS.format("value_usd", "1")}
    FROM fits GROUP BY dataset, reporter, partner, flow, freq, vintage, period_start, classification, edition, goal, digits, exact
)""",
        f"""schemes AS (
    SELECT {_KEY}, vintage, goal, classification, edition, bool_or(exact) AS exact,
        min(digits) < max(digits) AS mixed, max(usd) AS most
    FROM cells GROUP BY ALL
)""",
        f"newest AS (SELECT *, {newest} AS age FROM schemes)",
        f"""chosen AS MATERIALIZED (
    SELECT * FROM newest WHERE age = 1
    QUALIFY row_number() OVER (PARTITION BY {_KEY}, vintage, goal
        ORDER BY exact DESC, classification = {sql_literal(question.classification)} DESC, edition DESC NULLS LAST, classification) = 1{whole}
)""",
        *(() if question.plain else _mixed()),
    )


def _plain_choice(question: Question) -> tuple[str, ...]:
    """The same, where all codes have one length: of several vintages and editions of a figure the newest."""
    one = question.every_vintage or question.vintage is not None
    vintage = "" if one else f"rank() OVER (PARTITION BY {_KEY} ORDER BY vintage DESC) = 1 AND "
    return (
        f"""cells AS (
    SELECT dataset, reporter, partner, flow, freq, period, vintage, period_start, classification, edition, goal,
        max(length(code)) AS digits, bool_and(code = goal) AS exact, NULL::DOUBLE AS most,
        {_SUMS.format("value_usd", "1").replace(_FLAGS, "nullif(flags, '') AS flags")}
    FROM fits GROUP BY ALL
)""",
        f"""used AS (
    SELECT * FROM cells
    QUALIFY {vintage}rank() OVER (PARTITION BY {_KEY}, vintage, goal ORDER BY edition DESC NULLS LAST) = 1
)""",
    )


def _mixed() -> tuple[str, ...]:
    """Where codes of several lengths make up a figure: those codes, and which of them a wider one holds."""
    return (
        f"""several AS MATERIALIZED (
    SELECT f.* FROM fits f JOIN chosen c USING ({_KEY}, vintage, goal, classification)
    WHERE c.mixed AND NOT c.exact AND f.edition IS NOT DISTINCT FROM c.edition
)""",
        f"""parts AS (
    SELECT DISTINCT {_KEY}, vintage, goal, w.code FROM (
        SELECT {_KEY}, vintage, goal, code, unnest(list_transform(range(1, length(code)), lambda n: left(code, n))) AS above
        FROM several
    ) w JOIN several c USING ({_KEY}, vintage, goal) WHERE c.code = above
)""",
    )


_SUMS = """sum({0}) AS usd, count({0}) AS told, sum({1})::BIGINT AS rows, bool_or(unpriced) AS unpriced,
        min(valuation) AS low, max(valuation) AS high, min(basis) AS basis, string_agg(DISTINCT nullif(flags, ''), ',') AS flags"""
_FLAGS = "string_agg(DISTINCT nullif(flags, ''), ',') AS flags"


def _figures(question: Question, each_code: int | None) -> tuple[str, ...]:
    """From cells to figures by period."""
    mixed = f"""
    UNION ALL BY NAME
    SELECT {_KEY}, vintage, period_start, edition, goal, classification, length(code) AS digits, false AS exact, NULL AS most,
        {_SUMS.format("value_usd", "1")}
    FROM several ANTI JOIN parts USING ({_KEY}, vintage, goal, code) GROUP BY ALL"""
    used = f"""used AS (
    SELECT f.* EXCLUDE (exact), c.exact, c.most FROM cells f JOIN chosen c USING ({_KEY}, vintage, goal, classification)
    WHERE f.edition IS NOT DISTINCT FROM c.edition AND CASE WHEN c.exact THEN f.exact ELSE NOT c.mixed END{mixed}
)"""
    return (
        *(() if question.plain else (used,)),
        f"""points AS (
    SELECT {_KEY}, vintage, {"goal, " if each_code else ""}period_start,
        CASE WHEN sum(told) = sum(rows) THEN sum(usd) END AS value_usd, sum(usd) AS partial, sum(rows - told) AS withheld,
        {_ONE_VALUATION.format("low", "high")},
        min(basis) AS basis, string_agg(DISTINCT flags, ',') AS flags, bool_or(unpriced) AS unpriced,
        bool_and(exact) AS exact, sum(rows)::BIGINT AS rows, max(digits) AS digits, min(classification) AS classification,
        max(CASE WHEN digits > 0 THEN edition END) AS edition, coalesce(max(most) > sum(usd) * 1.01, false) AS levels_differ
    FROM used GROUP BY ALL
)""",
        _lines(question, grouped_by_code=each_code is not None),
    )


def _lines(question: Question, *, grouped_by_code: bool) -> str:
    by, vintage = question.by, "vintage" if question.every_vintage else "max(vintage)"
    key = "dataset, reporter, partner, flow" + (", goal" if grouped_by_code else "")
    own = f"SELECT * EXCLUDE (freq), 0 AS missing_parts, '' AS made_of FROM points WHERE freq = '{FREQ[by]}'"
    finer = {"year": (("Q", 4), ("M", 12)), "quarter": (("M", 3),), "month": ()}[by]
    name = "lines" if bloc_of(question) is None else "of_countries"
    if not finer or question.plain:
        return f"{name} AS (\n    {own}\n)"
    made = [
        f"""SELECT {key}, {vintage} AS vintage, date_trunc('{by}', period_start)::DATE AS period_start,
        CASE WHEN count(DISTINCT period) = {count} AND bool_and(value_usd IS NOT NULL) THEN sum(value_usd) END AS value_usd,
        sum(partial) AS partial, sum(withheld) AS withheld, {_ONE_VALUATION.format("valuation", "valuation")},
        min(basis) AS basis, string_agg(DISTINCT flags, ',') AS flags, bool_or(unpriced) AS unpriced,
        bool_and(exact) AS exact, sum(rows)::BIGINT AS rows, max(digits) AS digits, min(classification) AS classification,
        max(edition) AS edition, bool_or(levels_differ) AS levels_differ, {_PERIODS[by]} AS period,
        {count} - count(DISTINCT period) AS missing_parts, '{"quarter" if freq == "Q" else "month"}' AS made_of
    FROM points WHERE freq = '{freq}' GROUP BY ALL"""
        for freq, count in finer
    ]
    either = "\n    UNION ALL BY NAME\n    ".join([own, *made])
    return f"""either AS (
    {either}
),
{name} AS (
    SELECT * FROM either
    QUALIFY rank() OVER (PARTITION BY {key}, {"vintage, " if question.every_vintage else ""}period ORDER BY made_of <> '', missing_parts, made_of DESC) = 1
)"""


def _single(question: Question) -> list[str]:
    """The codes asked for one by one; ranges are a thing of the HS."""
    return sorted(expand(question.codes) if question.classification == "HS" else question.codes)


def _in(texts: object) -> str:
    return f"({', '.join(map(sql_literal, sorted(texts)))})"  # type: ignore[call-overload]
