"""Sides that a region, a duty's own clause, or whoever pays and receives tells: short stories, and their decoys."""

from __future__ import annotations

import pytest

from story_facts import told, untold

DATE = "2024-03-17"

GROUPS = [
    (
        "Tunisian growers sold dates for 52 million euros on the Gulf market in 2022, against 47 million euros in 2021.",
        ("exports TUN None 5.2e7", "exports TUN None 4.7e7"),
    ),
    (
        "Thailand's exports of rice to Japan rose 4 percent to $88 million, while those to Africa shrank by 9 percent to $610 million.",
        ("exports THA JPN 8.8e7 +4%", "exports THA None 6.1e8 -9%"),
    ),
    (
        "Swedish exports to Central Asia came to 310 million euros in 2022, the customs office said. The value of the exports was 240 million euros in 2020.",
        ("exports SWE None 3.1e8", "exports SWE None 2.4e8"),
    ),
    (
        "Exports of salt to neighbouring countries earned Bolivia 14 million dollars in 2022. Most of it went to Peru.",
        ("exports BOL None 1.4e7",),
    ),
    (
        "Nepal halved its duty on lentils from South-East Asia from 10% to 5%, and that on peas from 12% to 6%.",
        ("tariff NPL None 5", "tariff NPL None 10", "tariff NPL None 6", "tariff NPL None 12"),
    ),
    (
        "Guyana's deficit with Barbados was $40 million in 2022. With all of Caricom, its deficit came to $90 million.",
        ("balance GUY BRB -4e7", "balance GUY None -9e7"),
    ),
    (
        "In 2022 Moldova's surplus in CEFTA trade was 60 million euros. Exports in those months totalled 210 million euros, imports 150 million euros.",
        ("balance MDA None 6e7", "exports MDA None 2.1e8", "imports MDA None 1.5e8"),
    ),
    (
        "Niger and Benin are short of power. The two countries receive 90MW of electricity from Nigeria on average.",
        ("exports NGA None 90",),
    ),
    (
        "Peruvian mangoes sold well. Japan bought 4,000 tonnes of them in 2022, and 19,000 tonnes went to other markets in Asia.",
        ("exports PER JPN 4e3", "exports PER None 1.9e4"),
    ),
    (
        "Norway exported fish worth $9.1 billion in 2022, of which $400 million went to the Arab world and $2.2 billion to the European Union.",
        ("exports NOR WLD 9.1e9", "exports NOR None 4e8", "exports NOR EU 2.2e9"),
    ),
    (
        "Deliveries of Serbian pumps to the CIS grew by 9% to $41 million, while deliveries outside the CIS were $12 million.",
        ("exports SRB None 4.1e7 +9%", "exports SRB None 1.2e7"),
    ),
]
"""A region is no country, and not the world."""

DUTIES = [
    (
        "The 15 percent duties that the Egyptian government has imposed on tiles from India and Spain are to be reviewed.",
        ("tariff EGY IND 15", "tariff EGY ESP 15"),
    ),
    (
        "A 12 percent levy on imports from Chile, Peru and Colombia will be collected by Mexico from May.",
        ("tariff MEX CHL 12", "tariff MEX PER 12", "tariff MEX COL 12"),
    ),
    (
        "Norway faces a 15 percent Brazilian tariff, Iceland 9 percent and Ireland 20 percent.",
        ("tariff BRA NOR 15", "tariff BRA ISL 9", "tariff BRA IRL 20"),
    ),
    (
        "Under the deal Hanoi will phase out the 7% it charges on Peruvian grapes and the 21% on fishmeal.",
        ("tariff VNM PER 7", "tariff VNM PER 21"),
    ),
    (
        "Ghana, which pays 18% on the cocoa butter that it ships to Turkey, hopes for a trade pact.",
        ("tariff TUR GHA 18",),
    ),
    ("New Delhi hit back with 18 percent on Malaysian palm oil and soap.", ("tariff IND MYS 18",)),
    (
        "Haiti was handed a 21 percent Mexican tariff, Belize one of 14 percent.",
        ("tariff MEX HTI 21", "tariff MEX BLZ 14"),
    ),
    ("Exporters in Chile pay 13 percent when they send grapes to Thailand.", ("tariff THA CHL 13",)),
    ("Albania collects 11 percent on flour from Serbia, twice what it took before.", ("tariff ALB SRB 11",)),
]
"""Who puts, charges or collects a duty levies it; who faces it, and pays it, bears it."""


