"""Sentences in the plain words of the press, whose figures may all be right and the words about them wrong: none of these is supported.

Each stands beside its true twin, which is, so that no guard can make all of them `ambiguous`.
"""

from __future__ import annotations

import pytest

import tieline
from test_check_support import flow
from tieline.model.documents import Document
from tieline.model.periods import Period

YEARS = range(2009, 2015)
EXPORTS = {
    ("URY", "GHA"): (30, 36, 41, 50, 64, 80),  # grows each year: by 25 percent in 2014
    ("URY", "FIN"): (60, 66, 72, 84, 100, 50),  # the peak is 2013, when it was the largest market
    ("URY", "LKA"): (20, 18, 16, 15, 12, 9),
    ("GHA", "URY"): (100, 110, 121, 120, 150, 120),
    ("FIN", "URY"): (50, 50, 50, 50, 60, 70),  # a surplus for Uruguay up to 2013
}
"""In millions of dollars; the ten other partners have 8 at the most each."""
OTHERS = ("DEU", "FRA", "ITA", "ESP", "BRA", "MEX", "THA", "EGY", "KEN", "CAN")
PAIRS = [  # a true sentence and an untrue one
    # which way a level or share went, by one verb, a noun or a comparison with a figure that is told
    ("Uruguay's exports to Ghana climb to $80 million in 2014", "Uruguay's exports to Ghana tumble to $80 million in 2014"),
    ("The rise in Uruguay's exports to Ghana, to $80 million in 2014, was no surprise.", "The fall in Uruguay's exports to Ghana, to $80 million in 2014, was no surprise."),
    ("Strong demand pushed Uruguay's exports to Ghana to $80 million in 2014.", "Strong demand pushed Uruguay's exports to Finland to $50 million in 2014."),
    ("Uruguay's exports to Finland amounted to $50 million in 2014, a drop on 2013.", "Uruguay's exports to Finland amounted to $50 million in 2014, a rise on 2013."),
    ("Uruguay's exports to Finland were $50 million in 2014, less than the $100 million of 2013.", "Uruguay's exports to Finland were $50 million in 2014, more than the $100 million of 2013."),
    ("Ghana's share of Uruguay's exports rose to 44 percent in 2014.", "Ghana's share of Uruguay's exports fell to 44 percent in 2014."),
    ("Uruguay's exports accounted for 40 percent of its two-way trade with Ghana in 2014.", "Uruguay's exports accounted for 60 percent of its two-way trade with Ghana in 2014."),
    # an earlier level that a tail holds the figure against
    ("Ghana's exports to Uruguay fell by a fifth in 2014 to $120 million, but stayed above the level of 2010.", "Ghana's exports to Uruguay fell by a fifth in 2014 to $120 million, but stayed below the level of 2010."),
    ("Uruguay's exports to Ghana rose in 2014 to $80 million, well above the $50 million of 2012.", "Uruguay's exports to Ghana rose in 2014 to $80 million, without regaining the 2012 level."),
    ("Finland took in $50 million of Uruguay's goods in 2014, still short of the $60 million it had bought in 2009.", "Ghana took in $80 million of Uruguay's goods in 2014, still short of the $50 million it had bought in 2012."),
    ("Uruguay's exports to Finland fell to $50 million in 2014 and have yet to recover to the level of 2009.", "Uruguay's exports to Ghana rose to $80 million in 2014 but have yet to recover to the level recorded in 2009."),
    ("Ghana, which bought $80 million of Uruguay's goods in 2014, had not bought more from Uruguay in any year since 2009.", "Finland, which bought $50 million of Uruguay's goods in 2014, had not bought more from Uruguay in any year since 2009."),
    ("Finland bought $50 million of Uruguay's goods in 2014; it had bought more a year earlier.", "Finland bought $50 million of Uruguay's goods in 2014; it had bought less a year earlier."),
    ("Uruguay's exports to Ghana have risen without a break since 2009.", "Ghana's exports to Uruguay rose without a break since 2009."),
    ("At $50 million, Uruguay's exports to Finland in 2014 were short of the level of 2012.", "At $80 million, Uruguay's exports to Ghana in 2014 were short of the record set in 2012."),
    ("Uruguay's exports to Ghana reached $80 million in 2014, their fourth rise in four years.", "Uruguay's exports to Ghana reached $80 million in 2014, their third rise in four years."),
    ("Ghana and Finland each bought more than $40 million of goods from Uruguay in 2014.", "Ghana and Sri Lanka each bought more than $40 million of goods from Uruguay in 2014."),
    ("Uruguay sells Ghana more than it sells anyone else.", "Uruguay sells Finland more than it sells anyone else."),
    # parts of an earlier level
    ("Uruguay's exports to Finland fell to half their 2013 level in 2014.", "Uruguay's exports to Finland fell to a quarter in 2014."),
    ("Uruguay's exports to Finland came to $50 million in 2014, half the 2013 figure.", "Uruguay's exports to Finland came to $50 million in 2014, a third of the 2013 figure."),
    ("Uruguay sold twice as much to Ghana in 2014 as in 2011.", "Uruguay sold twice as much to Ghana in 2014 as in 2012."),
    # peaks, runs of years, levels that were never reached
    ("Uruguay's exports to Finland peaked at $100 million in 2013.", "Uruguay's exports to Finland peaked at $84 million in 2012."),
    ("Uruguay's exports to Finland fell in 2014 after four straight years of growth.", "Uruguay's exports to Finland fell in 2014 after four straight years of decline."),
    ("Uruguay's exports to Finland fell in 2014 after rising the year before.", "Uruguay's exports to Finland fell in 2014 after a drop in 2013."),
    ("Ghana's exports to Uruguay, which had grown in 2013, fell 20 percent in 2014.", "Ghana's exports to Uruguay, which had grown for four straight years, fell 20 percent in 2014."),
    ("At no time since 2009 have Uruguay's exports to Ghana been above $90 million.", "At no time since 2009 have Uruguay's exports to Finland been above $90 million."),
    ("Uruguay's exports to Ghana have never topped $300 million.", "Uruguay's exports to Finland have never topped $70 million."),
    ("Uruguay's exports to Finland have never been less than $45 million.", "Uruguay's exports to Finland have never been less than $55 million."),
    ("Uruguay's exports to Ghana have never exceeded $90 million.", "Uruguay's exports to Finland have never exceeded $60 million."),
    ("Uruguay's exports to Ghana failed to reach $90 million in 2014.", "Uruguay's exports to Ghana failed to reach $70 million in 2014."),
    ("Uruguay's exports to Ghana did not fall below $75 million in 2014.", "Uruguay's exports to Finland did not fall below $75 million in 2014."),
    # records of a change, runs of years
    ("Uruguay's exports to Finland fell 50 percent in 2014, the steepest fall on record.", "Uruguay's exports to Ghana rose 25 percent in 2014, the fastest pace on record."),
    ("Ghana's exports to Uruguay rose by a record 25 percent in 2013.", "Uruguay's exports to Ghana grew at a record pace of 25 percent in 2014."),
    ("Uruguay's exports to Ghana have grown for five years.", "Ghana's exports to Uruguay fell 20 percent in 2014, a second straight annual decrease."),
    ("Uruguay's exports to Sri Lanka fell for a third year in 2014.", "Uruguay's exports to Finland fell for a third year in 2014."),
    # neighbours of a place
    ("Finland was Uruguay's second-largest export market in 2014, behind Ghana.", "Finland was Uruguay's second-largest export market in 2014, behind Sri Lanka."),
    ("Ghana was Uruguay's largest export market in 2014, followed by Finland and Sri Lanka.", "Ghana was Uruguay's largest export market in 2014, followed by Sri Lanka and Finland."),
    ("Ghana overtook Finland to become Uruguay's largest export market in 2014.", "Sri Lanka remained Uruguay's second-largest export market in 2014."),
    ("Ghana became Uruguay's largest export market in 2014.", "Finland became Uruguay's largest export market in 2013."),
    ("Finland slipped to second place among Uruguay's export markets in 2014.", "Finland climbed to second place among Uruguay's export markets in 2014."),
    ("Ghana bought more of Uruguay's goods in 2014 than Finland did.", "Ghana was the only country that bought more from Uruguay in 2014 than Sri Lanka did."),
    ("Finland lost its place as Uruguay's largest export market in 2014.", "Finland lost its place as Uruguay's largest export market in 2013."),
    ("Finland was dethroned by Ghana as Uruguay's largest export market in 2014.", "Ghana ceased to be Uruguay's largest export market in 2014."),
    ("Finland lost its place as Uruguay's largest export market to Ghana in 2014.", "Finland lost its place as Uruguay's largest export market to Sri Lanka in 2014."),
    ("Ghana, not Finland, was Uruguay's largest export market in 2014.", "Finland, not Ghana, was Uruguay's largest export market in 2014."),
    ("Uruguay's exports to Finland, its second-largest market, halved in 2014.", "Uruguay's exports to Finland, its smallest market, halved in 2014."),
    ("Uruguay's exports to Ghana rose 25 percent in 2014, with Finland in second place.", "Uruguay's exports to Ghana rose 25 percent in 2014, with Sri Lanka in second place."),
    ("Uruguay's exports to Ghana came to $80 million in 2014, more than its exports to any other country.", "Uruguay's exports to Finland came to $50 million in 2014, more than its exports to any other country."),
    # a gap that turned, a level that was had before, a bound without an end
    ("Uruguay's surplus with Finland turned into a deficit of $20 million in 2014.", "Uruguay's surplus with Ghana turned into a deficit of $40 million in 2014."),
    ("Uruguay's exports to Ghana have recovered to their 2012 level.", "Uruguay's exports to Finland have recovered to their 2012 level."),
    ("Uruguay's exports to Ghana far exceeded $30 million in 2014.", "Uruguay's exports to Ghana far exceeded $78 million in 2014."),
    # a share over some years and its points, years that are counted, levels of two years, one flow as a multiple of another
    ("Finland's share of Uruguay's exports slipped by 18 percentage points to 28 percent between 2013 and 2014.", "Finland's share of Uruguay's exports slipped by 28 percentage points to 28 percent between 2013 and 2014."),
    ("Uruguay's exports to Ghana doubled in three years.", "Uruguay's exports to Ghana tripled in three years."),
    ("Uruguay's exports to Ghana, worth $64 million in 2013, rose by 25 percent to $80 million the following year.", "Uruguay's exports to Ghana, worth $64 million in 2013, rose by 28 percent to $80 million the following year."),
    ("Uruguay's exports to Ghana climbed to $80 million, from $64 million, in 2014.", "Uruguay's exports to Ghana climbed to $80 million, from $50 million, in 2014."),
    ("In 2012, 2013 and 2014 Uruguay's exports to Ghana amounted to $50 million, $64 million and $80 million.", "In 2012, 2013 and 2014 Uruguay's exports to Ghana amounted to $64 million, $50 million and $80 million."),
    ("Ghana's exports to Uruguay were 1.5 times Uruguay's exports to Ghana in 2014.", "Ghana's exports to Uruguay were three times Uruguay's exports to Ghana in 2014."),
    # another flow beside the one told of
    ("Uruguay's exports to Ghana rose 25 percent to $80 million in 2014, overtaking those to Finland.", "Uruguay's exports to Ghana rose 28 percent to $64 million in 2013, overtaking those to Sri Lanka."),
    ("Uruguay's exports to Ghana rose 22 percent in 2012, faster than its exports to Finland.", "Uruguay's exports to Finland rose 16.7 percent in 2012, faster than its exports to Ghana."),
    ("Uruguay's exports to Ghana outpaced its exports to Finland in 2013.", "Uruguay's exports to Finland outpaced its exports to Ghana in 2013."),
    ("Uruguay's exports to Ghana rose in 2014.", "Uruguay's exports to each of its three biggest partners rose in 2012."),
    ("Uruguay's exports to Ghana rose 25 percent in 2014.", "Uruguay's exports to Ghana rose 25 percent in 2014, almost all of it beef."),
    ("Uruguay's exports to Ghana rose 25 percent in 2014.", "Uruguay's imports from Ghana were worth 39 percent of Uruguayan exports to Ghana in 2014."),
    ("Uruguay's exports to Ghana grew faster in 2014 than those to Sri Lanka.", "Uruguay's exports to Finland grew faster in 2013 than those to Ghana."),
    ("Uruguay's exports to Ghana grew at a faster pace than those to Sri Lanka in 2014.", "Uruguay's exports to Finland rose at a quicker rate than those to Ghana in 2013."),
    ("Uruguay's exports to Finland fell in 2014, as did those to Sri Lanka.", "Uruguay's exports to Ghana rose in 2014, as did those to Sri Lanka."),
    ("Unlike its exports to Sri Lanka, which fell, Uruguay's exports to Ghana climbed 25 percent in 2014.", "Unlike its exports to Finland, which rose, Uruguay's exports to Ghana climbed 25 percent in 2014."),
    ("Uruguay's exports to Sri Lanka, unlike those to Ghana, fell by a quarter in 2014.", "Uruguay's exports to Ghana, unlike those to Sri Lanka, fell by a quarter in 2014."),
    ("Ghana bought $80 million of Uruguay's goods in 2014, which made it a bigger market than Finland.", "Finland bought $50 million of Uruguay's goods in 2014, which made it a bigger market than Ghana."),
    ("Ghana bought $80 million of Uruguay's goods in 2014, more than Finland and Sri Lanka put together.", "Ghana bought $80 million of Uruguay's goods in 2014, less than Finland and Sri Lanka put together."),
    ("Ghana bought $80 million of Uruguay's goods in 2014, less than twice the figure for Finland.", "Ghana bought $80 million of Uruguay's goods in 2014, more than twice the figure for Finland."),
    ("Uruguay sold $9 million of goods to Sri Lanka in 2014, less than a fifth of the $50 million it sold to Finland.", "Uruguay sold $9 million of goods to Sri Lanka in 2014, about a third of the $50 million it sold to Finland."),
    ("Of the $200 million in trade between Uruguay and Ghana in 2014, Uruguay's exports made up 40 percent.", "Of the $200 million in trade between Uruguay and Ghana in 2014, Ghana's exports made up 40 percent."),
    ("Uruguay spent $40 million more on goods from Ghana in 2014 than it earned there.", "Uruguay spent $50 million more on goods from Ghana in 2014 than it earned there."),
    ("Uruguay sold Ghana goods worth $80 million in 2014, $71 million more than to Sri Lanka.", "Uruguay sold Ghana goods worth $80 million in 2014, $51 million more than to Sri Lanka."),
    ("Ghana was Uruguay's largest export market in 2014, ahead of Finland by $30 million.", "Ghana was Uruguay's largest export market in 2014, ahead of Finland by $50 million."),
    ("Uruguay sold less to Sri Lanka than to Finland, $9 million against $50 million in 2014.", "Uruguay sold less to Sri Lanka than to Finland, $9 million against $80 million in 2014."),
    ("Uruguay's exports to Sri Lanka fell every year from 2009 to 2014, to $9 million from $20 million.", "Uruguay's exports to Finland fell every year from 2009 to 2014, to $50 million from $60 million."),
    ("Uruguay's exports to Ghana rose in 2014.", "Of Uruguay's exports to Ghana and Finland, those to Finland grew fastest in 2013."),
    ("Uruguay's exports to Ghana but not to Sri Lanka rose in 2014.", "Uruguay's exports to Ghana but not to Finland rose in 2013."),
    ("Growth in Uruguay's exports to Ghana slowed to 25 percent in 2014 from 28 percent in 2013.", "Growth in Uruguay's exports to Ghana quickened to 25 percent in 2014 from 28 percent in 2013."),
    # a balance with its sign, means and sums over years, each of them
    ("Uruguay's trade balance with Ghana improved in 2014.", "Uruguay's trade balance with Ghana improved in 2013."),
    ("Uruguay's trade balance with Ghana worsened by $16 million in 2013.", "Uruguay's trade balance with Ghana improved by $16 million in 2013."),
    ("Uruguay's trade balance with Ghana improved to a deficit of $40 million in 2014 from $86 million in 2013.", "Uruguay's trade balance with Ghana improved to a deficit of $86 million in 2013 from $70 million in 2012."),
    ("Uruguay's exports to Ghana averaged $54 million a year between 2010 and 2014.", "Uruguay's exports to Ghana averaged $271 million a year between 2010 and 2014."),
    ("Uruguay's exports to Ghana reached a combined $144 million in 2013 and 2014.", "Uruguay's exports to Ghana were $80 million in both 2013 and 2014."),
    ("In 2013 and 2014 together, Uruguay's exports to Ghana totalled $144 million.", "In 2013 and 2014 together, Uruguay's exports to Ghana totalled $80 million."),
    ("Uruguay's exports to Ghana rose in both 2013 and 2014.", "Uruguay's exports to Finland rose in both 2013 and 2014."),
    # a first time told ahead, two flows with what lies between them, a part of the world
    ("For the first time, Uruguay's exports to Ghana topped $70 million in 2014.", "For the first time, Uruguay's exports to Finland topped $45 million in 2014."),
    ("Only in 2014 did Uruguay's exports to Ghana pass $70 million.", "Only in 2014 did Uruguay's exports to Ghana pass $60 million."),
    ("For the first time in five years, Uruguay's exports to Finland fell in 2014.", "For the first time in five years, Uruguay's exports to Ghana rose in 2014."),
    ("Uruguay's exports to Ghana exceeded those to Finland by $30 million in 2014.", "Uruguay's exports to Ghana exceeded those to Finland by $16 million in 2014."),
    ("Uruguay's exports to Ghana were $71 million higher than those to Sri Lanka in 2014.", "Uruguay's exports to Ghana were $16 million higher than those to Sri Lanka in 2014."),
    ("Finland was a bigger market for Uruguay in 2013 than Ghana.", "Ghana was a bigger market for Uruguay in 2013 than Finland."),
    ("Ghana took 44 percent of Uruguay's exports in 2014.", "Ghana took 44 percent of Uruguay's exports to Africa in 2014."),
]  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = tieline.open(tmp_path_factory.mktemp("plain"), bundled=False)
    rows = [
        flow(dataset="customs", reporter=one, partner=other, flow=way, period=year, value=value * 1e6)
        for (seller, buyer), values in EXPORTS.items()
        for year, value in zip(YEARS, values, strict=True)
        for one, other, way in ((seller, buyer, "exports"), (buyer, seller, "imports"))
    ]
    rows += [
        flow(dataset="customs", reporter="URY", partner=code, period=year, value=(1 + 0.7 * place) * 1e6)
        for place, code in enumerate(OTHERS)
        for year in YEARS
    ]
    desk.ledger.add_flows(rows)
    return desk


