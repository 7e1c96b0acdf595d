"""A document as the reader sees it: its sentences with their countries, figures and times, and the pair it is about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from tieline.model import lazy_re as re
from tieline.model.countries import country, resolve
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read.names.mentions import Mention, find_mentions
from tieline.read.names.outlets import country_of_address, find_outlets, home_of, is_international
from tieline.read.numbers.carried_units import carried_figures
from tieline.read.numbers.counts import counted_as_people, parts_listed, untold, visitors_alone
from tieline.read.numbers.figures import Figure, find_figures
from tieline.read.numbers.local_money import LocalMoney, dollar_of, local_dollar_of, office_dollar_of
from tieline.read.pages.layout import Layout, lay_out
from tieline.read.pages.markdown import unmarked
from tieline.read.pages.parts import Part
from tieline.read.story.named_before import with_former_and_latter
from tieline.read.story.set_aside import countries_kept, figures_kept
from tieline.read.syntax.sentences import plain, split_sentences
from tieline.read.syntax.tokens import Token
from tieline.read.when.fiscal import FiscalYear, fiscal_start_told
from tieline.read.when.resolver import TimeMention
from tieline.read.when.scene import year_end_told
from tieline.read.words.movers import tells_movers

if TYPE_CHECKING:
    from tieline.read.story.goods import Good


@dataclass(slots=True)
class Sentence:
    """One sentence; offsets of mentions, figures and times count from its start (`start` in the document).

    `tokens` are its words (`tieline.read.syntax.tokens.Parsed`), None until it is parsed.
    """

    index: int
    paragraph: int
    part: Part
    start: int
    text: str
    mentions: list[Mention]
    times: list[TimeMention] = field(default_factory=list)
    tokens: Any = None
    money: LocalMoney = field(default_factory=LocalMoney)
    of_travel: bool = False
    before: Sentence | None = None
    _figures: list[Figure] | None = None
    _goods: tuple[list[Figure], Any, list[Good]] | None = None

    def token_at(self, start: int) -> Token | None:
        """The word at a place, or the first one behind it."""
        return next((t for t in self.tokens if t.idx + len(t) > start), None)

    @property
    def figures(self) -> list[Figure]:
        """The numbers of the sentence, looked for when first asked: most sentences are never asked."""
        if self._figures is None:
            found = self.money.of(find_figures(self.text), self.text)
            if self.of_travel or tells_movers(self.text) or self._counts_on(found):
                found = counted_as_people(found)
                found = sorted(
                    [*found, *visitors_alone(self.text, found, strictly=not self.of_travel)], key=lambda f: f.start
                )
            if more := untold(self.text, found, [m.end for m in self.mentions], self._told_before):
                found = sorted([*found, *more], key=lambda f: f.start)
            if any(f.kind == "percent" for f in found) and (
                parts := parts_listed(self.text, found, [m.end for m in self.mentions])
            ):
                found = sorted([*found, *parts], key=lambda f: f.start)
            if any(f.unit is None and f.kind == "money" for f in found):
                found = self._in_money_told(found)
            places = [(m.start, m.end) for m in self.mentions]
            if more := carried_figures(self.text, found, places, self.told_earlier):
                found = sorted([*found, *more], key=lambda f: f.start)
            self._figures = figures_kept(self.text, found)
        return self._figures

    @figures.setter
    def figures(self, found: list[Figure]) -> None:
        self._figures = found

    def _counts_on(self, found: list[Figure]) -> bool:
        """Bare counts beside a country are of people where travellers are counted here, or travellers or movers right before.

        As in "Russia leads with 153,000 arrivals, India is second at 190,000", "Indians number 165,918".
        """
        if not self.mentions:
            return False
        if _TRAVELLERS.search(self.text) and any(f.unit == "people" for f in found):
            return True
        before = self.before
        if before is None or tells_movers(self.text):
            return False
        travel = _TRAVELLERS.search(before.text) is not None and any(f.unit == "people" for f in before.figures)
        return travel or tells_movers(before.text)

    def _names_no_money(self, figure: Figure) -> bool:
        return _BARE_SUM.fullmatch(self.text, figure.core, figure.end) is not None

    def _in_money_told(self, found: list[Figure]) -> list[Figure]:
        """As in "Trade was worth 1.6 billion euros. The figure was 1.5 billion in 2015": sums in the money told last, and marked so."""
        last = next((f for f in reversed(self._told_before()) if f.unit is not None), None)
        out: list[Figure] = []
        for figure in found:
            open_yet = figure.kind == "money" and figure.unit is None and self._names_no_money(figure)
            if open_yet and last is not None and last.kind == "money":
                out.append(replace(figure, unit=last.unit, carried=True))
                continue
            if figure.kind == "money" and figure.unit is not None:
                last = figure
            out.append(figure)
        return out

    def _told_before(self) -> list[Figure]:
        """The figures of the two sentences before it, those of the last one if it counts anything."""
        told: list[Figure] = []
        near = self.before
        for _ in range(_TOLD_NEAR):
            if near is None or told:
                break
            told = [f for f in near.figures if f.kind in {"money", "quantity"}]
            near = near.before
        return told

    def told_earlier(self) -> list[tuple[str, list[Figure]]]:
        """The texts of the sentences before it, the nearest first, with their figures."""
        told: list[tuple[str, list[Figure]]] = []
        near = self.before
        while near is not None and len(told) < _TOLD_EARLIER:
            told.append((near.text, near.figures))
            near = near.before
        return told

    def goods(self, find: Callable[[Sentence], list[Good]]) -> list[Good]:
        """What `find` finds, looked for once as long as the figures and the words stay the same."""
        known, figures = self._goods, self.figures
        if known is None or known[0] is not figures or known[1] is not self.tokens:
            known = self._goods = figures, self.tokens, find(self)
        return known[2]

    @property
    def in_letters(self) -> str:
        """The text as a parser is used to it: of a line in capitals only the names keep one, at the same offsets."""
        if not self.text.isupper() or len(self.text) != len(self.text.lower()):
            return self.text
        spelled = self.text.lower()
        for mention in self.mentions:
            name = self.text[mention.start : mention.end]
            spelled = spelled[: mention.start] + (name if "." in name else name.title()) + spelled[mention.end :]
        return spelled[:1].upper() + spelled[1:]

    @property
    def end(self) -> int:
        """Offset in the document after its last character."""
        return self.start + len(self.text)

    def mention_at(self, token: Token) -> Mention | None:
        """The country mention that a word belongs to."""
        for mention in self.mentions:
            if mention.start <= token.idx < mention.end:
                return mention
        return None

    def word_of(self, mention: Mention) -> Token | None:
        """The last word of a country mention, the one that its name hangs on; None where no word starts in it."""
        return next((t for t in reversed(self.tokens) if mention.start <= t.idx < mention.end), None)


@dataclass
class Story:
    """A document laid out, with the countries it names most.

    `home` is the country of its outlet or its dateline; `named` counts the countries that it names as places, not as
    people or goods, in the order of the text.
    """

    document: Document
    text: str
    layout: Layout
    sentences: list[Sentence]
    published: Period | None
    counts: Counter[str]
    home: str | None = None
    named: Counter[str] = field(default_factory=Counter)

    @cached_property
    def scene(self) -> str | None:
        """The country of its dateline, whoever the outlet is: where "the government" is that country's."""
        return _country_of_dateline(self.layout)

    @cached_property
    def named_most(self) -> tuple[str, ...]:
        """The two countries that it names most often."""
        return tuple(code for code, _ in self.counts.most_common(2))

    @cached_property
    def teller(self) -> str | None:
        """The country whose exports need no owner ("HANOI - Exports rose"): that of its dateline or outlet.

        Where the press of the world sits, the story must name it too, or speak of offices as its own.
        """
        home = self.scene or self.home
        if home is None or not trades(home):
            return None
        own = self.counts[home] > 0 or home not in PRESS_CITIES or _OFFICE_AT_HOME.search(self.text) is not None
        return home if own else None

    @cached_property
    def season_end(self) -> int | None:
        """The month in which the crop year or the season that it speaks of ends, if it says so."""
        return year_end_told(self.text, season=True)

    @cached_property
    def fiscal_start(self) -> FiscalYear | None:
        """The first day of the fiscal year that it counts by, if it says so."""
        return fiscal_start_told(self.text)

    @cached_property
    def pair(self) -> tuple[str, str] | None:
        """The two countries that the story is about: the two named most, if the second is no passing mention.

        A story that names one alone is about that one and its own home, which it need not name.
        """
        ranked = [(c, n) for c, n in self.counts.most_common() if trades(c)]
        if len(ranked) == 1 and self.home not in {None, ranked[0][0]}:
            return str(self.home), ranked[0][0]
        if len(ranked) == 2 or (len(ranked) > 2 and ranked[1][1] > ranked[2][1]):
            return ranked[0][0], ranked[1][0]
        return None

    @cached_property
    def opens_with_pair(self) -> bool:
        """Its headline, or the first sentence of its body, names both countries of its pair."""
        first = next((s for s in self.sentences if s.part == "body"), None)
        opening = [s for s in self.sentences if s.part == "headline" or s is first]
        return self.pair is not None and any(set(self.pair) <= {m.code for m in s.mentions} for s in opening)


