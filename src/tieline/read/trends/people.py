"""More or fewer people who go from one country to another, without a figure: "more and more Indonesians study in Australia".

Who travels makes a trend of tourism, who moves to work, study or stay one of `other`; the reporter is where they go.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.model.claims import Quote, Trend
from tieline.model.confidence import CONFIDENCE
from tieline.model.vocabulary import Direction, Indicator
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.memory import Memory
from tieline.read.trends.times import modality_at, period_near

_MANY: Final = re.compile(
    r"\b(?P<up>(?:ever |many |far )?more(?: and more)?|(?:an? )?(?:(?:ever |steadily )?(?:growing|rising|increasing|greater|larger)) numbers? of)\s+(?:young\s+|skilled\s+|rich\s+|wealthy\s+|poor\s+)?$"
    r"|\b(?P<down>(?:ever |many |far )?fewer(?: and fewer)?|(?:an? )?(?:falling|shrinking|declining|decreasing|dwindling|smaller) numbers? of)\s+(?:young\s+|skilled\s+|rich\s+|wealthy\s+|poor\s+)?$",
    re.IGNORECASE,
)
"""Before a nation: how its people's number moves."""
_STEMS: Final = ("more ", "fewer ", "numbers of ", "number of ", "flock", "stream", "away from", "shun")
_NO_MORE: Final = re.compile(r"(?:\d\S*|\b(?:percent|per cent|million|thousand|hundred|dozen|no|any|once|what is))\s+$")
_TRAVELLERS: Final = r"tourists?|visitors?|holidaymakers?|travell?ers?|guests?"
_MOVERS: Final = r"workers?|students?|migrants?|refugees?|nurses?|doctors?|families|labou?rers?|nationals?|citizens?|engineers?|graduates?|pensioners?"
_TRAVELLING: Final = r"visit(?:s|ed|ing)?|holiday(?:ed|ing)?|vacation(?:ed|ing)?|travel(?:l?ed|l?ing|s)?|fl(?:y|ew|ying)|arriv(?:e|ed|ing)|c[oa]m(?:e|ing)"
_MOVING: Final = r"liv(?:e|ed|ing)|work(?:ed|ing)?|stud(?:y|ied|ying)|mov(?:e|ed|ing)|flee(?:ing)?|fled|cross(?:ed|ing)?|settl(?:e|ed|ing)|e?migrat(?:e|ed|ing)|enrol(?:l?ed|l?ing)?|(?:seek(?:ing)?|sought)\s+(?:asylum|work|jobs|refuge|shelter)|(?:look(?:ed|ing)?)\s+for\s+(?:work|jobs)"
_DOES: Final = re.compile(
    rf"(?P<ever>\s+than\s+ever(?:\s+before)?)?(?:\s+(?:(?P<travellers>{_TRAVELLERS})|(?P<movers>{_MOVERS}|people|men|women)))?"
    r"(?:\s+(?:are|were|have|has|been|now|also|again|already|will|to|choose|chose|choosing|decide|decided|want|wanted|who|going|go|went)){0,5}?\s+"
    rf"(?:(?P<travel>{_TRAVELLING})|(?P<move>{_MOVING})|(?P<went>go|went|going|head(?:ed|ing)?|left|leav(?:e|ing)))\b(?P<where>(?:\s+(?:the\s+border|abroad|home|over|on\s+holidays?|on\s+vacation))?(?:\s+(?:in|into|to|at|for|across))?)\s+(?:the\s+|neighbou?ring\s+|universities\s+in\s+)*"
)
"""Behind a nation: what its people do, and where."""
_COME_OR_STAY: Final = re.compile(
    rf"(?P<who>\s+(?:{_TRAVELLERS}|(?P<movers>{_MOVERS})))?\s+(?:(?:are|have|has|been|were|also|again|now|once)\s+){{0,3}}(?:(?P<up>(?:flock(?:ed|ing)|stream(?:ed|ing))(?:\s+back)?\s+(?:in)?to)"
    r"|(?P<down>(?:stay(?:ed|ing)|keep(?:ing)?|kept)\s+away\s+from|shun(?:ned|ning)))\s+(?:the\s+)?",
)
"""Behind a nation: whether its people come or stay away, and where."""
_AGAINST: Final = re.compile(r"\bthan\s+(?:the\s+)?[A-Z]")
_TO_WORK: Final = re.compile(r"[^.;,]{0,25}?\b(?:for\s+(?:work|jobs|study|studies)|to\s+(?:work|study|live|settle))\b")