@pytest.fixture(scope="module")
def judged(desk):
    texts = [text for pair in PAIRS for text in pair]
    documents = [Document(f"d{n}", text, Period.parse("2015-03-17"), None, "en") for n, text in enumerate(texts)]
    return _verdicts(desk, documents)


def _verdicts(desk, documents):
    return {
        checked.document.text: [verdict.verdict for verdict in checked.verdicts if verdict.dataset is None]
        for checked in desk.check(*documents, record=False).checked
    }


@pytest.mark.parametrize(("true", "untrue"), PAIRS)
def test_words_about_right_figures_are_judged_too(judged, true, untrue):
    assert judged[true], true
    assert set(judged[true]) <= {"supported", "supported-with-context"}, (true, judged[true])
    assert judged[untrue], untrue
    assert set(judged[untrue]) - {"supported", "supported-with-context"}, (untrue, judged[untrue])


def test_what_a_sentence_denies_is_no_claim(desk):
    told = "Uruguay's exports to Ghana rose in 2014."
    denied = "Neither Uruguay's exports to Ghana nor those to Finland rose in 2014."
    documents = [Document(text, text, Period.parse("2015-03-17"), None, "en") for text in (told, denied)]
    assert _verdicts(desk, documents) == {told: ["supported-with-context"], denied: []}


