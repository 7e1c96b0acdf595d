"""Evaluation: gold and its errors, places instead of words, agreement, floors, reasons, and what held-out sets hide."""

import hashlib
import json
from pathlib import Path

import pytest
import yaml

from tieline.evaluate import GoldError, load_gold, score
from tieline.evaluate.agreement import agreement
from tieline.evaluate.errors import findings, lines
from tieline.evaluate.gold import story_of
from tieline.evaluate.texts import Texts
from tieline.model.errors import MissingDataError

GOLD = Path(__file__).parent / "gold"
TEXT = (
    "Exports of tea to Malta rose\n5 percent to $20 million in 2014, the customs office said. Fiji signed. Fiji signed."
)
FACT = {"quote": "rose 5 percent to $20 million", "indicator": "exports", "reporter": "FJI", "partner": "MLT",
        "product": "tea", "period": "2014", "change_pct": 5, "value": 20000000, "unit": "USD", "modality": "actual",
        "sources": ["customs office"]}  # fmt: skip
CLAIM = {**FACT, "kind": "measure", "document": "a", "quote": {"exact": TEXT[24:58], "start": 24, "end": 58}}
ACT = {"quote": "Fiji signed", "actor": "FJI", "target": "MLT", "type": "SUPPORT"}


@pytest.fixture
def folder(tmp_path):
    """A set of one story, its text beside it: `folder(measures=[...])` gives the folder."""

    def write(**fields):
        place = tmp_path / "mine"
        place.mkdir(exist_ok=True)
        (place / "a.txt").write_bytes(TEXT.encode())
        data = {"id": "a", "published": "2015-03-17", "measures": [], "trend_claims": [], "events": [], **fields}
        (place / "a.yaml").write_text(yaml.safe_dump(data), encoding="utf-8")
        return place

    return write


def only(place, kind="measure"):
    (story,) = load_gold([place])
    (entry,) = story.entries[kind]
    return entry


def test_a_quote_is_found_across_line_ends_and_by_its_occurrence(folder):
    assert only(folder(measures=[FACT]))["span"] == (24, 53)
    first, second = (only(folder(events=[{**ACT, "occurrence": n}]), "event")["span"] for n in (1, 2))
    assert TEXT[slice(*first)] == TEXT[slice(*second)] == "Fiji signed"
    assert first < second


def test_places_stand_for_words(folder):
    at = TEXT.index("customs")
    entry = only(folder(measures=[{
        **{k: v for k, v in FACT.items() if k not in {"quote", "sources", "product"}}, "span": [24, 53],
        "sources_spans": [[at, at + 14]], "sources_alt_spans": [None, [0, 7]],
        "product_span": [11, 14], "product_alt_spans": [None],
    }]))  # fmt: skip
    assert (entry["sources"], entry["product"]) == (["customs office"], "tea")
    assert (entry["sources_alt"], entry["product_alt"]) == ([None, "Exports"], [None])


def test_names_by_their_places_are_not_tested_without_the_text():
    data = {"id": "a", "measures": [{**FACT, "sources": None, "sources_spans": [[90, 104]]}]}
    tally = score([story_of(data, "a.yaml")], [CLAIM]).tallies["measure"]
    assert (tally.counts["core"], tally.tested["source"], tally.tested["product"]) == (1, 0, 1)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"measures": [{**FACT, "quote": "not there"}]}, "measures, entry 1: its quote stands 0 times"),
        ({"events": [{**ACT, "occurrence": 3}]}, "events, entry 1: its quote stands 2 times in the text"),
        ({"measures": [{**FACT, "indicator": "sales"}]}, "indicator: 'sales' is not allowed"),
        ({"measures": [FACT, {**FACT, "period": "spring"}]}, "measures, entry 2: period: 'spring' is no ISO"),
        ({"measures": [{**FACT, "change_pct": None, "value": None}]}, "a measure needs one of value"),
        ({"measures": [{**FACT, "value": "many"}]}, "value: a number is needed"),
        ({"measures": [{**FACT, "quote": None}]}, "a `quote` in words or a `span`"),
        ({"measures": [{**FACT, "span": [5, 5000]}]}, r"\[5, 5000\] is no place in a text of"),
        ({"measures": "none"}, "measures: a list is needed"),
        ({"events": [{**ACT, "type": "PROMISE"}]}, "type: 'PROMISE' is not allowed; allowed are AGREE"),
        ({"events": [{**ACT, "modality": "actual"}]}, "modality: 'actual' is not allowed"),
        ({"trend_claims": [{**FACT, "direction": "sideways"}]}, "direction: 'sideways' is not allowed"),
        ({"noise": ["Menu"]}, "noise: words that are not in the text"),
        ({"text_sha256": "00"}, "not the one that was annotated"),
    ],
)
def test_an_annotation_that_cannot_be_used_says_where_and_why(folder, fields, message):
    with pytest.raises(GoldError, match=rf"a\.yaml: .*{message}"):
        load_gold([folder(**fields)])


