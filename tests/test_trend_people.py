"""More or fewer people, more or less money, that go from one country to another: directions without a figure."""

from __future__ import annotations

import pytest

from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents


def _trends(text: str) -> list[str]:
    document = Document("s", text, Period.parse("2018-05-09"), None, "en")
    claims = [c.to_json() for result in read_documents([document]) for c in result.claims]
    return [
        f"{c['indicator']} {c['reporter']} {c['partner']} {c['direction']}"
        for c in claims
        if c["kind"] == "trend" and c["direction"]
    ]


@pytest.mark.parametrize(
    ("text", "trend"),
    [
        ("Ever more Peruvians are working in Chile.", "other CHL PER up"),
        ("Fewer Danes are holidaying in Tunisia this summer.", "tourism TUN DNK down"),
        ("A growing number of Kenyan students choose to study in India.", "other IND KEN up"),
        ("More Laotians went to Thailand for work last year.", "other THA LAO up"),
        ("The exodus of Nicaraguans to Costa Rica is gathering pace.", "other CRI NIC up"),
        ("The flow of Chadian refugees into Niger has slowed to a trickle.", "other NER TCD down"),
        ("Migration from Honduras to Spain has been on the decline for years.", "other ESP HND down"),
        ("Oslo now gives less aid to Malawi.", "aid NOR MWI down"),
        ("Japan lends Vietnam less than before.", "debt JPN VNM down"),
        ("Zambian borrowing from India has surged since 2014.", "debt IND ZMB up"),
    ],
)
def test_people_and_money_move_without_a_figure(text, trend):
    assert _trends(text) == [trend]


@pytest.mark.parametrize(
    "text",
    [
        "More Turks than Greeks live in Germany.",
        "Japan gives more aid to Laos than to Cambodia.",
        "Two more Danes were injured in Tunisia.",
        "More Chilean wines come to the tables of Peru.",
    ],
)
def test_what_is_only_compared_or_counted_moves_nothing(text):
    assert _trends(text) == []
