"""What a matched claim says beyond its core, field by field: who states it, what goods, against which base."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tieline.evaluate.facts import flow_of, modality_holds, same_period, time_holds, type_of, when_holds
from tieline.evaluate.fields import Fields, listed, options
from tieline.evaluate.words import is_own_name, same_name
from tieline.model.vocabulary import SPEECH_ACTS, Kind

UNRESOLVED = "unresolved"
"""Of a gold entry: names of fields that are given by their place in a text that is not at hand."""

_OTHER_SIDE = {
    "reporter_exports_to_partner": "reporter_imports_from_partner",
    "reporter_imports_from_partner": "reporter_exports_to_partner",
}


def sources(one: Fields) -> list[str]:
    """Names of the sources, the nearest speaker first."""
    return [str(x.get("name", "")) if isinstance(x, dict) else str(x) for x in listed(one.get("sources"))]


def source_holds(entry: Fields, claim: Fields) -> bool:
    """The nearest source is the gold's.

    An empty list is right where the gold's is empty or inherited from another sentence. In a speech act the actor is
    the speaker: its own name and no name are alike, and who reports it may follow or stand alone.
    """
    wanted, have = sources(entry), sources(claim)
    if _same_nearest(wanted, have) or (wanted and not have and entry.get("sources_inherited")):
        return True
    if any(_same_nearest(listed(other), have) for other in listed(entry.get("sources_alt"))):
        return True
    if not entry.get("actor") or not entry.get("speech", type_of(entry) in SPEECH_ACTS):
        return False
    beyond = [_without_actor(entry, claim, names) for names in (wanted, have)]
    own = [not names or rest != names for names, rest in zip((wanted, have), beyond, strict=True)]
    return _same_nearest(*beyond) or all(own)


def _same_nearest(wanted: list[Any], have: list[Any]) -> bool:
    return same_name(wanted[0], have[0]) if wanted and have else not wanted and not have


def _without_actor(entry: Fields, claim: Fields, names: list[str]) -> list[str]:
    return names[1:] if names and is_own_name(entry, claim, names[0]) else names


def product_holds(entry: Fields, claim: Fields) -> bool:
    """Half of the words or a common HS code; none only meets none."""
    have = claim.get("product")
    if have is None:
        return None in options(entry, "product")
    if any(same_name(wanted, have) for wanted in options(entry, "product") if wanted is not None):
        return True
    return bool({str(x) for x in listed(entry.get("hs"))} & {str(x) for x in listed(claim.get("hs"))})


def base_holds(entry: Fields, claim: Fields) -> bool:
    """The period compared with covers the same days."""
    return time_holds(entry, claim, "base", same_period)


def share_of_holds(entry: Fields, claim: Fields) -> bool:
    """The whole is the gold's, seen from the other side where the claim turns exports into imports."""
    have = claim.get("share_of")
    if have in options(entry, "share_of"):
        return True
    turned = flow_of(entry)[0][0] == "flow" and entry.get("indicator") != claim.get("indicator")
    return turned and _OTHER_SIDE.get(str(entry.get("share_of"))) == have


def tested_details(kind: Kind, entry: Fields) -> dict[str, Callable[[Fields, Fields], bool]]:
    """The fields that are compared for a match of this entry, each with its test, in the order of the report.

    >>> list(tested_details("event", {"date": "2014"}))
    ['date', 'modality', 'source']
    """
    time = "date" if kind == "event" else "period"
    tests: dict[str, Callable[[Fields, Fields], bool]] = {}
    if options(entry, time) != [None]:
        tests[time] = lambda g, p: when_holds(kind, g, p)
    tests["modality"] = lambda g, p: modality_holds(kind, g, p)
    unresolved = entry.get(UNRESOLVED, ())
    if "sources" not in unresolved:
        tests["source"] = source_holds
    if kind != "event" and "product" not in unresolved:
        tests["product"] = product_holds
    if kind == "measure":
        if entry.get("base") is not None:
            tests["base"] = base_holds
        if entry.get("share_pct") is not None:
            tests["share_of"] = share_of_holds
    return tests
