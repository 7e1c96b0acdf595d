"""Between whom a figure is where its sentence names one end, none, or another country on the side."""

from __future__ import annotations

import pytest

from story_facts import untold
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents

STORIES = [
    (  # the two sums come to the balance told just before, whatever total stood before that
        ("The Danish goods surplus was $2.1 billion in June. The surplus with Finland rose $0.2 billion to $0.7 billion. "
        "Exports increased $0.1 billion to $1.6 billion and imports decreased $0.1 billion to $0.9 billion."),
        ("exports DNK FIN 1.6e9 by1e8", "imports DNK FIN 9e8 by-1e8"),
    ),
    (  # and where they do not, they are with all
        "Denmark's deficit with Finland was $0.7 billion in June. Exports came to $11.6 billion and imports to $10.9 billion in all.",
        ("exports DNK WLD 1.16e10", "imports DNK WLD 1.09e10"),
    ),
    (
        "Peru overtook Chile as Spain's top grape supplier. Imports from Peru rose 9 percent in May, while imports from Chile fell 14 percent.",
        ("imports ESP PER +9%", "imports ESP CHL -14%"),
    ),
    (
        "Oman kept its ranking as Thailand's largest crude supplier in May. Omani crude arrivals surged 23 percent to 1.06 million tonnes.",
        ("imports THA OMN 1.06e6 +23%",),
    ),
    (
        ("Exports to Norway rose 2.6 percent to 4 billion kronor in March. Sweden's trade surplus with Norway grew to 1 billion kronor. "
        "Exports to markets other than Norway were up 0.9 percent, thanks to a 14 percent gain in exports to the European Union."),
        ("exports SWE NOR 4e9 +2.6%", "exports SWE None +0.9%", "exports SWE EU +14%"),
    ),
    ("Danish imports to Austria fell 5 percent to 4 billion euros in March.", ("imports AUT DNK 4e9 -5%",)),
    ("Austria's imports from Denmark fell 5 percent.", ("imports AUT DNK -5%",)),
    ("Austria cut imports of Danish cheese by 12 percent in May and increased Polish imports by 30 percent.", ("imports AUT DNK -12%", "imports AUT POL +30%")),
    ("The drought hit Kenyan imports, which fell 20 percent last year.", ("imports KEN WLD -20%",)),
    ("Latvia's exports to russia fell 40 percent in 2022.", ("exports LVA RUS -40%",)),
    (
        "Italy was a big seller too, accounting for 54% of Greek arms imports and 82% of Maltese imports.",
        ("imports GRC ITA 54%", "imports MLT ITA 82%"),
    ),
    (
        "Half of Chad's wheat imports came from France, and Russian grain made up 60 per cent of Mali's.",
        ("imports TCD FRA 50%", "imports MLI RUS 60%"),
    ),
    ("Peru's share of international fishmeal exports rose to 14 percent, the Oslo Fish Institute reports.", ("exports PER WLD 14%",)),
    (
        'RIYADH: "Our non-oil foreign trade increased by 18 percent in the first half," the Omani minister said.',
        ("trade OMN WLD +18%",),
    ),
    (
        ("Japan passed Belgium to become the largest foreign owner of U.S. Treasury securities in May. Belgium's holdings fell 3.6 percent to $1.1 trillion. "
        "At the end of the month Norway held $123 billion of U.S. Treasury bonds. Norway's gold holdings came to $9 billion. Total foreign holdings of U.S. Treasuries dropped to $6 trillion."),
        ("debt BEL USA 1.1e12 -3.6%", "debt NOR USA 1.23e11", "debt WLD USA 6e12"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "facts"), STORIES)
def test_whose_figures_with_whom(text: str, facts: tuple[str, ...]) -> None:
    assert untold(facts, text, "2023-07-10") == []


def test_a_bloc_that_one_left_has_no_flow_there() -> None:
    text = "Imports from Britain fell by a fifth in March after the UK left the European Union."
    assert untold(("imports IRL GBR -20%",), text, "2021-05-17", "Irish Times") == []


RANKS = [
    ("Peru beat Chile to become Spain's top grape supplier.", ("imports", "ESP", "PER", 1)),
    ("Peru has reclaimed the top spot from Chile as Spain's largest grape supplier.", ("imports", "ESP", "PER", 1)),
    ("Malta is the 12th largest investor in Croatia.", ("investment", "MLT", "HRV", 12)),
    ("Norway remains the top destination for Danish direct investment.", ("investment", "DNK", "NOR", 1)),
    ("Japan is the third most important destination for US investment.", ("investment", "USA", "JPN", 3)),
    ("Qatar overtook Oman as the second largest source of FDI in Jordan.", ("investment", "QAT", "JOR", 2)),
    ("Italy is the biggest source of remittances to Tunisia.", ("other", "ITA", "TUN", 1)),
    ("Italy is the biggest source of wheat for Tunisia.", ("exports", "ITA", "TUN", 1)),
]


@pytest.mark.parametrize(("text", "fact"), RANKS)
def test_who_has_the_rank_of_what(text: str, fact: tuple[str, str, str, int]) -> None:
    document = Document("d", text, Period.parse("2023-07-10"), None, "en")
    claims = [c.to_json() for result in read_documents([document]) for c in result.claims]
    ranks = [
        (c["indicator"], c["reporter"], c["partner"], c["compared_with"]["rank"])
        for c in claims
        if c["kind"] == "trend" and c["compared_with"]
    ]
    assert ranks == [fact]


def test_volume_of_trade_is_with_whom_its_words_say() -> None:
    text = "Malaysia's trade with China rose 5 percent in May. The trade volume with Thailand remained steady."
    document = Document("d", text, Period.parse("2023-07-10"), None, "en")
    claims = [c.to_json() for result in read_documents([document]) for c in result.claims if c.kind == "trend"]
    assert [(c["indicator"], c["reporter"], c["partner"], c["direction"]) for c in claims] == [
        ("trade", "MYS", "THA", "flat")
    ]


DOLLARS = [
    ("Australia's exports of wine to Peru fell to $12 million in May, Australian Bureau of Statistics data showed.", None, "AUD"),
    ("Canada's exports to Peru rose to $2.4 billion in May, Statistics Canada reported.", None, "CAD"),
    ("Canada's exports to Peru rose to US$2.4 billion in May, Statistics Canada reported.", None, "USD"),
    ("Canada had a $2-billion trade deficit with Peru in May.", "CBC", "CAD"),
    ("The U.S. Commerce Department said America had a $2-billion trade deficit with Canada in May.", "CBC", "USD"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "outlet", "unit"), DOLLARS)
def test_whose_dollars_an_office_speaks_of(text: str, outlet: str | None, unit: str) -> None:
    document = Document("d", text, Period.parse("2023-07-10"), outlet, "en")
    claims = [c.to_json() for result in read_documents([document]) for c in result.claims if c.kind == "measure"]
    assert {c["unit"] for c in claims} == {unit}
    assert "unit" not in claims[0]["inferred"] or outlet is None
