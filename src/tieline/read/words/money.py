"""Words of money between countries: what kind of money a sentence speaks of, and what money does.

Which country gives and which receives is told by the verbs' own grammar (`tieline.read.frames.money_verbs`).
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.words.trade import words

_KINDS: Final[tuple[tuple[Indicator, re.Pattern[str]], ...]] = (
    (
        "other",
        re.compile(
            r"\b(?:remit\w*|(?:money|cash|bank|private|personal|individual)[- ]transfers?|transfers? (?:from abroad|of money)|money transfer|transfers|migrants?|migrant workers|guest workers|"
            r"diaspora|expatriates?|expats|emigrants|(?:its|their|our) (?:workers|citizens|nationals)|compensation|reparations?|damages|rent|lease|tolls|transit fees?)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "debt",
        re.compile(
            r"\b(?:loans?|lend(?:s|ing)?|lent|credits?|debts?|borrow\w*|eurobonds?|bonds|repay\w*|repaid|owe[sd]?|arrears|deposits(?! of [a-z])|credit line|tranches?|overdraft)\b",
            re.IGNORECASE,
        ),
    ),
    ("investment", re.compile(r"\b(?:invest\w*|FDI|joint ventures?|stakes?|shareholding)\b", re.IGNORECASE)),
    (
        "aid",
        re.compile(
            r"\b(?:aid|assist\w*|help|grants?|grant-in-aid|donat\w*|donors?|relief|humanitarian|pledge[sd]?|gifts?|support|package|refugees|victims|vaccines?|reconstruction|rebuilding|budget support|recovery|earthquake|flood\w*|famine|drought|cyclone|hurricane|resilien\w+)\b",
            re.IGNORECASE,
        ),
    ),
)


def kind_of_money(text: str) -> Indicator | None:
    """What kind of money the words speak of; None if they do not say.

    >>> [kind_of_money(t) for t in ("a soft loan of $5 million", "its workers abroad", "relief for the victims", "a sum")]
    ['debt', 'other', 'aid', None]
    """
    return next((kind for kind, told in _KINDS if told.search(text)), None)


_WEAKER: Final[tuple[tuple[Indicator, re.Pattern[str]], ...]] = (
    ("other", re.compile(r"\b(?:money|cash|sums?)\s+(?:[\w ]{0,40}\s)?(?:sent|sends?|wired)\b", re.IGNORECASE)),
    (
        "debt",
        re.compile(
            r"\b(?:deposits?|(?:at|with|in|into)\s+(?:the\s+|[A-Z]\w+['’]s\s+)?(?:central|state|national|reserve)\s+bank|financing|refinanc\w+|swaps?|"
            r"bail-?outs?|(?:wrote|written|writ(?:es?|ing))\s+off|roll(?:s|ed|ing)?\s+over|rollovers?|facilit(?:y|ies)|creditors?|lenders?)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "aid",
        re.compile(
            r"\bcontributions?\b|\b(?:set|sets|setting|put)\s+aside\b|\bhand(?:s|ed|ing)?\s+over\b|\bcheques?\b|\brebuild\b|\bschools?\b|\bhospitals?\b|\bclinics?\b"
            r"|\b(?:technical|development)\s+cooperation\b|\bcommitments?\b|\bfree\s+of\s+charge\b",
            re.IGNORECASE,
        ),
    ),
    ("investment", re.compile(r"\b(?:inflows?|capital(?!\s+(?:city|of))|funding|ventures?)\b", re.IGNORECASE)),
)
"""Words that are of such money only between one who gives and one who receives."""


def kind_between(text: str) -> Indicator | None:
    """What kind of money the words speak of, where one country gives and another receives.

    >>> [kind_between(t) for t in ("a soft loan", "a bailout", "funding for mines", "a cheque for a clinic", "a sum")]
    ['debt', 'debt', 'investment', 'aid', None]
    """
    return kind_of_money(text) or next((kind for kind, told in _WEAKER if told.search(text)), None)


FORGIVING: Final = words("forgive cancel waive restructure reschedule refinance write roll swap convert")
"""What a creditor does to a debt."""
OF_DEBT: Final = re.compile(
    r"\b(?:debts?|loans?|owe[sd]?|owing|deposits?|bonds?|credits?|arrears|repayments?)\b", re.IGNORECASE
)
"""What must stand beside such a verb."""
PROMISING: Final = words("promise offer release approve transfer wire finance fund commit")
"""Verbs of giving that have other senses: only with a sum, and with who receives it."""
MOVING: Final = words("come go reach flow arrive leave enter move get transfer send wire")
"""What money does that is given or sent."""
MONEY_NOUNS: Final = words(
    "money fund cash sum amount aid assistance loan credit grant transfer remittance support tranche instalment installment package capital donation "
    "million billion dollar euro yen pound rouble ruble yuan total rest remainder first second third half most part"
)
"""What such a verb has as its subject."""
