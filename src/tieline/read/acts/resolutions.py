"""Resolutions and motions that were voted down, or are only debated: what they would ask, blame or impose is done by nobody.

Who vetoes one refuses those before whom it lay, not the country of which it speaks.
"""

from __future__ import annotations

from typing import Final

from tieline.read.syntax.tokens import Token

TEXTS: Final = frozenset(
    "resolution motion draft amendment bill text proposal statement declaration communique communiqué".split()
)
"""What is put to a vote."""
_FELLING: Final = frozenset("veto block reject oppose defeat thwart quash scupper sink derail".split())
_DEBATING: Final = frozenset(
    "discuss debate consider draft propose table submit circulate prepare sponsor weigh study await".split()
)
"""What is done with a text before it is put to a vote."""
_VOTING: Final = frozenset("vote abstain come lobby campaign argue".split())
_FALLS: Final = frozenset({"veto", "rejection", "defeat", "abstention", "opposition", "vote"})
_PASSING: Final = frozenset({"adopt", "pass", "approve", "endorse"})
_AGAINST: Final = frozenset({"against", "on", "from", "over"})


def is_unadopted(noun: Token) -> bool:
    """The text falls, or somebody would have it fall: "vetoed a resolution", "voted against the motion", "failed to pass a bill"."""
    if noun.lemma not in TEXTS:
        return False
    head = noun.head
    if noun.dep == "pobj":
        above = head.head
        if above.lemma in _VOTING:
            return head.lower in {"against", "down"} or (above.lemma == "abstain" and head.lower in _AGAINST)
        return above.lemma in _FALLS and head.lower in {"of", "on", "over", "against", "to"}
    if noun.dep not in {"dobj", "nsubjpass"}:
        return False
    if (
        head.lemma in _FELLING
        or head.lemma in _DEBATING
        or (head.lemma == "vote" and any(c.lower == "down" for c in head.children))
    ):
        return True
    failed = head.dep == "xcomp" and head.head.lemma == "fail"
    return head.lemma in _PASSING and (failed or any(c.dep == "neg" for c in head.children))


def is_of_unadopted(clause: Token) -> bool:
    """A clause that tells what a text that falls would do: "a resolution condemning Chad", "a draft that called on Mali"."""
    if clause.dep not in {"acl", "relcl"}:
        return False
    noun = clause.head
    if noun.dep == "pobj" and noun.head.dep == "prep":  # "a draft by the EU that called on Mali"
        return is_unadopted(noun) or is_unadopted(noun.head.head)
    return is_unadopted(noun)


def unadopted_behind(verb: Token) -> Token | None:
    """The text that a verb has fall, or that it votes against."""
    for child in verb.children:
        nouns = [child] if child.dep in {"dobj", "nsubjpass"} else child.children if child.dep == "prep" else ()
        for noun in nouns:
            if is_unadopted(noun):
                return noun
    return None
