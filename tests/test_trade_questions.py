"""Trade through the Python API: which figure answers, and what stands where there is none."""

from datetime import date
from pathlib import Path

import pytest

import tieline
from tieline.model.countries import country, members
from tieline.model.errors import MissingDataError, UsageError
from tieline.trade.figures.bloc_series import bloc_series
from trade_samples import FIJI, MALTA, MONTHS, PERU, WORLD, row, write, write_all


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("trade")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        made = tieline.open("ledger", bundled=False)
        report = made.load(*write_all())
        assert not report.problems, report.problems
        months = made.load(write("months.csv", MONTHS), dataset="monthly")
        assert not months.problems, months.problems
        yield tieline.open(folder / "ledger", create=False)


def lines(report, flow, **wanted):
    return {
        line.period: (line.value_usd, line.basis, line.state)
        for line in report
        if line.flow == flow and all(getattr(line, name) == value for name, value in wanted.items())
    }


def test_a_total_is_never_added_to_its_parts_and_a_zero_is_no_gap(desk):
    report = desk.trade("FJI", "MLT", dataset="comtrade")
    assert lines(report, "exports") == {
        "2020": (100, "reported", "figure"), "2021": (156, "reported", "figure"), "2022": (0, "reported", "zero"),
    }  # fmt: skip
    assert lines(report, "imports") == {
        "2020": (40, "reported", "figure"), "2021": (None, "reported", "not-reported"), "2022": (60, "reported", "figure"),
    }  # fmt: skip
    assert {line.valuation for line in report if line.flow == "exports"} == {"FOB"}
    assert {line: round(growth, 3) for line, growth in report.growth.items()}[report.lines[2]] == 0.56


def test_the_year_before_tells_the_change_and_has_no_line(desk):
    report = desk.trade("FJI", "MLT", dataset="comtrade", since=2021, until=2021)
    assert lines(report, "exports") == {"2021": (156, "reported", "figure")}
    assert {line.flow: round(growth, 3) for line, growth in report.growth.items()} == {"exports": 0.56}
    months = desk.trade("FJI", "MLT", dataset="monthly", by="month", since="2019-11")
    assert [(line.period, line.flow, line.state) for line in months] == [
        ("2019-11", "exports", "figure"), ("2019-11", "imports", "not-reported")
    ]  # fmt: skip
    assert list(months.growth.values()) == [0.0]
    both = desk.trade("FJI", "MLT", dataset="comtrade", since=2021, mirror=True)
    assert {line.period for line in both} == {x.period for x in both.mirrors} == {"2021", "2022"}
    assert 0.5 in [round(growth, 3) for growth in both.growth.values()]  # of the partner's figures: 110, 165


def test_what_few_report_of_another_is_not_all_its_trade(desk):
    found = desk.partners("PER", dataset="comtrade")
    assert {(line.basis, "few-reporters" in line.flags) for line in found} == {("mirror", True)}
    assert any("few countries report" in note for note in found.notes)
    assert not any("few-reporters" in line.flags for line in desk.partners("FJI", dataset="comtrade"))


