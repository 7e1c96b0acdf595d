"""What all the pairs that come into question for a figure are judged by: who is named where, and what words stand round it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.subjects import sentence_subject
from tieline.read.measures.draft_slots import Draft
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.memory import FLOWS, Memory, Told, in_a_bloc
from tieline.read.syntax.tokens import Token

WORLD: Final = "WLD"
_FROM_MOST: Final = 3
_OPENS: Final = 25
_RIGHT_BEFORE: Final = 12
_BEHIND: Final = 60
_LATELY: Final = 8

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
    r"suppliers|continent|the group|together|between them|Africa|Asia|Europe|Latin America|Gulf|Middle East|CIS|OPEC|G7|BRICS|"
    r"SACU|COMESA|EAC|EAEU|SADC|ECOWAS|Mercosur|CARICOM|Eurasian Economic Union)\b(?!['’]s)"
)
_LED: Final = re.compile(r"\b(?:to|from|with|into)\s+(?:the\s+)?$", re.IGNORECASE)
_AND: Final = re.compile(r",?\s+and\s+(?:the\s+)?|,\s+(?:the\s+)?")
_BETWEEN: Final = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
"""Two names of a list have no flow from one to the other: "Mauritius and Singapore sent half of it"."""
_EARNED: Final = re.compile(
    r"\b(?:made|makes?|making|earn\w*|nett?ed|brought in|brings? in|generated|revenue)\b", re.IGNORECASE
)
_POINTED: Final = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:from|to)\s+(?:there|which|that\s+(?:country|market|nation))\b", re.IGNORECASE
)
"""Behind a word of trade, what points to a country told before: "imports from there"."""
_ENDS: Final = re.compile(r"[;:]|[.,](?!\d)|\s(?:and|while|but|whereas)\s")
"""Where the words behind a figure end that are of it."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What all the pairs of a draft are judged by."""

    rule: tuple[str | None, str | None]
    indicator: str
    inferred: frozenset[str]
    owner: str | None
    guessed_owner: str | None
    chances: Mapping[str, float]
    leanings: Mapping[str, float]
    faced_most: str | None
    only_faced: frozenset[str]
    subject: str | None
    governs: str | None
    owns: str | None
    host: str | None
    here: tuple[str, ...]
    before: tuple[str, ...]
    near: tuple[str, ...]
    behind: frozenset[str]
    led: frozenset[str]
    joined: frozenset[frozenset[str | None]]
    adjectives: frozenset[str]
    opens: str | None
    heads: frozenset[str]
    opening: frozenset[str]
    most: str | None
    pool: tuple[str, ...]
    many: int
    words: frozenset[str]
    placed: Mapping[str, tuple[str, str]]
    sold: Mapping[str, bool]
    one_way: frozenset[str]
    told: tuple[Told, ...]
    same_sentence: bool
    partners: Mapping[str, frozenset[str]]
    named: Mapping[str, int]
    value: float | None
    unit: str | None
    its: bool
    just_told: bool

    @property
    def last(self) -> Told | None:
        """The figure told last."""
        return self.told[-1] if self.told else None

    @classmethod
    def of(cls, draft: Draft, sentence: Sentence, story: Story, memory: Memory) -> Scene:
        """The scene of a draft in its sentence and story."""
        frame, text, hub = draft.frame, sentence.text, memory.hub
        named = [m for m in sentence.mentions if trades(m.code) and not in_a_bloc(m, sentence)]
        at = (draft.level or draft.figures[0]).start if draft.figures else frame.start
        begin, end = _own_words(draft, sentence)
        here = tuple(dict.fromkeys(m.code for m in named))
        ranked = [code for code, _ in story.counts.most_common() if trades(code)]
        heads = frozenset(m.code for s in story.sentences if s.part == "headline" for m in s.mentions)
        first = next((s for s in story.sentences if s.part == "body" and s.mentions), None)
        carried = memory.frame.pair if memory.frame is not None else frozenset()
        around = [*here, hub.owner, *sorted(carried), *ranked[:_FROM_MOST], memory.teller, *(story.pair or ())]
        pool = tuple(dict.fromkeys(c for c in around if c and c != WORLD and trades(c)))
        partners: dict[str, set[str]] = {}
        for each in memory.told:
            if each.partner is not None and each.partner != WORLD:
                partners.setdefault(str(each.reporter), set()).add(each.partner)
        last = memory.told[-1] if memory.told else None
        sold = {code: told for code in pool if (told := hub.sells(code)) is not None}
        return cls(
            rule=(frame.reporter, frame.partner),
            indicator=frame.indicator,
            inferred=frozenset(frame.inferred),
            owner=hub.owner,
            guessed_owner=hub.first_guess,
            chances=hub.chances,
            leanings=hub.leanings(),
            faced_most=hub.faced_most,
            only_faced=hub.only_faced,
            subject=memory.subject,
            host=memory.host,
            governs=sentence_subject(sentence, frame.token, memory),
            owns=_owner(sentence, frame.token),
            here=here,
            before=tuple(m.code for m in named if m.end <= at),
            near=tuple(m.code for m in named if begin <= m.start < at),
            behind=frozenset(m.code for m in named if at <= m.start < end),
            led=frozenset(m.code for m in named if _LED.search(text[max(0, m.start - _RIGHT_BEFORE) : m.start])),
            joined=frozenset(
                frozenset({one.code, two.code})
                for one, two in pairwise(named)
                if _AND.fullmatch(text, one.end, two.start) and not _BETWEEN.search(text[: one.start])
            ),
            adjectives=frozenset(m.code for m in named if m.use == "adjective" and m.start < at),
            opens=named[0].code if named and named[0].start < _OPENS else None,
            heads=heads,
            opening=heads | frozenset(m.code for m in first.mentions) if first is not None else heads,
            most=ranked[0] if ranked else None,
            pool=pool,
            many=len(ranked),
            words=_words_told(draft, sentence, begin, end),
            placed=hub.placed,
            sold=sold,
            one_way=frozenset(code for code in pool if hub.one_way(code)),
            told=tuple(memory.told[-_LATELY:]),
            same_sentence=last is not None and last.sentence == sentence.index,
            partners={code: frozenset(others) for code, others in partners.items()},
            named=story.counts,
            value=draft.level.value if draft.level is not None else None,
            unit=draft.level.unit if draft.level is not None else None,
            its=_ITS.search(text[: frame.token.idx]) is not None,
            just_told=last is not None and sentence.index - last.sentence == 1,
        )


