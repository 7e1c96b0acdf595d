"""Two flows held against each other in words: whose, which way and with whom each side is, and what the figures say of it."""

from __future__ import annotations

import pytest

from test_check_support import flow
from tieline.check import check_claims
from tieline.ledger import Ledger
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents

SAID = {
    "Kenya exported more to Uganda than to the Netherlands in 2013.": ("exports KEN UGA", "exports KEN NLD"),
    "Peru exports more to Chile than it imports from there.": ("exports PER CHL", "imports PER CHL"),
    "Turkey buys more than three times as much from Russia as it sells there.": ("imports TUR RUS", "exports TUR RUS"),
    "China bought nearly three times as much from Brazil as Argentina did in 2013.": ("imports CHN BRA", "imports ARG BRA"),
    "Thailand still buys less from Vietnam than Malaysia does.": ("imports THA VNM", "imports MYS VNM"),
    "Poland sold more goods to Germany than it bought from it in 2014.": ("exports POL DEU", "imports POL DEU"),
    "South Africa's trade with Mozambique still has to reach the size of its trade with India.": ("trade ZAF MOZ", "trade ZAF IND"),
    "In 2014 Brazil's exports to China were three times those to Argentina.": ("exports BRA CHN", "exports BRA ARG"),
    "Vietnam's imports from Thailand were about twice its exports to that country in 2013.": ("imports VNM THA", "exports VNM THA"),
    "Russia's trade with North Korea is dwarfed by China's trade with North Korea.": ("trade RUS PRK", "trade CHN PRK"),
    "China's trade with North Korea was almost 70 times larger than Russia's in 2014.": ("trade CHN PRK", "trade RUS PRK"),
    "Bangladesh's exports to India are a small fraction of what it buys there.": ("exports BGD IND", "imports BGD IND"),
    "North Korea trades far more with China than with Russia.": ("trade PRK CHN", "trade PRK RUS"),
}  # fmt: skip
NO_COMPARISON = (
    "Kenya exported more to Uganda than a year earlier.",
    "Kenya's exports to Uganda grew faster than its exports to Tanzania in 2013.",
    "Kenya's exports to Uganda were more than $500 million in 2013.",
    "Kenya's exports to Uganda rose more than its imports from there.",
    "Kenya's exports to Uganda did not exceed its imports from there in 2013.",
)


def compared(text):
    document = Document("t", text, Period.parse("2015-06-17"), None, "en")
    return [c for r in read_documents([document]) for c in r.claims if getattr(c, "compared_with", None)]


@pytest.mark.parametrize("text", SAID)
def test_each_side_of_a_comparison_is_told(text):
    (claim,) = compared(text)
    other = claim.compared_with
    sides = (
        f"{claim.indicator} {claim.reporter} {claim.partner}",
        f"{other.indicator} {other.reporter} {other.partner}",
    )
    assert (sides, claim.direction) == (SAID[text], None)


@pytest.mark.parametrize("text", NO_COMPARISON)
def test_a_time_a_number_a_pace_or_a_denial_is_no_comparison(text):
    assert compared(text) == []


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """Turkey sold 200 to Russia and 150 to Egypt, and bought 620 from Russia, in million dollars."""
    ledger = Ledger.create(tmp_path_factory.mktemp("compared"))
    rows = (("TUR", "RUS", "exports", 200e6), ("TUR", "RUS", "imports", 620e6), ("TUR", "EGY", "exports", 150e6))
    ledger.add_flows(flow(reporter=a, partner=b, flow=f, period="2014", value=v) for a, b, f, v in rows)
    return ledger


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Turkey sold more to Russia than to Egypt in 2014.", "supported"),
        ("Turkey sold less to Russia than to Egypt in 2014.", "contradicted"),
        ("Turkey bought more from Russia than it sold there in 2014.", "supported"),
        ("Turkey bought three times as much from Russia as it sold there in 2014.", "supported"),
        ("Turkey bought more than three times as much from Russia as it sold there in 2014.", "supported"),
        ("Turkey bought almost three times as much from Russia as it sold there in 2014.", "imprecise"),
        ("Turkey bought 3.1 times as much from Russia as it sold there in 2014.", "supported"),
        ("Turkey bought 3.3 times as much from Russia as it sold there in 2014.", "imprecise"),
        ("Turkey bought twice as much from Russia as it sold there in 2014.", "contradicted"),
        ("Turkey sold less than half as much to Russia as it bought there in 2014.", "imprecise"),
        ("Turkey's exports to Russia have yet to reach the scale of its exports to Egypt.", "contradicted"),
        ("Turkey sold more to Russia than to Syria in 2014.", "no-data"),
    ],
)  # fmt: skip
def test_a_comparison_is_held_against_both_levels(shelf, words, verdict):
    document = Document("t", words, Period.parse("2015-06-17"), None, "en")
    claims = [c for r in read_documents([document]) for c in r.claims]
    outcome = check_claims(claims, shelf, document=document)[-1]
    assert (len(claims), outcome.verdict) == (1, verdict), outcome.nearest
