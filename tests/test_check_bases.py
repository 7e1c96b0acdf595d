"""Times and bases that a sentence tells in its own way, and sums of which it tells a part: each true sentence beside its untrue twin."""

from __future__ import annotations

import pytest

import tieline
from test_check_support import flow, traded
from tieline.model.documents import Document
from tieline.model.periods import Period

LEVELS = {
    ("PER", "KEN"): (100, 110, 121, 140, 120, 150),
    ("KEN", "PER"): (120, 130, 90, 150, 140, 170),
    ("PER", "NOR"): (200, 190, 180, 90, 80, 120),
}
GOODS = {"0901": 40, "1001": 25, "0803": 60}
MONTHS = (12, 14, 11, 10, 9, 13, 15, 16, 12, 12, 13, 13)
BEFORE = (11, 10, 10, 9, 8, 12, 16, 10, 8, 7, 10, 9)
PAIRS = [
    ("Since 2009, Peru's exports to Kenya have risen 50 percent to $150 million in 2014.", "Since 2009, Peru's exports to Kenya have risen 25 percent to $150 million in 2014."),
    ("Peru's exports to Norway fell by 40 percent over five years to $120 million in 2014.", "Peru's exports to Norway fell by 60 percent over five years to $120 million in 2014."),
    ("Peru's exports to Norway were 40 percent lower in 2014 than they had been in 2009.", "Peru's exports to Norway were 20 percent lower in 2014 than they had been in 2009."),
    ("Peru's exports to Norway, at $120 million in 2014, were 1.5 times those of 2013.", "Peru's exports to Norway, at $120 million in 2014, were 2.5 times those of 2013."),
    ("Peru's exports to Kenya have risen by 50 percent since 2009, when they stood at $100 million.", "Peru's exports to Kenya have risen by 50 percent since 2009, when they stood at $130 million."),
    ("Peru's exports to Kenya rose 25 percent in 2014, having fallen 14.3 percent a year earlier.", "Peru's exports to Kenya rose 25 percent in 2014, having fallen 24.3 percent a year earlier."),
    ("Peru's exports to Kenya recovered to $150 million in 2014 from a 2013 trough of $120 million.", "Peru's exports to Kenya recovered to $150 million in 2014 from a 2013 trough of $90 million."),
    ("Second-quarter exports from Peru to Kenya rose 10.3 percent to $32 million in 2014.", "Second-quarter exports from Peru to Kenya rose 25 percent to $32 million in 2014."),
    ("By the end of June 2014, Peru had sold Kenya $69 million of goods that year.", "By the end of June 2014, Peru had sold Kenya $89 million of goods that year."),
    ("On average, Peru shipped $12.5 million worth of goods a month to Kenya in 2014.", "On average, Peru shipped $15.5 million worth of goods a month to Kenya in 2014."),
    ("Peru's monthly exports to Kenya averaged $12.5 million in 2014.", "Peru's monthly exports to Kenya averaged $9.5 million in 2014."),
    ("Coffee and wheat accounted for $65 million of Peru's exports to Kenya in 2014.", "Coffee and wheat accounted for $95 million of Peru's exports to Kenya in 2014."),
    ("Coffee was the second-largest item in Peru's exports to Kenya in 2014, at $40 million.", "Coffee was the second-largest item in Peru's exports to Kenya in 2014, at $150 million."),
    ("Peru ran up a deficit with Kenya in 2014, buying $20 million more than it sold.", "Peru ran up a deficit with Kenya in 2014, buying $35 million more than it sold."),
    ("Peru's trade with Kenya was in the red by $20 million in 2014.", "Peru's trade with Kenya was in the black by $20 million in 2014."),
    ("Peru's exports to Norway put on $40 million in 2014.", "Peru's exports to Norway put on $120 million in 2014."),
    ("Peru's exports to Kenya rose by $30 million in 2014, the biggest rise on record.", "Peru's exports to Kenya rose by $30 million in 2014, the smallest rise on record."),
    ("Peru sold more to Norway in 2014 than in any other year since 2011, $120 million.", "Peru sold more to Kenya in 2012 than in any other year since 2009, $140 million."),
    ("Peru's exports to Kenya came to $150 million in 2014 and Kenya's to Peru to $170 million, a total of $320 million.", "Peru's exports to Kenya came to $150 million in 2014 and Kenya's to Peru to $130 million, a total of $280 million."),
    ("Peru's exports to Kenya sank to $12 million in September 2014, the lowest since May 2014.", "Peru's exports to Kenya sank to $12 million in September 2014, the lowest since March 2014."),
    ("Peru's exports to Kenya jump\nLIMA, March 17 (Reuters) - Peru's exports to Kenya rose 25 percent in 2014.", "Peru's exports to Kenya plunge\nLIMA, March 17 (Reuters) - Peru's exports to Kenya rose 25 percent in 2014."),
]  # fmt: skip
LEFT_OPEN = [
    "Peru's imports from all other countries besides Kenya were worth $170 million in 2014.",
    "No year since 2009 has seen a fall in Peruvian exports to Kenya.",
    "Hand-carved marvels accounted for $150 million of Peru's exports to Kenya in 2014.",
]


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    desk = tieline.open(tmp_path_factory.mktemp("bases"), bundled=False)
    rows = traded(LEVELS, 2009, {2013: BEFORE, 2014: MONTHS})
    rows += [
        flow(dataset="customs", reporter="PER", partner="KEN", period=2014, value=value * 1e6, product=code, hs=(code,))
        for code, value in GOODS.items()
    ]
    desk.ledger.add_flows(rows)
    told = "Peru's exports to Norway, $120 million in 2014, have yet to return to their 2011 level."
    texts = [*(text for pair in PAIRS for text in pair), *LEFT_OPEN, told]
    documents = [Document(f"d{n}", text, Period.parse("2015-03-17"), None, "en") for n, text in enumerate(texts)]
    return {
        each.document.text: [
            verdict for verdict in each.verdicts if verdict.dataset is None and verdict.kind != "event"
        ]
        for each in desk.check(*documents, record=False).checked
    }


@pytest.mark.parametrize(("true", "untrue"), PAIRS)
def test_what_a_sentence_tells_is_held_against_its_own_time_and_goods(checked, true, untrue):
    words = [verdict.verdict for verdict in checked[true]]
    assert words, true
    assert set(words) <= {"supported", "supported-with-context"}, (true, words)
    words = [verdict.verdict for verdict in checked[untrue]]
    assert {"contradicted", "ambiguous"} & set(words), (untrue, words)


@pytest.mark.parametrize("text", LEFT_OPEN)
def test_what_no_figure_is_of_is_left_open(checked, text):
    words = [verdict.verdict for verdict in checked[text]]
    assert not {"supported", "contradicted"} & set(words), (text, words)


def test_a_change_against_another_year_says_so_once(checked):
    told = next(text for text in checked if "have yet to return" in text)
    nearest = checked[told][0].nearest
    assert nearest.count("against 2011") == 1, nearest
    assert all("against 2011" in sentence for sentence in checked[told][0].context if "as a whole" in sentence)
