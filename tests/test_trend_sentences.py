"""Which way trade, aid, travel and ties go where no figure tells it: ordinary sentences of the press, worked out by hand."""

from __future__ import annotations

import pytest

from tieline.model.claims import Trend
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents

STORIES: list[tuple[str, set[tuple[str, str, str, str]]]] = [
    ("Tensions between India and Nepal have eased.", {("other", "IND", "NPL", "up")}),
    ("Egypt said the dispute between Fiji and Samoa was getting worse.", {("other", "FJI", "WSM", "down")}),
    ("Turkey's relations with Iraq are not moving forward.", set()),
    ("India did not import larger amounts of Iraqi oil last year.", set()),
    (
        "Canada's trade deficit was 2.5 billion dollars in January. With the United States, Canada recorded its biggest surplus in ten years.",
        {("balance", "CAN", "USA", "up")},
    ),
    (
        "Swiss gold exports rose 12 percent in October. Singapore and Thailand bought far less.",
        {("exports", "CHE", "SGP", "down"), ("exports", "CHE", "THA", "down")},
    ),
    (
        "Turkey and Germany took less Swiss gold in October.",
        {("imports", "TUR", "CHE", "down"), ("imports", "DEU", "CHE", "down")},
    ),
    ("Australia will send markedly more aid to Tonga this year.", {("aid", "AUS", "TON", "up")}),
    (
        "China has given more aid to Fiji and Samoa in recent years.",
        {("aid", "CHN", "WSM", "up"), ("aid", "CHN", "FJI", "up")},
    ),
    ("Fewer Russians travelled to Egypt last winter.", {("tourism", "EGY", "RUS", "down")}),
    ("Turkey's relations with Iraq are moving forward, the minister said.", {("other", "TUR", "IRQ", "up")}),
    (
        "Trade between Iran and Armenia reached its highest level so far last year.",
        {("trade", "IRN", "ARM", "record_high")},
    ),
    (
        "Cyprus had more visitors from Britain in the first ten months than in the same months of any other year.",
        {("tourism", "CYP", "GBR", "record_high")},
    ),
    (
        "Czech exports rose in 2013. Sales grew most in Switzerland, the United States and Japan.",
        {
            ("exports", "CZE", "CHE", "up"),
            ("exports", "CZE", "USA", "up"),
            ("exports", "CZE", "WLD", "up"),
            ("exports", "CZE", "JPN", "up"),
        },
    ),
    ("China took 29.5% of Australian exports in the year to August, against a peak of 42.1% a year before.", set()),
    (
        "Chinese aid to the Solomon Islands has been falling since its $384 million peak in 2010.",
        {("aid", "CHN", "SLB", "down")},
    ),
    ("Kenya's trade balance with Norway worsened in 2013.", {("balance", "KEN", "NOR", "down")}),
    ("Kenya's trade deficit with Norway worsened in 2013.", {("balance", "KEN", "NOR", "up")}),
    ("Kenya's trade balance with Norway did not worsen in 2013.", set()),
    ("The jump in Chile's main export helped lift its trade surplus to $1.2 billion.", set()),
    ("He would not say whether the fund would lift China's aid to Samoa to the level of Australia's.", set()),
    ("Uzbek cotton exports to Bangladesh had been rising before the ban.", {("exports", "UZB", "BGD", "up")}),
    ("Kazakhstan's grain exports to Iran did not rise last year.", set()),
    ("Cameroon and Nigeria agreed to boost trade.", set()),
    (
        "Peru is importing more fuel from the United States and less from Ecuador.",
        {("imports", "PER", "USA", "up"), ("imports", "PER", "ECU", "down")},
    ),
    ("India is importing ever larger amounts of Iraqi oil.", {("imports", "IND", "IRQ", "up")}),
    ("Spain is pouring more money into Morocco's car industry.", {("investment", "ESP", "MAR", "up")}),
    ("Exports from Taiwan to Japan extended their decline in October.", {("exports", "TWN", "JPN", "down")}),
    (
        "Norway exported more salmon to Poland but less to Russia.",
        {("exports", "NOR", "RUS", "down"), ("exports", "NOR", "POL", "up")},
    ),
    ("Relations between Fiji and Samoa are excellent, the minister said.", set()),
    ("Zambia's debt to China keeps growing.", {("debt", "CHN", "ZMB", "up")}),
    ("Sweden has scaled back its aid to Mozambique.", {("aid", "SWE", "MOZ", "down")}),
    ("No imports of coal from North Korea are on record for August, China said.", set()),
    ("If trade between Myanmar and Thailand is growing, the main reason is gas.", set()),
    ("Trade between Kenya and Uganda has never been greater than last year.", {("trade", "KEN", "UGA", "record_high")}),
    ("Trade between Kenya and Uganda grew more slowly than ever.", {("trade", "KEN", "UGA", "up")}),
    ("Trade with China is more important than ever for Peru.", set()),
    ("Peru's exports to Chile have never been higher than 10 million dollars.", set()),
    ("Kenya exports more cement to Chad than ever.", {("exports", "KEN", "TCD", "record_high")}),
    ("Peru's grape exports to Spain were the smallest on record last year.", {("exports", "PER", "ESP", "record_low")}),
    (
        "South Korea bought fish worth 10.9 billion yen from Japan in 2012. In the following year the imports dropped to 8.4 billion yen.",
        set(),
    ),
    (
        "Business with Haiti, the Dominican Republic's second-biggest trading partner, was booming.",
        {("trade", "DOM", "HTI", "up")},
    ),
    (
        "Chile is buying more wheat from Argentina and Canada this year.",
        {("imports", "CHL", "ARG", "up"), ("imports", "CHL", "CAN", "up")},
    ),
    ("More Germans than ever went on holiday to Croatia last year.", {("tourism", "HRV", "DEU", "record_high")}),
    ("Trade between Iran and Iraq has suffered since the new sanctions.", {("trade", "IRN", "IRQ", "down")}),
    ("Zambia's maize exports to Congo resumed growth in March.", {("exports", "ZMB", "COD", "up")}),
    ("Gas deliveries from Russia to Ukraine have stopped growing.", {("exports", "RUS", "UKR", "flat")}),
    (
        "Arrivals from Russia soared, Georgia's tourism agency said, while those from Iran plunged.",
        {("tourism", "GEO", "RUS", "up"), ("tourism", "GEO", "IRN", "down")},
    ),
    ("The rise in Malaysia's palm oil exports to India came to an end in March.", set()),
    ("A slump in exports to China hit German carmakers last quarter.", {("exports", "DEU", "CHN", "down")}),
    ("Strong growth in sales to Vietnam helped Thai exporters.", {("exports", "THA", "VNM", "up")}),
    (
        "India's purchases of Iraqi crude increased last month while those of Saudi oil declined.",
        {("imports", "IND", "IRQ", "up"), ("imports", "IND", "SAU", "down")},
    ),
    ("Ireland's beef exports to Egypt have yet to recover.", set()),
    ("French wine exports to the United States went through the roof in 2018.", {("exports", "FRA", "USA", "up")}),
    ("Uruguay exported record volumes of beef to China in 2018.", {("exports", "URY", "CHN", "record_high")}),
    ("Japanese visitors are staying away from South Korea.", {("tourism", "KOR", "JPN", "down")}),
    ("Russians are flocking to Turkey again.", {("tourism", "TUR", "RUS", "up")}),
    ("Malawi and Mozambique enjoy ever closer ties.", {("other", "MWI", "MOZ", "up")}),
    ("The rift between Qatar and Bahrain has widened.", {("other", "QAT", "BHR", "down")}),
    ("The friendship between China and Pakistan is stronger than ever.", {("other", "CHN", "PAK", "record_high")}),
    (
        "Latvia's imports from Belarus remained at the same level as a year earlier.",
        {("imports", "LVA", "BLR", "flat")},
    ),
    (
        "Kenya's exports to Uganda came to $60 million in May, the most in a single month.",
        {("exports", "KEN", "UGA", "record_high")},
    ),
    (
        "More vehicles than ever are being exported from Georgia to Azerbaijan.",
        {("exports", "GEO", "AZE", "record_high")},
    ),
    ("Fewer cars were shipped from Japan to Australia last year.", {("exports", "JPN", "AUS", "down")}),
    ("More than 20 cars were sold to Peru by Japan.", set()),
    ("Belarus has been getting less pork from Poland.", {("imports", "BLR", "POL", "down")}),
    ("Russia is sending fewer tanks and more helicopters to Chad.", set()),
    ("Poland sent more troops to Belarus.", set()),
    ("German carmakers saw their exports to Russia collapse last year.", {("exports", "DEU", "RUS", "down")}),
    ("Growth in Peru's exports to Chile would help the miners.", set()),
    ("Talks on trade between Kenya and Uganda collapsed in 2018.", set()),
    ("Worries about Kenya's exports to Uganda grew in 2018.", set()),
    ("Kenya's spending on imports from Uganda fell in 2018.", {("imports", "KEN", "UGA", "down")}),
    ("The risk of a drop in Kenya's exports to Uganda hit the shilling.", set()),
    ("Trade between Honduras and Belize suffered after the floods.", {("trade", "HND", "BLZ", "down")}),
    ("Togo's imports of onions from Niger have all but disappeared.", {("imports", "TGO", "NER", "down")}),
    ("Loans from China to Zambia have slowed to a trickle.", {("debt", "CHN", "ZMB", "down")}),
    (
        "Vietnam's exports rose 4 percent in 2013. Most markets took more, among them Poland and Chile.",
        {("exports", "VNM", "POL", "up"), ("exports", "VNM", "CHL", "up")},
    ),
    (
        "Two countries, Peru and Ecuador among them, sold more shrimps to Spain.",
        {("exports", "PER", "ESP", "up"), ("exports", "ECU", "ESP", "up")},
    ),
    (
        "Nepalese carpet exports to Germany, the United Kingdom (UK) and Italy have seen a marked decline.",
        {("exports", "NPL", "DEU", "down"), ("exports", "NPL", "GBR", "down"), ("exports", "NPL", "ITA", "down")},
    ),
    (
        "Latvia's exports were worth $900 million in May. Less was shipped to Russia and Sweden.",
        {("exports", "LVA", "RUS", "down"), ("exports", "LVA", "SWE", "down")},
    ),
    ("Fewer and fewer Laotian logs go to Vietnam.", {("exports", "LAO", "VNM", "down")}),
    (
        "Chile's exports slowed. They grew fastest in Japan and Mexico.",
        {("exports", "CHL", "WLD", "down"), ("exports", "CHL", "JPN", "up"), ("exports", "CHL", "MEX", "up")},
    ),
    ("Chinese firms are flooding Kenya with cheap tyres.", {("exports", "CHN", "KEN", "up")}),
    ("Poland is quickly gaining ground on the Lithuanian market.", {("exports", "POL", "LTU", "up")}),
    ("Gambia has become a growing market for goods from Senegal.", {("exports", "SEN", "GMB", "up")}),
    ("Tajik millers are turning to Kazakh wheat.", {("exports", "KAZ", "TJK", "up")}),
    ("Jamaica is increasingly dependent on rice from Guyana.", {("exports", "GUY", "JAM", "up")}),
    ("Demand for Kenyan tea in Egypt has weakened.", {("exports", "KEN", "EGY", "down")}),
    ("Growing demand from Japan has helped Peru's asparagus farmers.", {("exports", "PER", "JPN", "up")}),
    ("The number of Norwegians who visit Malta is falling sharply.", {("tourism", "MLT", "NOR", "down")}),
    (
        "A strike has slowed tin exports from Bolivia to Peru, which had grown strongly for years.",
        {("exports", "BOL", "PER", "up")},
    ),
    ("Foreign direct investment in Ghana was a little above last year's level.", {("investment", "WLD", "GHA", "up")}),
    (
        "Chad and Niger opened a road. The two have been working together ever more closely, while Mali and Togo look on.",
        {("other", "TCD", "NER", "up")},
    ),
    ("Relations between Kenya and Somalia have got slowly better.", {("other", "KEN", "SOM", "up")}),
    ("The raid put more strain on the poor relations between Chad and Sudan.", {("other", "TCD", "SDN", "down")}),
    (
        "Malta's imports rose 2 percent to $400 million in May on more cheese from Italy and cars from Spain.",
        {("imports", "MLT", "ITA", "up"), ("imports", "MLT", "ESP", "up")},
    ),
    (
        "Chile and Ecuador saw a sharp drop in exports to Russia.",
        {("exports", "CHL", "RUS", "down"), ("exports", "ECU", "RUS", "down")},
    ),
    (
        "Bulgaria's gas imports have jumped, above all from Azerbaijan.",
        {("imports", "BGR", "AZE", "up")},
    ),
    (
        "The bank's figures show exports from Uganda to Rwanda recovering since the border was opened.",
        {("exports", "UGA", "RWA", "up")},
    ),
    ("Slovak exports of tyres to Egypt have suffered from the closure.", {("exports", "SVK", "EGY", "down")}),
    ("The ministry expects more Japanese tourists to come to Palau.", {("tourism", "PLW", "JPN", "up")}),
    (
        "Lima sent more fuel and rice to Bolivia last year.",
        {("exports", "PER", "BOL", "up")},
    ),
    (
        "Chad and Mali have not called in their loans, a sign that Niger's relations with the two states are improving.",
        {("other", "NER", "TCD", "up"), ("other", "NER", "MLI", "up")},
    ),
    (
        "Togo's exports to Benin were worth $9 million in 2013. Those to Ghana declined.",
        {("exports", "TGO", "GHA", "down")},
    ),
    ("The ministry called claims about rising exports from Turkey to Israel untrue.", set()),
    ("Chad curbed food imports from Libya.", set()),
    ("Chad has cut back its exports of cattle to Libya.", set()),
    ("Nobody expects Chilean copper exports to Japan to stop.", set()),
    ("Brazil's exports to Egypt come in a season of a record harvest.", set()),
    ("Peru and Cuba want to see trade between them grow.", set()),
    ("Trade between Peru and Cuba will be expanded, the ministers agreed.", set()),
    ("Peru hoped that the two countries, Chile and Cuba, would deepen their cooperation.", set()),
    ("Fiji and Tonga set themselves a target: lifting trade to $50 million.", set()),
    ("The quarrel raised fears for supplies from Chad to Niger.", set()),
    ("Norway will cut fish supplies to Poland unless the bill is paid.", set()),
    ("Exports from Ghana to Togo went up and down sharply between 2005 and 2010.", set()),
    ("Italy's weight in Libya's foreign trade has not changed much.", set()),
    ("Dutch companies invested more in Ghana than those of anybody else.", set()),
    (
        "Peru's sugar exports to Chile rose 12 percent in 2013. The rise in exports was due to a good harvest.",
        set(),
    ),
    (
        "Exports of carpets from Nepal to Germany fell 8 percent in 2013 as German shops bought fewer carpets.",
        set(),
    ),
]


