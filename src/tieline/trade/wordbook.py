"""Words to codes of products and back: the one lexicon of the press's words, and the tables of codes that were loaded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tieline.ledger import Ledger
from tieline.model.products import covers, describe, search

LEXICON = "lexicon"
MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeFound:
    """A code with what it is called.

    Attributes:
        reading: `narrow`, or `wider` for a code that the word may mean too; of a table, empty.
        words: Words of the press for it.
        source: `lexicon`, or the table's file.
    """

    code: str
    classification: str
    edition: str | None
    text: str
    reading: str
    words: str
    source: str


def codes_of(text: str, ledger: Ledger | None, *, edition: str | None = None) -> list[CodeFound]:
    """Codes for a word, or words for a code: first by the lexicon, then by the tables loaded."""
    found = list(_by_lexicon(text)) if edition is None else []
    return found + (_by_tables(text, ledger, edition) if ledger is not None else [])


def _by_lexicon(text: str) -> Iterator[CodeFound]:
    wanted = text.strip()
    for product in search(wanted):
        for place, reading in enumerate(product.readings):
            for code in reading:
                if wanted.isdigit() and not (covers([code], wanted) or code.startswith(wanted)):
                    continue
                if place and code in product.readings[place - 1]:
                    continue
                yield CodeFound(
                    code=code, classification="HS", edition=None, text=describe(code) or product.name,
                    reading="wider" if place else "narrow", words=", ".join(dict.fromkeys([product.name, *product.words[:5]])),
                    source=LEXICON,
                )  # fmt: skip


def _by_tables(text: str, ledger: Ledger, edition: str | None) -> list[CodeFound]:
    digits = re.sub(r"\D", "", text) if re.fullmatch(r"[\d. ]+", text.strip()) else ""
    rows = ledger.query(
        """SELECT code, classification, edition, text, source FROM codes
        WHERE (CASE WHEN $1 <> '' THEN starts_with(code, $1) AND length(code) <= length($1) + 2 OR code = left($1, 2)
            ELSE regexp_matches(text, '\\b' || $2, 'i') END) AND coalesce(edition = $3, true)
        ORDER BY classification, edition DESC, code LIMIT $4""",
        [digits, re.escape(text.strip()), edition, MOST],
    ).to_pylist()
    return [CodeFound(**row, reading="", words="") for row in rows]
