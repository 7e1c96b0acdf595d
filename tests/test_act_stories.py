"""Acts as stories of two countries tell them: in passives, by measures, pronouns and charges that lean on sentences before.

Stories of our own; every one is dated Tuesday, 17 March 2026. A row's acts read: actor target type modality date; `-` is no date.
"""

from __future__ import annotations

import pytest

from tieline.model.claims import Event
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read.reader import read_documents

_QUARREL = "Kenya and Uganda are at odds over milk. "
SIGNED_AND_MET = [
    # a dateline with a colon is no subject
    ("LIMA, March 16 (ANP): Farm accords were signed here on Monday by Peru and Chile.", "PER CHL SUPPORT happened 2026-03-16"),
    # of two who sign together the one without a country is of the other country
    (("Peru and Chile trade fruit. The accord was signed on Monday by Foreign Minister Ana Soto and Luis Vega, the Chilean "
     "foreign minister."), "PER CHL SUPPORT happened 2026-03-16"),
    ("Peru and Chile trade fruit. Peru's minister Ana Soto talked with her Chilean colleague in Lima on Monday. There they signed a memorandum.",
     "PER CHL CONSULT happened 2026-03-16; PER CHL SUPPORT happened -"),
    ("Peru and Chile trade fruit. Fruit went from Peru to Chile. Bilateral talks are to be held in Lima in June.", "PER CHL CONSULT scheduled 2026-06"),
    (("Kenya protested on Monday that Uganda was slow to lift its levy, as agreed in recent bilateral talks. "
     "Kenya and Uganda trade milk."), "KEN UGA ACCUSE happened 2026-03-16; KEN UGA CONSULT happened -"),
    ("China lends to Ethiopia. A delegation from the African country came to Beijing on Monday.", "ETH CHN CONSULT happened 2026-03-16"),
    ("China lends to Peru. A delegation from Peru came to Beijing on Monday.", "PER CHN CONSULT happened 2026-03-16"),
    ("Togo's president asked the Ghanaian premier to come to the summit in Lome.", "TGO GHA AGREE happened -"),
    ("On Monday Jordan's foreign minister accused Iran of smuggling.", "JOR IRN ACCUSE happened 2026-03-16"),
]  # fmt: skip
BY_NOUNS = [
    ("Peru and Chile trade fruit. Chile sells it to Peru. The accords signed in Lima on Monday by the two countries cover fruit.",
     "PER CHL SUPPORT happened 2026-03-16"),
    ("Peru and Chile trade fruit. Peru's minister Ana Soto and her Chilean counterpart Luis Vega discussed trade on Monday.",
     "PER CHL CONSULT happened 2026-03-16"),
    ("A meeting of the Peru-Chile joint commission was held in Lima on Monday.", "PER CHL CONSULT happened 2026-03-16"),
    (_QUARREL + "Uganda's sales collapsed after Kenya's ban in May 2024.", "KEN UGA SANCTION happened 2024-05"),
    (_QUARREL + "Uganda sold less because of a boycott by Kenya.", "KEN UGA SANCTION happened -"),
    (_QUARREL + "Kenya's anti-dumping investigation into Ugandan steel began in May 2024.", "KEN UGA ACCUSE happened 2024-05"),
    (_QUARREL + "Kenya is unhappy with Uganda's ban, its minister said.", "UGA KEN SANCTION happened -; KEN UGA ACCUSE happened -"),
    (_QUARREL + "Kenya extended a $5 million line of credit to Uganda.", "KEN UGA AID happened -"),
    (_QUARREL + "Kenya halved its quota for Ugandan sugar.", "KEN UGA SANCTION happened -"),
    (_QUARREL + "Kenya banned Ugandan milk. Uganda denounced the ban as theft.", "KEN UGA SANCTION happened -; UGA KEN ACCUSE happened -"),
    (_QUARREL + "Kenya gives Uganda $5 million a year in aid.", "KEN UGA AID happened -"),
]  # fmt: skip
MEASURES = [
    ("Kenya put taxes on Ugandan milk in May 2024.", "KEN UGA SANCTION happened 2024-05"),
    (_QUARREL + "In May 2024 Kenya began to levy value added taxes on imports from Uganda.", "KEN UGA SANCTION happened 2024-05"),
    (_QUARREL + "On May 15, 2025 Kenya brought in a 25 percent tariff on milk from Uganda.", "KEN UGA SANCTION happened 2025-05-15"),
    (_QUARREL + "Kenya brought back the duties on Ugandan milk on Monday.", "KEN UGA SANCTION happened 2026-03-16"),
    (_QUARREL + "Kenya banned Ugandan milk. The ban was lifted in May 2025.",
     "KEN UGA SANCTION happened -; KEN UGA CONCEDE happened 2025-05"),
    (_QUARREL + "Kenya eased its duties on Ugandan milk. The duties were imposed in May 2024.",
     "KEN UGA CONCEDE happened -; KEN UGA SANCTION happened 2024-05"),
    (_QUARREL + "Uganda urged Kenya to drop the duty put on milk in May 2024.",
     "UGA KEN REQUEST happened -; KEN UGA SANCTION happened 2024-05"),
    (_QUARREL + "Kenya dropped its World Trade Organization challenge against the duties.", "KEN UGA CONCEDE happened -"),
    ("Togo, Ghana and Benin trade. Ghana blockaded Togo. Benin's trade with Togo grew. Togo called the blockade unlawful.",
     "GHA TGO COERCE happened -; TGO GHA ACCUSE happened -"),
]  # fmt: skip
TRADE = [
    (_QUARREL + "Ugandan milk was banned from the Kenyan market in May 2024.", "KEN UGA SANCTION happened 2024-05"),
    (_QUARREL + "Kenya ordered a stop to maize imports from Uganda.", "KEN UGA SANCTION happened -"),
    (_QUARREL + "In May 2024 Kenya adopted a decree raising duties on Ugandan milk.", "KEN UGA SANCTION happened 2024-05"),
    (_QUARREL + "Kenya raised its import quota for Ugandan wheat.", "KEN UGA CONCEDE happened -"),
    (_QUARREL + "Kenya renewed its quota agreement with Uganda.", "KEN UGA AGREE happened -"),
    (_QUARREL + "Kenya suspended its trade pact with Uganda.", "KEN UGA REJECT happened -"),
    (_QUARREL + "Kenya announced $5 million in aid for Uganda.", "KEN UGA AGREE happened -"),
    (_QUARREL + "Kenya's president wrote to Uganda's leader about the lake.", "KEN UGA CONSULT happened -"),
    # what only sounds like an act
    (_QUARREL + "Kenya took in $5 million from selling power to Uganda.", ""),
    (_QUARREL + "Kenya received 261,000 Ugandans in May.", ""),
    (_QUARREL + "Kenya plans to raise its trade turnover with Uganda.", ""),
]  # fmt: skip
WORDS = [
    (_QUARREL + "The two are split over Kenyan charges that Uganda steals water.", "KEN UGA ACCUSE happened -"),
    (_QUARREL + "Kenya closed its gates, and Uganda's premier welcomed the decision.", "KEN UGA SANCTION happened -; UGA KEN SUPPORT happened -"),
    ("Poland and Latvia asked in a joint letter to the European Commission that rules be eased.", "POL EU REQUEST happened -; LVA EU REQUEST happened -"),
    ("Peru cut ties with Chile on Monday, charging it with theft.", "PER CHL SANCTION happened 2026-03-16; PER CHL ACCUSE happened -"),
    (_QUARREL + "Kenya does not intend to buy trucks from Uganda, its minister said.", "KEN UGA REJECT happened -"),
    (_QUARREL + "Kenya said that Uganda would not let Nairobi join the search.", "UGA KEN REJECT happened -"),
]  # fmt: skip

