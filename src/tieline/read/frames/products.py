"""Frames of products: a good that stands alone for the flow spoken of last.

"Semiconductors jumped 22 percent", "followed by wine ($42 million)", "steel accounted for 23 percent, machinery 12
percent": no word of trade stands beside the good, the flow is that of the words before it.  Such a frame tells in
`inferred` that its sides are carried over.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.directions import token_direction
from tieline.read.frames.headings import LIST_OF, headed_flow
from tieline.read.story.document import Sentence
from tieline.read.story.goods import Good, of_figure_before
from tieline.read.story.memory import FLOWS, MERCHANDISE, Frame, Memory
from tieline.read.syntax.tokens import Token
from tieline.read.words.trade import AGGREGATES, NOUN_ANCHORS, VERB_ANCHORS, words

_TELLS = words(
    "total amount reach stand account make be come fetch represent exceed top hit constitute comprise form contribute lead follow remain see record register"
)
"""Verbs that give their subject a figure."""
_LEADS = words("lead top head")
_YIELDS = words("bring earn fetch yield generate net")
_GOES = words("go come")
_THEN_FIGURE = re.compile(
    r"(?:\s+(?:products?|goods|items|exports?|imports?|shipments|sales))?\s*(?:\(|,|:|–|—|-|\bat\b|\bwith\b|\bby\b|\bworth\b|\bvalued at\b|\baccounting for\b)?\s*"
    r"(?:(?:about|some|nearly|almost|over|more than|around|worth|up|down|at|by|a)\s+)*$"
)
"""What may stand between a good of a list and its figure."""
_PRICED = re.compile(
    r"\b(?:prices?|futures|a (?:barrel|tonne|ton|kilo|ounce|pound)|per (?:barrel|tonne|ton|kilo))\b", re.IGNORECASE
)
_AT_HOME = re.compile(
    r"\b(?:production|output|harvest|crop|consumption|stocks?|capacity|reserves?|demand)\b", re.IGNORECASE
)
_REMEMBERED: Final = 3
"""Sentences after a flow in which a good alone may still be of it."""


def product_frames(sentence: Sentence, frames: list[Frame], goods: list[Good], memory: Memory) -> list[Frame]:
    """The frames of goods that stand alone, in order; `frames` are those of the sentence's own words of trade."""
    if _PRICED.search(sentence.text) or _AT_HOME.search(sentence.text):
        return []
    found: list[Frame] = []
    if not goods and not any(f.signed for f in sentence.figures):
        return []
    headed = headed_flow(sentence, memory)
    for good in goods:
        if any(_is_of(frame, good) or _is_its_level(sentence, frame, good) for frame in frames):
            continue
        token = _head(sentence, good)
        if token is None or not (_is_told(sentence, token) or _has_figure(sentence, good)):
            continue
        flow = _flow_before(sentence, good, frames, memory, headed)
        flow = _of_its_country(_to_all(flow, sentence), sentence, token, good) if flow is not None else None
        if flow is not None:
            start = min(token.left_edge.idx, good.start)
            inferred = tuple(dict.fromkeys((*flow.inferred, "indicator", "reporter", "partner")))
            found.append(
                replace(
                    flow, token=token, good=good, start=start, end=good.end, verb=False, inferred=inferred, whole=False
                )
            )
    return [*found, *_in_brackets(sentence, [*frames, *found], memory, headed)]


def _is_its_level(sentence: Sentence, frame: Frame, good: Good) -> bool:
    """As in "exports to Peru were 3,000 tonnes of tea, up 9 percent, and 2,000 tonnes of coffee": what a level of the flow is of."""
    amount = next((f for f in reversed(sentence.figures) if f.end <= good.start), None)
    if frame.verb or amount is None or amount.kind != "quantity" or amount.start < frame.end:
        return False
    behind = _OF_IT.fullmatch(sentence.text, amount.end, good.start) is not None
    return behind and _CAME_TO.fullmatch(sentence.text, frame.end, amount.start) is not None


