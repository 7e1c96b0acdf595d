"""What one state holds of another's bonds: "At the end of June Japan held $1.1 trillion of U.S. Treasuries. China's holdings fell".

Once the bonds are told, the sentences behind may speak of holdings alone; whoever issued the bonds owes them.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.senses import STATE_BONDS
from tieline.read.frames.subjects import country_of_phrase, subject_of
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import Frame, Memory
from tieline.read.syntax.tokens import Token

_AMERICAN: Final = re.compile(r"\bTreasur(?:ies|y)\b")
_AT: Final = re.compile(r"['’]?s?\s+$")
_STILL: Final = 3
_OTHER_HOLDINGS: Final = re.compile(
    r"\b(?:gold|equity|stock|share|cash|land|currency|dollar|euro|yuan|exchange|reserve|bitcoin|crypto\w*|property|investment|asset|[A-Z]\w+)\s+$"
)
"""Before "holdings": of something else, or of a company's name."""
_OF_OTHER: Final = re.compile(
    r"\s+(?:of|in)\s+(?!(?:about|some|nearly|almost|over|more|less|around|roughly)\b)[A-Za-z]"
)
_HELD: Final = re.compile(
    r"\s+(?:(?:an?\s+)?(?:estimated|record|total\s+of|combined)\s+)?(?:(?:of|in|worth\s+of)\s+)?(?:the\s+)?(?:[A-Z][\w.]+\s+){0,2}(?:long-term\s+|marketable\s+)?"
)
_LANDS: Final = frozenset({"country", "nation", "kingdom", "state", "island", "economy", "government", "neighbour"})
_HOLDS: Final = frozenset({"hold", "own"})


def issuer_of_bonds(sentence: Sentence) -> str | None:
    """Whose bonds the sentence tells of, or one just before it; None where none are told."""
    told: Sentence | None = sentence
    for _ in range(_STILL + 1):
        if told is None:
            return None
        if (found := STATE_BONDS.search(told.text)) is not None:
            beside = (m.code for m in told.mentions if _AT.fullmatch(told.text, m.end, found.start()))
            issuer = next(beside, None)
            return issuer or ("USA" if _AMERICAN.search(found.group()) else None)
        told = told.before
    return None


def are_holdings_of_bonds(sentence: Sentence, token: Token) -> bool:
    """The holdings that a sentence speaks of are those bonds, and no gold or shares."""
    if token.tag != "NNS" or _OTHER_HOLDINGS.search(sentence.text[: token.idx]):
        return False
    whose = next((c for c in token.children if c.dep == "poss"), None)
    if whose is not None and whose.lemma not in _LANDS and whose.pos != "PRON" and sentence.mention_at(whose) is None:
        return False  # "the banks' holdings"
    behind = token.idx + len(token)
    if _OF_OTHER.match(sentence.text, behind) and STATE_BONDS.search(sentence.text, behind) is None:
        return False
    return issuer_of_bonds(sentence) is not None


def may_hold_bonds(sentence: Sentence) -> bool:
    """It may tell how much of a state's bonds another holds (asked before the sentence is parsed)."""
    if not any(f.kind in {"money", "percent"} for f in sentence.figures):
        return False
    lower = sentence.text.lower()
    return ("held" in lower or "hold" in lower or "own" in lower) and issuer_of_bonds(sentence) is not None


def bond_frames(sentence: Sentence, memory: Memory) -> list[Frame]:
    """As in "Japan held $1.1 trillion of U.S. Treasury securities", by the verb."""
    if STATE_BONDS.search(sentence.text) is None or (issuer := issuer_of_bonds(sentence)) is None:
        return []
    out: list[Frame] = []
    for token in sentence.tokens:
        if token.lemma not in _HOLDS or token.pos != "VERB":
            continue
        sums = [f for f in sentence.figures if f.kind == "money" and f.start > token.idx]
        bonds = STATE_BONDS.search(sentence.text, sums[0].end) if sums else None
        if bonds is None or _HELD.fullmatch(sentence.text, sums[0].end, bonds.start()) is None:
            continue
        subject, passive = subject_of(token)
        holder = country_of_phrase(sentence, subject, memory) if subject is not None and not passive else None
        if holder is not None and holder != issuer and trades(holder):
            out.append(Frame(token, "debt", holder, issuer, None, token.idx, bonds.end(), verb=True))
    return out
