"""spaCy without its command line, which `import spacy` brings along: an HTTP client, a project tool, a third of the time.

Nothing of it is needed to read, and a check of one sentence waits for it. It is there as ever for who imports it.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

_COMMANDS = ("spacy.cli", "spacy.cli.info")


def import_spacy() -> Any:
    """The package `spacy`, imported without its command line if it was not imported before."""
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    stand_ins = {name: ModuleType(name) for name in _COMMANDS}
    stand_ins["spacy.cli.info"].info = _info  # type: ignore[attr-defined]
    sys.modules.update(stand_ins)
    try:
        import spacy  # noqa: PLC0415  loading takes half a second: only when a sentence is read
    finally:
        for name, module in stand_ins.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
    _sort_entry_points()
    return spacy


def _sort_entry_points() -> None:
    """Let the registries of spaCy look up what other packages offer by group: each looks through all packages anew, a hundred times."""
    import catalogue  # noqa: PLC0415  comes with spaCy

    points = catalogue.AVAILABLE_ENTRY_POINTS
    if hasattr(points, "select"):
        catalogue.AVAILABLE_ENTRY_POINTS = {group: list(points.select(group=group)) for group in points.groups}


def _info(*args: Any, **options: Any) -> Any:
    """What `spacy.info` is, imported when it is called."""
    from spacy.cli.info import info  # noqa: PLC0415

    return info(*args, **options)
