"""Levels told by an earlier one: "fell to half of its 2013 level", "less than half the $1.19 billion of 2013", "sixfold since 2009, from ... to ...".

Such a part is a change from that time, and no share of anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tieline.check.intervals import COUNTS, PART, TIMES, part_of
from tieline.check.ways import AMOUNT, VERBS
from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend
from tieline.model.periods import Period
from tieline.model.precision import significant
from tieline.model.vocabulary import Bound

_YEAR = re.compile(r"\b(?:in|of|for|during) ((?:19|20)\d\d)\b")
_PART_OF_THEN = re.compile(rf"\b(?P<part>{PART})$", re.IGNORECASE)
_THEN = re.compile(
    r"^\s+(?:of\s+)?(?:the|its|their|that|what)\b(?:[^.;]|\.\d){0,50}?\b(?:in|of|for)\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_TURNED: Mapping[str, Bound] = {"under": "over", "at_most": "at_least", "over": "under", "at_least": "at_most"}


def part_of_then(claim: Measure, words: str) -> Measure:
    """A level held against a part of an earlier one: "$500 million, less than half the $1.19 billion of 2013" fell by more than half.

    >>> from tieline.model.claims import Quote
    >>> words = "sales came to $500 million in 2014, less than a quarter"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 55), indicator="exports", reporter="ARG", partner="BRA",
    ...                 value=5e8, unit="USD", period=Period.of_year(2014), change_pct=-25.0, bound="under", bounds={"change_pct": "under"})
    >>> then = part_of_then(claim, words + " of the $1.19 billion of 2013")
    >>> then.change_pct, then.base.iso, then.bounds
    (-75.0, '2013', {'change_pct': 'over'})
    """
    part = _PART_OF_THEN.search(claim.quote.exact)
    then = _THEN.search(words.removeprefix(claim.quote.exact)) if part is not None else None
    if part is None or then is None or claim.value is None or (claim.change_pct is None and claim.share_pct is None):
        return claim
    year = Period.of_year(int(then["year"]))
    if claim.period is None or claim.period.start <= year.end:
        return claim
    told = claim.bounds.get("change_pct") or claim.bounds.get("share_pct")
    bounds = {name: bound for name, bound in claim.bounds.items() if name not in {"change_pct", "share_pct"}}
    digits = {name: count for name, count in claim.digits.items() if name not in {"change_pct", "share_pct"}}
    return replace(
        claim,
        change_pct=round(part_of(part["part"]) - 100, 1),
        share_pct=None,
        share_of=None,
        base=year,
        bound=None,
        bounds=bounds | {"change_pct": _TURNED.get(told or "about", "about")},
        digits=digits | {"change_pct": 2},
        inferred=tuple(name for name in claim.inferred if name != "base"),
    )


_HEDGE = (
    r"(?:(?P<hedge>about|around|almost|nearly|just|roughly|less than|under|more than|over|just over|just under)\s+)?"
)
_TO_A_PART = re.compile(
    rf"(?:{VERBS}\s+(?:(?:in\s+\d{{4}}|sharply|again|back)\s+)?to|(?P<state>\b(?:are|is|were|was|stands? at|stood at)(?:\s+(?:now|still|only|just))*))\s+{_HEDGE}(?P<part>{PART})\b(?!-)"
    r"(?:\s+(?:of\s+)?(?:(?:its|their|the|those|what|that)\b(?:(?!\btotal|\bexports|\bimports|\btrade|\bmarket)[^.;,]){0,40}?(?P<year>(?:19|20)\d\d)\b"
    r"|(?:its|their|the|what)\b[^.;,]{0,40}?\b(?:year (?:before|earlier)|(?:previous|prior|preceding) year(?:['’]s)?)\b)"
    r"|(?=\s+(?:in|during|last|over)\b|\s*[.,;]|\s*$))",
    re.IGNORECASE,
)


def _bound_of(hedge: str | None) -> Bound:
    said = (hedge or "").lower()
    return "under" if said in {"less than", "under"} else "over" if said in {"more than", "over"} else "about"


_BY_THEN = re.compile(r"\b(?:19|20)\d\d\b|\byear\b")
_OF_A_SHARE = re.compile(r"\b(?:share|slice|portion|proportion|percentage)\b", re.IGNORECASE)


def to_a_part(claim: Measure | Trend, words: str, before: str = "") -> Measure | Trend:
    """A flow that "fell to half its 2013 level" fell by half, and one that "fell to a third in 2014" by two thirds.

    >>> from tieline.model.claims import Quote
    >>> words = "exports to Peru fell"
    >>> claim = Trend(document="d", version="v", quote=Quote(words, 0, 20), indicator="exports", reporter="KEN", partner="PER",
    ...               direction="down", period=Period.of_year(2013))
    >>> part = to_a_part(claim, words + " to two-thirds of their 2013 level in 2014")
    >>> part.change_pct, part.period.iso, part.base.iso
    (-33.3, '2014', '2013')
    >>> to_a_part(claim, words + " to a third of the total in 2014") is claim
    True
    """
    if isinstance(claim, Measure):
        open_ = claim.value is None and claim.change_pct is None and claim.change_value is None
    else:
        open_ = claim.direction == "down"
    found = _TO_A_PART.search(words) if open_ and claim.indicator != "balance" else None
    if (
        found is None
        or not (found["down"] or (found["state"] and _BY_THEN.search(found.group())))
        or _OF_A_SHARE.search(before + words[: found.start()])
    ):
        return claim
    size = part_of(found["part"])
    if isinstance(claim, Measure) and abs((claim.share_pct or 0.0) - size) > 1:
        return claim
    base = Period.of_year(int(found["year"])) if found["year"] else None
    period = claim.period
    if base is not None and (period is None or period.start <= base.end):
        others = {year for year in _YEAR.findall(words) if int(year) > base.start.year}
        period = Period.of_year(int(others.pop())) if len(others) == 1 else None
    bound = _TURNED.get(_bound_of(found["hedge"]), "about")
    inferred = dict.fromkeys((*claim.inferred, *(("base",) if base is None else ()), *(() if period else ("period",))))
    return Measure(
        document=claim.document, version=claim.version, quote=claim.quote, sources=claim.sources,
        inferred=tuple(inferred), modality=claim.modality, indicator=claim.indicator, reporter=claim.reporter,
        partner=claim.partner, product=claim.product, hs=claim.hs, period=period, base=base, scope=claim.scope,
        change_pct=round(size - 100, 1), digits={"change_pct": 2}, bounds={"change_pct": bound},
    )  # fmt: skip


_OF_THE_YEAR = re.compile(
    rf",\s+{_HEDGE}(?:(?P<part>{PART})|(?P<times>{'|'.join(TIMES)}))\s+(?:of\s+)?"
    r"(?:the|its|their)\s+(?P<year>(?:19|20)\d\d)\s+(?:figure|level|total|value|amount|sum|mark)\b",
    re.IGNORECASE,
)


def part_beside(claim: Measure, words: str) -> Measure:
    """A level told behind itself by an earlier one: "amounted to $150 million in 2014, | one third of the 2013 figure".

    >>> from tieline.model.claims import Quote
    >>> words = "exports amounted to $150 million in 2014"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 40), indicator="exports", reporter="KEN", partner="PER",
    ...                 value=150e6, unit="USD", period=Period.of_year(2014))
    >>> beside = part_beside(claim, words + ", one third of the 2013 figure")
    >>> beside.change_pct, beside.base.iso
    (-66.7, '2013')
    """
    supplied = claim.share_pct is not None and "share_pct" in claim.inferred
    if claim.value is None or claim.change_pct is not None or claim.change_value is not None:
        return claim
    if claim.share_pct is not None and not supplied:
        return claim
    found = _OF_THE_YEAR.search(words if supplied else words.removeprefix(claim.quote.exact))
    if found is None:
        return claim
    period, year = claim.period, int(found["year"])
    if supplied and period is not None and period.iso == found["year"]:
        later = {each for each in _YEAR.findall(words) if int(each) > year}
        period = Period.of_year(int(later.pop())) if len(later) == 1 else None
    if period is None or period.start.year <= year:
        return claim
    size = part_of(found["part"]) if found["part"] else 100.0 * TIMES[found["times"].lower()]
    bound = _bound_of(found["hedge"])
    if size < 100:
        bound = _TURNED.get(bound, bound)
    return replace(
        claim, change_pct=round(size - 100, 1), period=period, base=Period.of_year(year), share_pct=None, share_of=None,
        digits={**claim.digits, "change_pct": 2}, bounds={**claim.bounds, "change_pct": bound},
    )  # fmt: skip


_SINCE_FROM = re.compile(
    rf"(?:\b(?P<fold>{'|'.join(COUNTS)})-?fold\s+)?\bsince\s+(?P<year>(?:19|20)\d\d),?\s+"
    rf"from\s+{AMOUNT.replace('<number>', '<first>')}[^.;]{{0,30}}?\bto\s+{AMOUNT.replace('<number>', '<last>')}"
)


def since_from(claim: Measure, words: str) -> Measure:
    """Both ends of what is told since a year: "has grown sixfold since 2009, from $5 million to $31 million in 2014".

    >>> from tieline.model.claims import Quote
    >>> words = "sales have grown sixfold since 2009, from $5 million to $31 million in 2014"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 75), indicator="exports", reporter="KEN", partner="PER",
    ...                 value=31e6, unit="USD", period=Period.of_year(2014), base=Period.of_year(2013), inferred=("base",))
    >>> since_from(claim, words).base.iso, since_from(claim, words).change_pct
    ('2009', 500.0)
    >>> since_from(replace(claim, value=5e6, period=Period.of_year(2013)), words).period.iso
    '2009'
    """
    found = _SINCE_FROM.search(words) if claim.value is not None and claim.share_pct is None else None
    if found is None or claim.value is None or (claim.base is not None and "base" not in claim.inferred):
        return claim
    year, number = Period.of_year(int(found["year"])), significant(claim.value)
    rest = tuple(name for name in claim.inferred if name not in {"base", "period"})
    if number == significant(found["last"]) and claim.period is not None and claim.period.start > year.end:
        fold = (COUNTS[found["fold"]] - 1) * 100.0 if found["fold"] else None
        told = claim.change_pct if claim.change_pct is not None else fold
        return replace(claim, base=year, change_pct=told, inferred=rest)
    if number == significant(found["first"]) and claim.change_pct is None:
        return replace(claim, period=year, base=None, inferred=rest)
    return claim
