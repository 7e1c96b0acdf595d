"""Every layout of statistics, each with a few rows of our own: what becomes of them, to the dollar, with their lines."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tieline.model.errors import UnreadableInputError, UsageError
from tieline.trade import load_flows

SHARED = Path(__file__).parents[2] / "shared/data/trade"
V1 = (
    "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,partnerCode,"
    "partnerISO,partnerDesc,partner2Code,classificationCode,cmdCode,customsCode,mosCode,motCode,qtyUnitCode,qtyUnitAbbr,qty,"
    "isQtyEstimated,netWgt,isNetWgtEstimated,cifvalue,fobvalue,primaryValue,isReported,isAggregate"
)


def v1(
    flow="M", partner="408", code="27", value="10", cif="10", fob="", more="0,C00,0,0", unit="8,kg", qty="4", wgt="4"
):
    partner2, customs, mos, mot = more.split(",")
    return (
        f"C,A,20220101,2022,52,2022,156,CHN,China,{flow},x,{partner},XXX,X,{partner2},H6,{code},{customs},{mos},{mot},{unit},{qty},"
        f"False,{wgt},True,{cif},{fob},{value},True,False"
    )  # fmt: skip


OLD = (
    "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,Reporter,"
    "Reporter ISO,Partner Code,Partner,Partner ISO,2nd Partner Code,2nd Partner,2nd Partner ISO,Customs Proc. Code,Customs,"
    "Mode of Transport Code,Mode of Transport,Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Alt Qty Unit Code,Alt Qty Unit,"
    "Alt Qty,Netweight (kg),Gross weight (kg),Trade Value (US$),CIF Trade Value (US$),FOB Trade Value (US$),Flag\n"
    'H3,2010,201003,"March 2010",2,0,2,Exports,643,"Russian Federation",RUS,408,"Dem. People\'s Rep. of Korea",PRK,,,,,,,,27,'
    '"Mineral fuels, oils",8,"Weight in kilograms",5,,,,5,,1234,,1234,0\n'
)

CASES = {
    "comtrade": (
        "TradeData [2023-07-13].csv",
        "\n".join(
            [
                V1,
                v1(),
                v1("X", "410", "TOTAL", "7.5", "", "7.5", unit="-1,N/A", qty="0", wgt="0"),
                v1("RX", more="276,C00,0,0"),
                v1("M", "156", value="0", cif="0", more="0,C01,0,1000"),
            ]
        ),
        ("comtrade", "2023-07-13"),
        [
            {"reporter": "CHN", "partner": "PRK", "flow": "imports", "hs": "27", "hs_edition": "H6", "value_usd": 10.0,
             "valuation": "CIF", "quantity": 4.0, "quantity_unit": "kg", "net_kg": 4.0, "flags": "weight-estimated",
             "detail": "", "period": "2022", "basis": "reported", "line": 2},
            {"partner": "KOR", "flow": "exports", "hs": "", "code": "", "value": 7.5, "valuation": "FOB", "quantity": None,
             "quantity_unit": None, "net_kg": None, "product": None, "line": 3},
            {"flow": "re-exports", "detail": "partner2=276"},
            {"partner": "CHN", "flow": "imports", "value_usd": 0.0, "detail": "customs=C01 mot=1000"},
        ],
    ),
    "comtrade-old": (
        "old.csv", OLD, ("comtrade", ""),
        [{"reporter": "RUS", "partner": "PRK", "flow": "exports", "period": "2010-03", "freq": "M", "hs": "27", "hs_edition": "H3",
          "value_usd": 1234.0, "valuation": "FOB", "net_kg": 5.0, "quantity": 5.0, "quantity_unit": "kg"}],
    ),
    "comtrade-table": (
        "t.csv", "reporter_iso,flow_desc,partner_iso,cmd_code,primary_value,ref_year\nFRA,Import,RUS,4705,2.5,2021\nFRA,Re-export,XX ,44,1,2021\n",
        ("comtrade", ""),
        [{"reporter": "FRA", "partner": "RUS", "flow": "imports", "hs": "4705", "value_usd": 2.5, "valuation": "unknown"},
         {"partner": "SPECIAL", "flow": "re-exports", "hs": "44"}],
    ),
    "wits": (
        "w.csv", ("nomenclature,reporteriso3,productcode,reportername,partneriso3,partnername,year,tradeflowname,tradevaluein1000usd\n"
        "H3,TZA,10110,Tanzania,NAM,Namibia,2011,Export,2.371\nH3,TZA,Total,Tanzania,WLD,World,2011,Import,5\n"),
        ("wits", ""),
        [{"partner": "NAM", "hs": "010110", "hs_edition": "H3", "value_usd": 2371.0, "flow": "exports"},
         {"partner": "WLD", "hs": "", "value_usd": 5000.0, "product": None}],
    ),
    "atlas": (
        "a.csv", ("location_id,partner_id,product_id,year,export_value,import_value,hs_eci,hs_coi,location_code,partner_code,hs_product_code\n"
        "1,2,3,2015,6405,0,0.1,0.1,AUS,ARE,283691\n"), ("atlas-h0", ""),
        [{"reporter": "AUS", "partner": "ARE", "flow": "exports", "value_usd": 6405.0, "hs": "283691", "hs_edition": "H0", "basis": "reconciled"},
         {"flow": "imports", "value_usd": 0.0}],
    ),
    "atlas-new": (
        "a.csv", ("country_id,country_iso3_code,partner_country_id,partner_iso3_code,product_id,product_hs12_code,year,export_value,import_value,pci\n"
        "1,RUS,2,PRK,9,2709,2020,12,,1\n"), ("atlas-h4", ""),
        [{"reporter": "RUS", "partner": "PRK", "flow": "exports", "value_usd": 12.0, "hs": "2709", "hs_edition": "H4"}],
    ),
    "unctad": (
        "u.csv", "year,exporter,importer,sitc,value_thousand_usd\n2005,KoreaDemPeoples,RussianFederation,SITC3_MineralFuels,1.5\n2005,Viet Nam,Guinea,All,2\n",
        ("unctad-matrix", ""),
        [{"reporter": "PRK", "partner": "RUS", "classification": "SITC", "code": "3", "hs": "", "product": "SITC 3", "value_usd": 1500.0},
         {"reporter": "VNM", "partner": "GIN", "code": "", "product": None, "value_usd": 2000.0}],
    ),
    "cow": (
        "Dyadic_COW_4.0.csv", "ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1\n365,731,1985,Russia,North Korea,12.5,-9,1\n365,731,2010,Russia,North Korea,0,3,1\n",
        ("cow-trade", ""),
        [{"reporter": "SUN", "partner": "PRK", "flow": "imports", "value_usd": 12.5e6, "flags": ""},
         {"reporter": "PRK", "partner": "SUN", "value_usd": None, "flags": "missing"},
         {"reporter": "RUS", "value_usd": 0.0, "flags": ""}, {"reporter": "PRK", "partner": "RUS", "value_usd": 3e6}],
    ),
    "oec": (
        "o.tsv", "year\torigin\tdest\ths92\texport_val\timport_val\n1997\trus\tprk\t2709\t12.0\tNULL\n", ("oec", ""),
        [{"reporter": "RUS", "partner": "PRK", "flow": "exports", "hs": "2709", "hs_edition": "H0", "value_usd": 12.0}],
    ),
    "oec-api": (
        "oec_hs92.csv", ("Year,Exporter Country ID,Exporter Country,Importer Country ID,Importer Country,HS4 ID,HS4,Trade Value,Quantity\n"
        "2019,eurus,Russia,asprk,North Korea,52709,Crude Petroleum,44,1\n"), ("oec", ""),
        [{"reporter": "RUS", "partner": "PRK", "flow": "exports", "hs": "2709", "hs_edition": "H0", "value_usd": 44.0}],
    ),
    "baci": (
        "BACI_HS17_Y2022_V202401b.csv", "t,i,j,k,v,q\n2022,643,408,10110,1.5,0.25\n2022,408,643,870323,2,           NA\n2022,490,516,270900,3,NA\n",
        ("baci-hs17", "2024-01b"),
        [{"reporter": "RUS", "partner": "PRK", "flow": "exports", "hs": "010110", "hs_edition": "H5", "value_usd": 1500.0, "net_kg": 250.0,
          "valuation": "FOB", "basis": "reconciled", "line": 2},
         {"reporter": "PRK", "partner": "RUS", "hs": "870323", "value_usd": 2000.0, "net_kg": None},
         {"reporter": "TWN", "partner": "NAM", "value": 3000.0, "unit": "USD"}],
    ),
    "pair-totals": (
        "mine.csv", "year,importer,exporter,value_usd\n1963,ARG,DEU,9\n1963,ARG,FDR,8\n1963,FRA,FDR,7\n", ("mine", ""),
        [{"partner": "DEU", "value": 9.0, "detail": ""}, {"partner": "DEU", "value": 8.0, "detail": "exporter=FDR"},
         {"reporter": "FRA", "partner": "DEU", "value": 7.0, "detail": ""}],
    ),
    "country-products": (
        "goods_avg_1998_2000_sitc4.csv", "country,product,value\nfji,0611,30\nmlt,7764,5.5\n", ("goods_avg_1998_2000_sitc4", ""),
        [{"reporter": "FJI", "partner": "WLD", "flow": "exports", "period": "1998/2000", "classification": "SITC", "code": "0611",
          "value_usd": 30.0, "flags": "average", "freq": "A"}, {"reporter": "MLT", "code": "7764", "value_usd": 5.5}],
    ),
}  # fmt: skip


def rows_of(path, **options):
    loading = load_flows(path, **options)
    rows = [row for table in loading.tables for row in table.to_pylist()]
    return loading, rows


def write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def shown(rows, expected):
    return [{name: row[name] for name in few} for row, few in zip(rows, expected, strict=True)]


@pytest.mark.parametrize(("layout", "case"), CASES.items(), ids=CASES)
def test_rows_become_flows(tmp_path, layout, case):
    name, text, (dataset, vintage), expected = case
    loading, rows = rows_of(write(tmp_path, name, text))
    assert (loading.layout, loading.dataset, loading.problems) == (layout, dataset, [])
    assert {row["vintage"] for row in rows} == {vintage}
    assert shown(rows, expected) == expected
    assert all(row["origin"] == f"{name}:{row['line']}" for row in rows)


@pytest.mark.parametrize("layout", CASES)
@pytest.mark.parametrize(
    "how", ["bom", "crlf", "turned", "blank lines", "gz", "bz2", "xz", "parquet", "trailing comma"]
)
def test_the_same_rows_however_the_file_is_written(tmp_path, layout, how):
    name, text, _, expected = CASES[layout]
    delimiter = "\t" if name.endswith(".tsv") else ","
    lines = text.strip().split("\n")
    if how in {"turned", "parquet"}:
        if '"' in text:
            pytest.skip("quoted")
        cells = [line.split(delimiter)[::-1] for line in lines]
    if how == "bom":
        path = write(tmp_path, name, "\ufeff" + text)
    elif how == "crlf":
        path = write(tmp_path, name, "\r\n".join(lines))
    elif how == "turned":
        path = write(tmp_path, name, "\n".join(delimiter.join(row) for row in cells))
    elif how == "blank lines":
        path = write(tmp_path, name, "\n\n" + "\n\n".join(lines) + "\n\n")
    elif how == "trailing comma":
        path = write(tmp_path, name, "\n".join([lines[0], *(line + delimiter for line in lines[1:])]))
    elif how == "gz":
        path = write(tmp_path, name + ".gz", gzip.compress(text.encode()))
    elif how in {"bz2", "xz"}:
        path = write(tmp_path, f"{name}.{how}", {"bz2": bz2, "xz": lzma}[how].compress(text.encode()))
    else:
        path = tmp_path / (name.rsplit(".", 1)[0] + ".parquet")
        pq.write_table(pa.table(dict(zip(cells[0], zip(*cells[1:], strict=True), strict=True))), path)
    loading, rows = rows_of(path)
    assert (loading.layout, loading.problems) == (layout, [])
    expected = [{key: value for key, value in row.items() if key != "line"} for row in expected]
    assert shown(rows, expected) == expected


def test_an_answer_of_the_api(tmp_path):
    row = dict(zip(V1.split(","), v1().split(","), strict=True)) | {
        "primaryValue": 10.0,
        "cifvalue": 10,
        "fobvalue": None,
    }
    path = write(tmp_path, "answer.json", json.dumps({"elapsedTime": "1 s", "count": 1, "data": [row], "error": ""}))
    loading, (flow,) = rows_of(path)
    assert (loading.layout, loading.problems, flow["value_usd"], flow["valuation"]) == ("comtrade", [], 10.0, "CIF")


MAPPING = """
dataset = "kaz-customs"
publisher = "Customs"
vintage = "2022-02-01"
reporter = "KAZ"
partner = { column = "Страна" }
flow = { column = "Напр", words = { "ИМ" = "imports", "ЭК" = "exports" } }
period = { column = "Месяц", form = "%m/%Y" }
code = { column = "ТНВЭД", digits = 10 }
edition = "H5"
value = { column = "Стоимость", unit = { column = "Валюта" }, thousands = true }
net_kg = "Нетто"
valuation = { imports = "CIF", exports = "FOB" }
adds_up = true
missing = [-9]
[rates]
source = "National Bank"
KZT.2021 = 0.0025
KZT."2021-03" = 0.002
"""
CUSTOMS = (
    "Страна;Напр;Месяц;ТНВЭД;Стоимость;Валюта;Нетто\n"
    "RU;ИМ;02/2021;401100000;1 000,5;KZT;1\n"
    "RU;ИМ;02/2021;401100000;2;KZT;2\n"
    "Germany;ЭК;03/2021;2709009009;100;KZT;\n"
    "Germany;ЭК;04/2021;2709009009;100;USD;\n"
    "Germany;ЭК;05/2021;2709009009;7;GEL;\n"
    "Germany;ЭК;06/2021;2709009009;-9;USD;\n"
)


@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_a_table_of_ones_own_by_a_mapping(tmp_path, charset):
    path = write(tmp_path, "customs.csv", CUSTOMS.encode(charset))
    _, rows = rows_of(path, mapping=write(tmp_path, "map.toml", MAPPING))
    expected = [
        {"reporter": "KAZ", "partner": "RUS", "flow": "imports", "period": "2021-02", "hs": "0401100000", "unit": "KZT",
         "value": 1_002_500.0, "rate": 0.0025, "value_usd": 2506.25, "rate_source": "National Bank", "net_kg": 3.0,
         "valuation": "CIF", "line": 2, "dataset": "kaz-customs", "vintage": "2022-02-01"},
        {"partner": "DEU", "flow": "exports", "period": "2021-03", "rate": 0.002, "value_usd": 200.0, "valuation": "FOB"},
        {"period": "2021-04", "rate": 1.0, "value_usd": 100_000.0},
        {"unit": "GEL", "value": 7000.0, "rate": None, "value_usd": None},
        {"period": "2021-06", "value": None, "flags": "missing"},
    ]  # fmt: skip
    assert shown(rows, expected) == expected


def test_a_mapping_makes_a_period_of_two_columns_and_names_the_decimal_mark(tmp_path):
    path = write(
        tmp_path,
        "customs.csv",
        "Land;Richtung;Jahr;Monat;Wert;Geld\nRU;E;2023;1;1.234,5;EUR\nRU;A;2023;März;1.234;USD\n",
    )
    mapping = write(
        tmp_path, "map.toml",
        'decimal = ","\nreporter = "DEU"\npartner = { column = "Land" }\nflow = { column = "Richtung", words = { "E" = "imports", "A" = "exports" } }\n'
        'period = { columns = ["Jahr", "Monat"], form = "%Y %m", words = { "März" = "3" } }\n'
        'value = { column = "Wert", unit = { column = "Geld" } }\nvaluation = { imports = "CIF", exports = "FOB" }\n'
        '[rates]\nsource = "bank"\nEUR."2023-01" = 2.0\n',
    )  # fmt: skip
    _, rows = rows_of(path, mapping=mapping)
    expected = [
        {"period": "2023-01", "partner": "RUS", "flow": "imports", "value_usd": 2469.0, "valuation": "CIF"},
        {"period": "2023-03", "partner": "RUS", "flow": "exports", "value_usd": 1234.0, "valuation": "FOB"},
    ]
    assert shown(rows, expected) == expected


def test_a_mapping_names_the_charset_and_a_column_of_rates(tmp_path):
    """By hand: 100 roubles at 0.03 are 3 dollars, a dollar is a dollar, and without a rate there are none."""
    body = "Страна;Поток;Год;Сумма;Курс;Деньги\nКНДР;ЭК;2014;100;0,03;RUB\nКитай;ИМ;2014;5;;USD\nКитай;ЭК;2014;7;;RUB\n"
    path = tmp_path / "customs.csv"
    path.write_bytes(body.encode("windows-1251"))
    plain = (
        'reporter = "RUS"\npartner = { column = "Страна", words = { "КНДР" = "PRK", "Китай" = "CHN" } }\n'
        'flow = { column = "Поток", words = { "ИМ" = "imports", "ЭК" = "exports" } }\nperiod = { column = "Год" }\n'
        'value = { column = "Сумма", unit = { column = "Деньги" }, rate = "Курс" }\ndecimal = ","\n'
    )
    mapping = write(tmp_path, "map.toml", 'encoding = "windows-1251"\n' + plain)
    _, rows = rows_of(path, mapping=mapping)
    source = "the table itself, column Курс"
    expected = [
        {"partner": "PRK", "flow": "exports", "value": 100.0, "value_usd": 3.0, "rate": 0.03, "rate_source": source},
        {"partner": "CHN", "flow": "exports", "value": 7.0, "value_usd": None, "rate": None},
        {"partner": "CHN", "flow": "imports", "value": 5.0, "value_usd": 5.0, "rate": 1.0},
    ]
    rows.sort(key=lambda row: (row["partner"] != "PRK", row["flow"]))
    assert shown(rows, expected) == expected
    with pytest.raises(UnreadableInputError, match="name the file's charset"):
        rows_of(path, mapping=write(tmp_path, "bare.toml", plain))
    with pytest.raises(UsageError, match="unknown encoding"):
        rows_of(path, mapping=write(tmp_path, "odd.toml", 'encoding = "klingon"\n' + plain))


def test_an_archive_with_several_files_names_them(tmp_path):
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("a.csv", "x")
        archive.writestr("b.csv", "x")
    with pytest.raises(Exception, match="holds 2 files"):
        load_flows(tmp_path / "two.zip")


@pytest.mark.parametrize(
    ("name", "said"),
    [("goods_sitc4.csv", "tells none"), ("goods_2014.csv", "HS or the SITC"), ("goods_1998_2000_sitc4.csv", "sum or an average")],
)  # fmt: skip
def test_a_table_that_does_not_tell_its_year_or_codes_is_refused(tmp_path, name, said):
    with pytest.raises(UnreadableInputError, match=said):
        load_flows(write(tmp_path, name, "country,product,value\nfji,0611,30\n"))


# ------------------------------------------------------------------------------------------------- the real files


@pytest.mark.skipif(not SHARED.exists(), reason="the real samples are not on this machine")
@pytest.mark.parametrize(
    ("name", "layout", "count"),
    [
        ("samples/comtrade_v1_web_TradeData_2022.csv", "comtrade", 1352),
        ("samples/comtrade_v1_THA_shrimp_HS6_2007_2011.csv.gz", "comtrade", 1586),
        ("samples/comtrade_v1_EU27_wood_world_2018_2022.csv.gz", "comtrade", 5004),
        ("samples/comtrade_v1_CHN_exports_total_2012_2022.csv.gz", "comtrade", 33),
        ("samples/comtrade_EU27_wood_HS4_bilateral.csv.gz", "comtrade-table", 173_358),
        ("samples/wits_TZA_2011.csv.gz", "wits", 62_789),
        ("samples/wits_TZA_2012.csv.gz", "wits", 64_806),
        ("samples/wits_TZA_2013.csv.gz", "wits", 63_257),
        ("samples/atlas_283691_lithium_carbonate.csv", "atlas", 2 * 3236),
        ("unctad_trade_matrix_sitc1_1995_2005_2015.parquet", "unctad", 488_039),
        ("oec_bilateral_totals_1963_2014.parquet", "pair-totals", 779_760),
        ("samples/world_trade_avg_1998_2000_sitc4.csv.gz", "country-products", 124_336),
    ],
)
def test_the_real_files_come_in_whole(name, layout, count):
    loading = load_flows(SHARED / name)
    assert sum(table.num_rows for table in loading.tables) == count
    assert (loading.layout, loading.problems) == (layout, [])


def _old(classification, code, more=""):
    return OLD.split("\n")[1].replace("H3", classification, 1).replace(",27,", f",{code},") + more


WITS_HEAD = "Nomenclature,ReporterISO3,ProductCode,ReporterName,PartnerISO3,PartnerName,Year,TradeFlowName,TradeValue in 1000 USD\n"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("w.csv", WITS_HEAD + "H4,BEL,10121,B,OAS,o,2015,Gross Exp.,2\n",
         {"partner": "TWN", "flow": "exports", "hs": "010121"}),
        ("w.csv", WITS_HEAD + "H1,SER,1,S,UNS,u,2004,Gross Imports,2\n", {"reporter": "SCG", "partner": "NES", "hs": "01"}),
        ("w.csv", WITS_HEAD + "H4,SER,1,S,BUN,u,2014,Export,2\n", {"reporter": "SRB", "partner": "BUNKERS"}),
        ("c.csv", f"{V1}\n{v1(code='9999AA')}", {"hs": "999999", "detail": ""}),
        ("c.csv", f"{V1}\n{v1('FM')}", {"flow": "imports", "detail": "flow=FM"}),
        ("c.csv", f"{V1}\n{v1('XOP')}", {"flow": "exports", "detail": "flow=XOP"}),
        ("cow.csv", "ccode1,ccode2,year,flow1,flow2\n300,816,1912,1,2", {"reporter": "AUH", "partner": "VDR"}),
    ],
)  # fmt: skip
def test_codes_that_only_one_publisher_has(tmp_path, name, text, expected):
    loading, rows = rows_of(write(tmp_path, name, text))
    assert loading.problems == []
    assert {key: rows[0][key] for key in expected} == expected


def test_tariff_lines_of_which_none_is_a_whole_are_added_up(tmp_path):
    parts = [v1(code="2701110010", value="7", cif="7", more=f"0,C04,0,{mode}") for mode in ("2100", "3200")]
    name = "COMTRADE-TARIFFLINE-CA156202222H6[2023-07-14].csv"
    loading, rows = rows_of(write(tmp_path, name, "\n".join([V1, *parts])))
    assert [(row["value_usd"], row["detail"], row["net_kg"]) for row in rows] == [(14.0, "", 8.0)]
    assert "added up" in loading.notes[0]
    whole = v1(code="2701110010", value="14", cif="14")
    loading, rows = rows_of(write(tmp_path, name, "\n".join([V1, *parts, whole])))
    assert sorted((row["value_usd"], row["detail"] or "") for row in rows) == [
        (7.0, "customs=C04 mot=2100"), (7.0, "customs=C04 mot=3200"), (14.0, ""),
    ]  # fmt: skip


def test_services_and_other_classifications_are_no_goods_of_the_hs(tmp_path):
    rows = "\n".join([OLD.split("\n", 1)[0], _old("EB", "200"), _old("BE", "1"), _old("S3", "33"), _old("H4", "27")])
    loading, found = rows_of(write(tmp_path, "old.csv", rows))
    assert {(row["classification"], row["code"]) for row in found} == {("SITC", "33"), ("HS", "27")}
    assert [problem.line for problem in loading.problems] == [2, 3]


def test_the_old_api_heads_the_same_columns_for_machines(tmp_path):
    record = {
        "pfCode": "H3", "yr": 2010, "period": 2010, "rgCode": 2, "rtCode": 643, "ptCode": 408, "cmdCode": "27",
        "qtDesc": "Weight in kilograms", "TradeQuantity": 5, "NetWeight": 5, "TradeValue": 1234, "estCode": 0,
    }  # fmt: skip
    text = ",".join(record) + "\n" + ",".join(map(str, record.values()))
    expected = {"reporter": "RUS", "partner": "PRK", "flow": "exports", "hs_edition": "H3", "value_usd": 1234.0,
                "quantity": 5.0, "quantity_unit": "kg", "net_kg": 5.0}  # fmt: skip
    for name, told in (("m.csv", text), ("m.json", json.dumps({"validation": {}, "dataset": [record]}))):
        loading, (row,) = rows_of(write(tmp_path, name, told))
        assert loading.layout == "comtrade-old-short"
        assert {key: row[key] for key in expected} == expected


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"count": 0, "data": []}, "without any record"),
        ({"statusCode": 401, "message": "Access denied"}, "Access denied"),
    ],
)
def test_an_answer_without_records_says_what_it_is(tmp_path, answer, said):
    with pytest.raises(UnreadableInputError, match=said):
        rows_of(write(tmp_path, "answer.json", json.dumps(answer)))
