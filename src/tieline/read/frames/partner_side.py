"""Who the other country is when a phrase names only one: a country near, the story's other one, or the world.

What a country has with the world (exports, a deficit) may stand without a partner; a gift or a verb of trade seeks one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.around import Around
from tieline.read.frames.own_total import may_be_of_another, of_itself
from tieline.read.frames.pointed import THERE, there
from tieline.read.frames.subjects import subject_of, whose_office_tells
from tieline.read.frames.told_again import of_which
from tieline.read.names.mentions import Mention
from tieline.read.story.document import trades
from tieline.read.story.memory import FLOWS, MERCHANDISE, Frame, other_of
from tieline.read.words.leads import leads_to
from tieline.read.words.trade import NOUN_ANCHORS

OF_THIS = re.compile(
    r"\W*(?:out )?of (?:this|that|these|those|the (?:total |overall |whole )?(?:total|amount|sum|turnover|trade|volume|value|figure))\b",
    re.IGNORECASE,
)
"""A part of what was spoken of last: of the pair's trade."""
_POSSESSIVE_LEAD = re.compile(r"\w's?\s+(?:[\w-]+\s+)*$")
_PLAIN_FLOWS: Final[tuple[Indicator, ...]] = ("exports", "imports", "trade", "balance")
_LEADS_TO_PARTNER: Final[Mapping[Indicator, tuple[str, ...]]] = {
    **{flow: leads_to(flow, "partner") for flow in _PLAIN_FLOWS},
    "tariff": ("on", "against", "from"),  # no flow: whose goods it is on
    "investment": ("in", "into"),
    "aid": ("to", "for"),  # "for the refugees in Chad"
    "debt": ("to", "from"),  # owed to, borrowed from
    "other": ("to", "in"),
}
"""What a partner without a place in the tree stands behind; of visitors any preposition will do."""
_ANY_PREPOSITION = ("to", "from", "with", "of")
_JUST_TOLD = 2
_FARTHEST_PARTNER = 90
_FEW_COUNTRIES = 4


def partner_side(frame: Frame, reporter: str, around: Around) -> str | None:
    """Who the other country is when the phrase names only one: a country, or the world for what one has with it."""
    if frame.indicator in MERCHANDISE and frame.whole:
        return "WLD"
    return (
        partner_behind_preposition(frame, around)
        or of_which(frame, reporter, around)
        or _there(frame, reporter, around)
        or _by_the_hub(frame, reporter, around)
        or _by_the_words(frame, reporter, around)
        or _by_what_was_told(frame, reporter, around)
        or _by_the_story(frame, reporter, around)
    )


def _there(frame: Frame, reporter: str, around: Around) -> str | None:
    """As in "Japan sent 20 percent of its exports there": the country named last before, which is not whose they are."""
    if frame.verb or THERE.match(around.sentence.text, frame.token.idx + len(frame.token)) is None:
        return None
    return there(around.sentence, frame.token, around.memory, frozenset({reporter}))


_COMERS = frozenset({"arrival", "visitor", "tourist", "guest"})


def _by_the_words(frame: Frame, reporter: str, around: Around) -> str | None:
    """A part of the two's trade, a balance owned by name, a return to the country's whole trade, the other end of a flow."""
    pair = around.memory.pair
    if pair and reporter in pair and OF_THIS.match(around.sentence.text):
        return other_of(pair, reporter)
    lead = around.sentence.text[frame.start : frame.token.idx]
    # "Sri Lanka's tourist arrivals rose, most of all those of Indians"
    owned = frame.token.lemma in _COMERS and _POSSESSIVE_LEAD.search(lead) is not None
    whose = around.memory.host in {None, reporter} and (owned or not may_be_of_another(frame, around))
    if frame.indicator == "tourism" and not frame.verb and whose:
        many = around.memory.hub.others("tourism", reporter) >= _MANY_TOLD and not around.loose
        named = ("reporter" not in frame.inferred or many) and not DEFINITE.match(lead)
        return "WLD" if frame.whole or named else None  # "daytrips to Estonia grew by 3 percent"
    if frame.indicator == "balance" and "reporter" not in frame.inferred and _owned_by_name(frame, around):
        return "WLD"
    if frame.indicator in MERCHANDISE and of_whole_country(frame, reporter, around):
        return "WLD"
    if of_itself(frame, around) or (frame.verb and _told_by_own_office(frame, reporter, around)):
        return "WLD"
    return _other_end(frame, reporter, around) if frame.verb or frame.weak else None


