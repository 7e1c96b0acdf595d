"""The two sides of money: who gives and who receives, by the words round a sum, and what kind of money it is.

The subject gives, or that of the verb which governs an infinitive; who receives stands right behind the verb ("lent
Chad 5 million"), behind a preposition after the sum ("into farms in Chad"), or was spoken of just before.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.deposits import bank_behind
from tieline.read.frames.phrase import DESCRIPTION
from tieline.read.frames.subjects import sentence_subject, shares_verb
from tieline.read.frames.verb_clause import VerbClause
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import GIVEN
from tieline.read.words.money import kind_of_money
from tieline.read.words.trade import words

_REMEMBERED: Final = 3

_REACH: Final = 130
"""Characters behind a sum in which the words may lead to who receives it."""


def giver_of(clause: VerbClause) -> str | None:
    """The country of the subject, of an infinitive that of the verb which governs it ("signed an agreement to lend Chad")."""
    if clause.who is not None or clause.passive:
        return clause.who
    hangs_on = clause.token.dep in {"acl", "xcomp", "advcl", "ccomp", "conj", "relcl"} and clause.token.tag in {
        "VB",
        "VBG",
        "VBD",
        "VBN",
    }
    return sentence_subject(clause.sentence, clause.token, clause.memory) if hangs_on else None


def receiver_behind(clause: VerbClause) -> str | None:
    """As in "lend PNG AU$600 million": the country right behind the verb, before the sum."""
    behind = clause.token.idx + len(clause.token)
    named = next((m for m in clause.sentence.mentions if m.start >= behind), None)
    if (
        named is None
        or not trades(named.code)
        or _ONLY_ARTICLE.fullmatch(clause.sentence.text, behind, named.start) is None
    ):
        return None
    after = next((f for f in clause.sentence.figures if f.start >= named.end), None)
    led = after is not None and _TO_SUM.fullmatch(clause.sentence.text, named.end, after.start)
    return named.code if led else None


_ONLY_ARTICLE = re.compile(r"\s+(?:back\s+)?(?:(?:the|neighbou?ring|war-torn|its\s+(?:ally|neighbou?r))\s+)*")

_TO_SUM = re.compile(r"(?:'s?)?\s+(?:[\w-]+\s+){0,3}?\(?")


def receiver_led_to(clause: VerbClause, *, giver: str | None) -> str | None:
    """As in "put 4.5 million into the second phase of the Fund for a Resilient Ukraine": the first country that words of giving lead to."""
    money = sum_behind(clause)
    if money is None:
        return None
    text = clause.sentence.text
    for mention in clause.sentence.mentions:
        if mention.start < money.end or mention.code == giver or not trades(mention.code):
            continue
        gap = text[money.end : mention.start]
        described = DESCRIPTION.search(gap) is not None or shares_verb(clause.sentence, mention)
        if described or len(gap) > _REACH or _LEAVES.search(gap) or _ASIDE.search(gap):
            return None
        if _LEADS.search(gap) is not None:
            return mention.code
    return None


_LEADS = re.compile(r"\b(?:to|into|for|in|towards?|on)\s+(?!by\b)(?:[^\s,;]+\s+){0,9}?$")

_LEAVES = re.compile(
    r";|\.\s|\b(?:while|whereas|but|which|who|said|says|after|since|as well as|compared|than|against|ahead of|together with|behind)\b|,\s+(?:and|with|up|down)\b"
)

_ASIDE = re.compile(r"\b(?:from|by|via|through|with|of\s+its)\s+(?:the\s+)?$")


def receiver_told(clause: VerbClause) -> str | None:
    """As in "Norway pledged 5 million", in a story of the aid for Chad: whom the story's money is for."""
    head = clause.token.head if clause.token.dep == "relcl" else None
    given = head is not None and any(f.kind == "money" and f.start <= head.idx < f.end for f in clause.sentence.figures)
    if clause.token.lemma not in _PLEDGING or clause.who is None or not (given or sum_behind(clause)):
        return None
    code = money_is_for(clause.sentence)
    return code if code != clause.who else None


