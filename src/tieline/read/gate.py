"""The gate before the parser: which sentences have words that leave room for a claim, by what the story has told so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from tieline.model import lazy_re as re
from tieline.read.frames.cargoes import may_carry_load
from tieline.read.frames.deals import may_tell_deal
from tieline.read.frames.givers import GIVERS, may_be_giver
from tieline.read.frames.markets import may_share_market
from tieline.read.frames.movers import may_tell_movers
from tieline.read.frames.needs import may_meet_needs
from tieline.read.frames.state_bonds import may_hold_bonds
from tieline.read.frames.supplied import may_tell_supplied
from tieline.read.frames.tables import begins_table
from tieline.read.frames.unpaid import may_be_unpaid
from tieline.read.measures.carried_frames import may_go_on
from tieline.read.names.stand_ins import stand_ins, words_of
from tieline.read.story.document import Sentence
from tieline.read.story.goods import goods_in
from tieline.read.story.tallies import may_tally
from tieline.read.trends.alike import may_do_alike
from tieline.read.trends.amounts import may_send_more
from tieline.read.trends.comparisons import may_compare
from tieline.read.trends.demand import may_want_more
from tieline.read.trends.gifts import may_give_more
from tieline.read.trends.market_ground import may_win_ground
from tieline.read.trends.members import may_name_members
from tieline.read.trends.numbers_of_guests import may_number_guests
from tieline.read.trends.people import may_move_people
from tieline.read.trends.pronouns import may_go_on_moving
from tieline.read.trends.quarrels import may_quarrel
from tieline.read.trends.records import record_in
from tieline.read.word_kinds import ACT, COUNTED, MOVE, STRONG, TIE, WEAK, kinds_of, may_act, meant, praising, telling
from tieline.read.words.gates import (
    AGENTLESS,
    ATTRIBUTION,
    BOTH_SIDES,
    GOES_ON_ACTING,
    MEN_OF_STATE,
    OF_TWO,
    OTHER_SIDE,
    REACTING,
)
from tieline.read.words.money import kind_of_money

_SHORTEST: Final = 12
_RANK = re.compile(
    r"\b(?:largest|biggest|top|main|leading|principal|number one|no\. 1)\s|\b(?:first|second|third|[a-z]+th)\b[^.;]{0,50}?\b(?:among|of)\b[^.;]{2,40}?\b(?:markets|destinations|partners|customers|suppliers|buyers)\b",
    re.IGNORECASE,
)
_CLOSER = re.compile(r"\bcloser\b|\bapart\b", re.IGNORECASE)
_GOES_ON: Final = 2
"""Sentences after one of trade in which a figure may still belong to it."""
_CARRIED: Final = 3
"""Sentences after one of trade in which a word of trade may take its countries from it."""
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+|^[A-Z][a-z]+(?= (?:will|is|was|has|had|also|later|then|[a-z]{3,}ed) )")
_SPOKEN_OF: Final = 6
"""Sentences after one with a country in which "exports" may still be that country's."""


_ANSWERED: Final = 1
"""Sentences after one of an act in which another may answer it."""
NOT_YET: Final = -99
_ITS_FIRMS = re.compile(r"\b(?:its|their)\s+(?:firms|companies|investors|businesses)\b", re.IGNORECASE)


def _tells_parts(sentence: Sentence, words: set[str]) -> bool:
    """A row under a heading, a share of a market, a part of what a country needs."""
    return begins_table(sentence) or ("market" in words and may_share_market(sentence)) or may_tell_supplied(sentence)


def _of_givers(sentence: Sentence, named: int, *, near: bool) -> bool:
    """Who gave or invested how much."""
    if named > 1 and GIVERS.search(sentence.text):
        return True
    return bool(named or _ITS_FIRMS.search(sentence.text)) and not near and may_be_giver(sentence)


_THE_MONEY = re.compile(
    r"\W*(?:the|this|that)\s+(?:money|funds?|funding|cash|sum|amount|gift|donation)\b", re.IGNORECASE
)