def _by_the_hub(frame: Frame, reporter: str, around: Around) -> str | None:
    """As in "shipments from Russia surged" of a story on all that Japan buys: of the hub, who faces the world himself."""
    hub = around.memory.hub.of(frame.indicator)
    named = any(m.end <= frame.start for m in around.loose)
    before = around.before
    told = before is not None and before.partner not in {None, "WLD"} and "partner" not in before.inferred
    if hub is None or told or named or frame.indicator not in FLOWS:
        return None
    if around.story.opens_with_pair and around.memory.hub.others(frame.indicator, hub) < _MANY_TOLD:
        return None
    back = BACK_TO_LAST.match(around.sentence.text)
    if reporter == hub:
        return None if back is not None and "country" not in back.group().lower() else "WLD"
    sells = around.memory.hub.sells(hub)
    if sells is None or back is not None:
        return None
    return hub if sells != (frame.indicator == "exports") else "WLD" if around.memory.hub.about == hub else None


_MANY_TOLD = 4


def _by_what_was_told(frame: Frame, reporter: str, around: Around) -> str | None:
    """Whom the last flow faced, who saw this one move, who receives what is given."""
    last, total = around.last, frame.indicator in MERCHANDISE
    just_now = around.before is not None or around.sentence.index - around.memory.frame_sentence <= 1
    if (
        total
        and just_now
        and last is not None
        and not frame.verb
        and (last.reporter, last.partner) == (reporter, "WLD")
    ):
        return "WLD"
    carries = frame.verb or frame.weak or not total or just_now
    if carries and last is not None and reporter in last.pair and len(last.pair) == 2:
        return last.other_side(reporter)
    if not frame.verb and frame.indicator in FLOWS:
        return _who_saw(frame, reporter, around)
    given = not frame.verb and frame.indicator in {"aid", "investment", "debt", "other"}
    if given and last is not None and last.indicator == frame.indicator and reporter not in last.pair:
        return last.partner  # "Remittances from Saudi Arabia to Pakistan ... Inflows from the UAE"
    if not frame.verb and frame.indicator in {"aid", "investment", "debt"}:
        receiver = around.subject(frame)
        return receiver if receiver is not None and receiver != reporter and trades(receiver) else None
    return None


def _by_the_story(frame: Frame, reporter: str, around: Around) -> str | None:
    """The story's other country where the frame needs one; else the world, with which a country trades at any time."""
    last = around.last
    teller = around.memory.teller
    if (seller := _same_flow_again(frame, reporter, around)) is not None:
        return seller
    others = [m for m in around.loose if not _LISTED_ON.search(around.sentence.text[: m.start])]
    first = around.memory.base is None and around.before is None and not others
    if frame.verb and first and frame.indicator in FLOWS and teller not in {None, reporter}:
        return teller  # "ACCRA - Cocoa still pays the bills. The Netherlands bought beans worth $428 million"
    if frame.verb and _opens_at_large(frame, around):
        return "WLD"
    if frame.verb and frame.indicator in FLOWS and frame.token.dep == "relcl" and len(around.loose) == 1:
        return around.loose[0].code  # "Turkey's gas bill is dominated by Russia, which delivered 26.6 bcm"
    if _in_all_goods(frame, around) and last is not None and (last.reporter, last.partner) == (reporter, "WLD"):
        return "WLD"
    if frame.indicator not in MERCHANDISE or frame.weak:
        few = len(around.story.counts) <= _FEW_COUNTRIES or around.story.opens_with_pair
        other = around.other_of_story(reporter) if few else None
        return other or ((around.of_whole_story(reporter) or _from_abroad(frame, around)) if frame.verb else None)
    if not frame.verb or (last is not None and last.partner == "WLD"):
        return "WLD"
    begins = around.memory.frame is None and frame.token.lemma in {"export", "import", "ship"}
    begins = begins and all(m.use == "adjective" for m in around.loose)
    return "WLD" if begins else around.other_of_story(reporter) or _from_abroad(frame, around)


def _same_flow_again(frame: Frame, reporter: str, around: Around) -> str | None:
    """As in "Kenya's sales to Pakistan fell. Prices were low. Pakistani imports stood at 48.7 million kilos": from whom they were told."""
    flow, memory = around.memory.flow, around.memory
    near = flow is not None and around.sentence.index - memory.flow_sentence <= _STILL_TOLD
    if flow is None or not near or frame.indicator not in FLOWS or frame.indicator == flow.indicator:
        return None
    return flow.reporter if flow.partner == reporter and not frame.whole and not around.loose else None


_STILL_TOLD = 3


def _told_by_own_office(frame: Frame, reporter: str, around: Around) -> bool:
    """As in "Togo's customs office showed that the country had exported $900 million", with no other named: to all."""
    others = {m.code for m in around.sentence.mentions} - {reporter}
    if frame.token.lemma not in {"export", "import"} or others or (frame.good is not None and frame.good.hs):
        return False
    subject, passive = subject_of(frame.token)
    bare = subject is not None and not passive and subject.lemma in _LANDS and subject.left_edge.lower == "the"
    return bare and whose_office_tells(around.sentence, subject) == reporter


