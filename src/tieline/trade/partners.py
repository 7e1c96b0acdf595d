"""Who a country trades with: partners by share and rank, dependence both ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tieline.ledger import Ledger

Side = Literal["exports", "imports"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerShare:
    """A partner's part in a country's flow in a year.

    Attributes:
        value_usd: US dollars.
        share: value / sum over all partners, 0 to 1.
        rank: 1 for the largest; equal ones have the same.
        hhi: Of all partners: sum of squared shares, 0 to 1.
        partners: How many there are with a value above zero.
        total_usd: The denominator.
        basis: `reported`, `reconciled`, or `mirror` where the country itself reports nothing that year.
        flags: `total-differs` where the stated world total is more than 1 percent off the sum of partners; flags of rows.
        sql: The SELECT that gives the rows behind `value_usd`.
    """

    reporter: str
    partner: str
    flow: Side
    product: str
    period: str
    value_usd: float | None
    share: float | None
    rank: int | None
    hhi: float | None
    partners: int
    total_usd: float | None
    basis: str
    dataset: str
    vintage: str
    flags: tuple[str, ...] = ()
    sql: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependence:
    """How much two countries need each other: each one's share in the other's trade.

    Attributes:
        of_reporter: The partner's part in the reporter's flow.
        of_partner: The reporter's part in the partner's opposite flow: the same goods seen from the other side.
        asymmetry: of_reporter.share less of_partner.share, -1 to 1; above 0 the reporter depends more.
    """

    of_reporter: PartnerShare
    of_partner: PartnerShare
    asymmetry: float | None


def partners(
    ledger: Ledger,
    reporter: str,
    *,
    dataset: str,
    vintage: str | None = None,
    year: int | None = None,
    flow: Side = "imports",
    product: str = "",
    basis: Literal["auto", "reported", "mirror"] = "auto",
) -> list[PartnerShare]:
    """All partners of a country in a year (None: the last one there is), the largest first.

    `auto` takes the country's own figures, and where it has none that year its partners' (all of them: the two are
    never mixed). Organisations, `WLD` and areas that are no country are no partners; areas count in the total.

    Raises:
        MissingDataError: no such dataset or vintage, or nothing of that country.
    """
    raise NotImplementedError


def dependence(
    ledger: Ledger,
    reporter: str,
    on: str,
    *,
    dataset: str,
    vintage: str | None = None,
    flow: Side = "imports",
    product: str = "",
    since: int | None = None,
    until: int | None = None,
) -> list[Dependence]:
    """Partner dependence year by year, both ways (Hirschman 1945; the share form).

    Raises:
        MissingDataError: no such dataset or vintage, or nothing of that country.
    """
    raise NotImplementedError