def _tells_sum_of_gift(sentence: Sentence) -> bool:
    """As in "The money, which amounts to 200 million yen", behind a sentence on a gift of which it does not tell how much."""
    before = sentence.before
    if before is None or _THE_MONEY.match(sentence.text) is None or kind_of_money(before.text) is None:
        return False
    return any(f.kind == "money" for f in sentence.figures)


def _goes_on(sentence: Sentence, named: int, since: int, *, moves: bool) -> bool:
    """Soon after a sentence of trade: more figures, records, goods or moves of the same."""
    if sentence.figures and (named > 0 or may_go_on(sentence)):
        return True
    if moves and since == 1 and sum(f.kind == "percent" for f in sentence.figures) > 1:
        return True  # "Trips rose for all purposes: holidays by 8 percent, others by 2 percent"
    if moves and named > 1 and may_name_members(sentence.text):
        return True
    if record_in(sentence.text) is not None or (since == 1 and named > 0 and may_do_alike(sentence.text)):
        return True
    return bool((moves or sentence.figures) and goods_in(sentence)) or (moves and may_go_on_moving(sentence))


class Look(NamedTuple):
    """What the gate has seen of a sentence that it lets in: its words and their kinds, and how many countries it names.

    It may be of trade, of acts, or of both; the others tell how many sentences ago one of trade and one of acts was let in,
    and a country was named.
    """

    words: set[str]
    kinds: int
    named: int
    of_trade: bool
    of_acts: bool
    since_trade: int
    since_acts: int
    since_named: int


