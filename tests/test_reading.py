"""The reader held against gold: the sets with their floors, what every claim must keep, and that it reads alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieline.evaluate import load_gold, score
from tieline.evaluate.floors import load_floors, undercut
from tieline.read import read_documents

GOLD = Path(__file__).parent / "gold"
FLOORS = load_floors(GOLD / "floors.json")


@pytest.mark.parametrize("place", FLOORS.sets, ids=lambda place: place.name)
def test_no_set_of_stories_falls_under_its_floor(place, read_set):
    if place.missing:
        pytest.skip("its gold or texts are not at hand")
    stories = load_gold([place.gold], place.texts)
    below = [str(one) for one in undercut(place, score(stories, read_set(place.name, stories)))]
    assert below == []


def test_every_set_of_gold_has_a_floor():
    assert {path.name for path in GOLD.iterdir() if path.is_dir()} <= {place.name for place in FLOORS.sets}


@pytest.mark.parametrize("name", ["twin", "dev", "opened"])
def test_every_quote_is_its_slice_and_every_id_is_its_own(name, read_set):
    stories = load_gold([GOLD / name])
    texts = {story.id: story.text for story in stories}
    claims = read_set(name, stories)
    assert claims
    for claim in claims:
        quote = claim["quote"]
        assert texts[claim["document"]][quote["start"] : quote["end"]] == quote["exact"]
    assert len({c["claim_id"] for c in claims}) == len(claims)


def test_a_document_is_read_the_same_alone_and_in_a_batch(read_set):
    stories = load_gold([GOLD / "opened"])
    first = [story.document for story in stories[:3]]
    alone = [c.to_json() for d in first for r in read_documents([d]) for c in r.claims]
    batch = [c for c in read_set("opened", stories) if c["document"] in {d.id for d in first}]
    assert alone == batch
