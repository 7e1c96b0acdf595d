"""How two countries' trade fits together: intensity, complementarity, balance."""

from __future__ import annotations

from dataclasses import dataclass

from tieline.model.errors import UsageError
from tieline.trade.indicators.composition import composition
from tieline.trade.indicators.frames import Amounts


def trade_intensity(to_partner: float, to_world: float, world_to_partner: float, world_to_world: float) -> float:
    """Trade intensity, 0 and up, 1 is neutral: (x_ij / X_i) / (x_wj / X_w).

    The partner's share in the country's exports over its share in the world's exports; the denominator is the whole world,
    the country itself included. Source: World Bank, WITS, Trade Indicators; the idea is Brown's (1949) and Kojima's (1964).
    The formula was not checked in the originals. All four in one unit, of one dataset, period and product.

    >>> trade_intensity(20, 100, 1000, 10000)
    2.0

    Raises:
        UsageError: a whole is nothing, or a part is more than its whole.
    """
    if min(to_world, world_to_partner, world_to_world) <= 0 or to_partner < 0:
        raise UsageError("trade intensity needs wholes above zero: the country's, the partner's and the world's")
    if to_partner > to_world or to_partner > world_to_partner or to_world > world_to_world:
        raise UsageError("a part is more than its whole: the figures are not of one dataset, period and product")
    return (to_partner / to_world) / (world_to_partner / world_to_world)


def complementarity(exports: Amounts, imports: Amounts) -> float:
    """Michaely's trade complementarity, 0 to 100: 100 x (1 - sum_k |m_kj - x_ki| / 2).

    x: shares of products in one country's exports (to all); m: shares in the other's imports (from all).
    100: what the one sells is what the other buys. Source: Michaely (1996), Trade preferential agreements in Latin America,
    World Bank Policy Research Working Paper 1583 (through WITS; the paper was not read for this).

    >>> complementarity({"27": 80, "03": 20}, {"27": 50, "84": 50})
    50.0
    """
    sold, bought = composition(exports), composition(imports)
    apart = sum(abs(bought.get(key, 0.0) - sold.get(key, 0.0)) for key in {*sold, *bought})
    return 100 * (1 - apart / 2)


@dataclass(frozen=True, slots=True)
class Balance:
    """Of a country with a partner.

    Attributes:
        usd: exports - imports.
        normalised: (exports - imports) / (exports + imports), -1 to 1; None without trade.
        coverage: exports / imports; None without imports.
    """

    usd: float
    normalised: float | None
    coverage: float | None


def balance(exports: float | None, imports: float | None) -> Balance | None:
    """The bilateral balance, US dollars; None where either figure is not there: half of it is no balance.

    Imports are CIF as a rule and exports FOB, so that a deficit is overstated by freight; take both from one side, or a
    reconciled series, where that matters.

    >>> balance(10_170_000, 82_170_000).usd, balance(5.0, None)
    (-72000000, None)
    """
    if exports is None or imports is None:
        return None
    both = exports + imports
    return Balance(
        exports - imports, (exports - imports) / both if both else None, exports / imports if imports else None
    )
