"""From printed digits and words to intervals: what a writer who prints "almost 32" or "$10.2 million" allows.

All rules are laid down here and explained in `docs/verdicts.md`; there is no flat percentage. With `n` the number's
size, and `step` the unit of its last printed digit (10.2 million: 0.1 million):

- no word: half a step either way;
- "about": one and a half steps, but no more than 5% of n, and never less than half a step;
- "almost": from a step below n, but no more than 5% and no less than half a step (never more than 10%), up to n;
- "over", "at least": from n up to n + step or a quarter more than n, whichever is more;
- "under", "at most": from n - step or a quarter less than n, whichever is less (but half of n at the least), to n;
- "between": from half a step under the lower end to half a step over the upper one.

`imprecise` reaches as far as the number rounded to one digit fewer would, and never more than a quarter off. Fractions and
multiples told in words ("a third", "doubled") have no printed digits, and intervals of their own (`in_words`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from tieline.model import lazy_re as re
from tieline.model.english import CARDINALS
from tieline.model.hedges import BOUND_OF, bound_of, pattern
from tieline.model.precision import shortest_digits, step_of
from tieline.model.vocabulary import Bound, VerdictWord

QUARTER = 0.25
"""A figure further off than this part of the number is contradicted."""
_TINY = 1e-9


Worded = Literal["fraction", "multiple"]
PART = (
    "(?:(?:a|one)[ -])?half|(?:an?|one)[ -](?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)|two[ -](?:thirds|fifths)|three[ -](?:quarters|fifths|tenths)|four[ -]fifths"
    "|(?:three|five|seven)[ -]eighths|(?:seven|nine)[ -]tenths"
)
"""A part of something, as a pattern; `part_of` tells how large it is."""
_MULTIPLES = {
    "halves": 150.0, "thrice": 250.0, "doubled": 100.0, "tripled": 200.0, "quadrupled": 300.0, "quintupled": 400.0,
}  # fmt: skip
HEDGE = pattern(BOUND_OF)
"""The words before a number that is told in words, as alternatives of a pattern."""
_IN_WORDS = re.compile(
    rf"(?:\b(?P<hedge>{HEDGE})\s+)?\b(?:"
    r"(?P<halves>two[ -]and[ -]a[ -]half[ -](?:times|fold))|(?P<thrice>three[ -]and[ -]a[ -]half[ -](?:times|fold))|"
    rf"(?P<part>halved|{PART})|"
    r"(?P<doubled>doubl(?:ed|es|ing|e)|twice|twofold)|(?P<tripled>(?:tripl|trebl)(?:ed|es|ing|e)|three times|threefold)|"
    r"(?P<quadrupled>quadrupl(?:ed|es|ing|e)|four times|fourfold)|"
    r"(?P<quintupled>quintupl(?:ed|es|ing|e)|five times|fivefold))\b",
    re.IGNORECASE,
)

COUNTS = {word: n for word, n in CARDINALS.items() if 2 <= n <= 10}
TIMES = {"half": 0.5, "twice": 2.0, "double": 2.0, "triple": 3.0} | {
    f"{name} times": float(n) for name, n in COUNTS.items()
}
"""How many times something else is, by the words before "as much as" or "the figure of"."""


@dataclass(frozen=True, slots=True)
class Tolerance:
    """What a printed number allows, in the number's unit: inside `low` to `high` supported, inside the loose ends imprecise.

    Both ends belong to the intervals.
    """

    low: float
    high: float
    loose_low: float
    loose_high: float

    def verdict(self, found: float) -> VerdictWord:
        """Judge a figure: `supported`, `imprecise` or `contradicted`.

        >>> tolerance(32, 2, "almost").verdict(31.9), tolerance(32, 2).verdict(31.4), tolerance(32, 2).verdict(8.0)
        ('supported', 'imprecise', 'contradicted')
        """
        ends = (abs(end) for end in (self.loose_low, self.loose_high) if math.isfinite(end))
        slack = _TINY * max(ends, default=0.0)
        if self.low - slack <= found <= self.high + slack:
            return "supported"
        if self.loose_low - slack <= found <= self.loose_high + slack:
            return "imprecise"
        return "contradicted"

    def mirrored(self) -> Tolerance:
        """The same below zero."""
        return Tolerance(-self.high, -self.low, -self.loose_high, -self.loose_low)


def tolerance(
    number: float, digits: int | None = None, bound: Bound | None = None, upper: float | None = None
) -> Tolerance:
    """Give the intervals that a printed number and its word allow, in the number's unit.

    Args:
        number: The number claimed, with its sign; words are taken of its size (a fall of "almost 8" is 7.5 to 8).
        digits: Significant digits as printed.
        bound: The hedge.
        upper: The upper end of a range.

    >>> t = tolerance(10_200_000, 3); t.low, t.high, t.loose_low, t.loose_high
    (10150000.0, 10250000.0, 9500000.0, 10500000.0)
    >>> t = tolerance(32, 2, "almost"); t.low, t.high, t.loose_low, t.loose_high
    (31.0, 32.0, 25.0, 35.0)
    >>> t = tolerance(90, 2, "over"); t.low, t.high
    (90.0, 112.5)
    """
    number = float(number)
    if number < 0:
        top = None if upper is None else -upper
        return tolerance(-number, digits, bound, top).mirrored()
    if number == 0:
        step = 10.0 ** (1 - (digits or 1))
        return Tolerance(-step / 2, step / 2, -step / 2, step / 2)
    if upper is not None and upper < number:
        number, upper = upper, number
    step = step_of(number, _rounded(number, digits) if bound in {"about", "almost"} else digits)
    low, high = _range(number, step, upper) if upper is not None else _words(number, step, bound)
    loose_low, loose_high = _loose(number, step)
    if upper is not None:
        loose_high = _loose(upper, step_of(upper, digits))[1]
    elif bound in {"over", "at_least"}:
        loose_high = high * (1 + QUARTER)
    elif bound in {"under", "at_most"}:
        loose_low = low * (1 - QUARTER)
    return Tolerance(low, high, min(low, loose_low), max(high, loose_high))


def far_from(number: float, *, above: bool) -> Tolerance:
    """The interval of a number that another lies far above or below, as "far exceeded $100 million": to no end, from a tenth of the number on.

    >>> far_from(100.0, above=True).verdict(500.0), far_from(100.0, above=True).verdict(104.0), far_from(100.0, above=True).verdict(96.0)
    ('supported', 'imprecise', 'contradicted')
    >>> far_from(100.0, above=False).verdict(7.0)
    'supported'
    """
    size = abs(number)
    told = Tolerance(1.1 * size, math.inf, size, math.inf) if above else Tolerance(0.0, 0.9 * size, 0.0, size)
    return told if number >= 0 else told.mirrored()


def in_words(number: float, kind: Worded, bound: Bound | None = None) -> Tolerance:
    """The intervals of a number told in words, which has no printed digits: "a third", "half", "doubled", "tripled".

    A fraction allows a twentieth of itself either way, a multiple a twentieth of the multiple; twice as much under "about",
    a tenth below under "almost"; `imprecise` reaches a quarter. "More than" is as with printed numbers.

    >>> t = in_words(33.3, "fraction"); round(t.low, 1), round(t.high, 1)
    (31.6, 35.0)
    >>> t = in_words(100.0, "multiple", "about"); t.low, t.high, t.loose_low, t.loose_high
    (80.0, 120.0, 50.0, 150.0)
    """
    if number < 0:
        return in_words(-number, kind, bound).mirrored()
    if bound in {"over", "at_least", "under", "at_most"}:
        return tolerance(number, 1 if kind == "multiple" else None, bound)
    whole = number + 100 if kind == "multiple" else number
    below = 0.1 if bound in {"about", "almost"} else 0.05
    above = 0.0 if bound == "almost" else below
    return Tolerance(
        number - below * whole, number + above * whole, number - QUARTER * whole, number + QUARTER * whole
    )  # fmt: skip


def reach(number: float, digits: int | None) -> float:
    """How far one digit fewer reaches either way of a number that stands in its middle, never more than a quarter of it.

    >>> reach(27, 2), reach(1.94e9, 3), reach(8e9, 1)
    (5.0, 50000000.0, 2000000000.0)
    """
    size = abs(float(number))
    return min(5 * step_of(size, digits), QUARTER * size)


def part_of(words: str) -> float:
    """A part that is told in words, in percent.

    >>> part_of("half"), round(part_of("a third"), 2), part_of("three-quarters")
    (50.0, 33.33, 75.0)
    >>> part_of("two fifths"), part_of("seven-tenths")
    (40.0, 70.0)
    """
    *count, name = words.lower().replace("-", " ").split()
    wholes = "half third quarter fifth sixth seventh eighth ninth tenth".split()
    whole = wholes.index(name.removesuffix("s")) + 2
    return 100 * COUNTS.get(" ".join(count), 1) / whole


def worded(words: str, number: float) -> tuple[Worded, Bound | None] | None:
    """Whether a percentage is told in words, as what, and with which hedge before it; None where it is printed.

    >>> worded("about a third of its exports", 33.3), worded("imports more than doubled", 100.0), worded("a 33 percent rise", 33.0)
    (('fraction', 'about'), ('multiple', 'over'), None)
    """
    if re.search(rf"\b{abs(number):g}(?:\.0)? ?(?:%|percent|per cent|pct)", words, re.IGNORECASE):
        return None
    for found in _IN_WORDS.finditer(words):
        name = next(name for name, text in found.groupdict().items() if text and name != "hedge")
        part = found.group("part")
        told = _MULTIPLES[name] if part is None else part_of("half" if part.lower() == "halved" else part)
        if abs(abs(number) - told) < 0.5:
            return ("multiple" if part is None else "fraction"), bound_of(found.group("hedge"))
    return None


def _rounded(number: float, digits: int | None) -> int | None:
    """Significant digits under a word that says it was rounded: zeros before the point count no further than the second.

    >>> _rounded(360e6, 3), _rounded(10e6, 3), _rounded(10.2e6, 3), _rounded(353e6, 3)
    (2, 3, 3, 3)
    """
    scale = next((each for each in (1e12, 1e9, 1e6, 1e3) if number >= each), 1.0)
    places = math.floor(math.log10(number / scale) + 1e-12) + 1
    if digits is None or digits > places:
        return digits
    return min(digits, max(shortest_digits(number), 2))


def _words(n: float, step: float, bound: Bound | None) -> tuple[float, float]:
    half = step / 2
    if bound == "about":
        around = max(half, min(1.5 * step, 0.05 * n))
        return n - around, n + around
    if bound == "almost":
        return n - min(max(half, min(step, 0.05 * n)), 0.1 * n), n
    if bound in {"over", "at_least"}:
        return n, max(n + step, (1 + QUARTER) * n)
    if bound in {"under", "at_most"}:
        return max(min(n - step, (1 - QUARTER) * n), n / 2), n
    return n - half, n + half


def _range(low: float, step: float, high: float) -> tuple[float, float]:
    return low - step / 2, high + step_of(high) / 2


def _loose(n: float, step: float) -> tuple[float, float]:
    """The rounding interval of the number with one digit fewer, cut to a quarter off; both ways if it lies halfway."""
    wide = step * 10
    count = n / wide
    down, up = math.floor(count + 0.5 - _TINY), math.floor(count + 0.5 + _TINY)
    return max((down - 0.5) * wide, (1 - QUARTER) * n), min((up + 0.5) * wide, (1 + QUARTER) * n)