TRADING_BLOCS = frozenset({"EU", "ASEAN", "GCC"})


@lru_cache(maxsize=1_000)
def trades(code: str) -> bool:
    """A country, or a bloc with figures of its own: no forum or agency can be the other side of a flow."""
    return code in TRADING_BLOCS or country(code).kind not in {"organisation", "world"}


def build_story(
    document: Document, *, hopeless: Callable[[str, AbstractSet[str]], bool] | None = None, home: str | None = None
) -> Story:
    """Lay a document out; nothing is parsed yet.  `home` is the country that a round-up says it is about.

    A story of which `hopeless` tells by its text and the countries in it that it holds no claim is left without sentences.
    """
    text = plain(unmarked(document.text))
    if hopeless and document.published:
        mentions = _outside_outlets(text, find_mentions(text, document.published.start))
        if hopeless(text, {mention.code for mention in mentions}) and not (
            _paper_of(document) and _OF_HOME.search(text) and not mentions
        ):
            return Story(document, text, Layout((), None), [], document.published, Counter())
    layout = lay_out(document.text)
    published = document.published or _dateline_date(layout)
    if not (hopeless and document.published):
        mentions = _outside_outlets(text, find_mentions(text, published.start if published else None))
    begins = [mention.start for mention in mentions]
    counts: Counter[str] = Counter(() if home is None else (home,))
    home = home or _home_of(document, layout)
    sentences: list[Sentence] = []
    named: Counter[str] = Counter()
    paper = _paper_of(document) or home
    by_office = office_dollar_of(text) if paper is None else None
    dollar = by_office or dollar_of(text, paper)
    money = LocalMoney(dollar, by_office is not None, local_dollar_of(text), counts, home)
    of_travel = len(_TRAVEL.findall(text)) >= (_OFTEN if len(text) > _SHORT else _OFTEN - 1)
    for paragraph, block in enumerate(layout.blocks):
        if block.part == "noise":
            continue
        for start, end in split_sentences(text, block.start, block.end):
            near = mentions[bisect_left(begins, start) : bisect_right(begins, end)]
            inside = [_shift(m, start) for m in near if m.end <= end]
            last = sentences[-1].mentions if sentences else ()
            kept = with_former_and_latter(text[start:end], countries_kept(text[start:end], inside), last)
            sentence = Sentence(
                len(sentences), paragraph, block.part, start, text[start:end], kept, money=money, of_travel=of_travel
            )
            sentence.before = sentences[-1] if sentences and sentences[-1].part == block.part else None
            sentences.append(sentence)
            named.update(m.code for m in inside if m.use in _AS_PLACE)
            counts.update(m.code for m in inside if not _OF_MEETING.match(text, m.end + start))
    return Story(document, text, layout, sentences, published, counts, home, named)


