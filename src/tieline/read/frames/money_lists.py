"""Lists of who gave or received money, a row a line, under a heading that says what of: "The biggest investors in Laos:".

A row is a country and its figure, with a bullet, a dash, a colon or a bracket ("- China: 20.5 percent").  The heading tells the
kind of money and the side that all the rows share; it has no figure of its own, so it is looked for backwards from the row.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.ranked import RANKED
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import Frame

_ROW: Final = re.compile(r"\W*(?:\d{1,2}[.)]\s+)?(?:the\s+)?$", re.IGNORECASE)
_TO_FIGURE: Final = re.compile(r"\s*(?:[-\u2010-\u2015:=|]+|\(|,)\s*(?:with\s+|about\s+|some\s+)?|\s+")
_LONGEST_TAIL: Final = 40
_LONGEST_HEADING: Final = 90
_ROWS_BACK: Final = 25
_GIVERS: Final = re.compile(
    r"\b(?P<who>investor|lender|creditor|donor)s?\b|\b(?P<did>invested|lent|gave|donated|pledged|sent)\b|\b(?P<what>investments?|FDI|loans?|aid|remittances|money transfers)\b",
    re.IGNORECASE,
)
_KINDS: Final[dict[str, Indicator]] = {
    "inves": "investment", "fdi": "investment", "lende": "debt", "lent": "debt", "loan": "debt", "loans": "debt", "credi": "debt",
    "donor": "aid", "gave": "aid", "donat": "aid", "pledg": "aid", "aid": "aid", "remit": "other", "money": "other", "sent": "other",
}  # fmt: skip
_FROM_MANY: Final = re.compile(
    r"\b(?:by (?:country|origin|source|investor|donor|creditor)|from|investors?|lenders?|creditors?|donors?|invested|lent|gave|donated|pledged|sent|sources?)\b",
    re.IGNORECASE,
)
_LEADS: Final = re.compile(r"\b(?:in|into|to|of|for)\s+(?:the\s+)?$")


class Heading(NamedTuple):
    """What a list is of: the kind of money and who shares all its rows, as receiver or as giver."""

    indicator: Indicator
    shared: str
    receives: bool


def money_rows(sentence: Sentence) -> list[Frame]:
    """The frame of a row of such a list; none where the line is no row, or no heading stands before it."""
    row = _row(sentence)
    heading = heading_of(sentence) if row is not None else None
    token = sentence.word_of(row) if row is not None else None
    if row is None or heading is None or token is None or row.code == heading.shared:
        return []
    sides = (row.code, heading.shared) if heading.receives else (heading.shared, row.code)
    side = "partner" if heading.receives else "reporter"
    return [
        Frame(
            token,
            heading.indicator,
            *sides,
            None,
            start=row.start,
            end=row.end,
            partner_prep=RANKED,
            inferred=("indicator", side),
        )
    ]


def may_be_row(sentence: Sentence) -> bool:
    """The line is a row under such a heading (asked before it is parsed)."""
    return _row(sentence) is not None and heading_of(sentence) is not None


def _row(sentence: Sentence) -> Mention | None:
    if not sentence.mentions or not sentence.figures:
        return None
    first, figure = sentence.mentions[0], sentence.figures[0]
    if first.end > figure.start or not trades(first.code) or figure.kind not in {"money", "percent"}:
        return None
    if _ROW.fullmatch(sentence.text[: first.start]) is None or len(sentence.text) - figure.end > _LONGEST_TAIL:
        return None
    return first if _TO_FIGURE.fullmatch(sentence.text, first.end, figure.start) else None


def heading_of(sentence: Sentence) -> Heading | None:
    """The heading of the list that a row stands in: the nearest line before it that is no row."""
    line = sentence.before
    for _ in range(_ROWS_BACK):
        if line is None:
            return None
        if _row(line) is None:
            return _read(line)
        line = line.before
    return None


def _read(line: Sentence) -> Heading | None:
    if not line.text.rstrip().endswith(":") and line.figures and not line.text.rstrip()[-1:].isalnum():
        return None
    told = _GIVERS.search(line.text)
    text = line.text.rstrip()
    if told is None or not (
        text.endswith((":", "-", "\u2013")) or (len(text) < _LONGEST_HEADING and text[-1:].isalnum())
    ):
        return None
    word = next(w for w in told.groupdict().values() if w).lower()
    kind = _KINDS.get(word) or _KINDS.get(word[:5])
    led = [m for m in line.mentions if trades(m.code) and _LEADS.search(line.text[: m.start])]
    shared = led[0] if led else next((m for m in line.mentions if trades(m.code)), None)
    if kind is None or shared is None:
        return None
    gives = not led and shared.end <= told.start() and told["who"] is None and _FROM_MANY.search(line.text) is None
    return Heading(kind, shared.code, not gives)
