"""What a brief says of the trade of two countries, in sentences: both ways, by product, against other partners, the year before."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from tieline.ledger import Ledger
from tieline.model.countries import display, possessive
from tieline.model.flows import pair_key
from tieline.model.periods import Period
from tieline.model.precision import rounded
from tieline.report.brief import Sentence
from tieline.report.wording import amount
from tieline.ties.channel_sql import not_known_sql
from tieline.trade.figures.asking import RELEASED
from tieline.workspace.tie_entries import copied

Row = dict[str, Any]
_MOST_GROUPS = 3
_MOST_PRODUCTS = 6
_LEAST = 0.5
"""Dollars under which a value rounds to nothing."""
_SIDES = {"exports": "to", "imports": "from"}


def known_sql(day: str | None) -> str:
    """Released by the day; what has no date of release is left out, as in questions to trade."""
    return f" AND {RELEASED} <= '{day}'" if day else ""


def figures_of(ledger: Ledger, pair: tuple[str, str], day: str | None) -> list[Row]:
    """Figures of the pair in the last period of each dataset: totals, and the largest products of each direction."""
    rows: list[Row] = ledger.query(
        f"""WITH last AS (
            SELECT * FROM flows WHERE pair = {pair_key(*pair)} AND detail = '' AND value_usd IS NOT NULL{known_sql(day)}
            QUALIFY period_start = max(period_start) OVER (PARTITION BY dataset)
        ), ranked AS (
            SELECT *, (product IS NULL AND code = '') AS total, length(code) = min(length(code)) FILTER (code <> '') OVER of_flow AS broad
            FROM last WINDOW of_flow AS (PARTITION BY dataset, reporter, partner, flow)
        )
        SELECT * FROM ranked WHERE total OR product IS NOT NULL OR broad
        QUALIFY total OR row_number() OVER (PARTITION BY dataset, reporter, partner, flow, total ORDER BY value_usd DESC, row_id) <= {_MOST_PRODUCTS}
        ORDER BY period_start DESC, dataset, reporter, total DESC, flow, value_usd DESC, row_id"""
    ).to_pylist()
    return rows


def left_out(ledger: Ledger, pair: tuple[str, str], day: str | None) -> list[Sentence]:
    """Which figures of the pair can't be said to have been known by the day: released later, or nobody knows when."""
    if not day:
        return []
    rows = ledger.query(
        f"""SELECT dataset, vintage, max(period) AS last, count(*) AS figures FROM flows WHERE pair = {pair_key(*pair)} AND value_usd IS NOT NULL
        AND ({RELEASED} > '{day}' OR {RELEASED} IS NULL) GROUP BY ALL ORDER BY dataset, vintage"""
    ).to_pylist()
    ties = ledger.query(not_known_sql(pair, date.fromisoformat(day))).to_pylist()
    if not rows and not ties:
        return []
    told = []
    for row in rows:
        when = f"released {row['vintage']}" if row["vintage"] else "no date of release"
        told.append(f"{row['dataset']} ({when}, figures up to {Period.parse(row['last']).words()})")
    for row in ties:
        when = f"released {row['vintage']}" if row["vintage"] else "no date of release"
        told.append(f"{row['dataset']} ({when}, acts or ties up to {Period.parse(row['last']).words()})")
    many = ", ".join(f"{row.get('figures') or row.get('rows'):,} rows of {row['dataset']}" for row in (*rows, *ties))
    days = Period.parse(day).words()
    return [
        Sentence(
            f"Held here, but not told, since it is not sure that they were known on {days}: {', '.join(told)}.",
            f"{many}; a release dated by its month counts from the month's end, and `tieline load FILE --vintage DATE` gives one.",
        )
    ]


def row_note(row: Row) -> str:
    """Where a row comes from, and how it is found again."""
    cited = row["citation"] or row["publisher"] or row["origin"] or "no citation"
    address = f", {row['url']}" if row["url"] else ""
    return f"{cited}{address} ({row['dataset']}, {row['vintage'] or 'no vintage'}, row {row['row_id']})"


def rows_note(rows: list[Row]) -> str:
    """The same of several rows: a source once, with all its rows."""
    parts = []
    for (_, _), group in groupby(rows, key=lambda row: (row["dataset"], row["vintage"])):
        first, *more = list({row["row_id"]: row for row in group}.values())
        told = row_note(first)
        parts.append(told[:-1] + "".join(f", {row['row_id']}" for row in more) + ")" if more else told)
    return "; ".join(parts)


@dataclass(frozen=True, slots=True)
class Goods:
    """What is known of the products that figures name.

    Attributes:
        words: By classification and code what it stands for.
        partial: Datasets of which some products alone were loaded.
    """

    words: Mapping[tuple[str, str], str] = field(default_factory=dict)
    partial: Collection[str] = ()

    def named(self, row: Row) -> str:
        """The product of a row: its own name, the words for its code, or the code."""
        kind, code = row["classification"] or "HS", row["code"]
        words = self.words.get((kind, code), "") if code else ""
        if row["product"] and row["product"] != f"{kind} {code}":
            return str(row["product"])
        return f"{words} ({kind} {code})" if words else f"{kind} {code}"


