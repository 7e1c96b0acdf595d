"""Mechanisms of the measures, each on a story invented for it and worked out by hand: whose figure, with whom, of what."""

from __future__ import annotations

import pytest

from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents

LEAD = "Peru's exports to Norway rose 5 percent to $200 million in 2014. "


def measures(text, published="2015-03-17"):
    document = Document("m", text, Period.parse(published), None, "en")
    found = [c.to_json() for r in read_documents([document]) for c in r.claims]
    return [c for c in found if c["kind"] == "measure"]


SALES = "Peru exported 150,000 tonnes of rice to Norway in 2014. "
CASES = {
    "a buyer in a row, the unit told before": (
        SALES + "Kenya took 113,000 and Ghana as a whole 76,000.",
        {"indicator": "imports", "reporter": "KEN", "partner": "PER", "value": 113000, "unit": "t",
         "inferred": ["partner", "product", "period", "unit"]},
    ),
    "a buyer whose verb is left out": (
        SALES + "Kenya took 113,000 and Ghana as a whole 76,000.",
        {"indicator": "imports", "reporter": "GHA", "partner": "PER", "value": 76000, "unit": "t"},
    ),
    "a buyer's own purchases": (
        SALES + "Kenya increased its purchases by 12 percent and Ghana cut them by 15 percent.",
        {"indicator": "imports", "reporter": "KEN", "partner": "PER", "change_pct": 12},
    ),
    "another's, by a pronoun": (
        SALES + "Kenya increased its purchases by 12 percent and Ghana cut them by 15 percent.",
        {"indicator": "imports", "reporter": "GHA", "partner": "PER", "change_pct": -15},
    ),
    "the next in a row": (
        "Norway's oil imports from Peru fell to 1.1 million bpd in 2014. Kenya followed with 905,000 and Ghana with 790,000.",
        {"indicator": "imports", "reporter": "NOR", "partner": "KEN", "value": 905000, "unit": "bbl"},
    ),
    "a level beside a change, its unit told before": (
        SALES + "Exports of rice to Kenya grew 14 percent to 97,800.",
        {"indicator": "exports", "reporter": "PER", "partner": "KEN", "value": 97800, "change_pct": 14},
    ),
    "an investor's money": (
        LEAD + "Norwegian investors registered $70 million in mines in Peru last year.",
        {"indicator": "investment", "reporter": "NOR", "partner": "PER", "value": 7e7, "period": "2014"},
    ),
    "money put into a country": (
        LEAD + "Norwegian firms have put $90 million into Peru.",
        {"indicator": "investment", "reporter": "NOR", "partner": "PER", "value": 9e7},
    ),
    "money spent on a country's goods": (
        "Norway shipped $50 million worth of goods to Peru in 2014, while spending $80 million on Peruvian goods.",
        {"indicator": "imports", "reporter": "NOR", "partner": "PER", "value": 8e7},
    ),
    "two bases, respectively": (
        "Peru's imports from Norway totalled 40 million dollars and exports 60 million compared with 35 million and 50 million in 2013.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "value": 5e7},
    ),
    "a verb that serves two clauses": (
        "Peru's imports from Norway rose 6 percent in 2014 and exports 26 percent.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "change_pct": 26},
    ),
    "a share of what the other buys": (
        "Peru supplies a fifth of all fish meal imported by Norway.",
        {"indicator": "imports", "reporter": "NOR", "partner": "PER", "share_pct": 20},
    ),
    "a share of the goods that a country buys": (
        "Peru provided 8 percent of the goods Norway imported in 2014.",
        {"indicator": "imports", "reporter": "NOR", "partner": "PER", "share_of": "reporter_total_imports"},
    ),
    "a share told again of another year": (
        "Norway takes 12 percent of Peru's exports. In 2004 the figure was 9 percent.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "share_pct": 9, "period": "2004"},
    ),
    "a share and the one compared with": (
        LEAD + "Last year Norway took 6 percent of all Peruvian exports, compared with 8 percent in 2010.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "share_pct": 8, "period": "2010"},
    ),
    "exports to everywhere": (
        LEAD + "Exports to all destinations fell 2 percent.",
        {"indicator": "exports", "reporter": "PER", "partner": "WLD", "change_pct": -2},
    ),
    "overall": (
        LEAD + "Overall, Peruvian exports slipped by 3 percent.",
        {"indicator": "exports", "reporter": "PER", "partner": "WLD", "change_pct": -3},
    ),
    "the balance of a named country": (
        "Norway and Peru held talks. Norway's trade surplus reached 9 billion dollars last year.",
        {"indicator": "balance", "reporter": "NOR", "partner": "WLD", "value": 9e9, "period": "2014"},
    ),
    "a tariff on goods alone": (
        LEAD + "Oslo raised the tariff on asparagus from 5 percent to 20 percent.",
        {"indicator": "tariff", "reporter": "NOR", "partner": "PER", "value": 20},
    ),
    "from the year's beginning": (
        "Peru's exports to Norway rose to $150 million through September.",
        {"indicator": "exports", "value": 1.5e8, "period": "2014-01/2014-09"},
    ),
    "what is agreed is a target": (
        LEAD + "Norway agreed to buy 8,000 tonnes of fish meal from Peru.",
        {"indicator": "imports", "reporter": "NOR", "partner": "PER", "value": 8000, "unit": "t", "modality": "target"},
    ),
    "a currency's fall is no trade": ("Norway's trade with Peru grew despite a 40 percent dollar fall.", None),
    "the sign-off of a wire": (
        ("LIMA, March 3 - Peru met Norway on trade, officials of the two countries\nsaid here in the capital on Monday after two days.\n"
        "    Peru's exports to Norway rose to 12 mln dlrs from\nten mln dlrs in the year before, they said.\n REUTER\n"),
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "value": 1.2e7},
    ),
    "a product alone": (
        LEAD + "Copper jumped 22 percent to $90 million, while grapes fell 4.5 percent.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "product": "grapes", "change_pct": -4.5},
    ),
    "a product in brackets": (
        LEAD + "The main exports were fish meal ($45 million), coffee ($30 million) and grapes ($12 million).",
        {"indicator": "exports", "reporter": "PER", "product": "coffee", "value": 3e7},
    ),
    "shares of products": (
        LEAD + "Copper accounted for 23 percent of the total, coffee 12 percent and grapes 8 percent.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "product": "grapes", "share_pct": 8},
    ),
    "shares of partners": (
        "Peru's exports rose 8 percent to $5.1 billion in March 2014. China accounted for 31 percent of exports, Norway 14 percent and Canada 6 percent.",
        {"indicator": "exports", "reporter": "PER", "partner": "CAN", "share_pct": 6},
    ),
    "partners in a list": (
        "Peru's exports rose 8 percent to $5.1 billion in March 2014. The top buyers were China ($1.6 billion), Norway ($710 million) and Chile ($300 million).",
        {"indicator": "exports", "reporter": "PER", "partner": "CHL", "value": 3e8},
    ),
    "respectively": (
        "Peru's exports rose in 2014. Shipments to Norway and Chile rose by 18 percent and 15 percent, respectively.",
        {"indicator": "exports", "reporter": "PER", "partner": "CHL", "change_pct": 15},
    ),
    "who supplies the rest": (
        "Norwegian coffee imports stood at 2.4 million tonnes in 2014. Brazil supplied 38 percent of the total, Peru 33 percent and Chad just 1.9 percent.",
        {"indicator": "imports", "reporter": "NOR", "partner": "TCD", "share_pct": 1.9},
    ),
    "those to another country": (
        LEAD + "Those to Chile increased by 11 percent.",
        {"indicator": "exports", "reporter": "PER", "partner": "CHL", "change_pct": 11},
    ),
    "another owner's flow": (
        "Peru's sales to Norway were put at $820 million in 2014, and Chile's at $499 million.",
        {"indicator": "exports", "reporter": "CHL", "partner": "NOR", "value": 4.99e8},
    ),
    "whose share": (
        LEAD + "Peru's share of Norway's coffee imports rose to 74 percent.",
        {"indicator": "imports", "reporter": "NOR", "partner": "PER", "share_pct": 74},
    ),
    "a yearly rate stands alone": (
        "Peru's trade with Norway grew by an average of 18.5 percent a year between 2005 and 2010, reaching $5.3 billion in 2014.",
        {"indicator": "trade", "change_pct": 18.5, "period": "2005/2010", "value": None},
    ),
    "a change between two years": (
        "Peru's imports from Norway fell 12.9 percent from 2013 to 2014.",
        {"indicator": "imports", "reporter": "PER", "change_pct": -12.9, "period": "2014", "base": "2013"},
    ),
    "the level of a year before": (
        "Peru recorded a deficit of $900 million with Norway in 2014, compared with a deficit of $2.2 billion a year earlier.",
        {"indicator": "balance", "reporter": "PER", "value": -2.2e9, "period": "2013"},
    ),
    "a known level that is to shrink": (
        "Peru wants to reduce its $7 billion trade deficit with Norway.",
        {"indicator": "balance", "reporter": "PER", "partner": "NOR", "value": -7e9, "modality": "actual"},
    ),
    "a foreign debt": (
        "Peru has a foreign debt of $21 billion.",
        {"indicator": "debt", "reporter": "WLD", "partner": "PER", "value": 2.1e10},
    ),
    "a current account": (
        LEAD + "Peru's current account surplus narrowed to $2 billion in 2014.",
        {"indicator": "balance", "reporter": "PER", "partner": "WLD", "value": 2e9},
    ),
    "a code of money behind an article": (
        "Peru ran a USD 292 million trade surplus with Norway in 2014.",
        {"indicator": "balance", "reporter": "PER", "partner": "NOR", "value": 2.92e8, "unit": "USD"},
    ),
    "a dollar sign is no country": (
        "Peru had a trade deficit of US$19.16 billion with Norway in 2014.",
        {"indicator": "balance", "reporter": "PER", "partner": "NOR", "value": -1.916e10, "unit": "USD"},
    ),
    "a bare dollar is the story's own": (
        "Norway's exports to Hong Kong were worth 1.2 billion H.K. dlrs in 2014, up from 900 mln dlrs.",
        {"value": 9e8, "unit": "HKD"},
    ),
    "money of a shared name": (
        "Nepal imported goods worth Rs 95 billion from Peru in May 2014, Nepal's customs said.",
        {"indicator": "imports", "reporter": "NPL", "value": 9.5e10, "unit": "NPR"},
    ),
    "visitors by country": (
        ("LIMA - Tourist arrivals in Peru reached 531,000 in May 2014, the tourism ministry said. Most visitors were from Chile, "
         "with 124,300 tourists. The United States with 79,400 and Norway with 65,900 came next."),
        {"indicator": "tourism", "reporter": "PER", "partner": "NOR", "value": 65900, "unit": "people"},
    ),
    "a story's one product": (
        ("Peru's coffee exports to Norway fell 5 percent in July 2014. Norway buys coffee of the north. Coffee shipments to the country came to "
         "37,000 tonnes. Coffee is sold in bags.\n\nFor the first seven months, exports to Norway came to 371,000 tonnes."),
        {"indicator": "exports", "product": "coffee", "value": 371000},
    ),
    "a duty on a sum of goods": (
        "Peru announced 100 pct duties on 300 mln dlrs worth of Norwegian goods.",
        {"indicator": "other", "reporter": "PER", "partner": "NOR", "value": 3e8},
    ),
    "a row that tells who reports": (
        "Kenyan imports of rice rose 3.2 per cent to 8,000 tonnes in 2014; Ghana, 9.9 per cent to 7,000 tonnes, and Togo, 20 per cent to 6,000.",
        {"indicator": "imports", "reporter": "TGO", "change_pct": 20.0},
    ),
    "those of another owner": (
        "Peru's sales of rice to Norway reached 48,000 tonnes in 2014 and those of Chile 29,000 tonnes.",
        {"indicator": "exports", "reporter": "CHL", "partner": "NOR", "value": 29000},
    ),
    "a share of goods that another country exported": (
        "Togo accounted for 17 percent of the cotton Chad exported in 2014.",
        {"indicator": "exports", "reporter": "TCD", "partner": "TGO", "share_pct": 17.0, "share_of": "other", "product": "cotton"},
    ),
    "a share of goods that another country imported": (
        "Peru supplied 12 percent of the frozen fish Norway imported in 2014.",
        {"indicator": "imports", "reporter": "NOR", "partner": "PER", "share_pct": 12.0, "share_of": "other", "product": "frozen fish"},
    ),
    "a headline in capitals": (
        "NORWAY BUYS 400,000 TONNES OF PERUVIAN RICE\nLIMA, March 9 - The sale was announced today.",
        {"indicator": "imports", "reporter": "NOR", "partner": "PER", "value": 400000, "unit": "t"},
    ),
    "trade between two at the head of a paragraph": (
        LEAD + "Norway met Peru. \n\nPeru sold rice to Chile for $3 million.\n\nTwo-way trade stood at $710 million in 2014.",
        {"indicator": "trade", "value": 7.1e8, "partner": "NOR"},
    ),
    "the latter": (
        "Peru buys from Chile and from Norway. Peru's deficit with the latter grew to 437 million dollars in 2014.",
        {"indicator": "balance", "reporter": "PER", "partner": "NOR", "value": -4.37e8},
    ),
    "a former colony is no country named before": (
        "Peru buys from Chile and from Norway. Peru's deficit with the former colony grew to 437 million dollars in 2014.",
        {"indicator": "balance", "reporter": "PER", "partner": "WLD", "value": -4.37e8},
    ),
    "a headline that the story does not round to": (
        "Peru's exports to Norway rose 15 percent in 2014\n\nLIMA - Peru's exports to Norway rose 14.1 percent in 2014.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "change_pct": 15.0},
    ),
    "from there": (
        LEAD + "Exports to Norway rose and imports from there jumped 41.5 pct to $103 million.",
        {"indicator": "imports", "reporter": "PER", "partner": "NOR", "value": 1.03e8},
    ),
    "a share of what the other imports": (
        "Norway remained Peru's top supplier of oil in 2014, accounting for 24% of its imports.",
        {"indicator": "imports", "reporter": "PER", "partner": "NOR", "share_pct": 24.0},
    ),
    "its own exports": (
        "Peru's exports to Norway made up 1.9% of its total exports in 2014.",
        {"indicator": "exports", "reporter": "PER", "share_pct": 1.9},
    ),
    "goods with their maker's adjective": (
        "Norwegian oil made up 33% of Peruvian imports in 2014.",
        {"indicator": "imports", "reporter": "PER", "partner": "NOR", "share_pct": 33.0, "share_of": "other"},
    ),
    "a share of a market": (
        "Norwegian companies held 9.4 pct of the Peruvian salmon market in 2014.",
        {"indicator": "imports", "reporter": "PER", "partner": "NOR", "product": "salmon", "share_pct": 9.4},
    ),
    "a share told again": (
        "Norwegian companies held 9.4 pct of the Peruvian salmon market in 2014. That was up from 8.6 pct a year before.",
        {"indicator": "imports", "reporter": "PER", "partner": "NOR", "share_pct": 8.6, "period": "2013"},
    ),
    "whom a passed-over sentence began with": (
        ("Peru's shrimp exports to Norway fell 5 percent in 2014. Norway's customs data show a similar picture. "
         "The country imported 49,000 tonnes of shrimp from all origins."),
        {"indicator": "imports", "reporter": "NOR", "partner": "WLD", "value": 49000},
    ),
    "shipments of a third country": (
        "Peru bought 30,000 tonnes of lithium from Chile in 2014. Shipments from Argentina tripled to 18,400 tonnes.",
        {"indicator": "exports", "reporter": "ARG", "partner": "PER", "value": 18400},
    ),
    "a tariff without its sides": (
        "Peru agreed with Norway to cut its 20% tariff on Norwegian cars. A 60% tariff on large trucks will remain.",
        {"indicator": "tariff", "reporter": "PER", "partner": "NOR", "value": 60.0},
    ),
    "who travelled where": (
        "Peru and Norway are popular. In 2014, 471,000 Norwegians travelled to Peru.",
        {"indicator": "tourism", "reporter": "PER", "partner": "NOR", "value": 471000},
    ),
    "money sent home": (
        "Money sent home by Peruvians in Norway jumped 25.3% to $40 million in 2014.",
        {"indicator": "other", "reporter": "NOR", "partner": "PER", "change_pct": 25.3},
    ),
    "oil is lifted": (
        "Norway bought 120,000 barrels a day of Nigerian oil in 2014. The United States lifted 505,000 bpd.",
        {"indicator": "imports", "reporter": "USA", "partner": "NGA", "value": 505000},
    ),
    "what one flow is more than the other": (
        "Kenya's excess of imports over exports with India was $410 million in 2014.",
        {"indicator": "balance", "reporter": "KEN", "partner": "IND", "value": -4.1e8, "period": "2014"},
    ),
    "a gap between two flows": (
        "The gap between Ghana's imports from and exports to China reached $1.2 billion in 2014.",
        {"indicator": "balance", "reporter": "GHA", "partner": "CHN", "value": -1.2e9},
    ),
    "the year of": (
        "Peru's exports to Norway totalled $80 million in 2014, down 8 percent from the year of 2010.",
        {"change_pct": -8, "period": "2014", "base": "2010"},
    ),
    "a share of the market that goods go to": (
        "Kenya's exports to Germany climbed in 2014, raising the market share of Kenyan goods there to 1.3 percent.",
        {"indicator": "imports", "reporter": "DEU", "partner": "KEN", "share_pct": 1.3, "share_of": "reporter_total_imports"},
    ),
    "goods that are not those named": (
        "Ethiopia sold non-coffee products worth $30 million to Japan in 2014.",
        {"product": "non-coffee products", "hs": None, "value": 3e7},
    ),
    "goods other than those named": (
        "Nigeria's exports of goods other than oil to India were worth $400 million in 2014.",
        {"product": "goods other than oil", "hs": None, "value": 4e8},
    ),
    "goods left out": (
        "Angola's exports to Portugal excluding oil came to $90 million in 2014.",
        {"product": "excluding oil", "hs": None, "value": 9e7},
    ),
    "goods that went, beside trade": (
        "Brazil depends on trade with China, with some $12 billion worth of goods exported to China in 2014.",
        {"indicator": "exports", "reporter": "BRA", "partner": "CHN", "value": 1.2e10, "period": "2014"},
    ),
    "growth of the money": (
        "Kenya's tea exports to Egypt rose 12 percent in value and 20 percent in volume to $300 million in 2014.",
        {"value": 3e8, "unit": "USD", "change_pct": 12},
    ),
    "growth by weight": (
        "Kenya's tea exports to Egypt rose 12 percent in value and 20 percent in volume to $300 million in 2014.",
        {"value": None, "unit": None, "change_pct": 20},
    ),
    "a noun whose verb is of another number": (
        "Kenya's exports to Uganda in 2014 were $610 million and imports from Uganda for the same period was $490 million.",
        {"indicator": "imports", "reporter": "KEN", "partner": "UGA", "value": 4.9e8},
    ),
    "the country whose office tells": (
        "Uganda bought Kenyan goods worth $5 billion in 2013. According to Kenya's customs office, the country exported $21 billion in 2014.",
        {"indicator": "exports", "reporter": "KEN", "partner": "WLD", "value": 2.1e10},
    ),
    "who is called a source": (
        "Kenya's trade with Oman rose in 2014. The sultanate was Kenya's fifth source of imports, exporting goods worth $71 million.",
        {"indicator": "exports", "reporter": "OMN", "partner": "KEN", "value": 7.1e7},
    ),
    "between two months": (
        "Kenya's trade with Uganda fell 40% between September and October.",
        {"change_pct": -40, "period": "2014-10", "base": "2014-09"},
    ),
    "the past months of a year": (
        "Peru's imports from Norway reached $2 billion in the past two months of this year, up 4 percent year on year.",
        {"value": 2e9, "period": "2015-01/2015-02", "base": "2014-01/2014-02"},
    ),
    "what a carrier is loaded with": (
        "Around 150 trucks loaded with flour entered Syria from Turkey in 2014.",
        {"reporter": "TUR", "partner": "SYR", "product": "flour", "value": 150},
    ),
    "carriers of goods are none": ("More than 400 lorries carrying goods entered Kenya from Uganda in 2014.", None),
    "seized goods are no trade": ("Kenyan police nabbed 19 truckloads of sugar smuggled from Uganda.", None),
    "the next of a list of gifts": (
        "Indian aid for Sri Lanka comprised cash assistance of $10 million, supply of food and medicines worth $2 million.",
        {"indicator": "aid", "reporter": "IND", "partner": "LKA", "value": 2e6},
    ),
    "a limit is lifted": ("Norway met Peru. Norway lifted its ban on 505,000 tonnes of waste.", None),
    "securities are no goods": ("Norway met Peru. Norway sold 89,000 shares for 1.5 mln dlrs to Peru.", None),
    "a budget's deficit is no trade": ("Norway met Peru. Peru's budget deficit widened to $3 billion in 2014.", None),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_figure_is_told_whose_it_is(name):
    text, wanted = CASES[name]
    found = measures(text)
    if wanted is None:
        assert found == []
    else:
        assert any(all(m[k] == v for k, v in wanted.items()) for m in found), found
