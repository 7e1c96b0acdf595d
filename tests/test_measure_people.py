"""People and counted things between countries: travellers, those who move to stay, weapons, bags, doses, and what only looks like them."""

from __future__ import annotations

import pytest

from story_facts import told, untold

STORIES = [
    (
        "2014-06-05",
        "Chile had 12,400 students from Ghana last year. In all, Chile had 106,000 foreign students, 12 percent more than before.\n\nFull list:\n\n1. China 27 percent\n2. India 25 percent",
        ("other CHL GHA 12400", "other CHL WLD 106000 +12%", "other CHL CHN 27%", "other CHL IND 25%"),
    ),
    (
        "2019-05-08",
        "Refugees from Chad have come to Niger. Over 34,000 new refugees have entered Niger so far this year, more than 16,000 of them from Chad.",
        ("other NER WLD 34000", "other NER TCD 16000"),
    ),
    ("2020-05-20", "61,000 Bulgarians spent their holidays in Albania.", ("tourism ALB BGR 61000",)),
    (
        "2018-11-20",
        "Tourist arrivals in Cyprus rose by 8 percent to 3.7 million last year. Britain was still the main market of Cyprus with 34 percent.",
        ("tourism CYP WLD 3.7e6 +8%", "tourism CYP GBR 34%"),
    ),
    (
        "2018-11-20",
        "Tourist arrivals to Cyprus from Britain rose 5 percent. Britain is also Cyprus's main market for halloumi, with 34 percent, and tourists like it too.",
        ("tourism CYP GBR +5%", "exports CYP GBR 34%"),
    ),
    (
        "2015-09-10",
        "Croatia had fewer guests. Italian arrivals dropped by 25.5% to 89,500 and bed-nights by 28.1% to 720,000.",
        ("tourism HRV ITA 89500 -25.5%", "tourism HRV ITA 720000 -28.1%"),
    ),
    (
        "2022-07-12",
        "Uganda registered 1,520 refugees from South Sudan in June. About 924,000 South Sudanese now live in Uganda.",
        ("other UGA SSD 1520", "other UGA SSD 924000"),
    ),
    (
        "2019-05-28",
        "Mexico returned 45,370 Guatemalans last year, the institute said. 33,115 of them were flown home, and the rest went by bus.",
        ("other MEX GTM 45370", "other MEX GTM 33115"),
    ),
    (
        "2011-03-04",
        "More than 60,000 Bangladeshis were working in Libya before the war; 8,200 have been repatriated so far.",
        ("other LBY BGD 60000", "other LBY BGD 8200"),
    ),
    (
        "2023-01-30",
        "Canada issued 226,450 study permits to Indian students in 2022, and 52,165 to Chinese.",
        ("other CAN IND 226450", "other CAN CHN 52165"),
    ),
    (
        "2016-11-15",
        "There are 328,547 Chinese students at American universities, 8.1 percent more than a year earlier. Indians number 165,918.",
        ("other USA CHN 328547 +8.1%", "other USA IND 165918"),
    ),
    (
        "2012-06-18",
        "The number of Eritreans seeking asylum in Israel fell to 1,250 in May from 2,031 in April.",
        ("other ISR ERI 1250", "other ISR ERI 2031"),
    ),
    ("2016-06-06", "Turkey took back 202 migrants from Greece on Monday.", ("other TUR GRC 202",)),
    (
        "2018-05-09",
        "Kuwait employs 90,000 Nepalis; about 310,000 Egyptians and 120,000 Filipinos also work in the emirate.",
        ("other KWT NPL 90000", "other KWT EGY 310000", "other KWT PHL 120000"),
    ),
    (
        "2018-05-09",
        "Cuba has some 11,000 doctors in Venezuela and 4,200 in Brazil.",
        ("other VEN CUB 11000", "other BRA CUB 4200"),
    ),
    (
        "2018-05-09",
        "Kenya hosts 1.1 million Somalis, Uganda 506,000 and Sudan 288,000.",
        ("other KEN SOM 1.1e6", "other UGA SOM 506000", "other SDN SOM 288000"),
    ),
    ("2018-05-09", "Ghana's students in China number 6,500.", ("other CHN GHA 6500",)),
    (
        "2018-05-09",
        "Moldovan citizens working in Italy numbered 142,000, Ukrainian citizens 237,000 and Albanians 440,000.",
        ("other ITA MDA 142000", "other ITA UKR 237000", "other ITA ALB 440000"),
    ),
    (
        "2018-05-09",
        "Malta has been visited by 41,000 Swedes and 38,000 Poles so far this summer.",
        ("tourism MLT SWE 41000", "tourism MLT POL 38000"),
    ),
    (
        "2018-05-09",
        "Cyprus welcomed 410,000 visitors last year. More than half (54 per cent) came from Britain and 9 per cent from Sweden.",
        ("tourism CYP WLD 410000", "tourism CYP GBR 54%", "tourism CYP SWE 9%"),
    ),
    (
        "2016-06-06",
        "About 120,000 Nepalis left for Malaysia in the year, and 87,000 for Saudi Arabia.",
        ("other MYS NPL 120000", "other SAU NPL 87000"),
    ),
    (
        "2012-12-12",
        "Migration from Mexico to the United States fell by 8 percent to 125,000.",
        ("other USA MEX 125000 -8%",),
    ),
    (
        "2019-02-20",
        (
            "Palau received 9,412 Japanese visitors in January, up 6.3 percent from a year earlier, while Taiwanese arrivals came to 1,287. "
            "Those in Guam slipped."
        ),
        ("tourism PLW JPN 9412 +6.3%", "tourism PLW TWN 1287"),
    ),
    (
        "2015-11-17",
        "Iceland hosted 116,152 foreign travellers in October. Some 26,010 of them were American, 25,190 British and 7,304 German.",
        ("tourism ISL WLD 116152", "tourism ISL USA 26010", "tourism ISL GBR 25190", "tourism ISL DEU 7304"),
    ),
    (
        "2022-11-02",
        "Maldives: Russia leads with 153,000 arrivals so far this year, India is second at 190,000 and the UK third at 141,000.",
        ("tourism MDV RUS 153000", "tourism MDV IND 190000", "tourism MDV GBR 141000"),
    ),
    (
        "2023-05-26",
        (
            "Germany, one of the main source markets for visitors, sent more of them, Malta Tourism Authority figures show. "
            "Italian arrivals stood at 34,671 in April, and New Zealand arrivals went from 1,834 to 1,253 over the same period. "
            "German arrivals rose from 12,076 in March to 13,692 last month."
        ),
        ("tourism MLT ITA 34671", "tourism MLT NZL 1253", "tourism MLT NZL 1834", "tourism MLT DEU 13692"),
    ),
    (
        "2022-08-27",
        "Warsaw undertook to buy 980 K2 tanks from South Korea. A first batch of 180 tanks will arrive by 2025.",
        ("imports POL KOR 980", "imports POL KOR 180"),
    ),
    (
        "2023-02-24",
        (
            "Denmark has promised Ukraine 19 Caesar howitzers, and Norway is sending eight Leopard tanks. "
            "The US pledged 31 tanks to Ukraine."
        ),
        ("aid DNK UKR 19", "aid NOR UKR 8", "aid USA UKR 31"),
    ),
    (
        "2021-03-22",
        "Serbia bought 1 million doses of vaccine from China in January.",
        ("imports SRB CHN 1000000",),
    ),
    (
        "2011-02-02",
        "Uruguay sent 3,200 carcasses and 1,150 live cattle to Lebanon last week.",
        ("exports URY LBN 3200", "exports URY LBN 1150"),
    ),
    (
        "2020-05-13",
        "Honduras exported 1.02 million 46-kg bags of coffee to Belgium in April.",
        ("exports HND BEL 1020000",),
    ),
    (
        "2019-08-02",
        (
            "Kenya is now the third largest source of foreign students in Norway. Data showed 5,200 Kenyan students enrolled at universities "
            "there, with Chile (20,100) and Peru (10,100)."
        ),
        ("other NOR KEN 5200", "other NOR CHL 20100", "other NOR PER 10100"),
    ),
    (
        "2020-02-12",
        "Applications for student visas to Norway from Kenya were down 3.3% in the second half of 2019, while those from Chile rose 53.5%.",
        ("other NOR KEN -3.3%", "other NOR CHL +53.5%"),
    ),
    (
        "2020-02-12",
        "The number of Kenyan students in Norway fell by 4 percent to 1,510, while that of Chileans rose by 39 percent to 1,260.",
        ("other NOR KEN 1510 -4%", "other NOR CHL 1260 +39%"),
    ),
    (
        "2020-02-12",
        "Applications for visas to Norway from Kenya were down 3.3%, made up for by the growth of those from Chile (53.5%) and Peru (47.8%).",
        ("other NOR KEN -3.3%", "other NOR CHL +53.5%", "other NOR PER +47.8%"),
    ),
    (
        "2020-02-12",
        "Kenyan enrollments at Norwegian colleges climbed by 94,000, while the growth was 62,000 for Chileans and 39,000 for Peruvians.",
        ("other NOR KEN by94000", "other NOR CHL by62000", "other NOR PER by39000"),
    ),
    (
        "2020-02-12",
        "Kenya sent 2,020 students to Norwegian colleges in 2019, 8 percent fewer than a year before.",
        ("other NOR KEN 2020 -8%",),
    ),
    (
        "2020-02-12",
        "Of the foreign students in Norway, 4,200 come from Kenya, 3,900 from Chile and 1,500 from Peru.",
        ("other NOR KEN 4200", "other NOR CHL 3900", "other NOR PER 1500"),
    ),
    (
        "2022-06-12",
        "Norway has taken in 95,000 Ukrainians and Malta 37,000.",
        ("other NOR UKR 95000", "other MLT UKR 37000"),
    ),
    (
        "2022-06-12",
        "Norway took in 5,200 migrants from Chile in May, Malta 1,900 from Peru.",
        ("other NOR CHL 5200", "other MLT PER 1900"),
    ),
    (
        "2022-06-12",
        "Norway received 6,200 asylum applications from Eritreans, and Malta 900.",
        ("other NOR ERI 6200",),
    ),
    (
        "2023-12-28",
        (
            "Iran goes on sending home Afghan nationals who live there illegally, and 537 were returned across the Islam Qala border on Monday. "
            "So far 3,693 undocumented Afghans have gone through the Zaranj border, and 698 through Milak."
        ),
        ("other IRN AFG 537", "other IRN AFG 3693", "other IRN AFG 698"),
    ),
    (
        "2023-12-28",
        "Some 3.5 million Kenyans work in Qatar, 2.6 million in Oman and 700,000 in Malta. Kenya sent 12,000 nurses to Norway and 4,000 to Chile.",
        (
            "other QAT KEN 3.5e6",
            "other OMN KEN 2.6e6",
            "other MLT KEN 700000",
            "other NOR KEN 12000",
            "other CHL KEN 4000",
        ),
    ),
    (
        "2020-02-12",
        "Rail freight traffic between Kenya and Uganda rose by 10.7 percent last year to 1.47 million tons, and that by road by 38.2 percent to 1.49 million tons.",
        ("other KEN UGA 1.47e6 +10.7%", "other KEN UGA 1.49e6 +38.2%"),
    ),
    (
        "2020-02-12",
        "Passenger traffic between Norway and Malta reached 1.2 million passengers in 2019, up 30 percent on the year.",
        ("other NOR MLT 1.2e6 +30%",),
    ),
]


