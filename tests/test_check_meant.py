"""What is meant by goods of wide words, by aims and by comparisons, and whose figures count over several datasets.

The figures are invented: fuel and coffee of Tanzania, its partners and two offices.
"""

from __future__ import annotations

import pytest

from test_check_support import flow
from tieline.check import check_claims
from tieline.ledger import Ledger
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents


def outcomes(ledger, text):
    document = Document("t", text, Period.parse("2014-06-10"), None, "en")
    claims = next(iter(read_documents([document]))).claims
    return [v for v in check_claims(claims, ledger, document=document) if v.dataset is None]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    ledger = Ledger.create(tmp_path_factory.mktemp("meant"))
    ledger.add_flows(
        flow(reporter="TZA", partner=partner, flow=which, period=2013, value=value, hs=hs)
        for partner, which, hs, value in (
            ("ARE", "imports", ("2709",), 4_600), ("ARE", "imports", ("2710",), 640.8e6), ("IND", "exports", (), 750e6), ("IND", "imports", (), 2.3e9),
            ("JPN", "exports", (), 200e6), ("JPN", "exports", ("0901",), 30e6),
        )
    )  # fmt: skip
    ledger.add_flows(
        flow(reporter="KEN", partner="JPN", flow="exports", period=2013, value=value, hs=hs)
        for hs, value in (((), 46e6), (("0901",), 41e6))
    )
    return ledger


WORDS = {
    "Tanzania bought $640 million worth of oil from the United Arab Emirates in 2013.": "ambiguous",  # 2710 nearly bears it out
    "Tanzania bought $641 million worth of oil from the United Arab Emirates in 2013.": "ambiguous",
    "Tanzania bought $950 million worth of oil from the United Arab Emirates in 2013.": "contradicted",
    "Tanzania exported more coffee to Japan in 2013 than Kenya did.": "contradicted",
    "Tanzania exported more to Japan in 2013 than Kenya did.": "supported",
    "The two governments want to bring trade between Tanzania and India to $5 billion by 2013.": "not-checkable",
    "The two governments managed to bring trade between Tanzania and India to $5 billion in 2013.": "contradicted",
}


@pytest.mark.parametrize("text", WORDS)
def test_words_are_held_against_what_they_mean(shelf, text):
    assert [verdict.verdict for verdict in outcomes(shelf, text)] == [WORDS[text]]


def test_what_came_of_an_aim_is_told_in_a_sentence(shelf):
    text = "The two governments want to bring trade between Tanzania and India to $5 billion by 2013."
    told = "What came of it: trade between Tanzania and India was $3.05 billion in 2013. That is 61.0% of the target."
    assert [verdict.nearest for verdict in outcomes(shelf, text)] == [told]


@pytest.mark.parametrize(
    ("own", "word"),
    [(None, "contradicted"), (480e6, "imprecise"), (478e6, "sources-disagree"), (100e6, "contradicted")],
)
def test_figures_of_the_other_side_do_not_outweigh_the_country_s_own(tmp_path, own, word):
    ledger = Ledger.create(tmp_path / "two")
    ledger.add_flows(
        flow(dataset="partners", reporter="IND", partner="TZA", flow="imports", period=y, value=v)
        for y, v in ((2012, 491e6), (2013, 900e6))
    )
    if own:
        ledger.add_flows(
            flow(dataset="customs", reporter="TZA", partner="IND", flow="exports", period=y, value=v)
            for y, v in ((2012, own), (2013, 750e6))
        )
    found = outcomes(ledger, "Tanzania's exports to India rose 57 percent in 2013.")
    assert [verdict.verdict for verdict in found] == [word]


def test_a_sum_told_with_the_share_that_it_is_is_one_of_the_goods(shelf):
    told = "Coffee accounted for $30 million, or 15 percent of Tanzania's exports to Japan in 2013."
    assert {verdict.verdict for verdict in outcomes(shelf, told)} == {"supported"}
    wrong = told.replace("$30", "$90")  # as one of all exports it would be as wrong
    assert {v.nearest for v in outcomes(shelf, wrong)} == {
        "Tanzania's exports of coffee to Japan were $30 million in 2013.",
        "Coffee made up 15.0% of Tanzania's exports to Japan in 2013.",
    }


def test_hong_kong_and_goods_sent_on_are_as_the_words_have_them(tmp_path):
    ledger = Ledger.create(tmp_path / "sent")
    ledger.add_flows(
        flow(reporter="TZA", partner=partner, flow="exports", period=2013, value=value)
        for partner, value in (("CHN", 525e6), ("HKG", 20e6), ("KEN", 350e6))
    )
    words = {
        "Tanzania's exports to China, including Hong Kong, were $545 million in 2013.": "supported",
        "Tanzania's exports to China, including Hong Kong, were $525 million in 2013.": "contradicted",
        "Tanzania's exports to China, including Hong Kong, were $800 million in 2013.": "contradicted",
        "Tanzania's exports to China were $545 million in 2013.": "contradicted",
        "Tanzania's re-exports to Kenya were $20 million in 2013.": "ambiguous",
    }
    assert {text: outcomes(ledger, text)[0].verdict for text in words} == words
    (merged,) = outcomes(ledger, next(iter(words)))
    assert [(reading.name, reading.chosen) for reading in merged.readings] == [("with-hong-kong", True)]
    assert len(ledger.query(merged.readings[0].sql).to_pylist()) == 2
