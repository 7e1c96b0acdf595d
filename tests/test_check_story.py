"""The acceptance story's claims, made by hand, against the bundled figures and against totals of another source."""

from __future__ import annotations

from pathlib import Path

import pytest

from test_check_support import against, measure, story, trend
from tieline.check import check_claims
from tieline.ledger import Ledger
from tieline.model.verdicts import verdict_from_json
from tieline.trade import bundled_flows, load_flows

OEC = Path(__file__).parents[2] / "shared/data/trade/oec_bilateral_totals_1963_2014.parquet"
OEC_NAME = "oec_bilateral_totals_1963_2014"

GROWTH = measure(
    value=10.2e6, change_pct=32, base="2013", bounds={"change_pct": "almost"}, digits={"value": 3, "change_pct": 2}
)
TEXTILES = measure(
    product="textiles", hs=("50-63",), share_pct=46, share_of="reporter_exports_to_partner", digits={"share_pct": 2}
)
CARS = measure(product="cars", hs=("8703",), value=250_000, digits={"value": 6}, bound="about")
CRUDE = measure(
    reporter="RUS", partner="PRK", product="crude oil", hs=("2709",), value=34e6, digits={"value": 2}, period=None
)
CONSUMED = measure(
    indicator="consumption", product="oil", hs=("2709",), change_pct=-8, base="2013", digits={"change_pct": 1}
)
TRADE = trend(strength="rapidly")
REMARKABLE = trend(reporter="RUS", partner="PRK", strength="remarkable")
TIES = trend(indicator="other")
SCALE = trend(words="trade has yet to reach the scale of trade with China", reporter="RUS", partner="PRK",
              direction=None, compared_with=against("PRK", "CHN"))  # fmt: skip
CLAIMS = [GROWTH, TEXTILES, CARS, CRUDE, CONSUMED, TRADE, REMARKABLE, TIES, SCALE]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    made = Ledger.create(tmp_path_factory.mktemp("fresh") / "ledger")
    made.add_flows(bundled_flows())
    return made


@pytest.fixture(scope="module")
def ledger_with_oec(tmp_path_factory):
    if not OEC.exists():
        pytest.skip("the OEC totals are not on this machine")
    made = Ledger.create(tmp_path_factory.mktemp("oec") / "ledger")
    made.add_flows(bundled_flows())
    for table in load_flows(OEC).tables:
        made.add_flows(table)
    return made


def verdict(ledger, claim, dataset=None):
    found = [v for v in check_claims(CLAIMS, ledger, document=story()) if v.claim_id == claim.claim_id]
    return next((v for v in found if v.dataset == dataset), None)


@pytest.mark.parametrize(
    ("claim", "word", "found"),
    [
        (GROWTH, "supported-with-context", "$10.17 million, +31.9%"),
        (TEXTILES, "supported", "46.2% share"),
        (CARS, "supported", "$250,000"),
        (CRUDE, "supported", "$33.98 million"),
        (CONSUMED, "supported-with-context", "-7.9%"),
        (TRADE, "contradicted", "-11.4%"),
        (REMARKABLE, "contradicted", "-11.4%"),
        (TIES, "not-checkable", None),
        (SCALE, "supported", "$92.34 million against $6.39 billion"),
    ],
)
def test_the_verdicts_in_a_fresh_ledger(ledger, claim, word, found):
    outcome = verdict(ledger, claim)
    assert (outcome.verdict, outcome.found) == (word, found)
    if found:
        assert verdict(ledger, claim, "kotra-2014").verdict == word
        assert verdict(ledger, claim, "kotra-2013") is None  # says nothing on 2014


def test_the_nearest_truth_of_growing_trade(ledger):
    nearest = verdict(ledger, TRADE).nearest
    assert nearest == (
        "Exports one way, from North Korea to Russia, grew 31.9% to $10.17 million in 2014, "
        "while trade between the two as a whole fell 11.4%."
    )


def test_context_hangs_on_the_change(ledger):
    outcome = verdict(ledger, GROWTH)
    assert outcome.context[0] == "Trade between North Korea and Russia as a whole fell 11.4% in 2014."
    assert outcome.nearest == (
        "North Korea's exports to Russia grew 31.9% to $10.17 million in 2014; trade between the two fell 11.4%."
    )
    assert "imports of oil" in verdict(ledger, CONSUMED).context[0]
    assert {row["flow"] for row in outcome.rows} == {"exports", "trade"}
    assert outcome.sources[0].startswith("Yonhap")


def test_an_inferred_period_is_marked(ledger):
    reading = verdict(ledger, CRUDE, "kotra-2014").readings[0]
    assert reading.inferred == ("period",)
    assert "2014" in reading.label
    assert not verdict(ledger, CARS, "kotra-2014").readings[0].inferred


def test_every_reading_can_be_run_again(ledger):
    for outcome in check_claims(CLAIMS, ledger, document=story()):
        for reading in outcome.readings:
            assert sorted(ledger.query(reading.sql)["row_id"].to_pylist()) == sorted(reading.rows)
        again = {row for sql in outcome.sql for row in ledger.query(sql)["row_id"].to_pylist()}
        assert {row["row_id"] for row in outcome.rows} <= again
        assert verdict_from_json(outcome.to_json()) == outcome


def test_growth_that_two_sources_see_differently(ledger_with_oec):
    kotra, oec = (verdict(ledger_with_oec, GROWTH, name) for name in ("kotra-2014", OEC_NAME))
    assert kotra.verdict == "supported-with-context"
    assert (oec.verdict, oec.found) == ("contradicted", "$10.03 million, +8.0%")
    assert [(part.name, part.verdict) for part in oec.parts] == [("level", "imprecise"), ("change", "contradicted")]
    outcome = verdict(ledger_with_oec, GROWTH)
    assert outcome.verdict == "sources-disagree"
    assert [(part.name, part.verdict) for part in outcome.parts] == [
        ("level", "imprecise"),
        ("change", "sources-disagree"),
    ]
    for words in ("31.9%", "8.0%", "By kotra-2014", f"By {OEC_NAME}"):
        assert words in outcome.nearest


def test_one_direction_is_no_total(ledger_with_oec):
    oec = verdict(ledger_with_oec, TRADE, OEC_NAME)
    assert oec.verdict == "no-data"
    assert "one direction is no total" in oec.help
    assert "tieline load" in oec.help
    assert verdict(ledger_with_oec, TRADE).verdict == "contradicted"


def test_a_copied_year_decides_nothing(ledger_with_oec):
    claim = measure(reporter="CHN", partner="USA", indicator="imports", period="1998", change_pct=3)
    found = check_claims([claim], ledger_with_oec)
    assert [v.verdict for v in found] == ["no-data", "no-data"]
    assert "copy" in found[0].help


def test_a_dataset_can_be_named(ledger_with_oec):
    found = check_claims([GROWTH], ledger_with_oec, dataset=[OEC_NAME])
    assert [v.dataset for v in found] == [OEC_NAME, None]
    assert found[-1].verdict == "contradicted"