@dataclass(slots=True)
class Gate:
    """What the gate knows of the story, and keeps in mind of the sentences before.

    A story that names two countries again and again is about them (`dyadic`): its sentences need not name them anew.
    """

    several: bool
    dyadic: bool
    trading: bool
    told_home: bool = False
    last_of_trade: int = NOT_YET
    last_of_acts: int = NOT_YET
    last_of_two: int = NOT_YET
    after_two: bool = False
    last_named: int = NOT_YET
    last_of_tally: int = NOT_YET

    def lets_in(self, sentence: Sentence) -> Look | None:
        """What it has seen of a sentence whose words leave room for a claim; None of others."""
        if len(sentence.text) < _SHORTEST and not (sentence.mentions and begins_table(sentence)):
            return None
        words = words_of(sentence.text)
        kinds = 0
        for word in words:
            kinds |= kinds_of(word)
        named = len({m.code for m in sentence.mentions})
        lasts = self.last_of_trade, self.last_of_acts, self.last_named
        if not self._leaves_room(sentence, kinds, named, words):
            return None
        index = sentence.index
        ways = self.last_of_trade == index, self.last_of_acts == index
        return Look(words, kinds, named, *ways, *(index - last for last in lasts))

    def _leaves_room(self, sentence: Sentence, kinds: int, named: int, words: set[str]) -> bool:
        if named:
            self.last_named = sentence.index
        follows, self.last_of_two = self.last_of_two, sentence.index if named > 1 else self.last_of_two
        self.after_two = sentence.index - follows == 1
        tallied = self.trading and self._of_tally(sentence, named)
        if self.trading and (
            tallied or self._of_trade(sentence, kinds, named, words) or self._of_movers(sentence, named)
        ):
            self.last_of_trade = sentence.index
            if named > 1 and kinds & ACT and self.several and may_act(sentence.text, words, named):
                self.last_of_acts = sentence.index
            return True
        return self.several and (self._of_ties(sentence, kinds, named) or self._of_acts(sentence, kinds, named, words))

    def _of_trade(self, sentence: Sentence, kinds: int, named: int, words: set[str]) -> bool:
        since = sentence.index - self.last_of_trade
        near = since <= _GOES_ON
        of_some = self.dyadic or named or near or sentence.index - self.last_named <= _SPOKEN_OF
        if not of_some and not (kinds & WEAK and OF_TWO.search(sentence.text)):
            return False
        if kinds & (STRONG | WEAK):
            if (named > 1 or near) and may_compare(sentence.text):
                return True
            kinds &= ~(STRONG | WEAK) | meant(words, sentence, since)
        moves = bool(kinds & MOVE) or (bool(kinds & (STRONG | WEAK)) and record_in(sentence.text) is not None)
        if kinds & STRONG and (moves or sentence.figures):
            return True
        if kinds & WEAK and sentence.figures and ("outbound" in words or (self.told_home and bool(goods_in(sentence)))):
            return True
        told = since <= _CARRIED or (self.after_two and (moves or kind_of_money(sentence.text) is not None))
        if kinds & WEAK and (named > 1 or told or (named and "abroad" in words)) and (moves or sentence.figures):
            return True
        if kinds & WEAK and (named > 0 or self.dyadic or OF_TWO.search(sentence.text)) and sentence.figures:
            return True
        if kinds & WEAK and sentence.figures and "there" in words and sentence.index - self.last_named <= 1:
            return True  # "Last year 210,000 tonnes were shipped there"
        if named and _tells_parts(sentence, words):
            return True
        if (_of_givers(sentence, named, near=near) or may_meet_needs(sentence)) and sentence.figures:
            return True
        if not near:
            return self.after_two and _tells_sum_of_gift(sentence)
        return _goes_on(sentence, named, since, moves=moves)

    def _of_movers(self, sentence: Sentence, named: int) -> bool:
        near = sentence.index - self.last_of_trade <= _GOES_ON
        if (
            may_move_people(sentence)
            or may_number_guests(sentence)
            or may_tell_deal(sentence)
            or may_carry_load(sentence)
            or may_hold_bonds(sentence)
        ):
            return True
        return bool(named or near) and (may_tell_movers(sentence, near=False) or may_be_unpaid(sentence))

    def _of_tally(self, sentence: Sentence, named: int) -> bool:
        """What is counted between countries, or a country with a number where it was told just before."""
        counted = may_tally(sentence)
        if counted and (named or self.told_home):
            self.last_of_tally = sentence.index
        near = sentence.index - self.last_of_tally <= _CARRIED
        if not ((near and named) or (counted and self.told_home)) or not COUNTED.search(sentence.text):
            return False
        self.last_of_tally = sentence.index
        return True

    def _of_ties(self, sentence: Sentence, kinds: int, named: int) -> bool:
        text = sentence.text
        if named and _RANK.search(text):
            return True
        if named > 1 and (
            may_give_more(sentence) or may_quarrel(text) or may_send_more(text) or may_win_ground(sentence)
        ):
            return True
        if (
            named
            and kinds & MOVE
            and (named > 1 or sentence.index - self.last_of_trade <= _GOES_ON)
            and may_want_more(text)
        ):
            return True
        if not (kinds & TIE or _CLOSER.search(text)):
            return False
        return named > 0 or (self.dyadic and bool(kinds & MOVE)) or BOTH_SIDES.search(text) is not None

    def _of_acts(self, sentence: Sentence, kinds: int, named: int, words: set[str]) -> bool:
        if (named > 1 and telling(words)) or (named and self.dyadic and praising(words)):
            self.last_of_acts = sentence.index
            return True
        if not kinds & ACT:
            return False
        others = stand_ins(sentence.text, words) - {m.code for m in sentence.mentions} if named < 2 else ()
        if named + len(others) < 2:
            text = ATTRIBUTION.sub(" ", sentence.text)
            goes_on = sentence.index - self.last_of_acts <= _ANSWERED  # "Lima accepted on Monday"
            near = sentence.index - self.last_of_acts <= _CARRIED  # "Sweden is suspending its aid too"
            if goes_on and AGENTLESS.search(text) is not None:
                pass
            elif not self.dyadic:
                more = GOES_ON_ACTING.match(text) or OTHER_SIDE.search(text) is not None
                if (
                    not (named and near)
                    and not ((named or goes_on) and more)
                    and not (self.after_two and MEN_OF_STATE.search(text))
                    and not (named and REACTING.search(text))
                ):
                    return False
            elif not named and not goes_on and _NAME.search(text) is None and OTHER_SIDE.search(text) is None:
                return False
        if not may_act(sentence.text, words, named):
            return False
        self.last_of_acts = sentence.index
        return True
