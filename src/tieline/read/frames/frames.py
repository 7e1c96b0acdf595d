"""Frames: each word of trade in a sentence with whose it is, with whom, and of what.

A frame is a noun ("exports", "trade deficit") or a verb ("sold", "imported") that a figure or a direction can hang on.
Roles come from the words round it: "North Korea's exports of cars to Russia" names all three.  What the words do not
name may be carried over from the story so far (`memory`), and is then listed in `inferred`.
"""

from __future__ import annotations

from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.read.frames.adjective_parts import adjective_parts
from tieline.read.frames.affected import affected_frames
from tieline.read.frames.cargoes import LOAD, load_frames
from tieline.read.frames.charged import charged_frames
from tieline.read.frames.context import fill_roles
from tieline.read.frames.contract_worth import contract_frames
from tieline.read.frames.deals import DEAL, deal_frames
from tieline.read.frames.donated import as_given
from tieline.read.frames.figure_words import figure_word_frames
from tieline.read.frames.for_rows import for_row_frames
from tieline.read.frames.gap_between import as_gaps, without_partners_called
from tieline.read.frames.gear_given import donated_frames
from tieline.read.frames.givers import giver_frames
from tieline.read.frames.group_rows import group_rows, group_sums
from tieline.read.frames.hub_sides import through_hub
from tieline.read.frames.markets import market_frames
from tieline.read.frames.movers import MOVING, mover_frames, without_travel
from tieline.read.frames.needs import need_frames, without_needed
from tieline.read.frames.noun_senses import is_of_buyer
from tieline.read.frames.nouns import noun_frame
from tieline.read.frames.one_list import as_one_list
from tieline.read.frames.paid_rows import paid_rows
from tieline.read.frames.partners import partner_frames
from tieline.read.frames.parts import part_frames
from tieline.read.frames.products import product_frames
from tieline.read.frames.ranked import RANKED, as_ranked
from tieline.read.frames.rates import rate_frames
from tieline.read.frames.rows import row_frames
from tieline.read.frames.state_bonds import bond_frames
from tieline.read.frames.subjects import next_subject
from tieline.read.frames.supplied import supplied_frames
from tieline.read.frames.tables import TABLE, table_frames
from tieline.read.frames.told_again import of_row_before
from tieline.read.frames.told_once import told_once
from tieline.read.frames.travel import market_of_guests
from tieline.read.frames.unpaid import unpaid_frames
from tieline.read.frames.verbs import verb_frame
from tieline.read.frames.whole_rows import whole_rows
from tieline.read.story.document import Sentence, Story
from tieline.read.story.goods import Good, goods_in
from tieline.read.story.memory import FLOWS, Frame, Memory, memory_pair
from tieline.read.story.topic import sides_of_flow
from tieline.read.syntax.tokens import Token
from tieline.read.words.trade import EARNING_VERBS, NOUN_ANCHORS, VERB_ANCHORS

__all__ = ["Frame", "Memory", "find_frames", "memory_pair", "next_subject"]

_ANCHORS = NOUN_ANCHORS.keys() | VERB_ANCHORS.keys() | EARNING_VERBS.keys()
_IN_ORDERS = re.compile(r"\s+(?:in|worth\s+of)\s+(?:[\w-]+\s+){0,2}")
_GAP_IN_TRADE = re.compile(r"(?:\s+(?:of|worth)\s+[^,;]{1,40}?)?\s+(?:in|on|of)\s+(?:[\w'-]+\s+){0,3}")
"""What stands between the two words of "a gap in border trade", "a deficit of 3 billion dollars in its trade"."""


