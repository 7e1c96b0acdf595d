"""The product that a figure or a trade word is about, in the words of the sentence, with its HS codes.

The codes come from the one lexicon of trade words in `model.products`; a product that it does not know keeps its words.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tieline.model import lazy_re as re
from tieline.model.money import COUNTED, CURRENCY_WORDS, unit_of
from tieline.model.product_table import Product, surface_forms
from tieline.model.products import product_of
from tieline.read.story.document import Sentence
from tieline.read.story.goods_denied import denied_from
from tieline.read.words.trade import AGGREGATES, NOUN_ANCHORS

_LEAVE = frozenset(
    "such other more few little less fewer same different various many much several some all any "
    "bpd b/d no new total overall bilateral annual mutual foreign global worldwide actual own main major key outbound inbound outgoing incoming".split()
)
_TIME_WORDS = frozenset(
    ["calendar", "fiscal", "season", "harvest", "opposite", "direction", "way", "corresponding", "same"]
)
_NO_GOOD = frozenset(
    "region member equivalent day night week bloc continent economy estimate average bulk majority remainder".split()
)
"""Nouns that a figure or a flow may stand beside, and that name nothing that is traded."""
_STRIP = re.compile(
    r"^(?:(?:the|a|an|its|their|his|her|our|this|that|these|those|some|any|all|more|most|other|such|raw)\s+)+(?=\S)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Good:
    """A product as written, its HS codes (None if the lexicon does not know it), and where it stands in the sentence."""

    words: str
    hs: tuple[str, ...] | None
    start: int
    end: int


def goods_in(sentence: Sentence) -> list[Good]:
    """All product words of a sentence that the lexicon knows, in order; generic words and services are left out."""
    return sentence.goods(_found)


def _found(sentence: Sentence) -> list[Good]:
    found: list[Good] = []
    text = sentence.text
    forms, longest = surface_forms(), _longest_by_first_word()
    words = list(_WORD.finditer(text))
    i = 0
    for place, word in enumerate(words):
        if place < i:
            continue
        first = word.group().lower()
        start = word.start()
        if first.startswith("non-"):
            first, start = first[4:], start + 4
        reach = longest.get(first, 0)
        if not reach and "'" not in first:
            continue
        i = place
        if "'" in first:
            reach = max(reach, longest.get(_GENITIVE.sub("", first), 0))
        for length in range(min(4, reach, len(words) - i), 0, -1):
            end = words[i + length - 1].end()
            piece = text[start:end]
            product = forms.get(piece.lower()) or forms.get(_GENITIVE.sub("", piece.lower()))
            if (
                product is not None
                and product.kind == "goods"
                and not _is_name(text, start, piece)
                and not _OF_YEAR.match(text, end)
                and not _counts(sentence, start)
                and not _in_name(sentence, start, end)
                and not _HOLDING.search(text, max(0, start - 16), start)
                and not (length == 1 and _is_verb(sentence, start))
            ):
                found.append(_if_denied(sentence, Good(piece, product.hs, start, end)))
                i += length - 1
                break
        i += 1
    return found


def _if_denied(sentence: Sentence, good: Good) -> Good:
    """The goods that the words name by others which they are not ("non-oil goods"), without the code of those."""
    begin = denied_from(sentence.text, good.start)
    return good if begin is None else Good(sentence.text[begin : good.end], None, begin, good.end)


_HOLDING = re.compile(r"\d[\s-]?(?:kilo(?:gram(?:me)?)?s?|kg|pounds?|lbs?|lit(?:er|re)s?|tonnes?|tons?)[\s-]$")
"""Before a bag or a box: what it holds."""


def of_figure_before(sentence: Sentence, start: int) -> bool:
    """The word at an offset says what the figure before it is of: "27 million dlrs for rubber", "11 per cent coal"."""
    before = next((f for f in reversed(sentence.figures) if f.end <= start), None)
    return before is not None and _OF_WHAT.fullmatch(sentence.text[before.end : start]) is not None


_OF_WHAT = re.compile(
    r"\s+(?:worth\s+)?(?:of\s+(?:it|them|that|this|which)\s+)?(?:(?:of|for|on|in|was|were|is|are)\s+)?(?:[A-Z][\w']+\s+)?(?:[a-z-]+\s+)?"
)


def _counts(sentence: Sentence, start: int) -> bool:
    """The word is the unit of a figure ("43.1 billion cubic meters", "8.8pc")."""
    return any(
        f.kind in {"quantity", "percent"} and f.unit not in COUNTED and f.start <= start < f.end
        for f in sentence.figures
    )


def _in_name(sentence: Sentence, start: int, end: int) -> bool:
    """The words are a part of a country's name ("Ivory Coast's exports")."""
    return any(m.start <= start and end <= m.end for m in sentence.mentions)


