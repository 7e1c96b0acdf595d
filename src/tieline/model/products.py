"""The lexicon of traded products: words of the press and of figures tables, and their HS codes.

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
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, get_args

from tieline.model import lazy_re as re

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Kind = Literal["goods", "service", "generic"]
Codes = tuple[str, ...]


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

        >>> product_of("oil").readings
        (('2709',), ('2709', '2710'), ('27',))
        """
        return (self.hs, *self.wider) if self.hs else ()


# ------------------------------------------------------------------------------------------------- HS codes

_RESERVED = "77"  # a chapter that the HS keeps free
_CODE = re.compile(r"\d\d(?:\d\d){0,2}")


def _bounds(code: str) -> tuple[str, str]:
    low, dash, high = code.partition("-")
    high = high if dash else low
    if not (_CODE.fullmatch(low) and _CODE.fullmatch(high) and len(low) == len(high) and low <= high):
        raise ValueError(f"not an HS code or a range of them: {code!r}")
    return low, high


def covers(codes: Sequence[str], code: str) -> bool:
    """Tell whether an HS code lies inside a list of codes and ranges; what is no HS code ("TOTAL") lies in none.

    >>> covers(["50-63"], "6109"), covers(["2709"], "27"), covers(["27"], "270900")
    (True, False, True)
    """
    bounds = [_bounds(each) for each in codes]
    return bool(_CODE.fullmatch(code)) and any(
        len(code) >= len(low) and low <= code[: len(low)] <= high for low, high in bounds
    )


def expand(codes: Iterable[str]) -> frozenset[str]:
    """Spell ranges out.

    >>> sorted(expand(["50-53", "2709"]))
    ['2709', '50', '51', '52', '53']
    """
    spans = [(_bounds(code), len(_bounds(code)[0])) for code in codes]
    return frozenset(
        f"{number:0{width}d}" for (low, high), width in spans for number in range(int(low), int(high) + 1)
    ) - {_RESERVED}


def same_scope(a: Iterable[str], b: Iterable[str]) -> bool:
    """Tell whether two lists of codes are the same, ranges spelt out and order aside.

    >>> same_scope(["50-52"], ["52", "51", "50"]), same_scope(["27"], ["2709"])
    (True, False)
    """
    return expand(a) == expand(b)


def describe(code: str) -> str | None:
    """Give our short wording for a chapter, a heading or a section (a range).

    >>> describe("2709"), describe("50-63"), describe("77")
    ('crude petroleum oil', 'textiles and textile articles', None)
    """
    return _table().wording.get(code)


# ------------------------------------------------------------------------------------------------ word forms

_IRREGULAR = {
    "calf": "calves", "cookie": "cookies", "hoof": "hooves", "knife": "knives", "leaf": "leaves", "lens": "lenses",
    "loaf": "loaves", "movie": "movies", "scarf": "scarves", "shoe": "shoes", "wolf": "wolves", "bus": "buses",
    "hoe": "hoes", "pie": "pies", "tie": "ties", "axe": "axes", "headache": "headaches", "moccasin": "moccasins",
    "battery": "batteries", "gas": "gases", "minibus": "minibuses", "trolleybus": "trolleybuses", "canoe": "canoes",
    "aircraft": "aircraft", "sheep": "sheep", "spacecraft": "spacecraft", "equipment": "equipment",
    "machinery": "machinery", "footwear": "footwear", "cattle": "cattle", "foodstuff": "foodstuffs", "ski": "skis",
}  # fmt: skip
_SINGULAR = {plural: single for single, plural in _IRREGULAR.items()}

_SPELLINGS = (
    ("aluminium", "aluminum"), ("fibre", "fiber"), ("fertiliser", "fertilizer"), ("tyre", "tire"), ("sulph", "sulf"),
    ("jewellery", "jewelry"), ("whisky", "whiskey"), ("yoghurt", "yogurt"), ("colour", "color"), ("plough", "plow"),
    ("defence", "defense"), ("moulds", "molds"), ("liquefied", "liquified"), ("armoured", "armored"), ("caesium", "cesium"),
    ("orthopaedic", "orthopedic"), ("pyjama", "pajama"), ("mollusc", "mollusk"), ("vapour", "vapor"), ("doughnut", "donut"),
    ("motorised", "motorized"), ("computerised", "computerized"), ("aeroplane", "airplane"), ("aesthetic", "esthetic"),
)  # fmt: skip


