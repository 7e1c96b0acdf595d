"""A row of statistics: what a publisher says that one country's trade with another was, in one period.

A row may give a level, a change against the year before, a share, or several of them, exactly as published:
nothing is computed while loading.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tieline.model.documents import content_hash
from tieline.model.periods import Period
from tieline.model.vocabulary import FlowWord, ShareOf, Valuation


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """One published figure.

    Attributes:
        publisher: Who published it ("Korea Trade-Investment Promotion Agency").
        dataset: The dataset's name in the ledger ("kotra-2014").
        vintage: The day the statistic was released, ISO; the empty string where it is not known.
        reporter: ISO 3166-1 alpha-3 (or a code of the claims contract): whose exports or imports these are.
        partner: The other country; `WLD` for all partners.
        flow: `exports`, `imports`, `trade` (two-way), `balance` or another `FlowWord`, seen from the reporter.
        product: The product's words or code as published; None for all products.
        hs: HS chapters, headings or subheadings; empty for all products.
        hs_edition: `H0` to `H6`; None where the row names none.
        value: The level in `unit`; a plain number, not scaled.
        value_usd: The level in US dollars; None where the unit is not money or no rate was given.
        change_pct: Percent against the same period a year before, as published.
        share_pct: Percent of `share_of`, as published.
        valuation: `FOB`, `CIF` or `unknown`.
        flags: Marks of quality: `estimated`, `mirror`, `suspected-copy`, ...
        citation: Where a reader finds the figure, in words.
        origin: The file and line it was read from.
    """

    publisher: str
    dataset: str
    vintage: str
    reporter: str
    partner: str
    flow: FlowWord
    period: Period
    product: str | None = None
    hs: tuple[str, ...] = ()
    hs_edition: str | None = None
    value: float | None = None
    unit: str | None = None
    value_usd: float | None = None
    change_pct: float | None = None
    share_pct: float | None = None
    share_of: ShareOf | None = None
    valuation: Valuation = "unknown"
    flags: tuple[str, ...] = ()
    citation: str | None = None
    url: str | None = None
    origin: str | None = None

    @property
    def row_id(self) -> str:
        """Identity of the row: the same figure of the same vintage gives the same 24 hex digits."""
        numbers = (self.value, self.value_usd, self.change_pct, self.share_pct)
        return content_hash(
            "flow",
            self.dataset,
            self.vintage,
            self.reporter,
            self.partner,
            self.flow,
            self.period.iso,
            self.product,
            ",".join(self.hs),
            self.hs_edition,
            self.unit,
            *(None if x is None else repr(float(x)) for x in numbers),
        )[:24]


def pair_key(a: str, b: str) -> int:
    """The unordered pair of two country codes as one integer, the same for (a, b) and (b, a).

    Letters count as digits to base 27; of a longer code (an organisation) the first six count, which fits 64 bits.
    Flows are stored sorted by it, so that a dyad's rows lie side by side.

    >>> pair_key("RUS", "PRK") == pair_key("PRK", "RUS")
    True
    """
    first, second = sorted((a, b))
    return country_number(first) * 27**6 + country_number(second)


@lru_cache(maxsize=4096)
def country_number(code: str) -> int:
    """A country code as a number below 27 to the sixth power: a half of `pair_key`.

    >>> country_number("PRK") * 27**6 + country_number("RUS") == pair_key("RUS", "PRK")
    True
    """
    total = 0
    for letter in code[:6].ljust(6, "@"):
        total = total * 27 + max(0, ord(letter) - 64) % 27
    return total
