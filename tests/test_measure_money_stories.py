"""Short stories of money between countries: loans, debts, aid, investment, money sent home, in the words of many presses."""

from __future__ import annotations

import pytest

from story_facts import told, untold

STORIES = [
    ("Finland is to lend Ghana 28 million euros to widen a road.", ("debt FIN GHA 2.8e7",)),
    ("Finland signed an agreement to lend Ghana 28 million euros for a road.", ("debt FIN GHA 2.8e7",)),
    ("A soft loan of 45 million euros is to reach Malta from Norway.", ("debt NOR MLT 4.5e7",)),
    ("Peru has promised Togo $1.5 million for masks, its embassy in Lome said.", ("aid PER TGO 1.5e6",)),
    ("Norway will put 20 million kroner into the repair of schools in Fiji.", ("aid NOR FJI 2e7",)),
    ("Slovenia has put $140.8 million into 12 projects in Ghana.", ("investment SVN GHA 1.408e8",)),
    (
        "Portugal forgave Togo $9.5 million, Ghana $4.7 million and Fiji $1.1 million of debt.",
        ("debt PRT TGO 9.5e6", "debt PRT GHA 4.7e6", "debt PRT FJI 1.1e6"),
    ),
    ("Japan gave Laos 9 billion yen and Fiji 14 billion.", ("aid JPN LAO 9e9", "aid JPN FJI 1.4e10")),
    (
        "Norway gives more to Malawi than to anybody else: 900 million kroner a year. Ghana gets 750 million and Togo 70 million.",
        ("aid NOR MWI 9e8", "aid NOR GHA 7.5e8", "aid NOR TGO 7e7"),
    ),
    (
        "The British had 28 billion pounds invested in Kenya, the Dutch 11 billion and the Swedes 9 billion.",
        ("investment GBR KEN 2.8e10", "investment NLD KEN 1.1e10", "investment SWE KEN 9e9"),
    ),
    ("Money sent home by Moldovans abroad rose 22 percent to $1.49 billion.", ("other WLD MDA 1.49e9 +22%",)),
    (
        "Gazprom exported 21 million euros of helium to Malta and 9 million to Cyprus.",
        ("exports RUS MLT 2.1e7", "exports RUS CYP 9e6"),
    ),
    ("Togo was granted 34 million euros by Germany and promised more.", ("aid DEU TGO 3.4e7",)),
    ("Togo, home to 670,000 Malian refugees, was granted 34 million euros by Germany.", ("aid DEU TGO 3.4e7",)),
    ("Malawi was promised 20 million dollars by Japan.", ("aid JPN MWI 2e7",)),
    ("Some 80 percent of Fiji's foreign debt is owed to Chile.", ("debt CHL FJI 80%",)),
    ("Chilean lenders hold 52 percent of Togo's external debt.", ("debt CHL TGO 52%",)),
    (
        "Finland's direct investment abroad went mostly to Sweden (5.2 billion euros) and Ireland (3.9 billion).",
        ("investment FIN SWE 5.2e9", "investment FIN IRL 3.9e9"),
    ),
    (
        "Peru pumped 30.6 million cubic metres of gas to Chile and 13.2 million to Brazil, earning $5.7 billion.",
        ("exports PER CHL 3.06e7", "exports PER BRA 1.32e7"),
    ),
    (
        "Austrian firms invested EUR 310 mln in Malta in the first quarter, Germans EUR 120 mln, Italians EUR 95 mln.",
        ("investment AUT MLT 3.1e8", "investment DEU MLT 1.2e8", "investment ITA MLT 9.5e7"),
    ),
    ("Aid from Denmark to Mozambique fell by 20 percent.", ("aid DNK MOZ -20%",)),
    ("Portugal rescheduled 160 million dollars of debt owed by Angola.", ("debt PRT AGO 1.6e8",)),
    ("Kenya paid back $120 million of its debt to Spain.", ("debt ESP KEN 1.2e8",)),
    (
        "Fiji must start to repay Chile this year. The country borrowed $115 million in all.",
        ("debt CHL FJI 1.15e8",),
    ),
    (
        "Ghana's debts to Japan amount to some $3 billion and those to Chile to $1.6 billion.",
        ("debt JPN GHA 3e9", "debt CHL GHA 1.6e9"),
    ),
    ("People in Italy sent $84 million to Ghana by money transfer in April.", ("other ITA GHA 8.4e7",)),
    (
        "Migrants in Italy sent 1.5 billion euros to Ghana in 2019. Another 600 million euros went to Peru.",
        ("other ITA GHA 1.5e9", "other ITA PER 6e8"),
    ),
    (
        (
            "Some $37 million came to Georgia from Italy in April, 40.6 percent of all money transfers. "
            "The country took in 24.4 percent less in money transfers than a year before."
        ),
        ("other ITA GEO 3.7e7 40.6%", "other WLD GEO -24.4%"),
    ),
    (
        "Peruvians living abroad sent home $16.1 billion in the first seven months, 95 percent of it from Spain.",
        ("other WLD PER 1.61e10", "other ESP PER 95%"),
    ),
    (
        "Workers' remittances to Ghana from Italy rose by 26 percent to $2.6 billion. From Spain came $2.67 billion.",
        ("other ITA GHA 2.6e9 +26%", "other ESP GHA 2.67e9"),
    ),
    ("Nearly 40 percent of Ghana's remittances come from Italy.", ("other ITA GHA 40%",)),
    ("Ghana receives $115 million a year from Norway as rent for a harbour.", ("other NOR GHA 1.15e8",)),
    (
        "The countries that invested most in Ghana are:\n\n• China - 20.5 percent\n\n• Chile - 8.5 percent\n\n• UK – 2 percent",
        ("investment CHN GHA 20.5%", "investment CHL GHA 8.5%", "investment GBR GHA 2%"),
    ),
    (
        "Top donors to Fiji this year:\n\nJapan - $585 million\n\nSpain - $300 million",
        ("aid JPN FJI 5.85e8", "aid ESP FJI 3e8"),
    ),
    (
        "Chile has overtaken Japan as the biggest investor in Ghana. Spain followed with $1.4 billion and Norway with $252 million.",
        ("investment ESP GHA 1.4e9", "investment NOR GHA 2.52e8"),
    ),
    (
        "Chile was Ghana's top source of foreign investment in January with a total of $1.2 billion.",
        ("investment CHL GHA 1.2e9",),
    ),
    ("Foreign investors brought $2.9 billion into Ghana last year.", ("investment WLD GHA 2.9e9",)),
    (
        "Ghana has accepted $5 million in flood aid from Chile. Norway has doubled its contribution to 64 million pounds.",
        ("aid CHL GHA 5e6",),
    ),
    (
        "Spain also leads among investors in Ghana, with 2.3 billion euros. In Togo, Chile has been the largest one, with 436 million euros.",
        ("investment ESP GHA 2.3e9", "investment CHL TGO 4.36e8"),
    ),
    (
        "Spain leads in Ghana (1.08 billion euros) and in Togo (277 million euros) among foreign investors.",
        ("investment ESP GHA 1.08e9", "investment ESP TGO 2.77e8"),
    ),
    (
        "Spain was the leading investor in Ghana with 480 million euros, while in Togo Chile came first with 96 million euros.",
        ("investment ESP GHA 4.8e8", "investment CHL TGO 9.6e7"),
    ),
    (
        "Spain has invested most in Ghana, a total of 426 million euros. The largest amount went to Togo, where neighbouring Benin invested 16.4 billion euros.",
        ("investment BEN TGO 1.64e10",),
    ),
    (
        "In Ghana, Spain remains the biggest foreign investor, with $13 billion, and Chile comes second with $4.7 billion.",
        ("investment ESP GHA 1.3e10", "investment CHL GHA 4.7e9"),
    ),
    ("Spanish firms built a port in Togo, where they invested $300 million.", ("investment ESP TGO 3e8",)),
    (
        "Companies from Spain put 400 million dollars into Ghana. In Togo they invested 1.2 billion dollars.",
        ("investment ESP GHA 4e8", "investment ESP TGO 1.2e9"),
    ),
    (
        "Spain has signed a grant for Ghana. The money, which amounts to two hundred million euros, will buy boats.",
        ("aid ESP GHA 2e8",),
    ),
    (
        "Money from abroad keeps Ghana afloat, the bank said.\n\nRemittances to Ghana by country in July\n\nSpain: $120 million\n\nChile: $98 million",
        ("other ESP GHA 1.2e8", "other CHL GHA 9.8e7"),
    ),
    (
        "Ghana received $22.1 billion from its workers abroad, of which 40% came from Spain.",
        ("other WLD GHA 2.21e10", "other ESP GHA 40%"),
    ),
    (
        "Foreign investors put $4.2 billion into Ghana, of which $1.1 billion came from Chile and $800 million from Spain.",
        ("investment WLD GHA 4.2e9", "investment CHL GHA 1.1e9", "investment ESP GHA 8e8"),
    ),
    (
        "Remittances that workers in Oman send to foreign destinations stood at $13.5 billion in 2019, with growth of 9.2 percent. Spain comes second.",
        ("other OMN WLD 1.35e10 +9.2%",),
    ),
    (
        "Chile has given Ghana credit lines of $1 billion for food and $500 million for fuel.",
        ("debt CHL GHA 1e9", "debt CHL GHA 5e8"),
    ),
    (
        "Spain is giving Ghana another 13 million euros in support. Norway adds 2.4 million and Chile 1.6 million.",
        ("aid ESP GHA 1.3e7", "aid NOR GHA 2.4e6", "aid CHL GHA 1.6e6"),
    ),
    (
        "Spain deposited $3 billion with Ghana's central bank, and Chile rolled over a loan of $1 billion.",
        ("debt ESP GHA 3e9", "debt CHL GHA 1e9"),
    ),
    ("Norway has granted Ghanaian farmers loans of $20 million.", ("debt NOR GHA 2e7",)),
    ("It was told in Accra that Japan has supported Ghana with $30 billion since 1960.", ("aid JPN GHA 3e10",)),
]
"""Invented, each with what a careful reader takes from it."""

NOTHING = [
    "The Chilean family donated $2 million to the city museum, its director said after a trip to Japan.",
    "The Spanish company took out a loan of 200 million euros with three banks in Madrid to buy a rival in Seville.",
    "The Kenyan bank lent 12 billion shillings to farmers last year and wrote off 300 million.",
    "Kenya transferred 2 billion shillings to its counties, the governor said after a visit to Uganda.",
    "The finance minister of Ghana said the government would borrow 3 billion cedis from local banks.",
    "The firm is the largest investor in Ghana's shops, with 300 million euros. In Spain, Valencia has put up 12 million for a stadium.",
    "Sweden's Volvo invested 300 million kronor in a paint shop in Umea and hired 200 workers.",
]
"""Money that goes from no country to another."""


@pytest.mark.parametrize(("text", "facts"), STORIES)
def test_money_between_countries_is_told_with_who_gave_and_who_received(text: str, facts: tuple[str, ...]) -> None:
    assert untold(facts, text, "2020-05-20") == []


@pytest.mark.parametrize("text", NOTHING)
def test_money_at_home_is_no_measure(text: str) -> None:
    assert told(text, "2020-05-20") == []
