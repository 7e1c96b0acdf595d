"""Trade dependence over time: blocs of fixed members, countries that nobody hears, ties that begin; what a brief says of acts."""

import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

import tieline
from tieline.cli.main import cli
from tieline.model.cameo_words import cameo_words
from tieline.model.errors import MissingDataError, UsageError
from tieline.ties.series import Series
from tieline.ties.shifts import changes_of, too_early
from tieline.trade.figures.blocs import bloc_members

EU = sorted(bloc_members("EU", date(2022, 12, 31)))
SHARED = Path(__file__).resolve().parents[2] / "shared/data"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tieline.open("ledger", bundled=False)


def imports(desk, rows):
    told = ["year,importer,exporter,value_usd", *(",".join(map(str, row)) for row in rows)]
    Path("flows.csv").write_text("\n".join(told) + "\n")
    desk.load("flows.csv", dataset="customs")


def test_a_bloc_is_its_last_members_and_a_silent_country_has_no_share(desk):
    imports(
        desk,
        [(year, member, partner, value * (year - 2000))
         for year in range(2018, 2023) for member in EU
         for partner, value in (("RUS", 10 if year < 2022 else 3), ("USA", 50), ("FRA" if member != "FRA" else "DEU", 90))],
    )  # fmt: skip
    found = desk.ties("EU", "RUS", by="year")
    shares = {(line["source"], line["period"]): line["value"] for line in found.objects()}
    assert [round(shares["EU", str(year)], 3) for year in (2018, 2021, 2022)] == [0.167, 0.167, 0.057]
    assert not [
        key for key in shares if key[0] == "RUS"
    ]  # from the EU's reports alone all its trade would be with the EU
    assert any("members of the last year held" in note for note in found.notes)
    assert any("told of RUS" in note and "27 of 29" in note for note in found.notes)
    (shift,) = desk.shifts("EU", "RUS", by="year").objects()
    assert (shift["channel"], shift["kind"], shift["date"]) == ("trade-dependence", "shift", "2022-01-01")


def test_trade_with_the_world_of_a_silent_country_is_told_where_the_others_report(desk):
    codes = ("FJI", "MLT", "PER", "CHL", "TON")
    rows = [(2018, a, b, 100) for a in codes for b in codes if a != b]
    imports(desk, [*rows, *((2018, a, "PRK", 10) for a in codes)])
    shares = {line["source"]: line["value"] for line in desk.ties("PRK", "FJI", by="year").objects()}
    assert shares["PRK"] == pytest.approx(0.2)


def test_a_share_in_the_trade_in_some_goods_is_none_in_all_trade(desk):
    lines = [
        f"{one},Import,{two},4407,{value},2018"
        for one, two, value in (("PER", "FJI", 3), ("PER", "CHL", 1), ("FJI", "PER", 2))
    ]
    table = ["reporter_iso,flow_desc,partner_iso,cmd_code,primary_value,ref_year", *lines]
    Path("wood.csv").write_text("\n".join(table))
    imports(desk, [(year, "PER", two, 10) for year in (2018, 2019) for two in ("FJI", "CHL")])
    desk.load("wood.csv")
    found = desk.ties("PER", "FJI", by="year")
    told = {
        (line["dataset"], line["source"], line["value"])
        for line in found.objects()
        if line["channel"] == "trade-dependence"
    }
    assert told == {("customs", "PER", 0.5)}
    assert any("of comtrade only some products were loaded" in note for note in found.notes)


def test_the_share_in_some_goods_is_told_of_an_extract_and_opens_to_its_rows(desk):
    rows = [
        (one, two, code, year, value)
        for one in ("PER", "CHL")
        for year in range(2016, 2022)
        for code, two, value in (
            ("4407", "FJI", 60 if year < 2020 else 20), ("4403", "FJI", 20), ("4407", "MLT", 120), ("9401", "MLT", 900),
        )
    ]  # fmt: skip
    lines = [f"{one},Import,{two},{code},{value},{year}" for one, two, code, year, value in rows]
    Path("wood.csv").write_text(
        "\n".join(["reporter_iso,flow_desc,partner_iso,cmd_code,primary_value,ref_year", *lines])
    )
    desk.load("wood.csv")
    with pytest.raises(MissingDataError, match="only some products were loaded"):
        desk.shifts("PER", "FJI", by="year")
    (shift,) = desk.shifts("PER", "FJI", by="year", channel="trade-dependence", product="4403,4407").objects()
    assert (shift["dataset"], shift["date"], shift["before"], shift["after"]) == (
        "comtrade-HS4403+4407", "2020-01-01", 0.4, 0.25,
    )  # fmt: skip
    told = desk.ties("PER", "FJI", by="year", product="4403,4407")
    last, evidence = told.lines[-1], told.evidence()
    behind = told.rows_of(last, evidence)
    assert sorted((row["code"], row["value"], row["line"].split(":")[0]) for row in behind) == [
        ("4403", 20, "wood.csv"), ("4407", 20, "wood.csv"),
    ]  # fmt: skip
    (share,) = told.more_behind(len(told.lines) - 1, behind)["shares"]
    assert share["value_usd"] / share["of_usd"] == last["value"] == share["share"] == 0.25
    assert desk.ledger.query(told.sql_of(last)[0]).to_pylist()
    for wrong in ({"by": "month"}, {"by": "year", "channel": "contact"}):
        with pytest.raises(UsageError, match="--product '44' is of trade"):
            desk.ties("PER", "FJI", product="44", **wrong)


