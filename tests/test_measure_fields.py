"""Fields beyond whose figure it is: for which period, how sure, of what, by whom; stories invented and worked out by hand."""

from __future__ import annotations

import pytest

from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents

LEAD = "Peru's exports to Norway rose 5 percent to $200 million in 2014. "
DAYS = "Peru's exports to Norway rose 5 percent to $70 million in the first 20 days of February. "
HALF = "Peru's imports from Norway fell to $40 million in January and February from $50 million in the same two months of 2014. "
MONTH = "Peru's exports to Norway rose to $70 million in January. "
PERIODS = {
    "a stretch of days": (DAYS, {"value": 7e7, "period": "2015-02-01/2015-02-20", "base": "2014-02-01/2014-02-20"}),
    "counted up to the end of a month": (
        "Peru's rice exports to Norway stood at 9,000 tonnes at the end of February.",
        {"value": 9000, "period": "2015-01/2015-02"},
    ),
    "a debt at the end of a month is of that month": (
        "Peru's debt to Norway stood at $9 million at the end of February.",
        {"value": 9e6, "period": "2015-02"},
    ),
    "guests up to a month": (
        "Peru had 9,000 arrivals from Norway up to February this year.",
        {"value": 9000, "period": "2015-01/2015-02"},
    ),
    "the month held against is named twice": (
        "Peru's tea exports to Norway rose 6 percent in February. Earnings from the exports were 4 percent below those of the month before, January 2015.",
        {"change_pct": -4, "period": "2015-02", "base": "2015-01"},
    ),
    "a sentence that opens with the year before": (
        "Peru's exports to Norway rose to $90 million in the first two months of 2015. In the same period last year they were $80 million.",
        {"value": 8e7, "period": "2014-01/2014-02"},
    ),
    "the month that a clause opens with": (
        "Peru's exports to Norway were worth $90 million in February last year, but this February the value dropped to $80 million.",
        {"value": 8e7, "period": "2015-02"},
    ),
    "the first of two shares without its sign": (
        "Norway's share of Peru's tea exports fell from 40 to 33 percent in 2014.",
        {"share_pct": 40, "period": "2013"},
    ),
    "a stretch of days is carried": (
        DAYS + "Copper exports to Norway rose 9 percent.",
        {"change_pct": 9, "period": "2015-02-01/2015-02-20"},
    ),
    "of days and of months up to them, the months are carried": (
        "Peru exported 700 tonnes of rice to Norway in the first two days of March and 9,000 tonnes from January 1 to March 2. Exports to Sweden rose 3 percent.",
        {"change_pct": 3, "period": "2015-01-01/2015-03-02"},
    ),
    "another money between a figure and its month": (
        "Peru's exports to Norway have grown since October: from $90 million (65 million euros) in November they rose to $99 million (71 million euros) in December.",
        {"value": 9e7, "period": "2014-11"},
    ),
    "the same part of the year before opens a sentence": (
        "Peru's exports to Norway were worth $70 million from January to May 2014. In the same period the year before they were worth $60 million.",
        {"value": 6e7, "period": "2013-01/2013-05"},
    ),
    "a level of before with a noun of its own": (
        "Peru's exports to Norway were worth $70 million in December 2014, against the goods worth $60 million shipped in the same month of the previous year.",
        {"value": 6e7, "period": "2013-12"},
    ),
    "the month before, behind a noun": (
        "Peru had 9,100 tourist arrivals from Norway last January, and 8,200 tourist arrivals the month before.",
        {"value": 8200, "period": "2014-12"},
    ),
    "recorded in another month": (
        "Peru's deficit with Norway stood at $6 million in December 2014, a third of the $18 million recorded in March 2013.",
        {"value": -1.8e7, "period": "2013-03"},
    ),
    "this year, in a story of two months": (
        HALF + "Tea imports from Norway came to $7 million this year.",
        {"value": 7e6, "period": "2015-01/2015-02"},
    ),
    "two months joined": (HALF, {"value": 4e7, "period": "2015-01/2015-02"}),
    "a change from a month, in a story of the year": (
        "Peru's deficit with Norway was $90 million in 2014. Its imports from Norway rose 7 percent from November to $9 million.",
        {"value": 9e6, "period": "2014-12", "base": "2014-11"},
    ),
    "down from last month, which is the month told of": (
        "Peru's trade with Norway fell in February. Its exports to Norway came to $9 million in February, down 3 percent from last month.",
        {"value": 9e6, "period": "2015-02", "base": "2015-01"},
    ),
    "a deal of years ago does not date what follows": (
        MONTH
        + "Trade between Peru and Norway is lively after a deal that took effect in 2011. Imports from Norway went up to $40 million.",
        {"value": 4e7, "period": "2015-01"},
    ),
    "a month held against is not carried, though a day shorter": (
        MONTH
        + "The agency put sales to Norway well above November's, when they came to $60 million. Copper exports to Norway made $30 million.",
        {"value": 3e7, "period": "2015-01"},
    ),
    "by a day, what had come": (
        LEAD + "By February 5, Peru had sold Norway 7,000 tonnes of rice.",
        {"value": 7000, "period": "2015-01-01/2015-02-05"},
    ),
    "of a season, as the story counts it": (
        "Peru sold Norway 900,000 tonnes of wheat in the crop year to June 2014. In the first seven months of the current season wheat exports to Norway fell 8 percent to 300,000 tonnes.",
        {"value": 3e5, "period": "2014-07/2015-01", "base": "2013-07/2014-01"},
    ),
    "an aim of a year to come dates no fact": (
        MONTH
        + "Peru wants to export 2 million tonnes of rice to Norway in 2019. Copper exports to Norway made $30 million.",
        {"value": 3e7, "period": "2015-01"},
    ),
    "in the month, after other times": (
        MONTH
        + "In 2014 they had reached $700 million. In the month, imports from Norway rose 9 percent to $40 million from the same month of last year.",
        {"value": 4e7, "period": "2015-01", "base": "2014-01"},
    ),
    "those months of last year": (
        "Peru's exports to Norway rose to $70 million in the two months to February 2015. Peru's exports to Sweden came to $9 million, 4 percent less than in those months of last year.",
        {"value": 9e6, "period": "2015-01/2015-02", "base": "2014-01/2014-02"},
    ),
    "the same months of another year are gone back from": (
        MONTH + "In the same month of 2013 they had come to $50 million. Imports from Norway came to $40 million.",
        {"value": 4e7, "period": "2015-01"},
    ),
    "so many months, as the story has counted them": (
        "Peru sold Norway goods worth $900 million in January-September 2014. In 2013 sales had been flat. In nine months imports from Norway shrank by 8 percent.",
        {"change_pct": -8, "period": "2014-01/2014-09"},
    ),
    "of what the sentence before told of": (
        "Peru's exports to Norway came to $700 million in 2014. They had been worth $350 million in the first half of 2014. Of this, copper accounted for $90 million.",
        {"value": 9e7, "period": "2014-01/2014-06"},
    ),
    "from one month to the next": (
        "Peru's exports of rice to Norway fell from November to December, from 44,000 tonnes to 31,000 tonnes.",
        {"value": 31000, "period": "2014-12", "base": "2014-11"},
    ),
    "another time behind a semicolon": (
        LEAD + "Gold has gone to Norway again since last June; imports from Norway came to $40 million.",
        {"value": 4e7, "period": "2014"},
    ),
    "a few days without a figure of trade": (
        "Peru and Norway have held talks for the past two days. Trade between them is worth $9 million.",
        {"value": 9e6, "period": None},
    ),
    "the lead tells the time alone": (
        "Peru was ahead of all others in sales to Norway in the eight months to August 2014. Peru's exports to Norway were worth $900 million in the period.",
        {"value": 9e8, "period": "2014-01/2014-08"},
    ),
    "years in their places": (
        "Peru's exports to Norway fell to $489 million and $514 million in 2012 and 2013, respectively.",
        {"value": 4.89e8, "period": "2012"},
    ),
    "the year to date, in a story of a month": (
        MONTH + "Year-to-date, Peru's exports to Sweden came to $5 million.",
        {"value": 5e6, "period": "2015-01"},
    ),
    "compared with last year, a part of it": (
        "Peru's wine exports to Norway fell 46 percent in the first two months of 2015 compared to last year.",
        {"change_pct": -46, "period": "2015-01/2015-02", "base": "2014-01/2014-02"},
    ),
    "a base of another clause": (
        "Peru's exports to Norway slumped 26 percent in 2013, while imports had grown 9 percent over a month earlier.",
        {"change_pct": -26, "period": "2013", "base": "2012"},
    ),
    "over the year": (
        "Peru's exports to Norway hit $700 million last year. In December they came to $90 million. Over the year imports from Norway rose 5 percent to $300 million.",
        {"value": 3e8, "period": "2014", "base": "2013"},
    ),
    "down from last month, in a story of the year so far": (
        "Peru's trade with Norway fell to $40 million in January and February. Its exports to Norway came to $9 million, down 3 percent from last month.",
        {"value": 9e6, "period": "2015-02", "base": "2015-01"},
    ),
    "a base that is told itself": (
        "Peru's exports to Norway came to $9 million in May 2014, growth of 5 percent compared with the same month of 2013, which was $8.6 million.",
        {"value": 8.6e6, "period": "2013-05"},
    ),
    "what used to be": (MONTH + "Peru used to sell Norway 900 tonnes of tea a year.", {"value": 900, "period": None}),
    "a word of another time without figures": (
        MONTH + "The ban of last June on Norwegian salmon still hurts. Imports from Norway came to $40 million.",
        {"value": 4e7, "period": "2015-01"},
    ),
    "where it stood in another year": (
        MONTH + "The value is 42 percent below its peak of June 2013 and about where it was in 2012.",
        {"change_pct": -42, "period": "2015-01", "base": "2013-06"},
    ),
    "a stretch keeps its own from": (
        "Peru sold Norway goods worth $70 million from January to May 2014, 6 percent more than a year before.",
        {"value": 7e7, "period": "2014-01/2014-05", "base": "2013-01/2013-05"},
    ),
    "a stretch opens the sentence": (
        LEAD + "From January to June, 93,000 Norwegians visited Peru.",
        {"indicator": "tourism", "value": 93000, "period": "2014-01/2014-06"},
    ),
    "the second of two figures held against a time": (
        "Peru's sales of rice to Norway came to 8,900 tonnes and $33 million in 2014, against 3,400 tonnes and $19 million in 2013.",
        {"value": 1.9e7, "period": "2013"},
    ),
    "a whole year stands for the same part of it": (
        "Peru's imports from Norway rose to $5 million in the first quarter of 2015. Exports rose to $7 million from $6 million last year.",
        {"value": 6e6, "period": "2014-01/2014-03"},
    ),
    "a rate of before has no day of change": (
        "Peru raised its tariff on Norwegian salmon from 5 percent to 50 percent on July 1.",
        {"indicator": "tariff", "value": 5, "period": None},
    ),
    "a clause aside has a time of its own": (
        LEAD + "Rice shipments to Norway, which began in 2012, came to 3,100 tonnes.",
        {"value": 3100, "period": "2014"},
    ),
    "a clause aside that the figures stand in": (
        LEAD + "The harbour, through which Peru sold 3,100 tonnes of rice to Norway in 2012, is closed.",
        {"value": 3100, "period": "2012"},
    ),
    "a clause that narrows the figure's own noun": (
        LEAD + "Peru supplied 61 percent of the rice that Norway bought abroad in 2013.",
        {"share_pct": 61, "period": "2013"},
    ),
    "a stretch of so many months that was spoken of": (
        "Peru's exports to Norway rose to $70 million in the first five months of 2014. In the five months imports rose to $40 million.",
        {"value": 4e7, "period": "2014-01/2014-05"},
    ),
    "a year that is looked back on": (
        LEAD
        + "In 2009, the best year, Peru had sold 9,000 tonnes of rice to Norway. Ghana bought 400 tonnes of rice from Peru.",
        {"value": 400, "period": "2014"},
    ),
    "above the level of a year": (
        "Peru's exports to Norway were worth $70 million in the first half of 2014, 6 percent above the 2013 level.",
        {"value": 7e7, "period": "2014-01/2014-06"},
    ),
    "the first half of the current fiscal": (
        "India's exports to Peru fell 13 per cent to $44 million in the first half of the current fiscal.",
        {"value": 4.4e7, "period": "2014-04/2014-09"},
    ),
    "the same part of the last fiscal": (
        "India's exports to Peru fell to $44 million in April-October from $50 million in the corresponding period of the last fiscal.",
        {"value": 5e7, "period": "2013-04/2013-10"},
    ),
    "a fiscal year to the last of a month": (
        "India's exports to Peru came to $44 million in the fiscal year to last March.",
        {"value": 4.4e7, "period": "2013-04/2014-03"},
    ),
    "a base behind another clause": (
        "Peru's imports from Norway fell 3 percent to USD 98 million in 2014, taking the deficit to USD 34 million from USD 41.5 million in 2012.",
        {"value": 9.8e7, "period": "2014"},
    ),
    "a noun between a figure and the time it is held against": (
        "Peru had a trade deficit with Norway of $8 million in October against a $6 million surplus in October 1985.",
        {"value": 6e6, "period": "1985-10"},
    ),
    "a time told of two countries without a claim": (
        "Money sent home by Peruvians in Norway jumped 25 percent in the first half of 2014. Norway was the origin of $4 million in remittances to Peru.",
        {"value": 4e6, "period": "2014-01/2014-06"},
    ),
    "what is expected goes on with a year to come": (
        "Peru and Norway signed a protocol raising two-way trade to $9 billion this year. Peru will import goods worth $5 billion.",
        {"value": 5e9, "modality": "forecast", "period": "2015"},
    ),
    "a gift on a day is of no period spoken of": (
        LEAD + "On Monday, Norway's ambassador handed over 200 computers worth $2 million to schools in Peru.",
        {"indicator": "aid", "value": 2e6, "period": None},
    ),
    "a sum since a year is of the months up to the story's": (
        LEAD + "Norway has bought goods worth $7 billion from Peru since 2009.",
        {"value": 7e9, "period": "2009-01/2015-03"},
    ),
    "a sum since a day is of the days up to the story's": (
        LEAD + "Norway has bought goods worth $7 million from Peru since January 20.",
        {"value": 7e6, "period": "2015-01-20/2015-03-17"},
    ),
    "a change since a year starts there": (
        LEAD + "Farmers protest at imports from Norway, which have risen by a third since 2009.",
        {"change_pct": 33.3, "period": None, "base": "2009"},
    ),
    "less than in a year is of the year after it": (
        "Norway will buy goods worth $9 million from Peru in 2015. Peru's imports from Norway were $6 million, 6 percent less than in 2013.",
        {"value": 6e6, "period": "2014", "base": "2013"},
    ),
    "a rate as it is today": (
        LEAD + "Peru delivers about 500 tonnes of rice a year to Norway.",
        {"value": 500, "per": "year", "period": None},
    ),
    "a clause with a subject of its own": (
        LEAD + "Rice sales to Norway rose to 900 tonnes after Oslo signed a pact in September 2012.",
        {"value": 900, "period": "2014"},
    ),
    "the year of a crop": (
        "Norway took 152,000 tonnes of Peruvian rice in the crop year to September, down from 421,000 in 1986/87.",
        {"value": 421000, "period": "1986-10/1987-09"},
    ),
    "the season that the story speaks of": (
        "Peru sold Norway 38,000 tonnes of lamb in the season ended June 30. In 1981/82 the Norwegians had taken 116,000 tonnes of lamb.",
        {"value": 116000, "period": "1981-07/1982-06"},
    ),
    "between two stretches of years": (
        "Peru's arms imports from Norway fell 11% between 2003-07 and 2008-12, the institute said.",
        {"change_pct": -11, "period": "2008/2012", "base": "2003/2007"},
    ),
    "two months before the figures": (
        "Customs data show that in January and February Peru imported goods worth $229 million from Norway, 36.9 percent less than in the same two months of last year.",
        {"value": 2.29e8, "period": "2015-01/2015-02", "base": "2014-01/2014-02"},
    ),
    "the period to a month": (
        "In the first four months of 2014 Peru's tea exports rose 7.7 percent to 187 tonnes. Norway bought the most tea in the period to April with 24 tonnes.",
        {"value": 24, "period": "2014-01/2014-04"},
    ),
    "a forecast for a year that is not over": (
        "Peru's trade with its neighbours will probably top last year's level in 2014. Exports to Norway were $365 million in the first four months. Imports from Norway came to $92 million.",
        {"value": 9.2e7, "period": "2014-01/2014-04"},
    ),
    "the fiscal year of whose figures the story tells": (
        (
            "Bangladesh exported garments worth $13 million to Norway in July-January of this fiscal year, data of the Export Promotion Bureau show. "
            "Shipments to Spain rose 6%. Exports of Bangladesh to Germany fell by 13%. Garment earnings from the USA fell 4% to $5 million in FY13."
        ),
        {"value": 5e6, "partner": "USA", "period": "2012-07/2013-06"},
    ),
    "the fiscal year of whose trade it is": (
        "Two-way trade was $29 million in 2012-13, making Pakistan India's biggest partner.",
        {"value": 2.9e7, "period": "2012-04/2013-03"},
    ),
    "a threat's month is not the rate's": (
        "Norway had in October threatened to impose a 30 percent tariff on Peruvian shrimp.",
        {"value": 30, "modality": "target", "period": None},
    ),
    "a story that goes by months": (
        "Peru's exports to Norway rose to $42 million in February from January's $40 million. Imports rose 2 percent to $79 million.",
        {"value": 7.9e7, "period": "2015-02", "base": "2015-01"},
    ),
    "the rise on a month": (
        "Peru's trade deficit with Norway was $61 million in January, a 5 percent rise on December.",
        {"value": -6.1e7, "base": "2014-12"},
    ),
    "double the figure for": (
        "Peru earned $14 million from rice exports to Norway last year, nearly double the figure for 2012.",
        {"value": 1.4e7, "period": "2014", "base": "2012"},
    ),
    "from the previous fiscal year": (
        "India's exports to Peru were $12 million in fiscal 2013-14, a decrease of 12 percent from the previous fiscal year.",
        {"value": 1.2e7, "period": "2013-04/2014-03", "base": "2012-04/2013-03"},
    ),
    "told as past, a decimal point between": (
        "Norwegian firms had invested a cumulative $9.98 billion in Peru by the end of June.",
        {"value": 9.98e9, "period": "2014-06"},
    ),
}


