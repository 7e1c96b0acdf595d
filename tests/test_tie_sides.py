"""Who did what to whom, and under whose name: sides of a visit, states and their continuators, rows that stand twice."""

import json
from datetime import date
from pathlib import Path

import duckdb
import numpy as np
import pytest

import tieline
from tieline.report.charts import ties_svg
from tieline.ties.actors import dated_code
from tieline.ties.pivots import _base_rate, pivot_of
from tieline.ties.series import Series
from tieline.ties.shifts import changes_of

HEAD = "date,source,relation,target,cameo,goldstein,quad,source_country,target_country"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tieline.open("ledger")


def coded(day, source, target, code, actor="Office"):
    return f"{day},{actor} ({source}),x,Cabinet ({target}),{code},1,VC,{source},{target}"


def load(desk, *rows):
    Path("named.csv").write_text("\n".join([HEAD, *rows]) + "\n")
    desk.load("named.csv")


def test_a_host_is_no_visitor_and_both_sides_of_a_report_are_one(desk):
    visits = [
        row
        for _ in range(4)
        for row in (coded("2018-06-01", "Fiji", "Malta", "042"), coded("2018-06-01", "Malta", "Fiji", "043"))
    ]
    more = [coded("2018-06-01", "Malta", "Fiji", "043")] * 2
    load(desk, *more, *visits, coded("2018-06-02", "Malta", "Fiji", "042"), coded("2018-06-02", "Fiji", "Malta", "040"))
    told = [
        (line["source"], line["target"], line["what"].split(" (")[0], line["reports"])
        for line in desk.timeline("FJI", "MLT").objects()
    ]
    assert told == [
        ("FJI", "MLT", "CONSULT: visit made", 6), ("FJI", "MLT", "CONSULT: consultation", 1), ("MLT", "FJI", "CONSULT: visit made", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "day", "told"),
    [
        ("YUG", "1991-06-30", "YUG"), ("SRB", "1970-01-01", "YUG"), ("YUG", "2000-11-01", "SRB"), ("SCG", "2004-01-01", "SRB"), ("SRB", "1900-01-01", "SRB"),
        ("SUN", "1985-01-01", "RUS"), ("RUS", "1985-01-01", "RUS"), ("CSK", "1990-01-01", "CSK"), (None, "1990-01-01", None),
    ],
)  # fmt: skip
def test_a_state_and_its_continuator_have_one_code_and_yugoslavia_its_own_by_date(code, day, told):
    sql = dated_code("code", "day")
    assert duckdb.execute(
        f"SELECT {sql} FROM (SELECT $1::VARCHAR AS code, $2::DATE AS day)", [code, day]
    ).fetchone() == (told,)


def test_votes_are_of_who_the_state_was_and_of_a_name_where_the_code_is_unknown(desk):
    calls, votes = ["rcid,session,date,short"], ["rcid,country,country_code,vote"]
    for year in (1985, 2001):
        for at in range(12):
            calls.append(f"{year}{at:02d},1,{year}-10-{at + 1:02d},a vote")
            votes += [
                f"{year}{at:02d},{name},{code},yes"
                for name, code in (("Yugoslavia", "YU"), ("Czechoslovakia", "CS"), ("Russia", "RU"))
            ]
    Path("calls.csv").write_text("\n".join(calls) + "\n")
    Path("votes.csv").write_text("\n".join(votes) + "\n")
    desk.load("calls.csv", "votes.csv")
    pairs = desk.ledger.query("SELECT DISTINCT period, source, target FROM tie_counts ORDER BY ALL").to_pylist()
    assert {(row["source"], row["target"]) for row in pairs if row["period"] == "1985"} == {
        ("CSK", "RUS"),
        ("CSK", "YUG"),
        ("RUS", "YUG"),
    }
    assert ("RUS", "SRB") in {(row["source"], row["target"]) for row in pairs if row["period"] == "2001"}


