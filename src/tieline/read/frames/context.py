"""Roles that a phrase leaves open, from the sentence round it, the story so far, or the world.

What is supplied is listed in the frame's `inferred`; a frame that nothing fits is given up.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from tieline.model import lazy_re as re
from tieline.read.frames.around import Around, if_sound, look_around, with_roles
from tieline.read.frames.both_sides import both_sides
from tieline.read.frames.duties import levied_in_clause
from tieline.read.frames.groups import of_all_sold, with_bloc, with_group_again
from tieline.read.frames.lenders import lender_and_debtor
from tieline.read.frames.partner_side import OF_THIS, partner_side
from tieline.read.frames.pointed import at_the_market
from tieline.read.frames.ranked import BUYERS, SELLERS
from tieline.read.frames.received import with_earner
from tieline.read.frames.subjects import owner_of, sentence_subject, who_speaks
from tieline.read.frames.travel import host_of_others
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.memory import FLOWS, MERCHANDISE, Frame, Memory
from tieline.read.story.owner_marks import owners_named

_OWN = re.compile(r"\b(?:its|their|his|her|our)\b", re.IGNORECASE)
_PART_OF = re.compile(
    r"(?:%|\b(?:per\s?cent|pct|third|half|quarter|fifth|tenth))\s+of\s+(?:all\s+|its\s+|the\s+)?$", re.IGNORECASE
)
_WHICH_WERE = re.compile(r",?\s+which\s+(?:amounted|totall?ed|reached|stood|were|was|came|rose|fell|grew)\b")
"""Round a flow of which a part is told, and then the whole: "2.3 percent of its exports, which amounted to ..."."""


def fill_roles(frame: Frame, sentence: Sentence, story: Story, memory: Memory, before: Frame | None) -> Frame | None:
    """The frame with the roles that its phrase does not name; None if they stay open."""
    frame = with_earner(_owed_abroad(frame, sentence), sentence)
    faced = levied_in_clause(frame, sentence, memory) or _gap_with(frame, sentence, memory)
    faced = faced or _of_rank(frame, sentence, memory)
    if (told := faced or lender_and_debtor(frame, sentence, memory, before)) is not None:
        return told
    if frame.indicator in MERCHANDISE:
        if frame.reporter not in {None, "WLD"} and not trades(str(frame.reporter)):
            return None  # the trade of a forum or an agency is that of no country
        if frame.partner not in {None, "WLD"} and not trades(str(frame.partner)):
            frame = replace(frame, partner=None, group=True)
    if frame.indicator == "debt" and frame.reporter == "WLD":
        return _owed_to_world(frame, sentence, memory)
    part = _PART_OF.search(sentence.text[: frame.start])
    if frame.indicator == "other" and frame.whole and frame.reporter is None and not part:
        home = memory.frame.partner if memory.frame is not None and memory.frame.indicator == "other" else None
        return with_roles(frame, "WLD", frame.partner or home, "partner") if frame.partner or home else None
    whole_behind = part and _WHICH_WERE.match(sentence.text, frame.token.idx + len(frame.token))
    if whole_behind and not frame.verb and frame.partner is None:
        frame = replace(frame, whole=True)
    again = memory.frame
    if (
        frame.whole
        and frame.indicator == "trade"
        and again is not None
        and again.partner not in {None, "WLD"}
        and OF_THIS.match(sentence.text)
    ):
        frame = replace(with_roles(frame, again.reporter, again.partner, "reporter", "partner"), whole=False)
    if frame.whole and frame.indicator == "trade" and frame.reporter is None and _EACH_OTHER.search(sentence.text):
        two = list(dict.fromkeys(m.code for m in sentence.mentions if trades(m.code)))
        frame = with_roles(replace(frame, whole=False), *two, "reporter", "partner") if len(two) == 2 else frame
    frame = _with_owner(with_bloc(of_all_sold(frame, sentence, memory), sentence), sentence, memory)
    around = look_around(frame, sentence, story, memory, before)
    frame = with_group_again(frame, around)
    if frame.group and (frame.indicator in MERCHANDISE or (frame.indicator == "tourism" and frame.partner is None)):
        return _of_group(frame, around) if frame.indicator in MERCHANDISE else _guests_of_group(frame, memory)
    if frame.reporter is None and frame.partner is None:
        return both_sides(frame, around)
    if frame.reporter is None:
        frame = _with_reporter(frame, around)
    elif frame.partner is None:
        partner = partner_side(frame, frame.reporter, around)
        frame = with_roles(frame, frame.reporter, partner, *(["partner"] if partner else []))
    return if_sound(frame)


_EACH_OTHER = re.compile(r"\b(?:each other|one another)(?:'s)?\b", re.IGNORECASE)


def _owed_abroad(frame: Frame, sentence: Sentence) -> Frame:
    """As in "defaulted on external debt of $18 billion": a debt whose creditors are not named is owed to all the world."""
    abroad = _TO_ABROAD.search(sentence.text, frame.start, frame.token.idx)
    open_yet = frame.indicator == "debt" and frame.reporter is None
    return replace(frame, reporter="WLD") if open_yet and abroad else frame


_TO_ABROAD = re.compile(r"\b(?:external|foreign|overseas)\s+(?:public\s+|state\s+|government\s+)?$", re.IGNORECASE)
"""Before a debt whose creditors are not named."""


def _of_rank(frame: Frame, sentence: Sentence, memory: Memory) -> Frame | None:
    """As in "Spain is its third customer (10.5% of exports) and sixth supplier (5% of imports)": those of whom it buys from or sells to."""
    if frame.verb or frame.indicator not in FLOWS or frame.reporter or frame.partner:
        return None
    if (market := at_the_market(frame, sentence)) is not None:
        return with_roles(frame, *market, "reporter", "partner")
    lead = sentence.text[: frame.token.idx]
    told = _RANK_WITH_PART.search(lead) if "(" in lead[-_BRACKET:] else None
    if told is None or (frame.indicator == "exports") != bool(told["buys"]):
        return None
    one = next((m for m in sentence.mentions if trades(m.code) and _IS.match(sentence.text, m.end)), None)
    if one is None or one.start > told.start():
        return None
    owners = (m.code for m in sentence.mentions if one.end <= m.start < told.start() and m.code != one.code)
    faced = [code for code in memory.pair or () if code != one.code]
    whose = next(owners, faced[0] if len(faced) == 1 else None)
    if whose is None or not trades(whose):
        return None
    return with_roles(
        frame, whose, one.code, *(() if any(m.code == whose for m in sentence.mentions) else ("reporter",))
    )


_BRACKET = 40
_IS = re.compile(r"\s+(?:is|was|remains|remained|became|ranks|ranked)\b")
_RANK_WITH_PART = re.compile(
    rf"\b(?:(?P<buys>{BUYERS}|clients?)|(?:{SELLERS}))\s*\((?:about\s+|nearly\s+|some\s+|over\s+)?[\d.]+\s?(?:%|per\s?cent|pct)\s+of\s+(?:its\s+|the\s+|all\s+|total\s+)*$"
)
"""Before the flow that a rank is of: "third customer (10.5% of "."""


def _gap_with(frame: Frame, sentence: Sentence, memory: Memory) -> Frame | None:
    """As in "the Chinese deficit" of a story that began with America's: with whom, not whose."""
    base = memory.base
    if frame.indicator != "balance" or base is None or base.indicator != "balance" or frame.partner is not None:
        return None
    adjective = any(
        m.code == frame.reporter and m.use == "adjective" and frame.start <= m.start for m in sentence.mentions
    )
    whose = base.reporter if adjective and base.sign == frame.sign == -1 else None
    return with_roles(frame, whose, frame.reporter, "reporter") if whose not in {None, frame.reporter} else None


