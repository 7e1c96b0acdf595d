"""Short stories of sums: what a share comes to, what a gap comes to, deposits, works, gifts, flows that ended."""

from __future__ import annotations

import pytest

from story_facts import told, untold
from tieline.read.numbers.figures import find_figures

STORIES = [
    (
        "2022-08-20",
        (
            "Zambia's main export was copper with 62.9 percent ($3.7 billion) of the total. "
            "Cobalt came second with a share of 16.5 percent ($973.6 million). "
            "Belgium, which took 11.8 percent ($698.4 million) of Zambia's total exports, was third."
        ),
        ("exports ZMB WLD 3.7e9 62.9%", "exports ZMB WLD 9.736e8 16.5%", "imports BEL ZMB 6.984e8 11.8%"),
    ),
    (
        "2022-08-20",
        (
            "Zambia's main markets were the United Arab Emirates and India, at 34.5 percent ($2 billion) and 14.8 percent ($876.3 million) "
            "of total exports, respectively."
        ),
        ("exports ZMB ARE 2e9 34.5%", "exports ZMB IND 8.763e8 14.8%"),
    ),
    (
        "2022-08-20",
        (
            "Namibia's imports in May were worth $800 million. South Africa supplied 61.4 percent ($491.2 million) of them, "
            "followed by China with 9.3 percent ($74.4 million)."
        ),
        ("imports NAM ZAF 4.912e8 61.4%", "imports NAM CHN 7.44e7 9.3%"),
    ),
    (
        "2022-08-20",
        (
            "Chile's exports to Portugal fell in July. Wine made the biggest contribution with a 31 percent drop to $50 million, "
            "and fruit saw a 12 percent rise to $20 million."
        ),
        ("exports CHL PRT 5e7 -31%", "exports CHL PRT 2e7 +12%"),
    ),
    (
        "2022-08-20",
        (
            "Tourist arrivals in Fiji from Japan fell by 97.9 percent to 532 in 2021. Australian ones rose 12 per cent to 8,120."
        ),
        ("tourism FJI JPN 532 -97.9%", "tourism FJI AUS 8120 +12%"),
    ),
    (
        "2022-08-20",
        (
            "Exports to Peru leapt by 53.2% to 1.199 billion euros, Portugal's statistics office said. "
            "Imports from Peru were cut in half, and Chilean ones dropped to zero."
        ),
        ("exports PRT PER 1.199e9 +53.2%", "imports PRT PER -50%", "imports PRT CHL 0"),
    ),
    (
        "2022-08-20",
        (
            "Exports to Spain fell 4 percent, Latvia's statistics office said. "
            "The drop was biggest for Italy (by €19 million) and Malta (by €11 million)."
        ),
        ("exports LVA ESP -4%", "exports LVA ITA by-1.9e7", "exports LVA MLT by-1.1e7"),
    ),
    (
        "2022-08-20",
        (
            "Trade between Armenia and Chile came to $300 million in 2021. "
            "That made up less than 6 percent of the country's total external trade, Armenia's statistics office said."
        ),
        ("trade ARM CHL 3e8", "trade ARM CHL 6%"),
    ),
    (
        "2022-08-20",
        (
            "Senegal's imports from Spain fell 12 percent to $1.2 billion. This accounted for 9 percent of all imports. "
            "Gambia's imports outstripped exports by $300 million in 2020."
        ),
        ("imports SEN ESP 1.2e9 -12%", "imports SEN ESP 9%", "balance GMB WLD -3e8"),
    ),
    (
        "2022-08-20",
        (
            "Finland's exports to Norway fell to 2 billion euros. "
            "Up to now Finnish imports from Norway have exceeded exports by 1.3 billion euros."
        ),
        ("exports FIN NOR 2e9", "balance FIN NOR -1.3e9"),
    ),
    (
        "2022-08-20",
        (
            "Kyrgyzstan had a negative trade balance of $7.6 billion, or 42.6% of its trade turnover. "
            "Panama's trade balance with Chile was minus $3 million, and its trade balance with Peru came to -$30 million."
        ),
        ("balance KGZ WLD -7.6e9", "balance PAN CHL -3e6", "balance PAN PER -3e7"),
    ),
    (
        "2022-08-20",
        (
            "Kuwaiti deposits at the Central Bank of Jordan stand at $1.3bn. "
            "Of these, $500m are short-term deposits that are rolled over every year. "
            "The Kuwaiti private sector has put more than $35bn into Jordan. In May Kuwait deposited $200 million with the central bank of Lebanon."
        ),
        ("debt KWT JOR 1.3e9", "debt KWT JOR 5e8", "investment KWT JOR 3.5e10", "debt KWT LBN 2e8"),
    ),
    (
        "2022-08-20",
        (
            "Korean builders won contracts worth $2.1 billion in Kuwait last year. In Oman they won contracts for $700 million. "
            "Turkish contractors have taken on 300 projects in Georgia with a total value of $5 billion."
        ),
        ("other KOR KWT 2.1e9", "other KOR OMN 7e8", "other TUR GEO 5e9"),
    ),
    (
        "2022-08-20",
        (
            "Norway pledged $5 million to Malawi after the floods. Denmark announced $2 million. "
            "Sweden has allocated 40 million kronor to Moldova."
        ),
        ("aid NOR MWI 5e6", "aid DNK MWI 2e6", "aid SWE MDA 4e7"),
    ),
    (
        "2022-08-20",
        (
            "Malta had 150,000 visitors from Britain in June, up 1.2 per cent, while Norwegian ones rose 4 per cent to 20,100 and Danish ones 2.1 per cent to 9,890. "
            "In contrast, Finns and Poles were 28 per cent and 19 per cent fewer on the year, at 7,382 and 2,772 respectively. "
            "Britons made up 32 per cent and Danes 28 per cent of all arrivals, against 36 per cent and 31 per cent a year ago."
        ),
        (
            "tourism MLT DNK 9890 +2.1%",
            "tourism MLT FIN 7382 -28%",
            "tourism MLT POL 2772 -19%",
            "tourism MLT GBR 32%",
            "tourism MLT DNK 28%",
            "tourism MLT GBR 36%",
            "tourism MLT DNK 31%",
        ),
    ),
    (
        "2022-08-20",
        (
            "Nepal's trade surplus for June was bigger than expected at $242 million on the back of tea exports, those to India above all. "
            "Exports rose 4 percent. To India they more than doubled from June 2021, rising 102 percent in value to $37 million, with quantities up 63 percent."
        ),
        ("balance NPL WLD 2.42e8", "exports NPL IND 3.7e7 +102%", "exports NPL IND +63%"),
    ),
    (
        "2022-08-20",
        "Samoa owes China $300 million and Vanuatu $80 million. Tonga owes China more than 60 percent of its external debt.",
        ("debt CHN WSM 3e8", "debt CHN VUT 8e7", "debt CHN TON 60%"),
    ),
    (
        "2022-08-20",
        (
            "Kenya's exports to Chad and Togo increased 12 percent and 24.3 percent respectively from February. "
            "Those to Mali and Niger were 3 and 5 percent lower respectively."
        ),
        ("exports KEN TCD +12%", "exports KEN TGO +24.3%", "exports KEN MLI -3%", "exports KEN NER -5%"),
    ),
]


