"""Roles that a phrase leaves open, from the sentence round it, the story so far, or the world.

What is supplied is listed in the frame's `inferred`; a frame that nothing fits is given up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from tieline.model.vocabulary import Indicator
from tieline.read.frame_memory import FLOWS, MERCHANDISE, Frame, Memory, other_of
from tieline.read.frame_subjects import (
    country_of_phrase,
    made_up_before,
    owner_of,
    sentence_subject,
    shares_verb,
    subject_of,
)
from tieline.read.lexicon import NOUN_ANCHORS, OWED
from tieline.read.mentions import Mention
from tieline.read.story import Sentence, Story, trades

_OWN = re.compile(r"\b(?:its|their|his|her|our)\b", re.IGNORECASE)
_REVERSE = re.compile(
    r"\b(?:in the (?:opposite|other) direction|the other way(?: round| around)?|in the reverse direction)\b",
    re.IGNORECASE,
)
"""The flow spoken of last, with its sides changed."""
_OF_THIS = re.compile(
    r"\W*(?:out )?of (?:this|that|these|those|the (?:total |overall |whole )?(?:total|amount|sum|turnover|trade|volume|value|figure))\b",
    re.IGNORECASE,
)
"""A part of what was spoken of last: of the pair's trade."""
_POSSESSIVE_LEAD = re.compile(r"\w's?\s+(?:[\w-]+\s+)*$")
_PART_OF = re.compile(
    r"(?:%|\b(?:per\s?cent|pct|third|half|quarter|fifth|tenth))\s+of\s+(?:all\s+|its\s+|the\s+)?$", re.IGNORECASE
)
_WHICH_WERE = re.compile(r",?\s+which\s+(?:amounted|totall?ed|reached|stood|were|was|came|rose|fell|grew)\b")
"""Round a flow of which a part is told, and then the whole: "2.3 percent of its exports, which amounted to ..."."""
_THERE = re.compile(r"\s+(?:from\s+|to\s+)?there\b")
_FROM_BEFORE = re.compile(r"\bfrom (?:the )?$")
_LEVIED_BEFORE = re.compile(r"\b(?:on|against)\s+(?:the\s+)?$")
_LEVIED = re.compile(r"\bon\b")
_LEADS_TO_PARTNER: Final[Mapping[Indicator, tuple[str, ...]]] = {
    "exports": ("to", "into"),
    "imports": ("from",),
    "trade": ("with",),
    "balance": ("with",),
    "tariff": ("on", "against", "from"),
    "investment": ("in", "into"),
    "aid": ("to", "for"),
    "debt": ("to", "from"),
}
_ANY_PREPOSITION = ("to", "from", "with", "of")
_REMEMBERED = 3
"""Sentences for which a frame stays the last one spoken of."""
_FAR_MORE = 2
_JUST_TOLD = 2
_FARTHEST_PARTNER = 90
_FEW_COUNTRIES = 4


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands round a frame: `before` in its sentence, `last` spoken of, and the `loose` countries beside it."""

    sentence: Sentence
    story: Story
    memory: Memory
    before: Frame | None
    last: Frame | None
    loose: tuple[Mention, ...]

    def subject(self, frame: Frame) -> str | None:
        """The country of the subject that governs the frame."""
        code = sentence_subject(self.sentence, frame.token, self.memory)
        return code if code is None or frame.indicator not in MERCHANDISE or trades(code) else None

    @property
    def last_of_trade(self) -> Frame | None:
        """What was spoken of last, but no duty: whoever levies one is not who sells."""
        return self.memory.flow if self.last is not None and self.last.indicator == "tariff" else self.last

    @property
    def opens_anew(self) -> bool:
        """A paragraph begins, in a story that opens with its pair: whoever was spoken of in passing is left behind."""
        earlier = self.sentence.before
        return self.story.opens_with_pair and (earlier is None or earlier.paragraph != self.sentence.paragraph)

    def of_whole_story(self, code: str | None) -> str | None:
        """The country that the story is about, if it names one far more often than any other."""
        ranked = [(c, n) for c, n in self.story.counts.most_common(2) if trades(c)]
        alone = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] >= _FAR_MORE * ranked[1][1])
        return ranked[0][0] if ranked and alone and ranked[0][0] != code else None

    def other_of_story(self, code: str | None) -> str | None:
        """The other country of the story's pair, if the code is one of it."""
        pair = self.story.pair
        return other_of(pair, code) if pair and code in pair else None