def _owed_to_world(frame: Frame, sentence: Sentence, memory: Memory) -> Frame | None:
    """A foreign debt, whose creditors are not named: whose it is."""
    if frame.partner is not None:
        return frame
    debtor = owner_of(sentence, frame, memory) or sentence_subject(sentence, frame.token, memory)
    return with_roles(frame, "WLD", debtor, "partner") if debtor is not None and trades(debtor) else None


def _with_owner(frame: Frame, sentence: Sentence, memory: Memory) -> Frame:
    """As in "its exports": whose."""
    if frame.reporter is not None or frame.indicator in {"tariff", "tourism"}:
        return frame
    lead = sentence.text[frame.start : frame.token.idx]
    if (whose := _whose(sentence, frame)) is not None and whose != frame.partner:
        return with_roles(frame, whose, frame.partner, "reporter")
    if not _OWN.search(lead):
        return frame
    ours = _OUR.search(lead) is not None
    speaker = who_speaks(sentence, frame.token, memory) if ours else None
    named = frame.whole or frame.partner is not None or speaker not in (memory.pair or ())
    if speaker not in {None, frame.partner} and named:
        return with_roles(frame, speaker, frame.partner, "reporter")
    if frame.partner is None and frame.indicator == "trade" and memory.pair and ours:
        return with_roles(frame, *memory.pair, "reporter", "partner")
    if frame.partner is None and frame.indicator in {"trade", "balance"} and (two := _two_subjects(sentence, frame)):
        return with_roles(frame, *two, "reporter", "partner")
    owner = owner_of(sentence, frame, memory)
    if frame.group and owner is not None and not trades(owner):
        return frame  # "With the rest of SADC, its trade came to 170 million"
    if frame.indicator == "other" and frame.partner is None and owner is not None:
        return with_roles(frame, _where_they_work(sentence, frame, owner), owner, "partner")
    return with_roles(frame, owner, frame.partner, "reporter") if owner and owner != frame.partner else frame


