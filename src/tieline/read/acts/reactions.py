"""Whose deed a third country speaks of that names nobody: "criticised the zone", "urged restraint", "protested", right after the deed was told."""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.model.claims import Event
from tieline.read.acts.grammar import domain
from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.story.document import Sentence
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import DAYS
from tieline.read.words.acts import CLASSES
from tieline.read.words.rule import Rule

DEEDS_NAMED = (
    CLASSES["SANCTIONS"]
    | CLASSES["DRILL"]
    | CLASSES["ATTACK"]
    | CLASSES["AGREEMENT"]
    | CLASSES["TALKS"]
    | frozenset(
        "step move decision plan visit threat warning law map test launch seizure arrest expulsion killing deployment sale "
        "zone action annexation referendum execution detention intrusion crackdown provocation announcement blast".split()
    )
)
"""What a third country comments on as "the drill", "those talks"."""
_ANY_DEED = frozenset({"move", "step", "decision", "action", "announcement", "provocation"})
"""Words for whatever was done."""
_TRIALS = frozenset({"test", "blast", "explosion", "detonation"})
_AGO = 3
"""Sentences after a deed, or after the last word on it, in which others speak of it."""
_SAID = frozenset({"ACCUSE", "REQUEST", "REJECT"})
_APPROVED = frozenset({"praise", "back", "express-support"})
_ANSWERING = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
_ABOUT = frozenset({"about", "against", "at", "over", "with"})
"""What leads to the matter that is spoken of, where it is none that was told before."""
_FOUGHT = frozenset({"clash", "fire"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_DONE = re.compile(
    r"(?:['’]s? (?:government|army|military|parliament|cabinet)|\s+(?:government|army|military|navy|parliament|officials|authorities|forces|president|leaders))?"
    r"(?:\s+(?:has|have|had|also|on [A-Z]\w+day|last \w+|this \w+|[A-Z]\w+day|yesterday|today|suddenly|unilaterally|successfully))*"
    r"\s+(?:announced|declared|conducted|launched|tested|test-fired|fired|unveiled|established|adopted|passed|carried out|executed|annexed|detonated|exploded|held|staged|set up|decided)\s"
)
"""What a country has done that stands in front."""


class Reactions:
    """Finds on whose deed a word falls, by what the story has just told."""

    parties: Parties

    def _reacted(self, verb: Token, rule: Rule, mine: set[str | None]) -> list[Party]:
        """Who is meant by words that name no deed: both who clashed where restraint is urged, else whoever did it last."""
        about = any(t.i > verb.i and t.lower in _ABOUT for t in verb.subtree)  # "expressed concern over prices"
        if not mine or None in mine or about or self._names_others(mine):
            return []
        told = self._deed()
        if told is None:
            code = self._spoken_of() or self._doer(None)
            codes = [code] if code else []
        else:
            codes = _doers(told, both=rule.type == "REQUEST")
        return [] if mine & {*codes} else [Party(c, None, verb.idx, verb.idx + len(verb)) for c in codes]

    def _commented(self, verb: Token, rule: Rule, mine: set[str] | set[str | None]) -> list[Party]:
        """Whose deed a third country speaks of: "Beijing protested against the drill" right after two have held it."""
        deed = next((t.head for t in domain(verb) if _points(t) and t.head.lemma in DEEDS_NAMED), None)
        if rule.type not in _ANSWERING or deed is None or any(c.dep in {"relcl", "acl"} for c in deed.children):
            return []
        told = self._deed()
        if told is not None:
            codes = _doers(told)
        else:
            code = (self._spoken_of() if deed.lemma in _ANY_DEED else None) or self._doer(deed)
            codes = [code] if code else []
        if rule.type == "SUPPORT" and (mine & {*codes} or self._names_others({*mine})):
            return []  # "Fiji, too, welcomed the agreement" that it has signed
        return [Party(c, None, verb.idx, verb.idx + len(verb)) for c in codes if c not in mine]

    def _names_others(self, mine: set[str | None]) -> bool:
        return any(m.code not in mine for m in self.parties.named)

    def _recent(self) -> list[tuple[Event, int]]:
        """What was told before this sentence, the last first, as long as no gap in it is wide."""
        found: list[tuple[Event, int]] = []
        at = self.parties.sentence.index
        for event, index in reversed(self.parties.memory.acts):
            if at - index > _AGO:
                break
            found.append((event, index))
            at = index
        return found

    def _deed(self) -> Event | None:
        """The last act told that is no word on another one; it must have been done, or be to come."""
        event = next((e for e, _ in self._recent() if not _is_word(e)), None)
        return event if event is not None and event.modality in {"happened", "scheduled"} else None

    def _spoken_of(self) -> str | None:
        """Whose deed the last word was on that named nobody either."""
        said = [e for e, _ in self._recent() if _is_word(e) and "target" in e.inferred]
        return said[0].target if said else None

    def _doer(self, deed: Token | None) -> str | None:
        """Who is told, right before, to have done what is no act on another country: "China announced a zone", "India tested a bomb"."""
        index = self.parties.sentence.index
        known = [s for s in self.parties.story.sentences if 0 < index - s.index <= _AGO]
        for sentence in reversed(known):
            code = _did(sentence)
            if code is not None and (deed is None or deed.lemma in _ANY_DEED or _tells(sentence.text, deed.lemma)):
                return code
        return None


def _tells(text: str, deed: str) -> bool:
    """A sentence has the word for a deed, or another one for a weapon that is tried."""
    words = _TRIALS if deed in _TRIALS else {deed}
    return re.search(rf"\b(?:{'|'.join(sorted(map(re.escape, words)))})", text) is not None


def _points(word: Token) -> bool:
    """A word that points back to a deed: "the", "those", "Monday's"."""
    return (word.lower in _POINTING and word.dep == "det") or (word.text in DAYS and word.dep == "poss")


def points_back(deed: Token) -> bool:
    """A deed that is spoken of as known: "the tests", "Monday's blasts"."""
    return any(_points(c) for c in deed.children)


def _did(sentence: Sentence) -> str | None:
    """The country at the head of a sentence that tells what it has done.

    The rest of the sentence may name others; nobody stands in front of it.
    """
    first = next(iter(sentence.mentions), None)
    if first is None or first.place or not _LEADING.fullmatch(sentence.text[: first.start]):
        return None
    return first.code if _DONE.match(sentence.text, first.end) else None


_LEADING = re.compile(r"(?:[^a-z]*?[-–—]+ )?(?:On [A-Z]\w+, )?(?:The )?")
"""What may stand in front of whoever did it."""


def _is_word(event: Event) -> bool:
    """A word on another's deed, and no deed."""
    return event.type in _SAID or (event.type == "SUPPORT" and event.mode in _APPROVED)


def _doers(event: Event, *, both: bool = False) -> list[str]:
    """Who did it; of what two do to each other both."""
    fought = event.type == "ASSAULT" and event.mode in _FOUGHT
    sides = [event.actor, event.target] if event.reciprocal or (both and fought) else [event.actor]
    return [c for c in sides if c]
