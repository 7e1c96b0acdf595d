"""Acts that no rule has told: the likeliest of them, by what was learned from annotated stories.

Each verb and each name of a deed that no rule has taken may tell an act of some type, or none (a multinomial regression over
`untold_marks`); and each two of those that the sentence names or speaks of may be its sides (a conditional logit over `untold_pairs`).  Told is what is
likely enough with both.  Its type is marked as inferred, and its confidence is how likely it is.  `tools/fit_untold.py` finds the weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, cast

from tieline.model.claims import Event
from tieline.model.periods import Period
from tieline.model.vocabulary import EventModality, EventType
from tieline.read.acts.dates import date_by_place
from tieline.read.acts.denials import is_denial
from tieline.read.acts.doers import subject_of
from tieline.read.acts.finder import VISITS, Finder
from tieline.read.acts.grammar import object_of
from tieline.read.acts.modality import SETTING_OUT, standing
from tieline.read.acts.named import Party
from tieline.read.acts.polarity import is_negated
from tieline.read.acts.sides import Act
from tieline.read.acts.spans import span_of
from tieline.read.acts.untold_facts import MUTUAL, denial_over, is_mistold, is_of_other_sides, is_with_others
from tieline.read.acts.untold_marks import word_marks
from tieline.read.acts.untold_pairs import Pair, pairs_of
from tieline.read.acts.untold_scene import Surroundings, Word, may_tell
from tieline.read.acts.victims import suffering
from tieline.read.learned import linear
from tieline.read.learned.classes import load
from tieline.read.learned.trees import chances
from tieline.read.syntax.tokens import Token

ENOUGH: Final = 0.31
"""How likely an act must be, with its sides, to be told: of stories held out, one in two of them is right."""
HARDLY: Final = -0.2
"""A word whose own marks alone speak so much against an act is not looked at further."""
NOTHING: Final = "nothing"
"""The class of a word that tells no act."""
_WORDS: Final = Path(__file__).parent / "untold_words.npz"
_SIDES: Final = Path(__file__).parent / "untold_sides.json"
_HOSTILE: Final = frozenset({"ACCUSE", "SANCTION", "THREATEN", "REJECT"})
"""What nobody does to whoever is hit by the blow that he speaks of."""
_SPOKEN: Final = frozenset({"REJECT", "ACCUSE", "REQUEST"})
"""What a denial itself may be."""


@dataclass(frozen=True, slots=True)
class _Guess:
    token: Token
    type: EventType
    pair: Pair
    chance: float


def acts_untold(finder: Finder, told: Sequence[Event]) -> list[Act]:
    """The acts of a sentence beside those that rules have told of it, the likeliest first."""
    around = Surroundings(finder.parties, told, finder.by_word)
    if len(around.codes) < 2:
        return []
    guesses = sorted(_guesses(finder, around), key=lambda guess: -guess.chance)
    kept: list[_Guess] = []
    known = {(e.actor, e.target, e.type) for e in told}
    for guess in guesses:
        sides = guess.pair.actor, guess.pair.target
        if (*sides, guess.type) in known or ((*sides[::-1], guess.type) in known and guess.type in MUTUAL):
            continue
        if any(_one_clause(guess.token, other.token) for other in kept) or _is_content(guess, finder):
            continue
        if _is_against_facts(guess, finder) or (guess.type in _HOSTILE and sides[1] in suffering(finder.parties)):
            continue
        if guess.token.pos == "VERB" and _is_homeless(guess, finder):
            continue
        known.add((*sides, guess.type))
        kept.append(guess)
    return [act for guess in kept if (act := _act(guess, finder)) is not None]


def _guesses(finder: Finder, around: Surroundings) -> Iterator[_Guess]:
    model = load(_WORDS)
    told = finder.by_word
    for token in finder.sentence.tokens:
        if token.i in told or token.i in finder.sides.domestic or not may_tell(token):
            continue
        if _lead(around.word(token)) < HARDLY:
            continue
        of_types = model.chances(word_marks(around, token))
        kind = max((k for k in of_types if k != NOTHING), key=of_types.__getitem__)
        if of_types[kind] < ENOUGH:
            continue
        pairs = pairs_of(around, token)
        if not pairs:
            continue
        sure = chances([linear.weight(pair.marks, _SIDES) for pair in pairs])
        best = max(range(len(pairs)), key=sure.__getitem__)
        if (chance := of_types[kind] * sure[best]) >= ENOUGH:
            yield _Guess(token, cast("EventType", kind), pairs[best], chance)


@lru_cache(maxsize=20_000)
def _lead(word: Word) -> float:
    """By how much a word by itself speaks for an act, in log odds: most words come again and again."""
    return load(_WORDS).lead(dict.fromkeys(word.marks(), 1.0), NOTHING)


def _one_clause(one: Token, other: Token) -> bool:
    """One hangs on the other as its object or complement: "held talks", "agreed to meet"."""
    return any(
        low.head == high and low.dep not in {"conj", "advcl", "relcl"} for low, high in ((one, other), (other, one))
    )


def _is_content(guess: _Guess, finder: Finder) -> bool:
    """What an act that a rule has told between the same two is about ("lifted its ban", "offered to negotiate"), or what that is about itself."""
    sides = {guess.pair.actor, guess.pair.target}
    of_two = [place for place, act in finder.by_word.items() if sides <= {p.code for p in (*act.actors, *act.targets)}]
    told = [token for token in finder.sentence.tokens if token.i in of_two]
    return any(_hangs_on(guess.token, other) or _hangs_on(other, guess.token) for other in told)


def _hangs_on(token: Token, above: Any) -> bool:
    node = token
    for _ in range(_DEEP):
        if node == above:
            return True
        if node.head is node or (node.dep in _APART and node.pos == "VERB"):
            return False
        node = node.head
    return False


def _is_against_facts(guess: _Guess, finder: Finder) -> bool:
    """What stands in its clause speaks against the guess."""
    token, kind, parties, pair = guess.token, guess.type, finder.parties, guess.pair
    return (
        is_mistold(token, kind)
        or is_with_others(token, kind, parties, carried=pair.parties[1] is None)
        or is_of_other_sides(token, kind, pair.actor, pair.target, parties)
    )


def _is_homeless(guess: _Guess, finder: Finder) -> bool:
    """The subject is a person without a country, whose home is not the one that acts here."""
    subject, passive = subject_of(guess.token)
    if subject is None or passive:
        return False
    people = [p for p in finder.parties.of(subject) if p.kind == "person"]
    if not people or any(p.code and not finder.parties.unplaced(p) for p in people):
        return False
    return finder.parties.home_of_other(guess.pair.target) != guess.pair.actor


_DEEP: Final = 6
_APART: Final = frozenset({"conj", "relcl", "parataxis"})
"""What hangs so on a verb tells something of its own."""


def _act(guess: _Guess, finder: Finder) -> Act | None:
    """The act with its modality, its date and its words; None where it is said not to be done."""
    token = guess.token
    verb = token if token.pos == "VERB" else next((a for a in token.ancestors if a.pos == "VERB"), None)
    modality: EventModality = "happened"
    if verb is not None:
        if is_negated(verb):
            return None
        stands = standing(verb)
        if stands is None and token is verb:
            return None
        modality = stands.modality if stands is not None else modality
        if modality == "happened" and is_denial(verb) and (guess.type not in _SPOKEN or verb != token):
            modality = "denied"
    if denial_over(token) is not None:
        modality = "denied"
    named = [party for party in guess.pair.parties if party is not None]
    subject, obj = (subject_of(token)[0], object_of(token)) if token.pos == "VERB" else (None, None)
    start, end = span_of(finder.sentence, token, (subject, obj), named)
    date = _date(token, verb, modality, finder)
    sides = [
        party or Party(code, None, token.idx, token.idx + len(token))
        for party, code in zip(guess.pair.parties, (guess.pair.actor, guess.pair.target), strict=True)
    ]
    carried = [side for side, party in zip(("actor", "target"), guess.pair.parties, strict=True) if party is None]
    return Act(
        guess.type,
        "",
        (sides[0],),
        (sides[1],),
        modality,
        date,
        mutual=guess.type in MUTUAL and token.lemma not in VISITS | SETTING_OUT,
        start=start,
        end=end,
        inferred=("type", *carried),
        confidence=round(guess.chance, 2),
    )


def _date(token: Token, verb: Token | None, modality: EventModality, finder: Finder) -> Period | None:
    """The date of the word or of the verb that it hangs on; else the only time of the sentence."""
    for dated in (token, verb):
        if dated is not None and (date := finder.dating.of([dated], modality=modality)[0]) is not None:
            return date
    return date_by_place(finder.sentence, 0, len(finder.sentence.text))[0]
