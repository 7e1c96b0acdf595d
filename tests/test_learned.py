"""What was learned is kept and added up as the library that found it does, and what it tells is marked as such."""

import importlib
import json
from pathlib import Path

import numpy as np
import pytest

from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents
from tieline.read.learned.classes import Model
from tieline.read.learned.trees import Trees, chances


def claims(text, published="2015-03-17"):
    (result,) = read_documents([Document("s", text, Period.parse(published), None, "en")])
    return result.claims


def kept(path, nodes, roots, depth, names=("near", "far")):
    marks, bounds, left, right, values = zip(*nodes, strict=True)
    np.savez(
        path, names=np.frombuffer("\n".join(names).encode(), dtype="uint8"), roots=np.array(roots), marks=np.array(marks),
        bounds=np.array(bounds), left=np.array(left), right=np.array(right), values=np.array(values), depth=np.array(depth),
    )  # fmt: skip
    return Trees.load(path)


def test_trees_are_walked_from_their_roots_to_a_leaf_and_added_up(tmp_path):
    """A tree on `near`, under it one on `far`; and a tree that is a leaf alone."""
    nodes = [
        (0, 0.5, 1, 2, 0),
        (0, 0, 1, 1, -1.0),
        (1, 2.0, 3, 4, 0),
        (0, 0, 3, 3, 0.25),
        (0, 0, 4, 4, 4.0),
        (0, 0, 5, 5, 0.5),
    ]
    trees = kept(tmp_path / "trees.npz", nodes, roots=[0, 5], depth=2)
    candidates = [{}, {"near": 1.0}, {"near": 1.0, "far": 2.0}, {"near": 1.0, "far": 2.5, "unknown": 9.0}]
    assert trees.scores(candidates) == pytest.approx([-0.5, 0.75, 0.75, 4.5])


def test_trees_written_for_reading_say_what_the_library_says(tmp_path, monkeypatch):
    """Skipped where the group `fit` is not installed."""
    lightgbm = pytest.importorskip("lightgbm")
    pytest.importorskip("scipy")
    monkeypatch.syspath_prepend(str(Path(__file__).parents[1] / "tools"))
    choice_fit = importlib.import_module("choice_fit")
    random = np.random.default_rng(1)
    marks = (random.random((600, 6)) < 0.4).astype(float) * random.random((600, 6))
    right = (marks[:, 0] + marks[:, 3] * marks[:, 4] > 0.3).astype(int)
    booster = lightgbm.train(
        {"objective": "binary", "verbose": -1, "num_leaves": 7}, lightgbm.Dataset(marks, right), 20
    )
    names = [f"mark {n}" for n in range(6)]
    choice_fit.write_trees(tmp_path / "trees.npz", booster, names)
    told = [dict(zip(names, row, strict=True)) for row in marks[:50]]
    assert Trees.load(tmp_path / "trees.npz").scores(told) == pytest.approx(
        booster.predict(marks[:50], raw_score=True), abs=1e-5
    )


def test_classes_are_a_softmax_of_the_weights_of_their_marks():
    model = Model(("no", "yes"), {"a": 0, "b": 1}, np.array([[0.0, 2.0], [1.0, 0.0]]), 0.5)
    assert model.chances({"a": 1.0, "b": 1.0, "unknown": 5.0})["yes"] == pytest.approx(1 / (1 + np.exp(-0.5)))
    assert model.lead({"a": 1.0}, "no") == pytest.approx(1.0)
    assert model.chances({}) == {"no": 0.5, "yes": 0.5}
    assert sum(chances([3.0, 1.0, -700.0])) == pytest.approx(1.0)


SHUT = "Kenya and Oman have fallen out. Nairobi has now shut the door on traders from Oman."


def test_an_act_that_no_rule_tells_is_marked_as_inferred_with_its_likelihood():
    (act,) = [c for c in claims(SHUT) if c.kind == "event"]
    assert (act.actor, act.target, act.type, act.mode, act.inferred) == ("KEN", "OMN", "SANCTION", None, ("type",))
    assert 0.35 <= act.confidence < 0.7
    assert SHUT[act.quote.start : act.quote.end] == act.quote.exact


WITHOUT = [
    "Latvia is unwilling to sign a border treaty with Russia.",
    "Egypt lifted its ban on Ukrainian poultry on Sunday.",
    "Romania's minister of agriculture, Ion Barbu, walked out of talks with Serbia in Belgrade.",
    "If Nepal were to ask India for help, the price would fall.",
    "Kenya and Malawi trade much. Malawi is small. Kenya offered tax breaks to firms.",
]


@pytest.mark.parametrize("text", WITHOUT)
def test_what_an_act_is_about_and_what_is_only_supposed_is_no_act_of_its_own(text):
    assert [c for c in claims(text) if c.kind == "event" and "type" in c.inferred] == []


def test_the_time_of_a_figure_that_its_sentence_does_not_name_is_marked_as_inferred():
    text = "Chile's exports to Peru rose to $90 million in 2014. Its imports from Peru came to $70 million. In 2013 trade was $150 million."
    told = {c.value: c for c in claims(text) if c.kind == "measure"}
    assert (told[7e7].period.iso, "period" in told[7e7].inferred) == ("2014", True)
    assert (told[1.5e8].period.iso, "period" in told[1.5e8].inferred) == ("2013", False)


def test_the_same_text_gives_the_same_claims():
    text = SHUT + " Peru's exports to Portugal were worth $8 million in 2014, a tenth more."
    one, two = (json.dumps([repr(c) for c in claims(text)]) for _ in range(2))
    assert one == two
