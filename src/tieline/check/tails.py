"""Words beside a figure that bear on whether the sentence is true, and that no part of the verdict was judged by: a claim with them is not borne out.

"The lowest since March 2016", "for the fifth month in a row", "its first deficit", "the third-highest total on record", "8 percent
narrower than in 2013", "undoing the fall of the year before": each may be untrue beside a figure that is right to its last digit.
Where a part of the verdict tells what it was judged by, the words that it names are answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tieline.check.parts import Judged
from tieline.check.phrases import claimed_words
from tieline.check.setting import Setting
from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend
from tieline.model.english import ANY_MONTH
from tieline.model.precision import significant

UNJUDGED = "the words tell more than was held against the figures"
"""How a note begins that keeps a claim from being supported, with the words behind it."""
_YEAR = r"(?:19|20)\d\d"
MONTH = rf"(?:{ANY_MONTH})"
EXTREME = r"(?:highest|largest|biggest|greatest|strongest|best|busiest|steepest|sharpest|fastest|quickest|lowest|smallest|weakest|worst|slowest|quietest|poorest)"
NTH = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:nd|rd|th))"
_TIMES = r"(?:months?|quarters?|years?|decades?)"
LOW = re.compile(r"low|smallest|weakest|worst|slow|quietest|poorest", re.IGNORECASE)
"""Of the words of an extreme: those of a low one."""
_STRAIGHT = r"(?:straight|consecutive|successive)"
_MOVES = r"(?:rises?|increases?|gains?|advances?|jumps?|growth|expansion|falls?|drops?|declines?|decreases?|losses|slumps?|contraction)"
_GAPS = r"(?:surplus(?:es)?|deficits?|shortfalls?)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{EXTREME}\b[^.;,$€£¥\d]{{0,40}}?\bsince\s+(?:at\s+least\s+)?(?:(?:early|late|mid)[ -])?(?:{MONTH}\s+)?{_YEAR}\b",
        rf"\b{EXTREME}\b[^.;,$€£¥\d]{{0,30}}?\b(?:in|for)\s+(?:(?:more\s+than|at\s+least|over|nearly|almost|about|the\s+(?:last|past))\s+)?(?!the\b)[\w-]+\s+{_TIMES}\b",
        r"\b[\w-]+[- ](?:month|quarter|year|decade)[- ](?:high|low|peak)\b",
        rf"\b(?:for\s+)?(?:the|a|an)\s+{NTH}\s+(?:{_STRAIGHT}\s+)?(?:month|quarter|year)(?:\s+(?:in\s+a\s+row|running|in\s+succession))?\b(?!\s+of\b)",
        rf"\b{NTH}\s+(?:{_STRAIGHT}\s+(?:(?:monthly|quarterly|annual|yearly)\s+)?\w+|(?:monthly\s+|quarterly\s+|annual\s+|yearly\s+)?\w+\s+(?:in\s+a\s+row|running|in\s+succession))\b",
        rf"\b[\w-]+\s+(?:{_STRAIGHT}\s+(?:(?:monthly|quarterly|annual|yearly)\s+)?(?:{_TIMES}|{_MOVES}|{_GAPS})|{_TIMES}\s+(?:in\s+a\s+row|running|in\s+succession))\b",
        rf"\b(?:runs?|streaks?|strings?|series)\s+of\s+[\w-]+\s+(?:[\w-]+\s+){{0,3}}?(?:{_TIMES}|{_MOVES}|{_GAPS})\b",
        rf"\bafter\s+(?:[\w-]+\s+){{1,2}}?(?:years|months|quarters|decades?)\s+of\s+(?:[a-z]+\s+)?(?:{_MOVES}|{_GAPS})\b",
        r"\b(?:more|higher|larger|bigger|greater|less|lower|smaller|fewer)\b[^.;,]{0,60}?\bthan\s+(?:in|during|at)\s+any\s+(?:\w+\s+)?(?:year|month|quarter|time)\b",
        r"\b(?:in|during)\s+(?:every|each)\s+(?:single\s+)?(?:month|quarter|year)\b(?!\s+on\s+average)",
        r"\b(?:every|each)\s+(?:single\s+)?(?:month|quarter|year)\s+(?:from|since|between)\b",
        r"\bfor\s+the\s+first\s+time\b",
        rf"\b(?:was|were|is|being|marked)\s+(?:only\s+)?(?:its|their|the\s+country['’]s)\s+(?:very\s+)?(?:first|{NTH})(?:\s+ever)?(?=\s*(?:[.,;]|$|since\b|in\b))",
        rf"\bfirst\s+(?:ever\s+)?(?:(?:trade|annual|yearly|monthly|quarterly|bilateral)\s+)*(?:{_GAPS}|{_MOVES})\b(?=[^;]*?\b(?:in|since|ever|of|on|for|with)\b)",
        rf"\b{NTH}[- ]{EXTREME}\s+(?:(?:monthly|quarterly|annual|yearly)\s+)?(?:total|figure|level|value|amount|sum|result|month|quarter|year|{_MOVES})\b",
        rf"\b{NTH}[- ]{EXTREME}\s+(?:on\s+record|ever|of\s+the\s+(?:year|decade)|since)\b",
        rf"\b{EXTREME}\s+(?:month|quarter|year)\b(?:\s+(?:of|in|on|since|so\s+far|ever|for)\b)?",
        rf"\b(?:fastest|quickest|steepest|sharpest|slowest|strongest|weakest|biggest|largest|smallest)\s+(?:annual\s+|yearly\s+|monthly\s+)?(?:pace|rate|{_MOVES})\s+(?:of|in|since|on|for)\s+(?:the|its|their|any|record|{_YEAR})",
        rf"\b(?:undoing|undid|revers(?:ing|ed)|wip(?:ing|ed)\s+out|eras(?:ing|ed)|recoup(?:ing|ed)|mak(?:ing|es)\s+up|made\s+up|offsetting|cancell?ing\s+out|recover(?:ing|ed))\s+(?:(?:all|most|half|part|some|much|more\s+than|nearly|almost|of|for)\s+)*(?:the|its|their|that|a|an)\b[^.;,]{{0,40}}?\b{_MOVES}\b",
        r",\s+(?:overtaking|surpassing|outstripping|displacing|eclipsing|outpacing|outselling|overhauling)\s+(?=[A-Za-z])(?!(?:the|its|their|that|those|this)\b)",
        r",\s+(?:with\s+)?[a-z-]+\s+(?:overtaking|surpassing|outstripping|displacing|eclipsing|replacing)\s+[a-z][a-z-]*",
        r"\b(?:undoing|undid|reversing|recouping|recouped|regaining|regained)\b[^.;,]{0,30}?\b(?:the|its|their|what)\b[^.;,]{0,30}?\b(?:lost|gained|shed|given\s+up)\b",
        r"(?<!\w)(?:twice|double|triple|quadruple|[\w.]+\s+times)\s+(?:the|its|their)\s+(?:[A-Z]{1,3})?[$€£¥]?\s?\d",
        r"\b(?:main|top|biggest|largest|leading|chief|principal|most\s+important|number\s+one)\s+(?:single\s+)?(?:export|import)\b(?!\s+(?:market|partner|destination|customer|source|supplier|good))",
    )
)  # fmt: skip
"""Words that are answered where a part of the verdict names them."""
_SIZED = re.compile(
    r"(?P<number>\d+(?:\.\d+)?)\s?(?:percent|per cent|pct|%)\s+(?:narrower|wider|smaller|larger|bigger|higher|lower|greater|more|less|fewer|short\s+of|shy\s+of|below|above|under|over|down|up|off|ahead\s+of|behind)\b"
    r"|\b(?:down|up|slowing|easing|cooling|slower|quicker|faster|accelerating|quickening|picking\s+up|rising|falling|improving|compared|against|after|following)\b(?:[^.;,\d]|\b(?:19|20)\d\d\b){0,40}?\b(?P<then>\d+(?:\.\d+)?)\s?(?:percent|per cent|pct|%)(?!\s+(?:dut|tariff|tax|levy|interest|quota|of\b))",
    re.IGNORECASE,
)
"""Percentages that were told of the figure, and that a claim has where they were read."""
_BY_A_PART = re.compile(
    r"\bby\s+(?:(?:more|less)\s+than|over|under|about|around|almost|nearly|roughly|some|just\s+over|just\s+under|at\s+least)?\s*(?:an?\s+)?(?:half|third|quarter|fifth|sixth|seventh|eighth|tenth)\b(?!\s+of\b)"
    r"|\b(?:an?|one)[ -](?:half|third|quarter|fifth|sixth|seventh|eighth|tenth)\s+(?:wider|narrower|larger|smaller|bigger|higher|lower|more|less|fewer|above|below)\b",
    re.IGNORECASE,
)
_SO_MANY_TIMES = re.compile(
    r"\b(?:ris(?:en|es?)|rose|gr[eo]wn?|grows|increased|expanded|multiplied|climbed|fell|fallen|shr[au]nk)\s+(?:by\s+)?(?:(?:more|less)\s+than|over|almost|nearly|about|some)?\s*"
    r"(?:(?:\w+\s+and\s+a\s+half|(?!(?:some|many|several|in|at|a|the|few)\b)[\w.]+)\s+times(?!\s+(?:in|this|last|since|over)\b(?!\s+(?:19|20)\d\d))|\w+fold)\b",
    re.IGNORECASE,
)
_FIRST_TIME = re.compile(r"for\s+the\s+first\s+time", re.IGNORECASE)
_PASSING = re.compile(
    r"\b(?:below|under|beneath|above|over|past|beyond|topped|passed|exceeded|surpassed|crossed|breached|reached|hit)\s+(?:the\s+)?(?:[A-Z]{1,3})?[$€£¥]?\s?(?P<number>\d[\d,]*(?:\.\d+)?)[^.;,\d]*$",
    re.IGNORECASE,
)
_PACES = frozenset({"quicker", "slower"})
_LEAD = 15


def unjudged_in(setting: Setting, judged: Sequence[Judged]) -> str | None:
    """The words of a claim's clause that bear on its truth and that none of the parts answers; None where there are none."""
    clause, claim = setting.clause, setting.claim
    answered = [span for told in _told_by(judged, claim) for span in _places(clause, told)]
    for form in _FORMS:
        for found in form.finditer(clause):
            start, end = found.span()
            if not any(first < end and start < last for first, last in answered) and is_its_own(setting, start, end):
                return " ".join(found.group().split()).lstrip(", ")
    return _size_unread(setting, judged, answered)


