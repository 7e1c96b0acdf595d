"""What a brief says from datasets of events: the channels' latest levels, and the acts that were reported most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from tieline.check.phrases import capital
from tieline.model.countries import display
from tieline.model.periods import Period
from tieline.report.brief import Sentence
from tieline.ties.coding import CHANNELS, channels_of
from tieline.ties.codings import mutual
from tieline.ties.releases import counts_known, events_known, released_by
from tieline.ties.timelines import entries
from tieline.workspace.tie_entries import act_words, actors_of

if TYPE_CHECKING:
    from tieline.ledger import Ledger

_MOST: Final = 12
"""Acts of a dataset that are told."""
_BACK: Final = timedelta(days=365)
_EARLIER: Final = {"month": 12, "year": 5}
"""Periods that the last one is held against."""
_NAMES: Final = {
    "contact": "cooperative acts",
    "deeds": "agreements, visits and aid",
    "friction": "hostile words",
    "blows": "force, sanctions and expulsions",
}
_WHOLE: Final = 0.9
"""The share of a period's days that must be covered for it to count as a whole one, where the one before is."""
_BY_DAY: Final = ("contact", "friction")
_TOLD_IDS: Final = 6


def level_sentences(pair: tuple[str, str], lines: Sequence[Mapping[str, Any]], by: str) -> list[Sentence]:
    """The last whole period of each dataset of acts and direction, beside the mean of those before it."""
    out = []
    for dataset in dict.fromkeys(
        line["dataset"] for line in lines if line["channel"] in CHANNELS and line["dataset"] != "press"
    ):
        for source, target in (pair, pair[::-1]):
            told = []
            for channel in CHANNELS:
                mine = [
                    line for line in lines
                    if (line["dataset"], line["source"], line["target"], line["channel"]) == (dataset, source, target, channel)
                    and line["value"] is not None
                ]  # fmt: skip
                if len(mine) > 3 and mine[-1]["coverage"] < _WHOLE <= mine[-2]["coverage"]:
                    mine = mine[:-1]
                if len(mine) < 3 or not any(line["value"] for line in mine):
                    continue
                *earlier, last = mine[-1 - _EARLIER[by] :]
                mean = sum(line["value"] for line in earlier) / len(earlier)
                told.append((channel, last, mean, earlier))
            if told:
                out.append(_levels(pair, dataset, (source, target), by, told))
    return out


def _levels(pair: tuple[str, str], dataset: str, way: tuple[str, str], by: str, told: list[Any]) -> Sentence:
    _, last, _, earlier = told[0]
    who = display(way[0], article=True)
    parts = [f"{_NAMES[channel]} {_often(line['value'], channel, by)} ({mean:,.1f})" for channel, line, mean, _ in told]
    since, until = Period.parse(earlier[0]["period"]).words(), Period.parse(earlier[-1]["period"]).words()
    text = (
        f"{capital(who)} towards {display(way[1], article=True)} in {Period.parse(last['period']).words()}: {', '.join(parts)}; in brackets the mean a {by} "
        f"from {since} to {until} ({dataset})."
    )
    asked = f"tieline ties {pair[0]} {pair[1]} --by {by} --dataset {dataset} --explain"
    volume = (
        f"The dataset has {last['exposure']:,.0f} acts of {who} with anybody in that {by}. " if last["exposure"] else ""
    )
    return Sentence(text, f"{volume}The acts: {asked}.")


def _often(value: float, channel: str, by: str) -> str:
    """How often, in words.

    >>> _often(9, "contact", "month"), _often(1, "deeds", "month"), _often(0, "contact", "month"), _often(667, "contact", "year")
    ('on 9 days', 'once', 'on no day', '667 times')
    """
    if by != "year" and channel in _BY_DAY:
        return f"on {f'{value:,.0f}' if value else 'no'} day{'' if value in {0, 1} else 's'}"
    return {0: "never", 1: "once", 2: "twice"}.get(int(value), f"{value:,.0f} times")


