"""A frame, and the memory of what a story has spoken of so far.

The memory answers what a description leaves open: who "the two countries", "the island" or "its neighbour" are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

from tieline.model import lazy_re as re
from tieline.model.claims import Event, Measure
from tieline.model.countries import country
from tieline.model.periods import Period
from tieline.model.vocabulary import FLOW_DIRECTIONS, Direction, Indicator, ShareOf
from tieline.read.names.mentions import Mention
from tieline.read.story.document import TRADING_BLOCS, Sentence, trades
from tieline.read.story.goods import Good
from tieline.read.story.hub import Hub
from tieline.read.story.people import People
from tieline.read.story.tallies import Tally
from tieline.read.words.clauses import TWO_STATES
from tieline.read.words.regions import region_of
from tieline.read.words.tallies import TallyKind
from tieline.read.words.trade import DESCRIBED

FLOWS: Final[frozenset[Indicator]] = frozenset({"exports", "imports"})
GIVEN: Final[frozenset[Indicator]] = frozenset({"investment", "aid", "debt", "other"})
"""Money that one side gives and the other receives."""
MERCHANDISE: Final[frozenset[Indicator]] = frozenset(FLOW_DIRECTIONS)
"""What a country can have with the whole world."""

_THE = re.compile(r"(?:the|that|this)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"'s?$")
_NEIGHBOURING = re.compile(r"\b(?:neighbou?ring|adjacent)\b", re.IGNORECASE)
_OF_TWO: Final = {"former": 0, "latter": -1}
SURE: Final = "sure"
"""In the place of a frame's preposition: its rule knows both sides, and no likelihood puts others in their place."""
_STATES = frozenset({"country", "nation", "republic", "state", "kingdom"})


@dataclass(frozen=True, slots=True)
class Frame:
    """What a word of trade is about; `start:end` is its phrase in the sentence, `token` its word."""

    token: Any
    indicator: Indicator
    reporter: str | None
    partner: str | None
    good: Good | None
    start: int
    end: int
    verb: bool = False
    sign: int = 1
    inferred: tuple[str, ...] = ()
    whole: bool = False
    group: bool = False
    weak: bool = False
    partner_prep: str | None = None
    partners: tuple[str, ...] = ()

    @property
    def pair(self) -> frozenset[str]:
        """The countries of the frame, without the world."""
        return frozenset(c for c in (self.reporter, self.partner) if c and c != "WLD")

    def other_side(self, code: str | None) -> str | None:
        """The country of the frame that a given one faces."""
        return next((c for c in self.pair if c != code), None)


@dataclass(frozen=True, slots=True)
class Share:
    """The roles of a share told last: "in 2001 the figure was 9 per cent" goes on from it."""

    reporter: str
    partner: str | None
    indicator: Indicator
    whole: ShareOf | None
    good: Good | None


@dataclass(frozen=True, slots=True)
class Told:
    """Between whom a figure was told, in which sentence, and how much it was."""

    sentence: int
    indicator: Indicator
    reporter: str | None
    partner: str | None
    value: float | None = None
    unit: str | None = None
    period: Period | None = None

    def sides_as(self, indicator: str) -> tuple[str | None, str | None]:
        """Reporter and partner if it is told as a flow of another direction: exports of A to B are imports of B from A.

        >>> Told(0, "exports", "KEN", "PAK").sides_as("imports")
        ('PAK', 'KEN')
        """
        turned = self.indicator != indicator and {self.indicator, indicator} <= FLOWS
        return (self.partner, self.reporter) if turned else (self.reporter, self.partner)


def told_of(sentence: Sentence, measures: Iterable[Measure]) -> list[Told]:
    """What is kept in mind of the figures of a sentence."""
    return [Told(sentence.index, m.indicator, m.reporter, m.partner, m.value, m.unit, m.period) for m in measures]


