"""More or fewer goods that went from one country to another, without a figure: "fewer tractors went to Chile", "Togo bought more".

Whose goods they are the story says before: the seller is that of the flow spoken of.
"""

from __future__ import annotations

from typing import Any, Final

from tieline.model import lazy_re as re
from tieline.model.claims import Quote, Trend
from tieline.model.vocabulary import Direction
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.goods import Good, goods_in
from tieline.read.story.memory import Frame, Memory
from tieline.read.story.topic import sides_of_flow
from tieline.read.trends.clauses import is_wish
from tieline.read.trends.times import modality_at, period_near

_WAYS: Final[dict[str, Direction]] = {
    **dict.fromkeys(("more", "larger", "bigger", "greater"), "up"),
    **dict.fromkeys(("less", "fewer", "smaller"), "down"),
}
_WENT: Final = frozenset({"go", "flow"})
_SENT: Final = frozenset({"ship", "send", "sell", "export", "deliver", "supply", "dispatch"})
_TAKES: Final = frozenset({"take", "buy", "import", "purchase"})
_AMOUNTS: Final = frozenset({"volume", "amount", "quantity"})
_BUYERS: Final = frozenset({"buyer", "customer", "importer", "client"})
_REMEMBERED: Final = 6
_COUNTED: Final = 12
_THAN: Final = re.compile(r"\bthan\b(?P<what>[^,;.]*)")


def read_amounts(sentence: Sentence, frames: list[Frame], story: Story, memory: Memory) -> list[Trend]:
    """A trend for each country to which more goods, or fewer, are told to have gone."""
    told = [t for t in sentence.tokens if t.lower in _WAYS and not _counts(sentence, t)]
    out: list[Trend] = []
    for word in told:
        phrase = word.head if word.dep in {"amod", "advmod", "nmod"} and word.head.pos in {"NOUN", "PROPN"} else word
        verb, buyers = _buyers(sentence, _top(phrase))
        seller = _named_beside(sentence, phrase, buyers) or _seller(sentence, memory, buyers)
        if verb is None or seller is None or any(_knows(f, verb) for f in frames):
            continue
        good = next((g for g in goods_in(sentence) if word.idx < g.start < word.idx + _NEAR_GOOD), None)
        alone = phrase is word or phrase.lemma in _AMOUNTS
        good = good or (memory.topic() or _good_of_flow(memory) if alone else None)
        if good is None or _is_against_another(sentence, verb) or is_wish(verb):
            continue
        out += [_trend(sentence, story, memory, (seller, code), word, verb, good) for code in buyers]
    return out


_NEAR_GOOD: Final = 40


def _seller(sentence: Sentence, memory: Memory, buyers: tuple[str, ...]) -> str | None:
    """Whose exports the story speaks of: those of the country that it is about, else of a side of the flow told last."""
    if not buyers:
        return None
    flow, about = memory.flow, memory.hub.about
    near = flow is not None and sentence.index - memory.flow_sentence <= _REMEMBERED
    sides = sides_of_flow(flow.indicator, flow.reporter, flow.partner) if flow is not None and near else ()
    sold = memory.hub.sells(about) if about is not None else False
    if about is not None and (sold or (sold is None and (about in sides or memory.topic() is not None))):
        sides = (about, *sides)
    found = next((code for code in sides if code not in {None, "WLD", *buyers}), None)
    return found if found == about or found != "EU" else None  # the Union is mostly the market that was spoken of


def _named_beside(sentence: Sentence, phrase: Any, buyers: tuple[str, ...]) -> str | None:
    """As in "took smaller volumes of Peruvian mangoes"."""
    first, last = phrase.left_edge.idx, phrase.right_edge.idx
    inside = (m for m in sentence.mentions if first <= m.start <= last and m.use == "adjective" and trades(m.code))
    return next((m.code for m in inside if m.code not in buyers), None) if buyers else None


