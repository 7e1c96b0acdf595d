"""Word forms of products: number, British and American spelling, and the key that a wording is looked up by."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from tieline.model import lazy_re as re

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Token = tuple[str, str]  # the key to look it up, the token as written
_TOKEN = re.compile(r"non-\w+|\w+-(?:made|produced|bound|based|grown|built)\b|\w+(?:['.]\w+)*|[,;/()]", re.IGNORECASE)

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


def singular_of(word: str) -> str:
    """Give a word in the singular, if it is a plural.

    >>> singular_of("tyres"), singular_of("gas")
    ('tyre', 'gas')
    """
    return _singular(word) if _is_plural(word) else word


def inflections(word: str) -> tuple[str, ...]:
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
    return inflections(words.casefold())


def spellings(form: str) -> Iterator[str]:
    """Give a form in British spelling and, where it differs, in American."""
    yield form
    for british, american in _SPELLINGS:
        if british in form and re.search(rf"\b{british}", form):  # the first alone is fast
            yield re.sub(rf"\b{british}", american, form)


def _plain(text: str) -> str:
    text = text.replace("&", " and ")
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return re.sub(r"[‐‑–—-]", "-", "".join(char for char in text if not unicodedata.combining(char)))


def tokens_of(text: str) -> list[Token]:
    """Give the words of a text and the joints between them, each with the key to look it up."""
    return [(match.lower(), match) for match in _TOKEN.findall(_plain(text))]


def key_of(tokens: Sequence[Token]) -> str:
    """Give the key that a wording is looked up by."""
    return " ".join(key for key, _ in tokens)
