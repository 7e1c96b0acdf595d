"""Frames of needs that a supplier meets: "Norway met 22% of Germany's gas needs", "Georgia covers 60 percent of its demand with gas from Iran".

Whoever needs the goods imports them from who meets the need; what is burnt or met at home ("nuclear plants met 60
percent of France's demand") has no supplier and is none.  "Hungary relies on Russia for 80 percent of its gas" and "half of the oil that India uses comes from Russia" tell the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.subjects import country_of_phrase, sentence_subject, subject_of
from tieline.read.frames.tables import TABLE
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.goods import Good
from tieline.read.story.memory import Frame, Memory
from tieline.read.syntax.tokens import Token

_NEED: Final = r"(?:needs?|demand|consumption|requirements?|usage)"
_WORDS: Final = re.compile(
    rf"\b(?:(?:{_NEED})\b|(?:rel(?:y|ies|ied)|depend(?:s|ed)?|dependent|reliant)\s+on\b|(?:needs|needed|uses|used|burns|consumes?|consumed)\s+(?:comes?|came)\s+from\b)"
)
_OF_OWNED: Final = re.compile(
    r"(?:%|\b(?:per\s?cent|pct|half|thirds?|quarters?|fifths?))\s+of\s+(?:all\s+)?(?:the\s+)?[A-Z][\w. ]{1,30}['\u2019]s?\s"
)
_OF_NEED: Final = re.compile(
    rf"\s+of\s+(?:all\s+)?(?:(?P<its>its|their)\s+|(?:the\s+)?)(?P<phrase>(?:[^\s,;.]+\s+){{0,6}}?)(?P<need>{_NEED})\b(?P<behind>\s+of\s+(?:the\s+)?)?"
)
_RELIES: Final = re.compile(
    r"\b(?:rel(?:y|ies|ied|ying)|depend(?:s|ed|ing)?|(?:dependent|reliant))\s+on\s+(?:imports\s+from\s+)?(?:the\s+)?$"
)
_FOR_PART: Final = re.compile(
    r"\s+for\s+(?:(?:about|some|nearly|almost|over|around|up\s+to|more\s+than|as\s+much\s+as)\s+)*$"
)
_OF_ITS: Final = re.compile(
    r"\s+of\s+(?:all\s+)?(?:its|their|the)\s+(?!(?:[a-z-]+\s+){0,2}(?:budget|debts?|revenues?|income|gdp|population|funding)\b)(?:[a-z-]+\s+){0,4}?"
)
_AND_NEXT: Final = re.compile(
    r"\s+of\s+(?:its|their)\s+[a-z -]{2,30}?(?:,|,?\s+and)\s+(?:(?:about|some|nearly|almost|over)\s+)*"
)
_USED_FROM: Final = re.compile(
    r"\s+of\s+(?:all\s+)?(?:the\s+)?(?:[a-z-]+\s+){1,3}(?:that\s+|which\s+)?(?:the\s+)?(?P<who>(?-i:[A-Z])[\w. ]+?)\s+(?:needs|needed|uses|used|burns|burned|consumes|consumed)\s+(?:comes?|came)\s+from\s+(?:the\s+)?"
)
_MEETS: Final = frozenset("meet cover supply provide satisfy fill fulfil fulfill serve account".split())
_WITH_FROM: Final = re.compile(r"[^.;]{0,20}?\b(?:(?:with|by|through)\s+(?:[a-z-]+\s+){1,4}?from|from)\s+(?:the\s+)?$")
_WITH_ITS: Final = re.compile(r"[^.;]{0,20}?\bwith\s+(?:[a-z-]+\s+)?$")
"""Before "Russian gas"."""
_ROW: Final = re.compile(
    r"(?:,?\s+(?:which|with)\s+(?:(?:held|had|has|holds|met|covered)\s+)?(?:an?\s+)?|\s+(?:delivered|supplied|provided|covered|met|held|had)\s+|\s+)(?:(?:about|some|nearly|almost|over|another|only|just)\s+)*"
)
_ROW_LEAD: Final = re.compile(r"(?:[,;]|\b(?:and|while|behind|after|only|ahead\s+of|followed\s+by))\s+(?:the\s+)?$")
_JOINED: Final = re.compile(r"(?:,|,?\s+and)\s+(?:the\s+)?")


@dataclass(frozen=True, slots=True)
class _Need:
    """Who needs what, and the figure that tells how much of it one supplier covers."""

    figure: Figure
    buyer: str
    token: Token
    start: int
    end: int


def may_meet_needs(sentence: Sentence) -> bool:
    """A supplier's part of what a country needs may be told (asked before the sentence is parsed)."""
    told = _WORDS.search(sentence.text) or _OF_OWNED.search(sentence.text) or "of the market" in sentence.text
    return bool(told) and any(f.kind == "percent" for f in sentence.figures)


