"""The words of those who say so: verbs of saying, what may be a speaker, what only stands for one."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.words.trade import words

SAYING: Final = words(
    "say report add announce tell state note write reveal disclose estimate reckon claim explain comment observe warn caution argue insist confirm declare stress predict forecast acknowledge admit deny quote cite calculate remark recall emphasize emphasise underline publish put describe believe concede conclude complain hint suggest point assert maintain contend allege affirm tweet"
)
EXPECTING: Final = words("expect project foresee anticipate")
"""Verbs that say what is to come, if somebody other than the trading country's own firms expects it."""
SHOW: Final = words("show indicate reveal suggest put confirm")
PAPERS: Final = words("datum data figure statistic number report survey document record release bulletin statement")
"""What a body gives out."""
DATA: Final = PAPERS | words("study estimate paper ministry office bureau agency bank")
"""What is said to show something."""
COUNTS: Final = words("record register log count")
"""Verbs by which a body that counts says how many there were."""
COUNTING: Final = words(
    "bank bureau office agency ministry department customs authority institute service board chamber"
)
BODIES: Final = COUNTING | words("council committee association")
"""Bodies that put a figure on something."""
CITE: Final = words("cite quote")
REASONS: Final = words(
    "situation concern reason price risk need lack shortage threat violation security failure damage cost pressure fear worry interest"
)
"""What is cited as a ground, not as a source."""
BARE = re.compile(
    r"^(?:the |these |those |its |his |their |latest |official |preliminary |new |government )*(?:figures?|data|statistics|numbers?|official|officials|report|statement|source|sources|agency|ministry|paper|newspaper|spokesman|spokeswoman|spokesperson|minister|article|commentary)$",
    re.IGNORECASE,
)
STANDS_FOR_ONE = re.compile(
    r"(?:the|these|those|its|his|her|their|this) (?:(?:latest|new|same|official) )?"
    r"(?:figures?|data|statistics|numbers?|officials?|report|statement|release|ministry|agency|paper|newspaper|minister|spokesman|spokeswoman|spokesperson|article|document|post)"
)
"""Words for a speaker who was named before."""
BARE_PAPERS = re.compile(
    r"(?:(?:the|these|those|its|his|her|their|this) )?(?:(?:latest|same|monthly|quarterly|weekly|annual|preliminary|provisional|available|full|published|trade|detailed|further) ){0,2}"
    r"(?:figures|data|statistics|numbers|breakdown|tables)(?: (?:for|on) .*)?"
    r"|(?:the|its|this|that|their|same|monthly|weekly|quarterly|preliminary) (?:report|document|bulletin|statement|release|briefing)(?: (?:for|on) .*)?",
    re.IGNORECASE,
)
"""Papers that stand for the body that was said before to give them out; alone they say no more than that there are some."""
DROP_START = re.compile(r"^(?:the|a|an|one|its|his|her|their)\s+", re.IGNORECASE)
KEEP_PREPS = frozenset(["of", "at", "from", "in", "for", "with", "to", "on"])
PERSONAL = frozenset(["he", "she", "him", "her", "it", "they", "them", "who", "we", "i"])


PUBLISHES = re.compile(
    r"\b(?:agency|ministry|department|statistics|statistical|customs|bureau|central bank|census|chamber|institute|treasury|report|survey|data|figures)\b(?!.*\b(?:officials?|sources?|spokes\w+|minister|analyst|director|economist)\b)",
    re.IGNORECASE,
)
TAIL = re.compile(
    r",\s+(?P<who>(?:the |a |an )?[^,;:]{3,80}?)\s+(?:said|says|noted|notes|reported|reports|shows?|showed|added|adds|estimates?|estimated|reckons|informs|stated|states|announced)(?:\s+(?:on |late |last )*\w+day|\s+(?:today|yesterday))?\.?[\"']?$"
)

LEAD = re.compile(
    r"(?P<who>(?:The |A |An )?[A-Z][^,;:\"]{2,70}?)(?:,[^,\"]{3,60},)?\s+(?:(?:has|have|had|also)\s+)?(?:said|told|added|noted|reported|announced|estimates?|estimated|forecasts?|projects|projected|predicts?|predicted|put)\b"
)
QUOTED = re.compile(
    r"[,!?][\"”]\s+(?:said|says|added|noted|explained)\s+(?P<who>(?:the )?(?:[\w.'’-]+ ){0,7}?[\w'’-]+)(?=[,.]|$)"
)
"""Behind a quotation: '"Trade is up," said Jane Poe'."""
SAID_AGAIN = re.compile(
    r"(?:[,\"] |^)(?:he|she) (?:also )?(?:said|added|noted)\b|\b(?:said|added|noted) (?:he|she)\b", re.IGNORECASE
)
"""The speaker is the one before."""
PRONOUN = re.compile(r"(?:he|she|it|they|who|which|and|but|while|we|i)\b", re.IGNORECASE)
NO_ONE = re.compile(
    r"[$€£\d]|(?:that|this|these|those)$|(?:\w+ ){0,3}?(?:complaints?|concerns?|reasons?|fears?|needs?|lack|threats?|violations?|risks?|differences|worries|problems|grounds|disputes?|examples?|evidence|(?-i:the [a-z]\w+ of))\b",
    re.IGNORECASE,
)
"""What is cited as a reason, or counted, says nothing."""
SAYS_NOTHING = re.compile(r"^(?:goods|products|exports|imports|shipments|sales|purchases|trade|prices)$", re.IGNORECASE)
"""What a mistaken parse makes a speaker."""
PUT_OUT: Final = words("report announce disclose publish confirm put estimate forecast calculate project")
"""Verbs that name in the passive who says so ("is put at 9 billion by the bank")."""
OFFICES: Final = words(
    "spokesman spokeswoman spokesperson minister ambassador official chairman director governor president secretary analyst economist envoy commissioner colleague head chief adviser counterpart"
)
BODIES_AND_PEOPLE: Final = words("official minister spokesman spokeswoman spokesperson ministry agency newspaper paper")
BY_NAME: Final = words("official ministry")
"""Of these, the ones that stay as worded where nobody of the kind was named."""
NAMED_BEHIND = re.compile(r"(?P<name>, (?:[A-Z][\w'’-]+\.? ?){2,4})(?=,)")
"""Behind an office, between commas: the name of who holds it."""
SHORT_NAME = re.compile(r" \([A-Z][A-Za-z]{1,7}\)")
DEEDS: Final = words("aid debt investment tariff")
ANNOUNCE = frozenset(
    "announce report reveal disclose confirm show estimate put forecast predict expect project quote cite".split()
)
