"""Which figures of all partners a claim needs: for a rank, a share of all exports, or a claim on the trade with all that no row states.

What is asked for is the claim's own need, all of it: what other claims asked for at the same time must not change its verdict.
"""

from __future__ import annotations

from dataclasses import replace

from tieline.check.apposed import apposed_in
from tieline.check.asking import Figure, quantity_of, ranked_among, wholes_of
from tieline.check.guesses import sentence_of
from tieline.check.neighbours import looks_back
from tieline.check.quantities import ONE_WAY, Quantity, World
from tieline.check.setting import FARTHEST_YEARS, Setting
from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend
from tieline.model.documents import Document
from tieline.model.shares import WHOLES


def worlds_of(setting: Setting) -> list[World]:
    """The figures of all partners that a claim needs: for its rank, or for a share of all exports, imports or trade."""
    claim = setting.claim
    if setting.period.precision != "year":
        return []
    year: tuple[int, ...] = (setting.period.start.year,)
    ranked = ranked_among(claim)
    if ranked and looks_back(setting.clause):
        year = (year[0] - 1, year[0])
    asked = [ranked[0]] if ranked else []
    if isinstance(claim, Measure) and claim.share_pct is not None and "total" in (claim.share_of or ""):
        flow = WHOLES[claim.share_of or "other"].flow
        whole = Quantity(flow, setting.quantity.reporter, "WLD")
        asked += [whole] if setting.quantity.scope.whole else [whole, replace(whole, scope=setting.quantity.scope)]
    if isinstance(claim, Trend) and claim.strength and setting.strength.above_all:
        asked += wholes_of(setting.quantity)
        year = tuple(sorted({*year, setting.base.start.year}))
    beside = apposed_in(claim, setting.quantity, setting.clause)
    asked += [beside.whose] if beside is not None else []
    return [
        World(quantity.reporter, flow, quantity.scope, year)
        for quantity in asked
        for flow in (ONE_WAY if quantity.flow == "trade" else (quantity.flow,))
    ]


_ALL_YEARS = 60
_LOOKS_BACK = re.compile(
    r"\b(?:records?|peak\w*|highs?|highest|lows?|lowest|best|worst|most|least|largest|smallest|since|ever|never|first|years?|straight|running|decades?|bottomed|trough)\b",
    re.IGNORECASE,
)
"""Words that may hold a level or change against those of all years before, which are asked for then."""


def worlds_told(claim: Figure, document: Document | None) -> list[World]:
    """The figures of all partners that a claim on them ("Kenya's exports rose to $5 billion") needs, where no row states them."""
    quantity = quantity_of(claim)
    if quantity is None or (quantity.partner != "WLD" and "partner" not in claim.inferred):
        return []
    if claim.period is not None:
        if claim.period.precision != "year":
            return []
        last = claim.period.start.year
    elif document is not None and document.published is not None:
        last = document.published.start.year - 1
    else:
        return []
    base = claim.base if isinstance(claim, Measure) else None
    sentence = sentence_of(claim, document.text if document else None)
    back = _ALL_YEARS if _LOOKS_BACK.search(sentence) else (1 if claim.period else FARTHEST_YEARS)
    later = document.published.start.year if back == _ALL_YEARS and document and document.published else last
    years = {*range(last - back, max(last, later) + 1), *([base.start.year] if base is not None else [])}
    flows = ONE_WAY if quantity.flow in {"trade", "balance"} else (quantity.flow,)
    return [World(quantity.reporter, flow, quantity.scope, tuple(sorted(years))) for flow in flows]
