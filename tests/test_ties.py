"""Ties over time: event files, channels, shifts, bursts, pivots, on small files of our own."""

import itertools
import json
import math
import re
import zipfile
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

import tieline
from tieline.model.cameo import plover_of
from tieline.model.documents import Document
from tieline.model.errors import MissingDataError, UsageError
from tieline.model.periods import Period
from tieline.report.charts import ties_svg
from tieline.ties.coding import channels_of
from tieline.ties.cutting import cuts_of, fits_of
from tieline.ties.lasting import Cut, joined_cuts
from tieline.ties.series import Series
from tieline.ties.shifts import changes_of
from tieline.ties.spells import costs_with_spells, spells_of

SHARED = Path(__file__).resolve().parents[2] / "shared/data/ties"
ICEWS = "\t".join(
    "Event ID,Event Date,Source Name,Source Sectors,Source Country,Event Text,CAMEO Code,Intensity,Target Name,Target Sectors,"
    "Target Country,Story ID,Sentence Number,Publisher,City,District,Province,Country,Latitude,Longitude".split(",")
)  # fmt: skip


def icews(number, day, source, target, cameo, actor="Ministry", other="Cabinet"):
    return f"{number}\t{day}\t{actor}\tGovernment\t{source}\ttext\t{cameo}\t1.0\t{other}\t\t{target}\t7\t1\tX\tSuva\tNA\tNA\tFiji\t1\t2"  # fmt: skip


def gdelt(columns, number, day, source, target, code):
    cells = [""] * columns
    cells[0], cells[1], cells[6], cells[7], cells[16], cells[17], cells[26], cells[30] = (
        number, day, f"{source} GOV", source, f"{target} GOV", target, code, "3.4",
    )  # fmt: skip
    return "\t".join(cells)


FILES = {
    "icews": ("events.tab", [ICEWS, icews("1", "2018-03-05", "Fiji", "Malta", "042"), icews("2", "2018-03-06", "Fiji", "Fiji", "042"),
                             icews("3", "2018-03-06", "Ruritania", "Malta", "042")]),
    "icews-named": ("named.csv", ["date,source,relation,target,cameo,goldstein,quad,source_country,target_country",
                                  "2018-03-05,Ministry (Fiji),Make a visit,Cabinet (Malta),042,1.9,VC,Fiji,Malta"]),
    "gdelt-1": ("20140305.export.CSV", [gdelt(58, "1", "20180305", "FJI", "MLT", "042")]),
    "gdelt-2": ("2018.export.CSV", [gdelt(61, "1", "20180305", "FJI", "MLT", "042")]),
    "gdelt-headed": ("gdelt.csv", ["GLOBALEVENTID,SQLDATE,Actor1Code,Actor1CountryCode,Actor2Code,Actor2CountryCode,EventCode,GoldsteinScale",
                                   "1,20180305,FJIGOV,FJI,MLTGOV,MLT,042,1.9"]),
    "polecat": ("pol.tsv", ["Event ID\tEvent Date\tEvent Type\tEvent Mode\tActor Name\tActor Country\tRecipient Name\tRecipient Country",
                            "a\t2018-03-05\tCONSULT\tvisit\tMinistry\tFJI\tCabinet\tMLT"]),
    "phoenix": ("phoenix.csv", ["EventID,Date,SourceActorFull,SourceActorEntity,TargetActorFull,TargetActorEntity,EventCode",
                                "1,20180305,FJIGOV,FJI,MLTGOV,MLT,042"]),
    "phoenix-daily": ("events.full.20180305.txt", ["1_FJI\t20180305\t2018\t03\t05\tFJIGOV\tFJI\tGOV\t\tMLTGOV\tMLT\tGOV\t\t042\t04\t1\t1.9\t\t\t\tSuva\t\tFJI\tx_1\thttp://a\tx"]),
    "phoenix-historical": ("PhoenixNYT.csv", [
        ("eid,story_date,year,month,day,source,source_root,source_agent,source_others,target,target_root,target_agent,target_others,code,root_code,"
        "quad_class,goldstein,joined_issues,lat,lon,placename,statename,countryname,aid,process"),
        "NYT1,03/05/2018,2018,3,5,FJIGOV,FJI,GOV,,MLTGOV,MLT,GOV,,42,4,1,1.9,,,,Suva,,FJI,1,v1"]),
    "plover": ("plover.jsonl", [json.dumps({"id": "1", "date": "2018-03-05", "event": "CONSULT", "mode": "visit",
                                            "source": [{"actorText": "Fiji", "code": "FJI"}], "target": [{"actorText": "Malta", "code": "MLT"}]})]),
}  # fmt: skip


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tieline.open("ledger", bundled=False)


@pytest.mark.parametrize("layout", FILES)
def test_each_layout_gives_the_same_act(desk, layout):
    name, rows = FILES[layout]
    Path(name).write_text("\n".join(rows) + "\n", encoding="utf-8")
    if layout == "gdelt-2":
        with zipfile.ZipFile("2018.zip", "w") as archive:
            archive.write(name)
        name = "2018.zip"
    (loaded,) = desk.load(name)
    assert (loaded.layout, loaded.new, loaded.problems) == (layout, 1, ())
    (act,) = desk.ledger.query("SELECT * FROM events").to_pylist()
    assert (act["source"], act["target"], act["date"], act["type"], act["quad"]) == (
        "FJI",
        "MLT",
        date(2018, 3, 5),
        "CONSULT",
        1,
    )
    (again,) = desk.load(name)
    assert (again.new, again.notes[-1]) == (0, "was loaded before; nothing was added")
    if layout == "icews":
        assert any("Ruritania" in note for note in loaded.notes)
        assert any("within one country" in note for note in loaded.notes)


def test_old_daily_files_of_gdelt_have_a_column_less(desk):
    rows = [gdelt(57, str(at), f"201303{at:02d}", "FJI", "MLT", "042") for at in (1, 2)]
    with zipfile.ZipFile("20130302.export.CSV.zip", "w") as archive:
        archive.writestr("20130302.export.CSV", "\n".join(rows) + "\n")
    (loaded,) = desk.load("20130302.export.CSV.zip")
    assert (loaded.layout, loaded.new, loaded.problems) == ("gdelt-1", 2, ())
    told, back = desk.ties("FJI", "MLT", by="year", channel="contact").objects()
    assert (told["value"], told["dataset"], back["value"]) == (2, "gdelt", 0)


