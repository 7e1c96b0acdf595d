"""Numbers without a unit take that of a figure near them; years, days, ages, scores and counts of other things are none."""

from __future__ import annotations

import pytest

from story_facts import told, untold
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents
from tieline.read.numbers.carried_units import carried_figures
from tieline.read.numbers.figures import find_figures
from tieline.read.story.document import build_story

PUBLISHED = "2019-03-05"
FIGURES = [
    ("Peru's wine went to Chile (42 percent of it) and Bolivia took 17.", [17.0]),
    ("Exports to Ghana rose to 46.2 million euros from 40.1.", [40.1e6]),
    ("Kenya shipped 58,200 tonnes of tea to Egypt, up from 52,700 in 2017.", [52700.0]),
    ("Norway bought 22 percent of the fish, Poland 18.5 and Latvia 9.", [18.5, 9.0]),
    ("Deliveries to Oman were worth $12.4 million, against 9.8 the year before.", [9.8e6]),
]


@pytest.mark.parametrize(("text", "values"), FIGURES, ids=[text[:30] for text, _ in FIGURES])
def test_a_number_is_of_the_unit_and_scale_of_the_figure_beside_it(text, values):
    (sentence,) = build_story(Document("s", text, Period.parse(PUBLISHED), None, "en")).sentences
    kinds = {(f.kind, f.unit) for f in sentence.figures if not f.carried}
    carried = [f for f in sentence.figures if f.value in values]
    assert [f.value for f in carried] == values
    assert {(f.kind, f.unit) for f in carried} <= kinds


NONE = [
    "Exports to Ghana rose 12 percent to $46 million on May 5 and 6, when the two met.",
    "Peru's trade with Chile reached $3 billion in 2017 and the minister, Ana Paz, 52, praised it.",
    "Peru sold Chile 3,000 tonnes of fish, and beat it 3-1 in the final.",
    "Under Article 5 and Resolution 2270 the duty on steel from Peru is 12 percent.",
    "Oman bought 12 million barrels from Iraq; 150 factories use it, says a man of 40.",
    "Imports from Fiji came to $5 million, he said at 10:30, in room 12 on page 3.",
]


@pytest.mark.parametrize("text", NONE, ids=[text[:30] for text in NONE])
def test_years_days_ages_scores_and_counts_of_other_things_are_no_figures(text):
    known = find_figures(text)
    assert carried_figures(text, known, [], list) == []


STORIES = [
    (
        "Latvia's exports to Estonia were worth 46.2 million euros in 2018, the statistics bureau said. In 2017 they had been 40.1.",
        ("exports LVA EST 46200000", "exports LVA EST 40100000"),
    ),
    (
        "Moldova's wine sales to Poland fell in 2018, the customs service said. Poland took 14.6 percent of Moldova's wine exports, Romania 12.4.",
        ("exports MDA POL 14.6% of", "exports MDA ROU 12.4% of"),
    ),
    (
        "A duty of 12 to 21 per cent has been put by Egypt on Turkish steel, the trade ministry said on Monday.",
        ("tariff EGY TUR 12",),
    ),
    (
        "Ghana imported 90,000 tonnes of rice from Vietnam in 2018, a trade ministry report says. Seven crates in ten came by sea.",
        ("imports GHA VNM 90000",),
    ),
    (
        "Belarus's trade with Cuba came to $54.7 million in 2018, or 112.3 percent of the level of the same period of 2017.",
        ("trade BLR CUB 54700000 +12.3%",),
    ),
    (
        "Vanuatu's exports to Fiji rose to VT1,460 million in 2018 from VT1,220 million in 2017, the statistics office said.",
        ("exports VUT FJI 1460000000", "exports VUT FJI 1220000000"),
    ),
    (
        "Togo's exports to Benin rose to $318.420 million in 2018 from $246.915 in 2017, the central bank said.",
        ("exports TGO BEN 318420000",),
    ),
]


@pytest.mark.parametrize(("text", "facts"), STORIES, ids=[text[:30] for text, _ in STORIES])
def test_a_story_is_read_with_its_bare_numbers(text, facts):
    assert untold(facts, text, PUBLISHED) == []


def test_the_unit_of_a_bare_number_is_said_to_be_inferred():
    (result,) = read_documents([Document("s", STORIES[0][0], Period.parse(PUBLISHED), None, "en")])
    earlier = [c for c in result.claims if c.kind == "measure" and c.value == pytest.approx(40.1e6)]
    assert [c.unit for c in earlier] == ["EUR"]
    assert "unit" in earlier[0].inferred


def test_numbers_of_other_matters_are_not_told():
    text = (
        "Latvia's exports to Estonia were worth 46.2 million euros in 2018. The minister, who is 52, has held office since 2014. "
        "His party won 23 of 100 seats. The team from Riga won 4-2."
    )
    assert len(told(text, PUBLISHED)) == 1


@pytest.mark.parametrize(
    "part", ["third", "quarter", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
)
@pytest.mark.parametrize("count", ["one", "two", "three"])
def test_every_part_that_is_looked_for_has_its_size(count, part):
    some = part if count == "one" else f"{part}s"
    text = f"Chile bought {count} {some} of it, or {count}-{some}, and {count} {some} of one percent more."
    figures = find_figures(text)
    assert len(figures) == 3
    assert {f.kind for f in figures} == {"percent"}