def need_frames(sentence: Sentence, goods: list[Good], memory: Memory) -> list[Frame]:
    """The frames of suppliers with the part of a country's needs that they meet, in order."""
    if not may_meet_needs(sentence):
        return []
    out: list[Frame] = []
    for figure in sentence.figures:
        if figure.kind != "percent":
            continue
        found = (
            _met(sentence, figure, memory)
            or _relied_on(sentence, figure, memory)
            or _used(sentence, figure)
            or _of_goods(sentence, figure, goods, memory)
            or _of_market(sentence, figure, memory)
        )
        if found is not None:
            need, suppliers = found
            out.append(_frame(need, suppliers, goods))
        elif out and (row := _row(sentence, figure, out[-1])) is not None:
            out.append(row)
    return out


def without_needed(sentence: Sentence, frames: list[Frame], needs: list[Frame]) -> list[Frame]:
    """The frames that the parts of a need leave: "with supplies from Russia" and "Norway delivered 30 percent" tell of the same."""
    left = []
    for frame in frames:
        after = next((f for f in sentence.figures if f.start > frame.token.idx), None)
        of_parts = frame.indicator in _OF_PARTS and frame.partner not in {None, "WLD"}
        own = not of_parts or (after is not None and after.kind in {"money", "quantity"})
        if own and all(frame.token.i != need.token.i for need in needs):
            left.append(frame)
    return left


_OF_PARTS: Final = frozenset({"exports", "imports", "consumption"})


def _frame(need: _Need, suppliers: list[str], goods: list[Good]) -> Frame:
    inside = [g for g in goods if need.figure.end <= g.start <= need.end]
    one = suppliers[0] if len(suppliers) == 1 else None
    return Frame(
        need.token, "imports", need.buyer, one, inside[0] if inside else (goods[0] if len(goods) == 1 else None),
        start=need.start, end=need.end, group=one is None, partner_prep=TABLE,
    )  # fmt: skip


def _met(sentence: Sentence, figure: Figure, memory: Memory) -> tuple[_Need, list[str]] | None:
    """As in "met 22% of the gas needs of Germany", "covers 60 percent of its demand with gas from Iran"."""
    told = _OF_NEED.match(sentence.text, figure.end)
    token = sentence.token_at(told.start("need")) if told is not None else None
    if told is None or token is None:
        return None
    verb = next(
        (t for t in sentence.tokens if t.lemma in _MEETS and figure.start - _NEAR <= t.idx < figure.start), None
    )
    inside = [m for m in sentence.mentions if told.start() <= m.start < told.end("need") and trades(m.code)]
    after = next((m for m in sentence.mentions if told["behind"] and m.start == told.end()), None)
    subject = subject_of(verb)[0] if verb is not None else None
    who = sentence_subject(sentence, verb, memory) if verb is not None else None
    end = after.end if after is not None else told.end("need")
    buyer = inside[-1].code if inside else after.code if after is not None else who if told["its"] else None
    if buyer is None or not trades(buyer):
        return None
    led = [m.code for m in sentence.mentions if m.start > end and _leads(sentence.text, end, m)]
    suppliers = led if told["its"] else _subjects(sentence, subject, memory, verb)
    suppliers = [code for code in suppliers if code != buyer and trades(code)]
    return (_Need(figure, buyer, token, told.start("need"), end), suppliers) if suppliers else None


