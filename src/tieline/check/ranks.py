"""The verdict of a rank ("Vietnam was Poland's second-largest export market"), and of one partner held against another.

A rank is held against all partners that the dataset has for the country, flow and year. The place claimed is `supported`;
the next place is `imprecise` where the figures that swap them are within 2% of each other; any other `contradicted`, but that
figures of the other side leave a place open where the one that has it is less than half as large again or as small (`other_side`).
A rank within a group ("in Africa", "among its neighbours") or counted from the smallest is `not-checkable`.
"""

from __future__ import annotations

from dataclasses import replace

from tieline.check.answers import Answer
from tieline.check.apposed import apposed_in
from tieline.check.asking import ranked_among
from tieline.check.named import without_countries
from tieline.check.neighbours import against_neighbours, against_the_loss, is_neighbour, lost_by
from tieline.check.other_side import OFF_BOTH, OTHER_SIDE
from tieline.check.panel import Panel, Row
from tieline.check.parts import Judged
from tieline.check.phrases import amount, capital, country, in_period, owner, product
from tieline.check.quantities import ONE_WAY, Scope
from tieline.check.setting import Setting
from tieline.model import lazy_re as re
from tieline.model.claims import Trend
from tieline.model.verdicts import Part
from tieline.model.vocabulary import VerdictWord