def _is_verb(sentence: Sentence, start: int) -> bool:
    """As in "Chile continues to lead"."""
    return any(t.idx == start and t.pos == "VERB" and t.tag in _VERBS for t in sentence.tokens or ())


_OF_YEAR = re.compile(r"\s+years?\b")
"""Behind "calendar", "crop", "sugar": a kind of year."""
_VERBS = frozenset({"VB", "VBD", "VBP", "VBZ"})


_WORD = re.compile(r"[A-Za-zÀ-ÿ][\w'-]*")
_GENITIVE = re.compile(r"'s?$")


@lru_cache(maxsize=1)
def _longest_by_first_word() -> dict[str, int]:
    """First word of each name of a product -> how many words the longest name has that begins with it."""
    longest: dict[str, int] = {}
    for form in surface_forms():
        words = _WORD.findall(form)
        if words:
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


_ACRONYMS = frozenset(
    "RMG CPO PPE DDGS DRI HBI HRC OCTG FCOJ LNG LPG CNG PVC EV SUV DRAM LED MDF DAP NPK PTA PET UAN CKD TV PC".split()
)


def _is_name(text: str, start: int, piece: str) -> bool:
    """A capitalised word inside a sentence is a name ("Iron Curtain"), not a product, unless it opens the sentence."""
    if piece.isupper() and len(piece) > 1 and not text.isupper():
        return piece not in _ACRONYMS
    return piece[0].isupper() and start > 0 and text[:start].rstrip()[-1:] not in {'"', "(", "", ":"}


_KINDS = frozenset({"product", "good", "commodity", "material", "foodstuff"})
"""Nouns that name a product with a word before them: "mining products", "manufactured goods"."""


def _kind_of_goods(sentence: Sentence, keep: list[Any]) -> Good | None:
    """As in "mining products": the word before the general noun says of which kind."""
    words = [t for t in keep[:-1] if t.lower not in _LEAVE and t.pos in {"NOUN", "ADJ", "VERB"} and t.text[0].islower()]
    if not words or words[-1].lemma in AGGREGATES or words[-1].lower in _TIME_WORDS or words[-1].lemma in NOUN_ANCHORS:
        return None
    begin, end = words[0].idx, keep[-1].idx + len(keep[-1])
    product = product_of(sentence.text[begin:end])
    return Good(
        sentence.text[begin:end], product.hs if product is not None and product.kind == "goods" else None, begin, end
    )


def _is_measure(words: str) -> bool:
    """As in "of 60 kilos", "a 25-kg bag": what is counted in, and no product."""
    unit = unit_of(words)
    if unit is not None:
        return unit[0] not in COUNTED
    parts = _PARTS.split(words)
    return len(parts) > 1 and all(unit_of(part) or unit_of(f"{part}s") for part in parts)


def _telling_words(sentence: Sentence, head: Any) -> list[Any]:
    """The words of a phrase up to its head, without countries, determiners and counting words."""
    tokens = list(head.doc[head.left_edge.i : head.i + 1])
    start_at = 0
    for k, token in enumerate(tokens):
        if token.text in {",", "(", "-"} and k < len(tokens) - 1:
            start_at = k + 1
    keep: list[Any] = []
    for token in tokens[start_at:]:
        breaks = token.pos in _BREAKS and token != head
        if sentence.mention_at(token) or token.text in _NO_WORDS or breaks:
            keep = []
        elif token.lower not in _LEAVE or token == head:
            keep.append(token)
    return keep


_NO_WORDS = frozenset({"'s", "'", "%", "percent", "pct", "cent"})
_BREAKS = frozenset({"DET", "PRON", "NUM", "ADP", "VERB", "AUX", "SYM", "PUNCT", "CCONJ", "ADV"})


