"""Words that tell which end of a sum a country is at: "a Chinese loan", "lent by China", "Fiji's debt", "owed by Fiji"."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.words.trade import words

GIVING: Final = words(
    "lend loan give grant pledge promise provide donate invest put pour extend contribute allocate earmark commit disburse finance fund send remit transfer place deposit offer hand set inject award release"
)
"""Verbs whose subject gives."""
GETTING: Final = words("get receive have borrow owe secure obtain attract draw raise repay earn win")
"""Verbs whose subject receives, or has to pay back."""
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
SENT_WORDS: Final = re.compile(r"\b(?:money|cash|sums?)\s+(?:[\w ]{0,40}\s)?(?:sent|sends?|wired)\b", re.IGNORECASE)
LENT_WORDS: Final = re.compile(
    r"\b(?:deposits?|(?:at|with|in|into)\s+(?:the\s+|[A-Z]\w+['’]s\s+)?(?:central|state|national|reserve)\s+bank|financing|refinanc\w+|swaps?|(?:wrote|written|writ(?:es?|ing))\s+off|rolled\s+over|line\s+of\s+credit)\b",
    re.IGNORECASE,
)
GIFT_WORDS: Final = re.compile(
    r"\bcontributions?\b|\b(?:set|sets|setting|put)\s+aside\b|\bhand(?:s|ed|ing)?\s+over\b|\bcheques?\b|\brebuild\b|\bschools?\b|\bhospitals?\b|\bclinics?\b",
    re.IGNORECASE,
)
"""Words of loans and of aid that are so only between one who gives and one who receives."""
_SUM: Final = r"(?:loans?|credits?|credit\s+lines?|deposits?|financing|lending|funding|funds?|money|cash|aid|assistance|help|relief|support|grants?|donations?|gifts?|supplies|contributions?|investments?|FDI|capital|remittances?|transfers?|projects?|stakes?)"
_SOME: Final = r"(?:[\w.,$€£%-]+\s+){0,3}?"
_ALSO: Final = r"(?:\s+(?:also|has|had|have|only|then|still|now|alone|will|is|are|to|would|already|again|agreed))*\s+"
_GIVES: Final = r"(?:lend|lends|lent|give|gives|gave|given|grant(?:s|ed)?|pledge[sd]?|promise[sd]?|provide[sd]?|donate[sd]?|invest(?:s|ed)?|put|pour(?:s|ed)|extend(?:s|ed)?|rolled\s+over|wrote\s+off|forgave|forgives|cancel(?:s|led|ed)|contribute[sd]?|placed|deposit(?:s|ed)|financ(?:es|ed)|disbursed|offer(?:s|ed)?|allocate[sd]?|committed)"
_GETS: Final = r"(?:get|gets|got|receive[sd]?|borrow(?:s|ed)?|owe[sd]?|secure[sd]?|obtain(?:s|ed)?|attract(?:s|ed)?|drew|repay|repays|repaid|paid\s+back|pays\s+back|service[sd]?)"
_GIVER: Final = r"(?:investors?|lenders?|creditors?|donors?|sources?|contributors?|backers?|financiers?)"
_GETTER: Final = r"(?:recipients?|borrowers?|debtors?|beneficiar(?:y|ies)|receivers?)"
BEHIND_GIVER: Final = re.compile(
    rf"(?:['’]s?)?\s+{_SOME}(?:lending|aid|assistance|grants?|donations?|gifts?|contributions?|investments?|deposits?)\b"
    rf"|\s+{_SOME}(?:loans?|credits?|credit\s+lines?|funding|money|capital|investors?|lenders?|creditors?|donors?)\b|{_ALSO}{_GIVES}\b|\s*,?\s+(?:is|was|remains?|remained|became|as)\s+(?:[\w'’-]+\s+){{0,5}}?{_GIVER}\b",
    re.IGNORECASE,
)
BEFORE_GIVER: Final = re.compile(
    rf"\b(?:{_SUM}\s+{_SOME}(?:from|by)|(?:owe[sd]?|owing|repa(?:y|id)|debts?|repayments?)\s+{_SOME}(?:to|with)|(?:borrow\w*|received|got|secured|obtained|repatriated)\s+{_SOME}from|(?:lent|given|granted|donated|financed|funded|provided|pledged)\s+by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
BEHIND_GETTER: Final = re.compile(
    rf"['’]s?\s+{_SOME}(?:debts?|borrowings?|arrears|creditors?|lenders?|donors?|(?:foreign\s+)?investors?|repayments?|central\s+bank)\b|{_ALSO}{_GETS}\b|\s*,?\s+(?:is|was|remains?|remained|became|as)\s+(?:[\w'’-]+\s+){{0,5}}?{_GETTER}\b",
    re.IGNORECASE,
)
BEFORE_GETTER: Final = re.compile(
    rf"\b(?:{_SUM}\s+{_SOME}(?:to|for|into|in)|{_GIVES}\s+{_SOME}(?:to|for|into|in)|(?:lent|gave|lend|give|granted|promised)|{_GIVER}\s+(?:in|to|of|for)|(?:invest\w*|projects?|stakes?)\s+in)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


NO_SUM_GIVEN: Final = re.compile(
    r"\b(?:profits?|turnover|revenues?|sales|exports?|imports?|trade|gdp|budget|tax(?:es)?|seized|fined?|stolen|smuggl\w+|shares\s+(?:rose|fell)|market\s+(?:value|capitali[sz]ation)|prices?|auction\w*)\b",
    re.IGNORECASE,
)
"""In a sentence whose sums may be of another matter."""
