"""Whose figures are in the shapes of trade news: provinces, money sent home, rows behind sums, peers of a list, goods in brackets."""

from __future__ import annotations

import pytest

from story_facts import told, untold
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents

DATE = "2024-03-17"

PROVINCES = [
    (
        "Sharjah's exports to Tanzania fell 9 per cent to Dh3 billion in 2023.",
        ("exports ARE TZA 3e9 -9%",),
    ),
    (
        "Trade between Dubai and Chile grew 4 percent. Dubai recorded foreign trade worth Dh512 billion in 2023.",
        ("trade ARE CHL +4%", "trade ARE WLD 5.12e11"),
    ),
    (
        "Flanders exported goods worth 9 billion euros to Italy in 2023. Ontario's imports from Mexico rose 2 percent.",
        ("exports BEL ITA 9e9", "imports CAN MEX +2%"),
    ),
    ("Pakistan is recovering. Punjab exported mangoes worth $14 million to Qatar in 2023.", ("exports PAK QAT 1.4e7",)),
]

SENT_HOME = [
    ("Labour migrants transferred $1.3 billion to Kyrgyzstan in 2023.", ("other WLD KGZ 1.3e9",)),
    ("Senegalese workers abroad transferred $2.1 billion to their homeland in 2023.", ("other WLD SEN 2.1e9",)),
    (
        "Migrants from Honduras working in Spain transferred $51 million to their homeland in 2023.",
        ("other ESP HND 5.1e7",),
    ),
    (
        "Jamaicans overseas sent home $1.4 billion in May. Japan had the largest share of overall remittances, accounting for 31%.",
        ("other WLD JAM 1.4e9", "other JPN JAM 31% of"),
    ),
    (
        "Remittances from Italy were 14 percent of total remittances to Albania, which came to $800 million.",
        ("other ITA ALB 14% of", "other WLD ALB 8e8"),
    ),
    (
        "Money transfers to Georgia rose 6 percent in May, while Armenia saw an 8 percent decline.",
        ("other WLD GEO +6%", "other WLD ARM -8%"),
    ),
]

BEHIND_SUMS = [
    (
        "Pakistanis in Oman sent home $410 million, followed by $380 million from Bahrain, $270 million from Kuwait and $190 million from Italy.",
        ("other OMN PAK 4.1e8", "other BHR PAK 3.8e8", "other KWT PAK 2.7e8", "other ITA PAK 1.9e8"),
    ),
    (
        "Kenya attracted $2.2 billion (Sh286 billion) FDI from Japan and $1.3 billion (Sh169 billion) from France.",
        ("investment JPN KEN 2.2e9", "investment FRA KEN 1.3e9"),
    ),
    (
        "Egypt received remittances of $810 million from Kuwait, $620 million Jordan and $140 million from Italy.",
        ("other KWT EGY 8.1e8", "other JOR EGY 6.2e8", "other ITA EGY 1.4e8"),
    ),
]

PEERS = [
    (
        "Peru's grape exports to Japan were worth $82 million, followed by those of Egypt ($51 million), Greece ($33 million) and Turkey ($12 million).",
        ("exports PER JPN 8.2e7", "exports EGY JPN 5.1e7", "exports GRC JPN 3.3e7", "exports TUR JPN 1.2e7"),
    ),
    (
        "1.4 million tourists visited Jordan, while 2.9 million tourists visited Tunisia.",
        ("tourism JOR WLD 1.4e6", "tourism TUN WLD 2.9e6"),
    ),
    (
        "Fiji is the most visited country of the region with 900,000 tourist arrivals. In second place was Samoa with 150,000 tourists.",
        ("tourism FJI WLD 9e5", "tourism WSM WLD 1.5e5"),
    ),
    (
        "Chad with $3 billion, Mali with $2 billion and Togo with $1 billion of exports to Ghana were the top sellers.",
        ("exports TCD GHA 3e9", "exports MLI GHA 2e9", "exports TGO GHA 1e9"),
    ),
    (
        "Kenya hosts 80 Turkish companies, with a total investment of $900 million.",
        ("investment TUR KEN 9e8",),
    ),
    (
        "Norway's trade deficit with its largest trade partner, Germany, has widened to $4 billion.",
        ("balance NOR DEU -4e9",),
    ),
    (
        "Peru's exports to Chile rose 4 percent in June. Chile, meanwhile, exported goods worth $70 million to Peru in June.",
        ("exports PER CHL +4%", "exports CHL PER 7e7"),
    ),
    (
        "Laos's sales to China fell 2 percent. Italy's imports from Egypt climbed 6 percent to $410 million, while its exports fell 9 percent to $95 million.",
        ("imports ITA EGY 4.1e8 +6%", "exports ITA EGY 9.5e7 -9%"),
    ),
]