def find_frames(sentence: Sentence, story: Story, memory: Memory) -> list[Frame]:
    """The frames of a parsed sentence, in order, with roles filled as far as words and memory allow."""
    goods = goods_in(sentence)
    found = [
        frame
        for token in sentence.tokens
        if (token.lemma in _ANCHORS or token.tag == "VBG")
        and (frame := _frame_of(sentence, token, goods, memory)) is not None
    ]
    out: list[Frame] = []
    for frame in without_partners_called(as_gaps(sentence, _without_doubled(found))):
        own = _of_those_goods(frame, out[-1] if out else memory.flow)
        own = _the_flow(own, sentence, memory) if not out else own
        filled = fill_roles(own, sentence, story, memory, out[-1] if out else None)
        if filled is not None:
            filled = as_ranked(as_given(filled, sentence), sentence)
            out.append(_as_spoken_of(filled, out[-1] if out else None, sentence))
    out = [f for f in out if not _says_less_than_its_noun(f, out)]
    movers = mover_frames(sentence, memory, story)
    out = without_travel(told_once(out), movers, sentence)
    out = part_frames(sentence, out, memory) or out
    needs = need_frames(sentence, goods, memory) or supplied_frames(sentence, goods) or whole_rows(sentence, goods)
    out = without_needed(sentence, out, needs) if needs else out
    charged = charged_frames(sentence, out, goods, memory)
    alone = (
        needs
        or table_frames(sentence, out, memory)
        or [
            *movers,
            *product_frames(sentence, out, goods, memory),
            *partner_frames(sentence, [*out, *charged], memory),
            *group_rows(sentence, out, memory),
            *group_sums(sentence, out, memory),
            *giver_frames(sentence, out, memory),
            *for_row_frames(sentence, out, memory),
            *rate_frames(sentence, out, goods, memory),
            *charged,
            *market_frames(sentence, out, goods, memory),
        ]
    )
    alone = [*alone, *adjective_parts(sentence, out, memory)]
    alone = [*alone, *affected_frames(sentence, memory), *donated_frames(sentence, memory)]
    alone = [*alone, *bond_frames(sentence, memory)]
    alone = [*alone, *(unpaid_frames(sentence, out, memory) or paid_rows(sentence, out, memory))]
    alone = [*alone, *deal_frames(sentence, [*out, *alone])]
    alone = [*alone, *load_frames(sentence, [*out, *alone], memory)]
    alone = alone or row_frames(sentence, out, memory) or contract_frames(sentence, out, memory)
    alone = alone or figure_word_frames(sentence, out, memory)
    out = [f for f in out if not _counted_by(f, alone, sentence) and not _led_by_part(f, [*out, *alone], sentence)]
    found = sorted([*out, *alone], key=lambda frame: frame.token.i) if alone else out
    through: list[Frame] = []
    for frame in as_one_list(found, sentence, memory):
        at_host = frame.indicator == "tourism" and frame.reporter == memory.visited and "partner" not in frame.inferred
        settled = at_host or frame.partner_prep in {
            TABLE,
            MOVING,
            DEAL,
            LOAD,
        }  # their own words tell whose rows they are
        told = of_row_before(frame, sentence, through)
        told = told if settled else through_hub(told, sentence, memory.hub, through)
        through.append(market_of_guests(told, sentence, memory))
    return through


def _says_less_than_its_noun(frame: Frame, frames: list[Frame]) -> bool:
    """As in "tourists coming to Georgia from Iran": the verb behind the noun of a flow, which knows one side fewer."""
    noun = next((f for f in frames if frame.verb and f.token.i == frame.token.head.i and not f.verb), None)
    if noun is None or frame.token.dep not in {"acl", "relcl"} or noun.indicator != frame.indicator:
        return False
    return noun.reporter == frame.reporter and frame.partner in {None, "WLD"} and noun.partner not in {None, "WLD"}


def _of_those_goods(frame: Frame, last: Frame | None) -> Frame:
    """As in "Pakistan took 8 million kilos of Kenyan tea, while volumes to Egypt shrank", "Sudan cut its orders": of the goods told before.

    Who sold those goods sells these, or bought these.
    """
    of_them = frame.token.lemma in _OF_THEM or (frame.token.lemma == "order" and is_of_buyer(frame.token))
    if not of_them or last is None or last.indicator not in FLOWS:
        return frame
    if frame.good is None and last.good is not None:
        frame = replace(frame, good=last.good, inferred=(*frame.inferred, "product"))
    if frame.token.lemma != "volume":
        return frame
    seller, buyer = sides_of_flow(last.indicator, last.reporter, last.partner)
    if frame.reporter is None and frame.partner is not None and seller not in {None, "WLD", frame.partner}:
        return replace(frame, reporter=seller, inferred=(*frame.inferred, "reporter"))
    if frame.partner is None and frame.reporter is not None and buyer not in {None, "WLD", frame.reporter}:
        return replace(frame, partner=buyer, inferred=(*frame.inferred, "partner"))
    return frame