def fill_roles(frame: Frame, sentence: Sentence, story: Story, memory: Memory, before: Frame | None) -> Frame | None:
    """The frame with the roles that its phrase does not name; None if they stay open."""
    if (faced := _gap_with(frame, sentence, memory)) is not None:
        return faced
    if frame.indicator in MERCHANDISE:
        if frame.reporter not in {None, "WLD"} and not trades(str(frame.reporter)):
            return None  # the trade of a forum or an agency is that of no country
        if frame.partner not in {None, "WLD"} and not trades(str(frame.partner)):
            frame = replace(frame, partner=None, group=True)
    if frame.indicator == "debt" and frame.reporter == "WLD":
        return _owed_to_world(frame, sentence, memory)
    told = _PART_OF.search(sentence.text[: frame.start]) and _WHICH_WERE.match(
        sentence.text, frame.token.idx + len(frame.token)
    )
    if told and not frame.verb and frame.partner is None:
        frame = replace(frame, whole=True)
    again = memory.frame
    if (
        frame.whole
        and frame.indicator == "trade"
        and again is not None
        and again.partner not in {None, "WLD"}
        and _OF_THIS.match(sentence.text)
    ):
        frame = replace(_given(frame, again.reporter, again.partner, "reporter", "partner"), whole=False)
    frame = _with_owner(frame, sentence, memory)
    around = _look_around(frame, sentence, story, memory, before)
    if frame.group and frame.indicator in MERCHANDISE:
        return _of_group(frame, around)
    if frame.reporter is None and frame.partner is None:
        return _both(frame, around)
    if frame.reporter is None:
        frame = _given(frame, _reporter(frame, around), frame.partner, "reporter")
    elif frame.partner is None:
        partner = _partner(frame, frame.reporter, around)
        frame = _given(frame, frame.reporter, partner, *(["partner"] if partner else []))
    return _sound(frame)


def _gap_with(frame: Frame, sentence: Sentence, memory: Memory) -> Frame | None:
    """As in "the Chinese deficit" of a story that began with America's: with whom, not whose."""
    base = memory.base
    if frame.indicator != "balance" or base is None or base.indicator != "balance" or frame.partner is not None:
        return None
    adjective = any(
        m.code == frame.reporter and m.use == "adjective" and frame.start <= m.start for m in sentence.mentions
    )
    whose = base.reporter if adjective and base.sign == frame.sign == -1 else None
    return _given(frame, whose, frame.reporter, "reporter") if whose not in {None, frame.reporter} else None


def _given(frame: Frame, reporter: str | None, partner: str | None, *inferred: str) -> Frame:
    """The frame with these roles, of which the inferred ones come from outside its phrase."""
    every = tuple(dict.fromkeys((*frame.inferred, *inferred)))
    return replace(frame, reporter=reporter, partner=partner, inferred=every)


def _owed_to_world(frame: Frame, sentence: Sentence, memory: Memory) -> Frame | None:
    """A foreign debt, whose creditors are not named: whose it is."""
    if frame.partner is not None:
        return frame
    debtor = owner_of(sentence, frame, memory)
    return _given(frame, "WLD", debtor, "partner") if debtor is not None and trades(debtor) else None


def _sound(frame: Frame) -> Frame | None:
    """The frame unless its reporter is open, or its partner a guess where only a named one will do."""
    if frame.reporter is None or frame.reporter == "WLD":
        return None
    a_debt = frame.indicator == "debt" and frame.token.lemma in OWED
    if "partner" in frame.inferred and (frame.indicator == "consumption" or a_debt):
        return None
    return frame


def _with_owner(frame: Frame, sentence: Sentence, memory: Memory) -> Frame:
    """As in "its exports": whose."""
    if frame.reporter is not None or frame.indicator in {"tariff", "tourism"}:
        return frame
    lead = sentence.text[frame.start : frame.token.idx]
    if (whose := _whose(sentence, frame)) is not None and whose != frame.partner:
        return _given(frame, whose, frame.partner, "reporter")
    if not _OWN.search(lead):
        return frame
    if frame.partner is None and frame.indicator in {"trade", "balance"} and (two := _two_subjects(sentence, frame)):
        return _given(frame, *two, "reporter", "partner")
    owner = owner_of(sentence, frame, memory)
    return _given(frame, owner, frame.partner, "reporter") if owner and owner != frame.partner else frame


