"""Small files of statistics in the layouts of the real ones; the numbers are ours."""

from pathlib import Path

HEAD = (
    "freqCode,period,reporterCode,flowCode,partnerCode,partner2Code,classificationCode,cmdCode,customsCode,mosCode,motCode,"
    "cifvalue,fobvalue,primaryValue"
)
FIJI, MALTA, PERU, WORLD = "242", "470", "604", "0"


def row(period, reporter, flow, partner, value, code="TOTAL", edition="H5"):
    cif, fob = (value, "") if flow == "M" else ("", value)
    freq = "M" if len(period) == 6 else "A"
    return f"{freq},{period},{reporter},{flow},{partner},0,{edition},{code},C00,0,0,{cif},{fob},{value}"


def write(name, rows):
    Path(name).write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    return name


YEARS = [
    row("2020", FIJI, "X", MALTA, 100),
    row("2021", FIJI, "X", MALTA, 150),
    row("2022", FIJI, "X", MALTA, 0),
    row("2020", FIJI, "M", MALTA, 40),
    row("2022", FIJI, "M", MALTA, 60),
    row("2020", MALTA, "M", FIJI, 110),
    row("2021", MALTA, "M", FIJI, 165),
    row("2020", FIJI, "X", WORLD, 500),
    row("2020", FIJI, "X", PERU, 300),
    row("2020", FIJI, "X", MALTA, 70, "27"),
    row("2020", FIJI, "X", MALTA, 70, "2709"),
    row("2020", FIJI, "X", MALTA, 30, "10"),
    row("2021", FIJI, "X", MALTA, 120, "27"),
    row("2021", FIJI, "X", MALTA, 30, "1006"),
]
"""Fiji and Malta, 2020 to 2022: totals with their parts, a zero, a year of imports that nobody reports, a mirror."""

REVISED = [row("2021", FIJI, "X", MALTA, 156), row("2020", FIJI, "X", MALTA, 100)]

MONTHS = [row(f"2018{month:02d}", FIJI, "X", MALTA, 10) for month in range(1, 13)] + [
    row(f"2019{month:02d}", FIJI, "X", MALTA, 10) for month in range(1, 12)
]
"""All of 2018, and 2019 without December."""

COW = "ccode1,ccode2,year,importer1,importer2,flow1,flow2\n950,338,2005,Fiji,Malta,-9,3\n950,338,2006,Fiji,Malta,2,0\n"
BACI = "t,i,j,k,v,q\n2021,242,470,10110,1.5,0.25\n2021,242,470,270900,2,NA\n2021,604,470,270900,3,NA\n"


def write_all():
    """Write all files of one ledger, for `tieline load`."""
    Path("COW_Trade_4.0.csv").write_text(COW, encoding="utf-8")
    Path("BACI_HS17_Y2021_V202401b.csv").write_text(BACI, encoding="utf-8")
    return [
        write("TradeData [2023-07-13].csv", YEARS), write("later [2024-01-15].csv", REVISED), "COW_Trade_4.0.csv",
        "BACI_HS17_Y2021_V202401b.csv",
    ]  # fmt: skip