def test_places_that_are_not_there_are_told(folder, tmp_path):
    place = folder(measures=[FACT])
    with pytest.raises(MissingDataError, match="no such file or folder of annotations"):
        load_gold([tmp_path / "nowhere"])
    with pytest.raises(MissingDataError, match="no such folder or file of texts"):
        load_gold([place], tmp_path / "nowhere.jsonl")
    (place / "a.yaml").write_text("id: [")
    with pytest.raises(GoldError, match=r"a\.yaml, line \d: no YAML"):
        load_gold([place])


def test_texts_may_lie_elsewhere(folder, tmp_path):
    place = folder(measures=[FACT], text_sha256=hashlib.sha256(TEXT.encode()).hexdigest())
    (place / "a.txt").unlink()
    assert load_gold([place])[0].text is None
    (tmp_path / "t.jsonl").write_text(json.dumps({"id": "a", "text": TEXT, "outlet": "Example"}))
    document = load_gold([place], tmp_path / "t.jsonl")[0].document
    assert (document.text, document.outlet, document.published.iso) == (TEXT, "Example", "2015-03-17")
    assert Texts(tmp_path).of("a", {}) is None


def test_a_kind_that_was_not_annotated_is_not_scored(folder):
    (story,) = load_gold([folder(measures=[FACT], events_annotated=False)])
    scored = score([story], [{"kind": "event", "document": "a", "quote": {}, "actor": "FJI", "target": "MLT"}])
    assert not scored.tallies["event"].counts


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({}, None),
        ({"partner": "USA"}, "number found, one side of the pair wrong"),
        ({"partner": None}, "number found, no partner"),
        ({"reporter": "USA", "partner": "CHN"}, "number found, wrong pair"),
        ({"indicator": "trade"}, "number found, right pair, wrong indicator"),
        ({"reporter": "MLT", "partner": "FJI"}, "number found, right pair, flow turned"),
        ({"unit": "EUR"}, "right flow and number, other unit"),
        ({"value": None}, "one of its numbers left out"),
        ({"change_pct": -5}, "wrong sign"),
        ({"value": None, "change_value": 20000000}, "change instead of level"),
        ({"change_pct": 7, "value": 9}, "right flow in the sentence, other number"),
    ],
)
def test_a_miss_has_a_reason(folder, change, why):
    found = findings(score(load_gold([folder(measures=[FACT])]), [{**CLAIM, **change}]))
    assert [one.why for one in found if one.side == "missed"] == ([why] if why else [])


def test_a_miss_without_a_claim_and_a_false_claim_without_gold_have_reasons(folder):
    stories = load_gold([folder(measures=[FACT], events=[{**ACT, "type": "AID"}], noise=["Fiji signed. Fiji signed"])])
    at = TEXT.index("Fiji")
    noisy = {**CLAIM, "quote": {"exact": "Fiji", "start": at, "end": at + 4}}
    sides = {(one.side, one.kind): one.why for one in findings(score(stories, [noisy]))}
    assert sides[("missed", "event")] == "sentence gave no event, but a claim of another kind"
    assert sides[("missed", "measure")] == "number found in another sentence only, for another fact"
    assert sides[("false", "measure")] == "in page noise"


def test_a_half_right_match_says_which_field_differs(folder):
    change = {"period": "2013", "modality": "forecast", "sources": [], "product": "coffee"}
    found = findings(score(load_gold([folder(measures=[FACT])]), [{**CLAIM, **change}]))
    assert {one.why for one in found} == {
        "period: another one of the same length", "modality: forecast for actual", "source: none given", "product: other",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["dev", "opened", "twin"])
