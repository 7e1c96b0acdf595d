"""Which word of trade a figure hangs on: the one in its phrase, else in its clause, else before it, else the story's last.

A sentence that only goes on with the last one ("Of that number ...") takes the last frame of the story.  A country
named anew between two figures ("with Japan ... and with Italy") opens a copy of the frame with that country.
"""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.read.frames.frames import Frame, Memory
from tieline.read.frames.markets import part_of_trade
from tieline.read.frames.ranked import RANKED
from tieline.read.frames.visitor_rows import MORE_OF
from tieline.read.measures.carried_frames import carried_frame
from tieline.read.measures.gap_frames import gap_frame, left_with
from tieline.read.measures.outputs import is_of_output
from tieline.read.measures.own_frames import fit_frames, own_frame
from tieline.read.measures.prices import is_of_price
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.syntax.sentences import NEW_SENTENCE
from tieline.read.syntax.tokens import Token
from tieline.read.words.trade import DOMESTIC

_TOUCHING = 3
_NO_TRADE = re.compile(
    r"\s*(?:apart\b|(?:in |of )?(?:its |their |the )?(?:national|public|domestic)\s+debts?\b|(?:dollar|yen|mark|won|peso|rupee|euro|pound|currency|franc|lira|rand|ruble|rouble|yuan)(?:'s)? (?:fall|drop|rise|decline|slide|appreciation|depreciation|devaluation|revaluation)\b|(?:rise|fall|drop|decline) in the (?:dollar|yen|mark|won|pound|currency)\b|of (?:gdp|gnp|gross\b|national income|the (?:population|workforce|budget|vote))|in the (?:red|black)\b)",
    re.IGNORECASE,
)
"""What follows a figure that is no measure of trade: debts to all the world, shares of a national product."""


def frame_of(sentence: Sentence, figure: Figure, frames: list[Frame], memory: Memory) -> tuple[Frame | None, str]:
    """The frame that a figure belongs to, unless something domestic stands between them ("boosted reserves to ...")."""
    frame, how = _nearest_frame(sentence, figure, frames, memory)
    if frame is not None and how != "phrase" and is_of_output(sentence, figure):
        return None, ""
    between = sentence.text[frame.token.idx : figure.start] if frame is not None else ""
    at_home = how in {"clause", "sentence"} and frame is not None and frame.indicator != "tariff"
    return (None, "") if at_home and DOMESTIC.search(between) else (frame, how)


def _nearest_frame(sentence: Sentence, figure: Figure, frames: list[Frame], memory: Memory) -> tuple[Frame | None, str]:
    """The frame that a figure belongs to, and how it was found: phrase, clause, sentence or memory."""
    text = sentence.text
    if (figure.kind == "percent" or figure.unit == "people") and (more := _more_of(text, figure, frames)) is not None:
        return more, "phrase"
    if (own := own_frame(figure, frames)) is not None:
        return own, "phrase"
    frames = [f for f in frames if "indicator" not in f.inferred or f.token.idx - figure.end <= _TOUCHING]
    frames = [f for f in frames if f.verb or f.start < figure.end or not _COMPARED.search(text[: f.start])]
    frames = [f for f in frames if f.start < figure.end or not _REASON.search(text, figure.end, f.start)]
    near = [f for f in frames if not NEW_SENTENCE.search(text, *sorted((f.token.idx, figure.start)))]
    frames = near or frames
    if any(f.verb and f.indicator == "debt" and None not in f.pair and f.token.idx < figure.start for f in frames):
        frames = [f for f in frames if f.verb or f.indicator != "debt" or not f.whole]  # "owes 60 percent of its debt"
    frames = fit_frames(figure, frames)
    if (left := left_with(sentence, figure, frames)) is not None:
        return left, "phrase"
    if (
        is_of_price(sentence, figure)
        or _NO_TRADE.match(text, figure.end)
        or (figure.kind == "money" and abs(figure.value) < 1000)
    ):
        return None, ""
    found = _led_to(sentence, figure, frames) or _row_before(text, figure, frames) or _beside_noun(text, figure, frames)
    if found is not None:
        return found, "phrase"
    if (again := _of_it(sentence, figure, frames, memory)) is not None:
        return again, "memory"
    if _PART_BEHIND.match(text, figure.end) and _THE_WHOLE.match(text) and all(f.start > figure.end for f in frames):
        whole = carried_frame(sentence, figure, memory) if frames else None
        if whole is not None:
            return whole, "memory"  # "The figure topped $700 million, including $200 million of Peruvian exports"
    if (found := _own_noun(sentence, figure, frames) or _in_clause(sentence, figure, frames)) is not None:
        return found, "clause"
    if _IT.match(text) and not any(f.token.idx < figure.start for f in frames):
        ahead = next((f for f in frames if f.token.idx > figure.end), None)
        if ahead is not None and (
            _WITH_ANOTHER.search(text[figure.end : ahead.token.idx]) or ";" in text[figure.end : ahead.start]
        ):
            again = carried_frame(
                sentence, figure, memory
            )  # "It grew by another 12 percent, with Armenian exports up 17 percent"
            return (again, "memory") if again is not None else (None, "")
    if (found := _in_sentence(text, figure, frames)) is not None:
        return found, "sentence"
    found = None if frames else carried_frame(sentence, figure, memory)
    return (found, "memory") if found is not None else (None, "")


