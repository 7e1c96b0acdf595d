"""What a story counts between countries, row by row: who is at which end, where the noun was told sentences before."""

from __future__ import annotations

import pytest

from story_facts import told, untold

STORIES = [
    (
        ("More than 310,000 refugees have left South Sudan since March. Uganda shelters the largest group with over 150,000. "
        "Ethiopia is next and has some 90,000. A further 41,000 are in Kenya."),
        ("other UGA SSD 150000", "other ETH SSD 90000", "other KEN SSD 41000"),
    ),
    (
        "International students in Portugal numbered 74,000 in 2023. Brazil accounted for 31 percent, Angola for 12 percent.",
        ("other PRT BRA 31%", "other PRT AGO 12%"),
    ),
    (
        ("Tourist arrivals to Georgia reached 640,000 in July. The Turks were far ahead with 28.5%, and the Armenians came second "
        "with 17.2%. After them come Israel (9.1%) and Iran (4.4%)."),
        ("tourism GEO TUR 28.5%", "tourism GEO ARM 17.2%", "tourism GEO ISR 9.1%", "tourism GEO IRN 4.4%"),
    ),
    (
        ("The central bank of Guatemala puts remittances for January-June at $9.4bn, 5.1% more than in the same period of 2023. "
        "Most come from the United States, which had 96.2% of the total, then Canada (1.1%)."),
        ("other WLD GTM 9.4e9 +5.1%", "other USA GTM 96.2%", "other CAN GTM 1.1%"),
    ),
    (
        "Money transfers from Italy to Albania came to 410 million euros last year.",
        ("other ITA ALB 4.1e8",),
    ),
    (
        ("Flights between Oman and Pakistan are to go up to 48 a week in October. The airline made 812 flights on the route in 2023 "
        "and carried 121,000 passengers."),
        ("other OMN PAK 812", "other OMN PAK 121000"),
    ),
    (
        ("Foreign direct investment in Serbia fell to 2.1 billion euros in the first half, led by Germany (310 million euros) and "
        "Austria (150 million euros)."),
        ("investment DEU SRB 3.1e8", "investment AUT SRB 1.5e8"),
    ),
    (
        "The report says Kenyan students in Australia were up by 18.4 percent in one year.",
        ("other AUS KEN +18.4%",),
    ),
    (
        ("Some 1.3 million Somalis have left their country since 2012. Kenya is home to 460,000 refugees from Somalia, Ethiopia to "
        "240,000 and Yemen to half a million."),
        ("other SOM WLD 1300000", "other KEN SOM 460000", "other ETH SOM 240000", "other YEM SOM 500000"),
    ),
    (
        "Lebanon hosts the most refugees from Syria with 950,000, ahead of Jordan with 670,000.",
        ("other LBN SYR 950000", "other JOR SYR 670000"),
    ),
    (
        ("Canada granted 45,000 study permits to Indian students in 2023, and 30,100 to Chinese students. Nigerian students came "
        "third with 9,200."),
        ("other CAN IND 45000", "other CAN CHN 30100", "other CAN NGA 9200"),
    ),
    (
        "Students from Ghana numbered 6,468 in the United States in the 2022/23 academic year. Kenya sent 4,507.",
        ("other USA GHA 6468", "other USA KEN 4507"),
    ),
    (
        ("In April, Estonians made more trips to: Latvia - by 8.3%, Finland - by 5.1%. A decrease was seen in the trips to: Egypt - "
        "by 11.0%, Spain - by 3.4%."),
        ("tourism LVA EST +8.3%", "tourism FIN EST +5.1%", "tourism EGY EST -11%", "tourism ESP EST -3.4%"),
    ),
    (
        "Tourist arrivals in Malta went up 16 percent to 205,300 in April, thanks to a 24 percent rise in visitors from Poland.",
        ("tourism MLT WLD 205300 +16%", "tourism MLT POL +24%"),
    ),
    (
        ("Benin and the Kuwait Fund for Arab Economic Development have signed a loan agreement worth $14 million. The loan, of which "
        "$5 million has been paid out, is for a road."),
        ("debt KWT BEN 14000000", "debt KWT BEN 5000000"),
    ),
    (
        ("Bolivia says its debt to the Brazilian treasury will be reduced by $620 million. The rest of the debt, put at $300 million, "
        "will be paid back to Brazil over ten years."),
        ("debt BRA BOL by-6.2e8", "debt BRA BOL 3e8"),
    ),
    (
        "Madagascar received 30,000 tonnes of rice from India as a donation on Tuesday.",
        ("aid IND MDG 30000",),
    ),
    (
        ("Laos plans to sell more electricity to other countries of the region: 500MW to Myanmar, 9 gigawatts (GW) to Thailand and 5GW "
        "to Cambodia."),
        ("exports LAO MMR 500", "exports LAO THA 9", "exports LAO KHM 5"),
    ),
    (
        "Israel signed a contract for the sale of natural gas to Egypt. The contract is worth $15 billion, the company said.",
        ("exports ISR EGY 1.5e10",),
    ),
    (
        "Less than half of Algeria's arms imports came from Russia. Arms imports by Egypt rose steeply (106 per cent).",
        ("imports EGY WLD +106%",),
    ),
    (
        "Arms imports of two Maghreb states went up, by 83 per cent in Algeria and by 14 per cent in Morocco. Egypt itself imported 44 per cent fewer arms.",
        ("imports DZA WLD +83%", "imports MAR WLD +14%", "imports EGY WLD -44%"),
    ),
    (
        (
            "More than 2.3 million people have fled South Sudan, the UN said. Uganda has taken in 780,000, Sudan 850,000 and Ethiopia 420,000."
        ),
        ("other SSD WLD 2300000", "other UGA SSD 780000", "other SDN SSD 850000", "other ETH SSD 420000"),
    ),
    (
        (
            "New figures of the central bank of Guatemala put remittances for January-April at $1.78bn. Most come from the US, which had "
            "94.9% of the total, with Canada (0.9%) next. Among its neighbours, Mexico took in $3.1bn in remittances."
        ),
        ("other WLD GTM 1.78e9", "other USA GTM 94.9%", "other CAN GTM 0.9%", "other WLD MEX 3.1e9"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "facts"), STORIES, ids=[text[:40] for text, _ in STORIES])
def test_rows_share_an_end_told_before(text, facts):
    assert untold(facts, text, "2024-08-20") == []


@pytest.mark.parametrize(
    "text",
    [
        "Chinese tourists are back in Thailand. Police in Laos arrested 45 people on Monday, and 12,000 jobs were lost in Vietnam.",
        "Refugees from Syria still arrive in Lebanon. In Jordan 31 soldiers were killed last week, the army of Iraq said.",
        "British investors are wary. The French company holds 50 percent of the Belgian firm, and 300 dollars a month are paid in Chad.",
        "Flights between Cuba and Spain resume in May. A ticket costs 890 euros.",
        "Students from Ghana are welcome in Malta. Malta has 45 schools, and Cyprus 38 more of them than Togo.",
        "A Chilean bank was bought by a Spanish one. The deal is worth $20 million.",
    ],
)
def test_other_counts_are_no_rows(text):
    assert told(text, "2024-08-20") == []
