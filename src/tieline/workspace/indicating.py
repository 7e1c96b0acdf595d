"""Indicators of trade by name, put to the ledger: what a caller wrote is read, the rooms compute."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from tieline.model.countries import display
from tieline.model.errors import MissingDataError, UsageError
from tieline.workspace.asked_times import When, known_on, span
from tieline.workspace.evidence import evidence_of, within
from tieline.workspace.indicator_words import Name, indicator_word
from tieline.workspace.ledger_folder import LedgerFolder
from tieline.workspace.trade_results import Indicators
from tieline.workspace.trade_words import country_code, dyad, product_asked, product_words
from tieline.workspace.trading import few_note, flagged_in_part, part_note, question_of, silent_note, texts_of

if TYPE_CHECKING:
    from tieline.ledger import Ledger
    from tieline.trade.figures.asking import Question
    from tieline.trade.questions.indicator_lines import Computed, Indicate

By = Literal["year", "quarter", "month"]


@dataclass(frozen=True, slots=True)
class Kind:
    """An indicator.

    Attributes:
        formula: In words.
        of: `one` country, `two`, or `either`.
        goods: It tells goods apart.
        totals: It is made of figures for all products: of one country with `either` (two: by goods), where their flags tell of a sum.
    """

    formula: str
    of: Literal["one", "two", "either"]
    goods: bool = False
    totals: bool = False


KINDS: dict[Name, Kind] = {
    "rca": Kind("RCA = (x_k / X) / (W_k / W), exports; RSCA = (RCA - 1) / (RCA + 1); NRCA = x_k / W - X W_k / W^2", "one", goods=True, totals=True),
    "intensity": Kind("(x_ij / X_i) / (x_wj / X_w), exports; the world with the country in it", "two", totals=True),
    "complementarity": Kind("100 (1 - sum |m_k - x_k| / 2): the first one's exports, the second one's imports", "two", goods=True),
    "similarity": Kind("sum of min(a_k, b_k): the shares in both countries' exports (Finger-Kreinin)", "two", goods=True),
    "dependency": Kind("CDI1 = HHI of imports by partner; CDI2 = imports from outside / all imports of the bloc (of one country: imports / (production + imports - exports)); CDI3 = imports / exports", "one"),
    "concentration": Kind("HHI = sum s^2; normalised (HHI - 1/n) / (1 - 1/n); effective number 1 / HHI", "either", goods=True, totals=True),
    "composition": Kind("s_k = v_k / sum v; change 100 (s_k - s_k before); similarity of the two years: sum of min", "either", goods=True),
    "contribution": Kind("100 (v_k - v_k before) / sum of v before: they add up to the growth of the whole", "either", goods=True),
    "growth": Kind("100 (v / v a year before - 1); CAGR 100 ((last / first)^(1 / years) - 1)", "two", totals=True),
    "balance": Kind("exports - imports; over their sum; exports / imports", "two", totals=True),
    "record": Kind("the last period before it with a figure as high (low)", "two", totals=True),
    "rank": Kind("1 for the largest; equal ones alike", "either", totals=True),
}  # fmt: skip


class IndicatorDesk(LedgerFolder):
    """What a desk answers about indicators."""

    def indicator(
        self,
        name: Name,
        reporter: str,
        partner: str | None = None,
        *,
        product: str | None = None,
        year: int | str | None = None,
        since: When | None = None,
        until: When | None = None,
        flow: Literal["exports", "imports"] | None = None,
        digits: int | None = None,
        by: By = "year",
        production: float | None = None,
        thresholds: Sequence[float] = (0.4, 0.5, 1.0),
        as_known_on: When | None = None,
        dataset: str | Sequence[str] | None = None,
    ) -> Indicators:
        """An indicator of a country's or a dyad's trade, in each dataset that has the figures.

        Args:
            name: A key of `KINDS`; what else one is called (`hhi`, `cagr`) is understood.
            reporter: Whose trade.
            partner: With whom, or the country that it is held against.
            product: HS codes or words; all products if not given.
            year: The year; by default the last one that a dataset has.
            since: The first period; of two years that are compared, the earlier one.
            until: The last period.
            flow: Only this one.
            digits: Of the codes by which goods are told apart: 2 (if not given), 4 or 6 of the HS; 1 (if not given) to 5 of the
                SITC, which answers where a dataset has no HS codes, or with `SITC` as product.
            by: The periods of growth and records.
            production: At home in US dollars, for CDI2 of one country.
            thresholds: Of CDI1, CDI2 and CDI3.
            as_known_on: Nothing that was released after this day.
            dataset: Only these datasets.

        Raises:
            UsageError: a name or value that is not allowed; a partner too many or too few.
            MissingDataError: the ledger has no such figures.
        """
        name = _known(name)
        one, other = _countries(name, reporter, partner)
        _refuse(name, product, digits, production, thresholds)
        first, last = span(since, until, year)
        if first is not None and year is not None and name in {"composition", "contribution", "growth"}:
            first = first.replace(year=max(first.year - 1, 1))  # to tell the change
        if year is not None and name == "record":
            first = None  # what it is held against
        goods, known, ledger = product_asked(product), known_on(as_known_on), self.existing_ledger()
        question = question_of(
            ledger, dataset, reporter=one, partner=other, **goods, since=first, until=last, by=by, as_known_on=known
        )
        more = {"flow": flow, "production": production, "thresholds": (*thresholds,)}
        found = _computed(ledger, name, question, digits, more)
        lines = tuple(
            replace(x, partner=x.partner or other)
            for x in found.lines
            if year is None or x.period[:4] == str(year).strip()
        )
        whose = display(one) + (f" and {display(other)}" if other else "")
        title = f"{'RCA' if name == 'rca' else name.capitalize()}, {whose}: {product_words(**goods)}"
        return _reported(ledger, question, replace(found, lines=lines), title, KINDS[name])


def _reported(ledger: Ledger, question: Question, found: Computed, title: str, kind: Kind) -> Indicators:
    """What was computed, with notes, words for the codes and the way to the rows; raises MissingDataError for nothing."""
    from tieline.trade.figures.blocs import refuse_sides  # noqa: PLC0415
    from tieline.trade.figures.partial import flag_goods  # noqa: PLC0415
    from tieline.trade.figures.tellers import flag_few  # noqa: PLC0415

    lines = found.lines
    if not lines:
        refuse_sides(question)
        why = f" ({' '.join(found.notes).rstrip('.')})" if found.notes else ""
        raise MissingDataError(
            f"{title}: no dataset of the ledger has the figures{why}; `tieline ledger` lists what there is, "
            "`tieline trade` and `tieline partners` show what they have"
        )
    if not question.codes:
        # what is made of totals that somebody states is whole, whatever codes are there beside them
        told = kind.totals and not (kind.goods and question.partner)
        lines = flagged_in_part(ledger, lines, only="sum-of-codes" if told else None)
    else:
        lines = tuple(flag_goods(ledger, question, lines))
    if question.partner is None:
        lines = tuple(flag_few(ledger, lines))
    notes = (*found.notes, *silent_note(lines), *few_note(lines), *part_note(lines))
    products: dict[str, set[str]] = {}
    for line in lines:
        products.setdefault(line.classification, set()).update({line.product} - {None})  # type: ignore[arg-type]
    texts = {code: text for scheme, codes in products.items() for code, text in texts_of(ledger, scheme, codes).items()}
    behind = evidence_of(ledger, [within(each, lines) for each in found.questions])
    return Indicators(
        title, lines, found.queries, notes, put=found.put, texts=texts, formula=kind.formula, behind=behind
    )


def _refuse(
    name: Name, product: str | None, digits: int | None, production: float | None,
    thresholds: Sequence[float],
) -> None:  # fmt: skip
    """Raise UsageError for what can't be asked."""
    if digits is not None and not 1 <= digits <= 6:
        raise UsageError(f"{digits} digits; codes of the HS have 2, 4 or 6, those of the SITC 1 to 5")
    if len(thresholds) != 3 or min(thresholds) < 0:
        raise UsageError(f"thresholds {list(thresholds)}; give three numbers from 0 up, of CDI1, CDI2 and CDI3")
    if production is not None and production < 0:
        raise UsageError(f"production {production:g}; give US dollars from 0 up")
    if name == "dependency" and not product:
        raise UsageError("dependency is of a product; name one with --product (2504, natural gas)")


