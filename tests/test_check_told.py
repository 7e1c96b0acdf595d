"""What the words of a claim tell of its figures: re-exports, weights, a rate for a year, releases month by month, another time or place.

The figures are invented. What each sentence says is plain to who reads it; the tables beside it decide, or do not have it.
"""

from __future__ import annotations

import pyarrow as pa
import pytest

from test_check_support import flow
from tieline.check import check_claims
from tieline.ledger import Ledger, flows_table
from tieline.model.claims import Measure, Quote
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.model.rates import Rates
from tieline.read import read_documents

RATES = Rates.of([("EUR", "2012", 1.285, "central bank"), ("EUR", "2013", 1.328, "central bank")])


def outcomes(ledger, text, published="2014-10-01", **given):
    document = Document("t", text, Period.parse(published), None, "en")
    claims = next(iter(read_documents([document]))).claims
    return [v for v in check_claims(claims, ledger, document=document, rates=RATES, **given) if v.dataset is None]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    ledger = Ledger.create(tmp_path_factory.mktemp("told") / "ledger")
    months = {
        f"{year}-{month:02d}": 10e6 * (1.3 if year == 2013 else 1) * (1 + month / 100)
        for year in (2012, 2013)
        for month in range(1, 13)
    } | {f"2014-{month:02d}": 15e6 for month in range(1, 7)}
    ledger.add_flows(
        flow(dataset="customs", vintage="2014-05-01" if at < "2014" else "2014-08-01", reporter="IND", partner="KEN",
             period=at, value=round(value))
        for at, value in months.items()
    )  # fmt: skip
    yearly = {
        ("SGP", "VNM", "exports"): {2012: 9e9, 2013: 10e9},
        ("SGP", "VNM", "re-exports"): {2012: 4e9, 2013: 4.2e9},
        ("CHN", "VNM", "exports"): {2013: 33e9},
        ("HKG", "VNM", "exports"): {2013: 15e9},
        ("PER", "CHL", "exports"): {2003: 20e6, 2010: 105e6, 2011: 60e6, 2012: 50e6, 2013: 65e6},
        ("SRB", "WLD", "exports"): {2010: 9.03e9, 2013: 12e9},
        ("ZWE", "CHN", "exports"): {2013: 700e6},
    }
    ledger.add_flows(
        flow(dataset="yearly", reporter=a, partner=b, flow=which, period=year, value=value)
        for (a, b, which), years in yearly.items()
        for year, value in years.items()
    )
    weighed = flows_table(
        flow(dataset="weighed", reporter="ZMB", partner="CHN", hs=("74",), hs_edition="HS2012", period=y, value=v)
        for y, v in ((2012, 800e6), (2013, 760e6))
    )
    place = weighed.schema.get_field_index("net_kg")
    ledger.add_flows(weighed.set_column(place, "net_kg", pa.array([100e6, 112e6])))
    ledger.add_flows(
        flow(dataset="euros", reporter="FRA", partner="CIV", period=year, value=value, unit="EUR")
        for year, value in ((2012, 2.0e9), (2013, 2.2e9))
    )
    ledger.add_flows(
        flow(dataset="odd", reporter="UGA", partner="RWA", period=2013, value=value) for value in (70e6, 90e6)
    )
    return ledger


TOLD = {
    "Peru's exports to Chile rose 30 percent in 2013, an official said, adding that more weeks of talks were needed.": "supported",
    "Peru's exports to Chile rose 90 percent in 2013 after losses at sea.": "contradicted",
    "Singapore's re-exports to Vietnam were US$4.2 billion in 2013.": "supported",
    "Singapore's re-exports to Vietnam were US$10 billion in 2013.": "contradicted",
    "Singapore's domestic exports to Vietnam were US$5.8 billion in 2013.": "supported",
    "Excluding re-exports, Singapore's exports to Vietnam were US$10 billion in 2013.": "contradicted",
    "Singapore's exports to Vietnam were US$10 billion in 2013.": "supported",
    "China's domestic exports to Vietnam were $33 billion in 2013.": "ambiguous",  # of which nothing is stated
    "China's exports to Vietnam, including Hong Kong, were $48 billion in 2013.": "supported",
    "China's exports to Vietnam, not including Hong Kong, were $33 billion in 2013.": "supported",
    "Zambia exported 112,000 tonnes of copper to China in 2013.": "supported",
    "Zambia exported 150,000 tonnes of copper to China in 2013.": "contradicted",
    "Zambia's copper exports to China rose 12 percent by volume in 2013.": "supported",
    "Zambia's copper exports to China fell 5 percent by volume in 2013.": "contradicted",
    "India's exports to Kenya rose at an annualised rate of 20 percent in the first half of 2013.": "not-checkable",
    "India's exports to Kenya were running at an annual rate of $190 million in June 2014.": "not-checkable",
    "France's exports to Ivory Coast rose 13.7 percent in dollar terms in 2013.": "supported",
    "France's exports to Ivory Coast rose 10 percent in dollar terms in 2013.": "contradicted",
    "Peru exported more to Chile in 2013 than in 2010.": "contradicted",
    "Peru exported more to Chile in 2013 than in 2011.": "supported",
    "Peru's exports to Chile more than tripled in the decade to 2013.": "supported",
    "In ten years Peru's exports to Chile have more than tripled.": "supported",
    "In ten years Peru's exports to Chile have risen by a third.": "ambiguous",
    "In ten years Peru's exports to Chile have been halved.": "contradicted",
    "India's exports to Kenya have risen for six months in a row.": "ambiguous",
    "Peru's exports to Chile are up 30 percent on the same period of 2012.": "ambiguous",
    "India's exports to Kenya have risen to $190 million.": "ambiguous",
    "China bought leaf from Zimbabwe in 2013. China paid $151 million for the 18.6 million kg.": "ambiguous",
    "Uganda's exports to Rwanda were $80 million in 2013.": "ambiguous",
    "Uganda's exports to Rwanda were $70 billion in 2013.": "contradicted",
}


