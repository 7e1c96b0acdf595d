"""The last frame of the story for a figure whose sentence only goes on with it: "Of that number 30 pct went to Chile"."""

from __future__ import annotations

from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.read.frames.frames import Frame, Memory
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import FLOWS
from tieline.read.words.clauses import OTHER_WAY
from tieline.read.words.trade import DOMESTIC

_ANAPHOR = re.compile(
    r"^\W*(?:in fact,? |instead,? |but |and |yet |however,? |still,? |meanwhile,? |also,? |at the same time,? |nevertheless,? |moreover,? )?(?:of (?:that|this|these|those|the|which)\b|that\b|this\b|these\b|those\b|it\b|they\b|the (?:money|funds?|funding|cash|gift|donation|cargo(?:e?s)?|shipments?|goods|volumes?|purchases|deliver(?:y|ies)|consignments?|figure|total|number|amount|volume|sum|value|rest|remaining|other|remainder|increase|rise|decline|drop|fall|latter|former|bulk|month|same|trade|goods)\b|their (?:(?:total|combined|overall) )?(?:values?|total|worth|cost|volumes?)\b|there was\b|a (?:year|month) (?:earlier|ago|before)\b|worth\b|up\b|down\b|among (?:them|these|those)\b|in (?:return|turn|exchange)\b|nearly\b|almost\b|about\b|over\b|more than\b|around\b|some\b|half\b|most\b)",
    re.IGNORECASE,
)
_FRONTED = re.compile(
    r"^\W*at (?:(?:some|about|just|only|nearly|almost|over|under|around|more than|less than) )?(?:[A-Z]{0,3}\.?\s?[$€£¥]\s?)?\d[^;:]{2,70}?,\s+(?:it|they|that|this|the (?:trade )?(?:surplus|deficit|gap|total|figure|value|volume|sum))\b",
    re.IGNORECASE,
)
"""As in "At 17.4 billion kronor ($2.4 billion) for the quarter, it compares with 23.3 billion"."""
_GOING_ON = re.compile(
    r"\b(?:too|also|as well|even|in turn|another|a further|the rest|the remainder|alone|altogether|in all|in total|those|the (?:other|opposite|reverse) (?:way|direction)|that (?:number|total|sum|amount|figure|year|month)|(?:headed|topped|led|heading|topping|leading) the (?:list|table|ranking))\b",
    re.IGNORECASE,
)
_SAME_FIGURE = re.compile(
    r"\b(?:the|that|its|this|their) (?:comparable |corresponding )?(?:figure|share|proportion|ratio|percentage)\b(?= (?:was|is|stood|had|has|reached|rose|fell|exceeded|for|sank|dropped|declined|grew|increased|climbed|jumped|slipped|dipped|edged|came|peaked|hit|shrank|widened|narrowed|averaged|totall?ed)\b|(?: for [^,;:]{3,40}?)? to (?:reach|exceed|total|top|hit|rise|grow|climb|fall|be|come|amount|stand|surpass|approach|double|triple)\b)"
    r"|\bof (?:them|these|this|that|it|what|everything|the (?:total|amount|sum|figure|volume))\b(?!\s+\w+\s+(?:year|month))"
    r"|^\W*(?:[\w-]+ ){1,4}(?:ago|earlier|before),? (?:it|that|they|the \w+) (?:was|were|stood|took)\b"
    r"|\bputs? (?:it|this|them|the (?:figure|total|value|volume|amount|sum)) at\b"
    r"|^\W*(?:(?:but|and|while) )?(?:to|from|with) (?:the )?[A-Z][^,;:]{2,30}?(?:,[^,;:]{2,30},|,)? (?:alone )?(?:it|they) (?:(?:had|has|have|even|more than|nearly|almost) )*(?:rose|risen|fell|fallen|grew|grown|dropped|declined|increased|decreased|jumped|slipped|shrank|sank|doubled|tripled|quadrupled|halved|were|was|came|reached|totall?ed|amounted|stood)\b"
    r"|^\W*(?:compared (?:with|to)|against|by|in|for|over|during|since) [^,;:]{2,40}?,? (?:it|they) (?:had |has |have )?(?:been|was|were|stood|rose|risen|fell|fallen|grew|grown|dropped|declined|increased|decreased|reached|came|totall?ed|amounted|jumped|slipped|shrank|sank)\b",
    re.IGNORECASE,
)
"""A figure of the same kind as the story's last one: "in 2001 the figure was 9 per cent", "60% of them"."""
_DEALS = re.compile(
    r"\b(?:deals?|agreements?|contracts?|memorand\w+|MoUs?|accords?|projects?|protocols?)\b[^,;]*$", re.IGNORECASE
)
"""Before a sum that is that of a paper signed, not of the flow spoken of."""
_WORTH_OF = re.compile(r"\s*(?:'s?\s)?worth of\b|s?'?\s*worth\b")
_MOVED_TO = re.compile(
    r"\s+(?:[a-z-]+\s+)?(?:rise|increase|growth|gain|jump|surge|leap|climb|drop|fall|decline|decrease|slump|plunge|slide|dip|contraction)(?:\s+in\s+[a-z]+)?\s+to\s+(?=\S*\d)"
)
"""Behind a change that leads to the level told next: "with a 31 percent jump to $50 million"."""
_SUCH_A_MOVE = re.compile(
    r"\s*(?:\([^()]{1,30}\))?,\s+(?:(?:which\s+(?:is|was)|representing|marking|showing|recording)\s+)?(?:(?:an?|its)\s+(?:[\w-]+\s+){0,2}?(?:increase|rise|growth|gain|jump|surge|fall|drop|decline|decrease|slump)\s+of|(?:up|down)(?:\s+by)?)\s+(?:(?:about|some|nearly|almost|over|more\s+than|around)\s+)*"
)
"""Between a level and its change: "it amounted to $447 million, an increase of 17 percent"."""


