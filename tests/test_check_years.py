"""What a claim says of several years: since when, between which, for the first time, every year; and sums that loads keep."""

from __future__ import annotations

import shutil

import pytest

import tieline
from test_check_support import flow, measure, story, trend
from tieline.check import check_claims
from tieline.ledger import Ledger

LEVELS = {2006: 40, 2007: 60, 2008: 100, 2009: 50, 2010: 70, 2011: 90, 2012: 80, 2013: 76, 2014: 84}
"""Exports in millions of dollars: falls in 2009, 2012 and 2013."""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    made = Ledger.create(tmp_path_factory.mktemp("years") / "ledger")
    flows = [flow(value=each * 1e6, period=year) for year, each in LEVELS.items()]
    back = [
        flow(value=each * 1e6, period=year, flow="imports") for year, each in ((2011, 100), (2012, 120), (2014, 100))
    ]
    alone = [flow(reporter="KEN", value=each * 1e6, period=year) for year, each in ((2010, 5), (2013, 8), (2014, 7))]
    made.add_flows([*flows, *back, *alone])
    return made


def outcome(ledger, claim):
    return check_claims([claim], ledger, document=story())[-1]


def told(words, **given):
    return trend(indicator="exports", words=words, period="2014", **given)


@pytest.mark.parametrize(
    ("words", "direction", "verdict"),
    [
        ("exports rose to their highest level since 2011", "up", "supported"),
        ("exports rose to their highest level since 2010", "up", "contradicted"),  # 90 in 2011
        ("exports rose to a three-year high", "up", "supported"),
        ("exports rose to a four-year high", "up", "contradicted"),
        ("exports rose to the highest in a decade", "up", "contradicted"),
        ("exports grew for the first time since 2011", "up", "supported"),
        ("exports grew for the first time since 2010", "up", "contradicted"),  # they grew in 2011
        ("exports grew for the first time in three years", "up", "supported"),
        ("exports grew every year since 2009", "up", "contradicted"),
        ("exports grew for a second straight year", "up", "contradicted"),
        ("exports had their biggest rise since 2011", "up", "supported"),
        ("exports had their biggest rise since 2010", "up", "contradicted"),
        ("exports fell to their lowest since 2012", "down", "contradicted"),
        ("exports grew since 2010", "up", "supported"),
        ("exports fell since 2011", "down", "supported"),
        ("exports fell while imports hit their highest since 2008", "down", "contradicted"),  # of the other clause
    ],
)  # fmt: skip
def test_what_a_trend_says_of_earlier_years(ledger, words, direction, verdict):
    found = outcome(ledger, told(words, direction=direction))
    assert found.verdict.removesuffix("-with-context") == verdict, (found.parts, found.nearest)


def test_years_that_the_dataset_lacks_decide_nothing(ledger):
    found = outcome(ledger, told("exports fell to their lowest since 2010", direction="down", reporter="KEN"))
    assert found.verdict == "no-data"
    assert "2011 and 2012" in found.help
    found = outcome(ledger, told("exports rose to their highest since 2010", direction="up", reporter="KEN"))
    assert found.verdict == "contradicted"  # 2013 is there, and was higher


@pytest.mark.parametrize(
    ("words", "claim", "verdict"),
    [
        ("exports have doubled since 2006", {"change_pct": 100.0}, "supported"),  # 40 to 84
        ("exports more than doubled between 2006 and 2014", {"change_pct": 100.0, "bound": "over"}, "supported"),
        ("exports tripled since 2006", {"change_pct": 200.0}, "contradicted"),
        ("exports have doubled in eight years", {"change_pct": 100.0}, "supported"),
        ("exports grew 9.7 percent a year between 2006 and 2014", {"change_pct": 9.7, "digits": {"change_pct": 2}}, "supported"),
        ("exports had average annual growth of 9.7 percent during the 2006-2014 period", {"change_pct": 9.7, "digits": {"change_pct": 2}}, "supported"),
        ("exports grew 21 percent a year between 2006 and 2014", {"change_pct": 21.0}, "contradicted"),
        ("exports rose 11 percent in 2014 after falling 5 percent the year before", {"change_pct": -5.0}, "supported"),
        ("exports topped $80 million for the first time since 2012", {"value": 80e6, "bound": "over"}, "supported"),
        ("exports topped $80 million for the first time", {"value": 80e6, "bound": "over"}, "contradicted"),
        ("exports rose 11 percent, the first rise since 2011", {"change_pct": 11.0, "digits": {"change_pct": 2}}, "supported"),
        ("exports rose 11 percent, the first rise since 2010", {"change_pct": 11.0, "digits": {"change_pct": 2}}, "contradicted"),
    ],
)  # fmt: skip
def test_the_years_that_the_words_of_a_measure_name(ledger, words, claim, verdict):
    found = outcome(ledger, measure(words=words, **claim))
    assert found.verdict.removesuffix("-with-context") == verdict, (found.parts, found.nearest)


