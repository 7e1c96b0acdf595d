"""Who states a figure, of which time, money and unit it is, and of what it is a share: ordinary sentences of the press, worked out by hand.

In each row the answers stand before the two bars, in the order of the figures; "//" parts paragraphs.
"""

from __future__ import annotations

import pytest

from tieline.model.claims import Measure
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents


def rows(table: str) -> list[str]:
    return [line for line in table.strip().splitlines() if line]


def measures(text: str, published: str) -> list[Measure]:
    document = Document("story", text.replace("//", "\n\n"), Period.parse(published), None, "en")
    return [c for c in next(iter(read_documents([document]))).claims if isinstance(c, Measure)]


SOURCES = """
Bank of Tanzania || The Bank of Tanzania put exports to Rwanda at $212 million in 2022.
Statistics Poland || Statistics Poland put the deficit with China at $3.1 billion for July.
Portuguese Chamber of Commerce || Ana Prieto, head of the Portuguese Chamber of Commerce, was vague, but the Portuguese Chamber of Commerce put trade with Angola at 1.2 billion euros in 2022.
Ministry of Trade || Egypt's exports to Kenya rose 12 percent to $310 million in the first half of 2023, figures from the Ministry of Trade show.
customs service || Documents of the customs service seen by this paper show that Peru sold Chile 40,000 tonnes of potatoes in May.
National Bank of Serbia || The National Bank of Serbia recorded a rise in exports to Germany of 9.1 percent to 4.2 billion euros in the first half.
Agriculture Ministry || A report by the Agriculture Ministry shows that Brazil sold Egypt 210,000 tonnes of beef in 2022.
Finance Ministry || The Finance Ministry said on Wednesday that Japan's exports to Vietnam fell 4.1 percent in July. // A breakdown showed exports to Thailand were down 11 percent at 98 billion yen.
Finance Ministry || The Finance Ministry said in a preliminary report that Japan's exports to Vietnam fell 4.1 percent in July.
Central Statistics Office || The Central Statistics Office published its trade data on Monday. // The data showed that Ireland's exports to Spain rose 8 percent to 1.2 billion euros in June.
Central Statistics Office || Ireland's exports to Spain rose 8 percent to 1.2 billion euros in June, according to the Central Statistics Office's monthly figures.
Statistics Estonia || Estonia's imports from Latvia grew 6 percent to 190 million euros in July, Statistics Estonia reported. // Exports to Latvia, the monthly data show, were down 3 percent at 140 million euros.
Omar Said || "We sold Italy 40,000 tonnes of olive oil in 2022," said Omar Said, chairman of Tunisia's olive oil board.
Omar Said || Omar Said, chairman of the olive oil board, opened the fair on Monday. // He said Tunisia sold Italy 40,000 tonnes of olive oil in 2022.
Bank of Ghana || Exports from Ghana to Togo rose 4 percent to $12 million in August, figures from the Bank of Ghana, the central bank, show.
General Statistics Office || Vietnam's shipments to Cuba were worth $120 million in 2022 (figures of the General Statistics Office).
Customs Department || Trade statistics that the Customs Department released on Friday show that Nepal imported goods worth Rs 90 billion from China.
new trade minister of Colombia, Maria Lopez || The new trade minister of Colombia, Maria Lopez, said exports to Peru rose 14 percent to $900 million in 2022.
governor of the Bank of Zambia, Joseph Banda || The governor of the Bank of Zambia, Joseph Banda, announced that copper exports to China had risen 9 percent to $4.1 billion in 2022.
Customs data || Customs data show China bought 1.2 million tonnes of coal from Mongolia in August.
"""

