"""Figures that go with names or with levels one by one: "rose by 18 and 15 percent, respectively"."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, pairwise
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.numbers.wording import EACH
from tieline.read.story.document import Sentence, trades
from tieline.read.story.goods import Good, goods_in
from tieline.read.story.memory import Frame
from tieline.read.words.leads import PARTNER_BEHIND

_RESPECTIVE = re.compile(r"\b(?:compared (?:with|to)|against|versus|from)\s+$")
_IN_BRACKETS = re.compile(r"\((?:up|down|plus|minus|an? (?:rise|increase|growth|fall|drop|decline) of)\s+(?:by\s+)?$")
"""Before the changes of two levels told just before: "(up 2.6% and 4.2%)"."""
_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)


def respective_bases(sentence: Sentence) -> dict[int, int]:
    """As in "exports were 5 and imports 7, compared with 4 and 6": start of a figure -> which of the two it belongs to."""
    figures = sentence.figures
    found: dict[int, int] = {}
    for at, (one, two) in enumerate(pairwise(figures)):
        joined = sentence.text[one.end : two.start].strip() in {"and", "and of"} and one.kind == two.kind
        if not joined or at < _TWO:
            continue
        lead, behind = sentence.text[: one.start], sentence.text[two.end :]
        changes = one.kind == "percent" and (_RESPECTIVELY.search(behind) or _IN_BRACKETS.search(lead))
        if changes or _RESPECTIVE.search(
            lead
        ):  # "exports rose to 3 bln and imports to 2 bln, up 6 and 11 percent, respectively"
            found |= {one.start: 0, two.start: 1}
    return found


_TWO = 2
_LIST_JOINT = re.compile(r"\s*(?:,|,?\s*and)\s*(?:the\s+|by\s+|to\s+|about\s+)*")


def respective_partners(sentence: Sentence) -> dict[int, str]:
    """As in "shipments to Peru and Chile rose by 18 and 15 percent, respectively": start of a figure -> its country."""
    code = {m.start: m.code for m in sentence.mentions}
    found = _respective(sentence, [(m.start, m.end) for m in sentence.mentions])
    if not found:  # "Kenya and Uganda imported Egyptian goods worth $310m and $104m"
        found = _respective(sentence, [(m.start, m.end) for m in sentence.mentions if m.use != "adjective"])
    return {f: code[n] for f, n in found}


Followed = list[tuple[Figure, Mention, str]]


def followed_figures(sentence: Sentence) -> Followed:
    """The figures of one kind that a country follows before the next one, with that country and the one preposition between them."""
    if len(sentence.figures) < _TWO or len(sentence.mentions) < _TWO:
        return []
    behind = [(f, *found) for f in sentence.figures if (found := _followed_by(sentence, f)) is not None]
    preps = {prep for _, _, prep in behind if prep}
    alike = len({figure.kind for figure, _, _ in behind}) == 1 and len(preps) == 1
    return [(f, m, next(iter(preps))) for f, m, _ in behind] if alike and len(behind) >= _TWO else []


def followed_frame(
    behind: Followed, frame: Frame, start: int, *, carried: bool = False, shares: bool = False
) -> Frame | None:
    """As in "owes $1.4 billion to China and $120 million to India": the frame with the country behind the figure that starts there.

    The first one is the frame's own; figures and countries take turns.  The partner of a flow that was `carried` over gives way.
    Behind `shares` of one whole, those "for" others are theirs: "13 percent, compared with 12 percent for China".
    """
    here = next((mention.code for figure, mention, _ in behind if figure.start == start), None)
    if here is None or (shares and behind[0][2] == "for"):
        return None
    first, prep = behind[0][1].code, behind[0][2]
    if prep in WHOSE and not frame.verb and frame.indicator == "imports" and behind[0][0].kind == "percent":
        return replace(frame, reporter=here, partner="WLD", group=False, inferred=())
    side = "partner" if first == frame.partner else "reporter" if first == frame.reporter else _open_side(frame, prep)
    if side is None and len(behind) >= _TWO and behind[0][0].start >= frame.token.idx and not frame.group:
        side = _ROW_OF.get(
            (frame.indicator, prep)
        )  # "sent home 8 million, followed by 7 million from Togo and 6 million from Chad"
    if side is None and (carried or "indicator" in frame.inferred) and PARTNER_BEHIND.get(frame.indicator) == prep:
        side = "partner"  # "It came to 9 million with Chad, to 7 million with Togo"
    own = first in {frame.reporter, frame.partner} and start == behind[0][0].start
    other = frame.reporter if side == "partner" else frame.partner
    if side is None or own or any(mention.code == other for _, mention, _ in behind):
        return None
    inferred = tuple(name for name in frame.inferred if name != side)
    turned = replace(frame, inferred=inferred, group=False, whole=False)
    return replace(turned, partner=here) if side == "partner" else replace(turned, reporter=here)


WHOSE = frozenset({"for", "in"})
"""Before whose imports moved: "up by 83 per cent in Algeria and by 14 per cent in Morocco"."""


_ROW_OF: Final = {
    ("other", "from"): "reporter",
    ("investment", "from"): "reporter",
    ("aid", "from"): "reporter",
    ("imports", "from"): "partner",
    ("tourism", "from"): "partner",
    ("exports", "to"): "partner",
    ("trade", "with"): "partner",
}
"""The side that a row of countries behind figures has, by the flow and the preposition that leads to them."""


def _open_side(frame: Frame, prep: str) -> str | None:
    """Which side of a flow with all the countries of a row are: those "to" whom it goes, "from" whom it comes."""
    open_partner = frame.partner == "WLD" or (frame.partner is None and frame.group)
    if open_partner and (prep, frame.indicator) in {
        ("to", "exports"),
        ("from", "imports"),
        ("from", "tourism"),
    }:
        return "partner"
    return (
        "reporter"
        if frame.reporter == "WLD" and prep == "from" and frame.indicator in {"other", "investment"}
        else None
    )


def _followed_by(sentence: Sentence, figure: Figure) -> tuple[Mention, str] | None:
    """The country and the preposition that follow a figure, before the next one: "41 million kWh of electricity to Kyrgyzstan".

    What a bracket right behind it says again is passed over ("$6 billion (Rs 430 crore) from India"); the preposition is empty
    where a list leaves it out ("310 million from Oman, 180 million Bahrain and").
    """
    text = sentence.text
    again = _BRACKETED.match(text, figure.end)
    begin = again.end() if again is not None else figure.end
    following = next((f.start for f in sentence.figures if f.start >= begin), len(text))
    for mention in sentence.mentions:
        if begin <= mention.start < following and trades(mention.code) and mention.use != "adjective":
            led = _TO_COUNTRY.fullmatch(text, begin, mention.start)
            if led is not None:
                return mention, led["prep"]
            bare = not text[begin : mention.start].strip() and mention.use == "name"
            return (mention, "") if bare and _ITEM_ENDS.match(text, mention.end) is not None else None
    return None


_BRACKETED: Final = re.compile(r"\s*\((?:[^()\d]{0,12})\d[^()]{0,24}\)")
_ITEM_ENDS: Final = re.compile(r"(?:,?\s+and|,)\s+(?:(?:about|some|nearly|almost|over)\s+)?\D{0,4}\d")
_TO_COUNTRY = re.compile(
    r"(?:\s+\([A-Za-z]{1,5}\))?(?:\s+(?:worth\s+)?(?:of|in)\s+(?:(?!that\b|which\b)[\w-]+\s){0,3}?[\w-]+)?(?:\s+(?:(?:was|were)\s+(?:sold|shipped|sent|exported|bought|imported)|went|goes|came|comes|entered the country))?"
    r"(?:\s+(?:FDI|remittances?|(?:foreign\s+)?(?:direct\s+)?investments?|imports|exports|aid))?\s+(?P<prep>to|from|with|in|into|for)\s+(?:the\s+)?"
)


def alike_partners(sentence: Sentence, figure: Figure) -> list[str]:
    """As in "Canada and Spain with 8 percent each", "Chile, Peru and Togo, $2 billion apiece": the countries that have the figure, in order."""
    if EACH.match(sentence.text, figure.end) is None:
        return []
    before = [m for m in sentence.mentions if m.end <= figure.start]
    runs = _runs([(m.start, m.end) for m in before], sentence.text)
    if not runs or not before or runs[-1][-1][1] != before[-1].end:
        return []
    gap = sentence.text[before[-1].end : figure.start]
    listed = {start for start, _ in runs[-1]}
    return [m.code for m in before if m.start in listed] if len(gap) < _NEAR and not _DIGIT.search(gap) else []


_NEAR = 30
_DIGIT = re.compile(r"[\d;]")


def respective_goods(sentence: Sentence) -> dict[int, Good]:
    """As in "drugs, cars and toys contributed 190, 168 and 141 million, respectively": start of a figure -> its product."""
    several = len(sentence.figures) > _TWO or _RESPECTIVELY.search(sentence.text) is not None
    goods = goods_in(sentence) if several else []
    named = {g.start: g for g in goods}
    return {f: named[n] for f, n in _respective(sentence, [(g.start, g.end) for g in goods])}


def _respective(sentence: Sentence, names: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Starts of figures, each with that of the name that it goes with."""
    if not names or not (_RESPECTIVELY.search(sentence.text) or _as_many_as_names(sentence, names)):
        return []
    listed = _named_runs(names, sentence.text)
    moves = _moves(sentence)
    spans = [
        (first.start, last.end + (first is not last and sentence.text.startswith(")", last.end)))
        for first, last in moves
    ]
    starts = {first.start: {first.start, last.start} for first, last in moves}
    found: list[tuple[int, int]] = []
    last = 0
    for figures in _rows(sentence, spans):
        before = [n for n in listed if n[-1][1] <= figures[0][0] and len(n) == len(figures)]
        again = _RESPECTIVELY.search(sentence.text, figures[-1][1]) is not None or _two_by_two(
            [(f.start, f.end) for f in sentence.figures], names, sentence
        )
        again = again or _LEADS_TO_LEVELS.fullmatch(sentence.text, last, figures[0][0]) is not None
        last = figures[-1][1]
        if before and (not found or again):
            found += [(at, n[0]) for f, n in zip(figures, before[-1], strict=True) for at in sorted(starts[f[0]])]
    return found


