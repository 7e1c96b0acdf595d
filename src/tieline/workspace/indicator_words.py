"""The names of indicators, and what they are called elsewhere: by their abbreviations, by who proposed them, by a value that they give."""

from __future__ import annotations

from typing import Literal, get_args

Name = Literal[
    "rca", "intensity", "complementarity", "similarity", "dependency", "concentration", "composition", "contribution",
    "growth", "balance", "record", "rank",
]  # fmt: skip
NAMES: tuple[Name, ...] = get_args(Name)
_CALLED = {
    "hhi": "concentration", "herfindahl": "concentration", "herfindahl-hirschman": "concentration", "effective-number": "concentration",
    "rsca": "rca", "nrca": "rca", "balassa": "rca", "cagr": "growth", "cdi": "dependency", "cdi1": "dependency", "cdi2": "dependency",
    "cdi3": "dependency", "finger-kreinin": "similarity", "michaely": "complementarity", "tci": "complementarity", "tii": "intensity",
}  # fmt: skip


def indicator_word(text: str) -> str:
    """The name of the indicator that a text stands for; the text itself where it is none of these.

    >>> indicator_word("HHI"), indicator_word("Finger-Kreinin"), indicator_word("rca")
    ('concentration', 'similarity', 'rca')
    """
    word = text.strip().lower().replace(" ", "-")
    return _CALLED.get(word, word)
