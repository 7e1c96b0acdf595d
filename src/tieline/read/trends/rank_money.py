"""What a rank of money is of: "the largest source of foreign investment in Jordan", "the top destination for Danish investment".

Who is the source of money gives it to the owner of the rank; who is its destination is given it by the owner.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator

_MONEY: Final = re.compile(
    r"\s+(?:of|for)\s+(?:[A-Z][\w'’-]+\s+){0,2}?(?:(?:foreign|direct|overseas|outward|inward|outbound|inbound|external|private|new|total|official|bilateral|development|workers['’])\s+)*"
    r"(?:(?P<investment>(?:direct\s+)?investments?|FDI|capital)|(?P<other>remittances|money\s+transfers)|(?P<aid>aid|assistance|grants)|(?P<debt>loans|credits?|lending|borrowing))\b(?!\s+(?:goods|project|deal|agreement|zone|banker))"
)
_GIVES: Final = frozenset({"source", "provider", "supplier"})
_TAKES: Final = frozenset({"destination", "recipient", "market", "receiver"})
_KINDS: Final[tuple[Indicator, ...]] = ("investment", "other", "aid", "debt")


@dataclass(frozen=True, slots=True)
class MoneyRanked:
    """The kind of money that a rank is of, whether the ranked one gives it, and where its words end."""

    indicator: Indicator
    given: bool
    end: int


def money_ranked(text: str, what: str, end: int) -> MoneyRanked | None:
    """What money the words behind "source" or "destination" tell; None where they tell of goods or guests.

    >>> money_ranked("the largest source of FDI in Jordan", "source", 18)
    MoneyRanked(indicator='investment', given=True, end=25)
    """
    found = _MONEY.match(text, end) if what in _GIVES | _TAKES else None
    if found is None:
        return None
    kind = next(each for each in _KINDS if found[each])
    return MoneyRanked(kind, what in _GIVES, found.end())
