"""Mechanisms of the measures, each on a story invented for it and worked out by hand: whose figure, with whom, of what."""

from __future__ import annotations

import pytest

from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents

LEAD = "Peru's exports to Norway rose 5 percent to $200 million in 2014. "


def measures(text, published="2015-03-17"):
    document = Document("m", text, Period.parse(published), None, "en")
    found = [c.to_json() for r in read_documents([document]) for c in r.claims]
    return [c for c in found if c["kind"] == "measure"]


CASES = {
    "an investor's money": (
        LEAD + "Norwegian investors registered $70 million in mines in Peru last year.",
        {"indicator": "investment", "reporter": "NOR", "partner": "PER", "value": 7e7, "period": "2014"},
    ),
    "money put into a country": (
        LEAD + "Norwegian firms have put $90 million into Peru.",
        {"indicator": "investment", "reporter": "NOR", "partner": "PER", "value": 9e7},
    ),
    "money spent on a country's goods": (
        "Norway shipped $50 million worth of goods to Peru in 2014, while spending $80 million on Peruvian goods.",
        {"indicator": "imports", "reporter": "NOR", "partner": "PER", "value": 8e7},
    ),
    "two bases, respectively": (
        "Peru's imports from Norway totalled 40 million dollars and exports 60 million compared with 35 million and 50 million in 2013.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "value": 5e7},
    ),
    "a verb that serves two clauses": (
        "Peru's imports from Norway rose 6 percent in 2014 and exports 26 percent.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "change_pct": 26},
    ),
    "a share of what the other buys": (
        "Peru supplies a fifth of all fish meal imported by Norway.",
        {"indicator": "imports", "reporter": "NOR", "partner": "PER", "share_pct": 20},
    ),
    "a share told again of another year": (
        "Norway takes 12 percent of Peru's exports. In 2004 the figure was 9 percent.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "share_pct": 9, "period": "2004"},
    ),
    "a share and the one compared with": (
        LEAD + "Last year Norway took 6 percent of all Peruvian exports, compared with 8 percent in 2010.",
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "share_pct": 8, "period": "2010"},
    ),
    "exports to everywhere": (
        LEAD + "Exports to all destinations fell 2 percent.",
        {"indicator": "exports", "reporter": "PER", "partner": "WLD", "change_pct": -2},
    ),
    "overall": (
        LEAD + "Overall, Peruvian exports slipped by 3 percent.",
        {"indicator": "exports", "reporter": "PER", "partner": "WLD", "change_pct": -3},
    ),
    "the balance of a named country": (
        "Norway and Peru held talks. Norway's trade surplus reached 9 billion dollars last year.",
        {"indicator": "balance", "reporter": "NOR", "partner": "WLD", "value": 9e9, "period": "2014"},
    ),
    "a tariff on goods alone": (
        LEAD + "Oslo raised the tariff on asparagus from 5 percent to 20 percent.",
        {"indicator": "tariff", "reporter": "NOR", "partner": "PER", "value": 20},
    ),
    "from the year's beginning": (
        "Peru's exports to Norway rose to $150 million through September.",
        {"indicator": "exports", "value": 1.5e8, "period": "2014-01/2014-09"},
    ),
    "what is agreed is a target": (
        LEAD + "Norway agreed to buy 8,000 tonnes of fish meal from Peru.",
        {"indicator": "imports", "reporter": "NOR", "partner": "PER", "value": 8000, "unit": "t", "modality": "target"},
    ),
    "a currency's fall is no trade": ("Norway's trade with Peru grew despite a 40 percent dollar fall.", None),
    "the sign-off of a wire": (
        ("LIMA, March 3 - Peru met Norway on trade, officials of the two countries\nsaid here in the capital on Monday after two days.\n"
        "    Peru's exports to Norway rose to 12 mln dlrs from\nten mln dlrs in the year before, they said.\n REUTER\n"),
        {"indicator": "exports", "reporter": "PER", "partner": "NOR", "value": 1.2e7},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_figure_is_told_whose_it_is(name):
    text, wanted = CASES[name]
    found = measures(text)
    if wanted is None:
        assert found == []
    else:
        assert any(all(m[k] == v for k, v in wanted.items()) for m in found), found