def test_records_may_be_spread_over_lines_and_a_broken_one_is_named(desk):
    one = json.loads(FILES["plover"][1][0])
    text = json.dumps([one, one | {"id": "2", "date": "2018-03-06"}], indent=1)
    Path("gold.json").write_text(text)
    (loaded,) = desk.load("gold.json")
    assert (loaded.layout, loaded.new, loaded.problems) == ("plover", 2, ())
    Path("cut.json").write_text(text.replace("2018", "2017")[: len(text) - 60])
    (cut,) = desk.load("cut.json")
    assert (cut.new, len(cut.problems)) == (1, 1)
    assert cut.problems[0].startswith(f"line {text[: text.rindex(chr(10) + ' {')].count(chr(10)) + 2}: ")


def test_a_row_of_several_countries_is_an_act_of_each_pair(desk):
    head = "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tActor Name\tActor Country\tRecipient Name\tRecipient Country"
    rows = [
        "a\t2018-03-05\tACCUSE\tdisapprove\t-2\tM; N\tFJI; TON\tCabinet\tMLT", "b\t2018-03-06\tCONSULT\tmeet\t3\tM; N\tFJI;MLT\tNone\tNone",
        "c\t2018-03-07\tPROTEST\tdemo\t-5\tM\tFJI\tNone\tNone",
    ]  # fmt: skip
    Path("ngecEvents.DV.2018.txt").write_text("\n".join([head, *rows]) + "\n")
    (loaded,) = desk.load("ngecEvents.DV.2018.txt")
    acts = desk.ledger.query("SELECT number || source || target AS act FROM events ORDER BY act")["act"].to_pylist()
    assert (loaded.layout, acts) == ("polecat", ["aFJIMLT", "aTONMLT", "bFJIMLT", "bMLTFJI"])


POLECAT = "\t".join(
    "Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,Actor COW,Primary Actor Sector,Actor Sectors,"
    "Actor Title,Actor Name Raw,Wikipedia Actor ID,Recipient Name,Recipient Country,Recipient COW,Primary Recipient Sector,Recipient Sectors,"
    "Recipient Title,Recipient Name Raw,Wikipedia Recipient ID,Placename,City,District,Province,Country,Latitude,Longitude,GeoNames ID,Raw Placename,"
    "Feature Type,Source,Publication Date,Story People,Story Organizations,Story Locations,Language,Version".split(",")
)  # fmt: skip
"""The first line of POLECAT's files, as public programs quote it."""


def test_what_polecat_leaves_open_is_nothing_and_what_is_odd_is_told(desk):
    def row(number, day, kind, mode):
        cells = dict.fromkeys(POLECAT.split("\t"), "")
        cells |= {"Event ID": number, "Event Date": day, "Event Type": kind, "Event Mode": mode, "Actor Name": "Ministère", "Actor Country": "FJI",
                  "Recipient Name": "None", "Recipient Country": "MLT"}  # fmt: skip
        return "\t".join(cells.values())

    rows = [
        row("a", "2023-01-01", "ACCUSE", "None"),
        row("b", "2023-01-02", "NEWTYPE", ""),
        row("c", "2123-01-02", "ACCUSE", ""),
    ]
    Path("ngecEventsDV-2023-Jan.txt").write_bytes("\n".join([POLECAT, *rows]).encode("cp1252"))
    (loaded,) = desk.load("ngecEventsDV-2023-Jan.txt")
    acts = desk.ledger.query("SELECT source_actor, target_actor, mode, type, quad FROM events ORDER BY number")
    assert [tuple(act.values()) for act in acts.to_pylist()] == [
        ("Ministère", None, "", "ACCUSE", 3),
        ("Ministère", None, "", "NEWTYPE", None),
    ]
    assert loaded.problems == ("line 4: '2123-01-02' is no day that has been; the row is left out",)
    assert [note.split(" ")[:2] for note in loaded.notes] == [["3", "lines"], ["acts", "of"]]
    assert "NEWTYPE" in loaded.notes[1]


def test_a_file_without_headings_of_another_width_says_how_wide_it_is(desk):
    Path("x.export.CSV").write_text(gdelt(60, "1", "20180305", "FJI", "MLT", "042") + "\n", encoding="utf-8")
    report = desk.load("x.export.CSV")
    assert "it has 60 columns: gdelt-1 has 58 or 57, " in report.problems[0].reason


def test_a_row_that_cannot_be_read_is_named_with_its_line(desk):
    rows = [
        ICEWS,
        icews("1", "2018-03-05", "Fiji", "Malta", "042"),
        icews("2", "5 March", "Fiji", "Malta", "042"),
        icews("3", "2018-03-05", "Fiji", "Malta", "visit"),
        icews("4", "2018-03-05", "Fiji", "Malta", "04x"),
    ]
    Path("events.tab").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (loaded,) = desk.load("events.tab")
    assert loaded.new == 1
    assert [problem.split(";")[0] for problem in loaded.problems] == [
        "line 3: '5 March' is no day", "line 4: 'visit' is no code of an act", "line 5: '04x' is no code of an act",
    ]  # fmt: skip


def test_what_is_out_of_range_empty_or_zero_is_told_and_each_row_counts_once(desk):
    days = ["2018-03-05", "1850-01-01", ""]
    rows = [ICEWS, *(icews(str(at), day, "Fiji", "Malta", "042") for at, day in enumerate(days))]
    Path("events.tab").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (loaded,) = desk.load("events.tab")
    assert (loaded.rows, loaded.new) == (3, 1)
    assert loaded.problems == (
        "line 4: the cell of the day is empty; the row is left out",
        "line 3: '1850-01-01' is out of range: icews begins in 1995; the row is left out",
    )
    head = "Event ID\tEvent Date\tEvent Type\tEvent Mode\tActor Name\tActor Country\tRecipient Name\tRecipient Country"
    several = [
        f"{at}\t2023-01-0{at}\tCONSULT\t\t\t{one}\t\t{other}"
        for at, (one, other) in enumerate([("FJI;MLT", ""), ("FJI", "FJI"), ("FJI", "MLT;PER")], 1)
    ]
    Path("polecat.txt").write_text("\n".join([head, *several]) + "\n")
    (loaded,) = desk.load("polecat.txt")
    assert (loaded.rows, loaded.new) == (3, 4)
    assert loaded.notes[-2:] == (
        "1 row within one country left out", "2 rows gave 4 acts: one that names several countries is an act of each pair",
    )  # fmt: skip
    Path("years.csv").write_text(
        "i_iso3c,j_iso3c,year,verbCoop,matlCoop,verbConf,matlConf\nFJI,MLT,2002,6,1,0,0\nFJI,240.0,2002,1,1,1,1\n"
    )
    (loaded,) = desk.load("years.csv")
    assert (loaded.new, loaded.notes) == (4, ("1 row of actors that are no country (240) left out",))
    Path("envoys.csv").write_text("ccode1,ccode2,year,DE\n950,338,2000,1\n950,338,2005,0\n")
    (loaded,) = desk.load("envoys.csv")
    assert loaded.notes == ("1 value of 0 makes no row in the ledger; it is told as a zero all the same",)


