"""Words of annotated stories that may tell a direction, with what the annotation says of them: what `fit_trends.py` learns from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from choice_fit import Example
from tieline.evaluate.facts import flow, flows_of
from tieline.evaluate.fields import options
from tieline.evaluate.gold import Story
from tieline.evaluate.matching import match_story
from tieline.model.claims import Trend
from tieline.read import read_documents
from tieline.read.frames.directions import token_direction
from tieline.read.trends import untold
from tieline.read.trends.moving_words import is_moving, may_move, record_at
from tieline.read.trends.untold_flows import Flow, flows_at
from tieline.read.trends.untold_marks import Scene, Told

Fields = Mapping[str, Any]
_SAME = {"up": 1, "record_high": 1, "down": -1, "record_low": -1}


@dataclass(frozen=True)
class Word:
    """A word by its marks: the directions that the annotation has of it (none where it tells no trend), and whose flow it may move.

    `told` says that a rule has told a trend by it, `facts` are the numbers of the entries in whose words it stands: of several words in them
    one tells the fact, and which one is found while fitting.
    """

    marks: Mapping[str, float]
    ways: frozenset[str]
    flows: Example
    told: bool
    facts: frozenset[int]
    moves: bool
    fits: float
    optional: bool


@dataclass(frozen=True)
class _Seen:
    start: int
    token: Any
    marks: Mapping[str, float]
    flows: Sequence[Flow]
    told: bool
    moves: bool


def words_of(story: Story) -> list[Word]:
    """The words of an annotated story that may tell a direction."""
    if story.document is None or "trend" not in story.kinds:
        return []
    entries = [e for e in story.entries["trend"] if e.get("span") is not None and e.get("direction") is not None]
    noise = story.noise or ()
    seen: list[_Seen] = []

    def watch(scene: Scene) -> list[Trend]:
        base = scene.sentence.start
        for token in scene.sentence.tokens if scene.is_of_ties else ():
            if not may_move(token):
                continue
            start = base + token.idx
            inside = [e["span"] for e in entries if e["span"][0] <= start < e["span"][1]]
            spans = [*inside, (start, start + 1)]
            told = [t for t in scene.told.trends if any(t.quote.start < e and s < t.quote.end for s, e in spans)]
            around = _without(scene, told) if told else scene
            moves = is_moving(token)
            flows = flows_at(around, token) if inside else []
            by_rule = any(t.quote.start <= start < t.quote.end for t in told)
            seen.append(_Seen(start, token, around.marks(token), flows, by_rule, moves))
        return []

    with patch.object(untold, "trends_untold", watch):
        claims = [claim.to_json() for result in read_documents([story.document]) for claim in result.claims]
    matched = match_story(story, claims, "trend")
    by_rule = {n for n, e in enumerate(entries) if any(matched.entries[i] is e for i in matched.pairs)}
    found = []
    for word in seen:
        here = [(n, e) for n, e in enumerate(entries) if e["span"][0] <= word.start < e["span"][1]]
        if any(start <= word.start < end for start, end in noise):
            continue
        ways = frozenset(str(way) for _, e in here for way in options(e, "direction") if way)
        fits = max((_fits(word.token, e) for _, e in here), default=0.0)
        facts = frozenset(n for n, _ in here)
        optional = all(e.get("optional") for _, e in here)
        example = _example(word.flows, [e for _, e in here])
        found.append(
            Word(word.marks, ways, example, word.told or bool(facts & by_rule), facts, word.moves, fits, optional)
        )
    return found


def _without(scene: Scene, told: Sequence[Trend]) -> Scene:
    """The scene as it would be if no rule had told those."""
    rest = [t for t in scene.told.trends if t not in told]
    return Scene(scene.sentence, scene.story, scene.memory, Told(scene.told.frames, scene.told.measures, rest))


def _example(flows: Sequence[Flow], entries: Sequence[Fields]) -> Example:
    wanted = {key for entry in entries for key, _ in flows_of(entry)}
    right = tuple(flow(each.indicator, each.reporter, each.partner)[0] in wanted for each in flows)
    return Example(tuple(each.marks for each in flows), right)


def _fits(token: Any, entry: Fields) -> float:
    """How likely a word is the one that tells an entry, by itself: that of a record, one of its way, one high up in the tree."""
    way = str(entry["direction"])
    told = token_direction(token)
    depth = sum(1 for _ in token.ancestors)
    points = 3.0 if record_at(token) == way else 0.0
    points += 2.0 if told and told == _SAME.get(way) else -1.0 if told else 0.0
    return points - 0.05 * depth + (0.3 if token.pos == "VERB" else 0.0)
