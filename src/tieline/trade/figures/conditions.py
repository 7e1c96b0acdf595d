"""Which rows a question to the flows is about, as conditions of SQL on rows and on the sums that are kept of them."""

from __future__ import annotations

from datetime import date

from tieline.ledger import FIGURE, sql_literal
from tieline.model.hs import expand
from tieline.trade.figures.asking import RELEASED, Question

_FREQS = {"year": ("A", "Q", "M"), "quarter": ("Q", "M"), "month": ("M",)}


def sum_conditions(question: Question) -> list[str]:
    """The conditions for sums of whatever countries, as SQL."""
    freqs = [] if question.plain else [f"list_contains({sql_literal(_FREQS[question.by])}, freq)"]
    return freqs + _scope(question)


def conditions(question: Question, each_code: int | None) -> list[str]:
    """The conditions for rows of whatever countries, as SQL."""
    where = [] if question.plain else [f"list_contains({sql_literal(_FREQS[question.by])}, freq)", FIGURE]
    if question.codes:
        single = single_codes(question)  # a range is looked for in the files' statistics; behind "a" is no digit
        where.append(f"code >= {sql_literal(min(single))} AND code < {sql_literal(max(single) + 'a')}")
        if len(single) > 1:
            size = min(map(len, single))
            where += _among({code[:size] for code in single}, size, digits_only=question.plain)
    elif not question.plain:
        where.append("(product IS NULL OR code <> '')")
    if question.whole:
        where.append("code = ''")
    if question.slice:
        part = question.slice
        where += [f"code >= {sql_literal(part.first)}"] if part.first else []
        where += [f"code < {sql_literal(part.before)}"] if part.before else []
    if question.codes or each_code:
        where += (
            []
            if question.plain and question.classification == "HS"
            else [f"classification = {sql_literal(question.classification)}"]
        )
    return where + _scope(question)


def _among(starts: set[str], size: int, *, digits_only: bool) -> list[str]:
    """The condition for codes that start with some digits, between the first and the last of these, in the shorter of two ways.

    Of 96 chapters that are asked for the one that is not is looked for: of millions of rows each start is compared.

    >>> _among({"01", "02", "04"}, 2, digits_only=True), _among({"01", "02"}, 2, digits_only=True)
    (["left(code, 2) NOT IN ('03')"], [])
    >>> _among({"01", "09"}, 2, digits_only=True)
    ["left(code, 2) IN ('01', '09')"]
    """
    if digits_only and all(start.isdigit() for start in starts):
        others = {f"{number:0{size}}" for number in range(int(min(starts)), int(max(starts)) + 1)} - starts
        if len(others) < len(starts):
            return [f"left(code, {size}) NOT IN {in_list(others)}"] if others else []
    return [f"left(code, {size}) IN {in_list(starts)}"]


def _scope(question: Question) -> list[str]:
    """Which time, datasets and releases."""
    where = []
    if question.since:
        where.append(f"period_start >= {sql_literal(question.since)}")
    if question.until:
        where.append(f"period_end <= {sql_literal(question.until)}")
    if question.slice:
        first, last = date(question.slice.year, 1, 1), date(question.slice.year, 12, 31)
        where.append(f"period_start BETWEEN {sql_literal(first)} AND {sql_literal(last)}")
    if question.datasets:
        where.append(f"dataset IN {in_list(question.datasets)}")
    if question.vintage is not None:
        where.append(f"vintage = {sql_literal(question.vintage)}")
    if question.as_known_on:
        where.append(f"{RELEASED} <= '{question.as_known_on.isoformat()}'")
    return where


def column_of(name: str, question: Question) -> str:
    """A column of the rows, or what is known to be in it in all of them: a column that is not unpacked is time saved."""
    known = dict(question.alike)
    if name not in known:
        return name
    text = "NULL::VARCHAR" if name == "edition" and not known[name] else sql_literal(known[name])
    return f"{text} AS {name}"


def single_codes(question: Question) -> list[str]:
    """The codes asked for one by one, without those inside another of them; ranges are a thing of the HS.

    >>> single_codes(Question(reporter="DEU", codes=("2709", "27", "4403")))
    ['27', '4403']
    """
    codes = frozenset(expand(question.codes) if question.classification == "HS" else question.codes)
    return sorted(code for code in codes if not any(code[:size] in codes for size in range(1, len(code))))


def in_list(texts: object) -> str:
    """Texts as a list of SQL to stand behind IN."""
    return f"({', '.join(map(sql_literal, sorted(texts)))})"  # type: ignore[call-overload]


def size_of(question: Question) -> int | None:
    """The length of all codes asked for, so that no row belongs to two of them; None where they have several."""
    sizes = {len(code) for code in single_codes(question)}
    return sizes.pop() if len(sizes) == 1 else None


def levels(question: Question, each_code: int | None) -> list[str]:
    """The conditions for those sums whose rows would answer a question if it were not split, as SQL."""
    if question.whole or not each_code:
        return []
    return [f"classification = {sql_literal(question.classification)}", f"(digits >= {each_code} OR digits < 0)"]
