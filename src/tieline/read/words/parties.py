"""Words that tell which end of a sum a country is at: "a Chinese loan", "lent by China", "Fiji's debt", "owed by Fiji"."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.words.trade import words

GIVING: Final = words(
    "lend loan give grant pledge promise provide donate invest put pour extend contribute allocate earmark commit disburse finance fund send remit transfer place deposit offer hand set inject award release park forgive waive bankroll underwrite write cancel roll help assist support"
)
"""Verbs whose subject gives."""
GETTING: Final = words("get receive have borrow owe secure obtain attract draw raise repay earn win")
"""Verbs whose subject receives, or has to pay back."""
SEEKING: Final = words(
    "agree sign reach conclude seal negotiate restructure reschedule refinance rework seek request ask apply default service use spend need await expect count"
)
"""Verbs whose subject receives where another one is named as who gives."""
KIND_OF_VERB: Final[dict[str, Indicator]] = {
    **dict.fromkeys(words("lend loan borrow owe repay extend"), "debt"),
    **dict.fromkeys(words("invest inject pour"), "investment"),
    **dict.fromkeys(words("donate pledge contribute hand give grant award provide allocate earmark commit"), "aid"),
    **dict.fromkeys(words("remit"), "other"),
}
"""What kind of money a sum is by its verb, where no noun tells."""
ABROAD: Final = re.compile(
    r"\bfrom\s+(?:abroad|overseas)\b|\b(?:workers|citizens|nationals|migrants|people|those|relatives|expatriates|\w+(?:ns|ese|is))\s+(?:living\s+|working\s+)?(?:abroad|overseas)\b|(?P<out>\b(?:to|for)\s+(?:other|foreign)\s+countries\b)",
    re.IGNORECASE,
)
"""Where money that is sent comes from, or goes to, with no country named."""
_SUM: Final = r"(?:loans?|credits?|credit\s+lines?|deposits?|financing|lending|funding|funds?|money|cash|aid|assistance|help|relief|support|grants?|donations?|gifts?|supplies|contributions?|investments?|FDI|capital|remittances?|transfers?|projects?|stakes?)"
_SOME: Final = r"(?:[\w.,$€£%-]+\s+){0,3}?"
_ALSO: Final = r"(?:\s+(?:also|has|had|have|only|then|still|now|alone|will|is|are|to|would|already|again|agreed))*\s+"
_GIVES: Final = r"(?:lend|lends|lent|give|gives|gave|given|grant(?:s|ed)?|pledge[sd]?|promise[sd]?|provide[sd]?|donate[sd]?|invest(?:s|ed)?|put|pour(?:s|ed)|extend(?:s|ed)?|rolled\s+over|wrote\s+off|forgave|forgives|cancel(?:s|led|ed)|contribute[sd]?|placed|deposit(?:s|ed)|financ(?:es|ed)|disbursed|offer(?:s|ed)?|allocate[sd]?|committed)"
_GETS: Final = r"(?:get|gets|got|receive[sd]?|borrow(?:s|ed)?|owe[sd]?|secure[sd]?|obtain(?:s|ed)?|attract(?:s|ed)?|drew|(?:took|takes|taken)\s+in|brought\s+home|repay|repays|repaid|paid\s+back|pays\s+back|service[sd]?)"
_GIVER: Final = r"(?:investors?|lenders?|creditors?|donors?|sources?|contributors?|backers?|financiers?)"
_GETTER: Final = r"(?:recipients?|borrowers?|debtors?|beneficiar(?:y|ies)|receivers?)"
_CAPITAL: Final = r"capital(?=\s+(?:for\s+[a-z]|into\b|inflows?|flows?|invest|from\b|worth\b))"
"""Money, and no city."""
OWNER_GIVES: Final = re.compile(
    rf"(?:['’]s?)?\s+{_SOME}(?:lending|aid|assistance|grants?|donations?|gifts?|contributions?|investments?|deposits?|loans?|credits?|credit\s+lines?|funding|funds|money|{_CAPITAL}|investors?|lenders?|creditors?|donors?)\b",
    re.IGNORECASE,
)
"""Behind an adjective or a possessive: "Chinese loans", "Japan's latest grant"."""
NAME_GIVES: Final = re.compile(
    rf"\s+(?:lending|aid|assistance|grants?|grant\s+aid|donations?|investments?|loans?|credits?|funding|money|{_CAPITAL}|investors?|lenders?|creditors?|donors?)\b",
    re.IGNORECASE,
)
"""Right behind a bare name: "China loans"."""
BEHIND_GIVER: Final = re.compile(
    rf"{_ALSO}{_GIVES}\b|\s*,?\s+(?:is|was|remains?|remained|became|as)\s+(?:[\w'’-]+\s+){{0,5}}?{_GIVER}\b",
    re.IGNORECASE,
)
FUND_BEHIND: Final = re.compile(
    r"(?:'s|’s)?\s+(?:[A-Z]\w+\s+|for\s+|and\s+|of\s+){0,3}?(?:Fund|Development\s+Bank|(?:Exim|EXIM|Eximbank|Export[- ]Import)\s*(?:Bank)?|Development\s+(?:Agency|Corporation)|Cooperation\s+Agency)\b"
)
FUND_BEFORE: Final = re.compile(
    r"\b(?:Fund|Ex-?im(?:\s+[Bb]ank)?|EXIM(?:\s+Bank)?|Export[- ]Import\s+Bank|Development\s+Bank)\s+of\s+(?:the\s+)?$"
)
FUNDS: Final = re.compile(
    r"KfW|GIZ|JICA|JBIC|KOICA|KEXIM|USAID|AusAID|CIDA|DFID|Norad|Sida|TIKA|BNDES|AECID|Enabel|Proparco|SOFAZ|Japan (?:Bank for )?International Cooperation(?: Agency)?|Agence Fran[cç]aise de D[ée]veloppement|(?:China |Turk )?Eximbank.*"
)
"""The funds and banks by which states lend and give, behind, before and without the name of their country."""
BEFORE_GIVER: Final = re.compile(
    rf"\b(?:{_SUM}\s+{_SOME}(?:from|by)|(?:owe[sd]?|owing|repa(?:y|id)|debts?|repayments?)\s+{_SOME}(?:to|with)|(?:borrow\w*|received|got|secured|obtained|repatriated)\s+{_SOME}from|(?:lent|given|granted|donated|financed|funded|provided|pledged)\s+by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
BEHIND_GETTER: Final = re.compile(
    rf"['’]s?\s+{_SOME}(?:debts?|borrowings?|arrears|creditors?|lenders?|donors?|(?:foreign\s+)?investors?|repayments?|central\s+bank)\b|{_ALSO}{_GETS}\b|\s*,?\s+(?:is|was|remains?|remained|became|as)\s+(?:[\w'’-]+\s+){{0,5}}?{_GETTER}\b",
    re.IGNORECASE,
)
BEFORE_GETTER: Final = re.compile(
    rf"\b(?:{_SUM}\s+{_SOME}(?:to|for|into|in)|{_GIVES}\s+{_SOME}(?:to|for|into|in)|(?:lent|lend(?:s|ing)?|gave|giv(?:e|es|en|ing)|granted|granting|promis(?:e|es|ed|ing)|offer(?:s|ed|ing)?|award(?:s|ed)|forg(?:ave|ives?|iven)|help(?:s|ed|ing)?|assist(?:s|ed|ing)?|support(?:s|ed|ing)?)|(?:owed|borrowed|received|obtained|drawn|repaid)\s+by|{_GIVER}\s+(?:in|to|of|for)|(?:invest\w*|projects?|stakes?)\s+in)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


NO_SUM_GIVEN: Final = re.compile(
    r"\b(?:profits?|turnover|revenues?|sales|exports?|imports?|trade|gdp|budget|tax(?:es)?|seized|fined?|stolen|smuggl\w+|shares\s+(?:rose|fell)|market\s+(?:value|capitali[sz]ation)|prices?|auction\w*)\b",
    re.IGNORECASE,
)
"""In a sentence whose sums may be of another matter."""
AGREEING: Final = re.compile(
    r"\b(?:sign(?!\s+(?:that|of)\b)\w*|agree\w*|between|conclud\w+|seal\w*|deals?|pacts?|accords?|memorand\w+)\b",
    re.IGNORECASE,
)
"""What two do with each other who stand side by side."""
OWED_BY_ALL: Final = re.compile(
    r"\b(?:external|foreign|overseas|sovereign|public)\s+(?:[a-z]+\s+)?(?:debts?|liabilities|borrowings?)\b",
    re.IGNORECASE,
)
"""A debt to whoever has lent."""
GIVEN_TO_ALL: Final = re.compile(
    r"\b(?:overseas|foreign)\s+(?:development\s+)?(?:aid|assistance)\b|\bofficial\s+development\s+assistance\b|\b(?:help|aid|assistance)\s+abroad\b|\baid\s+budget\b",
    re.IGNORECASE,
)
"""Aid to whoever gets it."""
DONORS: Final = frozenset(
    "AUS AUT BEL CAN CHE CHN CZE DEU DNK ESP EST FIN FRA GBR GRC HUN IRL ISL ITA JPN KOR LTU LUX NLD NOR NZL POL PRT SVK SVN SWE USA EU "
    "ARE IND KWT QAT RUS SAU SUN TUR".split()
)
"""Members of the Development Assistance Committee of the OECD, and other states that report or are known to give aid and loans."""