def _plural(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    if re.search(r"(?:s|x|z|ch|sh|potato|tomato|mango|torpedo|buffalo)$", word):
        return word + "es"
    return word + "s"


def _singular(word: str) -> str:
    if word in _SINGULAR:
        return _SINGULAR[word]
    if word.endswith("ies"):
        return word[:-3] + "y"
    if re.search(r"(?:ss|x|z|ch|sh|potato|tomato|mango|torpedo|buffalo)es$", word):
        return word[:-2]
    return word[:-1]


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "gas", "lens"))


def _inflections(word: str) -> tuple[str, ...]:
    """Give the word in both numbers; only its last part changes."""
    start, gap, last = word.rpartition(" ")
    if last in _IRREGULAR:
        other = _IRREGULAR[last]
    elif last in _SINGULAR or _is_plural(last):
        other = _singular(last)
    else:
        other = _plural(last)
    return word, f"{start}{gap}{other}"


def either_number(words: str) -> tuple[str, ...]:
    """Words as they are, and with the last one in the other number.

    >>> either_number("crude oil"), either_number("batteries")
    (('crude oil', 'crude oils'), ('batteries', 'battery'))
    """
    return _inflections(words.casefold())


def _spellings(form: str) -> Iterator[str]:
    yield form
    for british, american in _SPELLINGS:
        if british in form and re.search(rf"\b{british}", form):  # the first alone is fast
            yield re.sub(rf"\b{british}", american, form)


# ------------------------------------------------------------------------------------------------ the table

_MARKS = "?=!"
_LISTED = ("heading", "chapter", "section")