def _told_by(judged: Sequence[Judged], claim: Measure | Trend) -> Iterable[str]:
    plain = claimed_words(claim) if isinstance(claim, Trend) else None
    for each in judged:
        for told in (*each.told, each.part.claimed):
            if isinstance(told, str) and told != plain:
                yield told.removeprefix("up, ").removeprefix("down, ")


def _places(clause: str, told: str) -> list[tuple[int, int]]:
    words = r"\s+".join(re.escape(word) for word in told.split())
    return [found.span() for found in re.finditer(words, clause, re.IGNORECASE)] if words else []


def tells_of_claim(setting: Setting, words: str) -> bool:
    """Words found in the clause of a claim are told of it."""
    start = setting.clause.index(words)
    return is_its_own(setting, start, start + len(words))


def is_its_own(setting: Setting, start: int, end: int) -> bool:
    """The words are this claim's, and no other's of the sentence: of the last that begins before them, or of the first where they lead."""
    own = len(setting.before)
    if start < own and start > _LEAD and re.search(r"[,;]", setting.before[end:]):
        return False  # of a clause of its own
    others = [(own + each.quote.start - setting.claim.quote.start, each) for each in setting.beside]
    starts = sorted({own, *(at for at, _ in others)})
    last = max((at for at in starts if at <= start), default=starts[0])
    if last != own:
        return False
    if isinstance(setting.claim, Trend):
        return not _FIRST_TIME.fullmatch(setting.clause, start, end) or not _told_of_a_level(setting, start)
    return not any(_answers_for(each, setting) for at, each in others if at == own)