def _more_of(text: str, figure: Figure, frames: list[Frame]) -> Frame | None:
    """As in "19 per cent fewer from France", "of these 151,427 were Indians": the row of those who came."""
    rows = (f for f in frames if f.indicator == "tourism" and "indicator" in f.inferred and f.start > figure.end)
    leads = MORE_OF if figure.kind == "percent" else _WERE
    return next((f for f in rows if leads.fullmatch(text, figure.end, f.start)), None)


_WERE = re.compile(r"\s+(?:of\s+(?:them|these|those)\s+)?(?:were|are|came|arrived)\s+(?:from\s+)?(?:the\s+)?")


def _led_to(sentence: Sentence, figure: Figure, frames: list[Frame]) -> Frame | None:
    """The frame whose own words lead to the figure: a duty on a sum, a rank, what another shipped."""
    ranked = [f for f in frames if f.partner_prep == RANKED and f.end <= figure.start]
    if (part := part_of_trade(sentence, figure, frames)) is not None:
        return part
    if (levied := _levied_on(sentence.text, figure, frames)) is not None:
        return levied
    if ranked and not any(ranked[-1].end <= f.start < figure.start for f in sentence.figures):
        return ranked[-1]
    return gap_frame(sentence, figure, frames) or _worth_shipped(sentence.text, figure, frames)


def _row_before(text: str, figure: Figure, frames: list[Frame]) -> Frame | None:
    """As in "Britons made up 32 per cent and Danes 28 per cent of all arrivals": of the row's country, of the flow behind it."""
    noun = next((f for f in frames if not f.verb and f.whole and f.token.idx > figure.end), None)
    if figure.kind != "percent" or noun is None or not _OF_ALL.match(text, figure.end):
        return None
    rows = [f for f in frames if not f.verb and "indicator" in f.inferred and f.end <= figure.start]
    near = rows[-1] if rows and rows[-1].indicator == noun.indicator else None
    return near if near is not None and _HAS_SHARE.fullmatch(text, near.end, figure.start) else None


_OF_ALL = re.compile(r"\s+of\s+(?:all|the\s+total|total|the)\b")
_HAS_SHARE = re.compile(
    r"\s+(?:(?:made\s+up|make\s+up|were|are|accounted\s+for|formed|with|at)\s+)?(?:(?:about|nearly|almost|some|over|only|just|more\s+than)\s+)*"
)


