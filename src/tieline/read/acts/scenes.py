"""Where an act was done, as the text names it, and the field of politics that it belongs to (PLOVER's context).

The place stands behind "in", "at", "near" and the like beside the act's own verb or noun ("talks in Doha", "at the
airport in Amman"); of a visit it is where it leads.  Contexts are named as in PLOVER's table of 2021; an act whose
words point nowhere has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.countries import country
from tieline.model.vocabulary import EventType
from tieline.read.acts.modality import SAYING
from tieline.read.acts.parties import Parties
from tieline.read.acts.sayings import TELLING
from tieline.read.acts.sides import Act
from tieline.read.syntax.tokens import Token

_AT: Final = frozenset({"in", "at", "near", "outside", "off", "aboard", "inside", "around"})
_BESIDE: Final = frozenset({"after", "during", "before", "following"})
_INNER: Final = frozenset({"in", "of", "near", "at", "outside", "on"})
_NO_PLACE: Final = frozenset(
    "Assembly Council Organization Organisation Conference Summit Ministry Parliament Court Commission Fund Bank Union Congress Dialogue Forum Committee Community "
    "Agreement Treaty Pact Accord Protocol Convention Act Law Festival Fair Expo Games Cup President Minister Premier King Queen Sultan Emir Kingdom Republic Government".split()
)
"""Last words of names that are no place."""
_WORDS: Final = {
    "cbrn": "nuclear|atomic|uranium|enrichment|chemical weapons?|biological weapons?|poison gas|nerve agent|plutonium",
    "intelligence": r"sp(?:y|ies|ying)|espionage|intelligence|eavesdrop\w*|hack\w*|bugging",
    "peacekeeping": r"peacekeep\w+|blue helmets|ceasefire monitors|observer mission",
    "asylum": r"asylum|refugees?|migrants?|deport\w+",
    "human_rights": r"human rights|tortur\w+|dissidents?|political prisoners?|journalists?",
    "humanitarian": "humanitarian|relief|earthquake|quake|floods?|cyclone|famine|food aid|tents|blankets|medicines?|victims|vaccines?|disaster",
    "economic": r"""trad(?:e|ing)|tariffs?|dut(?:y|ies)|exports?|imports?|quotas?|loans?|credits?|debts?|invest\w*|econom\w+|market|prices?
        |gas|oil|fuel|grain|wheat|rice|milk|steel|company|companies|goods|customs|levy|levies|tax(?:es)?|aid|sanctions|embargo|money|bank
        |free-trade|fisheries|electricity|power|dollars?|euros?|billion|million|pipeline|railway|tourism|dumping""",
    "military": r"""troops?|soldiers?|arm(?:y|ies)|nav(?:y|al)|warships?|missiles?|military|weapons?|arms|drills?|war|tanks?|jets?|air force
        |defen[cs]e|border guards?|shell\w*|bomb\w*|raids?|ceasefire|truce|commandos?|gunmen|fighters?|drones?""",
    "legal": r"""courts?|trial|extradit\w+|prosecut\w+|judges?|tribunal|lawsuit|sued?|charged|arrest\w*|police|jail\w*|sentenc\w+|legal|law""",
    "diplomatic": r"ambassadors?|envoys?|embass(?:y|ies)|consul\w*|diplomat\w*|relations|ties|summit|visit\w*|talks|met|meeting|treaty|border",
}
_CONTEXTS: Final = tuple(
    (name, re.compile("".join((r"\b(?:", *words.split("\n        "), r")\b")), re.IGNORECASE))
    for name, words in _WORDS.items()
)
"""Words by which a context is told, the most particular first."""
_BY_TYPE: Final[dict[EventType, str]] = {
    "CONSULT": "diplomatic", "SUPPORT": "diplomatic", "ASSAULT": "military", "MOBILIZE": "military", "RETREAT": "military",
}  # fmt: skip
_CLAUSE_ENDS = re.compile(r"[;:.]\s|,\s+(?:and|but|while|which|who|after|before|as)\b|$")


def context_of(kind: EventType, text: str, start: int, end: int) -> str | None:
    """The context of an act by the words of its clause, else by its type; `start:end` is its place in the sentence.

    >>> context_of("AGREE", "Fiji offered Tonga a loan, and its navy left.", 0, 18)
    'economic'
    >>> context_of("REQUEST", "Fiji asked Tonga to wait.", 0, 16) is None
    True
    """
    found = _CLAUSE_ENDS.search(text, end)
    clause = text[start : found.start() if found else len(text)]
    if kind == "ASSAULT":
        return "cbrn" if _CONTEXTS[0][1].search(clause) else "military"
    told = next((name for name, words in _CONTEXTS if words.search(clause)), None)
    return told or _BY_TYPE.get(kind)


class Scenes:
    """Finds the places of one sentence's acts."""

    def __init__(self, parties: Parties) -> None:
        """Bind the parties of the sentence."""
        self.parties = parties

    def placed(self, act: Act, token: Token, *, leads: bool = False) -> Act:
        """The act with its place, if the words about its verb or noun name one; a visit (`leads`) is where it leads."""
        act = replace(act, aside=_aside(token))
        if act.place is not None:
            return act
        place = self._destination(act) if leads else None
        listed = leads and len(act.targets) > 1  # each has a place of its own
        place = place or (None if listed else next(self._beside(token), None))
        return replace(act, place=place) if place else act

    def _destination(self, act: Act) -> str | None:
        """The place that a visit goes to: the words of its target."""
        target = act.targets[0]
        words = self.parties.sentence.text[target.start : target.end]
        named = any(
            m.start == target.start and m.use in {"name", "capital", "seat", "city", "official"}
            for m in self.parties.named
        )
        return words if named and len(act.targets) == 1 else None

    def _beside(self, token: Token) -> Iterator[str]:
        """The places behind prepositions of the act's word, then of its object."""
        objects = [c for c in token.children if c.dep in {"dobj", "nsubjpass", "pobj"}]
        above = [token.head] if token.dep in {"dobj", "nsubj", "nsubjpass"} and token.pos == "NOUN" else []
        for head in (token, *objects, *above):
            for prep in head.children:
                if prep.dep == "prep" and prep.lower in _AT:
                    for inner in prep.children:
                        if inner.dep == "pobj" and (name := self._name(inner)):
                            yield name
            if any(c.lower == "here" and c.dep == "advmod" for c in head.children):
                line = self.parties.story.layout.dateline
                if line is not None and line.place:
                    yield line.place.title()

    def _name(self, token: Token) -> str | None:
        """The name of a place: "Doha", "the Gulf of Oman"; of a common noun the name behind it: "the airport in Amman"."""
        if token.pos != "PROPN":
            inner = (o for c in token.children if c.dep == "prep" and c.lower in _INNER for o in c.children)
            names = (self._name(o) for o in inner if o.dep == "pobj" and o.pos == "PROPN")
            return next((n for n in names if n), None)
        first = token
        while first.i > 0 and first.nbor(-1).pos == "PROPN" and first.nbor(-1).head in {first, token}:
            first = first.nbor(-1)
        last = token
        of = next((c for c in token.children if c.lower == "of" and c.i == token.i + 1), None)
        if of is not None:
            last = next((o for o in of.children if o.pos == "PROPN"), last)
        start, end = first.idx, last.idx + len(last)
        times = any(t.start < end and start < t.end for t in self.parties.sentence.times)
        people = any(p.start < end and start < p.end for p in self.parties.persons)
        mention = self.parties.named_at(token)
        body = mention is not None and country(mention.code).kind == "organisation"
        if times or people or body or last.text in _NO_PLACE or token.text in _NO_PLACE or not first.text[:1].isupper():
            return None
        return self.parties.sentence.text[start:end]


def _aside(token: Token) -> bool:
    """The act is no part of what somebody says: "the minister, who visited Riga, said", "told reporters after talks"."""
    for node in (token, *token.ancestors):
        head = node.head
        if node.dep in {"ccomp", "parataxis"} and head.lemma in SAYING | TELLING:
            return False
        if node.dep in {"relcl", "acl", "advcl"} or (
            node.dep == "prep" and node.lower in _BESIDE and head.pos == "VERB"
        ):
            return True
    root = next((n for n in (token, *token.ancestors) if n.head is n), token)
    return not any(c.dep in {"ccomp", "parataxis"} and c.lemma in SAYING for c in root.children)