_PLEDGING = words("pledge promise commit give donate provide contribute announce allocate earmark offer")


def money_is_for(sentence: Sentence) -> str | None:
    """Whom the aid of the last sentences is for: "the aid promised to Ukraine", "Ukraine's donors"."""
    line: Sentence | None = sentence
    for _ in range(_STORY):
        if line is None:
            return None
        for mention in line.mentions:
            if trades(mention.code) and (
                _AID_TO.search(line.text[: mention.start]) or _ITS_DONORS.match(line.text, mention.end)
            ):
                return mention.code
        line = line.before
    return None


_STORY = 8

_AID_TO = re.compile(
    r"\b(?:aid|support|assistance|help|relief|donations?|weapons|grants?|commitments?|pledges?)\b[^.;:]{0,40}?\b(?:to|for)\s+(?:the\s+)?(?:war-torn\s+|people\s+of\s+|victims\s+in\s+)?$",
    re.IGNORECASE,
)

_ITS_DONORS = re.compile(r"(?:'s?)?\s+(?:[Dd]onors?|[Ss]upport\s+[A-Z]|[Aa]id\s+[A-Z]|[Aa]ppeal)\b")


def described_before(clause: VerbClause, giver: str | None) -> str | None:
    """As in "promised the country another 5 million": who received just before."""
    money = sum_behind(clause)
    end = money.end + NEAR_SUM if money is not None else len(clause.sentence.text)
    told = DESCRIPTION.search(clause.sentence.text, clause.token.idx, end) or _PRONOUN.search(
        clause.sentence.text, clause.token.idx, end
    )
    pair = last_given(clause)
    others = [code for code in reversed(pair) if code not in {None, "WLD", giver}]
    return others[0] if told and others else None


_PRONOUN = re.compile(r"\b(?:it|them|there)\b")


def sum_behind(clause: VerbClause) -> Figure | None:
    """The sum that the verb leads to."""
    return next((f for f in clause.sentence.figures if f.kind == "money" and f.start > clause.token.idx), None)


def last_given(clause: VerbClause) -> tuple[str | None, str | None]:
    """Who gave to whom just before."""
    last = clause.memory.frame
    near = clause.sentence.index - clause.memory.frame_sentence <= _REMEMBERED
    return (last.reporter, last.partner) if last is not None and near and last.indicator in GIVEN else (None, None)


def kind_round_sum(clause: VerbClause, default: Indicator) -> Indicator:
    """The kind of money that the words round the sum tell, else what was spoken of just before."""
    money = sum_behind(clause)
    end = money.end + NEAR_SUM if money is not None else None
    begin = clause.token.idx + len(clause.token)
    in_bank = bank_behind(clause.sentence, begin, clause.who) is not None
    told: Indicator | None = "debt" if in_bank else None
    told = told or kind_of_money(clause.sentence.text[begin:end]) or kind_of_money(clause.sentence.text[begin:])
    last = clause.memory.frame if last_given(clause)[0] else None
    return told or (last.indicator if last is not None else default)


NEAR_SUM = 70


def kind_before(sentence: Sentence) -> Indicator | None:
    """The kind of money that the sentences before speak of, the nearest first: where this one has a sum and no word for it."""
    line = sentence.before
    for _ in range(_REMEMBERED):
        if line is None:
            return None
        if (told := kind_of_money(line.text)) is not None:
            return told
        line = line.before
    return None


DIRECT = re.compile(
    r"\s+(?:(?:to|up|over|out|back|about|some|nearly|almost|more|than|around|just|only|another|an|a|additional|extra|further|total|of|first|initial|the|next|last|new|relief|emergency|goods|supplies|items|equipment|aid|worth|invest|provide|give|contribute|lend|donate)\s+)*"
)

NO_GIFT = re.compile(
    r"(?:\s+(?:worth\s+)?of)?[\s-]+(?:[\w-]+\s+){0,2}?(?:deals?|contracts?|sales?|exports?|imports?|goods|order|takeover|tariffs?|bid|purchases?|weapons|arms|bonds?)\b"
)
