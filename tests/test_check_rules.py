"""The rules of the check one by one, on a few made flows each."""

from __future__ import annotations

import itertools

import pytest

import tieline
from test_check_support import against, flow, measure, quote, story, trend
from tieline.check import check_claims
from tieline.check.settle import LOAD_FIGURES, LOAD_TOTALS
from tieline.ledger import Ledger
from tieline.model.claims import Comparison, Event
from tieline.model.countries import countries
from tieline.model.periods import Period


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """Gives a ledger of some flows."""
    folder = tmp_path_factory.mktemp("ledgers")
    numbers = itertools.count()

    def make(*flows):
        made = Ledger.create(folder / str(next(numbers)))
        made.add_flows(flows)
        return made

    return make


def outcome(ledger, claim, *others, published="2015-03-17"):
    found = check_claims([claim, *others], ledger, document=story(published))
    return next(v for v in found if v.dataset is None and v.claim_id == claim.claim_id)


def words(verdict):
    return {part.name: part.verdict for part in verdict.parts}


# --------------------------------------------------------------------------------------------- ways to answer


def test_own_figures_come_before_the_mirror(shelf):
    own = flow(value=10e6)
    mirror = flow(reporter="RUS", partner="PRK", flow="imports", value=15e6)
    both = shelf(own, mirror)
    assert outcome(both, measure(value=10e6)).verdict == "supported"
    assert outcome(both, measure(value=15e6)).verdict == "ambiguous"  # the mirror supports what its own figures deny
    assert outcome(both, measure(value=30e6)).verdict == "contradicted"
    told_from_the_other_side = measure(reporter="RUS", partner="PRK", indicator="imports", value=15e6)
    assert outcome(both, told_from_the_other_side).verdict == "supported"
    readings = outcome(both, measure(value=10e6)).readings
    assert [(reading.name, reading.result["value"], reading.prior) for reading in readings] == [
        ("own-figures", 10e6, 0.556), ("mirror", 15e6, 0.278), ("reconciled", 12.5e6, 0.167)
    ]  # fmt: skip
    assert outcome(shelf(mirror), measure(value=15e6)).verdict == "supported"


def test_trade_is_a_published_row_or_the_sum_of_both_ways(shelf):
    exports, imports = flow(value=10e6), flow(flow="imports", value=30e6)
    claim = measure(indicator="trade", reporter="RUS", partner="PRK", value=40e6)
    assert outcome(shelf(exports, imports), claim).verdict == "supported"
    assert outcome(shelf(exports), claim).verdict == "no-data"
    assert outcome(shelf(exports), measure(indicator="trade", value=10e6)).verdict == "no-data"
    assert outcome(shelf(flow(flow="trade", value=40e6)), claim).verdict == "supported"
    gap = measure(indicator="balance", value=-20e6)
    assert outcome(shelf(exports, imports), gap).verdict == "supported"
    assert outcome(shelf(exports, imports), measure(indicator="balance", value=20e6)).verdict == "contradicted"


def test_rows_that_contradict_each_other(shelf):
    ledger = shelf(flow(value=10e6), flow(value=14e6))
    assert outcome(ledger, measure(value=10e6)).verdict == "ambiguous"
    assert outcome(ledger, measure(value=90e6)).verdict == "contradicted"


def test_months_fill_a_year_only_if_all_are_there(shelf):
    months = [flow(period=f"2014-{month:02d}", value=1e6) for month in range(1, 13)]
    assert outcome(shelf(*months), measure(value=12e6)).verdict == "supported"
    assert outcome(shelf(*months[:11]), measure(value=11e6)).verdict == "no-data"
    assert outcome(shelf(*months), measure(value=3e6, period="2014-04/2014-06")).verdict == "supported"
    assert outcome(shelf(*months), measure(value=1e6, per="month")).verdict == "supported"


def test_a_month_is_not_decided_by_a_year(shelf):
    verdict = outcome(shelf(flow(value=12e6)), measure(value=1e6, period="2014-03"))
    assert verdict.verdict == "no-data"
    assert "yearly figures only" in verdict.help
    assert "monthly figures" in verdict.help
    assert LOAD_FIGURES in verdict.help


# -------------------------------------------------------------------------------------------------- products


