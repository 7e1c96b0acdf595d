"""A level told twice: in another currency, in another unit of weight or volume."""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.model.english import ANY_MONTH
from tieline.model.money import CARGO
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence


def converted(sentence: Sentence, figure: Figure, previous_end: int) -> bool:
    """As in "98.4 billion baht ($3.1 billion)", "10.4 million tonnes, or 2.45 million barrels a day": no figure of its own.

    It is the one before it again, in another currency or another unit.
    """
    if not previous_end or figure.kind not in {"money", "quantity"}:
        return False
    between = sentence.text[previous_end : figure.start]
    before = next((f for f in sentence.figures if f.end == previous_end), None)
    alike = before is not None and before.kind == figure.kind and None not in {before.unit, figure.unit}
    other = before is not None and alike and before.unit != figure.unit
    if figure.kind == "quantity":
        listed = any(previous_end <= m.start < figure.start for m in sentence.mentions)  # "500MW to Peru, 9GW to Chile"
        weighed = before is not None and {before.unit, figure.unit} <= CARGO and other and not listed
        again = _AGAIN.fullmatch(between) if weighed else None
        return again is not None and (again["joint"] != "," or _OF.match(sentence.text, figure.end) is None)
    if other and _THEN_IN_BRACKETS.fullmatch(between) is not None:
        return True  # "12.7 billion kronor ($1.4 billion, 1.1 billion euros)", behind the first of them
    if between in {", ", "; ", " / ", " and "} and _IN_BRACKETS.search(sentence.text[:previous_end]):
        return True  # "1.5 billion francs ($1.5 billion, 1.4 billion euros)"
    if re.fullmatch(r"\s?\(\s?(?:or )?(?:about |some |around |nearly |roughly )?", between):
        if alike and not other and _OF_IT.match(sentence.text, figure.end):
            return False  # "681 million dollars (628.2 million of it cars)"
        same = alike and not other  # "13.5 million tonnes (10.9 million tonnes in 2018)"
        return not (same and EARLIER.match(sentence.text, figure.end))
    return other and _OR.fullmatch(between) is not None


_OR = re.compile(r",?\s+or\s+(?:(?:about|some|around|nearly|roughly)\s+)?")
_AGAIN = re.compile(
    r"(?:[^,;.()\d]{0,40})(?P<joint>,?\s+or|,?\s+(?:equal|equivalent)\s+to|,|\s\()\s*(?:(?:about|some|around|nearly|roughly|close to|almost|just over|just under)\s+)?"
)
"""Between a cargo and the same in another unit."""
_THEN_IN_BRACKETS = re.compile(r"\s?\(\s?[^()\d]{0,12}\d[^();]{1,30}?(?:[,;/]|\sor|\sand)\s+(?:about\s+|some\s+)?")
_OF_IT = re.compile(r"\s+of\s+(?:it|them|this|that|these|which)\b")
_OF = re.compile(r"\s+(?:of|in)\s")
_IN_BRACKETS = re.compile(r"\d[\w ,.]*\s?\([^()]*$")

EARLIER = re.compile(
    rf"\s+(?:(?:in|over|during|for)\s+(?:(?:{ANY_MONTH})\b\s?)?"
    r"(?:(?:19|20)\d\d\b|the\s+(?:(?:previous|preceding|prior|same|corresponding)\b|(?:[\w-]+\s+){1,4}(?:19|20)\d\d\b))"
    r"|(?:a|the)\s+(?:year|month|quarter)\s+(?:before|earlier|ago)\b|last\s+(?:year|month)\b)"
)
"""Behind an earlier level that stands in brackets."""