def test_every_mistake_of_the_reader_has_one_reason(name, read_set):
    stories = load_gold([GOLD / name])
    scored = score(stories, read_set(name, stories))
    found = findings(scored)
    for kind, tally in scored.tallies.items():
        assert sum(f.side == "missed" and f.kind == kind for f in found) == tally.rates("core").missed
        assert sum(f.side == "false" and f.kind == kind for f in found) == tally.rates("core").false
    hidden = "\n".join(lines(found, 5, held_out=True))
    assert not any(story.id in hidden for story in stories)
    assert not any(one.quote in hidden for one in found)


def test_annotations_agree_with_themselves_and_alike_from_both_sides(folder):
    stories = load_gold([GOLD / "dev2"])
    same = agreement(stories, stories)
    assert all(tally.rates("full").f1 == 1 for tally in same.tallies.values())
    one = load_gold([folder(measures=[FACT, {**FACT, "partner": "USA"}])])
    other = load_gold([folder(measures=[{**FACT, "period": "2013", "period_alt": ["2014"], "partner_alt": ["USA"]}])])
    there, back = (agreement(a, b).tallies["measure"] for a, b in ((one, other), (other, one)))
    assert there.rates("core").f1 == back.rates("core").f1 == pytest.approx(2 / 3)
    assert there.right == back.right


def test_the_command_scores_given_claims_and_tells_why(tieline, folder):
    Path("claims.jsonl").write_text(json.dumps({**CLAIM, "partner": "USA"}))
    place = folder(measures=[FACT])
    done = tieline("evaluate", place, "--claims", "claims.jsonl", "--errors", 1)
    assert done.exit_code == 0, done.stderr
    assert all(len(line) <= 80 for line in done.stdout.splitlines() if "a: " not in line and "gold" not in line)
    assert "1 number found, one side of the pair wrong" in done.stdout
    assert "a: rose 5 percent" in done.stdout
    hidden = tieline("evaluate", place, "--claims", "claims.jsonl", "--errors", 1, "--held-out")
    assert "one side of the pair wrong" in hidden.stdout
    assert "rose 5 percent" not in hidden.stdout
    found = json.loads(tieline("evaluate", place, "--claims", "claims.jsonl", "--errors", 1, "--format", "json").stdout)
    assert found["sets"][0]["measure"]["core"]["f1"] == 0
    assert {error["side"] for error in found["sets"][0]["errors"]} == {"missed", "false"}


def test_an_undercut_floor_ends_with_one_and_a_missing_set_is_skipped(tieline, folder):
    folder(measures=[FACT])
    Path("claims.jsonl").write_text(json.dumps({**CLAIM, "period": "2013"}))
    sets = {"mine": {"floors": {"measure": {"core": 1.0, "full": 0.5}}}, "away": {"gold": "not-here"}}
    Path("floors.json").write_text(json.dumps({"targets": {"measure": {"core": 0.9}}, "sets": sets}))
    for place in ([], ["mine"]):
        done = tieline("evaluate", *place, "--claims", "claims.jsonl", "--floors", "floors.json")
        assert done.exit_code == 1
        assert "mine: measure full 0 is under the floor 0.5" in done.stderr
        assert ("away: skipped" in done.stderr) == (not place)
        assert "UNDER" in done.stdout
        assert "met" in done.stdout


def test_agreement_takes_the_second_reading_of_a_folder(tieline, folder):
    place = folder(measures=[FACT])
    (place / "second").mkdir()
    (place / "second" / "a.yaml").write_text((place / "a.yaml").read_text())
    assert len(load_gold([place])) == 1
    done = tieline("evaluate", place, "--agreement", "--format", "json")
    assert json.loads(done.stdout)["sets"][0]["measure"]["core"]["f1"] == 1


@pytest.mark.parametrize(
    ("call", "code", "said"),
    [
        ([], 2, "nothing to evaluate"),
        (["nowhere"], 4, "no such file or folder"),
        (["--floors", "nowhere.json"], 4, "no such file of floors"),
        (["mine", "--claims", "nowhere.jsonl"], 4, "no such file"),
        (["mine", "mine", "mine", "--agreement"], 2, "compares two annotations"),
    ],
)
def test_a_wrong_call_says_so(tieline, folder, call, code, said):
    folder(measures=[FACT])
    done = tieline("evaluate", *call)
    assert done.exit_code == code
    assert said in done.stderr
