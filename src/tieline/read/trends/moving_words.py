"""Which words may tell a direction: those of content that may tell which way something goes, and those of a record."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Direction
from tieline.read.frames.directions import token_direction
from tieline.read.syntax.tokens import Token
from tieline.read.trends.records import record_in
from tieline.read.words.ways import ways_of

_TELLING: Final = frozenset({"VERB", "NOUN", "ADJ", "ADV"})
_AROUND: Final = 70
_HINT: Final = re.compile(
    r"record|high|low|peak|most|least|best|worst|largest|biggest|smallest|ever|never|first|historic|strongest|weakest|fewest|unprecedented|since|seen|any",
    re.IGNORECASE,
)


def may_move(token: Token) -> bool:
    """A word of content."""
    return token.pos in _TELLING and token.lower.isalpha() and len(token) > 1


def is_moving(token: Token) -> bool:
    """A word that may tell which way something goes."""
    return bool(ways_of(token.lower, token.lemma)) or token_direction(token) != 0


def record_at(token: Token) -> Direction | None:
    """The direction of a record in whose words a word stands."""
    text = token.doc.text
    since = max(0, token.idx - _AROUND)
    if _HINT.search(text, since, token.idx + _AROUND) is None:
        return None
    told = record_in(text[since : token.idx + _AROUND])
    inside = told is not None and since + told[1].start() <= token.idx < since + told[1].end()
    return told[0] if told is not None and inside else None
