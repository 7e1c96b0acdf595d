"""Money between two countries in a sentence whose verb and noun tell no sides of their own: who gives, and who receives.

"Brazilian funding for projects in Angola has come to $2 billion", "Zambia agreed with Chinese lenders to rework $1.5
billion of debt", "Saudi Arabia has placed $3 billion at the central bank of Egypt": a word for money says of what kind it
is, an adjective or "from" who gives, a preposition or the subject who receives.  Just two countries may be named.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.deposits import bank_behind
from tieline.read.frames.money_sides import kind_before
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import Frame
from tieline.read.words.money import kind_of_money
from tieline.read.words.trade import DOMESTIC

_NOUN: Final = re.compile(
    r"\b(?:(?P<debt>loans?|credits?|credit\s+lines?|lending|debts?|arrears|deposits?)|(?P<aid>grants?|aid|assistance|donations?)|(?P<investment>investments?|FDI)"
    r"|(?P<other>remittances?|money\s+(?:sent|transferred|transfers?))|(?P<open>funding|financing|funds|inflows?|money|capital))\b",
    re.IGNORECASE,
)
_CITY: Final = re.compile(r"(?:\b(?:the|its|their|a)|['\u2019]s)\s+(?:(?-i:[A-Z])[\w-]+\s+)?$", re.IGNORECASE)
"""Before a capital that is a city: "a road to the Kenyan capital"."""
_GIVERS: Final = r"(?:lenders?|creditors?|banks?|donors?|investors?|companies|firms|government|funding|financing|funds|loans?|credits?|lending|grants?|aid|assistance|investments?|capital|money|inflows?|remittances?|transfers?)"
_GIVES: Final = re.compile(rf"(?:'s|\u2019s)?\s+(?:(?!and\b|in\b|to\b|for\b|of\b)[a-z-]+\s+){{0,3}}?{_GIVERS}\b")
_FROM: Final = re.compile(r"\bfrom\s+(?:the\s+)?(?:(?:[Gg]overnment|[Bb]ank)\s+of\s+)?$")
_LEADS: Final = re.compile(
    r"\b(?:to|for|into|in)\s+(?:the\s+)?(?:(?:[Gg]overnment|people|[Rr]epublic|Kingdom|State)\s+of\s+)?(?:neighbou?ring\s+)?$"
)
_PLACED: Final = re.compile(
    r"\b(?:plac(?:es?|ed|ing)|puts?|putting|park(?:s|ed)?|lodg(?:es?|ed)|deposit(?:s|ed)?|inject(?:s|ed)?|kept|keeps?|left)\b[^.;]{0,60}\b(?:at|in|into|with)\b[^.;]{0,40}\b[Bb]ank\b"
)
_GETS: Final = re.compile(
    r"\b(?:agree[ds]?|reach(?:es|ed)|com(?:es|e)|came|got|gets?|receiv(?:es?|ed)|obtain(?:s|ed)|secur(?:es?|ed)|tak(?:es?|en)|took|dr[ae]ws?|drawn|restructur\w+|rework\w*|reschedul\w+|repa(?:ys?|id|ying)|ow(?:es?|ed|ing)|borrow\w*|us(?:es?|ed)|spen[dt])\b"
)
_SUBJECT: Final = re.compile(r"\W*(?:(?:The|the|But|And|In\s+[\w\s]{3,20},)\s+)?")
_NO_GIFT: Final = re.compile(
    r"\b(?:exports?|imports?|trade|tariffs?|sold|sales|goods|reserves|assets|fine[ds]?|tax(?:es)?|profits?|revenues?|frozen|seized|stolen|laundered|smuggled|sanctions?)\b|\bin\s+(?-i:[A-Z])\w+\s+(?:money|currency)\b",
    re.IGNORECASE,
)
_PAIR: Final = 2


class _Sides(NamedTuple):
    giver: str
    receiver: str


def may_be_money_between(sentence: Sentence) -> bool:
    """A sum and a word for money beside just two countries (asked before the sentence is parsed).

    >>> from tieline.model.documents import Document
    >>> from tieline.read.story.document import build_story
    >>> told = "Omani funding for ports in Tanzania has come to $2 billion. Fiji and Samoa have $2 million in reserves."
    >>> [may_be_money_between(sentence) for sentence in build_story(Document("d", told, None)).sentences]
    [True, False]
    """
    text = sentence.text
    if len({m.code for m in sentence.mentions if trades(m.code)}) != _PAIR:
        return False
    if _money_word(text) is None or _NO_GIFT.search(text):
        return False
    return any(f.kind == "money" for f in sentence.figures) and _sides(sentence) is not None


def money_between_frames(sentence: Sentence, frames: list[Frame]) -> list[Frame]:
    """The frame of such money, where no other frame of the sentence has both its sides."""
    if any(f.reporter and f.partner for f in frames) or not may_be_money_between(sentence):
        return []
    sides, noun = _sides(sentence), _money_word(sentence.text)
    token = next((t for t in sentence.tokens if noun is not None and t.idx + len(t) > noun.start()), None)
    if sides is None or noun is None or token is None or DOMESTIC.search(sentence.text):
        return []
    return [Frame(token, _kind(sentence), sides.giver, sides.receiver, None, noun.start(), noun.end())]


def _money_word(text: str) -> re.Match[str] | None:
    """The first word for money, or else the verb that places it in a bank."""
    nouns = (n for n in _NOUN.finditer(text) if n.group().lower() != "capital" or not _CITY.search(text[: n.start()]))
    return next(nouns, None) or _PLACED.search(text)


def _kind(sentence: Sentence) -> Indicator:
    if _PLACED.search(sentence.text):
        return "debt"
    for noun in _NOUN.finditer(sentence.text):
        if noun.lastgroup in _KINDS:
            return _KINDS[noun.lastgroup]
    return kind_of_money(sentence.text) or kind_before(sentence) or "investment"


_KINDS: Final[dict[str, Indicator]] = {"debt": "debt", "aid": "aid", "investment": "investment", "other": "other"}


def _sides(sentence: Sentence) -> _Sides | None:
    named = [m for m in sentence.mentions if trades(m.code)]
    first = named[0] if _SUBJECT.fullmatch(sentence.text, 0, named[0].start) else None
    if (placed := _PLACED.search(sentence.text)) is not None:
        bank = bank_behind(sentence, placed.start(), None)
        giver = next((m.code for m in named if m.end <= placed.start() and m.code != bank), None)
        return _Sides(giver, bank) if giver and bank else None
    giver = next((m.code for m in named if _gives(sentence, m)), None)
    if giver is None:
        return None
    others = [m for m in named if m.code != giver]
    led = next(
        (m for m in others if m.use not in {"adjective", "demonym"} and _LEADS.search(sentence.text[: m.start])), None
    )
    if led is not None:
        return _Sides(giver, led.code)
    gets = first is not None and first.code != giver and _GETS.search(sentence.text, first.end)
    return _Sides(giver, first.code) if gets and first is not None else None


def _gives(sentence: Sentence, mention: Mention) -> bool:
    text = sentence.text
    if _FROM.search(text[: mention.start]) and mention.use not in {"adjective", "demonym"}:
        return True
    owner = mention.use == "adjective" or text[mention.end : mention.end + 2] in {"'s", "\u2019s"}
    found = _GIVES.match(text, mention.end) if owner else None
    return found is not None
