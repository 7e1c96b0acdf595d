"""The words by which an amount lies between two levels, or is an earlier one: "rose 3 million", "$60 million more than", "after $1.8 billion"."""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.read.frames.directions import direction_word
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.words.forms import forms
from tieline.read.words.trade import VERB_ANCHORS

CHANGE_AFTER = re.compile(
    r"\s*-?(?:(?:year[- ]on[- ]year|year[- ]over[- ]year|inter-?annual|annual|on[- ]year|overall|average|yearly|real|nominal|sharp|further|steep)\s+)?(?P<word>(?:more|less)(?!\s+(?!(?:agricultural|industrial|chemical|mineral|medical|electrical|mechanical|natural|tropical|pharmaceutical|metal|animal|cereal|vegetable|renewable|edible)\b)\w+(?:ive|able|ible|ful|ous|al|ent|ant)\b)|fewer|higher|lower|larger|smaller|bigger|greater|stronger|weaker|up|down|above|below|increase|rise|growth|gain|jump|surge|expansion|decline|drop|fall|decrease|slump|contraction|reduction|plunge|slide|dip|cut|climb|leap|boost|improvement|upturn|downturn|hike|shrinkage)\b",
    re.IGNORECASE,
)
NOUN_OF = re.compile(
    r"\b(?P<word>increase|rise|growth|gain|jump|surge|expansion|decline|drop|fall|decrease|slump|contraction|reduction|plunge|slide|dip|climb|leap|downturn|upturn|boost|rate|plus|minus)s?(?: rate)?(?: in [\w'’ -]{0,46}?)? (?:of|by)\s+(?:a |an )?$",
    re.IGNORECASE,
)
NOUN_WAS = re.compile(
    r"\b(?:the|an?|this|that|its|their|[A-Z][\w.]+'s)\s+(?:[a-z-]+\s+){0,2}?(?P<word>increase|rise|growth|gain|jump|surge|expansion|decline|drop|fall|decrease|slump|contraction|reduction|plunge|slide|dip|climb|leap|downturn|upturn)(?:\s+in\s+[\w ]{3,30}?)?\s+(?:was|is|came to|stood at|reached|amounted to|averaged|exceeded)\s+(?:(?:a|an|as much as|only|just)\s+)?$",
    re.IGNORECASE,
)
"""As in "for chemicals the decrease was 15 percent"."""
WORTH = re.compile(r"\s*(?:-?worth\b|'s? worth\b|in (?:value|worth|goods|exports|imports|trade)\b)", re.IGNORECASE)
DIRECT = re.compile(
    r"\b(\w+)\s+(?:(?:sharply|steeply|slightly|strongly|rapidly|marginally|modestly|significantly|considerably|a further|another|an? |(?:far |much |even |still )?(?:more|less) (?=modest|moderate|robust|substantial|dramatic)|measly|mere|meagre|paltry|modest|small|bare|hefty|staggering|whopping|massive|huge|robust|solid|healthy|strong|sharp|steep|dramatic|substantial|impressive|remarkable|record|annual|yearly|monthly|some|further|nearly|again|overall|too|also|instead|more than|year-on-year|only)\s*)*$",
    re.IGNORECASE,
)


def moved_by(tail: str) -> int | None:
    """+1 or -1 of the verb right before an amount ("rose 3 million"), where it tells no level ("picked up 300,000 tons", "rose to")."""
    direct = DIRECT.search(tail)
    if direct is None or _LEVEL_UP.search(tail) or _is_of_trade(direct.group(1)) or re.search(r"\bto\s+$", tail):
        return None
    return direction_word(direct.group(1)) or None


_LEVEL_UP = re.compile(
    r"\b(?:rack|notch|run|ran|rang|ring|clock|pil|made|make|makes|making|pick|snap|scoop|mop|t[ao]k|took|buy|bought|gobbl)\w* up\b",
    re.IGNORECASE,
)


def held_apart(sentence: Sentence, figure: Figure, tail: str, after: str) -> int | None:
    """The way of an amount that lies between two levels, by the words behind it or the noun before it."""
    if (told := _OR_PERCENT.match(after)) is not None and _FIGURE_BEFORE.search(tail):
        return direction_word(told["word"])
    if _MORE_INSIDE.search(sentence.text[figure.core : figure.end]) and _THAN_BEFORE.match(after):
        return 1
    if (told := _THEN_MORE.match(after)) is not None and _PERCENT_OR.search(tail):
        return direction_word(told["word"])
    found = CHANGE_AFTER.match(after)
    if found and not WORTH.match(after) and found["word"].lower() not in {"up", "down"}:
        return direction_word(found["word"])
    if ((noun := NOUN_OF.search(tail)) and noun["word"].lower() != "rate") or (noun := NOUN_WAS.search(tail)):
        return direction_word(noun["word"])
    return None


def after_level(tail: str, after: str) -> bool:
    """As in "puts it at $1.02 billion, after $1.84 billion in April 2019", "412,000 tonnes after May's 380,000"."""
    found = _AFTER_LEVEL.search(tail)
    return found is not None and (found["of"] is not None or _OF_EARLIER.match(after) is not None)


_AFTER_LEVEL = re.compile(
    r"\d[^;]{0,60}\bafter\s+(?:(?:just|only|about|nearly|almost|some|over|the)\s+)?(?P<of>(?:last\s+year|[A-Z][a-z]+)'s\s+(?:record\s+)?)?$"
)
_OF_EARLIER = re.compile(
    r"\s+(?:in\s+(?:the\s+(?:previous|preceding|prior|same|corresponding)\b|(?:19|20)\d\d\b|[A-Z])|(?:a|the)\s+(?:year|month|quarter)\s+(?:before|earlier|ago)\b|last\s+(?:year|month)\b|the\s+(?:previous|preceding|prior)\b)"
)
"""Behind an earlier level."""

_OR_PERCENT = re.compile(
    r",?\s+or\s+(?:(?:about|nearly|almost|some|around|over|more than)\s+)?[\d.,]+\s?(?:%|per\s?cent|pct|pc),?\s+(?P<word>more|less|higher|lower|fewer)\b"
)
"""Behind the amount of a change, which follows a level: "$382 million, $215 million or 129 percent more"."""
_PERCENT_OR = re.compile(
    r"[\d.,]+\s?(?:%|pct|pc|per\s?cent),?\s+or\s+(?:(?:about|nearly|almost|some|around|over)\s+)?$", re.IGNORECASE
)
_THEN_MORE = re.compile(r",?\s+(?P<word>more|less|higher|lower|fewer|up|down)\s+(?:than|on|from)\b")
"""A change told twice: "were 13% or 139 million euros higher than", "5 percent, or $12 million, lower than"."""
_MORE_INSIDE = re.compile(r"\d\s+(?:[a-z]+\s+)?more\b")
_THAN_BEFORE = re.compile(
    r"[^.;,]{0,60}?\bthan\s+(?:in\b|a\s+year|last\b|the\s+(?:year|month|same|previous)\b|during\b)"
)
"""Of and behind a quantity: "150,190 more visitors than in the same months of 2018"."""
_FIGURE_BEFORE = re.compile(r"(?:\d[\w .]*,|\b(?:which|that|this) (?:is|was))\s+$")


def _is_of_trade(word: str) -> bool:
    """As in "lifted 505,000 barrels": a verb of trade tells a level of its object, though it may be one of movement too."""
    return any(form in VERB_ANCHORS for form in forms(word.lower()))
