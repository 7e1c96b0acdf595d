"""Short wires on a country's monthly trade: whose figures they are by dateline or headline, and by how much its partners moved."""

from __future__ import annotations

import pytest

from story_facts import told, untold

STORIES = [
    (
        (
            "Gap in Chilean trade grows as buyers vanish\n\nSANTIAGO -- The crisis hits harder than had been thought, the ministry said.\n\n"
            "The trade deficit widened in April to $1.5 billion, from $1.2 billion in March.\n\n"
            "Total exports dropped 2.5 percent to $7.1 billion, and imports were down eight-tenths of 1 percent at $8.6 billion."
        ),
        (
            "balance CHL WLD -1.5e9",
            "balance CHL WLD -1.2e9",
            "exports CHL WLD 7.1e9 -2.5%",
            "imports CHL WLD 8.6e9 -0.8%",
        ),
    ),
    (
        (
            "Steep Fall in Kenyan Tea Exports in January\n\nExports last month came to $1.2 billion, 8.4% below a year before, with shipments to "
            "Pakistan and Egypt plunging. Pakistan, off 29.4%, suffered its ninth month of losses, and Egypt was 11.2% lower. "
            "Sudan slipped as well, by 3.6%. The better news came from Yemen, where exports leapt 40.3%; Oman gained 6.5%."
        ),
        (
            "exports KEN WLD 1.2e9 -8.4%",
            "exports KEN PAK -29.4%",
            "exports KEN EGY -11.2%",
            "exports KEN SDN -3.6%",
            "exports KEN OMN +6.5%",
        ),
    ),
    (
        (
            "Chilean wine exports rose by 2 percent to $2.1 billion. Among the main markets, Japan jumped 8 percent, Peru fell 3 percent "
            "and Spain was 4 percent lower."
        ),
        ("exports CHL WLD 2.1e9 +2%", "exports CHL JPN +8%", "exports CHL PER -3%", "exports CHL ESP -4%"),
    ),
    (
        "Tourist arrivals in Malta rose 14 per cent in June. Spain was up 1.2 per cent and Norway, off 2.1 per cent, came next.",
        ("tourism MLT WLD +14%", "tourism MLT ESP +1.2%", "tourism MLT NOR -2.1%"),
    ),
]
"""Invented, each with what a careful reader takes from it."""

NOTHING = [
    "Kenyan tea prices fell 7.9% last month. The Egyptian economy grew 6.9%. Shares in Egypt were down 2%, and Egypt rose 3 places in the ranking.",
    "Inflation in Spain was 2 percent after exports had stalled. Growth came back: Spain gained 4% on the year.",
]
"""What of a country moves by so many percent and is no trade."""


@pytest.mark.parametrize(("text", "facts"), STORIES)
def test_a_wire_is_of_the_country_that_its_dateline_or_headline_names(text: str, facts: tuple[str, ...]) -> None:
    assert untold(facts, text, "2016-02-18") == []


@pytest.mark.parametrize("text", NOTHING)
def test_what_else_moves_is_no_trade(text: str) -> None:
    assert told(text, "2016-02-18") == []
