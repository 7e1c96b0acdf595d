"""Directions that no rule tells: what is likely is told, marked as such; what moves nothing of trade, or is no fact, stays untold."""

import pytest

from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents
from tieline.read.trends import untold

CHILE = "Chile's trade with Poland came to $90 million in 2015, and its exports to $60 million, the ministry said. "
KENYA = "Kenya exported tea worth $120 million to Pakistan in 2018, the customs service said. "


def guessed(text, published="2019-05-20"):
    document = Document("s", text, Period.parse(published), None, "en")
    (result,) = read_documents([document])
    return [c for c in result.claims if c.kind == "trend" and "direction" in c.inferred]


def facts(trends):
    return [(t.indicator, t.reporter, t.partner, t.direction) for t in trends]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (CHILE + "Wine to Poland, though, lost ground.", ("exports", "CHL", "POL", "down")),
        (KENYA + "Coffee shipments to Pakistan moved sideways.", ("exports", "KEN", "PAK", "flat")),
    ],
)
def test_what_no_rule_knows_is_told_where_it_is_likely(text, fact):
    """By words that move only beside others, of the flow that the sentence or the story speaks of."""
    assert fact in facts(guessed(text))


def test_a_guess_says_that_it_is_one():
    """Its direction is inferred, as are the sides that the sentence does not name; its confidence is how likely it is; its words are the text's."""
    text = CHILE + "Wine to Poland, though, lost ground."
    (trend,) = guessed(text)
    assert {"direction", "reporter"} <= set(trend.inferred)
    assert "partner" not in trend.inferred
    assert 0.3 < trend.confidence < 1
    assert text[trend.quote.start : trend.quote.end] == trend.quote.exact
    assert "lost ground" in trend.quote.exact


@pytest.mark.parametrize(
    "behind",
    [
        "Coffee shipments to Pakistan moved sideways as prices sank.",
        "The minister called for shipments of coffee to Pakistan to swell.",
        "Nairobi, where she grew up, was quiet.",
        "Shipments of coffee to Pakistan have not thinned.",
        "Shipments of coffee to Pakistan have thinned by a fifth.",
    ],
)
def test_what_is_no_fact_of_trade_is_not_guessed(behind):
    """Prices that move, what is wanted, who grows up, what is denied, and what a figure shows."""
    assert guessed(KENYA + behind) == []


@pytest.mark.parametrize(
    "behind",
    [
        "The minister hoped that wine to Poland would lose ground.",
        "Wine to Poland, though, would have lost ground.",
        "Wine to Poland has hardly lost ground.",
    ],
)
def test_likely_words_are_no_fact_where_they_are_wished_supposed_or_denied(behind, monkeypatch):
    """The same words are guessed where it is not asked whether they are told as a fact."""
    assert guessed(CHILE + behind) == []
    monkeypatch.setattr(untold, "is_told_so", lambda *_: True)
    assert facts(guessed(CHILE + behind)) == [("exports", "CHL", "POL", "down")]


def test_what_a_rule_has_told_is_not_told_again():
    """One claim for one direction, and none of it guessed."""
    text = KENYA + "Shipments of coffee to Pakistan have all but dried up."
    (result,) = read_documents([Document("s", text, Period.parse("2019-05-20"), None, "en")])
    assert facts(c for c in result.claims if c.kind == "trend") == [("exports", "KEN", "PAK", "down")]
    assert guessed(text) == []
