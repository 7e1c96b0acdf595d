"""More or fewer goods that went from one country to another, without a figure: "fewer tractors went to Chile", "Togo bought more".

Whose goods they are the story says before: the seller is that of the flow spoken of.
"""

from __future__ import annotations

from typing import Any, Final

from tieline.model import lazy_re as re
from tieline.model.claims import Quote, Trend
from tieline.model.confidence import CONFIDENCE
from tieline.model.vocabulary import Direction
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.goods import Good, goods_in
from tieline.read.story.memory import Frame, Memory
from tieline.read.story.topic import sides_of_flow
from tieline.read.syntax.tokens import Token
from tieline.read.trends.clauses import is_wish
from tieline.read.trends.members import members_of
from tieline.read.trends.times import modality_at, period_near

_WAYS: Final[dict[str, Direction]] = {
    **dict.fromkeys(("more", "larger", "bigger", "greater"), "up"),
    **dict.fromkeys(("less", "fewer", "smaller"), "down"),
}
_WENT: Final = frozenset({"go", "flow", "come"})
_SENT: Final = frozenset({"ship", "send", "sell", "export", "deliver", "supply", "dispatch"})
_ALSO_PEOPLE: Final = frozenset({"send", "dispatch", "deliver", "supply"})
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
        top = _top(phrase)
        verb, buyers = _buyers(sentence, top)
        sellers = sellers_of(sentence, top) if verb is None else ()
        if sellers:
            verb, buyers = top.head, _codes(sentence, _to(top.head))
        seller = _named_beside(sentence, phrase, buyers) or seller_to(sentence, memory, buyers)
        if verb is None or not (seller or sellers) or any(_knows(f, verb) for f in frames):
            continue
        good = next((g for g in goods_in(sentence) if word.idx < g.start < word.idx + _NEAR_GOOD), None)
        alone = phrase is word or phrase.lemma in _AMOUNTS
        good = good or (memory.topic() or _good_of_flow(memory) if alone else None)
        if (good is None and not (sellers or _is_all(sentence, phrase, memory))) or _is_against_another(sentence, verb):
            continue
        if is_wish(verb) or (good is None and sellers and verb.lemma in _ALSO_PEOPLE):
            continue  # "sent more troops"
        for one in sellers or (str(seller),):
            for code in (c for c in buyers if c != one):
                sides = (code, one) if _came(verb) else (one, code)
                out.append(_trend(sentence, story, memory, sides, word, verb, good))
    return out


def _is_all(sentence: Sentence, phrase: Token, memory: Memory) -> bool:
    """As in "Exports fell. Less was shipped to Chad": of all that the sentence before told of."""
    near = sentence.index - memory.flow_sentence == 1 or _before_names(sentence, memory.hub.about)
    return phrase.dep in {"nsubjpass", "dobj"} and phrase.lower in _WAYS and near


def _before_names(sentence: Sentence, code: str | None) -> bool:
    """The sentence before names this country alone."""
    before = sentence.before
    return before is not None and code is not None and {m.code for m in before.mentions} == {code}


def may_send_more(text: str) -> bool:
    """Ever more goods go somewhere, or ever fewer (asked before the sentence is parsed).

    >>> may_send_more("Less and less gas flows to Chad."), may_send_more("Less gas is burnt.")
    (True, False)
    """
    return _GOES.search(text) is not None


_GOES: Final = re.compile(
    r"\b(?:more|less|fewer)\b[^.;]{0,60}?\b(?:go|goes|going|went|flow|flows|flowing|flowed|come|comes|coming|came|(?:sold|sent|shipped|delivered|supplied|exported))\s+(?:to|from)\s",
    re.IGNORECASE,
)


_NEAR_GOOD: Final = 40


def seller_to(sentence: Sentence, memory: Memory, buyers: tuple[str, ...]) -> str | None:
    """Whose exports the story speaks of: those of the country that it is about, else of a side of the flow told last."""
    if not buyers:
        return None
    flow, about = memory.flow, memory.hub.about
    near = flow is not None and sentence.index - memory.flow_sentence <= _REMEMBERED
    sides = sides_of_flow(flow.indicator, flow.reporter, flow.partner) if flow is not None and near else ()
    sold = memory.hub.sells(about) if about is not None else False
    told_of = about in sides or memory.topic() is not None or _before_names(sentence, about)
    if about is not None and (sold or (sold is None and told_of)):
        sides = (about, *sides)
    found = next((code for code in sides if code not in {None, "WLD", *buyers}), None)
    return found if found == about or found != "EU" else None  # the Union is mostly the market that was spoken of


def _named_beside(sentence: Sentence, phrase: Token, buyers: tuple[str, ...]) -> str | None:
    """As in "took smaller volumes of Peruvian mangoes"."""
    first, last = phrase.left_edge.idx, phrase.right_edge.idx
    inside = (m for m in sentence.mentions if first <= m.start <= last and m.use == "adjective" and trades(m.code))
    return next((m.code for m in inside if m.code not in buyers), None) if buyers else None


def _good_of_flow(memory: Memory) -> Good | None:
    good = memory.flow.good if memory.flow is not None else None
    return good if isinstance(good, Good) else memory.good


def _counts(sentence: Sentence, word: Token) -> bool:
    """As in "300 more", "more than 20", "44 per cent fewer"."""
    return any(
        -_COUNTED < f.start - word.idx < 2 * _COUNTED or 0 <= word.idx - f.end < _COUNTED for f in sentence.figures
    )


