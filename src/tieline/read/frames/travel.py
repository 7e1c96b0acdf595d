"""Where travellers go, and where they come from, when their phrase leaves it open: the host of the story's travellers."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.read.frames.around import FROM_BEFORE, Around, with_roles
from tieline.read.frames.partner_side import BACK_TO_LAST, DEFINITE
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, Story
from tieline.read.story.memory import Frame, Memory


def host_told(story: Story) -> str | None:
    """Where the travellers of a story go: where its first sentences say that they came, who received them, whose office counts them.

    A country whose people they are ("Australian arrivals") is a host only of others.
    """
    votes: Counter[str] = Counter()
    led: str | None = None
    for sentence in story.sentences[:_FIRST_SENTENCES]:
        travel = _TRAVELLERS.search(sentence.text) if sentence.of_travel else None
        for mention in sentence.mentions if sentence.of_travel else ():
            if travel is not None and led is None and _leads_to(sentence.text, travel.end(), mention):
                led = mention.code
            votes[mention.code] += _vote(sentence.text, mention, travelling=travel is not None)
    if led is not None and votes[led] >= 0:
        return led
    best = max(votes, key=lambda code: votes[code], default=None)
    return best if best is not None and votes[best] > 0 else led


def _leads_to(text: str, behind: int, mention: Mention) -> bool:
    told = _GO_TO.search(text, behind, mention.start) if mention.start > behind else None
    return told is not None and mention.use in {"name", "capital"} and "from" not in text[told.start() : mention.start]


def _vote(text: str, mention: Mention, *, travelling: bool) -> int:
    """What the words beside a country tell: 1 that it is visited, -1 that its people travel."""
    if mention.use in {"adjective", "demonym"} or FROM_BEFORE.search(text[: mention.start]):
        return -1 if travelling else 0
    if _SOURCE.match(text, mention.end):
        return -1
    office = _OFFICE.match(text, mention.end) or _OFFICE_BEFORE.search(text[: mention.start])
    return 1 if office or (travelling and _RECEIVES.match(text, mention.end)) else 0


_FIRST_SENTENCES = 5
_TRAVELLERS = re.compile(
    r"\b(?:tourism|tourists?|visitors?|arrivals|travell?ers?|holidaymakers?|guests)\b", re.IGNORECASE
)
_GO_TO = re.compile(r"\b(?:to|in|into|visit(?:ed|ing|s)?)\s+(?:the\s+)?$")
_SOURCE = re.compile(
    r"[^.;]{0,60}?\b(?:source\s+markets?|markets?\s+for\s+(?:visitors|tourists|arrivals)|contributors?|generators?)\b"
)
_OFFICE = re.compile(
    r"(?:'s)?\s+(?:[A-Za-z]+\s+){0,3}?(?:Bureau\s+of\s+Statistics|Statistics(?:\s+(?:Office|Bureau|Agency|Department))?|(?:[Tt]ourist|[Tt]ourism|[Vv]isitors?)\s+(?:Board|Authority|Organi[sz]ation|[Aa]dministration|[Mm]inist(?:ry|er)|[Aa]gency|Office|Bureau|[Ss]ector|[Ii]ndustry|[Aa]rrivals))\b"
)
_OFFICE_BEFORE = re.compile(
    r"\b(?:Tourism|Visit|(?:Tourism|Statistics|Immigration|Tourist)\s+(?:Authority|Board|Organi[sz]ation|Bureau|Office|Department|Service)\s+of|Bureau\s+of\s+Statistics\s+of)\s+(?:the\s+)?$"
)
_RECEIVES = re.compile(
    r"\s+(?:has\s+|had\s+)?(?:also\s+)?(?:received|welcomed|hosted|attracted|drew|recorded|registered|saw|expects|receives|welcomes|hosts|attracts)\b[^.;]{0,50}?\b(?:tourists?|visitors?|arrivals|travell?ers|guests|holidaymakers)\b"
)


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
    before = around.before if around.before is not None and around.before.indicator == "tourism" else None
    same = before.reporter if before is not None and "reporter" not in before.inferred else None
    known = (same, around.memory.host, around.story.home, here, often)
    return next((host for host in known if host and host != origin), None)


def host_of_others(around: Around, origin: str | None) -> str | None:
    """The host of the story's travellers, unless the sentence leads to another country."""
    if not around.loose:
        return _host_of(around, origin)
    before = around.before if around.before is not None and around.before.indicator == "tourism" else None
    host = around.memory.host if before is None else before.reporter
    led = any(_LEADS_THERE.search(around.sentence.text[: m.start]) for m in around.loose)
    return host if host != origin and not led else None


_LEADS_THERE = re.compile(r"\b(?:to|in|into|visit(?:ed|ing|s)?|for)\s+(?:the\s+)?$")


def market_of_guests(frame: Frame, sentence: Sentence, memory: Memory) -> Frame:
    """As in "Britain is the island's main market, with 34 percent", in a story of travellers: people from there, at the host told before."""
    last = memory.told[-1] if memory.told else None
    if frame.indicator not in {"exports", "imports"} or frame.good is not None or not sentence.of_travel:
        return frame
    if last is None or last.indicator != "tourism" or last.reporter not in frame.pair:
        return frame
    guests = next((code for code in frame.pair if code != last.reporter), None)
    if guests is None or _MARKET.search(sentence.text) is None or any(f.kind == "money" for f in sentence.figures):
        return frame
    inferred = tuple(dict.fromkeys((*frame.inferred, "indicator")))
    return replace(frame, indicator="tourism", reporter=last.reporter, partner=guests, inferred=inferred)


_MARKET = re.compile(
    r"(?<!export )(?<!import )\bmarkets?\b(?!\s+shares?)(?!\s+for\s+(?!tour|travel|visit|holiday|guest|the\s+(?:island|country|kingdom|resort))(?-i:[a-z]+)\W)",
    re.IGNORECASE,
)
"""Of guests, not of goods ("its main market for halloumi, with 34 percent")."""
