"""Ordinary sentences of the press whose figures no word of trade tells: loads, people, money, words that stand for a flow."""

from __future__ import annotations

import pytest

from story_facts import told, untold
from tieline.read.numbers.figures import find_figures

LOADS = [
    ("A tanker carrying 140,000 cubic metres of Qatari LNG docked in Bangladesh on Sunday.", "exports QAT BGD 140000"),
    ("Some 3,200 wagons with Uzbek fertiliser crossed into Afghanistan in April.", "exports UZB AFG 3200"),
    ("Around 18,000 tonnes of rice are on their way from Vietnam to Cuba.", "exports VNM CUB 18000"),
    ("A ship bound for Lebanon left Ukraine with 26,000 tonnes of maize.", "exports UKR LBN 26000"),
    ("Two freight planes flew 40 tonnes of medical aid from India to the Maldives.", "aid IND MDV 40"),
    ("Another 60 tonnes of aid is on its way to Turkey from the United States.", "aid USA TUR 60"),
    ("The Druzhba line moved 12 million tonnes of Russian crude to Hungary last year.", "exports RUS HUN 12000000"),
    ("Some 110 trucks of Mongolian coal pass into China every day.", "exports MNG CHN 110"),
    ("The cable will carry 1,000 MW of Ethiopian power to Kenya.", "exports ETH KEN 1000"),
    ("Another 50,000 doses of Indian vaccine landed in Nepal.", "exports IND NPL 50000"),
    ("The European Union imported 160,000 hectolitres of wine from Moldova.", "imports EU MDA 160000"),
]
PEOPLE = [
    ("There are 670,000 registered Syrian refugees in Jordan.", "other JOR SYR 670000"),
    ("Lebanon is home to around 1.5 million displaced Syrians.", "other LBN SYR 1500000"),
    ("About 21,000 Mozambicans have jobs in South Africa.", "other ZAF MOZ 21000"),
    ("Some nine million Ukrainians live in Poland.", "other POL UKR 9000000"),
    ("Some 12,500 Tunisian doctors and nurses practise in France.", "other FRA TUN 12500"),
    ("Every day 6,000 Iraqis apply for an Iranian visa.", "other IRN IRQ 6000"),
    ("Some 2,200 Vietnamese were granted Australian student visas in March.", "other AUS VNM 2200"),
    ("Portugal granted citizenship to 18,000 Brazilians.", "other PRT BRA 18000"),
    ("The number of cross-border commuters from Italy to Switzerland rose to 68,000.", "other CHE ITA 68000"),
]
MONEY = [
    ("Brazilian funding for projects in Angola has come to $2 billion.", "investment BRA AGO 2000000000"),
    ("Zambia has agreed with Chinese lenders to rework $1.5 billion of debt.", "debt CHN ZMB 1500000000"),
    ("Saudi Arabia has placed $3 billion at the central bank of Egypt.", "debt SAU EGY 3000000000"),
    ("Qatar put $2 billion into the central bank of Sudan.", "debt QAT SDN 2000000000"),
    ("Chinese capital for mines in Zambia has come to $2 billion.", "investment CHN ZMB 2000000000"),
    ("Inflows from Mauritius to India fell to $6.1 billion.", "investment MUS IND 6100000000"),
    ("The money sent to Kyrgyzstan from Russia rose to $1.3 billion.", "other RUS KGZ 1300000000"),
    ("Ecuador took out a further $1.4 billion in Chinese credit.", "debt CHN ECU 1400000000"),
    ("Goods worth $860 million changed hands between Cambodia and Japan.", "trade KHM JPN 860000000"),
    ("Uganda earned $580 million from Kenya in 2018.", "exports UGA KEN 580000000"),
    (
        "Migrants from Tajikistan sent more money home. The country received $438 million from Russia in spring.",
        "other RUS TJK 438000000",
    ),
]
STAND_INS = [
    (
        "Ethiopia's exports to Djibouti were $80 million. The figure for Sudan was $45 million.",
        "exports ETH SDN 45000000",
    ),
    (
        "Korean investment in Vietnam was $4.1 billion. Japan's figure was $3.8 billion.",
        "investment JPN VNM 3800000000",
    ),
    ("Turkey received 2 million German tourists. The number for Britain was 1.1 million.", "tourism TUR GBR 1100000"),
    (
        "Trade between Serbia and Russia fell to $2 billion. That with China rose to $3 billion.",
        "trade SRB CHN 3000000000",
    ),
    pytest.param(
        "Remittances from Spain to Ecuador rose to $8 million. The amount from Italy was $2 million.",
        "other ITA ECU 2000000",
        marks=pytest.mark.xfail(strict=True, reason="all the world is weighed as likelier than who received before"),
    ),
    (
        "Ghana's exports to the world were $14 billion. Ivory Coast's figure was $12 billion.",
        "exports CIV WLD 12000000000",
    ),
    (
        "Exports to China rose 4 percent, Jordan said. To India, by contrast, they were down 57 percent.",
        "exports JOR IND -57%",
    ),
]


