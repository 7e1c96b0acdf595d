"""The verbs of a desk that ask for trade: each reads what the caller wrote, and lets the rooms answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from tieline.model.countries import display
from tieline.model.errors import UsageError
from tieline.workspace.asked_datasets import known_datasets
from tieline.workspace.asked_times import When, known_on, one_year, span
from tieline.workspace.ledger_folder import LedgerFolder
from tieline.workspace.looking_up import codes_found, flags_of
from tieline.workspace.topmost import Order
from tieline.workspace.trade_results import Basket, CodesFound, Flags, Standings, TradeReport
from tieline.workspace.trade_words import allowed_words, country_code, dyad, product_asked, product_words, wider_note
from tieline.workspace.trading import basket_of, question_of, standings_of, trade_of

By = Literal["year", "quarter", "month"]
FlowSide = Literal["exports", "imports"]


class TradeDesk(LedgerFolder):
    """What a desk answers about trade. Countries are codes or names, products HS codes or the press's words."""

    def trade(
        self,
        reporter: str,
        partner: str,
        *,
        product: str | None = None,
        by: By = "year",
        year: int | str | None = None,
        since: When | None = None,
        until: When | None = None,
        mirror: bool = False,
        revisions: bool = False,
        reconciled: bool = False,
        margin: float | None = None,
        as_known_on: When | None = None,
        dataset: str | Sequence[str] | None = None,
    ) -> TradeReport:
        """The trade of two countries, seen from the first.

        Args:
            reporter: Whose exports and imports.
            partner: With whom.
            product: HS codes (`27`, `2709,2710`, `50-63`), SITC codes (`SITC 333`) or words (`crude oil`); all if not given.
            by: `year`, `quarter` or `month`.
            year: One year; instead of `since` and `until`.
            since: The first period, ISO.
            until: The last period, ISO.
            mirror: The partner's figures beside the reporter's, not only where the reporter gives none.
            revisions: The figures that differ between vintages, each vintage of them.
            reconciled: One FOB figure of both countries', weighted by how reliable either is; both stay behind it.
            margin: Freight and insurance, a share of the FOB value, 0 to 1; None for the estimate by distance where CEPII's
                distances are loaded, else 0.1.
            as_known_on: Nothing that was released after this day.
            dataset: Only these datasets.

        Raises:
            MissingDataError: the ledger has no such figures; says what it has, and which file would give them.
        """
        from tieline.trade.figures.asking import BY  # noqa: PLC0415

        if by not in BY:
            raise UsageError(f"by {by!r}; allowed: {', '.join(BY)}")
        one, other = dyad(reporter, partner)
        if (mirror or reconciled) and "WLD" in {one, other}:
            raise UsageError("the world reports nothing, so that there is no mirror of trade with it; name one partner")
        goods, (first, last), known = product_asked(product), span(since, until, year), known_on(as_known_on)
        ledger = self.existing_ledger()
        question = question_of(
            ledger, dataset, reporter=one, partner=other, **goods, by=by, since=first, until=last, as_known_on=known,
        )  # fmt: skip
        return trade_of(
            ledger, question, mirror=mirror, revisions=revisions, notes=wider_note(product), reconciled=reconciled,
            margin=margin,
        )  # fmt: skip

    def partners(
        self,
        reporter: str,
        *,
        year: int | str | None = None,
        flow: FlowSide | None = None,
        product: str | None = None,
        top: int | None = None,
        as_known_on: When | None = None,
        dataset: str | Sequence[str] | None = None,
    ) -> Standings:
        """A country's partners by value, with their shares and ranks; of the last year that each dataset has, or of `year`.

        With `top`, the first so many of each dataset and flow; shares, ranks and HHI stay those of all.

        Raises:
            MissingDataError: the ledger has no such figures.
        """
        one, goods = country_code(reporter), product_asked(product)
        _refuse_flow(flow)
        _, first, last = one_year(year)
        known, ledger = known_on(as_known_on), self.existing_ledger()
        question = question_of(
            ledger, dataset, reporter=one, **goods, since=first, until=last, as_known_on=known,
        )  # fmt: skip
        title = f"Partners of {display(one, article=True)}: {product_words(**goods)}"
        return standings_of(ledger, [question], title, flow=flow, last=year is None, notes=wider_note(product), top=top)

    def dependence(
        self,
        reporter: str,
        on: str,
        *,
        product: str | None = None,
        year: int | str | None = None,
        since: When | None = None,
        until: When | None = None,
        as_known_on: When | None = None,
        dataset: str | Sequence[str] | None = None,
    ) -> Standings:
        """How much of a country's trade is with another, and of the other's with it, year by year.

        Raises:
            MissingDataError: the ledger has no such figures.
        """
        one, other = dyad(reporter, on)
        if "WLD" in {one, other}:
            raise UsageError("dependence is on one partner, and WLD is all of them together; name a country or a bloc")
        goods, (first, last), known = product_asked(product), span(since, until, year), known_on(as_known_on)
        ledger = self.existing_ledger()
        questions = [
            question_of(ledger, dataset, reporter=each, **goods, since=first, until=last, as_known_on=known)
            for each in (one, other)
        ]
        title = (
            f"Dependence of {display(one, article=True)} on {display(other, article=True)}: {product_words(**goods)}"
        )
        return standings_of(ledger, questions, title, partners=[other, one], notes=wider_note(product))

    def products(
        self,
        reporter: str,
        partner: str,
        *,
        year: int | str | None = None,
        flow: FlowSide | None = None,
        digits: int = 2,
        top: int | None = None,
        sort: Order = "value",
        as_known_on: When | None = None,
        dataset: str | Sequence[str] | None = None,
    ) -> Basket:
        """What two countries trade, by HS codes of 2, 4 or 6 digits, with shares and changes.

        With `top`, the first so many of each dataset and flow: by `value`, or by how far each has `moved` the whole.

        Raises:
            MissingDataError: the ledger has no such figures.
        """
        _refuse_flow(flow)
        allowed_words("sort", sort, get_args(Order))
        if digits not in {2, 4, 6}:
            raise UsageError(f"{digits} digits; codes of the HS have 2, 4 or 6")
        one, other = dyad(reporter, partner)
        (given, first, last), known = one_year(year), known_on(as_known_on)
        before = None if first is None else first.replace(year=max(first.year - 1, 1))  # to tell the change
        ledger = self.existing_ledger()
        question = question_of(
            ledger, dataset, reporter=one, partner=other, since=before, until=last, as_known_on=known,
        )  # fmt: skip
        return basket_of(ledger, question, digits, flow=flow, year=given, top=top, sort=sort)

    def codes(self, text: str, *, edition: str | None = None) -> CodesFound:
        """HS codes for a word, or words for a code: by the lexicon, and by the tables of codes that were loaded.

        Args:
            text: A word of the press, or the start of a code.
            edition: Only the loaded table of this edition (`H6`).
        """
        return codes_found(self.existing_ledger() if self.exists else None, text, edition)

    def flags(self, *countries: str, flag: str | None = None, dataset: str | Sequence[str] | None = None) -> Flags:
        """What is doubtful about the figures: all marks, or those about these countries, of this kind."""
        codes = [country_code(each) for each in countries]
        ledger = self.existing_ledger()
        return flags_of(ledger, codes, known_datasets(ledger, dataset), flag)


def _refuse_flow(flow: str | None) -> None:
    if flow is not None:
        allowed_words("flow", flow, get_args(FlowSide))
