"""Sentences of a block, wire style included, with offsets in the document's text.

The text is first made plain character for character (line ends to spaces, curly quotes to straight ones, the false
capital that wire copy has after "U.S."), so that every offset stays true.
"""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.read.pages.paragraphs import trimmed

_PLAIN = {
    **dict.fromkeys(map(ord, "\r\n\t\x0b\x0c\u00a0\u2009\u202f\u3000"), " "),
    **dict.fromkeys(map(ord, "‘’‛′`´"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»"), '"'),
    **dict.fromkeys(range(32), " "),
    0x7F: " ",
}
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|U\.S|U\.N|U\.K|U\.A\.E|E\.U|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Brig|Cmdr|Capt|Sgt|Sen|Rep|Gov|Adm|Rev|Hon|St|Mt|Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Corp|Co|Ltd|Bros|No|Nos|vs|etc|approx|dept|Dept|est|Fig|Art|N|S|a\.m|p\.m|cent|dlrs|mln|bln|e\.g|i\.e|cf|Rs|Tk|Dh|Nu|NRs|Rp|Fr|SFr))\.$"
)
_SPACED_DECIMAL = re.compile(
    r"(?:[$€£¥]\s?|\b(?:DM|Rs|[A-Z]{3})\s?|\b(?:by|to|of|up|down|from|at|about|some|nearly|almost|over|than|only|just|rose|fell|grew|gained|lost|added)\s)\d{1,3}\.$"
)
_DECIMALS = re.compile(r"\s\d{1,2}[\s-](?:million|billion|trillion|mln|bln|bn|per\s?cent|pct)\b")
"""What is one number to archives that set a blank behind each stop: "$1. 5 billion", "rose by 3. 2 percent"."""
_LONGEST_ABBREVIATION = 24
"""More than the characters of the longest one and its stop."""
_FOLLOWING = re.compile(r"\s+[\"'(\[]*([A-Z]\w*)?")
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"')\]]*(?=\s+[\"'(\[]*[A-Z0-9À-Ý$£€]|\s*$)|[.!?][\"']+(?=\s*$)")
_STARTERS = frozenset(
    [
        "The",
        "It",
        "He",
        "She",
        "They",
        "We",
        "In",
        "On",
        "At",
        "But",
        "And",
        "A",
        "An",
        "This",
        "That",
        "These",
        "Those",
        "Its",
        "Their",
        "His",
        "Her",
        "As",
        "If",
        "When",
        "While",
        "After",
        "Before",
        "Since",
        "However",
        "Meanwhile",
        "Last",
        "Both",
        "Under",
        "For",
        "There",
        "With",
        "Now",
        "Asked",
        "Some",
        "Most",
        "Earlier",
        "Later",
    ]
)
NEW_SENTENCE = re.compile(r"[.!?](?<!\b[A-Z][.!?])(?<!\bMr[.!?])(?<!\bMrs[.!?])(?<!\bDr[.!?])(?<!\bNo[.!?])\s+[A-Z]")
"""Where a sentence of a quotation ends, which is kept in one piece with what says whose it is."""
_FALSE_CAPITAL = re.compile(
    r"(?P<lead>U\.[SKN]\.,? )(?:Rose|Fell|Of|In|To|Was|Were|Is|Are|And|Or|For|From|Hit|With|Could|Would|Has|Had|Have|Will|Said|On|By|At|That|Which|Where|As|Grew|Dropped|Declined|Increased|Widened|Last|Should|Must|May|Can|Trade|Goods|Farm|Dlrs|Pressure|Government|Officials|Exports|Imports|Market|Economy|Companies|Also|Over|Than|But|Until|After|Before|Since|During|Because|If|Through|Into|Against|Not|Today|Yesterday|Products|Firms|Budget)\b"
)


def plain(text: str) -> str:
    r"""The text with the same length and plain characters: quotes straight, white space as spaces.

    >>> plain("“Trade”\nwith the U.S. Rose")
    '"Trade" with the U.S. rose'
    """
    made = text.translate(_PLAIN)
    if "U." not in made:
        return made
    made, mended = _FALSE_CAPITAL.subn(_lowered, made)
    return _CAPITAL.sub(_lowered, made) if mended else made


_CAPITAL = re.compile(
    r"(?P<lead>U\.[SK]\. )(?!(?:Congress|Treasury|Senate|Navy|Army|Marines?|House|Embassy|Commerce|Agriculture|Customs|Justice|Labou?r|Defen[cs]e|State"
    r"|Secretary|President|Ambassador|Attorney|Supreme|Federal|Court|[A-Z]\w*(?:ese|ian|ean)|The|It|He|She|They|We|But|A|An|These|Those|Its|Their|His|Her"
    r"|When|While|However|Meanwhile|Both|There|Now|Asked|Some|Most|Earlier|Yesterday)\b)"
    r"(?:This(?= (?:year|month|week|quarter)\b)|(?!This\b)[A-Z][a-z]+(?= [a-z(]|[,;.]|'s? [a-z]))"
)
"""In copy that is known to have false capitals behind "U.S.", any word behind it that no other capital follows and that begins no sentence."""


def _lowered(found: re.Match[str]) -> str:
    at = len(found["lead"])
    return found.group()[:at] + found.group()[at].lower() + found.group()[at + 1 :]


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the sentences in `text[start:end]`, which must be plain; white space at their ends is left out.

    Each stop is looked at with a bounded part of what is round it, so that the work is linear in the length.
    """
    block = text[start:end]
    spans = []
    begin = counted = quotes = 0
    for found in _END.finditer(block):
        stop = found.start() + 1
        quotes += block.count('"', counted, found.end())
        counted = found.end()
        head = block[max(begin, stop - _LONGEST_ABBREVIATION) : stop]
        if found.group().startswith(".") and _ABBREVIATION.search(head):
            following = _FOLLOWING.match(block, found.end())
            word = following.group(1) if following else None
            last = head.rsplit(None, 1)[-1]
            sentence_like = (word is not None and last.lower() in {"cent.", "dlrs.", "mln.", "bln."}) or (
                word in _STARTERS
                and (
                    last
                    in {"U.S.", "U.N.", "U.K.", "U.A.E.", "a.m.", "p.m.", "cent.", "dlrs.", "Inc.", "Corp.", "Ltd."}
                )
            )
            if not sentence_like:
                continue
        if found.group() == "." and _SPACED_DECIMAL.search(head) and _DECIMALS.match(block, found.end()):
            continue
        if quotes % 2 and found.end() < len(block) and not found.group().endswith('"'):
            continue
        spans.append((begin, found.end()))
        begin, quotes = found.end(), 0
    if begin < len(block):
        spans.append((begin, len(block)))
    return [t for a, b in spans if (t := trimmed(text, start + a, start + b)) is not None]
