"""Acts told in plain words: measures that somebody has, decisions, charges and verdicts, what is let, what goes on from a deed before it."""

from __future__ import annotations

import pytest

from press_acts import missed_and_false

MEASURES = [
    ("Turkey is mulling a ban on wheat from Serbia, a trade official said.", "TUR SRB SANCTION proposed -"),
    ("Chile's parliament has recommended that the government ban imports of Bolivian beef.", "CHL BOL SANCTION proposed -"),
    ("Ecuador halted rice imports from Peru in 2019, but the ban was lifted later.",
     "ECU PER SANCTION happened 2019; ECU PER CONCEDE happened -"),
    ("Chile banned Argentine poultry in 2022; the ban was lifted in May 2023.",
     "CHL ARG SANCTION happened 2022; CHL ARG CONCEDE happened 2023-05"),
    ("To offset Norway's curbs on Fijian tuna, Suva has sold more to Japan.", "NOR FJI SANCTION happened -"),
    ("China's boycott of Chilean cherries has cost growers dearly.", "CHN CHL SANCTION happened -"),
    ("The U.S. decision to impose tariffs on Swiss watches came as a shock.", "USA CHE SANCTION happened -"),
    ("Iceland has joined the EU's sanctions against Myanmar.", "ISL MMR SANCTION happened -; ~EU MMR SANCTION happened -"),
    ("Iraq let Turkish oil trucks cross again on Monday.", "IRQ TUR CONCEDE happened 2026-03-16"),
    ("Malta let Tunisia open a trade bureau in Valletta in 2021.", "MLT TUN CONCEDE happened 2021"),
]  # fmt: skip
WORDS = [
    ("Malawi's closure of the trade office, Lusaka said, was an open insult.", "ZMB MWI ACCUSE happened -"),
    ("Zimbabwe's move, Lusaka said, was a flagrant breach of the treaty.", "ZMB ZWE ACCUSE happened -"),
    ("Uganda holds Kenya responsible for the attack.", "UGA KEN ACCUSE happened -"),
    ("Peru's president called his Chilean counterpart a clown.", "PER CHL ACCUSE happened -"),
    ("Fiji's premier, Ratu Vuli, who called Tonga unreliable and arrogant, would not take it back.", "FJI TON ACCUSE happened -"),
    ("Serbia has cast doubt on the safety of Polish meat.", "SRB POL ACCUSE happened -"),
    ("What angered Peru was Ecuador's demand that it hand over the fugitive.", "ECU PER REQUEST happened -"),
    ("Oslo wants Hanoi's help in tracing the ship.", "NOR VNM REQUEST happened -"),
    ("Washington hinted at sanctions against Mali.", "USA MLI THREATEN happened -"),
    ("Norway stays open to more talks with Chile, its envoys in Geneva said.", "NOR CHL AGREE happened -"),
    ("Peru remains ready for dialogue with Ecuador.", "PER ECU AGREE happened -"),
    ("Egypt went back on its promise to sell gas to Jordan.", "EGY JOR REJECT happened -"),
    ("Gabon dropped its neutral stance on March 8 and backed Oman's bid.", "GAB OMN SUPPORT happened 2026-03-08"),
]  # fmt: skip
DEALINGS = [
    (("Seven memoranda, covering rail, water and space, were signed in Hanoi on Monday by Foreign Minister Tran Van Lam and his "
     "Kenyan counterpart, Peter Otieno."), "VNM KEN SUPPORT happened 2026-03-16"),
    ("Tonga's king handed over two horses to the Fijian president as a gift.", "TON FJI AID happened -"),
    ("The health authorities of Kenya and Malawi will take the necessary measures together.", "KEN MWI COOPERATE scheduled -"),
    (("Ghana's economy minister told a press conference here on Monday, with Togolese Foreign Minister Kofi Adu at his side, that trade "
     "had doubled."), "GHA TGO CONSULT happened 2026-03-16"),
    ("The last Kenyan president to visit Fiji was Peter Otieno in 1992.", "KEN FJI CONSULT happened 1992"),
    ("Peter Otieno, Kenya's president, sets off on April 3 on a four-day tour of Fiji and Tonga.",
     "KEN FJI CONSULT scheduled 2026-04-03; KEN TON CONSULT scheduled 2026-04-03"),
    ("Firing broke out between Indian and Nepali border guards on Monday.", "IND NPL ASSAULT happened 2026-03-16"),
]  # fmt: skip
STORIES = [
    (
        (
            "The Oman Fund for Rural Development (OFRD) and Togo on Thursday signed an agreement for a road. Togo's finance minister, "
            "Kofi Adu, commended the Fund for its help. OFRD promised that aid to Togo would go on."
        ),
        "OMN TGO SUPPORT happened 2026-03-12; TGO OMN SUPPORT happened -; OMN TGO AGREE happened -",
    ),
    (
        (
            "Fiji needs boats, and Norway said it would lend it $12 million. Ties cooled in 1991 as Norway shut its embassy in Fiji."
        ),
        "NOR FJI AGREE happened -; NOR FJI SANCTION happened 1991",
    ),
    ("Peru took a decision to ban Chilean wine in May 2024.", "PER CHL SANCTION happened 2024-05"),
    ("Gazprom cut gas supplies to Latvia in October 2021.", "RUS LVA SANCTION happened 2021-10"),
    ('"The Tongan ban breaks the rules of the WTO," Fijian Trade Minister Ratu Vuli said.', "FJI TON ACCUSE happened -; ~TON FJI SANCTION happened -"),
    ("In a telephone call on Friday the Omani foreign minister and his Iraqi opposite number went over the border plan.",
     "OMN IRQ CONSULT happened 2026-03-13"),
    ("Bahrain and Kuwait declared that they were on Oman's side.", "BHR OMN SUPPORT happened -; KWT OMN SUPPORT happened -"),
    ("Emirati aircraft flew 40 tons of food to Chad on Friday.", "ARE TCD AID happened 2026-03-13"),
    ("Mexico will no longer send oil to Cuba, the energy minister said.", "MEX CUB SANCTION scheduled -"),
    ("The abrupt closure of the frontier with Benin by Niger in 2023 ruined many traders.", "NER BEN SANCTION happened 2023"),
]  # fmt: skip
AGAIN = [
    ("Oman barred Kenyan tea in 2021, and Kenyan coffee in 2023.", "OMN KEN SANCTION happened 2021; OMN KEN SANCTION happened 2023"),
    ("Fiji's president visited Tonga in 2019 and Samoa in 2020.", "FJI TON CONSULT happened 2019; FJI WSM CONSULT happened 2020"),
    ("Chad has banned tea from Kenya. Since the ban came in March 2020, farmers in Kenya have lost much.",
     "TCD KEN SANCTION happened -; TCD KEN SANCTION happened 2020-03"),
    ("Kenya's foreign minister met his Omani colleague on Monday and on Tuesday flew to Qatar, where he met the emir.",
     "KEN OMN CONSULT happened 2026-03-16; KEN QAT CONSULT happened 2026-03-17; ~KEN QAT CONSULT happened *"),
    ("Fiji sent the envoy back to Tonga in March 2022.", "FJI TON CONCEDE happened 2022-03"),
    ("Four Kenyan soldiers were killed by a roadside bomb in Somalia on Friday.", "SOM KEN ASSAULT happened 2026-03-13"),
]  # fmt: skip
NO_ACT = [
    ("Under the accord, Peru still levies a tariff of 45 percent on Chilean grapes.", ""),
    ("Interim Prime Minister Jean Kabera threatened Fiji and Tonga with retaliation.", ""),
    ("He and his Chilean counterpart signed accords on air services and on ending visas, Peru's president said.",
     "~PER CHL SUPPORT happened -"),
    ("The US envoy offers little prospect of a softer line towards Chad.", ""),
    ("Armenia put its army on alert after shelling by Azerbaijan.", "ARM AZE MOBILIZE happened -; ~AZE ARM ASSAULT happened -"),
    ("Chile and Kenya agreed on a price in British thermal units.", "CHL KEN AGREE happened -"),
    ("Morocco is considering President Vella's decision to ban its fish, traders said.", ""),
    ("Spain criticised Portugal's decision to close the port.", "ESP PRT ACCUSE happened -"),
    ("Fiji opened talks with Tonga on Monday.", "FJI TON CONSULT happened 2026-03-16"),
    ("Peru proposed further curbs on Chilean fish.", "~PER CHL SANCTION proposed -; ~PER CHL REQUEST happened -"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [*MEASURES, *WORDS, *DEALINGS, *STORIES, *AGAIN, *NO_ACT])
def test_acts_in_plain_words(text, wanted):
    assert missed_and_false(text, wanted, "2026-03-17") == ([], [])
