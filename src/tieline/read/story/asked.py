"""What is only asked: "Did exports to Mali fall by 9 percent? No." tells nothing; a question that is answered with yes does."""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.read.story.document import Sentence, Story

_ASKS = re.compile(
    r"[\W\d]*(?:Q(?:uestion)?[:.]\s+)?[\"“]?(?:(?:And|But|So|Then),? )?"
    r"(?:did|do|does|is|are|was|were|has|have|had|will|would|can|could|should)(?:n['’]t)? (?!you (?:know|remember)\b)",
    re.IGNORECASE,
)
_YES = re.compile(r"\W*(?:A(?:nswer)?[:.]\s+)?\W*(?:yes|indeed|correct|true|it (?:is|did|does)|they (?:are|did|do))\b(?! not|n['’]t)", re.IGNORECASE)  # fmt: skip


def is_only_asked(sentence: Sentence, story: Story) -> bool:
    """A question that yes or no would answer, and yes does not."""
    if not sentence.text.rstrip("\"'”’) ").endswith("?") or _ASKS.match(sentence.text) is None:
        return False
    behind = sentence.index + 1
    return behind >= len(story.sentences) or _YES.match(story.sentences[behind].text) is None