def _told_of_a_level(setting: Setting, start: int) -> bool:
    """A level of the same flow stands before a first time, and is what was reached: "fell below $50 million | for the first time"."""
    claim, ahead = setting.claim, setting.clause[:start]
    levels = (
        each
        for each in setting.beside
        if isinstance(each, Measure)
        and each.value is not None
        and each.period == claim.period
        and (each.indicator, each.reporter, each.partner) == (claim.indicator, claim.reporter, claim.partner)
    )
    passed = _PASSING.search(ahead)
    return passed is not None and any(
        significant(passed["number"]) == significant(abs(each.value or 0)) for each in levels
    )


def _answers_for(other: Measure | Trend, setting: Setting) -> bool:
    """The direction of the same flow in the same words, or its level of a later time, which has the words to answer."""
    claim = setting.claim
    if (other.indicator, other.reporter, other.partner) != (claim.indicator, claim.reporter, claim.partner):
        return False
    if isinstance(other, Trend):
        return other.direction is not None
    return other.period is not None and other.period.start > setting.period.start


def _size_unread(setting: Setting, judged: Sequence[Judged], answered: Sequence[tuple[int, int]]) -> str | None:
    """A percentage or a part by which the figure is told to have moved, or lain apart from another, and that no claim of the sentence has."""
    told = [each for each in (setting.claim, *setting.beside) if isinstance(each, Measure)]
    numbers = {
        significant(f"{abs(number):g}")
        for each in told
        for number in (each.change_pct, each.share_pct, each.change_max, each.share_max)
        if number is not None
    }
    paced = any(each.part.claimed in _PACES for each in judged)
    for found in () if paced else _SIZED.finditer(setting.clause):
        size, (start, end) = found["number"] or found["then"], found.span()
        if any(first < end and start < last for first, last in answered):
            continue
        if significant(size) not in numbers and is_its_own(setting, *found.span()) and not _points(setting, found):
            return " ".join(found.group().split())
    moves = any(each.change_pct is not None or each.change_value is not None for each in told)
    part = None if moves else _BY_A_PART.search(setting.clause) or _SO_MANY_TIMES.search(setting.clause)
    return part.group() if part is not None and is_its_own(setting, *part.span()) else None


def _points(setting: Setting, found: re.Match[str]) -> bool:
    return setting.clause[found.end() :].lstrip().startswith("point")
