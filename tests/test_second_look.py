"""Figures that the rules give up: what is likely is told after all, the rest stays untold, and what was told stays told."""

from __future__ import annotations

from pathlib import Path

import pytest

from story_facts import told, untold
from tieline.evaluate.gold import load_gold
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents
from tieline.read.measures import second_look

STORIES = [
    (
        "2014-05-05",
        (
            "Malta drew more tourists from Poland in March, the statistics office said. Their number rose by 12 percent to 9,000. "
            "The Maltese economy grew by 3 percent."
        ),
        ("tourism MLT POL 9000 +12%",),
    ),
    (
        "2019-03-05",
        (
            "Ghana's exports to Togo were worth $60 million in 2018, the trade ministry said. Salt and cement accounted for most of "
            "it; the former was down 16 percent and the latter 24 percent. Togo's economy grew 4 percent."
        ),
        ("exports GHA TGO 60000000", "exports GHA TGO -16%", "exports GHA TGO -24%"),
    ),
    (
        "2019-03-05",
        (
            "India imported 900,000 barrels of oil a day from Iraq in October, trade data showed. Kuwaiti volumes, at 212,000 "
            "barrels a day, were the highest since May. The refiner's profit rose 8 percent."
        ),
        ("imports IND IRQ 900000", "imports IND KWT 212000"),
    ),
    (
        "2014-05-05",
        (
            "Fiji's exports to Tonga rose to $20 million in 2013, the bureau of statistics said. Sugar was up 45 percent at $12 "
            "million while volumes increased 11 percent. Unemployment in Fiji was 6 percent."
        ),
        ("exports FJI TON 20000000", "exports FJI TON 12000000 +45%", "exports FJI TON +11%"),
    ),
]


@pytest.mark.parametrize(("published", "text", "facts"), STORIES, ids=[text[:30] for _, text, _ in STORIES])
def test_a_given_up_figure_is_told_where_it_is_likely_and_nothing_else(published, text, facts):
    assert untold(facts, text, published) == []
    assert len(told(text, published)) == len(facts)


@pytest.fixture
def looks(monkeypatch):
    """What the second look was given and what it made of it, sentence by sentence."""
    seen = []
    look_again = second_look.look_again

    def watched(made, *others):
        after = look_again(made, *others)
        seen.append((made, after))
        return after

    monkeypatch.setattr(second_look, "look_again", watched)
    documents = [story.document for story in load_gold([Path(__file__).parent / "gold" / "dev4"])]
    documents += [Document("s", text, Period.parse(published), None, "en") for published, text, _ in STORIES]
    list(read_documents(documents))
    return seen


def test_what_rules_have_told_stays_and_what_is_told_after_all_is_said_to_be_inferred(looks):
    changed = [(made, after) for made, after in looks if made != after]
    assert changed
    for made, after in changed:
        assert len(after) >= len(made)
        for (was, _), (now, measures) in zip(made, after, strict=False):
            assert now.frame == was.frame
            assert now.figures[: len(was.figures)] == was.figures
            new = {"value", "base", "change_pct", "change_value", "share_pct"}
            assert now is was or all(new.intersection(m.inferred) for m in measures)
        for _, measures in after[len(made) :]:
            assert all({"indicator", "reporter", "partner"} <= set(m.inferred) for m in measures)