def may_move_people(sentence: Sentence) -> bool:
    """More or fewer people of some nation (asked before the sentence is parsed)."""
    if len(sentence.mentions) < _PAIR or not any(stem in sentence.text.lower() for stem in _STEMS):
        return False
    return any(_way(sentence, m) is not None or _COME_OR_STAY.match(sentence.text, m.end) for m in sentence.mentions)


_PAIR: Final = 2


def read_people(sentence: Sentence, story: Story, memory: Memory) -> list[Trend]:
    """A trend for each nation of which more people, or fewer, are told to go to another country."""
    if not may_move_people(sentence) or any(f.unit == "people" or f.kind == "percent" for f in sentence.figures):
        return []
    return [trend for m in sentence.mentions if (trend := _trend_of(sentence, m, story, memory)) is not None]


def _way(sentence: Sentence, mention: Mention) -> tuple[Direction, int] | None:
    """Which way the number of a nation's people moves, and where the words for it begin."""
    if mention.use not in {"demonym", "adjective"} or not trades(mention.code):
        return None
    many = _MANY.search(sentence.text[: mention.start])
    if many is None or _NO_MORE.search(sentence.text[: many.start()]):
        return None
    return ("up" if many["up"] else "down"), many.start()


def _more_or_fewer(sentence: Sentence, mention: Mention) -> tuple[Direction, int, Mention, Indicator] | None:
    """As in "more and more Indonesians study in Australia": which way, from where on it is told, where to, as what."""
    way, text = _way(sentence, mention), sentence.text
    does = _DOES.match(text, mention.end) if way is not None else None
    if way is None or does is None or _AGAINST.search(text, mention.end):
        return None
    place = _place_at(sentence, mention, does.end())
    led = does["where"].strip() or (does["travel"] or "").startswith("visit")
    if place is None or not led:
        return None
    indicator: Indicator = "tourism" if does["travellers"] or (does["travel"] and not does["movers"]) else "other"
    if does["went"] and not (does["travellers"] or does["movers"]):
        holiday = (does["where"] or "").startswith(" on ")
        if not holiday and _TO_WORK.match(text, place.end) is None:
            return None
        indicator = "tourism" if holiday else "other"
    return ("record_high" if does["ever"] and way[0] == "up" else way[0]), way[1], place, indicator


def _come_or_stay(sentence: Sentence, mention: Mention) -> tuple[Direction, int, Mention, Indicator] | None:
    """As in "Russians are flocking to Turkey", "Japanese visitors stay away from Korea"."""
    if mention.use not in {"demonym", "adjective"} or not trades(mention.code):
        return None
    does = _COME_OR_STAY.match(sentence.text, mention.end)
    place = _place_at(sentence, mention, does.end()) if does is not None else None
    if does is None or place is None or (mention.use == "adjective" and not does["who"]):
        return None
    return ("up" if does["up"] else "down"), mention.start, place, "other" if does["movers"] else "tourism"


def _place_at(sentence: Sentence, mention: Mention, start: int) -> Mention | None:
    place = next((m for m in sentence.mentions if m.start == start), None)
    if place is None or place.use == "demonym" or not trades(place.code) or place.code == mention.code:
        return None
    return place


def _trend_of(sentence: Sentence, mention: Mention, story: Story, memory: Memory) -> Trend | None:
    moved = _more_or_fewer(sentence, mention) or _come_or_stay(sentence, mention)
    token = next((t for t in sentence.tokens if t.idx >= mention.end), None)
    if moved is None or token is None:
        return None
    direction, first, place, indicator = moved
    period = period_near(sentence, first, place.end, wide=True)[0]
    carried = ("period",) if period is None and memory.period is not None else ()
    return Trend(
        document=story.document.id, version=story.document.version_id, quote=Quote.of(story.document.text, sentence.start + first, sentence.start + place.end),
        indicator=indicator, reporter=place.code, partner=mention.code, period=period or memory.period, direction=direction,
        modality=modality_at(sentence, token.head if token.head.pos == "VERB" else token), inferred=carried, confidence=CONFIDENCE["turn-of-speech"],
    )  # fmt: skip
