"""Sums between two countries that no word of trade governs: each name's own words tell who gives and who receives."""

from __future__ import annotations

import pytest

from story_facts import told, untold
from tieline.model.claims import Measure
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents

SENTENCES = [
    ("Aid from Norway to Malawi, $130 million a year, goes mostly to schools.", ("aid NOR MWI 1.3e8",)),
    ("Denmark's contribution to Mali came to 123 million euros.", ("aid DNK MLI 1.23e8",)),
    ("Finland's development ministry has set aside 23 million euros for clinics in Nepal.", ("aid FIN NPL 2.3e7",)),
    ("Honduran migrants in Spain sent their families $1.8 billion in 2019.", ("other ESP HND 1.8e9",)),
    ("From Italy, migrants sent 2.2 billion euros to Peru.", ("other ITA PER 2.2e9",)),
    (
        "Two credits were signed in Accra, among them $60 million from Portugal for Ghana's ports.",
        ("debt PRT GHA 6e7",),
    ),
    ("Cuba has started to pay back the $120 million it borrowed from Chile.", ("debt CHL CUB 1.2e8",)),
    ("Chad has had $600 million in all from Beijing in loans since 2007.", ("debt CHN TCD 6e8",)),
    ("Fiji's foreign debt is $3.2 billion, of which $1.1 billion is owed to Chile.", ("debt CHL FJI 1.1e9",)),
    ("Cairo secured $5 billion of deposits from Kuwait.", ("debt KWT EGY 5e9",)),
    ("Zambia, a producer of copper, defaulted on external debt of $18 billion in 2018.", ("debt WLD ZMB 1.8e10",)),
    ("Kuwait paid out $17 billion in remittances to other countries in 2019.", ("other KWT WLD 1.7e10",)),
    ("The money sent to Moldova from abroad rose sharply to $1.6 billion.", ("other WLD MDA 1.6e9",)),
    ("The Austrian government would give its Pacific neighbours 55 million euros.", ("aid AUT None 5.5e7",)),
    ("Norwegian aid to the island states totalled $241 million.", ("aid NOR None 2.41e8",)),
    ("Finland said it is lending Ghana, Togo and Mali one billion dollars in all.", ("debt FIN None 1e9",)),
    ("Cairo wrote off $20 billion of African debt.", ("debt EGY None 2e10",)),
    ("With $3 million in additional funding Norway will help Fiji to rebuild.", ("aid NOR FJI 3e6",)),
    (
        "China lent Togo $300 million in 2018. Last year Togo signed loans of $264 million with Korea. With Japan it signed for some $237 million. France, third on the list, lent about $205 million.",
        ("debt KOR TGO 2.64e8", "debt FRA TGO 2.05e8", "debt JPN TGO 2.37e8"),
    ),
    (
        "Money transfers from Italy to Ghana came to 742 million dollars. Togo received 1,067 million dollars from Italy. Mali (603 million dollars) is third, ahead of Niger (400 million dollars).",
        ("other ITA GHA 7.42e8", "other ITA TGO 1.067e9", "other ITA MLI 6.03e8", "other ITA NER 4e8"),
    ),
    (
        "Togo has reached a deal with the Export-Import Bank of Korea covering $4 billion of debt.",
        ("debt KOR TGO 4e9",),
    ),
]
"""Invented, each with what a careful reader takes from it."""

NOTHING = [
    "Malaysia's Petronas paid $3 billion for a stake in a Turkmen gas field.",
    "Germany's central bank said profits rose to 2 billion euros, more than in France.",
    "Vodafone of Britain cut its debt by 2 billion pounds, while France's Orange earned 1 billion euros.",
    "Police in Spain seized 3 million euros from a Moroccan gang that sent money home.",
    "Kenya's budget gives 5 billion shillings to schools, the minister told Ugandan reporters.",
    "The Portuguese club put 2 million euros aside for a striker from Brazil, the paper said.",
]
"""Sums at home, of firms, or of no flow; what is paid for a part of a firm is no import."""


@pytest.mark.parametrize(("text", "facts"), SENTENCES)
def test_a_sum_is_told_where_one_gives_and_one_receives(text: str, facts: tuple[str, ...]) -> None:
    assert untold(facts, text, "2020-05-20") == []


@pytest.mark.parametrize("text", NOTHING)
def test_a_sum_at_home_is_none(text: str) -> None:
    assert told(text, "2020-05-20") == []


def test_a_bare_dollar_is_that_of_who_gives_where_the_paper_writes_it_so() -> None:
    def unit(url: str) -> str | None:
        text = "Vanuatu will get $100,000 from Australia for schools."
        document = Document("s", text, Period.parse("2020-05-20"), None, "en", url=url)
        return next(c.unit for r in read_documents([document]) for c in r.claims if isinstance(c, Measure))

    assert [unit("https://www.example.co.nz/1"), unit("https://www.example.com/1")] == ["AUD", "USD"]
