"""Flows from data frames: they go the way of files, by the same headings."""

import pandas as pd
import pyarrow as pa
import pytest

import tieline
from tieline.model.errors import UsageError

BACI = {"t": [2021, 2021], "i": [842, 516], "j": [156, 710], "k": ["010110", 270900], "v": [1.5, 2.0], "q": [None, 2.0]}
FIGURES = {
    "reporter": ["NA", "RUS"], "partner": ["ZA", "PRK"], "flow": ["X", "M"], "period": [2014, 2014],
    "value": [5.0, 7.5], "unit": ["USD", "USD"], "dataset": ["own", "own"],
}  # fmt: skip


@pytest.fixture
def desk(tmp_path):
    return tieline.open(tmp_path / "ledger", bundled=False)


def test_a_frame_is_loaded_as_a_file_of_its_headings_and_once(desk):
    for made, new in ((pd.DataFrame(BACI), 2), (pd.DataFrame(BACI), 0)):
        (loaded,) = desk.load(made, dataset="baci-hs17", vintage="2024-01")
        assert (loaded.layout, loaded.rows, loaded.new) == ("baci", 2, new)
    (line,) = (each for each in desk.trade("USA", "CHN", product="0101") if each.flow == "exports")
    assert (line.value_usd, line.vintage) == (1500.0, "2024-01")
    assert desk.trade("NAM", "ZAF").evidence()[0]["origin"] == "baci-hs17.csv:3"


@pytest.mark.parametrize("frame", [pa.table(FIGURES), pd.DataFrame(FIGURES), pd.DataFrame(FIGURES).astype("category")])
def test_frames_of_any_kind_give_the_same_flows(desk, frame):
    assert not desk.load(frame).problems
    found = (*desk.trade("NAM", "ZAF"), *desk.trade("RUS", "PRK"))
    assert [(x.reporter, x.value_usd) for x in found if x.state == "figure"] == [("NAM", 5.0), ("RUS", 7.5)]


@pytest.mark.parametrize(("given", "said"), [(5, "no data frame"), (pa.table({"t": [[1]]}), "column 't'")])
def test_what_is_no_frame_of_texts_and_numbers_is_refused(desk, given, said):
    with pytest.raises(UsageError, match=said):
        desk.load(given)


def test_a_frame_of_another_layout_is_named_with_its_columns(desk):
    (problem,) = desk.load(pa.table({"a": [1]})).problems
    assert problem.name == "frame"
    assert "Columns found: a" in problem.reason
