"""Acts that a text tells, held against rows: actor target type modality date.

`-` is no date, `*` one that is not asked for, `A|B` either, `~` before a row what may be told too.
"""

from __future__ import annotations

from tieline.model.claims import Event
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read.reader import read_documents


def missed_and_false(text: str, wanted: str, published: str) -> tuple[list[str], list[str]]:
    """The rows that no act of the text meets, and the acts that meet no row."""
    rows = [row for row in wanted.split("; ") if row]
    events = events_of(text, published)
    missed = [row for row in rows if not row.startswith("~") and not any(_meets(e, row) for e in events)]
    unasked = [e for e in events if not any(_meets(e, row) for row in rows)]
    return missed, [f"{e.actor} {e.target} {e.type} {e.modality} {e.date or '-'}" for e in unasked]


def events_of(text: str, published: str) -> list[Event]:
    """The acts that a text tells."""
    document = Document("press", text, Period.parse(published), "Example Wire", "en")
    return [c for result in read_documents([document]) for c in result.claims if isinstance(c, Event)]


def _meets(event: Event, row: str) -> bool:
    actor, target, types, modalities, date = row.removeprefix("~").split()
    alike = event.reciprocal and {event.actor, event.target} == {actor, target}
    return bool(
        ((event.actor, event.target) == (actor, target) or alike)
        and (types == "*" or event.type in types.split("|"))
        and (modalities == "*" or event.modality in modalities.split("|"))
        and date in {"*", str(event.date) if event.date else "-"}
    )