PERIODS = """
2019-06-12 | 2018-01<2017-01;2017-01 || Kenya's January exports to Chile came to $9 million in 2018, up from $6 million a year earlier.
2019-06-12 | 2019-05<2018-05 || Japan's May exports to Chile rose 9 percent.
2019-06-12 | 2018<2009 || Peru's exports to Kenya, at $45 million in 2018, were three times their level of 2009.
2019-06-12 | 2018 || Chile's exports to Peru fell for a third year running in 2018, to $1.42 billion.
2019-06-12 | 2005/2013 || Norway invested EUR 1.4 billion in Latvia over the nine years 2005-2013.
2019-06-12 | - || Deliveries from Russia to Peru (of the Soviet Union until 1991) came to 40,000 tonnes.
2019-06-12 | 2019-01/2019-06 || Kenya has sold Uganda 18 million kg of tea since the start of the year.
2019-06-12 | 2019-01/2019-06<2018-01/2018-06 || Kenya's exports to Uganda fell by 5 percent since the start of the year.
2019-06-12 | 2019-01/2019-06 || Kenya has sold Uganda 12 million kg of tea since the year began.
2019-06-12 | 2014-01/2018-04 || Sweden invested 2.1 billion euros in Latvia from 2014 to April 2018.
2019-06-12 | 2017-01/2017-09 || Peru's sales to Colombia climbed by 20% over the three quarters to September 2017.
2019-06-12 | 2018-01/2018-05;2017-01/2017-05 || Kenya sold Egypt 2.3 million kg of tea in January-May 2018. In the same months of the year 2017 the amount was 2.9 million kg.
2019-06-12 | 2019-01<2018-12;2018-12 || From $310.5 million in December 2018, Peruvian exports to Japan went up to $402.6 million in January 2019.
2019-06-12 | -<2019-01 || Kenya's exports to Uganda have fallen by 5 percent since January-March.
2019-06-12 | 2016/2017 || Spain bought 40 tonnes of tea from Kenya over 2016 and 2017.
2023-09-14 | 2022;2021 || Kenya sold Uganda goods worth $912 million in 2022, more than in 2021, when the figure was $840 million.
2023-09-14 | 2023-07;2023-03 || Serbia's exports to Italy were worth 210 million euros in July, the most since March, when they had reached 225 million euros.
2023-09-14 | 2022 || Prices have come down from last year, when Ecuador shipped 90,000 tonnes of bananas to Turkey.
2023-09-14 | 2023-07;2020-05 || Taiwan's exports to Japan fell 20.9 percent in July, the steepest drop since May 2020, when they fell 23.1 percent.
2023-09-02 | 2022-09/2023-08 || Trade between Chile and Peru has fallen 12 percent over the past twelve months, to $3.1 billion.
2023-11 | 2023-08/2023-10 || Norway's exports of herring to Poland came to 31,000 tonnes in the past three months.
2023-09-14 | 2023-03/2023-08 || In the last six months Vietnam has sold Laos rice worth $41 million.
2023-09-14 | 2023-08;2023-06/2023-08 || Finland's imports from Sweden were up 4 percent in August. // In the last three months they were up 6 percent.
2023-09-14 | 2022-07/2023-06;2022-07/2023-06 || Irish dairy exports to China were worth 376 million euros in the year to June 2023. // China imported 66,000 tonnes of Irish dairy over the past year.
2023-09-14 | 2022<2020 || Trade between Georgia and Turkey grew by 45 percent from 2020 to 2022, reaching $2.4 billion.
2023-09-14 | 2022<2019 || Between 2019 and 2022 exports from Kenya to Rwanda more than doubled to $410 million.
2023-09-14 | 2022<2018 || Jordan's exports to Iraq rose from 2018 to 2022 by 38 percent to stand at $620 million.
2023-03-09 | 2023-01;2022-01 || The Philippines received 631,639 visitors in the first month of the year, up from 542,258 in the first month of 2022.
2023-03-09 | 2023-02 || Sri Lanka's tea exports to Iraq were 4,100 tonnes in the second month of 2023.
2023-09-14 | 2023-01/2023-07 || This year Fiji had received 212,400 visitors from Australia by July 31.
2023-04-09 | 2023-02;2023-01;2023-02;2023-01 || Uganda's exports to South Sudan were down to $32.7m in February, after $55.9m in January, while those to Congo shrank to $34.4m from $45.4m.
2023-11-23 | 2023-10;2023-09 || China's purchases from Mongolia amounted to $90 million in October, far below the $145 million of September and the smallest since records start in January 2013.
2023-09-14 | 2023-08;2023-07 || China's imports of Russian coal were 9 million tonnes in August, down from July's record of 10.1 million tonnes.
2023-09-14 | 2022-07/2023-06;2021-07/2022-06 || In all of the 2022/23 season, which runs from July to June, Ukraine exported 49 million tonnes of grain, up from 48.4 million a season earlier.
2023-09-14 | 2023-07-01/2023-09-10 || By September 10 in the 2023/24 season, which runs from July to June, Ukraine had exported 5.1 million tonnes of grain.
2023-09-14 | 2018/2022 || Exports from Chile to Peru totalled $9.1 billion from 2018 to 2022.
2023-09-14 | 2018/2022 || From 2018 to 2022 China lent Laos $4.1 billion.
2023-09-14 | 2023-01/2023-08;2023-08;2023-01/2023-08 || Turkey's exports to Iraq were $7.9 billion in January-August. // In August alone they came to $1.1 billion. // Imports from Iraq totalled $1.3 billion.
2023-09-14 | - || Chad says trade with Niger could be worth $90 million a year.
"""