_LANDS = frozenset({"country", "nation", "kingdom", "republic", "state", "island", "economy"})


def _opens_at_large(frame: Frame, around: Around) -> bool:
    """As in "Brazil shipped 4.93 million bags of coffee in October", first in a story of several buyers: to all."""
    many = len([c for c in around.story.counts if trades(c)]) > _PAIR
    first = around.memory.frame is None and around.before is None
    if frame.token.lemma == "trade":
        before = [m for m in around.sentence.mentions if m.end <= frame.token.idx]
        return first and many and len(before) == 1 and _WITH_ANY.search(around.sentence.text) is None
    first = first and not around.loose
    abroad = frame.token.lemma in {"export", "import", "ship"} or (
        frame.token.lemma == "sell" and _BUYERS_TOLD.search(around.story.text) is not None
    )
    return first and many and abroad and frame.good is not None


_WITH_ANY: Final = re.compile(r"\b(?:with|between|each other)\b")
_LISTED_ON = re.compile(r"\b(?:followed by|ahead of|then|next (?:was|were|came))\b")
"""Before those who did the same after the first."""
_PAIR = 2
_BUYERS_TOLD = re.compile(
    r"\b(?:destinations?|export|importers?|buyers?|export markets?|abroad|overseas)\b", re.IGNORECASE
)


def _who_saw(frame: Frame, reporter: str, around: Around) -> str | None:
    """As in "Russia saw a 73 pct fall in German exports": with whom."""
    node = frame.token
    for _ in range(_STEPS_OUT):
        node = node.head
        if node.lemma in _SEES and (found := around.subject(frame)) not in {None, reporter}:
            return found
    return None


_SEES = frozenset({"see", "record", "register", "experience", "suffer", "witness", "face"})
_STEPS_OUT = 5


def _from_abroad(frame: Frame, around: Around) -> str | None:
    """As in "exported rice", "took in 3 million tonnes of coal": with the world, where no country is named."""
    abroad = frame.token.lemma in {"export", "import", "leave", "enter", "ship"}
    abroad = abroad or any(c.dep == "prt" and c.lower == "in" for c in frame.token.children)
    abroad = abroad or _TENDER.search(around.sentence.text) is not None
    return "WLD" if (abroad and frame.good is not None) or _in_all_goods(frame, around) else None


def _in_all_goods(frame: Frame, around: Around) -> bool:
    """As in "Croatia sold 9 billion kuna worth of goods": in goods as such, which a country sells to the world."""
    return (
        frame.verb
        and frame.indicator in FLOWS
        and GOODS_AS_SUCH.match(around.sentence.text, frame.token.idx) is not None
    )


GOODS_AS_SUCH: Final = re.compile(
    r"(?:sold|bought|sells|buys|shipped|purchased|exported|imported)\s+(?:goods\s+(?:and services\s+)?(?:worth|for|valued at)\b|(?:[^.;,]|[.,]\d){0,40}?\b(?:worth|in the value) of\s+(?:goods|merchandise|products)\b)"
)

_TENDER = re.compile(
    r"\b(?:import|buying|purchase|international)\s+tender\b|\b(?:abroad|(?:from|bought) overseas)\b|\bon the world market\b",
    re.IGNORECASE,
)


def _other_end(frame: Frame, reporter: str, around: Around) -> str | None:
    """As in "Saudi Arabia supplied 38 percent" after Japan's imports from the world: to whom, from whom."""
    last = around.last
    if last is None or last.reporter in {None, reporter}:
        return None
    alike = frame.indicator == last.indicator and (last.verb or not frame.verb)
    if (
        alike
        and (frame.weak or (frame.verb and last.partner != "WLD"))
        and frame.indicator in FLOWS
        and reporter not in last.pair
    ):
        return last.partner  # "Pakistan took 164 million kilos, Egypt bought 81 million": of the same seller
    base = around.memory.base
    if frame.token.lemma in _TAKES and base is not None and base.indicator == "exports" and reporter not in last.pair:
        return base.reporter  # "Kenya sold ... Imports grew ... Tanzania took 46.2 billion"
    if {frame.indicator, last.indicator} != FLOWS:
        return None
    another = reporter not in last.pair
    return last.reporter if last.partner == "WLD" or another else None


def of_whole_country(frame: Frame, reporter: str | None, around: Around) -> bool:
    """A story that began with a country's trade with the world comes back to it where a sentence names no partner."""
    base = around.memory.base
    if base is None or base.partner != "WLD" or around.before is not None:
        return False
    if frame.verb:  # "Kenya exported 20,000 tonnes of tea"
        moves = frame.token.lemma in {"export", "import"} and frame.good is not None and not around.loose
        return moves and reporter is not None and base.reporter == reporter
    if reporter is not None and base.reporter != reporter:
        return False
    lead = around.sentence.text[frame.start : frame.token.idx]
    if frame.indicator == "balance" and _names_trade(frame) and not around.loose:
        return True  # "The trade balance was in the red"
    return not DEFINITE.match(lead) and not BACK_TO_LAST.match(around.sentence.text)


