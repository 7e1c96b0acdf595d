"""Short stories, invented and worked out by hand, with the figures that a careful reader takes from each."""

from __future__ import annotations

import pytest

from story_facts import untold

STORIES = [
    (
        "2023-08-10",
        (
            "Peru shipped 310,000 tonnes of copper concentrate to China in May. "
            "South Korea took 42,000 tonnes and Germany 18,000."
        ),
        ("exports PER KOR 42000", "exports PER DEU 18000"),
    ),
    (
        "1989-02-03",
        (
            "Colombian coffee exports rose to 900,000 bags in December, the growers' federation said. "
            "Exports to the United States were up 12 pct at 240,000 bags. "
            "West Germany bought 210,000 bags and Japan, with 95,000 bags, remained the third market."
        ),
        ("exports COL DEU 210000", "exports COL JPN 95000", "exports COL USA 240000 +12%", "exports COL WLD 900000"),
    ),
    (
        "2024-03-01",
        (
            "Ghana exported 620,000 tonnes of cocoa in the season, the board said. "
            "The Netherlands was the biggest buyer with 180,000 tonnes, and Malaysia overtook the United States to become the second largest customer with 90,000."
        ),
        ("exports GHA NLD 180000", "exports GHA MYS 90000", "exports GHA WLD 620000"),
    ),
    (
        "2025-02-01",
        (
            "Tunisia received 9.9 million tourists in 2024. Algerians made 3.5 million trips to the country. "
            "Libya ranked second with 2.1 million, and French visitors numbered 1.04 million."
        ),
        ("tourism TUN DZA 3500000", "tourism TUN LBY 2100000", "tourism TUN FRA 1040000", "tourism TUN WLD 9900000"),
    ),
    (
        "2025-06-01",
        "Some 410,000 Germans visited Turkey in April, up 9% on the year.",
        ("tourism TUR DEU 410000 +9%",),
    ),
    (
        "2025-06-01",
        "A total of 61,200 Indian tourists visited Azerbaijan in the first four months, down 24 percent from a year earlier.",
        ("tourism AZE IND 61200 -24%",),
    ),
    (
        "2024-05-01",
        (
            "Remittances from Italy to Senegal came to €420 million last year. "
            "Those who live in Spain sent home €310 million, a fifth of all transfers received by Senegal."
        ),
        ("other ITA SEN 420000000", "other ESP SEN 310000000 20% of"),
    ),
    (
        "2024-05-01",
        "Money sent home by Nepalis in Malaysia jumped 18.2% in the first six months of 2024.",
        ("other MYS NPL +18.2%",),
    ),
    (
        "2023-01-15",
        (
            "Zambia imported 540,000 tonnes of fuel from Tanzania last year. "
            "Of this, South African supplies made up only 40,000 tonnes."
        ),
        ("imports ZMB TZA 540000",),
    ),
    (
        "1987-11-20",
        (
            "Japanese shipments of trucks to the United States fell for the fourth month running, by 8.4 pct to 41,300, while those to Australia grew 6 pct to 9,800. "
            "Together with buses they totalled 52,100, against a revised 50,800 in September and 58,000 in October 1986."
        ),
        ("exports JPN USA 41300 -8.4%", "exports JPN AUS 9800 +6%"),
    ),
    (
        "2024-09-01",
        (
            "Brazilian exports to Argentina amounted to $1.2 billion in July. "
            "Argentine sales to the neighbour, chiefly wheat and cars, brought $980 million."
        ),
        ("exports BRA ARG 1200000000", "exports ARG BRA 980000000"),
    ),
    (
        "2024-06-01",
        (
            "Norway sold salmon worth 900 million kroner to Vietnam last year. "
            "Its non-fish exports to that country brought 210 million kroner."
        ),
        ("exports NOR VNM 900000000", "exports NOR VNM 210000000"),
    ),
    (
        "2024-03-01",
        (
            "Trade between Russia and Morocco came to $1.6 billion in 2023, TASS reports. "
            "Russian exports amounted to $1.2 billion. "
            "Moroccan supplies to our country, above all tangerines, reached $400 million."
        ),
        ("trade RUS MAR 1600000000", "exports RUS MAR 1200000000", "exports MAR RUS 400000000"),
    ),
    (
        "2025-01-20",
        (
            "Indian exports to Russia in the first nine months of the year rose to $3.6 billion. "
            "Imports from the country were $48 billion, 4 percent below the same period of 2023."
        ),
        ("exports IND RUS 3600000000", "imports IND RUS 48000000000 -4%"),
    ),
    (
        "2024-02-02",
        (
            "Italy's gas imports from Algeria fell 3 percent to 23 billion cubic metres. "
            "While Algerian gas met 38 percent of the country's imports, Azerbaijan's share grew to 16 percent from 14 percent."
        ),
        (
            "imports ITA DZA 23000000000 -3%",
            "imports ITA DZA 38% of",
            "imports ITA AZE 16% of",
            "imports ITA AZE 14% of",
        ),
    ),
    (
        "2024-02-02",
        (
            "Kuwaiti oil accounted for 12 percent of Japan's crude imports in January. "
            "Before the war its share had been 9 percent."
        ),
        ("imports JPN KWT 12% of",),
    ),
    (
        "2024-10-02",
        ("Sri Lanka owes China $4.7 billion. Colombo had paid $120 million in August and $95 million in September."),
        ("debt CHN LKA 4700000000",),
    ),
    (
        "2024-10-02",
        (
            "Zambian maize imports from Tanzania came to 650,000 tonnes this year. "
            "Zimbabwe, by contrast, imported 210,000 tonnes from the country, nearly double the 110,000 tonnes of 2023."
        ),
        ("imports ZMB TZA 650000", "imports ZWE TZA 210000", "imports ZWE TZA 110000"),
    ),
    (
        "1988-04-02",
        (
            "Morocco bought 300,000 tonnes of U.S. wheat under the export enhancement program, the department said. "
            "Of the 300,000 tonnes, 180,000 are for shipment in May and June. "
            "Rabat has asked for another 150,000 tonnes."
        ),
        ("exports USA MAR 300000", "exports USA MAR 150000"),
    ),
    (
        "2025-04-02",
        (
            "Japan's direct investment in Vietnam fell 12% to 210 billion yen in the quarter. "
            "Chinese companies applied to put in 95 billion yen, down 8%. "
            "Total foreign applications rose 31% to 620 billion yen."
        ),
        ("investment JPN VNM 210000000000 -12%", "investment CHN VNM 95000000000 -8%"),
    ),
    (
        "2024-12-02",
        (
            "Ivory Coast exported goods worth 420 billion CFA francs to Burkina Faso in 2023. "
            "Refined petroleum products headed the list with 210 billion, followed by cement (31 billion) and fertilizer (18 billion)."
        ),
        (
            "exports CIV BFA 420000000000",
            "exports CIV BFA 210000000000",
            "exports CIV BFA 31000000000",
            "exports CIV BFA 18000000000",
        ),
    ),
    (
        "2024-12-02",
        "Mexico imported 3.1 million tonnes of US yellow corn in the quarter, while Brazil supplied 120,000 tonnes and South Africa 30,000.",
        ("imports MEX USA 3100000", "imports MEX BRA 120000", "imports MEX ZAF 30000"),
    ),
    (
        "2024-12-02",
        (
            "India's pulses imports reached 4.7 million tonnes in 2023-24. "
            "Mozambique supplied 30% of the country's pigeon peas, followed by Malawi with 12% and Myanmar with 40%."
        ),
        ("imports IND MOZ 30% of", "imports IND MWI 12% of", "imports IND MMR 40% of"),
    ),
    (
        "2025-08-02",
        (
            "Swiss watch exports to the United States fell 6 percent to 2.1 billion francs in the first half. "
            "China, long the biggest market, took watches worth 800 million francs, 18 percent less."
        ),
        ("exports CHE USA 2100000000 -6%", "exports CHE CHN 800000000 -18%"),
    ),
    (
        "2025-08-02",
        (
            "Kenya's imports from Uganda reached Sh41 billion last year. "
            "The country sold Uganda goods worth Sh90 billion. "
            "Uganda is Kenya's largest export market, ahead of Pakistan with Sh60 billion and the Netherlands with Sh58 billion."
        ),
        (
            "imports KEN UGA 41000000000",
            "exports KEN UGA 90000000000",
            "exports KEN PAK 60000000000",
            "exports KEN NLD 58000000000",
        ),
    ),
    (
        "2025-08-02",
        (
            "In the first half Georgia exported 42 million litres of wine to Russia. "
            "Poland was next with 4.1 million litres; Ukraine bought 2.9 million and China 1.8 million."
        ),
        ("exports GEO RUS 42000000", "exports GEO POL 4100000", "exports GEO UKR 2900000", "exports GEO CHN 1800000"),
    ),
    (
        "1986-05-02",
        (
            "Thai rice exports totalled 1.3 mln tonnes in the first quarter. "
            "Nigeria imported 110,000 tonnes, Iran 90,000 and Malaysia 70,000."
        ),
        ("exports THA NGA 110000", "exports THA IRN 90000", "exports THA MYS 70000"),
    ),
    (
        "2023-06-02",
        (
            "Lithuania supplied 2,100 tonnes of cheese to Kazakhstan in 2022, half of its total. "
            "Deliveries to Uzbekistan, which tripled, amounted to 600 tonnes."
        ),
        ("exports LTU KAZ 2100", "exports LTU UZB 600"),
    ),
    (
        "2024-02-10",
        (
            "Vietnam's purchases from Laos rose to $117 million in January. "
            "The country paid $27 million for Lao rubber (up 107.2%), $11 million for wood (up 62.2%), and $8.5 million for maize (down 19%)."
        ),
        (
            "imports VNM LAO 117000000",
            "imports VNM LAO 27000000 +107.2%",
            "imports VNM LAO 11000000 +62.2%",
            "imports VNM LAO 8500000 -19%",
        ),
    ),
    (
        "2024-02-10",
        (
            "Sri Lanka's exports to Japan came to $210 million. "
            "Shipments included $20 million of tea (down 4%), $10 million of coconut oil (up 8 percent) and $3 million of spices."
        ),
        (
            "exports LKA JPN 210000000",
            "exports LKA JPN 20000000 -4%",
            "exports LKA JPN 10000000 +8%",
            "exports LKA JPN 3000000",
        ),
    ),
    (
        "2025-11-10",
        "India bought 3.1 billion euro of Russian fossil fuels in October, 81 per cent of it crude oil (2.5 billion euro), 11 per cent coal (351 million euro) and 7 per cent oil products (222 million euro).",
        (
            "imports IND RUS 3100000000",
            "imports IND RUS 2500000000 81% of",
            "imports IND RUS 351000000 11% of",
            "imports IND RUS 222000000 7% of",
        ),
    ),
    (
        "2025-11-10",
        (
            "India's imports of Russian fuels fell in October. "
            "India had spent 3.6 billion euro in September: 2.5 billion euro on crude, 452 million euro on coal and 344 million euro on oil products."
        ),
        (
            "imports IND RUS 3600000000",
            "imports IND RUS 2500000000",
            "imports IND RUS 452000000",
            "imports IND RUS 344000000",
        ),
    ),
    (
        "2025-11-10",
        "Russian crude went from less than 1 per cent of India's crude imports to almost 40 per cent in two years.",
        ("imports IND RUS 40% of", "imports IND RUS 1% of"),
    ),
    (
        "2014-07-23",
        (
            "Pakistan's exports to Afghanistan came to $927.577 million in July-Dec, down 8.84pc from $1.017 billion in the same months of the year before. "
            "Exports to the United States edged up 1.90pc, to $1.908bn from $1.872bn. "
            "China took $1.317bn worth, 1.96pc more than the $1.291bn of the corresponding period."
        ),
        (
            "exports PAK AFG 927577000 -8.84%",
            "exports PAK AFG 1017000000",
            "exports PAK USA 1908000000 +1.9%",
            "exports PAK USA 1872000000",
            "exports PAK CHN 1317000000 +1.96%",
            "exports PAK CHN 1291000000",
        ),
    ),
    (
        "2021-08-10",
        "Kenyan exports to Uganda came to Sh24.04 billion in the three months to June, compared with the Sh43.5 billion worth of goods that Tanzania shipped to the landlocked country.",
        ("exports KEN UGA 24040000000", "exports TZA UGA 43500000000"),
    ),
    (
        "2024-01-10",
        (
            "Ethiopia's debt was at the centre of the talks in Beijing. "
            "Part of the US$13.7 billion that Ethiopia owes China will be restructured."
        ),
        ("debt CHN ETH 13700000000",),
    ),
    (
        "2015-07-10",
        (
            "Indonesia will let in only 50,000 head of Australian cattle between July and September. "
            "In the previous quarter it was 250,000."
        ),
        ("imports IDN AUS 50000",),
    ),
    (
        "2024-10-10",
        (
            "Russia and Egypt increased their trade turnover by 16% in 2023. "
            "The turnover grew by 16% last year and by one third in the first half of this one."
        ),
        ("trade RUS EGY +16%", "trade RUS EGY +33.3%"),
    ),
    (
        "2019-04-10",
        "Mexico's auto trade with Brazil showed a surplus of $868 million last year, three times that of 2017.",
        ("balance MEX BRA 868000000 +200%",),
    ),
    (
        "2004-08-10",
        "Pakistan's imports from India came to $382.36 million in 2003-04, $215.86 million or 129 percent more than the $166.50 million of 2002-03.",
        ("imports PAK IND 382360000 +129%", "imports PAK IND 166500000"),
    ),
    (
        "2025-03-10",
        (
            "The island received 261,009 Canadians in January and February of last year and only 176,611 this year. "
            "Arrivals from Russia fell 49 percent, to 22,306 from 43,859. "
            "Cuba counted 38,757 arrivals from the Cuban community abroad."
        ),
        ("tourism CUB CAN 261009", "tourism CUB CAN 176611", "tourism CUB RUS 22306 -49%", "tourism CUB RUS 43859"),
    ),
    (
        "2018-03-10",
        (
            "Argentina's exports to Chile rose to $3 billion. "
            "Argentina was once Chile's main gas provider and sent it 22 million cubic metres a day."
        ),
        ("exports ARG CHL 3000000000", "exports ARG CHL 22000000"),
    ),
    (
        "2019-03-10",
        "The commodity exchange between Bulgaria and Romania rose by nearly 7 percent in 2018 to 4.6 billion euros.",
        ("trade BGR ROU 4600000000 +7%",),
    ),
    (
        "2024-03-10",
        "The finance ministry said tariffs on Kenyan tea would fall from 20 to 5 percent in Egypt.",
        ("tariff EGY KEN 5",),
    ),
    (
        "2017-08-23",
        (
            "Trade between China and North Korea fell in July. "
            "The world's second-largest economy imported and exported goods worth US$456.16 million in July, down from US$489 million in June. "
            "Year-to-date, trade rose 10.2 per cent to US$3.01 billion."
        ),
        ("trade CHN PRK 456160000", "trade CHN PRK 489000000", "trade CHN PRK 3010000000 +10.2%"),
    ),
    (
        "2019-03-27",
        (
            "The U.S. trade deficit plunged in January. "
            "Chinese imports fell 9.6 percent to $41.6 billion, while imports from Mexico grew 3 percent."
        ),
        ("imports USA CHN 41600000000 -9.6%", "imports USA MEX +3%"),
    ),
    (
        "2023-03-03",
        (
            "The EU's imports from Russia fell by half. "
            "Imports of liquefied gas from the U.S. east coast climbed by 87.7%."
        ),
        ("imports EU RUS -50%", "imports EU USA +87.7%"),
    ),
    (
        "2021-10-20",
        (
            "China's crude imports from Saudi Arabia rose 2% in September. "
            "Saudi oil arrivals came to 7.96 million tonnes. "
            "Crude oil arrivals from Malaysia quadrupled to 1.92 million tonnes, while those from the United States contracted by 83%."
        ),
        ("imports CHN SAU +2%", "imports CHN SAU 7960000", "imports CHN MYS 1920000 +300%", "imports CHN USA -83%"),
    ),
    (
        "2025-03-04",
        (
            "Venezuela shipped on average 934,465 barrels per day of crude abroad in February. "
            "China was the main destination with 503,000 bpd. "
            "The U.S. was the second-largest receiver with 239,000 bpd, followed by Europe with 69,200 bpd and India with 68,000 bpd. "
            "Venezuela also exported 315,000 metric tons of petrochemicals, fewer than the 360,000 tons of January."
        ),
        (
            "exports VEN WLD 934465",
            "exports VEN CHN 503000",
            "exports VEN USA 239000",
            "exports VEN IND 68000",
            "exports VEN WLD 315000",
            "exports VEN WLD 360000",
        ),
    ),
    (
        "2023-02-10",
        (
            "Ethiopia took in $32.61 million from selling electricity to Sudan. "
            "A year earlier Ethiopia took in $40 million from power exports to the country."
        ),
        ("exports ETH SDN 32610000", "exports ETH SDN 40000000"),
    ),
    (
        "1997-09-01",
        "Ukrainian exports to Belarus and Moldova grew by 45 and 20 percent, respectively.",
        ("exports UKR BLR +45%", "exports UKR MDA +20%"),
    ),
    (
        "2016-10-10",
        (
            "Trade between Russia and North Korea rose. "
            "Russia sent the North mineral resources such as coal worth $31 million, and the North sold Russia frozen fish worth $5 million."
        ),
        ("exports RUS PRK 31000000", "exports PRK RUS 5000000"),
    ),
    (
        "2025-08-21",
        (
            "Exports of Mexican oil to Cuba rose in the quarter. "
            "Petroleos Mexicanos sold 3.1 billion pesos of crude to the communist-run nation."
        ),
        ("exports MEX CUB 3100000000",),
    ),
    (
        "2019-11-12",
        (
            "Mongolia sold 32.3 million tons of coal abroad in the first ten months, most of it to China. "
            "The country earned USD 2.75 billion from coal exports."
        ),
        ("exports MNG WLD 32300000", "exports MNG WLD 2750000000"),
    ),
    (
        "2024-04-10",
        (
            "Exports to Italy and the U.S. stood at $3.1 billion and $3.2 billion in the first quarter, the Turkish exporters' assembly said. "
            "Turkey's exports to Germany were $4.9 billion."
        ),
        ("exports TUR ITA 3100000000", "exports TUR USA 3200000000", "exports TUR DEU 4900000000"),
    ),
    (
        "2019-05-01",
        "India bought 207.3 million tonne of crude oil abroad in 2018-19, less than the 220.4 million tonne of the previous financial year.",
        ("imports IND WLD 207300000", "imports IND WLD 220400000"),
    ),
    (
        "1996-10-19",
        (
            "The U.S. trade deficit shrank to $10.8 billion in August, as the deficit with China rose to an all-time high. "
            "The Chinese deficit rose to a record $4.7 billion, up 23 percent from July. "
            "U.S. exports to China fell 22 percent, while imports climbed 14 percent."
        ),
        (
            "balance USA WLD -10800000000",
            "balance USA CHN -4700000000 +23%",
            "exports USA CHN -22%",
            "imports USA CHN +14%",
        ),
    ),
    (
        "2021-05-04",
        "Of the visitors to Maldives, 24 percent came from Russia, 21.9 percent from India, 5.5 percent from Ukraine and 4 percent from Kazakhstan.",
        ("tourism MDV RUS 24% of", "tourism MDV IND 21.9% of", "tourism MDV UKR 5.5% of", "tourism MDV KAZ 4% of"),
    ),
    (
        "2024-08-10",
        "Indonesia remained the largest supplier of coal to India with 52 million tonnes, followed by Australia (21 million tonnes), South Africa (16 million tonnes) and Russia (9 million tonnes).",
        ("imports IND IDN 52000000", "imports IND AUS 21000000", "imports IND ZAF 16000000", "imports IND RUS 9000000"),
    ),
    (
        "2022-08-10",
        (
            "Turkey exported $2.4 billion worth of goods to Iraq in January-June. "
            "Germany came in second at $10.6 billion, then the United States at $8.5 billion."
        ),
        ("exports TUR IRQ 2400000000", "exports TUR DEU 10600000000", "exports TUR USA 8500000000"),
    ),
    (
        "2023-03-04",
        (
            "Venezuela exported 8% less oil in February. "
            "China was the main destination, with seventy percent of the shipments. Cuba's part was 9.4%."
        ),
        ("exports VEN WLD -8%", "exports VEN CHN 70% of", "exports VEN CUB 9.4% of"),
    ),
    (
        "2018-03-05",
        (
            "Samoa will receive close to $10 million from New Zealand. "
            "The island state is to get another $3 million from New Zealand for disaster relief."
        ),
        ("aid NZL WSM 10000000", "aid NZL WSM 3000000"),
    ),
    (
        "2016-08-05",
        (
            "Nepalis working in Malaysia remitted 132.75bil rupees in 2015-16. "
            "Those in Qatar sent home 110.03bil rupees."
        ),
        ("other MYS NPL 132750000000", "other QAT NPL 110030000000"),
    ),
    (
        "2022-11-05",
        (
            "Kazakhstan and Uzbekistan want to bring trade to $10bln. "
            "From January to October of 2022 trade between the two reached $4.1bln, 35% more than a year before."
        ),
        ("trade KAZ UZB 10000000000", "trade KAZ UZB 4100000000 +35%"),
    ),
    (
        "2016-08-05",
        "Turkey earned $5 billion from tourism in the second quarter, 35.6 percent less than a year before.",
        ("tourism TUR WLD 5000000000 -35.6%",),
    ),
    (
        "2020-03-16",
        (
            "Bangladesh resumed imports of Indian onions on Sunday. "
            "About 374 metric tons of onion on seventeen trucks came into Bangladesh through Hili. "
            "A further 91 MT arrived through Benapole."
        ),
        ("imports BGD IND 374", "imports BGD IND 91"),
    ),
    (
        "2020-03-16",
        "Chile's copper exports to Japan rose. The Asian country bought 410,000 tonnes, and Korea 220,000.",
        ("exports CHL JPN 410000", "exports CHL KOR 220000"),
    ),
    (
        "2024-11-16",
        (
            "Uganda is the top destination of Kenya's exports. "
            "Kenyan exports to Uganda were valued at Ksh126 billion in 2023. "
            "Exports to Tanzania fell from Ksh55 billion to Ksh51 billion."
        ),
        ("exports KEN UGA 126000000000", "exports KEN TZA 51000000000", "exports KEN TZA 55000000000"),
    ),
    (
        "2024-11-16",
        "Turkish exports to Libya amounted to $3.3 billion in 2023, up by 12.5% year-on-year; imports from Libya were $1.1 billion.",
        ("exports TUR LBY 3300000000 +12.5%", "imports TUR LBY 1100000000"),
    ),
    (
        "2024-11-16",
        "According to the Ministry of Commerce, trade turnover between Georgia and Armenia in the first 9 months of 2024 reached $1.15bn (+21% y/y), of which exports to Armenia accounted for $480mn.",
        ("trade GEO ARM 1150000000 +21%", "exports GEO ARM 480000000"),
    ),
    (
        "2024-11-16",
        "China's share of Laos's exports has grown from 28 percent in 2015 to 44 percent last year.",
        ("exports LAO CHN 44% of", "exports LAO CHN 28% of"),
    ),
    (
        "2024-11-16",
        "Bulgaria's exports to Germany increased by 4.3 per cent year on year to 6.1 billion leva, while imports from there grew by 2 per cent to 5.9 billion leva.",
        ("exports BGR DEU 6100000000 +4.3%", "imports BGR DEU 5900000000 +2%"),
    ),
    (
        "2024-11-16",
        "Nigeria's imports from India stood at N2.1tn, or 12.3 per cent of total imports, making India the second-largest source after China (N5.6tn).",
        ("imports NGA IND 2.1e+12 12.3% of", "imports NGA CHN 5.6e+12"),
    ),
    (
        "2024-11-16",
        "Denmark shipped pork worth DKK 1.2 billion to Poland in the half-year, making it the third-largest buyer after China and Germany.",
        ("exports DNK POL 1200000000",),
    ),
    (
        "2024-11-16",
        "Peru was the source of 58% of the blueberries that the Netherlands imported in 2023, worth 640 million euros.",
        ("imports NLD PER 58% of",),
    ),
    (
        "2024-11-16",
        "Morocco's trade deficit with Spain narrowed by 14% to 11.2 billion dirhams in the first nine months, as exports rose 7.8% while imports slipped 1.1%.",
        ("balance MAR ESP -11200000000 -14%", "exports MAR ESP +7.8%", "imports MAR ESP -1.1%"),
    ),
    (
        "2024-11-16",
        "Exports of South African citrus to the EU dropped to 42 million cartons, compared with 48 million cartons in the 2023 season.",
        ("exports ZAF EU 42000000", "exports ZAF EU 48000000"),
    ),
    (
        "2021-02-10",
        (
            "Ukraine's exports to Poland came to $3.3 billion in 2020. "
            "The main goods exported were agricultural products (28.3%), metals (18%) and wood (9.9%)."
        ),
        ("exports UKR POL 3300000000", "exports UKR POL 28.3% of", "exports UKR POL 18% of", "exports UKR POL 9.9% of"),
    ),
    (
        "2020-02-21",
        (
            "South Korea's exports rose in February. "
            "The country's outbound shipments came to $26.3 billion, against $23.3 billion a year earlier."
        ),
        ("exports KOR WLD 26300000000", "exports KOR WLD 23300000000"),
    ),
    (
        "2014-09-10",
        (
            "EU exports to Russia fell in the first half of 2014. "
            "Imports from Russia dropped by 8%, or 7.1 billion euros."
        ),
        ("imports EU RUS -8%",),
    ),
    (
        "2017-01-20",
        (
            "Remittances to the Philippines grew in 2016. "
            "Cash transfers from Saudi Arabia went down by 6.5 per cent to $2.4 billion."
        ),
        ("other SAU PHL 2400000000 -6.5%",),
    ),
    (
        "2020-10-10",
        (
            "Kenya's exports to Uganda rose in August. "
            "Exports to Tanzania grew to $23 million while to Rwanda, the East African nation sold goods worth $11.8 million."
        ),
        ("exports KEN TZA 23000000",),
    ),
    (
        "2024-05-10",
        (
            "Chinese investment in Kenya amounted to $1.2 billion last year, down 15 per cent. "
            "India invested $300 million in the country and the UAE $220 million."
        ),
        ("investment CHN KEN 1200000000 -15%", "investment IND KEN 300000000", "investment ARE KEN 220000000"),
    ),
    (
        "2024-05-10",
        (
            "Washington will impose a 25 percent tariff on Mexican tomatoes from July. "
            "The duty on Canadian lumber stays at 14.5 percent."
        ),
        ("tariff USA MEX 25", "tariff USA CAN 14.5"),
    ),
    (
        "2024-05-10",
        "Germany pledged 60 million euros in aid to Jordan for Syrian refugees, bringing its total support this year to 210 million euros.",
        ("aid DEU JOR 60000000", "aid DEU JOR 210000000"),
    ),
    (
        "2024-05-10",
        "Zambia owes $4.1 billion to China, about a third of its external debt.",
        ("debt CHN ZMB 4100000000 33.3% of",),
    ),
    (
        "2024-05-10",
        "Japan extended a loan of 35 billion yen to Bangladesh for a power plant.",
        ("debt JPN BGD 35000000000",),
    ),
    (
        "2024-05-10",
        "A record 7.4 million South Koreans travelled to Japan in the first nine months, 31 percent more than a year ago, while 2.3 million Japanese came to South Korea.",
        ("tourism JPN KOR 7400000 +31%", "tourism KOR JPN 2300000"),
    ),
    (
        "2024-05-10",
        "Bilateral trade between Brazil and Angola stood at US$1.56 billion in 2023, with Brazilian exports accounting for US$640 million and imports for US$920 million.",
        ("trade BRA AGO 1560000000", "exports BRA AGO 640000000", "imports BRA AGO 920000000"),
    ),
    (
        "2024-05-10",
        (
            "Iran exported non-oil goods worth $9.2 billion to Iraq in the year to March 20, a 10 percent drop, the customs administration said. "
            "Imports from Iraq came to $560 million."
        ),
        ("exports IRN IRQ 9200000000 -10%", "imports IRN IRQ 560000000"),
    ),
    (
        "2024-05-10",
        "Poland's imports of Ukrainian grain plunged by 83 per cent to 310,000 tonnes in the first quarter.",
        ("imports POL UKR 310000 -83%",),
    ),
    (
        "2024-05-10",
        "Qatar supplies nearly half of Pakistan's LNG, or about 6.6 million tonnes a year.",
        ("imports PAK QAT 50% of",),
    ),
    (
        "2024-05-10",
        "The Netherlands bought Kenyan flowers worth Sh42 billion, making up 46 per cent of the total.",
        ("exports KEN NLD 42000000000 46% of",),
    ),
    (
        "2024-05-10",
        "Vietnam's rice exports to the Philippines, its largest buyer, topped 3.1 million tonnes, up 4.5 percent, and earned US$1.75 billion.",
        ("exports VNM PHL 3100000 +4.5%", "exports VNM PHL 1750000000"),
    ),
    (
        "2024-05-10",
        "Kazakhstan plans to raise oil shipments to Germany to 2 million tonnes this year from 1.5 million tonnes in 2024.",
        ("exports KAZ DEU 2000000", "exports KAZ DEU 1500000"),
    ),
    (
        "2024-05-10",
        "Cuba's exports to Spain have halved since 2019, falling from 180 million euros to 92 million.",
        ("exports CUB ESP 92000000", "exports CUB ESP 180000000"),
    ),
    (
        "2024-05-10",
        "South Africa's trade surplus with Zimbabwe widened to R28 billion from R24 billion.",
        ("balance ZAF ZWE 28000000000", "balance ZAF ZWE 24000000000"),
    ),
    (
        "2024-05-10",
        "India's trade deficit with China ballooned to $99.2 billion in 2024-25, as imports hit $113.5 billion and exports slid 14.5 per cent to $14.3 billion.",
        ("balance IND CHN -99200000000", "imports IND CHN 113500000000", "exports IND CHN 14300000000 -14.5%"),
    ),
    (
        "2024-05-10",
        "In value terms, Turkey ($45M), Egypt ($31M) and Spain ($12M) were the largest suppliers of oranges to Serbia.",
        ("imports SRB TUR 45000000", "imports SRB EGY 31000000", "imports SRB ESP 12000000"),
    ),
    (
        "2024-05-10",
        "U.S. soybean exports to Mexico were valued at $2.66 billion, second only to China's $15 billion.",
        ("exports USA MEX 2660000000", "exports USA CHN 15000000000"),
    ),
    (
        "2024-05-10",
        "Moldova cut its purchases of Russian gas to zero last year, from 1.2 billion cubic metres in 2021.",
        ("imports MDA RUS 1200000000",),
    ),
    (
        "2024-05-10",
        "Exports from Malaysia to Singapore climbed 8.2% year-on-year to RM21.3 billion in October, led by electrical goods, which rose by RM1.1 billion.",
        ("exports MYS SGP 21300000000 +8.2%",),
    ),
    (
        "2024-05-10",
        "Norway overtook Russia as Europe's top gas supplier, delivering 109 billion cubic metres to the EU.",
        ("exports NOR EU 109000000000",),
    ),
    (
        "2024-05-10",
        "Remittances sent by Bangladeshis in Saudi Arabia fell 11 percent to $2.7 billion in FY24.",
        ("other SAU BGD 2700000000 -11%",),
    ),
    (
        "2024-05-10",
        "Ecuador sold 1.3 million boxes of bananas a week to Russia, a quarter of its exports.",
        ("exports ECU RUS 1300000",),
    ),
    (
        "2024-05-10",
        "Trade with Ghana, Nigeria's biggest market in the region, declined by a fifth to $310 million.",
        ("trade NGA GHA 310000000 -20%",),
    ),
    (
        "2024-05-10",
        "Hungarian exports to Serbia rose to EUR 3.4 bln last year, and imports to EUR 1.9 bln, up 6 percent and 11 percent, respectively.",
        ("exports HUN SRB 3400000000 +6%", "imports HUN SRB 1900000000 +11%"),
    ),
    (
        "2024-05-10",
        "New Zealand sent 38 percent of its kiwifruit to China last season, compared with 27 percent to Japan and 22 percent to Europe.",
        ("exports NZL CHN 38% of", "exports NZL JPN 27% of"),
    ),
    (
        "2024-05-10",
        "Australian barley shipments to China resumed in September after a three-year break and have since reached 4.6 million tonnes.",
        ("exports AUS CHN 4600000",),
    ),
    (
        "2024-05-10",
        "Libya's crude exports to Italy averaged 290,000 barrels per day in April, down from 340,000 in March.",
        ("exports LBY ITA 290000", "exports LBY ITA 340000"),
    ),
    (
        "2024-05-10",
        "The United States gave Ukraine $3.9 billion in budget support, and Japan $470 million.",
        ("aid USA UKR 3900000000", "aid JPN UKR 470000000"),
    ),
    (
        "2024-05-10",
        "Belarus sold goods worth $24 billion to Russia in 2023 against $22.6 billion in 2022, Minsk said.",
        ("exports BLR RUS 24000000000", "exports BLR RUS 22600000000"),
    ),
    (
        "2024-05-10",
        "Chile shipped 413,000 tonnes of cherries abroad this season, of which 91 percent went to China.",
        ("exports CHL WLD 413000", "exports CHL CHN 91% of"),
    ),
    (
        "2024-05-10",
        "The share of Russian oil in Indian imports rose to 36 percent in May from 31 percent in April.",
        ("imports IND RUS 36% of", "imports IND RUS 31% of"),
    ),
    (
        "2024-05-10",
        "Saudi Arabia and Egypt aim to double their trade to $24 billion by 2027.",
        ("trade SAU EGY 24000000000",),
    ),
    (
        "2024-05-10",
        "Exports to the US make up 28 per cent of Cambodia's total, the highest share in Southeast Asia.",
        ("exports KHM USA 28% of",),
    ),
    (
        "2024-05-10",
        "Finland's imports from Russia collapsed by 90% last year; exports went down 78%.",
        ("imports FIN RUS -90%", "exports FIN RUS -78%"),
    ),
    (
        "2024-05-10",
        "About 120,000 Ukrainians crossed into Moldova in March.",
        ("tourism MDA UKR 120000",),
    ),
    (
        "2024-05-10",
        "UAE-based investors put $3.2 billion in Egypt's economy in 2023, the largest sum from any Arab country.",
        ("investment ARE EGY 3200000000",),
    ),
    (
        "2024-05-10",
        "Colombia's exports to Venezuela more than tripled to $632 million in 2022, though they remain far below the $6 billion of 2008.",
        ("exports COL VEN 632000000 +200%", "exports COL VEN 6000000000"),
    ),
    (
        "2024-06-10",
        "Spain's olive oil exports to the United States reached 133,000 tonnes in 2023, worth 1.1 billion euros, against 121,000 tonnes and 640 million euros the year before.",
        ("exports ESP USA 133000", "exports ESP USA 121000"),
    ),
    (
        "2024-06-10",
        "According to Eurostat, the EU imported 15.6 bcm of LNG from Russia in 2023, making it the second-largest LNG supplier behind the US with 56.2 bcm.",
        ("imports EU RUS 15600000000", "imports EU USA 56200000000"),
    ),
    (
        "2024-06-10",
        "Taiwan's shipments to China and Hong Kong dropped 11.3 percent to US$12.4 billion in May, while those to the United States surged 36.4 percent to US$10.1 billion and those to Japan 4 percent to US$2.2 billion.",
        ("exports TWN USA 10100000000 +36.4%", "exports TWN JPN 2200000000 +4%"),
    ),
    (
        "2024-06-10",
        ("Armenia's trade with Iran totalled $700 million in 2023. Exports accounted for just $98 million of that."),
        ("trade ARM IRN 700000000", "exports ARM IRN 98000000"),
    ),
    (
        "2024-06-10",
        "Tanzania's maize exports to Kenya were worth Sh6.2 billion, while Zambia and Malawi together sold the country maize valued at Sh1.4 billion.",
        ("exports TZA KEN 6200000000",),
    ),
    (
        "2024-06-10",
        "The European Commission will lend Egypt 5 billion euros and give it 600 million euros in grants.",
        ("debt EU EGY 5000000000",),
    ),
    (
        "2024-06-10",
        "Myanmar's border trade with Thailand fetched US$5.4 billion in the past 11 months, down US$320 million from the same period of the previous fiscal year.",
        ("trade MMR THA 5400000000",),
    ),
    (
        "2024-06-10",
        "Exports to Japan, Sri Lanka's third market for tea, slumped to 5.1 million kilos from 6.3 million kilos.",
        ("exports LKA JPN 5100000", "exports LKA JPN 6300000"),
    ),
    (
        "2024-06-10",
        "Two-way trade between Vietnam and South Korea hit US$76 billion last year; South Korea enjoyed a surplus of US$29 billion.",
        ("trade VNM KOR 76000000000", "balance KOR VNM 29000000000"),
    ),
    (
        "2024-06-10",
        "Rwanda's imports from China, worth $562 million, accounted for 18.4 percent of the total in 2023, followed by those from Tanzania (9.8 percent) and Kenya (8.9 percent).",
        ("imports RWA CHN 562000000", "imports RWA CHN 18.4% of", "imports RWA TZA 9.8% of", "imports RWA KEN 8.9% of"),
    ),
    (
        "2024-06-10",
        "Some 64 percent of Mongolia's coal is bought by China.",
        ("exports MNG CHN 64% of",),
    ),
    (
        "2024-06-10",
        "Peru exported $23 billion to China last year, more than twice what it sold to the United States, $9.1 billion.",
        ("exports PER CHN 23000000000", "exports PER USA 9100000000"),
    ),
    (
        "2024-06-10",
        "Canada accounted for 60 percent of U.S. crude imports, up from 33 percent in 2013, while Mexico's share slid to 7 percent.",
        ("imports USA CAN 60% of", "imports USA CAN 33% of", "imports USA MEX 7% of"),
    ),
    (
        "2024-06-10",
        "Turkey's pasta exports to Somalia increased fivefold in a decade to 210,000 tonnes.",
        ("exports TUR SOM 210000 +400%",),
    ),
    (
        "2024-06-10",
        "Latvia bought 40 per cent less timber from Belarus in January-April than a year earlier.",
        ("imports LVA BLR -40%",),
    ),
    (
        "2024-06-10",
        "Ghana's cocoa beans went mainly to the Netherlands (29%), Malaysia (17%) and Belgium (9%).",
        ("exports GHA NLD 29% of", "exports GHA MYS 17% of", "exports GHA BEL 9% of"),
    ),
    (
        "2024-06-10",
        "Oman's imports from the UAE were RO 3.2bn by the end of October, a rise of 7.4 per cent compared to RO 2.98bn by the end of October 2023.",
        ("imports OMN ARE 3200000000 +7.4%", "imports OMN ARE 2980000000"),
    ),
    (
        "2024-06-10",
        "Kuwait has supplied 2.1 million barrels of crude oil to Vietnam's Nghi Son refinery so far this year.",
        ("exports KWT VNM 2100000",),
    ),
    (
        "2024-06-10",
        "Exports of fish from Iceland to Nigeria, once worth 200 million dollars a year, are down to a trickle of 15 million.",
        ("exports ISL NGA 200000000",),
    ),
    (
        "2024-06-10",
        "Egypt received 15.7 million tourists in 2024, among them 2.5 million Germans and 1.6 million Russians.",
        ("tourism EGY WLD 15700000", "tourism EGY DEU 2500000", "tourism EGY RUS 1600000"),
    ),
    (
        "2024-06-10",
        "Paraguay exports 98 percent of its surplus power from Itaipu to Brazil, for which it was paid $240 million last year.",
        ("exports PRY BRA 98% of",),
    ),
    (
        "2024-06-10",
        "Trade turnover between Uzbekistan and Turkey in January-July amounted to $1.7 billion (export - $640.5 million; import - $1.06 billion).",
        ("trade UZB TUR 1700000000", "exports UZB TUR 640500000", "imports UZB TUR 1060000000"),
    ),
    (
        "2024-06-10",
        "Nepal's exports to India rose by 2.4 percent to Rs 103.2 billion, while imports dropped by 3.1 percent to Rs 996.7 billion in the last fiscal year.",
        ("exports NPL IND 103200000000 +2.4%", "imports NPL IND 996700000000 -3.1%"),
    ),
    (
        "2024-06-10",
        "China imposed a 34% duty on all American goods, and the EU put 25% on U.S. motorcycles.",
        ("tariff CHN USA 34",),
    ),
    (
        "2024-06-10",
        "Bahrain's exports of aluminium to the US rose 12 per cent to BD 152 million, making it the second biggest buyer.",
        ("exports BHR USA 152000000 +12%",),
    ),
    (
        "2024-06-10",
        "Last year, trade between Ukraine and Romania grew from $6.2 billion to $6.8 billion.",
        ("trade UKR ROU 6800000000", "trade UKR ROU 6200000000"),
    ),
    (
        "2024-06-10",
        "The volume of Dutch exports to Britain shrank 14 percent compared with 2015, although their value was up 8 percent.",
        ("exports NLD GBR -14%", "exports NLD GBR +8%"),
    ),
    (
        "2024-06-10",
        "Serbia imports 90% of its gas from Russia.",
        ("imports SRB RUS 90% of",),
    ),
    (
        "2024-06-10",
        "Deliveries of Algerian gas to Spain through the Medgaz pipeline totalled 9.4 bcm, equivalent to 29.2 percent of Spanish consumption.",
        ("exports DZA ESP 9400000000",),
    ),
    (
        "2024-06-10",
        "Fiji's trade deficit with Australia was FJ$420 million in the quarter, compared with FJ$395 million in the previous one.",
        ("balance FJI AUS -420000000", "balance FJI AUS -395000000"),
    ),
    (
        "2024-06-10",
        "Iraq resumed exports of 40,000 barrels a day to Jordan at a discount of $16 a barrel.",
        ("exports IRQ JOR 40000",),
    ),
    (
        "2024-06-10",
        "Cambodia's exports to Vietnam, up 19 percent, were dominated by cashew nuts ($890 million) and rubber ($210 million).",
        ("exports KHM VNM +19%", "exports KHM VNM 890000000", "exports KHM VNM 210000000"),
    ),
    (
        "2024-06-10",
        "Zimbabwean tobacco worth $500 million was shipped to China last season.",
        ("exports ZWE CHN 500000000",),
    ),
    (
        "2024-06-10",
        "Estonian visitors made up 21 percent of overnight stays by foreigners in Latvia.",
        ("tourism LVA EST 21% of",),
    ),
    (
        "2024-06-10",
        "The Philippines will import 250,000 metric tons of rice from Pakistan next year.",
        ("imports PHL PAK 250000",),
    ),
    (
        "2024-06-10",
        "Mexico became the top exporter to the United States with $475.6 billion in goods, ahead of China's $427.2 billion.",
        ("exports MEX USA 475600000000", "exports CHN USA 427200000000"),
    ),
    (
        "2015-03-17",
        "Trade between China and Mongolia fell 23 percent to $5.3 billion in 2015, with exports from China down 29 percent and imports from Mongolia down 20 percent.",
        ("trade CHN MNG 5300000000 -23%", "exports CHN MNG -29%", "imports CHN MNG -20%"),
    ),
    (
        "1988-06-10",
        (
            "Japan's trade surplus with the United States narrowed to 4.02 billion dlrs in May from 4.72 billion a year earlier, the Finance Ministry said. "
            "Exports rose 6.1 pct to 7.3 billion dlrs and imports 28.9 pct to 3.3 billion."
        ),
        (
            "balance JPN USA 4020000000",
            "balance JPN USA 4720000000",
            "exports JPN USA 7300000000 +6.1%",
            "imports JPN USA 3300000000 +28.9%",
        ),
    ),
    (
        "1987-09-10",
        "Pakistan is to buy 60,000 tonnes of Malaysian palm oil worth 21 mln dlrs, officials said.",
        ("exports MYS PAK 60000",),
    ),
    (
        "2023-11-10",
        "Russian gas exports to Austria made up 98 per cent of the Alpine country's gas imports in December.",
        ("imports AUT RUS 98% of",),
    ),
    (
        "2023-11-10",
        (
            "Bangladesh's readymade garment exports to the US declined 24.8% year-on-year to $6.4 billion in the first ten months of 2023, data from OTEXA showed. "
            "Vietnam's fell 23.5% and China's 25.5%."
        ),
        ("exports BGD USA 6400000000 -24.8%", "exports VNM USA -23.5%", "exports CHN USA -25.5%"),
    ),
    (
        "2023-11-10",
        "Nigeria and Cameroon traded goods worth 150 billion naira in the second quarter, 12 percent more than in the first.",
        ("trade NGA CMR 150000000000 +12%",),
    ),
    (
        "2023-11-10",
        "Greece's exports to North Macedonia climbed to €1.35 billion, a 9.1% rise on 2021.",
        ("exports GRC MKD 1350000000 +9.1%",),
    ),
    (
        "2023-11-10",
        "The value of Afghan exports to Pakistan in the past seven months was $371 million and imports from Pakistan stood at $780 million, the commerce ministry said.",
        ("exports AFG PAK 371000000", "imports AFG PAK 780000000"),
    ),
    (
        "2023-11-10",
        ("Lebanon's imports from Turkey doubled to $1.3 billion. Exports to the country were a mere $120 million."),
        ("imports LBN TUR 1300000000 +100%", "exports LBN TUR 120000000"),
    ),
    (
        "2023-11-10",
        "Dutch companies have invested 4.6 billion dollars in Kenya since 2010, making the Netherlands its third largest investor.",
        ("investment NLD KEN 4600000000",),
    ),
    (
        "2023-11-10",
        "Moscow's share of Turkish wheat imports stood at 79 percent last season, Ukraine's at 14 percent.",
        ("imports TUR RUS 79% of", "imports TUR UKR 14% of"),
    ),
    (
        "2023-11-10",
        "Sudan exported 4.7 million head of sheep to Saudi Arabia in 2022.",
        ("exports SDN SAU 4700000",),
    ),
    (
        "2023-11-10",
        "Chinese tourists spent 500 billion baht in Thailand in 2019, when 11 million of them came.",
        ("tourism THA CHN 500000000000",),
    ),
    (
        "2023-11-10",
        "Uganda's coffee exports to Italy, its biggest customer, rose to 2.1 million 60-kilo bags, worth $330 million.",
        ("exports UGA ITA 2100000", "exports UGA ITA 330000000"),
    ),
    (
        "2023-11-10",
        "Czech exports to Russia dwindled from 126 billion crowns in 2021 to 27 billion crowns in 2023.",
        ("exports CZE RUS 27000000000", "exports CZE RUS 126000000000"),
    ),
    (
        "2023-11-10",
        "Trade in goods between the EU and Mexico was valued at 82 billion euros; the EU sold 53 billion euros' worth and bought 29 billion euros' worth.",
        ("trade EU MEX 82000000000", "exports EU MEX 53000000000", "imports EU MEX 29000000000"),
    ),
    (
        "2023-11-10",
        "Hanoi says its rice shipments to Indonesia soared 16-fold to 720,000 tonnes.",
        ("exports VNM IDN 720000 +1500%",),
    ),
    (
        "2023-11-10",
        "Papua New Guinea shipped 8.2 million tonnes of LNG last year; Japan took 3.6 million tonnes, China 2.4 million and Taiwan 1.6 million.",
        ("exports PNG JPN 3600000", "exports PNG CHN 2400000", "exports PNG TWN 1600000"),
    ),
    (
        "2023-11-10",
        "Kosovo's tariff of 100 percent on Serbian goods has cut imports from Serbia to 1.5 million euros a month from 35 million.",
        ("tariff XKX SRB 100", "imports XKX SRB 1500000", "imports XKX SRB 35000000"),
    ),
    (
        "2023-11-10",
        "North Korea's imports of flour from China rose more than tenfold in October from September, to 18,600 tons.",
        ("imports PRK CHN 18600",),
    ),
    (
        "2023-11-10",
        "Israel's exports to Morocco reached $56 million, up 47 percent; imports totaled $116 million.",
        ("exports ISR MAR 56000000 +47%", "imports ISR MAR 116000000"),
    ),
    (
        "2023-11-10",
        "Remittances from the UAE to Pakistan edged down to $4.65 billion, while inflows from Saudi Arabia were $6.45 billion.",
        ("other ARE PAK 4650000000",),
    ),
    (
        "2023-11-10",
        "Austria still got 80 percent of its gas from Russia in 2023.",
        ("imports AUT RUS 80% of",),
    ),
    (
        "2023-11-10",
        "Trade between Eswatini and South Africa accounts for 70% of the kingdom's exports and 80% of its imports.",
        ("exports SWZ ZAF 70% of",),
    ),
    (
        "2023-11-10",
        "South Korea's exports to Vietnam, its third-largest market, came to $53.5 billion, a drop of 12.3 percent from 2022.",
        ("exports KOR VNM 53500000000 -12.3%",),
    ),
    (
        "2023-11-10",
        "Malaysia and Singapore are each other's second largest trading partner, with total trade of US$78.6 billion in 2023.",
        ("trade MYS SGP 78600000000",),
    ),
    (
        "2023-11-10",
        "Brazil imported $1.9 billion of Russian fertilizer in the first half, down from $3 billion in the first half of 2022.",
        ("imports BRA RUS 1900000000", "imports BRA RUS 3000000000"),
    ),
    (
        "2023-11-10",
        "The country's shipments of nickel ore to Japan plunged 61 per cent, the Philippine mines bureau said.",
        ("exports PHL JPN -61%",),
    ),
    (
        "2023-11-10",
        "British exports of beef to the Philippines grew to £43 million, up almost a quarter.",
        ("exports GBR PHL 43000000 +25%",),
    ),
    (
        "2023-11-10",
        "U.S. imports of goods from China fell $110 billion, or 20 percent, to $427 billion in 2023.",
        ("imports USA CHN 427000000000 -20%",),
    ),
    (
        "2023-11-10",
        "Moroccan tomato exports to the United Kingdom have quadrupled in five years, overtaking those of Spain.",
        ("exports MAR GBR +300%",),
    ),
]


LOST = pytest.mark.xfail(
    strict=True, reason="a sum that is only said to be spent is given up, and too unlikely to be taken again"
)


@pytest.mark.parametrize(
    ("published", "text", "facts"),
    [
        pytest.param(*story, marks=LOST) if story[1].startswith("India's imports of Russian fuels fell") else story
        for story in STORIES
    ],
    ids=[text[:48] for _, text, _ in STORIES],
)
def test_a_story_is_read_to_its_figures(published, text, facts):
    assert untold(facts, text, published) == []
