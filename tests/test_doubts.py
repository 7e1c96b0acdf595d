"""Doubts that a load finds: jumps, gaps, wholes that are not their parts, changes of edition, one Korea for the other."""

from __future__ import annotations

import pytest

import tieline

HEADER = "nomenclature,reporteriso3,productcode,reportername,partneriso3,partnername,year,tradeflowname,tradevaluein1000usd\n"
USUAL = {2001: 5000, 2002: 5500, 2003: 5200, 2004: 6000, 2005: 6100, 2006: 6400}
"""Thousand US dollars; yearly changes of a factor of 0.95 to 1.15."""


def rows(levels, partner="FRA", edition="H3", code="Total", reporter="DEU"):
    return "".join(
        f"{edition},{reporter},{code},x,{partner},x,{year},Import,{value}\n" for year, value in levels.items()
    )


CASES = {
    "nothing": (rows(USUAL), []),
    "jump": (rows(USUAL | {2006: 70_000}), [("jump", "DEU", "FRA", "2006", "11.5 times the 6,100,000 USD of 2005")]),
    "jump of a small flow": (rows({year: value / 100 for year, value in (USUAL | {2006: 70_000}).items()}), []),
    "gap": (
        rows({year: value for year, value in USUAL.items() if year != 2004}) + rows(USUAL, "ESP", reporter="ITA"),
        [("gap", "DEU", None, "2004", "DEU reports nothing for 2004")],
    ),
    "gap of all": (
        rows({year: value for year, value in USUAL.items() if year != 2004}),
        [("gap", None, None, "2004", "no figures of 2004")],
    ),
    "a choice of years": (rows({year: value for year, value in USUAL.items() if year in {2001, 2006}}), []),
    "parts": (
        rows({2001: 5000}) + rows({2001: 3000}, code="010110") + rows({2001: 2200}, code="270900"),
        [("parts-differ", "DEU", "FRA", "2001", "2 codes of 6 digits add up to 5,200,000 USD, the whole is 5,000,000")],
    ),
    "a few of the parts": (rows({2001: 5000}) + rows({2001: 3000}, code="010110"), []),
    "partners": (
        rows({2001: 5000}) + rows({2001: 3000}, "ESP") + rows({2001: 7000}, "WLD"),
        [("parts-differ", "DEU", "WLD", "2001", "2 partners add up to 8,000,000 USD, the world is 7,000,000")],
    ),
    "editions": (
        rows({2001: 5000}, edition="H2") + rows({2002: 5000}, edition="H3"),
        [("edition-break", "DEU", None, "2002", "H3 from 2002 on, of H2 before")],
    ),
    "koreas": (
        rows({2001: 1000, 2002: 1000, 2003: 1100, 2004: 1000, 2005: 90_000}, "PRK")
        + rows({2001: 80_000, 2002: 85_000, 2003: 82_000, 2004: 90_000, 2005: 3000}, "KOR"),
        [
            ("jump", "DEU", "KOR", "2005", "1/30.0 of the 90,000,000 USD of 2004 (3,000,000 USD)"),
            ("jump", "DEU", "PRK", "2005", "90.0 times"),
            (
                "suspected-kor-prk",
                "DEU",
                "PRK",
                "2005",
                "90,000,000 USD with North Korea and 3,000,000 with South Korea",
            ),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_what_is_doubtful_is_marked_and_nothing_else(tmp_path, text, expected):
    path = tmp_path / "wits.csv"
    path.write_text(HEADER + text)
    desk = tieline.open(tmp_path / "ledger", bundled=False)
    assert not desk.load(path).problems
    found = desk.ledger.query("SELECT * FROM marks ORDER BY flag, reporter, partner, period").to_pylist()
    assert [(m["flag"], m["reporter"], m["partner"], m["period"]) for m in found] == [each[:4] for each in expected]
    for mark, (*_, words) in zip(found, expected, strict=True):
        assert words in mark["detail"]
        assert (mark["dataset"], mark["pair"] is not None) == ("wits", mark["partner"] is not None)


def test_totals_of_one_year_and_headings_of_the_others_are_no_jump_and_no_missing_part(tmp_path):
    """The total of one year is another thing than two headings; a partner with headings alone has no part in a sum of finer codes."""
    lines = [
        f"H4,AUT,{code},x,{partner},x,{year},Import,{value}\n"
        for year in range(2001, 2007)
        for partner, value in (("POL", 4000), ("HUN", 5000), ("WLD", 9000))
        for code in ("4403", "4407", *(("440710",) if partner != "HUN" else ()))
    ]
    lines += [f"H4,AUT,Total,x,{partner},x,2006,Import,900000\n" for partner in ("POL",)]
    path = tmp_path / "wits.csv"
    path.write_text(HEADER + "".join(lines))
    desk = tieline.open(tmp_path / "ledger", bundled=False)
    report = desk.load(path)
    assert not report.problems
    assert list(desk.flags()) == []
    second = tmp_path / "wits2.csv"
    second.write_text(HEADER + "H4,AUT,4403,x,POL,x,2007,Import,900000\nH4,AUT,4407,x,POL,x,2007,Import,4000\n")
    (note,) = desk.load(second)[0].notes
    assert note.startswith("doubtful: 1 jump (AUT imports POL 2007: 113.0 times")


def test_a_later_file_is_seen_beside_the_former(tmp_path):
    desk = tieline.open(tmp_path / "ledger", bundled=False)
    for year, value in (USUAL | {2006: 70_000}).items():
        path = tmp_path / f"wits{year}.csv"
        path.write_text(HEADER + rows({year: value}))
        desk.load(path)
    found = desk.ledger.query("SELECT flag, period FROM marks").to_pylist()
    assert found == [{"flag": "jump", "period": "2006"}]


def test_a_gap_that_is_filled_is_none_any_more(tmp_path):
    desk = tieline.open(tmp_path / "ledger", bundled=False)
    marks = []
    for year in (2001, 2002, 2004, 2003):
        path = tmp_path / f"wits{year}.csv"
        path.write_text(HEADER + rows({year: USUAL[year]}))
        desk.load(path)
        marks.append([mark["period"] for mark in desk.ledger.query("SELECT period FROM marks").to_pylist()])
    assert marks == [[], [], ["2003"], []]


def test_files_of_one_dataset_are_looked_at_together_and_what_is_clean_is_said(tmp_path):
    """A series that lies in two files: the jump is found; the sums kept beside the tables may be lost and are made anew."""
    desk = tieline.open(tmp_path / "ledger", bundled=False)
    first = tmp_path / "a.csv"
    first.write_text(HEADER + rows(USUAL), encoding="utf-8")
    desk.load(first, dataset="d")
    assert [note for note in desk.flags().notes if note.startswith("d, 2001 to 2006") and "none found" in note]
    second = tmp_path / "b.csv"
    second.write_text(HEADER + rows({2007: 70_000}) + rows({2007: 1, 2006: 1}, "ESP"), encoding="utf-8")
    desk.load(second, dataset="d")
    kept = sorted((desk.ledger.path / "sums").glob("*.parquet"))
    assert len(kept) >= 2
    assert [(row["flag"], row["period"]) for row in desk.flags()] == [("jump", "2007")]
    for file in kept:
        file.unlink()
    third = tmp_path / "c.csv"
    third.write_text(HEADER + rows({2008: 70_000}), encoding="utf-8")
    desk.load(third, dataset="d")
    assert [(row["flag"], row["period"]) for row in desk.flags("DEU")] == [("jump", "2007")]
    assert not desk.flags(dataset="d", flag="gap").lines