def _the_flow(frame: Frame, sentence: Sentence, memory: Memory) -> Frame:
    """As in "Ukraine ships grain to Egypt. In the past year the flow has dropped by half": the one told just before."""
    told = memory.flow
    if frame.token.lemma != "flow" or frame.token.tag != "NN" or told is None or told.indicator not in FLOWS:
        return frame
    alone = frame.reporter is None and frame.partner is None and not frame.group
    alone = alone and (
        frame.good is not None or not sentence.text.startswith(" of ", frame.token.idx + len(frame.token))
    )
    if not alone or sentence.index - memory.flow_sentence > _FLOW_TOLD or None in told.pair:
        return frame
    carried = (
        ("indicator", "reporter", "partner") if told.good is None else ("indicator", "reporter", "partner", "product")
    )
    sides = replace(frame, indicator=told.indicator, reporter=told.reporter, partner=told.partner, weak=False)
    return replace(sides, good=frame.good or told.good, inferred=carried)


_FLOW_TOLD = 2
_OF_THEM = frozenset({"volume", "intake", "offtake"})


def _as_spoken_of(frame: Frame, last: Frame | None, sentence: Sentence) -> Frame:
    """As in "imports of chocolate from Chad were unchanged, while deliveries of wheat doubled": the way of the flow before."""
    if last is None or frame.token.lemma not in _GONE or not {"reporter", "partner"} <= set(frame.inferred):
        return frame
    if _OWN.search(sentence.text, frame.start, frame.token.idx):
        return frame
    same = last.indicator == "imports" and frame.indicator == "exports" and last.pair == frame.pair
    return replace(frame, indicator="imports") if same and last.reporter == frame.reporter else frame


_GONE = frozenset({"delivery", "shipment", "supply", "consignment"})
_OWN = re.compile(r"\b(?:its|their|own)\b", re.IGNORECASE)


def _frame_of(sentence: Sentence, token: Token, goods: list[Good], memory: Memory) -> Frame | None:
    """The frame of a token as its phrase gives it; None if it is no word of trade."""
    lemma = token.lower if _is_gerund_of_country(sentence, token) else token.lemma
    begins = token.tag == "VB" and token.dep == "csubj"  # "Aid from Denmark fell", to the tagger
    if lemma in NOUN_ANCHORS and (token.pos in {"NOUN", "PROPN"} or begins or lemma in {"buying", "selling"}):
        return noun_frame(sentence, token, goods, memory)
    if _is_noun_without_verb(sentence, token):
        return noun_frame(sentence, token, goods, memory)
    tagged_noun = lemma == "cost" and any(
        c.dep == "nsubj" for c in token.children
    )  # the tagger's, of "cost Peru 5 million"
    if (lemma in VERB_ANCHORS or lemma in EARNING_VERBS) and (token.pos == "VERB" or tagged_noun):
        return verb_frame(sentence, token, goods, memory)
    return None


def _is_gerund_of_country(sentence: Sentence, token: Token) -> bool:
    """As in "Japanese buying": a noun, though the tagger has it as a verb."""
    return (
        token.tag == "VBG"
        and token.lower in {"buying", "selling"}
        and token.dep in {"nsubj", "dobj", "pobj", "ROOT"}
        and token.i > 0
        and sentence.mention_at(token.nbor(-1)) is not None
    )


def _is_noun_without_verb(sentence: Sentence, token: Token) -> bool:
    """As in "Sales reached $1,012 million and purchases $1,498 million": a flow whose verb is left out, tagged as a verb."""
    if token.tag not in {"VBZ", "VBP", "VB"} or token.lemma not in NOUN_ANCHORS or token.dep != "conj":
        return False
    if any(c.dep in {"nsubj", "nsubjpass"} for c in token.children):
        return False
    behind = token.idx + len(token)
    subject = next((c for c in token.head.children if c.dep in {"nsubj", "nsubjpass"}), None)
    figure = any(_THEN.fullmatch(sentence.text, behind, f.start) for f in sentence.figures if f.start > behind)
    return figure and subject is not None and subject.lemma in NOUN_ANCHORS


_THEN = re.compile(r"(?:\s+(?:with|to|from)\s+(?:the\s+)?[A-Z][\w.]+(?:\s[A-Z]\w+)*)?(?:\s+(?:were|was|at|by|to))?\s+")
"""Between such a noun and its figure."""


