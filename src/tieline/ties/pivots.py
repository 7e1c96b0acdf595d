"""Pivots: a country that moves from one partner to another, tested, not read off a share.

Over periods (quarters, or years where a dataset gives no more) the country's cooperative counts with the old partner A and
the new partner B are compared before and after a date. The move is the change of the log-odds that a count goes to B rather
than A; its interval is that of two beta-binomial proportions with a Jeffreys prior, widened by the overdispersion of the
single periods. What is required, each told:

- the interval lies above 0 (`moved`; below it the country moved towards the old partner, `moved_back`), and each side moved in its own right: B's share of all the country's cooperation rose
  and A's fell, by more than chance (`from_fell`, `to_rose`);
- another channel agrees (`agrees`; no where those that are known are flat or opposed): deeds, the share of trade by two points, or votes in the UN (agreement with the new partner
  rather than the old one) by a twentieth; told apart in `channels`;
- it lasts: the log-odds stay above the earlier mean in two of the three following periods (`lasted`);
- the base rate (`base_rate` of `placebos`): how often a move as large occurs among the country's other partners at this date, and
  at other dates for this pair.

Outcomes: `pivot` (all of it), `lean` (moved, but the others' silence or the time is too short to tell, or only A moved),
`diversification` (B rose, A did not fall, or others rose more; also where B did not rise beyond chance, but A's share fell
and another partner's rose beyond it, by more than B's: `another_rose`), `burst` (moved, did not last), `mixed` (another
channel says the opposite), `no change`, `not enough data`.

Counts by year have words and deeds apart: their cooperation is both together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from statistics import NormalDist
from typing import Any, Final

import numpy as np

from tieline.model.countries import display
from tieline.ties.pivot_moves import Z, lasted, move_of, side_of, windows
from tieline.ties.series import Series

FEWEST: Final = 20
"""Counts with both partners together, before and after, under which nothing can be told."""
LARGE: Final = 0.05
"""Share of all cooperation, before or after, from which another partner's rise is looked at; the chance is parted among them."""
LEAST: Final = {"trade": 2.0, "votes": 0.05}
"""Points of a hundred of trade, and of agreement of votes, by which the new partner must gain on the old one."""


@dataclass(frozen=True, slots=True)
class Pivot:
    """What became of a country between two partners at a date.

    Attributes:
        move: Change of the log-odds of the new partner rather than the old one, with its interval.
        shares: Of each partner in the country's counts before and after, 0 to 1, those that rose most first.
        base_rate: The share of placebos (other partners, other dates) with a move as large or larger, the same way.
        placebos: How many there were.
        channels: What other channels say: 1 the same, -1 the opposite, 0 neither; those without data are left out.
        said: Each requirement and whether it is met; None where there are no data for it.
        why: Why there is not enough data, where there is not; or that the move was one towards the old partner.
    """

    country: str
    old: str
    new: str
    at: date
    outcome: str
    dataset: str
    move: float | None = None
    interval: tuple[float, float] | None = None
    shares: dict[str, tuple[float, float]] = field(default_factory=dict)
    base_rate: float | None = None
    placebos: int = 0
    channels: dict[str, int] = field(default_factory=dict)
    said: dict[str, bool | None] = field(default_factory=dict)
    why: str = ""


