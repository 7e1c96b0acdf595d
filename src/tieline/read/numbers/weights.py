"""Pounds that are a weight and no money: "90 million pounds of coffee", where the goods are of a kind that is weighed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.product_table import surface_forms
from tieline.read.numbers.scan import Figure

_POUNDS: Final = re.compile(r"\bpounds?$", re.IGNORECASE)
_STERLING: Final = re.compile(
    r"\b(?:sterling|Egyptian|British|Sudanese|Syrian|Lebanese|Cypriot|Irish)\b", re.IGNORECASE
)
_OF: Final = re.compile(r"\s+of\s+(?P<words>[a-z][a-z-]*(?:\s[a-z][a-z-]*){0,3})")
_WEIGHED: Final = frozenset([*range(1, 22), 23, 24, 25, 26, 40, 41, *range(50, 54), *range(72, 82)])
"""Chapters of the Harmonized System whose goods the press tells by weight: food, raw materials, metals."""


def with_pounds_weighed(text: str, figures: Iterable[Figure]) -> list[Figure]:
    """The figures, those in pounds of such goods as weights.

    >>> from tieline.read.numbers.figures import find_figures
    >>> [(f.kind, f.unit) for f in find_figures("sold 9 million pounds of coffee and 4 million pounds of machinery")]
    [('quantity', 'lb'), ('money', 'GBP')]
    """
    return [replace(f, kind="quantity", unit="lb") if _is_weight(text, f) else f for f in figures]


def _is_weight(text: str, figure: Figure) -> bool:
    written = text[figure.start : figure.end]
    if figure.kind != "money" or _POUNDS.search(written) is None or _STERLING.search(written):
        return False
    told = _OF.match(text, figure.end)
    words = told["words"].split() if told is not None else []
    forms = surface_forms()
    ends = (forms.get(" ".join(words[begin:end])) for end in range(len(words), 0, -1) for begin in range(end))
    product = next((found for found in ends if found is not None), None)
    return product is not None and any(int(code[:2]) in _WEIGHED for code in product.hs or ())
