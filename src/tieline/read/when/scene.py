"""What the rules of time expressions share: the scene they are read in, and the drafts they give."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tieline.model import lazy_re as re
from tieline.model.english import SHORT_MONTHS
from tieline.model.periods import Period
from tieline.read.when import calendar as cal
from tieline.read.when.context import has_base_cue, points_ahead, sounds_ahead
from tieline.read.when.fiscal import FiscalYear, fiscal_year, fiscal_year_at

COUNTS = {"last": -1, "past": -1, "next": 1, "coming": 1, "this": 0, "current": 0, "present": 0, "these": 0}
Words = dict[str, str]  # what the groups of a rule matched; "*" is the whole


@dataclass(frozen=True, slots=True)
class Draft:
    """A reading of some words: what a rule knows before the words around it have their say."""

    kind: str
    period: Period | None = None
    role: str = "period"
    relation: str | None = None
    anchored: bool = False
    months: tuple[int, int] | None = None  # of a month, quarter or half without a year: a dated one beside may give it
    span: tuple[int, int] | None = None
    like: int | None = None  # "the same period of 2012": that year


@dataclass(slots=True)
class Scene:
    """The text and what is known around it."""

    text: str
    published: Period | None
    future: Callable[[int], bool] | None
    context: Period | None
    country: str | None
    earlier: tuple[Period, ...] = ()  # the periods that the story named before, in its order
    year_end: int | None = (
        None  # the month in which the years of the text end, where it says so ("the crop year to June")
    )
    fiscal: FiscalYear | None = None  # when its fiscal year begins, where it says so
    spoken: Period | None = None  # the last period named in this text
    held: Period | None = None  # the last one that something is held against
    at: int = 0  # where the words now read begin
    end: int = 0
    last: int = 0  # where the mention before them ends

    def ahead(self) -> bool:
        """The words at this place look forward."""
        if points_ahead(self.text, self.at):
            return True
        return self.future(self.at) if self.future else sounds_ahead(self.text, self.at)

    def antecedent(self) -> Period | None:
        """The period that "that month" or "the same period" takes up."""
        return self.spoken or self.context

    def told_before(self) -> Period | None:
        """The time told last in the sentences before: what "that same year" takes up where its own sentence names none."""
        over_by = self.published.end if self.published else None
        return next((p for p in reversed(self.earlier) if over_by is None or p.start <= over_by), None)

    def step(self, unit: str, count: int) -> Period | None:
        """A unit of time counted from the publication; None if that is not known so finely."""
        pub = self.published
        if pub is None or (unit in {"day", "week", "weekend"} and pub.days > 1):
            return None
        if unit in {"month", "quarter", "half"} and cal.month_of(pub) is None:
            return None
        return cal.step(pub, unit, count)


@dataclass(frozen=True, slots=True)
class Year:
    """The year that an expression names: its span (calendar or fiscal), or nothing said (`bare`)."""

    span: Period | None = None
    anchored: bool = False
    bare: bool = False
    kind: str | None = None


def month_number(word: str) -> int:
    """1 for Jan., January, JAN."""
    return SHORT_MONTHS.index(word[:3].lower()) + 1


def century(two_digits: int) -> int:
    """2014 for 14, 1986 for 86."""
    return two_digits + (2000 if two_digits < 70 else 1900)


def day_number(word: str) -> int:
    """17 for `17`, `17th`."""
    return int(re.sub(r"\D", "", word))


def written_years(words: str) -> tuple[int, int | None]:
    """`2014`, `2014-15`, `14/15`, `2014-2015` as first and last year."""
    parts = re.findall(r"\d+", words)
    first = int(parts[0]) if len(parts[0]) == 4 else century(int(parts[0]))
    if len(parts) == 1:
        return first, None
    last = int(parts[1]) if len(parts[1]) == 4 else first // 100 * 100 + int(parts[1])
    return first, last if last >= first else last + 100


def relative_fiscal(scene: Scene, count: int) -> Period | None:
    """The fiscal year some years from the current one; None without publication or country."""
    if scene.published is None or (scene.country is None and scene.fiscal is None):
        return None
    return fiscal_year_at(scene.country, cal.add_months(scene.published.end, 12 * count), scene.fiscal)


def named_fiscal(scene: Scene, which: str) -> Period | None:
    """`last fiscal year`, `the current FY`, `the outgoing financial year`, `the previous fiscal`: before that of a part told just now."""
    if scene.published is None or (scene.country is None and scene.fiscal is None):
        return None
    which = which.lower()
    if which.endswith("outgoing"):  # the one that ends these months
        return fiscal_year_at(scene.country, cal.add_months(scene.published.end, -_OUTGOING), scene.fiscal)
    told = scene.spoken
    if which.endswith(("previous", "preceding", "prior")) and told is not None and not told.whole_years:
        return fiscal_year_at(scene.country, cal.add_months(told.start, -12), scene.fiscal)
    return relative_fiscal(scene, -1 if _OVER.search(which) else which.endswith(("next", "coming")))


_OUTGOING = 3
_OVER = re.compile(r"\b(?:last|past|previous|preceding|prior|ended|concluded|completed|closed|finished)$")


def find_year(words: Words, tag: str, scene: Scene) -> Year:
    """The year of an expression from the groups that end in `tag`."""
    if written := words.get(f"yr{tag}"):
        return Year(Period.of_year(int(written)))
    if written := words.get(f"fy{tag}") or words.get(f"fx{tag}") or words.get(f"f2{tag}"):
        first, last = written_years(written)
        if last is not None and last != first + 1:
            return Year(Period(date(first, 1, 1), date(last, 12, 31)))
        if words.get(f"fx{tag}") and not _FISCAL.search(words.get("*", "")):
            return Year(two_years(scene, first, first + 1), kind="fiscal")
        return Year(fiscal_year(scene.country, first, last, scene.fiscal), kind="fiscal")
    relation = re.sub(r"^(?:the|its|their)\s+", "", words.get(f"rel{tag}", "").lower())
    if not relation:
        return Year(bare=True)
    count = {"last": -1, "past": -1, "next": 1, "coming": 1, "this coming": 1}.get(relation, 0)
    if relation == "outgoing":
        relation, count = "last", -1 if scene.published and scene.published.end.month <= 6 else 0
    if words.get(f"fr{tag}"):
        return Year(named_fiscal(scene, relation), anchored=True, kind="fiscal")
    if relation == "the":
        return Year(bare=True)
    if relation in {"that", "same", "following", "previous", "preceding", "prior"}:
        before = scene.antecedent()
        shift = {"following": 1, "that": 0, "same": 0}.get(relation, -1)
        return Year(cal.step(before, "year", shift) if before else None)
    return Year(scene.step("year", count), anchored=True)


_FISCAL = re.compile(r"\b(?:fiscal|financial|budget|government)|FY", re.IGNORECASE)
_SEASON = re.compile(
    r"(?:\s+|-)(?:[a-z]+\s+)?(?:seasons?|academic|school|university|crop|marketing|harvest|campaign|MY\b)|\s+(?:sugar|coffee|cotton|grain|cocoa|wheat)\s+year"
)
_OF_SEASON = re.compile(
    r"\b(?:season|week\s+\d+\s+of|(?:academic|school|university)\s+(?:year|term|session)s?|crop\s+year|marketing\s+year)[\s-]+(?:of\s+)?$",
    re.IGNORECASE,
)
_WRITES_ONE_YEAR = frozenset({"USA", "PRI"})
"""Where a fiscal year is never written as two years."""


def two_years(scene: Scene, first: int, last: int) -> Period:
    """`2014-15`, not called fiscal: the country's year, but for a season and for those who write fiscal years otherwise."""
    if scene.year_end:
        return year_ending(last, scene.year_end)
    season = _SEASON.match(scene.text, scene.end) or _OF_SEASON.search(scene.text[: scene.at])
    plain = season is not None or (scene.country in _WRITES_ONE_YEAR and scene.fiscal is None)
    return (
        Period(date(first, 1, 1), date(last, 12, 31))
        if plain
        else fiscal_year(scene.country, first, last, scene.fiscal)
    )