def _of_level_before(sentence: Sentence, figure: Figure) -> bool:
    levels = (f for f in sentence.figures if f.end <= figure.start and f.kind in {"money", "quantity"})
    moved = (f for f in levels if _SUCH_A_MOVE.fullmatch(sentence.text, f.end, figure.start))
    return any(_IT_CAME_TO.search(sentence.text[: f.start]) is not None for f in moved)


_IT_CAME_TO = re.compile(
    r"\b(?:it|they|this|that|these|those|the\s+(?:figure|total|amount|sum|value|volume|trade))\s+(?:[a-z]+\s+){0,2}(?:was|were|came|amounted|stood|reached|totall?ed|hit|rose|fell|grew)\b",
    re.IGNORECASE,
)


_FEW = 2
_BRIEF = 180


def carried_frame(sentence: Sentence, figure: Figure, memory: Memory, *, by_it: bool = False) -> Frame | None:
    """The last frame of the story, where a sentence without one goes on from it; `by_it` where a pronoun says so."""
    text, age = sentence.text, sentence.index - memory.frame_sentence
    if memory.frame is None or age > _FEW or DOMESTIC.search(text):
        return None
    to_level = figure.kind == "percent" and _MOVED_TO.match(text, figure.end) is not None
    to_level = to_level or (figure.kind == "percent" and _of_level_before(sentence, figure))
    adds = age == 1 and (figure.kind in {"money", "quantity"} or to_level) and _adds_a_figure(sentence)
    if not (by_it or adds or _goes_on(text) or _WORTH_OF.match(text, figure.end)):
        return None
    if _DEALS.search(text[max(0, figure.start - 50) : figure.start]):
        return None
    if figure.unit == "people" and memory.frame.indicator != "tourism":
        return None
    if memory.frame.indicator in {"balance", "tariff"} and figure.kind != "money":
        return None
    if _of_another(sentence, figure, memory.frame):
        return None
    good = memory.frame.good if _THEY.match(text) else None
    frame = memory.frame
    if frame.indicator in FLOWS and frame.partner not in {None, "WLD"} and _OTHER_WAY.search(text):
        frame = replace(frame, reporter=frame.partner, partner=frame.reporter)
    elif frame.indicator == "trade" and _OTHER_WAY.search(text) and (maker := _maker_of_goods(sentence, frame)):
        frame = replace(frame, indicator="exports", reporter=maker, partner=frame.other_side(maker))
    if frame.indicator in FLOWS and figure.kind == "percent" and _TO_SEVERAL.match(text, figure.end):
        frame = replace(frame, partner=None, group=True)
    return _with_partner_named(replace(frame, token=sentence.tokens[0], good=good, start=0, end=0), sentence)


