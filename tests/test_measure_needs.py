"""What part of a country's needs a supplier meets: short stories, and such as only sound like it."""

from __future__ import annotations

import pytest

from story_facts import told, untold

STORIES = [
    (
        "Last year Norway met 22% of the gas needs of Peru, behind only Chile, which held a 34% share.",
        ("imports PER NOR 22%", "imports PER CHL 34%"),
    ),
    (
        "Peru covered 55 percent of its gas demand with supplies from Chile in 2021; Norway delivered 30 percent and Qatar 13 percent.",
        ("imports PER CHL 55%", "imports PER NOR 30%", "imports PER QAT 13%"),
    ),
    ("Chilean gas met 40 percent of Peru's demand last year.", ("imports PER CHL 40%",)),
    ("Iran covers 60 percent of Armenia's natural gas consumption.", ("imports ARM IRN 60%",)),
    ("About half of the oil that Kenya uses comes from Oman.", ("imports KEN OMN 50%",)),
    (
        "Oman supplies 11 percent of Kenya's crude oil. Before the war Iran had around 50% of the market.",
        ("imports KEN OMN 11%", "imports KEN IRN 50%"),
    ),
    (
        "Peru depends on Chile for 80 percent of its gas and 65 percent of its coal.",
        ("imports PER CHL 80%", "imports PER CHL 65%"),
    ),
    ("Armenia, which relied on Iran for 30 percent of its diesel, has closed the border.", ("imports ARM IRN 30%",)),
    (
        "Kenya imports 33 percent of its gas from Oman, 24 percent from Qatar and 16 percent from Iran.",
        ("imports KEN OMN 33%", "imports KEN QAT 24%", "imports KEN IRN 16%"),
    ),
]
"""Invented, each with what a careful reader takes from it."""

NOTHING = [
    "Nuclear plants met 60 percent of Peru's electricity demand, the minister said after a visit to Chile.",
    "About a third of Kenya's energy needs are met with crude oil. Oman wants to help.",
    "Spain covers 60 percent of its water needs with desalination.",
    "Half of Kenya's wheat was bought by the state, and not by Oman.",
    "Toyota held 40 percent of the market in Japan and Ford of the US 2 percent.",
]
"""What is met at home, or by nobody from another country."""


@pytest.mark.parametrize(("text", "facts"), STORIES)
def test_a_supplier_meets_a_part_of_what_a_country_needs(text: str, facts: tuple[str, ...]) -> None:
    assert untold(facts, text, "2023-05-20") == []


@pytest.mark.parametrize("text", NOTHING)
def test_needs_that_are_met_at_home_are_no_imports(text: str) -> None:
    assert told(text, "2023-05-20") == []
