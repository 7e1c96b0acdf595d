"""Figures contradict no claim whose time, money or part of the world is not told for sure; what is told is decided as before.

The figures are invented: what Kenya, New Zealand and Fiji bought in whole years, by their own statement.
"""

from __future__ import annotations

import pytest

from test_check_support import flow
from tieline.check import check_claims
from tieline.ledger import Ledger
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents

# million dollars, by who bought of whom
BOUGHT = {
    ("KEN", "CHL"): {2011: 40, 2012: 45, 2013: 72, 2014: 90},
    ("CHL", "KEN"): {2011: 20, 2012: 18, 2013: 21, 2014: 20},
    ("FJI", "NZL"): {2012: 250, 2013: 260, 2014: 261},
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    ledger = Ledger.create(tmp_path_factory.mktemp("times"))
    ledger.add_flows(
        flow(reporter=who, partner=whom, flow="imports", period=year, value=million * 1e6)
        for (who, whom), years in BOUGHT.items()
        for year, million in years.items()
    )
    return ledger


def found(shelf, text, published):
    document = Document("t", text, Period.parse(published), None, "en")
    claims = next(iter(read_documents([document]))).claims
    outcomes = [v for v in check_claims(claims, shelf, document=document) if v.dataset is None]
    return {v.claimed: v.verdict.removesuffix("-with-context") for v in outcomes}


CASES = [
    ("Kenya's imports from Chile have fallen.", "2015-03-10", "down", "contradicted"),
    ("Kenya's imports from Chile have fallen.", "2015-11-10", "down", "ambiguous"),  # of 2014, or of 2015
    ("Kenya's imports from Chile amount to $30 million.", "2015-11-10", "$30 million", "contradicted"),
    ("Kenya's imports from Chile amount to $30 million.", "2017-02-10", "$30 million", "ambiguous"),
    ("Kenya's imports from Chile amount to $90 million.", "2017-02-10", "$90 million", "supported"),
    ("Kenya's imports from Chile came to $90 million in 2014.", "2014-06-10", "$90 million", "ambiguous"),
    ("Kenya's imports from Chile came to $90 million in 2014.", "2014-12-29", "$90 million", "supported"),
    ("New Zealand's exports to Fiji were worth $310 million in 2014.", "2015-03-10", "$310 million", "ambiguous"),
    ("Fiji's imports from New Zealand were worth $330 million in 2014.", "2015-03-10", "$330 million", "ambiguous"),
    (
        "Fiji's imports from New Zealand were worth US$330 million in 2014.",
        "2015-03-10",
        "$330 million",
        "contradicted",
    ),
    ("Fiji's imports from New Zealand were worth $900 million in 2014.", "2015-03-10", "$900 million", "contradicted"),
    ("Fiji's imports from New Zealand were worth $200 million in 2014.", "2015-03-10", "$200 million", "contradicted"),
]


@pytest.mark.parametrize(("text", "published", "claimed", "word"), CASES)
def test_a_time_or_money_that_is_not_told_is_not_held_against_a_claim(shelf, text, published, claimed, word):
    assert found(shelf, text, published)[claimed] == word


STORIES = [
    (
        "The envoy of Chile spoke in Kenya. Trade between Africa and Chile passed $20 billion in 2014, he said in Nairobi.",
        "$20 billion",
    ),
    (
        "Long Kenya's main trading partner, Chile has slipped. Kenya's exports to Chile fell in 2014.",
        "rank 1 in Kenya's total trade by partner",
    ),
    ("Some 70 percent of what Kenya imports goes through ports of Chile.", "70% share"),
    (
        "Kenya has bought $95 million worth from Peru since the pact of 2012. Chile was ahead, and its trade with Kenya stood at $400 million.",
        "$400 million",
    ),
    (
        "They were $90 million in 2014. They were $12 million in May 2013. They stand at $15 million.".replace(
            "They", "Kenya's imports from Chile"
        ),
        "$15 million",
    ),
]


@pytest.mark.parametrize(("text", "claimed"), STORIES)
def test_a_story_that_speaks_of_something_else_is_not_contradicted(shelf, text, claimed):
    assert found(shelf, text, "2015-02-10")[claimed] in {"ambiguous", "no-data"}


def test_a_share_is_of_the_whole_that_the_words_behind_it_name(tmp_path):
    ledger = Ledger.create(tmp_path / "wholes")
    ledger.add_flows(
        flow(reporter="KEN", partner=partner, flow=which, period=2014, value=million * 1e6)
        for partner, which, million in (
            ("CHL", "exports", 20),
            ("WLD", "exports", 100),
            ("CHL", "imports", 90),
            ("WLD", "imports", 300),
        )
    )
    text = "Chile takes 20% of Kenyan exports and supplies {}% of the country's imports."
    assert found(ledger, text.format(30), "2015-02-10") == {"20% share": "supported", "30% share": "supported"}
    assert found(ledger, text.format(21), "2015-02-10") == {"20% share": "supported", "21% share": "ambiguous"}


def test_goods_that_no_table_knows_are_told_and_can_be_given(shelf):
    document = Document(
        "t", "Kenya imported $3 million of gizmotrons from Chile in 2014.", Period.parse("2015-02-10"), None, "en"
    )
    claims = next(iter(read_documents([document]))).claims
    (help_told,) = {v.help for v in check_claims(claims, shelf, document=document) if v.dataset is None}
    assert "The table of products has no code for “gizmotrons”" in help_told
    assert "--field hs=CODE" in help_told
    assert "tieline load" in help_told


def test_the_years_that_lack_are_those_that_a_file_is_wanted_for(shelf):
    text = "Kenya's imports from Chile were the lowest since 2009 in 2012."
    document = Document("t", text, Period.parse("2015-02-10"), None, "en")
    claims = next(iter(read_documents([document]))).claims
    (outcome,) = [v for v in check_claims(claims, shelf, document=document) if v.dataset is None]
    assert outcome.verdict == "contradicted"  # 2011 was lower
    document = Document("t", text.replace("lowest", "highest"), Period.parse("2015-02-10"), None, "en")
    claims = next(iter(read_documents([document]))).claims
    (outcome,) = [v for v in check_claims(claims, shelf, document=document) if v.dataset is None]
    assert outcome.verdict == "no-data"
    assert "Kenya's imports from Chile for 2010 would decide" in outcome.help


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Kenya's imports from Chile fell in November 2014 from October.", "supported"),
        ("Kenya's imports from Chile rose in November 2014 from October.", "contradicted"),
        ("Kenya's imports from Chile rose in November 2014 from a year earlier.", "supported"),
        ("Kenya's imports from Chile were lower in the fourth quarter of 2014 than in the third.", "supported"),
        ("Kenya's imports from Chile rose in the fourth quarter of 2014 from the previous quarter.", "contradicted"),
        ("Kenya's imports from Chile fell between October and November 2014.", "supported"),
    ],
)
def test_a_month_or_quarter_is_held_against_the_one_that_is_named(tmp_path, text, verdict):
    levels = {2013: (5, 5, 5, 5, 5, 5), 2014: (9, 9, 9, 9, 7, 8)}  # million dollars, July to December
    ledger = Ledger.create(tmp_path / "months")
    ledger.add_flows(
        flow(reporter="KEN", partner="CHL", flow="imports", period=f"{year}-{month:02d}", value=million * 1e6)
        for year, months in levels.items()
        for month, million in enumerate(months, 7)
    )
    assert set(found(ledger, text, "2015-03-17").values()) == {verdict}


@pytest.mark.parametrize(
    ("published", "advice"), [("2015-03-17", "overrule CLAIM --field period=YEAR"), (None, "--published")]
)
def test_the_date_of_publication_is_asked_for_only_where_it_is_not_known(shelf, published, advice):
    text = "Zambia's exports of tea to Fiji rose 20 percent."
    document = Document("t", text, Period.parse(published) if published else None, None, "en")
    claims = next(iter(read_documents([document]))).claims
    (outcome,) = check_claims(claims, shelf, document=document)
    assert advice in outcome.help
    assert ("--published" in outcome.help) == (published is None)
