"""Where travellers go, and where they come from, when their phrase leaves it open: the host of the story's travellers."""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.read.frames.around import FROM_BEFORE, Around, with_roles
from tieline.read.frames.partner_side import BACK_TO_LAST, DEFINITE
from tieline.read.story.document import Story
from tieline.read.story.memory import Frame


def host_told(story: Story) -> str | None:
    """Where the travellers of a story go, as its first sentences say ("Tourists from 75 countries came to Croatia")."""
    for sentence in story.sentences[:_FIRST_SENTENCES]:
        travel = _TRAVELLERS.search(sentence.text) if sentence.of_travel else None
        for mention in sentence.mentions:
            told = (
                travel is not None
                and mention.start > travel.end()
                and _GO_TO.search(sentence.text, travel.end(), mention.start)
            )
            if (
                told
                and mention.use in {"name", "capital"}
                and "from" not in sentence.text[told.start() : mention.start]
            ):
                return mention.code
    return None


_FIRST_SENTENCES = 5
_TRAVELLERS = re.compile(
    r"\b(?:tourism|tourists?|visitors?|arrivals|travell?ers?|holidaymakers?|guests)\b", re.IGNORECASE
)
_GO_TO = re.compile(r"\b(?:to|in|into|visit(?:ed|ing|s)?)\s+(?:the\s+)?$")


def visitors_from(frame: Frame, around: Around) -> Frame | None:
    """As in "arrivals from Japan": visitors to the story's other country."""
    if frame.indicator != "tourism":
        return None
    text = around.sentence.text
    origin = next((m.code for m in around.loose if FROM_BEFORE.search(text[: m.start])), None)
    drawn = around.subject(frame) if frame.token.dep == "dobj" and frame.token.head.lemma in _DRAWS else None
    if drawn is not None and drawn != origin:
        return with_roles(frame, drawn, origin or "WLD", "reporter", "partner")
    host = _host_of(around, origin) or around.other_of_story(origin)
    if host is None:
        return None
    foreign = _FROM_ALL.search(text[frame.start : frame.token.idx]) is not None or _counted_anew(frame, around)
    many = around.memory.hub.others("tourism", host) >= _MANY and not any(
        m.code != host for m in around.sentence.mentions
    )
    foreign = foreign or (many and BACK_TO_LAST.match(text) is None)  # "Overall, the number of tourists fell"
    if origin is None and around.sentence.figures and (foreign or around.last is None):
        return with_roles(frame, host, "WLD", "reporter", "partner")
    return with_roles(frame, host, origin, "reporter") if origin else None


_MANY = 4


def _counted_anew(frame: Frame, around: Around) -> bool:
    """As in "7,212 tourists came to the islands": any travellers, of whom nothing was said before."""
    left = frame.token.left_edge.idx
    counted = any(
        f.unit == "people" and f.start <= frame.token.idx <= f.end + 2 and f.end >= left
        for f in around.sentence.figures
    )
    lead = around.sentence.text[max(0, left - 1) : frame.token.idx]
    return counted and not DEFINITE.match(lead.strip()) and not BACK_TO_LAST.match(around.sentence.text)


_DRAWS = frozenset({"draw", "attract", "receive", "welcome", "host", "see", "record", "register"})
_FROM_ALL = re.compile(r"\b(?:foreign|international|overseas|total|all)\b", re.IGNORECASE)
"""Before "visitors": from anywhere."""


def _host_of(around: Around, origin: str | None) -> str | None:
    """Where the visitors of the story go: where those spoken of last went, else to the story's own country."""
    here = next((m.code for m in around.loose if m.use == "name"), None)
    often = next(iter(around.story.named), None) if around.sentence.of_travel else None
    known = (around.memory.host, around.story.home, here, often)
    return next((host for host in known if host and host != origin), None)


def host_of_others(around: Around, origin: str | None) -> str | None:
    """The host of the story's travellers, unless the sentence leads to another country."""
    if not around.loose:
        return _host_of(around, origin)
    host = around.memory.host
    led = any(_LEADS_THERE.search(around.sentence.text[: m.start]) for m in around.loose)
    return host if host != origin and not led else None


_LEADS_THERE = re.compile(r"\b(?:to|in|into|visit(?:ed|ing|s)?|for)\s+(?:the\s+)?$")
