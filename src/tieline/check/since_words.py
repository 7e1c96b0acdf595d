"""What the words of a rise or fall claim of the years before: "its lowest since 2009", "a five-year high", "for a third straight year"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tieline.model import lazy_re as re
from tieline.model.claims import Trend
from tieline.model.english import number
from tieline.model.periods import Period

_YEAR = r"(?P<year>(?:19|20)\d\d)"


_SPAN = r"(?P<count>an?|\d+|\w+)\s+(?P<unit>years?|decades?)"


_EXTREME = (
    r"(?P<word>highest|largest|biggest|greatest|most|strongest|best|steepest|sharpest|fastest|lowest|smallest|fewest|least|"
    r"weakest|worst|slowest)\b(?P<of>[^.;,]{0,40}?)"
)


_HEDGE = r"(?:(?:more than|at least|over|nearly|almost|about|the (?:last|past))\s+)?"


_NTH_OF = r"(?P<nth>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_EACH_TO_THE_LAST = rf"\b(?P<every>every|each)\s+(?:single\s+)?year\s+(?:from|between)\s+{_YEAR}\s+(?:to|and|through)\s+(?P<last>(?:19|20)\d\d)"

_DONE_SO = r"(?:\s+(?:that\s+)?(?:they|it)\s+(?:had|have|has)\s+(?:ever\s+)?done\s+(?:so|that|it)|(?:\s+\w+){0,2}?)"
_STRAIGHT = r"(?:\s+(?:straight|consecutive|successive))?"
_OF_GROWTH = r"growth|gains|increases|rises|expansion"
_OF_FALLS = r"declines?|falls|drops|losses|contraction|decreases|shrinkage"
_OF_IT = r"(?!\s+in\s+(?!(?:19|20)\d\d\b|(?:(?:its|their|the|such|these)\s+)?(?:exports|imports|sales|purchases|shipments|trade)\b|those\b))"
"""Behind such a noun: not of something else, as "four years of decline in farm output" are."""
_GREW = r"r[io]s(?:ing|en)|gr(?:owing|own)|climb(?:ing|ed)|increas(?:ing|ed)|expand(?:ing|ed)"
_FELL = r"fall(?:ing|en)|declin(?:ing|ed)|drop(?:ping|ped)|shr(?:inking|unk)|decreas(?:ing|ed)|contract(?:ing|ed)|slid(?:ing)?"
_GREW_NOW = r"\b(?:rose|grew|climbed|increased|expanded|rises?|grows?)"
_FELL_NOW = r"\b(?:fell|declined|dropped|shrank|decreased|contracted|slid|falls?|declines?)"
_RISE_OR_FALL = r"(?:(?P<up>rise|increase|gain|advance|jump|growth)|(?P<down>fall|drop|decline|decrease|contraction))"
_HAVE_GROWN = (
    rf"\b(?:have|has)\s+(?:now\s+|steadily\s+|been\s+)*(?:{_GREW}|{_FELL})\s+(?:[a-z]+ly\s+)?(?P<every>(?:for|in\s+each\s+of|(?:in\s+)?every\s+year\s+(?:for|of|in))\s+(?:(?:all|the)\s+)*(?:(?:past|last|previous)\s+)?"
    rf"(?P<count>\w+)\s+(?P<unit>years|decade))\b"
)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_EXTREME}\bsince\s+(?:at least\s+)?{_YEAR}",
        rf"\b(?P<word>more|higher|larger|bigger|greater|better|less|lower|smaller|fewer|worse)\b(?P<of>[^.;,]{{0,60}}?)\bthan\s+(?:in|during|at)\s+any\s+(?P<other>other\s+)?(?:(?:earlier|previous|prior|single)\s+)?(?:year|time)\s+since\s+{_YEAR}",
        rf"\b{_EXTREME}\b(?:in|for)\s+{_HEDGE}{_SPAN}",
        r"\b(?P<count>\d+|\w+)-(?P<unit>year)\s+(?P<word>high|low|peak)\b",
        rf"\b(?P<first>first)\s+(?P<of>[\w-]+){_DONE_SO}\s+since\s+(?:at least\s+)?{_YEAR}",
        rf"\b(?P<first>first)\s+(?P<of>[\w-]+){_DONE_SO}\s+in\s+{_HEDGE}{_SPAN}",
        rf"\b(?P<every>every|each)\s+(?:single\s+)?year\s+since\s+{_YEAR}",
        rf"\b(?P<every>without\s+(?:an?\s+|any\s+)?(?:break|interruption|pause|let-?up)|uninterruptedly|continuously)\s+since\s+{_YEAR}",
        _EACH_TO_THE_LAST,
        rf"\b(?P<every>{_NTH_OF}\s+(?:straight|consecutive|successive)\s+year)\b",
        rf"\b(?P<every>{_NTH_OF}\s+year\s+(?:running|in a row|in succession))\b",
        r"\b(?P<every>(?P<count>\w+)\s+(?:straight|consecutive|successive)\s+(?P<unit>years))\b",
        r"\b(?P<every>(?P<count>\w+)\s+(?P<unit>years)\s+(?:in a row|running))\b",
        rf"\b(?P<every>{_NTH_OF}\s+(?:straight|consecutive|successive)\s+(?:annual\s+|yearly\s+)?{_RISE_OR_FALL})\b{_OF_IT}",
        rf"\b(?P<every>{_NTH_OF}\s+(?:annual\s+|yearly\s+)?{_RISE_OR_FALL}\s+(?:in a row|running|in succession))\b",
        rf"(?:{_GREW_NOW}|{_FELL_NOW})\s+(?:[a-z]+ly\s+)?for\s+(?:an?|the|its|their)\s+(?P<every>{_NTH_OF}\s+year)\b(?!\s+(?:in|of)\s+(?!(?:19|20)\d\d)\w+\s+years)",
        rf"\b(?P<every>(?:runs?|streaks?|strings?|series)\s+of\s+(?P<count>\w+)(?:\s+(?:straight|consecutive|successive))?\s+(?:annual|yearly)\s+(?:(?P<up>{_OF_GROWTH}|advances)|(?P<down>{_OF_FALLS})))\b{_OF_IT}",
        _HAVE_GROWN,
        rf"(?:{_GREW_NOW}|{_FELL_NOW})\s+(?:[a-z]+ly\s+)?(?P<every>in\s+each\s+of\s+(?:the\s+)?(?:(?:past|last|previous)\s+)?(?P<count>\w+)\s+(?P<unit>years))\b",
    )
)


_SO_LONG = rf"(?:the\s+)?(?:(?:previous|past|preceding|last)\s+)?(?P<count>\w+){_STRAIGHT}\s+(?P<unit>years)\b"
_LAST_TIME = r"(?:in\s+(?P<year>(?:19|20)\d\d)|(?:in\s+)?(?P<last>the year before|the previous year|a year (?:earlier|before)))\b"
_MOVING = rf"(?:(?P<up>{_GREW})|(?P<down>{_FELL}))\s+(?:for|in|during)\s+"
_ENDING = r"(?:after|following|end(?:s|ed|ing)|snapp(?:ed|ing)|br(?:eaking|oke)|halt(?:ed|ing))\s+(?:an?\s+(?:run|streak|string)\s+of\s+)?"
_RUNS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_ENDING}{_SO_LONG}\s+of\s+(?:\w+\s+)?(?:(?P<up>{_OF_GROWTH})|(?P<down>{_OF_FALLS}))\b{_OF_IT}",
        rf"\bafter\s+(?:having\s+)?{_MOVING}{_SO_LONG}",
        rf"\bafter\s+(?:having\s+)?(?:(?P<up>{_GREW})|(?P<down>{_FELL}))\s+(?:(?:by\s+)?(?P<size>\d+(?:\.\d+)?)\s?(?:percent|per cent|pct|%)\s+)?{_LAST_TIME}",
        rf"\bafter\s+(?:an?|its|their|the)\s+(?:[a-z]+\s+)?(?:(?P<up>rise|increase|gain|jump|surge)|(?P<down>fall|drop|decline|decrease|slump|plunge|dip))\s+{_LAST_TIME}",
        rf"\b(?:which|that|they|it)\s+(?:had|have|has)\s+{_MOVING}{_SO_LONG}",
    )
)
"""Years before the one told that went one way: "after four straight years of growth", "which had grown for four years"."""
_VOWEL = re.compile(r"(?:eigh|eleven|8|11\b|18\b)", re.IGNORECASE)
"""How a number begins that has "an" before it: "an eight-year high", "an 11-year low"."""
_NTH = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


_LOW = re.compile(r"low|smaller|smallest|fewer|fewest|least|less|weakest|worse|worst|slowest", re.IGNORECASE)


_MOVE = re.compile(
    r"\b(?:rise|rises|increase|gain|growth|jump|surge|fall|falls|drop|decline|decrease|slump|contraction|plunge)\b|"
    r"steepest|sharpest|fastest|slowest",
    re.IGNORECASE,
)


_FIRST_LED = re.compile(
    r"\s*(?:(?:[Ii]n|[Dd]uring)\s+(?:[a-z]+\s+){0,2}(?:19|20)\d\d,?\s+)?(?P<run>[Ff]or the first time\b[^.;,]*?|(?:[Oo]nly\s+in|[Nn]ot\s+until)\s+(?:19|20)\d\d\s+did\b"
    r"|(?:(?:(?:19|20)\d\d|[Ii]t|[Tt]his|[Tt]hat|[Ll]ast year)\s+was\s+)?(?:only\s+)?[Tt]he first (?:year|time)\s+(?:ever\s+)?(?:in which|that|when))"
    r"(?P<between>,[^.;,]{0,30}|\s*)$"
)
_SAYS = re.compile(r"\b(?:said|says|told|met|spoke|wrote|reported|announced)\b")


def first_told_ahead(before: str) -> str:
    """The words of a first time that lead a sentence, in the words that stand for them behind; empty where none do.

    >>> first_told_ahead("In 2018, for the first time since 2014, "), first_told_ahead("Only in 2018 did ")
    ('for the first time since 2014', 'for the first time')
    >>> first_told_ahead("For the first time, the minister said ")
    ''
    """
    found = _FIRST_LED.match(before)
    if found is None or _SAYS.search(found["between"]):
        return ""
    run = str(found["run"])
    return run[0].lower() + run[1:] if run.lower().startswith("for the first time") else "for the first time"


@dataclass(frozen=True, slots=True)
class Since:
    """What is claimed of a run of years before the period.

    Attributes:
        first: The earliest of them.
        words: How the claim says it: "lowest since 2009".
        kind: An extreme `level`, an extreme `move`, the `first` move that way, one of `every` year, or a `run` of years before.
        high: Of an extreme level: the highest; of a run: one of growth.
        size: Of a run of one year: by how many percent it went that way, where that is told.
        others: Later years count too: "more than in any other year since 2010".
    """

    first: int
    words: str
    kind: str
    high: bool
    size: float | None = None
    others: bool = False

    @property
    def told(self) -> str:
        """The words with their article: "the lowest since 2009", "a five-year high"."""
        if self.kind == "run":
            return self.words
        if self.kind == "every":
            return f"the {self.words}" if self.words.lower().startswith(_NTH) else self.words
        word, than, rest = self.words.partition(" than ")
        if than:
            return f"{word.split()[0]}{than}{rest}"
        if "-year" not in self.words:
            return f"the {self.words}"
        return f"{'an' if _VOWEL.match(self.words) else 'a'} {self.words}"


def told_since(direction: str | None, words: str, period: Period) -> Since | None:
    """What the words of a rise or fall claim of the years before; None where they claim nothing.

    >>> since = told_since("down", "Peru's imports from Chile fell to their lowest level since 2009", Period.of_year(2014))
    >>> since.first, since.kind, since.high
    (2010, 'level', False)
    >>> told_since("up", "exports rose for a third straight year", Period.of_year(2014)).first
    2012
    >>> told_since("up", "exports have risen without a break since 2009", Period.of_year(2014)).first
    2010
    >>> told_since("up", "exports have grown for three years", Period.of_year(2014)).first
    2012
    >>> told_since("down", "exports fell 3 percent, a third straight annual increase", Period.of_year(2014)) is None
    True
    >>> run = told_since("down", "exports fell in 2014 after four straight years of growth", Period.of_year(2014))
    >>> run.first, run.kind, run.high
    (2010, 'run', True)
    """
    if direction not in {"up", "down"} or period.precision != "year":
        return None
    run = next((match for form in _RUNS if (match := form.search(words))), None)
    count = _years_of(run, period) if run is not None else None
    if run is not None and count:
        size = run.groupdict().get("size")
        up = run["up"] is not None
        return Since(period.start.year - count, " ".join(run.group().split()), "run", up, float(size) if size else None)
    found = next((match for form in _FORMS if (match := form.search(words))), None)
    if found is None:
        return None
    told, now = found.groupdict(), period.start.year
    if (told.get("up") and direction == "down") or (told.get("down") and direction == "up"):
        return None
    if told.get("year"):
        first = int(told["year"]) + 1
    elif told.get("nth"):
        first = now - _NTH.index(told["nth"].lower()) - 1
    else:
        count = years_counted(told["count"], told.get("unit") or "years")
        if count is None:
            return None
        first = now - count + 1
    of = f"{told.get('word') or ''} {told.get('of') or ''}"
    kind = "every" if told.get("every") else "first" if told.get("first") else "move" if _MOVE.search(of) else "level"
    own = told.get("every") if not told.get("year") else None
    said = " ".join((own or found.group()).split())
    others = bool(told.get("other"))
    return Since(first, said, kind, not _LOW.search(of), others=others) if first < now else None


_TO_THE_LAST = re.compile(_EACH_TO_THE_LAST, re.IGNORECASE)


def in_every_year(claim: Trend, words: str) -> Trend:
    """A rise or fall "every year from 2009 to 2014" is one of the last of these years, and of each before it.

    >>> from tieline.model.claims import Quote
    >>> words = "exports to Peru fell every year from 2009 to 2014"
    >>> claim = Trend(document="d", version="v", quote=Quote(words, 0, 49), indicator="exports", reporter="KEN", partner="PER",
    ...               direction="down", period=Period.parse("2009/2014"))
    >>> in_every_year(claim, words).period.iso
    '2014'
    """
    found = _TO_THE_LAST.search(words) if claim.direction in {"up", "down"} else None
    if found is None or claim.period is None or claim.period.start.year != int(found["year"]):
        return claim
    return replace(claim, period=Period.of_year(int(found["last"])))


def _years_of(run: re.Match[str], period: Period) -> int | None:
    """How many years a run has: one for "after falling in 2013", told of 2014."""
    told = run.groupdict()
    if told.get("count"):
        return _count(told["count"])
    return 1 if told.get("last") or told.get("year") == str(period.start.year - 1) else None


def years_counted(count: str, unit: str) -> int | None:
    """How many years "five years" and "a decade" are; None where the word is no number."""
    number = _count(count)
    return None if number is None else number * (10 if unit.lower().startswith("decade") else 1)


def _count(word: str) -> int | None:
    return 1 if word.lower() in {"a", "an"} else number(word)
