"""Whether the words of a claim tell what is meant to happen: "measures to narrow its surplus", "agreed to cut their shipments"."""

from __future__ import annotations

from tieline.model import lazy_re as re

_UNLIKELY = re.compile(r"\b(?:(?:un)?likely|expected|set|due|bound) to\b", re.IGNORECASE)
_TO = r"\b(?:to|will|would|could|should|must|can|may|might|helps?)\s+"
_VERB = r"(?:reduce|cut|narrow|boost|increase|expand|raise|lower|trim|curb|widen|double|triple|improve|balance|shrink|slash|halve|limit|restrict)\b"
_BASE_VERB = re.compile(_VERB, re.IGNORECASE)
_MEANT = re.compile(rf"{_TO}(?:\w+ly\s+|also\s+|further\s+)?$", re.IGNORECASE)
_MEANT_TOO = re.compile(
    r"\b(?:(?:to|will|would|could|should|must)\s+[a-z]+\s+(?:[\w'’]+\s+){0,4})and\s+(?:also\s+)?(?:to\s+)?$",
    re.IGNORECASE,
)
_OF_THAT = re.compile(rf"{_TO}(?:\w+ly\s+|also\s+|further\s+)?{_VERB}\s+(?:by\s+)?$", re.IGNORECASE)

_AHEAD = re.compile(r"\bnext (?:year|quarter|month|decade)\b", re.IGNORECASE)


_WANTED = re.compile(
    r"\b(?:wants?|wanted|aim(?:s|ed|ing)?|hop(?:es?|ed|ing)|plan(?:s|ned|ning)?|seek(?:s|ing)?|sought|intend(?:s|ed|ing)?|wish(?:es|ed)?|agreed|vow(?:s|ed)|"
    r"pledg(?:es?|ed)|would like|target(?:s|ed)?|goal|ambition|determined|ready|resolved)\s+(?:(?:is|was)\s+)?to\s+(?:\w+ly\s+)?(?:bring|take|raise|lift|increase|boost|"
    r"expand|push|drive|grow|get|reach|hit|achieve|build|make)\b[^.;:!?]*$",
    re.IGNORECASE,
)


def is_wanted(quoted: str, before: str) -> bool:
    """The words before those quoted tell that somebody wants to reach the level.

    >>> is_wanted("trade to $5 billion by 2013", "The two governments want to bring "), is_wanted("trade to $5 billion", "They managed to raise ")
    (True, False)
    """
    return (
        _WANTED.search(before) is not None
        and re.match(r"[^.;]*?\bto\s+(?:\w+\s+){0,2}?(?:[A-Z]{2,3})?[$€£]?\d", quoted) is not None
    )


def is_ahead(quoted: str) -> bool:
    """The words quoted tell of a time to come.

    >>> is_ahead("the deficit from its estimated 171 billion dlr level next year to about 134 billion")
    True
    """
    return _AHEAD.search(quoted) is not None


def is_meant(quoted: str, before: str) -> bool:
    """The words quoted, or those just before them, tell of an aim and not of what was.

    >>> is_meant("cut its surplus", "it should not falter in its policies to open its market and ")
    True
    >>> is_meant("their shipments to the United States by about 30 pct", "seven nations agreed to reduce ")
    True
    >>> is_meant("cut its surplus", "Seoul opened its market and ")
    False
    """
    if _UNLIKELY.search(quoted) or _OF_THAT.search(before):
        return True
    verb = _BASE_VERB.match(quoted)
    return verb is not None and (_MEANT.search(before) or _MEANT_TOO.search(before)) is not None