LISTS = [
    (
        "Foreign direct investment in Malta came from many lands in 2022. Italy was the biggest direct investor with 84.2 million euros (22.1%), ahead of Qatar, 61.3 million euros (16.1%), and Spain, 33 million euros (8.7%).",
        (
            "investment ITA MLT 8.42e7 of 22.1%",
            "investment QAT MLT 6.13e7 of 16.1%",
            "investment ESP MLT 3.3e7 of 8.7%",
        ),
    ),
    (
        "Jordan imported barley worth $190 million in 2022. Romania led the suppliers with 38.4 percent, followed by Australia, 16.3 percent, and Ukraine, 9.6 percent.",
        ("imports JOR ROU of 38.4%", "imports JOR AUS of 16.3%", "imports JOR UKR of 9.6%"),
    ),
]
"""Rows that a comma alone joins to their figures, each with the story's host, never with another row."""

PAID = [
    (
        "Paraguay earned $900 million from power exports in 2022. Of this, $620 million came from Brazil, while Argentina and Uruguay paid $210 million and 40 million, respectively.",
        ("exports PRY BRA 6.2e8", "exports PRY ARG 2.1e8", "exports PRY URY 4e7"),
    ),
    (
        "Iceland plans to make $310 million by selling herring to Poland and Nigeria. Poland should bring in the most, $170 million.",
        ("exports ISL POL 1.7e8",),
    ),
    (
        "Bolivia received $610 million for its gas in 2022. Brazil paid $400 million of this, and $190 million came from Argentina.",
        ("exports BOL WLD 6.1e8", "exports BOL BRA 4e8", "exports BOL ARG 1.9e8"),
    ),
    (
        "Oman bought 12% fewer sheep from Sudan in 2022. These sales came to $64 million in total.",
        ("imports OMN SDN -12%", "exports SDN OMN 6.4e7"),
    ),
    (
        "Trade in goods between Norway and Ghana came to $120 million in 2022. Ghanaian goods to the value of $38 million went the other way.",
        ("trade NOR GHA 1.2e8", "exports GHA NOR 3.8e7"),
    ),
    (
        "Chad has $14 million in bills with the Sudanese power company that it has not paid.",
        ("debt SDN TCD 1.4e7",),
    ),
    (
        "Nepal is behind with payments of 19 million dollars for fuel supplied by India.",
        ("debt IND NPL 1.9e7",),
    ),
    (
        "Howitzers and rifles are to go to Georgia from Latvia, the ministry in Riga said. In a first lot Georgia will get 24 howitzers and 900 rifles.",
        ("aid LVA GEO 24", "aid LVA GEO 900"),
    ),
    (
        "Bhutan took in $79 million by exporting electricity: $56 million came from India and $23 million from Bangladesh.",
        ("exports BTN IND 5.6e7", "exports BTN BGD 2.3e7"),
    ),
    ("Sudan was in arrears with $9 million for Ethiopian electricity.", ("debt ETH SDN 9e6",)),
    ("Mali's army took delivery of 24 armoured vehicles donated by Turkey.", ("aid TUR MLI 24",)),
    (
        "Oman and Yemen exchanged goods worth $90 million in 2022, of which Yemeni exports made up $25 million.",
        ("trade OMN YEM 9e7", "exports YEM OMN 2.5e7"),
    ),
    ("The Indian list covers Turkish goods worth $130 million, soap among them.", ("other IND TUR 1.3e8",)),
]
"""Who pays for what a country sells, who owes for it, who gives it."""

