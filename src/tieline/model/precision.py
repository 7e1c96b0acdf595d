"""How exact a printed number is: its significant digits, and the unit of the last of them."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal


def shortest_digits(number: float) -> int:
    """Count the significant digits of the shortest decimal of a number, without trailing zeros.

    >>> shortest_digits(10_200_000), shortest_digits(0.5), shortest_digits(31.9)
    (3, 1, 3)
    """
    return len(Decimal(repr(float(number))).normalize().as_tuple().digits)


def rounded(number: float, digits: int) -> float:
    """Round a number to some significant digits as a person does, halves away from zero.

    >>> rounded(19_615_000_000, 4), rounded(28_425_000_000, 4), rounded(-0.25, 1), rounded(0.0, 4)
    (19620000000.0, 28430000000.0, -0.3, 0.0)
    """
    exact = Decimal(repr(float(number)))
    if not exact:
        return 0.0
    return float(exact.quantize(Decimal(1).scaleb(exact.adjusted() - digits + 1), ROUND_HALF_UP))


def step_of(number: float, digits: int | None = None) -> float:
    """Give the unit of the last digit that was printed and counts.

    Args:
        number: The number claimed, not zero.
        digits: Significant digits as printed; where not given, those of the shortest decimal, but at least two of a
            whole number. The zeros at the end of a whole number printed in full (250,000 with six digits) count no
            further than the second digit.

    >>> step_of(10_200_000, 3), step_of(250_000, 6), step_of(10_000_000, 3), step_of(32)
    (100000.0, 10000.0, 100000.0, 1.0)
    """
    size = abs(float(number))
    shortest = shortest_digits(size)
    places = math.floor(math.log10(size) + 1e-12) + 1  # digits before the point
    count = max(digits or 0, shortest)
    if size.is_integer() and count <= places and digits in {None, places}:
        count = min(places, max(shortest, 2))
    return float(10.0 ** (places - count))


def significant(number: str | float) -> str:
    """The digits of a number, printed or read, without the zeros at its ends: by them a printed one is known again.

    >>> significant("2,870"), significant("0.5"), significant(2.87e9)
    ('287', '5', '287')
    """
    printed = number if isinstance(number, str) else f"{abs(number):.0f}"
    return printed.replace(",", "").replace(".", "").strip("0")
