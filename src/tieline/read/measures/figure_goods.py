"""The product said with a figure itself: "worth of cars", "tonnes of rice", "46 percent consisted of textiles"."""

from __future__ import annotations

from typing import Any

from tieline.model import lazy_re as re
from tieline.read.frames.slots import Slotted
from tieline.read.frames.subjects import subject_of
from tieline.read.measures.figure_frames import clause_of
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.story.goods import Good, good_of_phrase, with_the_rest
from tieline.read.syntax.tokens import Token
from tieline.read.words.trade import NOUN_ANCHORS


def good_at(sentence: Sentence, figure: Figure, goods: list[Good], slotted: Slotted) -> Good | None:
    """The product said with the figure itself: "worth of cars", "tonnes of rice", "46 percent consisted of textiles"."""
    if (good := _good_behind(sentence, figure, goods)) is not None:
        return good
    if figure.kind == "money" and (good := _good_that_is_worth(sentence, figure, goods)) is not None:
        return good
    if slotted.slot == "share" and (good := _good_of_share(sentence, figure, goods)) is not None:
        return good
    return _good_of_list(sentence, figure, goods) if figure.kind == "money" else None


_BEHIND = re.compile(
    r"(?:\s+of\s+\d[\d.]*[\s-]?(?:kilo\w*|kg|pounds?|lbs?|lit\w+))?(?:-|'s?)?\s*(?:worth\s+)?of\s+|\s+worth\s+of\s+|\s+in\s+(?=[a-z]+\b(?!\s+\d))"
)
_SPENT_ON = re.compile(r"\s+(?:for|on)\s+")
_CAUSE = re.compile(
    r"\s+(?:on|for)\s+(?:(?:the\s+)?back\s+of|(?:[\w-]+\s+){0,2}?(?:more|higher|lower|strong(?:er)?|weak(?:er)?|rising|falling|surging|soaring|robust|brisk|"
    r"increas(?:ed|ing)|growing|declining|reduced|heav(?:y|ier)|larger|bigger|smaller|fewer|less|better|firm(?:er)?|record|cheaper|costlier|good|poor)\b"
    r"|(?:[\w-]+\s+){0,4}?(?:prices?|demand|purchases|shipments|appetite|costs?)\b)"
)
"""Behind a level that is of no product: why it moved."""
_WORTH = re.compile(r"([A-Za-z]+)\s+(?:worth|valued at)\s+(?:about |some |nearly |more than |over )?$")
_IN_A_LIST = re.compile(r"(?:,|;|\band\b|:)\s+([A-Za-z][\w -]{2,30}?)\s+(?:by |at |for |,? ?too: ?)?$")
_LIST_REACH = 50
_LIST_GAP = 12


def _good_behind(sentence: Sentence, figure: Figure, goods: list[Good]) -> Good | None:
    """As in "3 mln tonnes of rice", "worth of cars", "27 mln dlrs for rubber"; behind "in", "for" and "on" a known one."""
    for pattern, kinds in ((_BEHIND, {"money", "quantity"}), (_SPENT_ON, {"money"})):
        m = pattern.match(sentence.text, figure.end) if figure.kind in kinds else None
        if m and pattern is _SPENT_ON and _CAUSE.match(sentence.text, figure.end):
            continue  # "rose 2 percent to 9 billion on higher oil prices"
        head = _phrase_head(sentence, m.end()) if m else None
        good = good_of_phrase(sentence, head, goods) if head is not None else None
        if m and good is not None and (good.hs or "of" in m.group().split()):
            return good
    return None


def _good_that_is_worth(sentence: Sentence, figure: Figure, goods: list[Good]) -> Good | None:
    """As in "cars worth 3 billion"."""
    worth = _WORTH.search(sentence.text[: figure.start])
    head = _phrase_head(sentence, worth.start(1)) if worth else None
    if worth is None or head is None or head.idx > worth.start(1):
        return None
    return good_of_phrase(sentence, head, goods)


def _good_of_list(sentence: Sentence, figure: Figure, goods: list[Good]) -> Good | None:
    """As in "..., machinery at 3 billion"."""
    begin = max(0, figure.start - _LIST_REACH)
    m = _IN_A_LIST.search(sentence.text[begin : figure.start])
    near = [g for g in goods if m and begin + m.start(1) < g.end <= figure.start < g.end + _LIST_GAP]
    return near[-1] if near else None


