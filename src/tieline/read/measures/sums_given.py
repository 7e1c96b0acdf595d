"""Sums that the rules have given up although their sentence tells who gives and who receives: "Kigali will get a credit of 60 million from Seoul".

Each country of the sentence is one who gives or one who receives by the words beside its name, by the verb that it is the
subject of, or by the preposition that leads from the sum to it; a sum is told where there is one of either.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tieline.model.claims import Measure
from tieline.model.vocabulary import Indicator
from tieline.read.frames.slots import Slotted, slot_of
from tieline.read.frames.subjects import country_of_phrase, subject_of
from tieline.read.measures.draft_slots import Draft, put
from tieline.read.measures.second_look import Made
from tieline.read.measures.sum_ends import Ends, ends_of, verb_of
from tieline.read.measures.sum_sides import is_of_relief
from tieline.read.measures.taking_scene import given_up
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.goods import goods_in
from tieline.read.story.memory import GIVEN, Frame, Memory, Told, other_of, told_of
from tieline.read.words.money import kind_between, kind_of_money
from tieline.read.words.parties import GETTING, GIVING, KIND_OF_VERB, NO_SUM_GIVEN, SEEKING
from tieline.read.words.trade import words

_REACH: Final = 110
_SMALL: Final = 10_000
"""Less is what one person sends or gets."""
_LATELY: Final = 3
"""Sentences for which the kind of money told last goes on."""


def with_sums_given(
    made: list[Made], sentence: Sentence, memory: Memory, finish: Callable[[Draft], list[Measure]]
) -> list[Made]:
    """What was made of a sentence, with the sums between two countries that no rule has taken."""
    if NO_SUM_GIVEN.search(sentence.text):
        return made
    for figure in given_up(sentence, [draft for draft, _ in made]):
        if figure.kind == "money" and abs(figure.value) < _SMALL:
            continue
        a_sum = figure.kind == "money" or is_of_relief(sentence, figure)
        kind = _kind_of_sum(sentence, figure, memory) if a_sum else None
        ends = ends_of(sentence, figure, kind, memory) if kind is not None else None
        sides = _sides(ends, kind, sentence, figure, memory) if kind is not None and ends is not None else None
        if kind is None or ends is None or sides is None:
            continue
        carried = [
            side for side, end in zip(("reporter", "partner"), (ends.giver, ends.receiver), strict=True) if end is None
        ]
        draft = _draft(sentence, figure, kind, sides, carried if sides[1] is not None else [])
        if measures := finish(draft):
            memory.told += told_of(sentence, measures)
            made = [*made, (draft, measures)]
    return made


def _kind_of_sum(sentence: Sentence, figure: Figure, memory: Memory) -> Indicator | None:
    """What kind of money a sum is: by the words close to it, those of its sentence, its verb, or what was told just before."""
    if figure.kind != "money":
        return "aid"
    near = sentence.text[max(0, figure.start - _REACH // 2) : figure.end + _REACH // 2]
    if (told := kind_of_money(near) or kind_between(sentence.text)) is not None:
        return told
    verb = verb_of(sentence, figure)
    if verb is not None and verb.lemma in KIND_OF_VERB:
        return KIND_OF_VERB[verb.lemma]
    last = memory.told[-1] if memory.told else None
    lately = last is not None and sentence.index - last.sentence <= _LATELY and last.indicator in GIVEN
    return (
        last.indicator
        if last is not None and lately and verb is not None and verb.lemma in GIVING | GETTING | SEEKING
        else None
    )


def _sides(
    ends: Ends, kind: Indicator, sentence: Sentence, figure: Figure, memory: Memory
) -> tuple[str, str | None] | None:
    """Who gives and who receives; of a group that receives nobody by name, of one that is not named whoever the story told last."""
    giver, receiver = ends.giver, ends.receiver
    if giver is not None and ends.all_get:
        return giver, None
    if giver is not None and receiver is not None:
        return giver, receiver
    verb = verb_of(sentence, figure)
    if verb is None or verb.lemma not in GIVING | GETTING | SEEKING or ends.all_get or ends.gives - {giver}:
        return None
    last = _told_last(kind, sentence, memory)
    named = giver or receiver
    does = country_of_phrase(sentence, subject_of(verb)[0], memory) if verb.lemma in _LENDING else None
    if last is None and memory.pair is not None and named is not None and named == does and named in memory.pair:
        other = other_of(memory.pair, named)  # "In all, Argentina owes 453 million", of the two spoken of
        return (named, other) if giver is not None else (other, named)
    others = {m.code for m in sentence.mentions if trades(m.code)} - {giver, receiver}
    if last is None or last.reporter is None or (others - {last.reporter, last.partner}):
        return None
    if named is None and not others and kind_between(sentence.text) == kind:
        # "Agreements for six projects with 5.7 billion of it were signed by November"
        return last.reporter, last.partner
    if giver is not None and last.partner not in {None, "WLD", giver}:
        return giver, last.partner
    if receiver is not None and last.reporter not in {"WLD", receiver}:
        return last.reporter, receiver
    return None


_LENDING: Final = words("lend loan borrow owe repay")


def _told_last(kind: Indicator, sentence: Sentence, memory: Memory) -> Told | None:
    """The sum of this kind that the sentences just before told, with both its sides."""
    lately = (t for t in reversed(memory.told) if sentence.index - t.sentence <= _LATELY)
    last = next((t for t in lately if t.indicator in GIVEN), None)
    alike = last is not None and (last.indicator == kind or {last.indicator, kind} == {"aid", "debt"})
    return last if last is not None and alike and None not in {last.reporter, last.partner} else None


def _draft(
    sentence: Sentence, figure: Figure, kind: Indicator, ends: tuple[str, str | None], carried: list[str]
) -> Draft:
    token = next((t for t in sentence.tokens if t.idx + len(t) > figure.core), sentence.tokens[0])
    frame = Frame(token, kind, *ends, None, 0, 0, inferred=("indicator", *carried), group=ends[1] is None)
    draft = Draft(frame, figures=[figure], later=True)
    slotted = slot_of(sentence, figure)
    put(
        draft,
        slotted if slotted.slot not in {"none", "base"} else Slotted(figure, "level"),
        sentence,
        goods_in(sentence),
    )
    return draft
