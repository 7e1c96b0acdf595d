"""Between whom a figure may be, where the words leave a side open: the pairs that come into question, and what speaks for each.

"Exports came to 420 million" of a story on Kenya's tea may be Kenya's to the world, to Pakistan of the sentence before, or
to a group; rules of the sentence (`frames`) give one answer, these marks weigh it against the others (`side_choice`).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log1p
from typing import Final

from tieline.read.measures.draft_slots import Draft
from tieline.read.measures.side_places import Places
from tieline.read.measures.side_scene import WORLD, Scene
from tieline.read.measures.side_sizes import marks_of_size
from tieline.read.story.document import Sentence, Story
from tieline.read.story.memory import FLOWS, GIVEN, Memory

Sides = tuple[str, str | None]
"""Reporter and partner, which is None for a group of countries."""


OF_A_ROW: Final = "rule of a row"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair that a figure may be between, with the marks that speak for or against it."""

    sides: Sides
    marks: dict[str, float]


def candidates(
    draft: Draft, sentence: Sentence, story: Story, memory: Memory, places: Places | None = None
) -> list[Candidate]:
    """The pairs that come into question for a draft, the one that the rules gave first.

    A country that the words name stays; a side that was carried over may be any country of the sentence, of the last flow, of
    the story's main ones, or, as the partner, the world or a group; so may the world, which rules put where nobody is named.
    Sides may also be turned, unless the word of trade has its owner ("Laotian goods"), and the country of a row may stand on either side.
    """
    scene = Scene.of(draft, sentence, story, memory)
    if places is None and draft.figures:
        places = Places.of(draft.figures, sentence)
    found = []
    for sides in _pairs(draft, scene):
        marks = _marks(scene, *sides)
        found.append(Candidate(sides, marks | places.marks(sides, draft.frame.indicator) if places else marks))
    return found


def _pairs(draft: Draft, scene: Scene) -> list[Sides]:
    frame = draft.frame
    said_group = frame.partner is None and frame.group and "partner" not in frame.inferred
    open_partner = "partner" in frame.inferred or (frame.partner in {None, WORLD} and not said_group)
    reporters = dict.fromkeys([frame.reporter])
    partners = dict.fromkeys([frame.partner])
    if "reporter" in frame.inferred:
        named = "partner" not in frame.inferred and frame.reporter not in scene.only_faced
        faced = scene.only_faced if named and frame.indicator in FLOWS else frozenset()
        reporters |= dict.fromkeys(code for code in scene.pool if code not in faced)
        if frame.indicator not in {*FLOWS, "trade", "balance", "tourism"}:
            reporters[WORLD] = None
    if open_partner:
        partners |= dict.fromkeys([*scene.pool, WORLD, None])
    pairs: list[Sides] = [(r, p) for r in reporters for p in partners if r is not None and r != p]
    others: list[Sides] = []
    if frame.partner not in {None, WORLD} and scene.owns != frame.reporter:
        others.append((str(frame.partner), frame.reporter))
    if "indicator" in frame.inferred:
        others += _of_row(draft, scene)
    pairs = list(dict.fromkeys([*pairs, *others]))
    if "pointed" in scene.words and frame.partner not in {None, WORLD}:
        pairs = [p for p in pairs if p[1] == frame.partner]  # "imports from there"
    if frame.indicator == "balance" and frame.reporter in scene.here and scene.governs == frame.reporter:
        pairs = [p for p in pairs if p[0] == frame.reporter]  # "Angola had a surplus"
    if frame.indicator == "tourism":  # whose people are counted, is no host of theirs
        pairs = [pairs[0], *(p for p in pairs[1:] if p[0] not in scene.adjectives)]
    if scene.inferred >= {"reporter", "partner"}:
        pairs = [pairs[0], *(p for p in pairs[1:] if not _strangers(p, scene))]
        if scene.its and frame.reporter in scene.here:
            pairs = [p for p in pairs if p[0] == frame.reporter]  # "Spain's exports fell and its imports rose"
        if _goes_back(scene):
            pairs = [p for p in pairs if p[0] == frame.reporter]
    if frame.indicator == "trade":  # which has no direction
        return [pairs[0], *(p for p in pairs[1:] if p != pairs[0][::-1])]
    return [pairs[0], *(p for p in pairs[1:] if frozenset(p) not in scene.joined)]