def test_the_parts_of_a_product_are_summed_where_they_fill_it(shelf):
    parts = [flow(product=code, hs=(code,), value=1e6) for code in ("84", "85")]
    claim = measure(product="machinery", hs=("84-85",), value=2e6)
    assert outcome(shelf(*parts), claim).verdict == "supported"
    assert outcome(shelf(parts[0]), measure(product="machinery", hs=("84-85",), value=1e6)).verdict == "no-data"
    listed = [flow(product=c, hs=(c,), hs_edition="H4", value=1e6) for c in ("500100", "610910", "610990")]
    textiles = measure(product="textiles", hs=("50-63",), value=3e6)
    assert outcome(shelf(*listed), textiles).verdict == "supported"  # a classified table lists all that was traded


def test_a_wider_group_can_support_but_not_refute(shelf):
    ledger = shelf(flow(product="mineral fuels", hs=("27",), value=34e6))
    claim = {"product": "oil", "hs": ("2709",)}
    assert outcome(ledger, measure(value=34e6, **claim)).verdict == "supported"
    assert outcome(ledger, measure(value=20e6, **claim)).verdict == "no-data"


def test_a_product_is_not_decided_by_the_total(shelf):
    verdict = outcome(shelf(flow(value=10e6)), measure(product="cars", hs=("8703",), value=10e6))
    assert verdict.verdict == "no-data"
    assert "cars" in verdict.help
    assert outcome(shelf(flow(value=10e6)), measure(product="goods", value=10e6)).verdict == "supported"


def test_words_without_codes_match_the_same_words(shelf):
    ledger = shelf(flow(product="Gizmos", value=5e6))
    assert outcome(ledger, measure(product="gizmos", value=5e6)).verdict == "supported"
    assert outcome(ledger, measure(product="gadgets", value=5e6)).verdict == "no-data"


# --------------------------------------------------------------------------------------------------- changes


def test_a_published_change_wins_over_the_levels(shelf):
    ledger = shelf(flow(value=10e6, change_pct=31.9), flow(period=2013, value=9e6))
    assert outcome(ledger, measure(change_pct=31.9, digits={"change_pct": 3})).verdict == "supported"
    assert outcome(ledger, measure(change_pct=11.1, digits={"change_pct": 3})).verdict == "contradicted"
    long = shelf(flow(value=10e6, change_pct=31.9), flow(period=2011, value=5e6))
    assert outcome(long, measure(change_pct=100, base="2011")).verdict == "supported"  # not the published, yearly one


def test_a_right_level_with_a_wrong_change(shelf):
    ledger = shelf(flow(value=10e6), flow(period=2013, value=8e6))
    verdict = outcome(ledger, measure(value=10e6, change_pct=50))
    assert words(verdict) == {"level": "supported", "change": "contradicted"}
    assert verdict.verdict == "contradicted"
    assert verdict.nearest == "North Korea's exports to Russia grew 25.0% to $10 million in 2014."


def test_a_part_left_open_is_not_supported(shelf):
    verdict = outcome(shelf(flow(value=10e6)), measure(value=10e6, change_pct=50))
    assert words(verdict) == {"level": "supported", "change": "no-data"}
    assert verdict.verdict == "no-data"
    assert "level only" in verdict.help


def test_an_absolute_change(shelf):
    ledger = shelf(flow(value=10e6), flow(period=2013, value=8e6))
    assert outcome(ledger, measure(change_value=2e6, unit="USD")).verdict == "supported"
    assert outcome(ledger, measure(change_value=-2e6, unit="USD")).verdict == "contradicted"


# ---------------------------------------------------------------------------------------------------- shares


def test_shares_are_published_or_computed_of_the_right_whole(shelf):
    ledger = shelf(
        flow(value=10e6), flow(partner="WLD", value=50e6), flow(product="cars", hs=("8703",), value=4e6),
        flow(partner="WLD", product="cars", hs=("8703",), value=5e6),
        flow(flow="trade", partner="CHN", value=9e6, share_pct=89.1, share_of="reporter_total_trade"),
    )  # fmt: skip
    cars = {"product": "cars", "hs": ("8703",)}
    assert outcome(ledger, measure(share_pct=40, share_of="reporter_exports_to_partner", **cars)).verdict == "supported"
    assert outcome(ledger, measure(share_pct=20, share_of="reporter_total_exports")).verdict == "supported"
    assert outcome(ledger, measure(share_pct=40, share_of="reporter_total_exports")).verdict == "contradicted"
    assert outcome(ledger, measure(share_pct=8, share_of="reporter_total_exports", **cars)).verdict == "supported"
    assert outcome(ledger, measure(share_pct=80, share_of="reporter_total_exports", **cars)).verdict == "ambiguous"
    china = measure(indicator="trade", partner="CHN", share_pct=89, share_of="reporter_total_trade")
    assert outcome(ledger, china).verdict == "supported"
    assert outcome(ledger, china).nearest == "Trade with China made up 89.1% of North Korea's total trade in 2014."
    assert outcome(ledger, measure(share_pct=40, share_of="other", **cars)).verdict == "not-checkable"


