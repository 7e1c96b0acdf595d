"""How likely a sentence is to hold a claim, weighed before it is parsed, and so whether its story is worth the parser's time.

The gate lets in all that has the words of a claim, and news of firms has many of them ("sales rose 5 percent to 3 million
dlrs").  What tells the two apart is seldom one word: marks of the sentence and of its story are added up, by weights
that `tools/fit_prospects.py` learns from what the reader itself found where nothing was left out.  A story none of whose
sentences has a fair chance is left unparsed; of one without a good sentence those that have hardly any chance are left.
Stories with one good sentence, as nearly all are that tell of a pair of countries at length, are parsed as the gate says.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.gate import Look
from tieline.read.names.stand_ins import words_of
from tieline.read.story.document import Sentence, Story

FAIR: Final = -2.0
"""Log odds that the best sentence of a story must have: about one in eight."""
GOOD: Final = 1.0
"""Log odds of a sentence beside which all others are parsed: three in four."""
HARDLY: Final = -4.0
"""Log odds under which a sentence of a story without a good one is left: about one in fifty."""

_DIGIT = re.compile(r"\d")
_PERCENT: Final = frozenset({"pct", "percent", "cent", "percentage"})
_MONEY: Final = frozenset("dlr dlrs dollar dollars yen euro euros mark marks stg pounds rupees yuan francs".split())


def most_named(story: Story) -> list[int]:
    """How often a story names the countries that it names most."""
    return sorted((n for code, n in story.counts.items() if code != "WLD"), reverse=True)[:9]


def marks_of(sentence: Sentence, look: Look, story: Story, most: Sequence[int]) -> list[str]:
    """What tells for or against a claim in a sentence: its words, and where it stands in its story."""
    text, words, named = sentence.text, look.words, min(look.named, 3)
    way = ("trade " if look.of_trade else "") + ("acts" if look.of_acts else "")
    second = most[1] if len(most) > 1 else 0
    codes = {m.code for m in sentence.mentions}
    pair = sum(code in codes for code in story.pair or ())
    marks = [
        "any", f"part {sentence.part}", f"way {way}", f"named {named}", f"way {way} named {named}", f"kinds {look.kinds}",
        f"way {way} named {named} dyadic {second > 1}", f"of pair {pair}", f"of pair {pair} way {way}",
        f"since trade {min(look.since_trade, 5)}", f"since acts {min(look.since_acts, 4)}",
        f"since named {min(look.since_named, 7)}", f"place {min(sentence.index, 8)}", f"length {min(len(text) // 40, 8)}",
        f"countries {len(most)}", f"most {min(most[0], 8) if most else 0}", f"second {min(second, 5)}",
    ]  # fmt: skip
    if _DIGIT.search(text):
        marks.append("digit")
    if "%" in text or not words.isdisjoint(_PERCENT):
        marks.append("percent")
    if "$" in text or not words.isdisjoint(_MONEY):
        marks.append("money")
    marks += {f"use {mention.use}" for mention in sentence.mentions}
    marks += {f"word {word}" for word in words - _names(sentence) if not word.endswith("'s")}
    return marks


def _names(sentence: Sentence) -> set[str]:
    """The words by which countries are named: which country it is speaks neither for a claim nor against one."""
    named = (sentence.text[m.start : m.end].lower() for m in sentence.mentions)
    return {word for name in named for word in words_of(name)}


def odds(marks: Iterable[str]) -> float:
    """The log odds of a sentence with these marks."""
    weights = _weights()
    return sum(weights.get(mark, 0.0) for mark in marks)


def promising(found: Sequence[float]) -> list[bool]:
    """Which sentences of a story are worth parsing, by the log odds of all that the gate let in.

    >>> promising([-2.5, -3.0]), promising([-1.0, -4.5]), promising([2.0, -4.5])
    ([False, False], [True, False], [True, True])
    """
    best = max(found, default=FAIR)
    least = FAIR if best < FAIR else HARDLY if best < GOOD else float("-inf")
    return [one >= least for one in found]


@cache
def _weights() -> dict[str, float]:
    return dict(json.loads(Path(__file__).with_name("prospect_weights.json").read_text(encoding="utf-8")))