def _beside_noun(text: str, figure: Figure, frames: list[Frame]) -> Frame | None:
    """The noun right before a figure ("exports of 3 bln", "a deficit ($2 bln)"), else the one right behind it."""
    nouns = [f for f in frames if not f.verb]
    for frame in nouns:
        gap = text[frame.token.idx + len(frame.token) : figure.start]
        if 0 < len(gap) < _NEAR_NOUN and _LEADS_TO_FIGURE.fullmatch(gap):
            return frame
    for frame in nouns:
        ahead = text[figure.end : frame.token.idx] if frame.token.idx >= figure.end else None
        if (
            ahead is not None
            and len(ahead) < _NEAR_NOUN_BEHIND
            and _LEADS_TO_NOUN.fullmatch(ahead.lstrip() if ahead.strip() else ahead)
            and not _LEADS_AWAY.search(ahead)
        ):
            return frame
        if ahead is not None and _AS_OWNED.fullmatch(ahead):
            return frame
    return None


_AS_OWNED = re.compile(r"\s+as\s+[A-Z][a-z]+\s+")
"""As in "$70 million as Egyptian exports"."""


_NEAR_NOUN, _NEAR_NOUN_BEHIND = 60, 48
_LEADS_TO_FIGURE = re.compile(
    r"\s+(?:of|worth|totall?ing|valued at|amounting to)\s+(?:a |the |record )*|\s*\(\s*|,?\s+(?:at|with|worth)\s+"
)
_LEADS_TO_NOUN = re.compile(
    r"[\s-]*(?:(?:worth|in|of|the|its|their|total|all|annual|new|record|U\.S\.|overall|bilateral|'s?|[\w.'-]+)\s+){0,5}"
)
_LEADS_AWAY = re.compile(
    r"\.\s+[A-Z]|\b(?:from|to|with|and|by|while|for|after|compared|against|as|is|was|were|has|have|but|on|into|amid|though|although|whereas|because|despite|even|in\s+(?:[A-Z]|the\b))\b|\b(?:in|of)\s+\d"
)


def _own_noun(sentence: Sentence, figure: Figure, frames: list[Frame]) -> Frame | None:
    """As in "exports were $9 billion and imports from Togo in the period was $1 billion": the noun that the verb, left without a subject by the parse, follows."""
    token = next((t for t in sentence.tokens if t.idx + len(t) > figure.core), None)
    verb = clause_of(token) if token is not None else None
    if verb is None or verb.dep != "conj" or any(c.dep in {"nsubj", "nsubjpass"} for c in verb.children):
        return None
    told = max((f.end for f in sentence.figures if f.end <= figure.start), default=0)
    near = [f for f in frames if told <= f.token.idx < verb.idx]
    own = near[-1] if near and not near[-1].verb and verb.idx < figure.start else None
    if own is None or own.token.dep not in {"conj", "appos"}:
        return None
    return own if told and _JOINED_TO.fullmatch(sentence.text, told, own.token.idx) else None


_JOINED_TO = re.compile(r",?\s+(?:and|while|whereas|but)\s+(?:(?:its|their|the)\s+)?(?:[\w-]+\s+){0,2}", re.IGNORECASE)


def _in_clause(sentence: Sentence, figure: Figure, frames: list[Frame]) -> Frame | None:
    """The last frame before a figure in its clause, else the first one soon behind it there."""
    token = next((t for t in sentence.tokens if t.idx + len(t) > figure.core), None)
    if token is None:
        return None
    clause = clause_of(token)
    inside = [f for f in frames if clause_of(f.token) == clause or f.token == clause or f.token.i == clause.i]
    inside = inside or [f for f in frames if f.token.head.i == clause.i and f.token.dep in {"nsubj", "nsubjpass"}]
    before = [f for f in inside if f.token.idx < figure.start]
    if before:
        return _best_before(before)
    if (first := _of_first_verb(clause, figure, frames)) is not None:
        return first
    ahead = sentence.text[figure.end : inside[0].token.idx] if inside else ""
    led_away = any(f.token.idx < figure.start for f in frames) and _BECAUSE_OF.match(ahead)
    return inside[0] if inside and len(ahead) < _NEAR_NOUN and not led_away else None