NEAR = 0.02
_GROUP = re.compile(
    r"\b(?:among(?!\W+(?:s\s+)?(?:(?:all|its|their|the|export|import|foreign|overseas|trade|trading)\s+)*(?:markets|partners|suppliers|customers|buyers|destinations|sources|outlets)\b(?!\s+in\b))|within|region|continent|neighbo|bloc|africa|asia|europe|america|middle east|gulf|arab|latin|caribbean|"
    r"pacific|baltic|balkan|asean|EU|E\.U\.|non-|outside|after|behind|apart from|other than|except|excluding)",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\b(?:behind|after)\b", re.IGNORECASE)
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
    beside = asked is not None and is_neighbour(setting.clause, asked[1])
    if _SMALLEST.search(words) or _GROUP.search(without_countries(_BESIDE.sub(" ", words) if beside else words)):
        note = "the rank is within a group, or from the smallest; only places among all partners are checked"
        return Judged(replace(part, verdict="not-checkable", note=note), "value")
    if asked is None or place is None:
        return Judged(replace(part, note="the words do not tell whose partners are ranked"), "value")
    whose, who = asked
    levels = _levels(panel, setting, whose.reporter, whose.flow)
    if who not in levels:
        return _by_some(part, setting, panel, whose.reporter, whose.flow, who, place)
    order = sorted(levels, key=lambda code: (-levels[code][0], code))
    found = order.index(who) + 1
    verdict: VerdictWord = "supported" if found == place else "contradicted"
    if verdict == "contradicted" and place <= len(order) and abs(found - place) == 1:
        verdict = "imprecise" if _are_near(levels[who][0], levels[order[place - 1]][0]) else verdict
    against, lost = None, lost_by(words, who) is not None
    if lost or verdict == "supported":
        past = _levels(panel, replace(setting, period=setting.period.shifted_years(-1)), whose.reporter, whose.flow)
        before = sorted(past, key=lambda code: (-past[code][0], code))
        sizes = {code: level for code, (level, _) in levels.items()}
        judged = [each.partner or "" for each in setting.beside if each.compared_with is not None]
        if lost:
            told = f"{words}{setting.clause[len(setting.before) + len(words) :]}"
            against = against_the_loss(told, who, place, order, before, whose.reporter)
            near = found == place < len(order) and _are_near(levels[who][0], levels[order[place]][0])
            verdict = "supported" if against is None else "imprecise" if near else "contradicted"
        else:
            against = against_neighbours(setting.clause, who, order, before, sizes, judged)
            verdict = "supported" if against is None else "contradicted"
    elif verdict == "contradicted" and place <= len(order) and _is_theirs(panel, setting, whose.reporter, whose.flow):
        has, mine = levels[order[place - 1]][0], levels[who][0]
        verdict = "ambiguous" if max(has, mine) <= OFF_BOTH * min(has, mine) else verdict
        part = replace(part, note=OTHER_SIDE if verdict == "ambiguous" else None)
    label = f"{_what(setting, whose.reporter, whose.flow)} by partner, {setting.period.words()}, {len(order)} partners"
    shown = list(dict.fromkeys([*order[: max(place, 3)], who]))
    rows = tuple(row for code in shown for row in levels[code][1])
    answer = Answer(float(found), rows, label, 0, published=False)
    part = replace(part, verdict=verdict, found=float(found), low=float(place), high=float(place))
    part = replace(part, note=against or part.note)
    sentence = _sentence(setting, order, levels, who, whose.reporter, whose.flow)
    return Judged(part, "rank", (answer,), f"{sentence}; {against}" if against else sentence)


def against_the_place(setting: Setting, panel: Panel) -> str | None:
    """What the figures have against a place that is given in passing: "exports to Chile, its smallest market, rose"."""
    told = apposed_in(setting.claim, setting.quantity, setting.clause)
    levels = _levels(panel, setting, told.whose.reporter, told.whose.flow, whole=True) if told is not None else {}
    if told is None or told.who not in levels:
        return None
    order = sorted(levels, key=lambda code: (-levels[code][0], code))
    found = order.index(told.who) + 1
    place = told.place or len(order)
    if found == place or (place <= len(order) and _are_near(levels[told.who][0], levels[order[place - 1]][0])):
        return None
    return f'"{told.words}", and {country(told.who)} was number {found} of {len(order)}'


def _are_near(one: float, other: float) -> bool:
    return abs(one - other) <= NEAR * max(one, other)


Levels = dict[str, tuple[float, tuple[Row, ...]]]
"""By partner: the level in US dollars, and its rows."""
_OTHERS = {"exports": "export markets", "imports": "sources of imports"}


def _by_some(part: Part, setting: Setting, panel: Panel, whose: str, flow: str, who: str, place: int) -> Judged:
    """Judge a place by the figures of some partners: too many of them may be larger, or all the others together too small.

    Each partner that is larger puts the one told of a place lower, whatever the others are. What the country states of all
    partners, less those known, is the most that any of the others can have.
    """
    levels = _levels(panel, setting, whose, flow, some=True)
    note = "ranks need the figures of all partners"
    if who not in levels:
        return Judged(replace(part, note=note), "value")
    total = levels.pop("WLD", None)
    order = sorted(levels, key=lambda code: (-levels[code][0], code))
    mine = levels[who][0]
    larger = [code for code in order if levels[code][0] > mine * (1 + NEAR)]
    rest = total[0] - sum(level for level, _ in levels.values()) if total is not None else None
    sure = rest is not None and rest < mine and order.index(who) + 1 == place
    if not sure and len(larger) < place:
        note += f"; {panel.dataset} has {len(levels)}, and what it lacks may be larger" if len(levels) > 1 else ""
        return Judged(replace(part, note=note), "value")
    found = order.index(who) + 1
    shown = list(dict.fromkeys([*order[: max(place, len(larger))], who]))
    rows = tuple(row for code in shown for row in levels[code][1]) + (total[1] if total is not None and sure else ())
    label = f"{_what(setting, whose, flow)} by partner, {setting.period.words()}, {len(levels)} partners of all"
    answer = Answer(float(found), rows, label, 0, published=False)
    verdict: VerdictWord = "supported" if sure else "contradicted"
    part = replace(part, verdict=verdict, found=float(found), low=float(place), high=float(place))
    part = replace(
        part, note=None if sure else f"{panel.dataset} has {len(levels)} partners only, {len(larger)} of them larger"
    )
    if lost_by(setting.claim.quote.exact, who) is not None:
        had = replace(part, verdict="ambiguous", note=f"{part.note}; whether it had the place before is not known")
        part = replace(part, verdict="contradicted") if sure else had
    return Judged(part, "rank", (answer,), _at_best(setting, order, levels, who, whose, flow, rest if sure else None))


def _levels(panel: Panel, setting: Setting, who: str, flow: str, *, some: bool = False, whole: bool = False) -> Levels:
    """The levels of all partners (`some`: of those that are known), of the goods that are asked for or of all (`whole`)."""
    scope, year = Scope() if whole else setting.quantity.scope, setting.period.iso
    tables = panel.some if some else panel.worlds
    sides = [tables.get((who, each, scope, year), dict)() for each in (ONE_WAY if flow == "trade" else (flow,))]
    if not all(sides):
        return {}
    found: Levels = {}
    for code in set.intersection(*map(set, sides)) if some else set().union(*sides):
        rows = tuple(side[code] for side in sides if code in side)
        found[code] = (sum(row.level("USD") or 0.0 for row in rows), rows)
    return found


def _is_theirs(panel: Panel, setting: Setting, who: str, flow: str) -> bool:
    """Some of the figures that make the places are those of the partners, each of its own trade."""
    keys = (
        (who, each, setting.quantity.scope, setting.period.iso) for each in (ONE_WAY if flow == "trade" else (flow,))
    )
    return not panel.theirs.isdisjoint(keys)


def _what(setting: Setting, who: str, flow: str) -> str:
    goods = setting.quantity.scope.words
    return f"{owner(who)} {flow}{f' of {product(goods)}' if goods else ''}"


def _sentence(setting: Setting, order: list[str], levels: Levels, who: str, whose: str, flow: str) -> str:
    """The place among all partners, and who comes first (after the first: second)."""
    place = order.index(who) + 1
    first = order[0] if place > 1 else order[1]
    other = f"{country(first)} was {'the largest' if place > 1 else 'the second-largest'}"
    told = _placed(setting, levels, who, whose, flow, rank=_rank(place), many=f"{len(order)} ")
    return f"{told}; {other}, at {amount(levels[first][0], 'USD')}"


def _at_best(
    setting: Setting, order: list[str], levels: Levels, who: str, whose: str, flow: str, rest: float | None
) -> str:
    """The place as far as some partners tell it: what is larger, or what is left for all the others (`rest`)."""
    rank = _rank(order.index(who) + 1)
    if rest is not None:
        other = f"all those that the dataset lacks had {amount(rest, 'USD')} together"
    else:
        rank = f"{rank} at best"
        other = f"{country(order[0])} was larger, at {amount(levels[order[0]][0], 'USD')}"
    return f"{_placed(setting, levels, who, whose, flow, rank=rank)}; {other}"


def _rank(place: int) -> str:
    return ORDINALS.get(place, f"number {place}")


def _placed(setting: Setting, levels: Levels, who: str, whose: str, flow: str, *, rank: str, many: str = "") -> str:
    goods = f" for {product(setting.quantity.scope.words)}" if setting.quantity.scope.words else ""
    among = f"among {owner(whose)} {many}{_OTHERS.get(flow, 'trading partners')}{goods} {in_period(setting.period)}"
    return f"{capital(country(who))} was {rank} {among}, at {amount(levels[who][0], 'USD')}"
