"""Ranks: "the second largest partner".

A rank is of one country among the partners of another: "China is the U.S.'s largest supplier", "the third biggest
exporter to Japan", "the largest buyer of Australian wheat".  Who has the rank stands before it, whose partners are
ranked before it with a genitive, or behind it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from tieline.model import lazy_re as re
from tieline.model.claims import Comparison, Quote, Trend
from tieline.model.confidence import CONFIDENCE
from tieline.model.vocabulary import Indicator
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.goods import Good, goods_in
from tieline.read.trends.rank_forms import NO_LONGER, PLACES, rank_forms
from tieline.read.trends.rank_money import MoneyRanked, money_ranked
from tieline.read.trends.rank_neighbours import Beside, neighbours
from tieline.read.trends.times import period_near

_NUMBERS: Final = {"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5}
"""In "number two", "No. 2"."""
_RANK: Final = re.compile(
    r"\b(?:(?P<nth>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d{1,2}(?:st|nd|rd|th))[\s-]+)?"
    r"(?P<top>largest|biggest|top|main|leading|principal|most important|number (?:one|two|three|four|five)|No\. ?[1-5])\s+"
    r"(?:(?:foreign|single|overseas|Asian|European|African|Arab|regional|external|export|bilateral|[a-z]{3,14})\s+){0,2}?"
    r"(?P<what>trad(?:e|ing) partner|export (?:market|destination)|market|supplier|provider|source|exporter|seller|importer|buyer|purchaser|customer|consumer|outlet|destination"
    r"|investor|creditor|lender|donor|recipient)\b(?!s)"
    r"|\b(?P<place>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+(?P<bare>trad(?:e|ing) partner|export (?:market|destination))\b(?!s)",
    re.IGNORECASE,
)
_RANKED_WORD: Final = re.compile(
    "partner|market|destination|supplier|provider|source|exporter|seller|importer|buyer|purchaser|customer|consumer|outlet"
    "|investor|creditor|lender|donor|recipient"
)
"""What each rank is said of, in small letters."""
_OVERTAKES: Final = re.compile(
    r"\b(?:overt(?:ook|ak(?:es?|en|ing))|pass(?:es|ed|ing)?|surpass(?:es|ed|ing)?|replac(?:es?|ed|ing)|dethron(?:es?|ed|ing)|displac(?:es?|ed|ing)|dislodg(?:es?|ed|ing)|"
    r"oust(?:s|ed|ing)?|tak(?:es?|en|ing) the place of|took the place of|outstripp?(?:s|ed|ing)?|edg(?:es?|ed|ing) (?:out|past)|ahead of|after|behind|followed by|unlike|beat(?:s|en|ing)?(?:\s+out)?|pips|pipped"
    r"|(?:re(?:claim|gain|tak)|tak|t[ao]k|seiz|wrest|snatch|w[oi]n|claim)(?:s|es|ed|en|ing|e)?\s+(?:back\s+)?(?:the\s+)?(?:top|first|second|third|lead(?:ing)?)\s+(?:spot|place|position|rank|slot)\s+(?:back\s+)?from)\s+(?:(?:[\w-]+,?\s+){1,3}?(?:such as|like|including)\s+)?(?:(?:the|both)\s+)?$",
    re.IGNORECASE,
)
"""Before a country that the one with the rank has left behind, or that stands before it: "Chad overtook Togo as Mali's main supplier"."""
_ITS: Final = re.compile(r",\s+(?:now\s+|still\s+)?(?:its|their|the\s+country['’]s)\s+(?:by\s+far\s+)?$")
"""Between a country and the rank that is told of it in an apposition."""
_ONCE: Final = re.compile(
    r"\b(?:once|formerly|previously|traditionally|until\s+(?:recently|then|now|\d{4}))\s+(?:the\s+)?$", re.IGNORECASE
)
"""Before a rank of another time."""
_NOUN: Final = re.compile(r"\s+[a-z][\w-]*")
_Seen = Literal["partner", "buyer", "seller", "giver", "guests"]
_SEEN: Final[dict[str, _Seen]] = {
    **dict.fromkeys(("market", "destination", "outlet", "importer", "buyer", "purchaser", "customer", "consumer"), "buyer"),
    **dict.fromkeys(("supplier", "provider", "source", "exporter", "seller"), "seller"),
    **dict.fromkeys(("investor", "creditor", "lender", "donor"), "giver"), "guests": "guests",
}  # fmt: skip
_OF_GUESTS: Final = re.compile(
    r"(?:[\w-]+\s+){1,4}?(?:(?:source|visitor|tourist|tourism|inbound)\s+markets?|sources?\s+of\s+(?:[a-z]+\s+)?(?:tourists|visitors|arrivals))\b",
    re.IGNORECASE,
)
"""A market from which guests come, and no goods."""
_GIVES: Final[dict[str, Indicator]] = {"investor": "investment", "creditor": "debt", "lender": "debt", "donor": "aid"}
_OWNED: Final = re.compile(r"(?:'s?)?\s+(?:(?:now|currently|by far|new|own)\s+|\w+\s+)?", re.IGNORECASE)
_BEHIND: Final = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:of|for|to|in|into|from)\s+(?:the\s+)?(?:[\w-]+\s+)?$", re.IGNORECASE
)
_FARTHEST: Final = 60


def read_rank(sentence: Sentence, story: Story) -> list[Trend]:
    """As in "X's second largest trading partner": a trend without a direction, with the rank; and who stands beside it."""
    out: list[Trend] = []
    for found in _RANK.finditer(sentence.text) if _RANKED_WORD.search(sentence.text.lower()) else ():
        out += _rank_at(sentence, story, found)
    for form in rank_forms(sentence):
        told = _Told(
            sentence, story, form.owner, form.ranked, form.what.rsplit(None, 1)[-1], form.start, form.end, form.good
        )
        out += [told.at(form.place), *told.with_neighbours(form.place)]
        if form.ahead is not None and form.ahead.code not in {form.owner.code, form.ranked.code}:
            out.append(replace(told, ranked=form.ahead).at(form.place - 1))
    return out


def _rank_at(sentence: Sentence, story: Story, found: re.Match[str]) -> list[Trend]:
    if NO_LONGER.search(sentence.text[max(0, found.start() - _FARTHEST) : found.start()]):
        return []
    what = (found["what"] or found["bare"]).lower().rsplit(None, 1)[-1]
    money = money_ranked(sentence.text, what, found.end())
    if what == "recipient" and money is None:
        return []
    until = money.end if money is not None else found.end()
    owner, ranked = _of_apposition(sentence, found) or (None, None)
    if owner is None:
        owner = _owner(sentence, found, until)
        ranked = _ranked(sentence, found, owner)
    if owner is None or ranked is None or owner.code == ranked.code or _ONCE.search(sentence.text[: owner.start]):
        return []
    first, last = min(owner.start, ranked.start, found.start()), max(until, owner.end)
    first = found.start() if found.start() - first > _FARTHEST else first
    if owner.use == "adjective" and owner.end == last and (noun := _NOUN.match(sentence.text, last)):
        last = noun.end()
    what = "guests" if _OF_GUESTS.match(sentence.text, found.start()) is not None else what
    bought = _SEEN.get(what) == "seller" and not owner.start < found.start()
    good = _good_of(sentence, found) if money is None else None
    told = _Told(sentence, story, owner, ranked, what, first, last, good, sold=bought, money=money)
    place, first, last = told.behind_others(_place(found))
    return [told.at(place, start=first, end=last), *told.with_neighbours(place)]


@dataclass(frozen=True, slots=True)
class _Told:
    """A rank as it is told: of whom among whose partners, as what, of which goods, and where in the sentence.

    `sold` where the owner stands behind a seller ("the largest exporter to Japan"): what is told is what that one sells.
    """

    sentence: Sentence
    story: Story
    owner: Mention
    ranked: Mention
    what: str
    start: int
    end: int
    good: Good | None = None
    sold: bool = False
    money: MoneyRanked | None = None

    def at(self, place: int | None, *, against: Mention | None = None, start: int | None = None, end: int = 0) -> Trend:
        """The claim of a place, or that the flow is held `against` that of another partner."""
        seen = _SEEN.get(self.what, "partner")
        indicator: Indicator = "trade" if seen == "partner" else _GIVES[self.what] if seen == "giver" else "exports"
        indicator = "tourism" if seen == "guests" else indicator
        reporter, partner = self.owner.code, self.ranked.code
        if seen == "giver" or (seen == "seller" and self.sold):
            reporter, partner = partner, reporter
        elif seen == "seller":
            indicator = "imports"
        other = _among(self.owner.code, seen, indicator, place)
        if (money := self.money) is not None:
            indicator = money.indicator
            reporter, partner = self.ranked.code, self.owner.code
            all_given: tuple[str | None, str | None] = (None, partner)
            if not money.given:
                reporter, partner, all_given = partner, reporter, (partner, None)
            other = Comparison(indicator=indicator, reporter=all_given[0], partner=all_given[1], rank=place)
        if against is not None:
            sides = (against.code, self.owner.code) if reporter == self.ranked.code else (reporter, against.code)
            other = Comparison(indicator=indicator, reporter=sides[0], partner=sides[1])
        text, begin = self.story.document.text, self.sentence.start
        first, last = self.start if start is None else min(start, self.start), max(self.end, end)
        period, _ = period_near(self.sentence, self.start, self.end)
        return Trend(
            document=self.story.document.id, version=self.story.document.version_id, quote=Quote.of(text, begin + first, begin + last),
            indicator=indicator, reporter=reporter, partner=partner, product=self.good.words if self.good else None,
            hs=self.good.hs or None if self.good else None, period=period, direction=None, compared_with=other, confidence=CONFIDENCE["rank"],
        )  # fmt: skip

    def behind_others(self, place: int) -> tuple[int, int, int]:
        """The place, and where the words for it stand: the largest "after Japan" is the second, "behind Chad and Togo" the third."""
        ahead = [m for m, way in self._beside() if way == "ahead"] if place == 1 else []
        first, last = min([self.start, *(m.start for m in ahead)]), max([self.end, *(m.end for m in ahead)])
        return place + len(ahead), first, last

    def _beside(self) -> list[Beside]:
        beside = neighbours(self.sentence, self.ranked, self.end)
        return [(m, way) for m, way in beside if m.code not in {self.owner.code, self.ranked.code}]

    def with_neighbours(self, place: int) -> list[Trend]:
        """The claims on those who stand beside the rank."""
        beside = self._beside()
        if place == _SECOND and [way for _, way in beside] == ["ahead"]:
            ahead = beside[0][0]
            return [replace(self, ranked=ahead, start=min(ahead.start, self.start), end=max(ahead.end, self.end)).at(1)]
        out: list[Trend] = []
        for after, (mention, way) in enumerate(beside, start=1):
            if way == "next":
                start, end = min(mention.start, self.start), max(mention.end, self.end)
                out.append(replace(self, ranked=mention, start=start, end=end).at(place + after))
            elif way == "ahead" or place > 1:  # before the first there is nobody
                out.append(self.at(None, against=mention, start=mention.start, end=mention.end))
        return out


_SECOND: Final = 2


def _of_apposition(sentence: Sentence, found: re.Match[str]) -> tuple[Mention, Mention] | None:
    """As in "Brazil's exports to Argentina, its third-largest market, fell": whose market it is, and who."""
    its = _ITS.search(sentence.text[: found.start()])
    named = [m for m in sentence.mentions if its is not None and m.end <= its.start() and trades(m.code)]
    if its is None or not named or named[-1].end != its.start():
        return None
    ranked = named[-1]
    others = [m for m in named if m.code != ranked.code]
    owned = [m for m in others if m.use == "adjective" or re.match(r"['’]s?\s", sentence.text[m.end :])] or others
    return (owned[-1], ranked) if len({m.code for m in owned}) == 1 else None


def _among(owner: str, seen: _Seen, indicator: Indicator, place: int | None) -> Comparison:
    """All the partners of the owner, among whom the rank is held."""
    if seen == "giver":
        return Comparison(indicator=indicator, reporter=None, partner=owner, rank=place)
    flow: Indicator = {"seller": "imports", "buyer": "exports", "guests": "tourism"}.get(seen, "trade")  # type: ignore[assignment]
    return Comparison(indicator=flow, reporter=owner, partner=None, rank=place)


def _place(found: re.Match[str]) -> int:
    nth = (found["nth"] or found["place"] or "").lower()
    top = (found["top"] or "main").lower().rsplit(None, 1)[-1].removeprefix("no.")
    if nth[:1].isdigit():
        return int(nth[:-2])
    return PLACES.get(nth) or _NUMBERS.get(top, 1)


def _owner(sentence: Sentence, found: re.Match[str], until: int) -> Mention | None:
    """Whose partners are ranked: "Japan's largest supplier", "the largest buyer of Australian wheat"; `until` is where the words of the rank end."""
    text = sentence.text
    for mention in reversed([m for m in sentence.mentions if m.end <= found.start() and trades(m.code)]):
        if re.match(r"'s?\s", text[mention.end :]) or mention.use == "adjective":
            if _OWNED.fullmatch(text[mention.end : found.start()]):
                return mention
            break
    for mention in sentence.mentions:
        if until > mention.start >= found.end() and trades(mention.code):
            return mention  # "the top destination for Danish investment"
        if mention.start >= until and trades(mention.code):
            near = _BEHIND.fullmatch(text[until : mention.start]) is not None
            return mention if near and mention.start - until <= _FARTHEST else None
    return None


def _ranked(sentence: Sentence, found: re.Match[str], owner: Mention | None) -> Mention | None:
    """Who has the rank: the country named before it that is not the owner, else the first behind it."""
    others = [m for m in sentence.mentions if (owner is None or m.code != owner.code) and trades(m.code)]
    named = [m for m in others if m.end <= found.start()]
    before = [m for m in named if not _left_behind(sentence, m, others)] or named
    if before:
        stated = [m for m in before if m.use != "adjective"] or before
        return stated[-1]
    behind = [m for m in others if m.start >= found.end()]
    return behind[0] if behind else None


def _left_behind(sentence: Sentence, mention: Mention, others: list[Mention]) -> bool:
    """The country is what another one overtook, by itself or in a list of such."""
    text = sentence.text
    if _OVERTAKES.search(text[: mention.start]):
        return True
    before = next((m for m in reversed(others) if m.end <= mention.start), None)
    listed = before is not None and re.fullmatch(r",?\s+(?:and\s+)?(?:the\s+)?", text[before.end : mention.start])
    return before is not None and listed is not None and _left_behind(sentence, before, others)


def _good_of(sentence: Sentence, found: re.Match[str]) -> Good | None:
    """The product of a rank: "largest textile supplier", "buyer of Australian wheat"."""
    for good in goods_in(sentence):
        inside = found.start() <= good.start < found.end()
        behind = good.start - found.end() >= 0 and re.fullmatch(
            r"\s+(?:of|for)\s+(?:[\w.'-]+\s+){0,2}", sentence.text[found.end() : good.start]
        )
        if inside or behind:
            return good
    return None
