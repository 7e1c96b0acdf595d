"""Kinds of deeds and blows, and the level of a visit: what a count of either is made of.

A kind counts once a day and direction. The level of a visit is the highest office that the names of either side tell: leaders (heads of
state or government), ministers, other officials. Datasets often name persons without their office; then the level is not told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from tieline.model import lazy_re as re

VISITS: Final = "visits"
_CODED: Final = (
    (("042", "043", "044"), VISITS), (("046",), "negotiations"), (("057",), "agreements signed"), (("163",), "sanctions, embargoes or boycotts"),
    (("161",), "relations reduced or broken off"), (("166",), "expulsions and withdrawals"), (("16",), "aid or talks stopped"),
)  # fmt: skip
_MODES: Final = {
    "visit": VISITS, "receive": VISITS, "talks": "negotiations", "sign": "agreements signed", "expel-diplomat": "expulsions and withdrawals",
    "sever-ties": "relations reduced or broken off",
}  # fmt: skip
_TYPES: Final = {
    "AID": "aid", "COOPERATE": "material cooperation", "CONCEDE": "concessions", "RETREAT": "concessions", "SANCTION": "sanctions, embargoes or boycotts",
    "PROTEST": "protests", "MOBILIZE": "shows of force", "COERCE": "coercion", "ASSAULT": "uses of force",
}  # fmt: skip
_LEVELS: Final = (
    ("leaders", re.compile(r"\b(?:head of (?:state|government)|(?<!vice )(?<!vice-)president|prime minister|premier|chancellor|king|queen|emir|sultan|supreme leader)\b", re.IGNORECASE)),
    ("ministers", re.compile(r"\b(?:minister|ministry|foreign affairs|secretary of (?:state|defense|the treasury)|foreign secretary)\b", re.IGNORECASE)),
    ("officials", re.compile(r"\b(?:vice|deputy|envoy|ambassador|official|delegation|representative|lawmaker|legislat\w+|parliament\w*|cabinet|government|military)\b", re.IGNORECASE)),
)  # fmt: skip
_DEPUTY: Final = re.compile(r"\b(?:vice|deputy|assistant|former|ex)\b", re.IGNORECASE)


def kind_of(plover: str, cameo: str = "", mode: str = "") -> str | None:
    """The kind of a deed or a blow; None for an act that is neither.

    >>> kind_of("CONSULT", "043"), kind_of("SANCTION", "161"), kind_of("SUPPORT", "", "sign"), kind_of("ASSAULT", "190"), kind_of("CONSULT", "040")
    ('visits', 'relations reduced or broken off', 'agreements signed', 'uses of force', None)
    """
    for codes, kind in _CODED:
        if cameo.startswith(codes):
            return kind
    return _MODES.get(mode) or _TYPES.get(plover)


def level_of(names: Iterable[str | None]) -> str | None:
    """The highest level that names or offices tell; None if they tell none.

    >>> level_of(["Head of Government (Iran)", "Iran"]), level_of(["foreign minister Ana Paz"]), level_of(["deputy prime minister"]), level_of(["Ana Paz"])
    ('leaders', 'ministers', 'officials', None)
    """
    found = set()
    for name in names:
        told = next((level for level, words in _LEVELS if words.search(name or "")), None)
        found.add("officials" if told and _DEPUTY.search(name or "") else told)
    return next((level for level, _ in _LEVELS if level in found), None)


def counted_kinds(rows: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str, str, str], dict[str, dict[str, int]]]:
    """The kinds of each dataset, direction and channel, the most first: how many days, and of visits how many of each level.

    Args:
        rows: Acts with `dataset`, `source`, `target`, `channel`, `date`, `type`, `cameo`, `mode` and `persons`.
    """
    days: dict[tuple[str, str, str, str], dict[str, dict[Any, list[str]]]] = {}
    for row in rows:
        kind = kind_of(row["type"], row["cameo"], row["mode"])
        if kind:
            key = (row["dataset"], row["source"], row["target"], row["channel"])
            days.setdefault(key, {}).setdefault(kind, {}).setdefault(row["date"], []).extend(row["persons"] or ())
    out = {}
    for key, kinds in days.items():
        ranked = sorted(kinds.items(), key=lambda each: (-len(each[1]), each[0]))
        out[key] = {kind: {"all": len(of), **(_levels(of.values()) if kind == VISITS else {})} for kind, of in ranked}
    return out


def _levels(days: Iterable[list[str]]) -> dict[str, int]:
    told = [level_of(names) for names in days]
    return {level: count for level, _ in _LEVELS if (count := told.count(level))}
