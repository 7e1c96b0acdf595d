"""The steps to a bloc's sums with all partners, of a plain dataset: what counts is decided of each two countries, not of each row.

Of a year of BACI's size a bloc has millions of rows, yet who was a member and with whom is the same for all rows of two
countries and a year. So the sums that are kept of the files tell which pairs there are, each is given its part in the
bloc's sum once, and every row is read once, joined with that part, and added up at once. These steps stand in the place of
`of_countries` to `added_up` of `steps` and `bloc_steps`, with the same figures:

- `of_countries`: the lines of the pairs in which the bloc itself is listed (`Question.listed`); as a rule there are none;
- `told`: which country tells of which flow with whom, by the sums;
- `placed`, `added`: as in `bloc_steps`, of these; of what others tell and the bloc too, nothing is added. `part` numbers what is
  added up together;
- `fits`: the rows;
- `counted`, `added_up`: their sums. Where partners are not told apart (`Question.pooled`), all countries are one line, whose
  reporter or partner is the empty text.
"""

from __future__ import annotations

from tieline.ledger import sql_literal
from tieline.trade.figures.asking import Question
from tieline.trade.figures.blocs import Bloc, bloc_of
from tieline.trade.figures.conditions import column_of, conditions, levels, size_of, sum_conditions
from tieline.trade.figures.rows import FLAGS
from tieline.trade.figures.vintages import LEVEL

_SIDE = "pair, reporter, flow, period_start"
"""What tells the two countries of a row, and which of them states it."""
_READ = (*_SIDE.split(", "), "code", "value_usd", "valuation", "basis", "flags", "edition")
_PART = "own, other, flow, seen, period_start"


def by_pairs(question: Question, each_code: int | None) -> bool:
    """Whether the steps of a question are these: a bloc's products with all partners, of one release of a plain dataset.

    >>> by_pairs(Question(reporter="EU", partner="WLD", codes=("27",), plain=True, once=True, listed=()), None)
    True
    """
    if not (question.once and question.plain and question.listed is not None and about_all_partners(question)):
        return False
    return (
        question.by == "year"
        and not question.whole
        and (bool(size_of(question)) if question.codes else bool(each_code))
    )


def about_all_partners(question: Question) -> bool:
    """Whether it is a bloc's question about all partners, one by one or together."""
    bloc = bloc_of(question)
    return bloc is not None and not bloc.beside and bloc.other in {None, "WLD"}


def listed_sql(question: Question, bloc: Bloc) -> str:
    """The query for the pairs of countries in which the bloc is listed under a code of its own."""
    codes = sql_literal(list(bloc.codes))
    where = [f"(list_contains({codes}, reporter) OR list_contains({codes}, partner))", *sum_conditions(question)]
    return f"SELECT DISTINCT pair FROM flow_sums WHERE {' AND '.join(where)} ORDER BY pair"


def told_step(question: Question, bloc: Bloc, each_code: int | None) -> str:
    """Who tells of which flow with whom, as far as one of the two has been a member."""
    ever = sql_literal(list(bloc.ever))
    sides = f"(list_contains({ever}, reporter) OR list_contains({ever}, partner))"
    where = " AND ".join([sides, *sum_conditions(question), *levels(question, each_code)])
    return f"""told AS (
    SELECT DISTINCT dataset, vintage, pair, reporter, partner, flow, period_start FROM flow_sums WHERE {where}
)"""


def not_told_itself(bloc: Bloc, question: Question, across: str, groups: str) -> str:
    """The parts of others' figures on the bloc, without those that it tells itself; of `groups` of countries too, if all are pooled.

    Args:
        bloc: Which one.
        question: What is asked.
        across: The SELECT of the parts.
        groups: The codes of groups, as a list of SQL.
    """
    itself = f"SELECT dataset, reporter, flow, period_start FROM direct_told WHERE partner = {sql_literal(bloc.code)}"
    left = f"(SELECT * FROM ({across}) ANTI JOIN ({itself}) d USING (dataset, reporter, flow, period_start))"
    if not question.pooled:
        return f"SELECT * FROM {left}"
    return f"SELECT * REPLACE ('' AS other) FROM {left} WHERE NOT list_contains({groups}, reporter)"