# --------------------------------------------------------------------------------------- units, scope, modality


def test_another_currency_is_not_compared(shelf):
    ledger = shelf(flow(value=10e6), flow(period=2013, value=8e6))
    verdict = outcome(ledger, measure(value=10e6, unit="EUR"))
    assert verdict.verdict == "no-data"
    assert "no exchange rate" in verdict.help
    assert outcome(ledger, measure(change_pct=25, value=10e6, unit="EUR")).verdict == "no-data"
    assert outcome(shelf(flow(value=10e6, unit="EUR")), measure(value=10e6, unit="EUR")).verdict == "supported"
    assert outcome(shelf(flow(value=500.0, unit="t")), measure(value=500, unit="t")).nearest.endswith(
        "500 metric tons in 2014."
    )


@pytest.mark.parametrize(
    ("claim", "word"),
    [
        (measure(value=1, modality="forecast"), "not-checkable"),
        (measure(value=1, modality="target"), "not-checkable"),
        (measure(value=1, scope=("services",)), "not-checkable"),
        (measure(value=1, scope=("both",)), "not-checkable"),
        (measure(value=1, words="exports of goods and services were $1"), "not-checkable"),
        (trend(words="trade in goods and services grew", period="2014"), "not-checkable"),
        (measure(value=1, product="tourism"), "not-checkable"),
        (measure(change_pct=1, scope=("real",)), "not-checkable"),
        (measure(value=1, indicator="investment"), "no-data"),
        (measure(value=1, indicator="other"), "not-checkable"),
        (measure(value=1, partner=None), "no-data"),
        (trend(indicator="other"), "not-checkable"),
        (
            Event(document="story", version="v1", quote=quote("met"), actor="PRK", target="RUS", type="CONSULT"),
            "no-data",
        ),
    ],
)
def test_what_no_figure_decides(shelf, claim, word):
    verdict = outcome(shelf(flow(value=1.0)), claim)
    assert verdict.verdict == word
    assert verdict.help


# --------------------------------------------------------------------------------------------------- periods


def test_a_claim_without_a_period(shelf):
    ledger = shelf(flow(value=9e6, period=2012), flow(value=10e6, period=2013), flow(value=11e6, period=2014))
    claim = measure(value=10e6, period=None)
    spoken = measure(value=10e6, period="2013")
    later = measure(value=10e6, period="2016")
    assert outcome(ledger, claim, spoken).verdict == "supported"  # the year that the story speaks of
    assert outcome(ledger, claim, spoken, later).verdict == "supported"  # not one after publication
    assert outcome(ledger, measure(value=11e6, period=None)).verdict == "supported"  # the last whole year
    assert outcome(ledger, measure(value=11e6, period=None), published="2024-01").verdict == "no-data"  # too old
    undated = outcome(ledger, measure(value=11e6, period=None), published=None)
    assert undated.verdict == "no-data"
    assert "--published" in undated.help


def test_a_period_without_data_names_what_is_there(shelf):
    verdict = outcome(shelf(flow(value=9e6, period=2012)), measure(value=9e6))
    assert verdict.verdict == "no-data"
    assert LOAD_TOTALS in verdict.help
    assert "UN Comtrade (https://comtradeplus.un.org) may have it: reporter" in verdict.help
    assert "then tieline load TradeData.csv" in verdict.help
    assert check_claims([], shelf(flow(value=1.0))) == []


# ---------------------------------------------------------------------------------------------------- trends


@pytest.mark.parametrize(
    ("change", "direction", "strength", "word"),
    [
        (31.9, "up", "rapidly", "supported"),
        (8.0, "up", "rapidly", "imprecise"),
        (8.0, "up", None, "supported"),
        (8.0, "up", "slightly", "imprecise"),
        (3.0, "up", "slightly", "supported"),
        (0.2, "up", None, "contradicted"),
        (-11.4, "up", "rapidly", "contradicted"),
        (-31.9, "down", "sharply", "supported"),
        (1.0, "flat", None, "supported"),
        (4.0, "flat", None, "imprecise"),
        (9.0, "flat", None, "contradicted"),
    ],
)
def test_directions_and_their_strength(shelf, change, direction, strength, word):
    ledger = shelf(flow(flow="trade", value=1e6, change_pct=change))
    assert outcome(ledger, trend(direction=direction, strength=strength, period="2014")).verdict == word


