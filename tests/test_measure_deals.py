"""What contracts, deals and orders between two countries are worth, and papers that only look like them."""

from __future__ import annotations

import pytest

from story_facts import told, untold

DEALS = [
    ("Alstom of France has won a 900 million euro contract in Chile to build a metro line.", ("other FRA CHL 9e8",)),
    ("A Turkish builder clinched a $210 million contract to repair a port in Togo.", ("other TUR TGO 2.1e8",)),
    ("Japan's Komatsu was awarded a $75 million contract by Peru to repair its railway.", ("other JPN PER 7.5e7",)),
    ("Morocco concluded a $310 million deal with Brazil for 6 patrol aircraft.", ("exports BRA MAR 3.1e8",)),
    ("Vietnam signed for 90,000 tonnes of Argentine maize.", ("exports ARG VNM 90000",)),
    ("Norway ordered 54 tanks from Germany for $1.9 billion.", ("exports DEU NOR 1.9e9",)),
    ("Papers aside, documents worth $640 million were signed between Oman and Kenya.", ("other OMN KEN 6.4e8",)),
    ("Companies of Georgia and Poland signed agreements for $55 million at a forum.", ("other GEO POL 5.5e7",)),
]


@pytest.mark.parametrize(("text", "facts"), DEALS)
def test_the_sum_of_a_paper_goes_to_who_sells_or_builds_and_who_pays(text, facts):
    assert untold(facts, text, "2018-05-09") == []


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Togo signed a peace deal worth 20 million dollars to their traders.",
        "The French player signed a contract worth 12 million euros with a club in Spain.",
        "A Swedish firm won a contract worth $7.5 million from the Chilean post office.",
        "A court in Peru ordered 3 million dollars of a Chilean bank to be frozen.",
        "The minister ordered 300 officers from Kenya to leave the camp in Somalia.",
    ],
)
def test_papers_of_other_matters_are_no_deals(text):
    assert told(text, "2018-05-09") == []
