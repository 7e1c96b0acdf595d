"""Levels, changes and what they are held against, as statistics offices and agencies tell them: sentences worked out by hand."""

from __future__ import annotations

import re

import pytest

from tieline.model.claims import Claim, Measure, Trend
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents

Told = tuple[str | None, str | None]
"""Period and base of a number."""


def claims_of(text: str, published: str) -> tuple[Claim, ...]:
    """What the reader makes of a text."""
    return next(iter(read_documents([Document("story", text, Period.parse(published))]))).claims


def told_by(text: str, published: str) -> dict[tuple[str, float], Told]:
    """Of each change and level, its period and its base."""
    found: dict[tuple[str, float], Told] = {}
    for m in claims_of(text, published):
        if isinstance(m, Measure):
            when = (m.period.iso if m.period else None, m.base.iso if m.base else None)
            for field in ("value", "change_pct", "share_pct"):
                if (number := getattr(m, field)) is not None:
                    found[(field, number)] = when
    return found


@pytest.mark.parametrize(
    ("published", "text", "wanted"),
    [
        (
            "2017-07-20",
            "Denmark's exports to Latvia rose 4.4 percent to $70 million in May. The surplus with Latvia shrank to $12 million from $15 million in April.",
            {
                ("change_pct", 4.4): ("2017-05", "2017-04"),
                ("value", -12e6): None,
                ("value", 12e6): ("2017-05", "2017-04"),
            },
        ),
        (
            "2017-07-20",
            "Exports to Chile went up 2.5 per cent to $300 million in May, Statistics Canada said. Imports from Chile fell 4 per cent.",
            {("change_pct", 2.5): ("2017-05", "2017-04"), ("change_pct", -4.0): ("2017-05", "2017-04")},
        ),
        (  # the story holds its figures against a year before
            "2017-07-20",
            "Denmark's exports to Latvia rose 4.4 percent in May. The surplus with Latvia shrank to $12 million from $15 million in April. Exports to Malta were up 9 percent from a year earlier.",
            {("change_pct", 4.4): ("2017-05", "2016-05"), ("change_pct", 9.0): ("2017-05", "2016-05")},
        ),
        (  # nothing tells
            "2017-07-20",
            "Denmark's exports to Latvia rose 4.4 percent in May.",
            {("change_pct", 4.4): ("2017-05", "2016-05")},
        ),
        (
            "2018-06-10",
            "Mexico's exports to Peru fell 6 percent in April, the steepest fall since a slump in October 2013. Imports from Peru rose 3 percent.",
            {("change_pct", -6.0): ("2018-04", "2017-04"), ("change_pct", 3.0): ("2018-04", "2017-04")},
        ),
        (
            "2018-06-10",
            "Mexico's surplus with Peru came to 90 million euros in April, the lowest after August 2012.",
            {("value", 90e6): ("2018-04", None)},
        ),
        (  # what fell before is of its own time
            "2018-06-10",
            "Mexico's exports to Peru rose 6 percent in April after a drop of 2 percent in March 2018.",
            {("change_pct", 6.0): ("2018-04", "2017-04"), ("change_pct", -2.0): ("2018-03", "2017-03")},
        ),
        (
            "2019-08-20",
            "Growth in Korea's exports to Vietnam slowed to 6 percent in June from 14 percent in May.",
            {("change_pct", 6.0): ("2019-06", "2018-06"), ("change_pct", 14.0): ("2019-05", "2018-05")},
        ),
        (
            "2019-08-20",
            "Korea's exports to Vietnam fell 3 percent in June, easing from the 8 percent decline seen in May.",
            {("change_pct", -3.0): ("2019-06", "2018-06"), ("change_pct", -8.0): ("2019-05", "2018-05")},
        ),
        (  # levels of two months are held against each other
            "2019-08-20",
            "Korea's exports to Vietnam fell to $3 billion in June from $4 billion in May.",
            {("value", 3e9): ("2019-06", "2019-05"), ("value", 4e9): ("2019-05", None)},
        ),
        (
            "2020-05-20",
            "Spain's crude imports from Libya rose to 0.5 million bpd in April. That compares with 0.2 million bpd in April 2019. Supplies from Angola fell to 0.1 million bpd.",
            {("value", 5e5): ("2020-04", None), ("value", 2e5): ("2019-04", None), ("value", 1e5): ("2020-04", None)},
        ),
        (
            "2021-02-25",
            "Ghana shipped 900 tons of cocoa worth $3 million to Egypt in 2020. In the previous year it shipped 700 tons worth $2 million.",
            {("value", 700.0): ("2019", None), ("value", 2e6): ("2019", None)},
        ),
        (
            "2022-09-08",
            "New Zealand's exports to Fiji rose to $400 million in the full year to June.",
            {("value", 4e8): ("2021-07/2022-06", None)},
        ),
        (
            "2024-02-10",
            "Trade between Ghana and India has tripled over the past six years and reached $5 billion in 2023.",
            {("value", 5e9): ("2023", "2017"), ("change_pct", 200.0): ("2023", "2017")},
        ),
        (
            "2024-02-10",
            "Italy's exports to Malta rose by 30 percent in 2016-21.",
            {("change_pct", 30.0): ("2021", "2016")},
        ),
        (  # an average leads from no year to another
            "2024-02-10",
            "Italy's exports to Malta grew 7 percent a year in the past six years.",
            {("change_pct", 7.0): ("2018/2024", None)},
        ),
    ],
)
def test_time_and_base(published: str, text: str, wanted: dict[tuple[str, float], Told | None]) -> None:
    """A number is of its own time, and held against the one that the story's words tell."""
    found = told_by(text, published)
    for number, when in wanted.items():
        assert found.get(number) == when, (number, found)


