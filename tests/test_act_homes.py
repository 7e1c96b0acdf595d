"""Whose act it is where a text names the actor without a country: people by their office alone, bodies that several states have.

Rows of our own, read on Tuesday, 17 March 2026.  A row's acts read: actor target type; an empty row tells that there is none.
"""

from __future__ import annotations

import pytest

from tieline.model.claims import Event
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read.reader import read_documents

NOT_AT_HOME = [
    "Minister Lema signed an accord with Chad's premier. The war in Yemen was spoken of too.",
    "President Lema met Chad's president Ali Dono on Monday. Timber from Gabon was on show.",
    "President Ana Vella met Peruvian President Luis Soto on Monday in Geneva, Switzerland.",
    "Foreign Minister Lema telephoned Chad's premier on Monday. Our embassy in Malta had asked for it.",
    "Foreign Minister Lema flew from Gabon to Chad on Monday.",
    "Premier Lema received the Chadian foreign minister on Monday. Fighting goes on in Sudan.",
]  # fmt: skip
"""Where a country that is a venue, a topic or a way may not become the home of somebody."""
AT_HOME = [
    ("Malta's economy is strong, finance minister Ana Vella said. Vella met Chad's premier on Monday.", "MLT TCD CONSULT"),
    ("Togo will open an embassy in Lima. President Lema telephoned Peru's president Luis Soto on Monday.",
     "TGO PER SUPPORT; TGO PER CONSULT"),
    ("NAIROBI, March 16 - President Lema met Peru's president Luis Soto on Monday. Timber from Gabon was on show.", "KEN PER CONSULT"),
    ("Premier Lema received the Chadian foreign minister in Lome on Monday.", "TGO TCD CONSULT"),
]  # fmt: skip
BODIES = [
    ("The German Foreign Office summoned the Omani ambassador on Monday.", "DEU OMN ACCUSE"),
    ("Pakistan's Foreign Office condemned the Chadian raid.", "PAK TCD ACCUSE"),
    ("The Foreign Office summoned the Omani ambassador on Monday.", "GBR OMN ACCUSE"),
    ("Britain is worried. The Foreign Office summoned the Omani ambassador on Monday.", "GBR OMN ACCUSE"),
    ("COLOMBO, March 16 - The Foreign Office summoned the Omani ambassador on Monday.", "LKA OMN ACCUSE"),
    ("A Foreign Office spokesman in Dhaka condemned the Chadian raid.", "BGD TCD ACCUSE"),
    ("KATHMANDU, March 16 - The Ministry of External Affairs summoned the Chinese envoy on Monday.", "NPL CHN ACCUSE"),
    ("MANILA, March 16 - The DFA summoned the Omani ambassador on Monday.", "PHL OMN ACCUSE"),
    ("The DFA summoned the Omani ambassador on Monday. Nothing else is known.", ""),
]  # fmt: skip


def _acts(text: str) -> list[Event]:
    [done] = read_documents([Document("one", text, Period.parse("2026-03-17"), None, "en")])
    return [c for c in done.claims if isinstance(c, Event)]


@pytest.mark.parametrize("text", NOT_AT_HOME)
def test_no_place_or_topic_is_anybodys_home(text: str) -> None:
    assert [(a.actor, a.target, a.type) for a in _acts(text)] == []


@pytest.mark.parametrize(("text", "wanted"), [*AT_HOME, *BODIES])
def test_who_acts_is_told_by_the_story(text: str, wanted: str) -> None:
    told = sorted(f"{a.actor} {a.target} {a.type}" for a in _acts(text))
    assert told == sorted(wanted.split("; ")) if wanted else not told


def test_a_home_that_is_concluded_is_marked() -> None:
    [act] = _acts(AT_HOME[2][0])
    assert act.inferred == ("actor",)
