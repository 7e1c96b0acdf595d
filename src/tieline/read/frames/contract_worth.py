"""What a contract is worth whose seller and buyer were told before: "The contract is worth $15 billion", "put the whole deal at".

The sum is of what is sold under it, of the flow spoken of last.
"""

from __future__ import annotations

from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.read.story.document import Sentence
from tieline.read.story.memory import FLOWS, Frame, Memory

_PAPER = r"(?:contracts?|deals?|orders?|agreements?|accords?|purchases?|sales?)"
_WORTH = re.compile(
    rf"\b(?:the|this|that|both|two|these)\s+(?:[a-z-]+\s+){{0,3}}?(?P<noun>{_PAPER})(?:[^.;,\d]{{0,30}}?|,[^.;,\d]{{3,40}},)\s+"
    r"(?:(?:is|was|are|were|has\s+been|have\s+been|could\s+be|may\s+be)\s+)?(?:said\s+to\s+be\s+|reportedly\s+|together\s+)?(?:worth|valued\s+at|estimated\s+at|put\s+at)\s+(?=[^.;]{0,30}\d|[^.;]{0,20}(?:million|billion))"
    rf"|\b(?:put|puts|estimated?|valued?|values)\s+the\s+(?:whole\s+|total\s+|overall\s+|entire\s+)?(?:value\s+of\s+the\s+)?(?P<noun2>{_PAPER})\s+at\s+"
    rf"|\b(?:value|worth|price)\s+of\s+the\s+(?:[a-z-]+\s+){{0,2}}?(?P<noun3>{_PAPER})\s+(?:is|was|stands\s+at|comes\s+to|exceeds|amounts\s+to)\s+",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\W*(?:worth|valued\s+at)\s+(?:an?\s+)?(?:combined|total|estimated|about|around|nearly|some|over|more|[$€£\d])",
    re.IGNORECASE,
)
_TOLD = re.compile(rf"\b{_PAPER}\b", re.IGNORECASE)
_OTHER_PAPER = re.compile(
    r"\b(?:loans?|investments?|ceasefire|cease-fire|merger|takeover|acquisition|peace|trade|nuclear|construction|television|TV|sponsorship|transfer)\s+(?:contracts?|deals?|agreements?|accords?)\b",
    re.IGNORECASE,
)
_REMEMBERED = 3


def contract_frames(sentence: Sentence, frames: list[Frame], memory: Memory) -> list[Frame]:
    """The frame of a contract's worth; none where a word of trade of its own stands before the sum."""
    flow = memory.flow
    if frames or flow is None or flow.indicator not in FLOWS or flow.partner in {None, "WLD"} or flow.reporter is None:
        return []
    if not any(f.kind == "money" for f in sentence.figures) or sentence.index - memory.flow_sentence > _REMEMBERED:
        return []
    told = _WORTH.search(sentence.text) or _OPENS.match(sentence.text)
    if told is None or _OTHER_PAPER.search(sentence.text) or not _signed_before(sentence, memory):
        return []
    noun = told.start(told.lastgroup) if told.lastgroup is not None else None
    token = next((t for t in sentence.tokens if t.idx == noun), sentence.tokens[0])
    start = told.start()
    return [
        replace(
            flow, token=token, start=start, end=told.end(), verb=False, whole=False, weak=False, group=False,
            partner_prep=None, partners=(), inferred=("indicator", "reporter", "partner"),
        )
    ]  # fmt: skip


def _signed_before(sentence: Sentence, memory: Memory) -> bool:
    """A sentence since the flow was told speaks of the paper, and of no other kind of it, nor of one on something else."""
    line = sentence.before
    while line is not None and line.index >= memory.flow_sentence:
        if _TOLD.search(line.text):
            of_flow = line.index == memory.flow_sentence
            return _OTHER_PAPER.search(line.text) is None and (of_flow or _ANOTHER.search(line.text) is None)
        line = line.before
    return False


_ANOTHER = re.compile(
    rf"\b(?:an?|another|separate|further)\s+(?:[a-z-]+\s+){{0,2}}{_PAPER}\s+(?:on|about|in|covering)\b", re.IGNORECASE
)
"""A paper on something else than the flow: "the two signed a contract on tourism"."""