_LEADS_TO_LEVELS = re.compile(r"(?:,?\s+respectively)?,?\s+(?:to|at|reaching|and\s+(?:reached|came\s+to))\s+")
"""Between the changes of a row of countries and the levels that they lead to."""


def _moves(sentence: Sentence) -> list[tuple[Figure, Figure]]:
    """The figures one by one, but a change and the level that it leads to as one: "27 per cent to 7,401"."""
    out: list[tuple[Figure, Figure]] = []
    for figure in sentence.figures:
        last = out[-1] if out else None
        changed = last is not None and last[0] is last[1] and last[0].kind == "percent" and figure.kind != "percent"
        one = (
            out[-2] if len(out) >= _TWO else None
        )  # "grew 12 and 9 percent to $1.5 billion and $1.9 billion": a row, then a row
        changed = changed and not (
            one is not None
            and one[0] is one[1]
            and one[0].kind == "percent"
            and _LIST_JOINT.fullmatch(sentence.text, one[0].end, out[-1][0].start)
        )
        if last is not None and changed and sentence.text[last[1].end : figure.start].strip() in {"to", "("}:
            out[-1] = (last[0], figure)
        else:
            out.append((figure, figure))
    return out


def _as_many_as_names(sentence: Sentence, names: list[tuple[int, int]]) -> bool:
    """As in "exports to Italy and the U.S. stood at $3.1 billion and $3.2 billion": two names, then two levels and no more.

    Of three names and more their figures may be of any one kind: "Finns, Danes and Swedes increased by 2%, 3% and 4%".
    """
    figures = sentence.figures
    spans = [(f.start, f.end) for f in figures]
    kinds = {f.start: f.kind for f in figures}
    for named in (run for run in _named_runs(names, sentence.text) if len(run) > _TWO):
        following = [at for at in spans if at[0] >= named[-1][1]][: len(named)]
        alone = not any(named[-1][1] <= start < following[0][0] for start, _ in names) if following else False
        if alone and _runs(following, sentence.text) == [following] and len(following) == len(named):
            more = [at for at in spans if at[0] > following[-1][0]][:1]
            ends = not more or len(_runs([*following, *more], sentence.text)[0]) == len(named)
            if ends and len({kinds[start] for start, _ in following}) == 1:
                return True
    if _two_by_two(spans, names, sentence):
        return True
    if len(figures) != _TWO or figures[0].kind != figures[1].kind or figures[0].unit != figures[1].unit:
        return False
    joined = sentence.text[figures[0].end : figures[1].start].strip() == "and"
    return joined and _are_two([n for n in names if n[1] <= figures[0].start], sentence.text)


