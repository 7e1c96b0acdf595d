"""Words of strength against the trade with all partners, and targets against what came of them."""

from __future__ import annotations

import dataclasses

import pytest

import tieline
from test_check_support import flow, measure, story, trend
from tieline.check import check_claims
from tieline.check.strength import Strength
from tieline.ledger import Ledger
from tieline.model.errors import UsageError
from tieline.model.periods import Period


def ledger(folder, of_pair, of_all):
    made = Ledger.create(folder / "ledger")
    rows = [("RUS", 10e6, of_pair), *([("WLD", 100e6, of_all)] if of_all is not None else [])]
    made.add_flows(
        flow(partner=partner, period=year, value=level)
        for partner, before, now in rows
        for year, level in (("2013", before), ("2014", before * (1 + now / 100)))
    )
    return made


@pytest.mark.parametrize(
    ("of_pair", "of_all", "direction", "strength", "asks", "word"),
    [
        (20, 5, "up", "rapidly", Strength(), "supported"),
        (20, 25, "up", "rapidly", Strength(), "imprecise"),
        (20, 25, "up", "rapidly", Strength(above_all=False), "supported"),
        (20, None, "up", "rapidly", Strength(), "supported"),
        (20, 25, "up", None, Strength(), "supported"),
        (12, 5, "up", "rapidly", Strength(), "imprecise"),
        (12, 5, "up", "rapidly", Strength(strong_pct=10), "supported"),
        (-20, -30, "down", "sharply", Strength(), "imprecise"),
        (-20, 10, "down", "sharply", Strength(), "supported"),
        (4, 25, "up", "slightly", Strength(), "supported"),
        (7, 25, "up", "slightly", Strength(slight_pct=8), "supported"),
        (-20, -30, "up", "rapidly", Strength(), "contradicted"),
        (0.2, -30, "up", "rapidly", Strength(), "contradicted"),
    ],
)
def test_rapid_is_much_and_more_than_with_all_partners(tmp_path, of_pair, of_all, direction, strength, asks, word):
    claim = trend(indicator="exports", direction=direction, strength=strength, period="2014")
    found = check_claims([claim], ledger(tmp_path, of_pair, of_all), document=story(), strength=asks)
    assert found[0].verdict.removesuffix("-with-context") == word
    if strength == "rapidly" and of_all is None:
        assert "does not have North Korea's exports with all partners" in found[0].parts[0].note


@pytest.mark.parametrize(
    ("claim", "word", "held"),
    [  # Peru's imports from Chile rose by 20%, all of Peru's imports by 30%, all of Chile's exports by 10%
        (trend(indicator="imports", reporter="PER", partner="CHL"), "imprecise", "Peru's total imports +30.0%"),
        (trend(indicator="exports", reporter="CHL", partner="PER"), "supported", "Chile's total exports +10.0%"),
        (trend(indicator="trade", reporter="CHL", partner="PER"), "imprecise", "Chile's total trade +10.0% and Peru's total trade +30.0%"),
        (trend(indicator="trade", reporter="PER", partner="CHL"), "imprecise", "Peru's total trade +30.0% and Chile's total trade +10.0%"),
    ],
)  # fmt: skip
def test_rapid_imports_are_held_against_the_importers_and_two_way_trade_against_both(tmp_path, claim, word, held):
    made = Ledger.create(tmp_path / "ledger")
    rows = [("PER", "imports", "CHL", 20), ("PER", "imports", "WLD", 30), ("CHL", "exports", "WLD", 10),
            ("CHL", "exports", "PER", 20), ("CHL", "trade", "PER", 20), ("CHL", "trade", "WLD", 10), ("PER", "trade", "WLD", 30)]  # fmt: skip
    made.add_flows(
        flow(reporter=who, partner=whom, flow=way, period=year, value=level)
        for who, way, whom, rise in rows
        for year, level in (("2013", 10e6), ("2014", 10e6 * (1 + rise / 100)))
    )
    rapid = dataclasses.replace(claim, strength="rapidly", period=Period.of_year(2014))
    against, _ = check_claims([rapid], made, document=story())
    assert (against.verdict, against.parts[0].note) == (word, f"held against {held}")


def test_what_can_not_be_asked_for_is_refused():
    with pytest.raises(UsageError, match="slight would be less than 20%"):
        Strength(slight_pct=20)


def test_goods_and_services_together_get_no_verdict_but_the_goods_alone_and_an_unsaid_scope_is_marked(tmp_path):
    desk = tieline.open(tmp_path / "ledger", bundled=False)
    desk.ledger.add_flows([flow(value=40e6), flow(value=50e6, period="2013")])
    both = measure(value=60e6, words="Exports of goods and services were $60 million", scope=("services",))
    *_, outcome = check_claims([both], desk.ledger, document=story())
    assert (outcome.verdict, outcome.nearest) == (
        "not-checkable", "Of goods alone: North Korea's exports to Russia were $40 million in 2014.",
    )  # fmt: skip
    assert len(outcome.rows) == 1
    for words, inferred in (("Exports were $40 million", ("scope",)), ("Exports of goods were $40 million", ())):
        *_, outcome = check_claims([measure(value=40e6, words=words)], desk.ledger, document=story())
        assert (outcome.verdict, outcome.readings[0].inferred) == ("supported", inferred)


def test_a_target_has_no_verdict_but_what_came_of_it(tmp_path):
    desk = tieline.open(tmp_path / "ledger", bundled=False)
    desk.ledger.add_flows(
        [flow(flow="exports", period="2020", value=1.6e6), flow(flow="imports", period="2020", value=41e6)]
    )
    aim = measure(indicator="trade", value=1e9, modality="target", period="2020")
    *_, outcome = check_claims([aim], desk.ledger, document=story())
    assert outcome.verdict == "not-checkable"
    assert outcome.nearest.startswith("What came of it: ")
    assert outcome.nearest.endswith("That is 4.3% of the target.")
    assert len(outcome.rows) == 2
    claim = measure(indicator="trade", value=1e9, modality="target", period="2030")
    assert [v.verdict for v in check_claims([claim], desk.ledger, document=story())] == ["not-checkable"]
