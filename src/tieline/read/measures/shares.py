"""Whose total a share is of: a product's share of a flow, a partner's share of all that a country trades.

"China supplies a fifth of all goods imported by the US" is told from the side that buys; in "Russian oil made up 33% of
Indian imports" the goods have their maker's adjective; "Japan takes half of Peru's tea exports" names who takes them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.shares import TOTALS
from tieline.model.vocabulary import Indicator, ShareOf
from tieline.read.frames.for_rows import FOR_ROW
from tieline.read.frames.phrase import TOGETHER
from tieline.read.frames.slots import share_of
from tieline.read.frames.subjects import country_of_phrase, subject_of
from tieline.read.frames.tables import TABLE
from tieline.read.measures.draft_slots import Draft
from tieline.read.measures.figure_frames import clause_of
from tieline.read.measures.share_sides import is_of_other_side, is_one_of_a_list, is_traded_by_partner
from tieline.read.measures.wider_wholes import of_wider_whole
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.goods import Good
from tieline.read.story.memory import FLOWS, MERCHANDISE, Frame, Memory, Share
from tieline.read.syntax.tokens import Token
from tieline.read.words.groups import GROUP

_OTHER_SIDES: Final[dict[Indicator, tuple[Indicator, ShareOf]]] = {
    "exports": ("imports", TOTALS["imports"]),
    "imports": ("exports", TOTALS["exports"]),
}
_SHARE_IN: Final = re.compile(
    r"['’]s?\s+(?:overall\s+|total\s+|own\s+)?(?:market\s+)?(?:share|part|portion|slice|weight)\s+(?:of|in)\b"
)
_SHARE_OF: Final = re.compile(r"\bshare\s+of\s+(?:the\s+)?$")
_GROUP_OF: Final = re.compile(
    r"\b(?:countries|nations|states|partners|members|economies|markets|neighbou?rs)$", re.IGNORECASE
)


def share_told(draft: Draft, sentence: Sentence, good: Good | None, memory: Memory) -> Share | None:
    """The roles of a draft's share, and of what it is; None where nothing tells of what."""
    frame, figure = draft.frame, draft.share
    if frame.reporter is None or figure is None:
        return None
    told = Share(frame.reporter, frame.partner, frame.indicator, "other", good)
    if (wider := of_wider_whole(told, frame, sentence, figure, _subject_beside(sentence, figure))) is not None:
        return wider
    if (turned := _of_the_other(told, frame, sentence, figure)) is not None:
        return turned
    subject = _subject_beside(sentence, figure)
    if (several := _of_several(told, draft, sentence, subject)) is not None:
        return several
    held = _whose(sentence, figure, frame) if frame.partner in {None, "WLD"} else None
    if good is not None and held is not None and held != frame.reporter and trades(held):
        return replace(told, partner=held)  # "Moscow's share of Turkish wheat imports"
    if good is not None:
        return _of_product(told, draft, sentence, good, subject, memory)
    if frame.indicator == "tourism" and frame.partner in {None, "WLD"}:
        visitors = _country_of(sentence, subject, memory)  # "Australia accounted for 47 percent of all visitors"
        return replace(told, partner=visitors) if visitors not in {None, frame.reporter} else None
    if frame.indicator not in MERCHANDISE and frame.partner in {None, "WLD"}:
        return None
    partner = frame.partner
    whose = None if _named_behind(sentence, figure, partner) else _whose(sentence, figure, frame)
    if whose is not None and whose != frame.reporter and trades(whose):
        partner = whose
    elif frame.indicator in MERCHANDISE and (
        partner in {None, "WLD"}
        or ("partner" in frame.inferred and frame.partner_prep != FOR_ROW and not _of_own_subject(frame, subject))
        or frame.indicator == "balance"
    ):
        partner = _partner_beside(frame, sentence, subject, memory)
        if frame.group and draft.change is not None and partner is None:
            return replace(told, partner=None, whole=_whole(frame, None))
        if partner is None or partner == frame.reporter:
            return None
        if not trades(partner):
            return replace(told, partner=None, whole=_whole(frame, None))
    return replace(told, partner=partner, whole=_whole(frame, partner))


def _named_behind(sentence: Sentence, figure: Figure, partner: str | None) -> bool:
    """As in "China's share is 39 percent, against 14 percent for the United States": whose the second part is, right behind it."""
    behind = (m for m in sentence.mentions if m.code == partner and m.start >= figure.end)
    return any(_FOR_ANOTHER.fullmatch(sentence.text, figure.end, m.start) for m in behind)


_FOR_ANOTHER: Final = re.compile(r"\s+for\s+(?:the\s+)?")


