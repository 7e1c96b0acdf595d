"""What stands beside a rank: "behind Peru", "ahead of Poland", "followed by Chile and Vietnam", "overtaking Chile", "remained".

A place that is right is still wrongly told with the wrong neighbour, and one that a country had long had is none that it took.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from tieline.check.named import countries_in
from tieline.check.phrases import capital, country
from tieline.model import lazy_re as re

_NAME = r"(?:the\s+)?[A-Z][\w.]*(?:\s+[A-Z][\w.]*)*"
_LIST = rf"(?P<names>{_NAME}(?:,\s+{_NAME})*(?:,?\s+and\s+{_NAME})?)(?!['’]|\s+(?:sold|bought|imported|exported|was|were|is|had|did)\b)"
_BEHIND = re.compile(rf"\b(?:behind|after|trailing|second only to|followed)\s+(?:only\s+)?{_LIST}")
_AHEAD = re.compile(rf"\b(?:ahead of|in front of|beating|outranking|pushing)\s+(?:both\s+)?{_LIST}")
_FOLLOWED = re.compile(rf"\bfollowed (?:closely )?by\s+{_LIST}")
_PASSED = re.compile(
    rf"\b(?:overt(?:aking|ook|aken|akes?)|passing|passed|surpassing|surpassed|replacing|replaced|displacing|displaced|dethroning|unseating|ousting)\s+{_LIST}"
)
_TOOK = re.compile(
    r"\b(?:became|become|becomes|becoming|to become|(?:rose|moved up|climbed) to (?:be )?(?:(?:the|its|their|[A-Z][\w.]+['’]s?) )?"
    r"(?:first|second|third|fourth|fifth|sixth|top|number|no\.|place|rank|largest|biggest)\b)",
    re.IGNORECASE,
)
_KEPT = re.compile(r"\b(?:remain(?:s|ed|ing)?|still|stayed|again|continued to be)\b", re.IGNORECASE)


def looks_back(words: str) -> bool:
    """The words tell of the places of the year before too: of a country that was passed, or of a place that was taken or kept.

    >>> looks_back("Norway became Kenya's biggest market"), looks_back("Norway was Kenya's biggest market")
    (True, False)
    """
    return any(form.search(words) for form in (_PASSED, _TOOK, _KEPT))


def is_neighbour(words: str, who: str) -> bool:
    """The country is told beside the place of another: Peru of "Chile was second, behind Peru".

    >>> is_neighbour("Chile was second, behind Peru", "PER"), is_neighbour("Chile was second, behind Peru", "CHL")
    (True, False)
    """
    forms = (_BEHIND, _AHEAD, _FOLLOWED, _PASSED)
    return any(who in countries_in(found["names"]) for form in forms for found in form.finditer(words))


def against_neighbours(
    words: str,
    who: str,
    now: Sequence[str],
    before: Sequence[str],
    sizes: Mapping[str, float],
    judged: Collection[str] = (),
) -> str | None:
    """What the figures have against the neighbours told with the place of `who`; None where they bear them out.

    Args:
        words: Those of the claim, and the rest of their clause.
        who: The country that has the place.
        now: All partners, the largest first.
        before: The same of the year before; empty where it is not known.
        sizes: The levels of those of `now`.
        judged: Those whose own place, or comparison, is a claim beside this one, which is judged by itself.

    >>> now, sizes = ["PER", "VNM", "POL"], {"PER": 3.0, "VNM": 2.0, "POL": 1.0}
    >>> against_neighbours("Vietnam was second, behind Poland", "VNM", now, [], sizes)
    'Vietnam was ahead of Poland'
    >>> against_neighbours("Vietnam was second, behind Peru and ahead of Poland", "VNM", now, [], sizes) is None
    True
    >>> against_neighbours("Peru became the largest market", "PER", now, now, sizes)
    'Peru had the place the year before too'
    """
    if is_neighbour(words, who):
        return None
    mine, place = sizes[who], now.index(who)
    for form, larger in ((_BEHIND, True), (_AHEAD, False), (_FOLLOWED, False), (_PASSED, False)):
        for code in (code for found in form.finditer(words) for code in _others(found["names"], who)):
            if code in sizes and code not in judged and (sizes[code] > mine) != larger:
                return f"{capital(country(who))} was {'ahead of' if larger else 'behind'} {country(code)}"
            if form is _PASSED and code in before and who in before and before.index(code) > before.index(who):
                return f"{country(who)} was ahead of {country(code)} the year before too"
    followed = _FOLLOWED.search(words)
    told = _others(followed["names"], who) if followed is not None else []
    if (
        told
        and not judged
        and all(code in sizes for code in told)
        and list(now[place + 1 : place + 1 + len(told)]) != told
    ):
        return f"{capital(country(now[place + 1]))} came next"
    if who not in before:
        return None
    if _TOOK.search(words) and before.index(who) == place:
        return f"{country(who)} had the place the year before too"
    if _KEPT.search(words) and before.index(who) != place:
        return f"{country(who)} did not have the place the year before"
    return None


def _others(names: str, who: str) -> list[str]:
    return [code for code in countries_in(names) if code not in {who, "WLD"}]