def good_of_phrase(sentence: Sentence, head: Any, known: list[Good]) -> Good | None:
    """The product named by the noun phrase of a head token, or of which the phrase says that it is none ("non-oil goods")."""
    head_end = head.idx + len(head)
    behind = next((g for g in known if g.start <= head.idx and head_end < g.end and g.hs is None), None)
    if behind is not None and head.lemma in _KINDS:
        return behind  # "goods other than oil"
    good = _named_by(sentence, head, known)
    return _if_denied(sentence, good) if good is not None else None


def _named_by(sentence: Sentence, head: Any, known: list[Good]) -> Good | None:
    """The product named by the noun phrase of a head token ("crude oil", "North Korean textiles", "quinoa").

    Words of countries, determiners and counting words fall away; a phrase of aggregates only ("goods", "total") is None.
    """
    if head.pos not in {"NOUN", "PROPN", "ADJ"}:
        return None
    if any(t.start <= head.idx < t.end for t in sentence.times):
        return None
    keep = _telling_words(sentence, head)
    if not keep or head not in keep:
        return None
    begin, end = keep[0].idx, head.idx + len(head)
    inside = [g for g in known if g.start >= begin and g.end == end]
    if inside:
        best = min(inside, key=lambda g: g.start)
        words = sentence.text[begin:end]
        return Good(words, best.hs, begin, end)
    if head.lemma in _KINDS and (kind := _kind_of_goods(sentence, keep)) is not None:
        return kind
    named = head.pos == "PROPN" and not head.text.islower()
    if head.lemma in AGGREGATES or head.lemma in NOUN_ANCHORS or named:
        inner = [g for g in known if g.start >= begin and g.end < end]
        return inner[-1] if inner and head.lemma not in {"partner", "market"} else None
    if any(t.lower in _TIME_WORDS for t in keep) or head.lemma in _NO_GOOD or head.lower in CURRENCY_WORDS:
        return None
    words = _STRIP.sub("", sentence.text[begin:end])
    if not words or sum(c.isalpha() for c in words) < 3:
        return None
    product: Product | None = product_of(words)
    if product is not None and product.kind != "goods":
        return None
    if _is_measure(words) and (product is None or " " in words):
        return None
    return Good(words, product.hs if product else None, end - len(words), end)


def whole_list(sentence: Sentence, good: Good) -> Good:
    """All goods of the list in which a good stands ("coffee and tea", "wheat, rice and sugar"): one figure is told of them together.

    Goods that have a figure each, as with "respectively" or "5 and 8 percent", stay single.
    """
    goods = goods_in(sentence)
    place = next((k for k, other in enumerate(goods) if other.start < good.end and good.start < other.end), None)
    if place is None:
        return good
    known = goods[place]
    good = known if known.start <= good.start and known.end > good.end else good
    first = good
    for other in reversed(goods[:place]):
        if other.end > first.start or not _LISTED.fullmatch(sentence.text[other.end : first.start]):
            break
        first = other
    whole = with_the_rest(sentence, first, goods)
    if (whole.start == good.start and whole.end == good.end) or not _AND.search(whole.words):
        return good
    return good if _ONE_EACH.search(sentence.text, whole.end) else whole


def with_the_rest(sentence: Sentence, good: Good, goods: list[Good]) -> Good:
    """The good and those listed behind it ("fuels, electricity, wood and food"), with the codes of all that have some."""
    end, codes = good.end, list(good.hs or ())
    for other in goods:
        if other.start > good.start and _LISTED.fullmatch(sentence.text[end : other.start]):
            end = other.end
            codes += [code for code in other.hs or () if code not in codes]
    return good if end == good.end else Good(sentence.text[good.start : end], tuple(codes) or None, good.start, end)


_PARTS = re.compile(r"[\s-]+")
_LISTED = re.compile(r"\s*(?:,|,?\s+and|&)\s+(?:[a-z-]+\s+)?")
_AND = re.compile(r"\band\b|&")
_UNIT = r"(?:%|per ?cent|percent|pct|million|billion|mln|bln|bn|tonnes|tons)"
_ONE_EACH = re.compile(
    rf"\brespectively\b|(?<![\d.,])(?!(?:19|20)\d\d\b)\d[\d.]*\s?{_UNIT}?,?\s+and\s+(?:by\s+)?[$€£¥]?\d[\d.,]*\s?{_UNIT}"
)
"""Behind a list of goods: a figure for each of them."""
