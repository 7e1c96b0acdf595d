"""Countries whose names a paper writes small, as some of Ukraine do with "russia": only where a word of trade leads to them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.countries import surface_forms

_LED: Final = re.compile(
    r"\b(?:[Ee]xports?|[Ii]mports?|[Tt]rade|[Tt]urnover|[Ss]hipments|[Ss]upplies|[Dd]eliveries|[Ss]ales|[Pp]urchases|those|and)\s+(?:to|from|with)\s+(?P<name>[a-z]{4,14})(?=['’]s\b|\s*[.,;:()]|\s+(?:[a-z]+ed|[a-z]*ell|[a-z]*ew|rose|sank|[a-z]+s|by|in|for|at|to|and|or|since|during|last|this)\b|$)"
)


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    forms = surface_forms().items()
    return {
        form.lower(): match.candidates[0]
        for form, match in forms
        if match.use == "name" and len(match.candidates) == 1 and form.isalpha()
    }


def small_names(text: str) -> list[tuple[int, int, str]]:
    """Start, end and code of such names.

    >>> small_names("Exports to russia fell, those to peru rose. Chairs went with iron legs to oman.")
    [(11, 17, 'RUS'), (33, 37, 'PER')]
    """
    return [(*m.span("name"), _names()[m["name"]]) for m in _LED.finditer(text) if m["name"] in _names()]
