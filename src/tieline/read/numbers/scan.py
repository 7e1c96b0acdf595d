"""A Figure, made from the words and digits of a match; and the scan that tells a range from two numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tieline.model import lazy_re as re
from tieline.model.money import SCALES, scale_of
from tieline.model.movement import FALL, RISE, forms_of
from tieline.model.vocabulary import Bound, Rate
from tieline.read.numbers.patterns import SMALL_NUMBERS

FigureKind = Literal["money", "quantity", "percent", "points", "multiple"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as written, at `start:end` of the sentence (bound words and currency included).

    Attributes:
        kind: `money`, `quantity`, `percent`, `points` (percentage points) or `multiple` (a change by a factor, in percent).
        value: Plain number in `unit`; percent for percent, points and multiples ("doubled" = 100, "a third" = 33.3).
        unit: ISO 4217 code, a unit of the contract, `percent`; None for money whose currency is not clear.
        signed: The words themselves give a sign ("halved" = -50).
        core: Where the number itself starts, after its bound words.
        carried: The unit was told in an earlier sentence.
    """

    start: int
    end: int
    kind: FigureKind
    value: float
    unit: str | None
    core: int
    value_max: float | None = None
    bound: Bound | None = None
    digits: int = 1
    per: Rate | None = None
    signed: bool = False
    fraction: bool = False
    carried: bool = False


def number_of(word: str) -> tuple[float, int]:
    """The number of a word or digits, and how many significant digits are printed.

    >>> number_of("twelve"), number_of("49-point-seven"), number_of("twelve and a half")
    ((12.0, 2), (49.7, 3), (12.5, 3))
    """
    low = word.lower().strip()
    if low in {"a", "half a"}:
        return (0.5 if low != "a" else 1.0), 1
    if low in SMALL_NUMBERS:
        return SMALL_NUMBERS[low], len(str(int(SMALL_NUMBERS[low])))
    if low.endswith(" and a half"):
        half = number_of(low.removesuffix(" and a half"))[0] + 0.5
        return half, len(str(half)) - 1
    if spelt := re.fullmatch(r"(.+?)[- ]point[- ](.+)", low):
        places = "".join(str(int(number_of(one)[0])) for one in re.split(r"[- ]", spelt[2]))
        whole = str(int(number_of(spelt[1])[0]))
        return float(f"{whole}.{places}"), len((whole + places).lstrip("0"))
    parts = re.split(r"[- ]", low)
    if all(p in SMALL_NUMBERS for p in parts):
        return sum(SMALL_NUMBERS[p] for p in parts), 2
    if re.fullmatch(r"\d{1,3},\d{1,2}|\d{4,},\d{3}", low):
        low = low.replace(",", ".")  # "$1,11 billion", "2217,049 million"
    if low.count(".") > 1:
        low = low.replace(".", "")  # "1.234.567"
    plain = re.sub(r"[,'’]", "", low)
    value = float(plain)
    digits = plain.replace(".", "").lstrip("0") or "0"
    if "." not in plain and len(plain) > 2:
        digits = digits[:2] + digits[2:].rstrip("0") if len(digits) > 2 else digits
    return value, len(digits)


def make_figure(
    start: int,
    end: int,
    kind: FigureKind,
    unit: str | None,
    low: tuple[str, str | None],
    high: tuple[str | None, str | None],
    factor: float = 1.0,
) -> Figure:
    """A figure from number words and scale words; the scale of a range's upper end serves the lower one too."""
    low = _by_scales(_GROUPED.sub("", low[0]), low[1])
    if low[1] is None and high[0] is None and kind in {"money", "quantity"} and _DOTTED.fullmatch(low[0]):
        low = (low[0].replace(".", ""), None)
    if low[1] is None and unit == "people" and _OF_PEOPLE.fullmatch(low[0]):
        low = (low[0].replace(".", ""), None)
    value, digits = number_of(low[0])
    scale_low, scale_high = low[1], high[1]
    value_max = None
    if high[0] is not None:
        value_max = number_of(_GROUPED.sub("", high[0]))[0] * factor * (scale_of(scale_high) if scale_high else 1.0)
    scale = scale_low or (scale_high if value_max is None or not _is_whole(low[0], value, high[0]) else None)
    value *= factor * (scale_of(scale) if scale else 1.0)
    if scale and "." not in low[0] and low[0].replace(",", "").isdigit():
        digits = len(low[0].replace(",", ""))
    return Figure(
        start,
        end,
        kind,
        clean(value),
        unit,
        start,
        value_max=None if value_max is None else clean(value_max),
        digits=digits,
        bound="between" if value_max is not None else None,
    )


