"""Mechanisms of the trends, each on a story invented for it and worked out by hand: which way, of whose flow, for when."""

from __future__ import annotations

import pytest

from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents

LEAD = "Peru's exports to Norway rose 5 percent to $200 million in May 2014. "


def trends(text):
    document = Document("t", text, Period.parse("2014-06-17"), None, "en")
    found = [c.to_json() for r in read_documents([document]) for c in r.claims]
    return [c for c in found if c["kind"] == "trend"]


CASES = {
    "a record has its figure's period": (
        "Peru's exports to Norway rose 5 percent to a record $200 million in May.",
        {"indicator": "exports", "direction": "record_high", "period": "2014-05"},
    ),
    "a low that stands alone": (
        LEAD + "It was the lowest monthly figure since December 2010.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "direction": "down", "period": "2014-05"},
    ),
    "the smallest for years": (
        "Peru's trade deficit with Norway shrank 36 percent to $8 million in May, the smallest for any month since 2009.",
        {"indicator": "balance", "direction": "down", "period": "2014-05"},
    ),
    "a modifier": (
        "Reduced imports of Norwegian goods helped Peru.",
        {"indicator": "imports", "reporter": "PER", "partner": "NOR", "direction": "down"},
    ),
    "a product alone": (
        LEAD + "Copper, by contrast, fell for the fourth straight month.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "product": "Copper", "direction": "down"},
    ),
    "each of several partners": (
        "Peru's trade deficit with Norway and Chile is expected to widen this year.",
        {"indicator": "balance", "reporter": "PER", "partner": "CHL", "direction": "up", "modality": "forecast"},
    ),
    "a wish is no movement": ("Peru proposed increasing its trade with Norway.", None),
}


@pytest.mark.parametrize("name", CASES)
def test_a_direction_is_told_whose_it_is(name):
    text, wanted = CASES[name]
    found = trends(text)
    if wanted is None:
        assert found == []
    else:
        assert any(all(t[k] == v for k, v in wanted.items()) for t in found), found