_CAME_TO: Final = re.compile(
    r"[^.;,:]{0,60}?\s(?:was|were|is|are|reached|totall?ed|came\s+to|amounted\s+to|stood\s+at|rose\s+to|fell\s+to|grew\s+to|hit)\s+(?:[^;:.]|\.\d){0,120}"
)
_OF_IT: Final = re.compile(r"\s+of\s+(?:[a-z]+\s)?")


def _in_brackets(sentence: Sentence, frames: list[Frame], memory: Memory, headed: Frame | None) -> list[Frame]:
    """As in "five goods: electronic parts (-37.9%); metal components (-35.8%)", "tea ($68 million), avocados ($35 million)": goods that the lexicon does not know, each with its change or, in a list with such as it knows, its sum."""
    inside = [f for f in sentence.figures if _IN_BRACKET.search(sentence.text[: f.start])]
    changes = [f for f in inside if f.kind == "percent" and f.signed]
    sums = [f for f in inside if f.kind == "money"]
    changes = changes if len(changes) >= _FEWEST else []
    if len(sums) >= _FEWEST and any("indicator" in f.inferred and f.good is not None for f in frames):
        changes = [*changes, *sums]
    if not changes:
        return []
    found: list[Frame] = []
    for change in changes:
        named = _LISTED_GOOD.search(sentence.text[: change.start])
        token = next((t for t in sentence.tokens if named and t.idx + len(t) == named.end("good")), None)
        if named is None or token is None or token.lemma in _NO_GOODS:
            continue
        if token.pos not in ({"NOUN", "PROPN"} if change not in sums else _NAMING):
            continue
        taken = any(f.start <= token.idx < max(f.end, f.token.idx + len(f.token)) for f in frames)
        if taken or any(m.end > named.start("good") and m.start < named.end("good") for m in sentence.mentions):
            continue
        good = Good(named["good"], None, *named.span("good"))
        flow = _flow_before(sentence, good, [f for f in frames if "indicator" not in f.inferred], memory, headed)
        if flow is not None:
            inferred = tuple(dict.fromkeys((*flow.inferred, "indicator", "reporter", "partner")))
            found.append(
                replace(
                    flow,
                    token=token,
                    good=good,
                    start=good.start,
                    end=good.end,
                    verb=False,
                    inferred=inferred,
                    whole=False,
                )
            )
    return found


_FEWEST: Final = 2
_NAMING: Final = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "X"})
"""What the tagger makes of a good that it does not know, in a list of goods."""
_NO_GOODS: Final = AGGREGATES | words("other rest remainder neighbour neighbor ally nation state supplier investor")
_IN_BRACKET: Final = re.compile(r"\(\s*[-+−]?$")
_LISTED_GOOD: Final = re.compile(
    r"(?:[:;,]|\b(?:and|includ(?:e|es|ed|ing)|were|are|was|comprised|comprise|such\s+as))\s+(?:the\s+|other\s+)?(?P<good>[a-z][a-z-]+(?:\s(?:(?:and|of|or)\s)?[a-z][a-z-]+){0,4}?)\s+\(\s*[-+−]?$"
)


def _is_of(frame: Frame, good: Good) -> bool:
    """The good is the frame's own, or stands in its phrase."""
    same = frame.good is not None and frame.good.start <= good.start < frame.good.end
    return same or frame.start <= good.start < max(frame.end, frame.token.idx)


def _head(sentence: Sentence, good: Good) -> Token | None:
    """The last word of a good, unless it only modifies another noun ("steel makers")."""
    token = next((t for t in sentence.tokens if t.idx + len(t) >= good.end), None)
    if token is None or (token.pos not in {"NOUN", "PROPN"} and not _has_figure(sentence, good)):
        return None
    modifies = token.dep in {"compound", "amod", "nmod", "poss"} and token.head.i > token.i
    return None if modifies and not _has_figure(sentence, good) else token


