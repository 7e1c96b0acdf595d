"""Short stories whose figures come in pairs, in rows and as multiples: which of them is the level, the change, the share, and whose."""

from __future__ import annotations

import pytest

from story_facts import untold
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents
from tieline.read.numbers.figures import find_figures

STORIES = [
    (
        "2007-11-07",
        (
            "Trade between the two Koreas increased by 23 percent last year. Only 52 South Koreans travelled to the North and 63 North Koreans visited the South."
        ),
        ("trade KOR PRK +23%", "tourism PRK KOR 52", "tourism KOR PRK 63"),
    ),
    (
        "2017-02-25",
        (
            "Malta's visitor arrivals reached a new high in 2016. The biggest were Norway (360,370), Chile (63,836), Pacific Islands (39,450) and Europe (28,905)."
        ),
        ("tourism MLT NOR 360370", "tourism MLT CHL 63836", "tourism MLT None 39450", "tourism MLT None 28905"),
    ),
    (
        "2024-02-28",
        "Denmark and Poland remain the major source markets for Malta with 34,671 visitors in January.",
        ("tourism MLT DNK 34671",),
    ),
    (
        "2025-05-13",
        (
            "Peru's exports to its neighbours fell. Goods to Chile, its main partner, dropped from $26.3 million in 2023 to $25.9 million in 2024. "
            "Bolivia's orders declined 20.4 percent to $4.5 million."
        ),
        ("exports PER CHL 25.9e6", "exports PER CHL 26.3e6", "imports BOL PER 4.5e6 -20.4%"),
    ),
    (
        "2018-07-05",
        "Sonatrach cut its gas deliveries to Spain by 10 percent in 2016. The next year the flow dropped by 20 percent.",
        ("exports DZA ESP -10%", "exports DZA ESP -20%"),
    ),
    (
        "2021-11-28",
        (
            "Peruvian exports to Chile have reached $17 million. Chile is the biggest exporter to Peru, and this year exports have reached $1.5 billion."
        ),
        ("exports PER CHL 17e6", "exports CHL PER 1.5e9"),
    ),
    (
        "2025-03-13",
        "Peru has 25% tariffs on the following imports from Chile: $12.6 million worth of steel and $3 million worth of other goods.",
        ("tariff PER CHL 25", "other PER CHL 12.6e6", "other PER CHL 3e6"),
    ),
    (
        "2018-01-25",
        (
            "Trade between Peru and Chile grew by 10 percent in 2016. The figure reached $700 million last year, including $300 million of Peruvian exports."
        ),
        ("trade PER CHL +10%", "trade PER CHL 7e8", "exports PER CHL 3e8"),
    ),
    (
        "2017-07-27",
        (
            "Norwegian exports rose 11 percent to $4.7 billion in June. Milk powder and cheese led the rise, up 45 percent to $1.2 billion. "
            "Imports of cars led the increase in total imports, up 31 percent to $505 million."
        ),
        ("exports NOR WLD 4.7e9 +11%", "exports NOR WLD 1.2e9 +45%", "imports NOR WLD 505e6 +31%"),
    ),
    (
        "1997-05-23",
        "In 1990 Peru took 20% of Chile's exports; by last year this had grown to 38%.",
        ("exports CHL PER 20%", "exports CHL PER 38%"),
    ),
    (
        "2020-08-17",
        "Chad was the biggest trading partner of Togo with a trade value of $109 million, followed by Mali with $92 million (-7 per cent).",
        ("trade TGO TCD 109e6", "trade TGO MLI 92e6 -7%"),
    ),
    (
        "1991-11-21",
        "Japan pledged $300 million in Egyptian aid. As its premier heads to Tokyo, Japan has decided to release $16 million to Chad in aid.",
        ("aid JPN EGY 3e8", "aid JPN TCD 16e6"),
    ),
    (
        "2002-05-28",
        "Donors responding to the food crisis in southern Africa include Norway ($5 million) and Germany ($4.2 million).",
        ("aid NOR None 5e6", "aid DEU None 4.2e6"),
    ),
    (
        "2013-11-13",
        "China exported US$99.9 billion to Texas in 2012 and US$38.1 billion to Michigan.",
        ("exports CHN USA 99.9e9", "exports CHN USA 38.1e9"),
    ),
    (
        "2018-01-25",
        "Norway's gas supplies to Poland averaged 13.1 million cubic meters a day (Mm3/d) in 2017 against 12.2Mm3/d in 2016.",
        ("exports NOR POL 13.1e6", "exports NOR POL 12.2e6"),
    ),
    (
        "2022-03-02",
        (
            "Trade between Ghana and Togo came to $824 million in the first half of 2021, up 20.6% on the same half of 2020. "
            "The chamber puts it at $1.01 billion for the second half, after $1.8 billion in the second half of 2018."
        ),
        ("trade GHA TGO 8.24e8 +20.6%", "trade GHA TGO 1.01e9", "trade GHA TGO 1.8e9"),
    ),
    (
        "2016-01-20",
        (
            "Over the eight months of 2015 visitors from Norway to Sri Lanka went up 27.9 percent to 51,427 and those from Chile 76.8 percent to 8,682."
        ),
        ("tourism LKA NOR 51427 +27.9%", "tourism LKA CHL 8682 +76.8%"),
    ),
    (
        "2020-07-15",
        (
            "Peru's crude oil imports amounted to 2.04 million tonnes in June, or 498,000 barrels per day (bpd), which is 12.6% below the 2.33 million tonnes of a year earlier. "
            "Norway shipped 661,367 tonnes, or 161,594 bpd, a 39.2% year-on-year decline. "
            "In the first half the crude imports of Peru stood at 12.95 million tonnes, close to 520,000 bpd, 7.9% lower year-on-year."
        ),
        (
            "imports PER WLD 2.04e6 -12.6%",
            "imports PER WLD 2.33e6",
            "imports PER NOR 661367 -39.2%",
            "imports PER WLD 1.295e7 -7.9%",
        ),
    ),
    (
        "2023-08-15",
        (
            "Kenya's dairy imports were 5 times smaller last year than in 2021. Imports of meat, sugar and fish fell 2 times, 2.5 times and 4 times. "
            "Chile sold twice as much wine to Kenya as a year earlier, and about four times as many plums."
        ),
        (
            "imports KEN WLD -80%",
            "imports KEN WLD -50%",
            "imports KEN WLD -60%",
            "imports KEN WLD -75%",
            "exports CHL KEN +100%",
            "exports CHL KEN +300%",
        ),
    ),
    (
        "2023-08-15",
        (
            "Peru's exports fell in July, customs data showed. "
            "Steel slid 15.2 percent to $2.43 billion and petroleum products 48.7 percent to $2.27 billion in exports. "
            "Timber went down from 131.2 million to 37 million dollars."
        ),
        (
            "exports PER WLD 2.43e9 -15.2%",
            "exports PER WLD 2.27e9 -48.7%",
            "exports PER WLD 3.7e7",
            "exports PER WLD 1.312e8",
        ),
    ),
    (
        "2023-08-15",
        (
            "Togo and Ghana trade more. "
            "Petrol, at close to 30.2 million USD (a rise of 254.7%), and vegetables, at almost 22.4 million USD (a rise of 78.1%), led Ghana's shipments to Togo last year."
        ),
        ("exports GHA TGO 3.02e7 +254.7%", "exports GHA TGO 2.24e7 +78.1%"),
    ),
    (
        "2023-08-15",
        (
            "Ghana exported 50,000 tonnes of cocoa to Peru in May worth $120 million (up 3% and 5%). "
            "Next were shipments to Chile with 30,000 tonnes worth 90 million dollars (6% and 5.3% more respectively), and to Norway with 4,000 tonnes worth $11 million (17.4% less in both cases)."
        ),
        (
            "exports GHA PER 50000 +3%",
            "exports GHA PER 1.2e8 +5%",
            "exports GHA CHL 30000 +6%",
            "exports GHA CHL 9e7 +5.3%",
            "exports GHA NOR 4000 -17.4%",
            "exports GHA NOR 1.1e7 -17.4%",
        ),
    ),
    (
        "2022-08-15",
        (
            "Over 28 million bottles of Chilean wine went to Norway in 2021, eight percent more than in the year before. "
            "Poland received 502,353 bottles, 35 percent more than a year ago, Togo - 73,860 bottles (growth of 63 percent)."
        ),
        ("exports CHL NOR 2.8e7 +8%", "imports POL CHL 502353 +35%", "imports TGO CHL 73860 +63%"),
    ),
    (
        "2023-08-15",
        (
            "Chile's main suppliers last year were China with 20 percent, Peru and Norway with eight percent each, and Ghana and Togo with three apiece. "
            "The main buyers of Chilean wine were Kenya (24 percent), Peru (12) and Ghana (nine)."
        ),
        (
            "imports CHL CHN 20% of",
            "imports CHL PER 8% of",
            "imports CHL NOR 8% of",
            "imports CHL GHA 3% of",
            "imports CHL TGO 3% of",
            "exports CHL KEN 24% of",
            "exports CHL PER 12% of",
            "exports CHL GHA 9% of",
        ),
    ),
    (
        "2023-08-15",
        "Peru's main export markets last year were China, with $3 billion, and Chile and Norway, with $1.2 billion each.",
        ("exports PER CHN 3e9", "exports PER CHL 1.2e9", "exports PER NOR 1.2e9"),
    ),
    (
        "2023-08-15",
        (
            "LIMA - Peru traded goods worth $35.4 billion with other countries in the first half. In return, the country brought in 1.8 million tons of goods for $19.5 billion. "
            "Goods worth some 12 million euros have come to Peru from Serbia since January. Goods from Norway cost Peru close to 35 million dollars."
        ),
        (
            "trade PER WLD 3.54e10",
            "imports PER WLD 1.8e6",
            "imports PER WLD 1.95e10",
            "imports PER SRB 1.2e7",
            "imports PER NOR 3.5e7",
        ),
    ),
    (
        "2020-09-20",
        (
            "Imports into Estonia dropped in August. Goods worth €1.1 billion left the country, and goods worth €1.2 billion came in. "
            "Goods worth €3 million were sent to Chile, and goods worth €5 million to Togo."
        ),
        ("exports EST WLD 1.1e9", "imports EST WLD 1.2e9", "exports EST CHL 3e6", "exports EST TGO 5e6"),
    ),
    (
        "2020-09-20",
        (
            "With $13.7 billion worth of goods traded between them in 2018, Peru was the fifth largest trading partner of Norway. "
            "In nine months of this year the two countries traded goods worth $9.2 billion."
        ),
        ("trade PER NOR 1.37e10", "trade PER NOR 9.2e9"),
    ),
    (
        "2019-06-05",
        "Oil shipments to Peru amounted to 430,000 barrels per day (bpd) in May, 11% less than in the month before.",
        ("imports PER WLD 430000 -11%",),
    ),
    (
        "2018-02-05",
        (
            "Shipments of Chilean copper to Norway dropped 18.6% to 2.83 million tonnes in December, whereas in the full year they went up 27.6% to 33.6 million tonnes."
        ),
        (
            "exports CHL NOR 2.83e6 -18.6%",
            "exports CHL NOR 3.36e7 +27.6%",
        ),
    ),
    (
        "2023-08-15",
        "Peru's largest buyers last year were Chile with 230 million dollars, that is 19.5 percent, and Norway with $100 million (8 percent).",
        ("exports PER CHL 2.3e8 19.5% of", "exports PER NOR 1e8 8% of"),
    ),
    (
        "2023-08-15",
        "Peru's exports to Chile grew last year. Fish added 12.8 percent to $1.7 billion, while copper lost 4.2 percent.",
        ("exports PER CHL 1.7e9 +12.8%", "exports PER CHL -4.2%"),
    ),
    (
        "2023-08-15",
        "Estonia's exports fell. 21% of what the country sold was bound for the US, 15.1% for Norway and 12.9% for Chile.",
        ("exports EST NOR 15.1% of", "exports EST CHL 12.9% of"),
    ),
    (
        "2019-10-20",
        "With 3.9 million tonnes between January and September, Kenya was the largest buyer of palm oil from Togo, the board said.",
        ("exports TGO KEN 3.9e6",),
    ),
    (
        "2020-05-20",
        (
            "In April, trade between Peru and Chile slumped. The chamber puts it at $1.01 billion, after $1.8 billion in April 2019. "
            "Both flows shrank: Peruvian exports to Chile by 40.6%, to $539 million, and imports from there by 48.6%, to $477 million. "
        ),
        (
            "trade PER CHL 1.01e9",
            "trade PER CHL 1.8e9",
            "exports PER CHL 5.39e8 -40.6%",
            "imports PER CHL 4.77e8 -48.6%",
        ),
    ),
    (
        "2020-09-20",
        "Peru's trade with Chile reached $80 million in January-July. Compared with the same months of last year it dropped by 15.3 percent.",
        ("trade PER CHL 8e7", "trade PER CHL -15.3%"),
    ),
    (
        "2022-05-20",
        "Vietnam's exports rose in April. Fish is estimated to have fetched 263 million dollars, up 12 percent.",
        ("exports VNM WLD 2.63e8 +12%",),
    ),
    (
        "2021-06-20",
        (
            "Algeria's trade deficit was 4,250.5 MD (-3,120 MD in the same period of 2020), because of deficits with several countries, "
            "among them Turkey (-812.4 MD) and Brazil (310 MD)."
        ),
        (
            "balance DZA WLD -4.2505e9",
            "balance DZA WLD -3.12e9",
            "balance DZA TUR -8.124e8",
            "balance DZA BRA -3.1e8",
        ),
    ),
    (
        "2021-06-20",
        "Swedish exports to Peru came to MSEK 450 in 2020, while imports from Peru reached 120 MSEK.",
        ("exports SWE PER 4.5e8", "imports SWE PER 1.2e8"),
    ),
    (
        "2021-06-20",
        (
            "Ghana exported shoes worth $3.2 billion to the world in 2020. Shipments to Peru rose 6.05%, to Chile 4.25%, "
            "to the Netherlands 11.77% and to Togo 20.30%."
        ),
        ("exports GHA PER +6.05%", "exports GHA CHL +4.25%", "exports GHA NLD +11.77%", "exports GHA TGO +20.3%"),
    ),
    (
        "2021-06-20",
        (
            "Exports of Moldova to Kenya rose in 2020. Moldova's shipments of walnuts to Kenya were up 8.5 times on the year, synthetic resins 7.5 times and honey 6.4 times. "
            "Exports of furniture to Kenya dropped 29 percent and those of the leather industry 27 percent. For machinery the decrease was 38 percent, for wine 15 percent."
        ),
        (
            "exports MDA KEN +750%",
            "exports MDA KEN +650%",
            "exports MDA KEN +540%",
            "exports MDA KEN -29%",
            "exports MDA KEN -27%",
            "exports MDA KEN -38%",
            "exports MDA KEN -15%",
        ),
    ),
    (
        "2020-06-02",
        (
            "Finland runs a deficit in its trade with Peru, but the gap has narrowed. It was four billion euros in 2014; this year Finnish imports from Peru have exceeded exports by 1.3 billion euros. "
            "Finnish imports from Latvia came to 12.7 million lats in 2005."
        ),
        ("balance FIN PER -4e9", "imports FIN LVA 1.27e7"),
    ),
    (
        "2020-06-02",
        (
            "Malawi's imports fell in 2019. Food (-35 per cent), petroleum products (-44 per cent) and machinery (-48 per cent) accounted for much of the fall in imports. "
            "Medical exports of Malawi to the world were 10 per cent higher at $5.8 million, while those of organic chemicals were 20 per cent lower at $2.4 million."
        ),
        (
            "imports MWI WLD -35%",
            "imports MWI WLD -44%",
            "imports MWI WLD -48%",
            "exports MWI WLD 5.8e6 +10%",
            "exports MWI WLD 2.4e6 -20%",
        ),
    ),
    (
        "2020-06-02",
        (
            "Ghana sold goods worth $4 billion to Chile in 2019. Their values were $11.6 million and $5.1 million in that order. "
            "Motorcycles for $86 million and antibiotics for $45 million came the other way."
        ),
        (
            "exports GHA CHL 4e9",
            "exports GHA CHL 1.16e7",
            "exports GHA CHL 5.1e6",
            "exports CHL GHA 8.6e7",
            "exports CHL GHA 4.5e7",
        ),
    ),
    (
        "2020-06-02",
        "For May by itself the bureau put the drop in Peruvian exports to Chile at 68.9%. Peru is Togo's third customer (10.5% of exports).",
        ("exports PER CHL -68.9%", "exports TGO PER 10.5%"),
    ),
    (
        "2020-06-02",
        "Fiji's exports fell 20 percent in May. Sugar, the mainstay of the economy, brought in $4.3 million, a plunge of 35.4 percent. Earnings from Chile decreased 3.9% to $1.2 million.",
        ("exports FJI WLD 4.3e6 -35.4%", "exports FJI CHL 1.2e6 -3.9%"),
    ),
    (
        "2014-12-23",
        "Sales of Oman to China rose 17 percent to $803 million in May. Exports to Togo slipped 4 percent.\n\nOman recorded a trade deficit of $779 million in May, narrower than the $810 million deficit expected by economists, with both imports and exports higher.",
        ("exports OMN CHN 8.03e8 +17%", "balance OMN WLD -7.79e8", "balance OMN WLD -8.1e8"),
    ),
    (
        "2020-06-02",
        "Exports from Oman to Togo rose 3 percent.\n\nThe value of annual trade between the two countries is around $3 million.\n\nOman's non-oil trade in the first five months stood at $9.3 billion.",
        ("trade OMN TGO 3e6", "trade OMN WLD 9.3e9"),
    ),
    (
        "2017-07-27",
        "Kenya's exports to Uganda fell to $10 million. Earnings from goods sold to Uganda, Malawi, Rwanda and Zambia dropped to $28.8 million in 2016.",
        ("exports KEN UGA 1e7", "exports KEN None 2.88e7"),
    ),
    (
        "2017-07-27",
        "Visitors from Chile to Peru rose in 2016.\nOf the 842,800 arrivals, 43 percent came from Chile and 22 percent from Brazil.",
        ("tourism PER WLD 842800", "tourism PER CHL 43%", "tourism PER BRA 22%"),
    ),
    (
        "2017-07-27",
        "In 2016, 36.2 million foreign visitors came to Turkey, of whom 702.413 were Polish citizens. In May, 61.283 Maltese citizens visited it.",
        ("tourism TUR WLD 3.62e7", "tourism TUR POL 702413", "tourism TUR MLT 61283"),
    ),
    (
        "2017-07-27",
        "Chile's exports to Peru grew to $11.8 million--16% more than in 2015.",
        ("exports CHL PER 1.18e7 +16%",),
    ),
]


