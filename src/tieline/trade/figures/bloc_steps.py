"""The steps from the lines of countries to those of a bloc: the sum over its members, in the form of any country's lines.

They stand behind the steps of `steps`, where one side of a question is a bloc:

- `spells`: who was a member from when to when;
- `spoken`: which members tell of a flow and period at all, of any partner and (of products asked for) any product;
- `frames`: which members of the last day of a period are silent about it;
- `placed`: the lines of countries, with which side was a member on the last day;
- `added`: what each member adds: its flows with outsiders, others' figures on it (`own` is false), and for the world its
  flow with all less that with other members, or where it gives none for all, that with each outsider;
- `bloc_sums`: the sums; null where a member is silent, withholds its figure, or gives finer codes alone where others give the
  very figure, since a part of them may be all that was loaded. Such a sum is `incomplete`, never smaller;
- `namesakes`: figures under another code that had the same members then (`EU28` in 2015 is the EU);
- `direct`: the bloc's own figures: under its own code, else under such a one;
- `lines`: these where the dataset has some, else the sums.

Flags of a line: `bloc`, `no-report-XXX` for each member that is missing, `membership-changes`, `listed-as-XXX`.
"""

from __future__ import annotations

from collections.abc import Iterable

from tieline.ledger import sql_literal
from tieline.model.countries import compositions, countries
from tieline.trade.figures.asking import FREQ, Question
from tieline.trade.figures.blocs import Bloc, namesakes
from tieline.trade.figures.pair_steps import added_step, added_up_steps, by_pairs, not_told_itself, told_step
from tieline.trade.figures.rows import FLAGS

_ACROSS = "CASE flow WHEN 'exports' THEN 'imports' ELSE 'exports' END"
_MONTHS = {"year": 12, "quarter": 3, "month": 1}


def last_day(question: Question, period_start: str) -> str:
    """SQL for the last day of the period in which a row or line begins."""
    return (
        f"(date_trunc('{question.by}', {period_start}) + INTERVAL {_MONTHS[question.by]} MONTH - INTERVAL 1 DAY)::DATE"
    )


def spells_step(bloc: Bloc) -> str:
    """Who was a member, or reported for some, from which day to which."""
    rows = ", ".join(
        f"({sql_literal(one.member)}, {sql_literal(one.joined)}, {sql_literal(one.parted)}, {sql_literal(list(one.stands_for))}::VARCHAR[])"
        for one in (*bloc.spells, *bloc.stand_ins)
    )
    return f"spells AS (\n    SELECT * FROM (VALUES {rows}) AS s(member, joined, parted, stands_for)\n)"


def namesake_spells(bloc: Bloc) -> str:
    """SQL for a table of the other codes of a bloc and the days on which they have the same members: `called`, `since`, `until`."""
    rows = ", ".join(
        f"({sql_literal(one.member)}, {sql_literal(one.joined)}, {sql_literal(one.parted)})"
        for one in namesakes(bloc.code)
    )
    return f"(VALUES {rows}) AS n(called, since, until)"


def was_member(country: str, day: str) -> str:
    """SQL for whether a country was a member on a day."""
    return f"{country} IN (SELECT member FROM spells WHERE {day} BETWEEN joined AND parted)"


def bloc_steps(
    bloc: Bloc, question: Question, each_code: int | None, *, spoken: Iterable[str], told: Iterable[str]
) -> tuple[str, ...]:  # fmt: skip
    """The steps behind `of_countries`, the lines of countries; the last one is `lines`.

    Args:
        bloc: Which one.
        question: What is asked.
        each_code: The lines are of each code of so many digits.
        spoken: The conditions for sums that show that a member tells of a flow.
        told: Those for sums whose rows would answer the question if it were not split.
    """
    frame = "dataset, vintage, seen, period_start" if question.every_vintage else "dataset, seen, period_start"
    read = " AND ".join(spoken)
    paired = by_pairs(question, each_code)
    split = _told(bloc, question, " AND ".join(told) or "true", read) if question.split or paired else ()
    sums = (
        (
            told_step(question, bloc, each_code),
            *_parts(bloc, question, frame, paired=True),
            *added_up_steps(question, bloc, each_code),
        )
        if paired
        else (*_parts(bloc, question, frame), *_added_up(bloc, question, frame, each_code=each_code is not None))
    )
    return (spells_step(bloc), *_frames(bloc, question, frame, read), *split, *sums, _sums(question, frame),
            *_lines(bloc, question, each_code=each_code is not None, by_sums=bool(split)))  # fmt: skip


