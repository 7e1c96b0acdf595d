"""Words to codes of products and back: the one lexicon of the press's words, and the tables of codes that were loaded."""

from __future__ import annotations

from dataclasses import dataclass

from tieline.ledger import Ledger, sql_literal
from tieline.model import lazy_re as re
from tieline.model.hs import bounds_of, covers
from tieline.model.product_forms import either_number
from tieline.model.product_table import describe
from tieline.model.products import search

LEXICON = "lexicon"
SITC_SECTIONS = {
    "0": "food and live animals", "1": "beverages and tobacco", "2": "crude materials, inedible, except fuels",
    "3": "mineral fuels and lubricants", "4": "animal and vegetable oils, fats and waxes", "5": "chemicals",
    "6": "manufactured goods by material", "7": "machinery and transport equipment",
    "8": "miscellaneous manufactured articles", "9": "other commodities and transactions",
}  # fmt: skip
"""The sections of the SITC, the same in all revisions (UN Statistics Division, SITC Revision 4, 2006), shortened."""
MOST = 200
"""So many codes of loaded tables are given."""
_FEW = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeFound:
    """A code with what it is called.

    Attributes:
        editions: In which editions a loaded table has it by this name; empty where the lexicon speaks, or the table does not tell.
        words: Words of the press that stand for it, the best fit first.
        wider: Words that may stand for it, where one takes them in a wider sense.
        source: `lexicon`, or the table's file.
    """

    code: str
    classification: str
    editions: tuple[str, ...] = ()
    text: str
    words: tuple[str, ...] = ()
    wider: tuple[str, ...] = ()
    source: str


def codes_of(
    text: str, ledger: Ledger | None, *, edition: str | None = None, queries: list[str] | None = None
) -> list[CodeFound]:
    """Codes for a word, or words for a code: first by the lexicon, then by the tables loaded; `queries` takes what these were asked."""
    found = _by_lexicon(text.strip()) if edition is None else []
    asked = [] if queries is None else queries
    return found + (_by_tables(text.strip(), ledger, edition, asked) if ledger is not None else [])


def _by_lexicon(wanted: str) -> list[CodeFound]:
    said: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
    names: dict[str, str] = {}
    for product in search(wanted):
        words = dict.fromkeys([product.name, *product.words[:_FEW]])
        for place, reading in enumerate(product.readings):
            for code in reading:
                if wanted.isdigit() and not (covers([code], wanted) or code.startswith(wanted)):
                    continue
                narrow, wider = said.setdefault(code, ({}, {}))
                names.setdefault(code, describe(code) or product.name)
                if place == 0:
                    narrow.update(words)
                elif code not in product.readings[place - 1]:
                    wider.update({product.name: None})
    codes = list(said)
    if wanted.isdigit():  # the code itself, what is inside it, and what it is inside, the narrowest first
        codes.sort(key=lambda code: (code != wanted, not code.startswith(wanted), _breadth(code)))
    return [
        CodeFound(
            code=code, classification="HS", text=names[code], words=tuple(said[code][0]), wider=tuple(said[code][1]), source=LEXICON
        )
        for code in codes
    ]  # fmt: skip


def _breadth(code: str) -> tuple[int, int]:
    """How wide a code or range is: by its digits, and how many codes of these are in it."""
    low, high = bounds_of(code)
    return (-len(low), int(high) - int(low))


def _by_tables(text: str, ledger: Ledger, edition: str | None, asked: list[str]) -> list[CodeFound]:
    digits = re.sub(r"\D", "", text) if re.fullmatch(r"[\d. ]+", text) else ""
    where, ways = "starts_with(code, {0}) AND length(code) <= length({0}) + 2 OR code = left({0}, 2)", [digits]
    if not digits:  # a word as a whole, in either number; the start of one only where no word is so
        where, word = "regexp_matches(text, {0}, 'i')", "|".join(map(re.escape, either_number(text)))
        ways = [rf"\b({word})\b", rf"\b({word})"]
    asked_first = f"code <> {sql_literal(digits)}, NOT starts_with(code, {sql_literal(digits)}), " if digits else ""
    kept = "" if edition is None else f" AND edition = {sql_literal(edition)}"
    for way in ways:
        sql = f"""SELECT code, classification, coalesce(list(DISTINCT edition ORDER BY edition) FILTER (edition IS NOT NULL), []) AS editions,
    text, source
FROM codes WHERE ({where.format(sql_literal(way))}){kept}
GROUP BY code, classification, text, source ORDER BY {asked_first}classification, code, text LIMIT {MOST}"""
        asked.append(sql)
        rows = ledger.rows(sql)
        if rows:
            return [CodeFound(**row | {"editions": tuple(row["editions"])}) for row in rows]
    return []
