"""Claims in words, written from rows, read and checked: each class gets its verdict, and no untrue claim is supported.

`make eval-check` does the same with some thousands of claims.
"""

from __future__ import annotations

import pytest

from claim_scores import Judged, apart, confusion, right_of, together
from claim_words import RIGHT, SHAPES, cases
from claim_worlds import OEC, RealWriter, made_ledger, real_ledger
from tieline.model.claims import Measure

FLOOR = 0.97


@pytest.fixture(scope="module", params=["made", "real"])
def judged(request, tmp_path_factory) -> dict[str, list[Judged]]:
    folder = tmp_path_factory.mktemp("words")
    if request.param == "real":
        if not OEC.exists():
            pytest.skip("the OEC totals are not on this machine")
        world, ledger = real_ledger(folder)
        written, read = cases(world, 4, writer=RealWriter), cases(world, 4, writer=RealWriter)
    else:
        world, ledger = made_ledger(folder)
        written, read = (
            cases(world, 12),
            cases(world, 5),
        )  # few of a class, and two of them more or less are its verdict
    return {"check alone": apart(written, ledger), "reader and check": together(read, ledger)}


def test_there_are_enough_shapes():
    assert len(SHAPES) >= 40


@pytest.mark.parametrize("which", ["check alone", "reader and check"])
def test_each_class_gets_its_verdict(judged, which):
    table = confusion(judged[which])
    assert set(table) == set(RIGHT)
    found = right_of(table)
    wrong = [(each.case.text, each.word) for each in judged[which] if not each.right]
    floor = FLOOR if which == "check alone" else FLOOR - 0.03  # a small sample: one misread name is several sentences
    assert min(found.values()) >= floor, (found, wrong[:5])


@pytest.mark.parametrize("which", ["check alone", "reader and check"])
def test_no_untrue_claim_is_supported(judged, which):
    assert [(each.case.text, each.case.slip) for each in judged[which] if each.worst_error] == []


@pytest.mark.parametrize("flat", [0.01, 0.02, 0.05, 0.1, 0.25])
def test_one_flat_tolerance_fails(judged, flat):
    """The same figures with one percentage for all words and digits: untrue claims are supported, or true ones are not."""
    right = {kind: [] for kind in ("true", "near", "false")}
    for each in judged["check alone"]:
        claim, verdict = each.claims[0], each.verdicts[0]
        if not isinstance(claim, Measure) or not verdict.parts or any(p.found is None for p in verdict.parts):
            continue
        numbers = [part for part in verdict.parts if isinstance(part.claimed, int | float)]
        gaps = [abs(part.found - part.claimed) / abs(part.claimed) for part in numbers]
        right.get(each.case.kind, []).append((max(gaps) <= flat) == (each.case.kind == "true"))
    scores = {kind: sum(each) / len(each) for kind, each in right.items() if each}
    assert min(scores.values()) < FLOOR, scores