def test_a_refused_file_makes_no_ledger(tmp_path):
    (tmp_path / "bad.csv").write_text("a,b\n1,2\n")
    assert len(tieline.Desk(tmp_path / "new").load(tmp_path / "bad.csv", tmp_path / "none.csv").problems) == 2
    assert not (tmp_path / "new").exists()


def test_columns_of_another_version_are_refused(desk):
    shifted = "\t".join(["x", *icews("1", "2018-03-05", "Fiji", "Malta", "042").split("\t")[:-1]])
    Path("events.tab").write_text(f"{ICEWS}\n{shifted}\n", encoding="utf-8")
    report = desk.load("events.tab")
    assert not len(report)
    assert "shifted" in report.problems[0].reason
    with pytest.raises(MissingDataError):
        desk.ties("FJI", "MLT")


@pytest.mark.skipif(not SHARED.exists(), reason="the published map is not here")
def test_codes_have_the_types_of_the_published_map_but_for_the_contracts_words():
    lines = (SHARED / "CAMEO2PLOVER.txt").read_text(encoding="utf-8").splitlines()
    told = {found[1]: found[2] for line in lines if (found := re.match(r"(\d{2,4}):\s*([A-Z]+)", line))}
    differ = {code: (plover_of(code), plover) for code, plover in told.items() if plover_of(code) != plover}
    assert len(told) > 250
    assert len(differ) < 20, differ
    assert all(ours in {"CONCEDE", "RETREAT", "SANCTION", "ASSAULT", "COERCE"} for ours, _ in differ.values()), differ


@pytest.mark.parametrize(
    ("cameo", "plover", "channels"),
    [("036", "AGREE", ("contact",)), ("057", "SUPPORT", ("contact", "deeds")), ("163", "SANCTION", ("blows",)), ("112", "ACCUSE", ("friction",)),
     ("020", "REQUEST", ("contact",)), ("010", None, ()), ("190", "ASSAULT", ("blows",))],
)  # fmt: skip
def test_an_act_has_its_channels(cameo, plover, channels):
    assert (plover_of(cameo), channels_of(plover_of(cameo), cameo)) == (plover, channels)


ACTS = [
    ICEWS,
    icews("1", "2018-01-01", "Fiji", "Malta", "040"),
    icews("2", "2018-01-01", "Fiji", "Malta", "042", other="President"),  # the same day: one day of contact, one deed
    icews("3", "2018-01-01", "Malta", "Fiji", "040"),  # the same talks from the other side
    icews("4", "2018-01-03", "Fiji", "Malta", "036"),
    icews("5", "2018-01-09", "Malta", "Fiji", "112"),
    icews("6", "2018-01-09", "Malta", "Fiji", "111"),
    icews("7", "2018-01-23", "Peru", "Fiji", "040"),
]


def test_days_count_once_and_no_report_is_no_zero(desk):
    Path("events.tab").write_text("\n".join(ACTS) + "\n", encoding="utf-8")
    desk.load("events.tab")
    found = {
        (x["source"], x["channel"], x["period"][:10]): x["value"] for x in desk.ties("FJI", "MLT", by="week").objects()
    }
    assert found["FJI", "contact", "2018-01-01"] == 2
    assert found["FJI", "deeds", "2018-01-01"] == 1
    assert found["MLT", "contact", "2018-01-01"] == 1
    assert found["MLT", "friction", "2018-01-08"] == 1
    assert found["FJI", "contact", "2018-01-08"] == 0
    assert found["FJI", "contact", "2018-01-15"] is None
    (line,) = (
        x
        for x in desk.ties("FJI", "MLT", by="week", channel=["contact"]).objects()
        if x["source"] == "FJI" and x["period"].startswith("2018-01-01")
    )
    required = {"source", "target", "channel", "period", "value", "exposure", "coverage", "dataset"}
    assert set(line) == required | {"acts", "flow", "flags"}
    assert (line["exposure"], line["coverage"], line["acts"]) == (2, round(2 / 7, 4), 3)
    assert len(desk.ties("FJI", "MLT").evidence()) == 7


def test_acts_of_the_press_stand_beside_as_a_dataset_of_their_own(desk):
    story(desk, "Fiji's foreign minister Ana Paz met her Maltese counterpart in Suva on Monday.")
    (line,) = (x for x in desk.ties("FJI", "MLT", by="month", channel=["contact"]).objects() if x["source"] == "FJI")
    assert (line["dataset"], line["period"], line["value"]) == ("press", "2018-03", 1)
    with pytest.raises(MissingDataError):
        desk.ties("FJI", "MLT", as_known_on="2018-03-01")


def test_two_files_that_overlap_leave_each_act_once(desk):
    one, two, three = (gdelt(58, str(n), "20180305", "FJI", "MLT", "042") for n in (1, 2, 3))
    Path("a.CSV").write_text(f"{one}\n{one}\n{two}" + "\n")  # a number of the publisher is one act
    Path("b.CSV").write_text(f"{two}\n{three}\n{one}" + "\n")
    assert [report.new for report in desk.load("a.CSV", "b.CSV")] == [2, 1]
    assert [row["number"] for row in desk.ledger.query("SELECT number FROM events ORDER BY 1").to_pylist()] == list(
        "123"
    )
    assert len(list(Path("ledger/events").glob("*.parquet"))) == 2  # what was written and not taken is gone
    (line,) = (x for x in desk.ties("FJI", "MLT", by="week", channel=["contact"]).objects() if x["source"] == "FJI")
    assert line["value"] == 1


