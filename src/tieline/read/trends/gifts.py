"""More or less money that goes from one country to another, without a figure: "Beijing now gives fewer loans to Angola"."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.model.claims import Quote, Trend
from tieline.model.confidence import CONFIDENCE
from tieline.model.vocabulary import Indicator
from tieline.read.frames.subjects import country_of_phrase, subject_of
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.memory import Memory
from tieline.read.syntax.tokens import Token
from tieline.read.trends.clauses import is_wish
from tieline.read.trends.members import row_at
from tieline.read.trends.times import modality_at, period_near
from tieline.read.words.trade import MORE_OR_LESS

_VERBS: Final[dict[str, Indicator | None]] = {
    **dict.fromkeys(("give", "provide", "offer", "extend", "grant", "send", "pour", "put", "pump"), None),
    "lend": "debt",
    "invest": "investment",
}
_PUT: Final = frozenset({"pour", "put", "pump"})
"""Verbs of giving, with what they tell of themselves; of the others the noun behind them does."""
_NOUNS: Final[dict[str, Indicator]] = {
    **dict.fromkeys(("aid", "help", "assistance", "grant", "support"), "aid"),
    **dict.fromkeys(("loan", "credit"), "debt"),
    **dict.fromkeys(("investment", "capital"), "investment"),
}
_THERE: Final = re.compile(r"\b(?:to|in|into|for)\s+(?:the\s+|neighbou?ring\s+)?$")
_RIGHT_BEHIND: Final = re.compile(r"\s+(?:the\s+)?")
_AGAINST: Final = re.compile(
    r"\bthan\s+(?:(?:to|in|into|for|it|they|any|all|the|other)\s+)*(?:[A-Z]|others?\b|any(?:one|body))|\bthan\s+(?:(?:those|that)\s+(?:of|from)\s+)?(?:any(?:one|body)?|all|it|they)\b"
)
_BESIDE: Final = 16


def read_gifts(sentence: Sentence, story: Story, memory: Memory) -> list[Trend]:
    """A trend for each verb by which a country gives, lends or invests more than before, or less."""
    if len(sentence.mentions) < _PAIR or _AGAINST.search(sentence.text):
        return []
    return [
        trend
        for verb in sentence.tokens
        if verb.lemma in _VERBS and verb.pos == "VERB"
        for trend in _trends_of(sentence, verb, story, memory)
    ]


def may_give_more(sentence: Sentence) -> bool:
    """The words tell more or less of what is given to another (asked before the sentence is parsed)."""
    return len({m.code for m in sentence.mentions}) >= _PAIR and _GIVES_MORE.search(sentence.text) is not None


_GIVES_MORE: Final = re.compile(
    r"\b(?:giv|gave|send|sent|grant|provid|offer|extend|deliver)\w*\s+(?:[\w-]+\s+){0,4}?(?:more|less)\s+(?:(?:[\w-]+\s+)?(?:aid|assistance|help)\b|to\b)"
    r"|\b(?:pour|pump|plough|plow|put|channel|sink)\w*\s+(?:ever\s+|much\s+)?(?:more|less)\s+(?:money|capital|cash)\s+into\b"
)
_PAIR: Final = 2


def _trends_of(sentence: Sentence, verb: Token, story: Story, memory: Memory) -> list[Trend]:
    if is_wish(verb) or any(c.dep == "neg" for c in verb.children):
        return []
    told = next((c for c in verb.children if c.dep in {"dobj", "advmod"} and c.i > verb.i), None)
    objects = [c for c in verb.children if c.dep in {"dobj", "dative", "oprd", "advmod"} and c.i > verb.i]
    word = next((w for c in objects for w in (c, *c.children) if w.lower in MORE_OR_LESS), None)
    if told is None or word is None or any(abs(f.start - word.idx) < _BESIDE for f in sentence.figures):
        return []
    noun = word.head if word.head.i != verb.i else None
    indicator = _VERBS[verb.lemma] or (_NOUNS.get(noun.lemma) if noun is not None else None)
    if noun is not None and noun.lemma in {"money", "cash"} and verb.lemma in _PUT:
        indicator = "investment"
    if noun is None and verb.lemma in {"give", "send"} and word.dep in {"dobj", "advmod"}:
        indicator = "aid"  # "has given more to Fiji"
    subject, passive = subject_of(verb)
    giver = country_of_phrase(sentence, subject, memory) if subject is not None and not passive else None
    behind = verb.idx + len(verb)
    receiver = next(
        (
            m
            for m in sentence.mentions
            if m.start >= behind
            and trades(m.code)
            and m.use not in {"adjective", "demonym"}
            and (_THERE.search(sentence.text[: m.start]) or _RIGHT_BEHIND.fullmatch(sentence.text, behind, m.start))
        ),
        None,
    )
    if indicator is None or giver is None or receiver is None or giver == receiver.code or not trades(giver):
        return []
    last = max(receiver.end, word.idx + len(word))
    period = period_near(sentence, verb.idx, last, wide=True)[0]
    carried = ("period",) if period is None and memory.period is not None else ()
    modality = modality_at(sentence, verb)
    return [
        Trend(
            document=story.document.id, version=story.document.version_id, quote=Quote.of(story.document.text, sentence.start + verb.idx, sentence.start + last),
            indicator=indicator, reporter=giver, partner=code, period=period or memory.period,
            direction="up" if word.lower == "more" else "down", modality=modality, inferred=carried, confidence=CONFIDENCE["turn-of-speech"],
        )
        for code in dict.fromkeys(m.code for m in row_at(sentence, receiver.start))
        if code != giver
    ]  # fmt: skip
