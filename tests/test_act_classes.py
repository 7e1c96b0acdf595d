"""`classify_act`: the type of an act between two marked parties, states or not, in sentences of our own wording."""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import pytest

import tieline
from tieline.model.errors import UsageError

ACTS = [
    ("AGREE", 1, "Ghana has promised to lend Togo two ferries.", "Ghana", "Togo"),
    ("AGREE", 1, "The minister of Ghana will visit Togo in May.", "Ghana", "Togo"),
    ("CONSULT", 1, "The rebels held talks with the government on Monday.", "The rebels", "the government"),
    ("SUPPORT", 1, "The union praised the minister for his patience.", "The union", "the minister"),
    (
        "COOPERATE",
        2,
        "Latvian police shared intelligence with their Estonian colleagues.",
        "Latvian police",
        "Estonian",
    ),
    ("AID", 2, "Farmers were given seed and food aid by Norway.", "Norway", "Farmers"),
    ("CONCEDE", 2, "The court freed three journalists on Friday.", "The court", "three journalists"),
    ("RETREAT", 2, "Chad withdrew its troops from Niger.", "Chad", "Niger"),
    ("REQUEST", 3, "Bolivia said that Paraguay must open the river.", "Bolivia", "Paraguay"),
    ("ACCUSE", 3, "The opposition was accused by the premier of theft.", "the premier", "The opposition"),
    ("REJECT", 3, "Malta said it would not give money to Cyprus.", "Malta", "Cyprus"),
    ("THREATEN", 3, "The militia vowed to attack the convoy.", "The militia", "the convoy"),
    ("PROTEST", 4, "Thousands of students marched against the junta.", "students", "the junta"),
    ("SANCTION", 4, "Kenya imposed an embargo on Eritrea.", "Kenya", "Eritrea"),
    ("MOBILIZE", 4, "Peru massed troops along the border with Chile.", "Peru", "Chile"),
    ("COERCE", 4, "Police arrested nine members of the sect.", "Police", "the sect"),
    ("COERCE", 4, "The president has banned the party of his rival.", "The president", "the party"),
    ("ASSAULT", 4, "Gunmen shot two guards in the capital.", "Gunmen", "two guards"),
]


@pytest.mark.parametrize(("kind", "quad", "sentence", "source", "target"), ACTS)
def test_an_act_between_marked_parties_has_its_type_and_class(kind, quad, sentence, source, target):
    found = tieline.classify_act(sentence, source, target)
    assert (found.type, found.quad) == (kind, quad)
    assert 0 < found.confidence <= 1


def test_parties_may_be_marked_by_their_place_and_a_target_may_be_left_out():
    sentence = "Chile accused Peru, and Peru thanked Chile."
    back = tieline.classify_act(sentence, (24, 28), (37, 42))
    assert (sentence[24:28], back.type) == ("Peru", "SUPPORT")
    assert tieline.classify_act("Kenya imposed an embargo.", "Kenya", None).type == "SANCTION"


@pytest.mark.parametrize("party", ["Brazil", "", (5, 5), (0, 999)])
def test_a_party_that_the_sentence_does_not_hold_is_refused(party):
    with pytest.raises(UsageError, match="source"):
        tieline.classify_act("Chile accused Peru.", party, "Peru")


@pytest.fixture(scope="module")
def held():
    """Sentences that the model did not learn from, with what it tells of them."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))
    import act_patterns  # noqa: PLC0415  beside the script that learns from them
    import act_sentences  # noqa: PLC0415

    sentences = act_sentences.read("held")
    learned_from = [*act_sentences.read("train"), *act_patterns.made()]
    assert not {s.text for s in sentences} & {s.text for s in learned_from}
    assert {s.type for s in learned_from} == {s.type for s in sentences}
    return [(s.type, tieline.classify_act(s.text, s.source, s.target)) for s in sentences]


def test_most_acts_in_sentences_with_other_verbs_have_their_type(held):
    right, all_of, told = defaultdict(int), defaultdict(int), defaultdict(int)
    for kind, found in held:
        right[kind] += kind == found.type
        all_of[kind] += 1
        told[found.type] += 1
    assert sum(2 * right[k] / (all_of[k] + told[k]) for k in all_of) / len(all_of) >= 0.80


def test_confidence_is_near_the_share_of_answers_that_are_right(held):
    assert sum(f.confidence for _, f in held) / len(held) == pytest.approx(
        sum(kind == f.type for kind, f in held) / len(held), abs=0.12
    )
