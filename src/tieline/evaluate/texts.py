"""The texts of annotated stories: `ID.txt` or `documents.jsonl` beside the gold, or in a place of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tieline.model.documents import Document
from tieline.model.errors import MissingDataError, UnreadableInputError
from tieline.model.periods import Period, PeriodError

DOCUMENTS = "documents.jsonl"


class Texts:
    """Texts by the id of the story, from a folder (`ID.txt`, `documents.jsonl`) or one file of JSON Lines.

    Raises:
        MissingDataError: the place is not there.
        UnreadableInputError: a line is no document.
    """

    def __init__(self, place: Path) -> None:
        if not place.exists():
            raise MissingDataError(f"{place}: no such folder or file of texts")
        self.place = place
        lines = place / DOCUMENTS if place.is_dir() else place
        self._rows = {row["id"]: row for row in _rows(lines)} if lines.is_file() else {}

    def of(self, name: str, about: dict[str, Any], file: str | None = None) -> Document | None:
        """The document of a story, or None.

        Args:
            name: The story's id.
            about: What the gold says of it (`published`, `outlet`, `lang`), used where the text comes without.
            file: The text's file in the folder, if it is not `ID.txt`.
        """
        row = self._rows.get(name)
        if row is None:
            path = self.place / (file or f"{name}.txt")
            if not self.place.is_dir() or not path.is_file():
                return None
            # as bytes: line ends stay as they are, offsets count them
            row = {"text": path.read_bytes().decode("utf-8"), **about}
        return document(name, {**about, **row})


def document(name: str, row: dict[str, Any]) -> Document:
    """A document of its fields; raises UnreadableInputError for a date that is none."""
    given = row.get("published")
    try:
        published = Period.parse(str(given)) if given else None
    except PeriodError as error:
        raise UnreadableInputError(f"{name}: published: {error}") from error
    return Document(name, row["text"], published, row.get("outlet"), row.get("lang"), row.get("url"))


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON Lines, empty lines passed over.

    Raises:
        MissingDataError: there is no such file.
        UnreadableInputError: a line is no JSON object.
    """
    if not path.is_file():
        raise MissingDataError(f"{path}: no such file")
    with path.open(encoding="utf-8") as lines:
        for count, line in enumerate(lines, 1):
            if line.strip():
                try:
                    found = json.loads(line)
                except json.JSONDecodeError as error:
                    raise UnreadableInputError(f"{path}, line {count}: no JSON ({error.msg})") from error
                if not isinstance(found, dict):
                    raise UnreadableInputError(f"{path}, line {count}: a JSON object is needed")
                yield found


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for count, row in enumerate(json_lines(path), 1):
        if not isinstance(row.get("id"), str) or not isinstance(row.get("text"), str):
            raise UnreadableInputError(f"{path}, document {count}: `id` and `text` are needed")
        yield row
