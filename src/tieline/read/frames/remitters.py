"""Money that foreigners send home from where they work: "remittances by expatriates in Kuwait" go out of it, to all the world."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.subjects import sentence_subject
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import Memory
from tieline.read.syntax.tokens import Token
from tieline.read.words.trade import words

_FOREIGNERS: Final = (
    r"\b(?:foreign(?:ers)?|expat(?:riate)?s?|migrants?|immigrants?|guest)"
    r"(?:\s+(?:workers?|labou?r(?:ers)?|residents?|employees|nationals|communit(?:y|ies)|workforce|staff))?"
    r"(?:\s+(?:who\s+)?(?:are\s+)?(?:working|living|work|live|based|employed|resident))?\s+in\s+(?:the\s+)?"
)
_BY_THEM: Final = re.compile(
    r"(?:\s+(?:that\s+)?(?:were\s+)?(?:sent|transferred|made|remitted))?(?:\s+(?:home|abroad|back|out))?\s+(?:by|of|from)\s+(?:[\w-]+\s+){0,2}?"
    + _FOREIGNERS,
    re.IGNORECASE,
)
_THEY: Final = re.compile(_FOREIGNERS, re.IGNORECASE)
_PAY_OUT: Final = words("pay send transfer remit")
_STEPS_OUT: Final = 6


def sent_from(sentence: Sentence, token: Token, memory: Memory) -> str | None:
    """As in "remittances sent home by foreign workers in Oman", "New Zealand paid out 2 billion in remittances": from where."""
    told = _BY_THEM.match(sentence.text, token.idx + len(token))
    if told is not None:
        return _place_at(sentence, told.end(), memory)
    verb = token
    for _ in range(_STEPS_OUT):
        verb = verb.head
        if verb.pos == "VERB":
            break
    if verb.lemma not in _PAY_OUT or verb.tag == "VBN" or token.dep in {"nsubj", "nsubjpass"}:
        return None
    who = sentence_subject(sentence, token, memory)
    people = any(m.code == who and m.use == "demonym" and m.end <= verb.idx for m in sentence.mentions)
    return who if who is not None and trades(who) and not people else None


def is_money_sent(sentence: Sentence, token: Token) -> bool:
    """As in "cash transfers to Nepal": of people, to those at home."""
    return token.lemma == "transfer" and _OF_MONEY.search(sentence.text[: token.idx]) is not None


_OF_MONEY: Final = re.compile(r"\b(?:money|cash|remittances?|private|personal)\s+$", re.IGNORECASE)


def foreigners_in(sentence: Sentence, begin: int, end: int, memory: Memory) -> str | None:
    """Where the foreigners are that the words between two offsets tell of: "Expatriates working in Kuwait"."""
    told = _THEY.search(sentence.text, begin, end)
    return _place_at(sentence, told.end(), memory) if told is not None else None


def home_of_all(origin: str, memory: Memory) -> str:
    """Whose the money is that leaves a country, where nobody is named: the story's own country's, else all the world's."""
    owner = memory.hub.owner
    return owner if owner not in {None, origin} and memory.hub.gives("other", str(owner)) is False else "WLD"


def _place_at(sentence: Sentence, offset: int, memory: Memory) -> str | None:
    named = next((m.code for m in sentence.mentions if m.start == offset and trades(m.code)), None)
    if named is not None:
        return named
    if _PLACES.match(sentence.text, offset) is None:
        return None
    told = {code for code in memory.recent if trades(code)}
    return next(iter(told)) if len(told) == 1 else memory.hub.owner if memory.hub.owner in told else None


_PLACES: Final = re.compile(r"(?:[a-z]+\s+)?(?:country|kingdom|emirate|sultanate|state|republic)\b", re.IGNORECASE)
"""What stands for the country spoken of last."""


def gets_it_too(sentence: Sentence, mention: Mention) -> bool:
    """As in "El Salvador had an increase of 2 percent", after remittances that came from everywhere: another who gets them."""
    word = sentence.word_of(mention)
    if word is None or word.head.lemma not in _GETS or word.dep != "nsubj":
        return False
    if any(child.dep == "dobj" and child.lemma in _PARTS for child in word.head.children):
        return False  # "had the highest share of remittances": who sends it
    line: Sentence | None = sentence
    for _ in range(_REMEMBERED):
        if line is None:
            return False
        if _SENT_HOME.search(line.text):
            return True
        line = line.before
    return False


_REMEMBERED: Final = 3
_SENT_HOME: Final = re.compile(r"\b(?:remittances?|(?:money|cash)\s+transfers?|migrants\s+send)\b", re.IGNORECASE)
_GETS: Final = words("get receive have see record register post take draw")
_PARTS: Final = words("share part portion percentage proportion")
