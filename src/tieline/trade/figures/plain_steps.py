"""The step that gives the cells of plain datasets (BACI), whose every row is a year of two countries, a value and a code of one length.

Of ten million rows a year every expression costs: what is known of all rows is told once, not worked out of each group.
"""

from __future__ import annotations

from dataclasses import replace

from tieline.ledger import sql_literal
from tieline.trade.figures.asking import Question
from tieline.trade.figures.blocs import bloc_of
from tieline.trade.figures.conditions import size_of
from tieline.trade.figures.rows import FLAGS, KEY, by_sums, flows_read, row_steps
from tieline.trade.figures.vintages import LEVEL


def one_row(question: Question, each_code: int | None) -> bool:
    """Each figure is one row, so that nothing is to be added up or chosen."""
    return question.once and question.plain and each_code == LEVEL


def _plain_sums(question: Question, *, again: bool) -> tuple[str, list[str]]:
    """What is worked out of each group of plain rows, and beside it what is known of all: an aggregate over a constant takes its time too.

    Args:
        question: What is asked.
        again: The cells are added up once more, so that rows are told apart by their flags.
    """
    known = dict(question.alike)
    worked, given = (
        ["sum(value_usd) AS usd", "count(value_usd) AS told", "sum(1)::BIGINT AS rows"],
        ["false AS unpriced"],
    )
    for name, column, aggregate in (
        ("low", "valuation", "min"),
        ("high", "valuation", "max"),
        ("basis", "basis", "min"),
    ):
        if column in known:
            given.append(f"{sql_literal(known[column])} AS {name}")
        else:
            worked.append(f"{aggregate}({column}) AS {name}")
    if "flags" in known:
        given.append(f"nullif({sql_literal(known['flags'] or '')}, '') AS flags")
    else:
        worked.append("nullif(flags, '') AS flags" if again else FLAGS)
    return ", ".join(worked), given


def plain_cells(question: Question, each_code: int | None, among: str | None = None) -> str:
    """The step that gives the cells of plain datasets: of totals the sums that are kept of their files, else of their rows (see `row_steps`)."""
    question = replace(question, plain=True, datasets=question.plain_datasets)
    if by_sums(question, each_code):
        columns = f"{KEY}, vintage, period_start, classification, edition, digits, usd, told, rows, unpriced, valuation, basis, flags"
        return f"""plain_cells AS MATERIALIZED (
    SELECT {KEY}, vintage, period_start, classification, edition, '' AS goal, max(digits) AS digits, false AS exact,
        sum(usd) AS usd, sum(told)::BIGINT AS told, sum(rows)::BIGINT AS rows, bool_or(unpriced) AS unpriced,
        min(valuation) AS low, max(valuation) AS high, min(basis) AS basis, nullif(flags, '') AS flags
    FROM ({flows_read(columns, question, None, "flow_sums")})
    GROUP BY ALL
)"""
    rows = ",\n".join(row_steps(question, each_code, among=among))
    if one_row(question, each_code):
        return f"""plain_cells AS (
WITH {rows}
    SELECT {KEY}, vintage, period_start, classification, edition, goal, length(code) AS digits, true AS exact, value_usd AS usd,
        (value_usd IS NOT NULL)::BIGINT AS told, 1::BIGINT AS rows, unpriced, valuation AS low, valuation AS high, basis, nullif(flags, '') AS flags
    FROM fits
)"""
    sums, given = _plain_sums(question, again=not (question.once and each_code))
    # of two countries there is one reader, whose conditions may reach the rows
    kept = "" if question.partner is not None and bloc_of(question) is None else " MATERIALIZED"
    apart = [
        *([] if len(question.datasets) == 1 else ["dataset"]),
        *([] if question.vintage is not None else ["vintage"]),
    ]
    known = [f"{sql_literal(question.datasets[0])} AS dataset"] if "dataset" not in apart else []
    known += [f"{sql_literal(question.vintage)} AS vintage"] if "vintage" not in apart else []
    again = ", ".join(
        [
            *apart,
            *known,
            "'A' AS freq",
            "year(period_start)::VARCHAR AS period",
            f"{sql_literal(question.classification)} AS classification",
            *given,
        ]
    )
    size = size_of(question) if question.once and question.codes and not each_code else 0
    # of one release and edition the codes of a figure need not be told apart
    made = (
        f"'' AS goal, {LEVEL} AS digits, {str(size == LEVEL).lower()} AS exact"
        if size
        else "goal, max(length(code)) AS digits, bool_and(code = goal) AS exact"
    )
    return f"""plain_cells AS{kept} (
WITH {rows},
sums AS (
    SELECT {", ".join([*apart, "reporter, partner, flow, period_start, edition"])}, {made}, {sums}
    FROM fits GROUP BY ALL
)
    SELECT {again}, sums.*{f" EXCLUDE ({', '.join(apart)})" if apart else ""} FROM sums
)"""
