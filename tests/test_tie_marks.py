"""Marks on ties over time: the latest year among all dyads, conflict weighed together, falls, votes beside a pivot, charts as pictures."""

import io
import re
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

import tieline
from tieline.cli.main import cli
from tieline.cli.sql_view import queries_view
from tieline.model.documents import Document
from tieline.model.errors import MissingDataError
from tieline.model.periods import Period
from tieline.report.chart_axis import Axis
from tieline.report.charts import ties_page, ties_svg

YEARS = range(2002, 2015)
PARTNERS = (
    "MLT",
    "PER",
    "CHL",
    "BRA",
    "ARG",
    "BOL",
    "ECU",
    "COL",
    "URY",
    "PRY",
    "CUB",
    "HTI",
    "JAM",
    "GUY",
    "SUR",
    "BLZ",
    "PAN",
    "CRI",
)
HEAD = "i,j,i_iso3c,j_iso3c,year,verbCoop,matlCoop,verbConf,matlConf"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tieline.open("ledger", bundled=False)


def years(desk, special):
    """Counts of 36 dyads by year, whose contact moves by a tenth, but for those told."""
    draw = np.random.default_rng(5)
    rows = [HEAD]
    for source in ("FJI", "TON"):
        for target in PARTNERS:
            for year in YEARS:
                usual = 100 * float(np.exp(draw.normal(0, 0.1)))
                rows.append(f"a,b,{source},{target},{year}.0,{special.get((source, target, year), round(usual))},0,0,0")
    Path("years.csv").write_text("\n".join(rows) + "\n")
    desk.load("years.csv")


def test_the_latest_year_stands_out_only_where_other_dyads_do_not_move_so(desk):
    restless = {
        ("TON", partner, year): 100 * (4 if (year + at) % 3 == 0 else 1)
        for at, partner in enumerate(PARTNERS)
        for year in YEARS
    }
    leaps = {("FJI", "MLT", year): (300 if (year - 2002) % 3 == 0 else 100) for year in YEARS}
    years(desk, leaps)
    found = desk.shifts("FJI", "MLT", by="year")
    (last,) = [line for line in found.objects() if line["date"] == "2014-01-01"]
    assert (last["kind"], last["before"], last["after"]) == ("burst", 100, 300)
    assert any(
        "whether it passes or is the beginning of a shift" in note and "as far in 1.0% of years" in note
        for note in found.notes
    )
    other = tieline.open("other", bundled=False)
    years(other, leaps | restless)
    usual = other.shifts("FJI", "MLT", by="year")
    assert not [line for line in usual.objects() if line["date"] == "2014-01-01"]
    assert any("is not marked: FJI-MLT contact 300 after 100" in note for note in usual.notes), "no silence"


def test_words_and_blows_are_weighed_together(desk):
    head = "date,source,target,cameo,source_country,target_country"
    days = [(date(2018, 1, 1) + timedelta(days=7 * at)).isoformat() for at in range(24)]
    words, blows = ([f"{day},A,B,{code},Fiji,Malta" for day in days] for code in ("111", "190"))
    Path("both.csv").write_text("\n".join([head, *words, *blows]) + "\n")
    desk.load("both.csv")
    found = desk.shifts(by="week", with_none=True).objects()
    assert [(line["channel"], line["kind"]) for line in found] == [("friction", "none"), ("blows", "none")]
    assert [line["channel"] for line in desk.shifts(by="week", channel="friction", with_none=True).objects()] == [
        "friction"
    ]
    alone = tieline.open("alone", bundled=False)
    Path("words.csv").write_text("\n".join([head, *words]) + "\n")
    alone.load("words.csv")
    with pytest.raises(MissingDataError, match="it holds icews 2018-01-01 to 2018-06-11"):
        alone.shifts(by="week")


