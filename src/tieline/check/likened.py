"""A second flow that a sentence tells of by the first: that it went the same way ("as did those to Peru") or did not ("but not to Peru"), or faster, or is larger."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from tieline.check.intervals import TIMES
from tieline.check.named import NAME, countries_in
from tieline.check.quantities import Quantity
from tieline.check.ways import AMOUNT, VERBS
from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend

How = Literal["same", "other", "faster", "slower", "larger", "smaller", "passed"]
_WHAT = (
    r"(?P<what>(?:(?:its|their|those|that|the|both)\s+)*(?:(?:exports|imports|sales|purchases|shipments|trade|deliveries)\s+)?(?:(?:to|from|with)\s+)?)"
    rf"(?P<name>{NAME})(?P<whose>['’]s?)?"
)
_PACE = re.compile(
    rf"{VERBS}(?:[^.;]|\.\d){{0,60}}?\b(?:(?P<faster>faster|quicker|more(?: (?:quickly|rapidly|sharply|strongly|steeply|briskly))?)"
    rf"|(?P<slower>slower|less(?: (?:quickly|rapidly|sharply|strongly|steeply|briskly))?|more slowly))(?:\s+(?:pace|rate|speed|clip))?\s+(?:(?:in|during)\s+(?:19|20)\d\d\s+|last year\s+)?than\s+(?:did\s+)?{_WHAT}",
)
_A_LEVEL = re.compile(rf"\bto\s+{AMOUNT}[^.;]*,\s+(?:more|less)\s+than\b")
"""As in "rose to $80 million, more than those to Peru": more in size, and not faster."""
_OUTPACED = re.compile(
    rf"\b(?:(?P<faster>outpac(?:ed|ing)|outgr(?:ew|owing))|(?P<slower>lagg(?:ed|ing)(?: behind)?))\s+{_WHAT}"
)
_OF_ITS_TRADE = re.compile(
    r"\s*(?:$|[.,;:)]|(?:exports|imports|sales|purchases|shipments|trade|deliveries|to|from|with|in|over|during|by|last|this|and|or|did|had|was|were)\b)"
)
"""What stands behind "Peru's" where its trade is meant, and not its economy."""
_PASSED = re.compile(rf"\b(?:overtaking|overtook|surpassing|passing|leapfrogging)\s+{_WHAT}")
_TWICE_THE_PACE = re.compile(rf"\b(?P<times>{'|'.join(TIMES)})\s+(?:the\s+)?(?:pace|rate|speed)\s+of\s+{_WHAT}")
_ALIKE = tuple(
    re.compile(form)
    for form in (
        rf"\b(?:as|so)\s+(?:did|were|was|had|has|have)\s+{_WHAT}",
        rf"\bas\s+(?:it|they)\s+(?:did|had|were)\s+{_WHAT}",
        rf"(?:,\s+|\b)(?:as well as|along with|just like)\s+(?:those\s+)?{_WHAT}",
        rf",\s+like\s+{_WHAT}",
        rf"\bBoth\s+{NAME}['’]s\s+and\s+{_WHAT}",
    )
)
_BUT_NOT = re.compile(rf"\b(?:but|though|although|and)\s+not\s+{_WHAT}")
_UNLIKE = re.compile(rf"\b(?:[Uu]nlike|in contrast (?:to|with))\s+{_WHAT},\s+which\s+(?:had\s+)?{VERBS}")
_SIZE = re.compile(
    rf"\b(?:mak(?:ing|es)|made|is|was|became|becoming|remain(?:s|ed|ing))\s+(?:(?:it|them|that country|the country)\s+)?an?\s+(?:(?P<larger>bigger|larger|greater)|smaller)\s+(?:\w+\s+)?"
    rf"(?:(?P<sells>supplier|source|seller|exporter)|(?:market|customer|buyer|destination|importer))\s+than\s+(?P<name>{NAME})(?!['’])"
)


@dataclass(frozen=True, slots=True)
class Likened:
    """How a second flow is told by the first: how many `times` as fast the first went, or which way the second did of its own (`up`)."""

    how: How
    other: Quantity
    times: float | None = None
    up: bool | None = None


def likened_in(claim: Measure | Trend, own: Quantity, sentence: str) -> Likened | None:
    """What a sentence tells of a second flow by that of a claim on a rise or fall; None where it tells nothing.

    >>> from tieline.model.claims import Quote
    >>> words = "Kenya's exports to Chile rose"
    >>> claim = Trend(document="d", version="v", quote=Quote(words, 0, 29), indicator="exports", reporter="KEN", partner="CHL", direction="up")
    >>> own = Quantity("exports", "KEN", "CHL")
    >>> likened_in(claim, own, words + " in 2014, as did those to Peru").other.partner
    'PER'
    >>> likened_in(claim, own, "Kenya's exports to Chile but not to Peru rose").how
    'other'
    >>> likened_in(claim, own, "Kenya's exports to Chile grew faster than Poland's").other.reporter
    'POL'
    >>> likened_in(claim, own, words + " in 2014, making it a bigger market than Peru").other.partner
    'PER'
    >>> likened_in(claim, own, words + " faster than in 2013") is None, likened_in(claim, own, words + " to $8 million, more than those to Peru") is None
    (True, True)
    """
    size = _SIZE.search(sentence) if own.flow in {"exports", "imports"} and claim.compared_with is None else None
    named = countries_in(size["name"]) if size is not None else []
    if size is not None and len(named) == 1 and not {named[0], "WLD"} & {own.reporter, own.partner}:
        of_reporter = (own.flow == "exports") == (size["sells"] is not None)
        beside = replace(own, reporter=named[0]) if of_reporter else replace(own, partner=named[0])
        return Likened("larger" if size["larger"] else "smaller", beside)
    moves = claim.direction in {"up", "down"} if isinstance(claim, Trend) else claim.change_pct is not None
    if not moves or own.flow == "balance" or own.partner == "WLD":
        return None
    passed = _PASSED.search(sentence) if claim.compared_with is None else None
    other = _other(own, passed) if passed is not None and passed["what"].strip() else None
    if other is not None:
        return Likened("passed", other)
    for form in (_PACE, _OUTPACED, _TWICE_THE_PACE):
        found = form.search(sentence)
        other = _other(own, found) if found is not None and not _A_LEVEL.search(found.group()) else None
        if found is not None and other is not None:
            told = found.groupdict()
            times = TIMES[told["times"]] if told.get("times") else None
            return Likened("slower" if told.get("slower") else "faster", other, times)
    unlike = _UNLIKE.search(sentence)
    other = _other(own, unlike) if unlike is not None else None
    if unlike is not None and other is not None:
        return Likened("same", other, up=unlike["up"] is not None)
    apart = _BUT_NOT.search(sentence)
    other = _other(own, apart) if apart is not None else None
    if other is not None:
        return Likened("other", other)
    for form in _ALIKE:
        found = form.search(sentence)
        other = _other(own, found) if found is not None else None
        if other is not None:
            return Likened("same", other)
    return None


def _other(own: Quantity, found: re.Match[str]) -> Quantity | None:
    """The same flow of another pair: with the country behind "to" or "from", or of the one whose it is."""
    named = countries_in(found["name"])
    if len(named) != 1 or named[0] in {own.reporter, own.partner}:
        return None
    if found["whose"] and _OF_ITS_TRADE.match(found.string, found.end("whose")) is None:
        return None
    if found["what"].rstrip().endswith((" to", " from", " with")) or found["what"].strip() in {"to", "from", "with"}:
        return replace(own, partner=named[0])
    return replace(own, reporter=named[0])
