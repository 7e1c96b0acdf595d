"""The standard `re`, but for patterns that are compiled when they are first used, not where they are written.

The reader's rules hold some nine hundred patterns; to compile them all takes half a second, and a command or a short story
uses few of them.  Every module of the package takes `re` from here (`from tieline.model import lazy_re as re`).

>>> year = compile("(?:19|20)[0-9]{2}")
>>> year.pattern, year.findall("in 1987 and 2015")
('(?:19|20)[0-9]{2}', ['1987', '2015'])
"""

from __future__ import annotations

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


class _Lazy:
    """A pattern that is compiled when it is first asked something, and from then on answers as the compiled one does.

    A descriptor that isn't a data descriptor gives way to what the instance itself holds: no later question passes here.
    """

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def compiled(self) -> Any:
        """The pattern compiled, its methods now at hand."""
        compiled = compile_now(self.pattern, self._flags)
        for name in _ASKED:
            setattr(self, name, getattr(compiled, name))
        return compiled

    def __repr__(self) -> str:
        return repr(self.compiled())


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
