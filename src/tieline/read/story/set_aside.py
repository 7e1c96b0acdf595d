"""What a sentence names only to set it aside: "Germany, not Italy, was", "by half rather than by a third", "unlike those to Peru".

A country so named is no side of what the sentence tells, and a figure so named is none of its figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.apart import INSTEAD
from tieline.read.names.mentions import Mention
from tieline.read.numbers.scan import Figure

_FLOW: Final = (
    r"(?:exports|imports|sales|shipments|deliveries|purchases|trade|business|commerce|those|that|the\s+ones?)"
)
_NOT: Final = r"not(?!\s+(?:only|just|merely|simply|even|yet|quite|least|more|less|fewer|far|including|counting)\b)"
_ALL_BUT: Final = r"\b(?:countries|nations|states|markets|destinations|partners|places|anywhere|anyone)\s+(?:other\s+than|except(?:\s+for)?|but|bar(?:ring)?|excluding|outside(?:\s+of)?)"
"""Before the one that a group is without: "exports to countries other than Sweden"."""
_HINT: Final = re.compile(rf"\bnot\b|{INSTEAD}|\blike\b|{_ALL_BUT}", re.IGNORECASE)
_COUNTRY: Final = re.compile(
    rf"(?:(?:^|[,;(\u2013\u2014-]\s?|\b(?:and|but|or)\s+){_NOT}|\b(?:is|are|was|were)\s+(?P<be>{_NOT})|(?P<unlike>\bunlike|(?:^|,\s)like)|\b{INSTEAD}|{_ALL_BUT})"
    rf"\s+(?:(?:to|from|with|by|in|for|of)\s+)?(?:(?:(?:its|their|the)\s+)?{_FLOW}\s+(?:to|from|with|by|in|for|of)\s+)?(?:the\s+|neighbou?ring\s+)*$",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(r"\s*(?:,\s*|,?\s+(?:and|or|nor)\s+)(?:(?:to|from|with|by)\s+)?(?:the\s+)?", re.IGNORECASE)
_BUT: Final = re.compile(r"(?:'s?)?,?\s+but\b")
_WHICH: Final = re.compile(r",\s+(?:which|where|whose|to\s+which|from\s+which)\b")
_FIGURE: Final = re.compile(
    rf"(?:(?:[,;(\u2013\u2014]\s?|\b(?:and|but)\s+){_NOT}|\brather\s+than)"
    r"\s+(?:(?:by|to|at|from|for|of|with|worth)\s+)?(?:(?:an?|the)\s+)?$",
    re.IGNORECASE,
)


def countries_kept(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The countries of a sentence without those that it sets aside.

    >>> from tieline.read.names.mentions import find_mentions
    >>> def kept(text): return [mention.code for mention in countries_kept(text, find_mentions(text))]
    >>> kept("Germany, not Italy or Spain, was Croatia's largest market"), kept("It was not Peru but Chile that sold most")
    (['DEU', 'HRV'], ['CHL'])
    >>> kept("Norway is not Peru's main market"), kept("Exports to Chile, unlike those to Peru, rose")
    (['NOR', 'PER'], ['CHL'])
    >>> kept("Unlike Peru, Chile and Cuba sold more"), kept("Exports to Chile but not to Peru and Cuba rose")
    (['CHL', 'CUB'], ['CHL'])
    """
    if not mentions or _HINT.search(text) is None:
        return list(mentions)
    kept: list[Mention] = []
    last: Mention | None = None
    for at, mention in enumerate(mentions):
        if _is_set_aside(text, mention) or (last is not None and _goes_on(text, last, mention, mentions[at + 1 :])):
            last = mention
            continue
        last = None
        kept.append(mention)
    return kept


def _is_set_aside(text: str, mention: Mention) -> bool:
    found = _COUNTRY.search(text[: mention.start])
    if found is None:
        return False
    if found["be"] and _BUT.match(text, mention.end) is None:
        return False  # "is not Peru's main market"
    return not (found["unlike"] and _WHICH.match(text, mention.end))


def _goes_on(text: str, last: Mention, mention: Mention, behind: Sequence[Mention]) -> bool:
    """Whether a country goes on the list of those set aside; in "unlike Peru, Chile and Cuba sold more" the sentence is about it."""
    joined = _NEXT.fullmatch(text, last.end, mention.start)
    if joined is None or "," not in joined.group():
        return joined is not None
    if _OPENS.match(text) and behind and _AND.fullmatch(text, mention.end, behind[0].start):
        return text.startswith(",", behind[0].end)
    return _LISTED_ON.match(text, mention.end) is not None


_OPENS: Final = re.compile(rf"\W*(?:{INSTEAD}|like)\b", re.IGNORECASE)
_AND: Final = re.compile(r"\s+(?:and|or)\s+(?:the\s+)?", re.IGNORECASE)
_LISTED_ON: Final = re.compile(r"\s*(?:,|\band\b|\bor\b|\bnor\b)")


def figures_kept(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a sentence without those that it sets aside.

    >>> from tieline.read.numbers.figures import find_figures
    >>> text = "fell by half rather than by a third"
    >>> [figure.value for figure in figures_kept(text, find_figures(text))]
    [50.0]
    """
    if not figures or _HINT.search(text) is None:
        return list(figures)
    return [figure for figure in figures if _FIGURE.search(text[: figure.start]) is None]
