"""How the words of a sentence stand to two of them in the parse: the path between both, and how far all others are from it."""

from __future__ import annotations

from typing import Any, Final

from tieline.read.syntax.tokens import Token

_NOWHERE: Final = 3
"""Steps to the path from another tree: the parse took one sentence for two."""
_NO_PATH: Final = 2
"""Steps where neither of the two is found."""


def path_between(one: Token | None, other: Token | None) -> tuple[list[Token], list[Token]]:
    """From each of two words up to where they meet in the parse, that word in both."""
    above, below = upwards(one), upwards(other)
    joint = next((t for t in above if t in below), None)
    if joint is None:
        return above, below
    return above[: above.index(joint) + 1], below[: below.index(joint) + 1]


def steps_from_path(tokens: Any, one: Token | None, other: Token | None) -> dict[int, int]:
    """By the number of each word: how many steps of the parse lie between it and the path between two of them.

    >>> from tieline.read.syntax.parser import parse
    >>> words = next(iter(parse(["Peru, which grows rice, thanked Chile."])))
    >>> steps = steps_from_path(words, words[0], words[6])
    >>> [steps[t.i] for t in words if t.lower in {"rice", "grows", "thanked"}]
    [1, 2, 0]
    """
    above, below = path_between(one, other)
    if not above and not below:
        return {t.i: _NO_PATH for t in tokens}
    known = {t.i: 0 for t in (*above, *below)}
    for number, token in enumerate((above or below)[-1].ancestors, 1):
        known.setdefault(token.i, number)
    return {token.i: _steps(token, known) for token in tokens}


def _steps(token: Token, known: dict[int, int]) -> int:
    climbed = 0
    while token.i not in known:
        if token.head == token:
            return climbed + _NOWHERE
        token, climbed = token.head, climbed + 1
    return climbed + known[token.i]


def upwards(token: Token | None) -> list[Token]:
    """A word and all that it hangs on, up to the verb of its sentence."""
    return [token, *token.ancestors] if token is not None else []
