"""Figures that don't fit together: found in words, through the desk; what rounding explains is not a mistake."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import tieline
from test_check_support import measure
from tieline.check.arithmetic import arithmetic_of
from tieline.cli.main import cli
from tieline.model.documents import Document
from tieline.model.mismatches import mismatch_from_json
from tieline.model.periods import Period

WHOLE = "Chile's imports from Kenya were $82.17 million in 2014. "
PARTS = "Imports of oil from Kenya were worth $33.98 million in 2014, or {} percent of Chile's imports from Kenya."
BESIDE = "Oil accounted for $33.98 million, or {} percent of Chile's imports from Kenya in 2014."
GREW = "Chile's exports to Kenya rose {} percent to $88 million in 2014. Chile's exports to Kenya were $77 million in 2013."
GAIN = "Chile's exports to Kenya rose by $11 million, or {} percent, to $88 million in 2014."
SUM = (
    "Trade between Chile and Kenya totalled ${} million in 2014. Chile's exports to Kenya were $10.17 million in 2014, "
    "and Chile's imports from Kenya were $82.17 million in 2014."
)
PART = (
    "In 2014, Chile's exports to Kenya were $88 million. Chile's exports of copper to Kenya were ${} million in 2014."
)
SHARES = "Kenya took 60 percent of Chile's exports in 2014. Peru took {} percent of Chile's exports in 2014."
HEADLINE = (
    "Chile's exports to Kenya rise {} percent in 2014\n\nSANTIAGO, March 3 (Lusa) - Chile's exports to Kenya rose 23 percent "
    "to $10.2 million in 2014, the customs service said."
)


def outcomes(desk, text, name="story"):
    document = Document(name, text, Period.parse("2015-03-17"), "Lusa")
    return [v for v in desk.check(document, record=True) if v.dataset is None]


def told(verdicts):
    return {(each.rule, each.sentence) for verdict in verdicts for each in verdict.mismatches}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    return tieline.open(tmp_path_factory.mktemp("mismatch") / "ledger", bundled=False)


@pytest.mark.parametrize(
    ("text", "right", "wrong", "rule", "says"),
    [
        (WHOLE + PARTS, "41.4", "41.7", "share", "$33.98 million of $82.17 million is 41.4%, not 41.7%."),
        (WHOLE + BESIDE, "41.4", "41.7", "share", "$33.98 million of $82.17 million is 41.4%, not 41.7%."),
        (GREW, "14.3", "21.3", "change", "is a change of +14.3% (+12.9% to +15.7% as rounded), not +21.3%."),
        (GAIN, "14", "24", "change", "A change by $11 million to $88 million is one of +14% (+12% to +16% as rounded)"),
        (SUM, "92.34", "95.34", "sum", "add up to $92.34 million, not $95.34 million."),
        (PART, "79", "97", "part-and-whole", "$97 million (Chile's exports of copper to Kenya) is more than the whole"),
        (SHARES, "35", "55", "shares-over-100", "add up to more than the whole"),
        (HEADLINE, "23", "32", "told-twice", "+32% in the headline, and +23% in the body (customs service)"),
    ],
)
def test_a_figure_that_the_others_rule_out_is_told_and_a_right_one_is_not(tmp_path, text, right, wrong, rule, says):
    desk = tieline.open(tmp_path / "ledger", bundled=False)
    assert told(outcomes(desk, text.format(right))) == set()
    found = {each for each in told(outcomes(desk, text.format(wrong), "other")) if each[0] != "two-stories"}
    assert {each for each, _ in found} == {rule}
    assert says in " ".join(sentence for _, sentence in found)


@pytest.mark.parametrize(
    "text",
    [
        "Chile's exports to Kenya rose about 15 percent to $88 million in 2014. Chile's exports to Kenya were $77 million in 2013.",
        (
            "In dollar terms Chile's exports to Kenya rose 21.3 percent in 2014. Chile's exports to Kenya were 88 million euros in "
            "2014. Chile's exports to Kenya were 77 million euros in 2013."
        ),
        "Chile's trade deficit with Kenya was $36 million in 2014. Chile's current account deficit with Kenya was $48 million in 2014.",
        "Chile took 1.18 million barrels a day of Kenyan crude in 2014, some 650,000 less than in 2013 and a 21% drop from 2012.",
    ],
)
def test_what_may_be_of_another_basis_is_left_alone(desk, text):
    assert told(outcomes(desk, text, text[:9])) == set()


def test_two_stories_with_two_figures_are_set_side_by_side_once_both_are_known(tmp_path):
    desk = tieline.open(tmp_path / "ledger", bundled=False)
    assert (
        told(
            outcomes(desk, "Trade between Chile and Kenya was worth $104 million in 2014, the ministry said.", "first")
        )
        == set()
    )
    (second,) = outcomes(desk, "Kenya's trade with Chile reached $112.7 million in 2014, the envoy said.", "second")
    (found,) = second.mismatches
    assert found.rule == "two-stories"
    assert found.documents == ("second", "first")
    assert "$112.7 million here" in found.sentence
    assert "$104 million in first (Lusa, 17 March 2015, citing the ministry)" in found.sentence
    assert mismatch_from_json(json.loads(json.dumps(found.to_json()))) == found
    assert desk.ledger.verdict(second.verdict_id).mismatches == (found,)
    assert "$104 million in first" in desk.check("second", record=False).to_html()


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        ("rose 37.3 percent", "rose 48 percent", "two-stories"),
        ("rose 37.3 percent", "rose 37 percent", None),
        ("rose 37.3 percent", "fell 2 percent", "two-stories"),
        ("rose 37.3 percent", "rose 370 percent", None),
    ],
)
def test_changes_of_two_stories_are_set_side_by_side_too(tmp_path, first, second, rule):
    desk = tieline.open(tmp_path / "ledger", bundled=False)
    outcomes(desk, f"Trade between Chile and Kenya {first} in 2014.", "first")
    (found,) = outcomes(desk, f"Trade between Chile and Kenya {second} in 2014.", "second")
    assert [each.rule for each in found.mismatches] == ([rule] if rule else [])


@given(
    old=st.integers(1_000, 999_999), new=st.integers(1_000, 999_999), digits=st.integers(2, 4),
    part=st.integers(1, 99),
)  # fmt: skip
def test_honest_rounding_is_never_called_a_mistake(old, new, digits, part):
    def rounded(number):
        return float(f"{number:.{digits}g}")

    def level(number, **more):
        return measure(value=rounded(number), digits={"value": digits}, **more)

    change = round((new / old - 1) * 100, 1)
    if change == 0:
        return
    whole = new * 100
    claims = [
        level(old, period="2013"),
        measure(value=rounded(new), change_pct=change, base="2013",
                digits={"value": digits, "change_pct": len(f"{abs(change):.1f}") - 1}),
        measure(reporter="PRK", partner="WLD", value=rounded(whole), digits={"value": digits}),
        measure(partner="WLD", product="cars", hs=("8703",), value=rounded(whole * part / 100), share_pct=float(part),
                share_of="reporter_total_exports", digits={"value": digits, "share_pct": 2}),
    ]  # fmt: skip
    assert arithmetic_of(claims) == []


def test_a_pipeline_can_stop_at_a_mismatch(tmp_path):
    story = tmp_path / "story.txt"
    story.write_text(WHOLE + PARTS.format("41.7"), encoding="utf-8")
    arguments = ["check", str(story), "--published", "2015-03-17", "--ledger", str(tmp_path / "ledger"), "--no-bundled"]
    result = CliRunner().invoke(cli, [*arguments, "--format", "table", "--fail-on", "mismatch"])
    assert result.exit_code == 1
    assert "≠ $33.98 million of $82.17 million is 41.4%, not 41.7%." in result.output
