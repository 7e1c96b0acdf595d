"""Both sides of a frame that names none: by the subject, by what was spoken of last, by the pair of the story.

The rules are tried in their order; the first that knows the two is taken.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.around import Around, if_sound, with_roles
from tieline.read.frames.gap_flows import flow_of_gap
from tieline.read.frames.group_rows import group_again
from tieline.read.frames.own_total import of_rows
from tieline.read.frames.partner_side import (
    BACK_TO_LAST,
    DEFINITE,
    of_whole_country,
    partner_behind_preposition,
)
from tieline.read.frames.pointed import THERE
from tieline.read.frames.received import earned_by_subject, gift_of_subject, taken_by_subject
from tieline.read.frames.subjects import made_up_before
from tieline.read.frames.tariffs import tariff_of_sentence
from tieline.read.frames.told_again import told_again
from tieline.read.frames.travel import visitors_from
from tieline.read.story.document import trades
from tieline.read.story.memory import FLOWS, MERCHANDISE, Frame, other_of, pair_ranked
from tieline.read.words.clauses import OTHER_WAY

REVERSE = re.compile(
    rf"\b{OTHER_WAY}",
    re.IGNORECASE,
)
"""The flow spoken of last, with its sides changed."""


def both_sides(frame: Frame, around: Around) -> Frame | None:
    """Both sides of a frame that names none, by the first rule that knows them."""
    if frame.indicator == "tariff":
        return tariff_of_sentence(frame, around)
    turned = _turned_round(frame, around) or taken_by_subject(frame, around) or _of_whose_total(frame, around)
    turned = turned or flow_of_gap(frame, around) or group_again(frame, around) or told_again(frame, around)
    if turned is not None:
        return turned
    if frame.whole and frame.indicator in MERCHANDISE:
        owner = around.subject(frame) or _owner_of_whole(frame, around) or around.memory.teller
        return with_roles(frame, owner, "WLD", "reporter") if owner else None
    last, flow = around.last, around.memory.flow
    if (
        frame.weak
        and frame.indicator in FLOWS
        and last is not None
        and last.indicator not in FLOWS
        and last.partner != "WLD"
        and flow
    ):
        around = replace(around, last=flow)
    for rule in _RULES:
        filled = rule(frame, around)
        if filled is not None:
            return filled
    return _of_teller(frame, around) or _of_hub(frame, around) or _carried_over(frame, around)


def _of_hub(frame: Frame, around: Around) -> Frame | None:
    """As in "Re-exports improved slightly", in a story about one country with many: of it, with all."""
    about, sentence = around.memory.hub.about, around.sentence
    named = not frame.verb and not frame.weak and frame.indicator in MERCHANDISE - {"trade"}
    if about is None or not named or any(m.code != about for m in sentence.mentions if m.end <= frame.token.idx):
        return None
    lead = sentence.text[frame.start : frame.token.idx]
    if BACK_TO_LAST.match(sentence.text) or (DEFINITE.match(lead) and not _THE_COUNTRY.match(lead)):
        return None
    return with_roles(frame, about, "WLD", "reporter", "partner")


_THE_COUNTRY = re.compile(r"the\s+(?:country|nation|island|kingdom|republic)'s\b", re.IGNORECASE)


def _of_teller(frame: Frame, around: Around) -> Frame | None:
    """As in "HANOI - Exports rose 3 percent": of the country where the story is told, before any other was spoken of."""
    memory = around.memory
    first = memory.base is None and around.before is None and memory.teller is not None
    named = not frame.verb and frame.indicator in MERCHANDISE - {"trade"} and (not frame.weak or frame.good is not None)
    lead = around.sentence.text[frame.start : frame.token.idx]
    if not (first and named) or (DEFINITE.match(lead) and frame.indicator != "balance"):
        return None
    by_headline = around.story.teller is None and memory.teller not in (around.story.pair or ())
    if _MUTUAL_NOW.search(lead) or (around.story.opens_with_pair and not by_headline):
        return None
    return with_roles(frame, memory.teller, "WLD", "reporter", "partner")


def _owner_of_whole(frame: Frame, around: Around) -> str | None:
    """As in "sales to all markets": of who sold last, whoever told it."""
    last, base = around.last_of_trade, around.memory.base
    if base is not None and base.indicator == frame.indicator:
        return base.reporter
    if last is None:
        return around.memory.subject
    first = around.memory.countries[:2]
    return last.partner if last.partner in first and last.reporter not in first else last.reporter


def _turned_round(frame: Frame, around: Around) -> Frame | None:
    """As in "In the opposite direction, shipments fell"."""
    last = around.last
    if last is None or not last.partner or frame.indicator not in FLOWS or not REVERSE.search(around.sentence.text):
        return None
    turned = frame.indicator == last.indicator or {frame.indicator, last.indicator} == {"exports", "trade"}
    sides = (last.partner, last.reporter) if turned else (last.reporter, last.partner)
    good = None if frame.good and frame.good.hs is None else frame.good
    return replace(with_roles(frame, *sides, "reporter", "partner"), good=good)


def _faced_at_opening(frame: Frame, around: Around) -> Frame | None:
    """As in "With Kazakhstan, turnover reached $1.2 billion": of whoever's trade was told, with the country that opens the sentence."""
    named = around.sentence.mentions[:1]
    last = around.last_of_trade
    if frame.indicator not in {"trade", "balance"} or not named or last is None or last.reporter in {None, "WLD"}:
        return None
    text, faced = around.sentence.text, named[0]
    if not _WITH_FIRST.fullmatch(text[: faced.start]) or text[faced.end : faced.end + 1] != ",":
        return None
    whose = last.other_side(faced.code) if faced.code in last.pair else last.reporter
    return with_roles(frame, whose, faced.code, "reporter", "partner") if whose else None