@pytest.mark.parametrize(
    "asked", ["ties FJI MLT", "ties FJI MLT -o chart.svg", "shifts FJI MLT", "shifts --country FJI --channel contact"]
)
def test_figures_by_year_alone_are_said_to_be_there_where_shorter_periods_are_asked_for(desk, asked):
    years(desk, {})
    run = CliRunner().invoke(cli, f"{asked} --ledger ledger".split())
    assert run.exit_code == 4
    assert re.search(
        r"held by year only \(icews-years: \d+ figures from 2002 to 2014\); ask for it with --by year", run.output
    )


def test_a_channel_without_acts_is_zero_where_its_dataset_has_acts_of_the_two(desk):
    rows = ["date,source,relation,target,cameo,goldstein,quad,source_country,target_country"]
    rows += [
        f"2018-0{month}-05,A (Fiji),Visit,B ({two}),042,1.9,VC,Fiji,{two}" for month, two in ((1, "Malta"), (3, "Peru"))
    ]
    Path("acts.csv").write_text("\n".join(rows) + "\n")
    Path("years.csv").write_text(f"{HEAD}\na,b,FJI,MLT,2013,4,0,0,0\na,b,PER,CHL,2014,4,0,0,9\n")
    desk.load("acts.csv", "years.csv")
    told = desk.ties("FJI", "MLT", by="month", channel="blows")
    assert [(line["source"], line["period"], line["value"]) for line in told.objects()] == [
        (one, f"2018-0{month}", None if month == 2 else 0) for one in ("FJI", "MLT") for month in (1, 2, 3)
    ]
    assert "icews: no blows of the two in any of the 2 months that it covers, January 2018 to March 2018" in told.notes
    by_year = [line for line in desk.ties("FJI", "MLT", by="year").objects() if line["dataset"] == "icews-years"]
    assert {(line["source"], line["channel"]) for line in by_year} == {
        (one, channel) for one in ("FJI", "MLT") for channel in ("contact", "blows")
    }
    assert [line["value"] for line in by_year if line["source"] == "MLT"] == [0, 0, 0, 0]
    with pytest.raises(MissingDataError, match="no acts between Fiji and Chile"):
        desk.ties("FJI", "CHL", by="month")
    assert not [
        line
        for line in desk.shifts("FJI", "MLT", by="month", least=1, with_none=True).objects()
        if line["channel"] == "blows"
    ]


def test_a_year_that_repeats_another_is_marked_in_a_timeline_and_a_brief(desk):
    pairs = [
        (one, two)
        for one in ("FJI", "MLT", "PER", "CHL", "BRA", "ARG")
        for two in ("FJI", "MLT", "PER", "CHL", "BRA", "ARG")
        if one != two
    ]
    rows = [
        f"{year},{two},{one},{1000 + 37 * at + 11 * min(year, 2003)}"
        for year in range(2000, 2005)
        for at, (one, two) in enumerate(pairs)
    ]
    Path("t.csv").write_text("year,importer,exporter,value_usd\n" + "\n".join(rows) + "\n")
    desk.load("t.csv", dataset="t")
    told = {line["date"]: line for line in desk.timeline("FJI", "MLT").objects() if line["source"] == "MLT"}
    assert ["suspected-copy" in told[str(year)]["flags"] for year in range(2000, 2005)] == [False] * 4 + [True]
    assert told["2004"]["what"].endswith("(suspected copy of another year's)")
    assert "(suspected copy of another year's)" in desk.brief("FJI", "MLT").markdown()


def test_what_is_behind_a_timeline_is_of_the_time_asked_for_alone(desk):
    rows = ["date,source,relation,target,cameo,goldstein,quad,source_country,target_country"]
    rows += [f"2018-{month:02d}-05,A (Fiji),Visit,B (Malta),042,1.9,VC,Fiji,Malta" for month in range(1, 7)]
    Path("acts.csv").write_text("\n".join(rows) + "\n")
    desk.load("acts.csv")
    told = desk.timeline("FJI", "MLT", since="2018-02", until="2018-03-31")
    assert [line["date"] for line in told.objects()] == ["2018-02-05", "2018-03-05"]
    assert [row["date"] for row in told.evidence()] == ["2018-02-05", "2018-03-05"]
    assert desk.ledger.query(told.sql[0]).num_rows == 2