@pytest.mark.parametrize("text", TOLD)
def test_a_claim_is_held_against_what_its_words_tell_of(shelf, text):
    published = "2014-02-10" if "ten years" in text else "2014-10-01"
    words = {verdict.verdict.removesuffix("-with-context") for verdict in outcomes(shelf, text, published)}
    assert words - {"no-data"} == {TOLD[text]}


def test_releases_that_tell_a_month_each_are_one_table_where_none_decides_alone(shelf):
    text = "India's exports to Kenya were $175 million in the year to June 2014."
    [verdict] = outcomes(shelf, text)
    assert (verdict.verdict, {row["vintage"] for row in verdict.rows}) == ("supported", {"2014-05-01", "2014-08-01"})
    found = shelf.query(verdict.sql[0]).to_pylist()
    assert {row["row_id"] for row in found} == {row["row_id"] for row in verdict.rows}
    [then] = outcomes(shelf, text, as_known_on=Period.parse("2014-06-30").end)
    assert then.verdict == "no-data"


def test_a_record_is_one_of_all_releases(tmp_path):
    ledger = Ledger.create(tmp_path / "record")
    for vintage, years in (("2013-01", {2009: 90e6, 2010: 80e6, 2011: 60e6}), ("2014-01", {2012: 61e6, 2013: 70e6})):
        ledger.add_flows(
            flow(vintage=vintage, reporter="KEN", partner="UGA", period=year, value=value)
            for year, value in years.items()
        )
    [verdict] = outcomes(ledger, "Kenya's exports to Uganda reached a record high in 2013.")
    assert verdict.verdict == "contradicted"
    assert "$90 million was" in verdict.nearest


def test_a_change_is_none_of_two_releases_where_one_has_both_years(tmp_path):
    ledger = Ledger.create(tmp_path / "revised")
    ledger.add_flows(
        flow(vintage=vintage, reporter="KEN", partner="UGA", period=year, value=value)
        for vintage, year, value in (("2014-01", 2012, 50e6), ("2014-01", 2013, 55e6), ("2014-06", 2013, 65e6))
    )
    [verdict] = outcomes(ledger, "Kenya's exports to Uganda rose 10 percent in 2013.")
    assert (verdict.verdict, {row["vintage"] for row in verdict.rows}) == ("supported", {"2014-01"})


ALL_PARTNERS = {
    "Serbia sold cereals to the CEFTA countries. Exports totalled $2.4 billion in 2010.": ("reporter", "partner"),
    "In 2010 Serbia's exports in CEFTA trade came to $2.4 billion.": ("partner",),
    "Serbia's neighbours buy cereals. Exports to Serbia totalled $2.4 billion in 2010.": ("partner",),
    "Serbia's total exports came to $2.4 billion in 2010.": ("partner",),
}


@pytest.mark.parametrize("text", ALL_PARTNERS)
def test_a_country_s_whole_trade_contradicts_only_what_is_told_of_it(shelf, text):
    start = text.lower().index("exports")
    claim = Measure(
        document="t", version="v", quote=Quote.of(text, start, len(text) - 1), indicator="exports", reporter="SRB", partner="WLD",
        period=Period.of_year(2010), value=2.4e9, unit="USD", inferred=ALL_PARTNERS[text],
    )  # fmt: skip
    document = Document("t", text, Period.parse("2011-11-06"), None, "en")
    outcome = check_claims([claim], shelf, document=document)[-1]
    assert outcome.verdict == ("contradicted" if "total exports" in text else "ambiguous")


def test_rows_that_contradict_each_other_are_told_side_by_side(shelf):
    [verdict] = outcomes(shelf, "Uganda's exports to Rwanda were $80 million in 2013.")
    assert (
        verdict.nearest == "Uganda's exports to Rwanda were $70 million or $90 million in 2013: the dataset has both."
    )


def test_the_truth_that_is_shown_is_the_country_s_own_where_a_dataset_has_it(tmp_path):
    ledger = Ledger.create(tmp_path / "own")
    ledger.add_flows([flow(dataset="a-mirror", reporter="ZAF", partner="TZA", flow="imports", period=2012, value=37e6)])
    ledger.add_flows([flow(dataset="b-own", reporter="TZA", partner="ZAF", flow="exports", period=2012, value=983e6)])
    [verdict] = outcomes(ledger, "Tanzania's exports to South Africa were $2 billion in 2012.")
    assert (verdict.verdict, verdict.nearest) == ("contradicted", "Tanzania's exports to South Africa were $983 million in 2012.")  # fmt: skip
