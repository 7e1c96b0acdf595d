"""The side of an act that nothing in its sentence tells: the other one of the two countries that the whole story is about.

"Sweden is suspending aid too", "Vella said Malta was prepared to do more", "after the talks": what states do by their
nature to another state, in a story that opens with two countries and names hardly any other, is done to the other of
the two. The side is told in `inferred`, always.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.acts.grammar import prepositions
from tieline.read.acts.known_talks import POINTING, TALKED, TIMES, are_of_others, are_spoken_of, is_own
from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.acts.reactions import DEEDS_NAMED
from tieline.read.acts.senses import is_good
from tieline.read.acts.trials import is_trial
from tieline.read.acts.victims import suffering
from tieline.read.story.document import Story, trades
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import CROWDS, FORCES, OTHER, PRIVATE, STATE_NOUNS, STATELY
from tieline.read.words.acts import CLASSES
from tieline.read.words.rule import Rule

_WHERE: Final = re.compile(r"\b(?:in|from|to|at)\s+(?:the\s+)?$")
_WITHIN: Final = re.compile(r"\b(?:in|at)\s+(?:the\s+)?$")
_MOSTLY: Final = 0.6
"""The part of all names of countries in a story that are those of its two."""
_DONE_TO_STATES: Final = frozenset(
    {
        ("SANCTION", "ban"),
        ("SANCTION", "suspend"),
        ("CONSULT", "meet"),
        ("AGREE", "offer"),
        ("AGREE", "ready"),
        ("AGREE", "approve"),
        ("RETREAT", "withdraw"),
        ("ACCUSE", "sue"),
        ("ACCUSE", "protest-note"),
        ("ACCUSE", "recall-envoy"),
        ("SUPPORT", "sign"),
        ("SUPPORT", "restore-ties"),
        ("SUPPORT", "recognise"),
        ("SUPPORT", "congratulate"),
        ("CONCEDE", "lift-sanctions"),
        ("SANCTION", "sanctions"),
        ("REJECT", "withdraw"),
        ("ASSAULT", "fire"),
        ("ASSAULT", "clash"),
    }
)
"""What a state that is said to do it does to another, whoever is not named."""
_OF_A_DEED: Final = frozenset(
    {("ACCUSE", "criticise"), ("ACCUSE", "accuse"), ("ACCUSE", "express-concern"), ("SUPPORT", "praise")}
)
"""What is said of another, where it is said of a deed that the story has told: "attacked the deportations"."""
_SUFFERED: Final = frozenset(
    {
        ("COERCE", "arrest"),
        ("COERCE", "expel"),
        ("COERCE", "seize"),
        ("ACCUSE", "accuse"),
        ("ACCUSE", "recall-envoy"),
        ("ACCUSE", "summon-envoy"),
        ("SANCTION", "expel-diplomat"),
        ("SANCTION", "ban"),
        ("CONCEDE", "return"),
        ("CONCEDE", "allow"),
        ("AGREE", "agree"),
        ("RETREAT", "ceasefire"),
    }
)
"""What is done to people or goods of one state, in the passive, by another."""
_DONE_BY_US: Final = frozenset(
    {
        ("AGREE", "ready"),
        ("AGREE", "offer"),
        ("AGREE", "agree"),
        ("SUPPORT", "sign"),
        ("SUPPORT", "praise"),
        ("REJECT", "walk-out"),
        ("ACCUSE", "accuse"),
        ("SANCTION", "ban"),
        ("SANCTION", "close-border"),
        ("SANCTION", "expel-diplomat"),
        ("CONSULT", "meet"),
    }
)
"""What "we", a committee or the kingdom does to one of the two is done by the other."""
_EXCHANGED: Final = (
    CLASSES["TRADE"]
    | CLASSES["AID"]
    | frozenset("worker visa pipeline travel tourism traffic goods product payment".split())
)
_ENDINGS: Final = ("tion", "sion", "ment", "ing", "al", "ure", "ance", "ence")
"""How deeds end that are no verbs: "the deportations", "the seizure"."""
_NO_DEEDS: Final = frozenset({"condition", "position", "question", "situation", "information", "relation", "region"})
_BODIES: Final = OTHER | STATE_NOUNS | frozenset({"committee"})
SITTING: Final = frozenset(
    "parliament cabinet assembly senate congress court party legislature politburo government".split()
)
"""What meets by itself: "the cabinet met on Monday"."""
_AT_ODDS: Final = frozenset({"ASSAULT", "MOBILIZE", "THREATEN", "RETREAT"})
_FOUGHT: Final = frozenset({"fighting", "clash", "skirmish", "firefight", "battle"})


def about_two(story: Story) -> bool:
    """A story opens with two countries, and names few others."""
    if story.pair is None or not story.opens_with_pair:
        return False
    counts = {code: n for code, n in story.counts.items() if trades(code)}
    return sum(counts.get(code, 0) for code in story.pair) >= _MOSTLY * sum(counts.values())


class StorySides:
    """Fills the open side of an act of one sentence by the story's two countries."""

    def __init__(self, parties: Parties) -> None:
        """Bind the parties of the sentence."""
        self.parties, self.story = parties, parties.story

    @cached_property
    def about_two(self) -> bool:
        """The story is about two countries, and the sentence names no third."""
        own = self.story.pair or ()
        return about_two(self.story) and not any(m.code not in own and trades(m.code) for m in self.parties.named)

    def of_verb(
        self,
        token: Token,
        rule: Rule,
        obj: Token | None,
        subject: Token | None,
        sides: tuple[list[Party], list[Party]],
        *,
        passive: bool,
    ) -> tuple[list[Party], list[Party]]:
        """Both sides of the act of a verb; the one that is concluded stands where the verb does."""
        actors, targets = sides
        if rule.type == "ASSAULT" and is_trial(token, obj):
            return actors, targets
        kind = (rule.type, rule.mode)
        if actors and not targets and not passive:
            told = all(p.code and p.kind in STATELY and not self.parties.unplaced(p) for p in actors)
            known = kind in _DONE_TO_STATES or (rule.mode == "visit" and _arrives(token))
            known = (known and _is_between_states(rule, obj, subject)) or (kind in _OF_A_DEED and _is_deed(obj))
            if (
                told
                and known
                and not _of_others(token, obj)
                and (code := self._other(actors)) is not None
                and not self._is_passed_over(obj, code)
            ):
                return actors, [Party(code, None, token.idx, token.idx + len(token))]
        if targets and not actors:
            done = (
                kind in _SUFFERED and token.dep != "acl"
                if passive
                else kind in _DONE_BY_US and _stands_for_state(subject)
            )
            if (
                done
                and not self._are_places(targets)
                and not (passive and self._is_at_home(targets))
                and all(p.code for p in targets)
                and (code := self._other(targets)) is not None
            ):
                return [Party(code, None, token.idx, token.idx + len(token))], targets
        return actors, targets

    def of_noun(
        self, token: Token, rule: Rule, actors: list[Party], targets: list[Party]
    ) -> tuple[list[Party], list[Party], tuple[str, ...]]:
        """Both sides of the act that a noun names, and the names of those that are concluded."""
        own = is_own(token) or (rule.mode == "talks" and are_spoken_of(token))
        if actors and not targets and rule.mode in {"visit", "talks", "invite"} and own:
            told = all(p.code and p.kind in STATELY for p in actors)
            if told and (code := self._other(actors)) is not None:
                return actors, [Party(code, None, token.idx, token.idx + len(token))], ("target",)
        pair = self.story.pair
        if not actors and not targets and rule.mutual and pair and self.about_two:
            told = (rule.mode == "talks" and are_spoken_of(token)) or (
                rule.mode == "clash" and self._have_fought(token)
            )
            if told or rule.mode == "sign":
                here = [Party(code, None, token.idx, token.idx + len(token)) for code in pair]
                return here[:1], here[1:], ("actor", "target")
        return actors, targets, ()

    def _have_fought(self, noun: Token) -> bool:
        """A fight at the border of the two, or one of which the story has told that they were at odds."""
        if noun.lemma not in _FOUGHT or noun.dep in {"compound", "nmod"} or are_of_others(noun):
            return False
        at_border = any(c.lower == "border" for c in noun.lefts)
        before = {frozenset({e.actor, e.target}) for e, _ in self.parties.memory.acts if e.type in _AT_ODDS}
        return at_border or frozenset(self.story.pair or ()) in before

    def _is_passed_over(self, obj: Token | None, code: str) -> bool:
        """What is spoken of names the country, and not as whose it is: "condemned the killing of Omani soldiers"."""
        if obj is None:
            return False
        start, end = obj.left_edge.idx, obj.right_edge.idx + len(obj.right_edge)
        return any(m.code == code and start <= m.start < end for m in self.parties.named)

    def _are_places(self, targets: list[Party]) -> bool:
        """Only where it was done, not to whom: "the sailors held in Chad", "deported from the United States"."""
        return all(_WHERE.search(self.parties.sentence.text[: p.start]) for p in targets)

    def _is_at_home(self, targets: list[Party]) -> bool:
        """In their own country, where it is their own state that does it: "two Kenyans were arrested in Nairobi"."""
        codes, ends, text = {p.code for p in targets}, {p.end for p in targets}, self.parties.sentence.text
        own = (m for m in self.parties.named if m.code in codes and m.end not in ends)
        return any(_WITHIN.search(text[: m.start]) for m in own)

    def _other(self, known: list[Party]) -> str | None:
        codes, pair = {p.code for p in known if p.code}, self.story.pair
        if pair is None or len(codes) != 1 or not codes <= set(pair) or not self.about_two:
            return None
        other = pair[1] if pair[0] in codes else pair[0]
        return None if other in suffering(self.parties) else other


