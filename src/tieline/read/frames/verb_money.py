"""Who gave, lent, owed, invested or sent home money, and who went where: the sides of the other verbs."""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.model.money import CARGO
from tieline.read.frames.phrase import DESCRIPTION, IN_ALL, object_of
from tieline.read.frames.senses import SHARE_OF_ITS
from tieline.read.frames.verb_clause import NEAR_PLACE, VerbClause, VerbRoles, counts_people, has_money, moved_goods
from tieline.read.frames.verb_goods import VISITORS
from tieline.read.story.memory import described_country, other_of
from tieline.read.syntax.tokens import Token
from tieline.read.words.trade import words


def gets_remittances(clause: VerbClause) -> bool:
    """As in "Bangladesh got 842 million dollars from the country", where remittances were spoken of just before."""
    last = clause.memory.frame
    told = last is not None and last.indicator == "other"
    just = clause.sentence.index - clause.memory.frame_sentence <= _STILL_TOLD
    sender = clause.near.first("from") is not None or clause.near.described == "from"
    return told and just and sender and has_money(clause) and not clause.passive


def remittances_received(clause: VerbClause) -> VerbRoles:
    """Where the money comes from, and who gets it."""
    sender = clause.near.first("from")
    if sender is None:
        until = clause.token.idx
        sender = described_country(clause.near.description, clause.who, clause.memory, clause.sentence, until)
    return VerbRoles(sender, clause.who, "from")


def gets_cargo(clause: VerbClause) -> bool:
    """As in "Germany received 1.24 million tonnes of Kazakh oil": a cargo."""
    behind = clause.token.idx
    weighed = any(f.kind == "quantity" and f.unit in CARGO and f.start > behind for f in clause.sentence.figures)
    flow = clause.memory.flow
    told = flow is not None and clause.sentence.index - clause.memory.flow_sentence <= 1
    part = any(
        f.kind == "percent" and f.start > behind and SHARE_OF_ITS.match(clause.sentence.text, f.end)
        for f in clause.sentence.figures
    )
    return (weighed or (told and part) or moved_goods(clause)) and not clause.passive and clause.object is not None


def tourists_of(clause: VerbClause) -> VerbRoles | None:
    """As in "Kenya received 80,000 visitors from Uganda": the host, where they come from."""
    if not counts_people(clause):
        return None
    begin = clause.token.idx
    near = (
        m for m in clause.sentence.mentions if m.start > begin and ", " not in clause.sentence.text[begin : m.start]
    )
    behind = next((m.code for m in near), None)
    anybody = "WLD" if clause.object is not None and clause.object.lemma in VISITORS else None
    described = clause.subject is not None and clause.sentence.mention_at(clause.subject) is None
    host = clause.memory.host if described else None
    return VerbRoles(host or clause.who, clause.near.first("from") or behind or anybody)


def visited(clause: VerbClause) -> VerbRoles | None:
    """As in "410,000 Germans visited Turkey", "Turkey was visited by 410,000 Germans"."""
    if clause.passive:
        by = next((c for c in clause.token.children if c.dep == "agent" or c.lower == "by"), None)
        begin = by.idx if by is not None else len(clause.sentence.text)
        named = (
            m
            for m in clause.sentence.mentions
            if m.start > begin and not re.search(r"\d,?\s.*,\s", clause.sentence.text[begin : m.start])
        )
        guests = next((m.code for m in named), None)
        return VerbRoles(clause.who, guests or "WLD") if by is not None and counts_people(clause) else None
    return VerbRoles(clause.object_country, clause.who) if counts_people(clause) else None


def travelled(clause: VerbClause) -> VerbRoles | None:
    """As in "471,000 Thais travelled to Japan"; tourists without a country come from anywhere."""
    if not counts_people(clause) or _movers_ranked(clause):
        return None
    everybody = clause.subject is not None and clause.subject.lemma in {"people", "foreigner", "person"}
    everybody = everybody and IN_ALL.match(clause.sentence.text[: clause.subject.left_edge.idx]) is not None
    anybody = "WLD" if everybody or (clause.subject is not None and _are_visitors(clause.subject)) else None
    counted = _counted_people(clause) if clause.who is None else None
    if counted is not None:
        return VerbRoles(clause.near.first("to", "into", "in"), counted, "to")
    abroad = "WLD" if _WENT_ABROAD.match(clause.sentence.text, clause.token.idx + len(clause.token)) else None
    return VerbRoles(clause.near.first("to", "into", "in") or abroad, clause.who or anybody, "to")


def _movers_ranked(clause: VerbClause) -> bool:
    """As in "Nigerian students came third with 9,200": no journey."""
    subject = clause.subject
    behind = clause.token.idx + len(clause.token)
    return subject is not None and subject.lemma in _MOVERS and _RANK.match(clause.sentence.text, behind) is not None


_MOVERS = words("student worker migrant refugee labourer laborer immigrant national citizen")
_RANK = re.compile(r"\s+(?:a\s+(?:close|distant)\s+)?(?:first|second|third|fourth|fifth|next|top|last|ahead)\b")


def _counted_people(clause: VerbClause) -> str | None:
    """As in "a total of 8,204 Chinese tourists came": whose people are counted."""
    if clause.subject is None or not _are_visitors(clause.subject):
        return None
    inside = range(clause.subject.idx, clause.token.idx)
    return next(
        (m.code for m in clause.sentence.mentions if m.start in inside and m.use in {"adjective", "demonym"}), None
    )