def test_records_need_earlier_years(shelf):
    years = [
        flow(flow="trade", period=year, value=value)
        for year, value in zip(range(2010, 2015), [5, 7, 6, 4, 8], strict=True)
    ]
    high, low = (trend(direction=f"record_{end}", period="2014") for end in ("high", "low"))
    assert outcome(shelf(*years), high).verdict == "supported"
    assert outcome(shelf(*years), low).verdict == "contradicted"
    assert outcome(shelf(*years[2:]), high).verdict == "no-data"
    assert "highest" in outcome(shelf(*years), high).nearest


def test_comparisons_need_both_sides(shelf):
    ours, theirs = flow(flow="trade", value=92e6), flow(flow="trade", partner="CHN", value=6.39e9)

    def claim(text):
        return trend(words=text, direction=None, period="2014", compared_with=against("PRK", "CHN"))

    both = shelf(ours, theirs)
    assert outcome(both, claim("has yet to reach the scale of trade with China")).verdict == "supported"
    assert outcome(both, claim("exceeds trade with China")).verdict == "contradicted"
    assert outcome(both, claim("and trade with China")).verdict == "not-checkable"
    assert outcome(shelf(ours), claim("is smaller than trade with China")).verdict == "no-data"
    rank = trend(direction=None, period="2014", compared_with=Comparison(rank=2))
    assert outcome(both, rank).verdict == "no-data"


def test_few_partners_decide_a_rank_where_they_suffice(shelf):
    some = {"CHN": 50e6, "RUS": 30e6, "IND": 5e6}
    rows = [flow(partner=code, value=value) for code, value in some.items()]

    def rank(partner, place, *more):
        claim = trend(
            indicator="exports", partner=partner, direction=None, period="2014", compared_with=Comparison(rank=place)
        )
        return outcome(shelf(*rows, *more), claim)

    rest = flow(partner="WLD", value=100e6)  # leaves 15 million for all that are not known
    assert rank("IND", 1).verdict == "contradicted"
    assert rank("IND", 2, rest).verdict == "contradicted"
    assert [rank("RUS", 2).verdict, rank("RUS", 2, rest).verdict] == ["no-data", "supported"]
    assert rank("IND", 3, rest).verdict == "no-data"
    assert "at best" in rank("IND", 1).nearest


def test_figures_of_the_partners_leave_near_places_open(shelf):
    buyers = (
        "CHN 90 RUS 70 IND 65 JPN 40 " + " ".join(f"{code} 2" for code in "BRA CHL PER MEX ARG URY COL ECU".split())
    ).split()
    sold = dict(zip(buyers[::2], map(float, buyers[1::2]), strict=True))
    others = [
        country.code for country in countries() if country.kind == "state" and country.code not in {*sold, "KEN"}
    ][:60]
    theirs = [flow(reporter=code, partner="KEN", flow="imports", value=value * 1e6) for code, value in sold.items()]
    theirs += [flow(reporter=code, partner="TUV", flow="imports", value=1e6) for code in others]
    own = [flow(reporter="KEN", partner=code, flow="exports", value=value * 1e6) for code, value in sold.items()]

    def verdict(rows, partner, place):
        fields = {"reporter": "KEN", "partner": partner, "compared_with": Comparison(rank=place)}
        return outcome(shelf(*rows), trend(indicator="exports", direction=None, period="2014", **fields)).verdict

    assert [verdict(theirs, "RUS", place) for place in (1, 2, 3, 4)] == [
        "ambiguous",
        "supported",
        "ambiguous",
        "contradicted",
    ]
    assert [verdict(own, "RUS", place) for place in (1, 2, 3, 4)] == [
        "contradicted",
        "supported",
        "contradicted",
        "contradicted",
    ]


def test_a_claim_of_no_change_gets_no_context_from_the_whole(shelf):
    ledger = shelf(flow(change_pct=0.6), flow(flow="trade", change_pct=-6.4))
    assert outcome(ledger, trend(indicator="exports", direction="flat", period="2014")).verdict == "supported"
    assert (
        outcome(ledger, trend(indicator="exports", direction="up", period="2014")).verdict == "supported-with-context"
    )


