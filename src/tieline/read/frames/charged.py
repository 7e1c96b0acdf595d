"""Rates of duty that no noun tells: "rice crackers from Peru are charged 10 percent", "Seoul taxes Chilean wine at 8 percent".

Whoever charges levies; whose goods are charged, or pay, bears it.  What a bank charges or a person pays is none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from tieline.model import lazy_re as re
from tieline.read.frames.subjects import country_of_phrase, sentence_subject, subject_of
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.goods import Good, good_of_phrase
from tieline.read.story.memory import Frame, Memory
from tieline.read.syntax.tokens import Token

_VERBS: Final = frozenset({"charge", "tax", "levy", "assess", "surcharge", "put", "slap", "impose", "hit", "collect"})
_BEARS: Final = frozenset({"pay", "face", "attract", "incur"})
_ANSWERS: Final = frozenset({"hit", "answer", "retaliate", "respond", "counter", "strike"})
_WITH_RATE: Final = re.compile(r"\s+(?:back\s+)?with\s+(?:(?:a|an|about|up\s+to|its\s+own)\s+)*")
"""Behind a verb that answers a duty: "hit back with 8 percent on Chilean soap"."""
_WORD: Final = re.compile(
    r"\b(?:answer|retaliat|respond|counter|struck|collect|charg|tax|lev|assess|surcharg|pay|paid|fac|attract|incur|hit|put|slap|impos|rates?\s+(?:on|for)\b)",
    re.IGNORECASE,
)
_TO_RATE: Final = re.compile(
    r"\s+(?:(?:at|a|an|about|some|only|just|up\s+to|nearly|almost|over|between|from|with|another|a\s+further|an\s+extra|an\s+additional|a\s+rate\s+of)\s+)*"
)
_NO_DUTY: Final = re.compile(
    r"\b(?:interest|loans?|banks?|credits?|commission|mortgages?|incomes?|salar(?:y|ies)|wages?|royalt(?:y|ies)|dividends?|profits?|cards?|insurers?|investors?|companies|corporate|turnover|sales tax|VAT)\b",
    re.IGNORECASE,
)
_GOODS: Final = re.compile(r"\b(?:goods|products?|imports?|shipments?|cargoes|items|wares|those)\b", re.IGNORECASE)
_SOLD_INTO: Final = re.compile(
    r"\b(?:entering|enter|entry\s+(?:in)?to|reaching|in|into|to|at|by)\s+(?:the\s+)?$", re.IGNORECASE
)
_ON: Final = re.compile(
    r"\b(?:on|against)\s+(?:[\w,-]+\s+){0,5}?(?:from\s+|of\s+|made\s+in\s+)?(?:the\s+)?$", re.IGNORECASE
)
_ON_WHICH: Final = re.compile(r",?\s+on\s+(?:which|whose\s+\w+)\s+$")
_RATES_ON: Final = re.compile(
    r"\brates?\s+(?:on|for)\s+(?:those|goods|products|imports|shipments|(?:[a-z-]+\s+){0,2}[a-z-]+)\s+(?:from|of|made\s+in)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_JOINT: Final = re.compile(r"\s*(?:,|,?\s*and|or)\s*(?:the\s+)?")


def charged_frames(sentence: Sentence, frames: list[Frame], goods: list[Good], memory: Memory) -> list[Frame]:
    """The frames of rates that only a verb tells, or "the rate on those from", in order; none beside a duty."""
    text = sentence.text
    rates = [f for f in sentence.figures if f.kind == "percent" and not f.signed]
    if not rates or _WORD.search(text) is None or _NO_DUTY.search(text):
        return []
    found = []
    for token in sentence.tokens:
        if token.lemma not in _VERBS | _BEARS | _ANSWERS or token.tag[:1] != "V":
            continue
        leads = _WITH_RATE if token.lemma in _ANSWERS else _TO_RATE
        rate = next((f for f in rates if leads.fullmatch(text, token.idx + len(token), f.start)), None)
        rate = rate or _behind_goods(text, token, rates) or _of_clause(text, token, rates)
        if rate is None or _OF_DUTY.match(text, rate.end) or any(f.start <= token.idx < f.end for f in frames):
            continue
        frame = _charged(sentence, token, rate, goods, memory) or _paid_on(sentence, token, rate, goods, memory)
        if frame is not None:
            found += [frame, *_rows_on(sentence, frame, rate, rates, goods)]
    told = _rates_on(sentence, found, memory)
    return [*found, told] if told is not None else found


_OF_DUTY: Final = re.compile(r"\s+(?:[\w-]+\s+){0,3}(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|surcharges?|tax(?:es)?)\b")
"""Behind a rate whose noun tells it."""
_GOODS_AT: Final = re.compile(r"\s+[^,;.:%]{3,60}\s(?:at|by)\s+(?:a\s+rate\s+of\s+|about\s+|up\s+to\s+)?")


def _behind_goods(text: str, token: Token, rates: list[Figure]) -> Figure | None:
    """As in "taxes Chilean wine at 8 percent"."""
    return next(
        (f for f in rates if token.lemma in _VERBS and _GOODS_AT.fullmatch(text, token.idx + len(token), f.start)), None
    )


def _of_clause(text: str, token: Token, rates: list[Figure]) -> Figure | None:
    """As in "the 9% it charges on Peruvian shoes": the rate that the clause hangs on."""
    if token.lemma not in _VERBS:
        return None
    return next((f for f in reversed(rates) if f.end <= token.idx and _THAT_IT.fullmatch(text, f.end, token.idx)), None)


_THAT_IT: Final = re.compile(
    r"\s+(?:that\s+|which\s+)?(?:it|they|he|she|[A-Z][\w.]+(?:\s[A-Z]\w+)?|the\s+[\w-]+(?:\s\w+)?)\s+(?:now\s+|currently\s+|has\s+|have\s+|had\s+)?"
)
"""Between a rate and the verb of whoever levies it."""


def _rows_on(sentence: Sentence, frame: Frame, rate: Figure, rates: list[Figure], goods: list[Good]) -> list[Frame]:
    """As in "and the 14% on soap", "and 30 percent on its beans": further rates by the same on the same, on other goods."""
    out: list[Frame] = []
    text, since = sentence.text, max(rate.end, frame.end)
    for other in (f for f in rates if f.start >= since):
        lead = _AND_RATE.search(text[since : other.start])
        on = _ON_GOOD.match(text, other.end) if lead is not None else None
        if on is None or any(m.start == on.end() for m in sentence.mentions):
            break
        good = next((g for g in goods if 0 <= g.start - on.end() < _GOOD_BEHIND), None)
        token = next((t for t in sentence.tokens if t.idx + len(t) > other.start), None)
        if good is None or token is None:
            break
        out.append(replace(frame, token=token, good=good, start=other.start, end=good.end))
        since = other.end
    return out


_GOOD_BEHIND: Final = 24
_AND_RATE: Final = re.compile(r"(?:,|\band|\bbut|;)\s+(?:(?:the|a|an|only|up\s+to|some|about)\s+)*$")
_ON_GOOD: Final = re.compile(r"\s+(?:on|for)\s+(?:its\s+|their\s+|the\s+)?(?!those\b)")


_WHEN_SENT: Final = re.compile(
    r"\s+(?:when|if|whenever)\s+(?:they|it|he|she)\s+(?:send|ship|sell|export|want\s+to\s+sell)s?\s+"
)
"""Behind a rate: "pay 17 percent when they send asparagus to India"."""


def _paid_on(sentence: Sentence, token: Token, rate: Figure, goods: list[Good], memory: Memory) -> Frame | None:
    """As in "Chile, which pays 20% on the fruit that it ships to Korea": who pays bears it, whoever it sells to levies it."""
    on = (
        (_ON_GOOD.match(sentence.text, rate.end) or _WHEN_SENT.match(sentence.text, rate.end))
        if token.lemma in {"pay", "face"}
        else None
    )
    good = next((g for g in goods if on is not None and 0 <= g.start - on.end() < _GOOD_BEHIND), None)
    if good is None:
        return None
    subject, passive = subject_of(token)
    bearer = country_of_phrase(sentence, subject, memory) if subject is not None and not passive else None
    if bearer is None and subject is not None and not passive:
        bearer = _inside(subject, token.idx, [m for m in sentence.mentions if trades(m.code)])
    named = (m for m in sentence.mentions if m.start >= good.end and m.code != bearer and trades(m.code))
    levier = next((m.code for m in named if _SOLD_INTO.search(sentence.text[: m.start])), None)
    if bearer is None or levier is None or not trades(bearer):
        return None
    return _frame(sentence, token, levier, bearer, goods, token.idx, rate, memory, None)


def _charged(sentence: Sentence, token: Token, rate: Figure, goods: list[Good], memory: Memory) -> Frame | None:
    subject, passive = subject_of(token)
    passive = passive or token.lemma in _BEARS or any(c.dep == "auxpass" for c in token.children)
    named = [m for m in sentence.mentions if trades(m.code)]
    if passive:
        if subject is None or not _is_of_goods(sentence, subject, token.idx, goods):
            return None
        bearer = country_of_phrase(sentence, subject, memory) or _inside(subject, token.idx, named)
        levier = next((m.code for m in named if m.code != bearer and _SOLD_INTO.search(sentence.text[: m.start])), None)
        if levier is None:  # "Trump said imports from Mexico would be hit with 30 percent"
            teller = sentence_subject(sentence, token, memory)
            levier = teller if teller not in {None, bearer} and not _of_those(sentence, teller) else None
        begin = subject.left_edge.idx
    else:
        behind = [m for m in named if m.start > token.idx]
        bearer = next((m.code for m in behind if m.use == "adjective" or _ON.search(sentence.text[: m.start])), None)
        levier = country_of_phrase(sentence, subject, memory) if subject is not None else None
        if bearer is None and subject is not None and _ON_WHICH.search(sentence.text[: subject.left_edge.idx]):
            before = [m for m in named if m.end <= subject.left_edge.idx]
            bearer = before[-1].code if before else None  # "Chinese machines, on which Georgia has put 12 percent"
        begin = token.idx
        if not (goods or _GOODS.search(sentence.text)) or bearer is None:
            return None
    return _frame(sentence, token, levier, bearer, goods, begin, rate, memory, subject if passive else None)


def _frame(
    sentence: Sentence,
    token: Token,
    levier: str | None,
    bearer: str | None,
    goods: list[Good],
    begin: int,
    rate: Figure,
    memory: Memory,
    taxed: Any,
) -> Frame | None:
    """Who levies and who bears, where the words leave one open that the last duty told."""
    told = memory.tariff
    inferred: tuple[str, ...] = ()
    if told is not None and sentence.index - memory.tariff_sentence <= _REMEMBERED:
        if levier is None and bearer != told.reporter:
            levier, inferred = told.reporter, ("reporter",)
        if bearer is None and levier == told.reporter:
            bearer, inferred = told.partner, ("partner",)
    if levier is None and memory.pair and bearer in memory.pair:
        other = next(c for c in memory.pair if c != bearer)
        levier, inferred = (None if _of_those(sentence, other) else other), ("reporter",)
    if levier is None or bearer is None or levier == bearer or not (trades(levier) and trades(bearer)):
        return None
    good = next((g for g in goods if begin <= g.start and abs(g.start - rate.start) < _REACH), None)
    if taxed is not None:
        good = good_of_phrase(sentence, taxed, goods) or good
    return Frame(
        token,
        "tariff",
        levier,
        bearer,
        good,
        start=min(begin, token.idx),
        end=token.idx + len(token),
        inferred=inferred,
    )


def _of_those(sentence: Sentence, code: str | None) -> bool:
    """As in "and those from Brazil with 50 percent": another whose goods bear a rate."""
    return any(m.code == code and _GOODS_FROM.search(sentence.text[: m.start]) for m in sentence.mentions)


_GOODS_FROM: Final = re.compile(r"\b(?:those|goods|products|imports|shipments)\s+(?:from|of)\s+(?:the\s+)?$")
_REMEMBERED: Final = 8
_REACH: Final = 90


def _is_of_goods(sentence: Sentence, subject: Token, until: int, goods: list[Good]) -> bool:
    words = sentence.text[subject.left_edge.idx : until]
    return any(subject.left_edge.idx <= g.start < until for g in goods) or _GOODS.search(words) is not None


def _inside(subject: Token, until: int, named: list[Mention]) -> str | None:
    """As in "goods made in Peru": the country in the phrase of the goods."""
    return next((m.code for m in named if subject.left_edge.idx <= m.start < until), None)


def _rates_on(sentence: Sentence, found: list[Frame], memory: Memory) -> Frame | None:
    """As in "the rates on those from India and Japan will be from 6% to 9%": of all that the list names."""
    led = _RATES_ON.search(sentence.text)
    if led is None:
        return None
    row: list[Mention] = []
    for mention in sentence.mentions:
        if mention.start == led.end() or (row and _JOINT.fullmatch(sentence.text, row[-1].end, mention.start)):
            row.append(mention)
    told = found[-1] if found else memory.tariff
    token = next((t for t in sentence.tokens if t.idx >= led.start()), None)
    rate = next((f for f in sentence.figures if row and f.start >= row[-1].end and f.kind == "percent"), None)
    if not row or told is None or token is None or rate is None or told.reporter in {m.code for m in row}:
        return None
    partners = tuple(m.code for m in row)
    return Frame(
        token, "tariff", told.reporter, partners[0], told.good, start=led.start(), end=row[-1].end, inferred=("reporter",),
        partners=partners if len(partners) > 1 else (),
    )  # fmt: skip