def _good_of_share(sentence: Sentence, figure: Figure, goods: list[Good]) -> Good | None:
    """What a share is: behind it ("nine tenths of it oil", "of the oil Chad exported"), right before it, or the subject of its clause."""
    text = sentence.text
    if (traded := _good_traded(sentence, figure, goods)) is not None:
        return traded
    for pattern in (_OF_THEM, _IS_MADE_OF):
        m = pattern.match(text, figure.end)
        head = _phrase_head(sentence, m.end()) if m else None
        good = good_of_phrase(sentence, head, goods) if head is not None else None
        if m and good is not None and (good.hs or m.groupdict().get("verb")):
            return with_the_rest(sentence, good, goods)
    behind = next((g for g in goods if g.start >= figure.end), None)
    if behind is not None and not text[figure.end : behind.start].strip():
        return behind
    beside = [g for g in goods if g.end <= figure.start and not text[g.end : figure.start].strip()]
    if beside:
        return beside[-1]
    token = next((t for t in sentence.tokens if t.idx + len(t) > figure.core), None)
    verb = clause_of(token) if token is not None else None
    subject = next((c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}), None) if verb is not None else None
    if subject is None and verb is not None and verb.dep == "advcl":
        subject = subject_of(verb)[0]
    told = False
    if subject is not None and subject.lemma in _PARTS and subject.idx < figure.start:
        return _good_of_part(sentence, subject, goods)
    if subject is not None and subject.lower in {"which", "that"} and verb is not None and verb.dep == "relcl":
        subject, told = verb.head, True
    if (
        subject is not None
        and subject.idx < figure.start
        and not sentence.mention_at(subject)
        and not any(f.start <= subject.idx < f.end for f in sentence.figures)
    ):
        good = good_of_phrase(sentence, subject, goods)
        return good if good is None or good.hs or not told else None
    return None


def _good_traded(sentence: Sentence, figure: Figure, goods: list[Good]) -> Good | None:
    """As in "17 percent of the oil Chad exported": the goods that a country has traded, where no "that" joins them to its verb."""
    text = sentence.text
    lead = _OF_GOODS.match(text, figure.end)
    good = next((g for g in goods if lead is not None and g.start >= lead.end()), None)
    if lead is None or good is None or _KIND.fullmatch(text, lead.end(), good.start) is None:
        return None
    trader = next((m for m in sentence.mentions if m.start >= good.end), None)
    near = trader is not None and text[good.end : trader.start].strip() in _JOINED
    return good if trader is not None and near and _HAS_TRADED.match(text, trader.end) else None


_OF_GOODS = re.compile(r"\s+of\s+(?:all\s+)?(?:of\s+)?(?:the\s+)?")
_KIND = re.compile(r"(?:[a-z-]+\s+){0,2}")
_JOINED = frozenset({"", "the", "that", "which", "that the", "which the"})
_HAS_TRADED = re.compile(
    r"\s+(?:has\s+|had\s+|have\s+)?(?:exports?|exported|imports?|imported|buys|bought|purchase[sd]|sells|sold|ships|shipped|takes|took|received?)\b"
)
"""Behind whoever traded the goods."""


def _good_of_part(sentence: Sentence, part: Any, goods: list[Good]) -> Good | None:
    """As in "the share of gold in all exports was 32.5 percent", "gold's share"."""
    for child in part.children:
        of = child.dep == "prep" and child.lower == "of"
        head = (
            next((c for c in child.children if c.dep == "pobj"), None) if of else child if child.dep == "poss" else None
        )
        if head is not None and not sentence.mention_at(head) and head.lemma not in NOUN_ANCHORS and head.pos == "NOUN":
            good = good_of_phrase(sentence, head, goods)
            return good if of or good is None or good.hs else None
    return None


_PARTS = frozenset({"share", "proportion", "portion", "part", "slice", "weight", "contribution"})
_OF_THEM = re.compile(r"\s+of (?:them|it|that|which|these|those)\s+(?:being\s+)?")
_IS_MADE_OF = re.compile(
    r"[^.;]{0,40}?\b(?:(?P<verb>consist(?:ed|ing|s)? of|(?:was|were|is|are) made up of|went to|came from|compris\w+)|was|were|is|are)\s+"
)
"""Behind a share: what it is of; a bare "was" is followed by a good only where the lexicon knows it."""


def _phrase_head(sentence: Sentence, offset: int) -> Token | None:
    """The head noun of the phrase that starts at an offset."""
    token = next((t for t in sentence.tokens if t.idx + len(t) > offset), None)
    steps = 0
    while token is not None and steps < 7:
        nxt = token.nbor(1) if token.i + 1 < len(token.doc) else None
        is_inner = (
            token.pos in {"ADJ", "DET", "NUM", "PART", "PRON"}
            or token.text in {"'s", "-", ".", "'"}
            or (token.dep in {"compound", "amod", "nmod", "poss", "det"} and token.head.i > token.i)
            or sentence.mention_at(token)
        )
        if not is_inner or nxt is None:
            break
        token = nxt
        steps += 1
    return token if token is not None and token.pos in {"NOUN", "PROPN"} else None
