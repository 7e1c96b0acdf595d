"""Statistics: loaders, and what is computed from flows.

>>> from tieline.trade import LAYOUTS
>>> "baci" in LAYOUTS and "figures" in LAYOUTS
True
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tieline.trade.files.members import Member, members
    from tieline.trade.files.result import Loading, Problem
    from tieline.trade.files.sheets import look
    from tieline.trade.layouts.bundled import bundled_flows
    from tieline.trade.layouts.customs import MappingFile
    from tieline.trade.layouts.known import LAYOUTS, Layout
    from tieline.trade.loading.one_file import load_flows
    from tieline.trade.loading.opening import Opening, open_member
    from tieline.trade.loading.references import read_reference, reference_of

__all__ = [
    "LAYOUTS",
    "Layout",
    "Loading",
    "MappingFile",
    "Member",
    "Opening",
    "Problem",
    "bundled_flows",
    "load_flows",
    "look",
    "members",
    "open_member",
    "read_reference",
    "reference_of",
]

_ROOMS = {
    "files.members": ("Member", "members"),
    "files.result": ("Loading", "Problem"),
    "files.sheets": ("look",),
    "layouts.bundled": ("bundled_flows",),
    "layouts.customs": ("MappingFile",),
    "layouts.known": ("LAYOUTS", "Layout"),
    "loading.one_file": ("load_flows",),
    "loading.opening": ("Opening", "open_member"),
    "loading.references": ("read_reference", "reference_of"),
}


def __getattr__(name: str) -> Any:
    """Load the loaders on first use: whoever only asks has no need of them, nor of what Arrow has for files."""
    room = next((room for room, names in _ROOMS.items() if name in names), None)
    if room is None:
        raise AttributeError(f"module 'tieline.trade' has no attribute {name!r}")
    return getattr(import_module(f"tieline.trade.{room}"), name)
