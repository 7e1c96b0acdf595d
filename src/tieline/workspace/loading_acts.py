"""A file of acts, of ties by year or of roll calls into the ledger, whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tieline.model.documents import content_hash
from tieline.workspace.ledger_results import Loaded

if TYPE_CHECKING:
    from tieline.ledger import Ledger
    from tieline.ties.layouts import EventLayout
    from tieline.trade import Member


def load_events(
    ledger: Ledger,
    member: Member,
    layout: EventLayout,
    name: str,
    *,
    dataset: str | None,
    vintage: str | None,
    tick: Callable[[int], object],
) -> Loaded:
    """A file of events, in one commit: what was loaded before is only told."""
    import pyarrow as pa  # noqa: PLC0415

    from tieline.ledger import Load  # noqa: PLC0415
    from tieline.ties.reading import TABLE_OF, read_events  # noqa: PLC0415
    from tieline.workspace.act_releases import meetings, other_values  # noqa: PLC0415

    whose, release, sha256 = dataset or layout.dataset, vintage or "", sha256_of(member)
    load_id = content_hash("events", sha256, whose, release, layout.name)[:24]
    before = ledger.load(load_id)
    if before is not None:
        note = "was loaded before; nothing was added"
        return Loaded(name, layout.name, whose, before.rows, 0, before.problems, (*before.notes, note))
    table = TABLE_OF[layout.kind]
    loads = ledger.act_loads("events" if table == "events" else "tie_counts")
    loads.clear()
    calls = ledger.query("SELECT number, date FROM roll_calls") if layout.kind == "votes" else None
    today = datetime.now(UTC).date() + timedelta(days=1)  # where it is a day later than here it is today
    with read_events(
        member, layout, dataset=whose, vintage=release, load_id=load_id, today=today, folder=loads.temporary, calls=calls,
    ) as found:  # fmt: skip
        if table == "roll_calls":
            new = ledger.add_references(table, pa.Table.from_batches(found.batches))
        else:
            new = loads.take(found.batches, load_id=load_id, dataset=whose, vintage=release)
            if table == "events":
                found.again = (found.acts or found.kept) - new - loads.known
            found.problems += other_values(ledger, loads.differing)
    tick(found.rows)
    first, last = (day.isoformat() if day else None for day in found.days)
    notes = (*found.notes, *meetings(ledger, whose, release, found, loads.known))
    ledger.add_load(
        Load(
            load_id=load_id, file=name, sha256=sha256, layout=layout.name, dataset=whose, vintage=release, rows=found.kept, new_rows=new,
            left_out=found.rows - found.kept, first_period=first, last_period=last, problems=tuple(found.problems), notes=notes, prints={},
        )
    )  # fmt: skip
    return Loaded(name, layout.name, whose, found.rows, new, tuple(found.problems), notes)


def sha256_of(member: Member) -> str:
    """The hash of a file's bytes, uncompressed."""
    made = hashlib.sha256()
    with member.open() as stream:
        while part := stream.read(1 << 20):
            made.update(part)
    return made.hexdigest()