@pytest.mark.parametrize(("published", "text", "facts"), STORIES)
def test_people_and_things_are_counted_between_two_countries(published, text, facts):
    assert untold(facts, text, published) == []


@pytest.mark.parametrize(
    "text",
    [
        "A bus with 42 Chinese tourists overturned in Thailand on Monday, killing three people.",
        "Police in Athens arrested 42 Albanians and 17 Pakistanis in a drugs raid.",
        "Some 600 Norwegian soldiers and 1,200 Poles took part in the exercise in Estonia.",
        "The stadium in Seoul welcomed 45,000 spectators for the match between Japan and South Korea.",
        "A poll of 1,200 Swedes and 1,000 Finns found that 57 percent favour NATO membership.",
        "Russia sent 300 tanks to the border with Ukraine.",
        "About 20,000 people of Indian descent live in Mozambique.",
        "The bank employs 3,500 people in India and 1,200 in Brazil. Its students come from Chile.",
        "About 4,000 workers of the Indian plant walked out. Some 200 of them went to Sri Lanka for a match.",
        "Traffic accidents in Kenya fell 5 percent. Internet traffic from Chile to the firm's site rose 30 percent.",
        "Some 40 Danish firms work in the Philippines and over 100 million Nigerians live without power.",
        "India recorded 360,960 new infections on Wednesday; Brazil had 72,140.",
    ],
)
def test_victims_soldiers_and_those_at_home_are_no_movers(text):
    assert told(text, "2019-01-15") == []