_WITH_FIRST = re.compile(r"\W*(?:and |but )?with\s+(?:the\s+)?", re.IGNORECASE)


def _of_ranked_pair(frame: Frame, around: Around) -> Frame | None:
    """As in "Vietnam is Malaysia's fourth largest partner in ASEAN, and two-way trade reached ...": of the two, whoever else is named."""
    lead = around.sentence.text[frame.start : frame.token.idx]
    two = pair_ranked(around.sentence) if frame.indicator == "trade" and "two-way" in lead.lower() else None
    return with_roles(frame, *two, "reporter", "partner") if two is not None else None


def _gap_in_that_trade(frame: Frame, around: Around) -> Frame | None:
    """As in "In trade with China the deficit deepened": of the trade that the sentence began with."""
    trade = around.before
    if frame.indicator != "balance" or trade is None or trade.indicator != "trade" or trade.verb:
        return None
    opens = _IN_TRADE.fullmatch(around.sentence.text[: trade.token.idx]) is not None
    named = trade.partner not in {None, "WLD"} and trade.reporter is not None
    return with_roles(frame, trade.reporter, trade.partner, "reporter", "partner") if opens and named else None


_IN_TRADE = re.compile(r"\W*(?:but\s+|and\s+)?in\s+(?:its\s+|the\s+|their\s+)?(?:[\w-]+\s+)?", re.IGNORECASE)


def _balance_of_subject(frame: Frame, around: Around) -> Frame | None:
    """As in "Brazil posted a surplus": with the world, unless its balance with another was just spoken of."""
    subject = around.subject(frame) if frame.indicator == "balance" else None
    last = around.last
    faced = partner_behind_preposition(frame, around) if subject else None
    if faced is not None and faced != subject:  # "With China, Japan stayed in the red, with a deficit of ..."
        return with_roles(frame, subject, faced, "reporter", "partner")
    if subject and (frame.whole or last is None or subject not in last.pair or last.indicator not in MERCHANDISE):
        return with_roles(frame, subject, "WLD", "reporter", "partner")
    return None


def _total_shipped(frame: Frame, around: Around) -> Frame | None:
    """As in "A total of 423 million kilos were exported", in a story of many buyers: to all of them."""
    many = len([c for c in around.story.counts if trades(c)]) >= _MANY
    lead = around.sentence.text[: frame.token.idx]
    last = around.last_of_trade
    alone = frame.verb and frame.indicator in FLOWS and not around.loose and _A_TOTAL.match(lead) is not None
    if not (many and alone) or last is None or last.indicator not in FLOWS:
        return None
    whose = last.reporter if last.indicator == frame.indicator else last.partner
    return with_roles(frame, whose, "WLD", "reporter", "partner") if whose not in {None, "WLD"} else None


_MANY = 5
_A_TOTAL = re.compile(
    r"\W*(?:in all,?\s+)?a\s+total\s+of\b(?:[^.;,]|[.,](?=\d))*\b(?:was|were|have been|has been)\s+", re.IGNORECASE
)


def _to_market(frame: Frame, around: Around) -> Frame | None:
    """As in "China was the second largest market, with exports up 36 percent": to the subject, by who sold before."""
    lead = around.sentence.text[: frame.start]
    if frame.indicator != "exports" or frame.verb or not _WITH.search(lead) or _MARKET.search(lead) is None:
        return None
    subject, last = around.subject(frame), around.last_of_trade
    hub = around.memory.hub.of("exports")
    seller = hub if hub is not None and hub != subject else last.reporter if last is not None else None
    if subject is None or seller in {None, "WLD", subject} or not trades(subject):
        return None
    return with_roles(frame, seller, subject, "reporter")