def coded_acts(ledger: Ledger, pair: tuple[str, str], known: date | None) -> list[Sentence]:
    """The deeds and blows of the last year that each dataset has, those reported most often, in order of their dates."""
    both = f"source IN ('{pair[0]}', '{pair[1]}') AND target IN ('{pair[0]}', '{pair[1]}')"
    until = f" AND date <= DATE '{known.isoformat()}' AND {released_by(known)}" if known else ""
    out = []
    for row in ledger.query(
        f"SELECT dataset, max(date) AS last FROM {events_known(ledger, known)} WHERE {both}{until} GROUP BY dataset ORDER BY dataset"
    ).to_pylist():
        rows = entries(ledger, pair, since=row["last"] - _BACK, until=None, datasets=(row["dataset"],), known_on=known)
        weighty = [
            each
            for each in rows
            if "cameo" in each and {"deeds", "blows"} & set(channels_of(each["type"], each["cameo"], each["mode"]))
        ]
        newest = sorted(weighty, key=lambda each: each["date"], reverse=True)
        chosen = sorted(newest, key=lambda each: -each["reports"])[:_MOST]
        out += [_act(each) for each in sorted(chosen, key=lambda each: (each["date"], each["source"], each["type"]))]
    return out


def unread(ledger: Ledger, pair: tuple[str, str], known: date | None) -> list[Sentence]:
    """That acts coded by a program may not have happened, where datasets have some of the two."""
    both = f"source IN ('{pair[0]}', '{pair[1]}') AND target IN ('{pair[0]}', '{pair[1]}')"
    until = f" AND date <= DATE '{known.isoformat()}' AND {released_by(known)}" if known else ""
    ended = (
        f" AND period_start + INTERVAL 1 YEAR <= DATE '{known.isoformat()}' AND {released_by(known)}" if known else ""
    )
    rows = ledger.query(
        f"SELECT dataset, count(*) AS acts FROM {events_known(ledger, known)} WHERE machine AND {both}{until} GROUP BY dataset "
        f"UNION ALL SELECT dataset, sum(value)::BIGINT FROM {counts_known(ledger, known)} WHERE machine AND value > 0 AND channel <> 'formal-ties' AND {both}{ended} "
        "GROUP BY dataset ORDER BY dataset"
    ).to_pylist()
    return [
        Sentence(
            f"Whether each act that {row['dataset']} reports or counts took place: they were coded by a program from the news, and many such codes are wrong.",
            f"{row['acts']:,} acts of {row['dataset']}, none of them read by a person: tieline timeline {pair[0]} {pair[1]} --dataset {row['dataset']}.",
        )
        for row in rows
    ]


def _act(entry: Mapping[str, Any]) -> Sentence:
    """One act: when, who, what, how often it was reported; its ids in the note."""
    names = actors_of((entry["source"], entry["target"]), entry["actors"])
    link = " and " if mutual(entry["type"], entry["cameo"] or "", entry["mode"] or "") else " to "
    who = link.join(display(entry[side], article=True) for side in ("source", "target"))
    often = f" ({entry['reports']} reports)" if entry["reports"] > 1 else ""
    what = act_words(entry["cameo"], entry["mode"]) or entry["type"].lower()
    text = f"{Period.parse(entry['date']).words()}, {who}: {what}{f', {names}' if names else ''}{often}."
    more = f" and {len(entry['ids']) - _TOLD_IDS} more" if len(entry["ids"]) > _TOLD_IDS else ""
    code = f", CAMEO {entry['cameo']}" if entry["cameo"] else ""
    coded = "; coded by a program, not read" if entry["machine"] else ""
    return Sentence(
        text, f"{entry['dataset']}, {entry['type']}{code}, events {', '.join(entry['ids'][:_TOLD_IDS])}{more}{coded}."
    )