@pytest.mark.parametrize(("text", "fact"), [*LOADS, *PEOPLE, *MONEY, *STAND_INS])
def test_a_figure_without_a_word_of_trade_is_told_between_its_two_countries(text, fact):
    assert untold([fact], text, "2019-05-10") == []


@pytest.mark.parametrize(
    "text",
    [
        "There are 4,100 Indian restaurants in Britain.",
        "In 2016 many Syrians in Germany went to school.",
        "There are 2,400 Japanese companies in Thailand.",
        "Some 40 Danish firms work in the Philippines.",
        "There are 1,200 US troops in Niger.",
        "A Chinese coast guard vessel of 12,000 tonnes entered waters claimed by Japan.",
        "The 50,000-tonne carrier is on its way from Britain to Australia.",
        "Pipes from Norway can carry 30 billion cubic metres of Norwegian gas to Germany.",
        "Iran fired 12 missiles that landed in Iraq.",
        "Some 30 Chinese aircraft crossed into Taiwan's airspace.",
        "A convoy of 60 Russian trucks entered Ukraine.",
        "Chinese firms spent $2 billion on a road in Kenya that links the capital to the port.",
        "Chinese firms spent $2 billion on a road to the Kenyan capital, with Kenyan labour.",
        "Kenyan banks hold $3 billion in deposits, more than Uganda's.",
        "The money laundered from Russia to Latvia was put at $200 million.",
        "Kenya's imports of maize from Tanzania rose as production at home dropped 12.8 percent to 36.7 million bags.",
        "Vietnam buys cashews from Ivory Coast, which grew 720,000 tonnes last year.",
        "Malaysia exports palm oil to India. Output in the same months was 16.3 percent higher at 8.68 million tonnes.",
        "Georgian wine exports to Poland showed double-digit growth.",
    ],
)
def test_what_is_no_flow_between_countries_is_not_told(text):
    assert told(text, "2019-05-10") == []


@pytest.mark.xfail(strict=True, reason="a figure of the buyer alone is taken for the seller's")
def test_the_figure_of_who_buys_is_not_the_sellers():
    text = "The Philippines' exports to Japan rose to $3 billion. Japan's total was $9 billion."
    assert [values for _, values in told(text, "2019-05-10")] == [{"value": 3e9}]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("close to a third of the exports by value (30.4%) went abroad", [30.4]),
        ("sales almost doubled, with growth of 95.3 percent", [95.3]),
        ("half of the wine (12 percent more)", [50, 12]),
        ("sales doubled, after growth of 95.3 percent", [100, 95.3]),
        ("more than halved (down 54 percent)", [54]),
        ("cut its imports in half", [-50]),
        ("two and a half billion dollars", [2.5e9]),
        ("went from $2 to $3 billion", [2e9, 3e9]),
        ("4.5 mln m³ of gas a day", [4.5e6]),
        ("200 000 goats and 36 ambulances", [200_000, 36]),
    ],
)
def test_a_number_is_found_once_in_any_form(text, values):
    assert [figure.value for figure in find_figures(text)] == values
