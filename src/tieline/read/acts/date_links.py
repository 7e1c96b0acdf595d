"""Days that an act shares with what stands beside it: the talks in which it is done, the speech, the announcement, the clause with "when".

A day is lent only where both are one occasion: "said on Monday at the start of his talks with Vella", "speaking in Lima on
Friday, she accused", "announced on Monday that it had lifted the ban".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from tieline.model.periods import Period
from tieline.model.vocabulary import SPEECH_ACTS
from tieline.read.syntax.tokens import Token
from tieline.read.words.acts import CLASSES

if TYPE_CHECKING:
    from tieline.model.claims import Event
    from tieline.read.acts.act_times import ActTimes
    from tieline.read.acts.named import Party
    from tieline.read.acts.sides import Act

OCCASIONS: Final = CLASSES["TALKS"] | CLASSES["VISIT"] | {"gathering", "stay", "reception", "briefing", "fair"}
_DURING: Final = frozenset({"at", "during", "in", "on", "after", "following"})
_STAGES: Final = frozenset(
    {"start", "beginning", "end", "opening", "close", "outset", "conclusion", "margin", "sideline"}
)
_SPEAKING: Final = frozenset("speak talk address write brief visit tour attend meet arrive open".split())
_MEETING: Final = frozenset({"meet", "hold", "convene"})
_TALKS: Final = frozenset({"talk", "meeting", "consultation", "summit", "round", "session"})
_WRITINGS: Final = frozenset(
    "letter statement note case complaint speech resolution petition message declaration report".split()
)
_TRAVELLING: Final = frozenset("spend stay arrive fly travel go come land tour visit".split())
_ANNOUNCING: Final = frozenset({"announce", "declare", "unveil", "proclaim"})
_TELLING: Final = frozenset({"say", "state", "confirm", "declare"})
_TAKING: Final = frozenset({"accept", "approve", "agree"})
OWN_DECISIONS: Final = frozenset({"SANCTION", "CONCEDE", "AID", "RETREAT", "SUPPORT", "MOBILIZE"})
"""Types of what a state does by deciding it."""
_KNOWN: Final = frozenset({"the", "this", "that", "these", "those", "his", "her", "their"})
_ENDING: Final = frozenset({"end", "conclude", "result", "culminate", "finish"})


def occasion_date(dating: ActTimes, verb: Token, kind: str) -> Period | None:
    """The date of the talks or the visit in which a verb's act is done, of the speech in which it is said."""
    told = [c for c in verb.children if c.dep == "advcl" and c.tag == "VBG" and c.lemma in _SPEAKING]
    if kind in SPEECH_ACTS | {"SUPPORT"} and told:
        spoken, _ = dating.of(told)
        if spoken is not None and spoken.precision == "day":
            return spoken
    for prep in verb.children:
        if prep.dep == "prep" and prep.lower in _DURING:
            nouns = [o for o in prep.children if o.dep == "pobj"]
            nouns += [i for o in nouns if o.lemma in _STAGES for c in o.children if c.lower == "of" for i in c.children]
            held = [o for o in nouns if o.lemma in OCCASIONS]
            date, _ = dating.of(held) if held else (None, None)
            if date is not None:
                return date
    return None


def outer_date(dating: ActTimes, verb: Token) -> Period | None:
    """The day of what an act is a part of: "spent Monday in Lima and was received by", "will stop in Lima on Monday, where he will confer with", "sent a letter on Monday in which he accuses"."""
    if verb.dep == "conj" and verb.head.lemma in _TRAVELLING:
        return dating.of([verb.head])[0]
    if verb.dep == "relcl" and any(g.lower == "which" for c in verb.children if c.lower == "in" for g in c.children):
        sent = next((a for a in verb.ancestors if a.pos == "VERB"), None)
        if sent is not None and any(c.lemma in _WRITINGS for c in sent.subtree if sent.i < c.i < verb.i):
            return dating.of([sent])[0]
    if verb.dep in {"relcl", "advcl"} and any(c.lower == "where" for c in verb.children):
        above = next((a for a in verb.ancestors if a.pos == "VERB"), None)
        if above is not None:
            ahead = any(c.dep == "aux" and c.lower in {"will", "would"} for c in above.children)
            return dating.of([above], modality="scheduled" if ahead else "happened")[0]
    return None


