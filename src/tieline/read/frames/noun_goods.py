"""The product of a noun of trade: before it ("crude oil exports"), behind "of", or "in oil", "on steel"."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.phrase import FINITE_TAGS, Near, object_of
from tieline.read.frames.rates import good_taxed
from tieline.read.story.document import Sentence
from tieline.read.story.goods import Good, good_of_phrase
from tieline.read.story.goods_denied import left_out_behind
from tieline.read.syntax.tokens import Token
from tieline.read.words.trade import words

_NEW_PHRASE = re.compile(r"[,;:]|\b(?:of|and|to|in|with)\b")
"""What parts a product from the noun behind it: "oil and exports" are no oil exports."""
_WITHOUT_GOODS: Final[frozenset[Indicator]] = frozenset({"investment", "debt", "aid", "tourism"})
_OF_GOODS: Final[frozenset[Indicator]] = frozenset({"exports", "imports", "trade"})
_WHOLE_FLOWS: Final = frozenset({"export", "import", "trade", "turnover", "shipment", "sale", "purchase"})
_ON_REACH = 9
_FARTHEST_GOOD = 28


def good_of_noun(sentence: Sentence, token: Token, near: Near, goods: list[Good], indicator: Indicator) -> Good | None:
    """The product of a noun: before it ("crude oil exports"), after "of", or "in oil", "on steel", "excluding oil"."""
    good = _named_with(sentence, token, near, goods, indicator)
    if good is not None or indicator not in _OF_GOODS or token.lemma not in _WHOLE_FLOWS:
        return good
    begin = left_out_behind(sentence.text, token.idx + len(token))
    return next((g for g in goods if g.start == begin), None) if begin is not None else None


def _named_with(sentence: Sentence, token: Token, near: Near, goods: list[Good], indicator: Indicator) -> Good | None:
    of_a_balance = indicator == "balance" and token.lemma in {"deficit", "surplus", "balance"}
    if indicator in _WITHOUT_GOODS or (indicator == "balance" and not of_a_balance):
        return None
    before = _good_before(sentence, token, goods)
    if before is not None or of_a_balance:
        return before
    if token.lemma in {"export", "import", "shipment"} and (unknown := _unknown_before(sentence, token)) is not None:
        return unknown
    if token.dep == "attr" and (called := _called(sentence, token, goods)) is not None:
        return called
    head = near.of_head if indicator != "tariff" else None
    if head is None and indicator != "consumption":
        head = _on_what(sentence, token) if indicator == "tariff" else _behind(token, "in")
    if head is None or any(f.start <= head.idx < f.end for f in sentence.figures):
        return good_taxed(sentence, token.idx + len(token), goods) if indicator == "tariff" else None
    if sentence.mention_at(head) is not None and head.i + 1 < len(head.doc) and head.nbor(1).tag in {"NN", "NNS"}:
        head = head.nbor(1)  # "exports of Swiss watches", where the parser took the adjective for the noun
    good = good_of_phrase(sentence, head, goods)
    return good_taxed(sentence, token.idx + len(token), goods) if good is None and indicator == "tariff" else good


def _unknown_before(sentence: Sentence, token: Token) -> Good | None:
    """As in "India's tur imports": a good that the lexicon does not know, by its place."""
    word = token.nbor(-1) if token.i > 0 else None
    if (
        word is None
        or word.dep != "compound"
        or word.head.i != token.i
        or not word.text.islower()
        or word.lemma in _NO_GOOD
    ):
        return None
    return (
        good_of_phrase(sentence, word, []) if word.tag in {"NN", "NNS", "NNP", "NNPS"} and word.text.isalpha() else None
    )


_NO_GOOD = words(
    "service crossborder cross-border world market government industry state member transit border record net bulk spot two-way year month quarter week peak volume visible merchandise trade company private sector consumer land sea air rail farm country nation area zone region bloc union group home non-oil crop season sample trial outbound inbound outgoing incoming"
)


def _called(sentence: Sentence, token: Token, goods: list[Good]) -> Good | None:
    """As in "copper was the largest import"."""
    subject = next((c for c in token.head.children if c.dep == "nsubj"), None)
    found = good_of_phrase(sentence, subject, goods) if subject is not None and token.head.lemma == "be" else None
    return found if found is not None and found.hs else None


def _behind(token: Token, prep: str) -> Token | None:
    return next((object_of(c) for c in token.children if c.dep == "prep" and c.lower == prep), None)


def _on_what(sentence: Sentence, token: Token) -> Token | None:
    """What a tariff is on: "a duty of 22% on frozen chicken", "a surcharge on imports of tiles"."""
    for prep in ("on", "of", "for"):
        head = _behind(token, prep) if prep != "on" else _behind(token, "on") or _next_on(token)
        if head is None or any(f.start <= head.idx < f.end for f in sentence.figures):
            continue
        return (_behind(head, "of") or head) if head.lemma in {"import", "export", "sale", "shipment"} else head
    return None


def _next_on(token: Token) -> Token | None:
    """The object of an "on" that the parser hung elsewhere, close behind the tariff or its rate."""
    for word in token.doc[token.i + 1 : token.i + _ON_REACH]:
        if word.lower == "on" and word.dep == "prep":
            return object_of(word)
        if word.tag in FINITE_TAGS or word.text in {";", ":"}:
            return None
    return None


def _good_before(sentence: Sentence, token: Token, goods: list[Good]) -> Good | None:
    before = [g for g in goods if g.end <= token.idx and not _NEW_PHRASE.search(sentence.text[g.end : token.idx])]
    if not before or token.idx - before[-1].end >= _FARTHEST_GOOD:
        return None
    between = (t for t in token.doc if before[-1].end <= t.idx < token.idx)
    return None if any(t.tag in FINITE_TAGS for t in between) else before[-1]
