"""Short stories whose figures are one fact though they are told apart: level, change and share of one flow."""

from __future__ import annotations

import pytest

from story_facts import told, untold
from tieline.read.numbers.figures import find_figures

STORIES = [
    (
        "Spain took $873 million worth of exports from Chad, or a 14.7% share of the total.",
        ("exports TCD ESP 8.73e8 14.7%",),
    ),
    (
        "Georgia's turnover with Chile was some $305.7 million (a share of 19.6 percent and a fall of 51.8 percent).",
        ("trade GEO CHL 3.057e8 19.6% -51.8%",),
    ),
    (
        (
            "The rest of the top buyers of Chad's exports are France, which took 7.25% of exports, or $430 million, 34% more than a year before; "
            "the Netherlands, with 7.09% of exports but 54% less than before at $420 million, and Peru, with a 7% share at $415 million, 33% less."
        ),
        ("exports TCD FRA 4.3e8 +34% 7.25%", "exports TCD NLD 4.2e8 -54% 7.09%", "exports TCD PER 4.15e8 -33% 7%"),
    ),
    (
        "Kenya's exports of tea were $900 million. Egypt took exports of $110 million. Next was Chad, with an export value of $80 million.",
        ("exports KEN EGY 1.1e8", "exports KEN TCD 8e7"),
    ),
    (
        "Kenya's exports to Chad grew by 2.7 per cent in the first four months of 2022. In January-April they came to $181 million.",
        ("exports KEN TCD +2.7%", "exports KEN TCD 1.81e8 +2.7%"),
    ),
    (
        "Peru's exports to Togo grew 5 percent in May 2022. In June they came to $181 million.",
        ("exports PER TGO +5%", "exports PER TGO 1.81e8"),
    ),
]


@pytest.mark.parametrize(("text", "facts"), STORIES, ids=[text[:48] for text, _ in STORIES])
def test_figures_of_one_fact_are_one_measure(text, facts):
    assert untold(facts, text, "2022-08-20") == []


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("China bought 10.7 percent of Chad's total exports of $447 million.", {"share_pct": 10.7}),
        ("Exports of Chad to Peru were up 57 percent at $494 million, and 76 percent of the total was cotton.", {"value": 4.94e8, "change_pct": 57.0}),
        ("Peru's exports to Togo grew 5 percent in May 2022. In June they came to $181 million.", {"value": 1.81e8}),
    ],
)  # fmt: skip
def test_what_is_not_one_fact_stays_apart(text, alone):
    assert alone in [numbers for _, numbers in told(text, "2022-08-20")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("57 895 856 litres against 53 745 526 litres", [57895856, 53745526]),
        ("on May 12 500 tonnes, in 2013 500 tonnes", [500, 500]),
        ("some 12 500 tonnes", [12500]),
        ("fell eight-tenths of 1 percent to $91.6 billion", [0.8, 9.16e10]),
        ("half a percent and three-quarters of one per cent", [0.5, 0.75]),
        ("up nine-tenths of a percentage point", [0.9]),
        ("three of every four barrels, nine of 10 bananas", [75, 90]),
        ("two of four barrels", [4]),
    ],
)
def test_a_number_in_blanks_and_parts(text, values):
    assert [f.value for f in find_figures(text)] == values