_OF_HOME = re.compile(
    r"\b(?:exports?|imports?|re-?exports?|trade (?:deficit|surplus|gap)|remittances|(?:tourist|visitor|foreign) arrivals)\b[^.;]{0,80}?\d",
    re.IGNORECASE,
)
"""In a paper that names no country: the trade of its own ("Exports of canned tuna rise by 6%")."""
_AS_PLACE = frozenset({"name", "official", "capital", "abbreviation"})
_TRAVEL = re.compile(r"\b(?:tourists?|tourism|visitors?|arrivals|holidaymakers?|passengers)\b", re.IGNORECASE)
_BARE_SUM = re.compile(r"[\w.,]+\s(?:thousand|million|billion|trillion|mln|bln)", re.IGNORECASE)
"""A sum with its scale, and no money."""
_TRAVELLERS = re.compile(r"\b(?:tourists?|visitors?|arrivals|holidaymakers?|travell?ers|guests)\b", re.IGNORECASE)
_TOLD_NEAR = 2
_TOLD_EARLIER = 5
PRESS_CITIES = frozenset({"CHE", "GBR", "USA", "BEL", "SGP", "ARE", "FRA", "AUT", "NLD", "HKG", "QAT"})
_OFFICE_AT_HOME = re.compile(
    r"\b(?:the|its)\s+(?:[a-z]+\s){0,3}(?:ministry|ministers?|central bank|(?:statistics|customs)\s(?:office|service|bureau|agency|department|institute|committee)|customs|country|kingdom|island|republic|government)\b"
    r"|\b(?:the\s+)?(?:Ministry|Department|Bureau|General Administration|Central Statistics Office|National Bureau)\s+(?:of|for)\b"
)
"""Offices that a story names without their country: they are of the place where it is told."""
_OFTEN, _SHORT = 3, 600
"""So often does a story about travellers name them."""
_OF_MEETING = re.compile(r"\s+(?:[A-Z][\w-]+\s+){0,2}(?:Summits?|Meetings?|Forum|Assembly|Conference|Games)\b")
"""Behind an organisation's name where it only names an occasion ("the ASEAN Summit")."""


