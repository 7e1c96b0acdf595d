"""Where one clause or sentence ends and another begins, told by the words alone."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re

CLAUSE_BREAK: Final = re.compile(r"[;:]|\b(?:while|whereas|but)\b|\.\s")
"""Between two words: they are of different clauses."""

OTHER_WAY: Final = r"(?:the|in)\s+(?:opposite|other|reverse)\s+(?:direction|way|route)\b"
"""Of goods that go back: "those in the opposite direction"."""

TWO_STATES: Final = re.compile(
    r"\b(?:two|both)\s+(?:[a-z-]+\s+)?(?:countries|nations|states|neighbou?rs)\b", re.IGNORECASE
)
"""Two that are states, as no bloc is: "trade between the two countries"."""
