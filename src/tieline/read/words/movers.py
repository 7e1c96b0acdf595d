"""Words for people who move to live, work, study or find refuge in another country, and for what lets them in.

Tourists are no such people: they are told as tourism.  Soldiers, fans and the victims of accidents are neither.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from tieline.model import lazy_re as re

MOVERS: Final = (
    r"(?:refugees?|asylum[- ]seekers?|migrants?|immigrants?|emigrants?|deportees?|returnees?|evacuees?|exiles"
    r"|guest[- ]?workers?|cross[- ]border\s(?:workers?|commuters?|employees)|frontier\sworkers?|commuters?(?=\sfrom\b)|expatriates?|expats|(?:foreign|international|overseas|exchange)\sstudents?|(?:foreign|seasonal|migrant|overseas)\s(?:workers?|labou?rers?))"
)
"""Who moves, whatever the verb beside them."""
COUNTED_IF_MOVED: Final = (
    r"(?:(?:seasonal|migrant|contract|domestic|skilled|unskilled|care|farm|construction|foreign)\s)?"
    r"(?:workers?|labou?rers?|nurses?|maids?|helpers?|caregivers?|nationals?|citizens?|students?|people|persons?|arrivals"
    r"|families|children|women|men|prisoners|detainees|compatriots|employees|engineers|doctors|trainees|interns)"
)
"""Who moves only where a verb says so."""
PAPERS: Final = r"(?:(?:study|student|work|working|working[- ]holiday|residence|entry|humanitarian)\s)*(?:visas?|permits?)|(?:labou?r|work)\s+patents?|patents?(?=\s+to\s+work\b)"
"""What lets them in."""
REQUESTS: Final = r"(?:visa|study permit|work permit|asylum)\sapplications?|applications?\sfor\s(?:[a-z]+\s){0,2}(?:visas?|permits?|asylum)|enroll?ments?|asylum\s(?:applications?|requests?|claims?)|requests\sfor\sasylum|deportations?|repatriations?|resettlements?|(?:e|im)?migration"

_HOME: Final = r"(?:[\w,.'-]+\s+){0,7}?(?:home|back)\b"
_SOME: Final = r"(?:(?:about|some|over|nearly|almost|more\s+than|around|only|just|another|up\s+to|at\s+least|the|its|a\s+further)\s+)*\d[\d,.]*(?:\s+(?:million|thousand))?\s+"
_NOW: Final = r"(?:(?:also|now|still|currently|already|mostly|legally|permanently|today)\s+)*"
TAKEN_ON: Final = rf"(?:employ(?:s|ed)?|hosts?|hosted|hous(?:es|ed)|shelter(?:s|ed)?|accept(?:s|ed)?|admit(?:s|ted)?|absorb(?:s|ed)?|recruit(?:s|ed)?|hire[sd]?|home\s+to)\s+{_SOME}"
"""A verb by which a country has people of another, with their number: "employs 600,000 Nepalis"."""
PEOPLE_LIKE: Final = r"(?:(?:\w+(?:ed|ing|ar|al|ant|ary|ble)|other|more|new|young|ethnic|such|former|non-[a-z]+)\s+)"
"""A word between a number and a nation that tells what the people are like: "670,000 registered Syrian refugees"."""
_ROLES: Final = r"(?:\s(?:workers|labou?rers|nurses|doctors|teachers|engineers|students|nationals|citizens|people|migrants|maids|drivers|sailors|miners|fishermen|interns|trainees|carers|caregivers|farmhands|families|men|women|children))"
ANY_ROLE: Final = r"(?!\s(?:firms|companies|businesses|banks|groups|brands|shops|chains|schools|restaurants|airlines|carriers|vessels|ships|machines|agencies|investors|projects|goods|products)\b)(?:\s[a-z]+(?:s|men|women|people|children))(?:\s(?:and|or)\s[a-z]+(?:s|men|women))?"
AT_WORK: Final = (
    r"(?:(?:work|live|study|reside|practi[sc]e|teach|toil)(?:ed)?|(?:are|were)\s+(?:employed|enrolled|housed|settled|registered|working|living|studying|teaching)"
    r"|(?:have|had|hold|held|found|find|got|get|took|taken|took\s+up)\s+(?:[a-z]+\s+){0,2}(?:jobs?|work|employment|posts|places|residency|citizenship))\s+(?:in|at)"
)
"""What people of a nation do who stay in another country, whatever they are: "9,400 Ghanaian fishermen work in"."""
_STAY: Final = (
    rf"{TAKEN_ON}{PEOPLE_LIKE}{{0,2}}(?:(?-i:[A-Z])\w+|nurses|doctors|teachers|workers|labou?rers|maids|seasonal|foreign|migrant|engineers|farm)"
    rf"|\d[\d,.]*\s+(?:(?:million|thousand)\s+)?{PEOPLE_LIKE}?(?-i:[A-Z])\w+(?:{ANY_ROLE})?\s+(?:who\s+)?{_NOW}{AT_WORK}"
    rf"|\b(?:there\s+(?:are|were|is|was)|has|have|had|houses?)\s+{_SOME}{PEOPLE_LIKE}{{0,2}}(?-i:[A-Z])\w+(?:{_ROLES}|s|ese)\b"
    r"|(?:workers?|labou?rers?|nurses|engineers|doctors|maids|nationals|students)\s+in\s+(?:the\s+)?(?-i:[A-Z])\w+|(?:permits|patents)\s+to\s+work|(?:influx|exodus)\s+of\s+(?-i:[A-Z])\w+|number\s+of\s+(?-i:[A-Z])\w+\s+(?:crossing|moving|migrating|heading)\s+(?:in)?to"
)
MOVED: Final = re.compile(
    r"\b(?:deport(?:ed|s|ing|ations?)?|expel(?:led|s|ling)?|expuls\w+|repatriat\w+|resettl\w+|evacuat\w+"
    rf"|(?:sent|sends?|sending|flown|flew|fly|flies|brought|took|taken|take|takes|turned|gone|went|go)\s+{_HOME}|return(?:ed|s|ing)?"
    r"|fled|flee(?:s|ing)?|cross(?:ed|es|ing)?|(?:seek(?:s|ing)?|sought|request(?:ed|ing)?|appl(?:y|ied|ying)\s+for|granted|given)\s+(?:\w+\s+)?(?:asylum|refuge|protection|citizenship)"
    r"|(?:took|taken|takes?|taking|let|lets|letting|came|come|comes|coming)\s+in|admit(?:s|ted|ting)?|accept(?:s|ed|ing)?|absorb(?:s|ed|ing)?|shelter(?:s|ed|ing)?|hosts?|hosted|hosting|hous(?:es|ed|ing)"
    r"|receiv(?:es?|ed|ing)|welcom(?:es?|ed|ing)|register(?:s|ed|ing)?|recogni[sz]ed|naturali[sz]ed|intercepted|detained"
    r"|(?:now\s+)?(?:liv(?:es?|ed|ing)|resid(?:es?|ed|ing)|work(?:s|ed|ing)?|study|studie[sd]|studying|settl(?:es?|ed|ing)|enrol(?:l?ed|l?ing)?|employed|stranded|based)"
    r"|e?migrat(?:es?|ed|ing|ion)|immigration|deploy(?:s|ed|ing|ment)?|home\s+to|has|have|had|recruit(?:s|ed|ing)?|hir(?:es?|ed|ing)|employs?|issu(?:es?|ed|ing)|grant(?:s|ed|ing)?|admission)\b",
    re.IGNORECASE,
)
"""Verbs by which people come to be in another country, or leave it; in a story of movers they are what counts them."""
SENT_AWAY: Final = re.compile(
    rf"\b(?:{_STAY}|"
    r"deport(?:ed|s|ing|ations?)|expel(?:led|s|ling)|repatriat\w+|resettl\w+|(?:sent|sends?|sending|flown|flew)\s+"
    r"(?:(?:about|some|over|nearly|almost|more\s+than)\s+)?\d[\d,.]*(?:\s+(?:million|thousand))?\s+(?:\w+\s+)?(?:students|workers|nurses|teachers|doctors|maids|labou?rers)\s+to|(?:sent|sends?|sending|flown|flew)\s+"
    rf"{_HOME}|fled|flee(?:s|ing)?|left\s+(?:their\s+(?:own\s+)?(?:home\s+)?(?:country|homeland)|the\s+country(?=\s*[.,;]|\s+(?:since|during|over|last|this|because|after|when|every|each)\b))|asylum|(?:take|took|taken|taking)\s+in|left\s+for|found\s+(?:work|jobs)\s+in|flown\s+out|e?migrat(?:ed|ing)|work(?:s|ed|ing)\s+in|(?-i:[A-Z])\w+(?:s|ese|ish)\s+work\s+in|liv(?:es?|ed|ing)\s+in|live\s+(?:\w+\s+){{0,2}}in|resid(?:es?|ed|ing)\s+in|stud(?:y|ied|ying)\s+(?:in|at)|students\s+(?:at|in|on|to|from|enrolled|number(?:ed|s)?)|return(?:ed|s|ing)?\s+(?:home|from|to|(?:(?:about|some|over|nearly|almost|more\s+than)\s+)?\d[\d,.]*)|visas?|permits?|naturali[sz]ed|(?:granted|given|gave|obtained|acquired|received)\s+(?:\w+\s+)?(?:citizenship|residency)|number\s+of\s+(?-i:[A-Z])\w+\s+(?:\w+\s+)?in)\b",
    re.IGNORECASE,
)
"""Of these the ones that alone make a count of Haitians, or of people, one of movers."""
NO_MOVERS: Final = re.compile(
    r"\b(?:soldiers?|troops|peacekeepers?|airmen|spectators|fans|players|athletes|diplomats?|killed|wounded|injured|dead|drowned|died|arrested|polled|respondents|tourists?|tourism|visitors?|holidaymakers?|passengers?|guests|pilgrims?)\b",
    re.IGNORECASE,
)
"""Who is counted for another reason."""


ALWAYS: Final = re.compile(rf"\b(?:{MOVERS}|{REQUESTS})\b", re.IGNORECASE)
_LIKELY: Final = (
    "refug", "asylum", "migra", "deport", "repatri", "evacu", "exile", "expat", "expel", "resettl", "guest worker", "guest-worker", "returne", "return", " home", " back",
    "fled", "flee", "ke in", "aken in", "ook in", "taking in", "left for", "left the", "number of ", "flown out", "work", "found job", "enrol", "nurse", "live", "living", "resid", "stud", "visa", "permit", "naturali", "employ", "houses", "housed", "host", "shelter", "accept", "admit", "absorb", "recruit", "hire", "labour", "labor", "doctors", "engineers", "maids", "nationals", "patents", "influx", "exodus", " job", "practi", "teach", "citizenship", "commuter", "cross-border", "frontier", "there are ", "there were ",
)  # fmt: skip
"""One of these every such sentence holds: asked first, as most hold none."""


@lru_cache(maxsize=4_000)
def tells_movers(text: str) -> bool:
    """A sentence tells of people who move to stay: it names them, or a verb that moves them, and no travellers or soldiers.

    >>> tells_movers("Germany sent 155 Afghans home"), tells_movers("Police in Athens arrested 42 Albanians")
    (True, False)
    """
    low = text.lower()
    if not any(stem in low for stem in _LIKELY):
        return False
    told = ALWAYS.search(text) is not None or SENT_AWAY.search(text) is not None
    return told and NO_MOVERS.search(text) is None