def pivot_of(
    series: Sequence[Series],
    country: str,
    old: str,
    new: str,
    at: date,
    *,
    apart: bool = False,
    others: Mapping[str, tuple[float, float]] | None = None,
) -> Pivot:
    """The outcome for a country at a date.

    Args:
        series: Undirected series of the channels contact and deeds of the country with every partner, of one dataset.
        country: Who may have moved.
        old: From whom.
        new: To whom.
        at: First day of the time after.
        apart: Contact has words alone, deeds stand beside it (counts by year).
        others: Of `trade` and `votes`, where known: change with the old and with the new partner (`LEAST`).
    """
    contact = _cooperation(series, country, apart=apart)
    dataset = next(iter(contact.values())).dataset if contact else ""
    nothing = Pivot(country, old, new, at, "not enough data", dataset)
    if lacking := [code for code in (old, new) if code not in contact]:
        return replace(nothing, why=_unknown(contact, country, lacking))
    before, after, later = windows(contact[old], at)
    if not before or len(after) < 1:
        return replace(nothing, why=_outside(contact[old], at))
    sums = {code: (one.value[before].sum(), one.value[after].sum()) for code, one in contact.items()}
    both = [round(sums[old][side] + sums[new][side]) for side in (0, 1)]
    if min(both) < FEWEST:
        of = f"{'acts' if apart else 'days'} of cooperation with the two partners"
        return replace(nothing, why=f"too few {of}: {both[0]} before and {both[1]} after, of {FEWEST} that are needed")
    move, low, high = move_of(contact[old].value, contact[new].value, before, after)
    whole = tuple(max(sum(pair[side] for pair in sums.values()), 1.0) for side in (0, 1))
    shares = {code: (pair[0] / whole[0], pair[1] / whole[1]) for code, pair in sums.items()}
    ranked = dict(sorted(shares.items(), key=lambda item: item[1][0] - item[1][1]))
    channels = _channels(_of(series, country, "deeds"), old, new, before, after, others or {})
    said = _required(contact, (old, new), (before, after, later), (low, high), ranked, channels)
    base, placebos = _base_rate(contact, old, new, move, at)
    return Pivot(
        country,
        old,
        new,
        at,
        _outcome(said, channels),
        dataset,
        round(move, 3),
        (round(low, 3), round(high, 3)),
        ranked,
        base,
        placebos,
        channels,
        said,
        f"it moved the other way, towards {display(old, article=True)}" if high < 0 else "",
    )


def _unknown(contact: Mapping[str, Series], country: str, lacking: Sequence[str]) -> str:
    """That the dataset has no cooperation of a country with some."""
    names = " and ".join(display(code, article=True) for code in lacking)
    of = "" if contact else ", nor with anybody"
    return f"the dataset has no cooperation of {display(country, article=True)} with {names}{of}"


def _outside(one: Series, at: date) -> str:
    """That nothing is held before or after a day."""
    covered = [place for place, share in enumerate(one.coverage) if share > 0]
    if not covered:
        return "the dataset covers no period"
    first, last = one.period(covered[0]), one.period(covered[-1])
    side = "before" if at <= first.end else "after"
    time = first.words() if first == last else f"{first.words()} to {last.words()}"
    return f"the dataset has nothing {side} {at.isoformat()}: its {one.by}s are {time}"


def _required(
    contact: Mapping[str, Series], partners: tuple[str, str], places: tuple[list[int], list[int], list[int]], interval: tuple[float, float], ranked: Mapping[str, tuple[float, float]],
    channels: Mapping[str, int],
) -> dict[str, bool | None]:  # fmt: skip
    """What a pivot requires, and whether it is so; None where nobody knows.

    Args:
        contact: Cooperation with every partner.
        partners: The old one and the new one.
        places: Before, after, and behind the first period after.
        interval: The lower and the upper end of the move's.
        ranked: Shares before and after by partner, who gained most first.
        channels: What other channels say.
    """
    (old, new), (before, after, later), (low, high) = partners, places, interval
    fell, rose = (side_of(contact[code].value, contact, before, after) for code in partners)
    return {
        "moved": low > 0,
        "moved_back": high < 0,
        "from_fell": fell < -Z,
        "to_rose": rose > Z,
        "agrees": 1 in channels.values() if channels else None,
        "lasted": lasted(contact[old].value, contact[new].value, before, later),
        "most": next(iter(ranked)) == new,
        "another_rose": _another_rose(contact, ranked, {old, new}, before, after),
    }


def _outcome(said: Mapping[str, bool | None], channels: Mapping[str, int]) -> str:
    elsewhere = "diversification" if said["from_fell"] and said["another_rose"] else None
    if not said["moved"]:
        return elsewhere or "no change"
    if said["lasted"] is False:
        return "burst"
    if not said["agrees"] and -1 in channels.values():
        return "mixed"
    if not said["to_rose"]:
        return elsewhere or ("lean" if said["from_fell"] else "no change")
    if not said["from_fell"] or not said["most"]:
        return "diversification"
    return "pivot" if said["agrees"] and said["lasted"] else "lean"


