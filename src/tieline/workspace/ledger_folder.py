"""The folder of a ledger, which all parts of the desk share: whether there is one, and the ledger itself, opened when it is needed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tieline.workspace.inputs import LEDGER_MARK
from tieline.workspace.opening import made, opened

if TYPE_CHECKING:
    from tieline.ledger import Ledger

DEFAULT_FOLDER = "tieline-ledger"


class LedgerFolder:
    """A ledger's folder; nothing is opened or made before it is needed."""

    def __init__(
        self, folder: str | os.PathLike[str] | None = None, *, bundled: bool = True, create: bool = True
    ) -> None:
        self.folder = Path(folder or os.environ.get("TIELINE_LEDGER") or DEFAULT_FOLDER)
        self._bundled = bundled
        self._create = create
        self._ledger: Ledger | None = None

    @property
    def exists(self) -> bool:
        """There is a ledger in the folder."""
        return (self.folder / LEDGER_MARK).exists()

    @property
    def ledger(self) -> Ledger:
        """The ledger, opened or made at first use."""
        if self._ledger is None:
            self._ledger = made(self.folder, bundled=self._bundled) if self._create else opened(self.folder)
        return self._ledger

    def existing_ledger(self) -> Ledger:
        """The ledger that is there; none is made."""
        if self._ledger is None:
            self._ledger = opened(self.folder)
        return self._ledger