def _owner(sentence: Sentence, noun: Token) -> str | None:
    """The country that a noun is of by an adjective or a possessive before it: "Laotian goods", "Chad's sales"."""
    beside = [c for c in noun.children if c.dep in {"poss", "amod", "compound", "nmod"} and c.idx < noun.idx]
    named = (m.code for c in beside if (m := sentence.mention_at(c)) is not None and trades(m.code))
    return next(named, None)


def _own_words(draft: Draft, sentence: Sentence) -> tuple[int, int]:
    """From where to where the words of a draft's figures go: from the figure before, to the end of their clause."""
    if not draft.figures:
        return draft.frame.start, draft.frame.end
    starts, ends = min(f.start for f in draft.figures), max(f.end for f in draft.figures)
    begin = max((f.end for f in sentence.figures if f.end <= starts), default=0)
    follows = min((f.start for f in sentence.figures if f.start >= ends), default=len(sentence.text))
    stop = _ENDS.search(sentence.text, ends)
    return begin, min(follows, ends + _BEHIND, stop.start() if stop is not None else follows)


def _words_told(draft: Draft, sentence: Sentence, begin: int, end: int) -> frozenset[str]:
    """What the words of the sentence, and those near the figure, hint at."""
    frame, text = draft.frame, sentence.text
    own, rest = text[begin:end], _without_denominator(text, draft)
    hints = {
        "whole": _WHOLE.search(rest),
        "perhaps whole": _PERHAPS_WHOLE.search(rest),
        "back": _BACK.search(text),
        "group": frame.group or _GROUP.search(text),
        "whole near": _WHOLE.search(rest[begin:end]),
        "back near": _BACK.search(own),
        "group near": _GROUP.search(own),
        "good": frame.good or draft.good,
        "share": draft.share,
        "whole noun": frame.whole,
        "group noun": frame.group,
        "rule": frame.partner == WORLD,
        "new paragraph": sentence.before is not None and sentence.before.paragraph != sentence.paragraph,
        "verb": frame.verb,
        "row": "indicator" in frame.inferred,
        "of memory": draft.of_memory,
        "flow": frame.indicator in FLOWS,
        "earned": _EARNED.search(own),
        "pointed": _POINTED.match(text, frame.token.idx + len(frame.token)),
    }
    return frozenset(word for word, told in hints.items() if told)


_ITS: Final = re.compile(r"\b(?:its|their)\s+(?:[a-z-]+\s+){0,2}$")


def _without_denominator(text: str, draft: Draft) -> str:
    """The words without those that tell of what a share is: "26 percent of the country's total exports" is no total."""
    told = _OF_ALL.match(text, draft.share.end) if draft.share is not None else None
    return text if told is None else text[: told.start()] + " " * len(told.group()) + text[told.end() :]


_OF_ALL: Final = re.compile(
    r"\s+(?:\([^()]{1,30}\)\s+)?(?:of|in)\s+[^,;:.()]{0,60}?\b(?:exports?|imports?|trade|turnover|sales|shipments|arrivals|purchases|suppl(?:y|ies)|total|overall|all|visitors|tourists)\b"
    r"(?:\s+(?:exports?|imports?|trade|turnover|sales|shipments|earnings|revenues?|value|volumes?))*"
)
