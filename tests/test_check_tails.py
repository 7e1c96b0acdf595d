"""Words beside figures that are right: what they claim of other months and years, of first times and of places is judged, or leaves the claim open.

Each untrue sentence stands beside its true twin; what nothing judges is `ambiguous`, never supported.
"""

from __future__ import annotations

import pytest

import tieline
from test_check_support import traded
from tieline.check.comparisons import _TIMES
from tieline.check.intervals import worded
from tieline.model.documents import Document
from tieline.model.hedges import BOUND_OF, bound_of
from tieline.model.periods import Period
from tieline.read.numbers.figures import find_figures

LEVELS = {
    ("PER", "KEN"): (100, 110, 121, 140, 120, 150),  # a fall in 2013
    ("KEN", "PER"): (120, 130, 90, 150, 140, 130),  # a surplus for Peru in 2011 and 2014 alone
    ("PER", "NOR"): (200, 190, 180, 90, 80, 120),
}
MONTHS = (12, 14, 11, 10, 9, 13, 15, 16, 12, 12, 13, 13)
BEFORE = (11, 10, 10, 9, 10, 12, 16, 10, 8, 7, 10, 9)
PAIRS = [
    ("Kenya's exports to Peru exceeded its imports there in each year from 2012 to 2013.", "Kenya's exports to Peru exceeded its imports there in each year from 2010 to 2012."),
    ("In both 2009 and 2010 Peru sold more to Norway than to Kenya.", "In both 2011 and 2012 Peru sold more to Norway than to Kenya."),
    ("Peru's exports to Kenya sank to $9 million in May 2014, the lowest since October 2013.", "Peru's exports to Kenya sank to $12 million in September 2014, the lowest since April 2014."),
    ("Peru's exports to Kenya were $16 million in August 2014, the strongest month since July 2013.", "Peru's exports to Kenya were $13 million in November 2014, the strongest month since July 2014."),
    ("Peru's exports to Kenya were $16 million in August 2014, the best month of the year.", "Peru's exports to Kenya were $15 million in July 2014, the best month of the year."),
    ("Peru's exports to Norway fell below $100 million for the first time in 2012, to $90 million.", "Peru's exports to Norway fell below $100 million for the first time in 2013, to $80 million."),
    ("Peru posted its first trade surplus with Kenya since 2011 in 2014, at $20 million.", "Peru posted its first trade surplus with Kenya in 2014, at $20 million."),
    ("Peru swung to a surplus of $20 million with Kenya in 2014 after two years of deficits.", "Peru swung to a surplus of $20 million with Kenya in 2014 after three years of deficits."),
    ("Kenya's trade balance with Peru worsened from a surplus of $20.0 million in 2013 to a deficit of $20 million in 2014.", "Kenya's trade balance with Peru improved from a surplus of $20.0 million in 2013 to a deficit of $20 million in 2014."),
    ("Peru's exports to Kenya rose to $150 million in 2014 after falling 14.3 percent the year before.", "Peru's exports to Kenya rose to $150 million in 2014 after climbing 14.3 percent the year before."),
    ("Peru's exports to Kenya grew 15.7 percent in 2012, up from 10 percent in 2011.", "Peru's exports to Kenya grew 15.7 percent in 2012, down from 10 percent in 2011."),
    ("Peru's exports to Kenya climbed 10 percent in 2011, extending a run of two consecutive annual gains.", "Peru's exports to Kenya climbed 25 percent in 2014, extending a run of two consecutive annual gains."),
    ("Peru's exports to Kenya reached $15 million in July 2014, the second-highest monthly total on record.", "Peru's exports to Kenya reached $13 million in June 2014, the second-highest monthly total on record."),
    ("Peru's exports to Kenya reached $13 million in June 2014, the 3rd-highest monthly total on record.", "Peru's exports to Kenya reached $13 million in June 2014, the 2nd-highest monthly total on record."),
    ("Peru's exports to Kenya rose for the 3rd month in a row in July 2013, to $16 million.", "Peru's exports to Kenya rose for the 6th month in a row in December 2014, to $13 million."),
    ("Peru's exports to Norway fell by more than a half in 2012 to $90 million from $180 million.", "Peru's exports to Kenya fell by more than a half in 2013 to $120 million."),
]  # fmt: skip
LEFT_OPEN = [
    "Peru sold Kenya $150 million of goods in 2014, four times the $120 million of 2013.",
    "Peru's exports to Kenya, at $150 million in 2014, were 14 percent short of their 2012 level.",
    "Not counting oil, Peru's exports to Kenya came to $150 million in 2014.",
    "Peru's exports to Kenya, oil aside, came to $150 million in 2014.",
    "Peru's exports to Kenya reached $150 million in 2014, undoing all of the previous year's fall.",
    "Peru's exports to Kenya came to $150 million in 2014, a tenth straight monthly gain.",
]


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    desk = tieline.open(tmp_path_factory.mktemp("tails"), bundled=False)
    rows = traded(LEVELS, 2009, {2013: BEFORE, 2014: MONTHS})
    desk.ledger.add_flows(rows)
    texts = [*(text for pair in PAIRS for text in pair), *LEFT_OPEN]
    documents = [Document(f"d{n}", text, Period.parse("2015-03-17"), None, "en") for n, text in enumerate(texts)]
    return {
        checked.document.text: [verdict.verdict for verdict in checked.verdicts if verdict.dataset is None]
        for checked in desk.check(*documents, record=False).checked
    }


@pytest.mark.parametrize(("true", "untrue"), PAIRS)
def test_what_a_tail_claims_is_judged_by_its_own_figures(judged, true, untrue):
    assert "contradicted" not in judged[true], (true, judged[true])
    assert {"supported", "supported-with-context"} & set(judged[true]), (true, judged[true])
    assert "contradicted" in judged[untrue], (untrue, judged[untrue])


@pytest.mark.parametrize("text", LEFT_OPEN)
def test_a_tail_that_nothing_judges_leaves_the_claim_open(judged, text):
    assert set(judged[text]) - {"supported", "supported-with-context"}, (text, judged[text])


@pytest.mark.parametrize(("hedge", "bound"), BOUND_OF.items())
def test_a_hedge_means_the_same_to_reader_and_check(hedge, bound):
    assert bound_of(hedge.title()) == bound
    assert worded(f"were {hedge} a third of exports", 33.3) == ("fraction", bound)
    assert bound_of(_TIMES.search(f"were {hedge} three times as much as those")["hedge"]) == bound
    figures = find_figures(f"exports were {hedge} $30 million")
    assert [each.bound for each in figures] == [bound]
