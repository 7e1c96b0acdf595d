"""One act, told once: reports of one act found across a ledger, what became of plans, and acts as files of event data."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tieline
from tieline.model.cameo import cameo_of, plover_of
from tieline.model.claims import Event, Quote
from tieline.model.countries import countries
from tieline.model.errors import MissingDataError, UsageError
from tieline.model.periods import Period
from tieline.model.vocabulary import EVENT_TYPES
from tieline.ties.export import icews_lines, plover_lines
from tieline.ties.same_acts import Report, told_acts

TEXT = "They met."


def told(
    document,
    published,
    when=None,
    *,
    actor="FJI",
    target="MLT",
    kind="CONSULT",
    mode="meet",
    modality="happened",
    reciprocal=False,
):
    claim = Event(
        document=document, version=document, quote=Quote.of(TEXT, 0, 8), actor=actor, target=target, type=kind, mode=mode,
        date=Period.parse(when) if when else None, modality=modality, reciprocal=reciprocal,
    )  # fmt: skip
    return Report(claim, Period.parse(published) if published else None, f"Outlet {document}")


def groups(*reports):
    return sorted(sorted(r.claim.document for r in act.reports) for act in told_acts(reports))


A = told("a", "2018-03-06", "2018-03-05")


@pytest.mark.parametrize(
    ("other", "one"),
    [
        (told("b", "2018-03-09", "2018-03-05"), True),
        (
            told("b", "2018-03-06", "2018-03-05", actor="MLT", target="FJI", mode="visit"),
            True,
        ),  # talks have no direction
        (told("b", "2018-03-06"), True),  # no date of its own: of the day of publication or beside it
        (told("b", "2018-03-05"), True),
        (told("b", "2018-03-07"), False),
        (told("b", "2018-03-06", "2018-03-06"), False),  # both are told, and differ
        (told("b", "2018-03-06", "2018-03"), False),
        (told("b", None), False),
        (told("b", "2018-03-06", "2018-03-05", mode="phone"), False),
        (told("b", "2018-03-06", "2018-03-05", target="PER"), False),
        (told("b", "2018-03-04", "2018-03-05", modality="scheduled"), False),
    ],
)
def test_the_same_pair_type_and_date_is_one_act(other, one):
    assert groups(A, other) == ([["a", "b"]] if one else [["a"], ["b"]])


@pytest.mark.parametrize(("kind", "reciprocal", "one"), [("ACCUSE", False, False), ("SUPPORT", True, True)])
def test_the_order_of_the_parties_counts_unless_both_do_it_alike(kind, reciprocal, one):
    there = told("a", "2018-03-06", "2018-03-05", kind=kind, mode="sign", reciprocal=reciprocal)
    back = told("b", "2018-03-06", "2018-03-05", kind=kind, mode="sign", actor="MLT", target="FJI")
    assert (len(groups(there, back)) == 1) is one


def test_background_without_a_date_is_not_of_the_day():
    report = told("b", "2018-03-06")
    words = "Fiji had met Malta."
    before = replace(report, claim_id="", claim=replace(report.claim, quote=Quote.of(words, 0, len(words) - 1)))
    assert groups(A, before) == [["a"], ["b"]]
    assert told_acts([before])[0].date is None


def test_undated_reports_day_after_day_are_not_one_long_act():
    daily = [told(f"{day:02d}", f"2018-03-{day:02d}", kind="ASSAULT", mode="attack") for day in range(1, 7)]
    assert groups(*daily) == [["01", "02"], ["03", "04"], ["05", "06"]]


@pytest.mark.parametrize(
    ("when", "outcome", "stands", "found"),
    [
        ("2018-03-05", "2018-03-05", "happened", True), ("2018-03", "2018-03-20", "declined", True),
        ("2018-03-05", "2018-03-12", "happened", False), ("2018-03-05", "2018-03-05", "proposed", False),
    ],
)  # fmt: skip
def test_a_plan_and_what_became_of_it_know_each_other_but_are_two(when, outcome, stands, found):
    plan, done = told("p", "2018-02-01", when, modality="scheduled"), told("q", "2018-03-21", outcome, modality=stands)
    acts = {act.first.document: act for act in told_acts([plan, done])}
    assert len(acts) == 2
    assert acts["p"].became == (acts["q"].act_id if found else None)
    assert acts["q"].planned == (acts["p"].act_id if found else None)


REPORTS = st.lists(
    st.builds(
        lambda said, when, sides, kind, modality, mutual: (said, when, sides, kind, modality, mutual),
        st.integers(0, 6), st.none() | st.integers(0, 6), st.sampled_from([("FJI", "MLT"), ("MLT", "FJI")]), st.sampled_from(["CONSULT", "ACCUSE"]),
        st.sampled_from(["happened", "scheduled"]), st.booleans(),
    ),
    max_size=12,
)  # fmt: skip


@settings(deadline=None)  # the first example pays for the imports
@given(REPORTS, st.randoms())
def test_each_report_is_in_one_act_whatever_their_order(rows, random):
    day = lambda n: (date(2018, 3, 1) + timedelta(n)).isoformat()  # noqa: E731
    reports = [
        told(f"d{at}", day(said), None if when is None else day(when), actor=sides[0], target=sides[1], kind=kind, modality=modality,
             reciprocal=mutual)
        for at, (said, when, sides, kind, modality, mutual) in enumerate(rows)
    ]  # fmt: skip
    acts = told_acts(reports)
    assert sorted(r.claim.document for act in acts for r in act.reports) == sorted(r.claim.document for r in reports)
    assert all(len({(r.claim.type, r.claim.modality) for r in act.reports}) == 1 for act in acts)
    assert all(len({r.claim.date for r in act.reports if r.claim.date}) <= 1 for act in acts)
    assert all(act.act_id == min(act.reports, key=lambda r: r.order).claim.claim_id for act in acts)
    shuffled = list(reports)
    random.shuffle(shuffled)
    assert told_acts(shuffled) == acts


STORIES = [
    {"id": "plan", "published": "2018-02-20", "text": "The Maltese foreign minister will visit Fiji on March 5, the ministry in Suva said."},
    {"id": "post", "published": "2018-03-06", "text": "Fiji's foreign minister Ana Paz met her Maltese counterpart in Suva on Monday."},
    {"id": "times", "published": "2018-03-06", "text": "Malta's foreign minister held talks with his Fijian counterpart on Monday in Suva."},
    {"id": "late", "published": "2018-04-30", "text": "Fiji and Malta signed a fisheries agreement on April 27. Malta's foreign minister had met his Fijian counterpart on March 5."},
]  # fmt: skip


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("stories.jsonl").write_text("\n".join(json.dumps(one | {"lang": "en"}) for one in STORIES), encoding="utf-8")
    desk = tieline.open("ledger", bundled=False)
    desk.read("stories.jsonl")
    return desk


def test_a_ledger_tells_an_act_once_with_all_its_reports(desk):
    acts = {(act["type"], act["modality"]): act for act in desk.acts("FJI", "MLT").objects()}
    met = acts["CONSULT", "happened"]
    assert [one["document"] for one in met["told"]] == ["post", "times", "late"]
    assert acts["CONSULT", "scheduled"]["became"] == met["act_id"]
    lines = [line for line in desk.timeline("FJI", "MLT").objects() if line["modality"] == "happened"]
    assert [(line["date"], line["reports"]) for line in lines] == [("2018-03-05", 3), ("2018-04-27", 1)]
    (contact,) = [line for line in desk.ties("FJI", "MLT", by="month", channel=["contact"]).objects() if line["source"] == "FJI" and line["period"] == "2018-03"]  # fmt: skip
    assert contact["value"] == 1
    assert ", 3 reports)" in desk.brief("FJI", "MLT").markdown()


def test_what_is_known_on_a_day_links_nothing_of_a_later_one(desk):
    (plan,) = desk.acts("FJI", "MLT", as_known_on="2018-02-28").objects()
    assert (plan["modality"], plan["became"]) == ("scheduled", None)
    met = desk.acts("FJI", "MLT", modality="happened", as_known_on="2018-03-31").objects()[0]
    assert [one["document"] for one in met["told"]] == ["post", "times"]
    with pytest.raises(MissingDataError):
        desk.acts("FJI", "MLT", as_known_on="2018-01")
    with pytest.raises(UsageError, match="allowed: happened"):
        desk.acts(modality="done")


def test_a_later_version_of_a_story_does_not_hide_the_earlier_one_from_those_days(desk):
    desk.read(tieline_document("post", "2018-05-01", "Nothing of it is true."))
    met = desk.acts("FJI", "MLT", modality="happened", as_known_on="2018-03-31").objects()[0]
    assert [one["document"] for one in met["told"]] == ["post", "times"]
    assert [one["document"] for one in desk.acts("FJI", "MLT", modality="happened").objects()[0]["told"]] == ["times", "late"]  # fmt: skip


def tieline_document(name, published, text):
    from tieline.model.documents import Document  # noqa: PLC0415

    return Document(id=name, text=text, published=Period.parse(published), lang="en")


def test_a_claim_shows_who_tells_it_too(desk):
    shown = desk.show("times")
    first = desk.acts("FJI", "MLT", modality="happened").objects()[0]["act_id"]
    (claim,) = shown.claims
    assert claim.same_as == first
    assert desk.show(claim.claim_id).to_json()["acts"][0]["planned"]
    assert replace(claim, same_as=None).claim_id == claim.claim_id  # its id is that of what it says


@pytest.mark.parametrize(("layout", "name"), [("plover", "acts.jsonl"), ("icews", "acts.tab")])
def test_what_is_written_as_event_data_is_read_back_the_same(desk, layout, name):
    acts = desk.acts(modality="happened")
    Path(name).write_text("".join(acts.exported(layout)), encoding="utf-8")
    (loaded,) = desk.load(name)
    assert (loaded.layout, loaded.problems) == (layout, ())
    rows = desk.ledger.query("SELECT date::VARCHAR AS date, source, target, type FROM events ORDER BY ALL").to_pylist()
    both = {(act.date.iso, *sides, act.first.type) for act in acts for sides in (("FJI", "MLT"), ("MLT", "FJI"))}
    assert [tuple(row.values()) for row in rows] == sorted(both)


def test_every_type_and_country_comes_back_from_both_layouts(desk):
    states = [
        one.code for one in countries() if one.kind == "state" and one.existed(date(2018, 3, 5)) and one.code != "FJI"
    ]
    reports = [
        told(f"x{at}", "2018-03-06", "2018-03-05", actor=code, target="FJI", kind=EVENT_TYPES[at % len(EVENT_TYPES)], mode=None)
        for at, code in enumerate(states)
    ]  # fmt: skip
    acts = told_acts(reports)
    wanted = {(act.first.actor, act.first.type) for act in acts}
    for layout, lines in (("plover", plover_lines), ("icews", icews_lines)):
        Path(f"{layout}.txt").write_text("".join(lines(acts)), encoding="utf-8")
        (loaded,) = desk.load(f"{layout}.txt")
        found = desk.ledger.query("SELECT source, type FROM events WHERE dataset = $1 AND source <> 'FJI'", [layout])
        assert (loaded.problems, wanted - {tuple(row.values()) for row in found.to_pylist()}) == ((), set())
    assert [plover_of(cameo_of(kind)) for kind in EVENT_TYPES] == list(EVENT_TYPES)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Fiji accuses Malta of dumping\n\nSUVA, March 6 - Fiji accused Malta of dumping fish. Fiji accused Malta on Monday of dumping, and Malta accused Fiji of lying.",
         [("FJI", "MLT", "2018-03-05"), ("MLT", "FJI", None)]),
        ("Fiji and Malta signed a fisheries agreement on Monday. The agreement signed by Fiji and Malta covers tuna.", [("FJI", "MLT", "2018-03-05")]),
    ],
)  # fmt: skip
def test_headline_lead_and_body_are_one_claim(desk, text, acts):
    report = desk.read(tieline_document("one", "2018-03-06", text), record=False)
    assert [(c.actor, c.target, c.date.iso if c.date else None) for c in report] == acts
