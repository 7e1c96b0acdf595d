"""English words of the calendar and of counting, one list of each for all who look for them in a text."""

from __future__ import annotations

from typing import Final

MONTH_NAMES: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAY_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT_MONTHS: Final = tuple(name[:3].lower() for name in MONTH_NAMES)
SHORT_DAYS: Final = tuple(name[:3].lower() for name in DAY_NAMES)
"""The first three letters, which tell them apart."""
ANY_MONTH: Final = "|".join(MONTH_NAMES)
"""Alternatives for a pattern, of whole names."""

CARDINALS: Final[dict[str, int]] = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
        "twenty".split()
    )
} | {word: 10 * tens for tens, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}
"""Numbers of one word, in their order."""
ORDINALS: Final[dict[str, int]] = {
    word: number
    for number, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
COUNTED: Final[dict[str, int]] = {word: number for word, number in CARDINALS.items() if number <= 50} | {
    "a": 1,
    "an": 1,
}
"""What years and days are counted by: nobody writes "sixty days" without figures, and an article is one."""


def ordinal(word: str) -> int | None:
    """The place that a word gives in a row; None for "next".

    >>> ordinal("third"), ordinal("12th"), ordinal("2ND"), ordinal("next")
    (3, 12, 2, None)
    """
    digits = word[:-2]
    return int(digits) if digits.isdecimal() else ORDINALS.get(word.lower())


def number(word: str) -> int | None:
    """A number in figures or in one word; None for "several".

    >>> number("12"), number("Twelve"), number("an"), number("several")
    (12, 12, 1, None)
    """
    return int(word) if word.isdecimal() else COUNTED.get(word.lower())
