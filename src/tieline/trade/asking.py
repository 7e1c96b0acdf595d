"""A question to the flows, and the named steps of SQL that answer it: one figure for each series and period.

The steps, each a table that the next one reads:

- `asked`: rows of the countries and products in question, parts of a row (`detail`) and bare changes left out;
- `once`: of published figures that came from no file, and may be there in two currencies or valuations, one;
- `fits`: those rows beside each code asked for, finer codes under the code that they belong to;
- `chosen`: how each figure is made: by the row of that very code, else by the widest codes below it; of several
  classifications and editions one, of several vintages the newest. So no total is counted together with its parts;
  where the very group of codes that is asked for was published as one figure, that figure counts;
- `parts`: codes that a wider one among them holds already (a file may give one chapter, and of another its headings);
- `used`: the rows that are left;
- `points`: their sums by period as published;
- `lines`: the periods asked for: years as published, else of twelve months or four quarters. If some are missing the
  value is null and `missing_parts` says how many: a sum is never made of a part.

Values are US dollars, FOB or CIF as published.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from tieline.model.flows import pair_key
from tieline.model.products import expand

By = Literal["year", "quarter", "month"]
BY: tuple[By, ...] = get_args(By)
FREQ: dict[By, str] = {"year": "A", "quarter": "Q", "month": "M"}
MIRRORED = {"exports": "imports", "imports": "exports"}
FLOWS = ("exports", "imports", "re-exports", "re-imports", "domestic-exports", "trade", "balance")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of the flows.

    Attributes:
        reporter: Whose trade, ISO 3166-1 alpha-3.
        partner: With whom; None for each partner.
        codes: HS codes and ranges of them; none for all products.
        since: From this day on.
        until: Up to this day.
        by: The periods of the answer.
        datasets: Only these; all if there are none.
        as_known_on: Nothing that was released later. What has no date of release is left out.
        every_vintage: All vintages side by side, not the newest of each figure.
        classification: Of which the codes are: `HS`, `SITC`.
    """

    reporter: str
    partner: str | None = None
    codes: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    by: By = "year"
    datasets: tuple[str, ...] = ()
    as_known_on: date | None = None
    every_vintage: bool = False
    classification: str = "HS"

    @property
    def product(self) -> str | None:
        """The codes as one text; None for all products."""
        return ",".join(self.codes) or None


State = Literal["figure", "zero", "missing", "incomplete", "not-reported"]


def state_of(value_usd: float | None, flags: Sequence[str]) -> State:
    """What a row without a figure means: nothing reported, a part that is silent, or withheld; and a zero that is stated.

    >>> state_of(0.0, ()), state_of(None, ("incomplete",)), state_of(None, ())
    ('zero', 'incomplete', 'missing')
    """
    if value_usd is not None:
        return "figure" if value_usd else "zero"
    if "not-reported" in flags:
        return "not-reported"
    return "incomplete" if "incomplete" in flags else "missing"


def literal(value: str | date) -> str:
    """A value as SQL has it.

    >>> literal("d'Ivoire"), literal(date(2014, 1, 1))
    ("'d''Ivoire'", "DATE '2014-01-01'")
    """
    if isinstance(value, date):
        return f"DATE '{value.isoformat()}'"
    return "'" + value.replace("'", "''") + "'"


RELEASED = (
    "CASE WHEN regexp_matches(vintage, '^\\d{4}-\\d{2}-\\d{2}') THEN left(vintage, 10) "
    "WHEN regexp_matches(vintage, '^\\d{4}-\\d{2}') THEN left(vintage, 7) || '-31' "
    "WHEN regexp_matches(vintage, '^\\d{4}') THEN left(vintage, 4) || '-12-31' END"
)
"""The last day on which a vintage can have been released; null if that is not known."""


_CODE = "regexp_full_match(a.code, '[0-9]*')"


