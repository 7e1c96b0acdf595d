"""The type of the act between two marked parties of a sentence, whoever they are: states, rebels, parties, courts, crowds.

The reader tells only acts between states, and none where it is in doubt; this answers always.  `votes` lets the rules
vote, `marks` adds the words by their place between the parties, and `model` weighs it all.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

from tieline.model import lazy_re as re
from tieline.model.errors import UsageError
from tieline.model.vocabulary import QUAD_CLASSES, EventType
from tieline.read.acts.marks import marks_of
from tieline.read.learned.classes import load
from tieline.read.syntax.parser import parse
from tieline.read.syntax.tokens import Token

_WEIGHTS: Final = Path(__file__).parent / "weights.npz"
"""Found by `tools/train_act_classes.py` on sentences of our own."""


@dataclass(frozen=True, slots=True)
class ActClass:
    """A PLOVER type, its quad class (1 verbal and 2 material cooperation, 3 verbal and 4 material conflict), and how sure it is: `confidence` is the type's probability, 0 to 1."""

    type: EventType
    quad: int
    confidence: float


def classify_act(
    sentence: str, source: str | tuple[int, int], target: str | tuple[int, int] | None, *, model: str | None = None
) -> ActClass:
    """Tell the type of what `source` does to, with or for `target` in a sentence.

    Args:
        sentence: One English sentence.
        source: Who acts: the words as the sentence writes them, of which the first place is meant, or start and end.
        target: On whom, likewise; None where the sentence leaves it out.
        model: The name of an installed spaCy pipeline; by default `tieline.read.syntax.parser.DEFAULT_MODEL`.

    Raises:
        UsageError: the sentence does not hold the words of a party, or the model is not installed.

    >>> classify_act("Peru accused Chile of spying.", "Peru", "Chile").type
    'ACCUSE'
    """
    spans = [_place(sentence, source, "source")]
    if target is not None:
        spans.append(_place(sentence, target, "target"))
    tokens = next(iter(parse([sentence], model)))
    one, other, *_ = *(head_of(tokens, *span) for span in spans), None
    chances = load(_WEIGHTS).chances(marks_of(sentence, tokens, one, other, spans))
    best = cast("EventType", max(chances, key=lambda kind: chances[kind]))
    return ActClass(best, QUAD_CLASSES[best], round(chances[best], 3))


def _place(sentence: str, party: str | tuple[int, int], part: str) -> tuple[int, int]:
    if isinstance(party, tuple):
        start, end = party
        if not 0 <= start < end <= len(sentence):
            raise UsageError(f"{part} {party} lies outside the sentence; give 0 <= start < end <= {len(sentence)}")
        return start, end
    words = party.split()
    found = re.search(r"\s+".join(map(re.escape, words)), sentence, re.IGNORECASE) if words else None
    if found is None:
        raise UsageError(f"{part} {party!r} is not in the sentence; give the words as the sentence writes them")
    return found.span()


def head_of(tokens: Any, start: int, end: int) -> Token | None:
    """The token of a phrase that hangs on a word outside it."""
    inside = [t for t in tokens if t.idx < end and t.idx + len(t) > start]
    return next((t for t in inside if t.head == t or t.head not in inside), inside[0] if inside else None)
