"""How many people of a nation visit a country, without a figure: "the number of Britons who visit the island is dropping"."""

from __future__ import annotations

from typing import Any, Final

from tieline.model import lazy_re as re
from tieline.model.claims import Quote, Trend
from tieline.model.confidence import CONFIDENCE
from tieline.model.vocabulary import Direction
from tieline.read.frames.directions import token_direction
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.memory import Memory
from tieline.read.trends.clauses import by_verb, is_wish
from tieline.read.trends.times import modality_at, period_near

_NUMBER: Final = re.compile(r"\bnumbers?\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_VISITS: Final = re.compile(
    r"(?:\s+(?:tourists?|visitors?|holidaymakers?|travell?ers?|guests?))?\s+(?:(?:who|that)\s+)?(?:(?:are|were|have|had|been|now|come|came|go|went)\s+)*"
    r"(?:visit(?:s|ed|ing)?|(?:(?:com|travel|travell|arriv|holiday|fly|go|head)ing|come|came|travel|travell?ed|arrive|arrived|fly|flew|go|went|to)\s+(?:to\s+|in\s+|on\s+holiday\s+(?:to|in)\s+)?)\s*(?:the\s+)?"
)


def may_number_guests(sentence: Sentence) -> bool:
    """The number of people of some nation who visit (asked before the sentence is parsed)."""
    return any(_visits(sentence, m) is not None for m in sentence.mentions)


def read_numbers_of_guests(sentence: Sentence, story: Story, memory: Memory) -> list[Trend]:
    """A trend for each nation the number of whose visitors is told to rise or fall; none where a figure is told of it."""
    out: list[Trend] = []
    for mention in sentence.mentions:
        visits = _visits(sentence, mention) or _again(sentence, mention, memory)
        if visits is None or any(f.start > mention.start for f in sentence.figures):
            continue
        word, way = _moved(sentence, mention)
        host = _host(sentence, mention, visits.end(), memory)
        if host is None or not way:
            continue
        first = mention.start - len("number of ")
        last = word.idx + len(word)
        direction: Direction = "up" if way > 0 else "down"
        period = period_near(sentence, first, last, wide=True)[0]
        carried = ("period",) if period is None and memory.period is not None else ()
        quote = Quote.of(
            story.document.text, sentence.start + min(first, word.idx), sentence.start + max(last, visits.end())
        )
        out.append(
            Trend(
                document=story.document.id, version=story.document.version_id, quote=quote, indicator="tourism", reporter=host,
                partner=mention.code, period=period or memory.period, direction=direction, modality=modality_at(sentence, word),
                inferred=carried, confidence=CONFIDENCE["turn-of-speech"],
            )
        )  # fmt: skip
    return out


def _visits(sentence: Sentence, mention: Mention) -> re.Match[str] | None:
    if mention.use not in {"demonym", "adjective"} or not trades(mention.code):
        return None
    if _NUMBER.search(sentence.text[: mention.start]) is None:
        return None
    return _VISITS.match(sentence.text, mention.end)


def _again(sentence: Sentence, mention: Mention, memory: Memory) -> re.Match[str] | None:
    """As in "The number of Russians fell", soon after a sentence on travellers."""
    near = memory.frame is not None and sentence.index - memory.frame_sentence <= _REMEMBERED
    told = near and memory.frame is not None and memory.frame.indicator == "tourism"
    if not told or mention.use != "demonym" or _NUMBER.search(sentence.text[: mention.start]) is None:
        return None
    return _NO_MORE.match(sentence.text, mention.end)


_REMEMBERED: Final = 2
_NO_MORE: Final = re.compile(r"")


def _moved(sentence: Sentence, mention: Mention) -> tuple[Any, int]:
    """The word that moves the number, and the way: its verb, or a participle behind ("with the number ... dropping")."""
    number = next((t for t in reversed(list(sentence.tokens)) if t.idx < mention.start and t.lemma == "number"), None)
    if number is None:
        return None, 0
    verb = number.head
    if number.dep in {"nsubj", "nsubjpass"} and verb.pos in {"VERB", "AUX"} and not is_wish(verb):
        move = by_verb(verb, number)
        ways = {"up": 1, "down": -1}
        return (move.token, ways.get(str(move.direction), 0)) if move is not None else (None, 0)
    for word in sentence.tokens:
        if mention.end < word.idx < mention.end + _REACH and word.tag == "VBG" and (way := token_direction(word)):
            return word, way
    return None, 0


_REACH: Final = 60


def _host(sentence: Sentence, mention: Mention, end: int, memory: Memory) -> str | None:
    """The country behind the words, else the other one of the sentence, else the host of the story's travellers."""
    others = [m for m in sentence.mentions if m.code != mention.code and trades(m.code) and m.use != "demonym"]
    behind = next((m.code for m in others if m.start == end), None)
    alone = others[0].code if len({m.code for m in others}) == 1 else None
    told = memory.frame.reporter if memory.frame is not None and memory.frame.indicator == "tourism" else None
    host = behind or memory.host or told if end == mention.end else behind or alone or memory.host
    return host if host != mention.code else None
