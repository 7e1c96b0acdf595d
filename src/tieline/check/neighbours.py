"""What stands beside a rank: "behind Peru", "ahead of Poland", "followed by Chile and Vietnam", "overtaking Chile", "remained".

A place that is right is still wrongly told with the wrong neighbour, and one that a country had long had is none that it took.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from tieline.check.named import NAME, countries_in
from tieline.check.phrases import capital, country
from tieline.model import lazy_re as re

_LIST = rf"(?P<names>{NAME}(?:,\s+{NAME})*(?:,?\s+and\s+{NAME})?)(?!['’]|\s+(?:sold|bought|imported|exported|was|were|is|had|did)\b)"
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
_MOVED = re.compile(
    r"\b(?:(?P<up>r[io]se|risen|climb(?:ed|s)?|moved up|jump(?:ed|s)?)|(?:slip(?:ped|s)?|dropp?(?:ed|s)?|fell|falls|fallen|slid|sank|moved down))(?:\s+(?:back|up|down))?(?:\s+from\s+\w+(?:\s+place)?)?"
    r"\s+to\s+(?:be\s+)?(?:(?:the|its|their|[A-Z][\w.]+['’]s?)\s+)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"\b(?:remain(?:s|ed|ing)?|stayed|continued to be|(?:is|are|was|were)\s+(?:still|(?:once\s+)?again)|(?:still|again)\s+(?:is|are|was|were|held|ranked))\b",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"\b(?:(?:los(?:t|es|ing)|g(?:ave|ives|iving)\s+up|surrender(?:ed|s|ing)?|relinquish(?:ed|es|ing)?|yield(?:ed|s|ing)?|ced(?:ed|es|ing))\s+(?:its|their|the)\s+"
    r"(?:place|position|status|rank|ranking|spot|crown|title|standing)\s+as"
    r"|(?P<by>(?:was|were|been|being)\s+(?:dethroned|displaced|replaced|overtaken|ousted|unseated|toppled))\b|ceas(?:ed|es|ing)\s+to\s+be|(?P<now>no\s+longer))\b"
)


def lost_by(words: str, who: str) -> re.Match[str] | None:
    """Where the words have a country lose its place: "lost its place as", "ceased to be", "was dethroned as", "no longer"; None where they don't.

    >>> lost_by("Norway lost its place as Kenya's biggest market", "NOR") is not None, lost_by("Norway was Kenya's biggest market", "NOR") is None
    (True, True)
    >>> lost_by("Chile became Kenya's biggest market as Norway lost its place as", "CHL") is None
    True
    """
    found = _LOST.search(words)
    return found if found is not None and countries_in(words[: found.start()])[-1:] == [who] else None


def against_the_loss(
    words: str,
    who: str,
    place: int,
    now: Sequence[str],
    before: Sequence[str],
    whose: str,
) -> str | None:
    """What the figures have against words by which `who` lost a place among the partners of `whose`; None where they bear them out.

    >>> words = "Norway lost its place as Kenya's biggest market to Chile"
    >>> against_the_loss(words, "NOR", 1, ["CHL", "NOR"], ["NOR", "CHL"], "KEN") is None
    True
    >>> against_the_loss(words, "NOR", 1, ["NOR", "CHL"], ["NOR", "CHL"], "KEN"), against_the_loss(words, "NOR", 1, ["PER", "NOR"], [], "KEN")
    ('Norway still had the place', 'Peru took the place')
    """
    found = lost_by(words, who)
    if found is None:
        return None
    mine = now.index(who) + 1
    if mine == place:
        return f"{country(who)} still had the place"
    if mine < place:
        return f"{country(who)} had a higher one"
    heir = re.search(rf"\b{'by' if found['by'] else 'to'}\s+{_LIST}", words[found.end() :])
    named = [code for code in _others(heir["names"], who) if code != whose] if heir is not None else []
    if named and place <= len(now) and now[place - 1] not in named:
        return f"{country(now[place - 1])} took the place"
    if found["now"] is None and who in before and before.index(who) + 1 != place:
        return f"{country(who)} did not have the place the year before"
    return None


def looks_back(words: str) -> bool:
    """The words tell of the places of the year before too: of a country that was passed, or of a place that was taken or kept.

    >>> looks_back("Norway became Kenya's biggest market"), looks_back("Norway was Kenya's biggest market")
    (True, False)
    """
    return any(form.search(words) for form in (_PASSED, _TOOK, _MOVED, _KEPT, _LOST))


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
    >>> against_neighbours("Peru again became the largest market", "PER", now, ["VNM", "PER", "POL"], sizes) is None
    True
    >>> against_neighbours("Peru slipped to second place", "PER", ["VNM", "PER"], ["VNM", "POL", "PER"], {"VNM": 3.0, "PER": 2.0})
    'Peru had a lower one the year before'
    >>> against_neighbours("Peru was second, followed by Chile", "PER", ["CHL", "PER"], [], {"CHL": 2.0, "PER": 2.0}) is None
    True
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
        and place + 1 < len(now)
        and list(now[place + 1 : place + 1 + len(told)]) != told
    ):
        return f"{capital(country(now[place + 1]))} came next"
    if who not in before:
        return None
    moved = _MOVED.search(words)
    if moved is not None and before.index(who) != place and (before.index(who) > place) != (moved["up"] is not None):
        return f"{country(who)} had a {'higher' if moved['up'] else 'lower'} one the year before"
    if moved is not None or _TOOK.search(words):  # also where it "again became" that
        return f"{country(who)} had the place the year before too" if before.index(who) == place else None
    if _KEPT.search(words) and not _PASSED.search(words) and before.index(who) != place:
        return f"{country(who)} did not have the place the year before"
    return None


def _others(names: str, who: str) -> list[str]:
    return [code for code in countries_in(names) if code not in {who, "WLD"}]