def _told(bloc: Bloc, question: Question, where: str, read: str) -> tuple[str, str]:
    """Of a split question: which flows the bloc itself tells, and which a member tells with the world, of any code."""
    world = f" AND {read}" if question.whole and read else f" AND {where}"
    told = "vintage, period_start" if question.every_vintage else "period_start"
    start = f"date_trunc('{question.by}', period_start)::DATE AS period_start"
    itself = f"(VALUES ({sql_literal(bloc.code)}, DATE '0001-01-01', DATE '9999-12-31')) AS n(called, since, until)"
    also = f"UNION ALL FROM {namesake_spells(bloc)}" if namesakes(bloc.code) else ""
    sides = [
        f"CASE WHEN {side} = called THEN {sql_literal(bloc.code)} ELSE {side} END AS {side}"
        for side in ("reporter", "partner")
    ]
    other = "" if bloc.other in {None, "WLD"} else f" AND {sql_literal(str(bloc.other))} IN (reporter, partner)"
    return (
        f"""direct_told AS MATERIALIZED (
    SELECT DISTINCT dataset, {", ".join(sides)}, flow, {told.replace("period_start", start)}
    FROM flow_sums JOIN (FROM {itself} {also}) ON called IN (reporter, partner) AND {last_day(question, "period_start")} BETWEEN since AND until
    WHERE {where}{other}
)""",
        f"""world_told AS MATERIALIZED (
    SELECT DISTINCT dataset, reporter, flow, {told.replace("period_start", start)}
    FROM flow_sums WHERE partner = 'WLD' AND list_contains({sql_literal(list(bloc.ever))}, reporter){world}
)""",
    )


def _frames(bloc: Bloc, question: Question, frame: str, where: str) -> tuple[str, ...]:
    start = f"date_trunc('{question.by}', period_start)::DATE AS period_start"
    members = sql_literal(list(bloc.ever))
    finer = {"year": (("Q", 4), ("M", 12)), "quarter": (("M", 3),), "month": ()}[question.by]
    whole = " OR ".join(
        [
            f"bool_or(freq = '{FREQ[question.by]}')",
            *(f"count(DISTINCT period) FILTER (freq = '{freq}') = {n}" for freq, n in finer),
        ]
    )
    condition = f" AND {where}" if where else ""
    spoken = f"""spoken AS MATERIALIZED (
    SELECT {frame}, member FROM (
        SELECT dataset, vintage, reporter AS member, flow AS seen, freq, period, {start}
        FROM flow_sums WHERE list_contains({members}, reporter) AND flow IN ('exports', 'imports'){condition}
        UNION ALL
        SELECT dataset, vintage, partner AS member, {_ACROSS} AS seen, freq, period, {start}
        FROM flow_sums WHERE list_contains({members}, partner) AND flow IN ('exports', 'imports') AND basis = 'reconciled'{condition}
    ) GROUP BY ALL HAVING {whole}
)"""
    # who reports for several is heard where none of these is, so that nothing counts twice
    frames = f"""frames AS MATERIALIZED (
    SELECT * EXCLUDE (told, due, deputies), deputies AS standing,
        list_filter(due, lambda who: NOT list_contains(told, who) AND NOT list_contains(flatten(list_transform(deputies, lambda d: d.stands_for)), who)) AS silent
    FROM (
        SELECT * EXCLUDE (deputies), list_filter(deputies, lambda d: list_contains(told, d.member) AND NOT list_has_any(d.stands_for, told)) AS deputies
        FROM (
            SELECT {", ".join(f"f.{name}" for name in frame.split(", "))}, any_value(f.told) AS told,
                coalesce(list(m.member ORDER BY m.member) FILTER (len(m.stands_for) = 0), []) AS due,
                coalesce(list(m) FILTER (len(m.stands_for) > 0), []) AS deputies
            FROM (SELECT {frame}, {last_day(question, "period_start")} AS last_day, list(member) AS told FROM spoken GROUP BY ALL) f
            JOIN spells m ON f.last_day BETWEEN m.joined AND m.parted
            GROUP BY ALL HAVING bool_or(list_contains(f.told, m.member))
        )
    )
)"""
    return spoken, frames


