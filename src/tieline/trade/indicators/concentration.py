"""How concentrated flows are on partners or products, and the EU's indicators of strategic dependency."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum

import pyarrow as pa

from tieline.model.errors import UsageError
from tieline.trade.figures.pipeline import Pipeline
from tieline.trade.indicators.composition import composition
from tieline.trade.indicators.frames import Amounts, Source, amounts, compute


@dataclass(frozen=True, slots=True)
class Concentration:
    """Of n shares s.

    Attributes:
        hhi: sum(s^2), 1/n to 1. Times 10,000 in competition law.
        normalised: (hhi - 1/n) / (1 - 1/n), 0 to 1; 1 for one alone.
        effective: 1 / hhi: so many of equal size would be as concentrated.
        number: n, those above zero.
    """

    hhi: float
    normalised: float
    effective: float
    number: int


def hhi(parts: Amounts, key: str = "partner") -> Concentration:
    """The Herfindahl-Hirschman index of amounts in one unit.

    Source: Hirschman (1964), The paternity of an index, American Economic Review 54; effective number: Adelman (1969).

    >>> hhi({"CHN": 60, "RUS": 40})
    Concentration(hhi=0.52, normalised=0.040000000000000036, effective=1.923076923076923, number=2)

    Raises:
        UsageError: they add up to nothing.
    """
    shares = [share for share in composition(amounts(parts, key)).values() if share > 0]
    index, n = fsum(share**2 for share in shares), len(shares)
    return Concentration(index, 1.0 if n == 1 else (index - 1 / n) / (1 - 1 / n), 1 / index, n)


def spread(rows: str, of: str, value: str) -> str:
    """The SELECT that tells how amounts are spread: `total`, `partners` and `hhi` of each group; nulls are left out.

    hhi = sum(v^2) / sum(v)^2, as `hhi` has it for amounts at hand; null where they add up to nothing.

    Args:
        rows: The step that has the amounts.
        of: What makes a group, columns parted by commas.
        value: The column of amounts.
    """
    return f"""
    SELECT {of}, sum({value}) AS total, count({value}) AS partners,
        sum({value} * {value}) / nullif(sum({value}) * sum({value}), 0) AS hhi
    FROM {rows} GROUP BY ALL
"""


_DEPENDENCE = (
    Pipeline()
    .then("summed", "SELECT country, partner, sum(value) AS value FROM given GROUP BY ALL HAVING sum(value) > 0")
    .then("totals", spread("summed", "country", "value"))
    .then(
        "answer",
        """
SELECT country, partner, value AS value_usd, value / total AS share,
    rank() OVER (PARTITION BY country ORDER BY value DESC) AS rank, hhi,
    CASE partners WHEN 1 THEN 1.0 ELSE (hhi - 1.0 / partners) / (1 - 1.0 / partners) END AS hhi_normalised,
    1 / hhi AS effective, partners
FROM summed JOIN totals USING (country) ORDER BY country, rank, partner""",
    )
)


def dependences(flows: Source) -> pa.Table:
    """Every country's dependence on every partner, with its concentration: all dyads at once.

    share = value / sum over partners; hhi, normalised and effective number as in `Concentration`. Formulas of `hhi`.

    Args:
        flows: `country`, `partner`, `value` (one unit): a frame, or `year_of_flows(..., by="partner")`.

    Returns:
        country, partner, value_usd, share, rank, hhi, hhi_normalised, effective, partners; a country's largest first.
    """
    return compute(flows, ("country", "partner", "value"), _DEPENDENCE)


@dataclass(frozen=True, slots=True)
class StrategicDependency:
    """The EU's core dependency indicators of one product.

    Attributes:
        cdi1: HHI of the imports from outside by partner, 0 to 1.
        cdi2: Imports from outside / all imports of the members (or use at home), 0 to 1; None where it can't be had.
        cdi3: Imports from outside / exports, 0 and up; None without exports (nothing could stand in for the imports), or where
            they are not known.
        dependent: All three are above their thresholds; without exports the third is.
    """

    cdi1: float
    cdi2: float | None
    cdi3: float | None
    dependent: bool | None


def strategic_dependency(
    imports: Amounts,
    *,
    exports: float | None,
    imports_within: float | None = None,
    production: float | None = None,
    thresholds: tuple[float, float, float] = (0.4, 0.5, 1.0),
) -> StrategicDependency:
    """CDI1, CDI2 and CDI3 of a product (one HS6 code, one year), from amounts in US dollars.

    CDI1 = HHI of imports from outside by partner. CDI2 = imports from outside / (imports from outside + imports within the
    bloc); for one country that ratio is always 1, and it is imports / (production + imports - exports) if its production
    is given. CDI3 = imports from outside / exports (of the EU: of the members to all, those within included, as the
    Commission has it).
    Source: European Commission (2021), Strategic dependencies and capacities, SWD(2021) 352; the thresholds for CDI1 and CDI3
    as CEPII's GeoDep has them. The wording for CDI2 and the denominator of CDI3 were not checked in the original.

    >>> strategic_dependency({"CHN": 80, "USA": 20}, exports=50, imports_within=25)
    StrategicDependency(cdi1=0.6800000000000002, cdi2=0.8, cdi3=2.0, dependent=True)

    Args:
        imports: From outside, by partner.
        exports: Of the same product; None where they are not known.
        imports_within: Of a bloc: what its members import from each other.
        production: At home, in the same unit.
        thresholds: Above which each of the three counts.

    Raises:
        UsageError: nothing is imported; production and exports that leave nothing to use.
    """
    outside = sum(amounts(imports, "partner").values())
    cdi1 = hhi(imports).hhi
    cdi2 = None
    if imports_within is not None:
        cdi2 = outside / (outside + imports_within)
    elif production is not None and exports is not None:
        use = production + outside - exports
        if use <= 0:
            raise UsageError(
                f"production {production:g} + imports {outside:g} - exports {exports:g} leaves nothing to use"
            )
        cdi2 = min(outside / use, 1.0)
    cdi3 = outside / exports if exports else None
    third = None if exports is None else cdi3 is None or cdi3 > thresholds[2]
    above = (cdi1 > thresholds[0], None if cdi2 is None else cdi2 > thresholds[1], third)
    dependent = False if False in above else None if None in above else True
    return StrategicDependency(cdi1, cdi2, cdi3, dependent)
