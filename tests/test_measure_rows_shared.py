"""Short stories whose figures share a unit, a verb or a partner with those beside them, with what a careful reader takes from each."""

from __future__ import annotations

import pytest

from story_facts import told, untold
from tieline.model.claims import Measure
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents


def measures(text: str, published: str) -> list[Measure]:
    document = Document("s", text, Period.parse(published), None, "en")
    return [c for result in read_documents([document]) for c in result.claims if isinstance(c, Measure)]


STORIES = [
    (
        "2016-05-10",
        "Estonia's exports grew 4 percent in 2015. Finland, Sweden and Latvia were the main markets, accounting for 16.1, 15.8 and 10.4 percent.",
        ("exports EST WLD +4%", "exports EST FIN of 16.1%", "exports EST SWE of 15.8%", "exports EST LVA of 10.4%"),
    ),
    (
        "2022-03-10",
        "Norway's exports to Spain, Italy and Japan changed by 5.2, -1.4 and -8.9 percent respectively in February.",
        ("exports NOR ESP +5.2%", "exports NOR ITA -1.4%", "exports NOR JPN -8.9%"),
    ),
    (
        "2014-04-02",
        "Panama's sales to Honduras, Peru and Chile grew 4%, 6% and 9%, respectively, to $140m, $185m and $370m.",
        ("exports PAN HND 1.4e8 +4%", "exports PAN PER 1.85e8 +6%", "exports PAN CHL 3.7e8 +9%"),
    ),
    (
        "2024-02-02",
        "Zambia, Malawi and Botswana imported Indian goods worth $210m, $94m and $36m in 2023.",
        ("imports ZMB IND 2.1e8", "imports MWI IND 9.4e7", "imports BWA IND 3.6e7"),
    ),
    (
        "2016-02-02",
        "Imports from Laos and Malaysia into Thailand rose to $2.6bn and $2.3bn, from $2.4bn and $2.2bn, in 2015.",
        ("imports THA LAO 2.6e9", "imports THA MYS 2.3e9", "imports THA LAO 2.4e9", "imports THA MYS 2.2e9"),
    ),
    (
        "2019-11-20",
        "Iraq, the second-largest supplier, shipped 0.93 million barrels a day to India in October, and Kuwait 0.42 million.",
        ("exports IRQ IND 9.3e5", "exports KWT IND 4.2e5"),
    ),
    (
        "2018-08-09",
        "The French trade gap with Spain narrowed 12 percent to 1.3 billion euros in June, while that with Germany widened to 3.5 billion euros.",
        ("balance FRA ESP -1.3e9 -12%", "balance FRA DEU -3.5e9"),
    ),
    (
        "2020-05-20",
        "Chile's apple exports to Peru increased by $4 million in April. Those to Ecuador rose $2.7 million and those to Colombia $1.1 million.",
        ("exports CHL PER by4e6", "exports CHL ECU by2.7e6", "exports CHL COL by1.1e6"),
    ),
    (
        "2019-03-03",
        "Ghana exported 90,000 tonnes of cocoa to Japan in the season, against 20,000 tonnes by sea to Vietnam.",
        ("exports GHA JPN 90000", "exports GHA VNM 20000"),
    ),
    (
        "2018-04-04",
        "Tunisian exports totalled $9.1 billion in eight months, of which $2.5 billion went to Italy.",
        ("exports TUN WLD 9.1e9", "exports TUN ITA 2.5e9"),
    ),
    (
        "2021-04-04",
        "Sudan's gum arabic exports were 88,000 tonnes, including 31,000 tonnes to France.",
        ("exports SDN WLD 88000", "exports SDN FRA 31000"),
    ),
    (
        "2018-06-14",
        "Shipments from Oman to Kenya came to $171 million; those in the opposite direction were worth $21 million.",
        ("exports OMN KEN 1.71e8", "exports KEN OMN 2.1e7"),
    ),
    (
        "2013-09-20",
        "Malaysia's timber exports to Pakistan, valued at $480 million in 2012, shrank 8.7% in the first seven months of this year.",
        ("exports MYS PAK 4.8e8", "exports MYS PAK -8.7%"),
    ),
    (
        "2021-11-30",
        "Exports of Chilean salmon to Japan could fall by 10 percent next year, the industry predicts, after reaching $1.1 billion in 2021.",
        ("exports CHL JPN -10%", "exports CHL JPN 1.1e9"),
    ),
    (
        "2019-12-17",
        "Egypt imported 180,000 tonnes of sugar from Brazil, India and Thailand last year, up 12 percent.",
        ("imports EGY None 180000 +12%",),
    ),
    (
        "2021-08-08",
        "China's share of Chilean exports is 39 percent, against 14 percent for the United States and 8 percent for Japan.",
        ("exports CHL CHN of 39%", "exports CHL USA of 14%", "exports CHL JPN of 8%"),
    ),
    (
        "2021-09-16",
        "Russia's share of Armenia's trade was 32 percent, China's 14 percent and Iran's 6 percent.",
        ("trade ARM RUS of 32%", "trade ARM CHN of 14%", "trade ARM IRN of 6%"),
    ),
    (
        "2010-07-29",
        "Egypt and Turkey saw their trade rise by 43 percent to $1.1 billion in the half-year.",
        ("trade EGY TUR 1.1e9 +43%",),
    ),
    (
        "2021-03-11",
        "Uganda exported maize to Kenya (120,000 tonnes), Rwanda (44,000 tonnes) and Burundi (30,000 tonnes).",
        ("exports UGA KEN 120000", "exports UGA RWA 44000", "exports UGA BDI 30000"),
    ),
    (
        "2015-02-05",
        "Ukraine cut its purchases of Russian gas to 14.5 billion cubic metres last year. Deliveries from Europe went up to 5 billion cubic metres.",
        ("imports UKR RUS 1.45e10", "imports UKR None 5e9"),
    ),
    (
        "2019-02-14",
        "Iran's trade with the EU and with Russia grew 12 and 9 percent to $1.5 billion and $1.9 billion.",
        ("trade IRN EU 1.5e9 +12%", "trade IRN RUS 1.9e9 +9%"),
    ),
    (
        "2019-02-14",
        "In Germany sales of Serbian raspberries rose 12 percent, in France they fell 3 percent.",
        ("exports SRB DEU +12%", "exports SRB FRA -3%"),
    ),
    (
        "2019-02-14",
        "Chinese exports to Latin America came to $130 billion and imports from it to $155 billion.",
        ("exports CHN None 1.3e11", "imports CHN None 1.55e11"),
    ),
    ("2019-02-14", "The Norwegian company raised its sales in Sweden by 8 percent to 2.1 billion crowns.", ()),
    ("2019-02-14", "Shares in the Danish brewer fell 4.1 percent after beer sales in Russia dropped 9 percent.", ()),
    ("2019-02-14", "The French retailer's sales in Brazil increased 6 percent to 12.4 billion euros.", ()),
    (
        "2017-03-08",
        "On May 6 and 7 ministers of Peru and Chile will discuss 14, 15 and 16 percent of the border posts, used by 5,000 and 9 people.",
        (),
    ),
]


