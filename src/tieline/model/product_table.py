"""The table of traded products: words of the press and of figures tables, and their HS codes.

`products.csv` is written by hand, in our own wording; each row has `kind,name,hs,wider,words`:

- `goods`, `service`, `generic`: a product. `hs` holds the narrow codes, separated by blanks; `wider` holds
  ever wider ways to read it, separated by slashes. Goods without codes (luxury goods) have no fixed place in the HS.
- `heading`, `chapter`, `section`: our wording for a code of the HS; a product too if it has words, or if no other row
  stands for the code.
- `not`: phrases that end like a product and are none ("tear gas", "white paper").

An empty `wider` stands for the chapters of the headings. Words are separated by bars; singular and plural, and British
and American spelling, follow by rule. A word may carry marks: `=` is not inflected; `?` is weak, that is, a product only
next to a word of trade ("arms", "chips"); `!` is no product behind another one ("oil", but not "almond oil").
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, get_args

from tieline.model.hs import Codes, covers
from tieline.model.product_forms import inflections, key_of, spellings, tokens_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Kind = Literal["goods", "service", "generic"]
_HEADING = 4


@dataclass(frozen=True, slots=True)
class Product:
    """A product as the press knows it.

    `hs` is the narrow reading in HS codes: chapters, headings, ranges of either. `wider` are further readings, each
    wider than the one before. Both are empty for services, for generic words (all products) and for goods that have
    no fixed place in the HS.
    """

    name: str
    words: tuple[str, ...]
    hs: Codes
    wider: tuple[Codes, ...]
    kind: Kind

    @property
    def readings(self) -> tuple[Codes, ...]:
        """All readings, the narrow one first.

        >>> surface_forms()["oil"].readings
        (('2709',), ('2709', '2710'), ('27',))
        """
        return (self.hs, *self.wider) if self.hs else ()


_MARKS = "?=!"
_LISTED = ("heading", "chapter", "section")


@dataclass(frozen=True, slots=True)
class ProductTable:
    """The lexicon as it is looked up in: products by form and by key, and which forms are weak, bare or none."""

    products: tuple[Product, ...]
    forms: Mapping[str, Product]
    keys: Mapping[str, Product | None]
    weak: frozenset[str]
    bare: frozenset[str]
    nots: frozenset[str]
    wording: Mapping[str, str]
    longest: int


def _wider(cell: str, hs: Codes) -> tuple[Codes, ...]:
    if cell:
        return tuple(tuple(way.split()) for way in cell.split("/"))
    if hs and all(len(code.partition("-")[0]) > 2 for code in hs):  # headings alone
        return (tuple(dict.fromkeys(code[:2] for code in hs)),)
    return ()


class _Forms(dict[str, tuple[Product | None, str]]):
    """Word forms with their product and the marks of the word; None for a phrase that is no product."""

    def write(self, form: str, product: Product | None, marks: str) -> None:
        """Enter a form as the table has it; no form may stand for two products."""
        if self.get(form, (product, ""))[0] is not product:
            raise ValueError(f"{form!r} stands for {self[form][0]} and for {product}")
        self[form] = (product, marks)

    def derive(self, word: str, product: Product | None, marks: str) -> None:
        """Enter what follows by rule from a word, where the form is free."""
        numbers = (word,) if "=" in marks else inflections(word)
        for form in chain.from_iterable(spellings(number) for number in numbers):
            self.setdefault(form, (product, marks))
            self.setdefault(form.replace("-", " "), (product, marks))


def _words_of(row: Mapping[str, str]) -> list[tuple[str, str]]:
    """Part the words of a row from their marks."""
    cells = [cell for cell in row["words"].split("|") if cell]
    return [(cell.rstrip(_MARKS), cell[len(cell.rstrip(_MARKS)) :]) for cell in cells]


def _is_form(wording: str) -> bool:
    """Tell whether our wording for a code can stand for it in a text; "other clocks" can't."""
    return not wording.startswith("other ") and "elsewhere" not in wording and "(" not in wording