def meeting_day(dating: ActTimes, verb: Token) -> Period | None:
    """When they will meet who have agreed on a day for it: "agreed to hold the next talks in Lima on December 12"."""
    for content in verb.children:
        if content.dep == "xcomp" and content.i > verb.i and content.lemma in _MEETING:
            what = next((c for c in content.children if c.dep == "dobj"), None)
            if (content.lemma == "meet" and what is None) or (what is not None and what.lemma in _TALKS):
                return dating.of([content], modality="scheduled")[0]
    return None


def announced_date(dating: ActTimes, verb: Token, kind: str) -> Period | None:
    """The day of the announcement by which a measure is taken: "announced on Monday that it had lifted the ban"."""
    above = verb.head
    if verb.dep != "ccomp" or above == verb:
        return None
    own = kind in OWN_DECISIONS or verb.lemma == "recall"
    announced = above.lemma in _ANNOUNCING and (own or (kind == "AGREE" and verb.lemma in _TAKING))
    return dating.of([above])[0] if announced or (own and _is_done_by_saying(verb)) else None


def _is_done_by_saying(verb: Token) -> bool:
    """A measure that is taken as it is told: "said on Tuesday that it was expelling two of them"."""
    own = any(c.dep == "nsubj" and c.pos == "PRON" for c in verb.children)
    now = verb.tag == "VBG" and any(c.dep == "aux" and c.lemma == "be" for c in verb.children)
    return own and now and verb.head.lemma in _TELLING


def date_of_occasion(dating: ActTimes, noun: Token) -> Period | None:
    """The day of what is said or done at talks, which is theirs: "said on Monday at the start of his talks with"."""
    node = noun
    if node.dep == "pobj" and node.head.lower == "of" and node.head.head.lemma in _STAGES:
        node = node.head.head
    if node.dep != "pobj" or node.head.lower not in _DURING or noun.lemma not in OCCASIONS:
        return None
    verb = node.head.head
    over = node.head.lower in {"after", "following"} and (noun.lemma in _JOURNEYS or verb.lemma in _LEAVING)
    if verb.pos != "VERB" or over:
        return None
    date, _ = dating.of([verb])
    return date if date is not None and date.days <= _SHORT else None


_JOURNEYS: Final = frozenset({"visit", "trip", "tour", "stopover", "stop", "stay"})
_LEAVING: Final = frozenset({"return", "leave", "depart", "come", "fly"})
_SHORT: Final = 31
"""Days at most of a date that an occasion takes from what was done at it."""


def shared_date(
    verb: Token, told: Mapping[int, Act], actors: Sequence[Party], targets: Sequence[Party]
) -> Period | None:
    """The date of the meeting told beside: "met them last week and asked for", "visiting Tokyo in July, invited"."""
    subject = next((c for c in verb.children if c.dep == "nsubj"), None)
    beside = [t for t in subject.children if t.dep == "acl"] if subject is not None else []
    before = [a.head for a in (verb, *verb.ancestors) if a.dep == "conj" and a.head.pos == "VERB"]
    sides = {p.code for p in (*actors, *targets)}
    for other in (*before, *beside):
        act = told.get(other.i)
        if act is None or act.modality != "happened" or act.date is None or act.date.days > _SHORT:
            continue
        if act.type in {"CONSULT", "SUPPORT"} and sides == {p.code for p in (*act.actors, *act.targets)}:
            return act.date
    return None


def remembered_date(
    verb: Token, recent: Sequence[tuple[Event, int]], actors: Sequence[Party], targets: Sequence[Party]
) -> Period | None:
    """The date of the meeting told a sentence ago in which something was done: "during the visit, the two signed"."""
    known = False
    for prep in verb.children:
        if prep.dep == "prep" and prep.lower in _DURING:
            nouns = [o for o in prep.children if o.dep == "pobj" and o.lemma in OCCASIONS]
            known = known or any(c.lower in _KNOWN for o in nouns for c in o.children)
    subject = next((c for c in verb.children if c.dep == "nsubj"), None)
    known = known or (subject is not None and subject.lemma in OCCASIONS and verb.lemma in _ENDING)
    sides = {p.code for p in (*actors, *targets)}
    for event, _ in reversed(recent if known else ()):
        met = event.type == "CONSULT" and event.modality == "happened" and event.date is not None
        if met and {event.actor, event.target} == sides:
            return event.date if event.date is not None and event.date.days <= _SHORT else None
    return None
