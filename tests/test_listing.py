"""What was read, listed: claims by country and outcome, stories with what came of them; and what a ledger says it holds."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json

import pytest

import tieline
from test_check_support import flow
from tieline.model.documents import Document
from tieline.model.errors import MissingDataError, UsageError
from tieline.model.periods import Period

STORIES = [
    Document("chile", "Chile's exports to Kenya were $88 million in 2014. Peru's exports to Fiji rose in 2014.", Period.parse("2015-03"), "Lusa"),
    Document("kenya", "Kenya imposed sanctions on Chile on Monday.", Period.parse("2015-04-14"), "Wire"),
    Document("undated", "Kenya's imports from Chile were $60 million in 2014."),
    Document("weather", "It rained in Lima.", Period.parse("2014-01-02")),
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("listing") / "ledger"
    desk = tieline.open(folder, bundled=False)
    desk.ledger.add_flows([flow(reporter="CHL", partner="KEN", value=60e6, vintage="2015-06", dataset="office")])
    desk.check(*STORIES[:2])
    desk.read(*STORIES[2:])
    return folder


@pytest.fixture
def desk(folder):
    return tieline.open(folder)


def told(claims):
    return [(each.claim.document, each.claim.kind, each.verdict) for each in claims]


CHILE = ("chile", "measure", "contradicted")
PERU = ("chile", "trend", "no-data")
KENYA = ("kenya", "event", "no-data")
UNDATED = ("undated", "measure", None)


@pytest.mark.parametrize(
    ("countries", "asked", "found"),
    [
        ((), {}, [CHILE, PERU, KENYA, UNDATED]),
        (("Kenya",), {}, [CHILE, KENYA, UNDATED]),
        (("KEN", "chl"), {"kind": "measure"}, [CHILE, UNDATED]),
        (("Fiji",), {}, [PERU]),
        ((), {"verdict": ["contradicted", "unchecked"]}, [CHILE, UNDATED]),
        ((), {"since": "2015-03-20"}, [CHILE, PERU, KENYA]),  # the story is of some day in March
        ((), {"since": dt.date(2015, 4, 1)}, [KENYA]),
        ((), {"until": 2015, "kind": ("trend", "event")}, [PERU, KENYA]),
        ((), {"as_known_on": "2015-04-01"}, [CHILE, PERU]),
    ],
)
def test_claims_are_listed_by_country_outcome_and_time(desk, countries, asked, found):
    claims = desk.claims(*countries, **asked)
    assert told(claims) == found
    assert len(claims.rows()) == len(found) == claims.to_arrow().num_rows


def test_what_can_not_be_listed_is_told(desk):
    with pytest.raises(MissingDataError, match="no claims on Fiji and Kenya that fit"):
        desk.claims("Fiji", "Kenya")
    with pytest.raises(UsageError, match=r"no verdict 'true'; allowed: supported.*unchecked"):
        desk.claims(verdict="true")
    with pytest.raises(UsageError, match="'Korea' is ambiguous"):
        desk.claims("Korea")
    with pytest.raises(UsageError, match="3 countries"):
        desk.claims("KEN", "CHL", "FJI")


def test_a_claim_read_again_is_listed_with_its_last_outcome(desk):
    (claim,) = desk.claims("Kenya", verdict="contradicted")
    desk.overrule(claim.claim.claim_id, verdict="supported", reason="the office revised it")
    desk.check("chile")
    assert told(desk.claims("Kenya", kind="measure"))[0] == ("chile", "measure", "supported")
    desk.overrule(claim.claim.claim_id, lift=True, reason="it did not")
    desk.check("chile")
    assert told(desk.claims("Kenya", kind="measure"))[0] == CHILE


def test_stories_are_listed_with_what_came_of_them(desk):
    stories = {each.id: each for each in desk.documents()}
    assert list(stories) == ["weather", "chile", "kenya", "undated"]  # by date, those without one last
    assert stories["chile"].verdicts == {"contradicted": 1, "no-data": 1}
    assert [(each.claims, each.verdicts) for each in (stories["weather"], stories["undated"])] == [(0, {}), (1, {})]
    assert [row["contradicted"] for row in desk.documents().rows()] == [0, 1, 0, 0]


def test_the_commands_list_in_every_format_within_80_columns(tieline, folder, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TIELINE_LEDGER", str(folder))
    for call in (["claims", "Kenya"], ["documents"]):
        table = tieline(*call, "--format", "table")
        assert table.exit_code == 0, table.stderr
        assert max(map(len, table.stdout.splitlines())) <= 80
        objects = [json.loads(line) for line in tieline(*call, "--format", "jsonl").stdout.splitlines()]
        rows = list(csv.DictReader(io.StringIO(tieline(*call, "--format", "csv").stdout)))
        assert len(objects) == len(rows) > 0
    assert "Chile → Kenya, 2014: $88 million  Contradicted" in tieline("claims", "KEN", "--format", "table").stdout
    assert tieline("claims", "Fiji", "Kenya").exit_code == 4


def test_a_ledger_tells_of_acts_and_ties_too(tieline, tmp_path):
    named = tmp_path / "named.csv"
    named.write_text(
        "date,source,relation,target,cameo,goldstein,quad,source_country,target_country\n"
        "2018-03-05,A,x,B,042,1.9,VC,Fiji,Malta\n2018-04-05,A,x,B,042,1.9,VC,Kenya,Malta\n"
    )
    assert tieline("load", str(named), "--dataset", "acts-2018", "--no-bundled").exit_code == 0
    said = json.loads(tieline("ledger", "--format", "json").stdout)
    assert said["counts"]["events"] == 2
    (held,) = said["datasets"]
    assert (held["name"], held["holds"], held["rows"], held["countries"]) == ("acts-2018", "acts", 2, 3)
    assert (held["first"], held["last"]) == ("2018-03-05", "2018-04-05")
    table = tieline("ledger", "--format", "table").stdout
    assert "acts-2018" in table
    assert "2018-03-05 to 2018-04-05" in table


def test_another_story_of_the_same_name_is_told_and_withdrawn_only_when_named(tieline, tmp_path):
    for folder, text in (("mon", "Japan's exports to Chile fell 5 percent in 2014."), ("tue", "Kenya's tea was sold.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "story.txt").write_text(text)
    assert "another text" not in tieline("read", "mon/story.txt").stderr
    assert "another text" not in tieline("read", "mon/story.txt").stderr
    again = tieline("check", "tue/story.txt")
    assert "story.txt: the ledger had another text of that name" in again.stderr
    unanswered = tieline("withdraw", "story.txt", stdin="")
    assert unanswered.exit_code == 2
    assert "version 1, no date: Japan's exports to Chile" in unanswered.stderr
    assert "the texts of all 2 versions" in unanswered.stderr
    (first, second) = tieline_versions(tmp_path, "story.txt")
    done = tieline("withdraw", first.version_id, "--reason", "asked for", "--yes")
    assert done.stdout == "story.txt, version 1: text withdrawn; 1 claim and 0 verdicts stay\n"
    assert tieline("show", "story.txt", "--text").stdout == "Kenya's tea was sold."
    assert tieline("withdraw", second.version_id, "--yes").exit_code == 0
    assert "its text was withdrawn from this ledger, and is not stored again" in tieline("read", "tue/story.txt").stderr


def test_a_newer_reader_leaves_the_claims_of_a_withdrawn_story(tieline, tmp_path, monkeypatch):
    (tmp_path / "story.txt").write_text("Japan's exports to Chile fell 5 percent in 2014.")
    before = tieline("read", "story.txt", "--format", "jsonl").stdout
    assert tieline("withdraw", "story.txt", "--yes").exit_code == 0
    monkeypatch.setattr("tieline.workspace.desk.reader_version", lambda: "a newer one")
    assert tieline("read", "story.txt", "--format", "jsonl").stdout == before
    assert [each["quote"] for each in tieline_claims(tmp_path)] == ["Japan's exports to Chile fell 5 percent in 2014"]


def tieline_versions(tmp_path, key):
    import tieline  # noqa: PLC0415

    return tieline.open(tmp_path / "tieline-ledger").versions(key)


def tieline_claims(tmp_path):
    import tieline  # noqa: PLC0415

    return tieline.open(tmp_path / "tieline-ledger").claims().rows()