def goods_of(ledger: Ledger, figures: list[Row]) -> Goods:
    """The words for the codes of figures, and of which datasets some products alone were loaded."""
    from tieline.trade.figures.coverage import loaded_in_part  # noqa: PLC0415
    from tieline.workspace.trading import texts_of  # noqa: PLC0415

    coded = [row for row in figures if row["code"]]
    words: dict[tuple[str, str], str] = {}
    for kind in dict.fromkeys(row["classification"] or "HS" for row in coded):
        codes = {row["code"] for row in coded if (row["classification"] or "HS") == kind}
        texts = texts_of(ledger, kind, codes | {code[:4] for code in codes})
        words |= {(kind, code): text for code in codes if (text := texts.get(code) or texts.get(code[:4]))}
    return Goods(words, loaded_in_part(ledger, {row["dataset"] for row in coded}) if coded else ())


def trade_sentences(figures: list[Row], goods: Goods) -> tuple[list[Sentence], list[Sentence]]:
    """The totals of the latest figures in a sentence for each dataset and reporter, and the products behind them."""
    totals, products = [], []
    groups = groupby(figures, key=lambda row: (row["period_start"], row["dataset"], row["reporter"]))
    for _, group in [(key, list(rows)) for key, rows in groups][:_MOST_GROUPS]:
        wholes = [row for row in group if row["total"]]
        totals += _totals(wholes)
        for flow in ("exports", "imports", "trade"):
            mine = [row for row in group if row["flow"] == flow and not row["total"] and row["value_usd"] >= _LEAST]
            whole = next((row for row in wholes if row["flow"] == flow), None)
            products += [_products(mine, whole, goods)] if mine else []
    return totals, products


def _totals(wholes: list[Row]) -> list[Sentence]:
    """One sentence of the trade both ways; each direction by itself where the whole is not told."""
    both = next((row for row in wholes if row["flow"] not in _SIDES), None)
    ways = [row for row in wholes if row["flow"] in _SIDES]
    if not wholes:
        return []
    ways.sort(key=lambda row: -row["value_usd"])
    first, *rest = [both, *ways] if both else ways
    text = f"{_moved(first, possessive(first['reporter']))} in {_period(first)}"
    if rest:
        apart = len(rest) > 1 and (rest[0]["change_pct"] or 0) * (rest[1]["change_pct"] or 0) < 0
        text += (": " if both else ", and ") + (", while " if apart else " and ").join(
            _moved(row, "its") for row in rest
        )
    return [Sentence(f"{_capital(text)}.", rows_note([first, *rest]))]


def _moved(row: Row, owner: str) -> str:
    """What a flow came to, and how far it moved."""
    side, value = _SIDES.get(row["flow"], "with"), amount(row["value_usd"], "USD")
    what = f"{owner} {_goods(row)}{row['flow']} {side} {display(row['partner'], article=True)}"
    if not row["change_pct"]:
        return f"{what} came to {value}{copied(row['flags'])}"
    return f"{what} {'rose' if row['change_pct'] > 0 else 'fell'} {abs(row['change_pct']):.1f} percent to {value}{copied(row['flags'])}"


def _goods(row: Row) -> str:
    return f"{row['product']} " if row["product"] else f"HS {row['code']} " if row["code"] else ""


def _products(rows: list[Row], whole: Row | None, goods: Goods) -> Sentence:
    """What a flow was made of, the largest first, with shares where the whole is told."""
    row = rows[0]
    side = {"exports": "sold to", "imports": "bought from"}.get(row["flow"], "traded with")
    told = []
    for at, each in enumerate(rows):
        share = (
            f", {100 * each['value_usd'] / whole['value_usd']:.1f} percent{'' if at else ' of it all'}"
            if whole and whole["value_usd"] > 0
            else ""
        )
        way = "more" if (each["change_pct"] or 0) > 0 else "less"
        change = f", {abs(each['change_pct']):.1f} percent {way} than a year before" if each["change_pct"] else ""
        told.append(f"{goods.named(each)} ({amount(each['value_usd'], 'USD')}{share}{change})")
    listed = told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
    who, whom = (display(row[name], article=True) for name in ("reporter", "partner"))
    text = f"What {who} {side} {whom} in {_period(row)} included {listed}"
    some = (
        f"; only some of that year's products are held here ({row['dataset']})"
        if row["dataset"] in goods.partial and whole is None
        else ""
    )
    text += f"{some}."
    return Sentence(text, rows_note([*rows, *([whole] if whole else [])]))


def other_partners(ledger: Ledger, figures: list[Row], day: str | None) -> list[Sentence]:
    """The trade of either with its largest other partner, in the datasets and periods of the pair's own totals."""
    out = []
    for whole in [row for row in figures if row["total"]]:
        (row,) = ledger.query(
            f"""SELECT * FROM flows WHERE dataset = $1 AND period = $2 AND flow = $3 AND reporter = $4 AND partner NOT IN ($5, 'WLD') AND product IS NULL
            AND code = '' AND detail = '' AND value_usd IS NOT NULL{known_sql(day)} ORDER BY value_usd DESC, row_id LIMIT 1""",
            [whole["dataset"], whole["period"], whole["flow"], whole["reporter"], whole["partner"]],
        ).to_pylist() or (None,)  # fmt: skip
        if row and row["value_usd"] > 0 and whole["value_usd"] > 0:
            times = row["value_usd"] / whole["value_usd"]
            much = f"{times:,.1f} times as much as" if times >= 1.05 else f"{rounded(100 * times, 2):g} percent of that"
            text = f"{_moved(row, possessive(row['reporter']))} in {_period(row)}, {much} {_SIDES.get(whole['flow'], 'with')} {display(whole['partner'], article=True)}."
            out.append(Sentence(_capital(text), rows_note([row, whole])))
    return out


def _period(row: Row) -> str:
    return Period.parse(row["period"]).words()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
