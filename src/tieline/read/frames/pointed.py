"""Countries that a word stands for: "goods worth 3 million were exported there", "the US, to which it sold", "its exports there"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.ranked import BUYERS, RANKED_BEHIND
from tieline.read.frames.verb_clause import VerbClause
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import Frame, Memory
from tieline.read.story.topic import sides_of_flow
from tieline.read.syntax.tokens import Token

THERE: Final = re.compile(r"\s+(?:from\s+|to\s+)?there\b")
"""Right behind a flow: "exports there"."""
_THERE_LATER: Final = re.compile(r"(?:[^.;,:]|[.,](?=\d)){0,60}?\s(?P<from>from\s+)?there\b")
_WHICH: Final = re.compile(r",?\s+(?P<prep>to|from)\s+(?:which|whom|where)\b")
_ABROAD: Final = re.compile(r"\b(?:abroad|overseas)\b")
"""As in "what they sell abroad and what they buy there": in no one country."""
_SOON: Final = 50
"""Characters from "to which" to its verb."""


def pointed_at(clause: VerbClause, prep: str) -> str | None:
    """The country behind such a preposition of a verb, where a word stands for it: "there", "to which"."""
    text, token = clause.sentence.text, clause.token
    if (lead := _before_which(clause)) is not None:
        return lead.code if _leads(text, lead, prep) else None
    found = _THERE_LATER.match(text, token.idx + len(token)) if "there" in text else None
    if found is None or bool(found["from"]) != (prep == "from") or _ABROAD.search(text, 0, token.idx):
        return None
    memory = clause.memory
    if (pair := _pair_there(clause)) is not None and not found["from"]:
        return pair[1]
    likely = frozenset({clause.who, memory.hub.owner, memory.teller, memory.ranks})
    return there(clause.sentence, token, memory, likely) or there(
        clause.sentence, token, memory, frozenset({clause.who})
    )


def there(sentence: Sentence, token: Token, memory: Memory, but: frozenset[str | None]) -> str | None:
    """The country named last before a word, else in the sentence before, that is none of some: where "there" is."""
    before = [m for m in sentence.mentions if m.end <= token.idx and trades(m.code) and m.use != "adjective"]
    before = [
        m for m in before if sentence.text[m.end : m.end + 2] not in {"'s", "\u2019s"}
    ]  # nor "Suriname's former ruler"
    beside = [m.code for m in before if not RANKED_BEHIND.search(sentence.text[: m.start])]  # not "after Australia"
    named = [*(code for code in memory.recent if trades(code)), *beside]
    return next((code for code in reversed(named) if code not in but), None)


def at_the_market(frame: Frame, sentence: Sentence) -> tuple[str, str] | None:
    """As in "Peru remained Chile's biggest market as sales there rose": whose market it is, whose sales they are, and which."""
    behind = frame.token.idx + len(frame.token)
    if frame.indicator != "exports" or THERE.match(sentence.text, behind) is None:
        return None
    before = [m for m in sentence.mentions if m.end <= frame.token.idx and trades(m.code)]
    for one, two in pairwise(before):
        ranked = _IS.fullmatch(sentence.text, one.end, two.start) and _MARKET.match(sentence.text, two.end)
        if ranked and one.code != two.code:
            return two.code, one.code
    return None


_IS: Final = re.compile(r"\s+(?:is|was|remains|remained|became|becomes|stayed|ranked as)\s+(?:the\s+)?")
_MARKET: Final = re.compile(rf"['’]s?\s+(?:[\w-]+\s+){{0,4}}?(?:{BUYERS})\b")


def who_points(clause: VerbClause) -> str | None:
    """As in "Israel's biggest market is the US, to which it sold": who "it" is, beside the country that is pointed at."""
    lead = _before_which(clause)
    if lead is None and (pair := _pair_there(clause)) is not None:
        return pair[0]
    if lead is None or clause.subject is None or clause.subject.pos != "PRON":
        return clause.who
    owners = (
        m.code
        for m in clause.sentence.mentions
        if m.end < lead.start and clause.sentence.text[m.end : m.end + 1] in "'’"
    )
    return next((code for code in owners if code != lead.code), clause.who)


def _pair_there(clause: VerbClause) -> tuple[str, str] | None:
    """As in "what Togo sells to Malta. The country also sends rice there": who sold last, and to whom."""
    subject, memory, text = clause.subject, clause.memory, clause.sentence.text
    if subject is None or clause.passive or subject.lemma not in _DESCRIBES or "there" not in text:
        return None
    behind = _THERE_LATER.match(text, clause.token.idx + len(clause.token))
    flow = memory.flow if clause.sentence.index - memory.flow_sentence <= _JUST_TOLD else None
    named = any(m.end <= clause.token.idx for m in clause.sentence.mentions)
    if behind is None or behind["from"] or flow is None or named or _ABROAD.search(text, 0, clause.token.idx):
        return None
    seller, buyer = sides_of_flow(flow.indicator, flow.reporter, flow.partner)
    if seller in {None, "WLD"}:
        return None
    place = buyer if buyer not in {None, "WLD"} else there(clause.sentence, clause.token, memory, frozenset({seller}))
    return (str(seller), place) if place is not None else None


_DESCRIBES: Final = frozenset({"country", "nation", "kingdom", "we", "it", "they"})
_JUST_TOLD: Final = 2


def _before_which(clause: VerbClause) -> Mention | None:
    if "which" not in clause.sentence.text and "whom" not in clause.sentence.text:
        return None
    before = [m for m in clause.sentence.mentions if m.end <= clause.token.idx and trades(m.code)]
    for mention in reversed(before):
        found = _WHICH.match(clause.sentence.text, mention.end)
        if found is not None and clause.token.idx - found.end() < _SOON and mention.use != "adjective":
            return mention
    return None


def _leads(text: str, mention: Mention, prep: str) -> bool:
    found = _WHICH.match(text, mention.end)
    return found is not None and found["prep"] == prep