def _is_whole(printed: str, value: float, high: str | None) -> bool:
    """As in "from €140,000 to €7 million": the first number tells its thousands, and needs no scale of the second."""
    return "," in printed and high is not None and value > number_of(_GROUPED.sub("", high))[0]


_DOTTED = re.compile(r"[1-9]\d{0,2}\.\d\d0")
"""A dot between thousands, as in Lisbon or Jakarta ("30.000 tonnes"): as a decimal the last nought would not be written."""
_OF_PEOPLE = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
"""A dot between thousands where people are counted, who are whole."""
_GROUPED = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3})")
"""The blank between thousands: "57 895 856"."""


def _by_scales(number: str, scale: str | None) -> tuple[str, str | None]:
    """A number told scale by scale in digits, with no scale left.

    >>> _by_scales("1 billion 477", "million"), _by_scales("two hundred", "million"), _by_scales("5", "bn")
    (('1477000000', None), ('200000000', None), ('5', 'bn'))
    """
    words = [word for word in re.split(r"[\s-]", number.lower()) if word != "and"]
    if not any(word in SCALES and len(word) > _SHORTEST for word in words):
        return number, scale
    total = part = 0.0
    for word in [*words, *([scale.lower().rstrip(".")] if scale else [])]:
        if word == "hundred":
            part *= 100
        elif word in SCALES:
            total, part = total + (part or 1) * SCALES[word], 0.0
        else:
            part += 1 if word == "a" else number_of(word)[0]
    return f"{clean(total + part):.0f}", None


_SHORTEST = 2


def clean(value: float) -> float:
    """Scaling in binary leaves dust (10.2 * 1e6 = 10199999.999...): round it off."""
    return float(f"{value:.12g}")


_JOINED = re.compile(r"\s(to|and|or)\s", re.IGNORECASE)
_TWO_LEVELS = re.compile(
    r"\b(?:by|from|of|at|with|[a-z]+ed|rose|fell|grew)\s+(?:a (?:mere |paltry |meagre |modest |bare |record )?|about |around |some |just |only |nearly |almost |over |more than )?$",
    re.IGNORECASE,
)


def _moves(lead: str) -> bool:
    """The last word is one of moving: before "up $1.1 billion to $5.5 billion", "climbing 3 million to 8 million" two numbers are no range."""
    word = _LAST_WORD.search(lead)
    return word is not None and word[1].lower() in _MOVING


_LAST_WORD = re.compile(r"([A-Za-z]+)\s+$")
_MOVING = frozenset({"up", "down"}) | frozenset(form for verb in (RISE | FALL) for form in forms_of(verb))
RANGES = re.compile(
    r"\b(?:(?:dut(?:y|ies)|tariffs?|rates?|lev(?:y|ies)|margins?|tax(?:es)?|growth)\s+(?:of|at)|(?:rang(?:es?|ing|ed)|var(?:y|ies|ying|ied)|anywhere)\s+from|(?:charged|taxed|assessed|levied)(?:\s+(?:at|from))?|(?:dut(?:y|ies)|tariffs?|rates?|lev(?:y|ies))\b[^.;%]{0,60}?\s(?:be|are|is|were|was)\s+from)\s+(?:about |around |some )?$",
    re.IGNORECASE,
)
"""Before "22.4 percent to 61.9 percent": one rate, from the lowest to the highest."""