def test_a_flow_that_is_no_longer_reported_is_no_fall_of_the_share(desk):
    rows = []
    for year in range(2000, 2020):
        scale = year - 1990
        rows += [
            (year, "FJI", partner, value * scale) for partner, value in (("MLT", 40), ("PER", 60)) if year < 2010
        ]  # imports of Fiji
        rows += [
            (year, partner, "FJI", value * scale) for partner, value in (("MLT", 5), ("PER", 95))
        ]  # and its exports, by its partners
        rows += [(year, "MLT", "PER", 5000 * scale), (year, "PER", "MLT", 5000 * scale)]  # so that all are heard
    imports(desk, rows)
    found = desk.ties("FJI", "MLT", by="year", channel="trade-dependence")
    mine = [line for line in found.objects() if line["source"] == "FJI"]
    assert [(x["value"], x["flow"], x["flags"]) for x in mine] == [(0.4, "imports", None)] * 10 + [
        (None, None, "no-imports")
    ] * 10
    assert any(
        "FJI-MLT to imports, not known of 2010 to 2019 (the share in exports was 5.0% then)" in note
        for note in found.notes
    )
    shifts = desk.shifts("FJI", "MLT", by="year", channel="trade-dependence", with_none=True)
    assert [line["kind"] for line in shifts.objects() if line["source"] == "FJI"] == ["none"]
    assert any("FJI-MLT to imports" in note for note in shifts.notes)
    brief = desk.brief("FJI", "MLT").markdown()
    assert "share in the" not in brief.split("## What is not known")[0]
    assert "FJI-MLT to imports, not known of 2010 to 2019" in brief


def test_a_brief_says_of_which_flow_and_years_a_share_is_and_that_a_level_is_new(desk):
    shares = (10, 11, 10, 9, 10, 20)  # of Fiji's exports; its imports from Malta are 3 of 100 throughout
    rows = [
        (2010 + at, who, "FJI", value)
        for at, share in enumerate(shares)
        for who, value in (("MLT", share), ("PER", 100 - share))
    ]
    rows += [(2010 + at, "FJI", who, value) for at in range(6) for who, value in (("MLT", 3), ("PER", 97))]
    imports(desk, rows)
    (shift,) = (line for line in desk.shifts("FJI", "MLT", by="year").objects() if line["source"] == "FJI")
    assert (shift["date"], shift["flow"], shift["before"], shift["after"]) == ("2015-01-01", "exports", 0.1, 0.2)
    told = desk.brief("FJI", "MLT").markdown()
    assert (
        "Malta's share in the exports of Fiji rose in 2015 from 10.0% (mean of 2010 to 2014) to 20.0%; the new level has lasted one year only, the last one held"
        in told
    )


def test_a_year_that_may_be_a_copy_is_marked_and_decides_no_shift(desk):
    shares = {2010: 10, 2011: 11, 2012: 9, 2013: 30, 2014: 30, 2015: 10, 2016: 11, 2017: 9, 2018: 10}
    others = ("PER", "CHL", "TON", "ARG", "BOL", "ECU", "COL", "URY", "PRY")
    rows = []
    for year, share in shares.items():
        like = 2013 if year == 2014 else year
        rows += [(year, "FJI", "MLT", 100 * share), *((year, "FJI", code, like - 1900) for code in others)]
    imports(desk, rows)
    found = desk.ties("FJI", "MLT", by="year", channel="trade-dependence")
    flags = {line["period"]: line["flags"] for line in found.objects() if line["source"] == "FJI" and line["flags"]}
    assert flags == {"2014": "suspected-copy"}
    assert any("2014 is suspected to copy another year" in note for note in found.notes)
    assert not [
        x for x in desk.shifts("FJI", "MLT", by="year").objects() if x["source"] == "FJI"
    ]  # 2013 alone is no level
    lines = desk.timeline("FJI", "MLT", since="2013", until="2014").objects()
    assert [("suspected copy" in line["what"], line["date"]) for line in lines] == [(False, "2013"), (True, "2014")]