def test_a_fall_is_called_a_drop_and_no_burst(desk):
    years(desk, {("FJI", "MLT", 2010): 1})
    (line,) = [line for line in desk.shifts("FJI", "MLT", by="year").objects() if line["date"] == "2010-01-01"]
    assert (line["kind"], line["after"]) == ("burst", 1)  # the contract has two words for marks
    shown = CliRunner().invoke(cli, ["shifts", "FJI", "MLT", "--by", "year", "--ledger", "ledger", "--format", "table"])
    assert [row.split()[3] for row in shown.output.splitlines() if row.startswith("2010")] == ["drop"]


def test_the_context_of_a_change_tells_whether_others_moved_then_too(desk):
    leap = {("FJI", partner, 2010): 900 for partner in ("MLT", "PER", "CHL")}
    years(desk, leap)
    found = desk.shifts("FJI", "MLT", by="year")
    (place,) = [at for at, line in enumerate(found.objects()) if line["date"] == "2010-01-01"]
    context = found.more_behind(place, [])["context"]
    assert context["others"]["FJI"]["tested"] == len(PARTNERS) - 1
    assert {mark["source"] + mark["target"] for mark in context["others"]["FJI"]["marks"]} == {"CHLFJI", "FJIPER"}
    assert context["others"]["MLT"] == {"tested": 1, "moved": 0, "marks": []}
    assert desk.shifts(by="year").more_behind(0, []) == {}


@pytest.mark.parametrize(("others", "outcome"), [(900, "diversification"), (100, "no change")])
def test_who_leaves_one_partner_for_a_third_is_not_said_to_stay(desk, others, outcome):
    leaving = {("FJI", "MLT", year): 1000 if year < 2014 else 300 for year in YEARS}
    restless = {("FJI", "PER", year): (100, 400, 800)[year % 3] for year in YEARS if year < 2014}
    third = {("FJI", "CHL", 2014): others}
    years(desk, leaving | restless | third | {("FJI", "PER", 2014): 450})
    (found,) = desk.pivot("FJI", "MLT", "PER", around="2014", by="year").objects()
    assert (found["said"]["moved"], found["outcome"]) == (False, outcome)
    assert found["shares"][0]["partner"] == ("CHL" if others > 100 else "PER")


@pytest.mark.parametrize(
    ("to", "around", "why"),
    [
        ("PER", "2030", "the dataset has nothing after 2030-01-01: its years are 2002 to 2014"),
        ("PER", "1990", "the dataset has nothing before 1990-01-01: its years are 2002 to 2014"),
        ("EU", "2008", "the dataset has no cooperation of Fiji with the European Union"),
        ("DEU", "2008", "too few acts of cooperation with the two partners: 2 before and 2 after, of 20 that are needed"),
    ],
)  # fmt: skip
def test_a_pivot_without_data_says_what_is_lacking(desk, to, around, why):
    few = to == "DEU"
    years(desk, {("FJI", "MLT", year): 0 for year in YEARS} if few else {})
    if few:
        Path("few.csv").write_text(
            f"{HEAD}\na,b,FJI,DEU,2007,2,0,0,0\na,b,FJI,DEU,2009,2,0,0,0\na,b,FJI,MLT,2000,1,0,0,0\n"
        )
        desk.load("few.csv")
    (found,) = desk.pivot("FJI", "MLT", to, around=around).objects()
    assert (found["outcome"], found["why"]) == ("not enough data", why)


def test_half_a_time_without_coverage_is_no_level_of_zero_to_rank_by(desk):
    rows = ["date,source,relation,target,cameo,goldstein,quad,source_country,target_country"]
    rows += [
        f"2018-06-0{day},Ministry {at} (Fiji),Make a visit,Cabinet (Malta),042,1.9,VC,Fiji,Malta"
        for day in (1, 2)
        for at in range(20)
    ]
    Path("named.csv").write_text("\n".join(rows) + "\n")
    desk.load("named.csv")
    with pytest.raises(MissingDataError, match="one half of the time alone"):
        desk.rank(by="contact", change=True)
    (line,) = desk.rank(by="contact").objects()
    assert (line["level"], line["before"], line["change"]) == (2, None, None)
    assert desk.ties("FJI", "MLT", by="month").notes == ("icews: 2018-06 is covered for 7% of its days alone",)