def _two_subjects(sentence: Sentence, frame: Frame) -> tuple[str, str] | None:
    """As in "Russia and Egypt increased their turnover": the two countries that the verb has as its subject."""
    if not _THEIR.search(sentence.text[frame.start : frame.token.idx]):
        return None
    before = [m for m in sentence.mentions if m.end <= frame.start]
    for one, two in pairwise(before):
        if (
            _AND.fullmatch(sentence.text[one.end : two.start])
            and one.code != two.code
            and trades(one.code)
            and trades(two.code)
        ):
            return one.code, two.code
    return None


_THEIR = re.compile(r"\btheir\b", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:the\s+)?")


def _whose(sentence: Sentence, frame: Frame) -> str | None:
    """As in "Brazil, whose own sales fell": the country before the pronoun."""
    found = _WHOSE.search(sentence.text[: frame.token.idx])
    before = [m for m in sentence.mentions if found and 0 <= found.start() - m.end <= _RIGHT_BEFORE]
    return before[-1].code if before else None


_WHOSE = re.compile(r"\bwhose\s+(?:[\w-]+\s+){0,3}$")
_RIGHT_BEFORE = 3


def _look_around(frame: Frame, sentence: Sentence, story: Story, memory: Memory, before: Frame | None) -> _Around:
    if before is not None and before.partner:
        last: Frame | None = before
    else:
        last = memory.frame if sentence.index - memory.frame_sentence <= _REMEMBERED else None
    used = {frame.reporter, frame.partner}
    loose = tuple(
        m
        for m in sentence.mentions
        if m.code not in used and not m.place and trades(m.code) and not shares_verb(sentence, m)
    )
    return _Around(sentence, story, memory, before, last, loose)


def _of_group(frame: Frame, around: _Around) -> Frame | None:
    """As in "exports to Western Europe": no country is the partner."""
    partner = "WLD" if frame.partner == "WLD" else None
    if frame.reporter is not None:
        return replace(frame, partner=partner)
    last = around.last_of_trade
    reporter = around.subject(frame) or (last.reporter if last is not None else None)
    return _given(frame, reporter, partner, "reporter") if reporter is not None else None


def _reporter(frame: Frame, around: _Around) -> str | None:
    """Who faces the partner that the phrase names."""
    partner, before, last = frame.partner, around.before, around.last
    if frame.indicator == "tourism" and (host := _host_of_others(around, partner)):
        return host
    if last is not None and last.indicator == "tariff" and frame.indicator == "exports" and partner not in last.pair:
        last = around.last_of_trade
    subject = around.subject(frame)
    if subject == partner:
        subject = None
    if frame.indicator == "tariff" and subject:
        return subject
    if before is not None and before.indicator == frame.indicator and before.reporter not in {partner, None}:
        return before.reporter
    if subject and frame.indicator != "trade":
        return subject
    found = around.other_of_story(partner) if before is None and around.opens_anew else None
    if found is None:
        found = last.other_side(partner) if last is not None and partner in last.pair else None
    base = around.memory.base
    alike = base is not None and (base.partner == "WLD" or base.indicator == frame.indicator)
    if found is None and base is not None and alike and base.reporter != partner:
        found = base.reporter
    found = found or around.other_of_story(partner)
    if found is None and last is not None and last.reporter not in {partner, "WLD"}:
        found = last.reporter
    found = found or (around.loose[0].code if around.loose else None)
    return found or around.of_whole_story(partner)


