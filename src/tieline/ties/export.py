"""Acts as the files that event data are exchanged in: PLOVER's JSON Lines and the 20 columns of ICEWS.

PLOVER's fields are those of its specification (version 0.6b2, "JSON Data Fields"): a list of actors on each side, and where
both do it alike all of them as source and no target. An act of ICEWS is a row for each side that acts, as its files have it.
Both need a day: what is dated by a month or not at all is left out, and so is, unless asked for, what is dated by the day of
its publication.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from tieline.model.cameo import cameo_of
from tieline.model.countries import display
from tieline.model.same_act import mutual
from tieline.ties.coding import quad_of
from tieline.ties.same_acts import ToldAct

ICEWS_COLUMNS: Final = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
    "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District",
    "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
_NONE: Final = "NA"


def dated_to_the_day(act: ToldAct, *, inferred: bool = False) -> bool:
    """Whether an act has a day, told by a report; or concluded, where that counts too."""
    return act.date is not None and act.date.days == 1 and (inferred or not act.inferred)


def plover_lines(acts: Iterable[ToldAct]) -> Iterator[str]:
    """PLOVER records, one JSON object a line; each act must be dated to the day."""
    for act in acts:
        yield json.dumps(_plover(act), ensure_ascii=False) + "\n"


def _plover(act: ToldAct) -> dict[str, Any]:
    first, report = act.first, act.reports[0]
    both = mutual(first.type, reciprocal=act.reciprocal)
    source, target = _actor(first.actor, first.actor_person), _actor(first.target, None)
    assert act.date is not None  # noqa: S101
    record: dict[str, Any] = {
        "id": act.act_id,
        "date": act.date.iso,
        "source": [source, target] if both else [source],
        "target": [] if both else [target],
        "event": first.type,
        "mode": first.mode,
        "context": first.context,
        "quadCode": quad_of(first.type),
        "eventLoc": {"name": first.place} if first.place else None,
        "text": first.quote.exact,
        "textInfo": {"start": first.quote.start, "end": first.quote.end},
        "citation": first.document,
        "url": report.url,
        "language": report.lang,
        "publication": report.outlet,
        "link": act.planned or act.became,
        "coder": "tieline",
        "comment": "dated by the day of its publication" if act.inferred else None,
        "cameo": first.cameo or cameo_of(first.type, first.mode),
        "modality": first.modality,
        "sources": list(first.sources),
        "reports": [each.claim_id for each in act.reports],
    }
    return {name: value for name, value in record.items() if value is not None}


def _actor(code: str, person: str | None) -> dict[str, str]:
    return {"code": code, "actorText": person or display(code)}


def icews_lines(acts: Iterable[ToldAct]) -> Iterator[str]:
    """Rows of ICEWS, parted by tabs, with the heading; each act must be dated to the day.

    `Intensity` (Goldstein's value) and what tieline does not know are NA.
    """
    yield "\t".join(ICEWS_COLUMNS) + "\n"
    for act in acts:
        first = act.first
        told = cameo_of(first.type, first.mode)
        yield _icews(act, first.actor, first.actor_person, first.target, first.cameo or told)
        if mutual(first.type, reciprocal=act.reciprocal):
            yield _icews(act, first.target, None, first.actor, {"042": "043", "043": "042"}.get(told, told))


def _icews(act: ToldAct, actor: str, person: str | None, target: str, cameo: str) -> str:
    first = act.first
    cells = dict.fromkeys(ICEWS_COLUMNS, _NONE)
    cells |= {
        "Event ID": act.act_id,
        "Event Date": act.date.iso if act.date else _NONE,
        "Source Name": person or display(actor),
        "Source Country": display(actor),
        "Event Text": f"{first.type}{f' ({first.mode})' if first.mode else ''}",
        "CAMEO Code": cameo,
        "Target Name": display(target),
        "Target Country": display(target),
        "Story ID": first.document,
        "Publisher": act.reports[0].outlet or _NONE,
        "City": first.place or _NONE,
    }
    return "\t".join(" ".join(cell.split()) for cell in cells.values()) + "\n"


LAYOUTS: Final[dict[str, Callable[[Iterable[ToldAct]], Iterator[str]]]] = {
    "plover": plover_lines,
    "icews": icews_lines,
}
"""The layouts that acts are written in, by the names of the layouts that read them (`tieline.ties.layouts`)."""
