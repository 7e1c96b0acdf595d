"""How each tool answers the questions of `trade_queries.py`: what is set up, what is timed, and the answer to compare.

Texts are Python with `{ledger!r}`, `{parquet!r}`, `{unsorted!r}`, `{dataset!r}`, `{last}`, `{union}` and `{fixed}` where the data go in. BACI counts a
flow once, the exporter's: who sells is `i`, who buys `j`, as M49 numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

_TIELINE = """
import tieline
ledger = tieline.open({ledger!r}, bundled=False).ledger
from tieline.trade.figures.series import flow_series
from tieline.trade.indicators.year_flows import year_of_flows
from tieline.trade.indicators.advantage import advantages
from tieline.trade.indicators.concentration import dependences
from tieline.ledger import numbers_of
"""
_SUM = "round(float(sum(values)), 6)"

DYAD = {
    "tieline, open session": (
        _TIELINE + "flow_series(ledger, 'AGO', 'ALB', dataset={dataset!r}, flows=['exports'])",
        (
            "whole = flow_series(ledger, 'AFG', 'AGO', dataset={dataset!r}, flows=['exports'])\n"
            "parts = flow_series(ledger, 'AFG', 'AGO', dataset={dataset!r}, flows=['exports'], digits=2)"
        ),
        (
            "def answer(): return {{**{{p.period: round(p.value_usd, 2) for p in whole.points}},\n"
            "    **{{p.period + p.product: round(p.value_usd, 2) for p in parts.points if p.value_usd is not None}}}}"
        ),
    ),
    "polars, rows unsorted": (
        "import polars as pl",
        (
            "rows = (pl.scan_parquet({unsorted!r}).filter((pl.col('i') == 4) & (pl.col('j') == 24))"
            ".with_columns(pl.col('k').str.slice(0, 2).alias('c')).group_by('t', 'c').agg(pl.col('v').sum()).collect())"
        ),
        (
            "def answer():\n    found = {{}}\n    for t, c, v in rows.iter_rows():\n"
            "        found[str(t) + c] = round(v * 1000, 2)\n        found[str(t)] = found.get(str(t), 0) + v * 1000\n"
            "    return {{k: round(v, 2) for k, v in found.items()}}"
        ),
    ),
    "polars, in BACI's order": (
        "import polars as pl",
        (
            "rows = (pl.scan_parquet({parquet!r}).filter((pl.col('i') == 4) & (pl.col('j') == 24))"
            ".with_columns(pl.col('k').str.slice(0, 2).alias('c')).group_by('t', 'c').agg(pl.col('v').sum()).collect())"
        ),
        (
            "def answer():\n    found = {{}}\n    for t, c, v in rows.iter_rows():\n"
            "        found[str(t) + c] = round(v * 1000, 2)\n        found[str(t)] = found.get(str(t), 0) + v * 1000\n"
            "    return {{k: round(v, 2) for k, v in found.items()}}"
        ),
    ),
}
DEPENDENCE = {
    "tieline": (
        _TIELINE,
        "table = dependences(year_of_flows(ledger, {last}, dataset={dataset!r}, by='partner'))",
        (
            "def answer():\n    values = (numbers_of(table['share']) * numbers_of(table['hhi'])).tolist()\n"
            f"    return {{{{'rows': len(values), 'sum': {_SUM}}}}}"
        ),
    ),
    "pandas": (
        "import pandas as pd",
        (
            "f = pd.read_parquet({parquet!r}, columns=['i', 'j', 'v'], filters=[('t', '==', {last})])\n"
            "f = f.groupby(['i', 'j'], as_index=False)['v'].sum()\n"
            "f['share'] = f['v'] / f.groupby('i')['v'].transform('sum')\n"
            "f['hhi'] = (f['share'] ** 2).groupby(f['i']).transform('sum')\n"
            "f['rank'] = f.groupby('i')['v'].rank(ascending=False, method='min')"
        ),
        (
            "def answer():\n    values = (f['share'] * f['hhi']).tolist()\n"
            f"    return {{{{'rows': len(values), 'sum': {_SUM}}}}}"
        ),
    ),
    "polars": (
        "import polars as pl",
        (
            "f = (pl.scan_parquet({parquet!r}).filter(pl.col('t') == {last}).group_by('i', 'j').agg(pl.col('v').sum())"
            ".with_columns(share=pl.col('v') / pl.col('v').sum().over('i'))"
            ".with_columns(hhi=(pl.col('share') ** 2).sum().over('i'), rank=pl.col('v').rank('min', descending=True).over('i'))"
            ".collect())"
        ),
        (
            "def answer():\n    values = (f['share'] * f['hhi']).to_list()\n"
            f"    return {{{{'rows': len(values), 'sum': {_SUM}}}}}"
        ),
    ),
}
ADVANTAGE = {
    "tieline": (
        _TIELINE,
        "table = advantages(year_of_flows(ledger, {last}, dataset={dataset!r}, digits=6))",
        (
            "def answer():\n    values = table['rca'].to_pylist()\n"
            f"    return {{{{'rows': len(values), 'sum': {_SUM}, 'most': round(max(values), 6)}}}}"
        ),
    ),
    "econcomplex": (
        "import pandas as pd, econcomplex",
        (
            "f = pd.read_parquet({parquet!r}, columns=['i', 'k', 'v'], filters=[('t', '==', {last})])\n"
            "matrix = f.groupby(['i', 'k'], as_index=False)['v'].sum().pivot(index='i', columns='k', values='v').fillna(0.0)\n"
            "rca = econcomplex.rca(matrix)"
        ),
        (
            "def answer():\n    values = rca.to_numpy()[matrix.to_numpy() > 0].tolist()\n"
            f"    return {{{{'rows': len(values), 'sum': {_SUM}, 'most': round(max(values), 6)}}}}"
        ),
    ),
}
BLOC = {
    "tieline, open session": (
        _TIELINE + "flow_series(ledger, 'EU', 'ALB', dataset={dataset!r}, flows=['exports'])",
        "found = flow_series(ledger, 'EU', 'AFG', dataset={dataset!r}, flows=['exports'])",
        "def answer(): return {{p.period: round(p.partial_usd or p.value_usd, 2) for p in found.points}}",
    ),
    "polars, in BACI's order": (
        "import polars as pl\nmembers = pl.DataFrame({union}, schema=['t', 'i'], orient='row')",
        (
            "rows = (pl.scan_parquet({parquet!r}).filter(pl.col('j') == 4).with_columns(pl.col('i').cast(pl.Int64), pl.col('t').cast(pl.Int64))"
            ".join(members.lazy(), on=['t', 'i'], how='semi').group_by('t').agg(pl.col('v').sum()).collect())"
        ),
        "def answer(): return {{str(t): round(v * 1000, 2) for t, v in rows.iter_rows()}}",
    ),
}

PRODUCTS = {
    "tieline": (
        _TIELINE + "desk = tieline.open({ledger!r}, bundled=False)",
        "found = desk.products('EU', 'WLD', digits=6, dataset={dataset!r})",
        "def answer(): return {{p.product: round(p.value_usd, 2) for p in found if p.flow == 'exports'}}",
    ),
    "polars, in BACI's order": (
        "import polars as pl\nmembers = pl.LazyFrame({union}, schema={{'t': pl.Int64, 'i': pl.Int64}}, orient='row')",
        (
            "rows = (pl.scan_parquet({parquet!r}).filter(pl.col('t') >= {last} - 1).with_columns(pl.col('t', 'i', 'j').cast(pl.Int64))"
            ".join(members, on=['t', 'i'], how='semi').join(members.rename({{'i': 'j'}}), on=['t', 'j'], how='anti')"
            ".group_by('t', 'k').agg(pl.col('v').sum()).collect())"
        ),
        "def answer(): return {{k: round(v * 1000, 2) for t, k, v in rows.iter_rows() if t == {last}}}",
    ),
}
RELIANCE = {
    "tieline": (
        _TIELINE + "desk = tieline.open({ledger!r}, bundled=False)",
        "found = desk.dependence('EU27_2020', 'CHN', product='01-97', since=2013, dataset={dataset!r})",
        (
            "def answer(): return {{p.period: round(p.share, 9) for p in found\n"
            "    if (p.reporter, p.flow) == ('EU27_2020', 'imports')}}"
        ),
    ),
    "polars, in BACI's order": (
        "import polars as pl",
        (
            "rows = (pl.scan_parquet({parquet!r}).filter(pl.col('j').is_in({fixed}) & ~pl.col('i').is_in({fixed}) & (pl.col('t') >= 2013))"
            ".filter(pl.col('k').str.slice(0, 2).is_between(pl.lit('01'), pl.lit('97'))).group_by('t')"
            ".agg(pl.col('v').sum().alias('all'), pl.col('v').filter(pl.col('i') == 156).sum().alias('one')).collect())"
        ),
        "def answer(): return {{str(t): round(one / whole, 9) for t, whole, one in rows.iter_rows()}}",
    ),
}

Figures = dict[str, dict[str, float]]
"""CPU seconds (`cpu`, and `all` from a cold start) and megabytes (`mb`) by tool."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: how each tool answers it, tieline first, and what is aimed at (a text, and whether figures meet it), from so many years on."""

    title: str
    tools: dict[str, tuple[str, str, str]]
    aims: tuple[tuple[str, Callable[[Figures], bool]], ...] = ()
    aimed_from: int = 1