def _computed(ledger: Ledger, name: Name, question: Question, digits: int | None, more: dict[str, Any]) -> Computed:
    """By HS codes, and of the datasets that have none by those of the SITC; or by whose codes are asked for."""
    from tieline.trade.questions.indicator_lines import Computed, Wanted  # noqa: PLC0415

    function, found = _function(name, question.partner), Computed((), (), ())
    asked: Question | None = question
    for kind, usual, allowed in (("HS", 2, {2, 4, 6}), ("SITC", 1, {1, 2, 3, 4, 5})):
        if asked is None or asked.classification != kind:
            continue
        if not KINDS[name].goods:
            return function(ledger, Wanted(question=asked, **more))
        if digits is None or digits in allowed:
            here = function(ledger, Wanted(question=asked, digits=digits or usual, **more))
            lines = (*found.lines, *(replace(x, classification=kind) for x in here.lines))
            found = Computed(
                lines, (*found.queries, *here.queries), (*found.questions, *here.questions), (*found.notes, *here.notes),
                (*found.put, *here.put),
            )  # fmt: skip
        asked = (
            _of_other_datasets(ledger, asked, {x.dataset for x in found.lines})
            if kind == "HS" and not question.codes
            else None
        )
    return found


def _of_other_datasets(ledger: Ledger, question: Question, answered: set[str]) -> Question | None:
    """The same question by SITC codes, of the datasets that have not answered; None where all have."""
    from tieline.trade.figures.vintages import about_datasets  # noqa: PLC0415

    names = tuple(name for name in question.datasets or question.from_files or () if name not in answered)
    return replace(question, classification="SITC", **about_datasets(ledger, names)) if names else None