def test_votes_of_the_un_agree_with_a_pivot_or_speak_against_it(desk):
    turned = {("FJI", "MLT", year): 100 if year < 2010 else 20 for year in YEARS}
    turned |= {("FJI", "PER", year): 20 if year < 2010 else 100 for year in YEARS}
    years(desk, turned)
    (silent,) = desk.pivot("FJI", "MLT", "PER", around="2010").objects()
    assert (silent["channels"], silent["said"]["agrees"], silent["outcome"]) == ({}, None, "lean")
    calls, votes = ["rcid,session,date,short"], ["rcid,country,country_code,vote"]
    for year in range(2007, 2013):
        for at in range(12):
            call = f"{year}{at:02d}"
            calls.append(f"{call},1,{year}-10-{at + 1:02d},a vote")
            fiji = "yes" if at % 2 else "no"
            against = "no" if at % 2 else "yes"
            sides = (fiji, against) if year < 2010 else (against, fiji)
            votes += [
                f"{call},{name},{code},{vote}"
                for name, code, vote in (("Fiji", "FJ", fiji), ("Malta", "MT", sides[0]), ("Peru", "PE", sides[1]))
            ]
    Path("calls.csv").write_text("\n".join(calls) + "\n")
    Path("votes.csv").write_text("\n".join(votes) + "\n")
    desk.load("calls.csv", "votes.csv")
    (found,) = desk.pivot("FJI", "MLT", "PER", around="2010").objects()
    assert (found["channels"], found["outcome"]) == ({"votes": 1}, "pivot")
    assert found["placebos"] > 10
    with pytest.raises(MissingDataError, match=r"left out, not surely known on 2010-06-30: .*\(no date of release\)"):
        desk.pivot("FJI", "MLT", "PER", around="2010", as_known_on="2010-06-30")
    dated = tieline.open("dated", bundled=False)
    dated.load(*sorted(map(str, Path().glob("*.csv"))), vintage="2010-01-01")
    (back,) = dated.pivot("FJI", "MLT", "PER", around="2010", as_known_on="2010-06-30").objects()
    assert "votes" not in back["channels"]


def test_a_chart_as_a_picture_shows_what_the_svg_has(desk):
    image = pytest.importorskip("PIL.Image")
    years(desk, {})
    run = CliRunner().invoke(cli, "ties FJI MLT --by year --channel contact --ledger ledger -o c.png".split())
    assert run.exit_code == 0, run.output
    CliRunner().invoke(cli, "ties FJI MLT --by year --channel contact --ledger ledger -o c.svg".split())
    svg = Path("c.svg").read_text()
    picture = image.open(io.BytesIO(Path("c.png").read_bytes()))
    assert (picture.width, picture.height) == tuple(
        2 * int(svg.split(f'{side}="')[1].split('"')[0]) for side in (" width", " height")
    )
    colours = {colour for _, colour in picture.getcolors(1 << 20)}
    assert (0x1F, 0x6F, 0x8B) in colours  # a bar of contact
    page = CliRunner().invoke(cli, "ties FJI MLT --by year --channel contact --ledger ledger -o c.html".split())
    text = Path("c.html").read_text()
    assert page.exit_code == 0
    assert "<svg" in text
    assert "<td>2014</td>" in text