@pytest.mark.parametrize(
    ("text", "field", "number"),
    [
        ("Chile's exports to Italy fell by a more modest 3 percent in 2018.", "change_pct", -3.0),
        ("Chile's exports to Italy fell a far more modest 3 percent in 2018.", "change_pct", -3.0),
        ("Chile's exports to Italy rose by a less robust 3 percent in 2018.", "change_pct", 3.0),
        ("Chile's exports to Italy fell by 7 percent or €30 million to €410 million in 2018.", "value", 410e6),
        ("Chile's exports to Italy rose to $2. 7 billion in 2018.", "value", 2.7e9),
        ("Chile's exports to Italy rose by 11. 5 percent in 2018.", "change_pct", 11.5),
        ("Japan's exports to Italy came to JPY 1.4T in 2018.", "value", 1.4e12),
        ("Chile's exports to Italy rose to three-point-85 billion dollars in 2018.", "value", 3.85e9),
        ("Chile's exports to Italy grew 31-and-a-half percent in 2018.", "change_pct", 31.5),
    ],
)
def test_number_and_sign(text: str, field: str, number: float) -> None:
    """A number is what its words spell, and goes the way that its verb goes."""
    assert (field, number) in told_by(text, "2019-03-01")


def test_sentences_end_before_a_number() -> None:
    """Only behind a sign of money or a word that leads to a number is a stop with a blank a decimal point."""
    found = told_by("Chile's exports to Italy fell in 2018. 5 million tonnes of copper went to Italy.", "2019-03-01")
    assert ("value", 5e6) in found


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("Chile's copper exports to Japan were $3 billion in May, above $2 billion in April.", 2e9, None),
        (
            "Chile's copper exports to Japan were $3 billion in May but well below $4 billion in May last year.",
            4e9,
            None,
        ),
        ("Chile's copper exports to Japan rose above $3 billion in May.", 3e9, "over"),
        ("Chile's copper exports to Japan rose 9 percent, up to $6 billion, in 2018.", 6e9, None),
        ("Chile may lend Japan up to $6 billion.", 6e9, "at_most"),
    ],
)
def test_bound(text: str, value: float, bound: str | None) -> None:
    """The level of another time is as exact as it is printed; "up to" behind a rise leads to a level."""
    bounds = [m.bound for m in claims_of(text, "2019-06-20") if isinstance(m, Measure) and m.value == value]
    assert bounds == [bound]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Kenya's exports to Japan dropped in 2018 because of a 25 percent fall in the shilling.", "down"),
        ("Kenya's exports to Japan rose in 2018 thanks to tea prices, which have surged 30 percent.", "up"),
        ("Kenya's exports to Japan rose in 2018 as tea prices climbed 12 percent.", "up"),
        ("Kenya's exports to Japan fell in 2018 with a 10 percent drop in the price of tea.", "down"),
    ],
)
def test_changes_of_prices(text: str, direction: str) -> None:
    """By how much a price or a currency moved is no change of the flow, which is told without a figure."""
    claims = claims_of(text, "2019-06-20")
    assert not [c for c in claims if isinstance(c, Measure)]
    assert [c.direction for c in claims if isinstance(c, Trend)] == [direction]


def test_changes_of_flows_beside_prices() -> None:
    """A flow's own change is told, whatever its reason is."""
    told = told_by("Kenya saw a 10 percent drop in exports to Japan in 2018 because of a fall in prices.", "2019-06-20")
    assert told == {("change_pct", -10.0): ("2018", "2017")}


@pytest.mark.parametrize(
    "text",
    [
        "Italy's exports to Malta were the second highest on record in March.",
        "Italy's exports to Malta reached 3 billion euros in March, the fourth highest value on record.",
    ],
)
def test_ranked_records(text: str) -> None:
    """The second highest is no record, which the highest is."""
    assert not [c for c in claims_of(text, "2019-06-20") if isinstance(c, Trend)]
    highest = re.sub(r"(?:second|fourth) highest", "highest", text)
    assert [c.direction for c in claims_of(highest, "2019-06-20") if isinstance(c, Trend)] == ["record_high"]


@pytest.mark.parametrize(
    ("text", "number", "wanted"),
    [
        (
            "Peru's trade with Chile has already exceeded that of the whole of last year by 4 percent.",
            4.0,
            ("2019", "2018"),
        ),
        (
            "From January 1 to June 30, Peru's exports to Chile rose 4 percent. By July 5 they were 7 percent higher than in the same six months of 2018.",
            4.0,
            ("2019-01/2019-06", "2018-01/2018-06"),
        ),
    ],
)
def test_whole_years_and_counted_months(text: str, number: float, wanted: Told) -> None:
    """A year that this one has passed is its base; so many months are as many of another year."""
    assert told_by(text, "2019-09-20")[("change_pct", number)] == wanted


def test_gap_narrowed_by_exports() -> None:
    """What exports have narrowed is the gap, and they did not fall."""
    claims = claims_of("Chile's exports to Peru helped to shrink the deficit in May.", "2019-06-20")
    assert not [c for c in claims if isinstance(c, Trend) and c.indicator == "exports" and c.direction == "down"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Oman see an opportunity to raise trade to $5 billion.",
        "The ministers of Kenya and Oman discussed opportunities to increase mutual trade to $5 billion in the coming years.",
    ],
)
def test_chances_are_aims(text: str) -> None:
    """What there is an opportunity to reach is not reached."""
    found = [m.modality for m in claims_of(text, "2019-06-20") if isinstance(m, Measure) and m.value == 5e9]
    assert found == ["target"]
