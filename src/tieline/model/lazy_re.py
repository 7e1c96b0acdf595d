"""The standard `re`, but for patterns that are compiled when they are first used, not where they are written.

The rules of reading and checking hold some two thousand patterns; to compile them all takes more than a second, and a command or a short story
uses few of them.  Every module of the package takes `re` from here (`from tieline.model import lazy_re as re`).

>>> year = compile("(?:19|20)[0-9]{2}")
>>> year.pattern, year.findall("in 1987 and 2015")
('(?:19|20)[0-9]{2}', ['1987', '2015'])
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from re import (
    DOTALL,
    IGNORECASE,
    MULTILINE,
    VERBOSE,
    Match,
    Pattern,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from re import compile as compile_now
from typing import Any, AnyStr, cast

__all__ = [
    "DOTALL", "IGNORECASE", "MULTILINE", "VERBOSE", "Match", "Pattern", "compile", "escape", "findall", "finditer",
    "fullmatch", "match", "search", "split", "sub",
]  # fmt: skip


_ASKED = (
    "findall",
    "finditer",
    "flags",
    "fullmatch",
    "groupindex",
    "groups",
    "match",
    "search",
    "split",
    "sub",
    "subn",
)


LONG = 5_000
"""Characters of a text that is no sentence."""
_FOLDED = "\u0130\u0131\u017f\u212a"
"""Letters that a pattern which minds no capitals takes for i, s and k, and that are others in small letters."""


def _guarded(ask: Callable[..., Any], needed: tuple[str, ...], nothing: Callable[[], Any]) -> Callable[..., Any]:
    """A pattern's method that is asked only of texts with one of the words that the pattern needs."""

    def guarded(string: str, pos: int = 0, endpos: int = sys.maxsize) -> Any:
        if pos and len(string) > LONG:
            # a page gone through match by match would be put in small letters each time
            return ask(string, pos, endpos)
        small = string.lower()
        for word in needed:
            if word in small:
                return ask(string, pos, endpos)
        if string.isascii() or not any(letter in string for letter in _FOLDED):
            return nothing()
        return ask(string, pos, endpos)

    return guarded


_NOTHING: dict[str, Callable[[], Any]] = {"search": lambda: None, "finditer": lambda: iter(()), "findall": list}
"""What the methods that look through a text give where nothing is found."""


class _Lazy:
    """A pattern that is compiled when it is first asked something, and from then on answers as the compiled one does.

    A descriptor that isn't a data descriptor gives way to what the instance itself holds: no later question passes here.
    """

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def compiled(self) -> Any:
        """The pattern compiled, its methods now at hand; those that look through a text look for what it needs first."""
        from tieline.model.needed_words import compiled_with_needs  # noqa: PLC0415  it takes `re` apart, as only this does

        if isinstance(self.pattern, bytes):
            compiled, needed = compile_now(self.pattern, self._flags), None
        else:
            compiled, needed = compiled_with_needs(self.pattern, self._flags)
        for name in _ASKED:
            setattr(self, name, getattr(compiled, name))
        if needed is not None:
            for name, nothing in _NOTHING.items():
                setattr(self, name, _guarded(getattr(compiled, name), needed, nothing))
        return compiled

    def __repr__(self) -> str:
        return repr(compile_now(self.pattern, self._flags))


class _Asked:
    """A method or a number of a pattern that is not compiled yet."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, lazy: _Lazy, owner: type) -> Any:
        return getattr(lazy.compiled(), self._name)


for _name in _ASKED:
    setattr(_Lazy, _name, _Asked(_name))


def compile(pattern: AnyStr, flags: int = 0) -> Pattern[AnyStr]:  # noqa: A001 -- stands in for re.compile
    """The pattern, to be compiled when one of its methods is first asked for."""
    return cast("Pattern[AnyStr]", _Lazy(pattern, flags))
