"""One annotated entry: checked against the vocabularies, its quote and names found in the text.

A quote is given in words (`quote`, with `occurrence: 2` where they stand twice before) or by its place (`span`). Names
may be given by their places: `sources_spans`, `product_span`, and other right answers as `sources_alt_spans`,
`product_alt_spans`; a null in these means that nothing is right too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tieline.evaluate.details import UNRESOLVED
from tieline.evaluate.fields import Span, listed, number, options, period
from tieline.model import lazy_re as re
from tieline.model.vocabulary import DIRECTIONS, EVENT_TYPES, INDICATORS, NUMBERS, EventModality, FigureModality, Kind

_MODALITIES = {
    "event": frozenset(EventModality.__args__),  # type: ignore[attr-defined]
    "figure": frozenset(FigureModality.__args__),  # type: ignore[attr-defined]
}


class EntryError(ValueError):
    """What is wrong with an entry; the caller adds where it stands."""


def entry_of(kind: Kind, row: object, text: str | None) -> dict[str, Any]:
    """The entry with `span`, and with names in words, as far as the text is at hand.

    Raises:
        EntryError: a field is missing, has a value that is not allowed, or its place is not in the text.

    >>> entry_of("event", {"quote": "Fiji signed", "actor": "FJI", "target": "MLT", "type": "SUPPORT"},
    ...     "On Monday Fiji signed.")["span"]
    (10, 21)
    """
    if not isinstance(row, Mapping):
        raise EntryError("a mapping of fields is needed")
    entry = dict(row)
    _check(kind, entry)
    found = _place(entry, text)
    if found is not None:
        entry["span"] = found
        if text is not None:
            entry["quote"] = text[found[0] : found[1]]
    missing = [name for name in ("sources", "product") if not _resolve(entry, name, text)]
    if missing:
        entry[UNRESOLVED] = tuple(missing)
    return entry


def noise_of(noise: object, text: str | None) -> tuple[Span, ...] | None:
    """All places of page noise; None if some is given in words and the text is not at hand."""
    if not isinstance(noise, list):
        raise EntryError("a list is needed")
    spans: list[Span] = []
    for one in noise:
        if not isinstance(one, str):
            spans.append(_span(one, text))
        elif text is None:
            return None
        else:
            found = list(pattern(one).finditer(text))
            if not found:
                raise EntryError("words that are not in the text")
            spans += [match.span() for match in found]
    return tuple(spans)


def pattern(words: str) -> re.Pattern[str]:
    r"""A pattern for words with any white space between them.

    >>> bool(pattern("two words").search("two\n   words"))
    True
    """
    return re.compile(r"\s+".join(map(re.escape, words.split())))


def _check(kind: Kind, entry: Mapping[str, Any]) -> None:
    if kind == "event":
        for field in ("actor", "target"):
            if not isinstance(entry.get(field), str):
                raise EntryError(f"{field}: a country's code is needed")
        _allowed("type", [entry.get("type"), *listed(entry.get("alt_types"))], EVENT_TYPES)
        _periods(entry, "date")
    else:
        _allowed("indicator", [entry.get("indicator")], INDICATORS)
        _periods(entry, "period")
        _periods(entry, "base")
        for field in ("reporter", "partner"):
            if not all(one is None or isinstance(one, str) for one in options(entry, field)):
                raise EntryError(f"{field}: a country's code or nothing is allowed")
    if kind == "measure":
        for field in NUMBERS:
            if any(one is not None and number(one) is None for one in options(entry, field)):
                raise EntryError(f"{field}: a number is needed")
        if all(entry.get(field) is None for field in NUMBERS):
            raise EntryError(f"a measure needs one of {', '.join(NUMBERS)}")
    if kind == "trend" and not (entry.get("direction") is None and entry.get("compared_with")):
        _allowed("direction", options(entry, "direction"), (*DIRECTIONS, None))
    modality = _MODALITIES["event" if kind == "event" else "figure"]
    _allowed("modality", [entry.get("modality"), *listed(entry.get("modality_alt"))], (*sorted(modality), None))


def _allowed(field: str, values: list[Any], allowed: tuple[Any, ...]) -> None:
    for value in values:
        if value not in allowed:
            raise EntryError(
                f"{field}: {value!r} is not allowed; allowed are {', '.join(str(a) for a in allowed if a)}"
            )


def _periods(entry: Mapping[str, Any], field: str) -> None:
    for value in options(entry, field):
        if value is not None and period(value) is None:
            raise EntryError(f"{field}: {value!r} is no ISO day, month, year or interval of them")


def _place(entry: Mapping[str, Any], text: str | None) -> Span | None:
    """Where the quote stands: as given by `span`, or found by its words."""
    if entry.get("span") is not None:
        return _span(entry["span"], text)
    words = entry.get("quote")
    if not isinstance(words, str) or not words.strip():
        raise EntryError("a `quote` in words or a `span` is needed")
    if text is None:
        return None
    which = entry.get("occurrence", 1)
    if not isinstance(which, int) or which < 1:
        raise EntryError(f"occurrence: {which!r} is no count from 1")
    found = list(pattern(words).finditer(text))
    if len(found) < which:
        raise EntryError(f"its quote stands {len(found)} times in the text, and occurrence {which} is wanted")
    return found[which - 1].span()


def _span(given: object, text: str | None) -> Span:
    if not isinstance(given, (list, tuple)) or len(given) != 2 or not all(type(x) is int for x in given):
        raise EntryError("a place is given as [start, end]")
    start, end = given
    if not 0 <= start < end or (text is not None and end > len(text)):
        size = f" of {len(text)} code points" if text is not None else ""
        raise EntryError(f"[{start}, {end}] is no place in a text{size}")
    return start, end


def _resolve(entry: dict[str, Any], name: str, text: str | None) -> bool:
    """Put words where only places are given; False if that needs the text."""
    own = "sources_spans" if name == "sources" else "product_span"
    given, others = entry.get(own), listed(entry.get(f"{name}_alt_spans"))
    wanted = given is not None and entry.get(name) is None
    if text is None:
        return not (wanted or any(one is not None for one in others))
    if wanted:
        entry[name] = [_words(one, text) for one in listed(given)] if name == "sources" else _words(given, text)
    if others:
        entry[f"{name}_alt"] = [*listed(entry.get(f"{name}_alt")), *(_other(one, text) for one in others)]
    return True


def _other(given: object, text: str) -> Any:
    """One other right answer: nothing, a name, or a list of names."""
    if given is None:
        return None
    if isinstance(given, list) and given and isinstance(given[0], list):
        return [_words(one, text) for one in given]
    return _words(given, text)


def _words(given: object, text: str) -> str:
    start, end = _span(given, text)
    return " ".join(text[start:end].split())
