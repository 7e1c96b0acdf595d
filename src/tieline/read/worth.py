"""Which sentences are worth parsing: those whose words alone leave room for a claim.

Parsing is most of the reader's work, and most sentences of general news can't hold a claim.  A sentence is parsed if
it has a word of trade with a figure or a direction, a figure that may go on with such a sentence, a rank or ties that
move, or a word of an act with all the words that its rule asks for; and names, or may stand for, the countries that
such a claim needs.  Of a story without such words not even the sentences are looked for.  Words are taken in every form that they may have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.acts.conditions import asked
from tieline.read.acts.sayings import TELLING
from tieline.read.frames.deals import may_tell_deal
from tieline.read.frames.givers import GIVERS, may_be_giver
from tieline.read.frames.markets import may_share_market
from tieline.read.frames.movers import may_tell_movers
from tieline.read.frames.needs import may_meet_needs
from tieline.read.frames.senses import may_mean_trade
from tieline.read.frames.supplied import may_tell_supplied
from tieline.read.frames.tables import begins_table
from tieline.read.measures.carried_frames import may_go_on
from tieline.read.names.stand_ins import stand_ins, words_of
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.goods import goods_in
from tieline.read.story.owner import teller_of
from tieline.read.story.tallies import may_tally
from tieline.read.trends.comparisons import may_compare
from tieline.read.trends.people import may_move_people
from tieline.read.trends.pronouns import may_go_on_moving
from tieline.read.trends.records import record_in
from tieline.read.words.actors import WRONGS
from tieline.read.words.acts import noun_rules, verb_rules
from tieline.read.words.forms import forms
from tieline.read.words.gates import (
    AGENTLESS,
    ATTRIBUTION,
    BOTH_SIDES,
    GOES_ON_ACTING,
    MEN_OF_STATE,
    OF_TWO,
    OTHER_SIDE,
)
from tieline.read.words.money import kind_of_money
from tieline.read.words.trade import (
    CONDITIONAL_VERBS,
    DOWN_ADJ,
    DOWN_NOUNS,
    DOWN_PARTICLES,
    DOWN_VERBS,
    EARNING_VERBS,
    FLAT_WORDS,
    NOUN_ANCHORS,
    TIE_NOUNS,
    UP_ADJ,
    UP_NOUNS,
    UP_PARTICLES,
    UP_VERBS,
    VERB_ANCHORS,
    WEAK_NOUNS,
)

_SHORTEST: Final = 12
_ANCHORS: Final = frozenset(NOUN_ANCHORS) | frozenset(VERB_ANCHORS) | frozenset(EARNING_VERBS)
_STRONG_NOUNS: Final = frozenset(NOUN_ANCHORS) - WEAK_NOUNS
_MOVES: Final = (
    UP_VERBS | DOWN_VERBS | UP_NOUNS | DOWN_NOUNS | UP_ADJ | DOWN_ADJ | FLAT_WORDS
    | frozenset(v for v, _ in UP_PARTICLES | DOWN_PARTICLES)
    | frozenset("record peak high highest low lowest best worst strongest weakest changed change unchanged fewer exceed "
                "outstrip overtake dwarf pale fraction reach match behind widen cut raise lift curb reduce".split())
)  # fmt: skip
_STRONG, _WEAK, _MOVE, _TIE, _ACT = 1, 2, 4, 8, 16
_RANK = re.compile(r"\b(?:largest|biggest|top|main|leading|principal|number one|no\. 1)\s", re.IGNORECASE)
_CLOSER = re.compile(r"\bcloser\b|\bapart\b", re.IGNORECASE)
_GOES_ON: Final = 2
"""Sentences after one of trade in which a figure may still belong to it."""
_CARRIED: Final = 3
"""Sentences after one of trade in which a word of trade may take its countries from it."""
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+|^[A-Z][a-z]+(?= (?:will|is|was|has|had|also|later|then|[a-z]{3,}ed) )")
_OFTEN: Final = 2
"""So often must a story name a country to be about it."""
_SPOKEN_OF: Final = 6
"""Sentences after one with a country in which "exports" may still be that country's."""


_ANSWERED: Final = 1
"""Sentences after one of an act in which another may answer it."""
_NOT_YET: Final = -99
_SAID: Final = frozenset({"said", "says", "say"})
_MEANT: Final = frozenset({"will", "would", "intend", "intends", "plan", "plans", "wish", "wishes"})
_OWED: Final = frozenset({"must", "should", "ought"})


def telling(words: AbstractSet[str]) -> bool:
    """Somebody says what will not be done, what must be, or what another does wrong."""
    if words.isdisjoint(_SAID):
        return False
    if "not" in words and not words.isdisjoint(_MEANT):
        return True
    return not words.isdisjoint(_OWED) or any(not WRONGS.isdisjoint(forms(word)) for word in words)


def praising(words: AbstractSet[str]) -> bool:
    """Somebody calls another a friend."""
    return not words.isdisjoint({"said", "says", "told", "declared"}) and not words.isdisjoint(
        {"friend", "ally", "partner", "brother"}
    )


