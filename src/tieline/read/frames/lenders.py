"""Who lent to whom, where the phrase of a debt leaves it open: the lender is the one whose fund or bank is named.

"Guinea and the Kuwait Fund signed a loan agreement", "its debt to the Argentine treasury"; what the story goes on to tell
of the same two is of the same lender.
"""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.read.frames.around import with_roles
from tieline.read.frames.subjects import owner_of, sentence_subject
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import Frame, Memory
from tieline.read.words.parties import FUND_BEFORE, FUND_BEHIND
from tieline.read.words.trade import OWED, words


def lender_and_debtor(frame: Frame, sentence: Sentence, memory: Memory, before: Frame | None) -> Frame | None:
    """The frame of a debt with both its sides; None where its own words and the last debt do not tell them."""
    if frame.verb or frame.indicator != "debt":
        return None
    if (taken := _taken_by_subject(frame, sentence, memory)) is not None:
        return taken
    if frame.partner is not None or frame.reporter == "WLD":
        return None
    if frame.reporter is not None:
        debtor = _whose_debt(frame, sentence, memory)
        return with_roles(frame, frame.reporter, debtor, "partner") if debtor not in {None, frame.reporter} else None
    parties = [m for m in sentence.mentions if trades(m.code) and not m.place and m.use not in {"capital", "city"}]
    named = list(dict.fromkeys(m.code for m in parties))
    lenders = list(dict.fromkeys(m.code for m in parties if _lends(sentence, m)))
    if len(named) == _TWO and len(lenders) == 1:
        return with_roles(frame, lenders[0], next(c for c in named if c != lenders[0]), "reporter", "partner")
    last = before if before is not None and before.indicator == "debt" else memory.frame
    if (
        last is None
        or last.indicator != "debt"
        or "WLD" in {last.reporter, last.partner}
        or not set(named) <= last.pair
    ):
        return None
    again = last is before or any(
        t.indicator == "debt" and (t.reporter, t.partner) == (last.reporter, last.partner)
        for t in memory.told
        if sentence.index - t.sentence <= _REMEMBERED
    )
    again = again and _THAT.search(sentence.text[: frame.token.idx]) is not None
    return with_roles(frame, last.reporter, last.partner, "reporter", "partner") if again else None


def _taken_by_subject(frame: Frame, sentence: Sentence, memory: Memory) -> Frame | None:
    """As in "Cambodia signed loans with Korea", "defaulted on foreign debt": the subject of such a verb owes, whoever lends."""
    verb = frame.token
    for _ in range(_STEPS_OUT):
        if verb.pos in {"VERB", "AUX"} or verb.head == verb:
            break
        verb = verb.head
    if verb.lemma not in _TAKES or verb.idx > frame.token.idx or (verb.tag == "VBN" and verb.dep in {"acl", "relcl"}):
        return None
    passive = any(c.dep in {"auxpass", "nsubjpass"} for c in verb.children)
    debtor = None if passive else sentence_subject(sentence, frame.token, memory)
    if debtor is None or not trades(debtor) or memory.hub.gives("debt", debtor):
        return None
    if frame.reporter == "WLD" or _ABROAD.search(sentence.text[frame.start : frame.token.idx]):
        return with_roles(frame, "WLD", debtor, "partner")
    lender = next((code for code in (frame.reporter, frame.partner) if code not in {None, debtor}), None)
    if (
        lender is None
        and memory.frame is not None
        and memory.frame.indicator == "debt"
        and _ITS_LOAN.search(sentence.text[: frame.token.idx])
    ):
        lender = memory.frame.reporter if memory.frame.partner == debtor else None
    return with_roles(frame, lender, debtor, "partner") if lender is not None else None


def _whose_debt(frame: Frame, sentence: Sentence, memory: Memory) -> str | None:
    """As in "Paraguay says its debt to the Argentine treasury will be reduced"."""
    if frame.token.lemma not in OWED or _OWN.search(sentence.text[: frame.token.idx]) is None:
        return None
    owner = owner_of(sentence, frame, memory) or sentence_subject(sentence, frame.token, memory)
    return owner if owner is not None and trades(owner) else None


def _lends(sentence: Sentence, mention: Mention) -> bool:
    """As in "the Kuwait Fund for Arab Economic Development", "the Exim Bank of China"."""
    behind = FUND_BEHIND.match(sentence.text, mention.end)
    return behind is not None or FUND_BEFORE.search(sentence.text[: mention.start]) is not None


_STEPS_OUT = 5
_TAKES = words(
    "sign contract obtain secure get receive raise take owe default seek request need accept draw win repay service"
)
"""What the one who is lent to does."""
_ABROAD = re.compile(r"\b(?:foreign|external|overseas|international)\b", re.IGNORECASE)
_ITS_LOAN = re.compile(r"\b(?:the|this|that|these)\s+(?:[a-z]+\s+){0,2}$")
_TWO = 2
_REMEMBERED = 3
_THAT = re.compile(r"(?<!\bon )\b(?:the|this|that|these|whose)\s+(?:[a-z]+\s+){0,2}$|\bdebt\s+$", re.IGNORECASE)
"""Before a debt that was told of."""
_OWN = re.compile(r"\b(?:its|their|our|his|her)\s+(?:[a-z-]+\s+){0,2}$", re.IGNORECASE)