@pytest.mark.usefixtures("desk")
def test_files_of_one_dataset_with_and_without_numbers_leave_each_row_once():
    def act(code, actor="A"):
        return f"2018-03-05,{actor},x,B,{code},1,VC,Fiji,Malta"

    head = "date,source,relation,target,cameo,goldstein,quad,source_country,target_country"
    Path("named.csv").write_text("\n".join([head, act("042"), act("040"), act("040", "C")]) + "\n")
    rows = [
        icews(number, "2018-03-05", "Fiji", "Malta", code, "A", "B")
        for number, code in (("1", "042"), ("2", "042"), ("3", "040"), ("4", "111"))
    ]
    Path("events.tab").write_text("\n".join([ICEWS, *rows]) + "\n")
    told = []
    for order in (("named.csv", "events.tab"), ("events.tab", "named.csv")):
        other = tieline.open(f"of-{order[0]}", bundled=False)
        first, second = other.load(*order)
        assert not first.notes
        assert second.notes == (
            f"it overlaps with {order[0]} of icews: 2 of its rows are held already, count once, and are left out",
        )
        acts = other.ledger.query(
            "SELECT cameo, source_actor, count(*) AS n FROM events GROUP BY ALL ORDER BY ALL"
        ).to_pylist()
        assert [tuple(act.values()) for act in acts] == [
            ("040", "A", 1),
            ("040", "C", 1),
            ("042", "A", 2),
            ("111", "A", 1),
        ]
        told.append(other.ties("FJI", "MLT", by="week", goldstein=True).objects())
    assert told[0] == told[1]


def test_of_two_releases_of_acts_the_newest_answers_for_its_days(desk):
    head = "date,source,relation,target,cameo,goldstein,quad,source_country,target_country"
    days = {day: f"2020-01-{day:02d},A,x,B,070,7,MC,Fiji,Malta" for day in (6, 7, 8, 15)}
    Path("old.csv").write_text("\n".join([head, *days.values()]) + "\n")
    Path("new.csv").write_text("\n".join([head, days[6], days[8]]) + "\n")
    desk.load("old.csv", vintage="2020-02-01")
    (loaded,) = desk.load("new.csv", vintage="2020-06-01")
    assert "(2020-02-01): this one is the newest and answers for its days, 2020-01-06 to 2020-01-08" in loaded.notes[0]

    def told(**asked):
        lines = desk.ties("FJI", "MLT", by="week", channel="deeds", goldstein=True, **asked).objects()
        return [(line["value"], line["goldstein"]) for line in lines if line["source"] == "FJI"]

    assert told() == [(2, 14), (1, 7)]  # the act of the 7th was taken back; the 15th is after the newer file's last day
    assert told(as_known_on="2020-03-01") == [(3, 21), (1, 7)]
    assert [line["reports"] for line in desk.timeline("FJI", "MLT").objects()] == [1, 1, 1]
    assert len(desk.ties("FJI", "MLT").evidence()) == 6  # each in contact and in deeds


def test_a_load_that_breaks_off_leaves_nothing(desk):
    loads = desk.ledger.act_loads()

    def broken():
        rows = desk.ledger.query("SELECT * EXCLUDE (recorded) FROM events").to_batches()
        yield from rows
        raise KeyboardInterrupt

    Path("a.CSV").write_text(gdelt(58, "1", "20180305", "FJI", "MLT", "042") + "\n")
    desk.load("a.CSV")
    before = set(Path("ledger/events").rglob("*"))
    with pytest.raises(KeyboardInterrupt):
        loads.take(broken(), load_id="x", dataset="gdelt", vintage="")
    assert set(Path("ledger/events").rglob("*")) == before


def story(desk, text):
    Path("story.jsonl").write_text(
        json.dumps({"id": "s", "text": text, "published": "2018-03-06", "outlet": "Example Wire", "lang": "en"}) + "\n"
    )
    desk.read("story.jsonl")


def series(values, total=None, by="week"):
    starts = tuple(date(2018, 1, 1) + timedelta(days=7 * at) for at in range(len(values)))
    told = np.array(values, dtype=float)
    all_ = np.array(total if total is not None else [100.0] * len(values))
    return Series(
        "d",
        "FJI",
        "MLT",
        "contact",
        by,
        starts,
        told,
        all_,
        np.ones(len(values)),
        all_,
        told,
        told,
        np.minimum(told, 7),
    )


STEP = [3, 2, 4, 3, 2, 3, 4, 2, 3, 3, 2, 4, 3, 3, 2, 14, 12, 15, 13, 16, 12, 14, 13, 15, 12, 14, 15, 13, 14, 12]


def test_a_level_that_lasts_is_a_shift_and_a_leap_a_burst():
    (shift,) = changes_of(series(STEP))
    assert (shift.kind, shift.at, shift.before) == (
        "shift",
        date(2018, 1, 1) + timedelta(weeks=15),
        pytest.approx(np.mean(STEP[:15]), abs=1e-3),
    )
    assert shift.interval[0] <= shift.at <= shift.interval[1]
    leap = [*STEP[:15], 40, *STEP[:15]]
    (burst,) = changes_of(series(leap))
    assert (burst.kind, burst.at, burst.after) == ("burst", date(2018, 1, 1) + timedelta(weeks=15), 40)
    assert changes_of(series(STEP[:15])) == []
    assert [one.kind for one in changes_of(series(STEP[:15]), with_none=True)] == ["none"]


def test_more_news_of_everything_is_no_shift():
    volume = [100.0] * 15 + [450.0] * 15
    assert changes_of(series(STEP, volume)) == []
    assert [one.kind for one in changes_of(series([3] * 30, volume))] == ["shift"]


def test_near_the_end_it_is_too_early_to_tell():
    assert [one.kind for one in changes_of(series(STEP[:17])) if one.kind == "shift"] == []


def test_cuts_are_the_best_there_are():
    counts, ones = np.array(STEP, dtype=float), np.ones(len(STEP))
    (cut,) = cuts_of(counts, ones, 4)
    assert cut.place == 15
    assert cut.low <= 15 <= cut.high
    assert cuts_of(counts, ones, 4, price=1e9, spell_price=1e9) == []


def test_a_loud_week_neither_makes_a_level_nor_hides_one():
    loud, quiet = list(STEP), STEP[:15] * 2
    loud[22], quiet[22] = 400, 400
    before, after = ([one.at for one in changes_of(series(told)) if one.kind == "shift"] for told in (STEP, loud))
    assert before == after == [date(2018, 1, 1) + timedelta(weeks=15)]
    assert [one.kind for one in changes_of(series(quiet))] == ["burst"]
    (shift,) = [one for one in changes_of(series(loud)) if one.kind == "shift"]
    assert shift.after == pytest.approx(np.mean([*loud[15:22], *loud[23:]]), abs=1e-3)  # the level without the burst


