"""The sides of a sum that a rule has taken, put right by what its sentence and its story tell of who gives and who receives.

The words of the sentence come first ("another 40 tonnes of aid to Libya from Turkey").  What they leave open is as it was
told before: a story that goes through the creditors of one country has that country receive, one that goes through those
whom a country helps has that country give.  What goes to several together, or to a group without a code, has no partner.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.deals import DEAL
from tieline.read.measures.draft_slots import Draft
from tieline.read.measures.sum_ends import Ends, ends_of, part_of, row_of
from tieline.read.numbers.figures import Figure
from tieline.read.numbers.local_money import own_dollar
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import GIVEN, Memory
from tieline.read.words.money import kind_between
from tieline.read.words.parties import AGREEING, DONORS, GIVEN_TO_ALL, OWED_BY_ALL

Sides = tuple[str | None, str | None]
_SIDES: Final = ("reporter", "partner")
_BOTH: Final = 2
_NEAR: Final = 40
_OF_RELIEF: Final = re.compile(
    r"\s+of\s+(?:[a-z-]+\s+){0,2}?(?:aid|relief|assistance|donations|humanitarian\s+\w+|emergency\s+\w+)\b",
    re.IGNORECASE,
)
_AND: Final = re.compile(r"(?:\s*\([A-Z]{2,6}\))?,?\s+and\s+(?:the\s+)?")


def is_of_relief(sentence: Sentence, figure: Figure) -> bool:
    """As in "another 40 tonnes of aid": goods that are given, by their weight."""
    return figure.unit == "t" and _OF_RELIEF.match(sentence.text, figure.end) is not None


def with_sides_of_sum(draft: Draft, sentence: Sentence, memory: Memory) -> Draft:
    """The draft between those who give and receive by its sentence, else by its story."""
    frame = draft.frame
    figure = next((f for f in draft.figures if f.kind == "money" or is_of_relief(sentence, f)), None)
    if frame.indicator not in GIVEN or figure is None or frame.partner_prep == DEAL:
        return draft
    if frame.indicator == "other" and kind_between(sentence.text) != "other" and not {*_SIDES} & {*frame.inferred}:
        return draft  # what a contract is worth, what is paid for power
    ends = ends_of(sentence, figure, frame.indicator, memory)
    was: Sides = (frame.reporter, frame.partner)
    told = _by_words(was, ends, _SIDES if draft.later else frame.inferred)
    if (
        frame.indicator == "other"
        and told == (was[1], was[0])
        and "WLD" not in was
        and was[1] not in _beside(sentence, figure)
    ):
        told = ("WLD", told[1])  # of money sent home, whoever was told before does not send it
    owed, group = _owed_to_all(told, draft, ends, figure, sentence), frame.group
    if ends.all_get and owed == told:
        group = told[0] is not None and told[0] != "WLD"
        told = (told[0], None) if group else told
    else:
        told = owed
        told = _as_row(told, draft, figure, sentence, memory) or _by_story(told, draft, ends, sentence, memory)
        told = _sent_home(told, draft, ends, figure, sentence, memory)
        told = _from_donor(_not_beside(told, draft, ends, sentence), draft, ends)
    if told == was and group == frame.group:
        return draft
    changed = [side for side, new, old in zip(_SIDES, told, was, strict=True) if new != old]
    inferred = tuple(dict.fromkeys((*frame.inferred, *changed)))
    return replace(draft, frame=replace(frame, reporter=told[0], partner=told[1], group=group, inferred=inferred))


def _beside(sentence: Sentence, figure: Figure) -> set[str]:
    """The countries that the part of the sentence round a sum names."""
    since, until = part_of(sentence, figure)
    return {m.code for m in sentence.mentions if since <= m.start < until}


def in_own_dollars(draft: Draft, sentence: Sentence) -> Draft:
    """As in "Canberra will give $100,000", told in Samoa: in the dollars of who gives, if the paper writes them bare."""
    if draft.frame.indicator != "aid":
        return draft
    turned = {}
    for name in ("level", "base_level"):
        figure = getattr(draft, name)
        written = sentence.text[figure.core : figure.end] if figure is not None else ""
        unit = own_dollar(draft.frame.reporter, sentence.money, figure.unit, written) if figure is not None else None
        if unit is not None:
            turned[name] = replace(figure, unit=unit)
    return replace(draft, **turned, inferred=(*draft.inferred, "unit")) if turned else draft


def _by_words(sides: Sides, ends: Ends, carried: tuple[str, ...]) -> Sides:
    """The sides with those that the words name; who stood in the place of one of them takes the other.

    Where the words name one alone, it takes only a place that was carried over, or the other one's.
    """
    (reporter, partner), giver, receiver = sides, ends.giver, ends.receiver
    if reporter in ends.gets and ends.all_get:
        return giver, partner
    if giver is not None and receiver is not None:
        open_yet = (giver == reporter or "reporter" in carried or reporter == "WLD") and (
            receiver == partner or "partner" in carried or partner == "WLD"
        )
        return (giver, receiver) if open_yet or (giver, receiver) == (partner, reporter) else sides
    if giver is not None and giver != reporter and (giver == partner or "reporter" in carried or reporter == "WLD"):
        return giver, reporter if partner == giver else partner
    if (
        receiver is not None
        and receiver != partner
        and (receiver == reporter or "partner" in carried or partner == "WLD")
    ):
        return partner if reporter == receiver else reporter, receiver
    return sides


def _owed_to_all(sides: Sides, draft: Draft, ends: Ends, figure: Figure, sentence: Sentence) -> Sides:
    """As in "its external debt rose to 18 billion", "its overseas aid": owed to everywhere, given to all, where nobody is named."""
    own = min(f.start for f in draft.figures)
    since = max((f.end for f in sentence.figures if f.end <= own), default=0)
    until = min(part_of(sentence, figure)[1], figure.end + _NEAR)
    named = {m.code for m in sentence.mentions}
    if draft.frame.indicator == "aid" and not ends.gets and "partner" in draft.frame.inferred and sides[1] not in named:
        return (sides[0], "WLD") if GIVEN_TO_ALL.search(sentence.text, since, until) else sides
    carried = "reporter" in draft.frame.inferred or sides[0] not in named
    if draft.frame.indicator != "debt" or ends.gives or not carried or sides[1] in {None, "WLD"}:
        return sides
    return ("WLD", sides[1]) if OWED_BY_ALL.search(sentence.text, since, until) else sides


def _as_row(sides: Sides, draft: Draft, figure: Figure, sentence: Sentence, memory: Memory) -> Sides | None:
    """As in "Mali took in $1.4 billion and Niger $909 million": a name right before a sum is on the side of the one before it."""
    row, last = row_of(sentence, figure), memory.told[-1] if memory.told else None
    if row is None or row in sides or last is None or last.sentence != sentence.index:
        return None
    if last.indicator != draft.frame.indicator or row in {last.reporter, last.partner}:
        return None
    named = {m.code for m in sentence.mentions if m.end <= figure.start}
    if (last.reporter in named) == (last.partner in named):
        return None
    return (row, last.partner) if last.reporter in named else (last.reporter, row)


def _by_story(sides: Sides, draft: Draft, ends: Ends, sentence: Sentence, memory: Memory) -> Sides:
    """Where a story goes through the givers or the receivers of one country: with that country in its place."""
    frame = draft.frame
    hub = memory.hub.of(frame.indicator)
    carried = draft.later or {"reporter", "partner"} & {*frame.inferred} or sides[0] == "WLD"
    if hub is None or None in sides or not carried:
        return sides
    gives = memory.hub.gives(frame.indicator, hub)
    if gives is None or memory.hub.others(frame.indicator, hub) < _BOTH:
        return sides
    if sides[not gives] == hub or (ends.gives if gives else ends.gets):
        return sides
    if "WLD" in sides:
        sent = frame.indicator == "other" and gives and sides[0] == "WLD" and sides[1] != hub
        return (hub, sides[1]) if sent else sides
    here = {m.code for m in sentence.mentions if trades(m.code)} - {hub}
    if here.issuperset(sides):
        return sides
    other = next((c for c in (sides[gives], sides[not gives]) if c in here), None)
    other = other or (next(iter(here)) if len(here) == 1 else None)
    if other is None:
        return sides
    return (hub, other) if gives else (other, hub)


def _sent_home(sides: Sides, draft: Draft, ends: Ends, figure: Figure, sentence: Sentence, memory: Memory) -> Sides:
    """Money that workers send home: from everywhere, where nobody is named but one that has only received so far; to the country of the sentence.

    "Georgia's exports to Russia were worth 610 million, remittances from Russia 411 million".
    """
    if draft.frame.indicator != "other" or None in sides or ends.gives or ends.gets - {*sides}:
        return sides
    before = {m.code for m in sentence.mentions if m.end <= figure.start and trades(m.code)}
    if sides[0] not in before and "WLD" not in sides and memory.hub.gives("other", str(sides[0])) is False:
        return "WLD", sides[1]
    return sides


def _from_donor(sides: Sides, draft: Draft, ends: Ends) -> Sides:
    """Where no word tells who gives, of two it is the one that gives aid and loans as a rule: "Fiji and Norway signed a grant of"."""
    carried = {"reporter", "partner"} <= {*draft.frame.inferred}
    if not carried or ends.gives or ends.gets or draft.frame.indicator not in {"aid", "debt"}:
        return sides
    return (sides[1], sides[0]) if sides[1] in DONORS and sides[0] not in DONORS and "WLD" not in sides else sides


def _not_beside(sides: Sides, draft: Draft, ends: Ends, sentence: Sentence) -> Sides:
    """As in "Chile and Peru have prolonged 2 billion of loans": two who give together are not each other's; nobody is told then."""
    carried = {"reporter", "partner"} <= {*draft.frame.inferred}
    if not carried or ends.gives or ends.gets or AGREEING.search(sentence.text):
        return sides
    for one, two in zip(sentence.mentions, sentence.mentions[1:], strict=False):
        if {one.code, two.code} == {*sides} and _AND.fullmatch(sentence.text, one.end, two.start):
            return None, sides[1]
    return sides
