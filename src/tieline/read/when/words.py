"""The words of time expressions: months, weekdays, numbers, and the units that make four digits a quantity."""

from __future__ import annotations

from typing import Final

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# fmt: off
NUMBERS: Final = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "a": 1, "an": 1,
}
ORDINALS: Final = {
    "first": 1, "1st": 1, "opening": 1, "initial": 1, "latter": 2, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "last": -1, "final": -1, "closing": -1,
}
# fmt: on
UNITS: Final = (
    r"(?:%|pct\b|per ?cent\b|percentage|mln\b|bln\b|[mb]n\b|millions?\b|billions?\b|trillions?\b|thousand\b|hundred\b"
    r"|crore\b|lakh\b|tonn?es?\b|tons?\b|kg\b|kilo\w*|km\b|miles?\b|met(?:re|er)s?\b|barrels?\b|bpd\b|people\b"
    r"|persons\b|dollars?\b|dlrs?\b|euros?\b|yen\b|won\b|yuan\b|rupees?\b|pounds?\b|marks?\b|francs?\b|rou?bles?\b"
    r"|MW\b|megawatts?\b|hours?\b|hrs\b|(?-i:GMT|BST|EST|EDT|UTC|CET)\b|local time|points?\b|troops\b|soldiers\b|workers\b"
    r"|visitors\b|tourists\b|jobs\b|head\b|acres\b|hectares\b|cubic\b|square\b|sq\b|feet\b|[ap]\.?m\b)"
)
