"""The words round a number that belong to it: its bound ("nearly", "or more"), its rate ("a year"); and prices."""

from __future__ import annotations

from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.model.hedges import BOUND_OF, pattern
from tieline.model.movement import GOES_UP, RISE, forms_of
from tieline.model.vocabulary import Bound
from tieline.read.numbers.scan import Figure
from tieline.read.words.forms import forms
from tieline.read.words.trade import NOUN_ANCHORS, words

_DENIED = (
    r"(?:(?:(?:did|do|does|has|have|had|is|are|was|were|will|would|could|can)(?:\s+(?:still|so\s+far))?\s*n[o'’]t(?:\s+(?:yet|ever|even|once))?"
    r"|\bnever(?:\s+(?:yet|once|even))?(?:\s+(?:has|have|had))?|\bwithout(?:\s+(?:ever|even|yet))?"
    r"|\b(?:has|have|had|is|are|was|were)(?:\s+(?:still|so\s+far))?\s+yet\s+to|\bfail(?:s|ed|ing)?\s+to)\s+)"
)
"""Before a verb that a number is held against: "have never exceeded", "without topping", "has yet to reach"."""
_GO_PAST = (
    r"(?:exceed(?:ed|ing)?|top(?:ped|ping)?|surpass(?:ed|ing)?|pass(?:ed|ing)?|cross(?:ed|ing)?|breach(?:ed|ing)?"
    r"|(?:go(?:ne|ing)?|r[io]sen?|rising|climb(?:ed|ing)?|grown?|be(?:en)?)\s+(?:above|over|beyond|past|more\s+than|higher\s+than))"
)
_REACH = (
    r"(?:reach(?:ed|ing)?|hit(?:ting)?|touch(?:ed|ing)?|attain(?:ed|ing)?|match(?:ed|ing)?"
    r"|(?:get(?:ting)?|got(?:ten)?|come|r[io]sen?|climb(?:ed|ing)?)\s+to)"
)
_UNDERCUT = (
    r"(?:(?:f[ae]ll(?:en|ing)?|drop(?:ped|ping)?|slip(?:ped|ping)?|s[iu]nk(?:ing)?|dip(?:ped|ping)?|be(?:en)?|go(?:ne|ing)?)"
    r"\s+(?:below|under|beneath|short\s+of|(?:less|fewer|lower)\s+than))"
)
PASSED = rf"(?:{_GO_PAST}|{_REACH}|{_UNDERCUT})"
"""What is done to a level, and no amount of a change."""
_VERBS: dict[Bound, str] = {
    "at_most": r"|not exceed(?:ing)?|up to up to",
    "over": r"|exceed(?:ed|ing|s)?|surpass(?:ed|ing|es)?|topped|topping",
    "about": r"|approx\.",
}


def _hedges(bound: Bound) -> str:
    return pattern(word for word, each in BOUND_OF.items() if each == bound) + _VERBS.get(bound, "")


_BOUND_BEFORE: list[tuple[str, Bound]] = [
    (_DENIED + _GO_PAST, "at_most"),
    (_DENIED + _UNDERCUT, "at_least"),
    (rf"{_DENIED}{_REACH}|nowhere near", "under"),
    *((_hedges(bound), bound) for bound in ("almost", "at_least", "at_most", "over", "under", "about")),
]
_BOUND_TAIL = re.compile(
    r"(?:^|[\s(\-])(?:"
    + "|".join(f"(?P<b{i}>{pattern})" for i, (pattern, _) in enumerate(_BOUND_BEFORE))
    + r")(?:\s+(?:by|to|a|an|the|record))?[\s-]*$",
    re.IGNORECASE,
)
_BOUND_AFTER = re.compile(
    r"\s+(?:(?P<atleast>or more|and above|plus\b|or higher)|(?P<about>or so|or thereabouts)|(?P<atmost>or less|or fewer))",
    re.IGNORECASE,
)
_PER = re.compile(
    r"\s*(?:(?:of\s+[\w ]{1,25}?\s)?(?:a|per|each|every|/)\s?(?P<a>day|month|year)\b(?!\s+(?:earlier|ago|before|later)|-)|(?P<b>daily|monthly|annually|yearly)\b|(?P<c>/(?:yr|d)\b)|(?P<d>per annum|p\.a\.))",
    re.IGNORECASE,
)
PRICE = re.compile(
    r"\s*(?:(?:an?|per|each|/)\s*(?:metric |short |troy )?(?:tonnes?|tons?|barrels?|kg|kilo(?:gram)?s?|head|shares?|pounds?|lbs?|ounces?|gallons?|lit(?:re|er)s?|persons?|units?|bushels?|mmbtu|million btu|cubic met|megawatt|mwh|kwh|carat|dozen|piece|visitor|ticket|night)\b|apiece\b|each\b(?!\s+(?:day|month|year)\b))",
    re.IGNORECASE,
)
"""A price is no quantity of trade."""
EACH = re.compile(r"\s+(?:each|apiece)\b", re.IGNORECASE)
"""Behind what each of several names has: "Chile and Peru with $1.2 billion each"; behind a small sum it is a price."""
CONTAINER = re.compile(
    r"\b(?:bags?|sacks?|bales?|cartons?|crates?|box(?:es)?|bottles?|cases?|cylinders?|drums?)\s+(?:of|weighing|each of)\s+(?:about\s+)?$",
    re.IGNORECASE,
)
"""Before the measure of one of them."""


