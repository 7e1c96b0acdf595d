"""What is worth parsing: news of firms promises nothing and is left, a story on two countries is parsed as the gate says."""

import json
from pathlib import Path

import pytest

from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents
from tieline.read.story.document import build_story
from tieline.read.worth import let_in, worth_parsing

OF_A_FIRM = """Halvard Foods Inc said its sales rose 9 pct to 412 mln dlrs in the quarter ended March 31.

The company said net income fell to 1.12 dlrs a share from 1.30 dlrs a year earlier.

It said the lower earnings reflected higher interest costs and a loss on the sale of its bakery unit.

Halvard said it expects shareholders to vote on the merger with Pine Stores Corp in May.

The company, based in the United States, said orders received in the first quarter totaled 91 mln dlrs.

Analysts had looked for earnings of 1.25 dlrs a share.
"""
AN_ACT = "Halvard said Canada imposed sanctions on Iran."
OF_TWO = """Kenya's exports to Uganda rose 9 percent to 412 million dollars in the first quarter.

The bureau of statistics said sales of cement were the highest in four years.

Imports fell to 112 million dollars from 130 million dollars.

Uganda's trade minister met his Kenyan counterpart on Monday to sign a border accord.
"""


def document(text):
    return Document("story", text, Period.parse("2015-03-17"), lang="en")


def test_news_of_a_firm_has_the_words_of_a_claim_and_is_left():
    story = build_story(document(OF_A_FIRM))
    assert let_in(story)
    assert worth_parsing(story) == []


def test_an_act_between_two_countries_is_parsed_whatever_its_story_promises():
    story = build_story(document(f"{OF_A_FIRM}\n{AN_ACT}\n"))
    assert AN_ACT in [sentence.text for sentence in worth_parsing(story)]
    (result,) = read_documents([story.document])
    assert [(claim.actor, claim.target, claim.type) for claim in result.claims if claim.kind == "event"] == [
        ("CAN", "IRN", "SANCTION")
    ]


def test_a_story_on_two_countries_is_parsed_as_the_gate_says():
    story = build_story(document(OF_TWO))
    assert worth_parsing(story) == [sentence for sentence, _ in let_in(story)]


@pytest.mark.parametrize("name", ["dev2", "dev4"])
def test_no_annotated_claim_lies_in_a_sentence_that_is_left(name):
    folder = Path(__file__).parent / "gold" / name
    for line in (folder / "documents.jsonl").read_text("utf-8").splitlines():
        given = json.loads(line)
        story = build_story(Document(given["id"], given["text"], Period.parse(given["published"]), lang="en"))
        left = {s.index for s, _ in let_in(story)} - {s.index for s in worth_parsing(story)}
        told = (folder / f"{given['id']}.yaml").read_text("utf-8")
        assert not [s.text for s in story.sentences if s.index in left and s.text[:60] in told]
