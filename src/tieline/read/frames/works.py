"""Works and contracts: what the builders of one country were paid for in another, which is neither trade nor investment.

"Turkish contractors have taken on 300 projects in Georgia with a total value of $5 billion", "Korean builders won
contracts worth $2 billion in Kuwait": the reporter is whose builders they are, the partner where they build.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.roles import Roles
from tieline.read.frames.subjects import sentence_subject
from tieline.read.story.document import Sentence
from tieline.read.story.memory import Memory, other_of
from tieline.read.syntax.tokens import Token

_BUILDERS: Final = re.compile(r"\b(?:contractors?|builders?|construction (?:companies|firms|groups))\b", re.IGNORECASE)
_THERE: Final = re.compile(r"\b(?:there|here)\b")
_BY: Final = re.compile(r"\bby\s+(?:the\s+)?$")
_IN: Final = re.compile(r"\bin\s+(?:the\s+)?$", re.IGNORECASE)


def of_builders(sentence: Sentence) -> bool:
    """Builders are spoken of."""
    return _BUILDERS.search(sentence.text) is not None


def is_of_works(lemma: str, sentence: Sentence) -> bool:
    """A contract, or a project of builders."""
    return lemma == "contract" or (lemma == "project" and of_builders(sentence))


def built_by(roles: Roles, sentence: Sentence, token: Token, memory: Memory) -> Roles:
    """Whose builders, and where they build."""
    text, named = sentence.text, sentence.mentions
    agent = next((m.code for m in named if m.start > token.idx and _BY.search(text[: m.start])), None)
    builder = roles.reporter or agent or sentence_subject(sentence, token, memory)
    place = next((m.code for m in named if _IN.search(text[: m.start]) and m.code != builder), None)
    if place is None and builder is not None and memory.pair and builder in memory.pair and _THERE.search(text):
        place = other_of(memory.pair, builder)
    return Roles(builder, roles.partner or place, "in")
