"""The named steps of SQL that answer a question to the flows: one figure for each series and period.

The steps, each a table that the next one reads:

- `plain_cells`: of datasets whose every row is a year, a value and a code of one length (BACI), their sums: of totals those that
  are kept of each file (`flow_sums`), so that of millions of rows none is read;
- `asked`: of the others, rows of the countries and products in question, parts of a row (`detail`) and bare changes left out;
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

from tieline.ledger import of_pairs, sql_literal
from tieline.trade.figures.asking import FREQ, Question
from tieline.trade.figures.bloc_steps import bloc_steps, last_day, namesake_spells, spells_step, was_member
from tieline.trade.figures.blocs import Bloc, bloc_of, namesakes
from tieline.trade.figures.conditions import levels, sum_conditions
from tieline.trade.figures.pair_steps import by_pairs
from tieline.trade.figures.plain_steps import plain_cells
from tieline.trade.figures.rows import (
    FLAGS,
    KEY,
    ROW,
    SOURCE,
    SUMS,
    releases,
    row_steps,
)

_ONE_VALUATION = "CASE WHEN min({0}) = max({1}) THEN min({0}) ELSE 'unknown' END AS valuation"
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
    if by_pairs(question, each_code):
        single = _of_countries(question, each_code, of_pairs(question.listed)) if question.listed else ()
    else:
        single = _of_countries(question, each_code)
    return ",\n".join(single if bloc is None else (*single, *_of_bloc(bloc, question, each_code)))


def _of_countries(question: Question, each_code: int | None, among: str | None = None) -> tuple[str, ...]:
    """The steps to the lines of countries; of plain rows `among` tells whose, as in `row_steps`."""
    if question.plain:
        cells: tuple[str, ...] = (plain_cells(question, each_code, among), *_plain_choice(question, each_code))
    elif question.plain_datasets and question.by == "year":
        rest = row_steps(replace(question, datasets=question.other_datasets), each_code)
        cells = (plain_cells(question, each_code), *rest, *_choice(question, each_code, "SELECT * FROM plain_cells"))
    else:
        cells = (*row_steps(question, each_code), *_choice(question, each_code))
    return (*cells, *_figures(question, each_code))


def _of_bloc(bloc: Bloc, question: Question, each_code: int | None) -> tuple[str, ...]:
    """The steps from these to the lines of a bloc."""
    spoken = sum_conditions(question)
    if question.whole:
        spoken.append("digits = 0")
    elif question.codes or each_code:  # who tells of totals alone has said nothing of a product
        spoken += ["digits <> 0", f"classification = {sql_literal(question.classification)}"]
    told = (*sum_conditions(question), *levels(question, each_code))
    return bloc_steps(bloc, question, each_code, spoken=spoken, told=told)


_OF_SOURCES = """
        SELECT dataset, vintage, publisher, citation, url, load_id, reporter, partner, period_start, any_value(origin) AS origin
        FROM fits GROUP BY ALL
    """
"""Whether a row is in a bloc's sum hangs on who and when alone: of millions of rows a few thousand are looked at."""


def behind(question: Question, *, each_code: int | None = None, more: str = ROW) -> str:
    """The steps to the rows that figures rest on: the last one, `behind`, has them with their sources and `goal`.

    Args:
        question: What is asked.
        each_code: As the steps are asked.
        more: What names the rows and their sources, columns parted by commas.
    """
    bloc = bloc_of(question)
    of_bloc = "" if bloc is None or bloc.beside else f" AND {_counted(question, bloc)}"
    spells = () if bloc is None else (spells_step(bloc),)
    found = row_steps(question, each_code, more=f", {more}")
    if question.once and question.plain:  # there is no other release or edition: every row counts
        of = f"({_OF_SOURCES})" if more == SOURCE else "fits"
        return ",\n".join((*spells, *found, f"behind AS (\n    SELECT f.* FROM {of} f WHERE true{of_bloc}\n)"))
    rows = f"""behind AS (
    SELECT f.* FROM fits f JOIN chosen c USING ({KEY}, vintage, goal, classification)
    {"" if question.plain else f"ANTI JOIN parts USING ({KEY}, vintage, goal, code)"}
    WHERE f.edition IS NOT DISTINCT FROM c.edition AND (NOT c.exact OR f.code = f.goal){of_bloc}
)"""
    return ",\n".join((*spells, *found, *_choice(question, each_code), rows))


def _counted(question: Question, bloc: Bloc) -> str:
    """SQL for whether a row is in a bloc's sum, or in its own figure: one side was a member on the last day."""
    day, code = last_day(question, "f.period_start"), sql_literal(bloc.code)
    one, two = was_member("f.reporter", day), was_member("f.partner", day)
    both = f"{one} AND (f.partner = 'WLD' OR {two})" if bloc.other == "WLD" else f"{one} <> {two}"
    called = f" OR EXISTS (FROM {namesake_spells(bloc)} WHERE called IN (f.reporter, f.partner) AND {day} BETWEEN since AND until)"
    return f"({both} OR {code} IN (f.reporter, f.partner){called if namesakes(bloc.code) else ''})"


def _by_sums(question: Question) -> bool:
    """Which release is the newest must be read off the sums."""
    return question.split and not question.every_vintage and question.vintage is None