def _known(name: str) -> Name:
    word = indicator_word(name)
    if word not in KINDS:
        raise UsageError(f"no indicator {name!r}; there are {', '.join(KINDS)}")
    return word


def _countries(name: Name, reporter: str, partner: str | None) -> tuple[str, str | None]:
    of = KINDS[name].of
    if of == "two" and partner is None:
        raise UsageError(f"{name} is of two countries; name the other one behind {reporter}")
    if of == "one" and partner is not None:
        raise UsageError(f"{name} is of one country; leave {partner} away")
    return dyad(reporter, partner) if partner is not None else (country_code(reporter), None)


def _function(name: Name, other: str | None) -> Indicate:
    from tieline.trade.questions import indicator_lines as of_goods  # noqa: PLC0415
    from tieline.trade.questions import indicator_past as of_past  # noqa: PLC0415
    from tieline.trade.questions import indicator_worlds as of_worlds  # noqa: PLC0415
    from tieline.trade.questions.indicator_composition import composition_lines, contribution_lines  # noqa: PLC0415
    from tieline.trade.questions.indicator_dependency import dependency_lines  # noqa: PLC0415

    if name in {"similarity", "complementarity"}:
        return partial(of_goods.fit_lines, indicator=name)
    functions: dict[str, Indicate] = {
        "rca": of_worlds.advantage_lines, "intensity": of_worlds.intensity_lines, "dependency": dependency_lines,
        "concentration": of_goods.concentration_lines if other else of_worlds.partner_concentration_lines,
        "composition": composition_lines, "contribution": contribution_lines,
        "growth": of_past.growth_lines, "balance": of_past.balance_lines, "record": of_past.record_lines,
        "rank": of_worlds.rank_lines,
    }  # fmt: skip
    return functions[name]
