"""Where figures can be had: the public sources, what a file of each covers, and the line that loads it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tieline.model.countries import country, display
from tieline.trade.figures.asking import Question


@dataclass(frozen=True, slots=True)
class Place:
    """A source of figures.

    Attributes:
        layout: The layout of its files.
        first: The first year that it covers.
        file: What a file of it is called.
        months: It has figures by month.
        products: It has figures by product.
    """

    layout: str
    name: str
    address: str
    first: int
    file: str
    months: bool = False
    products: bool = True


PLACES = (
    Place("comtrade", "UN Comtrade", "https://comtradeplus.un.org", 1962, "TradeData.csv", months=True),
    Place(
        "baci", "BACI", "https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37", 1995,
        "BACI_HS92_V202401b.zip",
    ),
    Place(
        "cow", "Correlates of War", "https://correlatesofwar.org/data-sets/bilateral-trade", 1870, "COW_Trade_4.0.zip",
        products=False,
    ),
)  # fmt: skip


def places_with(year: int, *, months: bool, products: bool) -> list[Place]:
    """The public sources that have a year, by month and by product where that is asked for; the likeliest first.

    >>> [place.name for place in places_with(1990, months=False, products=True)]
    ['UN Comtrade']
    """
    return [
        place
        for place in PLACES
        if place.first <= year and (place.products or not products) and (place.months or not months)
    ]


def nothing_found(question: Question, held: Iterable[Mapping[str, Any]]) -> str:
    """Why a question has no answer, what the ledger has instead, and which file would give it."""
    about = f"no figures of {display(question.reporter)}"
    if question.partner:
        about += f" with {display(question.partner)}"
    about += f", products {question.product}" if question.product else ""
    about += f", {span_words(question)}, by {question.by}" + (
        f" in {', '.join(question.datasets)}" if question.datasets else ""
    )
    about += f", released by {question.as_known_on}" if question.as_known_on else ""
    there = [
        f"{each['dataset']} ({_NAMES.get(each['freq'], 'other periods')}, {each['first']} to {each['last']}, "
        + ("all products" if not each["digits"] else f"codes of up to {each['digits']} digits")
        + ")"
        for each in held
    ]
    has = f"; the ledger has {', '.join(there)}" if there else ""
    return f"{about}{has}. {_bloc(question)}{wanted_file(question)}"


def _bloc(question: Question) -> str:
    """That a bloc has no members who tell of it, where one is asked for."""
    blocs = [c for c in (question.reporter, question.partner) if c and country(c).kind == "organisation"]
    return f"No member of {' or '.join(blocs)} tells of it, or its members are not known. " if blocs else ""


_NAMES = {"A": "years", "Q": "quarters", "M": "months"}


def span_words(question: Question) -> str:
    """The time that is asked for, in words."""
    since, until = question.since, question.until
    if since and until:
        return (
            str(since.year) if (since.year, since.month, until.month) == (until.year, 1, 12) else f"{since} to {until}"
        )
    return f"since {since}" if since else f"until {until}" if until else "any time"


def wanted_file(question: Question) -> str:
    """Which sources would have it, with the line that loads their file."""
    year = (question.until or question.since).year if question.until or question.since else 9999  # type: ignore[union-attr]
    fit = places_with(year, months=question.by != "year", products=bool(question.codes))
    if not fit:
        return "No public source is known that has it; a file of your own is loaded with `tieline load FILE --mapping FILE`."
    said = [f"{place.name} ({place.address}): `tieline load {place.file}`" for place in fit[:2]]
    return f"It may be in {' or in '.join(said)}."
