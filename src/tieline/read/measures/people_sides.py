"""The sides of a count of people that a rule has taken, where its sentence tells that it is of people from everywhere.

"The US had 1.06 million foreign students", in a story of Nigerians; "tourist arrivals to the Maldives rose to 105,309", in one
of the Chinese; "34,000 refugees have entered, 16,000 of them from South Sudan": the whole is of no one country.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.measures.draft_slots import Draft
from tieline.read.story.document import Sentence, trades

_OF_PEOPLE: Final = frozenset({"tourism", "other"})
_WHO: Final = r"(?:visitors?|tourists?|travell?ers|arrivals|guests|holidaymakers|passengers|students?|pupils|trainees|workers?|labou?rers|migrants|immigrants|nationals|citizens|residents|refugees|asylum[- ]seekers|volumes?)"
_FROM_ANYWHERE: Final = re.compile(
    rf"\b(?:foreign|international|overseas)\s+(?:[a-z]+\s+){{0,2}}?{_WHO}\b|\b{_WHO}\s+from\s+(?:abroad|overseas|all\s+(?:countries|over))\b"
    rf"|\b(?:tourist|visitor|total|overall)\s+(?:arrivals|numbers|volumes?)\b|\b(?:number|numbers|total)\s+of\s+(?:tourists|visitors|arrivals)\b|\bforeigners\b",
    re.IGNORECASE,
)
"""People whose country is not told."""
_PART_OF_THEM: Final = re.compile(r"\b(?:of|among)\s+(?:them|whom|these|those|which|that\s+(?:number|total))\b")
_NEAR: Final = 30
_BACK: Final = re.compile(
    r"\b(?:there|those|they|them|that\s+country|the\s+country's|these|this\s+market)\b", re.IGNORECASE
)
_CLAUSE: Final = re.compile(r"[;:]|,\s+(?:while|but|whereas|compared)\b|\b(?:while|whereas)\b")


def with_sides_of_people(draft: Draft, sentence: Sentence) -> Draft:
    """The draft with all the world in place of a country that was carried over, or that a part behind it names."""
    frame = draft.frame
    figure = draft.level or (draft.change.figure if draft.change is not None else None)
    counted = figure is not None and (figure.unit in {"people", "nights"} or figure.kind == "percent")
    if frame.indicator not in _OF_PEOPLE or not counted or figure is None or frame.reporter in {None, "WLD"}:
        return draft
    if draft.share is not None or "partner" not in frame.inferred or frame.partner in {None, "WLD"}:
        return draft
    since = max((f.end for f in sentence.figures if f.end <= figure.start and f not in draft.figures), default=0)
    cut = [m.end() for m in _CLAUSE.finditer(sentence.text, since, figure.start)]
    since = max([since, *cut])
    closes = len(sentence.text)
    end = min((f.start for f in sentence.figures if f.start >= figure.end and f not in draft.figures), default=closes)
    here = {m.code for m in sentence.mentions if since <= m.start < end and trades(m.code)}
    if frame.partner in here:
        return draft
    part = _PART_OF_THEM.search(sentence.text, figure.end, end + _NEAR) if end < closes else None
    whole = part is not None and any(part.end() <= m.start < part.end() + _NEAR for m in sentence.mentions)
    anywhere = _FROM_ANYWHERE.search(sentence.text, since, end)
    if not (whole or (anywhere and not _BACK.search(sentence.text, since, end))):
        return draft
    return replace(draft, frame=replace(frame, partner="WLD"))