def _of_several(told: Share, draft: Draft, sentence: Sentence, subject: Token | None) -> Share | None:
    """As in "established partners took 87 percent of the total": the part of several, none of whom is the partner."""
    frame = draft.frame
    together = draft.of_memory or frame.partner_prep == TABLE or TOGETHER.search(sentence.text)
    if frame.group and frame.partner is None and together:
        return replace(told, whole=_whole(frame, None))
    inferred = frame.partner in {None, "WLD"} or draft.of_memory or "partner" in frame.inferred
    if frame.indicator in FLOWS and inferred and subject is not None and _is_group(sentence, subject):
        return replace(told, partner=None, whole="other" if told.good is not None else _whole(frame, None))
    return None


def _of_the_other(told: Share, frame: Frame, sentence: Sentence, share: Figure) -> Share | None:
    """A share of what the other one trades: of its other flow, or of this one where the verb is its own."""
    other = _OTHER_SIDES.get(frame.indicator)
    if other is None:
        return None
    if is_traded_by_partner(frame, share, sentence):
        other = _OTHER_SIDES[other[0]]
    elif not is_of_other_side(frame, share, sentence) and not is_one_of_a_list(frame, share, sentence):
        return None
    indicator, whole = other
    return Share(str(frame.partner), frame.reporter or "", indicator, "other" if told.good else whole, told.good)


def _of_product(
    told: Share, draft: Draft, sentence: Sentence, good: Good, subject: Token | None, memory: Memory
) -> Share:
    """A product's share of a flow, or a partner's share of the flow of a product."""
    frame = draft.frame
    maker = _maker_of(sentence, subject, good) if frame.partner in {None, "WLD"} else None
    if maker is None and frame.partner in {None, "WLD"} and subject is not None and not frame.verb:
        named = sentence.mention_at(subject)  # "Canada accounted for 60 percent of U.S. crude imports"
        maker = named.code if named is not None and trades(named.code) and frame.token.idx > subject.idx else None
    if maker is not None and maker != frame.reporter:
        return replace(told, partner=maker)
    if draft.share and _is_of_flow_with(told, draft.share, sentence, good):
        return replace(told, whole=share_of(frame.indicator, frame.partner, product=True, whole_trade=False))
    of_partner = frame.partner not in {None, "WLD"} and _country_of(sentence, subject, memory) == frame.partner
    if of_partner or frame.token.lemma == "market" or _went(sentence, told):
        return told
    if (
        told.partner not in {None, "WLD"}
        and draft.share
        and _is_partners_part(told, draft.share, sentence, good, subject)
    ):
        return told
    return replace(
        told, whole=share_of(frame.indicator, frame.partner, product=True, whole_trade=frame.indicator == "trade")
    )


def _is_partners_part(told: Share, share: Figure, sentence: Sentence, good: Good, subject: Token | None) -> bool:
    """The partner has the share of the goods' flow ("80% of its wine exports to Russia"), not the goods of the flow with the partner.

    The whole may name that flow, as in "imports of oil from Kenya were worth $34 million, or 41 percent of Chile's imports from
    Kenya", "12 percent of Chile's exports to Kenya were cars".
    """
    return not _is_of_flow_with(told, share, sentence, good) and not _is_goods_part(sentence, share, good, subject)


def _is_of_flow_with(told: Share, share: Figure, sentence: Sentence, good: Good) -> bool:
    """As in "Peruvian tea made up a tenth of Chile's imports from Peru": the whole is the flow with the partner, and none of the goods."""
    whole = _FLOW_WITH.match(sentence.text, share.end)
    if whole is None or share.end <= good.start < whole.end():
        return False
    return any(m.start == whole.end() and m.code == told.partner for m in sentence.mentions)


_FLOW_WITH: Final = re.compile(r"\s+of\s+(?:[\w’'-]+\s+){1,5}?(?:to|from|with)\s+(?:the\s+)?")


def _is_goods_part(sentence: Sentence, share: Figure, good: Good, subject: Token | None) -> bool:
    """As in "chemicals made up 75 percent of exports to Peru", "coal (45 percent)": the goods have the share, no partner."""
    if sentence.text[good.start : good.end] != good.words:
        return False
    if subject is not None and subject.lemma in _PARTNERS:
        return False
    if subject is not None:
        begin, end = subject.left_edge.idx, subject.right_edge.idx + len(subject.right_edge)
        if begin <= good.start < end:
            return not any(
                begin <= m.start < end and _TO_OR_FROM.search(sentence.text[: m.start]) for m in sentence.mentions
            )
    between = sentence.text[good.end : share.start]
    near = good.end <= share.start <= good.end + _ROW
    return near and not any(good.end <= m.start < share.start for m in sentence.mentions) and "." not in between