def test_a_year_without_figures_of_trade_is_a_gap_and_no_zero(desk):
    rows = ["year,importer,exporter,value_usd"]
    for year in (2016, 2017, 2019):
        rows += [f"{year},FJI,MLT,30", f"{year},FJI,PER,70"]
    Path("flows.csv").write_text("\n".join(rows) + "\n")
    desk.load("flows.csv")
    told = desk.ties("FJI", "MLT", by="year").objects()
    assert [(line["period"], line["value"], line["coverage"]) for line in told if line["source"] == "FJI"] == [
        ("2016", 0.3, 1), ("2017", 0.3, 1), ("2018", None, 0), ("2019", 0.3, 1),
    ]  # fmt: skip
    assert any(
        "too short to be tested: FJI-MLT trade-dependence (flows: 3 of 4 years)" in note
        for note in desk.shifts("FJI", "MLT", by="year").notes
    )


def test_a_brief_names_the_act_that_was_reported_most_when_a_channel_leapt(desk):
    rows = ["date,source,relation,target,cameo,goldstein,quad,source_country,target_country"]
    for month in range(1, 13):
        many = 3 if month != 7 else 24
        rows += [
            f"2018-{month:02d}-{1 + at % 3:02d},Office {at} (Fiji),Make a visit,Cabinet (Malta),042,1.9,VC,Fiji,Malta"
            for at in range(many)
        ]
    rows += [f"2018-07-19,Paper {at} (Fiji),Sign,Cabinet (Malta),057,8,VC,Fiji,Malta" for at in range(30)]
    Path("named.csv").write_text("\n".join(rows) + "\n")
    desk.load("named.csv")
    told = desk.brief("FJI", "MLT").markdown()
    (line,) = [line for line in told.splitlines() if line.startswith("Contact (")]
    assert "in July 2018" in line
    assert "reported most often then: agreement signed, Fiji to Malta, 19 July 2018, 30 times" in line


def year_rows(name, *rows):
    Path(name).write_text("\n".join([HEAD, *(f"a,b,{row}" for row in rows)]) + "\n")


def told_of(desk, channel="contact", **asked):
    lines = desk.ties("FJI", "MLT", by="year", channel=channel, **asked).objects()
    return {line["period"]: line["value"] for line in lines if line["source"] == "FJI"}


def test_of_releases_of_yearly_counts_the_newest_answers_and_none_is_added_to_another(desk):
    year_rows("old.csv", "FJI,MLT,2002,100,5,3,1", "FJI,MLT,2003,50,5,3,1", "FJI,PER,2002,7,0,0,0")
    year_rows("new.csv", "FJI,MLT,2002,120,0,3,1", "FJI,MLT,2003,50,5,3,1")
    desk.load("old.csv", vintage="2010-01-01")
    desk.load("old.csv", vintage="2011-01-01")
    assert told_of(desk) == {"2002": 100, "2003": 50}
    desk.load("new.csv", vintage="2012-01-01")
    assert told_of(desk) == {"2002": 120, "2003": 50}
    assert told_of(desk, "deeds") == {
        "2002": 0,
        "2003": 5,
    }  # a zero of the newer release takes back what the older one counted
    assert told_of(desk, as_known_on="2011-06-01") == {"2002": 100, "2003": 50}
    (line,) = (
        x for x in desk.ties("FJI", "MLT", by="year", until="2002-12-31", channel="contact") if x["source"] == "FJI"
    )
    assert line["exposure"] == 120 + 3 + 1 + 7  # of Peru the older release still tells
    report = desk.ties("FJI", "MLT", by="year", channel="contact")
    assert sorted(row["value"] for row in report.evidence()) == [50, 120]


def test_other_values_without_a_release_are_told_with_file_and_line_and_lose_nothing(desk):
    year_rows("old.csv", "FJI,MLT,2002,100,5,3,1", "FJI,MLT,2003,50,5,3,1")
    year_rows("new.csv", "FJI,MLT,2003,50,5,3,1", "FJI,MLT,2002,0,5,3,1")
    desk.load("old.csv")
    (loaded,) = desk.load("new.csv")
    one, how = loaded.problems
    assert one.startswith("line 3: contact of FJI-MLT in 2002 is 0, but icews-years holds 100 (old.csv, line 2)")
    assert "1 value(s)" in how
    assert "--vintage" in how
    assert told_of(desk)["2002"] == 100
    desk.load("new.csv", vintage="2012-01-01")
    assert told_of(desk)["2002"] == 0