@pytest.mark.parametrize(("text", "facts"), [*PROVINCES, *SENT_HOME, *BEHIND_SUMS, *PEERS])
def test_a_figure_is_between_the_countries_that_its_shape_tells(text, facts):
    assert untold(facts, text, DATE) == []
    assert len(told(text, DATE)) == len(facts) + text.startswith("Laos's")


@pytest.mark.parametrize(
    "text",
    [
        "California's exports rose 3 percent to $170 billion in 2023. Mexico took most of them.",
        "Dubai's hotels were full. The police of Dubai met Kenya's minister.",
        "Chile was followed by Peru, with 3.5-billion-dollar investments.",
    ],
)
def test_what_is_no_countrys_trade_is_not_told(text):
    assert told(text, DATE) == []


def test_goods_of_a_list_in_brackets_keep_their_own_names():
    text = "Togo's purchases from China comprised motorbikes ($80 million), ceramic tiles ($31 million), avocados ($14 million) and rice ($9 million)."
    claims = [c.to_json() for c in _claims(text)]
    assert {c["product"]: c["value"] for c in claims} == {
        "motorbikes": 8e7,
        "ceramic tiles": 3.1e7,
        "avocados": 1.4e7,
        "rice": 9e6,
    }


@pytest.mark.parametrize(
    ("amount", "unit"),
    [("pounds of coffee", "lb"), ("pounds of machinery", "GBP"), ("lbs of beef", "lb"), ("pounds of whisky", "GBP")],
)
def test_pounds_are_a_weight_where_the_goods_are_weighed(amount, unit):
    (claim,) = _claims(f"Britain exported 40 million {amount} to Japan in 2023.")
    assert (claim.value, claim.unit) == (4e7, unit)


def test_a_comma_behind_four_digits_is_a_decimal_one():
    (claim,) = _claims("Peru's exports to Brazil were $2217,049 million in 2023.")
    assert claim.value == 2217049000


@pytest.mark.parametrize(
    "text",
    [
        "Vietnam received 3 million Korean tourists in 2023.",
        "Spain welcomed 700,000 Poles in 2023.",
        "Egypt received remittances of $91 million from Kuwait in May.",
        "Peru shipped $6 million of coffee to Norway in 2023.",
        "Chile ended the year $70 million in the black with the United States.",
        "Peru is concerned over the Indian market.",
        "Remittance data from Spain for Ecuador was released by the central bank on Tuesday.",
    ],
)
def test_accounts_of_trade_and_travel_are_no_acts(text):
    assert [c for c in _claims(text) if type(c).__name__ == "Event"] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Oman received the Kenyan minister on Monday.", "CONSULT"),
        ("Japan shipped $5 million of rice as food aid to Chad.", "AID"),
        ("Chile ended in May its $5 million aid to Bolivia.", "SANCTION"),
        ("The ships left for Togo a day after Accra ended the export ban that it had placed on Togo.", "CONCEDE"),
    ],
)
def test_acts_beside_figures_are_still_told(text, kind):
    assert kind in [c.type for c in _claims(text) if type(c).__name__ == "Event"]


def _claims(text):
    (result,) = read_documents([Document("s", text, Period.parse(DATE), None, "en")])
    return result.claims