def _leads(text: str, since: int, mention: Mention) -> bool:
    """As in "with supplies from Russia", "with Russian gas"."""
    lead = _WITH_ITS if mention.use == "adjective" else _WITH_FROM
    return lead.fullmatch(text, since, mention.start) is not None


def _subjects(sentence: Sentence, subject: Token | None, memory: Memory, verb: Token | None) -> list[str]:
    """The suppliers that the subject names: "Kuwait, Qatar and Oman", "Russian gas", "the country"."""
    if subject is None or verb is None:
        return []
    first, last = subject.left_edge.idx, verb.idx
    named = [m.code for m in sentence.mentions if first <= m.start < last and trades(m.code)]
    one = country_of_phrase(sentence, subject, memory)
    return list(dict.fromkeys(named)) or ([one] if one is not None else [])


def _relied_on(sentence: Sentence, figure: Figure, memory: Memory) -> tuple[_Need, list[str]] | None:
    """As in "Hungary depends on Russia for 80 percent of its gas and 65 percent of its oil"."""
    goods = _OF_ITS.match(sentence.text, figure.end)
    if goods is None:
        return None
    supplier: Mention | None = None
    for mention in sentence.mentions:
        if mention.end < figure.start and trades(mention.code) and _RELIES.search(sentence.text[: mention.start]):
            between = [f for f in sentence.figures if mention.end <= f.start < figure.start]
            begins = between[0].start if between else figure.start
            row = pairwise([*between, figure])
            rest = all(_AND_NEXT.fullmatch(sentence.text, one.end, two.start) for one, two in row)
            if _FOR_PART.fullmatch(sentence.text, mention.end, begins) and rest:
                supplier = mention
    token = sentence.token_at(goods.end())
    if supplier is None or token is None:
        return None
    buyer = sentence_subject(sentence, sentence.word_of(supplier) or token, memory)
    if buyer is None or buyer == supplier.code or not trades(buyer):
        return None
    return _Need(figure, buyer, token, token.idx, token.idx + len(token)), [supplier.code]


def _used(sentence: Sentence, figure: Figure) -> tuple[_Need, list[str]] | None:
    """As in "85 percent of all the crude oil Japan needed came from Saudi Arabia and the UAE"."""
    told = _USED_FROM.match(sentence.text, figure.end)
    if told is None:
        return None
    buyer = next((m for m in sentence.mentions if m.start == told.start("who") and trades(m.code)), None)
    first = next((m for m in sentence.mentions if m.start == told.end() and trades(m.code)), None)
    token = sentence.token_at(buyer.start) if buyer is not None else None
    if buyer is None or first is None or token is None:
        return None
    return _Need(figure, buyer.code, token, buyer.start, told.end()), _listed_from(sentence, first)


def _listed_from(sentence: Sentence, first: Mention) -> list[str]:
    row = [first]
    for mention in sentence.mentions:
        if mention.start > row[-1].end and _JOINED.fullmatch(sentence.text, row[-1].end, mention.start):
            row.append(mention)
    return [m.code for m in row]


