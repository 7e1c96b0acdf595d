"""Verbs of rising and falling: one list for the reader, which knows them by lemma, and the check, which looks for them in words.

`RISE` and `FALL` move by themselves ("exports rose"); `RAISE` and `CUT` are done to something ("raised its exports"), or may
be. A verb stands here because news from many places uses it.

>>> from tieline.model import lazy_re as re
>>> re.fullmatch(UP_FORMS, "leapt") is not None, re.fullmatch(DOWN_FORMS, "slipping") is not None
(True, True)
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tieline.model import lazy_re as re

RISE: Final = frozenset(
    "rise grow increase jump surge soar climb expand gain advance widen swell mount accelerate leap rocket vault zoom balloon boom "
    "recover rebound improve skyrocket spike bounce edge inch deepen flourish thrive escalate burgeon quicken mushroom snowball".split()
)
FALL: Final = frozenset(
    "fall drop decline decrease slide plunge shrink slump tumble dip contract narrow sink ease slip plummet dwindle weaken collapse "
    "retreat diminish wither evaporate crash fade slow slacken cool fray deteriorate recede nosedive tank sag crater wane subside "
    "skid shrivel ebb".split()
)
GOES_UP: Final = frozenset("creep tick nudge shoot go pick move build step".split())
"""What rises with "up" beside it, of those that do not rise alone: "crept up", "ticked up"."""
GOES_DOWN: Final = frozenset("creep tick nudge go come move die".split())
UNSURE: Final = frozenset(
    "contract tank crater balloon rocket mushroom vault boom cool spike sag edge inch slow accelerate quicken improve deepen widen narrow fray".split()
)
"""Of these: what is as often another word ("a contract", "an inch"), or says how fast or how well it goes."""
RAISE: Final = frozenset(
    "strengthen multiply double triple quadruple treble intensify raise lift boost hike enlarge".split()
)
CUT: Final = frozenset("cut halve lose reduce shed curb curtail slash lower trim".split())

IRREGULAR: Final[dict[str, str]] = {
    "rise": "rose risen", "grow": "grew grown", "leap": "leapt leaped", "swell": "swelled swollen", "fall": "fell fallen",
    "sink": "sank sunk", "creep": "crept", "shoot": "shot", "go": "went gone", "come": "came come", "build": "built",
    "die": "died", "shrink": "shrank shrunk shrunken", "slide": "slid", "lose": "lost", "cut": "cut", "shed": "shed",
}  # fmt: skip
"""The past forms of those that have no regular ones."""
_DOUBLED: Final = frozenset("step drop slip dip cut shed trim skid sag".split())
_VOWELS: Final = "aeiou"


def forms_of(verb: str) -> tuple[str, ...]:
    """All forms of a verb of these lists.

    >>> forms_of("slip"), forms_of("ease")
    (('slip', 'slips', 'slipped', 'slipping'), ('ease', 'eases', 'eased', 'easing'))
    >>> forms_of("sink")
    ('sink', 'sinks', 'sank', 'sunk', 'sinking')
    >>> forms_of("ebb"), forms_of("die")
    (('ebb', 'ebbs', 'ebbed', 'ebbing'), ('die', 'dies', 'died', 'dying'))
    """
    stem = verb + verb[-1] if verb in _DOUBLED else verb
    third = verb + ("es" if verb.endswith(("sh", "ch", "s", "x", "o")) else "s")
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        stem, third = verb[:-1] + "i", verb[:-1] + "ies"
    past = IRREGULAR[verb].split() if verb in IRREGULAR else [stem.removesuffix("e") + "ed"]
    root = verb if stem.endswith("i") else stem
    ongoing = (root[:-2] + "y" if root.endswith("ie") else root.removesuffix("e")) + "ing"
    return tuple(dict.fromkeys((verb, third, *past, ongoing)))


def any_form(verbs: Iterable[str]) -> str:
    """A pattern of every form of some verbs, the longest first."""
    return (
        "(?:" + "|".join(sorted({form for verb in verbs for form in forms_of(verb)}, key=lambda f: (-len(f), f))) + ")"
    )


UP_FORMS: Final = any_form(RISE)
DOWN_FORMS: Final = any_form(FALL)
ROSE: Final = re.compile(rf"\b(?:{any_form(RISE - UNSURE)}|growth)\b", re.IGNORECASE)
FELL: Final = re.compile(rf"\b(?:{any_form(FALL - UNSURE)}|contracted|contraction)\b", re.IGNORECASE)
"""Words that surely tell which way something went."""
