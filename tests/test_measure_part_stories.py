"""Short stories of shares, tables, duties and numbers told scale by scale, with the figures that a careful reader takes from each."""

from __future__ import annotations

import pytest

from story_facts import told, untold

STORIES = [
    (
        "2004-03-12",
        "Ghanaian exports grew 5 percent. The share of gold in all exports was 32.5 percent compared with 37.9 percent in 2002.",
        ("exports GHA WLD +5%", "exports GHA WLD of 32.5%", "exports GHA WLD of 37.9%"),
    ),
    (
        "2015-06-03",
        "Russia's share in Armenia's foreign trade is 24 percent, while Germany's share is 9 percent.",
        ("trade ARM RUS of 24%", "trade ARM DEU of 9%"),
    ),
    (
        "2011-05-11",
        "The main suppliers of the Moroccan market are France and Spain. France provided 15%, Spain 11% and China 8% of imports last year.",
        ("imports MAR FRA of 15%", "imports MAR ESP of 11%", "imports MAR CHN of 8%"),
    ),
    (
        "2013-02-20",
        "Some 87 percent of New Zealand's lamb exports went to the European Union; the remaining 13 percent went to China.",
        ("exports NZL EU of 87%", "exports NZL CHN of 13%"),
    ),
    (
        "2009-03-04",
        "Established partners took about 87 percent of Swedish arms exports. The remaining 13 percent went to some 20 countries.",
        ("exports SWE None of 87%", "exports SWE None of 13%"),
    ),
    (
        "2001-06-22",
        "The European Union took 62.5 percent of Tunisian exports, the United States 1.3 percent.",
        ("exports TUN EU of 62.5%", "exports TUN USA of 1.3%"),
    ),
    (
        "2023-03-13",
        "Russia's arms exports fell 31% and its share of the world total shrank from 22% to 16%.",
        ("exports RUS WLD -31%", "exports RUS WLD of 22%", "exports RUS WLD of 16%"),
    ),
    (
        "2023-07-06",
        "China took 17.1% of Georgian exports in 2021. That of Armenia has gone up from 5.1% to 14.4%.",
        ("exports GEO CHN of 17.1%", "exports GEO ARM of 5.1%", "exports GEO ARM of 14.4%"),
    ),
    (
        "2014-05-06",
        "Kazakhstan's main trading partners in 2013: China – 20.5 percent, Russia – 18.1 percent, Italy – 12.4 percent of total trade.",
        ("trade KAZ CHN of 20.5%", "trade KAZ RUS of 18.1%", "trade KAZ ITA of 12.4%"),
    ),
    (
        "2023-09-06",
        "The countries that invested most in Uzbekistan are:\n\n• China - 20.5 percent\n\n• Russia - 18.8 percent\n\n• UK – 2 percent",
        ("investment CHN UZB of 20.5%", "investment RUS UZB of 18.8%", "investment GBR UZB of 2%"),
    ),
    ("2023-09-06", "The population is as follows: China - 20.5 percent, Russia - 18.1 percent.", ()),
    (
        "2019-03-12",
        (
            "Philippine exports fell in January. The bureau put this down to lower sales of five of the top export commodities: "
            "electronic parts (-37.9%); metal components (-35.8%); and gold (-33.3%)."
        ),
        ("exports PHL WLD -37.9%", "exports PHL WLD -35.8%", "exports PHL WLD -33.3%"),
    ),
    (
        "2006-06-10",
        (
            "Latvian imports from Lithuania grew. Cigarettes stayed in first place among Lithuanian goods at 12.7 million lats (18 million euros) in 2005, "
            "although the figure was down 20 percent. Imports of chocolate were unchanged at 7.3 million lats, while deliveries of wheat came to 7.1 million lats."
        ),
        ("imports LVA LTU 12700000 -20%", "imports LVA LTU 7300000", "imports LVA LTU 7100000"),
    ),
    (
        "2006-02-02",
        "Turkmenistan's exports to Iran came to 1 billion 477 million dollars, those to Oman to three hundred and 14 million dollars.",
        ("exports TKM IRN 1477000000", "exports TKM OMN 314000000"),
    ),
    (
        "2009-03-04",
        "Sweden sold weapons abroad for 12.7 billion kronor ($1.4 billion, 1.1 billion euros) in 2008, up 32 percent.",
        ("exports SWE WLD 12700000000 +32%",),
    ),
    (
        "2018-11-21",
        "Zimbabwe's imports from South Africa were $1,858 billion, while exports stood at $1,273 billion.",
        ("imports ZWE ZAF 1858000000", "exports ZWE ZAF 1273000000"),
    ),
    (
        "2018-01-21",
        "China's exports to all the world came to $2,263 billion in 2017.",
        ("exports CHN WLD 2263000000000",),
    ),
    (
        "2005-12-13",
        "Under the agreement, the Chilean tariff is zero on 17 South Korean products, while Seoul charges 8 percent on Chilean wine.",
        ("tariff CHL KOR 0", "tariff KOR CHL 8"),
    ),
    (
        "2018-04-10",
        "Steel products from Brazil are now charged 10 percent on entering Mexico. The Turkish bank charges 8 percent on loans to Egypt.",
        ("tariff MEX BRA 10",),
    ),
    (
        "2024-10-11",
        (
            "Turkey has put anti-dumping duties on steel from China, Russia, India and Japan. Imports from China will be charged about 15% to 43%, "
            "while the rates on those from Russia and India will be from 6% to 9%."
        ),
        ("tariff TUR CHN 15", "tariff TUR RUS 6", "tariff TUR IND 6"),
    ),
    (
        "2019-11-21",
        "Indonesia raised the duty on ceramic tiles from India to 23 percent, from 9 percent on those from Vietnam.",
        ("tariff IDN IND 23", "tariff IDN VNM 9"),
    ),
    (
        "1987-04-17",
        "The United States will impose 100 pct tariffs on 300 mln dlrs of Japanese goods.",
        ("tariff USA JPN 100", "other USA JPN 300000000"),
    ),
    (
        "2017-03-30",
        "Vietnam will exempt from duty 99 percent of Cuban goods and Cuba will exempt 90 percent of Vietnamese goods.",
        (),
    ),
]


@pytest.mark.parametrize(("published", "text", "facts"), STORIES, ids=[text[:40] for _, text, _ in STORIES])
def test_parts_tables_and_duties_are_read_as_a_careful_reader_does(published, text, facts):
    assert untold(facts, text, published) == []
    assert len(told(text, published)) == len(facts)
