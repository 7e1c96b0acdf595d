"""Weapons and gear that a country gets without buying them: "Tanks are to go to Chad from Peru. Chad will get 50 of them and 300 rifles".

Who gives them has been told in the sentence, or just before it; where anyone buys or sells, nothing is given.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.deals import DEAL
from tieline.read.frames.verb_clause import VerbClause, VerbRoles
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import Frame, Memory

_GEAR: Final = frozenset({"weapons", "units"})
_LINES_BACK: Final = 3
_LEADS: Final = re.compile(
    r"\s*(?:(?:the|about|around|some|at\s+least|up\s+to|nearly|almost|over|more\s+than|another|a\s+further|a\s+total\s+of)\s*)*"
)
_GIFT: Final = re.compile(
    r"\b(?:donat\w+|gifts?|gives?|gave|given|giving|send(?:s|ing)?|sent|hand(?:s|ed|ing)?\s+over|pledg\w+|promis\w+|deliver(?:s|ed|ing|y|ies)?|military\s+(?:aid|assistance|help)|(?:are|is|will|to)\s+(?:to\s+)?go\s+to|free\s+of\s+charge)\b",
    re.IGNORECASE,
)
_BOUGHT: Final = re.compile(
    r"\b(?:b(?:uy|uys|ought|uying)|purchas\w+|orders?|ordered|s(?:ell|ells|old|elling)|sales?|contracts?|deals?|worth|exports?|imports?)\b",
    re.IGNORECASE,
)
_FROM: Final = re.compile(r"\b(?:from|by)\s+(?:the\s+)?(?:government\s+of\s+)?(?:the\s+)?$", re.IGNORECASE)
_GIVER: Final = re.compile(
    r"(?:,?\s+(?:which|who|that)\b)?(?:\s+(?:has|have|had|is|was|will|would|also|now|again|to))*\s+(?:donat\w+|giv(?:es|ing|en)|gave|send(?:s|ing)?|sent|hand(?:s|ed|ing)\s+over|pledg\w+|promis\w+|deliver\w*|provid\w+|suppl(?:y|ies|ied|ying))\b"
)


def gear_got(clause: VerbClause) -> VerbRoles | None:
    """Who gives, and who gets weapons or gear that the verb counts, where both are told and nobody buys."""
    text, begin = clause.sentence.text, clause.token.idx + len(clause.token)
    first = next((f for f in clause.sentence.figures if f.start >= begin), None)
    if clause.passive or first is None or first.unit not in _GEAR or _LEADS.fullmatch(text, begin, first.start) is None:
        return None
    if _BOUGHT.search(text) or (first.unit != "weapons" and _GIFT.search(_so_far(clause.sentence)) is None):
        return None
    taker = clause.who
    if taker is None and (clause.subject is None or clause.subject.lemma not in _FORCES):
        return None
    here = [m.code for m in clause.sentence.mentions if m.end <= clause.token.idx and _gives(clause.sentence, m)]
    giver = (clause.near.first("from") or next(iter(here), None)) if _GIFT.search(text) else None
    if taker is None and giver is not None:
        named = {m.code for m in clause.sentence.mentions if m.code != giver and trades(m.code)}
        taker = named.pop() if len(named) == 1 else None
    line: Sentence | None = clause.sentence.before
    for _ in range(_LINES_BACK):
        if giver is not None or line is None:
            break
        if _BOUGHT.search(line.text):
            return None
        givers = [m for m in line.mentions if m.code != taker and trades(m.code) and _gives(line, m)]
        if givers and _GIFT.search(line.text):
            giver = givers[0].code
            others = [m.code for m in line.mentions if m.code != giver and trades(m.code)]
            taker = taker or (others[0] if len(set(others)) == 1 else None)
        line = line.before
    if giver is None or taker is None or giver == taker or not trades(taker):
        return None
    return VerbRoles(giver, taker, "from", clause.object)


def donated_frames(sentence: Sentence, memory: Memory) -> list[Frame]:
    """As in "took delivery of 24 armoured vehicles donated by the United States": what was given, at its count."""
    out: list[Frame] = []
    for figure in sentence.figures:
        told = (
            _DONATED.match(sentence.text, figure.end) if figure.kind == "quantity" and figure.unit != "people" else None
        )
        giver = next((m for m in sentence.mentions if told is not None and m.start == told.end()), None)
        token = next((t for t in sentence.tokens if t.idx + len(t) > figure.start), None)
        if giver is None or token is None or not trades(giver.code):
            continue
        others = [m.code for m in sentence.mentions if m.code != giver.code and trades(m.code)]
        taker = others[0] if others else memory.subject
        if taker not in {None, giver.code} and len(set(others)) <= 1:
            inferred = () if others else ("partner",)
            out.append(
                Frame(
                    token,
                    "aid",
                    giver.code,
                    taker,
                    None,
                    figure.start,
                    figure.end,
                    partner_prep=DEAL,
                    inferred=inferred,
                )
            )
    return out


_DONATED: Final = re.compile(
    r"(?:\s+of\s+[a-z]+)?(?:\s+and\s+[\w ]{3,24})?,?\s+(?:(?:that|which)\s+(?:were|was)\s+|all\s+)?(?:donated|given|gifted|handed\s+over)\s+(?:to\s+it\s+)?by\s+(?:the\s+government\s+of\s+)?(?:the\s+)?"
)


def named_in(sentence: Sentence, code: str | None) -> bool:
    """The sentence names the country; else it was carried over."""
    return any(m.code == code for m in sentence.mentions)


_FORCES: Final = frozenset({"army", "force", "police", "navy", "military", "guard", "troop", "they", "it"})


def _so_far(sentence: Sentence) -> str:
    before = sentence.before
    return sentence.text if before is None else f"{before.text} {sentence.text}"


def _gives(line: Sentence, mention: Mention) -> bool:
    return bool(_FROM.search(line.text[: mention.start]) or _GIVER.match(line.text, mention.end))
