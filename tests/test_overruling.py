"""A person's word against a verdict or a claim, and a verdict looked at again: through the desk and the command line."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

import tieline
from test_check_support import flow
from tieline.cli.main import cli
from tieline.model.documents import Document
from tieline.model.errors import UsageError
from tieline.model.periods import Period

TEXT = "Chile's exports to Kenya were $88 million in 2014, the customs service said."
STORY = Document("story", TEXT, Period.parse("2015-03-17"), "Lusa")


@pytest.fixture
def desk(tmp_path):
    desk = tieline.open(tmp_path / "ledger", bundled=False)
    desk.ledger.add_flows([flow(reporter="CHL", partner="KEN", value=60e6, vintage="2015-06", dataset="office")])
    desk.check(STORY)
    return desk


def outcome(desk):
    return next(v for v in desk.check("story") if v.dataset is None)


def test_a_verdict_is_replaced_by_a_persons_word_which_says_so_and_can_be_lifted(desk):
    before = outcome(desk)
    assert before.verdict == "contradicted"
    desk.overrule(before.verdict_id[:10], verdict="supported", reason="revised on 2 May", by="A. Editor")
    after = outcome(desk)
    assert (after.verdict, after.overruled.was, after.overruled.by) == ("supported", "contradicted", "A. Editor")
    assert "revised on 2 May (the figures gave: contradicted)" in desk.check("story").to_html()
    assert desk.ledger.verdict(before.verdict_id).verdict == "contradicted"  # nothing is erased
    assert {v.verdict for v in desk.check("story") if v.dataset} == {"contradicted"}
    desk.overrule(before.claim_id, lift=True, reason="the revision was withdrawn", by="A. Editor")
    assert outcome(desk) == before or outcome(desk).verdict == "contradicted"
    assert outcome(desk).overruled is None
    assert [each.lifted for each in desk.ledger.overrules()] == [False, True]


def test_a_word_against_one_dataset_is_told_with_the_outcome_that_follows_from_it(desk):
    against = next(v for v in desk.check("story") if v.dataset == "office")
    desk.overrule(against.verdict_id, verdict="imprecise", reason="a part was left out", by="A. Editor")
    after = outcome(desk)
    assert (after.verdict, after.overruled.was, after.overruled.by) == ("imprecise", "contradicted", "A. Editor")
    assert "a part was left out (the figures gave: contradicted)" in desk.check("story").to_html()
    desk.ledger.add_flows([flow(reporter="CHL", partner="KEN", value=61e6, vintage="2015-06", dataset="other office")])
    assert (outcome(desk).verdict, outcome(desk).overruled.reason) == (
        "contradicted",
        "a part was left out (office alone)",
    )


def test_a_verdict_that_comes_back_is_the_one_that_is_shown_listed_and_exported(desk):
    (was,) = (v for v in desk.check("story") if v.dataset is None)
    desk.overrule(was.verdict_id, verdict="supported", reason="revised")
    assert outcome(desk).verdict == "supported"
    desk.overrule(was.claim_id, lift=True, reason="it was not")
    for _ in range(2):
        assert outcome(desk).verdict_id == was.verdict_id
        (shown,) = (v for v in desk.show("story") if v.dataset is None)
        assert (shown.verdict_id, shown.overruled) == (was.verdict_id, None)
        assert [each.verdict for each in desk.claims()] == ["contradicted"]
        assert desk.contents().verdicts == {"contradicted": 1}
        (document,) = desk.checked_documents(["story"])
        assert {v.verdict for v in document.verdicts} == {"contradicted"}
    known = desk.check("story", as_known_on="2014-12-31")  # nothing was released by then
    assert {v.verdict for v in known} == {"no-data"}
    desk.check("story")
    assert [each.verdict for each in desk.claims()] == ["contradicted"]
    rows = desk.ledger.query("SELECT verdict_id FROM verdicts WHERE dataset IS NULL")
    assert len(rows) == len(set(rows["verdict_id"].to_pylist())) == 3


def test_the_verdict_of_one_dataset_is_overruled_and_the_outcome_follows(desk):
    (against,) = (v for v in desk.check("story") if v.dataset)
    desk.overrule(against.verdict_id, verdict="no-data", reason="the row is a misprint", by="A. Editor")
    verdicts = list(desk.check("story"))
    assert [v.verdict for v in verdicts] == ["no-data", "no-data"]


def test_a_corrected_claim_is_checked_in_the_place_of_the_one_read(desk):
    claim_id = outcome(desk).claim_id
    desk.overrule(claim_id, fields={"value": "60000000"}, reason="the agency corrected itself", by="A. Editor")
    corrected = outcome(desk)
    assert (corrected.claim_id, corrected.verdict, corrected.claimed) == (claim_id, "supported", "$60 million")
    assert corrected.overruled.fields == {"value": 60000000.0}
    assert "Claim corrected by A. Editor" in corrected.overruled.words()


def test_an_outcome_that_one_dataset_gives_is_shown_once(desk):
    run = CliRunner().invoke
    shown = run(cli, ["show", outcome(desk).claim_id, "--format", "table", "--ledger", str(desk.folder)]).stdout
    assert shown.count("Contradicted") == 2
    assert shown.count("SELECT") == 1
    assert "as by office" in shown
    desk.overrule(outcome(desk).claim_id, verdict="supported", reason="revised")
    desk.check("story")
    shown = run(cli, ["show", outcome(desk).claim_id, "--format", "table", "--ledger", str(desk.folder)]).stdout
    assert shown.count("✓ Supported  over all datasets") == 1
    assert shown.count("SELECT") == 2


def test_a_corrected_field_takes_names_as_people_write_them(desk):
    fields = {
        "partner": "Tanzania",
        "hs": "crude oil",
        "unit": "dollars",
        "modality": "Estimate",
        "sources": "the bank",
    }
    told = desk.overrule(outcome(desk).claim_id, fields=fields, reason="misread")
    assert told.fields == {
        "partner": "TZA", "hs": ["2709"], "unit": "USD", "modality": "estimate", "sources": ["the bank"],
    }  # fmt: skip
    assert outcome(desk).verdict == "no-data"  # it is about Tanzania now


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"verdict": "supported", "reason": " "}, "needs a reason"),
        ({"verdict": "true", "reason": "so"}, "no verdict 'true'; allowed: supported"),
        ({"reason": "so"}, "give one of"),
        ({"fields": {"valu": "1"}, "reason": "so"}, "no field 'valu' of a measure can be corrected; allowed: base"),
        ({"fields": {"value": "much"}, "reason": "so"}, "value is a number, and 'much' is none"),
        ({"fields": {"value": ""}, "reason": "so"}, "the corrected claim can't be"),
        ({"fields": {"period": "then"}, "reason": "so"}, "period 'then' is no time; give a year"),
        ({"fields": {"partner": "Korea"}, "reason": "so"}, "'Korea' is ambiguous: South Korea"),
        ({"fields": {"reporter": ""}, "reason": "so"}, "reporter can't be left empty"),
        ({"fields": {"value": "nan"}, "reason": "so"}, "value is a number, and 'nan' is none"),
        ({"fields": {"indicator": "sales"}, "reason": "so"}, "indicator can't be 'sales'; allowed: exports, imports"),
        ({"fields": {"unit": "unicorns"}, "reason": "so"}, "unit 'unicorns' is not known"),
        ({"fields": {"hs": "7"}, "reason": "so"}, "'7' is no HS code"),
        ({"fields": {"digits": "3"}, "reason": "so"}, "no field 'digits' of a measure can be corrected"),
    ],
)
def test_what_can_not_be_is_refused(desk, given, says):
    with pytest.raises(UsageError, match=says):
        desk.overrule(outcome(desk).claim_id, **given)
    assert desk.ledger.overrules() == []


def test_a_verdict_is_replayed_and_tells_what_would_differ(desk):
    (against,) = (v for v in desk.check("story") if v.dataset)
    same = desk.show(against.verdict_id).replay
    assert (same.differences, same.rows_kept, same.rows) == ((), 1, 1)
    desk.ledger.add_flows([flow(reporter="CHL", partner="KEN", value=88e6, vintage="2016-06", dataset="office")])
    differs = desk.show(against.verdict_id).replay
    assert differs.today.verdict == "supported"
    assert differs.differences == (
        "The verdict would be supported, and was contradicted.",
        "The figures would give $88 million, and gave $60 million.",
        "The vintage would be 2016-06, and was 2015-06.",
    )
    assert (differs.rows_kept, differs.rows) == (1, 1)
    then = next(v for v in desk.check("story", as_known_on="2015-12-31") if v.dataset)
    assert then.as_known_on == "2015-12-31"
    assert desk.show(then.verdict_id).replay.differences == ()  # what was known on that day does not change


def test_what_a_person_is_told(desk, tmp_path):
    ledger = ["--ledger", str(tmp_path / "ledger")]

    def said(*words):
        return " ".join(CliRunner().invoke(cli, [*words, *ledger], env={"COLUMNS": "80"}).output.split())

    early = said("check", "story", "--as-known-on", "2015-05", "--format", "table")
    assert "Checked with what was released by 31 May 2015." in early
    assert "https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37" in early.replace(" ", "")  # no … in it
    assert "Checked with what was released by 31 May 2015." in desk.check("story", as_known_on="2015-05").to_html()
    head = said("check", "story", "--format", "md").split(" | --- |")[0]
    names = "verdict quote claimed found nearest context overruled dataset vintage as_known_on citations"
    assert head == f"| {' | '.join(names.split())} |"
    lacking = next(v for v in desk.check("story", as_known_on="2015-05"))
    assert lacking.help
    desk.overrule(lacking.claim_id, verdict="supported", reason="the yearbook has it", by="A. Editor")
    assert next(v for v in desk.check("story", as_known_on="2015-05")).help is None


def test_a_replay_needs_no_settings_and_no_rates_again(tmp_path):
    desk = tieline.open(tmp_path / "ledger", bundled=False)
    rows = [flow(reporter="CHL", partner="KEN", value=value, period=year, vintage="2015-06", dataset="office")
            for year, value in (("2013", 50e6), ("2014", 55e6))]  # fmt: skip
    desk.ledger.add_flows(rows)
    text = "Chile's exports to Kenya grew rapidly in 2014. Chile's exports to Kenya were 44 million euros in 2014."
    table = tmp_path / "rates.csv"
    table.write_text("currency,period,usd,source\nEUR,2014,1.25,central bank\n", encoding="utf-8")
    story = Document("fast", text, Period.parse("2015-03-17"))
    asked = {"strong_pct": 8, "slight_pct": 4, "above_all": False}
    found = [v for v in desk.check(story, rates=table, strength=asked) if v.dataset]
    assert [v.verdict for v in found] == ["supported", "supported"]
    assert found[0].strength == {"strong_pct": 8, "slight_pct": 4, "above_all": False}
    table.unlink()
    for verdict in found:
        again = desk.show(verdict.verdict_id).replay
        assert (again.differences, again.rows_kept) == ((), len(verdict.rows))
    table.write_text("currency,period,usd,source\nEUR,2014,2.5,another bank\n", encoding="utf-8")
    assert desk.show(found[1].verdict_id, rates=table).replay.today.verdict == "contradicted"
    shown = CliRunner().invoke(cli, ["show", found[0].verdict_id, "--ledger", str(tmp_path / "ledger")])
    assert json.loads(shown.output)["verdicts"][0]["strength"]["strong_pct"] == 8
    table = CliRunner().invoke(
        cli, ["show", found[0].verdict_id, "--ledger", str(tmp_path / "ledger"), "--format", "table"]
    )
    assert "asked: rapidly from 8%, slightly under 4%" in table.output


def test_the_commands_say_what_was_done_and_what_differs(desk, tmp_path):
    ledger = ["--ledger", str(tmp_path / "ledger")]
    key = outcome(desk).verdict_id[:12]
    said = CliRunner().invoke(
        cli, ["overrule", key, "--as", "imprecise", "--reason", "close", "--by", "A. Editor", *ledger]
    )
    assert said.exit_code == 0, said.output
    assert "imprecise (close)" in said.output
    shown = CliRunner().invoke(cli, ["show", key, *ledger, "--format", "table"])
    assert "Checked again, it would differ today; 1 of 1 row still there as they were." in " ".join(
        shown.output.split()
    )
    told = json.loads(CliRunner().invoke(cli, ["show", key, *ledger, "--format", "json"]).output)
    assert told["replay"]["same"] is False
    wrong = CliRunner().invoke(cli, ["overrule", key, "--field", "value", "--reason", "x", *ledger])
    assert wrong.exit_code == 2 or "NAME=VALUE" in str(wrong.exception)