def _standing(bloc: Bloc, frame: str, rows: str) -> str:
    """SQL that leaves out the lines of who reports for several members where some of these report themselves."""
    if not bloc.stand_ins:
        return ""
    names = sql_literal([one.member for one in bloc.stand_ins])
    same = " AND ".join(f"f.{name} = {rows}.{name.replace('seen', 'flow')}" for name in frame.split(", "))
    heard = f"list_contains(list_transform(f.standing, lambda d: d.member), {rows}.reporter)"
    return f" AND (NOT list_contains({names}, reporter) OR EXISTS (FROM frames f WHERE {same} AND {heard}))"


def _parts(bloc: Bloc, question: Question, frame: str, *, paired: bool = False) -> tuple[str, ...]:
    """What lines, or (`paired`) pairs of countries, add to the bloc's sum."""
    rows = "told" if paired else "of_countries"
    itself = sql_literal(["WLD", *(compositions(bloc.code) or [bloc.code])])
    groups = sql_literal(sorted(one.code for one in countries() if one.kind == "organisation"))
    other = "" if bloc.other is None else f" AND {{}} = {sql_literal(bloc.other)}"
    placed = f"""placed AS (
    SELECT * EXCLUDE (last_day), {was_member("reporter", "last_day")} AS by_member, {was_member("partner", "last_day")} AS on_member
    FROM (SELECT *, {last_day(question, "period_start")} AS last_day FROM {rows} WHERE flow IN ('exports', 'imports'){_standing(bloc, frame, rows)})
)"""
    each = f"{frame.replace('seen', 'flow')}, reporter"
    whole = (
        f"SELECT placed.*, w.reporter IS NOT NULL AS of_all FROM placed LEFT JOIN world_told w USING ({each}) WHERE by_member"
        if question.split or paired
        else f"SELECT *, bool_or(partner = 'WLD') OVER (PARTITION BY {each}) AS of_all FROM placed WHERE by_member"
    )
    world = f"""
    UNION ALL BY NAME
    SELECT * EXCLUDE (of_all), true AS own, reporter AS member, 'WLD' AS other, flow AS seen, CASE WHEN on_member THEN -1 ELSE 1 END AS sign
    FROM ({whole})
    WHERE CASE WHEN of_all THEN partner = 'WLD' OR on_member ELSE NOT on_member AND NOT list_contains({groups}, partner) END"""
    own = f"""SELECT *, true AS own, reporter AS member, partner AS other, flow AS seen, 1 AS sign FROM placed
    WHERE by_member AND NOT on_member AND NOT list_contains({itself}, partner){other.format("partner")}"""
    across = f"""SELECT *, false AS own, partner AS member, reporter AS other, {_ACROSS} AS seen, 1 AS sign FROM placed
    WHERE on_member AND NOT by_member AND NOT list_contains({itself}, reporter){other.format("reporter")}"""
    if paired:
        across = not_told_itself(bloc, question, across, groups)
    either = across if question.pooled else f"{own}\n    UNION ALL BY NAME\n    {across}"
    added = f"{either}{world if bloc.other in {None, 'WLD'} else ''}"
    return placed, added_step(added) if paired else f"added AS (\n    {added}\n)"


def _added_up(bloc: Bloc, question: Question, frame: str, *, each_code: bool) -> tuple[str, str]:
    """What the lines of countries add, and its sums."""
    code, goal = sql_literal(bloc.code), "goal, " if each_code else ""
    vintage = "vintage" if question.every_vintage else "max(vintage) AS vintage"
    in_part = "false" if each_code else (
        f"own AND bool_or(exact) OVER (PARTITION BY {frame}, own) AND NOT bool_or(exact) OVER (PARTITION BY {frame}, own, member)"
    )  # fmt: skip
    weighed = f"weighed AS (\n    SELECT *, {in_part} AS in_part FROM added\n)"
    heard = "own OR basis = 'reconciled'"
    sums = f"""added_up AS (
    SELECT dataset, {vintage}, CASE WHEN own THEN {code} ELSE other END AS reporter, CASE WHEN own THEN other ELSE {code} END AS partner,
        flow, seen, {goal}period_start, own, any_value(period) AS period, sum(sign * value_usd) AS partial, bool_or({heard}) AS heard,
        list(CASE WHEN {heard} THEN member ELSE other END) FILTER (value_usd IS NULL OR in_part) AS unknown,
        CASE WHEN min(valuation) = max(valuation) THEN min(valuation) ELSE 'unknown' END AS valuation, min(basis) AS basis,
        {FLAGS}, bool_or(unpriced) AS unpriced,
        bool_and(exact OR in_part) AS exact, sum(rows)::BIGINT AS rows, max(digits) AS digits, min(classification) AS classification,
        max(edition) AS edition, coalesce(min(edition) <> max(edition), false) AS editions_differ, bool_or(levels_differ) AS levels_differ,
        max(made_of) AS made_of
    FROM weighed GROUP BY ALL
)"""
    return weighed, sums


