"""Frames of rows under a heading: "the main partners are: China - 20.5 percent, Russia - 18.1 percent", one a line or all in one.

The heading tells what the rows are of and whose: partners in trade, suppliers, buyers, investors, lenders, donors, who
sends money home.  It ends with a colon, or is a short line of its own above the rows.
Between a country and its figure stands a mark and no verb; a percentage without a sign is a share of the whole.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.ranked import BUYERS, SELLERS
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import Frame, Memory

TABLE: Final = "table"
"""In place of a preposition: a bare percentage of such a frame is a share."""
_HEADING: Final = re.compile(
    rf"\b(?:(?P<trade>(?:trade|trading|commercial|foreign[\s-]trade|economic)\s+partners?)|(?P<sells>{SELLERS})|(?P<buys>{BUYERS})"
    r"|(?P<invest>(?:foreign\s+)?investors?|countries\s+(?:that|which)\s+(?:have\s+)?invest(?:ed|s)?|invested\s+(?:the\s+)?most|(?:FDI|investments?)(?=\s+by\s))|(?P<sent>remittances|money\s+transfers)|(?P<debt>lenders?|creditors?)|(?P<aid>donors?))\b",
    re.IGNORECASE,
)
_ROW: Final = re.compile(
    r"\s*(?:\(\s*|[:=]\s*|\s[-\u2013\u2014]\s+|[\u2013\u2014]\s*|\t+)(?:(?:about|some|nearly|almost|over)\s+)?"
)
"""Between a country and its figure."""
_BEGINS_ROW: Final = re.compile(
    r"(?:^\W*(?:\d{1,2}[.)]\s*)?|[:;,]\s+(?:and\s+)?|\band\s+|\n\W*)(?:the\s+)?$", re.IGNORECASE
)
_AT_HEADING: Final = re.compile(
    r"(?:\s+(?:most|more|mainly))?\s+(?:of|to|for|in|with|by)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}?(?:to\s+|in\s+|by\s+|of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_OWNS: Final = re.compile(r"(?:['\u2019]s?)?\s+(?:[\w-]+\s+){0,5}?", re.IGNORECASE)
_GIVEN: Final[dict[str, Indicator]] = {"invest": "investment", "sent": "other", "debt": "debt", "aid": "aid"}
_FLOWS: Final[dict[str, Indicator]] = {"trade": "trade", "sells": "imports", "buys": "exports"}


def table_frames(sentence: Sentence, frames: list[Frame], memory: Memory) -> list[Frame]:
    """The frames of the rows of a sentence that a heading leads, in order; none where a word of trade tells them."""
    if frames:
        return []
    rows = [m for m in sentence.mentions if _is_row(sentence, m)]
    if not rows:
        return []
    head = _heading(sentence.text[: rows[0].start], sentence.mentions, memory)
    if head is None:
        going_on = sentence.index - memory.table_sentence == 1
        head = memory.table if going_on else _heading_before(sentence, memory)
    elif len(rows) < _FEWEST:
        return []
    if head is None:
        return []
    memory.table, memory.table_sentence = head, sentence.index
    return [row for m in rows if (row := _frame(sentence, head, m)) is not None]


_FEWEST: Final = 2


def begins_table(sentence: Sentence) -> bool:
    """Its rows may stand under a heading, its own or that of a line before it (asked before it is parsed)."""
    if not sentence.figures:
        return False
    own = ":" in sentence.text and _HEADING.search(sentence.text) is not None
    return own or (any(_is_row(sentence, m) for m in sentence.mentions) and _heading_line(sentence) is not None)


def _is_row(sentence: Sentence, mention: Mention) -> bool:
    if mention.use in {"adjective", "demonym"} or not trades(mention.code):
        return False
    after = next((f for f in sentence.figures if f.core >= mention.end), None)
    if after is None:
        return False
    if _ROW.fullmatch(sentence.text, mention.end, after.start) is None:
        return _is_line(sentence.text, mention, after)
    return _BEGINS_ROW.search(sentence.text[: mention.start]) is not None


def _is_line(text: str, mention: Mention, figure: Figure) -> bool:
    """As in "2. Egypt 86 million kg": a line with nothing but a country and its figure."""
    gap = text[mention.end : figure.start]
    ends = _LINE_ENDS.fullmatch(text, figure.end) is not None
    return ends and bool(gap) and not gap.strip(" |\t") and _LINE_BEGINS.fullmatch(text[: mention.start]) is not None


_LINE_BEGINS: Final = re.compile(r"\W*(?:\d{1,2}[.)]?\s+)?(?:the\s+)?", re.IGNORECASE)
_LINE_ENDS: Final = re.compile(r"\s*(?:[|(].*)?\W*")


def _heading_before(sentence: Sentence, memory: Memory) -> Frame | None:
    """The heading that a line before is."""
    line = _heading_line(sentence)
    return _heading(f"{line.text.rstrip().rstrip(':')}:", line.mentions, memory) if line is not None else None


def _heading_line(sentence: Sentence) -> Sentence | None:
    """The nearest line before that is no row, if it is a heading: it ends with a colon, or is short and no sentence."""
    line = sentence.before
    for _ in range(_ROWS_BACK):
        if line is None:
            return None
        if not any(_is_row(line, m) for m in line.mentions):
            text = line.text.rstrip()
            short = len(text) < _LONGEST_HEADING and text[-1:].isalnum() and not line.figures
            return line if _HEADING.search(text) is not None and (short or text.endswith(":")) else None
        line = line.before
    return None


_ROWS_BACK: Final = 25
_LONGEST_HEADING: Final = 90


def _heading(lead: str, mentions: list[Mention], memory: Memory) -> Frame | None:
    """What rows behind these words are of: the flow without its other side; None where they are no heading."""
    found = list(_HEADING.finditer(lead))
    if not found or ":" not in lead[found[-1].end() :]:
        return None
    noun = found[-1]
    named = [m for m in mentions if m.end <= len(lead) and trades(m.code)]
    owner = (
        next((m.code for m in named if _at(lead, noun, m)), None) or memory.hub.owner or memory.teller or memory.subject
    )
    kind = next(name for name, words in noun.groupdict().items() if words)
    if owner is None:
        return None
    if kind in _GIVEN:
        return Frame(None, _GIVEN[kind], None, owner, None, start=0, end=0)
    return Frame(None, _FLOWS[kind], owner, None, None, start=0, end=0)


def _at(lead: str, noun: re.Match[str], mention: Mention) -> bool:
    """A country behind the noun ("invested most in Peru") or before it ("Peru's suppliers")."""
    if mention.start > noun.end():
        return _AT_HEADING.fullmatch(lead, noun.end(), mention.start) is not None
    owned = mention.use == "adjective" or lead.startswith(("'", "\u2019"), mention.end)
    return owned and _OWNS.fullmatch(lead, mention.end, noun.start()) is not None


def _frame(sentence: Sentence, head: Frame, mention: Mention) -> Frame | None:
    token = sentence.word_of(mention)
    side = "partner" if head.partner is None else "reporter"
    if token is None or mention.code in head.pair:
        return None
    told = ("indicator", "reporter" if side == "partner" else "partner")
    row = replace(head, token=token, start=mention.start, end=mention.end, partner_prep=TABLE, inferred=told)
    return replace(row, partner=mention.code) if side == "partner" else replace(row, reporter=mention.code)
