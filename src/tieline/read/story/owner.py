"""The one country whose trade a story of several goes through, told by the whole of its words before any is parsed.

"Georgia's exports", "imports of Georgia", "Georgia sold" are of an owner; "to Russia", "Russia ($43 million)" are of those
that it faces.  Where a story is told, whom it names first and whom most count too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log1p
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.words.forms import forms
from tieline.read.words.trade import NOUN_ANCHORS

_FEWEST: Final = 3
_BEHIND: Final = 60
_IN_FRONT: Final = 40
_WEIGHTS: Final[dict[str, float]] = {
    "named": 1.75, "owns": 1.5, "of its": 2.0, "of that country": 0.35, "sells": 0.25, "buys": 0.75, "in": 0.25, "row": -0.4,
    "first sentence": 2.0, "first of all": 1.0, "first subject": 0.75, "headline": 0.75, "heads": 1.5, "scene": 2.0, "outlet": 0.5,
}  # fmt: skip
_CLEAR: Final = 0.8
"""What each mark weighs, and by how much the first must lead the second: a softmax fit over 144 annotated stories, rounded.
Fitted without the set that it is asked for, it names the right country for 104, none for 17 and a wrong one for 11."""
_LONG: Final = 4
"""Sentences with a country, in a story long enough to tell; of a shorter one, of two at least, the lead must be larger."""
_FEWEST_SENTENCES: Final = 2
_CLEAR_OF_FEW: Final = 3.0
_OPENS: Final = 25

_OWNED: Final = "|".join(
    sorted({*NOUN_ANCHORS, *"customer supplier market buyer partner arrival importer exporter".split()})
)
_FLOW: Final = rf"(?:{_OWNED})(?:s|es)?"
_HAS: Final = re.compile(rf"['’]s?\s+(?:[\w-]+\s+){{0,3}}?{_FLOW}\b", re.IGNORECASE)
_OF: Final = re.compile(rf"\b{_FLOW}\s+(?:of|by)\s+(?:the\s+)?$", re.IGNORECASE)
_DOES: Final = re.compile(r"\s+(?:(?:also|has|had|have|only|then|still|now|last\s+year)\s+)*(\w+)", re.IGNORECASE)
_OF_THAT_COUNTRY: Final = re.compile(rf"\s+(?:[\w-]+\s+){{0,2}}?{_FLOW}\b", re.IGNORECASE)
_SELLS: Final = frozenset("export sell ship supply trade earn record post run deliver".split())
_BUYS: Final = frozenset("import buy purchase take receive welcome absorb".split())
_LED_TO: Final = re.compile(r"\b(?:to|from|with|into)\s+(?:the\s+)?$", re.IGNORECASE)
_IN: Final = re.compile(r"\b(?:in|and|by|for)\s+(?:the\s+)?$", re.IGNORECASE)
_IN_A_ROW: Final = re.compile(r"\s*(?:\(|with\s+|at\s+|-\s+|,\s+)?(?:[A-Z]{2,3})?[$€£]?\d")


def owner_of_story(story: Story) -> str | None:
    """The country that all the story's figures are of; None where it is about a pair alone or about nobody more than others."""
    several = sum(trades(code) for code in story.counts) >= _FEWEST
    naming = sum(bool(sentence.mentions) for sentence in story.sentences)
    if not several or naming < _FEWEST_SENTENCES:
        return None
    marks: dict[str, Counter[str]] = defaultdict(Counter)
    opening = next((s for s in story.sentences if s.part == "body" and s.mentions), None)
    for sentence in story.sentences:
        for mention in sentence.mentions:
            if trades(mention.code):
                found = marks[mention.code]
                found.update(_marks(sentence.text, mention))
                found["headline"] |= sentence.part == "headline"
                found["heads"] |= (
                    sentence.part == "headline" and sentence.start <= _AT_TOP and _owns_flow(sentence.text, mention)
                )
    if opening is not None:
        _mark_opening(opening, marks)
    if story.scene is not None and trades(story.scene):  # "BEIJING - Exports rose" need not name its country
        marks[story.scene]["scene"] = 1
    if story.home in marks:
        marks[story.home]["outlet"] = 1
    weights = sorted(((_weight(found), code) for code, found in marks.items()), reverse=True)
    if len(weights) < _FEWEST or weights[0][0] - weights[1][0] < (_CLEAR if naming >= _LONG else _CLEAR_OF_FEW):
        return None
    return weights[0][1]


