"""The unit of a number that stands without one: that of a figure near it, in its sentence or in those before.

"Italy held 31.2 percent, Malta 7.4", "sales came to 46 million euros, from 40": each figure near it is a model, by which the
number would be one of its kind, unit and scale; one answer more is that it is no figure at all.  A conditional logit
chooses by the marks of each (`carried_marks`); `tools/fit_units.py` finds its weights on annotated stories.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.money import scale_of
from tieline.read.learned import linear
from tieline.read.learned.trees import chances
from tieline.read.numbers.carried_marks import Model, Place, marks_of, no_figure
from tieline.read.numbers.scan import Figure, number_of
from tieline.read.numbers.unitless import Number, as_figure, numbers_left

_WEIGHTS: Final = Path(__file__).parent / "carried_weights.json"
ENOUGH: Final = 0.4
"""How likely a number must be of the unit of a model."""
Earlier = Callable[[], Sequence[tuple[str, Sequence[Figure]]]]
"""The texts of the sentences before one, the nearest first, each with its figures."""
Spans = Sequence[tuple[int, int]]
_MOST_BEFORE: Final = 3
_ALL: Final = 100


@dataclass(frozen=True, slots=True)
class Answer:
    """What a number may be: a figure, or (without one) nothing."""

    figure: Figure | None
    marks: dict[str, float]


def carried_figures(text: str, known: Sequence[Figure], countries: Spans, earlier: Earlier) -> list[Figure]:
    """The numbers without a unit that are likely figures, with the unit that they take; `countries` are the places of names.

    Args:
        text: The sentence.
        known: Its figures with units of their own.
        countries: Where names of countries stand in it.
        earlier: Asked for the sentences before it where it has such numbers.
    """
    out: list[Figure] = []
    for found in open_numbers(text, known, countries, earlier, out):
        best, chance = likeliest(found)
        if best.figure is not None and chance >= ENOUGH:
            out.append(best.figure)
    return out


def open_numbers(
    text: str, known: Sequence[Figure], countries: Spans, earlier: Earlier, taken: Sequence[Figure]
) -> Iterator[list[Answer]]:
    """The answers for each number without a unit, in order, the first of them none; those `taken` meanwhile are models for the next."""
    numbers = numbers_left(text, known, {end for _, end in countries})
    if not numbers:
        return
    before = earlier()
    for number in numbers:
        place = Place(text, number, tuple(known), tuple(taken), tuple(countries), before[0][0] if before else "")
        found = [Answer(None, no_figure(place))]
        for model in _models(place, before):
            figure = as_figure(number, model.figure, model.scale)
            if _may_be(figure, number) and not any(_same(figure, each.figure) for each in found):
                found.append(Answer(figure, marks_of(place, model, figure)))
        yield found


def likeliest(found: Sequence[Answer]) -> tuple[Answer, float]:
    """The likeliest of the answers but that it is nothing, and how likely it is."""
    told = chances([linear.weight(each.marks, _WEIGHTS) for each in found])
    best = max(range(1, len(found)), key=told.__getitem__, default=0)
    return found[best], told[best] if best else 0.0


def _models(place: Place, before: Sequence[tuple[str, Sequence[Figure]]]) -> Iterator[Model]:
    """The figures that a number may be like: those of its sentence, the nearest first, then the last of each unit before."""
    number, here = place.number, sorted([*place.known, *place.taken], key=lambda f: f.start)
    ahead = [f for f in here if f.end <= number.start]
    behind = [f for f in here if f.start >= number.end]
    for order, figure in enumerate(_apart([*reversed(ahead)])):
        yield Model(figure, printed_scale(place.text, figure), 0, order == 0, text=place.text)
    for figure in behind[:1]:
        yield Model(figure, printed_scale(place.text, figure), 0, nearest=not ahead, behind=True, text=place.text)
    seen: list[Figure] = []
    for back, (text, figures) in enumerate(before, start=1):
        for figure in reversed(figures):
            if len(seen) < _MOST_BEFORE and not any(_alike(figure, each) for each in seen):
                yield Model(figure, printed_scale(text, figure), back, not here and not seen, text=text)
                seen.append(figure)
    yield from _assumed(place)


def _assumed(place: Place) -> Iterator[Model]:
    """What a number may be of that no figure near it tells: people, the goods spoken of by their number, money."""
    number = place.number
    if place.of_people:
        yield Model(_PEOPLE, 1.0, 0, nearest=False)
    if number.value * number.scale == int(number.value * number.scale):
        yield Model(_COUNT, 1.0, 0, nearest=False)
    if number.scale >= _MILLION:
        yield Model(_SUM, 1.0, 0, nearest=False)


_MILLION: Final = 1e6
_PEOPLE: Final = Figure(0, 0, "quantity", 1.0, "people", 0)
_COUNT: Final = Figure(0, 0, "quantity", 1.0, None, 0)
_SUM: Final = Figure(0, 0, "money", 1.0, None, 0)


def _apart(figures: Sequence[Figure]) -> list[Figure]:
    """The figures without those of the kind and unit of one before them."""
    out: list[Figure] = []
    for figure in figures:
        if not any(_alike(figure, each) for each in out):
            out.append(figure)
    return out


def _alike(one: Figure, other: Figure) -> bool:
    return (one.kind, one.unit) == (other.kind, other.unit)


def _same(one: Figure, other: Figure | None) -> bool:
    return other is not None and _alike(one, other) and one.value == other.value


def _may_be(figure: Figure, number: Number) -> bool:
    """No percentage has thousands; people are whole."""
    if figure.kind == "percent":
        return not number.grouped and figure.value < _ALL * 10
    return figure.unit != "people" or figure.value == int(figure.value)


def printed_scale(text: str, figure: Figure) -> float:
    """The scale in which a figure was printed.

    >>> printed_scale("46.2 million euros", Figure(0, 18, "money", 46.2e6, "EUR", 0))
    1000000.0
    """
    told = _DIGITS.search(text, figure.core, figure.end)
    if told is None:
        scale = _SCALE.search(text.lower(), figure.core, figure.end)
        return scale_of(scale.group()) if scale is not None else 1.0
    printed = number_of(told.group())[0]
    return float(f"{abs(figure.value) / printed:.6g}") if printed and figure.value else 1.0


_DIGITS: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SCALE: Final = re.compile(r"\b(?:hundred|thousand|million|billion|trillion|mln|bln)\b")