def test_a_cell_without_a_count_is_a_gap_with_its_line_and_no_zero(desk):
    cells = ["500"] * 7 + ["NA", "", "-7", "abc", "nan"] + ["500"] * 3
    rows = [
        row
        for at, cell in enumerate(cells)
        for row in (f"FJI,MLT,{2000 + at},{cell},10,20,5", f"FJI,PER,{2000 + at},900,10,20,5")
    ]
    year_rows("na.csv", *rows)
    (loaded,) = desk.load("na.csv")
    assert [problem.split(" is no count")[0] for problem in loaded.problems] == [
        f"line {16 + 2 * at}: verbCoop {cell!r}" for at, cell in enumerate(cells[7:12])
    ]
    lines = [x for x in desk.ties("FJI", "MLT", by="year", channel="contact").objects() if x["source"] == "FJI"]
    assert [(x["value"], x["coverage"]) for x in lines] == [(None, 0) if cell != "500" else (500, 1) for cell in cells]
    assert lines[7]["exposure"] == lines[0]["exposure"] - 500
    found = desk.shifts("FJI", "MLT", by="year", with_none=True).objects()
    assert {(x["channel"], x["kind"]) for x in found} == {
        (name, "none") for name in ("contact", "deeds", "friction", "blows")
    }


def test_a_channel_of_which_one_cell_alone_is_told_has_its_gap_and_zeros(desk):
    year_rows("na.csv", "FJI,MLT,2002,6,NA,0,0", "FJI,MLT,2003,6,0,0,0", "FJI,PER,2002,1,3,0,0")
    desk.load("na.csv")
    assert told_of(desk, "deeds") == {"2002": None, "2003": 0}


def test_the_rows_behind_a_timeline_are_those_of_the_release_that_answers(desk):
    head = "date,source,relation,target,cameo,goldstein,quad,source_country,target_country"
    acts = [f"2018-03-0{day},A (Fiji),Visit,B (Malta),042,1.9,VC,Fiji,Malta" for day in (1, 2, 3)]
    for name, vintage, rows in (("old.csv", "2018-04-01", acts), ("new.csv", "2018-05-01", acts[::2])):
        Path(name).write_text("\n".join([head, *rows]) + "\n")
        desk.load(name, vintage=vintage)
    days = ["2018-03-01", "2018-03-03"]
    assert [row["date"] for row in desk.timeline("FJI", "MLT").evidence()] == days
    (query,) = desk.timeline("FJI", "MLT").sql
    assert [row["date"] for row in desk.ledger.query(query).to_pylist()] == days
    assert len(desk.timeline("FJI", "MLT", as_known_on="2018-04-15").evidence()) == 3


def test_a_pair_and_year_that_stands_twice_counts_once_or_not_at_all_and_is_named(desk):
    year_rows(
        "twice.csv",
        "FJI,MLT,2002,110,4,3,1",
        "FJI,MLT,2003,50,4,3,1",
        "FJI,MLT,2002,110,4,3,1",
        "FJI,MLT,2003,60,4,3,1",
        "FJI,MLT,2004,8,4,3,1",
    )
    (loaded,) = desk.load("twice.csv")
    assert loaded.problems == (
        "line 4: FJI-MLT in 2002 stands in line 2 already; counted once",
        "line 5: FJI-MLT in 2003 stands in line 3 already: verbCoop is 50 in line 3 and 60 here, neither was taken",
    )
    assert told_of(desk) == {"2002": 110, "2003": None, "2004": 8}
    assert told_of(desk, "deeds") == {"2002": 4, "2003": 4, "2004": 4}


