"""Changes of a price or a currency told beside a flow: why it moved, and no change of its own."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.subjects import subject_of
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.syntax.tokens import Token

_MONEYS: Final = frozenset(
    "dollar euro yen yuan renminbi rouble ruble lira peso won rupee rupiah rand pound franc krona krone crown zloty forint koruna leu lev real baht ringgit dinar dirham riyal rial naira shilling cedi kwacha hryvnia tenge som manat lari currency".split()
)
_PRICED: Final = frozenset({"price", "cost", "quotation"})
_MOVE: Final = r"(?:rise|fall|drop|decline|increase|decrease|jump|surge|gain|slide|slump|plunge|spike|hike|dip|climb|leap|growth|reduction|cut|appreciation|depreciation|devaluation|strengthening|weakening)s?"
_OF_A_PRICE: Final = re.compile(
    rf"[\s-]+(?:[a-z-]+\s+)?{_MOVE}\s+(?:in|of)\s+(?:(?:the|its|their|an?)\s+)?(?:(?!(?:exports?|imports?|trade|sales|shipments|to|from|at|on|by|because|due|and)\b)[\w.'’-]+\s+){{0,3}}?(?:prices?|costs|quotations|exchange\s+rates?)\b"
    rf"|[\s-]+(?:[a-z-]+\s+)?{_MOVE}\s+(?:in|of)\s+(?:the|its|their)\s+(?:(?:[A-Z][a-z]+|national|local|U\.S\.|US)\s+)?(?:{'|'.join(sorted(_MONEYS))})\b(?!\s+(?:terms|value|area|zone))"
)
_MOVED: Final = frozenset(
    "rise fall drop decline increase decrease jump surge gain slide slump plunge climb lose soar tumble double triple halve leap grow strengthen weaken appreciate depreciate skyrocket rocket spike sink crash collapse ease edge slip add".split()
)
_OUTWARDS: Final = 5


def is_of_price(sentence: Sentence, figure: Figure) -> bool:
    """As in "because of a 25 percent fall in the rouble", "thanks to ore prices, which have surged 30 percent"."""
    if figure.kind not in {"percent", "multiple"}:
        return False
    if _OF_A_PRICE.match(sentence.text, figure.end) is not None:
        return True
    verb = _moved_by(sentence, figure)
    subject = subject_of(verb)[0] if verb is not None and verb.idx < figure.start else None
    if subject is not None and subject.lower in {"which", "that"}:
        subject = next((t for t in reversed(subject.doc[: subject.i]) if t.text != ","), subject)
    return subject is not None and subject.lemma in _PRICED | _MONEYS and subject.idx < figure.start


def _moved_by(sentence: Sentence, figure: Figure) -> Token | None:
    """The verb of moving that a figure tells the extent of, with no other verb between them."""
    token = next((t for t in sentence.tokens if t.idx + len(t) > figure.core), None)
    for _ in range(_OUTWARDS):
        if token is None or token.head == token:
            break
        if token.pos in {"VERB", "AUX"}:
            break
        token = token.head
    return token if token is not None and token.pos == "VERB" and token.lemma in _MOVED else None