_BECAUSE_OF = re.compile(
    r",?\s+(?:on the back of|thanks to|because of|due to|owing to|driven by|helped by|on (?:higher|lower|strong|weak|rising|falling|larger|smaller)|as)\s"
)
"""Behind a figure that is of what was told before: "a surplus of $242 million on the back of tea exports"."""


_REASON = re.compile(
    r"[,;]\s+(?:especially\s+|particularly\s+|mainly\s+|largely\s+)?(?:given|considering|in view of|amid|owing to|due to|because of|thanks to|on account of)\s+(?!that\b)(?:(?:the|a|an|its|their|[a-z-]+ing|[a-z-]+er|strong|weak|high|low)\s+){0,3}$"
)
"""Between a figure and a word of trade that only tells why: "could be higher, given growing oil supplies"."""


def _of_first_verb(clause: Token, figure: Figure, frames: list[Frame]) -> Frame | None:
    """As in "exports posted a 9.6% increase and exceeded 2.1 billion, or 7.9% of all exports": the subject of both verbs."""
    if clause.dep != "conj" or any(c.dep in {"nsubj", "nsubjpass"} for c in clause.children):
        return None
    subjects = [f for f in frames if f.token.idx < figure.start and f.token.dep in {"nsubj", "nsubjpass"}]
    return next((f for f in reversed(subjects) if f.token.head.i == clause.head.i), None)


def _in_sentence(text: str, figure: Figure, frames: list[Frame]) -> Frame | None:
    """The last frame before a figure unless a clause of another matter begins between them, else the next one soon behind."""
    before = [f for f in frames if f.token.idx < figure.start]
    gap = text[before[-1].end : figure.start] if before else ""
    if before and len(gap) < _FAR and not _OTHER_CLAUSE.search(gap) and not DOMESTIC.search(gap):
        return _best_before(before)
    following = next((f for f in frames if f.token.idx > figure.end), None)
    if (
        following is None
        or figure.kind == "multiple"
        or DOMESTIC.search(text[max(0, figure.start - 80) : figure.start])
    ):
        return None
    ahead = text[figure.end : following.token.idx]
    return following if len(ahead) < _SOON and not re.search(r"[;:]", ahead) else None


def _of_it(sentence: Sentence, figure: Figure, frames: list[Frame], memory: Memory) -> Frame | None:
    """As in "At present it is under $10 billion, with Turkish exports at 2.5": what the story spoke of last, told by a pronoun."""
    if any(f.token.idx < figure.start for f in frames) or not _IT_IS.search(sentence.text[: figure.start]):
        return None
    return carried_frame(sentence, figure, memory, by_it=True) if any(f.start > figure.end for f in frames) else None


_IT_IS = re.compile(
    r"\b(?:it|this) (?:(?:now|only|even|already|had|has) )*(?:is|was|been|stands?|stood|comes?|came|amounts?|amounted|totals?|totall?ed|reached|reaches)"
    r"(?: (?:at|to|worth|valued|only|just|under|over|about|around|some|nearly|almost|more than|less than|below|above|a|an|estimated))*\s+$",
    re.IGNORECASE,
)
_IT = re.compile(r"\W*(?:it|this|that|they)\b", re.IGNORECASE)
_WITH_ANOTHER = re.compile(r",\s+with\s")
_PART_BEHIND = re.compile(
    r"[^;.]{0,70}?,?\s+(?:including|of\s+which|comprising|made\s+up\s+of|consisting\s+of|divided\s+into|with\s+(?=(?:[\w.'’-]+\s+){1,3}(?:exports|imports)\b))"
)
_THE_WHOLE = re.compile(
    r"\W*(?:(?:in|by|for|during|over|last|this)\s+[^,;.]{3,40},?\s+)?(?:it|this|that|the\s+(?:(?:total|overall|combined)\s+)?(?:figure|amount|sum|number|value|volume|total))\b",
    re.IGNORECASE,
)
_FAR, _SOON = 220, 70
_OTHER_CLAUSE = re.compile(
    r";(?!\s+(?:(?:in|by|during|for)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:\d{4}|year|month|quarter),?\s+)?(?:they|it|these|this|that|those|the\s+(?:rest|remainder|remaining|others?))\b)|\b(?:while|whereas)\b(?!\s+(?:[\w-]+\s+){0,5}?(?:they|it)\b)"
)


