"""What is worth parsing: news of firms promises nothing and is left, a story on two countries is parsed as the gate says."""

import pytest

from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents
from tieline.read.prospects import marks_of, most_named, odds
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


@pytest.mark.parametrize(
    "told",
    [
        "Fewer Japanese holiday in Poland, the bank found.",
        "Mexico is Poland's largest trading partner among them.",
        "Relations between Mexico and Cuba have cooled.",
        "Japan exports fall again",
    ],
)
def test_what_names_two_countries_and_a_headline_on_trade_are_parsed_whatever_their_story_promises(told):
    text = f"{told}\n\n{OF_A_FIRM}" if told.endswith("again") else f"{OF_A_FIRM}\n{told}\n"
    story = build_story(document(text))
    assert told in [sentence.text for sentence in worth_parsing(story)]


def test_which_country_it_is_speaks_neither_for_a_claim_nor_against_one():
    def weighed(name):
        story = build_story(document(f"{OF_A_FIRM}\n{name}'s imports fell 3 pct, {name} said.\n"))
        most = most_named(story)
        return [odds(marks_of(sentence, look, story, most)) for sentence, look in let_in(story)]

    assert weighed("Poland") == weighed("Serbia")
