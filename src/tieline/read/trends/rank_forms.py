"""Ranks told without "the largest": "ranked third among Sudan's trading partners", "no country bought more from Zambia than Switzerland".

Of a form only who has the place, whose partners are ranked, on which side and at which place is told; `ranks` makes the claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, trades
from tieline.read.story.goods import Good, goods_in

PLACES: Final = {
    word: n
    for n, words in enumerate(
        ("first top 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th", "eighth 8th", "ninth 9th", "tenth 10th", "eleventh 11th", "twelfth 12th"),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_PLACE: Final = rf"(?P<place>{'|'.join(sorted(PLACES, key=len, reverse=True))})"
NO_LONGER: Final = re.compile(r"(?:\b(?:no longer|not|never)|n['’]t)\b(?![^,;]*\bbut\b)[^,;]*$", re.IGNORECASE)
"""Before a rank that is denied; in "it was not Togo but Benin that was" it is not."""
_PARTNERS: Final = r"(?P<what>trad(?:e|ing)\s+partner|(?:export\s+)?market|(?:export\s+)?destination|supplier|provider|source|exporter|seller|importer|buyer|purchaser|customer|outlet|investor|creditor|lender|donor)s"
_AMONG: Final = re.compile(
    rf"\b(?:(?:rank(?:s|ed|ing)?|plac(?:es|ed|ing)|c[ao]mes?|coming|was|is|were|are|st[oa]nds?|stood|lies|lay|remain(?:s|ed)?|(?:slip|dropp?|f[ae]ll|slid|climb|r[io]s|mov|jump)(?:s|ed|e|ing|en|p?ing|p?ed)?(?:\s+(?:up|down|back))?(?:\s+from\s+[a-z]+)?\s+to)\s+(?:now\s+)?(?:in\s+)?{_PLACE}"
    rf"|{_PLACE.replace('place', 'placed')}[\s-](?:placed|ranked))(?:\s+place)?(?:\s+only\s+to\s+(?P<only>(?:the\s+)?[A-Z][\w.]+(?:\s[A-Z][\w.]+)*))?"
    r"(?:\s+in\s+(?:19|20)\d\d)?\s+(?:among|amongst|in\s+the\s+(?:list|ranking|table)\s+of|of)\s+(?:all\s+)?(?:the\s+)?"
)
_ONLY_TO: Final = re.compile(
    r"\b(?:is|was|remains?|remained|ranks?|ranked|came|comes?|stood|stands)\s+(?:now\s+|still\s+)?(?:second|next)\s+only\s+to\s+(?P<only>(?:the\s+)?[A-Z][\w.]+(?:\s[A-Z][\w.]+)*)"
    r"\s+as\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}?(?P<what>trad(?:e|ing)\s+partner|(?:export\s+)?market|(?:export\s+)?destination|supplier|provider|source|exporter|seller|importer|buyer|purchaser|customer|investor|creditor|lender|donor)"
    r"\s+(?:of|for|to|in)\s+(?:[a-z]+\s+(?:to|for|from)\s+)?(?:the\s+)?"
)
_OF_OWNER: Final = re.compile(
    rf"(?:['’]s?)?\s+(?:(?:foreign|overseas|main|major|largest|biggest)\s+)?(?:[a-z]+\s+)?{_PARTNERS}\b", re.IGNORECASE
)
_NO_OTHER: Final = re.compile(
    r"\b(?:(?:[Nn]o|[Nn]obody|[Nn]o\s+one)\b(?:\s+(?:other|single))?(?:\s+(?:country|nation|state|market|partner|buyer|customer|supplier|seller|exporter|importer))?(?:\s+in\s+the\s+world)?|[Oo]nly\s+(?:the\s+)?(?P<first>[A-Z][\w.]+(?:\s[A-Z][\w.]+)*))"
    r"\s+(?:has\s+|have\s+)?(?P<verb>bought|buys|imported|imports|purchased|purchases|took|takes|sold|sells|exported|exports|shipped|ships|supplied|supplies)\s+more\b"
)
_MORE_THAN_ANY: Final = re.compile(
    r"\b(?P<verb>bought|buys|imported|imports|purchased|purchases|took|takes|sold|sells|exported|exports|shipped|ships|supplied|supplies)\s+more\b"
    r"(?P<what>[^.;:]{1,80}?)\s+than\s+(?:any|every)(?:\s+other(?:\s+(?:country|nation|state|partner|buyer|customer|supplier))?(?!\s+(?:single\s+)?(?:year|month|quarter|season|week|day|time|decade|product|commodity|crop|good)\b)|one\s+else|body\s+else)\b"
    r"(?:\s+(?:except|bar|but|apart\s+from|save|after)(?:\s+for)?\s+(?:the\s+)?(?P<first>[A-Z][\w.]+(?:\s[A-Z][\w.]+)*))?"
)
_BUYS: Final = frozenset("bought buys imported imports purchased purchases took takes".split())
_THAN: Final = re.compile(r"\bthan\s+(?:the\s+)?")
_TO: Final = re.compile(r"\b(?:to|from)\s+(?:the\s+)?$")
_FARTHEST: Final = 90
_SIDES: Final = 3
"""Who has the place, who the one before it, and whose partners they are."""


@dataclass(frozen=True, slots=True)
class RankForm:
    """A place of `ranked` among the partners of `owner`; `what` says as what, `ahead` who has the place before."""

    start: int
    end: int
    owner: Mention
    ranked: Mention
    what: str
    place: int
    ahead: Mention | None = None
    good: Good | None = None


def rank_forms(sentence: Sentence) -> Iterator[RankForm]:
    """The ranks of a sentence that are told in other words than "the largest"."""
    yield from _among(sentence)
    yield from _no_other(sentence)
    yield from _only_to(sentence)


def _among(sentence: Sentence) -> Iterator[RankForm]:
    """As in "Egypt ranked third among Sudan's trading partners", "was second only to Germany among Dutch markets"."""
    for found in _AMONG.finditer(sentence.text):
        owner = next((m for m in sentence.mentions if m.start == found.end() and trades(m.code)), None)
        partners = _OF_OWNER.match(sentence.text, owner.end) if owner is not None else None
        if owner is None or partners is None:
            continue
        before = [m for m in sentence.mentions if m.end <= found.start() and trades(m.code) and m.code != owner.code]
        ranked = before[-1] if before else None
        if ranked is None or found.start() - ranked.end > _FARTHEST or NO_LONGER.search(sentence.text[: found.start()]):
            continue
        ahead = _named(sentence, found, "only")
        place = PLACES[(found["place"] or found["placed"]).lower()]
        yield RankForm(ranked.start, partners.end(), owner, ranked, partners["what"].lower(), place, ahead)


def _only_to(sentence: Sentence) -> Iterator[RankForm]:
    """As in "Chad is second only to Togo as a buyer of Malian cotton"."""
    for found in _ONLY_TO.finditer(sentence.text):
        owner = next((m for m in sentence.mentions if m.start == found.end() and trades(m.code)), None)
        before = [m for m in sentence.mentions if m.end <= found.start() and trades(m.code)]
        ahead = _named(sentence, found, "only")
        if owner is None or ahead is None or not before or len({owner.code, before[-1].code, ahead.code}) < _SIDES:
            continue
        ranked = before[-1]
        if found.start() - ranked.end <= _FARTHEST and not NO_LONGER.search(sentence.text[: found.start()]):
            near = (g for g in goods_in(sentence) if found.end("what") <= g.start <= owner.end + 1)
            good = next(near, None)
            end = max(owner.end, good.end if good else 0)
            yield RankForm(ranked.start, end, owner, ranked, found["what"].lower(), 2, ahead, good)


def _no_other(sentence: Sentence) -> Iterator[RankForm]:
    """As in "no country sold more wine to Denmark than Italy did", "only Russia sold more gas to Hungary than Norway"."""
    for found in _NO_OTHER.finditer(sentence.text):
        than = _THAN.search(sentence.text, found.end(), found.end() + _FARTHEST)
        if than is None:
            continue
        ranked = next((m for m in sentence.mentions if m.start == than.end() and trades(m.code)), None)
        owner = _towards(sentence, found.end(), than.start())
        first = _named(sentence, found, "first")
        if ranked is None or owner is None or owner.code == ranked.code or (found["first"] and first is None):
            continue
        yield RankForm(found.start(), ranked.end, owner, ranked, _side(found["verb"]), 2 if first else 1, first)
    for found in _MORE_THAN_ANY.finditer(sentence.text):
        owner = _towards(sentence, found.start("what"), found.end("what"))
        before = [m for m in sentence.mentions if m.end <= found.start() and trades(m.code)]
        first = _named(sentence, found, "first")
        if owner is None or not before or before[-1].code == owner.code or (found["first"] and first is None):
            continue
        ranked = before[-1]
        yield RankForm(ranked.start, found.end(), owner, ranked, _side(found["verb"]), 2 if first else 1, first)


def _side(verb: str) -> str:
    return "buyer" if verb.lower() in _BUYS else "supplier"


def _named(sentence: Sentence, found: re.Match[str], group: str) -> Mention | None:
    """The country that a part of the form names."""
    start, end = found.span(group)
    return next((m for m in sentence.mentions if start <= m.start < end and trades(m.code)), None)


def _towards(sentence: Sentence, start: int, end: int) -> Mention | None:
    """Whose goods are bought, or who buys them: the country behind "from" or "to"."""
    named = (m for m in sentence.mentions if start <= m.start < end and trades(m.code))
    return next((m for m in named if _TO.search(sentence.text[: m.start])), None)