LOST = pytest.mark.xfail(strict=True, reason="another pair is weighed as likelier than that of the rules")


@pytest.mark.parametrize(
    ("published", "text", "facts"),
    [
        pytest.param(*story, marks=LOST) if story[1].startswith("Imports into Estonia dropped in August") else story
        for story in STORIES
    ],
    ids=[text[:48] for _, text, _ in STORIES],
)
def test_a_story_is_read_to_its_figures(published, text, facts):
    assert untold(facts, text, published) == []


@pytest.mark.parametrize(
    ("text", "change", "percent"),
    [
        ("Chile's exports to Peru were €33 million down on August 2019.", -33e6, None),
        ("Chile's exports to Peru were 73 million euros a month below those of the year before.", -73e6, None),
        (
            "Chile's exports to Peru were up by 56 million euros (61 million dollars), or 1.3 percent, in June.",
            56e6,
            1.3,
        ),
        ("Arrivals from Togo in Chile were down by 1,262 or 0.8 per cent in June.", -1262.0, -0.8),
        ("Chile's exports to Peru were up 12 percent year on year, or 89 million euros.", 89e6, 12.0),
        ("Chile's exports to Peru increased a measly $9.3 million, or 1.9 percent.", 9.3e6, 1.9),
        ("Chile's exports of copper to Peru were 153% (12,300 tonnes) more than in 2018.", 12300.0, 153.0),
    ],
)
def test_what_is_far_from_an_earlier_level_is_a_change(text, change, percent):
    document = Document("s", text, Period.parse("2020-09-10"), None, "en")
    [claim] = [c for result in read_documents([document]) for c in result.claims if c.kind == "measure"]
    assert (claim.value, claim.change_value, claim.change_pct) == (None, change, percent)


