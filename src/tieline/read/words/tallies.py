"""Nouns of what is counted between countries, in a story that goes down a list of them: people, travellers, money that moves.

Each kind has an indicator and two ends: where what is counted comes from, and where it goes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator

TallyKind = Literal["stay", "travel", "sent", "invested", "put", "ride"]


@dataclass(frozen=True, slots=True)
class Tallied:
    """A kind of what is counted.

    Attributes:
        indicator: What its measures are.
        host_reports: The country where it goes is the reporter; else the one where it comes from.
        units: Units of its figures beside percentages; `money` stands for any currency.
        parts: Percentages count too; those of "investors" are of firms more often.
    """

    indicator: Indicator
    host_reports: bool
    units: frozenset[str | None]
    parts: bool = True


KINDS: Final[dict[TallyKind, Tallied]] = {
    "stay": Tallied("other", host_reports=True, units=frozenset({"people", "visas", "permits"})),
    "travel": Tallied("tourism", host_reports=True, units=frozenset({"people"})),
    "sent": Tallied("other", host_reports=False, units=frozenset({"money"})),
    "invested": Tallied("investment", host_reports=False, units=frozenset({"money"})),
    "put": Tallied("investment", host_reports=False, units=frozenset({"money"}), parts=False),
    "ride": Tallied("other", host_reports=False, units=frozenset({"people", "units", None})),
}

NOUN: Final = re.compile(
    r"\b(?:(?P<stay>(?:international|foreign|overseas)\s+students?|students?|refugees?|asylum[- ]seekers?|(?:im|e)?migrants?"
    r"|displaced\s+people|(?:migrant|foreign|guest|overseas)\s+(?:workers?|labou?rers?)|expatriates?|expats|diaspora|exiles"
    r"|(?:those|people|citizens|nationals|\w+s)\s+(?:who\s+(?:have\s+|had\s+)?|(?:have|had)\s+(?:now\s+|already\s+)?)(?:fled|left(?=\s+(?:the\s+)?[A-Z]))|(?:people|residents|population)\s+born\s+in)"
    r"|(?P<travel>tourists?|visitors?|holidaymakers|holiday-makers|travellers?|travelers?|(?:tourist|visitor|guest)s?\s+arrivals|arrivals|visits(?=\s+(?:of|by|from|to)\b)|trips)"
    r"|(?P<sent>remittances?|(?:money|cash|remittance|private|personal)\s+transfers?|transfers(?=\s+(?:of\s+money\s+)?(?:from|to)\b))"
    r"|(?P<invested>FDIs?|foreign\s+(?:direct\s+)?investments?|direct\s+investments?)"
    r"|(?P<put>investments?|investors?)"
    r"|(?P<ride>(?:round-trip\s+|return\s+|direct\s+|weekly\s+|passenger\s+|charter\s+)*flights?|passengers?|trains?|ferries|sailings|crossings))\b"
    r"(?!\s+(?:board|agency|office|authority|organi[sz]ation|ministry|commission\w*|bureau|council|association|industry|sector|spending|council|fund|bank|programme?|law|policy|treaty|agreement|group|company|firm|camp|crisis|issue|visas?|systems?))",
    re.IGNORECASE,
)
"""A noun of one of the kinds; the group that holds it is the kind."""
STEMS: Final = ("student", "refugee", "asylum", "migrant", "displaced", "worker", "labourer", "laborer", "expat", "diaspora", "exile", "fled", "who left", "have left", "born in",
                "tourist", "visitor", "holiday", "travel", "arrivals", "visits ", "trips", "remittance", "transfer", "fdi", "invest", "flight", "passenger", "train", "ferr", "sailing", "crossing")  # fmt: skip
"""One of these every such sentence holds, in small letters."""
TAKES_IN: Final = re.compile(
    r"\s+(?:(?:has|have|had|now|already|also|still|currently|alone|itself|is|was|were)\s+)*"
    r"(?:hosts?|hosted|hosting|shelters?|sheltered|sheltering|houses?|housed|receives?|received|receiving|welcom(?:es?|ed)|took|taken|takes|attract(?:s|ed)|dr[ae]ws?|drawn"
    r"|admits?|admitted|grant(?:s|ed)|issue[sd]|registered|counted|saw|sees|recorded|got|gets|home\s+to|had|has|absorbed|accepted|accommodat(?:es|ed))\b"
    r"(?!\s+(?:the|an?)\s+(?:[\w-]+\s+){0,2}(?:share|part|portion)\b)",
    re.IGNORECASE,
)
"""Behind a country: it takes in what is counted."""
SENDS: Final = re.compile(
    r"\s+(?:(?:has|have|had|now|already|also|still|currently|alone)\s+)*(?:sends?|sent|sending|accounts?\s+for|accounted\s+for|supplied|contribut(?:es?|ed))\b",
    re.IGNORECASE,
)
"""Behind a country: those who are counted are from it."""
MISHAPS: Final = r"(?:bus|coach|minibus|boat|yacht|helicopter|crash\w*|overturn\w*|capsiz\w*|collid\w*|drown\w*|kidnap\w*|abducted|hostages?|rescued|stranded|robbed|quarantined?)"
MISHAP: Final = re.compile(rf"\b(?:{MISHAPS}|kill\w*)\b", re.IGNORECASE)
"""What befell those who are counted in a sentence: they are none of a list."""
NO_TALLY: Final = re.compile(
    r"\b(?:killed|dead|died|deaths?|wounded|injured|hurt|arrest\w*|jobs?|unemploy\w*|profits?|revenue\w*|turnover|shares?\s+of\s+the\s+company|beds|rooms|hotels?|schools|soldiers?|troops|police|fans|votes?|voters?"
    r"|infect\w+|cases|(?:base|interest|exchange|tax|jobless)\s+rates?|tax(?:es)?|lev(?:y|ies)|dut(?:y|ies)|tariffs?|inflation|gdp|gnp|econom(?:y|ies)|reserves|households|hectares|kilomet\w+|km|prices?|fares?|percent\s+of\s+gdp|per\s+cent\s+of\s+gdp)\b|%\s+of\s+(?:the\s+\w+'s\s+|its\s+|total\s+)?(?:gdp|gross)",
    re.IGNORECASE,
)
"""Words round a number that is of something else."""
OFFICE: Final = re.compile(
    r"(?:['\u2019]s?)?\s+(?:[\w-]+\s+){0,3}?(?:Bureau|Ministry|ministry|Central\s+Bank|central\s+bank|National\s+Bank|Statistic\w*|Tourism|Tourist\s+Board|Immigration|immigration|statistics|Department|Authority|Agency|government)\b"
)
"""Behind a country: its office, which counts what comes to it."""
OFFICE_OF: Final = re.compile(
    r"\b(?:central\s+bank|bank|bureau\s+of\s+statistics|statistics\s+(?:office|bureau|department))\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a country: the same."""
SOURCE_OF: Final = re.compile(
    r"['\u2019]s?\s+(?:[\w-]+\s+){0,4}?(?:source\s+markets?|sources?\s+of\s+(?:tourists|visitors)|arrivals|visitors|tourism|remittances|inflows?|airports?|borders?)\b",
    re.IGNORECASE,
)
"""Behind a country: where those who come to it are from."""


@lru_cache(maxsize=4_000)
def tells_tally(text: str) -> bool:
    """Something that is counted between countries is named.

    >>> tells_tally("Uganda shelters refugees"), tells_tally("The refugee agency met")
    (True, False)
    """
    low = text.lower()
    return any(stem in low for stem in STEMS) and NOUN.search(text) is not None
