"""A parsed sentence as the rules see it: words with their place, part of speech, dependency and neighbours in the tree.

Plain Python objects made once from the parser's output: rules ask a word for its lemma or its children many times, and
so ask no parser, hold none of its memory, and could be fed by another one.  Words keep the parser's own tags
(`tag`: Penn Treebank; `pos`: Universal POS) and labels (`dep`: ClearNLP style, as spaCy's English models give them).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload


class Token:
    """A word of a sentence; `idx` is its offset in the sentence, `i` its number, `lemma` and `lower` are in lower case.

    Two tokens are equal if they are one object.  `head` of the root is the root itself.
    """

    __slots__ = (
        "_left_edge", "_right_edge", "children", "dep", "doc", "head", "i", "idx", "lemma", "lower", "pos", "tag", "text",
    )  # fmt: skip

    def __init__(
        self, doc: Parsed, i: int, idx: int, text: str, lower: str, tag: str, dep: str, pos: str, lemma: str
    ) -> None:
        self.doc = doc
        self.i = i
        self.idx = idx
        self.text = text
        self.lower = lower
        self.lemma = lemma
        self.pos = pos
        self.tag = tag
        self.dep = dep
        self.head: Token = self
        self.children: list[Token] = []
        self._left_edge: Token | None = None
        self._right_edge: Token | None = None

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}/{self.dep}"

    def nbor(self, by: int = 1) -> Token:
        """The token so many places to the right (left if negative).

        Raises:
            IndexError: the sentence ends before it.
        """
        place = self.i + by
        if place < 0:
            raise IndexError(place)
        return self.doc[place]

    @property
    def lefts(self) -> list[Token]:
        """Children before the token."""
        return [c for c in self.children if c.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """Children after the token."""
        return [c for c in self.children if c.i > self.i]

    @property
    def subtree(self) -> Iterator[Token]:
        """The token and all below it, in the order of the sentence."""
        below: list[Token] = [self]
        for token in below:
            below.extend(token.children)
        below.sort(key=lambda t: t.i)
        return iter(below)

    @property
    def left_edge(self) -> Token:
        """The first token of the subtree."""
        if self._left_edge is None:
            first = self.children[0] if self.children and self.children[0].i < self.i else None
            self._left_edge = first.left_edge if first is not None else self
        return self._left_edge

    @property
    def right_edge(self) -> Token:
        """The last token of the subtree."""
        if self._right_edge is None:
            last = self.children[-1] if self.children and self.children[-1].i > self.i else None
            self._right_edge = last.right_edge if last is not None else self
        return self._right_edge

    @property
    def ancestors(self) -> Iterator[Token]:
        """Head, head's head and so on, up to the root."""
        node = self
        while node.head is not node:
            node = node.head
            yield node

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The other members of the coordination that the token is part of."""
        first = self
        while first.dep == "conj" and first.head is not first:
            first = first.head
        members = [first]
        for member in members:
            members.extend(c for c in member.children if c.dep == "conj")
        return tuple(m for m in members if m is not self)


class Parsed(Sequence[Token]):
    """The tokens of one sentence, and its text."""

    __slots__ = ("text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> list[Token]: ...
    def __getitem__(self, place: int | slice) -> Token | list[Token]:
        return self.tokens[place]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    def join(self, heads: Sequence[int]) -> None:
        """Set heads and children; `heads` gives the number of each token's head (its own for the root)."""
        for token, head in zip(self.tokens, heads, strict=True):
            token.head = self.tokens[head]
            if head != token.i:
                token.head.children.append(token)
