"""Between whom a figure may be, where the words leave a side open: the pairs that come into question, and what speaks for each.

"Exports came to 420 million" of a story on Kenya's tea may be Kenya's to the world, to Pakistan of the sentence before, or
to a group; rules of the sentence (`frames`) give one answer, these marks weigh it against the others (`side_choice`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log1p
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.measures.draft_slots import Draft
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.memory import FLOWS, Memory, Told

WORLD: Final = "WLD"
Sides = tuple[str, str | None]
"""Reporter and partner, which is None for a group of countries."""
_FROM_MOST: Final = 3
_OPENS: Final = 25
_RIGHT_BEFORE: Final = 12

_WHOLE: Final = re.compile(
    r"\b(?:total|overall|altogether|in all|all (?:\w+\s)?(?:exports|imports|trade|sales|shipments|arrivals)|foreign trade|external|"
    r"goods (?:exports|imports)|abroad|overseas|world(?:wide)?|global(?:ly)?|export earnings|gross|entire|aggregate)\b",
    re.IGNORECASE,
)
_PERHAPS_WHOLE: Final = re.compile(
    r"\b(?:all|countries|nationwide|(?:country|kingdom|nation)['’]s|its|merchandise|general)\b", re.IGNORECASE
)
_BACK: Final = re.compile(
    r"\b(?:there|bilateral|mutual|two[- ]way|the two|both|between|each other|in return|that (?:country|market)|"
    r"the (?:latter|former|neighbou?r\w*)|them|it|those|these)\b",
    re.IGNORECASE,
)
_GROUP: Final = re.compile(
    r"\b(?:countries|markets|partners|nations|buyers|destinations|region|bloc|states|neighbou?rs|members|economies|"
    r"suppliers|Africa|Asia|Europe|Latin America|Gulf|Middle East|CIS|OPEC|G7|BRICS|SACU|COMESA|EAC)\b"
)
_LED: Final = re.compile(r"\b(?:to|from|with|into)\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair that a figure may be between, with the marks that speak for or against it."""

    sides: Sides
    marks: dict[str, float]


def candidates(draft: Draft, sentence: Sentence, story: Story, memory: Memory) -> list[Candidate]:
    """The pairs that come into question for a draft, the one that the rules gave first.

    A country that the words name stays; a side that was carried over may be any country of the sentence, of the last flow, of
    the story's main ones, or, as the partner, the world or a group; so may the world, which rules put where nobody is named.  Sides that were both guessed may also be turned.
    """
    scene = _Scene.of(draft, sentence, story, memory)
    return [Candidate(sides, scene.marks(*sides)) for sides in _pairs(draft, scene)]


def _pairs(draft: Draft, scene: _Scene) -> list[Sides]:
    frame = draft.frame
    open_partner = "partner" in frame.inferred or frame.partner in {None, WORLD}
    reporters = dict.fromkeys([frame.reporter])
    partners = dict.fromkeys([frame.partner])
    if "reporter" in frame.inferred:
        reporters |= dict.fromkeys(scene.pool)
        if frame.indicator not in {*FLOWS, "trade", "balance", "tourism"}:
            reporters[WORLD] = None
    if open_partner:
        partners |= dict.fromkeys([*scene.pool, WORLD, None])
    pairs: list[Sides] = [(r, p) for r in reporters for p in partners if r is not None and r != p]
    turned = (frame.partner, frame.reporter)
    if turned[0] not in {None, WORLD} and turned not in pairs:
        pairs.append((str(turned[0]), turned[1]))
    return pairs