TRUE = [  # what stands beside the figure is of another level, another time, or another thing
    "Ghana's exports to Uruguay were $120 million in 2014 and have never exceeded $155 million.",
    "Uruguay's exports to Ghana were not less than $80 million in 2014.",
    "Uruguay's exports to Finland fell to $50 million in 2014, a year after world prices peaked.",
    "Uruguay's exports to Ghana rose to $80 million in 2014, though beef prices stayed below the level of 2012.",
    "Uruguay's exports to Ghana rose to $80 million in 2014, while imports stayed below the level of 2013.",
    "Uruguay's exports to Finland rose in 2013 to $100 million, more than those to Ghana.",
    "Uruguay's exports to Ghana rose 25 percent in 2014, outpacing Finland's economy.",
    "Uruguay's exports to Ghana rose to $80 million in 2014 after four years of decline in its farm output.",
    "Ghana again became Uruguay's largest export market in 2014.",
    "Ghana was again Uruguay's largest export market in 2014, overtaking Finland.",
    "Ghana, which still buys no beef, was Uruguay's largest export market in 2014.",
]


def test_words_about_something_else_contradict_no_claim(desk):
    documents = [Document(f"o{n}", text, Period.parse("2015-03-17"), None, "en") for n, text in enumerate(TRUE)]
    judged = _verdicts(desk, documents)
    assert {text: words for text, words in judged.items() if {"contradicted", "no-data"} & {*words} or not words} == {}


def test_what_else_is_checked_changes_no_verdict(desk):
    texts = [
        "Uruguay's total exports hit a record in 2013.",
        "Uruguay's overall exports fell in 2014 to their lowest since 2011.",
        "Uruguay's overall exports peaked in 2012 at $190.5 million.",
        "Ghana was Uruguay's largest export market in 2010.",
    ]
    documents = [Document(f"e{n}", text, Period.parse("2015-03-17"), None, "en") for n, text in enumerate(texts)]
    alone = {text: _verdicts(desk, [each])[text] for text, each in zip(texts, documents, strict=True)}
    assert alone == _verdicts(desk, documents)
    assert [words[-1] for words in alone.values()] == ["supported", "supported", "contradicted", "contradicted"]