def measures(text, published="2015-03-17"):
    document = Document("m", text, Period.parse(published), None, "en")
    found = [c.to_json() for r in read_documents([document]) for c in r.claims]
    return [c for c in found if c["kind"] == "measure"]


MODALITIES = {
    "is going to": ("Peru is going to sell Norway 9,000 tonnes of rice.", {"value": 9000, "modality": "forecast"}),
    "is expected to have been so": (
        "Peru's exports to Norway are expected to have reached $9 million in 2014.",
        {"value": 9e6, "modality": "estimate", "period": "2014"},
    ),
    "capable of": (
        "Peru is capable of selling Norway 9,000 tonnes of rice.",
        {"value": 9000, "modality": "hypothetical"},
    ),
    "was able to": (
        "Peru was able to sell Norway 9,000 tonnes of rice in 2014.",
        {"value": 9000, "modality": "actual"},
    ),
    "a forecast is a figure": (
        "The official forecast for Peru is 9,000 tonnes of rice exports to Norway.",
        {"value": 9000, "modality": "forecast"},
    ),
    "what they talk of": (
        "Peru and Norway talked about ways of raising two-way trade to $9 million.",
        {"value": 9e6, "modality": "target"},
    ),
    "what a roadmap envisages": (
        "Peru and Norway signed a roadmap that envisages bringing bilateral trade turnover to $9 billion a year.",
        {"indicator": "trade", "value": 9e9, "modality": "target"},
    ),
    "the task of raising it from a level to another": (
        "Peru's president set the task of raising trade with Norway from $3 million to $9 million.",
        {"value": 9e6, "modality": "target"},
    ),
    "where a goal starts from": (
        "Peru and Norway set the goal to triple bilateral trade, taking it from $3 million to $9 million by 2030.",
        {"indicator": "trade", "value": 3e6, "modality": "actual", "period": None},
    ),
    "what could be in the fiscal year that runs": (
        "Rice exports from Peru to Norway could reach $900 million in the year to June, traders said.",
        {"value": 9e8, "modality": "hypothetical", "period": "2014-07/2015-06"},
    ),
    "the figure expected for the year, and why it could be higher": (
        "Trade between Peru and Norway reached $5 billion in January-February. The ministry expects the figure for the entire year to reach $9 billion, noting that it could be even higher, given growing fish supplies.",
        {"indicator": "trade", "product": None, "value": 9e9, "modality": "forecast", "period": "2015"},
    ),
    "what stands beside what they talk of": (
        "Ministers talked about removing barriers between Peru and Norway, partners with trade of $9 million a year.",
        {"value": 9e6, "modality": "actual"},
    ),
    "what was done by raising it": (
        "Peru succeeded in raising its exports to Norway to $9 million in 2013.",
        {"value": 9e6, "modality": "actual"},
    ),
    "a protocol that raises trade": (
        "Peru and Norway signed a protocol raising two-way trade to $9 billion this year from an estimated $7 billion in 2014.",
        {"value": 9e9, "modality": "target"},
    ),
    "what they would like": (
        "Peru and Norway would like to see trade of $9 million a year.",
        {"value": 9e6, "modality": "target"},
    ),
    "what it can get back to": (
        "The envoy believes that Peru's exports to Norway can climb to $9 billion in 2017.",
        {"value": 9e9, "modality": "forecast"},
    ),
    "an estimate held against it": (
        "Peru and Norway signed a protocol raising two-way trade to $9 billion this year from an estimated $7 billion in 2014.",
        {"value": 7e9, "modality": "estimate"},
    ),
    "what is there and may be lifted": (
        "Officials said the 30 percent tariff on Peruvian shrimp could be lifted by Norway.",
        {"value": 30, "modality": "actual"},
    ),
    "what will stay": (
        "Norway's 30 percent tariff on Peruvian shrimp will remain.",
        {"value": 30, "modality": "actual"},
    ),
    "a threat": (
        "Norway has threatened to impose a 30 percent tariff on Peruvian shrimp.",
        {"value": 30, "modality": "target"},
    ),
    "what will be tried": (
        "Peru would try to hold its trade surplus with Norway below $2 billion.",
        {"value": 2e9, "modality": "target"},
    ),
    "a row of targets behind an abbreviation": (
        "The plan calls for Peruvian investment in Norway of 80 million U.S. dollars in 2016, 120 million in 2017 and 160 million in 2018.",
        {"value": 1.6e8, "modality": "target"},
    ),
    "due to is no expectation": (
        "Trade declined due to the fall in the price of rice, which accounts for 80 percent of Norway's imports from Peru.",
        {"share_pct": 80, "modality": "actual"},
    ),
    "behind a semicolon": (
        "Norway accounted for 70 percent of Peru's rice exports; smuggling has been estimated at 500 tonnes a week.",
        {"share_pct": 70, "modality": "actual"},
    ),
    "somebody's estimate": (
        "The institute estimated that Peru exported rice worth $140 million to Norway in 2014.",
        {"value": 1.4e8, "modality": "estimate"},
    ),
    "what is arranged": (
        "Norway is to lend Peru $90 million, the ministry said.",
        {"value": 9e7, "modality": "target"},
    ),
    "what one will give": (
        "Norway will give Peru $9 million in aid, and trade between them will reach $90 million.",
        {"value": 9e6, "modality": "target"},
    ),
    "what will come": (
        "Norway will give Peru $9 million in aid, and trade between them will reach $90 million.",
        {"value": 9e7, "modality": "forecast"},
    ),
    "without a condition": (
        "Peru pays no duty on shrimp in Norway. Without the accord, Norway's duty on Peruvian shrimp would be 20 percent, he said.",
        {"value": 20, "modality": "hypothetical"},
    ),
}
PRODUCTS = {
    "of them, a part": (
        "Norway's imports from Peru, nine-tenths of them copper and carpets, were $13 million in 2014.",
        {"share_pct": 90, "product": "copper and carpets"},
    ),
    "the whole of which that is a part": (
        "Norway's imports from Peru, nine-tenths of them copper and carpets, were $13 million in 2014.",
        {"value": 1.3e7, "product": None},
    ),
    "what a share is": (
        LEAD + "Two thirds of the exports were copper, timber and rice.",
        {"share_pct": 66.7, "product": "copper, timber and rice"},
    ),
    "several goods of one figure": (
        "Peru exported copper, fish and coffee worth $9 million to Norway in 2014.",
        {"value": 9e6, "product": "copper, fish and coffee", "hs": ["2603", "74", "0301-0305", "0901"]},
    ),
    "several goods of one figure, with a year and a change behind": (
        "Peru's exports of fish and coffee to Norway reached $9 million in 2014, 12 percent more than in 2013.",
        {"value": 9e6, "change_pct": 12, "product": "fish and coffee"},
    ),
    "which account for": (
        "Copper shipments, which account for a fifth of Peru's exports to Norway, were $9 million in 2014.",
        {"share_pct": 20, "product": "Copper"},
    ),
    "the other way than the topic": (
        "Norway's copper imports from Peru rose; copper prices did too. Norwegian exports to Peru reached $3 million.",
        {"value": 3e6, "product": None},
    ),
    "Polish is no polish": (
        "Polish exports to Peru rose by a fifth to $51 million in 2014.",
        {"value": 5.1e7, "product": None},
    ),
    "a calendar year is no calendar": (
        "Peru's exports to Norway rose to $51 million in the last calendar year.",
        {"value": 5.1e7, "product": None},
    ),
    "what a surtax is put on": (
        "Norway has asked Peru to waive the 5 percent surtax that it puts on Norwegian salmon.",
        {"indicator": "tariff", "value": 5, "product": "salmon"},
    ),
    "duties on the worth of goods": (
        "Peru's duties of 100 percent on $16 million worth of Norwegian ships will stay.",
        {"indicator": "tariff", "value": 100, "product": "ships"},
    ),
    "behind a colon": (
        "Rice growers did best: shipments to Norway from Peru rose by 9 percent to 5,500 tonnes.",
        {"value": 5500, "product": "Rice"},
    ),
    "another rate on another good": (
        "Peru levies a 20 percent duty on Norwegian paper. A 60 percent tariff on cars will remain.",
        {"indicator": "tariff", "value": 60, "product": "cars"},
    ),
    "such exports": (
        "Peru will hold machine tool exports to Norway at their level of 2013. Such exports were worth $18 million last year.",
        {"value": 1.8e7, "product": "machine tool"},
    ),
}
FIGURES = "The customs office said Peru's exports to Norway rose 5 percent to $200 million in 2014. "
SOURCES = {
    "a bank that expects": (
        "Andes Bank expects Peru's exports to Norway to grow by 6 percent this year.",
        {"change_pct": 6, "sources": ["Andes Bank"]},
    ),
    "a country that expects is no speaker": (
        "Norway expects to import 12,000 tonnes of Peruvian rice this year.",
        {"value": 12000, "sources": []},
    ),
    "a gift is not told by who publishes figures of trade": (
        FIGURES + "Norway's ambassador handed over 200 computers worth $2 million to schools in Peru.",
        {"value": 2e6, "sources": []},
    ),
    "figures of the same kind are": (
        FIGURES + "Imports fell to $90 million.",
        {"value": 9e7, "sources": ["customs office"]},
    ),
    "a dateline begins a story of its own": (
        "LIMA - The customs office said Peru's exports to Norway rose to $200 million in 2014.\n\nOSLO - Norway sold Ghana 41,000 tonnes of salmon.",
        {"value": 41000, "sources": []},
    ),
    "the official is no ministry": (
        "The commerce ministry said trade was brisk. Peru sold $9 million worth of rice to Norway in 2014, the official said.",
        {"value": 9e6, "sources": ["the official"]},
    ),
    "the ministry is the one that was named": (
        "The commerce ministry said trade was brisk. Ola Berg said so too. Peru sold $9 million worth of rice to Norway, the ministry said.",
        {"value": 9e6, "sources": ["commerce ministry"]},
    ),
    "he who dismissed a charge": (
        "A spokesman for the Peruvian embassy dismissed the charge. Peru, he said, had sold $9 million worth of rice to Norway.",
        {"value": 9e6, "sources": ["spokesman for the Peruvian embassy"]},
    ),
    "with the short name": (
        "Peru exported goods worth $9 million to Norway in 2014, according to the Central Statistical Office (CSO).",
        {"value": 9e6, "sources": ["Central Statistical Office (CSO)"]},
    ),
    "the name behind the office": (
        "The institute's director, Rosa Quispe, said Peru exported goods worth $9 million to Norway in 2014.",
        {"value": 9e6, "sources": ["institute's director, Rosa Quispe"]},
    ),
    "with reference to": (
        "Peru sold goods worth $9 million to Norway in 2014, Andina reports with reference to the Peruvian Customs Agency.",
        {"value": 9e6, "sources": ["Peruvian Customs Agency", "Andina"]},
    ),
    "whoever puts a figure": (
        "The customs agency put exports of salt from Peru to Norway at $9 million in 2014.",
        {"value": 9e6, "sources": ["customs agency"]},
    ),
    "what adds a sum says nothing": (
        LEAD + "Exports of tea to Norway added $9 million in 2014.",
        {"value": 9e6, "sources": []},
    ),
    "put at, by": (
        "Peru's debt to Norwegian banks is put at $190 million by the trade department.",
        {"value": 1.9e8, "sources": ["trade department"]},
    ),
    "a speaker before an open bracket": (
        "Peru's exports to Norway fell to $9 million in 2014, according to Board of Fishing (Peru's own).",
        {"value": 9e6, "sources": ["Board of Fishing"]},
    ),
    "data in the middle": (
        "Peru's exports to Norway fell to $9 million in 2014, commerce ministry data showed, with shipments held up at the port.",
        {"value": 9e6, "sources": ["commerce ministry data"]},
    ),
}
CASES = PERIODS | MODALITIES | PRODUCTS | SOURCES


@pytest.mark.parametrize("name", CASES)
def test_a_figure_has_its_field(name):
    text, wanted = CASES[name]
    found = measures(text)
    assert any(all(claim.get(key) == value for key, value in wanted.items()) for claim in found), found