def _of_goods(sentence: Sentence, figure: Figure, goods: list[Good], memory: Memory) -> tuple[_Need, list[str]] | None:
    """As in "supplies 11 percent of the EU's gas", "85 percent of Japan's crude oil came from Saudi Arabia and the UAE"."""
    text = sentence.text
    owner = next((m for m in sentence.mentions if _OF.fullmatch(text, figure.end, m.start) and trades(m.code)), None)
    good = next((g for g in goods if owner is not None and _OWNED.fullmatch(text, owner.end, g.start)), None)
    token = sentence.token_at(good.end - 1) if good is not None else None
    if owner is None or good is None or token is None:
        return None
    need = _Need(figure, owner.code, token, owner.start, good.end)
    led = _COMES_FROM.match(text, good.end)
    first = next((m for m in sentence.mentions if led is not None and m.start == led.end() and trades(m.code)), None)
    if first is not None:
        return need, _listed_from(sentence, first)
    verb = next(
        (
            t
            for t in sentence.tokens
            if t.lemma in _MEETS and t.pos == "VERB" and _RIGHT_BEFORE.fullmatch(text, t.idx + len(t), figure.start)
        ),
        None,
    )
    if verb is None or _FOLLOWED.match(text, good.end):
        return None
    suppliers = [c for c in _subjects(sentence, subject_of(verb)[0], memory, verb) if c != owner.code]
    return (need, suppliers) if suppliers else None


def _of_market(sentence: Sentence, figure: Figure, memory: Memory) -> tuple[_Need, list[str]] | None:
    """As in "Before the war Russia had around 50% of the market", after what another supplies: of who buys."""
    told, last = _THE_MARKET.match(sentence.text, figure.end), memory.flow
    if told is None or last is None or sentence.index - memory.flow_sentence > _REMEMBERED:
        return None
    buyer = last.reporter if last.indicator == "imports" else last.partner
    verb = next((t for t in sentence.tokens if t.lemma in _HOLDS and t.idx < figure.start), None)
    token = sentence.token_at(told.end() - 1)
    supplier = country_of_phrase(sentence, subject_of(verb)[0], memory) if verb is not None else None
    if token is None or buyer in {None, "WLD", supplier} or supplier is None or not trades(supplier):
        return None
    return _Need(figure, str(buyer), token, told.end() - len("market"), told.end()), [supplier]


_THE_MARKET: Final = re.compile(r"\s+of\s+(?:the|that|this)\s+(?:[a-z]+\s+)?market\b")
_HOLDS: Final = frozenset("have hold control command take supply cover".split())
_REMEMBERED: Final = 2
_OF: Final = re.compile(r"\s+of\s+(?:all\s+)?(?:the\s+)?")
_OWNED: Final = re.compile(r"['\u2019]s?\s+(?:[a-z-]+\s+){0,2}")
_COMES_FROM: Final = re.compile(
    r"\s+(?:(?:is|was|are|were|has\s+been)\s+(?:(?:bought|imported|sourced|shipped)\s+from|supplied\s+(?:from|by))|(?:comes?|came|arrives?|arrived)\s+from)\s+(?:the\s+)?"
)
_RIGHT_BEFORE: Final = re.compile(
    r"\s+(?:(?:about|some|nearly|almost|over|around|up\s+to|more\s+than|as\s+much\s+as|another|just|only)\s+)*"
)
_FOLLOWED: Final = re.compile(
    r"\s+(?:exports?|imports?|sales?|production|output|market|industry|exporters?|reserves)\b"
)
"""Behind a good that only tells what kind of thing is meant."""


def _row(sentence: Sentence, figure: Figure, last: Frame) -> Frame | None:
    """As in "behind only Russia, which held a 34% share", "Norway delivered 30 percent": another supplier of the same."""
    for mention in reversed(sentence.mentions):
        if mention.end > figure.start or mention.code in last.pair or not trades(mention.code):
            continue
        token = sentence.word_of(mention)
        led = _ROW_LEAD.search(sentence.text[: mention.start]) is not None
        if token is None or not led or _ROW.fullmatch(sentence.text, mention.end, figure.start) is None:
            return None
        return Frame(
            token, "imports", last.reporter, mention.code, last.good, start=mention.start, end=mention.end,
            inferred=("indicator", "reporter"), partner_prep=TABLE,
        )  # fmt: skip
    return None


_NEAR: Final = 40