LEVELS = [
    (
        "Japan was the biggest buyer of Chilean lemons in May, taking 31.4% or $12.6 million.",
        ("exports CHL JPN 1.26e7 of 31.4%",),
    ),
    (
        "Uruguay's exports of wool to Italy went up 1.6-fold to 4,100 tons.",
        ("exports URY ITA 4100 +60%",),
    ),
    (
        "Serbia shipped more plums. Austria and Hungary took 14% and 21% more, respectively, and in both cases it was a record of some 8,000 tonnes.",
        ("exports SRB AUT 8000 +14%", "exports SRB HUN 8000 +21%"),
    ),
    (
        "Kenya's exports of tea to Egypt were worth $150 million in 2019 and rose by 20% to $180 million in 2020.",
        ("exports KEN EGY 1.5e8", "exports KEN EGY 1.8e8 +20%"),
    ),
    (
        "Peru exported 14 and 9 million tonnes of ore to Japan and Vietnam, respectively.",
        ("exports PER JPN 1.4e7", "exports PER VNM 9e6"),
    ),
]
"""A change or a share, and the level that stands beside it, are told of one row."""

RANKS = [
    (
        "With purchases of 2.1 billion euros, Morocco was the fifth largest market for Belgian exports in 2022.",
        ("exports BEL MAR 2.1e9",),
    ),
    (
        "As a supplier of goods to Latvia Ukraine is sixth with almost $190 million.",
        ("imports LVA UKR 1.9e8",),
    ),
    (
        "The largest part of Omani imports came from India, 310 million rials or 18.2 percent of the total.",
        ("imports OMN IND 3.1e8 of 18.2%",),
    ),
    (
        "Coffee makes up 80 percent of what Uganda sells to Sudan. The country has also shipped 40,000 tonnes of sugar there.",
        ("exports UGA SDN 4e4",),
    ),
    (
        "Norwegian arms went to 30 countries in 2022. Striking are the figures for Malaysia. The country in Southeast Asia bought Norwegian arms for 90 million kroner.",
        ("imports MYS NOR 9e7",),
    ),
    (
        "Egypt raised tariffs on dates from Tunisia; goods worth $60 million a year are affected.",
        ("other EGY TUN 6e7",),
    ),
    (
        "Mauritania will send fish to Turkey as part of the $21 million it owes for flour.",
        ("debt TUR MRT 2.1e7",),
    ),
    (
        "Power exports earned Zambia $90 million in 2022, from Malawi and Kenya alone. In 2021 power sales to the two brought Zambia $75 million.",
        ("exports ZMB None 7.5e7",),
    ),
    (
        "Chile imported 8.2 million kg of tea in 2022, of which 3.1 million kg, or 37.8 per cent, was Argentine.",
        ("imports CHL WLD 8.2e6", "imports CHL ARG 3.1e6 of 37.8%"),
    ),
    (
        "Mali and Niger trade more with each other. The foreign trade of Mali came to $9.4 billion in 2022. Senegal had the largest part, with $1.9 billion or 20.2%, of which imports made up $1.5 billion.",
        ("trade MLI SEN 1.9e9 of 20.2%", "imports MLI SEN 1.5e9"),
    ),
    (
        "In April 21,400 Dutch guests came to Cyprus against 16,900 tourists from Poland.",
        ("tourism CYP NLD 21400", "tourism CYP POL 16900"),
    ),
]
"""Ranks that give a sum, and words that point to a country, to two, or to what a duty reaches."""


@pytest.mark.parametrize(("text", "facts"), [*GROUPS, *DUTIES, *LISTS, *PAID, *LEVELS, *RANKS])
def test_a_figure_has_the_sides_that_its_clause_tells(text: str, facts: tuple[str, ...]) -> None:
    assert untold(facts, text, DATE) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Peruvian bank pays 6% on the deposits that it takes in Chile.",
        "The tax that the Brazilian government has put on salaries is 15 percent, twice that of Peru.",
    ],
)
def test_rates_of_no_duty_tell_nothing(text: str) -> None:
    assert told(text, DATE) == []


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Poland ordered tanks from South Korea. It will get 180 tanks and 600 howitzers by 2026.",
            ("exports", "KOR", "POL"),
        ),
        ("Egypt paid $90 million for wheat from Romania in June.", ("exports", "ROU", "EGY")),
    ],
)
def test_what_is_bought_is_neither_given_nor_owed(text: str, sides: tuple[str, ...]) -> None:
    assert {told_sides for told_sides, _ in told(text, DATE)} == {sides}
