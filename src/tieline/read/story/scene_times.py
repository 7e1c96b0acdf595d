"""The time that a sentence without figures of trade sets the scene by ("The data are for the first nine months only").

It dates the figures of the sentences behind it that name no time of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

from tieline.model import lazy_re as re
from tieline.model.english import ANY_MONTH
from tieline.model.periods import Period
from tieline.read.story.document import Sentence
from tieline.read.when.resolver import TimeMention

_STRETCH = re.compile(rf"\b(?:months?|quarters?|half|year|period|season|campaign|{ANY_MONTH}|[QH][1-4]|\d+M)\b")


def may_set_scene(sentence: Sentence) -> bool:
    """Whether the words of a sentence that nobody parses are worth a look for its time."""
    return sentence.part == "body" and _STRETCH.search(sentence.text) is not None


def scene_set(sentence: Sentence, times: Sequence[TimeMention], published: Period | None) -> Period | None:
    """The stretch that a sentence opens with ("The first nine months were good"), or that it says data are of.

    It is one of this year or the last, and over, or running, when the story is told.
    """
    known = [t for t in times if t.role == "period" and t.period is not None and t.kind in _KINDS]
    if published is None or len(known) != 1:
        return None  # of two times neither is that of what follows
    time = known[0]
    period = time.period
    if period is None or not _TEN_DAYS <= period.days <= _LONGEST or period.start > published.end:
        return None
    if (published.end - period.end).days > _LONGEST:
        return None
    lead = sentence.text[: time.start]
    if _NONE.search(sentence.text):
        return None  # "There are no figures for January"
    opens = _LEADS.fullmatch(lead) is not None and time.kind not in {"year", "fiscal"}
    of_data = _DATA.search(sentence.text) is not None and _FOR.search(lead) is not None
    return period if opens or of_data else None


_KINDS = frozenset({"interval", "month", "quarter", "half", "year", "fiscal"})
_TEN_DAYS, _LONGEST = 10, 366
_LEADS = re.compile(
    r"\W*(?:(?:but|and|yet|overall|still|so),?\s+)?(?:(?:in|over|during|for)\s+)?(?:the\s+)?", re.IGNORECASE
)
_DATA = re.compile(
    r"\b(?:figures?|data|statistics|numbers|report|bulletin|review|results|breakdown|survey|balance)\b", re.IGNORECASE
)
_NONE = re.compile(r"\b(?:no|not|none|without|lack(?:s|ed|ing)?|missing|yet to|unavailable)\b|n['’]t\b", re.IGNORECASE)
_FOR = re.compile(
    r"\b(?:figures|data|statistics|numbers|results|from|for|of|covers?|covering|on|about|to|in|over|during)\s+(?:(?:only|just|the|its|his|their)\s+)*$",
    re.IGNORECASE,
)
"""Before the time that figures are of."""