def test_a_level_that_comes_and_goes_is_one_change_with_an_end():
    week = date(2018, 1, 1)
    stays = [*STEP[:15], *STEP[15:20], *STEP[:10]]
    (spell,) = changes_of(series(stays))
    assert (spell.kind, spell.at, spell.until) == ("shift", week + timedelta(weeks=15), week + timedelta(weeks=20))
    assert spell.before == pytest.approx(np.mean([*stays[:15], *stays[20:]]), abs=1e-3)
    assert spell.after == pytest.approx(np.mean(stays[15:20]), abs=1e-3)
    assert spell.interval[0] <= spell.at <= spell.interval[1]
    (steady,) = changes_of(series(STEP))
    assert steady.until is None


def test_a_cut_of_kinds_that_cuts_of_acts_leave_no_difference_is_none():
    acts, kinds = (np.repeat(levels, 6).astype(float) for levels in ([1, 9, 9], [1, 4, 5]))
    early, late = Cut(6, 6, 6, 30.0), Cut(12, 12, 12, 20.0)
    assert joined_cuts([(acts, []), (kinds, [late])], np.ones(18), 3) == [late]  # 2.5 a week, then 5
    assert joined_cuts([(acts, [early]), (kinds, [late])], np.ones(18), 3) == [early]  # 4, then 5
    beside = Cut(8, 8, 8, 40.0)  # of kinds, kept away by the one of acts, and better told where that one fails
    flat = np.array([9, 1] * 9, dtype=float)
    assert joined_cuts([(flat, [early]), (kinds, [beside])], np.ones(18), 3) == [beside]


def test_spells_are_the_cheapest_there_are():
    counts = np.random.default_rng(6).poisson(np.repeat([3.0, 9.0, 3.0, 3.0, 14.0, 3.0], 3)).astype(float)
    n, shortest, price = len(counts), 3, 6.0
    levels = np.geomspace(0.5, 20.0, 12)
    each = (counts[:, None] - levels) ** 2
    summed = np.concatenate([np.zeros((1, len(levels))), each.cumsum(axis=0)])
    cost = np.full((n + 1, n + 1), np.inf)
    for begin, end in itertools.combinations(range(n + 1), 2):
        cost[begin, end] = (summed[end] - summed[begin]).min()
    one = [(a, b) for a in range(shortest, n) for b in range(a + shortest, n - shortest + 1)]
    sets = [(), *((a,) for a in one), *((a, b) for a in one for b in one if b[0] - a[1] >= shortest)]
    tried = levels[::2]

    def total(spells):
        inside = np.zeros(n, dtype=bool)
        for begin, end in spells:
            inside[begin:end] = True
        around = min(((counts[~inside] - level) ** 2).sum() for level in (tried if spells else levels))
        return around + sum(cost[spell] + price for spell in spells)

    best = min(sets, key=total)
    assert len(best) == 2
    assert costs_with_spells(summed, cost, shortest, price)[0, n] == pytest.approx(total(best))
    assert tuple(spells_of(summed, cost, (0, n), shortest, price)) == best
    assert spells_of(summed, cost, (0, n), shortest, 1e9) == []


def test_without_a_bound_a_stretch_costs_what_the_negative_binomial_says():
    counts, volume = np.array(STEP, dtype=float), np.linspace(0.8, 1.2, len(STEP))
    fits = fits_of(counts, volume, math.inf)
    rate = counts[:15].sum() / volume[:15].sum()
    for at, size in enumerate(np.geomspace(0.1, 100.0, 10)):
        told = [
            math.lgamma(k + size)
            - math.lgamma(size)
            + size * math.log(size / (size + rate * v))
            + k * math.log(rate * v / (size + rate * v))
            for k, v in zip(counts[:15], volume[:15], strict=True)
        ]
        rest = [
            math.lgamma(k + size)
            - math.lgamma(size)
            + size * math.log(size / (size + k))
            + k * math.log(k / (size + k))
            for k in counts[:15]
        ]
        assert fits.costs[at, 0, 15] == pytest.approx(2 * (sum(rest) - sum(told)), abs=0.1)


def test_a_column_that_a_file_lacks_is_told_and_a_table_of_codes_is_no_table_of_products(desk):
    head = "date,source,target,cameo,source_country,target_country"
    Path("few.csv").write_text(f"{head}\n2018-03-05,A,B,042,Fiji,Malta\n")
    (loaded,) = desk.load("few.csv")
    assert (loaded.new, loaded.problems) == (1, ())
    assert desk.ledger.query("SELECT goldstein FROM events").to_pylist() == [{"goldstein": None}]
    Path("cameo.csv").write_text('"","name","code","goldstein","description"\n"1","APPEAL","02",3,"x"\n')
    refused = desk.load("cameo.csv")
    assert refused.loaded == ()
    assert "no layout that is known" in str(refused.problems[0])


def mixed_up(layout):
    """A good row of a layout, with bad ones between: the lines that are bad, and the texts."""
    name, rows = FILES[layout]
    good, mark = rows[-1] if layout != "icews" else rows[1], "," if "," in rows[0] and "\t" not in rows[0] else "\t"
    head = rows[:1] if len(rows) > 1 else []
    if layout == "plover":
        bad = [good[:30], "5", good.replace("2018-03-05", "3018-03-05")]
    else:
        bad = [good.rsplit(mark, 1)[0], good + mark + "more", good.replace("2018", "3018")]
    at = len(head) + 2
    last = good
    for day in ("2018-03-05", "20180305", "03/05/2018"):
        last = last.replace(day, day.replace("05", "06"))
    return name, [at, at + 1, at + 2], [*head, good, *bad, last]


@pytest.mark.parametrize("layout", FILES)
def test_bad_rows_are_told_with_their_lines_and_stop_nothing(desk, layout):
    name, bad, rows = mixed_up(layout)
    Path(name).write_bytes("\n".join(rows).replace("Ministry", "Minist\xe8re").encode("latin-1") + b"\n")
    (loaded,) = desk.load(name)
    assert sorted(int(re.match(r"line (\d+): ", problem)[1]) for problem in loaded.problems) == bad
    lines = desk.ledger.query("SELECT line FROM events ORDER BY line").to_pylist()
    assert [row["line"] for row in lines] == [bad[0] - 1, bad[-1] + 1]