_AVERAGE = re.compile(
    r"\b(?<!annual )(?<!yearly )(?<!monthly )(?<!daily )averag(?:e|ed|es|ing)\b[^.;:,\d]{0,40}$", re.IGNORECASE
)


def with_rate_of_average(text: str, figures: list[Figure]) -> list[Figure]:
    """As in "sold $350 million a month last year, this year the average is $100 million": the average is of the rate told before it."""
    out: list[Figure] = []
    for figure in figures:
        rates = [f for f in out if (f.kind, f.unit) == (figure.kind, figure.unit) and f.per is not None]
        of_rate = rates and figure.per is None and _AVERAGE.search(text[: figure.start])
        out.append(replace(figure, per=rates[-1].per) if of_rate else figure)
    return out


_NEAR = 48
_UP_TO = re.compile(r"up to\b", re.IGNORECASE)
_CAUSED = re.compile(
    r"\b(?:push|pull|drag|lift|sen[dt]|t[ao]k|took|driv|drove|bring|brought|bump|nudg|jack)\w*\s+(?P<what>[^.;:,]{2,70})(?<!\sof)$",
    re.IGNORECASE,
)
"""Before "up to" where something is moved there: "pushed Ghana's exports up to $2 billion"."""


def _moved_up_to(text: str, start: int, figure: Figure) -> bool:
    """As in "shot up to $4 billion", "demand pushed sales up to 3": how far something went, and no bound; "rose up to 5 percent" has one, "sent Chile up to 300 tonnes" too."""
    if _UP_TO.match(text, start) is None:
        return False
    lead = text[:start].rstrip()
    word = lead[lead.rfind(" ") + 1 :].lower()
    if word in _CREEPING or (word in _RISING and figure.kind in {"money", "quantity"}):
        return True
    caused = _CAUSED.search(lead)
    moved = re.findall(r"[a-z]+", caused["what"].lower()) if caused is not None else []
    return any(form in NOUN_ANCHORS or form in _LEVELS for each in moved for form in forms(each))


_LEVELS = words("them it total figure number value level share")
_AT_NO_TIME = re.compile(
    r"\b(?:at no (?:time|point|stage)|never|not once|in no (?:single )?year)\s(?:[^.;:\d]|\b(?:19|20)\d\d\b){0,40}?\b(?:has|have|had|did|do|does|was|were|is|are)\s[^.;:,\d]{3,80}$",
    re.IGNORECASE,
)
"""Before the bound of what is denied at the head of its clause: "at no time have exports to Chile been above $3 million"."""
_TURNED: dict[Bound, Bound] = {"over": "at_most", "at_least": "under", "under": "at_least", "at_most": "over"}
_RISING = frozenset(form for verb in RISE for form in forms_of(verb))
_CREEPING = frozenset(form for verb in GOES_UP - {"pick", "move", "build", "step"} for form in forms_of(verb))


def with_words(text: str, figure: Figure) -> Figure:
    """Take in the bound words before and after, and the rate."""
    start, end, bound, per = figure.start, figure.end, figure.bound, figure.per
    before = _BOUND_TAIL.search(text[max(0, start - _NEAR) : start])
    if before:
        index = next(int(k[1:]) for k, v in before.groupdict().items() if v)
        begins = max(0, start - _NEAR) + before.start(f"b{index}")
        if _moved_up_to(text, begins, figure):
            begins += len("up to ")
        elif bound is None:
            bound = _BOUND_BEFORE[index][1]
            bound = _TURNED.get(bound, bound) if _AT_NO_TIME.search(text[:begins]) else bound
        start = begins
    elif bound == "between" and re.search(r"\bbetween\s+$", text[:start], re.IGNORECASE):
        start = re.search(r"\bbetween\s+$", text[:start], re.IGNORECASE).start()  # type: ignore[union-attr]
    after = _BOUND_AFTER.match(text, end)
    if after and bound is None:
        bound = "at_least" if after["atleast"] else "about" if after["about"] else "at_most"
        end = after.end()
    rate = _PER.match(text, end)
    if rate and figure.kind in {"money", "quantity"} and per is None:
        word = (rate["a"] or rate["b"] or rate["c"] or rate["d"] or "").lower()
        per = "day" if word.startswith(("day", "dai", "/d")) else "month" if word.startswith("month") else "year"
    return replace(figure, start=start, end=end, bound=bound, per=per)
