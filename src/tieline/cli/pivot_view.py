"""What a terminal shows of a pivot: the outcome, what was required, and the shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from tieline.cli.trade_views import grid, name_of, percent
from tieline.report.tables import plain
from tieline.report.wording import minus

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tieline.workspace import Pivots

_SAID = {
    "moved": "the odds of the new partner rose beyond chance",
    "from_fell": "the old partner's share fell beyond chance",
    "to_rose": "the new partner's share rose beyond chance",
    "agrees": "another channel moved towards the new partner",
    "lasted": "it lasted in two of the three following periods",
    "most": "no other partner rose more",
}


def _channels(channels: Mapping[str, int]) -> str:
    """What each other channel says, in brackets."""
    words = {1: "towards it", 0: "neither way", -1: "away from it"}
    return f" ({', '.join(f'{name} {words[way]}' for name, way in channels.items())})" if channels else ""


_SIGNS: Mapping[bool | None, str] = {True: "yes", False: "no", None: "not known"}


def pivots_view(reports: Sequence[Pivots]) -> RenderableType:
    """The outcome, what was required, and the shares."""
    (report,) = reports
    parts: list[RenderableType] = [Text(plain(report.title), "bold")]
    for pivot in report:
        back = f" towards {name_of(pivot.new)}" if pivot.said.get("moved_back") and pivot.outcome == "no change" else ""
        heading = Text.assemble(
            (f"\n{pivot.outcome}{back}", "bold"), (f"  {plain(pivot.dataset)}, around {pivot.at}", "dim")
        )
        parts.append(heading)
        if pivot.move is None or pivot.interval is None:
            parts.append(Text(pivot.why))
            continue
        rate = (
            ""
            if pivot.base_rate is None
            else f"; {percent(pivot.base_rate) if pivot.base_rate else 'none'} of {pivot.placebos} other partners and times moved as far or further the same way"
        )
        odds = f"{pivot.move:+.2f} ({pivot.interval[0]:+.2f} to {pivot.interval[1]:+.2f})"
        parts.append(Text(f"log-odds {minus(odds)}{rate}"))
        if pivot.why:
            parts.append(Text(pivot.why))
        checks = grid(["", "What is required"], [], [])
        for name, met in pivot.said.items():
            if name not in _SAID:
                continue
            checks.add_row(_SIGNS[met], _SAID[name] + (_channels(pivot.channels) if name == "agrees" else ""))
        first, (share_before, share_after) = next(iter(pivot.shares.items()))
        if first != pivot.new and share_after - share_before > 0:
            beyond = ", beyond chance" if pivot.said["another_rose"] else ""
            moved = f"{percent(share_before)} to {percent(share_after)} of its cooperation"
            parts.append(Text(f"{name_of(first)} rose more: {moved}{beyond}"))
        shares = grid(["Partner"], ["Before", "After"], [])
        listed = list(pivot.shares.items())
        shown = dict([*listed[:4], *((code, pivot.shares[code]) for code in (pivot.old, pivot.new))])
        for code, (before, after) in shown.items():
            shares.add_row(name_of(code), percent(before), percent(after))
        parts += [checks, Text("Shares of its cooperation, its partners' acts towards it counted too:", "dim"), shares]
    return Group(*parts)