def test_panels_share_one_axis_and_a_period_that_is_covered_in_part_is_pale(desk):
    rows = ["date,source,relation,target,cameo,goldstein,quad,source_country,target_country"]
    rows += [f"2018-01-{day:02d},A (Fiji),Visit,B (Malta),042,1.9,VC,Fiji,Malta" for day in range(1, 32)]
    rows += ["2018-02-03,A (Fiji),Visit,B (Malta),042,1.9,VC,Fiji,Malta"]
    Path("acts.csv").write_text("\n".join(rows) + "\n")
    desk.load("acts.csv")
    report = desk.ties("FJI", "MLT", by="month", channel="contact")
    late = {**report.lines[0], "dataset": "other", "period": "2020-12", "coverage": 1.0}
    drawn = ties_svg("T" * 70 + " " + "i" * 70, [*report.objects(), late])
    bars = re.findall(r'<rect x="([\d.]+)"[^>]*fill="(#1f6f8b|#8fb7c5)"><title>([^<]*)', drawn)
    assert [(fill, told) for _, fill, told in bars[:2]] == [
        ("#1f6f8b", "2018-01: 31"), ("#8fb7c5", "2018-02: 1; 4% of its days are covered"),
    ]  # fmt: skip
    places = [float(x) for x, _, told in bars if told.startswith(("2018-01", "2020-12"))]
    assert places[-1] - places[0] == pytest.approx(35 * (780 - 210 - 24) / 36, abs=0.2)
    assert "i" * 70 + "</text>" in drawn
    page = ties_page(report.title, report.objects(), report.by_year, report.notes)
    assert "<li>icews: 2018-02 is covered for 4% of its days alone</li>" in page


@pytest.mark.parametrize(
    "periods",
    [("2018-01-01/2018-01-07", "2018-10-29/2018-11-04"), ("1961", "2019"), ("2018-01/2018-03", "2018-10/2018-12")],
)
def test_no_two_names_of_periods_overlap(periods):
    axis = Axis.of(periods, 0, 546)
    edges = []
    for x, anchor, name in axis.labels():
        left = x - {"start": 0, "middle": 0.5, "end": 1}[anchor] * 7 * len(name)
        edges += [left, left + 7 * len(name)]
    assert edges == sorted(edges)
    assert len(edges) >= 8


def test_as_known_on_a_day_acts_without_a_date_of_release_are_left_out_as_figures_are(desk):
    years(desk, {})
    with pytest.raises(
        MissingDataError, match=r"left out, not surely known on 2016-01-01: icews-years \(no date of release\)"
    ):
        desk.ties("FJI", "MLT", by="year", as_known_on="2016-01-01")
    desk.read(Document("one", "Fiji criticised Malta on 3 March 2015.", Period.parse("2015-03-04"), lang="en"))
    page = desk.brief("FJI", "MLT", as_known_on="2016-01-01").markdown()
    assert "icews-years (no date of release, acts or ties up to 2014)" in page
    assert "No dataset of events" not in page
    dated = tieline.open("dated", bundled=False)
    dated.load("years.csv", vintage="2015-12")
    assert dated.ties("FJI", "MLT", by="year", as_known_on="2015-12-31").lines
    with pytest.raises(MissingDataError, match=r"icews-years .released 2015-12"):
        dated.ties("FJI", "MLT", by="year", as_known_on="2015-12-30")


def test_what_a_person_reads_of_a_query_is_short_and_ids_are_whole(desk):
    years(desk, {})
    run = CliRunner().invoke(cli, "ties FJI MLT --by year --explain --format table --ledger ledger".split())
    (first, *_) = desk.ties("FJI", "MLT", by="year").evidence()
    assert first["act"] in run.output
    listed = ", ".join(f"'{code}'" for code in PARTNERS)
    asked = [f"SELECT '{one}' FROM t WHERE a IN ({listed})" + "\n--" * 100 for one in ("FJI", "TON")]
    told = "\n".join(map(str, queries_view(asked)))
    assert told.count("SELECT") == 1
    assert "IN ('MLT', 'PER', ... 18 values)" in told
    assert "... 61 more lines" in told
    assert "--format jsonl has them whole and 1 more like it" in told