def _shares_sign(gap: str, joined: list[str], lead: str) -> bool:
    """As in "by 15 to 20 percent", "two or three percent": two numbers before one sign are the ends of a range, but for "from 15 to 20 percent"."""
    return len(joined) == 1 and _PERCENT_SIGN.search(gap) is None and _FROM.search(lead) is None


def _rises(m: re.Match[str]) -> bool:
    """The first number is the lower: "3 or 4 percent", but not "9,290 or 10 percent", an amount and what it comes to."""
    return number_of(m["n1"])[0] < number_of(m["n2"])[0]


_PERCENT_SIGN = re.compile(r"%|cent|pct")
_FROM = re.compile(r"\bfrom\s+(?:[a-z]+\s+){0,2}$", re.IGNORECASE)


_MAY_START = re.compile(rf"\d|\.\d|\b(?:an?|half|{'|'.join(SMALL_NUMBERS)})(?![a-z])")
_BEFORE_DIGITS = 6
"""More than the characters of any sign of money and the blank behind it."""


@lru_cache(maxsize=8)
def _starts(text: str) -> tuple[int, ...] | None:
    """Where a number with all that may stand before it can begin; None where small letters are not as many.

    No number begins behind a letter, a digit or a full stop.
    """
    low = text.lower()
    if len(low) != len(text):
        return None
    found = set()
    for m in _MAY_START.finditer(low):
        at = m.start()
        if low[at].isalpha():
            found.add(at)
        elif at - 1 not in found or not low[at - 1].isdigit():
            found.update(range(max(0, at - _BEFORE_DIGITS), at + 1))
        else:
            found.add(at)
    return tuple(sorted(at for at in found if at == 0 or not (low[at - 1].isalnum() or low[at - 1] in "._")))


def _first(pattern: re.Pattern[str], text: str, position: int, starts: tuple[int, ...] | None) -> re.Match[str] | None:
    """The first match at or after a place."""
    if starts is None:
        return pattern.search(text, position)
    for at in starts[bisect_left(starts, position) :]:
        if m := pattern.match(text, at):
            return m
    return None


def scan(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Matches in order; of "by $1.4 billion to $17 billion" and "5 percent and 8 percent" the first number alone.

    Two numbers joined by a word are a range only after "between", or with "to" where neither a change nor a start is told.
    """
    starts = _starts(text)
    position = 0
    while m := _first(pattern, text, position, starts):
        high = next((g for g in ("n2", "n3", "m2") if m.groupdict().get(g)), None)
        if high:
            gap = text[m.start() : m.start(high)]
            joined = _JOINED.findall(gap)
            between = re.search(r"\bbetween\s+$", text[: m.start()], re.IGNORECASE)
            lead = text[max(0, m.start() - 40) : m.start()]
            ranged = "points" in m.groupdict() and RANGES.search(text[max(0, m.start() - 100) : m.start()])
            told = (_TWO_LEVELS.search(lead) or _moves(lead)) and not ranged
            told = told and not ("points" in m.groupdict() and _shares_sign(gap, joined, lead))
            year = re.match(r"(?:1[89]|20)\d\d\s", text[m.start() :])
            or_so = (
                "points" in m.groupdict() and joined[-1:] == ["or"] and _shares_sign(gap, joined, lead) and _rises(m)
            )
            if joined and (
                (year and not between) or (not between and not or_so and (joined[-1].lower() != "to" or told))
            ):
                cut = m.start() + [j.start() for j in _JOINED.finditer(gap)][-1]
                alone = pattern.fullmatch(text, m.start(), cut) or pattern.match(text, m.start(), cut)
                if alone is None or alone.end() > cut:
                    position = cut
                    continue
                yield alone
                position = cut
                continue
        yield m
        position = max(m.end(), m.start() + 1)
