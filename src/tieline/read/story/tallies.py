"""What a story counts between countries, and which end of it stays the same: refugees from Burundi, guests of Iceland.

A sentence that names such a noun tells an end by its words ("Nigerian students in the United States", "remittances to El
Salvador", "Tanzania hosts").  What all sentences tell together shows which end the story's rows share: where several are
named at one end, it is the other one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from tieline.model import lazy_re as re
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.words.clauses import CLAUSE_BREAK
from tieline.read.words.tallies import (
    KINDS,
    NOUN,
    OFFICE,
    OFFICE_OF,
    SENDS,
    SOURCE_OF,
    TAKES_IN,
    TallyKind,
    tells_tally,
)

End = Literal["source", "target"]
GOES_ON: Final = 3
"""Sentences after one of a tally, or after its last row, in which another row may stand."""
_GAP: Final = 45
_NATIONS_OWN: Final = re.compile(r"(?:\s+|-born\s+)(?:[a-z-]+\s+){0,2}")
_OWNED: Final = re.compile(r"['’]s?\s+(?:[a-z-]+\s+){0,3}")
_FROM: Final = re.compile(
    r"\b(?:from|of|left|fled|leaving|fleeing|born\s+in)\s+(?:the\s+|neighbou?ring\s+)*$", re.IGNORECASE
)
_TO: Final = re.compile(
    r"\b(?:to|into|in|at|inside|reach(?:ed|ing)?|entering|entered)\s+(?:the\s+|neighbou?ring\s+)*$", re.IGNORECASE
)
_BETWEEN: Final = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_AND_BETWEEN: Final = re.compile(r"\bbetween\s+[\w' ]+?\s+and\s+(?:the\s+)?$", re.IGNORECASE)
_LISTED: Final = re.compile(r"(?:,\s+|,?\s+and\s+(?:from\s+)?)(?:the\s+)?")
_PEOPLE: Final = re.compile(
    r"\s+(?:[a-z]+\s+){0,2}?(?:students?|workers?|labou?rers?|nationals|citizens|applicants|migrants|refugees|tourists?|visitors?|travell?ers)\b"
)
_WHO: Final = re.compile(r"\b(?:who|born|fled|left)\b")
_ANY_NATION: Final = re.compile(r"international|foreign|overseas", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tally:
    """What is counted, from where and to where; an end that the rows tell is None.

    `start:end` is its noun in the sentence `sentence`; `led` is the end whose country stands before it there.
    """

    kind: TallyKind
    source: str | None
    target: str | None
    sentence: int = -1
    start: int = 0
    end: int = 0
    led: End | None = None

    @property
    def open(self) -> bool:
        """One end is known, the other one is told by each row."""
        return (self.source is None) != (self.target is None)

    def sides(self, source: str, target: str) -> tuple[str, str]:
        """Reporter and partner of a figure between two ends; the world reports nothing where people are counted.

        >>> Tally("travel", None, "ISL").sides("GBR", "ISL"), Tally("sent", None, "SLV").sides("USA", "SLV")
        (('ISL', 'GBR'), ('USA', 'SLV'))
        """
        return (target, source) if KINDS[self.kind].host_reports and target != "WLD" else (source, target)


@dataclass(frozen=True, slots=True)
class _Told:
    """How often each country stands at an end of a kind."""

    sources: Counter[str] = field(default_factory=Counter)
    targets: Counter[str] = field(default_factory=Counter)


def may_tally(sentence: Sentence) -> bool:
    """It names something that is counted between countries."""
    return tells_tally(sentence.text)


def tallies_of(story: Story) -> dict[TallyKind, Tally]:
    """The ends that all rows of a story share, by what is counted.

    Where one end has several countries it is the other one, even if no words beside the noun name it.
    """
    told: dict[TallyKind, _Told] = {}
    telling = [sentence for sentence in story.sentences if may_tally(sentence)]
    for sentence in telling:
        for noun in NOUN.finditer(sentence.text):
            kind: TallyKind = noun.lastgroup  # type: ignore[assignment]
            ends = told.setdefault(kind, _Told())
            sources, targets, _ = _named(sentence, noun.start(), noun.end(), kind)
            ends.sources.update(sources)
            ends.targets.update(targets)
    owners: Counter[str] = Counter()
    for sentence in story.sentences if telling else ():
        owners.update(_owners(sentence))
    return {kind: found for kind, ends in told.items() if (found := _shared(kind, ends, owners, story)) is not None}


def _shared(kind: TallyKind, told: _Told, owners: Counter[str], story: Story) -> Tally | None:
    sources, targets = set(told.sources), set(told.targets)
    if kind == "ride":
        both = [*told.sources, *(t for t in told.targets if t not in sources)]
        return Tally(kind, both[0], both[1]) if len(both) == 2 else None
    if len(sources) == 1:
        return Tally(kind, next(iter(sources)), next(iter(targets)) if len(targets) == 1 else None)
    home = next((c for c, _ in owners.most_common() if c not in sources), None)
    if home is not None and kind == "sent":
        return Tally(kind, None, home)  # whose bank counts what comes in, whoever else takes in more
    most = told.targets.most_common(2)
    if most and (len(most) == 1 or most[0][1] >= 2 * most[1][1]):
        return Tally(kind, None, most[0][0])
    if targets:
        return None
    home = home or (story.teller if story.teller not in sources else None)
    return Tally(kind, None, home) if home is not None else None


def _owners(sentence: Sentence) -> list[str]:
    """Whose office counts, whose markets they come from: "Fiji's Bureau of Statistics", "the Kenyan ministry of tourism"."""
    return [
        m.code
        for m in sentence.mentions
        if trades(m.code)
        and (
            OFFICE.match(sentence.text, m.end)
            or SOURCE_OF.match(sentence.text, m.end)
            or OFFICE_OF.search(sentence.text[: m.start])
        )
    ]


def tally_of(sentence: Sentence, bases: Mapping[TallyKind, Tally], before: Tally | None) -> Tally | None:
    """The tally that a sentence tells of, or goes on with; None if it names none and has none before it."""
    if not may_tally(sentence):
        base = bases.get(before.kind) if before is not None else None
        return base if base is not None and (base.open or before is None or not before.open) else before
    told = before
    for noun in NOUN.finditer(sentence.text):
        kind: TallyKind = noun.lastgroup  # type: ignore[assignment]
        sources, targets, led = _named(sentence, noun.start(), noun.end(), kind)
        source, target = next(iter(sources), None), next(iter(targets), None)
        base = bases.get(kind)
        here = told is not None and told.kind == kind and told.sentence == sentence.index
        if here and told is not None and not (sources or targets):
            source, target, led = told.source, told.target, told.led
        elif base is not None and (base.open or sources or targets or not (told is not None and told.kind == kind)):
            source, target = source or base.source, target or base.target
            if source == target:
                source, target = (source, None) if sources else (None, target)
        if not (source or target) and told is not None and told.kind == kind:
            source, target = told.source, told.target
        if source not in sources and _ANY_NATION.match(noun.group()):
            source = None
        if not (source or target) and kind in {"sent", "travel"}:
            target = _only(sentence)
        told = Tally(kind, source, target, sentence.index, noun.start(), noun.end(), led)
    return told


def _only(sentence: Sentence) -> str | None:
    """The one country that a sentence names."""
    named = {m.code for m in sentence.mentions if trades(m.code)}
    return next(iter(named)) if len(named) == 1 else None


def _named(sentence: Sentence, start: int, end: int, kind: TallyKind) -> tuple[list[str], list[str], End | None]:
    """The countries round a noun, at its source and at its target; and which of the two stands before it."""
    text = sentence.text
    sources: list[str] = []
    targets: list[str] = []
    led: End | None = None
    last: tuple[int, list[str]] | None = None
    for m in (m for m in sentence.mentions if trades(m.code)):
        into: list[str] | None = None
        if m.end <= start:
            if m.use in {"adjective", "demonym"} and _NATIONS_OWN.fullmatch(text, m.end, start):
                into = targets if kind == "ride" else sources
            elif _OWNED.fullmatch(text, m.end, start):
                into = targets
            elif start - m.end < 2 * _GAP and TAKES_IN.match(text, m.end):
                into, led = targets, "target"
        elif m.start - end <= _GAP and not CLAUSE_BREAK.search(text[end : m.start]):
            lead = text[start : m.start] if _WHO.search(text, start, end) else text[end : m.start]
            if _FROM.search(lead) or _BETWEEN.search(lead):
                into = sources
            elif _TO.search(lead) or _AND_BETWEEN.search(lead):
                into = targets
        if into is None and last is not None and _LISTED.fullmatch(text, last[0], m.start):
            into = last[1]
        if into is not None:
            into.append(m.code)
        last = (m.end, into) if into is not None else None
    return sources, [t for t in targets if t not in sources], led


def placed(sentence: Sentence, mention: Mention) -> End | None:
    """Which end a row's own words make of a country: `source` ("from Chad"), `target` ("in Chad"), or neither."""
    lead = sentence.text[: mention.start]
    if _FROM.search(lead) or (mention.use == "adjective" and _PEOPLE.match(sentence.text, mention.end)):
        return "source"  # "30,100 to Chinese students"
    if SENDS.match(sentence.text, mention.end):
        return "source"
    return "target" if _TO.search(lead) else None


def behind(tally: Tally, sentence: Sentence) -> Tally:
    """The tally as it goes on behind rows that name only one of its two ends: they share the other one."""
    codes = {m.code for m in sentence.mentions}
    if tally.kind == "ride" or tally.open or (tally.source in codes) == (tally.target in codes):
        return tally
    return replace(tally, source=None) if tally.source in codes else replace(tally, target=None)