def _partner(frame: Frame, reporter: str, around: _Around) -> str | None:
    """Who the other country is when the phrase names only one: a country, or the world for what one has with it."""
    total = frame.indicator in MERCHANDISE
    if total and frame.whole:
        return "WLD"
    loose = _partner_behind_preposition(frame, around)
    if loose:
        return loose
    pair = around.memory.pair
    if pair and reporter in pair and _OF_THIS.match(around.sentence.text):
        return other_of(pair, reporter)
    if frame.indicator == "balance" and "reporter" not in frame.inferred and _owned_by_name(frame, around):
        return "WLD"
    if total and _of_whole_country(frame, reporter, around):
        return "WLD"
    if (frame.verb or frame.weak) and (turned := _other_end(frame, reporter, around)):
        return turned
    last, total = around.last, total and not frame.weak
    just_now = around.before is not None or around.sentence.index - around.memory.frame_sentence <= 1
    carries = frame.verb or not total or just_now
    if just_now and last is not None and last.reporter == reporter and last.partner == "WLD" and not frame.verb:
        return "WLD" if frame.indicator in MERCHANDISE else None
    if carries and last is not None and reporter in last.pair and len(last.pair) == 2:
        return last.other_side(reporter)
    if not frame.verb and frame.indicator in FLOWS and (saw := _who_saw(frame, reporter, around)) is not None:
        return saw
    if not total and not frame.verb and frame.indicator in {"aid", "investment", "debt"}:
        receiver = around.subject(frame)
        if receiver is not None and receiver != reporter and trades(receiver):
            return receiver
    if not total:
        few = len(around.story.counts) <= _FEW_COUNTRIES or around.story.opens_with_pair
        other = around.other_of_story(reporter) if few else None
        return other or ((around.of_whole_story(reporter) or _from_abroad(frame, around)) if frame.verb else None)
    if last is not None and last.partner == "WLD":
        return "WLD"
    if not frame.verb:
        return "WLD"
    begins = around.memory.frame is None and frame.token.lemma in {"export", "import"}
    begins = begins and all(m.use == "adjective" for m in around.loose)
    return "WLD" if begins else around.other_of_story(reporter) or _from_abroad(frame, around)


def _who_saw(frame: Frame, reporter: str, around: _Around) -> str | None:
    """As in "Russia saw a 73 pct fall in German exports": with whom."""
    node = frame.token
    for _ in range(_STEPS_OUT):
        node = node.head
        if node.lemma in _SEES and (found := around.subject(frame)) not in {None, reporter}:
            return found
    return None


_SEES = frozenset({"see", "record", "register", "experience", "suffer", "witness", "face"})
_STEPS_OUT = 5


def _from_abroad(frame: Frame, around: _Around) -> str | None:
    """As in "exported rice", "took in 3 million tonnes of coal": with the world, where no country is named."""
    abroad = frame.token.lemma in {"export", "import", "leave", "enter"}
    abroad = abroad or any(c.dep == "prt" and c.lower == "in" for c in frame.token.children)
    abroad = abroad or _TENDER.search(around.sentence.text) is not None
    return "WLD" if abroad and frame.good is not None else None


_TENDER = re.compile(
    r"\b(?:import|buying|purchase|international)\s+tender\b|\b(?:abroad|(?:from|bought) overseas)\b|\bon the world market\b",
    re.IGNORECASE,
)


def _other_end(frame: Frame, reporter: str, around: _Around) -> str | None:
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
    if {frame.indicator, last.indicator} != FLOWS:
        return None
    another = reporter not in last.pair
    return last.reporter if last.partner == "WLD" or another else None


def _of_whole_country(frame: Frame, reporter: str | None, around: _Around) -> bool:
    """A story that began with a country's trade with the world comes back to it where a sentence names no partner."""
    base = around.memory.base
    if base is None or base.partner != "WLD" or around.before is not None or frame.verb:
        return False
    if reporter is not None and base.reporter != reporter:
        return False
    lead = around.sentence.text[frame.start : frame.token.idx]
    return not _DEFINITE.match(lead) and not _BACK_TO_LAST.match(around.sentence.text)


_DEFINITE = re.compile(r"(?:the|this|that|these|those|such)\b", re.IGNORECASE)
_BACK_TO_LAST = re.compile(
    r"\W*(?:it|they|this|that|these|those|of (?:this|that|these|those)|in (?:return|turn|exchange)|there|the (?:country|two))\b",
    re.IGNORECASE,
)


def _owned_by_name(frame: Frame, around: _Around) -> bool:
    """As in "Taiwan's trade surplus", "the U.S. deficit", unless exports to or imports from one country were just told."""
    memory = around.memory
    flow = memory.flow if around.sentence.index - memory.flow_sentence <= _JUST_TOLD else None
    here = around.before if around.before is not None and around.before.indicator in FLOWS else flow
    told = memory.frame if around.sentence.index - memory.frame_sentence <= 1 else None
    if here is None and told is not None and told.indicator in {"balance", "trade"} and not _names_trade(frame):
        here = told
    if here is not None and here.partner not in {None, "WLD"} and frame.reporter in here.pair:
        return False
    lead = around.sentence.text[frame.start : frame.token.idx]
    named = any(frame.start <= m.start < frame.token.idx for m in around.sentence.mentions)
    return named or _POSSESSIVE_LEAD.search(lead) is not None


