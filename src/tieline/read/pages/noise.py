"""Whether a block of a page is noise by its own words: a menu, a credit, a share bar, a notice, a stamp.

What only its place can tell (captions that stand twice, lists under "Related") is told in `layout`.
"""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.read.pages.noise_words import AGO, BOX, CREDITED, LABELS, OPENINGS, SECTIONS, SOCIAL, WHOLE
from tieline.read.pages.paragraphs import STOP

_LEAD = r"^[^\w©(\[@#—–-]{0,12}"
_LABEL = re.compile(_LEAD + r"[\[(—–\-]{0,3}\s?(?:" + "|".join(LABELS) + ")", re.IGNORECASE)
_OPENING = re.compile(_LEAD + "(?:" + "|".join(OPENINGS) + ")", re.IGNORECASE)
_WHOLE = re.compile(r"^\W{0,4}?(?:" + "|".join(WHOLE) + r")\W{0,4}$", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_BOX = re.compile(BOX, re.IGNORECASE)
_AGO = re.compile(rf"(?:\(|\s[|•·–—-]\s){AGO}\)?\s*$", re.IGNORECASE)
_SEPARATED = re.compile(r"\s[|>»›·•/→]\s")
_EMBEDDED = re.compile(r"\(@\w+\)\s*(?:\w+ \d{1,2}, \d{4}|\d{1,2} \w+ \d{4})|\bpic\.twitter\.com/\w|https://t\.co/\w")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w|(?:^|\s)@\w{3,}")
_CREDIT = re.compile(
    rf"""(?:\|\s*(?i:licen[cs]e\s+photo|archive|file|handout|courtesy)\b\W*$|(?i:licen[cs]e\s+photo)\s*$
    |\b(?i:photo|image|picture|photograph)s?\s*(?i:by|credit|courtesy)?\s*[:/|]
    |[(\[](?i:photo|file|handout|image|picture)\b[^)\]]{{0,80}}[)\]]\W*$
    |\((?:{CREDITED}|ap|afp|epa|ansa|efe)\s+(?:photo|Photo|PHOTO|file|File|images?)[^)]{{0,60}}\)
    |\b(?:{CREDITED})\s?/\s?(?:[A-Z][\w.\-]+|via\b)(?:\s+[A-Z][\w.\-]+){{0,4}}\W*(?:$|\|)
    |/\s?(?:{CREDITED})\)?\W*$
    |[|—–]\s*(?:{CREDITED})\W*$|[.!?]["”]?\s+(?:{CREDITED})\s*$
    |(?i:\bgetty\s+images\b|\bfile\s+(?:photo|picture|image)\b|\bcourtesy\s+(?:photo|of\s+[A-Z].{{0,40}}$)|\bhandout\s+(?:photo|picture|image)\b|\bphoto(?:graph)?\s+(?:by|courtesy)\s))""",
    re.VERBOSE,
)
_HINTS = ("photo", "picture", "image", "/", "|", "—", "–", "file", "licen", "archive", "handout", "courtesy", "getty")
_CREDITED_LAST = re.compile(rf"(?:{CREDITED})\s*$")
_LONGEST_CREDIT = 400
_LONGEST = 600
_LONGEST_BOX = 240


def is_noise(block: str) -> bool:
    """Tell by a block's own words whether it is noise.

    >>> is_noise("Read more: Tea prices slump"), is_noise("Published on Monday, the figures show that exports rose.")
    (True, False)
    """
    if len(block) > _LONGEST:
        return _LABEL.match(block[:_LONGEST]) is not None and _is_notice(block)
    if _LABEL.match(block) or _WHOLE.match(block):
        return True
    if (("@" in block or "/" in block) and _EMBEDDED.search(block)) or is_credit(block):
        return True
    if len(block) < _LONGEST_BOX and (_BOX.search(block) or _AGO.search(block, max(0, len(block) - 24))):
        return True
    words = _WORD.findall(block.lower())
    if not words:
        return True
    prose = STOP.search(block[-12:]) is not None
    if not prose and (_OPENING.match(block) or _ADDRESS.search(block)):
        return len(words) < 25
    return _is_menu(block, words, prose=prose)


def is_credit(block: str) -> bool:
    """A caption with its credit, or the credit alone."""
    return len(block) < _LONGEST_CREDIT and _may_credit(block) and _CREDIT.search(block) is not None


def _may_credit(block: str) -> bool:
    """Some word or sign is there that every credit has: most blocks need not be searched for one."""
    low = block.lower()
    return any(map(low.__contains__, _HINTS)) or _CREDITED_LAST.search(block, max(0, len(block) - 24)) is not None


def without_credit(block: str) -> str:
    """The words of a caption, for comparing."""
    words = block[:_LONGEST]
    return " ".join(_WORD.findall((_CREDIT.sub("", words) if _may_credit(words) else words).lower()))


def _is_menu(block: str, words: list[str], *, prose: bool) -> bool:
    if len(words) <= 2 and all(word in SECTIONS or not word.isalpha() for word in words) and not _is_figure(block):
        return True
    if len(words) <= 16 and sum(word in SOCIAL for word in words) >= max(2, 0.9 * len(words)) and not prose:
        return True
    if prose:
        return False
    if len(_SEPARATED.findall(block)) >= 2 and sum(word.isdigit() for word in words) < 0.3 * len(words):
        return True
    return len(words) <= 24 and sum(word in SECTIONS for word in words) >= max(3, 0.6 * len(words))


def _is_figure(block: str) -> bool:
    return any(c.isdigit() for c in block) and re.search(r"[%$€£¥]|\d[.,]\d", block) is not None


_NOTICE = re.compile(
    r"\b(?:cookies?|newsletter|subscri(?:be|ption)|unsubscribe|privacy|all rights reserved|copyright|inbox|consent|"
    r"trademark|terms of (?:use|service)|reproduced|redistributed)\b",
    re.IGNORECASE,
)


def _is_notice(block: str) -> bool:
    """A long block is noise only if it speaks of what notices speak of."""
    return len(_NOTICE.findall(block[:4000])) >= 2