_WENT_ABROAD = re.compile(r"\s+(?:abroad|overseas|to foreign countries)\b")


def _are_visitors(subject: Token) -> bool:
    """As in "visitors", "a total of 2.2 million foreign tourists"."""
    if subject.lemma in VISITORS:
        return True
    behind = (object_of(c) for c in subject.children if c.dep == "prep" and c.lower == "of")
    return any(noun is not None and noun.lemma in VISITORS for noun in behind)


def holidays_taken(clause: VerbClause) -> bool:
    """As in "214,000 Cambodians took holidays in Vietnam": a journey, and where to."""
    gone = clause.object is not None and clause.object.lemma in _HOLIDAYS
    return gone and counts_people(clause) and clause.near.first("in", "to") is not None


_HOLIDAYS = words("holiday vacation break trip")


def travellers_sent(clause: VerbClause) -> VerbRoles | None:
    """As in "Canada sent 428,000 tourists": to the host of the story's travellers."""
    return VerbRoles(clause.memory.host or clause.near.first("to"), clause.who, "to") if clause.who else None


_RESIDENTS = words("worker earner migrant expatriate emigrant labourer national citizen compatriot they those")


def sent_home(clause: VerbClause) -> VerbRoles | None:
    """Remittances: "Ethiopian workers in the Emirates sent home $600m"; the reporter is where the money comes from."""
    if clause.passive and _TRANSFERRED.search(clause.sentence.text) and has_money(clause):
        origin, end = clause.near.first("from"), clause.near.first("to")
        return VerbRoles(origin, end) if origin and end else None
    home = any(t.lower in {"home", "back"} for t in clause.token.children) or clause.token.lemma == "remit"
    told = clause.memory.frame is not None and clause.memory.frame.indicator == "other"
    home = home or (told and clause.sentence.index - clause.memory.frame_sentence <= _STILL_TOLD)
    by = clause.passive or any(c.dep == "agent" for c in clause.token.children)
    if by and home and clause.subject is not None and clause.subject.lemma in _MONEY:
        return _sent_home_by(clause)
    if not home or not has_money(clause) or clause.subject is None:
        return None
    people = clause.sentence.mention_at(clause.subject)
    if clause.subject.lemma not in _RESIDENTS and (people is None or people.use != "demonym"):
        return None
    host = next((m.code for m in clause.sentence.mentions if clause.subject.idx < m.start < clause.token.idx), None)
    before = [m for m in clause.sentence.mentions if m.end <= clause.subject.idx]
    own = [m for m in before if m.start >= clause.subject.left_edge.idx]  # "Bangladeshi wage earners"
    origin = next((m.code for m in own or before), None)
    origin = people.code if people is not None else origin
    host = host or clause.near.first("from")
    if host is None and (there := DESCRIPTION.search(clause.sentence.text, clause.subject.idx, clause.token.idx)):
        host = described_country(there.group(), origin, clause.memory, clause.sentence, clause.subject.idx)
    subject = clause.sentence.text[clause.subject.left_edge.idx : clause.token.idx]
    if host is None and _ABROAD.search(subject):
        host = "WLD"
    if host is None and origin is not None and _THERE.search(subject):
        host = next(
            (m.code for m in before if m.code != origin), None
        )  # "Qatar comes next as workers there sent 980 million"
    pair = clause.memory.pair
    if origin is None and pair and host is not None:  # "those who live in Spain": as those spoken of before
        last = clause.memory.frame
        origin = (
            last.partner
            if last is not None and last.indicator == "other"
            else other_of(pair, host)
            if host in pair
            else None
        )
    in_all = IN_ALL.match(clause.sentence.text[: clause.subject.left_edge.idx]) is not None
    if origin and host is None and pair and origin in pair and not in_all:
        host = other_of(pair, origin)
    return VerbRoles(host, origin)


_ABROAD = re.compile(r"\b(?:abroad|overseas|expatriates?|expats?|diaspora)\b", re.IGNORECASE)

_THERE = re.compile(r"\bthere\b")

_STILL_TOLD = 2

_TRANSFERRED = re.compile(
    r"\b(?:money[- ]transfers?|transfer (?:systems?|operators?)|remit\w*|migrants?|labou?r migrants?)\b", re.IGNORECASE
)

_MONEY = words("money fund cash sum amount saving remittance")


def _sent_home_by(clause: VerbClause) -> VerbRoles | None:
    """As in "money sent home by Hondurans in the United States jumped 25 pct"."""
    behind = [m for m in clause.sentence.mentions if 0 < m.start - clause.token.idx < NEAR_PLACE * 2]
    origin = next((m.code for m in behind if m.use in {"demonym", "adjective"}), None)
    host = clause.near.first("from", "in") or next((m.code for m in behind if m.code != origin), None)
    pair = clause.memory.pair
    if origin is None and host is not None and pair and host in pair:
        origin = other_of(pair, host)
    if host is None and origin is not None and _ABROAD.search(clause.sentence.text, clause.token.idx):
        host = "WLD"  # "money sent home by Moldovans abroad"
    return VerbRoles(host, origin) if host != origin else None
