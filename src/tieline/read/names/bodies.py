"""The country of a body that the press names without it, where it stands in a sentence: "Gazprom sold 26 billion cubic metres"."""

from __future__ import annotations

from tieline.read.words.actors import GROUP, GROUPS


def body_at(text: str, offset: int) -> str | None:
    """The country of the company, bank or office whose name holds the word that begins at an offset.

    >>> body_at("Saudi Aramco cut prices", 6), body_at("Exports fell", 0)
    ('SAU', None)
    """
    if not text[offset : offset + 1].isupper():
        return None
    named = (m for m in GROUP.finditer(text) if m.start() <= offset < m.end())
    return next((GROUPS[m.group()] for m in named), None)
