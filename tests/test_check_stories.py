"""Stories of several sentences as a paper would print them: no true claim of them contradicted, no untrue one supported.

The figures are invented. What the reader carries from sentence to sentence may be wrong, and then the check says that it is in doubt.
"""

from __future__ import annotations

import pytest

from test_check_support import flow
from tieline.check import check_claims
from tieline.ledger import Ledger
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents

# exports and imports of Chile with Kenya and with Norway, and of Norway with Kenya, in million dollars
LEVELS = {
    ("CHL", "KEN", "exports"): {2010: 60, 2011: 80, 2012: 75, 2013: 72, 2014: 90},
    ("CHL", "KEN", "imports"): {2010: 10, 2011: 11, 2012: 14, 2013: 21, 2014: 20},
    ("CHL", "NOR", "exports"): {2010: 30, 2011: 31, 2012: 33, 2013: 40, 2014: 41},
    ("CHL", "NOR", "imports"): {2010: 50, 2011: 52, 2012: 60, 2013: 63, 2014: 80},
    ("NOR", "KEN", "exports"): {2013: 35, 2014: 34},
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    ledger = Ledger.create(tmp_path_factory.mktemp("stories"))
    ledger.add_flows(
        flow(reporter=who, partner=whom, flow=way, period=year, value=million * 1e6)
        for (who, whom, way), years in LEVELS.items()
        for year, million in years.items()
    )
    return ledger


def verdicts(shelf, text):
    document = Document("t", text, Period.parse("2015-06-10"), "Lusa", "en")
    claims = next(iter(read_documents([document]))).claims
    outcomes = [v for v in check_claims(claims, shelf, document=document) if v.dataset is None]
    return [(v.quote["exact"], v.verdict.removesuffix("-with-context"), v) for v in outcomes]


TRUE = {
    "a second change of the next year": "Chile's exports to Kenya fell 6.3 percent in 2012 and another 4 percent the year after.",
    "a second change of the year before": (
        "Chile's exports to Kenya rose by a quarter to $90 million in 2014 after falling 4 percent the year before."
    ),
    "what comes after a move in a year is not of that year": (
        "Chile's exports to Kenya were $90 million last year. Imports from Norway recovered by 27 percent to $80 million after a rise of 5 percent in 2013."
    ),
    "the words of the next sentence are its own": (
        "Chile's exports to Norway rose 2.5 percent to $41 million in 2014, while imports from Kenya fell 4.8 percent to $20 million. Exports to Norway have grown every year since 2010."
    ),
    "the years before the quote": "Between 2010 and 2014 Chile's exports to Kenya rose by half. Over the same period its imports from Kenya doubled.",
    "another period that the story told of": (
        "Chile's exports to Kenya rose 25 percent to $90 million in 2014. In 2013 they had fallen 4 percent. Two-way trade grew by 18 percent to $110 million."
    ),
    "a level that is passed is no change": "Chile's exports to Kenya climbed above $85 million in 2014. Its imports from Kenya fell below $21 million.",
    "a second country as the subject": (
        "Chile's exports to Kenya rose 25 percent to $90 million in 2014. Norway, once the larger seller, imported goods worth $41 million from Chile."
    ),
    "a goal is no level": "Trade between Chile and Kenya grew 18 percent to $110 million in 2014, still far from the $200 million goal.",
    "what another year's level is held against": "Chile's exports to Kenya came to $90 million in 2014, some 12 percent above the 2011 level.",
    "a change behind 'after' goes to the earlier level, and the record with it": (
        "Chile's imports from Kenya dipped to $20 million in 2014, after rising 50 percent to a record $21 million in 2013."
    ),
    "down from a peak": "Chile's imports from Kenya were down 5 percent from their 2013 peak of $21 million.",
    "short of a record": "Chile's exports to Kenya came to $72 million in 2013. They were $8 million short of the record set in 2011.",
    "the same year": (
        "Chile's exports to Kenya fell 4 percent in 2013. Its exports to Norway rose 21 percent the same year. In 2014 exports to Norway came to $41 million."
    ),
    "a third straight year": "Chile's imports from Norway rose for the third straight year in 2014, to $80 million.",
    "what one sold more than it bought is a balance": "Chile bought $39 million more from Norway than it sold there in 2014.",
    "what one sold more than the other": "Kenya bought $70 million more from Chile in 2014 than Chile bought from Kenya.",
    "what one sold less, told with a bound": "Chile sold more than $38 million less to Norway than it bought there in 2014.",
    "what one bought more than the other did": "Chile bought $39 million more from Norway in 2014 than Norway did from Chile.",
    "a level of a time that is gone": "Chile's imports from Kenya, once worth more than $40 million a year, slid to $20 million in 2014.",
    "those to another": "Chile's exports to Kenya rose 25 percent in 2014 while those to Norway rose 2.5 percent.",
    "a verb between two ends": "Chile's imports from Kenya fell to $20 million in 2014 from $21 million in 2013.",
    "a level that is passed, in other words": "Chile's imports from Kenya slipped under $21 million in 2014.",
    "a change with the partner behind it": "Chile sold 25 percent more to Kenya in 2014, but only 2.5 percent more to Norway.",
    "larger than it was": "Chile's exports to Kenya are 50 percent larger than they were in 2010.",
    "what rose by half": "Chile's imports from Kenya rose by half in 2013.",
    "a part of what goes the other way": "Chile sells Norway half of what it buys there.",
    "what stands against a year of long ago": "Chile's exports to Kenya are up by half from 2010.",
}
UNTRUE = {
    "a deficit that is told as a surplus": "Chile's trade surplus with Norway widened in 2014.",
    "a verb that says how strongly": "Chile's exports to Norway surged in 2014.",
    "a level with a year in a row that is not": "Chile's imports from Kenya rose for the third straight year in 2014, to $20 million.",
    "a bound that was not passed": "Chile's exports to Kenya passed $91 million in 2014.",
    "the partner is named, so whose it is is sure": (
        "Chile's exports to Kenya rose 25 percent to $90 million in 2014, and its imports from Kenya rose 5 percent to $20 million."
    ),
    "both ways round": "Chile's imports from Kenya were $90 million in 2014. Its exports to Kenya came to $20 million.",
    "a size behind the verb": "Chile's exports to Kenya surged by more than half in 2014.",
    "a size behind the verb, without 'by'": "Chile's exports to Kenya rose over half in 2014.",
    "a size in one half": "Chile's exports to Kenya rose by one half in 2014.",
    "the verb between two ends": "Chile's imports from Kenya rose to $20 million in 2014 from $21 million in 2013.",
    "the verb behind the level": "Chile's exports to Kenya were $90 million in 2014, down from $72 million in 2013.",
    "the wrong seller of the two": "Chile sold $39 million more to Norway than it bought there in 2014.",
    "the wrong difference of the two": "Chile sold Kenya $90 million more than it bought in 2014.",
    "more than it came to in any year since": "Chile's imports from Norway have quadrupled since 2010.",
    "the wrong part of what goes the other way": "Chile sells Norway a quarter of what it buys there.",
    "the wrong part of an earlier level": "Chile's exports to Norway came to $41 million in 2014, half of what they were in 2013.",
    "a rare verb": "Chile's exports to Norway skidded 20 percent to $41 million in 2014.",
    "smaller than it was, told wrongly": "Chile's imports from Kenya are a third smaller than they were in 2010.",
    "a change with the partner behind it, told wrongly": "Chile sold 25 percent more to Kenya in 2014, but 12 percent less to Norway.",
    "those to another, told wrongly": "Chile's exports to Kenya rose 25 percent in 2014 while those to Norway rose 20 percent.",
    "a rank that a larger partner takes": "Norway was Chile's largest export market in 2014.",
    "the first of two changes has the other's size": "Chile's exports to Kenya fell 4 percent in 2012 and another 6.3 percent the year after.",
}  # fmt: skip


@pytest.mark.parametrize("name", TRUE)
def test_a_true_story_is_not_contradicted(shelf, name):
    found = verdicts(shelf, TRUE[name])
    assert found
    assert [
        (words, verdict, v.nearest) for words, verdict, v in found if verdict in {"contradicted", "imprecise"}
    ] == []


@pytest.mark.parametrize("name", UNTRUE)
def test_an_untrue_claim_is_not_supported(shelf, name):
    found = verdicts(shelf, UNTRUE[name])
    worst = [verdict for _, verdict, _ in found if verdict in {"contradicted", "imprecise"}]
    assert worst, found


def test_what_was_carried_over_and_may_be_another_thing_says_what_holds(shelf):
    text = "Chile's exports to Kenya rose 25 percent to $90 million in 2014. In 2013 they had fallen 4 percent. Two-way trade grew by 18 percent to $110 million."
    *_, (_, verdict, outcome) = verdicts(shelf, text)
    notes = {part.note for part in outcome.parts}
    assert verdict == "supported" or all(
        note.startswith("it holds if it is one of 2014, of which the story tells too: ") for note in notes
    )


DOUBTFUL = {
    "a pair that another sentence named": (
        "Chile's exports to Kenya were $90 million in 2014. Chile's exports to Norway were $41 million in 2014. Over there nobody was surprised. Imports came to $30 million in 2014.",
        "$30 million",
    ),
    "a level moved from at no time": ("Chile's imports from Kenya slumped from around $80 million to $20 million.", "$80 million"),
    "a year that is not over": ("Chile's exports to Kenya came to $50 million in 2015.", "$50 million"),
    "a change in a word that is not known": ("Chile's exports to Norway zagged 20 percent to $41 million in 2014.", "$41 million"),
    "a change with several partners": ("Chile sold 25 percent more to Kenya in 2014, but 12 percent less to Norway and Peru.", "-12%"),
    "a part of a flow": (
        "Chile's imports from Norway were $80 million in 2014. About $30 million of the imports were late.",
        "$30 million",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DOUBTFUL)
def test_what_is_in_doubt_is_not_contradicted(shelf, name):
    text, claimed = DOUBTFUL[name]
    found = [(verdict, v.nearest) for _, verdict, v in verdicts(shelf, text) if v.claimed == claimed]
    assert found
    assert {verdict for verdict, _ in found} <= {"ambiguous", "no-data", "not-checkable"}, found