_MARKET = re.compile(
    r"\b(?:market|buyer|customer|destination|importer|client)\b[^.;]{0,40},?\s+with\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)


def _in_terms_of(frame: Frame, around: Around) -> Frame | None:
    """As in "China is in first place in terms of imports": the partner that is ranked, of whose trade is told."""
    text, last = around.sentence.text, around.last_of_trade
    if frame.verb or frame.indicator not in FLOWS | {"trade"} or last is None or last.reporter in {None, "WLD"}:
        return None
    ranked = next((m.code for m in around.loose if _PLACED.fullmatch(text, m.end, frame.start)), None)
    return with_roles(frame, last.reporter, ranked, "reporter") if ranked not in {None, last.reporter} else None


_PLACED = re.compile(
    r"\s+(?:is|was|ranks?|ranked|comes?|came|stands?|stood|takes?|took|holds?|held|remains?|remained|leads?|led)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:(?:first|second|third|fourth|fifth|top|leading|1st|2nd|3rd)\s+)?(?:place|position|spot|list|ranking)?\s*(?:in terms of|in|for|by|as regards)\s+"
)


def _had_by_subject(frame: Frame, around: Around) -> Frame | None:
    """As in "Serbia used to sell goods to Kosovo, while Bosnia had annual exports of 80 million": to the same buyer."""
    has = frame.token.dep == "dobj" and frame.token.head.lemma in _HAS and frame.indicator in FLOWS and not frame.verb
    subject, last = around.subject(frame) if has else None, around.last
    if (
        subject is None
        or last is None
        or subject in last.pair
        or not trades(subject)
        or last.indicator != frame.indicator
    ):
        return None
    same = around.before is not None and last.partner not in {None, "WLD"}
    return with_roles(frame, subject, last.partner, "reporter", "partner") if same else None


_HAS = frozenset({"have", "post", "record", "report", "register", "see"})


def _with_flow_of_subject(frame: Frame, around: Around) -> Frame | None:
    """As in "Nigeria was next with exports of 16.8 million tonnes": of the subject, to the other side of the flow before."""
    last, lead = around.last, around.sentence.text[: frame.start]
    if frame.indicator not in FLOWS or last is None or not _WITH.search(lead):
        return None
    subject = around.subject(frame)
    if subject is None or subject in last.pair or last.reporter is None or not trades(subject):
        return None
    same = last.indicator == frame.indicator
    owner = around.memory.hub.owner
    through_many = owner is not None and around.memory.hub.about == owner and _RANKS.search(lead) is not None
    if owner not in {None, subject} and (through_many or (same and last.reporter == owner)):
        return with_roles(frame, owner, subject, "reporter")  # "Russia was second, with imports of 879 million"
    other = last.partner if same else last.reporter
    return with_roles(frame, subject, other, "reporter", "partner") if other else None


_RANKS = re.compile(r"\b(?:first|second|third|fourth|fifth|next|top|lead)\b")
_WITH = re.compile(r"\bwith\s+$")


def _there(frame: Frame, around: Around) -> Frame | None:
    """As in "exports there": the country named last is the partner."""
    memory = around.memory
    follows = THERE.match(around.sentence.text[frame.token.idx + len(frame.token) :])
    before = [m.code for m in around.sentence.mentions if m.end <= frame.token.idx and trades(m.code)] or memory.recent
    if not follows or not before:
        return None
    here, last = before[-1], around.last
    whose = last.other_side(here) if last is not None and here in last.pair else None
    if whose is None and memory.pair and here in memory.pair:
        whose = other_of(memory.pair, here)
    if whose is None and memory.base is not None and memory.base.reporter not in {here, "WLD"}:
        whose = memory.base.reporter  # "Those to Britain were down 9%, while imports from there fell by 21%"
    return with_roles(frame, whose, here, "reporter", "partner") if whose else None


def _subject_of_last(frame: Frame, around: Around) -> Frame | None:
    """The subject is one side of the frame spoken of last: it faces the other again."""
    subject = around.subject(frame) if frame.indicator in {"balance", "aid", "investment", "debt"} else None
    if subject and around.last and subject in around.last.pair:
        partner = around.last.other_side(subject) or ("WLD" if around.last.partner == "WLD" else None)
        return with_roles(frame, subject, partner, "reporter", "partner")
    return None


def _of_whose_total(frame: Frame, around: Around) -> Frame | None:
    """As in "it took 37.3 percent of all exports": of the one whose trade the story tells, and that is not who took them."""
    base, lead = around.memory.base, around.sentence.text[: frame.start]
    if frame.verb or frame.indicator not in FLOWS or base is None or not made_up_before(lead):
        return None
    subject = around.subject(frame)
    if subject is None or subject == base.reporter or not trades(subject):
        return None
    before = around.before
    if (
        before is not None and before.group and before.verb
    ):  # "Together, Chad and Togo took 54.9 percent of these exports"
        return replace(with_roles(frame, base.reporter, None, "reporter"), group=True)
    return with_roles(frame, base.reporter, subject, "reporter", "partner")


_RULES: Final[tuple[Callable[[Frame, Around], Frame | None], ...]] = (
    of_rows,
    _faced_at_opening,
    _total_shipped,
    _to_market,
    _had_by_subject,
    _in_terms_of,
    _with_flow_of_subject,
    earned_by_subject,
    _of_ranked_pair,
    _gap_in_that_trade,
    visitors_from,
    _balance_of_subject,
    gift_of_subject,
    _there,
    _subject_of_last,
)


def _carried_over(frame: Frame, around: Around) -> Frame | None:
    """The sides of the frame spoken of last, else the pair that the story has spoken of."""
    last, memory, spoken = around.last, around.memory, around.trading_pair
    if frame.indicator in MERCHANDISE and not frame.weak and memory.base and of_whole_country(frame, None, around):
        return if_sound(with_roles(frame, memory.base.reporter, "WLD", "reporter", "partner"))
    if frame.weak and frame.good is None and not around.sentence.figures and frame.indicator != "trade":
        return None
    if last is not None and _total_again(frame, last, around):
        return if_sound(with_roles(frame, last.reporter, "WLD", "reporter", "partner"))
    if _MUTUAL_NOW.search(around.sentence.text[frame.start : frame.token.idx]) and (pair := _pair_of_story(around)):
        return if_sound(with_roles(frame, *pair, "reporter", "partner"))
    if spoken and _THE_TURNOVER.search(around.sentence.text[max(0, frame.token.idx - 24) : frame.token.idx + 8]):
        return if_sound(with_roles(frame, *spoken, "reporter", "partner"))
    if last is not None and last.reporter and _goes_on_from(frame, last):
        return if_sound(with_roles(frame, last.reporter, last.partner, "reporter", "partner"))
    strong = not frame.weak or frame.good is not None
    if spoken and strong and frame.indicator in FLOWS and last is None and memory.teller in spoken:
        whose = str(memory.teller)  # at the border of the two: whose exports are not told
        return if_sound(with_roles(frame, whose, other_of(spoken, whose), "reporter", "partner"))
    if spoken and (not frame.weak or frame.token.lower == "business"):
        return if_sound(with_roles(frame, *spoken, "reporter", "partner"))
    return None


def _total_again(frame: Frame, last: Frame, around: Around) -> bool:
    """As in "Exports to China rose, those to Vietnam and Japan fell. The trade surplus came to ...": after several partners, that with all."""
    several = len(around.memory.faced.get(str(last.reporter), ())) >= _SEVERAL
    alone = frame.indicator in MERCHANDISE and not frame.verb and not frame.weak and around.before is None
    lead = around.sentence.text[frame.start : frame.token.idx]
    whole = frame.indicator == "balance" or not DEFINITE.match(lead)
    told = not around.loose and not BACK_TO_LAST.match(around.sentence.text) and not _MUTUAL_NOW.search(lead)
    return several and alone and whole and told


_SEVERAL = 3
_MUTUAL_NOW = re.compile(r"\b(?:two-way|bilateral|mutual|reciprocal)\b", re.IGNORECASE)


def _pair_of_story(around: Around) -> tuple[str, str] | None:
    """The story's pair where a paragraph opens, for what is the two's own: whoever was spoken of in passing before."""
    pair, before = around.story.pair, around.sentence.before
    opens = before is None or before.paragraph != around.sentence.paragraph
    last = around.last
    return pair if pair and opens and (last is None or last.pair != frozenset(pair)) else None


_THE_TURNOVER = re.compile(r"\b(?:the|this|mutual|bilateral|trade|commodity)\s+turnover", re.IGNORECASE)


def _goes_on_from(frame: Frame, last: Frame) -> bool:
    """A word of many senses goes on only from its like, or with a product."""
    if frame.good or not frame.weak or last.indicator == frame.indicator:
        return True
    return frame.indicator == "imports" and last.indicator == "exports"