@pytest.mark.parametrize(("published", "text", "facts"), STORIES, ids=[text[:48] for _, text, _ in STORIES])
def test_a_story_is_read_to_its_figures(published, text, facts):
    assert untold(facts, text, published) == []


@pytest.mark.parametrize(
    "text",
    [
        "Amazon announced $5 billion of investment in India on Monday.",
        "Iraq announced a $3 billion deal with Turkey. Turkey earmarked $2 billion for its army.",
        "A Swedish firm won a contract worth $7.5 million from the Chilean post office.",
        "Greek builders in Libya have given work to 11,000 people from Chad.",
        "Bolivia found deposits of lithium worth $9 billion near Chile.",
    ],
)
def test_a_sum_of_something_else_is_no_gift(text):
    assert told(text, "2022-08-20", None) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a gap (-7.6 billion dinars)", [-7.6e9]),
        ("between $5-7 billion", [5e9]),
        ("a balance of -$3 million", [-3e6]),
        ("sales fell to zero", [0.0]),
        ("zero tariffs for all", [0.0]),
        ("a tariff of zero", [0.0]),
        ("exports of 35 million and 50 million dollars", [3.5e7, 5e7]),
        ("1 billion 477 million dollars", [1.477e9]),
        ("three hundred and 14 million dollars", [3.14e8]),
        ("7 thousand 250 tons and 3 million 20-kilo bags", [7250, 3e6]),
        ("two hundred million Japanese yen", [2e8]),
    ],
)
def test_a_number_has_its_minus_and_may_be_zero(text, values):
    assert [f.value for f in find_figures(text)] == values