SHARES = """
UGA>SDN exp other || Uganda's coffee exports rose 4 percent to 420,000 bags in August. // Sudan took 37,714 bags (12.8 percent).
KHM>CHN exp other ; KHM>EU exp other || Cambodia exported 230,000 tonnes of rice in the first half of 2023. China was the main buyer with 101,345 tonnes, or 44 percent. The European Union took 70,040 tonnes (30 percent).
MDA>RUS exp other || Moldova sends around 80% of its wine exports to Russia.
KEN>PAK exp other || Kenya sells 55 percent of its tea exports to Pakistan.
VNM>PRK exp reporter_exports_to_partner || In 2010, 12 percent of Vietnam's exports to North Korea were cars.
CHL>KEN imp reporter_imports_from_partner || Imports of oil from Kenya were worth $33 million, or 41 percent of Chile's imports from Kenya.
NOR>PER imp other || Peru's share of Norway's coffee imports rose to 74 percent.
ISR>TUR exp reporter_exports_to_partner || Chemicals made up 75 percent of Israel's exports to Turkey in 2022.
GEO>RUS exp reporter_exports_to_partner || Georgia's exports to Russia were $640 million in 2022, and wine accounted for 26.6 percent of all goods exported there.
PHL>JPN exp reporter_total_exports || The Philippines exported goods worth $5.7 billion in May. Japan bought goods for $756 million, a share of 13.1 percent.
TWN>HKG exp reporter_total_exports || Taiwan's exports were $9.7 billion in July. Hong Kong took 21.6 percent.
MAR>USA imp other ; MAR>FRA imp other ; MAR>ISR imp other || Morocco's leading suppliers of arms are the United States (64%), France (15%) and Israel (11%).
JPN>SAU imp other ; JPN>KWT imp other || Japan imported 74 million barrels of crude oil in March. Saudi Arabia supplied 30.5 million barrels, or 41 percent. Kuwait's deliveries were 5.1 million barrels (6.9 percent).
AUS>CHN imp reporter_total_imports || China supplied 27 percent of Australia's imports in 2022.
EGY>SDN exp reporter_exports_to_partner || Wheat flour made up 31 percent of Egypt's exports to Sudan in 2022.
CAN>SAU exp reporter_total_exports || Canada exported $1.1 billion worth of goods to Saudi Arabia in 2022, which is 0.2 percent of all Canadian exports.
ETH>DEU exp other || Ethiopia exported 86,000 tonnes of coffee in the quarter. Germany bought 21,336 tonnes (25 percent of the total).
MNG>CHN exp reporter_total_exports || China usually takes over 90 percent of what Mongolia exports.
KGZ>KAZ exp reporter_total_exports || Kyrgyz exports were $1.2 billion in January-September. Russia ranks second with $230 million; next is Kazakhstan with $187 million (15.9 percent).
"""


@pytest.mark.parametrize("row", rows(SOURCES))
def test_whoever_states_a_figure_is_its_nearest_source(row):
    wanted, text = row.split(" || ")
    found = measures(text, "2023-09-14")
    assert found
    assert {m.sources[0] if m.sources else None for m in found} == {wanted}


def test_a_body_that_gives_out_trade_data_has_told_no_loan():
    text = (
        "The Bank of Ghana said Togo lent Ghana $9 million in May. "
        "Statistics Ghana published its trade data on Monday. Ghana lent Togo $12 million in June."
    )
    assert [m.sources for m in measures(text, "2023-09-14") if m.indicator == "debt"] == [("Bank of Ghana",), ()]


@pytest.mark.parametrize("row", rows(PERIODS))
def test_a_figure_is_of_its_own_time(row):
    head, text = row.split(" || ")
    published, wanted = head.split(" | ")
    asked = wanted.split(";")
    found = measures(text, published)
    told = [(m.period.iso if m.period else "-", m.base.iso if m.base else "-") for m in found]
    assert len(told) == len(asked)
    assert ["<".join(both) if "<" in one else both[0] for one, both in zip(asked, told, strict=True)] == asked


@pytest.mark.parametrize("row", rows(SHARES))
def test_a_share_is_of_the_whole_that_its_story_tells(row):
    wanted, text = row.split(" || ")
    shares = [m for m in measures(text, "2023-09-14") if m.share_pct is not None]
    assert " ; ".join(f"{m.reporter}>{m.partner} {m.indicator[:3]} {m.share_of}" for m in shares) == wanted