# --------------------------------------------------------------------------------------------------- context


def test_the_whole_moved_the_other_way(shelf):
    up, whole = flow(value=10e6, change_pct=-20.0), flow(flow="trade", value=90e6, change_pct=12.0)
    ledger = shelf(up, whole)
    assert outcome(ledger, measure(change_pct=-20)).verdict == "supported-with-context"
    assert (
        outcome(ledger, trend(indicator="exports", direction="down", period="2014")).verdict == "supported-with-context"
    )
    assert outcome(ledger, measure(value=10e6)).verdict == "supported"
    same = shelf(up, flow(flow="trade", value=90e6, change_pct=-1.0))
    assert outcome(same, measure(change_pct=-20)).verdict == "supported"


# -------------------------------------------------------------------------------------- datasets and vintages


def test_datasets_that_agree_and_datasets_that_do_not(shelf):
    first = flow(dataset="first", value=10.0e6)
    agree = flow(dataset="second", value=10.01e6)
    vague = flow(dataset="second", value=10.4e6)
    other = flow(dataset="second", value=30e6)
    claim = measure(value=10e6, digits={"value": 3})
    assert outcome(shelf(first, agree), claim).verdict == "supported"
    assert outcome(shelf(first, vague), claim).verdict == "imprecise"
    split = outcome(shelf(first, other), claim)
    assert split.verdict == "sources-disagree"
    assert "By first: " in split.nearest
    assert "$30 million (second)" in split.found


def test_the_newest_vintage_that_decides_is_used(shelf):
    old, new = flow(vintage="2015-01-01", value=9e6), flow(vintage="2016-01-01", value=10e6)
    elsewhere = flow(vintage="2017-01-01", value=1e6, period="2016")
    found = check_claims([measure(value=10e6)], shelf(old, new, elsewhere))
    assert [(v.dataset, v.vintage, v.verdict) for v in found] == [
        ("made", "2016-01-01", "supported"),
        (None, None, "supported"),
    ]


def test_the_version_and_the_tool_are_kept(shelf):
    verdict = outcome(shelf(flow(value=10e6)), measure(value=10e6))
    assert (verdict.version, bool(verdict.tool_version)) == ("v1", True)
    assert verdict.readings[0].sql.startswith("SELECT")
    assert Period.parse(verdict.rows[0]["period"]).words() in verdict.nearest


# ------------------------------------------------------------------------------------------- rows of loaded files


def test_parts_and_other_classifications_are_not_taken_for_the_whole(tmp_path):
    totals = tmp_path / "totals.csv"
    totals.write_text("year,importer,exporter,value_usd\n2014,RUS,DEU,9000000\n2014,RUS,FDR,5000000\n")
    sections = tmp_path / "matrix.csv"
    sections.write_text(
        "year,exporter,importer,sitc,value_thousand_usd\n2014,Germany,Russian Federation,SITC3_Fuels,5000\n"
    )
    desk = tieline.open(tmp_path / "ledger", bundled=False)
    assert not desk.load(totals, sections).problems
    claim = {"reporter": "RUS", "partner": "DEU", "indicator": "imports"}
    assert outcome(desk.ledger, measure(**claim, value=9e6)).verdict == "supported"
    assert outcome(desk.ledger, measure(**claim, value=5e6)).verdict == "contradicted"


def test_codes_of_a_product_that_rows_give_with_more_or_fewer_digits_are_all_summed(shelf):
    """Copper is ore (2603) and metal (74): neither stands for both where the one is a chapter and the other a heading."""
    table = shelf(
        *(flow(hs=(code,), value=value, hs_edition="H4") for code, value in (("2603", 182e6), ("74", 546e6))),
    )
    both = measure(product="copper", hs=("2603", "74"), value=728e6)
    assert outcome(table, both).verdict == "supported"
    metal_alone = measure(product="copper", hs=("2603", "74"), value=546e6)
    assert outcome(table, metal_alone).verdict == "contradicted"


def test_a_near_miss_of_the_other_side_takes_no_support_from_own_figures(shelf):
    own = flow(value=27e6, dataset="sellers")
    buyers = flow(reporter="RUS", partner="PRK", flow="imports", value=24e6, dataset="buyers")
    both, one = shelf(own, buyers), shelf(buyers)
    claim = measure(value=27e6, digits={"value": 2})
    assert [outcome(each, claim).verdict for each in (both, one)] == ["supported", "imprecise"]