def _without_doubled(frames: list[Frame]) -> list[Frame]:
    """Two nouns of one phrase ("trade deficit", "export sales", "a gap in border trade") as one frame."""
    out: list[Frame] = []
    for frame in frames:
        if out and _is_gap_in_trade(out[-1], frame):
            last = out.pop()
            out.append(
                replace(
                    last,
                    reporter=last.reporter or frame.reporter,
                    partner=last.partner or frame.partner,
                    group=last.group or frame.group,
                    end=max(last.end, frame.end),
                )
            )
        elif out and frame.verb and _both_ways(out[-1], frame):
            out.append(
                replace(out.pop(), indicator="trade", partner=None, token=frame.token, end=frame.end, weak=False)
            )
        elif out and not frame.verb and not out[-1].verb and frame.token.i - out[-1].token.i == 1:
            out.append(_joined(out.pop(), frame))
        else:
            out.append(frame)
    return out


def _counted_by(frame: Frame, listed: list[Frame], sentence: Sentence) -> bool:
    """As in "the U.S. was the biggest market with $14.3 billion in orders": the noun only says what the sum of a row is of."""
    if frame.verb or not any((f.partner_prep == RANKED or f.good is not None) and f.end <= frame.start for f in listed):
        return False
    return any(
        _IN_ORDERS.fullmatch(sentence.text, f.end, frame.token.idx) for f in sentence.figures if f.kind == "money"
    )


def _led_by_part(frame: Frame, frames: list[Frame], sentence: Sentence) -> bool:
    """As in "imports of cars led the increase in total imports, up 31 percent", "tomatoes topped the list of exports with $26 million": the whole, whose part the figures are of."""
    if frame.verb or frame.indicator not in FLOWS:
        return False
    led = _LED.search(sentence.text[: frame.token.idx])
    if led is None:
        return False
    return any(
        f is not frame and f.good is not None and f.indicator == frame.indicator and f.end <= led.start() + 1
        for f in frames
    )


_LED = re.compile(
    r"\s(?:led|leads|leading|drove|topped|tops|topping|headed|heads|heading)\s+(?:the|this|that|its|their|an?)\s+"
    r"(?:(?:[\w-]+\s+)?(?:rise|increase|growth|gain|jump|surge|fall|drop|decline|decrease|slump)\s+(?:in|of)|(?:list|ranking|table)\s+of)\s+(?:[\w'’-]+\s+){0,3}$"
)


def _both_ways(first: Frame, second: Frame) -> bool:
    """As in "imported and exported goods worth 456 million": both flows of one country, told by one figure."""
    joined = second.token.dep == "conj" and second.token.head.i == first.token.i
    return (
        first.verb
        and joined
        and {first.token.lemma, second.token.lemma} in ({"import", "export"}, {"buy", "sell"})
        and second.token.i - first.token.i <= _NEXT_BUT_ONE
    )


_NEXT_BUT_ONE = 2


def _is_gap_in_trade(first: Frame, second: Frame) -> bool:
    """The second noun only says what the balance of the first one is of."""
    if first.indicator != "balance" or second.indicator != "trade" or second.verb:
        return False
    between = second.token.doc.text[first.token.idx + len(first.token) : second.token.idx]
    return _GAP_IN_TRADE.fullmatch(between) is not None


def _joined(first: Frame, second: Frame) -> Frame:
    """Two frames of one phrase, by the more telling word; what that leaves open the other one gives."""
    second_tells = second.indicator in {"balance", "tariff"} or (
        first.indicator in {"trade", "tourism"} and second.indicator != "trade"
    )
    if second.token.lemma in {"inflow", "outflow"} and first.indicator in {"investment", "other"}:
        second, second_tells = (
            replace(second, indicator=first.indicator),
            True,
        )  # "Iran's investment inflow from Germany"
    keep, other = (second, first) if second_tells else (first, second)
    return replace(
        keep,
        reporter=keep.reporter or other.reporter,
        partner=keep.partner or other.partner,
        good=keep.good or other.good,
        start=min(keep.start, other.start),
        end=max(keep.end, other.end),
        group=keep.group or other.group,
        token=second.token,
    )