def _names_trade(frame: Frame) -> bool:
    """As in "the French trade deficit", beside "a French surplus", which may be one with the country spoken of."""
    return frame.token.i > 0 and frame.token.nbor(-1).lower in {"trade", "account", "merchandise", "current"}


def _partner_behind_preposition(frame: Frame, around: _Around) -> str | None:
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


def _of_another(frame: Frame, mention: Mention, around: _Around) -> bool:
    """As in "a surplus of 4.3 billion, including one of 7 billion dlrs with the U.S.": another word of the kind is nearer.

    So is "fears of a trade war with the U.S.".
    """
    if _DEALING.search(around.sentence.text[: mention.start]):
        return True
    between = (t for t in around.sentence.tokens if frame.token.idx < t.idx < mention.start)
    return any(t.i != frame.token.i and NOUN_ANCHORS.get(t.lemma) == frame.indicator for t in between)


_DEALING = re.compile(
    r"\b(?:war|talks?|negotiations?|relations?|ties|relationship|agreement|treaty|pact|deal|border|dispute|row|friction|tensions?|accord|meetings?|summit|cooperation)s?\s+with\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What a country is met in, and traded with by nobody."""


def _both(frame: Frame, around: _Around) -> Frame | None:
    """Both sides of a frame that names none, by the first rule that knows them."""
    if frame.indicator == "tariff":
        return _tariff_of_sentence(frame, around)
    turned = _turned_round(frame, around) or _of_whose_total(frame, around)
    if turned is not None:
        return turned
    if frame.whole and frame.indicator in MERCHANDISE:
        owner = around.subject(frame) or _owner_of_whole(frame, around)
        return _given(frame, owner, "WLD", "reporter") if owner else None
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
    return _carried_over(frame, around)


def _owner_of_whole(frame: Frame, around: _Around) -> str | None:
    """As in "sales to all markets": of who sold last, whoever told it."""
    last = around.last_of_trade
    if last is None:
        return around.memory.subject
    base = around.memory.base
    if base is not None and base.indicator == frame.indicator:
        return base.reporter
    first = around.memory.countries[:2]
    return last.partner if last.partner in first and last.reporter not in first else last.reporter


def _turned_round(frame: Frame, around: _Around) -> Frame | None:
    """As in "In the opposite direction, shipments fell"."""
    last = around.last
    if last is None or not last.partner or frame.indicator not in FLOWS or not _REVERSE.search(around.sentence.text):
        return None
    turned = frame.indicator == last.indicator or {frame.indicator, last.indicator} == {"exports", "trade"}
    sides = (last.partner, last.reporter) if turned else (last.reporter, last.partner)
    good = None if frame.good and frame.good.hs is None else frame.good
    return replace(_given(frame, *sides, "reporter", "partner"), good=good)


def _visitors_from(frame: Frame, around: _Around) -> Frame | None:
    """As in "arrivals from Japan": visitors to the story's other country."""
    if frame.indicator != "tourism":
        return None
    text = around.sentence.text
    origin = next((m.code for m in around.loose if _FROM_BEFORE.search(text[: m.start])), None)
    drawn = around.subject(frame) if frame.token.dep == "dobj" and frame.token.head.lemma in _DRAWS else None
    if drawn is not None and drawn != origin:
        return _given(frame, drawn, origin or "WLD", "reporter", "partner")
    host = _host_of(around, origin) or around.other_of_story(origin)
    if host is None:
        return None
    foreign = _FROM_ALL.search(text[frame.start : frame.token.idx]) is not None or _counted_anew(frame, around)
    if origin is None and around.sentence.figures and (foreign or around.last is None):
        return _given(frame, host, "WLD", "reporter", "partner")
    return _given(frame, host, origin, "reporter") if origin else None


def _counted_anew(frame: Frame, around: _Around) -> bool:
    """As in "7,212 tourists came to the islands": any travellers, of whom nothing was said before."""
    left = frame.token.left_edge.idx
    counted = any(
        f.unit == "people" and f.start <= frame.token.idx <= f.end + 2 and f.end >= left
        for f in around.sentence.figures
    )
    lead = around.sentence.text[max(0, left - 1) : frame.token.idx]
    return counted and not _DEFINITE.match(lead.strip()) and not _BACK_TO_LAST.match(around.sentence.text)


_DRAWS = frozenset({"draw", "attract", "receive", "welcome", "host", "see", "record", "register"})
_FROM_ALL = re.compile(r"\b(?:foreign|international|overseas|total|all)\b", re.IGNORECASE)
"""Before "visitors": from anywhere."""


def _host_of(around: _Around, origin: str | None) -> str | None:
    """Where the visitors of the story go: where those spoken of last went, else to the story's own country."""
    here = next((m.code for m in around.loose if m.use == "name"), None)
    often = next(iter(around.story.named), None) if around.sentence.of_travel else None
    known = (around.memory.host, around.story.home, here, often)
    return next((host for host in known if host and host != origin), None)


def _host_of_others(around: _Around, origin: str | None) -> str | None:
    """The host of the story's travellers, unless the sentence leads to another country."""
    if not around.loose:
        return _host_of(around, origin)
    host = around.memory.host
    led = any(_LEADS_THERE.search(around.sentence.text[: m.start]) for m in around.loose)
    return host if host != origin and not led else None


_LEADS_THERE = re.compile(r"\b(?:to|in|into|visit(?:ed|ing|s)?|for)\s+(?:the\s+)?$")


def _balance_of_subject(frame: Frame, around: _Around) -> Frame | None:
    """As in "Brazil posted a surplus": with the world, unless its balance with another was just spoken of."""
    subject = around.subject(frame) if frame.indicator == "balance" else None
    last = around.last
    faced = _partner_behind_preposition(frame, around) if subject else None
    if faced is not None and faced != subject:  # "With China, Japan stayed in the red, with a deficit of ..."
        return _given(frame, subject, faced, "reporter", "partner")
    if subject and (frame.whole or last is None or subject not in last.pair or last.indicator not in MERCHANDISE):
        return _given(frame, subject, "WLD", "reporter", "partner")
    return None


def _gift_of_subject(frame: Frame, around: _Around) -> Frame | None:
    given = frame.indicator in {"aid", "investment"} or (frame.indicator == "debt" and frame.token.lemma not in OWED)
    subject = around.subject(frame) if given else None
    other = around.other_of_story(subject)
    return _given(frame, subject, other, "reporter", "partner") if other else None


def _with_flow_of_subject(frame: Frame, around: _Around) -> Frame | None:
    """As in "Nigeria was next with exports of 16.8 million tonnes": of the subject, to the other side of the flow before."""
    last, lead = around.last, around.sentence.text[: frame.start]
    if frame.indicator not in FLOWS or last is None or not _WITH.search(lead):
        return None
    subject = around.subject(frame)
    if subject is None or subject in last.pair or last.reporter is None or not trades(subject):
        return None
    same = last.indicator == frame.indicator
    other = last.partner if same else last.reporter
    return _given(frame, subject, other, "reporter", "partner") if other else None


_WITH = re.compile(r"\bwith\s+$")


def _there(frame: Frame, around: _Around) -> Frame | None:
    """As in "exports there": the country named last is the partner."""
    memory = around.memory
    follows = _THERE.match(around.sentence.text[frame.token.idx + len(frame.token) :])
    before = [m.code for m in around.sentence.mentions if m.end <= frame.token.idx and trades(m.code)] or memory.recent
    if not follows or not before:
        return None
    here, last = before[-1], around.last
    whose = last.other_side(here) if last is not None and here in last.pair else None
    if whose is None and memory.pair and here in memory.pair:
        whose = other_of(memory.pair, here)
    return _given(frame, whose, here, "reporter", "partner") if whose else None


def _subject_of_last(frame: Frame, around: _Around) -> Frame | None:
    """The subject is one side of the frame spoken of last: it faces the other again."""
    subject = around.subject(frame) if frame.indicator in {"balance", "aid", "investment", "debt"} else None
    if subject and around.last and subject in around.last.pair:
        partner = around.last.other_side(subject) or ("WLD" if around.last.partner == "WLD" else None)
        return _given(frame, subject, partner, "reporter", "partner")
    return None


def _of_whose_total(frame: Frame, around: _Around) -> Frame | None:
    """As in "it took 37.3 percent of all exports": of the one whose trade the story tells, and that is not who took them."""
    base, lead = around.memory.base, around.sentence.text[: frame.start]
    if frame.verb or frame.indicator not in FLOWS or base is None or not made_up_before(lead):
        return None
    subject = around.subject(frame)
    if subject is None or subject == base.reporter or not trades(subject):
        return None
    return _given(frame, base.reporter, subject, "reporter", "partner")


_RULES: Final[tuple[Callable[[Frame, _Around], Frame | None], ...]] = (
    _with_flow_of_subject,
    _visitors_from,
    _balance_of_subject,
    _gift_of_subject,
    _there,
    _subject_of_last,
)


def _carried_over(frame: Frame, around: _Around) -> Frame | None:
    """The sides of the frame spoken of last, else the pair that the story has spoken of."""
    last, memory = around.last, around.memory
    if frame.indicator in MERCHANDISE and not frame.weak and memory.base and _of_whole_country(frame, None, around):
        return _sound(_given(frame, memory.base.reporter, "WLD", "reporter", "partner"))
    if frame.weak and frame.good is None and not around.sentence.figures and frame.indicator != "trade":
        return None
    if _MUTUAL_NOW.search(around.sentence.text[frame.start : frame.token.idx]) and (pair := _pair_of_story(around)):
        return _sound(_given(frame, *pair, "reporter", "partner"))
    if memory.pair and _THE_TURNOVER.search(around.sentence.text[max(0, frame.token.idx - 24) : frame.token.idx + 8]):
        return _sound(_given(frame, *memory.pair, "reporter", "partner"))
    if last is not None and last.reporter and _goes_on_from(frame, last):
        return _sound(_given(frame, last.reporter, last.partner, "reporter", "partner"))
    if memory.pair and (not frame.weak or frame.token.lower == "business"):
        return _sound(_given(frame, *memory.pair, "reporter", "partner"))
    return None


_MUTUAL_NOW = re.compile(r"\b(?:two-way|bilateral|mutual|reciprocal)\b", re.IGNORECASE)


def _pair_of_story(around: _Around) -> tuple[str, str] | None:
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


def _tariff_of_sentence(frame: Frame, around: _Around) -> Frame | None:
    """As in "asked B to waive the surtax that it puts on C's rice": on whom by the preposition, who levies by what is left."""
    text, mentions = around.sentence.text, around.sentence.mentions
    behind = [m for m in mentions if m.start > frame.token.idx]
    partner = next((m.code for m in behind if _LEVIED_BEFORE.search(text[: m.start])), None)
    if partner is None and _LEVIED.search(text[frame.token.idx :]):
        partner = next((m.code for m in behind if m.use == "adjective"), None)
    if partner is None:
        return _tariff_of_subject(frame, around) or _tariff_of_story(frame, around)
    others = [m.code for m in mentions if m.code != partner]
    levier = others[-1] if others else around.other_of_story(partner)
    return _given(frame, levier, partner, "reporter") if levier else None


def _tariff_of_story(frame: Frame, around: _Around) -> Frame | None:
    """As in "the 300 mln dlrs in tariffs": those that the story has spoken of."""
    told = around.memory.tariff
    lead = around.sentence.text[: frame.token.idx]
    if told is None or not any(f.kind == "money" for f in around.sentence.figures) or not _THE_SUM.search(lead):
        return None
    return _given(replace(frame, good=frame.good or told.good), told.reporter, told.partner, "reporter", "partner")


_THE_SUM = re.compile(
    r"\b(?:the|these|those|its|their)\s[^,;]{1,40}\s(?:in|of|worth of)\s+(?:the\s+|trade\s+|punitive\s+|retaliatory\s+)*$"
)


def _imposed_by(frame: Frame, around: _Around) -> str | None:
    """As in "the 33 percent duty imposed by Washington"."""
    for clause in frame.token.children:
        if clause.dep == "acl" and clause.tag == "VBN":
            behind = [m for m in around.sentence.mentions if 0 < m.start - clause.idx < _FARTHEST_AGENT]
            lead = around.sentence.text[: behind[0].start] if behind else ""
            return behind[0].code if lead.rstrip().lower().endswith((" by", " by the")) else None
    return None


_FARTHEST_AGENT = 24


def _tariff_of_subject(frame: Frame, around: _Around) -> Frame | None:
    """As in "Beijing raised the tariff on rice", "the duty that Pristina introduced": on the story's other country, else on all."""
    clause = next((c for c in frame.token.children if c.dep == "relcl"), None)
    subject = subject_of(clause)[0] if clause is not None else None
    named = country_of_phrase(around.sentence, subject, around.memory) if subject is not None else None
    levier = named or _imposed_by(frame, around) or around.subject(frame)
    if levier is None or not trades(levier):
        return None
    return _given(frame, levier, around.other_of_story(levier) or "WLD", "reporter", "partner")