@dataclass(slots=True)
class Memory:
    """What the story has spoken of so far.

    `home` is where it is told, `teller` whose flows need no owner, `base` what it began with, `host` where its travellers go, `visited` that host if its opening says so, `listed` the list of partners that it is in, `table` what the rows of a list are of, `headed` the flow of the goods that a heading has told of, `hub` whose partners it goes through, `glanced`
    the country that a sentence without a claim began with, `topic` the one product that it is about, `topic_sides` who sells it
    (True) and who buys it, `period` the time spoken of and `ahead` that of the last aim or forecast, `step` how many months the periods have that are held against the one just before them, `held` the time whose figures were last held against those of another one that was named, with that, `good` the product of the last flow that named one, `good_sides` who sold and who bought it, `good_token` the word that told it,
    `faced` with whom each country's flows were told, `ranks` whose partner was ranked last, `imposed` who has taken the last measure that was told
    (a ban, a duty), and on whom, `acts` those of the last sentences with their places, `asides` which of the last sentence its speaker does not tell, `spoke` who spoke last for a state, and in which sentence,
    `aliases` the letters by which it names bodies of a state, `protagonists` who acts or owns something in it, `bodies` whose each ministry is that several states have under one name, `told` between whom each figure was, `moved` the changes that the last sentences told without a level, `last_way` which way the last flow went, and in which sentence,
    `tallies` what it counts between countries as a whole, `tally` the one that its last sentences went through.
    """

    people: People | None = None
    countries: list[str] = field(default_factory=list)
    home: str | None = None
    teller: str | None = None
    frame: Frame | None = None
    frame_sentence: int = -99
    flow: Frame | None = None
    flow_sentence: int = -99
    pair: tuple[str, str] | None = None
    subject: str | None = None
    recent: list[str] = field(default_factory=list)
    base: Frame | None = None
    host: str | None = None
    visited: str | None = None
    listed: Frame | None = None
    table: Frame | None = None
    table_sentence: int = -99
    tallies: dict[TallyKind, Tally] = field(default_factory=dict)
    tally: Tally | None = None
    tally_sentence: int = -99
    headed: Frame | None = None
    headed_sentence: int = -99
    hub: Hub = field(default_factory=Hub)
    topic: Callable[[], Good | None] = field(default=lambda: None)
    topic_sides: dict[str, bool] = field(default_factory=dict)
    good: Good | None = None
    good_sentence: int = -99
    good_sides: tuple[str | None, str | None] = (None, None)
    good_token: Any = None
    period: Period | None = None
    ahead: Period | None = None
    tariff: Frame | None = None
    tariff_sentence: int = -99
    budget_sentence: int = -99
    glanced: str | None = None
    glanced_sentence: int = -99
    slot: str = ""
    step: int | None = None
    held: tuple[Period, Period] | None = None
    share: Share | None = None
    act_date: Period | None = None
    faced: dict[str, set[str]] = field(default_factory=dict)
    ranks: str | None = None
    imposed: tuple[str, str] | None = None
    aliases: dict[str, str] | None = None
    protagonists: frozenset[str] | None = None
    bodies: dict[str, str] | None = None
    acts: tuple[tuple[Event, int], ...] = ()
    asides: tuple[bool, ...] = ()
    spoke: tuple[str | None, int] = (None, -99)
    told: list[Told] = field(default_factory=list)
    moved: list[tuple[int, Measure]] = field(default_factory=list)
    last_way: tuple[int, Direction | None] = (-99, None)

    def note(self, frame: Frame, sentence: Sentence) -> None:
        """Keep a frame as the last one spoken of."""
        self.frame, self.frame_sentence = frame, sentence.index
        if self.host is None and frame.indicator == "tourism":
            self.host = frame.reporter
        if self.base is None and frame.reporter and frame.indicator in MERCHANDISE:
            self.base = frame
        if frame.indicator == "tariff" and frame.reporter and frame.partner:
            self.tariff, self.tariff_sentence = frame, sentence.index
        if frame.indicator in FLOWS:
            self.flow, self.flow_sentence = frame, sentence.index
            if frame.good is not None:
                self.good, self.good_sentence = frame.good, sentence.index
        if frame.reporter and frame.partner and frame.partner != "WLD":
            self.pair = (frame.reporter, frame.partner)

    def face(self, frames: Sequence[Frame]) -> None:
        """Keep with whom the flows of a sentence are."""
        for frame in frames:
            if frame.reporter and frame.partner not in {None, "WLD"} and frame.indicator in FLOWS:
                self.faced.setdefault(frame.reporter, set()).add(str(frame.partner))


def other_of(pair: tuple[str, str], code: str | None) -> str:
    """The other country of a pair.

    >>> other_of(("PRK", "RUS"), "RUS")
    'PRK'
    """
    return pair[1] if pair[0] == code else pair[0]


def memory_pair(memory: Memory, sentence: Sentence) -> tuple[str, str] | None:
    """The two countries meant by "the two countries": those of this sentence, else the last pair, else the story's."""
    here = states_here(sentence)
    if len(here) == 2:
        return here[0], here[1]
    if len(here) > 2 and (two := pair_ranked(sentence)) is not None:
        return two
    if memory.pair and not TRADING_BLOCS.isdisjoint(memory.pair) and TWO_STATES.search(sentence.text):
        states = [c for c in memory.countries if trades(c) and c not in TRADING_BLOCS][:2]
        return (states[0], states[1]) if len(states) == len(memory.pair) else memory.pair
    return memory.pair


def states_here(sentence: Sentence) -> list[str]:
    """The countries and blocs that a sentence names, in order; no bloc of which one of them is only called the chair or a member."""
    return list(
        dict.fromkeys(
            m.code for m in sentence.mentions if not m.place and trades(m.code) and not in_a_bloc(m, sentence)
        )
    )


_IN_A_BLOC = re.compile(
    r"\b(?:(?:[Cc]hair(?:man|woman|person|ship)?|[Mm]embers?|[Pp]residency|[Hh]olders?|[Hh]ead|[Mm]embership|[Pp]art)\s+of"
    r"|left|leav(?:es?|ing)|join(?:s|ed|ing)?|quit(?:s|ting)?|(?:withdr[ae]w(?:al|n|s|ing)?|departures?|exit(?:s|ed|ing)?)\s+from|accession\s+to)\s+(?:the\s+)?$"
)
"""Before a bloc that a country is a part of, or has left: "Malta, chair of ASEAN, called for calm", "after Chad quit the EAEU"."""


