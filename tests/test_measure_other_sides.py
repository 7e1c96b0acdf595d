"""Whose a figure is where its flow was told before and its own words name another country; whose money it is."""

from __future__ import annotations

import pytest

from story_facts import told, untold
from tieline.model.claims import Measure
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents

DATE = "2024-03-17"

NAMED = [
    (
        "Bangladesh's clothing exports to India reached $1.4 billion in July-March. To Japan they rose by 43.8 per cent to $1.22 billion.",
        ("exports BGD IND 1.4e9", "exports BGD JPN 1.22e9 +43.8%"),
    ),
    (
        "Arrivals in Cyprus from Greece numbered 9,000 in May. Those from Russia declined by 4.9 percent and those from Israel by 11.4 percent.",
        ("tourism CYP GRC 9000", "tourism CYP RUS -4.9%", "tourism CYP ISR -11.4%"),
    ),
    (
        "Kenya's exports to Uganda were worth $60 million in March. To Tanzania they came to $35 million, while those to Rwanda fell 12 percent.",
        ("exports KEN UGA 6e7", "exports KEN TZA 3.5e7", "exports KEN RWA -12%"),
    ),
    (
        "The United States ran a trade deficit of $24 billion with China in January. With Mexico it was $13 billion.",
        ("balance USA CHN -2.4e10", "balance USA MEX -1.3e10"),
    ),
    (
        "Arrivals in the Maldives from India reached 18,000 in February. Over the same time, the total from China jumped by 200 percent.",
        ("tourism MDV IND 18000", "tourism MDV CHN +200%"),
    ),
    (
        "Trade between Turkey and Germany came to $4.1 billion in January. With Italy, the figure was $2.9 billion.",
        ("trade TUR DEU 4.1e9", "trade TUR ITA 2.9e9"),
    ),
    (
        "Argentina's sales to Brazil reached $1.3 billion in the month. The figure for Chile was $400 million.",
        ("exports ARG BRA 1.3e9", "exports ARG CHL 4e8"),
    ),
    (
        "Kenya's exports to Uganda were $3 million in August, taking the total for the year so far to $30 million.",
        ("exports KEN UGA 3e6", "exports KEN UGA 3e7"),
    ),
    (
        "Investment from China in Vietnam reached $3 billion in 2022. Those in Laos came to $200 million.",
        ("investment CHN VNM 3e9", "investment CHN LAO 2e8"),
    ),
]
"""The flow told before, with the country that a preposition leads to."""

ROWS = [
    (
        "Poland imported 190,000 tonnes of raspberries in 2023. The berries came mostly from Ukraine (120,000 tonnes), Serbia (45,000 tonnes) and other countries.",
        ("imports POL UKR 1.2e5", "imports POL SRB 4.5e4"),
    ),
    (
        "Foreign direct investment in Kyrgyzstan reached $1.5 billion last year. The largest sums came from Russia ($515 million), China ($474 million) and the UK ($189 million).",
        ("investment RUS KGZ 5.15e8", "investment CHN KGZ 4.74e8", "investment GBR KGZ 1.89e8"),
    ),
    (
        "Kenya exported 62,000 tonnes of tea in January. Most of it went to Pakistan (30,000 tonnes), Egypt (14,000 tonnes) and Britain (9,000 tonnes).",
        ("exports KEN PAK 3e4", "exports KEN EGY 1.4e4", "exports KEN GBR 9000"),
    ),
    (
        "Foreign investors put 3.2 billion euros into homes in Portugal last year. Brazilians invested most, with 19 percent. The British (11%), French (9%) and Chinese (7.5%) are also in the top five.",
        ("investment GBR PRT of 11%", "investment FRA PRT of 9%", "investment CHN PRT of 7.5%"),
    ),
    (
        "South Korea's exports to Vietnam reached $38 billion. Only China, with $79 billion, and the United States, with $39.7 billion, took more.",
        ("exports KOR VNM 3.8e10", "exports KOR CHN 7.9e10", "exports KOR USA 3.97e10"),
    ),
    (
        "Thailand exported more rice in the period. Nigeria imported most, 475,362 tonnes, and after it the Philippines with 422,110 tonnes, up 255%.",
        ("exports THA NGA 475362", "exports THA PHL 422110 +255%"),
    ),
]
"""The first, the last and the next of a list have the country that stands beside them."""

