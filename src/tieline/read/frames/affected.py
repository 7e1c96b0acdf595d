"""What a duty or a ban reaches: "Imports of $35 million are hit", "goods worth $17 million a year are covered".

The sum is no trade of a time, but what the measure is about: of whoever has taken it, on the one whose goods they are; of
several none is the partner.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.deals import DEAL
from tieline.read.frames.duties import row_of
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import Frame, Memory

_NOUN: Final = r"(?:imports|goods|exports|products|shipments|deliveries|sales|trade|merchandise)"
_REACHED: Final = r"(?:affected|hit|covered|targeted|caught|concerned|subject\s+to|involved)\b"
_IS: Final = r"(?:\s+(?:a|per|each|every)\s+year)?(?:\s*\([^()]{2,40}\))?\s+(?:are|is|were|was|will\s+be|would\s+be|could\s+be|may\s+be)\s+(?:now\s+|thus\s+)?"
_BEFORE: Final = re.compile(
    rf"\b{_NOUN}\s+(?:of|worth|valued\s+at|for)\s+(?:about\s+|some\s+|nearly\s+|over\s+|around\s+)?$", re.IGNORECASE
)
_BEHIND: Final = re.compile(_IS + _REACHED)
_COVERS: Final = re.compile(
    rf"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|bans?|lists?|measures?|curbs?|embargo)\b[^.;,]{{0,30}}?\s(?:covers?|covered|will\s+cover|targets?|targeted|will\s+hit|hits?|affects?|affected|will\s+affect)\s+(?:[\w-]+\s+){{0,3}}?{_NOUN}\s+(?:worth|of|valued\s+at)\s+(?:about\s+|some\s+|nearly\s+|over\s+|around\s+)?$",
    re.IGNORECASE,
)
_WORTH_OF: Final = re.compile(rf"(?:\s+worth)?\s+(?:of|in)\s+(?:[a-z-]+\s+){{0,2}}?{_NOUN}" + _IS + _REACHED)
_TAKES: Final = re.compile(
    r"(?:['\u2019]s?)?\s(?:[^.;]|\.(?=\d)){0,60}?\b(?:impos\w+|put(?:s|ting)?|rais(?:e|es|ed|ing)|lev(?:y|ies|ied)|slap\w*|announc\w+|introduc\w+|up(?:hold|holds|held)|affirm\w*|confirm\w*|increas\w+|doubl\w+|threaten\w*|bann\w+|bans?)\b"
    r"(?:[^.;]|\.(?=\d)){0,50}?\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|surcharges?|bans?|curbs?|embargo\w*|quotas?)\b"
)
_ON: Final = re.compile(r"\b(?:from|on|against)\s+(?:the\s+)?$")
_LINES_BACK: Final = 4


def affected_frames(sentence: Sentence, memory: Memory) -> list[Frame]:
    """The sums that a measure reaches, each at its figure."""
    out: list[Frame] = []
    for figure in sentence.figures:
        if figure.kind != "money":
            continue
        lead = sentence.text[: figure.start]
        before = (_BEFORE.search(lead) and _BEHIND.match(sentence.text, figure.end)) or _COVERS.search(lead)
        if not before and _WORTH_OF.match(sentence.text, figure.end) is None:
            continue
        sides = _sides(sentence, memory)
        token = next((t for t in sentence.tokens if t.idx + len(t) > figure.start), None)
        if sides is None or token is None:
            continue
        out.append(
            Frame(
                token, "other", sides[0], sides[1], None, figure.start, figure.end, group=sides[1] is None, partner_prep=DEAL,
                inferred=() if any(m.code == sides[0] for m in sentence.mentions) else ("reporter", "partner"),
            )
        )  # fmt: skip
    return out


def _sides(sentence: Sentence, memory: Memory) -> tuple[str, str | None] | None:
    """Who has taken the measure, and on whom, by the words of the sentence or of those before it."""
    line: Sentence | None = sentence
    if (two := _of_list(sentence)) is not None:
        return two
    for _ in range(_LINES_BACK):
        if line is None:
            break
        taker = next((m for m in line.mentions if trades(m.code) and _TAKES.match(line.text, m.end)), None)
        if taker is not None:
            others = [m for m in line.mentions if m.code != taker.code and trades(m.code)]
            led = [m for m in others if _ON.search(line.text[: m.start])]
            first = led[0] if led else others[0] if others else None
            row = row_of(line, others[others.index(first) :]) if first is not None else []
            alone = len({m.code for m in row}) == 1 and not _AND_MORE.match(line.text, row[-1].end)
            return taker.code, row[0].code if alone else None
        line = line.before
    if memory.imposed is not None and trades(memory.imposed[0]):
        return memory.imposed[0], memory.imposed[1] if trades(memory.imposed[1]) else None
    return None


def _of_list(sentence: Sentence) -> tuple[str, str | None] | None:
    """As in "The US list covers French goods": whose list it is, and whose goods they are."""
    named = [m for m in sentence.mentions if trades(m.code)]
    owner = next((m for m in named if _OWN_LIST.match(sentence.text, m.end)), None)
    made = next(
        (m for m in named if owner is not None and m.start > owner.end and _MADE.match(sentence.text, m.end)), None
    )
    return (owner.code, made.code) if owner is not None and made is not None and made.code != owner.code else None


_OWN_LIST: Final = re.compile(
    r"(?:['\u2019]s?)?\s+(?:[a-z-]+\s+){0,2}(?:list|tariffs?|dut(?:y|ies)|lev(?:y|ies)|bans?|measures?|curbs?|embargo)\b"
)
_MADE: Final = re.compile(rf"\s+(?:[a-z-]+\s+)?{_NOUN}\b")
_AND_MORE: Final = re.compile(r"\s*(?:,|and)\s+(?:\w+\s+)?(?:others|other\s+countries|more)\b")