def test_what_one_country_says_of_another_is_not_compared_with_its_own_trade(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    rows = [row("2021", FIJI, flow, MALTA, value, code) for flow in "XM" for value, code in ((3, "27"), (4, "10"))]
    desk = tieline.open("ledger", bundled=False)
    assert not desk.load(write("fiji.csv", rows)).problems
    with pytest.raises(MissingDataError, match="few reporters"):
        desk.indicator("similarity", "FJI", "MLT")
    assert all("few-reporters" in line.flags for line in desk.indicator("composition", "MLT"))
    assert not any("few-reporters" in line.flags for line in desk.indicator("composition", "FJI"))


BESIDE = """reporter,partner,flow,period,value,unit,dataset
FRA,EXT_EU27_2020,imports,2021,100,USD,office
FRA,EU27_2020_INTRA,imports,2021,60,USD,office
FRA,RUS,imports,2021,70,USD,office
FRA,CHN,imports,2021,30,USD,office
FRA,DEU,imports,2021,60,USD,office
MLT,EXT_EU27_2020,imports,2021,5,USD,office
MLT,DEU,imports,2021,15,USD,office
EA19,RUS,imports,2021,500,USD,office
"""


def test_all_outside_a_bloc_beside_the_countries_there_count_once(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("office.csv").write_text(BESIDE)
    desk = tieline.open("ledger", bundled=False)
    assert not desk.load("office.csv").problems
    france = {line.partner: line.share for line in desk.partners("FRA")}
    assert (france["RUS"], france["EXT_EU27_2020"], france["INT_EU27_2020"]) == (70 / 160, 100 / 160, 60 / 160)
    malta = {line.partner: (line.share, line.rank) for line in desk.partners("MLT")}
    assert malta == {"DEU": (15 / 20, 1), "EXT_EU27_2020": (5 / 20, None)}  # there it stands for those not listed
    assert [line.flags for line in desk.trade("EUROZONE", "RUS")] == [("listed-as-EA19",)]


def test_missing_is_neither_zero_nor_not_reported(desk):
    report = desk.trade("Fiji", "Malta", dataset="cow-trade")
    assert lines(report, "imports") == {"2005": (None, "reconciled", "missing"), "2006": (2e6, "reconciled", "figure")}
    assert lines(report, "exports") == {"2005": (3e6, "reconciled", "figure"), "2006": (0, "reconciled", "zero")}


def test_the_partner_stands_in_and_mirror_shows_both(desk):
    seen = lines(desk.trade("MLT", "FJI", dataset="comtrade"), "imports")
    assert seen["2020"] == (110, "reported", "figure")
    assert seen["2022"] == (0, "mirror", "zero")
    both = desk.trade("MLT", "FJI", dataset="comtrade", mirror=True)
    assert lines(both, "imports", basis="mirror")["2020"] == (100, "mirror", "figure")
    assert lines(both, "imports", basis="reported")["2020"] == (110, "reported", "figure")


def test_both_figures_have_a_gap_a_band_and_one_reconciled_figure(desk):
    (export,) = (
        x
        for x in desk.trade("FJI", "MLT", dataset="comtrade", mirror=True, until="2020").mirrors
        if x.exporter == "FJI"
    )
    assert (export.export.value_usd, export.counterpart.value_usd, export.gap_usd, export.in_band) == (
        100,
        110,
        10,
        True,
    )
    assert (export.margin, round(export.import_fob, 9), round(export.asymmetry, 9)) == (0.1, 100, 0)
    tight = desk.trade("FJI", "MLT", dataset="comtrade", mirror=True, until="2020", margin=0.02)
    assert all("beyond-freight" in line.flags for line in tight if line.flow == "exports")
    report = desk.trade("FJI", "MLT", dataset="comtrade", reconciled=True)
    found = lines(report, "exports")
    assert found["2021"][0] == pytest.approx((156 + 165 / 1.1) / 2)
    assert found["2022"] == (0, "reconciled", "zero")
    assert [x.flags for x in report if x.flow == "imports" and x.period == "2020"] == [("one-side-only",)]
    assert {row["reporter"] for row in report.evidence() if row["period"] == "2021"} == {"FJI", "MLT"}
    with pytest.raises(UsageError, match="from 0 to 1"):
        desk.trade("FJI", "MLT", mirror=True, margin=-1)


def test_a_reconciled_figure_is_the_same_from_both_sides(desk):
    for one, other, flow in (("FJI", "MLT", "exports"), ("MLT", "FJI", "imports")):
        report = desk.trade(one, other, dataset="baci-hs17", mirror=True)
        assert lines(report, flow) == {"2021": (3500, "reconciled", "figure")}
        assert [line.flags for line in report if line.flow == flow] == [("sum-of-codes", "some-codes-only")]


@pytest.mark.parametrize(
    ("product", "found"),
    [("27", {"2020": 70, "2021": 120}), ("2709", {"2020": 70}), ("crude oil", {"2020": 70}),
     ("10", {"2020": 30, "2021": 30}), ("10,27", {"2020": 100, "2021": 150}), ("1-2", None), ("happiness", None)],
)  # fmt: skip
def test_products_are_codes_ranges_and_words(desk, product, found):
    if found is None:
        with pytest.raises(UsageError):
            desk.trade("FJI", "MLT", product=product)
        return
    report = desk.trade("FJI", "MLT", product=product, dataset="comtrade", as_known_on="2023-12-31")
    assert {line.period: line.value_usd for line in report if line.value_usd is not None} == found


def test_a_year_is_never_the_sum_of_eleven_months(desk):
    report = desk.trade("FJI", "MLT", dataset="monthly")
    assert lines(report, "exports") == {"2018": (120, "reported", "figure"), "2019": (None, "reported", "incomplete")}
    assert report.lines[0].flags == ("sum-of-months",)
    quarters = lines(desk.trade("FJI", "MLT", dataset="monthly", by="quarter", since="2019"), "exports")
    assert quarters["2019-01/2019-03"] == (30, "reported", "figure")
    assert quarters["2019-10/2019-12"] == (None, "reported", "incomplete")
    assert len(lines(desk.trade("FJI", "MLT", dataset="monthly", by="month", until="2018-06"), "exports")) == 6


def test_another_edition_is_told_where_codes_are_asked_for(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    desk = tieline.open("ledger", bundled=False)
    desk.load(
        write("a.csv", [row("2020", FIJI, "X", MALTA, 5, "27", "H4"), row("2021", FIJI, "X", MALTA, 6, "27", "H5")])
    )
    report = desk.trade("FJI", "MLT", product="27")
    told = [(line.period, line.flags) for line in report if line.flow == "exports"]
    assert told == [("2020", ()), ("2021", ("edition-break",))]


def test_a_flow_that_nobody_reports_is_said_so_in_any_window_and_for_quarters_too(tmp_path, monkeypatch):
    """By hand: imports of January to March and exports of April; of the quarters each has one flow."""
    monkeypatch.chdir(tmp_path)
    desk = tieline.open("ledger", bundled=False)
    desk.load(
        write(
            "a.csv",
            [*(row(f"20240{month}", FIJI, "M", MALTA, 10) for month in (1, 2, 3)), row("202404", FIJI, "X", MALTA, 7)],
        )
    )
    quarters = desk.trade("FJI", "MLT", by="quarter")
    first, second = "2024-01/2024-03", "2024-04/2024-06"
    assert lines(quarters, "imports") == {first: (30, "reported", "figure"), second: (None, "reported", "not-reported")}
    assert lines(quarters, "exports") == {
        first: (None, "reported", "not-reported"), second: (None, "reported", "incomplete"),
    }  # fmt: skip
    early = desk.trade("FJI", "MLT", by="month", until="2024-03")
    assert {line.state for line in early if line.flow == "exports"} == {"not-reported"}
    assert lines(desk.trade("FJI", "MLT"), "exports") == {"2024": (None, "reported", "incomplete")}


def test_only_what_turns_round_is_mirrored_and_a_balance_turns_its_sign(tmp_path, monkeypatch):
    """A surplus of one is the deficit of the other; what one re-exports is nothing that the other re-exports."""
    monkeypatch.chdir(tmp_path)
    desk = tieline.open("ledger", bundled=False)
    flows = {"exports": 10, "balance": -72, "trade": 92, "re-exports": 3, "re-imports": 2, "domestic-exports": 7}
    body = [f"PRK,RUS,{flow},2014,{value},USD" for flow, value in flows.items()]
    Path("a.csv").write_text("\n".join(["reporter,partner,flow,period,value,unit", *body]), encoding="utf-8")
    desk.load("a.csv", dataset="k")
    told = {line.flow: (line.value_usd, line.basis) for line in desk.trade("RUS", "PRK") if line.value_usd is not None}
    assert told == {"imports": (10, "mirror"), "balance": (72, "mirror"), "trade": (92, "mirror")}
    own = {line.flow: line.value_usd for line in desk.trade("PRK", "RUS") if line.value_usd is not None}
    assert own == flows


def test_exports_with_re_exports_in_them_are_held_against_imports_without_them_too(tmp_path, monkeypatch):
    """Hong Kong sells 100 of which 95 are others' goods; the buyer lists 6 by origin. By hand: 0.06 with them, 1.2 without."""
    monkeypatch.chdir(tmp_path)
    desk = tieline.open("ledger", bundled=False)
    hong_kong, singapore, peru = "344", "702", "604"
    rows = [
        row("2021", hong_kong, "X", peru, 100), row("2021", hong_kong, "RX", peru, 95), row("2021", peru, "M", hong_kong, 6),
        row("2022", hong_kong, "X", peru, 80), row("2022", peru, "M", hong_kong, 5), row("2022", peru, "X", hong_kong, 3),
        row("2021", singapore, "X", peru, 50), row("2021", singapore, "DX", peru, 20), row("2021", peru, "M", singapore, 25),
        row("2022", singapore, "X", peru, 50), row("2022", singapore, "RX", peru, 70), row("2022", peru, "M", singapore, 25),
    ]  # fmt: skip
    desk.load(write("a.csv", rows))
    for one, other, flow in (("HKG", "PER", "exports"), ("PER", "HKG", "imports")):  # the same from either side
        report = desk.trade(one, other, mirror=True)
        told = {
            (x["period"], x["flow"]): (x["ratio"], x["re_exports_usd"], x["domestic_usd"], x["ratio_domestic"])
            for x in report.objects()
            if x["flow"] in {"exports", "imports"}
        }
        assert told["2021", flow] == (0.06, 95, 5, 1.2)
        assert told["2022", flow] == (0.0625, None, None, None)
        flagged = {(x.period, x.flow, x.basis) for x in report if "re-exports-within" in x.flags}
        basis = "reported" if one == "HKG" else "mirror"
        assert flagged == {("2021", flow, basis), ("2022", flow, basis)}
        assert any(note.startswith("Hong Kong's exports have its re-exports in them") for note in report.notes)
    report = desk.trade(
        "SGP", "PER", mirror=True
    )  # no entrepot unless its figures say so, and none that are not of the same goods
    held = {x["period"]: (x["re_exports_usd"], x["domestic_usd"], x["ratio_domestic"]) for x in report.pairs()
            if x["exporter"] == "SGP"}  # fmt: skip
    assert held == {"2021": (30, 20, 1.25), "2022": (None, None, None)}
    assert {x.period for x in report if "re-exports-within" in x.flags} == {"2021"}


def test_the_former_sudan_is_the_sum_of_both_states(tmp_path, monkeypatch):
    """By hand: 900 before the division; 100 and 300 after it, without the 7 between the two; then the South is silent."""
    monkeypatch.chdir(tmp_path)
    desk = tieline.open("ledger", bundled=False)
    north, south, china = "729", "728", "156"
    rows = [
        row("2010", "736", "X", china, 900), row("2012", north, "X", china, 100), row("2012", south, "X", china, 300),
        row("2012", north, "X", south, 7), row("2013", north, "X", china, 100),
    ]  # fmt: skip
    desk.load(write("a.csv", rows))
    united = desk.trade("former Sudan", "CHN")
    assert lines(united, "exports") == {
        "2010": (900, "reported", "figure"), "2012": (400, "reported", "figure"), "2013": (None, "reported", "incomplete"),
    }  # fmt: skip
    assert lines(desk.trade("XSD", "WLD"), "exports")["2012"] == (400, "reported", "figure")
    alone = lines(desk.trade("Sudan", "CHN"), "exports")
    assert {period: value for period, (value, *_) in alone.items()} == {"2010": 900, "2012": 100, "2013": 100}


def test_a_mark_of_one_figure_for_both_sides_stands_from_either(tmp_path, monkeypatch):
    """Exports that jump a hundredfold in BACI's one figure: the importer's line has the mark, its own exports have not."""
    monkeypatch.chdir(tmp_path)
    desk = tieline.open("ledger", bundled=False)
    for year in range(2000, 2009):
        value = 200_000 if year == 2006 else 2000 + year % 3
        body = f"t,i,j,k,v,q\n{year},242,470,270900,{value},1\n{year},470,242,270900,3000,1\n"
        Path(f"BACI_HS92_Y{year}_V202401b.csv").write_text(body, encoding="utf-8")
    desk.load(*sorted(str(path) for path in Path().glob("BACI*")))
    jumps = {(line.flow, line.period) for line in desk.trade("MLT", "FJI") if "jump" in line.flags}
    assert jumps == {("imports", "2006"), ("imports", "2007")}
    assert jumps == {
        ("imports", line.period) for line in desk.trade("FJI", "MLT") if line.flow == "exports" and "jump" in line.flags
    }


def test_what_was_released_later_was_not_known(desk):
    assert lines(desk.trade("FJI", "MLT", dataset="comtrade", as_known_on="2023-12-31"), "exports")["2021"][0] == 150
    with pytest.raises(MissingDataError, match="released by 2023-07-12"):
        desk.trade("FJI", "MLT", dataset="comtrade", as_known_on="2023-07-12")
    revised = desk.trade("FJI", "MLT", revisions=True)
    assert [(line.period, line.vintage, line.value_usd) for line in revised] == [
        ("2021", "2023-07-13", 150), ("2021", "2024-01-15", 156)
    ]  # fmt: skip
    with pytest.raises(MissingDataError, match="--vintage"):
        desk.trade("FJI", "PER", revisions=True)


def test_partners_have_shares_in_the_world_and_ranks(desk):
    report = desk.partners("FJI", year=2020, flow="exports", dataset="comtrade")
    assert [(x.partner, x.value_usd, x.share, x.rank) for x in report] == [("PER", 300, 0.6, 1), ("MLT", 100, 0.2, 2)]
    assert {round(x.hhi, 6) for x in report} == {round(0.75**2 + 0.25**2, 6)}
    (mirror,) = desk.partners("PER", year=2020, dataset="comtrade")
    assert (mirror.partner, mirror.flow, mirror.basis, mirror.share) == ("FJI", "imports", "mirror", 1)


def test_a_bloc_listed_beside_its_members_counts_once(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    desk = tieline.open("ledger", bundled=False)
    desk.load(
        write(
            "a.csv", [row("2020", FIJI, "X", partner, usd) for partner, usd in ((MALTA, 100), (PERU, 300), ("97", 100))]
        )
    )
    found = {x.partner: (x.share, x.rank, x.hhi) for x in desk.partners("FJI", flow="exports")}
    assert found == {"PER": (0.75, 1, 0.625), "MLT": (0.25, 2, 0.625), "EU": (0.25, None, 0.625)}


def test_dependence_goes_both_ways(desk):
    report = desk.dependence("FJI", "MLT", since="2021", until="2021", dataset="baci-hs17")
    found = {(x.reporter, x.partner, x.flow): (x.value_usd, round(x.share, 4), x.rank, x.basis) for x in report}
    assert found == {
        ("FJI", "MLT", "exports"): (3500, 1, 1, "reconciled"),
        ("MLT", "FJI", "imports"): (3500, round(3500 / 6500, 4), 1, "reconciled"),
    }


def test_products_of_a_dyad_add_up_to_its_growth(desk):
    report = desk.products("FJI", "MLT", year=2021, dataset="comtrade", as_known_on="2023-12-31")
    found = {x.product: (x.value_usd, x.share, x.change, x.contribution) for x in report}
    assert found == {"27": (120, 0.8, 50, 0.5), "10": (30, 0.2, 0, 0)}
    assert report.objects()[0]["text"] == "fuels and electricity"


def test_every_figure_has_its_rows_and_its_query(desk):
    report = desk.trade("FJI", "MLT", product="27", dataset="comtrade")
    assert [(row["origin"], row["value_usd"]) for row in report.evidence()] == [
        ("TradeData [2023-07-13].csv:11", 70), ("TradeData [2023-07-13].csv:14", 120),
    ]  # fmt: skip
    (sql,) = report.sql
    again = desk.ledger.query(sql).to_pylist()
    assert [row["value_usd"] for row in again] == [70, 120]
    assert report.source_rows()[0]["file"] == "TradeData [2023-07-13].csv"


def test_what_is_not_there_is_told_with_what_would_give_it(desk):
    with pytest.raises(MissingDataError, match=r"monthly \(months.*comtradeplus.*`tieline load TradeData.csv`"):
        desk.trade("FJI", "MLT", since="1990", until="1991")
    with pytest.raises(MissingDataError, match="correlatesofwar"):
        desk.trade("FJI", "MLT", since="1950", until="1951")
    for call in (lambda: desk.trade("FJI", "Fiji"), lambda: desk.trade("FJI", "korea"), lambda: desk.partners("XQX"),
                 lambda: desk.trade("FJI", "MLT", dataset="none"), lambda: desk.trade("FJI", "MLT", since="2022", until="2020")):  # fmt: skip
        with pytest.raises(UsageError):
            call()


def test_a_word_is_found_as_a_whole_and_a_table_need_not_tell_its_edition(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("codes.csv").write_text("hscode,description\n0902,Tea\n4403,Wood; teak\n")
    Path("H6.csv").write_text("id,text,parent\n0902,0902 - Teas,09\n")
    desk = tieline.open("ledger", bundled=False)
    desk.load("codes.csv", "H6.csv")
    found = desk.codes("tea")
    assert "4403" not in {line.code for line in found}
    assert {line.editions for line in found if line.source == "codes.csv"} == {()}
    assert any(row["editions"] == "H6" for row in found.rows())
    assert {line.source for line in desk.codes("tea", edition="H6")} == {"H6.csv"}
    assert "4403" in {line.code for line in desk.codes("teak")}


def test_words_and_codes_lead_to_each_other(desk):
    assert {line.code for line in desk.codes("oil")} >= {"2709", "27"}
    assert any("crude oil" in line.words for line in desk.codes("2709"))
    assert [line.code for line in desk.codes("2709")][:2] == [
        "2709",
        "2709-2711",
    ]  # the code itself, then the narrowest around it
    with pytest.raises(MissingDataError, match=r"tieline load H6\.json"):
        desk.codes("xyzzy")


BELGIUM, LUXEMBOURG = "56", "442"
BLOC = [
    row("2020", BELGIUM, "X", FIJI, 70),
    row("2020", BELGIUM, "X", WORLD, 500),
    row("2020", BELGIUM, "X", LUXEMBOURG, 100),
    row("2020", LUXEMBOURG, "X", FIJI, 30),
    row("2020", LUXEMBOURG, "X", BELGIUM, 40),
    row("2020", LUXEMBOURG, "X", PERU, 60),
    row("2021", BELGIUM, "X", FIJI, 80),
    row("2022", BELGIUM, "X", FIJI, 90),
    row("2022", LUXEMBOURG, "X", PERU, 10),
    row("2022", FIJI, "M", BELGIUM, 99),
    row("2022", FIJI, "X", LUXEMBOURG, 7),
]
"""2020: 70 + 30 to Fiji, and to all outside (500 - 100) + (30 + 60); 2021: Luxembourg is silent; 2022: it lists no Fiji."""


@pytest.fixture(scope="module")
def bloc(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bloc")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        made = tieline.open("ledger", bundled=False)
        assert not made.load(write("bloc.csv", BLOC)).problems
        yield made


def test_a_bloc_is_the_sum_of_its_members_and_never_smaller(bloc):
    report = bloc.trade("BLX", "FJI")
    assert lines(report, "exports") == {
        "2020": (100, "reported", "figure"), "2021": (None, "reported", "incomplete"), "2022": (90, "reported", "figure"),
    }  # fmt: skip
    assert "no-report-LUX" in next(line.flags for line in report if line.period == "2021")
    assert lines(report, "imports")["2022"] == (7, "mirror", "figure")
    assert sum(each["value_usd"] for each in report.evidence() if each["period"] == "2020") == 100
    turned = bloc.trade("FJI", "BLX")
    assert lines(turned, "imports")["2022"] == (99, "reported", "figure")
    assert lines(turned, "imports")["2020"] == (100, "mirror", "figure")


def test_a_blocs_shares_are_of_its_trade_with_the_world_outside(bloc):
    (line,) = (one for one in bloc.dependence("BLX", "FJI", until="2020") if one.reporter == "BLX")
    assert (line.value_usd, line.share, line.rank) == (100, 100 / 490, 1)
    assert line.hhi == pytest.approx((100 / 160) ** 2 + (60 / 160) ** 2)
    other = [one for one in bloc.dependence("FJI", "BLX") if one.reporter == "FJI"]
    assert [(x.flow, x.period, x.value_usd, x.share, x.rank) for x in other] == [
        ("exports", "2022", 7, 1, None), ("imports", "2020", 100, 1, None), ("imports", "2021", None, None, None),
        ("imports", "2022", 99, 1, None),
    ]  # fmt: skip


def test_a_blocs_products_are_the_sums_over_its_members(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    desk = tieline.open("ledger", bundled=False)
    goods = [("2020", BELGIUM, "27", 60), ("2020", LUXEMBOURG, "27", 20), ("2020", LUXEMBOURG, "1006", 20),
             ("2021", BELGIUM, "27", 90), ("2021", LUXEMBOURG, "1006", 30), ("2022", BELGIUM, "27", 5)]  # fmt: skip
    desk.load(write("a.csv", [row(year, who, "X", FIJI, usd, code) for year, who, code, usd in goods]))
    found = {
        x.product: (x.value_usd, x.share, x.rank, x.change, x.contribution)
        for x in desk.products("BLX", "FJI", year=2021)
    }
    assert found == {"27": (90, 0.75, 1, 10, 0.1), "10": (30, 0.25, 2, 10, 0.1)}
    (line,) = desk.products("BLX", "FJI", year=2022)
    assert (line.value_usd, line.state) == (None, "incomplete")
    assert "no-report-LUX" in line.flags
    told = desk.products("BLX", "FJI", year=2021)
    given = [row for sql in told.sql for row in desk.ledger.query(sql).to_pylist()]
    assert {(row["period"], row["goal"]): row["value_usd"] for row in given} == {
        ("2020", "27"): 80, ("2020", "10"): 20, ("2021", "27"): 90, ("2021", "10"): 30,
    }  # fmt: skip


def test_chapters_and_headings_beside_each_other_add_up_once(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    desk = tieline.open("ledger", bundled=False)
    given = [("48", 10), ("4403", 20), ("440310", 15), ("440320", 5), ("940370", 7)]  # 44 and 94 are not given as such
    desk.load(
        write("a.csv", [row("2020", who, "X", FIJI, usd, code) for code, usd in given for who in (BELGIUM, LUXEMBOURG)])
    )
    assert lines(desk.trade("BEL", "FJI"), "exports")["2020"] == (37, "reported", "figure")
    assert lines(desk.trade("BLX", "FJI"), "exports")["2020"] == (74, "reported", "figure")
    assert lines(desk.trade("BEL", "FJI", product="44"), "exports")["2020"] == (20, "reported", "figure")
    assert {x.product: x.value_usd for x in desk.products("BLX", "FJI")} == {"44": 40, "48": 20, "94": 14}
    assert [x.value_usd for x in desk.partners("BEL", flow="exports")] == [37]


def test_who_tells_of_totals_alone_has_said_nothing_of_a_product(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    desk = tieline.open("ledger", bundled=False)
    years = [row(year, BELGIUM, "M", FIJI, 7, "4403") for year in ("2020", "2021")]
    desk.load(
        write("a.csv", [*years, row("2020", LUXEMBOURG, "M", FIJI, 9), row("2021", LUXEMBOURG, "M", FIJI, 2, "27")])
    )
    assert lines(desk.trade("BLX", "FJI", product="4403"), "imports") == {
        "2020": (None, "reported", "incomplete"), "2021": (7, "reported", "figure"),
    }  # fmt: skip
    assert lines(desk.trade("BLX", "FJI"), "imports")["2020"] == (None, "reported", "incomplete")
    with pytest.raises(MissingDataError):
        desk.trade("BLX", "FJI", product="8471")


PUBLISHED = """reporter,partner,flow,period,value,unit,dataset
EU27_2020,FJI,imports,2018,90,USD,office
EU28,FJI,imports,2018,95,USD,office
EU28,FJI,imports,2019,96,USD,office
EU,FJI,imports,2019,97,USD,office
EU27_2020,FJI,imports,2021,100,USD,office
"""


@pytest.mark.parametrize(
    ("code", "figures"),
    [
        ("EU", {"2018": 95, "2019": 97, "2021": 100}), ("EU27_2020", {"2018": 90, "2021": 100}),
        ("EU28", {"2018": 95, "2019": 96}), ("EU28_2013", {"2018": 95, "2019": 96}),
    ],
)  # fmt: skip
def test_an_offices_own_figures_for_the_union_answer_under_every_code_of_the_same_members(
    tmp_path, monkeypatch, code, figures
):
    monkeypatch.chdir(tmp_path)
    Path("office.csv").write_text(PUBLISHED, encoding="utf-8")
    desk = tieline.open("ledger", bundled=False)
    desk.load("office.csv")
    report = desk.trade(code, "FJI")
    assert {x.period: x.value_usd for x in report if x.value_usd is not None} == figures
    named = {x.period: [flag for flag in x.flags if flag.startswith("listed-as")] for x in report}
    assert named["2018"] == (["listed-as-EU28"] if code == "EU" else [])
    turned = desk.trade("FJI", code)
    assert {x.period: (x.value_usd, x.basis) for x in turned if x.value_usd is not None} == {
        period: (usd, "mirror") for period, usd in figures.items()
    }
    assert {row["value_usd"] for row in report.evidence()} >= set(figures.values())


def test_a_fixed_union_is_the_sum_over_those_members_at_any_time(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    desk = tieline.open("ledger", bundled=False)
    now = members("EU", date(2021, 1, 1))
    rows = [row(year, country(who).m49, "M", FIJI, 10) for who in now for year in ("2005", "2021")]
    desk.load(write("a.csv", [*rows, row("2005", country("GBR").m49, "M", FIJI, 7)]))
    found = {code: lines(desk.trade(code, "FJI"), "imports") for code in ("EU27_2020", "EU15", "EU")}
    assert (
        lines(desk.trade("EU27", "FJI"), "imports")
        == lines(desk.trade("EU-27", "FJI"), "imports")
        == found["EU27_2020"]
    )
    assert found["EU27_2020"] == {"2005": (270, "reported", "figure"), "2021": (270, "reported", "figure")}
    assert found["EU15"]["2005"] == (147, "reported", "figure")
    assert found["EU15"]["2021"] == (None, "reported", "incomplete")
    assert found["EU"] == {"2005": (247, "reported", "figure"), "2021": (270, "reported", "figure")}


def test_who_reports_for_two_members_stands_in_for_both_unless_one_reports_itself(tmp_path, monkeypatch):
    """Six members; in 1970 Belgium-Luxembourg (58) reports as one, in 1971 Belgium does beside it: nothing counts twice."""
    monkeypatch.chdir(tmp_path)
    desk = tieline.open("ledger", bundled=False)
    others = [country(who).m49 for who in ("FRA", "DEU", "ITA", "NLD")]
    france, union = others[0], "58"
    years = [row(year, who, "M", FIJI, 10) for year in ("1970", "1971", "1972") for who in others]
    more = [
        row("1970", union, "M", FIJI, 7), row("1970", union, "M", france, 5), row("1970", france, "M", union, 4),
        row("1971", union, "M", FIJI, 7), row("1971", BELGIUM, "M", FIJI, 6),
        row("1972", BELGIUM, "M", FIJI, 6), row("1972", LUXEMBOURG, "M", FIJI, 1),
        row("1970", union, "M", WORLD, 100), row("1970", PERU, "X", union, 3),
    ]  # fmt: skip
    assert not desk.load(write("a.csv", [*years, *more])).problems
    report = desk.trade("EU", "FJI")
    assert lines(report, "imports") == {
        "1970": (47, "reported", "figure"), "1971": (None, "reported", "incomplete"), "1972": (47, "reported", "figure"),
    }  # fmt: skip
    assert "no-report-LUX" in next(line.flags for line in report if line.period == "1971" and line.flow == "imports")
    assert sum(each["value_usd"] for each in report.evidence() if each["period"] == "1970") == 47
    assert lines(desk.trade("PER", "EU"), "exports")["1970"] == (3, "reported", "figure")
    points = bloc_series(desk.ledger, "EU", "FJI", dataset="comtrade", since="1970", until="1972")
    assert [(p.missing, dict(p.parts).get("BLX"), p.point.value_usd) for p in points] == [
        ((), 7, 47), (("LUX",), None, None), ((), None, 47),
    ]  # fmt: skip
    (whole,) = bloc_series(desk.ledger, "EU", "WLD", dataset="comtrade", since="1970", until="1970")
    assert dict(whole.parts)["BLX"] == 100 - 5


@pytest.mark.parametrize(("one", "two", "said"), [("FRA", "EU", "is a member"), ("EU", "ASEAN", "both blocs")])
def test_a_blocs_flows_are_those_with_one_outsider(bloc, one, two, said):
    with pytest.raises(UsageError, match=said):
        bloc.trade(one, two)


def test_extracts_of_one_country_are_not_all_its_trade_beside_all_goods_of_another(tmp_path, monkeypatch):
    """Fiji's imports are there whole, of Peru's wood alone: the sum of its codes is no total."""
    monkeypatch.chdir(tmp_path)
    desk = tieline.open("ledger", bundled=False)
    whole = [row("2021", FIJI, "M", MALTA, 10, code) for code in ("1006", "2709", "2815", "4407", "8471")]
    wood = [row("2021", PERU, "M", MALTA, 5, code) for code in ("4407", "4409")]
    assert not desk.load(write("a.csv", [*whole, *wood])).problems
    part = "some-codes-only"
    for reporter, expected in (("FJI", False), ("PER", True)):
        for found in (
            desk.trade(reporter, "MLT"), desk.trade("MLT", reporter), desk.partners(reporter), desk.products(reporter, "MLT"),
            desk.products("MLT", reporter),
        ):  # fmt: skip
            assert {part in line.flags for line in found if line.value_usd} == {expected}, found
            assert any(part in note for note in found.notes) == expected
    stated = [row("2022", PERU, "M", MALTA, 5, "4407"), row("2022", PERU, "M", MALTA, 50)]
    desk.load(write("b.csv", stated))
    assert not any(part in line.flags for line in desk.products("PER", "MLT", year=2022))


def test_a_sum_of_codes_is_no_chapter_where_few_of_its_headings_were_loaded(tmp_path, monkeypatch):
    """Of wood all headings are there, of chapter 94 two of six; a chapter that is stated is whole, and so is all that Fiji buys."""
    monkeypatch.chdir(tmp_path)
    desk = tieline.open("ledger", bundled=False)
    extract = [*(f"44{heading:02d}" for heading in range(1, 22)), "9401", "9403"]
    whole = [row("2021", FIJI, "M", MALTA, 10, code) for code in ("1006", "2709", "2815", "8471", "9403")]
    table = [
        *whole,
        *(row("2021", PERU, "M", MALTA, 5, code) for code in extract),
        row("2022", PERU, "M", MALTA, 9, "94"),
    ]
    assert not desk.load(write("a.csv", table)).problems
    part = "some-codes-only"

    def flagged(found):
        return {line.period: part in line.flags for line in found if line.flow == "imports" and line.value_usd}

    for of, goods, expected in (
        ("PER", "44", {"2021": False}),
        ("PER", "94", {"2021": True, "2022": False}),
        ("FJI", "94", {"2021": False}),
    ):
        assert flagged(desk.trade(of, "MLT", product=goods)) == expected
        told = {
            line.period: part in line.flags for year in expected for line in desk.partners(of, product=goods, year=year)
        }
        assert told == expected
    of_few = {
        line.period: part in line.flags for line in desk.indicator("concentration", "PER", product="94", year=2021)
    }
    assert of_few == {"2021": True}


def test_the_share_of_a_bloc_in_what_its_members_say_is_flagged(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    desk = tieline.open("ledger", bundled=False)
    who = sorted(members("EU27_2020", date(2021, 12, 31)))
    told = [row("2021", str(country(each).m49), "M", FIJI, 4, "4403") for each in who]
    assert not desk.load(write("a.csv", told)).problems
    (line,) = desk.dependence("FJI", "EU27_2020", product="4403", dataset="comtrade").lines[:1]
    assert (line.basis, line.share, line.value_usd) == ("mirror", 1, 108)
    assert "few-reporters" in line.flags
    (of_one,) = (x for x in desk.dependence("FJI", "FRA", product="4403") if x.reporter == "FJI")
    assert (of_one.share, "few-reporters" in of_one.flags) == (pytest.approx(1 / 27), False)


@pytest.mark.parametrize(
    ("codes", "value"), [("27,2709", 300), ("2710,27", 300), ("27,271012", 300), ("2709,270900", 100), ("27,10", 307)]
)
def test_codes_inside_others_that_are_asked_for_count_once(tmp_path, monkeypatch, codes, value):
    """27 is stated in 2020, in 2021 the sum of its headings, of which 2709 and 2710 are asked for beside it."""
    monkeypatch.chdir(tmp_path)
    desk = tieline.open("ledger", bundled=False)
    parts = (("2709", 100), ("270900", 100), ("2710", 200), ("271012", 200), ("10", 7))
    table = [row(year, FIJI, "X", MALTA, usd, code) for year in ("2020", "2021") for code, usd in parts]
    assert not desk.load(write("a.csv", [*table, row("2020", FIJI, "X", MALTA, 300, "27")])).problems
    told = lines(desk.trade("FJI", "MLT", product=codes), "exports")
    assert told == dict.fromkeys(("2020", "2021"), (value, "reported", "figure"))
    (partner,) = desk.partners("FJI", product=codes)
    assert (partner.value_usd, partner.share) == (value, 1)
    assert sum(each["value_usd"] for each in desk.trade("FJI", "MLT", product=codes).evidence()) == 2 * value


def test_a_heading_of_which_some_subheadings_were_loaded_is_not_known_to_be_whole(tmp_path, monkeypatch):
    """Of 0306 two subheadings, then a table of codes that has these and one more, then all three; 0307 is stated itself."""
    monkeypatch.chdir(tmp_path)
    desk = tieline.open("ledger", bundled=False)

    def flagged(product):
        return {"some-codes-only" in line.flags for line in desk.trade("FJI", "MLT", product=product) if line.value_usd}

    goods = [("030613", 100), ("030623", 50), ("0307", 7), ("030711", 4)]
    assert not desk.load(write("a.csv", [row("2020", FIJI, "X", MALTA, usd, code) for code, usd in goods])).problems
    assert [flagged(code) for code in ("0306", "0307", "0306,0307", "030613")] == [{True}, {False}, {True}, {False}]
    Path("codes.csv").write_text("hscode,description\n030613,shrimps\n030623,prawns\n030619,others\n")
    assert not desk.load("codes.csv").problems
    assert flagged("0306") == {True}
    assert not desk.load(write("b.csv", [row("2020", FIJI, "X", PERU, 1, "030619")])).problems
    assert flagged("0306") == {False}


def test_shares_of_products_are_in_what_is_stated_for_all_and_are_the_same_for_both_questions(tmp_path, monkeypatch):
    """To Malta 300 and 400 of 1,000 that are stated; to Peru 500 and 700 of the same, which is less than its parts."""
    monkeypatch.chdir(tmp_path)
    desk = tieline.open("ledger", bundled=False)
    goods = [
        (MALTA, "TOTAL", 1000),
        (MALTA, "27", 300),
        (MALTA, "87", 400),
        (PERU, "TOTAL", 1000),
        (PERU, "27", 500),
        (PERU, "87", 700),
    ]
    table = [row(year, FIJI, "X", to, usd, code) for year in ("2020", "2021") for to, code, usd in goods]
    more = [row("2022", FIJI, "X", MALTA, usd, code) for code, usd in (("TOTAL", 1000), ("27", 300), ("87", 600))]
    assert not desk.load(write("a.csv", [*table, *more])).problems
    for partner, shares, flag in (("MLT", {"27": 0.3, "87": 0.4}, False), ("PER", {"27": 5 / 12, "87": 7 / 12}, True)):
        told = desk.products("FJI", partner, year=2021)
        assert {line.product: line.share for line in told} == pytest.approx(shares)
        made = [line for line in desk.indicator("composition", "FJI", partner, year=2021) if line.indicator == "share"]
        assert {line.product: line.value for line in made} == pytest.approx(shares)
        assert {"levels-differ" in line.flags for line in (*told, *made)} == {flag}
    moved = {
        x.product: x.value for x in desk.indicator("composition", "FJI", "MLT") if x.indicator == "composition-change"
    }
    assert moved == pytest.approx({"27": 0, "87": 20})


def test_a_change_on_a_copied_year_is_flagged(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    desk = tieline.open("ledger", bundled=False)
    who = [country(each).m49 for each in sorted(members("EU27_2020", date(2021, 12, 31)))[:6]]
    pairs = [(one, two) for one in who for two in who if one != two]
    table = [
        row(year, one, "M", two, by * (at + 1))
        for year, by in (("1996", 3), ("1997", 5), ("1998", 5), ("1999", 7))
        for at, (one, two) in enumerate(pairs)
    ]
    assert not desk.load(write("a.csv", table)).problems
    told = [x for x in desk.trade(*(country(each).code for each in who[:2]), since=1998) if x.flow == "imports"]
    assert {x.period: "doubtful-base" in x.flags for x in told} == {"1998": False, "1999": True}


def test_the_world_has_no_mirror_and_a_member_is_shown_the_way(desk):
    with pytest.raises(UsageError, match="no mirror of trade with it"):
        desk.trade("FJI", "WLD", mirror=True)
    with pytest.raises(UsageError, match="dependence DEU --on EU"):
        desk.trade("DEU", "EU")


def test_a_blocs_trade_with_the_world_that_no_member_states_is_a_sum_of_partners(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    desk = tieline.open("ledger", bundled=False)
    table = [row("2021", country(who).m49, "M", FIJI, 4) for who in sorted(members("EU", date(2021, 12, 31)))]
    assert not desk.load(write("a.csv", table)).problems
    (line,) = (x for x in desk.trade("EU", "WLD") if x.flow == "imports")
    assert (line.value_usd, "sum-of-partners" in line.flags) == (108, True)


def test_a_quantity_is_no_money_without_a_rate(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    desk = tieline.open("ledger", bundled=False)
    Path("figures.csv").write_text(
        "reporter,partner,flow,period,value,unit,product,publisher,citation,url\n"
        "FJI,MLT,exports,2021,5000,t,wheat,Office,x,http://a.example\nFJI,MLT,exports,2021,70,EUR,cement,Office,x,http://a.example\n"
    )
    assert not desk.load("figures.csv").problems
    for goods, flags in (("wheat", ("quantity-only", "missing")), ("cement", ("no-rate",))):
        (line,) = (x for x in desk.trade("FJI", "MLT", product=goods) if x.flow == "exports")
        assert (line.value_usd, line.state, line.flags) == (None, "missing", flags)