def _good_of_flow(memory: Memory) -> Good | None:
    good = memory.flow.good if memory.flow is not None else None
    return good if isinstance(good, Good) else memory.good


def _counts(sentence: Sentence, word: Any) -> bool:
    """As in "300 more", "more than 20", "44 per cent fewer"."""
    return any(
        -_COUNTED < f.start - word.idx < 2 * _COUNTED or 0 <= word.idx - f.end < _COUNTED for f in sentence.figures
    )


def _top(phrase: Any) -> Any:
    """The head of the list or of the phrase that a noun stands in."""
    while phrase.dep in {"conj", "pobj", "prep", "compound"} and phrase.head.pos in {"NOUN", "PROPN", "ADP"}:
        phrase = phrase.head
    return phrase


def _buyers(sentence: Sentence, top: Any) -> tuple[Any | None, tuple[str, ...]]:
    """The verb, and the countries to which the goods went: behind "to", or its subjects."""
    verb = top.head
    if verb.pos != "VERB" or verb.tag in {"VBZ", "VBP"} or any(c.dep == "neg" for c in verb.children):
        return None, ()  # "only Chad buys more" compares
    if (top.dep == "nsubjpass" and verb.lemma in _SENT) or (top.dep == "nsubj" and verb.lemma in _WENT):
        if any(c.lower == "abroad" for c in verb.children):
            return verb, ("WLD",)
        to = next((c for c in verb.children if c.dep in {"prep", "dative"} and c.lower == "to"), None)
        whom = next((c for c in to.children if c.dep == "pobj"), None) if to is not None else None
    elif top.dep in {"dobj", "oprd"} or (top.dep == "advmod" and top.lower in _WAYS and top.i > verb.i):
        subject = next((c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}), None)
        passive = subject is not None and subject.dep == "nsubjpass"
        whom = subject if verb.lemma in (_SENT if passive else _TAKES) else None
    else:
        whom = None
    return (verb, _codes(sentence, whom)) if whom is not None else (None, ())


def _codes(sentence: Sentence, first: Any) -> tuple[str, ...]:
    """The countries of a list; none where something else stands in it."""
    if first.lemma in _BUYERS:  # "buyers in Chad and Togo"
        inside = (
            c for prep in first.children if prep.dep == "prep" and prep.lower in {"in", "from"} for c in prep.children
        )
        first = next((c for c in inside if c.dep == "pobj"), first)
    named = [sentence.mention_at(word) for word in (first, *first.conjuncts)]
    codes = [m.code for m in named if m is not None and m.use != "adjective" and trades(m.code)]
    return tuple(dict.fromkeys(codes)) if len(codes) == len(named) else ()


def _knows(frame: Frame, verb: Any) -> bool:
    """The verb's own flow is told with both its sides."""
    return bool(frame.token.i == verb.i and frame.reporter and frame.partner not in {None, "WLD"})


def _is_against_another(sentence: Sentence, verb: Any) -> bool:
    """As in "took more than Chile": two countries are compared, and nothing has moved."""
    than = _THAN.search(sentence.text, verb.idx)
    return than is not None and any(than.start("what") <= m.start < than.end() for m in sentence.mentions)


def _trend(
    sentence: Sentence, story: Story, memory: Memory, sides: tuple[str, str], word: Any, verb: Any, good: Good
) -> Trend:
    first, last = min(word.idx, verb.idx), max(word.idx + len(word), verb.idx + len(verb))
    period = period_near(sentence, first, last, wide=True)[0]
    carried = ("period",) if period is None and memory.period is not None else ()
    return Trend(
        document=story.document.id, version=story.document.version_id, quote=Quote.of(story.document.text, sentence.start + first, sentence.start + last),
        indicator="exports", reporter=sides[0], partner=sides[1], product=good.words, hs=good.hs or None, period=period or memory.period,
        direction=_WAYS[word.lower], modality=modality_at(sentence, verb), inferred=("reporter", *carried), confidence=0.5,
    )  # fmt: skip