def _strangers(pair: Sides, scene: Scene) -> bool:
    """Two countries between whom the story has told nothing, neither of them named here nor its owner: "Imports rose to $72 million", after Spain's exports to Morocco and Chile's to Peru."""
    one, two = pair
    if two in {None, WORLD} or one == WORLD or not scene.told or {one, two} & {*scene.here, scene.owner}:
        return False
    told = two in scene.partners.get(one, ()) or one in scene.partners.get(str(two), ())
    return not told and any(t.partner not in {None, WORLD} for t in scene.told)


def _goes_back(scene: Scene) -> bool:
    """As in "Spain's exports to Morocco fell to $71 million. Imports rose to $72 million": the other flow of the pair told just before."""
    last = scene.last
    if (
        last is None
        or scene.here
        or {scene.indicator, last.indicator} != FLOWS
        or scene.rule != (last.reporter, last.partner)
    ):
        return False
    return scene.just_told and last.partner not in {None, WORLD} and last.reporter != WORLD


def _of_row(draft: Draft, scene: Scene) -> list[Sides]:
    """The country of a row ("Honduras got $4 billion") may stand on either side, whatever the rows before were of."""
    frame, found = draft.frame, list[Sides]()
    given = frame.indicator in GIVEN
    for code in (frame.reporter, frame.partner):
        if code in {None, WORLD} or code not in scene.here:
            continue
        if frame.indicator in FLOWS or given:
            found += [(str(code), other) for other in scene.pool if other != code]
        if given:
            found += [(other, code) for other in (*scene.pool, WORLD) if other != code]
    return found


def _marks(scene: Scene, reporter: str, partner: str | None) -> dict[str, float]:
    """What speaks for or against a pair, by name; most are 1 where they hold."""
    found: dict[str, float] = {}
    rule = (reporter, partner) == scene.rule
    found["rule"] = rule
    found[OF_A_ROW] = rule and "row" in scene.words
    found["rule of memory"] = rule and "of memory" in scene.words
    found["rule of both"] = rule and scene.inferred >= {"reporter", "partner"}
    found["rule of reporter"] = rule and "partner" not in scene.inferred
    found["reporter of the rule"] = not rule and reporter == scene.rule[0]
    found["partner of the rule"] = not rule and partner == scene.rule[1]
    found["turned"] = (partner, reporter) == scene.rule
    for name, code in (("reporter", reporter), ("partner", partner)):
        if code is not None and code != WORLD:
            found |= dict.fromkeys((f"{name} {mark}" for mark in _marks_of_side(scene, name, code)), 1.0)
    found |= _marks_of_way(scene, reporter, partner)
    pair = {reporter, partner}
    found["owner left out"] = scene.owner is not None and scene.owner not in pair
    found |= _marks_of_chance(scene, reporter, partner)
    found["guessed owner left out"] = scene.guessed_owner is not None and scene.guessed_owner not in pair
    found["named and left out"] = log1p(sum(code not in pair for code in scene.here))
    found["last named left out"] = bool(scene.before) and scene.before[-1] not in pair
    found["last near left out"] = bool(scene.near) and scene.near[-1] not in pair
    found["subject left out"] = scene.governs is not None and scene.governs not in pair
    found |= _marks_of_last(scene, reporter, partner)
    found |= marks_of_size(scene, reporter, partner)
    if partner == WORLD:
        found |= dict.fromkeys(_marks_of_world(scene, reporter), 1.0)
        found["world of many"] = log1p(scene.many)
    elif partner is None:
        found |= dict.fromkeys((f"group and {word}" for word in sorted(scene.words - {"group"})), 1.0)
        found["group"] = 1
        found["group said"] = "group" in scene.words
        found["group again"] = scene.last is not None and scene.last.partner is None
        found["group told before"] = any(told.partner is None for told in scene.told)
    else:
        found |= dict.fromkeys((f"country and {word}" for word in sorted(scene.words & _OF_OTHERS)), 1.0)
        found["partner named often"] = log1p(scene.named.get(partner, 0))
        found["pair of two"] = scene.many <= _PAIR
        found["pair of the opening"] = pair <= scene.opening
        before = partner in scene.partners.get(reporter, ())
        found["partner told of the reporter"] = before
        found["partner first told here"] = partner in scene.here and not before
    found["world reports"] = reporter == WORLD
    return {name: float(value) for name, value in found.items() if value}