def _worth_shipped(text: str, figure: Figure, frames: list[Frame]) -> Frame | None:
    """As in "the 43.5 bln worth of goods that Tanzania shipped", "the 13.7 billion that Ethiopia owes": of that verb."""
    that = _THAT.match(text, figure.end)
    if that is None:
        return _goods_moved(text, figure, frames)
    return next((f for f in frames if f.verb and 0 <= f.token.idx - that.end() < _CLOSE_VERB), None)


def _goods_moved(text: str, figure: Figure, frames: list[Frame]) -> Frame | None:
    """As in "depends on trade with China, with $12 billion worth of goods exported there": of the participle of those goods."""
    if figure.kind == "percent" or not _WITH_BEFORE.search(text[: figure.start]):
        return None
    moved = (f for f in frames if f.verb and f.token.tag == "VBN" and f.token.dep == "acl")
    return next((f for f in moved if _OF_GOODS_MOVED.fullmatch(text, figure.end, f.token.idx)), None)


_WITH_BEFORE = re.compile(r"\bwith\s+(?:(?:a|an|more|than|as|much)\s+)*$", re.IGNORECASE)
_OF_GOODS_MOVED = re.compile(r"\s+(?:worth\s+)?(?:of|in)\s+(?:[\w-]+\s+){1,4}")


_THAT = re.compile(
    r"\s+(?:\([^)]{3,30}\)\s+)?(?:worth\s+of\s+(?:(?!in\b|of\b|for\b|during\b|at\b)[\w-]+\s+){1,3}|in\s+(?:[\w-]+\s+){1,2}|of\s+(?:[\w-]+\s+){1,2})?(?:(?:that|which)\s+|(?=(?:it|they)\s+[a-z]+\s+(?:from|to)\s+(?:the\s+)?[A-Z]))"
)
_CLOSE_VERB = 30


"""What is not counted in people."""
_COMPARED = re.compile(r"\b(?:against|compared (?:with|to)|versus)\s+(?:the\s+)?$", re.IGNORECASE)
"""Before the word of another level: "10 million in December against the imports worth 16 million"."""


def _levied_on(text: str, figure: Figure, frames: list[Frame]) -> Frame | None:
    """As in "100 pct duties on 300 mln dlrs worth of Japanese goods": the sum is of the duty, not of what was shipped."""
    duties = [f for f in frames if f.indicator == "tariff" and f.token.idx < figure.start]
    if figure.kind != "money" or not duties or not _ON_A_SUM.fullmatch(text[duties[-1].token.idx : figure.start]):
        return None
    return duties[-1]


_ON_A_SUM = re.compile(
    r"\w+\s+(?:of\s+[^,;]{1,20}\s+)?(?:imposed\s+|levied\s+)?on\s+(?:(?:about|some|up to|an estimated|around|nearly|over|more than|roughly)\s+)?"
)


def _best_before(before: list[Frame]) -> Frame:
    """Of the frames before a figure the nearest, but a subject's rather than one inside its phrase ("exports of trade goods")."""
    last = before[-1]
    if len(before) > 1 and last.weak and not before[-2].weak and last.token.idx - before[-2].end < 40:
        return before[-2]
    return last


def clause_of(token: Token) -> Token:
    """The verb that heads the clause of a token (the token itself where it is one)."""
    node = token
    for _ in range(40):
        if node.dep in {"ROOT", "ccomp", "advcl", "relcl", "parataxis"} or (
            node.dep == "conj" and node.pos in {"VERB", "AUX"}
        ):
            return node
        if node.head == node:
            return node
        node = node.head
    return node
