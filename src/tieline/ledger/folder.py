"""The ledger's folder and its `ledger.json`: how a ledger is made, known and refused."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

import tieline
from tieline.ledger.failures import storage
from tieline.ledger.schema import FORMAT
from tieline.model import lazy_re as re
from tieline.model.errors import LedgerError, MissingDataError

MARK = "ledger.json"
_UNFINISHED = ".ledger.json."
_ODD = re.compile(r"[%?*|^\\\[\]\x00-\x1f]")


def make_folder(path: Path, *, bundled: bool) -> dict[str, Any]:
    """Make the folder and its mark, or read the mark that is there.

    Several processes may do so at once; one killed on the way leaves nothing that hinders the next.

    Raises:
        LedgerError: the folder holds something else, can't be written, or its ledger can't be used.
    """
    odd = _ODD.search(str(path))
    if odd:
        raise LedgerError(
            f"a ledger can't lie at {path}: its storage engines read {odd[0]!r} in a folder's name as something else. "
            "Name a folder without any of % ? * | ^ \\ [ ]"
        )
    with storage(path):
        if (path / MARK).exists():
            return _raised(path, read_mark(path))
        _refuse_foreign(path)
        path.mkdir(parents=True, exist_ok=True)
        _write(path, {"format": FORMAT, "bundled": bundled, "made_by": f"tieline {tieline.__version__}"})
    return read_mark(path)


def _raised(path: Path, mark: dict[str, Any]) -> dict[str, Any]:
    """The mark of a ledger that will be written: of this format, which an earlier tieline must not write to."""
    if mark["format"] < FORMAT:
        mark = mark | {"format": FORMAT}
        _write(path, mark)
    return mark


def _write(path: Path, mark: dict[str, Any]) -> None:
    number, name = tempfile.mkstemp(prefix=_UNFINISHED, dir=path)
    with os.fdopen(number, "w", encoding="utf-8") as file:
        json.dump(mark, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    Path(name).chmod(0o644)
    Path(name).replace(path / MARK)


def _refuse_foreign(path: Path) -> None:
    if path.exists() and not path.is_dir():
        raise LedgerError(f"{path} is a file, and a ledger is a folder; name another with --ledger")
    foreign = sorted(p.name for p in path.iterdir() if not p.name.startswith(_UNFINISHED)) if path.exists() else []
    if foreign and MARK not in foreign:  # another process may have made the ledger since we looked
        raise LedgerError(
            f"{path} is no ledger (it has no {MARK}) and is not empty: it holds {', '.join(foreign[:3])}"
            f"{' and more' if len(foreign) > 3 else ''}. Name a new or empty folder, or an existing ledger, with --ledger"
        )


def read_mark(path: Path) -> dict[str, Any]:
    """Read `ledger.json`.

    Raises:
        MissingDataError: there is no ledger.
        LedgerError: the folder is something else, was made by a newer tieline, or the mark is damaged.
    """
    try:
        text = (path / MARK).read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        _refuse_foreign(path)
        raise MissingDataError(
            f"no ledger at {path}. `tieline read` or `tieline load` makes one; an existing one is named with --ledger "
            "or TIELINE_LEDGER"
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise LedgerError(f"{path / MARK} can't be read: {error}") from error
    try:
        mark = json.loads(text)
        version = mark["format"]
        if not isinstance(version, int) or version < 1:
            raise ValueError(f"format {version!r}")  # noqa: TRY301
    except (ValueError, KeyError, TypeError) as error:
        raise LedgerError(
            f"{path / MARK} is damaged ({error}). The tables beside it are not: write "
            f'{{"format": {FORMAT}, "bundled": true}} into it, or put it back from a copy'
        ) from error
    if version > FORMAT:
        raise LedgerError(
            f"the ledger {path} was made by a newer version of tieline ({mark.get('made_by', 'unknown')}): its format "
            f"is {version}, and this version, tieline {tieline.__version__}, knows formats up to {FORMAT}. "
            "Upgrade tieline, or name another ledger with --ledger; nothing in it was changed"
        )
    return dict(mark)