_Asked = tuple[frozenset[str], ...]


@lru_cache(maxsize=1)
def _act_rules() -> dict[str, tuple[_Asked, ...]]:
    """What the rules of each word of an act ask for, the least demanding first; one that asks for more than another is left out."""
    table: dict[str, set[_Asked]] = {}
    for word, rules in verb_rules().items():
        table.setdefault(word, set()).update(map(asked, rules))
    for word, rules in noun_rules().items():
        table.setdefault(word, set()).update(tuple(filter(None, (rule.objects, rule.words))) for rule in rules)
    return {word: ((),) if () in found else tuple(sorted(found, key=len)) for word, found in table.items()}


def _strength(anchor: str) -> int:
    strong = anchor in _STRONG_NOUNS or (anchor in VERB_ANCHORS and anchor not in CONDITIONAL_VERBS)
    return _STRONG if strong else _WEAK


@lru_cache(maxsize=20_000)
def _kinds(word: str) -> int:
    kinds = 0
    for form in forms(word):
        kinds |= _strength(form) if form in _ANCHORS else 0
        kinds |= _MOVE if form in _MOVES else 0
        kinds |= _TIE if form in TIE_NOUNS else 0
        kinds |= _ACT if form in _act_rules() else 0
    return kinds


def _meant(words: set[str], sentence: Sentence, since: int) -> int:
    """How strong the words of trade are that may have that sense here."""
    anchors = {form for word in words for form in forms(word) if form in _ANCHORS}
    kinds = 0
    for anchor in anchors:
        strength = _strength(anchor)
        if not kinds & strength and may_mean_trade(anchor, sentence, since):
            kinds |= strength
    return kinds


_BEING_THERE = re.compile(r"\b(?:is|was|are|were|be|been|due|expected)\s+(?:\w+\s+)?(?:in|here|on)\b")
"""How "be" tells a visit."""


_COUNTED = re.compile(r"\d|\b(?:percent|half|thirds?|quarters?|tenths?|double[ds]?|tripled?|twice)\b")
"""A figure, which may go on with a sentence of trade whose words are not here."""


def _may_act(text: str, words: set[str], named: int) -> bool:
    """Some rule has its word here, with one of the objects and the particle that it asks for."""
    known = {form for word in words for form in forms(word)}
    if named < 2 and "be" in known and not _COUNTED.search(text) and not _BEING_THERE.search(text):
        known.discard("be")
    if "deny" in known or (not known.isdisjoint(TELLING) and not known.isdisjoint(WRONGS)):
        return True
    rules = _act_rules()
    return any(not any(map(known.isdisjoint, sets)) for word in known & rules.keys() for sets in rules[word])


def hopeless(text: str, countries: AbstractSet[str]) -> bool:
    """The words of a whole story leave no room for a claim: it names no country, or one alone and no trade."""
    named = countries - {"WLD"}
    if len(named) >= 2:
        return False
    others = _stand_ins_of(text) - named
    if not named:
        return len(others) < 2
    if others:
        return False
    return not any(map(trades, named)) or not any(_kinds(word) & (_STRONG | _WEAK) for word in words_of(text))


@lru_cache(maxsize=64)
def _stand_ins_of(text: str) -> frozenset[str]:
    """The stand-ins of a whole story, asked for before and after its sentences are known."""
    return frozenset(stand_ins(text, words_of(text)))


def worth_parsing(story: Story) -> list[Sentence]:
    """The sentences of a story that may hold a claim, in order."""
    named = Counter({code: n for code, n in story.counts.items() if code != "WLD"})
    if not named and len(_stand_ins_of(story.text)) < 2:
        return []
    told_home = teller_of(story) is not None
    gate = _Gate(
        several=len(named) >= 2 or bool(_stand_ins_of(story.text) - named.keys()),
        dyadic=sum(n >= _OFTEN for code, n in named.items()) >= 2,
        trading=any(trades(code) for code in named),
        told_home=told_home,
        last_named=0 if told_home else _NOT_YET,
    )
    return [sentence for sentence in story.sentences if gate.lets_in(sentence)]


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