def steps(question: Question, *, evidence: bool = False, each_code: int | None = None) -> str:
    """The steps that answer a question: what stands between WITH and the SELECT that reads `lines` or `used`.

    Args:
        question: What is asked.
        evidence: Also hand on what names a row and its source, which a figure does not need.
        each_code: A line for each code of so many digits, in place of one for the codes asked for.
    """
    named = ["dataset", "reporter", "partner", "flow", "freq", "period"]
    key = ", ".join(named)
    newest = "1" if question.every_vintage else f"rank() OVER (PARTITION BY {key} ORDER BY vintage DESC)"
    freqs = {"year": "'A', 'Q', 'M'", "quarter": "'Q', 'M'", "month": "'M'"}[question.by]
    more = ", row_id, publisher, origin, citation, url, value, unit, rate, rate_source" if evidence else ""
    group = question.product or ""
    wanted = _single(question.codes) + ([] if group.isdigit() else [group])
    whole = (
        ""
        if group.isdigit() or not group
        else f" AND (goal = {literal(group)}) = bool_or(goal = {literal(group)}) OVER (PARTITION BY {key}, vintage)"
    )
    below = "starts_with(a.code, w.code)" if question.codes else "true"
    goal, least = "w.code", ""
    if each_code:  # a group that was published as one figure stays a product of its own
        goal = f"CASE WHEN {_CODE} THEN substr(a.code, 1, {each_code}) ELSE a.code END"
        least = f" AND length(a.code) >= {each_code}"
    return f"""asked AS (
    SELECT {key}, vintage, period_start, period_end, classification, edition, code, value_usd,
        value_usd IS NULL AND value IS NOT NULL AS unpriced, valuation, basis, flags{more}
    FROM flows
    WHERE {" AND ".join(_conditions(question, freqs, each_code))}
),
once AS (
    SELECT * FROM asked WHERE dataset IN (SELECT dataset FROM loads WHERE rows > 0)
    UNION ALL
    SELECT * FROM asked WHERE dataset NOT IN (SELECT dataset FROM loads WHERE rows > 0)
    QUALIFY row_number() OVER (PARTITION BY {key}, vintage, classification, edition, code
        ORDER BY value_usd IS NULL, valuation, value_usd) = 1
),
wanted AS (SELECT unnest({_list(wanted)}) AS code),
fits AS (
    SELECT a.*, {goal} AS goal, length(a.code) AS digits
    FROM once a JOIN wanted w ON {below}
    WHERE ({_CODE} OR a.code = {"a.code" if each_code else "w.code"}){least}
),
schemes AS (
    SELECT {key}, vintage, goal, classification, edition,
        bool_or(code = goal) AS exact, min(digits) < max(digits) AS mixed
    FROM fits GROUP BY ALL
),
newest AS (SELECT *, {newest} AS age FROM schemes),
chosen AS (
    SELECT * FROM newest WHERE age = 1
    QUALIFY row_number() OVER (PARTITION BY {key}, vintage, goal
        ORDER BY exact DESC, classification = 'HS' DESC, edition DESC NULLS LAST, classification) = 1{whole}
),
candidates AS (
    SELECT f.*, c.exact, c.mixed FROM fits f JOIN chosen c USING ({key}, vintage, goal, classification)
    WHERE f.edition IS NOT DISTINCT FROM c.edition AND (NOT c.exact OR f.code = f.goal)
),
wider AS (
    SELECT {key}, vintage, goal, code, unnest(list_transform(range(1, digits), lambda n: left(code, n))) AS above
    FROM candidates WHERE mixed AND NOT exact
),
parts AS (
    SELECT DISTINCT {key}, vintage, goal, w.code FROM wider w
    JOIN candidates c USING ({key}, vintage, goal) WHERE c.code = above
),
used AS (
    SELECT * FROM candidates ANTI JOIN parts USING ({key}, vintage, goal, code)
),
points AS (
    SELECT {key}, vintage, {"goal, " if each_code else ""}min(period_start) AS period_start,
        CASE WHEN bool_and(value_usd IS NOT NULL) THEN sum(value_usd) END AS value_usd,
        CASE WHEN min(valuation) = max(valuation) THEN min(valuation) ELSE 'unknown' END AS valuation,
        min(basis) AS basis, string_agg(DISTINCT nullif(flags, ''), ',') AS flags, bool_or(unpriced) AS unpriced,
        bool_and(exact) AS exact, count(*) AS rows, max(digits) AS digits,
        max(CASE WHEN code <> '' THEN edition END) AS edition
    FROM used GROUP BY ALL
),
{_lines(question, grouped_by_code=each_code is not None)}"""