def _home_of(document: Document, layout: Layout) -> str | None:
    """The country that a story is written in and for, as far as dateline and outlet tell."""
    if is_international(document.outlet):
        return None
    agency = layout.dateline.agency if layout.dateline else None
    return _country_of_dateline(layout) or _paper_of(document) or home_of(agency)


def _paper_of(document: Document) -> str | None:
    """The country of the paper, by its name, else by its address; none of one that files for everyone."""
    if is_international(document.outlet):
        return None
    return home_of(document.outlet) or country_of_address(document.url)


def _country_of_dateline(layout: Layout) -> str | None:
    place = layout.dateline.place if layout.dateline else None
    named = resolve(place.title() if place.isupper() else place) if place else ()
    return named[0] if len(named) == 1 else None


def _outside_outlets(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions without those that are a part of an outlet's name ("Taipei Times", "Voice of Korea")."""
    if not mentions:
        return mentions
    spans = [(start, end) for start, end, _ in find_outlets(text)]
    begins = [start for start, _ in spans]

    def named(mention: Mention) -> bool:
        place = bisect_right(begins, mention.start) - 1
        return place < 0 or spans[place][1] < mention.end or spans[place] == (mention.start, mention.end)

    return [mention for mention in mentions if named(mention)]


def _shift(mention: Mention, by: int) -> Mention:
    return Mention(mention.start - by, mention.end - by, mention.code, mention.use, mention.place, mention.uncertain)


def _dateline_date(layout: Layout) -> Period | None:
    """The day of a dateline that names its year; one without a year dates nothing."""
    found = layout.dateline
    if found and found.year and found.month and found.day:
        try:
            return Period.of_day(date(found.year, found.month, found.day))
        except ValueError:
            return None
    return None