def _where_they_work(sentence: Sentence, frame: Frame, home: str) -> str | None:
    """As in "Filipino workers in the US grew their remittances": from where the money comes."""
    before = [m for m in sentence.mentions if m.end <= frame.token.idx and m.code != home]
    return next((m.code for m in before if _IN_PLACE.search(sentence.text[: m.start])), None)


_IN_PLACE = re.compile(r"\b(?:in|from)\s+(?:the\s+)?$")


_OUR = re.compile(r"\bour\b", re.IGNORECASE)


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


def _guests_of_group(frame: Frame, memory: Memory) -> Frame | None:
    """As in "South Asian visitors": of no country, to the host."""
    host = frame.reporter or memory.host
    return with_roles(frame, host, None, *([] if frame.reporter else ["reporter"])) if host is not None else None


def _of_group(frame: Frame, around: Around) -> Frame | None:
    """As in "exports to Western Europe": no country is the partner; "deliveries from Europe" are what another imports."""
    partner = "WLD" if frame.partner == "WLD" else None
    text, behind = around.sentence.text, frame.token.idx + len(frame.token)
    came = frame.indicator == "exports" and "reporter" not in frame.inferred and _FROM_GROUP.match(text, behind)
    if frame.reporter is None and came and not frame.verb:
        frame = replace(frame, indicator="imports")
    if frame.reporter is not None:
        return replace(frame, partner=partner)
    last = around.last_of_trade
    reporter = around.subject(frame) or (last.reporter if last is not None else None)
    return with_roles(frame, reporter, partner, "reporter") if reporter is not None else None


_FROM_GROUP = re.compile(r"(?:\s+of\s+[a-z]+(?:\s[a-z]+)?)?\s+from\b")


def _with_reporter(frame: Frame, around: Around) -> Frame:
    """The frame with who faces its partner; "Oil shipments to India rose", where nobody else is named, are India's imports from anywhere."""
    reporter = _reporter(frame, around) or _named_later(frame, around)
    if reporter is None and frame.indicator == "exports" and not frame.verb:
        return with_roles(replace(frame, indicator="imports"), frame.partner, "WLD", "partner")
    return with_roles(frame, reporter, frame.partner, "reporter")


def _named_later(frame: Frame, around: Around) -> str | None:
    """As in "Exports to Sweden rose. Norway's trade surplus grew": the one country of the story whose flows are told by name."""
    if frame.verb or frame.indicator not in FLOWS:
        return None
    owners = [code for code in owners_named(around.story) if code != frame.partner]
    return owners[0] if len(owners) == 1 else None


def _from_the_start(around: Around, partner: str | None) -> str | None:
    """Whose figures the story tells, as long as nobody's have been told; else, where a sentence opens anew, its other country."""
    hub = around.memory.hub
    if around.last is None and hub.owner is not None and partner not in {hub.owner, hub.faced_most}:
        return hub.owner
    return around.other_of_story(partner) if around.before is None and around.opens_anew else None


def _reporter(frame: Frame, around: Around) -> str | None:
    """Who faces the partner that the phrase names."""
    partner, before, last = frame.partner, around.before, around.last
    if frame.indicator == "tourism" and (host := host_of_others(around, partner)):
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
    memory = around.memory
    if memory.base is None and memory.teller not in {None, partner} and frame.indicator in MERCHANDISE:
        return memory.teller  # "SEOUL - Exports to China fell"
    found = _from_the_start(around, partner)
    if found is None:
        found = last.other_side(partner) if last is not None and partner in last.pair else None
    base = around.memory.base
    again = last is not None and last.indicator == frame.indicator and last.reporter not in {partner, "WLD", None}
    if found is None and again and last is not None and base is not None and base.indicator != frame.indicator:
        found = last.reporter if base.reporter in last.pair and last.reporter != base.reporter else None
    alike = base is not None and (base.partner == "WLD" or base.indicator == frame.indicator)
    if (
        base is not None
        and last is not None
        and not base.verb
        and {base.indicator, frame.indicator} <= FLOWS
        and partner not in last.pair
    ):
        alike = alike or base.reporter in last.pair  # "Purchases from China rose", after another's share of the exports
    elsewhere = last is not None and last.indicator == "other"  # money sent home tells no trade
    if found is None and base is not None and (alike or elsewhere) and base.reporter != partner:
        found = base.reporter
    found = found or around.other_of_story(partner)
    sold_by = last.partner if last is not None and last.verb and {last.indicator, frame.indicator} == FLOWS else None
    if found is None and sold_by not in {None, "WLD", partner}:
        found = sold_by  # "West Germany took 17 percent. Coffee sales to the United States more than trebled"
    if found is None and last is not None and last.reporter not in {partner, "WLD"}:
        found = last.reporter
    found = found or (around.loose[0].code if around.loose else None)
    return found or around.of_whole_story(partner)
