"""Printed digits and words to intervals: a table worked by hand, and what must hold for every number."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieline.check.intervals import tolerance
from tieline.model.precision import step_of
from tieline.model.vocabulary import Bound

# number, digits, word: supported from, to; imprecise from, to
BY_HAND = [
    (10_200_000, 3, None, 10_150_000, 10_250_000, 9_500_000, 10_500_000),
    (32, 2, None, 31.5, 32.5, 25, 35),
    (32, 2, "almost", 31, 32, 25, 35),
    (32, 2, "about", 30.5, 33.5, 25, 35),
    (32, 2, "over", 32, 40, 25, 50),
    (32, 2, "at_least", 32, 40, 25, 50),
    (32, 2, "under", 24, 32, 18, 35),
    (32, 2, "at_most", 24, 32, 18, 35),
    (90, 2, "over", 90, 112.5, 85, 140.625),
    (34_000_000, 2, None, 33_500_000, 34_500_000, 25_500_000, 35_000_000),
    (250_000, 6, None, 245_000, 255_000, 187_500, 312_500),
    (250_000, 6, "about", 237_500, 262_500, 187_500, 312_500),
    (46, 2, None, 45.5, 46.5, 45, 55),
    (-8, 1, None, -8.5, -7.5, -10, -6),
    (-8, 1, "almost", -8, -7.5, -10, -6),
    (100, 3, "almost", 95, 100, 75, 125),
    (31.9, 3, None, 31.85, 31.95, 31.5, 32.5),
    (10.5, 3, None, 10.45, 10.55, 9.5, 11.5),
    (5, 1, None, 4.5, 5.5, 3.75, 6.25),
    (1_000_000_000, 1, "over", 1e9, 2e9, 0.75e9, 2.5e9),
]


@pytest.mark.parametrize("row", BY_HAND)
def test_intervals_worked_by_hand(row):
    found = tolerance(*row[:3])
    assert (found.low, found.high, found.loose_low, found.loose_high) == pytest.approx(row[3:])


@pytest.mark.parametrize(
    ("number", "digits", "bound", "figure", "verdict"),
    [
        (10_200_000, 3, None, 10_170_000, "supported"),
        (10_200_000, 3, None, 10_026_641, "imprecise"),
        (10_200_000, 3, None, 10_200, "contradicted"),
        (32, 2, "almost", 31.9, "supported"),
        (32, 2, "almost", 30.0, "imprecise"),
        (32, 2, "almost", 32.6, "imprecise"),
        (32, 2, "almost", 8.0, "contradicted"),
        (32, 2, None, -31.9, "contradicted"),
        (90, 2, "over", 89.1, "imprecise"),
        (90, 2, "over", 93.0, "supported"),
        (10, 2, "over", 30.0, "contradicted"),
        (46, 2, None, 46.2, "supported"),
        (0, 1, None, 0.3, "supported"),
        (0, 1, None, 3.0, "contradicted"),
    ],
)
def test_verdicts_by_hand(number, digits, bound, figure, verdict):
    assert tolerance(number, digits, bound).verdict(figure) == verdict


def test_a_range_takes_both_ends():
    found = tolerance(20, 2, "between", 30)
    assert (found.low, found.high) == (19.5, 30.5)
    fall = tolerance(-20, 2, "between", -30)
    assert (fall.low, fall.high) == (-30.5, -19.5)


@pytest.mark.parametrize(
    ("number", "digits", "step"),
    [(250_000, 6, 10_000), (250_000, 2, 10_000), (1_234_000, 7, 1000), (10.0, 3, 0.1), (10_000_000, 3, 1e5), (7, 1, 1),
     (30, None, 1), (2_000, None, 100), (5e6, 1, 1e6), (0.04, 1, 0.01), (99.95, 4, 0.01)],
)  # fmt: skip
def test_the_unit_of_the_last_printed_digit(number, digits, step):
    assert step_of(number, digits) == pytest.approx(step)


NUMBERS = st.floats(min_value=1e-3, max_value=1e13).map(lambda x: float(f"{x:.4g}")) | st.integers(1, 10**9).map(float)
BOUNDS = st.sampled_from([None, "about", "almost", "over", "at_least", "under", "at_most"])


@given(NUMBERS, st.integers(1, 5) | st.none(), BOUNDS, st.sampled_from([1, -1]))
def test_what_holds_for_every_number(number: float, digits: int | None, bound: Bound | None, sign: int):
    found = tolerance(sign * number, digits, bound)
    assert found.verdict(sign * number) == "supported"
    assert found.loose_low <= found.low <= found.high <= found.loose_high
    for slip in (1000, 0.001, -1):
        assert found.verdict(sign * number * slip) == "contradicted"
    assert math.copysign(1, found.low) == math.copysign(1, found.high) == sign
    other = tolerance(-sign * number, digits, bound)
    assert (other.low, other.high) == (-found.high, -found.low)


@given(NUMBERS, st.integers(2, 5))
def test_about_lies_between_rounding_and_one_digit_fewer(number: float, digits: int):
    plain, about = tolerance(number, digits), tolerance(number, digits, "about")
    assert about.low <= plain.low < plain.high <= about.high
    assert about.high - about.low <= 0.1 * number * (1 + 1e-9) or about.high == plain.high
