"""The error report: a line of why for each miss, false alarm and half right match, grouped by mechanism.

Of held-out sets only mechanisms and counts leave this module: no words, no ids, no field of a story.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from tieline.evaluate.alarms import why_false
from tieline.evaluate.details import tested_details
from tieline.evaluate.facts import contained, given_numbers, type_of
from tieline.evaluate.fields import Fields, code, options, period, words_of
from tieline.evaluate.gold import Story
from tieline.evaluate.matching import Matching
from tieline.evaluate.misses import why_missed
from tieline.evaluate.scores import SetScore
from tieline.model.vocabulary import Kind

Side = Literal["missed", "false", "not full"]
SIDES: tuple[Side, ...] = ("missed", "false", "not full")
_QUOTE = 100


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake: `why` is its mechanism, `gold` and `claim` are what was compared, one of them may be None."""

    side: Side
    kind: Kind
    why: str
    document: str
    gold: Fields | None
    claim: Fields | None

    @property
    def quote(self) -> str:
        """The words it is about, on one line, cut after 100 characters."""
        words = " ".join(words_of(self.gold or self.claim or {}).split())
        return words if len(words) <= _QUOTE else f"{words[: _QUOTE - 1]}…"


def findings(scored: SetScore) -> list[Finding]:
    """Every mistake of a set, in the order of stories and kinds."""
    return [found for story in scored.stories for found in _of_story(story, list(scored.matchings[story.id].values()))]


def _of_story(story: Story, matchings: Sequence[Matching]) -> Iterator[Finding]:
    claims = [claim for matching in matchings for claim in matching.claims]
    for m in matchings:
        for i in m.missed:
            why = why_missed(story.text, m, m.entries[i], claims)
            yield Finding("missed", m.kind, why, story.id, m.entries[i], None)
        for j in m.false:
            yield Finding("false", m.kind, why_false(story, m, j), story.id, None, m.claims[j])
        for i, j in m.required:
            for why in _not_full(m.kind, m.entries[i], m.claims[j]):
                yield Finding("not full", m.kind, why, story.id, m.entries[i], m.claims[j])


def _not_full(kind: Kind, entry: Fields, claim: Fields) -> Iterator[str]:
    for name, holds in tested_details(kind, entry).items():
        if holds(entry, claim):
            continue
        if name in {"period", "date", "base"}:
            yield f"{name}: {_time_mistake(entry, claim, name)}"
        elif name == "modality":
            yield f"modality: {claim.get(name)} for {entry.get(name)}"
        else:
            field = "sources" if name == "source" else name
            how = "none given" if not claim.get(field) else "given, gold has none" if not entry.get(field) else "other"
            yield f"{name}: {how}"


def _time_mistake(entry: Fields, claim: Fields, field: str) -> str:
    have, wanted = period(claim.get(field)), [period(one) for one in options(entry, field)]
    if have is None:
        return "none given"
    if all(one is None for one in wanted):
        return "given, gold has none"
    if any(contained(one, claim.get(field)) for one in options(entry, field)):
        return "too wide" if any(one is not None and one in have for one in wanted) else "too narrow"
    same_length = any(one is not None and abs(one.days - have.days) <= 3 for one in wanted)
    return "another one of the same length" if same_length else "another one"


def grouped(found: Sequence[Finding]) -> dict[tuple[Side, Kind], list[tuple[str, list[Finding]]]]:
    """Findings by side and kind, the most frequent mechanism first."""
    groups: dict[tuple[Side, Kind], dict[str, list[Finding]]] = {}
    for one in sorted(found, key=lambda f: SIDES.index(f.side)):
        groups.setdefault((one.side, one.kind), {}).setdefault(one.why, []).append(one)
    return {key: sorted(whys.items(), key=lambda x: (-len(x[1]), x[0])) for key, whys in groups.items()}


def lines(found: Sequence[Finding], show: int, *, held_out: bool) -> Iterator[str]:
    """The report; `show` examples of each mechanism, none of a held-out set."""
    for (side, kind), whys in grouped(found).items():
        yield f"  {kind}, {side}: {sum(len(ones) for _, ones in whys)}"
        for why, ones in whys:
            yield f"    {len(ones):4}  {why}"
            for one in [] if held_out else ones[:show]:
                yield f"            {one.document}: {one.quote}"
                yield f"            {brief(one)}"


def brief(one: Finding) -> str:
    """The fields that decide, of gold and claim."""
    parts = [f"{name} {_facts(x)}" for name, x in (("gold", one.gold), ("read", one.claim)) if x is not None]
    return "; ".join(parts)


def _facts(x: Fields) -> str:
    if "actor" in x:
        values: list[Any] = [code(x.get("actor")), code(x.get("target")), type_of(x), x.get("date"), x.get("modality")]
    else:
        numbers = [f"{field}={x[field]}" for field in given_numbers(x)]
        values = [x.get("indicator"), code(x.get("reporter")), code(x.get("partner")), x.get("product"),
                  x.get("period"), *numbers, x.get("direction"), x.get("modality")]  # fmt: skip
    return " ".join(str(value) for value in values if value is not None)


def as_json(found: Sequence[Finding], show: int, *, held_out: bool) -> list[dict[str, Any]]:
    """The groups as JSON objects."""
    return [
        {"side": side, "kind": kind, "why": why, "count": len(ones)}
        | ({} if held_out or not show else {"examples": [_example(one) for one in ones[:show]]})
        for (side, kind), whys in grouped(found).items()
        for why, ones in whys
    ]


def _example(one: Finding) -> dict[str, Any]:
    return {"document": one.document, "quote": one.quote, "facts": brief(one)}
