"""Acts against event datasets: corroborated, on another date, not found, not covered; never contradicted."""

from __future__ import annotations

import dataclasses
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from test_check_support import quote, story
from tieline.check import check_claims
from tieline.ledger import Ledger
from tieline.ledger.schema import EVENTS
from tieline.model.claims import Event
from tieline.model.overrules import Overrule
from tieline.model.periods import Period
from tieline.report.article import article_html
from tieline.report.wording import row_title


def event(day, source="FJI", target="MLT", type_="CONSULT", dataset="icews", number="1"):
    row = dict.fromkeys(EVENTS.schema.names) | {
        "event_id": f"{dataset}-{source}-{target}-{type_}-{day}-{number}", "dataset": dataset, "vintage": "2015-03", "machine": True,
        "date": date.fromisoformat(day), "source": source, "target": target, "source_actor": "Ministry", "type": type_,
        "cameo": "042", "quad": 1,
    }  # fmt: skip
    del row["recorded"]
    return row


def act(**given):
    fields = {"document": "story", "version": "v1", "quote": quote("Fiji visited Malta"), "actor": "FJI", "target": "MLT",
              "type": "CONSULT", "date": Period.parse("2015-03-05")}  # fmt: skip
    return Event(**(fields | given))


@pytest.fixture
def check(tmp_path):
    def held(claim, *events, published="2015-03-17", **more):
        ledger = Ledger.create(tmp_path / f"ledger-{len(list(tmp_path.iterdir()))}")
        schema = pa.schema([field for field in EVENTS.schema if field.name != "recorded"])
        table = pa.Table.from_pylist(list(events), schema)
        for dataset in set(table["dataset"].to_pylist()):
            own = table.filter(pc.equal(table["dataset"], dataset))
            for vintage in set(own["vintage"].to_pylist()):
                rows = own.filter(pc.equal(own["vintage"], vintage)).to_batches()
                ledger.act_loads().take(rows, load_id=f"{dataset}-{vintage}", dataset=dataset, vintage=vintage)
        verdicts = check_claims([claim], ledger, document=story(published), **more)
        for verdict in verdicts:
            for reading in verdict.readings:
                assert set(ledger.query(reading.sql)["row_id"].to_pylist()) == set(reading.rows)
        return verdicts

    return held


def test_a_persons_word_on_an_event_dataset_carries_into_the_outcome(tmp_path):
    ledger = Ledger.create(tmp_path / "ledger")
    schema = pa.schema([field for field in EVENTS.schema if field.name != "recorded"])
    rows = pa.Table.from_pylist([event("2015-03-12")], schema).to_batches()
    ledger.act_loads().take(rows, load_id="one", dataset="icews", vintage="2015-03")
    claim = act()

    def words():
        return [verdict.verdict for verdict in check_claims([claim], ledger, document=story())]

    assert words() == ["imprecise", "imprecise"]
    said = Overrule(
        claim_id=claim.claim_id, version=claim.version, kind="event", start=claim.quote.start, end=claim.quote.end,
        dataset="icews", verdict="supported", fields={}, reason="the wire dated it wrongly", by="A. Editor",
    )  # fmt: skip
    ledger.add_overrule(said)
    assert words() == ["supported", "supported"]
    ledger.add_overrule(dataclasses.replace(said, verdict=None, lifted=True))
    assert words() == ["imprecise", "imprecise"]


@pytest.mark.parametrize(
    ("claim", "events", "verdict", "says"),
    [
        (act(), ["2015-03-05"], "supported", "corroborated"),
        (act(), ["2015-03-06"], "supported", "corroborated"),
        (act(), ["2015-03-12"], "imprecise", "other date: 7 days off"),
        (act(), ["2015-06-12", "2015-01-01"], "no-data", "Not found"),
        (act(), ["2015-03-06", "2014-01-01"], "supported", "corroborated"),
        (act(date=Period.parse("2012-03")), ["2015-03-06"], "no-data", "Not covered: icews goes from 2015-03-06"),
        (act(date=Period.parse("2015-02")), ["2015-02-20"], "supported", "corroborated"),
        (act(date=None), ["2015-03-01"], "supported", "corroborated"),
    ],
)
def test_an_act_is_looked_for_in_a_window_of_days(check, claim, events, verdict, says):
    against, outcome = check(claim, *map(event, events))
    assert (against.verdict, outcome.verdict) == (verdict, verdict)
    assert says in against.parts[0].note


def test_direction_and_type_count_and_neighbouring_types_are_told(check):
    turned = event("2015-03-05", source="MLT", target="FJI")
    assert check(act(), turned)[0].verdict == "no-data"
    assert check(act(reciprocal=True), turned)[0].verdict == "supported"
    neighbour = check(act(), event("2015-03-05", type_="SUPPORT"))[0]
    assert neighbour.verdict == "no-data"
    assert "It has SUPPORT between the two then." in neighbour.help
    assert [row["type"] for row in neighbour.rows] == ["SUPPORT"]
    assert row_title(neighbour.rows[0]) == "Fiji (Ministry) → Malta: SUPPORT"


def test_one_dataset_that_has_it_is_enough_and_a_later_release_is_not_known_before(check):
    both = [event("2015-03-05"), event("2015-03-15", dataset="gdelt")]
    verdicts = check(act(), *both)
    assert {v.dataset: v.verdict for v in verdicts} == {"icews": "supported", "gdelt": "imprecise", None: "supported"}
    assert check(act(), *both, as_known_on=date(2015, 1, 1))[-1].verdict == "no-data"


def test_what_has_not_happened_or_can_not_be_looked_up_says_so(check):
    (coming,) = check(act(modality="scheduled"), event("2015-03-05"))
    assert (coming.verdict, "scheduled" in coming.help) == ("not-checkable", True)
    (none,) = check(act())
    assert (none.verdict, "tieline load FILE" in none.help) == ("no-data", True)
    (undated,) = check(act(date=None), event("2015-03-05"), published=None)
    assert (undated.verdict, "--published" in undated.help) == ("no-data", True)


def test_the_article_shows_a_corroborated_act_with_its_row(check):
    claim = act()
    verdicts = check(claim, event("2015-03-05"))
    page = article_html(story(), [claim], verdicts)
    assert "coded by a program from news" in page
    assert "Fiji (Ministry) → Malta: CONSULT" in page