@dataclass(frozen=True, slots=True)
class _Table:
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
        numbers = (word,) if "=" in marks else _inflections(word)
        for form in chain.from_iterable(_spellings(number) for number in numbers):
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
def _table() -> _Table:
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
    keys = {_key(_tokens(form)): form for form in forms}
    return _Table(
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
    return _table().products


def surface_forms() -> Mapping[str, Product]:
    """Give every word form in lower case, singular and plural, with its product: the food of a text matcher.

    >>> surface_forms()["automobile"].name, surface_forms()["aluminum"].name
    ('cars', 'aluminium')
    """
    return _table().forms


def weak_forms() -> frozenset[str]:
    """Give the forms that name a product only next to a word of trade, as "arms" and "chips" do.

    >>> "arms" in weak_forms(), "crude oil" in weak_forms()
    (True, False)
    """
    return _table().weak


def not_products() -> frozenset[str]:
    """Give phrases that end like a product and are none; a text matcher lets them win over the product inside.

    >>> "tear gas" in not_products(), product_of("tear gas"), product_of("Russian gas").name
    (True, None, 'natural gas')
    """
    return _table().nots


# ----------------------------------------------------------------------------------------- reading a phrase

Token = tuple[str, str]  # the key to look it up, the token as written


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TOKEN = re.compile(r"non-\w+|\w+-(?:made|produced|bound|based|grown|built)\b|\w+(?:['.]\w+)*|[,;/()]", re.IGNORECASE)
_JOINTS = frozenset({"and", "or", ",", ";", "/", "plus", "nor"})
_CUTS = _words(
    "from to for of in by with between via at on into worth made used under over per through including excluding like "
    "except such against bound destined valued produced which that last next during until since after before as than ( )"
)
_TRADE = _words(
    "export exports import imports shipment shipments trade sale sales supply supplies delivery deliveries purchase "
    "purchases cargo cargoes cargos consignment consignments volume volumes flow flows"
)
_AMOUNTS = _TRADE | _words(
    "barrel barrels ton tons tonne tonnes kg kilo kilos kilogram kilograms bushel bushels bag bags bale bales litre "
    "litres liter liters unit units worth amount amounts quantity quantities kind kinds type types range variety lot "
    "lots share value ounce ounces carat carats pair pairs dollars euros import-export metres meters"
)
_LEADING = _words("the a an its their his her our your my any all more most total overall")
_PARTS = {"parts": "parts", "part": "parts", "components": "parts", "spares": "parts", "accessories": "parts"}
_NEGATIONS = frozenset({"non", "not", "without", "excluding", "except", "ex", "minus"})
# words before "goods" that leave it all goods; a country's adjective is known by its capital
_NEUTRAL = _LEADING | _words(
    "exported imported export import foreign traded merchandise bilateral two-way two way visible physical tangible and"
)
_SOME = _words("other such various certain some these those this that many several non")
_ADJECTIVES = _words(
    "fresh frozen chilled dried dry raw refined unrefined processed unprocessed new used light heavy sweet sour live cheap "
    "finished semi canned smoked salted organic hot cold rolled small large big"
)


def _plain(text: str) -> str:
    text = text.replace("&", " and ")
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return re.sub(r"[‐‑–—-]", "-", "".join(char for char in text if not unicodedata.combining(char)))


def _tokens(text: str) -> list[Token]:
    return [(match.lower(), match) for match in _TOKEN.findall(_plain(text))]


def _key(tokens: Sequence[Token]) -> str:
    return " ".join(key for key, _ in tokens)


def _trim(tokens: list[Token]) -> list[Token]:
    while tokens and tokens[0][0] in _LEADING | _JOINTS:
        tokens = tokens[1:]
    while tokens and tokens[-1][0] in _JOINTS:
        tokens = tokens[:-1]
    return tokens


def _tail(tokens: Sequence[Token]) -> tuple[Product, int] | None:
    """Find the longest entry at the end of the tokens, and its length."""
    table = _table()
    for size in range(min(len(tokens), table.longest), 0, -1):
        key = _key(tokens[-size:])
        if key in table.keys:
            product = table.keys[key]
            return (product, size) if product else None
    return None


def _split_modifiers(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """Part what stands before a head: earlier members of the list, and the head's own modifiers."""
    last = max((at for at, (key, _) in enumerate(tokens) if key in _JOINTS), default=-1)
    return tokens[: last + 1], tokens[last + 1 :]


def _member(tokens: list[Token]) -> tuple[Product, list[Token]] | None:
    """Read the last member of a list; give its product and the tokens before the member."""
    found = _tail(tokens)
    if found is None:
        return None
    product, size = found
    earlier, modifiers = _split_modifiers(tokens[:-size])
    if modifiers and modifiers[-1][0] in _NEGATIONS:
        return None
    if product.kind == "generic" and size == 1 and modifiers:
        inner = _tail(modifiers)
        if inner is not None and inner[0].kind != "generic":  # textile products
            return _member(tokens[:-size])
        if any(key in _SOME or not (key in _NEUTRAL or raw[0].isupper()) for key, raw in modifiers):
            return None
    if modifiers and _key(tokens[-size:]) in _table().bare and _tail(modifiers) is not None:
        return None
    return product, earlier


def _slim(codes: Iterable[str]) -> Codes:
    """Leave out the codes that others of the list cover."""
    unique = tuple(dict.fromkeys(codes))
    return tuple(
        code
        for code in unique
        if not any(other != code and all(covers([other], end) for end in _bounds(code)) for other in unique)
    )


def _join(products: Sequence[Product]) -> Product | None:
    unique = list(dict.fromkeys(products))
    if len(unique) == 1:
        return unique[0]
    if len({product.kind for product in unique}) > 1:
        return None
    known = all(product.hs for product in unique)
    depth = max(len(product.wider) for product in unique) if known else 0
    levels = (
        chain.from_iterable(product.readings[min(level, len(product.wider))] for product in unique)
        for level in range(depth + 1)
    )
    readings = list(dict.fromkeys(_slim(level) for level in levels)) if known else [()]
    name = " and ".join(product.name for product in unique)
    return Product(name=name, words=(), hs=readings[0], wider=tuple(readings[1:]), kind=unique[0].kind)


def _without_listed_adjectives(tokens: Sequence[Token]) -> list[Token]:
    """Turn "frozen, dried and chilled beef" into "beef": none of the adjectives holds for the whole."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        end = at
        while tokens[end][0] in _ADJECTIVES:
            after = end + 1
            while after < len(tokens) and tokens[after][0] in _JOINTS:
                after += 1
            if after in {end + 1, len(tokens)} or tokens[after][0] not in _ADJECTIVES:
                break
            end = after
        if end == at:
            kept.append(tokens[at])
        at = end + 1
    return kept


def _list(tokens: list[Token]) -> Product | None:
    """Read a list of products; one member that is not known makes the whole unknown."""
    products: list[Product] = []
    tokens = _without_listed_adjectives(tokens)
    while tokens := _trim(tokens):
        found = _member(tokens)
        if found is None:
            return None
        product, tokens = found
        products.append(product)
    return _join(products[::-1]) if products else None


def _phrase(tokens: list[Token]) -> Product | None:
    tokens = _trim(tokens)
    if _key(tokens) in _table().keys:
        return _table().keys[_key(tokens)]
    cut = next((at for at, (key, _) in enumerate(tokens) if key in _CUTS), None)
    if cut is not None:
        found = _tail(tokens)
        if found is not None and len(tokens) - found[1] <= cut:  # an entry with a preposition of its own
            return found[0]
        head, link, rest = tokens[:cut], tokens[cut][0], tokens[cut + 1 :]
        if link == "of" and head and head[-1][0] in _AMOUNTS:
            return _phrase(rest)
        if link in {"of", "for"} and head and head[-1][0] in _PARTS and rest:
            last = rest[-1][0]
            return _phrase([*rest[:-1], (_singular(last) if _is_plural(last) else last,) * 2, ("parts", "parts")])
        tokens = head
    while tokens and tokens[-1][0] in _TRADE and _key(tokens) not in _table().keys:
        tokens = tokens[:-1]
    return _list(tokens)


def product_of(words: str) -> Product | None:
    """Find the product that a noun phrase names: the longest entry at the phrase's head.

    Case and number do not matter; what follows the head ("from Iran") is left aside. A list of products gives one
    product with the codes of all. None where the head is no product, and where a member of a list is not known.

    >>> product_of("North Korean textiles").hs, product_of("high-quality frozen shrimp").name
    (('50-63',), 'shrimp')
    >>> product_of("oil tankers").name, product_of("car parts").name, product_of("oil minister")
    ('ships', 'auto parts', None)
    >>> product_of("wheat and corn from Ukraine").hs
    ('1001', '1005')
    """
    return _phrase(_tokens(words))


def hs_codes(words: str) -> Codes | None:
    """Give the narrow HS codes of a noun phrase; None if unknown, a service, or no part of the HS.

    >>> hs_codes("copper"), hs_codes("goods"), hs_codes("tourism")
    (('2603', '74'), None, None)
    """
    product = product_of(words)
    return product.hs or None if product else None


@cache
def _searched() -> tuple[tuple[Product, tuple[str, ...]], ...]:
    """The products, each with its words as they are looked for."""
    return tuple(
        (product, tuple(_key(_tokens(word)) for word in (product.name, *product.words)))
        for product in _table().products
    )


def search(text: str) -> list[Product]:
    """Find products by words in them or by an HS code, the best first; by the start of a word only where no word is so.

    >>> [product.name for product in search("cashm")], search("8703")[0].name
    (['cashmere', 'yarn of fine hair'], 'cars')
    >>> [product.name for product in search("tea")]
    ['tea', 'instant coffee and tea extracts', 'coffee, tea and spices']
    """
    wanted = _key(_tokens(text))
    if not wanted:
        return []
    code = wanted if _CODE.fullmatch(wanted) else None
    forms = tuple(dict.fromkeys(_inflections(wanted)))
    whole = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])")
    ranked: list[tuple[int, int, Product]] = []
    for order, (product, said) in enumerate(_searched()):
        words = [word for word in said if any(form in word for form in forms)]
        if wanted in words or product.hs == (code,):
            rank = 0
        elif any(whole.match(word) for word in words):
            rank = 1
        elif any(whole.search(word) for word in words):
            rank = 2
        elif any(word.startswith(wanted) for word in words):
            rank = 4
        elif any(f" {wanted}" in word for word in words):
            rank = 5
        elif code and covers(product.hs, code):
            rank = 3
        else:
            continue
        ranked.append((rank, order, product))
    exact = product_of(text)
    if any(rank < 3 for rank, *_ in ranked):
        ranked = [entry for entry in ranked if entry[0] < 4]
    found = [product for _, _, product in sorted(ranked, key=lambda entry: entry[:2])]
    return [exact, *(product for product in found if product != exact)] if exact else found
