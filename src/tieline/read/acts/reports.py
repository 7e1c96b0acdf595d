"""Reports that somebody calls untrue: what they tell has not happened."""

from __future__ import annotations

from tieline.model import lazy_re as re

_REPORT = r"(?:reports?|claims?|allegations?|rumou?rs?|suggestions?|stor(?:y|ies)|speculation)\b[^.;]{0,60}?\bthat\b"
_UNTRUE = re.compile(
    r"\b(?:(?:den(?:y|ies|ied|ying)|refut(?:es|ed|ing))\b[^.;]{0,30}?|(?:call|dismiss|describ|brand|label|reject)\w*\b[^.;]{0,30}?"
    rf"\b(?:fake|untrue|false|not true|baseless|groundless|nonsense|unfounded|wrong|fabricated|invented)\b[^.;]{{0,20}}?)\b{_REPORT}",
    re.IGNORECASE,
)


def untrue_before(text: str, at: int) -> bool:
    """What follows is the content of a report that somebody calls untrue.

    >>> untrue_before("He dismissed as not true reports that Fiji had agreed", 45)
    True
    """
    return any(found.end() <= at for found in _UNTRUE.finditer(text, 0, at))