def to_end(words: Words, first: int, last: int | None) -> Period | None:
    """`fiscal 1985/86 ended March` and `1985/86 (April/March)` say themselves when the year ends."""
    ending = words.get("em") or words.get("am")
    return None if ending is None else year_ending(last or first, month_number(ending))


def year_ending(year: int, month: int) -> Period:
    """The twelve months that end with a month.

    >>> year_ending(1987, 6).iso
    '1986-07/1987-06'
    """
    end = Period.of_month(year, month)
    return Period(cal.add_months(end.start, -11), end.end)


_YEAR_ENDS = re.compile(
    r"\b(?:(?P<season>(?:crop|marketing|agricultural|harvest|selling|sugar|grain|coffee|tea|cotton) (?:year|season)|season)|year)"
    rf",? (?:that |which )?(?:to|through|ended|ending|ends|(?:running |runs )(?:from [a-z]+(?: \d{{1,2}})? )?(?:to|through|until))(?: on| in)? (?:end-)?(?:\d{{1,2}} )?(?P<month>(?:{'|'.join(SHORT_MONTHS)})[a-z]*)\b"
)


def year_end_told(text: str, *, season: bool = False) -> int | None:
    """The month in which a text says that its year ends; with `season` only that of a crop's or a market's year.

    >>> year_end_told("in the crop year to September"), year_end_told("in the year to March", season=True)
    (9, None)
    """
    for found in _YEAR_ENDS.finditer(text.lower()):
        if found["season"] or not season:
            return month_number(found["month"])
    return None