def _is_deed(obj: Token | None) -> bool:
    """A deed of somebody that is spoken of as known: "the decision", "the mass deportations"; talks are of both."""
    if obj is None or obj.lemma in TALKED:
        return False
    noun = obj.lemma in DEEDS_NAMED or (obj.lemma.endswith(_ENDINGS) and obj.lemma not in _NO_DEEDS)
    return obj.pos == "NOUN" and noun and any(c.lower in POINTING for c in obj.children)


def _is_between_states(rule: Rule, obj: Token | None, subject: Token | None) -> bool:
    """What is stopped or banned is trade, aid or travel: "is suspending aid", "barred workers"; not "stopped a lorry"."""
    if rule.mode in {"meet", "congratulate"}:
        if obj is None or obj.lemma in TIMES:
            return subject is None or subject.lemma not in SITTING
        if obj.lemma not in OTHER and any(c.dep == "poss" and c.pos == "PRON" for c in obj.children):
            return False  # "met his party"
        return obj.pos in {"PRON", "PROPN"} or obj.lemma in _BODIES
    if rule.type == "RETREAT":
        return obj is None or rule.objects is not None or obj.lemma in CLASSES["TROOPS"] | FORCES | STATE_NOUNS
    if rule.type != "SANCTION":
        return True
    if obj is None or any(c.lower in {"a", "an"} for c in obj.children):
        return False
    return obj.lemma in _EXCHANGED or is_good(obj.lemma)