@pytest.mark.parametrize(
    ("text", "level", "change"),
    [
        ("Kenya's deficit with Oman grew, shooting up $1.1 billion to $5.5 billion in June.", -5.5e9, 1.1e9),
        ("Kenya's tea exports to Egypt climbed 3 million to 8 million kilos.", 8e6, 3e6),
    ],
)
def test_behind_a_verb_of_moving_two_numbers_are_no_range(text, level, change):
    document = Document("s", text, Period.parse("2020-09-10"), None, "en")
    [claim] = [c for result in read_documents([document]) for c in result.claims if c.kind == "measure"]
    assert (claim.value, claim.change_value, claim.value_max) == (level, change, None)


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("Imports of meat fell 2.5 times.", -60.0),
        ("Turkey cut purchases fourfold", -75.0),
        ("sales rose threefold", 200.0),
        ("trade was twice what it was in 2010", 100.0),
        ("four times as much maize as a year before", 300.0),
        ("He visited three times.", None),
        ("Exports rose for three times in a row.", None),
        ("Kenya buys twice as much from Peru as it sells there", None),
        ("up on the same half of last year", None),
    ],
)
def test_a_multiple_is_a_change_only_against_another_time(text, percent):
    assert [f.value for f in find_figures(text)] == ([] if percent is None else [percent])
