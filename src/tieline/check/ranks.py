"""The verdict of a rank ("Vietnam was Poland's second-largest export market"), and of one partner held against another.

A rank is held against all partners that the dataset has for the country, flow and year. The place claimed is `supported`;
the next place is `imprecise` where the figures that swap them are within 2% of each other; any other `contradicted`.
A rank within a group ("in Africa", "among its neighbours") or counted from the smallest is `not-checkable`.
"""

from __future__ import annotations

from dataclasses import replace

from tieline.check.answers import Answer
from tieline.check.asking import ranked_among
from tieline.check.named import without_countries
from tieline.check.panel import Panel, Row
from tieline.check.parts import Judged
from tieline.check.phrases import amount, country, in_period, owner, product
from tieline.check.quantities import ONE_WAY
from tieline.check.setting import Setting
from tieline.model import lazy_re as re
from tieline.model.claims import Trend
from tieline.model.verdicts import Part
from tieline.model.vocabulary import VerdictWord

NEAR = 0.02
_GROUP = re.compile(
    r"\b(?:among|within|region|continent|neighbo|bloc|africa|asia|europe|america|middle east|gulf|arab|latin|caribbean|"
    r"pacific|baltic|balkan|asean|EU|E\.U\.|non-|outside|after|behind|apart from|other than|except|excluding)",
    re.IGNORECASE,
)
_SMALLEST = re.compile(r"\b(?:smallest|least|lowest|tiniest)\b", re.IGNORECASE)
ORDINALS = {1: "the largest"} | {
    place: f"the {word}-largest"
    for place, word in enumerate("second third fourth fifth sixth seventh eighth ninth tenth".split(), 2)
}


def judge_rank(claim: Trend, setting: Setting, panel: Panel) -> Judged:
    """Judge the place of a partner among all partners of a country."""
    other = claim.compared_with
    place = other.rank if other is not None else None
    part = Part(name="rank", verdict="no-data", claimed=f"rank {place}")
    asked = ranked_among(claim)
    words = claim.quote.exact
    if _SMALLEST.search(words) or _GROUP.search(without_countries(words)):
        note = "the rank is within a group, or from the smallest; only places among all partners are checked"
        return Judged(replace(part, verdict="not-checkable", note=note), "value")
    if asked is None or place is None:
        return Judged(replace(part, note="the words do not tell whose partners are ranked"), "value")
    whose, who = asked
    levels = _levels(panel, setting, whose.reporter, whose.flow)
    if who not in levels:
        return Judged(replace(part, note="ranks need the figures of all partners"), "value")
    order = sorted(levels, key=lambda code: (-levels[code][0], code))
    found = order.index(who) + 1
    verdict: VerdictWord = "supported" if found == place else "contradicted"
    if verdict == "contradicted" and place <= len(order) and abs(found - place) == 1:
        mine, theirs = levels[who][0], levels[order[place - 1]][0]
        verdict = "imprecise" if abs(mine - theirs) <= NEAR * max(mine, theirs) else verdict
    label = f"{_what(setting, whose.reporter, whose.flow)} by partner, {setting.period.words()}, {len(order)} partners"
    shown = list(dict.fromkeys([*order[: max(place, 3)], who]))
    rows = tuple(row for code in shown for row in levels[code][1])
    answer = Answer(float(found), rows, label, 0, published=False)
    part = replace(part, verdict=verdict, found=float(found), low=float(place), high=float(place))
    return Judged(part, "rank", (answer,), _sentence(setting, order, levels, who, whose.reporter, whose.flow))


def _levels(panel: Panel, setting: Setting, who: str, flow: str) -> dict[str, tuple[float, tuple[Row, ...]]]:
    scope, year = setting.quantity.scope, setting.period.iso
    sides = [panel.worlds.get((who, each, scope, year), dict)() for each in (ONE_WAY if flow == "trade" else (flow,))]
    if not all(sides):
        return {}
    found: dict[str, tuple[float, tuple[Row, ...]]] = {}
    for code in set().union(*sides):
        rows = tuple(side[code] for side in sides if code in side)
        found[code] = (sum(row.level("USD") or 0.0 for row in rows), rows)
    return found


def _what(setting: Setting, who: str, flow: str) -> str:
    goods = setting.quantity.scope.words
    return f"{owner(who)} {flow}{f' of {product(goods)}' if goods else ''}"


def _sentence(
    setting: Setting,
    order: list[str],
    levels: dict[str, tuple[float, tuple[Row, ...]]],
    who: str,
    whose: str,
    flow: str,
) -> str:
    place = order.index(who) + 1
    others = {"exports": "export markets", "imports": "sources of imports"}.get(flow, "trading partners")
    goods = f" for {product(setting.quantity.scope.words)}" if setting.quantity.scope.words else ""
    rank = ORDINALS.get(place, f"number {place}")
    first = order[0] if place > 1 else order[1]
    other = f"{country(first)} was {'the largest' if place > 1 else 'the second-largest'}"
    name = country(who)
    return (
        f"{name[:1].upper()}{name[1:]} was {rank} among {owner(whose)} {len(order)} {others}{goods} {in_period(setting.period)}, "
        f"at {amount(levels[who][0], 'USD')}; {other}, at {amount(levels[first][0], 'USD')}"
    )