PRODUCTS = """
RMG || Bangladesh's RMG exports to India grew by 58 percent to $830 million in July.
wine || Georgian wine sells well. Exports of Georgian wine set a record. From January to June they were up 21 percent at 38.2 million bottles.
"""


@pytest.mark.parametrize("row", rows(PRODUCTS))
def test_goods_are_named_by_their_letters_and_go_on_with_they(row):
    wanted, text = row.split(" || ")
    assert {m.product for m in measures(text, "2023-09-14")} == {wanted}


WRITTEN = """
45000000 l || Chile sold Russia 45 million litres of wine.
800000000 ft3 || Egypt bought 800 mmcf of gas from Israel.
3000000000 ft3 || Egypt bought 3 bcf of gas from Israel.
300000 gal || Brazil sold Japan 300,000 gallons of ethanol.
1000000000 USD || Ghana's exports to Turkey hit 1billion dollars.
100000000 EUR || Ghana's exports to Turkey hit 100million euros.
5000000000 INR || India's exports to Spain were worth Rs 500 cr.
20000000 USD || Peru's exports to Chile were worth $20MM.
30000 t || Indonesia bought 30.000 tonnes of rice from Vietnam.
12500 t || Indonesia bought 12.500 tonnes of rice from Vietnam.
12.525 t || Indonesia bought 12.525 tonnes of gold from Japan.
30000 t || Switzerland bought 30'000 tonnes of steel from Austria.
1234567 t || Indonesia bought 1.234.567 tonnes of rice from Vietnam.
1500000 people || Croatia welcomed 1.5 mn visitors from Germany.
7000000000 PGK || Papua New Guinea's trade with Japan is now worth more than K7 billion.
30000000000 GYD || Guyana made more than $30 billion (US$143,000,000) from sugar exports to Brazil.
61400000 USD || Kenyan investment in Rwanda had come to $61,4-million in 2018.
3020450 people || Morocco had 3 million 20 thousand and 450 tourists in 2018.
"""


@pytest.mark.parametrize("row", rows(WRITTEN))
def test_a_number_is_read_as_it_is_written_there(row: str) -> None:
    wanted, text = row.split(" || ")
    (measure,) = measures(text, "2023-09-14")
    value, unit = wanted.split()
    assert (measure.value, measure.unit) == (float(value), unit)


TWICE = """
1250000000 6.25 None || Italy's imports from Tunisia came to 1,250 million euros in the first quarter, up 6.25 pc in a year.
None 11 120000000 || Denmark's exports to Finland in May were 11% or 120 million euros higher than in May last year.
None -5 -12000000 || Chile's exports to Peru were 5 percent, or $12 million, lower than a year earlier.
2000000000 100 None || Thailand's direct investment in Laos has passed $2 billion this year alone, twice last year's figure.
310000000 200 None || Ghana sold $310 million worth of goods to Togo in 2022, three times what it sold in 2021.
80000000 100 None || Kenya's exports to Uganda came to $80 million in 2018, twice their 2013 level.
80000000 200 None || Kenya's exports to Uganda came to $80 million in May, three times April's figure.
None None 42300 || In the first two months of 2019 there were 42,300 more foreign visitors to Kenya than in the same months of 2018.
None None -5000000 || Kenya's exports to Chile fell by just under $5 million in 2022.
None None 5000000 || Kenya's exports to Chile rose by just above $5 million in 2022.
None None 35000000 || The figures put the increase in Jordan's total exports at JD35 million.
5100000000 4.2 None || Algerian supplies to Portugal in 2018 were 5.1 billion cubic metres of gas, up 4.2% on 2017.
"""


@pytest.mark.parametrize("row", rows(TWICE))
def test_a_change_told_twice_or_in_multiples_or_with_a_bound(row: str) -> None:
    wanted, text = row.split(" || ")
    (measure,) = measures(text, "2023-09-14")
    told = (measure.value, measure.change_pct, measure.change_value)
    assert told == tuple(None if one == "None" else float(one) for one in wanted.split())


@pytest.mark.parametrize("whole", ["the world total", "the total", "the global figure"])
def test_what_falls_to_a_part_of_a_wider_whole_is_not_told_as_a_change(whole: str) -> None:
    found = measures(f"Kenya's exports to Chile fell to a third of {whole} in 2022.", "2023-09-14")
    assert [(m.change_pct, m.share_pct) for m in found] == [(None, 33.3)]


