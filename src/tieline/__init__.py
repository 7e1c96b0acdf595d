"""tieline: how the ties between two countries change, who says so, and whether the numbers agree.

>>> import tieline
>>> tieline.__version__
'0.1.0'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = ["Desk", "__version__", "classify_act", "open"]
__version__ = "0.1.0"

if TYPE_CHECKING:
    from tieline.read.acts.classes import classify_act
    from tieline.workspace import Desk
    from tieline.workspace import open_desk as open  # noqa: A004


def __dir__() -> list[str]:
    """What a notebook completes: the public names, loaded or not."""
    return sorted({*globals(), *__all__})


def __getattr__(name: str) -> Any:
    """Load the workspace and the reader on first use, so that `import tieline` stays light."""
    if name == "classify_act":
        from tieline.read.acts import classes  # noqa: PLC0415

        return classes.classify_act
    if name in {"Desk", "open"}:
        from tieline import workspace  # noqa: PLC0415

        return workspace.Desk if name == "Desk" else workspace.open_desk
    raise AttributeError(f"module 'tieline' has no attribute {name!r}")
