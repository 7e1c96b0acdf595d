"""A country's trade with the world where nobody states it, and the first of many partners and products; worked by hand."""

import json
from pathlib import Path

import pytest

from tieline.model.errors import MissingDataError, UsageError
from tieline.workspace import open_desk
from trade_samples import BACI, COW, FIJI, MALTA, PERU, WORLD, row, write

# thousand USD: Fiji sells 1.5 and 2 to Malta, 4 to Peru; Peru sells 3 to Malta and 5 to Fiji; the year before 1 and 2
MORE = BACI + "2021,242,604,270900,4,NA\n2021,604,242,030389,5,NA\n"
BEFORE = "t,i,j,k,v,q\n2020,242,470,270900,1,NA\n2020,242,604,270900,2,NA\n2020,242,604,030389,3,NA\n"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for year, text in ((2020, BEFORE), (2021, MORE)):
        (tmp_path / f"BACI_HS17_Y{year}_V202401b.csv").write_text(text)
    desk = open_desk("ledger", bundled=False)
    desk.load("BACI_HS17_Y2020_V202401b.csv", "BACI_HS17_Y2021_V202401b.csv")
    return desk


def told(report):
    return {(line.flow, line.period): (line.value_usd, line.valuation, line.flags[:1]) for line in report}


def test_the_world_is_the_sum_over_partners_where_none_states_it(desk):
    report = desk.trade("FJI", "WLD")
    summed = ("sum-of-partners",)
    assert told(report) == {
        ("exports", "2020"): (6000, "FOB", summed),
        ("exports", "2021"): (7500, "FOB", summed),
        ("imports", "2021"): (5000, "FOB", summed),
    }
    assert "1 to 2 in a year and flow" in report.notes[0]
    (growth,) = report.growth.values()
    assert growth == pytest.approx(0.25)
    (last,) = (line for line in report if (line.flow, line.period) == ("exports", "2021"))
    assert sum(each["value_usd"] for each in report.rows_of(last, report.evidence())) == 7500
    assert told(desk.trade("FJI", "WLD", product="27", year=2021)) == {("exports", "2021"): (6000, "FOB", summed)}


def test_a_partner_whose_figure_is_missing_leaves_no_sum(desk):
    """Million USD: Fiji's imports from Malta are missing (-9), from Peru 4; Malta buys 3 of it, Peru 7."""
    Path("COW_Trade_4.0.csv").write_text(
        COW.splitlines()[0] + "\n950,338,2005,Fiji,Malta,-9,3\n135,950,2005,Peru,Fiji,7,4\n"
    )
    desk.load("COW_Trade_4.0.csv")
    found = {line.flow: (line.value_usd, line.state, line.basis) for line in desk.trade("FJI", "WLD", year=2005)}
    assert found == {"exports": (10e6, "figure", "reconciled"), "imports": (None, "incomplete", "reconciled")}


def test_what_states_some_countries_trade_with_the_world_is_not_added_up(desk):
    desk.load(write("b.csv", [row("2020", PERU, "X", FIJI, 30)]))
    desk.load(write("a.csv", [row("2020", FIJI, "X", WORLD, 900), row("2020", FIJI, "X", MALTA, 400)]))
    (stated,) = (line for line in desk.trade("FJI", "WLD", dataset="comtrade") if line.flow == "exports")
    assert (stated.value_usd, "sum-of-partners" in stated.flags) == (900, False)
    with pytest.raises(MissingDataError, match="no figures of Peru with"):
        desk.trade("PER", "WLD", dataset="comtrade")


def test_the_first_partners_keep_the_shares_of_all(desk):
    whole, first = (
        desk.partners("FJI", flow="exports", year=2021),
        desk.partners("FJI", flow="exports", year=2021, top=1),
    )
    assert [(line.partner, line.value_usd) for line in whole] == [("PER", 4000), ("MLT", 3500)]
    assert list(first) == [whole[0]]
    assert first.left == {("FJI", "baci-hs17", "exports", "2021"): (1, 3500.0)}
    with pytest.raises(UsageError, match="number from 1 on"):
        desk.partners("FJI", top=0)


def test_products_by_what_they_moved(desk, tieline):
    """Fuels 3,000 to 6,000, fish 3,000 to nothing of 6,000: plus and minus half; cereals are new with a quarter."""
    found = desk.products("FJI", "WLD", year=2021, flow="exports", sort="moved", top=1)
    assert [(line.product, line.contribution) for line in found] == [("27", 0.5)]
    asked = ("FJI", "WLD", "--year", "2021", "--top", "1", "--flow", "exports", "--ledger", "ledger")
    done = tieline("products", *asked, "--format", "json")
    assert [(each["product"], each["share"]) for each in json.loads(done.stdout)] == [("27", 0.8)]
    table = tieline("partners", "FJI", "--top", "1", "--flow", "exports", "--ledger", "ledger", "--format", "table")
    assert "and 1 more" in table.stdout


def test_an_indicator_by_what_else_it_is_called(desk, tieline):
    """Fiji's exports of 2021: 4 to Peru, 3.5 to Malta of 7.5."""
    done = tieline(
        "indicator", "HHI", "FJI", "--year", "2021", "--flow", "exports", "--ledger", "ledger", "--format", "json"
    )
    (hhi,) = (each["value"] for each in json.loads(done.stdout) if each["indicator"] == "hhi")
    assert hhi == pytest.approx((4**2 + 3.5**2) / 7.5**2)
    assert list(desk.indicator("hhi", "FJI", year=2021)) == list(desk.indicator("concentration", "FJI", year=2021))
