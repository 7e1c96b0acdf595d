"""Floors and targets of quality, and the sets they are for, out of one file; and which floors are undercut.

    {"targets": {"measure": {"core": 0.9, "source": 0.85}},
     "sets": {"dev": {"gold": "dev", "texts": "texts.jsonl", "held_out": true,
                      "floors": {"measure": {"core": 0.86, "full": 0.7, "source": 0.6, "product": 0.6}}}}}

Places are relative to the file. `core`, `full`, `dyad` are F1, the fields (`source`, `product`, `period` ...) accuracy
over core matches. A set whose gold or texts are not on this machine is skipped, and that is said.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tieline.evaluate.scores import SetScore, Tally
from tieline.model.errors import MissingDataError, UnreadableInputError
from tieline.model.vocabulary import Kind

Marks = Mapping[str, Mapping[str, float]]
"""By kind and by level or field: a number from 0 to 1."""
LEVELS = ("core", "full", "dyad")


@dataclass(frozen=True)
class SetPlace:
    """A set of stories: where its gold and texts lie, and what must be reached on it.

    `noise` is how many claims out of page noise are borne with.
    """

    name: str
    gold: Path
    texts: Path | None = None
    held_out: bool = False
    floors: Marks = field(default_factory=dict)
    noise: int = 0

    @property
    def missing(self) -> Path | None:
        """The first of its places that is not there."""
        return next((p for p in (self.gold, self.texts) if p is not None and not p.exists()), None)


@dataclass(frozen=True)
class Floors:
    """All sets of a file, and the targets."""

    sets: tuple[SetPlace, ...]
    targets: Marks


@dataclass(frozen=True, slots=True)
class Undercut:
    """A floor that was not reached."""

    set: str
    kind: str
    name: str
    reached: float
    floor: float

    def __str__(self) -> str:
        return f"{self.set}: {self.kind} {self.name} {self.reached:g} is under the floor {self.floor:g}"


def load_floors(path: Path) -> Floors:
    """Read the file.

    Raises:
        MissingDataError: there is none.
        UnreadableInputError: it is not of this form.
    """
    if not path.is_file():
        raise MissingDataError(f"{path}: no such file of floors")
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        sets = tuple(_place(path.parent, name, row) for name, row in data["sets"].items())
        return Floors(sets, _marks(data.get("targets", {})))
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError, ValueError) as error:
        raise UnreadableInputError(f"{path}: no file of floors ({type(error).__name__}: {error})") from error


def _place(folder: Path, name: str, row: Mapping[str, Any]) -> SetPlace:
    texts = row.get("texts")
    return SetPlace(
        name,
        folder / row.get("gold", name),
        folder / texts if texts else None,
        bool(row.get("held_out", False)),
        _marks(row.get("floors", {})),
        int(row.get("noise", 0)),
    )


def _marks(given: Mapping[str, Mapping[str, Any]]) -> Marks:
    return {kind: {name: float(value) for name, value in marks.items()} for kind, marks in given.items()}


def reached(tally: Tally, name: str) -> float | None:
    """F1 of a level or accuracy of a field, to three digits; None where nothing was tested."""
    found = tally.rates(name).f1 if name in LEVELS else tally.accuracy(name)
    return None if found is None else round(found, 3)


def undercut(place: SetPlace, scored: SetScore) -> list[Undercut]:
    """The floors of a set that were not reached; noise and misplaced quotes count too."""
    found = [
        Undercut(place.name, kind, name, value, floor)
        for kind, marks in place.floors.items()
        for name, floor in marks.items()
        for value in [reached(scored.tallies[_kind(kind)], name)]
        if value is None or value < floor
        for value in [0.0 if value is None else value]
    ]
    if scored.in_noise > place.noise:
        found.append(Undercut(place.name, "claims", "in page noise, negative,", -scored.in_noise, -place.noise))
    if scored.misplaced:
        found.append(Undercut(place.name, "claims", "with misplaced quotes, negative,", -scored.misplaced, 0))
    return found


def _kind(name: str) -> Kind:
    if name not in {"measure", "trend", "event"}:
        raise UnreadableInputError(f"floors for {name!r}; allowed are measure, trend and event")
    return name  # type: ignore[return-value]
