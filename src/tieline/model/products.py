"""Which product a phrase names: "fresh and frozen fish", "exports of coal", "cars and parts", with its HS codes."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from tieline.model import lazy_re as re
from tieline.model.hs import CODE, Codes, bounds_of, covers
from tieline.model.product_forms import Token, inflections, key_of, singular_of, tokens_of
from tieline.model.product_table import Product, product_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


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


def _trim(tokens: list[Token]) -> list[Token]:
    while tokens and tokens[0][0] in _LEADING | _JOINTS:
        tokens = tokens[1:]
    while tokens and tokens[-1][0] in _JOINTS:
        tokens = tokens[:-1]
    return tokens


def _tail(tokens: Sequence[Token]) -> tuple[Product, int] | None:
    """Find the longest entry at the end of the tokens, and its length."""
    table = product_table()
    for size in range(min(len(tokens), table.longest), 0, -1):
        key = key_of(tokens[-size:])
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
    if modifiers and key_of(tokens[-size:]) in product_table().bare and _tail(modifiers) is not None:
        return None
    return product, earlier


def _slim(codes: Iterable[str]) -> Codes:
    """Leave out the codes that others of the list cover."""
    unique = tuple(dict.fromkeys(codes))
    return tuple(
        code
        for code in unique
        if not any(other != code and all(covers([other], end) for end in bounds_of(code)) for other in unique)
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
    if key_of(tokens) in product_table().keys:
        return product_table().keys[key_of(tokens)]
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
            return _phrase([*rest[:-1], (singular_of(last),) * 2, ("parts", "parts")])
        tokens = head
    while tokens and tokens[-1][0] in _TRADE and key_of(tokens) not in product_table().keys:
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
    return _phrase(tokens_of(words))


_UNCOUNTED = _words(
    "bread broth clay coral cotton glue grease jam lacquer liquor marmalade paint polyurethane rope seaweed shampoo silicone soup "
    "syrup twine varnish vodka"
)
"""Words that have a plural, and that a sentence on their trade leaves in the singular."""


def in_plural(words: str) -> str:
    """Goods that are counted, in the plural, as a sentence on their trade has them: "cars", but "oil" and "iron ore".

    >>> in_plural("car"), in_plural("used car"), in_plural("iron ore"), in_plural("textiles"), in_plural("machinery")
    ('cars', 'used cars', 'iron ore', 'textiles', 'machinery')
    """
    known = product_of(words)
    head = words.rpartition(" ")[2]
    if (
        known is None
        or singular_of(known.name) == known.name
        or singular_of(head) != head
        or head.lower() in _UNCOUNTED
    ):
        return words
    many = inflections(words.lower())[1]
    found = product_of(many)
    return f"{words}{many.removeprefix(words.lower())}" if found == known and many.startswith(words.lower()) else words


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
        (product, tuple(key_of(tokens_of(word)) for word in (product.name, *product.words)))
        for product in product_table().products
    )


def search(text: str) -> list[Product]:
    """Find products by words in them or by an HS code, the best first; by the start of a word only where no word is so.

    >>> [product.name for product in search("cashm")], search("8703")[0].name
    (['cashmere', 'yarn of fine hair'], 'cars')
    >>> [product.name for product in search("tea")]
    ['tea', 'instant coffee and tea extracts', 'coffee, tea and spices']
    """
    wanted = key_of(tokens_of(text))
    if not wanted:
        return []
    code = wanted if CODE.fullmatch(wanted) else None
    forms = tuple(dict.fromkeys(inflections(wanted)))
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
