"""What other stories say on the quantities of these: those of the same batch, and those in the ledger, with one query."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence

from tieline.check.told_twice import Told, figures_by_cell
from tieline.ledger import Ledger
from tieline.model.claims import Event, Measure, Trend, claim_from_json
from tieline.model.documents import Document
from tieline.model.periods import Period, PeriodError

Stories = Sequence[tuple[Sequence[Measure | Trend | Event], Document | None]]
Elsewhere = Mapping[Told, Sequence[tuple[Measure, Document | None]]]

_SQL = """
SELECT c.json, c.version_id, d.id, d.text, d.outlet, d.published, d.url
FROM claims c JOIN (
    SELECT DISTINCT unnest($1::VARCHAR[]) AS reporter, unnest($2::VARCHAR[]) AS partner, unnest($3::VARCHAR[]) AS period
) asked USING (reporter, partner, period)
JOIN documents d USING (version_id)
WHERE c.kind = 'measure' AND c.indicator IN ('exports', 'imports', 'trade', 'balance')
ORDER BY d.published, c.document, c.quote_start, c.claim_id
"""


def figures_elsewhere(stories: Stories, ledger: Ledger) -> Elsewhere:
    """Every figure on a quantity that the stories tell, by the quantity, with its document: earliest published first."""
    own = [figures_by_cell(claims) for claims, _ in stories]
    cells = {cell for told in own for cell, _ in told}
    if not cells:
        return {}
    found: dict[Told, list[tuple[Measure, Document | None]]] = defaultdict(list)
    pairs = sorted({(cell.reporter, str(cell.partner), cell.period.iso) for cell in cells})
    for told_cell, claim, document in _stored(pairs, ledger):
        found[told_cell].append((claim, document))
    known = {claim.document for members in found.values() for claim, _ in members}
    for told, (_, document) in zip(own, stories, strict=True):
        for cell, members in told.items():
            found[cell] += [(claim, document) for claim in members if claim.document not in known]
    return found


def _stored(pairs: Sequence[tuple[str, str, str]], ledger: Ledger) -> list[tuple[Told, Measure, Document | None]]:
    both = [*pairs, *((b, a, p) for a, b, p in pairs)]  # trade is told from either side
    given = [list(column) for column in zip(*both, strict=True)]
    found: list[tuple[Told, Measure, Document | None]] = []
    for row in ledger.query(_SQL, given).to_pylist():
        claim = claim_from_json(json.loads(row["json"]), version=row["version_id"])
        document = Document(row["id"], row["text"], _period(row["published"]), row["outlet"], url=row["url"])
        found += [(told, each, document) for told, members in figures_by_cell([claim]).items() for each in members]
    return found


def _period(text: str | None) -> Period | None:
    try:
        return Period.parse(text) if text else None
    except PeriodError:
        return None
