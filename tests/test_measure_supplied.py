"""Parts of goods that came or went, orders, volumes and parts that are told by no word of trade of their own."""

from __future__ import annotations

import pytest

from story_facts import told, untold

STORIES = [
    ("Egypt depends on Russia for 60 percent of its wheat.", ("imports EGY RUS 60%",)),
    ("Moldova is heavily dependent on Romania for about 40% of its electricity.", ("imports MDA ROU 40%",)),
    ("Russia meets 60 percent of Egypt's wheat needs.", ("imports EGY RUS 60%",)),
    (
        (
            "Norway is the main supplier. In 2021 the country met 22% of the gas needs of the European Union, second to Russia, "
            "which held a 34% share."
        ),
        ("imports EU NOR 22%", "imports EU RUS 34%"),
    ),
    ("Australia, Malaysia and Qatar meet two-thirds of the demand of Japan for gas.", ("imports JPN None 66.7%",)),
    (
        "Some 30 percent of Kenya's flowers are bound for Oman, and 40 percent of its tea goes to Egypt.",
        ("imports OMN KEN 30%", "imports EGY KEN 40%"),
    ),
    (
        "Kenya's tea trade grew. Top buyers of Kenyan tea:\n\nPakistan 204 million kg\n\nEgypt 86 million kg\n\nChad 50 million kg\n",
        ("exports KEN PAK 2.04e8", "exports KEN EGY 8.6e7", "exports KEN TCD 5e7"),
    ),
    ("Zambia was Malawi's third largest market in 2021, up from fifth, with $52 million.", ("exports MWI ZMB 5.2e7",)),
    ("Half of the gas consumed in Moldova comes from Chad.", ("imports MDA TCD 50%",)),
    (
        "Morocco got most of its arms from Chile (62%) and Peru (36%). Also selling arms to Togo were China (13%) and Oman (10%).",
        ("imports MAR CHL 62%", "imports MAR PER 36%", "imports TGO CHN 13%", "imports TGO OMN 10%"),
    ),
    (
        "China took 26 percent of Peru's total exports in 2021. The share of the United States was 16 percent and that of Oman 15 percent.",
        ("exports PER CHN 26%", "exports PER USA 16%", "exports PER OMN 15%"),
    ),
    (
        "Russia took 22 percent of Moldova's exports. Romania is second with 19 percent (no less than 30 percent below a year before). Italy comes third (11 percent).",
        ("exports MDA RUS 22%", "exports MDA ROU 19% -30%", "exports MDA ITA 11%"),
    ),
    (
        "Kenya's tea exports fell to $100 million. Sudan, which cut its orders by 20 percent to $12 million, was third.",
        ("exports KEN WLD 1e8", "exports KEN SDN -20% 1.2e7"),
    ),
    (
        (
            "Pakistan took 8 million kilos of Kenyan tea in May, a decline of 56%, while volumes to Egypt shrank 55% to 4 million kilos. "
            "Chad reduced its intake of Kenyan tea by 12 percent."
        ),
        ("exports KEN PAK 8e6 -56%", "exports KEN EGY 4e6 -55%", "exports KEN TCD -12%"),
    ),
    (
        "Kenya's tea exports to its three biggest customers were down 33 percent. In all, tea brought in $668 million for Kenya.",
        ("exports KEN None -33%", "exports KEN WLD 6.68e8"),
    ),
    (
        "Oman made 2.7 billion dollars from the natural gas that it exported to Togo. Fish, at 5 million dollars, was its other main export.",
        ("exports OMN TGO 2.7e9", "exports OMN WLD 5e6"),
    ),
    (
        "Thailand sells rice to Africa. With 270,291 tonnes, up 17.1% on the year, Chad was one of the top five importers of Thai rice.",
        ("exports THA TCD 270291 +17.1%",),
    ),
]


@pytest.mark.parametrize(("text", "facts"), STORIES, ids=[text[:48] for text, _ in STORIES])
def test_what_came_and_went_is_read(text, facts):
    assert untold(facts, text, "2022-08-20") == []


@pytest.mark.parametrize(
    "text",
    [
        "Egypt depends on Russia for 60 percent of its budget. Half of Ghana's budget goes to the army of Togo.",
        "Germany relies on its army, and Chile counts on Peru for help in 5 percent of cases.",
        "Turkey's exports to Iraq rose. Traffic volumes to Istanbul rose 4 percent.",
        "Australia's exports to Japan rose. University intake from China rose 5 percent.",
    ],
)
def test_what_is_no_part_of_goods_is_left_out(text):
    assert told(text, "2022-08-20", None) == []
