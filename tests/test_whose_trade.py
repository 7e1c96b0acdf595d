"""Whose trade a figure is, and with whom: the story's country, its partner, a group, all; who else sells; who earns."""

from __future__ import annotations

import pytest

from story_facts import untold
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents

STORIES = [
    (
        (
            "Indonesia's trade with the eight members of the D-8 group reached $18 billion in 2021. Exports to the group rose 14 "
            "percent, and imports from the bloc were $7 billion."
        ),
        ("trade IDN None 18000000000", "exports IDN None +14%", "imports IDN None 7000000000"),
    ),
    (
        (
            "China's trade with the eight Portuguese-speaking countries rose 20 percent to $130 billion. With Brazil it came to $98 "
            "billion, and with Angola to $26 billion."
        ),
        ("trade CHN None 130000000000 +20%", "trade CHN BRA 98000000000", "trade CHN AGO 26000000000"),
    ),
    (
        "Trade between Japan and the Spanish-speaking countries fell to $60 billion.",
        ("trade JPN None 60000000000",),
    ),
    (
        "Kenya's exports to the EU rose 4 percent to $1.2 billion. Imports from the bloc came to $1.9 billion.",
        ("exports KEN EU 1200000000 +4%", "imports KEN EU 1900000000"),
    ),
    (
        "South Africa sold goods worth $21 billion to its BRICS partners and bought goods worth $27 billion from them.",
        ("exports ZAF None 21000000000", "imports ZAF None 27000000000"),
    ),
    ("Peru exported 21,000 tonnes of asparagus to 54 markets in May.", ("exports PER WLD 21000",)),
    (
        "Brazil exported 21.1 million kilograms of honey in 2014, of which the United States accounted for 15 million kilograms.",
        ("exports BRA WLD 21100000", "exports BRA USA 15000000"),
    ),
    (
        (
            "Azerbaijan's trade with Georgia was $600 million. Azerbaijan's total trade turnover reached $33 billion, of which Italy "
            "accounted for $6 billion."
        ),
        ("trade AZE GEO 600000000", "trade AZE WLD 33000000000", "trade AZE ITA 6000000000"),
    ),
    (
        (
            "Portugal's exports of wine to Angola fell by 40 percent to 30 million euros. The country's wine sales abroad rose to 736 "
            "million euros."
        ),
        ("exports PRT AGO 30000000 -40%", "exports PRT WLD 736000000"),
    ),
    (
        "Peru's sales of avocados to Spain grew by a third to $150 million. Exports of all fruit reached $2.2 billion.",
        ("exports PER ESP 150000000 +33.3%", "exports PER WLD 2200000000"),
    ),
    (
        (
            "Zambia's copper exports to Switzerland fell 8 percent last year. Last year the country earned $6.4 billion from copper "
            "abroad, the central bank said."
        ),
        ("exports ZMB CHE -8%", "exports ZMB WLD 6400000000"),
    ),
    (
        "Sri Lanka made $1.5 billion from tea last year. Iraq bought tea worth $230 million, Turkey $120 million.",
        ("exports LKA WLD 1500000000", "exports LKA IRQ 230000000", "exports LKA TUR 120000000"),
    ),
    (
        (
            "Turkmenistan sold China gas worth $1.4 billion in two months. "
            "Turkmenistan remains the top supplier of pipeline gas to China. Russia is second with $526 million, followed by Myanmar ($224 million)."
        ),
        ("exports TKM CHN 1400000000", "exports RUS CHN 526000000", "exports MMR CHN 224000000"),
    ),
    (
        (
            "The United States was the main market for Bangladeshi clothes, taking $6 billion worth; Germany took $5.5 billion and "
            "Britain $3.8 billion."
        ),
        ("exports BGD USA 6000000000", "exports BGD DEU 5500000000", "exports BGD GBR 3800000000"),
    ),
    (
        "Turkey and Iran agreed to triple trade to $30 billion. At present it is under $10 billion, with Turkish exports at $2.5 billion.",
        ("trade TUR IRN 10000000000", "exports TUR IRN 2500000000"),
    ),
    (
        "Trade between Morocco and Senegal doubled in five years. Last year the two traded goods worth $210 million.",
        ("trade MAR SEN 210000000",),
    ),
    (
        "Exchanges between Morocco and Senegal reached $190 million in 2018.",
        ("trade MAR SEN 190000000",),
    ),
    (
        "Togo was beaten by Ghana, Spain's second supplier of mangoes from January to June 2021 with 12,000 tonnes.",
        ("imports ESP GHA 12000",),
    ),
    ("Turkey comes behind Egypt, Libya's biggest customer at $90 million last year.", ("exports LBY EGY 90000000",)),
    ("Moldova's surplus with CEFTA came to $80 million in 2021.", ("balance MDA None 80000000",)),
    (
        (
            "Sweden's trade surplus shrank in the first quarter. At 17.4 billion kronor ($1.8 billion) for the quarter, it compares "
            "with 23.3 billion in the same quarter of 2021."
        ),
        ("balance SWE WLD 17400000000", "balance SWE WLD 23300000000"),
    ),
    (
        "Ethiopia's trade deficit shrank in 2021. The gap was $11.4 billion, 6 percent below that of 2020.",
        ("balance ETH WLD -11400000000 -6%",),
    ),
]


@pytest.mark.parametrize(("text", "facts"), STORIES, ids=[text[:40] for text, _ in STORIES])
def test_a_figure_is_of_whose_trade_it_tells(text, facts):
    assert untold(facts, text, "2022-04-05") == []


DECOYS = [
    "The factory in Nairobi made $3 million from tea towels last year. It has 400 workers.",
    "Ghana's cocoa processors employ 4 million people, and 20 percent of them are women. Domestic sales rose 8 percent.",
    "Kenya and Uganda exchanged views for two hours and 40 prisoners on Monday.",
]


@pytest.mark.parametrize("text", DECOYS, ids=[text[:30] for text in DECOYS])
def test_money_and_exchanges_of_another_kind_are_no_trade(text):
    claims = [
        c for r in read_documents([Document("s", text, Period.parse("2022-04-05"), None, "en")]) for c in r.claims
    ]
    assert [c for c in claims if c.kind == "measure"] == []


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Norway's exports came to 80 billion kroner in May.", {"NOK"}),
        ("Australia bought goods worth $A3.2 billion from Chile in May, or $US2.1 billion.", {"AUD", "USD"}),
        ("New Zealand's exports to Fiji were worth $NZ40m in 2021.", {"NZD"}),
        ("Sweden's exports came to 80 billion kronor ($8 billion) in May, against 77 billion in April.", {"SEK"}),
    ],
)
def test_a_sum_is_in_the_money_of_the_one_it_stands_beside(text, units):
    claims = [
        c for r in read_documents([Document("s", text, Period.parse("2022-07-05"), None, "en")]) for c in r.claims
    ]
    assert {c.unit for c in claims if c.kind == "measure"} == units