def added_step(added: str) -> str:
    """What pairs add, with the number of the part to which each belongs."""
    return f"added AS MATERIALIZED (\n    SELECT *, dense_rank() OVER (ORDER BY {_PART}) AS part FROM ({added})\n)"


def added_up_steps(question: Question, bloc: Bloc, each_code: int | None) -> tuple[str, ...]:
    """From what pairs add to the sums of their rows."""
    code, goal = sql_literal(bloc.code), ", goal" if each_code else ""
    told = f"left(code, {each_code})" if each_code and each_code < LEVEL else "code"
    columns = ", ".join(column_of(name, question) for name in _READ)
    exact = "true" if (each_code or size_of(question)) == LEVEL else "false"
    side = _SIDE.replace("flow, ", "") if "flow" in dict(question.alike) else _SIDE
    worked, given = _told_of_sums(question)
    reconciled, whose = "reconciled", "CASE WHEN own OR basis = 'reconciled' THEN member ELSE reporter END"
    if "basis" not in dict(question.alike):
        worked.append("bool_or(basis = 'reconciled') AS reconciled")
    elif dict(question.alike)["basis"] == "reconciled":
        reconciled, whose = "true", "member"
    else:
        reconciled, whose = "false", "CASE WHEN own THEN member ELSE reporter END"
    fits = f"""fits AS NOT MATERIALIZED (
    SELECT {columns} FROM flows WHERE {" AND ".join(conditions(question, each_code))}
)"""
    parts = f"(SELECT {side}, part, own, member, sign FROM added)"
    if goal or worked:
        counted: tuple[str, ...] = (
            f"""counted AS (
    SELECT part{goal.replace("goal", f"{told} AS goal")}, sum(sign * value_usd) AS partial,
        list({whose}) FILTER (value_usd IS NULL) AS unknown, count(*) AS rows{"".join(f", {each}" for each in worked)}
    FROM fits JOIN {parts} USING ({side}) GROUP BY ALL
)""",
        )
    else:  # the rows of two countries are added up before they are joined: a hundred times fewer
        counted = (
            f"""of_pairs AS (
    SELECT {side}, sum(value_usd) AS usd, count(*) AS rows, count(*) > count(value_usd) AS silent
    FROM fits WHERE pair IN (SELECT pair FROM added) GROUP BY ALL
)""",
            f"""counted AS (
    SELECT part, sum(sign * usd) AS partial, list({whose}) FILTER (silent) AS unknown, sum(rows)::BIGINT AS rows
    FROM of_pairs JOIN {parts} USING ({side}) GROUP BY ALL
)""",
        )
    return (
        fits,
        *counted,
        f"""added_up AS (
    SELECT dataset, vintage, CASE WHEN own THEN {code} ELSE other END AS reporter, CASE WHEN own THEN other ELSE {code} END AS partner,
        flow, seen, year(period_start)::VARCHAR AS period, period_start, own, own OR {reconciled} AS heard, false AS unpriced, {sql_literal(question.classification)} AS classification,
        false AS editions_differ, false AS levels_differ, '' AS made_of, {exact} AS exact, {LEVEL} AS digits, {"".join(f"{each}, " for each in given)}
        counted.* EXCLUDE (part{", reconciled" if reconciled == "reconciled" else ""})
    FROM counted JOIN (SELECT DISTINCT part, dataset, vintage, {_PART} FROM added) USING (part)
)""",
    )


def _told_of_sums(question: Question) -> tuple[list[str], list[str]]:
    """What is worked out of the rows of each sum, and what is known of all: of millions of rows an aggregate over a constant takes its time too."""
    known = dict(question.alike)
    worked, given = [], []
    for name, aggregate in (
        ("valuation", "CASE WHEN min(valuation) = max(valuation) THEN min(valuation) ELSE 'unknown' END AS valuation"),
        ("basis", "min(basis) AS basis"), ("flags", FLAGS), ("edition", "max(edition) AS edition"),
    ):  # fmt: skip
        if name == "flags" and name in known:
            given.append(f"nullif({sql_literal(known[name] or '')}, '') AS flags")
        elif name in known:
            given.append(column_of(name, question))
        else:
            worked.append(aggregate)
    return worked, given
