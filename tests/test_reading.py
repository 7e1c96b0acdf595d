"""The reader held against gold: the twin story, the story sets with their floors, and the seed where it is at hand."""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path

import pytest

from reading_score import KINDS, documents, gold, score
from tieline.read import read_documents

GOLD = Path(__file__).parent / "gold"
SHARED = Path(__file__).resolve().parents[2] / "shared"
SEED = SHARED / "data" / "press" / "seed"
FLOORS = json.loads((GOLD / "floors.json").read_text(encoding="utf-8"))


@cache
def read(folder):
    return [claim.to_json() for result in read_documents(documents(folder)) for claim in result.claims]


def noise_hits(folder):
    texts = {d.id: d.text for d in documents(folder)}
    spans = [
        (name, start, start + len(words))
        for name, story in gold(folder).items()
        for words in story.get("noise") or []
        for start in [i for i in range(len(texts[name])) if texts[name].startswith(words, i)]
    ]
    return [
        c["quote"]["exact"]
        for c in read(folder)
        if any(c["document"] == n and s <= c["quote"]["start"] and c["quote"]["end"] <= e for n, s, e in spans)
    ]


@pytest.mark.parametrize(
    "folder",
    [
        GOLD / "twin",
        pytest.param(SEED, marks=pytest.mark.skipif(not SEED.exists(), reason="the seed story is not at hand")),
    ],
    ids=["twin", "seed"],
)
def test_the_seed_and_its_twin_are_read_alike(folder):
    stories, claims = gold(folder), read(folder)
    measures, trends, events = (score(stories, claims, kind) for kind in KINDS)
    assert measures.f1("core") == measures.f1("full") == 1.0
    assert trends.f1("core") >= 0.85
    assert events.f1("core") >= 0.60
    assert noise_hits(folder) == []


@pytest.mark.parametrize("name", [n for n in FLOORS if n != "about"])
def test_no_set_of_stories_falls_under_its_floor(name):
    stories, claims = gold(GOLD / name), read(GOLD / name)
    reached = {kind: round(score(stories, claims, kind).f1("core"), 3) for kind in KINDS}
    below = {kind: (reached[kind], floor) for kind, floor in FLOORS[name].items() if reached[kind] < floor}
    assert not below, f"under the floor (reached, floor): {below}; all: {reached}"
    assert noise_hits(GOLD / name) == []


@pytest.mark.parametrize("name", ["twin", "dev", "opened"])
def test_every_quote_is_its_slice_and_every_id_is_its_own(name):
    texts = {d.id: d.text for d in documents(GOLD / name)}
    claims = read(GOLD / name)
    assert claims
    for claim in claims:
        quote = claim["quote"]
        assert texts[claim["document"]][quote["start"] : quote["end"]] == quote["exact"]
    assert len({c["claim_id"] for c in claims}) == len(claims)


def test_a_document_is_read_the_same_alone_and_in_a_batch():
    alone = [c.to_json() for d in documents(GOLD / "opened")[:3] for r in read_documents([d]) for c in r.claims]
    batch = [c for c in read(GOLD / "opened") if c["document"] in {d.id for d in documents(GOLD / "opened")[:3]}]
    assert alone == batch


@pytest.mark.skipif(not SHARED.exists(), reason="the shared scorer is not at hand")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("folder", [SEED, GOLD / "twin", GOLD / "dev"], ids=["seed", "twin", "dev"])
def test_this_scorer_agrees_with_the_shared_one(folder, kind):
    spec = importlib.util.spec_from_file_location("score_claims", SHARED / "scoring" / "score_claims.py")
    shared = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(shared)
    theirs, _ = shared.evaluate(shared.load_gold([folder]), read(folder))
    ours = score(gold(folder), read(folder), kind)
    assert ours.f1("core") == pytest.approx(theirs[kind + "s"]["core"]["f1"], abs=0.02)
