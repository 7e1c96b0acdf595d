"""Who gives and who receives a sum, by the words beside each name, by its verb, and by the prepositions that lead to and from it."""

from __future__ import annotations

from typing import Any, Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.deposits import lies_with
from tieline.read.frames.subjects import country_of_phrase, subject_of
from tieline.read.measures.figure_frames import clause_of
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import Memory
from tieline.read.words.parties import (
    ABROAD,
    BEFORE_GETTER,
    BEFORE_GIVER,
    BEHIND_GETTER,
    BEHIND_GIVER,
    GETTING,
    GIVING,
)

_REACH: Final = 110
_AROUND: Final = 70
_LEFT: Final = re.compile(
    r"\b(?:from|by)\s+(?:the\s+|its\s+|neighbou?ring\s+)*(?:[\w-]+\s+(?:in|of)\s+)?(?:the\s+)?$", re.IGNORECASE
)
_REACHED: Final = re.compile(
    r"\b(?:to|for|into|towards?)\s+(?:the\s+)?(?:neighbou?ring\s+|war-torn\s+)*$", re.IGNORECASE
)
_BEHIND_SUM: Final = re.compile(r"\b(?:to|for|in|into|across)\s+(?:[\w'’-]+\s+){0,7}?(?:the\s+)?$", re.IGNORECASE)
_WORKERS: Final = re.compile(
    r"(?:['’]s?)?\s+(?:[a-z-]+\s+){0,2}?(?:migrants?|workers?|citizens|nationals|expatriates|expats|emigrants|diaspora|labou?rers|nurses|seafarers|relatives|families|households)\b"
)
_WHERE_THEY_WORK: Final = re.compile(r"\b(?:in|from)\s+(?:the\s+)?$", re.IGNORECASE)
_APART: Final = re.compile(
    r"[,;:]\s|\b(?:said|says|told|after|during|before|while|when|where|as|but|than|visit\w*)\b", re.IGNORECASE
)
"""Behind a sum, where what is told of it has ended."""


def ends_of(sentence: Sentence, figure: Figure, kind: Indicator, memory: Memory) -> tuple[str, str] | None:
    """Who gives and who receives a sum, if its part of the sentence tells both."""
    since = max((f.end for f in sentence.figures if f.end <= figure.start), default=0)
    until = min((f.start for f in sentence.figures if f.start >= figure.end), default=len(sentence.text))
    ends: dict[bool, list[str]] = {True: [], False: []}
    acting = _acting(sentence, figure, memory) if kind != "other" else None
    if acting is not None:
        ends[acting[1]].append(acting[0])
    for mention in sentence.mentions:
        if not trades(mention.code) or not since <= mention.start < until:
            continue
        if mention.start >= figure.end and _APART.search(sentence.text, figure.end, mention.start):
            continue
        way = _way(sentence, mention, figure, kind)
        if way is not None and (acting is None or mention.code != acting[0]):
            ends[way].append(mention.code)
    if kind == "other" and (abroad := ABROAD.search(sentence.text, since, until)) is not None:
        ends[abroad["out"] is None].append("WLD")
    gives, gets = ({c for c in ends[way] if c not in ends[not way]} for way in (True, False))
    return (gives.pop(), gets.pop()) if len(gives) == len(gets) == 1 else None


def _way(sentence: Sentence, mention: Mention, figure: Figure, kind: Indicator) -> bool | None:
    """Whether the words beside a name have it give (True) or receive (False): of money sent home, home receives."""
    text, named = sentence.text, mention.use not in {"adjective", "demonym"}
    lead = text[: mention.start]
    if kind == "other":
        if _WORKERS.match(text, mention.end) and not _WHERE_THEY_WORK.search(lead):
            return False
        if named and mention.start < figure.start and _WHERE_THEY_WORK.search(lead):
            return True
    if lies_with(sentence, mention):
        return False
    if (told := _way_told(text, mention)) is not None:
        return told
    if _LEFT.search(lead):
        return True
    if named and _REACHED.search(lead):
        return False
    behind = named and figure.end <= mention.start < figure.end + _REACH
    return False if behind and _BEHIND_SUM.search(text[figure.end : mention.start]) else None


def _acting(sentence: Sentence, figure: Figure, memory: Memory) -> tuple[str, bool] | None:
    """Who is the subject of the verb that the sum hangs on, and whether that is one of giving or of receiving."""
    verb = verb_of(sentence, figure)
    if verb is None or (verb.lemma not in GIVING and verb.lemma not in GETTING):
        return None
    subject, passive = subject_of(verb)
    if subject is not None and subject.lemma == "colony":  # "the former Portuguese colony" is not Portugal
        return None
    who = country_of_phrase(sentence, subject, memory)
    return (who, (verb.lemma in GIVING) != passive) if who is not None and trades(who) else None


def verb_of(sentence: Sentence, figure: Figure) -> Any:
    """The verb that a figure hangs on."""
    token = next((t for t in sentence.tokens if t.idx + len(t) > figure.core), None)
    return clause_of(token) if token is not None else None


def _way_told(text: str, mention: Mention) -> bool | None:
    """What one mention says: that the country gives (True), that it receives (False), or neither."""
    behind = text[mention.end : mention.end + _AROUND]
    before = text[max(0, mention.start - _AROUND) : mention.start]
    if BEHIND_GETTER.match(behind) and mention.use not in {"adjective", "demonym"}:
        return False
    if BEFORE_GIVER.search(before):
        return True
    if BEFORE_GETTER.search(before) and mention.use not in {"adjective", "demonym"}:
        return False
    return True if BEHIND_GIVER.match(behind) else None
