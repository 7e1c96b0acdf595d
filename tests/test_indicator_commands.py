"""`tieline indicator` over a made world of 24 countries, held against sums taken straight from its rows."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest

from tieline.model.countries import countries
from tieline.model.errors import UsageError
from tieline.workspace import open_desk
from trade_samples import FIJI, MALTA, write
from trade_samples import row as figure

STATES = [one for one in countries() if one.kind == "state" and one.m49][:24]
CODES = [one.code for one in STATES]
A, B, C = CODES[:3]
GOODS = ("030289", "270900", "847130")


def value(year, i, j, k):
    """Thousand US dollars of country i to country j; 0 for what is not traded."""
    if i == j or (i + j + k) % 3 == 0:
        return 0
    return (7 * i + 5 * j + 11 * k + (year - 2019) * (3 * k + i)) % 97 + 1


ROWS = [
    (year, i, j, k, value(year, i, j, k))
    for year in (2019, 2020, 2021)
    for i in range(24)
    for j in range(24)
    for k in range(3)
    if value(year, i, j, k)
]


def total(year=2021, **which):
    place = {"i": 1, "j": 2, "k": 3}
    return sum(row[4] for row in ROWS if row[0] == year and all(row[place[n]] == v for n, v in which.items())) * 1000.0


def shares(year=2021, **which):
    whole = total(year, **which)
    return [total(year, k=k, **which) / whole for k in range(3)]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("indicators")
    for year in (2019, 2020, 2021):
        lines = [
            f"{t},{int(STATES[i].m49)},{int(STATES[j].m49)},{GOODS[k]},{v},NA" for t, i, j, k, v in ROWS if t == year
        ]
        (folder / f"BACI_HS17_Y{year}_V202401b.csv").write_text(
            "\n".join(["t,i,j,k,v,q", *lines]) + "\n", encoding="utf-8"
        )
    desk = open_desk(folder / "ledger", bundled=False)
    assert not desk.load(*(folder / f"BACI_HS17_Y{year}_V202401b.csv" for year in (2019, 2020, 2021))).problems
    return desk


def told(desk, name, *countries_, **asked):
    return {(x.indicator, x.flow, x.product, x.period): x.value for x in desk.indicator(name, *countries_, **asked)}


def test_against_the_world(desk):
    rca = (total(i=0, k=1) / total(i=0)) / (total(k=1) / total())
    found = told(desk, "rca", A, product="27", year=2021)
    assert found["rca", "exports", "27", "2021"] == pytest.approx(rca)
    assert found["rsca", "exports", "27", "2021"] == pytest.approx((rca - 1) / (rca + 1))
    nrca = total(i=0, k=1) / total() - total(i=0) * total(k=1) / total() ** 2
    assert found["nrca", "exports", "27", "2021"] == pytest.approx(nrca)
    assert len(told(desk, "rca", A, digits=6)) == 9
    for product, which in ((None, {}), ("27", {"k": 1})):
        expected = (total(i=0, j=1, **which) / total(i=0, **which)) / (total(j=1, **which) / total(**which))
        found = told(desk, "intensity", A, B, product=product)
        assert found["intensity", "exports", product, "2021"] == pytest.approx(expected)
    ours, theirs, bought = shares(i=0), shares(i=1), shares(j=1)
    assert told(desk, "similarity", A, B)["similarity", "exports", None, "2021"] == pytest.approx(
        sum(map(min, ours, theirs))
    )
    assert told(desk, "complementarity", A, B)["complementarity", "exports", None, "2021"] == pytest.approx(
        100 * (1 - sum(abs(m - x) for m, x in zip(bought, ours, strict=True)) / 2)
    )


def test_partners_and_dependency(desk):
    parts = [total(i=i, j=0, k=1) for i in range(24)]
    index = sum((part / sum(parts)) ** 2 for part in parts)
    found = told(desk, "dependency", A, product="27", year=2021)
    assert found["cdi1", "imports", "27", "2021"] == pytest.approx(index)
    assert found["cdi2", "imports", "27", "2021"] is None
    assert found["cdi3", "imports", "27", "2021"] == pytest.approx(sum(parts) / total(i=0, k=1))
    use = 9e6 + sum(parts) - total(i=0, k=1)
    made = told(desk, "dependency", A, product="27", year=2021, production=9e6, thresholds=(0, 0, 0))
    assert made["cdi2", "imports", "27", "2021"] == pytest.approx(sum(parts) / use)
    assert made["dependent", "imports", "27", "2021"] == 1
    of_all = [total(i=0, j=j) for j in range(24)]
    index = sum((part / sum(of_all)) ** 2 for part in of_all)
    spread = told(desk, "concentration", A, flow="exports")
    assert spread["hhi", "exports", None, "2021"] == pytest.approx(index)
    assert spread["effective-number", "exports", None, "2021"] == pytest.approx(1 / index)
    place = 1 + sum(part > of_all[1] for part in of_all)
    assert told(desk, "rank", A, B, flow="exports")["rank", "exports", None, "2021"] == place


def test_change_of_a_dyad(desk):
    old, new = (total(year, i=0, j=1) for year in (2020, 2021))
    moved = told(desk, "composition", A, B, flow="exports", year=2021)
    before, after = shares(2020, i=0, j=1), shares(2021, i=0, j=1)
    parts = told(desk, "contribution", A, B, flow="exports", year=2021)
    for k, good in enumerate(GOODS):
        key = ("exports", good[:2], "2021")
        assert moved.get(("composition-change", *key), 0) == pytest.approx(100 * (after[k] - before[k]))
        change = total(2021, i=0, j=1, k=k) - total(2020, i=0, j=1, k=k)
        assert parts.get(("contribution", *key), 0) == pytest.approx(100 * change / old)
    assert parts["growth", "exports", None, "2021"] == pytest.approx(100 * (new / old - 1))
    grown = told(desk, "growth", A, B, flow="exports")
    assert grown["growth", "exports", None, "2021"] == pytest.approx(100 * (new / old - 1))
    for when in ({"since": 2021}, {"year": 2021}):  # the year before is read for it
        assert told(desk, "growth", A, B, flow="exports", **when)["growth", "exports", None, "2021"] == pytest.approx(
            100 * (new / old - 1)
        )
    assert {key[3] for key in told(desk, "growth", A, B, flow="exports", since=2021)} == {"2021"}
    first = total(2019, i=0, j=1)
    assert grown["cagr", "exports", None, "2021"] == pytest.approx(100 * ((new / first) ** 0.5 - 1))
    assert told(desk, "balance", A, B)["balance", "", None, "2021"] == pytest.approx(new - total(i=1, j=0))
    (high, low) = desk.indicator("record", A, B, flow="exports")
    rivals = [year for year in (2019, 2020) if total(year, i=0, j=1) >= new]
    assert high.note.startswith(f"highest since {rivals[-1]}" if rivals else "highest on record") or rivals[-1:] == [
        2020
    ]
    assert (high.value, low.value) == (new, new)


def test_the_command_speaks_every_format_and_refuses(tieline, desk, monkeypatch, tmp_path):
    monkeypatch.setenv("TIELINE_LEDGER", str(desk.ledger.path))
    monkeypatch.setenv("COLUMNS", "80")
    call = ("indicator", "rca", A, "--product", "27")
    rows = list(csv.DictReader(io.StringIO(tieline(*call, "--format", "csv").stdout)))
    assert [row["indicator"] for row in rows] == ["rca", "rsca", "nrca"]
    table = tieline(*call, "--format", "table").stdout
    assert "Formula: RCA = (x_k / X) / (W_k / W)" in table
    assert max(map(len, table.splitlines())) <= 80
    (first, *_) = json.loads(tieline(*call, "--format", "json", "--explain").stdout)
    assert sum(row["value_usd"] for row in first["rows"]) == pytest.approx(total(i=0, k=1))
    assert "GROUP BY" in first["sql"][0]
    assert tieline(*call, "-o", str(tmp_path / "rca.xlsx")).exit_code == 0
    assert zipfile.is_zipfile(tmp_path / "rca.xlsx")
    for bad, code in (
        (("rca", A, B), 2), (("intensity", A), 2), (("dependency", A), 2), (("rca", A, "--year", "x"), 2), (("gravity", A), 2),
        (("rca", A, "--year", "2021", "--since", "2019"), 2), (("rca", A, "--year", "1950"), 4),
    ):  # fmt: skip
        assert tieline("indicator", *bad).exit_code == code, bad


def test_a_world_of_few_exporters_is_none(tmp_path):
    lines = [
        f"2021,{int(STATES[i].m49)},{int(STATES[j].m49)},270900,5,NA" for i in range(3) for j in range(3) if i != j
    ]
    (tmp_path / "BACI_HS17_Y2021_V202401b.csv").write_text("\n".join(["t,i,j,k,v,q", *lines]) + "\n", encoding="utf-8")
    desk = open_desk(tmp_path / "ledger", bundled=False)
    desk.load(tmp_path / "BACI_HS17_Y2021_V202401b.csv")
    with pytest.raises(Exception, match="with 3 exporters it has no world") as error:
        desk.indicator("rca", A)
    assert getattr(error.value, "exit_code", None) == 4


def test_a_world_of_totals_by_sitc_code(tmp_path):
    rows = [
        (code, good, value(2020, i, 1, k)) for i, code in enumerate(CODES) for k, good in enumerate(("0611", "3330"))
    ]
    table = tmp_path / "goods_avg_1998_2000_sitc4.csv"
    table.write_text("country,product,value\n" + "".join(f"{a.lower()},{b},{c}\n" for a, b, c in rows if c))
    desk = open_desk(tmp_path / "ledger", bundled=False)
    assert not desk.load(table).problems
    x = {(a, b): c for a, b, c in rows}
    who = next(code for code in CODES if x[code, "0611"] and x[code, "3330"])
    own, good = sum(x[who, g] for g in ("0611", "3330")), sum(x[code, "3330"] for code in CODES)
    expected = (x[who, "3330"] / own) / (good / sum(x.values()))
    (line,) = (one for one in desk.indicator("rca", who, product="SITC 333") if one.indicator == "rca")
    assert (line.value, line.period, line.classification) == (pytest.approx(expected), "1998/2000", "SITC")
    by_section = {one.product: one for one in desk.indicator("rca", who) if one.indicator == "rca"}
    assert by_section["3"].value == pytest.approx(expected)  # the table has no HS codes: sections of the SITC answer
    shares_of = {one.product: one.value for one in desk.indicator("composition", who, digits=3, flow="exports")}
    assert shares_of["333"] == pytest.approx(x[who, "3330"] / own)
    with pytest.raises(UsageError, match="no SITC code"):
        desk.indicator("rca", who, product="SITC oil")


def test_a_bloc_is_one_country_of_the_world(tmp_path):
    states = [each for each in STATES if each.code not in {"BEL", "LUX"}][:22]
    states = [one for one in countries() if one.code in {"BEL", "LUX"}] + states
    rows = [(i, j, k, value(2021, i, j, k)) for i in range(24) for j in range(24) for k in range(3)]
    path = tmp_path / "BACI_HS17_Y2021_V202401b.csv"
    lines = [f"2021,{int(states[i].m49)},{int(states[j].m49)},{GOODS[k]},{v},NA" for i, j, k, v in rows if v]
    path.write_text("\n".join(["t,i,j,k,v,q", *lines]) + "\n", encoding="utf-8")
    desk = open_desk(tmp_path / "ledger", bundled=False)
    desk.load(path)

    def traded(**which):
        outside = [row for row in rows if not (row[0] < 2 and row[1] < 2)]
        return sum(v for i, j, k, v in outside if all({"i": i < 2, "j": j, "k": k}[n] == x for n, x in which.items()))

    (line,) = (one for one in desk.indicator("rca", "BLX", product="27") if one.indicator == "rca")
    assert line.value == pytest.approx((traded(i=True, k=1) / traded(i=True)) / (traded(k=1) / traded()))
    (line,) = desk.indicator("intensity", "BLX", states[5].code)
    expected = (traded(i=True, j=5) / traded(i=True)) / (traded(j=5) / traded())
    assert line.value == pytest.approx(expected)


SIX = ("BEL", "DEU", "FRA", "ITA", "LUX", "NLD")
WIDE = ("010121", "270900", "271000", "847130", "970100")


def wide_value(year, i, j, k):
    return (13 * year + 7 * i + 5 * j + 3 * k) % 41 * (i != j) * (year != 2020 or k != 2)


@pytest.fixture(scope="module")
def six(tmp_path_factory):
    """A ledger of six members of a bloc and two countries outside, beside the bundled figures; the rows, values by place."""
    folder, names, years = tmp_path_factory.mktemp("six"), [*SIX, "PER", "FJI"], (2018, 2019, 2020, 2021)
    rows = [(t, i, j, k, wide_value(t, i, j, k)) for t in years for i in range(8) for j in range(8) for k in range(5)]
    m49 = [int(next(str(one.m49) for one in countries() if one.code == name)) for name in names]
    for year in years:
        text = [f"{t},{m49[i]},{m49[j]},{WIDE[k]},{v},NA" for t, i, j, k, v in rows if t == year and v]
        (folder / f"BACI_HS17_Y{year}_V202401b.csv").write_text("\n".join(["t,i,j,k,v,q", *text]) + "\n")
    desk = open_desk(folder / "ledger")
    assert not desk.load(*sorted(folder.glob("*.csv"))).problems
    return desk, rows


@pytest.mark.parametrize("most", [1, 10**6])
@pytest.mark.parametrize(("reporter", "of"), [("EU6", range(6)), ("DEU", [1])])
def test_a_year_that_is_asked_in_parts_is_the_sum_of_its_rows(six, monkeypatch, most, reporter, of):
    monkeypatch.setattr("tieline.trade.figures.slices.MOST", most)
    desk, rows = six

    def expected(year, flow):
        sums = [0] * 5
        for t, i, j, k, v in rows:
            ours, theirs = (i, j) if flow == "exports" else (j, i)
            if t == year and ours in of and theirs not in of:
                sums[k] += v
        return {WIDE[k]: v / sum(sums) for k, v in enumerate(sums) if v}

    for since, base in ((2018, 2018), (None, 2020)):
        for flow in ("exports", "imports"):
            found = desk.indicator("composition", reporter, digits=6, since=since, flow=flow, dataset="baci-hs17")
            now, then = expected(2021, flow), expected(base, flow)
            got = {x.product: x.value for x in found if x.indicator == "share"}
            assert got == pytest.approx(now)
            moved = {x.product: x.value for x in found if x.indicator == "composition-change"}
            assert moved == pytest.approx({k: 100 * (now.get(k, 0) - then.get(k, 0)) for k in {*now, *then}})
            (alike,) = [x for x in found if x.indicator == "similarity"]
            assert (alike.note, alike.value) == (
                f"with {base}",
                pytest.approx(sum(min(now[k], then.get(k, 0)) for k in now)),
            )
            asked = [row for sql in found.sql for row in desk.ledger.query(sql).to_pylist()]
            own = max(row["own"] for row in asked if row["flow"] == flow)
            sums = [0.0] * 5
            for row in asked:
                if (row["flow"], row["period"], row["own"]) == (flow, "2021", own) and row["whose"] != "group":
                    sums[WIDE.index(row["goal"])] += row["value_usd"]
            assert {WIDE[k]: v / sum(sums) for k, v in enumerate(sums) if v} == pytest.approx(now)
            (line,) = [x for x in found if x.indicator == "share" and x.product == WIDE[0]]
            parts = found.sql_of(line)
            in_parts = most == 1 and reporter == "DEU"  # of a bloc all partners are one line, however many the rows
            assert len(parts) < len(found.sql) if in_parts else parts == found.sql
    every = desk.indicator("composition", reporter, digits=6, flow="exports", product="01-85")
    two = {k: v for k, v in expected(2021, "exports").items() if k < "86"}
    assert {x.product: x.value for x in every if x.indicator == "share"} == pytest.approx(
        {k: v / sum(two.values()) for k, v in two.items()}
    )


@pytest.mark.parametrize("most", [1, 10**6])
@pytest.mark.parametrize("product", [WIDE[0], "84", "01-85", f"{WIDE[1]},{WIDE[2]}"])
def test_a_blocs_products_are_those_of_its_members_with_outsiders(six, monkeypatch, most, product):
    """With the world and with each partner: sums of the rows as they were written, worked out without a query."""
    monkeypatch.setattr("tieline.trade.figures.slices._MANY", most)
    desk, rows = six
    first, last = product.split("-") if "-" in product else ("", "")
    of = [k for k, code in enumerate(WIDE) if first <= code[:2] <= last or code.startswith(tuple(product.split(",")))]
    sold = {}
    for t, i, j, k, v in rows:
        if k in of and v and (i < 6) != (j < 6):
            flow, other = ("exports", j) if i < 6 else ("imports", i)
            for of_whom in ("WLD", ["PER", "FJI"][other - 6]):
                key = (flow, of_whom, str(t))
                sold[key] = sold.get(key, 0) + 1000 * v
    whole = desk.trade("EU6", "WLD", product=product, dataset="baci-hs17")
    exports = {x.period: x.value_usd for x in whole if x.flow == "exports" and x.value_usd is not None}
    assert exports == {period: v for (flow, who, period), v in sold.items() if (flow, who) == ("exports", "WLD")}
    asked = desk.ledger.query(whole.sql[0]).to_pylist()
    assert {x["period"]: x["value_usd"] for x in asked if x["flow"] == "exports"} == exports
    for year in ("2019", "2021"):
        shown = desk.partners("EU6", product=product, year=year, dataset="baci-hs17")
        found = {(x.flow, x.partner, x.period): x.value_usd for x in shown}
        assert found == {key: v for key, v in sold.items() if key[1] != "WLD" and key[2] == year}
    share = {
        (x.flow, x.period): x.share
        for x in desk.dependence("EU6", "PER", product=product, dataset="baci-hs17")
        if x.reporter == "EU6"
    }
    assert share == pytest.approx(
        {(flow, t): v / sold[flow, "WLD", t] for (flow, who, t), v in sold.items() if who == "PER"}
    )


@pytest.mark.parametrize("who", ["EU", "BLX"])
def test_one_reporter_of_two_members_is_part_of_a_bloc(tmp_path, who):
    """In 1995 statistics have Belgium-Luxembourg as one reporter: in the world it stands for both, and is there once."""
    old = {"AUT", "DEU", "DNK", "ESP", "FIN", "FRA", "GBR", "GRC", "IRL", "ITA", "NLD", "PRT", "SWE"}
    numbers = {one.code: int(one.m49) for one in countries() if one.m49 and one.code in {*old, "BLX"}}
    others = [one for one in countries() if one.kind == "state" and one.m49 and one.code not in {*old, "BEL", "LUX"}][
        :22
    ]
    numbers |= {one.code: int(one.m49) for one in others}
    mine, names = ({*old, "BLX"} if who == "EU" else {"BLX"}), sorted(numbers)
    rows = [(i, j, k, value(1995, a, b, k)) for a, i in enumerate(names) for b, j in enumerate(names) for k in range(3)]
    path = tmp_path / "BACI_HS92_Y1995_V202401b.csv"
    lines = [f"1995,{numbers[i]},{numbers[j]},{GOODS[k]},{v},NA" for i, j, k, v in rows if v and i != j]
    path.write_text("\n".join(["t,i,j,k,v,q", *lines]) + "\n", encoding="utf-8")
    desk = open_desk(tmp_path / "ledger", bundled=False)
    desk.load(path)
    outside = [(i in mine, k, v) for i, j, k, v in rows if i != j and not {i, j} <= mine]
    own, all_ = ([v for m, k, v in outside if m and k in ks] for ks in ((1,), (0, 1, 2)))
    world = sum(v for _, k, v in outside if k == 1) / sum(v for *_, v in outside)
    (line,) = (one for one in desk.indicator("rca", who, product="27") if one.indicator == "rca")
    assert line.value == pytest.approx(sum(own) / sum(all_) / world)


def test_figures_of_all_goods_are_not_held_against_those_of_some(tmp_path, monkeypatch):
    """An extract of wood for 2019 and 2020 beside totals of 2021 and 2022: by hand +50% on 2021, no growth from wood to all."""
    monkeypatch.chdir(tmp_path)
    desk = open_desk("ledger", bundled=False)
    wood = [figure(year, FIJI, "M", MALTA, 2, "4403") for year in ("2019", "2020")]
    whole = [
        figure("2021", FIJI, "M", MALTA, 200),
        figure("2022", FIJI, "M", MALTA, 300),
        figure("2022", FIJI, "X", MALTA, 120),
    ]
    desk.load(write("a.csv", [*wood, *whole]))
    found = desk.indicator("growth", "FJI", "MLT")
    assert [(x.indicator, x.period, round(x.value)) for x in found if x.value is not None] == [
        ("growth", "2022", 50), ("cagr", "2022", 50),
    ]  # fmt: skip
    assert any("2019 to 2020 only some products" in note for note in found.notes)
    record = [x for x in desk.indicator("record", "FJI", "MLT") if (x.flow, x.indicator) == ("imports", "record-high")]
    assert [x.note.split(";")[0] for x in record] == ["highest on record, from 2021"]
    balance = desk.indicator("balance", "FJI", "MLT")
    assert [(x.period, x.value, x.flags) for x in balance if x.indicator == "balance"] == [("2022", -180.0, ())]


def made_world(tmp_path, codes):
    """22 exporters, each to all others: what is exported of each code hangs on the exporter and the code."""
    rows = [
        figure("2020", str(int(one.m49)), "X", str(int(two.m49)), codes[code](i), code)
        for i, one in enumerate(STATES[:22]) for two in STATES[:22] if one != two for code in codes
    ]  # fmt: skip
    desk = open_desk(tmp_path / "ledger", bundled=False)
    assert not desk.load(write(str(tmp_path / "world.csv"), rows)).problems
    return desk


PART = "some-codes-only"


def test_advantage_is_held_against_all_exports_where_they_are_stated(tmp_path):
    """Of 21 x 100 each, the first one sells 21 x 30 of chapter 27 and all others 21 x 10: (30 / 100) / (240 / 2,200) = 2.75."""
    chapter = {"27": lambda i: 10 if i else 30, "2709": lambda i: 5 if i else 3}
    desk = made_world(tmp_path, {"TOTAL": lambda _: 100, **chapter})
    for goods, digits, expected in (("27", None, 2.75), (None, 2, 2.75), ("2709", None, 3 * 22 / 108)):
        (line,) = (one for one in desk.indicator("rca", A, product=goods, digits=digits) if one.indicator == "rca")
        assert (line.value, line.flags) == (pytest.approx(expected), ())
    (line,) = desk.indicator("intensity", A, B)
    assert (line.value, line.flags) == (pytest.approx(21 * 22 / (21 * 21)), ())


def test_without_a_total_all_exports_are_the_widest_codes_each_once(tmp_path):
    """27 and 8703, of which 870323 is a part: the first one sells 30 + 20 to each, all others 10 + 40."""
    codes = {"27": lambda i: 10 if i else 30, "8703": lambda i: 40 if i else 20, "870323": lambda _: 7}
    desk = made_world(tmp_path, codes)
    (line,) = (one for one in desk.indicator("rca", A, product="8703") if one.indicator == "rca")
    assert line.value == pytest.approx((20 / 50) / (860 / 1100))
    assert line.flags == ("sum-of-codes", PART)
    (line,) = (one for one in desk.indicator("rca", A, digits=4) if one.indicator == "rca")
    assert (line.product, line.value) == ("8703", pytest.approx((20 / 50) / (860 / 1100)))
    (line,) = desk.indicator("intensity", A, B)  # 50 of 21 x 50, against 21 x 50 of 22 x 21 x 50
    assert (line.value, line.flags) == (pytest.approx(21 * 22 / (21 * 21)), ("sum-of-codes", PART))
    assert "50 of 1,050 USD, against 1,050 of 23,100 USD" in line.note
    (line,) = desk.indicator("intensity", A, B, product="87")
    assert "20 of 420 USD, against 820 of 18,060 USD" in line.note


def test_what_others_buy_of_a_country_is_not_all_its_exports(tmp_path):
    """The first one buys 60 and 40, a third buys 10 of it: what it sells is not known until it says so itself (50)."""
    one, two, three = (str(int(each.m49)) for each in STATES[:3])
    rows = [("M", one, two, 60), ("M", one, three, 40), ("M", three, one, 10)]
    table = [figure("2020", who, flow, other, usd, "4403") for flow, who, other, usd in rows]
    desk = open_desk(tmp_path / "ledger", bundled=False)
    assert not desk.load(write(str(tmp_path / "a.csv"), table)).problems
    limits = {"thresholds": (0, 0, 0), "production": 20}
    found = {x.indicator: (x.value, x.note) for x in desk.indicator("dependency", A, product="4403", **limits)}
    unknown = (None, "the dataset has no exports of its own to hold them against")
    assert found["cdi1"][0] == pytest.approx(0.52)
    assert (found["cdi2"], found["cdi3"], found["dependent"][0]) == (unknown, unknown, None)
    more = write(str(tmp_path / "b.csv"), [figure("2020", one, "X", two, 50, "4403")])
    assert not desk.load(more).problems
    found = {x.indicator: x.value for x in desk.indicator("dependency", A, product="4403", **limits)}
    assert found == {"cdi1": pytest.approx(0.52), "cdi2": 1, "cdi3": 2, "dependent": 1}
