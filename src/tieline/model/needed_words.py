r"""What a text must have in it for a pattern to be found there, so that most texts need not be searched.

The reader asks each sentence some two hundred patterns, nearly all of which are not found.  To look for a few letters
("in") takes a tenth of the time that the engine takes to try a pattern at every place.

>>> compiled_with_needs(r"\b(?:den(?:y|ied)|reject(?:ed)?)\b")[1], compiled_with_needs(r"(?:a|the) [Mm]inisters?")[1]
(('den', 'reject'), (' minister',))
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any, Final

_parser: Any = import_module("re._parser")
_compiler: Any = import_module("re._compiler")
op: Any = import_module("re._constants")
"""The standard library's own reader of patterns, by whose tree it can be told what a pattern needs; it has no public name."""

MOST: Final = 40
SHORTEST: Final = 2
"""So many words are looked for at most, none of fewer letters."""


def compiled_with_needs(pattern: str, flags: int = 0) -> tuple[Any, tuple[str, ...] | None]:
    r"""A pattern compiled, and words in small letters of which a text must have one if it is to be found there; None where it can't be told.

    It is read once for both, which is half of the work of either.

    >>> compiled_with_needs("rose by|fell by")[1], compiled_with_needs(r"\d+|of")[1]
    (('rose by', 'fell by'), None)
    """
    tree = _parser.parse(pattern, flags)
    return _compiler.compile(tree, flags), _of_tree(tree)


def _of_tree(tree: Any) -> tuple[str, ...] | None:
    found = _of_sequence(tree)
    return found if found is not None and len(found) <= MOST else None


def _cost(words: tuple[str, ...]) -> float:
    """How much is to be looked for, and how often it will be there for nothing."""
    return 0.02 * len(words) + sum(0.5 ** len(word) for word in words)


def _of_sequence(parts: Iterable[tuple[Any, Any]]) -> tuple[str, ...] | None:
    """The best of what the parts of a sequence need."""
    found: list[tuple[str, ...]] = []
    run = ""
    for code, value in parts:
        letter = _letter(code, value)
        if letter is not None:
            run += letter
            continue
        if len(run) >= SHORTEST:
            found.append((run,))
        run = ""
        needed = _of_part(code, value)
        if needed is not None:
            found.append(needed)
    if len(run) >= SHORTEST:
        found.append((run,))
    return min(found, key=_cost, default=None)


def _letter(code: Any, value: Any) -> str | None:
    """The one small letter that a part stands for, be it in capitals or not."""
    if code is op.LITERAL:
        small = chr(value).lower()
    elif code is op.IN and all(kind is op.LITERAL for kind, _ in value):
        small = "".join({chr(one).lower() for _, one in value})
    else:
        return None
    return small if len(small) == 1 and small.isascii() else None


def _of_part(code: Any, value: Any) -> tuple[str, ...] | None:
    if code is op.SUBPATTERN:
        return _of_sequence(value[-1])
    if code is op.ATOMIC_GROUP:
        return _of_sequence(value)
    if code is op.ASSERT:
        return _of_sequence(value[1])
    if code in {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}:
        return _of_sequence(value[2]) if value[0] else None
    if code is op.BRANCH:
        each = [_of_sequence(branch) for branch in value[1]]
        if any(one is None for one in each):
            return None
        return tuple(dict.fromkeys(word for one in each if one is not None for word in one))
    return None
