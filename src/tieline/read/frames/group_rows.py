"""Groups without a code that a row or a later sentence is told of: "while those from Europe fell", "the value of the exports".

What was told of a group is told of it again where the words only come back to the flow: its partner stays open, and is
never the world.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.around import Around, with_roles
from tieline.read.frames.for_rows import FOR_ROW
from tieline.read.frames.subjects import made_up_before
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import TRADING_BLOCS, Sentence, trades
from tieline.read.story.memory import FLOWS, MERCHANDISE, Frame, Memory
from tieline.read.story.topic import sides_of_flow
from tieline.read.syntax.tokens import Token
from tieline.read.words.groups import BLOC_BEFORE, GROUP, OUTSIDE

_STILL: Final = 2
_TOLD: Final = frozenset({*FLOWS, "trade"})
_THOSE: Final = re.compile(
    r"(?:^\W*|[,;]\s+|\b(?:while|whereas|and|but)\s+)(?P<those>those|that)\s+(?P<prep>to|from|with)\s+", re.IGNORECASE
)
_BACK: Final = re.compile(
    r"(?:(?:the|their)\s+(?:(?:total|combined|overall)\s+)?(?:value|volume|total|amount)\s+of\s+)?(?:the|these|those|such|this)\s+$",
    re.IGNORECASE,
)
"""Before a noun that comes back to the flow told last."""
_NEXT_TO: Final = re.compile(r"[^,;]{0,40}?\d[^,;]{0,30},?\s+(?:and\s+|while\s+)?(?:the\s+)?")
"""Between two nouns of one row: "exports totalled 2.4 billion, imports 1.25 billion"."""
_SAME_TIME: Final = re.compile(
    r"\s+(?:in|over|during)\s+(?:those|these|that|the\s+same)\s+(?:months|years?|period|time|quarters?)\b"
)
"""Behind such a noun: "Exports in those months totalled 2.4 billion"."""


def group_rows(sentence: Sentence, frames: list[Frame], memory: Memory) -> list[Frame]:
    """The frames of "those to Africa", of the flow before them, with a group as its partner."""
    out: list[Frame] = []
    for told in _THOSE.finditer(sentence.text):
        if GROUP.match(sentence.text, told.end()) is None or _named(sentence, told.end()):
            continue
        before = [f for f in frames if f.token.idx < told.start("those") and f.indicator in _TOLD]
        recent = sentence.index - memory.frame_sentence <= _STILL
        flow = before[-1] if before else memory.frame if recent else None
        token = next((t for t in sentence.tokens if t.idx == told.start("those")), None)
        if flow is None or flow.indicator not in _TOLD or flow.reporter in {None, "WLD"} or token is None:
            continue
        out.append(
            replace(
                flow, token=token, partner=None, start=token.idx, end=told.end(), verb=False, whole=False, group=True, weak=False, partners=(),
                inferred=("reporter",),
            )
        )  # fmt: skip
    return out


def group_sums(sentence: Sentence, frames: list[Frame], memory: Memory) -> list[Frame]:
    """As in "and 900 tonnes went to other markets in Africa": the frames of what went to a group, each at its figure."""
    out: list[Frame] = []
    for figure in sentence.figures:
        went = _WENT.match(sentence.text, figure.end) if figure.kind in {"money", "quantity"} else None
        if out and (buyer := _next_buyer(sentence, figure)) is not None:
            token = next((t for t in sentence.tokens if t.idx + len(t) > figure.start), out[-1].token)
            out.append(replace(out[-1], token=token, partner=buyer, start=figure.start, end=figure.end, group=False))
            continue
        if went is None or GROUP.match(sentence.text, went.end()) is None or _named(sentence, went.end()):
            continue
        before = [f for f in frames if f.token.idx < figure.start and f.indicator in FLOWS]
        recent = sentence.index - memory.flow_sentence <= _STILL
        flow = before[-1] if before else memory.flow if recent else None
        seller = sides_of_flow(flow.indicator, flow.reporter, flow.partner)[0] if flow is not None else None
        token = next((t for t in sentence.tokens if t.idx + len(t) > figure.start), None)
        if flow is None or token is None or seller in {None, "WLD"}:
            continue
        out.append(
            replace(
                flow, token=token, indicator="exports", reporter=seller, partner=None, start=figure.start, end=figure.end, verb=False, whole=False,
                group=True, weak=False, partners=(), partner_prep=FOR_ROW, inferred=("indicator", "reporter"),
            )
        )  # fmt: skip
    return out


def _next_buyer(sentence: Sentence, figure: Figure) -> str | None:
    """As in "and $640 million to the European Union", behind what went to a group."""
    named = (m for m in sentence.mentions if m.start >= figure.end and trades(m.code))
    return next((m.code for m in named if _TO_ONE.fullmatch(sentence.text, figure.end, m.start)), None)


_TO_ONE: Final = re.compile(r"\s+(?:of\s+(?:it|them)\s+)?to\s+(?:the\s+)?")
_WENT: Final = re.compile(
    r"(?:\s+of\s+(?:it|them|this|that|[a-z]+))?\s+(?:went|goes|go|(?:was|were|is|are)\s+(?:sold|shipped|sent|exported))\s+(?:in)?to\s+"
)


def _named(sentence: Sentence, place: int) -> Mention | None:
    """A country, or a bloc with a code, stands there itself."""
    here = (m for m in sentence.mentions if m.start <= place < m.end or _begins(sentence, place, m))
    return next((m for m in here if trades(m.code)), None)


def _begins(sentence: Sentence, place: int, mention: Mention) -> bool:
    return _THE.fullmatch(sentence.text, place, mention.start) is not None


_THE: Final = re.compile(r"the\s+", re.IGNORECASE)


def with_bloc(indicator: Indicator, partner: str | None, sentence: Sentence, token: Token) -> bool:
    """As in "Norway's surplus in EFTA trade", "With all of Mercosur, Chile's deficit was 310 million": with a bloc or a region."""
    if indicator not in MERCHANDISE or partner is not None:
        return False
    lead = sentence.text[: token.idx]
    if indicator == "trade" and BLOC_BEFORE.search(lead):
        return True
    if OUTSIDE.match(sentence.text, token.idx + len(token)):
        return True
    opens = _OPENS.match(lead)
    group = GROUP.match(sentence.text, opens.end()) if opens is not None else None
    if opens is None or group is None or _named(sentence, opens.end()) is not None:
        return False
    return _COMMA_THEN.fullmatch(lead, group.end()) is not None


_OPENS: Final = re.compile(r"\W*(?:(?:but|and)\s+)?with\s+(?:(?:all|the\s+rest|the\s+whole)\s+of\s+)?", re.IGNORECASE)
_COMMA_THEN: Final = re.compile(
    r"(?:,\s+which\s[^,;]{3,40})?,?\s+(?:(?:the|its|their|his|her)\s+|[A-Z][\w.]+(?:\s[A-Z]\w+)?['\u2019]s?\s+)?(?:[a-z-]+\s+){0,2}"
)


def group_again(frame: Frame, around: Around) -> Frame | None:
    """As in "Danish exports to West Africa shrank. The value of the exports was 60 million": with that group again."""
    last, before = around.last, around.before
    shared = before is not None and before.verb and before.group and before.partner is None and not frame.verb
    if (
        before is not None
        and shared
        and frame.indicator in FLOWS
        and made_up_before(around.sentence.text[: frame.start])
    ):
        told = with_roles(frame, before.reporter, None, "reporter")  # "Asia took 40 percent of the exports"
        return replace(told, group=True)
    if last is None or not last.group or last.partner is not None or frame.indicator not in _OF_SAME[last.indicator]:
        return None
    if frame.verb or frame.indicator not in _TOLD or frame.reporter or frame.partner or frame.group or frame.whole:
        return None
    lead = around.sentence.text[: frame.token.idx]
    same_time = _SAME_TIME.match(around.sentence.text, frame.token.idx + len(frame.token))
    beside = last is before and "reporter" in last.inferred and not last.verb
    beside = beside and _NEXT_TO.fullmatch(around.sentence.text, last.end, frame.start) is not None
    if (
        not (_BACK.search(lead) or same_time or beside)
        or last.reporter is None
        or any(m.code != last.reporter for m in around.loose)
    ):
        return None
    return replace(with_roles(frame, last.reporter, None, "reporter"), group=True)


_NEXT_CLAUSE: Final = re.compile(r"[;:]|,\s+(?:after|while|when|as|but|and|although|though|because|since|which)\b")


_FLOW: Final = frozenset({"exports", "imports"})
_OF_SAME: Final = defaultdict[Indicator, frozenset[str]](
    frozenset,
    {"balance": _FLOW, "trade": _FLOW | {"trade"}, "exports": _FLOW, "imports": _FLOW},
)
"""What is told of the group that a flow was told of."""


def sold_to_group(sentence: Sentence, subject_begins: int, memory: Memory) -> str | None:
    """As in "the Nordic market took 37 per cent of the exports": who sells to it, by the story."""
    if GROUP.match(sentence.text, subject_begins) is None:
        return None
    flow = memory.flow
    seller = None if flow is None else flow.reporter if flow.indicator == "exports" else flow.partner
    whose = memory.hub.owner or seller
    ends = _NEXT_CLAUSE.search(sentence.text, subject_begins)
    until = ends.start() if ends is not None else len(sentence.text)
    named = {m.code for m in sentence.mentions if subject_begins <= m.start < until}
    fits = whose is not None and whose != "WLD" and trades(whose) and whose not in TRADING_BLOCS
    return whose if fits and named <= {whose} else None
