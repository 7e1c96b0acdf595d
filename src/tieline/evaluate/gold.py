"""Annotated stories: YAML files of measures, trends and events, checked, with every quote at its place in the text.

A story's file holds `id`, if known `published`, `outlet`, `lang`, `text_sha256`, and three lists: `measures`,
`trend_claims`, `events`, with the fields of the claims contract. `noise` lists page noise, as words or as
`[start, end]`. `events_annotated: false` (and the like for measures and trends) leaves a kind out of the count.
Places count in Unicode code points of the text as given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tieline.evaluate.entries import EntryError, entry_of, noise_of
from tieline.evaluate.fields import KINDS, Fields, Span, fold
from tieline.evaluate.texts import Texts
from tieline.model.documents import Document
from tieline.model.errors import MissingDataError, UnreadableInputError, UsageError
from tieline.model.vocabulary import Kind

SECOND = "second"
"""The folder beside the annotations of a set that holds a second reading of them."""
LISTS: Mapping[Kind, str] = {"measure": "measures", "trend": "trend_claims", "event": "events"}


class GoldError(UnreadableInputError):
    """An annotation that can't be used: the message names file, entry and field, never words of the text."""


@dataclass(frozen=True)
class Story:
    """The annotation of one story.

    Attributes:
        id: The document's id.
        entries: By kind, in the file's order: the annotated fields with `span` where the quote's place is known.
        document: The text with what is known of it; None where the text is not at hand.
        noise: Places of page noise; None where they can't be known without the text.
        noise_words: The same as folded words, as far as given in words.
        kinds: The kinds that were annotated; the others are not scored.
    """

    id: str
    entries: Mapping[Kind, tuple[Fields, ...]]
    document: Document | None = None
    noise: tuple[Span, ...] | None = ()
    noise_words: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = KINDS

    @property
    def text(self) -> str | None:
        """The text, if it is at hand."""
        return self.document.text if self.document else None


def load_gold(places: Sequence[Path], texts: Path | None = None) -> tuple[Story, ...]:
    """Load annotations, sorted by file.

    Args:
        places: YAML files, or folders of them; hidden folders and those called `second` are passed over.
        texts: A folder or a file of JSON Lines with the texts, where they do not lie beside the annotations.

    Raises:
        MissingDataError: a place is not there or holds no annotation.
        GoldError: an annotation can't be used.
        UsageError: PyYAML is not installed.
    """
    elsewhere = Texts(texts) if texts else None
    beside: dict[Path, Texts] = {}
    stories: dict[str, Story] = {}
    for path in [file for place in places for file in _files(place)]:
        data = _parsed(path)
        if data is None:
            continue
        if path.parent not in beside:
            beside[path.parent] = Texts(path.parent)
        story = story_of(data, str(path), [t for t in (elsewhere, beside[path.parent]) if t])
        if story.id in stories:
            raise GoldError(f"{path}: the id {story.id!r} stands in another file too")
        stories[story.id] = story
    if not stories:
        raise MissingDataError(f"no annotated story in {', '.join(map(str, places))}")
    return tuple(stories.values())


def _files(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    if not place.is_dir():
        raise MissingDataError(f"{place}: no such file or folder of annotations")
    found = (path for ending in ("*.yaml", "*.yml") for path in place.rglob(ending))
    return sorted(
        path
        for path in found
        if not any(part.startswith(".") or part == SECOND for part in path.relative_to(place).parts[:-1])
    )


def _parsed(path: Path) -> dict[str, Any] | None:
    """The file as a mapping; None for YAML that is no annotation."""
    try:
        import yaml  # noqa: PLC0415
    except ImportError as error:
        raise UsageError("annotations are YAML: install PyYAML, or tieline with its extra `evaluate`") from error
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        raise GoldError(f"{path}{where}: no YAML ({getattr(error, 'problem', None) or 'broken'})") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: no UTF-8 at byte {error.start}") from error
    return data if isinstance(data, dict) and "id" in data and any(name in data for name in LISTS.values()) else None


def story_of(data: Mapping[str, Any], where: str, texts: Sequence[Texts] = ()) -> Story:
    """Check one annotation and find its places.

    >>> story = story_of({"id": "a", "measures": [{"quote": "5 percent", "indicator": "exports", "reporter": "FJI",
    ...     "partner": "MLT", "change_pct": 5}]}, "a.yaml")
    >>> story.entries["measure"][0]["change_pct"], story.text
    (5, None)
    """
    name = str(data["id"])
    about = {key: data.get(key) for key in ("published", "outlet", "lang", "url")}
    found = (one.of(name, about, data.get("text_file")) for one in texts)
    document = next((d for d in found if d is not None), None)
    expected = data.get("text_sha256")
    if document is not None and expected and document.text_sha256 != expected:
        raise GoldError(f"{where}: the text at hand is not the one that was annotated (text_sha256 differs)")
    text = document.text if document else None
    entries: dict[Kind, tuple[Fields, ...]] = {}
    for kind, key in LISTS.items():
        rows = data.get(key) or []
        if not isinstance(rows, list):
            raise GoldError(f"{where}: {key}: a list is needed")
        entries[kind] = tuple(_entry(kind, row, text, f"{where}: {key}, entry {i}") for i, row in enumerate(rows, 1))
    try:
        noise = noise_of(data.get("noise") or [], text)
    except EntryError as error:
        raise GoldError(f"{where}: noise: {error}") from error
    words = tuple(fold(one) for one in data.get("noise") or [] if isinstance(one, str))
    kinds = tuple(kind for kind in KINDS if data.get(f"{kind}s_annotated", True))
    return Story(name, entries, document, noise, words, kinds)


def _entry(kind: Kind, row: object, text: str | None, where: str) -> Fields:
    try:
        return entry_of(kind, row, text)
    except EntryError as error:
        raise GoldError(f"{where}: {error}") from error