@dataclass(slots=True)
class _Gate:
    """What the gate knows of the story, and keeps in mind of the sentences before.

    A story that names two countries again and again is about them (`dyadic`): its sentences need not name them anew.
    """

    several: bool
    dyadic: bool
    trading: bool
    told_home: bool = False
    last_of_trade: int = _NOT_YET
    last_of_acts: int = _NOT_YET
    last_of_two: int = _NOT_YET
    after_two: bool = False
    last_named: int = _NOT_YET
    last_of_tally: int = _NOT_YET

    def lets_in(self, sentence: Sentence) -> bool:
        if len(sentence.text) < _SHORTEST and not (sentence.mentions and begins_table(sentence)):
            return False
        words = words_of(sentence.text)
        kinds = 0
        for word in words:
            kinds |= _kinds(word)
        named = len({m.code for m in sentence.mentions})
        if named:
            self.last_named = sentence.index
        follows, self.last_of_two = self.last_of_two, sentence.index if named > 1 else self.last_of_two
        self.after_two = sentence.index - follows == 1
        tallied = self.trading and self._of_tally(sentence, named)
        if self.trading and (
            tallied or self._of_trade(sentence, kinds, named, words) or self._of_movers(sentence, named)
        ):
            self.last_of_trade = sentence.index
            if named > 1 and kinds & _ACT and self.several and _may_act(sentence.text, words, named):
                self.last_of_acts = sentence.index
            return True
        return self.several and (self._of_ties(sentence, kinds, named) or self._of_acts(sentence, kinds, named, words))

    def _of_trade(self, sentence: Sentence, kinds: int, named: int, words: set[str]) -> bool:
        since = sentence.index - self.last_of_trade
        near = since <= _GOES_ON
        of_some = self.dyadic or named or near or sentence.index - self.last_named <= _SPOKEN_OF
        if not of_some and not (kinds & _WEAK and OF_TWO.search(sentence.text)):
            return False
        if kinds & (_STRONG | _WEAK):
            if (named > 1 or near) and may_compare(sentence.text):
                return True
            kinds &= ~(_STRONG | _WEAK) | _meant(words, sentence, since)
        moves = bool(kinds & _MOVE) or (bool(kinds & (_STRONG | _WEAK)) and record_in(sentence.text) is not None)
        if kinds & _STRONG and (moves or sentence.figures):
            return True
        if (
            kinds & _WEAK
            and sentence.figures
            and ("outbound" in words or (self.told_home and bool(goods_in(sentence))))
        ):
            return True
        told = since <= _CARRIED or (self.after_two and kind_of_money(sentence.text) is not None)
        if kinds & _WEAK and (named > 1 or told) and (moves or sentence.figures):
            return True
        if kinds & _WEAK and (named > 0 or self.dyadic or OF_TWO.search(sentence.text)) and sentence.figures:
            return True
        if kinds & _WEAK and sentence.figures and "there" in words and sentence.index - self.last_named <= 1:
            return True  # "Last year 210,000 tonnes were shipped there"
        if named and _tells_parts(sentence, words):
            return True
        if sentence.figures and (_of_givers(sentence, named, near=near) or may_meet_needs(sentence)):
            return True
        if not near:
            return self.after_two and _tells_sum_of_gift(sentence)
        if sentence.figures and (named > 0 or may_go_on(sentence)):
            return True
        if record_in(sentence.text) is not None:
            return True
        return bool((moves or sentence.figures) and goods_in(sentence)) or (moves and may_go_on_moving(sentence))

    def _of_movers(self, sentence: Sentence, named: int) -> bool:
        near = sentence.index - self.last_of_trade <= _GOES_ON
        if may_move_people(sentence) or may_tell_deal(sentence):
            return True
        return bool(named or near) and may_tell_movers(sentence, near=False)

    def _of_tally(self, sentence: Sentence, named: int) -> bool:
        """What is counted between countries, or a country with a number where it was told just before."""
        counted = may_tally(sentence)
        if counted and (named or self.told_home):
            self.last_of_tally = sentence.index
        near = sentence.index - self.last_of_tally <= _CARRIED
        if not ((near and named) or (counted and self.told_home)) or not _COUNTED.search(sentence.text):
            return False
        self.last_of_tally = sentence.index
        return True

    def _of_ties(self, sentence: Sentence, kinds: int, named: int) -> bool:
        text = sentence.text
        if named and _RANK.search(text):
            return True
        if not (kinds & _TIE or _CLOSER.search(text)):
            return False
        return named > 0 or (self.dyadic and bool(kinds & _MOVE)) or BOTH_SIDES.search(text) is not None

    def _of_acts(self, sentence: Sentence, kinds: int, named: int, words: set[str]) -> bool:
        if (named > 1 and telling(words)) or (named and self.dyadic and praising(words)):
            self.last_of_acts = sentence.index
            return True
        if not kinds & _ACT:
            return False
        others = stand_ins(sentence.text, words) - {m.code for m in sentence.mentions} if named < 2 else ()
        if named + len(others) < 2:
            text = ATTRIBUTION.sub(" ", sentence.text)
            goes_on = sentence.index - self.last_of_acts <= _ANSWERED  # "Lima accepted on Monday"
            if goes_on and AGENTLESS.search(text) is not None:
                pass
            elif not self.dyadic:
                more = GOES_ON_ACTING.match(text) or OTHER_SIDE.search(text) is not None
                if (
                    not (named and goes_on)
                    and not ((named or goes_on) and more)
                    and not (self.after_two and MEN_OF_STATE.search(text))
                ):
                    return False
            elif not named and _NAME.search(text) is None and OTHER_SIDE.search(text) is None:
                return False
        if not _may_act(sentence.text, words, named):
            return False
        self.last_of_acts = sentence.index
        return True