def hanging(scene: Scene, relation: str, unit: str = "relative") -> Draft:
    """A period that hangs on another one: a base where something is held against it."""
    kind = unit if unit in {"month", "quarter", "week", "day", "year"} else "relative"
    if has_base_cue(scene.text, scene.at, scene.end) or re.search(
        r"(?i)\b(?:from|over)\s+$", scene.text[max(0, scene.at - 8) : scene.at]
    ):
        return Draft(kind, role="base", relation="same-period-last-year" if relation == "year-before" else relation)
    return Draft(kind, relation=relation)


def next_after(period: Period, unit: str) -> Period:
    """The year (month, week) after a period: twelve months that are no calendar year are followed by twelve others."""
    if unit == "year" and period.whole_months and not period.whole_years and cal.months_in(period) == _TWELVE:
        return period.shifted_years(1)
    return cal.step(period, unit, 1)


_TWELVE = 12


def counted_past(scene: Scene, count: int, unit: str, way: int) -> Draft:
    """The last (next) five years: from five years before (the publication's year) to (five years after) it.

    The last six months are six whole ones: up to the month that the story tells of, else to the one before its own.
    """
    if unit == "decade":
        count, unit = count * 10, "year"
    if unit == "fortnight":
        count, unit = count * 2, "week"
    if unit == "week" and count > 1:  # three weeks are 21 days up to this one
        count, unit = count * 7, "day"
    if unit == "month" and way < 0 and count > 1 and (last := _last_month_over(scene)) is not None:
        return Draft("interval", Period(cal.add_months(last.start, 1 - count), last.end), anchored=True)
    here, there = scene.step(unit, 0), scene.step(unit, way * count)
    if here is None or there is None:
        return Draft("interval", anchored=True)
    span = Period(there.start, here.end) if way < 0 else Period(here.start, there.end)
    return Draft("interval", span, anchored=True)


def _last_month_over(scene: Scene) -> Period | None:
    """The latest month that the story spoke of, if its figures may be told these days, else the one before the publication's."""
    last = scene.step("month", -1)
    if last is None:
        return None
    spoken = [*scene.earlier, *((scene.spoken,) if scene.spoken else ())]
    ended = [p for p in spoken if p.whole_months and p.end <= last.end and (last.end - p.end).days <= _TOLD_LATE]
    latest = max(ended, key=lambda p: p.end, default=None)
    return cal.month_of(Period.of_day(latest.end)) if latest is not None else last


_TOLD_LATE = 62
"""Days that figures of a month may be late behind the month before the publication's."""