def many(desk, rows):
    lines = [ICEWS]
    for source, target, start, days in rows:
        for at in range(days):
            day = date.fromisoformat(start) + timedelta(days=at)
            lines.append(icews(f"{source}{target}{day}", day.isoformat(), source, target, "040"))
    Path("many.tab").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert desk.load("many.tab").problems == ()


def test_a_country_that_turns_from_one_partner_to_another(desk):
    rows = []
    for year in (2010, 2011, 2012, 2013):
        for month in range(1, 13):
            turned = year >= 2012
            rows += [("Fiji", "Malta", f"{year}-{month:02d}-01", 2 if turned else 12), ("Fiji", "Peru", f"{year}-{month:02d}-15", 12 if turned else 2),
                     ("Fiji", "Chile", f"{year}-{month:02d}-08", 3)]  # fmt: skip
    many(desk, rows)
    (found,) = desk.pivot("FJI", "MLT", "PER", around="2012").objects()
    assert (found["outcome"], found["said"]["from_fell"], found["said"]["to_rose"], found["said"]["agrees"]) == (
        "lean",
        True,
        True,
        None,
    )
    assert found["interval"][0] > 2
    assert found["shares"][0]["partner"] == "PER"
    (still,) = desk.pivot("FJI", "MLT", "CHL", around="2011").objects()
    assert still["outcome"] == "no change"
    (away,) = desk.pivot("FJI", "MLT", "CHL", around="2012").objects()
    assert (away["outcome"], away["shares"][0]["partner"]) == ("diversification", "PER"), "Chile gained nothing"
    with pytest.raises(UsageError, match="three different"):
        desk.pivot("FJI", "MLT", "MLT")
    lines = desk.shifts("FJI", "MLT", by="month", least=20).objects()
    assert {(x["channel"], x["kind"], x["date"]) for x in lines} == {("contact", "shift", "2012-01-01")}
    keys = {"source", "target", "channel", "kind", "date", "interval", "before", "after", "until", "dataset"}
    assert set(lines[0]) == keys | {"acts_before", "acts_after", "flow"}
    assert (lines[0]["before"], lines[0]["acts_before"]) == (12, 12)
    assert desk.rank(by="contact", change=True).objects()[0]["rank"] == 1


def test_counts_of_years_and_alliances(desk):
    Path("years.csv").write_text("i,j,i_iso3c,j_iso3c,year,verbCoop,matlCoop,verbConf,matlConf\nFiji,Malta,FJI,MLT,2002.0,6.0,1.0,0.0,2.0\n"
                                 "Fiji,Malta,FJI,MLT,2004.0,8.0,0.0,0.0,0.0\nPeru,Malta,PER,MLT,2003.0,1.0,0.0,0.0,0.0\n")  # fmt: skip
    Path("atop.csv").write_text(
        "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul\n950.0,338.0,2003.0,1.0,0.0,0.0,0.0,1.0\n"
    )
    desk.load("years.csv", "atop.csv")
    told = [x for x in desk.ties("FJI", "MLT", by="year").objects() if x["source"] == "FJI"]
    found = {(x["dataset"], x["channel"], x["period"]): x["value"] for x in told}
    assert [found["icews-years", "contact", str(year)] for year in (2002, 2003, 2004)] == [6, 0, 8]
    assert found["icews-years", "blows", "2002"] == 2
    assert found["atop", "formal-ties", "2003"] == 1


def test_what_is_told_by_year_alone_says_what_it_is_made_of_and_a_thin_period_is_named(desk):
    Path("events.tab").write_text("\n".join(ACTS) + "\n", encoding="utf-8")
    desk.load("events.tab")
    with pytest.raises(MissingDataError, match=r"no share of trade between Fiji and Malta: it is told by year"):
        desk.ties("FJI", "MLT", channel=["trade-dependence"])
    with pytest.raises(MissingDataError, match=r"no formal tie: it is told by year .* UN votes"):
        desk.rank(by="formal-ties")
    assert desk.ties("FJI", "MLT", by="month").notes == ("icews: 2018-01 is covered for 13% of its days alone",)
    (unread,) = (line for line in desk.brief("FJI", "MLT").markdown().splitlines() if line.startswith("- Whether each"))
    assert "icews" in unread


def test_a_chart_never_draws_what_is_missing_as_zero(desk):
    Path("events.tab").write_text("\n".join(ACTS) + "\n", encoding="utf-8")
    desk.load("events.tab")
    report = desk.ties("FJI", "MLT", by="week", channel=["contact"])
    drawn = ties_svg(report.title, report.objects())
    exposure = sum(line["value"] is None for line in report if line["channel"] == "contact")
    assert drawn.count("no report</title>") == sum(line["value"] is None for line in report) + exposure
    assert drawn.count(">all acts</text>") == len({line["source"] for line in report})
    assert drawn.count("url(#none)") == drawn.count("no report</title>")


def test_a_single_period_is_a_bar_and_no_panel_full_of_colour(desk):
    Path("events.tab").write_text(
        "\n".join([ICEWS, icews("1", "2018-03-05", "Fiji", "Malta", "042")]), encoding="utf-8"
    )
    desk.load("events.tab")
    report = desk.ties("FJI", "MLT", by="month", channel=["contact"])
    drawn = re.findall(r'width="([\d.]+)" height="[\d.]+" fill="#8fb7c5"', ties_svg(report.title, report.objects()))
    assert len(drawn) == 2  # pale, for one day of the month is covered; the second, of Malta, of height 0
    assert max(map(float, drawn)) < 100


def test_a_timeline_has_acts_and_figures_with_who_says_so(desk):
    story(
        desk,
        "Fiji's exports to Malta rose 12 percent to $3 million in 2017, the ministry said. Fiji's foreign minister Ana Paz met her Maltese counterpart in Suva on Monday.",
    )
    lines = desk.timeline("FJI", "MLT").objects()
    assert [(line["date"], line["kind"]) for line in lines] == [("2017", "measure"), ("2018-03-05", "act")]
    assert lines[0]["said_by"] == "the ministry"