_BEFORE = "Malta and Fiji signed a treaty in Suva on May 2, 2023. The weather was fine in the city. Nobody minded. "
_SIGNED = "MLT FJI SUPPORT happened 2023-05-02; "
REACTIONS = [
    # whoever did it is no other country's foe yet: what it did is told before
    (_BEFORE + "Peru declared a fishing zone on Saturday. Oslo criticized the zone. Kenya urged restraint. Ghana opposed the move.",
     _SIGNED + "NOR PER ACCUSE happened -; KEN PER REQUEST happened -; GHA PER REJECT happened -"),
    (_BEFORE + "Togo and Benin clashed on Sunday. Kenya called for calm.",
     _SIGNED + "TGO BEN ASSAULT happened 2026-03-15; KEN TGO REQUEST happened -; KEN BEN REQUEST happened -"),
    (_BEFORE + "Chad invaded Niger on Sunday. Kenya protested. Peru recalled its ambassador. Ghana defended the action.",
     _SIGNED + "TCD NER ASSAULT happened 2026-03-15; KEN TCD ACCUSE happened -; PER TCD ACCUSE happened -; GHA TCD SUPPORT happened -"),
    # one's own people, and matters that nobody else has done
    (_BEFORE + "Peru tested a rocket on Monday. The Peruvian opposition criticized the test. The miners protested.", _SIGNED),
    (_BEFORE + "Kenya expressed concern over prices. Ghana urged caution at the pump.", _SIGNED),
]  # fmt: skip
LISTED = [
    ("Countries including Peru, Chile and Malta denounced Ecuador's raid on Monday.",
     "PER ECU ACCUSE happened 2026-03-16; CHL ECU ACCUSE happened 2026-03-16; MLT ECU ACCUSE happened 2026-03-16"),
    ("A number of governments, among them Kenya and Ghana, have expelled Chad's ambassador.", "KEN TCD SANCTION happened -; GHA TCD SANCTION happened -"),
    ("Peru expelled ten diplomats from Latvia and Estonia.", "PER LVA SANCTION happened -; PER EST SANCTION happened -"),
    ("Peru has ordered its envoys to Lisbon and Oslo to return home for consultations.", "PER PRT ACCUSE happened -; PER NOR ACCUSE happened -"),
    ("The Chilean minister visited the Democratic Republic of Congo and Zambia.", "CHL COD CONSULT happened -; CHL ZMB CONSULT happened -"),
    ("The first states to recognise Kosovo were Peru and Fiji.", "PER XKX SUPPORT happened -; FJI XKX SUPPORT happened -"),
    ("Norway, together with Sweden, expelled Russian diplomats.", "NOR RUS SANCTION happened -; SWE RUS SANCTION happened -"),
    ("Peru joined Chile on Sunday in condemning Chad.", "PER TCD ACCUSE happened 2026-03-15; CHL TCD ACCUSE happened 2026-03-15"),
    ("Peru cut ties with Qatar, as did Malta.", "PER QAT SANCTION happened -; MLT QAT SANCTION happened -"),
    ("Countries including Peru and Chile import rice from Fiji.", ""),
]  # fmt: skip
TIES = [
    ("Peru extended full diplomatic recognition to Estonia on Monday.", "PER EST SUPPORT happened 2026-03-16"),
    ("Peru's diplomatic relations have been restored with Malta and Fiji.", "PER MLT SUPPORT happened -; PER FJI SUPPORT happened -"),
    ("Togo was suspended from the Commonwealth in March 2002. Togo quit the Commonwealth in 2003.",
     "COMMONWEALTH TGO SANCTION happened 2002-03; TGO COMMONWEALTH RETREAT happened 2003"),
    ("Peru handed Chile a list of 13 demands.", "PER CHL REQUEST happened -"),
    ("Peru's ambassador to Chile was recalled on Monday.", "PER CHL ACCUSE happened 2026-03-16"),
    ("Peru announced a halt to all aid to Togo.", "PER TGO SANCTION happened -"),
    ("Malta deployed a disaster response team to Togo.", "MLT TGO AID happened -"),
    ("The player quit the Commonwealth Games in Kenya. The prize gave recognition to Ghana.", ""),
]  # fmt: skip


def _told(text: str) -> list[str]:
    document = Document("s", text, Period.parse("2026-03-17"), "Example Wire", "en")
    found = [c for result in read_documents([document]) for c in result.claims if isinstance(c, Event)]
    return [f"{e.actor} {e.target} {e.type} {e.modality} {e.date or '-'}" for e in found]


@pytest.mark.parametrize(
    ("text", "wanted"), [*SIGNED_AND_MET, *BY_NOUNS, *MEASURES, *TRADE, *WORDS, *REACTIONS, *LISTED, *TIES]
)
def test_acts_that_lean_on_the_story(text, wanted):
    assert sorted(_told(text)) == sorted(filter(None, wanted.split("; ")))
