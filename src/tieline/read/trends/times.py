"""For when a trend is said, and whether it is a fact, a forecast or an aim."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.model.periods import Period
from tieline.model.vocabulary import FigureModality
from tieline.read.measures.inheriting import tells_a_record
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.story.modality import figure_modality
from tieline.read.syntax.tokens import Token
from tieline.read.when.resolver import TimeMention


def modality_at(sentence: Sentence, token: Token) -> FigureModality:
    """The modality of the clause that a word stands in."""
    word = Figure(token.idx, token.idx + len(token), "percent", 0.0, None, token.idx)
    told = figure_modality(sentence, word, of_move=True)
    going_on = [verb for verb in (token.head, token.head.head) if verb.lemma == "go"]  # "will go on rising"
    ahead = [c.lower for verb in (token, *going_on) for c in verb.children if c.dep == "aux"]
    should = told == "actual" and ("should" in ahead or (going_on and "will" in ahead))
    return "forecast" if should else told


def period_near(
    sentence: Sentence, first: int, last: int, *, wide: bool = False
) -> tuple[Period | None, tuple[str, ...]]:
    """The period said near a stretch of the sentence (`wide`: or the only one anywhere in it), and the names of the fields that were inferred."""
    times = [
        t
        for t in sentence.times
        if t.role in {"period", "point"}
        and t.period is not None
        and t.kind not in {"weekday", "day"}
        and not tells_a_record(sentence, t)
    ]
    told = [
        t
        for t in times
        if not _TURNS.search(sentence.text[min(t.end, first) : first])
        and not _TURNS.search(sentence.text[last : max(t.start, last)])
    ]
    near = [t for t in told if first - 60 <= t.start <= last + 40] or (told if wide and len(told) == 1 else [])
    if not near:
        return None, ()
    since = near[0].kind == "since" or _SINCE.search(sentence.text[: near[0].start])
    return (_every_since(sentence, near[0]) if since else near[0].period), ()


_TURNS: Final = re.compile(r";|,?\s(?:but|while|whereas)\s", re.IGNORECASE)
_SINCE: Final = re.compile(r"\bsince\b[^,;.]{0,60}$", re.IGNORECASE)
_EVERY: Final = re.compile(r"\b(?:every|each) (?:single )?(year|month)\b|\b(year) after year\b", re.IGNORECASE)


def _every_since(sentence: Sentence, time: TimeMention) -> Period | None:
    """A movement "since March" has a start but no period of its own; "every year since 2009" is of whole years."""
    told = _EVERY.search(sentence.text)
    if told is None or time.period is None or time.kind != "since":
        return None
    if (told[1] or told[2]).lower() == "month":
        return time.period
    last = time.period.end.year - 1
    return Period.parse(f"{time.period.start.year}/{last}") if last > time.period.start.year else None
