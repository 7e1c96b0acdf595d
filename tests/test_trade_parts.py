"""A large year is asked one range of codes after the other, with the answers that it has whole."""

import pytest

import tieline
from trade_samples import FIJI, MALTA, PERU, WORLD, row, write

BELGIUM, LUXEMBOURG, BOTH = "56", "442", "58"

OLDER = [
    # Belgium lists 27 and 10 to Fiji; the newer release has 27 alone, and takes the place of all of the older one
    row("2021", BELGIUM, "X", FIJI, 50, "2709"), row("2021", BELGIUM, "X", FIJI, 7, "1006"),
    row("2020", BELGIUM, "X", FIJI, 40, "2709"), row("2020", BELGIUM, "X", FIJI, 8, "1006"),
    row("2021", LUXEMBOURG, "X", FIJI, 3, "1006"), row("2020", LUXEMBOURG, "X", FIJI, 2, "2709"),
    # Luxembourg tells its trade with the world, of 27 alone
    row("2021", LUXEMBOURG, "X", WORLD, 90, "2709"), row("2021", LUXEMBOURG, "X", BELGIUM, 20, "2709"),
    row("2021", LUXEMBOURG, "X", PERU, 5, "9403"), row("2021", BELGIUM, "X", PERU, 6, "9403"),
    row("2021", BELGIUM, "X", LUXEMBOURG, 11, "2709"),
    # of trade with Malta the two report together in 2020, of 27 alone
    row("2020", BOTH, "X", MALTA, 99, "2709"), row("2020", BELGIUM, "X", MALTA, 1, "1006"),
    row("2020", LUXEMBOURG, "X", MALTA, 1, "1006"),
    # Fiji does not report; Malta and Peru tell of it
    row("2021", MALTA, "M", FIJI, 4, "2709"), row("2021", PERU, "M", FIJI, 6, "2709"), row("2021", PERU, "M", FIJI, 1, "1006"),
]  # fmt: skip
NEWER = [row("2021", BELGIUM, "X", FIJI, 60, "2709"), row("2021", BELGIUM, "X", FIJI, 100)]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("parts")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        made = tieline.open(folder / "ledger", bundled=False)
        assert not made.load(write("a [2023-07-13].csv", OLDER), write("b [2024-01-15].csv", NEWER)).problems
        yield made


@pytest.mark.parametrize("most", [1, 10**6])
@pytest.mark.parametrize(
    ("reporter", "partner", "year", "flow", "expected"),
    [
        ("BEL", "FJI", 2021, "exports", {"27": 60}),
        ("BEL", "FJI", 2020, "exports", {"27": 40, "10": 8}),
        ("BLX", "FJI", 2021, "exports", {"27": 60, "10": 3}),
        ("BLX", "MLT", 2020, "exports", {"27": 99}),
        ("BLX", "WLD", 2021, "exports", {"27": 90 - 20 + 60, "94": 6}),
        ("BEL", "WLD", 2021, "exports", {"27": 60 + 11, "94": 6}),
        ("LUX", "WLD", 2021, "exports", {"27": 90}),
        ("FJI", "WLD", 2021, "exports", {"27": 10, "10": 1}),
        ("FJI", "BLX", 2021, "imports", {"27": 60, "10": 3}),
    ],
)
def test_an_answer_in_parts_is_the_answer(desk, monkeypatch, most, reporter, partner, year, flow, expected):
    monkeypatch.setattr("tieline.trade.figures.slices.MOST", most)
    found = desk.products(reporter, partner, year=year, flow=flow)
    assert {x.product: x.value_usd for x in found} == expected
    whole = (
        100 if (reporter, partner, year) == ("BEL", "FJI", 2021) else sum(expected.values())
    )  # a total that is stated
    assert {x.product: x.share for x in found} == pytest.approx({code: usd / whole for code, usd in expected.items()})
    rows = found.evidence()
    assert sum(row["value_usd"] for x in found for row in found.rows_of(x, rows) if reporter != "BLX") in {
        0, sum(expected.values())
    }  # fmt: skip
    for x in found:
        values = [row["value_usd"] for sql in found.sql_of(x) for row in desk.ledger.query(sql).to_pylist()
                  if (row["period"], row["goal"]) == (x.period, x.product)]  # fmt: skip
        assert x.value_usd in values
    summed = {"BEL", "FJI"} if partner == "WLD" else set()
    assert {"sum-of-partners" in x.flags for x in found} == {reporter in summed}


def test_changes_add_up_to_the_growth_of_the_whole(desk):
    found = {x.product: x for x in desk.products("BEL", "FJI", year=2020)}
    assert {x.change for x in found.values()} == {None}
    later = desk.products("BLX", "FJI")
    assert {x.product: x.change for x in later if x.flow == "exports"} == {"27": 18, "10": -5}
    assert sum(x.contribution for x in later if x.flow == "exports") == pytest.approx(63 / 50 - 1)
