"""Which reader this is: a hash over everything that what is read in a text hangs on."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path

from tieline.read.syntax.parser import DEFAULT_MODEL

_ROOMS = ("tieline.model", "tieline.read")
_ENDINGS = (".py", ".json", ".csv")


@cache
def reader_version(model: str | None = None) -> str:
    """Identity of the reader: the same rules, tables and language model give the same 16 hex digits.

    What one reader found in a text, another of the same version finds again.

    Args:
        model: As in `read_documents`.
    """
    digest = hashlib.sha256()
    for room in _ROOMS:
        for name, file in _files_in(files(room), room):
            _add(digest, name, file)
    name = model or os.environ.get("TIELINE_MODEL") or DEFAULT_MODEL
    digest.update(f"{name}\0{_spacy()}\0".encode())
    about = _about_model(name)
    if about is not None and about.is_file():
        _add(digest, "model", about)
    return digest.hexdigest()[:16]


def _files_in(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    """The rules and tables of a room and of the rooms in it, in the order of their names."""
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.is_dir():
            yield from _files_in(file, f"{name}/{file.name}")
        elif file.name.endswith(_ENDINGS):
            yield f"{name}/{file.name}", file


def _add(digest: hashlib._Hash, name: str, file: Traversable) -> None:
    data = file.read_bytes()
    digest.update(f"{name}\0{len(data)}\0".encode() + data)


def _spacy() -> str:
    try:
        return version("spacy")
    except PackageNotFoundError:
        return "none"


def _about_model(name: str) -> Traversable | None:
    """The file that tells a pipeline's name, version and training, of a package or a folder; spaCy is not loaded."""
    folder = Path(name)
    if folder.is_dir():
        return folder / "meta.json"
    try:
        found = find_spec(name)
    except (ImportError, ValueError):
        return None
    return Path(found.origin).parent / "meta.json" if found is not None and found.origin else None
