"""The gate's print: of each set and kind what was reached, beside floor and target, in 80 columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tieline.evaluate.fields import KINDS
from tieline.evaluate.floors import LEVELS, Marks, SetPlace, reached
from tieline.evaluate.scores import SetScore, Tally
from tieline.model.vocabulary import Kind

DETAILS = ("period", "date", "modality", "source", "product", "base", "share_of")
_HEAD = f"  {'':8} {'gold':>5} {'pred':>5}  {'':8} {'P':>7} {'R':>6} {'F1':>6} {'floor':>6} {'target':>7}"


def lines(place: SetPlace, scored: SetScore, targets: Marks) -> Iterator[str]:
    """A set's table. Under P and R of a field stand its right and its tested core matches, under F1 its accuracy."""
    total = sum(scored.tallies[kind].counts["predicted"] for kind in KINDS)
    held = ", held out" if place.held_out else ""
    yield f"{place.name}{held}: {len(scored.stories)} {'story' if len(scored.stories) == 1 else 'stories'}, {total} claims"
    odd = {
        "in page noise": scored.in_noise,
        "with misplaced quotes": scored.misplaced,
        "of other documents": scored.strangers,
    }
    if any(odd.values()):
        yield "  claims " + ", ".join(f"{what}: {count}" for what, count in odd.items() if count)
    yield _HEAD
    for kind in KINDS:
        if scored_kind(scored, kind):
            yield from _kind_lines(kind, scored.tallies[kind], place.floors.get(kind, {}), targets.get(kind, {}))


def scored_kind(scored: SetScore, kind: Kind) -> bool:
    """The kind was annotated in some story of the set."""
    return any(kind in story.kinds for story in scored.stories)


def _kind_lines(kind: Kind, tally: Tally, floors: Any, targets: Any) -> Iterator[str]:
    head = f"  {kind:8} {tally.counts['gold']:5} {tally.counts['predicted']:5}"
    for level in LEVELS:
        if level == "dyad" and kind != "event":
            continue
        rates = tally.rates(level)
        numbers = f"{rates.precision:7.3f} {rates.recall:6.3f} {rates.f1:6.3f}"
        yield f"{head}  {level:8} {numbers}{_marks(rates.f1, floors.get(level), targets.get(level))}".rstrip()
        head = " " * len(head)
    for name in DETAILS:
        accuracy = tally.accuracy(name)
        if accuracy is not None:
            numbers = f"{tally.right[name]:7} {tally.tested[name]:6} {accuracy:6.3f}"
            yield f"{head}  {name:8} {numbers}{_marks(accuracy, floors.get(name), targets.get(name))}".rstrip()


def _marks(have: float, floor: float | None, target: float | None) -> str:
    shown = "".join(f" {'' if x is None else format(x, '.3f'):>{width}}" for x, width in ((floor, 6), (target, 7)))
    if floor is not None and round(have, 3) < floor:
        return f"{shown}  UNDER"
    if target is None:
        return shown
    return f"{shown}  {'met' if round(have, 3) >= target else f'{have - target:+.3f}'}"


def as_json(place: SetPlace, scored: SetScore) -> dict[str, Any]:
    """The same as a JSON object."""
    return {
        "set": place.name,
        "held_out": place.held_out,
        "stories": len(scored.stories),
        "in_noise": scored.in_noise,
        "misplaced": scored.misplaced,
        "strangers": scored.strangers,
        **{kind: _kind_json(kind, scored.tallies[kind]) for kind in KINDS if scored_kind(scored, kind)},
    }


def _kind_json(kind: Kind, tally: Tally) -> dict[str, Any]:
    rates = {level: tally.rates(level) for level in LEVELS if level != "dyad" or kind == "event"}
    return {
        **{name: tally.counts[name] for name in ("gold", "predicted", "repeats", "optional")},
        **{
            level: {
                "right": r.right, "false": r.false, "missed": r.missed, "precision": round(r.precision, 4),
                "recall": round(r.recall, 4), "f1": round(r.f1, 4),
            }
            for level, r in rates.items()
        },
        **{
            name: {"right": tally.right[name], "of": tally.tested[name], "accuracy": reached(tally, name)}
            for name in DETAILS
            if tally.tested[name]
        },
    }  # fmt: skip
