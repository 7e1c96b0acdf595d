"""What figures can't decide as they are: those of the other side, a side or a whole told elsewhere, another money, some of the goods.

The figures are invented; only importers state any, as in many public files, so that every figure of exports is one of the other side.
"""

from __future__ import annotations

import pytest

from test_check_support import flow
from tieline.check import check_claims
from tieline.ledger import Ledger
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.model.rates import Rates
from tieline.read import read_documents

# imports of Kenya from Chile, of Chile from Kenya, of Norway from Chile and of Chile from Norway, in million dollars
BOUGHT = {
    ("KEN", "CHL"): {2012: 45, 2013: 72, 2014: 90},
    ("CHL", "KEN"): {2012: 18, 2013: 21, 2014: 20},
    ("NOR", "CHL"): {2012: 33, 2013: 40, 2014: 41},
    ("CHL", "NOR"): {2012: 60, 2013: 63, 2014: 80},
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    ledger = Ledger.create(tmp_path_factory.mktemp("doubts"))
    ledger.add_flows(
        flow(reporter=who, partner=whom, flow="imports", period=year, value=million * 1e6)
        for (who, whom), years in BOUGHT.items()
        for year, million in years.items()
    )
    return ledger


def found(shelf, text, rates=None):
    """The words of each claim's outcome, by what is claimed."""
    document = Document("t", text, Period.parse("2015-06-10"), "Lusa", "en")
    claims = next(iter(read_documents([document]))).claims
    outcomes = [v for v in check_claims(claims, shelf, document=document, rates=rates) if v.dataset is None]
    return {v.claimed: v.verdict.removesuffix("-with-context") for v in outcomes}


OTHER_SIDE = {
    "Chile's exports to Kenya were $90 million in 2014.": "supported",
    "Chile's exports to Kenya were $89.97 million in 2014.": "imprecise",
    "Chile's exports to Kenya were $84.37 million in 2014.": "ambiguous",
    "Kenya's imports from Chile were $84.37 million in 2014.": "contradicted",
    "Chile's exports to Kenya were $76.2 million in 2014.": "ambiguous",
    "Chile's exports to Kenya were $59 million in 2014.": "ambiguous",
    "Chile's exports to Kenya were $44 million in 2014.": "contradicted",
    "Trade between Chile and Kenya came to $70 million in 2014.": "contradicted",
    "Chile's exports to Kenya rose 27 percent in 2014.": "imprecise",
    "Chile's exports to Kenya rose 28.5 percent in 2014.": "ambiguous",
    "Chile's exports to Kenya rose 40 percent in 2014.": "contradicted",
    "Chile's exports to Kenya fell 1.2 percent in 2014.": "contradicted",
    "Trade between Chile and Kenya came to $104.5 million in 2014.": "ambiguous",
    "Chile had a surplus of $63.4 million with Kenya in 2014.": "ambiguous",
    "Chile had a surplus of $35 million with Kenya in 2014.": "ambiguous",
    "Chile had a surplus of $170 million with Kenya in 2014.": "contradicted",
    "Chile had a deficit of $63.4 million with Kenya in 2014.": "contradicted",
}


@pytest.mark.parametrize("text", OTHER_SIDE)
def test_figures_of_the_other_side_contradict_what_is_far_from_them_alone(shelf, text):
    assert set(found(shelf, text).values()) == {OTHER_SIDE[text]}


def test_how_far_the_two_sides_lay_apart_in_a_year_nearby_is_allowed_too(tmp_path):
    ledger = Ledger.create(tmp_path / "apart")
    ledger.add_flows(
        [
            flow(reporter="KEN", partner="CHL", flow="imports", period=y, value=v)
            for y, v in ((2012, 45e6), (2014, 90e6))
        ]
    )
    claim = "Chile's exports to Kenya were $216 million in 2014."
    assert found(ledger, claim) == {"$216 million": "contradicted"}
    ledger.add_flows([flow(dataset="customs", reporter="CHL", partner="KEN", flow="exports", period=2012, value=106e6)])
    assert found(ledger, claim) == {"$216 million": "ambiguous"}  # 2.4 times, and 2.36 times apart in 2012
    assert found(ledger, "Chile's exports to Kenya were $240 million in 2014.") == {"$240 million": "contradicted"}


UNDECIDED = {
    "a side that may be another country": (
        ("Kenya's imports from Chile were $90 million in 2014. Norway's imports from Chile came to $41 million that year. "
        "Officials in Oslo said Kenya was ahead, and that its imports from Chile would have been $70 million in 2014 without the drought."),
        "$70 million",
        {"ambiguous", "not-checkable", "no-data"},
    ),
    "a change in euros": (
        "Kenya's imports from Chile came to 68 million euros in 2014. They rose 8 percent in 2014.",
        "+8%",
        {"no-data"},
    ),
    "a change in the yuan's terms": ("Kenya's imports from Chile rose 8 percent in yuan terms in 2014.", "+8%", {"no-data"}),
    "a direction of sums in rand": ("Chile's imports from Kenya rose to 300 million rand in 2014.", "up", {"ambiguous"}),
    "trade without oil": ("Kenya's non-oil imports from Chile were $60 million in 2014.", "$60 million", {"not-checkable"}),
    "a level held against at no time": (
        "Kenya's imports from Chile were $90 million in 2014, compared with $50 million in other data.",
        "$50 million",
        {"ambiguous", "no-data"},
    ),
    "the same as those of another": ("Kenya's imports from Chile were about the same as those from Peru in 2014.", "flat", {"no-data"}),
    "a comparison with two countries together": (
        "Chile bought more from Norway than from Kenya and Peru in 2014.",
        "compared with Chile's imports from Kenya",
        {"not-checkable"},
    ),
    "some of the goods": (
        "Kenya's imports from Chile in these products were $12 million in 2014.",
        "$12 million",
        {"ambiguous", "no-data"},
    ),
    "a time to come": (
        "Kenya's imports from Chile will be $200 million next year.",
        "$200 million",
        {"not-checkable"},
    ),
    "what is agreed": (
        "In 2013 Chile and Norway agreed to reduce their shipments to Kenya by 30 percent in 2014.",
        "-30%",
        {"not-checkable", "ambiguous"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", UNDECIDED)
def test_what_figures_can_not_decide_is_not_rated(shelf, name):
    text, claimed, allowed = UNDECIDED[name]
    verdicts = found(shelf, text)
    assert verdicts.get(claimed, "no-data") in allowed, verdicts


def test_a_change_in_dollars_beside_sums_in_dollars_is_decided(shelf):
    text = "Kenya's imports from Chile came to $90 million in 2014. They rose 8 percent in 2014."
    assert found(shelf, text)["+8%"] == "contradicted"


def test_two_way_trade_that_one_side_states_is_that_of_both(tmp_path):
    ledger = Ledger.create(tmp_path / "stated")
    ledger.add_flows([flow(reporter="KEN", partner="CHL", flow="trade", period=2014, value=104e6)])
    assert found(ledger, "Trade between Chile and Kenya came to $112.7 million in 2014.") == {
        "$112.7 million": "contradicted"
    }


def test_a_direction_in_another_money_is_judged_with_its_rates(shelf):
    rates = Rates.of([("ZAR", "2013", 0.104, "bank"), ("ZAR", "2014", 0.092, "bank")])
    text = "Chile's imports from Kenya rose to 217 million rand in 2014."  # $21m and $20m: 202 and 217 million rand
    assert found(shelf, text, rates) == {"up": "supported", "ZAR 217 million": "supported"}


def test_a_year_that_a_multiple_is_held_against_is_its_base(shelf):
    assert found(shelf, "Kenya's imports from Chile were two times as large as in 2012.") == {"+100%": "supported"}