def test_a_number_of_the_publisher_is_one_row_and_a_blank_side_is_counted(desk):
    head = "Event ID\tEvent Date\tEvent Type\tEvent Mode\tActor Name\tActor Country\tRecipient Name\tRecipient Country"
    rows = ["a\t2018-03-05\tCONSULT\tvisit\tx\tFJI\ty\tMLT"] * 2
    rows += ["b\t2018-03-05\tACCUSE\t\t\t\ty\tMLT", "c\t2018-03-05\tACCUSE\t\t\t\t\t"]
    Path("pol.tsv").write_text("\n".join([head, *rows]) + "\n")
    (loaded,) = desk.load("pol.tsv")
    assert (loaded.rows, loaded.new) == (4, 1)
    assert any("1 row stands in it already" in note for note in loaded.notes)
    assert any("2 rows of actors that are no country" in note for note in loaded.notes)


def series(values, target="MLT", channel="contact", by="month", first=2010):
    at = np.array(values, dtype=float)
    starts = tuple(date(first + n // 12, n % 12 + 1, 1) for n in range(len(at)))
    ones = np.ones(len(at))
    return Series("icews", "FJI", target, channel, by, starts, at, ones * 100, ones, ones * 1000, at, at, at)


def test_the_level_before_a_burst_is_that_of_its_own_stretch():
    found = changes_of(
        series([10, 11, 9, 10, 11, 9, 10, 11, 9, 10, 11, 9, 60, 61, 59, 60, 300, 60, 61, 59, 60, 61, 60, 59])
    )
    shift, burst = (next(one for one in found if one.kind == kind) for kind in ("shift", "burst"))
    assert burst.before == shift.after == pytest.approx(60, abs=0.5)


def test_a_move_towards_the_old_partner_is_said_and_flat_channels_are_known():
    old, new = [5] * 12 + [20] * 12, [20] * 12 + [5] * 12
    deeds = [series([4] * 24, partner, "deeds") for partner in ("MLT", "PER")]
    found = pivot_of([series(old), series(new, "PER"), *deeds], "FJI", "MLT", "PER", date(2011, 1, 1))
    assert (found.outcome, found.said["moved"], found.said["moved_back"]) == ("no change", False, True)
    assert "towards Malta" in found.why
    assert (found.channels, found.said["agrees"]) == ({"deeds": 0}, False)


def test_a_base_rate_counts_moves_as_far_the_same_way():
    contact = {
        "MLT": series([20] * 12 + [20] * 12),
        "PER": series([20] * 24, "PER"),
        "CHL": series([20] * 12 + [2] * 12, "CHL"),
    }
    assert _base_rate(contact, "MLT", "PER", -1.0, date(2011, 1, 1))[0] < 0.5


def test_both_directions_of_a_channel_have_one_scale_and_a_single_year_no_panel():
    def line(dataset, source, target, year, value):
        return {
            "dataset": dataset,
            "source": source,
            "target": target,
            "channel": "contact",
            "period": str(year),
            "value": value,
            "exposure": 0,
            "coverage": 1,
        }

    lines = [
        line("d", *way, year, value)
        for way, value in ((("FJI", "MLT"), 50.0), (("MLT", "FJI"), 5.0))
        for year in (2010, 2011, 2012)
    ]
    drawn = ties_svg("x", [*lines, line("e", "FJI", "MLT", 2018, 3.0)])
    assert drawn.count(">50</text>") == 2
    assert ">5</text>" not in drawn
    assert "No panel: e (of 2018 alone)." in drawn


def test_a_brief_tells_the_largest_change_and_the_time_that_no_dataset_covers(desk):
    Path("years.csv").write_text(
        "i_iso3c,j_iso3c,year,verbCoop,matlCoop,verbConf,matlConf\n"
        + "".join(
            f"FJI,MLT,{year},{400 if year == 2008 else 40},5,4,3\nPER,CHL,{year},4000,500,40,30\n"
            for year in range(2002, 2015)
        )
    )
    desk.load("years.csv")
    load(
        desk,
        *(
            coded(f"2018-{month:02d}-{day:02d}", "Fiji", "Malta", "040")
            for month in range(1, 11)
            for day in range(1, 25)
        ),
    )
    sections = {
        one["title"]: [each["text"] for each in one["sentences"]]
        for one in json.loads(desk.brief("FJI", "MLT").json())["sections"]
    }
    assert any("2008" in text for text in sections["In short"])
    assert any("in 2015 to 2017: no event dataset" in text for text in sections["What is not known"])
    assert any("icews-years" in text and "coded by a program" in text for text in sections["What is not known"])
