"""Who several are that a text counts, lists or calls by half a name: "the four", "five EU members - A, B and ...", "the South"."""

from __future__ import annotations

from typing import Any

from tieline.model import lazy_re as re
from tieline.read.acts.named import Party
from tieline.read.acts.owners import Owners, navy_of

MEMBERS = frozenset({"member", "state", "country", "nation", "capital", "membership"})
_HALVES = {"South": (("PRK", "KOR"), ("SDN", "SSD")), "North": (("KOR", "PRK"), ("SSD", "SDN"))}
"""What "the South" or "the North" is beside another country."""
_NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}


class Listed(Owners):
    """Finds the parties of counted, listed and halved names."""

    def several(self, token: Any) -> list[Party]:
        """Who "the four" are: so many who acted alike a moment ago."""
        number = _NUMBERS.get(token.lower)
        if number is None or token.left_edge.lower != "the" or token.left_edge.i != token.i - 1:
            return []
        told = [(e.type, e.target, e.quote.start, e.actor) for e, _ in self.memory.acts]
        for kind, target, start, _ in reversed(told):
            alike = list(dict.fromkeys(a for k, t, s, a in told if (k, t, s) == (kind, target, start)))
            if len(alike) == number:
                return [Party(code, None, token.left_edge.idx, token.idx + len(token)) for code in alike if code]
        return []

    def listed(self, token: Any) -> list[Party]:
        """Who several states are that are listed right behind: "five EU members - Poland, Latvia and ..."."""
        if token.lemma not in MEMBERS | {"neighbour", "neighbor"} or token.tag not in {"NNS", "NNPS"}:
            return []
        beside = (c for c in token.children if c.dep == "appos" and c.pos == "PROPN" and c.i > token.i)
        first = next((c for c in beside if (m := self.named_at(c)) is not None and m.use != "adjective"), None)
        return self.of(first) if first is not None else []

    def half_named(self, token: Any, start: int, end: int) -> list[Party]:
        """A country called by half of its name, or a ship by the letters of its navy: "the South", "the destroyer USS Dragon"."""
        half = self._half(token) if token.text in _HALVES else None
        if half is None and (half := navy_of(token)) is not None:
            return [Party(half, self.sentence.text[start:end], start, end, "organ")]
        return [Party(half, None, start, end)] if half is not None else []

    def some_of(self, token: Any, both: re.Match[str]) -> bool:
        """Two of one country, not both countries: "two Chinese ships"."""
        return both[0][:3].lower() == "two" and bool(self.owners(token))

    def _half(self, token: Any) -> str | None:
        """Which of two countries "the South" or "the North" is, where the story tells of the other one."""
        if token.left_edge.lower != "the" or any(c.dep in {"compound", "amod", "prep"} for c in token.children):
            return None
        told = {code: other for other, code in _HALVES[token.text] if other in self.story.counts}
        return next(iter(told)) if len(told) == 1 else None
