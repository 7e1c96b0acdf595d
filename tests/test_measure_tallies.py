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
    ],
)
def test_other_counts_are_no_rows(text):
    assert told(text, "2024-08-20") == []
