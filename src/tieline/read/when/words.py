"""The words of time expressions: parts of a year by their order, and the units that make four digits a quantity."""

from __future__ import annotations

from typing import Final

# fmt: off
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