@dataclass(frozen=True, slots=True)
class _Scene:
    """What all the pairs of a draft are judged by."""

    rule: tuple[str | None, str | None]
    indicator: str
    owner: str | None
    faced_most: str | None
    subject: str | None
    here: tuple[str, ...]
    before: tuple[str, ...]
    led: frozenset[str]
    opens: str | None
    heads: frozenset[str]
    opening: frozenset[str]
    most: str | None
    pool: tuple[str, ...]
    many: int
    words: frozenset[str]
    placed: Mapping[str, tuple[str, str]]
    last: Told | None
    same_sentence: bool
    partners: dict[str, frozenset[str]]
    named: Mapping[str, int]

    @classmethod
    def of(cls, draft: Draft, sentence: Sentence, story: Story, memory: Memory) -> _Scene:
        frame, text = draft.frame, sentence.text
        named = [m for m in sentence.mentions if trades(m.code)]
        at = (draft.level or draft.figures[0]).start if draft.figures else frame.start
        here = tuple(dict.fromkeys(m.code for m in named))
        ranked = [code for code, _ in story.counts.most_common() if trades(code)]
        heads = frozenset(m.code for s in story.sentences if s.part == "headline" for m in s.mentions)
        first = next((s for s in story.sentences if s.part == "body" and s.mentions), None)
        carried = memory.frame.pair if memory.frame is not None else frozenset()
        around = [*here, memory.hub.owner, *sorted(carried), *ranked[:_FROM_MOST], memory.teller, *(story.pair or ())]
        told: dict[str, set[str]] = {}
        for each in memory.told:
            if each.partner is not None and each.partner != WORLD:
                told.setdefault(str(each.reporter), set()).add(each.partner)
        last = memory.told[-1] if memory.told else None
        new_paragraph = sentence.before is not None and sentence.before.paragraph != sentence.paragraph
        return cls(
            rule=(frame.reporter, frame.partner),
            indicator=frame.indicator,
            owner=memory.hub.owner,
            faced_most=memory.hub.faced_most,
            subject=memory.subject,
            here=here,
            before=tuple(m.code for m in named if m.end <= at),
            led=frozenset(m.code for m in named if _LED.search(text[max(0, m.start - _RIGHT_BEFORE) : m.start])),
            opens=named[0].code if named and named[0].start < _OPENS else None,
            heads=heads,
            opening=heads | frozenset(m.code for m in first.mentions) if first is not None else heads,
            most=ranked[0] if ranked else None,
            pool=tuple(dict.fromkeys(c for c in around if c and c != WORLD and trades(c))),
            many=len(ranked),
            words=frozenset(
                word
                for word, told_so in (
                    ("whole", _WHOLE.search(text) is not None),
                    ("perhaps whole", _PERHAPS_WHOLE.search(text) is not None),
                    ("back", _BACK.search(text) is not None),
                    ("group", frame.group or _GROUP.search(text) is not None),
                    ("good", (frame.good or draft.good) is not None),
                    ("share", draft.share is not None),
                    ("whole noun", frame.whole),
                    ("rule", frame.partner == WORLD),
                    ("new paragraph", new_paragraph),
                    ("verb", frame.verb),
                )
                if told_so
            ),
            placed=memory.hub.placed,
            last=last,
            same_sentence=last is not None and last.sentence == sentence.index,
            partners={code: frozenset(others) for code, others in told.items()},
            named=story.counts,
        )

    def marks(self, reporter: str, partner: str | None) -> dict[str, float]:
        """What speaks for or against a pair, by name; most are 1 where they hold."""
        found: dict[str, float] = {}
        rule = (reporter, partner) == self.rule
        found["rule"] = rule
        found["reporter of the rule"] = not rule and reporter == self.rule[0]
        found["partner of the rule"] = not rule and partner == self.rule[1]
        for name, code in (("reporter", reporter), ("partner", partner)):
            if code is not None and code != WORLD:
                found |= dict.fromkeys((f"{name} {mark}" for mark in self._marks_of_side(name, code)), 1.0)
        pair = {reporter, partner}
        found["owner left out"] = self.owner is not None and self.owner not in pair
        found["named and left out"] = log1p(sum(code not in pair for code in self.here))
        found["last named left out"] = bool(self.before) and self.before[-1] not in pair
        if self.last is not None:
            two = self.last.sides_as(self.indicator)
            new = two not in ((reporter, partner), (partner, reporter))
            anew = new and reporter != two[0] and partner != two[1]
            found["new after this sentence's last" if self.same_sentence else "new after the last told"] = anew
        if partner == WORLD:
            found |= dict.fromkeys(self._marks_of_world(reporter), 1.0)
            found["world of many"] = log1p(self.many)
        elif partner is None:
            found["group"] = 1
            found["group said"] = "group" in self.words
        else:
            found["partner named often"] = log1p(self.named.get(partner, 0))
            found["pair of two"] = self.many <= _PAIR
            found["pair of the opening"] = pair <= self.opening
            before = partner in self.partners.get(reporter, ())
            found["partner told of the reporter"] = before
            found["partner first told here"] = partner in self.here and not before
        found["world reports"] = reporter == WORLD
        return {name: float(value) for name, value in found.items() if value}

    def _marks_of_side(self, side: str, code: str) -> list[str]:
        placed = self.placed.get(code)
        elsewhere = placed is not None and placed[1] != side
        holds = {
            "owner": code == self.owner,
            "owner of goods": code == self.owner and self.indicator in FLOWS,
            "named here": code in self.here,
            "last before": bool(self.before) and self.before[-1] == code,
            "first before": bool(self.before) and self.before[0] == code,
            "led by a word": code in self.led,
            "opens": code == self.opens,
            "in headline": code in self.heads,
            "named most": code == self.most,
            "faced most": code == self.faced_most,
            "subject": code == self.subject,
            "stood elsewhere": elsewhere,
            "stood elsewhere alike": elsewhere and placed is not None and placed[0] == self.indicator,
        }
        return [mark for mark, told in holds.items() if told]

    def _marks_of_world(self, reporter: str) -> list[str]:
        marks = [
            "world",
            *(["world again"] if self.last is not None and self.last.partner == WORLD else []),
            *(f"world and {word}" for word in sorted(self.words - {"group"})),
        ]
        if any(code != reporter for code in self.here):
            marks.append("world and another named")
        if self.indicator == "balance":
            marks.append("world's balance")
        return marks


_PAIR: Final = 2
