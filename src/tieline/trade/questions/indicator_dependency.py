"""The indicators of strategic dependency of a product's imports, by dataset, as `indicator_lines`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tieline.ledger import Ledger
from tieline.trade.figures.asking import Question
from tieline.trade.figures.bloc_series import among_members
from tieline.trade.figures.blocs import is_bloc
from tieline.trade.figures.slices import told
from tieline.trade.indicators.concentration import strategic_dependency
from tieline.trade.questions.indicator_lines import Computed, IndicatorLine, Wanted, last_years, line_of, of_year
from tieline.trade.questions.indicator_worlds import values_of
from tieline.trade.questions.standings import Standing, standings, standings_sql

_LACKS = {"cdi1": "", "cdi2": "for one country it is always 1 without --production", "cdi3": "nothing is exported"}
_NO_EXPORTS = "the dataset has no exports of its own to hold them against"


def dependency_lines(ledger: Ledger, wanted: Wanted) -> Computed:
    """CDI1, CDI2 and CDI3 of a product's imports."""
    question = replace(wanted.question, partner=None)
    lines: list[IndicatorLine] = []
    queries: list[str] = []
    for dataset, year in last_years(ledger, question, "imports").items():
        asked = replace(of_year(question, year), datasets=(dataset,))
        places = standings(ledger, asked)
        queries.append(standings_sql(asked))
        lines += _of_dataset(ledger, wanted, asked, places)
    return Computed(tuple(lines), tuple(queries), (question,))


def _of_dataset(ledger: Ledger, wanted: Wanted, asked: Question, places: Sequence[Standing]) -> list[IndicatorLine]:
    bought = [one for one in places if one.flow == "imports"]
    imports, exports, within = values_of(places, "imports"), _exports(ledger, asked, places), None
    if is_bloc(asked.reporter):
        if silent := _silent(places, "imports"):
            note = f"incomplete: {', '.join(silent)} report nothing"
            flags = tuple(f"no-report-{who}" for who in silent)
            return [replace(_line(asked, places, name, None, note), flags=flags) for name in _LACKS]
        inside = among_members(ledger, asked)
        within = inside["imports"]
        if exports is not None:
            whole = (one.world_usd for one in places if one.flow == "exports" and one.world_usd is not None)
            exports = next(whole, exports) + inside["exports"]
    if not any(imports.values()):
        return []
    cdi = strategic_dependency(
        imports, exports=exports, imports_within=within, production=wanted.production, thresholds=wanted.thresholds
    )
    lines = []
    for name, limit in zip(("cdi1", "cdi2", "cdi3"), wanted.thresholds, strict=True):
        value = getattr(cdi, name)
        unknown = exports is None and (name == "cdi3" or (name == "cdi2" and wanted.production is not None))
        note = f"threshold {limit:g}" if value is not None else _NO_EXPORTS if unknown else _LACKS[name]
        lines.append(_line(asked, places, name, value, note))
    verdict = None if cdi.dependent is None else float(cdi.dependent)
    said = {True: "all above their thresholds", False: "not all above", None: "one is not known"}[cdi.dependent]
    lines.append(replace(_line(asked, places, "dependent", verdict, said), unit="yes (1) or no (0)"))
    odd = ["sum-of-codes"] if any("sum-of-codes" in one.flags for one in bought) else []
    odd += ["withheld"] if any(one.value_usd is None for one in bought) else []
    return [replace(line, flags=tuple(odd)) for line in lines]


def _line(
    asked: Question, places: Sequence[Standing], name: str, value: float | None, note: str
) -> IndicatorLine:  # fmt: skip
    basis = next((one.basis for one in places if one.flow == "imports"), "reported")
    return line_of(
        asked, "imports", name, value, "ratio", asked.datasets[0], asked.since.year if asked.since else 0, note=note,
        vintage=max((one.vintage for one in places), default=""), basis=basis,
    )  # fmt: skip


def _exports(ledger: Ledger, asked: Question, places: Sequence[Standing]) -> float | None:
    """What the country says that it exports; None where it tells of no exports of products, or others alone do of this one.

    Who else reports is not told by the dataset: what a few members of a bloc buy of a country is not all that it sells.
    """
    sold = [one for one in places if one.flow == "exports"]
    year = asked.since.year if asked.since else 0
    own = (asked.datasets[0], "exports", year) in told(ledger, replace(asked, codes=())).own
    if not own or _silent(places, "exports") or any(one.basis == "mirror" or one.value_usd is None for one in sold):
        return None
    return sum(values_of(places, "exports").values())


def _silent(places: Sequence[Standing], flow: str) -> list[str]:
    """The members of a bloc that report nothing of a flow."""
    flags = {flag for one in places if one.flow == flow for flag in one.flags}
    return sorted(flag.removeprefix("no-report-") for flag in flags if flag.startswith("no-report-"))
