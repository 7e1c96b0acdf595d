"""Re-exports within exports: how much of what a country sells it had bought, as far as its statistics say.

By the UN's rules a country's exports contain its re-exports, foreign goods in the state in which they came; Comtrade's exports hold
both (UN Statistics Division, "Re-exports and re-imports", https://comtradewiki.azurewebsites.net/?p=147). The buyer lists such
goods under the country of origin as a rule, so that its imports are to be held against the domestic exports, not against all.
Of Hong Kong most exports are re-exports, largely of the Mainland's goods (Census and Statistics Department,
https://news.gov.hk/isd/ebulletin/en/category/businessandfinance/050421/print/050421en03003.htm; Schindler and Beckett 2005,
https://federalreserve.gov/pubs/ifdp/2005/831/ifdp831.htm), so that its figures are flagged also where nobody says how much it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from tieline.ledger import Ledger
from tieline.trade.figures.asking import Question
from tieline.trade.figures.rows import scan_of
from tieline.trade.figures.steps import steps
from tieline.trade.mirror.mirror import Mirror
from tieline.trade.questions.dyads import TradeLine

WITHIN = "re-exports-within"
"""Of an exporter's figure that contains what it re-exports."""
ENTREPOTS = ("HKG",)
"""Exporters most of whose exports are re-exports, by their own statistics office."""
Key = tuple[str, str, str]
"""Dataset, exporter, period."""


@dataclass(frozen=True, slots=True)
class SentOn:
    """What an exporter states beside its exports to a partner, in US dollars: re-exports, domestic exports."""

    re_exports: float | None = None
    domestic: float | None = None


def sent_on(ledger: Ledger, question: Question) -> dict[Key, SentOn]:
    """What either country of a dyad states of its re-exports, or of its domestic exports, to the other.

    Args:
        ledger: Where the flows are.
        question: With a partner.
    """
    sql = (
        f"WITH {steps(question)}\nSELECT dataset, reporter, flow, period, value_usd FROM lines\n"
        "WHERE flow IN ('re-exports', 'domestic-exports') AND value_usd IS NOT NULL ORDER BY dataset, period, reporter, flow"
    )
    found: dict[Key, SentOn] = {}
    for row in ledger.rows(sql, scan=scan_of(question)):
        key = (row["dataset"], row["reporter"], row["period"])
        name = "domestic" if row["flow"] == "domestic-exports" else "re_exports"
        found[key] = replace(found.get(key, SentOn()), **{name: row["value_usd"]})
    return found


def with_re_exports(found: Iterable[Mirror], told: Mapping[Key, SentOn]) -> list[Mirror]:
    """The mirrors, with re-exports and domestic exports as stated, or either as the rest of all exports.

    What would be below nothing is not told: the two figures are not of the same goods.
    """
    made = []
    for mirror in found:
        whole = mirror.export.value_usd
        said = told.get((mirror.export.dataset, mirror.exporter, mirror.period))
        if said is None or whole is None:
            made.append(mirror)
            continue
        again, own = said.re_exports, said.domestic
        again = whole - own if again is None and own is not None else again
        own = whole - again if own is None and again is not None else own
        known = again is not None and own is not None and again >= 0 and own >= 0
        made.append(replace(mirror, re_exports_usd=again, domestic_usd=own) if known else mirror)
    return made


def re_exports_within(lines: Iterable[TradeLine], found: Iterable[Mirror]) -> list[TradeLine]:
    """The lines, exporters' own figures that contain re-exports flagged."""
    within = {
        (mirror.export.dataset, mirror.exporter, mirror.period)
        for mirror in found
        if mirror.export.value_usd
        and (mirror.re_exports_usd or (mirror.exporter in ENTREPOTS and mirror.domestic_usd is None))
    }
    return [
        replace(line, flags=(*line.flags, WITHIN)) if (line.dataset, _teller(line), line.period) in within else line
        for line in lines
    ]


def _teller(line: TradeLine) -> str:
    """Who states a line, if it is that country's exports."""
    if line.basis == "reported" and line.flow == "exports":
        return line.reporter
    return line.partner if line.basis == "mirror" and line.flow == "imports" else ""