def last_years_sql(question: Question) -> str:
    """The query for the first day of the last year that each dataset has of each flow of a country, whoever states it."""
    who = literal(question.reporter)
    return f"""SELECT dataset, (flow = 'exports') = (reporter = {who}) AS sold, max(date_trunc('year', period_start))::DATE AS last
FROM flows WHERE {" AND ".join(_conditions(question, "'A', 'Q', 'M'", None))} AND flow IN ('exports', 'imports')
GROUP BY ALL"""


def _conditions(question: Question, freqs: str, each_code: int | None) -> list[str]:
    """What rows are read at all; `pair` first, by which the flows lie sorted."""
    where = ["detail = ''", f"freq IN ({freqs})", "(value IS NOT NULL OR value_usd IS NOT NULL OR change_pct IS NULL)"]
    one = literal(question.reporter)
    if question.partner is not None:
        where.insert(0, f"pair = {pair_key(question.reporter, question.partner)}")
    else:
        where.insert(0, f"(reporter = {one} OR partner = {one})")
    if question.codes:
        where += [f"left(code, 2) IN {_in({code[:2] for code in _single(question.codes)})}"]
    else:
        where.append("(product IS NULL OR code <> '')")
    if question.codes or each_code:
        where.append(f"classification = {literal(question.classification)}")
    if question.since:
        where.append(f"period_start >= {literal(question.since)}")
    if question.until:
        where.append(f"period_end <= {literal(question.until)}")
    if question.datasets:
        where.append(f"dataset IN {_in(question.datasets)}")
    if question.as_known_on:
        where.append(f"{RELEASED} <= '{question.as_known_on.isoformat()}'")
    return where


def _single(codes: Sequence[str]) -> list[str]:
    return sorted(expand(codes))


def _list(texts: Sequence[str]) -> str:
    return f"[{', '.join(map(literal, texts))}]"


def _in(texts: Collection[str]) -> str:
    return f"({', '.join(map(literal, sorted(texts)))})"


def _lines(question: Question, *, grouped_by_code: bool) -> str:
    by, vintage = question.by, "vintage" if question.every_vintage else "max(vintage)"
    key = "dataset, reporter, partner, flow" + (", goal" if grouped_by_code else "")
    columns = (
        "dataset, reporter, partner, flow, vintage, period_start, value_usd, valuation, basis, flags, unpriced, exact, "
        "rows, digits, edition"
    ) + (", goal" if grouped_by_code else "")
    own = f"SELECT {columns}, period, 0 AS missing_parts, '' AS made_of FROM points WHERE freq = '{FREQ[by]}'"
    finer = {"year": (("Q", 4), ("M", 12)), "quarter": (("M", 3),), "month": ()}[by]
    if not finer:
        return f"lines AS (\n    {own}\n)"
    made = [
        f"""SELECT dataset, reporter, partner, flow, {vintage} AS vintage,
        date_trunc('{by}', period_start)::DATE AS period_start,
        CASE WHEN count(DISTINCT period) = {count} AND bool_and(value_usd IS NOT NULL) THEN sum(value_usd) END AS value_usd,
        CASE WHEN min(valuation) = max(valuation) THEN min(valuation) ELSE 'unknown' END AS valuation,
        min(basis) AS basis, string_agg(DISTINCT flags, ',') AS flags, bool_or(unpriced) AS unpriced,
        bool_and(exact) AS exact, sum(rows)::BIGINT AS rows, max(digits) AS digits, max(edition) AS edition,
        {"goal, " if grouped_by_code else ""}{_NAMES[by]} AS period, {count} - count(DISTINCT period) AS missing_parts,
        '{"quarter" if freq == "Q" else "month"}' AS made_of
    FROM points WHERE freq = '{freq}' GROUP BY ALL"""
        for freq, count in finer
    ]
    either = "\n    UNION ALL BY NAME\n    ".join([own, *made])
    return f"""either AS (
    {either}
),
lines AS (
    SELECT * FROM either
    QUALIFY rank() OVER (PARTITION BY {key}, {"vintage, " if question.every_vintage else ""}period ORDER BY made_of <> '', missing_parts, made_of DESC) = 1
)"""


_NAMES = {
    "year": "year(date_trunc('year', period_start))::VARCHAR",
    "quarter": (
        "strftime(date_trunc('quarter', period_start), '%Y-%m') || '/' || "
        "strftime(date_trunc('quarter', period_start) + INTERVAL 2 MONTH, '%Y-%m')"
    ),
}
