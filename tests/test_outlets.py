"""The table of outlets: what it holds, and that a name of an outlet is no person and no country."""

import csv
from collections import Counter
from pathlib import Path

import pytest

import tieline.read.names.outlets as module
from tieline.model.countries import country
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents
from tieline.read.names.outlets import find_outlets, outlets
from tieline.read.story.document import build_story

with Path(module.__file__).with_name("outlets.csv").open(encoding="utf-8", newline="") as table:
    ROWS = list(csv.DictReader(table))


def test_the_table_is_whole():
    assert len(ROWS) >= 250
    assert len({row["country"] for row in ROWS}) >= 100
    names = Counter(
        name.rstrip("?") for row in ROWS for name in (row["name"], *row["aliases"].split("|")) if name.strip()
    )
    assert [name for name, count in names.items() if count > 1] == []
    for row in ROWS:
        assert country(row["country"]).code == row["country"]
        assert row["kind"] in {"agency", "newspaper", "broadcaster"}
        assert row["state_owned"] in {"yes", "no"}
        assert row["name"] == row["name"].strip()


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("KCNA", "PRK"),
        ("Rodong Sinmun", "PRK"),
        ("the Xinhua news agency", "CHN"),
        ("People’s Daily", "CHN"),
        ("TASS", "RUS"),
        ("Granma", "CUB"),
        ("Press TV", "IRN"),
        ("Iran’s Fars news agency", "IRN"),
        ("Pravda", "SUN"),
        ("Yonhap", None),
        ("Reuters", None),
        ("BBC", None),
        ("NHK", None),
        ("Deutsche Welle", None),
        ("nobody", None),
    ],
)
def test_state_media_speak_for_their_state(name, state):
    assert [outlet.state for *_, outlet in find_outlets(name)] == ([] if name == "nobody" else [state])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rodong Sinmun said on Monday", ["Rodong Sinmun"]),
        ("the Times reported, citing MENA", ["Times"]),
        ("three times in the MENA region at dawn", []),
        ("CAIRO (MENA) - Egypt", ["MENA"]),
        ("the newspaper Dawn and the daily Kantipur", ["Dawn", "Kantipur"]),
        ("the Korea Times and the Korea Herald", ["Korea Times", "Korea Herald"]),
        ("Iran’s Fars news agency quoted an official", ["Fars"]),
        ("in Fars province", []),
        ("an AP-style text, APEC and the XinhuaX", []),
        ("Folha de S.Paulo, O Globo", ["Folha de S.Paulo", "O Globo"]),
    ],
)
def test_names_are_found_and_common_words_are_not(text, found):
    assert [text[start:end] for start, end, _ in find_outlets(text)] == found


@pytest.mark.parametrize("name", ["Korea Times", "Taipei Times", "Voice of Korea", "Global New Light of Myanmar", "Moscow Times"])  # fmt: skip
def test_a_country_in_an_outlets_name_is_not_named(name):
    story = build_story(Document("x", f"Chile and Peru trade more, the {name} reported on Monday."))
    assert set(story.counts) == {"CHL", "PER"}


@pytest.mark.parametrize("name", ["Rodong Sinmun", "Yonhap", "Kathimerini", "Minju Joson", "Granma", "Kantipur"])
def test_an_outlet_is_no_person_and_no_place(name):
    text = f"SANTIAGO, May 4 -- Chile's foreign minister Ana Paz met her Peruvian counterpart in Lima on Monday, {name} reported. {name} praised Peru on Tuesday."
    (result,) = read_documents([Document("x", text, Period.parse("2031-05-06"), lang="en")])
    events = [claim for claim in result.claims if claim.kind == "event"]
    assert events
    for event in events:
        assert event.place is None or name not in event.place
        assert event.actor_person is None or name not in event.actor_person or outlets()[name].state


def test_every_name_finds_its_outlet():
    for name, outlet in outlets().items():
        found = find_outlets(f"the newspaper {name} reported")
        assert found, name
        assert found[0][2] == outlet or len(found) > 1