MONEY = [
    ("Cambodia signed loans of $264 million with South Korea last year.", ("debt KOR KHM 2.64e8",)),
    (
        "Cambodia signed loans of $264 million with South Korea last year. Those with Japan came to $238 million.",
        ("debt KOR KHM 2.64e8", "debt JPN KHM 2.38e8"),
    ),
    ("Zambia has contracted export credits of US$3 billion from China.", ("debt CHN ZMB 3e9",)),
    (
        "Remittances sent home by foreign workers in Saudi Arabia climbed to SR58.6 billion in the first half of the year.",
        ("other SAU WLD 5.86e10",),
    ),
    (
        "New Zealand paid out $2.4 billion in remittances to other countries in 2017.",
        ("other NZL WLD 2.4e9",),
    ),
    (
        "Nepal took in $9 billion in remittances in 2023 and Sri Lanka $6 billion.",
        ("other WLD NPL 9e9", "other WLD LKA 6e9"),
    ),
    (
        "Remittances to Guatemala grew 8 percent in the first quarter. El Salvador had an increase of 2 percent.",
        ("other WLD GTM +8%", "other WLD SLV +2%"),
    ),
    ("China signed a deal to lend Zambia $3 billion.", ("debt CHN ZMB 3e9",)),
    ("Filipinos abroad sent home a record $33 billion last year, the central bank said.", ("other WLD PHL 3.3e10",)),
]
"""Who lends and who owes, out of which country money goes home, who gets it."""


ONE = [
    ("Japan's imports rose 2 pct to 9,009 billion yen on higher oil prices.", ("imports JPN WLD 9.009e12 +2%",)),
    (
        "Indonesia's exports to India climbed 12 percent to $2.1 billion in May on strong demand for palm oil.",
        ("exports IDN IND 2.1e9 +12%",),
    ),
    (
        "Ghana's exports grew 4 percent to $1.5 billion on the back of cocoa, the central bank said.",
        ("exports GHA WLD 1.5e9 +4%",),
    ),
    (
        "Taiwan's exports to Japan shrank 6.3 percent annually to $2.4 billion in May.",
        ("exports TWN JPN 2.4e9 -6.3%",),
    ),
]
"""A change and the level it led to are one fact, whatever the cause."""


DUTIES = [
    (
        "Kosovo will lift in part the 100% tariffs on goods that come from Serbia and Bosnia and Herzegovina.",
        ("tariff XKX SRB 100", "tariff XKX BIH 100"),
    ),
    (
        "Kosovo imposed a tariff of 100 percent on goods that come from Serbia, Bosnia and Croatia.",
        ("tariff XKX SRB 100", "tariff XKX BIH 100", "tariff XKX HRV 100"),
    ),
    (
        "Washington imposed tariffs of 25 percent on Chinese steel and Beijing answered with 15 percent on American soybeans.",
        ("tariff USA CHN 25", "tariff CHN USA 15"),
    ),
    (
        "Malaysian palm oil sales to India fell after the import duty was raised to 44 percent.",
        ("tariff IND MYS 44",),
    ),
]
"""Who levies a duty, and on whose goods."""


def test_a_duty_is_on_the_goods_of_those_listed_alone() -> None:
    text = "Kosovo imposed a tariff of 100 percent on goods that come from Serbia after talks with Bosnia and Croatia."
    assert [sides for sides, _ in told(text, DATE)] == [("tariff", "XKX", "SRB")]


@pytest.mark.parametrize(("text", "facts"), [*ONE, *DUTIES, *NAMED, *ROWS, *MONEY])
def test_a_figure_is_of_the_country_that_its_own_words_name(text: str, facts: tuple[str, ...]) -> None:
    assert untold(facts, text, DATE) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Chile's exports to Peru fell in 2022. The drop was biggest for Italy (by 19 million dollars).", "ITA"),
        ("Investment from China in Vietnam reached $3 billion in 2022. Those in Laos came to $200 million.", "LAO"),
    ],
)
def test_the_side_that_is_carried_over_is_marked_where_the_other_is_named(text: str, named: str) -> None:
    document = Document("s", text, Period.parse(DATE), None, "en")
    claims = [c for result in read_documents([document]) for c in result.claims if isinstance(c, Measure)]
    (inferred,) = (c.inferred for c in claims if c.partner == named)
    assert "reporter" in inferred
    assert "partner" not in inferred


@pytest.mark.parametrize(
    "text",
    [
        "The teams of Brazil (22 points), Argentina (18) and Chile (15) lead the table after nine rounds.",
        "Migrants in Italy sent a petition with 40,000 names to Romania. To Spain they wrote later.",
    ],
)
def test_lists_without_a_flow_tell_nothing(text: str) -> None:
    assert told(text, DATE) == []
