"""Short stories that go down a list of one country's partners, with the figures that a careful reader takes from each."""

from __future__ import annotations

import pytest

from story_facts import untold
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents

STORIES = [
    (
        "2019-06-20",
        (
            "Georgia's wine exports to the EU came to $31 million in 2018. Among the members, Latvia imported 34% of the Georgian wine, "
            "the Czech Republic - 21%, while Estonia - 12%."
        ),
        ("imports LVA GEO 34%", "imports CZE GEO 21%", "imports EST GEO 12%"),
    ),
    (
        "2018-03-02",
        (
            "Sri Lankans working abroad sent home $7.1 billion in 2017. The highest remittance of $1.4 billion came from the Kingdom of Saudi Arabia. "
            "Qatar comes next as Sri Lankan workers there sent $980 million. Among the other countries, $310 million came from Italy, "
            "$205 million from South Korea and $48 million from Cyprus."
        ),
        ("other SAU LKA 1.4e9", "other ITA LKA 3.1e8", "other KOR LKA 2.05e8", "other CYP LKA 4.8e7"),
    ),
    (
        "2021-02-15",
        (
            "Chile was the first source of Bolivia's foreign direct investment in January, with projects worth $44 million, followed by Spain, whose investors put in $31 million. "
            "Peru takes the third place in the list with projects worth $9 million."
        ),
        ("investment CHL BOL 4.4e7", "investment ESP BOL 3.1e7", "investment PER BOL 9e6"),
    ),
    (
        "2022-03-04",
        (
            "Kenya's tea exports sank 6 percent in January to 41 million kilograms. Pakistan was the first buyer of Kenyan tea in January, taking 16.2 million kilograms. "
            "Meanwhile Egypt stayed in second place, buying 7.1 million kilograms. Sudan fell to fifth place with only 1.9 million kilograms."
        ),
        ("exports KEN PAK 1.62e7", "exports KEN EGY 7.1e6", "exports KEN SDN 1.9e6"),
    ),
    (
        "2020-01-20",
        (
            "Egypt remained the biggest buyer of Brazilian beef, with 160,000 tonnes in 2019. A total of 1.8 million tonnes were exported, against 1.6 million in 2018. "
            "Other key destinations where Brazil exported its beef were Chile (110,000 tonnes) Iran (62,000), the Philippines (55,000), Russia (48,000) and Jordan (9,000)."
        ),
        (
            "exports BRA EGY 160000",
            "exports BRA WLD 1.8e6",
            "exports BRA CHL 110000",
            "exports BRA IRN 62000",
            "exports BRA RUS 48000",
            "exports BRA JOR 9000",
        ),
    ),
    (
        "2022-05-10",
        "In 2021, 41% of Denmark's pork exports went to Germany. 27% went to China, while 9% went to Poland.",
        ("exports DNK DEU 41%", "exports DNK CHN 27%", "exports DNK POL 9%"),
    ),
    (
        "1998-07-01",
        (
            "Slovenia raised its exports to European Union countries by 12%, to a level that represents 66.1% of total Slovenian exports. "
            "Slovenia's imports from the EU rose 8% year-on-year to reach 69.4% of its total imports. Exports to CEFTA countries fell 4.5% and made up 7.6% of total exports."
        ),
        ("exports SVN EU +12% 66.1%", "imports SVN EU +8% 69.4%", "exports SVN None -4.5% 7.6%"),
    ),
    (
        "2023-12-01",
        (
            "Money transfers from Russia to Armenia fell by half in the third quarter. As regards other countries, Greece holds third place with a share of 4.6%, having sent $12 million, an increase of 2.5%. "
            "Germany and Spain have shown notable increases, by 22.1% and 14.4%, respectively."
        ),
        ("other GRC ARM 1.2e7 +2.5% 4.6%", "other DEU ARM +22.1%", "other ESP ARM +14.4%"),
    ),
    (
        "2019-11-12",
        (
            "A total of 1.9 million foreign tourists came to Latvia in the third quarter, 5 percent more than a year before. "
            "The number of tourists from Poland, Germany and Norway grew by more than 10 percent. The number of visits by EU residents was up 6 percent. "
            "Latvian residents made 1.1 million trips to foreign countries, 3 percent more. Visits to Greece fell by 8 percent."
        ),
        (
            "tourism LVA WLD 1.9e6 +5%",
            "tourism LVA POL +10%",
            "tourism LVA DEU +10%",
            "tourism LVA NOR +10%",
            "tourism LVA EU +6%",
            "tourism WLD LVA 1.1e6 +3%",
            "tourism GRC LVA -8%",
        ),
    ),
    (
        "2019-08-20",
        (
            "Azerbaijan's trade with Georgia came to $598 million in January-July. The share of Azerbaijan in the overall trade of the neighbouring country was 8.4 percent. "
            "Azerbaijan accounts for 6.7 percent of all imports of Georgia. The exports of the neighbouring country increased by 12 percent to $2.1 billion, while imports dropped by 4 percent to $4.9 billion."
        ),
        (
            "trade AZE GEO 8.4%",
            "imports GEO AZE 6.7%",
            "exports GEO WLD 2.1e9 +12%",
            "imports GEO WLD 4.9e9 -4%",
        ),
    ),
    (
        "2017-05-02",
        (
            "Trade between Thailand and Laos came to $1.4 billion in the first quarter. The number is made up of 890 million dollars of Thai exports, up 8.7 percent, and 510 million dollars worth of Laotian goods, up 16 percent. "
            "Around 955,000 Thai people travelled to Laos and 214,000 Laotians took holidays in Thailand last year."
        ),
        (
            "exports THA LAO 8.9e8 +8.7%",
            "exports LAO THA 5.1e8 +16%",
            "tourism LAO THA 955000",
            "tourism THA LAO 214000",
        ),
    ),
    (
        "2022-07-08",
        (
            "Argentine sales to Brazil grew in June by 37.9%, adding up to $1.3 billion, while imports came to $1.6 billion and showed a 54.6% interannual increase. "
            "Trade in the first six months left Argentina with a negative balance of $1.2 billion. A report also pointed to an 8.4% rise in Argentine imports and a 9.8% one in Argentine exports."
        ),
        (
            "exports ARG BRA 1.3e9 +37.9%",
            "imports ARG BRA 1.6e9 +54.6%",
            "balance ARG BRA -1.2e9",
            "imports ARG BRA +8.4%",
            "exports ARG BRA +9.8%",
        ),
    ),
    (
        "2014-09-01",
        (
            "The volume of trade between Jordan and Kenya came to some $92 million, $70 million as Jordanian exports and $22 million as Kenyan exports. "
            "Kenyan President Peter Otieno imposed a 35 percent tax on Jordanian goods after a row over fish."
        ),
        ("exports JOR KEN 7e7", "exports KEN JOR 2.2e7", "tariff KEN JOR 35"),
    ),
    (
        "2022-06-01",
        (
            "Samoa wants to lift two-way trade with New Zealand to NZ$220 million (US$130 million), up from $119 million (US$71 million) in 2018. "
            "In 2021, New Zealand exported $94 million (US$56 million) in goods to Samoa."
        ),
        ("trade WSM NZL 2.2e8", "trade WSM NZL 1.19e8", "exports NZL WSM 9.4e7"),
    ),
    (
        "2011-04-01",
        (
            "Although Kenya is the largest exporter to Rwanda, the figures show Kenya's exports to Rwanda in decline; they were valued at $106 million in 2009 and $98 million in 2010."
        ),
        ("exports KEN RWA 1.06e8", "exports KEN RWA 9.8e7"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("published", "text", "facts"), STORIES, ids=[text[:48] for _, text, _ in STORIES])
def test_a_story_is_read_to_its_figures(published, text, facts):
    assert untold(facts, text, published) == []


BROKEN = """Trade of Peru with Chile has grown.

The Ministry of Trade says that
deliveries
to Chile rose last year by
6.1 per cent to 42.3 million dollars from a year before, although the talks
were hard.
"""


@pytest.mark.parametrize(
    ("outlet", "unit"), [("Stuff.co.nz", "NZD"), ("The Australian", "AUD"), ("Reuters", "USD"), ("Fiji Times", "USD")]
)
def test_a_bare_dollar_is_that_of_the_paper_at_home(outlet, unit):
    text = "Exports of dairy goods to Fiji rose 4 percent to $12 million in May, New Zealand officials said."
    document = Document("d", text, Period.parse("2020-06-02"), outlet, "en")
    claims = [c.to_json() for result in read_documents([document]) for c in result.claims]
    assert [c["unit"] for c in claims if c["kind"] == "measure"] == [unit]


def test_lines_that_a_link_has_broken_are_one_sentence():
    assert untold(("exports PER CHL 4.23e7 +6.1%",), BROKEN, "2012-03-01") == []
