"""Words by which a sentence may tell of countries that it does not name, so that it is worth parsing: who stands in for them, what goes on."""

from __future__ import annotations

from tieline.model import lazy_re as re

OTHER_SIDE = re.compile(
    r"\b(?:he|she|him|they|them|both|two|bilateral|sides?|each|counterparts?|(?:the|that|this|its|their) (?:[\w-]+ )?(?:countr(?:y|ies)|nations?|neighbou?rs?)|governments?"
    r"|[a-z-]*(?:president|minister|premier|chancellor|king|queen|emir|sultan|leader|secretary|ambassador|envoy|diplomat|general"
    r"|commissioner|delegation|mission|embassy|ministry|army|navy|troops|forces)s?)\b",
    re.IGNORECASE,
)
"""Words that may stand for a country that the sentence does not name."""
ATTRIBUTION = re.compile(
    r"(?:\b(?:he|she|they|it|[A-Z][\w-]+(?: [A-Z][\w-]+)?|(?:the |an? )?(?:officials?|sources|spokes(?:man|woman)|analysts?|dealers|traders|statement))\s+"
    r"(?:also\s+|has\s+|have\s+)?(?:said|says|added|noted|told|explained|commented)\b(?:\s+(?:reporters|a news conference|journalists))?)"
)
"""Who says it: no party of an act that is told."""
GOES_ON_ACTING = re.compile(
    r"(?:He|She|It|They|There|Both|The (?:two|three|four|five|six|pair|ministers|leaders|agreement|accord|deal|pact|memorandum|ban|duty|measure|suspension))\b"
)
"""How a sentence begins that tells more of the acts before it."""
MEN_OF_STATE = re.compile(
    r"\b(?:[Pp]residents|[Mm]inisters|[Pp]remiers|[Ll]eaders|two (?:sides|countries|governments))\b"
)
"""Who acts for the two countries that the sentence before has named."""
AGENTLESS = re.compile(
    r"\b(?:agreements?|accords?|pacts?|deals?|memorand(?:a|um)|treat(?:y|ies)|protocols?|documents?|contracts?|bans?|embargo(?:es)?|sanctions|duty|duties"
    r"|tariffs?|restrictions?|measures?)\s[^.;,]{0,40}?\b(?:was|were|been|be)\s(?:\w+\s)?(?:signed|inked|initialled|initialed|concluded|lifted|eased|imposed|dropped"
    r"|scrapped|extended|renewed|suspended|tightened|introduced)\b"
)
"""What was signed, imposed or lifted right after an act, by the same two: "three agreements were inked"."""
BOTH_SIDES = re.compile(
    r"\b(?:he|she|they|both|two|sides?|bilateral|each other|counterparts?|countr(?:y|ies)|nations?|neighbou?rs?)\b",
    re.IGNORECASE,
)
OF_TWO = re.compile(
    r"\b(?:bilateral|two-way|mutual|(?:two|both) (?:countries|sides|nations|states|neighbou?rs))\b", re.IGNORECASE
)
REACTING = re.compile(
    r"\b(?:criti[cz]i[sz]|condemn|denounc|deplor|oppos|protest|welcom|defend|prais|back|slamm?)(?:e|es|s|ed|ing)?"
    r"(?:\.|\s(?:the|this|that|these|those)\s(?:[\w-]+\s){0,2}?[\w-]+)"
    r"|\b(?:urg|call|appeal|counsell?)(?:e|es|s|ed|ing)\s(?:for\s)?(?:[\w-]+\s){0,2}?(?:restraint|calm|caution|cease-?fire|truce|de-escalation|dialogue)\b"
    r"|\brecall(?:s|ed|ing)\s(?:its|his|her)\s(?:ambassador|envoy)"
)
"""What a country says or does of a deed that is told before, whoever did it: "Oslo urged restraint", "Lima condemned the launch"."""
