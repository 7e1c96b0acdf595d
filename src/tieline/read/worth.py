"""Which sentences are worth parsing: those whose words alone leave room for a claim.

Parsing is most of the reader's work, and most sentences of general news can't hold a claim.  A sentence is parsed if
it has a word of trade with a figure or a direction, a figure that may go on with such a sentence, a rank or ties that
move, or a word of an act with all the words that its rule asks for; and names, or may stand for, the countries that
such a claim needs (`gate`).  Of a story without such words not even the sentences are looked for; of one that has them and
promises nothing all the same, as news of firms does, most are left (`prospects`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final

from tieline.read.gate import NOT_YET, Gate, Look
from tieline.read.names.stand_ins import stand_ins, words_of
from tieline.read.prospects import GOOD, marks_of, most_named, odds, promising
from tieline.read.story.document import PRESS_CITIES, Sentence, Story, trades
from tieline.read.story.owner import teller_of
from tieline.read.word_kinds import STRONG, WEAK, kinds_of

_OFTEN: Final = 2
"""So often must a story name a country to be about it."""
_WEIGHED_FROM: Final = 4
"""Sentences of a story from which on it is weighed: shorter ones cost little."""


def hopeless(text: str, countries: AbstractSet[str]) -> bool:
    """The words of a whole story leave no room for a claim: it names no country, or one alone and no trade."""
    named = countries - {"WLD"}
    if len(named) >= 2:
        return False
    others = stand_ins_of(text) - named
    if not named:
        return len(others) < 2
    if others:
        return False
    return not any(map(trades, named)) or not any(kinds_of(word) & (STRONG | WEAK) for word in words_of(text))


@lru_cache(maxsize=64)
def stand_ins_of(text: str) -> frozenset[str]:
    """The stand-ins of a whole story, asked for before and after its sentences are known."""
    return frozenset(stand_ins(text, words_of(text)))


def worth_parsing(story: Story) -> list[Sentence]:
    """The sentences of a story that may hold a claim, in order.

    One that names two countries, and a headline on the trade of one, are parsed whatever the story promises: they may be all it tells.
    """
    looks = let_in(story)
    every = [sentence for sentence, _ in looks]
    if len(story.sentences) < _WEIGHED_FROM:
        return every
    most, found = most_named(story), list[float]()
    for sentence, look in looks:
        found.append(odds(marks_of(sentence, look, story, most)))
        if found[-1] >= GOOD:
            return every
    kept = zip(looks, promising(found), strict=True)
    return [sentence for (sentence, look), good in kept if good or _tells_alone(sentence, look)]


def _tells_alone(sentence: Sentence, look: Look) -> bool:
    return look.named > 1 or (sentence.part == "headline" and look.of_trade and look.named > 0)


def let_in(story: Story) -> list[tuple[Sentence, Look]]:
    """The sentences that the gate lets in, with what it saw of each."""
    named = Counter({code: n for code, n in story.counts.items() if code != "WLD"})
    told_home = teller_of(story) is not None
    if not named and len(stand_ins_of(story.text)) < 2 and not told_home:
        return []
    at_home = {story.scene} - {None, *PRESS_CITIES}
    gate = Gate(
        several=len(named) >= 2 or bool((stand_ins_of(story.text) | at_home) - named.keys()),
        dyadic=sum(n >= _OFTEN for code, n in named.items()) >= 2,
        trading=told_home or any(trades(code) for code in named),
        told_home=told_home,
        last_named=0 if told_home else NOT_YET,
    )
    return [(sentence, look) for sentence in story.sentences if (look := gate.lets_in(sentence)) is not None]
