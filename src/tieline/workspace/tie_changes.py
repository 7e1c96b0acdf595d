"""Shifts and bursts for a desk: which series are tested, what stands out, and what must be said beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from tieline.model.errors import UsageError
from tieline.ties.asking import TRADE, YEARLY, Ask
from tieline.ties.changes import SHORTEST, Change
from tieline.ties.coding import CONFLICT
from tieline.ties.latest import latest_changes, rate_of
from tieline.ties.levels import fewest
from tieline.ties.series import Series
from tieline.ties.shifts import FEWEST, changes_of_all, settled_until, too_early
from tieline.workspace.tie_absence import no_acts, unreleased_notes
from tieline.workspace.tie_context import contexts
from tieline.workspace.tie_results import Changes
from tieline.workspace.tie_series import behind_of, coverage_notes, goods_words, series_of, sql_of
from tieline.workspace.tie_trade import Dependence, dependence_of
from tieline.workspace.tie_trade_rows import SharesBehind
from tieline.workspace.trade_words import named

_NAMED = 5
"""Latest years that a note names."""


def changes_asked(
    desk: Any, ask: Ask, channel: Sequence[str], words: tuple[str, ...] = (), *, with_none: bool
) -> Changes:
    """The shifts and bursts of the series asked for.

    Args:
        desk: Whose ledger.
        ask: Which series.
        channel: The channels that the caller named; none for all.
        words: How the goods asked for were understood.
        with_none: Also a line for each series that was tested and has no mark.
    """
    ledger, codes = desk.existing_ledger(), ask.countries
    wanted = set(ask.channels)
    both = tuple(dict.fromkeys((*ask.channels, *CONFLICT))) if wanted & set(CONFLICT) else ask.channels
    series = series_of(ledger, replace(ask, channels=both))  # friction and blows are weighed together
    trade = Dependence()
    if ask.by == "year" and (TRADE in channel or (codes and not channel)):
        trade = dependence_of(desk, codes, ask)
        series += trade.series()
    elif TRADE in channel:
        raise UsageError("trade dependence is told by year: --by year")
    tested = [one for one in series if one.channel in {*wanted, TRADE}]
    if not tested:
        about = f" {'between' if len(codes) > 1 else 'of'} {named(codes)}" if codes else ""
        few = "" if set(ask.channels) <= set(YEARLY) else f", or fewer than {ask.least} in every series (--least)"
        raise no_acts(about, ledger, ask, few=few, notes=trade.notes)
    found = changes_of_all(tested, with_none=with_none)
    late, usual = latest_changes(ledger, ask, tested, found) if ask.by == "year" else ([], [])
    found = _with(found, late)
    title = f"Shifts and bursts{f' of {named(codes)}' if codes else ''}, by {ask.by}{goods_words(ask)}"
    short = [one for one in tested if (one.coverage > 0).sum() < _fewest(one)]
    notes = (
        f"{len(tested) - len(short)} series of {ask.least} acts or more (friction and blows together), or of shares and ties by year, were tested",
        *_too_short(short),
        *coverage_notes(tested),
        *unreleased_notes(ledger, ask),
        *trade.notes,
        *words,
        *_new_levels(found),
        *_latest_years(late, tested),
        *(_usual_years(usual) if len(codes) > 1 else ()),
        *_too_early(tested, dyad=len(codes) > 1),
    )
    context = contexts(ledger, ask, found) if len(codes) > 1 else None
    lines, sql = tuple(_line(each, _flow(each, found, trade)) for each in found), (sql_of(ledger, ask),)
    marked = {(line["dataset"], line["source"], line["target"]) for line in lines if line["kind"] != "none"}
    return Changes(
        title,
        lines,
        sql,
        notes,
        behind=behind_of(ledger, ask),
        context=context,
        trade=SharesBehind(ledger, trade, marked),
    )


def _fewest(one: Series) -> int:
    """Periods that a series must have to be tested."""
    return FEWEST if one.unit == "count" else fewest(one.unit)


def _too_short(short: Sequence[Series]) -> tuple[str, ...]:
    """Which series are too short to be tested, so that silence is not taken for steadiness."""
    if not short:
        return ()
    told = [
        f"{one.source}-{one.target} {one.channel} ({one.dataset}: {int((one.coverage > 0).sum())} of {_fewest(one)} {one.by}s)"
        for one in short[:_NAMED]
    ]
    more = f" and {len(short) - _NAMED} more" if len(short) > _NAMED else ""
    return (f"too short to be tested: {', '.join(told)}{more}",)


def _with(found: list[Change], late: list[Change]) -> list[Change]:
    """The changes with those of the latest year behind the others of their series, in place of its `none`."""
    mine = {id(change.series): change for change in late}
    kept = [change for change in found if change.kind != "none" or id(change.series) not in mine]
    order = {id(change.series): at for at, change in reversed(list(enumerate(found)))}
    return sorted([*kept, *late], key=lambda one: (order.get(id(one.series), len(found)), one.at or date.min))


def _flow(change: Change, found: Sequence[Change], trade: Dependence) -> str | None:
    """The flow that both levels of a shift of a share of trade are in, from the shift before it to the next one."""
    one = change.series
    if one.channel != TRADE or change.at is None:
        return None
    cuts = [each.at for each in found if each.series is one and each.at is not None]
    first = max((at for at in cuts if at < change.at), default=one.starts[0])
    last = min((at.replace(year=at.year - 1) for at in cuts if at > change.at), default=one.starts[-1])
    return trade.flow_between((one.dataset, one.source, one.target), first, last)


def _line(change: Change, flow: str | None) -> dict[str, Any]:
    one = change.series
    acts = change.acts or (None, None)
    return {
        "source": one.source, "target": one.target, "channel": one.channel, "kind": change.kind,
        "date": change.at and change.at.isoformat(), "interval": [day.isoformat() for day in change.interval] if change.interval else None,
        "before": change.before, "after": change.after, "until": change.until and change.until.isoformat(), "dataset": one.dataset,
        "acts_before": acts[0], "acts_after": acts[1], "flow": flow,
    }  # fmt: skip


def _new_levels(changes: Sequence[Change]) -> tuple[str, ...]:
    """That a level which has lasted one period only may pass."""
    new = [
        one
        for one in changes
        if one.kind == "shift" and one.series.unit != "count" and one.at == one.series.last_covered
    ]
    names = ", ".join(dict.fromkeys(f"{one.series.source}-{one.series.target}" for one in new[:_NAMED]))
    return (f"{names}: the new level has lasted one {new[0].series.by} only, the last one held",) if new else ()


def _too_early(tested: Sequence[Series], *, dyad: bool) -> tuple[str, ...]:
    """From when on a new level is too young to be told, and of a dyad whether one may have begun since."""
    counted = [one for one in tested if one.unit == "count" and one.by != "year" and (one.coverage > 0).sum() >= FEWEST]
    if not counted:
        return ()
    last: dict[str, date] = {}
    for one in counted:
        last[one.dataset] = max(settled_until(one), last.get(one.dataset, date.min))
    ends = ", ".join(f"{day.isoformat()} in {name}" for name, day in last.items())
    out = [
        f"a level must last {SHORTEST[counted[0].by]} {counted[0].by}s: of what changed after {ends} it is too early to tell"
    ]
    since = [(one, day) for one in counted if dyad and (day := too_early(one)) is not None]
    if since:
        names = ", ".join(f"{one.channel} since {day.isoformat()} ({one.dataset})" for one, day in since)
        out.append(f"may have a new level already, too early to tell: {names}")
    return tuple(out)


def _latest_years(late: Sequence[Change], tested: Sequence[Series]) -> tuple[str, ...]:
    """That a burst of the latest year may be the beginning of a shift, and how often years move as far."""
    if not late:
        return ()
    told = [_held_against(one) for one in late[:_NAMED]]
    counted = sum(one.unit == "count" and one.by == "year" for one in tested)
    more = f" and {len(late) - _NAMED} more" if len(late) > _NAMED else ""
    rate = (
        f"; {len(late)} of {counted} series of counts ({len(late) / counted:.1%}) stand out so, and chance alone makes up to 5%"
        if counted >= 40
        else ""
    )
    return (
        f"{late[0].at:%Y} is the latest year: whether it passes or is the beginning of a shift is too early to tell: {'; '.join(told)}{more}{rate}",
    )


def _usual_years(moved: Sequence[Change]) -> tuple[str, ...]:
    """Of a dyad the channels whose latest year moved, but no further than years often do: their silence is no steadiness."""
    if not moved:
        return ()
    told = "; ".join(_held_against(one) for one in moved)
    return (
        f"{moved[0].at:%Y} is the latest year, and moved no further than many years of dyads as large do, so it is not marked: {told}",
    )


def _held_against(one: Change) -> str:
    """A latest year beside the two before it, and how rare it is."""
    pair = f"{one.series.source}-{one.series.target} {one.series.channel}"
    return f"{pair} {one.after:,.0f} after {one.before:,.0f} (as far in {rate_of(one):.1%} of years)"