def _part(other: str, key: str, part: float) -> Callable[[Figures], bool]:
    return lambda found: next(iter(found.values()))[key] <= part * found[other][key]


def _below(key: str, most: float) -> Callable[[Figures], bool]:
    return lambda found: next(iter(found.values()))[key] < most


_MEMORY = ("under 800 MB", _below("mb", 800))
QUESTIONS = (
    Asked(
        "a dyad's totals and chapters, all years", DYAD,
        (
            ("a fifth of polars' CPU, rows unsorted", _part("polars, rows unsorted", "cpu", 1 / 5)),
            ("under 0.15 CPU s", _below("cpu", 0.15)), ("from cold under 1.2", _below("all", 1.2)), _MEMORY,
        ), aimed_from=10,
    ),
    Asked("the EU's exports to a country, by who was a member then, all years", BLOC, (_MEMORY,)),
    Asked("products of the EU's trade with the world, six digits, a year and its change", PRODUCTS, (_MEMORY,)),
    Asked("dependence of 27 countries on one, both ways, by codes, all years", RELIANCE, (_MEMORY,)),
    Asked(
        "dependence and HHI of all dyads, one year", DEPENDENCE,
        (("half of pandas' CPU", _part("pandas", "cpu", 1 / 2)), ("a fifth of its memory", _part("pandas", "mb", 1 / 5)), _MEMORY),
    ),
    Asked(
        "RCA of all countries and products, one year", ADVANTAGE,
        (
            ("half of econcomplex's CPU", _part("econcomplex", "cpu", 1 / 2)),
            ("a third of its memory", _part("econcomplex", "mb", 1 / 3)), _MEMORY,
        ),
    ),
)  # fmt: skip