def _is_told(sentence: Sentence, token: Token) -> bool:
    """The good is what a clause tells of: its subject, or one of several subjects."""
    node = token
    while node.dep == "conj" and node.head.pos in {"NOUN", "PROPN"}:
        node = node.head
    if node.dep not in {"nsubj", "nsubjpass"} or node.lemma in NOUN_ANCHORS:
        return False
    verb = node.head
    if (
        verb.lemma in _YIELDS
        and (behind := next((f for f in sentence.figures if f.start > verb.idx), None)) is not None
    ):
        return behind.kind == "money" and behind.start - verb.idx < _SOON
    if verb.lemma in _HAS_RANK and _RANKED.match(sentence.text, verb.idx + len(verb)):
        return bool(sentence.figures)
    if (
        verb.lemma in VERB_ANCHORS
        and verb.lemma != "contribute"
        and not (verb.lemma in _GOES and token_direction(verb))
    ):
        return False  # "steel came from Peru", and not "steel went down"
    if verb.lemma in _LEADS and LIST_OF.search(sentence.text) is not None:
        return bool(sentence.figures)
    objects = [c for c in verb.children if c.dep == "dobj"]
    if any(o.lemma in _CHANGES for o in objects):
        if verb.lemma in _LEADS and _THEN_MOVED.match(sentence.text, verb.idx) is not None:
            return True  # "butter led the rise, up 45 percent to $1.2 billion"
        return verb.lemma in _SHOWS and bool(sentence.figures)
    if objects and not any(f.start <= o.idx < f.end for f in sentence.figures for o in objects):
        return False
    return bool(token_direction(verb)) or (verb.lemma in _TELLS and bool(sentence.figures)) or _adds(sentence, verb)


_HAS_RANK: Final = words("come stay rank remain stand be hold keep take occupy retain")
_RANKED: Final = re.compile(
    r"\s+(?:(?:in|at|the|its|their)\s+){0,2}(?:first|second|third|fourth|fifth|next)\b|\s+(?:in|at|the|its|their)\s+(?:the\s+)?(?:top|leading)\s+(?:place|spot|position|rank)\b"
)
"""As in "cobalt came second with a share of 16.5 percent"."""
_CHANGES: Final = words(
    "rise increase growth gain jump surge leap drop fall decline decrease slump plunge contribution"
)
_THEN_MOVED: Final = re.compile(
    r"\w+\s+(?:the|this|that|an?)\s+(?:[\w-]+\s+){0,2}(?:rise|increase|growth|gain|jump|surge|fall|drop|decline|decrease|slump)\b[^,;]{0,50},\s+(?:up|down|rising|falling|increasing|growing|jumping|dropping|with\s+an?\s+\w+\s+of)\s"
)
_SHOWS: Final = words("see show post record register make have enjoy suffer experience report")
"""As in "wine made the biggest contribution with a 31 percent jump to $50 million"."""


def _adds(sentence: Sentence, verb: Token) -> bool:
    """As in "fish added 12 percent"."""
    behind = next((f for f in sentence.figures if f.start > verb.idx), None)
    return verb.lemma == "add" and behind is not None and behind.kind == "percent" and behind.start - verb.idx < _SOON


_SOON: Final = 20


def _has_figure(sentence: Sentence, good: Good) -> bool:
    """A figure follows the good at once, as in a list."""
    after = next((f for f in sentence.figures if f.start >= good.end), None)
    if after is not None and of_figure_before(sentence, good.start) and sentence.text[good.end :].lstrip()[:1] == "(":
        return False  # "27 million dlrs for rubber (up 107 pct)": the good of the figure before, with a second one
    if after is None:
        return False
    gap = sentence.text[good.end : after.start]
    if _THEN_FIGURE.fullmatch(gap) is not None:
        return True
    if _MOVED.fullmatch(gap) is not None and _THOSE_OF.search(sentence.text[: good.start]) is not None:
        return True
    return _FIGURE_WAS.fullmatch(gap) is not None and _FOR.search(sentence.text[: good.start]) is not None