def test_a_pivot_takes_no_extract_for_all_trade(desk):
    acts = ["date,source,relation,target,cameo,goldstein,quad,source_country,target_country"]
    for year in range(2010, 2016):
        for week in range(1, 49):
            partner = "Malta" if (year < 2013) == (week % 4 > 0) else "Peru"
            acts.append(f"{year}-{(week - 1) // 4 + 1:02d}-{week % 4 * 7 + 1:02d},a,b,c,040,1,VC,Fiji,{partner}")
    Path("acts.csv").write_text("\n".join(acts))
    desk.load("acts.csv")
    trade = [
        (year, two, 60 if (two == "MLT") == (year < 2013) else 20)
        for two in ("MLT", "PER")
        for year in range(2011, 2015)
    ]
    table = [f"FJI,Import,{two},4407,{value},{year}" for year, two, value in trade]
    Path("wood.csv").write_text(
        "\n".join(["reporter_iso,flow_desc,partner_iso,cmd_code,primary_value,ref_year", *table])
    )
    desk.load("wood.csv")
    asked = ("FJI", "MLT", "PER")
    (found,) = desk.pivot(*asked, around="2013-01-01")
    assert "trade" not in found.channels
    imports(desk, [(year, "FJI", two, value) for year, two, value in trade])
    (found,) = desk.pivot(*asked, around="2013-01-01")
    assert found.channels["trade"] == 1


def test_an_alliance_is_told_from_when_both_are_there(desk):
    head = "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul"
    rows = [f"200,220,{year},1,0,0,0,0" for year in range(1900, 1950)] + [
        f"{a},{b},{year},1,0,0,0,0" for year in range(1930, 1940) for a, b in ((365, 731), (731, 365))
    ]
    Path("atop.csv").write_text("\n".join([head, *rows]) + "\n")
    desk.load("atop.csv")
    lines = [line for line in desk.ties("RUS", "PRK", by="year").objects() if line["source"] == "PRK"]
    assert (lines[0]["period"], lines[0]["value"], lines[1]["value"]) == ("1929", 0.0, 1.0)
    marks = [(line["date"], line["after"]) for line in desk.shifts("RUS", "PRK", by="year").objects()]
    assert marks == [("1930-01-01", 1.0), ("1940-01-01", 0.0)]


def test_a_state_has_no_counts_before_it_was_founded(desk):
    head = "i,j,i_iso3c,j_iso3c,year,verbCoop,matlCoop,verbConf,matlConf"
    rows = [
        f"a,b,USA,{code},{year}.0,50,1,1,1"
        for year in range(2002, 2015)
        for code in ("SSD", "FJI")
        if code == "FJI" or year > 2011
    ]
    Path("years.csv").write_text("\n".join([head, *rows]) + "\n")
    desk.load("years.csv")
    periods = [
        line["period"]
        for line in desk.ties("USA", "SSD", by="year", channel=["contact"]).objects()
        if line["source"] == "USA"
    ]
    assert periods[0] == "2011"


def weekly(values):
    told = np.array(values, dtype=float)
    starts = tuple(date.fromordinal(date(2018, 1, 1).toordinal() + 7 * at) for at in range(len(told)))
    level = np.full(len(told), 1000.0)
    return Series(
        "d", "FJI", "MLT", "contact", "week", starts, told, level, np.ones(len(told)), level, told, told, told
    )


def test_a_level_too_young_for_a_shift_is_said_to_be_too_early_to_tell():
    steady = np.random.default_rng(7).poisson(3, 40).tolist()
    young = weekly([*steady[:38], 40, 42])
    assert not [change for change in changes_of(young) if change.kind == "shift"]
    assert too_early(young) == young.starts[38]
    assert too_early(weekly(steady)) is None


EVENTS = ["date,source,relation,target,cameo,goldstein,quad,source_country,target_country"] + [
    f"2018-{month:02d}-05,Ana Paz,Make a visit,Cabinet (Malta),{code},{value},VC,Fiji,Malta"
    for month in range(1, 11) for code, value in (("042", 1.9), ("111", -2.0), ("163", -8.0))
]  # fmt: skip


