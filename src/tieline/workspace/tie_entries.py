"""Entries of a timeline in words: what an act of a dataset was and who acted, and what a figure came to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from tieline.model.cameo_words import cameo_words
from tieline.model.countries import display
from tieline.report.wording import amount

_MOST: Final = 2
"""Names of actors that an entry has room for."""


def worded(entry: Mapping[str, Any]) -> dict[str, Any]:
    """An entry with `what` in words."""
    if "value_usd" in entry:
        return {**entry, "what": f"{entry['flow']} {amount(entry['value_usd'], 'USD')}{copied(entry['flags'])}"}
    if "cameo" not in entry:
        return dict(entry)
    words = act_words(entry["cameo"], entry["mode"])
    names = actors_of((entry["source"], entry["target"]), entry["actors"])
    return {**entry, "what": f"{entry['type']}{f': {words}' if words else ''}{f' ({names})' if names else ''}"}


def copied(flags: str) -> str:
    """That a figure repeats another year's, behind it; nothing of one that does not.

    >>> copied("estimated,suspected-copy"), copied("estimated")
    (" (suspected copy of another year's)", '')
    """
    return " (suspected copy of another year's)" if "suspected-copy" in (flags or "") else ""


def act_words(cameo: str, mode: str) -> str:
    """What a dataset's code, or its mode, stands for; nothing where it has neither.

    >>> act_words("163", ""), act_words("", "cut-aid"), act_words("", "")
    ('sanctions, embargo or boycott', 'cut aid', '')
    """
    return cameo_words(cameo) or mode.replace("-", " ").replace("_", " ")


def actors_of(codes: Sequence[str], names: Sequence[str]) -> str:
    """Who acted for a country, where more than a country itself is named; nothing else.

    >>> actors_of(["IRN"], ["Hassan Rouhani", "Iran"]), actors_of(["IRN"], ["Iran"]), actors_of(["IRN"], ["A", "B", "C"])
    ('Hassan Rouhani', '', 'A, B and 1 more')
    """
    known = {"", *codes, *map(display, codes)}
    told = [plain for name in names if (plain := " ".join((name or "").split())) not in known]
    return f"{', '.join(told[:_MOST])}{f' and {len(told) - _MOST} more' if len(told) > _MOST else ''}"
