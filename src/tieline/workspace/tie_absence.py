"""That the ledger has nothing of the ties asked about: since when and until when it has anything, and how it can be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tieline.model.countries import display, possessive
from tieline.model.errors import MissingDataError
from tieline.ties.actors import CONTINUED
from tieline.ties.asking import TRADE

if TYPE_CHECKING:
    from tieline.ledger import Ledger
    from tieline.ties.asking import Ask
    from tieline.ties.series import Series

_MADE_OF = {
    TRADE: ("share of trade", "figures of a country's whole trade beside those with a partner; `tieline load FILE` takes them"),
    "formal-ties": ("formal tie", "tables of alliances, envoys, treaties and UN votes; `tieline load FILE` takes them"),
}  # fmt: skip
"""What a channel by year is, and what it is made of."""


def no_acts(about: str, ledger: Ledger, ask: Ask, *, few: str = "", notes: Sequence[str] = ()) -> MissingDataError:
    """That the ledger has nothing of what is asked, in the time asked for, and which times it covers.

    Args:
        about: Of whom, in words.
        ledger: What was asked.
        ask: What for; of channels that are told by year alone it is said what they are made of.
        few: What else may be the reason, of acts.
        notes: Why there is no share of trade, where there are figures of it.
    """
    continued = [
        f"ties of {display(code, article=True)} are {possessive(CONTINUED[code])}, which continues it: ask for {CONTINUED[code]}"
        for code in ask.countries
        if code in CONTINUED
    ]
    why = "".join(f"; {note}" for note in (*continued, *notes, *unreleased_notes(ledger, ask)))
    times = ((" since {}", ask.since), (" until {}", ask.until), (" as known on {}", ask.known_on))
    asked = "".join(words.format(day.isoformat()) for words, day in times if day)
    if by_year := _by_year(ledger, ask):
        return MissingDataError(
            f"the ledger has no acts{about}{few}{asked} by {ask.by}: what it has is held by year only ({by_year}); ask for it with --by year{why}"
        )
    if len(ask.channels) == 1 and ask.channels[0] in _MADE_OF:
        what, of = _MADE_OF[ask.channels[0]]
        return MissingDataError(
            f"the ledger has no {what}{about}{asked}: it is told by year (--by year), from {of}{why}"
        )
    rows = ledger.query(
        "SELECT dataset, min(date) AS first, max(date) AS last FROM events GROUP BY dataset UNION ALL "
        "SELECT dataset, min(period_start), max(period_start) + INTERVAL 1 YEAR - INTERVAL 1 DAY FROM tie_counts GROUP BY dataset ORDER BY dataset"
    ).to_pylist()
    held = "; ".join(f"{row['dataset']} {row['first']:%Y-%m-%d} to {row['last']:%Y-%m-%d}" for row in rows)
    return MissingDataError(
        f"the ledger has no acts{about}{few}{asked}; {f'it holds {held}; ' if held else ''}`tieline load FILE` takes event files (ICEWS, GDELT, "
        f"POLECAT, Phoenix, PLOVER), and `tieline read` takes them from the press{why}"
    )


def _by_year(ledger: Ledger, ask: Ask) -> str:
    """How many figures by year there are of what was asked by shorter periods, by dataset; nothing where there are none."""
    from tieline.ties.channel_sql import years_held_sql  # noqa: PLC0415

    if ask.by == "year":
        return ""
    rows = ledger.query(years_held_sql(ledger, replace(ask, by="year"))).to_pylist()
    return "; ".join(
        f"{row['dataset']}: {row['figures']:,} figures from {row['first']} to {row['last']}"
        if row["first"] != row["last"]
        else f"{row['dataset']}: {row['figures']:,} figures of {row['first']}"
        for row in rows
    )


def unreleased_notes(ledger: Ledger, ask: Ask) -> tuple[str, ...]:
    """Which datasets of acts and ties are left out, since it is not sure that they were known on the day asked for."""
    from tieline.ties.channel_sql import not_known_sql  # noqa: PLC0415

    if ask.known_on is None:
        return ()
    rows = ledger.query(not_known_sql(ask.countries, ask.known_on)).to_pylist()
    told = [
        f"{row['dataset']} ({'released ' + row['vintage'] if row['vintage'] else 'no date of release'})"
        for row in rows
        if not ask.datasets or row["dataset"] in ask.datasets
    ]
    more = "; `tieline load FILE --vintage DATE` gives one" if any(not row["vintage"] for row in rows) else ""
    return (f"left out, not surely known on {ask.known_on.isoformat()}: {', '.join(told)}{more}",) if told else ()


def quiet_notes(series: Sequence[Series]) -> tuple[str, ...]:
    """Which datasets have nothing at all in the channels asked for, though they cover the time: these zeros are told, not missing."""
    out = []
    for name in dict.fromkeys(one.dataset for one in series):
        mine = [one for one in series if one.dataset == name]
        covered = [at for at, share in enumerate(mine[0].coverage) if share > 0]
        if any(one.value.any() for one in mine) or not covered:
            continue
        first, last = (mine[0].period(covered[at]).words() for at in (0, -1))
        channels = " and no ".join(dict.fromkeys(one.channel for one in mine))
        time = first if first == last else f"any of the {len(covered)} {mine[0].by}s that it covers, {first} to {last}"
        out.append(f"{name}: no {channels} of the two in {time}")
    return tuple(out)
