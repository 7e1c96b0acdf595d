"""Parts that one country has of what several others buy, or sell: "Italy made up 54% of Greek imports and 82% of Maltese ones".

Each row has a whole of its own, told by whose it is; who has the part stands before the row, behind it ("70 percent of
Japan's imports came from Peru"), or is that of the row before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.tables import TABLE
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.goods import Good
from tieline.read.story.memory import Frame

_FEWEST: Final = 2
_NOUN: Final = r"(?P<buys>imports|purchases)|(?P<sells>exports)"
_OF: Final = re.compile(r"\s+of\s+(?:(?:the|all|total)\s+)*")
_FLOW: Final = re.compile(rf"(?P<poss>['’]s?)?\s+(?:(?!trade\b)[a-z-]+\s+){{0,3}}?(?:{_NOUN}|(?P<ones>ones))\b")
_ALONE: Final = re.compile(r"(?:['’]s?)(?=\s*(?:[.,;)]|$|\b(?:and|while|in|last|during)\b))")
"""Behind whose the whole is, where the noun is left out: "and 60 percent of Chad's"."""
_CAME: Final = re.compile(
    r"\s+(?:came|comes?|coming|(?:was|were|is|are)\s+(?:bought|supplied|sold|sourced|sent|shipped))\s+(?:[a-z]+\s+)?(?:from|by|to)\s+(?:the\s+)?$"
)
_HAS: Final = re.compile(
    r"\b(?:account(?:s|ed|ing)?\s+for|ma(?:kes?|de|king)\s+up|represent(?:s|ed|ing)?|suppl(?:y|ies|ied|ying)|provid(?:es?|ed|ing)|constitut(?:es?|ed|ing)|t(?:akes?|ook|aking)|b(?:uys?|ought|uying)|absorb(?:s|ed|ing)?|deliver(?:s|ed|ing)?)"
    r"\s+(?:(?:about|some|nearly|almost|over|around|only|just|another|more\s+than|less\s+than|up\s+to|at\s+least|roughly)\s+)*$"
)
_JOINED: Final = re.compile(
    r"(?:\s+last\s+year)?,?\s+(?:and|but|while|,)\s+(?:also\s+)?(?:(?:about|some|nearly|almost|over|around|only|just|more\s+than)\s+)*"
)
_APART: Final = re.compile(r"[;]|\.\s")


@dataclass(frozen=True, slots=True)
class _Whole:
    """What a part is of: whose flow, which way, and where its words end."""

    figure: Figure
    owner: Mention
    indicator: Indicator
    end: int


def whole_rows(sentence: Sentence, goods: list[Good]) -> list[Frame]:
    """The frames of such parts, in order; none where fewer than two wholes of different countries are told."""
    wholes = _wholes(sentence)
    if len({whole.owner.code for whole in wholes}) < _FEWEST:
        return []
    out: list[Frame] = []
    last: Mention | None = None
    good = next((g for g in goods if any(w.figure.end < g.start < w.end for w in wholes)), None)
    for at, whole in enumerate(wholes):
        since = max(wholes[at - 1].end, last.end if last is not None else 0) if at else 0
        until = wholes[at + 1].figure.start if at + 1 < len(wholes) else len(sentence.text)
        holder = _behind(sentence, whole, until) or _before(sentence, whole, since)
        if (
            holder is None
            and last is not None
            and _JOINED.fullmatch(sentence.text, wholes[at - 1].end, whole.figure.start)
        ):
            holder = last
        token = sentence.word_of(whole.owner)
        if holder is None or token is None or holder.code == whole.owner.code:
            return []
        last = holder
        sides = whole.owner.code, holder.code
        out.append(Frame(token, whole.indicator, *sides, good, whole.figure.start, whole.end, partner_prep=TABLE))
    return out


def _wholes(sentence: Sentence) -> list[_Whole]:
    """The wholes that the percentages of a sentence are of; one without its noun is of that of the one before."""
    out: list[_Whole] = []
    for figure in sentence.figures:
        lead = _OF.match(sentence.text, figure.end) if figure.kind == "percent" and not figure.signed else None
        owner = next((m for m in sentence.mentions if lead and m.start == lead.end() and trades(m.code)), None)
        if owner is None:
            continue
        told = _FLOW.match(sentence.text, owner.end)
        if told is not None and (told["poss"] or owner.use == "adjective") and (out or not told["ones"]):
            way: Indicator = "exports" if told["sells"] else "imports" if told["buys"] else out[-1].indicator
            out.append(_Whole(figure, owner, way, told.end()))
        elif out and (alone := _ALONE.match(sentence.text, owner.end)) is not None:
            out.append(_Whole(figure, owner, out[-1].indicator, alone.end()))
    return out


def _behind(sentence: Sentence, whole: _Whole, until: int) -> Mention | None:
    """As in "70 percent of Japan's imports came from Peru"."""
    named = next((m for m in sentence.mentions if whole.end <= m.start < until and trades(m.code)), None)
    if named is None or _CAME.fullmatch(sentence.text[whole.end : named.start]) is None:
        return None
    return named


def _before(sentence: Sentence, whole: _Whole, since: int) -> Mention | None:
    """As in "Italy was a major supplier too, accounting for 54%", "Peruvian goods made up 12%": the last named before it."""
    lead = sentence.text[since : whole.figure.start]
    if _HAS.search(lead) is None:
        return None
    named = [m for m in sentence.mentions if since <= m.start < whole.figure.start and trades(m.code)]
    between = sentence.text[named[0].end : whole.figure.start] if named else ";"
    return named[0] if len({m.code for m in named}) == 1 and _APART.search(between) is None else None
