"""Flows with several countries at once, which have none as their partner, and those with all of them.

"Non-EU countries bought Croatian goods", "together, China and India took half", "its imports from them": a group without a
code faces the one country that the words name.  "Meat, the number two in the country's exports" is told of all that it sells.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from tieline.model import lazy_re as re
from tieline.model.countries import country
from tieline.model.vocabulary import Indicator
from tieline.read.frames.around import Around
from tieline.read.frames.group_rows import sold_to_group
from tieline.read.frames.phrase import TOGETHER
from tieline.read.frames.told_again import points_back
from tieline.read.frames.verb_clause import VerbClause, VerbRoles
from tieline.read.story.document import TRADING_BLOCS, Sentence, trades
from tieline.read.story.memory import FLOWS, Frame, Memory
from tieline.read.words.groups import BACK_TO_BLOC, GROUP


def faced_by_group(clause: VerbClause, indicator: Indicator, roles: VerbRoles) -> str | None:
    """As in "Non-EU countries bought Croatian goods", "the region sold Korea oil", "together, China and India took half": who faces the group.

    What several countries sell or buy has no country as its partner, but the one that they sell to or buy from.
    """
    if indicator not in FLOWS or clause.passive or clause.subject is None or clause.subject.i > clause.token.i:
        return None
    text, begin = clause.sentence.text, clause.subject.left_edge.idx
    if clause.who is None and (GROUP.match(text, begin) or _REGION.match(text, begin)):
        if roles.partner is None and indicator == "imports":
            return sold_to_group(clause.sentence, begin, clause.memory)
        return roles.partner if roles.partner != "WLD" else None
    if (
        clause.token.lemma in _GETS
        and _THE_TWO.match(text, begin)
        and any(m.code == roles.partner for m in clause.sentence.mentions)
    ):
        return roles.partner  # "The two countries buy cement from Togo"
    if clause.who is None or TOGETHER.search(text) is None:
        return None
    here = {m.code for m in clause.sentence.mentions if begin <= m.start < clause.token.idx}
    if len(here) < _SEVERAL or roles.partner in here:
        return None
    if roles.partner is not None:
        return roles.partner if roles.partner != "WLD" else None
    flow = clause.memory.flow
    whose = clause.memory.hub.owner or (flow.reporter if flow is not None and flow.indicator != indicator else None)
    return whose if whose not in here else None


def listed_with(clause: VerbClause, indicator: Indicator, roles: VerbRoles) -> tuple[str, ...]:
    """As in "imported 180,000 tonnes from Uganda, Zambia and Mauritius": all with whom one figure is, none of them alone.

    A figure in brackets, or right behind a name, is that of its country.
    """
    text, named = clause.sentence.text, clause.near.by_prep.get(roles.prep or "", [])
    codes = tuple(dict.fromkeys(m.code for m in named))
    if indicator not in FLOWS or len(codes) < _SEVERAL or roles.partner != codes[0]:
        return ()
    ordered = sorted(named, key=lambda m: m.start)
    if any(not _NEXT_OF_LIST.fullmatch(text, one.end, two.start) for one, two in pairwise(ordered)):
        return ()
    ends = ordered[-1].end
    further = any(m.start >= ends and _NEXT_OF_LIST.fullmatch(text, ends, m.start) for m in clause.sentence.mentions)
    own = any(f.start >= ends and _OWN_FIGURE.fullmatch(text, ends, f.start) for f in clause.sentence.figures)
    return () if further or own else codes


_NEXT_OF_LIST = re.compile(r"(?:,|,?\s+and|,?\s+as\s+well\s+as)\s+(?:to\s+|from\s+)?(?:the\s+)?")
_OWN_FIGURE = re.compile(r"\s*[(:\u2013\u2014-]?\s*")
_GETS = frozenset({"receive", "import", "buy", "purchase", "pay", "get"})
_THE_TWO = re.compile(r"(?:the\s+two|both)\s+(?:countries|nations|states|neighbou?rs|islands)\b", re.IGNORECASE)
_REGION = re.compile(r"(?:the|that|this)\s+(?:region|bloc|area)\b", re.IGNORECASE)
_SEVERAL = 2


def with_group_again(frame: Frame, around: Around) -> Frame:
    """As in "exports to countries outside the EU fell, and its imports from them rose", "shipments to Korea from the region": with the group."""
    if frame.verb or frame.group or frame.indicator not in FLOWS or (frame.reporter and frame.partner):
        return frame
    found = _BACK_TO_GROUP.match(around.sentence.text, frame.token.idx + len(frame.token))
    last = around.last if around.last is not None and around.last.group else None
    if found is None or (last is None and found["them"]):
        return frame
    if found["prep"] == ("to" if frame.indicator == "exports" else "from"):
        return replace(frame, group=True) if frame.partner is None else frame
    if frame.reporter is None and frame.partner is not None:  # from the region to a country
        turned: Indicator = "imports" if frame.indicator == "exports" else "exports"
        return replace(frame, indicator=turned, reporter=frame.partner, partner=None, group=True)
    return frame


def with_bloc(frame: Frame, sentence: Sentence) -> Frame:
    """The frame with the bloc that its group stands for, if that has a code."""
    bloc = _bloc_named_before(frame, sentence) if frame.group else None
    return replace(frame, partner=bloc, group=False) if bloc is not None else frame


def _bloc_named_before(frame: Frame, sentence: Sentence) -> str | None:
    """As in "exports to the bloc", after the EU was named: the bloc that has a code, unless another one was named since."""
    found = BACK_TO_BLOC.search(sentence.text, frame.start, frame.end + _SOON_BEHIND)
    here: Sentence | None = sentence if found is not None and frame.partner is None else None
    for _ in range(_SENTENCES_BACK):
        if here is None or found is None:
            return None
        before = [m for m in here.mentions if here is not sentence or m.end <= found.start()]
        bloc = next((m.code for m in reversed(before) if country(m.code).kind == "organisation"), None)
        if bloc is not None or (here is not sentence and _OTHER_BLOC.search(here.text)):
            return bloc if bloc in TRADING_BLOCS else None
        here = here.before
    return None


_OTHER_BLOC = re.compile(r"\b(?:Mercosur|COMESA|SADC|EAEU|CIS|EAC|ECOWAS|Community|Eurasian Economic Union)\b")
_SOON_BEHIND = 30
_SENTENCES_BACK = 6


_BACK_TO_GROUP = re.compile(
    r"(?:\s+(?:to|from)\s+(?:the\s+)?[A-Z][\w.]+(?:\s[A-Z]\w+)?)?\s+(?P<prep>to|from|by|with)\s+(?:(?P<them>them|it|these\s+countries|those\s+countries)|(?:the|that|this)\s+(?:region|bloc|area))\b"
)


def _whole_of_part(frame: Frame, sentence: Sentence) -> bool:
    """As in "Brazil exported 21 million kg, of which Chile accounted for 15 million", "..., China taking 66 percent of it": with all.

    The country behind the figure has a part of what is told before it, so that it is not the partner of the whole.
    """
    taken = frame.verb and frame.token.lemma in _TAKEN
    if frame.partner is not None or taken or frame.indicator not in {*FLOWS, "trade", "tourism"}:
        return False
    first = next((f for f in sentence.figures if f.start > frame.token.idx), None)
    named = {m.code for m in sentence.mentions if m.end <= frame.token.idx and trades(m.code)}
    if first is None or (frame.indicator == "trade" and len(named) > 1):
        return False  # "Oman and Yemen exchanged goods worth 90 million, of which ..."
    if _OF_WHICH_SUM.match(sentence.text, first.end):
        return True  # "exported meat worth 80 million, of which 6 million went to ..."
    for mention in sentence.mentions:
        if mention.start < first.end or mention.code == frame.reporter:
            continue
        lead = sentence.text[first.end : mention.start]
        return _OF_WHICH.search(lead) is not None or (
            _JOINED_PART.search(lead) is not None and _TAKES_PART.match(sentence.text, mention.end) is not None
        )
    return False


_TAKEN = frozenset({"take", "absorb", "get", "account", "supply", "provide", "deliver", "pay"})
_OF_WHICH_SUM = re.compile(
    r"[^,;.]{0,30},\s+of\s+which\s+(?:[a-z]+\s+){0,2}[A-Z$€£¥]{0,4}\s?\d[^.;,]*(?:\.\d[^.;,]*)?\s(?:went|goes|was|were|came)\b"
)
_OF_WHICH = re.compile(r"(?:\sof which|[,;]\s+of (?:these|this|that))\s+(?:the\s+)?$")
_JOINED_PART = re.compile(r"[,;]\s+(?:with\s+)?(?:the\s+)?$")
_TAKES_PART = re.compile(
    r"\s+(?:taking|accounting for|buying|absorbing|making up|receiving|getting|supplying|providing|contributing)\s+[^,;.]{0,20}?\d"
)


def of_all_sold(frame: Frame, sentence: Sentence, memory: Memory) -> Frame:
    """The frame as one with all the world where its words rank a good among all that a country sells, or tell it "altogether"."""
    if _whole_of_part(frame, sentence):
        return replace(frame, whole=True)
    if frame.partner is not None or frame.indicator not in FLOWS or frame.verb:
        return frame
    behind = frame.token.idx + len(frame.token)
    summed = (
        memory.frame is not None
        and not points_back(frame, sentence)
        and _ALTOGETHER.match(sentence.text, behind) is not None
    )
    return replace(frame, whole=True) if summed or _is_ranked_among(frame, sentence) else frame


_ALTOGETHER = re.compile(r"(?:[^.;,]|[.,](?=\d)){3,60}\s(?:altogether|in all|in total)(?=[.,;]|$)")
"""As in "Exports of copper came to 720,000 tonnes altogether", after those to one buyer."""


def _is_ranked_among(frame: Frame, sentence: Sentence) -> bool:
    """As in "Meat, the number two in the country's exports", "copper, its largest export": of all that it sells."""
    phrase = sentence.text[frame.start : frame.token.idx]
    if not _OWNED_PHRASE.match(phrase) and not _POSSESSIVE.search(phrase):
        return False
    single = frame.token.lower in {"export", "import"} and _RANKED_GOOD.search(phrase) is not None
    return single or _RANKED_AMONG.search(sentence.text, 0, frame.start) is not None


_OWNED_PHRASE = re.compile(r"(?:its|their|our)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\w['’]s?\s")
_RANKED_GOOD = re.compile(
    r"\b(?:largest|biggest|main|top|leading|chief|principal|number[\s-]\w+|second|third|most\s+\w+)\b"
)
_RANKED_AMONG = re.compile(
    r"\b(?:number[\s-]\w+|no\. \d+|(?:by far )?the (?:largest|biggest|most important|main|first|second|third)(?: item| one| good)?)\s+(?:in|among|of)\s+$",
    re.IGNORECASE,
)