def _maker_of_goods(sentence: Sentence, frame: Frame) -> str | None:
    """As in "Maltese goods to the value of $30 million went the other way", after the trade of two: whose they are."""
    made = (m for m in sentence.mentions if m.use == "adjective" and _GOODS.match(sentence.text, m.end))
    return next((m.code for m in made if m.code in frame.pair), None)


_GOODS = re.compile(r"\s+(?:[a-z-]+\s+)?(?:goods|products|wares|merchandise)\b")


def _of_another(sentence: Sentence, figure: Figure, frame: Frame) -> bool:
    """As in "more than 3 million went on Fijian products": behind the figure stands a country that the flow is not with."""
    named = next((m for m in sentence.mentions if m.start >= figure.end), None)
    if named is None or named.code in frame.pair or frame.partner == "WLD" or not trades(named.code):
        return False
    return _RIGHT_BEHIND.fullmatch(sentence.text, figure.end, named.start) is not None


_TO_SEVERAL = re.compile(
    r"\s+(?:of\s+(?:it|them|these|those|that)\s+)?(?:went|goes|go|(?:was|were)\s+(?:sold|shipped|sent|exported))\s+to\s+(?:[\w-]+\s+){0,4}?(?:countries|nations|states|markets|destinations|buyers|customers)\b"
)
"""As in "The remaining 13 percent went to some 20 countries": none of them is the partner."""
_RIGHT_BEHIND = re.compile(
    r"\s+(?!and\b)(?:[a-z]+\s+){0,2}(?:on|to|from|for)\s+(?:(?:those|goods|products)\s+from\s+)?(?:the\s+)?"
)
_OTHER_WAY = re.compile(rf"\b{OTHER_WAY}")
"""As in "Coming the other way were motorcycles for 87 million"."""


_THEY = re.compile(
    r"^\W*(?:in fact,? |instead,? |but |and |yet |(?:in|from|over|during|for) [^,;.]{3,50}?,? )?(?:they|it|that|this|these|those)\b",
    re.IGNORECASE,
)


def _with_partner_named(frame: Frame, sentence: Sentence) -> Frame:
    """As in "To China alone they fell by 70 pct", "The United States accounted for 58 billion of it": with whom, of the whole."""
    named = [m for m in sentence.mentions if trades(m.code) and m.code != frame.reporter]
    fronted = named and _FRONTED_SIDE.fullmatch(sentence.text[: named[0].start]) is not None
    open_side = frame.partner in {None, "WLD"} or fronted
    if not open_side or frame.indicator not in {*FLOWS, "trade", "balance"}:
        return frame
    fits = named and (_FACED.search(sentence.text[: named[0].start]) or _MAKES_PART.match(sentence.text, named[0].end))
    return replace(frame, partner=named[0].code, group=False) if fits else frame


_FRONTED_SIDE = re.compile(r"\W*(?:(?:but|and|while)\s+)?(?:to|from|with)\s+(?:the\s+)?", re.IGNORECASE)
"""Before the country of "To India, on the other hand, they were down 57 percent"."""
_FACED = re.compile(r"\b(?:to|from|with)\s+(?:the\s+)?$", re.IGNORECASE)
_MAKES_PART = re.compile(
    r"\s+(?:alone\s+)?(?:accounted for|accounts for|made up|makes up|took|contributed|was responsible for)\b"
)


def _adds_a_figure(sentence: Sentence) -> bool:
    """Short, with a figure or two and no country: it goes on with the sentence before."""
    return not sentence.mentions and len(sentence.figures) <= _FEW and len(sentence.text) < _BRIEF


def _goes_on(text: str) -> bool:
    return bool(_ANAPHOR.match(text) or _FRONTED.match(text) or _GOING_ON.search(text) or _SAME_FIGURE.search(text))


def may_go_on(sentence: Sentence) -> bool:
    """Some figure of the sentence may hang on the last frame of the story (asked before the sentence is parsed)."""
    return (
        _adds_a_figure(sentence)
        or _goes_on(sentence.text)
        or any(_WORTH_OF.match(sentence.text, f.end) for f in sentence.figures)
    )
