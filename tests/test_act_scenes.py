"""Where an act was done and to which field of politics it belongs, in sentences of our own."""

from __future__ import annotations

import pytest

from tieline.model.claims import Event
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read.reader import read_documents

PLACES = [
    ("Kenya's foreign minister met his Omani counterpart in New York on Monday.", "New York", "diplomatic"),
    ("Peru's president landed in Rabat on Tuesday for talks with Morocco's king.", "Rabat", "diplomatic"),
    ("Malta and Fiji signed a fisheries accord at the palace in Suva on Monday.", "Suva", "economic"),
    ("Ethiopian troops shelled an Eritrean post near the town of Badme.", "Badme", "military"),
    ("The navies of Oman and Kenya held a joint drill in the Gulf of Aden.", "Gulf of Aden", "military"),
    ("Ghana imposed a duty on Togolese cement in May.", None, "economic"),
    ("Kenya asked Oman on Monday to wait.", None, None),
    ("Chile expelled two Peruvian envoys for spying.", None, "intelligence"),
    ("Norway gave Nepal tents and blankets after the earthquake.", None, "humanitarian"),
    ("Romania extradited a banker to Moldova, where a court had sentenced him.", None, "legal"),
    ("Mexico's leader will visit Oslo, Rome and Malta in May.", None, "diplomatic"),  # each has a place of its own
]


@pytest.mark.parametrize(("text", "place", "context"), PLACES)
def test_an_act_has_the_place_and_the_context_that_its_words_tell(text, place, context):
    document = Document("s", text, Period.parse("2026-03-17"), "Example Wire", "en")
    found = [c for result in read_documents([document]) for c in result.claims if isinstance(c, Event)]
    assert {(e.place, e.context) for e in found} == {(place, context)}