def _choice(question: Question, each_code: int | None, more: str = "") -> tuple[str, ...]:
    """From rows to cells, those of `more` beside them, and which cells make a figure."""
    beside = f"\n    UNION ALL BY NAME\n    {more}" if more else ""
    newest = "1" if question.every_vintage else f"rank() OVER (PARTITION BY {KEY} ORDER BY vintage DESC)"
    group = question.product or ""
    whole = (
        ""
        if group.isdigit() or not group
        else f" AND (goal = {sql_literal(group)}) = bool_or(goal = {sql_literal(group)}) OVER (PARTITION BY {KEY}, vintage)"
    )
    return (
        f"""cells AS MATERIALIZED (
    SELECT dataset, reporter, partner, flow, freq, any_value(period) AS period, vintage, period_start, classification, edition, goal,
        length(code) AS digits, code = goal AS exact, {SUMS.format("value_usd", "1")}
    FROM fits GROUP BY dataset, reporter, partner, flow, freq, vintage, period_start, classification, edition, goal, digits, exact{beside}
)""",
        f"""schemes AS (
    SELECT {KEY}, vintage, goal, classification, edition, bool_or(exact) AS exact,
        min(digits) < max(digits) AS mixed, max(usd) AS most
    FROM cells GROUP BY ALL
)""",
        *(
            (
                releases(question, each_code),
                f"newest AS (SELECT *, 1 AS age FROM schemes SEMI JOIN releases USING ({KEY}, vintage))",
            )
            if _by_sums(question)
            else (f"newest AS (SELECT *, {newest} AS age FROM schemes)",)
        ),
        f"""chosen AS MATERIALIZED (
    SELECT * FROM newest WHERE age = 1
    QUALIFY row_number() OVER (PARTITION BY {KEY}, vintage, goal
        ORDER BY exact DESC, classification = {sql_literal(question.classification)} DESC, edition DESC NULLS LAST, classification) = 1{whole}
)""",
        *(() if question.plain else _mixed()),
    )


def _plain_choice(question: Question, each_code: int | None) -> tuple[str, ...]:
    """The same, where all codes have one length: of several vintages and editions of a figure the newest."""
    if question.once:
        return ("used AS (\n    SELECT *, NULL::DOUBLE AS most FROM plain_cells\n)",)
    by_sums = _by_sums(question)
    one = question.every_vintage or question.vintage is not None or by_sums
    vintage = "" if one else f"rank() OVER (PARTITION BY {KEY} ORDER BY vintage DESC) = 1 AND "
    newest = f" SEMI JOIN releases USING ({KEY}, vintage)" if by_sums else ""
    return (
        *((releases(question, each_code),) if by_sums else ()),
        f"cells AS (\n    SELECT *, NULL::DOUBLE AS most FROM plain_cells{newest}\n)",
        f"""used AS (
    SELECT * FROM cells
    QUALIFY {vintage}rank() OVER (PARTITION BY {KEY}, vintage, goal ORDER BY edition DESC NULLS LAST) = 1
)""",
    )


def _mixed() -> tuple[str, ...]:
    """Where codes of several lengths make up a figure: those codes, and which of them a wider one holds."""
    return (
        f"""several AS MATERIALIZED (
    SELECT f.* FROM fits f JOIN chosen c USING ({KEY}, vintage, goal, classification)
    WHERE c.mixed AND NOT c.exact AND f.edition IS NOT DISTINCT FROM c.edition
)""",
        f"""parts AS (
    SELECT DISTINCT {KEY}, vintage, goal, w.code FROM (
        SELECT {KEY}, vintage, goal, code, unnest(list_transform(range(1, length(code)), lambda n: left(code, n))) AS above
        FROM several
    ) w JOIN several c USING ({KEY}, vintage, goal) WHERE c.code = above
)""",
    )


def _figures(question: Question, each_code: int | None) -> tuple[str, ...]:
    """From cells to figures by period."""
    mixed = f"""
    UNION ALL BY NAME
    SELECT {KEY}, vintage, period_start, edition, goal, classification, length(code) AS digits, false AS exact, NULL AS most,
        {SUMS.format("value_usd", "1")}
    FROM several ANTI JOIN parts USING ({KEY}, vintage, goal, code) GROUP BY ALL"""
    used = f"""used AS (
    SELECT f.* EXCLUDE (exact), c.exact, c.most FROM cells f JOIN chosen c USING ({KEY}, vintage, goal, classification)
    WHERE f.edition IS NOT DISTINCT FROM c.edition AND CASE WHEN c.exact THEN f.exact ELSE NOT c.mixed END{mixed}
)"""
    if question.once and question.plain and each_code:  # a cell is a figure
        points = f"""points AS (
    SELECT {KEY}, vintage, goal, period_start, CASE WHEN told = rows THEN usd END AS value_usd, usd AS partial, rows - told AS withheld,
        CASE WHEN low = high THEN low ELSE 'unknown' END AS valuation, basis,
        coalesce(flags, '') AS flags, unpriced, exact, rows, digits, classification, edition, false AS levels_differ
    FROM used
)"""
        return (points, _lines(question, grouped_by_code=True))
    return (
        *(() if question.plain else (used,)),
        f"""points AS (
    SELECT {KEY}, vintage, {"goal, " if each_code else ""}period_start,
        CASE WHEN sum(told) = sum(rows) THEN sum(usd) END AS value_usd, sum(usd) AS partial, sum(rows - told) AS withheld,
        {_ONE_VALUATION.format("low", "high")},
        min(basis) AS basis, {FLAGS}, bool_or(unpriced) AS unpriced,
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
        min(basis) AS basis, {FLAGS}, bool_or(unpriced) AS unpriced,
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