def test_an_earlier_level_held_against_is_of_its_own_time() -> None:
    (measure,) = measures(
        "Kenya's exports to Uganda came to $80 million in May, three times April's figure.", "2023-09-14"
    )
    assert (measure.period.iso, measure.base.iso) == ("2023-05", "2023-04")


@pytest.mark.parametrize(
    ("outlet", "url", "unit"),
    [
        ("Stock Chat", "http://stockchat.co.nz/article/1.html", "NZD"),
        ("Stock Chat", "http://stockchat.com/article/1.html", "USD"),
        ("Reuters", "https://www.reuters.co.nz/1", "USD"),
        ("Fiji Times", None, "FJD"),
    ],
)
def test_a_bare_dollar_is_that_of_the_paper(outlet: str, url: str | None, unit: str) -> None:
    text = "SUVA, May 3 - Fiji's exports to Tonga rose to $3 million in March."
    text = text if outlet == "Fiji Times" else text.replace("SUVA, May 3 - ", "")
    document = Document("story", text, Period.parse("2023-05-03"), outlet, "en", url=url)
    (measure,) = (c for c in next(iter(read_documents([document]))).claims if isinstance(c, Measure))
    assert measure.unit == unit


GOODS_AS_SUCH = """
exports HRV WLD 9e9; imports HRV WLD 14e9 || Croatia sold 9 billion kuna worth of goods in that period and imported 14 billion kuna.
exports KEN WLD 9e9; imports KEN WLD 14e9 || Kenya sold goods worth 9 billion shillings and bought goods worth 14 billion shillings in May.
exports PER CHL 3e7; imports PER CHL 1.2e7 || Peru's exports to Chile were worth $30 million, while it bought goods for $12 million.
tourism GEO IRN 17000 || The number of tourists coming to Georgia from Iran rose to 17,000.
"""


@pytest.mark.parametrize("row", rows(GOODS_AS_SUCH))
def test_what_a_verb_tells_of_its_own_subject(row: str) -> None:
    wanted, text = row.split(" || ")
    found = {(m.indicator, m.reporter, m.partner, m.value) for m in measures(text, "2023-09-14")}
    assert found == {(*one.split()[:3], float(one.split()[3])) for one in wanted.split("; ")}


def test_a_paper_that_names_no_country_tells_of_its_own() -> None:
    text = "Exports of cinnamon rose by 4% to R21.5m in 2006, the statistics bureau said.\n\nIn the same year imports totalled R3,400.5m."
    told = {}
    for outlet in ("Seychelles Nation", "Reuters"):
        document = Document("story", text, Period.parse("2007-04-11"), outlet, "en")
        told[outlet] = [
            (m.indicator, m.reporter, m.partner, m.value, m.unit)
            for m in next(iter(read_documents([document]))).claims
            if isinstance(m, Measure)
        ]
    assert told == {
        "Seychelles Nation": [
            ("exports", "SYC", "WLD", 21500000, "SCR"),
            ("imports", "SYC", "WLD", 3400500000, "SCR"),
        ],
        "Reuters": [],
    }


@pytest.mark.parametrize(
    ("text", "balance"),
    [
        (
            "Poland spent $90 million more on Norwegian goods in 2018 than Norway spent on Polish ones.",
            ("POL", "NOR", -90e6),
        ),
        ("Chile sold $92 million more to Poland in 2018 than it bought there.", ("CHL", "POL", 92e6)),
    ],
)
def test_how_far_one_flow_is_from_the_other_is_the_balance(text: str, balance: tuple[str, str, float]) -> None:
    (measure,) = measures(text, "2019-06-12")
    assert (measure.reporter, measure.partner, measure.value) == balance
    assert (measure.indicator, measure.change_value) == ("balance", None)


def test_a_change_on_an_earlier_year_of_the_same_is_one() -> None:
    (measure,) = measures("Chile sold $92 million more to Poland in 2018 than it sold in 2017.", "2019-06-12")
    assert (measure.change_value, measure.period.iso, measure.base.iso) == (92000000, "2018", "2017")


def test_computers_are_no_percentage() -> None:
    assert measures("Kenya's exports to Uganda rose as 12 PC makers came.", "2019-06-12") == []


def test_an_address_that_is_none_tells_no_country() -> None:
    document = Document(
        "story",
        "Fiji's exports to Tonga rose to $3 million.",
        Period.parse("2023-05-03"),
        "Chat",
        "en",
        url="http://[chat.nz",
    )
    (measure,) = (c for c in next(iter(read_documents([document]))).claims if isinstance(c, Measure))
    assert measure.unit == "USD"