def _are_two(names: list[tuple[int, int]], text: str) -> bool:
    """Two names joined, and no other but where their goods went: "from Thailand and Vietnam into Cambodia"."""
    runs = _named_runs(names, text)
    if len(runs) != 1 or len(runs[0]) != _TWO or _BETWEEN.search(text[: runs[0][0][0]]):
        return False
    behind = [n for n in names if n[0] >= runs[0][-1][1]]
    return not behind or (len(behind) == 1 and _INTO.fullmatch(text, runs[0][-1][1], behind[0][0]) is not None)


_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_INTO = re.compile(r"\s+(?:to|into)\s+(?:the\s+)?")


def _two_by_two(figures: list[tuple[int, int]], names: list[tuple[int, int]], sentence: Sentence) -> bool:
    """As in "Germans and Italians were 14 and 6 per cent fewer, at 21,300 and 33,100": two names, and their figures two by two."""
    pairs = _rows(sentence, figures)
    if len(pairs) < _TWO or sum(len(pair) for pair in pairs) != len(figures):
        return False
    alone = all(n[1] <= figures[0][0] for n in names) and _are_two(names, sentence.text)
    return alone and all(len(pair) == _TWO for pair in pairs)


def _rows(sentence: Sentence, spans: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The runs of figures, parted where as many of another kind follow: "fell 12 and 4 percent, to 210,000 and 96,000" are two."""
    kinds = {f.start: f.kind for f in sentence.figures}
    out: list[list[tuple[int, int]]] = []
    for run in _runs(spans, sentence.text):
        parts = [list(part) for _, part in groupby(run, key=lambda span: kinds[span[0]])]
        alike = len(parts) > 1 and len({len(part) for part in parts}) == 1 and len(parts[0]) > 1
        out += parts if alike else [run]
    return out


def _named_runs(names: list[tuple[int, int]], text: str) -> list[list[tuple[int, int]]]:
    """The names of a list, each with its preposition or none: "with the EU and with Russia"."""
    return _runs(names, text, _NAME_JOINT)


_NAME_JOINT = re.compile(r"\s*(?:,|,?\s*and)\s*(?:the\s+|by\s+|to\s+|with\s+|from\s+)*")


def _runs(spans: list[tuple[int, int]], text: str, joint: re.Pattern[str] | None = None) -> list[list[tuple[int, int]]]:
    """The spans that commas and "and" join, in runs of two or more."""
    joint = joint or _LIST_JOINT
    runs: list[list[tuple[int, int]]] = []
    for span in spans:
        if runs and joint.fullmatch(text, runs[-1][-1][1], span[0]):
            runs[-1].append(span)
        else:
            runs.append([span])
    return [run for run in runs if len(run) > 1]