def test_acts_of_datasets_are_told_in_words_in_a_timeline_and_a_brief(desk):
    Path("named.csv").write_text("\n".join(EVENTS) + "\n")
    desk.load("named.csv")
    told = [line["what"] for line in desk.timeline("FJI", "MLT", since="2018-03", until="2018-03").objects()]
    assert told == [
        "ACCUSE: criticism (Ana Paz)",
        "CONSULT: visit made (Ana Paz)",
        "SANCTION: sanctions, embargo or boycott (Ana Paz)",
    ]
    brief = json.loads(desk.brief("FJI", "MLT").json())
    acts = next(section for section in brief["sections"] if "event datasets" in section["title"])["sentences"]
    assert acts[-1]["text"].startswith("5 October 2018, Fiji to Malta: sanctions, embargo or boycott, Ana Paz")
    assert "coded by a program, not read" in acts[-1]["note"]
    (level,) = next(section for section in brief["sections"] if section["title"] == "How it stands")["sentences"]
    assert "cooperative acts on 1 day (1.0)" in level["text"]


def test_talks_of_a_day_hide_no_visit_and_count_for_none(desk):
    def act(code, source="Fiji", target="Malta", actor="Ana Paz"):
        return f"2018-06-12,{actor},x,Cabinet ({target}),{code},1,VC,{source},{target}"

    talks = [act("040", actor=f"Office {at}") for at in range(5)]
    visits = [act("042"), act("043", "Malta", "Fiji"), act("042", actor="B")]
    Path("named.csv").write_text("\n".join([EVENTS[0], *talks, *visits, act("046"), act("057"), act("051")]) + "\n")
    desk.load("named.csv")
    told = {(line["what"].split(" (")[0], line["reports"]) for line in desk.timeline("FJI", "MLT").objects()}
    assert told == {
        ("CONSULT: consultation", 5), ("CONSULT: visit made", 2), ("CONSULT: negotiation", 1),
        ("SUPPORT: agreement signed", 1), ("SUPPORT: praise or endorsement", 1),
    }  # fmt: skip
    brief = json.loads(desk.brief("FJI", "MLT").json())
    acts = next(section for section in brief["sections"] if "event datasets" in section["title"])["sentences"]
    assert [("visit made" in one["text"], "(2 reports)" in one["text"]) for one in acts] == [
        (True, True), (False, False), (False, False),
    ]  # fmt: skip


def test_deeds_and_blows_are_typed_and_visits_have_a_level_where_an_office_is_told(desk):
    rows = [EVENTS[0], "2018-01-05,Foreign Affairs (Fiji),x,Malta,042,1.9,VC,Fiji,Malta", "2018-01-05,Head of Government (Fiji),x,Malta,042,1.9,VC,Fiji,Malta",
            "2018-01-06,Ana Paz,x,Malta,042,1.9,VC,Fiji,Malta", "2018-01-07,Fiji,x,Malta,057,8,VC,Fiji,Malta", "2018-01-08,Fiji,x,Malta,161,-4,MF,Fiji,Malta"]  # fmt: skip
    Path("named.csv").write_text("\n".join(rows) + "\n")
    desk.load("named.csv")
    kinds = desk.ties("FJI", "MLT", by="month").kinds
    assert kinds["icews", "FJI", "MLT", "deeds"] == {
        "visits": {"all": 2, "leaders": 1},
        "agreements signed": {"all": 1},
    }
    assert kinds["icews", "FJI", "MLT", "blows"] == {"relations reduced or broken off": {"all": 1}}
    shown = CliRunner().invoke(cli, "ties FJI MLT --by month --ledger ledger --format table".split())
    assert "deeds, by days: visits 2 (leaders 1); agreements signed 1" in shown.stdout


def test_goldstein_sums_stand_beside_the_channels_only_when_asked(desk):
    Path("named.csv").write_text("\n".join(EVENTS) + "\n")
    desk.load("named.csv")
    assert "goldstein" not in desk.ties("FJI", "MLT", by="month").objects()[0]
    lines = desk.ties("FJI", "MLT", by="quarter", goldstein=True).objects()
    sums = {
        line["channel"]: line["goldstein"]
        for line in lines
        if line["period"] == "2018-01/2018-03" and line["source"] == "FJI"
    }
    assert sums == {"contact": 5.7, "deeds": 5.7, "friction": -6.0, "blows": -24.0}