_PARTNERS: Final = frozenset(
    "supplier buyer market source customer destination partner seller exporter importer purchaser outlet".split()
)
_ROW: Final = 40
_TO_OR_FROM: Final = re.compile(r"\b(?:to|from|into)\s+(?:the\s+)?$")


def _went(sentence: Sentence, told: Share) -> bool:
    """As in "87 percent of lamb exports went to China": a partner's part of what was sold of the goods."""
    if told.partner in {None, "WLD"}:
        return False
    named = (m for m in sentence.mentions if m.code == told.partner)
    return any(_WENT_TO.search(sentence.text[: m.start]) for m in named)


_WENT_TO: Final = re.compile(
    r"\b(?:went|goes?|going|(?:was|were|is|are|being)\s+(?:sold|shipped|sent|exported|delivered|bought|moved|destined|bound)|came|comes?)\s+(?:to|from|by|for)\s+(?:the\s+)?$"
)


def _of_own_subject(frame: Frame, subject: Token | None) -> bool:
    """As in "Vietnam bought 9 percent and Cambodia the rest": who bought is told, of whom is carried over."""
    return frame.verb and subject is not None and subject.head.i == frame.token.i


def _whole(frame: Frame, partner: str | None) -> ShareOf:
    of_trade = partner is not None and frame.indicator == "trade"
    return share_of(frame.indicator, partner, product=False, whole_trade=of_trade)


def _subject_beside(sentence: Sentence, figure: Figure) -> Token | None:
    """The subject of the clause that a figure stands in; None if it has none."""
    token = next((t for t in sentence.tokens if t.idx + len(t) > figure.core), None)
    verb = clause_of(token) if token is not None else None
    return subject_of(verb)[0] if verb is not None else None


def _country_of(sentence: Sentence, subject: Token | None, memory: Memory) -> str | None:
    return country_of_phrase(sentence, subject, memory) if subject is not None else None


def _partner_beside(frame: Frame, sentence: Sentence, subject: Token | None, memory: Memory) -> str | None:
    """The country of the subject, else another one of the sentence, else the frame's own."""
    code = _told_with(frame, sentence, memory) if _goes_back(subject) else None
    code = code or _country_of(sentence, subject, memory)
    if code is None or code == frame.reporter:
        code = next((m.code for m in sentence.mentions if m.code != frame.reporter and not m.place), None)
    return frame.partner if code is None and frame.partner != "WLD" else code


def _goes_back(subject: Token | None) -> bool:
    """As in "That made up 6 percent of its trade", "Its share of all exports fell": what was told just before."""
    if subject is None:
        return False
    own = subject.lemma == "share" and any(c.lower in {"its", "their"} for c in subject.children)
    return own or subject.lower in _ANAPHORS


_ANAPHORS: Final = frozenset({"that", "this", "it", "which", "they", "these", "those"})


def _told_with(frame: Frame, sentence: Sentence, memory: Memory) -> str | None:
    """The partner of the figure told last, if it was of the same country's same flow."""
    last = memory.told[-1] if memory.told else None
    if last is None or sentence.index - last.sentence > 1 or last.partner is None:
        return None
    sides = (
        {last.reporter: last.partner, last.partner: last.reporter}
        if frame.indicator == "trade"
        else {last.reporter: last.partner}
    )
    partner = sides.get(frame.reporter) if last.indicator == frame.indicator else None
    return partner if partner is not None and trades(partner) else None


def _is_group(sentence: Sentence, subject: Token) -> bool:
    begin, end = subject.left_edge.idx, subject.idx + len(subject)
    if any(begin <= m.start < end for m in sentence.mentions):
        return False  # "the United States", "EU countries"
    return _GROUP_OF.search(sentence.text[begin:end]) is not None or GROUP.match(sentence.text, begin) is not None


def _whose(sentence: Sentence, share: Figure, frame: Frame) -> str | None:
    """As in "Russia's share of Egypt's imports", "the share of Russia in them"; not of a row that stands behind it."""
    row = frame.start if "indicator" in frame.inferred else 0
    for mention in sentence.mentions:
        if row <= mention.start < share.start and (
            _SHARE_IN.match(sentence.text, mention.end)
            or (_SHARE_OF.search(sentence.text[: mention.start]) and re.match(r"\s+in\b", sentence.text[mention.end :]))
        ):
            return mention.code
    return None


def _maker_of(sentence: Sentence, subject: Token | None, good: Good) -> str | None:
    """As in "Russian oil made up 33% of Indian imports": whose the goods are that the clause speaks of."""
    if subject is None or not good.start <= subject.idx < good.end:
        return None
    left = (m for m in sentence.mentions if subject.left_edge.idx <= m.start < subject.idx and m.use == "adjective")
    return next((m.code for m in left if trades(m.code)), None)
