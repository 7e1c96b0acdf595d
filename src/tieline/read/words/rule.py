"""The language of the rules of acts: what a row of their tables may say, and how it is read. What each word asks for: `acts`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, cast, get_args

from tieline.model.vocabulary import EVENT_TYPES, EventType

Place = Literal[
    "obj", "mod", "comp", "dative", "host", "when", "event", "told", "other", "imposer", "imposed", "reacted",
]  # fmt: skip
"""Where a target stands that is behind no preposition of the verb's."""
Preposition = Literal[
    "about", "across", "after", "against", "along", "alongside", "amid", "around", "as", "at", "before", "behind", "between", "by",
    "close", "for", "from", "front", "in", "into", "near", "of", "off", "on", "onto", "opposite", "outside", "over", "past", "that",
    "through", "to", "toward", "towards", "upon", "with",
]  # fmt: skip
Slot = Place | Preposition
Flag = Literal[
    "adj", "ahead", "alert", "anaphor", "armed", "armedforce", "back", "bare", "behind", "beready", "by", "byphone", "coopinf", "counted",
    "court", "crowd", "dated", "deal", "deed", "direct", "doer", "envoy", "from", "goods", "grata", "helpers", "inspectors",
    "joint", "jointbody", "jointop", "lead", "leave", "leaving", "list", "made", "measured", "member", "mob", "mutual", "named",
    "noenvoy", "notalks", "of", "official", "others", "own", "own-envoy", "people", "phone", "place", "poss", "praise", "proposal",
    "scorn", "state", "talksout", "tight", "tocomp", "toinf", "trading", "treaty", "trial", "troops", "turned", "under", "until",
    "untrue", "up", "warm", "warn", "with", "within", "year",
]  # fmt: skip
Mode = Literal[
    "accept", "accuse", "agree", "alert", "allege", "allow", "apologise", "appeal", "apply", "approve", "arm", "arrest", "ask", "assist",
    "attack", "back", "ban", "block", "blockade", "board", "boycott", "break-off", "build", "call-on", "cancel", "ceasefire", "charge",
    "clash", "close-border", "compensate", "complain", "congratulate", "convict", "cooperate", "criticise", "curfew", "cut-quota", "debt",
    "decline", "demand", "demolish", "demonstrate", "deny-entry", "deploy", "deposit", "designate-year", "dismantle", "dismiss", "drill",
    "escort", "evacuate", "exchange", "exempt", "expel", "expel-diplomat", "express-concern", "express-support", "extradite", "faced",
    "fire", "force", "forgive", "grant", "hack", "harass", "help", "honour", "host-talks", "inaugurate", "indict", "intrude",
    "investigate", "invite", "kill", "letter", "lift-sanctions", "meet", "military", "occupy", "offer", "open", "open-embassy", "oppose",
    "peacekeepers", "phone", "praise", "present", "press-for", "propose", "protest-note", "raid", "raise-quota", "ratify",
    "reach-agreement", "ready", "recall-envoy", "receive", "recognise", "refuse", "reinforce", "reject", "release", "reopen", "repress",
    "restore", "restore-ties", "resume", "return", "return-envoy", "reverse", "riot", "sanctions", "seize", "sell", "settle",
    "sever-ties", "share-intelligence", "shelter", "shoot-down", "sign", "sink", "spy", "sue", "summon-envoy", "surrender", "suspend",
    "talks", "test", "threaten", "train", "turn-down", "ultimatum", "urge", "violate", "visit", "waive", "walk-out", "warn", "withdraw",
    "withdraw-staff", "yield",
]  # fmt: skip

_PLACES: Final = frozenset(get_args(Place)) | frozenset(get_args(Preposition))
_FLAGS: Final = frozenset(get_args(Flag))
_MODES: Final = frozenset(get_args(Mode))


class RuleError(ValueError):
    """A row says what the language does not know, or says a rule again."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to act: the type, a mode, where the target stands, what the object must be, words one of which must stand in the clause, its particle or adverb."""

    type: EventType
    mode: Mode
    slots: tuple[Slot, ...]
    objects: frozenset[str] | None = None
    flags: frozenset[Flag] = frozenset()
    words: frozenset[str] = frozenset()
    particle: str | None = None

    @property
    def mutual(self) -> bool:
        """Both sides do it alike."""
        return "mutual" in self.flags


def rules_of(table: str, classes: Mapping[str, frozenset[str]]) -> dict[str, list[Rule]]:
    """The rules of a table by their lemmas, in the order of its rows.

    >>> rules_of("SANCTION ban | bar | obj from | @ARMS | +in named", {"ARMS": frozenset({"gun"})})["bar"][0].particle
    'in'
    >>> rules_of("SANCTION ban | bar | obj | | nmaed", {})
    Traceback (most recent call last):
    tieline.read.words.rule.RuleError: no flag 'nmaed': SANCTION ban | bar | obj | | nmaed
    """
    found: dict[str, list[Rule]] = {}
    for line in table.splitlines():
        if not line.strip():
            continue
        for lemma, rule in _rules(line, classes):
            known = found.setdefault(lemma, [])
            if rule in known:
                raise RuleError(f"{lemma!r} has this rule already: {line}")
            known.append(rule)
    return found


def _rules(line: str, classes: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, Rule]]:
    head, lemmas, slots, objects, asked = (part.strip() for part in (line + "||||").split("|")[:5])
    kind, _, mode = head.partition(" ")
    words = [
        word for each in asked.split() if each.startswith("word:") for word in each.removeprefix("word:").split(",")
    ]
    particles = [each[1:] for each in asked.split() if each.startswith("+")]
    flags = [each for each in asked.split() if not each.startswith(("+", "word:"))]
    named = [name[1:] for name in objects.split() if name.startswith("@")]
    for what, told, known in (
        ("type", [kind], EVENT_TYPES), ("mode", [mode], _MODES), ("slot", slots.split(), _PLACES), ("flag", flags, _FLAGS),
        ("class", named, classes), ("second particle", particles[1:], ()),
    ):  # fmt: skip
        if wrong := [each for each in told if each not in known]:
            raise RuleError(f"no {what} {wrong[0]!r}: {line}")
    wanted = frozenset(w for name in objects.split() for w in (classes[name[1:]] if name[0] == "@" else {name}))
    rule = Rule(
        cast("EventType", kind),
        cast("Mode", mode),
        cast("tuple[Slot, ...]", tuple(slots.split())),
        wanted or None,
        cast("frozenset[Flag]", frozenset(flags)),
        frozenset(words),
        particles[0] if particles else None,
    )
    for lemma in lemmas.split():
        yield lemma, rule
