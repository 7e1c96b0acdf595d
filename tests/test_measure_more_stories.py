"""More short stories of our own, with the figures that a careful reader takes from each.

Lists that run over sentences, stories told from home, ranks before and behind their figure; a line is read as in
`test_measure_stories`.
"""

from __future__ import annotations

import pytest

from story_facts import untold

STORIES = [
    (
        "2018-03-09",
        "Chile's exports to Peru and Kenya came to 3.2 and 7.6 billion dollars respectively. Chile bought 7.8 and 7.7 bcm of gas from Qatar in 2015 and 2016.",
        ("exports CHL PER 3.2e9", "exports CHL KEN 7.6e9", "imports CHL QAT 7.8e9", "imports CHL QAT 7.7e9"),
    ),
    (
        "2025-03-09",
        "Beijing announced duties on Chilean farm goods. The tariffs are set at 100 per cent for Chilean canola oil and peas and at 25 per cent for pork.",
        ("tariff CHN CHL 100", "tariff CHN CHL 25"),
    ),
    (
        "2025-03-09",
        "The EU is to put 17.4 percent on cars from China. The US imposed 46 percent on Vietnamese shoes and 36 percent on Thai goods.",
        ("tariff EU CHN 17.4", "tariff USA VNM 46", "tariff USA THA 36"),
    ),
    (
        "2025-03-09",
        "Steel from Brazil is hit with 50 percent by the United States. Washington slapped another 25 percent on goods from India.",
        ("tariff USA BRA 50", "tariff USA IND 25"),
    ),
    (
        "2016-07-20",
        (
            "Kenya sold more goods to Pakistan in June than a year earlier, the statistics bureau said. "
            "All exports together rose by 4 percent to $510 million, although tea earned 20 million less. "
            "Imports increased 6 percent to $1.4 billion. The deficit came to $890 million."
        ),
        (
            "exports KEN WLD 510000000 +4%",
            "imports KEN WLD 1400000000 +6%",
            "balance KEN WLD -890000000",
        ),
    ),
    (
        "2015-05-20",
        (
            "SEOUL - North Korea's trade with China rose 12 percent in 2014. The North's exports to China came to $2.8 billion "
            "and its imports to $3.5 billion. Trade with the South fell to $1.1 billion."
        ),
        (
            "trade PRK CHN +12%",
            "exports PRK CHN 2800000000",
            "imports PRK CHN 3500000000",
            "trade PRK KOR 1100000000",
        ),
    ),
    (
        "2009-05-20",
        (
            "Inter-Korean trade fell 24.8 percent to $426.4 million in the first four months, the ministry in Seoul said. "
            "Cross-strait trade reached $98 billion last year. Sino-Mongolian trade rose 12 percent to $2.4 billion."
        ),
        ("trade KOR PRK 426400000 -24.8%", "trade CHN TWN 98000000000", "trade CHN MNG 2400000000 +12%"),
    ),
    (
        "2015-07-17",
        (
            "Germany took 25.4 percent of Poland's exports in January-May, the statistics office said, and the EU as a whole 78.9 percent."
        ),
        ("exports POL DEU 25.4% of", "exports POL EU 78.9% of"),
    ),
    (
        "2017-01-17",
        (
            "Cash remittances from Saudi Arabia to the Philippines went down 6.1 per cent to $2.4 billion. "
            "Money transfers from Qatar rose to $1 billion."
        ),
        ("other SAU PHL 2400000000 -6.1%", "other QAT PHL 1000000000"),
    ),
    (
        "2021-10-17",
        (
            "China's imports of Saudi crude rose 2% in September. "
            "Arrivals from Russia dropped 18% and those from the United States contracted by 83%."
        ),
        ("imports CHN SAU +2%", "imports CHN RUS -18%", "imports CHN USA -83%"),
    ),
    (
        "2019-03-17",
        (
            "The U.S. goods and services trade gap narrowed to $51.1 billion in January, from $59.9 billion in December. "
            "The deficit with China shrank to $34.5 billion."
        ),
        ("balance USA WLD -51100000000", "balance USA WLD -59900000000", "balance USA CHN -34500000000"),
    ),
    (
        "2022-11-02",
        (
            "Laos owes China about $5.9 billion, or nearly half of its external public debt, according to a paper published by an Australian think tank on Wednesday. "
            "Thailand is the second-largest bilateral creditor with $610 million. "
            "Vientiane has deferred payments of $670 million to Chinese lenders over the past two years, it said."
        ),
        ("debt CHN LAO 5900000000 50% of", "debt THA LAO 610000000"),
    ),
    (
        "2024-10-14",
        (
            "Germany received 1.24 million tonnes of Kazakh oil through the Druzhba pipeline in January-September, 38% more than in the same period of 2023, the Kazakh energy ministry said."
        ),
        ("imports DEU KAZ 1240000 +38%",),
    ),
    (
        "2021-02-08",
        (
            "VIENTIANE - Laos earned 2.14 billion dollars from electricity exports in 2020, of which sales to Thailand made up 87 percent, the energy ministry said. "
            "Vietnam bought 9 percent and Cambodia the rest."
        ),
        ("exports LAO WLD 2140000000", "exports LAO THA 87% of", "exports LAO VNM 9% of"),
    ),
    (
        "2025-05-21",
        (
            "Hungary was again the main destination of Chinese direct investment in the European Union last year, taking 3.1 billion euros or 31% of the total, according to a study by the Rhodium Group and the Berlin-based think tank MERICS. "
            "Germany received 1.6 billion euros and France 900 million. "
            "Overall, Chinese investment in the EU climbed 47% to 10 billion euros."
        ),
        (
            "investment CHN HUN 3100000000 31% of",
            "investment CHN DEU 1600000000",
            "investment CHN FRA 900000000",
            "investment CHN EU 10000000000 +47%",
        ),
    ),
    (
        "2022-10-20",
        (
            "Brazil was Argentina's main trading partner in September, statistics agency INDEC reported. "
            "Sales to the neighbour reached $1,012 million, 8.3% more than a year earlier, and purchases $1,498 million, which left a deficit of $486 million."
        ),
        ("exports ARG BRA 1012000000 +8.3%", "imports ARG BRA 1498000000", "balance ARG BRA -486000000"),
    ),
    (
        "2024-07-30",
        (
            "By major trading partner, Philippine exports to Japan had the highest value in June with $972.4 million, a share of 16.8% of the country's total exports, the Philippine Statistics Authority said. "
            "The United States followed with $941.1 million (16.2%) and Hong Kong with $714.9 million (12.3%)."
        ),
        (
            "exports PHL JPN 972400000 16.8% of",
            "exports PHL USA 941100000 16.2% of",
            "exports PHL HKG 714900000 12.3% of",
        ),
    ),
    (
        "2024-11-01",
        (
            "Total trade in goods and services between the UK and the Netherlands was £109.2 billion in the four quarters to the end of Q2 2024, a decrease of 6.1% from the four quarters to the end of Q2 2023. "
            "Of this, UK exports amounted to £52.4 billion and UK imports to £56.8 billion."
        ),
        ("trade GBR NLD 109200000000 -6.1%", "exports GBR NLD 52400000000", "imports GBR NLD 56800000000"),
    ),
    (
        "2024-01-17",
        (
            "CAIRO - Egypt imported 10.9 million tons of wheat in 2023, 14.6% more than in 2022, customs data seen by traders showed. "
            "Russia supplied 7.6 million tons, or 70%, followed by Romania with 1.5 million tons."
        ),
        ("imports EGY WLD 10900000 +14.6%", "imports EGY RUS 7600000 70% of", "imports EGY ROU 1500000"),
    ),
    (
        "2023-09-21",
        (
            "Foreign direct investment in Morocco reached 21.6 billion dirhams in the first eight months of the year. "
            "France was the leading investor with 6.9 billion, followed by the United Arab Emirates with 3.1 billion, the foreign exchange office said."
        ),
        ("investment WLD MAR 21600000000", "investment FRA MAR 6900000000", "investment ARE MAR 3100000000"),
    ),
    (
        "2020-01-15",
        (
            "Exports of Chilean copper to China were worth $16.9 billion in 2019, the central bank said, a fall of 9.4 percent. "
            "The Asian country took 50.2 percent of everything the copper industry sold abroad."
        ),
        ("exports CHL CHN 16900000000 -9.4%", "exports CHL CHN 50.2% of"),
    ),
    (
        "2019-02-08",
        (
            "PRAGUE - The Czech Republic's surplus in trade with Germany rose by CZK 3.1 billion year-on-year to CZK 64.8 billion in December, the statistics office CSU said. "
            "In trade with China the deficit deepened to CZK 42.7 billion."
        ),
        ("balance CZE DEU 64800000000", "balance CZE CHN -42700000000"),
    ),
    (
        "2023-08-30",
        (
            "South Korea bought 27.4 million barrels of crude from Saudi Arabia in July, 31.2% of its total oil imports, according to data from the Korea National Oil Corp. "
            "The United States was second with 13.9 million barrels (15.8%), followed by Kuwait with 9.1 million (10.4%). "
            "Overall, the country's crude imports declined 4.5% from a year earlier to 87.8 million barrels."
        ),
        (
            "imports KOR SAU 27400000 31.2% of",
            "imports KOR USA 13900000 15.8% of",
            "imports KOR KWT 9100000 10.4% of",
            "imports KOR WLD 87800000 -4.5%",
        ),
    ),
    (
        "2025-06-16",
        (
            "Germany allocated 4.2 billion euros in military aid to Ukraine in the first four months of the year, according to the Kiel Institute's tracker. "
            "Britain followed with 3.9 billion. The United States has pledged nothing new since January."
        ),
        ("aid DEU UKR 4200000000", "aid GBR UKR 3900000000"),
    ),
    (
        "2025-02-25",
        (
            "HANOI - Vietnam will impose temporary anti-dumping levies of 15.7% to 26.3% on coated steel sheets from South Korea from April 1 for 120 days, the trade ministry said. "
            "Korean mills shipped about 480,000 metric tons of such steel to the Southeast Asian country last year, up 18%."
        ),
        ("tariff VNM KOR 15.7", "exports KOR VNM 480000 +18%"),
    ),
    (
        "2015-02-11",
        (
            "MOSCOW. "
            "Russia's trade with Poland shrank 17.5% to $23 billion in 2014, the Federal Customs Service said. "
            "Exports to the EU country were down 18.9% and imports from it 15.4%."
        ),
        ("trade RUS POL 23000000000 -17.5%", "exports RUS POL -18.9%", "imports RUS POL -15.4%"),
    ),
    (
        "2024-06-27",
        (
            "The stock of Dutch direct investment in Brazil amounted to $152 billion at the end of 2022, the central bank's census showed. "
            "By ultimate controller, the United States came first with $228.8 billion."
        ),
        ("investment NLD BRA 152000000000", "investment USA BRA 228800000000"),
    ),
    (
        "2023-04-03",
        (
            "According to a report by the Lowy Institute, China extended $1.2 billion in loans to Papua New Guinea between 2008 and 2021. "
            "Australia remained the biggest donor to the country, giving about $600 million a year."
        ),
        ("debt CHN PNG 1200000000", "aid AUS PNG 600000000"),
    ),
    (
        "2019-05-31",
        (
            "ANKARA - Turkey's exports to Israel rose by 9.2% to $366 million in April, putting the country in ninth place among its markets, TurkStat data revealed Friday. "
            "Germany was the top partner with $1.37 billion, followed by the U.K. ($1.01 billion) and Italy ($889 million). "
            "The country's foreign trade deficit shrank 55.6% to $2.98 billion."
        ),
        (
            "exports TUR ISR 366000000 +9.2%",
            "exports TUR DEU 1370000000",
            "exports TUR GBR 1010000000",
            "exports TUR ITA 889000000",
            "balance TUR WLD -2980000000 -55.6%",
        ),
    ),
    (
        "2023-03-23",
        (
            "Reykjavik: The value of marine products exported to France in February was 5.1 billion kronur, compared with 4.4 billion a year earlier, according to Statistics Iceland. "
            "Over the twelve months from March 2022 exports to the country came to 58 billion kronur."
        ),
        ("exports ISL FRA 5100000000", "exports ISL FRA 4400000000", "exports ISL FRA 58000000000"),
    ),
    (
        "2024-12-17",
        (
            "KYIV. "
            "Ukraine imported 165,000 MWh of electricity in November, 9% less than in October, consultancy ExPro said. "
            "Hungary had the largest share of the supplies with 39%, followed by Slovakia with 25% and Poland with 17%."
        ),
        ("imports UKR WLD 165000 -9%", "imports UKR HUN 39% of", "imports UKR SVK 25% of", "imports UKR POL 17% of"),
    ),
    (
        "2021-03-17",
        (
            "DUBLIN - Goods exports from Ireland to Great Britain fell by 14% to €946 million in January, the Central Statistics Office said, while imports from there dropped 65% to €497 million. "
            "The United States remained the main non-EU destination, taking €4.2 billion of goods or 29% of the total. "
            "The EU as a whole accounted for €6.1 billion."
        ),
        (
            "exports IRL GBR 946000000 -14%",
            "imports IRL GBR 497000000 -65%",
            "exports IRL USA 4200000000 29% of",
            "exports IRL EU 6100000000",
        ),
    ),
    (
        "2024-08-14",
        (
            "BANGKOK - Trade across the Thai-Lao border was worth 150.7 billion baht in the first half of this year, up 2.6% from a year earlier, the government spokesman said. "
            "Thailand's border trade with Malaysia came to 149.4 billion baht, and with Cambodia to 86.8 billion."
        ),
        ("trade THA LAO 150700000000 +2.6%", "trade THA MYS 149400000000", "trade THA KHM 86800000000"),
    ),
    (
        "2018-06-20",
        (
            "Vienna/Bratislava. "
            "Austrian companies have put almost 6.5 billion euros into Slovakia, making their country the second-biggest investor there behind the Netherlands, according to the National Bank of Slovakia. "
            "Exports from Austria to its eastern neighbour amounted to 2.97 billion euros in 2017, a plus of 3.6 percent."
        ),
        ("investment AUT SVK 6500000000", "exports AUT SVK 2970000000 +3.6%"),
    ),
    (
        "2017-08-23",
        (
            "NEW DELHI: Foreign direct investment from Mauritius into India fell 28 per cent to $3.4 billion during April-July of the current fiscal, the industry ministry said in a written reply to the Lok Sabha. "
            "Singapore overtook the island as the top source with $4.1 billion."
        ),
        ("investment MUS IND 3400000000 -28%", "investment SGP IND 4100000000"),
    ),
    (
        "2024-12-11",
        (
            "MONTEVIDEO - Uruguay's exports grew 13% in November to $1.07 billion, agency Uruguay XXI said in its monthly report. "
            "China was the first destination with 24% of the total, followed by Brazil (19%) and the European Union (14%). "
            "Beef sales to the Asian giant, however, declined 11% year on year to $48 million."
        ),
        (
            "exports URY WLD 1070000000 +13%",
            "exports URY CHN 24% of",
            "exports URY BRA 19% of",
            "exports URY EU 14% of",
            "exports URY CHN 48000000 -11%",
        ),
    ),
    (
        "2015-05-28",
        (
            "TIRANA - Italian imports from Albania totalled 1.1 billion euros last year, over half of what the small Balkan country sells abroad, and about 400 Italian firms are registered here, the ambassador of Italy said."
        ),
        ("imports ITA ALB 1100000000 50% of",),
    ),
    (
        "2025-08-01",
        (
            "New Delhi faces a 25% duty on what it sells to the United States from August 7, a blow to exporters who shipped goods worth $86.5 billion to that market in the year to March. "
            "Indian imports from America were $45.3 billion. "
            "Washington complains about a deficit of $45.8 billion with India in 2024."
        ),
        (
            "tariff USA IND 25",
            "exports IND USA 86500000000",
            "imports IND USA 45300000000",
            "balance USA IND -45800000000",
        ),
    ),
    (
        "2022-06-28",
        (
            "TBILISI, June 28 - Georgia's imports from Russia increased by 43% year-on-year to $567 million in January-May 2022, the National Statistics Office said. "
            "The share of Russia in the country's total imports was 11.6%. "
            "Turkey topped the list of suppliers with $897 million, up 36%. "
            "Georgian exports to Russia amounted to $207 million."
        ),
        (
            "imports GEO RUS 567000000 +43%",
            "imports GEO RUS 11.6% of",
            "imports GEO TUR 897000000 +36%",
            "exports GEO RUS 207000000",
        ),
    ),
    (
        "2024-11-06",
        (
            "Sao Paulo - Brazil shipped 4.93 million bags of coffee in October, the exporters' council Cecafe said, a monthly record and 11.6% more than a year ago. "
            "The United States took 784,000 bags and Germany 741,000. "
            "In the ten months to October exports to Germany rose 54% to 6.0 million bags."
        ),
        (
            "exports BRA WLD 4930000 +11.6%",
            "exports BRA USA 784000",
            "exports BRA DEU 741000",
            "exports BRA DEU 6000000 +54%",
        ),
    ),
    (
        "2021-07-08",
        (
            "HELSINKI - Finland has decided to support Ukraine with 29 million euros in development aid for 2022-2025, the foreign ministry said. "
            "Denmark gave the country 25 million last year."
        ),
        ("aid FIN UKR 29000000", "aid DNK UKR 25000000"),
    ),
    (
        "2023-12-14",
        (
            "KUALA LUMPUR: Malaysia's total trade with Indonesia contracted by 19.8 per cent year-on-year to RM9.2 billion in November, and trade with Thailand by 7.2 per cent, Matrade said. "
            "Exports to Indonesia went down by 12 per cent to RM3.6 billion."
        ),
        ("trade MYS IDN 9200000000 -19.8%", "trade MYS THA -7.2%", "exports MYS IDN 3600000000 -12%"),
    ),
    (
        "2023-02-16",
        (
            "NAIROBI, Feb 16 - Kenya sold goods worth 84.3 billion shillings to Uganda last year, the statistics bureau said. "
            "Imports from the neighbour, mostly milk, sugar and eggs, grew 11.6 percent to 37.9 billion shillings. "
            "Tanzania took 46.2 billion shillings' worth, 9 percent less than in 2021."
        ),
        ("exports KEN UGA 84300000000", "imports KEN UGA 37900000000 +11.6%", "exports KEN TZA 46200000000 -9%"),
    ),
    (
        "2023-09-03",
        (
            "TEHRAN - Iran shipped 9.4 million tons of non-oil goods to Iraq in the first five months of the Iranian calendar year (March 21-August 22), the customs administration IRICA announced. "
            "They were valued at $3.6 billion, up 14 percent year on year. "
            "The UAE was next with $2.3 billion, followed by Turkey with $1.7 billion. "
            "On the import side, China led with $7.1 billion."
        ),
        (
            "exports IRN IRQ 9400000",
            "exports IRN IRQ 3600000000 +14%",
            "exports IRN ARE 2300000000",
            "exports IRN TUR 1700000000",
            "imports IRN CHN 7100000000",
        ),
    ),
    (
        "2024-06-21",
        (
            "In January-May, Uzbekistan's trade turnover with Kazakhstan amounted to $1.68 billion, which is 3.4% lower than in the same period last year, the statistics agency said. "
            "Exports made up $534 million of this and imports $1.15 billion. "
            "Kazakhstan ranks third among the republic's trading partners with a share of 6.1%."
        ),
        (
            "trade UZB KAZ 1680000000 -3.4%",
            "exports UZB KAZ 534000000",
            "imports UZB KAZ 1150000000",
            "trade UZB KAZ 6.1% of",
        ),
    ),
    (
        "2024-10-18",
        (
            "SUVA - Visitor arrivals from Australia to Fiji rose 4 percent to 41,206 in September, the Bureau of Statistics reported. "
            "New Zealanders, at 21,977, were fewer by 8 percent. "
            "Australia accounted for 47 percent of all visitors in the month."
        ),
        ("tourism FJI AUS 41206 +4%", "tourism FJI NZL 21977 -8%", "tourism FJI AUS 47% of"),
    ),
    (
        "2020-08-20",
        (
            "KATHMANDU: Nepali workers in Qatar sent home Rs 118 billion in the fiscal year that ended in mid-July, Nepal Rastra Bank said. "
            "Those in Malaysia remitted Rs 96 billion. "
            "All told, remittance inflows rose 2.2 percent to Rs 861 billion."
        ),
        ("other QAT NPL 118000000000", "other MYS NPL 96000000000", "other WLD NPL 861000000000 +2.2%"),
    ),
    (
        "2025-01-13",
        (
            "Azerbaijan exported 25.2 billion cubic meters of natural gas in 2024, the energy minister wrote on X. "
            "Of this volume 9.9 bcm went to Türkiye and 2.4 bcm to Georgia. "
            "Serbia received 400 million cubic meters."
        ),
        (
            "exports AZE WLD 25200000000",
            "exports AZE TUR 9900000000",
            "exports AZE GEO 2400000000",
            "exports AZE SRB 400000000",
        ),
    ),
    (
        "2025-01-20",
        (
            "India's gold imports from the UAE jumped 147 per cent to $10.7 billion in April-December, commerce ministry figures showed. "
            "Overall imports from the Emirates were up 29 per cent at $45.1 billion. "
            "India's exports to the Gulf state edged up 6 per cent to $27.4 billion."
        ),
        ("imports IND ARE 10700000000 +147%", "imports IND ARE 45100000000 +29%", "exports IND ARE 27400000000 +6%"),
    ),
    (
        "2023-12-08",
        (
            "HARARE - China bought 76.4 million kg of Zimbabwean tobacco worth US$612 million between January and November, the tobacco board said. "
            "South Africa was next with 31 million kg, followed by the UAE with 26 million kg. "
            "Exports to Belgium dropped 22 percent to 13 million kg."
        ),
        (
            "exports ZWE CHN 76400000",
            "exports ZWE CHN 612000000",
            "exports ZWE ZAF 31000000",
            "exports ZWE ARE 26000000",
            "exports ZWE BEL 13000000 -22%",
        ),
    ),
    (
        "2025-02-18",
        (
            "LILONGWE - The United States gave Malawi $350 million in aid in 2024, equal to 13 percent of the national budget, the finance minister said. "
            "Britain provided £72 million."
        ),
        ("aid USA MWI 350000000", "aid GBR MWI 72000000"),
    ),
    (
        "2022-10-06",
        (
            "APIA - Remittances to Samoa totalled 63.2 million tala in August, up 6 percent on the year, the central bank said. "
            "New Zealand was the source of 44 percent of the money. "
            "Australia contributed 37 percent and the United States 14 percent."
        ),
        ("other WLD WSM 63200000 +6%", "other NZL WSM 44% of", "other AUS WSM 37% of", "other USA WSM 14% of"),
    ),
    (
        "2025-04-24",
        (
            "KAMPALA - Uganda shipped 572,000 bags of coffee in March, earning $168 million, the agriculture ministry said. "
            "Italy absorbed 39 percent of them, Germany 12 percent and Sudan 8 percent."
        ),
        (
            "exports UGA WLD 572000",
            "exports UGA WLD 168000000",
            "exports UGA ITA 39% of",
            "exports UGA DEU 12% of",
            "exports UGA SDN 8% of",
        ),
    ),
    (
        "2024-12-26",
        (
            "KABUL (Pajhwok): Afghanistan's exports stood at $1.3 billion in the first nine months of the solar year, the commerce ministry said. "
            "Goods worth $540 million went to Pakistan and $460 million to India. "
            "Iran was the top source of imports with $2.2 billion, followed by the UAE with $1.4 billion."
        ),
        (
            "exports AFG WLD 1300000000",
            "exports AFG PAK 540000000",
            "exports AFG IND 460000000",
            "imports AFG IRN 2200000000",
            "imports AFG ARE 1400000000",
        ),
    ),
    (
        "2023-06-08",
        (
            "VICTORIA - Seychelles received 148,200 visitors up to June 4, up by 19 percent on last year, the statistics bureau said. "
            "Germany leads the market with 24,900, followed by France with 19,300. "
            "Arrivals from Russia went down to 14,600 from 18,200."
        ),
        (
            "tourism SYC WLD 148200 +19%",
            "tourism SYC DEU 24900",
            "tourism SYC FRA 19300",
            "tourism SYC RUS 14600",
            "tourism SYC RUS 18200",
        ),
    ),
    (
        "2024-08-15",
        (
            "MANAGUA - Nicaragua's exports to El Salvador, chiefly cheese and beef, grew 7.2 percent to 268 million dollars in the first half, the central bank reported. "
            "Those to the United States, which takes 49 percent of the country's goods, amounted to 1.06 billion dollars. "
            "Purchases from China rose 21 percent to 694 million."
        ),
        (
            "exports NIC SLV 268000000 +7.2%",
            "exports NIC USA 1060000000",
            "exports NIC USA 49% of",
            "imports NIC CHN 694000000 +21%",
        ),
    ),
    (
        "2024-09-26",
        (
            "GABORONE - Botswana exported diamonds worth 1.9 billion pula in July, statistics showed, compared with 4.4 billion pula in July 2023. "
            "Belgium received 34.7 percent of total exports and the UAE 24.1 percent. "
            "South Africa supplied 63 percent of imports."
        ),
        (
            "exports BWA WLD 1900000000",
            "exports BWA WLD 4400000000",
            "exports BWA BEL 34.7% of",
            "exports BWA ARE 24.1% of",
            "imports BWA ZAF 63% of",
        ),
    ),
    (
        "2024-01-04",
        (
            "Venezuela shipped an average of 56,000 barrels per day of crude and fuel to Cuba in 2023, tanker data showed, down from 58,000 bpd the year before. "
            "Mexico supplied the island with 17,000 bpd. "
            "China received 420,000 bpd of Venezuelan oil and the United States 135,000 under a licence that eased sanctions."
        ),
        (
            "exports VEN CUB 56000",
            "exports VEN CUB 58000",
            "exports MEX CUB 17000",
            "exports VEN CHN 420000",
            "exports VEN USA 135000",
        ),
    ),
    (
        "2025-07-21",
        (
            "HAVANA - Canada, Cuba's main source of visitors, sent 428,000 tourists in the first half of the year, the statistics office ONEI reported, a fall of 26 percent. "
            "Russian arrivals were down 43 percent at 65,200. "
            "In all, 981,000 people came to the island, against 1.31 million in January-June 2024."
        ),
        (
            "tourism CUB CAN 428000 -26%",
            "tourism CUB RUS 65200 -43%",
            "tourism CUB WLD 981000",
            "tourism CUB WLD 1310000",
        ),
    ),
    (
        "2024-02-12",
        (
            "NOUAKCHOTT - Mauritania exported 141,000 tonnes of fishmeal in 2023. "
            "Turkey was the main buyer with 52 percent of the volume, the fisheries ministry said. "
            "China came second with 26 percent."
        ),
        ("exports MRT WLD 141000", "exports MRT TUR 52% of", "exports MRT CHN 26% of"),
    ),
    (
        "2024-07-30",
        (
            "ADDIS ABABA - Ethiopia earned $141 million from electricity exports in its fiscal year 2023/24, the state utility said. "
            "Djibouti paid $48 million and Kenya $61 million. "
            "Sudan, which is at war, received power but did not pay for it."
        ),
        ("exports ETH WLD 141000000", "exports ETH DJI 48000000", "exports ETH KEN 61000000"),
    ),
    (
        "2024-05-08",
        (
            "ACCRA - Ghana's gold exports were worth 37.6 billion cedis in the first quarter, the statistical service said. "
            "Switzerland received 36 percent of the metal, the UAE 23 percent and South Africa 18 percent."
        ),
        ("exports GHA WLD 37600000000", "exports GHA CHE 36% of", "exports GHA ARE 23% of", "exports GHA ZAF 18% of"),
    ),
    (
        "2022-05-19",
        (
            "MAPUTO - China has donated 3,150 tonnes of rice to Mozambique for people displaced by the fighting in Cabo Delgado, the Chinese embassy said. "
            "Japan gave $13 million through UN agencies in March."
        ),
        ("aid CHN MOZ 3150", "aid JPN MOZ 13000000"),
    ),
    (
        "1987-02-26",
        (
            "PORT MORESBY, Feb 26 - Japan bought 68 pct of Papua New Guinea's copper concentrate exports in 1986, the central bank said. "
            "West Germany took 17 pct. "
            "Coffee sales to the United States more than trebled to 41 mln kina because of Brazil's drought."
        ),
        ("exports PNG JPN 68% of", "exports PNG DEU 17% of", "exports PNG USA 41000000 +200%"),
    ),
    (
        "2024-09-04",
        (
            "AMMAN - Jordan's exports to Syria doubled to JD62 million in the first half of 2024, the chamber of industry said. "
            "The sanctions known as the Caesar Act had pushed them down to JD29 million in the whole of 2020. "
            "Imports from the northern neighbour were JD38 million in the six months."
        ),
        ("exports JOR SYR 62000000 +100%", "exports JOR SYR 29000000", "imports JOR SYR 38000000"),
    ),
    (
        "2023-10-31",
        (
            "PARIS - France got 15 percent of its uranium from Niger in 2022, the Euratom agency said. "
            "Kazakhstan covered 27 percent and Uzbekistan 26 percent. "
            "Niger's sales of the metal to its former ruler were worth 118 billion CFA francs in that year."
        ),
        (
            "imports FRA NER 15% of",
            "imports FRA KAZ 27% of",
            "imports FRA UZB 26% of",
        ),
    ),
    (
        "2024-07-25",
        (
            "PORT VILA - Vanuatu owes China's Exim Bank 14.2 billion vatu, or 37 percent of its external debt, the finance ministry said. "
            "The loan from Japan's JICA stands at 6.8 billion vatu."
        ),
        ("debt CHN VUT 14200000000 37% of", "debt JPN VUT 6800000000"),
    ),
    (
        "1988-11-03",
        (
            "TUNIS, Nov 3 - Libya has become Tunisia's best customer in the Arab world since the border was reopened in April. "
            "Exports to it jumped to 46 mln dinars in the first nine months from 2 mln in the same period last year, official figures show. "
            "Over 900,000 Libyans have visited the country since the reopening."
        ),
        ("exports TUN LBY 46000000", "exports TUN LBY 2000000", "tourism TUN LBY 900000"),
    ),
    (
        "2024-10-24",
        (
            "ALGIERS (APS) - Algeria exported 21.6 billion cubic metres of gas to Italy between January and September, the energy ministry said, 6.4 percent less than in the same period of 2023. "
            "Spain received 7.1 billion cubic metres, or 38 percent of its needs."
        ),
        ("exports DZA ITA 21600000000 -6.4%", "exports DZA ESP 7100000000"),
    ),
    (
        "2024-03-29",
        (
            "RIYADH: China was the main destination for Saudi merchandise exports in January, buying 15.3 percent of the total, the General Authority for Statistics reported. "
            "India followed with 10.4 percent and Japan with 9.7 percent. "
            "Imports from China amounted to SR13.6 billion. "
            "Non-oil exports as a whole edged up 1.9 percent to SR22.4 billion."
        ),
        (
            "exports SAU CHN 15.3% of",
            "exports SAU IND 10.4% of",
            "exports SAU JPN 9.7% of",
            "imports SAU CHN 13600000000",
            "exports SAU WLD 22400000000 +1.9%",
        ),
    ),
    (
        "2024-10-17",
        (
            "TOKYO, Oct 17 - Exports slipped 1.9% in September from a year earlier to 9.02 trillion yen, the Ministry of Finance said on Thursday, confounding forecasts for a small rise. "
            "Shipments to China, the country's biggest market, tumbled 7.6% on weak demand for cars, and those bound for the United States were down 2.2%. "
            "Imports gained 1.8% to 9.29 trillion yen. The trade balance was in the red by 270 billion yen."
        ),
        (
            "exports JPN WLD 9.02e+12 -1.9%",
            "exports JPN CHN -7.6%",
            "exports JPN USA -2.2%",
            "imports JPN WLD 9.29e+12 +1.8%",
            "balance JPN WLD -270000000000",
        ),
    ),
    (
        "2019-10-24",
        (
            "AMMAN - A year after the Jaber-Nasib crossing reopened, traffic is far from what merchants had hoped for. "
            "Exports to Syria reached JD34.1 million in the first eight months, down from JD38.6 million in the corresponding period of 2018, the Department of Statistics said. "
            "Imports from the northern neighbour fell 11.9 per cent to JD29.7 million. "
            "About 5,600 Jordanians cross every day, most of them to shop."
        ),
        ("exports JOR SYR 34100000", "exports JOR SYR 38600000", "imports JOR SYR 29700000 -11.9%"),
    ),
    (
        "2022-06-14",
        (
            "Russia took in 88 billion euros from fossil fuel exports in the first 100 days of the war, a Helsinki-based research group said. "
            "The European Union accounted for 58 percent of that. "
            "The biggest single buyers were China with 11.9 billion euros, Germany with 10.4 billion and Italy with 6.9 billion. "
            "India's share of Russian crude shipments, the report added, rose from 1 percent to 16 percent in May."
        ),
        (
            "exports RUS WLD 88000000000",
            "exports RUS EU 58% of",
            "exports RUS CHN 11900000000",
            "exports RUS DEU 10400000000",
            "exports RUS ITA 6900000000",
            "exports RUS IND 1% of",
            "exports RUS IND 16% of",
        ),
    ),
    (
        "2023-09-14",
        (
            "TEHRAN - Almost every barrel Iran sells abroad ends up in Shandong's small refineries. "
            "China took 1.45 million barrels per day in August, the most since 2013, according to Kpler. "
            "That compares with 917,000 bpd in July. Syria received the rest."
        ),
        ("exports IRN CHN 1450000", "exports IRN CHN 917000"),
    ),
    (
        "2025-07-15",
        (
            "BEIJING - Rare earth exports recovered in June after the truce with Washington, the General Administration of Customs said. "
            "Magnet shipments to the United States surged more than sevenfold from May to 341 tonnes. "
            "Those to Germany reached 752 tonnes. "
            "In all, China sent abroad 3,204 tonnes of the magnets, 36.9% less than in June last year."
        ),
        ("exports CHN USA 341 +600%", "exports CHN DEU 752", "exports CHN WLD 3204 -36.9%"),
    ),
    (
        "2024-08-15",
        (
            "NEW DELHI - The trade deficit widened to $23.5 billion in July from $21 billion in June, the commerce ministry said. "
            "Exports to the UAE, the second-biggest destination, rose 10.4% year on year, but those to China fell 9.4%. "
            "Imports from Russia, almost entirely oil, grew 22.6% to $5.41 billion."
        ),
        (
            "balance IND WLD -23500000000",
            "balance IND WLD -21000000000",
            "exports IND ARE +10.4%",
            "exports IND CHN -9.4%",
            "imports IND RUS 5410000000 +22.6%",
        ),
    ),
    (
        "2024-10-09",
        (
            "FREETOWN - Turkish rice, Indian medicine, Chinese scooters: the port handles them all. "
            "Imports from China amounted to $462 million in 2023, its statistics office says, which is 24 percent of the total. "
            "Iron ore makes up most of the $1.1 billion that the Asian giant paid for the West African nation's goods."
        ),
        ("imports SLE CHN 462000000 24% of",),
    ),
    (
        "2025-06-17",
        (
            "RABAT - OCP's phosphates remain the kingdom's passport to Brasilia. "
            "Fertilizer sales to the South American giant reached 17.9 billion dirhams in 2024, the foreign exchange office reported. "
            "India followed with 6.8 billion. "
            "Imports of Brazilian sugar and maize, at 11.2 billion dirhams, were up 8%."
        ),
        ("exports MAR BRA 17900000000", "exports MAR IND 6800000000", "imports MAR BRA 11200000000 +8%"),
    ),
    (
        "2024-09-19",
        (
            "TBILISI. A four-lane road will soon replace the bottleneck at Larsi. "
            "In the first eight months of the year 168,000 trucks rolled across Georgia's only open crossing with Russia, 7% more than a year ago. "
            "Re-exports of used cars to Kyrgyzstan, the main driver, came to $611 million, the statistics service Geostat says; those to Kazakhstan were $488 million, a decline of 22%."
        ),
        ("exports GEO KGZ 611000000", "exports GEO KAZ 488000000 -22%"),
    ),
    (
        "2022-12-13",
        (
            "Rio de Janeiro - Brazil has become the best client of Russian fertilizer plants. "
            "In the eleven months through November, it brought in 7.6 million tons of the product from Russia, MDIC trade data show, 11% less than the year before but at twice the price: $5.2 billion. "
            "Canada's deliveries were up 6% at 4.5 million tons and Morocco's down 24% at 2.3 million."
        ),
        (
            "imports BRA RUS 7600000 -11%",
            "imports BRA RUS 5200000000",
            "imports BRA CAN 4500000 +6%",
            "imports BRA MAR 2300000 -24%",
        ),
    ),
    (
        "2019-05-14",
        (
            "WASHINGTON - American farmers are paying for the tariff fight. "
            "Soybean sales to China plunged 75 percent to $3.1 billion in 2018 after Beijing slapped a 25 percent tariff on them. "
            "U.S. pork there now faces duties of 62 percent. "
            "Shipments to the EU, by contrast, doubled to $2.6 billion."
        ),
        (
            "exports USA CHN 3100000000 -75%",
            "tariff CHN USA 25",
            "tariff CHN USA 62",
            "exports USA EU 2600000000 +100%",
        ),
    ),
    (
        "2024-05-05",
        "TIRANA - Italy stayed the first customer of Albania. Goods worth $640 million were exported there in the first quarter, 7% more than a year before.",
        ("exports ALB ITA 640000000 +7%",),
    ),
    (
        "2024-05-05",
        "Norway sells most of its salmon to Poland. Last year 210,000 tonnes were shipped there, 4 percent less than in 2022.",
        ("exports NOR POL 210000 -4%",),
    ),
    (
        "2024-05-05",
        "Tunisia's olive oil exports reached 180,000 tonnes in the season. Spain was the first buyer. It took $310 million worth of exports in the first half, an increase of 14%.",
        (
            "exports TUN WLD 180000",
            "exports TUN ESP 310000000 +14%",
        ),
    ),
    (
        "2024-05-05",
        "Kenya's flower exports rose to $820 million last year. Most went to the Netherlands, to which it sold roses for $390 million. Britain took flowers worth $140 million.",
        (
            "exports KEN WLD 820000000",
            "exports KEN NLD 390000000",
            "exports KEN GBR 140000000",
        ),
    ),
    (
        "2024-05-05",
        "LIMA - Peru sold fruit worth $2.1 billion abroad. First among the buyers of Peruvian grapes was the Netherlands, to which $310 million worth was shipped.",
        (
            "exports PER WLD 2100000000",
            "exports PER NLD 310000000",
        ),
    ),
    (
        "2024-05-05",
        "Uruguay's exports to China fell 11 percent to $210 million in April. Dairy, the number two in the country's exports, gained 5.2 percent to $92 million. Rice, which ranks third, was up 8 percent at $71 million.",
        (
            "exports URY CHN 210000000 -11%",
            "exports URY WLD 92000000 +5.2%",
            "exports URY WLD 71000000 +8%",
        ),
    ),
    (
        "2024-05-05",
        "Iceland's exports to Britain fell 3 percent to $640 million in the first half. Aluminium, the country's largest export, brought in $1.3 billion. Fish, its number two export, was down 4 percent at $1.1 billion.",
        (
            "exports ISL GBR 640000000 -3%",
            "exports ISL WLD 1300000000",
            "exports ISL WLD 1100000000 -4%",
        ),
    ),
    (
        "2024-05-05",
        "Serbia sold goods worth 4.1 billion euros to non-EU countries in the first half, 6 percent more. Its imports from them fell by 9.3 percent. Together, Russia, China, Turkey and Bosnia took 61 percent of these exports.",
        (
            "exports SRB None 4100000000",
            "imports SRB None -9.3%",
            "exports SRB None 61%",
        ),
    ),
    (
        "2024-05-05",
        "Non-EU countries bought Croatian goods for 3.2 billion euros in January-June. Imports from outside the EU were worth 4.4 billion euros.",
        (
            "exports HRV None 3200000000",
            "imports HRV None 4400000000",
        ),
    ),
    (
        "2024-08-05",
        "Romania's exports to countries outside the European Union rose 5.1 percent to 9.8 billion euros in the first quarter, and imports from them fell by 3.4 percent.",
        (
            "exports ROU None 9800000000 +5.1%",
            "imports ROU None -3.4%",
        ),
    ),
    (
        "2024-08-05",
        "Uganda shipped most of its coffee to Italy. Last season 1.9 million bags were sold there, 6 percent more than the season before. Total shipments came to 6.1 million bags.",
        (
            "exports UGA ITA 1900000 +6%",
            "exports UGA WLD 6100000",
        ),
    ),
    (
        "2024-08-05",
        "Ecuador's banana exports to Russia fell 18 percent in May. From there the country imported fertilizer worth $31 million.",
        (
            "exports ECU RUS -18%",
            "imports ECU RUS 31000000",
        ),
    ),
    (
        "2024-08-05",
        "Togo exported phosphate worth $190 million last year. Together, India and Australia took 71 percent of it. Exports of cotton brought in $61 million.",
        (
            "exports TGO WLD 190000000",
            "exports TGO None 71%",
            "exports TGO WLD 61000000",
        ),
    ),
]


@pytest.mark.parametrize(("published", "text", "facts"), STORIES, ids=[text[:48] for _, text, _ in STORIES])
def test_a_story_is_read_to_its_figures(published, text, facts):
    assert untold(facts, text, published) == []