@pytest.mark.parametrize(("published", "text", "facts"), STORIES, ids=[text[:48] for _, text, _ in STORIES])
def test_a_story_is_read_to_its_figures(published, text, facts):
    if facts:
        assert untold(facts, text, published) == []
    assert len(told(text, published)) <= len(facts)


UNITS = [
    ("2017-03-08", "Trade between Serbia and Bosnia was worth 1.6 billion euros. The figure was 1.5 billion in 2015.", ["EUR", "EUR"]),
    ("2015-03-08", "Cameroon exported timber to China for 310 billion CFA francs in 2014.", ["XAF"]),
    ("2015-03-08", "Togo's exports to Ghana came to 31 billion CFA francs in 2014.", ["XOF"]),
    ("2014-11-03", "Nepal's trade with India totalled Rs 560 billion last fiscal year.", ["NPR"]),
    ("2014-11-03", "India's trade with Nepal totalled Rs 560 billion last fiscal year.", ["INR"]),
]  # fmt: skip


@pytest.mark.parametrize(("published", "text", "units"), UNITS, ids=[text[:48] for _, text, _ in UNITS])
def test_a_sum_is_in_the_money_that_the_story_told_or_its_country_has(published, text, units):
    assert [measure.unit for measure in measures(text, published)] == units


GOODS = [
    ("2022-05-02", "Kenya's tea exports earned $1.2 billion last year. Pakistan bought $480 million and Egypt $190 million.", "tea"),
    ("2022-05-02", "Russia resumed grain shipments to Egypt, selling it 1.9 million tonnes for $480 million.", "grain"),
    ("2019-02-14", "The Ivorian cashew sector is growing. The country exported 680,000 tonnes. Vietnam bought 410,000 tonnes.", "cashew"),
    ("2022-05-02", "Moldovan wine exports rose 12% to $180 million. Shipments to Romania were up 20% at $40 million.", "wine"),
]  # fmt: skip


@pytest.mark.parametrize(("published", "text", "goods"), GOODS, ids=[text[:48] for _, text, _ in GOODS])
def test_what_goes_on_with_goods_is_of_them(published, text, goods):
    assert {measure.product for measure in measures(text, published)} == {goods}


ALONE = [
    ("The number of Chinese tourists in Fiji fell to 740 and 12 percent fewer came from Japan.", "FJI", "CHN", "value", 740),
    ("Trade between China and Japan rose 5 percent and 6 percent in April and May.", "CHN", "JPN", "change_pct", 5),
    ("Chile's exports to Peru rose by more than half (54 per cent) last year.", "CHL", "PER", "change_pct", 54),
    ("The trade group said German sales in Poland rose 8 percent to 2 billion euros last year.", "DEU", "POL", "value", 2e9),
    ("Tanzania is home to many refugees from Burundi. Kenya took in 450 and Uganda 380 in 2016 and 2017, respectively.", "TZA", "KEN", "value", 450),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reporter", "partner", "field", "value"), ALONE)
def test_figures_side_by_side_may_each_be_of_their_own(
    text: str, reporter: str, partner: str, field: str, value: float
) -> None:
    found = measures(text, "2019-06-12")
    assert all(m.reporter != m.partner for m in found)
    assert value in [getattr(m, field) for m in found if (m.reporter, m.partner) == (reporter, partner)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The German court ordered 20,000 tonnes of toys from China to be destroyed.",
            marks=pytest.mark.xfail(
                strict=True, reason="goods from a country that are destroyed are taken for imports"
            ),
        ),
        "The Indian government ordered 500 buses for its capital and sent troops from the Chinese border.",
    ],
)
def test_what_is_ordered_is_not_always_bought(text: str) -> None:
    assert measures(text, "2019-06-12") == []