def _other(one: Series, country: str) -> str:
    return one.target if one.source == country else one.source


def _another_rose(
    contact: Mapping[str, Series], ranked: Mapping[str, tuple[float, float]], pair: set[str], before: list[int], after: list[int]
) -> bool:  # fmt: skip
    """Whether the partner that gained most is neither of the two, and gained beyond the chance that one of the large ones does."""
    first = next(iter(ranked))
    large = [code for code, both in ranked.items() if code not in pair and max(both) >= LARGE]
    if first in pair or first not in large:
        return False
    beyond = NormalDist().inv_cdf(1 - (1 - NormalDist().cdf(Z)) / len(large))
    return side_of(contact[first].value, contact, before, after) > beyond


def _of(series: Sequence[Series], country: str, channel: str) -> dict[str, Series]:
    """The series of a channel by partner."""
    mine = [one for one in series if one.channel == channel and country in (one.source, one.target)]
    return {_other(one, country): one for one in mine}


def _cooperation(series: Sequence[Series], country: str, *, apart: bool) -> dict[str, Series]:
    """All cooperation by partner: contact has the deeds in it, but where they are counted apart."""
    contact, deeds = _of(series, country, "contact"), _of(series, country, "deeds")
    if not apart:
        return contact
    return {
        code: replace(one, value=one.value + deeds[code].value) if code in deeds else one
        for code, one in contact.items()
    }


def _channels(
    deeds: dict[str, Series], old: str, new: str, before: list[int], after: list[int], others: Mapping[str, tuple[float, float]]
) -> dict[str, int]:  # fmt: skip
    """What each other channel says of the move: 1 the same, -1 the opposite, 0 neither."""
    told: dict[str, int] = {}
    if old in deeds and new in deeds:
        _, low, high = move_of(deeds[old].value, deeds[new].value, before, after)
        told["deeds"] = 1 if low > 0 else -1 if high < 0 else 0
    for name, (with_old, with_new) in others.items():
        gained = with_new - with_old
        told[name] = 1 if gained >= LEAST[name] else -1 if gained <= -LEAST[name] else 0
    return told


def _base_rate(contact: dict[str, Series], old: str, new: str, move: float, at: date) -> tuple[float | None, int]:
    """How often a move as large or larger, the same way, occurs, of how many: to other partners at this date, to this one at other dates."""
    tried: list[float] = []
    pairs: list[tuple[str, date]] = [(code, at) for code in contact if code not in {old, new}]
    mine = windows(contact[old], at)[:2]
    pairs += [(new, start) for start in contact[old].starts if windows(contact[old], start)[:2] != mine]
    for code, day in pairs:
        before, after, _ = windows(contact[old], day)
        if len(before) < 2 or len(after) < 2:
            continue
        one, other = contact[old].value, contact[code].value
        if min(one[before].sum() + other[before].sum(), one[after].sum() + other[after].sum()) >= FEWEST:
            tried.append(move_of(one, other, before, after)[0])
    as_far = [value <= move if move < 0 else value >= move for value in tried]
    return (round(float(np.mean(as_far)), 3) if tried else None), len(tried)


def as_object(pivot: Pivot) -> dict[str, Any]:
    """The pivot as one JSON object."""
    first = [
        {"partner": code, "before": round(a, 4), "after": round(b, 4)}
        for code, (a, b) in list(pivot.shares.items())[:5]
    ]
    known = {code for code, _ in list(pivot.shares.items())[:5]}
    first += [
        {"partner": code, "before": round(pivot.shares[code][0], 4), "after": round(pivot.shares[code][1], 4)}
        for code in (pivot.old, pivot.new)
        if code in pivot.shares and code not in known
    ]
    return {
        "country": pivot.country, "from": pivot.old, "to": pivot.new, "date": pivot.at.isoformat(), "outcome": pivot.outcome, "move": pivot.move,
        "interval": list(pivot.interval) if pivot.interval else None, "shares": first, "base_rate": pivot.base_rate, "placebos": pivot.placebos,
        "said": pivot.said, "channels": pivot.channels, "dataset": pivot.dataset, "why": pivot.why or None,
    }  # fmt: skip