def _arrives(token: Token) -> bool:
    """Who is told to come without a word of where: "flew in for two days", "arrived on Monday for talks", "began his visit"."""
    inward = any(c.lower == "in" and c.dep in {"prt", "advmod"} for c in token.children)
    bare = not any(c.dep == "prep" and c.lower in {"to", "in", "at", "from"} for c in token.children)
    met = any(o.lemma in _CALLS for _, o in prepositions(token, {"for", "on"}))
    return bare and (inward or (token.lemma in {"arrive", "come", "fly"} and met))


_CALLS: Final = CLASSES["VISIT"] | CLASSES["TALKS"]


def _of_others(token: Token, obj: Token | None) -> bool:
    """People and firms, who are no side: "met executives", "met with voters", "offered tax breaks to firms"."""
    met = [obj, *(o for _, o in prepositions(token, {"to", "with"}))]
    if token.lemma == "meet" and any(_are_some(o) for _, o in prepositions(token, {"with"})):
        return True  # "while meeting with security officials"
    return any(o is not None and o.lemma in PRIVATE | CROWDS for o in met)


def _stands_for_state(subject: Token | None) -> bool:
    """Who acts for a state that is not named: "we", "the committee", "government"."""
    if subject is None or (subject.tag == "NNS" and subject.lemma in OTHER):
        return False  # "its allies"
    return subject.lower == "we" or subject.lemma in _BODIES


def _are_some(met: Token) -> bool:
    """Some of many, of whom nothing tells that they are the other state's: "security officials", "tribal elders"."""
    return met.tag == "NNS" and not any(c.dep in {"det", "poss", "nummod"} for c in met.lefts)
