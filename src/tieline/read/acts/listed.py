"""Who several are that a text counts, lists or calls by half a name: "the four", "five EU members - A, B and ...", "the South"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from tieline.model import lazy_re as re
from tieline.read.acts.named import Party
from tieline.read.acts.owners import Owners, navy_of
from tieline.read.names.mentions import Mention
from tieline.read.syntax.tokens import Token

if TYPE_CHECKING:
    from tieline.read.acts.sides import Act

MEMBERS = frozenset({"member", "state", "country", "nation", "capital", "membership"})
_COUNTED_NOUNS = MEMBERS | frozenset(
    "government minister president leader premier ministry side neighbour neighbor".split()
)
"""What a list of countries is counted by, with those who stand for them: "the three countries", "the three ministers"."""
_LISTED = MEMBERS | {"neighbour", "neighbor", "government", "power", "ally", "partner", "republic"}
"""What countries are that are listed behind it."""
_POSTS = frozenset({"foreign", "prime", "trade", "finance", "defence", "defense", "energy", "agriculture", "interior"})
_HALVES = {"South": (("PRK", "KOR"), ("SDN", "SSD")), "North": (("KOR", "PRK"), ("SSD", "SDN"))}
"""What "the South" or "the North" is beside another country."""
_NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_TWO = 2
_THREE = 3
_NEAR = 7
"""Words behind "countries" in which their list begins."""
LISTING = re.compile(r"(?:['’]s?)?(?:,|,? (?:and|or|as well as))\s+(?:the\s+|its\s+)?")
"""What stands between the countries of a list."""
_COUNTED = re.compile(rf"\b[Tt]he (?:{'|'.join(_NUMBERS)})\b")


def counts_several(text: str) -> bool:
    """A sentence of some whom it only counts: "the three nations", "the four"."""
    return _COUNTED.search(text) is not None


def all_together(act: Act, text: str) -> bool:
    """Three who do it together stand in one list: each does it with each; of more, as at a summit, the first does it with the others."""
    parties = sorted((*act.actors, *act.targets), key=lambda p: p.start)
    if len(act.actors) != 1 or len({p.code for p in parties}) != len(parties) or len(parties) != _THREE:
        return False
    if len({p.start for p in parties}) == 1:
        return True  # "the three"
    return all(LISTING.fullmatch(text[a.end : b.start]) for a, b in pairwise(parties))


_REGIONS = {
    "Baltic": ("EST", "LVA", "LTU"),
    "Nordic": ("DNK", "FIN", "ISL", "NOR", "SWE"),
    "Benelux": ("BEL", "NLD", "LUX"),
    "Visegrad": ("CZE", "HUN", "POL", "SVK"),
}
"""Whose "states" are so few that all are meant: "the Baltic states", "the three Baltic states"."""


class Listed(Owners):
    """Finds the parties of counted, listed and halved names."""

    def several(self, token: Token) -> list[Party]:
        """Who "the four", "the three nations' ministers" are: so many who acted alike a moment ago, or were listed last."""
        number = _NUMBERS.get(token.lower)
        if number is None and token.tag in {"NNS", "NNPS"} and (codes := _of_region(token)):
            return [Party(code, None, token.left_edge.idx, token.idx + len(token)) for code in codes]
        if number is None and token.lemma in _COUNTED_NOUNS:
            return self._counted(token)
        if number is None or token.left_edge.lower != "the" or token.left_edge.i != token.i - 1:
            return []
        told = [(e.type, e.target, e.quote.start, e.actor) for e, _ in self.memory.acts]
        for kind, target, start, _ in reversed(told):
            alike = list(dict.fromkeys(a for k, t, s, a in told if (k, t, s) == (kind, target, start)))
            if len(alike) == number:
                return [Party(code, None, token.left_edge.idx, token.idx + len(token)) for code in alike if code]
        return []

    def _counted(self, token: Token) -> list[Party]:
        """The countries of the last list of so many, for "the three countries" and what is theirs."""
        owner = next((c for c in token.children if c.dep == "poss" and c.lemma in MEMBERS), token)
        number = next((n for c in owner.lefts if (n := _NUMBERS.get(c.lower)) is not None), None)
        if number is None or _is_told_apart(owner) or self.owners(token):
            return []
        for sentence in reversed([s for s in self.story.sentences if s.index < self.sentence.index]):
            listed = _in_list(sentence.text, sentence.mentions)
            if len(listed) == number:
                return [Party(code, None, token.left_edge.idx, token.idx + len(token)) for code in listed]
            if len(listed) > 1:
                return []
        return []

    def listed(self, token: Token) -> list[Party]:
        """Who several states are that are listed right behind: "five EU members - Poland, Latvia and ..."."""
        if token.lemma not in _LISTED or token.tag not in {"NNS", "NNPS"}:
            return []
        if (named := _first_named(token)) is not None and (m := self.named_at(named)) is not None:
            return self.of(named) if m.use != "adjective" else []
        beside = (c for c in token.children if c.dep == "appos" and c.pos == "PROPN" and c.i > token.i)
        first = next((c for c in beside if (m := self.named_at(c)) is not None and m.use != "adjective"), None)
        return self.of(first) if first is not None else []

    def half_named(self, token: Token, start: int, end: int) -> list[Party]:
        """A country called by half of its name, or a ship by the letters of its navy: "the South", "the destroyer USS Dragon"."""
        half = self._half(token) if token.text in _HALVES else None
        if half is None and (half := navy_of(token)) is not None:
            return [Party(half, self.sentence.text[start:end], start, end, "organ")]
        return [Party(half, None, start, end)] if half is not None else []

    def some_of(self, token: Token, both: re.Match[str]) -> bool:
        """Two of one country, not both countries: "two Chinese ships"."""
        return both[0][:3].lower() == "two" and bool(self.owners(token))

    def _half(self, token: Token) -> str | None:
        """Which of two countries "the South" or "the North" is, where the story tells of the other one."""
        if token.left_edge.lower != "the" or any(c.dep in {"compound", "amod", "prep"} for c in token.children):
            return None
        told = {code: other for other, code in _HALVES[token.text] if other in self.story.counts}
        return next(iter(told)) if len(told) == 1 else None


def _first_named(noun: Token) -> Token | None:
    """The first name of a list that is told to be part of many: "countries, including Peru and", "among them Peru", "such as Peru"."""
    for token in noun.doc[noun.i + 1 : noun.i + _NEAR]:
        if token.pos in {"VERB", "AUX"} and token.lower != "including":
            return None
        before = token.nbor(-1)
        leads = token.lower in {"including", "notably"} or (token.lower == "as" and before.lower == "such")
        if (
            leads
            or (token.lower == "them" and before.lower == "among")
            or (token.lower == "like" and token.i - noun.i <= _TWO)
        ):
            behind = noun.doc[token.i + 1 : token.i + _NEAR]
            return next((t for t in behind if t.pos == "PROPN" and t.dep not in {"compound", "poss"}), None)
    return None


def _of_region(noun: Token) -> tuple[str, ...]:
    """The countries of "the Baltic states" and of those who act for them: "the envoys of the three Baltic states"."""
    inner = next((o for c in noun.children if c.lower == "of" for o in c.children if o.dep == "pobj"), noun)
    known = inner.lower in {"states", "countries", "nations", "republics"}
    named = next((c.text for c in inner.lefts if c.text in _REGIONS), None) if known else None
    acts = noun is inner or noun.lemma in _COUNTED_NOUNS
    some = any(c.lower in {"some", "two", "other", "most"} for c in inner.lefts)
    return _REGIONS[named] if named and acts and not some else ()


def _is_told_apart(noun: Token) -> bool:
    """Words of their own tell which ones are counted: "the three Baltic countries", "the three members of parliament"."""
    beside = {c.lower for c in noun.lefts if c.dep not in {"det", "nummod", "poss"}} - _POSTS
    behind = (
        c.dep in {"relcl", "acl"} or c.lower == "of" or (c.lower == "in" and noun.lemma in MEMBERS) for c in noun.rights
    )
    return noun.left_edge.lower != "the" or bool(beside) or any(behind)


def _in_list(text: str, mentions: Sequence[Mention]) -> list[str]:
    """The countries of the longest list that a sentence gives."""
    best: list[str] = []
    run: list[str] = []
    for at, mention in enumerate(mentions):
        joined = at > 0 and LISTING.fullmatch(text[mentions[at - 1].end : mention.start])
        run = [*run, mention.code] if joined else [mention.code]
        best = max(best, run, key=len)
    return list(dict.fromkeys(best))