def teller_of(story: Story) -> str | None:
    """The country whose flows need no owner: by the dateline or the outlet, else by a headline that owns a flow ("Steep fall in Swiss watch exports")."""
    if story.teller is not None:
        return story.teller
    told = {
        mention.code
        for sentence in story.sentences
        if sentence.part == "headline" and sentence.start <= _AT_TOP
        for mention in sentence.mentions
        if trades(mention.code) and _owns_flow(sentence.text, mention)
    }
    return told.pop() if len(told) == 1 else None


_AT_TOP: Final = 200


def _owns_flow(text: str, mention: Mention) -> bool:
    """As in "German trade surplus shrinks", "Belgium's trade in diamonds", "Exports of Japan"."""
    behind = text[mention.end : mention.end + _BEHIND]
    if _GOODS_FLOW.match(behind) is None:
        return _OF.search(text[max(0, mention.start - _IN_FRONT) : mention.start]) is not None
    return True


_GOODS_FLOW: Final = re.compile(
    r"(?:['’]s?)?\s+(?:(?!from\b|to\b|in\b|with\b|on\b)[\w-]+\s+){0,3}?(?:(?:ex|im)ports?|trade|shipments?|(?:trade\s+)?(?:surplus|deficit|gap|balance))\b(?!\s+(?:war|deal|pact|talks|minister|ministry|body|official))",
    re.IGNORECASE,
)


def _weight(found: Counter[str]) -> float:
    return sum(_WEIGHTS[mark] * (log1p(n) if mark == "named" else n) for mark, n in found.items())


def _mark_opening(sentence: Sentence, marks: dict[str, Counter[str]]) -> None:
    """Mark whom the first sentence of the body names, whom it names first, and whom it is about."""
    here = [mention for mention in sentence.mentions if trades(mention.code)]
    for code in {mention.code for mention in here}:
        marks[code]["first sentence"] = 1
    if not here:
        return
    first = here[0]
    if _LED_TO.search(sentence.text[: first.start]):
        return  # "after the truce with Washington"
    marks[first.code]["first of all"] = 1
    behind = sentence.text[first.end : first.end + _BEHIND]
    acts = not _does(behind).isdisjoint(_SELLS | _BUYS | _SEES)
    if first.start <= _OPENS and (first.use == "adjective" or acts or _HAS.match(behind)):
        marks[first.code]["first subject"] = 1


_SEES: Final = frozenset("see have be rise fall".split())


def _does(behind: str) -> frozenset[str]:
    verb = _DOES.match(behind)
    return frozenset(forms(verb[1].lower())) if verb is not None else frozenset()


def _marks(text: str, mention: Mention) -> list[str]:
    """What a country's place among the words says of it."""
    behind = text[mention.end : mention.end + _BEHIND]
    if mention.use in {"adjective", "demonym"}:
        return ["named", "of that country"] if _OF_THAT_COUNTRY.match(behind) else ["named"]
    before = text[max(0, mention.start - _IN_FRONT) : mention.start]
    marks = ["named", "row"] if _IN_A_ROW.match(behind) else ["named"]
    if _HAS.match(behind):
        return [*marks, "owns"]
    if _OF.search(before):
        return [*marks, "of its"]
    does = _does(behind)
    if does & _SELLS:
        marks.append("sells")
    elif does & _BUYS:
        marks.append("buys")
    return [*marks, "in"] if _IN.search(before) else marks


def faced_by(story: Story, owner: str | None) -> str | None:
    """The one other country that a story is about beside its owner; None where it goes through many.

    That one is named in the opening, and far more often than any further one.
    """
    others = [(code, n) for code, n in story.counts.most_common() if trades(code) and code != owner]
    if owner is None or not others:
        return None
    (other, often), further = others[0], others[1][1] if len(others) > 1 else 0
    much = often >= _MUCH * story.counts[owner] and often >= _MORE_THAN_FURTHER * further
    opening = [s for s in story.sentences if s.part == "headline"]
    opening += [s for s in story.sentences if s.part == "body"][:1]
    opens = any(m.code == other for s in opening for m in s.mentions)
    return other if much and (opens or often >= min(_OFTEN, _AS_MUCH * story.counts[owner])) else None


_MUCH: Final = 0.5
_AS_MUCH: Final = 0.75
_OFTEN: Final = 5
_MORE_THAN_FURTHER: Final = 2