def test_ranks_are_held_against_the_volume_and_shares_of_trade_are_ranked(desk):
    rows = list(EVENTS)
    for month in range(6, 11):  # the dataset gets louder, and Fiji and Malta with it
        rows += [f"2018-{month:02d}-{day:02d},A,x,B,042,1.9,VC,Peru,Chile" for day in range(1, 29)]
        rows += [f"2018-{month:02d}-{day:02d},A,x,B,042,1.9,VC,Fiji,Malta" for day in range(6, 16)]
    Path("named.csv").write_text("\n".join(rows) + "\n")
    desk.load("named.csv")
    ranking = desk.rank(by="contact", change=True)
    one = next(line for line in ranking.objects() if line["source"] == "FJI")
    assert one["change"] < one["after"] - one["before"]
    assert "acts a month, 2018-01 to 2018-05 against 2018-06 to 2018-10" in ranking.halves["icews"]
    imports(
        desk,
        [
            (year, "FJI", partner, value)
            for year in (2016, 2017)
            for partner, value in (("MLT", year - 2000), ("PER", 84))
        ],
    )
    (first, *_) = desk.rank(by="trade-dependence").objects()
    assert (first["source"], first["target"]) == ("FJI", "PER")


def test_what_moved_is_ranked_by_acts_for_days_have_a_bound(desk):
    rows, many = [EVENTS[0]], ((1, 31, 4), (2, 28, 4), (3, 31, 1), (4, 30, 1))
    for month, days, acts in many:
        for day in (f"2018-{month:02d}-{at:02d}" for at in range(1, days + 1)):
            rows += [f"{day},Office {at},x,B,040,1,VC,Fiji,Malta" for at in range(acts)]
            rows += [f"{day},A,x,B,040,1,VC,Peru,Chile", *([f"{day},A,x,B,040,1,VC,Chile,Peru"] if acts > 1 else [])]
    Path("named.csv").write_text("\n".join(rows) + "\n")
    desk.load("named.csv")
    one = next(line for line in desk.rank(by="contact", change=True).objects() if line["source"] == "FJI")
    assert (one["before"], one["after"]) == (29.5, 30.5)  # on every day of both halves
    expected = 4 * 29.5 * (2 * 61) / (3 * 59)  # three kinds of act a day in the dataset, then two
    assert (one["acts_before"], one["expected"], one["acts_after"]) == (118, pytest.approx(expected, abs=1e-3), 30.5)
    assert one["change"] == pytest.approx(30.5 - expected, abs=1e-3)
    table = CliRunner().invoke(cli, "rank --by contact --change --ledger ledger --format table".split()).stdout
    assert "First  Expected  Second" in table
    shown = (
        CliRunner()
        .invoke(cli, "ties FJI MLT --by month --channel contact --ledger ledger --format table".split())
        .stdout
    )
    assert [line.split()[2] for line in shown.splitlines() if line.startswith("  acts")] == [
        "74.2"
    ]  # (31 + 28) * 4 and 61, in four months
    (shift,) = [x for x in desk.shifts("FJI", "MLT", by="week").objects() if x["channel"] == "contact"]
    assert (shift["date"], shift["before"], shift["acts_before"]) == ("2018-03-05", 7, round((8 * 28 + 16) / 9, 3))
    assert shift["acts_after"] == round((8 * 7 + 1) / 9, 3)
    told = CliRunner().invoke(cli, "shifts FJI MLT --ledger ledger --format table".split()).stdout
    assert "26.7 to" in told
    assert "days a week in the week from 5 March 2018 (from 26.7 to" in desk.brief("FJI", "MLT").markdown()


def test_a_file_of_ties_that_lacks_a_column_is_told_which(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("named.csv").write_text("date,source,target,cameo,source_country\n2018-01-01,a,b,042,Fiji\n")
    run = CliRunner().invoke(cli, ["load", "named.csv", "--ledger", "ledger"])
    assert run.exit_code == 3
    assert "nearest to icews-named, and lacks target_country" in run.stderr


@pytest.mark.skipif(not SHARED.exists(), reason="the list of codes is not here")
def test_every_code_of_cameo_has_words():
    import csv  # noqa: PLC0415

    with (SHARED / "ties/cameo-codes.csv").open(encoding="latin-1") as file:
        codes = [row["code"] for row in csv.DictReader(file) if row["code"].isdigit()]
    assert len(codes) > 250
    assert not [code for code in codes if cameo_words(code) is None]