_TAKES = frozenset({"take", "absorb", "buy"})
DEFINITE = re.compile(r"(?:the|this|that|these|those|such)\b", re.IGNORECASE)
BACK_TO_LAST = re.compile(
    r"\W*(?:it|they|this|that|these|those|of (?:this|that|these|those)|in (?:return|turn|exchange)|there|the (?:country|two))\b",
    re.IGNORECASE,
)


def _owned_by_name(frame: Frame, around: Around) -> bool:
    """As in "Taiwan's trade surplus", "the U.S. deficit", unless exports to or imports from one country were just told."""
    memory = around.memory
    flow = memory.flow if around.sentence.index - memory.flow_sentence <= _JUST_TOLD else None
    here = around.before if around.before is not None and around.before.indicator in FLOWS else flow
    told = memory.frame if around.sentence.index - memory.frame_sentence <= 1 else None
    if here is None and told is not None and told.indicator in {"balance", "trade"} and not _names_trade(frame):
        here = told
    if here is not None and here.partner not in {None, "WLD"} and frame.reporter in here.pair:
        return False
    base = memory.base
    few = around.story.opens_with_pair and base is not None and base.partner not in {None, "WLD"}
    if few and frame.reporter in (around.story.pair or ()) and not _names_trade(frame):
        return False  # "Hungary's surplus thus widened", in a story on what it sells to Serbia
    lead = around.sentence.text[frame.start : frame.token.idx]
    named = any(frame.start <= m.start < frame.token.idx for m in around.sentence.mentions)
    return named or _POSSESSIVE_LEAD.search(lead) is not None


def _names_trade(frame: Frame) -> bool:
    """As in "the French trade deficit", beside "a French surplus", which may be one with the country spoken of."""
    return frame.token.i > 0 and frame.token.nbor(-1).lower in {"trade", "account", "merchandise", "current"}


def partner_behind_preposition(frame: Frame, around: Around) -> str | None:
    """A country elsewhere in the sentence, behind a preposition that leads to such a partner."""
    wanted = _LEADS_TO_PARTNER.get(frame.indicator, _ANY_PREPOSITION)
    for mention in around.loose:
        lead = around.sentence.text[: mention.start].lower().rstrip().rsplit(None, 2)[-2:]
        leads = lead and (lead[-1] in wanted or (lead[-1] == "the" and lead[0] in wanted))
        opens = (
            _OPENS.fullmatch(around.sentence.text[: mention.start])
            and around.sentence.text[mention.end : mention.end + 1] == ","
        )
        if (
            leads
            and (opens or abs(mention.start - frame.token.idx) < _FARTHEST_PARTNER)
            and not _of_another(frame, mention, around)
        ):
            return mention.code
    return None


_OPENS = re.compile(r"\W*(?:(?:and|but)\s+)?(?:with|to|from)\s+(?:the\s+)?", re.IGNORECASE)
"""Before a partner that the whole sentence is about: "With China, Japan stayed in the red"."""


def _of_another(frame: Frame, mention: Mention, around: Around) -> bool:
    """As in "a surplus of 4.3 billion, including one of 7 billion dlrs with the U.S.": another word of the kind is nearer.

    So is "fears of a trade war with the U.S.".
    """
    if _DEALING.search(around.sentence.text[: mention.start]):
        return True
    part = _PART_OF_IT.search(around.sentence.text, frame.token.idx, mention.start)
    if part is not None and any(frame.token.idx < f.start < part.start() for f in around.sentence.figures):
        return True
    between = (t for t in around.sentence.tokens if frame.token.idx < t.idx < mention.start)
    return any(t.i != frame.token.i and NOUN_ANCHORS.get(t.lemma) == frame.indicator for t in between)


_PART_OF_IT = re.compile(
    r"\b(?:of\s+(?:which|these|those|them|that|this|it)|those|including)\b|:\s[^;]*?\b(?:went|goes|(?:was|were)\s+(?:sold|shipped|sent))\s+to\b"
)
"""Between a sum and the country that a part of it went to: "exports of $3.1 billion, of which $2.5 billion went to China"."""
_DEALING = re.compile(
    r"\b(?:war|talks?|negotiations?|relations?|ties|relationship|agreement|treaty|pact|deal|border|dispute|row|friction|tensions?|accord|meetings?|summit|cooperation)s?\s+with\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What a country is met in, and traded with by nobody."""
