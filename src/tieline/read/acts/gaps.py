"""A deed told once and done again to something else at another time: "barred Kenyan tea in 2021, and Kenyan coffee in 2023"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tieline.read.acts.dates import Dating
from tieline.read.acts.parties import Parties
from tieline.read.acts.sides import Act
from tieline.read.syntax.tokens import Token

_MEASURED = frozenset({"SANCTION", "CONCEDE", "AID"})

_CLOSE = 4
"""Characters of "in" between a noun and its time, where the parse hangs the time on the verb."""


def gapped(act: Act, verb: Token, parties: Parties, dating: Dating) -> Iterator[Act]:
    """The same deed on each thing or place that is joined to its verb without a verb of its own, by the time of that one."""
    if act.date is None or act.modality != "happened" or not (act.type in _MEASURED or act.mode in {"visit", "sign"}):
        return
    mine: set[str | None] = {p.code for p in act.actors}
    for again in verb.children:
        if again.dep != "conj" or again.pos not in {"NOUN", "PROPN"} or again.i < verb.i:
            continue
        end = again.idx + len(again)
        behind = next((t.period for t in parties.sentence.times if 0 < t.start - end <= _CLOSE), None)
        date = dating.of([again])[0] or behind
        if date is None or date == act.date:
            continue
        place = parties.place(again) if act.mode == "visit" else None
        targets = [place] if place is not None else parties.inside(again, without=mine)
        if targets or act.mode != "visit":
            yield replace(act, date=date, targets=tuple(targets) or act.targets, start=again.left_edge.idx, end=end)