def _top(phrase: Token) -> Token:
    """The head of the list or of the phrase that a noun stands in."""
    while phrase.dep in {"conj", "pobj", "prep", "compound"} and phrase.head.pos in {"NOUN", "PROPN", "ADP"}:
        phrase = phrase.head
    return phrase


def _buyers(sentence: Sentence, top: Token) -> tuple[Any | None, tuple[str, ...]]:
    """The verb, and the countries to which the goods went: behind "to", or its subjects."""
    verb = top.head.head if top.head.lower in {"too", "also"} else top.head
    if verb.pos != "VERB" or any(c.dep == "neg" for c in verb.children):
        return None, ()
    if (
        verb.tag in {"VBZ", "VBP"}
        and not any(c.dep == "aux" for c in verb.children)
        and not _EVER.search(verb.doc.text)
    ):
        return None, ()  # "only Chad buys more" compares
    if (top.dep == "nsubjpass" and verb.lemma in _SENT) or (top.dep == "nsubj" and verb.lemma in _WENT):
        if any(c.lower == "abroad" for c in verb.children):
            return verb, ("WLD",)
        whom = _to(verb)
    elif top.dep in {"dobj", "oprd"} or (top.dep == "advmod" and top.lower in _WAYS and top.i > verb.i):
        subject = next((c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}), None)
        passive = subject is not None and subject.dep == "nsubjpass"
        whom = subject if verb.lemma in (_SENT if passive else _TAKES) else None
    else:
        whom = None
    return (verb, _codes(sentence, whom)) if whom is not None else (None, ())


_EVER: Final = re.compile(
    r"\b(?:more\s+and\s+more|less\s+and\s+less|fewer\s+and\s+fewer|ever\s+(?:more|less|fewer|larger|smaller)|than\s+(?:it|they)\s+used\s+to|than\s+(?:before|ever))\b",
    re.IGNORECASE,
)
"""By which the present tells a movement."""


def _to(verb: Token) -> Token | None:
    """The noun behind "to", or behind "from" where goods come."""
    way = "from" if _came(verb) else "to"
    to = next((c for c in verb.children if c.dep in {"prep", "dative", "preconj", "cc"} and c.lower == way), None)
    return next((c for c in to.children if c.dep == "pobj"), None) if to is not None else None


def _came(verb: Token) -> bool:
    """As in "less was delivered from Chad": the countries named are those that sold."""
    leads = {c.lower for c in verb.children if c.dep in {"prep", "dative"}}
    return "from" in leads and "to" not in leads


def sellers_of(sentence: Sentence, top: Token) -> tuple[str, ...]:
    """As in "only two countries, Chad and Togo among them, sold more roses to Poland", "Caracas sent more fuel to Cuba"."""
    verb = top.head
    subject = next((c for c in verb.children if c.dep == "nsubj"), None)
    if verb.lemma not in _SENT or verb.tag != "VBD" or top.dep != "dobj" or subject is None:
        return ()
    beside = next((m.code for m in sentence.mentions if m.end + 1 == verb.idx and m.use != "adjective"), None)
    return (beside,) if beside is not None and trades(beside) else tuple(members_of(sentence, subject))


def _codes(sentence: Sentence, first: Token | None) -> tuple[str, ...]:
    """The countries of a list, or those that a plural stands for; none where something else stands in it."""
    if first is None:
        return ()
    if members := members_of(sentence, first):
        return tuple(members)
    if first.lemma in _BUYERS:  # "buyers in Chad and Togo"
        inside = (
            c for prep in first.children if prep.dep == "prep" and prep.lower in {"in", "from"} for c in prep.children
        )
        first = next((c for c in inside if c.dep == "pobj"), first)
    named = [sentence.mention_at(word) for word in (first, *first.conjuncts)]
    codes = [m.code for m in named if m is not None and m.use != "adjective" and trades(m.code)]
    return tuple(dict.fromkeys(codes)) if len(codes) == len(named) else ()


def _knows(frame: Frame, verb: Token) -> bool:
    """The verb's own flow is told with both its sides."""
    return bool(frame.token.i == verb.i and frame.reporter and frame.partner not in {None, "WLD"})


def _is_against_another(sentence: Sentence, verb: Token) -> bool:
    """As in "took more than Chile": two countries are compared, and nothing has moved."""
    than = _THAN.search(sentence.text, verb.idx)
    return than is not None and any(than.start("what") <= m.start < than.end() for m in sentence.mentions)


def _trend(
    sentence: Sentence,
    story: Story,
    memory: Memory,
    sides: tuple[str, str],
    word: Token,
    verb: Token,
    good: Good | None,
) -> Trend:
    first, last = min(word.idx, verb.idx), max(word.idx + len(word), verb.idx + len(verb))
    period = period_near(sentence, first, last, wide=True)[0]
    carried = ("period",) if period is None and memory.period is not None else ()
    return Trend(
        document=story.document.id, version=story.document.version_id, quote=Quote.of(story.document.text, sentence.start + first, sentence.start + last),
        indicator="exports", reporter=sides[0], partner=sides[1], product=good.words if good else None, hs=good.hs or None if good else None, period=period or memory.period,
        direction=_WAYS[word.lower], modality=modality_at(sentence, verb), inferred=("reporter", *carried), confidence=CONFIDENCE["turn-of-speech"],
    )  # fmt: skip