def _sums(question: Question, frame: str) -> str:
    """From sums of what was added to figures, which are null where a member is silent."""
    changes = "joined > period_start AND joined <= {0} OR parted >= period_start AND parted < {0}"
    return f"""summed AS (
    SELECT s.* EXCLUDE (seen, heard, unknown),
        list_sort(list_distinct(list_concat(CASE WHEN heard THEN coalesce(f.silent, []) ELSE [] END, coalesce(unknown, [])))) AS lacking
    FROM added_up s LEFT JOIN frames f USING ({frame})
),
bloc_sums AS (
    SELECT * EXCLUDE (lacking, flags, editions_differ), CASE WHEN len(lacking) = 0 THEN partial END AS value_usd, 0 AS withheld,
        len(lacking) AS missing_parts, concat_ws(',', flags, CASE WHEN editions_differ THEN 'editions-differ' END,
            CASE WHEN len(lacking) > 0 THEN 'incomplete' END,
            nullif(array_to_string(list_transform(lacking, lambda who: 'no-report-' || who), ','), ''), 'bloc',
            CASE WHEN (SELECT bool_or({changes.format(last_day(question, "period_start"))}) FROM spells) THEN 'membership-changes' END
        ) AS flags
    FROM summed
)"""


def _lines(bloc: Bloc, question: Question, *, each_code: bool, by_sums: bool) -> tuple[str, ...]:
    code = sql_literal(bloc.code)
    told = "vintage, period_start" if question.every_vintage else "period_start"
    key = f"dataset, reporter, partner, flow, {told}" + (", goal" if each_code else "")
    steps = [f"direct AS (\n    SELECT * FROM of_countries WHERE {code} IN (reporter, partner)\n)"]
    if question.listed == ():
        steps = ["direct AS (\n    SELECT * EXCLUDE (own) FROM bloc_sums WHERE false\n)"]
    elif namesakes(bloc.code):
        day = last_day(question, "period_start")
        names = f"({', '.join(sql_literal(one.member) for one in namesakes(bloc.code))})"
        steps = [
            f"""namesakes AS (
    SELECT * EXCLUDE (called, since, until) REPLACE (
        CASE WHEN reporter = called THEN {code} ELSE reporter END AS reporter,
        CASE WHEN partner = called THEN {code} ELSE partner END AS partner,
        concat_ws(',', nullif(flags, ''), 'listed-as-' || called) AS flags)
    FROM (SELECT * FROM of_countries WHERE reporter IN {names} OR partner IN {names}) JOIN {namesake_spells(bloc)} ON called IN (reporter, partner) AND {day} BETWEEN since AND until
)""",
            f"""direct AS (
    SELECT * FROM of_countries WHERE {code} IN (reporter, partner)
    UNION ALL BY NAME
    SELECT * FROM namesakes ANTI JOIN (SELECT * FROM of_countries WHERE {code} IN (reporter, partner)) own USING ({key})
)""",
        ]
    known = "direct_told" if by_sums else "direct"  # of any code
    beside = f"of_countries WHERE {code} NOT IN (reporter, partner)\n    UNION ALL BY NAME\n    SELECT * FROM direct"
    lines = f"""lines AS (
    SELECT * FROM {beside if bloc.beside else "direct"}
    UNION ALL BY NAME
    SELECT * EXCLUDE (own) FROM bloc_sums ANTI JOIN (SELECT * FROM {known} WHERE reporter = {code}) d USING (dataset, flow, {told}) WHERE own
    UNION ALL BY NAME
    SELECT * EXCLUDE (own) FROM bloc_sums ANTI JOIN {known} d USING (dataset, reporter, partner, flow, {told}) WHERE NOT own
)"""
    return (*steps, lines)