def in_a_bloc(mention: Mention, sentence: Sentence) -> bool:
    """An organisation that is named only as what a country is the chair or a member of."""
    body = country(mention.code).kind == "organisation" or mention.code in TRADING_BLOCS
    return body and _IN_A_BLOC.search(sentence.text[: mention.start]) is not None


def pair_ranked(sentence: Sentence) -> tuple[str, str] | None:
    """As in "Thailand is Laos' second biggest partner after China": the two whose partnership is told."""
    named = [m for m in sentence.mentions if not m.place and trades(m.code)]
    for one, two in pairwise(named):
        if _IS.fullmatch(sentence.text[one.end : two.start]) and "partner" in sentence.text[two.end : two.end + 60]:
            return one.code, two.code
    return None


def home_and_partner(sentence: Sentence) -> tuple[str, str] | None:
    """As in "Brazil was Argentina's main trading partner": whose partner it is comes first."""
    named = [m for m in sentence.mentions if not m.place and trades(m.code)]
    for one, two in pairwise(named):
        if one.code != two.code and _ITS_PARTNER.match(sentence.text, two.end):
            return two.code, one.code
    return None


_ITS_PARTNER = re.compile(
    r"(?:'s?)\s+(?:[\w-]+\s+){0,5}?(?:(?:trading|trade|commercial|economic|business)\s+partner|customer|market|buyer|supplier|client)\b"
)
_IS = re.compile(
    r"\s+(?:is|was|remains|remained|became|has become|ranks as|ranked as)\s+(?:(?:already|now|also|still|currently|by far|today)\s+)?(?:the\s+)?"
)


def facing(memory: Memory, sentence: Sentence, known: str | None) -> str | None:
    """The country that faces a known one: by the pair spoken of, else the first other name of the sentence."""
    if memory.pair and known in memory.pair:
        return other_of(memory.pair, known)
    named = (m.code for m in sentence.mentions if m.code != known)
    if found := next(named, None):
        return found
    return next((c for c in memory.countries if c != known and trades(c)), None) if known else None


def of_kind(words: str, memory: Memory, known: str | None = None, here: Sequence[str] = ()) -> str | None:
    """The country of the story that is what the words say ("the island", "the Kingdom"): its main one, else one named just before."""
    kinds = region_of(words) or DESCRIBED.get(_POSSESSIVE.sub("", words.rsplit(None, 1)[-1].lower()), frozenset())
    fits = [c for c in (*memory.countries[:1], *reversed(here), *memory.countries) if c in kinds and c != known]
    return fits[0] if fits else None


def _of_last_flow(memory: Memory, known: str, *, sells: bool) -> str | None:
    """As in "Zambia bought maize from Tanzania. Zimbabwe imported 210,000 tonnes from the country": who sold last."""
    flow = memory.flow
    if flow is None or known in flow.pair or len(flow.pair) < 2:
        return None
    return flow.reporter if (flow.indicator == "exports") == sells else flow.partner


def described_country(
    words: str, known: str | None, memory: Memory, sentence: Sentence, until: int, *, sells: bool | None = None
) -> str | None:
    """The country meant by "the island", "its neighbour", "the country": by what it is, by the pair, by who was named.

    `known` is the other side, which it can't be; only names before the offset `until` count; `sells` tells the side of
    a flow that it is on.
    """
    noun = _POSSESSIVE.sub("", words.rsplit(None, 1)[-1].lower())
    if noun in _OF_TWO:
        here = [m.code for m in sentence.mentions if m.end <= until]
        two = list(dict.fromkeys(here if len(set(here)) > 1 else memory.recent))
        return two[_OF_TWO[noun]] if two and two[_OF_TWO[noun]] != known else None
    here = [m.code for m in sentence.mentions if m.end <= until and m.code != known]
    if fitting := of_kind(words, memory, known, here):
        return fitting
    if noun not in _STATES or not _THE.match(words):
        return facing(memory, sentence, known)
    if known is None and _NEIGHBOURING.search(words):
        base = memory.base.reporter if memory.base is not None else None
        one = here[-1] if here else memory.teller or memory.home or base
        if one is not None and one in memory.countries:  # "Azerbaijan's share in the trade of the neighbouring country"
            return facing(memory, sentence, one)
    earlier = [m.code for m in sentence.mentions if m.end <= until and m.code != known]
    if earlier:
        owner = memory.hub.owner if known is None and noun == "country" else None
        return owner if owner in earlier else earlier[-1]
    if memory.hub.about not in {None, known}:
        return memory.hub.about
    if sells is not None and known is not None and (again := _of_last_flow(memory, known, sells=sells)) is not None:
        return again
    if memory.subject and memory.subject != known:
        return memory.subject
    if len(set(memory.recent)) == 1 and memory.recent[0] != known:
        return memory.recent[0]
    return next((c for c in memory.countries if c != known), None)