def test_a_brief_has_a_note_for_every_sentence_and_nothing_of_a_later_day(tmp_path):
    desk = tieline.open(tmp_path / "ledger")
    told = desk.brief("RUS", "PRK").markdown()
    body, _, notes = told.partition("\n[^1]: ")
    numbers = [int(number) for number in re.findall(r"\[\^(\d+)\]", body)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert f"[^{numbers[-1]}]: " in notes
    assert (
        "North Korea's trade with Russia fell 11.4 percent to $92.34 million in 2014: its imports from Russia fell 14.9 percent to "
        "$82.17 million, while its exports to Russia rose 31.9 percent to $10.17 million.[^1]"
    ) in body
    assert "No dataset of events reports acts" in body
    early = desk.brief("RUS", "PRK", as_known_on="2015-03-17")
    assert "in 2014" not in early.markdown().partition("\n[^1]")[0]
    assert "in 2013" in early.html()
    periods = {line["date"] for line in desk.timeline("RUS", "PRK", as_known_on="2015-03-17").objects()}
    assert periods == {"2013"}
    with pytest.raises(MissingDataError, match="nothing of"):
        desk.brief("FJI", "MLT")


def with_datasets(desk, lasts, told):
    """Loads what Malta bought of Fiji and of Peru, a dataset for each value of 2017, and reads what a story told of it."""
    for name, last in lasts.items():
        rows = [f"{year},MLT,{two},{value}" for year, value in ((2016, 100), (2017, last)) for two in ("FJI", "PER")]
        Path(f"{name}.csv").write_text("\n".join(["year,importer,exporter,value_usd", *rows]))
        desk.load(f"{name}.csv", dataset=name)
    text = f"SUVA (News) -- Fiji's exports to Malta {told} in 2017, the ministry said."
    desk.read(Document(id="one", text=text, published=Period.parse("2018-03-01"), lang="en"))


def test_a_brief_hides_no_quarrel_of_the_sources_whether_it_was_recorded_or_not(desk):
    with_datasets(desk, {"a": 150, "b": 50}, "rose 50 percent")
    unrecorded = desk.brief("FJI", "MLT").markdown()
    assert "rose 50 percent in 2017” (one, 1 March 2018): the sources disagree. By a:" in unrecorded
    assert "is one on which the sources disagree." in unrecorded
    desk.check("one")
    assert desk.brief("FJI", "MLT").markdown() == unrecorded


def test_of_datasets_that_agree_a_brief_names_the_same_one_before_and_after_a_check(desk):
    with_datasets(desk, {name: 149 + at for at, name in enumerate("dcba")}, "fell 50 percent")
    unrecorded = desk.brief("FJI", "MLT").markdown()
    assert "grew 49.0% in 2017" in unrecorded
    assert "imports from Peru came to $150 in 2017, 100 percent of that from Fiji" in unrecorded
    desk.check("one")
    assert desk.brief("FJI", "MLT").markdown() == unrecorded


def test_the_order_in_which_files_are_loaded_changes_no_answer(tmp_path):
    many = [gdelt(58, str(at), f"201803{at % 28 + 1:02d}", *(("FJI", "MLT") if at % 2 else ("MLT", "FJI")), code)
            for at, code in enumerate(("040", "042", "036", "111") * 20)]  # fmt: skip
    files = {"a.CSV": "\n".join(many), "b.tab": "\n".join(ACTS)}
    for name, text in files.items():
        (tmp_path / name).write_text(text + "\n", encoding="utf-8")
    told = []
    for order in (sorted(files), sorted(files, reverse=True)):
        desk = tieline.open(tmp_path / f"ledger-{order[0]}", bundled=False)
        for name in order:
            desk.load(tmp_path / name)
        found = (desk.timeline("FJI", "MLT"), desk.ties("FJI", "MLT", by="week"), desk.shifts("FJI", "MLT", least=1))
        told.append([(each.objects(), each.notes, each.sql) for each in found])
    assert told[0] == told[1]


def test_a_brief_says_where_a_claim_without_a_time_is_held_against_a_year_long_over(tmp_path):
    desk = tieline.open(tmp_path / "ledger")
    for name, day in (("late", "2015-03-17"), ("soon", "2014-06-02")):
        text = "SEOUL (News) -- North Korea's trade with Russia is growing rapidly, officials said."
        desk.read(Document(id=name, text=text, published=Period.parse(day), lang="en"))
    for day, old in (("2015-03-17", True), ("2014-06-10", False)):
        told = desk.brief("RUS", "PRK", as_known_on=day).markdown()
        assert "grew 37.3% in 2013." in told
        assert ("names no time: the last such figures here are of 2013, none of" in told) == old


@pytest.mark.parametrize(
    ("years", "said"),
    [(range(2002, 2014), "too early to tell whether it lasts"), (range(2002, 2016), "and then fell back")],
)
def test_a_brief_calls_a_burst_short_only_where_later_years_show_it(desk, years, said):
    rows = [
        f"FJI,MLT,{year},{900 if year == 2013 else 20 + year % 3},0,0,0\nPER,CHL,{year},5000,0,0,0" for year in years
    ]
    Path("years.csv").write_text("i_iso3c,j_iso3c,year,verbCoop,matlCoop,verbConf,matlConf\n" + "\n".join(rows) + "\n")
    desk.load("years.csv")
    (line,) = [line for line in desk.brief("FJI", "MLT").markdown().splitlines() if line.startswith("Contact (")]
    assert "in 2013" in line
    assert said in line
    alone, among = desk.shifts("FJI", "MLT", by="year", with_none=True), desk.shifts(by="year", with_none=True)
    assert alone.objects() == [line for line in among.objects() if line["source"] == "FJI"]


VOTES = "FYNYNYAYNYYN,MYNYNYAYNYYY,PNYNAYYNNNNA"  # Fiji, Malta, Peru: yes, no, abstain


def test_votes_agree_beyond_chance_as_cohens_kappa_has_it(desk):
    """By hand from the table of the twelve votes that Fiji and Malta cast: 11 alike, one a no beside a yes."""
    words = {"Y": "yes", "N": "no", "A": "abstain"}
    rows = [
        f"{call},{name},{code},{words[vote]}"
        for (name, code), told in zip((("Fiji", "FJ"), ("Malta", "MT"), ("Peru", "PE")), VOTES.split(","), strict=True)
        for call, vote in enumerate(told[1:] + told[1], start=1)
    ]
    Path("un_votes.csv").write_text("rcid,country,country_code,vote\n" + "\n".join(rows) + "\n1,Namibia,NA,yes\n")
    early = desk.load("un_votes.csv")
    assert "roll calls" in early.problems[0].reason
    calls = "\n".join(f"{call},60,2005-03-{call:02d},A vote" for call in range(1, 13))
    Path("un_roll_calls.csv").write_text(f"rcid,session,date,short\n{calls}\n")
    desk.load("un_roll_calls.csv", "un_votes.csv")
    found = {x["dataset"]: x["value"] for x in desk.ties("FJI", "MLT", by="year", channel=["formal-ties"]).objects()}
    fiji, malta = ([{"Y": 0, "A": 1, "N": 2}[vote] for vote in told[1:] + told[1]] for told in VOTES.split(",")[:2])
    weight = [[1, 0.5, 0], [0.5, 1, 0.5], [0, 0.5, 1]]
    alike = sum(weight[a][b] for a, b in zip(fiji, malta, strict=True)) / 12
    chance = sum(weight[a][b] for a in fiji for b in malta) / 144
    assert found == {
        "un-votes-agreement": pytest.approx(alike, abs=1e-6),
        "un-votes-kappa": pytest.approx((alike - chance) / (1 - chance), abs=1e-6),
    }


def test_formal_ties_and_disputes_of_years(desk):
    Path("embassies.csv").write_text(
        "ccode1,ccode2,year,DR_at_1,DR_at_2,DE\n950,338,2000,1,0,1\n950,338,2005,0,0,0\n135,338,2005,1,1,1\n"
    )
    Path("mids.csv").write_text(
        "dispnum,ccode1,ccode2,year,hihost\n7,950,338,2003,4\n7,338,950,2003,2\n8,950,338,2003,3\n"
    )
    assert [len(desk.load(name).problems) for name in ("embassies.csv", "mids.csv")] == [0, 0]
    found = {(x["source"], x["dataset"], x["period"]): x["value"] for x in desk.ties("FJI", "MLT", by="year").objects()}
    assert (found["MLT", "cow-embassies", "2000"], found["FJI", "cow-embassies", "2005"]) == (1, 0)
    assert found["FJI", "cow-embassies", "2003"] is None  # a year that the table does not have
    assert found["FJI", "mids", "2003"] == 2
    (end,) = desk.shifts("FJI", "MLT", by="year", dataset=["cow-embassies"]).objects()
    assert (end["channel"], end["kind"], end["date"], end["before"], end["after"]) == (
        "formal-ties",
        "shift",
        "2005-01-01",
        1,
        0,
    )


def test_a_fall_of_a_share_of_trade_is_a_shift_of_trade_dependence(desk):
    rows = ["year,importer,exporter,value_usd"]
    for year, share in zip(range(2016, 2022), (30, 32, 31, 30, 12, 11), strict=True):
        rows += [f"{year},FJI,MLT,{share}", f"{year},FJI,PER,{100 - share}"]
    Path("flows.csv").write_text("\n".join(rows) + "\n")
    desk.load("flows.csv")
    found = [x for x in desk.shifts("FJI", "MLT", by="year").objects() if x["source"] == "FJI"]
    assert [(x["channel"], x["kind"], x["date"], x["after"]) for x in found] == [
        ("trade-dependence", "shift", "2020-01-01", 0.115)
    ]
    assert found == [x for x in desk.shifts("FJI", by="year").objects() if (x["source"], x["target"]) == ("FJI", "MLT")]
    with pytest.raises(UsageError, match="by year"):
        desk.shifts("FJI", "MLT", channel=["trade-dependence"])


@pytest.mark.parametrize(
    "asked",
    [
        "ties FJI MLT --by week",
        "shifts FJI MLT --by week --least 1",
        "pivot FJI --from MLT --to PER --around 2018-02",
        "timeline FJI MLT",
        "rank --by contact",
    ],
)
def test_explain_leads_to_the_acts(desk, asked):
    from click.testing import CliRunner  # noqa: PLC0415

    from tieline.cli.main import cli  # noqa: PLC0415

    later = icews("8", "2018-03-23", "Malta", "Fiji", "040")
    Path("events.tab").write_text("\n".join([*ACTS, later]) + "\n", encoding="utf-8")
    desk.load("events.tab")
    command = [*asked.split(), "--explain", "--ledger", "ledger", "--format"]
    shown = CliRunner().invoke(cli, [*command, "table"], catch_exceptions=False)
    told = CliRunner().invoke(cli, [*command, "jsonl"], catch_exceptions=False)
    assert (shown.exit_code, told.exit_code) == (0, 0)
    ids = {row["event_id"] for row in desk.ledger.query("SELECT event_id FROM events").to_pylist()}
    behind = {row["act"] for line in told.stdout.splitlines() for row in json.loads(line)["rows"]}
    assert behind <= ids
    if not asked.startswith("shifts"):
        assert behind
        assert "What is behind" in shown.stdout


def test_a_brief_as_json_has_every_sentence_with_its_note(tmp_path):
    desk = tieline.open(tmp_path / "ledger")
    told = json.loads(desk.brief("RUS", "PRK", explain=True).json())
    sentences = [one for section in told["sections"] for one in section["sentences"]]
    assert [one["number"] for one in sentences] == list(range(1, len(sentences) + 1))
    assert all(one["text"] and one["note"] for one in sentences)
    assert desk.ledger.query(told["sections"][-1]["sentences"][0]["note"]).num_rows >= 11


def test_a_brief_leaves_out_nothings_names_codes_and_quotes_a_few(desk):
    head = "location_id,partner_id,product_id,year,export_value,import_value,hs_eci,hs_coi,location_code,partner_code,hs_product_code"
    Path("atlas.csv").write_text(f"{head}\n1,2,3,2016,2583,0,0,0,FJI,MLT,283691\n")
    desk.load("atlas.csv")
    told = " ".join(
        f"Fiji's exports to Malta rose {at} percent in {1990 + at}, the ministry said." for at in range(11, 16)
    )
    desk.read(Document(id="one", text=f"SUVA (News) -- {told}", published=Period.parse("2018-03-01"), lang="en"))
    page = desk.brief("FJI", "MLT").markdown()
    assert "$0" not in page
    assert (
        "carbonates of sodium, lithium, calcium and the like (HS 283691) ($2,583); only some of that year's products are held here"
        in page
    )
    (answer,) = (line for line in page.splitlines() if line.startswith("- “Fiji's exports"))
    assert answer.count(", 1 March 2018)") == 3
    assert "and 2 more in the note" in answer