@pytest.mark.parametrize(
    ("words", "found", "verdict"),
    [
        ("a third", 34.5, "supported"), ("a third", 36.0, "imprecise"), ("about a third", 36.0, "supported"),
        ("a third", 45.0, "contradicted"), ("almost half", 46.0, "supported"), ("almost half", 51.0, "imprecise"),
        ("a 33 percent share", 35.0, "imprecise"),
    ],
)  # fmt: skip
def test_fractions_told_in_words(tmp_path, words, found, verdict):
    ledger = Ledger.create(tmp_path / "ledger")
    ledger.add_flows([flow(value=found * 1e6), flow(value=100e6, partner="WLD")])
    number = 50.0 if "half" in words else 33.0 if "33" in words else 33.3
    claim = measure(
        words=f"Russia took {words} of its exports", share_pct=number, share_of="reporter_total_exports",
        bound="almost" if "almost" in words else None,
    )  # fmt: skip
    assert outcome(ledger, claim).verdict == verdict


def test_a_deficit_is_a_size(tmp_path):
    ledger = Ledger.create(tmp_path / "ledger")
    gaps = {2010: -10, 2011: 5, 2012: -30, 2013: -20, 2014: -40}
    ledger.add_flows(flow(flow="balance", value=gap * 1e6, period=year) for year, gap in gaps.items())
    record = trend(indicator="balance", words="a record deficit", period="2014", direction="record_high")
    assert outcome(ledger, record).verdict == "supported"
    record = trend(indicator="balance", words="a record surplus", period="2014", direction="record_high")
    assert outcome(ledger, record).verdict == "contradicted"
    low = trend(indicator="balance", words="the smallest deficit since 2010", period="2013", direction="down")
    assert outcome(ledger, low).verdict == "contradicted"  # in 2011 there was none


def test_a_base_that_stands_out_and_a_mirror_that_moved_the_other_way(tmp_path):
    ledger = Ledger.create(tmp_path / "ledger")
    years = {2009: 60, 2010: 90, 2011: 70, 2013: 80, 2014: 81}
    mirror = {2013: 90, 2014: 70}
    ledger.add_flows(
        [flow(value=each * 1e6, period=year) for year, each in years.items()]
        + [flow(reporter="RUS", partner="PRK", flow="imports", value=n * 1e6, period=y) for y, n in mirror.items()]
    )
    fell = outcome(ledger, measure(change_pct=-10.0, base="2010"))
    assert fell.verdict == "supported-with-context"
    assert any("a peak" in each for each in fell.context)
    rose = outcome(ledger, trend(indicator="exports", period="2014", direction="up"))
    assert rose.verdict == "supported-with-context"
    assert "Russia's imports from North Korea fell 22.2%" in " ".join(rose.context)


def test_sums_that_loads_keep_give_the_answers_of_the_rows(tmp_path):
    lines = [
        f"{year},{exporter},{importer},{chapter:02d}0100,{amount * chapter * (year - 2020)},1"
        for year in (2021, 2022)
        for exporter, importer, amount in ((276, 251, 3), (251, 276, 2), (276, 381, 5))
        for chapter in range(1, 98)
        if chapter != 77
    ]
    for year in (2021, 2022):
        rows = [line for line in lines if line.startswith(str(year))]
        (tmp_path / f"BACI_HS17_Y{year}_V202401b.csv").write_text(
            "\n".join(["t,i,j,k,v,q", *rows]) + "\n", encoding="utf-8"
        )
    folder = tmp_path / "ledger"
    tieline.open(folder, bundled=False).load(*sorted(tmp_path.glob("BACI*.csv")))
    total = sum(chapter for chapter in range(1, 98) if chapter != 77) * 1000.0
    claims = [
        measure(reporter="DEU", partner="FRA", period="2022", value=6 * total),
        measure(reporter="DEU", partner="FRA", period="2022", indicator="trade", value=10 * total),
        measure(reporter="DEU", partner="FRA", period="2022", change_pct=100.0, digits={"change_pct": 3}),
    ]

    def verdicts():
        ledger = tieline.open(folder, bundled=False).ledger
        return [check_claims([claim], ledger)[-1].to_json() for claim in claims]

    assert any((folder / "sums").iterdir())
    kept = verdicts()
    shutil.rmtree(folder / "sums")
    assert kept == verdicts()
    assert [each["verdict"] for each in kept] == ["supported"] * 3, kept[0]["help"]