def _product(row: Mapping[str, str], words: Sequence[str]) -> Product | None:
    if row["kind"] == "not":
        return None
    kind: Kind = next((kind for kind in get_args(Kind) if kind == row["kind"]), "goods")
    hs = tuple(row["hs"].split())
    name = words[0] if words and row["kind"] == "section" else row["name"]
    return Product(name=name, words=tuple(words), hs=hs, wider=_wider(row["wider"], hs), kind=kind)


@cache
def product_table() -> ProductTable:
    """Give the lexicon, read once."""
    text = files("tieline.model").joinpath("products.csv").read_text("utf-8")
    rows = list(csv.DictReader(line for line in text.splitlines() if line and not line.startswith("#")))
    taken = {row["hs"] for row in rows if row["kind"] not in _LISTED}
    products: list[Product] = []
    own, derived = _Forms(), _Forms()
    later: list[tuple[str, Product]] = []  # names and wordings, which yield to words
    for row in rows:
        words = _words_of(row)
        name = row["name"].lower()
        if row["kind"] in _LISTED and not words and (row["hs"] in taken or name in own or name in derived):
            continue
        product = _product(row, [word for word, _ in words])
        if product is not None:
            products.append(product)
        if product is not None and _is_form(row["name"]):
            later.append((row["name"].lower(), product))
        for word, marks in words:
            own.write(word.lower(), product, marks)
            derived.derive(word.lower(), product, marks)
    for wording, product in later:
        derived.derive(wording, product, "?=")
    forms = derived | own
    keys = {key_of(tokens_of(form)): form for form in forms}
    return ProductTable(
        products=tuple(products),
        forms=MappingProxyType({form: product for form, (product, _) in forms.items() if product is not None}),
        keys=MappingProxyType({key: forms[form][0] for key, form in keys.items()}),
        weak=frozenset(form for form, (product, marks) in forms.items() if product is not None and "?" in marks),
        bare=frozenset(key for key, form in keys.items() if "!" in forms[form][1]),
        nots=frozenset(form for form, (product, _) in forms.items() if product is None),
        wording=MappingProxyType({row["hs"]: row["name"] for row in rows if row["kind"] in _LISTED}),
        longest=max(len(key.split()) for key in keys),
    )


def all_products() -> tuple[Product, ...]:
    """Give every product of the lexicon, in the order of the table."""
    return product_table().products


def surface_forms() -> Mapping[str, Product]:
    """Give every word form in lower case, singular and plural, with its product: the food of a text matcher.

    >>> surface_forms()["automobile"].name, surface_forms()["aluminum"].name
    ('cars', 'aluminium')
    """
    return product_table().forms


def weak_forms() -> frozenset[str]:
    """Give the forms that name a product only next to a word of trade, as "arms" and "chips" do.

    >>> "arms" in weak_forms(), "crude oil" in weak_forms()
    (True, False)
    """
    return product_table().weak


def not_products() -> frozenset[str]:
    """Give phrases that end like a product and are none; a text matcher lets them win over the product inside.

    >>> "tear gas" in not_products(), "tear gas" in surface_forms()
    (True, False)
    """
    return product_table().nots


@lru_cache(maxsize=1024)
def headings(codes: Codes) -> frozenset[str]:
    """Give the headings of the HS inside codes and ranges, those of all its editions.

    >>> sorted(headings(("47",))), headings(("270900",))
    (['4701', '4702', '4703', '4704', '4705', '4706', '4707'], frozenset())
    """
    return frozenset(code for code in product_table().wording if len(code) == _HEADING and covers(codes, code))


def describe(code: str) -> str | None:
    """Give our short wording for a chapter, a heading or a section (a range).

    >>> describe("2709"), describe("50-63"), describe("77")
    ('crude petroleum oil', 'textiles and textile articles', None)
    """
    return product_table().wording.get(code)