_FIGURE_WAS: Final = re.compile(
    r",?\s+(?:the|this|that)\s+(?:figure|share|total|number|amount|sum|value|volume|increase|rise|growth|gain|jump|surge|decline|drop|fall|decrease|reduction|plunge)\s+(?:was|were|is|came to|stood at|reached|amounted to|exceeded)\s+"
    r"(?:(?:about|some|nearly|almost|over|more than|around|only|just)\s+)*"
)
"""As in "for machinery the decrease was 38 percent", "in the case of wheat the figure was 2 million tonnes"."""
_THOSE_OF: Final = re.compile(r"\b(?:those|that)\s+of\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}$")
_MOVED: Final = re.compile(
    r"(?:\s+(?:products?|goods))?\s+(?:was|were|are|is|rose|fell|grew|increased|decreased|dropped|declined|climbed|shrank|jumped|slipped|sank|went)(?:\s+[a-z-]+){0,2}\s+"
)
"""As in "while those of organic chemicals were 20 per cent lower"."""
_FOR: Final = re.compile(
    r"\b(?:for|in the case of|as for)\s+(?:[a-z-]+(?:,|\s+and)?\s+){0,4}(?:the\s+)?$", re.IGNORECASE
)


def _of_its_country(flow: Frame, sentence: Sentence, token: Token, good: Good) -> Frame | None:
    """As in "Japanese cars fell": the flow with the good's own country as its seller."""
    named = [m for m in sentence.mentions if token.left_edge.idx <= m.start < good.start]
    if not named:
        return flow
    seller = named[-1].code
    if seller not in flow.pair:
        return None
    buyer = flow.other_side(seller)
    if flow.indicator == "imports":
        return replace(flow, reporter=buyer, partner=seller) if buyer else None
    return replace(flow, reporter=seller, partner=buyer or flow.partner)


def _to_all(flow: Frame, sentence: Sentence) -> Frame:
    """As in "Farm products, at $572 million, were the other main export": what the country sells, to whomever."""
    if flow.indicator != "exports" or _MAIN_EXPORT.search(sentence.text) is None:
        return flow
    return replace(flow, partner="WLD", group=False, partners=())


_MAIN_EXPORT: Final = re.compile(
    r"\b(?:was|were|is|are|remained|remains|became)\s+(?:[\w'-]+\s+){0,4}?(?:main|top|leading|biggest|largest|chief|principal)\s+(?:foreign\s+)?exports?\b(?!\s+(?:to|for|market|partner|destination))"
)


def _flow_before(
    sentence: Sentence, good: Good, frames: list[Frame], memory: Memory, headed: Frame | None
) -> Frame | None:
    """The flow that the good is of: the last one before it in the sentence, else the story's last."""
    here = [f for f in frames if f.token.idx < good.start and f.indicator in MERCHANDISE and f.indicator != "balance"]
    if here:
        return here[-1]
    if not frames and headed is not None:
        return headed
    if frames:
        return _flow_led(sentence, good, frames)
    if memory.frame is not None and sentence.index - memory.frame_sentence <= _REMEMBERED:
        if memory.frame.indicator in FLOWS:
            return memory.frame
        if memory.frame.indicator == "trade" and memory.flow is not None and sentence.index - memory.flow_sentence <= 1:
            return memory.flow
        return memory.frame if memory.frame.indicator == "trade" else None
    return None


def _flow_led(sentence: Sentence, good: Good, frames: list[Frame]) -> Frame | None:
    """As in "Steel slid 15 percent to $2.4 billion in exports", "petrol ($30 million) and fruit led its shipments": the flow behind its goods."""
    first = frames[0]
    if first.indicator not in FLOWS or first.verb or first.token.idx < good.end:
        return None
    return first if _LED.search(sentence.text[good.end : first.token.idx]) else None


_LED: Final = re.compile(
    r"\d[\w ]{0,12}\s+in\s+(?:[\w-]+\s+){0,2}$|\b(?:led|leads?|leading|top(?:s|ped)?|topping|head(?:s|ed)?|heading|dominat(?:es?|ed|ing))\s+(?:[\w'-]+\s+){0,4}$"
    r"|\b(?:accounted for|(?:was|were) behind|contributed (?:most |much )?to|drove|explained?)\s+(?:[\w'-]+\s+){0,4}(?:rise|increase|growth|fall|drop|decline|decrease|slump|jump)\s+in\s+(?:[\w'-]+\s+){0,2}$"
)
"""Between goods of a list and the flow that they are of."""