_OF_OTHERS: Final = frozenset({"whole near", "back near", "group near"})
_PAIR: Final = 2


def _marks_of_last(scene: Scene, reporter: str, partner: str | None) -> dict[str, float]:
    """How a pair stands to that of the figure told last."""
    last = scene.last
    if last is None:
        return {}
    two = last.sides_as(scene.indicator)
    where = "this sentence's last" if scene.same_sentence else "the last told"
    again = (reporter, partner) in (two, (two[1], two[0]))
    back = "back near" in scene.words and partner not in {None, WORLD} and not scene.same_sentence
    return {
        f"new after {where}": not again and reporter != two[0] and partner != two[1],
        f"as {where}": (reporter, partner) == two,
        f"same as {where}, of another flow": (reporter, partner) == (last.reporter, last.partner)
        and last.indicator != scene.indicator,
        f"reporter of {where}": reporter == last.reporter,
        f"partner of {where}": partner == last.partner,
        "back to the last": back and partner in {last.partner, last.reporter},
        "as the last in a new paragraph": (reporter, partner) == two and "new paragraph" in scene.words,
    }


def _marks_of_chance(scene: Scene, reporter: str, partner: str | None) -> dict[str, float]:
    """How likely the story's figures are of either side, and of another country than both."""
    chances, pair = scene.chances, {reporter, partner}
    kind = "goods" if scene.indicator in FLOWS else "others"
    return {
        f"reporter likely of {kind}": chances.get(reporter, 0.0),
        f"partner likely of {kind}": chances.get(partner or "", 0.0),
        "likeliest left out": max((chance for code, chance in chances.items() if code not in pair), default=0.0),
    }


def _marks_of_way(scene: Scene, reporter: str, partner: str | None) -> dict[str, float]:
    """Which way goods went before: who sold them is no buyer, as long as nothing says so."""
    if scene.indicator not in FLOWS:
        return {}
    seller, buyer = (reporter, partner) if scene.indicator == "exports" else (partner, reporter)
    leaning = scene.leanings.get
    found = {"seller leans": leaning(seller or "", 0.0), "buyer leans": -leaning(buyer or "", 0.0)}
    for name, code, sells in (("seller", seller, True), ("buyer", buyer, False)):
        told = scene.sold.get(code or "")
        if told is not None:
            alone = " alone" if code in scene.one_way else ""
            found[f"{name} {'so' if told == sells else 'otherwise'} before{alone}"] = 1.0
    return found


def _marks_of_side(scene: Scene, side: str, code: str) -> list[str]:
    placed = scene.placed.get(code)
    elsewhere = placed is not None and placed[1] != side
    holds = {
        "owner": code == scene.owner,
        "owner of goods": code == scene.owner and scene.indicator in FLOWS,
        "guessed owner": code == scene.guessed_owner,
        "named here": code in scene.here,
        "named near": code in scene.near,
        "last near": bool(scene.near) and scene.near[-1] == code,
        "named behind": code in scene.behind,
        "last before": bool(scene.before) and scene.before[-1] == code,
        "first before": bool(scene.before) and scene.before[0] == code,
        "led by a word": code in scene.led,
        "adjective": code in scene.adjectives,
        "host": scene.indicator == "tourism" and code == scene.host,
        "home of guests": scene.indicator == "tourism" and code in scene.adjectives,
        "governs": code == scene.governs,
        "governs a verb": code == scene.governs and "verb" in scene.words,
        "opens": code == scene.opens,
        "in headline": code in scene.heads,
        "named most": code == scene.most,
        "faced most": code == scene.faced_most,
        "subject": code == scene.subject,
        "stood elsewhere": elsewhere,
        "stood elsewhere alike": elsewhere and placed is not None and placed[0] == scene.indicator,
    }
    return [mark for mark, told in holds.items() if told]


def _marks_of_world(scene: Scene, reporter: str) -> list[str]:
    marks = [
        "world",
        *(["world again"] if scene.last is not None and scene.last.partner == WORLD else []),
        *(["world told before"] if any(t.partner == WORLD and t.reporter == reporter for t in scene.told) else []),
        *(f"world and {word}" for word in sorted(scene.words - {"group"})),
    ]
    if any(code != reporter for code in scene.here):
        marks.append("world and another named")
    if any(code != reporter for code in scene.near):
        marks.append("world and another near")
    if scene.indicator == "balance":
        marks.append("world's balance")
    return marks
