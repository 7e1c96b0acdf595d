"""Sides of a flow that the clause round its noun tells: where visitors went, who owes, who made or received it."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.phrase import Near, object_of
from tieline.read.frames.remitters import is_money_sent
from tieline.read.frames.roles import Roles
from tieline.read.frames.subjects import sentence_subject
from tieline.read.story.document import TRADING_BLOCS, Sentence, trades
from tieline.read.story.memory import Memory
from tieline.read.syntax.tokens import Token
from tieline.read.words.trade import OWED, words

_FOREIGN = re.compile(r"\b(?:foreign|external|overseas|international|hard[- ]currency)\b", re.IGNORECASE)
_LONGEST_VISIT = 24


def told_by_clause(
    roles: Roles, indicator: Indicator, lemma: str, near: Near, sentence: Sentence, token: Token, *, memory: Memory
) -> Roles:
    """The roles with those sides that the clause round the phrase tells: where visitors went, who owes, who made or received it."""
    if indicator == "tourism":
        roles = _of_guests(roles, near, sentence, token, memory)
    if lemma in _JOURNEYS:
        return _journeys(roles, lemma, near, sentence, token, memory=memory)
    if lemma == "order" and roles.partner is None and token.dep == "dobj" and token.head.lemma == "place":
        buyer = sentence_subject(sentence, token, memory)
        return roles._replace(partner=buyer if buyer != roles.reporter else None)
    if (indicator == "investment" or lemma == "remittance") and roles.partner is None and _is_sourced(sentence, token):
        return roles._replace(reporter=None, partner=roles.reporter)
    if (
        indicator in {"other", "investment"}
        and roles.partner is None
        and (sent := _sent_from(roles, lemma, sentence, token))
    ):
        return sent
    if indicator in {"other", "investment"} and roles.reporter is None and lemma != "sanction":
        arrived = _arrived(sentence, token) if roles.partner is None else None
        if arrived is not None:
            return roles._replace(reporter=arrived[1] or "WLD", partner=arrived[0])
        origin = _gone_to("imports", sentence, token)
        roles = roles._replace(reporter=origin) if origin not in {None, roles.partner} else roles
    if (
        roles.partner in {None, *TRADING_BLOCS}
        and (gone := _gone_to(indicator, sentence, token)) is not None
        and gone != roles.reporter
    ):
        roles = roles._replace(partner=gone)
    if roles.reporter is not None:
        return _sent_to_subject(roles, lemma, near, sentence, token, memory=memory)
    if (lemma == "remittance" or indicator == "investment") and roles.partner is None:
        return roles._replace(**_received(sentence, token, near, memory))
    invested = indicator == "investment" and roles.partner is not None and _from_all(sentence, token)
    everywhere = invested or _sent_by_all(roles, lemma, near, sentence, token)
    if everywhere or (lemma in OWED and _owed_abroad(sentence, token)):
        return roles._replace(reporter="WLD")
    if indicator in {"exports", "imports"}:
        return roles._replace(reporter=_maker(sentence, token))
    if indicator == "balance":
        return roles._replace(
            reporter=_left_with(sentence, token) or _whose_clause(sentence, token) or _gapped_owner(sentence, token)
        )
    return roles


def _sent_to_subject(
    roles: Roles, lemma: str, near: Near, sentence: Sentence, token: Token, *, memory: Memory
) -> Roles:
    """As in "Nepal received remittances of $510 million from Qatar": to whoever gets them."""
    if lemma != "remittance" or roles.partner is not None or roles.reporter != near.first("from"):
        return roles
    receiver = _received(sentence, token, near, memory).get("partner")
    return roles._replace(partner=receiver) if receiver not in {None, roles.reporter} else roles


def _sent_by_all(roles: Roles, lemma: str, near: Near, sentence: Sentence, token: Token) -> bool:
    """As in "remittances to Armenia amounted to", "total remittances inflow of": money that comes from everywhere."""
    if lemma not in {"remittance", "inflow"} and not is_money_sent(sentence, token):
        return False
    if near.first("from", "by") is None and _TOTAL.search(sentence.text, token.left_edge.idx, token.idx):
        return True
    nobody = near.first("from", "by") is None and (token.dep == "nsubj" or near.first("to") is not None)
    return roles.partner is not None and nobody


_TOTAL: Final = re.compile(r"\b(?:total|overall)\b", re.IGNORECASE)


def _sent_from(roles: Roles, lemma: str, sentence: Sentence, token: Token) -> Roles | None:
    """As in "40 percent of Armenia's remittances come from Russia": from where, to the owner."""
    origin = _gone_to("imports", sentence, token) if roles.reporter is not None and lemma != "sanction" else None
    return Roles(origin, roles.reporter, roles.prep) if origin not in {None, roles.reporter} else None


def _of_guests(roles: Roles, near: Near, sentence: Sentence, token: Token, memory: Memory) -> Roles:
    """The roles of travel: where the visitors went, or from where those are that the name tells of."""
    visited = _visited(sentence, token)
    if visited is not None:
        return roles._replace(reporter=visited)
    if _people_of(roles, near, sentence, token, memory):
        return roles._replace(reporter=None, partner=roles.reporter)
    return roles


def _people_of(roles: Roles, near: Near, sentence: Sentence, token: Token, memory: Memory) -> bool:
    """As in "New Zealand arrivals", of those who come to another country: the name says from where."""
    name = near.left[0] if near.left else None
    if name is None or name.code != roles.reporter or roles.partner is not None or memory.host in {None, name.code}:
        return False
    return _GUESTS_BEHIND.fullmatch(sentence.text, name.end, token.idx) is not None


_GUESTS_BEHIND = re.compile(r"\s+(?:tourist\s+|visitor\s+)?")
_JOURNEYS = words("trip visit daytrip")


def _journeys(roles: Roles, lemma: str, near: Near, sentence: Sentence, token: Token, *, memory: Memory) -> Roles:
    """As in "trips abroad by Estonians", "visits to Greece" of those who live where the story is told: where to, and whose."""
    origin = roles.partner or near.first("by")
    if origin is None and lemma == "trip":
        origin = sentence_subject(sentence, token, memory)
    host = roles.reporter if roles.reporter != origin else memory.host
    if _OUTBOUND.match(sentence.text, token.idx + len(token)):
        return roles._replace(reporter="WLD", partner=origin or memory.host)
    if origin is None and memory.host not in {None, host}:
        origin = memory.host
    return roles._replace(reporter=host if host != origin else None, partner=origin)


_OUTBOUND = re.compile(r"\s+(?:abroad|overseas|to\s+(?:foreign|other)\s+countries|outside the country)\b")


def _is_sourced(sentence: Sentence, token: Token) -> bool:
    """As in "the main source of Tanzania's foreign investment": whose it is called is who receives it."""
    return _SOURCE_OF.search(sentence.text[: token.left_edge.idx]) is not None


_SOURCE_OF: Final = re.compile(
    r"\b(?:sources?|origins?|contributors?|providers?)\s+(?:of|to|for)\s+(?:the\s+)?$", re.IGNORECASE
)


def _gone_to(indicator: Indicator, sentence: Sentence, token: Token) -> str | None:
    """As in "32 percent of Ireland's food exports went to Britain", "half of the imports came from China": the country behind the verb."""
    leads = _GOES.get(indicator)
    found = leads.match(sentence.text, token.idx + len(token)) if leads is not None else None
    if found is not None and sentence.text.startswith("there", found.end()):
        before = [m.code for m in sentence.mentions if m.end <= token.idx and m.use not in {"adjective", "demonym"}]
        return before[-1] if before and trades(before[-1]) else None
    named = (m for m in sentence.mentions if found is not None and m.start == found.end() and m.use != "adjective")
    return next((m.code for m in named if trades(m.code)), None)


def _arrived(sentence: Sentence, token: Token) -> tuple[str, str | None] | None:
    """As in "more investment came to India from Mauritius", "remittances flowed into Nepal": to whom, and from whom."""
    led = _COME_TO.match(sentence.text, token.idx + len(token))
    to = next((m for m in sentence.mentions if led is not None and m.start == led.end()), None)
    if to is None or not trades(to.code) or to.use == "adjective":
        return None
    led = _THEN_FROM.match(sentence.text, to.end)
    origin = next((m for m in sentence.mentions if led is not None and m.start == led.end()), None)
    return to.code, origin.code if origin is not None and trades(origin.code) and origin.code != to.code else None


_COME_TO = re.compile(
    r"(?:\s+\([A-Z]+\)|\))?\s+(?:that\s+)?(?:came|comes?|flow(?:ed|s)|went|goes|entered|poured|arrived)\s+(?:in\s+)?(?:(?:to|into)\s+)?(?:the\s+)?"
)
_THEN_FROM = re.compile(r"\s+(?:mainly\s+|mostly\s+)?from\s+(?:the\s+)?")


_SUM = r"(?:\s+(?:of|worth)\s+(?:[\w.,$\u20ac\u00a3]+\s){1,3}?[\w.,$\u20ac\u00a3]+)?"
_HOW = r"(?:(?:mainly|mostly|directly|largely|now|also|once)\s+)?"
_GOES: Final = {
    "investment": re.compile(
        rf"{_SUM}(?:\s+abroad)?\s+{_HOW}(?:went|goes|go|flowed|flows|headed)\s+{_HOW}(?:to|into)\s+(?:the\s+)?"
    ),
    "exports": re.compile(
        rf"{_SUM}\s+{_HOW}(?:went|goes|go|headed|(?:was|were|is|are|being)\s+{_HOW}(?:shipped|sent|sold|destined|directed|bound|delivered))\s+{_HOW}(?:to|for)\s+(?:the\s+)?"
    ),
    "imports": re.compile(
        rf"{_SUM}\s+{_HOW}(?:came|comes?|originat(?:ed?|es)|(?:was|were|is|are)\s+{_HOW}(?:bought|sourced|shipped|purchased))\s+{_HOW}(?:from|in)\s+(?:the\s+)?"
    ),
}
"""Between the word for a flow and the country that it goes to or comes from."""


def _owed_abroad(sentence: Sentence, token: Token) -> bool:
    """As in "a foreign debt of", "its 68 billion dlr debt to commercial banks"."""
    behind = token.idx + len(token)
    return bool(_FOREIGN.search(sentence.text[token.left_edge.idx : token.idx]) or _TO_ALL.match(sentence.text, behind))


_TO_ALL = re.compile(
    r"\s+to\s+(?:its\s+|the\s+)?(?:western|foreign|commercial|overseas|international|bank)\b", re.IGNORECASE
)


def _visited(sentence: Sentence, token: Token) -> str | None:
    """As in "tourists visiting Kenya", "visitors who came to Fiji"."""
    near = re.match(
        r"\s+(?:visiting|travelling to|traveling to|coming to|arriving in)\s+(?:the\s+)?",
        sentence.text[token.idx + len(token) :],
    )
    if near:
        at = token.idx + len(token) + near.end()
        return next((m.code for m in sentence.mentions if m.start == at), None)
    for clause in token.children:
        if clause.dep in {"acl", "relcl"} and clause.lemma in {
            "visit",
            "come",
            "travel",
            "arrive",
            "fly",
            "enter",
            "head",
        }:
            behind = [m for m in sentence.mentions if 0 < m.start - clause.idx < _LONGEST_VISIT]
            return behind[0].code if behind else None
    return None


def _maker(sentence: Sentence, token: Token) -> str | None:
    """As in "the shipment of 2 mln barrels will be made by the Saudis"."""
    if token.dep != "nsubjpass":
        return None
    for agent in token.head.children:
        named = object_of(agent) if agent.dep == "agent" else None
        if named is not None and (mention := sentence.mention_at(named)):
            return mention.code
    return None


def _received(sentence: Sentence, token: Token, near: Near, memory: Memory) -> dict[str, str | None]:
    """As in "Bangladesh got a total of $4.9 billion in remittances from different countries": who gets them, and from whom."""
    verb = token
    for _ in range(_STEPS_OUT):
        verb = verb.head
        taken_in = verb.lemma in _TAKES_IN and any(
            c.lower == "in" and c.dep in {"prt", "advmod"} for c in verb.children
        )
        if (verb.lemma in _GETS or taken_in) and verb.pos == "VERB":
            receiver = sentence_subject(sentence, token, memory)
            return {"partner": receiver, "reporter": near.first("from") or "WLD"} if receiver else {}
    return {}


_STEPS_OUT = 6
_TAKES_IN = words("take bring pull rake draw")
_GETS = words("get receive earn attract collect fetch obtain draw")


def _from_all(sentence: Sentence, token: Token) -> bool:
    """As in "Foreign direct investment in Morocco reached 21.6 billion": the subject, and no investor is named."""
    subject = token.dep in {"nsubj", "nsubjpass"} and _FOREIGN_MONEY.search(sentence.text[token.left_edge.idx :])
    inside = {m.code for m in sentence.mentions if token.left_edge.idx <= m.start <= token.right_edge.idx}
    return bool(subject) and len(inside) == 1


_FOREIGN_MONEY = re.compile(r"\b(?:foreign|overseas|FDI|inward)\b", re.IGNORECASE)


def _left_with(sentence: Sentence, token: Token) -> str | None:
    """As in "leaving Jakarta with a surplus of 115 million", "which gave Poland a deficit": who ends up with it."""
    begin = token.left_edge.idx
    for mention in sentence.mentions:
        if mention.end < begin and _WITH_A.fullmatch(sentence.text, mention.end, begin):
            return mention.code if _LEAVES.search(sentence.text[: mention.start]) else None
    return None


_WITH_A = re.compile(r"\s+(?:with\s+)?")
_LEAVES = re.compile(
    r"\b(?:leav(?:e|es|ing)|left|giv(?:es?|ing)|gave|hand(?:s|ed|ing)|saddl(?:es|ed|ing))\s+(?:the\s+)?$"
)


def _whose_clause(sentence: Sentence, token: Token) -> str | None:
    """As in "the surplus Japan saw in its trade with Korea"."""
    for clause in token.children:
        if clause.dep == "relcl":
            for word in clause.children:
                if word.dep == "nsubj" and (mention := sentence.mention_at(word)):
                    return mention.code
    return None


def _gapped_owner(sentence: Sentence, token: Token) -> str | None:
    """As in "Germany posted a surplus of 31 billion and Japan a 76 billion dlr surplus": whose name stands before the phrase."""
    begin = token.left_edge.idx
    last = next((m for m in reversed(sentence.mentions) if m.end <= begin), None)
    if last is None or _NEXT_PHRASE.fullmatch(sentence.text[last.end : begin]) is None:
        return None
    return last.code if _JOINED.search(sentence.text[: last.start]) else None


_NEXT_PHRASE = re.compile(r"\s+|\s+(?:a|an|its)\s+")
_JOINED = re.compile(r"(?:,|;|\band|\bwhile|\bagainst|,\s+with)\s+(?:the\s+)?$")
