"""Words that the end of a printed line has broken, as copies of PDFs have them: "im-⏎ports" is "imports".

The two lines become one, and every place in the mended text leads back to one in the text as given.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from tieline.model import lazy_re as re

_BROKEN = re.compile(r"(?<![\w-])(?P<first>[A-Za-z][a-z’']*)-(?P<gap>[ \t]*\r?\n[ \t]*)(?P<rest>[a-z]+)(?![\w-])")


@dataclass(frozen=True, slots=True)
class Mended:
    """A text with its broken words put together; `cuts` are the places behind which it differs, `lost` by how many characters."""

    text: str
    cuts: tuple[int, ...] = ()
    lost: tuple[int, ...] = ()

    def given(self, place: int) -> int:
        """The place in the text as given."""
        at = bisect_left(self.cuts, place) - 1
        return place + self.lost[at] if at >= 0 else place


_LEADS: Final = frozenset(
    "re co ex non pre pro anti semi self well high low long short mid cross year month week day two three four five six ten half "
    "free fair full part first second third single double multi inter intra state government export import trade oil gas coal "
    "labour labor land sea air rice food cash duty tax tariff value price cost market world war peace sub trans bi tri quasi "
    "vice old new large small big fast slow hard soft far near post over under out in on off up down so all much most more less "
    "best better ill cold hot dry fresh ready home foreign private public rail road ship third debt job time hi e".split()
)
"""What leads a compound that keeps its hyphen: "high-⏎quality"."""
_OF_TRADE: Final = re.compile(r"(?:increas|decreas|invest|indicat|industr|includ|reduc|report|record|recover|revenue|restrict|cooperat|expect|exten|online)", re.IGNORECASE)  # fmt: skip
"""How words begin that no compound is, though its first part may be one."""


def mended(text: str) -> Mended:
    r"""Put broken words together; compounds stay as they are.

    >>> mended("Fiji's im-\nports rose.").text, mended("Fiji's im-\nports rose.").given(15)
    ("Fiji's imports rose.", 17)
    >>> mended("It sold high-\nquality oil, and oil-\nrich Chad wheat.").cuts
    ()
    """
    if "-\n" not in text and "-\r\n" not in text:
        return Mended(text)
    parts: list[str] = []
    cuts: list[int] = []
    lost: list[int] = []
    begin = gone = 0
    for found in _BROKEN.finditer(text):
        if _is_compound(found["first"], found["rest"], text):
            continue
        parts.append(text[begin : found.end("first")])
        cuts.append(found.end("first") - gone)
        begin = found.start("rest")
        gone += begin - found.end("first")
        lost.append(gone)
    return Mended("".join([*parts, text[begin:]]), tuple(cuts), tuple(lost))


def _is_compound(first: str, rest: str, text: str) -> bool:
    if _OF_TRADE.match(first + rest):
        return False
    if first.lower() in _LEADS or f"{first}-{rest}" in text:
        return True
    return _stands_alone(first, text) and not _stands_alone(first + rest, text)


def _stands_alone(word: str, text: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) is not None
