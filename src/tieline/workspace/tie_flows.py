"""Which flow a country's dependence on another is told by: the larger of its shares in exports and imports, where both are known throughout.

Where one of the two is not known of some years, the larger one of a year may be so only because the other is not reported, and a series of such years would jump.
Such a series is held to one flow: the one with more of the trade, by the sum of its shares over the years; of a year without it there is no value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

Key = tuple[str, str, str]
"""Dataset, whose trade, with whom."""
COPY = "suspected-copy"
_NAMED = 5
"""Series that a note names."""


@dataclass(frozen=True, slots=True)
class HeldShares:
    """A dyad's shares of trade.

    Attributes:
        shares: By year, 0 to 1.
        flows: The flow of which each is.
        lacking: Years of which the flow that the series is held to is not known, with the share in the other one.
        copied: Years that are suspected to repeat another year's figures.
        other: The flow that the series is not held to; None where it is the larger of both.
    """

    shares: dict[str, float]
    flows: dict[str, str]
    lacking: dict[str, float] = field(default_factory=dict)
    copied: frozenset[str] = frozenset()
    other: str | None = None

    def flags(self, year: str) -> tuple[str, ...]:
        """What must be said of a year."""
        return tuple(
            flag for flag, told in ((COPY, year in self.copied), (f"no-{self._flow}", year in self.lacking)) if told
        )

    @property
    def _flow(self) -> str:
        return next(iter(self.flows.values()))


def held_shares(flows: Mapping[str, Mapping[str, float]], copied: Mapping[str, frozenset[str]]) -> HeldShares:
    """The shares of a dyad, held to what is known throughout.

    Args:
        flows: By flow the shares of years.
        copied: By flow the years that are suspected to be copies.

    >>> both = {"exports": {"2001": 0.1, "2002": 0.1}, "imports": {"2001": 0.05, "2002": 0.3}}
    >>> held_shares(both, {}).flows, held_shares({**both, "exports": {"2001": 0.1}}, {}).lacking
    ({'2001': 'exports', '2002': 'imports'}, {})
    >>> held = held_shares({"exports": {"2001": 0.1, "2002": 0.1}, "imports": {"2001": 0.4}}, {})
    >>> held.shares, held.flows, held.lacking, held.flags("2002")
    ({'2001': 0.4}, {'2001': 'imports'}, {'2002': 0.1}, ('no-imports',))
    """
    years = sorted({year for shares in flows.values() for year in shares})
    if all(len(shares) == len(years) for shares in flows.values()):
        of = {year: max(sorted(flows), key=lambda flow, year=year: flows[flow][year]) for year in years}  # type: ignore[misc]
        mine = frozenset(year for year, flow in of.items() if year in copied.get(flow, ()))
        return HeldShares({year: flows[flow][year] for year, flow in of.items()}, of, copied=mine)
    flow, other, *_ = sorted(flows, key=lambda name: (-sum(flows[name].values()), name))
    shares = {year: flows[flow][year] for year in years if year in flows[flow]}
    lacking = {year: max(told.get(year, 0.0) for told in flows.values()) for year in years if year not in flows[flow]}
    return HeldShares(shares, dict.fromkeys(shares, flow), lacking, copied.get(flow, frozenset()), other)


def flow_notes(held: Mapping[Key, HeldShares]) -> tuple[str, ...]:
    """Which series are held to one flow, and why, and which years are suspected to be copies."""
    ordered = sorted(held.items())
    notes = []
    for dataset, group in groupby(ordered, key=lambda each: each[0][0]):
        of = list(group)
        if apart := [(key, one) for key, one in of if one.other is not None]:
            told = [_held_to(key, one) for key, one in apart[:_NAMED]]
            more = f" and {len(apart) - _NAMED:,} more" if len(apart) > _NAMED else ""
            notes.append(
                f"{dataset}: exports and imports are not both known of all years, so that the larger one can't be told, and one is held to: {'; '.join(told)}{more}"
            )
        if copied := sorted({year for _, one in of for year in one.copied}):
            notes.append(
                f"{dataset}: {spans_of(copied)} {'is' if len(copied) == 1 else 'are'} suspected to copy another year: marked {COPY}, and used for no shift"
            )
    return tuple(notes)


def _held_to(key: Key, one: HeldShares) -> str:
    flow = next(iter(one.flows.values()))
    known = list(one.lacking.values())
    gap = (
        f", not known of {spans_of(list(one.lacking))} (the share in {one.other} was {_range(known)} then)"
        if known
        else ""
    )
    return f"{key[1]}-{key[2]} to {flow}{gap}"


def _range(shares: Sequence[float]) -> str:
    low, high = f"{min(shares):.1%}", f"{max(shares):.1%}"
    return low if low == high else f"{low} to {high}"


def spans_of(years: Sequence[str]) -> str:
    """Years in words, those in a row together.

    >>> spans_of(["1998", "2001", "2002", "2003"])
    '1998, 2001 to 2003'
    """
    runs: list[list[int]] = []
    for year in sorted(map(int, years)):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(f"{run[0]} to {run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