@pytest.mark.parametrize(("text", "wanted"), STORIES, ids=[text[-60:] for text, _ in STORIES])
def test_a_direction_is_told_without_a_figure(text: str, wanted: set[tuple[str, str, str, str]]) -> None:
    (result,) = read_documents([Document("s", text, Period.parse("2014-11-20"), None, "en")])
    trends = [c for c in result.claims if isinstance(c, Trend) and c.direction]
    assert len({(t.indicator, t.reporter, t.partner, t.direction, t.product) for t in trends}) == len(trends)
    assert {(t.indicator, t.reporter, t.partner, t.direction) for t in trends} == wanted


def test_a_movement_told_as_past_is_of_the_time_that_the_story_speaks_of() -> None:
    text = "Uruguay's exports to China came to 980 million dollars in June. Exports to Brazil fell."
    (result,) = read_documents([Document("s", text, Period.parse("2014-07-20"), None, "en")])
    trends = [c for c in result.claims if isinstance(c, Trend)]
    assert [(t.partner, t.period.iso if t.period else None, "period" in t.inferred) for t in trends] == [
        ("BRA", "2014-06", True)
    ]


def test_what_is_told_and_what_is_expected_are_two_claims() -> None:
    text = "Kenya's imports from Uganda were falling last year, and imports from Uganda will keep falling."
    (result,) = read_documents([Document("s", text, Period.parse("2014-07-20"), None, "en")])
    assert sorted(c.modality for c in result.claims if isinstance(c, Trend)) == ["actual", "forecast"]


def test_a_record_of_an_earlier_month_is_of_that_month() -> None:
    text = "China's imports of Russian coal were 9 million tonnes in August, down from July's record of 10.1 million tonnes."
    (result,) = read_documents([Document("s", text, Period.parse("2014-09-20"), None, "en")])
    (trend,) = (c for c in result.claims if isinstance(c, Trend))
    assert (trend.direction, trend.period and trend.period.iso) == ("record_high", "2014-07")
