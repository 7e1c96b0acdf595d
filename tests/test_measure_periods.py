"""For which period a figure stands, and since when: each mechanism on a story invented for it and worked out by hand."""

from __future__ import annotations

import pytest

from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents

LEAD = "Peru's exports to Norway rose 5 percent to $200 million in 2014. "
CASES = {
    "a stretch keeps its own from": (
        "Peru sold Norway goods worth $70 million from January to May 2014, 6 percent more than a year before.",
        {"value": 7e7, "period": "2014-01/2014-05", "base": "2013-01/2013-05"},
    ),
    "a stretch opens the sentence": (
        LEAD + "From January to June, 93,000 Norwegians visited Peru.",
        {"indicator": "tourism", "value": 93000, "period": "2014-01/2014-06"},
    ),
    "the second of two figures held against a time": (
        "Peru's sales of rice to Norway came to 8,900 tonnes and $33 million in 2014, against 3,400 tonnes and $19 million in 2013.",
        {"value": 1.9e7, "period": "2013"},
    ),
    "a whole year stands for the same part of it": (
        "Peru's imports from Norway rose to $5 million in the first quarter of 2015. Exports rose to $7 million from $6 million last year.",
        {"value": 6e6, "period": "2014-01/2014-03"},
    ),
    "a rate of before has no day of change": (
        "Peru raised its tariff on Norwegian salmon from 5 percent to 50 percent on July 1.",
        {"indicator": "tariff", "value": 5, "period": None},
    ),
    "a clause aside has a time of its own": (
        LEAD + "Rice shipments to Norway, which began in 2012, came to 3,100 tonnes.",
        {"value": 3100, "period": "2014"},
    ),
    "a clause aside that the figures stand in": (
        LEAD + "The harbour, through which Peru sold 3,100 tonnes of rice to Norway in 2012, is closed.",
        {"value": 3100, "period": "2012"},
    ),
    "a clause that narrows the figure's own noun": (
        LEAD + "Peru supplied 61 percent of the rice that Norway bought abroad in 2013.",
        {"share_pct": 61, "period": "2013"},
    ),
}


def measures(text, published="2015-03-17"):
    document = Document("m", text, Period.parse(published), None, "en")
    found = [c.to_json() for r in read_documents([document]) for c in r.claims]
    return [c for c in found if c["kind"] == "measure"]


@pytest.mark.parametrize("name", CASES)
def test_a_figure_stands_for_its_period(name):
    text, wanted = CASES[name]
    found = measures(text)
    assert any(all(claim.get(key) == value for key, value in wanted.items()) for claim in found), found
